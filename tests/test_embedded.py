"""The embedded database through real starts, stops and kills."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import asyncpg
import psutil
import pytest

from db import memory
from db.embedded import Embedded, EmbeddedError, binaries

AS_ROOT = os.geteuid() == 0
PROJECT = Path(__file__).parents[1]
SERVER = """
import pathlib, signal, sys
from db.embedded import Embedded
signal.signal(signal.SIGINT, signal.default_int_handler)  # a background job of a shell inherits that it is ignored
with Embedded(pathlib.Path(sys.argv[1])):
    print("serving", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def runtime(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A runtime folder with a short path, for sockets that do not fit below the data."""
    with tempfile.TemporaryDirectory() as short:
        monkeypatch.setenv("XDG_RUNTIME_DIR", short)
        yield Path(short)


def ask(database: Embedded, sql: str, user: str = "red_partners_owner") -> str:
    psql = [str(binaries() / "psql"), "-XAtq", "-v", "ON_ERROR_STOP=1", "-c", sql, database.address(user)]
    done = subprocess.run(psql, capture_output=True, text=True, check=True)  # no shell
    return done.stdout.strip()


def refusal(database: Embedded, sql: str, user: str) -> str:
    with pytest.raises(subprocess.CalledProcessError) as caught:
        ask(database, sql, user)
    return str(caught.value.stderr)


def postmaster(folder: Path) -> psutil.Process:
    return psutil.Process(int((folder / "postgres" / "postmaster.pid").read_text().splitlines()[0]))


def is_stopped(folder: Path) -> bool:
    return not (folder / "postgres" / "postmaster.pid").exists()


def is_dead(process: psutil.Process) -> bool:
    try:
        return bool(process.status() == psutil.STATUS_ZOMBIE)
    except psutil.NoSuchProcess:
        return True


def kill(process: psutil.Process) -> None:
    with suppress(psutil.NoSuchProcess):  # it may have gone by itself meanwhile
        process.kill()
    poll(lambda: is_dead(process))


def poll(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 10
    while not condition():
        assert time.monotonic() < deadline


def start(folder: Path) -> subprocess.Popen[str]:
    """Start another process that holds the database until its input ends, in a process group of its own."""
    return subprocess.Popen(  # no shell
        [sys.executable, "-c", SERVER, folder],
        cwd=PROJECT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        start_new_session=True,
    )


def serve(folder: Path) -> subprocess.Popen[str]:
    process = start(folder)
    assert process.stdout is not None
    assert process.stdout.readline() == "serving\n"
    return process


def keep(folder: Path) -> None:
    with Embedded(folder) as database:
        ask(database, "CREATE TABLE kept AS SELECT 7 AS value")


def kept(folder: Path) -> str:
    with Embedded(folder) as database:
        return ask(database, "SELECT value FROM kept")


def test_data_survive_a_stop(folder: Path) -> None:
    keep(folder)
    assert is_stopped(folder)
    assert kept(folder) == "7"


def test_last_user_stops_it(folder: Path) -> None:
    with Embedded(folder) as last:
        with Embedded(folder) as first:
            assert first.address("a") == last.address("a")
        assert ask(last, "SELECT 1") == "1"
    assert is_stopped(folder)


def test_many_start_and_stop_at_once(folder: Path) -> None:
    def visit(_: int) -> str:
        with Embedded(folder) as database:
            return ask(database, "SELECT 1")

    with ThreadPoolExecutor(4) as threads:
        assert list(threads.map(visit, range(16))) == ["1"] * 16
    assert is_stopped(folder)


def test_killed_postmaster_is_started_again(folder: Path) -> None:
    with Embedded(folder) as database:
        ask(database, "CREATE TABLE kept AS SELECT 7 AS value")
        address = database.address("a")
        kill(postmaster(folder))
        assert database.ensure_running() is True
        assert database.ensure_running() is False
        assert database.address("a") == address
        assert ask(database, "SELECT value FROM kept") == "7"


def test_start_waits_for_a_statement_that_outlived_its_postmaster(folder: Path) -> None:
    busy = "SET statement_timeout = '1s'; SELECT count(*) FROM (SELECT generate_series(1, 1e9::bigint)) AS long"
    with Embedded(folder) as database, ThreadPoolExecutor(1) as thread:
        statement = thread.submit(refusal, database, busy, "red_partners_writer")
        active = "SELECT count(*) FROM pg_stat_activity WHERE state = 'active' AND usename = 'red_partners_writer'"
        poll(lambda: ask(database, active, "postgres") == "1")
        kill(postmaster(folder))
        assert database.ensure_running() is True
        assert ask(database, "SELECT 1") == "1"
        assert "timeout" in statement.result(10)


def test_killed_server_process_lets_go(folder: Path) -> None:
    with serve(folder) as server:
        pid = postmaster(folder).pid
        server.kill()
    with Embedded(folder) as database:
        assert postmaster(folder).pid == pid
        assert ask(database, "SELECT 1") == "1"
    assert is_stopped(folder)


def test_ctrl_c_reaches_the_server_process_alone(folder: Path) -> None:
    with serve(folder) as server, Embedded(folder) as database:
        os.killpg(server.pid, signal.SIGINT)
        server.wait(10)
        assert ask(database, "SELECT 1") == "1"
    assert "database system is shut down" in (folder / "postgres.log").read_text()


def test_removed_folder_is_made_anew(folder: Path) -> None:
    with serve(folder) as server:
        orphan = postmaster(folder)
        server.kill()
    shutil.rmtree(folder)
    with Embedded(folder) as database:
        poll(lambda: is_dead(orphan))
        assert ask(database, "SELECT 1") == "1"


def test_folder_removed_while_it_runs(folder: Path) -> None:
    with Embedded(folder):
        orphan = postmaster(folder)
        shutil.rmtree(folder)
    kill(orphan)


def test_half_made_data_are_made_anew(folder: Path) -> None:
    (folder / "postgres").mkdir(parents=True)
    (folder / "postgres.new-1").mkdir()
    (folder / "postgres.new-1" / "PG_VERSION").write_text("18\n")
    keep(folder)
    assert not list(folder.glob("postgres.new-*"))


def test_interrupted_first_start_leaves_nothing_in_the_way(folder: Path) -> None:
    with start(folder) as server:
        poll(lambda: any(folder.glob("postgres.new-*/PG_VERSION")))
        server.kill()
    assert not (folder / "postgres").exists()
    keep(folder)
    assert kept(folder) == "7"


def test_files_that_are_no_database_stay(folder: Path) -> None:
    (folder / "postgres").mkdir(parents=True)
    (folder / "postgres" / "letter").touch()
    with pytest.raises(EmbeddedError, match=r"(?s)move it away.*移走"):
        Embedded(folder).__enter__()
    assert (folder / "postgres" / "letter").exists()


def test_recycled_process_id_is_not_believed(folder: Path) -> None:
    keep(folder)
    owner = (folder / "postgres").stat().st_uid
    with subprocess.Popen(["/bin/sleep", "600"], user=owner if AS_ROOT else None) as stranger:
        (folder / "postgres" / "postmaster.pid").write_text(
            f"{stranger.pid}\n{folder}/postgres\n1\n5432\n{folder}/run\n\n1 1\nready\n"
        )
        (folder / "run").mkdir(mode=0o700)
        (folder / "run" / ".s.PGSQL.5432.lock").write_text(f"{stranger.pid}\n")
        assert kept(folder) == "7"
        assert stranger.poll() is None
        stranger.kill()


@pytest.mark.parametrize("record", ["", "\0\0\0", "99999999999999999999\n"])
def test_damaged_process_id_file_is_not_believed(folder: Path, record: str) -> None:
    keep(folder)
    (folder / "postgres" / "postmaster.pid").write_text(record)
    assert kept(folder) == "7"


@pytest.mark.parametrize("name", ["a b+c%2F红", "a,b", "deep/" + "d" * 100])
@pytest.mark.usefixtures("runtime")
async def test_any_path_will_do(tmp_path: Path, name: str) -> None:
    with Embedded(tmp_path / name) as database:
        connection = await asyncpg.connect(database.address("red_partners_writer"))
        assert await connection.fetchval("SELECT current_user") == "red_partners_writer"
        await connection.close()
        assert ask(database, "SELECT 1") == "1"


def test_path_that_the_tools_cannot_take_is_refused(tmp_path: Path) -> None:
    with pytest.raises(EmbeddedError, match="DATA_DIR"):
        Embedded(tmp_path / "a$b").__enter__()


def test_socket_folder_of_somebody_else_is_refused(tmp_path: Path, runtime: Path) -> None:
    folder = tmp_path / ("d" * 100)
    with Embedded(folder):
        (sockets,) = runtime.iterdir()
    assert not sockets.exists()
    sockets.symlink_to(tmp_path)
    with pytest.raises(EmbeddedError, match=r"(?s)not a private folder.*私有"):
        Embedded(folder).__enter__()


def test_no_permission_above_the_folder_changes(tmp_path: Path) -> None:
    closed = tmp_path / "home"
    closed.mkdir(mode=0o700)
    above = [*(closed / "data").parents, *binaries().parents]
    before = [path.stat() for path in above]
    keep(closed / "data")
    after = [path.stat() for path in above]
    assert [(now.st_mode, now.st_uid) for now in after] == [(was.st_mode, was.st_uid) for was in before]


def test_variables_of_the_caller_do_not_matter(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {"PGPORT": "1", "PGHOST": "nowhere", "PGDATA": "/", "LC_ALL": "xx_XX.UTF-8"}.items():
        monkeypatch.setenv(name, value)
    keep(folder)
    assert kept(folder) == "7"


def test_roles_have_the_rights_they_need(folder: Path) -> None:
    with Embedded(folder) as database:
        assert ask(database, "SELECT rolname FROM pg_roles WHERE rolsuper") == "postgres"
        assert ask(database, "SELECT count(*) FROM pg_roles WHERE rolcreaterole OR rolcreatedb OR rolbypassrls") == "1"
        ask(database, "CREATE TABLE kept AS SELECT 7 AS value; GRANT SELECT ON kept TO PUBLIC")
        reader = "red_partners_reader"
        assert ask(database, "SELECT value FROM kept", reader) == "7"
        assert "read-only transaction" in refusal(database, "CREATE TABLE mine (value int)", reader)
        assert "permission denied" in refusal(database, "BEGIN READ WRITE; DELETE FROM kept", reader)
        assert "permission denied" in refusal(database, "CREATE TABLE mine (value int)", "red_partners_writer")


def test_text_is_unicode_and_pages_have_checksums(folder: Path) -> None:
    with Embedded(folder) as database:
        facts = "SELECT current_setting('server_encoding'), current_setting('data_checksums'), current_setting('fsync')"
        assert ask(database, facts) == "UTF8|on|on"
        assert ask(database, "SELECT upper('é') || length('红色')") == "É2"


@pytest.mark.skipif(not AS_ROOT, reason="only root can give files away")
def test_data_that_root_copied_are_served(folder: Path) -> None:
    keep(folder)
    for path in (folder / "postgres", *(folder / "postgres").rglob("*")):
        os.chown(path, 0, 0)
    assert kept(folder) == "7"


@pytest.mark.skipif(not AS_ROOT, reason="only root needs setpriv")
def test_root_without_setpriv_is_told_so(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(EmbeddedError, match=r"(?s)setpriv.*DATABASE_URL.*普通用户"):
        Embedded(folder).__enter__()


@pytest.mark.skipif(AS_ROOT, reason="root may write everywhere")
def test_folder_that_may_not_be_written_is_told_so(folder: Path) -> None:
    folder.mkdir(mode=0o500)
    with pytest.raises(EmbeddedError, match=r"(?s)another user.*另一个用户"):
        Embedded(folder).__enter__()


def test_failing_start_quotes_the_log(folder: Path) -> None:
    keep(folder)
    (folder / "postgres" / "postgresql.conf").write_text("no_such_setting = 1\n")
    with pytest.raises(EmbeddedError, match=r"(?s)does not start.*no_such_setting"):
        Embedded(folder).__enter__()
    with suppress(psutil.NoSuchProcess, FileNotFoundError):
        pytest.fail(f"still running: {postmaster(folder)}")


def test_it_keeps_an_eighth_of_the_containers_memory(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    limit = tmp_path / "memory.max"
    limit.write_text(f"{4 * 2**30}\n")
    monkeypatch.setattr(memory, "CONTAINER", limit)
    with Embedded(folder) as database:
        assert ask(database, "SHOW shared_buffers") == "512MB"


@pytest.mark.parametrize("said", ["max", str(2**60), None])
def test_without_a_limit_it_is_the_machines_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, said: str | None
) -> None:
    limit = tmp_path / "memory.max"
    if said:
        limit.write_text(said)
    monkeypatch.setattr(memory, "CONTAINER", limit)
    eighth = psutil.virtual_memory().total // 8 // 2**20
    assert memory.shared_buffers() == f"{min(max(eighth, 256), 4096)}MB"
