"""Makes the tables below `data/` from OpenCC, pypinyin and ICU; run by hand, for a new migration only.

    node -e 'CHARACTERS' | python -m db.texts.making      # see STROKES

What is stored was made with the tables as they are: whoever changes them makes the functions anew in a migration, and
all generated columns and indexes with them.
"""

import sys
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import product

import opencc
from pypinyin.constants import PHRASES_DICT, PINYIN_DICT

from .tables import BEGIN, DATA, END

# What node is to run: all characters of the table in the order of their strokes, as ICU has it.
STROKES = """\
const all = []; for (let c = 0x3400; c < 0xa000; c++) all.push(String.fromCodePoint(c));
console.log(all.sort(new Intl.Collator("zh-u-co-stroke").compare).join(""))
"""
PLANES = ((0x3400, 0xA000), (0x20000, 0x323B0))
REGIONS = ("s2t", "s2tw", "s2hk")
# Of what is good simplified Chinese, too, only these are folded: as the other character they stand for far more often.
MERGED = {"著": "着", "瞭": "了", "藉": "借"}

TONES = "\u0304\u0301\u030c\u0300"
LONGEST = 4  # characters of a phrase
CLEARLY = 4  # so many times as often in phrases as pypinyin's first reading, another one is the usual one
USUAL = {"长": "cháng", "曾": "zēng", "泊": "bó", "娜": "nà", "还": "hái"}
# Surnames that are read otherwise than the word, and what follows a surname.
SURNAMES = {"单": "shàn", "仇": "qiú", "解": "xiè", "查": "zhā", "朴": "piáo", "盖": "gě", "区": "ōu", "任": "rén"}
SURNAMES |= {"华": "huà", "燕": "yān", "宁": "nìng", "纪": "jǐ", "翟": "zhái", "缪": "miào", "逄": "páng", "乜": "niè"}
TITLES = (
    *("先生", "女士", "师傅", "老师", "阿姨", "大爷", "大妈", "大姐", "大哥", "书记", "主任", "医生", "律师"),
    *("奶奶", "爷爷", "队长", "站长", "校长", "某某", "工作室", "同志", "委员"),
)


def variants() -> dict[str, str]:
    """The characters that stand for another, with that one."""
    simplified = opencc.OpenCC("t2s")
    characters = [chr(code) for begin, end in PLANES for code in range(begin, end)]
    found = {one: made for one in characters if (made := simplified.convert(one)) != one} | MERGED
    for name in REGIONS:
        for simple, regional in _pairs(opencc.OpenCC(name)):
            one, other = _last(simple, found), _last(regional, found)
            if one != other and not (_is_common(one) and _is_common(other)):
                found |= {other: one} if _is_common(one) or not _is_common(other) else {one: other}
    return {one: _last(one, found) for one in found}


def _last(one: str, found: dict[str, str]) -> str:
    """The character that another one stands for in the end."""
    while one in found:
        one = found[one]
    return one


def _pairs(region: opencc.OpenCC) -> Iterator[tuple[str, str]]:
    """Characters and what a region writes for them, alone and in all phrases."""
    for phrase in (*(chr(code) for code in range(*PLANES[0])), *PHRASES_DICT):
        written = region.convert(phrase)
        yield from zip(phrase, written, strict=True) if len(phrase) == len(written) else ()


def _is_common(character: str) -> bool:
    """Whether it belongs to everyday simplified Chinese."""
    try:
        return bool(character.encode("gb2312"))
    except UnicodeEncodeError:
        return False


def syllable(reading: str) -> str:
    """A reading without its tone: `lü` of `lǜ`."""
    letters = unicodedata.normalize("NFD", reading)
    return unicodedata.normalize("NFC", "".join(one for one in letters if one not in TONES))


def place(reading: str) -> tuple[str, str, int]:
    """Where a reading stands in a dictionary: by its letters, u before ü, by its tone, without one last."""
    bare, marks = syllable(reading), set(unicodedata.normalize("NFD", reading)) & set(TONES)
    return bare.replace("ü", "u"), bare, TONES.index(marks.pop()) if marks else len(TONES)


def usual() -> dict[str, str]:
    """The reading of every character that stands alone."""
    found = {chr(code): each.split(",")[0] for code, each in PINYIN_DICT.items()}
    said: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for phrase, spoken in PHRASES_DICT.items():
        for character, readings in zip(phrase, spoken, strict=False):
            said[character][readings[0]] += 1
    for character, counts in said.items():
        by_syllable: Counter[str] = Counter()
        for reading, often in counts.items():
            by_syllable[syllable(reading)] += often
        best, count = by_syllable.most_common(1)[0]
        if count >= 3 and count >= CLEARLY * by_syllable[syllable(found.get(character, best))]:
            found[character] = next(one for one, _ in counts.most_common() if syllable(one) == best)
    return found | USUAL


def phrases(read: dict[str, str], same: dict[str, str]) -> dict[str, list[str]]:
    """The shortest phrases by which characters are read otherwise; what shorter ones say already is left out."""
    kept: dict[str, list[str]] = {}
    for phrase, readings in sorted(_said(same), key=lambda each: (len(each[0]), each[0])):
        if not set(phrase) <= read.keys():
            continue
        found = [
            read[one] if syllable(read[one]) == syllable(said) else said
            for one, said in zip(phrase, readings, strict=True)
        ]
        if _read(phrase, kept, read) != found:
            kept[phrase] = found
    return kept


def _said(same: dict[str, str]) -> Iterable[tuple[str, list[str]]]:
    for phrase, readings in PHRASES_DICT.items():
        if 1 < len(phrase) == len(readings) <= LONGEST:
            yield "".join(same.get(one, one) for one in phrase), [each[0] for each in readings]
    starts = {title[:2] for title in TITLES}
    usual_ones = usual()
    for (name, reading), title in product(SURNAMES.items(), starts):
        yield f"{name}{title}", [reading, *(usual_ones[one] for one in title)]


def _read(text: str, kept: dict[str, list[str]], read: dict[str, str]) -> list[str]:
    """How a text is read by these phrases: the longest at a place."""
    done: list[str] = []
    while len(done) < len(text):
        rest = text[len(done) :]
        longest = next((rest[:size] for size in range(min(LONGEST, len(rest)), 1, -1) if rest[:size] in kept), "")
        done += kept.get(longest, [read[rest[0]]])
    return done


def write(name: str, lines: Iterable[str]) -> None:
    """Write a table."""
    (DATA / name).write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


def main() -> None:
    """Write all tables."""
    strokes = {character: number for number, character in enumerate(sys.stdin.read().strip())}

    def by_strokes(one: str) -> tuple[int, str]:
        return strokes.get(one, END), one

    same, read = variants(), usual()
    grouped: defaultdict[str, list[str]] = defaultdict(list)
    for one, other in same.items():
        grouped[other].append(one)
    write("variants.txt", (f"{other}{''.join(sorted(grouped[other]))}" for other in sorted(grouped)))
    others = phrases(read, same)
    write("phrases.txt", (f"{phrase}\t{' '.join(readings)}" for phrase, readings in sorted(others.items())))
    alone, in_phrases = _by_reading(read, same), _by_reading_in(others, read)
    order = [*sorted((alone.keys() | in_phrases.keys()) - {""}, key=place), ""]
    columns = ((one, *("".join(sorted(group[one], key=by_strokes)) for group in (alone, in_phrases))) for one in order)
    write("readings.txt", map("\t".join, columns))


def _by_reading(read: dict[str, str], same: dict[str, str]) -> defaultdict[str, set[str]]:
    """Characters by their reading: all that may stand in a folded text, those without one at the empty reading."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for one in {chr(code) for code in range(BEGIN, END)} | {other for other in same.values() if other in read}:
        found[read.get(one, "")].add(one)
    return found


def _by_reading_in(phrases: dict[str, list[str]], read: dict[str, str]) -> defaultdict[str, set[str]]:
    """Characters by the readings that they have in phrases only."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for phrase, readings in phrases.items():
        for one, reading in zip(phrase, readings, strict=True):
            if reading != read[one]:
                found[reading].add(one)
    return found


if __name__ == "__main__":
    main()
