"""What is asked about the schema itself: told once, from bytes afterwards, and no more of it than tools ask for."""

import gzip
from collections.abc import AsyncIterator

import pytest
from conftest import Client, Network
from graphql import build_client_schema, get_introspection_query, lexicographic_sort_schema, print_schema
from refusals import refused
from sample import sample_network

from db.embedded import Embedded
from schema.executor import SplicingExecutor
from schema.network import build_schema

FULL = get_introspection_query(specified_by_url=True, directive_is_repeatable=True, input_value_deprecation=True)
SOME = "query ($name: String!) { __type(name: $name) { name fields { name } } }"


@pytest.fixture(scope="module")
async def network(postgres: Embedded, empty_template: str) -> AsyncIterator[Network]:
    async with sample_network(postgres, empty_template) as served:
        yield served


@pytest.fixture(scope="module")
async def nobody(network: Network) -> Client:
    return await network.client()


@pytest.mark.parametrize("query", [FULL, get_introspection_query(descriptions=False)])
async def test_tools_get_the_whole_schema(nobody: Client, query: str) -> None:
    answer = await nobody.execute(query)
    found, served = build_client_schema(answer["data"]), build_schema()._schema  # type: ignore[arg-type]  # it is JSON
    assert "errors" not in answer
    assert set(found.type_map) == set(served.type_map)
    if query == FULL:
        assert print_schema(lexicographic_sort_schema(found)) == print_schema(lexicographic_sort_schema(served))


async def test_it_is_told_once_and_costs_what_it_shows(network: Network, monkeypatch: pytest.MonkeyPatch) -> None:
    nobody, city = await network.client(), await network.client("city")
    first = await nobody.post(FULL)

    def never(*_: object) -> None:
        raise AssertionError("it is remembered")

    monkeypatch.setattr(SplicingExecutor, "of", never)
    assert (await city.post(FULL)).content == first.content
    assert first.json()["extensions"]["cost"] == 40_000


@pytest.mark.parametrize(
    ("accepted", "packed"),
    [("gzip", True), ("br, GZIP;q=0.5", True), ("*", True), ("identity", False), ("gzip;q=0, *", False), ("br", False)],
)
async def test_it_comes_packed_where_that_is_accepted(nobody: Client, accepted: str, packed: bool) -> None:
    request = nobody.http.build_request("POST", "/graphql", json={"query": FULL}, headers={"Accept-Encoding": accepted})
    answer = await nobody.http.send(request, stream=True)
    body = b"".join([chunk async for chunk in answer.aiter_raw()])
    assert (answer.headers.get("Content-Encoding") == "gzip") == packed
    assert answer.headers["Vary"] == "Accept, Accept-Encoding"
    assert (gzip.decompress(body) if packed else body) == (await nobody.post(FULL)).content
    assert (len(body) < 200_000) == packed


async def test_another_operation_or_variable_is_another_answer(nobody: Client) -> None:
    need, claim = [(await nobody.execute(SOME, {"name": name}))["data"] for name in ("Need", "Claim")]
    assert need["__type"]["name"] == "Need"  # type: ignore[index]  # it is JSON
    assert claim["__type"]["name"] == "Claim"  # type: ignore[index]  # as above
    two = "query A { __schema { queryType { name } } } query B { __typename }"
    assert (await nobody.post(two, operationName="A")).json()["data"] == {"__schema": {"queryType": {"name": "Query"}}}
    assert (await nobody.post(two, operationName="B")).json()["data"] == {"__typename": "Query"}


TYPES = "fragment T on __Type { name description fields { name description args { name type { name } } } }"
EIGHT = " ".join(f"a{number}: types {{ ...T }}" for number in range(8))


@pytest.mark.parametrize(
    "query",
    [
        FULL.replace("__schema {", "again: __schema { types { ...FullType } } __schema {", 1),
        f"{{ __schema {{ {EIGHT} }} }} {TYPES}",
        f"{{ {EIGHT.replace('types { ...T }', '__schema { types { ...T } }')} }} {TYPES}",
        "{ __schema { types { fields { type { fields { type { name } } } } } } }",
        f"{{ me {{ id }} __schema {{ types {{ ...T }} }} }} {TYPES}",
        f"query A {{ __typename }} query B {{ me {{ id }} __schema {{ types {{ ...T }} }} }} {TYPES}",
    ],
)
async def test_more_of_it_than_tools_ask_for_is_too_costly(nobody: Client, query: str) -> None:
    refused(await nobody.post(query, operationName="A" if query.startswith("query A") else None), 200, "TOO_COSTLY")


async def test_a_little_of_it_may_be_asked_beside_data(nobody: Client) -> None:
    query = (
        '{ subdistricts { totalCount } __schema { queryType { name } } __type(name: "Role") { enumValues { name } } }'
    )
    answer = await nobody.execute(query)
    assert set(answer["data"]) == {"subdistricts", "__schema", "__type"}  # type: ignore[call-overload]  # it is JSON
    assert (await nobody.execute("mutation { __typename }"))["data"] == {"__typename": "Mutation"}
