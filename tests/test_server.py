"""The server process itself: as `make run` starts it, stops it, and loses its database."""

import asyncio
import json
import os
import pty
import re
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from pathlib import Path
from socket import create_server
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import urlsplit

import asyncpg
import psutil
import pytest
from conftest import KEY, drop_database, make_database
from typer.testing import CliRunner, Result

from db.addresses import Addresses
from db.embedded import Embedded
from server import cli

ROOT = Path(__file__).parent.parent
SIGN_IN = {
    "query": """mutation { signIn(input: { login: "changle3", password: "red-partners" }) { userErrors { code } } }"""
}
GRIDS = {"query": '{ grids(filter: { subdistrict: { code: { eq: "370203019" } } }) { totalCount } }'}


def free_port() -> int:
    with create_server(("127.0.0.1", 0)) as socket:
        port: int = socket.getsockname()[1]
        return port


def ask(port: int, body: object) -> Any:  # Any: JSON
    request = urllib.request.Request(
        f"http://127.0.0.1:{port}/graphql", json.dumps(body).encode(), {"Content-Type": "application/json"}
    )
    with urllib.request.urlopen(request, timeout=20) as response:
        return json.load(response)


def status(port: int, path: str) -> int:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=10) as response:
            return int(response.status)
    except urllib.error.HTTPError as error:
        return error.code


def until(condition: Any, seconds: float = 90) -> None:
    """Wait for a condition of another process."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        try:
            if condition():
                return
        except OSError:
            continue
    raise TimeoutError


@pytest.fixture
def folder() -> Iterator[str]:
    with TemporaryDirectory(prefix="rp-") as path:
        yield path


def environment(folder: str, port: int, **settings: str) -> dict[str, str]:
    return {**os.environ, "DATA_DIR": folder, "PORT": str(port), **settings}


@contextmanager
def serving(folder: str, *before: str, **settings: str) -> Iterator[tuple[subprocess.Popen[bytes], int]]:
    port = free_port()
    command = [*before, sys.executable, "server.py", "serve"]
    with subprocess.Popen(
        command,
        cwd=ROOT,
        env=environment(folder, port, **settings),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    ) as process:
        try:
            until(lambda: status(port, "/healthz") == 200)
            yield process, port
        finally:
            process.send_signal(signal.SIGINT)
            process.wait(90)


def postmaster(folder: str) -> psutil.Process:
    return psutil.Process(int((Path(folder) / "postgres" / "postmaster.pid").read_text().split()[0]))


def test_ctrl_c_stops_server_and_database_and_the_data_survive(folder: str) -> None:
    with serving(folder) as (first, port):
        database, found = postmaster(folder), ask(port, GRIDS)
    assert first.returncode == 0
    assert not database.is_running() or database.status() == psutil.STATUS_ZOMBIE
    with serving(folder) as (_, port):
        assert ask(port, GRIDS) == found
        assert found["data"]["grids"]["totalCount"] > 20


def test_two_servers_share_one_database_and_the_first_may_leave(folder: str) -> None:
    with serving(folder) as (_, second_port):
        with serving(folder) as (_, port):
            assert ask(port, GRIDS) == ask(second_port, GRIDS)
        assert ask(second_port, GRIDS)["data"]["grids"]["totalCount"] > 20


def test_a_killed_server_is_followed_by_one_with_all_data(folder: str) -> None:
    with serving(folder) as (process, port):
        found = ask(port, GRIDS)
        process.kill()
        process.wait(10)
    with serving(folder) as (_, port):
        assert ask(port, GRIDS) == found


async def test_a_killed_database_gives_clear_errors_and_is_back_without_a_restart(folder: str) -> None:
    with serving(folder) as (_, port):
        found = ask(port, GRIDS)
        asking = [asyncio.to_thread(answers, port, found, 40) for _ in range(8)]
        running = asyncio.gather(*asking)
        await asyncio.to_thread(postmaster(folder).kill)
        others = {code for codes in await running for code in codes}
        assert others <= {"DATABASE_UNAVAILABLE"}
        until(lambda: ask(port, GRIDS) == found)
        assert status(port, "/readyz") == 200


def answers(port: int, found: object, times: int) -> set[str]:
    """Ask many times; what is not the answer must be an error: return the codes."""
    given = [ask(port, GRIDS) for _ in range(times)]
    return {answer["errors"][0]["extensions"]["code"] for answer in given if answer != found}


@pytest.fixture
def unignored() -> Iterator[None]:
    """Processes start as from a shell, also where the tests themselves run under nohup."""
    before = signal.signal(signal.SIGHUP, signal.SIG_DFL)
    yield
    signal.signal(signal.SIGHUP, before)


@pytest.mark.usefixtures("unignored")
def test_a_hangup_stops_the_database(folder: str) -> None:
    with serving(folder, DEMO="false") as (process, _):
        database = postmaster(folder)
        process.send_signal(signal.SIGHUP)
        process.send_signal(signal.SIGHUP)  # from a shell and its terminal
        assert process.wait(90) == 0
    assert is_gone(database)


def test_nohup_keeps_it_running_and_sigquit_stops_it(folder: str) -> None:
    with serving(folder, "nohup", DEMO="false") as (process, port):
        database = postmaster(folder)
        process.send_signal(signal.SIGHUP)
        assert ask(port, GRIDS)["data"]["grids"]["totalCount"] == 0
        process.send_signal(signal.SIGQUIT)
        assert process.wait(90) == 0
    assert is_gone(database)


LEADER = """
import signal, subprocess, sys
signal.signal(signal.SIGHUP, lambda *_: None)
subprocess.run([sys.executable, "server.py", "serve"])
"""


@pytest.mark.usefixtures("unignored")
def test_it_ends_with_its_terminal_also_when_make_leads_the_session(folder: str) -> None:
    port = free_port()
    pid, terminal = pty.fork()
    if pid == 0:
        os.chdir(ROOT)
        os.execve(sys.executable, [sys.executable, "-c", LEADER], environment(folder, port, DEMO="false"))  # noqa: S606
    until(lambda: status(port, "/healthz") == 200)
    database = postmaster(folder)
    os.close(terminal)
    until(lambda: os.waitpid(pid, os.WNOHANG)[0] == pid)
    assert is_gone(database)


def is_gone(process: psutil.Process) -> bool:
    return not process.is_running() or process.status() == psutil.STATUS_ZOMBIE


def command(*words: str, **settings: str) -> Result:
    """What a command comes to, in this process: a start takes seconds."""
    done = CliRunner().invoke(cli, words, env=settings)
    assert SECRET not in done.output
    return done


def told(**settings: str) -> str:
    """What any command says that cannot run with the settings."""
    done = command("migrate", **settings)
    assert (done.exit_code, type(done.exception), done.stdout) == (1, SystemExit, "")
    assert re.search(r"[\u4e00-\u9fff]", done.stderr)
    return done.stderr


ROLES = ("owner", "writer", "reader")
SECRET = "geheimnis"
NOWHERE = f"postgresql://somebody:{SECRET}@127.0.0.1:1/nothing"


@pytest.mark.parametrize(
    ("settings", "named"),
    [
        ({"DATABASE_URL": NOWHERE}, "cannot be reached"),
        ({"DATABASE_URL": f"postgresql://somebody:{SECRET}/x@127.0.0.1/nothing"}, "%40"),
        ({"DATABASE_URL": f"{NOWHERE}?sslmode=no"}, "`sslmode` parameter must be one of"),
        ({"DATABASE_URL": f"mysql://somebody:{SECRET}@127.0.0.1/nothing"}, "DATABASE_URL"),
        ({"LOG_LEVEL": "loud"}, "LOG_LEVEL"),
        ({"SECRET_KEY": SECRET, "PORT": "many", "DEMO": "perhaps"}, "SECRET_KEY"),
        ({"DATA_DIR": "/proc/none"}, "DATA_DIR"),
    ],
)
def test_what_is_wrong_is_said_plainly(settings: dict[str, str], named: str) -> None:
    assert named in told(**settings)


async def on(postgres: Embedded, database: str, user: str = "red_partners_owner", more: str = "") -> str:
    """What a server says that cannot start on a database."""
    return await asyncio.to_thread(told, DATABASE_URL=postgres.address(user, database) + more, SECRET_KEY=KEY)


async def run(postgres: Embedded, database: str, *commands: str) -> None:
    connection = await asyncpg.connect(postgres.address("postgres", database))
    for command in commands:
        await connection.execute(command)
    await connection.close()


async def test_a_database_that_will_not_do_is_refused_before_anything_is_served(
    postgres: Embedded, empty_template: str
) -> None:
    assert "no such database" in await on(postgres, "nix")
    assert "refuses the login" in await on(postgres, empty_template, "nobody_here")
    assert "unrecognized configuration" in await on(postgres, empty_template, more="&channel_binding=require")


@pytest.fixture
async def bare(postgres: Embedded) -> AsyncIterator[str]:
    await make_database(postgres, "bare_of_all", "template0")
    yield "bare_of_all"
    await drop_database(postgres, "bare_of_all")


async def test_a_database_without_vectors_is_refused(postgres: Embedded, bare: str) -> None:
    assert "CREATE EXTENSION vector" in await on(postgres, bare)


async def test_a_schema_of_a_newer_version_is_refused(postgres: Embedded, database: Addresses) -> None:
    name = urlsplit(database.owner.url).path[1:]
    await run(postgres, name, "UPDATE alembic_version SET version_num = '9999'")
    assert "9999" in await on(postgres, name)


async def test_a_migration_that_is_refused_is_said_plainly(postgres: Embedded, bare: str) -> None:
    await run(postgres, bare, "CREATE EXTENSION vector", "CREATE TABLE grid ()")
    said = await on(postgres, bare)
    assert ("as it was" in said, 'relation "grid" already exists' in said) == (True, True)


async def test_an_owner_that_may_not_take_the_roles_is_refused(postgres: Embedded, bare: str) -> None:
    rename = f"ALTER DATABASE {bare} OWNER TO stranger"
    await run(postgres, bare, "CREATE EXTENSION vector", "CREATE ROLE stranger LOGIN", rename)
    try:
        said = await on(postgres, bare, "stranger")
        assert "GRANT red_partners_" in said
    finally:
        await run(
            postgres,
            bare,
            f"ALTER DATABASE {bare} OWNER TO postgres",
            "DROP OWNED BY stranger CASCADE",
            "DROP ROLE stranger",
        )


async def test_a_configured_database_is_reached_with_libpqs_parameters_and_gets_no_demo(
    folder: str, postgres: Embedded, database: Addresses
) -> None:
    def visit() -> tuple[Any, Any]:
        with serving(folder, **settings) as (_, port):
            return ask(port, GRIDS)["data"]["grids"]["totalCount"], ask(port, SIGN_IN)["data"]["signIn"]["userErrors"]

    name = urlsplit(database.owner.url).path[1:]
    owner, writer, reader = (f"{postgres.address(f'red_partners_{role}', name)}&sslmode=disable" for role in ROLES)
    settings = {"DATABASE_URL": owner, "WRITE_DATABASE_URL": writer, "READ_DATABASE_URL": reader, "SECRET_KEY": KEY}
    assert await asyncio.to_thread(visit) == (0, [{"code": "INVALID_CREDENTIALS"}])


def test_a_taken_port_is_named() -> None:
    with create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        words, settings = [sys.executable, "server.py", "serve"], {**os.environ, "PORT": str(port)}
        done = subprocess.run(words, cwd=ROOT, env=settings, capture_output=True, text=True, check=False)
    assert (done.returncode, f"127.0.0.1:{port}" in done.stderr, "Traceback" in done.stderr) == (1, True, False)
    assert "请设置 HOST 或 PORT" in done.stderr


AUDITOR = ("zhang", "AUDITOR", "张审计", "--prefix", "37")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--password", ""), ("at least 8 characters", "至少 8 个字符")),
        (("--password", "1234567"), ("at least 8 characters", "至少 8 个字符")),
        (("--password", "long enough", "--subject", "zhang@city"), ("leave --password away", "请不要指定 --password")),
    ],
)
def test_a_password_is_refused_before_the_database_is_asked(words: tuple[str, ...], said: tuple[str, ...]) -> None:
    done = command("create-account", *AUDITOR, *words, DATABASE_URL=NOWHERE)
    assert (done.exit_code, [part in done.stderr for part in said]) == (1, [True, True])


async def test_an_account_with_a_subject_is_asked_for_no_password(database: Addresses) -> None:
    words = (*AUDITOR, "--subject", "zhang@city")
    roles = {f"{role}DATABASE_URL": database.owner.url for role in ("", "WRITE_", "READ_")}
    made = await asyncio.to_thread(command, "create-account", *words, **roles)
    assert (made.exit_code, made.output) == (0, "zhang: created 已创建\n")
    connection = await asyncpg.connect(database.owner.url)
    stored = await connection.fetchrow("SELECT oidc_subject, password_hash FROM account WHERE login = 'zhang'")
    await connection.close()
    assert tuple(stored or ()) == ("zhang@city", None)
    words = (*AUDITOR, "--subject", "other@city")
    again = await asyncio.to_thread(command, "create-account", *words, **roles)
    assert (again.exit_code, "登录名已存在" in again.stderr) == (1, True)
