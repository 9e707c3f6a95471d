from collections.abc import AsyncIterator
from typing import Any
from uuid import uuid4

import pytest
from make import (
    id_of,
    make_account,
    make_branch,
    make_grid,
    make_need,
    make_network,
    make_partner,
    make_project,
    make_resource,
)
from world import NEED, PARTNER, RESOURCE, Operation, World, open_world

from db.addresses import Addresses
from db.ids import GlobalId
from db.models import Need
from db.models.states import BranchLevel, PartnerStatus, ResourceStatus, Role
from resolvers import answers, claims, needs, partners, projects, resources
from resolvers.accounts import viewer_of
from resolvers.errors import ErrorCode, UserError, refusing


@pytest.fixture
async def world(database: Addresses) -> AsyncIterator[World]:
    async with open_world(database) as world:
        yield world


BRANCH_SIDE = {Role.GRID_SECRETARY, Role.COMMUNITY_SECRETARY, Role.SUBDISTRICT_ADMIN}
PARTNER_SIDE = {Role.PARTNER_LIAISON, Role.DEPARTMENT_OFFICER}
ADMIN = {Role.SUBDISTRICT_ADMIN}


async def allowed(world: World, operation: Operation, **values: Any) -> set[Role]:
    """The roles that may: that are told neither that they may not nor that there is nothing."""
    await world.owner.commit()
    found = set()
    for role in Role:
        async with world.writer() as session:  # closed uncommitted: the next role finds everything as it was
            try:
                with refusing():
                    await operation(session, world.network.viewer(role), **values)
                    await session.flush()
                found.add(role)
            except UserError as error:
                if error.code not in {ErrorCode.FORBIDDEN, ErrorCode.NOT_FOUND}:
                    found.add(role)
    return found


async def test_who_may_with_a_need(world: World) -> None:
    posting = BRANCH_SIDE | {Role.GRID_WORKER}
    assert await allowed(world, needs.post, **NEED) == posting | {Role.PARTNER_LIAISON}
    need = await make_need(world.owner, world.network.branch)
    draft = await make_need(world.owner, world.network.branch, status="DRAFT")
    assert await allowed(world, needs.edit, need_id=id_of(need), title="扶手") == posting
    assert await allowed(world, needs.withdraw, need_id=id_of(need)) == posting
    assert await allowed(world, needs.publish, need_id=id_of(draft)) == posting
    own = await make_need(world.owner, world.network.partner)
    assert await allowed(world, needs.edit, need_id=id_of(own), title="扶手") == {Role.PARTNER_LIAISON}
    assert await allowed(world, needs.withdraw, need_id=id_of(own)) == {Role.PARTNER_LIAISON}


async def test_who_may_with_a_resource(world: World) -> None:
    assert await allowed(world, resources.offer, **RESOURCE) == PARTNER_SIDE | ADMIN
    for owner, speakers in ((world.network.partner, PARTNER_SIDE), (world.network.subdistrict, ADMIN)):
        offered = await make_resource(world.owner, owner)
        paused = await make_resource(world.owner, owner)
        paused.status = ResourceStatus.PAUSED
        await world.owner.flush()
        for operation in (resources.edit, resources.pause, resources.withdraw):
            assert await allowed(world, operation, resource_id=id_of(offered)) == speakers
        assert await allowed(world, resources.resume, resource_id=id_of(paused)) == speakers


async def test_who_may_with_a_project(world: World) -> None:
    need = await make_need(world.owner, world.network.branch)
    lines = [{"need_id": id_of(need)}]
    branch = id_of(world.network.branch)
    assert await allowed(world, projects.open_project, title="p", branch_id=branch, lines=lines) == BRANCH_SIDE
    project = await make_project(world.owner, world.network.branch)
    assert await allowed(world, projects.edit, project_id=id_of(project), goal="g") == BRANCH_SIDE
    assert await allowed(world, projects.withdraw, project_id=id_of(project)) == BRANCH_SIDE


async def test_who_may_with_a_partners_claim(world: World) -> None:
    need, line = await world.claimable()
    wanted = [{"need_line_id": id_of(line), "quantity": 1}]
    assert await allowed(world, claims.claim_project, lines=wanted) == PARTNER_SIDE
    claim = await world.claim(line)
    assert await allowed(world, answers.accept, claim_id=id_of(claim)) == BRANCH_SIDE
    assert await allowed(world, answers.decline, claim_id=id_of(claim), reason="r") == BRANCH_SIDE
    assert await allowed(world, answers.withdraw, claim_id=id_of(claim)) == PARTNER_SIDE
    assert (await world.now(need)).claimed == 1


async def test_who_may_with_a_branchs_claim(world: World) -> None:
    need = id_of(await make_need(world.owner, world.network.branch))
    for owner, givers in ((world.network.partner, PARTNER_SIDE), (world.network.subdistrict, ADMIN)):
        resource = id_of(await make_resource(world.owner, owner))
        wanted = {"resource_id": resource, "need_id": need, "quantity": 1}
        assert await allowed(world, claims.claim_resource, **wanted) == BRANCH_SIDE
        claim = id_of(await world.do(claims.claim_resource, Role.GRID_SECRETARY, **wanted))
        assert await allowed(world, answers.accept, claim_id=claim) == givers
        assert await allowed(world, answers.decline, claim_id=claim, reason="r") == givers
        assert await allowed(world, answers.withdraw, claim_id=claim) == BRANCH_SIDE


async def test_who_may_with_a_partner(world: World) -> None:
    assert await allowed(world, partners.register, **PARTNER) == ADMIN
    applied = id_of(await make_partner(world.owner, world.network.subdistrict, PartnerStatus.APPLIED))
    suspended = id_of(await make_partner(world.owner, world.network.subdistrict, PartnerStatus.SUSPENDED))
    own = id_of(world.network.partner)
    assert await allowed(world, partners.admit, partner_id=applied) == ADMIN
    assert await allowed(world, partners.reject, partner_id=applied, reason="r") == ADMIN
    assert await allowed(world, partners.suspend, partner_id=own, reason="r") == ADMIN
    assert await allowed(world, partners.resume, partner_id=suspended) == ADMIN
    assert await allowed(world, partners.edit, partner_id=own, liaison_name="n") == ADMIN | {Role.PARTNER_LIAISON}
    assert await allowed(world, partners.edit, partner_id=own, capacity=9) == ADMIN
    assert await allowed(world, partners.edit, partner_id=own, community_ids=[]) == ADMIN


async def test_a_branch_of_another_area_is_another_s(world: World) -> None:
    grid = await make_grid(world.owner, world.network.community)
    beside = id_of(await make_branch(world.owner, grid, world.network.branches[BranchLevel.COMMUNITY]))
    for role in (Role.GRID_WORKER, Role.GRID_SECRETARY):
        refused = await world.refuses(needs.post, role, branch_id=beside, **NEED)
        assert refused == {(ErrorCode.FORBIDDEN, "branchId")}
    assert (await world.do(needs.post, Role.COMMUNITY_SECRETARY, branch_id=beside, **NEED)).grid_id == grid.id
    top = id_of(world.network.branches[BranchLevel.SUBDISTRICT])
    refused = await world.refuses(needs.post, Role.COMMUNITY_SECRETARY, branch_id=top, **NEED)
    assert refused == {(ErrorCode.FORBIDDEN, "branchId")}
    assert (await world.do(needs.post, Role.SUBDISTRICT_ADMIN, branch_id=top, **NEED)).grid_id is None
    refused = await world.refuses(needs.post, Role.SUBDISTRICT_ADMIN, **NEED)
    assert refused == {(ErrorCode.REQUIRED, "branchId")}


async def test_what_is_not_yours_to_see_is_not_found(world: World) -> None:
    need = await make_need(world.owner, world.network.branch)
    foreign = await make_need(world.owner, (await make_network(world.owner)).branch)
    draft = await make_need(world.owner, world.network.partner, status="DRAFT")
    unknown = [
        id_of(foreign),
        id_of(draft),
        str(GlobalId(Need, need.subdistrict_id, uuid4())),
        str(GlobalId(Need, foreign.subdistrict_id, need.id)),
    ]
    for text_ in unknown:
        for role in (Role.GRID_SECRETARY, Role.SUBDISTRICT_ADMIN)[: 1 if text_ == id_of(draft) else 2]:
            refused = await world.refuses(needs.withdraw, role, need_id=text_)
            assert refused == {(ErrorCode.NOT_FOUND, "id")}
    for text_ in (id_of(world.network.branch), "no id", "", "\ud800"):
        refused = await world.refuses(needs.withdraw, Role.GRID_SECRETARY, need_id=text_)
        assert refused == {(ErrorCode.INVALID_ID, "id")}
    refused = await world.refuses(needs.withdraw, Role.SUBDISTRICT_ADMIN, need_id=id_of(draft))
    assert refused == {(ErrorCode.FORBIDDEN, "id")}
    outside = await make_account(world.owner, Role.AUDITOR, "11")
    refused = await world.refuses(needs.withdraw, viewer_of(outside), need_id=id_of(need))
    assert refused == {(ErrorCode.NOT_FOUND, "id")}
    for role in (Role.AUDITOR, Role.REGION_ADMIN):
        refused = await world.refuses(needs.withdraw, role, need_id=id_of(need))
        assert refused == {(ErrorCode.FORBIDDEN, "id")}


async def test_claims_of_others_are_not_found(world: World) -> None:
    _, line = await world.claimable()
    claim = id_of(await world.claim(line))
    grid = await make_grid(world.owner, world.network.community)
    beside = await make_branch(world.owner, grid, world.network.branches[BranchLevel.COMMUNITY])
    other = await make_partner(world.owner, world.network.subdistrict)
    for role, party in ((Role.GRID_SECRETARY, beside), (Role.PARTNER_LIAISON, other)):
        stranger = viewer_of(await make_account(world.owner, role, party))
        assert await world.refuses(answers.accept, stranger, claim_id=claim) == {(ErrorCode.NOT_FOUND, "id")}
