"""Claims in both directions: a partner claims needs, a branch claims a resource."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Required, TypedDict, Unpack
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Claim, Need, NeedLine, PartyBranch, Project, Resource
from db.models.states import ClaimDirection
from db.viewer import Viewer

from . import checks
from .checks import clean, clean_each
from .errors import ErrorCode, UserError
from .finding import find_if
from .parties import acting_branch, branch_of
from .permissions import GIVING, LEADING, answers_for, permit, speaks_for_branch
from .proposals import Deal, Proposal, propose


class Terms(TypedDict, total=False):
    """How much is claimed, and when it is used."""

    quantity: Required[int]
    resource_quantity: int | None
    starts_at: datetime | None
    ends_at: datetime | None


class Line(Terms, total=False):
    """What a partner claims of one need line, and which of its resources it will use."""

    need_line_id: Required[str]
    resource_id: str | None


TERMS = {
    "quantity": checks.quantity,
    "resource_quantity": checks.optional(checks.quantity),
    "starts_at": checks.moment,
    "ends_at": checks.future_moment,
}
LINE = TERMS | {"need_line_id": checks.anything, "resource_id": checks.optional(checks.anything)}
PLAN = {"plan": checks.prose()}


async def claim_project(
    session: AsyncSession,
    viewer: Viewer,
    *,
    lines: Sequence[Line],
    project_id: str | None = None,
    plan: str | None = None,
) -> list[Claim]:
    """Claim need lines of one project for the viewer's partner, all or none; the partner consents by it.

    May: liaisons and department officers of an admitted partner. Refused: as `propose`, and MISMATCH for lines of
    several projects or of another than the one named.
    """
    permit(viewer.role in GIVING)
    wanted = clean_each(LINE, lines, "lines")
    said = clean(PLAN, {"plan": plan})
    proposals = [await _proposal(session, viewer, line, "lines", place) for place, line in enumerate(wanted)]
    tenant = await _require_one_project(session, viewer, proposals, project_id)
    direction = ClaimDirection.PARTNER_CLAIMS_NEED
    return await propose(session, viewer, Deal(tenant, direction, viewer.partner_id, None, **said, proposals=proposals))


async def claim_resource(
    session: AsyncSession,
    viewer: Viewer,
    *,
    resource_id: str,
    need_id: str | None = None,
    need_line_id: str | None = None,
    branch_id: str | None = None,
    plan: str | None = None,
    **terms: Unpack[Terms],
) -> Claim:
    """Claim a partner's or the subdistrict's resource for a need, or for a need line of a project. The branch consents.

    May: the secretary of a grid, for its branch; community secretaries and subdistrict administrators, for the branch
    they name or else the one that leads the project or has the need. Refused: as `propose`; FORBIDDEN for a need
    that is not the branch's to take up; MISMATCH for a line of another need or a project of another branch.
    """
    permit(viewer.role in LEADING)
    wanted = clean(TERMS, terms) | {"resource_id": resource_id, "need_id": need_id, "need_line_id": need_line_id}
    said = clean(PLAN, {"plan": plan})
    proposal = await _proposal(session, viewer, wanted)
    branch = await _branch(session, viewer, proposal, branch_id)
    giver = proposal.resource.partner_id if proposal.resource else None
    direction = ClaimDirection.BRANCH_CLAIMS_RESOURCE
    deal = Deal(branch.subdistrict_id, direction, giver, branch.id, **said, proposals=[proposal])
    return (await propose(session, viewer, deal))[0]


async def _proposal(
    session: AsyncSession,
    viewer: Viewer,
    wanted: Mapping[str, Any],  # Any: checked values
    *field: str | int,
) -> Proposal:
    """The proposal of one line of the input, with the rows that it names."""
    need = await find_if(session, viewer, Need, wanted.get("need_id"), *field, "need_id")
    line = await find_if(session, viewer, NeedLine, wanted.get("need_line_id"), *field, "need_line_id")
    resource = await find_if(session, viewer, Resource, wanted.get("resource_id"), *field, "resource_id")
    if line and need and line.need_id != need.id:
        raise UserError(ErrorCode.MISMATCH, *field, "need_line_id")
    need_id = line.need_id if line else need.id if need else None
    if need_id is None:
        raise UserError(ErrorCode.REQUIRED, *field, "need_id")
    terms: dict[str, Any] = {name: wanted.get(name) for name in TERMS}
    return Proposal(need_id, line, resource, **terms, field=field)


async def _require_one_project(
    session: AsyncSession, viewer: Viewer, proposals: Sequence[Proposal], project_id: str | None
) -> UUID:
    """Refuse lines of several projects, or of another than the one named; return the subdistrict that it is in."""
    project = await find_if(session, viewer, Project, project_id, "project_id")
    lines = [proposal.line for proposal in proposals if proposal.line]
    for place, line in enumerate(lines):
        if line.project_id != lines[0].project_id:
            raise UserError(ErrorCode.MISMATCH, "lines", place, "need_line_id")
    if project and project.id != lines[0].project_id:
        raise UserError(ErrorCode.MISMATCH, "project_id")
    return lines[0].subdistrict_id


async def _branch(session: AsyncSession, viewer: Viewer, proposal: Proposal, branch_id: str | None) -> PartyBranch:
    """The claiming branch: named, or the viewer's, or the project's or the need's; it must answer for the need."""
    need = await session.get_one(Need, (viewer.subdistrict_id, proposal.need_id))
    owner = await branch_of(session, need.subdistrict_id, need.branch_id)
    if branch_id is None and viewer.branch_id is None:
        branch = await _lead(session, proposal.line) or owner
    else:
        branch = await acting_branch(session, viewer, branch_id, LEADING)
    if branch is None:
        raise UserError(ErrorCode.REQUIRED, "branch_id")
    permit(speaks_for_branch(viewer, branch, LEADING), "branch_id")
    permit(proposal.line is not None or answers_for(branch, owner), "need_id")
    return branch


async def _lead(session: AsyncSession, line: NeedLine | None) -> PartyBranch | None:
    """The branch that leads a line's project."""
    if line is None:
        return None
    project = await session.get_one(Project, (line.subdistrict_id, line.project_id))
    return await branch_of(session, line.subdistrict_id, project.branch_id)
