"""Claims in every state: begun by either side or a plan, given by a partner or the subdistrict, for a branch or a
partner."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from make import make_line, make_need, make_project, make_resource

from db.machines import Actor, actors
from db.models import Account, Claim, Fulfilment, Need, NeedLine, Resource
from db.models.states import Role
from resolvers.errors import ErrorCode
from resolvers.moments import today

from .scene import ADMINISTRATOR, LEADERS, Scene, lead, members, shown
from .town import Person, Side, Town

LINE, OFFER, OWN, PARTNERS = "on a project", "on an offer", "on the subdistrict's own", "on a partner's need"
PLAN = "by a plan"
HALF = {f"{PLAN}, the {side} has agreed": side for side in ("branch", "partner")}
QUANTITY = 2
BEFORE = {
    "ACCEPTED": "PROPOSED",
    "DECLINED": "PROPOSED",
    "WITHDRAWN": "PROPOSED",
    "EXPIRED": "PROPOSED",
    "ACTIVE": "ACCEPTED",
    "DELIVERED": "ACTIVE",
    "CONFIRMED": "DELIVERED",
    "DEFAULTED": "ACTIVE",
}
DIRECTIONS = {"partner": "PARTNER_CLAIMS_NEED", "branch": "BRANCH_CLAIMS_RESOURCE", "plan": "PLAN_PROPOSES_BOTH"}
LIVE = ("PROPOSED", "ACCEPTED", "ACTIVE", "DELIVERED", "CONFIRMED")
VARIANTS: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(LIVE, (LINE, OFFER, OWN, PARTNERS, PLAN)),
    **dict.fromkeys(set(BEFORE) - set(LIVE), (LINE,)),
    "PROPOSED": (LINE, OFFER, OWN, PARTNERS, PLAN, *HALF),
}
MAY: dict[str, dict[Actor, frozenset[Person]]] = {
    LINE: {actors.PROPOSER: members(), actors.ANSWERER: LEADERS, actors.RECEIVER: LEADERS},
    OFFER: {actors.PROPOSER: LEADERS, actors.ANSWERER: members(), actors.RECEIVER: LEADERS},
    OWN: {
        actors.PROPOSER: LEADERS,
        actors.ANSWERER: ADMINISTRATOR,
        actors.GIVER: ADMINISTRATOR,
        actors.RECEIVER: LEADERS,
    },
    PARTNERS: {actors.PROPOSER: members(), actors.ANSWERER: LEADERS, actors.RECEIVER: members(Side.BESIDE)},
    PLAN: {actors.PROPOSER: ADMINISTRATOR, actors.ANSWERER: LEADERS | members(), actors.RECEIVER: LEADERS},
}
SIDES = {"branch": LEADERS, "partner": members()}


async def claim(town: Town, state: str, variant: str) -> Scene:
    """A claim of two, on what nobody else claims."""
    row = await make_deal(town, PLAN if variant in HALF else variant)
    if variant in HALF:
        await town.put(row, **_consent(HALF[variant], _colleague(town, HALF[variant], row.partner_id)))
    await lead_claim(town, row, state)
    if variant != PLAN:
        return Scene(row, may=MAY[PLAN if variant in HALF else variant], barred=_barred(variant))
    agreed = {} if state == "PROPOSED" else {"WITHDRAW_CLAIM": ErrorCode.TERMS_FINAL}
    return Scene(row, may=MAY[PLAN], blocked=agreed, lands={"ACCEPT_CLAIM": "PROPOSED"})


def _barred(variant: str) -> Mapping[tuple[str, Person], ErrorCode]:
    """Whoever speaks for a side that has agreed answers no more."""
    people = SIDES[HALF[variant]] if variant in HALF else ()
    return {(action, one): ErrorCode.TERMS_FINAL for action in ("ACCEPT_CLAIM", "DECLINE_CLAIM") for one in people}


async def make_deal(town: Town, variant: str, **values: Any) -> Claim:
    """A proposed claim; `need`, `line`, `resource`, `quantity` or `by` whom where they matter."""
    if variant in (LINE, PARTNERS):
        return await _on_line(town, variant, **values)
    return await _on_resource(town, variant, **values)


async def lead_claim(town: Town, row: Claim, state: str, by: Account | None = None) -> None:
    """Bring a proposed claim into a state; `by` delivers."""

    async def delivered(town: Town, row: Claim) -> Mapping[str, Any]:
        await deliver(town, row, row.quantity, by)
        return {}

    await lead(town, row, state, BEFORE, {"ACCEPTED": _consented, "DELIVERED": delivered})
    await shown(town, row)


async def deliver(town: Town, row: Claim, quantity: int, by: Account | None = None) -> None:
    """Record a delivery on an active claim."""
    by = by or town.colleague(Role.PARTNER_LIAISON)
    ids = {"subdistrict_id": row.subdistrict_id, "claim_id": row.id, "created_by": by.id}
    town.session.add(Fulfilment(**ids, quantity=quantity, delivered_on=today(), evidence="签收单"))
    await town.session.flush()


async def make_met_need(town: Town, **values: Any) -> Need:
    """A need of our branch that a claim has fulfilled."""
    need = await make_need(town.session, town.branch, quantity=QUANTITY, **values)
    await lead_claim(town, await make_deal(town, OFFER, need=need), "CONFIRMED")
    await shown(town, need)
    return need


async def make_planned(town: Town, need: Need | None = None) -> NeedLine:
    """The line of a project of our branch for all of a need."""
    need = need or await make_need(town.session, town.branch, quantity=QUANTITY)
    return await make_line(town.session, await make_project(town.session, town.branch), need)


async def _on_line(
    town: Town, variant: str, *, need: Need | None = None, line: NeedLine | None = None, quantity: int = QUANTITY
) -> Claim:
    if variant == PARTNERS:
        need = need or await make_need(town.session, town.partners[Side.BESIDE], quantity=quantity)
    line = line or await make_planned(town, need)
    of = {"need_id": line.need_id, "need_line_id": line.id, "project_id": line.project_id}
    return await _proposed(town, "partner", None, partner_id=town.partner.id, quantity=quantity, **of)


async def _on_resource(
    town: Town,
    variant: str,
    *,
    need: Need | None = None,
    resource: Resource | None = None,
    quantity: int = QUANTITY,
    by: Account | None = None,
) -> Claim:
    giver = town.network.subdistrict if variant == OWN else town.partner
    resource = resource or await make_resource(town.session, giver, quantity=quantity)
    need = need or await make_need(town.session, town.branch, quantity=quantity)
    of = {"need_id": need.id, "resource_id": resource.id, "partner_id": resource.partner_id}
    side = "plan" if variant == PLAN else "branch"
    return await _proposed(town, side, by, quantity=quantity, resource_quantity=quantity, **of)


async def _proposed(town: Town, side: str, by: Account | None, **values: Any) -> Claim:
    ids = {"subdistrict_id": town.branch.subdistrict_id, "branch_id": town.branch.id}
    by = by or _colleague(town, side, values["partner_id"])
    consent = {"created_by": by.id} if side == "plan" else _consent(side, by)
    row = Claim(**ids, direction=DIRECTIONS[side], status="PROPOSED", **values, **consent)
    town.session.add(row)
    await town.session.flush()
    await shown(town, row)
    return row


async def _consented(town: Town, row: Claim) -> Mapping[str, Any]:
    given = {"partner": row.partner_consent_by, "branch": row.branch_consent_by}
    consents = (_consent(side, _colleague(town, side, row.partner_id)) for side, by in given.items() if by is None)
    return {name: value for consent in consents for name, value in consent.items()}


def _consent(side: str, by: Account) -> dict[str, Any]:
    return {f"{side}_consent_by": by.id, f"{side}_consent_at": datetime.now(UTC)}


def _colleague(town: Town, side: str, partner_id: UUID | None) -> Account:
    """Who consents for that side, or adopts the plan; for the subdistrict's own its administrator."""
    if side == "branch":
        return town.colleague(Role.GRID_SECRETARY)
    if partner_id is None or side == "plan":
        return town.colleague(Role.SUBDISTRICT_ADMIN)
    return next(one for one in town.colleagues.values() if one.partner_id == partner_id)
