"""Claims in both directions, each with the states that it went through until the end."""

from itertools import accumulate
from random import Random

from .deliveries import add_deliveries
from .rows import DAY, NULL, SPAN, Rows, Step, moment, stamp
from .texts import PLANS
from .things import Claim, Event, Givers, Line, Need, Partner, Place, Resource, Works
from .workdays import later

HOUR = DAY // 24
ANSWER = 3  # working days that a proposal may wait
COURTING = 60 * DAY  # how long after its opening a project is still claimed
BACKWARD = 0.25  # part of the claims that a branch begins
WITH_RESOURCE = 0.3  # part of the partners' claims that name a resource
BACKLOG_WEIGHT = 0.5  # a need without a project is claimed half as often as a line

PATHS = (
    *[("ACCEPTED", "ACTIVE", "DELIVERED", "CONFIRMED")] * 10,
    *[("DECLINED",)] * 3,
    *[("WITHDRAWN",)] * 2,
    ("ACCEPTED", "WITHDRAWN"),
    *[("EXPIRED",)] * 2,
    ("ACCEPTED", "ACTIVE", "DEFAULTED"),
)
DELAYS = {  # the longest time before a state; a proposal expires when its time is up
    "ACCEPTED": ANSWER * DAY - HOUR,
    "DECLINED": ANSWER * DAY - HOUR,
    "WITHDRAWN": ANSWER * DAY - HOUR,
    "ACTIVE": 10 * DAY,
    "DELIVERED": 50 * DAY,
    "CONFIRMED": 10 * DAY,
    "DEFAULTED": 60 * DAY,
}
GIVEN_BACK = ("DECLINED", "WITHDRAWN", "EXPIRED")
ENDED = {*GIVEN_BACK, "DEFAULTED", "CONFIRMED"}

Target = Line | Need
Gift = tuple[Partner | None, Resource | None]


def add_claims(rows: Rows, place: Place, works: Works, givers: Givers, claims: int) -> None:
    """Add as many claims, most of them on projects; a popular need gets several."""
    random = rows.random
    lines: list[Target] = [line for project in works.projects for line in project.lines]
    targets = lines + [need for need in works.backlog if not need.partner]
    weights = [random.random() ** 2 * (1 if index < len(lines) else BACKLOG_WEIGHT) for index in range(len(targets))]
    drawn = random.choices(range(len(targets)), cum_weights=list(accumulate(weights)), k=claims) if claims else []
    for index in sorted(drawn):
        target = targets[index]
        need, line = (target.need, target) if isinstance(target, Line) else (target, None)
        claim = _claim(rows, place, givers, need, line)
        _hold(claim)
        _add(rows, claim)


def _claim(rows: Rows, place: Place, givers: Givers, need: Need, line: Line | None) -> Claim:
    """Make a claim on a need, which is without a project when there is no line."""
    random = rows.random
    opened, branch = (line.project.created, line.project.branch) if line else (need.created, need.branch)
    began = opened + 1 + int(random.random() * min(COURTING, SPAN - 2 - opened))
    backward = line is None or random.random() < BACKWARD
    partner, resource = (_wanted if backward else _willing)(random, givers, need, began)
    giver = partner.account if partner else place.admin
    quantity = 1 + int(random.random() ** 2 * need.kind.most / 3)
    amount = 1 if resource is None or resource.next_day else quantity
    claim = Claim(need, line, branch, backward, partner, resource, giver, quantity, amount, [])
    claim.steps = _steps(random, claim, began)
    claim.delivered = _delivered(random, claim)
    return claim


def _willing(random: Random, givers: Givers, need: Need, time: int) -> Gift:
    """Return a partner that claims somebody else's need, and perhaps the resource that it will use."""
    number = int(random.random() ** 2 * len(givers.partners))
    partner = givers.partners[number]
    if partner is need.partner:
        partner = givers.partners[number - 1]
    if partner.resources and random.random() < WITH_RESOURCE:
        resource = random.choice(partner.resources)
        return partner, resource if resource.created < time else None
    return partner, None


def _wanted(random: Random, givers: Givers, need: Need, time: int) -> Gift:
    """Return a resource that a branch claims, and the partner that gives it, if not the subdistrict does."""
    resource = givers.resources[int(random.random() * givers.before(time))]
    if resource.partner and resource.partner is need.partner:
        resource = givers.resources[0]
    return resource.partner, resource


def _steps(random: Random, claim: Claim, time: int) -> list[Step]:
    giver, branch = claim.giver, claim.branch.account
    proposer, other = (branch, giver) if claim.backward else (giver, branch)
    actors = {"ACCEPTED": other, "DECLINED": other, "WITHDRAWN": proposer, "ACTIVE": giver, "DELIVERED": giver}
    steps = [(time, "PROPOSED", proposer)]
    for status in PATHS[int(random.random() * len(PATHS))]:
        if status == "EXPIRED":
            time = later(time, ANSWER) + 1 + int(random.random() * 60)  # the clock comes by every minute
        else:
            time += HOUR + int(random.random() * DELAYS[status])
        if time >= SPAN:
            break
        steps.append((time, status, NULL if status == "EXPIRED" else actors.get(status, claim.receiver)))
    return steps


def _delivered(random: Random, claim: Claim) -> int:
    """Return how much is delivered: all, or a part where it is under way or broke off."""
    status = claim.steps[-1][1]
    if status in ("DELIVERED", "CONFIRMED"):
        return claim.quantity
    return int(random.random() ** 2 * claim.quantity) if status in ("ACTIVE", "DEFAULTED") else 0


def _hold(claim: Claim) -> None:
    """Take from what the claim draws on, give back what it released, and keep its project and partner busy."""
    ended, status, _ = claim.steps[-1]
    claim.need.events += _changes(claim, claim.quantity)
    for pool, amount in ((claim.line, claim.quantity), (claim.resource, claim.amount)):
        if pool is not None:
            pool.events += [(time, held, 0, 0) for time, held, _, _ in _changes(claim, amount) if held]
    if claim.line:
        project = claim.line.project
        project.last = max(project.last, ended)
        project.busy = project.busy or status not in ENDED
    if claim.partner:
        claim.partner.carrying += status not in ENDED
        claim.partner.given += status == "CONFIRMED"
        claim.partner.defaulted += status == "DEFAULTED"
    if claim.need.partner:
        claim.need.partner.received += status == "CONFIRMED"


def _changes(claim: Claim, amount: int) -> list[Event]:
    """Return how a claim changes what is held, under way and confirmed; what was delivered in vain is kept."""
    events = [(claim.steps[0][0], amount, 0, 0)]
    for time, status, _ in claim.steps:
        if status == "ACTIVE":
            events.append((time, 0, amount, 0))
        elif status == "CONFIRMED":
            events.append((time, 0, 0, amount))
        elif status == "DEFAULTED":
            kept = -(-amount * claim.delivered // claim.quantity)
            events.append((time, kept - amount, kept - amount, kept))
        elif status in GIVEN_BACK:
            events.append((time, -amount, 0, 0))
    return events


def _add(rows: Rows, claim: Claim) -> None:
    (began, _, proposer), (ended, status, _) = claim.steps[0], claim.steps[-1]
    line, partner, resource, receiver = claim.line, claim.partner, claim.resource, claim.need.partner
    made, window = rows.id(began), _window(resource, began)
    rows.add(
        *("claim", rows.subdistrict, made, "BRANCH_CLAIMS_RESOURCE" if claim.backward else "PARTNER_CLAIMS_NEED"),
        *(partner.id if partner else NULL, claim.branch.id, claim.need.id),
        *((line.id, line.project.id) if line else (NULL, NULL)),
        *(resource.id if resource else NULL, receiver.id if receiver else NULL),
        *(claim.quantity, claim.amount if resource else NULL, claim.delivered),
        *(PLANS[int(rows.random.random() * len(PLANS))], *map(moment, window), *_consents(claim)),
        *(stamp(later(began, ANSWER)), status, stamp(began), stamp(ended), proposer),
    )
    rows.log("CLAIM", made, claim.steps)
    add_deliveries(rows, claim, made, window[1])


def _consents(claim: Claim) -> tuple[str, str, str, str]:
    """Return who consented and when, the partner's side first: one by proposing, the other by accepting."""
    steps, branch = claim.steps, claim.branch.account
    proposed = stamp(steps[0][0])
    answered = stamp(steps[1][0]) if len(steps) > 1 and steps[1][1] == "ACCEPTED" else NULL
    if claim.backward:
        return (claim.giver if answered != NULL else NULL), answered, branch, proposed
    return claim.giver, proposed, (branch if answered != NULL else NULL), answered


def _window(resource: Resource | None, time: int) -> tuple[int | None, int | None]:
    """Return the next free window of an exclusive resource."""
    if resource is None or not resource.next_day:
        return None, None
    start = max(resource.next_day, (time // DAY + 2) * DAY)
    resource.next_day = start + DAY
    return start + HOUR, start + 3 * HOUR
