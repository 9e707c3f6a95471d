"""The `aggregate` and `groups` fields of a connection -> plans."""

from graphql import GraphQLField, GraphQLObjectType, get_named_type
from sqlalchemy import Integer

from db.plan import Aggregate, Count, Function, GroupKey, Groups, Nothing, One, Scalar, Totals, TypeName
from resolvers.errors import ErrorCode, ServiceError

from .names import attribute_of, model_of
from .selection import Nodes, Selection, body
from .values import Const, Tree

MOST_GROUPS = 1000  # a district has some hundred communities; more groups are a table to page through, not a summary
USUAL_GROUPS = 100


def aggregate(selection: Selection, type_: GraphQLObjectType, nodes: Nodes) -> Aggregate:
    """Aggregates over all rows of the connection."""
    fields = selection.fields(type_, nodes)
    return Aggregate(tuple((key, _total(selection, type_, name, found)) for key, name, found in fields))


def groups(selection: Selection, field: GraphQLField, type_: GraphQLObjectType, nodes: Nodes) -> Groups:
    """Aggregates per group."""
    model, given = model_of(type_), selection.arguments(field, nodes[0])
    by = tuple(dict.fromkeys(attribute_of(model, item) for item in _items(given["by"])))
    first = given.get("first") or Const(USUAL_GROUPS)
    if isinstance(first, dict | list):
        raise TypeError("first is a number")
    limit = selection.parameters.add(first, Integer(), _group_limit)
    fields = selection.fields(type_, nodes)
    return Groups(by, limit, tuple((key, _of_group(selection, type_, n, found, by)) for key, n, found in fields))


def _group_limit(value: int) -> int:
    if 0 <= value <= MOST_GROUPS:
        return value
    raise ServiceError(ErrorCode.PAGE_SIZE, name="first", most=MOST_GROUPS, found=value)


def _items(by: Tree) -> list[str]:
    items = by if isinstance(by, list) else [by]
    return [item.value.value for item in items if isinstance(item, Const)]


def _total(selection: Selection, type_: GraphQLObjectType, name: str, nodes: Nodes) -> Count | Totals | TypeName:
    if name == "__typename":
        return TypeName(type_.name)
    if name == "count":
        return Count()
    inner = selection.object_type(get_named_type(type_.fields[name].type).name)
    model, fields = model_of(inner), selection.fields(inner, nodes)
    shown = (
        (key, TypeName(inner.name) if n == "__typename" else Scalar(attribute_of(model, n))) for key, n, _ in fields
    )
    return Totals(Function(name), tuple(shown))


def _of_group(
    selection: Selection, type_: GraphQLObjectType, name: str, nodes: Nodes, by: tuple[str, ...]
) -> Count | Totals | GroupKey | TypeName:
    if name != "key":
        return _total(selection, type_, name, nodes)
    inner = selection.object_type(get_named_type(type_.fields[name].type).name)
    fields = selection.fields(inner, nodes)
    return GroupKey(tuple((key, _of_key(selection, inner, field, found, by)) for key, field, found in fields))


def _of_key(
    selection: Selection, type_: GraphQLObjectType, name: str, nodes: Nodes, by: tuple[str, ...]
) -> Scalar | One | TypeName | Nothing:
    if name == "__typename":
        return TypeName(type_.name)
    attribute = attribute_of(model_of(type_), name)
    if attribute not in by:
        return Nothing()
    far = get_named_type(type_.fields[name].type)
    if isinstance(far, GraphQLObjectType):
        return One(attribute, body(selection, far, nodes))
    return Scalar(attribute)
