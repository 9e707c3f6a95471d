"""Connection fields -> pages: which rows, in which order, from which cursor, and what is shown of them."""

from typing import TypeAlias

from graphql import GraphQLField, GraphQLObjectType, get_named_type

from db.models import Base, Ranked
from db.models.base import Dated
from db.plan import (
    Aggregate,
    Body,
    Connection,
    Cursor,
    Edges,
    Groups,
    Key,
    PageFact,
    PageInfo,
    Param,
    Ranking,
    TotalCount,
    TypeName,
)
from db.plan import Nodes as NodesPart
from db.render.orders import key_type, signature
from db.rows import Row
from resolvers.errors import ErrorCode, ServiceError

from .aggregates import aggregate, groups
from .filters import condition
from .names import attribute_of, model_of
from .parameters import Parameters
from .selection import Nodes, Selection, body
from .values import Const, Leaf, Tree

BEST_FIRST = (Key("score", True, nulls_first=False), Key("id", True, nulls_first=False))
MOST_KEYS = 10  # of an order; a cursor holds them all

Part: TypeAlias = NodesPart | Edges | PageInfo | TotalCount | Aggregate | Groups | TypeName


def connection(
    selection: Selection,
    field: GraphQLField,
    type_: GraphQLObjectType,
    nodes: Nodes,
    *,
    relation: str | None = None,
    ranking: Ranking | None = None,
) -> Connection:
    """The connection of a field: of all rows, of those of a ranking, or of those that the relation leads to."""
    model, given = model_of(type_), selection.arguments(field, nodes[0])
    order = order_keys(given.get("order"), model)
    size, backward = _size(given, selection.parameters)
    named = signature(model, ranking, order)
    after, before = (
        _cursor(given.get(name), named, order, model, selection.parameters) for name in ("after", "before")
    )
    return Connection(
        model,
        relation,
        condition(given.get("filter"), model, selection.parameters),
        order,
        size,
        backward,
        after,
        before,
        tuple((key, _part(selection, type_, name, found)) for key, name, found in selection.fields(type_, nodes)),
        ranking,
    )


def order_keys(order: Tree, model: type[Base]) -> tuple[Key, ...]:
    """The keys of an order, made total by the id; without one: the newest first, places the oldest first."""
    newest_first = issubclass(model, Dated)
    if issubclass(model, Ranked) and not order:
        return BEST_FIRST
    terms = order if isinstance(order, list) else []
    if len(terms) > MOST_KEYS:
        raise ServiceError(ErrorCode.ORDER_TOO_LONG, most=MOST_KEYS)
    keys = tuple(_key(term, model) for term in terms if isinstance(term, dict))
    if any(key.attribute == "id" for key in keys):
        return keys
    return (*keys, Key("id", _descends(keys, newest_first), nulls_first=False))


def _descends(keys: tuple[Key, ...], otherwise: bool) -> bool:
    """Ties go the way of the last key, so that one index serves the whole order."""
    return keys[-1].descending if keys else otherwise


def _key(term: dict[str, Tree], model: type[Base]) -> Key:
    chosen = {name: value.value.value for name, value in term.items() if isinstance(value, Const)}
    field, direction, nulls = chosen["field"], chosen.get("direction", "ASC"), chosen.get("nulls", "LAST")
    return Key(attribute_of(model, field), direction == "DESC", nulls == "FIRST")


def _leaf(given: dict[str, Tree], name: str) -> Leaf | None:
    value = given.get(name)
    return None if isinstance(value, dict | list) else value


def _size(given: dict[str, Tree], parameters: Parameters) -> tuple[Param, bool]:
    first, last = _leaf(given, "first"), _leaf(given, "last")
    if first is not None and last is not None:
        raise ServiceError(ErrorCode.FIRST_AND_LAST)
    name = "first" if last is None else "last"
    return parameters.size(first if last is None else last, name), last is not None


def _cursor(
    given: Tree, named: str, order: tuple[Key, ...], model: type[Base], parameters: Parameters
) -> tuple[Param, ...] | None:
    if given is None or isinstance(given, dict | list):
        return None
    row = Row(model, "")
    return parameters.cursor(given, named, [key_type(row, key) for key in order])


def _part(selection: Selection, type_: GraphQLObjectType, name: str, nodes: Nodes) -> Part:
    if name == "__typename":
        return TypeName(type_.name)
    if name == "totalCount":
        return TotalCount()
    inner = selection.object_type(get_named_type(type_.fields[name].type).name)
    match name:
        case "nodes":
            return NodesPart(body(selection, inner, nodes))
        case "aggregate":
            return aggregate(selection, inner, nodes)
        case "groups":
            return groups(selection, type_.fields[name], inner, nodes)
    fields = list(selection.fields(inner, nodes))
    if name == "pageInfo":
        return PageInfo(tuple((key, _page_fact(inner, field)) for key, field, _ in fields))
    return Edges(tuple((key, _of_edge(selection, inner, field, found)) for key, field, found in fields))


def _page_fact(type_: GraphQLObjectType, name: str) -> PageFact | TypeName:
    return TypeName(type_.name) if name == "__typename" else PageFact(name)


def _of_edge(selection: Selection, type_: GraphQLObjectType, name: str, nodes: Nodes) -> Cursor | TypeName | Body:
    match name:
        case "__typename":
            return TypeName(type_.name)
        case "cursor":
            return Cursor()
    return body(selection, selection.object_type(get_named_type(type_.fields[name].type).name), nodes)
