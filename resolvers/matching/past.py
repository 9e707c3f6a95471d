"""What happened to the needs, resources and claims of a subdistrict, as far as the database remembers it.

States, claims and ratings are known with their times. Texts, categories, quantities, dates, places, capacities and
service areas are those of today: their older versions are not kept.
"""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

import asyncpg

from db.addresses import Address
from db.operators import OperatorError

PLACES = "SELECT id FROM subdistrict WHERE code = $1 OR $1 IS NULL ORDER BY code"
# As fill_entry does it; rows that came without their entries have none yet.
ABOUT = """
CASE WHEN e.id IS NOT NULL THEN e.subcategory_id
     ELSE coalesce({row}.subcategory_id, suggested_subcategory({row}.subdistrict_id, {row}.title, {row}.description))
END AS subcategory_id, {row}.subcategory_id AS named_id"""
NEEDS = f"""
SELECT n.id, n.branch_id, n.partner_id, n.community_id, n.grid_id, n.title, n.description, n.category, n.quantity,
       n.unit, n.divisible, n.excluded_kinds, n.needed_by, n.priority, {ABOUT.format(row="n")}
FROM need n LEFT JOIN match_entry e ON e.subdistrict_id = n.subdistrict_id AND e.id = n.id
WHERE n.subdistrict_id = $1 ORDER BY n.id
"""  # noqa: S608 - the project's own text
RESOURCES = f"""
SELECT r.id, r.partner_id, r.community_id, r.grid_id, r.title, r.description, r.category, r.quantity, r.unit,
       r.available_from, r.available_until, {ABOUT.format(row="r")}
FROM resource r LEFT JOIN match_entry e ON e.subdistrict_id = r.subdistrict_id AND e.id = r.id
WHERE r.subdistrict_id = $1 ORDER BY r.id
"""  # noqa: S608 - as above
PARTNERS = """
SELECT p.id, p.kind, p.capacity,
       ARRAY(SELECT a.community_id FROM service_area a WHERE a.subdistrict_id = $1 AND a.partner_id = p.id) AS areas
FROM partner_unit p WHERE p.subdistrict_id = $1 ORDER BY p.id
"""
GRIDS = "SELECT id, latitude, longitude FROM grid WHERE subdistrict_id = $1 ORDER BY id"
CLAIMS = """
SELECT id, direction, need_id, resource_id, partner_id, branch_id, quantity, resource_quantity, delivered
FROM claim WHERE subdistrict_id = $1 ORDER BY id
"""
CHANGES = """
SELECT at, subject_type, subject_id, from_status, to_status FROM (
    SELECT at, id, subject_type, subject_id, from_status, to_status FROM transition
    WHERE subdistrict_id = $1 AND subject_type IN ('NEED', 'RESOURCE', 'PARTNER_UNIT', 'CLAIM')
      AND restricted IS NULL
    UNION ALL
    SELECT created_at, id, 'RATING', claim_id, NULL, score::text FROM evaluation
    WHERE subdistrict_id = $1 AND side = 'BRANCH_RATES_PARTNER'
) change ORDER BY at, id
"""
SETTINGS = {"statement_timeout": "0"}
Rows = list[asyncpg.Record]


class Change(NamedTuple):
    """A subject (NEED, RESOURCE, PARTNER_UNIT or CLAIM) took a state; or a claim's giver got a RATING of 1 to 5."""

    at: datetime
    subject: str
    id: UUID
    before: str | None
    after: str


@dataclass(frozen=True, slots=True)
class Past:
    """The rows of a subdistrict, each kind by ids ascending, and all changes in the order of their times."""

    needs: Rows
    resources: Rows
    partners: Rows
    grids: Rows
    claims: Rows
    changes: list[Change]


class PastError(OperatorError):
    """A past that cannot be read."""


async def pasts(address: Address, code: str | None = None) -> AsyncIterator[Past]:
    """Yield the past of the subdistrict of a division code, or of all by their codes; raises PastError for others."""
    connection = await asyncpg.connect(address.url, server_settings=address.session(**SETTINGS))
    try:
        found = [row["id"] for row in await connection.fetch(PLACES, code)]
        if not found and code is not None:
            raise PastError(f"There is no subdistrict of the code {code}.", f"没有代码为 {code} 的街道。")
        for subdistrict_id in found:
            yield await _read(connection, subdistrict_id)
    finally:
        await connection.close()


async def _read(connection: asyncpg.Connection, subdistrict_id: UUID) -> Past:
    """The past of a subdistrict, in one snapshot."""
    async with connection.transaction(isolation="repeatable_read", readonly=True):
        needs, resources, partners, grids, claims, changes = [
            await connection.fetch(query, subdistrict_id)
            for query in (NEEDS, RESOURCES, PARTNERS, GRIDS, CLAIMS, CHANGES)
        ]
    return Past(needs, resources, partners, grids, claims, [Change(*row) for row in changes])
