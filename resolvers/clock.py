"""The clock: works off the deadlines that are due, tenant by tenant, together with every other process that does.

What is due is a query, effect and mark are one transaction, and what another process holds is left to it. So nothing
is lost when a process dies, nothing fires twice, and nothing depends on one having run at the time.
"""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from uuid import UUID

import structlog
from sqlalchemy import Select, func, select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from db.models import Deadline, Subdistrict

from .errors import ServiceError
from .expiries import EXPIRIES
from .recounting import known_by_now, recount
from .rungs import BATCH, ring
from .transactions import commit, retried

Writer = async_sessionmaker[AsyncSession]
Work = Callable[[AsyncSession, UUID], Awaitable[int]]  # works off a batch of a subdistrict, and returns how many

log = structlog.get_logger()


async def run(writer: Writer, seconds: float) -> None:
    """Work off what is due, again and again with so many seconds between, until cancelled; failures are logged."""
    while True:
        try:
            done = await work_off(writer)
        except ServiceError as error:
            log.warning("deadlines cannot be worked off now", error=error.code)
        except Exception:
            log.exception("deadlines cannot be worked off")
        else:
            if done:
                log.info("deadlines worked off", number=done)
        await asyncio.sleep(seconds)


async def work_off(writer: Writer) -> int:
    """Work off all that is due and that no other process holds; return how many deadlines that were.

    A subdistrict where that fails keeps no other waiting: its error is raised at the end.
    """
    recounted = await _in_each(writer, known_by_now(), [recount])
    return recounted + await _in_each(writer, _due(), [*(expiry.work_off for expiry in EXPIRIES), ring])


def _due() -> Select[UUID]:
    """The subdistricts with deadlines to be looked at, in any order, so that processes meet less often in one."""
    first = select(func.min(Deadline.next_at)).where(Deadline.subdistrict_id == Subdistrict.id)
    return select(Subdistrict.id).where(first.scalar_subquery() <= func.now()).order_by(func.random())


async def _in_each(writer: Writer, subdistricts: Select[UUID], works: Sequence[Work]) -> int:
    async def listed() -> Sequence[UUID]:
        async with writer() as session:
            return (await session.scalars(subdistricts)).all()

    done, failed = 0, []
    for subdistrict_id in await retried(listed):
        try:
            for work in works:
                done += await _worked_off(writer, subdistrict_id, work)
        except DBAPIError as error:
            failed.append(error)
            log.warning("deadlines of a subdistrict cannot be worked off", subdistrict=str(subdistrict_id))
    if failed:
        raise failed[0]
    return done


async def _worked_off(writer: Writer, subdistrict_id: UUID, work: Work) -> int:
    """Work off batch after batch while they are full; return how many deadlines that were."""

    async def batch() -> int:
        async with writer() as session:
            number = await work(session, subdistrict_id)
            await commit(session)
        return number

    done = last = await retried(batch)
    while last == BATCH:
        last = await retried(batch)
        done += last
    return done
