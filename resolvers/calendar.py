"""The working days of China: the State Council's holidays with their make-up working days (法定节假日与调休)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from itertools import groupby
from typing import NamedTuple

import chinese_calendar
import structlog

from .moments import CHINA

SATURDAY = 5
CLOSING = time(18, tzinfo=CHINA)  # when offices close, and with them the day on which something was due
ONE_DAY = timedelta(days=1)
# The library's tables, not its functions: those look for the first and the last known year at each call, and raise.
OFFICIAL: Mapping[date, bool] = dict.fromkeys(chinese_calendar.holidays, False) | dict.fromkeys(
    chinese_calendar.workdays, True
)
OFFICIAL_YEARS: frozenset[int] = frozenset(day.year for day in chinese_calendar.holidays)

log = structlog.get_logger()


class Due(NamedTuple):
    """When something is due, in UTC; `provisional` while a year that was counted through is not known."""

    at: datetime
    provisional: bool


def known_years() -> frozenset[int]:
    """Return the years whose holidays the library knows."""
    return OFFICIAL_YEARS


def new_year(year: int) -> datetime:
    """Return the moment at which a year begins in China."""
    return datetime(year, 1, 1, tzinfo=CHINA)


@dataclass(frozen=True)
class Calendar:
    """The official calendar, as administrators have amended it.

    `days` are the days that they have set (True: a working day); `years` the years that they have declared complete.
    """

    days: Mapping[date, bool] = field(default_factory=dict)
    years: frozenset[int] = frozenset()

    def is_working(self, day: date) -> bool:
        """Tell whether people work on a day: as administrators say, else the library, else from Monday to Friday."""
        stated = self.days.get(day, OFFICIAL.get(day))
        if stated is not None:
            return stated
        if not self.knows(day):
            _warn_of(day.year)
        return day.weekday() < SATURDAY

    def knows(self, day: date) -> bool:
        """Tell whether the year of a day is known: to the library, or because administrators have declared it."""
        return day.year in OFFICIAL_YEARS or day.year in self.years

    def add_working_days(self, start: datetime, days: int) -> Due:
        """Return the same time of day in China, so many working days after the day of the start, or before it.

        The day of the start doesn't count; no days leave it as it is, even where nobody works on it.
        """
        moment = start.astimezone(CHINA)
        day, provisional = self._count(moment.date(), days)
        return Due(datetime.combine(day, moment.timetz()).astimezone(UTC), provisional)

    def end_of_working_day(self, start: datetime, days: int) -> Due:
        """Return the end (18:00 in China) of the working day that is so many after the day of the start.

        No days: the day of the start itself, even when it has ended, or the next one on which people work.
        """
        today = start.astimezone(CHINA).date()
        day, provisional = self._count(today, days) if days else self._count(today - ONE_DAY, 1)
        return Due(datetime.combine(day, CLOSING).astimezone(UTC), provisional)

    def working_days(self, start: datetime, end: datetime) -> int:
        """Return how many working days there are after the day of the start, to the day of the end."""
        first, last = (moment.astimezone(CHINA).date() for moment in (start, end))
        return sum(self.is_working(first + ONE_DAY * number) for number in range(1, (last - first).days + 1))

    def known_spans(self) -> list[tuple[datetime, datetime]]:
        """Return the times of which every day is known: from when, and the first moment that no longer is."""
        years = enumerate(sorted(OFFICIAL_YEARS | self.years))
        runs = [[year for _, year in run] for _, run in groupby(years, lambda place: place[1] - place[0])]
        return [(new_year(run[0]), new_year(run[-1] + 1)) for run in runs]

    def _count(self, day: date, days: int) -> tuple[date, bool]:
        """Return the day so many working days away, and whether a day looked at lies in an unknown year."""
        step = ONE_DAY if days > 0 else -ONE_DAY
        left, provisional = abs(days), False
        while left:
            day += step
            left -= self.is_working(day)
            provisional |= not self.knows(day)
        return day, provisional


@cache  # once for each year
def _warn_of(year: int) -> None:
    log.warning(
        "working days of a year are not known",
        year=year,
        known=f"{min(OFFICIAL_YEARS)}-{max(OFFICIAL_YEARS)}",
        counted="Monday to Friday",
        remedy="enter the State Council's notice for the year, or update chinesecalendar",
    )
