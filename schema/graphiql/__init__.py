"""GraphiQL from our own server: the page, its bundled files, and the queries that it starts with."""

from pathlib import Path

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

DIST = Path(__file__).parent / "dist"
QUERIES = Path(__file__).parent / "queries"

CONTENT_SECURITY_POLICY = (
    "default-src 'self'; "
    "img-src 'self' data:; "  # the editor's marks for errors and warnings are data: images in its stylesheet
    "object-src 'none'; "
    "base-uri 'none'; "
    "form-action 'none'; "  # the sign-in form is sent by script; without it a password must go nowhere
    "frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-cache",  # kept by the browser, but asked for again: the ETag answers 304
}


def routes(endpoint: str) -> list[BaseRoute]:
    """The page at `/` and what it loads below `/graphiql`; it sends its operations to `endpoint`."""
    files = GuardedFiles(directory=DIST)
    start = {"endpoint": endpoint, "tabs": [{"query": query} for query in queries().values()]}

    async def page(request: Request) -> Response:
        return await files.get_response("index.html", request.scope)

    async def first_tabs(_: Request) -> Response:
        return JSONResponse(start, headers=HEADERS)

    return [Route("/", page), Route("/graphiql/queries.json", first_tabs), Mount("/graphiql", files)]


def queries() -> dict[str, str]:
    """The documents of the page's first tabs, by file name and in its order."""
    return {path.name: path.read_text(encoding="utf-8") for path in sorted(QUERIES.glob("*.graphql"))}


class GuardedFiles(StaticFiles):
    """Static files that carry our security headers."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        """As Starlette answers, with our headers added."""
        response = await super().get_response(path, scope)
        response.headers.update(HEADERS)
        return response
