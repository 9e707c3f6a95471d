"""Requests for time, as clients make them: who may ask and grant, what is moved by it, and what stands still."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from asking import ERRORS, World, codes, open_world
from conftest import Network as Service
from make import (
    id_of,
    make_account,
    make_branch,
    make_claim,
    make_deadline,
    make_extension,
    make_grid,
    make_line,
    make_need,
    make_partner,
    make_project,
    make_resource,
    make_topic,
)
from sqlalchemy import select, update

from db.machines import Until
from db.models import Deadline, Extension, Topic
from db.models.handling import DeadlineKind
from db.models.states import BranchLevel, Role
from resolvers.calendar import Due
from resolvers.clock import work_off
from resolvers.deadlines import CLOCKS
from resolvers.moments import today
from resolvers.office import Office, Stood, office_of

DEADLINE = "deadline { status dueAt rawDueAt suspendedAt }"
EXTENSION = f"extension {{ id status days reviewOn reason creator {{ id }} decider {{ id }} {DEADLINE} }} {ERRORS}"
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
ADMIN, SECRETARY = Role.SUBDISTRICT_ADMIN, Role.GRID_SECRETARY


@pytest.fixture
async def world(empty_network: Service) -> AsyncIterator[World]:
    async with open_world(empty_network) as world:
        yield world


async def do(world: World, by: Role | str, name: str, shows: str = EXTENSION, **values: Any) -> dict[str, Any]:
    """The payload of a mutation by a role, or by a login."""
    takes = f"{name[0].upper()}{name[1:]}Input"
    query = f"mutation ($input: {takes}!) {{ {name}(input: $input) {{ {shows} }} }}"
    await world.owner.commit()
    login = world.network.accounts[by].login if isinstance(by, Role) else by
    answer = await (await world.service.client(login)).execute(query, {"input": values})
    assert "errors" not in answer, answer
    payload: dict[str, Any] = answer["data"][name]  # type: ignore[index]  # JSON
    return payload


async def ask(world: World, by: Role | str, deadline: Deadline, **values: Any) -> dict[str, Any]:
    given: dict[str, Any] = {"deadlineId": id_of(deadline), "days": 2, "reason": "等待材料"} | values
    return await do(world, by, "askExtension", **given)


async def ask_suspension(world: World, by: Role, topic: Topic, **values: Any) -> dict[str, Any]:
    given: dict[str, Any] = {
        "topicId": id_of(topic),
        "reviewOn": str(today() + 30 * DAY),
        "reason": "等待规划",
    } | values
    return await do(world, by, "askSuspension", **given)


async def granted(world: World, asked: dict[str, Any], by: Role | str = ADMIN) -> dict[str, Any]:
    return await do(world, by, "approveExtension", id=asked["extension"]["id"])


async def handling(world: World, **values: Any) -> tuple[Topic, Deadline]:
    """A topic being handled, and its deadline of seven working days, due in four."""
    topic = await make_topic(world.owner, world.network.branch)
    topic.status = "ACCEPTED"  # type: ignore[assignment]  # as a text
    due = (await office(world)).calendar.add_working_days(datetime.now(UTC), 4).at
    times = {"working_days": 7, "raw_due_at": due, "due_at": due, "starts_at": datetime.now(UTC) - 3 * DAY}
    deadline = await make_deadline(world.owner, topic, DeadlineKind.HANDLE_TOPIC, **times | values)
    await world.owner.commit()
    return topic, deadline


async def office(world: World) -> Office:
    return await office_of(world.owner, world.network.subdistrict.id)


async def seen(world: World, row: Any) -> Any:
    await world.owner.commit()
    await world.owner.refresh(row)
    return row


# --- more days


async def test_an_extension_moves_what_is_due(world: World) -> None:
    _, deadline = await handling(world)
    due = deadline.due_at
    asked = await ask(world, SECRETARY, deadline)
    assert (asked["userErrors"], asked["extension"]["status"]) == ([], "ASKED")
    assert (await seen(world, deadline)).due_at == due, "asking moves nothing"
    answer = await granted(world, asked)
    assert answer["extension"]["status"] == "APPROVED"
    assert answer["extension"]["decider"] == {"id": id_of(world.network.accounts[ADMIN])}
    moved = (await office(world)).later(Due(due, provisional=False), 2)
    assert datetime.fromisoformat(answer["extension"]["deadline"]["dueAt"]) == moved.at
    assert datetime.fromisoformat(answer["extension"]["deadline"]["rawDueAt"]) == due
    times = (await office(world)).times(deadline.starts_at, moved, CLOCKS[deadline.kind])
    await seen(world, deadline)
    assert {name: getattr(deadline, name) for name in times} == times
    assert deadline.next_at == deadline.remind_at


async def test_a_claim_may_be_answered_as_long(world: World) -> None:
    need = await make_need(world.owner, world.network.branch)
    line = await make_line(world.owner, await make_project(world.owner, world.network.branch), need)
    liaison = world.network.accounts[Role.PARTNER_LIAISON]
    claim = await make_claim(world.owner, line, world.network.partner, liaison)
    deadline = await make_deadline(world.owner, claim, DeadlineKind.ANSWER_CLAIM)
    await granted(world, await ask(world, SECRETARY, deadline))
    expires_at = (await seen(world, claim)).expires_at
    assert expires_at == (await seen(world, deadline)).due_at > deadline.raw_due_at


async def test_what_was_made_known_stays_and_is_not_made_known_again(world: World) -> None:
    soon = datetime.now(UTC) + HOUR
    times = {"due_at": soon, "remind_at": soon - 2 * HOUR, "next_at": soon - 2 * HOUR}
    _, deadline = await handling(world, **times)
    writer = world.service.services.writer
    assert await work_off(writer) == 1
    await granted(world, await ask(world, SECRETARY, deadline))
    past = {"remind_at": datetime.now(UTC) - HOUR, "next_at": datetime.now(UTC) - HOUR}
    await world.owner.execute(update(Deadline).values(past))
    await world.owner.commit()
    assert await work_off(writer) == 1
    notices = f'{{ node(id: "{id_of(deadline)}") {{ ... on Deadline {{ notices {{ kind scheduledAt }} }} }} }}'
    answer = (await world.ask(SECRETARY, notices)).json()
    (notice,) = answer["data"]["node"]["notices"]
    assert (notice["kind"], datetime.fromisoformat(notice["scheduledAt"])) == ("REMINDER", soon - 2 * HOUR)


async def test_a_refused_request_moves_nothing(world: World) -> None:
    _, deadline = await handling(world)
    due = deadline.due_at
    request = (await ask(world, SECRETARY, deadline))["extension"]["id"]
    refused = await do(world, ADMIN, "refuseExtension", id=request, reason=" ")
    assert codes(refused) == [("BLANK", "reason")]
    shows = f"extension {{ status decider {{ id }} history {{ nodes {{ toStatus reason }} }} }} {ERRORS}"
    answer = await do(world, ADMIN, "refuseExtension", shows, id=request, reason="时间充足")
    assert answer["extension"]["status"] == "REFUSED"
    assert answer["extension"]["history"]["nodes"][-1] == {"toStatus": "REFUSED", "reason": "时间充足"}
    assert (await seen(world, deadline)).due_at == due
    again = await do(world, ADMIN, "approveExtension", id=request)
    assert codes(again) == [("INVALID_STATE", "id")]
    assert (await ask(world, SECRETARY, deadline))["userErrors"] == [], "and may be asked for anew"


async def test_who_is_bound_may_ask(world: World) -> None:
    topic, deadline = await handling(world)
    grid = await make_grid(world.owner, world.network.community)
    beside = await make_branch(world.owner, grid, world.network.branches[BranchLevel.COMMUNITY])
    foreign = await make_account(world.owner, SECRETARY, beside)
    forbidden = [("FORBIDDEN", "deadlineId")]
    assert codes(await ask(world, foreign.login, deadline)) == forbidden
    assert codes(await ask(world, Role.PARTNER_LIAISON, deadline)) == forbidden
    for role in (Role.GRID_WORKER, Role.GRID_INSTRUCTOR, Role.RESIDENT, Role.AUDITOR, Role.REGION_ADMIN):
        assert codes(await ask(world, role, deadline)) == [("FORBIDDEN", "")]
    assert codes(await ask(world, SECRETARY, deadline, deadlineId=id_of(topic))) == [("INVALID_ID", "deadlineId")]
    for role in (SECRETARY, Role.COMMUNITY_SECRETARY, ADMIN):
        _, another = await handling(world)
        assert codes(await ask(world, role, another)) == []


async def test_a_partner_asks_for_what_it_is_to_do(world: World) -> None:
    resource = await make_resource(world.owner, world.network.partner)
    theirs = await make_resource(world.owner, await make_partner(world.owner, world.network.subdistrict))
    common = await make_resource(world.owner, world.network.subdistrict)
    own, other, ours = [
        await make_deadline(world.owner, row, DeadlineKind.EXPIRE_RESOURCE) for row in (resource, theirs, common)
    ]
    liaison, admin = Role.PARTNER_LIAISON, ADMIN
    assert codes(await ask(world, liaison, own)) == []
    assert codes(await ask(world, liaison, other)) == [("FORBIDDEN", "deadlineId")]
    assert codes(await ask(world, liaison, ours)) == [("FORBIDDEN", "deadlineId")]
    assert codes(await ask(world, admin, ours)) == []
    assert codes(await ask(world, SECRETARY, own)) == [("FORBIDDEN", "deadlineId")]


async def test_it_is_asked_for_before_it_is_over(world: World) -> None:
    _, late = await handling(world, due_at=datetime.now(UTC) - HOUR)
    assert codes(await ask(world, SECRETARY, late)) == [("TOO_LATE", "deadlineId")]
    _, ended = await handling(world)
    ended.status, ended.ended_at, ended.next_at = "MET", datetime.now(UTC), None  # type: ignore[assignment]  # as a text
    assert codes(await ask(world, SECRETARY, ended)) == [("INVALID_STATE", "deadlineId")]
    _, deadline = await handling(world)
    assert codes(await ask(world, SECRETARY, deadline)) == []
    assert codes(await ask(world, SECRETARY, deadline)) == [("ALREADY_EXISTS", "deadlineId")]


@pytest.mark.parametrize(
    ("values", "refused"),
    [
        ({"days": 0}, ("NOT_POSITIVE", "days")),
        ({"days": 251}, ("OUT_OF_RANGE", "days")),
        ({"days": 9}, ("OUT_OF_RANGE", "days")),
        ({"reason": " "}, ("BLANK", "reason")),
        ({"deadlineId": "x"}, ("INVALID_ID", "deadlineId")),
    ],
)
async def test_a_request_that_says_nonsense_is_refused(
    world: World, values: dict[str, Any], refused: tuple[str, str]
) -> None:
    _, deadline = await handling(world)
    assert codes(await ask(world, SECRETARY, deadline, **values)) == [refused]


async def test_a_topic_never_takes_longer_than_the_policy_allows(world: World) -> None:
    _, deadline = await handling(world)
    await granted(world, await ask(world, SECRETARY, deadline, days=5))
    too_many = await ask(world, SECRETARY, deadline, days=4)
    assert codes(too_many) == [("OUT_OF_RANGE", "days")]
    assert too_many["userErrors"][0]["message"] == "须在 1 到 3 之间"
    asked = await ask(world, SECRETARY, deadline, days=3)
    await do(world, ADMIN, "setPolicy", f"policy {{ longestDays }} {ERRORS}", longestDays=14)
    assert codes(await granted(world, asked)) == [("OUT_OF_RANGE", "id")]
    await do(world, ADMIN, "setPolicy", f"policy {{ longestDays }} {ERRORS}", longestDays=15)
    assert codes(await granted(world, asked)) == []
    assert codes(await ask(world, SECRETARY, deadline, days=1)) == [("OUT_OF_RANGE", "days")]


async def test_who_grants_is_above_and_another(world: World) -> None:
    _, deadline = await handling(world)
    community = Role.COMMUNITY_SECRETARY
    asked = await ask(world, community, deadline)
    for role in (community, SECRETARY, Role.PARTNER_LIAISON):
        assert codes(await granted(world, asked, role)) == [("FORBIDDEN", "id")]
    assert codes(await granted(world, asked)) == []
    assert codes(await granted(world, await ask(world, SECRETARY, deadline), community)) == []
    partners = await make_deadline(
        world.owner, await make_resource(world.owner, world.network.partner), DeadlineKind.EXPIRE_RESOURCE
    )
    asked = await ask(world, Role.PARTNER_LIAISON, partners)
    assert codes(await granted(world, asked, community)) == [("FORBIDDEN", "id")]
    assert codes(await granted(world, asked)) == []


async def test_what_is_over_is_not_extended(world: World) -> None:
    _, deadline = await handling(world)
    request = await make_extension(world.owner, deadline, world.network.accounts[SECRETARY])
    deadline.status, deadline.ended_at, deadline.next_at = "MET", datetime.now(UTC), None  # type: ignore[assignment]  # a name
    answer = await do(world, ADMIN, "approveExtension", id=id_of(request))
    assert codes(answer) == [("INVALID_STATE", "id")]


# --- standing still


async def test_a_suspended_topic_stands_still_until_it_goes_on(world: World) -> None:
    topic, deadline = await handling(world)
    due = deadline.due_at
    asked = await ask_suspension(world, SECRETARY, topic)
    assert asked["extension"]["reviewOn"] == str(today() + 30 * DAY)
    assert (await seen(world, topic)).status == "ACCEPTED", "asking suspends nothing"
    answer = await granted(world, asked)
    assert answer["extension"]["deadline"]["status"] == "SUSPENDED"
    await seen(world, topic)
    assert (topic.status, topic.suspended_from, topic.review_on) == ("SUSPENDED", "ACCEPTED", today() + 30 * DAY)
    assert (await seen(world, deadline)).next_at is None
    review = (await world.owner.scalars(select(Deadline).where(Deadline.kind == "REVIEW_SUSPENSION"))).one()
    assert review.due_at == (await office(world)).due(datetime.now(UTC), Until(today() + 30 * DAY)).at
    since = deadline.suspended_at = datetime.now(UTC) - 30 * DAY  # as if it had been approved long ago
    due = deadline.due_at = since + 2 * DAY
    await world.owner.commit()
    assert await work_off(world.service.services.writer) == 0, "nobody is urged"
    resumed = await do(world, SECRETARY, "resumeTopic", f"topic {{ status }} {ERRORS}", id=id_of(topic))
    assert resumed["topic"]["status"] == "ACCEPTED"
    await seen(world, deadline)
    after = (await office(world)).after_standing(Due(due, provisional=False), Stood(since, datetime.now(UTC)))
    assert (deadline.status, deadline.due_at) == ("RUNNING", after.at)
    assert deadline.suspended_at is None
    assert deadline.next_at == deadline.remind_at
    assert (await seen(world, review)).status == "MET"


async def test_a_topic_that_is_not_being_handled_is_not_suspended(world: World) -> None:
    topic = await make_topic(world.owner, world.network.branch)
    assert codes(await ask_suspension(world, SECRETARY, topic)) == [("INVALID_STATE", "topicId")]
    late, _ = await handling(world, due_at=datetime.now(UTC) - HOUR)
    assert codes(await ask_suspension(world, SECRETARY, late)) == [("TOO_LATE", "topicId")]
    topic, deadline = await handling(world)
    assert codes(await ask_suspension(world, Role.GRID_WORKER, topic)) == [("FORBIDDEN", "topicId")]
    past = await ask_suspension(world, SECRETARY, topic, reviewOn=str(today() - DAY))
    assert codes(past) == [("IN_THE_PAST", "reviewOn")]
    assert codes(await ask(world, SECRETARY, deadline)) == []
    assert codes(await ask_suspension(world, SECRETARY, topic)) == [("ALREADY_EXISTS", "topicId")]


async def test_only_the_administrator_suspends(world: World) -> None:
    topic, deadline = await handling(world)
    asked = await ask_suspension(world, SECRETARY, topic)
    assert codes(await granted(world, asked, Role.COMMUNITY_SECRETARY)) == [("FORBIDDEN", "id")]
    await world.owner.execute(update(Extension).values(review_on=today() - DAY))
    assert codes(await granted(world, asked)) == [("IN_THE_PAST", "id")]
    await world.owner.execute(update(Extension).values(review_on=today()))
    assert codes(await granted(world, asked)) == []
    assert (await seen(world, deadline)).status == "SUSPENDED"
    assert codes(await ask(world, SECRETARY, deadline)) == [("INVALID_STATE", "deadlineId")]
    assert codes(await ask_suspension(world, SECRETARY, topic)) == [("INVALID_STATE", "topicId")]
