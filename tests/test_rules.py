from collections.abc import AsyncIterator
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest
from make import (
    id_of,
    make_branch,
    make_community,
    make_grid,
    make_need,
    make_network,
    make_project,
    make_resource,
)
from sqlalchemy import func, select
from world import HOUR, NEED, NOON, PARTNER, RESOURCE, World, open_world

from db.addresses import Addresses
from db.models import NeedLine, PartnerUnit, Project, ServiceArea, Transition
from db.models.states import BranchLevel, NeedOwner, PartnerKind, Role
from resolvers import answers, claims, needs, partners, projects, resources
from resolvers.errors import ErrorCode


@pytest.fixture
async def world(database: Addresses) -> AsyncIterator[World]:
    async with open_world(database) as world:
        yield world


async def test_a_need_is_posted_trimmed_and_in_its_place(world: World) -> None:
    need = await world.do(needs.post, Role.GRID_WORKER, **NEED | {"title": " 扶手\u3000", "description": " a\r\nb "})
    branch = world.network.branch
    assert (need.title, need.description, need.owner) == ("扶手", "a\nb", NeedOwner.GRID)
    assert (need.branch_id, need.grid_id, need.community_id) == (branch.id, branch.grid_id, branch.community_id)
    logged = await world.owner.scalar(select(Transition.to_status).where(Transition.subject_id == need.id))
    assert logged == "POSTED"


async def test_a_partners_need_is_its_own(world: World) -> None:
    grid = id_of(world.network.grid)
    need = await world.do(needs.post, Role.PARTNER_LIAISON, grid_id=grid, **NEED)
    assert (need.owner, need.partner_id, need.branch_id) == (NeedOwner.PARTNER, world.network.partner.id, None)
    refused = await world.refuses(needs.post, Role.PARTNER_LIAISON, owner=NeedOwner.GRID, **NEED)
    assert refused == {(ErrorCode.MISMATCH, "owner")}
    refused = await world.refuses(needs.post, Role.GRID_WORKER, owner=NeedOwner.PARTNER, **NEED)
    assert refused == {(ErrorCode.MISMATCH, "owner")}
    refused = await world.refuses(needs.post, Role.PARTNER_LIAISON, branch_id=id_of(world.network.branch), **NEED)
    assert refused == {(ErrorCode.MISMATCH, "branchId")}


async def test_a_resource_is_at_a_grid_of_its_community(world: World) -> None:
    other = await make_network(world.owner)
    grid, community = world.network.grid, world.network.community
    resource = await world.do(resources.offer, Role.PARTNER_LIAISON, grid_id=id_of(grid), **RESOURCE)
    assert (resource.grid_id, resource.community_id) == (grid.id, community.id)
    beside = await make_community(world.owner, world.network.subdistrict)
    wrong = {"grid_id": id_of(grid), "community_id": id_of(beside)}
    refused = await world.refuses(resources.offer, Role.PARTNER_LIAISON, **wrong, **RESOURCE)
    assert refused == {(ErrorCode.MISMATCH, "gridId")}
    refused = await world.refuses(
        resources.edit, Role.PARTNER_LIAISON, resource_id=id_of(resource), grid_id=id_of(other.grid)
    )
    assert refused == {(ErrorCode.NOT_FOUND, "gridId")}
    terms = {"resource_id": id_of(resource), "community_id": id_of(beside)}
    moved = await world.do(resources.edit, Role.PARTNER_LIAISON, **terms)
    assert (moved.grid_id, moved.community_id) == (None, beside.id)


async def test_kinds_are_excluded_once_each_and_let_in_again(world: World) -> None:
    kinds = [PartnerKind.ENTERPRISE, PartnerKind.DEPARTMENT, PartnerKind.ENTERPRISE]
    need = await world.do(needs.post, Role.GRID_WORKER, excluded_kinds=kinds, **NEED)
    assert need.excluded_kinds == ["ENTERPRISE", "DEPARTMENT"]
    cleared = await world.do(needs.edit, Role.GRID_WORKER, need_id=id_of(need), excluded_kinds=None)
    assert cleared.excluded_kinds == []


async def test_a_need_is_at_a_grid_of_its_branch(world: World) -> None:
    other = await make_network(world.owner)
    middle = id_of(world.network.branches[BranchLevel.COMMUNITY])
    grid = await make_grid(world.owner, world.network.community)
    need = await world.do(needs.post, Role.COMMUNITY_SECRETARY, branch_id=middle, grid_id=id_of(grid), **NEED)
    assert need.grid_id == grid.id
    refused = await world.refuses(needs.post, Role.GRID_WORKER, grid_id=id_of(grid), **NEED)
    assert refused == {(ErrorCode.MISMATCH, "gridId")}
    refused = await world.refuses(needs.post, Role.GRID_WORKER, grid_id=id_of(other.grid), **NEED)
    assert refused == {(ErrorCode.NOT_FOUND, "gridId")}


@pytest.mark.parametrize(
    ("values", "refused"),
    [
        ({"quantity": 0}, {(ErrorCode.NOT_POSITIVE, "quantity")}),
        ({"quantity": -1}, {(ErrorCode.NOT_POSITIVE, "quantity")}),
        ({"quantity": 2**31}, {(ErrorCode.OUT_OF_RANGE, "quantity")}),
        ({"title": " \u3000\n"}, {(ErrorCode.BLANK, "title")}),
        ({"title": "\u200b"}, {(ErrorCode.INVALID_CHARACTERS, "title")}),
        ({"title": "字" * 201}, {(ErrorCode.TOO_LONG, "title")}),
        ({"title": "a\x00b"}, {(ErrorCode.INVALID_CHARACTERS, "title")}),
        ({"title": "a\nb"}, {(ErrorCode.INVALID_CHARACTERS, "title")}),
        ({"title": "\ud800"}, {(ErrorCode.INVALID_CHARACTERS, "title")}),
        ({"title": "a\u202eb"}, {(ErrorCode.INVALID_CHARACTERS, "title")}),
        ({"unit": "a\u200d"}, {(ErrorCode.INVALID_CHARACTERS, "unit")}),
        ({"site": "a\u2066b"}, {(ErrorCode.INVALID_CHARACTERS, "site")}),
        ({"description": "a\u2029b"}, {(ErrorCode.INVALID_CHARACTERS, "description")}),
        ({"description": "a\x1bb"}, {(ErrorCode.INVALID_CHARACTERS, "description")}),
        ({"description": "字" * 5001}, {(ErrorCode.TOO_LONG, "description")}),
        ({"unit": "", "quantity": 0}, {(ErrorCode.BLANK, "unit"), (ErrorCode.NOT_POSITIVE, "quantity")}),
        ({"category": None}, {(ErrorCode.REQUIRED, "category")}),
        ({"beneficiaries": -1}, {(ErrorCode.OUT_OF_RANGE, "beneficiaries")}),
        ({"needed_by": date(2020, 1, 1)}, {(ErrorCode.IN_THE_PAST, "neededBy")}),
        ({"needed_by": date(9999, 1, 1)}, {(ErrorCode.OUT_OF_RANGE, "neededBy")}),
        ({"contact_phone": "call me"}, {(ErrorCode.INVALID_FORMAT, "contactPhone")}),
    ],
)
async def test_a_need_that_says_nonsense_is_refused(
    world: World, values: dict[str, Any], refused: set[tuple[ErrorCode, str]]
) -> None:
    assert await world.refuses(needs.post, Role.GRID_WORKER, **NEED | values) == refused
    need = id_of(await make_need(world.owner, world.network.branch))
    assert await world.refuses(needs.edit, Role.GRID_WORKER, need_id=need, **values) == refused


async def test_an_edit_changes_what_it_names(world: World) -> None:
    need = await make_need(world.owner, world.network.branch, site="门口", description="d", contact_phone="0532-1234")
    phone = "＋86 532 8888 6666"
    await world.do(
        needs.edit,
        Role.GRID_WORKER,
        need_id=id_of(need),
        site="",
        description=None,
        contact_name=" ",
        contact_phone=phone,
    )
    changed = await world.now(need)
    assert (changed.site, changed.description, changed.contact_phone) == (None, "", "+86 532 8888 6666")
    assert (changed.title, changed.quantity, changed.status) == ("楼道扶手", 10, "POSTED")


async def test_what_is_planned_or_claimed_of_a_need_stays(world: World) -> None:
    need, line = await world.claimable()
    edit = {"need_id": id_of(need)}
    assert await world.refuses(needs.edit, Role.GRID_WORKER, **edit, quantity=9) == {
        (ErrorCode.BELOW_CLAIMED, "quantity")
    }
    assert await world.refuses(needs.edit, Role.GRID_WORKER, **edit, unit="根") == {(ErrorCode.TERMS_FINAL, "unit")}
    assert await world.refuses(needs.withdraw, Role.GRID_WORKER, **edit) == {(ErrorCode.IN_USE, "id")}
    await world.claim(line, quantity=10)
    assert (await world.now(need)).status == "FULLY_CLAIMED"
    await world.do(needs.edit, Role.GRID_WORKER, **edit, quantity=11)
    assert (await world.now(need)).status == "PARTLY_CLAIMED"


async def test_a_draft_is_published_once_and_in_time(world: World) -> None:
    draft = await world.do(needs.post, Role.GRID_WORKER, draft=True, **NEED)
    assert draft.status == "DRAFT"
    await world.do(needs.publish, Role.GRID_SECRETARY, need_id=id_of(draft))
    again = await world.refuses(needs.publish, Role.GRID_SECRETARY, need_id=id_of(draft))
    assert again == {(ErrorCode.INVALID_STATE, "id")}
    late = await make_need(world.owner, world.network.branch, status="DRAFT", needed_by=date(2020, 1, 1))
    refused = await world.refuses(needs.publish, Role.GRID_SECRETARY, need_id=id_of(late))
    assert refused == {(ErrorCode.IN_THE_PAST, "neededBy")}


async def test_a_withdrawal_is_logged_with_its_reason(world: World) -> None:
    need = await make_need(world.owner, world.network.branch)
    await world.do(needs.withdraw, Role.GRID_SECRETARY, need_id=id_of(need), reason=" 已自行解决 ")
    reason = select(Transition.reason).where(Transition.subject_id == need.id, Transition.to_status == "WITHDRAWN")
    assert await world.owner.scalar(reason) == "已自行解决"
    again = await world.refuses(needs.edit, Role.GRID_SECRETARY, need_id=id_of(need), title="t")
    assert again == {(ErrorCode.INVALID_STATE, "id")}


# Resources


async def test_a_resource_is_offered_by_who_has_it(world: World) -> None:
    offered = await world.do(resources.offer, Role.DEPARTMENT_OFFICER, **RESOURCE)
    assert (offered.partner_id, offered.status) == (world.network.partner.id, "OFFERED")
    community = id_of(world.network.community)
    common = await world.do(resources.offer, Role.SUBDISTRICT_ADMIN, community_id=community, **RESOURCE)
    assert (common.partner_id, common.community_id) == (None, world.network.community.id)


async def test_a_suspended_partner_offers_and_needs_nothing_new(world: World) -> None:
    await world.do(partners.suspend, Role.SUBDISTRICT_ADMIN, partner_id=id_of(world.network.partner), reason="r")
    assert await world.refuses(resources.offer, Role.PARTNER_LIAISON, **RESOURCE) == {(ErrorCode.INVALID_STATE, "")}
    assert await world.refuses(needs.post, Role.PARTNER_LIAISON, **NEED) == {(ErrorCode.INVALID_STATE, "")}


async def test_a_resources_availability_is_in_order(world: World) -> None:
    window = {"available_from": NOON, "available_until": NOON}
    refused = await world.refuses(resources.offer, Role.PARTNER_LIAISON, **RESOURCE, **window)
    assert refused == {(ErrorCode.WINDOW_OUT_OF_ORDER, "availableUntil")}
    resource = await make_resource(world.owner, world.network.partner, available_from=NOON)
    edit = {"resource_id": id_of(resource), "available_until": NOON - HOUR}
    refused = await world.refuses(resources.edit, Role.PARTNER_LIAISON, **edit)
    assert refused == {(ErrorCode.WINDOW_OUT_OF_ORDER, "availableUntil")}
    past = datetime(2020, 1, 1, tzinfo=UTC)
    refused = await world.refuses(resources.edit, Role.PARTNER_LIAISON, **edit | {"available_until": past})
    assert refused == {(ErrorCode.IN_THE_PAST, "availableUntil")}


async def test_what_is_claimed_of_a_resource_stays(world: World) -> None:
    _, line = await world.claimable()
    resource = await make_resource(world.owner, world.network.partner, exclusive=True)
    this = {"resource_id": id_of(resource)}
    claim = await world.claim(line, quantity=4, starts_at=NOON, ends_at=NOON + HOUR, **this)
    for values, refused in (
        ({"quantity": 3}, (ErrorCode.BELOW_CLAIMED, "quantity")),
        ({"unit": "米"}, (ErrorCode.TERMS_FINAL, "unit")),
        ({"exclusive": False}, (ErrorCode.TERMS_FINAL, "exclusive")),
        ({"available_from": NOON + HOUR / 2}, (ErrorCode.TERMS_FINAL, "")),
    ):
        assert await world.refuses(resources.edit, Role.PARTNER_LIAISON, **this, **values) == {refused}
    assert await world.refuses(resources.withdraw, Role.PARTNER_LIAISON, **this) == {(ErrorCode.INVALID_STATE, "id")}
    await world.do(resources.pause, Role.PARTNER_LIAISON, **this)
    assert await world.refuses(resources.withdraw, Role.PARTNER_LIAISON, **this) == {(ErrorCode.IN_USE, "id")}
    await world.do(resources.resume, Role.PARTNER_LIAISON, **this)
    assert (await world.now(resource)).status == "PARTLY_CLAIMED"
    await world.do(answers.withdraw, Role.PARTNER_LIAISON, claim_id=id_of(claim))
    await world.do(resources.withdraw, Role.PARTNER_LIAISON, **this)
    refused_ = await world.refuses(resources.resume, Role.PARTNER_LIAISON, **this)
    assert refused_ == {(ErrorCode.INVALID_STATE, "id")}


# Projects


async def test_a_project_plans_what_is_not_yet_planned(world: World) -> None:
    need = await make_need(world.owner, world.network.branch)
    lines = [{"need_id": id_of(need), "quantity": 4}]
    first = await world.do(projects.open_project, Role.GRID_SECRETARY, title="一", lines=lines)
    assert (first.branch_id, first.grid_id, first.status) == (world.network.branch.id, need.grid_id, "PLANNED")
    lines = [{"need_id": id_of(need), "quantity": None}]
    second = await world.do(projects.open_project, Role.GRID_SECRETARY, title="二", lines=lines)
    planned = await world.owner.scalar(select(NeedLine.quantity).where(NeedLine.project_id == second.id))
    assert planned == 6
    refused = await world.refuses(projects.open_project, Role.GRID_SECRETARY, title="三", lines=lines)
    assert refused == {(ErrorCode.EXCEEDS_REMAINING, "lines.0.quantity")}
    await world.do(projects.withdraw, Role.GRID_SECRETARY, project_id=id_of(first))
    assert (await world.now(need)).planned == 6


async def test_a_projects_lines_are_checked_each(world: World) -> None:
    need = id_of(await make_need(world.owner, world.network.branch))
    withdrawn = await make_need(world.owner, world.network.branch)
    await world.do(needs.withdraw, Role.GRID_SECRETARY, need_id=id_of(withdrawn))

    async def refused(*lines: dict[str, Any]) -> set[tuple[ErrorCode, str]]:
        return await world.refuses(projects.open_project, Role.GRID_SECRETARY, title="p", lines=lines)

    assert await refused() == {(ErrorCode.REQUIRED, "lines")}
    assert await refused(*[{"need_id": need}] * 51) == {(ErrorCode.TOO_MANY, "lines")}
    assert await refused({"need_id": need, "quantity": 0}, {"need_id": need, "quantity": -1}) == {
        (ErrorCode.NOT_POSITIVE, "lines.0.quantity"),
        (ErrorCode.NOT_POSITIVE, "lines.1.quantity"),
    }
    assert await refused({"need_id": need}, {"need_id": need}) == {(ErrorCode.DUPLICATE, "lines.1.needId")}
    assert await refused({"need_id": need}, {"need_id": "x"}) == {(ErrorCode.INVALID_ID, "lines.1.needId")}
    assert await refused({"need_id": id_of(withdrawn)}) == {(ErrorCode.INVALID_STATE, "lines.0.needId")}
    assert await world.owner.scalar(select(func.count()).select_from(Project)) == 0


async def test_a_branch_answers_for_its_own_and_for_partners_needs(world: World) -> None:
    grid = await make_grid(world.owner, world.network.community)
    beside = await make_branch(world.owner, grid, world.network.branches[BranchLevel.COMMUNITY])
    theirs = [{"need_id": id_of(await make_need(world.owner, beside))}]
    partners_ = [{"need_id": id_of(await make_need(world.owner, world.network.partner))}]
    refused = await world.refuses(projects.open_project, Role.GRID_SECRETARY, title="p", lines=theirs)
    assert refused == {(ErrorCode.FORBIDDEN, "lines.0.needId")}
    await world.do(projects.open_project, Role.GRID_SECRETARY, title="p", lines=partners_)
    middle = id_of(world.network.branches[BranchLevel.COMMUNITY])
    await world.do(projects.open_project, Role.COMMUNITY_SECRETARY, title="p", branch_id=middle, lines=theirs)


@pytest.mark.parametrize("budget", ["-1", "1e12", "0.001"])
async def test_a_budget_is_an_amount_of_yuan(world: World, budget: str) -> None:
    project = id_of(await make_project(world.owner, world.network.branch))
    edit = {"project_id": project, "budget": Decimal(budget)}
    assert await world.refuses(projects.edit, Role.GRID_SECRETARY, **edit) == {(ErrorCode.OUT_OF_RANGE, "budget")}


async def test_a_project_is_edited_and_ends_only_without_claims(world: World) -> None:
    need, line = await world.claimable()
    project = await world.owner.get_one(Project, (line.subdistrict_id, line.project_id))
    this = {"project_id": id_of(project)}
    await world.do(projects.edit, Role.GRID_SECRETARY, **this, budget=Decimal("12000.50"), goal="g")
    assert (await world.now(project)).budget == Decimal("12000.50")
    claim = await world.claim(line)
    assert await world.refuses(projects.withdraw, Role.GRID_SECRETARY, **this) == {(ErrorCode.IN_USE, "id")}
    await world.do(answers.decline, Role.GRID_SECRETARY, claim_id=id_of(claim), reason="另有安排")
    await world.do(projects.withdraw, Role.GRID_SECRETARY, **this)
    assert (await world.now(need)).planned == 0
    assert await world.refuses(projects.edit, Role.GRID_SECRETARY, **this) == {(ErrorCode.INVALID_STATE, "id")}
    lines = [{"need_line_id": id_of(line), "quantity": 1}]
    refused = await world.refuses(claims.claim_project, Role.PARTNER_LIAISON, lines=lines)
    assert refused == {(ErrorCode.INVALID_STATE, "")}


# Partners


async def test_a_partner_applies_is_admitted_and_suspended(world: World) -> None:
    partner = await world.do(
        partners.register,
        Role.SUBDISTRICT_ADMIN,
        credit_code="９１370203ma3abcdexx",
        community_ids=[id_of(world.network.community)] * 2,
        **PARTNER,
    )
    assert (partner.status, partner.credit_code) == ("APPLIED", "91370203MA3ABCDEXX")
    this = {"partner_id": id_of(partner)}
    for operation, values, status in (
        (partners.admit, {}, "ADMITTED"),
        (partners.suspend, {"reason": "r"}, "SUSPENDED"),
        (partners.resume, {}, "ADMITTED"),
    ):
        await world.do(operation, Role.SUBDISTRICT_ADMIN, **this, **values)
        found = await world.now(await world.owner.get_one(PartnerUnit, (partner.subdistrict_id, partner.id)))
        assert found.status == status
        again = await world.refuses(operation, Role.SUBDISTRICT_ADMIN, **this, **values)
        assert again == {(ErrorCode.INVALID_STATE, "id")}
    same = await world.refuses(partners.register, Role.SUBDISTRICT_ADMIN, **PARTNER)
    assert same == {(ErrorCode.ALREADY_EXISTS, "name")}
    code = {"credit_code": partner.credit_code, "kind": "ENTERPRISE", "name": "another"}
    same = await world.refuses(partners.register, Role.SUBDISTRICT_ADMIN, **code)
    assert same == {(ErrorCode.ALREADY_EXISTS, "creditCode")}


async def test_a_partners_entry_is_edited(world: World) -> None:
    _, line = await world.claimable()
    await world.claim(line)
    await world.claim(line)
    this = {"partner_id": id_of(world.network.partner)}
    for values, refused in (
        ({"capacity": 1}, (ErrorCode.CAPACITY_EXCEEDED, "capacity")),
        ({"capacity": 0}, (ErrorCode.NOT_POSITIVE, "capacity")),
        ({"capacity": None}, (ErrorCode.REQUIRED, "capacity")),
        ({"credit_code": "123"}, (ErrorCode.INVALID_FORMAT, "creditCode")),
        ({"community_ids": ["x"]}, (ErrorCode.INVALID_ID, "communityIds.0")),
    ):
        assert await world.refuses(partners.edit, Role.SUBDISTRICT_ADMIN, **this, **values) == {refused}
    await world.do(partners.edit, Role.SUBDISTRICT_ADMIN, **this, capacity=2, kind="DEPARTMENT", introduction=None)
    assert (await world.now(world.network.partner)).capacity == 2


async def test_the_communities_that_a_partner_serves_are_replaced(world: World) -> None:
    this = {"partner_id": id_of(world.network.partner)}
    served = select(ServiceArea.community_id)
    for given, left in (
        ({"community_ids": [id_of(world.network.community)] * 2}, [world.network.community.id]),
        ({"capacity": 7}, [world.network.community.id]),
        ({"community_ids": None}, []),
    ):
        await world.do(partners.edit, Role.SUBDISTRICT_ADMIN, **this, **given)
        assert (await world.owner.scalars(served)).all() == left
