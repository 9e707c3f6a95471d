"""Needs: what they ask for, and what became of them."""

from ..matching.entries import NEED
from .clocks import Deadline, add_deadline
from .deliveries import rate
from .entries import add_entry
from .rows import DAY, NULL, SPAN, Rows, date, stamp
from .texts import NEEDS, PARTNER_NEEDS, house
from .things import Branch, Givers, Need, Place
from .workdays import end_of_day

OF_PARTNERS = 0.05  # part of the needs that partners have
PRIORITIES = ("LOW", "NORMAL", "NORMAL", "NORMAL", "HIGH", "URGENT")
CONTACTS = ("楼长", "网格员小组", "业主委员会", "居民代表")
DRAFTS, EXPIRED, WITHDRAWN = 0.1, 0.25, 0.4  # parts of the needs without project and claims, each on top of the last
EVALUATED = 0.8  # part of the fulfilled needs
DATED = 0.5  # part of the needs that say by when, with those that expired
OVERDUE = 0.05  # part of the open needs in use that are still open after the day by which they were needed
SPARE = 0.4  # part of the lines that ask for more than was ever claimed; none of a topic's do
OPEN = ("POSTED", "PARTLY_CLAIMED", "FULLY_CLAIMED", "IN_DELIVERY")


def make_need(rows: Rows, branch: Branch, givers: Givers, time: int) -> Need:
    """Make a need at a branch, of its people or of a partner; its row waits until its claims are known."""
    random = rows.random
    if random.random() < OF_PARTNERS:
        partner = random.choice(givers.partners)
        return Need(rows.id(time), random.choice(PARTNER_NEEDS), branch, partner, partner.account, time)
    return Need(rows.id(time), NEEDS[int(random.random() * len(NEEDS))], branch, None, branch.account, time)


def add_need(rows: Rows, place: Place, need: Need) -> None:
    """Add the rows of a need and its lines."""
    random, kind, branch, partner = rows.random, need.kind, need.branch, need.partner
    claimed, most = need.totals()
    planned, ever_planned = _add_lines(rows, need)
    quantity = max(ever_planned, most) or 1 + int(random.random() * kind.most)
    needed_by = _steps(rows, need, quantity)
    owner = "PARTNER" if partner else "RESIDENT" if random.random() < 0.6 else "GRID"
    (updated, status, _), topic = need.steps[-1], need.topic
    title = f"{house(random)}{kind.title}"
    rows.add(
        *("need", rows.subdistrict, need.id, owner, NULL if partner else branch.id, partner.id if partner else NULL),
        *(topic.id if topic else NULL, branch.community if branch.grid != NULL else NULL, branch.grid),
        *(title, kind.description, kind.category, quantity, kind.unit, claimed, planned),
        *(*need.progress(), int(random.random() * 300), branch.place, NULL if needed_by is None else date(needed_by)),
        *(PRIORITIES[int(random.random() * len(PRIORITIES))], CONTACTS[int(random.random() * len(CONTACTS))]),
        *(f"1390000{int(random.random() * 10_000):04}", status, stamp(need.created), stamp(updated), need.account),
    )
    rows.log("NEED", need.id, need.steps)
    add_entry(rows, place.subcategories, NEED, (need.id, kind.category, status), title, (kind.title, kind.description))
    if status == "EVALUATED":
        rate(rows, "OWNER_RATES_NEED", updated, need.account, need=need.id)
    if needed_by is not None and status in (*OPEN, "EXPIRED"):
        _add_deadline(rows, need, needed_by)


def _add_deadline(rows: Rows, need: Need, needed_by: int) -> None:
    ended, status, _ = need.steps[-1]
    expired, owner = status == "EXPIRED", (NULL, need.partner.id) if need.partner else (need.branch.id, NULL)
    end, due = ended if expired else None, end_of_day(needed_by)
    add_deadline(rows, Deadline("EXPIRE_NEED", need.id, owner, need.created, due, end=end, expired=expired))


def _add_lines(rows: Rows, need: Need) -> tuple[int, int]:
    """Add the lines; return what those of live projects plan, and what all of them do."""
    planned = ever_planned = 0
    for line in need.lines:
        claimed, most = line.totals()
        more = not need.topic and rows.random.random() < SPARE
        spare = int(rows.random.random() * need.kind.most) if more else 0
        quantity = max(most, 1) + spare
        rows.add("need_line", rows.subdistrict, line.id, line.project.id, need.id, quantity, claimed)
        ever_planned += quantity
        planned += 0 if line.project.terminated else quantity
    return planned, ever_planned


def _steps(rows: Rows, need: Need, quantity: int) -> int | None:
    """Find the states that a need went through; return the day by which it is needed, if it says so."""
    random, posted = rows.random, need.created
    draw, needed_by = random.random(), posted + 20 * DAY + int(random.random() * 160) * DAY
    untouched = not need.lines and not need.events
    if untouched and draw < DRAFTS:
        need.steps = [(posted, "DRAFT", need.account)]
        return None
    need.steps = [(posted, "POSTED", need.account), *need.states("POSTED", quantity)]
    # Projects and claims come while a need is open: what closes it comes after the last of them.
    lines, events = (line.project.created for line in need.lines), (event[0] for event in need.events)
    time = max([need.steps[-1][0], *lines, *events]) + DAY + int(random.random() * 20 * DAY)
    status = _ending(need.steps[-1][1], draw, untouched)
    if status == "EXPIRED":
        time = end_of_day(needed_by) + 30
    if status and time < SPAN:
        need.steps.append((time, status, NULL if status == "EXPIRED" else need.account))
        return needed_by
    if random.random() > DATED:
        return None
    late = needed_by < SPAN and (untouched or random.random() > OVERDUE)
    return SPAN + int(random.random() * 120) * DAY if late else needed_by


def _ending(status: str, draw: float, untouched: bool) -> str:
    if status == "FULFILLED" and draw < EVALUATED:
        return "EVALUATED"
    if untouched and draw < WITHDRAWN:
        return "EXPIRED" if draw < EXPIRED else "WITHDRAWN"
    return ""
