"""Adopting lines of a matching plan: each becomes a claim to which both sides still have to agree."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.ext.asyncio import AsyncSession

from db.machines import claims as machine
from db.models import Claim, MatchingPlan, Need, PartyBranch, PlanLine, Resource
from db.models.states import BranchLevel, ClaimDirection
from db.viewer import Viewer

from .acting import permit_start
from .errors import ErrorCode, UserError
from .finding import find, hold
from .moments import now
from .proposals import Deal, Proposal, propose

MAX_LINES = 200  # of one adoption: takes some 1.5 s, half as long as others wait for the partners that it locks


async def adopt(
    session: AsyncSession, viewer: Viewer, *, plan_id: str, line_ids: Sequence[str] | None = None
) -> list[Claim]:
    """Turn lines of a plan into proposed claims, all or none; without `line_ids` all that are not adopted yet.

    May: administrators of the subdistrict. Refused: NOT_FOUND; REQUIRED when there is nothing to adopt; TOO_MANY;
    DUPLICATE; MISMATCH for a line of another plan; TERMS_FINAL for one that is adopted already; IN_THE_PAST for one
    whose window is over; and, at the place of the line that no longer fits, what `propose` refuses.
    """
    permit_start(viewer, machine.ADOPT_PLAN)
    plan = await find(session, viewer, MatchingPlan, plan_id, "plan_id")
    lines = await _lines(session, viewer, plan, line_ids)
    committee = await session.scalar(_committee(plan.subdistrict_id))
    deals = [await _deal(session, line, committee, place) for place, line in enumerate(lines)]
    try:
        claims = await propose(session, viewer, *deals)
    except UserError as error:  # a line is named by its id alone: its quantity and resource are none of the input
        raise UserError(error.code, *error.field[:2], **error.params) from error
    for line, claim in zip(lines, claims, strict=True):
        line.claim_id = claim.id
    await session.flush()
    return claims


async def _lines(
    session: AsyncSession, viewer: Viewer, plan: MatchingPlan, line_ids: Sequence[str] | None
) -> list[PlanLine]:
    """The lines to be adopted, locked, in the order of the input or, without one, of the plan."""
    asked = await _open(session, plan) if line_ids is None else await _named(session, viewer, plan, line_ids)
    if not asked:
        raise UserError(ErrorCode.REQUIRED, "line_ids")
    if len(asked) > MAX_LINES:
        raise UserError(ErrorCode.TOO_MANY, "line_ids", limit=MAX_LINES)
    held = await hold(session, plan.subdistrict_id, {PlanLine: asked})
    lines = [held.one(PlanLine, id_) for id_ in asked]
    for place, line in enumerate(lines):
        if line.claim_id is not None:
            raise UserError(ErrorCode.TERMS_FINAL, "line_ids", place)
        if line.ends_at is not None and line.ends_at <= now():
            raise UserError(ErrorCode.IN_THE_PAST, "line_ids", place)
    return lines


async def _open(session: AsyncSession, plan: MatchingPlan) -> list[UUID]:
    of_plan = (PlanLine.subdistrict_id == plan.subdistrict_id, PlanLine.plan_id == plan.id)
    statement = select(PlanLine.id).where(*of_plan, PlanLine.claim_id.is_(None)).order_by(PlanLine.id)
    return [*await session.scalars(statement)]


async def _named(session: AsyncSession, viewer: Viewer, plan: MatchingPlan, line_ids: Sequence[str]) -> list[UUID]:
    if len(line_ids) > MAX_LINES:
        raise UserError(ErrorCode.TOO_MANY, "line_ids", limit=MAX_LINES)
    found: list[UUID] = []
    for place, text in enumerate(line_ids):
        line = await find(session, viewer, PlanLine, text, "line_ids", place)
        if line.plan_id != plan.id:
            raise UserError(ErrorCode.MISMATCH, "line_ids", place)
        if line.id in found:
            raise UserError(ErrorCode.DUPLICATE, "line_ids", place)
        found.append(line.id)
    return found


def _committee(subdistrict_id: UUID) -> Select[UUID]:
    """The working committee, which serves partners in the subdistrict's name."""
    here = (PartyBranch.subdistrict_id == subdistrict_id, PartyBranch.level == BranchLevel.SUBDISTRICT)
    return select(PartyBranch.id).where(*here).order_by(PartyBranch.id).limit(1)


async def _deal(session: AsyncSession, line: PlanLine, committee: UUID | None, place: int) -> Deal:
    """The claim of one line: for the branch that has the need, or for the committee where a partner has it."""
    field = ("line_ids", place)
    need = await session.get_one(Need, (line.subdistrict_id, line.need_id))
    resource = await session.get_one(Resource, (line.subdistrict_id, line.resource_id))
    branch = need.branch_id or committee
    if branch is None:
        raise UserError(ErrorCode.REQUIRED, *field)
    window = line.starts_at, line.ends_at
    proposal = Proposal(need.id, None, resource, line.quantity, line.resource_quantity, *window, field)
    direction = ClaimDirection.PLAN_PROPOSES_BOTH
    return Deal(line.subdistrict_id, direction, line.partner_id, branch, line.because, [proposal], field)
