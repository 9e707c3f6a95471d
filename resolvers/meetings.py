"""Joint meetings: convene, hold, report at the next one, cancel."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from itertools import count
from typing import Any, TypedDict

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from db.machines import topics as machine
from db.models import AgendaItem, JointMeeting, Need, Topic
from db.models.handling import MeetingStatus
from db.rows import Row
from db.scopes import scope
from db.standing import Standing
from db.viewer import Viewer

from . import checks
from .acting import begin, enter, moving, permit_start, start
from .checks import Check, clean, clean_each
from .errors import ErrorCode, UserError, refusing
from .finding import find, find_if
from .lifecycle import put
from .parties import acting_branch
from .permissions import LEADING


class Item(TypedDict, total=False):
    """What a meeting is about: a topic or a need."""

    topic_id: str | None
    need_id: str | None


class Outcome(TypedDict):
    """What a meeting decided on an item of its agenda."""

    item_id: str
    outcome: str


class Report(TypedDict):
    """What became of what was decided on an item."""

    item_id: str
    report: str


SAID = checks.line(checks.MAX_TEXT, checks.LINES)
PLAN = {
    "title": checks.line(checks.MAX_TITLE),
    "meets_at": checks.future_moment,
    "place": checks.note(checks.MAX_TITLE),
}
ITEM = {name: checks.optional(checks.anything) for name in ("topic_id", "need_id")}
OUTCOME = {"item_id": checks.anything, "outcome": SAID}
REPORT = {"item_id": checks.anything, "report": SAID}
NEXT = (MeetingStatus.CONVENED, MeetingStatus.HELD)


async def convene(
    session: AsyncSession,
    viewer: Viewer,
    *,
    title: str,
    meets_at: datetime,
    items: Sequence[Item],
    place: str | None = None,
    branch_id: str | None = None,
) -> JointMeeting:
    """Call a joint meeting of a branch on needs and topics that the viewer sees.

    May: the secretary of a grid, for its branch; community secretaries and subdistrict administrators, for a branch of
    their area that they name. Refused: IN_THE_PAST; of an item REQUIRED without a topic or a need, MISMATCH with both,
    DUPLICATE.
    """
    permit_start(viewer, machine.CONVENE_MEETING)
    branch = await acting_branch(session, viewer, branch_id, LEADING)
    values = clean(PLAN, {"title": title, "meets_at": meets_at, "place": place})
    wanted = clean_each(ITEM, items, "items")
    agenda = [await _item(session, viewer, item, number) for number, item in enumerate(wanted)]
    meeting = JointMeeting(
        subdistrict_id=branch.subdistrict_id,
        branch_id=branch.id,
        created_by=viewer.account_id,
        status=MeetingStatus.CONVENED,
        **values,
    )
    await start(session, meeting)
    for number, item in enumerate(agenda):
        item.meeting_id = meeting.id
        session.add(item)
        with refusing("items", number):
            await session.flush()
    return meeting


async def hold(
    session: AsyncSession, viewer: Viewer, *, meeting_id: str, minutes: str, outcomes: Sequence[Outcome]
) -> JointMeeting:
    """Record the minutes of a meeting, and what it decided on each item.

    May: leaders of its branch. Refused: INVALID_STATE unless convened; REQUIRED while an item that they see has no
    outcome, DUPLICATE where it has two, MISMATCH for another meeting's.
    """
    meeting = await begin(session, viewer, machine.HOLD_MEETING, JointMeeting, meeting_id)
    values = clean({"minutes": SAID}, {"minutes": minutes})
    await _tell(session, viewer, meeting, "outcomes", OUTCOME, outcomes)
    put(meeting, values)
    return await enter(session, meeting, machine.HOLD_MEETING)


async def report(
    session: AsyncSession, viewer: Viewer, *, meeting_id: str, at_id: str, reports: Sequence[Report]
) -> JointMeeting:
    """Report at a later meeting of the same branch what became of each item.

    May: leaders of its branch. Refused: INVALID_STATE unless held; of the items as `hold`; MISMATCH for a meeting that
    is another branch's, not later, or cancelled.
    """
    meeting = await begin(session, viewer, machine.REPORT_MEETING, JointMeeting, meeting_id)
    at = await find(session, viewer, JointMeeting, at_id, "at_id", lock=True)
    if at.branch_id != meeting.branch_id or at.meets_at <= meeting.meets_at or at.status not in NEXT:
        raise UserError(ErrorCode.MISMATCH, "at_id")
    await _tell(session, viewer, meeting, "reports", REPORT, reports)
    meeting.reported_at_id = at.id
    return await enter(session, meeting, machine.REPORT_MEETING)


cancel = moving(machine.CANCEL_MEETING, "meeting", reason=checks.reason)


async def _item(session: AsyncSession, viewer: Viewer, item: Mapping[str, Any], place: int) -> AgendaItem:
    """An item of the agenda on what the input names; Any: checked values."""
    topic = await find_if(session, viewer, Topic, item.get("topic_id"), "items", place, "topic_id")
    need = await find_if(session, viewer, Need, item.get("need_id"), "items", place, "need_id")
    if topic and need:
        raise UserError(ErrorCode.MISMATCH, "items", place, "need_id")
    about = topic or need
    if about is None:
        raise UserError(ErrorCode.REQUIRED, "items", place, "topic_id")
    return AgendaItem(subdistrict_id=about.subdistrict_id, topic_id=topic and topic.id, need_id=need and need.id)


async def _tell(
    session: AsyncSession,
    viewer: Viewer,
    meeting: JointMeeting,
    field: str,
    told: Mapping[str, Check],
    items: Sequence[Outcome] | Sequence[Report],
) -> None:
    """Put what is told of the items into them: of every one that the viewer sees once, and perhaps there is none."""
    cleaned = clean_each(told, items, field) if items else []
    open_ = await _items(session, viewer, meeting)
    for place, values in enumerate(cleaned):
        item = await find(session, viewer, AgendaItem, values.pop("item_id"), field, place, "item_id")
        if item not in open_:
            wrong = ErrorCode.DUPLICATE if item.meeting_id == meeting.id else ErrorCode.MISMATCH
            raise UserError(wrong, field, place, "item_id")
        open_.remove(item)
        put(item, values)
    if open_:
        raise UserError(ErrorCode.REQUIRED, field)


async def _items(session: AsyncSession, viewer: Viewer, meeting: JointMeeting) -> set[AgendaItem]:
    """The items of a meeting that the viewer sees: what others are about was withdrawn since, or is confidential."""
    row = Row.of(AgendaItem, count(1))
    entity = aliased(AgendaItem, name=row.name)
    here = (row.subdistrict == meeting.subdistrict_id) & (row["meeting_id"] == meeting.id)
    facts = {f"viewer_{name}": getattr(viewer, name) for name in Viewer.__dataclass_fields__}
    return set(await session.scalars(select(entity).where(here, scope(row, Standing(viewer.role))), facts))
