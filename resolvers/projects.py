"""Projects: open from needs, edit, withdraw."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import NotRequired, TypedDict, Unpack
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from db.machines import projects as machine
from db.models import Need, NeedLine, PartyBranch, Project, Topic
from db.models.handling import DeadlineKind
from db.models.states import ProjectStatus
from db.viewer import Viewer

from . import checks
from .acting import begin, moving, start
from .checks import clean, clean_each
from .deadlines import restart
from .errors import ErrorCode, UserError, refusing
from .finding import find, hold
from .lifecycle import OPEN_NEED, put, require
from .parties import acting_branch, branch_of
from .permissions import LEADING, answers_for, permit


class Terms(TypedDict, total=False):
    """What a project says; null clears what may be empty."""

    title: str | None
    goal: str | None
    deliverables: str | None
    budget: Decimal | None
    planned_end: date | None


class Line(TypedDict):
    """A need that a project answers, and how much of it; without a quantity, all that no project plans yet."""

    need_id: str
    quantity: NotRequired[int | None]


TERMS = {
    "title": checks.line(checks.MAX_TITLE),
    "goal": checks.prose(),
    "deliverables": checks.prose(),
    "budget": checks.yuan,
    "planned_end": checks.future_day,
}


LINE = {"need_id": checks.anything, "quantity": checks.optional(checks.quantity)}


async def open_project(
    session: AsyncSession,
    viewer: Viewer,
    *,
    lines: Sequence[Line],
    branch_id: str | None = None,
    topic_id: str | None = None,
    **terms: Unpack[Terms],
) -> Project:
    """Open a project of a lead branch from one or more needs: its own, those of branches below it, or partners'.

    May: the secretary of a grid, for its branch; community secretaries and subdistrict administrators, for a branch
    of their area that they name. Refused: EXCEEDS_REMAINING; INVALID_STATE of a need; FORBIDDEN for another's need or
    topic; NO_RESOLUTION of a topic.
    """
    branch = await acting_branch(session, viewer, branch_id, LEADING)
    values = clean(TERMS, terms)
    planned = await _plan(session, viewer, branch, lines)
    project = Project(
        subdistrict_id=branch.subdistrict_id,
        topic_id=await _topic_id(session, viewer, branch, topic_id, [need for need, _ in planned]),
        branch_id=branch.id,
        community_id=branch.community_id,
        grid_id=branch.grid_id,
        created_by=viewer.account_id,
        status=ProjectStatus.PLANNED,
        **values,
    )
    with refusing():
        await start(session, project)
    for place, (need, quantity) in enumerate(planned):
        with refusing("lines", place):
            session.add(_line(project, need, quantity))
            await session.flush()
    return project


async def edit(session: AsyncSession, viewer: Viewer, *, project_id: str, **terms: Unpack[Terms]) -> Project:
    """Change what a project says; what is not named stays.

    May: who may open one for its branch. Refused: INVALID_STATE once it is delivered or over.
    """
    project = await begin(session, viewer, machine.EDIT, Project, project_id)
    values = clean(TERMS, terms)
    put(project, values)
    if "planned_end" in values:
        await restart(session, project, DeadlineKind.FINISH_PROJECT)
    return project


withdraw = moving(machine.WITHDRAW, "project", reason=checks.prose())


async def _plan(
    session: AsyncSession, viewer: Viewer, branch: PartyBranch, lines: Sequence[Line]
) -> list[tuple[Need, int]]:
    """The needs of the lines, locked, and how much of each is planned."""
    wanted = [line.get("quantity") for line in clean_each(LINE, lines, "lines")]
    needs = [await find(session, viewer, Need, line["need_id"], *_at(place)) for place, line in enumerate(lines)]
    await hold(session, branch.subdistrict_id, {Need: [need.id for need in needs]})
    for place, need in enumerate(needs):
        if need in needs[:place]:
            raise UserError(ErrorCode.DUPLICATE, *_at(place))
        owner = await branch_of(session, need.subdistrict_id, need.branch_id)
        permit(answers_for(branch, owner), *_at(place))
        require(need, OPEN_NEED, *_at(place))
    return [(need, _quantity(need, wanted[place], place)) for place, need in enumerate(needs)]


async def _topic_id(
    session: AsyncSession, viewer: Viewer, branch: PartyBranch, topic_id: str | None, needs: Sequence[Need]
) -> UUID | None:
    """The topic named, which the branch must answer for, or else the one that all the needs have."""
    if topic_id is None:
        topics = {need.topic_id for need in needs}
        return topics.pop() if len(topics) == 1 else None
    topic = await find(session, viewer, Topic, topic_id, "topic_id")
    permit(answers_for(branch, await branch_of(session, topic.subdistrict_id, topic.branch_id)), "topic_id")
    return topic.id


def _quantity(need: Need, wanted: int | None, place: int) -> int:
    left = need.quantity - need.planned
    quantity = wanted or left
    if left == 0 or quantity > left:
        raise UserError(ErrorCode.EXCEEDS_REMAINING, "lines", place, "quantity", remaining=left, unit=need.unit)
    return quantity


def _line(project: Project, need: Need, quantity: int) -> NeedLine:
    return NeedLine(subdistrict_id=project.subdistrict_id, project_id=project.id, need_id=need.id, quantity=quantity)


def _at(place: int) -> tuple[str, int, str]:
    return "lines", place, "need_id"
