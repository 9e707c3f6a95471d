"""Filters: comparisons by the type of a column, quantifiers over relations, joined by and, or, not."""

from typing import Any

import strawberry
from sqlalchemy import Boolean, Date, DateTime, Enum, Float, Integer, Numeric
from sqlalchemy.types import TypeEngine

from db.models import Base

from ..registry import TYPES, given, make
from .columns import Fields, column_type

EQUAL = ("eq", "ne", "in", "notIn")
ORDERED = (*EQUAL, "lt", "lte", "gt", "gte")
WORDS: dict[str, tuple[str, str]] = {
    "eq": ("Equal to this, texts letter by letter; null: there is none", "等于（文字须逐字相同）；null 表示没有值"),
    "ne": ("Not equal to this, none included; null: there is one", "不等于（含没有值的）；null 表示有值"),
    "in": ("One of these", "为其中之一"),
    "notIn": ("None of these", "不在其中"),
    "lt": ("Less than this; a text: sorted before it", "小于；文字按排序在其前"),
    "lte": ("At most this; a text: sorted before it or this", "不大于；文字按排序不在其后"),
    "gt": ("More than this; a text: sorted behind it", "大于；文字按排序在其后"),
    "gte": ("At least this; a text: sorted behind it or this", "不小于；文字按排序不在其前"),
    "contains": (
        "Has this text in it; traditional or simplified, full or half width, case and blanks do not count",
        "包含此文字，不分繁简、全角半角、大小写与空格",
    ),
    "startsWith": (
        "Begins with this text; what does not count for `contains` does not here",
        "以此文字开头，比较方式同 contains",
    ),
    "isNull": ("Whether there is none", "是否没有值"),
}
BY_TYPE: tuple[tuple[type[TypeEngine[Any]], str, str, tuple[str, ...]], ...] = (
    (Boolean, "Boolean", "bool", ("eq", "ne")),
    (Integer, "Int", "int", ORDERED),
    (Float, "Float", "float", ORDERED),
    (Numeric, "Decimal", "Decimal", ORDERED),
    (DateTime, "DateTime", "datetime", ORDERED),
    (Date, "Date", "date", ORDERED),
)


def filter_types(name: str, model: type[Base], fields: Fields) -> None:
    """`<Name>Filter`, and `<Name>ListFilter` for relations that lead to several."""
    own = f"{name}Filter | None"
    parts: dict[str, Any] = {
        "and_": given(f"list[{name}Filter] | None", "All of these hold", "全部满足", name="and"),
        "or_": given(f"list[{name}Filter] | None", "One of these holds or more", "至少满足其一", name="or"),
        "not_": given(own, "This does not hold", "不满足", name="not"),
    }
    for attribute, field in fields.items():
        parts[attribute] = given(f"{filter_name(model, attribute)} | None", "By this field", "按此字段")
        parts[attribute].description = f"{field.description}"
    make(
        strawberry.input, f"{name}Filter", f"Which {name} to show; all parts hold", f"筛选 {name}，各项同时满足", parts
    )
    quantified = {
        "some": given(own, "One of them or more fulfils this", "至少一个满足"),
        "none": given(own, "None of them fulfils this", "没有一个满足"),
        "every": given(own, "None of them fails this", "全部满足"),
    }
    make(strawberry.input, f"{name}ListFilter", f"By the related {name}", f"按相关的 {name} 筛选", quantified)


def filter_name(model: type[Base], attribute: str) -> str:
    """The filter type of an attribute; made when it is the first of its kind."""
    type_ = column_type(model, attribute)
    if type_ is None:
        relation = model.__mapper__.relationships[attribute]
        return f"{relation.mapper.class_.__name__}{'List' if relation.uselist else ''}Filter"
    if attribute == "id":
        return _comparisons("ID", "ID", EQUAL)
    if isinstance(type_, Enum) and type_.enum_class is not None:
        return _comparisons(type_.enum_class.__name__, type_.enum_class.__name__, EQUAL)
    for sql, title, python, operators in BY_TYPE:
        if isinstance(type_, sql):
            return _comparisons(title, python, operators)
    return _comparisons("String", "str", (*ORDERED, "contains", "startsWith"))


def _comparisons(title: str, python: str, operators: tuple[str, ...]) -> str:
    name = f"{title}Filter"
    if name not in TYPES:
        fields = {f"{_snake(o)}_": _operand(o, python) for o in (*operators, "isNull")}
        make(strawberry.input, name, f"Compares a {title}; all parts hold", f"比较 {title}，各项同时满足", fields)
    return name


def _operand(operator: str, python: str) -> Any:  # Any: as given
    type_ = {"in": f"list[{python}]", "notIn": f"list[{python}]", "isNull": "bool"}.get(operator, python)
    return given(f"{type_} | None", *WORDS[operator], name=operator)


def _snake(operator: str) -> str:
    return {"notIn": "not_in", "startsWith": "starts_with", "isNull": "is_null"}.get(operator, operator)
