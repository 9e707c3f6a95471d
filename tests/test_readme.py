"""The README as it is printed: its commands run against the demo, and answer what stands below them."""

import asyncio
import json
import re
import shutil
from collections.abc import AsyncIterator
from itertools import pairwise
from pathlib import Path
from socket import create_server
from typing import Any

import pytest
import uvicorn
from conftest import KEY, Network

from db.addresses import Addresses
from db.settings import Settings
from server import Server, create_app, open_services

README = (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
MARK = "-- answered --"
MARKED = f"echo {MARK}\n"
JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01"


def pattern(printed: str) -> str:
    """What a printed answer stands for: `…` is what differs each time, or goes on."""
    return r"\s*" + ".*".join(map(re.escape, printed.strip().split("…"))) + r"\s*"


@pytest.fixture
async def network(demo_database: Addresses, tmp_path: Path) -> AsyncIterator[Network]:
    """The demo network, with attachments in a folder of the test's."""
    settings = Settings(secret_key=KEY, attachments_url=str(tmp_path / "attachments"), _env_file=None)
    async with open_services(settings, demo_database) as services:
        yield Network(create_app(settings, services), services, demo_database)


@pytest.fixture
async def port(network: Network) -> AsyncIterator[int]:
    """The demo network at a port of this machine."""
    server = Server(uvicorn.Config(network.app, log_level="warning", lifespan="off"))
    with create_server(("127.0.0.1", 0)) as socket:
        serving = asyncio.create_task(server.serve(sockets=[socket]))
        yield socket.getsockname()[1]
        server.should_exit = True
        await serving


@pytest.mark.skipif(shutil.which("curl") is None, reason="the commands are curl's")
async def test_its_commands_answer_as_printed(port: int, tmp_path: Path) -> None:
    (tmp_path / "handrail.jpg").write_bytes(JPEG)
    commands = [text for kind, text in BLOCKS if kind == "sh"]
    expected = [text for (kind, _), (other, text) in pairwise(BLOCKS) if (kind, other) == ("sh", "json")]
    script = f"set -euo pipefail\n{MARKED.join(commands)}".replace("localhost:8000", f"127.0.0.1:{port}")
    process = await asyncio.create_subprocess_exec(
        "bash", "-c", script, cwd=tmp_path, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE
    )
    out, errors = await process.communicate()
    assert process.returncode == 0, errors.decode()
    answers = [answer for answer in out.decode().split(MARK) if answer.strip()]
    assert len(answers) == len(expected) == 2
    for printed, answer in zip(expected, answers, strict=True):
        assert re.fullmatch(pattern(printed), answer, re.DOTALL), answer


async def test_its_query_becomes_the_statement_and_the_answer_shown(network: Network) -> None:
    asked, statement, answer = walk_through("graphql", "sql", "json")
    dagang = await network.client("dagang")
    given: dict[str, Any] = await dagang.execute(asked)  # Any: JSON
    (planned,) = network.services.plans.kept.values()
    assert re.search(pattern(flat(statement)), flat(planned.statement.sql))
    assert given["data"] == {"projects": json.loads(answer)}
    assert f"this costs {given['extensions']['cost']}" in flat(README)


def walk_through(*kinds: str) -> list[str]:
    """The blocks of these kinds in the part that follows one query."""
    part = README[README.index("## One query") :]
    return [re.findall(rf"```{kind}\n(.*?)```", part, re.DOTALL)[0] for kind in kinds]


def flat(text: str) -> str:
    return " ".join(text.split())
