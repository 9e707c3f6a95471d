"""The party in whose name a viewer acts, by its role and by what the input names."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from db.models import PartnerUnit, PartyBranch
from db.viewer import Viewer

from .errors import ErrorCode, UserError
from .finding import find
from .lifecycle import ADMITTED, require
from .permissions import Roles, permit, speaks_for_branch


async def acting_branch(session: AsyncSession, viewer: Viewer, branch_id: str | None, roles: Roles) -> PartyBranch:
    """Return the branch named, or else the viewer's own.

    Refused: FORBIDDEN without one of the roles or for another's branch; REQUIRED when there is none to fall back on.
    """
    permit(viewer.role in roles)
    if branch_id is not None:
        branch = await find(session, viewer, PartyBranch, branch_id, "branch_id")
    elif viewer.branch_id is not None:
        branch = await session.get_one(PartyBranch, (viewer.subdistrict_id, viewer.branch_id))
    else:
        raise UserError(ErrorCode.REQUIRED, "branch_id")
    permit(speaks_for_branch(viewer, branch, roles), "branch_id")
    return branch


async def acting_partner(session: AsyncSession, viewer: Viewer, roles: Roles) -> PartnerUnit:
    """Return the viewer's partner; refused: FORBIDDEN without one of the roles, INVALID_STATE unless admitted."""
    permit(viewer.role in roles)
    partner = await session.get_one(PartnerUnit, (viewer.subdistrict_id, viewer.partner_id))
    require(partner, ADMITTED)
    return partner


async def branch_of(session: AsyncSession, subdistrict_id: UUID, branch_id: UUID | None) -> PartyBranch | None:
    """Return the branch that a row names, if it names one."""
    return await session.get_one(PartyBranch, (subdistrict_id, branch_id)) if branch_id else None
