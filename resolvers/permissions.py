"""Who may do what to things that they can see: roles, and the party that they speak for."""

from uuid import UUID

from db.machines import actors
from db.models import PartyBranch
from db.models.states import BranchLevel, Role
from db.viewer import Viewer

from .errors import ErrorCode, UserError

# Who speaks for a branch: to post its needs, and to open projects, claim and consent.
POSTING, LEADING = actors.POSTERS, actors.LEADERS
# Who speaks for a partner: to claim, consent and offer, and to post its needs and edit its entry.
GIVING, LIAISON = actors.PARTNERS, actors.LIAISONS
# Who runs the subdistrict's register of partners, and gives what is the subdistrict's own.
ADMINISTERING = actors.ADMINISTRATORS

Roles = frozenset[Role]


def permit(allowed: bool, *field: str | int) -> None:
    """Refuse with FORBIDDEN what is not allowed."""
    if not allowed:
        raise UserError(ErrorCode.FORBIDDEN, *field)


def speaks_for_branch(viewer: Viewer, branch: PartyBranch, roles: Roles) -> bool:
    """Tell whether the viewer has one of the roles, and the branch is its own, of its community, or anyone's to it."""
    if viewer.role not in roles or branch.subdistrict_id != viewer.subdistrict_id:
        return False
    if viewer.role is Role.SUBDISTRICT_ADMIN:
        return True
    if viewer.role is Role.COMMUNITY_SECRETARY:
        return branch.community_id == viewer.community_id
    return branch.id == viewer.branch_id


def speaks_for_partner(viewer: Viewer, partner_id: UUID | None, roles: Roles) -> bool:
    """Tell whether the viewer has one of the roles in the partner or, for the subdistrict itself (None), runs it."""
    if partner_id is None:
        return viewer.role in ADMINISTERING
    return viewer.role in roles and viewer.partner_id == partner_id


def answers_for(branch: PartyBranch, owner: PartyBranch | None) -> bool:
    """Tell whether a branch may take up needs of `owner`: of any partner (None), of itself, or of a branch below it."""
    if owner is None or owner.id == branch.id or branch.level is BranchLevel.SUBDISTRICT:
        return True
    if branch.level is BranchLevel.COMMUNITY:
        return owner.community_id == branch.community_id
    return branch.level is BranchLevel.GRID and owner.grid_id == branch.grid_id
