"""States that others than an object's own actions ask for: what may be claimed, planned, joined."""

from collections.abc import Collection, Mapping
from typing import Any

from db.machines import needs, projects
from db.models import Alliance, Base, Need, PartnerUnit, Project, Resource, Topic
from db.models.states import PartnerStatus

from .errors import ErrorCode, UserError

OPEN_NEED, OPEN_RESOURCE, OPEN_PROJECT = needs.OPEN_NEED, needs.OPEN_RESOURCE, projects.OPEN
ADMITTED = (PartnerStatus.ADMITTED,)


def require(
    row: Need | Resource | Project | PartnerUnit | Topic | Alliance, allowed: Collection[str], *field: str | int
) -> None:
    """Refuse with INVALID_STATE, naming the state, an object that is in none of the allowed ones."""
    if row.status not in allowed:
        raise UserError(ErrorCode.INVALID_STATE, *field, status=row.status)


def put(row: Base, values: Mapping[str, Any]) -> None:  # Any: columns' values
    """Put new values into an object."""
    for name, value in values.items():
        setattr(row, name, value)
