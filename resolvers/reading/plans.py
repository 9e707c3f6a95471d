"""Plans that were made before: a shape of operation seen once costs no planning again."""

import asyncio
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from typing import Any

from cachetools import LRUCache
from graphql import GraphQLResolveInfo

from db.standing import Standing
from resolvers.errors import ErrorCode, ServiceError

from .planning import Planned
from .values import shape, variables_of

AT_ONCE = 2  # root fields of one operation that are read side by side; the other connections are for other people


@dataclass
class Plans:
    """The plans of a server process, as many as `kept` takes, and how often one was found or had to be made."""

    kept: LRUCache[Hashable, Planned]
    max_cost: int
    hits: int = 0
    misses: int = 0

    def get(self, key: Hashable, make: Callable[[], Planned]) -> Planned:
        """The plan of that key, made when it is new."""
        found = self.kept.get(key)
        if found is not None:
            self.hits += 1
            return found
        self.misses += 1
        self.kept[key] = made = make()
        return made

    def counters(self) -> dict[str, int]:
        """Hits, misses and how many are kept."""
        return {"hits": self.hits, "misses": self.misses, "kept": len(self.kept)}


@dataclass
class Spending:
    """What one operation has read so far: the objects that it may show, and its root plans by response key."""

    cost: int = 0
    places: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(AT_ONCE))
    planned: dict[str, Planned] = field(default_factory=dict)

    def add(self, planned: Planned, values: Mapping[str, object], most: int) -> None:
        """Count the cost of a plan; too much is refused before anything runs."""
        cost = self.cost + planned.cost.of(values)
        if cost > most:
            raise ServiceError(ErrorCode.TOO_COSTLY, cost=cost, most=most)
        self.cost = cost

    def extensions(self) -> dict[str, object]:
        """What is said beside the answer: its cost, and what of it takes signing in, as paths of response keys."""
        paths = sorted(key + path for key, planned in self.planned.items() for path in planned.unseen)
        return {"cost": self.cost} | ({"signInRequired": paths} if paths else {})


def key_of(info: GraphQLResolveInfo[Any], standing: Standing, *place: str) -> Hashable:  # Any: as in the resolvers
    """What plans are kept by: query text, operation, place in the answer, role, shape of the variables."""
    text = info.operation.loc.source.body if info.operation.loc else ""
    name = info.operation.name.value if info.operation.name else None
    return text, name, place, standing, shape(variables_of(info))
