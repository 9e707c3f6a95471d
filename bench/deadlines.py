"""`python -m bench.deadlines [processes]`: 100,000 overdue deadlines worked off by so many processes, rows per second.

Makes a database of its own: proposals nobody answered, needs and resources whose day is over, topics nobody handled.
The limit, measured on the same rows: one statement for each table, over all rows of a subdistrict at once.
"""

import asyncio
import os
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

import asyncpg

from db.addresses import Addresses, embedded_addresses
from db.embedded import Embedded
from db.migrate import migrate

SQL = Path(__file__).with_name("deadlines.sql")
TABLES = ("partner_unit", "project", "need", "need_line", "claim", "resource", "topic", "deadline")
LIMIT = """\
CREATE TEMPORARY TABLE here ON COMMIT DROP AS SELECT subdistrict_id FROM deadline LIMIT 1;
INSERT INTO notice (subdistrict_id, deadline_id, branch_id, partner_id, kind, scheduled_at)
SELECT d.subdistrict_id, d.id, d.branch_id, d.partner_id, r.kind, r.at FROM here JOIN deadline d USING (subdistrict_id),
    LATERAL (VALUES ('REMINDER', d.remind_at), ('URGING', d.urge_at), ('REPORT', d.report_at),
                    ('EXPIRY', CASE WHEN d.urge_at IS NULL THEN d.due_at END)) AS r (kind, at)
WHERE r.at IS NOT NULL;
UPDATE deadline d SET next_at = NULL, status = CASE WHEN urge_at IS NULL THEN 'EXPIRED' ELSE status END,
    ended_at = CASE WHEN urge_at IS NULL THEN now() END FROM here WHERE d.subdistrict_id = here.subdistrict_id;
UPDATE claim c SET status = 'EXPIRED' FROM here WHERE c.subdistrict_id = here.subdistrict_id;
UPDATE need n SET status = 'EXPIRED' FROM here WHERE n.subdistrict_id = here.subdistrict_id AND n.planned = 0;
UPDATE resource r SET status = 'EXPIRED' FROM here WHERE r.subdistrict_id = here.subdistrict_id"""
TENTH = 10_000  # the deadlines of one of the ten subdistricts


async def _limit(connection: asyncpg.Connection) -> float:
    """How many deadlines a second the database works off when nobody else may be at it; undone."""
    transaction = connection.transaction()
    await transaction.start()
    start = time.perf_counter()
    await connection.execute(LIMIT)
    seconds = time.perf_counter() - start
    await transaction.rollback()
    return TENTH / seconds


async def _prepare(addresses: Addresses) -> float:
    """Make the rows; return the limit."""
    await migrate(addresses.owner)
    connection = await asyncpg.connect(addresses.owner.url)
    try:
        await connection.execute("; ".join(f"ALTER TABLE {table} DISABLE TRIGGER USER" for table in TABLES))
        await connection.execute(SQL.read_text(encoding="utf-8"))
        await connection.execute("; ".join(f"ALTER TABLE {table} ENABLE TRIGGER USER" for table in TABLES))
        await connection.execute("ANALYZE")
        limit = await _limit(connection)
        await connection.execute("VACUUM")
        return limit
    finally:
        await connection.close()


async def _count(addresses: Addresses, what: str) -> int:
    connection = await asyncpg.connect(addresses.owner.url)
    try:
        return int(await connection.fetchval(f"SELECT count(*) FROM {what}"))  # noqa: S608 - our own text
    finally:
        await connection.close()


def _work_off(addresses: Addresses, processes: int) -> None:
    environment = os.environ | {"DATABASE_URL": addresses.owner.url, "WRITE_DATABASE_URL": addresses.writer.url}
    command = [sys.executable, "server.py", "work-off"]
    running = [subprocess.Popen(command, env=environment) for _ in range(processes)]  # noqa: S603 - our own
    if any(process.wait() for process in running):
        raise RuntimeError("a process failed")


def main() -> None:
    """Measure once: the rows are gone by that."""
    processes = int(sys.argv[1]) if len(sys.argv) > 1 else 1
    with TemporaryDirectory(prefix="rp-") as folder, Embedded(Path(folder)) as embedded:
        addresses = embedded_addresses(embedded)
        limit = asyncio.run(_prepare(addresses))
        overdue = asyncio.run(_count(addresses, "deadline WHERE next_at <= now()"))
        start = time.perf_counter()
        _work_off(addresses, processes)
        rate = overdue / (time.perf_counter() - start)
        left = asyncio.run(_count(addresses, "deadline WHERE next_at <= now()"))
        notices = asyncio.run(_count(addresses, "notice"))
    print(f"{overdue} overdue, {processes} process(es): {rate:.0f} rows/s, {notices} notices, {left} left")
    print(f"limit {limit:.0f} rows/s in one statement a table: ratio {rate / limit:.2f}")


if __name__ == "__main__":
    main()
