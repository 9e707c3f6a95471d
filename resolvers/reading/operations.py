"""Operations that were answered wholly by plans, remembered: the next of the same shape needs no executing.

A cache in front of one implementation, never a second one: it holds the plans that the resolvers made, and what it
does not know takes the whole way.
"""

from collections.abc import Hashable

from cachetools import LRUCache

from db.models.states import Role

from .planning import Planned
from .values import Variables, shape

Roots = tuple[tuple[str, Planned], ...]


class Operations:
    """The remembered operations of a server process, and how often one was recalled or not."""

    def __init__(self, most: int) -> None:
        self.kept: LRUCache[Hashable, Roots] = LRUCache(most)
        self.hits = 0
        self.misses = 0

    def recall(self, asked: Hashable, role: Role | None, variables: Variables) -> Roots | None:
        """Its root fields in their order, or None when the operation was not seen in this shape."""
        try:
            roots = self.kept[asked, role, shape(variables)]
        except KeyError:
            self.misses += 1
            return None
        self.hits += 1
        return roots

    def remember(self, asked: Hashable, role: Role | None, variables: Variables, roots: Roots) -> None:
        """Keep what answered an operation."""
        self.kept[asked, role, shape(variables)] = roots

    def counters(self) -> dict[str, int]:
        """Hits, misses and how many are kept."""
        return {"hits": self.hits, "misses": self.misses, "kept": len(self.kept)}
