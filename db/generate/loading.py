"""Filling a database: workers make the rows of the next subdistricts while PostgreSQL takes in those of the last."""

from collections import Counter, deque
from collections.abc import AsyncGenerator, AsyncIterator, Sequence
from contextlib import aclosing
from itertools import count, cycle, islice, pairwise

import asyncpg

from ..addresses import Address
from ..matching.rebuilding import post_all
from .bulk import Progress, bare
from .columns import COLUMNS
from .network import Size, Tables
from .places import CODE_PREFIX, NUMBERS, division_code
from .workers import begin, started

CHUNK = 1 << 20
WORKERS = 2  # making the rows takes a little longer than loading them
# Building an index or checking a foreign key over millions of rows sorts or hashes them: in memory when it fits.
MEMORY = {"maintenance_work_mem": "256MB", "work_mem": "128MB"}
SESSION = {"statement_timeout": "0", "lock_timeout": "30s", **MEMORY}
TAKEN = """\
SELECT coalesce(max(number), 0) FROM (
    SELECT substr(code, 3)::int FROM subdistrict WHERE starts_with(code, $1)
    UNION ALL SELECT substring(login FROM '^g([0-9]{1,7})(?:-|$)')::int FROM account
) AS taken (number)
"""


INDEX = ("match_posting", "match_token")  # they follow from match_entry
MADE = "SELECT array_agg(id) FROM subdistrict WHERE code = ANY ($1)"


async def generate(
    owner: Address, *, subdistricts: int, grids: int, projects: int, claims: int, seed: int, progress: Progress
) -> None:
    """Add a network of that many rows to the database, in one transaction.

    The same seed and sizes give the same rows, ids and times in a database without generated data; in one that
    has some, further subdistricts follow. While it runs, the tables are locked.
    """
    sizes = split(subdistricts, grids=grids, projects=projects, claims=claims)
    connection = await asyncpg.connect(owner.url, server_settings=owner.session(**SESSION))
    try:
        async with connection.transaction(), bare(connection, [*COLUMNS, *INDEX], progress):
            first = await _first_number(connection, subdistricts)
            await _load(connection, seed, first, sizes, progress)
            codes = [division_code(number) for number in range(first, first + subdistricts)]
            await post_all(connection, await connection.fetchval(MADE, codes))
        await _vacuum(connection, progress)
    finally:
        await connection.close()


def split(subdistricts: int, *, grids: int, projects: int, claims: int) -> list[Size]:
    """Divide the rows among the subdistricts as evenly as whole numbers allow."""
    if subdistricts < 1 or grids < subdistricts:
        raise ValueError("every subdistrict needs a grid: grids >= subdistricts >= 1")
    if projects < 0 or claims < 0 or (claims and projects < subdistricts):
        raise ValueError("claims need projects: projects >= subdistricts, or no claims")
    shares = ([total * i // subdistricts for i in range(subdistricts + 1)] for total in (grids, projects, claims))
    steps = ([high - low for low, high in pairwise(share)] for share in shares)
    return [Size(*size) for size in zip(*steps, strict=True)]


async def _first_number(connection: asyncpg.Connection, subdistricts: int) -> int:
    """Return the first number after all that subdistricts and logins have; the tables' locks keep it free."""
    taken: int = await connection.fetchval(TAKEN, CODE_PREFIX)
    if taken + subdistricts >= NUMBERS:
        raise ValueError(f"the codes after {division_code(taken)} are too few for {subdistricts} subdistricts")
    return taken + 1


async def _load(
    connection: asyncpg.Connection, seed: int, first: int, sizes: Sequence[Size], progress: Progress
) -> None:
    done: Counter[str] = Counter()
    async with aclosing(_made(seed, first, sizes)) as subdistricts:
        async for number, tables in subdistricts:
            for table, columns in COLUMNS.items():
                rows, text = tables.get(table, (0, b""))
                await connection.copy_to_table(table, source=_chunks(text), columns=columns, format="text")
                done[table] += rows
                # How many rows most tables get shows as they are made: until then, as many as so far on average.
                progress(table, done[table], done[table] * len(sizes) // number)


async def _made(seed: int, first: int, sizes: Sequence[Size]) -> AsyncGenerator[tuple[int, Tables]]:
    """Yield the subdistricts' rows in turn, each made while the caller loads the one before."""
    with started(min(WORKERS, len(sizes))) as workers:
        orders = zip(cycle(workers), count(first), sizes, strict=False)
        ahead = deque(begin(worker, seed, number, size) for worker, number, size in islice(orders, len(workers)))
        try:
            for done in range(1, len(sizes) + 1):
                made = await ahead.popleft()
                ahead.extend(begin(worker, seed, number, size) for worker, number, size in islice(orders, 1))
                yield done, made
        finally:
            for job in ahead:
                job.cancel()


async def _chunks(text: bytes) -> AsyncIterator[bytes]:
    for start in range(0, len(text), CHUNK):
        yield text[start : start + CHUNK]


async def _vacuum(connection: asyncpg.Connection, progress: Progress) -> None:
    """Let the planner know the sizes, and index-only scans skip the tables."""
    for done, table in enumerate((*COLUMNS, *INDEX), 1):
        await connection.execute(f"VACUUM (ANALYZE) {table}")
        progress("vacuum", done, len(COLUMNS) + len(INDEX))
