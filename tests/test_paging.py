"""Paging by cursor, both ways, in every order that can be asked for: each object once, in the reference's order."""

from collections.abc import AsyncIterator, Iterator
from typing import Any

import pytest
from graphql import GraphQLEnumType
from sighted import World, world_of

from db.embedded import Embedded

PAGED = (
    *("needs", "projects", "resources", "claims", "grids", "memberships", "partners", "accounts", "topics", "whistles"),
    *("deadlines", "evaluations"),
)
WAYS = [{"direction": "ASC", "nulls": "FIRST"}, {"direction": "DESC"}, {"direction": "DESC", "nulls": "FIRST"}]
QUERY = """
query ($filter: %sFilter, $order: [%sOrder!], $first: Int, $last: Int, $after: String, $before: String) {
  %s(filter: $filter, order: $order, first: $first, last: $last, after: $after, before: $before) {
    nodes { id }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  }
}
"""


@pytest.fixture(scope="module")
async def world(postgres: Embedded, empty_template: str) -> AsyncIterator[World]:
    async with world_of(postgres, empty_template, plan_cache_size=50) as found:
        yield found


def query_of(world: World, name: str) -> str:
    kind = world.everything.pages[name]
    return QUERY % (kind, kind, name)


def where(login: str | None) -> dict[str, Any]:
    """Nobody signed in says which subdistrict is meant."""
    return {} if login else {"filter": {"subdistrict": {"code": {"eq": "370203019"}}}}


def orders(world: World, name: str) -> Iterator[list[dict[str, str]]]:
    """Every field alone, each way; and each with another one before it, of which many objects have the same value."""
    fields = world.schema.type_map[f"{world.everything.pages[name]}OrderField"]
    assert isinstance(fields, GraphQLEnumType)
    same = next(
        (field for field in ("UNIT", "STATUS", "ROLE", "LEVEL", "STARTS_ON", "SCORE") if field in fields.values),
        "NUMBER",
    )
    for place, field in enumerate(fields.values):
        way = WAYS[place % len(WAYS)]
        yield [{"field": field, **way}]
        yield [{"field": same, "direction": "ASC"}, {"field": field, **WAYS[(place + 1) % len(WAYS)]}]


@pytest.mark.parametrize(
    ("name", "login"),
    [
        *((name, "a-admin") for name in PAGED),
        ("needs", "city"),
        ("claims", "city"),
        ("topics", "city"),
        ("grids", None),
    ],
)
async def test_pages_forward_and_backward_show_each_object_once_and_in_order(
    world: World, name: str, login: str | None
) -> None:
    for order in orders(world, name):
        whole = world.references[login].execute(query_of(world, name), {**where(login), "order": order, "first": 100})
        assert whole.data is not None
        ids = [node["id"] for node in whole.data[name]["nodes"]]
        assert await _paged(world, login, name, order, forward=True) == ids
        assert await _paged(world, login, name, order, forward=False) == ids


async def _paged(
    world: World, login: str | None, name: str, order: list[dict[str, str]], *, forward: bool
) -> list[str]:
    """The ids on all pages, put together in their order."""
    ids: list[str] = []
    size, cursor = ("first", "after") if forward else ("last", "before")
    ahead, behind = ("hasNextPage", "hasPreviousPage") if forward else ("hasPreviousPage", "hasNextPage")
    place: str | None = None
    more = True
    while more:
        given: dict[str, Any] = {**where(login), "order": order, size: 5, cursor: place}
        page = (await world.clients[login].execute(query_of(world, name), given))["data"][name]  # type: ignore[index]  # JSON
        found = [node["id"] for node in page["nodes"]]
        ids = ids + found if forward else found + ids
        more, about = page["pageInfo"][ahead], page["pageInfo"]
        assert about[behind] == (place is not None)
        place = about["endCursor" if forward else "startCursor"]
    return ids
