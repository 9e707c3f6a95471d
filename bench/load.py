"""A load generator of a few lines: keep-alive HTTP/1.1 over plain streams, so that it costs the machine little."""

import asyncio
import time
from dataclasses import dataclass
from http import HTTPStatus
from typing import Self

import psutil


@dataclass(frozen=True)
class Request:
    """A POST of JSON, ready to send."""

    port: int
    path: str
    body: bytes
    token: str  # or empty: nobody

    @property
    def raw(self) -> bytes:
        signed_in = f"Authorization: Bearer {self.token}\r\n" if self.token else ""
        head = (
            f"POST {self.path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
            f"{signed_in}Content-Length: {len(self.body)}\r\n\r\n"
        )
        return head.encode() + self.body


@dataclass(frozen=True)
class Measured:
    """What a round has shown."""

    requests: int
    seconds: float
    cpu_seconds: float

    @property
    def per_second(self) -> float:
        return self.requests / self.seconds

    @property
    def cpu_ms(self) -> float:
        """Server CPU per request, milliseconds."""
        return 1000 * self.cpu_seconds / self.requests


async def measure(request: Request, server: psutil.Process, *, connections: int, seconds: float) -> Measured:
    """Send the request over so many connections for so long; count, and take the server's CPU time."""
    before, start = server.cpu_times(), time.perf_counter()
    counts = await asyncio.gather(*(_client(request, start + seconds) for _ in range(connections)))
    elapsed, after = time.perf_counter() - start, server.cpu_times()
    return Measured(sum(counts), elapsed, after.user + after.system - before.user - before.system)


async def _client(request: Request, until: float) -> int:
    connection, count = await Connection.open(request.port), 0
    while time.perf_counter() < until:
        answered = await connection.send(request)
        if answered.status != HTTPStatus.OK or b'"errors"' in answered.body[:10]:
            raise RuntimeError(answered.body.decode())
        count += 1
    connection.close()
    return count


@dataclass(frozen=True)
class Answered:
    """What came back."""

    status: int
    body: bytes


class Connection:
    """A keep-alive connection: one request at a time."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader, self._writer = reader, writer

    @classmethod
    async def open(cls, port: int) -> Self:
        """Connect to a server of this machine."""
        return cls(*await asyncio.open_connection("127.0.0.1", port))

    async def send(self, request: Request) -> Answered:
        """Send a request and wait for its answer."""
        self._writer.write(request.raw)
        head = await self._reader.readuntil(b"\r\n\r\n")
        length = int(head.lower().split(b"content-length:")[1].split(b"\r\n")[0])
        return Answered(int(head.split(b" ", 2)[1]), await self._reader.readexactly(length))

    def close(self) -> None:
        """Hang up."""
        self._writer.close()
