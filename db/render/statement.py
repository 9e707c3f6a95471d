"""The statement of a whole plan, compiled once to text."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import case, func, select
from sqlalchemy.dialects.postgresql import asyncpg
from sqlalchemy.sql.elements import False_

from db.plan import Body, ByIds, Connection, Root, Single
from db.rows import Row, every, literal
from db.scopes import scope, share
from db.standing import Standing

from .conditions import bind, has_id, holds
from .connections import connection
from .empty import empty
from .json import Part, concat, or_null, quoted
from .objects import Rendering, json_body
from .types import Element

DIALECT = asyncpg.dialect()  # type: ignore[no-untyped-call]  # SQLAlchemy leaves dialects untyped


@dataclass(frozen=True)
class Statement:
    """SQL text whose one row and column is JSON, and the names of its parameters in their order.

    It names so many `tables`. An `answer` is known without asking: the viewer may see no row of what is asked for.
    """

    sql: str
    parameters: tuple[str, ...]
    tables: int = 0
    answer: bytes | None = None


class TooManyTablesError(Exception):
    """A statement would name more tables than it may."""


class _Numbers(Iterator[int]):
    """The numbers of a statement's rows, up to `most`."""

    def __init__(self, most: int) -> None:
        self.last, self.most = 0, most

    def __next__(self) -> int:
        if self.last >= self.most:
            raise TooManyTablesError
        self.last += 1
        return self.last


def render(plan: Root, standing: Standing, *, most: int) -> Statement:
    """The plan as a statement for viewers of that standing, with `most` tables; raises TooManyTablesError."""
    if isinstance(plan, Connection) and isinstance(share(Row(plan.model, "row"), standing), False_):
        return Statement("", (), answer=empty(plan).encode())
    numbers = _Numbers(most)
    compiled = select(_root(plan, Rendering(standing, numbers))).compile(dialect=DIALECT)
    return Statement(str(compiled), tuple(compiled.positiontup or ()), numbers.last)


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
    return has_id(row, literal("asked.subdistrict_id"), literal("asked.id"))
