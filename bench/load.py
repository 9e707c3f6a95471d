"""A load generator of a few lines: keep-alive HTTP/1.1 over plain streams, so that it costs the machine little."""

import asyncio
import time
from dataclasses import dataclass

import psutil


@dataclass(frozen=True)
class Request:
    """A POST of JSON, ready to send."""

    port: int
    path: str
    body: bytes
    token: str

    @property
    def raw(self) -> bytes:
        head = (
            f"POST {self.path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
            f"Authorization: Bearer {self.token}\r\nContent-Length: {len(self.body)}\r\n\r\n"
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
    reader, writer = await asyncio.open_connection("127.0.0.1", request.port)
    raw, count = request.raw, 0
    while time.perf_counter() < until:
        writer.write(raw)
        await _response(reader)
        count += 1
    writer.close()
    return count


async def _response(reader: asyncio.StreamReader) -> None:
    head = await reader.readuntil(b"\r\n\r\n")
    if not head.startswith(b"HTTP/1.1 200"):
        raise RuntimeError(head.decode())
    length = int(head.lower().split(b"content-length:")[1].split(b"\r\n")[0])
    body = await reader.readexactly(length)
    if b'"errors"' in body[:10]:
        raise RuntimeError(body.decode())
