"""What a generated subdistrict consists of, while its claims are being made and its rows wait."""

from bisect import bisect
from dataclasses import dataclass, field

from .rows import NULL, Step
from .texts import NeedKind, OfferKind


@dataclass(slots=True)
class Branch:
    """A party branch that leads projects, and the account that consents for it."""

    id: str
    account: str
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


@dataclass(slots=True, kw_only=True)
class Pool:
    """What claims draw on; events are (time, quantity taken or given back, account)."""

    events: list[tuple[int, int, str]] = field(default_factory=list)

    def totals(self) -> tuple[int, int]:
        """Return what is held in the end, and the most that was ever held at once: the quantity must suffice for it."""
        held = most = 0
        self.events.sort()
        for _, change, _ in self.events:
            held += change
            most = max(held, most)
        return held, most

    def steps(self, free: str, quantity: int) -> list[Step]:
        """Return the states that the claims led to, after `totals`; `free` is the state of nothing claimed."""
        held, status, last = 0, free, 0
        steps: list[Step] = []
        for time, change, actor in self.events:
            held += change
            reached = free if not held else "FULLY_CLAIMED" if held == quantity else "PARTLY_CLAIMED"
            last = max(time, last + 1)  # two transitions of one object never share a time, which orders their ids
            if reached != status:
                steps.append((last, reached, actor))
                status = reached
        return steps


@dataclass(slots=True)
class Partner:
    """A partner unit; `carrying` counts while claims are made."""

    id: str
    account: str
    name: str
    kind: str
    code: str
    steps: list[Step]
    carrying: int = 0
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
class Need(Pool):
    """A need; `partner` and `account` are whose it is."""

    id: str
    kind: NeedKind
    branch: Branch
    partner: str
    account: str
    created: int
    lines: "list[Line]" = field(default_factory=list)


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
    """A claim; `giver` is the account of the partner's side, `amount` counts in the resource's unit."""

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
