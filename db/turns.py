"""Who comes next where there are fewer places than askers: all in turn, and nobody has more than a share of them.

All strangers together are one party, within which their clients take turns: however many they are, a member waits for
one of them at most.
"""

import asyncio
from asyncio import Future
from collections import OrderedDict, deque
from collections.abc import Hashable
from types import TracebackType
from typing import NamedTuple

WAITING = 64  # of one client: several screens full of queries
STRANGERS_WAITING = 256
ALL_WAITING = 1024


class TooManyWaitingError(Exception):
    """There was no place: too many were waiting, or the wait took too long."""


class Asker(NamedTuple):
    """Whose turn it is: a member, or none and the client of a stranger."""

    party: Hashable
    client: Hashable = None


ITSELF = Asker("the service")


class _Party:
    """What a party holds, and those of its clients who wait, the next one first."""

    __slots__ = ("clients", "held", "most", "name", "waiting")

    def __init__(self, name: Hashable, most: int) -> None:
        self.name, self.most, self.held, self.waiting = name, most, 0, 0
        self.clients: dict[Hashable, deque[Future[None]]] = {}

    def join(self, client: Hashable, turn: "Future[None]") -> None:
        """Wait behind what this client waits for already."""
        self.clients.setdefault(client, deque()).append(turn)
        self.waiting += 1

    def next(self) -> "Future[None]":
        """Whose turn it is; its client comes last the next time."""
        client = next(iter(self.clients))
        line = self.clients.pop(client)
        turn = line.popleft()
        if line:
            self.clients[client] = line
        self.waiting -= 1
        return turn

    def leave(self, client: Hashable, turn: "Future[None]") -> None:
        """Wait no longer."""
        line = self.clients[client]
        line.remove(turn)
        if not line:
            del self.clients[client]
        self.waiting -= 1


class Turns:
    """`size` places, of which a member has half at most, and all strangers together a quarter; each at least one."""

    def __init__(self, size: int, *, seconds: float) -> None:
        self.free = size
        self.seconds = seconds  # that anybody waits
        self.half, self.quarter = max(1, size // 2), max(1, size // 4)
        self.parties: OrderedDict[Hashable, _Party] = OrderedDict()  # who holds or waits, the next one first
        self.until: dict[Future[None], tuple[float, Asker]] = {}  # who waits how long, the oldest first
        self.watched = False

    @property
    def waiting(self) -> int:
        """How many wait."""
        return len(self.until)

    def of(self, asker: Asker) -> "Turn":
        """A place while an `async with` lasts; raises TooManyWaitingError."""
        return Turn(self, asker)

    def take(self, asker: Asker) -> "Future[None] | None":
        """Take a place; where there is none, return what to `wait` for."""
        party = self.parties.get(asker.party) or self._enter(asker.party)
        if self.free and party.held < party.most:  # then nobody waits who might have it
            self.free -= 1
            party.held += 1
            return None
        return self._queue(party, asker)

    async def wait(self, asker: Asker, turn: "Future[None]") -> None:
        """Wait for the place that could not be taken."""
        try:
            await turn
        except BaseException:
            if turn in self.until:
                self._give_up(turn)
            elif not turn.cancelled() and turn.exception() is None:
                self.give(asker)  # it came when nobody waited any more
            raise

    def give(self, asker: Asker) -> None:
        """Give a place back, to whose turn it is."""
        party = self.parties[asker.party]
        party.held -= 1
        self.free += 1
        while self.free and self.until and self._serve():
            pass
        self._forget(party)

    def _enter(self, name: Hashable) -> _Party:
        party = self.parties[name] = _Party(name, self.quarter if name is None else self.half)
        return party

    def _forget(self, party: _Party) -> None:
        if not party.held and not party.waiting:
            self.parties.pop(party.name, None)

    def _queue(self, party: _Party, asker: Asker) -> "Future[None]":
        most = STRANGERS_WAITING if party.name is None else WAITING
        in_line = len(party.clients.get(asker.client, ()))
        if in_line >= WAITING or party.waiting >= most or len(self.until) >= ALL_WAITING:
            self._forget(party)
            raise TooManyWaitingError
        loop = asyncio.get_running_loop()
        turn: Future[None] = loop.create_future()
        party.join(asker.client, turn)
        self.until[turn] = loop.time() + self.seconds, asker
        if not self.watched:
            self._watch()
        return turn

    def _serve(self) -> bool:
        """Give a place to the next party that may have one, which comes last the next time; whether there was one."""
        for party in self.parties.values():
            if party.waiting and party.held < party.most:
                break
        else:
            return False
        self.parties.move_to_end(party.name)
        turn = party.next()
        del self.until[turn]
        if turn.done():  # whoever waited has just given up
            self._forget(party)
        else:
            party.held += 1
            self.free -= 1
            turn.set_result(None)
        return True

    def _give_up(self, turn: "Future[None]") -> None:
        _, asker = self.until.pop(turn)
        party = self.parties[asker.party]
        party.leave(asker.client, turn)
        self._forget(party)

    def _watch(self) -> None:
        """Tell those who have waited too long, and look again when the next one will have."""
        loop = asyncio.get_running_loop()
        while self.until:
            turn, (until, _) = next(iter(self.until.items()))
            if until > loop.time():
                loop.call_at(until, self._watch)
                break
            self._give_up(turn)
            if not turn.done():
                turn.set_exception(TooManyWaitingError())
        self.watched = bool(self.until)


class Turn:
    """A place, taken and given back."""

    __slots__ = ("asker", "turns")

    def __init__(self, turns: Turns, asker: Asker) -> None:
        self.turns, self.asker = turns, asker

    async def __aenter__(self) -> None:
        waited_for = self.turns.take(self.asker)
        if waited_for is not None:
            await self.turns.wait(self.asker, waited_for)

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.turns.give(self.asker)
