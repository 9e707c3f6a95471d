"""Whistles: raised, decided on, and rated by the side that blows them; `resolvers.departments` has who answers."""

from typing import NotRequired, TypedDict, Unpack

from sqlalchemy.ext.asyncio import AsyncSession

from db.machines import topics
from db.machines import whistles as machine
from db.models import Need, PartyBranch, Topic, Whistle
from db.models.handling import WhistleKind, WhistleStatus
from db.models.states import NeedStatus
from db.viewer import Viewer

from . import checks
from .acting import begin, enter, permit_start, start
from .checks import clean
from .errors import ErrorCode, UserError
from .finding import find_if
from .lifecycle import OPEN_NEED, require
from .parties import acting_branch, branch_of
from .permissions import LEADING, answers_for, permit, speaks_for_branch

UNMET = (*OPEN_NEED, NeedStatus.IN_DELIVERY)
BEST = 5


class Terms(TypedDict):
    """What a whistle says."""

    kind: WhistleKind
    title: str
    description: NotRequired[str | None]
    site: NotRequired[str | None]


TERMS = {
    "kind": checks.anything,
    "title": checks.line(checks.MAX_TITLE),
    "description": checks.prose(),
    "site": checks.note(checks.MAX_TITLE),
}
RATING = {"rating": checks.whole(1, BEST), "comment": checks.prose()}


async def raise_whistle(
    session: AsyncSession,
    viewer: Viewer,
    *,
    branch_id: str | None = None,
    topic_id: str | None = None,
    need_id: str | None = None,
    **terms: Unpack[Terms],
) -> Whistle:
    """Blow the whistle: call departments to what a branch cannot solve, perhaps a resolved topic or an open need.

    May: who leads the branch; it is the one named, the viewer's own, or that of the topic or need. Refused: for a
    topic FORBIDDEN unless the viewer leads it, INVALID_STATE unless it is resolved; for a need FORBIDDEN unless the
    branch answers for it, INVALID_STATE once it is met or over; MISMATCH for a need of another topic.
    """
    permit_start(viewer, machine.RAISE)
    values = clean(TERMS, terms)
    topic = await begin(session, viewer, topics.WHISTLE, Topic, topic_id, "topic_id") if topic_id is not None else None
    need = await _need(session, viewer, need_id, topic)
    branch = await _branch(session, viewer, branch_id, topic or need)
    whistle = Whistle(
        subdistrict_id=branch.subdistrict_id,
        branch_id=branch.id,
        level=branch.level,
        community_id=branch.community_id,
        topic_id=topic and topic.id,
        need_id=need and need.id,
        status=WhistleStatus.RAISED,
        created_by=viewer.account_id,
        **values,
    )
    await start(session, whistle)
    if topic:
        await enter(session, topic, topics.WHISTLE)
    return whistle


async def approve(session: AsyncSession, viewer: Viewer, *, whistle_id: str) -> Whistle:
    """Approve a whistle, as principal officer.

    May: the community's secretary, for branches of the community, and subdistrict administrators. Refused:
    SELF_APPROVAL for the party that raised it; INVALID_STATE unless it waits for approval.
    """
    whistle = await begin(session, viewer, machine.APPROVE, Whistle, whistle_id)
    whistle.approver_id = viewer.account_id
    return await enter(session, whistle, machine.APPROVE)


async def refuse(session: AsyncSession, viewer: Viewer, *, whistle_id: str, reason: str) -> Whistle:
    """Refuse a whistle, with the reason. May and refused: as `approve`, and BLANK."""
    whistle = await begin(session, viewer, machine.REFUSE, Whistle, whistle_id)
    said = clean({"reason": checks.reason}, {"reason": reason})
    whistle.approver_id = viewer.account_id
    return await enter(session, whistle, machine.REFUSE, **said)


async def rate(
    session: AsyncSession, viewer: Viewer, *, whistle_id: str, rating: int, comment: str | None = None
) -> Whistle:
    """Rate what became of a whistle, 1 to 5.

    May: who leads the branch that blew it. Refused: OUT_OF_RANGE; INVALID_STATE unless it is done.
    """
    whistle = await begin(session, viewer, machine.RATE, Whistle, whistle_id)
    values = clean(RATING, {"rating": rating, "comment": comment})
    with session.no_autoflush:  # a rating comes with the state, in one statement
        whistle.rating, whistle.comment = values["rating"], values["comment"]
        return await enter(session, whistle, machine.RATE)


async def _need(session: AsyncSession, viewer: Viewer, need_id: str | None, topic: Topic | None) -> Need | None:
    """The need that the whistle is about, if one is named."""
    need = await find_if(session, viewer, Need, need_id, "need_id")
    if need is None:
        return None
    require(need, UNMET, "need_id")
    if topic and need.topic_id != topic.id:
        raise UserError(ErrorCode.MISMATCH, "need_id")
    return need


async def _branch(
    session: AsyncSession, viewer: Viewer, branch_id: str | None, subject: Topic | Need | None
) -> PartyBranch:
    """The branch that blows: named, or the viewer's, or that of the topic or need, for which it must answer."""
    owner = await branch_of(session, subject.subdistrict_id, subject.branch_id) if subject else None
    if owner and branch_id is None and viewer.branch_id is None:
        permit(speaks_for_branch(viewer, owner, LEADING), "need_id")
        return owner
    branch = await acting_branch(session, viewer, branch_id, LEADING)
    permit(owner is None or answers_for(branch, owner), "need_id" if isinstance(subject, Need) else "branch_id")
    return branch
