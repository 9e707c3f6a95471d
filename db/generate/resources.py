"""Resources: what partners offer, and the subdistrict itself."""

from random import Random

from ..matching.entries import RESOURCE
from .clocks import Deadline, add_deadline
from .entries import add_entry
from .rows import DAY, NULL, SPAN, Rows, Step, moment, stamp
from .texts import CONDITIONS, OFFERS
from .things import Partner, Place, Resource

OFFERING = 120 * DAY  # the oldest resource, when all partners are in
PROJECTS_PER_RESOURCE = 5
OWN = 0.05  # part of the resources that the subdistrict itself gives
DRAFTS = 0.1  # part of the unclaimed ones
PAUSED, WITHDRAWN, EXPIRED = 0.04, 0.07, 0.1  # each on top of the last


def offer(rows: Rows, place: Place, partners: list[Partner], projects: int) -> list[Resource]:
    """Make the resources, oldest first; their rows wait until their claims are known."""
    random = rows.random
    many = projects // PROJECTS_PER_RESOURCE
    times = sorted(OFFERING + int(random.random() ** 2 * (SPAN - 2 * OFFERING)) for _ in range(many))
    # The oldest is the subdistrict's own: whoever's need it is, a branch can always claim that one.
    owners = [None, *(None if random.random() < OWN else random.choice(partners) for _ in times)]
    return [_resource(rows, place, owner, time) for owner, time in zip(owners, [OFFERING, *times], strict=True)]


def _resource(rows: Rows, place: Place, owner: Partner | None, time: int) -> Resource:
    kind = rows.random.choice(OFFERS)
    exclusive = kind.form == "VENUE" and owner is not None
    next_day = (time + 7 * DAY) // DAY * DAY if exclusive else 0
    made = Resource(rows.id(time), owner, owner.account if owner else place.admin, time, kind, next_day)
    if owner:
        owner.resources.append(made)
    return made


def add_resource(rows: Rows, place: Place, resource: Resource) -> None:
    """Add the row of a resource whose claims are known."""
    random, kind, owner = rows.random, resource.kind, resource.partner
    claimed, most = resource.totals()
    quantity = max(most, 1) + (0 if random.random() < 0.5 else int(random.random() * 20))
    steps = _steps(random, resource, claimed, quantity)
    (updated, status, _), until = steps[-1], _until(resource, steps)
    title = f"{owner.name if owner else place.committee.place}{kind.title}"
    rows.add(
        *("resource", rows.subdistrict, resource.id, owner.id if owner else NULL, _area(random, place, resource)),
        *(title, kind.description),
        *(kind.form, kind.category, quantity, kind.unit, claimed, "t" if resource.next_day else "f"),
        *(stamp(resource.created), moment(until), random.choice(CONDITIONS), status),
        *(stamp(resource.created), stamp(updated), resource.account),
    )
    rows.log("RESOURCE", resource.id, steps)
    said = (kind.title, kind.description)
    add_entry(rows, place.subcategories, RESOURCE, (resource.id, kind.category, status), title, said)
    if until is not None and status not in ("DRAFT", "WITHDRAWN"):
        binds = (NULL, owner.id if owner else NULL)
        expired = status == "EXPIRED"
        end, start = updated if expired else None, resource.created
        add_deadline(rows, Deadline("EXPIRE_RESOURCE", resource.id, binds, start, until, end=end, expired=expired))


def _until(resource: Resource, steps: list[Step]) -> int | None:
    """Return until when a resource is there: what is exclusive long after the end, what has expired until it did."""
    ended, status, _ = steps[-1]
    if status == "EXPIRED":
        return ended - 30
    return resource.next_day + SPAN if resource.next_day else None


def _area(random: Random, place: Place, resource: Resource) -> str:
    """Return a community for some that nobody from elsewhere has claimed."""
    limited = not resource.events and random.random() < 0.5
    return random.choice(place.communities).community if limited else NULL


def _steps(random: Random, resource: Resource, claimed: int, quantity: int) -> list[Step]:
    by, draw = resource.account, random.random()
    if not resource.events and random.random() < DRAFTS:
        return [(resource.created, "DRAFT", by)]
    steps = [(resource.created, "OFFERED", by), *resource.states("OFFERED", quantity)]
    later = max([steps[-1][0], *(event[0] for event in resource.events)]) + DAY
    if later >= SPAN or draw >= EXPIRED:
        return steps
    ending = "PAUSED" if claimed or draw < PAUSED else "WITHDRAWN" if draw < WITHDRAWN else "EXPIRED"
    return [*steps, (later, ending, NULL if ending == "EXPIRED" else by)]
