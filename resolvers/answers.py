"""Answers to claims: the other side accepts or declines, the proposing side withdraws."""

from sqlalchemy.ext.asyncio import AsyncSession

from db.machines import claims
from db.models import Claim
from db.models.states import ClaimDirection
from db.viewer import Viewer

from . import checks
from .acting import begin, enter, moving
from .moments import now


async def accept(session: AsyncSession, viewer: Viewer, *, claim_id: str) -> Claim:
    """Consent to the other side's claim.

    May: who may propose for the side that did not; for the subdistrict's own resource its administrators. Refused:
    FORBIDDEN for one's own claim; INVALID_STATE unless proposed, or when its partner is not admitted; EXPIRED.
    """
    claim = await begin(session, viewer, claims.ACCEPT, Claim, claim_id)
    side = "branch" if claim.direction is ClaimDirection.PARTNER_CLAIMS_NEED else "partner"
    setattr(claim, f"{side}_consent_by", viewer.account_id)
    setattr(claim, f"{side}_consent_at", now())
    return await enter(session, claim, claims.ACCEPT)


decline = moving(claims.DECLINE, "claim", reason=checks.reason)
withdraw = moving(claims.WITHDRAW, "claim", reason=checks.prose())
