"""The index made at once from entries that were loaded in bulk, past the triggers that keep it otherwise."""

from uuid import UUID

import asyncpg

POSTINGS = """\
INSERT INTO match_posting (subdistrict_id, shelf, token, impact, entry_id)
SELECT e.subdistrict_id, e.shelf, each.token, each.impact, e.id
FROM match_entry e CROSS JOIN unnest(e.tokens, e.impacts) AS each (token, impact)
WHERE e.shelf IS NOT NULL AND each.token = ANY (e.posted) AND e.subdistrict_id = ANY ($1)
"""
COUNTS = """\
INSERT INTO match_token (subdistrict_id, shelf, token, part, entries)
SELECT e.subdistrict_id, e.shelf, each.token, 0, count(*)
FROM match_entry e CROSS JOIN unnest(e.tokens || 0) AS each (token)
WHERE e.shelf IS NOT NULL AND e.subdistrict_id = ANY ($1)
GROUP BY e.subdistrict_id, e.shelf, each.token
"""


async def post_all(connection: asyncpg.Connection, subdistricts: list[UUID]) -> None:
    """Make all postings and counts of subdistricts that have none, as their entries say."""
    for statement in (POSTINGS, COUNTS):
        await connection.execute(statement, subdistricts)
