"""When things are due: counted from a start, extended, stood still, counted anew; the calendar has tests of its own."""

from collections.abc import AsyncIterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from asking import ERRORS
from asking import World as Served
from asking import open_world as open_served
from conftest import Network as Service
from hypothesis import assume, given
from hypothesis import strategies as st
from make import (
    id_of,
    make_claim,
    make_extension,
    make_line,
    make_need,
    make_network,
    make_project,
    make_topic,
    open_session,
)
from sqlalchemy import func, select, text
from world import NEED, World, open_world

from db.addresses import Addresses
from db.machines import Length, Minutes, Until, WorkingDays
from db.models import Base, CalendarDay, CalendarYear, Deadline, Policy, Transition
from db.models.handling import DeadlineKind, ExtensionStatus
from db.models.states import Role
from resolvers import answers, needs, policies
from resolvers.calendar import Calendar, Due
from resolvers.clock import work_off
from resolvers.deadlines import CLOCKS, start_clock
from resolvers.errors import ErrorCode
from resolvers.moments import CHINA
from resolvers.office import Extended, Office, Stood, office_of
from resolvers.rungs import BATCH

DAYS = {
    "accept_days": 1,
    "same_day_days": 0,
    "three_days": 3,
    "seven_days": 7,
    "longest_days": 15,
    "consent_days": 3,
    "delivery_days": 15,
    "confirm_days": 5,
    "report_in_minutes": 30,
    "report_in_days": 1,
    "whistle_days": 7,
    "report_after_days": 5,
}
OFFICE = Office(Policy(**DAYS), Calendar())
DAY = timedelta(days=1)
NEW_YEAR = [{"day": date(2027, 1, 1), "working": False, "name": "元旦"}, {"day": date(2027, 1, 3), "working": True}]


@pytest.fixture
async def world(database: Addresses) -> AsyncIterator[World]:
    async with open_world(database) as world:
        yield world


@pytest.fixture
async def served(empty_network: Service) -> AsyncIterator[Served]:
    async with open_served(empty_network) as world:
        yield world


def china(text: str) -> datetime:
    """A moment of China's clocks: `2026-02-13 10:00`."""
    return datetime.fromisoformat(text).replace(tzinfo=CHINA)


# --- from a start


@pytest.mark.parametrize(
    ("start", "length", "due"),
    [
        # Friday before Spring Festival 2026: Saturday 14 is worked, then nobody works until Tuesday 24
        ("2026-02-13 10:00", WorkingDays(3), "2026-02-25 10:00"),
        ("2026-02-13 10:00", WorkingDays(1), "2026-02-14 10:00"),
        ("2026-02-13 10:00", WorkingDays(0), "2026-02-13 18:00"),
        ("2026-02-13 18:00", WorkingDays(0), "2026-02-14 18:00"),
        ("2026-02-14 19:00", WorkingDays(0), "2026-02-24 18:00"),
        ("2026-02-17 10:00", WorkingDays(0), "2026-02-24 18:00"),
        ("2026-02-17 02:00", Minutes(30), "2026-02-17 02:30"),
        ("2026-02-13 10:00", Until(date(2026, 2, 17)), "2026-02-18 00:00"),
        ("2026-02-13 10:00", Until(china("2026-02-17 12:00")), "2026-02-17 12:00"),
    ],
)
def test_when_something_is_due(start: str, length: Length, due: str) -> None:
    assert OFFICE.due(china(start), length) == Due(china(due), provisional=False)


@pytest.mark.parametrize(
    ("kind", "start", "due", "remind", "urge", "report"),
    [
        # a working day before, the calendar day after, five working days after
        ("HANDLE_TOPIC", "2026-02-10 10:00", "2026-02-13 10:00", "02-12 10:00", "02-14 10:00", "02-27 10:00"),
        ("HANDLE_TOPIC", "2026-02-14 10:00", "2026-02-25 10:00", "02-24 10:00", "02-26 10:00", "03-03 10:00"),
        # half-way, where a working day before is not after the start
        ("HANDLE_TOPIC", "2026-02-13 10:00", "2026-02-13 18:00", "02-13 14:00", "02-14 18:00", "02-27 18:00"),
        ("REPORT_IN", "2026-02-13 10:00", "2026-02-13 10:30", "02-13 10:15", "02-14 10:30", "02-27 10:30"),
        # what the clock itself ends is neither urged nor reported
        ("ANSWER_CLAIM", "2026-02-13 10:00", "2026-02-25 10:00", "02-24 10:00", None, None),
        ("END_MEMBERSHIP", "2026-02-13 10:00", "2026-02-24 00:00", "02-14 00:00", None, None),
    ],
)
def test_the_rungs_of_the_ladder(
    kind: str, start: str, due: str, remind: str, urge: str | None, report: str | None
) -> None:
    times = OFFICE.times(china(start), Due(china(due), provisional=False), CLOCKS[DeadlineKind(kind)])
    rungs = [china(f"2026-{rung}") if rung else None for rung in (remind, urge, report)]
    assert [times[name] for name in ("remind_at", "urge_at", "report_at")] == rungs
    assert (times["due_at"], times["provisional"]) == (china(due), False)


def test_what_is_reported_in_an_unknown_year_is_provisional() -> None:
    due = Due(china("2026-12-30 10:00"), provisional=False)
    assert OFFICE.times(china("2026-12-21 10:00"), due, CLOCKS[DeadlineKind.HANDLE_TOPIC])["provisional"]
    assert not OFFICE.times(china("2026-12-21 10:00"), due, CLOCKS[DeadlineKind.ANSWER_CLAIM])["provisional"]


# --- extended, stood still


@pytest.mark.parametrize(
    ("due", "since", "until", "after"),
    [
        # from Friday to Wednesday three working days passed: one was left, one is left
        ("2026-06-08 09:00", "2026-06-05 09:00", "2026-06-10 09:00", "2026-06-11 09:00"),
        # over Spring Festival nothing passes
        ("2026-02-24 10:00", "2026-02-14 12:00", "2026-02-22 12:00", "2026-02-24 18:00"),
        # due on the day of the suspension: at least the rest of the day on which it goes on
        ("2026-06-05 18:00", "2026-06-05 09:00", "2026-06-05 17:00", "2026-06-05 18:00"),
        ("2026-06-05 10:00", "2026-06-05 09:00", "2026-06-05 17:00", "2026-06-05 18:00"),
        ("2026-06-05 10:00", "2026-06-05 09:00", "2026-06-06 10:00", "2026-06-08 18:00"),
        # what was overdue stays so
        ("2026-06-05 10:00", "2026-06-05 11:00", "2026-06-08 11:00", "2026-06-08 10:00"),
    ],
)
def test_time_stands_still(due: str, since: str, until: str, after: str) -> None:
    stood = Stood(china(since), china(until))
    assert OFFICE.after_standing(Due(china(due), provisional=False), stood).at == china(after)


calendars = st.builds(
    Calendar,
    st.dictionaries(st.dates(date(2026, 1, 1), date(2028, 12, 31)), st.booleans(), max_size=30),
    st.frozensets(st.sampled_from([2027, 2028])),
)
moments = st.datetimes(datetime(2026, 1, 1), datetime(2028, 6, 1)).map(lambda moment: moment.replace(tzinfo=UTC))  # noqa: DTZ001 - in UTC by the map
spans = st.timedeltas(timedelta(0), timedelta(days=60))


@given(calendars, moments, st.integers(1, 20), spans, spans)
def test_as_many_working_days_are_left_as_there_were(
    calendar: Calendar, start: datetime, number: int, before: timedelta, stood: timedelta
) -> None:
    office = Office(Policy(**DAYS), calendar)
    due = office.due(start, WorkingDays(number))
    since, until = start + before, start + before + stood
    left = calendar.working_days(since, due.at)
    assume(since < due.at and left)
    after = office.after_standing(due, Stood(since, until))
    assert calendar.working_days(until, after.at) == left
    assert after.at >= due.at
    assert after.at > until


@given(calendars, moments, st.integers(1, 20), st.integers(1, 10), spans, spans)
def test_nothing_granted_ever_makes_it_due_sooner(
    calendar: Calendar, start: datetime, number: int, days: int, before: timedelta, stood: timedelta
) -> None:
    office = Office(Policy(**DAYS), calendar)
    due = office.due(start, WorkingDays(number))
    pause = Stood(start + before, start + before + stood)
    more, later = Extended(start, days), Extended(pause.at, days)
    granted: list[list[Extended | Stood]] = [[more], [pause], [more, pause], [pause, later]]
    for changes in granted:
        begun, changed = office.changed(start, due, changes)
        assert changed.at >= due.at
        assert begun == changes[-1].at


@given(calendars, moments, st.lists(st.integers(1, 10), max_size=4))
def test_extensions_add_up(calendar: Calendar, start: datetime, granted: list[int]) -> None:
    office = Office(Policy(**DAYS), calendar)
    _, due = office.changed(start, office.due(start, WorkingDays(3)), [Extended(start, days) for days in granted])
    assert due.at == office.due(start, WorkingDays(3 + sum(granted))).at


@given(calendars, moments, moments)
def test_working_days_between_are_those_that_are_counted(calendar: Calendar, start: datetime, end: datetime) -> None:
    between = calendar.working_days(start, end)
    days = calendar.add_working_days(start, between).at.astimezone(CHINA).date()
    assert days <= max(start, end).astimezone(CHINA).date()
    assert calendar.add_working_days(start, between + 1).at.astimezone(CHINA).date() > end.astimezone(CHINA).date()


# --- opened and ended


async def of(world: World, row: Base) -> dict[str, Deadline]:
    """The newest deadline of an object by kind."""
    await world.owner.commit()
    rows = await world.owner.scalars(
        select(Deadline)
        .where(Deadline.subject_id == row.__mapper__.primary_key_from_instance(row)[-1])
        .order_by(Deadline.id)
        .execution_options(populate_existing=True)
    )
    return {row.kind: row for row in rows}


CLAIM = f"""mutation ($lines: [ClaimLineInput!]!) {{ claimProject(input: {{lines: $lines}}) {{
    claims {{ expiresAt deadlines {{ nodes {{ kind status startsAt dueAt rawDueAt remindAt workingDays
        branch {{ name }} }} }} }}
    {ERRORS} }} }}"""


async def test_a_proposal_expires_when_the_calendar_says(served: Served) -> None:
    need = await make_need(served.owner, served.network.branch)
    line = await make_line(served.owner, await make_project(served.owner, served.network.branch), need)
    await served.owner.commit()
    before = datetime.now(UTC)
    answer = await served.ask(Role.PARTNER_LIAISON, CLAIM, lines=[{"needLineId": id_of(line), "quantity": 1}])
    (claim,) = answer.json()["data"]["claimProject"]["claims"]
    (clock,) = claim["deadlines"]["nodes"]
    start, due = (datetime.fromisoformat(clock[name]) for name in ("startsAt", "dueAt"))
    assert before <= start <= datetime.now(UTC)
    assert due == OFFICE.due(start, WorkingDays(3)).at == datetime.fromisoformat(claim["expiresAt"])
    assert (clock["kind"], clock["status"], clock["workingDays"]) == ("ANSWER_CLAIM", "RUNNING", 3)
    assert clock["branch"]["name"] == served.network.branch.name


async def test_an_answer_ends_its_deadline(world: World) -> None:
    _, line = await world.claimable()
    claim = await world.claim(line)
    await world.do(answers.accept, Role.GRID_SECRETARY, claim_id=id_of(claim))
    clock = (await of(world, claim))["ANSWER_CLAIM"]
    assert (clock.status, clock.next_at) == ("MET", None)
    assert clock.ended_at


async def test_an_edit_begins_a_deadline_anew(world: World) -> None:
    need = await world.do(needs.post, Role.GRID_WORKER, **NEED, needed_by=date(2190, 1, 1))
    first = (await of(world, need))["EXPIRE_NEED"]
    assert first.due_at == china("2190-01-02 00:00")
    await world.do(needs.edit, Role.GRID_WORKER, need_id=id_of(need), needed_by=date(2190, 2, 1))
    second = (await of(world, need))["EXPIRE_NEED"]
    assert second.due_at == china("2190-02-02 00:00")
    assert (first.status, first.next_at) == ("CANCELLED", None)
    await world.do(needs.edit, Role.GRID_WORKER, need_id=id_of(need), needed_by=None)
    assert (await of(world, need))["EXPIRE_NEED"].status == "CANCELLED"


async def test_the_policy_says_how_long(world: World) -> None:
    await world.do(policies.set_policy, Role.SUBDISTRICT_ADMIN, consent_days=2, required_roles=["RESIDENT", "EXPERT"])
    _, line = await world.claimable()
    assert (await of(world, await world.claim(line)))["ANSWER_CLAIM"].working_days == 2


@pytest.mark.parametrize(
    ("values", "refused"),
    [
        ({"consent_days": 0}, (ErrorCode.NOT_POSITIVE, "consentDays")),
        ({"consent_days": None}, (ErrorCode.REQUIRED, "consentDays")),
        ({"same_day_days": -1}, (ErrorCode.OUT_OF_RANGE, "sameDayDays")),
        ({"whistle_days": 251}, (ErrorCode.OUT_OF_RANGE, "whistleDays")),
        ({"report_in_minutes": 1441}, (ErrorCode.OUT_OF_RANGE, "reportInMinutes")),
        ({"longest_days": 6}, (ErrorCode.OUT_OF_RANGE, "longestDays")),
        ({"seven_days": 16}, (ErrorCode.OUT_OF_RANGE, "longestDays")),
        ({"required_roles": ["RESIDENT", "RESIDENT"]}, (ErrorCode.DUPLICATE, "requiredRoles.1")),
    ],
)
async def test_a_policy_that_says_nonsense_is_refused(
    world: World, values: dict[str, Any], refused: tuple[ErrorCode, str]
) -> None:
    assert await world.refuses(policies.set_policy, Role.SUBDISTRICT_ADMIN, **values) == {refused}
    assert await world.refuses(policies.set_policy, Role.COMMUNITY_SECRETARY, **values) == {(ErrorCode.FORBIDDEN, "")}


@pytest.mark.parametrize(
    ("values", "refused"),
    [
        ({"days": []}, (ErrorCode.REQUIRED, "days")),
        ({"year": 1999}, (ErrorCode.OUT_OF_RANGE, "year")),
        ({"days": [*NEW_YEAR, {"day": date(2028, 1, 1), "working": False}]}, (ErrorCode.OUT_OF_RANGE, "days.2.day")),
        ({"days": [*NEW_YEAR, NEW_YEAR[0]]}, (ErrorCode.DUPLICATE, "days.2.day")),
        ({"days": [NEW_YEAR[0] | {"name": "x" * 101}]}, (ErrorCode.TOO_LONG, "days.0.name")),
    ],
)
async def test_a_year_that_says_nonsense_is_refused(
    world: World, values: dict[str, Any], refused: tuple[ErrorCode, str]
) -> None:
    given_ = {"year": 2027, "days": NEW_YEAR} | values
    assert await world.refuses(policies.set_calendar_year, Role.SUBDISTRICT_ADMIN, **given_) == {refused}
    assert await world.refuses(policies.set_calendar_year, Role.GRID_SECRETARY, **given_) == {(ErrorCode.FORBIDDEN, "")}


# --- counted anew: in 2150 the year is known, 2151 becomes so

START = china("2150-12-29 10:00")
FIRST_DAYS = {date(2151, 1, day): False for day in range(1, 6)}
KNOWN = Office(Policy(**DAYS), Calendar(FIRST_DAYS, frozenset({2150, 2151})))
DAYS_OFF = [{"day": day, "working": working} for day, working in FIRST_DAYS.items()]
YEAR: dict[str, Any] = {"year": 2151, "days": DAYS_OFF}


async def declare(world: World, year: int, days: dict[date, bool]) -> None:
    """A year as administrators have filled it in, without the mutation."""
    ids = {"subdistrict_id": world.network.subdistrict.id}
    known = CalendarYear(**ids, year=year)
    world.owner.add(known)
    await world.owner.flush()
    world.owner.add_all(CalendarDay(**ids, year_id=known.id, day=day, working=off) for day, off in days.items())
    await world.owner.commit()


async def provisional(world: World, kind: DeadlineKind) -> tuple[Base, Deadline]:
    """An object and its deadline, counted into a year that is not known."""
    await declare(world, 2150, {})
    if kind is DeadlineKind.ANSWER_CLAIM:
        _, line = await world.claimable()
        liaison = world.network.accounts[Role.PARTNER_LIAISON]
        row: Base = await make_claim(world.owner, line, world.network.partner, liaison)
    else:
        row = await make_topic(world.owner, world.network.branch)
    office = await office_of(world.owner, world.network.subdistrict.id)
    start_clock(world.owner, office, CLOCKS[kind], row, START)
    deadline = (await of(world, row))[kind]
    assert deadline.provisional
    return row, deadline


async def test_a_proposal_is_counted_anew_at_once_when_its_year_is_entered(world: World) -> None:
    claim, deadline = await provisional(world, DeadlineKind.ANSWER_CLAIM)
    first = deadline.due_at
    await world.do(policies.set_calendar_year, Role.SUBDISTRICT_ADMIN, **YEAR)
    due = KNOWN.due(START, WorkingDays(3)).at
    assert due > first
    await world.now(deadline)
    assert (deadline.due_at, deadline.raw_due_at, deadline.provisional) == (due, due, False)
    assert deadline.next_at == deadline.remind_at == KNOWN.calendar.add_working_days(due, -1).at
    assert (await world.now(claim)).expires_at == due
    await world.do(policies.set_calendar_year, Role.SUBDISTRICT_ADMIN, year=2151, days=DAYS_OFF[:1])
    assert (await world.now(deadline)).due_at == due, "what is counted with a known year is settled"


async def test_the_clock_counts_anew_what_nobody_did(world: World, database: Addresses) -> None:
    claim, deadline = await provisional(world, DeadlineKind.ANSWER_CLAIM)
    first = deadline.due_at
    assert await work_off(world.writer) == 0, "while the year is not known"
    await declare(world, 2151, FIRST_DAYS)
    async with open_session(database.owner) as other:
        await other.execute(select(Deadline.id).with_for_update())
        assert await work_off(world.writer) == 0, "while somebody holds it"
        assert (await world.now(deadline)).due_at == first
    assert await work_off(world.writer) == 1
    assert (await world.now(deadline)).due_at == KNOWN.due(START, WorkingDays(3)).at
    assert (await world.now(claim)).expires_at == deadline.due_at
    assert await work_off(world.writer) == 0


async def test_another_subdistricts_year_changes_nothing(world: World) -> None:
    _, deadline = await provisional(world, DeadlineKind.ANSWER_CLAIM)
    other = await make_network(world.owner)
    await world.do(policies.set_calendar_year, other.viewer(Role.SUBDISTRICT_ADMIN), **YEAR)
    await work_off(world.writer)
    assert (await world.now(deadline)).provisional


GRANTED: list[Extended | Stood] = [
    Extended(china("2150-12-29 12:00"), 2),
    Stood(china("2150-12-30 09:00"), china("2151-01-02 09:00")),
    Extended(china("2151-01-03 09:00"), 3),
]


@pytest.mark.parametrize("granted", [GRANTED[:1], GRANTED[:2], GRANTED[1:2], GRANTED])
async def test_what_was_granted_is_counted_anew_too(world: World, granted: list[Extended | Stood]) -> None:
    topic, deadline = await provisional(world, DeadlineKind.HANDLE_TOPIC)
    for change in granted:
        await grant(world, topic, deadline, change)
    await world.do(policies.set_calendar_year, Role.SUBDISTRICT_ADMIN, **YEAR)
    raw = KNOWN.due(START, WorkingDays(7))
    start, due = KNOWN.changed(START, raw, granted)
    times = KNOWN.times(start, due, CLOCKS[DeadlineKind.HANDLE_TOPIC])
    await world.now(deadline)
    assert {name: getattr(deadline, name) for name in times} == times
    assert deadline.raw_due_at == raw.at


async def grant(world: World, topic: Base, deadline: Deadline, change: Extended | Stood) -> None:
    """Rows that say what was granted at a time in the future, which no mutation can."""
    secretary, admin = (world.network.accounts[role] for role in (Role.GRID_SECRETARY, Role.SUBDISTRICT_ADMIN))
    terms = {"days": change.days} if isinstance(change, Extended) else {"review_on": date(2151, 1, 2)}
    request = await make_extension(world.owner, deadline, secretary, **terms)
    decided_at = change.at if isinstance(change, Extended) else change.since
    request.decided_by, request.decided_at, request.status = admin.id, decided_at, ExtensionStatus.APPROVED
    if isinstance(change, Stood):
        ids = {"subdistrict_id": deadline.subdistrict_id, "subject_type": "TOPIC", "subject_id": deadline.subject_id}
        world.owner.add(Transition(**ids, from_status="SUSPENDED", to_status="ACCEPTED", at=change.at))
    await world.owner.flush()


async def test_any_number_is_counted_anew(world: World) -> None:
    await provisional(world, DeadlineKind.HANDLE_TOPIC)
    columns = ", ".join(column.name for column in Deadline.__table__.columns if column.name not in ("id", "subject_id"))
    copies = f"SELECT gen_random_uuid(), {columns} FROM deadline, generate_series(1, {2 * BATCH + 1})"
    await world.owner.execute(text(f"INSERT INTO deadline (subject_id, {columns}) {copies}"))
    await world.do(policies.set_calendar_year, Role.SUBDISTRICT_ADMIN, **YEAR)
    statement = select(Deadline.provisional, Deadline.due_at, func.count()).group_by(
        Deadline.provisional, Deadline.due_at
    )
    due = KNOWN.due(START, WorkingDays(7)).at
    assert (await world.owner.execute(statement)).all() == [(False, due, 2 * BATCH + 2)]
