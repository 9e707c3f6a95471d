"""Until when topics were to be accepted and handled, and the time that was asked for and granted."""

from collections.abc import Iterator

from .clocks import Deadline, add_deadline, counted
from .rows import NULL, SPAN, Rows, date, stamp
from .stories import URGENCIES
from .texts import REASONS_FOR_TIME
from .things import Place, Topic
from .workdays import end_of_day, later

ACCEPT, LONGEST = 1, 15  # working days
EXTENDED = 0.3  # part of what would be late
NOT_WORKED_ON = ("SUBMITTED", "RETURNED", "MERGED", "HANDLED", "VERIFIED", "CLOSED")


def add_deadlines(rows: Rows, place: Place, topic: Topic) -> None:
    """Add the deadlines of a topic."""
    owner, steps = (topic.branch.id, NULL), topic.steps
    taken = steps[1][0] if len(steps) > 1 else None
    add_deadline(rows, counted("ACCEPT_TOPIC", topic.id, owner, topic.created, ACCEPT, end=taken))
    for start, end in _worked_on(topic):
        deadline = counted("HANDLE_TOPIC", topic.id, owner, start, URGENCIES[topic.urgency], end=end)
        _add_handling(rows, place, topic, deadline)
    suspended, review = _suspended(topic), topic.review
    if suspended is not None and review is not None:
        end = review if review < SPAN else None
        add_deadline(rows, Deadline("REVIEW_SUSPENSION", topic.id, owner, suspended, end_of_day(review), end=end))


def _suspended(topic: Topic) -> int | None:
    return next((time for time, status, _ in topic.steps if status == "SUSPENDED"), None)


def _worked_on(topic: Topic) -> Iterator[tuple[int, int | None]]:
    """Yield from when until when a topic was to be handled; it may be so again, after it was done."""
    start: int | None = None
    for time, status, _ in topic.steps:
        if status in NOT_WORKED_ON:
            if start is not None:
                yield start, time
            start = None
        elif start is None:
            start = time
    if start is not None:
        yield start, None


def _add_handling(rows: Rows, place: Place, topic: Topic, deadline: Deadline) -> None:
    """Add a deadline, later by what a suspension or an extension gave it."""
    start, due, end, stood = deadline.start, deadline.due, deadline.end or SPAN, _suspended(topic)
    if stood is not None and topic.review is not None and start <= stood < end:
        if topic.review < SPAN:
            deadline.raw, deadline.due = due, due + topic.review - stood
        else:
            deadline.stood = stood
        made = add_deadline(rows, deadline)
        _grant(rows, place, topic, made, stood - 600, "SUSPENSION", NULL, date(topic.review))
    elif end > due and rows.random.random() < EXTENDED:
        days = LONGEST - URGENCIES[topic.urgency]
        deadline.raw, deadline.due = due, later(due, days)
        _grant(rows, place, topic, add_deadline(rows, deadline), (start + due) // 2, "EXTENSION", days, NULL)
    else:
        add_deadline(rows, deadline)


def _grant(
    rows: Rows, place: Place, topic: Topic, deadline: str, asked: int, kind: str, days: object, review_on: str
) -> None:
    """Add a request of a topic's branch that the administrator approves."""
    by, decided = topic.branch.account, min(asked + 300, SPAN - 1)
    made = rows.id(asked)
    reason = rows.random.choice(REASONS_FOR_TIME)
    rows.add(
        *("extension", rows.subdistrict, made, deadline, kind, days, review_on, reason, place.admin, stamp(decided)),
        *("APPROVED", stamp(asked), stamp(decided), by),
    )
    rows.log("EXTENSION", made, [(asked, "ASKED", by), (decided, "APPROVED", place.admin)])
