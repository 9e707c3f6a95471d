"""The edge of every mutation: one transaction, in which its rules run and its payload is read; or its refusals."""

from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from graphql import GraphQLResolveInfo
from orjson import Fragment
from sqlalchemy import func, inspect
from sqlalchemy.ext.asyncio import AsyncSession

from db.ids import GlobalId
from db.models import Base
from db.viewer import Viewer

from .accounts import account_of, viewer_of
from .context import Context, Shown
from .errors import ErrorCode, UserError, UserErrors, refusing
from .idempotency import KEY, begin, keep, request_of
from .messages import Language, Refusal, refusal
from .transactions import commit, retried

Info = GraphQLResolveInfo[Context]
Operation = Callable[..., Awaitable[Base | Sequence[Base]]]  # (session, viewer, *, ...) as in every domain module
GOVERNING = {"account", "partner"}  # what may end somebody's access when it is changed, by the payload's field


@dataclass(frozen=True)
class Outcome:
    """What a mutation answers: finished JSON by response key, or why it was refused."""

    fragments: Mapping[str, Fragment]
    user_errors: Sequence[Refusal]


@dataclass(frozen=True)
class Mutation:
    """One call of a root mutation field: `operation` gets the values, `shows` is the payload's field of its result."""

    info: Info
    account_id: UUID
    operation: Operation
    values: Mapping[str, Any]  # Any: values of an input
    shows: str
    key: str | None
    spent: int

    @property
    def context(self) -> Context:
        """The request."""
        return self.info.context

    async def attempt(self) -> Outcome:
        """Do it all in one transaction."""
        self.context.spending.cost = self.spent
        async with self.context.services.writer() as session:
            outcome = await self._answer(session)
            await commit(session)
        if self.shows in GOVERNING:  # the next request to this process must know of it, as all others soon will
            await self.context.services.access.look()
        return outcome

    async def _answer(self, session: AsyncSession) -> Outcome:
        if not await enter(session, self.context.viewer):
            return refused(UserError(ErrorCode.UNAUTHENTICATED), self.context.language)
        return await self._perform(session) if self.key is None else await self._once(session, self.key)

    async def _once(self, session: AsyncSession, key: str) -> Outcome:
        request_hash = self.context.services.tokens.fingerprint(request_of(self.info.field_name, self.values))
        known = await begin(session, self.account_id, key, request_hash)
        if known is None:
            return await self._perform(session)
        if known.request_hash != request_hash or known.shown is None:
            return refused(UserError(ErrorCode.IDEMPOTENCY_KEY_REUSED, "idempotency_key"), self.context.language)
        return await self._show(session, known.shown)

    async def _perform(self, session: AsyncSession) -> Outcome:
        """Run the operation; when it is refused all is undone, also that its key was used."""
        try:
            with refusing():
                result = await self.operation(session, self.context.viewer, **self.values)
                await session.flush()
        except (UserError, UserErrors) as error:
            await session.rollback()
            return refused(error, self.context.language)
        shown = {self.shows: _ids(result)}
        if self.key is not None:
            await keep(session, self.account_id, self.key, shown)
        return await self._show(session, shown)

    async def _show(self, session: AsyncSession, shown: Shown) -> Outcome:
        return Outcome(await read(self.info, session, self.context.viewer, shown), [])


async def mutate(
    info: Info,
    operation: Operation,
    values: Mapping[str, Any],  # Any: values of an input
    *,
    shows: str,
) -> Outcome:
    """Run an operation for the viewer in one transaction, with its payload read in it; tried again when locks pass.

    `values` are the operation's arguments and perhaps an `idempotency_key`. What the operation refuses, and who has
    not signed in, is answered in the outcome; raises ServiceError when the database cannot do it now.
    """
    language, account_id = info.context.language, info.context.viewer.account_id
    if account_id is None:
        return refused(UserError(ErrorCode.UNAUTHENTICATED), language)
    key = values.get("idempotency_key")
    try:
        checked = None if key is None else KEY(key)
    except UserError as error:
        return refused(error.within("idempotency_key"), language)
    rest = {name: value for name, value in values.items() if name != "idempotency_key"}
    return await retried(
        Mutation(info, account_id, operation, rest, shows, checked, info.context.spending.cost).attempt
    )


async def read(info: Info, session: AsyncSession, viewer: Viewer, shown: Shown) -> Mapping[str, Fragment]:
    """Return the finished JSON of objects, as the selection asks for them, read in the session's transaction."""
    connection = await (await session.connection()).get_raw_connection()
    driver: Any = connection.driver_connection  # Any: asyncpg's, which SQLAlchemy does not name
    return await info.context.services.read_payload(driver, viewer, info, shown)


def refused(error: UserError | UserErrors, language: Language) -> Outcome:
    """Return the outcome that says why not."""
    errors: Iterable[UserError] = error.errors if isinstance(error, UserErrors) else [error]
    return Outcome({}, [refusal(one, language) for one in errors])


async def enter(session: AsyncSession, viewer: Viewer) -> bool:
    """Begin the transaction in the viewer's name; whether its account still is what its token tells, with access."""
    actor = func.set_config("red_partners.actor", str(viewer.account_id), True)
    row = (await session.execute(account_of(viewer).add_columns(actor))).one_or_none()
    return row is not None and viewer_of(row[0]) == viewer


def _ids(result: Base | Sequence[Base]) -> GlobalId | list[GlobalId]:
    return [_id(row) for row in result] if isinstance(result, Sequence) else _id(result)


def _id(row: Base) -> GlobalId:
    # Of the subdistrict and the row; of an account, which belongs to none, the row alone.
    key = inspect(row).mapper.primary_key_from_instance(row)
    return GlobalId(type(row), key[0], key[-1])
