"""Aggregates over a connection, and the same per group."""

from typing import Any

import strawberry
from sqlalchemy import Boolean, Date, DateTime, Enum, Float, Integer, Numeric
from strawberry.types.field import StrawberryField

from db.models import Account, Base

from ..registry import TYPES, ByName, make, of_type, shown
from .columns import Fields, column_type, enum_of_fields

NUMBERS = (Integer, Float, Numeric)
ORDERED = (*NUMBERS, Date, DateTime)


def aggregate_types(name: str, model: type[Base], fields: Fields) -> None:
    """`<Name>Aggregate`."""
    make(
        strawberry.type,
        f"{name}Aggregate",
        f"{name} taken together",
        f"{name} 的统计",
        _totals(name, model, fields),
        model=model,
    )


def group_types(name: str, model: type[Base], fields: Fields) -> None:
    """`<Name>Group` with its key, and what can be grouped by; none of it where there is nothing to group by."""
    keys = group_keys(model, fields)
    if not keys:
        return
    enum_of_fields(f"{name}GroupBy", f"What {name} is grouped by", f"{name} 的分组依据", keys)
    key = {attribute: _optional(model, attribute, field) for attribute, field in keys.items()}
    english, chinese = (
        f"What a group of {name} shares; null for what it was not grouped by",
        f"{name} 分组的键；未作为依据的为空",
    )
    make(strawberry.type, f"{name}GroupKey", english, chinese, key, model=model)
    group = {"key": shown(f"{name}GroupKey", "What the members share", "分组的键"), **_totals(name, model, fields)}
    make(strawberry.type, f"{name}Group", f"{name} that share a key", f"一组 {name}", group, model=model)


def group_keys(model: type[Base], fields: Fields) -> Fields:
    """The fields that a group can share."""
    return {attribute: field for attribute, field in fields.items() if _groups_by(model, attribute)}


def _totals(name: str, model: type[Base], fields: Fields) -> dict[str, Any]:  # Any: as shown
    return {"count": shown("int", "How many", "数量"), **_functions(name, model, fields)}


def _functions(name: str, model: type[Base], fields: Fields) -> dict[str, Any]:  # Any: as shown
    """`sum` and `avg` of the numbers, `min` and `max` of all that has an order."""
    numbers = {a: f for a, f in fields.items() if isinstance(column_type(model, a), NUMBERS)}
    ordered = {a: f for a, f in fields.items() if isinstance(column_type(model, a), ORDERED)}
    found: dict[str, Any] = {}
    for function, title, members, english, chinese in (
        ("sum", "Sums", numbers, "Sums", "合计"),
        ("avg", "Means", numbers, "Means", "平均"),
        ("min", "Extremes", ordered, "The least", "最小值"),
        ("max", "Extremes", ordered, "The greatest", "最大值"),
    ):
        if members:
            parts = {a: shown(_total_type(function, model, a), "", "") for a in members}
            for attribute, part in parts.items():
                part.description = members[attribute].description
            if f"{name}{title}" not in TYPES:
                make(strawberry.type, f"{name}{title}", f"{title} over {name}", f"{name} 的统计值", parts, model=model)
            found[function] = shown(f"{name}{title}", english, chinese)
    return found


def _total_type(function: str, model: type[Base], attribute: str) -> str:
    type_ = column_type(model, attribute)
    if function == "avg" or isinstance(type_, Float):
        return "float | None"
    if isinstance(type_, Integer):
        return "BigInt | None" if function == "sum" else "int | None"
    return {Date: "date | None", DateTime: "datetime | None"}.get(type(type_), "Decimal | None")


def _groups_by(model: type[Base], attribute: str) -> bool:
    type_ = column_type(model, attribute)
    if type_ is not None:
        return isinstance(type_, Enum | Boolean)
    relation = model.__mapper__.relationships[attribute]
    return not relation.uselist and relation.mapper.class_ is not Account


def _optional(model: type[Base], attribute: str, field: StrawberryField) -> StrawberryField:
    type_ = column_type(model, attribute)
    if isinstance(type_, Enum) and type_.enum_class is not None:
        name = type_.enum_class.__name__
    else:
        name = "bool" if type_ is not None else model.__mapper__.relationships[attribute].mapper.class_.__name__
    return ByName(type_annotation=of_type(f"{name} | None"), description=field.description)
