"""What is asked about the schema itself: reckoned before it is told, told once, and then remembered as bytes.

It is the same for everybody and takes graphql-core a quarter of a second, so it is told in a thread beside the event
loop; a few answers are kept, packed for those who can unpack them.
"""

import gzip
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any, Self

import orjson
from graphql import (
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLInterfaceType,
    GraphQLObjectType,
    GraphQLSchema,
    get_introspection_query,
    parse,
)
from starlette.responses import Response

from db.settings import Settings
from resolvers.errors import ServiceError

from .http import Headers, json_response
from .limits import INTROSPECTION, Measure, Size
from .media import LONGEST, Media, takes_gzip

OF_ITSELF = {*INTROSPECTION, "__typename"}
MORE = 1.25  # times the schema as tools ask for it: once, and something beside it
BESIDE_DATA = 0.02  # of it, where it is told on the event loop
FULL = get_introspection_query(specified_by_url=True, directive_is_repeatable=True, input_value_deprecation=True)


@dataclass(frozen=True)
class Answer:
    """The finished response, and the same packed."""

    body: bytes
    packed: bytes

    @classmethod
    def of(cls, data: object, cost: int) -> Self:
        """The answer with what was asked for."""
        body = orjson.dumps({"data": data, "extensions": {"cost": cost}})
        return cls(body, gzip.compress(body))

    def response(self, headers: Headers, media: Media) -> Response:
        """As the client wants it."""
        told = {"Vary": "Accept, Accept-Encoding"}
        if not takes_gzip(headers.get(b"accept-encoding", b"")[:LONGEST]):
            return json_response(self.body, 200, told, media)
        return json_response(self.packed, 200, told | {"Content-Encoding": "gzip"}, media)


class Reckoning:
    """What a selection of the schema shows, and how much of that may be asked for."""

    def __init__(self, schema: GraphQLSchema) -> None:
        self.lists = lists_of(schema)
        measure = Measure(parse(FULL), Settings.model_construct(), self.lists)
        (full,) = measure.sizes()
        self.alone, self.beside = int(full.told * MORE), int(full.told * BESIDE_DATA)

    def of(self, size: Size) -> tuple[int, bool]:
        """How much an operation shows of the schema, and whether that is all it shows; raises ServiceError."""
        told, pure = int(size.schema), size.names <= OF_ITSELF
        most = self.alone if pure else self.beside
        if told > most:
            english = (
                f"It may show {told} parts of the schema, the limit is {most}: ask for it once, and for nothing else."
            )
            chinese = f"此操作最多可能返回 {told} 项 schema 内容，上限为 {most}：请单独查询，且只查询一次。"
            raise ServiceError("TOO_COSTLY", english, chinese)
        return told, pure


def lists_of(schema: GraphQLSchema) -> dict[str, float]:
    """How long the lists are that a schema tells of itself, where they are not empty."""
    types = schema.type_map.values()
    with_fields = [type_.fields for type_ in types if isinstance(type_, GraphQLObjectType | GraphQLInterfaceType)]
    fields = [field for named in with_fields for field in named.values()]
    mean = _mean(with_fields)
    return {
        "types": len(types),
        "directives": len(schema.directives),
        "fields": mean,
        "args": _mean(field.args for field in fields),
        "inputFields": _mean(type_.fields for type_ in types if isinstance(type_, GraphQLInputObjectType)),
        "enumValues": _mean(type_.values for type_ in types if isinstance(type_, GraphQLEnumType)),
        "__type": max(map(len, with_fields)) / mean,  # it may be the largest
        "ofType": 0.5,  # most are no list of anything
    }


def _mean(several: Iterable[Collection[Any]]) -> float:
    lengths = [len(each) for each in several if each]
    return sum(lengths) / max(len(lengths), 1)
