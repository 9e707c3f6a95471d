"""The GraphQL endpoint: remembered operations are answered before anything is parsed, all others by Strawberry."""

from typing import Any

import orjson
import structlog
from cross_web import HTTPException
from graphql import GraphQLError
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Message, Receive, Scope, Send
from strawberry import Schema
from strawberry.asgi import GraphQL
from strawberry.http import GraphQLHTTPResponse, GraphQLRequestData, process_result
from strawberry.types import ExecutionResult

from db.standing import Standing
from resolvers.context import Context, Services
from resolvers.reading.operations import Operations, Recalled
from resolvers.reading.read import fetch

from .entering import client_address, entering
from .http import (
    Headers,
    Json,
    RefusedError,
    json_response,
    language_of,
    parse_object,
    read_body,
    refused,
    require_json,
)

log = structlog.get_logger()
CONTEXT = "red_partners.context"  # where the ASGI scope carries our context through Strawberry's view


class Endpoint(GraphQL[Context, None]):
    """Strawberry's view with our HTTP in front of it."""

    def __init__(self, schema: Schema, services: Services) -> None:
        super().__init__(schema, graphql_ide=None, subscription_protocols=())
        self.services = services
        self.operations = Operations(schema._schema, services.settings.plan_cache_size)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one HTTP request."""
        try:
            response = await self._answer(scope, receive)
        except RefusedError as error:
            response = error.response
        except HTTPException as error:
            response = refused(error).response
        await response(scope, receive, send)

    async def _answer(self, scope: Scope, receive: Receive) -> Response:
        headers: Headers = dict(scope["headers"])
        body = await read_body(receive, headers, self.services.settings.max_body_bytes)
        context = scope[CONTEXT] = await self._context(scope, headers, body)
        if scope["method"] == "POST":
            require_json(headers)
            remembered = await self._remembered(body, context)
            if remembered is not None:
                return remembered
        return await self.run(Request(scope, _again(body)))

    async def _context(self, scope: Scope, headers: Headers, body: bytes) -> Context:
        language = language_of(headers.get(b"accept-language", b""))
        viewer = await entering(headers, body, self.services.tokens)
        return Context(viewer, language, self.services, client_address(scope))

    async def _remembered(self, body: bytes, context: Context) -> Response | None:
        """The answer to an operation that was answered by plans before, or None."""
        recalled = self._recall(parse_object(body), Standing(context.viewer.role))
        return None if recalled is None else await self._read(recalled, context)

    def _recall(self, asked: Json, standing: Standing) -> Recalled | None:
        text, variables, name = asked.get("query"), asked.get("variables") or {}, asked.get("operationName")
        if not isinstance(text, str) or not isinstance(variables, dict) or not isinstance(name, str | None):
            return None
        return self.operations.recall(text, name, standing, variables)

    async def _read(self, recalled: Recalled, context: Context) -> Response | None:
        plans, reader = self.services.plans, self.services.reader
        parts: list[bytes] = []
        try:
            for key, planned in recalled.roots:
                values = planned.values(recalled.variables)
                context.spending.add(planned, values, plans.max_cost)
                text = await fetch(reader, planned, planned.arguments(values, context.viewer))
                parts.append(b'"%b":%b' % (key.encode(), text))
        except Exception:  # noqa: BLE001 - whatever it is, Strawberry's way words it, says where, masks and logs it
            context.spending.cost = 0
            return None
        cost = context.spending.cost
        return json_response(b'{"data":{%b},"extensions":{"cost":%d}}' % (b",".join(parts), cost))

    async def get_context(self, request: Any, response: Any) -> Context:  # Any: Strawberry's signature
        """The context that `__call__` made."""
        context: Context = request.scope[CONTEXT]
        return context

    async def execute_single(  # type: ignore[override]  # by keyword is how Strawberry calls it
        self, *, request_data: GraphQLRequestData, context: Context, **others: Any
    ) -> ExecutionResult:
        """Execute, and remember what plans alone have answered."""
        result: ExecutionResult = await super().execute_single(request_data=request_data, context=context, **others)
        result.extensions = {**(result.extensions or {}), "cost": context.spending.cost}
        data, planned = result.data or {}, context.spending.planned
        if not result.errors and data and set(data) == set(planned) and request_data.query:
            roots = tuple((key, planned[key]) for key in data)
            text, name, given = request_data.query, request_data.operation_name, request_data.variables or {}
            self.operations.remember(text, name, Standing(context.viewer.role), given, roots)
        return result

    async def process_result(self, request: Request, result: ExecutionResult) -> GraphQLHTTPResponse:
        """The response, with every error either meant for the client or masked and logged."""
        result.errors = [_shown(error, request.scope[CONTEXT]) for error in result.errors or ()] or None
        return process_result(result)

    def should_render_graphql_ide(self, request: object) -> bool:
        """Never: GraphiQL is served beside the endpoint."""
        return False

    def decode_json(self, data: str | bytes) -> object:
        """Parse JSON."""
        return parse_object(data)

    def encode_json(self, data: object) -> bytes:
        """Render JSON, splicing fragments in unread."""
        return orjson.dumps(data)


def _again(body: bytes) -> Receive:
    """The body once more, for Strawberry's view."""

    async def receive() -> Message:
        return {"type": "http.request", "body": body, "more_body": False}

    return receive


def _shown(error: GraphQLError, context: Context) -> GraphQLError:
    original = error.original_error
    if original is None or isinstance(original, GraphQLError):
        return _invalid(error)
    log.error("resolver failed", request_id=context.request_id, path=error.path, exc_info=original)
    english, chinese = f"Internal error, request {context.request_id}.", f"内部错误，请求编号 {context.request_id}。"
    return _as(error, f"{chinese} {english}", "INTERNAL")


def _invalid(error: GraphQLError) -> GraphQLError:
    """What graphql-core refuses: a syntax error, an unknown field, a variable of the wrong type."""
    if error.extensions and "code" in error.extensions:
        return error
    return _as(error, f"请求无效。 Invalid request: {error.message}", "INVALID_REQUEST")


def _as(error: GraphQLError, message: str, code: str) -> GraphQLError:
    return GraphQLError(
        message,
        error.nodes,
        error.source,
        error.positions,
        error.path,
        extensions={**(error.extensions or {}), "code": code},
    )
