"""The network of sample*.sql, served: fixed ids and times, every role and state, for the tests of reading."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any
from uuid import UUID

import asyncpg
from conftest import KEY, NUMBERS, Network, drop_database, make_database
from sqlalchemy import select

from db.addresses import Addresses
from db.embedded import Embedded
from db.ids import BYTES, GlobalId
from db.matching.entries import index_missing
from db.models import Account, Base
from db.settings import Settings
from db.viewer import ANONYMOUS, Viewer
from resolvers.accounts import viewer_of
from server import create_app, open_services

FILES = ("sample.sql", "sample_handling.sql")
SQL = "\n".join(Path(__file__).with_name(name).read_text(encoding="utf-8") for name in FILES)
TEMPLATE = "sample_template"
LOGINS = (
    None,
    *(
        f"a-{name}"
        for name in ("resident", "worker", "secretary", "instructor", "secretary-2", "secretary-3", "building")
    ),
    *(f"a-{name}" for name in ("community", "community-2", "admin", "liaison", "liaison-2", "officer", "applicant")),
    *(f"b-{name}" for name in ("resident", "secretary", "community", "admin", "liaison")),
    *("a-rejected", "city", "district", "elsewhere", "auditor"),
)


def uuid_of(model: type[Base], number: int, town: str = "a") -> UUID:
    """The key of the town's object of that number, as the files make it."""
    return UUID(f"{town * 4}{BYTES[model]:04}-0000-7000-8000-{number:012}")


def id_of(model: type[Base], number: int, town: str = "a") -> str:
    """The global id of the town's object of that number."""
    key = uuid_of(model, number, town)
    subdistrict = key if model is Account else UUID(f"{town * 4}0001-0000-7000-8000-000000000001")
    return str(GlobalId(model, subdistrict, key))


@asynccontextmanager
async def sample_database(postgres: Embedded, empty_template: str) -> AsyncIterator[Addresses]:
    """A database of its own with the network of sample*.sql."""
    if not await _exists(postgres, TEMPLATE):
        await make_database(postgres, TEMPLATE, empty_template)
        await run_script(postgres, TEMPLATE, SQL)
        await _index(postgres, TEMPLATE)
    name = f"sample_{next(NUMBERS)}"
    yield await make_database(postgres, name, TEMPLATE)
    await drop_database(postgres, name)


@asynccontextmanager
async def sample_network(postgres: Embedded, empty_template: str, **limits: Any) -> AsyncIterator[Network]:
    """The network of sample*.sql, served under these settings."""
    settings = Settings(secret_key=KEY, _env_file=None, **limits)
    async with sample_database(postgres, empty_template) as addresses, open_services(settings, addresses) as services:
        yield Network(create_app(settings, services), services, addresses)


async def run_script(postgres: Embedded, database: str, sql: str) -> None:
    """Run SQL as the superuser, in one transaction."""
    connection = await asyncpg.connect(postgres.address("postgres", database))
    try:
        await connection.execute(sql)
    finally:
        await connection.close()


async def _index(postgres: Embedded, database: str) -> None:
    """Make the entries by which needs and resources find each other."""
    connection = await asyncpg.connect(postgres.address("postgres", database))
    try:
        await index_missing(connection)
    finally:
        await connection.close()


async def _exists(postgres: Embedded, name: str) -> bool:
    connection = await asyncpg.connect(postgres.address("postgres", "postgres"))
    try:
        return bool(await connection.fetchval("SELECT true FROM pg_database WHERE datname = $1", name))
    finally:
        await connection.close()


async def viewer_of_login(network: Network, login: str | None) -> Viewer:
    """Who has that login; nobody has none."""
    if login is None:
        return ANONYMOUS
    async with network.services.writer() as session:
        return viewer_of((await session.scalars(select(Account).where(Account.login == login))).one())
