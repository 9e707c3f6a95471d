"""States that others than an object's own actions ask for: what may be claimed, planned, joined."""

from collections.abc import Collection, Mapping
from enum import StrEnum
from typing import Any

from db.models import Alliance, Base, Need, PartnerUnit, Project, Resource, Topic
from db.models.states import NeedStatus, PartnerStatus, ProjectStatus, ResourceStatus

from .errors import ErrorCode, UserError

OPEN_NEED = (NeedStatus.POSTED, NeedStatus.PARTLY_CLAIMED, NeedStatus.FULLY_CLAIMED)
OPEN_RESOURCE = (ResourceStatus.OFFERED, ResourceStatus.PARTLY_CLAIMED, ResourceStatus.FULLY_CLAIMED)
OPEN_PROJECT = (ProjectStatus.PLANNED, ProjectStatus.APPROVED, ProjectStatus.RUNNING)
ADMITTED = (PartnerStatus.ADMITTED,)


def require(
    row: Need | Resource | Project | PartnerUnit | Topic | Alliance, allowed: Collection[StrEnum], *field: str | int
) -> None:
    """Refuse with INVALID_STATE, naming the state, an object that is in none of the allowed ones."""
    if row.status not in allowed:
        raise UserError(ErrorCode.INVALID_STATE, *field, status=row.status)


def put(row: Base, values: Mapping[str, Any]) -> None:  # Any: columns' values
    """Put new values into an object."""
    for name, value in values.items():
        setattr(row, name, value)
