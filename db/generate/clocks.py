"""Deadlines by the clocks of the machines, with the notices that they have had by the end."""

from dataclasses import dataclass

from ..machines import MACHINES
from .rows import DAY, NULL, SPAN, Rows, moment, stamp
from .workdays import before, closing, is_known, later

REPORT_AFTER = 5  # working days, the default of all policies
CLOCKS = {clock.kind.value: (machine, clock) for machine in MACHINES.values() for clock in machine.clocks}
SUBJECTS = {kind: machine.subject.value for kind, (machine, _) in CLOCKS.items()}
STATES = {kind: "{" + ",".join(clock.while_in) + "}" for kind, (_, clock) in CLOCKS.items()}
EXPIRING = {kind for kind, (_, clock) in CLOCKS.items() if clock.expires_to}
RUNGS = ("REMINDER", "URGING", "REPORT")

Owner = tuple[str, str]  # the branch and the partner that a deadline binds
Rungs = tuple[int, int | None, int | None]


@dataclass(slots=True)
class Deadline:
    """A deadline of an object, from a time until it is due; `end` is when the object left its states, if it has.

    `raw` is when it was due at first, if that was another time; `stood` since when it stands still, if it does;
    `expired` says that the clock itself ended it.
    """

    kind: str
    subject: str
    owner: Owner
    start: int
    due: int
    days: object = NULL
    end: int | None = None
    raw: int | None = None
    stood: int | None = None
    expired: bool = False


def counted(
    kind: str, subject: str, owner: Owner, start: int, days: int, *, end: int | None = None, expired: bool = False
) -> Deadline:
    """Return a deadline of so many working days; none: until the end of this one."""
    due = later(start, days) if days else closing(start)
    return Deadline(kind, subject, owner, start, due, days, end, expired=expired)


def add_deadline(rows: Rows, deadline: Deadline) -> str:
    """Add a deadline with its notices; return its id."""
    kind, made = deadline.kind, rows.id(deadline.start)
    rungs, status = _rungs(deadline), _status(deadline)
    raw = deadline.raw or deadline.due
    rows.add(
        *("deadline", rows.subdistrict, made, SUBJECTS[kind], deadline.subject, kind, STATES[kind], *deadline.owner),
        *(stamp(deadline.start), deadline.days, stamp(raw), stamp(deadline.due), *map(moment, rungs)),
        *(moment(_next(deadline, rungs) if status == "RUNNING" else None), moment(deadline.stood)),
        *(moment(deadline.end), "f" if rungs[2] is None or is_known(rungs[2]) else "t", status),
    )
    _ring(rows, deadline, made, rungs, status)
    return made


def _status(deadline: Deadline) -> str:
    if deadline.end is None:
        return "RUNNING" if deadline.stood is None else "SUSPENDED"
    if deadline.expired:
        return "EXPIRED"
    return "MET" if deadline.end <= deadline.due else "LATE"


def _rungs(deadline: Deadline) -> Rungs:
    """Return when to remind, urge and report; what expires by itself only reminds."""
    start, due = deadline.start, deadline.due
    day_before = before(due)
    remind = day_before if day_before > start else (start + due) // 2
    return (remind, None, None) if deadline.kind in EXPIRING else (remind, due + DAY, later(due, REPORT_AFTER))


def _next(deadline: Deadline, rungs: Rungs) -> int | None:
    """Return when the clock looks next: at a rung, at the expiry, or a day after at what is over and in use."""
    ahead = [time for time in rungs if time is not None and time > SPAN]
    if deadline.kind in EXPIRING:
        ahead.append(deadline.due if deadline.due > SPAN else SPAN + DAY)
    return min(ahead, default=None)


def _ring(rows: Rows, deadline: Deadline, made: str, rungs: Rungs, status: str) -> None:
    """Add the notices of the rungs that the deadline reached while it ran."""
    ran = min([SPAN, *(time for time in (deadline.end, deadline.stood) if time is not None)])
    reached = [(kind, time) for kind, time in zip(RUNGS, rungs, strict=True) if time is not None and time < ran]
    if status == "EXPIRED":
        reached.append(("EXPIRY", deadline.due))
    for kind, time in reached:
        told = max(time, deadline.start)
        rows.add("notice", rows.subdistrict, rows.id(told), made, kind, *deadline.owner, stamp(time), stamp(told))
