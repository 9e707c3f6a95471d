"""Orders, and the keyset comparisons and cursors that page through them."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Enum, Integer, Text, and_, cast, func, or_, tuple_
from sqlalchemy.types import TypeEngine

from db.models import Base
from db.plan import Connection, Key, Param, Ranking
from db.rows import Row, literal

from .conditions import bind
from .json import quoted
from .texts import is_said, sort_key
from .types import Element


def key_type(row: Row, key: Key) -> TypeEngine[Any]:
    """Type of the value that a cursor keeps for the key: enumerations are ordered by place, not by name."""
    type_ = row[key.attribute].type
    return Integer() if isinstance(type_, Enum) else type_


def key_value(row: Row, key: Key) -> Element:
    """What the key sorts by."""
    if is_said(row, key.attribute):
        return sort_key(row, key.attribute)
    column = row[key.attribute]
    if not isinstance(column.type, Enum):
        return column
    names = ",".join(f"'{name}'" for name in column.type.enums)
    return func.array_position(literal(f"ARRAY[{names}]"), cast(column, Text), type_=Integer())


def order_by(row: Row, order: Sequence[Key], *, backward: bool) -> list[Element]:
    """ORDER BY terms; where null cannot be they stay plain, which is how the indexes are sorted."""
    terms: list[Element] = []
    for key in order:
        term = key_value(row, key).desc() if key.descending != backward else key_value(row, key).asc()
        null = term.nulls_first() if key.nulls_first != backward else term.nulls_last()
        terms.append(null if row.nullable(key.attribute) else term)
    return terms


def beyond(row: Row, order: Sequence[Key], cursor: Sequence[Param], *, after: bool) -> Element:
    """The row comes after (or before) the cursor, in the given order."""
    upward = {key.descending != after for key in order}
    if len(upward) == 1 and not any(row.nullable(key.attribute) for key in order):
        mine = tuple_(*(key_value(row, key) for key in order))
        theirs = tuple_(*map(bind, cursor))
        return mine > theirs if upward == {True} else mine < theirs
    branches = []
    for depth, key in enumerate(order):
        equal = [_equal(row, k, bind(p)) for k, p in zip(order[:depth], cursor, strict=False)]
        branches.append(and_(*equal, _strictly(row, key, bind(cursor[depth]), after=after)))
    return or_(*branches)


def _equal(row: Row, key: Key, value: Element) -> Element:
    mine = key_value(row, key)
    return mine.is_not_distinct_from(value) if row.nullable(key.attribute) else mine == value


def _strictly(row: Row, key: Key, value: Element, *, after: bool) -> Element:
    mine = key_value(row, key)
    further = mine > value if key.descending != after else mine < value
    if not row.nullable(key.attribute):
        return further
    ahead, behind = (value, mine) if key.nulls_first == after else (mine, value)
    return or_(further, and_(ahead.is_(None), behind.isnot(None)))


def signature(model: type[Base], ranking: Ranking | None, order: Sequence[Key]) -> str:
    """Names the rows and the order that a cursor belongs to."""
    rows = f"{model.__name__} {ranking.asked}" if ranking else model.__name__
    keys = ",".join(f"{k.attribute}{'-' if k.descending else '+'}{'n' if k.nulls_first else ''}" for k in order)
    return f"{rows}:{keys}"


def cursor(row: Row, plan: Connection) -> Element:
    """The cursor of a row: base64 of a JSON array of the order's signature and the keys as texts."""
    keys = (cast(key_value(row, key), Text) for key in plan.order)
    array = func.json_build_array(quoted(signature(plan.model, plan.ranking, plan.order)), *keys)
    encoded = func.encode(func.convert_to(cast(array, Text), quoted("UTF8")), quoted("base64"))
    return func.translate(encoded, literal(r"E'\n'"), quoted(""), type_=Text())
