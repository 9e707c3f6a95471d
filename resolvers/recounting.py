"""Provisional deadlines counted anew, once the year that nobody knew when they were counted is known."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import cast
from uuid import UUID

from sqlalchemy import Select, and_, exists, extract, false, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from db.machines import WorkingDays
from db.models import CalendarYear, Deadline, Extension, Transition
from db.models.handling import ExtensionStatus, TopicStatus

from .calendar import OFFICIAL_YEARS, Due, new_year
from .deadlines import set_due, tell_claims
from .office import Extended, Office, Stood, office_of
from .rungs import BATCH, among

last_counted = func.coalesce(Deadline.report_at, Deadline.due_at)  # the last moment that was counted
OPEN = and_(Deadline.provisional, Deadline.ended_at.is_(None))

Changes = Mapping[UUID, Sequence[Extended | Stood]]


def known_by_now() -> Select[UUID]:
    """Return the subdistricts with provisional deadlines that end in a year which is known."""
    year = extract("year", func.timezone("Asia/Shanghai", last_counted))
    declared = exists().where(CalendarYear.subdistrict_id == Deadline.subdistrict_id, CalendarYear.year == year)
    official = last_counted < new_year(max(OFFICIAL_YEARS) + 1)
    return select(Deadline.subdistrict_id).distinct().where(OPEN, or_(official, declared))


async def recount(session: AsyncSession, subdistrict_id: UUID) -> int:
    """Count a subdistrict's next provisional deadlines of known years anew; return how many, at most a batch.

    The times that extensions and suspensions gave them are counted anew as well. Those that others hold are left out.
    """
    office = await office_of(session, subdistrict_id)
    known = [and_(Deadline.starts_at >= first, last_counted < end) for first, end in office.calendar.known_spans()]
    statement = select(Deadline).where(Deadline.subdistrict_id == subdistrict_id, OPEN, or_(false(), *known))
    locked = statement.limit(BATCH).with_for_update(key_share=True, skip_locked=True)
    deadlines = (await session.scalars(locked.execution_options(populate_existing=True))).all()
    if deadlines:
        changes = await _changes(session, subdistrict_id, [deadline.id for deadline in deadlines])
        for deadline in deadlines:
            _count(office, deadline, changes.get(deadline.id, ()))
        await session.flush()
        await tell_claims(session, subdistrict_id, [deadline.id for deadline in deadlines])
    return len(deadlines)


async def recount_all(session: AsyncSession, subdistrict_id: UUID) -> None:
    """Count all provisional deadlines of a subdistrict anew whose years are known."""
    while await recount(session, subdistrict_id) == BATCH:
        pass


def _count(office: Office, deadline: Deadline, changes: Sequence[Extended | Stood]) -> None:
    raw = Due(deadline.raw_due_at, provisional=False)
    if deadline.working_days is not None:
        raw = office.due(deadline.starts_at, WorkingDays(deadline.working_days))
    deadline.raw_due_at = raw.at
    start, due = office.changed(deadline.starts_at, raw, changes)
    set_due(office, deadline, start, due)


async def _changes(session: AsyncSession, subdistrict_id: UUID, deadlines: Sequence[UUID]) -> Changes:
    """Return what was granted to deadlines, in the order of time; a suspension once it is over."""
    over = (
        select(func.min(Transition.at))
        .where(Transition.subdistrict_id == subdistrict_id, Transition.subject_id == Deadline.subject_id)
        .where(Transition.from_status == TopicStatus.SUSPENDED, Transition.to_status != TopicStatus.SUSPENDED)
        .where(Transition.at >= Extension.decided_at)
    )
    statement = (
        select(Extension.deadline_id, Extension.days, Extension.decided_at, over.scalar_subquery())
        .join(Deadline, (Deadline.subdistrict_id == subdistrict_id) & (Deadline.id == Extension.deadline_id))
        .where(Extension.subdistrict_id == subdistrict_id, among(Extension.deadline_id, deadlines))
        .where(Extension.status == ExtensionStatus.APPROVED)
        .order_by(Extension.decided_at)
    )
    changes: defaultdict[UUID, list[Extended | Stood]] = defaultdict(list)
    for deadline_id, days, decided_at, until in await session.execute(statement):
        at = cast("datetime", decided_at)  # of what is approved
        if days:
            changes[deadline_id].append(Extended(at, days))
        elif until:
            changes[deadline_id].append(Stood(at, until))
    return changes
