"""The schema of the network, put together, with the limits that every document keeps."""

import strawberry
from strawberry.extensions import (
    MaxAliasesLimiter,
    MaxTokensLimiter,
    ParserCache,
    QueryDepthLimiter,
    ValidationCache,
)
from strawberry.schema.config import StrawberryConfig

from db.settings import Settings

from .executor import SplicingExecutor
from .mutations import Mutation
from .query import Query
from .registry import BIG_INT, TYPES, BigInt


class NetworkSchema(strawberry.Schema):
    """A schema that leaves errors to the endpoint: logged here, they would show variables, passwords among them."""

    def process_errors(self, errors: object, execution_context: object = None) -> None:
        """Log nothing."""


def build_schema(settings: Settings) -> strawberry.Schema:
    """The schema with the limits of the settings."""
    return NetworkSchema(
        Query,
        Mutation,
        types=[type_ for type_ in TYPES.values() if hasattr(type_, "__strawberry_definition__")],
        config=StrawberryConfig(scalar_map={BigInt: BIG_INT}),
        execution_context_class=SplicingExecutor,
        extensions=[
            lambda: MaxTokensLimiter(max_token_count=settings.max_tokens),
            lambda: MaxAliasesLimiter(max_alias_count=settings.max_aliases),
            lambda: QueryDepthLimiter(max_depth=settings.max_depth),
            lambda: ParserCache(maxsize=settings.plan_cache_size),
            lambda: ValidationCache(maxsize=settings.plan_cache_size),
        ],
    )
