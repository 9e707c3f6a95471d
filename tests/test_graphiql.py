import re
from collections.abc import AsyncIterator
from hashlib import sha256
from html.parser import HTMLParser

import httpx
import pytest
from graphql import OperationDefinitionNode, parse, validate
from starlette.applications import Starlette

from schema.graphiql import DIST, queries, routes
from schema.network import build_schema

SOURCES = DIST.parent


@pytest.fixture
async def client() -> AsyncIterator[httpx.AsyncClient]:
    transport = httpx.ASGITransport(Starlette(routes=routes("/graphql")))
    async with httpx.AsyncClient(transport=transport, base_url="http://test") as client:
        yield client


async def test_the_page_is_served_at_the_root(client: httpx.AsyncClient) -> None:
    response = await client.get("/")
    assert response.status_code == 200
    assert response.headers["content-type"] == "text/html; charset=utf-8"
    assert '<html lang="zh-CN">' in response.text
    assert "<title>Red Partners 红色合伙人</title>" in response.text


@pytest.mark.parametrize(
    ("name", "content_type"),
    [
        ("app.js", "text/javascript; charset=utf-8"),
        ("app.css", "text/css; charset=utf-8"),
        ("icon.svg", "image/svg+xml"),
        ("LICENSES.txt", "text/plain; charset=utf-8"),
        ("queries.json", "application/json"),
    ],
)
async def test_assets_have_their_content_types(client: httpx.AsyncClient, name: str, content_type: str) -> None:
    response = await client.get(f"/graphiql/{name}")
    assert response.status_code == 200
    assert response.headers["content-type"] == content_type


@pytest.mark.parametrize("path", ["/", "/graphiql/app.js", "/graphiql/queries.json"])
async def test_everything_carries_the_security_headers(client: httpx.AsyncClient, path: str) -> None:
    headers = (await client.get(path)).headers
    policy = headers["content-security-policy"]
    assert policy.startswith("default-src 'self';")
    assert "unsafe" not in policy
    assert "//" not in policy, "no other origin"
    assert headers["x-content-type-options"] == "nosniff"


async def test_the_page_loads_only_what_we_serve(client: httpx.AsyncClient) -> None:
    page = References()
    page.feed((await client.get("/")).text)
    assert set(page.found) == {"graphiql/app.css", "graphiql/app.js", "graphiql/icon.svg"}
    assert [(await client.get(f"/{path}")).status_code for path in page.found] == [200] * len(page.found)


async def test_the_stylesheet_loads_nothing(client: httpx.AsyncClient) -> None:
    css = (await client.get("/graphiql/app.css")).text
    assert "@import" not in css
    assert all(target.startswith("data:image/") for target in re.findall(r"url\([\"']?([^)\"']*)", css))


async def test_an_unchanged_file_is_not_sent_again(client: httpx.AsyncClient) -> None:
    first = await client.get("/graphiql/app.js")
    again = await client.get("/graphiql/app.js", headers={"If-None-Match": first.headers["etag"]})
    assert first.headers["cache-control"] == "no-cache"
    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize(
    "path",
    ["missing.js", "", "../__init__.py", "%2e%2e/__init__.py", "..%2f..%2f..%2fpyproject.toml", "%2fetc%2fpasswd"],
)
async def test_nothing_else_is_served(client: httpx.AsyncClient, path: str) -> None:
    assert (await client.get(f"/graphiql/{path}")).status_code == 404


async def test_the_page_only_reads(client: httpx.AsyncClient) -> None:
    assert (await client.post("/")).status_code == 405
    assert (await client.post("/graphiql/app.js")).status_code == 405


async def test_the_first_tabs_come_from_the_query_files(client: httpx.AsyncClient) -> None:
    start = (await client.get("/graphiql/queries.json")).json()
    assert start["endpoint"] == "/graphql"
    assert [tab["query"] for tab in start["tabs"]] == list(queries().values())


def test_each_query_file_is_one_named_operation() -> None:
    names = [operation_name(query) for query in queries().values()]
    assert names[0] == "Welcome"
    assert len(set(names)) == len(names)


def test_the_bundle_is_built_from_the_sources() -> None:
    sources = [SOURCES / "build.mjs", SOURCES / "package-lock.json", *sorted((SOURCES / "src").iterdir())]
    fingerprint = sha256(b"".join(path.read_bytes() for path in sources)).hexdigest()
    assert (DIST / "SOURCES.sha256").read_text() == f"{fingerprint}\n", "run `make graphiql`"


class References(HTMLParser):
    """The addresses that a page loads; fails on a script or a style of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
        assert tag != "style"
        assert tag != "script" or "src" in attributes
        self.found += [value for name in ("src", "href") if (value := attributes.get(name))]


def operation_name(query: str) -> str:
    (operation,) = parse(query).definitions
    assert isinstance(operation, OperationDefinitionNode)
    assert operation.name is not None
    return operation.name.value


def test_every_query_that_the_page_offers_is_valid() -> None:
    schema = build_schema()._schema
    for name, query in queries().items():
        assert validate(schema, parse(query)) == [], name
