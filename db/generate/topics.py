"""Topics with their supporters and ratings; what happens to them stands in `stories`."""

from collections.abc import Sequence

from . import stories
from .deliberations import add_deliberation
from .deliveries import rate
from .rows import DAY, NULL, SPAN, Rows, date, stamp
from .texts import EVIDENCE, OUTCOMES, house
from .things import Need, Partner, Place, Topic, Works
from .times import add_deadlines
from .whistles import add_whistle

OF_FULFILLED, OF_OTHERS = 0.8, 0.03  # parts of the grids' needs that began as a topic
RESTRICTED = "HARDSHIP"  # nothing is posted for such a topic, so that no need is restricted
LATE = 0.6  # below 1: more topics are young than old
AT_GRIDS = 0.9  # part of the topics that grids take on
MOST_SUPPORTERS = 4
RATED = 0.5  # part of the closed topics
FOLLOW_UPS = ("SATISFIED", "SATISFIED", "SATISFIED", "SATISFIED", "DISSATISFIED", "NO_ANSWER")


def raise_topics(rows: Rows, place: Place, works: Works) -> int:
    """Make topics that were resolved before the needs of some projects were posted; return how many.

    Their rows wait for the needs; most are of needs that are to be fulfilled.
    """
    random, many = rows.random, 0
    for need in (project.lines[0].need for project in works.projects):
        _, most = need.totals()
        share = OF_FULFILLED if 0 < most == need.progress()[1] else OF_OTHERS
        public = need.branch.grid != NULL and not need.partner and need.kind.category != RESTRICTED
        if public and random.random() < share:
            created = need.created - 3 * DAY - int(random.random() * 10 * DAY)
            topic = stories.begin(random, place, need.branch, rows.id(created), created)
            topic.kind, need.topic = need.kind, topic
            stories.resolve(random, topic, need.created)
            many += 1
    return many


def add_answered(rows: Rows, place: Place, need: Need) -> None:
    """Add the topic of a need, which is handled once the need is fulfilled."""
    topic = need.topic
    if topic is None:
        return
    topic.steps.append((need.created + 1, "NEED_POSTED", topic.branch.account))
    fulfilled = [time for time, status, _ in need.steps if status == "FULFILLED"]
    if fulfilled:
        stories.handle(rows.random, topic, fulfilled[0])
    _add(rows, place, topic)


def add_topics(rows: Rows, place: Place, partners: Sequence[Partner], many: int) -> None:
    """Add as many topics that lead to no need: given back, merged, suspended, or with a whistle."""
    random = rows.random
    departments = [partner for partner in partners if partner.kind == "DEPARTMENT"]
    open_: dict[str, str] = {}  # per branch a topic that others are merged into
    for created in sorted(DAY + int(random.random() ** LATE * (SPAN - 2 * DAY)) for _ in range(many)):
        branch = random.choice(place.grids if random.random() < AT_GRIDS else place.communities)
        topic = stories.begin(random, place, branch, rows.id(created), created)
        _add_other(rows, place, departments, topic, open_)


def _add_other(rows: Rows, place: Place, departments: Sequence[Partner], topic: Topic, open_: dict[str, str]) -> None:
    random, draw, branch = rows.random, rows.random.random(), topic.branch
    if draw < stories.RETURNED:
        stories.turn_down(random, topic, "RETURNED")
    elif draw < stories.MERGED and branch.id in open_:
        stories.turn_down(random, topic, "MERGED")
    else:
        stories.resolve(random, topic)
        if draw < stories.SUSPENDED and topic.urgency == "SEVEN_DAYS":
            stories.suspend(random, topic, place.admin)
        if departments:
            add_whistle(rows, place, topic, departments)
    _add(rows, place, topic, open_.get(branch.id, NULL))
    if topic.steps[-1][1] not in ("RETURNED", "MERGED"):
        open_[branch.id] = topic.id


def _add(rows: Rows, place: Place, topic: Topic, into: str = NULL) -> None:
    """Add a topic whose story is known, as far as the time reaches, and all that hangs on it."""
    topic.steps = stories.cut(topic.steps)
    _add_row(rows, topic, _add_supporters(rows, place, topic), into)
    rows.log("TOPIC", topic.id, topic.steps)
    add_deliberation(rows, topic)
    add_deadlines(rows, place, topic)
    (closed, status, _), reporter = topic.steps[-1], topic.reporter
    if status == "CLOSED" and rows.random.random() < RATED:
        rater = reporter if reporter != topic.branch.account else rows.random.choice(place.residents)
        rate(rows, "RESIDENT_RATES_OUTCOME", closed + DAY // 2, rater, topic=topic.id)


def _add_row(rows: Rows, topic: Topic, supporters: int, into: str) -> None:
    random, branch, kind = rows.random, topic.branch, topic.kind
    (updated, status, _), handled = topic.steps[-1], any(step[1] == "HANDLED" for step in topic.steps)
    shown = (random.choice(OUTCOMES), random.choice(EVIDENCE)) if handled else ("", "")
    asked = random.choice(FOLLOW_UPS) if status == "CLOSED" else "DISSATISFIED" if status == "REOPENED" else NULL
    suspended = ("RESOLVED", date(topic.review)) if status == "SUSPENDED" and topic.review else (NULL, NULL)
    rows.add(
        *("topic", rows.subdistrict, topic.id, topic.reporter, "反映人", f"1390000{int(random.random() * 10_000):04}"),
        *(branch.id, branch.community, branch.grid, f"{house(random)}{kind.title}", kind.description, branch.place),
        *(kind.category, topic.urgency, supporters, into if status == "MERGED" else NULL),
        *(branch.account if handled else NULL, *shown, branch.above if status in ("VERIFIED", "CLOSED") else NULL),
        *(asked, *suspended, "t" if kind.category == RESTRICTED else "f", status),
        *(stamp(topic.created), stamp(updated), topic.reporter),
    )


def _add_supporters(rows: Rows, place: Place, topic: Topic) -> int:
    many = int(rows.random.random() ** 3 * MOST_SUPPORTERS)
    accounts = [one for one in rows.random.sample(place.residents, many) if one != topic.reporter]
    time = min(topic.created + DAY // 4, SPAN - 1)
    for account in accounts:
        rows.add("supporter", rows.subdistrict, rows.id(time), topic.id, account, stamp(time))
    return len(accounts)
