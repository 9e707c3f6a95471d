"""The mapping by name: a GraphQL field is the attribute of the same name, in snake case, of its type's model."""

from functools import cache
from typing import Any

from graphql import GraphQLField, GraphQLObjectType
from strawberry.schema.schema_converter import GraphQLCoreConverter
from strawberry.utils.str_converters import to_camel_case

from db.models import Base

DEFINITION = GraphQLCoreConverter.DEFINITION_BACKREF


def model_of(type_: GraphQLObjectType) -> type[Base]:
    """The model that a GraphQL type shows."""
    model: type[Base] = type_.extensions[DEFINITION].origin.model
    return model


def facts(field: GraphQLField) -> dict[str, Any]:  # Any: a field's own facts, see schema.fields
    """What a field says of itself besides its name."""
    return dict(field.extensions[DEFINITION].metadata)


@cache
def _attributes(model: type[Base]) -> dict[str, str]:
    return {to_camel_case(name): name for name in model.__mapper__.attrs.keys()}  # noqa: SIM118 - not a mapping


def attribute_of(model: type[Base], name: str) -> str:
    """The model's attribute of a GraphQL name."""
    return _attributes(model)[name]
