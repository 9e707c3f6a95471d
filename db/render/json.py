"""JSON as SQL text: built by concatenation, which is what PostgreSQL does fastest (docs/decisions/0003)."""

from collections.abc import Iterable
from itertools import groupby
from typing import Any

from sqlalchemy import ARRAY, Boolean, Date, DateTime, Enum, Float, Integer, Numeric, Text, cast, func
from sqlalchemy.types import TypeEngine

from db.rows import Row, literal

from .types import Element

Part = str | Element

MAX_ARGUMENTS = 100  # PostgreSQL's FUNC_MAX_ARGS: concat takes no more


def quoted(text: str) -> Element:
    """A constant text as SQL literal."""
    return literal("'" + text.replace("'", "''") + "'")


def concat(parts: Iterable[Part]) -> Element:
    """One text of all parts; neighbouring constants become one, and null parts vanish."""
    merged: list[Element] = []
    for constant, run in groupby(parts, lambda part: isinstance(part, str)):
        pieces = list(run)
        merged += [quoted("".join(map(str, pieces)))] if constant else pieces  # type: ignore[arg-type]  # not constant
    while len(merged) > MAX_ARGUMENTS:
        merged = [func.concat(*merged[i : i + MAX_ARGUMENTS]) for i in range(0, len(merged), MAX_ARGUMENTS)]
    return func.concat(*merged, type_=Text())


def json_object(fields: Iterable[tuple[str, list[Part]]]) -> list[Part]:
    """`{"key":value,…}` of pairs of a key and the parts of its value."""
    parts: list[Part] = []
    for key, value in fields:
        parts += [f'{"," if parts else ""}"{key}":', *value]
    return ["{", *parts, "}"]


def or_null(text: Element) -> Element:
    """The text, or the word null."""
    return func.coalesce(text, quoted("null"), type_=Text())


def json_value(value: Element, type_: TypeEngine[Any], *, nullable: bool) -> list[Part]:
    """A column's value as JSON: times in ISO 8601, decimals as texts, enumerations by name."""
    if isinstance(type_, Enum):
        return [or_null(quoted('"').concat(value).concat(quoted('"')))] if nullable else ['"', value, '"']
    if isinstance(type_, Numeric) and type_.asdecimal:
        return [or_null(quoted('"').concat(cast(value, Text)).concat(quoted('"')))]
    if isinstance(type_, Integer | Boolean):
        text = cast(value, Text)
        return [or_null(text) if nullable else text]
    if isinstance(type_, Text | Date | DateTime | Float | Numeric):
        scalar = func.json_scalar(value)
        return [or_null(cast(scalar, Text)) if nullable else scalar]
    if isinstance(type_, ARRAY):
        return [cast(func.array_to_json(value), Text)]
    raise TypeError(f"no JSON for the SQL type {type_!r}")


def json_scalar(row: Row, attribute: str) -> list[Part]:
    """An attribute of a row as JSON."""
    return json_value(row[attribute], row[attribute].type, nullable=row.nullable(attribute))
