"""What a subdistrict's deadlines are counted by: its policy and its calendar."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from db.machines import Clock, Length, Minutes, Until, WorkingDays
from db.models import CalendarDay, CalendarYear, Policy

from .calendar import Calendar, Due
from .moments import CHINA

ONE_DAY = timedelta(days=1)
END_OF_DAY = WorkingDays(0)


class Extended(NamedTuple):
    """So many more working days, granted at a moment."""

    at: datetime
    days: int


class Stood(NamedTuple):
    """A suspension that is over."""

    since: datetime
    at: datetime


@dataclass(frozen=True)
class Office:
    """What a subdistrict's deadlines are counted by."""

    policy: Policy
    calendar: Calendar

    def due(self, start: datetime, length: Length) -> Due:
        """When something is due that begins then and takes so long; the day of an `Until` counts to its end."""
        if isinstance(length, Minutes):
            return Due(start + timedelta(minutes=length.number), provisional=False)
        if isinstance(length, Until):
            return Due(_moment(length.moment), provisional=False)
        if length.number:
            return self.calendar.add_working_days(start, length.number)
        today = self.calendar.end_of_working_day(start, 0)
        return today if today.at > start else self.calendar.end_of_working_day(start, 1)

    def later(self, due: Due, days: int) -> Due:
        """When it is due with so many working days more."""
        moved = self.calendar.add_working_days(due.at, days)
        return Due(moved.at, due.provisional or moved.provisional)

    def after_standing(self, due: Due, stood: Stood) -> Due:
        """When it is due after it stood still: later by the working days that passed meanwhile.

        What was not overdue has at least the rest of the working day on which it goes on.
        """
        moved = self.later(due, self.calendar.working_days(stood.since, stood.at))
        if due.at <= stood.since:
            return moved
        rest = self.due(stood.at, END_OF_DAY)
        return max(moved, Due(rest.at, due.provisional or rest.provisional))

    def changed(self, start: datetime, due: Due, changes: Iterable[Extended | Stood]) -> tuple[datetime, Due]:
        """From when and until when a deadline runs after all that was granted to it, in the order of time."""
        for change in changes:
            due = self.later(due, change.days) if isinstance(change, Extended) else self.after_standing(due, change)
            start = change.at
        return start, due

    def times(self, start: datetime, due: Due, clock: Clock) -> dict[str, Any]:  # Any: values of columns
        """The columns of a deadline that runs from then until it is due.

        It reminds a working day before, or half-way; urges the day after; reports so many working days after. A clock
        that puts its object into another state itself only reminds.
        """
        before = self.calendar.add_working_days(due.at, -1).at
        remind = before if before > start else start + (due.at - start) / 2
        times = {"due_at": due.at, "remind_at": remind, "urge_at": None, "report_at": None}
        if clock.expires_to:
            return times | {"provisional": due.provisional}
        report = self.later(due, self.policy.report_after_days)
        return times | {"urge_at": due.at + ONE_DAY, "report_at": report.at, "provisional": report.provisional}


def _moment(moment: datetime | date) -> datetime:
    if isinstance(moment, datetime):
        return moment
    return datetime(moment.year, moment.month, moment.day, tzinfo=CHINA) + ONE_DAY


async def office_of(session: AsyncSession, subdistrict_id: UUID) -> Office:
    """Return the policy and the calendar of a subdistrict."""
    policy = (await session.scalars(select(Policy).where(Policy.subdistrict_id == subdistrict_id))).one()
    of_year = (CalendarDay.subdistrict_id == CalendarYear.subdistrict_id) & (CalendarDay.year_id == CalendarYear.id)
    statement = select(CalendarYear.year, CalendarDay.day, CalendarDay.working).outerjoin(CalendarDay, of_year)
    rows = (await session.execute(statement.where(CalendarYear.subdistrict_id == subdistrict_id))).all()
    days = {day: working for _, day, working in rows if day}
    return Office(policy, Calendar(days, frozenset(year for year, *_ in rows)))
