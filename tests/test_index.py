"""The index of matching: it says what the texts say, in the transaction that writes them, whoever writes beside."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from struct import pack, unpack
from typing import Any

import asyncpg
import pytest
from asking import ERRORS, World, codes, open_world
from conftest import Network as Service
from make import id_of, make_claim, make_line, make_need, make_project, make_resource

from db.matching.analyser import VERSION, analyse
from db.matching.entries import MET, NEED, RESOURCE, USED_UP, index_missing
from db.models import Base
from db.models.states import Role
from resolvers.indexing import index_text

SHELVES = {
    "need": {"POSTED": NEED, "PARTLY_CLAIMED": NEED, "FULLY_CLAIMED": MET, "IN_DELIVERY": MET},
    "resource": {"OFFERED": RESOURCE, "PARTLY_CLAIMED": RESOURCE, "FULLY_CLAIMED": USED_UP},
}
EDIT = f"mutation ($input: EditNeedInput!) {{ editNeed(input: $input) {{ need {{ id }} {ERRORS} }} }}"
PUBLISH = f"mutation ($id: ID!) {{ publishNeed(input: {{ id: $id }}) {{ need {{ id }} {ERRORS} }} }}"
EDIT_RESOURCE = EDIT.replace("Need", "Resource").replace("need", "resource")
FIND = "query ($text: String!) { similarNeeds(text: $text, first: 100) { nodes { need { id } } } }"
FIT = "query ($id: ID!) { matchesForResource(resourceId: $id, first: 100) { nodes { need { id } } } }"
SEAWEED, HANDRAIL = "海水浴场浒苔清理", "楼道加装扶手"


@pytest.fixture
async def world(empty_network: Service) -> AsyncIterator[World]:
    async with open_world(empty_network) as world:
        yield world


@pytest.fixture
async def raw(world: World) -> AsyncIterator[asyncpg.Connection]:
    """A connection of the owner, behind the service's back."""
    connection = await asyncpg.connect(world.service.addresses.owner.url)
    yield connection
    await connection.close()


async def done(world: World, query: str, role: Role = Role.GRID_SECRETARY, **variables: Any) -> None:
    """A mutation that is not refused."""
    (payload,) = (await world.ask(role, query, **variables)).json()["data"].values()
    assert codes(payload) == []


async def found(world: World, text: str) -> set[str]:
    """The needs that are like a text."""
    answer = (await world.ask(Role.RESIDENT, FIND, text=text)).json()
    return {node["need"]["id"] for node in answer["data"]["similarNeeds"]["nodes"]}


async def fitting(world: World, resource: Base) -> set[str]:
    """The needs that fit a resource."""
    answer = (await world.ask(Role.RESIDENT, FIT, id=id_of(resource))).json()
    return {node["need"]["id"] for node in answer["data"]["matchesForResource"]["nodes"]}


# A plain recomputation: what the tables of the index must hold


def real(number: float) -> float:
    """A number as PostgreSQL keeps it in four bytes."""
    (kept,) = unpack("f", pack("f", number))
    return float(kept)


async def agrees(raw: asyncpg.Connection) -> int:
    """Compare entries, postings and counts with all texts; return how many entries stand on a shelf."""
    entries, postings, counts = {}, set(), Counter[Any]()
    for table, shelves in SHELVES.items():
        for row in await raw.fetch(f"SELECT subdistrict_id, id, title, description, status FROM {table}"):
            text, shelf = analyse(row["title"], row["description"]), shelves.get(row["status"])
            place = (row["subdistrict_id"], shelf)
            entries[row["id"]] = (shelf, list(text.tokens), [real(impact) for impact in text.impacts])
            if shelf is not None:
                impacts = dict(zip(text.tokens, text.impacts, strict=True))
                postings |= {(*place, token, real(impacts[token]), row["id"]) for token in text.posted}
                counts.update((*place, token) for token in [0, *text.tokens])
    kept = {row["id"]: (row["shelf"], row["tokens"], row["impacts"]) for row in await _read(raw, "match_entry")}
    assert kept == {id_: entry for id_, entry in entries.items() if entry[0] is not None or id_ in kept}
    assert {tuple(row) for row in await _read(raw, "match_posting")} == postings
    kept_counts = Counter[Any]()
    for row in await _read(raw, "match_token"):
        kept_counts[row["subdistrict_id"], row["shelf"], row["token"]] += row["entries"]
    assert {key: many for key, many in kept_counts.items() if many} == dict(counts)
    return sum(entry[0] is not None for entry in entries.values())


async def _read(raw: asyncpg.Connection, table: str) -> list[asyncpg.Record]:
    return await raw.fetch(f"SELECT * FROM {table}")


# In the same transaction


async def test_the_next_query_finds_a_need_by_its_new_words_and_not_by_its_old_ones(
    world: World, raw: asyncpg.Connection
) -> None:
    need = (await world.post(title=SEAWEED))["need"]["id"]
    assert await found(world, SEAWEED) == {need}
    await done(world, EDIT, input={"id": need, "title": HANDRAIL})
    assert (await found(world, SEAWEED), await found(world, HANDRAIL)) == (set(), {need})
    await done(world, EDIT, input={"id": need, "description": "浒苔也要清理"})
    assert await found(world, "浒苔清理") == {need}
    await done(world, EDIT, input={"id": need, "quantity": 7})
    assert await found(world, HANDRAIL) == {need}
    assert await agrees(raw) == 1


async def test_a_draft_is_found_once_it_is_published(world: World, raw: asyncpg.Connection) -> None:
    need = (await world.post(title=SEAWEED, draft=True))["need"]["id"]
    offer = await make_resource(world.owner, world.network.partner, title=SEAWEED)
    await index_text(world.owner, offer)
    await world.owner.commit()
    assert (await found(world, SEAWEED), await fitting(world, offer)) == (set(), set())
    assert await agrees(raw) == 1
    await done(world, PUBLISH, id=need)
    assert (await found(world, SEAWEED), await fitting(world, offer)) == ({need}, {need})
    assert await agrees(raw) == 2


async def test_what_is_claimed_wholly_leaves_the_open_shelf_and_comes_back(
    world: World, raw: asyncpg.Connection
) -> None:
    need = await make_need(world.owner, world.network.branch, title=SEAWEED, quantity=2)
    offer = await make_resource(world.owner, world.network.partner, title=SEAWEED, quantity=2)
    for row in (need, offer):
        await index_text(world.owner, row)
    line = await make_line(world.owner, await make_project(world.owner, world.network.branch), need)
    liaison = world.network.accounts[Role.PARTNER_LIAISON]
    used = {"resource_id": offer.id, "resource_quantity": 2}
    await world.owner.commit()
    assert await fitting(world, offer) == {id_of(need)}
    claim = await make_claim(world.owner, line, world.network.partner, liaison, quantity=2, **used)
    await world.owner.commit()
    assert (await fitting(world, offer), await found(world, SEAWEED)) == (set(), {id_of(need)})
    assert await raw.fetchval("SELECT array_agg(shelf ORDER BY side) FROM match_entry") == [MET, USED_UP]
    assert await agrees(raw) == 2
    claim.status = "WITHDRAWN"  # type: ignore[assignment]  # as the database has it
    await world.owner.commit()
    assert await fitting(world, offer) == {id_of(need)}
    assert await agrees(raw) == 2


async def test_what_is_refused_leaves_the_index_as_it_was(world: World, raw: asyncpg.Connection) -> None:
    opens = datetime.now(UTC) + timedelta(days=5)
    offer = await make_resource(world.owner, world.network.partner, title=SEAWEED, available_from=opens)
    await index_text(world.owner, offer)
    await world.owner.commit()
    wrong = {"id": id_of(offer), "title": HANDRAIL, "availableUntil": (opens - timedelta(days=1)).isoformat()}
    payload = (await world.ask(Role.PARTNER_LIAISON, EDIT_RESOURCE, input=wrong)).json()["data"]["editResource"]
    assert codes(payload) == [("WINDOW_OUT_OF_ORDER", "availableUntil")]
    offer.title = HANDRAIL
    await index_text(world.owner, offer)
    await world.owner.rollback()
    assert await agrees(raw) == 1
    assert await raw.fetchval("SELECT title FROM resource") == SEAWEED


async def test_thirty_edits_at_once_leave_what_the_last_ones_say(world: World, raw: asyncpg.Connection) -> None:
    needs = [(await world.post(title=f"{SEAWEED}{number}"))["need"]["id"] for number in range(6)]
    titles = (HANDRAIL, SEAWEED, "夜间停车位共享", "老人上门理发", "季度家门口义诊")
    edits = [{"id": need, "title": title} for title in titles for need in needs]
    answers = await asyncio.gather(*(world.ask(Role.GRID_SECRETARY, EDIT, input=edit) for edit in edits))
    assert [codes(answer.json()["data"]["editNeed"]) for answer in answers] == [[]] * 30
    assert await agrees(raw) == 6


# What comes past the service


async def test_a_text_that_is_changed_past_the_service_is_found_by_neither_until_it_is_indexed(
    world: World, raw: asyncpg.Connection
) -> None:
    need = (await world.post(title=SEAWEED))["need"]["id"]
    await raw.execute("UPDATE need SET title = $1", HANDRAIL)
    assert (await found(world, SEAWEED), await found(world, HANDRAIL)) == (set(), set())
    assert await raw.fetchval("SELECT count(*) FROM match_posting") == 0
    assert await index_missing(raw) == 1
    assert (await found(world, SEAWEED), await found(world, HANDRAIL)) == (set(), {need})
    assert await agrees(raw) == 1
    assert await index_missing(raw) == 0


async def test_entries_of_an_older_analyser_are_made_anew(world: World, raw: asyncpg.Connection) -> None:
    await world.post(title=SEAWEED)
    await raw.execute(
        "UPDATE match_entry SET tokens = '{1}', impacts = '{1}', posted = '{1}', terms = '{x}', version = 0"
    )
    assert await found(world, SEAWEED) == set()
    assert await index_missing(raw) == 1
    assert await raw.fetchval("SELECT version FROM match_entry") == VERSION
    assert await agrees(raw) == 1


async def test_an_entry_follows_the_category_and_the_subcategory(world: World, raw: asyncpg.Connection) -> None:
    await world.post(title="不说什么事", category="OTHER")
    shown = """SELECT concat_ws(' ', e.category, s.code)
               FROM match_entry e LEFT JOIN subcategory s ON s.id = e.subcategory_id"""
    assert await raw.fetchval(shown) == "OTHER"
    code = await raw.fetchval("SELECT min(code) FROM subcategory WHERE category = 'HEALTH'")
    chosen = "(SELECT id FROM subcategory WHERE code = $1)"
    await raw.execute(f"UPDATE need SET category = 'HEALTH', subcategory_id = {chosen}", code)
    assert await raw.fetchval(shown) == f"HEALTH {code}"
    assert await agrees(raw) == 1
