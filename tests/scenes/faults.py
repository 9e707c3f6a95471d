"""What stands in the way of an action: put beside an object, or the object of somebody whom it stands in the way of."""

from datetime import UTC, datetime, timedelta
from typing import Any

from make import (
    make_account,
    make_alliance,
    make_claim,
    make_deliberation,
    make_line,
    make_membership,
    make_need,
    make_resource,
)
from sqlalchemy import select

from db.models import Deadline, Evaluation, Membership, PartnerUnit, Supporter, WhistleDepartment
from db.models.states import Role

from .claims import LINE, MAY, OWN, lead_claim, make_deal, make_planned
from .partners import make_unit, staff
from .scene import Scene, shown
from .town import REQUIRED_ROLES, Person, Town

PAST = datetime.now(UTC) - timedelta(days=2)
ADMIN, WORKER = Person(Role.SUBDISTRICT_ADMIN), Person(Role.GRID_WORKER)
SECRETARY, LIAISON = Person(Role.GRID_SECRETARY), Person(Role.PARTNER_LIAISON)
RESIDENT = Person(Role.RESIDENT)


async def undiscussed(town: Town) -> tuple[Scene, Person]:
    """A topic that nobody has resolved anything about."""
    return Scene(await town.topic("ACCEPTED", "DELIBERATING")), SECRETARY


async def minuted_by_few(town: Town, row: Any) -> None:
    await make_deliberation(town.session, row, *REQUIRED_ROLES[1:])


async def supported(town: Town, row: Any) -> None:
    await town.add(Supporter, row, topic_id=row.id, account_id=town.people[WORKER].id)


async def rated_topic(town: Town, row: Any) -> None:
    await _rate(town, row, RESIDENT, side="RESIDENT_RATES_OUTCOME", topic_id=row.id)


async def rated_partner(town: Town, row: Any) -> None:
    await _rate(town, row, SECRETARY, side="BRANCH_RATES_PARTNER", claim_id=row.id)


async def rated_branch(town: Town, row: Any) -> None:
    await _rate(town, row, LIAISON, side="PARTNER_RATES_BRANCH", claim_id=row.id)


async def _rate(town: Town, row: Any, person: Person, **values: Any) -> None:
    by = town.people[person].id
    await town.add(Evaluation, row, created_by=by, solved=True, satisfied=True, score=5, **values)


async def planned(town: Town, row: Any) -> None:
    await make_planned(town, row)


async def burdened(town: Town, row: Any) -> None:
    """Let a partner claim a line."""
    account = await make_account(town.session, Role.PARTNER_LIAISON, row)
    await make_claim(town.session, await make_planned(town), row, account)


async def claimed_project(town: Town, row: Any) -> None:
    need = await make_need(town.session, town.branch)
    await make_deal(town, LINE, line=await make_line(town.session, row, need))


async def invited(town: Town, row: Any) -> None:
    await make_membership(town.session, row, town.partner)


async def reported_in(town: Town, row: Any) -> None:
    key = (WhistleDepartment.whistle_id == row.id, ~WhistleDepartment.lead)
    call = (await town.session.scalars(select(WhistleDepartment).where(*key))).one()
    await town.put(call, reported_in_at=PAST)


async def stopped(town: Town, row: Any) -> None:
    clock = await town.session.get_one(Deadline, (row.subdistrict_id, row.deadline_id))
    await town.put(clock, status="CANCELLED", ended_at=PAST, next_at=None)


async def suspended_claimer(town: Town) -> tuple[Scene, Person]:
    """A claim of a partner that was suspended after it had proposed."""
    unit = await make_unit(town, "ADMITTED")
    by = (await staff(town, unit))[LIAISON]
    row = await make_claim(town.session, await make_planned(town), unit, by)
    await town.put(unit, status="SUSPENDED")
    return Scene(row), SECRETARY


async def _suspended_owner(town: Town, row: Any) -> tuple[Scene, Person]:
    """What belongs to a partner that was suspended meanwhile."""
    unit = await town.session.get_one(PartnerUnit, (row.subdistrict_id, row.partner_id))
    cast = await staff(town, unit)
    await town.put(unit, status="SUSPENDED")
    await shown(town, row)
    return Scene(row, cast=cast), LIAISON


async def draft_need_of_suspended(town: Town) -> tuple[Scene, Person]:
    """A need to be posted, by somebody whose partner was suspended."""
    unit = await make_unit(town, "ADMITTED")
    return await _suspended_owner(town, await make_need(town.session, unit, status="DRAFT"))


async def draft_resource_of_suspended(town: Town) -> tuple[Scene, Person]:
    """A resource to be offered, by somebody whose partner was suspended."""
    unit = await make_unit(town, "ADMITTED")
    return await _suspended_owner(town, await make_resource(town.session, unit, status="DRAFT"))


async def paused_of_suspended(town: Town) -> tuple[Scene, Person]:
    row = await make_resource(town.session, await make_unit(town, "ADMITTED"))
    await town.put(row, status="PAUSED")
    return await _suspended_owner(town, row)


async def invitation_of_suspended(town: Town) -> tuple[Scene, Person]:
    return await _suspended_owner(town, await _membership(town, "INVITED"))


async def application_of_suspended(town: Town) -> tuple[Scene, Person]:
    scene, _ = await _suspended_owner(town, await _membership(town, "APPLIED"))
    return scene, SECRETARY


async def _membership(town: Town, status: str) -> Membership:
    of = await make_alliance(town.session, town.network.subdistrict, branch_id=town.branch.id)
    return await make_membership(town.session, of, await make_unit(town, "ADMITTED"), status=status)


async def own_claim(town: Town) -> tuple[Scene, Person]:
    """A claim on the subdistrict's own, which its administrator began."""
    return Scene(await make_deal(town, OWN, by=town.people[ADMIN]), may=MAY[OWN]), ADMIN


async def own_delivery(town: Town) -> tuple[Scene, Person]:
    """A delivery by the administrator, who speaks for the side that receives as well."""
    row = await make_deal(town, OWN)
    await lead_claim(town, row, "DELIVERED", by=town.people[ADMIN])
    return Scene(row, may=MAY[OWN]), ADMIN
