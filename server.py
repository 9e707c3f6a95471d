"""The service: its parts put together as a Starlette app, and the command line."""

import asyncio
import gc
import sys
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine, Generator, Iterator, Mapping, Sequence
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from socket import AF_INET, AF_INET6, create_server
from socket import socket as Socket  # noqa: N812 - a class in all but name
from tempfile import TemporaryDirectory
from typing import Annotated

import structlog
import typer
import uvicorn
import uvloop
from cachetools import LRUCache
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeElapsedColumn
from rich.table import Table
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp

from commands.operating import WATCH_SECONDS, Commands, follow_terminal, leave, on_end
from db.accounts import NewAccount, add_account
from db.addresses import Addresses, configured_addresses, embedded_addresses
from db.demo import DemoAccount, load_if_empty
from db.embedded import Embedded, EmbeddedError
from db.machines.diagrams import pages
from db.matching.weights import load
from db.migrate import check_complete
from db.models.states import Role
from db.operators import OperatorError
from db.reaching import prepare
from db.reader import Reader
from db.settings import Settings, load_settings
from db.turns import Turns
from resolvers import clock
from resolvers.access import Access
from resolvers.accounts import check_password, viewer_by_subject
from resolvers.context import Services
from resolvers.errors import UserError
from resolvers.indexing import index_rest
from resolvers.issuer import configured_issuer
from resolvers.messages import refusal, state_name
from resolvers.passwords import hash_password
from resolvers.reading.payload import read_payload
from resolvers.reading.plans import Plans
from resolvers.reading.workshop import Workshop
from resolvers.sign_ins import SignIns
from resolvers.store import open_store
from resolvers.tokens import Tokens, signing_key
from resolvers.transactions import open_writer
from schema.endpoint import Endpoint
from schema.graphiql import routes
from schema.logs import configure_logs
from schema.network import build_schema
from schema.uploads import upload_routes

log = structlog.get_logger()
SDL = Path(__file__).parent / "schema.graphql"
MACHINES = Path(__file__).parent / "docs" / "machines"

cli = typer.Typer(cls=Commands, no_args_is_help=True, add_completion=False, help="Red Partners 红色合伙人")


@asynccontextmanager
async def open_services(settings: Settings, addresses: Addresses) -> AsyncIterator[Services]:
    """The parts that serve requests, as long as the block runs."""
    writer = open_writer(addresses.writer, settings)
    reader = Reader(
        addresses.reader,
        Turns(settings.read_connections, seconds=settings.read_wait_seconds),
        statement_timeout_ms=settings.statement_timeout_ms,
        statements=settings.plan_cache_size,
    )
    issuer = configured_issuer(settings, lambda subject: viewer_by_subject(writer, subject))
    access = Access(addresses.writer, writer)
    tokens = Tokens(signing_key(settings), minutes=settings.token_minutes, counts=access.counts, issuer=issuer)
    workshop = Workshop(seconds=settings.read_wait_seconds)
    plans = Plans(LRUCache(settings.plan_cache_size), settings.max_cost, workshop)
    try:
        weights = writer.kw["info"]["weights"]
        store, sign_ins = open_store(settings), SignIns()
        async with access:
            yield Services(settings, tokens, access, sign_ins, writer, reader, plans, read_payload, store, weights)
    finally:
        await reader.close()
        await writer.kw["bind"].dispose()


def create_app(settings: Settings, services: Services) -> Starlette:
    """The ASGI app of running services."""
    endpoint = Endpoint(build_schema(), services)

    async def ready(request: Request) -> Response:
        ok = await services.reader.is_ready()
        counters = {"plans": services.plans.counters(), "operations": endpoint.operations.counters()}
        return JSONResponse({"database": ok, **counters}, status_code=200 if ok else 503)

    async def healthy(request: Request) -> Response:
        return JSONResponse({"status": "ok"})

    return Starlette(
        routes=[
            Route("/graphql", endpoint),
            Route("/healthz", healthy),
            Route("/readyz", ready),
            *upload_routes(services),
            *routes("/graphql"),
        ]
    )


@contextmanager
def open_database(settings: Settings) -> Iterator[tuple[Addresses, Embedded | None]]:
    """The configured database, or the embedded one, running as long as the block does."""
    if settings.database_url is not None:
        yield configured_addresses(settings), None
        return
    with Embedded(settings.data_dir) as embedded:
        yield embedded_addresses(embedded), embedded


async def listen(settings: Settings, addresses: Addresses, embedded: Embedded | None, socket: Socket) -> None:
    """Migrate, load the demo network where it is wanted, and serve on the socket until told to stop."""
    await prepare(addresses)
    accounts = await load_if_empty(addresses.owner) if settings.wants_demo else []
    async with open_services(settings, addresses) as services:
        server = Server(configured(settings, create_app(settings, services)))
        on_end(lambda: setattr(server, "should_exit", True))
        beside = [index_rest(addresses.writer), follow_terminal(), *([_keep_running(embedded)] if embedded else [])]
        if settings.clock_seconds:
            beside.append(clock.run(services.writer, settings.clock_seconds))
        _greet(socket, accounts)
        _settle()
        async with _running(*beside):
            await server.serve(sockets=[socket])


def _settle() -> None:
    """What is there now stays: a full collection that walked it would stop everybody for a third of a second.

    Later ones walk what is remembered, for 100 ms and more: fewer, but not so few that garbage piles up. And whoever
    works in a thread beside the event loop gives way to it after a millisecond, not five.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(5_000, 10, 10)
    sys.setswitchinterval(0.001)


def configured(settings: Settings, app: ASGIApp) -> uvicorn.Config:
    """How uvicorn serves the app: a client's address is the peer's, unless that is a trusted proxy."""
    return uvicorn.Config(
        app,
        http="httptools",
        log_config=None,
        access_log=False,
        proxy_headers=bool(settings.trusted_proxies),
        forwarded_allow_ips=settings.trusted_proxies,
    )


class Server(uvicorn.Server):
    """uvicorn without its signal handlers: they kill the process before the database is stopped in order."""

    @contextmanager
    def capture_signals(self) -> Generator[None]:
        """Leave signals to `listen`."""
        yield


@asynccontextmanager
async def _running(*works: Coroutine[None, None, None]) -> AsyncIterator[None]:
    """Run the works beside the block; they are cancelled at its end, and have ended after it."""
    tasks = [asyncio.create_task(work) for work in works]
    try:
        yield
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def _keep_running(embedded: Embedded) -> None:
    """Start the embedded database again when it died."""
    while True:
        await asyncio.sleep(WATCH_SECONDS)
        try:
            if await asyncio.to_thread(embedded.ensure_running):
                log.warning("the embedded database had died and was started again")
        except EmbeddedError as error:
            log.warning("the embedded database cannot be started", error=str(error))


def _greet(socket: Socket, accounts: Sequence[DemoAccount]) -> None:
    host, port = socket.getsockname()[:2]
    typer.echo(f"\nRed Partners 红色合伙人: http://{host}:{port}/   GraphQL: http://{host}:{port}/graphql")
    if accounts:
        typer.echo("\n演示账号 Demo accounts (login / password):")
    for account in accounts:
        typer.echo(f"  {account.login:<12} {account.password:<14} {account.display_name}")


def _open_socket(settings: Settings) -> Socket:
    family = AF_INET6 if ":" in settings.host else AF_INET
    try:
        return create_server((settings.host, settings.port), family=family)
    except OSError as error:
        place = f"{settings.host}:{settings.port}"
        raise OperatorError(
            f"Cannot listen on {place}: {error.strerror}; set HOST or PORT.",
            f"无法监听 {place}，请设置 HOST 或 PORT。",
        ) from error


@cli.command()
def serve() -> None:
    """Serve until Ctrl-C: start the database, migrate, load the demo network, listen. 启动服务。"""
    settings = load_settings()
    configure_logs(settings.log_level)
    with _open_socket(settings) as socket, open_database(settings) as (addresses, embedded):
        uvloop.run(listen(settings, addresses, embedded, socket))


def _on_database(work: Callable[[Addresses], Awaitable[None]]) -> None:
    """Run work on the migrated database."""

    async def migrated(addresses: Addresses) -> None:
        await prepare(addresses)
        await work(addresses)

    with open_database(load_settings()) as (addresses, _):
        asyncio.run(migrated(addresses))


@cli.command("migrate")
def migrate_command() -> None:
    """Bring the database to the newest schema. 升级数据库结构。"""

    async def nothing(addresses: Addresses) -> None:
        typer.echo("up to date 已是最新")

    _on_database(nothing)


@cli.command("work-off")
def work_off() -> None:
    """Work off all deadlines that are due, beside running servers or without one, and say how many. 处理到期时限。"""

    async def work(addresses: Addresses) -> None:
        writer = open_writer(addresses.writer, load_settings())
        try:
            typer.echo(f"{await clock.work_off(writer)} deadlines worked off 已处理时限")
        finally:
            await writer.kw["bind"].dispose()

    _on_database(work)


@cli.command()
def demo() -> None:
    """Load the demo network into an empty database. 向空库载入演示数据。"""

    async def load(addresses: Addresses) -> None:
        for account in await load_if_empty(addresses.owner):
            typer.echo(f"{account.login:<12} {account.password:<14} {account.display_name}")

    _on_database(load)


@cli.command()
def generate(
    subdistricts: int = 100, grids: int = 10_000, projects: int = 500_000, claims: int = 1_000_000, seed: int = 1
) -> None:
    """Fill the database with a generated network of that size, the same for the same seed. 生成规模数据。"""
    from db.generate import generate as fill  # noqa: PLC0415 - a server never needs it

    def work(progress: Progress) -> Callable[[Addresses], Awaitable[None]]:
        tasks: dict[str, TaskID] = {}

        def report(table: str, done: int, total: int) -> None:
            if table not in tasks:
                tasks[table] = progress.add_task(table)
            progress.update(tasks[table], completed=done, total=total)

        return lambda addresses: fill(
            addresses.owner,
            subdistricts=subdistricts,
            grids=grids,
            projects=projects,
            claims=claims,
            seed=seed,
            progress=report,
        )

    with Progress(TextColumn("{task.description:>14}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn()) as bars:
        _on_database(work(bars))


@cli.command()
def audit() -> None:
    """Check every invariant over all rows; exit 1 when one is broken. 核查全部不变量。"""
    from db.audit import audit as check  # noqa: PLC0415 - a server never needs it
    from db.audit import rules  # noqa: PLC0415 - as above

    async def work(addresses: Addresses) -> None:
        violations = await check(addresses.owner)
        for violation in violations:
            rule, examples = violation.rule, ", ".join(violation.examples)
            typer.echo(f"{rule.name}: {violation.count}  {rule.chinese} {rule.english}: {examples}", err=True)
        if violations:
            raise typer.Exit(1)
        typer.echo(f"{len(rules())} rules hold 全部 {len(rules())} 项成立")

    _on_database(work)


@cli.command("solve-assignment")
def solve_assignment(
    file: Annotated[
        Path,
        typer.Argument(exists=True, dir_okay=False, help="OR-Library or JSON: capacities, demands, scores 实例文件"),
    ],
    minimise: Annotated[bool, typer.Option(help="the numbers are costs 数值为成本，求最小")] = False,
    optional: Annotated[bool, typer.Option(help="jobs may be left over 允许有未分配的任务")] = False,
    time_limit: Annotated[float, typer.Option(help="seconds for each problem 每个问题的秒数")] = 60.0,
) -> None:
    """Print the optimum of plain generalised-assignment problems, with its bound. 求解广义指派问题。"""
    from resolvers.assignment.gap import report  # noqa: PLC0415 - a server never needs it
    from resolvers.assignment.gap_files import GapFileError  # noqa: PLC0415 - as above

    try:
        typer.echo(report(file, maximal=not minimise, every_job=not optional, time_limit=time_limit))
    except GapFileError as error:
        raise typer.BadParameter(str(error)) from error


SubdistrictCode = Annotated[str | None, typer.Option(help="division code; default: all 街道代码，默认全部")]
NewestClaims = Annotated[int, typer.Option(min=1, help="newest claims of each subdistrict 每个街道最近的认领数")]


@cli.command("match-report")
def match_report(subdistrict: SubdistrictCode = None, most: NewestClaims = 2000) -> None:
    """Measure how well the ranking foresees what was claimed in the past. 用以往认领检验匹配排序。"""
    from resolvers.matching.report import report, shown  # noqa: PLC0415 - a server never needs it

    async def work(addresses: Addresses) -> None:
        measured = await report(addresses.owner, subdistrict, load(load_settings().match_weights), most)
        _print(shown(measured))

    _on_database(work)


@cli.command("match-tune")
def match_tune(subdistrict: SubdistrictCode = None, most: NewestClaims = 2000) -> None:
    """Fit the weights of matching to past claims and print them for MATCH_WEIGHTS. 用以往认领拟合匹配权重。"""
    from resolvers.matching.tuning import shown, tune  # noqa: PLC0415 - as above

    async def work(addresses: Addresses) -> None:
        tuned = await tune(addresses.owner, subdistrict, load(load_settings().match_weights), most)
        _print(shown(tuned))

    _on_database(work)


def _print(shown: Iterator[Table | str]) -> None:
    """Print tables and texts; long lines of a text, which may be a file, stay whole."""
    console = Console()
    for each in shown:
        console.print(each, markup=False, soft_wrap=isinstance(each, str))


@cli.command("export-schema")
def export_schema(check: bool = False) -> None:
    """Write schema.graphql; with --check, fail when it is not what the code says. 导出（或核对）schema。"""
    files = {SDL: build_schema().as_str() + "\n"}
    _export(files, check=check, otherwise="run `python server.py export-schema`, note it in CHANGELOG.md")


@cli.command("export-machines")
def export_machines(check: bool = False) -> None:
    """Write docs/machines; with --check, fail when it is not what db/machines says. 导出（或核对）状态机文档。"""
    files = {MACHINES / name: page for name, page in pages(state_name).items()}
    _export(files, check=check, otherwise="run `python server.py export-machines`")


def _export(files: Mapping[Path, str], *, check: bool, otherwise: str) -> None:
    """Write the files, or only tell which of them would differ and what to do about it."""
    if not check:
        for path, text in files.items():
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return
    stale = [path.name for path, text in files.items() if not path.exists() or path.read_text(encoding="utf-8") != text]
    if stale:
        typer.echo(f"{', '.join(stale)} differs: {otherwise}", err=True)
        raise typer.Exit(1)


@cli.command("check-migrations")
def check_migrations() -> None:
    """Fail when the models say something that no migration makes. 核对迁移是否完整。"""
    with TemporaryDirectory() as folder, Embedded(Path(folder)) as embedded:
        addresses = embedded_addresses(embedded)

        async def work() -> None:
            await prepare(addresses)
            await check_complete(addresses.owner)

        asyncio.run(work())


@cli.command("create-account")
def create_account(
    login: str,
    role: Role,
    display_name: str,
    subdistrict: Annotated[str | None, typer.Option(help="division code, 9 digits 街道代码")] = None,
    place: Annotated[str | None, typer.Option(help="name of the branch, community or partner 所属单位名称")] = None,
    prefix: Annotated[
        str | None, typer.Option(help="code prefix of region administrators and auditors 区划前缀")
    ] = None,
    subject: Annotated[str | None, typer.Option(help="`sub` of the OIDC issuer 统一身份认证标识")] = None,
    password: Annotated[
        str | None,
        typer.Option(help="asked for when missing; none with --subject 密码，缺省时询问，有 --subject 时不设"),
    ] = None,
) -> None:
    """Make an account, which signs in by a password or as an OIDC subject. 创建账号。"""
    hashed = _hashed(subject, password)
    wanted = NewAccount(login, role, display_name, subdistrict, place, prefix, subject, hashed)

    async def work(addresses: Addresses) -> None:
        await add_account(addresses.owner, wanted)
        typer.echo(f"{login}: created 已创建")

    _on_database(work)


def _hashed(subject: str | None, password: str | None) -> str | None:
    """What is stored for the password, given or typed in; an OIDC subject has none. OperatorError if it is refused."""
    if subject is not None:
        if password is None:
            return None
        raise OperatorError(
            "An account with --subject signs in at its issuer: leave --password away.",
            "指定了 --subject 的账号由统一身份认证登录：请不要指定 --password。",
        )
    if password is None:
        password = str(typer.prompt("密码 Password", hide_input=True, confirmation_prompt=True))
    try:
        check_password(password, "password")
    except UserError as error:
        english, chinese = (refusal(error, language).message for language in ("en", "zh"))
        raise OperatorError(f"The password: {english}.", f"密码：{chinese}。") from error
    return hash_password(password)


if __name__ == "__main__":
    sys.stdout.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]  # a locale may lack a character
    on_end(leave)
    cli()
