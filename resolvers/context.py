"""What a request carries through Strawberry: who asks, in which language, and the parts that serve it."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any
from uuid import uuid4

import asyncpg
from graphql import GraphQLResolveInfo
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from db.ids import GlobalId
from db.matching.weights import Weights
from db.reader import Reader
from db.settings import Settings
from db.turns import Asker
from db.viewer import Viewer

from .access import Access
from .errors import ErrorCode, UserError
from .messages import Language
from .reading.plans import Plans, Spending
from .sign_ins import SignIns
from .store import Store
from .tokens import Tokens

Shown = Mapping[str, GlobalId | Sequence[GlobalId] | None]
# Any: finished fragments of JSON, by response key, which nobody looks into
ReadPayload = Callable[[asyncpg.Connection, Viewer, GraphQLResolveInfo[Any], Shown], Awaitable[dict[str, Any]]]


@dataclass(frozen=True)
class Services:
    """What one server process has once: `read_payload` renders objects in the transaction that changed them."""

    settings: Settings
    tokens: Tokens
    access: Access
    sign_ins: SignIns
    writer: async_sessionmaker[AsyncSession]
    reader: Reader
    plans: Plans
    read_payload: ReadPayload
    store: Store
    weights: Weights


@dataclass
class Context:
    """Strawberry's context object: one request."""

    viewer: Viewer
    language: Language
    services: Services
    address: str = ""  # of the client
    spending: Spending = field(default_factory=Spending)
    entered: bool = False
    asker: Asker = field(init=False)  # whose turn it is where there are fewer places than askers

    def __post_init__(self) -> None:
        account = self.viewer.account_id
        self.asker = Asker(None, self.address) if account is None else Asker(account.int)  # which has its hash at hand

    def enter(self) -> None:
        """Check a password, once an operation: each takes 50 ms of a core; raises UserError from the second on."""
        if self.entered:
            raise UserError(ErrorCode.TOO_MANY_ATTEMPTS, seconds=1)
        self.entered = True

    @cached_property
    def request_id(self) -> str:
        """What an internal error shows of itself, to be found in the log."""
        return uuid4().hex
