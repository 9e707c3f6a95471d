"""`python -m bench traffic`: random concurrent traffic over the generated data, its figures, and the audit after it.

Needs data: `python server.py generate` first. A tenth of the clients meet in one subdistrict over the same few objects.
Fails when an answer had an error that no client could do anything about, or when the audit finds something.
"""

import asyncio
import time
from collections.abc import Iterator
from contextlib import contextmanager
from random import Random
from urllib.parse import urlsplit

import typer

from db.addresses import Address
from db.audit import audit
from db.settings import Settings
from resolvers.tokens import Tokens, signing_key
from schema.network import build_schema
from server import open_database

from .acting.steps import Steps
from .clients import Client
from .figures import Figures
from .towns import towns
from .waiting import served

HOT = 10  # one client in so many stays in the hot subdistrict


def traffic(minutes: float = 10, clients: int = 50, url: str | None = None) -> None:
    """Let clients act for some minutes on a server started for it, or on the one of this machine at a URL."""
    settings = Settings()
    with open_database(settings) as (addresses, _), _served(url) as port:
        figures = asyncio.run(_run(settings, addresses.owner, port, minutes * 60, clients))
        typer.echo("\n".join(figures.lines()))
        violations = asyncio.run(audit(addresses.owner))
    for violation in violations:
        typer.echo(f"audit: {violation.rule.name}: {violation.count}: {', '.join(violation.examples)}", err=True)
    for code, count in figures.failed.items():
        typer.echo(f"errors: {code}: {count}", err=True)
    typer.echo(f"audit: {len(violations)} rules broken")
    if violations or figures.failed:
        raise typer.Exit(1)


async def _run(settings: Settings, owner: Address, port: int, seconds: float, number: int) -> Figures:
    """What the clients have done."""
    found, figures = await towns(owner), Figures()
    tokens, steps = Tokens(signing_key(settings), minutes=600), Steps(build_schema()._schema)
    others = found[1:] or found
    clients = [
        Client(port, Random(place), found[:1] if place % HOT == 0 else others, tokens, steps, figures)  # noqa: S311 - nothing here is a secret
        for place in range(number)
    ]
    begun, cpu = time.perf_counter(), time.process_time()
    await asyncio.gather(*(client.run(begun + seconds) for client in clients))
    figures.seconds, figures.client_cpu = time.perf_counter() - begun, time.process_time() - cpu
    return figures


@contextmanager
def _served(url: str | None) -> Iterator[int]:
    """The port of the server at the URL, or of one that runs as long as the block does."""
    if url is not None:
        yield urlsplit(url).port or 80
        return
    with served() as (port, _):
        yield port
