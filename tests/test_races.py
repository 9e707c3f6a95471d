import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass
from urllib.parse import urlsplit

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from make import (
    id_of,
    make_account,
    make_branch,
    make_grid,
    make_need,
    make_partner,
    make_resource,
    open_session,
)
from sqlalchemy import func, select, text
from world import HOUR, NOON, World, blocked, open_world, outcome, outcomes

from db.addresses import Address, Addresses
from db.embedded import Embedded
from db.models import Claim, Project
from db.models.states import BranchLevel, Role
from resolvers import answers, claims, projects
from resolvers.accounts import viewer_of
from resolvers.errors import ErrorCode


@pytest.fixture
async def world(database: Addresses) -> AsyncIterator[World]:
    async with open_world(database) as world:
        yield world


async def held(world: World) -> int:
    statement = select(func.coalesce(func.sum(Claim.quantity), 0)).where(Claim.status == "PROPOSED")
    await world.owner.commit()
    return int(await world.owner.scalar(statement) or 0)


async def test_fifty_partners_at_once_hold_exactly_what_there_is(world: World) -> None:
    need, line = await world.claimable(quantity=10)
    viewers = [
        viewer_of(await make_account(world.owner, Role.PARTNER_LIAISON, partner))
        for partner in [await make_partner(world.owner, world.network.subdistrict) for _ in range(50)]
    ]
    await world.owner.commit()
    wanted = [{"need_line_id": id_of(line), "quantity": 1}]
    codes = await outcomes(*(world.do(claims.claim_project, viewer, lines=wanted) for viewer in viewers))
    assert codes.count(None) == 10
    assert codes.count(ErrorCode.EXCEEDS_REMAINING) == 40
    assert await held(world) == 10
    assert (await world.now(need)).status == "FULLY_CLAIMED"


async def test_two_branches_at_once_on_one_exclusive_resource(world: World) -> None:
    grid = await make_grid(world.owner, world.network.community)
    beside = await make_branch(world.owner, grid, world.network.branches[BranchLevel.COMMUNITY])
    secretary = viewer_of(await make_account(world.owner, Role.GRID_SECRETARY, beside))
    resource = id_of(await make_resource(world.owner, world.network.partner, exclusive=True))
    wanted = {"resource_id": resource, "quantity": 1, "starts_at": NOON, "ends_at": NOON + HOUR}
    ours, theirs = [id_of(await make_need(world.owner, branch)) for branch in (world.network.branch, beside)]
    await world.owner.commit()
    codes = await outcomes(
        world.do(claims.claim_resource, Role.GRID_SECRETARY, need_id=ours, **wanted),
        world.do(claims.claim_resource, secretary, need_id=theirs, **wanted),
    )
    assert sorted(codes, key=str) == [None, ErrorCode.WINDOW_TAKEN]


async def test_a_project_ends_or_is_claimed_never_both(world: World) -> None:
    for _ in range(5):
        _, line = await world.claimable()
        project = await world.owner.get_one(Project, (line.subdistrict_id, line.project_id))
        wanted = [{"need_line_id": id_of(line), "quantity": 1}]
        await world.owner.commit()
        codes = await outcomes(
            world.do(projects.withdraw, Role.GRID_SECRETARY, project_id=id_of(project)),
            world.do(claims.claim_project, Role.PARTNER_LIAISON, lines=wanted),
        )
        assert codes in ([None, ErrorCode.INVALID_STATE], [ErrorCode.IN_USE, None])


async def test_accepted_or_declined_never_both(world: World) -> None:
    for _ in range(5):
        _, line = await world.claimable()
        claim = {"claim_id": id_of(await world.claim(line))}
        codes = await outcomes(
            world.do(answers.accept, Role.GRID_SECRETARY, **claim),
            world.do(answers.decline, Role.COMMUNITY_SECRETARY, reason="r", **claim),
            world.do(answers.withdraw, Role.PARTNER_LIAISON, **claim),
        )
        assert codes[:2].count(None) <= 1
        assert codes.count(None) in {1, 2}, "one of them, or a withdrawal after it was accepted"


async def test_a_deadlock_is_tried_again(world: World, database: Addresses, postgres: Embedded) -> None:
    first, second = sorted(
        [await make_need(world.owner, world.network.branch) for _ in range(2)], key=lambda need: need.id
    )
    lines = [{"need_id": id_of(need)} for need in (second, first)]
    await world.owner.commit()
    lock = text("SELECT FROM need WHERE id = :id FOR UPDATE")
    superuser = Address(postgres.address("postgres", urlsplit(database.owner.url).path[1:]))
    async with open_session(superuser) as other:
        await other.execute(text("SET deadlock_timeout = '1h'"))  # so that it is the service which is chosen to fail
        await other.execute(lock, {"id": second.id})
        opening = asyncio.create_task(world.do(projects.open_project, Role.GRID_SECRETARY, title="p", lines=lines))
        await blocked(other)
        await other.execute(lock, {"id": first.id})  # waits for the one that waits for us
        await other.commit()
    assert (await opening).status == "PLANNED"


# Random quantities

EXAMPLES = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
ANSWERS = {"accept": "ACCEPTED", "decline": "DECLINED", "withdraw": "WITHDRAWN"}
STEPS = st.lists(st.tuples(st.sampled_from(["claim", *ANSWERS]), st.integers(-1, 12)), max_size=12)


@dataclass
class Reference:
    """What claims on one need should come to, counted the simple way."""

    quantity: int
    claims: list[tuple[int, str]]

    @property
    def held(self) -> int:
        return sum(quantity for quantity, status in self.claims if status in {"PROPOSED", "ACCEPTED"})

    def claim(self, quantity: int) -> ErrorCode | None:
        if quantity < 1:
            return ErrorCode.NOT_POSITIVE
        if quantity > self.quantity - self.held:
            return ErrorCode.EXCEEDS_REMAINING
        self.claims.append((quantity, "PROPOSED"))
        return None

    def answer(self, place: int, step: str) -> ErrorCode | None:
        quantity, status = self.claims[place]
        if status not in ({"PROPOSED", "ACCEPTED"} if step == "withdraw" else {"PROPOSED"}):
            return ErrorCode.INVALID_STATE
        self.claims[place] = (quantity, ANSWERS[step])
        return None


@given(quantity=st.integers(1, 10), steps=STEPS)
@EXAMPLES
async def test_any_sequence_of_claims_and_answers_adds_up(
    world: World, quantity: int, steps: list[tuple[str, int]]
) -> None:
    need, line = await world.claimable(quantity=quantity)
    reference = Reference(quantity, [])
    made: list[str] = []
    for step, number in steps:
        if step == "claim":
            wanted = [{"need_line_id": id_of(line), "quantity": number}]
            expected = reference.claim(number)
            doing = world.do(claims.claim_project, Role.PARTNER_LIAISON, lines=wanted)
        elif made:
            by = Role.PARTNER_LIAISON if step == "withdraw" else Role.GRID_SECRETARY
            expected = reference.answer(number % len(made), step)
            reason = {} if step == "accept" else {"reason": "r"}
            doing = world.do(getattr(answers, step), by, claim_id=made[number % len(made)], **reason)
        else:
            continue
        result = await outcome(doing)
        assert (result if isinstance(result, ErrorCode) else None) == expected
        made += [id_of(result[0])] if isinstance(result, list) else []
    assert (await world.now(need)).claimed == (await world.now(line)).claimed == reference.held
    assert need.status == {0: "POSTED", quantity: "FULLY_CLAIMED"}.get(reference.held, "PARTLY_CLAIMED")


@given(quantity=st.integers(1, 20), wanted=st.lists(st.integers(1, 12), min_size=1, max_size=10))
@EXAMPLES
async def test_any_claims_at_once_take_what_fits(world: World, quantity: int, wanted: list[int]) -> None:
    need, line = await world.claimable(quantity=quantity)
    await world.owner.commit()
    attempts = (
        world.do(claims.claim_project, Role.PARTNER_LIAISON, lines=[{"need_line_id": id_of(line), "quantity": number}])
        for number in wanted
    )
    codes = await outcomes(*attempts)
    taken = sum(number for number, code in zip(wanted, codes, strict=True) if code is None)
    left = quantity - (await world.now(need)).claimed
    assert left == quantity - taken >= 0
    assert all(number > left for number, code in zip(wanted, codes, strict=True) if code is not None)
