"""Who sees what: every model, every role, through every door, as PostgreSQL's row-level security has it."""

import json
from collections.abc import AsyncIterator, Iterator
from typing import Any

import pytest
from conftest import Client
from graphql import GraphQLObjectType, get_named_type, is_leaf_type
from reference import ONES, PUBLIC, Reference, Thing
from sample import LOGINS, id_of
from sighted import World, world_of

from db.embedded import Embedded
from db.models import Need, PartnerUnit

ROLES = ("a-resident", "a-secretary", "a-community", "a-admin", "a-liaison", "district", "auditor", None)


@pytest.fixture(scope="module")
async def world(postgres: Embedded, empty_template: str) -> AsyncIterator[World]:
    async with world_of(postgres, empty_template, max_aliases=1000, max_fields=10_000, max_cost=10**9) as found:
        yield found


async def answered(client: Client, query: str, variables: object = None) -> dict[str, Any]:
    answer: dict[str, Any] = await client.execute(query, variables)
    assert "errors" not in answer, (query, answer["errors"])
    data: dict[str, Any] = answer["data"]
    return data


TOWNS = ("370203019", "370202007")


def in_town(code: str) -> str:
    return f'{{ subdistrict: {{ code: {{ eq: "{code}" }} }} }}'


def filters(reference: Reference, login: str | None) -> dict[str, list[str]]:
    """What each list may be asked for: with no word of where, unless nobody is signed in; and in each town."""
    named = list(map(in_town, TOWNS))
    found = {}
    for name, kind in reference.pages.items():
        unnamed = ["{}"] if login or kind not in PUBLIC else []
        found[name] = unnamed + (named if "subdistrict" in reference.object_type(kind).fields else [])
    return found


def visible(reference: Reference, kind: str, filter_: str) -> set[str]:
    """The ids of what such a list has."""
    town = next((code for code in TOWNS if code in filter_), None)
    things = reference.listed(kind, {"subdistrict": {"code": {"eq": town}}} if town else None)
    codes = {thing.row["id"]: thing.row["code"] for thing in reference.things["Subdistrict"]}
    return {thing.id for thing in things if town in {None, codes.get(thing.row.get("subdistrict_id"))}}


@pytest.mark.parametrize("login", LOGINS)
async def test_paging_through_a_list_shows_what_may_be_seen_and_counts_no_more(world: World, login: str | None) -> None:
    reference, client = world.references[login], world.clients[login]
    for name, wheres in filters(reference, login).items():
        for where in wheres:
            expected = visible(reference, reference.pages[name], where)
            query = f"""query ($after: String) {{ {name}(first: 30, after: $after, filter: {where}) {{
                totalCount aggregate {{ count }} pageInfo {{ endCursor hasNextPage }} nodes {{ id }} }} }}"""
            seen: list[str] = []
            after, more = None, True
            while more:
                page = (await answered(client, query, {"after": after}))[name]
                seen += [node["id"] for node in page["nodes"]]
                after, more = page["pageInfo"]["endCursor"], page["pageInfo"]["hasNextPage"]
                assert page["totalCount"] == page["aggregate"]["count"] == len(expected)
            assert sorted(seen) == sorted(expected)


@pytest.mark.parametrize("login", LOGINS)
async def test_signing_in_never_shows_less(world: World, login: str | None) -> None:
    """Of a list that nobody signed in is shown something of, everybody is shown at least as much."""
    for name in (name for name, kind in world.everything.pages.items() if kind in PUBLIC):
        for where in map(in_town, TOWNS):
            query = f"{{ {name}(first: 100, filter: {where}) {{ totalCount nodes {{ id }} }} }}"
            public = (await answered(world.clients[None], query))[name]
            shown = (await answered(world.clients[login], query))[name]
            assert {node["id"] for node in public["nodes"]} <= {node["id"] for node in shown["nodes"]}
            assert public["totalCount"] <= shown["totalCount"] <= 100


@pytest.mark.parametrize(
    "name", ["needs", "resources", "projects", "needLines", "communities", "grids", "partyBranches"]
)
async def test_nobody_signed_in_says_which_subdistrict_is_meant(world: World, name: str) -> None:
    for filter_ in ("{}", '{ subdistrict: { code: { ne: "370203019" } } }', "{ subdistrict: { code: { eq: null } } }"):
        (error,) = (await world.clients[None].post(f"{{ {name}(filter: {filter_}) {{ totalCount }} }}")).json()[
            "errors"
        ]
        assert (error["path"], error["extensions"]["code"]) == ([name], "SUBDISTRICT_REQUIRED")


@pytest.mark.parametrize("login", ["a-secretary", "a-admin", "a-liaison", "a-officer", "district", "elsewhere"])
async def test_what_is_public_elsewhere_is_shown_as_nobody_is_shown_it(world: World, login: str) -> None:
    """No contacts, no history, nothing to do, not how it stood, however much the viewer may at home."""
    shown = """id title contactName contactPhone availableActions asOf(at: "2100-01-01T00:00:00Z") topic { id }
        history { totalCount } claims { totalCount } deadlines { totalCount } attachments { totalCount }"""
    query = f"{{ needs(first: 100, filter: {in_town(TOWNS[1])}) {{ nodes {{ {shown} }} }} }}"
    public = await answered(world.clients[None], query)
    assert public["needs"]["nodes"]
    assert await answered(world.clients[login], query) == public


@pytest.mark.parametrize("login", ROLES)
async def test_groups_count_what_may_be_seen(world: World, login: str | None) -> None:
    reference = world.references[login]
    for name, kind in world.everything.pages.items():
        keys = world.schema.type_map.get(f"{kind}GroupBy")
        where = filters(reference, login)[name][0]
        for key in keys.values if keys else ():  # type: ignore[attr-defined]  # an enumeration
            query = f"{{ {name}(filter: {where}) {{ groups(by: [{key}]) {{ count }} }} }}"
            groups = (await answered(world.clients[login], query))[name]["groups"]
            assert sum(group["count"] for group in groups) == len(visible(reference, kind, where))


@pytest.mark.parametrize("login", LOGINS)
async def test_an_id_leads_to_what_may_be_seen_and_to_nothing_else(world: World, login: str | None) -> None:
    ids = [thing.id for things in world.everything.things.values() for thing in things]
    found = await answered(world.clients[login], "query ($ids: [ID!]!) { nodes(ids: $ids) { id } }", {"ids": ids})
    visible = {thing.id for things in world.references[login].things.values() for thing in things}
    assert [node and node["id"] for node in found["nodes"]] == [id_ if id_ in visible else None for id_ in ids]


@pytest.mark.parametrize("login", LOGINS)
@pytest.mark.parametrize("name", ONES)
async def test_a_single_object_is_there_when_it_may_be_seen(world: World, login: str | None, name: str) -> None:
    visible = {thing.id for thing in world.references[login].things[ONES[name]]}
    for thing in world.everything.things[ONES[name]]:
        shown = {"id": thing.id} if thing.id in visible else None
        for root in ("node", name):  # each by itself: the plan of `node`, for all types, is made once
            query = f"query ($id: ID!) {{ {root}(id: $id) {{ id }} }}"
            assert await answered(world.clients[login], query, {"id": thing.id}) == {root: shown}


@pytest.mark.parametrize("login", LOGINS)
async def test_every_field_and_relation_shows_what_may_be_seen(world: World, login: str | None) -> None:
    for name, kind in world.everything.pages.items():
        where = filters(world.everything, login)[name][0]
        query = (
            f"{{ {name}(first: 100, filter: {where}) {{ nodes {{ {' '.join(fields(world.everything, kind))} }} }} }}"
        )
        wanted = world.references[login].execute(query)
        assert wanted.errors is None
        assert await answered(world.clients[login], query) == json.loads(json.dumps(wanted.data))


def fields(reference: Reference, kind: str) -> Iterator[str]:
    """All fields of a type, of related objects just which they are."""
    for name, field in reference.object_type(kind).fields.items():
        type_ = get_named_type(field.type)
        if is_leaf_type(type_):
            yield f'{name}(at: "2026-02-02T00:00:00Z")' if field.args else name
        elif type_.name.endswith("Connection"):
            yield f"{name} {{ totalCount nodes {{ id }} }}"
        else:
            yield f"{name} {{ __typename {'id' if isinstance(type_, GraphQLObjectType) else ''} }}"


@pytest.mark.parametrize("login", ROLES)
async def test_a_filter_by_what_is_hidden_finds_nothing(world: World, login: str | None) -> None:
    reference = world.references[login]
    for name, kind in reference.pages.items():
        where, hidden = filters(reference, login)[name][0], dict(_hidden_ends(world.everything, reference, kind))
        found = await answered(world.clients[login], f"{{ __typename {' '.join(_counts(name, where, hidden))} }}")
        assert {found[end]["totalCount"] for end in hidden} <= {0}
        assert {found[f"not_{end}"]["totalCount"] for end in hidden} <= {len(visible(reference, kind, where))}


def _counts(name: str, where: str, hidden: dict[str, str]) -> Iterator[str]:
    for end, filter_ in hidden.items():
        yield f"{end}: {name}(filter: {{ and: [{where}, {filter_}] }}) {{ totalCount }}"
        yield f"not_{end}: {name}(filter: {{ and: [{where}, {{ not: {filter_} }}] }}) {{ totalCount }}"


def _hidden_ends(everything: Reference, seen: Reference, kind: str) -> Iterator[tuple[str, str]]:
    """For every relation of a type a filter by some object at its end that may not be seen, while the near end may."""
    visible = {thing.id for things in seen.things.values() for thing in things}
    near = [thing for thing in everything.things[kind] if thing.id in visible]
    for name in everything.relations(kind):
        ends = (end for thing in near for end in _ends(everything, thing, name) if end.id not in visible)
        if (end := next(ends, None)) is not None:
            by_id = f'{{ id: {{ eq: "{end.id}" }} }}'
            yield name, f"{{ {name}: {f'{{ some: {by_id} }}' if everything.is_many(kind, name) else by_id} }}"


def _ends(everything: Reference, thing: Thing, name: str) -> list[Thing]:
    if everything.is_many(thing.kind, name):
        return everything.many(thing, name)
    one = everything.one(thing, name)
    return [one] if one else []


# --- said once more by hand: the phone numbers, which matter most


@pytest.mark.parametrize(
    ("login", "phone"),
    [
        *((f"a-{role}", "13800000001") for role in ("worker", "secretary", "instructor", "community", "admin")),
        *((f"a-{role}", None) for role in ("resident", "secretary-2", "building", "community-2", "liaison", "officer")),
        *((login, None) for login in ("city", "district", None)),
    ],
)
async def test_the_contact_of_a_need_is_for_the_chain_that_handles_it(
    world: World, login: str | None, phone: str | None
) -> None:
    query = f'{{ need(id: "{id_of(Need, 1)}") {{ contactPhone again: contactPhone }} }}'
    assert await answered(world.clients[login], query) == {"need": {"contactPhone": phone, "again": phone}}


@pytest.mark.parametrize(
    ("login", "phone"),
    [
        *((f"a-{role}", "13900000001") for role in ("liaison", "worker", "secretary-2", "community-2", "admin")),
        *((f"a-{role}", None) for role in ("resident", "building", "liaison-2", "officer", "applicant")),
        *((login, None) for login in ("city", "district")),
    ],
)
async def test_the_liaison_of_a_partner_is_for_those_who_deal_with_it(
    world: World, login: str, phone: str | None
) -> None:
    query = f'{{ partner(id: "{id_of(PartnerUnit, 1)}") {{ liaisonPhone }} }}'
    assert await answered(world.clients[login], query) == {"partner": {"liaisonPhone": phone}}
