"""Joint meetings: called on topics and needs, held with an outcome of each, reported on at the next one."""

from typing import Any

from handling import NEED, accepted, submitted
from people import People

PLAN: dict[str, Any] = {"title": "党建联席会议", "meetsAt": "2090-06-01T09:00:00+08:00", "place": "党群服务中心"}
NEXT: dict[str, Any] = PLAN | {"meetsAt": "2090-07-01T09:00:00+08:00"}
ITEMS = "id status items { nodes { id topic { id } need { id } outcome report } }"
OUTSIDERS = ("jumin", "wangge", "zhidao", "changle1", "changchun", "hangyun", "sifa", "shibei", "shenji")
INVALID = [("INVALID_STATE", "id")]


async def convened(people: People, **values: Any) -> tuple[str, list[str]]:
    """A meeting on a topic and a need, and the ids of its items."""
    need = (await people.do("wangge", "postNeed", **NEED))["id"]
    items = [{"topicId": await submitted(people)}, {"needId": need}]
    meeting = await people.do("changle3", "conveneMeeting", ITEMS, **PLAN | {"items": items} | values)
    return meeting["id"], [item["id"] for item in meeting["items"]["nodes"]]


async def held(people: People) -> tuple[str, list[str]]:
    """The same, held."""
    meeting, items = await convened(people)
    outcomes = [{"itemId": item, "outcome": "物业一周内量尺"} for item in items]
    await people.do("changle3", "holdMeeting", id=meeting, minutes="逐项研究。", outcomes=outcomes)
    return meeting, items


async def test_a_meeting_is_called_held_and_reported_at_the_next_one(people: People) -> None:
    meeting, items = await convened(people)
    outcomes = [{"itemId": item, "outcome": f"决定 {item}"} for item in reversed(items)]
    done = await people.do("changle", "holdMeeting", ITEMS, id=meeting, minutes="逐项研究。", outcomes=outcomes)
    assert done["status"] == "HELD"
    assert {(item["id"], item["outcome"], item["report"]) for item in done["items"]["nodes"]} == {
        (item, f"决定 {item}", "") for item in items
    }
    later, _ = await convened(people, **NEXT)
    reports = [{"itemId": item, "report": f"落实 {item}"} for item in items]
    shows = f"reportedAt {{ id }} {ITEMS}"
    told = await people.do("changle3", "reportMeeting", shows, id=meeting, atId=later, reports=reports)
    assert (told["status"], told["reportedAt"]) == ("REPORTED", {"id": later})
    assert {item["report"] for item in told["items"]["nodes"]} == {f"落实 {item}" for item in items}
    history = f'jointMeeting(id: "{meeting}") {{ minutes history {{ nodes {{ toStatus }} }} }}'
    seen = await people.see("jumin", history)
    assert seen["minutes"] == "逐项研究。"
    assert {step["toStatus"] for step in seen["history"]["nodes"]} == {"CONVENED", "HELD", "REPORTED"}


async def test_a_meeting_is_called_by_who_leads_the_branch(people: People) -> None:
    plan = PLAN | {"items": [{"topicId": await submitted(people)}]}
    branch = await people.id("partyBranches", name="昌乐路社区第三网格党支部")
    for login in OUTSIDERS:
        field = "branchId" if login in {"changle1", "changchun"} else ""
        refused = await people.refused(login, "conveneMeeting", branchId=branch, **plan)
        assert refused == [("FORBIDDEN", field)], login
    assert await people.refused("changle", "conveneMeeting", **plan) == [("REQUIRED", "branchId")]
    called = await people.do("changle", "conveneMeeting", "branch { id }", branchId=branch, **plan)
    assert called["branch"] == {"id": branch}


async def test_the_rest_is_done_by_who_leads_the_branch_too(people: People) -> None:
    meeting, items = await convened(people)
    done: dict[str, Any] = {
        "id": meeting,
        "minutes": "m",
        "outcomes": [{"itemId": item, "outcome": "o"} for item in items],
    }
    for login in OUTSIDERS:
        assert await people.refused(login, "holdMeeting", **done) == [("FORBIDDEN", "id")], login
        assert await people.refused(login, "cancelMeeting", id=meeting, reason="r") == [("FORBIDDEN", "id")], login
    told = [{"itemId": item, "report": "r"} for item in items]
    assert await people.refused("changle3", "reportMeeting", id=meeting, atId=meeting, reports=told) == INVALID
    cancelled = await people.do("dagang", "cancelMeeting", id=meeting, reason="改期")
    assert cancelled["status"] == "CANCELLED"
    assert await people.refused("changle3", "holdMeeting", **done) == INVALID


async def test_a_meeting_is_on_topics_and_needs_each_once(people: People) -> None:
    topic, need = await submitted(people), (await people.do("wangge", "postNeed", **NEED))["id"]

    async def refused(*items: dict[str, Any], **values: Any) -> list[tuple[str, str]]:
        return await people.refused("changle3", "conveneMeeting", **PLAN | {"items": items} | values)

    assert await refused() == [("REQUIRED", "items")]
    assert await refused(*[{"topicId": topic}] * 51) == [("TOO_MANY", "items")]
    assert await refused({"topicId": topic}, {}) == [("REQUIRED", "items.1.topicId")]
    assert await refused({"topicId": topic, "needId": need}) == [("MISMATCH", "items.0.needId")]
    assert await refused({"topicId": topic}, {"needId": need}, {"topicId": topic}) == [("DUPLICATE", "items.2.topicId")]
    assert await refused({"needId": need}, {"needId": need}) == [("DUPLICATE", "items.1.needId")]
    assert await refused({"topicId": need}) == [("INVALID_ID", "items.0.topicId")]
    assert await refused({"needId": need}, meetsAt="2020-01-01T09:00:00+08:00") == [("IN_THE_PAST", "meetsAt")]
    assert await refused({"needId": need}, title=" ") == [("BLANK", "title")]


async def test_every_item_has_one_outcome(people: People) -> None:
    meeting, (first, second) = await convened(people)
    _, (other, _) = await convened(people)

    async def refused(*items: str, outcome: str = "o") -> list[tuple[str, str]]:
        outcomes = [{"itemId": item, "outcome": outcome} for item in items]
        return await people.refused("changle3", "holdMeeting", id=meeting, minutes="m", outcomes=outcomes)

    assert await refused() == [("REQUIRED", "outcomes")]
    assert await refused(first) == [("REQUIRED", "outcomes")]
    assert await refused(first, first) == [("DUPLICATE", "outcomes.1.itemId")]
    assert await refused(first, other) == [("MISMATCH", "outcomes.1.itemId")]
    assert await refused(first, meeting) == [("INVALID_ID", "outcomes.1.itemId")]
    assert await refused(first, second, outcome=" ") == [
        ("BLANK", "outcomes.0.outcome"),
        ("BLANK", "outcomes.1.outcome"),
    ]
    found = await people.see("changle3", f'jointMeeting(id: "{meeting}") {{ {ITEMS} }}')
    assert (found["status"], {item["outcome"] for item in found["items"]["nodes"]}) == ("CONVENED", {""})


async def test_what_nobody_there_sees_any_more_needs_no_outcome(people: People) -> None:
    need = (await people.do("hangyun", "postNeed", **NEED))["id"]
    about = {"items": [{"topicId": await submitted(people)}, {"needId": need}]}
    meeting, (first, second) = await convened(people, **about)
    await people.do("hangyun", "withdrawNeed", id=need)
    assert await people.refused("dagang", "holdMeeting", **_outcome(meeting, first)) == [("REQUIRED", "outcomes")]
    assert await people.refused("changle3", "holdMeeting", **_outcome(meeting, first, second)) == [
        ("NOT_FOUND", "outcomes.1.itemId")
    ]
    assert (await people.do("changle3", "holdMeeting", **_outcome(meeting, first)))["status"] == "HELD"
    need = (await people.do("hangyun", "postNeed", **NEED))["id"]
    meeting, _ = await convened(people, items=[{"needId": need}])
    await people.do("hangyun", "withdrawNeed", id=need)
    assert (await people.do("changle3", "holdMeeting", **_outcome(meeting)))["status"] == "HELD"


def _outcome(meeting: str, *items: str) -> dict[str, Any]:
    return {"id": meeting, "minutes": "m", "outcomes": [{"itemId": item, "outcome": "o"} for item in items]}


async def test_outcomes_are_reported_at_a_later_meeting_of_the_branch(people: People) -> None:
    meeting, items = await held(people)
    same, _ = await convened(people)
    called_off, _ = await convened(people, **NEXT)
    await people.do("changle3", "cancelMeeting", id=called_off, reason="r")
    topic = {"items": [{"topicId": await submitted(people)}]}
    elsewhere = (await people.do("changle1", "conveneMeeting", **NEXT | topic))["id"]

    async def refused(at: str, *told: str) -> list[tuple[str, str]]:
        reports = [{"itemId": item, "report": "r"} for item in told]
        return await people.refused("changle3", "reportMeeting", id=meeting, atId=at, reports=reports)

    for at in (meeting, same, called_off, elsewhere):
        assert await refused(at, *items) == [("MISMATCH", "atId")]
    assert await refused(items[0], *items) == [("INVALID_ID", "atId")]
    later, _ = await convened(people, **NEXT)
    assert await refused(later, items[0]) == [("REQUIRED", "reports")]


async def test_an_item_on_hardship_is_seen_by_its_chain_alone(people: People) -> None:
    hidden = await accepted(people, category="HARDSHIP")
    plan = PLAN | {"items": [{"topicId": hidden}, {"topicId": await submitted(people)}]}
    meeting = (await people.do("changle3", "conveneMeeting", **plan))["id"]
    for login, count in (("changle3", 2), ("dagang", 2), ("jumin", 2), ("changle1", 1), ("hangyun", 1), ("shibei", 1)):
        shown = await people.see(login, f'jointMeeting(id: "{meeting}") {{ items {{ totalCount }} }}')
        assert shown == {"items": {"totalCount": count}}, login
    assert await people.refused("changle1", "conveneMeeting", **plan) == [("NOT_FOUND", "items.0.topicId")]
