"""Departments that a whistle calls: dispatched to, reporting in, at work, done."""

from collections.abc import Sequence

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from db.machines import whistles as machine
from db.models import PartnerUnit, Whistle, WhistleDepartment
from db.models.handling import DeadlineKind
from db.models.states import PartnerKind
from db.viewer import Viewer

from . import checks
from .acting import begin, enter, moving
from .checks import clean
from .deadlines import running
from .errors import ErrorCode, UserError
from .finding import find, hold
from .lifecycle import ADMITTED
from .moments import now

give_back = moving(machine.RETURN, "whistle", reason=checks.reason)
take_up = moving(machine.BEGIN, "whistle")


async def dispatch(
    session: AsyncSession, viewer: Viewer, *, whistle_id: str, lead_id: str, assisting_ids: Sequence[str] | None = None
) -> Whistle:
    """Call the department that leads and those that assist; those called before, if it was returned, are called off.

    May: administrators of the subdistrict. Refused: MISMATCH for who is no admitted department; DUPLICATE; TOO_MANY;
    INVALID_STATE unless it is approved or was returned.
    """
    whistle = await begin(session, viewer, machine.DISPATCH, Whistle, whistle_id)
    lead, *assisting = await _departments(session, viewer, whistle, lead_id, assisting_ids or ())
    key = {"subdistrict_id": whistle.subdistrict_id, "whistle_id": whistle.id}
    await session.execute(delete(WhistleDepartment).filter_by(**key))
    session.add(WhistleDepartment(**key, partner_id=lead.id, lead=True))
    session.add_all(WhistleDepartment(**key, partner_id=partner.id, lead=False) for partner in assisting)
    await session.flush()  # before the state that asks for them
    await enter(session, whistle, machine.DISPATCH)
    await _bind(session, whistle, DeadlineKind.REPORT_IN, lead)
    return whistle


async def report_in(session: AsyncSession, viewer: Viewer, *, whistle_id: str) -> Whistle:
    """Report in as the lead department, which is to handle the whistle from now.

    May: its officers. Refused: INVALID_STATE unless it is dispatched.
    """
    whistle = await begin(session, viewer, machine.REPORT_IN, Whistle, whistle_id)
    department = await _arrive(session, viewer, whistle)
    await enter(session, whistle, machine.REPORT_IN)
    await _bind(session, whistle, DeadlineKind.HANDLE_WHISTLE, department)
    return whistle


async def assist(session: AsyncSession, viewer: Viewer, *, whistle_id: str) -> Whistle:
    """Report in as an assisting department.

    May: its officers. Refused: ALREADY_EXISTS if it has reported in; INVALID_STATE unless the whistle is being handled.
    """
    whistle = await begin(session, viewer, machine.ASSIST, Whistle, whistle_id)
    await _arrive(session, viewer, whistle)
    return whistle


async def finish(session: AsyncSession, viewer: Viewer, *, whistle_id: str, outcome: str) -> Whistle:
    """Report a whistle done, with what the departments did.

    May: officers of the lead department. Refused: BLANK; INVALID_STATE unless it is being handled.
    """
    whistle = await begin(session, viewer, machine.FINISH, Whistle, whistle_id)
    whistle.outcome = clean({"outcome": checks.line(checks.MAX_TEXT, checks.LINES)}, {"outcome": outcome})["outcome"]
    return await enter(session, whistle, machine.FINISH)


async def _departments(
    session: AsyncSession, viewer: Viewer, whistle: Whistle, lead_id: str, assisting_ids: Sequence[str]
) -> list[PartnerUnit]:
    """The lead department and the assisting ones, locked."""
    if len(assisting_ids) > checks.MAX_ITEMS:
        raise UserError(ErrorCode.TOO_MANY, "assisting_ids", limit=checks.MAX_ITEMS)
    fields: list[tuple[str | int, ...]] = [("lead_id",), *(("assisting_ids", i) for i in range(len(assisting_ids)))]
    rows = [
        await find(session, viewer, PartnerUnit, id_, *field)
        for id_, field in zip([lead_id, *assisting_ids], fields, strict=True)
    ]
    await hold(session, whistle.subdistrict_id, {PartnerUnit: [row.id for row in rows]})
    for place, (row, field) in enumerate(zip(rows, fields, strict=True)):
        if row in rows[:place]:
            raise UserError(ErrorCode.DUPLICATE, *field)
        if row.kind is not PartnerKind.DEPARTMENT or row.status not in ADMITTED:
            raise UserError(ErrorCode.MISMATCH, *field)
    return rows


async def _arrive(session: AsyncSession, viewer: Viewer, whistle: Whistle) -> PartnerUnit:
    """Note when the viewer's department reported in, and return it."""
    key = {"subdistrict_id": whistle.subdistrict_id, "whistle_id": whistle.id, "partner_id": viewer.partner_id}
    call = (await session.scalars(select(WhistleDepartment).filter_by(**key))).one()
    call.reported_in_at = now()
    return await session.get_one(PartnerUnit, (call.subdistrict_id, call.partner_id))


async def _bind(session: AsyncSession, whistle: Whistle, kind: DeadlineKind, department: PartnerUnit) -> None:
    """Let the lead department, not the branch that blew the whistle, answer for a deadline."""
    deadline = await running(session, whistle, kind)
    if deadline:
        deadline.branch_id, deadline.partner_id = None, department.id
