"""How large a document may be: refused for its size before any rule looks at it, and before anything runs."""

from collections.abc import AsyncIterator

import pytest
from conftest import Client, Network
from refusals import refused
from sample import id_of, sample_network

from bench.attacks.documents import DOCUMENTS
from db.embedded import Embedded
from db.models import Need


@pytest.fixture(scope="module")
async def network(postgres: Embedded, empty_template: str) -> AsyncIterator[Network]:
    async with sample_network(postgres, empty_template) as served:
        yield served


@pytest.fixture(scope="module")
async def nobody(network: Network) -> Client:
    return await network.client()


def times(number: int, text: str) -> str:
    return " ".join(text.replace("#", str(place)) for place in range(number))


def nested(field: str, times: int) -> str:
    return f"{field} {{ {nested(field, times - 1)} }}" if times else "id"


def doubled(number: int) -> str:
    """Fragments that spread each other twice: few lines, and a selection of 2 to the power of their number."""
    doubling = (f"fragment F{i} on Account {{ ...F{i + 1} ...F{i + 1} }}" for i in range(number))
    return f"{{ me {{ ...F0 }} }} {' '.join(doubling)} fragment F{number} on Account {{ id }}"


def chained(number: int) -> str:
    """Fragments that spread one another, each from a hundred levels deep."""
    deep = "... { " * 100 + "...F@" + " }" * 100
    chain = (f"fragment F{i} on Account {{ {deep.replace('@', str(i + 1))} }}" for i in range(number))
    return f"{{ me {{ ...F0 }} }} {' '.join(chain)} fragment F{number} on Account {{ id }}"


EXECUTED = {"the schema", "10 lists of types", "25 new roots", "a long block", "450 objects"}
REPEATED = f"needs {{ nodes {{ {times(10, 'branch { id }')} }} }}"
EMPTY, TWO = times(500, "{}"), times(50, "id login")
TOO_LARGE = {
    "levels": f"{{ partyBranches {{ nodes {{ {nested('parent', 25)} }} }} }}",
    "levels through fragments": chained(12),
    "aliases": f"{{ grids {{ nodes {{ {times(101, 'a#: id')} }} }} }}",
    "fields": f"{{ grids {{ nodes {{ {times(1000, 'nothing#')} }} }} }}",
    "fields through fragments": doubled(25),
    "root fields": f"{{ {times(51, 'a#: me { id }')} }}",
    "fields with arguments": f"{{ grids {{ nodes {{ {times(101, 'nothing#(a: 1)')} }} }} }}",
    "repeats": f"{{ {times(51, 'me { id }')} }}",
    "repeats through fragments": f"{{ me {{ {times(26, '...A')} }} }} fragment A on Account {{ id ... {{ id }} }}",
    "fragments": f"{{ me {{ id }} }} {times(101, 'fragment F# on Account { id }')}",
    "operations": times(21, "query Q# { me { id } }"),
    "operations together": f"{times(20, 'query Q# { me { ...F } }')} fragment F on Account {{ {TWO} }}",
    "arguments of a field": f"{{ needs({times(101, 'first: 1')}) {{ totalCount }} }}",
    "directives": f"{{ me {{ id {times(101, '@skip(if: true)')} }} }}",
    "variables": f"query ({times(101, '$v#: Int')}) {{ me {{ id }} }}",
    "values": f"{{ needs(filter: {{ or: [{EMPTY}] }}) {{ totalCount }} }}",
    "values of a default": f"query ($f: NeedFilter = {{ or: [{EMPTY}] }}) {{ needs(filter: $f) {{ totalCount }} }}",
}


@pytest.mark.parametrize("name", TOO_LARGE)
async def test_a_document_that_is_too_large(nobody: Client, name: str) -> None:
    answer = await nobody.post(TOO_LARGE[name], operationName="Q0" if name.startswith("operations") else None)
    refused(answer, 200, "OPERATION_TOO_LARGE")
    assert len(answer.json()["errors"]) == 1


async def test_what_is_long_to_compare_is_given_up(nobody: Client) -> None:
    """Repeats within repeats: each selection of each is compared with each."""
    query = f"{{ {times(20, REPEATED)} }}"
    refused(await nobody.post(query), 200, "OPERATION_TOO_LARGE")


@pytest.mark.parametrize(
    ("query", "value"),
    [
        (f"{{ grids {{ nodes {{ {times(500, 'nothing#')} }} }} }}", None),
        (f"{{ needs(filter: {{ title: {{ in: [{times(500, '$v#')}] }} }}) {{ totalCount }} }}", None),
        ("query ($v: NeedFilter) { needs(filter: $v) { totalCount } }", {"title": {"in": [5] * 500}}),
        ("query ($v: NeedFilter) { needs(filter: $v) { totalCount } }", {f"nothing{n}": n for n in range(500)}),
    ],
)
async def test_of_many_errors_a_few_are_told(nobody: Client, query: str, value: object) -> None:
    answer = await nobody.post(query, {"v": value})
    told = [error["extensions"]["code"] for error in answer.json()["errors"]]
    assert set(told) <= {"INVALID_REQUEST", "INVALID_VALUE"}
    assert 1 <= len(told) <= 5


async def test_a_query_ends_where_a_root_is_refused(nobody: Client) -> None:
    roots = times(5, f'a#: node(id: "{id_of(Need, 1)}") {{ id }}')
    answer = await nobody.execute(f'{{ first: node(id: "x") {{ id }} {roots} }}')
    first, *others = answer["data"].values()  # type: ignore[attr-defined]  # it is JSON
    assert first is None
    assert sum(other is not None for other in others) <= 1, "what was begun beside it"
    assert {error["extensions"]["code"] for error in answer["errors"]} == {"INVALID_ID"}  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", DOCUMENTS)
async def test_of_what_was_made_to_stop_the_service_little_is_executed(nobody: Client, name: str) -> None:
    answer = await nobody.http.post("/graphql", json=DOCUMENTS[name])
    assert ("data" in answer.json()) == (name in EXECUTED)
    assert answer.status_code in {200, 413}
