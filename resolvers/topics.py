"""Topics: submit, edit, support, accept, return, merge; `resolvers.outcomes` has how they end."""

from typing import TypedDict, Unpack
from uuid import UUID

from sqlalchemy import and_, or_, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from db.machines import topics as machine
from db.models import Grid, PartyBranch, Supporter, Topic
from db.models.handling import TopicStatus, Urgency
from db.models.states import BranchLevel, Category
from db.viewer import Viewer

from . import checks
from .acting import begin, enter, lock, moving, permit_start, require_action, start
from .checks import clean
from .errors import ErrorCode, UserError
from .finding import find
from .lifecycle import put
from .parties import branch_of
from .permissions import LEADING, speaks_for_branch


class Terms(TypedDict, total=False):
    """What a topic says; null clears what may be empty."""

    title: str | None
    description: str | None
    site: str | None
    category: Category | None
    urgency: Urgency | None
    contact_name: str | None
    contact_phone: str | None


TERMS = {
    "title": checks.line(checks.MAX_TITLE),
    "description": checks.prose(),
    "site": checks.note(checks.MAX_TITLE),
    "category": checks.anything,
    "urgency": checks.anything,
    "contact_name": checks.note(checks.MAX_NAME),
    "contact_phone": checks.phone,
}


async def submit(session: AsyncSession, viewer: Viewer, *, grid_id: str | None = None, **terms: Unpack[Terms]) -> Topic:
    """Put a wish or a problem before a grid, whose branch is responsible for it from now (首接负责制).

    May: residents and people of a branch or community, for any grid of their subdistrict; who works in a grid may
    leave it out. Refused: REQUIRED without a grid.
    """
    permit_start(viewer, machine.SUBMIT)
    values = clean(TERMS, terms)
    grid = await _grid(session, viewer, grid_id)
    topic = Topic(
        subdistrict_id=grid.subdistrict_id,
        reporter_id=viewer.account_id,
        created_by=viewer.account_id,
        branch_id=await _responsible(session, grid),
        community_id=grid.community_id,
        grid_id=grid.id,
        status=TopicStatus.SUBMITTED,
        **values,
    )
    return await start(session, topic)


async def edit(session: AsyncSession, viewer: Viewer, *, topic_id: str, **terms: Unpack[Terms]) -> Topic:
    """Change what a topic says; what is not named stays.

    May: workers and leaders of its branch. Refused: INVALID_STATE once it is handled; TERMS_FINAL for another urgency
    once it is accepted.
    """
    topic = await begin(session, viewer, machine.EDIT, Topic, topic_id)
    values = clean(TERMS, terms)
    if topic.status is not TopicStatus.SUBMITTED and values.get("urgency", topic.urgency) is not topic.urgency:
        raise UserError(ErrorCode.TERMS_FINAL, "urgency")
    put(topic, values)
    return topic


async def support(session: AsyncSession, viewer: Viewer, *, topic_id: str) -> Topic:
    """Say that one wants it too.

    May: residents and people of a branch or community who see it. Refused: ALREADY_EXISTS for who reported or
    supported it; INVALID_STATE once it is handled.
    """
    topic = await begin(session, viewer, machine.SUPPORT, Topic, topic_id)
    session.add(Supporter(subdistrict_id=topic.subdistrict_id, topic_id=topic.id, account_id=viewer.account_id))
    return topic


accept = moving(machine.ACCEPT, "topic")
give_back = moving(machine.RETURN, "topic", reason=checks.reason)
resolve = moving(machine.RESOLVE, "topic")
reconsider = moving(machine.RECONSIDER, "topic", reason=checks.reason)


async def merge(session: AsyncSession, viewer: Viewer, *, topic_id: str, into_id: str) -> Topic:
    """Merge a duplicate into another topic, which its reporter supports from now; its supporters stay with it.

    May: leaders of its branch. Refused: INVALID_STATE once it is deliberated; MISMATCH for a topic that is the same,
    not open, or of a branch that the viewer does not lead.
    """
    topic = await find(session, viewer, Topic, topic_id, "id")
    into = await find(session, viewer, Topic, into_id, "into_id")
    for row in sorted({topic, into}, key=lambda row: row.id):  # in one order, since two may merge crosswise
        await lock(session, row)
    await require_action(session, viewer, machine.MERGE, topic, "id")
    branch = await branch_of(session, into.subdistrict_id, into.branch_id)
    if into is topic or into.status not in machine.OPEN or not (branch and speaks_for_branch(viewer, branch, LEADING)):
        raise UserError(ErrorCode.MISMATCH, "into_id")
    await _count_reporter(session, topic, into)
    topic.merged_into_id = into.id
    return await enter(session, topic, machine.MERGE)


async def _grid(session: AsyncSession, viewer: Viewer, grid_id: str | None) -> Grid:
    """The grid named, or else that of the viewer's branch."""
    if grid_id is not None:
        return await find(session, viewer, Grid, grid_id, "grid_id")
    branch = await session.get(PartyBranch, (viewer.subdistrict_id, viewer.branch_id)) if viewer.branch_id else None
    if branch is None or branch.grid_id is None:
        raise UserError(ErrorCode.REQUIRED, "grid_id")
    return await session.get_one(Grid, (branch.subdistrict_id, branch.grid_id))


async def _responsible(session: AsyncSession, grid: Grid) -> UUID:
    """The grid's own branch or, where it has none, its community's."""
    of_grid = and_(PartyBranch.level == BranchLevel.GRID, PartyBranch.grid_id == grid.id)
    of_community = and_(PartyBranch.level == BranchLevel.COMMUNITY, PartyBranch.community_id == grid.community_id)
    found = select(PartyBranch.id).where(PartyBranch.subdistrict_id == grid.subdistrict_id, or_(of_grid, of_community))
    branch_id = await session.scalar(found.order_by(of_grid.desc(), PartyBranch.id).limit(1))
    if branch_id is None:
        raise UserError(ErrorCode.NOT_FOUND, "grid_id")
    return branch_id


async def _count_reporter(session: AsyncSession, topic: Topic, into: Topic) -> None:
    """Let who reported a duplicate support the other topic, unless it is theirs or they do already."""
    if topic.reporter_id is None or topic.reporter_id == into.reporter_id:
        return
    values = {"subdistrict_id": into.subdistrict_id, "topic_id": into.id, "account_id": topic.reporter_id}
    await session.execute(insert(Supporter).values(values).on_conflict_do_nothing())
