"""Matching plans: proposed from the demo network, adopted on a small one, agreed to by both sides."""

import asyncio
from collections import Counter, defaultdict
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import asyncpg
import pytest
from conftest import Network as Service
from make import (
    Network,
    id_of,
    make_account,
    make_need,
    make_network,
    make_partner,
    make_plan,
    make_plan_line,
    make_resource,
    open_session,
)
from people import People
from sqlalchemy import select, text
from sqlalchemy.ext.asyncio import AsyncSession

from db.ids import parse_id
from db.models import MatchingPlan, Need, PartnerUnit, PlanLine, Resource, Subdistrict
from db.models.states import BranchLevel, Role, UnservedReason
from resolvers import matching_plans
from resolvers.assignment.checking import blocking_pairs, violations
from resolvers.assignment.problem import Line
from resolvers.plan_networks import Window, free_window, network_of
from resolvers.plan_reasons import SENTENCES

NOON = datetime(2090, 6, 1, 4, tzinfo=UTC)
DAY = timedelta(days=1)
NEED = "need { id title unit quantity claimed divisible branch { id level } partner { id } }"
LINE = f"""id quantity resourceQuantity score because becauseEnglish startsAt endsAt partner {{ id }} claim {{ id }}
    resource {{ id unit quantity claimed exclusive partner {{ id }} }} {NEED}"""
PLAN = f"""id method fairness reach timeLimitSeconds candidatesPerNeed needs resources candidates objective totalScore
    greedyObjective bound gap proven timedOut seconds createdAt creator {{ login }} subdistrict {{ name }}
    lines(first: 100) {{ totalCount nodes {{ {LINE} }} }}
    unservedNeeds(first: 100) {{ nodes {{ quantity reason because becauseEnglish {NEED} }} }}"""
CLAIM = """id status direction quantity resourceQuantity plan startsAt endsAt expiresAt availableActions partner { id }
    branch { id } need { id } needLine { id } resource { id } creator { login } partnerConsenter { login }
    branchConsenter { login }"""
CLOCK = "deadlines { nodes { kind status dueAt branch { id } partner { id } } }"


@pytest.fixture
def people(network: Service) -> People:
    return People(network)


@dataclass(frozen=True)
class Town:
    """A small network, served, with an empty plan; the owner's session makes more of it."""

    people: People
    network: Network
    session: AsyncSession
    plan: MatchingPlan

    def login(self, role: Role) -> str:
        """Who has the role."""
        return self.network.accounts[role].login

    @property
    def admin(self) -> str:
        """The administrator."""
        return self.login(Role.SUBDISTRICT_ADMIN)

    async def line(
        self, giver: PartnerUnit | Subdistrict | None = None, need: Need | None = None, **values: Any
    ) -> Any:
        """A line of the plan: one of ten, of a new resource for a new need."""
        need = need or await make_need(self.session, self.network.branch)
        of_resource = {name: values.pop(name) for name in ("exclusive", "unit") if name in values}
        resource = await make_resource(self.session, giver or self.network.partner, **of_resource)
        line = await make_plan_line(self.session, self.plan, need, resource, **values)
        await self.session.commit()
        return line

    async def adopt(self, *lines: PlanLine, shows: str = CLAIM) -> list[dict[str, Any]]:
        """The claims of lines, or of all."""
        named = {"lineIds": [id_of(line) for line in lines]} if lines else {}
        claims: list[dict[str, Any]] = await self.people.do(
            self.admin, "adoptPlan", shows, planId=id_of(self.plan), **named
        )
        return claims

    async def refused(self, *lines: PlanLine | str, by: str | None = None, **values: Any) -> list[tuple[str, str]]:
        """Why lines are not adopted."""
        ids = [line if isinstance(line, str) else id_of(line) for line in lines]
        given = {"planId": id_of(self.plan), "lineIds": ids} | values
        return await self.people.refused(by or self.admin, "adoptPlan", **given)

    async def count(self, query: str) -> int:
        """The number that a query counts."""
        await self.session.commit()
        return int(await self.session.scalar(text(query)) or 0)

    async def see(self, login: str, claim: str, shows: str = CLAIM) -> Any:
        """A claim, as somebody sees it."""
        return await self.people.see(login, f'claim(id: "{claim}") {{ {shows} }}')


@pytest.fixture
async def town(empty_network: Service) -> AsyncIterator[Town]:
    async with open_session(empty_network.addresses.owner) as session:
        network = await make_network(session)
        plan = await make_plan(session, network.accounts[Role.SUBDISTRICT_ADMIN])
        await session.commit()
        yield Town(People(empty_network), network, session, plan)


# --- proposing


async def test_the_best_plan_of_the_demo_keeps_every_limit_and_adds_up(people: People) -> None:
    plan = await people.do("dagang", "proposePlan", PLAN, timeLimitSeconds=10)
    assert (plan["method"], plan["fairness"], plan["reach"], plan["timeLimitSeconds"]) == ("OPTIMAL", 0.2, 0.3, 10)
    assert (plan["creator"], plan["subdistrict"]) == ({"login": "dagang"}, {"name": "大港街道"})
    lines = plan["lines"]["nodes"]
    assert len(lines) == plan["lines"]["totalCount"] > 10
    assert plan["proven"]
    assert not plan["timedOut"]
    assert plan["greedyObjective"] <= plan["objective"]
    assert plan["objective"] <= plan["bound"] <= plan["objective"] * 1.0001
    assert await exceeded(people, lines) == []
    left = {line["need"]["id"]: line["need"]["quantity"] - line["need"]["claimed"] for line in lines}
    total = sum(line["score"] * line["quantity"] / left[line["need"]["id"]] for line in lines)
    assert plan["totalScore"] == pytest.approx(total)
    assert all(line["because"] and line["becauseEnglish"] and line["claim"] is None for line in lines)
    assert all(bool(line["startsAt"]) == line["resource"]["exclusive"] == bool(line["endsAt"]) for line in lines)


async def exceeded(people: People, lines: list[dict[str, Any]]) -> list[str]:
    """What a plan's lines take too much of, counted from what the API says is there."""
    given, used, carried = Counter[str](), Counter[str](), Counter[str]()
    for line in lines:
        given[line["need"]["id"]] += line["quantity"]
        used[line["resource"]["id"]] += line["resourceQuantity"]
        carried[(line["partner"] or {"id": ""})["id"]] += 1
        assert line["partner"] == line["resource"]["partner"] != (line["need"]["partner"] or {})
        assert line["resourceQuantity"] == (line["quantity"] if line["need"]["unit"] == line["resource"]["unit"] else 1)
    capacity = (await people.see("dagang", "partners(first: 100) { nodes { id freeCapacity } }"))["nodes"]
    return [
        *(one["id"] for one in capacity if carried[one["id"]] > one["freeCapacity"]),
        *(line["id"] for line in lines if given[line["need"]["id"]] > _left(line["need"])),
        *(line["id"] for line in lines if used[line["resource"]["id"]] > _left(line["resource"])),
        *(line["id"] for line in lines if not line["need"]["divisible"] and line["quantity"] < _left(line["need"])),
        *(id_ for id_, many in Counter(_exclusive(lines)).items() if many > 1),
    ]


def _left(one: dict[str, Any]) -> int:
    return int(one["quantity"] - one["claimed"])


def _exclusive(lines: list[dict[str, Any]]) -> list[str]:
    return [line["resource"]["id"] for line in lines if line["resource"]["exclusive"]]


@pytest.mark.parametrize("stable", [False, True])
async def test_what_is_not_given_is_unserved_for_a_reason(people: People, stable: bool) -> None:
    options = {"candidatesPerNeed": 1, "fairness": 0, "reach": 0, "stable": stable}
    plan = await people.do("dagang", "proposePlan", PLAN, **options)
    assert (plan["candidatesPerNeed"], plan["fairness"], plan["reach"]) == (1, 0, 0)
    assert plan["candidates"] <= plan["needs"]
    needs = await people.see(
        "dagang", "needs(first: 100, filter: {status: {in: [POSTED, PARTLY_CLAIMED]}}) { totalCount }"
    )
    assert plan["needs"] == needs["totalCount"]
    given: defaultdict[str, int] = defaultdict(int)
    for line in plan["lines"]["nodes"]:
        given[line["need"]["id"]] += line["quantity"]
    unserved = plan["unservedNeeds"]["nodes"]
    assert len({one["need"]["id"] for one in unserved}) == len(unserved) > 0
    for one in unserved:
        assert one["quantity"] == _left(one["need"]) - given[one["need"]["id"]] > 0
        assert f"{one['quantity']} {one['need']['unit']}" in one["because"] or one["reason"] == "INDIVISIBLE"
        assert one["becauseEnglish"].isascii() or one["need"]["unit"] in one["becauseEnglish"]


def test_every_reason_has_its_sentences() -> None:
    assert set(SENTENCES) == set(UnservedReason)


async def test_a_stable_plan_has_no_pair_that_would_leave_it(people: People) -> None:
    key = parse_id(await people.id("subdistricts", name="大港街道"))
    async with people.network.services.writer() as session:
        network = await network_of(session, key.id, 20)
    plan = await people.do("dagang", "proposePlan", PLAN, stable=True)
    assert (plan["method"], plan["bound"], plan["gap"], plan["proven"]) == ("STABLE", None, None, False)
    pairs = {(one.need_id, one.resource_id): place for place, one in enumerate(network.candidates)}
    lines = [
        Line(pairs[parse_id(line["need"]["id"]).id, parse_id(line["resource"]["id"]).id], line["quantity"])
        for line in plan["lines"]["nodes"]
    ]
    assert len(lines) > 10
    assert violations(network.problem, lines) == []
    assert blocking_pairs(network.problem, lines) == []


async def test_plans_are_seen_by_administrators_and_auditors_alone(people: People) -> None:
    plan = await people.do("dagang", "proposePlan", "id", candidatesPerNeed=1)
    shows = "matchingPlans { totalCount } planLines { totalCount } unservedNeeds { totalCount }"
    for login in ("dagang", "dagang2", "shibei", "qingdao", "shenji"):
        found = await people.ask(login, f'{{ matchingPlan(id: "{plan["id"]}") {{ id }} {shows} }}')
        assert found.pop("matchingPlan") == plan
        assert all(page["totalCount"] > 0 for page in found.values()), login
    for other in ("changle3", "changle", "wangge", "wuye", "sifa", "jumin", "xinggang2", None):
        found = await people.ask(other, f'{{ matchingPlan(id: "{plan["id"]}") {{ id }} {shows} }}')
        assert found.pop("matchingPlan") is None
        assert [page["totalCount"] for page in found.values()] == [0, 0, 0], other


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"fairness": -0.1}, "OUT_OF_RANGE"),
        ({"fairness": 10.1}, "OUT_OF_RANGE"),
        ({"reach": -1}, "OUT_OF_RANGE"),
        ({"reach": 1e300}, "OUT_OF_RANGE"),
        ({"timeLimitSeconds": 0}, "NOT_POSITIVE"),
        ({"timeLimitSeconds": 61}, "OUT_OF_RANGE"),
        ({"candidatesPerNeed": -1}, "NOT_POSITIVE"),
        ({"candidatesPerNeed": 51}, "OUT_OF_RANGE"),
    ],
)
async def test_wrong_options_are_refused(town: Town, wrong: dict[str, float], code: str) -> None:
    assert await town.people.refused(town.admin, "proposePlan", **wrong) == [(code, next(iter(wrong)))]
    assert await town.count("SELECT count(*) FROM matching_plan") == 1


async def test_only_administrators_of_the_subdistrict_propose(town: Town) -> None:
    for role in set(Role) - {Role.SUBDISTRICT_ADMIN}:
        assert await town.people.refused(town.login(role), "proposePlan") == [("FORBIDDEN", "")], role


async def test_a_network_without_needs_has_an_empty_plan(town: Town) -> None:
    for stable in (False, True):
        plan = await town.people.do(town.admin, "proposePlan", PLAN, stable=stable, fairness=None)
        assert (plan["needs"], plan["resources"], plan["objective"], plan["lines"]["nodes"]) == (0, 0, 0, [])


async def test_one_plan_of_a_subdistrict_is_made_at_a_time(town: Town) -> None:
    admin = town.network.viewer(Role.SUBDISTRICT_ADMIN)
    async with town.people.network.services.writer() as session:
        await matching_plans.propose(session, admin, time_limit_seconds=60)
        patience = await session.scalar(text("SHOW idle_in_transaction_session_timeout"))
        assert patience == "2min"  # twice as long as the solver may take
        assert await town.people.refused(town.admin, "proposePlan") == [("IN_PROGRESS", "")]
        await session.rollback()
    await town.people.do(town.admin, "proposePlan", "id")


async def test_two_subdistricts_plan_at_once(town: Town) -> None:
    other = await make_network(town.session)
    await town.session.commit()
    logins = [town.admin, other.accounts[Role.SUBDISTRICT_ADMIN].login]
    plans = await asyncio.gather(*(town.people.do(login, "proposePlan", "id") for login in logins))
    assert len({plan["id"] for plan in plans}) == 2


@pytest.mark.parametrize(
    ("taken", "free"),
    [
        ([], (0, 10)),
        ([(2, 4)], (4, 10)),
        ([(5, 7), (1, 2)], (2, 5)),
        ([(-3, 1), (9, 12)], (1, 9)),
        ([(0, 8), (1, 2)], (8, 10)),
        ([(3, 7)], (0, 3)),
        ([(-1, 5), (5, 11)], None),
        ([(11, 12), (-5, -1)], (0, 10)),
    ],
)
def test_the_longest_free_window_is_taken(taken: list[tuple[int, int]], free: tuple[int, int] | None) -> None:
    windows = [Window(NOON + begin * DAY, NOON + end * DAY) for begin, end in taken]
    expected = free and Window(NOON + free[0] * DAY, NOON + free[1] * DAY)
    assert free_window(NOON, NOON + 10 * DAY, windows) == expected
    assert free_window(NOON, NOON, windows) is None


# --- adopting


async def test_chosen_lines_become_claims_that_nobody_has_agreed_to(town: Town) -> None:
    first, second = await town.line(quantity=3, resource_quantity=3), await town.line()
    (claim,) = await town.adopt(first)
    assert claim["direction"] == "PLAN_PROPOSES_BOTH"
    assert (claim["status"], claim["quantity"], claim["resourceQuantity"], claim["plan"]) == ("PROPOSED", 3, 3, "合适")
    assert (claim["partnerConsenter"], claim["branchConsenter"], claim["needLine"]) == (None, None, None)
    assert claim["creator"] == {"login": town.admin}
    assert claim["partner"] == {"id": id_of(town.network.partner)}
    assert claim["branch"] == {"id": id_of(town.network.branch)}
    assert claim["expiresAt"]
    lines = await town.people.see(town.admin, "planLines { nodes { id claim { id } } }")
    adopted = {id_of(first): {"id": claim["id"]}, id_of(second): None}
    assert {line["id"]: line["claim"] for line in lines["nodes"]} == adopted
    log = await town.see(town.admin, claim["id"], "history { nodes { toStatus actor { login } } }")
    assert log["history"]["nodes"] == [{"toStatus": "PROPOSED", "actor": {"login": town.admin}}]
    (rest,) = await town.adopt()
    assert rest["need"] == {"id": id_of(await town.session.get_one(Need, (second.subdistrict_id, second.need_id)))}
    assert await town.refused(first) == [("TERMS_FINAL", "lineIds.0")]
    assert await town.refused(lineIds=None) == [("REQUIRED", "lineIds")]


async def test_the_window_of_an_exclusive_resource_becomes_the_claim_s(town: Town) -> None:
    line = await town.line(exclusive=True, starts_at=NOON, ends_at=NOON + DAY)
    (claim,) = await town.adopt(line)
    assert (claim["startsAt"], claim["endsAt"]) == ("2090-06-01T04:00:00+00:00", "2090-06-02T04:00:00+00:00")
    past = await town.line(exclusive=True, starts_at=NOON - 100 * 366 * DAY, ends_at=NOON - 99 * 366 * DAY)
    assert await town.refused(past) == [("IN_THE_PAST", "lineIds.0")]
    over = await make_plan_line(
        town.session,
        town.plan,
        await make_need(town.session, town.network.branch),
        await town.session.get_one(Resource, (line.subdistrict_id, line.resource_id)),
        starts_at=NOON,
        ends_at=NOON + DAY,
    )
    await town.session.commit()
    assert await town.refused(over) == [("WINDOW_TAKEN", "lineIds.0")]


async def test_what_a_partner_needs_is_for_the_working_committee(town: Town) -> None:
    giver = await make_partner(town.session, town.network.subdistrict)
    need = await make_need(town.session, town.network.partner)
    (claim,) = await town.adopt(await town.line(giver, need))
    assert claim["branch"] == {"id": id_of(town.network.branches[BranchLevel.SUBDISTRICT])}
    assert claim["availableActions"] == ["ACCEPT_CLAIM", "DECLINE_CLAIM", "WITHDRAW_CLAIM"]


async def test_who_may_adopt_and_what(town: Town) -> None:
    line = await town.line()
    for role in set(Role) - {Role.SUBDISTRICT_ADMIN}:
        assert await town.refused(line, by=town.login(role)) == [("FORBIDDEN", "")], role
    elsewhere = await make_network(town.session)
    theirs = await make_plan(town.session, elsewhere.accounts[Role.SUBDISTRICT_ADMIN])
    ours = await make_plan(town.session, town.network.accounts[Role.SUBDISTRICT_ADMIN])
    await town.session.commit()
    other = elsewhere.accounts[Role.SUBDISTRICT_ADMIN].login
    assert await town.refused(line, by=other) == [("NOT_FOUND", "planId")]
    assert await town.refused(line, by=other, planId=id_of(theirs)) == [("NOT_FOUND", "lineIds.0")]
    assert await town.refused(line, planId=id_of(theirs)) == [("NOT_FOUND", "planId")]
    assert await town.refused(line, planId=id_of(line)) == [("INVALID_ID", "planId")]
    assert await town.refused(line, planId=id_of(ours)) == [("MISMATCH", "lineIds.0")]
    assert await town.refused(line, line) == [("DUPLICATE", "lineIds.1")]
    assert await town.refused(line, id_of(town.plan)) == [("INVALID_ID", "lineIds.1")]
    assert await town.refused() == [("REQUIRED", "lineIds")]
    assert await town.refused(*["x"] * 201) == [("TOO_MANY", "lineIds")]
    assert await town.count("SELECT count(*) FROM claim") == 0


async def test_a_line_that_no_longer_fits_is_refused_at_its_place_and_nothing_is_done(town: Town) -> None:
    first, second = await town.line(), await town.line(quantity=8, resource_quantity=8)
    need = await town.session.get_one(Need, (second.subdistrict_id, second.need_id))
    resource = await make_resource(town.session, town.network.partner)
    await town.session.commit()
    wanted: dict[str, Any] = {"resourceId": id_of(resource), "needId": id_of(need), "quantity": 3}
    await town.people.do(town.login(Role.GRID_SECRETARY), "claimResource", **wanted)
    assert await town.refused(first, second) == [("EXCEEDS_REMAINING", "lineIds.1")]
    assert await town.refused(lineIds=None) == [("EXCEEDS_REMAINING", "lineIds.1")]
    assert await town.count("SELECT count(*) FROM claim") == 1
    assert await town.count("SELECT count(*) FROM plan_line WHERE claim_id IS NOT NULL") == 0
    await town.adopt(first)


async def test_what_was_suspended_withdrawn_or_filled_meanwhile_is_refused(town: Town) -> None:
    lines = [await town.line() for _ in range(3)]
    reason = {"reason": "另有安排"}
    need = await town.session.get_one(Need, (lines[0].subdistrict_id, lines[0].need_id))
    resource = await town.session.get_one(Resource, (lines[1].subdistrict_id, lines[1].resource_id))
    await town.people.do(town.login(Role.GRID_SECRETARY), "withdrawNeed", id=id_of(need), **reason)
    await town.people.do(town.login(Role.PARTNER_LIAISON), "pauseResource", id=id_of(resource), **reason)
    assert await town.refused(lines[2], lines[0]) == [("INVALID_STATE", "lineIds.1")]
    assert await town.refused(lines[1]) == [("INVALID_STATE", "lineIds.0")]
    unit = await make_partner(town.session, town.network.subdistrict, capacity=1)
    full = [await town.line(unit) for _ in range(2)]
    assert await town.refused(lines[2], *full) == [("CAPACITY_EXCEEDED", "lineIds.2")]
    await town.people.do(town.admin, "suspendPartner", id=id_of(town.network.partner), **reason)
    assert await town.refused(full[0], lines[2]) == [("INVALID_STATE", "lineIds.1")]


async def test_adopting_a_line_twice_at_once_makes_one_claim(town: Town) -> None:
    line = await town.line()
    asked = {"planId": id_of(town.plan), "lineIds": [id_of(line)]}
    query = "mutation ($input: AdoptPlanInput!) { adoptPlan(input: $input) { userErrors { code } } }"
    answers = await asyncio.gather(*(town.people.ask(town.admin, query, input=asked) for _ in range(4)))
    codes = [error["code"] for answer in answers for error in answer["adoptPlan"]["userErrors"]]
    assert codes == ["TERMS_FINAL"] * 3
    assert await town.count("SELECT count(*) FROM claim") == 1


# --- answering


@pytest.mark.parametrize("first", ["branch", "partner"])
async def test_both_sides_agree_in_either_order(town: Town, first: str) -> None:
    (claim,) = await town.adopt(await town.line())
    sides = {"branch": town.login(Role.GRID_SECRETARY), "partner": town.login(Role.PARTNER_LIAISON)}
    second = "partner" if first == "branch" else "branch"
    for login in sides.values():
        assert (await town.see(login, claim["id"]))["availableActions"] == ["ACCEPT_CLAIM", "DECLINE_CLAIM"]
    begun = await town.see(town.admin, claim["id"], CLOCK)
    assert owner(begun) == "branch"
    half = await town.people.do(sides[first], "acceptClaim", CLAIM, id=claim["id"])
    assert (half["status"], half[f"{first}Consenter"]) == ("PROPOSED", {"login": sides[first]})
    assert half[f"{second}Consenter"] is None
    assert half["availableActions"] == []
    waiting = await town.see(town.admin, claim["id"], CLOCK)
    assert owner(waiting) == second
    assert waiting["deadlines"]["nodes"][0]["dueAt"] == begun["deadlines"]["nodes"][0]["dueAt"]
    again = [("FORBIDDEN", "id")]
    assert await town.people.refused(sides[first], "acceptClaim", id=claim["id"]) == again
    whole = await town.people.do(sides[second], "acceptClaim", CLAIM, id=claim["id"])
    assert (whole["status"], whole[f"{second}Consenter"]) == ("ACCEPTED", {"login": sides[second]})
    log = await town.see(town.admin, claim["id"], "history { nodes { toStatus } }")
    assert [entry["toStatus"] for entry in log["history"]["nodes"]] == ["PROPOSED", "ACCEPTED"]
    assert await town.people.refused(town.admin, "withdrawClaim", id=claim["id"]) == [("TERMS_FINAL", "id")]
    assert (await town.people.do(sides["partner"], "startClaim", id=claim["id"]))["status"] == "ACTIVE"


def owner(claim: dict[str, Any]) -> str:
    """Which side the deadline to answer binds."""
    (deadline,) = claim["deadlines"]["nodes"]
    assert (deadline["kind"], deadline["status"]) == ("ANSWER_CLAIM", "RUNNING")
    return "branch" if deadline["branch"] else "partner"


async def test_nobody_else_of_a_side_that_agreed_answers_again(town: Town) -> None:
    (claim,) = await town.adopt(await town.line())
    await town.people.do(town.login(Role.GRID_SECRETARY), "acceptClaim", id=claim["id"])
    for role in (Role.COMMUNITY_SECRETARY, Role.SUBDISTRICT_ADMIN):
        login = town.login(role)
        assert await town.people.refused(login, "acceptClaim", id=claim["id"]) == [("TERMS_FINAL", "id")]
        declined = await town.people.refused(login, "declineClaim", id=claim["id"], reason="r")
        assert declined == [("TERMS_FINAL", "id")]
    assert (await town.see(town.admin, claim["id"]))["availableActions"] == ["WITHDRAW_CLAIM"]
    worker = await town.people.refused(town.login(Role.GRID_WORKER), "acceptClaim", id=claim["id"])
    assert worker == [("FORBIDDEN", "id")]


@pytest.mark.parametrize("role", [Role.GRID_SECRETARY, Role.COMMUNITY_SECRETARY, Role.PARTNER_LIAISON])
async def test_either_side_may_decline(town: Town, role: Role) -> None:
    line = await town.line(quantity=4, resource_quantity=4)
    (claim,) = await town.adopt(line)
    declined = await town.people.do(town.login(role), "declineClaim", id=claim["id"], reason="另有安排")
    assert declined["status"] == "DECLINED"
    assert await town.count("SELECT sum(claimed) FROM need") == 0
    assert await town.refused(line) == [("TERMS_FINAL", "lineIds.0")]


async def test_the_administrator_takes_a_proposal_back_while_a_side_waits(town: Town) -> None:
    first, second = await town.adopt(await town.line(), await town.line())
    await town.people.do(town.login(Role.PARTNER_LIAISON), "acceptClaim", id=second["id"])
    for claim in (first, second):
        for role in (Role.GRID_SECRETARY, Role.PARTNER_LIAISON):
            assert await town.people.refused(town.login(role), "withdrawClaim", id=claim["id"]) == [("FORBIDDEN", "id")]
        assert (await town.people.do(town.admin, "withdrawClaim", id=claim["id"]))["status"] == "WITHDRAWN"


async def test_the_subdistrict_s_own_is_agreed_to_by_two_people(town: Town) -> None:
    (claim,) = await town.adopt(await town.line(town.network.subdistrict))
    half = await town.people.do(town.admin, "acceptClaim", CLAIM, id=claim["id"])
    assert (half["status"], half["partnerConsenter"], half["branchConsenter"]) == (
        "PROPOSED",
        {"login": town.admin},
        None,
    )
    assert await town.people.refused(town.admin, "acceptClaim", id=claim["id"]) == [("FORBIDDEN", "id")]
    other = await make_account(town.session, Role.SUBDISTRICT_ADMIN, town.network.subdistrict)
    await town.session.commit()
    whole = await town.people.do(other.login, "acceptClaim", CLAIM, id=claim["id"])
    assert (whole["status"], whole["branchConsenter"]) == ("ACCEPTED", {"login": other.login})


# --- what the database holds


PROPOSED = """INSERT INTO claim (subdistrict_id, direction, partner_id, branch_id, need_id, resource_id, quantity,
        resource_quantity, status, created_by, branch_consent_by, branch_consent_at)
    SELECT subdistrict_id, direction, partner_id, branch_id, need_id, resource_id, 1, 1, status, {by} FROM claim"""


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        ("UPDATE matching_plan SET objective = 1", "append_only"),
        ("DELETE FROM matching_plan", "append_only"),
        ("UPDATE unserved_need SET quantity = 1", "append_only"),
        ("TRUNCATE unserved_need", "append_only"),
        ("DELETE FROM plan_line", "append_only"),
        ("UPDATE plan_line SET quantity = 2", "plan_line_final"),
        ("UPDATE plan_line SET claim_id = NULL WHERE claim_id IS NOT NULL", "plan_line_final"),
        ("UPDATE plan_line SET claim_id = claim.id FROM claim WHERE claim_id IS NULL", "plan_line_claim"),
        ("UPDATE claim SET status = 'ACCEPTED'", "ck_claim_both_consents"),
        (PROPOSED.format(by="NULL, NULL, NULL"), "plan_claim_of_administrator"),
        (
            PROPOSED.format(by="(SELECT id FROM account WHERE role = 'GRID_SECRETARY'), NULL, NULL"),
            "plan_claim_of_administrator",
        ),
        (PROPOSED.format(by="created_by, created_by, now()"), "plan_claim_of_administrator"),
    ],
)
async def test_plans_stay_as_they_were_made_and_claims_need_both_consents(town: Town, change: str, rule: str) -> None:
    await town.line()
    await town.adopt(await town.line(quantity=5, resource_quantity=5))
    connection = await asyncpg.connect(town.people.network.addresses.owner.url)
    try:
        with pytest.raises(asyncpg.IntegrityConstraintViolationError) as refused:
            await connection.execute(change)
    finally:
        await connection.close()
    assert refused.value.constraint_name == rule


async def test_a_claim_is_of_one_line(town: Town) -> None:
    line = await town.line()
    await town.adopt(line)
    await town.session.refresh(line)
    lines = select(PlanLine).where(PlanLine.claim_id == line.claim_id)
    assert [one.id for one in await town.session.scalars(lines)] == [line.id]
