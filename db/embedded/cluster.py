"""The folder of one PostgreSQL: made whole or not at all, started, stopped."""

import hashlib
import os
import shlex
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import BinaryIO

import psutil

from .errors import EmbeddedError, PassingError
from .memory import shared_buffers
from .owner import owner_of
from .programs import here, run

SETTINGS = {
    "listen_addresses": "",
    "unix_socket_directories": ".",  # the data folder, whatever the length of its path
    "max_connections": "100",
    "max_wal_size": "2GB",
    "jit": "off",  # a statement of ours takes less time than compiling it
    "log_min_messages": "log",  # a statement's error belongs to who sent it, and its text may hold personal data
}
# A container's /dev/shm is small, and may be missing.
SHARED_MEMORY = ("-c", "dynamic_shared_memory_type=sysv") if sys.platform == "linux" else ()
SYNC = ("--sync-method=syncfs",) if sys.platform == "linux" else ()  # once, instead of for each of 1,000 files
ROLES = b"""\
CREATE ROLE red_partners_owner LOGIN
CREATE ROLE red_partners_writer LOGIN
CREATE ROLE red_partners_reader LOGIN
ALTER ROLE red_partners_reader SET default_transaction_read_only = on
CREATE DATABASE red_partners OWNER red_partners_owner
"""
EXTEND = b"CREATE EXTENSION IF NOT EXISTS vector\n"  # which takes a superuser
EXTENDED = "red_partners.extended"  # in the data: every database of the service has its extensions
LOCALE = ("--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--encoding=UTF8")
TRUST = ("--username=postgres", "--auth-local=trust", "--auth-host=reject")  # only its owner and root reach the socket
SOCKET = ".s.PGSQL.5432"
LOG_BYTES = 1_000_000  # at a start, a longer log makes way for a new one
START_SECONDS = 120  # recovery after a crash reads up to max_wal_size
PASSING = ("pre-existing shared memory block", "lock file")


class Cluster:
    """The PostgreSQL in the folder's `postgres`; whoever starts or stops it does so alone."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.data = folder / "postgres"
        self._log = folder / "postgres.log"
        self._mark = f"cluster_name=red-partners-{hashlib.sha256(os.fsencode(self.data)).hexdigest()[:16]}"

    def prepare(self) -> None:
        """Make it when it is not there, and let its owner have it."""
        if not (self.data / "PG_VERSION").exists():
            self._make()
        owner_of(self.data).give(self.data)
        if self._log.exists() and self._log.stat().st_size > LOG_BYTES:
            self._log.replace(self._log.with_suffix(".log.old"))

    def process(self) -> psutil.Process | None:
        """Return its postmaster, if one runs: what `postmaster.pid` names is soon another process."""
        try:
            process = psutil.Process(int((self.data / "postmaster.pid").read_bytes().split()[0]))
            command = process.cmdline()
        except (FileNotFoundError, IndexError, ValueError, OverflowError, psutil.Error):
            return None
        ours = self._mark in command or self.is_earlier(command)
        return process if ours and Path(command[0]).name == "postgres" else None

    def is_earlier(self, command: list[str]) -> bool:
        """Tell whether an earlier version of the service started it: its socket is where we do not look."""
        return str(self.data) in command

    def start(self) -> None:
        """Start it, or see that one which runs answers; PassingError when that may help later."""
        if self.process() is None:
            self._launch()
        elif self._run("pg_isready", "-q", "-U", "postgres", "-h", here(self.data)).returncode:
            raise PassingError(
                "The embedded database is starting or stopping and takes long; try again, or see its log:",
                "内置数据库正在启动或停止，耗时较长；请重试，或查看其日志：",
                self._last_words(),
            )

    def stop(self) -> None:
        """Stop it, if it runs."""
        if self.process() and self._control("stop", "-m", "fast", "-t", "60").returncode:
            raise EmbeddedError(
                "The embedded database takes long to stop, and goes on stopping; its log:",
                "内置数据库停止耗时较长，仍在停止中；其日志：",
                self._last_words(),
            )

    def _make(self) -> None:
        """Make the database beside its place, so that it is there whole, roles and all, or not at all."""
        for half_made in self._folder.glob("postgres.new-*"):
            shutil.rmtree(half_made, ignore_errors=True)
        if self.data.exists() and any(self.data.iterdir()):
            raise EmbeddedError(
                f"{self.data} holds files but no database: move it away and start again.",
                f"{self.data} 中有文件但不是数据库：请将其移走后重新启动。",
            )
        new = Path(tempfile.mkdtemp(prefix="postgres.new-", dir=self._folder))
        owner_of(new).give(new)
        self._initialise(new)
        new.rename(self.data)
        _sync(self._folder)

    def _initialise(self, new: Path) -> None:
        made = run(new, owner_of(new), ("initdb", "-D", here(new), *LOCALE, *TRUST, *SHARED_MEMORY, *SYNC))
        if made.returncode == 0:
            made = _alone_with(new, "postgres", ROLES)
        if made.returncode:
            raise EmbeddedError(
                f"The embedded database could not be made in {self._folder}; set DATABASE_URL, or see to what is said:",
                f"无法在 {self._folder} 中创建内置数据库；请设置 DATABASE_URL，或根据以下输出处理：",
                made.stderr.decode(errors="replace").strip(),
            )

    def _launch(self) -> None:
        # The process id in these may by now be another process's, which PostgreSQL would take for a postmaster.
        for left_over in (self.data / "postmaster.pid", self.data / f"{SOCKET}.lock"):
            left_over.unlink(missing_ok=True)
        self._extend()
        settings = (*(f"{name}={value}" for name, value in SETTINGS.items()), f"shared_buffers={shared_buffers()}")
        words = (word for setting in (*settings, self._mark) for word in ("-c", setting))
        with self._log.open("ab") as log:
            self._log.chmod(0o600)
            begin = log.tell()
            started = self._control(
                "start", "-t", str(START_SECONDS), "-o", shlex.join((*words, *SHARED_MEMORY)), log=log
            )
        if started.returncode:
            said = self._last_words(begin)
            kind = PassingError if any(words in said for words in PASSING) else EmbeddedError
            raise kind(
                "The embedded database does not start. If another PostgreSQL uses its folder, stop that; the log says:",
                "内置数据库无法启动。如有其他 PostgreSQL 正在使用其文件夹，请先停止；日志内容：",
                said,
            )

    def _extend(self) -> None:
        """Give the databases their extensions: the template of others, and the service's own."""
        if (self.data / EXTENDED).exists():
            return
        for database in ("template1", "red_partners"):
            made = _alone_with(self.data, database, EXTEND)
            if made.returncode:
                raise EmbeddedError(
                    f"The database in {self._folder} cannot have the extension pgvector:",
                    f"{self._folder} 中的数据库无法安装扩展 pgvector：",
                    made.stderr.decode(errors="replace").strip(),
                )
        (self.data / EXTENDED).touch()

    def _control(self, action: str, *options: str, log: BinaryIO | None = None) -> subprocess.CompletedProcess[bytes]:
        return self._run("pg_ctl", action, "-w", "-D", here(self.data), *options, log=log)

    def _run(self, *words: str, log: BinaryIO | None = None) -> subprocess.CompletedProcess[bytes]:
        return run(self.data, owner_of(self.data), words, log=log)

    def _last_words(self, begin: int = 0) -> str:
        said = self._log.read_bytes()[begin:] if self._log.exists() else b""
        return "\n".join((f"{self._log}:", *said.decode(errors="replace").splitlines()[-8:]))


def _alone_with(data: Path, database: str, commands: bytes) -> subprocess.CompletedProcess[bytes]:
    """Run commands as the superuser in a database of a cluster that no server runs."""
    single = ("postgres", "--single", "-D", here(data), "-c", "exit_on_error=on", database)
    return run(data, owner_of(data), single, given=commands)


def _sync(folder: Path) -> None:
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
