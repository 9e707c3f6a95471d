"""Resources: offer, edit, pause, resume, withdraw."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, TypedDict, Unpack

from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Community, Resource
from db.models.states import Category, ResourceForm, ResourceStatus
from db.viewer import Viewer

from . import checks
from .checks import clean, in_order
from .errors import ErrorCode, UserError
from .finding import find, find_if
from .lifecycle import OPEN_RESOURCE, change, move
from .parties import acting_partner
from .permissions import ADMINISTERING, GIVING, permit, speaks_for_partner


class Terms(TypedDict, total=False):
    """What a resource says; null clears what may be empty."""

    title: str | None
    description: str | None
    form: ResourceForm | None
    category: Category | None
    quantity: int | None
    unit: str | None
    exclusive: bool | None
    available_from: datetime | None
    available_until: datetime | None
    conditions: str | None
    community_id: str | None


TERMS = {
    "title": checks.line(checks.MAX_TITLE),
    "description": checks.prose(),
    "form": checks.anything,
    "category": checks.anything,
    "quantity": checks.quantity,
    "unit": checks.line(checks.MAX_UNIT),
    "exclusive": checks.anything,
    "available_from": checks.moment,
    "available_until": checks.future_moment,
    "conditions": checks.prose(),
    "community_id": checks.optional(checks.anything),
}
FINAL = ("unit", "exclusive")  # what a claim on the resource relies on


async def offer(session: AsyncSession, viewer: Viewer, **terms: Unpack[Terms]) -> Resource:
    """Offer a resource.

    May: liaisons and department officers, for their admitted partner; subdistrict administrators, for the
    subdistrict itself. Refused: WINDOW_OUT_OF_ORDER, IN_THE_PAST for availability that is over.
    """
    partner = None if viewer.role in ADMINISTERING else await acting_partner(session, viewer, GIVING)
    values = await _values(session, viewer, terms)
    in_order(values.get("available_from"), values.get("available_until"), "available_until")
    resource = Resource(
        subdistrict_id=viewer.subdistrict_id,
        partner_id=partner and partner.id,
        created_by=viewer.account_id,
        status=ResourceStatus.OFFERED,
        **values,
    )
    session.add(resource)
    return resource


async def edit(session: AsyncSession, viewer: Viewer, *, resource_id: str, **terms: Unpack[Terms]) -> Resource:
    """Change what a resource says; what is not named stays.

    May: who may offer for its owner. Refused: INVALID_STATE once it is over; BELOW_CLAIMED; TERMS_FINAL for another
    unit, another exclusiveness, or an availability that leaves out a claimed time.
    """
    resource = await _own(session, viewer, resource_id)
    values = await _values(session, viewer, terms)
    _keep_terms(resource, values)
    change(resource, values, only_in=(ResourceStatus.DRAFT, ResourceStatus.PAUSED, *OPEN_RESOURCE))
    in_order(resource.available_from, resource.available_until, "available_until")
    return resource


async def pause(session: AsyncSession, viewer: Viewer, *, resource_id: str, reason: str | None = None) -> Resource:
    """Take no new claims for now; those there are go on. May: who may offer for its owner. Refused: INVALID_STATE."""
    resource = await _own(session, viewer, resource_id)
    await move(session, resource, ResourceStatus.PAUSED, only_from=OPEN_RESOURCE, reason=reason)
    return resource


async def resume(session: AsyncSession, viewer: Viewer, *, resource_id: str) -> Resource:
    """Take claims again. May: who may offer for its owner, if still admitted. Refused: INVALID_STATE unless paused."""
    resource = await _own(session, viewer, resource_id)
    if resource.partner_id:
        await acting_partner(session, viewer, GIVING)
    await move(session, resource, ResourceStatus.OFFERED, only_from=(ResourceStatus.PAUSED,))
    return resource


async def withdraw(session: AsyncSession, viewer: Viewer, *, resource_id: str, reason: str | None = None) -> Resource:
    """Take a resource back. May: who may offer for its owner. Refused: IN_USE while claimed; INVALID_STATE."""
    resource = await _own(session, viewer, resource_id)
    if resource.claimed:
        raise UserError(ErrorCode.IN_USE, "id")
    free = (ResourceStatus.DRAFT, ResourceStatus.OFFERED, ResourceStatus.PAUSED)
    await move(session, resource, ResourceStatus.WITHDRAWN, only_from=free, reason=reason)
    return resource


async def _own(session: AsyncSession, viewer: Viewer, resource_id: str) -> Resource:
    """The resource, locked, if the viewer may offer for its owner."""
    resource = await find(session, viewer, Resource, resource_id, "id", lock=True)
    permit(speaks_for_partner(viewer, resource.partner_id, GIVING), "id")
    return resource


async def _values(session: AsyncSession, viewer: Viewer, terms: Terms) -> dict[str, Any]:  # Any: values of columns
    values = clean(TERMS, terms)
    community = await find_if(session, viewer, Community, values.get("community_id"), "community_id")
    return values | ({"community_id": community.id} if community else {})


def _keep_terms(resource: Resource, values: Mapping[str, Any]) -> None:  # Any: values of columns
    if not resource.claimed:
        return
    if values.get("quantity", resource.quantity) < resource.claimed:
        raise UserError(ErrorCode.BELOW_CLAIMED, "quantity", claimed=resource.claimed, unit=resource.unit)
    for name in FINAL:
        if values.get(name, getattr(resource, name)) != getattr(resource, name):
            raise UserError(ErrorCode.TERMS_FINAL, name)
