"""Clients that read and act like the people of a subdistrict, one request after the other."""

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from random import Random
from typing import Any

import orjson

from db.machines import ACTIONS, BY_MODEL
from resolvers.tokens import Tokens

from .acting.actors import Actor, actor
from .acting.inputs import NothingFitsError, Scene
from .acting.sights import Facts, document, filtered, seen
from .acting.steps import Steps, eagerness, looks
from .figures import Figures
from .load import Connection, Request
from .queries import QUERIES
from .towns import Town

TOUR = 200  # steps with the same people
READS, BEGINS = 0.3, 0.12  # how often somebody only reads, or begins something new
READ = ("point", "list", "stats")
LOOK, HOT_LOOK = 15, 3  # how many objects somebody chooses among; in the hot subdistrict all want the same few
OWN, ANY = 0.7, 0.4  # how often somebody looks at what is of the own side only, and at any state
BEGINNINGS = [name for name, action in ACTIONS.items() if "" in action.sources]
MACHINES = {model.__name__: machine for model, machine in BY_MODEL.items()}
BUSINESS = {"Topic": 5, "Deliberation": 2, "Need": 2, "Project": 3, "Claim": 5, "Whistle": 2}  # the others: 1
OF_BRANCH = {"Topic", "Deliberation", "JointMeeting", "Need", "Project", "Claim", "Whistle", "Alliance"}
OF_PARTNER = {"Need", "Resource", "Claim", "Membership"}

Variables = Mapping[str, Any]  # Any: JSON


@dataclass
class Client:
    """One person's device after the other: tours a subdistrict, with some of its people, then another."""

    port: int
    random: Random
    towns: Sequence[Town]  # one: it stays there, with the same people
    tokens: Tokens
    steps: Steps
    figures: Figures

    async def run(self, until: float) -> None:
        """Act until then."""
        self.connection = await Connection.open(self.port)
        while time.perf_counter() < until:
            await self._tour(until)
        self.connection.close()

    @property
    def _stays(self) -> bool:
        return len(self.towns) == 1

    async def _tour(self, until: float) -> None:
        town = self.random.choice(self.towns)
        people = town.cast(Random(0) if self._stays else self.random)  # noqa: S311 - nothing here is a secret
        cast = [actor(account, self.tokens) for account in people]
        for _ in range(TOUR):
            if time.perf_counter() >= until:
                return
            await self._step(self.random.choice(cast))

    async def _step(self, player: Actor) -> None:
        draw = self.random.random()
        if draw < READS:
            name = self.random.choice(READ)
            await self._ask(f"read {name}", player, QUERIES[name])
        elif draw < READS + BEGINS:
            await self._begin(player)
        else:
            await self._act(player)

    async def _begin(self, player: Actor) -> None:
        """Make something new."""
        possible = [name for name in BEGINNINGS if player.role in ACTIONS[name].roles]
        if possible:
            await self._do(self.random.choice(possible), player, {})

    async def _act(self, player: Actor) -> None:
        """Do something with an object of which it is available."""
        (kind,) = self.random.choices([*MACHINES], [BUSINESS.get(kind, 1) for kind in MACHINES])
        found = await self._look(kind, player)
        possible = [(facts, action) for facts in found for action in facts["availableActions"]]
        if possible:
            weights = [eagerness(action) for _, action in possible]
            about, action = self.random.choices(possible, weights)[0]
            await self._do(action, player, about)

    async def _look(self, kind: str, player: Actor) -> Sequence[Facts]:
        """The newest objects of a kind, in one state or in any, often of the own side only."""
        own = _own(kind, player) if self.random.random() < OWN else None
        states = [state for state in MACHINES[kind].following() if state]
        wanted = states if self._stays or self.random.random() < ANY else [self.random.choice(states)]
        variables = {"first": HOT_LOOK if self._stays else LOOK, "states": wanted}
        named = {"own": getattr(player, own)} if own else {}
        answer = await self._ask("look at objects", player, filtered(kind, own), variables | named)
        return seen(answer)[kind] if answer else []

    async def _do(self, action: str, player: Actor, about: Facts) -> None:
        kinds = looks(action)
        around = await self._ask("look around", player, document(kinds), {"first": LOOK}) if kinds else {}
        try:
            made = self.steps.input(action, Scene(self.random, player, seen(around or {}), about))
        except NothingFitsError:
            return
        await self._ask(action, player, self.steps.mutations[action].document, {"input": made})

    async def _ask(self, kind: str, player: Actor, query: str, variables: Variables | None = None) -> Variables | None:
        """The data of an answer without errors; counted, however it ends."""
        body = b'{"query":%b,"variables":%b}' % (_text(query), orjson.dumps(variables))
        begun = time.perf_counter()
        answered = await self.connection.send(Request(self.port, "/graphql", body, player.token))
        taken = time.perf_counter() - begun
        answer = orjson.loads(answered.body)
        data: Variables = answer.get("data") or {}
        refused = [error["code"] for payload in data.values() for error in (payload or {}).get("userErrors", ())]
        self.figures.add(kind, taken, refused=refused, errors=[_code(error) for error in answer.get("errors", ())])
        return None if "errors" in answer else data


def _own(kind: str, player: Actor) -> str | None:
    """Which side of the player's a list of the kind can be narrowed to."""
    if kind in OF_PARTNER and player.partner:
        return "partner"
    if kind in OF_BRANCH:
        return "branch" if player.branch else "community" if player.community else None
    return None


def _code(error: Mapping[str, Any]) -> str:  # Any: JSON
    return str(error.get("extensions", {}).get("code", error["message"]))


@cache
def _text(query: str) -> bytes:
    """A query as JSON: written once."""
    return orjson.dumps(query)
