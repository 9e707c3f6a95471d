"""Changes of state: asked for here, held and logged by the database."""

from collections.abc import Collection, Mapping
from enum import StrEnum
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Claim, Need, PartnerUnit, Project, Resource
from db.models.states import NeedStatus, PartnerStatus, ProjectStatus, ResourceStatus

from .checks import clean, prose
from .errors import ErrorCode, UserError

OPEN_NEED = (NeedStatus.POSTED, NeedStatus.PARTLY_CLAIMED, NeedStatus.FULLY_CLAIMED)
OPEN_RESOURCE = (ResourceStatus.OFFERED, ResourceStatus.PARTLY_CLAIMED, ResourceStatus.FULLY_CLAIMED)
OPEN_PROJECT = (ProjectStatus.PLANNED, ProjectStatus.APPROVED, ProjectStatus.RUNNING)
ADMITTED = (PartnerStatus.ADMITTED,)

Stateful = Need | Resource | Project | Claim | PartnerUnit


def require(row: Stateful, allowed: Collection[StrEnum], *field: str | int) -> None:
    """Refuse with INVALID_STATE, naming the state, an object that is in none of the allowed ones."""
    if row.status not in allowed:
        raise UserError(ErrorCode.INVALID_STATE, *field, status=row.status)


def change(row: Stateful, values: Mapping[str, Any], *, only_in: Collection[StrEnum]) -> None:  # Any: columns' values
    """Put new values into an object; refuses as `require`."""
    require(row, only_in, "id")
    for name, value in values.items():
        setattr(row, name, value)


async def move(
    session: AsyncSession,
    row: Stateful,
    status: StrEnum,
    *,
    only_from: Collection[StrEnum],
    reason: str | None = None,
) -> None:
    """Put an object into another state, for a reason that its transition will show; refuses as `require`."""
    require(row, only_from, "id")
    said = clean({"reason": prose()}, {"reason": reason})["reason"]
    if said:
        await session.execute(select(func.set_config("red_partners.reason", said, True)))
    row.status = status  # type: ignore[assignment]  # of the row's own kind, as the callers pair them
