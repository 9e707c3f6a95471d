"""Deadlines: opened when an object enters the states of a clock, told by its subdistrict's policy and calendar.

The database ends them when the object leaves those states; `resolvers.clock` works off what is due.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from db.machines import BY_MODEL, MACHINES, Clock, WorkingDays
from db.models import Base, Claim, Deadline, Topic
from db.models.handling import DeadlineKind, DeadlineStatus

from .calendar import Due
from .moments import now
from .office import Extended, Office, Stood, office_of

CLOCKS: dict[DeadlineKind, Clock] = {clock.kind: clock for machine in MACHINES.values() for clock in machine.clocks}


async def follow(session: AsyncSession, row: Base, before: str) -> None:
    """Open the deadlines that begin with the object's new state; `before` is the old one, empty for a new object."""
    status = str(row.status)  # type: ignore[attr-defined]  # every model of a machine has one
    begun = [clock for clock in BY_MODEL[type(row)].clocks if status in clock.while_in and before not in clock.while_in]
    if not begun:
        return
    office, start = await office_of(session, row.subdistrict_id), now()  # type: ignore[attr-defined]  # as status
    for clock in begun:
        start_clock(session, office, clock, row, start)
    await session.flush()


def start_clock(session: AsyncSession, office: Office, clock: Clock, row: Any, start: datetime) -> None:
    """Add the deadline of one clock for an object, if anything is due."""  # Any: every model of a machine
    length = clock.length(row, office.policy)
    if length is None:
        return
    due, owner = office.due(start, length), clock.owner(row)
    deadline = Deadline(
        subdistrict_id=row.subdistrict_id,
        subject_type=BY_MODEL[type(row)].subject,
        subject_id=row.id,
        kind=clock.kind,
        while_in=list(clock.while_in),
        branch_id=owner.branch_id,
        partner_id=owner.partner_id,
        starts_at=start,
        working_days=length.number if isinstance(length, WorkingDays) else None,
        raw_due_at=due.at,
        status=DeadlineStatus.RUNNING,
    )
    set_due(office, deadline, start, due)
    session.add(deadline)
    if isinstance(row, Claim) and clock.kind is DeadlineKind.ANSWER_CLAIM:
        row.expires_at = due.at


def set_due(office: Office, deadline: Deadline, start: datetime, due: Due) -> None:
    """Let a deadline be due at a moment, its ladder counted from `start`.

    One that runs is looked at again from its first rung; what it was noticed of before is not noticed twice.
    """
    for name, value in office.times(start, due, CLOCKS[deadline.kind]).items():
        setattr(deadline, name, value)
    deadline.next_at = deadline.remind_at if deadline.status is DeadlineStatus.RUNNING else None


async def running(session: AsyncSession, row: Base, kind: DeadlineKind) -> Deadline | None:
    """Return the deadline of that kind that still runs, or stands still, for the object."""
    key = row.__mapper__.primary_key_from_instance(row)
    open_ = (DeadlineStatus.RUNNING, DeadlineStatus.SUSPENDED)
    statement = select(Deadline).where(
        Deadline.subdistrict_id == key[0],
        Deadline.subject_id == key[-1],
        Deadline.kind == kind,
        Deadline.status.in_(open_),
    )
    return (await session.scalars(statement.execution_options(populate_existing=True))).one_or_none()


async def restart(session: AsyncSession, row: Base, kind: DeadlineKind) -> None:
    """Begin an object's deadline anew after an edit moved the day that it runs to."""
    clock = CLOCKS[kind]
    if str(row.status) not in clock.while_in:  # type: ignore[attr-defined]  # as in follow
        return
    old = await running(session, row, kind)
    if old:
        old.status, old.ended_at, old.next_at, old.suspended_at = DeadlineStatus.CANCELLED, now(), None, None
        await session.flush()
    start_clock(session, await office_of(session, row.subdistrict_id), clock, row, now())  # type: ignore[attr-defined]  # as in follow
    await session.flush()


async def hand_over(session: AsyncSession, row: Base, kind: DeadlineKind) -> None:
    """Let an object's deadline bind whom its clock names now; it stays due when it was."""
    deadline = await running(session, row, kind)
    if deadline:
        deadline.branch_id, deadline.partner_id = CLOCKS[kind].owner(row)
        await session.flush()


async def extend(session: AsyncSession, deadline: Deadline, days: int) -> None:
    """Let a locked deadline be due so many working days later."""
    office, granted = await office_of(session, deadline.subdistrict_id), Extended(now(), days)
    await _change(session, office, deadline, granted)
    await tell_claims(session, deadline.subdistrict_id, [deadline.id])


async def stand_still(session: AsyncSession, deadline: Deadline) -> None:
    """Stop a locked deadline until `go_on`."""
    deadline.status, deadline.suspended_at, deadline.next_at = DeadlineStatus.SUSPENDED, now(), None
    await session.flush()


async def go_on(session: AsyncSession, topic: Topic) -> None:
    """Let the handling time of a locked topic go on after its suspension; nothing happens where it does not stand."""
    deadline = await running(session, topic, DeadlineKind.HANDLE_TOPIC)
    if deadline is None or deadline.suspended_at is None:
        return
    office, stood = await office_of(session, topic.subdistrict_id), Stood(deadline.suspended_at, now())
    deadline.status, deadline.suspended_at = DeadlineStatus.RUNNING, None
    await _change(session, office, deadline, stood)


async def _change(session: AsyncSession, office: Office, deadline: Deadline, change: Extended | Stood) -> None:
    start, due = office.changed(change.at, Due(deadline.due_at, deadline.provisional), [change])
    set_due(office, deadline, start, due)
    await session.flush()


async def tell_claims(session: AsyncSession, subdistrict_id: UUID, deadlines: Sequence[UUID]) -> None:
    """Let claims to be answered expire when those of these deadlines that are theirs are due."""
    theirs = (Deadline.subdistrict_id == Claim.subdistrict_id, Deadline.subject_id == Claim.id)
    answered = (Deadline.kind == DeadlineKind.ANSWER_CLAIM, Deadline.id.in_(deadlines))
    statement = update(Claim).where(Claim.subdistrict_id == subdistrict_id, *theirs, *answered)
    await session.execute(statement.values(expires_at=Deadline.due_at).execution_options(synchronize_session=False))
