"""Working days of the generated time: China's official ones, as far as they were known when it ends.

Times are seconds since BEGIN, whose day in China is day 0.
"""

from bisect import bisect_left, bisect_right
from datetime import timedelta

import chinese_calendar

from .rows import BEGIN, DAY, END, SPAN

CHINA = DAY // 3  # eight hours ahead
SATURDAY = 5
KNOWN = (END.replace(year=END.year + 1, month=1, day=1) - BEGIN).days  # the first day of a year that nobody knew
FIRST, LAST = -10, SPAN // DAY + 1500  # the days that are counted
CLOSING = 18 * DAY // 24  # when offices close


def _worked(day: int) -> bool:
    date = (BEGIN + timedelta(days=day)).date()
    if day < KNOWN and (date in chinese_calendar.holidays or date in chinese_calendar.workdays):
        return date in chinese_calendar.workdays
    return date.weekday() < SATURDAY


WORKED = [day for day in range(FIRST, LAST) if _worked(day)]
AFTER = {day: bisect_right(WORKED, day) for day in range(FIRST, LAST)}  # where the first working day after a day stands


def later(time: int, days: int) -> int:
    """Return the same time of day so many working days later; the day itself does not count."""
    day = (time + CHINA) // DAY
    return time + (WORKED[AFTER[day] + days - 1] - day) * DAY


def before(time: int) -> int:
    """Return the same time of day on the working day before."""
    day = (time + CHINA) // DAY
    return time + (WORKED[bisect_left(WORKED, day) - 1] - day) * DAY


def closing(time: int) -> int:
    """Return the next end of a working day."""
    day = (time + CHINA) // DAY
    end = WORKED[bisect_left(WORKED, day)] * DAY + CLOSING - CHINA
    return end if end > time else WORKED[AFTER[day]] * DAY + CLOSING - CHINA


def end_of_day(time: int) -> int:
    """Return when the day of a time ends, as the date of the time says it."""
    return (time // DAY + 1) * DAY - CHINA


def is_known(time: int) -> bool:
    """Tell whether the working days until then were known."""
    return time + CHINA < KNOWN * DAY
