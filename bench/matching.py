"""`python -m bench.matching [--needs N] [resources ...]`: `matchesForNeed` among 10,000 to 1,000,000 resources.

Makes a database of its own with one subdistrict a size (and 500,000 needs in the one of 100,000), asks for pages of 20
matches of random needs in turn in each, by HTTP in one process, of all of them a first time and then again, when what
they read is in memory; prints the medians, their ratios, what the statement reads, and which tables it scans whole.
"""

import asyncio
import random
import re
import statistics
import time
from argparse import ArgumentParser, Namespace
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from uuid import UUID

import asyncpg
import httpx

from db.addresses import Addresses, embedded_addresses
from db.embedded import Embedded
from db.generate.bulk import bare
from db.generate.columns import COLUMNS
from db.generate.entries import add_entry, add_subcategories
from db.generate.rows import NULL, Rows, stamp
from db.ids import GlobalId
from db.matching.asking import resources_for_need
from db.matching.entries import NEED, RESOURCE
from db.matching.ranking import EVERY_CLAIM
from db.matching.rebuilding import post_all
from db.matching.taxonomy import data
from db.matching.weights import load
from db.migrate import migrate
from db.models import Need
from db.models.states import Role
from db.reader import session_settings
from db.settings import Settings
from db.viewer import Viewer
from resolvers.tokens import Tokens
from server import create_app, open_services

SIZES = (10_000, 100_000, 1_000_000)
PARTNERS, BATCH, ASKED, WARM = 200, 20_000, 150, 10
KEY = "a key that signs tokens of this measurement only"
PLACES = ("锦绣花园", "祥和里", "阳光家园", "望海新村", "文苑小区", "春晖里", "康宁家园", "港湾新居")
TABLES = ("subdistrict", "subcategory", "partner_unit", "resource", "need", "match_entry")
QUERY = """query ($need: ID!) { matchesForNeed(needId: $need, first: 20) { nodes {
  score alreadyClaimed resource { title remaining } partner { name } parts { name value weight because } } } }"""


def _arguments() -> Namespace:
    parser = ArgumentParser(prog="python -m bench.matching")
    parser.add_argument("resources", type=int, nargs="*", default=SIZES)
    parser.add_argument("--needs", type=int, default=500_000, help="needs beside 100,000 resources; else 10,000")
    return parser.parse_args()


class Town:
    """A subdistrict of so many resources and needs, with texts made of the words that people use."""

    def __init__(self, number: int, resources: int, needs: int) -> None:
        self.number, self.resources, self.needs = number, resources, needs
        self.random = random.Random(number)  # noqa: S311 - repeatable
        self.rows = Rows(f"matching/{number}")
        self.asked: list[str] = []
        self.texts = [self._text() for _ in range(min(50_000, resources))]

    def _text(self) -> tuple[str, str, str]:
        """Category, title and description of something."""
        kind = self.random.choice(data()["subcategory"])
        words = self.random.choices(kind["keywords"], k=3)
        other = self.random.choice(self.random.choice(data()["subcategory"])["keywords"])
        place = self.random.choice(PLACES)
        return (
            kind["category"],
            f"{place}{self.random.randint(1, 40)}号楼{words[0]}",
            f"{words[1]}、{words[2]}，{other}",
        )

    def tables(self) -> Iterator[dict[str, tuple[int, bytes]]]:
        """Batches of rows, as COPY reads them."""
        rows = self.rows
        rows.add("subdistrict", rows.subdistrict, f"98{self.number:07}", f"第{self.number}街道")
        subcategories = add_subcategories(rows)
        partners = [rows.id(0) for _ in range(PARTNERS)]
        for place, partner in enumerate(partners):
            facts = (f"合伙人{place}", "ENTERPRISE", NULL, "", NULL, NULL, 9, 2, 5, 0, 1, 2, 9, "ADMITTED")
            rows.add("partner_unit", rows.subdistrict, partner, *facts, stamp(0), stamp(0), NULL)
        for side, many in ((RESOURCE, self.resources), (NEED, self.needs)):
            for place in range(many):
                self._add(side, partners[place % PARTNERS], subcategories)
                if place % BATCH == BATCH - 1:
                    yield self._flush()
        yield self._flush()

    def _add(self, side: int, partner: str, subcategories: dict[str, str]) -> None:
        rows, id_, dated = self.rows, self.rows.id(self.random.randrange(10_000_000)), (stamp(0), stamp(0), NULL)
        category, title, said = self.random.choice(self.texts)
        status = "OFFERED" if side == RESOURCE else "POSTED"
        counts = (self.random.randint(1, 60), "次", 0)
        if side == RESOURCE:
            offered = (NULL, title, said, "LABOUR", category, *counts, "f", NULL, NULL, "", status, *dated)
            rows.add("resource", rows.subdistrict, id_, partner, *offered)
        else:
            needed = (NULL, NULL, NULL, title, said, category, *counts, 0, 0, 0, NULL, NULL, NULL, "NORMAL")
            rows.add("need", rows.subdistrict, id_, "PARTNER", NULL, partner, *needed, NULL, NULL, status, *dated)
            self.asked.append(id_)
        add_entry(rows, subcategories, side, (id_, category, status), title, (title, said))

    def _flush(self) -> dict[str, tuple[int, bytes]]:
        made = self.rows.copies()
        self.rows.lines.clear()
        return made


async def _load(addresses: Addresses, towns: list[Town]) -> None:
    settings = addresses.owner.session(statement_timeout="0", maintenance_work_mem="1GB", work_mem="256MB")
    connection = await asyncpg.connect(addresses.owner.url, server_settings=settings)
    tables = [*TABLES, "match_posting", "match_token"]
    async with connection.transaction(), bare(connection, tables, lambda *_: None):
        for town in towns:
            for batch in town.tables():
                for table in TABLES:
                    if table in batch:
                        text = batch[table][1]
                        await connection.copy_to_table(table, source=_once(text), columns=COLUMNS[table], format="text")
        ids = await connection.fetchval("SELECT array_agg(id) FROM subdistrict")
        await post_all(connection, ids)
    for table in tables:
        await connection.execute(f"VACUUM (ANALYZE) {table}")
    await connection.close()


async def _once(text: bytes) -> AsyncIterator[bytes]:
    yield text


async def _measure(addresses: Addresses, towns: list[Town]) -> None:
    settings = Settings(secret_key=KEY, _env_file=None)
    async with open_services(settings, addresses) as services:
        transport = httpx.ASGITransport(create_app(settings, services))
        async with httpx.AsyncClient(transport=transport, base_url="http://bench") as client:
            accounts = {town.resources: await _account(addresses, town, services.tokens) for town in towns}
            for turn in ("first", "again"):
                times: dict[int, list[float]] = {town.resources: [] for town in towns}
                for place in range(ASKED):
                    for town in towns:
                        times[town.resources].append(await _ask(client, town, *accounts[town.resources], place))
                _tell(turn, times)


def _tell(turn: str, times: dict[int, list[float]]) -> None:
    for size, taken in times.items():
        middle, tail = statistics.median(taken[WARM:]), sorted(taken)[int(len(taken) * 0.95)]
        print(f"{turn}: {size:>9,} resources: median {middle * 1000:6.1f} ms, p95 {tail * 1000:6.1f} ms")
    medians = [statistics.median(taken[WARM:]) for taken in times.values()]
    print(f"{turn}: largest to smallest: ratio {medians[-1] / medians[0]:.2f}")


async def _account(addresses: Addresses, town: Town, tokens: Tokens) -> tuple[str, str]:
    """The token of an administrator of the town, and the town's id."""
    connection = await asyncpg.connect(addresses.owner.url)
    place = await connection.fetchval("SELECT id FROM subdistrict WHERE code = $1", f"98{town.number:07}")
    account = await connection.fetchval(
        "INSERT INTO account (login, display_name, role, subdistrict_id)"
        " VALUES ($1, '管理员', 'SUBDISTRICT_ADMIN', $2) RETURNING id",
        f"town-{town.number}",
        place,
    )
    await connection.close()
    return tokens.issue(Viewer(role=Role.SUBDISTRICT_ADMIN, account_id=account, subdistrict_id=place))[0], str(place)


async def _ask(client: httpx.AsyncClient, town: Town, token: str, place: str, turn: int) -> float:
    random_ = random.Random(turn)  # noqa: S311 - repeatable
    need = _global_id(place, random_.choice(town.asked))
    start = time.perf_counter()
    answer = await client.post(
        "/graphql",
        json={"query": QUERY, "variables": {"need": need}},
        headers={"Authorization": f"Bearer {token}"},
    )
    taken = time.perf_counter() - start
    found: dict[str, Any] = answer.json()
    if "errors" in found or not found["data"]["matchesForNeed"]["nodes"]:
        raise RuntimeError(str(found)[:500])
    return taken


def _global_id(place: str, id_: str) -> str:
    return str(GlobalId(Need, UUID(place), UUID(id_.removeprefix("0").rjust(32, "0"))))


async def _explain(addresses: Addresses, towns: list[Town]) -> None:
    """What the statement reads in each town: blocks, and tables that are scanned whole."""
    session = addresses.reader.session(**session_settings(60_000))
    connection = await asyncpg.connect(addresses.reader.url, server_settings=session)
    sql = resources_for_need(load(), EVERY_CLAIM, subdistrict="$1::uuid", id="$2::uuid")
    statement = await connection.prepare(
        f"EXPLAIN (ANALYZE, BUFFERS) SELECT * FROM ({sql}) m ORDER BY score DESC LIMIT 20"  # noqa: S608 - our own text
    )
    for town in towns:
        place = await connection.fetchval("SELECT id FROM subdistrict WHERE code = $1", f"98{town.number:07}")
        need = await connection.fetchval("SELECT id FROM need WHERE subdistrict_id = $1 ORDER BY id LIMIT 1", place)
        await statement.fetch(place, need)
        lines = [row[0] for row in await statement.fetch(place, need)]
        blocks = re.search(r"shared hit=(\d+)(?: read=(\d+))?", lines[1] if "Buffers" in lines[1] else "\n".join(lines))
        scanned = sorted({found[1] for line in lines if (found := re.search(r"Seq Scan on (\w+)", line))})
        read = sum(int(part) for part in (blocks.groups() if blocks else ()) if part)
        print(f"{town.resources:>9,} resources: {read} blocks read; scanned whole: {', '.join(scanned) or 'none'}")
    await connection.close()


def main() -> None:
    """Load, measure, explain."""
    given = _arguments()
    towns = [
        Town(number, size, given.needs if size == SIZES[1] else min(size, SIZES[0]))
        for number, size in enumerate(given.resources, 1)
    ]
    with TemporaryDirectory(prefix="rp-") as folder, Embedded(Path(folder)) as embedded:
        addresses = embedded_addresses(embedded)
        asyncio.run(migrate(addresses.owner))
        start = time.perf_counter()
        asyncio.run(_load(addresses, towns))
        print(f"loaded in {time.perf_counter() - start:.0f} s")
        asyncio.run(_measure(addresses, towns))
        asyncio.run(_explain(addresses, towns))


if __name__ == "__main__":
    main()
