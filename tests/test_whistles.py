"""Whistles: raised by a branch, approved above it, answered by departments, rated by the side that blew."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from deals import DONE, INVALID, NEED, ROUNDS, at_once
from handling import resolved
from people import People

WHISTLE: dict[str, Any] = {"kind": "BEYOND_AUTHORITY", "title": "占用消防通道"}
FORBIDDEN = [("FORBIDDEN", "id")]
CALLS = "departments { lead reportedInAt partner { name } }"
DEADLINES = "deadlines { nodes { kind status startsAt dueAt branch { id } partner { id } } }"


async def branch(people: People, name: str) -> str:
    return await people.id("partyBranches", name=name)


async def raised(people: People, login: str = "changle3", **values: Any) -> str:
    """The id of a whistle of a branch."""
    found: str = (await people.do(login, "raiseWhistle", **WHISTLE | values))["id"]
    return found


async def approved(people: People, **values: Any) -> str:
    whistle = await raised(people, **values)
    await people.do("changle", "approveWhistle", id=whistle)
    return whistle


async def dispatched(people: People, lead: str = "chengguan", *assisting: str, **values: Any) -> str:
    """The id of a whistle that calls departments by the logins of their officers."""
    whistle = await approved(people, **values)
    called: dict[str, Any] = {
        "leadId": await people.partner(lead),
        "assistingIds": [await people.partner(one) for one in assisting],
    }
    await people.do("dagang", "dispatchWhistle", id=whistle, **called)
    return whistle


# The way


async def test_a_whistle_goes_from_the_branch_to_the_departments_and_back(people: People) -> None:
    whistle = await raised(people)
    called: dict[str, Any] = {
        "leadId": await people.partner("chengguan"),
        "assistingIds": [await people.partner("xiaofang")],
    }
    ways: list[tuple[str, str, dict[str, Any], str]] = [
        ("changle", "approveWhistle", {}, "APPROVED"),
        ("dagang", "dispatchWhistle", called, "DISPATCHED"),
        ("chengguan", "reportIn", {}, "REPORTED_IN"),
        ("xiaofang", "assistWhistle", {}, "REPORTED_IN"),
        ("chengguan", "beginWhistle", {}, "HANDLING"),
        ("chengguan", "finishWhistle", {"outcome": " 已清理并划线 "}, "DONE"),
        ("changle3", "rateWhistle", {"rating": 5, "comment": "当天清完"}, "RATED"),
    ]
    for login, name, values, status in ways:
        assert (await people.do(login, name, id=whistle, **values))["status"] == status
    shows = "outcome rating comment approver { displayName } history { nodes { toStatus } }"
    shown = await people.see("changle3", f'whistle(id: "{whistle}") {{ {shows} }}')
    assert (shown["outcome"], shown["rating"], shown["comment"]) == ("已清理并划线", 5, "当天清完")
    assert shown["approver"] == await people.see("changle", "me { displayName }")
    steps = [step["toStatus"] for step in shown["history"]["nodes"]]
    assert steps == ["RAISED", "APPROVED", "DISPATCHED", "REPORTED_IN", "HANDLING", "DONE", "RATED"]


async def test_nothing_is_done_out_of_its_turn(people: People) -> None:
    whistle = await raised(people)
    called: dict[str, Any] = {"leadId": await people.partner("chengguan")}
    assert await people.refused("dagang", "dispatchWhistle", id=whistle, **called) == INVALID
    assert await people.refused("changle3", "rateWhistle", id=whistle, rating=5) == INVALID
    await people.do("changle", "approveWhistle", id=whistle)
    assert await people.refused("changle", "approveWhistle", id=whistle) == INVALID
    assert await people.refused("changle", "refuseWhistle", id=whistle, reason="r") == INVALID
    await people.do("dagang", "dispatchWhistle", id=whistle, **called)
    assert await people.refused("dagang", "dispatchWhistle", id=whistle, **called) == INVALID
    assert await people.refused("chengguan", "beginWhistle", id=whistle) == INVALID
    assert await people.refused("chengguan", "finishWhistle", id=whistle, outcome="o") == INVALID
    await people.do("chengguan", "reportIn", id=whistle)
    assert await people.refused("chengguan", "reportIn", id=whistle) == INVALID
    assert await people.refused("chengguan", "returnWhistle", id=whistle, reason="r") == INVALID
    assert await people.refused("chengguan", "finishWhistle", id=whistle, outcome="o") == INVALID


# Raised


async def test_a_whistle_says_whose_it_is(people: People) -> None:
    shows = "level title description site status branch { name } community { name } creator { displayName }"
    values = WHISTLE | {"description": "  三辆车 ", "site": "南门"}
    made = await people.do("changle3", "raiseWhistle", shows, **values)
    assert made == {
        "level": "GRID",
        "title": "占用消防通道",
        "description": "三辆车",
        "site": "南门",
        "status": "RAISED",
        "branch": {"name": "昌乐路社区第三网格党支部"},
        "community": {"name": "昌乐路社区"},
        "creator": await people.see("changle3", "me { displayName }"),
    }


async def test_who_leads_several_branches_names_one(people: People) -> None:
    assert await people.refused("changle", "raiseWhistle", **WHISTLE) == [("REQUIRED", "branchId")]
    committee = await branch(people, "昌乐路社区党委")
    made = await people.do("changle", "raiseWhistle", "level branch { name }", **WHISTLE, branchId=committee)
    assert made == {"level": "COMMUNITY", "branch": {"name": "昌乐路社区党委"}}
    top = await branch(people, "大港街道党工委")
    made = await people.do("dagang", "raiseWhistle", "level community { id }", **WHISTLE, branchId=top)
    assert made == {"level": "SUBDISTRICT", "community": None}
    assert await people.refused("changle", "raiseWhistle", **WHISTLE, branchId=top) == [("FORBIDDEN", "branchId")]


async def test_only_leaders_blow_it(people: People) -> None:
    for login in ("wangge", "zhidao", "jumin", "wuye", "chengguan", "shibei", "shenji"):
        assert await people.refused(login, "raiseWhistle", **WHISTLE) == [("FORBIDDEN", "")]
    nonsense = WHISTLE | {"title": " ", "site": "s" * 201}
    refused = await people.refused("changle3", "raiseWhistle", **nonsense)
    assert sorted(refused) == [("BLANK", "title"), ("TOO_LONG", "site")]


async def test_a_resolved_topic_is_whistled_for(people: People) -> None:
    topic = await resolved(people)
    shows = "id topic { id status } branch { name }"
    made = await people.do("changle3", "raiseWhistle", shows, **WHISTLE, topicId=topic)
    assert made["topic"] == {"id": topic, "status": "WHISTLED"}
    again = await people.refused("changle3", "raiseWhistle", **WHISTLE, topicId=topic)
    assert again == [("INVALID_STATE", "topicId")]


async def test_a_topic_from_below_is_whistled_for_by_its_branch_or_the_one_above(people: People) -> None:
    shows = "level branch { name }"
    made = await people.do("changle", "raiseWhistle", shows, **WHISTLE, topicId=await resolved(people))
    assert made == {"level": "GRID", "branch": {"name": "昌乐路社区第三网格党支部"}}
    values = {"topicId": await resolved(people), "branchId": await branch(people, "昌乐路社区党委")}
    made = await people.do("changle", "raiseWhistle", shows, **WHISTLE, **values)
    assert made == {"level": "COMMUNITY", "branch": {"name": "昌乐路社区党委"}}
    beside = {"topicId": await resolved(people), "branchId": await branch(people, "昌乐路社区第四网格党支部")}
    assert await people.refused("changle", "raiseWhistle", **WHISTLE, **beside) == [("FORBIDDEN", "branchId")]
    assert (await people.see("changle", f'topic(id: "{beside["topicId"]}") {{ status }}'))["status"] == "RESOLVED"


async def test_a_topic_that_is_not_resolved_or_not_ones_own_is_refused(people: People) -> None:
    async def count() -> int:
        shown: int = (await people.see("dagang", "whistles { totalCount }"))["totalCount"]
        return shown

    before = await count()
    topic = (await people.do("wangge", "submitTopic", title="t", category="OTHER"))["id"]
    refused = await people.refused("changle3", "raiseWhistle", **WHISTLE, topicId=topic)
    assert refused == [("INVALID_STATE", "topicId")]
    resolved_topic = await resolved(people)
    for login in ("changle4", "changchun"):
        refused = await people.refused(login, "raiseWhistle", **WHISTLE, topicId=resolved_topic)
        assert refused == [("FORBIDDEN", "topicId")]
    assert await people.refused("changle3", "raiseWhistle", **WHISTLE, topicId="x") == [("INVALID_ID", "topicId")]
    assert await count() == before


async def test_a_whistle_about_a_need_of_the_branch(people: People) -> None:
    need = (await people.do("changle3", "postNeed", **NEED))["id"]
    made = await people.do("changle3", "raiseWhistle", "need { id } topic { id }", **WHISTLE, needId=need)
    assert made == {"need": {"id": need}, "topic": None}
    made = await people.do("changle", "raiseWhistle", "branch { name }", **WHISTLE, needId=need)
    assert made == {"branch": {"name": "昌乐路社区第三网格党支部"}}
    assert await people.refused("changle4", "raiseWhistle", **WHISTLE, needId=need) == [("FORBIDDEN", "needId")]
    assert await people.refused("changchun", "raiseWhistle", **WHISTLE, needId=need) == [("FORBIDDEN", "needId")]
    both = {"needId": need, "topicId": await resolved(people)}
    assert await people.refused("changle3", "raiseWhistle", **WHISTLE, **both) == [("MISMATCH", "needId")]
    await people.do("changle3", "withdrawNeed", id=need)
    assert await people.refused("changle3", "raiseWhistle", **WHISTLE, needId=need) == [("INVALID_STATE", "needId")]


# Approved or refused


async def test_the_principal_officer_above_decides(people: People) -> None:
    whistle = await raised(people)
    for login in ("changle3", "changchun", "wangge", "chengguan", "jumin"):
        assert await people.refused(login, "approveWhistle", id=whistle) == FORBIDDEN
        assert await people.refused(login, "refuseWhistle", id=whistle, reason="r") == FORBIDDEN
    assert await people.refused("changle", "refuseWhistle", id=whistle, reason=" ") == [("BLANK", "reason")]
    shows = "status approver { displayName } history { nodes { reason } }"
    refused = await people.do("dagang", "refuseWhistle", shows, id=whistle, reason="网格可以解决")
    assert refused["status"] == "REFUSED"
    assert refused["approver"] == await people.see("dagang", "me { displayName }")
    assert refused["history"]["nodes"][-1] == {"reason": "网格可以解决"}
    assert await people.refused("dagang", "approveWhistle", id=whistle) == INVALID


# Departments


async def test_only_admitted_departments_are_called(people: People) -> None:
    whistle = await approved(people)
    ids = {login: await people.partner(login) for login in ("chengguan", "xiaofang", "wuye")}
    cases: list[tuple[dict[str, Any], tuple[str, str]]] = [
        ({"leadId": ids["wuye"]}, ("MISMATCH", "leadId")),
        ({"leadId": "x"}, ("INVALID_ID", "leadId")),
        ({"assistingIds": [ids["xiaofang"], ids["wuye"]]}, ("MISMATCH", "assistingIds.1")),
        ({"assistingIds": [ids["chengguan"]]}, ("DUPLICATE", "assistingIds.0")),
        ({"assistingIds": [ids["xiaofang"]] * 2}, ("DUPLICATE", "assistingIds.1")),
        ({"assistingIds": [ids["xiaofang"]] * 51}, ("TOO_MANY", "assistingIds")),
    ]
    for values, refused in cases:
        given = {"id": whistle, "leadId": ids["chengguan"]} | values
        assert await people.refused("dagang", "dispatchWhistle", **given) == [refused]
    applicant = (await people.do("dagang", "registerPartner", name="示例部门", kind="DEPARTMENT"))["id"]
    given = {"id": whistle, "leadId": ids["chengguan"], "assistingIds": [applicant]}
    assert await people.refused("dagang", "dispatchWhistle", **given) == [("MISMATCH", "assistingIds.0")]
    for login in ("changle", "changle3", "chengguan"):
        assert await people.refused(login, "dispatchWhistle", id=whistle, leadId=ids["chengguan"]) == FORBIDDEN


async def test_a_returned_whistle_is_dispatched_anew(people: People) -> None:
    whistle = await dispatched(people, "chengguan", "xiaofang")
    assert await people.refused("chengguan", "returnWhistle", id=whistle, reason="\n") == [("BLANK", "reason")]
    assert (await people.do("chengguan", "returnWhistle", id=whistle, reason="非本部门职责"))["status"] == "RETURNED"
    called: dict[str, Any] = {
        "leadId": await people.partner("minjing"),
        "assistingIds": [await people.partner("chengguan")],
    }
    shown = await people.do("dagang", "dispatchWhistle", CALLS, id=whistle, **called)
    calls = {(call["partner"]["name"], call["lead"]) for call in shown["departments"]}
    assert calls == {("驻大港社区警务岗（演示）", True), ("驻大港综合执法岗（演示）", False)}
    for login in ("chengguan", "xiaofang"):
        assert await people.refused(login, "reportIn", id=whistle) == FORBIDDEN
    assert (await people.do("minjing", "reportIn", id=whistle))["status"] == "REPORTED_IN"


async def test_each_department_does_its_own_part(people: People) -> None:
    whistle = await dispatched(people, "chengguan", "xiaofang")
    for login in ("xiaofang", "minjing", "changle3", "dagang", "wuye"):
        for name, values in {"reportIn": {}, "returnWhistle": {"reason": "r"}, "beginWhistle": {}}.items():
            assert await people.refused(login, name, id=whistle, **values) == FORBIDDEN
        assert await people.refused(login, "finishWhistle", id=whistle, outcome="o") == FORBIDDEN
    for login in ("chengguan", "minjing", "dagang"):
        assert await people.refused(login, "assistWhistle", id=whistle) == FORBIDDEN
    assert (await people.do("xiaofang", "assistWhistle", id=whistle))["status"] == "DISPATCHED"
    assert await people.refused("xiaofang", "assistWhistle", id=whistle) == [("ALREADY_EXISTS", "id")]
    shown = await people.do("chengguan", "reportIn", f"createdAt {CALLS}", id=whistle)
    assert all(
        datetime.fromisoformat(call["reportedInAt"]) > datetime.fromisoformat(shown["createdAt"])
        for call in shown["departments"]
    )


async def test_who_was_called_but_has_not_come_shows(people: People) -> None:
    whistle = await dispatched(people, "chengguan", "xiaofang")
    shown = await people.do("chengguan", "reportIn", CALLS, id=whistle)
    assert {call["partner"]["name"]: call["reportedInAt"] is None for call in shown["departments"]} == {
        "驻大港综合执法岗（演示）": False,
        "驻大港消防工作岗（演示）": True,
    }


@pytest.mark.parametrize("kind", ["EMERGENCY", "JOINT_ENFORCEMENT"])
async def test_deadlines_bind_the_lead_department(people: People, kind: str) -> None:
    whistle = await dispatched(people, kind=kind)
    lead = {"branch": None, "partner": {"id": await people.partner("chengguan")}}
    (first,) = (await people.see("dagang", f'whistle(id: "{whistle}") {{ {DEADLINES} }}'))["deadlines"]["nodes"]
    took = datetime.fromisoformat(first["dueAt"]) - datetime.fromisoformat(first["startsAt"])
    assert (took == timedelta(minutes=30)) == (kind == "EMERGENCY")
    assert {key: first[key] for key in lead} == lead
    await people.do("chengguan", "reportIn", id=whistle)
    await people.do("chengguan", "beginWhistle", id=whistle)
    clocks = (await people.see("dagang", f'whistle(id: "{whistle}") {{ {DEADLINES} }}'))["deadlines"]["nodes"]
    assert [(clock["kind"], clock["status"]) for clock in clocks] == [
        ("REPORT_IN", "MET"),
        ("HANDLE_WHISTLE", "RUNNING"),
    ]
    assert {key: clocks[1][key] for key in lead} == lead


async def test_it_is_done_with_an_outcome_and_rated_by_the_whistler(people: People) -> None:
    whistle = await dispatched(people)
    await people.do("chengguan", "reportIn", id=whistle)
    await people.do("chengguan", "beginWhistle", id=whistle)
    assert await people.refused("chengguan", "finishWhistle", id=whistle, outcome=" \n") == [("BLANK", "outcome")]
    await people.do("chengguan", "finishWhistle", id=whistle, outcome="已清理")
    for rating, code in {0: "NOT_POSITIVE", 6: "OUT_OF_RANGE"}.items():
        assert await people.refused("changle3", "rateWhistle", id=whistle, rating=rating) == [(code, "rating")]
    for login in ("chengguan", "changle4", "wangge", "jumin"):
        assert await people.refused(login, "rateWhistle", id=whistle, rating=1) == FORBIDDEN
    rated = await people.do("changle3", "rateWhistle", "status rating comment", id=whistle, rating=1)
    assert rated == {"status": "RATED", "rating": 1, "comment": ""}
    assert await people.refused("changle3", "rateWhistle", id=whistle, rating=5) == INVALID


# At once


async def test_a_department_comes_or_gives_back_never_both(people: People) -> None:
    for _ in range(ROUNDS):
        whistle = await dispatched(people)
        deeds: list[tuple[str, str, dict[str, Any]]] = [
            ("chengguan", "reportIn", {"id": whistle}),
            ("chengguan", "returnWhistle", {"id": whistle, "reason": "r"}),
        ]
        assert sorted(await at_once(people, *deeds)) == [DONE, INVALID]


async def test_a_topic_is_whistled_for_once(people: People) -> None:
    topic = await resolved(people)
    deed = ("changle3", "raiseWhistle", WHISTLE | {"topicId": topic})
    results = await at_once(people, deed, deed, deed)
    assert sorted(results) == [DONE, *[[("INVALID_STATE", "topicId")]] * 2]
    shown = await people.see("changle3", f'topic(id: "{topic}") {{ whistles {{ totalCount }} }}')
    assert shown["whistles"]["totalCount"] == 1
