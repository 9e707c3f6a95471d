"""The tables of folding and order, as data: which characters are one, how they are read alone and in phrases."""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

DATA = Path(__file__).parent / "data"
BEGIN, END = 0x3400, 0xA000  # the Chinese characters that almost all texts are made of
FIRST = 0x3400  # of the characters that stand for (reading, character) in a key, in the order of a dictionary


def lines(name: str) -> list[str]:
    """The lines of a table."""
    return (DATA / name).read_text(encoding="utf-8").splitlines()


@cache
def variants() -> Mapping[int, str]:
    """The characters that stand for another, with that one, as `str.translate` takes them."""
    return {ord(one): line[0] for line in lines("variants.txt") for one in line[1:]}


def readings() -> Iterator[tuple[str, str, str]]:
    """The readings in the order of a dictionary: whose reading it is alone, and whose in phrases only."""
    for line in lines("readings.txt"):
        reading, alone, in_phrases = line.split("\t")
        yield reading, alone, in_phrases


def ranks() -> tuple[dict[str, str], dict[tuple[str, str], str]]:
    """What stands for a character in a key: alone, and by its reading."""
    alone: dict[str, str] = {}
    by_reading: dict[tuple[str, str], str] = {}
    for reading, usually, in_phrases in readings():
        for character in usually + in_phrases:
            by_reading[reading, character] = chr(FIRST + len(by_reading))
        alone |= {one: by_reading[reading, one] for one in usually}
    return alone, by_reading


def phrases() -> dict[str, str]:
    """What stands for a phrase in which characters are read otherwise."""
    by_reading, found = ranks()[1], {}
    for line in lines("phrases.txt"):
        phrase, said = line.split("\t")
        found[phrase] = "".join(by_reading[pair] for pair in zip(said.split(" "), phrase, strict=True))
    return found
