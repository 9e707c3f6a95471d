"""Whether a token still counts, without a statement for each request: the accounts that changed lately, kept current.

PostgreSQL tells every listening process of a new epoch in the moment that the change is committed. While a process
cannot hear it, each token costs a statement.
"""

import asyncio
import time
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Self
from uuid import UUID

import asyncpg
import structlog
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from db.addresses import Address
from db.reader import LOST
from db.viewer import Viewer

from .accounts import still_counts

if TYPE_CHECKING:
    Connection = asyncpg.Connection[asyncpg.Record]

CHANNEL = "account_epoch"
# Older changes no living token knows of: the longest TOKEN_MINUTES make a day, and clocks differ by less than an hour.
LATELY = "SELECT id, epoch FROM account WHERE epoch_at > now() - interval '25 hours'"
LOOK_SECONDS = 5.0  # between two looks, which tell whether the connection still hears
TRUST_SECONDS = 15.0  # after a look: a line that died without a word deceives us no longer
TIMEOUT_SECONDS = 5.0

logger = structlog.get_logger()


class Access:
    """The epochs of the accounts that changed lately, as long as the block runs; `address` is of the writer."""

    def __init__(
        self, address: Address, writer: async_sessionmaker[AsyncSession], clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._address = address
        self._writer = writer
        self._clock = clock
        self._epochs: dict[UUID, int] = {}
        self._heard: dict[UUID, int] = {}  # since the last look began
        self._connection: Connection | None = None
        self._trusted_until = 0.0
        self._looking = asyncio.Lock()
        self._ended = asyncio.Event()  # of a connection

    @property
    def listens(self) -> bool:
        """Whether all changes are known here."""
        return self._connection is not None and self._clock() < self._trusted_until

    async def counts(self, viewer: Viewer) -> bool:
        """Tell whether what a token says of its account still counts; ServiceError when that cannot be known."""
        if viewer.account_id is not None and self.listens:
            return viewer.epoch >= self._epochs.get(viewer.account_id, 0)
        return await still_counts(self._writer, viewer)

    async def look(self) -> None:
        """See what has been committed until now, also by this process itself."""
        async with self._looking:
            began, self._heard = self._clock(), {}
            try:
                connection = self._connection or await self._connect()
                rows = await connection.fetch(LATELY, timeout=TIMEOUT_SECONDS)
            except (*LOST, asyncpg.PostgresError, TimeoutError) as error:
                logger.warning("account_changes_unheard", error=type(error).__name__)
                self._hang_up()
            else:
                self._epochs = {row["id"]: row["epoch"] for row in rows}
                for account_id, epoch in self._heard.items():
                    self._know(self._epochs, account_id, epoch)
                self._trusted_until = began + TRUST_SECONDS

    async def __aenter__(self) -> Self:
        await self.look()
        self._task = asyncio.create_task(self._keep_looking())
        return self

    async def __aexit__(self, *_: object) -> None:
        self._task.cancel()
        with suppress(asyncio.CancelledError):
            await self._task
        self._hang_up()

    async def _keep_looking(self) -> None:
        while True:
            with suppress(TimeoutError):
                await asyncio.wait_for(self._ended.wait(), LOOK_SECONDS)
            self._ended.clear()
            await self.look()

    async def _connect(self) -> "Connection":
        connection = await asyncpg.connect(
            self._address.url,
            timeout=TIMEOUT_SECONDS,
            statement_cache_size=0,
            server_settings=self._address.session(application_name="red-partners"),
        )
        connection.add_termination_listener(self._hear_end)
        self._connection = connection
        await connection.add_listener(CHANNEL, self._hear)
        return connection

    def _hear(self, _connection: object, _pid: int, _channel: str, payload: object) -> None:
        account_id, epoch = str(payload).split()
        for known in (self._epochs, self._heard):
            self._know(known, UUID(account_id), int(epoch))

    def _know(self, known: dict[UUID, int], account_id: UUID, epoch: int) -> None:
        known[account_id] = max(epoch, known.get(account_id, 0))

    def _hear_end(self, connection: object) -> None:
        if connection is self._connection:
            self._connection = None
            self._ended.set()

    def _hang_up(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            connection.terminate()
