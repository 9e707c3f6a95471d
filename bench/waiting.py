"""Starting a server process: a port for it, and waiting until it answers."""

import time
import urllib.request
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
