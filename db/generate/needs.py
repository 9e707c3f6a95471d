"""Needs: what they ask for, and what became of them."""

from random import Random

from .rows import DAY, NULL, SPAN, Rows, Step, date, stamp
from .texts import NEEDS, PARTNER_NEEDS, house
from .things import Branch, Givers, Need

OF_PARTNERS = 0.05  # part of the needs that partners have
PRIORITIES = ("LOW", "NORMAL", "NORMAL", "NORMAL", "HIGH", "URGENT")
CONTACTS = ("楼长", "网格员小组", "业主委员会", "居民代表")
DRAFTS, EXPIRED, WITHDRAWN = 0.1, 0.25, 0.4  # parts of the needs without project and claims, each on top of the last
DELIVERED = 0.8  # part of the fully claimed needs that went on


def make_need(rows: Rows, branch: Branch, givers: Givers, time: int) -> Need:
    """Make a need at a branch, of its people or of a partner; its row waits until its claims are known."""
    random = rows.random
    if random.random() < OF_PARTNERS:
        partner = random.choice(givers.partners)
        return Need(rows.id(time), random.choice(PARTNER_NEEDS), branch, partner.id, partner.account, time)
    return Need(rows.id(time), NEEDS[int(random.random() * len(NEEDS))], branch, NULL, branch.account, time)


def add_need(rows: Rows, need: Need) -> None:
    """Add the rows of a need and its lines."""
    random, kind, branch = rows.random, need.kind, need.branch
    claimed, most = need.totals()
    planned, ever_planned = _add_lines(rows, need)
    quantity = max(ever_planned, most) or 1 + int(random.random() * kind.most)
    steps = _steps(random, need, quantity)
    ours = need.partner == NULL
    owner = "PARTNER" if not ours else "RESIDENT" if random.random() < 0.6 else "GRID"
    rows.add(
        *("need", rows.subdistrict, need.id, owner, branch.id if ours else NULL, need.partner),
        *(branch.community if branch.grid != NULL else NULL, branch.grid, f"{house(random)}{kind.title}"),
        *(kind.description, kind.category, quantity, kind.unit, claimed, planned, int(random.random() * 300)),
        *(branch.place, date(need.created + 20 * DAY + int(random.random() * 160) * DAY)),
        *(PRIORITIES[int(random.random() * len(PRIORITIES))], CONTACTS[int(random.random() * len(CONTACTS))]),
        *(f"1390000{int(random.random() * 10_000):04}", steps[-1][1]),
        *(stamp(need.created), stamp(steps[-1][0]), need.account),
    )
    rows.log("NEED", need.id, steps)


def _add_lines(rows: Rows, need: Need) -> tuple[int, int]:
    """Add the lines; return what those of live projects plan, and what all of them do."""
    planned = ever_planned = 0
    for line in need.lines:
        claimed, most = line.totals()
        spare = int(rows.random.random() * need.kind.most) if rows.random.random() < 0.4 else 0
        quantity = max(most, 1) + spare
        rows.add("need_line", rows.subdistrict, line.id, line.project.id, need.id, quantity, claimed)
        ever_planned += quantity
        planned += 0 if line.project.terminated else quantity
    return planned, ever_planned


def _steps(random: Random, need: Need, quantity: int) -> list[Step]:
    draw, by = random.random(), need.account
    untouched = not need.lines and not need.events
    if untouched and draw < DRAFTS:
        return [(need.created, "DRAFT", by)]
    steps = [(need.created, "POSTED", by), *need.steps("POSTED", quantity)]
    # Projects and claims come while a need is open: what closes it comes after the last of them.
    opened, moved = (line.project.created for line in need.lines), (time for time, _, _ in need.events)
    time = max([steps[-1][0], *opened, *moved])
    for status in _ending(steps[-1][1], draw, untouched):
        time += DAY + int(random.random() * 20 * DAY)
        if time >= SPAN:
            break
        steps.append((time, status, by))
    return steps


def _ending(status: str, draw: float, untouched: bool) -> tuple[str, ...]:
    if status == "FULLY_CLAIMED" and draw < DELIVERED:
        return ("IN_DELIVERY", "FULFILLED", "EVALUATED")
    if untouched and draw < WITHDRAWN:
        return ("EXPIRED",) if draw < EXPIRED else ("WITHDRAWN",)
    return ()
