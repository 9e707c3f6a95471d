"""The mutations of the account itself: signing in, and changing its password."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from db.ids import GlobalId
from db.models import Account
from db.viewer import Viewer

from . import accounts
from .accounts import NewPassword, viewer_of
from .context import Context
from .errors import UserError
from .transactions import retried
from .writing import Info, Outcome, mutate, read, refused


@dataclass(frozen=True)
class SignedIn(Outcome):
    """What `signIn` answers: besides the account a token, unless refused."""

    token: str | None = None
    expires_at: datetime | None = None


async def sign_in(info: Info, values: Mapping[str, Any]) -> SignedIn:  # Any: values of an input
    """Issue a token for a `login` and its `password`; refused in the outcome, as `accounts.sign_in`."""
    context, services = info.context, info.context.services
    try:
        context.enter()
        account = await accounts.sign_in(services.writer, services.sign_ins, **values, address=context.address)
    except UserError as error:
        return SignedIn({}, refused(error, context.language).user_errors)
    token, expires_at = services.tokens.issue(viewer_of(account))
    return SignedIn(await retried(partial(_shown, info, account)), [], token, expires_at)


async def change_password(info: Info, values: Mapping[str, Any]) -> Outcome:  # Any: as above
    """Change the viewer's password; refused in the outcome, as `accounts.prove` and `accounts.change_password`."""
    given = {name: value for name, value in values.items() if name != "idempotency_key"}
    proof = await _proof(info.context, given)

    async def operation(session: AsyncSession, viewer: Viewer, **_: object) -> Account:
        if isinstance(proof, UserError):  # said only now: the key of the input may have done it before
            raise proof
        return await accounts.change_password(session, viewer, proof)

    return await mutate(info, operation, values, shows="account")


async def _proof(context: Context, given: Mapping[str, Any]) -> NewPassword | UserError:  # Any: as above
    services = context.services
    try:
        context.enter()
        return await accounts.prove(
            services.writer, services.sign_ins, context.viewer, **given, address=context.address
        )
    except UserError as error:
        return error


async def _shown(info: Info, account: Account) -> Mapping[str, Any]:  # Any: finished JSON
    """The account, as it sees itself."""
    async with info.context.services.writer() as session:
        shown = {"account": GlobalId(Account, account.id, account.id)}
        return await read(info, session, viewer_of(account), shown)
