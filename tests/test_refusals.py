"""Operations that cannot be answered: a clear error in both languages with a code, and never anything from inside."""

import json
from base64 import b64encode
from collections.abc import AsyncIterator
from typing import Any

import asyncpg
import pytest
import structlog
from conftest import Client, Network
from refusals import refused
from sample import id_of, sample_network, uuid_of

from db.embedded import Embedded
from db.models import Need, Project

LONG = "长" * 300_000
UNREADABLE: list[Any] = ["x", 5, [1], {}, True]  # as the key of an id


@pytest.fixture(scope="module")
async def network(postgres: Embedded, empty_template: str) -> AsyncIterator[Network]:
    async with sample_network(postgres, empty_template) as served:
        yield served


@pytest.fixture(scope="module")
async def city(network: Network) -> Client:
    return await network.client("city")


def cursor(*keys: object) -> str:
    return b64encode(json.dumps(keys).encode()).decode()


def nested(field: str, times: int, inside: str = "id") -> str:
    """A selection inside itself."""
    return f"{field} {{ {nested(field, times - 1, inside)} }}" if times else inside


# --- what GraphQL refuses before anything runs


@pytest.mark.parametrize(
    ("query", "value"),
    [
        ("{ needs(", None),
        ("{ nothing }", None),
        ("{ needs(nothing: 1) { totalCount } }", None),
        ("{ needs { totalCount } } fragment A on Query { ...A }", None),
        ("{ needs @nothing { totalCount } }", None),
        ("subscription { needs { totalCount } }", None),
        ("query ($v: String) { needs(first: $v) { totalCount } }", "1"),
        ('{ needs(filter: { title: { eq: "\\ud800" } }) { totalCount } }', None),
        ("query ($v: ID = null) { node(id: $v) { id } }", None),
        (f"{{ {'me { id } ' * 1500} }}", None),
        (f"{{ needs(filter: {'[' * 3000}{']' * 3000}) {{ totalCount }} }}", None),
    ],
)
async def test_an_invalid_operation(city: Client, query: str, value: object) -> None:
    refused(await city.post(query, {"v": value}), 200, "INVALID_REQUEST")


@pytest.mark.parametrize(
    ("query", "value"),
    [
        ("{ needs(first: 1000000000000000000000000000000) { totalCount } }", None),
        ("query ($v: Int) { needs(first: $v) { totalCount } }", 10**18),
        ("query ($v: Int) { needs(first: $v) { totalCount } }", "1"),
        ("query ($v: Int) { needs(first: $v) { totalCount } }", 1.5),
        ("query ($v: Int!) { needs(first: $v) { totalCount } }", None),
        ('{ needs(filter: { createdAt: { lt: "2026-02-30T00:00:00Z" } }) { totalCount } }', None),
        ("query ($v: Date) { needs(filter: { neededBy: { eq: $v } }) { totalCount } }", "10000-01-01"),
        ("query ($v: Decimal) { projects(filter: { budget: { eq: $v } }) { totalCount } }", "much"),
        ('query ($v: ID = "x") { node(id: $v) { id } }', None),
        ("query ($v: [NeedGroupBy!] = [STATUS]) { grids { nodes { needs { groups(by: $v) { count } } } } }", None),
        ("query ($v: NeedOrderField = ID) { grids { nodes { needs(order: [{ field: $v }]) { totalCount } } } }", None),
        ("query ($v: NeedFilter) { needs(filter: $v) { totalCount } }", json.loads('{"not":' * 400 + "{}" + "}" * 400)),
        ("query ($v: [Int!]) { needs(filter: { quantity: { in: $v } }) { totalCount } }", [1, "1"]),
        (f"{{ needs(first: {'9' * 5000}) {{ totalCount }} }}", None),
        (f"{{ needs(filter: {{ quantity: {{ in: [1, {'9' * 5000}] }} }}) {{ totalCount }} }}", None),
        (f"{{ projects(filter: {{ budget: {{ gt: {'9' * 5000} }} }}) {{ totalCount }} }}", None),
        (f"query ($v: Int = {'9' * 5000}) {{ needs(first: $v) {{ totalCount }} }}", None),
        (f"{{ needs(filter: {{ title: {{ eq: {'9' * 5000} }} }}) {{ totalCount }} }}", None),
        (f"{{ needs @include(if: {'9' * 5000}) {{ totalCount }} }}", None),
        (f"mutation {{ postNeed(input: {{ quantity: {'9' * 5000} }}) {{ need {{ id }} }} }}", None),
        ("{ needs(filter: { status: { eq: POSTD } }) { totalCount } }", None),
    ],
)
async def test_a_value_of_another_type(city: Client, query: str, value: object) -> None:
    refused(await city.post(query, {"v": value}), 200, "INVALID_VALUE")


# --- what a resolver refuses


@pytest.mark.parametrize(
    "id_", ["", "x", "5", "AAAA", "号", "CQ==", f"{id_of(Need, 1)}\n", "Y" + id_of(Need, 1)[1:], "\0", LONG]
)
@pytest.mark.parametrize(
    "query",
    [
        "query ($id: ID!) { node(id: $id) { id } }",
        "query ($id: ID!) { need(id: $id) { id } }",
        "query ($id: ID) { needs(filter: { branch: { id: { in: [$id] } } }) { totalCount } }",
    ],
)
async def test_a_text_that_is_no_id(city: Client, query: str, id_: str) -> None:
    refused(await city.post(query.replace("($id: ID)", "($id: ID!)"), {"id": id_}), 200, "INVALID_ID")


@pytest.mark.parametrize(
    "query",
    [
        "query ($id: ID!) { project(id: $id) { id } }",
        "query ($id: ID!) { projects(filter: { id: { notIn: [$id] } }) { totalCount } }",
        "query ($id: ID!) { needs(filter: { branch: { id: { eq: $id } } }) { totalCount } }",
        "query ($id: ID!) { needLines(filter: { project: { id: { ne: $id } } }) { totalCount } }",
        "query ($id: ID!) { matchesForResource(resourceId: $id) { totalCount } }",
    ],
)
async def test_an_id_of_another_kind(city: Client, query: str) -> None:
    refused(await city.post(query, {"id": id_of(Need, 1)}), 200, "INVALID_ID")


async def test_a_text_that_is_no_id_among_others_is_null_in_its_place(city: Client) -> None:
    query = "query ($ids: [ID!]!) { nodes(ids: $ids) { id } }"
    need, project = id_of(Need, 1), id_of(Project, 2)
    found = await city.execute(query, {"ids": [need, "x", "", project, LONG, "号"]})
    assert found["data"] == {"nodes": [{"id": need}, None, None, {"id": project}, None, None]}


@pytest.mark.parametrize(
    "text",
    [
        *("", "x", "号", b64encode(b"\xff").decode(), b64encode(b"[" * 50_000).decode(), LONG),
        *map(cursor, ["Need:id+"], ["Need:id-"], *(["Need:id-", key] for key in UNREADABLE), [], [None]),
        cursor("Need:id+", str(uuid_of(Need, 1))),
        cursor("Need:id-", str(uuid_of(Need, 1)), "x"),
        cursor("id-", str(uuid_of(Need, 1))),
        cursor("Resource:id-", str(uuid_of(Need, 1))),
        cursor("Need:title-,id-", "x", str(uuid_of(Need, 1))),
    ],
)
async def test_a_text_that_is_no_cursor_of_this_order(city: Client, text: str) -> None:
    query = "query ($c: String) { needs(after: $c) { totalCount } }"
    refused(await city.post(query, {"c": text}), 200, "INVALID_CURSOR")


@pytest.mark.parametrize(
    ("field", "keys"),
    [
        ("CREATED_AT", ["infinity", "", "yesterday", 5, "2026-02-30 00:00:00+00"]),
        ("NEEDED_BY", ["infinity", "10000-01-01", [2026]]),
        ("QUANTITY", ["9" * 5000, "1.5", 1e300, {}]),
        ("TITLE", [[1], 5, "\ud800"]),
    ],
)
async def test_a_cursor_with_a_key_of_another_type(city: Client, field: str, keys: list[object]) -> None:
    query = f"query ($c: String) {{ needs(order: {{ field: {field} }}, after: $c) {{ nodes {{ id }} }} }}"
    for key in keys:
        given = cursor(f"Need:{field.lower()}+,id+", key, str(uuid_of(Need, 1)))
        refused(await city.post(query, {"c": given}), 200, "INVALID_CURSOR")


@pytest.mark.parametrize("size", [-1, 101, 100_000, -(2**31), 2**31 - 1])
@pytest.mark.parametrize("argument", ["first", "last"])
async def test_a_page_of_impossible_size(city: Client, argument: str, size: int) -> None:
    refused(await city.post(f"{{ needs({argument}: {size}) {{ totalCount }} }}"), 200, "PAGE_SIZE")
    query = f"query ($n: Int) {{ grids {{ nodes {{ needs({argument}: $n) {{ totalCount }} }} }} }}"
    refused(await city.post(query, {"n": size}), 200, "PAGE_SIZE")


@pytest.mark.parametrize("size", [-1, 1001])
async def test_an_impossible_number_of_groups(city: Client, size: int) -> None:
    query = f"{{ needs {{ groups(by: [STATUS], first: {size}) {{ count }} }} }}"
    refused(await city.post(query), 200, "PAGE_SIZE")


async def test_first_and_last_together(city: Client) -> None:
    refused(await city.post("{ needs(first: 1, last: 1) { totalCount } }"), 200, "FIRST_AND_LAST")


@pytest.mark.parametrize("operator", ["in", "notIn", "lt", "lte", "gt", "gte", "contains", "startsWith", "isNull"])
async def test_null_where_it_is_no_value(city: Client, operator: str) -> None:
    query = f"{{ needs(filter: {{ title: {{ {operator}: null }} }}) {{ totalCount }} }}"
    refused(await city.post(query), 200, "NULL_OPERAND")


@pytest.mark.parametrize(
    ("query", "value"),
    [
        ("query ($v: String) { needs(filter: { title: { eq: $v } }) { totalCount } }", "a\0b"),
        ("query ($v: String) { needs(filter: { title: { contains: $v } }) { totalCount } }", "\0"),
        ("query ($v: [String!]) { needs(filter: { title: { in: $v } }) { totalCount } }", ["a", "\0"]),
        ("query ($v: DateTime) { needs(filter: { createdAt: { gt: $v } }) { totalCount } }", "9999-12-31T23:59-23:59"),
        ("query ($v: DateTime) { needs(filter: { createdAt: { gt: $v } }) { totalCount } }", "0001-01-01T00:00+23:59"),
        ("query ($v: Decimal) { projects(filter: { budget: { gt: $v } }) { totalCount } }", "1e999999999"),
        (
            "query ($v: String) { needs(order: { field: QUANTITY }, after: $v) { nodes { id } } }",
            cursor("Need:quantity+,id+", "1" + "0" * 30, str(uuid_of(Need, 1))),
        ),
    ],
)
async def test_a_value_that_the_database_cannot_hold(city: Client, query: str, value: object) -> None:
    refused(await city.post(query, {"v": value}), 200, "INVALID_VALUE")
    assert (await city.execute("{ grids { totalCount } }"))["data"] == {"grids": {"totalCount": 6}}


async def test_a_very_long_text_finds_nothing(city: Client) -> None:
    query = "query ($v: String) { needs(filter: { title: { contains: $v } }) { totalCount } }"
    assert (await city.execute(query, {"v": LONG}))["data"] == {"needs": {"totalCount": 0}}


@pytest.mark.parametrize(
    "filter_",
    [
        {"or": [{"title": {"eq": "x"}}] * 200},
        {"and": [{}] * 400},
        json.loads('{"not":' * 20 + "{}" + "}" * 20),
        json.loads('{"branch":{"needs":{"some":' * 6 + "{}" + "}}}" * 6),
    ],
)
async def test_a_filter_that_is_too_large(city: Client, filter_: Any) -> None:
    query = "query ($f: NeedFilter) { needs(filter: $f) { totalCount } }"
    refused(await city.post(query, {"f": filter_}), 200, "FILTER_TOO_LARGE")


async def test_an_order_that_is_too_long(city: Client) -> None:
    query = "query ($o: [NeedOrder!]) { needs(order: $o) { totalCount } }"
    refused(await city.post(query, {"o": [{"field": "TITLE"}] * 11}), 200, "ORDER_TOO_LONG")


@pytest.mark.parametrize("times", [2, 8])
async def test_an_operation_that_may_show_too_much_or_more_than_64_bits_count(city: Client, times: int) -> None:
    inside = nested("children(first: 100) { nodes", times) + "}" * times
    several = " ".join(f"nodes{number}: nodes {{ {inside} }}" for number in range(10))
    answer = await city.post(f"{{ partyBranches(first: 100) {{ {several} }} }}")
    refused(answer, 200, "TOO_COSTLY")
    assert answer.json()["extensions"]["cost"] == 0


async def test_the_cost_of_a_list_of_ids_is_its_length(city: Client) -> None:
    query = "query ($ids: [ID!]!) { nodes(ids: $ids) { id } }"
    costs = [
        (await city.post(query, {"ids": [id_of(Project, 1)] * times})).json()["extensions"]["cost"]
        for times in (1, 1000)
    ]
    assert costs[1] - costs[0] == 999


@pytest.mark.parametrize(
    "query",
    [
        "query ($v: [ID!]!) { nodes(ids: $v) { id } }",
        "query ($v: [ID!]!) { needs(filter: { id: { in: $v } }) { totalCount } }",
        "query ($v: [String!]) { needs(filter: { title: { notIn: $v } }) { totalCount } }",
    ],
)
async def test_a_list_that_is_too_long(city: Client, query: str) -> None:
    refused(await city.post(query, {"v": [id_of(Need, 1)] * 1001}), 200, "LIST_TOO_LONG")


async def test_a_statement_that_takes_too_long(postgres: Embedded, empty_template: str) -> None:
    async with sample_network(postgres, empty_template, statement_timeout_ms=100) as network:
        client = await network.client("a-admin")
        owner = await asyncpg.connect(network.addresses.owner.url)
        async with owner.transaction():
            await owner.execute("LOCK TABLE need")
            refused(await client.post("{ needs { totalCount } }"), 200, "TIMEOUT")
        await owner.close()
        assert (await client.execute("{ needs { totalCount } }"))["data"] == {"needs": {"totalCount": 17}}


# --- what nobody expected


async def test_an_internal_error_shows_a_number_and_logs_no_personal_data(network: Network) -> None:
    secretary = await network.client("a-secretary")
    token = secretary.http.headers["Authorization"].removeprefix("Bearer ")
    owner = await asyncpg.connect(network.addresses.owner.url)
    await owner.execute("ALTER TABLE need RENAME COLUMN contact_phone TO phone")
    try:
        with structlog.testing.capture_logs() as logged:
            answer = await secretary.post(
                "query ($t: String) { needs(filter: { title: { contains: $t } }) { nodes { contactPhone } } }",
                {"t": "13800000001"},
            )
    finally:
        await owner.execute("ALTER TABLE need RENAME COLUMN phone TO contact_phone")
        await owner.close()
    refused(answer, 200, "INTERNAL")
    (entry,) = logged
    assert entry["request_id"] in answer.json()["errors"][0]["message"]
    told = f"{entry} {entry['exc_info']!r}"
    assert token not in told
    assert "13800000001" not in told
