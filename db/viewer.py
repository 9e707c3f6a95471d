"""Who is asking: the facts about an account that scopes and rules are made of."""

from dataclasses import dataclass
from uuid import UUID

from .models.states import Role

IN_BRANCH = (Role.GRID_WORKER, Role.GRID_SECRETARY, Role.GRID_INSTRUCTOR)
IN_PARTNER = (Role.PARTNER_LIAISON, Role.DEPARTMENT_OFFICER)
BY_PREFIX = (Role.REGION_ADMIN, Role.AUDITOR)


@dataclass(frozen=True, slots=True)
class Viewer:
    """A signed-in account, or nobody (`role` is None). `code_prefix` begins the codes of the subdistricts it sees.

    All this holds for the `epoch` of the account; its next begins when any of it changes.
    """

    role: Role | None = None
    account_id: UUID | None = None
    subdistrict_id: UUID | None = None
    community_id: UUID | None = None
    branch_id: UUID | None = None
    partner_id: UUID | None = None
    code_prefix: str | None = None
    epoch: int = 0


ANONYMOUS = Viewer()
