"""Deadlines of the demo: by the clocks of the machines, counted from Monday to Friday.

Those in working days are provisional: the service's clock counts them again by the calendar.
"""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import Enum

from ..machines import MACHINES, Clock, Length, Machine, Minutes, Until, WorkingDays
from ..models import Base, Policy

SATURDAY = 5
CLOSING = time(18)
ONE_DAY = timedelta(days=1)
MACHINE_OF = {machine.model.__tablename__: machine for machine in MACHINES.values()}

Row = Mapping[str, Any]  # Any: values of columns


def as_model(model: type[Base], row: Row) -> Any:  # Any: an object of the model, as clocks take it
    """Return a row as an object of its model, which stays outside of any session."""
    kinds = {column.name: column.type for column in model.__table__.columns}
    return model(**{name: _value(kinds[name], value) for name, value in row.items()})


def _value(kind: object, value: Any) -> Any:  # Any: as Row
    return kind.enum_class(value) if isinstance(kind, Enum) and kind.enum_class and value is not None else value


def deadlines(table: str, row: Row, before: str, policy: Policy, start: datetime) -> Iterator[dict[str, Any]]:
    """Yield the columns of the deadlines that begin with a row's new state; `before` is its old one."""
    machine = MACHINE_OF.get(table)
    for clock in machine.clocks if machine else ():
        if row["status"] in clock.while_in and before not in clock.while_in:
            yield from _deadline(machine, clock, row, policy, start)  # type: ignore[arg-type]  # it has a clock


def _deadline(machine: Machine, clock: Clock, row: Row, policy: Policy, start: datetime) -> Iterator[dict[str, Any]]:
    subject = as_model(machine.model, row)
    length = clock.length(subject, policy)
    if length is None:
        return
    due, days = when(start, length), length.number if isinstance(length, WorkingDays) else None
    yield {
        "subject_type": machine.subject,
        "subject_id": row["id"],
        "kind": clock.kind,
        "while_in": list(clock.while_in),
        "starts_at": start,
        "working_days": days,
        "raw_due_at": due,
        "provisional": days is not None,
        **clock.owner(subject)._asdict(),
        **rungs(start, due, clock, policy),
    }


def when(start: datetime, length: Length) -> datetime:
    """Return when something is due that begins then and takes so long."""
    if isinstance(length, Minutes):
        return start + timedelta(minutes=length.number)
    if isinstance(length, Until):
        return length.moment if isinstance(length.moment, datetime) else _end(length.moment, start)
    return later(start, length.number) if length.number else _closing(start)


def later(start: datetime, days: int) -> datetime:
    """Return the same time of day so many days from Monday to Friday later, or earlier."""
    left, step = abs(days), ONE_DAY if days > 0 else -ONE_DAY
    while left:
        start += step
        left -= start.weekday() < SATURDAY
    return start


def _end(day: date, start: datetime) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=start.tzinfo) + ONE_DAY


def _closing(start: datetime) -> datetime:
    """Return the end of the working day, or of the next one."""
    closing = datetime.combine(start, CLOSING, start.tzinfo)
    return closing if start < closing and start.weekday() < SATURDAY else later(closing, 1)


def rungs(start: datetime, due: datetime, clock: Clock, policy: Policy) -> dict[str, datetime]:
    """Return when it is due and when to remind, urge and report; what expires by itself only reminds."""
    remind = later(due, -1)
    remind = remind if remind > start else start + (due - start) / 2
    times = {"due_at": due, "remind_at": remind, "next_at": remind}
    if clock.expires_to:
        return times
    return times | {"urge_at": due + ONE_DAY, "report_at": later(due, policy.report_after_days)}
