"""Work in plain Python that would keep everybody waiting: done in a thread beside the event loop, one at a time."""

import asyncio
from collections.abc import Callable, Hashable
from typing import TypeVar

from cachetools import LRUCache

from resolvers.errors import ErrorCode, ServiceError

Key = TypeVar("Key", bound=Hashable)
Made = TypeVar("Made")

MOST_WAITING = 64


class Beside:
    """Makes what a cache does not hold yet; one at a time, for two threads would only share one interpreter."""

    def __init__(self) -> None:
        self.waiting = 0
        self.place = asyncio.Lock()

    async def make(self, kept: LRUCache[Key, Made], key: Key, make: Callable[[], Made]) -> Made:
        """What the cache holds under the key, made first where it is new; raises ServiceError."""
        found = kept.get(key)
        if found is not None:
            return found
        if self.waiting == MOST_WAITING:
            raise ServiceError(ErrorCode.BUSY)
        self.waiting += 1
        try:
            async with self.place:
                found = kept.get(key)  # somebody may have made it meanwhile
                if found is None:
                    found = kept[key] = await asyncio.to_thread(make)
                return found
        finally:
            self.waiting -= 1
