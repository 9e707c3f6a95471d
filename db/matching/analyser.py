"""What a text is about, as a sparse vector: its words, characters and concepts, each with an impact.

An impact is the part of BM25 that needs no other text: how often a thing is said, for a text of that length (Robertson
and Zaragoza, The Probabilistic Relevance Framework, 2009, with the title as a field that counts double). How rare it is
among the open entries is for the database to say when it ranks.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from itertools import pairwise
from typing import NamedTuple
from zlib import crc32

from db.texts.folding import fold
from db.texts.tables import DATA as TEXTS

from .words import common, keywords, revision, synonyms

REVISION = 2  # raised whenever the same text would give another analysis; what the data say counts as well
VERSION = crc32(revision() + (TEXTS / "variants.txt").read_bytes() + REVISION.to_bytes()) >> 1
MOST_TOKENS = 1_000  # of a text; pgvector's sparse vectors hold 16,000
MOST_POSTED = 48

HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"
WORD = re.compile(f"[{HAN}]+")
RUN = re.compile(rf"(?P<han>{WORD.pattern})|(?P<number>\d+(?:\.\d+)?)|(?P<latin>[^\W\d_{HAN}]+)")
SHORT = 3  # letters of a Latin word that has no pieces, and whose s is no plural
# Characters that hold a sentence together (虚字); a pair with one of them is seldom a word.
FUNCTION = frozenset(
    "的了是在和与及或也都就还要有把被让给对到从向为以等这那个们我你他她它其之而但所于将会能可不没很吗呢吧啊请想来去上下中里"
)

WEIGHTS = {
    "word": 0.6,  # of two characters or more
    "single": 0.7,  # a word of one
    "character": 0.7,
    "pair": 0.6,  # two neighbouring characters
    "latin": 1.2,  # a word of another script
    "piece": 0.25,  # three neighbouring letters of it, the edges included
    "number": 0.4,
    "synonym": 1.0,  # a group of synonyms
    "topic": 1.0,  # a subcategory of which a keyword is said
}
COMMON_SHARE, FUNCTION_SHARE, PAIR_SHARE = 0.7, 0.4, 0.7  # of common words, of function characters, of pairs with one
POSTED_SHARES = {"character": 0.8, "single": 0.8, "piece": 0.5}  # they find much that is not meant
SHOWN = ("word", "latin", "synonym")
UNITS = ("character", "latin", "number")  # what the length of a text is counted in
TITLE_COUNTS = 2
SATURATION, LENGTH_SHARE, USUAL_LENGTH = 0.8, 0.4, 40  # k1, b and the average length of BM25


@dataclass(frozen=True, slots=True)
class Analysis:
    """The tokens of a text, ascending (1 to 999,999,999), with their impacts (over 0); and by which it is found.

    Each of `posted` has its word in `terms`, as users may see it, or an empty string.
    """

    tokens: tuple[int, ...]
    impacts: tuple[float, ...]
    posted: tuple[int, ...]
    terms: tuple[str, ...]


class Feature(NamedTuple):
    """One thing that a text has: its kind (a key of `WEIGHTS`), and what it is."""

    kind: str
    text: str


def analyse(title: str, body: str = "") -> Analysis:
    """Return what a title and a body, of any length and script, are about; nothing is refused."""
    title, body = fold(title), fold(body)
    impacts, said = _impacts(_counts(title, body)), _said(f"{title}\n{body}")
    tokens = {_token(feature): feature for feature in impacts}
    kept = sorted(sorted(tokens, key=lambda token: -impacts[tokens[token]])[:MOST_TOKENS])
    posted = sorted(sorted(kept, key=lambda token: -_finds(tokens[token], impacts))[:MOST_POSTED])
    return Analysis(
        tokens=tuple(kept),
        impacts=tuple(impacts[tokens[token]] for token in kept),
        posted=tuple(posted),
        terms=tuple(_shown(tokens[token], said) for token in posted),
    )


def features(text: str) -> Iterator[Feature]:
    """Yield what a folded text has, as often as it has it."""
    yield from _words(text)
    for run in RUN.finditer(text):
        yield from _parts(run.lastgroup or "", run.group())
    yield from (Feature("synonym", plainest) for plainest in synonyms().find(text))
    yield from (Feature("topic", code) for code in keywords().find(text))


def _words(text: str) -> Iterator[Feature]:
    """The Chinese words of a text, also those within longer words."""
    import rjieba  # noqa: PLC0415 - a server's start never needs it

    for word in rjieba.cut_for_search(text):
        if WORD.fullmatch(word):
            yield Feature("word" if len(word) > 1 else "single", word)


def _parts(kind: str, run: str) -> Iterator[Feature]:
    """The parts of a run of Chinese characters, of digits or of the letters of another script."""
    if kind == "han":
        yield from (Feature("character", character) for character in run)
        yield from (Feature("pair", a + b) for a, b in pairwise(run))
    elif kind == "number":
        yield Feature("number", run)
    else:
        yield from _latin(run if len(run) <= SHORT or run.endswith("ss") else run.removesuffix("s"))


def _latin(word: str) -> Iterator[Feature]:
    yield Feature("latin", word)
    if len(word) > SHORT:
        edged = f"^{word}$"
        yield from (Feature("piece", edged[place : place + 3]) for place in range(len(word)))


def _counts(title: str, body: str) -> Counter[Feature]:
    counts = Counter(features(body))
    for feature in features(title):
        counts[feature] += TITLE_COUNTS
    return counts


def _impacts(counts: Counter[Feature]) -> dict[Feature, float]:
    length = sum(count for feature, count in counts.items() if feature.kind in UNITS)
    slack = SATURATION * (1 - LENGTH_SHARE + LENGTH_SHARE * length / USUAL_LENGTH)
    return {each: _weight(each) * count * (SATURATION + 1) / (count + slack) for each, count in counts.items()}


@lru_cache(maxsize=65_536)
def _weight(feature: Feature) -> float:
    """How much a thing tells, wherever it is said."""
    kind, text = feature
    weight = WEIGHTS[kind]
    if kind in ("word", "pair", "latin") and text in common():
        weight *= COMMON_SHARE
    if kind in ("character", "single") and text in FUNCTION:
        weight *= FUNCTION_SHARE
    if kind == "pair" and not FUNCTION.isdisjoint(text):
        weight *= PAIR_SHARE
    return weight


@lru_cache(maxsize=65_536)
def _token(feature: Feature) -> int:
    digest = blake2b(":".join(feature).encode(), digest_size=8).digest()
    return 1 + int.from_bytes(digest) % 999_999_999


def _finds(feature: Feature, impacts: dict[Feature, float]) -> float:
    return POSTED_SHARES.get(feature.kind, 1.0) * impacts[feature]


def _said(text: str) -> dict[str, str]:
    """With which of the words that mean the same a text says a thing first."""
    phrases = reversed([*synonyms().phrases(text)])
    return {synonyms().concepts[phrase]: phrase for phrase in phrases}


def _shown(feature: Feature, said: dict[str, str]) -> str:
    """What people may read of a thing: a synonym as the text has it."""
    return said.get(feature.text, "") if feature.kind == "synonym" else feature.text if feature.kind in SHOWN else ""
