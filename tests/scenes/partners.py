"""Partners, alliances and memberships in every state."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from make import id_of, make_account, make_alliance, make_membership

from db.models import Account, Membership, PartnerUnit
from db.models.states import Role
from db.viewer import IN_PARTNER

from .scene import Scene, lead, shown
from .town import PLENTY, Person, Town

UNIT_BEFORE = {"ADMITTED": "APPLIED", "REJECTED": "APPLIED", "SUSPENDED": "ADMITTED", "EXITED": "ADMITTED"}
APPLIED, INVITED = "by application", "by invitation"
MEMBER_BEFORE = {"JOINED": "INVITED", "DECLINED": "INVITED", "LEFT": "JOINED", "ENDED": "JOINED"}


async def partner_unit(town: Town, state: str, variant: str) -> Scene:
    """A partner with people of its own, who were there before it came into its state."""
    row = await make_unit(town, "APPLIED")
    people = await staff(town, row)
    await lead(town, row, state, UNIT_BEFORE)
    await shown(town, row)
    return Scene(row, cast=people)


async def make_unit(town: Town, state: str) -> PartnerUnit:
    """A department in a state."""
    name = f"示例部门 {datetime.now(UTC).timestamp()}"
    ids = {"subdistrict_id": town.branch.subdistrict_id, "name": name, "kind": "DEPARTMENT", "capacity": PLENTY}
    row = PartnerUnit(**ids, status="APPLIED")
    town.session.add(row)
    await lead(town, row, state, UNIT_BEFORE)
    await shown(town, row)
    return row


async def staff(town: Town, row: PartnerUnit) -> dict[Person, Account]:
    """Liaison and officer of a partner, in the place of ours."""
    return {Person(role): await make_account(town.session, role, row) for role in IN_PARTNER}


async def alliance(town: Town, state: str, variant: str) -> Scene:
    """An alliance without members."""
    row = await make_alliance(town.session, town.network.subdistrict, branch_id=town.branch.id)
    await lead(town, row, state, {"DISSOLVED": "ACTIVE"})
    await shown(town, row)
    return Scene(row, named={"partner": id_of(town.partner)})


async def membership(town: Town, state: str, variant: str) -> Scene:
    """The membership of our partner in an alliance of our branch, begun by an invitation."""
    of = await make_alliance(town.session, town.network.subdistrict, branch_id=town.branch.id)
    first = "APPLIED" if state == "APPLIED" else "INVITED"
    side, by = ("partner", Role.PARTNER_LIAISON) if state == "APPLIED" else ("alliance", Role.GRID_SECRETARY)
    row = await make_membership(town.session, of, town.partner, status=first, **_consent(town, side, by))
    await lead(town, row, state, MEMBER_BEFORE, {"JOINED": _joined})
    await shown(town, row)
    return Scene(row)


async def _joined(town: Town, row: Membership) -> Mapping[str, Any]:
    return _consent(town, "partner", Role.PARTNER_LIAISON)


def _consent(town: Town, side: str, by: Role) -> dict[str, Any]:
    return {f"{side}_consent_by": town.colleague(by).id, f"{side}_consent_at": datetime.now(UTC)}
