"""Triples to be read side by side: a query, the SQL that it becomes, the answer (golden/NAME.graphql, .sql, .json).

The first line of a query says as whom it is asked; NAME.variables.json has its variables, where there are any.
`UPDATE_GOLDEN=1` writes the SQL and the answers anew.
"""

import json
import os
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from conftest import Client, Network
from sample import sample_network

from db.embedded import Embedded

FOLDER = Path(__file__).with_name("golden")
NAMES = sorted(path.stem for path in FOLDER.glob("*.graphql"))
UPDATE = "UPDATE_GOLDEN" in os.environ


@pytest.fixture(scope="module")
async def network(postgres: Embedded, empty_template: str) -> AsyncIterator[Network]:
    async with sample_network(postgres, empty_template) as served:
        yield served


async def ask(network: Network, name: str) -> tuple[str, str]:
    """The SQL of all root fields, and the answer, the same both when it is new and when it is remembered."""
    network.services.plans.kept.clear()
    query, variables = golden(name, "graphql"), json.loads(golden(name, "variables.json") or "null")
    client: Client = await network.client(query.partition("\n")[0].removeprefix("# as ").replace("nobody", "") or None)
    first, second = [await client.post(query, variables) for _ in range(2)]
    assert first.content == second.content
    statements = [planned.statement.sql for planned in network.services.plans.kept.values()]
    sql = "\n".join(line.rstrip() for statement in statements for line in [*statement.splitlines(), ""])
    return sql, json.dumps(first.json(), ensure_ascii=False, indent=2) + "\n"


def golden(name: str, kind: str) -> str:
    path = FOLDER / f"{name}.{kind}"
    return path.read_text(encoding="utf-8") if path.exists() else ""


@pytest.mark.parametrize("name", NAMES)
async def test_query_becomes_this_sql_and_this_answer(network: Network, name: str) -> None:
    sql, answer = await ask(network, name)
    if UPDATE:
        (FOLDER / f"{name}.sql").write_text(sql, encoding="utf-8")
        (FOLDER / f"{name}.json").write_text(answer, encoding="utf-8")
    assert sql == golden(name, "sql")
    assert answer == golden(name, "json")


def test_every_golden_file_belongs_to_a_query() -> None:
    assert {path.name.partition(".")[0] for path in FOLDER.iterdir()} == set(NAMES)
