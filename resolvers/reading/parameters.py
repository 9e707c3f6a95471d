"""Parameters of a plan: where each value comes from, and how it becomes what PostgreSQL takes."""

from base64 import b64decode
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

import orjson
from sqlalchemy import Boolean, Date, DateTime, Float, Integer, Numeric, Text, Uuid
from sqlalchemy.types import TypeEngine

from db.ids import BYTES, GlobalId, InvalidIdError, parse_id
from db.models import Base, Subdistrict
from db.plan import Param
from resolvers.errors import ErrorCode, ServiceError
from resolvers.translations import short

from .values import Const, Leaf, Variables

MOST = 100  # rows of a page: what a screen shows, and what keeps one statement short
USUAL = 20
MOST_ITEMS = 1000  # of a list of values; PostgreSQL compares every row with each of them
NOBODY = UUID(int=0)

Convert = Callable[[Any], object]  # Any: coerced GraphQL values of every type
ReadId = Callable[[str], GlobalId]


@dataclass(frozen=True)
class Source:
    """Where a parameter's value comes from."""

    leaf: Leaf
    convert: Convert

    def value(self, variables: Variables) -> object:
        """The value for these variables; raises ServiceError."""
        return self.convert(self.leaf.get(variables))


@dataclass
class Parameters:
    """The parameters of a plan that is being made: `p1`, `p2`, …"""

    sources: dict[str, Source] = field(default_factory=dict)
    texts: list[str] = field(default_factory=list)  # those of them that are analysed

    def add(self, leaf: Leaf, type_: TypeEngine[Any], convert: Convert, *, many: bool = False) -> Param:
        """A new parameter; `many`: a list."""
        name = f"p{len(self.sources) + 1}"
        convert = bounded(convert) if many else convert
        self.sources[name] = Source(leaf, convert)
        return Param(name, type_, many)

    def value(self, leaf: Leaf, type_: TypeEngine[Any], *, many: bool = False) -> Param:
        """A parameter that holds a value (or a list of values) of a column's type."""
        if isinstance(type_, Date | DateTime):
            return self.add(leaf, type_, (lambda items: list(map(time_text, items))) if many else time_text, many=many)
        return self.add(
            leaf, type_, (lambda items: list(dict.fromkeys(items))) if many else lambda value: value, many=many
        )

    def ids(self, leaf: Leaf, read: ReadId, *, many: bool) -> tuple[Param, Param, Param]:
        """Parameters with type, subdistrict and id of (a list of) global ids."""
        parts: tuple[tuple[TypeEngine[Any], Callable[[GlobalId], object]], ...] = (
            (Integer(), lambda found: BYTES[found.model]),
            (Uuid(), lambda found: found.subdistrict_id),
            (Uuid(), lambda found: found.id),
        )
        kind, subdistrict, id_ = (
            self.add(leaf, type_, _of_ids(part, read, many=many), many=many) for type_, part in parts
        )
        return kind, subdistrict, id_

    def text(self, leaf: Leaf, convert: Convert) -> Param:
        """A parameter that holds a text, whose analysis (`resolvers.reading.texts`) has parameters of its own."""
        typed = self.add(leaf, Text(), convert)
        self.texts.append(typed.name)
        return typed

    def size(self, leaf: Leaf | None, name: str) -> Param:
        """A parameter with the number of rows of a page."""
        return self.add(leaf or Const(USUAL), Integer(), lambda value: page_size(value, name))

    def cursor(self, leaf: Leaf, signature: str, types: list[TypeEngine[Any]]) -> tuple[Param, ...]:
        """Parameters with the keys of a cursor, one each."""

        def key(place: int) -> Convert:
            return lambda text: read_cursor(text, signature, types)[place]

        return tuple(self.add(leaf, type_, key(place)) for place, type_ in enumerate(types))


def bounded(convert: Convert) -> Convert:
    """The same conversion for lists that are not too long."""

    def converted(items: list[Any]) -> object:
        if len(items) > MOST_ITEMS:
            raise ServiceError(ErrorCode.LIST_TOO_LONG, most=MOST_ITEMS, found=len(items))
        return convert(items)

    return converted


def time_text(value: date) -> str:
    """A date or time as PostgreSQL reads it."""
    return value.isoformat()


def _of_ids(part: Callable[[GlobalId], object], read: ReadId, *, many: bool) -> Convert:
    if many:
        return lambda texts: [part(read(text)) for text in texts]
    return lambda text: part(read(text))


def id_of(*models: type[Base]) -> ReadId:
    """What reads the global id of one of these models, or of any; raises ServiceError."""
    kinds = "/".join(model.__name__ for model in models) or "Node"

    def read(text: str) -> GlobalId:
        try:
            return parse_id(text, *models)
        except InvalidIdError as error:
            raise ServiceError(ErrorCode.INVALID_ID, text=short(text), kind=kinds) from error

    return read


def id_or_nobody(text: str) -> GlobalId:
    """The global id in a text; of what is no id one that nothing has."""
    try:
        return parse_id(text)
    except InvalidIdError:
        return GlobalId(Subdistrict, NOBODY, NOBODY)


def page_size(value: int, name: str) -> int:
    """The number of rows asked for, 0 to 100."""
    if 0 <= value <= MOST:
        return value
    raise ServiceError(ErrorCode.PAGE_SIZE, name=name, most=MOST, found=value)


READ: dict[type, Convert] = {
    datetime: lambda text: time_text(datetime.fromisoformat(text)),
    date: lambda text: time_text(date.fromisoformat(text)),
    int: int,
    float: float,
    Decimal: Decimal,
    UUID: UUID,
    bool: lambda text: text == "true",
    str: str,
}


def python_type(type_: TypeEngine[Any]) -> type:
    """The Python type of a column's values."""
    known = {
        Boolean: bool,
        DateTime: datetime,
        Date: date,
        Float: float,
        Numeric: Decimal,
        Integer: int,
        Uuid: UUID,
    }
    return next((python for sql, python in known.items() if isinstance(type_, sql)), str)


def read_cursor(text: str, signature: str, types: list[TypeEngine[Any]]) -> list[object]:
    """The keys in a cursor of the given order."""
    try:
        made_for, *keys = orjson.loads(b64decode(text, validate=True))
        values = [_read_key(key, type_) for key, type_ in zip(keys, types, strict=True)]
    except (ValueError, TypeError, ArithmeticError):
        made_for, values = None, []
    if made_for == signature:
        return values
    raise ServiceError(ErrorCode.INVALID_CURSOR, text=short(text))


def _read_key(key: object, type_: TypeEngine[Any]) -> object:
    if key is None:
        return None
    if not isinstance(key, str):
        raise TypeError(key)
    return READ[python_type(type_)](key)
