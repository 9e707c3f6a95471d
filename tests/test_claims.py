from collections.abc import AsyncIterator
from datetime import UTC, datetime
from typing import Any

import pytest
from make import (
    id_of,
    make_account,
    make_branch,
    make_claim,
    make_grid,
    make_line,
    make_need,
    make_partner,
    make_project,
    make_resource,
)
from world import HOUR, NOON, World, open_world

from db.addresses import Addresses
from db.models import Claim, Project
from db.models.states import BranchLevel, Role
from resolvers import answers, claims, deliveries, needs, partners, projects, resources
from resolvers.accounts import viewer_of
from resolvers.errors import ErrorCode
from resolvers.moments import today


@pytest.fixture
async def world(database: Addresses) -> AsyncIterator[World]:
    async with open_world(database) as world:
        yield world


async def test_a_claim_goes_from_proposal_to_both_consents(world: World) -> None:
    need, line = await world.claimable()
    claim = await world.claim(line, quantity=4)
    assert (claim.status, claim.partner_consent_by) == ("PROPOSED", world.network.accounts[Role.PARTNER_LIAISON].id)
    assert (await world.now(need)).claimed == 4
    await world.do(answers.accept, Role.GRID_SECRETARY, claim_id=id_of(claim))
    accepted = await world.now(await world.owner.get_one(Claim, (claim.subdistrict_id, claim.id)))
    assert (accepted.status, accepted.branch_consent_by) == (
        "ACCEPTED",
        world.network.accounts[Role.GRID_SECRETARY].id,
    )
    again = await world.refuses(answers.accept, Role.GRID_SECRETARY, claim_id=id_of(claim))
    assert again == {(ErrorCode.INVALID_STATE, "id")}
    await world.do(answers.withdraw, Role.PARTNER_LIAISON, claim_id=id_of(claim))
    assert (await world.now(need)).claimed == 0


async def test_a_declined_claim_needs_a_reason_and_frees_what_it_held(world: World) -> None:
    need, line = await world.claimable()
    claim = await world.claim(line, quantity=4)
    for reason in ("", "  \n"):
        refused = await world.refuses(answers.decline, Role.GRID_SECRETARY, claim_id=id_of(claim), reason=reason)
        assert refused == {(ErrorCode.BLANK, "reason")}
    await world.do(answers.decline, Role.GRID_SECRETARY, claim_id=id_of(claim), reason="另有安排")
    assert (await world.now(need)).claimed == 0
    assert (await world.now(world.network.partner)).carrying == 0


async def test_what_is_not_divisible_is_claimed_whole_and_stays_as_much_as_it_is(world: World) -> None:
    need, line = await world.claimable(divisible=False, quantity=10)
    part = [{"need_line_id": id_of(line), "quantity": 9}]
    refused = await world.refuses(claims.claim_project, Role.PARTNER_LIAISON, lines=part)
    assert refused == {(ErrorCode.INDIVISIBLE, "lines.0.quantity")}
    await world.claim(line, quantity=10)
    for name, value in (("quantity", 12), ("divisible", True), ("unit", "米")):
        changed = await world.refuses(needs.edit, Role.GRID_SECRETARY, need_id=id_of(need), **{name: value})
        assert changed == {(ErrorCode.TERMS_FINAL, name)}
    await world.do(needs.edit, Role.GRID_SECRETARY, need_id=id_of(need), title="整体认领", quantity=10)


async def test_what_a_default_left_of_the_indivisible_is_claimed_whole_again(world: World) -> None:
    _, line = await world.claimable(divisible=False, quantity=10)
    other = await make_need(world.owner, world.network.branch, divisible=False, quantity=10)
    await world.owner.commit()
    part = {"lines": [{"need_id": id_of(other), "quantity": 4}], "title": "一部分"}
    refused = await world.refuses(projects.open_project, Role.GRID_SECRETARY, **part)
    assert refused == {(ErrorCode.INDIVISIBLE, "lines.0.quantity")}
    claim = {"claim_id": id_of(await world.claim(line, quantity=10))}
    await world.do(answers.accept, Role.GRID_SECRETARY, **claim)
    await world.do(deliveries.start, Role.PARTNER_LIAISON, **claim)
    given = {"quantity": 6, "delivered_on": today(), "evidence": "签收单"}
    await world.do(deliveries.deliver, Role.PARTNER_LIAISON, **claim, **given)
    await world.do(deliveries.default, Role.GRID_SECRETARY, reason="未交齐", **claim)
    less = [{"need_line_id": id_of(line), "quantity": 3}]
    refused = await world.refuses(claims.claim_project, Role.PARTNER_LIAISON, lines=less)
    assert refused == {(ErrorCode.INDIVISIBLE, "lines.0.quantity")}
    assert (await world.claim(line, quantity=4)).quantity == 4


async def test_a_claim_is_not_accepted_after_its_time(world: World) -> None:
    _, line = await world.claimable()
    liaison = world.network.accounts[Role.PARTNER_LIAISON]
    past = datetime(2020, 1, 1, tzinfo=UTC)
    claim = id_of(await make_claim(world.owner, line, world.network.partner, liaison, expires_at=past))
    assert await world.refuses(answers.accept, Role.GRID_SECRETARY, claim_id=claim) == {(ErrorCode.EXPIRED, "id")}
    await world.do(answers.decline, Role.GRID_SECRETARY, claim_id=claim, reason="r")


async def test_nothing_is_accepted_from_a_suspended_partner(world: World) -> None:
    _, line = await world.claimable()
    claim = id_of(await world.claim(line))
    await world.do(partners.suspend, Role.SUBDISTRICT_ADMIN, partner_id=id_of(world.network.partner), reason="r")
    assert await world.refuses(answers.accept, Role.GRID_SECRETARY, claim_id=claim) == {(ErrorCode.INVALID_STATE, "id")}


@pytest.mark.parametrize(
    ("values", "refused"),
    [
        ({"quantity": 0}, (ErrorCode.NOT_POSITIVE, "lines.0.quantity")),
        ({"quantity": -1}, (ErrorCode.NOT_POSITIVE, "lines.0.quantity")),
        ({"quantity": 11}, (ErrorCode.EXCEEDS_REMAINING, "lines.0.quantity")),
        ({"quantity": 10**9}, (ErrorCode.EXCEEDS_REMAINING, "lines.0.quantity")),
        ({"need_line_id": "x"}, (ErrorCode.INVALID_ID, "lines.0.needLineId")),
        ({"resource_id": "x"}, (ErrorCode.INVALID_ID, "lines.0.resourceId")),
        ({"resource_quantity": 1}, (ErrorCode.REQUIRED, "lines.0.resourceId")),
        ({"starts_at": NOON, "ends_at": NOON}, (ErrorCode.WINDOW_OUT_OF_ORDER, "lines.0.endsAt")),
        ({"ends_at": datetime(2020, 1, 1, tzinfo=UTC)}, (ErrorCode.IN_THE_PAST, "lines.0.endsAt")),
    ],
)
async def test_a_line_that_says_nonsense_is_refused(
    world: World, values: dict[str, Any], refused: tuple[ErrorCode, str]
) -> None:
    _, line = await world.claimable()
    lines = [{"need_line_id": id_of(line), "quantity": 1} | values]
    assert await world.refuses(claims.claim_project, Role.PARTNER_LIAISON, lines=lines) == {refused}


async def test_lines_are_claimed_all_or_none(world: World) -> None:
    first, line = await world.claimable()
    second = await make_need(world.owner, world.network.branch, quantity=2)
    project = await world.owner.get_one(Project, (line.subdistrict_id, line.project_id))
    other = await make_line(world.owner, project, second)
    lines = [{"need_line_id": id_of(line), "quantity": 3}, {"need_line_id": id_of(other), "quantity": 3}]
    refused = await world.refuses(claims.claim_project, Role.PARTNER_LIAISON, lines=lines)
    assert refused == {(ErrorCode.EXCEEDS_REMAINING, "lines.1.quantity")}
    assert (await world.now(first)).claimed == 0
    lines[1]["quantity"] = 2
    made = await world.do(claims.claim_project, Role.PARTNER_LIAISON, lines=lines, project_id=id_of(project))
    assert [claim.need_id for claim in made] == [first.id, second.id]
    twice = [{"need_line_id": id_of(line), "quantity": 4}] * 2
    refused = await world.refuses(claims.claim_project, Role.PARTNER_LIAISON, lines=twice)
    assert refused == {(ErrorCode.EXCEEDS_REMAINING, "lines.1.quantity")}, "each counts what the one before took"


async def test_lines_are_of_one_project(world: World) -> None:
    _, one = await world.claimable()
    _, two = await world.claimable()
    lines = [{"need_line_id": id_of(line), "quantity": 1} for line in (one, two)]
    refused = await world.refuses(claims.claim_project, Role.PARTNER_LIAISON, lines=lines)
    assert refused == {(ErrorCode.MISMATCH, "lines.1.needLineId")}
    project = id_of(await world.owner.get_one(Project, (two.subdistrict_id, two.project_id)))
    refused = await world.refuses(claims.claim_project, Role.PARTNER_LIAISON, lines=lines[:1], project_id=project)
    assert refused == {(ErrorCode.MISMATCH, "projectId")}


async def test_ones_own_need_cannot_be_claimed(world: World) -> None:
    own = await make_need(world.owner, world.network.partner)
    project = await make_project(world.owner, world.network.branch)
    line = await make_line(world.owner, project, own)
    lines = [{"need_line_id": id_of(line), "quantity": 1}]
    refused = await world.refuses(claims.claim_project, Role.PARTNER_LIAISON, lines=lines)
    assert refused == {(ErrorCode.OWN_NEED, "lines.0")}
    resource = id_of(await make_resource(world.owner, world.network.partner))
    wanted = {"resource_id": resource, "need_id": id_of(own), "quantity": 1}
    refused = await world.refuses(claims.claim_resource, Role.GRID_SECRETARY, **wanted)
    assert refused == {(ErrorCode.OWN_NEED, "")}


async def test_a_partner_carries_no_more_than_its_capacity(world: World) -> None:
    world.network.partner.capacity = 1
    await world.owner.flush()
    _, line = await world.claimable()
    lines = [{"need_line_id": id_of(line), "quantity": 1}] * 2
    refused = await world.refuses(claims.claim_project, Role.PARTNER_LIAISON, lines=lines)
    assert refused == {(ErrorCode.CAPACITY_EXCEEDED, "")}
    await world.claim(line)
    refused = await world.refuses(claims.claim_project, Role.PARTNER_LIAISON, lines=lines[:1])
    assert refused == {(ErrorCode.CAPACITY_EXCEEDED, "")}


async def test_a_claim_uses_a_resource_of_its_own(world: World) -> None:
    _, line = await world.claimable()
    other = await make_partner(world.owner, world.network.subdistrict)
    foreign = id_of(await make_resource(world.owner, other))
    same = await make_resource(world.owner, world.network.partner)
    hours = await make_resource(world.owner, world.network.partner, unit="小时", quantity=3)
    this = {"need_line_id": id_of(line), "quantity": 2}

    async def refused(**values: Any) -> set[tuple[ErrorCode, str]]:
        return await world.refuses(claims.claim_project, Role.PARTNER_LIAISON, lines=[this | values])

    assert await refused(resource_id=foreign) == {(ErrorCode.MISMATCH, "lines.0.resourceId")}
    assert await refused(resource_id=id_of(hours)) == {(ErrorCode.UNIT_MISMATCH, "lines.0.resourceQuantity")}
    assert await refused(resource_id=id_of(hours), resource_quantity=4) == {
        (ErrorCode.EXCEEDS_REMAINING, "lines.0.resourceQuantity")
    }
    assert (await world.claim(line, quantity=2, resource_id=id_of(same))).resource_quantity == 2
    await world.claim(line, quantity=2, resource_id=id_of(hours), resource_quantity=3)
    assert (await world.now(hours)).status == "FULLY_CLAIMED"
    await world.do(resources.pause, Role.PARTNER_LIAISON, resource_id=id_of(same))
    assert await refused(resource_id=id_of(same)) == {(ErrorCode.INVALID_STATE, "lines.0.resourceId")}


async def test_an_exclusive_resource_is_claimed_for_a_time(world: World) -> None:
    need = id_of(await make_need(world.owner, world.network.branch))
    values = {"exclusive": True, "available_from": NOON, "available_until": NOON + 3 * HOUR}
    resource = id_of(await make_resource(world.owner, world.network.partner, **values))
    wanted = {"resource_id": resource, "need_id": need, "quantity": 1}

    async def refused(start: datetime | None, end: datetime | None) -> set[tuple[ErrorCode, str]]:
        window = {"starts_at": start, "ends_at": end}
        return await world.refuses(claims.claim_resource, Role.GRID_SECRETARY, **wanted, **window)

    assert await refused(None, None) == {(ErrorCode.WINDOW_REQUIRED, "startsAt")}
    assert await refused(NOON, NOON + 4 * HOUR) == {(ErrorCode.WINDOW_UNAVAILABLE, "startsAt")}
    await world.do(claims.claim_resource, Role.GRID_SECRETARY, **wanted, starts_at=NOON, ends_at=NOON + HOUR)
    assert await refused(NOON + HOUR / 2, NOON + 2 * HOUR) == {(ErrorCode.WINDOW_TAKEN, "startsAt")}
    late = {"starts_at": NOON + HOUR, "ends_at": NOON + 2 * HOUR}
    await world.do(claims.claim_resource, Role.GRID_SECRETARY, **wanted, **late)


async def test_a_branch_claims_for_needs_that_it_answers_for(world: World) -> None:
    need, line = await world.claimable()
    resource = id_of(await make_resource(world.owner, world.network.partner))
    grid = await make_grid(world.owner, world.network.community)
    beside = await make_branch(world.owner, grid, world.network.branches[BranchLevel.COMMUNITY])
    theirs = id_of(await make_need(world.owner, beside))

    async def refused(**values: Any) -> set[tuple[ErrorCode, str]]:
        wanted = {"resource_id": resource, "quantity": 1} | values
        return await world.refuses(claims.claim_resource, Role.GRID_SECRETARY, **wanted)

    assert await refused() == {(ErrorCode.REQUIRED, "needId")}
    assert await refused(need_id=theirs) == {(ErrorCode.FORBIDDEN, "needId")}
    assert await refused(need_id=theirs, need_line_id=id_of(line)) == {(ErrorCode.MISMATCH, "needLineId")}
    wanted = {"resource_id": resource, "quantity": 1, "need_line_id": id_of(line)}
    claim = await world.do(claims.claim_resource, Role.SUBDISTRICT_ADMIN, **wanted)
    assert (claim.need_id, claim.project_id, claim.branch_id) == (need.id, line.project_id, world.network.branch.id)
    partners_ = id_of(await make_need(world.owner, await make_partner(world.owner, world.network.subdistrict)))
    wanted = {"resource_id": resource, "quantity": 1, "need_id": partners_}
    assert (await world.do(claims.claim_resource, Role.GRID_SECRETARY, **wanted)).status == "PROPOSED"
    assert await world.refuses(claims.claim_resource, Role.COMMUNITY_SECRETARY, **wanted) == {
        (ErrorCode.REQUIRED, "branchId")
    }


async def test_nobody_consents_for_both_sides(world: World) -> None:
    need = id_of(await make_need(world.owner, world.network.branch))
    resource = id_of(await make_resource(world.owner, world.network.subdistrict))
    wanted = {"resource_id": resource, "need_id": need, "quantity": 1}
    claim = id_of(await world.do(claims.claim_resource, Role.SUBDISTRICT_ADMIN, **wanted))
    assert await world.refuses(answers.accept, Role.SUBDISTRICT_ADMIN, claim_id=claim) == {(ErrorCode.FORBIDDEN, "id")}
    colleague = await make_account(world.owner, Role.SUBDISTRICT_ADMIN, world.network.subdistrict)
    await world.do(answers.accept, viewer_of(colleague), claim_id=claim)
