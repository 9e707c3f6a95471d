"""The embedded database through real starts, stops and kills."""

import fcntl
import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import asyncpg
import psutil
import pytest

from db.embedded import Embedded, EmbeddedError, binaries, memory, programs, users
from db.embedded.owner import owner_of

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


def start(folder: Path, *before: str) -> subprocess.Popen[str]:
    """Start another process that holds the database until its input ends, in a process group of its own."""
    return subprocess.Popen(  # no shell
        [*before, sys.executable, "-c", SERVER, folder],
        cwd=PROJECT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def serve(folder: Path, *before: str) -> subprocess.Popen[str]:
    process = start(folder, *before)
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
        assert ask(database, "SELECT 1") == "1"
        kill(orphan)  # which would end within a minute
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
            f"{stranger.pid}\n{folder}/postgres\n1\n5432\n.\n\n1 1\nready\n"
        )
        (folder / "postgres" / ".s.PGSQL.5432.lock").write_text(f"{stranger.pid}\n")
        assert kept(folder) == "7"
        assert stranger.poll() is None
        stranger.kill()


@pytest.mark.parametrize("record", ["", "\0\0\0", "99999999999999999999\n"])
def test_damaged_process_id_file_is_not_believed(folder: Path, record: str) -> None:
    keep(folder)
    (folder / "postgres" / "postmaster.pid").write_text(record)
    assert kept(folder) == "7"


@pytest.mark.parametrize(
    "name", ["a b+c%2F红", "a,b", 'a$b`c\\"', "deep/" + "d" * 100, os.fsdecode("红".encode("gbk"))]
)
async def test_any_path_will_do(tmp_path: Path, name: str) -> None:
    with Embedded(tmp_path / name) as database:
        connection = await asyncpg.connect(database.address("red_partners_writer"))
        assert await connection.fetchval("SELECT current_user") == "red_partners_writer"
        await connection.close()
        assert ask(database, "SELECT 1") == "1"


@pytest.mark.skipif(AS_ROOT, reason="root copies them elsewhere")
def test_path_that_the_tools_cannot_take_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    wheel = binaries().parents[1]
    (tmp_path / "a$b").mkdir()
    (tmp_path / "a$b" / wheel.name).symlink_to(wheel)
    monkeypatch.syspath_prepend(tmp_path / "a$b")
    with pytest.raises(EmbeddedError, match=r"(?s)move the project.*移动项目"):
        Embedded(tmp_path / "data").__enter__()


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


def status(process: psutil.Process) -> dict[str, str]:
    lines = Path(f"/proc/{process.pid}/status").read_text().splitlines()
    return {name: value.strip() for name, _, value in (line.partition(":") for line in lines)}


RIGHTS = ("CapInh", "CapPrm", "CapEff", "CapBnd", "CapAmb")
by_root = pytest.mark.skipif(not AS_ROOT, reason="root alone has a user of its own for it")


@by_root
def test_root_lets_a_user_of_its_own_run_it_who_has_no_rights(folder: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.touch(mode=0o600)
    with Embedded(folder) as database:
        process = postmaster(folder)
        assert process.username() == users.NAME
        assert {int(status(process)[right], 16) for right in RIGHTS} == {0}
        assert "Permission denied" in refusal(database, f"SELECT pg_read_file('{secret}')", "postgres")
        assert "Permission denied" in refusal(database, "SELECT pg_read_file('/etc/shadow')", "postgres")


@by_root
@pytest.mark.parametrize("before", [0, pwd.getpwnam("nobody").pw_uid], ids=["root", "nobody"])
def test_data_of_root_and_of_nobody_become_that_users(folder: Path, before: int) -> None:
    keep(folder)
    for path in (folder / "postgres", *(folder / "postgres").rglob("*")):
        os.chown(path, before, before)
    assert kept(folder) == "7"
    assert {path.owner() for path in (folder / "postgres").rglob("*")} == {users.NAME}


@by_root
def test_data_of_another_user_stay_theirs(folder: Path) -> None:
    keep(folder)
    daemon = pwd.getpwnam("daemon")
    for path in (folder / "postgres", *(folder / "postgres").rglob("*")):
        os.chown(path, daemon.pw_uid, daemon.pw_gid)
    assert kept(folder) == "7"
    assert (folder / "postgres").owner() == "daemon"


@pytest.fixture
def closed_wheel(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The programs below a folder that others may not enter."""
    tmp_path.chmod(0o700)
    for part in (binaries().parents[1], binaries().parents[2] / f"{programs.WHEEL}.libs"):
        (tmp_path / part.name).symlink_to(part)
    monkeypatch.syspath_prepend(tmp_path)
    return tmp_path


@by_root
def test_programs_that_its_user_cannot_reach_are_copied_once_and_readable(
    folder: Path, closed_wheel: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    assert binaries().is_relative_to(closed_wheel)
    with tempfile.TemporaryDirectory() as open_folder:
        Path(open_folder).chmod(0o711)
        monkeypatch.setattr(users, "HOME", Path(open_folder, "red-partners"))
        mask = os.umask(0o077)
        try:
            keep(folder)
        finally:
            os.umask(mask)
        assert "已复制到" in capfd.readouterr().err
        (copy,) = Path(open_folder).glob("red-partners/postgresql-*")
        made_at = copy.stat().st_mtime_ns
        with Embedded(folder):
            assert Path(postmaster(folder).cmdline()[0]).is_relative_to(copy)
        assert (copy.stat().st_mtime_ns, capfd.readouterr().err) == (made_at, "")


def landed(folder: Path) -> psutil.Process:
    """Start the database as the first version of the service did: with its path, and a socket beside the data."""
    data, sockets = folder / "postgres", folder / "run"
    sockets.mkdir(mode=0o777)
    sockets.chmod(0o777)
    nobody, reachable = pwd.getpwnam("nobody"), programs.programs_for(owner_of(data))
    for path in (data, *data.rglob("*")) if AS_ROOT else ():
        os.chown(path, nobody.pw_uid, nobody.pw_gid)
    rights = (f"--{kind}-caps=+dac_override" for kind in ("inh", "ambient"))
    as_nobody = ["setpriv", f"--reuid={nobody.pw_uid}", f"--regid={nobody.pw_gid}", "--clear-groups", *rights]
    options = f"-c listen_addresses= -c unix_socket_directories={sockets}"
    pg_ctl = [str(reachable / "pg_ctl"), "start", "-w", "-D", str(data), "-l", str(folder / "old.log"), "-o", options]
    subprocess.run([*(as_nobody if AS_ROOT else ()), *pg_ctl], check=True, stdout=subprocess.DEVNULL)
    return postmaster(folder)


def test_what_the_landed_version_left_running_makes_way(tmp_path: Path) -> None:
    with tempfile.TemporaryDirectory(prefix="rp-") as short:
        folder = Path(short)
        keep(folder)
        old = landed(folder)
        with (folder / "users.lock").open() as users_lock:
            fcntl.flock(users_lock, fcntl.LOCK_SH)
            with pytest.raises(EmbeddedError, match=r"(?s)earlier version.*旧版本"):
                Embedded(folder).__enter__()
        assert not is_dead(old)
        assert kept(folder) == "7"
        assert is_dead(old)


@pytest.mark.parametrize(
    "name", [("-r",), ("--user", "--map-user=54321", "--map-group=54321")], ids=["root", "nameless"]
)
def test_root_alone_and_a_user_without_a_name_have_a_namespace_for_it(folder: Path, name: tuple[str, ...]) -> None:
    unshare = ("unshare", *name)
    if subprocess.run([*unshare, "true"], capture_output=True, check=False).returncode:
        pytest.skip("no user namespaces here")
    with serve(folder, *unshare) as server:
        assert {int(status(postmaster(folder))[right], 16) for right in RIGHTS} == {0}
        server.communicate()
    assert is_stopped(folder)


@by_root
def test_root_without_rights_is_told_which(folder: Path) -> None:
    none = ("--bounding-set=-all", "--inh-caps=-all", "--ambient-caps=-all")
    with start(folder, "setpriv", *none) as server:
        said = server.communicate()[1]
    assert "CAP_CHOWN, CAP_DAC_OVERRIDE, CAP_SETGID, CAP_SETUID" in said
    assert "普通用户" in said


@by_root
def test_a_few_rights_are_enough(folder: Path) -> None:
    few = ("--bounding-set=-all,+chown,+dac_override,+setgid,+setuid", "--inh-caps=-all", "--ambient-caps=-all")
    with serve(folder, "setpriv", *few) as server:
        held = status(postmaster(folder))
        assert {int(held[right], 16) for right in RIGHTS if right != "CapBnd"} == {0}
        assert held["NoNewPrivs"] == "1"
        server.communicate()
    assert is_stopped(folder)


@by_root
def test_root_without_setpriv_is_told_so(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(EmbeddedError, match=r"(?s)setpriv.*DATABASE_URL.*普通用户"):
        Embedded(folder).__enter__()


@by_root
def test_the_database_does_not_see_the_services_secrets(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRET_KEY", "of the service alone")
    with Embedded(folder):
        assert b"of the service alone" not in Path(f"/proc/{postmaster(folder).pid}/environ").read_bytes()


@pytest.mark.skipif(sys.platform != "linux", reason="others have no /dev/shm")
def test_a_small_dev_shm_does_not_matter(folder: Path) -> None:
    with Embedded(folder) as database:
        assert ask(database, "SHOW dynamic_shared_memory_type") == "sysv"


def test_a_folder_that_cannot_be_made_is_told_so() -> None:
    with pytest.raises(EmbeddedError, match=r"(?s)/proc/none.*DATA_DIR.*DATA_DIR"):
        Embedded(Path("/proc/none")).__enter__()


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
