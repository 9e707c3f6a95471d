"""What a plan may cost: the objects that it may show, and the work of finding them, page sizes multiplied down."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from db.plan import (
    Actions,
    Aggregate,
    Body,
    ByIds,
    Connection,
    Edges,
    Either,
    Groups,
    Many,
    Nodes,
    One,
    PageInfo,
    Parts,
    Root,
    Shown,
    Single,
    StateAt,
    TotalCount,
)
from db.standing import Standing

from .prices import FEW, counting, paging, rows

TABLE = 100  # each that the statement names: it is written and planned, half a millisecond
RANKING = 2_000  # reads what two hundred candidates say
TOLD = {Actions: 5, StateAt: 2, Parts: 2}  # what is not stored, of one object


class TooCostlyError(Exception):
    """What is asked for costs so much, or more."""

    def __init__(self, cost: int) -> None:
        super().__init__(cost)
        self.cost = cost


@dataclass(frozen=True)
class Cost:
    """`size` objects with what is inside each: a number, or the parameter that is one, or a list or text so long."""

    size: str | int
    inside: tuple["Cost", ...] = ()

    def of(self, values: Mapping[str, object]) -> int:
        """The cost for these values of the parameters."""
        size = values[self.size] if isinstance(self.size, str) else self.size
        times = len(size) if isinstance(size, list | str) else size
        if not isinstance(times, int):
            raise TypeError(f"{self.size} is no number")
        inside = sum([cost.of(values) for cost in self.inside]) if self.inside else 0
        return max(times, 1) * inside + times  # also an empty page costs what PostgreSQL must plan of it

    def plus(self, more: int) -> "Cost":
        """The same cost and so much more."""
        return Cost(0, (self, Cost(more))).given({})

    def given(self, values: Mapping[str, object]) -> "Cost":
        """The same cost with what these values decide worked out."""
        inside = [cost.given(values) for cost in self.inside]
        fixed = sum(cost.size for cost in inside if isinstance(cost.size, int) and not cost.inside)
        others = tuple(cost for cost in inside if isinstance(cost.size, str) or cost.inside)
        found = Cost(self.size, (*others, Cost(fixed)) if fixed else others)
        known = not isinstance(self.size, str) or self.size in values
        return found if others or not known else Cost(found.of(values))


def cost_of(root: Root, standing: Standing) -> Cost:
    """The cost of a whole plan, but for its tables."""
    return Cost(0, tuple(_of_root(root, standing)))


def _of_root(root: Root, standing: Standing) -> Iterator[Cost]:
    match root:
        case Connection():
            yield Cost(1, tuple(_of_connection(root, standing)))
        case Single(body):
            yield Cost(1, _inside(body, standing))
        case ByIds():
            yield Cost(root.ids.name, tuple(cost for _, body in root.bodies for cost in _inside(body, standing)))


def _inside(body: Body, standing: Standing) -> tuple[Cost, ...]:
    return tuple(cost for _, shown in body.fields for cost in _of(shown, standing))


def _of(shown: Shown, standing: Standing) -> Iterator[Cost]:
    match shown:
        case One(_, body):
            yield Cost(1, _inside(body, standing))
        case Many(_, body):
            yield Cost(FEW, _inside(body, standing))
        case Either(choices):
            yield Cost(1, tuple(cost for choice in choices for cost in _inside(choice.body, standing)))
        case Actions() | StateAt() | Parts():
            yield Cost(TOLD[type(shown)])
        case Connection():
            yield from _of_connection(shown, standing)


def _of_connection(connection: Connection, standing: Standing) -> Iterator[Cost]:
    reckoned = rows(connection, standing)
    pages = [_page(connection, part, standing) for _, part in connection.fields if isinstance(part, Nodes | Edges)]
    yield from pages
    if pages or any(isinstance(part, PageInfo) for _, part in connection.fields):
        yield from map(Cost, paging(connection, reckoned, standing))
    for _, part in connection.fields:
        if isinstance(part, TotalCount | Aggregate | Groups):
            yield from map(Cost, counting(connection, reckoned, standing))
        if isinstance(part, Groups):
            yield Cost(part.limit.name)
    if connection.ranking:
        yield Cost(RANKING)
    if connection.ranking and connection.ranking.typed:
        yield Cost(connection.ranking.typed.name)


def _page(connection: Connection, part: Nodes | Edges, standing: Standing) -> Cost:
    bodies = [part.body] if isinstance(part, Nodes) else [shown for _, shown in part.fields if isinstance(shown, Body)]
    return Cost(connection.size.name, tuple(cost for body in bodies for cost in _inside(body, standing)))
