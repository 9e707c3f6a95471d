"""What a generated subdistrict consists of, while its claims are being made and its rows wait."""

from bisect import bisect
from dataclasses import dataclass, field

from .rows import NULL, Step
from .texts import NeedKind, OfferKind

Event = tuple[int, int, int, int]


@dataclass(slots=True)
class Branch:
    """A party branch that leads projects, the account that consents for it, and that of the branch above."""

    id: str
    account: str
    above: str
    community: str = NULL
    grid: str = NULL
    place: str = ""


@dataclass(slots=True)
class Place:
    """A subdistrict with its branches; `admin` consents for what the subdistrict itself gives."""

    number: int
    admin: str
    committee: Branch
    middle: tuple[float, float]
    communities: list[Branch] = field(default_factory=list)
    grids: list[Branch] = field(default_factory=list)
    residents: list[str] = field(default_factory=list)
    subcategories: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True, kw_only=True)
class Pool:
    """What claims draw on; events are (time, change of what is held, of what is under way, of what is confirmed)."""

    events: list[Event] = field(default_factory=list)

    def totals(self) -> tuple[int, int]:
        """Return what is held in the end, and the most that was ever held at once: the quantity must suffice for it."""
        held = most = 0
        self.events.sort()
        for _, change, _, _ in self.events:
            held += change
            most = max(held, most)
        return held, most

    def progress(self) -> tuple[int, int]:
        """Return what is under way or confirmed in the end, and what is confirmed."""
        return sum(event[2] for event in self.events), sum(event[3] for event in self.events)

    def states(self, free: str, quantity: int) -> list[Step]:
        """Return the states that the claims led to, after `totals`; `free` is the state of nothing claimed."""
        held = begun = confirmed = last = 0
        status, steps = free, []
        for time, more, start, sure in self.events:
            held, begun, confirmed = held + more, begun + start, confirmed + sure
            reached = _state(free, quantity, held, begun, confirmed)
            last = max(time, last + 1)  # two transitions of one object never share a time, which orders their ids
            if reached != status:
                steps.append((last, reached, NULL))  # what follows from a claim tells nobody's name
                status = reached
        return steps


def _state(free: str, quantity: int, held: int, begun: int, confirmed: int) -> str:
    if confirmed == quantity:
        return "FULFILLED"
    if begun == quantity:
        return "IN_DELIVERY"
    return free if not held else "FULLY_CLAIMED" if held == quantity else "PARTLY_CLAIMED"


@dataclass(slots=True)
class Partner:
    """A partner unit; what it carries, gave and received is counted while claims are made."""

    id: str
    account: str
    name: str
    kind: str
    code: str
    steps: list[Step]
    carrying: int = 0
    given: int = 0
    received: int = 0
    defaulted: int = 0
    rated: int = 0
    rating_sum: int = 0
    resources: "list[Resource]" = field(default_factory=list)


@dataclass(slots=True)
class Resource(Pool):
    """A resource; an exclusive one gives one window a day, the next on `next_day`."""

    id: str
    partner: Partner | None
    account: str
    created: int
    kind: OfferKind
    next_day: int


@dataclass(slots=True)
class Givers:
    """Who gives what: the partners that are admitted, and resources by age."""

    partners: list[Partner]
    resources: list[Resource]
    ages: list[int]

    def before(self, time: int) -> int:
        """Return how many of the resources were offered before a time."""
        return bisect(self.ages, time)


@dataclass(slots=True)
class Topic:
    """A topic that a branch takes on; `steps` are the states that it goes through, `review` ends a suspension."""

    id: str
    branch: Branch
    kind: NeedKind
    created: int
    urgency: str
    reporter: str
    steps: list[Step] = field(default_factory=list)
    review: int | None = None


@dataclass(slots=True)
class Need(Pool):
    """A need of a branch, perhaps posted for a topic, or of a partner; `account` is that of whose it is."""

    id: str
    kind: NeedKind
    branch: Branch
    partner: Partner | None
    account: str
    created: int
    topic: Topic | None = None
    lines: "list[Line]" = field(default_factory=list)
    steps: list[Step] = field(default_factory=list)


@dataclass(slots=True)
class Line(Pool):
    """A need line: how much of a need a project answers."""

    id: str
    need: Need
    project: "Project"


@dataclass(slots=True)
class Project:
    """A project; `last` is when its last claim moved, `busy` says that one will move again."""

    id: str
    branch: Branch
    created: int
    title: str
    lines: list[Line] = field(default_factory=list)
    last: int = 0
    busy: bool = False
    terminated: bool = False


@dataclass(slots=True)
class Works:
    """All that is there to be claimed; no project answers the backlog yet."""

    projects: list[Project] = field(default_factory=list)
    needs: list[Need] = field(default_factory=list)
    backlog: list[Need] = field(default_factory=list)


@dataclass(slots=True)
class Claim:
    """A claim; `giver` and `receiver` are the accounts of its sides, `amount` counts in the resource's unit.

    `delivered` is how much was by the end.
    """

    need: Need
    line: Line | None
    branch: Branch
    backward: bool
    partner: Partner | None
    resource: Resource | None
    giver: str
    quantity: int
    amount: int
    steps: list[Step]
    delivered: int = 0

    @property
    def receiver(self) -> str:
        """The account that confirms: the partner's whose need it is, or the branch's."""
        return self.need.account if self.need.partner else self.branch.account
