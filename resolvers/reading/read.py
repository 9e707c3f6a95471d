"""The resolver of every root field that reads: the finished JSON of its whole selection."""

from collections.abc import Callable, Generator, Hashable
from dataclasses import dataclass
from typing import Any

import asyncpg
from graphql import GraphQLResolveInfo
from orjson import Fragment

from db.reader import DatabaseUnavailableError
from db.standing import Standing
from db.turns import TooManyWaitingError
from resolvers.context import Context
from resolvers.errors import ErrorCode, ServiceError
from resolvers.transactions import busy, disk_full, unavailable

from .costs import TooCostlyError
from .planning import Planned, plan
from .plans import key_of
from .texts import analysed
from .values import Variables, variables_of


@dataclass(frozen=True, slots=True)
class Reading:
    """A root field, which is read when it is waited for: of one that never is, nothing was begun."""

    info: GraphQLResolveInfo[Context]

    def __await__(self) -> Generator[Any, None, Fragment]:  # Any: what an event loop is told
        """Wait for the finished JSON."""
        return _read(self.info).__await__()


def read(source: None, info: GraphQLResolveInfo[Context], **_: object) -> Reading:
    """Return the field's reading; its arguments, which the plan takes from the query, are not looked at."""
    return Reading(info)


async def _read(info: GraphQLResolveInfo[Context]) -> Fragment:
    """Read what the field's selection asks for, in one statement."""
    context, key = info.context, str(info.path.key)
    standing = Standing(context.viewer.role)
    planned = await planned_for(context, key_of(info, standing, key), lambda left: plan(info, standing, left=left))
    text = await run(context, key, planned, variables_of(info))
    context.spending.planned[key] = planned
    return Fragment(text)


async def planned_for(context: Context, key: Hashable, make: Callable[[int], Planned]) -> Planned:
    """The plan of that key, made where it is new of what the operation may still cost; raises ServiceError."""
    spending, plans = context.spending, context.services.plans
    spending.require(plans.max_cost)
    try:
        with told:
            return await plans.get(key, context.asker, lambda: make(plans.max_cost - spending.cost))
    except TooCostlyError as error:
        cost = error.cost  # the error knows all that the plan was made of: it is not to be part of another
    raise spending.refused(spending.cost + cost, plans.max_cost)


async def run(context: Context, key: str, planned: Planned, variables: Variables) -> bytes:
    """Charge for a plan and run it; what cannot be done becomes an error that says so."""
    services, values = context.services, planned.values(variables)
    context.spending.add(planned, values, services.plans.max_cost)
    if key in context.spending.failed:
        raise context.spending.failed[key]  # it waits and takes no second time
    if planned.statement.answer is not None:
        return planned.statement.answer
    with told:
        if planned.texts:
            more = await analysed(services.plans.workshop, context.asker, planned.texts, values)
            values = {**values, **more}
        arguments = planned.arguments(values, context.viewer)
        return await services.reader.fetch(planned.statement, arguments, context.asker)


class _Told:
    """Turns what cannot be read now into a ServiceError that may be shown; no generator: it stands at every read."""

    def __enter__(self) -> None:
        pass

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        match error:
            case None:
                return
            case DatabaseUnavailableError() | asyncpg.OutOfMemoryError():
                raise unavailable() from error
            case TooManyWaitingError():
                raise busy() from error
            case asyncpg.DiskFullError():
                raise disk_full() from error
            case asyncpg.QueryCanceledError():
                raise ServiceError(ErrorCode.TIMEOUT) from error
            case asyncpg.DataError():
                raise ServiceError(ErrorCode.INVALID_VALUE) from error


told = _Told()
