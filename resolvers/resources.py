"""Resources: offer, edit, publish, pause, resume, withdraw."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, TypedDict, Unpack

from sqlalchemy.ext.asyncio import AsyncSession

from db.machines import needs as machine
from db.models import Community, Grid, Resource
from db.models.handling import DeadlineKind
from db.models.states import Category, ResourceForm, ResourceStatus
from db.viewer import Viewer

from . import checks
from .acting import begin, moving, start
from .checks import clean, in_order
from .deadlines import restart
from .errors import ErrorCode, UserError
from .finding import find_if
from .indexing import SAYING, index_text
from .lifecycle import put
from .parties import acting_partner
from .permissions import ADMINISTERING, GIVING
from .subcategories import chosen


class Terms(TypedDict, total=False):
    """What a resource says; null clears what may be empty."""

    title: str | None
    description: str | None
    form: ResourceForm | None
    category: Category | None
    subcategory_id: str | None
    quantity: int | None
    unit: str | None
    exclusive: bool | None
    available_from: datetime | None
    available_until: datetime | None
    conditions: str | None
    community_id: str | None
    grid_id: str | None


TERMS = {
    "title": checks.line(checks.MAX_TITLE),
    "description": checks.prose(),
    "form": checks.anything,
    "category": checks.anything,
    "subcategory_id": checks.optional(checks.anything),
    "quantity": checks.quantity,
    "unit": checks.line(checks.MAX_UNIT),
    "exclusive": checks.anything,
    "available_from": checks.moment,
    "available_until": checks.future_moment,
    "conditions": checks.prose(),
    "community_id": checks.optional(checks.anything),
    "grid_id": checks.optional(checks.anything),
}
FINAL = ("unit", "exclusive")  # what a claim on the resource relies on


async def offer(session: AsyncSession, viewer: Viewer, *, draft: bool = False, **terms: Unpack[Terms]) -> Resource:
    """Offer a resource, or keep it as a draft.

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
        status=ResourceStatus.DRAFT if draft else ResourceStatus.OFFERED,
        **values,
    )
    await start(session, resource)
    await index_text(session, resource)
    return resource


async def edit(session: AsyncSession, viewer: Viewer, *, resource_id: str, **terms: Unpack[Terms]) -> Resource:
    """Change what a resource says; what is not named stays.

    May: who may offer for its owner. Refused: INVALID_STATE once it is over; BELOW_CLAIMED; TERMS_FINAL for another
    unit, another exclusiveness, or an availability that leaves out a claimed time.
    """
    resource = await begin(session, viewer, machine.EDIT_RESOURCE, Resource, resource_id)
    values = await _values(session, viewer, terms, resource)
    _keep_terms(resource, values)
    put(resource, values)
    if SAYING & values.keys():
        await index_text(session, resource)
    in_order(resource.available_from, resource.available_until, "available_until")
    if "available_until" in values:
        await restart(session, resource, DeadlineKind.EXPIRE_RESOURCE)
    return resource


publish = moving(machine.PUBLISH_RESOURCE, "resource")
pause = moving(machine.PAUSE, "resource", reason=checks.prose())
resume = moving(machine.RESUME, "resource")
withdraw = moving(machine.WITHDRAW_RESOURCE, "resource", reason=checks.prose())


async def _values(
    session: AsyncSession, viewer: Viewer, terms: Terms, before: Resource | None = None
) -> dict[str, Any]:  # Any: values of columns
    values = await chosen(session, viewer, clean(TERMS, terms), before)
    community = await find_if(session, viewer, Community, values.get("community_id"), "community_id")
    grid = await find_if(session, viewer, Grid, values.get("grid_id"), "grid_id")
    if community and grid and grid.community_id != community.id:
        raise UserError(ErrorCode.MISMATCH, "grid_id")
    if grid:
        return values | {"grid_id": grid.id, "community_id": grid.community_id}
    moved = {"grid_id": None} if "community_id" in values else {}
    return values | moved | ({"community_id": community.id} if community else {})


def _keep_terms(resource: Resource, values: Mapping[str, Any]) -> None:  # Any: values of columns
    if not resource.claimed:
        return
    if values.get("quantity", resource.quantity) < resource.claimed:
        raise UserError(ErrorCode.BELOW_CLAIMED, "quantity", claimed=resource.claimed, unit=resource.unit)
    for name in FINAL:
        if values.get(name, getattr(resource, name)) != getattr(resource, name):
            raise UserError(ErrorCode.TERMS_FINAL, name)
