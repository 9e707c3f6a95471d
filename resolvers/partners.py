"""Partners: register, admit, reject, suspend, resume, release, edit."""

from collections.abc import Sequence
from typing import TypedDict, Unpack

from sqlalchemy import delete
from sqlalchemy.ext.asyncio import AsyncSession

from db.machines import partners as machine
from db.models import Community, PartnerUnit, ServiceArea
from db.models.states import PartnerKind, PartnerStatus
from db.viewer import Viewer

from . import checks
from .acting import begin, moving, permit_start, start
from .checks import clean
from .errors import ErrorCode, UserError, refusing
from .finding import find
from .lifecycle import put
from .permissions import ADMINISTERING, permit

MAX_CAPACITY = 1000  # more claims at once than any unit could carry


class Terms(TypedDict, total=False):
    """What a partner's entry says; null clears what may be empty."""

    name: str | None
    kind: PartnerKind | None
    credit_code: str | None
    capacity: int | None
    introduction: str | None
    liaison_name: str | None
    liaison_phone: str | None
    community_ids: Sequence[str] | None


TERMS = {
    "name": checks.line(checks.MAX_NAME),
    "kind": checks.anything,
    "credit_code": checks.credit_code,
    "capacity": checks.whole(1, MAX_CAPACITY),
    "introduction": checks.prose(),
    "liaison_name": checks.note(checks.MAX_NAME),
    "liaison_phone": checks.phone,
    "community_ids": checks.anything._replace(nullable=True, cleared=()),
}
OWN = ("introduction", "liaison_name", "liaison_phone")  # what a partner edits itself


async def register(session: AsyncSession, viewer: Viewer, **terms: Unpack[Terms]) -> PartnerUnit:
    """Enter the application of a unit; without communities it serves the whole subdistrict.

    May: subdistrict administrators. Refused: ALREADY_EXISTS for a name or credit code of the subdistrict.
    """
    permit_start(viewer, machine.REGISTER)
    values = clean(TERMS, terms)
    community_ids = values.pop("community_ids", None)
    partner = PartnerUnit(
        subdistrict_id=viewer.subdistrict_id, created_by=viewer.account_id, status=PartnerStatus.APPLIED, **values
    )
    with refusing():
        await start(session, partner)
    await _serve(session, viewer, partner, community_ids)
    return partner


admit = moving(machine.ADMIT, "partner")
reject = moving(machine.REJECT, "partner", reason=checks.reason)
suspend = moving(machine.SUSPEND, "partner", reason=checks.reason)
resume = moving(machine.RESUME, "partner")
release = moving(machine.RELEASE, "partner", reason=checks.reason)


async def edit(session: AsyncSession, viewer: Viewer, *, partner_id: str, **terms: Unpack[Terms]) -> PartnerUnit:
    """Change a partner's entry; what is not named stays, and communities named replace those it serves.

    May: subdistrict administrators; the partner's liaison, its introduction and liaison only. Refused: ALREADY_EXISTS;
    CAPACITY_EXCEEDED for a capacity below what it carries; INVALID_STATE once it has left or was rejected.
    """
    partner = await begin(session, viewer, machine.EDIT, PartnerUnit, partner_id)
    if viewer.role not in ADMINISTERING:
        for name in terms:
            permit(name in OWN, name)
    values = clean(TERMS, terms)
    community_ids = values.pop("community_ids", None)
    if values.get("capacity", partner.capacity) < partner.carrying:
        raise UserError(ErrorCode.CAPACITY_EXCEEDED, "capacity", capacity=values["capacity"], carrying=partner.carrying)
    put(partner, values)
    with refusing():
        await session.flush()
    await _serve(session, viewer, partner, community_ids)
    return partner


async def _serve(
    session: AsyncSession, viewer: Viewer, partner: PartnerUnit, community_ids: Sequence[str] | None
) -> None:
    """Replace the communities that a partner serves, unless the input says nothing of them."""
    if community_ids is None:
        return
    if len(community_ids) > checks.MAX_ITEMS:
        raise UserError(ErrorCode.TOO_MANY, "community_ids", limit=checks.MAX_ITEMS)
    rows = [await find(session, viewer, Community, id_, "community_ids", i) for i, id_ in enumerate(community_ids)]
    key = {"subdistrict_id": partner.subdistrict_id, "partner_id": partner.id}
    await session.execute(delete(ServiceArea).filter_by(**key))
    session.add_all(ServiceArea(**key, community_id=id_) for id_ in {row.id for row in rows})
