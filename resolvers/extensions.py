"""Requests for time: ask for an extension or a suspension (延期、挂账), approve, refuse."""

from datetime import date

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from db.machines import Action, topics
from db.machines import extensions as machine
from db.models import Deadline, Extension, Policy, Topic
from db.models.handling import DeadlineKind, DeadlineStatus, ExtensionKind, ExtensionStatus, TopicStatus
from db.viewer import Viewer

from . import checks
from .acting import begin, enter, lock, move, permit_start, start
from .checks import clean
from .deadlines import extend, running, stand_still
from .errors import ErrorCode, UserError
from .finding import find
from .moments import now, today
from .parties import branch_of
from .permissions import GIVING, LEADING, permit, speaks_for_branch, speaks_for_partner

ASKED = {"days": checks.whole(1, 250), "reason": checks.reason}  # 250: the working days of a year
PAUSED = {"review_on": checks.future_day._replace(nullable=False), "reason": checks.reason}


async def ask(session: AsyncSession, viewer: Viewer, *, deadline_id: str, days: int, reason: str) -> Extension:
    """Ask for more working days before a deadline is over.

    May: whom the deadline binds: leaders of its branch, people of its partner, the administrator for what is the
    subdistrict's own. Refused: INVALID_STATE unless it runs; TOO_LATE; ALREADY_EXISTS while one is asked for;
    OUT_OF_RANGE for handling a topic longer than the policy's longest time.
    """
    permit_start(viewer, machine.ASK)
    values = clean(ASKED, {"days": days, "reason": reason})
    deadline = await find(session, viewer, Deadline, deadline_id, "deadline_id")
    await _require_bound(session, viewer, deadline)
    await _hold(session, deadline)
    _require_time(deadline, "deadline_id")
    await _require_within(session, deadline, days, "days")
    return await _asked(session, viewer, deadline, ExtensionKind.EXTENSION, "deadline_id", **values)


async def ask_suspension(
    session: AsyncSession, viewer: Viewer, *, topic_id: str, review_on: date, reason: str
) -> Extension:
    """Ask to suspend a topic until a review.

    May: leaders of its branch. Refused: INVALID_STATE unless it is being handled; TOO_LATE once its time is over;
    ALREADY_EXISTS while an extension or a suspension is asked for.
    """
    values = clean(PAUSED, {"review_on": review_on, "reason": reason})
    topic = await begin(session, viewer, topics.ASK_SUSPENSION, Topic, topic_id, "topic_id")
    deadline = await running(session, topic, DeadlineKind.HANDLE_TOPIC)
    if deadline is None:
        raise UserError(ErrorCode.INVALID_STATE, "topic_id", status=topic.status)
    _require_time(deadline, "topic_id")
    return await _asked(session, viewer, deadline, ExtensionKind.SUSPENSION, "topic_id", **values)


async def approve(session: AsyncSession, viewer: Viewer, *, extension_id: str) -> Extension:
    """Grant it: the deadline is due so many working days later, or the topic and its time stand still.

    May: administrators; community secretaries extensions of the branches below them; never who asked. Refused:
    INVALID_STATE once decided or when the deadline runs no more; OUT_OF_RANGE beyond the policy's longest time;
    IN_THE_PAST when the day of the review is over.
    """
    extension = await begin(session, viewer, machine.APPROVE, Extension, extension_id)
    deadline = await session.get_one(Deadline, (extension.subdistrict_id, extension.deadline_id))
    await _hold(session, deadline)
    if extension.days:
        await _require_within(session, deadline, extension.days, "id")
    elif extension.review_on and extension.review_on < today():
        raise UserError(ErrorCode.IN_THE_PAST, "id")
    await _decide(session, viewer, extension, machine.APPROVE)
    if extension.days:
        await extend(session, deadline, extension.days)
    else:
        await _suspend(session, extension, deadline)
    return extension


async def refuse(session: AsyncSession, viewer: Viewer, *, extension_id: str, reason: str) -> Extension:
    """Refuse it, with the reason. May: who may approve it. Refused: INVALID_STATE once decided."""
    said = clean({"reason": checks.reason}, {"reason": reason})
    extension = await begin(session, viewer, machine.REFUSE, Extension, extension_id)
    await _decide(session, viewer, extension, machine.REFUSE, **said)
    return extension


async def _require_bound(session: AsyncSession, viewer: Viewer, deadline: Deadline) -> None:
    """Refuse with FORBIDDEN who does not speak for the side that the deadline binds."""
    branch = await branch_of(session, deadline.subdistrict_id, deadline.branch_id)
    speaks = (
        speaks_for_branch(viewer, branch, LEADING)
        if branch
        else speaks_for_partner(viewer, deadline.partner_id, GIVING)
    )
    permit(speaks, "deadline_id")


async def _hold(session: AsyncSession, deadline: Deadline) -> None:
    await session.refresh(deadline, with_for_update={"key_share": True})


def _require_time(deadline: Deadline, field: str) -> None:
    """Refuse a locked deadline that runs no more with INVALID_STATE, one that is over with TOO_LATE."""
    if deadline.status is not DeadlineStatus.RUNNING:
        raise UserError(ErrorCode.INVALID_STATE, field, status=deadline.status)
    if deadline.due_at <= now():
        raise UserError(ErrorCode.TOO_LATE, field)


async def _require_within(session: AsyncSession, deadline: Deadline, days: int, field: str) -> None:
    """Refuse with OUT_OF_RANGE what would let handling a topic take longer than the policy allows."""
    if deadline.kind is not DeadlineKind.HANDLE_TOPIC:
        return
    granted = select(func.coalesce(func.sum(Extension.days), 0)).where(
        Extension.subdistrict_id == deadline.subdistrict_id,
        Extension.deadline_id == deadline.id,
        Extension.status == ExtensionStatus.APPROVED,
    )
    longest = select(Policy.longest_days).where(Policy.subdistrict_id == deadline.subdistrict_id)
    taken = (deadline.working_days or 0) + (await session.scalar(granted) or 0)
    most = max(0, (await session.scalar(longest) or 0) - taken)
    if days > most:
        raise UserError(ErrorCode.OUT_OF_RANGE, field, least=min(1, most), most=most)


async def _asked(
    session: AsyncSession, viewer: Viewer, deadline: Deadline, kind: ExtensionKind, field: str, **values: object
) -> Extension:
    """Make the request, the only one that waits for an answer."""
    pending = select(Extension.id).where(
        Extension.subdistrict_id == deadline.subdistrict_id,
        Extension.deadline_id == deadline.id,
        Extension.status == ExtensionStatus.ASKED,
    )
    if await session.scalar(pending):
        raise UserError(ErrorCode.ALREADY_EXISTS, field)
    request = Extension(
        subdistrict_id=deadline.subdistrict_id,
        deadline_id=deadline.id,
        kind=kind,
        status=ExtensionStatus.ASKED,
        created_by=viewer.account_id,
        **values,
    )
    return await start(session, request)


async def _decide(
    session: AsyncSession, viewer: Viewer, extension: Extension, action: Action, *, reason: str | None = None
) -> None:
    extension.decided_by, extension.decided_at = viewer.account_id, now()
    await enter(session, extension, action, reason=reason)


async def _suspend(session: AsyncSession, extension: Extension, deadline: Deadline) -> None:
    """Let the topic of a deadline stand still with it."""
    topic = await session.get_one(Topic, (deadline.subdistrict_id, deadline.subject_id))
    await lock(session, topic)
    await stand_still(session, deadline)
    topic.suspended_from, topic.review_on = topic.status, extension.review_on
    await move(session, topic, TopicStatus.SUSPENDED, reason=extension.reason)
