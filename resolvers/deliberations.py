"""Deliberations: convene, minute, cancel."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, NotRequired, Required, TypedDict, Unpack

from sqlalchemy.ext.asyncio import AsyncSession

from db.machines import topics as machine
from db.models import Attendee, Deliberation, Topic
from db.models.handling import AttendeeRole, DeliberationStatus
from db.viewer import Viewer

from . import checks
from .acting import begin, enter, moving, start
from .checks import clean, clean_each
from .errors import ErrorCode, UserError
from .lifecycle import put
from .moments import now


class Guest(TypedDict):
    """Who came, in what role."""

    role: AttendeeRole
    name: NotRequired[str | None]


class Record(TypedDict, total=False):
    """What is written down of a deliberation; when it was held and the options stay as convened where left out."""

    held_at: datetime | None
    options: str | None
    resolution: Required[str]
    minutes: Required[str]


GUEST = {"role": checks.anything, "name": checks.note(checks.MAX_NAME)}
PLAN = {"held_at": checks.moment, "place": checks.note(checks.MAX_TITLE), "options": checks.prose()}
RECORD = {
    "held_at": checks.moment,
    "options": checks.prose(),
    "resolution": checks.line(checks.MAX_TEXT, checks.LINES),
    "minutes": checks.line(checks.MAX_TEXT, checks.LINES),
}


async def convene(
    session: AsyncSession,
    viewer: Viewer,
    *,
    topic_id: str,
    held_at: datetime | None = None,
    place: str | None = None,
    options: str | None = None,
) -> Deliberation:
    """Call those concerned about a topic together; it is deliberated from now.

    May: leaders of its branch. Refused: INVALID_STATE unless it is accepted, deliberated or reopened.
    """
    topic = await begin(session, viewer, machine.CONVENE, Topic, topic_id, "topic_id")
    values = clean(PLAN, {"held_at": held_at, "place": place, "options": options})
    deliberation = Deliberation(
        subdistrict_id=topic.subdistrict_id,
        topic_id=topic.id,
        branch_id=topic.branch_id,
        created_by=viewer.account_id,
        status=DeliberationStatus.CONVENED,
        **values,
    )
    await start(session, deliberation)
    await enter(session, topic, machine.CONVENE)
    return deliberation


async def minute(
    session: AsyncSession, viewer: Viewer, *, deliberation_id: str, attendees: Sequence[Guest], **record: Unpack[Record]
) -> Deliberation:
    """Record who came, what they resolved, and the minutes; it is final.

    May: leaders of its branch. Refused: INVALID_STATE unless convened; REQUIRED without anybody there, or without the
    time where none was set before; IN_THE_FUTURE.
    """
    deliberation = await begin(session, viewer, machine.MINUTE, Deliberation, deliberation_id)
    guests = clean_each(GUEST, attendees, "attendees")
    values = clean(RECORD, record)
    _require_held(values.get("held_at") or deliberation.held_at)
    session.add_all(_attendee(deliberation, guest) for guest in guests)
    await session.flush()  # before the state that makes them final
    put(deliberation, {name: value for name, value in values.items() if value is not None})
    return await enter(session, deliberation, machine.MINUTE)


cancel = moving(machine.CANCEL_DELIBERATION, "deliberation", reason=checks.reason)


def _require_held(held_at: datetime | None) -> None:
    if held_at is None:
        raise UserError(ErrorCode.REQUIRED, "held_at")
    if held_at > now():
        raise UserError(ErrorCode.IN_THE_FUTURE, "held_at")


def _attendee(deliberation: Deliberation, guest: Mapping[str, Any]) -> Attendee:  # Any: values of columns
    return Attendee(subdistrict_id=deliberation.subdistrict_id, deliberation_id=deliberation.id, **guest)
