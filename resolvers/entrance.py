"""The mutations of the account itself: signing in, and changing its password."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any

from db.ids import GlobalId
from db.models import Account

from . import accounts
from .accounts import viewer_of
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
    services = info.context.services
    try:
        info.context.enter()
        account = await retried(partial(accounts.sign_in, services.writer, services.sign_ins, **values))
    except UserError as error:
        return SignedIn({}, refused(error, info.context.language).user_errors)
    token, expires_at = services.tokens.issue(viewer_of(account))
    return SignedIn(await retried(partial(_shown, info, account)), [], token, expires_at)


async def change_password(info: Info, values: Mapping[str, Any]) -> Outcome:  # Any: as above
    """Change the viewer's password; refused in the outcome, as `accounts.change_password`."""
    operation = partial(accounts.change_password, sign_ins=info.context.services.sign_ins)
    return await mutate(info, operation, values, shows="account")


async def _shown(info: Info, account: Account) -> Mapping[str, Any]:  # Any: finished JSON
    """The account, as it sees itself."""
    async with info.context.services.writer() as session:
        shown = {"account": GlobalId(Account, account.id, account.id)}
        return await read(info, session, viewer_of(account), shown)
