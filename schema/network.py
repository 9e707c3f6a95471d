"""The schema of the network, put together."""

from functools import cache

import strawberry
from strawberry.schema.config import StrawberryConfig

from .mutations import Mutation
from .query import Query
from .reading import resolve_reads
from .registry import TYPES, register
from .scalars import SCALARS


@cache
def build_schema() -> strawberry.Schema:
    """The schema, made once."""
    register(Query)  # the last of the types: now all are known
    schema = strawberry.Schema(
        Query,
        Mutation,
        types=[type_ for type_ in TYPES.values() if hasattr(type_, "__strawberry_definition__")],
        config=StrawberryConfig(scalar_map=SCALARS),
    )
    resolve_reads(schema._schema.query_type)
    return schema
