"""The ranking as SQL: from what is asked to scored pairs of a need and a resource (`ranking.sql`).

Whatever the size of the tables it reads a bounded number of rows: per token the entries with the greatest impact, the
newest of the same category, and of those the likest are looked at. BM25 and mutual proximity: docs/decisions/0014.
"""

from dataclasses import dataclass, replace
from pathlib import Path

from db.models.states import Category

from .entries import NEED, RESOURCE
from .taxonomy import related
from .weights import Parts, Weights

TEMPLATE = Path(__file__).with_name("ranking.sql").read_text(encoding="utf-8")
LIKENESS, PAIRS = TEMPLATE.split("-- pairs\n")
ENTRY = "e.subdistrict_id, e.id, e.tokens, e.impacts, e.posted, e.terms, e.category, e.subcategory_id"
RELATED_FROM, ALIKE_FROM = 0.5, 0.15  # what is neither of a category nor alike in words is no match
HUBNESS, DOUBT = 0.6, 16  # how much what is usually said counts, and as if so many more had said nothing
EVERY_CLAIM = "true"
TODAY = "(now() AT TIME ZONE 'Asia/Shanghai')::date"
ONE = f"SELECT 1 AS place, {ENTRY} FROM match_entry e WHERE e.subdistrict_id = {{tenant}} AND e.id = {{id}}"
TYPED = (
    "SELECT 1 AS place, {tenant} AS subdistrict_id, NULL::uuid AS id, {tokens} AS tokens,"
    " {impacts} AS impacts, {posted} AS posted, NULL::text[] AS terms, NULL AS category, NULL::uuid AS subcategory_id"
)
SEVERAL = (
    "SELECT row_number() OVER () AS place, own.* FROM ("
    f"SELECT {ENTRY} FROM {{table}} s JOIN match_entry e ON e.subdistrict_id = s.subdistrict_id AND e.id = s.id"
    " WHERE s.subdistrict_id = {tenant} AND e.shelf = {shelf} AND {own} ORDER BY s.id DESC LIMIT {most}) own"
)


# Where a pair has its need and its resource from: what is asked for is read once, the others one by one.
OF_NEED = {
    "need": "a",
    "resource": "l",
    "asked_table": "need",
    "asked_row": "n",
    "other_table": "resource",
    "other_row": "r",
}
OF_RESOURCE = {
    "need": "l",
    "resource": "a",
    "asked_table": "resource",
    "asked_row": "r",
    "other_table": "need",
    "other_row": "n",
}


@dataclass(frozen=True)
class Limits:
    """How many entries are read by each token and, about, by all; how many of them are near.

    `kin` of the same subcategory and of the same category, the newest, fill up to `near` and `kin` in all.
    `told` of each category of the asked shelf, the newest, say what is usual.
    """

    postings: int
    budget: int
    near: int
    kin: int
    told: int


FULL = Limits(postings=200, budget=3000, near=160, kin=40, told=4)
BRIEF = Limits(postings=60, budget=1200, near=40, kin=20, told=4)  # where many are asked for at once
ALIKE = replace(FULL, told=0)  # among entries of one shelf, what many say is no less alike


def likeness(asked: str, *, tenant: str, ours: int, theirs: int, limits: Limits = FULL) -> str:
    """The CTEs up to `likeness (place, entry_id, text)`: entries of the shelf `theirs`, and how like they are."""
    return LIKENESS.format(
        asked=asked,
        tenant=tenant,
        ours=ours,
        theirs=theirs,
        postings=limits.postings,
        budget=limits.budget,
        near=limits.near,
        kin=limits.kin,
        categories=", ".join(f"('{each}')" for each in Category),
        told=limits.told,
        hubness=HUBNESS,
        doubt=DOUBT,
    )


def pairs(
    asked: str, weights: Weights, *, tenant: str, asks: int, seen: str = EVERY_CLAIM, limits: Limits = FULL
) -> str:
    """The CTEs up to `scored`: pairs of asked needs (`asks` NEED) or resources with the other side, within all limits.

    Only claims count that `seen` tells of, by the alias `k`: no viewer learns of others. Its columns are `place`, the
    ids, a value of 0 to 1 and the facts of every part, and the scores of either side.
    """
    shelves = {"ours": asks, "theirs": RESOURCE if asks == NEED else NEED}
    return likeness(asked, tenant=tenant, limits=limits, **shelves) + PAIRS.format(
        tenant=tenant,
        today=TODAY,
        seen=seen,
        **(OF_NEED if asks == NEED else OF_RESOURCE),
        related=", ".join(f"('{a}', '{b}', {closeness})" for a, b, closeness in related()),
        need_score=_sum(weights.need),
        resource_score=_sum(weights.resource),
        related_from=RELATED_FROM,
        alike_from=ALIKE_FROM,
    )


def _sum(parts: Parts) -> str:
    return " + ".join(f"{weight} * v.{part}_value" for part, weight in parts)
