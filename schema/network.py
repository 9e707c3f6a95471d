"""The schema of the network, put together, with the limits that every document keeps."""

import strawberry
from strawberry.extensions import AddValidationRules, MaxTokensLimiter, ParserCache, ValidationCache
from strawberry.extensions.max_aliases import create_validator as alias_limit
from strawberry.extensions.query_depth_limiter import create_validator as depth_limit
from strawberry.schema.config import StrawberryConfig

from db.settings import Settings

from .executor import SplicingExecutor
from .mutations import Mutation
from .query import Query
from .registry import SCALARS, TYPES, register


class NetworkSchema(strawberry.Schema):
    """A schema that leaves errors to the endpoint: logged here, they would show variables, passwords among them."""

    def process_errors(self, errors: object, execution_context: object = None) -> None:
        """Log nothing."""


def build_schema(settings: Settings) -> strawberry.Schema:
    """The schema with the limits of the settings."""
    register(Query)  # the last of the types: now all are known
    # made once: the limiters themselves make rules for each request, and no validation would ever be found again
    limits = [alias_limit(settings.max_aliases), depth_limit(settings.max_depth, None)]
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
