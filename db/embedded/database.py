"""A running embedded database, shared by the server processes that use it.

Each keeps a shared lock on `users.lock`, and the one that can have it alone when it leaves stops PostgreSQL. The locks
are the operating system's, so a killed process lets go of them.
"""

import fcntl
import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Self
from urllib.parse import quote

from tenacity import Retrying, retry_if_exception_type, retry_if_result, stop_after_delay, wait_fixed

from .cluster import SOCKET, Cluster
from .errors import EmbeddedError, PassingError, unusable
from .owner import owner_of

SOCKET_PATH_BYTES = 103  # macOS's limit; Linux has 107
RETRY_SECONDS = 30  # a backend that outlived its postmaster ends with its statement, at statement_timeout
STOP_SECONDS = 60


class Embedded:
    """A context manager: the database whose files are below the folder runs as long as anybody is inside."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder.resolve()
        self._cluster = Cluster(self._folder)

    def __enter__(self) -> Self:
        with self._usable():
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._refuse_foreign()
            self._opened = os.open(self._folder, os.O_RDONLY)
            self._users = self._open("users.lock")
            try:
                with self._alone():
                    self._retire_earlier()
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
        host = quote(self._host(), safe="")
        return f"postgresql://{quote(user, safe='')}@/{quote(database, safe='')}?host={host}&port=5432"

    def ensure_running(self) -> bool:
        """Start the database again if it died; return whether it had."""
        if self._cluster.process():
            return False
        with self._usable(), self._alone():
            self._start()
        return True

    def _host(self) -> str:
        """The socket's folder, or another name of it where its path is too long, or no plain text, or a list to libpq.

        That name is for this process and those that it starts.
        """
        path = self._cluster.data
        if str(path).isascii() and "," not in str(path) and len(str(path / SOCKET)) <= SOCKET_PATH_BYTES:
            return str(path)
        opened = Path(f"/proc/{os.getpid()}/fd/{self._opened}")
        if not opened.exists():
            raise EmbeddedError(
                f"The path of the database is too long, or has special characters ({path}): set DATA_DIR.",
                f"数据库路径过长或含有特殊字符（{path}）：请设置 DATA_DIR。",
            )
        return str(opened / path.name)

    @contextmanager
    def _usable(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise unusable(self._folder, error) from error

    def _refuse_foreign(self) -> None:
        data = self._cluster.data
        owner_of(data)  # says why nobody can be
        if os.geteuid() != 0 and data.exists() and data.stat().st_uid != os.geteuid():
            raise PermissionError

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
                self._cluster.stop()
        finally:
            os.close(self._users)
            os.close(self._opened)

    def _retire_earlier(self) -> None:
        """Stop what an earlier version of the service left running, unless that version itself still runs."""
        process = self._cluster.process()
        if process is None or not self._cluster.is_earlier(process.cmdline()):
            return
        try:
            fcntl.flock(self._users, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise EmbeddedError(
                f"An earlier version of the service still runs on {self._folder}: stop it first.",
                f"旧版本的服务仍在使用 {self._folder}：请先将其停止。",
            ) from error
        process.send_signal(signal.SIGINT)  # a fast shutdown
        ended = Retrying(
            retry=retry_if_result(bool), stop=stop_after_delay(STOP_SECONDS), wait=wait_fixed(0.1), reraise=True
        )
        ended(self._cluster.process)

    def _start(self) -> None:
        self._cluster.prepare()
        retrying = Retrying(
            retry=retry_if_exception_type(PassingError),
            stop=stop_after_delay(RETRY_SECONDS),
            wait=wait_fixed(0.1),
            reraise=True,
        )
        retrying(self._cluster.start)
