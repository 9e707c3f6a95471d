"""How often the database is asked: one statement for every root field, prepared once, kept in bounds."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import asyncpg
import pytest
from conftest import Client, Network
from graphql import GraphQLField, GraphQLObjectType, get_named_type, is_leaf_type
from sample import id_of, sample_network

from db.embedded import Embedded
from db.models import (
    Alliance,
    Attachment,
    Claim,
    Deadline,
    Deliberation,
    Extension,
    JointMeeting,
    MatchingPlan,
    Membership,
    Need,
    PartnerUnit,
    Project,
    Resource,
    Subcategory,
    Topic,
    Whistle,
)
from db.render import Statement
from schema.network import build_schema

# PostgreSQL itself counts how often each prepared statement of a session was executed; there is one session.
EXECUTED = "sum(generic_plans + custom_plans)"
COUNT = "SELECT coalesce({}, 0)::text FROM pg_prepared_statements WHERE statement NOT LIKE '%pg_prepared_statements%'"
ONES = {
    "need": Need,
    "resource": Resource,
    "project": Project,
    "claim": Claim,
    "partner": PartnerUnit,
    "topic": Topic,
    "deliberation": Deliberation,
    "jointMeeting": JointMeeting,
    "whistle": Whistle,
    "alliance": Alliance,
    "membership": Membership,
    "deadline": Deadline,
    "extension": Extension,
    "attachment": Attachment,
    "matchingPlan": MatchingPlan,
    "subcategory": Subcategory,
}
RANKED = {
    "needId": id_of(Need, 1),
    "resourceId": id_of(Resource, 1),
    "text": "楼道扶手",
}  # what is asked for, by argument
SCHEMA = build_schema()._schema


@pytest.fixture(scope="module")
async def network(postgres: Embedded, empty_template: str) -> AsyncIterator[Network]:
    async with sample_network(postgres, empty_template, read_connections=1) as served:
        yield served


@pytest.fixture
async def admin(network: Network) -> Client:
    network.services.plans.kept.clear()
    return await network.client("a-admin")


async def counted(network: Network, what: str = EXECUTED) -> int:
    return int(await network.services.reader.fetch(Statement(COUNT.format(what), ()), ()))


async def counters(client: Client) -> dict[str, Any]:
    answer: dict[str, Any] = (await client.http.get("/readyz")).json()
    return answer


def root_field(name: str) -> str:
    """A root field with its arguments and a selection three levels deep."""
    field = SCHEMA.query_type.fields[name]  # type: ignore[union-attr]  # there are queries
    type_ = get_named_type(field.type)
    assert isinstance(type_, GraphQLObjectType) or name in {"node", "nodes"}
    if type_.name.endswith("Connection"):
        asked = "".join(f'{one}: "{RANKED[one]}", ' for one in field.args if one in RANKED)
        nodes = f"nodes {{ {selection(type_.name[:-10])} }}"
        return f"{name}({asked}first: 3) {{ totalCount pageInfo {{ endCursor }} {nodes} }}"
    given = {
        "node": f'id: "{id_of(Need, 1)}"',
        "nodes": f'ids: ["{id_of(Need, 1)}"]',
        "subdistrict": 'code: "370203019"',
    }
    arguments = given.get(name) or (f'id: "{id_of(ONES[name], 1)}"' if name in ONES else "")
    inside = "id" if name in {"node", "nodes"} else selection(type_.name)
    return f"{name}{f'({arguments})' if arguments else ''} {{ {inside} }}"


def selection(kind: str) -> str:
    """All fields of a type, those of related objects to a depth of two."""
    type_ = SCHEMA.type_map[kind]
    assert isinstance(type_, GraphQLObjectType)
    parts = ((name, field, get_named_type(field.type)) for name, field in type_.fields.items())
    return " ".join(
        _leaf(name, field) if is_leaf_type(far) else f"{name} {{ {_inside(far.name)} }}" for name, field, far in parts
    )


def _leaf(name: str, field: GraphQLField) -> str:
    return f'{name}(at: "2026-02-02T00:00:00Z")' if field.args else name


def _inside(kind: str) -> str:
    return "totalCount nodes { id } aggregate { count }" if kind.endswith("Connection") else "__typename"


@pytest.mark.parametrize("name", SCHEMA.query_type.fields)  # type: ignore[union-attr]  # as above
async def test_a_root_field_runs_one_statement_also_when_it_is_remembered(
    network: Network, admin: Client, name: str
) -> None:
    query = f"{{ {root_field(name)} }}"
    for _ in range(3):
        before = await counted(network)
        answer = await admin.execute(query)
        assert "errors" not in answer
        assert await counted(network) == before + 1


async def test_several_root_fields_run_one_statement_each(network: Network, admin: Client) -> None:
    query = (
        "{ grids { totalCount } again: grids { totalCount } needs { nodes { claims { nodes { partner { name } } } } } }"
    )
    for _ in range(2):
        before = await counted(network)
        await admin.execute(query)
        assert await counted(network) == before + 3


async def test_what_is_refused_runs_nothing(network: Network, admin: Client) -> None:
    before = await counted(network)
    for query in ('{ node(id: "x") { id } }', "{ needs(first: 101) { totalCount } }", "{ nothing }"):
        await admin.execute(query)
    assert await counted(network) == before


async def test_a_remembered_operation_is_neither_planned_nor_prepared_again(network: Network, admin: Client) -> None:
    query = "query ($first: Int) { needs(first: $first) { nodes { title } } }"
    await admin.execute(query, {"first": 1})
    before, prepared = await counters(admin), await counted(network, "count(*)")
    assert len((await admin.execute(query, {"first": 2}))["data"]["needs"]["nodes"]) == 2  # type: ignore[index]  # JSON
    after = await counters(admin)
    assert after["operations"]["hits"] == before["operations"]["hits"] + 1
    assert after["plans"] == before["plans"]
    assert await counted(network, "count(*)") == prepared


async def test_what_is_not_remembered_finds_its_plan(admin: Client) -> None:
    query = "{ __typename grids { totalCount } }"
    await admin.execute(query)
    before = await counters(admin)
    await admin.execute(query)
    after = await counters(admin)
    assert after["operations"]["hits"] == before["operations"]["hits"]
    assert after["plans"] == before["plans"] | {"hits": before["plans"]["hits"] + 1}


@pytest.mark.parametrize("variables", [{"t": None}, {}, {"t": "扶手"}])
async def test_another_shape_of_variables_is_another_plan(admin: Client, variables: dict[str, str | None]) -> None:
    query = "query ($t: String) { needs(filter: { site: { eq: $t } }) { totalCount } }"
    shapes = [{"t": None}, {}, {"t": "路口"}]
    found = [(await admin.execute(query, shape))["data"] for shape in [*shapes, variables, *shapes]]
    assert found[:3] == [{"needs": {"totalCount": count}} for count in (13, 17, 1)]
    assert found[4:] == found[:3]


async def test_an_operation_that_failed_is_not_remembered(admin: Client) -> None:
    query = "query ($id: ID!) { node(id: $id) { id } }"
    await admin.execute(query, {"id": "x"})
    before = await counters(admin)
    assert (await admin.execute(query, {"id": id_of(Need, 1)}))["data"] == {"node": {"id": id_of(Need, 1)}}
    assert (await counters(admin))["operations"]["hits"] == before["operations"]["hits"]


async def test_plans_operations_and_statements_stay_in_bounds(postgres: Embedded, empty_template: str) -> None:
    async with sample_network(postgres, empty_template, read_connections=1, plan_cache_size=4) as network:
        client = await network.client("a-admin")
        for number in [*range(10), 0]:
            answer = await client.execute(
                f"{{ grids(first: {number}) {{ nodes {{ number }} again{number}: totalCount }} }}"
            )
            assert answer["data"]["grids"][f"again{number}"] == 5  # type: ignore[index]  # JSON
        found = await counters(client)
        assert (found["plans"]["kept"], found["operations"]["kept"]) == (4, 4)
        assert await counted(network, "count(*)") == 3  # and the one that counts


async def test_the_session_can_only_read(network: Network) -> None:
    with pytest.raises(asyncpg.ReadOnlySQLTransactionError):
        await network.services.reader.fetch(Statement("DELETE FROM need RETURNING 'gone'", ()), ())
    assert await network.services.reader.is_ready()


async def test_whoever_stops_waiting_leaves_no_half_read_connection(network: Network) -> None:
    reader = network.services.reader
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(reader.fetch(Statement("SELECT pg_sleep(60)::text", ()), ()), 0.2)
    assert await reader.fetch(Statement("SELECT 'next'", ()), ()) == b"next"
