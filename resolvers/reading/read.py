"""The resolver of every root field that reads: the finished JSON of its whole selection."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import asyncpg
from orjson import Fragment
from strawberry import Info

from db.reader import DatabaseUnavailableError, Reader
from db.standing import Standing
from resolvers.context import Context
from resolvers.errors import ServiceError
from resolvers.transactions import disk_full, unavailable

from .planning import Planned, plan
from .plans import key_of
from .values import variables_of


async def read(info: "Info[Context, None]") -> Fragment:
    """Read what the field's selection asks for, in one statement."""
    raw, context = info._raw_info, info.context
    standing, plans = Standing(context.viewer.role), context.services.plans
    planned = plans.get(key_of(raw, standing, str(raw.path.key)), lambda: plan(raw, standing))
    values = planned.values(variables_of(raw))
    context.spending.add(planned, values, plans.max_cost)
    async with context.spending.places:
        text = await fetch(context.services.reader, planned, planned.arguments(values, context.viewer))
    context.spending.planned[str(raw.path.key)] = planned
    return Fragment(text)


async def fetch(reader: Reader, planned: Planned, arguments: Sequence[object]) -> bytes:
    """Run a plan; what the database cannot do becomes an error that says so."""
    with told():
        return await reader.fetch(planned.statement, arguments)


@contextmanager
def told() -> Iterator[None]:
    """Turn what the database refuses to read into a ServiceError that may be shown."""
    try:
        yield
    except (DatabaseUnavailableError, asyncpg.OutOfMemoryError) as error:
        raise unavailable() from error
    except asyncpg.DiskFullError as error:
        raise disk_full() from error
    except asyncpg.QueryCanceledError as error:
        raise ServiceError("TIMEOUT", "The query took too long and was stopped.", "查询耗时过长，已中止。") from error
    except asyncpg.DataError as error:
        raise ServiceError("INVALID_VALUE", "A value is out of its range.", "有取值超出允许范围。") from error
