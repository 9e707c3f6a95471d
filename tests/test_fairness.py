"""Who gets a read connection when many ask: everybody in turn, nobody more than a share, and nobody waits for ever."""

import asyncio
from asyncio import Task
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from typing import Any, TypeAlias

import asyncpg
import httpx
import pytest
from conftest import Client, Network
from refusals import refused
from sample import sample_network

from db.embedded import Embedded
from db.turns import ITSELF, STRANGERS_WAITING, WAITING

SLOW = '{ needs(filter: {subdistrict: {code: {eq: "370203019"}}}) { totalCount } }'
QUICK = "{ subdistricts { totalCount } }"
Answer: TypeAlias = Task[dict[str, Any]]
HELD = "SELECT count(*) FROM pg_locks WHERE NOT granted AND relation = 'need'::regclass"


@pytest.fixture(scope="module")
async def network(postgres: Embedded, empty_template: str) -> AsyncIterator[Network]:
    """Four read connections: a member may hold two, strangers one."""
    async with sample_network(postgres, empty_template, read_connections=4) as served:
        for login in (None, "a-admin", "a-secretary"):
            client = await served.client(login)
            assert "errors" not in await client.execute(QUICK)
        yield served


def stranger(network: Network, address: str) -> Client:
    """Somebody who has not signed in, at an address."""
    client = Client(network.app, None)
    transport = httpx.ASGITransport(network.app, client=(address, 1))
    client.http = httpx.AsyncClient(transport=transport, base_url="http://test", timeout=30)
    return client


@asynccontextmanager
async def blocked(network: Network) -> AsyncIterator[asyncpg.Connection]:
    """Whoever reads needs waits until the block is left."""
    owner = await asyncpg.connect(network.addresses.owner.url)
    try:
        async with owner.transaction():
            await owner.execute("LOCK TABLE need")
            yield owner
    finally:
        await owner.close()


async def asking(owner: asyncpg.Connection, network: Network, clients: Iterable[Client], held: int) -> list[Answer]:
    """Each of them asks for needs; so many statements wait in the database, and the others for their turn."""
    started = [asyncio.create_task(client.execute(SLOW)) for client in clients]
    while await owner.fetchval(HELD) < held or network.services.reader.turns.waiting < len(started) - held:
        pass
    return started


def unanswered(tasks: Iterable[Task[Any]]) -> bool:
    return not any(task.done() for task in tasks)


async def test_strangers_hold_a_share_and_members_do_not_wait_for_them(network: Network) -> None:
    admin = await network.client("a-admin")
    async with blocked(network) as owner:
        strangers = await asking(owner, network, (stranger(network, f"10.0.0.{n}") for n in range(8)), held=1)
        assert "errors" not in await admin.execute(QUICK)
        assert unanswered(strangers)
        assert await owner.fetchval(HELD) == 1
    assert all("errors" not in answer for answer in await asyncio.gather(*strangers))


async def test_a_member_holds_half_and_others_do_not_wait_for_it(network: Network) -> None:
    admin, secretary = await network.client("a-admin"), await network.client("a-secretary")
    async with blocked(network) as owner:
        held = await asking(owner, network, [admin] * 8, held=2)
        for other in (secretary, stranger(network, "10.0.0.1")):
            assert "errors" not in await other.execute(QUICK)
        assert unanswered(held)
        assert await owner.fetchval(HELD) == 2
    assert all("errors" not in answer for answer in await asyncio.gather(*held))


async def test_strangers_are_served_in_turn(network: Network) -> None:
    order: list[str] = []

    async def ask(address: str) -> None:
        await stranger(network, address).execute(SLOW)
        order.append(address)

    async with blocked(network) as owner:
        asked = []
        for waiting, address in enumerate(["a", "a", "a", "a", "b"]):
            asked.append(asyncio.create_task(ask(address)))
            while await owner.fetchval(HELD) < 1 or network.services.reader.turns.waiting < waiting:
                pass
    await asyncio.gather(*asked)
    assert order == ["a", "a", "b", "a", "a"]


async def test_only_so_many_of_one_client_wait(network: Network) -> None:
    async with blocked(network) as owner:
        greedy = [stranger(network, "10.0.0.1")] * (WAITING + 1)
        waiting = await asking(owner, network, greedy, held=1)
        refused(await greedy[0].post(SLOW), 200, "BUSY")
        others = await asking(owner, network, [stranger(network, "10.0.0.2")], held=0)
        assert unanswered([*waiting, *others])
    assert all("errors" not in answer for answer in await asyncio.gather(*waiting, *others))


async def test_only_so_many_strangers_wait(network: Network) -> None:
    async with blocked(network) as owner:
        many = [stranger(network, f"10.0.{n % 5}.1") for n in range(STRANGERS_WAITING + 1)]
        waiting = await asking(owner, network, many, held=1)
        refused(await stranger(network, "10.1.0.0").post(SLOW), 200, "BUSY")
        assert "errors" not in await (await network.client("a-admin")).execute(QUICK)
        assert unanswered(waiting)
    assert all("errors" not in answer for answer in await asyncio.gather(*waiting))


async def test_whoever_waits_too_long_is_told_so(postgres: Embedded, empty_template: str) -> None:
    limits = {"read_connections": 2, "read_wait_seconds": 0.05}
    async with sample_network(postgres, empty_template, **limits) as network:
        admin, secretary = await network.client("a-admin"), await network.client("a-secretary")
        assert "errors" not in await admin.execute(SLOW)
        async with blocked(network) as owner:
            (first,) = await asking(owner, network, [admin], held=1)
            refused(await admin.post(SLOW), 200, "BUSY")
            assert "errors" not in await secretary.execute(QUICK)
            assert unanswered([first])
        assert "errors" not in await first
        turns = network.services.reader.turns
        assert (turns.free, turns.waiting, len(turns.parties)) == (2, 0, 0)


async def test_whoever_gives_up_leaves_no_place_taken(network: Network) -> None:
    admin = await network.client("a-admin")
    async with blocked(network) as owner:
        tasks = await asking(owner, network, [admin] * 4, held=2)
        for task in reversed(tasks):
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    turns = network.services.reader.turns
    assert (turns.free, turns.waiting, len(turns.parties)) == (4, 0, 0)
    assert "errors" not in await admin.execute(SLOW)


async def test_what_is_being_made_keeps_nobody_else_waiting(network: Network) -> None:
    admin, secretary = await network.client("a-admin"), await network.client("a-secretary")
    async with network.services.plans.workshop.turns.of(ITSELF):
        new = asyncio.create_task(secretary.execute("{ grids { totalCount } again: grids { totalCount } }"))
        while not network.services.plans.workshop.turns.waiting:
            await network.services.reader.is_ready()
        assert "errors" not in await admin.execute(QUICK)
        assert unanswered([new])
    assert "errors" not in await new
