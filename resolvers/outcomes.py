"""How topics end: handled, verified, sent back, closed, opened again; and how a suspended one goes on."""

from sqlalchemy.ext.asyncio import AsyncSession

from db.machines import topics as machine
from db.models import Topic
from db.models.handling import FollowUp
from db.viewer import Viewer

from . import checks
from .acting import begin, enter
from .checks import clean
from .deadlines import go_on
from .evidence import require_evidence
from .lifecycle import put

HANDLING = {"outcome": checks.line(checks.MAX_TEXT, checks.LINES), "evidence": checks.prose()}
WHY = {"reason": checks.reason}


async def handle(
    session: AsyncSession, viewer: Viewer, *, topic_id: str, outcome: str, evidence: str | None = None
) -> Topic:
    """Report a topic handled: what came of it, and what shows it, in words or as files attached before.

    May: workers and leaders of its branch. Refused: INVALID_STATE unless its need is posted, its whistle blown, or it
    came back; NOT_SETTLED while a need or whistle of it is open, and before one has come to an end; EVIDENCE_REQUIRED.
    """
    topic = await begin(session, viewer, machine.HANDLE, Topic, topic_id)
    values = clean(HANDLING, {"outcome": outcome, "evidence": evidence})
    await require_evidence(session, topic, values["evidence"])
    put(topic, values | {"handler_id": viewer.account_id, "verifier_id": None, "follow_up": None})
    return await enter(session, topic, machine.HANDLE)


async def verify(session: AsyncSession, viewer: Viewer, *, topic_id: str) -> Topic:
    """Verify what was done, on the spot.

    May: leaders and instructors of its branch. Refused: INVALID_STATE unless handled; SELF_VERIFICATION for the
    handler; EVIDENCE_REQUIRED.
    """
    topic = await begin(session, viewer, machine.VERIFY, Topic, topic_id)
    topic.verifier_id = viewer.account_id
    return await enter(session, topic, machine.VERIFY)


async def rework(session: AsyncSession, viewer: Viewer, *, topic_id: str, reason: str) -> Topic:
    """Send a topic back to be handled again.

    May: who may verify. Refused: INVALID_STATE unless handled or verified; SELF_VERIFICATION for the handler.
    """
    said = clean(WHY, {"reason": reason})
    topic = await begin(session, viewer, machine.REWORK, Topic, topic_id)
    topic.verifier_id = None
    return await enter(session, topic, machine.REWORK, **said)


async def close(session: AsyncSession, viewer: Viewer, *, topic_id: str, follow_up: FollowUp) -> Topic:
    """Close a topic with what those concerned said when asked, or that they gave no answer.

    May: leaders of its branch. Refused: INVALID_STATE unless verified; EVIDENCE_REQUIRED.
    """
    topic = await begin(session, viewer, machine.CLOSE, Topic, topic_id)
    topic.follow_up = follow_up
    return await enter(session, topic, machine.CLOSE)


async def reopen(session: AsyncSession, viewer: Viewer, *, topic_id: str, reason: str) -> Topic:
    """Open a closed topic again: those concerned are not satisfied, whatever they said before.

    May: who reported it, and leaders of its branch. Refused: INVALID_STATE unless closed.
    """
    said = clean(WHY, {"reason": reason})
    topic = await begin(session, viewer, machine.REOPEN, Topic, topic_id)
    put(topic, {"verifier_id": None, "follow_up": FollowUp.DISSATISFIED})
    return await enter(session, topic, machine.REOPEN, **said)


async def resume(session: AsyncSession, viewer: Viewer, *, topic_id: str) -> Topic:
    """End a topic's suspension: it is again in the state that it was in, and what was left of its time is left.

    May: leaders of its branch. Refused: INVALID_STATE unless suspended.
    """
    topic = await begin(session, viewer, machine.RESUME, Topic, topic_id)
    await go_on(session, topic)
    before = topic.suspended_from
    put(topic, {"suspended_from": None, "review_on": None})
    return await enter(session, topic, machine.RESUME, before)
