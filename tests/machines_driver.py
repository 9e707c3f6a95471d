"""Actions asked for by HTTP and GraphQL in anybody's name, many in one operation, and what they came to."""

from collections.abc import AsyncIterator, Iterable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from functools import cache
from typing import Any, NamedTuple
from uuid import UUID

import httpx
from conftest import KEY, NUMBERS, Client, Network, drop_database, make_database
from people import MUTATIONS, noun
from scenes import STAGES
from scenes.inputs import WAYS
from scenes.scene import Scene
from scenes.town import PEOPLE, Person, Town, make_town
from sqlalchemy import select, text
from sqlalchemy.ext.asyncio import AsyncSession

from db.addresses import Address
from db.embedded import Embedded
from db.machines import ACTIONS, Action, Machine
from db.machines.diagrams import mutation
from db.models import Account, Base, Transition
from db.models.states import SubjectType
from db.settings import Settings
from resolvers.accounts import GONE, viewer_of
from server import create_app, open_services

FIELDS = {SubjectType.JOINT_MEETING: "jointMeeting", SubjectType.PARTNER_UNIT: "partner"}  # else as the kind says
ERRORS = "userErrors { field code message }"


class Answer(NamedTuple):
    """One refusal: its code, the field of the input that it is about, and its text in Chinese."""

    code: str
    field: str
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

    async def log(self, row: Base) -> list[tuple[str, str, UUID | None]]:
        """How an object came to its state: from, to, and who did it."""
        key = row.__mapper__.primary_key_from_instance(row)
        steps = select(Transition.from_status, Transition.to_status, Transition.actor_id)
        of = steps.where(Transition.subdistrict_id == key[0], Transition.subject_id == key[-1])
        found = (await self.town.session.execute(of.order_by(Transition.id))).all()
        await self.town.session.commit()
        return [(before or "", after, actor) for before, after, actor in found]

    def account(self, person: Person, scene: Scene | None = None) -> Account:
        """Whose account somebody has: their own, or one that the scene gives them."""
        return (scene and scene.cast.get(person)) or self.town.people[person]

    async def ask(self, person: Person | None, scene: Scene | None, query: str, variables: object) -> dict[str, Any]:
        """The data of an answer without errors."""
        answer = (await self._client(person, scene).post(query, variables)).json()
        assert "errors" not in answer, answer
        data: dict[str, Any] = answer["data"]
        return data

    async def shut_out(self, scene: Scene) -> set[Person]:
        """Those who have no access at all: the people of a partner that has left or was turned down."""
        if scene.machine.subject is not SubjectType.PARTNER_UNIT or scene.state not in GONE:
            return set()
        await self.service.services.access.look()
        found = {one for one in PEOPLE if self.account(one, scene).partner_id == scene.row.id}
        for one in found:
            assert (await self._client(one, scene).post("{ __typename }")).status_code == httpx.codes.UNAUTHORIZED
        return found

    async def available(self, person: Person | None, scene: Scene) -> list[str] | None:
        """What somebody is told that they may do with the object; None when they do not see it."""
        kind = scene.machine.subject
        field = FIELDS.get(kind, kind.lower())
        query = f"query ($id: ID!) {{ {field}(id: $id) {{ availableActions }} }}"
        found = (await self.ask(person, scene, query, {"id": scene.id}))[field]
        return found and list(found["availableActions"])

    async def attempt(self, person: Person | None, scene: Scene, actions: Iterable[Action]) -> dict[str, list[Answer]]:
        """The refusals of several actions on the object, by name, all asked for in one operation."""
        inputs: dict[str, Any] = {action.name: WAYS[action.name][0].input(scene, person) for action in scene.actions()}
        wanted = {f"do_{action.name}": False for action in scene.actions()}
        wanted |= {f"do_{action.name}": True for action in actions}
        data = await self.ask(person, scene, _attempts(scene.machine), inputs | wanted)
        return {name: _answers(payload) for name, payload in data.items()}

    async def perform(
        self, person: Person | None, scene: Scene | None, action: Action, values: Mapping[str, Any]
    ) -> tuple[list[Answer], Any]:
        """The refusals of an action, and what its payload shows."""
        name = mutation(action)
        payload = (await self.ask(person, scene, _one(name), {"input": values}))[name]
        return _answers(payload), payload[noun(name)]

    async def do(self, person: Person, name: str, **values: Any) -> Any:
        """Do an action of that name, after all that the owner has built; what its payload shows."""
        await self.town.session.commit()
        refusals, shown = await self.perform(person, None, ACTIONS[name], values)
        assert refusals == []
        return shown

    async def fingerprint(self) -> Sequence[Any]:
        """How many rows every table has and which transaction last wrote one: tells every change."""
        rows = (await self.town.session.execute(text(_FINGERPRINT))).all()
        await self.town.session.commit()
        return rows

    def _client(self, person: Person | None, scene: Scene | None) -> Client:
        account = self.account(person, scene) if person else None
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
    async with open_services(settings, addresses) as services, _open_session(addresses.owner) as session:
        town = await make_town(session)
        await session.commit()
        yield Theatre(Network(create_app(settings, services), services, addresses), town)
    await drop_database(postgres, name)


@asynccontextmanager
async def _open_session(address: Address) -> AsyncIterator[AsyncSession]:
    """The owner's session, on one connection that has planned all that scenes take; a new one would plan it anew."""
    engine = address.engine(pool_size=1, max_overflow=0)
    async with AsyncSession(engine, expire_on_commit=False) as session:
        yield session
    await engine.dispose()


def _answers(payload: Mapping[str, Any]) -> list[Answer]:
    return [Answer(one["code"], ".".join(one["field"][1:]), one["message"]) for one in payload["userErrors"]]


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
    f"SELECT '{name}', count(*), max(xmin::text::bigint) FROM {name}" for name in Base.metadata.tables
)
