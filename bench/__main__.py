"""`make bench`: the reads of the service against a bare ASGI route with the same SQL, in alternating rounds.

Needs data: `python server.py generate` first. Prints requests/s, server CPU per request, and the ratio of the CPU.
`python -m bench traffic` is random traffic instead: see `bench/traffic.py`; `python -m bench attacks` what it takes to
disturb others: see `bench/attacks/running.py`.
"""

import asyncio
import os
import statistics
import subprocess
import sys
from collections.abc import Callable

import orjson
import psutil
import typer
from sqlalchemy import NullPool, select
from sqlalchemy.ext.asyncio import AsyncSession

from bench.attacks.running import attacks
from bench.load import Measured, Request, measure
from bench.queries import QUERIES
from bench.traffic import traffic
from bench.waiting import free_port, wait
from db.addresses import Address
from db.models import Account, Project
from db.models.states import Role
from db.settings import Settings
from resolvers.accounts import viewer_of
from resolvers.tokens import Tokens, signing_key
from server import open_database

ROUNDS = 5
SECONDS = 2.0
CONNECTIONS = 16


async def _token(settings: Settings, owner: Address) -> str:
    """A token of the administrator of the subdistrict of some project."""
    engine = owner.engine(poolclass=NullPool)
    async with AsyncSession(engine) as session:
        place = await session.scalar(select(Project.subdistrict_id).order_by(Project.subdistrict_id.desc()).limit(1))
        wanted = select(Account).where(Account.subdistrict_id == place, Account.role == Role.SUBDISTRICT_ADMIN)
        account = (await session.scalars(wanted.limit(1))).one()
    return Tokens(signing_key(settings), minutes=600).issue(viewer_of(account))[0]


async def _compare(name: str, port: int, token: str, server: psutil.Process) -> None:
    body = orjson.dumps({"query": QUERIES[name]})
    ours, bare = Request(port, "/graphql", body, token), Request(port, f"/bare/{name}/", body, token)
    rounds: dict[str, list[Measured]] = {"ours": [], "bare": []}
    for _ in range(ROUNDS):
        for kind, request in (("ours", ours), ("bare", bare)):
            rounds[kind].append(await measure(request, server, connections=CONNECTIONS, seconds=SECONDS))
    ratio = statistics.median(a.cpu_ms / b.cpu_ms for a, b in zip(rounds["ours"], rounds["bare"], strict=True))
    for kind, measured in rounds.items():
        rate, cpu = (statistics.median(getattr(m, fact) for m in measured) for fact in ("per_second", "cpu_ms"))
        print(f"{name:<6} {kind:<5} {rate:>8.0f} requests/s {cpu:>8.3f} ms CPU/request")
    print(f"{name:<6} ratio {ratio:.2f} of server CPU per request")


def main() -> None:
    """Measure the queries that are named, or all."""
    settings = Settings()
    with open_database(settings) as (addresses, _):
        token, port = asyncio.run(_token(settings, addresses.owner)), free_port()
        command = [
            sys.executable,
            "-m",
            "uvicorn",
            "--factory",
            "bench.app:app",
            "--port",
            str(port),
            "--no-access-log",
        ]
        with subprocess.Popen(command, env={**os.environ, "BENCH_TOKEN": token}) as process:  # noqa: S603 - our own
            wait(port)
            try:
                for name in sys.argv[1:] or QUERIES:
                    asyncio.run(_compare(name, port, token, psutil.Process(process.pid)))
            finally:
                process.terminate()


if __name__ == "__main__":
    others: dict[str, Callable[..., None]] = {"traffic": traffic, "attacks": attacks}
    if sys.argv[1:2] and sys.argv[1] in others:
        typer.run(others[sys.argv.pop(1)])
    else:
        main()
