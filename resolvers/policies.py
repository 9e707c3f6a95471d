"""What a subdistrict sets for its deadlines: its policy, and the working days of a year."""

from collections.abc import Sequence
from datetime import date
from typing import TypedDict, Unpack

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import CalendarDay, CalendarYear, Policy, RequiredRole
from db.models.handling import AttendeeRole
from db.viewer import Viewer

from . import checks
from .checks import clean, clean_each
from .errors import ErrorCode, UserError
from .lifecycle import put
from .permissions import ADMINISTERING, permit
from .recounting import recount_all

MAX_DAYS = 250  # the working days of a year
MAX_MINUTES = 1440  # a day
DAYS = checks.whole(1, MAX_DAYS)


class Terms(TypedDict, total=False):
    """How long things may take, in working days where it says days."""

    accept_days: int | None
    same_day_days: int | None
    three_days: int | None
    seven_days: int | None
    longest_days: int | None
    consent_days: int | None
    delivery_days: int | None
    confirm_days: int | None
    report_in_minutes: int | None
    report_in_days: int | None
    whistle_days: int | None
    report_after_days: int | None


class Day(TypedDict, total=False):
    """A day that is not as the days of its week are."""

    day: date
    working: bool
    name: str | None


TERMS = dict.fromkeys(Terms.__annotations__, DAYS) | {
    "same_day_days": checks.whole(0, MAX_DAYS),
    "report_in_minutes": checks.whole(1, MAX_MINUTES),
}
DAY = {
    "day": checks.day,
    "working": checks.anything,
    "name": checks.prose(checks.MAX_NAME),
}


async def set_policy(
    session: AsyncSession,
    viewer: Viewer,
    *,
    required_roles: Sequence[AttendeeRole] | None = None,
    **terms: Unpack[Terms],
) -> Policy:
    """Set times and required roles for what begins from now; what is not named stays, roles named replace those there.

    May: subdistrict administrators. Refused: OUT_OF_RANGE for a longest time below that of seven days; DUPLICATE.
    """
    permit(viewer.role in ADMINISTERING)
    values = clean(TERMS, terms)
    policy = await _own(session, viewer)
    put(policy, values)
    if policy.longest_days < policy.seven_days:
        raise UserError(ErrorCode.OUT_OF_RANGE, "longest_days", least=policy.seven_days, most=MAX_DAYS)
    await session.flush()
    if required_roles is not None:
        _require_different(required_roles, "required_roles")
        ids = {"subdistrict_id": policy.subdistrict_id, "policy_id": policy.id}
        await session.execute(delete(RequiredRole).filter_by(**ids))
        session.add_all(RequiredRole(**ids, role=role) for role in required_roles)
    return policy


async def set_calendar_year(session: AsyncSession, viewer: Viewer, *, year: int, days: Sequence[Day]) -> CalendarYear:
    """Say which days of a year are not as the days of their week; the year is known by that, and said anew replaced.

    Deadlines that were counted without knowing it are counted anew. May: subdistrict administrators. Refused:
    OUT_OF_RANGE for a day of another year; DUPLICATE.
    """
    permit(viewer.role in ADMINISTERING)
    number = clean({"year": checks.whole(*checks.YEARS)}, {"year": year})["year"]
    wanted = [{"name": ""} | day for day in clean_each(DAY, days, "days")]
    _require_within(number, [day["day"] for day in wanted])
    await _own(session, viewer)
    calendar = await _year(session, viewer, number)
    ids = {"subdistrict_id": calendar.subdistrict_id, "year_id": calendar.id}
    await session.execute(delete(CalendarDay).filter_by(**ids))
    session.add_all(CalendarDay(**ids, **day) for day in wanted)
    await session.flush()
    await recount_all(session, calendar.subdistrict_id)
    return calendar


async def _own(session: AsyncSession, viewer: Viewer) -> Policy:
    """The policy of the viewer's subdistrict, locked: two administrators set one after the other."""
    statement = select(Policy).where(Policy.subdistrict_id == viewer.subdistrict_id).with_for_update(key_share=True)
    return (await session.scalars(statement)).one()


async def _year(session: AsyncSession, viewer: Viewer, year: int) -> CalendarYear:
    """The year of the viewer's subdistrict, made if it is not known yet."""
    found = select(CalendarYear).where(CalendarYear.subdistrict_id == viewer.subdistrict_id, CalendarYear.year == year)
    calendar = (await session.scalars(found)).one_or_none()
    if calendar is None:
        calendar = CalendarYear(subdistrict_id=viewer.subdistrict_id, year=year)
        session.add(calendar)
        await session.flush()
    return calendar


def _require_within(year: int, days: Sequence[date]) -> None:
    """Refuse days of another year, and days named twice."""
    for place, day in enumerate(days):
        if day.year != year:
            raise UserError(ErrorCode.OUT_OF_RANGE, "days", place, "day", least=f"{year}-01-01", most=f"{year}-12-31")
    _require_different(days, "days", "day")


def _require_different(values: Sequence[object], field: str, *below: str) -> None:
    """Refuse with DUPLICATE what a list names twice."""
    for place, value in enumerate(values):
        if value in values[:place]:
            raise UserError(ErrorCode.DUPLICATE, field, place, *below)
