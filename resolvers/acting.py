"""How every action of a state machine is done: found, locked, asked who may and what must hold, moved, timed."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from inspect import Parameter, Signature
from itertools import count
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import ColumnElement, Select, bindparam, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from db.machines import BY_MODEL, MACHINES, Action, Guard, Machine
from db.models import Base, Claim, Deadline, Need, NeedLine, PartnerUnit, Resource
from db.models.states import Role
from db.rows import Row, literal
from db.standing import Standing
from db.viewer import Viewer

from .checks import Check, clean
from .deadlines import follow
from .errors import ErrorCode, UserError
from .finding import find, hold
from .writing import Operation

Model = TypeVar("Model", bound=Base)
MACHINE_OF: dict[str, Machine] = {action.name: machine for machine in MACHINES.values() for action in machine.actions}


@dataclass(frozen=True)
class Question:
    """One statement that asks whether a viewer of a role may do an action with a row, and what holds."""

    statement: Select[Any]  # Any: booleans, then texts
    guards: Sequence[Guard]


def permit_start(viewer: Viewer, action: Action) -> None:
    """Refuse with FORBIDDEN who has no role that may begin such an object."""
    if viewer.role not in action.roles:
        raise UserError(ErrorCode.FORBIDDEN)


async def begin(
    session: AsyncSession, viewer: Viewer, action: Action, model: type[Model], text: str, *field: str | int
) -> Model:
    """Return the object that an id names, locked, if the viewer may do the action with it now.

    Refused, in this order: NOT_FOUND; FORBIDDEN; INVALID_STATE; what the first guard that does not hold says.
    """
    at = field or ("id",)
    row = await find(session, viewer, model, text, *at)
    await lock(session, row)
    await require_action(session, viewer, action, row, *at)
    return row


async def lock(session: AsyncSession, row: Base) -> None:
    """Lock an object after its running deadlines and, of a claim, after all that it counts in; it is refreshed."""
    subdistrict_id, id_ = row.__mapper__.primary_key_from_instance(row)
    clocks = select(Deadline.id).where(
        Deadline.subdistrict_id == subdistrict_id, Deadline.subject_id == id_, Deadline.ended_at.is_(None)
    )
    await session.execute(clocks.order_by(Deadline.id).with_for_update(key_share=True))
    if isinstance(row, Claim):
        wanted: dict[type[Base], list[UUID | None]] = {
            PartnerUnit: [row.partner_id, row.receiver_id],
            Need: [row.need_id],
            NeedLine: [row.need_line_id],
            Resource: [row.resource_id],
        }
        await hold(session, row.subdistrict_id, wanted)
    await session.refresh(row, with_for_update={"key_share": True})


async def require_action(session: AsyncSession, viewer: Viewer, action: Action, row: Base, *field: str | int) -> None:
    """Refuse what `begin` refuses, of an object that is locked already."""
    question = _question(type(row), action, viewer.role)
    subdistrict_id, id_ = row.__mapper__.primary_key_from_instance(row)
    facts = {f"viewer_{name}": getattr(viewer, name) for name in Viewer.__dataclass_fields__}
    answer = (await session.execute(question.statement, facts | {"subdistrict": subdistrict_id, "id": id_})).one()
    may, *rest = answer
    if not may:
        raise UserError(ErrorCode.FORBIDDEN, *field)
    if row.status not in action.sources:  # type: ignore[attr-defined]  # every model of a machine has one
        raise UserError(ErrorCode.INVALID_STATE, *field, status=row.status)  # type: ignore[attr-defined]  # as above
    held, details = rest[: len(question.guards)], rest[len(question.guards) :]
    for guard, holds, detail in zip(question.guards, held, details, strict=True):
        if not holds:
            at = (guard.field,) if guard.field else field
            raise UserError(ErrorCode(guard.code), *at, **({"detail": detail} if detail else {}))


@cache
def _question(model: type[Base], action: Action, role: Role | None) -> Question:
    row, standing = Row.of(model, count(1)), Standing(role)
    asked: list[ColumnElement[Any]] = [
        action.may(row, standing),
        *(guard.holds(row, standing) for guard in action.guards),
    ]
    details = [guard.detail(row) if guard.detail else literal("''") for guard in action.guards]
    here = (row.subdistrict == bindparam("subdistrict")) & (row["id"] == bindparam("id"))
    statement = select(*asked, *details).select_from(row.source).where(here)
    return Question(statement, action.guards)


async def enter(
    session: AsyncSession, row: Model, action: Action, status: str | None = None, *, reason: str | None = None
) -> Model:
    """Put an object into a state that the action leads to (its only one, if none is named), for a checked reason.

    Its transition shows the reason; its deadlines end and begin.
    """
    to = status or action.targets[0]
    if to not in action.targets:
        raise ValueError(f"{action.name} does not lead to {to}")
    return await move(session, row, to, reason=reason)


async def move(session: AsyncSession, row: Model, status: str, *, reason: str | None = None) -> Model:
    """Put an object into another state, as an action or a change that follows from one demands."""
    machine = BY_MODEL[type(row)]
    before = str(row.status)  # type: ignore[attr-defined]  # every model of a machine has one
    with session.no_autoflush:  # what else changes is written together with the state
        await session.execute(select(func.set_config("red_partners.reason", reason or "", True)))
    row.status = machine.states(status)  # type: ignore[attr-defined]  # as above
    await session.flush()
    await follow(session, row, before)
    return row


async def start(session: AsyncSession, row: Model) -> Model:
    """Add a new object in its first state, and begin its deadlines."""
    await session.execute(select(func.set_config("red_partners.reason", "", True)))
    session.add(row)
    await session.flush()
    await follow(session, row, "")
    return row


def moving(action: Action, noun: str, *, reason: Check | None = None) -> Operation:
    """Return the operation of an action that only moves its object, perhaps for a reason.

    It takes `<noun>_id` and, if asked for, `reason`; may and refused: as the action declares.
    """
    model = MACHINE_OF[action.name].model

    async def operation(session: AsyncSession, viewer: Viewer, **values: Any) -> Base:  # Any: values of an input
        said = clean({"reason": reason}, {"reason": values.get("reason")}) if reason else {}
        row = await begin(session, viewer, action, model, values[f"{noun}_id"])
        return await enter(session, row, action, **said)

    takes = [f"{noun}_id", *(["reason"] if reason else [])]
    operation.__signature__ = Signature(  # type: ignore[attr-defined]  # as inspect reads it
        [Parameter(name, Parameter.KEYWORD_ONLY) for name in takes]
    )
    return operation
