"""The statement of a whole plan, compiled once to text."""

from dataclasses import dataclass
from itertools import count

from sqlalchemy import case, func, select
from sqlalchemy.dialects.postgresql import asyncpg

from db.plan import Body, ByIds, Connection, Root, Single
from db.rows import Row, every, literal
from db.scopes import scope
from db.standing import Standing

from .conditions import bind, has_id, holds
from .connections import connection
from .json import Part, concat, or_null, quoted
from .objects import Rendering, json_body
from .types import Element

DIALECT = asyncpg.dialect()  # type: ignore[no-untyped-call]  # SQLAlchemy leaves dialects untyped


@dataclass(frozen=True)
class Statement:
    """SQL text whose one row and column is JSON, and the names of its parameters in their order."""

    sql: str
    parameters: tuple[str, ...]


def render(plan: Root, standing: Standing) -> Statement:
    """The plan as a statement for viewers of that standing."""
    rendering = Rendering(standing, count(1))
    compiled = select(_root(plan, rendering)).compile(dialect=DIALECT)
    return Statement(str(compiled), tuple(compiled.positiontup or ()))


def _root(plan: Root, rendering: Rendering) -> Element:
    match plan:
        case Connection():
            return concat([connection(plan, rendering)])
        case Single(body, where):
            row = rendering.row(body.model)
            return or_null(_object(row, body, holds(row, where, rendering.standing), rendering))
        case ByIds():
            return _by_ids(plan, rendering)


def _object(row: Row, body: Body, where: Element, rendering: Rendering) -> Element:
    shown = concat(json_body(row, body, rendering))
    return select(shown).select_from(row.source).where(every(where, scope(row, rendering.standing))).scalar_subquery()


def _by_ids(plan: ByIds, rendering: Rendering) -> Element:
    """Only the branch of an id's own type is executed for it."""
    asked = literal("asked.type")
    found = {
        literal(str(byte)): _object(row := rendering.row(body.model), body, _is_asked(row), rendering)
        for byte, body in plan.bodies
    }
    item = or_null(case(found, value=asked)) if found else quoted("null")
    listed = func.string_agg(item, quoted(",")).aggregate_order_by(literal("asked.place"))
    given = func.unnest(bind(plan.types), bind(plan.subdistricts), bind(plan.ids)).table_valued(
        "type", "subdistrict_id", "id", with_ordinality="place"
    )
    parts: list[Part] = [listed] if plan.one else ["[", listed, "]"]
    return select(concat(parts)).select_from(given.render_derived(name="asked")).scalar_subquery()


def _is_asked(row: Row) -> Element:
    return has_id(row, literal("asked.subdistrict_id"), literal("asked.id"), many=False)
