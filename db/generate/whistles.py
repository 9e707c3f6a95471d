"""Whistles for topics, and the departments that they call."""

from collections.abc import Sequence

from . import stories
from .clocks import Deadline, add_deadline, counted
from .rows import NULL, Rows, moment, stamp
from .texts import OUTCOMES, WHISTLES, house
from .things import Partner, Place, Topic

KINDS = ("BEYOND_AUTHORITY", "BEYOND_AUTHORITY", "JOINT_ENFORCEMENT", "EMERGENCY")
REPORT_IN, REPORT_IN_SECONDS, HANDLE = 1, 30 * 60, 7  # a working day, or half an hour in an emergency; working days
ASSISTED = 0.4  # part of the whistles that call a second department
RESTRICTED = "HARDSHIP"  # a whistle is as restricted as its topic


def add_whistle(rows: Rows, place: Place, topic: Topic, departments: Sequence[Partner]) -> None:
    """Add a whistle for a topic that is resolved; its topic is handled once it is done."""
    random, branch = rows.random, topic.branch
    called = random.sample(departments, min(len(departments), 2 if random.random() < ASSISTED else 1))
    kind = random.choice(KINDS)
    steps = stories.call(random, topic, place.admin, called[0].account, emergency=kind == "EMERGENCY")
    if not steps:
        return
    (raised, _, by), (updated, status, _), times = steps[0], steps[-1], {status: time for time, status, _ in steps}
    made = rows.id(raised)
    rows.add(
        *("whistle", rows.subdistrict, made, kind, "GRID" if branch.grid != NULL else "COMMUNITY", branch.id),
        *(branch.community, topic.id, f"{house(random)}{topic.kind.title}", random.choice(WHISTLES), branch.place),
        *("t" if topic.kind.category == RESTRICTED else "f", place.admin if "APPROVED" in times else NULL),
        *(
            random.choice(OUTCOMES) if "DONE" in times else "",
            2 + int(random.random() * 4) if "RATED" in times else NULL,
        ),
        *("", status, stamp(raised), stamp(updated), by),
    )
    rows.log("WHISTLE", made, steps)
    _call(rows, made, called, times)
    _add_deadlines(rows, topic, made, times, emergency=kind == "EMERGENCY")


def _call(rows: Rows, whistle: str, called: Sequence[Partner], times: dict[str, int]) -> None:
    if "DISPATCHED" in times:
        there = moment(times.get("REPORTED_IN"))
        for number, department in enumerate(called):
            call = rows.id(times["DISPATCHED"])
            lead = "f" if number else "t"
            rows.add("whistle_department", rows.subdistrict, call, whistle, department.id, lead, there)


def _add_deadlines(rows: Rows, topic: Topic, whistle: str, times: dict[str, int], *, emergency: bool) -> None:
    owner, dispatched, there = (topic.branch.id, NULL), times.get("DISPATCHED"), times.get("REPORTED_IN")
    if dispatched is not None and emergency:
        due = dispatched + REPORT_IN_SECONDS
        add_deadline(rows, Deadline("REPORT_IN", whistle, owner, dispatched, due, end=there))
    elif dispatched is not None:
        add_deadline(rows, counted("REPORT_IN", whistle, owner, dispatched, REPORT_IN, end=there))
    if there is not None:
        add_deadline(rows, counted("HANDLE_WHISTLE", whistle, owner, there, HANDLE, end=times.get("DONE")))
