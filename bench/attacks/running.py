"""`python -m bench attacks [name ...]`: each attack beside a member's point reads, on a server started for it.

Needs data: `python server.py generate` first. For each attack, once as nobody and once as a signed-in liaison: how many
were answered and with what, the CPU of the server and of PostgreSQL for each, and how long the other person's point
reads took meanwhile. Fails when the 99th percentile of those, in the median of the rounds, is over the goal.
"""

import asyncio
import statistics
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import count
from typing import Annotated

import orjson
import psutil
import typer
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bench.load import Connection, Request
from bench.queries import QUERIES
from bench.waiting import served
from db.addresses import Address
from db.models import Account
from db.models.states import Role
from db.settings import Settings
from resolvers.accounts import viewer_of
from resolvers.tokens import Tokens, signing_key
from server import open_database

from .documents import DOCUMENTS
from .reads import READS

ATTACKS: Mapping[str, object] = {**DOCUMENTS, **READS}
GOAL_MS = 50.0  # what a person does not notice
SECONDS = 4.0  # of each round
ROUNDS = 3
ATTACKERS = 4
NUMBERS = count(1)  # what is remembered costs nothing: each text has one of its own
PAUSE_SECONDS = 0.02  # between two point reads: a busy office, not another load test


@dataclass
class Round:
    """What a round has shown: seconds of the point reads, codes of the answers, CPU seconds (server, PostgreSQL)."""

    reads: list[float] = field(default_factory=list)
    answers: Counter[str] = field(default_factory=Counter)
    cpu: tuple[float, float] = (0.0, 0.0)

    def percentile(self, percent: int) -> float:
        """Milliseconds of the point reads."""
        return 1000 * statistics.quantiles(self.reads, n=100)[percent - 1]


@dataclass(frozen=True)
class Scene:
    """A running server and who takes part."""

    port: int
    server: psutil.Process
    database: psutil.Process | None
    member: str
    liaison: str

    def cpu(self) -> tuple[float, float]:
        """CPU seconds so far: of the server, of PostgreSQL with all of its processes."""
        return _cpu(self.server), _cpu(self.database) if self.database else 0.0


def attacks(names: Annotated[list[str] | None, typer.Argument(help="of the attacks; default: all")] = None) -> None:
    """Measure the attacks that are named, or all."""
    with open_database(settings := Settings()) as (addresses, _), served() as (port, process):
        member, liaison = asyncio.run(_tokens(settings, addresses.owner))
        scene = Scene(port, psutil.Process(process.pid), _postmaster(), member, liaison)
        worst = asyncio.run(_compare(scene, names or list(ATTACKS)))
    raise typer.Exit(worst > GOAL_MS)


async def _compare(scene: Scene, names: Sequence[str]) -> float:
    """Print a line for each attack; return the worst median of the 99th percentiles."""
    print(
        f"{'attack':<34} {'as':<8} {'answered':>8} {'server ms':>10} {'database ms':>11} {'p50':>6} {'p99':>6}  codes"
    )
    quiet = await _rounds(scene, None, "")
    print(_row("nothing else", "", quiet))
    found = []
    for name in names:
        body = orjson.dumps(ATTACKS[name])
        for who, token in (("nobody", ""), ("liaison", scene.liaison)):
            rounds = await _rounds(scene, body, token)
            found.append(statistics.median(each.percentile(99) for each in rounds))
            print(_row(name, who, rounds), flush=True)
    return max(found)


def _row(name: str, who: str, rounds: Sequence[Round]) -> str:
    """CPU milliseconds are for each answer; those of the point reads beside nothing else, for each of them."""
    codes = sum((each.answers for each in rounds), Counter[str]())
    number = codes.total() or sum(len(each.reads) for each in rounds)
    server, database = (1000 * sum(times) / number for times in zip(*(each.cpu for each in rounds), strict=True))
    p50, p99 = (statistics.median(each.percentile(percent) for each in rounds) for percent in (50, 99))
    shown = " ".join(f"{code} {count}" for code, count in codes.most_common(3))
    return f"{name:<34} {who:<8} {codes.total():>8} {server:>8.1f} {database:>8.1f} {p50:>6.1f} {p99:>6.1f}  {shown}"


async def _rounds(scene: Scene, body: bytes | None, token: str) -> list[Round]:
    return [await _round(scene, body, token) for _ in range(ROUNDS)]


async def _round(scene: Scene, body: bytes | None, token: str) -> Round:
    found, until, before = Round(), time.perf_counter() + SECONDS, scene.cpu()
    attackers = [_attack(scene, body, token, until, found) for _ in range(ATTACKERS)] if body else []
    await asyncio.gather(_read(scene, until, found), *attackers)
    after = scene.cpu()
    found.cpu = after[0] - before[0], after[1] - before[1]
    return found


async def _read(scene: Scene, until: float, found: Round) -> None:
    """Read as a member does, one point after the other."""
    request = Request(scene.port, "/graphql", orjson.dumps({"query": QUERIES["point"]}), scene.member)
    connection = await Connection.open(scene.port)
    while (begun := time.perf_counter()) < until:
        answered = await connection.send(request)
        if b'"errors"' in answered.body[:10]:
            raise RuntimeError(answered.body.decode())
        found.reads.append(time.perf_counter() - begun)
        await asyncio.sleep(PAUSE_SECONDS)
    connection.close()


async def _attack(scene: Scene, body: bytes, token: str, until: float, found: Round) -> None:
    """Send the same again and again, each time as a text never seen before; what hangs up on us is asked anew."""
    while time.perf_counter() < until:
        connection = await Connection.open(scene.port)
        try:
            while time.perf_counter() < until:
                new = body.replace(b'"query":"', b'"query":"#%d\\n' % next(NUMBERS), 1)
                answered = await connection.send(Request(scene.port, "/graphql", new, token))
                found.answers[_code(answered.body)] += 1
        except (asyncio.IncompleteReadError, ConnectionError):
            found.answers["hung up"] += 1
        finally:
            connection.close()


def _code(body: bytes) -> str:
    errors = orjson.loads(body).get("errors") if len(body) < 100_000 else None
    return str(errors[0].get("extensions", {}).get("code")) if errors else "answered"


async def _tokens(settings: Settings, owner: Address) -> tuple[str, str]:
    """A token of an administrator and one of a liaison of another subdistrict."""
    engine, tokens = owner.engine(), Tokens(signing_key(settings), minutes=600)
    async with AsyncSession(engine) as session:
        wanted = select(Account).order_by(Account.subdistrict_id)
        member = (await session.scalars(wanted.where(Account.role == Role.SUBDISTRICT_ADMIN).limit(1))).one()
        other = wanted.where(Account.role == Role.PARTNER_LIAISON, Account.subdistrict_id != member.subdistrict_id)
        liaison = (await session.scalars(other.limit(1))).one()
    return tokens.issue(viewer_of(member))[0], tokens.issue(viewer_of(liaison))[0]


def _cpu(process: psutil.Process) -> float:
    """CPU seconds of a process, of its children, and of those that have ended."""
    own = process.cpu_times()
    return own.user + own.system + own.children_user + own.children_system + sum(map(_of_child, process.children()))


def _of_child(process: psutil.Process) -> float:
    with suppress(psutil.NoSuchProcess):
        times = process.cpu_times()
        return float(times.user + times.system)
    return 0.0


def _postmaster() -> psutil.Process | None:
    """The embedded database's first process, which is ours to see."""
    data = Settings().data_dir / "postgres" / "postmaster.pid"
    return psutil.Process(int(data.read_text().split()[0])) if data.exists() else None
