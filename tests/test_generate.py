"""Generated data: the same for the same seed, whole or not at all, and within every rule."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import asyncpg
import pytest

from db.addresses import Addresses
from db.audit import audit
from db.generate import generate
from db.generate.columns import COLUMNS
from db.generate.loading import split
from db.generate.network import Size, subdistrict
from db.generate.rows import BEGIN
from db.generate.workdays import closing
from db.generate.workers import started
from db.models.handling import (
    DeadlineKind,
    DeadlineStatus,
    EvaluationSide,
    ExtensionKind,
    NoticeKind,
)
from db.models.states import ClaimStatus, NeedStatus
from resolvers.calendar import Calendar

SIZES = {"subdistricts": 2, "grids": 20, "projects": 200, "claims": 400}
SCHEMA = """
    SELECT conrelid::regclass::text || conname || pg_get_constraintdef(oid) || convalidated FROM pg_constraint
    UNION ALL SELECT pg_get_indexdef(indexrelid) || indisvalid FROM pg_index
    UNION ALL SELECT pg_get_triggerdef(oid) || tgenabled::text FROM pg_trigger WHERE NOT tgisinternal
    ORDER BY 1
"""
TIMED = (
    *("partner_unit", "resource", "need", "project", "claim", "fulfilment", "evaluation", "topic", "supporter"),
    *("deliberation", "whistle", "extension", "notice"),
)
ACCEPT = """
    UPDATE claim c SET status = 'ACCEPTED',
        partner_consent_by = coalesce(c.partner_consent_by, p.id),
        partner_consent_at = coalesce(c.partner_consent_at, now()),
        branch_consent_by = coalesce(c.branch_consent_by, b.id),
        branch_consent_at = coalesce(c.branch_consent_at, now())
    FROM account p, account b
    WHERE c.status = 'PROPOSED' AND p.partner_id = c.partner_id AND b.branch_id = c.branch_id
    RETURNING c.id
"""


def ignore(_table: str, _done: int, _total: int) -> None:
    """Progress that nobody looks at."""


async def read(addresses: Addresses, query: str) -> list[Any]:
    """The first column of a query."""
    connection = await asyncpg.connect(addresses.owner.url)
    try:
        return [row[0] for row in await connection.fetch(query)]
    finally:
        await connection.close()


async def contents(addresses: Addresses) -> dict[str, list[str]]:
    """All rows of the generated subdistricts, as text."""
    generated = "(SELECT id FROM subdistrict WHERE code LIKE '99%')"
    scopes = dict.fromkeys(COLUMNS, f"subdistrict_id IN {generated}") | {"subdistrict": "code LIKE '99%'"}
    queries = {table: f"SELECT t::text FROM {table} t WHERE {scope} ORDER BY 1" for table, scope in scopes.items()}
    return {table: await read(addresses, query) for table, query in queries.items()}


async def test_the_same_seed_gives_the_same_rows_also_beside_the_demo(
    database: Addresses, demo_database: Addresses
) -> None:
    for addresses in (database, demo_database):
        await generate(addresses.owner, **SIZES, seed=1, progress=ignore)
    made = await contents(database)
    assert made == await contents(demo_database)
    assert {table: len(rows) for table, rows in made.items() if f"{table}s" in SIZES} == {
        "subdistrict": 2,
        "grid": 20,
        "project": 200,
        "claim": 400,
    }
    assert await audit(demo_database.owner) == []


def test_another_seed_and_another_number_give_other_rows() -> None:
    size = Size(10, 100, 200)
    tables = [subdistrict(seed, number, size)["claim"] for seed, number in ((1, 1), (1, 1), (2, 1), (1, 2))]
    assert tables[0] == tables[1]
    assert len(set(tables)) == 3


async def test_generating_again_adds_subdistricts_and_leaves_the_schema_as_it_was(database: Addresses) -> None:
    before = await read(database, SCHEMA)
    await generate(database.owner, **SIZES, seed=1, progress=ignore)
    await generate(database.owner, **SIZES, seed=1, progress=ignore)
    assert await read(database, "SELECT code FROM subdistrict ORDER BY 1") == [f"99000000{n}" for n in range(1, 5)]
    assert await read(database, SCHEMA) == before
    assert await audit(database.owner) == []


async def test_an_interrupted_run_leaves_nothing(database: Addresses) -> None:
    def interrupt(table: str, _done: int, _total: int) -> None:
        if table == "indexes and keys":
            raise KeyboardInterrupt

    before = await read(database, SCHEMA)
    with pytest.raises(KeyboardInterrupt):
        await generate(database.owner, **SIZES, seed=1, progress=interrupt)
    assert await read(database, "SELECT count(*) FROM subdistrict") == [0]
    assert await read(database, SCHEMA) == before


async def test_generated_rows_are_like_all_others(database: Addresses) -> None:
    """Their ids carry their time, progress has told of all of them, and the triggers take over."""
    last: dict[str, tuple[int, ...]] = {}
    await generate(database.owner, **SIZES, seed=1, progress=lambda table, *counts: last.update({table: counts}))
    assert set(COLUMNS) <= set(last)
    assert all(done == total for done, total in last.values())
    for table in TIMED:
        untimely = f"SELECT id FROM {table} WHERE uuid_extract_timestamp(id) IS DISTINCT FROM created_at"
        assert not await read(database, untimely)
    for table, time in (("transition", "at"), ("deadline", "starts_at")):
        assert not await read(
            database, f"SELECT id FROM {table} WHERE uuid_extract_timestamp(id) IS DISTINCT FROM {time}"
        )
    assert await read(database, ACCEPT)
    assert await audit(database.owner) == []


async def test_handling_is_generated_too(database: Addresses) -> None:
    sizes = {"subdistricts": 1, "grids": 20, "projects": 2000, "claims": 4000}
    await generate(database.owner, **sizes, seed=1, progress=ignore)
    states = "SELECT DISTINCT status FROM {}"
    found = {table: set(await read(database, states.format(table))) for table in ("topic", "whistle", "claim", "need")}
    assert {"RETURNED", "MERGED", "NEED_POSTED", "SUSPENDED", "CLOSED"} <= found["topic"]
    assert "RATED" in found["whistle"]
    assert found["claim"] == set(ClaimStatus)
    assert found["need"] == set(NeedStatus)
    assert set(await read(database, "SELECT DISTINCT kind FROM deadline")) >= set(DeadlineKind) - {"REPORT_IN"}
    assert set(await read(database, "SELECT DISTINCT status FROM deadline")) == set(DeadlineStatus) - {"CANCELLED"}
    assert set(await read(database, "SELECT DISTINCT kind FROM notice")) == set(NoticeKind)
    assert set(await read(database, "SELECT DISTINCT kind FROM extension")) == set(ExtensionKind)
    assert set(await read(database, "SELECT DISTINCT side FROM evaluation")) == set(EvaluationSide)
    assert await read(database, "SELECT restricted FROM whistle WHERE restricted LIMIT 1") == [True]
    assert await audit(database.owner) == []


async def test_generated_deadlines_are_due_on_working_days(database: Addresses) -> None:
    """Those that the official calendar reaches, at the time of day at which they began."""
    await generate(database.owner, **SIZES, seed=1, progress=ignore)
    connection = await asyncpg.connect(database.owner.url)
    counted = "SELECT starts_at, working_days, raw_due_at FROM deadline WHERE working_days > 0 AND NOT provisional"
    rows = await connection.fetch(counted)
    await connection.close()
    assert rows
    assert all(Calendar().add_working_days(start, days).at == due for start, days, due in rows)


@pytest.mark.parametrize(
    ("sizes", "message"),
    [
        ({"subdistricts": 0}, "grids >= subdistricts >= 1"),
        ({"grids": 1}, "grids >= subdistricts >= 1"),
        ({"projects": 1}, "claims need projects"),
        ({"claims": -1}, "claims need projects"),
    ],
)
async def test_sizes_that_no_network_has_are_refused(database: Addresses, sizes: dict[str, int], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        await generate(database.owner, **SIZES | sizes, seed=1, progress=ignore)


async def test_codes_and_logins_that_are_taken_are_passed_over(database: Addresses) -> None:
    await read(database, "INSERT INTO subdistrict (code, name) VALUES ('990000041', '某街道')")
    await read(
        database,
        "INSERT INTO account (login, display_name, role, subdistrict_id)"
        " SELECT 'g50-0001', '某人', 'RESIDENT', id FROM subdistrict",
    )
    await generate(database.owner, **SIZES, seed=1, progress=ignore)
    codes = await read(database, "SELECT code FROM subdistrict ORDER BY 1")
    assert codes == ["990000041", "990000051", "990000052"]


async def test_codes_that_have_run_out_are_an_error(database: Addresses) -> None:
    await read(database, "INSERT INTO subdistrict (code, name) VALUES ('999999998', '某街道')")
    with pytest.raises(ValueError, match="too few for 2 subdistricts"):
        await generate(database.owner, **SIZES, seed=1, progress=ignore)


@pytest.mark.parametrize(
    ("asked", "due"),
    [
        ("2026-09-30 17:00", "2026-09-30 18:00"),
        ("2026-09-30 18:30", "2026-10-08 18:00"),
        ("2026-10-03 09:00", "2026-10-08 18:00"),
        ("2026-10-10 09:00", "2026-10-10 18:00"),  # a Saturday that makes up for the holidays
    ],
)
def test_what_is_due_on_the_same_day_is_due_when_offices_close(asked: str, due: str) -> None:
    start, end = (int((datetime.fromisoformat(f"{time}+08:00") - BEGIN).total_seconds()) for time in (asked, due))
    assert closing(start) == end


def test_rows_are_divided_evenly() -> None:
    assert split(3, grids=10, projects=3, claims=0) == [Size(3, 1, 0), Size(3, 1, 0), Size(4, 1, 0)]


@pytest.mark.parametrize("make", [lambda: Size(1, 0, 0), lambda: Size(1, 1, 50), lambda: Size(250, 3, 9)])
def test_the_smallest_networks_are_made_too(make: Callable[[], Size]) -> None:
    size = make()
    made = subdistrict(7, 1, size)
    assert [made.get(table, (0, b""))[0] for table in ("grid", "project", "claim")] == [*vars(size).values()]


def test_a_worker_that_fails_is_an_error_and_says_why(capfd: pytest.CaptureFixture[str]) -> None:
    with started(1) as (worker,), pytest.raises(RuntimeError, match="has ended"):
        worker.make(1, 1, Size(grids=0, projects=1, claims=0))
    assert "IndexError" in capfd.readouterr().err
