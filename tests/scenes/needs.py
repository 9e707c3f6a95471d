"""Needs and resources in every state; their claimed states follow from claims."""

from make import make_need, make_resource

from db.machines import actors
from db.machines.needs import OPEN_RESOURCE
from db.models import Need, Resource
from resolvers.errors import ErrorCode

from .claims import OFFER, OWN, QUANTITY, lead_claim, make_deal
from .scene import ADMINISTRATOR, LIAISON, Scene, shown
from .town import Side, Town

BRANCHS, PARTNERS, SUBDISTRICTS = "of the branch", "of a partner", "of the subdistrict"
RESTRICTED = "restricted to its chain"
CLAIMED = {"PARTLY_CLAIMED": "PROPOSED", "FULLY_CLAIMED": "PROPOSED", "IN_DELIVERY": "ACTIVE", "FULFILLED": "CONFIRMED"}
NEED_VARIANTS = (
    {"POSTED": (BRANCHS, PARTNERS, RESTRICTED)}
    | dict.fromkeys(("DRAFT", "FULFILLED"), (BRANCHS, PARTNERS))
    | dict.fromkeys(("PARTLY_CLAIMED", "FULLY_CLAIMED", "IN_DELIVERY", "EVALUATED", "EXPIRED", "WITHDRAWN"), (BRANCHS,))
)
RESOURCE_VARIANTS = dict.fromkeys(("DRAFT", *OPEN_RESOURCE), (PARTNERS, SUBDISTRICTS)) | {
    "PAUSED": tuple(f"{of}, paused when {state}" for of in (PARTNERS, SUBDISTRICTS) for state in OPEN_RESOURCE),
    "EXPIRED": (PARTNERS,),
    "WITHDRAWN": (SUBDISTRICTS,),
}


async def need(town: Town, state: str, variant: str) -> Scene:
    """A need of two, claimed as its state says."""
    party = town.partner if variant == PARTNERS else town.branch
    first = {"status": "DRAFT" if state == "DRAFT" else "POSTED", "restricted": variant == RESTRICTED}
    row = await make_need(town.session, party, quantity=QUANTITY, **first)
    if state in ("EXPIRED", "WITHDRAWN"):
        await town.put(row, status=state)
    claimed = "FULFILLED" if state == "EVALUATED" else state
    if claimed in CLAIMED:
        await _claim(town, row, claimed)
    if state == "EVALUATED":
        await town.put(row, status=state)
    await shown(town, row)
    marked = {"RESTRICT_NEED" if row.restricted else "UNRESTRICT_NEED": ErrorCode.UNCHANGED}
    partners = {actors.NEED_OWNER: LIAISON, actors.LEADER: ADMINISTRATOR}
    return Scene(row, may=partners if variant == PARTNERS else {}, blocked=marked)


async def _claim(town: Town, row: Need, state: str) -> None:
    """Let somebody beside claim it, one of it or all."""
    quantity = 1 if state == "PARTLY_CLAIMED" else QUANTITY
    resource = await make_resource(town.session, town.partners[Side.BESIDE], quantity=quantity)
    deal = await make_deal(town, OFFER, need=row, resource=resource, quantity=quantity)
    await lead_claim(town, deal, CLAIMED[state])
    await shown(town, row)


async def resource(town: Town, state: str, variant: str) -> Scene:
    """A resource of two, claimed as its state, or the one that it was paused in, says."""
    of, _, paused = variant.partition(", paused when ")
    owner = town.partner if of == PARTNERS else town.network.subdistrict
    first = "DRAFT" if state == "DRAFT" else "OFFERED"
    row = await make_resource(town.session, owner, quantity=QUANTITY, status=first)
    if "CLAIMED" in (paused or state):
        await _use(town, row, 1 if "PARTLY" in (paused or state) else QUANTITY)
    if state in ("PAUSED", "EXPIRED", "WITHDRAWN"):
        await town.put(row, status=state)
    await shown(town, row)
    used = {"WITHDRAW_RESOURCE": ErrorCode.IN_USE} if row.claimed else {}
    may = {} if of == PARTNERS else {actors.GIVER: ADMINISTRATOR}
    return Scene(row, may=may, blocked=used, lands={"RESUME_RESOURCE": paused})


async def _use(town: Town, row: Resource, quantity: int) -> None:
    await make_deal(town, OFFER if row.partner_id else OWN, resource=row, quantity=quantity)
    await shown(town, row)
