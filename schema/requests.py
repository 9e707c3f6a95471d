"""What a request asks: its query, variables and operation, read from a body or an address and of bounded size."""

from types import NoneType
from typing import Any, NamedTuple, TypeAlias

import orjson
from starlette.datastructures import QueryParams

from resolvers.errors import ErrorCode

from .http import RefusedError

Json: TypeAlias = Any  # Any: JSON of a client, of every shape

MOST_LETTERS = 50_000  # of a query: its text is kept with its plan, five hundred of them
MOST_COMMAS = 60_000  # of a body, those of its query and its texts included: more values are not even read
EACH_OBJECT = 10  # values: graphql-core asks each for every field that it might have
CONTAINERS = (dict, list)
TEXT, OBJECT = (str, NoneType), (dict, NoneType)
OBJECTS = ("variables", "extensions")


class Asked(NamedTuple):
    """A request of GraphQL."""

    text: str
    name: str | None
    variables: dict[str, Json]
    values: int  # in the variables, an object counting as ten


def asked_in_body(body: bytes, most: int) -> Asked:
    """What the body of a POST request asks, of at most so many values; raises RefusedError."""
    if body.count(b",") > MOST_COMMAS:
        raise too_many_values(most)
    return _asked(parse_object(body), most)


def asked_in_address(query: bytes, most: int) -> Asked:
    """What the address of a GET request asks, of at most so many values; raises RefusedError."""
    found: Json = dict(QueryParams(query))
    return _asked({**found, **{name: _parse(found[name]) for name in OBJECTS if found.get(name)}}, most)


def _values(variables: Json, most: int) -> int:
    """How many values there are, an object counting as ten; where there are too many the rest is not looked at."""
    found, within = 0, [variables]
    for value in within:  # which grows
        is_object = isinstance(value, dict)
        found += EACH_OBJECT + len(value) if is_object else len(value)
        if found > most:
            raise too_many_values(most)
        for item in value.values() if is_object else value:
            if isinstance(item, CONTAINERS):
                within.append(item)  # noqa: PERF401 - it is what the loop goes on with
    return found


def too_many_values(most: int) -> RefusedError:
    """The refusal of what would take long to look at."""
    return RefusedError(413, ErrorCode.TOO_MANY_VALUES, most=most, each=EACH_OBJECT)


def _asked(found: Json, most: int) -> Asked:
    text, name, variables = found.get("query"), found.get("operationName"), found.get("variables")
    if not isinstance(text, TEXT) or not isinstance(name, TEXT):
        raise _mistyped("query" if isinstance(name, TEXT) else "operationName", "a string")
    if not isinstance(variables, OBJECT) or not isinstance(found.get("extensions"), OBJECT):
        raise _mistyped("extensions" if isinstance(variables, OBJECT) else "variables", "an object")
    if not text:
        raise _invalid("No GraphQL query found in the request")
    if len(text) > MOST_LETTERS:
        raise RefusedError(413, ErrorCode.QUERY_TOO_LONG, most=MOST_LETTERS)
    return Asked(text, name, variables or {}, _values(variables, most) if variables else 0)


def parse_object(body: bytes) -> Json:
    """The one JSON object of a body; raises RefusedError."""
    found = _parse(body)
    if not isinstance(found, dict):
        raise _invalid("Send one JSON object; batches are not accepted.")
    return found


def _parse(text: str | bytes) -> Json:
    try:
        return orjson.loads(text)
    except orjson.JSONDecodeError as error:
        raise RefusedError(400, ErrorCode.INVALID_JSON, line=error.lineno, column=error.colno) from error


def _mistyped(key: str, wanted: str) -> RefusedError:
    return _invalid(f"The GraphQL operation's `{key}` must be {wanted} or null, if provided.")


def _invalid(problem: str) -> RefusedError:
    return RefusedError(400, ErrorCode.INVALID_REQUEST, problem=problem)
