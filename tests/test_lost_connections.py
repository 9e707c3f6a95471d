"""A connection on which PostgreSQL has said that it ends, but which is not closed yet, is of no use to anybody.

That moment is short when PostgreSQL is killed; here a relay stands between, which never passes the end on.
"""

import asyncio
from asyncio import StreamReader, StreamWriter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Self
from urllib.parse import parse_qs, urlsplit

import asyncpg
import pytest
from conftest import KEY, Network

from db.addresses import Address, Addresses
from db.embedded import Embedded
from db.settings import Settings
from server import create_app, open_services

SIGN_IN = 'mutation { signIn(input: { login: "changle3", password: "red-partners" }) { account { login } } }'


class Relay:
    """Passes bytes between clients and PostgreSQL's socket; that PostgreSQL hung up is kept from the client."""

    def __init__(self, address: str) -> None:
        parts = urlsplit(address)
        self.socket = f"{parse_qs(parts.query)['host'][0]}/.s.PGSQL.5432"
        self.database = parts.path
        self.connections = 0
        self.held: list[StreamWriter] | None = None
        self.last_left = asyncio.Event()

    async def __aenter__(self) -> Self:
        self.server = await asyncio.start_server(self._meet, "127.0.0.1", 0)
        return self

    async def __aexit__(self, *_: object) -> None:
        self.server.close()

    def address(self, role: str) -> Address:
        port = self.server.sockets[0].getsockname()[1]
        return Address(f"postgresql://{role}@127.0.0.1:{port}{self.database}")

    async def _meet(self, heard: StreamReader, client: StreamWriter) -> None:
        answers, database = await asyncio.open_unix_connection(self.socket)
        self.connections += 1
        telling = asyncio.create_task(self._tell(answers, client))
        while part := await heard.read(65_536):
            database.write(part)
        database.close()
        await telling
        client.close()

    async def _tell(self, answers: StreamReader, client: StreamWriter) -> None:
        while part := await answers.read(65_536):
            client.write(part)
        self.connections -= 1
        if not self.connections:
            self.last_left.set()
        if self.held is None:
            client.close()
        else:
            self.held.append(client)


@pytest.fixture
async def relay(demo_database: Addresses) -> AsyncIterator[Relay]:
    async with Relay(demo_database.owner.url) as relay:
        yield relay


@pytest.fixture
async def relayed(relay: Relay, demo_database: Addresses) -> AsyncIterator[Network]:
    """The demo network, served through the relay."""
    addresses = Addresses(*(relay.address(f"red_partners_{role}") for role in Addresses.__annotations__))
    settings = Settings(secret_key=KEY, _env_file=None)
    async with open_services(settings, addresses) as services:
        yield Network(create_app(settings, services), services, demo_database)


@pytest.mark.parametrize("operation", ["{ subdistricts { totalCount } }", SIGN_IN])
async def test_connections_that_are_ending_are_replaced(
    postgres: Embedded, relay: Relay, relayed: Network, operation: str
) -> None:
    client = await relayed.client()
    before = await asyncio.gather(*(client.execute(operation) for _ in range(4)))
    assert not any("errors" in answer for answer in before)
    assert relay.connections > 1
    async with ending(postgres, relay):
        assert (await client.execute(operation))["data"] == before[0]["data"]


@asynccontextmanager
async def ending(postgres: Embedded, relay: Relay) -> AsyncIterator[None]:
    """All connections of the service are ending: it has heard so, but none is closed until the block is left."""
    held = relay.held = []
    connection = await asyncpg.connect(postgres.address("postgres", "postgres"))
    await connection.execute(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename LIKE 'red_partners_%'"
    )
    await relay.last_left.wait()
    await connection.close()  # a way to the database and back, in which the service hears it
    relay.held = None
    try:
        yield
    finally:
        for client in held:
            client.close()
