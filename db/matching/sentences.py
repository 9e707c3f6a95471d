"""Why a part of a match has its value, as SQL that makes the sentence (`sentences.toml`)."""

import re
import tomllib
from functools import cache
from pathlib import Path

from .taxonomy import names
from .weights import Part

FILE = Path(__file__).with_name("sentences.toml")
FACT = re.compile(r"\bm\.(\w+)")
LANGUAGES = ("chinese", "english")


@cache
def _templates() -> dict[tuple[Part, bool], str]:
    """The SQL by part, and whether it is English."""
    table = tomllib.loads(FILE.read_text(encoding="utf-8"))
    return {
        (part, bool(english)): _named(table[part][language], english)
        for part in Part
        for english, language in enumerate(LANGUAGES)
    }


def _named(sql: str, language: int) -> str:
    for column in ("need_category", "resource_category"):
        cases = " ".join(f"WHEN '{code}' THEN '{pair[language]}'" for code, pair in names().items())
        sql = sql.replace(f"<{column}>", f"CASE m.{column} {cases} END")
    return sql.strip()


def sentence(part: Part, row: str, *, english: bool) -> str:
    """The SQL of a part's sentence about a row of the ranking under that alias."""
    told = FACT.sub(lambda found: f"{row}.{found[1]}", _templates()[part, english])
    return f"({told})"


def facts(part: Part) -> set[str]:
    """The columns of the ranking that a part's sentences and its value take."""
    both = _templates()[part, False] + _templates()[part, True]
    return {*FACT.findall(both), f"{part}_value"}
