"""Subcategories, and the entries of the index of matching, as triggers would make them."""

from collections.abc import Iterable
from functools import cache, lru_cache

from ..matching.analyser import VERSION, analyse
from ..matching.taxonomy import data
from ..models.matching import DIMENSIONS
from ..models.states import PUBLIC_NEED, PUBLIC_RESOURCE
from ..texts.folding import fold
from .rows import NULL, Rows, stamp

OPEN = (*PUBLIC_NEED, *PUBLIC_RESOURCE)
TAKEN = ("FULLY_CLAIMED", "IN_DELIVERY")


def add_subcategories(rows: Rows) -> dict[str, str]:
    """Add the subcategories that every subdistrict begins with; return their ids by code."""
    made = {one["code"]: rows.id(0) for one in data()["subcategory"]}
    for one in data()["subcategory"]:
        names = (one["code"], one["category"], one["chinese"], one["english"])
        words = _texts(sorted({fold(word) for word in one["keywords"]}))
        rows.add("subcategory", rows.subdistrict, made[one["code"]], *names, words, stamp(0), stamp(0))
    return made


def add_entry(
    rows: Rows,
    subcategories: dict[str, str],
    side: int,
    subject: tuple[str, str, str],
    title: str,
    said: tuple[str, str],
) -> None:
    """Add the entry of a need or resource (its id, category and state): its title, and what its kind says."""
    id_, category, status = subject
    shelf = side if status in OPEN else side + 2 if status in TAKEN else None
    if shelf is None:
        return
    rows.add(
        *("match_entry", rows.subdistrict, id_, side, shelf, category, subcategories.get(_suggested(*said), NULL)),
        *_analysed(title, said[1]),
        VERSION,
    )


@lru_cache(100_000)
def _analysed(title: str, description: str) -> tuple[str, str, str, str, str]:
    """Tokens, impacts, posted, terms and the sparse vector, as COPY reads them."""
    found = analyse(title, description)
    pairs = zip(found.tokens, found.impacts, strict=True)
    vector = ",".join(f"{token}:{impact:.7g}" for token, impact in pairs)
    impacts = ",".join(f"{impact:.7g}" for impact in found.impacts)
    tokens, posted = (f"{{{','.join(map(str, numbers))}}}" for numbers in (found.tokens, found.posted))
    return tokens, f"{{{impacts}}}", posted, _texts(found.terms), f"{{{vector}}}/{DIMENSIONS}"


def _texts(texts: Iterable[str]) -> str:
    return "{" + ",".join(f'"{text}"' for text in texts) + "}"


@cache
def _suggested(title: str, description: str) -> str:
    """The code of the subcategory whose keywords the texts, which have no Latin words, name most; or nothing."""
    scores = {one["code"]: _score(one["keywords"], title, description) for one in data()["subcategory"]}
    best = max(scores, key=lambda code: scores[code])
    return best if scores[best] else ""


def _score(keywords: list[str], title: str, description: str) -> int:
    title, description = fold(title), fold(description)
    found = (word for word in {fold(word) for word in keywords} if word in f"{title} {description}")
    return sum(len(word.encode()) * (1 + (word in title)) for word in found)
