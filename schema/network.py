"""The schema of the network, put together, with the limits that every document keeps."""

from typing import Any

import strawberry
from strawberry.extensions import AddValidationRules, MaxTokensLimiter, ParserCache, ValidationCache
from strawberry.schema.config import StrawberryConfig

from db.settings import Settings

from .executor import SplicingExecutor
from .limits import size_limit
from .mutations import Mutation
from .query import Query
from .registry import TYPES, register
from .scalars import SCALARS


class NetworkSchema(strawberry.Schema):
    """A schema that leaves errors to the endpoint: logged here, they would show variables, passwords among them."""

    def process_errors(self, errors: object, execution_context: object = None) -> None:
        """Log nothing."""


def build_schema(settings: Settings) -> strawberry.Schema:
    """The schema with the limits of the settings."""
    register(Query)  # the last of the types: now all are known
    limits: list[Any] = [size_limit(settings)]  # made once, or no validation is ever found again; Any: Strawberry's
    return NetworkSchema(
        Query,
        Mutation,
        types=[type_ for type_ in TYPES.values() if hasattr(type_, "__strawberry_definition__")],
        config=StrawberryConfig(scalar_map=SCALARS),
        execution_context_class=SplicingExecutor,
        extensions=[
            lambda: MaxTokensLimiter(max_token_count=settings.max_tokens),
            lambda: AddValidationRules(limits),
            lambda: ParserCache(maxsize=settings.plan_cache_size),
            lambda: ValidationCache(maxsize=settings.plan_cache_size),
        ],
    )
