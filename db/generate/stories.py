"""What happens to topics: the states that they and their whistles go through, as far as the time reaches."""

from random import Random

from .rows import DAY, SPAN, Step
from .texts import NEEDS
from .things import Branch, Place, Topic

HOUR = DAY // 24
EARLY = (("ACCEPTED", 1.4), ("DELIBERATING", 1.5), ("RESOLVED", 3.0))  # within how many days after the state before
CALLED = (
    ("APPROVED", 0.5),
    ("DISPATCHED", 0.5),
    ("REPORTED_IN", 1.2),
    ("HANDLING", 0.5),
    ("DONE", 8.0),
    ("RATED", 6.0),
)
URGENCIES = {"SAME_DAY": 0, "THREE_DAYS": 3, "SEVEN_DAYS": 7}  # working days
OF_RESIDENTS = 0.6  # part of the topics that residents report themselves
RETURNED, MERGED, SUSPENDED = 0.25, 0.4, 0.46  # parts of the topics without a need, each on top of the last
REWORK, REOPENED = 0.05, 0.03  # parts of what was handled, and of what was closed


def begin(random: Random, place: Place, branch: Branch, made: str, created: int) -> Topic:
    """Return a topic as it is reported."""
    reporter = random.choice(place.residents) if random.random() < OF_RESIDENTS else branch.account
    urgency = random.choice(("SAME_DAY", "THREE_DAYS", "SEVEN_DAYS", "SEVEN_DAYS"))
    topic = Topic(made, branch, random.choice(NEEDS), created, urgency, reporter)
    topic.steps = [(created, "SUBMITTED", reporter)]
    return topic


def resolve(random: Random, topic: Topic, until: int | None = None) -> None:
    """Take a topic to its resolution, in the usual time or until then."""
    time, by = topic.created, topic.branch.account
    usual = sum(days for _, days in EARLY)
    for status, days in EARLY:
        length = days * DAY if until is None else days / usual * (until - topic.created)
        time += HOUR + int(random.random() * (length - 2 * HOUR))
        topic.steps.append((time, status, by))


def suspend(random: Random, topic: Topic, admin: str) -> None:
    """Let a topic that is resolved rest for some weeks; a review in time lets it go on."""
    time = topic.steps[-1][0] + HOUR
    topic.review = time + (4 + int(random.random() * 22)) * 7 * DAY
    topic.steps += [(time, "SUSPENDED", admin), (topic.review, "RESOLVED", topic.branch.account)]


def call(random: Random, topic: Topic, admin: str, department: str, *, emergency: bool) -> list[Step]:
    """Let a topic's branch blow the whistle; return the states of the whistle."""
    by, time = topic.branch.account, topic.steps[-1][0] + HOUR + int(random.random() * DAY)
    topic.steps.append((time, "WHISTLED", by))
    actors = {"APPROVED": admin, "DISPATCHED": admin, "RATED": by}
    steps = [(time, "RAISED", by)]
    for status, days in CALLED:
        hurry = emergency and status != "RATED"
        time += 60 + int(random.random() * days * (HOUR if hurry else DAY))
        steps.append((time, status, actors.get(status, department)))
    handle(random, topic, steps[-2][0])
    return cut(steps)


def handle(random: Random, topic: Topic, after: int) -> None:
    """Report a topic handled, let it be verified and closed; some are done again."""
    by, above = topic.branch.account, topic.branch.above
    steps = ["HANDLED", *(["REWORK", "HANDLED"] if random.random() < REWORK else []), "VERIFIED", "CLOSED"]
    if random.random() < REOPENED:
        steps += ["REOPENED", "HANDLED", "VERIFIED", "CLOSED"]
    time = after
    for status in steps:
        time += HOUR + int(random.random() * 3 * DAY)
        topic.steps.append((time, status, above if status in ("VERIFIED", "REWORK") else by))


def turn_down(random: Random, topic: Topic, status: str) -> None:
    """Give a topic back, or merge it."""
    time = topic.created + HOUR + int(random.random() * DAY)
    topic.steps.append((time, status, topic.branch.account))


def cut(steps: list[Step]) -> list[Step]:
    """Return the steps before the end."""
    return [step for step in steps if step[0] < SPAN]
