"""What a request asks: its query, variables and operation, read from a body or an address and of bounded size."""

from types import NoneType
from typing import Any, NamedTuple, TypeAlias

import orjson
from starlette.datastructures import QueryParams

from .http import RefusedError

Json: TypeAlias = Any  # Any: JSON of a client, of every shape

MOST_LETTERS = 50_000  # of a query: its text is kept with its plan, five hundred of them
MOST_COMMAS = 60_000  # of a body, those of its query and its texts included: more values are not even read
EACH_OBJECT = 10  # values: graphql-core asks each for every field that it might have
CONTAINERS = (dict, list)
NAME, OBJECT = (str, NoneType), (dict, NoneType)  # as `isinstance` likes them best
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
    return _asked(_object(body), most)


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
    english = f"A request may have {most} values at most, each object counting as {EACH_OBJECT}."
    return RefusedError(413, "TOO_MANY_VALUES", english, f"一个请求最多 {most} 个值，每个对象计为 {EACH_OBJECT} 个。")


def _asked(found: Json, most: int) -> Asked:
    text, name, variables = found.get("query"), found.get("operationName"), found.get("variables")
    if not isinstance(text, str) or not text:
        raise _invalid("`query` must be a text.", "`query` 须为文本。")
    if not isinstance(name, NAME):
        raise _invalid("`operationName` must be a text.", "`operationName` 须为文本。")
    if not isinstance(variables, OBJECT) or not isinstance(found.get("extensions"), OBJECT):
        raise _invalid("`variables` and `extensions` must be objects.", "`variables` 与 `extensions` 须为对象。")
    if len(text) > MOST_LETTERS:
        english, chinese = f"A query may have {MOST_LETTERS} letters at most.", f"查询文本最多 {MOST_LETTERS} 个字符。"
        raise RefusedError(413, "QUERY_TOO_LONG", english, chinese)
    return Asked(text, name, variables or {}, _values(variables, most) if variables else 0)


def _object(body: bytes) -> Json:
    found = _parse(body)
    if not isinstance(found, dict):
        raise _invalid("Send one JSON object; batches are not accepted.", "请发送一个 JSON 对象；不接受批量请求。")
    return found


def _parse(text: str | bytes) -> Json:
    try:
        return orjson.loads(text)
    except orjson.JSONDecodeError as error:
        english, chinese = f"The body is not valid JSON: {error}.", f"请求体不是有效的 JSON：{error}。"
        raise RefusedError(400, "INVALID_JSON", english, chinese) from error


def _invalid(english: str, chinese: str) -> RefusedError:
    return RefusedError(400, "INVALID_REQUEST", english, chinese)
