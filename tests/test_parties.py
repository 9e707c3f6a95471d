"""Who is a party to what: nobody approves what its own side raised, rates itself, or shows what others showed; days."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from conftest import Client
from deals import NEED, begun, claimable
from graphql import GraphQLInputObjectType, get_named_type
from handling import handled, solved
from people import People

from schema.network import build_schema

JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + bytes(range(256))
OWN = [("SELF_APPROVAL", "id")]
TODAY = datetime.now(UTC) + timedelta(hours=8)
WHISTLE: dict[str, Any] = {"kind": "BEYOND_AUTHORITY", "title": "占用消防通道"}
RATING: dict[str, Any] = {"solved": True, "satisfied": True, "score": 5}


async def upload(people: People, login: str, subject: str) -> None:
    client: Client = await people.client(login)
    files = {"file": ("照片.jpg", JPEG)}
    assert (await client.http.post("/attachments", data={"subject": subject}, files=files)).status_code == 201


async def branch(people: People, name: str) -> str:
    return await people.id("partyBranches", name=name)


@pytest.mark.parametrize(
    ("raiser", "own", "refused", "approver"),
    [
        ("changle3", "昌乐路社区第三网格党支部", [], "changle"),
        ("changle", "昌乐路社区第三网格党支部", ["changle"], "dagang"),  # in the name of a grid below
        ("changle", "昌乐路社区党委", ["changle"], "dagang"),
        ("dagang", "昌乐路社区第三网格党支部", ["dagang"], "changle"),
        ("dagang", "昌乐路社区党委", ["dagang", "changle"], None),
    ],
)
@pytest.mark.parametrize("kind", ["whistle", "project"])
async def test_whoever_raises_it_does_not_approve_it(
    people: People, kind: str, raiser: str, own: str, refused: list[str], approver: str | None
) -> None:
    at = await branch(people, own)
    if kind == "whistle":
        raised = await people.do(raiser, "raiseWhistle", **WHISTLE, branchId=at)
    else:
        need = await people.do(raiser, "postNeed", **NEED, branchId=at)
        raised = await people.do(raiser, "openProject", title="项目", branchId=at, lines=[{"needId": need["id"]}])
    approve, action = f"approve{kind.title()}", f"APPROVE_{kind.upper()}"
    for login in refused:
        assert await people.refused(login, approve, id=raised["id"]) == OWN
        seen = await people.see(login, f'{kind}(id: "{raised["id"]}") {{ availableActions }}')
        assert action not in seen["availableActions"]
    if approver:
        assert (await people.do(approver, approve, id=raised["id"]))["status"] == "APPROVED"


@pytest.mark.parametrize("login", ["wangge", "changle3", "zhidao", "changle", "dagang"])
async def test_the_outcome_is_the_residents_to_rate(people: People, login: str) -> None:
    topic = await handled(people)
    assert await people.refused(login, "rateTopic", id=topic, **RATING) == [("FORBIDDEN", "id")]
    assert (await people.do("jumin", "rateTopic", "id score", id=topic, **RATING))["score"] == 5


async def test_only_what_the_handling_side_adds_is_evidence(people: People) -> None:
    topic = await solved(people)
    handle: dict[str, Any] = {"id": topic, "outcome": "已装好"}
    await upload(people, "jumin", topic)  # the complaint's own photograph
    assert await people.refused("changle3", "handleTopic", **handle) == [("EVIDENCE_REQUIRED", "evidence")]
    await upload(people, "changle3", topic)
    assert (await people.do("changle3", "handleTopic", **handle))["status"] == "HANDLED"


DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("day", "code"),
    [
        ("2001-01-01", "IN_THE_PAST"),
        (str((TODAY - DAY).date()), "IN_THE_PAST"),
        (str((TODAY + DAY).date()), "IN_THE_FUTURE"),
    ],
)
async def test_nothing_is_delivered_before_it_began_or_tomorrow(people: People, day: str, code: str) -> None:
    deal = await begun(people)
    given: dict[str, Any] = {"quantity": 1, "evidence": "签收单", "deliveredOn": day}
    assert await people.refused("wuye", "deliverClaim", id=deal.claim, **given) == [(code, "deliveredOn")]
    assert (await people.do("wuye", "deliverClaim", id=deal.claim, **given | {"deliveredOn": str(TODAY.date())}))["id"]


async def test_no_window_begins_in_the_past(people: People) -> None:
    _, line, _ = await claimable(people)
    window = {"startsAt": "2020-01-01T08:00:00+08:00", "endsAt": (TODAY + DAY).isoformat()}
    refused = await people.refused("wuye", "claimProject", lines=[{"needLineId": line, "quantity": 1} | window])
    assert [code for code, _ in refused] == ["IN_THE_PAST"]


async def test_no_milestone_is_reached_before_its_project_was_opened(people: People) -> None:
    project, *_ = await claimable(people)
    shows = "project { milestones { nodes { id } } }"
    added = await people.do("changle3", "addMilestone", shows, id=project, title="量尺")
    await people.do("changle", "approveProject", id=project)
    await people.do("changle3", "startProject", id=project)
    (step,) = added["project"]["milestones"]["nodes"]
    reached: dict[str, Any] = {"id": step["id"], "evidence": "签字", "doneOn": "2001-01-01"}
    assert await people.refused("changle3", "reachMilestone", **reached) == [("IN_THE_PAST", "doneOn")]


async def test_nobody_joins_an_alliance_before_it_was_founded(people: People) -> None:
    alliance = await people.do("changle3", "foundAlliance", name="岁月联盟", foundedOn="2026-01-01")
    terms: dict[str, Any] = {"partnerId": await people.partner("wuye"), "agreement": "共建", "startsOn": "2025-12-31"}
    refused = await people.refused("changle3", "inviteMember", allianceId=alliance["id"], **terms)
    assert refused == [("IN_THE_PAST", "startsOn")]


@pytest.mark.parametrize("quantity", [1_000_000_001, 2**31 - 1])
async def test_what_is_claimed_and_planned_can_be_added_up(people: People, quantity: int) -> None:
    assert await people.refused("changle3", "postNeed", **NEED | {"quantity": quantity}) == [
        ("OUT_OF_RANGE", "quantity")
    ]
    largest = await people.do("changle3", "postNeed", **NEED | {"quantity": 1_000_000_000})
    line: dict[str, Any] = {"needId": largest["id"], "quantity": 1_000_000_000}
    await people.do("changle3", "openProject", title="项目", lines=[line])


# Every day or time that an input takes, with the test of its rule: one that is not here has none yet.
RULES = {
    "AddMilestoneInput.dueOn": "not in the past",
    "ApplyToAllianceInput.startsOn": "not before the alliance was founded",
    "ApplyToAllianceInput.endsOn": "not in the past, after the start",
    "AskSuspensionInput.reviewOn": "not in the past",
    "CalendarDayInput.day": "of the year that is set",
    "ClaimLineInput.startsAt": "not before today",
    "ClaimLineInput.endsAt": "not in the past, after the start",
    "ClaimResourceInput.startsAt": "not before today",
    "ClaimResourceInput.endsAt": "not in the past, after the start",
    "ConveneDeliberationInput.heldAt": "any: it is called, or entered afterwards",
    "ConveneMeetingInput.meetsAt": "not in the past",
    "DeliverClaimInput.deliveredOn": "from the start until today",
    "EditNeedInput.neededBy": "not in the past",
    "EditProjectInput.plannedEnd": "not in the past",
    "EditResourceInput.availableFrom": "any: it may have been there for long",
    "EditResourceInput.availableUntil": "not in the past, after the start",
    "FoundAllianceInput.foundedOn": "until today",
    "InviteMemberInput.startsOn": "not before the alliance was founded",
    "InviteMemberInput.endsOn": "not in the past, after the start",
    "MinuteDeliberationInput.heldAt": "until now",
    "OfferResourceInput.availableFrom": "any: it may have been there for long",
    "OfferResourceInput.availableUntil": "not in the past, after the start",
    "OpenProjectInput.plannedEnd": "not in the past",
    "PostNeedInput.neededBy": "not in the past",
    "ReachMilestoneInput.doneOn": "from the opening of the project until today",
}


def test_every_day_of_an_input_has_its_rule() -> None:
    types = build_schema()._schema.type_map
    inputs = [type_ for type_ in types.values() if isinstance(type_, GraphQLInputObjectType)]
    found = {
        f"{type_.name}.{name}"
        for type_ in inputs
        for name, field in type_.fields.items()
        if get_named_type(field.type).name in {"Date", "DateTime"} and type_.name.endswith("Input")
    }
    assert found == set(RULES)
