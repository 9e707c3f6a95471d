"""Codes and words of errors: every code is published and told in the reader's language, with what is right instead."""

import ast
import re
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from conftest import Client, Network
from graphql import GraphQLEnumType
from sample import id_of, sample_network

from db.embedded import Embedded
from db.machines import MACHINES
from db.models import Need
from resolvers.errors import ErrorCode
from resolvers.messages import NOTATIONS
from schema.network import build_schema
from schema.scalars import SCALARS

SOURCES = [path for folder in ("resolvers", "schema") for path in Path(folder).rglob("*.py")]
CHINESE = re.compile("[\u4e00-\u9fff]")
ENGLISH = {"Accept-Language": "en"}


@pytest.fixture(scope="module")
async def network(postgres: Embedded, empty_template: str) -> AsyncIterator[Network]:
    async with sample_network(postgres, empty_template) as served:
        yield served


@pytest.fixture(scope="module")
async def nobody(network: Network) -> Client:
    return await network.client()


# --- codes


def raised() -> set[str]:
    """The codes that the sources name."""
    named = re.compile(r"ErrorCode\.([A-Z_]+)")
    return {code for path in SOURCES if path.name != "messages.py" for code in named.findall(path.read_text("utf-8"))}


def test_every_code_is_published() -> None:
    published = build_schema()._schema.type_map["ErrorCode"]
    assert isinstance(published, GraphQLEnumType)
    guards = {guard.code for machine in MACHINES.values() for action in machine.actions for guard in action.guards}
    assert raised() | guards == set(published.values) == set(ErrorCode)


def test_no_error_is_made_with_a_code_beside_the_enumeration() -> None:
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in {"GraphQLError", "HTTPException"}:
                assert path.name in {"errors.py", "documents.py"}, path


def test_every_scalar_says_how_it_is_written() -> None:
    assert set(NOTATIONS) == {scalar.name for scalar in SCALARS.values()}


# --- words


@pytest.mark.parametrize(
    ("query", "variables", "chinese", "english"),
    [
        (
            "{ needs(first: 500) { totalCount } }",
            None,
            "`first` 须在 0 到 100 之间，不能是 500。",
            "`first` must be from 0 to 100, not 500.",
        ),
        (
            "{ needs(filter: { priority: { eq: HIHG } }) { totalCount } }",
            None,
            "枚举 `Priority` 没有值 `HIHG`。是否想用枚举值 HIGH？可用的值：LOW, NORMAL, HIGH, URGENT。",
            "Value 'HIHG' does not exist in 'Priority' enum. Did you mean the enum value 'HIGH'? "
            "Its values: LOW, NORMAL, HIGH, URGENT.",
        ),
        (
            "query ($f: NeedFilter) { needs(filter: $f) { totalCount } }",
            {"f": {"or": [{"neededBy": {"eq": "2026-02-30"}}]}},
            "变量 `$f.or[0].neededBy.eq` 的值无效：须为日期，写作 2026-06-01，年份在 1900 到 2200 之间，"
            "不能是“2026-02-30”。",
            "Variable '$f' has invalid value at .or[0].neededBy.eq: Must be a date written as 2026-06-01, "
            'of a year from 1900 to 2200, not "2026-02-30".',
        ),
        (
            "query ($id: ID!) { topic(id: $id) { id } }",
            {"id": id_of(Need, 1)},
            f"“{id_of(Need, 1)}”不是 `Topic` 的编号。",
            f'"{id_of(Need, 1)}" is not an id of `Topic`.',
        ),
        (
            "query ($n: Int!) { needs(first: $n) { totalCount } }",
            {},
            "变量 `$n` 的值无效：此项必填，类型为 `Int!`。",
            "Variable '$n' has invalid value: Expected a value of non-null type 'Int!' to be provided.",
        ),
        ("{ needs { totl } }", None, "类型 `NeedConnection` 没有字段 `totl`。", None),
    ],
)
async def test_an_error_speaks_the_readers_language(
    nobody: Client, query: str, variables: dict[str, Any] | None, chinese: str, english: str | None
) -> None:
    body = {"query": query, "variables": variables}
    assert (await nobody.post(query, variables)).json()["errors"][0]["message"] == chinese
    answer = await nobody.http.post("/graphql", json=body, headers=ENGLISH)
    message = answer.json()["errors"][0]["message"]
    assert not CHINESE.search(message)
    assert message == (english or message)


async def test_what_never_reaches_graphql_speaks_the_readers_language_too(nobody: Client) -> None:
    for headers, words in (
        ({}, "令牌无效或已过期，请重新登录。"),
        (ENGLISH, "The token is not valid or has expired: please sign in again."),
    ):
        answer = await nobody.http.get("/attachments/x", headers={"Authorization": "Bearer x", **headers})
        assert answer.json()["errors"] == [{"message": words, "extensions": {"code": "INVALID_TOKEN"}}]
    answer = await nobody.http.put("/graphql", headers=ENGLISH)
    assert answer.json()["errors"][0]["message"] == "This address takes GET, POST only."


# --- signing in


@pytest.mark.parametrize(
    ("query", "paths"),
    [
        (
            '{ claims { totalCount } mine: me { id } needs(filter: {subdistrict: {code: {eq: "370203019"}}}) { totalCount } }',  # noqa: E501 - a query as it is sent
            ["claims", "mine"],
        ),
        (
            '{ needs(filter: {subdistrict: {code: {eq: "370203019"}}}) { nodes { contactPhone topic { title } } } }',
            ["needs.nodes.contactPhone", "needs.nodes.topic"],
        ),
        (
            '{ needs(filter: {subdistrict: {code: {eq: "370203019"}}}) { edges { node { claims { totalCount } } } } }',
            ["needs.edges.node.claims"],
        ),
        ("{ a: topics { nodes { title } } suggestions { totalCount } }", ["a", "suggestions"]),
        (
            'query ($yes: Boolean!) { grids(filter: {subdistrict: {code: {eq: "370203019"}}}) { totalCount } claims @include(if: $yes) { totalCount } }',  # noqa: E501 - a query as it is sent
            None,
        ),
        (
            '{ needs(filter: {subdistrict: {code: {eq: "370203019"}}}) { nodes { title } } grids(filter: {subdistrict: {code: {eq: "370203019"}}}) { totalCount } }',  # noqa: E501 - a query as it is sent
            None,
        ),
    ],
)
async def test_a_stranger_is_told_what_takes_signing_in(nobody: Client, query: str, paths: list[str] | None) -> None:
    for _ in range(2):  # the second time it is remembered
        answer = await nobody.post(query, {"yes": False})
        assert answer.json()["extensions"].get("signInRequired") == paths


async def test_a_member_is_told_nothing(network: Network) -> None:
    member = await network.client("a-resident")
    answer = await member.post("{ claims { totalCount } topics { totalCount } me { id } }")
    assert set(answer.json()["extensions"]) == {"cost"}


# --- cursors


async def test_a_cursor_of_another_connection(network: Network) -> None:
    member = await network.client("a-admin")
    page = "{ pageInfo { endCursor } }"
    like = f'text: "扶手") {page} }}'
    for first, second in (
        (f"{{ found: needs {page} }}", "resources("),
        (f"{{ found: needs {page} }}", "needs(order: { field: TITLE }, "),
        (f"{{ found: similarNeeds({like}", 'resourcesLike(text: "扶手", '),
    ):
        cursor = (await member.post(first)).json()["data"]["found"]["pageInfo"]["endCursor"]
        assert cursor, first
        answer = await member.post(f"query ($c: String) {{ {second}after: $c) {{ totalCount }} }}", {"c": cursor})
        assert [error["extensions"]["code"] for error in answer.json()["errors"]] == ["INVALID_CURSOR"]
