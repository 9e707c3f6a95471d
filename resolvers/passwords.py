"""Passwords: hashed and checked in threads of their own, which no connection and no transaction waits for."""

import asyncio
import secrets
from concurrent.futures import ThreadPoolExecutor
from functools import cache

from pwdlib import PasswordHash

HASHES = PasswordHash.recommended()
HASHING = ThreadPoolExecutor(2, "hashing")  # who signs in waits for others who do, and nobody else does


def hash_password(password: str) -> str:
    """Return what is stored for a password; takes some 50 ms of one core."""
    return HASHES.hash(_bytes(password))


async def hashed(password: str) -> str:
    """Return the same, made in a thread."""
    return await asyncio.get_running_loop().run_in_executor(HASHING, hash_password, password)


async def matches(password: str, stored: str | None) -> bool:
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
