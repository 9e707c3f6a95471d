"""Arguments as trees whose leaves are constants of the query text or places in the variables.

The structure of a tree (which keys are there, what is null, booleans, enumeration values that pick a column) belongs
to the plan; what stands at its leaves travels as bind parameters. `shape` names the structure of variables.
"""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any, TypeAlias, cast

from graphql import (
    GraphQLInputObjectType,
    GraphQLInputType,
    GraphQLList,
    GraphQLResolveInfo,
    ListValueNode,
    NullValueNode,
    ObjectValueNode,
    ValueNode,
    VariableNode,
    coerce_input_literal,
    get_nullable_type,
)

Variables: TypeAlias = Mapping[str, Any]  # Any: coerced GraphQL values of every type


class Structural(Enum):
    """Base of enumerations whose values are part of a plan: fields to order or group by, directions."""


@dataclass(frozen=True)
class Const:
    """A value of the query text."""

    value: Any  # Any: as Variables

    @property
    def fixed(self) -> bool:
        """Whether no variable decides it."""
        return True

    def get(self, variables: Variables) -> Any:  # Any: as Variables
        """The value."""
        return self.value


@dataclass(frozen=True)
class Place:
    """A place in the variables."""

    name: str
    path: tuple[str | int, ...] = ()

    @property
    def fixed(self) -> bool:
        """Whether no variable decides it."""
        return False

    def get(self, variables: Variables) -> Any:  # Any: as Variables
        """The value that stands there in these variables."""
        value = variables[self.name]
        for step in self.path:
            value = value[step]
        return value


@dataclass(frozen=True)
class Several:
    """A list of leaves."""

    items: tuple["Leaf", ...]

    @property
    def fixed(self) -> bool:
        """Whether no variable decides it."""
        return all(item.fixed for item in self.items)

    def get(self, variables: Variables) -> list[Any]:  # Any: as Variables
        """The values of all items."""
        return [item.get(variables) for item in self.items]


Leaf: TypeAlias = Const | Place | Several
Tree: TypeAlias = "Leaf | dict[str, Tree] | list[Tree] | None"


def shape(value: object) -> Hashable:
    """What of a variable's value decides the plan; equal shapes share one."""
    if isinstance(value, dict):
        return tuple((key, shape(item)) for key, item in value.items())
    if isinstance(value, list):
        return tuple(map(shape, value)) if _structured(value) else "list"
    return value if value is None or isinstance(value, bool | Structural) else "value"


def _structured(items: list[object]) -> bool:
    return any(isinstance(item, dict | list | Structural) for item in items)


def lift(value: object, place: Place) -> Tree:
    """The tree of a variable's value."""
    if isinstance(value, dict):
        return {key: lift(item, Place(place.name, (*place.path, key))) for key, item in value.items()}
    if isinstance(value, list) and _structured(value):
        return [lift(item, Place(place.name, (*place.path, i))) for i, item in enumerate(value)]
    if value is None:
        return None
    return Const(value) if isinstance(value, bool | Structural) else place


def variables_of(info: GraphQLResolveInfo[Any]) -> Variables:
    """The coerced variables of an operation; Strawberry hands them over without graphql-core's wrapper."""
    return cast("Variables", info.variable_values)


ABSENT = Const(None)  # stands for an argument or field that is not given, a variable without value included


def tree(node: ValueNode, type_: GraphQLInputType, variables: Variables) -> Tree:
    """The tree of an argument as it stands in the query."""
    if isinstance(node, VariableNode):
        name = node.name.value
        return lift(variables[name], Place(name)) if name in variables else ABSENT
    if isinstance(node, NullValueNode):
        return None
    bare = get_nullable_type(type_)
    if isinstance(bare, GraphQLList):
        return _list(node, bare.of_type, variables)
    if isinstance(bare, GraphQLInputObjectType) and isinstance(node, ObjectValueNode):
        fields = {f.name.value: tree(f.value, bare.fields[f.name.value].type, variables) for f in node.fields}
        return {name: value for name, value in fields.items() if value is not ABSENT}
    return Const(coerce_input_literal(node, type_))


def _list(node: ValueNode, of_type: GraphQLInputType, variables: Variables) -> Tree:
    nodes = node.values if isinstance(node, ListValueNode) else (node,)
    items = [item for item in (tree(n, of_type, variables) for n in nodes) if item is not ABSENT]
    leaves = [item for item in items if isinstance(item, Const | Place | Several)]
    if len(leaves) < len(items) or any(isinstance(leaf.get(variables), Structural) for leaf in leaves):
        return items
    return Several(tuple(leaves))
