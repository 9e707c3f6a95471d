"""Work in plain Python that would keep everybody waiting: done in a thread beside the event loop, one at a time."""

import asyncio
from collections.abc import Callable, Hashable
from typing import TypeVar

from cachetools import LRUCache

from db.turns import Asker, Turns

Key = TypeVar("Key", bound=Hashable)
Made = TypeVar("Made")


class Workshop:
    """Makes what a cache does not hold yet; all askers in turn, for two threads would only share one interpreter."""

    def __init__(self, *, seconds: float) -> None:
        self.turns = Turns(1, seconds=seconds)

    async def make(self, kept: LRUCache[Key, Made], key: Key, asker: Asker, make: Callable[[], Made]) -> Made:
        """What the cache holds under the key, made first where it is new; raises TooManyWaitingError."""
        found = kept.get(key)
        if found is not None:
            return found
        async with self.turns.of(asker):
            found = kept.get(key)  # somebody may have made it meanwhile
            if found is None:
                found = kept[key] = await asyncio.to_thread(make)
            return found
