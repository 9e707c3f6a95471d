"""A read plan: what one root field asks of the database, frozen, with parameters in place of every value.

`resolvers.reading` makes plans from GraphQL selections, `db.render` turns them into SQL. Fields are pairs of the
response key and what stands there.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeAlias

from sqlalchemy.types import TypeEngine

from .matching.weights import Part, Weights
from .models import Base

Model: TypeAlias = type[Base]


@dataclass(frozen=True)
class Param:
    """A bind parameter; `many` when the value is a list."""

    name: str
    type: TypeEngine[Any]  # Any: parameters have every type
    many: bool = False


# --- what an object shows


@dataclass(frozen=True)
class TypeName:
    """The constant of `__typename`."""

    name: str


@dataclass(frozen=True)
class Id:
    """The global id."""


@dataclass(frozen=True)
class Scalar:
    """A column or column expression of that attribute name."""

    attribute: str


@dataclass(frozen=True)
class Body:
    """An object of one model with its fields."""

    model: Model
    fields: tuple[tuple[str, "Shown"], ...]


@dataclass(frozen=True)
class One:
    """The object at the far end of a to-one relation, or null."""

    relation: str
    body: Body


@dataclass(frozen=True)
class Many:
    """All objects at the far end of a to-many relation, oldest first."""

    relation: str
    body: Body


@dataclass(frozen=True)
class Either:
    """An interface or union: the first of several to-one relations that is there; a type without body shows null."""

    choices: tuple[One, ...]


@dataclass(frozen=True)
class Actions:
    """What the viewer may do with the object now, by the state machine of its model."""


@dataclass(frozen=True)
class StateAt:
    """The state that the object had at a time, or null; for administrators alone."""

    at: Param


class PartFact(StrEnum):
    """A field of a match's part."""

    NAME = "name"
    VALUE = "value"
    WEIGHT = "weight"


@dataclass(frozen=True)
class PartText:
    """The sentence of a part of a match, in Chinese or in English."""

    english: bool


@dataclass(frozen=True)
class Parts:
    """The parts of a match: of each its name, value, weight or sentence."""

    fields: tuple[tuple[str, "PartFact | PartText | TypeName"], ...]
    weights: tuple[tuple[Part, float], ...]


# --- conditions and orders


class Operator(StrEnum):
    """Comparison of a column with a parameter."""

    EQ = "eq"
    NE = "ne"
    IN = "in"
    NOT_IN = "notIn"
    LT = "lt"
    LTE = "lte"
    GT = "gt"
    GTE = "gte"
    CONTAINS = "contains"
    STARTS_WITH = "startsWith"


@dataclass(frozen=True)
class Compare:
    """`attribute operator parameter`; an unknown (null) attribute never compares true, except that it is not equal."""

    attribute: str
    operator: Operator
    param: Param


@dataclass(frozen=True)
class IdIs:
    """The row has (one of) the global ids; equality with a list of (subdistrict, id) kept in two parameters."""

    subdistrict: Param
    id: Param


@dataclass(frozen=True)
class IsNull:
    """The attribute is null."""

    attribute: str


@dataclass(frozen=True)
class AllOf:
    """Every part holds; none: true."""

    parts: tuple["Condition", ...]


@dataclass(frozen=True)
class AnyOf:
    """Some part holds; none: false."""

    parts: tuple["Condition", ...]


@dataclass(frozen=True)
class Not:
    """The part does not hold."""

    part: "Condition"


@dataclass(frozen=True)
class Related:
    """Some visible object at the far end of the relation fulfils the condition."""

    relation: str
    part: "Condition"


Condition: TypeAlias = Compare | IdIs | IsNull | AllOf | AnyOf | Not | Related


@dataclass(frozen=True)
class Key:
    """One key of an order."""

    attribute: str
    descending: bool
    nulls_first: bool


# --- connections


@dataclass(frozen=True)
class TotalCount:
    """How many rows the connection has in all."""


@dataclass(frozen=True)
class Cursor:
    """The cursor of an edge."""


@dataclass(frozen=True)
class Nodes:
    """The objects of the page."""

    body: Body


@dataclass(frozen=True)
class Edges:
    """The edges of the page; a Body among the fields is the node."""

    fields: tuple[tuple[str, "Cursor | TypeName | Body"], ...]


class PageFact(StrEnum):
    """A field of PageInfo."""

    HAS_NEXT = "hasNextPage"
    HAS_PREVIOUS = "hasPreviousPage"
    START = "startCursor"
    END = "endCursor"


@dataclass(frozen=True)
class PageInfo:
    """What is around the page."""

    fields: tuple[tuple[str, PageFact | TypeName], ...]


class Function(StrEnum):
    """An aggregate function over an attribute."""

    SUM = "sum"
    MIN = "min"
    MAX = "max"
    AVG = "avg"


@dataclass(frozen=True)
class Count:
    """How many rows were aggregated."""


@dataclass(frozen=True)
class Totals:
    """One aggregate function over several attributes."""

    function: Function
    fields: tuple[tuple[str, Scalar | TypeName], ...]


@dataclass(frozen=True)
class Aggregate:
    """Aggregates over all rows of the connection."""

    fields: tuple[tuple[str, Count | Totals | TypeName], ...]


@dataclass(frozen=True)
class Nothing:
    """A constant null: a key that was not grouped by."""


@dataclass(frozen=True)
class GroupKey:
    """The values that a group has in common."""

    fields: tuple[tuple[str, Scalar | One | TypeName | Nothing], ...]


@dataclass(frozen=True)
class Groups:
    """Aggregates per group of rows that agree in the attributes `by`: the largest first, at most `limit` of them."""

    by: tuple[str, ...]
    limit: Param
    fields: tuple[tuple[str, Count | Totals | GroupKey | TypeName], ...]


class Asked(StrEnum):
    """What a ranking starts from; its parameters are named in `db.render.rankings`."""

    NEED = "need"
    RESOURCE = "resource"
    VIEWER = "viewer"
    NEEDS_LIKE = "needs like"
    RESOURCES_LIKE = "resources like"
    CATEGORIES = "categories"


@dataclass(frozen=True)
class Ranking:
    """Computed rows: what is asked for, with its parameters by name, how much each part counts, and what was typed."""

    asked: Asked
    given: tuple[tuple[str, Param], ...]
    weights: Weights
    typed: Param | None = None


@dataclass(frozen=True)
class Connection:
    """A page of a model's rows, all of them, those of a ranking, or (`relation`) those of the object it stands in.

    `size` counts from the front, or from the `backward` end. `after` and `before` hold one parameter a key.
    """

    model: Model
    relation: str | None
    where: Condition
    order: tuple[Key, ...]
    size: Param
    backward: bool
    after: tuple[Param, ...] | None
    before: tuple[Param, ...] | None
    fields: tuple[tuple[str, "Nodes | Edges | PageInfo | TotalCount | Aggregate | Groups | TypeName"], ...]
    ranking: Ranking | None = None


Shown: TypeAlias = TypeName | Id | Scalar | One | Many | Either | Actions | StateAt | Parts | Connection

# --- roots


@dataclass(frozen=True)
class Single:
    """The one row that fulfils the condition, or null."""

    body: Body
    where: Condition


@dataclass(frozen=True)
class ByIds:
    """Objects of several types by global ids, in their order, null where there is none; `one`: just the first."""

    types: Param
    subdistricts: Param
    ids: Param
    bodies: tuple[tuple[int, Body], ...]
    one: bool


Root: TypeAlias = Connection | Single | ByIds
