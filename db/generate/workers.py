"""Processes that make rows while PostgreSQL takes in others.

They are started by command: the pools of the standard library would fork a process that has threads and connections,
or import the whole server again into each.
"""

import asyncio
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from multiprocessing import Pipe
from pathlib import Path

from .network import Size, Tables

PROJECT = Path(__file__).parents[2]
MODULE = "db.generate.worker"


class Worker:
    """One process; it makes one subdistrict at a time."""

    def __init__(self) -> None:
        self._connection, theirs = Pipe()
        command = [sys.executable, "-m", MODULE, str(theirs.fileno())]
        # In a process group of its own, Ctrl-C does not reach it: the rows in flight end with the transaction.
        self._process = subprocess.Popen(command, cwd=PROJECT, pass_fds=[theirs.fileno()], process_group=0)  # noqa: S603 - our own program
        theirs.close()

    def make(self, seed: int, number: int, size: Size) -> Tables:
        """Return the rows of a subdistrict; blocks until they are made."""
        try:
            self._connection.send((seed, number, size))
            made: Tables = self._connection.recv()
        except (EOFError, OSError) as error:
            self._process.wait()  # it says why it ends after it has closed its side
            raise RuntimeError("a process that makes rows has ended; what it says stands above") from error
        return made

    def close(self) -> None:
        """End the process, whatever it is doing."""
        self._process.kill()
        self._process.wait()
        self._connection.close()


@contextmanager
def started(many: int) -> Iterator[Sequence[Worker]]:
    """Have some workers while the context lasts."""
    workers = [Worker() for _ in range(many)]
    try:
        yield workers
    finally:
        for worker in workers:
            worker.close()


def begin(worker: Worker, seed: int, number: int, size: Size) -> asyncio.Future[Tables]:
    """Let a worker start on a subdistrict; awaiting gives its rows."""
    return asyncio.get_running_loop().run_in_executor(None, worker.make, seed, number, size)
