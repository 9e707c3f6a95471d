"""What a plan may cost: the objects that it may show, page sizes multiplied down."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from db.plan import (
    Actions,
    Body,
    ByIds,
    Connection,
    Edges,
    Either,
    Groups,
    Many,
    Nodes,
    One,
    Parts,
    Root,
    Shown,
    Single,
    StateAt,
)

LIST = 10  # objects that a list without pages is reckoned to hold


@dataclass(frozen=True)
class Cost:
    """`size` (a number, or the name of the parameter that holds it) objects with what is inside each."""

    size: str | int
    inside: tuple["Cost", ...] = ()

    def of(self, values: Mapping[str, object]) -> int:
        """The number of objects for these values of the parameters."""
        size = values[self.size] if isinstance(self.size, str) else self.size
        times = len(size) if isinstance(size, list) else size
        if not isinstance(times, int):
            raise TypeError(f"{self.size} is no number")
        inside = sum([cost.of(values) for cost in self.inside]) if self.inside else 0
        return max(times, 1) * inside + times  # also an empty page costs what PostgreSQL must plan of it

    def given(self, values: Mapping[str, object]) -> "Cost":
        """The same cost with what these values decide worked out."""
        inside = tuple(cost.given(values) for cost in self.inside)
        known = not isinstance(self.size, str) or self.size in values
        if known and all(isinstance(cost.size, int) and not cost.inside for cost in inside):
            return Cost(Cost(self.size, inside).of(values))
        return Cost(self.size, inside)


def cost_of(root: Root) -> Cost:
    """The cost of a whole plan."""
    match root:
        case Connection():
            return Cost(1, tuple(_of_connection(root)))
        case Single(body):
            return Cost(1, _inside(body))
        case ByIds():
            return Cost(root.ids.name, tuple(cost for _, body in root.bodies for cost in _inside(body)))


def _inside(body: Body) -> tuple[Cost, ...]:
    return tuple(cost for _, shown in body.fields for cost in _of(shown))


def _of(shown: Shown) -> Iterator[Cost]:
    match shown:
        case One(_, body):
            yield Cost(1, _inside(body))
        case Many(_, body):
            yield Cost(LIST, _inside(body))
        case Either(choices):
            yield Cost(1, tuple(cost for choice in choices for cost in _inside(choice.body)))
        case Actions() | StateAt() | Parts():
            yield Cost(1)
        case Connection():
            yield from _of_connection(shown)


def _of_connection(connection: Connection) -> Iterator[Cost]:
    for _, part in connection.fields:
        match part:
            case Nodes(body):
                yield Cost(connection.size.name, _inside(body))
            case Edges(fields):
                bodies = [shown for _, shown in fields if isinstance(shown, Body)]
                yield Cost(connection.size.name, tuple(cost for body in bodies for cost in _inside(body)))
            case Groups():
                yield Cost(part.limit.name)
            case _:
                yield Cost(1)
