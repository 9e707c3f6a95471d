"""Idempotency keys: the first answer to a request is kept, and given again to the same request."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from graphql import GraphQLResolveInfo, print_ast
from sqlalchemy import select, text, update
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import IdempotencyKey

from .checks import Check, line
from .context import Context
from .reading.values import variables_of

KEY: Check = line(200)  # room for two UUIDs and a sentence
VARIABLE = re.compile(r"\$(\w+)")

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
    """What is known of a key: the request it was used for, and the answer."""

    request_hash: bytes
    answer: bytes | None


async def begin(session: AsyncSession, account_id: UUID, key: str, request_hash: bytes) -> Kept | None:
    """Use a key for the first time; or return what it was used for, once that request has ended."""
    values = {"account_id": account_id, "key": key, "request_hash": request_hash}
    if await session.scalar(BEGIN, values):
        return None
    found = select(IdempotencyKey.request_hash, IdempotencyKey.answer)
    return Kept(*(await session.execute(found.where(*_is(account_id, key)))).one())


async def keep(session: AsyncSession, account_id: UUID, key: str, answer: bytes) -> None:
    """Keep the answer to the request that used the key first."""
    await session.execute(update(IdempotencyKey).where(*_is(account_id, key)).values(answer=answer))


def request_of(info: GraphQLResolveInfo[Context], values: Mapping[str, Any]) -> bytes:  # Any: values of an input
    """Return what makes a request the same: the mutation, its input, the selection and the variables used in that."""
    nodes = [node.selection_set for node in info.field_nodes if node.selection_set]
    selection = "\n".join(map(print_ast, [*nodes, *info.fragments.values()]))
    variables = {name: variables_of(info).get(name) for name in sorted(set(VARIABLE.findall(selection)))}
    # ASCII: an input may hold half a character, which UTF-8 has no bytes for
    return json.dumps([info.field_name, values, selection, variables], sort_keys=True, default=str).encode("ascii")


def _is(account_id: UUID, key: str) -> tuple[Any, Any]:  # Any: conditions
    return IdempotencyKey.account_id == account_id, IdempotencyKey.key == key
