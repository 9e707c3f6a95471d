"""The labelled set of tests/matching, loaded into a network of its own, and the figures that rankings are judged by."""

import math
import random
import tomllib
from collections import Counter
from collections.abc import AsyncIterator, Callable, Iterable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean
from typing import Any
from uuid import UUID

import asyncpg
import rjieba
from conftest import KEY, NUMBERS, Client, Network, drop_database, make_database

from db.embedded import Embedded
from db.ids import GlobalId
from db.matching.entries import index_missing
from db.models import Need, Resource
from db.settings import Settings
from server import create_app, open_services

FOLDER = Path(__file__).parent / "matching"
TOWN = UUID(int=1 << 100)
TOP = 10
RELEVANT = 2  # the grade from which on an offer really helps
SHOWN = "query($need: ID!, $after: String) { matchesForNeed(needId: $need, first: 100, after: $after) {\
 nodes { resource { id } } pageInfo { hasNextPage endCursor } } }"

Ranking = Callable[[str], Sequence[str]]  # the keys of resources for the key of a need, the best first


@dataclass(frozen=True)
class Labelled:
    """Needs and resources by key, and the grades of 0 to 3 by need and resource."""

    needs: Mapping[str, dict[str, Any]]
    resources: Mapping[str, dict[str, Any]]
    grades: Mapping[str, Mapping[str, int]]

    def of(self, *, kept_aside: bool) -> list[str]:
        """The needs that are for tuning, or those that are kept aside for the figures."""
        return [key for key, need in self.needs.items() if need["kept_aside"] is kept_aside]


def read() -> Labelled:
    """The set as it was written."""
    tables = {
        name: tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))
        for name in ("needs", "resources", "grades")
    }
    return Labelled(
        {need["key"]: need for need in tables["needs"]["need"]},
        {resource["key"]: resource for resource in tables["resources"]["resource"]},
        tables["grades"],
    )


@asynccontextmanager
async def labelled_network(postgres: Embedded, empty_template: str, labelled: Labelled) -> AsyncIterator[Network]:
    """A subdistrict with all needs of the set, and its resources, each of a partner of its own; served."""
    name = f"labelled_{next(NUMBERS)}"
    addresses = await make_database(postgres, name, empty_template)
    connection = await asyncpg.connect(addresses.owner.url)
    await connection.execute("INSERT INTO subdistrict (id, code, name) VALUES ($1, '990000001', '样例街道')", TOWN)
    branch = await connection.fetchval(
        "INSERT INTO party_branch (subdistrict_id, level, name) VALUES ($1, 'SUBDISTRICT', '党工委') RETURNING id", TOWN
    )
    await connection.execute(
        "INSERT INTO account (login, display_name, role, subdistrict_id)"
        " VALUES ('admin', '管理员', 'SUBDISTRICT_ADMIN', $1)",
        TOWN,
    )
    await connection.executemany(PARTNER, [(TOWN, f"{key}"[:20]) for key in labelled.resources])
    await connection.execute("UPDATE partner_unit SET status = 'ADMITTED'")
    await connection.executemany(OFFER, [_offer(resource) for resource in labelled.resources.values()])
    await connection.executemany(NEED, [_need(need, branch) for need in labelled.needs.values()])
    await index_missing(connection)
    await connection.close()
    settings = Settings(secret_key=KEY, _env_file=None)
    async with open_services(settings, addresses) as services:
        yield Network(create_app(settings, services), services, addresses)
    await drop_database(postgres, name)


PARTNER = "INSERT INTO partner_unit (subdistrict_id, name, kind, status) VALUES ($1, $2, 'ENTERPRISE', 'APPLIED')"
OFFER = """\
INSERT INTO resource (subdistrict_id, id, partner_id, title, description, form, category, quantity, unit, status)
SELECT $1, $2, id, $4, $5, $6, $7, $8, $9, 'OFFERED' FROM partner_unit WHERE subdistrict_id = $1 AND name = $3"""
NEED = """\
INSERT INTO need (subdistrict_id, id, owner, branch_id, title, description, category, quantity, unit, status)
VALUES ($1, $2, 'GRID', $3, $4, $5, $6, $7, $8, 'POSTED')"""


def _offer(resource: dict[str, Any]) -> tuple[Any, ...]:
    said = ("title", "description", "form", "category", "quantity", "unit")
    return (TOWN, id_of(resource["key"]), resource["key"], *(resource[name] for name in said))


def _need(need: dict[str, Any], branch: UUID) -> tuple[Any, ...]:
    said = ("title", "description", "category", "quantity", "unit")
    return (TOWN, id_of(need["key"]), branch, *(need[name] for name in said))


def id_of(key: str) -> UUID:
    """The id of the need or resource of that key."""
    return UUID(int=(ord(key[0]) << 32) + int(key[1:]))


async def ours(client: Client, labelled: Labelled) -> Ranking:
    """The ranking of the service, as its users get it."""
    keys = {str(GlobalId(Resource, TOWN, id_of(key))): key for key in labelled.resources}
    found: dict[str, list[str]] = {}
    for key in labelled.needs:
        need, after, listed = str(GlobalId(Need, TOWN, id_of(key))), None, []
        while True:
            page = (await client.execute(SHOWN, {"need": need, "after": after}))["data"]["matchesForNeed"]  # type: ignore[index]  # JSON
            listed += [keys[match["resource"]["id"]] for match in page["nodes"]]
            after = page["pageInfo"]["endCursor"]
            if not page["pageInfo"]["hasNextPage"]:
                break
        found[key] = listed
    return found.__getitem__


def by_chance(labelled: Labelled) -> Ranking:
    """Any order."""
    return lambda key: random.Random(key).sample(sorted(labelled.resources), len(labelled.resources))  # noqa: S311 - repeatable


def by_category(labelled: Labelled) -> Ranking:
    """Those of the need's category first, each part in any order."""
    chance = by_chance(labelled)
    return lambda key: sorted(
        chance(key), key=lambda one: labelled.resources[one]["category"] != labelled.needs[key]["category"]
    )


def words(text: str) -> list[str]:
    """The segmented words of a text."""
    return [word for word in rjieba.cut(text.lower()) if any(map(str.isalnum, word))]


def bigrams(text: str) -> list[str]:
    """The pairs of neighbouring characters."""
    return [text[place : place + 2] for place in range(len(text) - 1)]


def bm25(labelled: Labelled, terms: Callable[[str], Iterable[str]], k1: float = 1.2, b: float = 0.75) -> Ranking:
    """Plain BM25 over title and description."""
    said = {key: Counter(terms(f"{one['title']} {one['description']}")) for key, one in labelled.resources.items()}
    lengths = {key: counts.total() for key, counts in said.items()}
    usual, rows = fmean(lengths.values()), Counter(term for counts in said.values() for term in counts)

    def score(asked: Iterable[str], key: str) -> float:
        slack, counts = k1 * (1 - b + b * lengths[key] / usual), said[key]
        return sum(
            math.log(1 + (len(said) - rows[term] + 0.5) / (rows[term] + 0.5))
            * counts[term]
            * (k1 + 1)
            / (counts[term] + slack)
            for term in asked
            if term in counts
        )

    def ranking(key: str) -> list[str]:
        asked = set(terms(f"{labelled.needs[key]['title']} {labelled.needs[key]['description']}"))
        return sorted(said, key=lambda one: (-score(asked, one), one))

    return ranking


@dataclass(frozen=True)
class Figures:
    """nDCG at 10 with gains of 2^grade - 1, and the mean reciprocal rank of the first that really helps."""

    ndcg: float
    mrr: float


def figures(labelled: Labelled, ranking: Ranking, needs: Iterable[str]) -> Figures:
    """How good a ranking is on some needs; those without anything that helps are left out."""
    judged = [key for key in needs if max(labelled.grades[key].values(), default=0) >= RELEVANT]
    listed = {key: [labelled.grades[key].get(one, 0) for one in ranking(key)] for key in judged}
    return Figures(
        fmean(
            _gain(grades) / _gain(sorted(labelled.grades[key].values(), reverse=True)) for key, grades in listed.items()
        ),
        fmean(
            next((1 / place for place, grade in enumerate(grades, 1) if grade >= RELEVANT), 0)
            for grades in listed.values()
        ),
    )


def _gain(grades: Sequence[int]) -> float:
    return math.fsum((2**grade - 1) / math.log2(place + 1) for place, grade in enumerate(grades[:TOP], 1))
