"""Whatever hangs on a restricted topic is restricted: every role on every kind that hangs, and who opens what again."""

from collections.abc import Mapping
from typing import Any

import pytest
from handling import DEPARTMENT, NEED, accepted, resolved
from people import People

SIDE = {
    "wangge",
    "zhidao",
    "changle3",
    "changle",
    "dagang",
}  # of the responsible branch, its community, the subdistrict
CHAIN = SIDE | {"jumin"}  # and who reported it
GIVER, CALLED = {"wuye"}, {"sifa"}
STRANGERS = {"changle1", "changchun", "jumin2", "hangyun", "shibei", "shenji", "binhai1"}
EVERYBODY = CHAIN | GIVER | CALLED | STRANGERS
LISTS = ("topics", "needs", "projects", "needLines", "claims", "whistles", "deliberations", "deadlines", "transitions")
HISTORY = "history { nodes { fromStatus toStatus restricted reason actor { role } } }"
WHY = {"reason": "本人书面同意公开"}
SECRET = "低保家庭厨房燃气灶更换"
# What hangs on the topic, and who sees it; `None` is nobody signed in, who never does.
SEEN: Mapping[str, set[str]] = {
    "topic": CHAIN,
    "deliberation": CHAIN,
    "need": CHAIN | GIVER | CALLED,
    "project": CHAIN | GIVER | CALLED,
    "line": CHAIN | GIVER | CALLED,
    "milestone": CHAIN | GIVER | CALLED,
    "whistle": SIDE | CALLED,
    "call": SIDE | CALLED,
    "claim": SIDE | GIVER,
    "item": CHAIN | GIVER | CALLED,
}


@pytest.fixture
async def hanging(people: People) -> dict[str, str]:
    """The ids of a restricted topic and of what hangs on it."""
    topic = await resolved(people, category="HARDSHIP")
    talk = await people.see("dagang", f'topic(id: "{topic}") {{ deliberations {{ nodes {{ id }} }} }}')
    wanted: dict[str, Any] = {**NEED, "topicId": topic, "title": SECRET}
    need = (await people.do("wangge", "postNeed", "id status", **wanted))["id"]
    project = await people.do(
        "changle3", "openProject", "id needLines { nodes { id } }", title="换灶", lines=[{"needId": need}]
    )
    line = project["needLines"]["nodes"][0]["id"]
    steps = "milestones { nodes { id title } }"
    step = await people.do("changle3", "addMilestone", f"project {{ {steps} }}", id=project["id"], title="量尺")
    blown = {"kind": "BEYOND_AUTHORITY", "title": "燃气须停气", "needId": need}
    whistle = (await people.do("changle3", "raiseWhistle", **blown))["id"]
    await people.do("changle", "approveWhistle", id=whistle)
    lead = await people.id("partners", name=DEPARTMENT)
    call = await people.do("dagang", "dispatchWhistle", "departments { id }", id=whistle, leadId=lead)
    offered: dict[str, Any] = {"title": "灶具", "form": "GOODS", "category": "HARDSHIP", "quantity": 12, "unit": "段"}
    resource = (await people.do("wuye", "offerResource", **offered))["id"]
    claim = await people.do("changle3", "claimResource", resourceId=resource, needLineId=line, quantity=2)
    meeting = await people.do(
        "changle3",
        "conveneMeeting",
        "items { nodes { id } }",
        title="联席会议",
        meetsAt="2090-06-01T09:00:00+08:00",
        items=[{"needId": need}],
    )
    return {
        "topic": topic,
        "deliberation": talk["deliberations"]["nodes"][0]["id"],
        "need": need,
        "project": project["id"],
        "line": line,
        "milestone": step["project"]["milestones"]["nodes"][-1]["id"],
        "whistle": whistle,
        "call": call["departments"][0]["id"],
        "claim": claim["id"],
        "item": meeting["items"]["nodes"][0]["id"],
    }


async def shown(people: People, login: str | None, ids: Mapping[str, str]) -> set[str]:
    """The kinds of what somebody is shown."""
    query = "query ($ids: [ID!]!) { nodes(ids: $ids) { id } }"
    found = (await people.ask(login, query, ids=list(ids.values())))["nodes"]
    return {kind for kind, node in zip(ids, found, strict=True) if node}


async def about(people: People, ids: Mapping[str, str]) -> dict[str, dict[str, str]]:
    """The ids of the history and the deadlines of every object with states."""
    log: dict[str, dict[str, str]] = {}
    for kind in ("topic", "need", "project", "whistle", "claim"):
        more = "history { nodes { id } } deadlines { nodes { id } }"
        found = await people.see("dagang", f'{kind}(id: "{ids[kind]}") {{ {more} }}')
        nodes = [*found["history"]["nodes"], *found["deadlines"]["nodes"]]
        log[kind] = {f"{kind} {place}": node["id"] for place, node in enumerate(nodes)}
    return log


async def test_whoever_is_not_of_the_chain_sees_nothing_that_hangs(people: People, hanging: dict[str, str]) -> None:
    log = await about(people, hanging)
    for login in (None, *sorted(EVERYBODY)):
        assert await shown(people, login, hanging) == {kind for kind, chain in SEEN.items() if login in chain}, login
        for kind, ids in log.items():
            assert await shown(people, login, ids) == (set(ids) if login in SEEN[kind] else set()), (login, kind)


async def test_no_count_and_no_list_tells_of_it(people: People, hanging: dict[str, str]) -> None:
    filters = f"""whistles(filter: {{ need: {{ title: {{ eq: "{SECRET}" }} }} }}) {{ totalCount }}
        similarNeeds(text: "{SECRET}") {{ totalCount nodes {{ need {{ title }} }} }}"""
    for login in sorted(STRANGERS - {"shibei", "shenji"}):
        found = await people.ask(login, f"{{ {filters} }}")
        assert found["whistles"]["totalCount"] == 0
        assert SECRET not in {node["need"]["title"] for node in found["similarNeeds"]["nodes"]}
    before = {login: await counts(people, login) for login in sorted(STRANGERS)}
    more = (await people.do("wangge", "postNeed", topicId=hanging["topic"], **NEED))["id"]
    await people.do("changle3", "openProject", title="再换", lines=[{"needId": more}])
    await people.do("changle3", "raiseWhistle", kind="EMERGENCY", title="燃气泄漏", needId=more)
    for login, counted in before.items():
        assert await counts(people, login) == counted, login


async def counts(people: People, login: str) -> list[dict[str, Any]]:
    """How many of each list somebody is shown; asked one by one, for all together cost too much."""
    return [await people.ask(login, f"{{ {name} {{ totalCount }} }}") for name in LISTS]


async def test_who_knows_of_it_still_claims_nothing(people: People, hanging: dict[str, str]) -> None:
    lines = [{"needLineId": hanging["line"], "quantity": 1}]
    assert await people.refused("hangyun", "claimProject", lines=lines) == [("NOT_FOUND", "lines.0.needLineId")]
    assert [code for code, _ in await people.refused("wuye", "claimProject", lines=lines)] == ["FORBIDDEN"]


async def test_a_leader_opens_a_need_and_its_topic_stays_hidden(people: People, hanging: dict[str, str]) -> None:
    need = hanging["need"]
    for login in ("wangge", "zhidao", "jumin", "wuye", "sifa"):
        assert await people.refused(login, "unrestrictNeed", id=need, **WHY) == [("FORBIDDEN", "id")], login
    assert await people.refused("changle1", "unrestrictNeed", id=need, **WHY) == [("NOT_FOUND", "id")]
    assert await people.refused("changle3", "unrestrictNeed", id=need, reason=" ") == [("BLANK", "reason")]
    done = await people.do("changle3", "unrestrictNeed", "restricted topic { restricted }", id=need, **WHY)
    assert done == {"restricted": False, "topic": {"restricted": True}}
    assert await people.refused("changle3", "unrestrictNeed", id=need, **WHY) == [("UNCHANGED", "id")]
    steps = (await people.see("changle3", f'need(id: "{need}") {{ {HISTORY} }}'))["history"]["nodes"]
    (opened,) = [step for step in steps if step["restricted"] is not None]
    assert opened.pop("fromStatus") == opened.pop("toStatus")
    assert opened == {"restricted": False, "actor": {"role": "GRID_SECRETARY"}, **WHY}
    seen = await people.see("hangyun", f'need(id: "{need}") {{ restricted topic {{ id }} }}')
    assert seen == {"restricted": False, "topic": None}
    assert await shown(people, "hangyun", hanging) == {
        "need",
        "project",
        "line",
        "milestone",
        "whistle",
        "call",
        "item",
    }
    await people.do("hangyun", "claimProject", lines=[{"needLineId": hanging["line"], "quantity": 1}])
    await people.do("changle3", "restrictNeed", id=need, **WHY)
    assert await shown(people, "changle1", hanging) == set()


async def test_only_a_leader_takes_a_restriction_off_a_topic(people: People, hanging: dict[str, str]) -> None:
    topic = hanging["topic"]
    changed = await people.do("wangge", "editTopic", "category restricted", id=topic, category="HEALTH")
    assert changed == {"category": "HEALTH", "restricted": True}
    assert await people.refused("wangge", "unrestrictTopic", id=topic, **WHY) == [("FORBIDDEN", "id")]
    await people.do("changle3", "unrestrictTopic", id=topic, **WHY)
    assert await shown(people, "changle1", hanging) == {"topic", "deliberation"}  # its need is opened by itself
    await people.do("changle3", "restrictTopic", id=topic, **WHY)
    assert await shown(people, "changle1", hanging) == set()


async def test_what_becomes_restricted_takes_with_it_what_hangs(people: People) -> None:
    topic = await resolved(people)
    need = (await people.do("wangge", "postNeed", topicId=topic, **NEED))["id"]
    project = (await people.do("changle3", "openProject", title="t", lines=[{"needId": need}]))["id"]
    whistle = (await people.do("changle3", "raiseWhistle", kind="EMERGENCY", title="t", needId=need))["id"]
    ids: dict[str, Any] = {"topic": topic, "need": need, "project": project, "whistle": whistle}
    assert await shown(people, "changle1", ids) == set(ids)
    await people.do("wangge", "editTopic", id=topic, category="HARDSHIP")
    assert await shown(people, "changle1", ids) == set()
    assert await shown(people, "changle3", ids) == set(ids)


async def test_a_topic_is_restricted_by_its_leader_too(people: People) -> None:
    topic = await accepted(people)
    await people.do("changle3", "restrictTopic", id=topic, **WHY)
    assert await shown(people, "changle1", {"topic": topic}) == set()
    assert await people.refused("changle3", "restrictTopic", id=topic, **WHY) == [("UNCHANGED", "id")]
