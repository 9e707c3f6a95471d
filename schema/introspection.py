"""What is asked about the schema itself: reckoned before it is told, told once, and then remembered as bytes.

It is the same for everybody and takes graphql-core a quarter of a second, so it is told in a thread beside the event
loop; a few answers are kept, packed for those who can unpack them.
"""

import gzip
from collections.abc import Sequence, Sized
from dataclasses import dataclass
from math import ceil
from typing import Self

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
from resolvers.errors import ErrorCode, ServiceError

from .http import Headers, json_response
from .limits import ALL_TYPES, INTROSPECTION, Lists, Measure, Size
from .media import LONGEST, Media, takes_gzip

OF_ITSELF = {*INTROSPECTION, "__typename"}
FULL = get_introspection_query(specified_by_url=True, directive_is_repeatable=True, input_value_deprecation=True)
FULL_COST = 40_000  # of which it is the measure: a quarter of a second, as that many objects shown
MOST_ALONE = 50_000
MOST_BESIDE_DATA = 1_000  # it is told on the event loop then


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
    """What it costs to tell of the schema, and how much of it may be asked for."""

    def __init__(self, schema: GraphQLSchema) -> None:
        self.lists = lists_of(schema)
        (full,) = Measure(parse(FULL), Settings.model_construct(), self.lists).sizes()
        self.unit = full.schema / FULL_COST

    def of(self, size: Size) -> tuple[int, bool]:
        """What an operation costs of that, and whether it asks for nothing else; raises ServiceError."""
        cost, alone = ceil(size.schema / self.unit), size.names <= OF_ITSELF
        most = MOST_ALONE if alone else MOST_BESIDE_DATA
        if cost > most:
            raise ServiceError(ErrorCode.TOO_COSTLY, cost=cost, most=most)
        return cost, alone


def lists_of(schema: GraphQLSchema) -> Lists:
    """How long the lists are that a schema tells of itself: those of types met through fields are the long ones."""
    types = schema.type_map.values()
    outputs = [type_.fields for type_ in types if isinstance(type_, GraphQLObjectType | GraphQLInterfaceType)]
    inputs = [type_.fields for type_ in types if isinstance(type_, GraphQLInputObjectType)]
    enums = [type_.values for type_ in types if isinstance(type_, GraphQLEnumType)]
    arguments = [field.args for fields in outputs for field in fields.values()]
    interfaces = [schema.get_possible_types(type_) for type_ in types if isinstance(type_, GraphQLInterfaceType)]
    number, fields = len(types), _usual(outputs, len(types))
    return {
        ALL_TYPES: (number, number),
        "directives": (len(schema.directives), 0),
        "fields": fields,
        "args": (_usual(arguments, len(arguments))[1],) * 2,
        "inputFields": _usual(inputs, number),
        "enumValues": _usual(enums, number),
        "possibleTypes": _usual(interfaces, number),
        "__type": (max(map(len, outputs)) / fields[0], 0),  # it may be the largest
        "ofType": (0.5, 0.5),  # most are no list of anything
    }


def _usual(lists: Sequence[Sized], number: int) -> tuple[float, float]:
    """How long a list is that is met as often as it is long, and what there is for each of so many."""
    lengths = [len(each) for each in lists]
    return sum(length**2 for length in lengths) / sum(lengths), sum(lengths) / number
