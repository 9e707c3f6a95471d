"""Subcategories: who adds and changes them, what they refuse, and what a text is taken to be about."""

from typing import Any

import pytest
from deals import NEED, RESOURCE
from handling import GRID, TOPIC
from people import People

from db.matching.taxonomy import data

SEAWEED: dict[str, Any] = {
    "category": "ENVIRONMENT",
    "code": "seaweed",
    "name": "海藻清理",
    "englishName": "Seaweed",
    "keywords": ["浒苔", "海草", "Green Tide"],
}
SUGGESTED = """query ($text: String!, $of: ID) { found: suggestedCategories(text: $text, subdistrictId: $of) {
    nodes { score category shared subcategory { code } } } }"""
SHOWN = "id code category name englishName keywords retired creator { login }"


async def suggested(people: People, text: str, login: str | None = "jumin", **of: str) -> list[Any]:
    nodes: list[Any] = (await people.ask(login, SUGGESTED, text=text, **of))["found"]["nodes"]
    return nodes


async def reported(people: People, title: str) -> str | None:
    """What a topic of that title is suggested to be about."""
    grid = await people.id("grids", name=GRID)
    shows = "suggestedSubcategory { code }"
    topic = await people.do("jumin", "submitTopic", shows, **TOPIC | {"title": title, "gridId": grid})
    found: dict[str, str] = topic["suggestedSubcategory"] or {}
    return found.get("code")


async def codes(people: People, text: str, login: str | None = "jumin", **of: str) -> list[str]:
    return [one["subcategory"]["code"] for one in await suggested(people, text, login, **of)]


async def subcategory(people: People, code: str) -> str:
    return await people.id("subcategories", code=code)


async def test_every_town_begins_with_all_of_them(people: People) -> None:
    listed = "subcategories(first: 0) { totalCount }"
    for login in ("dagang", "xinggang", "jumin"):
        assert (await people.see(login, listed))["totalCount"] == len(data()["subcategory"])
    query = 'subdistrict(code: "370203019") { subcategories(first: 0) { totalCount } }'
    assert (await people.see(None, query))["subcategories"]["totalCount"] == len(data()["subcategory"])


# What a text is about


async def test_a_text_is_about_what_its_keywords_name_the_surest_first(people: People) -> None:
    found = await suggested(people, "6号楼楼道想装扶手，老人上楼梯有抓手，顺便看看楼道灯")
    assert found[0]["subcategory"]["code"] == "BUILDING_REPAIR.HANDRAIL"
    assert found[0]["category"] == "BUILDING_REPAIR"
    assert "扶手" in found[0]["shared"].split("、")
    assert [one["score"] for one in found] == sorted((one["score"] for one in found), reverse=True)
    assert all(0 < one["score"] < 1 for one in found)
    assert await codes(people, "A HANDRAIL, please") == ["BUILDING_REPAIR.HANDRAIL"]
    assert await codes(people, "handrailway") == [], "Latin keywords are whole words"


@pytest.mark.parametrize("text", ["", "  ", "？！", "某"])
async def test_a_text_without_keywords_is_about_nothing(people: People, text: str) -> None:
    assert await codes(people, text) == []


async def test_suggestions_are_of_the_own_town_or_of_the_one_that_is_named(people: People) -> None:
    town = (await people.see("dagang", 'subdistrict(code: "370203019") { id }'))["id"]
    assert await codes(people, "扶手", "shibei", of=town) == await codes(people, "扶手") != []
    assert await codes(people, "扶手", "shibei") == []
    assert await codes(people, "扶手", "xinggang", of=town) == []
    assert await codes(people, "扶手", None) == await codes(people, "扶手", None, of=town) == []


# Topics


async def test_a_topic_is_suggested_what_it_is_about(people: People) -> None:
    assert await reported(people, "楼梯扶手松动") == "BUILDING_REPAIR.HANDRAIL"
    assert await reported(people, "某事") is None


# One's own


async def test_an_own_subcategory_is_suggested_until_it_is_retired(people: People) -> None:
    assert await codes(people, "沙滩上都是浒苔") == []
    made = await people.do("dagang", "addSubcategory", SHOWN, **SEAWEED)
    assert made == SEAWEED | {
        "id": made["id"],
        "code": "ENVIRONMENT.SEAWEED",
        "keywords": ["green tide", "浒苔", "海草"],
        "retired": False,
        "creator": {"login": "dagang"},
    }
    assert await codes(people, "沙滩上都是浒苔") == await codes(people, "GREEN  tide!") == ["ENVIRONMENT.SEAWEED"]
    assert await codes(people, "沙滩上都是浒苔", "xinggang") == []
    assert await reported(people, "浒苔上岸") == made["code"]
    changed = await people.do(
        "dagang", "editSubcategory", SHOWN, id=made["id"], keywords=["马尾藻", "ＫＥＬＰ"], name="海草"
    )
    assert changed == made | {"keywords": ["kelp", "马尾藻"], "name": "海草"}
    assert await codes(people, "沙滩上都是浒苔") == []
    assert await codes(people, "kelp 马尾藻") == ["ENVIRONMENT.SEAWEED"]
    assert (await people.do("dagang", "editSubcategory", "retired", id=made["id"], retired=True))["retired"]
    assert await codes(people, "马尾藻") == []
    assert await reported(people, "马尾藻上岸") is None
    assert await people.refused(
        "changle3", "postNeed", **NEED | {"category": "ENVIRONMENT", "subcategoryId": made["id"]}
    ) == [("MISMATCH", "subcategoryId")]


async def test_what_a_retired_subcategory_was_suggested_for_fits_no_more_by_it(people: People) -> None:
    weed = SEAWEED | {"code": "WEED", "name": "浮萍", "keywords": ["浮萍"]}
    made = await people.do("dagang", "addSubcategory", "id", **weed)
    need = await people.do("changle3", "postNeed", "id", **NEED | {"category": "ENVIRONMENT", "title": "清浮萍"})
    resource = {"form": "LABOUR", "category": "TRAINING", "title": "浮萍打捞", "quantity": 9, "unit": "人"}
    offered = await people.do("hangyun", "offerResource", "id", **resource)
    query = f'matchesForNeed(needId: "{need["id"]}") {{ nodes {{ resource {{ id }} parts {{ name value }} }} }}'

    async def category() -> float:
        found = (await people.see("changle3", query))["nodes"]
        parts = next(match["parts"] for match in found if match["resource"]["id"] == offered["id"])
        value: float = next(part["value"] for part in parts if part["name"] == "CATEGORY")
        return value

    assert await category() == 0.6
    await people.do("dagang", "editSubcategory", "id", id=made["id"], retired=True)
    assert await category() < 0.5


@pytest.mark.parametrize("login", ["jumin", "changle3", "changle", "wuye", "sifa", "shibei", "shenji"])
async def test_only_the_administrator_of_the_town_sets_them(people: People, login: str) -> None:
    id_ = await subcategory(people, "BUILDING_REPAIR.LIFT")
    assert await people.refused(login, "addSubcategory", **SEAWEED | {"code": "OTHERS", "name": "别的"}) == [
        ("FORBIDDEN", "")
    ]
    assert await people.refused(login, "editSubcategory", id=id_, name="别的") == [("FORBIDDEN", "id")]


async def test_another_town_s_is_not_found(people: People) -> None:
    id_ = await subcategory(people, "BUILDING_REPAIR.LIFT")
    assert await people.refused("xinggang", "editSubcategory", id=id_, name="别的") == [("NOT_FOUND", "id")]
    posted = NEED | {"category": "BUILDING_REPAIR", "subcategoryId": id_}
    assert await people.refused("binhai1", "postNeed", **posted) == [("NOT_FOUND", "subcategoryId")]


@pytest.mark.parametrize(
    ("values", "refusal"),
    [
        ({"code": "LIFT", "category": "BUILDING_REPAIR"}, ("ALREADY_EXISTS", "code")),
        ({"name": "楼道扶手与无障碍", "category": "BUILDING_REPAIR"}, ("ALREADY_EXISTS", "name")),
        ({"code": "1ST"}, ("INVALID_FORMAT", "code")),
        ({"code": "A.B"}, ("INVALID_FORMAT", "code")),
        ({"code": ""}, ("INVALID_FORMAT", "code")),
        ({"code": "A" * 41}, ("INVALID_FORMAT", "code")),
        ({"name": " "}, ("BLANK", "name")),
        ({"name": "长" * 101}, ("TOO_LONG", "name")),
        ({"keywords": ["词"] * 51}, ("TOO_MANY", "keywords")),
        ({"keywords": ["长" * 31]}, ("TOO_LONG", "keywords")),
        ({"keywords": ["海", " "]}, ("BLANK", "keywords")),
    ],
)
async def test_what_is_wrong_is_refused(people: People, values: dict[str, Any], refusal: tuple[str, str]) -> None:
    given = SEAWEED | {"code": "NEW", "name": "新的"} | values
    assert await people.refused("dagang", "addSubcategory", **given) == [refusal]


# On needs and resources


async def test_needs_and_resources_name_one_of_their_category(people: People) -> None:
    handrail = await subcategory(people, "BUILDING_REPAIR.HANDRAIL")
    asked = {"category": "BUILDING_REPAIR", "subcategoryId": handrail}
    shows = "id category subcategory { id }"
    need = await people.do("changle3", "postNeed", shows, **NEED | asked)
    offer = await people.do("wuye", "offerResource", shows, **RESOURCE | asked)
    for row, who, noun in ((need, "changle3", "Need"), (offer, "wuye", "Resource")):
        assert row["subcategory"] == {"id": handrail}
        edited = await people.do(who, f"edit{noun}", shows, id=row["id"], title="换个说法")
        assert edited["subcategory"] == {"id": handrail}
        moved = await people.do(who, f"edit{noun}", shows, id=row["id"], category="HEALTH")
        assert (moved["category"], moved["subcategory"]) == ("HEALTH", None), "another category leaves it behind"
        back = await people.do(who, f"edit{noun}", shows, id=row["id"], **asked)
        assert back["subcategory"] == {"id": handrail}
        assert (await people.do(who, f"edit{noun}", shows, id=row["id"], subcategoryId=None))["subcategory"] is None
    listed = f'subcategory(id: "{handrail}") {{ needs {{ totalCount }} resources {{ totalCount }} }}'
    assert await people.see("dagang", listed) == {"needs": {"totalCount": 0}, "resources": {"totalCount": 0}}
    wrong = {"category": "HEALTH", "subcategoryId": handrail}
    assert await people.refused("changle3", "postNeed", **NEED | wrong) == [("MISMATCH", "subcategoryId")]
    assert await people.refused("wuye", "offerResource", **RESOURCE | wrong) == [("MISMATCH", "subcategoryId")]
    assert await people.refused("wuye", "editResource", id=offer["id"], **wrong) == [("MISMATCH", "subcategoryId")]
