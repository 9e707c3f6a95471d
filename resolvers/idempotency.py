"""Idempotency keys: what a request has done is kept, and shown to the same request sent again.

The same are two requests with one mutation and one input; each selects what it wants to see. What was refused did
nothing, and its key is as unused as before.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import select, text, update
from sqlalchemy.ext.asyncio import AsyncSession

from db.ids import GlobalId, parse_id
from db.models import IdempotencyKey

from .checks import Check, line
from .context import Shown

KEY: Check = line(200)  # room for two UUIDs and a sentence

# A second request with the key waits here for the first one's end. What an account has kept for long goes by the way;
# rows that another request is removing are skipped, so that no two requests wait for each other.
BEGIN = text("""
    WITH old AS (
        DELETE FROM idempotency_key WHERE account_id = :account_id AND key IN (
            SELECT key FROM idempotency_key
            WHERE account_id = :account_id AND key <> :key AND created_at < now() - interval '7 days'
            LIMIT 100 FOR UPDATE SKIP LOCKED)
    )
    INSERT INTO idempotency_key (account_id, key, request_hash) VALUES (:account_id, :key, :request_hash)
    ON CONFLICT DO NOTHING RETURNING true
""")


@dataclass(frozen=True)
class Kept:
    """What is known of a key: the request it was used for, and what that has done (None: only words were kept)."""

    request_hash: bytes
    shown: Shown | None


async def begin(session: AsyncSession, account_id: UUID, key: str, request_hash: bytes) -> Kept | None:
    """Use a key for the first time; or return what it was used for, once that request has ended."""
    values = {"account_id": account_id, "key": key, "request_hash": request_hash}
    if await session.scalar(BEGIN, values):
        return None
    found = select(IdempotencyKey.request_hash, IdempotencyKey.shown)
    hashed, shown = (await session.execute(found.where(*_is(account_id, key)))).one()
    return Kept(hashed, shown and {field: _parsed(ids) for field, ids in shown.items()})


async def keep(session: AsyncSession, account_id: UUID, key: str, shown: Shown) -> None:
    """Keep what the request that used the key first has done."""
    texts = {field: [*map(str, ids)] if isinstance(ids, Sequence) else str(ids) for field, ids in shown.items()}
    await session.execute(update(IdempotencyKey).where(*_is(account_id, key)).values(shown=texts))


def request_of(mutation: str, values: Mapping[str, Any]) -> bytes:  # Any: values of an input
    """Return what makes a request the same: the mutation and its input."""
    # ASCII: an input may hold half a character, which UTF-8 has no bytes for
    return json.dumps([mutation, values], sort_keys=True, default=str).encode("ascii")


def _parsed(ids: str | list[str]) -> GlobalId | list[GlobalId]:
    return parse_id(ids) if isinstance(ids, str) else [parse_id(each) for each in ids]


def _is(account_id: UUID, key: str) -> tuple[Any, Any]:  # Any: conditions
    return IdempotencyKey.account_id == account_id, IdempotencyKey.key == key
