"""Partners: register, admit, reject, suspend, resume, edit."""

from collections.abc import Sequence
from typing import TypedDict, Unpack

from sqlalchemy import delete
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Community, PartnerUnit, ServiceArea
from db.models.states import PartnerKind, PartnerStatus
from db.viewer import Viewer

from . import checks
from .checks import clean
from .errors import ErrorCode, UserError, refusing
from .finding import find
from .lifecycle import change, move
from .permissions import ADMINISTERING, LIAISON, permit, speaks_for_partner

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
LISTED = tuple(status for status in PartnerStatus if status not in (PartnerStatus.EXITED, PartnerStatus.REJECTED))


async def register(session: AsyncSession, viewer: Viewer, **terms: Unpack[Terms]) -> PartnerUnit:
    """Enter the application of a unit; without communities it serves the whole subdistrict.

    May: subdistrict administrators. Refused: ALREADY_EXISTS for a name or credit code of the subdistrict.
    """
    permit(viewer.role in ADMINISTERING)
    values = clean(TERMS, terms)
    community_ids = values.pop("community_ids", None)
    partner = PartnerUnit(
        subdistrict_id=viewer.subdistrict_id, created_by=viewer.account_id, status=PartnerStatus.APPLIED, **values
    )
    session.add(partner)
    with refusing():
        await session.flush()
    await _serve(session, viewer, partner, community_ids)
    return partner


async def admit(session: AsyncSession, viewer: Viewer, *, partner_id: str) -> PartnerUnit:
    """Admit a unit that applied. May: subdistrict administrators. Refused: INVALID_STATE."""
    partner = await _administered(session, viewer, partner_id)
    await move(session, partner, PartnerStatus.ADMITTED, only_from=(PartnerStatus.APPLIED,))
    return partner


async def reject(session: AsyncSession, viewer: Viewer, *, partner_id: str, reason: str) -> PartnerUnit:
    """Turn an application down, with a reason. May: subdistrict administrators. Refused: INVALID_STATE, BLANK."""
    said = clean({"reason": checks.reason}, {"reason": reason})
    partner = await _administered(session, viewer, partner_id)
    await move(session, partner, PartnerStatus.REJECTED, only_from=(PartnerStatus.APPLIED,), **said)
    return partner


async def suspend(session: AsyncSession, viewer: Viewer, *, partner_id: str, reason: str) -> PartnerUnit:
    """Let a partner take on nothing new, with a reason; what it has accepted goes on.

    May: subdistrict administrators. Refused: INVALID_STATE, BLANK.
    """
    said = clean({"reason": checks.reason}, {"reason": reason})
    partner = await _administered(session, viewer, partner_id)
    await move(session, partner, PartnerStatus.SUSPENDED, only_from=(PartnerStatus.ADMITTED,), **said)
    return partner


async def resume(session: AsyncSession, viewer: Viewer, *, partner_id: str) -> PartnerUnit:
    """End a suspension. May: subdistrict administrators. Refused: INVALID_STATE."""
    partner = await _administered(session, viewer, partner_id)
    await move(session, partner, PartnerStatus.ADMITTED, only_from=(PartnerStatus.SUSPENDED,))
    return partner


async def edit(session: AsyncSession, viewer: Viewer, *, partner_id: str, **terms: Unpack[Terms]) -> PartnerUnit:
    """Change a partner's entry; what is not named stays, and communities named replace those it serves.

    May: subdistrict administrators; the partner's liaison, its introduction and liaison only. Refused: ALREADY_EXISTS;
    CAPACITY_EXCEEDED for a capacity below what it carries; INVALID_STATE once it has left or was rejected.
    """
    partner = await find(session, viewer, PartnerUnit, partner_id, "id", lock=True)
    if viewer.role not in ADMINISTERING:
        permit(speaks_for_partner(viewer, partner.id, LIAISON), "id")
        for name in terms:
            permit(name in OWN, name)
    values = clean(TERMS, terms)
    community_ids = values.pop("community_ids", None)
    if values.get("capacity", partner.capacity) < partner.carrying:
        raise UserError(ErrorCode.CAPACITY_EXCEEDED, "capacity", capacity=values["capacity"], carrying=partner.carrying)
    change(partner, values, only_in=LISTED)
    with refusing():
        await session.flush()
    await _serve(session, viewer, partner, community_ids)
    return partner


async def _administered(session: AsyncSession, viewer: Viewer, partner_id: str) -> PartnerUnit:
    """The partner, locked, if the viewer administers its subdistrict."""
    partner = await find(session, viewer, PartnerUnit, partner_id, "id", lock=True)
    permit(viewer.role in ADMINISTERING, "id")
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
