"""Words as data: which ones tell little, which mean the same, and which name a subcategory."""

import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from db.texts.folding import fold

from . import taxonomy

DATA = Path(__file__).parent / "data"


class Lexicon:
    """Folded phrases, and the concept that each one names."""

    def __init__(self, concepts: Mapping[str, str]) -> None:
        self.concepts = concepts
        lengths = defaultdict(set)
        for phrase in concepts:
            lengths[phrase[0]].add(len(phrase))
        self._lengths = {first: sorted(found, reverse=True) for first, found in lengths.items()}

    def find(self, text: str) -> Iterator[str]:
        """Yield the concept of each phrase in a folded text."""
        return (self.concepts[phrase] for phrase in self.phrases(text))

    def phrases(self, text: str) -> Iterator[str]:
        """Yield each phrase in a folded text: the longest at a place, none over another."""
        place = 0
        while place < len(text):
            phrase = self._at(text, place)
            if phrase:
                yield phrase
            place += len(phrase) or 1

    def _at(self, text: str, place: int) -> str:
        """Return the longest phrase that begins at a place and cuts through no Latin word, else an empty string."""
        for length in self._lengths.get(text[place], ()):
            phrase = text[place : place + length]
            if phrase in self.concepts and _is_whole(text, place, place + length):
                return phrase
        return ""


@cache
def common() -> frozenset[str]:
    """Return the words that tell nothing about what is needed or offered."""
    return frozenset(map(fold, _read("common.toml")["words"]))


@cache
def synonyms() -> Lexicon:
    """Return the words of the groups of synonyms; the first of a group, its plainest, stands for it."""
    groups = [[fold(word) for word in group["words"]] for group in _read("synonyms.toml")["group"]]
    return Lexicon({word: words[0] for words in groups for word in words})


@cache
def keywords() -> Lexicon:
    """Return the keywords of the taxonomy, each with the code of its subcategory."""
    return Lexicon({fold(word): one["code"] for one in taxonomy.data()["subcategory"] for word in one["keywords"]})


def _is_whole(text: str, start: int, end: int) -> bool:
    """Whether no Latin word goes over the start or the end of a part of a text; the s of a plural may."""
    end += text[end : end + 1] == "s"
    return not (_is_latin(text[start - 1 : start + 1]) or _is_latin(text[end - 1 : end + 1]))


def _is_latin(letters: str) -> bool:
    return len(letters) == 2 and letters.isascii() and letters.isalpha()


def _read(name: str) -> Mapping[str, Any]:  # Any: what a TOML table holds
    return tomllib.loads((DATA / name).read_text(encoding="utf-8"))


def revision() -> bytes:
    """Return all the data as they are written: another text may then be analysed in another way."""
    return b"".join(path.read_bytes() for path in sorted(DATA.glob("*.toml")))
