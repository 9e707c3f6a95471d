"""Inputs with something wrong in them: of the right GraphQL types, and else whatever a client might send."""

from collections.abc import Callable
from random import Random
from typing import Any

from graphql import (
    GraphQLEnumType,
    GraphQLInputObjectType,
    get_named_type,
    get_nullable_type,
    is_list_type,
    is_required_input_field,
)

from bench.acting.sights import Facts

WRONG: dict[str, tuple[object, ...]] = {
    "Int": (0, -1, 2**31 - 1, -(2**31)),
    "String": ("", "   ", "x" * 6000, "\u0000", "\u202e", "'; DROP TABLE claim; --", "1\n2"),
    "Date": ("1900-01-01", "2026-02-28", "2500-12-31"),
    "DateTime": ("1900-01-01T00:00:00Z", "2026-02-28T12:00:00", "2500-12-31T23:59:59+08:00"),
    "Decimal": ("-1", "1e30", "0.001", "0"),
    "Boolean": (True, False),
    "ID": ("", "x", "AAAA", "BQ" + "A" * 42),
}


def spoilt(random: Random, type_: GraphQLInputObjectType, made: dict[str, Any], seen: list[Facts]) -> dict[str, Any]:
    """The input with one value wrong: out of bounds, of another object, missing, too much."""
    name = random.choice([*type_.fields])
    field = type_.fields[name]
    if not is_required_input_field(field) and random.random() < 0.2:
        return made | {name: None}
    inner = get_named_type(field.type)
    if is_list_type(get_nullable_type(field.type)):
        return made | {name: _several(random, inner, made.get(name) or [], seen)}
    return made | {name: _wrong(random, inner, seen)}


def _several(random: Random, type_: Any, items: list[Any], seen: list[Facts]) -> list[Any]:  # Any: as JSON
    """Nothing, much too much, everything twice, or one of them wrong."""
    if isinstance(type_, GraphQLInputObjectType) and items and random.random() < 0.5:
        return [spoilt(random, type_, items[0], seen), *items[1:]]
    others: tuple[Callable[[], list[Any]], ...] = (list, lambda: items * 60, lambda: items + items)
    return random.choice(others)()


def _wrong(random: Random, type_: Any, seen: list[Facts]) -> object:  # Any: as GraphQL says it
    if isinstance(type_, GraphQLEnumType):
        return random.choice([*type_.values])
    if type_.name == "ID" and seen and random.random() < 0.7:
        return random.choice(seen)["id"]
    return random.choice(WRONG[type_.name])
