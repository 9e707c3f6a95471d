"""The second half of a claim: begun, delivered, returned, confirmed, or given up as not delivered."""

from datetime import date
from typing import NotRequired, TypedDict, Unpack

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from db.machines import claims as machine
from db.models import Claim, Fulfilment, Need
from db.models.states import ClaimStatus
from db.viewer import Viewer

from . import checks
from .acting import begin, enter, moving
from .checks import clean
from .errors import ErrorCode, UserError
from .moments import today


class Delivery(TypedDict):
    """How much was delivered, when (without a day: today), and what shows it."""

    quantity: int
    delivered_on: NotRequired[date | None]
    evidence: str


DELIVERY = {
    "quantity": checks.quantity,
    "delivered_on": checks.past_day,
    "evidence": checks.line(checks.MAX_TEXT, checks.LINES),
}

start = moving(machine.START, "claim")
confirm = moving(machine.CONFIRM, "claim")
default = moving(machine.DEFAULT, "claim", reason=checks.reason)


async def deliver(session: AsyncSession, viewer: Viewer, *, claim_id: str, **delivery: Unpack[Delivery]) -> Claim:
    """Record a delivery on a claim; with the last one all of it is delivered, and the receiving side may confirm.

    May: liaisons and officers of the partner that gives; administrators for the subdistrict's own resource. Refused:
    INVALID_STATE unless it is under way; EXCEEDS_REMAINING for more than is still to be delivered.
    """
    claim = await begin(session, viewer, machine.DELIVER, Claim, claim_id)
    values = clean(DELIVERY, delivery)
    await _require_left(session, claim, values["quantity"])
    values["delivered_on"] = values.get("delivered_on") or today()
    ids = {"subdistrict_id": claim.subdistrict_id, "claim_id": claim.id, "created_by": viewer.account_id}
    session.add(Fulfilment(**ids, **values))
    await session.flush()
    await session.refresh(claim)
    done = claim.delivered == claim.quantity
    return await enter(session, claim, machine.DELIVER, ClaimStatus.DELIVERED if done else ClaimStatus.ACTIVE)


async def give_back(session: AsyncSession, viewer: Viewer, *, claim_id: str, reason: str) -> Claim:
    """Return the last delivery on a claim, which is then under way again.

    May: the receiving side, before it confirms. Refused: BLANK; INVALID_STATE unless all of it is delivered.
    """
    claim = await begin(session, viewer, machine.RETURN, Claim, claim_id)
    said = clean({"reason": checks.reason}, {"reason": reason})
    await enter(session, claim, machine.RETURN, **said)  # first, since deliveries change only while it is under way
    last = await _last(session, claim)
    last.returned = True
    await session.flush()
    await session.refresh(claim)
    return claim


async def _require_left(session: AsyncSession, claim: Claim, quantity: int) -> None:
    left = claim.quantity - claim.delivered
    if quantity > left:
        need = await session.get_one(Need, (claim.subdistrict_id, claim.need_id))
        raise UserError(ErrorCode.EXCEEDS_REMAINING, "quantity", remaining=left, unit=need.unit)


async def _last(session: AsyncSession, claim: Claim) -> Fulfilment:
    """The newest delivery that was not returned."""
    statement = select(Fulfilment).where(
        Fulfilment.subdistrict_id == claim.subdistrict_id, Fulfilment.claim_id == claim.id, ~Fulfilment.returned
    )
    return (await session.scalars(statement.order_by(Fulfilment.id.desc()).limit(1))).one()
