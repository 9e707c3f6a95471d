"""Filters over rows in memory, each value compared by itself."""

from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from graphql import GraphQLError
from reference import Reference, Thing, moment, read_id
from reference_texts import CODES, sort_key

from db.texts.folding import fold

COMPARE: dict[str, Callable[[Any, Any], bool]] = {
    "lt": lambda mine, other: mine < other,
    "lte": lambda mine, other: mine <= other,
    "gt": lambda mine, other: mine > other,
    "gte": lambda mine, other: mine >= other,
    "contains": lambda mine, other: fold(other) in fold(mine),
    "startsWith": lambda mine, other: fold(mine).startswith(fold(other)),
}
ORDERED = ("lt", "lte", "gt", "gte")


def fulfils(reference: Reference, thing: Thing, filter_: dict[str, Any] | None) -> bool:
    """Whether an object fulfils a filter; no filter holds always."""
    parts = (filter_ or {}).items()
    return all(_part(reference, thing, name, part) for name, part in parts)


def _part(reference: Reference, thing: Thing, name: str, part: Any) -> bool:
    match name:
        case "and":
            return all(fulfils(reference, thing, item) for item in part or ())
        case "or":
            return part is None or any(fulfils(reference, thing, item) for item in part)
        case "not":
            return part is None or not fulfils(reference, thing, part)
    if reference.end(thing.kind, name):
        if reference.is_many(thing.kind, name):
            return _quantified(reference, reference.many(thing, name), part or {})
        far = reference.one(thing, name)
        return far is None if part is None else far is not None and fulfils(reference, far, part)
    value = thing.id if name == "id" else thing.value(name)
    if part is None:
        return value is None
    said = isinstance(value, str) and name not in CODES and reference.type_of(thing.kind, name) == "String"
    of = thing.kind if name == "id" else None
    return all(_compare(value, *one, of=of, said=said) for one in part.items())


def _quantified(reference: Reference, things: list[Thing], part: dict[str, Any]) -> bool:
    results = {name: [fulfils(reference, thing, inner) for thing in things] for name, inner in part.items()}
    checks = {"some": any, "none": lambda found: not any(found), "every": all}
    return all(checks[name](found) for name, found in results.items())


def _compare(mine: Any, operator: str, other: Any, *, of: str | None, said: bool) -> bool:
    if other is None and operator not in {"eq", "ne"}:
        raise GraphQLError("null", extensions={"code": "NULL_OPERAND"})
    if of and operator != "isNull":
        for text in other if isinstance(other, list) else [other] if other is not None else []:
            read_id(text, of)
    match operator:
        case "isNull":
            return (mine is None) is other
        case "eq" | "ne":
            equal = bool(mine == (like(mine, other) if mine is not None else other))
            return equal == (operator == "eq")
        case "in" | "notIn":
            return (mine is not None and mine in [like(mine, item) for item in other]) == (operator == "in")
    if said and operator in ORDERED:
        mine, other = sort_key(mine), sort_key(other)
    return mine is not None and COMPARE[operator](mine, like(mine, other))


def like(mine: Any, other: Any) -> Any:
    """The other value, a GraphQL one, as Python's type of mine."""
    if other is None or isinstance(mine, bool):
        return other
    if isinstance(mine, datetime):
        return moment(other)
    if isinstance(mine, date):
        return date.fromisoformat(other)
    return Decimal(other) if isinstance(mine, Decimal) else other
