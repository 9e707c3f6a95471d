"""Signing in, changing a password, and whether what is said of an account still counts."""

import unicodedata
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Select, and_, exists, func, select
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from db.models import Account, PartnerUnit
from db.models.states import PartnerStatus
from db.viewer import Viewer

from .checks import MAX_NAME, is_plain
from .errors import ErrorCode, UserError
from .passwords import hashed, matches
from .sign_ins import SignIns
from .transactions import retried

PASSWORD_LENGTH = (8, 1000)
GONE = (PartnerStatus.EXITED, PartnerStatus.REJECTED)  # a suspended one still delivers what it carries


@dataclass(frozen=True)
class NewPassword:
    """A password ready to be stored, hashed, by who knew the one stored until now."""

    stored: str | None
    hash: str


def check_password(password: str, field: str) -> None:
    """Refuse what is no password here: TOO_SHORT, TOO_LONG."""
    shortest, longest = PASSWORD_LENGTH
    if len(password) < shortest:
        raise UserError(ErrorCode.TOO_SHORT, field, limit=shortest)
    if len(password) > longest:
        raise UserError(ErrorCode.TOO_LONG, field, limit=longest)


async def sign_in(
    writer: async_sessionmaker[AsyncSession], sign_ins: SignIns, *, login: str, password: str, address: str
) -> Account:
    """Return the account of a login and its password; no connection is held while the password is checked.

    Refused: INVALID_CREDENTIALS, whatever is wrong with them, also for an account without access; TOO_MANY_ATTEMPTS.
    """
    login = login.strip()
    if len(login) > MAX_NAME or not is_plain(login):
        raise UserError(ErrorCode.INVALID_CREDENTIALS)
    async with sign_ins.turn(_folded(login), address):
        named = select(Account).where(Account.login_key == func.fold_login(login), has_access())
        account = await _first(writer, named)
        known = await matches(password, account.password_hash if account else None)
        if account is None or not known:
            raise UserError(ErrorCode.INVALID_CREDENTIALS)
        return account


async def prove(
    writer: async_sessionmaker[AsyncSession],
    sign_ins: SignIns,
    viewer: Viewer,
    *,
    current_password: str,
    new_password: str,
    address: str,
) -> NewPassword:
    """Return what `change_password` stores; no connection is held while passwords are checked and hashed.

    Refused: UNAUTHENTICATED, INVALID_CREDENTIALS, TOO_SHORT, TOO_LONG, TOO_MANY_ATTEMPTS.
    """
    check_password(new_password, "new_password")
    account = await _first(writer, account_of(viewer))
    if account is None:
        raise UserError(ErrorCode.UNAUTHENTICATED)
    async with sign_ins.turn(_folded(account.login), address):
        if not await matches(current_password, account.password_hash):
            raise UserError(ErrorCode.INVALID_CREDENTIALS, "current_password")
        return NewPassword(account.password_hash, await hashed(new_password))


async def change_password(session: AsyncSession, viewer: Viewer, new: NewPassword) -> Account:
    """Store the viewer's new password, which ends all its tokens; INVALID_CREDENTIALS if another was stored since."""
    account = await session.get_one(Account, viewer.account_id)
    await session.refresh(account, with_for_update={"key_share": True})
    if account.password_hash != new.stored:
        raise UserError(ErrorCode.INVALID_CREDENTIALS, "current_password")
    account.password_hash = new.hash
    return account


async def viewer_by_subject(writer: async_sessionmaker[AsyncSession], subject: str) -> Viewer | None:
    """Return the viewer that an OIDC subject stands for, if an account with access has it."""
    account = await _first(writer, select(Account).where(Account.oidc_subject == subject, has_access()))
    return viewer_of(account) if account else None


async def still_counts(writer: async_sessionmaker[AsyncSession], viewer: Viewer) -> bool:
    """Tell, by a statement, whether a viewer is what its account is now, and that has access."""
    account = await _first(writer, account_of(viewer))
    return account is not None and viewer_of(account) == viewer


def viewer_of(account: Account) -> Viewer:
    """Return the facts about an account that scopes and rules are made of."""
    return Viewer(
        account.role,
        account.id,
        account.subdistrict_id,
        account.community_id,
        account.branch_id,
        account.partner_id,
        account.code_prefix,
        account.epoch,
    )


def account_of(viewer: Viewer) -> Select[Account]:
    """Select the viewer's account, if it has access."""
    return select(Account).where(Account.id == viewer.account_id, has_access())


def has_access() -> ColumnElement[bool]:
    """The account is enabled, and is not of a partner that has left or was turned down."""
    gone = exists().where(
        PartnerUnit.subdistrict_id == Account.subdistrict_id,
        PartnerUnit.id == Account.partner_id,
        PartnerUnit.status.in_(GONE),
    )
    return and_(~Account.disabled, ~gone)


async def _first(writer: async_sessionmaker[AsyncSession], asked: Select[Account]) -> Account | None:
    """Return an account, if there is one; no connection is held afterwards."""

    async def work() -> Account | None:
        async with writer() as session:
            return await session.scalar(asked)

    return await retried(work)


def _folded(login: str) -> str:
    """The login as the brakes know it: whatever its case and width."""
    return unicodedata.normalize("NFKC", login).casefold()
