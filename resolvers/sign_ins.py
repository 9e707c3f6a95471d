"""Brakes for who guesses passwords: what failed counts, at a login from one address, and at a login from everywhere.

Each server process counts for itself: with n of them a guesser has n times as many tries.
"""

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Hashable
from contextlib import asynccontextmanager
from ipaddress import IPv6Address, ip_address, ip_network
from weakref import WeakValueDictionary

from cachetools import LRUCache

from .errors import ErrorCode, UserError

FAILURES = 5  # at one login from one address in a row: who forgot a password rarely needs more
PATIENCE_SECONDS = 30.0  # then one for each such time: 2,880 a day, too few to guess
ALL_FAILURES = 60  # at one login from everywhere, which twelve addresses need
ALL_PATIENCE_SECONDS = 10.0  # then 8,640 a day: more than three addresses may fail at, so that one locks nobody out
KEYS = 10_000  # remembered at once, the one used longest ago forgotten first: failing at 10,000 others takes minutes
PREFIX = 64  # of an IPv6 address: what follows is each subscriber's own to choose


class Brake:
    """Lets some failures of a key pass, then one for each `patience`; `clock` tells seconds."""

    def __init__(self, failures: int, patience: float, clock: Callable[[], float]) -> None:
        self._free = (failures - 1) * patience
        self._patience = patience
        self._clock = clock
        self._forgiven_at: LRUCache[Hashable, float] = LRUCache(KEYS)

    def wait(self, key: Hashable) -> float:
        """Return the seconds until another failure may pass; 0 for none."""
        now = self._clock()
        return max(self._forgiven_at.get(key, now) - now - self._free, 0.0)

    def failed(self, key: Hashable) -> None:
        """Count a failure."""
        now = self._clock()
        self._forgiven_at[key] = max(self._forgiven_at.get(key, now), now) + self._patience

    def succeeded(self, key: Hashable) -> None:
        """Forget the failures of a key."""
        self._forgiven_at.pop(key, None)


class SignIns:
    """Who may try a password now. An address where a login has succeeded does not suffer from failures elsewhere."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._here = Brake(FAILURES, PATIENCE_SECONDS, clock)
        self._everywhere = Brake(ALL_FAILURES, ALL_PATIENCE_SECONDS, clock)
        self._proven: LRUCache[Hashable, bool] = LRUCache(KEYS)
        self._turns: WeakValueDictionary[Hashable, asyncio.Lock] = WeakValueDictionary()

    @asynccontextmanager
    async def turn(self, login: str, address: str) -> AsyncIterator[None]:
        """A try at a login, known or not; one after the other, so that each counts before the next.

        A UserError that leaves the block is a failure. Raises TOO_MANY_ATTEMPTS with the seconds to wait.
        """
        pair = (login, _place(address))
        turn = self._turns.setdefault(pair if pair in self._proven else login, asyncio.Lock())
        async with turn:
            wait = max(self._here.wait(pair), 0.0 if pair in self._proven else self._everywhere.wait(login))
            if wait > 0:
                raise UserError(ErrorCode.TOO_MANY_ATTEMPTS, seconds=int(wait) + 1)
            try:
                yield
            except UserError:
                self._here.failed(pair)
                self._everywhere.failed(login)
                raise
            self._here.succeeded(pair)
            self._proven[pair] = True


def _place(address: str) -> str:
    """The address as it counts."""
    try:
        parsed = ip_address(address)
    except ValueError:
        return address  # of a socket in the file system, or of a test
    if not isinstance(parsed, IPv6Address):
        return address
    return str(parsed.ipv4_mapped or ip_network((parsed, PREFIX), strict=False))
