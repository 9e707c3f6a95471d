from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta

import chinese_calendar
import pytest
import structlog
from hypothesis import given
from hypothesis import strategies as st

from resolvers.calendar import Calendar, Due, known_years
from resolvers.moments import CHINA

OFFICIAL = Calendar()
ONE_DAY = timedelta(days=1)
FAR = 200  # days: further than any number of working days asked for below


def days(text: str) -> set[date]:
    return {date.fromisoformat(day) for day in text.split()}


def span(first: str, last: str) -> list[date]:
    start, end = date.fromisoformat(first), date.fromisoformat(last)
    return [start + ONE_DAY * number for number in range((end - start).days + 1)]


def china(text: str) -> datetime:
    """A moment of China's clocks: `2026-02-13 10:00`."""
    return datetime.fromisoformat(text).replace(tzinfo=CHINA)


# --- the notices of the State Council: 国办发明电〔2024〕12号, 国办发明电〔2025〕7号

REST = {
    2025: """2025-01-01 2025-01-28 2025-01-29 2025-01-30 2025-01-31 2025-02-03 2025-02-04 2025-04-04 2025-05-01
        2025-05-02 2025-05-05 2025-06-02 2025-10-01 2025-10-02 2025-10-03 2025-10-06 2025-10-07 2025-10-08""",
    2026: """2026-01-01 2026-01-02 2026-02-16 2026-02-17 2026-02-18 2026-02-19 2026-02-20 2026-02-23 2026-04-06
        2026-05-01 2026-05-04 2026-05-05 2026-06-19 2026-09-25 2026-10-01 2026-10-02 2026-10-05 2026-10-06
        2026-10-07""",
}
MAKE_UP = {
    2025: "2025-01-26 2025-02-08 2025-04-27 2025-09-28 2025-10-11",
    2026: "2026-01-04 2026-02-14 2026-02-28 2026-05-09 2026-09-20 2026-10-10",
}


@pytest.mark.parametrize("year", [2025, 2026])
def test_a_year_is_as_its_notice_says(year: int) -> None:
    whole = span(f"{year}-01-01", f"{year}-12-31")
    assert {day for day in whole if day.weekday() < 5 and not OFFICIAL.is_working(day)} == days(REST[year])
    assert {day for day in whole if day.weekday() >= 5 and OFFICIAL.is_working(day)} == days(MAKE_UP[year])


@pytest.mark.parametrize(
    ("start", "number", "end"),
    [
        # New Year 2026: off from Thursday to Saturday, Sunday is made up
        ("2025-12-31 09:00", 1, "2026-01-04 09:00"),
        # Spring Festival 2026: Saturday 14 February is made up, off from the 15th to the 23rd, Saturday 28 made up
        ("2026-02-13 10:00", 1, "2026-02-14 10:00"),
        ("2026-02-13 10:00", 2, "2026-02-24 10:00"),
        ("2026-02-13 10:00", 3, "2026-02-25 10:00"),
        ("2026-02-13 10:00", 6, "2026-02-28 10:00"),
        ("2026-02-13 10:00", 7, "2026-03-02 10:00"),
        ("2026-02-18 10:00", 1, "2026-02-24 10:00"),
        ("2026-02-25 10:00", -1, "2026-02-24 10:00"),
        ("2026-02-24 10:00", -1, "2026-02-14 10:00"),
        ("2026-02-18 10:00", -1, "2026-02-14 10:00"),
        # the day is China's: in UTC these are still 12 and 17 February
        ("2026-02-13 00:30", 1, "2026-02-14 00:30"),
        ("2026-02-18 07:59", -1, "2026-02-14 07:59"),
        # Spring Festival 2025: off from 28 January to 4 February, Sunday 26 January and Saturday 8 February made up
        ("2025-01-24 18:00", 1, "2025-01-26 18:00"),
        ("2025-01-27 18:00", 1, "2025-02-05 18:00"),
        ("2025-01-27 18:00", 4, "2025-02-08 18:00"),
        # National Day 2025: off from 1 to 8 October, Sunday 28 September and Saturday 11 October made up
        ("2025-09-26 12:00", 1, "2025-09-28 12:00"),
        ("2025-09-30 12:00", 3, "2025-10-11 12:00"),
        ("2025-09-30 12:00", 4, "2025-10-13 12:00"),
        # Mid-Autumn and National Day 2026: off from 25 to 27 September and 1 to 7 October, made up on 20 and on 10
        ("2026-09-18 12:00", 1, "2026-09-20 12:00"),
        ("2026-09-24 12:00", 1, "2026-09-28 12:00"),
        ("2026-09-30 12:00", 1, "2026-10-08 12:00"),
        ("2026-09-30 12:00", 3, "2026-10-10 12:00"),
        ("2026-09-30 12:00", 4, "2026-10-12 12:00"),
        ("2026-10-10 12:00", -3, "2026-09-30 12:00"),
        # none: even a holiday stays
        ("2026-10-01 12:00", 0, "2026-10-01 12:00"),
    ],
)
def test_working_days_are_counted(start: str, number: int, end: str) -> None:
    due = OFFICIAL.add_working_days(china(start), number)
    assert due == Due(china(end), provisional=False)
    assert due.at.tzinfo is UTC


@pytest.mark.parametrize(
    ("start", "number", "end"),
    [
        ("2026-02-13 10:00", 0, "2026-02-13 18:00"),
        ("2026-02-14 10:00", 0, "2026-02-14 18:00"),  # a Saturday, made up
        ("2026-02-13 23:00", 0, "2026-02-13 18:00"),  # too late already
        ("2026-02-15 10:00", 0, "2026-02-24 18:00"),
        ("2026-02-15 10:00", 1, "2026-02-24 18:00"),
        ("2026-02-13 10:00", 1, "2026-02-14 18:00"),
        ("2026-02-13 10:00", 2, "2026-02-24 18:00"),
        ("2026-02-24 00:30", 0, "2026-02-24 18:00"),  # in UTC still the 23rd, a holiday
        ("2026-02-24 10:00", -1, "2026-02-14 18:00"),
    ],
)
def test_a_working_day_ends_at_six(start: str, number: int, end: str) -> None:
    due = OFFICIAL.end_of_working_day(china(start), number)
    assert due == Due(china(end), provisional=False)
    assert due.at.tzinfo is UTC


# --- years that are not known


def test_the_library_ends_with_2026() -> None:
    """When it knows more, so do the deadlines: copy the new notice above, and move the tests below to the next year."""
    assert known_years() == frozenset(range(2004, 2027))
    with pytest.raises(NotImplementedError):
        chinese_calendar.is_workday(date(2027, 1, 1))


def test_into_an_unknown_year_a_due_day_is_provisional() -> None:
    thursday = china("2026-12-31 10:00")
    assert OFFICIAL.add_working_days(thursday, 0) == (thursday, False)
    assert OFFICIAL.add_working_days(thursday, 1) == (china("2027-01-01 10:00"), True)
    assert OFFICIAL.add_working_days(thursday, 2) == (china("2027-01-04 10:00"), True)
    assert OFFICIAL.add_working_days(china("2027-01-01 10:00"), -1) == (thursday, False)
    assert OFFICIAL.add_working_days(china("2027-01-04 10:00"), -2) == (thursday, True)
    assert OFFICIAL.end_of_working_day(thursday, 0) == (china("2026-12-31 18:00"), False)
    assert OFFICIAL.end_of_working_day(thursday, 1) == (china("2027-01-01 18:00"), True)
    assert OFFICIAL.end_of_working_day(china("2027-01-02 10:00"), 0) == (china("2027-01-04 18:00"), True)


def test_a_day_looked_at_in_an_unknown_year_is_enough() -> None:
    """From 28 December 2003 to 2 January 2004: the due day is known, those before it are not."""
    assert not OFFICIAL.knows(date(2003, 12, 31))
    assert OFFICIAL.add_working_days(china("2003-12-28 10:00"), 4) == (china("2004-01-02 10:00"), True)


def test_administrators_make_a_year_known() -> None:
    thursday, new_year = china("2026-12-31 10:00"), {date(2027, 1, 1): False}
    declared = Calendar(new_year, frozenset({2027}))
    assert declared.knows(date(2027, 6, 1))
    assert not declared.knows(date(2028, 6, 1))
    assert declared.add_working_days(thursday, 1) == (china("2027-01-04 10:00"), False)
    undeclared = Calendar(new_year)
    assert undeclared.add_working_days(thursday, 1) == (china("2027-01-04 10:00"), True)
    made_up = Calendar(new_year | {date(2027, 1, 3): True}, frozenset({2027}))
    assert made_up.add_working_days(thursday, 1) == (china("2027-01-03 10:00"), False)
    assert made_up.end_of_working_day(thursday, 1) == (china("2027-01-03 18:00"), False)


def test_administrators_overrule_the_library() -> None:
    amended = Calendar({date(2026, 2, 14): False, date(2026, 2, 15): True})
    assert not amended.is_working(date(2026, 2, 14))
    assert amended.is_working(date(2026, 2, 15))
    assert amended.add_working_days(china("2026-02-13 10:00"), 1) == (china("2026-02-15 10:00"), False)


def test_an_unknown_year_is_warned_of_once() -> None:
    with structlog.testing.capture_logs() as logged:
        OFFICIAL.add_working_days(china("2149-12-31 10:00"), 5)
        Calendar(years=frozenset({2149})).add_working_days(china("2150-06-01 10:00"), 5)
        Calendar(years=frozenset({2151})).add_working_days(china("2151-06-01 10:00"), 5)
        OFFICIAL.add_working_days(china("2026-06-01 10:00"), 5)
    (entry,) = logged
    assert entry["log_level"] == "warning"
    assert entry["event"] == "working days of a year are not known"
    assert entry["year"] == 2150


# --- laws


def works(calendar: Calendar, day: date) -> bool:
    """The rule, in the library's own words."""
    if day in calendar.days:
        return calendar.days[day]
    try:
        return bool(chinese_calendar.is_workday(day))
    except NotImplementedError:
        return day.weekday() < 5


def counted(calendar: Calendar, day: date, number: int) -> tuple[date, bool]:
    """The working day so many days away, out of a list of many days, and whether that list has an unknown year."""
    step = ONE_DAY if number > 0 else -ONE_DAY
    away = [day + step * distance for distance in range(1, FAR)]
    end = [candidate for candidate in away if works(calendar, candidate)][abs(number) - 1] if number else day
    known = known_years() | calendar.years
    return end, any(candidate.year not in known for candidate in away[: abs((end - day).days)])


def amendments() -> st.SearchStrategy[Mapping[date, bool]]:
    return st.dictionaries(st.dates(date(2026, 1, 1), date(2027, 12, 31)), st.booleans(), max_size=30)


calendars = st.builds(Calendar, amendments(), st.frozensets(st.sampled_from([2003, 2026, 2027, 2028])))
numbers = st.integers(-40, 40)
near_the_unknown = st.dates(date(2003, 1, 1), date(2004, 12, 31)) | st.dates(date(2026, 6, 1), date(2028, 12, 31))
starts = st.builds(
    datetime.combine, near_the_unknown | st.dates(date(2003, 1, 1), date(2028, 12, 31)), st.times(), st.just(UTC)
)


def at_work(calendar: Calendar, start: datetime) -> datetime:
    """The same time of the first working day from then on."""
    moment = start.astimezone(CHINA)
    while not calendar.is_working(moment.date()):
        moment += ONE_DAY
    return moment


def test_days_agree_with_the_library() -> None:
    for day in span("2000-01-01", "2030-12-31"):
        assert OFFICIAL.is_working(day) == works(OFFICIAL, day)
        assert OFFICIAL.knows(day) == (day.year in known_years())


@given(calendars, starts, numbers)
def test_counting_agrees_with_the_reference(calendar: Calendar, start: datetime, number: int) -> None:
    local = start.astimezone(CHINA)
    end, provisional = counted(calendar, local.date(), number)
    due = calendar.add_working_days(start, number)
    assert due == (datetime.combine(end, local.time(), CHINA), provisional)
    if number:
        assert calendar.is_working(due.at.astimezone(CHINA).date())
        assert calendar.end_of_working_day(start, number) == (datetime.combine(end, time(18), CHINA), provisional)


@given(calendars, starts)
def test_the_end_of_the_day_is_that_of_the_first_working_day(calendar: Calendar, start: datetime) -> None:
    first = at_work(calendar, start).date()
    looked_at = span(str(start.astimezone(CHINA).date()), str(first))
    provisional = not all(calendar.knows(day) for day in looked_at)
    assert calendar.end_of_working_day(start, 0) == (datetime.combine(first, time(18), CHINA), provisional)


@given(calendars, starts, numbers, numbers)
def test_counting_adds_up(calendar: Calendar, start: datetime, one: int, other: int) -> None:
    start = at_work(calendar, start)
    halfway = calendar.add_working_days(start, one).at
    assert calendar.add_working_days(halfway, other).at == calendar.add_working_days(start, one + other).at


@given(calendars, starts, numbers)
def test_counting_back_undoes_counting(calendar: Calendar, start: datetime, number: int) -> None:
    start = at_work(calendar, start)
    assert calendar.add_working_days(calendar.add_working_days(start, number).at, -number).at == start


@given(calendars, starts, numbers)
def test_more_working_days_are_later(calendar: Calendar, start: datetime, number: int) -> None:
    sooner, later = (calendar.add_working_days(start, days) for days in (number, number + 1))
    assert sooner.at < later.at
    assert calendar.end_of_working_day(start, number).at <= calendar.end_of_working_day(start, number + 1).at
