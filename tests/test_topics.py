"""Topics from the first word to the last: who may do what when, what is refused, and who sees it."""

import asyncio
import re
from typing import Any

import pytest
from handling import (
    CONCERNED,
    GRID,
    NEED,
    RECORD,
    SHOWN,
    TOPIC,
    accepted,
    closed,
    deliberate,
    handled,
    resolved,
    solved,
    submitted,
)
from make import make_account, make_grid, open_session
from people import People
from sqlalchemy import select, text

from db.models import Community, PartyBranch
from db.models.states import BranchLevel, Role

BRANCH = {"changle3", "changle", "dagang"}  # who leads the third grid's branch
OF_SUBDISTRICT = {"jumin", "wangge", "zhidao", "changle3", "changle1", "changle", "changchun", "dagang"}
OTHERS = {"hangyun", "sifa", "shibei", "shenji"}
PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(64))
INVALID = [("INVALID_STATE", "id")]
FORBIDDEN = [("FORBIDDEN", "id")]


async def may(people: People, topic: str, name: str, **values: Any) -> set[str]:
    """The logins that are shown an action; all others are refused it."""
    action, able = re.sub("(?=[A-Z])", "_", name).upper(), set()
    for login in sorted(OF_SUBDISTRICT | OTHERS):
        if action in (await people.see(login, f'topic(id: "{topic}") {{ availableActions }}'))["availableActions"]:
            able.add(login)
        else:
            assert await people.refused(login, name, id=topic, **values) == FORBIDDEN, login
    return able


async def seen(people: People, login: str, topic: str, shows: str) -> Any:
    return await people.see(login, f'topic(id: "{topic}") {{ {shows} }}')


# Submitting


async def test_a_topic_is_the_grid_branchs_from_the_first_moment(people: People) -> None:
    grid = await people.id("grids", name="长春路社区第二网格")
    shows = "status urgency branch { name } grid { name } community { name } deadlines { nodes { kind } }"
    topic = await people.do("jumin", "submitTopic", shows, gridId=grid, **TOPIC)
    assert topic == {
        "status": "SUBMITTED",
        "urgency": "SEVEN_DAYS",
        "branch": {"name": "长春路社区第二网格党支部"},
        "grid": {"name": "长春路社区第二网格"},
        "community": {"name": "长春路社区"},
        "deadlines": {"nodes": [{"kind": "ACCEPT_TOPIC"}]},
    }


async def test_a_grid_without_a_branch_is_answered_for_by_its_community(people: People) -> None:
    async with open_session(people.network.addresses.owner) as owner:
        community = (await owner.scalars(select(Community).where(Community.name == "昌乐路社区"))).one()
        await make_grid(owner, community, name="新网格", number=99)
        await owner.commit()
    grid = await people.id("grids", name="新网格")
    topic = await people.do("jumin", "submitTopic", "branch { name level }", gridId=grid, **TOPIC)
    assert topic["branch"] == {"name": "昌乐路社区党委", "level": "COMMUNITY"}


async def test_who_works_in_a_grid_need_not_name_it_and_may_name_another(people: People) -> None:
    async with open_session(people.network.addresses.owner) as owner:
        building = (await owner.scalars(select(PartyBranch).where(PartyBranch.name == "金色年华小区6号楼党小组"))).one()
        assert building.level is BranchLevel.BUILDING
        account = await make_account(owner, Role.GRID_SECRETARY, building)
        await owner.commit()
    for login in ("wangge", "zhidao", "changle3", account.login):
        topic = await people.do(login, "submitTopic", "branch { name } reporter { id } creator { id }", **TOPIC)
        assert topic["branch"] == {"name": "昌乐路社区第三网格党支部"}
        assert topic["reporter"] == topic["creator"] == await people.see(login, "me { id }")
    for login in ("jumin", "changle", "dagang"):
        assert await people.refused(login, "submitTopic", **TOPIC) == [("REQUIRED", "gridId")]
    other = await people.id("grids", name="长春路社区第二网格")
    topic = await people.do("wangge", "submitTopic", "branch { name }", gridId=other, **TOPIC)
    assert topic["branch"] == {"name": "长春路社区第二网格党支部"}


async def test_who_submits_belongs_to_the_subdistrict(people: People) -> None:
    grid = await people.id("grids", name=GRID)
    for login in sorted(OTHERS):
        assert await people.refused(login, "submitTopic", gridId=grid, **TOPIC) == [("FORBIDDEN", "")]
    elsewhere = (await people.see("binhai1", "grids(first: 1) { nodes { id } }"))["nodes"][0]["id"]
    for unknown, code in ((elsewhere, "NOT_FOUND"), ("x", "INVALID_ID"), ("", "INVALID_ID")):
        assert await people.refused("jumin", "submitTopic", gridId=unknown, **TOPIC) == [(code, "gridId")]


async def test_everything_wrong_with_a_topic_is_said_at_once(people: People) -> None:
    wrong = {"title": " ", "site": "\x00", "contactPhone": "电话", "description": "长" * 5001, "urgency": None}
    assert sorted(await people.refused("wangge", "submitTopic", **TOPIC | wrong)) == [
        ("BLANK", "title"),
        ("INVALID_CHARACTERS", "site"),
        ("INVALID_FORMAT", "contactPhone"),
        ("REQUIRED", "urgency"),
        ("TOO_LONG", "description"),
    ]


# Editing and supporting


async def test_what_a_topic_says_is_changed_by_its_branch_until_it_is_handled(people: People) -> None:
    topic = await submitted(people, site="6号楼", contactPhone="13900000006")
    shows = "title site urgency contactPhone"
    edited = {"title": "扶手", "site": None, "urgency": "SAME_DAY"}
    assert await people.do("wangge", "editTopic", shows, id=topic, **edited) == edited | {"contactPhone": "13900000006"}
    assert await may(people, topic, "editTopic", title="t") == BRANCH | {"wangge"}
    assert await people.refused("wangge", "editTopic", id=topic, title=None) == [("REQUIRED", "title")]
    handled_ = await handled(people)
    assert await people.refused("wangge", "editTopic", id=handled_, title="t") == INVALID


async def test_the_urgency_is_final_once_it_is_accepted(people: People) -> None:
    topic = await submitted(people, urgency="THREE_DAYS")
    await people.do("wangge", "editTopic", id=topic, urgency="SEVEN_DAYS")
    await people.do("changle3", "acceptTopic", id=topic)
    assert await people.refused("wangge", "editTopic", id=topic, urgency="SAME_DAY") == [("TERMS_FINAL", "urgency")]
    await people.do("wangge", "editTopic", id=topic, urgency="SEVEN_DAYS", title="同样的紧急程度")
    assert (await seen(people, "wangge", topic, "title urgency")) == {
        "title": "同样的紧急程度",
        "urgency": "SEVEN_DAYS",
    }


async def test_everybody_of_the_subdistrict_supports_a_topic_once_but_who_reported_it(people: People) -> None:
    topic = await submitted(people)
    assert await may_support(people, topic) == OF_SUBDISTRICT - {"jumin"}
    for count, login in enumerate(("wangge", "changle1", "changchun"), 1):
        assert (await people.do(login, "supportTopic", "supporters", id=topic))["supporters"] == count
        assert await people.refused(login, "supportTopic", id=topic) == [("ALREADY_EXISTS", "id")]
    await people.do("changle3", "returnTopic", id=topic, reason="已有安排")
    assert await people.refused("zhidao", "supportTopic", id=topic) == INVALID


async def may_support(people: People, topic: str) -> set[str]:
    """The logins that are shown that they may support; the others are refused, each for its reason."""
    able = set()
    for login in sorted(OF_SUBDISTRICT | OTHERS):
        if "SUPPORT_TOPIC" in (await seen(people, login, topic, "availableActions"))["availableActions"]:
            able.add(login)
        else:
            why = [("ALREADY_EXISTS", "id")] if login == "jumin" else FORBIDDEN
            assert await people.refused(login, "supportTopic", id=topic) == why
    return able


async def test_supporting_twice_at_once_counts_once(people: People) -> None:
    topic = await submitted(people)
    await people.client("wangge")
    query = """mutation ($id: ID!) { supportTopic(input: { id: $id }) { topic { supporters } userErrors { code } } }"""
    both = await asyncio.gather(*(people.ask("wangge", query, id=topic) for _ in range(2)))
    assert sorted(len(one["supportTopic"]["userErrors"]) for one in both) == [0, 1]
    assert (await seen(people, "wangge", topic, "supporters")) == {"supporters": 1}


# Taking it on, giving it back


async def test_a_topic_is_accepted_by_who_leads_its_branch_and_its_clock_starts(people: People) -> None:
    topic = await submitted(people)
    assert await may(people, topic, "acceptTopic") == BRANCH
    shows = "status branch { name } deadlines { nodes { kind status workingDays } }"
    accepted_ = await people.do("changle", "acceptTopic", shows, id=topic)
    assert accepted_["branch"] == {"name": "昌乐路社区第三网格党支部"}
    assert [tuple(clock.values()) for clock in accepted_["deadlines"]["nodes"]] == [
        ("ACCEPT_TOPIC", "MET", 1),
        ("HANDLE_TOPIC", "RUNNING", 7),
    ]
    assert await people.refused("changle3", "acceptTopic", id=topic) == INVALID


async def test_a_topic_is_returned_with_a_reason_that_all_see(people: People) -> None:
    topic = await submitted(people)
    assert await may(people, topic, "returnTopic", reason="r") == BRANCH
    assert await people.refused("changle3", "returnTopic", id=topic, reason=" ") == [("BLANK", "reason")]
    assert (await people.do("changle3", "returnTopic", id=topic, reason="属产权单位"))["status"] == "RETURNED"
    told = (await seen(people, "jumin", topic, "history { nodes { toStatus reason } }"))["history"]["nodes"]
    assert {"toStatus": "RETURNED", "reason": "属产权单位"} in told
    assert await people.refused("changle3", "acceptTopic", id=topic) == INVALID


async def test_a_duplicate_is_merged_and_its_reporter_counted(people: People) -> None:
    first, second = await submitted(people, login="wangge"), await submitted(people)
    assert await may(people, second, "mergeTopic", intoId=first) == BRANCH
    await people.do("zhidao", "supportTopic", id=second)
    merged = await people.do("changle3", "mergeTopic", "status mergedInto { id supporters }", id=second, intoId=first)
    assert merged == {"status": "MERGED", "mergedInto": {"id": first, "supporters": 1}}
    assert await seen(people, "jumin", first, "duplicates { nodes { id } }") == {
        "duplicates": {"nodes": [{"id": second}]}
    }
    third = await submitted(people)
    await people.do("changle3", "acceptTopic", id=third)
    again = await people.do("changle3", "mergeTopic", "mergedInto { supporters }", id=third, intoId=first)
    assert again["mergedInto"] == {"supporters": 1}, "the resident is counted once"
    own = await submitted(people, login="wangge")
    again = await people.do("changle3", "mergeTopic", "mergedInto { supporters }", id=own, intoId=first)
    assert again["mergedInto"] == {"supporters": 1}, "its own reporter is no supporter"


async def test_a_topic_is_merged_only_into_an_open_one_of_ones_own(people: People) -> None:
    topic, over = await submitted(people), await submitted(people)
    await people.do("changle3", "returnTopic", id=over, reason="r")
    elsewhere = await people.id("grids", name="长春路社区第二网格")
    foreign = await submitted(people, gridId=elsewhere)
    merged = await submitted(people)
    await people.do("changle3", "mergeTopic", id=merged, intoId=topic)
    for into in (topic, over, foreign, merged):
        assert await people.refused("changle3", "mergeTopic", id=topic, intoId=into) == [("MISMATCH", "intoId")]
    assert (await people.do("dagang", "mergeTopic", id=topic, intoId=foreign))["status"] == "MERGED"
    assert await people.refused("changle3", "mergeTopic", id=foreign, intoId="x") == [("INVALID_ID", "intoId")]
    late = await accepted(people)
    await people.do("changle3", "conveneDeliberation", topicId=late)
    open_ = await submitted(people)
    assert await people.refused("changle3", "mergeTopic", id=late, intoId=open_) == INVALID


async def test_of_two_topics_merged_crosswise_one_stays(people: People) -> None:
    query = """mutation ($id: ID!, $into: ID!) { mergeTopic(input: { id: $id, intoId: $into }) {
        topic { status } userErrors { code } } }"""
    for _ in range(3):
        one, two = await submitted(people), await submitted(people)
        attempts = (
            people.ask("changle3", query, id=one, into=two),
            people.ask("changle3", query, id=two, into=one),
        )
        codes = sorted(
            error["code"] for answer in await asyncio.gather(*attempts) for error in answer["mergeTopic"]["userErrors"]
        )
        assert codes == ["MISMATCH"]


# Deliberating


async def test_a_deliberation_is_called_by_who_leads_and_its_minutes_are_final(people: People) -> None:
    topic = await accepted(people)
    for login in sorted((OF_SUBDISTRICT | OTHERS) - BRANCH):
        assert await people.refused(login, "conveneDeliberation", topicId=topic) == [("FORBIDDEN", "topicId")]
    called = await people.do("changle3", "conveneDeliberation", "id topic { status }", topicId=topic, options="一、装")
    assert called["topic"] == {"status": "DELIBERATING"}
    came = [{"role": "RESIDENT", "name": "住户代表"}, {"role": "RESIDENT"}]
    minutes: dict[str, Any] = {"id": called["id"], "attendees": came} | RECORD
    assert await people.refused("wangge", "minuteDeliberation", **minutes) == FORBIDDEN
    shows = "status heldAt options attendees { role name }"
    minuted = await people.do("changle", "minuteDeliberation", shows, **minutes)
    assert minuted == {
        "status": "MINUTED",
        "heldAt": "2026-05-20T11:00:00+00:00",
        "options": "一、装",
        "attendees": [{"role": "RESIDENT", "name": "住户代表"}, {"role": "RESIDENT", "name": None}],
    }
    assert await people.refused("changle3", "minuteDeliberation", **minutes) == INVALID
    assert await people.refused("changle3", "cancelDeliberation", id=called["id"], reason="r") == INVALID
    named = f'deliberation(id: "{called["id"]}") {{ attendees {{ name }} }}'
    assert (await people.see("changle1", named))["attendees"] == [{"name": None}, {"name": None}]


async def test_what_is_wrong_with_minutes_is_said(people: People) -> None:
    topic = await accepted(people)
    called = (await people.do("changle3", "conveneDeliberation", topicId=topic))["id"]
    record: dict[str, Any] = {"id": called, "attendees": [{"role": "RESIDENT"}]} | RECORD

    async def refused(**values: Any) -> list[tuple[str, str]]:
        return await people.refused("changle3", "minuteDeliberation", **record | values)

    assert await refused(attendees=[]) == [("REQUIRED", "attendees")]
    assert await refused(attendees=[{"role": "RESIDENT"}] * 51) == [("TOO_MANY", "attendees")]
    assert await refused(attendees=[{"role": "RESIDENT", "name": "名" * 101}]) == [("TOO_LONG", "attendees.0.name")]
    assert await refused(resolution=" ", minutes="\n") == [("BLANK", "resolution"), ("BLANK", "minutes")]
    assert await refused(heldAt=None) == [("REQUIRED", "heldAt")]
    assert await refused(heldAt="2090-06-01T08:00:00+08:00") == [("IN_THE_FUTURE", "heldAt")]
    assert await people.see("changle3", f'deliberation(id: "{called}") {{ status attendees {{ role }} }}') == {
        "status": "CONVENED",
        "attendees": [],
    }


async def test_a_deliberation_is_called_off_and_another_called(people: People) -> None:
    topic = await accepted(people)
    planned: dict[str, Any] = {"topicId": topic, "heldAt": "2026-05-20T19:00:00+08:00", "place": "6号楼门厅"}
    called = await people.do("changle3", "conveneDeliberation", "id place", **planned)
    assert called["place"] == "6号楼门厅"
    assert await people.refused("zhidao", "cancelDeliberation", id=called["id"], reason="r") == FORBIDDEN
    cancelled = await people.do("changle3", "cancelDeliberation", id=called["id"], reason="大风")
    assert cancelled["status"] == "CANCELLED"
    assert await people.refused("changle3", "resolveTopic", id=topic) == [("NO_RESOLUTION", "id")]
    await deliberate(people, topic)
    assert (await people.do("changle3", "resolveTopic", id=topic))["status"] == "RESOLVED"


async def test_a_topic_is_resolved_when_one_deliberation_had_every_required_role(people: People) -> None:
    topic = await accepted(people)
    for roles in (CONCERNED[:2], CONCERNED[2:]):
        await deliberate(people, topic, *roles)
        assert await people.refused("changle3", "resolveTopic", id=topic) == [("ROLES_MISSING", "id")]
    english = await people.told("changle3", "resolveTopic", id=topic)
    assert {"RESIDENT", "OWNERS_COMMITTEE"} == set(re.findall("[A-Z_]{2,}", english))
    chinese = await people.told("changle3", "resolveTopic", "zh", id=topic)
    assert {"居民", "业委会"} == set(chinese.split("：")[1].split("、"))
    await deliberate(people, topic, *CONCERNED, "EXPERT")
    assert await may(people, topic, "resolveTopic") == BRANCH
    await people.do("changle3", "resolveTopic", id=topic)


# What follows from a resolution


async def test_a_need_of_a_topic_waits_for_its_resolution(people: People) -> None:
    topic = await accepted(people)
    assert await people.refused("wangge", "postNeed", topicId=topic, **NEED) == [("INVALID_STATE", "topicId")]
    await deliberate(people, topic)
    assert await people.refused("wangge", "postNeed", topicId=topic, **NEED) == [("INVALID_STATE", "topicId")]
    await people.do("changle3", "resolveTopic", id=topic)
    for login, why in (("changle1", "FORBIDDEN"), ("hangyun", "FORBIDDEN"), ("zhidao", "FORBIDDEN")):
        field = "" if login == "zhidao" else "topicId"
        assert await people.refused(login, "postNeed", topicId=topic, **NEED) == [(why, field)]
    assert await people.refused("wangge", "postNeed", topicId=topic, draft=True, **NEED) == [("MISMATCH", "draft")]
    posted = await people.do("wangge", "postNeed", "topic { id status }", topicId=topic, **NEED)
    assert posted["topic"] == {"id": topic, "status": "NEED_POSTED"}
    second = await people.do("wangge", "postNeed", "topic { id status }", topicId=topic, **NEED)
    assert second["topic"] == posted["topic"]


async def test_another_way_is_found_when_a_need_comes_to_nothing(people: People) -> None:
    topic = await resolved(people)
    need = (await people.do("wangge", "postNeed", topicId=topic, **NEED))["id"]
    reason = {"reason": "无人认领"}
    assert await people.refused("changle3", "reconsiderTopic", id=topic, **reason) == [("NOT_SETTLED", "id")]
    await people.do("wangge", "withdrawNeed", id=need)
    assert await people.refused("changle3", "handleTopic", id=topic, **SHOWN) == [("NOT_SETTLED", "id")]
    assert await may(people, topic, "reconsiderTopic", **reason) == BRANCH
    assert (await people.do("changle3", "reconsiderTopic", id=topic, **reason))["status"] == "RESOLVED"
    assert (await people.do("wangge", "postNeed", "topic { status }", topicId=topic, **NEED))["topic"] == {
        "status": "NEED_POSTED"
    }


async def test_a_project_of_a_topic_waits_for_its_resolution(people: People) -> None:
    topic = await accepted(people)
    other = (await people.do("wangge", "postNeed", **NEED))["id"]
    project: dict[str, Any] = {"title": "扶手项目", "lines": [{"needId": other}]}
    await deliberate(people, topic, *CONCERNED[1:])
    assert await people.refused("changle3", "openProject", topicId=topic, **project) == [("NO_RESOLUTION", "topicId")]
    await deliberate(people, topic)
    elsewhere = {"needId": (await people.do("changle1", "postNeed", **NEED))["id"]}
    refused = await people.refused("changle1", "openProject", title="t", topicId=topic, lines=[elsewhere])
    assert refused == [("FORBIDDEN", "topicId")]
    assert await people.refused("changle3", "openProject", topicId="x", **project) == [("INVALID_ID", "topicId")]
    opened = await people.do("changle3", "openProject", "topic { id }", topicId=topic, **project)
    assert opened["topic"] == {"id": topic}


async def test_a_project_is_for_the_topic_that_all_its_needs_have(people: People) -> None:
    topic = await resolved(people)
    of_topic = {"needId": (await people.do("wangge", "postNeed", topicId=topic, **NEED))["id"], "quantity": 6}
    other = {"needId": (await people.do("wangge", "postNeed", **NEED))["id"], "quantity": 6}
    same = await people.do("changle3", "openProject", "topic { id }", title="t", lines=[of_topic])
    mixed = await people.do("changle3", "openProject", "topic { id }", title="t", lines=[of_topic, other])
    none = await people.do("changle3", "openProject", "topic { id }", title="t", lines=[other])
    assert [same["topic"], mixed["topic"], none["topic"]] == [{"id": topic}, None, None]


# Handling, verifying, closing


async def test_a_topic_is_handled_with_evidence_and_verified_by_another(people: People) -> None:
    topic = await solved(people)
    assert await may(people, topic, "handleTopic", **SHOWN) == BRANCH | {"wangge"}
    assert await people.refused("changle3", "handleTopic", id=topic, outcome=" ") == [("BLANK", "outcome")]
    assert await people.refused("changle3", "handleTopic", id=topic, outcome="装好") == [
        ("EVIDENCE_REQUIRED", "evidence")
    ]
    shows = "status handler { displayName } evidence deadlines { nodes { kind status } }"
    done = await people.do("changle3", "handleTopic", shows, id=topic, **SHOWN)
    assert (done["status"], done["evidence"]) == ("HANDLED", SHOWN["evidence"])
    assert {"kind": "HANDLE_TOPIC", "status": "MET"} in done["deadlines"]["nodes"]
    assert await people.refused("changle3", "verifyTopic", id=topic) == [("SELF_VERIFICATION", "id")]
    assert await people.refused("changle3", "reworkTopic", id=topic, reason="r") == [("SELF_VERIFICATION", "id")]
    assert await people.refused("wangge", "verifyTopic", id=topic) == FORBIDDEN
    verified = await people.do("zhidao", "verifyTopic", "status verifier { displayName }", id=topic)
    assert verified == {"status": "VERIFIED", "verifier": {"displayName": "昌乐路社区第三网格指导员"}}


async def test_a_file_attached_to_the_topic_is_evidence_too(people: People) -> None:
    topic = await solved(people)
    http = (await people.client("wangge")).http
    sent = await http.post("/attachments", data={"subject": topic}, files={"file": ("楼道.png", PNG)})
    assert sent.status_code == 201
    done = await people.do("wangge", "handleTopic", "evidence", id=topic, outcome="装好")
    assert done == {"evidence": ""}
    assert (await people.do("changle3", "verifyTopic", id=topic))["status"] == "VERIFIED"


async def test_a_topic_is_sent_back_and_handled_again(people: People) -> None:
    topic = await handled(people)
    await people.do("zhidao", "verifyTopic", id=topic)
    assert await people.refused("wangge", "reworkTopic", id=topic, reason="r") == FORBIDDEN
    shows = "status handler { displayName } verifier { id } deadlines { nodes { kind status } }"
    back = await people.do("changle", "reworkTopic", shows, id=topic, reason="三楼松动")
    assert (back["status"], back["verifier"]) == ("REWORK", None)
    assert back["handler"] == {"displayName": "昌乐路社区第三网格党支部书记"}
    assert [clock["status"] for clock in back["deadlines"]["nodes"]] == ["MET", "MET", "RUNNING"]
    assert await people.refused("changle3", "closeTopic", id=topic, followUp="SATISFIED") == INVALID
    again = await people.do("wangge", "handleTopic", "status handler { displayName }", id=topic, **SHOWN)
    assert again == {"status": "HANDLED", "handler": {"displayName": "昌乐路社区第三网格网格员"}}
    assert (await people.do("changle3", "verifyTopic", id=topic))["status"] == "VERIFIED", "now by who handled it first"


@pytest.mark.parametrize("follow_up", ["SATISFIED", "DISSATISFIED", "NO_ANSWER"])
async def test_a_topic_is_closed_with_what_was_said_when_asked(people: People, follow_up: str) -> None:
    topic = await handled(people)
    assert await people.refused("changle3", "closeTopic", id=topic, followUp=follow_up) == INVALID
    await people.do("zhidao", "verifyTopic", id=topic)
    assert await may(people, topic, "closeTopic", followUp=follow_up) == BRANCH
    done = await people.do("changle3", "closeTopic", "status followUp", id=topic, followUp=follow_up)
    assert done == {"status": "CLOSED", "followUp": follow_up}


async def test_a_closed_topic_is_opened_again_by_who_reported_it_or_leads(people: People) -> None:
    topic = await closed(people)
    assert await may(people, topic, "reopenTopic", reason="r") == BRANCH | {"jumin"}
    shows = "status followUp verifier { id } deadlines { nodes { kind status } }"
    again = await people.do("jumin", "reopenTopic", shows, id=topic, reason="又松了")
    assert (again["status"], again["followUp"], again["verifier"]) == ("REOPENED", "DISSATISFIED", None)
    assert again["deadlines"]["nodes"][-1] == {"kind": "HANDLE_TOPIC", "status": "RUNNING"}
    done = await people.do("wangge", "handleTopic", "status followUp", id=topic, **SHOWN)
    assert done == {"status": "HANDLED", "followUp": None}


async def test_a_topic_opened_again_may_be_deliberated_again(people: People) -> None:
    topic = await closed(people)
    await people.do("changle3", "reopenTopic", id=topic, reason="另有住户反对")
    await deliberate(people, topic)
    assert (await people.do("changle3", "resolveTopic", id=topic))["status"] == "RESOLVED"


# Suspending


async def test_a_suspended_topic_goes_on_where_it_stood_with_the_time_that_was_left(people: People) -> None:
    topic = await resolved(people)
    asked: dict[str, Any] = {"topicId": topic, "reviewOn": "2090-06-01", "reason": "等待雨季结束"}
    request = await people.do("changle3", "askSuspension", **asked)
    await people.do("dagang", "approveExtension", id=request["id"])
    clock = "status suspendedFrom reviewOn deadlines { nodes { kind status dueAt } }"
    stands = await seen(people, "changle3", topic, clock)
    assert (stands["status"], stands["suspendedFrom"], stands["reviewOn"]) == ("SUSPENDED", "RESOLVED", "2090-06-01")
    await pass_days(people, 20)
    assert await people.refused("changle3", "postNeed", topicId=topic, **NEED) == [("INVALID_STATE", "topicId")]
    assert await may(people, topic, "resumeTopic") == BRANCH
    goes_on = await people.do("changle3", "resumeTopic", clock, id=topic)
    assert (goes_on["status"], goes_on["suspendedFrom"], goes_on["reviewOn"]) == ("RESOLVED", None, None)
    assert [(each["kind"], each["status"]) for each in goes_on["deadlines"]["nodes"]] == [
        ("ACCEPT_TOPIC", "MET"),
        ("HANDLE_TOPIC", "RUNNING"),
        ("REVIEW_SUSPENSION", "MET"),
    ]
    assert goes_on["deadlines"]["nodes"][1]["dueAt"] > stands["deadlines"]["nodes"][1]["dueAt"]
    assert await people.refused("changle3", "resumeTopic", id=topic) == INVALID


async def pass_days(people: People, days: int) -> None:
    """Let what stands still have stood so much longer."""
    async with open_session(people.network.addresses.owner) as owner:
        longer = f"UPDATE deadline SET suspended_at = suspended_at - interval '{days} days' WHERE suspended_at < now()"
        await owner.execute(text(longer))
        await owner.commit()


# Who sees it


async def test_a_topic_of_hardship_is_seen_by_its_chain_alone(people: People) -> None:
    topic = await accepted(people, category="HARDSHIP")
    await deliberate(people, topic)
    chain = {"jumin", "wangge", "zhidao", "changle3", "changle", "dagang"}
    lists = ("topics", "deliberations", "transitions", "deadlines")
    counts = " ".join(f"{name} {{ totalCount }}" for name in lists)
    before = {login: await people.ask(login, f"{{ {counts} }}") for login in OF_SUBDISTRICT | OTHERS}
    hidden = await accepted(people, category="HARDSHIP")
    await deliberate(people, hidden)
    for login in sorted(OF_SUBDISTRICT | OTHERS):
        sees = await seen(people, login, hidden, "restricted")
        assert sees == ({"restricted": True} if login in chain else None), login
        assert (await people.ask(login, f"{{ {counts} }}") != before[login]) is (login in chain), login
        if login not in chain:
            assert await people.refused(login, "supportTopic", id=hidden) == [("NOT_FOUND", "id")]
    found = await people.see("changle1", "topics(filter: { category: { eq: HARDSHIP } }) { totalCount }")
    assert found == {"totalCount": 0}
    own = {"needId": (await people.do("changle1", "postNeed", **NEED))["id"]}
    refused = await people.refused("changle1", "openProject", title="t", topicId=hidden, lines=[own])
    assert refused == [("NOT_FOUND", "topicId")]


async def test_what_becomes_hardship_is_hidden_at_once(people: People) -> None:
    topic = await submitted(people)
    assert await seen(people, "changle1", topic, "id") == {"id": topic}
    await people.do("wangge", "editTopic", id=topic, category="HARDSHIP")
    assert await seen(people, "changle1", topic, "id") is None
    await people.do("wangge", "editTopic", id=topic, category="HEALTH")
    assert await seen(people, "changle1", topic, "id") is None  # which a leader alone undoes
    await people.do("changle3", "unrestrictTopic", id=topic, reason="与困难救助无关，误选类别")
    assert await seen(people, "changle1", topic, "id") == {"id": topic}


async def test_the_contact_is_for_the_chain_that_handles_it(people: People) -> None:
    topic = await submitted(people, contactName="住户", contactPhone="13900000006")
    for login in sorted(OF_SUBDISTRICT | OTHERS):
        chain = login in {"jumin", "wangge", "zhidao", "changle3", "changle", "dagang"}
        known = {"contactName": "住户", "contactPhone": "13900000006"}
        nothing = dict.fromkeys(known)
        assert await seen(people, login, topic, "contactName contactPhone") == (known if chain else nothing), login


async def test_nobody_signed_in_sees_none(people: People) -> None:
    topic = await submitted(people)
    assert await people.ask(None, f'{{ topic(id: "{topic}") {{ id }} topics {{ totalCount }} }}') == {
        "topic": None,
        "topics": {"totalCount": 0},
    }


# Rating


async def test_an_outcome_is_rated_once_by_each_resident_and_by_nobody_else(people: People) -> None:
    topic = await solved(people)
    rating: dict[str, Any] = {"id": topic, "solved": True, "satisfied": False, "score": 3}
    assert await people.refused("jumin", "rateTopic", **rating) == INVALID
    await people.do("changle3", "handleTopic", id=topic, **SHOWN)
    for score, why in ((0, "NOT_POSITIVE"), (6, "OUT_OF_RANGE")):
        assert await people.refused("jumin", "rateTopic", **rating | {"score": score}) == [(why, "score")]
    shows = "side solved satisfied score comment topic { id } creator { displayName }"
    rated = await people.do("jumin", "rateTopic", shows, **rating, comment="稳当")
    assert rated == {
        "side": "RESIDENT_RATES_OUTCOME",
        "solved": True,
        "satisfied": False,
        "score": 3,
        "comment": "稳当",
        "topic": {"id": topic},
        "creator": {"displayName": "金色年华小区6号楼居民"},
    }
    assert await people.refused("jumin", "rateTopic", **rating) == [("ALREADY_EXISTS", "id")]
    for login in ("changle3", "changle1", *sorted(OTHERS)):
        assert await people.refused(login, "rateTopic", **rating) == FORBIDDEN
    assert (await seen(people, "changchun", topic, "evaluations { totalCount }"))["evaluations"] == {"totalCount": 1}
