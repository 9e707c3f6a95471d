"""Proposing claims: lock every row that they touch, in the one order; count what is left; make them."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Claim, Need, NeedLine, PartnerUnit, PartyBranch, Project, Resource
from db.models.states import ClaimDirection, ClaimStatus
from db.viewer import Viewer

from .deadlines import consent_deadline, now
from .errors import ErrorCode, UserError, refusing
from .finding import hold
from .lifecycle import ADMITTED, OPEN_NEED, OPEN_PROJECT, OPEN_RESOURCE, require


@dataclass(frozen=True)
class Deal:
    """Between whom claims are proposed, by which side; without a partner the subdistrict itself gives."""

    direction: ClaimDirection
    partner: PartnerUnit | None
    branch: PartyBranch
    plan: str


@dataclass(frozen=True)
class Proposal:
    """What one claim would hold; `field` is where the input asks for it."""

    need: Need
    line: NeedLine | None
    resource: Resource | None
    quantity: int
    resource_quantity: int | None
    starts_at: datetime | None
    ends_at: datetime | None
    field: tuple[str | int, ...] = ()


@dataclass
class Ledger:
    """What the claims of one mutation take, besides what the rows say is claimed."""

    taken: Counter[UUID] = field(default_factory=Counter)

    def take(self, rows: Sequence[Need | NeedLine | Resource], quantity: int, unit: str, *field: str | int) -> None:
        """Take a quantity from all the rows at once; refuses EXCEEDS_REMAINING with what is left."""
        left = min(row.quantity - row.claimed - self.taken[row.id] for row in rows)
        if quantity > left:
            raise UserError(ErrorCode.EXCEEDS_REMAINING, *field, remaining=left, unit=unit)
        for row in rows:
            self.taken[row.id] += quantity


async def propose(session: AsyncSession, viewer: Viewer, deal: Deal, proposals: Sequence[Proposal]) -> list[Claim]:
    """Make all claims, with the consent of the viewer's side; the caller has checked that it speaks for that side.

    Refused: EXCEEDS_REMAINING, CAPACITY_EXCEEDED, OWN_NEED, INVALID_STATE, UNIT_MISMATCH, MISMATCH, WINDOW_...
    """
    await _hold(session, deal, proposals)
    if deal.partner is not None:
        _require_capacity(deal.partner, len(proposals))
    ledger = Ledger()
    claims = [_claim(viewer, deal, proposal, ledger) for proposal in proposals]
    for claim, proposal in zip(claims, proposals, strict=True):
        with refusing(*proposal.field):
            session.add(claim)
            await session.flush()
    return claims


async def _hold(session: AsyncSession, deal: Deal, proposals: Sequence[Proposal]) -> None:
    """Lock what the claims will change, and refuse what takes no claims now."""
    lines = [proposal.line for proposal in proposals if proposal.line]
    projects = {line.project_id for line in lines}
    await hold(
        session,
        deal.branch.subdistrict_id,
        {
            PartnerUnit: [deal.partner.id if deal.partner else None],
            Project: projects,
            Need: [proposal.need.id for proposal in proposals],
            NeedLine: [line.id for line in lines],
            Resource: [proposal.resource.id for proposal in proposals if proposal.resource],
        },
    )
    for project_id in projects:
        require(await session.get_one(Project, (deal.branch.subdistrict_id, project_id)), OPEN_PROJECT)
    for proposal in proposals:
        require(proposal.need, OPEN_NEED, *proposal.field)
        if proposal.resource:
            require(proposal.resource, OPEN_RESOURCE, *proposal.field, "resource_id")


def _require_capacity(partner: PartnerUnit, more: int) -> None:
    require(partner, ADMITTED)
    if partner.carrying + more > partner.capacity:
        raise UserError(ErrorCode.CAPACITY_EXCEEDED, capacity=partner.capacity, carrying=partner.carrying)


def _claim(viewer: Viewer, deal: Deal, proposal: Proposal, ledger: Ledger) -> Claim:
    need, line, resource = proposal.need, proposal.line, proposal.resource
    ledger.take([need, line] if line else [need], proposal.quantity, need.unit, *proposal.field, "quantity")
    resource_quantity = _resource_quantity(proposal)
    if resource and resource_quantity:
        ledger.take([resource], resource_quantity, resource.unit, *proposal.field, "resource_quantity")
    proposed = now()
    side = "partner" if deal.direction is ClaimDirection.PARTNER_CLAIMS_NEED else "branch"
    return Claim(
        subdistrict_id=need.subdistrict_id,
        direction=deal.direction,
        partner_id=deal.partner and deal.partner.id,
        branch_id=deal.branch.id,
        need_id=need.id,
        need_line_id=line and line.id,
        project_id=line and line.project_id,
        resource_id=resource and resource.id,
        quantity=proposal.quantity,
        resource_quantity=resource_quantity,
        plan=deal.plan,
        starts_at=proposal.starts_at,
        ends_at=proposal.ends_at,
        expires_at=consent_deadline(proposed),
        status=ClaimStatus.PROPOSED,
        created_by=viewer.account_id,
        **{f"{side}_consent_by": viewer.account_id, f"{side}_consent_at": proposed},
    )


def _resource_quantity(proposal: Proposal) -> int | None:
    """How much of the resource: as stated, or as much as of the need when both are counted in the same unit."""
    if proposal.resource is None:
        if proposal.resource_quantity is not None:
            raise UserError(ErrorCode.REQUIRED, *proposal.field, "resource_id")
        return None
    if proposal.resource_quantity is None and proposal.resource.unit != proposal.need.unit:
        raise UserError(ErrorCode.UNIT_MISMATCH, *proposal.field, "resource_quantity")
    return proposal.resource_quantity or proposal.quantity
