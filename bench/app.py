"""One server process with the service and, beside it, its limit: a bare ASGI route with the same SQL text."""

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import httpx
import orjson
from starlette.applications import Starlette
from starlette.routing import Mount
from starlette.types import Receive, Scope, Send

from bench.queries import QUERIES
from db.reader import Reader
from db.settings import Settings
from resolvers.reading.planning import Planned
from server import create_app, open_database, open_services


class Bare:
    """Answers every request with the same statement: what no GraphQL server on this driver can beat."""

    def __init__(self) -> None:
        self.reader: Reader | None = None
        self.planned: Planned | None = None
        self.arguments: list[object] = []

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        while (await receive()).get("more_body"):
            pass
        assert self.reader
        assert self.planned
        body = await self.reader.fetch(self.planned.statement, self.arguments)
        headers = [(b"content-type", b"application/json"), (b"content-length", str(len(body)).encode())]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": body})


def app() -> Starlette:
    """Put both together; `BENCH_TOKEN` is the viewer's."""
    bare = {name: Bare() for name in QUERIES}

    @asynccontextmanager
    async def lifespan(outer: Starlette) -> AsyncIterator[None]:
        settings = Settings()
        with open_database(settings) as (addresses, _):
            async with open_services(settings, addresses) as services:
                service = create_app(settings, services)
                outer.router.routes[:0] = service.routes
                viewer = await services.tokens.viewer(os.environ["BENCH_TOKEN"])
                for name, query in QUERIES.items():
                    bare[name].reader = services.reader
                    await _once(service, query)
                    planned = bare[name].planned = list(services.plans.kept.values())[-1]
                    bare[name].arguments = planned.arguments(planned.values({}), viewer)
                yield

    return Starlette(routes=[Mount(f"/bare/{name}", route) for name, route in bare.items()], lifespan=lifespan)


async def _once(service: Starlette, query: str) -> None:
    headers = {"Authorization": f"Bearer {os.environ['BENCH_TOKEN']}"}
    async with httpx.AsyncClient(transport=httpx.ASGITransport(service), base_url="http://bench") as client:
        answer = await client.post(
            "/graphql", content=orjson.dumps({"query": query}), headers={**headers, "Content-Type": "application/json"}
        )
    assert "errors" not in answer.json(), answer.text
