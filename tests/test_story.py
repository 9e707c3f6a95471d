"""The handrails of building 6, from a resident's first word to the last, all by GraphQL, each step by whose it is."""

from typing import Any

from conftest import Network
from people import People

from db.audit import audit

STEPS, RAILS, MONEY = "金色年华小区6号楼楼道扶手", "扶手护栏加工安装", "远帆公益金"
CONCERNED = ("RESIDENT", "RESIDENT", "OWNERS_COMMITTEE", "GRID_SECRETARY", "GRID_INSTRUCTOR", "COMMUNITY_SECRETARY")
WORTH: dict[str, Any] = {"solved": True, "satisfied": True, "score": 5}


async def test_the_handrails_of_building_6(network: Network) -> None:
    people = People(network)
    topic = await the_first_word(people)
    await the_branch_accepts(people, topic)
    await nothing_begins_without_a_deliberation(people, topic)
    await those_concerned_meet_without_the_property_manager(people, topic)
    await they_meet_again_with_everybody(people, topic)
    need = await the_need_is_posted(people, topic)
    project = await the_project_is_opened_and_begins(people, topic, need)
    await two_partners_deliver(people, need, project, topic)
    await the_project_is_delivered_and_accepted(people, project)
    await what_was_done_is_handled_and_verified(people, topic)
    await it_is_closed_with_what_the_resident_says(people, topic)
    await it_is_opened_again_and_closed_again(people, topic)
    await its_history_tells_it_all(people, topic)
    assert await audit(network.addresses.owner) == []


async def the_first_word(people: People) -> str:
    grid = await people.id("grids", name="昌乐路社区第三网格")
    topic = await people.do(
        "jumin",
        "submitTopic",
        "id status branch { name } reporter { displayName } contactPhone",
        title="停电时老人上下楼没有扶手",
        description="六层两跑，停电时电梯停运，七十岁以上的老人有十九位。",
        site="金色年华小区6号楼",
        category="ELDERLY_CARE",
        gridId=grid,
        contactName="6号楼住户",
        contactPhone="139 0000 0006",
    )
    id_: str = topic.pop("id")
    assert topic == {
        "status": "SUBMITTED",
        "branch": {"name": "昌乐路社区第三网格党支部"},
        "reporter": {"displayName": "金色年华小区6号楼居民"},
        "contactPhone": "139 0000 0006",
    }
    return id_


async def the_branch_accepts(people: People, topic: str) -> None:
    assert (await people.do("wangge", "supportTopic", "supporters", id=topic))["supporters"] == 1
    accepted = await people.do("changle3", "acceptTopic", "status deadlines { nodes { kind status } }", id=topic)
    assert accepted["status"] == "ACCEPTED"
    clocks = {clock["kind"]: clock["status"] for clock in accepted["deadlines"]["nodes"]}
    assert clocks == {"ACCEPT_TOPIC": "MET", "HANDLE_TOPIC": "RUNNING"}


async def nothing_begins_without_a_deliberation(people: People, topic: str) -> None:
    wanted: dict[str, Any] = {"title": STEPS, "category": "ELDERLY_CARE", "quantity": 12, "unit": "段"}
    assert await people.refused("wangge", "postNeed", topicId=topic, **wanted) == [("INVALID_STATE", "topicId")]
    assert await people.refused("changle3", "resolveTopic", id=topic) == [("INVALID_STATE", "id")]
    assert await no_project(people, topic) == [("NO_RESOLUTION", "topicId")]


async def no_project(people: People, topic: str) -> list[tuple[str, str]]:
    """Why no project is opened for the topic, of another need of the grid."""
    need = await people.do("wangge", "postNeed", title="楼道量尺", category="ELDERLY_CARE", quantity=1, unit="次")
    return await people.refused("changle3", "openProject", title=STEPS, topicId=topic, lines=[{"needId": need["id"]}])


async def those_concerned_meet_without_the_property_manager(people: People, topic: str) -> None:
    await deliberate(people, topic, *CONCERNED)
    assert await people.refused("changle3", "resolveTopic", id=topic) == [("ROLES_MISSING", "id")]
    assert "PROPERTY_MANAGER" in await people.told("changle3", "resolveTopic", id=topic)
    assert "物业" in await people.told("changle3", "resolveTopic", "zh", id=topic)
    assert await no_project(people, topic) == [("NO_RESOLUTION", "topicId")]


async def they_meet_again_with_everybody(people: People, topic: str) -> None:
    await deliberate(people, topic, *CONCERNED, "PROPERTY_MANAGER")
    resolved = await people.do("changle3", "resolveTopic", "status deliberations { totalCount }", id=topic)
    assert resolved == {"status": "RESOLVED", "deliberations": {"totalCount": 2}}


async def deliberate(people: People, topic: str, *roles: str) -> None:
    """The grid branch's secretary calls those of these roles together, and writes down what they resolve."""
    called = await people.do("changle3", "conveneDeliberation", topicId=topic, place="6号楼门厅")
    assert called["status"] == "CONVENED"
    minuted = await people.do(
        "changle3",
        "minuteDeliberation",
        "status attendees { role }",
        id=called["id"],
        heldAt="2026-05-20T19:00:00+08:00",
        attendees=[{"role": role} for role in roles],
        options="一、请第三方加装；二、住户自装。",
        resolution="委托第三方加装，物业配合打孔。",
        minutes="住户、业委会与网格党支部逐层看过，一致同意。",
    )
    assert minuted["status"] == "MINUTED"
    assert sorted(each["role"] for each in minuted["attendees"]) == sorted(roles)


async def the_need_is_posted(people: People, topic: str) -> str:
    need = await people.do(
        "wangge",
        "postNeed",
        "id topic { id status }",
        topicId=topic,
        title=STEPS,
        category="ELDERLY_CARE",
        quantity=12,
        unit="段",
        beneficiaries=64,
    )
    assert need["topic"] == {"id": topic, "status": "NEED_POSTED"}
    posted: str = need["id"]
    return posted


async def the_project_is_opened_and_begins(people: People, topic: str, need: str) -> str:
    project = await people.do(
        "changle3", "openProject", "id topic { id }", title=STEPS, budget="21600.00", lines=[{"needId": need}]
    )
    assert project["topic"] == {"id": topic}
    assert (await people.do("changle", "approveProject", id=project["id"]))["status"] == "APPROVED"
    assert (await people.do("changle3", "startProject", id=project["id"]))["status"] == "RUNNING"
    opened: str = project["id"]
    return opened


async def two_partners_deliver(people: People, need: str, project: str, topic: str) -> None:
    line = (await people.see("changle3", f'project(id: "{project}") {{ needLines {{ nodes {{ id }} }} }}'))["needLines"]
    work = await the_workshop_claims(people, line["nodes"][0]["id"])
    money = await the_branch_claims_the_money(people, line["nodes"][0]["id"])
    assert await people.refused("wangge", "handleTopic", id=topic, outcome="装了") == [("NOT_SETTLED", "id")]
    await deliver(people, "gangji", work, 6, 4)
    await deliver(people, "hangyun", money, 2)
    assert (await people.see("jumin", f'need(id: "{need}") {{ status }}'))["status"] == "FULFILLED"
    await both_sides_rate_each_other(people, work)
    rated = await people.do("wangge", "evaluateNeed", "side need { status }", id=need, **WORTH)
    assert rated == {"side": "OWNER_RATES_NEED", "need": {"status": "EVALUATED"}}


async def the_workshop_claims(people: People, line: str) -> str:
    """A partner claims what the grid needs, and the branch agrees."""
    rails = await people.id("resources", title=RAILS)
    wanted = [{"needLineId": line, "quantity": 10, "resourceId": rails}]
    (claim,) = await people.do("gangji", "claimProject", lines=wanted, plan="先出样品，居民看过再加工。")
    assert await people.refused("gangji", "acceptClaim", id=claim["id"]) == [("FORBIDDEN", "id")]
    await people.do("changle3", "acceptClaim", id=claim["id"])
    claimed: str = claim["id"]
    return claimed


async def the_branch_claims_the_money(people: People, line: str) -> str:
    """The branch claims what a partner offers, and the partner agrees."""
    money = await people.id("resources", title=MONEY)
    wanted: dict[str, Any] = {"resourceId": money, "needLineId": line, "quantity": 2, "resourceQuantity": 5000}
    claim = await people.do("changle3", "claimResource", **wanted)
    await people.do("hangyun", "acceptClaim", id=claim["id"])
    claimed: str = claim["id"]
    return claimed


async def deliver(people: People, giver: str, claim: str, *quantities: int) -> None:
    """The partner begins, delivers bit by bit, each with what shows it; the branch confirms."""
    assert (await people.do(giver, "startClaim", id=claim))["status"] == "ACTIVE"
    for quantity in quantities:
        assert await people.refused("changle3", "confirmClaim", id=claim) == [("INVALID_STATE", "id")]
        await people.do(giver, "deliverClaim", id=claim, quantity=quantity, evidence="照片与楼长签收单")
    assert await people.refused(giver, "confirmClaim", id=claim) == [("FORBIDDEN", "id")]
    assert (await people.do("changle3", "confirmClaim", id=claim))["status"] == "CONFIRMED"


async def both_sides_rate_each_other(people: People, claim: str) -> None:
    assert await people.refused("gangji", "ratePartner", id=claim, **WORTH) == [("FORBIDDEN", "id")]
    ours = await people.do("changle3", "ratePartner", "side", id=claim, **WORTH, comment="扶手稳当")
    theirs = await people.do("gangji", "rateBranch", "side", id=claim, **WORTH, comment="量尺、用电都有人管")
    assert (ours["side"], theirs["side"]) == ("BRANCH_RATES_PARTNER", "PARTNER_RATES_BRANCH")


async def the_project_is_delivered_and_accepted(people: People, project: str) -> None:
    await people.do("changle3", "deliverProject", id=project, evidence="验收单、住户回访记录")
    assert await people.refused("changle3", "acceptProject", id=project) == [("SELF_VERIFICATION", "id")]
    assert (await people.do("zhidao", "acceptProject", id=project))["status"] == "ACCEPTED"
    closed = await people.do("changle3", "closeProject", id=project, followUp="SATISFIED")
    assert closed["status"] == "CLOSED"


async def what_was_done_is_handled_and_verified(people: People, topic: str) -> None:
    said = {"id": topic, "outcome": "六层两跑共十二段扶手全部装好。"}
    assert await people.refused("changle3", "handleTopic", **said) == [("EVIDENCE_REQUIRED", "evidence")]
    await people.do("changle3", "handleTopic", **said, evidence="逐层照片十二张")
    assert await people.refused("changle3", "verifyTopic", id=topic) == [("SELF_VERIFICATION", "id")]
    verified = await people.do(
        "zhidao", "verifyTopic", "status handler { displayName } verifier { displayName }", id=topic
    )
    assert verified == {
        "status": "VERIFIED",
        "handler": {"displayName": "昌乐路社区第三网格党支部书记"},
        "verifier": {"displayName": "昌乐路社区第三网格指导员"},
    }


async def it_is_closed_with_what_the_resident_says(people: People, topic: str) -> None:
    assert await people.refused("changle3", "rateTopic", id=topic, **WORTH) == [("FORBIDDEN", "id")]
    rated = await people.do("jumin", "rateTopic", "side score comment", id=topic, **WORTH, comment="停电也不怕了")
    assert rated == {"side": "RESIDENT_RATES_OUTCOME", "score": 5, "comment": "停电也不怕了"}
    closed = await people.do("changle3", "closeTopic", "status followUp", id=topic, followUp="SATISFIED")
    assert closed == {"status": "CLOSED", "followUp": "SATISFIED"}


async def it_is_opened_again_and_closed_again(people: People, topic: str) -> None:
    reopened = await people.do("jumin", "reopenTopic", "status followUp", id=topic, reason="三楼一段松动")
    assert reopened == {"status": "REOPENED", "followUp": "DISSATISFIED"}
    await people.do("wangge", "handleTopic", id=topic, outcome="已加固", evidence="加固照片")
    await people.do("zhidao", "verifyTopic", id=topic)
    closed = await people.do("changle3", "closeTopic", "status followUp", id=topic, followUp="SATISFIED")
    assert closed == {"status": "CLOSED", "followUp": "SATISFIED"}


async def its_history_tells_it_all(people: People, topic: str) -> None:
    history = "history(first: 100) { nodes { toStatus reason actor { displayName } } }"
    told = (await people.see("changle3", f'topic(id: "{topic}") {{ {history} }}'))["history"]["nodes"]
    assert [step["toStatus"] for step in told] == [
        *("SUBMITTED", "ACCEPTED", "DELIBERATING", "RESOLVED", "NEED_POSTED", "HANDLED", "VERIFIED", "CLOSED"),
        *("REOPENED", "HANDLED", "VERIFIED", "CLOSED"),
    ]
    assert [step["reason"] for step in told if step["reason"]] == ["三楼一段松动"]
