"""A real, migrated PostgreSQL for every test: databases are copies of a template, which takes some 30 ms each."""

import gc
import os
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from itertools import count
from pathlib import Path
from shutil import disk_usage
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import asyncpg
import httpx
import pytest
from sqlalchemy import select
from starlette.types import ASGIApp

from db.addresses import Addresses, embedded_addresses
from db.demo import load_if_empty
from db.embedded import Embedded
from db.migrate import migrate
from db.models import Account
from db.settings import Settings
from resolvers.accounts import viewer_of
from resolvers.context import Services
from server import create_app, open_services

if TYPE_CHECKING:
    from people import People


# What is imported stays: looking through it for garbage again and again takes a sixth of the time.
def pytest_collection_finish() -> None:
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)


WORKER = os.environ.get("PYTEST_XDIST_WORKER", "main")
NUMBERS = count(1)
KEY = "a key that signs tokens in tests only"


def roomy() -> Path | None:
    """Memory, where there is enough for every worker: some disks take a millisecond for each of a database's files."""
    memory = Path("/dev/shm")  # noqa: S108 - the folder in it has a name of its own
    workers = int(os.environ.get("PYTEST_XDIST_WORKER_COUNT", "1"))
    return memory if memory.is_dir() and disk_usage(memory).free > workers * 4 << 30 else None


@pytest.fixture(scope="session")
def postgres() -> Iterator[Embedded]:
    # short, because a socket's path must be
    with TemporaryDirectory(prefix="rp-", dir=roomy()) as folder, Embedded(Path(folder)) as embedded:
        yield embedded


async def make_database(postgres: Embedded, name: str, template: str) -> Addresses:
    connection = await asyncpg.connect(postgres.address("postgres", "postgres"))
    try:
        await connection.execute(f"CREATE DATABASE {name} TEMPLATE {template} OWNER red_partners_owner")
    finally:
        await connection.close()
    return embedded_addresses(postgres, name)


async def drop_database(postgres: Embedded, name: str) -> None:
    connection = await asyncpg.connect(postgres.address("postgres", "postgres"))
    try:
        await connection.execute(f"DROP DATABASE {name} WITH (FORCE)")
    finally:
        await connection.close()


@pytest.fixture(scope="session")
async def empty_template(postgres: Embedded) -> str:
    await migrate((await make_database(postgres, "empty_template", "template1")).owner)
    return "empty_template"


@pytest.fixture(scope="session")
async def demo_template(postgres: Embedded, empty_template: str) -> str:
    await load_if_empty((await make_database(postgres, "demo_template", empty_template)).owner)
    return "demo_template"


@pytest.fixture
async def database(postgres: Embedded, empty_template: str) -> AsyncIterator[Addresses]:
    name = f"test_{next(NUMBERS)}"
    yield await make_database(postgres, name, empty_template)
    await drop_database(postgres, name)


@pytest.fixture
async def demo_database(postgres: Embedded, demo_template: str) -> AsyncIterator[Addresses]:
    name = f"test_{next(NUMBERS)}"
    yield await make_database(postgres, name, demo_template)
    await drop_database(postgres, name)


class Client:
    """GraphQL over HTTP as one account (or nobody)."""

    def __init__(self, app: ASGIApp, token: str | None, address: str = "127.0.0.1") -> None:
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        self.http = httpx.AsyncClient(
            transport=httpx.ASGITransport(app, client=(address, 123)),
            base_url="http://test",
            headers=headers,
            timeout=30,
        )

    async def post(self, query: str, variables: object = None, **more: object) -> httpx.Response:
        return await self.http.post("/graphql", json={"query": query, "variables": variables, **more})

    async def execute(self, query: str, variables: object = None) -> dict[str, object]:
        """The whole answer."""
        answer: dict[str, object] = (await self.post(query, variables)).json()
        return answer


class Network:
    """A running service on a database of its own."""

    def __init__(self, app: ASGIApp, services: Services, addresses: Addresses) -> None:
        self.app = app
        self.services = services
        self.addresses = addresses

    async def client(self, login: str | None = None) -> Client:
        return Client(self.app, await self.token(login) if login else None)

    async def token(self, login: str) -> str:
        async with self.services.writer() as session:
            account = (await session.scalars(select(Account).where(Account.login == login))).one()
        return self.services.tokens.issue(viewer_of(account))[0]


async def _serve(addresses: Addresses) -> AsyncIterator[Network]:
    settings = Settings(secret_key=KEY, _env_file=None)
    async with open_services(settings, addresses) as services:
        yield Network(create_app(settings, services), services, addresses)


@pytest.fixture
async def network(demo_database: Addresses) -> AsyncIterator[Network]:
    """The demo network, served."""
    async for served in _serve(demo_database):
        yield served


@pytest.fixture
async def empty_network(database: Addresses) -> AsyncIterator[Network]:
    """An empty network, served."""
    async for served in _serve(database):
        yield served


@pytest.fixture
def client(network: Network) -> Callable[[str | None], Awaitable[Client]]:
    """Clients of the demo network: `await client("changle3")`, `await client(None)`."""
    return network.client


@pytest.fixture(scope="module")
async def people(
    postgres: Embedded, demo_template: str, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator["People"]:
    """The people of the demo network, which a module's tests share."""
    from people import open_people  # noqa: PLC0415 - it imports this module

    async with open_people(postgres, demo_template, tmp_path_factory.mktemp("attachments")) as found:
        yield found
