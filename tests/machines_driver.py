"""Actions asked for by HTTP and GraphQL in anybody's name, many in one operation, and what they came to."""

from collections.abc import AsyncIterator, Iterable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from functools import cache
from typing import Any, NamedTuple

from conftest import KEY, NUMBERS, Client, Network, drop_database, make_database
from make import open_session
from people import MUTATIONS, noun
from scenes import STAGES
from scenes.inputs import WAYS
from scenes.scene import Scene
from scenes.town import Person, Town, make_town
from sqlalchemy import text

from db.embedded import Embedded
from db.machines import Action, Machine
from db.machines.diagrams import mutation
from db.models import Account, Base
from db.models.states import SubjectType
from db.settings import Settings
from resolvers.accounts import viewer_of
from server import create_app, open_services

ERRORS = "userErrors { field code message }"
ACTIONS = "query ($id: ID!) { node(id: $id) { ... on Stateful { availableActions } } }"


class Answer(NamedTuple):
    """One refusal: its code, its field, and its text in Chinese."""

    code: str
    field: tuple[str, ...]
    message: str


@dataclass(frozen=True)
class Theatre:
    """A served network, and the owner's session that builds scenes in it."""

    service: Network
    town: Town
    clients: dict[Account | None, Client] = field(default_factory=dict)

    async def scene(self, kind: SubjectType, state: str, variant: str = "") -> Scene:
        """A new object in that state, committed."""
        scene = await STAGES[kind](self.town, state, variant)
        await self.town.session.commit()
        return scene

    async def ask(self, person: Person | None, scene: Scene | None, query: str, variables: object) -> dict[str, Any]:
        """The data of an answer without errors."""
        answer = (await self._client(person, scene).post(query, variables)).json()
        assert "errors" not in answer, answer
        data: dict[str, Any] = answer["data"]
        return data

    async def available(self, person: Person | None, scene: Scene) -> list[str] | None:
        """What somebody is told that they may do with the object; None when they do not see it."""
        node = (await self.ask(person, scene, ACTIONS, {"id": scene.id}))["node"]
        return node and list(node["availableActions"])

    async def attempt(
        self, person: Person | None, scene: Scene, actions: Iterable[Action]
    ) -> dict[str, tuple[Answer, ...]]:
        """The refusals of several actions on the object, by name, all asked for in one operation."""
        inputs: dict[str, Any] = {action.name: WAYS[action.name][0].input(scene, person) for action in scene.actions()}
        wanted = {f"do_{action.name}": False for action in scene.actions()}
        wanted |= {f"do_{action.name}": True for action in actions}
        data = await self.ask(person, scene, _attempts(scene.machine), inputs | wanted)
        return {name: _answers(payload) for name, payload in data.items()}

    async def perform(
        self, person: Person | None, scene: Scene | None, action: Action, values: Mapping[str, Any]
    ) -> tuple[tuple[Answer, ...], Any]:
        """The refusals of an action, and what its payload shows."""
        name = mutation(action)
        payload = (await self.ask(person, scene, _one(name), {"input": values}))[name]
        return _answers(payload), payload[noun(name)]

    async def fingerprint(self) -> Sequence[Any]:
        """What tells any change of any row."""
        rows = (await self.town.session.execute(text(_FINGERPRINT))).all()
        await self.town.session.commit()
        return rows

    def _client(self, person: Person | None, scene: Scene | None) -> Client:
        cast = scene.cast if scene else {}
        account = (cast.get(person) or self.town.people[person]) if person else None
        if account not in self.clients:
            token = self.service.services.tokens.issue(viewer_of(account))[0] if account else None
            self.clients[account] = Client(self.service.app, token)
            self.clients[account].http.headers["Accept-Language"] = "zh"
        return self.clients[account]


@asynccontextmanager
async def open_theatre(postgres: Embedded, empty_template: str) -> AsyncIterator[Theatre]:
    """A town on a database of its own, served."""
    name = f"machines_{next(NUMBERS)}"
    addresses = await make_database(postgres, name, empty_template)
    settings = Settings(secret_key=KEY, _env_file=None)
    async with open_services(settings, addresses) as services, open_session(addresses.owner) as session:
        town = await make_town(session)
        await session.commit()
        yield Theatre(Network(create_app(settings, services), services, addresses), town)
    await drop_database(postgres, name)


def _answers(payload: Mapping[str, Any]) -> tuple[Answer, ...]:
    return tuple(Answer(one["code"], tuple(one["field"]), one["message"]) for one in payload["userErrors"])


@cache
def _attempts(machine: Machine) -> str:
    """An operation of all actions on an object of the machine, each with its input and whether to do it."""
    actions = [action for action in machine.actions if any(action.sources)]
    takes = ", ".join(f"${one.name}: {_input(mutation(one))}, $do_{one.name}: Boolean!" for one in actions)
    fields = (
        f"{one.name}: {mutation(one)}(input: ${one.name}) @include(if: $do_{one.name}) {{ {ERRORS} }}"
        for one in actions
    )
    return f"mutation ({takes}) {{ {' '.join(fields)} }}"


@cache
def _one(name: str) -> str:
    return f"mutation ($input: {_input(name)}) {{ {name}(input: $input) {{ {noun(name)} {{ id }} {ERRORS} }} }}"


def _input(name: str) -> str:
    return str(MUTATIONS[name].args["input"].type)


_FINGERPRINT = " UNION ALL ".join(
    f"SELECT '{name}', count(*), md5(string_agg(t::text, '|' ORDER BY t::text)) FROM {name} t"
    for name in Base.metadata.tables
)
