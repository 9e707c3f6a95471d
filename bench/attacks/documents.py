"""Documents that are small to send and long to parse, check, plan or refuse: bodies of requests by name.

Each is sent with a comment that is new, for what was seen before is remembered.
"""

from typing import Any

from graphql import get_introspection_query

Body = dict[str, Any]  # Any: JSON

SCHEMA = get_introspection_query(input_value_deprecation=True, specified_by_url=True)
NEEDS = "query ($f: NeedFilter) { needs(filter: $f) { totalCount } }"
THEN = 'asOf(at: "2026-06-01T08:30:00Z")'


def _asks(query: str, **variables: Any) -> Body:  # Any: JSON
    return {"query": query, "variables": variables}


def _times(number: int, text: str, between: str = " ") -> str:
    """A text so many times, with its number wherever it has a place for one."""
    return between.join(text.replace("#", str(n)) for n in range(number))


def _all(number: int, text: str, around: str = "{ @ }", between: str = " ") -> Body:
    """A query with a text so many times where the `@` is."""
    return _asks(around.replace("@", _times(number, text, between)))


def _schemas(number: int) -> Body:
    """The whole schema, and its types under so many aliases."""
    more = _times(number, "a#: __schema { types { ...FullType } }")
    return _asks(SCHEMA.replace("{", f"{{ {more} ", 1))


def _fragments(number: int) -> Body:
    spread, fragments = _times(number, "...F#"), _times(number, "fragment F# on Need { id title }")
    return _asks(f"{{ needs {{ nodes {{ {spread} }} }} }} {fragments}")


def _operations(number: int) -> Body:
    """Operations that spread the same fragments, each of which spreads all that follow."""
    rest = (" ".join(f"...F{n}" for n in range(first + 1, number)) for first in range(number))
    fragments = (f"fragment F{n} on Need {{ id {spread} }}" for n, spread in enumerate(rest))
    asked = _times(number, "query Q# { needs { nodes { ...F0 } } }")
    return {"query": f"{asked} {' '.join(fragments)}", "operationName": "Q0"}


def _lists(aliases: int, lists: int, items: int) -> Body:
    """One filter with so many lists of texts, under so many aliases."""
    filter_ = {"or": [{"title": {"in": [f"{n} {item}" for item in range(items)]}} for n in range(lists)]}
    fields = _times(aliases, "a#: needs(filter: $f) { totalCount }")
    return _asks(f"query ($f: NeedFilter) {{ {fields} }}", f=filter_)


def _then(aliased: int, repeated: int) -> Body:
    first, second = _times(aliased, f"a#: {THEN}"), _times(repeated, THEN)
    return _asks(f"{{ needs {{ nodes {{ {first} }} }} projects {{ nodes {{ {second} }} }} }}")


INTROSPECTION: dict[str, Body] = {
    "the schema": _asks(SCHEMA),
    "100 schemas": _schemas(99),
    "10 lists of types": _all(10, "a#: types { name fields { name description } }", "{ __schema { @ } }"),
    "fields of fields": _asks("{ __schema { types { fields { type { fields { name args { name } } } } } } }"),
    "100 types": _all(100, 'a#: __type(name: "Need") { fields { name description } }'),
    "schema beside needs": _asks("{ needs(first: 0) { totalCount } __schema { types { name fields { name } } } }"),
}

REPEATS: dict[str, Body] = {
    "333 repeats": _all(333, "needs { nodes { id } }"),
    "560 repeats": _all(560, "me { id }"),
    "900 repeats of a leaf": _all(900, "id", "{ me { @ } }"),
    "repeats in repeats": _all(30, f"needs {{ nodes {{ {_times(28, 'id')} }} }}"),
    "repeats of repeats": _all(30, f"needs {{ nodes {{ {_times(14, 'branch { id }')} }} }}"),
    "250 fragments": _fragments(250),
    "90 fragments": _fragments(90),
    "40 operations": _operations(40),
    "490 times": _then(90, 400),
    "25 new roots": _all(25, "a#: projects { nodes { id claims { nodes { id } } branch { id name } } }"),
}

ERRORS: dict[str, Body] = {
    "900 unknown fields": _all(900, "needz#"),
    "200 unknown types": _all(200, "fragment F# on Needz { titel }", "{ me { id } } @"),
    "1300 equal arguments": _all(1_300, "first: 1", "{ needs(@) { totalCount } }", "\n"),
    "990 equal variables": _all(990, "$v: Int", "query (@) { me { id } }", "\n"),
    "1300 unknown variables": _all(1_300, "$v#", "{ needs(filter: { title: { in: [@] } }) { totalCount } }"),
    "1300 unknown directives": _asks("{ me { id " + "@skippy " * 1_300 + "} }"),
    "1300 equal keys": _all(1_300, "id: null", "{ needs(filter: { @ }) { totalCount } }", "\n"),
    "100 refused roots": _all(100, "a#: needs(first: 101) { totalCount }"),
}

TEXTS: dict[str, Body] = {
    "24000 comments": _asks("{ me { id } }" + "#\n" * 24_000),
    "49000 blank lines": _asks("{ me { id } " + "\n" * 49_000 + "nothing }"),
    "a long block": _asks('{ need(id: """' + "\n" * 49_000 + '""") { id } }'),
    "3900 brackets": _asks("{ needs(filter: " + "[" * 1_950 + "]" * 1_950 + ") { totalCount } }"),
    "3900 tokens": _all(960, "a#: me { id }"),
}

VALUES: dict[str, Body] = {
    "100 filters of 190 lists": _lists(100, 190, 100),
    "100 filters of 4 lists": _lists(100, 4, 1_000),
    "4900 objects": _asks(NEEDS, f={"or": [{}] * 4_900}),
    "450 objects": _asks(NEEDS, f={"or": [{}] * 450}),
    "4900 unknown keys": _asks(NEEDS, f={f"titel{n}": n for n in range(4_900)}),
    "170000 ids": _asks("query ($i: [ID!]!) { nodes(ids: $i) { id } }", i=["x"] * 170_000),
    "100000 titles": _asks(NEEDS, f={"title": {"in": ["x"] * 100_000}}),
    "4900 wrong titles": _asks(NEEDS, f={"title": {"in": [5] * 4_900}}),
    "340000 lists": _asks(NEEDS, f=[[]] * 340_000),
    "900 objects in the query": _all(900, "{}", "{ needs(filter: { or: [@] }) { totalCount } }"),
}

DOCUMENTS: dict[str, Body] = INTROSPECTION | REPEATS | ERRORS | TEXTS | VALUES
