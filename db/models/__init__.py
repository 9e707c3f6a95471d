"""The tables, one module an aggregate; every relation is read-only and never loads by accident."""

from .accounts import Account, IdempotencyKey
from .attachments import Attachment
from .base import Base
from .branches import PartyBranch
from .claims import Claim
from .deadlines import CalendarDay, CalendarYear, Deadline, Extension, Notice, Policy, RequiredRole
from .deliveries import Evaluation, Fulfilment, Milestone
from .needs import Need
from .partners import Alliance, Membership, PartnerUnit, ServiceArea
from .places import Community, Grid, Subdistrict
from .projects import NeedLine, Project
from .resources import Resource
from .topics import AgendaItem, Attendee, Deliberation, JointMeeting, Supporter, Topic
from .transitions import Lifecycle, Transition
from .whistles import Whistle, WhistleDepartment

__all__ = [
    "Account",
    "AgendaItem",
    "Alliance",
    "Attachment",
    "Attendee",
    "Base",
    "CalendarDay",
    "CalendarYear",
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
    "Membership",
    "Milestone",
    "Need",
    "NeedLine",
    "Notice",
    "PartnerUnit",
    "PartyBranch",
    "Policy",
    "Project",
    "RequiredRole",
    "Resource",
    "ServiceArea",
    "Subdistrict",
    "Supporter",
    "Topic",
    "Transition",
    "Whistle",
    "WhistleDepartment",
]
