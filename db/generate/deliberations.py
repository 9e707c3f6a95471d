"""Deliberations on topics, with those who came."""

from .rows import DAY, Rows, stamp
from .texts import PLACES_OF_TALKS, TALKS
from .things import Topic

ROLES = ("RESIDENT", "OWNERS_COMMITTEE", "PROPERTY_MANAGER", "GRID_INSTRUCTOR", "COMMUNITY_SECRETARY", "GRID_SECRETARY")


def add_deliberation(rows: Rows, topic: Topic) -> None:
    """Add the deliberation of a topic that came to one, minuted once it is resolved."""
    times = {status: time for time, status, _ in reversed(topic.steps)}
    if "DELIBERATING" not in times:
        return
    random, branch, begun, by = rows.random, topic.branch, times["DELIBERATING"], topic.branch.account
    minuted = times["RESOLVED"] - 60 if "RESOLVED" in times else None
    steps = [(begun, "CONVENED", by), *([(minuted, "MINUTED", by)] if minuted else [])]
    made, (updated, status, _) = rows.id(begun), steps[-1]
    options, *said = random.choice(TALKS)
    held = stamp(updated - DAY // 24 if minuted else begun + 2 * DAY)
    rows.add(
        *("deliberation", rows.subdistrict, made, topic.id, branch.id, held, random.choice(PLACES_OF_TALKS), options),
        *(*(said if minuted else ("", "")), status, stamp(begun), stamp(updated), by),
    )
    rows.log("DELIBERATION", made, steps)
    for role in ROLES if minuted else ():
        rows.add("attendee", rows.subdistrict, rows.id(updated), made, role)
