"""Everything in the schema says in English and in Chinese what it is."""

import re
from collections.abc import Iterator

import pytest
from graphql import (
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLInterfaceType,
    GraphQLNamedType,
    GraphQLObjectType,
    is_introspection_type,
    is_specified_scalar_type,
)

from schema.network import build_schema

SCHEMA = build_schema()._schema
TYPES = {
    name: type_
    for name, type_ in SCHEMA.type_map.items()
    if not is_introspection_type(type_) and not is_specified_scalar_type(type_)
}
LATIN, CHINESE = re.compile("[A-Za-z]{2}"), re.compile("[\u4e00-\u9fff]")


def described(type_: GraphQLNamedType) -> Iterator[tuple[str, str | None]]:
    """All that a type consists of, with its description."""
    yield type_.name, type_.description
    if isinstance(type_, GraphQLEnumType):
        yield from ((value, definition.description) for value, definition in type_.values.items())
    if isinstance(type_, GraphQLInputObjectType):
        yield from ((name, field.description) for name, field in type_.fields.items())
    if isinstance(type_, GraphQLObjectType | GraphQLInterfaceType):
        for name, field in type_.fields.items():
            yield name, field.description
            yield from ((f"{name}({argument})", given.description) for argument, given in field.args.items())


@pytest.mark.parametrize("name", TYPES)
def test_is_described_in_both_languages(name: str) -> None:
    poor = [
        part for part, text in described(TYPES[name]) if not (LATIN.search(text or "") and CHINESE.search(text or ""))
    ]
    assert poor == []


def test_the_schema_is_looked_through_whole() -> None:
    assert {"Query", "Mutation", "Need", "NeedFilter", "NeedConnection", "NeedStatus", "Stateful", "BigInt"} < set(
        TYPES
    )
