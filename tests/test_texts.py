"""Texts are sorted and found as people here expect, whoever wrote them and however they were typed."""

import tomllib
import unicodedata
from collections.abc import AsyncIterator, Callable, Iterable
from typing import Any

import asyncpg
import opencc
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from people import People
from reference_texts import sort_key

from db.demo.loading import FOLDER
from db.texts.folding import fold
from db.texts.tables import BEGIN, END, variants

SORTED = """\
（试运行）|１号楼|2号楼|三号楼|12号楼|十二号楼|壹拾叁号楼|100号楼|一百二十三号楼|二〇二五年|2026年|八大关|百货大楼|昌乐路社区
|长安路|长春路|重庆路|春城|大港|大港（虚构）|大港街道|大港街道办事处|单位|第一网格|第二网格|第三网格|第九网格|第十网格|第十一网格|第十二网格
|第20网格|第一百二十三网格|都江堰|会计|路口|吕家庄|旅顺路|乱石滩|努力路|女子学校|暖气|青岛二中|青岛三十九中|三里河|单先生|统一路|万达|五四广场
|厦门路|项目一|项目二|项目十|行道树|音乐学院|银杏|曾女士|张|张三|章|章丘路|abc公司|ＡＢＣ公司|Zoo""".replace(
    "\n", ""
).split("|")
ALPHABET = "一二三十百零第号楼楼樓里裏长重庆乐行单曾阿座ａＡbB2１0 　（(，,é—𬭎"


IN_PYTHON: dict[str, Callable[[str], str]] = {"fold": fold, "sort_key": sort_key}


@pytest.fixture(scope="module")
async def connection(people: People) -> AsyncIterator[asyncpg.Connection]:
    opened = await asyncpg.connect(people.network.addresses.owner.url)
    yield opened
    await opened.close()


async def test_names_stand_as_in_a_dictionary_with_numbers_as_numbers(connection: asyncpg.Connection) -> None:
    query = 'SELECT said FROM unnest($1::text[]) AS each (said) ORDER BY sort_key(said) COLLATE "C"'
    assert [row["said"] for row in await connection.fetch(query, sorted(SORTED))] == SORTED


@pytest.mark.parametrize("name", ["fold", "sort_key"])
async def test_the_database_and_python_say_the_same(connection: asyncpg.Connection, name: str) -> None:
    in_python = IN_PYTHON[name]
    known = [chr(code) for code in (*range(1, 0xD800), *range(0xE000, 0x11000), *range(0x20000, 0x20800))]
    texts = [f"中{one}a {one}" for one in known if unicodedata.category(one) not in {"Cn", "Co"}] + SORTED
    found = await connection.fetch(f"SELECT said, {name}(said) AS made FROM unnest($1::text[]) AS each (said)", texts)
    assert [row["said"] for row in found if row["made"] != in_python(row["said"])] == []


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(st.text(ALPHABET, max_size=12), min_size=200, max_size=200))
async def test_any_mixture_is_folded_and_sorted_alike(connection: asyncpg.Connection, texts: list[str]) -> None:
    query = "SELECT said, fold(said), fold(fold(said)) AS twice, sort_key(said) FROM unnest($1::text[]) AS each (said)"
    for row in await connection.fetch(query, texts):
        assert row["fold"] == row["twice"] == fold(row["said"])
        assert row["sort_key"] == sort_key(row["said"])


@given(st.text(ALPHABET, max_size=20), st.integers(0, 20), st.integers(0, 20))
def test_a_part_of_a_text_is_found_in_it(text: str, start: int, end: int) -> None:
    assert fold(text[start:end]) in fold(text)


async def test_no_character_is_read_as_another_one(connection: asyncpg.Connection) -> None:
    """Keys tell all characters apart that folding does, with the text behind them left out."""
    characters = [chr(code) for code in range(BEGIN, END) if code not in variants() and chr(code) not in "〇十百千万"]
    found = await connection.fetch(
        "SELECT DISTINCT split_part(sort_key('中' || said), chr(1), 1) FROM unnest($1::text[]) AS each (said)",
        characters,
    )
    alike = {sort_key(f"中{one}").partition("\x01")[0] for one in characters}
    assert len(found) == len(alike) >= len(characters) - 30


# Lists


async def test_grids_are_listed_by_number(people: People) -> None:
    listed = "grids(first: 100, order: [{ field: NAME }]) { nodes { name } }"
    names = [node["name"] for node in (await people.see("dagang", listed))["nodes"]]
    of_one = [name for name in names if name.startswith("昌乐路社区")]
    assert [name[5:] for name in of_one] == [f"第{one}网格" for one in "一二三四五六七八九"[: len(of_one)]]
    assert names == sorted(names, key=sort_key)
    assert names != sorted(names)


PAGE = """query ($order: [NeedOrder!], $first: Int, $last: Int, $after: String, $before: String) {
    needs(first: $first, last: $last, after: $after, before: $before, order: $order, filter: { unit: { eq: "页" } }) {
        nodes { title } pageInfo { startCursor endCursor hasNextPage hasPreviousPage } } }"""
ADD = """INSERT INTO need (subdistrict_id, owner, branch_id, title, category, quantity, unit, status)
         SELECT b.subdistrict_id, 'GRID', b.id, said, 'OTHER', 1, '页', 'POSTED'
         FROM party_branch b, unnest($1::text[]) AS each (said) WHERE b.name = '昌乐路社区第三网格党支部'"""


@settings(max_examples=5, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(st.text(ALPHABET, min_size=1, max_size=8).filter(lambda text: text.strip()), min_size=12, max_size=25))
async def test_pages_by_title_are_the_sorted_list(
    people: People, connection: asyncpg.Connection, titles: list[str]
) -> None:
    await connection.execute("UPDATE need SET unit = '旧' WHERE unit = '页'")
    await connection.execute(ADD, titles)
    for direction in ("ASC", "DESC"):
        order = [{"field": "TITLE", "direction": direction}]
        whole = sorted(titles, key=sort_key, reverse=direction == "DESC")
        assert await _paged(people, order, "first", "after") == whole
        assert await _paged(people, order, "last", "before") == whole


async def _paged(people: People, order: list[dict[str, str]], size: str, from_: str) -> list[str]:
    pages: list[list[str]] = []
    cursor, more = None, True
    while more:
        given_: dict[str, Any] = {"order": order, size: 5, from_: cursor}
        page = (await people.ask("dagang", PAGE, **given_))["needs"]
        pages.append([node["title"] for node in page["nodes"]])
        cursor = page["pageInfo"]["endCursor" if size == "first" else "startCursor"]
        more = page["pageInfo"]["hasNextPage" if size == "first" else "hasPreviousPage"]
    return [title for page in (pages if size == "first" else reversed(pages)) for title in page]


@pytest.mark.parametrize(
    ("table", "column"),
    [
        *(("grid", "name"), ("community", "name"), ("party_branch", "name"), ("partner_unit", "name")),
        *(("need", "title"), ("resource", "title"), ("project", "title"), ("topic", "title")),
    ],
)
async def test_a_page_by_name_comes_from_an_index(connection: asyncpg.Connection, table: str, column: str) -> None:
    query = f"""EXPLAIN SELECT id FROM {table} WHERE subdistrict_id = uuid_nil AND ({column}_key, id) > ('a', uuid_nil)
                ORDER BY {column}_key, id LIMIT 20""".replace("uuid_nil", f"'{'0' * 32}'")
    async with connection.transaction():
        await connection.execute(
            "SET LOCAL enable_seqscan = off; SET LOCAL enable_sort = off; SET LOCAL enable_bitmapscan = off"
        )
        plan = "\n".join(row[0] for row in await connection.fetch(query))
    assert f"ix_{table}_subdistrict_id_{column}_key_id" in plan
    assert "Sort" not in plan


async def test_nobody_writes_another_key(connection: asyncpg.Connection) -> None:
    for column in ("title_key", "title_folded"):
        with pytest.raises(asyncpg.GeneratedAlwaysError):
            await connection.execute(f"UPDATE need SET {column} = 'a'")


# Finding


FOUND = "needs(first: 50, filter: {{ title: {{ {}: {} }} }}) {{ nodes {{ title }} }}"


@pytest.mark.parametrize(
    "typed", ["樓道照明", "楼道照明", "　楼 道照明", "樓道\t照明", "ｌｅｄ燈", "LED灯", "led 灯", "３號樓", "3号 楼"]
)
async def test_a_title_is_found_however_it_is_typed(people: People, typed: str) -> None:
    made = []
    for title in ("3号楼楼道照明换LED灯", "３號樓　樓道照明換 ｌｅｄ燈"):
        branch = await people.id("partyBranches", name="昌乐路社区第三网格党支部")
        values = {"title": f"{title}", "category": "BUILDING_REPAIR", "quantity": 1, "unit": "盏", "branchId": branch}
        made.append((await people.do("changle3", "postNeed", "id title", **values))["title"])
    for operator in ("contains", "startsWith") if typed[0] in "３3" else ("contains",):
        found = await people.see("dagang", FOUND.format(operator, f'"{typed}"'.replace("\t", "\\t")))
        assert set(made) <= {node["title"] for node in found["nodes"]}
    exact = await people.see("dagang", FOUND.format("eq", f'"{made[0]}"'))
    assert {node["title"] for node in exact["nodes"]} == {made[0]}


@pytest.mark.parametrize("name", ["樓院共建聯盟·一", "楼院共建联盟·一 ", "楼院 共建　联盟·一", "樓院共建聯盟 · 一"])
async def test_a_name_written_otherwise_is_the_same_name(people: People, name: str) -> None:
    await people.ask(
        "changle3",
        'mutation { foundAlliance(input: { name: "楼院共建联盟·一" }) { userErrors { code } } }',
    )
    assert await people.refused("changle4", "foundAlliance", name=name) == [("ALREADY_EXISTS", "name")]


async def test_a_partner_and_a_subcategory_have_a_name_of_their_own(people: People) -> None:
    names = [node["name"] for node in (await people.see("dagang", "partners(first: 3) { nodes { name } }"))["nodes"]]
    written = opencc.OpenCC("s2t").convert(names[0]).replace("（", "(").replace("）", ")")
    values = {"name": f" {written[:2]} {written[2:]}", "kind": "ENTERPRISE"}
    assert written != names[0]
    assert await people.refused("dagang", "registerPartner", **values) == [("ALREADY_EXISTS", "name")]
    again = {"category": "BUILDING_REPAIR", "code": "again", "name": "樓道扶手與 無障礙", "keywords": []}
    assert await people.refused("dagang", "addSubcategory", **again) == [("ALREADY_EXISTS", "name")]


async def test_keywords_are_kept_folded_whoever_writes_them(connection: asyncpg.Connection) -> None:
    async with connection.transaction():
        change = "UPDATE subcategory SET keywords = $1 WHERE code = 'BUILDING_REPAIR.HANDRAIL' RETURNING keywords"
        (kept, *_) = [
            row["keywords"] for row in await connection.fetch(change, ["樓 道", "楼道", "Ｓmart  Phone", " "])
        ]
        assert kept == ["smart phone", "楼道"]


# Matching


LIKE = """query ($text: String!) {
    similarNeeds(text: $text, first: 1) { nodes { need { id } } }
    resourcesLike(text: $text, first: 1) { nodes { resource { id } } }
    suggestedCategories(text: $text, first: 1) { nodes { subcategory { id } } } }"""


def demo_texts() -> Iterable[str]:
    for table in ("needs", "resources"):
        for one in tomllib.loads((FOLDER / "dagang" / f"{table}.toml").read_text(encoding="utf-8"))[table]:
            yield f"{one['title']}\n{one['text']}"


@pytest.mark.parametrize("region", ["s2t", "s2tw", "s2hk"])
async def test_texts_in_traditional_characters_find_the_same_first(people: People, region: str) -> None:
    written = opencc.OpenCC(region)
    texts = [*demo_texts()]
    assert len(texts) >= 95
    first = [await people.ask("dagang", LIKE, text=text) for text in texts]
    traditional = [await people.ask("dagang", LIKE, text=written.convert(text)) for text in texts]
    assert [text for text, one, other in zip(texts, first, traditional, strict=True) if one != other] == []
