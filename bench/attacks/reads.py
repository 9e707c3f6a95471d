"""Reads that are small to send and large to answer: bodies of requests by name, each once found to stop the others.

Each is sent with a comment that is new, for what was seen before is remembered.
"""

from typing import Any

LETTERS = 2_000  # of a text that is compared
ROOTS = 25
WORDS = 98  # searched for in one condition
ITEMS = 1_000  # of a list

Body = dict[str, Any]  # Any: JSON


def _texts(number: int) -> str:
    """As many letters as a text may have, another text for every number."""
    return "".join(chr(0x4E00 + (place * 7919 + number * 104_729) % 20_000) for place in range(LETTERS))


def _similar(roots: int) -> Body:
    fields = " ".join(f"a{n}: similarNeeds(text: $t{n}) {{ nodes {{ score }} }}" for n in range(roots))
    given = {f"t{n}": _texts(n) for n in range(roots)}
    return {"query": f"query ({' '.join(f'${name}: String!' for name in given)}) {{ {fields} }}", "variables": given}


def _aliases(roots: int) -> Body:
    """Roots with all that takes long to write as SQL: what may be done with things, and things below things."""
    told = "id availableActions history(first: 0) { totalCount }"
    inside = f"nodes {{ {told} claims(first: 0) {{ nodes {{ {told} }} }} branch {{ id name }} creator {{ id login }} }}"
    fields = " ".join(
        f"a{n}: projects(first: 0) {{ {inside} b: aggregate {{ count }} c: totalCount pageInfo {{ endCursor }} }}"
        for n in range(roots)
    )
    return {"query": f"{{ {fields} }}"}


def _or(kind: str, parts: list[Body], shown: str) -> Body:
    query = f"query ($f: {kind}Filter) {{ {kind.lower()}s(filter: $f, first: 1) {{ {shown} }} }}"
    return {"query": query, "variables": {"f": {"or": parts}}}


READS: dict[str, Body] = {
    "40 long texts": _similar(40),
    "25 new roots": _aliases(ROOTS),
    "98 contains": _or("Project", [{"title": {"contains": f"不在{n}"}} for n in range(WORDS)], "nodes { id }"),
    "98 contains, counted": _or("Project", [{"title": {"contains": f"不在{n}"}} for n in range(WORDS)], "totalCount"),
    "1000 titles": {
        "query": "query ($t: [String!]) { projects(filter: {title: {in: $t}}) { totalCount } }",
        "variables": {"t": [f"不在{n}" for n in range(ITEMS)]},
    },
    "1000 of history": {
        "query": "query ($t: [String!]) { transitions(filter: {reason: {in: $t}}) { totalCount } }",
        "variables": {"t": [f"不在{n}" for n in range(ITEMS)]},
    },
    "counts": {
        "query": " ".join(
            ["{", *(f"a{n}: claims {{ totalCount aggregate {{ count sum {{ quantity }} }} }}" for n in range(20)), "}"]
        )
    },
}
