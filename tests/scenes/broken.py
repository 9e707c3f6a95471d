"""For every guard of every action: an object on which it does not hold, and who is refused by it."""

from collections.abc import Awaitable, Callable
from typing import Any

from db.machines import Guard, claims, guards
from db.models.states import Role, SubjectType

from . import STAGES, faults
from .claims import HALF, LINE, PLAN
from .extensions import STANDSTILL, TIME
from .faults import ADMIN, LIAISON, PAST, RESIDENT, SECRETARY, WORKER
from .needs import BRANCHS, PARTNERS, RESTRICTED
from .projects import DONE, OPEN
from .scene import Scene, shown
from .topics import FAILED, HARDSHIP, MET
from .town import Person, Side, Town

Broken = Callable[[Town], Awaitable[tuple[Scene, Person]]]
ASSISTANT = Person(Role.DEPARTMENT_OFFICER, Side.BESIDE)
AGREED = next(variant for variant, side in HALF.items() if side == "branch")
USED = f"{PARTNERS}, paused when PARTLY_CLAIMED"


def stands(kind: SubjectType, state: str, variant: str, person: Person) -> Broken:
    """An object that is as it should be for other actions, but not for this one."""

    async def build(town: Town) -> tuple[Scene, Person]:
        return await STAGES[kind](town, state, variant), person

    return build


def changed(kind: SubjectType, state: str, variant: str, person: Person, **values: Any) -> Broken:
    """An object with other values; of a value that is a person, their account."""

    async def build(town: Town) -> tuple[Scene, Person]:
        scene = await STAGES[kind](town, state, variant)
        await town.put(scene.row, **{name: _value(town, value) for name, value in values.items()})
        return scene, person

    return build


def besides(
    kind: SubjectType, state: str, variant: str, person: Person, add: Callable[[Town, Any], Awaitable[None]]
) -> Broken:
    """An object with something else about it."""

    async def build(town: Town) -> tuple[Scene, Person]:
        scene = await STAGES[kind](town, state, variant)
        await add(town, scene.row)
        await shown(town, scene.row)
        return scene, person

    return build


def _value(town: Town, value: Any) -> Any:
    return town.people[value].id if isinstance(value, Person) else value


TOPIC, CLAIM, PROJECT = SubjectType.TOPIC, SubjectType.CLAIM, SubjectType.PROJECT
BROKEN: dict[tuple[str, Guard], Broken] = {
    ("SUPPORT_TOPIC", guards.NEW_SUPPORTER): besides(TOPIC, "ACCEPTED", "", WORKER, faults.supported),
    ("RESOLVE_TOPIC", guards.RESOLUTION): faults.undiscussed,
    ("RESOLVE_TOPIC", guards.QUORATE): besides(TOPIC, "DELIBERATING", "", SECRETARY, faults.minuted_by_few),
    ("RESTRICT_TOPIC", guards.UNRESTRICTED): stands(TOPIC, "ACCEPTED", HARDSHIP, SECRETARY),
    ("UNRESTRICT_TOPIC", guards.RESTRICTED): stands(TOPIC, "ACCEPTED", "", SECRETARY),
    ("RESTRICT_NEED", guards.UNRESTRICTED): stands(SubjectType.NEED, "POSTED", RESTRICTED, SECRETARY),
    ("UNRESTRICT_NEED", guards.RESTRICTED): stands(SubjectType.NEED, "POSTED", BRANCHS, SECRETARY),
    ("RECONSIDER_TOPIC", guards.FAILED): stands(TOPIC, "NEED_POSTED", MET, SECRETARY),
    ("HANDLE_TOPIC", guards.SETTLED): stands(TOPIC, "WHISTLED", FAILED, WORKER),
    ("VERIFY_TOPIC", guards.NOT_HANDLER): changed(TOPIC, "HANDLED", "", SECRETARY, handler_id=SECRETARY),
    ("VERIFY_TOPIC", guards.SHOWN): changed(TOPIC, "HANDLED", "", SECRETARY, evidence=""),
    ("REWORK_TOPIC", guards.NOT_HANDLER): changed(TOPIC, "HANDLED", "", SECRETARY, handler_id=SECRETARY),
    ("CLOSE_TOPIC", guards.SHOWN): changed(TOPIC, "VERIFIED", "", SECRETARY, evidence=""),
    ("RATE_TOPIC", guards.TOPIC_UNRATED): besides(TOPIC, "HANDLED", "", RESIDENT, faults.rated_topic),
    ("APPROVE_WHISTLE", guards.OF_ANOTHER): changed(SubjectType.WHISTLE, "RAISED", "", ADMIN, created_by=ADMIN),
    ("APPROVE_PROJECT", guards.OF_ANOTHER): changed(PROJECT, "PLANNED", "", ADMIN, created_by=ADMIN),
    ("PUBLISH_NEED", guards.ADMITTED): faults.draft_need_of_suspended,
    ("PUBLISH_NEED", guards.DAY_AHEAD): changed(SubjectType.NEED, "DRAFT", BRANCHS, WORKER, needed_by=PAST.date()),
    ("WITHDRAW_NEED", guards.UNPLANNED): besides(SubjectType.NEED, "POSTED", BRANCHS, WORKER, faults.planned),
    ("PUBLISH_RESOURCE", guards.ADMITTED): faults.draft_resource_of_suspended,
    ("PUBLISH_RESOURCE", guards.AVAILABLE): changed(
        SubjectType.RESOURCE, "DRAFT", PARTNERS, LIAISON, available_until=PAST
    ),
    ("RESUME_RESOURCE", guards.ADMITTED): faults.paused_of_suspended,
    ("WITHDRAW_RESOURCE", guards.UNCLAIMED): stands(SubjectType.RESOURCE, "PAUSED", USED, LIAISON),
    ("WITHDRAW_PROJECT", guards.WORKED_OFF): besides(PROJECT, "PLANNED", "", SECRETARY, faults.claimed_project),
    ("DELIVER_PROJECT", guards.WORKED_OFF): besides(PROJECT, "RUNNING", DONE, SECRETARY, faults.claimed_project),
    ("DELIVER_PROJECT", guards.MILESTONES_DONE): stands(PROJECT, "RUNNING", OPEN, SECRETARY),
    ("ACCEPT_PROJECT", guards.NOT_DELIVERER): changed(PROJECT, "DELIVERED", "", SECRETARY, delivered_by=SECRETARY),
    ("ACCEPT_PROJECT", guards.SHOWN): changed(PROJECT, "DELIVERED", "", SECRETARY, evidence=""),
    ("REJECT_DELIVERY", guards.NOT_DELIVERER): changed(PROJECT, "DELIVERED", "", SECRETARY, delivered_by=SECRETARY),
    ("CLOSE_PROJECT", guards.SHOWN): changed(PROJECT, "ACCEPTED", "", SECRETARY, evidence=""),
    ("ACCEPT_CLAIM", guards.ANOTHER_CONSENTS): faults.own_claim,
    ("ACCEPT_CLAIM", guards.IN_TIME): changed(CLAIM, "PROPOSED", LINE, SECRETARY, expires_at=PAST),
    ("ACCEPT_CLAIM", guards.ADMITTED): faults.suspended_claimer,
    ("ACCEPT_CLAIM", guards.SIDE_WAITS): stands(CLAIM, "PROPOSED", AGREED, SECRETARY),
    ("DECLINE_CLAIM", guards.SIDE_WAITS): stands(CLAIM, "PROPOSED", AGREED, SECRETARY),
    ("WITHDRAW_CLAIM", guards.UNAGREED_IF_PLANNED): stands(CLAIM, "ACCEPTED", PLAN, ADMIN),
    ("CONFIRM_CLAIM", claims.NOT_DELIVERER): faults.own_delivery,
    ("RATE_PARTNER", guards.PARTNER_UNRATED): besides(CLAIM, "CONFIRMED", LINE, SECRETARY, faults.rated_partner),
    ("RATE_BRANCH", guards.BRANCH_UNRATED): besides(CLAIM, "CONFIRMED", LINE, LIAISON, faults.rated_branch),
    ("ASSIST_WHISTLE", guards.NOT_REPORTED_IN): besides(
        SubjectType.WHISTLE, "HANDLING", "", ASSISTANT, faults.reported_in
    ),
    ("RELEASE_PARTNER", guards.UNBURDENED): besides(SubjectType.PARTNER_UNIT, "ADMITTED", "", ADMIN, faults.burdened),
    ("DISSOLVE_ALLIANCE", guards.NO_MEMBERS): besides(SubjectType.ALLIANCE, "ACTIVE", "", SECRETARY, faults.invited),
    ("ACCEPT_INVITATION", guards.ADMITTED): faults.invitation_of_suspended,
    ("APPROVE_MEMBER", guards.ADMITTED): faults.application_of_suspended,
    ("APPROVE_EXTENSION", guards.NOT_ASKER): changed(SubjectType.EXTENSION, "ASKED", TIME, ADMIN, created_by=ADMIN),
    ("APPROVE_EXTENSION", guards.CLOCK_RUNS): besides(
        SubjectType.EXTENSION, "ASKED", STANDSTILL, ADMIN, faults.stopped
    ),
    ("REFUSE_EXTENSION", guards.NOT_ASKER): changed(SubjectType.EXTENSION, "ASKED", TIME, ADMIN, created_by=ADMIN),
}
