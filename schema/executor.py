"""The executor lets finished JSON through: what the database rendered needs no completing field by field."""

from typing import Any

from orjson import Fragment
from strawberry.schema.schema import StrawberryGraphQLCoreExecutionContext


class SplicingExecutor(StrawberryGraphQLCoreExecutionContext):
    """Strawberry's executor, for which a Fragment is complete."""

    def complete_value(
        self,
        return_type: Any,  # Any: graphql-core's own, passed on
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
