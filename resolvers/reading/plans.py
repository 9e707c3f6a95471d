"""Plans that were made before: a shape of operation seen once costs no planning again."""

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from typing import Any

from cachetools import LRUCache
from graphql import GraphQLResolveInfo

from db.standing import Standing
from db.turns import Asker
from resolvers.errors import ErrorCode, ServiceError

from .planning import Planned
from .values import shape, variables_of
from .workshop import Workshop


@dataclass
class Plans:
    """The plans of a server process, as many as `kept` takes, and how often one was found or had to be made."""

    kept: LRUCache[Hashable, Planned]
    max_cost: int
    workshop: Workshop
    hits: int = 0
    misses: int = 0

    async def get(self, key: Hashable, asker: Asker, make: Callable[[], Planned]) -> Planned:
        """The plan of that key, made when it is new."""
        if key in self.kept:
            self.hits += 1
        else:
            self.misses += 1
        return await self.workshop.make(self.kept, key, asker, make)

    def counters(self) -> dict[str, int]:
        """Hits, misses and how many are kept."""
        return {"hits": self.hits, "misses": self.misses, "kept": len(self.kept)}


@dataclass
class Spending:
    """What one operation has cost so far, its root plans by response key, and which of them failed already."""

    cost: int = 0
    over: int = 0
    planned: dict[str, Planned] = field(default_factory=dict)
    failed: dict[str, Exception] = field(default_factory=dict)

    def add(self, planned: Planned, values: Mapping[str, object], most: int) -> None:
        """Count the cost of a plan; too much is refused before anything runs."""
        cost = self.cost + planned.cost.of(values)
        self.require(most)
        if cost > most:
            raise self.refused(cost, most)
        self.cost = cost

    def require(self, most: int) -> None:
        """Refuse what comes after something that was too costly."""
        if self.over:
            raise self.refused(self.over, most)

    def refused(self, cost: int, most: int) -> ServiceError:
        """The error of what costs so much or more."""
        self.over = cost
        return ServiceError(ErrorCode.TOO_COSTLY, cost=cost, most=most)

    def extensions(self) -> dict[str, object]:
        """What is said beside the answer: its cost, and what of it takes signing in, as paths of response keys."""
        paths = [key + path for key, planned in self.planned.items() for path in planned.unseen]
        return {"cost": self.cost, "signInRequired": sorted(paths)} if paths else {"cost": self.cost}


def key_of(info: GraphQLResolveInfo[Any], standing: Standing, *place: str) -> Hashable:  # Any: as in the resolvers
    """What plans are kept by: query text, operation, place in the answer, role, shape of the variables."""
    text = info.operation.loc.source.body if info.operation.loc else ""
    name = info.operation.name.value if info.operation.name else None
    return text, name, place, standing, shape(variables_of(info))
