"""Starting a server process: a port for it, and waiting until it answers."""

import os
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from socket import create_server

SECONDS = 60


def free_port() -> int:
    """Return a port that nobody listens on."""
    with create_server(("127.0.0.1", 0)) as socket:
        port: int = socket.getsockname()[1]
        return port


def wait(port: int) -> None:
    """Wait until a server answers there; raises TimeoutError."""
    deadline = time.monotonic() + SECONDS
    while time.monotonic() < deadline:
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=1)
        except OSError:
            time.sleep(0.1)
            continue
        return
    raise TimeoutError("the server did not start")


@contextmanager
def served() -> Iterator[tuple[int, subprocess.Popen[bytes]]]:
    """The port and the process of a server that runs as long as the block does, on the data that are there."""
    port = free_port()
    environment = {**os.environ, "PORT": str(port), "DEMO": "false"}
    with subprocess.Popen([sys.executable, "server.py", "serve"], env=environment, stdout=sys.stderr) as process:
        try:
            wait(port)
            yield port, process
        finally:
            process.terminate()
