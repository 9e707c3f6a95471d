"""The server process itself: as `make run` starts it, stops it, and loses its database."""

import asyncio
import json
import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from socket import create_server
from tempfile import TemporaryDirectory
from typing import Any

import psutil
import pytest

ROOT = Path(__file__).parent.parent
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


def until(condition: Any, seconds: float = 30) -> None:
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


@contextmanager
def serving(folder: str) -> Iterator[tuple[subprocess.Popen[bytes], int]]:
    port = free_port()
    environment = {**os.environ, "DATA_DIR": folder, "PORT": str(port)}
    command = [sys.executable, "server.py", "serve"]
    with subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    ) as process:
        try:
            until(lambda: status(port, "/healthz") == 200)
            yield process, port
        finally:
            process.send_signal(signal.SIGINT)
            process.wait(20)


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


def test_a_taken_port_is_named(folder: str) -> None:
    with create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        environment = {**os.environ, "DATA_DIR": folder, "PORT": str(port)}
        done = subprocess.run(
            [sys.executable, "server.py", "serve"], cwd=ROOT, env=environment, capture_output=True, check=False
        )
    assert done.returncode != 0
    assert str(port) in done.stderr.decode()
    assert "PORT" in done.stderr.decode()
