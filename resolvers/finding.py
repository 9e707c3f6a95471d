"""Rows by the ids that clients send, and their locks, taken by every mutation in one order."""

from collections.abc import Collection, Iterable, Mapping
from functools import cache
from itertools import count
from typing import Any, TypeVar, cast
from uuid import UUID

from sqlalchemy import Select, bindparam, inspect, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from db.ids import GlobalId, InvalidIdError, parse_id
from db.models import Base, Claim, Need, NeedLine, PartnerUnit, PlanLine, Project, Resource, Topic
from db.models.states import Role
from db.rows import Row
from db.scopes import scope
from db.standing import Standing
from db.viewer import Viewer

from .errors import ErrorCode, UserError
from .translations import short

# The triggers of the database lock in the same order. A project is only kept from ending, so claims share it.
LOCK_ORDER: tuple[type[Base], ...] = (PlanLine, PartnerUnit, Topic, Project, Need, NeedLine, Resource, Claim)
SHARED: tuple[type[Base], ...] = (Project,)

Model = TypeVar("Model", bound=Base)


async def find(
    session: AsyncSession, viewer: Viewer, model: type[Model], text: str, *field: str | int, lock: bool = False
) -> Model:
    """Return the row that an id in the input names, locked for a change if asked.

    Refused: INVALID_ID for what is no id of the model; NOT_FOUND for what is not there, or not the viewer's to see.
    """
    named = named_by(text, *field, of=(model,))
    facts = {f"viewer_{name}": getattr(viewer, name) for name in Viewer.__dataclass_fields__}
    key = {"subdistrict": named.subdistrict_id, "id": named.id}
    row: Model | None = await session.scalar(_seen(model, viewer.role, lock=lock), facts | key)
    if row is None:
        raise UserError(ErrorCode.NOT_FOUND, *field)
    return row


def named_by(text: str, *field: str | int, of: Collection[type[Base]]) -> GlobalId:
    """Return the id in a text of the input, which must be one of these models'; refused: INVALID_ID."""
    try:
        return parse_id(text, *of)
    except InvalidIdError:
        kinds = "/".join(model.__name__ for model in of)
        raise UserError(ErrorCode.INVALID_ID, *field, text=short(text), kind=kinds) from None


async def find_if(
    session: AsyncSession, viewer: Viewer, model: type[Model], text: str | None, *field: str | int
) -> Model | None:
    """Return the row of an id, if there is one in the input; refuses as `find`."""
    return None if text is None else await find(session, viewer, model, text, *field)


class Held:
    """Rows of one subdistrict that this transaction has locked, in their newest state."""

    def __init__(self, rows: Iterable[Base]) -> None:
        self._rows = {(type(row), inspect(row).mapper.primary_key_from_instance(row)[-1]): row for row in rows}

    def one(self, model: type[Model], id_: UUID) -> Model:
        """Return the row of an id that was asked for."""
        return cast("Model", self._rows[model, id_])


async def hold(session: AsyncSession, subdistrict_id: UUID, wanted: Mapping[type[Base], Iterable[UUID | None]]) -> Held:
    """Lock rows of one subdistrict, table by table in the one order, in a table by id; those loaded are refreshed."""
    rows: list[Base] = []
    for model in LOCK_ORDER:
        ids = {id_ for id_ in wanted.get(model, ()) if id_ is not None}
        if ids:
            rows += await session.scalars(_locked(model), {"subdistrict": subdistrict_id, "ids": list(ids)})
    return Held(rows)


@cache
def _seen(model: type[Model], role: Role | None, *, lock: bool) -> Select[Model]:
    row = Row.of(model, count(1))
    entity = aliased(model, name=row.name)
    here = (row.subdistrict == bindparam("subdistrict")) & (row["id"] == bindparam("id"))
    statement = select(entity).where(here, scope(row, Standing(role)))
    return statement.with_for_update(of=entity, key_share=True) if lock else statement


@cache
def _locked(model: type[Base]) -> Select[Any]:  # Any: the rows are the session's to keep
    row = Row.of(model, count(1))
    entity = aliased(model, name=row.name)
    here = (row.subdistrict == bindparam("subdistrict")) & row["id"].in_(bindparam("ids", expanding=True))
    statement = select(entity).where(here).order_by(row["id"])
    shared = model in SHARED
    return statement.with_for_update(of=entity, read=shared, key_share=not shared).execution_options(
        populate_existing=True
    )
