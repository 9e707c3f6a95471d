"""Rankings through the API: what scores are made of, what is never proposed, and who is shown what."""

import math
import re
from base64 import b64decode
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from asking import World, open_world
from conftest import Network as Service
from deals import claimable
from make import id_of, make_claim, make_line, make_need, make_network, make_partner, make_project, make_resource
from people import People

from db.matching.weights import load
from db.models import Base, Need, Resource
from db.models.states import Role
from resolvers.indexing import index_text

PARTS = "parts { name value weight chinese: because english: because(language: ENGLISH) }"
SHOWN = f"score {PARTS} alreadyClaimed need {{ id title }} resource {{ id title partner {{ id }} }}"
FOR_NEED = f"""query ($id: ID!) {{ found: matchesForNeed(needId: $id, first: 100) {{
    totalCount nodes {{ {SHOWN} }} }} }}"""
FOR_RESOURCE = FOR_NEED.replace("matchesForNeed(needId", "matchesForResource(resourceId")
HANDRAILS = "金色年华小区6号楼楼道扶手加装"  # claimed wholly
RAMP = "港湾新居2号楼坡道扶手"
HAIRCUT: dict[str, Any] = {"title": "行动不便老人上门理发", "category": "ELDERLY_CARE", "quantity": 12, "unit": "人次"}
TODAY = datetime.now(UTC).date()


@pytest.fixture
async def world(empty_network: Service) -> AsyncIterator[World]:
    async with open_world(empty_network) as world:
        yield world


async def matches(people: People, id_: str, query: str = FOR_NEED, login: str | None = "dagang") -> list[Any]:
    found = (await people.ask(login, query, id=id_))["found"]
    assert found["totalCount"] == len(found["nodes"])
    nodes: list[Any] = found["nodes"]
    return nodes


def ids(found: list[Any]) -> list[str]:
    """The resources of matches."""
    return [match["resource"]["id"] for match in found]


# What a score is made of


@pytest.mark.parametrize("title", [RAMP, "季度家门口义诊", "夜间停车位共享", "居民议事会借用会议室"])
async def test_the_parts_of_a_resource_for_a_need_add_up_to_its_score(people: People, title: str) -> None:
    found = await matches(people, await people.id("needs", title=title))
    assert found
    _add_up(found, load().need)
    _best_first(found, "resource")


@pytest.mark.parametrize("title", ["水电维修班组工时", "专家义诊团", "扶手护栏加工安装"])
async def test_the_parts_of_a_need_for_a_resource_add_up_to_its_score(people: People, title: str) -> None:
    found = await matches(people, await people.id("resources", title=title), FOR_RESOURCE)
    assert found
    _add_up(found, load().resource)
    _best_first(found, "need")


def _add_up(found: list[Any], shares: tuple[tuple[str, float], ...]) -> None:
    for match in found:
        weights = [(part["name"].lower(), part["weight"]) for part in match["parts"]]
        assert weights == [(str(part), weight) for part, weight in shares]
        assert math.isclose(sum(weight for _, weight in weights), 1, abs_tol=1e-5)
        total = sum(part["value"] * part["weight"] for part in match["parts"])
        assert math.isclose(match["score"], total, abs_tol=1e-9)
        assert all(0 <= part["value"] <= 1 for part in match["parts"])


def _best_first(found: list[Any], side: str) -> None:
    """The greatest score first, of equal ones the newest."""
    keys = [(match["score"], b64decode(match[side]["id"])) for match in found]
    assert keys == sorted(keys, reverse=True)


async def test_every_part_of_ten_matches_says_why_in_both_languages(people: People) -> None:
    titles = ("季度家门口义诊", "每周法律咨询坐班", RAMP, "邻里节演出场地和音响")
    lists = [await matches(people, await people.id("needs", title=title)) for title in titles]
    found = [match for matches_ in lists for match in matches_[:5]]
    assert len(found) >= 10
    for part in (part for match in found for part in match["parts"]):
        assert re.search("[\u4e00-\u9fff]", part["chinese"])
        assert re.search("[a-z]{3}", part["english"])


async def test_the_language_may_be_a_variable(people: People) -> None:
    need = await people.id("needs", title=RAMP)
    query = f"""query ($in: Language) {{ matchesForNeed(needId: "{need}", first: 1) {{ nodes {{ parts {{
        because(language: $in) chinese: because english: because(language: ENGLISH) }} }} }} }}"""
    client: Any = await people.client("jumin")
    for variables, said in (({"in": "ENGLISH"}, "english"), ({"in": "CHINESE"}, "chinese"), ({}, "chinese")):
        (match,) = (await client.execute(query, variables))["data"]["matchesForNeed"]["nodes"]
        assert all(part["because"] == part[said] for part in match["parts"])


async def test_what_speaks_of_the_same_matter_comes_first(people: People) -> None:
    found = await matches(people, await people.id("needs", title=RAMP))
    assert "扶手" in found[0]["resource"]["title"]
    by_name = {part["name"]: part for part in found[0]["parts"]}
    assert "扶手" in by_name["TEXT"]["chinese"]
    assert by_name["TEXT"]["value"] > 0.1


async def test_pages_in_either_direction_make_up_the_whole_list(people: People) -> None:
    need = await people.id("needs", title=RAMP)
    whole = ids(await matches(people, need))
    assert len(whole) > 6
    assert await _paged(people, need, "first", "after") == whole
    assert (await _paged(people, need, "last", "before")) == whole


async def _paged(people: People, need: str, size: str, cursor: str) -> list[str]:
    query = f"""query ($id: ID!, $start: String) {{ found: matchesForNeed(needId: $id, {size}: 3, {cursor}: $start) {{
        nodes {{ resource {{ id }} }} pageInfo {{ startCursor endCursor hasNextPage hasPreviousPage }} }} }}"""
    seen: list[str] = []
    start, more = None, True
    while more:
        page = (await people.ask("dagang", query, id=need, start=start))["found"]
        found, info = ids(page["nodes"]), page["pageInfo"]
        seen = seen + found if size == "first" else found + seen
        start = info["endCursor" if size == "first" else "startCursor"]
        more = info["hasNextPage" if size == "first" else "hasPreviousPage"]
    return seen


async def test_a_ranking_can_be_filtered_and_sorted_as_any_list(people: People) -> None:
    need = await people.id("needs", title="季度家门口义诊")
    all_ = await matches(people, need)
    half = all_[len(all_) // 2]["score"]
    good = await _filtered(people, need, f"filter: {{ score: {{ gte: {half} }} }}")
    assert good == ids([match for match in all_ if match["score"] >= half])
    words = await _filtered(people, need, 'filter: { resource: { title: { contains: "义诊" } } }')
    assert words == ids([match for match in all_ if "义诊" in match["resource"]["title"]]) != []
    worst = await _filtered(people, need, "order: [{ field: SCORE }]")
    assert worst == ids([*reversed(all_)])
    query = f'matchesForNeed(needId: "{need}", first: 2) {{ totalCount aggregate {{ count max {{ score }} }} }}'
    assert await people.see("dagang", query) == {
        "totalCount": len(all_),
        "aggregate": {"count": len(all_), "max": {"score": all_[0]["score"]}},
    }


async def _filtered(people: People, need: str, arguments: str) -> list[str]:
    query = f'matchesForNeed(needId: "{need}", first: 100, {arguments}) {{ nodes {{ resource {{ id }} }} }}'
    return ids((await people.see("dagang", query))["nodes"])


# What is never proposed


async def pair(world: World, **resource: Any) -> tuple[Need, Resource]:
    """A need and a resource that are ranked for each other."""
    values = {"title": "楼道加装扶手", "needed_by": TODAY + timedelta(days=30), "quantity": 10, "unit": "副"}
    need = await make_need(world.owner, world.network.branch, **values)
    offer = await make_resource(world.owner, world.network.partner, title="扶手安装", **{"quantity": 9} | resource)
    for row in (need, offer):
        await index_text(world.owner, row)
    assert await ranked(world, need, offer) == [True, True]
    return need, offer


async def ranked(world: World, need: Need, resource: Resource) -> list[bool]:
    """Whether the resource is there for the need, and the need for the resource."""
    await world.owner.commit()
    asked = ((FOR_NEED, need), (FOR_RESOURCE, resource))
    answers = [(await world.ask(Role.RESIDENT, query, id=id_of(row))).json() for query, row in asked]
    pairs = [{(m["need"]["id"], m["resource"]["id"]) for m in answer["data"]["found"]["nodes"]} for answer in answers]
    return [(id_of(need), id_of(resource)) in found for found in pairs]


LIMITS: dict[str, tuple[str, dict[str, Any]]] = {
    "the resource is paused": ("resource", {"status": "PAUSED"}),
    "the resource is withdrawn": ("resource", {"status": "WITHDRAWN"}),
    "the need is withdrawn": ("need", {"status": "WITHDRAWN"}),
    "the resource's time is over": ("resource", {"available_until": datetime.now(UTC) - timedelta(hours=1)}),
    "the resource's time comes too late": ("resource", {"available_from": datetime.now(UTC) + timedelta(days=33)}),
    "the need's day is over": ("need", {"needed_by": TODAY - timedelta(days=2)}),
    "the partner is suspended": ("partner", {"status": "SUSPENDED"}),
    "partners of its kind are excluded": ("need", {"excluded_kinds": ["MASS_ORGANISATION", "ENTERPRISE"]}),
    "the need is not divisible and there is too little": ("need", {"divisible": False}),
    "it is the partner's own need": ("need", {"owner": "PARTNER", "branch_id": None}),
}


@pytest.mark.parametrize("limit", LIMITS)
async def test_what_is_out_of_a_limit_is_not_ranked(world: World, limit: str) -> None:
    need, resource = await pair(world)
    which, values = LIMITS[limit]
    row: Base = {"need": need, "resource": resource, "partner": world.network.partner}[which]
    if "owner" in values:
        values = values | {"partner_id": world.network.partner.id}
    for name, value in values.items():
        setattr(row, name, value)
    assert await ranked(world, need, resource) == [False, False]


async def test_within_the_limits_it_is_ranked(world: World) -> None:
    need, resource = await pair(world, quantity=10)
    need.divisible, need.excluded_kinds = False, ["DEPARTMENT"]  # type: ignore[list-item]  # as GraphQL has it
    assert await ranked(world, need, resource) == [True, True]
    need.needed_by, resource.available_from = TODAY + timedelta(days=1), datetime.now(UTC)
    assert await ranked(world, need, resource) == [True, True]
    resource.quantity, resource.unit = 1, "小时"
    assert await ranked(world, need, resource) == [True, True], "how much of another unit is enough, people settle"


@pytest.mark.parametrize(
    "what", ["the resource is used up", "the need is claimed wholly", "the partner carries enough"]
)
async def test_what_claims_take_is_not_ranked(world: World, what: str) -> None:
    need, resource = await pair(world)
    other = await make_need(world.owner, world.network.branch, title="别的", quantity=9)
    project = await make_project(world.owner, world.network.branch)
    line = await make_line(world.owner, project, need if what.startswith("the need") else other)
    used = {"resource_id": resource.id, "resource_quantity": 9} if what.startswith("the resource") else {}
    liaison = world.network.accounts[Role.PARTNER_LIAISON]
    if what.startswith("the partner"):
        world.network.partner.capacity = 2
    await make_claim(world.owner, line, world.network.partner, liaison, quantity=line.quantity, **used)
    expected = [what.startswith("the partner")] * 2
    assert await ranked(world, need, resource) == expected
    if what.startswith("the partner"):
        world.network.partner.capacity = 1
        assert await ranked(world, need, resource) == [False, False]


async def test_a_partner_of_the_same_town_that_carries_less_comes_first(world: World) -> None:
    need, resource = await pair(world)
    idle = await make_partner(world.owner, world.network.subdistrict)
    twin = await make_resource(world.owner, idle, title="扶手安装", quantity=9)
    await index_text(world.owner, twin)
    line = await make_line(world.owner, await make_project(world.owner, world.network.branch), need, 1)
    await make_claim(world.owner, line, world.network.partner, world.network.accounts[Role.PARTNER_LIAISON])
    await world.owner.commit()
    found = (await world.ask(Role.RESIDENT, FOR_NEED, id=id_of(need))).json()["data"]["found"]["nodes"]
    assert ids(found) == [id_of(twin), id_of(resource)]


# Who is shown what


async def test_nobody_outside_sees_a_ranking(people: People) -> None:
    need = await people.id("needs", title=RAMP)
    all_ = ids(await matches(people, need))
    assert all_
    for login in (None, "xinggang", "binhai1", "hangyun2"):
        assert await matches(people, need, login=login) == []
    for login in ("jumin", "changle3", "wuye", "shibei", "qingdao", "shenji"):
        assert ids(await matches(people, need, login=login)) == all_, login


async def test_a_region_ends_at_its_border(world: World) -> None:
    need, resource = await pair(world)
    other = await make_network(world.owner)
    there = await make_resource(world.owner, other.partner, title="楼道加装扶手", quantity=100)
    await index_text(world.owner, there)
    await world.owner.commit()
    for role in (Role.REGION_ADMIN, Role.AUDITOR):
        found = (await world.ask(role, FOR_NEED, id=id_of(need))).json()["data"]["found"]["nodes"]
        assert ids(found) == [id_of(resource)], "towns are ranked each by itself"


@pytest.mark.parametrize("state", ["DRAFT", "WITHDRAWN"])
async def test_what_is_not_open_has_no_ranking(world: World, state: str) -> None:
    need, resource = await pair(world)
    hidden = await make_need(world.owner, world.network.branch, title="楼道加装扶手", status="DRAFT")
    await index_text(world.owner, hidden)
    if state == "WITHDRAWN":
        hidden.status = "POSTED"  # type: ignore[assignment]  # as the database has it
        await world.owner.flush()
        hidden.status = "WITHDRAWN"  # type: ignore[assignment]  # as above
    await world.owner.commit()
    found = (await world.ask(Role.SUBDISTRICT_ADMIN, FOR_NEED, id=id_of(hidden))).json()["data"]["found"]["nodes"]
    assert found == []
    assert await ranked(world, hidden, resource) == [False, False]
    assert await ranked(world, need, resource) == [True, True]


# What the two sides have to do with each other already


async def test_a_match_shows_the_line_and_project_by_which_it_may_be_claimed(people: People) -> None:
    project, line, need = await claimable(people, **HAIRCUT)
    shows = "alreadyClaimed needLine { id } project { id } resource { partner { id } }"
    offer = await people.do(
        "wuye",
        "offerResource",
        "id partner { id }",
        title="上门理发",
        form="LABOUR",
        category="ELDERLY_CARE",
        quantity=20,
        unit="人次",
    )
    of_partner = f'filter: {{ partner: {{ id: {{ eq: "{offer["partner"]["id"]}" }} }} }}'
    query = f'matchesForNeed(needId: "{need}", {of_partner}) {{ nodes {{ {shows} }} }}'
    before = (await people.see("changle3", query))["nodes"]
    assert before
    assert all(match["needLine"] == {"id": line} and match["project"] == {"id": project} for match in before)
    assert not any(match["alreadyClaimed"] for match in before)
    (claim,) = (await _claim(people, line))["claims"]
    assert all(match["alreadyClaimed"] for match in (await people.see("changle3", query))["nodes"])
    others = await matches(people, need)
    assert not any(m["alreadyClaimed"] for m in others if m["resource"]["partner"] != offer["partner"])
    await people.do("changle3", "declineClaim", id=claim["id"], reason="人手已够")
    assert not any(match["alreadyClaimed"] for match in (await people.see("changle3", query))["nodes"])
    await people.do("changle3", "withdrawProject", id=project, reason="不办了")
    after = (await people.see("changle3", query))["nodes"]
    assert all(match["needLine"] is match["project"] is None for match in after)


async def _claim(people: People, line: str) -> Any:
    query = """mutation ($line: ID!) { claimProject(input: { lines: [{ needLineId: $line, quantity: 1 }] }) {
        claims { id } userErrors { code field } } }"""
    return (await people.ask("wuye", query, line=line))["claimProject"]


OURS = """claims(first: 100) { totalCount
    nodes { status need { id } resource { id } partner { id } branch { id } } }"""
TOUCH = """score alreadyClaimed parts { name value weight because } need { id branch { id } }
    resource { id partner { id } }"""
LIVE = ("PROPOSED", "ACCEPTED", "ACTIVE", "DELIVERED", "CONFIRMED")


@pytest.mark.parametrize(
    "login",
    [None, *("jumin", "wangge", "zhidao", "changle3", "changle1", "changle", "dagang", "wuye", "sifa", "shenji")],
)
async def test_a_match_tells_of_no_claim_that_the_viewer_is_not_shown(people: People, login: str | None) -> None:
    claims = (await people.see(login, OURS))["nodes"] if login else []
    wanted = await people.see("dagang", "needs(first: 100) { nodes { id } }")
    told = 0
    for need in wanted["nodes"]:
        query = f'matchesForNeed(needId: "{need["id"]}", first: 100) {{ nodes {{ {TOUCH} }} }}'
        for match in (await people.see(login, query))["nodes"]:
            assert match["alreadyClaimed"] is any(_between(claim, match) for claim in claims)
            (history,) = [part for part in match["parts"] if part["name"] == "HISTORY"]
            together = min(5, sum(_together(claim, match) for claim in claims))
            assert math.isclose(history["value"], together / (together + 1), abs_tol=1e-4)
            told += match["alreadyClaimed"] or together > 0
            total = sum(part["value"] * part["weight"] for part in match["parts"])
            assert math.isclose(match["score"], total, abs_tol=1e-9)
    assert told or login != "dagang"


def _between(claim: Any, match: Any) -> bool:
    """A live claim on the need, of the match's resource or its partner."""
    partner = match["resource"]["partner"]
    same = claim["resource"] and claim["resource"]["id"] == match["resource"]["id"]
    of_need = claim["need"] and claim["need"]["id"] == match["need"]["id"]
    return bool(of_need and claim["status"] in LIVE and (same or (partner and claim["partner"] == partner)))


def _together(claim: Any, match: Any) -> bool:
    """A confirmed claim between the need's branch and the resource's partner."""
    sides = [match["need"]["branch"], match["resource"]["partner"]]
    return claim["status"] == "CONFIRMED" and None not in sides and [claim["branch"], claim["partner"]] == sides


# What is worth claiming


SUGGESTED = """suggestions(first: 100) { totalCount nodes { score alreadyClaimed parts { name }
    need { id branch { name } community { name } } resource { id partner { id name } } } }"""


async def test_a_partner_is_shown_needs_for_what_it_offers(people: People) -> None:
    mine = await people.partner("wuye")
    found = (await people.see("wuye", SUGGESTED))["nodes"]
    assert found
    assert all(match["resource"]["partner"]["id"] == mine for match in found)
    _each_once_best_first(found, "need", {str(part).upper() for part, _ in load().resource})


@pytest.mark.parametrize("login", ["changle3", "changle", "dagang"])
async def test_a_branch_is_shown_resources_for_what_it_needs(people: People, login: str) -> None:
    found = (await people.see(login, SUGGESTED))["nodes"]
    assert found
    _each_once_best_first(found, "resource", {str(part).upper() for part, _ in load().need})
    if login == "changle3":
        me = await people.see(login, "me { branch { name } }")
        assert {match["need"]["branch"]["name"] for match in found} == {me["branch"]["name"]}
    if login == "changle":
        assert {match["need"]["community"]["name"] for match in found} == {"昌乐路社区"}


def _each_once_best_first(found: list[Any], side: str, names: set[str]) -> None:
    assert len({match[side]["id"] for match in found}) == len(found)
    assert [match["score"] for match in found] == sorted((match["score"] for match in found), reverse=True)
    assert not any(match["alreadyClaimed"] for match in found)
    assert {part["name"] for match in found for part in match["parts"]} == names


@pytest.mark.parametrize("login", [None, "jumin", "shibei", "shenji"])
async def test_who_neither_gives_nor_receives_is_suggested_nothing(people: People, login: str | None) -> None:
    assert (await people.see(login, SUGGESTED))["totalCount"] == 0


# What is alike


ALIKE = """query ($text: String!, $of: ID) { found: %s(text: $text, subdistrictId: $of, first: 100) {
    totalCount nodes { score shared need { title } resource { title } } } }"""
NEEDS_LIKE, RESOURCES_LIKE = ALIKE % "similarNeeds", ALIKE % "resourcesLike"


async def alike(people: People, text: str, query: str = NEEDS_LIKE, login: str | None = "jumin", **of: str) -> Any:
    return (await people.ask(login, query, text=text, **of))["found"]["nodes"]


async def test_a_need_that_is_there_already_is_found_though_it_is_worded_otherwise(people: People) -> None:
    found = await alike(people, "6号楼楼梯间想装栏杆，停电时老人上下楼没有抓手")
    assert found[0]["need"]["title"] == HANDRAILS, "also what is being met"
    assert found[0]["resource"] is None
    assert "停电" in found[0]["shared"]
    titles = [one["need"]["title"] for one in await alike(people, "坡道两边的栏杆")]
    assert RAMP in titles, "栏杆 is another word for 扶手"
    assert [one["score"] for one in found] == sorted((one["score"] for one in found), reverse=True)


async def test_a_resource_that_is_there_already_is_found(people: People) -> None:
    found = await alike(people, "免费给老人量血压测血糖", RESOURCES_LIKE)
    assert found
    assert found[0]["need"] is None
    assert found[0]["resource"]["title"] == "血压血糖监测点"


async def test_the_same_text_is_as_alike_as_can_be(people: People) -> None:
    await people.do("changle3", "postNeed", title="小区北门增设智能快递柜", category="OTHER", quantity=1, unit="组")
    found = await alike(people, "小区北门增设智能快递柜")
    assert found[0]["need"]["title"] == "小区北门增设智能快递柜"
    assert found[0]["score"] > 0.9


@pytest.mark.parametrize("query", [NEEDS_LIKE, RESOURCES_LIKE])
@pytest.mark.parametrize("text", ["", " \n", "！？。", "xyzzy"])
async def test_nothing_is_like_what_says_nothing(people: People, query: str, text: str) -> None:
    assert await alike(people, text, query) == []


async def test_what_is_like_a_text_is_for_those_who_may_see_it(people: People) -> None:
    town = (await people.see("dagang", 'subdistrict(code: "370203019") { id }'))["id"]
    for login, of in ((None, {"of": town}), (None, {}), ("xinggang", {"of": town}), ("shibei", {})):
        assert await alike(people, "楼道装扶手", login=login, **of) == [], login
    seen = await alike(people, "楼道装扶手")
    assert seen
    assert await alike(people, "楼道装扶手", login="shibei", of=town) == seen
    assert await alike(people, "文化墙绘制 海洋主题", login="jumin") == [], "a draft"


# What is wrong


@pytest.mark.parametrize("field", ["similarNeeds", "resourcesLike", "suggestedCategories"])
async def test_a_text_has_an_end(people: People, field: str) -> None:
    client: Any = await people.client("jumin")
    query = f"query ($text: String!) {{ {field}(text: $text) {{ totalCount }} }}"
    assert (await client.execute(query, {"text": "扶" * 2000}))["data"] is not None
    longer = "扶" * 2001
    written = f'{{ {field}(text: "{longer}") {{ totalCount }} }}'
    for answer in (await client.execute(query, {"text": longer}), await client.execute(written)):
        assert [error["extensions"]["code"] for error in answer["errors"]] == ["TEXT_TOO_LONG"]


@pytest.mark.parametrize("field", ["matchesForNeed(needId", "matchesForResource(resourceId"])
async def test_an_id_of_nothing_or_of_something_else_is_refused(people: People, field: str) -> None:
    client = await people.client("jumin")
    query = f"query ($id: ID!) {{ found: {field}: $id) {{ totalCount }} }}"
    for id_ in ("nothing", await people.id("partyBranches", name="大港街道党工委")):
        answer = await client.post(query, {"id": id_})
        assert [error["extensions"]["code"] for error in answer.json()["errors"]] == ["INVALID_ID"]
