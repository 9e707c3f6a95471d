"""Random operations, as anybody: the answer equals the one that the slow reference computes from what the row-security
oracle shows, and the remembered operation gives the same bytes again.
"""

import json
import math
import os
from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest
from graphql import ExecutionResult
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from queries import Operation, operations
from sample import LOGINS
from sighted import World, world_of

from db.embedded import Embedded

WRONG_VARIABLES = {"INVALID_CURSOR", "INVALID_ID", "INVALID_REQUEST", "INVALID_VALUE", "NULL_OPERAND", "PAGE_SIZE"}
EXAMPLES = int(os.environ.get("RANDOM_QUERIES", "160"))


@pytest.fixture(scope="module")
async def world(postgres: Embedded, empty_template: str) -> AsyncIterator[World]:
    limits = {"max_cost": 10**9, "max_depth": 100, "max_fields": 10**5, "plan_cache_size": 50}
    async with world_of(postgres, empty_template, **limits) as found:
        yield found


@pytest.fixture(scope="module")
def random_operations(world: World) -> st.SearchStrategy[Operation]:
    return operations(world.everything)


@settings(
    max_examples=EXAMPLES,
    deadline=None,
    derandomize="RANDOM_QUERIES" not in os.environ,
    database=None,
    phases=[Phase.generate],  # a failing operation is shown as it is: making it smaller takes minutes
    suppress_health_check=list(HealthCheck),
)
@given(data=st.data())
async def test_a_random_operation_is_answered_as_the_reference_answers_it(
    world: World, random_operations: st.SearchStrategy[Operation], data: st.DataObject
) -> None:
    login = data.draw(st.sampled_from(LOGINS))
    operation = data.draw(random_operations)
    usual = operation.refused if login else operation.refused | {"SUBDISTRICT_REQUIRED"}
    asked = ((operation.variables, usual), (operation.others, usual | WRONG_VARIABLES))
    for variables, refused in asked:
        first, second = [await world.clients[login].post(operation.text, variables) for _ in range(2)]
        assert first.content == second.content
        _compare(first, world.references[login].execute(operation.text, variables), refused)


def _compare(answer: httpx.Response, expected: ExecutionResult, refused: frozenset[str]) -> None:
    given = answer.json()
    codes = {error["extensions"]["code"] for error in given.get("errors", ())}
    if codes:
        assert codes <= refused, given
        assert codes != {"SUBDISTRICT_REQUIRED"} or expected.errors, given
        return
    assert expected.errors is None
    wanted = json.loads(json.dumps(expected.data))
    assert same(given["data"], wanted), f"{given['data']} instead of {wanted}"


def same(given: Any, wanted: Any) -> bool:
    """Equal, keys in the same order; means may differ in their last digit."""
    if isinstance(wanted, dict):
        return list(given) == list(wanted) and all(same(given[key], wanted[key]) for key in wanted)
    if isinstance(wanted, list):
        return len(given) == len(wanted) and all(map(same, given, wanted))
    if isinstance(wanted, float) and isinstance(given, float):
        return math.isclose(given, wanted)
    return bool(given == wanted)
