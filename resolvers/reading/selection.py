"""Selections -> what objects show. What is selected twice under one key is merged, as GraphQL asks."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from graphql import (
    FieldNode,
    FragmentDefinitionNode,
    GraphQLField,
    GraphQLObjectType,
    GraphQLResolveInfo,
    GraphQLSchema,
    OperationDefinitionNode,
    get_named_type,
)
from graphql.execution.collect_fields import FieldDetails, FragmentDetails, collect_subfields
from graphql.execution.values import VariableValues, get_argument_values
from sqlalchemy import DateTime

from db.matching.weights import Parts as Shares
from db.models import Base
from db.plan import Actions, Body, Connection, Either, Id, Many, One, Scalar, Shown, StateAt, TypeName

from .names import attribute_of, facts, model_of
from .parameters import Parameters
from .values import ABSENT, Tree, tree, variables_of

Nodes: TypeAlias = Sequence[FieldNode]


@dataclass(frozen=True)
class Selection:
    """The operation that a plan is made from, and the parameters that it gathers."""

    schema: GraphQLSchema
    fragments: Mapping[str, FragmentDefinitionNode]
    operation: OperationDefinitionNode
    variables: VariableValues
    parameters: Parameters
    shares: Shares = ()

    @classmethod
    def of(cls, info: GraphQLResolveInfo[Any]) -> "Selection":
        """The selection that a resolver is asked for."""
        return cls(
            info.schema, info.fragments, info.operation, VariableValues({}, dict(variables_of(info))), Parameters()
        )

    def fields(self, type_: GraphQLObjectType, nodes: Nodes) -> Iterator[tuple[str, str, Nodes]]:
        """Response key, field name and field nodes of all that is selected of an object of that type."""
        fragments = {name: FragmentDetails(fragment) for name, fragment in self.fragments.items()}
        parents = [FieldDetails(node, None) for node in nodes]
        found = collect_subfields(self.schema, fragments, self.variables, self.operation, type_, parents)
        for key, details in found.grouped_field_set.items():
            yield key, details[0].node.name.value, [detail.node for detail in details]

    def arguments(self, field: GraphQLField, node: FieldNode) -> dict[str, Tree]:
        """The arguments that are given, by name; raises GraphQLError as graphql-core does."""
        get_argument_values(field, node, self.variables)  # a variable may be null where nothing may
        given = {
            argument.name.value: tree(argument.value, field.args[argument.name.value].type, self.variables.coerced)
            for argument in node.arguments or ()
        }
        return {name: value for name, value in given.items() if value is not ABSENT}

    def object_type(self, name: str) -> GraphQLObjectType:
        """The object type of that name."""
        type_ = self.schema.type_map[name]
        if not isinstance(type_, GraphQLObjectType):
            raise TypeError(f"{name} is no object type")
        return type_


def body(selection: Selection, type_: GraphQLObjectType, nodes: Nodes) -> Body:
    """What an object of the type shows."""
    model = model_of(type_)
    fields = selection.fields(type_, nodes)
    return Body(model, tuple((key, shown(selection, type_, name, found)) for key, name, found in fields))


def shown(selection: Selection, type_: GraphQLObjectType, name: str, nodes: Nodes) -> Shown:
    """What one field of an object shows."""
    if name == "__typename":
        return TypeName(type_.name)
    if name == "id":
        return Id()
    field, model = type_.fields[name], model_of(type_)
    about = facts(field)
    if "either" in about:
        return _either(selection, about["either"], nodes)
    if about.get("shows") == "parts":
        from .rankings import parts  # noqa: PLC0415 - rankings take their arguments from a selection

        return parts(selection, field, nodes)
    if "shows" in about:
        return _of_machine(selection, about["shows"], field, nodes)
    attribute = attribute_of(model, name)
    if attribute in model.__mapper__.relationships:
        return _relation(selection, field, model, attribute, nodes)
    return Scalar(attribute)


def _either(selection: Selection, choices: Mapping[str, str], nodes: Nodes) -> Either:
    bodies = ((relation, body(selection, selection.object_type(name), nodes)) for name, relation in choices.items())
    return Either(tuple(One(relation, found) for relation, found in bodies))


def _of_machine(selection: Selection, what: str, field: GraphQLField, nodes: Nodes) -> Actions | StateAt:
    """What an object shows that its state machine tells."""
    if what == "actions":
        return Actions()
    at = selection.arguments(field, nodes[0])["at"]
    if at is None or isinstance(at, dict | list):
        raise TypeError("at is a time")
    return StateAt(selection.parameters.value(at, DateTime(timezone=True)))


def _relation(
    selection: Selection, field: GraphQLField, model: type[Base], relation: str, nodes: Nodes
) -> One | Many | Connection:
    type_ = selection.object_type(get_named_type(field.type).name)
    if type_.name.endswith("Connection"):
        from .connections import connection  # noqa: PLC0415 - connections hold objects, which hold connections

        return connection(selection, field, type_, nodes, relation=relation)
    found = body(selection, type_, nodes)
    return Many(relation, found) if model.__mapper__.relationships[relation].uselist else One(relation, found)
