"""Objects that a clock puts into another state itself when their time is over, as the state machines say."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import and_, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import InstrumentedAttribute

from db.machines import MACHINES, Clock, Machine
from db.models import Claim, Deadline, Need, NeedLine, PartnerUnit, Resource
from db.models.handling import DeadlineKind, DeadlineStatus, NoticeKind

from .finding import LOCK_ORDER
from .rungs import RUNGS, among, pick, settle

ONE_DAY = timedelta(days=1)
EXPIRED = RUNGS | {NoticeKind.EXPIRY: "due_at"}
IN_USE = ("claimed", "planned")  # counts that keep a need or a resource from expiring
# What claims count in, by the column that names it. Any: each its own model
COUNTED: dict[Any, InstrumentedAttribute[Any]] = {
    PartnerUnit: Claim.partner_id,
    Need: Claim.need_id,
    NeedLine: Claim.need_line_id,
    Resource: Claim.resource_id,
}


@dataclass(frozen=True)
class Expiry:
    """How objects expire by one kind of deadline: from which states, into which, and why."""

    kind: DeadlineKind
    model: Any  # Any: the columns of the machine's model
    sources: tuple[str, ...]
    target: str
    reason: str

    async def work_off(self, session: AsyncSession, subdistrict_id: UUID) -> int:
        """Let the next objects of a subdistrict expire whose time is over; return how many were dealt with.

        One that is in use is looked at again a day later; one that somebody is changing is left for the next time.
        """
        over = (Deadline.kind == self.kind, Deadline.due_at <= func.now())
        clocks = {row.subject_id: row.id for row in await pick(session, subdistrict_id, *over)}
        held = await self._hold(session, subdistrict_id, list(clocks))
        free, used = ([id_ for id_, may in held.items() if may is wanted] for wanted in (True, False))
        ended = {"status": DeadlineStatus.EXPIRED, "ended_at": func.now(), "next_at": None}
        await settle(session, subdistrict_id, [clocks[id_] for id_ in free], EXPIRED, **ended)
        await settle(session, subdistrict_id, [clocks[id_] for id_ in used], RUNGS, next_at=func.now() + ONE_DAY)
        await self._move(session, subdistrict_id, free)
        return len(held)

    async def _hold(self, session: AsyncSession, subdistrict_id: UUID, ids: list[UUID]) -> dict[UUID, bool]:
        """Lock the objects; return which of them may expire.

        Of needs, whoever confirms a claim comes to their deadline last: here nothing waits for them. Claims are
        waited for, after what they count in: whoever changes one has locked its deadline first.
        """
        if self.model is Claim:
            await _hold_counted(session, subdistrict_id, ids)
        unused = [getattr(self.model, name) == 0 for name in IN_USE if hasattr(self.model, name)]
        free = and_(self.model.status.in_(self.sources), *unused)
        here = and_(self.model.subdistrict_id == subdistrict_id, among(self.model.id, ids))
        statement = select(self.model.id, free.label("free")).where(here).order_by(self.model.id)
        locked = statement.with_for_update(key_share=True, skip_locked=self.model is not Claim)
        return {row.id: row.free for row in await session.execute(locked)}

    async def _move(self, session: AsyncSession, subdistrict_id: UUID, ids: list[UUID]) -> None:
        """Put locked objects into their last state; their transitions name nobody."""
        await session.execute(select(func.set_config("red_partners.reason", self.reason, True)))
        here = and_(self.model.subdistrict_id == subdistrict_id, among(self.model.id, ids))
        statement = update(self.model).where(here).values(status=self.target)
        await session.execute(statement.execution_options(synchronize_session=False))


async def _hold_counted(session: AsyncSession, subdistrict_id: UUID, ids: list[UUID]) -> None:
    """Lock all that claims count in, in the one order."""
    for model, column in sorted(COUNTED.items(), key=lambda pair: LOCK_ORDER.index(pair[0])):
        named = select(column).where(Claim.subdistrict_id == subdistrict_id, among(Claim.id, ids))
        here = and_(model.subdistrict_id == subdistrict_id, model.id.in_(named))
        await session.execute(select(model.id).where(here).order_by(model.id).with_for_update(key_share=True))


def _expiry(machine: Machine, clock: Clock, target: str) -> Expiry:
    change = next(change for change in machine.changes if target in change.targets)
    sources = tuple(state for state in change.sources if state in clock.while_in)
    return Expiry(clock.kind, machine.model, sources, target, f"{change.chinese} {change.english}")


EXPIRIES = tuple(
    _expiry(machine, clock, clock.expires_to)
    for machine in MACHINES.values()
    for clock in machine.clocks
    if clock.expires_to
)
