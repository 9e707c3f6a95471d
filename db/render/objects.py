"""Objects as SQL: what a row shows of itself and of what it is related to."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from sqlalchemy import FromClause, case, func, select

from db.ids import BYTES
from db.plan import Actions, Body, Connection, Either, Id, Many, One, Parts, Scalar, Shown, StateAt, TypeName
from db.rows import Row, every, literal
from db.scopes import masked, scope
from db.standing import Standing

from .actions import actions, state_at
from .conditions import far_end, joined
from .json import Part, concat, json_object, json_scalar, or_null, quoted
from .parts import parts
from .types import Element


@dataclass(frozen=True)
class Rendering:
    """What holds for a whole statement: the viewer's standing, and the numbers that make aliases differ."""

    standing: Standing
    counter: Iterator[int]
    computed: dict[type, FromClause] = field(default_factory=dict)

    def row(self, model: type) -> Row:
        """A row of the model under an alias of its own; of a ranking, the rows that this statement computes."""
        return Row.of(model, self.counter, self.computed.get(model))


def json_body(row: Row, body: Body, rendering: Rendering) -> list[Part]:
    """The object as JSON."""
    return json_object((key, json_field(row, field, rendering)) for key, field in body.fields)


def json_field(row: Row, field: Shown, rendering: Rendering) -> list[Part]:
    """What a field of the object shows, as JSON."""
    match field:
        case TypeName(name):
            return [f'"{name}"']
        case Id():
            return ['"', global_id(row), '"']
        case Scalar(attribute):
            return _scalar(row, attribute, rendering)
        case One():
            return [or_null(_one(row, field, rendering))]
        case Many():
            return ["[", _many(row, field, rendering), "]"]
        case Either(choices):
            return [func.coalesce(*(_one(row, choice, rendering) for choice in choices), quoted("null"))]
        case Actions() | StateAt() | Parts():
            return _told(row, field, rendering)
        case Connection():
            from .connections import connection  # noqa: PLC0415 - objects hold connections, which hold objects

            return [connection(field, rendering, within=row)]


def _told(row: Row, field: Actions | StateAt | Parts, rendering: Rendering) -> list[Part]:
    """What is not stored: of a state machine, of a ranking."""
    match field:
        case Actions():
            return actions(row, rendering.standing)
        case StateAt():
            return state_at(row, field, rendering.standing)
        case Parts():
            return parts(row, field)


def global_id(row: Row) -> Element:
    """The row's global id, as `db.ids` writes it."""
    tenant = func.uuid_send(row["subdistrict_id" if row.of_tenant else "id"])
    kind = literal(f"'\\x{BYTES[row.model]:02x}'::bytea")
    return func.encode(kind.concat(tenant).concat(func.uuid_send(row["id"])), quoted("base64"))


def _scalar(row: Row, attribute: str, rendering: Rendering) -> list[Part]:
    allowed = masked(row, attribute, rendering.standing)
    parts = json_scalar(row, attribute)
    return parts if allowed is None else [case((allowed, concat(parts)), else_=quoted("null"))]


def _one(row: Row, field: One, rendering: Rendering) -> Element:
    model, pairs = far_end(row, field.relation)
    far = rendering.row(model)
    shown = concat(json_body(far, field.body, rendering))
    where = every(joined(row, far, pairs), scope(far, rendering.standing))
    return select(shown).select_from(far.source).where(where).scalar_subquery()


def _many(row: Row, field: Many, rendering: Rendering) -> Element:
    model, pairs = far_end(row, field.relation)
    far = rendering.row(model)
    shown = concat(json_body(far, field.body, rendering))
    where = every(joined(row, far, pairs), scope(far, rendering.standing))
    listed = func.string_agg(shown, quoted(",")).aggregate_order_by(far["id"])
    return select(listed).select_from(far.source).where(where).scalar_subquery()
