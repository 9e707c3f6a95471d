"""Loading without triggers, indexes and foreign keys, which come back, as they were, in the same transaction."""

from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager

from asyncpg import Connection

Progress = Callable[[str, int, int], None]

# In the order in which they come back: keys, indexes, then the foreign keys that lean on the keys. Unique indexes of
# a part of a table stay: PostgreSQL would not tell of every such part in the same words again, and they are small.
DEFINITIONS = """\
SELECT CASE c.contype WHEN 'f' THEN 2 ELSE 0 END AS step, c.conrelid::regclass::text AS "table", c.conname AS name,
       format('ALTER TABLE %s DROP CONSTRAINT %I', c.conrelid::regclass, c.conname) AS remove,
       format('ALTER TABLE %s ADD CONSTRAINT %I %s',
              c.conrelid::regclass, c.conname, pg_get_constraintdef(c.oid)) AS restore
FROM pg_constraint c
WHERE c.contype = 'f' AND (c.conrelid = ANY ($1::text[]::regclass[]) OR c.confrelid = ANY ($1::text[]::regclass[]))
   OR c.contype IN ('p', 'u') AND c.conrelid = ANY ($1::text[]::regclass[])
UNION ALL
SELECT 1, i.indrelid::regclass::text, i.indexrelid::regclass::text,
       format('DROP INDEX %s', i.indexrelid::regclass), pg_get_indexdef(i.indexrelid)
FROM pg_index i
WHERE i.indrelid = ANY ($1::text[]::regclass[]) AND NOT (i.indisunique AND i.indpred IS NOT NULL)
  AND NOT EXISTS (SELECT FROM pg_constraint c WHERE c.conindid = i.indexrelid AND c.contype IN ('p', 'u', 'x'))
ORDER BY 1, 2, 3
"""


@asynccontextmanager
async def bare(connection: Connection, tables: Sequence[str], progress: Progress) -> AsyncIterator[None]:
    """Take triggers, indexes, keys and foreign keys off the tables, and put them back at the end."""
    found = await connection.fetch(DEFINITIONS, list(tables))
    await connection.execute("; ".join(f"ALTER TABLE {table} DISABLE TRIGGER USER" for table in tables))
    await connection.execute("; ".join(row["remove"] for row in reversed(found)))
    yield
    await _restore(connection, [row["restore"] for row in found], progress)
    await connection.execute("; ".join(f"ALTER TABLE {table} ENABLE TRIGGER USER" for table in tables))


async def _restore(connection: Connection, definitions: Sequence[str], progress: Progress) -> None:
    for done, definition in enumerate(definitions, 1):
        await connection.execute(definition)
        progress("indexes and keys", done, len(definitions))
