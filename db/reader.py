"""Reading: a small pool of asyncpg connections of its own, read-only, with named prepared statements.

What asyncpg's pool does on release (a reset query) costs 70 % more of PostgreSQL's time on a point read; these
connections hold no state between statements, so there is nothing to reset.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import asyncpg
from asyncpg.prepared_stmt import PreparedStatement
from cachetools import LRUCache

from .addresses import Address
from .render import Statement
from .turns import ITSELF, Asker, TooManyWaitingError, Turns

if TYPE_CHECKING:
    Connection = asyncpg.Connection[asyncpg.Record]

CONNECT_SECONDS = 5.0
PING = Statement("SELECT 'ready'", ())
LOST = (
    OSError,
    asyncpg.InterfaceError,
    asyncpg.InternalClientError,  # PostgreSQL has said that it hangs up, and has not done so yet
    asyncpg.PostgresConnectionError,
    asyncpg.CannotConnectNowError,
    asyncpg.AdminShutdownError,
    asyncpg.CrashShutdownError,
    asyncpg.TooManyConnectionsError,
)


class DatabaseUnavailableError(Exception):
    """The database cannot be reached just now."""


def session_settings(statement_timeout_ms: int) -> dict[str, str]:
    """How every session of the service begins; generic plans, because `LIMIT $n` stays on custom ones otherwise."""
    return {
        "application_name": "red-partners",
        "TimeZone": "UTC",
        "jit": "off",
        "plan_cache_mode": "force_generic_plan",
        "statement_timeout": str(statement_timeout_ms),
    }


class _Reading:
    """One connection and the statements prepared on it."""

    def __init__(self, connection: "Connection", most: int) -> None:
        self.connection = connection
        self.prepared: LRUCache[str, PreparedStatement[asyncpg.Record]] = LRUCache(most)
        self.made = 0

    async def fetch(self, statement: Statement, arguments: Sequence[object]) -> bytes:
        prepared = self.prepared.get(statement.sql) or await self._prepare(statement.sql)
        text: bytes = await prepared.fetchval(*arguments)
        return text

    async def _prepare(self, sql: str) -> "PreparedStatement[asyncpg.Record]":
        if len(self.prepared) == self.prepared.maxsize:
            _, oldest = self.prepared.popitem()
            await self.connection.execute(f'DEALLOCATE "{oldest.get_name()}"')
        self.made += 1
        self.prepared[sql] = await self.connection.prepare(sql, name=f"read_{self.made}")
        return self.prepared[sql]


class Reader:
    """As many connections as `turns` has places, the one used last first; a lost one is replaced unnoticed."""

    def __init__(self, address: Address, turns: Turns, *, statement_timeout_ms: int, statements: int) -> None:
        self.address = address
        self.statements = statements
        self.settings = address.session(**session_settings(statement_timeout_ms), default_transaction_read_only="on")
        self.turns = turns
        self.idle: list[_Reading] = []

    async def fetch(self, statement: Statement, arguments: Sequence[object], asker: Asker = ITSELF) -> bytes:
        """The statement's JSON; DatabaseUnavailableError when there is no database, TooManyWaitingError."""
        waited_for = self.turns.take(asker)  # at every read: what `async with` does, for less
        if waited_for is not None:
            await self.turns.wait(asker, waited_for)
        try:
            while self.idle:
                try:
                    return await self._fetch(self.idle.pop(), statement, arguments)
                except DatabaseUnavailableError:
                    continue  # it was lost while idle, and so may the others be: at last a new one tells
            return await self._fetch(await self._connect(), statement, arguments)
        finally:
            self.turns.give(asker)

    async def _fetch(self, reading: _Reading, statement: Statement, arguments: Sequence[object]) -> bytes:
        try:
            text = await reading.fetch(statement, arguments)
        except LOST as error:
            reading.connection.terminate()
            raise DatabaseUnavailableError from error
        except asyncpg.PostgresError:
            self.idle.append(reading)
            raise
        except BaseException:
            reading.connection.terminate()
            raise
        self.idle.append(reading)
        return text

    async def _connect(self) -> _Reading:
        try:
            connection = await asyncpg.connect(
                self.address.url, timeout=CONNECT_SECONDS, statement_cache_size=0, server_settings=self.settings
            )
            await connection.set_type_codec(
                "text", schema="pg_catalog", encoder=str.encode, decoder=bytes, format="binary"
            )
        except (*LOST, TimeoutError) as error:
            raise DatabaseUnavailableError from error
        return _Reading(connection, self.statements)

    async def is_ready(self) -> bool:
        """Whether the database answers."""
        try:
            await self.fetch(PING, ())
        except (DatabaseUnavailableError, TooManyWaitingError, asyncpg.PostgresError):
            return False
        return True

    async def close(self) -> None:
        """Close all idle connections."""
        while self.idle:
            await self.idle.pop().connection.close()
