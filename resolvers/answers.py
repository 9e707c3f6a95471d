"""Answers to claims: the other side accepts or declines, the proposing side withdraws."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Base, Claim, Need, NeedLine, PartnerUnit, PartyBranch, Resource
from db.models.states import ClaimDirection, ClaimStatus
from db.viewer import Viewer

from . import checks
from .checks import clean
from .deadlines import now
from .errors import ErrorCode, UserError
from .finding import find, hold
from .lifecycle import ADMITTED, move, require
from .permissions import GIVING, LEADING, permit, speaks_for_branch, speaks_for_partner


async def accept(session: AsyncSession, viewer: Viewer, *, claim_id: str) -> Claim:
    """Consent to the other side's claim.

    May: who may propose for the side that did not; for the subdistrict's own resource its administrators. Refused:
    FORBIDDEN for one's own claim; INVALID_STATE unless proposed; EXPIRED.
    """
    claim = await find(session, viewer, Claim, claim_id, "id")
    permit(await _speaks(session, viewer, claim, proposing=False), "id")
    held = await hold(session, claim.subdistrict_id, {PartnerUnit: [claim.partner_id], Claim: [claim.id]})
    if claim.partner_id:
        require(held.one(PartnerUnit, claim.partner_id), ADMITTED, "id")
    require(claim, (ClaimStatus.PROPOSED,), "id")
    if claim.expires_at and claim.expires_at <= now():
        raise UserError(ErrorCode.EXPIRED, "id")
    side = "branch" if claim.direction is ClaimDirection.PARTNER_CLAIMS_NEED else "partner"
    setattr(claim, f"{side}_consent_by", viewer.account_id)
    setattr(claim, f"{side}_consent_at", now())
    await move(session, claim, ClaimStatus.ACCEPTED, only_from=(ClaimStatus.PROPOSED,))
    return claim


async def decline(session: AsyncSession, viewer: Viewer, *, claim_id: str, reason: str) -> Claim:
    """Refuse the other side's claim, with a reason. May and refused: as `accept`, also after its time; BLANK."""
    said = clean({"reason": checks.reason}, {"reason": reason})
    claim = await _held(session, viewer, claim_id, proposing=False)
    await move(session, claim, ClaimStatus.DECLINED, only_from=(ClaimStatus.PROPOSED,), **said)
    return claim


async def withdraw(session: AsyncSession, viewer: Viewer, *, claim_id: str, reason: str | None = None) -> Claim:
    """Take a claim back while nothing is delivered. May: who may propose for its side. Refused: INVALID_STATE."""
    claim = await _held(session, viewer, claim_id, proposing=True)
    free = (ClaimStatus.PROPOSED, ClaimStatus.ACCEPTED)
    await move(session, claim, ClaimStatus.WITHDRAWN, only_from=free, reason=reason)
    return claim


async def _held(session: AsyncSession, viewer: Viewer, claim_id: str, *, proposing: bool) -> Claim:
    """The claim of the viewer's side, locked after everything that it counts in."""
    claim = await find(session, viewer, Claim, claim_id, "id")
    permit(await _speaks(session, viewer, claim, proposing=proposing), "id")
    wanted: dict[type[Base], list[UUID | None]] = {
        PartnerUnit: [claim.partner_id],
        Need: [claim.need_id],
        NeedLine: [claim.need_line_id],
        Resource: [claim.resource_id],
        Claim: [claim.id],
    }
    await hold(session, claim.subdistrict_id, wanted)
    return claim


async def _speaks(session: AsyncSession, viewer: Viewer, claim: Claim, *, proposing: bool) -> bool:
    """Whether the viewer speaks for the side that proposed, or else for the other."""
    if proposing == (claim.direction is ClaimDirection.PARTNER_CLAIMS_NEED):
        return speaks_for_partner(viewer, claim.partner_id, GIVING)
    branch = await session.get_one(PartyBranch, (claim.subdistrict_id, claim.branch_id))
    return speaks_for_branch(viewer, branch, LEADING)
