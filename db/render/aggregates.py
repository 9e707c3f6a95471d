"""Aggregates as SQL: counts, sums, extremes and means, over all rows or per group."""

from typing import Any

from sqlalchemy import BigInteger, Float, Integer, Text, cast, func, literal_column, select
from sqlalchemy.sql.elements import True_
from sqlalchemy.types import TypeEngine

from db.plan import Aggregate, Count, Function, GroupKey, Groups, Nothing, One, Scalar, Totals, TypeName
from db.rows import TOGETHER, Row, every, literal
from db.scopes import scope, share
from db.standing import Standing

from .conditions import bind, far_end, joined
from .json import Part, concat, json_object, json_value, quoted
from .objects import Rendering, json_field
from .types import Element


def aggregate(plan: Aggregate, row: Row, where: Element) -> Element:
    """Aggregates over all rows that fulfil the condition, as JSON."""
    shown = json_object((key, _total(row, part)) for key, part in plan.fields)
    return select(concat(shown)).select_from(row.source).where(where).having(TOGETHER).scalar_subquery()


def _total(row: Row, part: Count | Totals | TypeName) -> list[Part]:
    match part:
        case TypeName(name):
            return [f'"{name}"']
        case Count():
            return [cast(func.count(), Text)]
        case Totals(function, fields):
            return json_object((key, _value(function, row, shown)) for key, shown in fields)


def _value(function: Function, row: Row, shown: Scalar | TypeName) -> list[Part]:
    if isinstance(shown, TypeName):
        return [f'"{shown.name}"']
    value, type_ = _call(function, row[shown.attribute])
    return json_value(value, type_, nullable=True)


def _call(function: Function, column: Element) -> tuple[Element, TypeEngine[Any]]:
    """The aggregate and its type: means are floats, sums of whole numbers are 64 bits wide."""
    match function:
        case Function.AVG:
            return cast(func.avg(column), Float()), Float()
        case Function.SUM:
            return func.sum(column), BigInteger() if isinstance(column.type, Integer) else column.type
        case Function.MIN | Function.MAX:
            return getattr(func, function.value)(column), column.type


def groups(plan: Groups, row: Row, where: Element, rendering: Rendering) -> Element:
    """The groups' JSON, comma between them; null when there is no row."""
    group = Row(row.model, f"{row.name}_group", rendering.counter)
    totals: dict[str, Element] = {}
    shown = concat(json_object((key, _of_group(group, part, totals, row, rendering)) for key, part in plan.fields))
    keys = dict(_key(row, attribute, rendering.standing) for attribute in plan.by)
    places = [literal(str(place)) for place, _ in enumerate(keys, 1)]  # of the keys among the columns
    others = {name: func.any_value(row.column(name)) for name in sorted(group.used - keys.keys())}
    columns = [value.label(name) for name, value in {**keys, **others, **totals}.items()]
    counted = select(*columns).select_from(row.source).where(where).group_by(*places)
    ordered = counted.order_by(func.count().desc(), *places).limit(bind(plan.limit))
    listed = select(func.string_agg(shown, quoted(","))).select_from(ordered.subquery(group.name))
    return listed.scalar_subquery()


def _key(row: Row, attribute: str, standing: Standing) -> tuple[str, Element]:
    """The column that rows are grouped by; of a related object its id, as far as the viewer may see it."""
    if row.has(attribute):
        return attribute, row[attribute]
    model, pairs = far_end(row, attribute)
    column, far = pairs[-1][0], row.beside(model, model.__tablename__)
    seen = scope(far, standing)
    if isinstance(seen if standing.abroad else share(far, standing), True_):
        return column, row[column]
    visible = select(far["id"]).select_from(far.source).where(every(joined(row, far, pairs), seen))
    return column, visible.scalar_subquery()


def _of_group(
    group: Row, part: Count | Totals | GroupKey | TypeName, totals: dict[str, Element], row: Row, rendering: Rendering
) -> list[Part]:
    """A field of a group; what it needs computed is added to `totals`."""
    if isinstance(part, GroupKey):
        return json_object((key, _of_key(group, field, rendering)) for key, field in part.fields)
    name = f"total_{len(totals)}"
    totals[name] = concat(_total(row, part))
    return [literal_column(f"{group.name}.{name}", Text())]


def _of_key(group: Row, field: Scalar | One | TypeName | Nothing, rendering: Rendering) -> list[Part]:
    return ["null"] if isinstance(field, Nothing) else json_field(group, field, rendering)
