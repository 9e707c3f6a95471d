"""How objects begin: for every action that begins one, its input, who may, and the state that it begins in."""

from collections.abc import Awaitable, Callable, Mapping
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any, NamedTuple

from make import id_of, make_alliance, make_deadline, make_need, make_plan, make_plan_line, make_resource

from db.machines import actors
from db.models import Alliance
from db.models.handling import DeadlineKind
from db.models.states import Role
from db.viewer import IN_PARTNER

from .claims import LINE, lead_claim, make_deal, make_planned
from .inputs import NEED, WHISTLE, WHY
from .scene import ADMINISTRATOR, LEADERS, POSTERS, USUAL, members
from .town import PEOPLE, Person, Side, Town

Values = Callable[[Town, Person], Awaitable[Mapping[str, Any]]]
number = count(1)
TODAY = datetime.now(UTC).date().isoformat()
SOON = (datetime.now(UTC) + timedelta(days=30)).isoformat()
ADMINISTRATORS = ADMINISTRATOR | {Person(Role.SUBDISTRICT_ADMIN, Side.THEIRS)}
MEMBERS = frozenset(person for person in PEOPLE if person.role in IN_PARTNER)
REPORTERS = USUAL[actors.SUPPORTER]
LIAISONS = frozenset(person for person in PEOPLE if person.role is Role.PARTNER_LIAISON)
TERMS = {"agreement": "共建协议", "startsOn": TODAY}


class Beginning(NamedTuple):
    """One way to begin: who may with this input; everybody else is refused."""

    values: Values
    may: frozenset[Person]
    lands: str


async def _topic(town: Town, person: Person) -> Mapping[str, Any]:
    return {"title": "停电时上下楼不便", "category": "ELDERLY_CARE", "gridId": id_of(town.network.grid)}


async def _meeting(town: Town, person: Person) -> Mapping[str, Any]:
    items = [{"topicId": id_of(await town.topic())}]
    return {"title": "党建联席会议", "meetsAt": SOON, "items": items, **_branch(town)}


async def _need(town: Town, person: Person) -> Mapping[str, Any]:
    return NEED | ({} if person.role in IN_PARTNER else _branch(town))


async def _draft_need(town: Town, person: Person) -> Mapping[str, Any]:
    return {**await _need(town, person), "draft": True}


async def _resource(town: Town, person: Person) -> Mapping[str, Any]:
    return {"title": "扶手", "form": "GOODS", "category": "ELDERLY_CARE", "quantity": 2, "unit": "副"}


async def _draft_resource(town: Town, person: Person) -> Mapping[str, Any]:
    return {**await _resource(town, person), "draft": True}


async def _project(town: Town, person: Person) -> Mapping[str, Any]:
    need = await make_need(town.session, town.branch)
    return {"title": "扶手项目", "lines": [{"needId": id_of(need)}], **_branch(town)}


async def _claim_of_line(town: Town, person: Person) -> Mapping[str, Any]:
    return {"lines": [{"needLineId": id_of(await make_planned(town)), "quantity": 1}]}


async def _claim_of_resource(town: Town, person: Person) -> Mapping[str, Any]:
    need = await make_need(town.session, town.branch)
    resource = await make_resource(town.session, town.partner)
    return {"resourceId": id_of(resource), "needId": id_of(need), "quantity": 1, **_branch(town)}


async def _plan(town: Town, person: Person) -> Mapping[str, Any]:
    need, resource = await make_need(town.session, town.branch), await make_resource(town.session, town.partner)
    plan = await make_plan(town.session, town.colleague(Role.SUBDISTRICT_ADMIN))
    await make_plan_line(town.session, plan, need, resource)
    return {"planId": id_of(plan)}


async def _whistle(town: Town, person: Person) -> Mapping[str, Any]:
    return {**WHISTLE, **_branch(town)}


async def _partner(town: Town, person: Person) -> Mapping[str, Any]:
    return {"name": f"示例物业{next(number)}", "kind": "PROPERTY_COMPANY"}


async def _alliance(town: Town, person: Person) -> Mapping[str, Any]:
    return {"name": f"新联盟{next(number)}", **_branch(town)}


async def _invitation(town: Town, person: Person) -> Mapping[str, Any]:
    return {"allianceId": id_of(await _ours(town)), "partnerId": id_of(town.partner), **TERMS}


async def _application(town: Town, person: Person) -> Mapping[str, Any]:
    return {"allianceId": id_of(await _ours(town)), **TERMS}


async def _request_of_branch(town: Town, person: Person) -> Mapping[str, Any]:
    clock = await make_deadline(town.session, await town.topic("ACCEPTED"), DeadlineKind.HANDLE_TOPIC, working_days=7)
    return {"deadlineId": id_of(clock), "days": 3, **WHY}


async def _request_of_partner(town: Town, person: Person) -> Mapping[str, Any]:
    deal = await make_deal(town, LINE)
    await lead_claim(town, deal, "ACTIVE")
    clock = await make_deadline(town.session, deal, DeadlineKind.DELIVER_CLAIM)
    return {"deadlineId": id_of(clock), "days": 3, **WHY}


async def _ours(town: Town) -> Alliance:
    return await make_alliance(town.session, town.network.subdistrict, branch_id=town.branch.id)


def _branch(town: Town) -> dict[str, str]:
    return {"branchId": id_of(town.branch)}


BEGINNINGS: dict[str, tuple[Beginning, ...]] = {
    "SUBMIT_TOPIC": (Beginning(_topic, REPORTERS, "SUBMITTED"),),
    "CONVENE_MEETING": (Beginning(_meeting, LEADERS, "CONVENED"),),
    "POST_NEED": (Beginning(_need, POSTERS | LIAISONS, "POSTED"), Beginning(_draft_need, POSTERS | LIAISONS, "DRAFT")),
    "OFFER_RESOURCE": (
        Beginning(_resource, ADMINISTRATORS | MEMBERS, "OFFERED"),
        Beginning(_draft_resource, ADMINISTRATORS | MEMBERS, "DRAFT"),
    ),
    "OPEN_PROJECT": (Beginning(_project, LEADERS, "PLANNED"),),
    "CLAIM_PROJECT": (Beginning(_claim_of_line, MEMBERS, "PROPOSED"),),
    "CLAIM_RESOURCE": (Beginning(_claim_of_resource, LEADERS, "PROPOSED"),),
    "ADOPT_PLAN": (Beginning(_plan, ADMINISTRATOR, "PROPOSED"),),
    "RAISE_WHISTLE": (Beginning(_whistle, LEADERS, "RAISED"),),
    "REGISTER_PARTNER": (Beginning(_partner, ADMINISTRATORS, "APPLIED"),),
    "FOUND_ALLIANCE": (Beginning(_alliance, LEADERS, "ACTIVE"),),
    "INVITE_MEMBER": (Beginning(_invitation, LEADERS, "INVITED"),),
    "APPLY_TO_ALLIANCE": (Beginning(_application, LIAISONS, "APPLIED"),),
    "ASK_EXTENSION": (
        Beginning(_request_of_branch, LEADERS, "ASKED"),
        Beginning(_request_of_partner, members(), "ASKED"),
    ),
}
