"""The tables, one module an aggregate; every relation is read-only and never loads by accident."""

from .accounts import Account, AttachmentUse, IdempotencyKey
from .attachments import Attachment
from .base import Base
from .branches import PartyBranch
from .claims import Claim
from .deadlines import CalendarDay, CalendarYear, Deadline, Extension, Notice, Policy, RequiredRole
from .deliveries import Evaluation, Fulfilment, Milestone
from .matches import CategorySuggestion, Likeness, Match, Ranked
from .matching import MatchEntry, MatchPosting, MatchToken
from .needs import Need
from .partners import Alliance, Membership, PartnerUnit, ServiceArea
from .places import Community, Grid, Subdistrict
from .plans import MatchingPlan, PlanLine, UnservedNeed
from .projects import NeedLine, Project
from .resources import Resource
from .subcategories import BuiltinSubcategory, Subcategory
from .topics import AgendaItem, Attendee, Deliberation, JointMeeting, Supporter, Topic
from .transitions import Lifecycle, Transition
from .whistles import Whistle, WhistleDepartment

__all__ = [
    "Account",
    "AgendaItem",
    "Alliance",
    "Attachment",
    "AttachmentUse",
    "Attendee",
    "Base",
    "BuiltinSubcategory",
    "CalendarDay",
    "CalendarYear",
    "CategorySuggestion",
    "Claim",
    "Community",
    "Deadline",
    "Deliberation",
    "Evaluation",
    "Extension",
    "Fulfilment",
    "Grid",
    "IdempotencyKey",
    "JointMeeting",
    "Lifecycle",
    "Likeness",
    "Match",
    "MatchEntry",
    "MatchPosting",
    "MatchToken",
    "MatchingPlan",
    "Membership",
    "Milestone",
    "Need",
    "NeedLine",
    "Notice",
    "PartnerUnit",
    "PartyBranch",
    "PlanLine",
    "Policy",
    "Project",
    "Ranked",
    "RequiredRole",
    "Resource",
    "ServiceArea",
    "Subcategory",
    "Subdistrict",
    "Supporter",
    "Topic",
    "Transition",
    "UnservedNeed",
    "Whistle",
    "WhistleDepartment",
]
