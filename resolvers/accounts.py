"""Signing in, and passwords."""

import asyncio
import secrets
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import cache

from pwdlib import PasswordHash
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from db.models import Account
from db.viewer import Viewer

from .checks import MAX_NAME, is_plain
from .errors import ErrorCode, UserError
from .transactions import reported

ATTEMPTS = 5  # tries at one login in a row: who forgot a password rarely needs more
PATIENCE_SECONDS = 30.0  # then one try for each such time: 2,880 a day, too few to guess
LOGINS = 10_000  # logins remembered at once, the oldest forgotten first
PASSWORD_LENGTH = (8, 1000)

HASHES = PasswordHash.recommended()
HASHING = ThreadPoolExecutor(2, "hashing")  # who signs in waits for others who do, and nobody else does


class SignIns:
    """Slows down who guesses passwords: a few tries for each login, known or not; `clock` tells seconds."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._forgiven_at: dict[str, float] = {}

    def attempt(self, login: str) -> None:
        """Count a try at a login; raises TOO_MANY_ATTEMPTS with the seconds to wait."""
        now = self._clock()
        forgiven_at = max(self._forgiven_at.get(login, now), now)
        wait = forgiven_at - now - (ATTEMPTS - 1) * PATIENCE_SECONDS
        if wait > 0:
            raise UserError(ErrorCode.TOO_MANY_ATTEMPTS, seconds=int(wait) + 1)
        self.succeeded(login)
        if len(self._forgiven_at) >= LOGINS:
            del self._forgiven_at[next(iter(self._forgiven_at))]
        self._forgiven_at[login] = forgiven_at + PATIENCE_SECONDS

    def succeeded(self, login: str) -> None:
        """Forget the tries at a login."""
        self._forgiven_at.pop(login, None)


def check_password(password: str, field: str) -> None:
    """Refuse what is no password here: TOO_SHORT, TOO_LONG."""
    shortest, longest = PASSWORD_LENGTH
    if len(password) < shortest:
        raise UserError(ErrorCode.TOO_SHORT, field, limit=shortest)
    if len(password) > longest:
        raise UserError(ErrorCode.TOO_LONG, field, limit=longest)


def hash_password(password: str) -> str:
    """Return what is stored for a password; takes some 50 ms of one core."""
    return HASHES.hash(_bytes(password))


async def sign_in(writer: async_sessionmaker[AsyncSession], sign_ins: SignIns, *, login: str, password: str) -> Account:
    """Return the account of a login and its password; no connection is held while the password is checked.

    Refused: INVALID_CREDENTIALS, whatever is wrong with them, also for a disabled account; TOO_MANY_ATTEMPTS.
    """
    login = login.strip()
    if len(login) > MAX_NAME or not is_plain(login):
        raise UserError(ErrorCode.INVALID_CREDENTIALS)
    sign_ins.attempt(login)
    async with writer() as session:
        account = await session.scalar(select(Account).where(Account.login == login, ~Account.disabled))
    matches = await _matches(password, account.password_hash if account else None)
    if account is None or not matches:
        raise UserError(ErrorCode.INVALID_CREDENTIALS)
    sign_ins.succeeded(login)
    return account


async def change_password(
    session: AsyncSession, viewer: Viewer, *, sign_ins: SignIns, current_password: str, new_password: str
) -> Account:
    """Replace the viewer's own password; tokens issued before stay valid until they expire.

    Refused: INVALID_CREDENTIALS, TOO_SHORT, TOO_LONG, TOO_MANY_ATTEMPTS.
    """
    check_password(new_password, "new_password")
    account = await session.get_one(Account, viewer.account_id)
    sign_ins.attempt(account.login)
    if not await _matches(current_password, account.password_hash):
        raise UserError(ErrorCode.INVALID_CREDENTIALS, "current_password")
    sign_ins.succeeded(account.login)
    account.password_hash = await asyncio.get_running_loop().run_in_executor(HASHING, hash_password, new_password)
    return account


async def viewer_by_subject(writer: async_sessionmaker[AsyncSession], subject: str) -> Viewer | None:
    """Return the viewer that an OIDC subject stands for, if an enabled account has it."""
    with reported():
        async with writer() as session:
            account = await session.scalar(select(Account).where(Account.oidc_subject == subject, ~Account.disabled))
    return viewer_of(account) if account else None


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
    )


async def _matches(password: str, stored: str | None) -> bool:
    """Check in a thread, and just as long for an account that is not there: the time taken must not tell."""
    return await asyncio.get_running_loop().run_in_executor(HASHING, _verify, password, stored)


def _verify(password: str, stored: str | None) -> bool:
    nobodys = _nobodys()
    return HASHES.verify(_bytes(password), stored or nobodys) and stored is not None


@cache
def _nobodys() -> str:
    return hash_password(secrets.token_urlsafe())


def _bytes(password: str) -> bytes:
    return password.encode("utf-8", "surrogatepass")  # half a character is a fine part of a password
