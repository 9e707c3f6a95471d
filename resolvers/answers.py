"""Answers to claims: the other side, or either side of a plan's, accepts or declines; the proposing side withdraws."""

from sqlalchemy.ext.asyncio import AsyncSession

from db.machines import claims
from db.models import Claim
from db.models.handling import DeadlineKind
from db.viewer import Viewer

from . import checks
from .acting import begin, enter, moving
from .deadlines import hand_over
from .moments import now
from .permissions import GIVING, speaks_for_partner


async def accept(session: AsyncSession, viewer: Viewer, *, claim_id: str) -> Claim:
    """Consent to the other side's claim, or to a plan's, which is accepted by the second consent.

    May: who may propose for a side that did not; for the subdistrict's own resource its administrators. Refused:
    FORBIDDEN for one's own claim; TERMS_FINAL when one's side has consented already; INVALID_STATE unless proposed, or
    when its partner is not admitted; EXPIRED.
    """
    claim = await begin(session, viewer, claims.ACCEPT, Claim, claim_id)
    side = _side(viewer, claim)
    setattr(claim, f"{side}_consent_by", viewer.account_id)
    setattr(claim, f"{side}_consent_at", now())
    agreed = claim.partner_consent_by is not None and claim.branch_consent_by is not None
    await enter(session, claim, claims.ACCEPT, "ACCEPTED" if agreed else "PROPOSED")
    if not agreed:
        await hand_over(session, claim, DeadlineKind.ANSWER_CLAIM)
    return claim


def _side(viewer: Viewer, claim: Claim) -> str:
    """For which side the viewer consents; an administrator first for the giver, where the subdistrict gives."""
    gives = speaks_for_partner(viewer, claim.partner_id, GIVING)
    return "partner" if gives and claim.partner_consent_by is None else "branch"


decline = moving(claims.DECLINE, "claim", reason=checks.reason)
withdraw = moving(claims.WITHDRAW, "claim", reason=checks.prose())
