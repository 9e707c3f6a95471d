"""Entries of the index: made of a need's or a resource's texts, in the transaction that wrote them."""

from dataclasses import dataclass
from uuid import UUID

import asyncpg

from .analyser import VERSION, analyse

NEED, RESOURCE = 0, 1  # the sides, and the shelves of what is open
MET, USED_UP = 2, 3
BATCH = 500
UPSERT = """\
INSERT INTO match_entry (subdistrict_id, id, side, tokens, impacts, posted, terms, version)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
ON CONFLICT (subdistrict_id, id) DO UPDATE
SET tokens = excluded.tokens, impacts = excluded.impacts, posted = excluded.posted, terms = excluded.terms,
    version = excluded.version
"""
MISSING = """\
(SELECT n.subdistrict_id, n.id, 0 AS side, n.title, n.description FROM need n
 WHERE NOT EXISTS (SELECT FROM match_entry e WHERE e.subdistrict_id = n.subdistrict_id AND e.id = n.id
                   AND e.version = $1) AND shelf_of(0::smallint, n.status) IS NOT NULL LIMIT $2)
UNION ALL
(SELECT r.subdistrict_id, r.id, 1, r.title, r.description FROM resource r
 WHERE NOT EXISTS (SELECT FROM match_entry e WHERE e.subdistrict_id = r.subdistrict_id AND e.id = r.id
                   AND e.version = $1) AND shelf_of(1::smallint, r.status) IS NOT NULL LIMIT $2)
"""


@dataclass(frozen=True, slots=True)
class Text:
    """What a need (`side` NEED) or a resource (RESOURCE) says."""

    subdistrict_id: UUID
    id: UUID
    side: int
    title: str
    description: str


async def index(connection: asyncpg.Connection, text: Text) -> None:
    """Make or renew the entry of a text; the database fills in what it knows itself."""
    found = analyse(text.title, text.description)
    said = (list(found.tokens), list(found.impacts), list(found.posted), list(found.terms))
    await connection.execute(UPSERT, text.subdistrict_id, text.id, text.side, *said, VERSION)


async def index_missing(connection: asyncpg.Connection) -> int:
    """Make all entries that are missing or of an older analyser; return how many there were."""
    done = 0
    while found := await connection.fetch(MISSING, VERSION, BATCH):
        for row in found:  # each in a transaction of its own, unless there is one: nobody waits for a batch
            await index(connection, Text(*row))
        done += len(found)
    return done
