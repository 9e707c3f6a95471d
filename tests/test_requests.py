"""Requests over HTTP that never reach GraphQL: each answers with a status, and says in both languages what is wrong."""

import json
from collections.abc import AsyncIterator

import pytest
from conftest import Client, Network
from refusals import refused
from sample import sample_network

from db.embedded import Embedded

JSON = {"Content-Type": "application/json"}


@pytest.fixture(scope="module")
async def network(postgres: Embedded, empty_template: str) -> AsyncIterator[Network]:
    async with sample_network(postgres, empty_template) as served:
        yield served


@pytest.fixture(scope="module")
async def nobody(network: Network) -> Client:
    return await network.client()


@pytest.mark.parametrize("header", ["Bearer nonsense", "Bearer", "Basic abc", "Bearer a.b.c", "Bearer é", "x" * 9000])
async def test_a_bad_token(nobody: Client, header: str) -> None:
    answer = await nobody.http.post(
        "/graphql", json={"query": "{ me { id } }"}, headers=[(b"Authorization", header.encode())]
    )
    refused(answer, 401, "INVALID_TOKEN")
    assert answer.headers["WWW-Authenticate"].startswith("Bearer")


@pytest.mark.parametrize(
    "body",
    [b"{", b"", b"\xff", b'{"query": NaN}', b'{"query": "\\ud800"}', b"[" * 5000, '{"query":"é"}'.encode("latin-1")],
)
async def test_invalid_json(nobody: Client, body: bytes) -> None:
    refused(await nobody.http.post("/graphql", content=body, headers=JSON), 400, "INVALID_JSON")


@pytest.mark.parametrize(
    "body",
    [
        *(None, 5, "x", True, [], [{"query": "{ me { id } }"}]),
        *({}, {"query": None}, {"query": ""}, {"query": 5}, {"query": ["{ me { id } }"]}),
        *({"query": "{ me { id } }", name: 5} for name in ("variables", "extensions", "operationName")),
        {"query": "{ me { id } }", "variables": [1]},
    ],
)
async def test_a_body_that_is_no_request(nobody: Client, body: object) -> None:
    refused(await nobody.http.post("/graphql", content=json.dumps(body), headers=JSON), 400, "INVALID_REQUEST")


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE", "OPTIONS"])
async def test_another_method(nobody: Client, method: str) -> None:
    answer = await nobody.http.request(method, "/graphql", json={"query": "{ me { id } }"})
    refused(answer, 405, "METHOD_NOT_ALLOWED")
    assert answer.headers["Allow"] == "GET, POST"


@pytest.mark.parametrize("type_", ["text/plain", "application/x-www-form-urlencoded", "application/graphql", ""])
async def test_a_body_that_does_not_say_that_it_is_json(nobody: Client, type_: str) -> None:
    answer = await nobody.http.post("/graphql", content=b'{"query":"{ me { id } }"}', headers={"Content-Type": type_})
    refused(answer, 415, "UNSUPPORTED_MEDIA_TYPE")


@pytest.mark.parametrize(
    ("parameters", "code"),
    [
        ({}, "INVALID_REQUEST"),
        ({"query": "{ me { id } }", "variables": "{"}, "INVALID_JSON"),
        ({"query": "{ me { id } }", "variables": "5"}, "INVALID_REQUEST"),
    ],
)
async def test_a_get_request_that_asks_nothing(nobody: Client, parameters: dict[str, str], code: str) -> None:
    refused(await nobody.http.get("/graphql", params=parameters), 400, code)


async def test_a_get_request_that_changes_something(nobody: Client) -> None:
    query = 'mutation { signIn(input: { login: "a", password: "b" }) { token } }'
    answer = await nobody.http.get("/graphql", params={"query": query})
    refused(answer, 405, "METHOD_NOT_ALLOWED")
    assert answer.headers["Allow"] == "POST"


async def test_a_query_may_come_as_a_get_request(nobody: Client) -> None:
    answer = await nobody.http.get("/graphql", params={"query": "{ subdistricts { totalCount } }"})
    assert answer.json()["data"] == {"subdistricts": {"totalCount": 3}}


@pytest.mark.parametrize("length", [None, "10000000", "9" * 5000, "-1", "abc"])
async def test_a_body_of_ten_megabytes_or_of_an_impossible_length(nobody: Client, length: str | None) -> None:
    async def chunks() -> AsyncIterator[bytes]:
        for _ in range(10_000):
            yield b" " * 1000

    headers = {**JSON, **({"Content-Length": length} if length else {})}
    refused(await nobody.http.post("/graphql", content=chunks(), headers=headers), 413, "BODY_TOO_LARGE")


async def test_a_query_of_very_many_letters(nobody: Client) -> None:
    refused(await nobody.post(f"{{ grids {{ totalCount }} }} # {'x' * 50_000}"), 413, "QUERY_TOO_LONG")


@pytest.mark.parametrize(
    "value",
    [
        {"and": [{}] * 100_000},
        {"and": [{}] * 500},
        {"title": {"in": ["x"] * 5_000}},
        {"title": {"in": ["x"] * 100_000}},
        [[]] * 5_000,
        {"or": [{"title": {"in": ["x"] * 1_000}} for _ in range(5)]},
    ],
)
async def test_a_body_of_very_many_values(nobody: Client, value: object) -> None:
    query = "query ($f: NeedFilter) { needs(filter: $f) { totalCount } }"
    refused(await nobody.post(query, {"f": value}), 413, "TOO_MANY_VALUES")


async def test_the_values_of_the_query_and_of_its_variables_count_together(nobody: Client) -> None:
    items = ", ".join(['"x"'] * 600)
    town = 'subdistrict: {code: {eq: "370203019"}}'
    filter_ = f"{{ {town}, title: {{ in: [{items}] }}, and: [$f] }}"
    query = f"query ($f: NeedFilter!) {{ needs(filter: {filter_}) {{ totalCount }} }}"
    assert "errors" not in await nobody.execute(query, {"f": {"title": {"in": ["x"] * 900}}})
    several = {"or": [{"title": {"in": ["x"] * 900}} for _ in range(5)]}
    refused(await nobody.post(query, {"f": several}), 413, "TOO_MANY_VALUES")
