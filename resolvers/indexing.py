"""The index of matching follows every text in the transaction that writes it."""

from typing import Any

import asyncpg
import structlog
from sqlalchemy.ext.asyncio import AsyncSession

from db.addresses import Address
from db.matching.entries import NEED, RESOURCE, Text, index, index_missing
from db.models import Need, Resource

log = structlog.get_logger()
SAYING = {"title", "description"}  # what an entry is made of


async def index_text(session: AsyncSession, row: Need | Resource) -> None:
    """Make or renew the entry of a need's or a resource's text."""
    await session.flush()
    connection = await (await session.connection()).get_raw_connection()
    driver: Any = connection.driver_connection  # Any: asyncpg's, which SQLAlchemy does not name
    side = NEED if isinstance(row, Need) else RESOURCE
    await index(driver, Text(row.subdistrict_id, row.id, side, row.title, row.description or ""))


async def index_rest(address: Address) -> None:
    """Make the entries that are missing: of rows that came past the service, or of an older analyser."""
    connection = await asyncpg.connect(address.url, server_settings=address.session(synchronous_commit="off"))
    try:
        done = await index_missing(connection)
    finally:
        await connection.close()
    if done:
        log.info("entries of matching made", entries=done)
