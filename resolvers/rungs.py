"""The ladder (提醒、催办、通报): deadlines that are to be looked at, and the notices of the rungs that they reached."""

from collections.abc import Mapping, Sequence
from typing import Any, cast
from uuid import UUID

from sqlalchemy import (
    ARRAY,
    ColumnElement,
    Row,
    Table,
    Uuid,
    and_,
    any_,
    bindparam,
    case,
    func,
    literal,
    or_,
    select,
    union_all,
    update,
)
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import InstrumentedAttribute

from db.models import Deadline, Notice
from db.models.handling import NoticeKind

from .deadlines import CLOCKS

BATCH = 500  # deadlines of one transaction: enough to be worth it, and nobody waits long for their locks
EXPIRING = tuple(kind for kind, clock in CLOCKS.items() if clock.expires_to)
RUNGS = {NoticeKind.REMINDER: "remind_at", NoticeKind.URGING: "urge_at", NoticeKind.REPORT: "report_at"}
TABLE = cast("Table", Deadline.__table__)
TOLD = ["subdistrict_id", "deadline_id", "branch_id", "partner_id", "kind", "scheduled_at"]


async def ring(session: AsyncSession, subdistrict_id: UUID) -> int:
    """Make the notices of the next deadlines that have reached a rung; return how many deadlines, at most a batch."""
    expires = Deadline.kind.in_(EXPIRING)
    due = await pick(session, subdistrict_id, or_(~expires, Deadline.due_at > func.now()))
    ahead = [_ahead(TABLE.c[name]) for name in RUNGS.values()]
    expiry = case((expires, TABLE.c.due_at))
    await settle(session, subdistrict_id, [row.id for row in due], RUNGS, next_at=func.least(*ahead, expiry))
    return len(due)


def _ahead(rung: ColumnElement[Any]) -> ColumnElement[Any]:
    """A rung that is not reached yet."""
    return case((rung > func.now(), rung))


async def pick(session: AsyncSession, subdistrict_id: UUID, *only: ColumnElement[bool]) -> Sequence[Row[UUID, UUID]]:
    """Lock a subdistrict's next deadlines that are to be looked at, but for those that others hold.

    Returns the ids of at most a batch, and those of their objects.
    """
    here = and_(Deadline.subdistrict_id == subdistrict_id, Deadline.next_at <= func.now(), *only)
    statement = select(Deadline.id, Deadline.subject_id).where(here).order_by(Deadline.next_at).limit(BATCH)
    return (await session.execute(statement.with_for_update(key_share=True, skip_locked=True))).all()


async def settle(
    session: AsyncSession,
    subdistrict_id: UUID,
    deadlines: Sequence[UUID],
    rungs: Mapping[NoticeKind, str],
    **values: Any,  # Any: of columns
) -> None:
    """Put values into locked deadlines, and make the notices of those of the rungs that they have reached."""
    here = and_(TABLE.c.subdistrict_id == subdistrict_id, among(TABLE.c.id, deadlines))
    settled = update(TABLE).where(here).values(values).returning(TABLE).cte("settled")
    reached = union_all(
        *(
            select(
                *(settled.c[name] for name in ("subdistrict_id", "id", "branch_id", "partner_id")),
                literal(kind.value),
                settled.c[name],
            ).where(settled.c[name] <= func.now())
            for kind, name in rungs.items()
        )
    )
    await session.execute(insert(Notice).from_select(TOLD, reached).on_conflict_do_nothing())


def among(column: ColumnElement[UUID] | InstrumentedAttribute[UUID], ids: Sequence[UUID]) -> ColumnElement[bool]:
    """Whether the column is one of any number of ids, as one parameter."""
    return column == any_(bindparam(None, list(ids), ARRAY(Uuid())))
