"""The tables, one module an aggregate; every relation is read-only and never loads by accident."""

from .accounts import Account, IdempotencyKey
from .base import Base
from .branches import PartyBranch
from .claims import Claim
from .needs import Need
from .partners import Alliance, Membership, PartnerUnit, ServiceArea
from .places import Community, Grid, Subdistrict
from .projects import NeedLine, Project
from .resources import Resource
from .transitions import Lifecycle, Transition

__all__ = [
    "Account",
    "Alliance",
    "Base",
    "Claim",
    "Community",
    "Grid",
    "IdempotencyKey",
    "Lifecycle",
    "Membership",
    "Need",
    "NeedLine",
    "PartnerUnit",
    "PartyBranch",
    "Project",
    "Resource",
    "ServiceArea",
    "Subdistrict",
    "Transition",
]
