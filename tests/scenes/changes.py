"""What follows by itself from something else: for every declared change of state what brings it about."""

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from typing import Any

from machines_driver import Theatre
from make import id_of, make_deadline, make_extension, make_need, make_resource
from sqlalchemy import select

from db.ids import parse_id
from db.machines.topics import WORKING
from db.models import Claim, Deadline, Deliberation, Extension, Need, Resource
from db.models.handling import DeadlineKind
from db.models.states import Role, SubjectType
from resolvers.clock import work_off

from .claims import LINE, OFFER, QUANTITY, lead_claim, make_deal
from .faults import ADMIN, LIAISON, SECRETARY, WORKER
from .inputs import WAYS
from .needs import BRANCHS, PARTNERS
from .scene import shown
from .topics import MET, REVIEW
from .town import Person, Town

Cause = Callable[[Theatre], Awaitable[Any]]  # brings the change about, and returns the object, of any model
OVER = datetime.now(UTC) - timedelta(hours=1)
IDLE = f"{PARTNERS}, paused when OFFERED"


def claimed(of: type[Need | Resource], held: tuple[int, ...], more: int) -> Cause:
    """Of two, so many are claimed already; a branch claims more."""

    async def cause(theatre: Theatre) -> Need | Resource:
        row, _ = await _held(theatre.town, of, held)
        need = row if isinstance(row, Need) else await make_need(theatre.town.session, theatre.town.branch)
        resource = row if isinstance(row, Resource) else await make_resource(theatre.town.session, theatre.town.partner)
        wanted = {"resourceId": id_of(resource), "needId": id_of(need), "quantity": more}
        await theatre.do(SECRETARY, "CLAIM_RESOURCE", **wanted)
        return row

    return cause


def ended(of: type[Need | Resource], held: tuple[int, ...]) -> Cause:
    """Of two, so many are claimed; the first claim is withdrawn."""
    return stepped(of, held, "PROPOSED", SECRETARY, "WITHDRAW_CLAIM")


def stepped(
    of: type[Need | Resource], held: tuple[int, ...], state: str, person: Person, action: str, **values: Any
) -> Cause:
    """Of two, so many are claimed, all in a state; somebody does something with the first claim."""

    async def cause(theatre: Theatre) -> Need | Resource:
        row, (first, *_) = await _held(theatre.town, of, held, state)
        await theatre.do(person, action, id=id_of(first), **values)
        return row

    return cause


def lowered(state: str) -> Cause:
    """A need of two, of which one is claimed, is edited to be a need of one."""

    async def cause(theatre: Theatre) -> Need | Resource:
        row, _ = await _held(theatre.town, Need, (1,), state)
        await theatre.do(WORKER, "EDIT_NEED", id=id_of(row), quantity=1)
        return row

    return cause


async def _held(
    town: Town, of: type[Need | Resource], held: tuple[int, ...], state: str = "PROPOSED"
) -> tuple[Need | Resource, list[Claim]]:
    """A need or a resource of two, and the claims on it."""
    row: Need | Resource = (
        await make_need(town.session, town.branch, quantity=QUANTITY)
        if of is Need
        else await make_resource(town.session, town.partner, quantity=QUANTITY)
    )
    deals = [await make_deal(town, OFFER, **{of.__tablename__: row}, quantity=quantity) for quantity in held]
    for deal in deals:
        await lead_claim(town, deal, state)
    await shown(town, row)
    return row, deals


def over(kind: SubjectType, state: str, variant: str, clock: DeadlineKind) -> Cause:
    """Its time is over, and the clock comes by."""

    async def cause(theatre: Theatre) -> Any:
        scene = await theatre.scene(kind, state, variant)
        await make_deadline(theatre.town.session, scene.row, clock, due_at=OVER, next_at=OVER)
        await theatre.town.session.commit()
        await work_off(theatre.service.services.writer)
        return scene.row

    return cause


def suspended(state: str) -> Cause:
    """The request to suspend a topic is approved."""

    async def cause(theatre: Theatre) -> Any:
        scene = await theatre.scene(SubjectType.TOPIC, state, MET if state in ("NEED_POSTED", "WHISTLED") else "")
        clocks = select(Deadline).where(Deadline.subject_id == scene.row.id, Deadline.ended_at.is_(None))
        (clock,) = await theatre.town.session.scalars(clocks)
        by = theatre.town.colleague(Role.GRID_SECRETARY)
        request = await make_extension(theatre.town.session, clock, by, review_on=REVIEW)
        await theatre.do(ADMIN, "APPROVE_EXTENSION", id=id_of(request))
        return scene.row

    return cause


def follows(action: str, of: type[Deliberation | Extension]) -> Cause:
    """Somebody does something with an accepted topic that begins another object."""

    async def cause(theatre: Theatre) -> Any:
        scene = await theatre.scene(SubjectType.TOPIC, "ACCEPTED")
        shown = await theatre.do(SECRETARY, action, **WAYS[action][0].input(scene, SECRETARY))
        id_ = parse_id(shown["id"])
        return await theatre.town.session.get_one(of, (id_.subdistrict_id, id_.id))

    return cause


NEED, RESOURCE, LATE = SubjectType.NEED, SubjectType.RESOURCE, {"reason": "未到货"}
CHANGES: dict[tuple[SubjectType, str, str], Cause] = {
    **{(SubjectType.TOPIC, state, "SUSPENDED"): suspended(state) for state in WORKING},
    (SubjectType.DELIBERATION, "", "CONVENED"): follows("CONVENE_DELIBERATION", Deliberation),
    (SubjectType.EXTENSION, "", "ASKED"): follows("ASK_SUSPENSION", Extension),
    (NEED, "POSTED", "PARTLY_CLAIMED"): claimed(Need, (), 1),
    (NEED, "POSTED", "FULLY_CLAIMED"): claimed(Need, (), 2),
    (NEED, "PARTLY_CLAIMED", "FULLY_CLAIMED"): claimed(Need, (1,), 1),
    (NEED, "PARTLY_CLAIMED", "POSTED"): ended(Need, (1,)),
    (NEED, "FULLY_CLAIMED", "PARTLY_CLAIMED"): ended(Need, (1, 1)),
    (NEED, "FULLY_CLAIMED", "POSTED"): ended(Need, (2,)),
    (NEED, "FULLY_CLAIMED", "IN_DELIVERY"): stepped(Need, (2,), "ACCEPTED", LIAISON, "START_CLAIM"),
    (NEED, "PARTLY_CLAIMED", "IN_DELIVERY"): lowered("ACTIVE"),
    (NEED, "IN_DELIVERY", "POSTED"): stepped(Need, (2,), "ACTIVE", SECRETARY, "DEFAULT_CLAIM", **LATE),
    (NEED, "IN_DELIVERY", "PARTLY_CLAIMED"): stepped(Need, (1, 1), "ACTIVE", SECRETARY, "DEFAULT_CLAIM", **LATE),
    (NEED, "IN_DELIVERY", "FULFILLED"): stepped(Need, (2,), "DELIVERED", SECRETARY, "CONFIRM_CLAIM"),
    (NEED, "PARTLY_CLAIMED", "FULFILLED"): lowered("CONFIRMED"),
    (NEED, "POSTED", "EXPIRED"): over(NEED, "POSTED", BRANCHS, DeadlineKind.EXPIRE_NEED),
    (RESOURCE, "OFFERED", "PARTLY_CLAIMED"): claimed(Resource, (), 1),
    (RESOURCE, "OFFERED", "FULLY_CLAIMED"): claimed(Resource, (), 2),
    (RESOURCE, "PARTLY_CLAIMED", "FULLY_CLAIMED"): claimed(Resource, (1,), 1),
    (RESOURCE, "PARTLY_CLAIMED", "OFFERED"): ended(Resource, (1,)),
    (RESOURCE, "FULLY_CLAIMED", "PARTLY_CLAIMED"): ended(Resource, (1, 1)),
    (RESOURCE, "FULLY_CLAIMED", "OFFERED"): ended(Resource, (2,)),
    (RESOURCE, "OFFERED", "EXPIRED"): over(RESOURCE, "OFFERED", PARTNERS, DeadlineKind.EXPIRE_RESOURCE),
    (RESOURCE, "PAUSED", "EXPIRED"): over(RESOURCE, "PAUSED", IDLE, DeadlineKind.EXPIRE_RESOURCE),
    (SubjectType.CLAIM, "PROPOSED", "EXPIRED"): over(SubjectType.CLAIM, "PROPOSED", LINE, DeadlineKind.ANSWER_CLAIM),
    (SubjectType.MEMBERSHIP, "JOINED", "ENDED"): over(
        SubjectType.MEMBERSHIP, "JOINED", "", DeadlineKind.END_MEMBERSHIP
    ),
}
# What happens only to needs of before there were deliveries, once and for all when they are upgraded.
BEFORE_DELIVERIES = {(NEED, "FULLY_CLAIMED", "FULFILLED"), (NEED, "IN_DELIVERY", "FULLY_CLAIMED")}
