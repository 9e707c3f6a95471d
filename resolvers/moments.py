"""Now and today, in China's time."""

from datetime import UTC, date, datetime, timedelta, timezone

CHINA = timezone(timedelta(hours=8))  # without summer time since 1991


def now() -> datetime:
    """Return the present moment."""
    return datetime.now(UTC)


def today() -> date:
    """Return the day that it is in China."""
    return datetime.now(CHINA).date()
