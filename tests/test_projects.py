"""Projects from the plan to the follow-up: who approves, delivers and accepts, and what must be done before."""

from datetime import UTC, datetime, timedelta
from typing import Any

from deals import DONE, INVALID, NEED, ROUNDS, at_once, begun
from people import People

from resolvers.moments import today as china_today

FORBIDDEN = [("FORBIDDEN", "id")]
JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + bytes(range(256))


async def planned(people: People, branch: str = "changle3") -> str:
    """The id of a project of the branch for a need of its own."""
    need = await people.do(branch, "postNeed", **NEED)
    project: str = (await people.do(branch, "openProject", title="扶手项目", lines=[{"needId": need["id"]}]))["id"]
    return project


async def running(people: People) -> str:
    """The same, approved and begun."""
    project = await planned(people)
    await people.do("changle", "approveProject", id=project)
    await people.do("changle3", "startProject", id=project)
    return project


async def delivered(people: People, by: str = "changle3") -> str:
    """The same, delivered."""
    project = await running(people)
    await people.do(by, "deliverProject", id=project, evidence="验收单")
    return project


# The way


async def test_a_project_goes_from_the_plan_to_the_follow_up(people: People) -> None:
    project = await planned(people)
    ways: list[tuple[str, str, dict[str, Any], str]] = [
        ("changle", "approveProject", {}, "APPROVED"),
        ("changle3", "startProject", {}, "RUNNING"),
        ("changle3", "pauseProject", {"reason": "雨季"}, "PAUSED"),
        ("changle3", "resumeProject", {}, "RUNNING"),
        ("changle3", "deliverProject", {"evidence": "验收单、照片"}, "DELIVERED"),
        ("zhidao", "acceptProject", {}, "ACCEPTED"),
        ("changle3", "closeProject", {"followUp": "SATISFIED"}, "CLOSED"),
    ]
    for login, name, values, status in ways:
        assert (await people.do(login, name, id=project, **values))["status"] == status
    shows = "evidence followUp approver { displayName } deliverer { displayName } accepter { displayName }"
    names = {login: await people.see(login, "me { displayName }") for login in ("changle", "changle3", "zhidao")}
    assert await people.see("changle3", f'project(id: "{project}") {{ {shows} }}') == {
        "evidence": "验收单、照片",
        "followUp": "SATISFIED",
        "approver": names["changle"],
        "deliverer": names["changle3"],
        "accepter": names["zhidao"],
    }
    steps = await people.see("changle3", f'project(id: "{project}") {{ history {{ nodes {{ toStatus reason }} }} }}')
    assert [(step["toStatus"], step["reason"]) for step in steps["history"]["nodes"]] == [
        ("PLANNED", ""),
        *((status, values.get("reason", "")) for _, _, values, status in ways),
    ]


async def test_only_who_is_above_approves(people: People) -> None:
    project = await planned(people)
    for login in ("changle3", "wangge", "zhidao", "changchun", "wuye"):
        assert await people.refused(login, "approveProject", id=project) == FORBIDDEN
    assert await people.refused("xinggang", "approveProject", id=project) == [("NOT_FOUND", "id")]
    await people.do("dagang", "approveProject", id=project)
    assert await people.refused("dagang", "approveProject", id=project) == INVALID


async def test_the_way_is_the_lead_branch_s_to_go(people: People) -> None:
    project = await running(people)
    ways: list[tuple[str, dict[str, Any]]] = [
        ("startProject", {}),
        ("pauseProject", {"reason": "r"}),
        ("resumeProject", {}),
        ("deliverProject", {"evidence": "e"}),
        ("addMilestone", {"title": "t"}),
        ("closeProject", {"followUp": "SATISFIED"}),
    ]
    for name, values in ways:
        for login in ("changle4", "wangge", "wuye", "jumin"):
            assert await people.refused(login, name, id=project, **values) == FORBIDDEN


async def test_nothing_is_done_out_of_its_turn(people: People) -> None:
    project = await planned(people)
    early: list[tuple[str, dict[str, Any]]] = [
        ("startProject", {}),
        ("pauseProject", {"reason": "r"}),
        ("resumeProject", {}),
        ("deliverProject", {"evidence": "e"}),
        ("acceptProject", {}),
        ("rejectDelivery", {"reason": "r"}),
        ("closeProject", {"followUp": "NO_ANSWER"}),
    ]
    for name, values in early:
        assert await people.refused("changle3", name, id=project, **values) == INVALID
    await people.do("changle", "approveProject", id=project)
    await people.do("changle3", "startProject", id=project)
    assert await people.refused("changle3", "pauseProject", id=project, reason=" ") == [("BLANK", "reason")]
    await people.do("changle3", "pauseProject", id=project, reason="雨季")
    assert await people.refused("changle3", "deliverProject", id=project, evidence="e") == INVALID


# Milestones


async def test_milestones_are_reached_with_evidence_before_the_project_is_delivered(people: People) -> None:
    project = await running(people)
    due = str(datetime.now(UTC).date() + timedelta(days=30))
    shows = "id title dueOn doneOn evidence project { id }"
    step = await people.do("changle3", "addMilestone", shows, id=project, title=" 完成 1 至 3 层 ", dueOn=due)
    expected = {"title": "完成 1 至 3 层", "dueOn": due, "doneOn": None, "evidence": "", "project": {"id": project}}
    assert step == {"id": step["id"]} | expected
    delivery = {"id": project, "evidence": "验收单"}
    assert await people.refused("changle3", "deliverProject", **delivery) == [("MILESTONES_OPEN", "id")]
    this = {"id": step["id"], "evidence": "照片"}
    shows, day = "doneOn evidence doer { displayName }", str(china_today())
    reached = await people.do("changle3", "reachMilestone", shows, **this, doneOn=day)
    doer = await people.see("changle3", "me { displayName }")
    assert reached == {"doneOn": day, "evidence": "照片", "doer": doer}
    assert await people.refused("changle3", "reachMilestone", **this) == INVALID
    assert (await people.do("changle3", "deliverProject", **delivery))["status"] == "DELIVERED"
    assert await people.refused("changle3", "addMilestone", id=project, title="晚了") == INVALID


async def test_a_milestone_that_says_nonsense_is_refused(people: People) -> None:
    project = await running(people)
    added: list[tuple[dict[str, Any], tuple[str, str]]] = [
        ({"title": " "}, ("BLANK", "title")),
        ({"title": "t" * 201}, ("TOO_LONG", "title")),
        ({"dueOn": "2020-01-01"}, ("IN_THE_PAST", "dueOn")),
        ({"id": "x"}, ("INVALID_ID", "id")),
    ]
    for values, refused in added:
        assert await people.refused("changle3", "addMilestone", **{"id": project, "title": "t"} | values) == [refused]
    step = (await people.do("changle3", "addMilestone", "id", id=project, title="t"))["id"]
    reached: list[tuple[dict[str, Any], tuple[str, str]]] = [
        ({"evidence": "\n"}, ("BLANK", "evidence")),
        ({"doneOn": "2199-01-01"}, ("IN_THE_FUTURE", "doneOn")),
        ({"id": project}, ("INVALID_ID", "id")),
    ]
    for values, refused in reached:
        given = {"id": step, "evidence": "照片"} | values
        assert await people.refused("changle3", "reachMilestone", **given) == [refused]


async def test_a_milestone_is_reached_by_who_leads_while_the_project_runs(people: People) -> None:
    project = await planned(people)
    step = (await people.do("changle3", "addMilestone", "id", id=project, title="t"))["id"]
    this = {"id": step, "evidence": "照片"}
    assert await people.refused("changle3", "reachMilestone", **this) == INVALID
    await people.do("changle", "approveProject", id=project)
    await people.do("changle3", "startProject", id=project)
    for login in ("changle4", "wangge", "zhidao", "wuye"):
        assert await people.refused(login, "reachMilestone", **this) == FORBIDDEN
    today = (datetime.now(UTC) + timedelta(hours=8)).date()
    assert await people.do("changle", "reachMilestone", "doneOn", **this) == {"doneOn": str(today)}


# Delivered, accepted, closed


async def test_nothing_is_delivered_without_evidence(people: People) -> None:
    project = await running(people)
    for evidence in (None, "", " \n"):
        refused = await people.refused("changle3", "deliverProject", id=project, evidence=evidence)
        assert refused == [("EVIDENCE_REQUIRED", "evidence")]


async def test_a_file_is_evidence_as_well(people: People) -> None:
    project = await running(people)
    secretary = await people.client("changle3")
    sent = await secretary.http.post("/attachments", data={"subject": project}, files={"file": ("验收.jpg", JPEG)})
    assert sent.status_code == 201
    assert (await people.do("changle3", "deliverProject", id=project))["status"] == "DELIVERED"
    await people.do("zhidao", "acceptProject", id=project)
    assert (await people.do("changle3", "closeProject", id=project, followUp="SATISFIED"))["status"] == "CLOSED"


async def test_nothing_is_delivered_over_claims_that_are_to_be_worked_off(people: People) -> None:
    deal = await begun(people)
    await people.do("changle", "approveProject", id=deal.project)
    await people.do("changle3", "startProject", id=deal.project)
    delivery = {"id": deal.project, "evidence": "验收单"}
    assert await people.refused("changle3", "deliverProject", **delivery) == [("IN_USE", "id")]
    await people.do("wuye", "deliverClaim", id=deal.claim, quantity=10, evidence="签收单")
    assert await people.refused("changle3", "deliverProject", **delivery) == [("IN_USE", "id")]
    await people.do("changle3", "confirmClaim", id=deal.claim)
    assert (await people.do("changle3", "deliverProject", **delivery))["status"] == "DELIVERED"


async def test_nobody_accepts_or_rejects_what_they_delivered(people: People) -> None:
    project = await delivered(people)
    own = [("SELF_VERIFICATION", "id")]
    assert await people.refused("changle3", "acceptProject", id=project) == own
    assert await people.refused("changle3", "rejectDelivery", id=project, reason="r") == own
    for login in ("wangge", "changle4", "wuye"):
        assert await people.refused(login, "acceptProject", id=project) == FORBIDDEN
    assert (await people.do("changle", "acceptProject", id=project))["status"] == "ACCEPTED"


async def test_what_is_rejected_is_done_again(people: People) -> None:
    project = await delivered(people)
    assert await people.refused("zhidao", "rejectDelivery", id=project, reason=" ") == [("BLANK", "reason")]
    shows = "status accepter { id } deliverer { displayName }"
    back = await people.do("zhidao", "rejectDelivery", shows, id=project, reason="三层松动")
    assert (back["status"], back["accepter"]) == ("RUNNING", None)
    again = await people.do("changle", "deliverProject", shows, id=project, evidence="复检单")
    assert again["deliverer"] == await people.see("changle", "me { displayName }")
    assert await people.refused("changle", "acceptProject", id=project) == [("SELF_VERIFICATION", "id")]
    await people.do("changle3", "acceptProject", id=project)


async def test_a_second_delivery_needs_evidence_of_its_own(people: People) -> None:
    project = await delivered(people)
    await people.do("zhidao", "rejectDelivery", id=project, reason="三层松动")
    assert await people.refused("changle3", "deliverProject", id=project) == [("EVIDENCE_REQUIRED", "evidence")]


async def test_a_project_is_late_once_its_planned_end_is_over_and_not_before(people: People) -> None:
    need = await people.do("changle3", "postNeed", **NEED)
    end = str(datetime.now(UTC).date() + timedelta(days=20))
    values: dict[str, Any] = {"title": "扶手项目", "lines": [{"needId": need["id"]}], "plannedEnd": end}
    deadlines = "id deadlines { nodes { kind status dueAt } }"
    opened = await people.do("changle3", "openProject", deadlines, **values)
    (deadline,) = opened["deadlines"]["nodes"]
    assert (deadline["kind"], deadline["status"]) == ("FINISH_PROJECT", "RUNNING")
    await people.do("changle", "approveProject", id=opened["id"])
    await people.do("changle3", "startProject", id=opened["id"])
    done = await people.do("changle3", "deliverProject", deadlines, id=opened["id"], evidence="验收单")
    assert [node["status"] for node in done["deadlines"]["nodes"]] == ["MET"]
    back = await people.do("zhidao", "rejectDelivery", deadlines, id=opened["id"], reason="松动")
    assert [node["status"] for node in back["deadlines"]["nodes"]] == ["MET", "RUNNING"]


# At once


async def test_accepted_or_rejected_never_both(people: People) -> None:
    for _ in range(ROUNDS):
        project = await delivered(people)
        results = await at_once(
            people,
            ("zhidao", "acceptProject", {"id": project}),
            ("changle", "rejectDelivery", {"id": project, "reason": "r"}),
        )
        assert sorted(results) == [DONE, INVALID]


async def test_a_milestone_is_added_or_the_project_delivered_never_both(people: People) -> None:
    for _ in range(ROUNDS):
        project = await running(people)
        added, delivery = await at_once(
            people,
            ("changle", "addMilestone", {"id": project, "title": "t"}),
            ("changle3", "deliverProject", {"id": project, "evidence": "e"}),
        )
        assert (added, delivery) in ((DONE, [("MILESTONES_OPEN", "id")]), (INVALID, DONE))


async def test_a_milestone_is_reached_once(people: People) -> None:
    project = await running(people)
    step = (await people.do("changle3", "addMilestone", "id", id=project, title="t"))["id"]
    deeds = [(login, "reachMilestone", {"id": step, "evidence": login}) for login in ("changle3", "changle", "dagang")]
    assert sorted(await at_once(people, *deeds)) == [DONE, INVALID, INVALID]
