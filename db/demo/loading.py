"""Loading the demo network once, whichever of several starting servers comes first."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

import asyncpg
from pwdlib import PasswordHash

from ..addresses import Address
from ..matching.entries import index_missing
from . import handling, partners, places, works
from .network import Data, Network

FOLDER = Path(__file__).parent / "data"
SUBDISTRICTS = ("dagang", "xinggang")
PASSWORD = "red-partners"  # noqa: S105 - documented: it opens made-up data only
LOCK = 7_305_703  # advisory lock of all loading processes: the number after db.migrate's
SHOWN = """\
SELECT a.login, a.role, a.display_name
FROM unnest($1::text[]) WITH ORDINALITY AS shown (login, place) JOIN account a USING (login)
ORDER BY shown.place
"""


@dataclass(frozen=True)
class DemoAccount:
    """An account that a newcomer may sign in with."""

    login: str
    password: str
    role: str
    display_name: str


async def load_if_empty(owner: Address) -> list[DemoAccount]:
    """Load the demo network into a database without subdistricts; return the demo accounts that are there."""
    connection = await asyncpg.connect(owner.url, server_settings=owner.session())
    try:
        async with connection.transaction():
            await connection.execute("SELECT pg_advisory_xact_lock($1)", LOCK)
            if not await connection.fetchval("SELECT EXISTS (SELECT FROM subdistrict)"):
                await _load(connection)
        shown = await connection.fetch(SHOWN, _read("accounts")["shown"])
    finally:
        await connection.close()
    return [DemoAccount(password=PASSWORD, **account) for account in shown]


async def _load(connection: asyncpg.Connection) -> None:
    password_hash = PasswordHash.recommended().hash(PASSWORD)
    for folder in SUBDISTRICTS:
        network = Network(connection, password_hash)
        await places.load(network, _read(folder, "places"))
        await partners.load(network, _read(folder, "partners"))
        await handling.begin(network, _read(folder, "handling"))
        await works.load(network, _read(folder, "needs"), _read(folder, "resources"), _read(folder, "projects"))
        await handling.finish(network, _read(folder, "handling"))
        await partners.finish(network, _read(folder, "partners"))
    await index_missing(connection)
    for account in _read("accounts")["accounts"]:
        await places.add_account(Network(connection, password_hash), account)


def _read(*names: str) -> Data:
    return tomllib.loads(FOLDER.joinpath(*names).with_suffix(".toml").read_text(encoding="utf-8"))
