"""What a page of matches reads: bounded, by indexes alone, however many needs and resources there are."""

import json
from collections.abc import AsyncIterator, Iterator
from dataclasses import replace
from typing import Any

import asyncpg
import pytest
from conftest import KEY, NUMBERS, Network, drop_database, make_database

from db.addresses import Address
from db.embedded import Embedded
from db.generate import generate
from db.ids import GlobalId
from db.matching import asking, ranking
from db.matching.entries import NEED, RESOURCE
from db.matching.ranking import FULL
from db.matching.weights import load
from db.models import Need
from db.models.states import Role
from db.reader import session_settings
from db.settings import Settings
from db.viewer import Viewer
from server import create_app, open_services

SMALL, LARGE = 2_000, 8_000  # projects; there is a need for each and a resource for every fifth
PAGE = """query($need: ID!) { matchesForNeed(needId: $need, first: 20) { totalCount nodes { score alreadyClaimed
  need { title } resource { title remaining } partner { name } parts { name value weight because } } } }"""
# What grows with the network; a subdistrict's places and subcategories do not.
GROWING = {"need", "resource", "claim", "match_entry", "match_posting", "match_token", "need_line", "project"}
NEEDS = """\
SELECT n.subdistrict_id, n.id FROM need n JOIN subdistrict s ON s.id = n.subdistrict_id
WHERE s.code = $1 AND n.status = 'POSTED' ORDER BY n.id DESC LIMIT $2"""
EVERYTHING = replace(FULL, postings=10**6, budget=10**9, near=10**6, kin=10**6)


@pytest.fixture(scope="module")
async def network(postgres: Embedded, empty_template: str) -> AsyncIterator[Network]:
    """A subdistrict and one of four times its size."""
    name = f"cost_{next(NUMBERS)}"
    addresses = await make_database(postgres, name, empty_template)
    for size in (SMALL, LARGE):
        sizes = {"subdistricts": 1, "grids": 20, "projects": size, "claims": size}
        await generate(addresses.owner, **sizes, seed=1, progress=lambda *_: None)
    async with open_services(Settings(secret_key=KEY, _env_file=None), addresses) as services:
        yield Network(create_app(services.settings, services), services, addresses)
    await drop_database(postgres, name)


async def connect(address: Address) -> asyncpg.Connection:
    return await asyncpg.connect(address.url, server_settings=address.session(**session_settings(60_000)))


async def plan(network: Network, town: int) -> list[dict[str, Any]]:
    """The nodes of PostgreSQL's plan for a page of matches of the newest need of a town, as it was executed."""
    client = await network.client(f"g{town}")
    connection = await connect(network.addresses.reader)
    (row,) = await connection.fetch(NEEDS, f"99{town:07}", 1)
    network.services.plans.kept.clear()
    query = f"# {next(NUMBERS)}: not one that is remembered\n{PAGE}"
    answer: Any = await client.execute(query, {"need": str(GlobalId(Need, *row))})
    assert len(answer["data"]["matchesForNeed"]["nodes"]) == 20
    (planned,) = network.services.plans.kept.values()
    values = planned.values({"need": str(GlobalId(Need, *row))})
    arguments = planned.arguments(values, Viewer(Role.SUBDISTRICT_ADMIN, subdistrict_id=row["subdistrict_id"]))
    explained = await connection.fetchval(
        f"EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) {planned.statement.sql}", *arguments
    )
    await connection.close()
    return list(nodes(json.loads(explained)[0]["Plan"]))


def nodes(node: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield node
    for inner in node.get("Plans", ()):
        yield from nodes(inner)


async def test_a_page_of_matches_scans_nothing_whole(network: Network) -> None:
    found = await plan(network, 2)
    assert {node["Relation Name"] for node in found if node["Node Type"] == "Seq Scan"}.isdisjoint(GROWING)
    assert {"match_posting", "match_token", "resource"} <= {node.get("Relation Name") for node in found}


async def test_what_a_page_reads_does_not_grow_with_the_network(network: Network) -> None:
    small, large = [await plan(network, town) for town in (1, 2)]
    blocks = [found[0]["Shared Hit Blocks"] + found[0]["Shared Read Blocks"] for found in (small, large)]
    print(f"blocks read: {blocks}")
    assert blocks[1] < 2 * blocks[0]
    most = max(node["Actual Rows"] * node["Actual Loops"] for node in large if node.get("Relation Name") in GROWING)
    assert most <= FULL.budget + FULL.postings


async def test_only_so_many_are_looked_at(network: Network) -> None:
    connection = await connect(network.addresses.reader)
    asked, few = ranking.ONE.format(tenant="$1::uuid", id="$2::uuid"), replace(FULL, near=10, kin=5)
    found = ranking.likeness(asked, tenant="$1::uuid", ours=NEED, theirs=RESOURCE, limits=few)
    needs = await connection.fetch(NEEDS, f"99{2:07}", 20)
    looked_at = [await connection.fetchval(f"{found} SELECT count(*) FROM likeness", *need) for need in needs]
    await connection.close()
    assert max(looked_at) == few.near + few.kin


async def test_what_is_found_is_what_looking_at_everything_finds(network: Network) -> None:
    connection = await connect(network.addresses.reader)
    statements = [asking.resources_for_need(load(), ranking.EVERY_CLAIM, subdistrict="$1::uuid", id="$2::uuid")]
    asked = ranking.ONE.format(tenant="$1::uuid", id="$2::uuid")
    everything = ranking.pairs(asked, load(), tenant="$1::uuid", asks=NEED, limits=EVERYTHING)
    statements.append(f"{everything} SELECT m.resource_id AS id, m.need_score AS score FROM scored m")
    shares: dict[int, list[float]] = {1: [], 2: []}
    for town, listed in shares.items():
        for need in await connection.fetch(NEEDS, f"99{town:07}", 10):
            found, all_ = [
                [row["score"] for row in await connection.fetch(TOP.format(sql=sql), *need)] for sql in statements
            ]
            listed.append(sum(found) / sum(all_) if all_ else 1)
    await connection.close()
    print(f"of the best twenty scores: {min(shares[1]):.4f} and {min(shares[2]):.4f} at least")
    assert min(shares[1]) > 0.999  # only the mean load that partners are held against differs a little
    assert min(shares[2]) > 0.95


TOP = "SELECT id, score FROM ({sql}) m ORDER BY score DESC, id DESC LIMIT 20"
