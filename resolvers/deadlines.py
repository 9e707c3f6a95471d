"""Days and deadlines, in China's time."""

from datetime import UTC, date, datetime, timedelta, timezone

CHINA = timezone(timedelta(hours=8))  # without summer time since 1991
CONSENT_DAYS = 3  # working days within which the other side answers a claim
SATURDAY = 5


def now() -> datetime:
    """Return the present moment."""
    return datetime.now(UTC)


def today() -> date:
    """Return the day that it is in China."""
    return datetime.now(CHINA).date()


def consent_deadline(proposed: datetime) -> datetime:
    """Return until when a claim proposed then may be accepted."""
    return working_days_after(proposed, CONSENT_DAYS)


def working_days_after(start: datetime, days: int) -> datetime:
    """Return the same time of day, so many working days (Monday to Friday) later."""
    moment = start.astimezone(CHINA)
    while days > 0:
        moment += timedelta(days=1)
        days -= moment.weekday() < SATURDAY
    return moment.astimezone(UTC)
