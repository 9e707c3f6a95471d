"""Execution: finished JSON needs no completing field by field, and a query ends where a root field is refused."""

import asyncio
from typing import Any, Self

from graphql import ExecutionResult, GraphQLSchema, OperationType, default_field_resolver, default_type_resolver
from graphql.execution.values import VariableValues
from orjson import Fragment
from strawberry.execution import optimized_is_awaitable
from strawberry.schema.schema import StrawberryGraphQLCoreExecutionContext

from resolvers.errors import ServiceError

from .documents import Operation

AT_ONCE = 2  # root fields of one operation that are read side by side; the other connections are for other people


class SplicingExecutor(StrawberryGraphQLCoreExecutionContext):
    """Strawberry's executor, for which a Fragment is complete."""

    def __init__(self, *args: Any, **others: Any) -> None:  # Any: graphql-core's own, passed on
        super().__init__(*args, **others)
        self.places = asyncio.Semaphore(AT_ONCE)
        self.refusal: ServiceError | None = None

    @classmethod
    def of(cls, schema: GraphQLSchema, operation: Operation, variables: VariableValues, context: object) -> Self:
        """What executes an operation whose variables are coerced."""
        definitions = {name: fragment.definition for name, fragment in operation.fragments.items()}
        parts = (schema, definitions, operation.fragments, None, context, operation.node, variables)
        resolvers = (default_field_resolver, default_type_resolver, default_field_resolver)
        return cls(*parts, *resolvers, is_awaitable=optimized_is_awaitable)

    async def run(self) -> ExecutionResult:
        """The result."""
        result: Any = self.execute_operation()  # Any: an ExecutionResult, or what becomes one
        whole: ExecutionResult = await result if self.is_awaitable(result) else result
        return whole

    def complete_value(
        self,
        return_type: Any,  # Any: as above
        field_details_list: Any,
        info: Any,
        path: Any,
        result: Any,
        position_context: Any,
    ) -> Any:
        """Pass a Fragment through, complete everything else."""
        if type(result) is Fragment:
            return result
        return super().complete_value(return_type, field_details_list, info, path, result, position_context)

    async def complete_awaitable_value(
        self,
        return_type: Any,  # Any: as above
        field_details_list: Any,
        info: Any,
        path: Any,
        result: Any,
        position_context: Any,
    ) -> Any:
        """Wait for a root field in its turn; where one was refused before, it is not even begun."""
        async with self.places:
            waited_for = self._unless_refused(result)
            return await super().complete_awaitable_value(
                return_type, field_details_list, info, path, waited_for, position_context
            )

    async def _unless_refused(self, result: Any) -> Any:  # Any: as above
        if self.refusal is not None and self.operation.operation is OperationType.QUERY:
            raise self.refusal
        try:
            return await result
        except ServiceError as error:
            self.refusal = error
            raise
