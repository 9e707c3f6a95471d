"""What operations cost: the work that they make, so that a small request cannot keep everybody waiting."""

import asyncio
import gc
from collections.abc import AsyncIterator
from typing import Any

import asyncpg
import pytest
from conftest import Client, Network
from refusals import refused
from sample import id_of, sample_network
from test_statements import counted

from bench.attacks.reads import READS
from bench.queries import QUERIES
from db.embedded import Embedded
from db.models import Need
from db.plan import Compare
from db.settings import Settings
from db.turns import ITSELF
from resolvers.reading.read import planned_for
from resolvers.reading.texts import KNOWN
from schema.graphiql import queries

MOST = Settings(_env_file=None).max_cost
READY = [text for text in queries().values() if "mutation" not in text]
WAITING = (
    "SELECT pid, waitstart FROM pg_locks WHERE NOT granted AND relation = 'need'::regclass AND waitstart IS NOT NULL"
)
SIMILAR = '{ similarNeeds(text: "%s") { totalCount } }'
CODE = planned_for.__code__
REFUSED = ["40 long texts", "25 new roots", "98 contains", "98 contains, counted"]


@pytest.fixture(scope="module")
async def network(postgres: Embedded, empty_template: str) -> AsyncIterator[Network]:
    async with sample_network(postgres, empty_template, read_connections=1) as served:
        yield served


@pytest.fixture(scope="module")
async def admin(network: Network) -> Client:
    return await network.client("a-admin")


async def cost(client: Client, query: str, variables: object = None) -> int:
    answer: Any = await client.execute(query, variables)
    assert "errors" not in answer, answer
    return int(answer["extensions"]["cost"])


@pytest.mark.parametrize("query", [*READY, *QUERIES.values()])
async def test_what_screens_ask_for_stays_far_below_the_limit(network: Network, admin: Client, query: str) -> None:
    assert await cost(admin, query) < MOST / 4
    assert await cost(await network.client("city"), query) < MOST / 4


@pytest.mark.parametrize("name", REFUSED)
@pytest.mark.parametrize("login", ["a-secretary", "a-liaison"])
async def test_an_attack_is_refused_before_the_database_does_it(network: Network, name: str, login: str) -> None:
    client, reader = await network.client(login), network.services.reader
    before, made = await counted(network), network.services.plans.misses
    refused(await client.post(**READS[name]), 200, "TOO_COSTLY")
    roots = READS[name]["query"].count(": projects(") + READS[name]["query"].count("similarNeeds")
    assert await counted(network) - before < max(1, roots)
    assert network.services.plans.misses - made < max(2, roots), "nothing is made after the first that is refused"
    assert reader.turns.free == 1


@pytest.mark.parametrize(
    ("less", "more", "by"),
    [
        ("{ needs { nodes { id } } }", "{ needs { totalCount nodes { id } } }", 100),
        ("{ needs { totalCount } }", "{ needs { totalCount aggregate { sum { quantity } } } }", 100),
        ("{ needs { totalCount } }", "{ needs { totalCount groups(by: STATUS, first: 1) { count } } }", 100),
        ("{ needs { nodes { id } } }", '{ needs(filter: {title: {eq: "x"}}) { nodes { id } } }', 10),
        (
            '{ needs(filter: {title: {eq: "x"}}) { nodes { id } } }',
            '{ needs(filter: {title: {contains: "x"}}) { nodes { id } } }',
            500,
        ),
        ("{ needs { nodes { id } } }", "{ needs(filter: {branch: {}}) { nodes { id } } }", 1000),
        ("{ needs { nodes { id } } }", "{ needs(order: {field: UNIT}) { nodes { id } } }", 400),
        ("{ needs { nodes { id } } }", "{ needs { nodes { id availableActions } } }", 100),
        ("{ needs { nodes { id } } }", "{ needs { nodes { id history { nodes { id } } } } }", 400),
        (
            "{ grids { nodes { needs { totalCount } } } }",
            '{ grids { nodes { needs(filter: {title: {contains: "x"}}) { totalCount } } } }',
            40,
        ),
        (
            '{ similarNeeds(text: "x") { totalCount } }',
            f'{{ similarNeeds(text: "{"x" * 900}") {{ totalCount }} }}',
            899,
        ),
    ],
)
async def test_work_is_charged(admin: Client, less: str, more: str, by: int) -> None:
    assert await cost(admin, more) >= await cost(admin, less) + by


async def test_each_item_of_a_list_is_charged_and_each_page_multiplies(admin: Client) -> None:
    query = "query ($t: [String!]) { grids(first: 50) { nodes { needs(filter: {title: {in: $t}}) { nodes { id } } } } }"
    one, three = [await cost(admin, query, {"t": ["x", "y", "z"][:times]}) for times in (1, 3)]
    assert three == one + 2 * 50


async def test_who_sees_several_subdistricts_pays_for_more_rows(network: Network, admin: Client) -> None:
    query = '{ needs(filter: {title: {contains: "x"}}) { nodes { id } } }'
    assert await cost(await network.client("city"), query) > 2 * await cost(admin, query)


async def test_an_order_that_an_index_has_is_not_charged(admin: Client) -> None:
    plain = await cost(admin, "{ needs { nodes { id } } }")
    assert await cost(admin, "{ needs(order: {field: CREATED_AT}) { nodes { id } } }") == plain


async def test_where_nobody_sees_anything_nobody_is_asked(network: Network) -> None:
    stranger, text = await network.client(), "从未分析过的文字"
    query = f"""{{ similarNeeds(text: "{text}") {{ __typename totalCount nodes {{ score }} edges {{ cursor }}
        pageInfo {{ hasNextPage hasPreviousPage endCursor startCursor }}
        aggregate {{ count max {{ score }} }} groups(by: NEED) {{ count }} }} claims {{ totalCount }} }}"""
    before = await counted(network)
    for _ in range(2):
        answer: Any = await stranger.execute(query)
        assert "errors" not in answer, answer
        assert answer["data"]["similarNeeds"] == {
            "__typename": "LikenessConnection",
            "totalCount": 0,
            "nodes": [],
            "edges": [],
            "pageInfo": {"hasNextPage": False, "hasPreviousPage": False, "endCursor": None, "startCursor": None},
            "aggregate": {"count": 0, "max": {"score": None}},
            "groups": [],
        }
        assert answer["data"]["claims"] == {"totalCount": 0}
    assert await counted(network) == before
    assert text not in KNOWN


async def test_a_text_is_analysed_in_its_turn_and_once(network: Network, admin: Client) -> None:
    query = "query ($t: String!) { a: similarNeeds(text: $t) { totalCount } b: similarNeeds(text: $t) { totalCount } }"
    for known in ("{ grids { totalCount } }", query):
        await admin.execute(known, {"t": "楼道"})
    workshop = network.services.plans.workshop
    async with workshop.turns.of(ITSELF):
        asked = asyncio.create_task(admin.execute(query, {"t": "另一段从未分析过的文字"}))
        while not workshop.turns.waiting:
            await network.services.reader.is_ready()
        assert "另一段从未分析过的文字" not in KNOWN
        assert "errors" not in await admin.execute("{ grids { totalCount } }")
    assert "errors" not in await asked
    assert "另一段从未分析过的文字" in KNOWN


@pytest.mark.parametrize("operator", ["in", "notIn"])
@pytest.mark.parametrize("within", ["{{{}}}", "{{or: [{{{}}}, {{site: {{eq: null}}}}]}}"])
async def test_lists_of_values_are_hashed(network: Network, operator: str, within: str) -> None:
    client = await network.client("a-admin")
    network.services.plans.kept.clear()
    filter_ = within.format(f"title: {{{operator}: $t}}")
    await cost(client, f"query ($t: [String!]) {{ needs(filter: {filter_}) {{ totalCount }} }}", {"t": ["x"]})
    (planned,) = network.services.plans.kept.values()
    assert "hashed SubPlan" in await explained(network, planned)


async def test_ids_are_hashed_where_no_index_finds_them(network: Network) -> None:
    client = await network.client("a-admin")
    for condition, hashed in (
        ("id: {in: $i}", False),
        ("id: {notIn: $i}", True),
        ('or: [{id: {in: $i}}, {unit: {eq: "x"}}]', True),
    ):
        network.services.plans.kept.clear()
        query = f"query ($i: [ID!]) {{ needs(filter: {{{condition}}}) {{ totalCount }} }}"
        await cost(client, query, {"i": [id_of(Need, 1)]})
        (planned,) = network.services.plans.kept.values()
        assert ("hashed SubPlan" in await explained(network, planned)) == hashed


async def explained(network: Network, planned: Any) -> str:
    """PostgreSQL's plan, whatever the values are."""
    connection = await asyncpg.connect(network.addresses.owner.url)
    await connection.execute("SET plan_cache_mode = force_generic_plan")
    await connection.execute(f"PREPARE asked AS {planned.statement.sql}")
    nulls = ", ".join(["NULL"] * len(planned.statement.parameters))
    rows = await connection.fetch(f"EXPLAIN EXECUTE asked({nulls})")
    await connection.close()
    return "\n".join(row[0] for row in rows)


async def test_what_failed_is_not_asked_again(network: Network, admin: Client) -> None:
    query = "{ needs { totalCount } }"
    await admin.execute(query)
    owner = await asyncpg.connect(network.addresses.owner.url)
    reader = await asyncpg.connect(network.addresses.reader.url)
    waits: set[Any] = set()
    async with owner.transaction():
        await owner.execute("LOCK TABLE need")
        asked = asyncio.create_task(admin.post(query))
        while not asked.done():
            for pid, since in await owner.fetch(WAITING):
                waits.add(since)
                await reader.execute(f"SELECT pg_cancel_backend({pid})")
    await asyncio.gather(owner.close(), reader.close())
    refused(asked.result(), 200, "TIMEOUT")
    assert len(waits) == 1


async def test_what_was_refused_leaves_nothing_for_the_collector(admin: Client) -> None:
    attack = READS["98 contains"]
    for _ in range(2):
        await admin.post(**attack)
    gc.collect()
    gc.disable()
    try:
        for _ in range(10):
            refused(await admin.post(**attack), 200, "TOO_COSTLY")
        await admin.execute("{ grids { nodes { number } } }")  # for the thread knows what it made last
        objects = gc.get_objects(generation=0)
        left = [one for one in objects if isinstance(one, Compare) or getattr(one, "f_code", None) is CODE]
    finally:
        gc.enable()
    assert not left
