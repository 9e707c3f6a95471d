"""The GraphQL endpoint: what was answered by plans before is answered by them at once, all else is executed.

A request goes one way: its size, its JSON, the number of its values; its document, small enough and valid; one
operation, its variables coerced once; and only then anything runs.
"""

from collections.abc import Hashable
from typing import Any

import orjson
from cachetools import LRUCache
from graphql import GraphQLError
from graphql.execution.values import VariableValues
from starlette.responses import Response
from starlette.types import Receive, Scope, Send
from strawberry import Schema

from db.turns import Asker
from resolvers.context import Context, Services
from resolvers.errors import ServiceError
from resolvers.reading.operations import Operations
from resolvers.reading.plans import Spending
from resolvers.reading.read import run, told
from resolvers.reading.values import Variables

from .documents import Documents, InvalidError, Operation
from .entering import client_address, entering
from .errors import shown
from .executor import SplicingExecutor
from .http import (
    Headers,
    RefusedError,
    accepted,
    json_response,
    not_allowed,
    read_body,
    reader_of,
    require_json,
)
from .introspection import Answer
from .media import Media
from .requests import Asked, asked_in_address, asked_in_body

KEPT = 16  # answers about the schema, of a megabyte and a half each


class Endpoint:
    """The ASGI app of GraphQL."""

    def __init__(self, schema: Schema, services: Services) -> None:
        self.schema = schema._schema
        self.services = services
        self.documents = Documents(self.schema, services.settings, services.plans.workshop)
        self.operations = Operations(services.settings.plan_cache_size)
        self.told: LRUCache[Hashable, Answer] = LRUCache(KEPT)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one HTTP request."""
        headers: Headers = dict(scope["headers"])
        media = Media.JSON
        try:
            media = accepted(headers)
            response = await self._answer(scope, receive, headers, media)
        except RefusedError as error:
            response = error.response(scope, media)
        await response(scope, receive, send)

    async def _answer(self, scope: Scope, receive: Receive, headers: Headers, media: Media) -> Response:
        body = await read_body(receive, headers, self.services.settings.max_body_bytes)
        context = await self._context(scope, headers, body)
        asked = self._asked(scope, headers, body)
        try:
            with told:
                operation, variables = await self.documents.prepare(asked, context.asker)
                if scope["method"] == "GET" and operation.changes:
                    raise not_allowed("POST")
                if operation.tells:
                    return (await self._tell(operation, variables, context.asker)).response(headers, media)
        except ServiceError as error:
            return self._not_executed([error], context, media)
        except InvalidError as error:
            return self._not_executed(error.errors, context, media)
        remembered = await self._read(operation, variables.coerced, context, media)
        return remembered or await self._execute(operation, variables, context, media)

    async def _context(self, scope: Scope, headers: Headers, body: bytes) -> Context:
        viewer = await entering(headers, body, self.services.tokens)
        return Context(viewer, reader_of(headers), self.services, client_address(scope))

    def _asked(self, scope: Scope, headers: Headers, body: bytes) -> Asked:
        most = self.services.settings.max_values
        if scope["method"] == "POST":
            require_json(headers)
            return asked_in_body(body, most)
        if scope["method"] == "GET":
            return asked_in_address(scope["query_string"], most)
        raise not_allowed("GET, POST")

    async def _tell(self, operation: Operation, variables: VariableValues, asker: Asker) -> Answer:
        """The answer about the schema."""

        def make() -> Answer:
            executor = SplicingExecutor.of(self.schema, operation, variables, None)
            result: Any = executor.execute_operation()  # Any: an ExecutionResult, for nothing in it is waited for
            return Answer.of(result.data, operation.cost)

        key = (*operation.key, repr(variables.coerced))
        return await self.services.plans.workshop.make(self.told, key, asker, make)

    async def _read(
        self, operation: Operation, variables: Variables, context: Context, media: Media
    ) -> Response | None:
        """The answer to an operation that was answered by plans before, or None."""
        roots = self.operations.recall(operation.key, context.viewer.role, variables)
        if roots is None:
            return None
        parts: list[bytes] = []
        key = ""
        try:
            for key, planned in roots:
                text = await run(context, key, planned, variables)
                parts.append(b'"%b":%b' % (key.encode(), text))
                context.spending.planned[key] = planned
        except Exception as error:  # noqa: BLE001 - whatever it is, the whole way words it, says where, masks and logs it
            context.spending = Spending(failed={key: error})
            return None
        extensions = orjson.dumps(context.spending.extensions())
        return json_response(b'{"data":{%b},"extensions":%b}' % (b",".join(parts), extensions), media=media)

    async def _execute(
        self, operation: Operation, variables: VariableValues, context: Context, media: Media
    ) -> Response:
        """Execute, and remember what plans alone have answered."""
        result = await SplicingExecutor.of(self.schema, operation, variables, context).run()
        data, planned = result.data, context.spending.planned
        if not result.errors and data and set(data) == set(planned):
            roots = tuple((key, planned[key]) for key in data)
            self.operations.remember(operation.key, context.viewer.role, variables.coerced, roots)
        errors = {"errors": self._formatted(result.errors, context)} if result.errors else {}
        extensions = {**context.spending.extensions(), "cost": context.spending.cost + operation.cost}
        return json_response(orjson.dumps({"data": data, **errors, "extensions": extensions}), media=media)

    def _not_executed(self, errors: list[GraphQLError], context: Context, media: Media) -> Response:
        """The answer to a request that GraphQL refuses: without data; plain JSON knows no status for it."""
        body = orjson.dumps({"errors": self._formatted(errors, context), "extensions": {"cost": 0}})
        return json_response(body, 400 if media is Media.RESPONSE else 200, media=media)

    def _formatted(self, errors: list[GraphQLError], context: Context) -> list[Any]:  # Any: JSON
        """Every error either meant for the client, or masked and logged."""
        return [shown(error, context, self.schema).formatted for error in errors]
