"""All GraphQL types by name, and the fields that name their types by it: siblings need no import of each other."""

import datetime as dt
import decimal
from collections.abc import Mapping
from dataclasses import MISSING
from typing import Any

import strawberry
from strawberry.annotation import StrawberryAnnotation
from strawberry.types.arguments import StrawberryArgument
from strawberry.types.field import UNRESOLVED, StrawberryField

from .descriptions import text
from .scalars import BigInt

# Any: classes, scalars and enumerations that Strawberry knows
TYPES: dict[str, Any] = {
    "ID": strawberry.ID,
    "BigInt": BigInt,
    "date": dt.date,
    "datetime": dt.datetime,
    "Decimal": decimal.Decimal,
}


def register(cls: type, name: str | None = None) -> type:
    """Make a type known by its name in the API, the class's own unless another is given."""
    TYPES[name or cls.__name__] = cls
    return cls


def of_type(name: str) -> StrawberryAnnotation:
    """The type of that name (`"Grid | None"`, `"list[Need]"`), looked up when the schema is put together."""
    return StrawberryAnnotation(name, namespace=TYPES)


class ByName(StrawberryField):
    """A field whose type is named; dataclasses would put the name alone in its place, without where to look it up."""

    @property
    def type(self) -> Any:
        """The type, once all are known; to try before takes a quarter of a second of every start."""
        return self.resolve_type() if "Query" in TYPES else UNRESOLVED

    @type.setter  # noqa: A003 - Strawberry's name
    def type(self, type_: object) -> None:
        """Keep the type that the field was made with."""


def shown(
    type_: str, english: str, chinese: str, example: str | None = None, **facts: object
) -> Any:  # Any: stands for a class attribute of any type
    """A field of an object, read from the attribute of its name; `facts` say what differs (`either`, `shows`)."""
    return ByName(type_annotation=of_type(type_), description=text(english, chinese, example), metadata=facts)


def given(
    type_: str, english: str, chinese: str, example: str | None = None, *, name: str | None = None
) -> Any:  # Any: as shown
    """A field of an input object; it may be left out when its type ends in `| None`."""
    return ByName(
        graphql_name=name,
        type_annotation=of_type(type_),
        description=text(english, chinese, example),
        default=strawberry.UNSET if type_.endswith("| None") else MISSING,
    )


def argument(name: str, type_: str, english: str, chinese: str, example: str | None = None) -> StrawberryArgument:
    """An argument of a field; left out when its type may be null."""
    return StrawberryArgument(
        python_name=name,
        graphql_name=None,
        type_annotation=of_type(type_),
        description=text(english, chinese, example),
    )


def make(
    kind: Any, name: str, english: str, chinese: str, fields: Mapping[str, Any], **attributes: object
) -> None:  # Any: strawberry.type or strawberry.input
    """A GraphQL type made from data: `kind` is `strawberry.type` or `strawberry.input`."""
    cls = type(name, (), {**attributes, **fields, "__module__": __name__})
    register(kind(cls, name=name, description=text(english, chinese)))
