"""Proposing claims: lock every row that they touch, in the one order; count what is left; make them."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Base, Claim, Need, NeedLine, PartnerUnit, Project, Resource
from db.models.states import ClaimDirection, ClaimStatus
from db.viewer import Viewer

from .acting import start
from .errors import ErrorCode, UserError, refusing
from .finding import Held, hold
from .lifecycle import ADMITTED, OPEN_NEED, OPEN_PROJECT, OPEN_RESOURCE, require
from .moments import now

# Which side consents by beginning a claim in that direction.
PROPOSERS = {ClaimDirection.PARTNER_CLAIMS_NEED: "partner", ClaimDirection.BRANCH_CLAIMS_RESOURCE: "branch"}


@dataclass(frozen=True)
class Proposal:
    """What one claim would hold, by ids until its rows are locked; `field` is where the input asks for it."""

    need_id: UUID
    line: NeedLine | None
    resource: Resource | None
    quantity: int
    resource_quantity: int | None
    starts_at: datetime | None
    ends_at: datetime | None
    field: tuple[str | int, ...] = ()


@dataclass(frozen=True)
class Deal:
    """Claims proposed together in one subdistrict, by which side (or a plan), and between whom.

    Without a partner the subdistrict itself gives; without a branch the one that leads the lines' project receives.
    `field` is where the input names them together.
    """

    subdistrict_id: UUID
    direction: ClaimDirection
    partner_id: UUID | None
    branch_id: UUID | None
    plan: str
    proposals: Sequence[Proposal]
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

    def burden(self, partner: PartnerUnit, claims: int, *field: str | int) -> None:
        """Let a partner carry so many claims more; refuses INVALID_STATE unless admitted, CAPACITY_EXCEEDED."""
        require(partner, ADMITTED, *field)
        carrying = partner.carrying + self.taken[partner.id]
        if carrying + claims > partner.capacity:
            raise UserError(ErrorCode.CAPACITY_EXCEEDED, *field, capacity=partner.capacity, carrying=carrying)
        self.taken[partner.id] += claims


async def propose(session: AsyncSession, viewer: Viewer, *deals: Deal) -> list[Claim]:
    """Make all claims of deals in one subdistrict, or none; the caller has checked that the viewer may begin them.

    The side that begins consents by it; to what a plan proposes neither side has consented yet. Refused:
    EXCEEDS_REMAINING, CAPACITY_EXCEEDED, OWN_NEED, INVALID_STATE, UNIT_MISMATCH, MISMATCH, WINDOW_...
    """
    held, ledger = await _hold(session, deals), Ledger()
    every = [(deal, proposal) for deal in deals for proposal in deal.proposals]
    for deal in deals:
        if deal.partner_id is not None:
            ledger.burden(held.one(PartnerUnit, deal.partner_id), len(deal.proposals), *deal.field)
    for _, proposal in every:
        _require_open(held, proposal)
    claims = [_claim(viewer, deal, proposal, held, ledger) for deal, proposal in every]
    for claim, (_, proposal) in zip(claims, every, strict=True):
        with refusing(*proposal.field):
            await start(session, claim)
    return claims


async def _hold(session: AsyncSession, deals: Sequence[Deal]) -> Held:
    """Lock what the claims will change."""
    proposals = [proposal for deal in deals for proposal in deal.proposals]
    lines = [proposal.line for proposal in proposals if proposal.line]
    wanted: dict[type[Base], list[UUID | None]] = {
        PartnerUnit: [deal.partner_id for deal in deals],
        Project: [line.project_id for line in lines],
        Need: [proposal.need_id for proposal in proposals],
        NeedLine: [line.id for line in lines],
        Resource: [proposal.resource.id for proposal in proposals if proposal.resource],
    }
    return await hold(session, deals[0].subdistrict_id, wanted)


def _require_open(held: Held, proposal: Proposal) -> None:
    """Refuse what takes no claims now."""
    if proposal.line:
        require(held.one(Project, proposal.line.project_id), OPEN_PROJECT)
    require(held.one(Need, proposal.need_id), OPEN_NEED, *proposal.field)
    if proposal.resource:
        require(proposal.resource, OPEN_RESOURCE, *proposal.field, "resource_id")


def _claim(viewer: Viewer, deal: Deal, proposal: Proposal, held: Held, ledger: Ledger) -> Claim:
    need, line, resource = held.one(Need, proposal.need_id), proposal.line, proposal.resource
    ledger.take([need, line] if line else [need], proposal.quantity, need.unit, *proposal.field, "quantity")
    resource_quantity = _resource_quantity(proposal, need.unit)
    if resource and resource_quantity:
        ledger.take([resource], resource_quantity, resource.unit, *proposal.field, "resource_quantity")
    return Claim(
        subdistrict_id=deal.subdistrict_id,
        direction=deal.direction,
        partner_id=deal.partner_id,
        branch_id=deal.branch_id or (held.one(Project, line.project_id).branch_id if line else None),
        need_id=need.id,
        need_line_id=line and line.id,
        project_id=line and line.project_id,
        resource_id=resource and resource.id,
        quantity=proposal.quantity,
        resource_quantity=resource_quantity,
        plan=deal.plan,
        starts_at=proposal.starts_at,
        ends_at=proposal.ends_at,
        status=ClaimStatus.PROPOSED,
        created_by=viewer.account_id,
        **_consent(viewer, deal.direction),
    )


def _consent(viewer: Viewer, direction: ClaimDirection) -> dict[str, Any]:  # Any: columns' values
    side = PROPOSERS.get(direction)
    return {f"{side}_consent_by": viewer.account_id, f"{side}_consent_at": now()} if side else {}


def _resource_quantity(proposal: Proposal, unit: str) -> int | None:
    """How much of the resource: as stated, or as much as of the need when both are counted in the same unit."""
    if proposal.resource is None:
        if proposal.resource_quantity is not None:
            raise UserError(ErrorCode.REQUIRED, *proposal.field, "resource_id")
        return None
    if proposal.resource_quantity is None and proposal.resource.unit != unit:
        raise UserError(ErrorCode.UNIT_MISMATCH, *proposal.field, "resource_quantity")
    return proposal.resource_quantity or proposal.quantity
