"""A small network on a database of its own, and the rules at work on it."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from make import Network, id_of, make_line, make_need, make_network, make_project, open_session
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from db.addresses import Addresses
from db.models import Base, Claim, Need, NeedLine
from db.models.states import Role
from db.settings import Settings
from db.viewer import Viewer
from resolvers import claims
from resolvers.errors import ErrorCode, UserError, UserErrors, refusing
from resolvers.transactions import open_writer, retried

NEED = {"title": "楼道扶手", "category": "ELDERLY_CARE", "quantity": 10, "unit": "副"}
RESOURCE = {"title": "报告厅", "form": "VENUE", "category": "TRAINING", "quantity": 10, "unit": "场"}
PARTNER = {"name": "示例物业", "kind": "PROPERTY_COMPANY"}
NOON = datetime(2090, 6, 1, 4, tzinfo=UTC)
HOUR = timedelta(hours=1)
Operation = Callable[..., Awaitable[Any]]


@dataclass(frozen=True)
class World:
    """A network, the owner's session that makes more of it, and the writer's sessions, on which rules run."""

    network: Network
    owner: AsyncSession
    writer: async_sessionmaker[AsyncSession]

    async def do(self, operation: Operation, by: Role | Viewer, **values: Any) -> Any:
        """Run an operation and commit."""
        await self.owner.commit()
        viewer = by if isinstance(by, Viewer) else self.network.viewer(by)

        async def attempt() -> Any:
            async with self.writer() as session:
                with refusing():
                    result = await operation(session, viewer, **values)
                    await session.flush()
                await session.commit()
            return result

        return await retried(attempt)

    async def refuses(self, operation: Operation, by: Role | Viewer, **values: Any) -> set[tuple[ErrorCode, str]]:
        """Why an operation is refused: codes and fields."""
        try:
            await self.do(operation, by, **values)
        except UserError as error:
            return {_said(error)}
        except UserErrors as several:
            return {_said(error) for error in several.errors}
        pytest.fail("it was not refused")

    async def now(self, row: Base) -> Any:
        """A row as it is in the database."""
        await self.owner.commit()
        await self.owner.refresh(row)
        return row

    async def claimable(self, **values: Any) -> tuple[Need, NeedLine]:
        """A need of the grid's branch, and the line of a project for all of it."""
        need = await make_need(self.owner, self.network.branch, **values)
        project = await make_project(self.owner, self.network.branch)
        return need, await make_line(self.owner, project, need)

    async def claim(self, line: NeedLine, **values: Any) -> Claim:
        """A claim of the partner on a line."""
        lines = [{"need_line_id": id_of(line), "quantity": 1} | values]
        claim: Claim = (await self.do(claims.claim_project, Role.PARTNER_LIAISON, lines=lines))[0]
        return claim


def _said(error: UserError) -> tuple[ErrorCode, str]:
    return error.code, ".".join(error.path[1:])


@asynccontextmanager
async def open_world(database: Addresses) -> AsyncIterator[World]:
    """A network on a migrated database."""
    writer = open_writer(database.writer, Settings(_env_file=None))
    async with open_session(database.owner) as session:
        yield World(await make_network(session), session, writer)
    await writer.kw["bind"].dispose()


async def outcome(attempt: Awaitable[Any]) -> Any:
    """What it returned, or the first code of why it was refused."""
    try:
        return await attempt
    except UserError as error:
        return error.code
    except UserErrors as several:
        return several.errors[0].code


async def outcomes(*attempts: Awaitable[Any]) -> list[ErrorCode | None]:
    """What each of them came to, all begun at once: None is success."""
    results = await asyncio.gather(*map(outcome, attempts))
    return [result if isinstance(result, ErrorCode) else None for result in results]


async def blocked(session: AsyncSession) -> None:
    """Return once somebody waits for a lock of this session."""
    waiting = text("SELECT count(*) FROM pg_locks WHERE NOT granted AND pg_backend_pid() = ANY (pg_blocking_pids(pid))")
    while not await session.scalar(waiting):
        pass
