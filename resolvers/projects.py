"""Projects: open from needs, edit, withdraw."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import NotRequired, TypedDict, Unpack

from sqlalchemy import exists, select
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Claim, Need, NeedLine, PartyBranch, Project
from db.models.states import ClaimStatus, ProjectStatus
from db.viewer import Viewer

from . import checks
from .checks import clean, clean_each
from .errors import ErrorCode, UserError, refusing
from .finding import find, hold
from .lifecycle import OPEN_NEED, OPEN_PROJECT, change, move, require
from .parties import acting_branch, branch_of
from .permissions import LEADING, answers_for, permit, speaks_for_branch

# Claims that are still to be worked off: a project does not end over them, and a confirmed one is no hindrance.
BURDENING = (ClaimStatus.PROPOSED, ClaimStatus.ACCEPTED, ClaimStatus.ACTIVE, ClaimStatus.DELIVERED)


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
    **terms: Unpack[Terms],
) -> Project:
    """Open a project of a lead branch from one or more needs: its own, those of branches below it, or partners'.

    May: the secretary of a grid, for its branch; community secretaries and subdistrict administrators, for a branch
    of their area that they name. Refused: EXCEEDS_REMAINING; INVALID_STATE of a need; FORBIDDEN for another's need.
    """
    branch = await acting_branch(session, viewer, branch_id, LEADING)
    values = clean(TERMS, terms)
    planned = await _plan(session, viewer, branch, lines)
    project = Project(
        subdistrict_id=branch.subdistrict_id,
        branch_id=branch.id,
        community_id=branch.community_id,
        grid_id=branch.grid_id,
        created_by=viewer.account_id,
        status=ProjectStatus.PLANNED,
        **values,
    )
    session.add(project)
    await session.flush()
    for place, (need, quantity) in enumerate(planned):
        with refusing("lines", place):
            session.add(_line(project, need, quantity))
            await session.flush()
    return project


async def edit(session: AsyncSession, viewer: Viewer, *, project_id: str, **terms: Unpack[Terms]) -> Project:
    """Change what a project says; what is not named stays.

    May: who may open one for its branch. Refused: INVALID_STATE once it is delivered or over.
    """
    project = await _own(session, viewer, project_id)
    change(project, clean(TERMS, terms), only_in=(*OPEN_PROJECT, ProjectStatus.PAUSED))
    return project


async def withdraw(session: AsyncSession, viewer: Viewer, *, project_id: str, reason: str | None = None) -> Project:
    """End a project before its time: its needs may be planned anew.

    May: who may open one for its branch. Refused: IN_USE while claims are to be worked off; INVALID_STATE.
    """
    project = await _own(session, viewer, project_id)
    claims = exists().where(
        Claim.subdistrict_id == project.subdistrict_id, Claim.project_id == project.id, Claim.status.in_(BURDENING)
    )
    if await session.scalar(select(claims)):
        raise UserError(ErrorCode.IN_USE, "id")
    await move(session, project, ProjectStatus.TERMINATED, only_from=OPEN_PROJECT, reason=reason)
    return project


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


async def _own(session: AsyncSession, viewer: Viewer, project_id: str) -> Project:
    """The project, locked, if the viewer leads its branch."""
    project = await find(session, viewer, Project, project_id, "id", lock=True)
    branch = await session.get_one(PartyBranch, (project.subdistrict_id, project.branch_id))
    permit(speaks_for_branch(viewer, branch, LEADING), "id")
    return project
