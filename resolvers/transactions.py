"""Transactions of the writer role: how its connections start, what is tried again, what a lost database answers."""

from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

import asyncpg
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker
from tenacity import AsyncRetrying, retry_if_exception, stop_after_attempt, wait_random_exponential

from db.addresses import Address
from db.matching.weights import load
from db.settings import Settings

from .errors import ErrorCode, ServiceError

LOCK_TIMEOUT = "3s"  # longer than any healthy mutation holds a row
IDLE_TIMEOUT = "30s"  # a process that hangs in a transaction must not keep its locks
ATTEMPTS = 5
FIRST_WAIT_SECONDS = 0.02  # about one mutation
LONGEST_WAIT_SECONDS = 0.5
POOL_SECONDS = 10  # to wait for a free connection
CONNECT_SECONDS = 5

PASSING = {"40001", "40P01", "55P03"}  # serialisation failure, deadlock, lock timeout
CANCELLED = {"57014"}  # statement timeout
# Shutting down, crashed, starting, without memory, too many connections.
UNAVAILABLE = {"57P01", "57P02", "57P03", "53200", "53300"}
FULL = "53100"
CONNECTION = "08"  # the class of connection failures

Result = TypeVar("Result")


def open_writer(address: Address, settings: Settings) -> async_sessionmaker[AsyncSession]:
    """Return what makes sessions on a pool of connections; `kw["bind"]` is the engine, to be disposed of at the end.

    Each session's `info` has the `weights` of matching.
    """
    session = {
        "statement_timeout": str(settings.statement_timeout_ms),
        "lock_timeout": LOCK_TIMEOUT,
        "idle_in_transaction_session_timeout": IDLE_TIMEOUT,
        "TimeZone": "UTC",
    }
    engine = address.engine(
        session,
        connect_seconds=CONNECT_SECONDS,
        pool_size=settings.write_connections,
        max_overflow=0,
        pool_timeout=POOL_SECONDS,
        hide_parameters=True,  # they hold contacts and password hashes, and errors are logged
    )
    return async_sessionmaker(engine, expire_on_commit=False, info={"weights": load(settings.match_weights)})


async def retried(work: Callable[[], Awaitable[Result]]) -> Result:
    """Run the work, again when what stopped it passes by itself: locks, deadlocks, a connection lost before commit.

    Raises ServiceError BUSY or DATABASE_UNAVAILABLE when that is the reason why it cannot be done.
    """
    with reported():
        return await AsyncRetrying(
            retry=retry_if_exception(_passes),
            stop=stop_after_attempt(ATTEMPTS),
            wait=wait_random_exponential(FIRST_WAIT_SECONDS, LONGEST_WAIT_SECONDS),
            reraise=True,
        )(work)


async def commit(session: AsyncSession) -> None:
    """Commit; a connection lost meanwhile is not tried again, since the database may have committed."""
    with reported():
        await session.commit()


@contextmanager
def reported() -> Iterator[None]:
    """Turn what the database cannot do now into a ServiceError that may be shown."""
    try:
        yield
    except (DBAPIError, asyncpg.PostgresError, asyncpg.InterfaceError, PoolTimeoutError, OSError) as error:
        if _lost(error):
            raise unavailable() from error
        if _sqlstate(error) == FULL:
            raise disk_full() from error
        if isinstance(error, PoolTimeoutError) or _sqlstate(error) in PASSING | CANCELLED:
            raise busy() from error
        raise


def unavailable() -> ServiceError:
    """Return the error of a database that cannot be reached."""
    return ServiceError(ErrorCode.DATABASE_UNAVAILABLE)


def disk_full() -> ServiceError:
    """Return the error of what cannot be stored, or sorted on disk, until somebody makes room."""
    return ServiceError(ErrorCode.DISK_FULL)


def busy() -> ServiceError:
    """Return the error of whom others kept from its rows, or from a connection, for too long."""
    return ServiceError(ErrorCode.BUSY)


def _passes(error: BaseException) -> bool:
    return _sqlstate(error) in PASSING or (_lost(error) and not isinstance(error, OSError))


def _lost(error: BaseException) -> bool:
    state = _sqlstate(error) or ""
    return (
        isinstance(error, OSError)
        or (isinstance(error, asyncpg.InterfaceError) and "closed" in str(error))
        or getattr(error, "connection_invalidated", False)
        or state.startswith(CONNECTION)
        or state in UNAVAILABLE
    )


def _sqlstate(error: BaseException) -> str | None:
    return getattr(getattr(error, "orig", error), "sqlstate", None)
