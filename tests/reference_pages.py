"""Pages, aggregates and groups over lists in memory."""

import json
from base64 import b64decode, b64encode
from collections import defaultdict
from collections.abc import Callable, Sequence
from datetime import date, datetime
from decimal import Decimal
from functools import cmp_to_key, partial
from typing import Any
from uuid import UUID

from graphql import GraphQLEnumType, GraphQLError, get_named_type
from reference import Reference, Thing, column_of, plain
from reference_filters import fulfils
from reference_texts import CODES, sort_key

NEWEST_FIRST = (
    *("PartnerUnit", "Need", "Resource", "Project", "Claim", "Topic", "Deliberation", "JointMeeting", "Whistle"),
    *("Extension", "Subcategory"),
)
READ: dict[str, Callable[[str], Any]] = {
    "ID": UUID,
    "DateTime": datetime.fromisoformat,
    "Date": date.fromisoformat,
    "Decimal": Decimal,
    "Int": int,
    "Float": float,
    "Boolean": lambda text: text == "true",
}
Key = tuple[str, bool, bool]  # field, descending, nulls first


def page(reference: Reference, kind: str, things: list[Thing], given: dict[str, Any]) -> dict[str, Any]:
    """What a connection shows."""
    all_ = [thing for thing in things if fulfils(reference, thing, given.get("filter"))]
    order = order_of(kind, given.get("order"))
    sorted_ = sorted(all_, key=cmp_to_key(partial(_compared, reference, order)))
    between, before, after = _between(reference, kind, sorted_, order, given)
    size, backward = _size(given)
    shown = between[-size:] if backward and size else between[:size] if not backward else []
    more = len(between) > size
    cursors = [cursor_of(reference, thing, order) for thing in shown]
    return {
        "nodes": shown,
        "edges": [{"cursor": cursor, "node": thing} for cursor, thing in zip(cursors, shown, strict=True)],
        "pageInfo": {
            "hasNextPage": after if backward else more,
            "hasPreviousPage": more if backward else before,
            "startCursor": cursors[0] if cursors else None,
            "endCursor": cursors[-1] if cursors else None,
        },
        "totalCount": len(all_),
        "aggregate": _totals(all_),
        "groups": lambda by, first=100: _groups(reference, kind, all_, by, 100 if first is None else first),
    }


def _compared(reference: Reference, order: list[Key], one: Thing, other: Thing) -> int:
    return _ordered(keys(reference, one, order), keys(reference, other, order), order)


def order_of(kind: str, order: list[dict[str, Any]] | None) -> list[Key]:
    """The keys of an order, ending in the id."""
    names = {"ASC": False, "DESC": True, None: False}
    found = [
        (_field(term["field"]), names[term.get("direction")], term.get("nulls") == "FIRST") for term in order or ()
    ]
    if not any(name == "id" for name, *_ in found):
        found.append(("id", found[-1][1] if found else kind in NEWEST_FIRST, False))
    return found


def _field(value: str) -> str:
    first, *others = value.lower().split("_")
    return first + "".join(word.title() for word in others)


def keys(reference: Reference, thing: Thing, order: Sequence[Key]) -> list[Any]:
    """What an object is sorted by: enumerations by their place."""
    return [_key(reference, thing, name) for name, *_ in order]


def _key(reference: Reference, thing: Thing, name: str) -> Any:
    value = thing.row["id"] if name == "id" else thing.value(name)
    type_ = get_named_type(reference.object_type(thing.kind).fields[name].type)
    if type_.name == "String" and value is not None and name not in CODES:
        return sort_key(value)
    ordered = isinstance(type_, GraphQLEnumType) and value is not None
    return list(type_.values).index(value) + 1 if ordered else value


def _ordered(mine: Sequence[Any], theirs: Sequence[Any], order: Sequence[Key]) -> int:
    """Less than 0 when mine come first."""
    for a, b, (_, descending, nulls_first) in zip(mine, theirs, order, strict=True):
        if a == b:
            continue
        if a is None or b is None:
            return -1 if (a is None) == nulls_first else 1
        return -1 if (a < b) != descending else 1
    return 0


def _between(
    reference: Reference, kind: str, things: list[Thing], order: list[Key], given: dict[str, Any]
) -> tuple[list[Thing], bool, bool]:
    """The objects between the cursors, and whether there are others before and after them."""
    after, before = (read_cursor(reference, kind, given.get(name), order) for name in ("after", "before"))
    passed = [t for t in things if after and _ordered(keys(reference, t, order), after, order) <= 0]
    beyond = [t for t in things if before and _ordered(keys(reference, t, order), before, order) >= 0]
    return [t for t in things if t not in passed and t not in beyond], bool(passed), bool(beyond)


def _size(given: dict[str, Any]) -> tuple[int, bool]:
    first, last = given.get("first"), given.get("last")
    if first is not None and last is not None:
        raise GraphQLError("both", extensions={"code": "FIRST_AND_LAST"})
    size = first if last is None else last
    if size is not None and not 0 <= size <= 100:
        raise GraphQLError("size", extensions={"code": "PAGE_SIZE"})
    return 20 if size is None else size, last is not None


def cursor_of(reference: Reference, thing: Thing, order: list[Key]) -> str:
    """The place of an object in an order: the order, and the keys as PostgreSQL writes them."""
    texts = [None if key is None else _text(key) for key in keys(reference, thing, order)]
    return b64encode(json.dumps([_signature(thing.kind, order), *texts], ensure_ascii=False).encode()).decode()


def _signature(kind: str, order: list[Key]) -> str:
    keys = (f"{column_of(name)}{'-' if down else '+'}{'n' if nulls else ''}" for name, down, nulls in order)
    return f"{kind}:{','.join(keys)}"


def _text(value: Any) -> str:
    if isinstance(value, datetime):
        return str(plain(value)).replace("T", " ").removesuffix(":00")
    if isinstance(value, float):
        return repr(value).removesuffix(".0")
    return str(value).lower() if isinstance(value, bool) else str(value)


def read_cursor(reference: Reference, kind: str, text: str | None, order: list[Key]) -> list[Any] | None:
    """The keys in a cursor."""
    if text is None:
        return None
    try:
        signature, *texts = json.loads(b64decode(text, validate=True))
        if signature == _signature(kind, order):
            readers = [_reader(reference, kind, name) for name, *_ in order]
            return [None if t is None else read(t) for read, t in zip(readers, texts, strict=True)]
    except (ValueError, TypeError, ArithmeticError):
        pass
    raise GraphQLError("cursor", extensions={"code": "INVALID_CURSOR"})


def _reader(reference: Reference, kind: str, name: str) -> Callable[[str], Any]:
    type_ = get_named_type(reference.object_type(kind).fields[name].type)
    return int if isinstance(type_, GraphQLEnumType) else READ.get(type_.name, str)


class _Totals(dict[str, Any]):
    """`sum`, `avg`, `min` and `max` of one attribute after another, when asked."""

    def __init__(self, things: list[Thing], function: Callable[[list[Any]], Any]) -> None:
        super().__init__()
        self.things, self.function = things, function

    def __missing__(self, name: str) -> Any:
        values = [value for thing in self.things if (value := thing.value(name)) is not None]
        return plain(self.function(values)) if values else None


def _totals(things: list[Thing]) -> dict[str, Any]:
    functions: dict[str, Callable[[list[Any]], Any]] = {"sum": sum, "avg": _mean, "min": min, "max": max}
    return {"count": len(things), **{name: _Totals(things, function) for name, function in functions.items()}}


def _mean(values: list[Any]) -> float:
    return float(sum(values) / len(values))


def _groups(reference: Reference, kind: str, things: list[Thing], by: list[str], first: int) -> list[dict[str, Any]]:
    """The groups of those that agree in all that they are grouped by, as far as it may be seen."""
    if not 0 <= first <= 1000:
        raise GraphQLError("size", extensions={"code": "PAGE_SIZE"})
    names = list(dict.fromkeys(map(_field, by)))
    members: dict[tuple[Any, ...], list[Thing]] = defaultdict(list)
    if not names:
        members[()] = []
    for thing in things:
        members[tuple(_shared(reference, thing, name) for name in names)].append(thing)
    fields = reference.object_type(f"{kind}GroupKey").fields
    found = [
        {"key": dict.fromkeys(fields) | dict(zip(names, key, strict=True)), **_totals(group)}
        for key, group in members.items()
    ]
    return sorted(found, key=lambda group: (-group["count"], *(_tie(group["key"][name]) for name in names)))[:first]


def _shared(reference: Reference, thing: Thing, name: str) -> Any:
    return reference.one(thing, name) if reference.end(thing.kind, name) else thing.value(name)


def _tie(value: Any) -> tuple[bool, str]:
    return value is None, str(value.row["id"] if isinstance(value, Thing) else value)
