"""Conditions as SQL: filters, and who is at the far end of a relation."""

from collections.abc import Callable
from typing import TypeAlias

from sqlalchemy import (
    Date,
    DateTime,
    Enum,
    Numeric,
    Text,
    and_,
    bindparam,
    cast,
    exists,
    false,
    func,
    or_,
    select,
    true,
)
from sqlalchemy.dialects.postgresql import ARRAY

from db.models import Base, Subdistrict
from db.plan import AllOf, AnyOf, Compare, Condition, IdIs, IsNull, Not, Operator, Param, Related
from db.rows import Row, every, literal
from db.scopes import scope
from db.standing import Standing

from .texts import folded, folded_value, is_said, sort_key, sort_key_of
from .types import Element

Comparison: TypeAlias = Callable[[Element, Element], Element]


def _by_index(column: Element, values: Element) -> Element:
    return column == func.any(values)


def _among(column: Element, values: Element) -> Element:
    """The column is one of the values, which are hashed: `= ANY ($1)` compares every row with each of them.

    As a test of truth it stays one, where a join is planned for the few values that are expected. Enumerations have
    few, and indexes that `= ANY` finds.
    """
    if isinstance(column.type, Enum):
        return _by_index(column, values)
    return column.in_(select(func.unnest(values))).is_(true())


COMPARISONS: dict[Operator, Comparison] = {
    Operator.EQ: lambda column, value: column == value,
    Operator.NE: lambda column, value: column.is_distinct_from(value),
    Operator.IN: _among,
    Operator.NOT_IN: lambda column, value: _among(column, value).isnot(true()),
    Operator.LT: lambda column, value: column < value,
    Operator.LTE: lambda column, value: column <= value,
    Operator.GT: lambda column, value: column > value,
    Operator.GTE: lambda column, value: column >= value,
    Operator.CONTAINS: lambda column, value: func.strpos(column, value) > literal("0"),
    Operator.STARTS_WITH: func.starts_with,
}
FOLDING = (Operator.CONTAINS, Operator.STARTS_WITH)
ORDERING = (Operator.LT, Operator.LTE, Operator.GT, Operator.GTE)


def bind(param: Param) -> Element:
    """The parameter as SQL; times travel as texts, for asyncpg takes the last ones that Python knows for infinity."""
    exact = Numeric() if isinstance(param.type, Numeric) else param.type  # as it is, not rounded as the column is
    wanted = ARRAY(exact) if param.many else exact
    if isinstance(param.type, Date | DateTime):
        return cast(bindparam(param.name, type_=ARRAY(Text()) if param.many else Text()), wanted)
    return bindparam(param.name, type_=wanted)


def far_end(row: Row, relation: str) -> tuple[type[Base], tuple[tuple[str, str], ...]]:
    """The model at the far end of a relation, and the pairs of columns that lead there."""
    relationship = row.model.__mapper__.relationships[relation]
    return relationship.mapper.class_, relationship.info["pairs"]


def joined(row: Row, far: Row, pairs: tuple[tuple[str, str], ...]) -> Element:
    """`far` belongs to `row`."""
    return and_(*(far[theirs] == row[mine] for mine, theirs in pairs))


def holds(row: Row, condition: Condition, standing: Standing, *, alone: bool = True) -> Element:
    """The condition on a row; `alone`: all that is found must fulfil it, so that an index may find it."""
    match condition:
        case Compare(attribute, operator, param):
            return COMPARISONS[operator](*_sides(row, attribute, operator, bind(param)))
        case IsNull(attribute):
            return row[attribute].is_(None)
        case IdIs(subdistrict, id_):
            listed = _by_index if alone else _among
            return has_id(row, bind(subdistrict), bind(id_), equal=listed if id_.many else COMPARISONS[Operator.EQ])
        case AllOf(parts):
            return every(*(holds(row, part, standing, alone=alone) for part in parts))
        case AnyOf(parts):
            return or_(false(), *(holds(row, part, standing, alone=False) for part in parts))
        case Not(part):
            return holds(row, part, standing, alone=False).isnot(true())
        case Related():
            return _related(row, condition, standing)


def _sides(row: Row, attribute: str, operator: Operator, value: Element) -> tuple[Element, Element]:
    """What is compared: texts are searched folded and compared as they sort, but are equal only letter by letter."""
    if operator in FOLDING:
        return folded(row, attribute), folded_value(value)
    if operator in ORDERING and is_said(row, attribute):
        return sort_key(row, attribute), sort_key_of(value)
    return row[attribute], value


def has_id(row: Row, subdistrict: Element, id_: Element, equal: Comparison = COMPARISONS[Operator.EQ]) -> Element:
    """The row has the id, found through its tenant-first key; accounts and subdistricts have no tenant."""
    return every(equal(row["subdistrict_id"], subdistrict) if row.of_tenant else true(), equal(row["id"], id_))


def _related(row: Row, condition: Related, standing: Standing) -> Element:
    model, pairs = far_end(row, condition.relation)
    far = row.beside(model, model.__tablename__)
    where = every(scope(far, standing), holds(far, condition.part, standing))
    if model is Subdistrict and _one_at_most(condition.part):
        # as a scalar it stands before the scan, so that an index on (subdistrict, order) still gives the order
        return row.subdistrict == select(far["id"]).select_from(far.source).where(where).scalar_subquery()
    return exists(select(literal("1")).select_from(far.source).where(every(joined(row, far, pairs), where)))


def names_one_subdistrict(condition: Condition) -> bool:
    """Whether only rows of one subdistrict can fulfil the condition, by equality with its id or code."""
    match condition:
        case Related("subdistrict", part):
            return _one_at_most(part)
        case AllOf(parts):
            return any(map(names_one_subdistrict, parts))
        case _:
            return False


def _one_at_most(condition: Condition) -> bool:
    match condition:
        case Compare("code", Operator.EQ, _):
            return True
        case IdIs(_, id_):
            return not id_.many
        case AllOf(parts):
            return any(map(_one_at_most, parts))
        case _:
            return False
