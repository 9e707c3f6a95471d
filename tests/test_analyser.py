"""The text analyser of matching: what meets, what weighs little, and that any text at all can be analysed."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db.matching.analyser import MOST_POSTED, MOST_TOKENS, Analysis, analyse
from db.matching.words import Lexicon, common, keywords, synonyms

EXAMPLES = settings(max_examples=100, deadline=None)


def likeness(one: Analysis, other: Analysis) -> float:
    """The inner product of two analyses."""
    impacts = dict(zip(other.tokens, other.impacts, strict=True))
    return sum(impact * impacts.get(token, 0) for token, impact in zip(one.tokens, one.impacts, strict=True))


def cosine(one: str, other: str) -> float:
    """How alike two titles are, 0 to 1."""
    a, b = analyse(one), analyse(other)
    return likeness(a, b) / math.sqrt(likeness(a, a) * likeness(b, b))


@pytest.mark.parametrize(
    ("one", "other", "unlike"),
    [
        ("装扶手", "焊栏杆", "装空调"),
        ("elderly visits", "探望老人", "elder tree"),
        ("楼顶漏水", "屋面防水", "楼顶绿化"),
        ("handrails", "扶手", "handball"),
        ("street lamps", "路灯", "街道"),
    ],
)
def test_synonyms_meet_across_words_and_languages(one: str, other: str, unlike: str) -> None:
    assert cosine(one, other) > cosine(one, unlike)
    assert set(analyse(one).posted) & set(analyse(other).posted)


def test_keywords_of_one_subcategory_meet() -> None:
    first, second = "坡道", "扶手"
    assert set(synonyms().find(first)).isdisjoint(synonyms().find(second))
    assert list(keywords().find(first)) == list(keywords().find(second))
    assert cosine(first, second) > 0


@pytest.mark.parametrize(
    ("one", "same"),
    [
        ("ＡＥＤ急救１２台", "aed急救12台"),
        ("Handrail", "handrails"),
        ("STAIRS", "stairs"),
        ("扶手（不锈钢）", "扶手,不锈钢"),
    ],
)
def test_width_case_plural_and_punctuation_do_not_matter(one: str, same: str) -> None:
    assert analyse(one) == analyse(same)


def test_order_of_sentences_does_not_matter() -> None:
    assert analyse("求助", "上门理发。换个灯泡。") == analyse("求助", "换个灯泡。上门理发。")


def test_numbers_stand_apart_from_their_units() -> None:
    assert cosine("60米", "60米") == pytest.approx(1)
    assert 0 < cosine("60米", "80米") < 1
    assert 0 < cosine("60米", "60盏") < 1


@pytest.mark.parametrize(("little", "much"), [("社区提供服务", "社区提供轮椅"), ("the community", "the wheelchair")])
def test_common_words_weigh_less(little: str, much: str) -> None:
    assert likeness(analyse(little), analyse(little)) < likeness(analyse(much), analyse(much))
    assert {"社区", "the"} <= common()


def test_characters_that_hold_a_sentence_together_weigh_less() -> None:
    assert cosine("我的灯", "你的伞") < cosine("修楼灯", "换路灯")


def test_what_a_title_says_counts_more() -> None:
    asked, filler = analyse("轮椅"), "每周二上午在党群服务中心登记"
    assert likeness(asked, analyse("轮椅", filler)) > likeness(asked, analyse(filler, "轮椅")) > 0


def test_what_a_long_text_says_once_counts_less() -> None:
    asked = analyse("轮椅")
    assert likeness(asked, analyse("", "轮椅")) > likeness(asked, analyse("", "轮椅" + "剪纸书法合唱" * 50)) > 0


def test_posted_are_the_weightiest_and_show_words_only() -> None:
    found = analyse(
        "楼道扶手加装", "楼里七十岁以上老人有十九位，停电时电梯停运，上下楼没有抓手，两侧墙面已量过尺寸。" * 2
    )
    impacts = dict(zip(found.tokens, found.impacts, strict=True))
    assert len(found.posted) == MOST_POSTED < len(found.tokens)
    assert min(impacts[token] for token in found.posted) >= sorted(found.impacts)[-2 * MOST_POSTED]
    assert {"扶手", "老人", "停电"} <= set(found.terms)
    assert all(len(term) != 1 for term in found.terms)


@pytest.mark.parametrize("text", ["", " ", "！？……", "😀🏠", "\n\t", "\ud800", "__", "￥%"])
def test_text_that_says_nothing_has_no_tokens(text: str) -> None:
    assert analyse(text, text) == Analysis(tokens=(), impacts=(), posted=(), terms=())


def test_emoji_and_accents_hide_nothing() -> None:
    assert set(analyse("扶手").tokens) <= set(analyse("😀扶手🏠café").tokens)
    assert cosine("café", "CAFÉ") == pytest.approx(1)


def test_long_text_keeps_its_weightiest_tokens() -> None:
    found = analyse("轮椅", "".join(chr(0x4E00 + 7 * place) for place in range(2_500)) + "轮椅" * 1_250)
    assert len(found.tokens) == MOST_TOKENS
    assert set(analyse("轮椅").tokens) <= set(found.posted)


@EXAMPLES
@given(st.text(max_size=200), st.text(max_size=400))
def test_any_text_can_be_analysed(title: str, body: str) -> None:
    found = analyse(title, body)
    assert found == analyse(title, body)
    assert list(found.tokens) == sorted(set(found.tokens))
    assert all(1 <= token <= 999_999_999 for token in found.tokens)
    assert len(found.tokens) == len(found.impacts) <= MOST_TOKENS
    assert all(impact > 0 for impact in found.impacts)
    assert list(found.posted) == sorted(set(found.posted) & set(found.tokens))
    assert len(found.posted) == len(found.terms) <= MOST_POSTED


@EXAMPLES
@given(st.text(alphabet="扶手电梯栏杆轮椅的6a ，", max_size=60))
def test_surrounding_marks_change_nothing(text: str) -> None:
    assert analyse(text) == analyse(f"，{text}。")


def test_lexicon_finds_the_longest_phrase_and_cuts_through_no_latin_word() -> None:
    lexicon = Lexicon({"电梯": "lift", "加装电梯": "new lift", "lift": "lift", "street lamp": "lamp"})
    assert list(lexicon.find("加装电梯和电梯")) == ["new lift", "lift"]
    assert list(lexicon.find("lifting a lift, uplift, lifts坏了")) == ["lift", "lift"]
    assert list(lexicon.find("two street lamps")) == ["lamp"]
    assert list(lexicon.find("")) == []


def test_a_synonym_is_shown_as_the_text_has_it() -> None:
    assert "护栏" in analyse("装护栏").terms
    assert "扶手" in analyse("装扶手").terms
    assert not {"扶手", "栏杆"} & set(analyse("装护栏").terms)
