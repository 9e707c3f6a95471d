"""GraphQL over HTTP: media types, status codes, which operation is meant, and what a refusal holds."""

import json
from collections.abc import AsyncIterator

import pytest
from asking import NEED, POST, open_world
from conftest import Client, Network
from httpx import Response
from refusals import refused
from sample import sample_network

from db.embedded import Embedded
from db.models.states import Role

COUNT = "{ subdistricts { totalCount } }"
JSON, RESPONSE = "application/json", "application/graphql-response+json"


@pytest.fixture(scope="module")
async def network(postgres: Embedded, empty_template: str) -> AsyncIterator[Network]:
    async with sample_network(postgres, empty_template) as served:
        yield served


@pytest.fixture(scope="module")
async def nobody(network: Network) -> Client:
    return await network.client()


async def ask(client: Client, query: object, accept: str | None, **more: object) -> Response:
    request = client.http.build_request("POST", "/graphql", json={"query": query, **more})
    del request.headers["Accept"]
    if accept is not None:
        request.headers["Accept"] = accept
    return await client.http.send(request)


@pytest.mark.parametrize(
    ("accept", "expected"),
    [
        (None, JSON),
        ("", JSON),
        ("*/*", JSON),
        ("application/*", JSON),
        (JSON, JSON),
        ("Application/JSON; charset=UTF-8", JSON),
        (f"{JSON}, {RESPONSE};q=0.9", JSON),
        ("text/html, application/xhtml+xml, */*;q=0.8", JSON),
        (RESPONSE, RESPONSE),
        (RESPONSE.upper(), RESPONSE),
        (f"{RESPONSE}; charset=utf-8", RESPONSE),
        (f"{RESPONSE}, {JSON};q=0.9", RESPONSE),
        (f"{RESPONSE}, application/graphql+json, {JSON}, text/event-stream, multipart/mixed", RESPONSE),
        (f"{JSON};q=0.5, */*;q=0.4, {RESPONSE};q=0.6", RESPONSE),
        (f"{JSON};q=0, */*", RESPONSE),
    ],
)
async def test_the_answer_is_of_the_type_that_is_accepted(nobody: Client, accept: str | None, expected: str) -> None:
    for query in (COUNT, COUNT, "{ __typename }", "{"):
        answer = await ask(nobody, query, accept)
        assert answer.headers["Content-Type"].partition(";")[0] == expected
        assert answer.status_code == (400 if query == "{" and expected == RESPONSE else 200)
    refused(await ask(nobody, None, accept), 400, "INVALID_REQUEST")


@pytest.mark.parametrize("accept", ["text/html", f"{JSON};q=0", f"{JSON}; charset=gbk", "image/*", f'x/y;z=", {JSON}"'])
async def test_nothing_else_can_be_answered(nobody: Client, accept: str) -> None:
    refused(await ask(nobody, COUNT, accept), 406, "NOT_ACCEPTABLE")


@pytest.mark.parametrize(
    "type_",
    ["application/jsonp", "application/json; charset=gbk", RESPONSE, "text/json", "application/json-patch+json"],
)
async def test_another_type_of_body_is_refused(nobody: Client, type_: str) -> None:
    body = json.dumps({"query": COUNT}).encode()
    refused(
        await nobody.http.post("/graphql", content=body, headers={"Content-Type": type_}), 415, "UNSUPPORTED_MEDIA_TYPE"
    )


@pytest.mark.parametrize(
    "type_", ["Application/JSON", 'application/json ; charset="UTF-8"', "application/json;charset=utf-8"]
)
async def test_the_type_of_a_body_may_be_written_as_the_standard_has_it(nobody: Client, type_: str) -> None:
    body = json.dumps({"query": COUNT}).encode()
    answer = await nobody.http.post("/graphql", content=body, headers={"Content-Type": type_})
    assert answer.json()["data"] == {"subdistricts": {"totalCount": 3}}


@pytest.mark.parametrize(
    "body",
    [
        {"query": "{"},
        {"query": "{ nothing }"},
        {"query": "query ($id: ID!) { node(id: $id) { id } }", "variables": {"id": None}},
        {"query": "query A { me { id } }", "operationName": "B"},
        {"query": "query A { me { id } }", "operationName": ""},
        {"query": "query A { me { id } } query B { me { id } }"},
        {"query": f"query ($v: String) {{ {' '.join(['me { id }'] * 60)} }}"},
    ],
)
@pytest.mark.parametrize(("accept", "status"), [(JSON, 200), (RESPONSE, 400)])
async def test_what_was_not_executed_has_no_data(
    nobody: Client, body: dict[str, str], accept: str, status: int
) -> None:
    answer = await ask(nobody, accept=accept, **body)
    assert answer.status_code == status
    assert set(answer.json()) == {"errors", "extensions"}
    assert answer.json()["extensions"] == {"cost": 0}


@pytest.mark.parametrize("accept", [JSON, RESPONSE])
async def test_what_was_executed_has_data_even_if_it_failed(nobody: Client, accept: str) -> None:
    answer = await ask(nobody, "{ needs(first: 101) { totalCount } }", accept)
    refused(answer, 200, "PAGE_SIZE")
    assert answer.json()["data"] is None


@pytest.mark.parametrize("query", [COUNT, "{ __schema { queryType { name } } }"])
async def test_what_is_remembered_keeps_to_the_same_rules(nobody: Client, query: str) -> None:
    two = f"query A {query} query B {{ __typename }}"
    for _ in range(2):
        named = await ask(nobody, two, RESPONSE, operationName="A")
        assert (named.status_code, named.headers["Content-Type"]) == (200, f"{RESPONSE}; charset=utf-8")
        refused(await ask(nobody, two, JSON), 200, "INVALID_REQUEST")
        refused(await ask(nobody, two, RESPONSE, operationName="C"), 400, "INVALID_REQUEST")


async def test_without_a_name_no_operation_of_several_runs(empty_network: Network) -> None:
    async with open_world(empty_network) as world:
        two = POST.replace("mutation", "mutation A", 1) + POST.replace("mutation", "mutation B", 1)
        client = await world.service.client(world.network.accounts[Role.GRID_WORKER].login)
        for name, needs in ((None, 0), ("B", 1), (None, 1)):
            answer = await client.post(two, {"input": NEED}, operationName=name)
            assert ("data" in answer.json()) == (name is not None)
            assert await world.needs() == needs


@pytest.mark.parametrize("accept", [JSON, RESPONSE])
async def test_a_query_by_get_is_answered_in_the_type_that_is_accepted(nobody: Client, accept: str) -> None:
    parameters = {"query": "query ($n: Int) { subdistricts(first: $n) { nodes { id } } }", "variables": '{"n": 1}'}
    answer = await nobody.http.get("/graphql", params=parameters, headers={"Accept": accept})
    assert answer.headers["Content-Type"].startswith(accept)
    assert len(answer.json()["data"]["subdistricts"]["nodes"]) == 1
