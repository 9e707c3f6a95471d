"""A database that has run out of something says what, to who reads and to who writes."""

from collections.abc import AsyncIterator, Awaitable, Callable

import asyncpg
import pytest
from conftest import Network

EXHAUST = """
CREATE FUNCTION exhaust() RETURNS boolean LANGUAGE plpgsql AS
    $$ BEGIN RAISE 'could not extend file' USING ERRCODE = '{state}'; END $$;
GRANT EXECUTE ON FUNCTION exhaust TO PUBLIC;
ALTER TABLE need ENABLE ROW LEVEL SECURITY;
CREATE POLICY exhausted ON need USING (exhaust()) WITH CHECK (exhaust());
"""
POST = (
    'mutation { postNeed(input: {title: "扶手", quantity: 6, unit: "米", category: BUILDING_REPAIR}) { need { id } } }'
)
SPENT = pytest.mark.parametrize(("state", "code"), [("53100", "DISK_FULL"), ("53200", "DATABASE_UNAVAILABLE")])


@pytest.fixture
async def spend(network: Network) -> AsyncIterator[Callable[[str], Awaitable[object]]]:
    owner = await asyncpg.connect(network.addresses.owner.url)
    yield lambda state: owner.execute(EXHAUST.format(state=state))
    await owner.close()


@SPENT
@pytest.mark.parametrize("query", ["{ needs { totalCount } }", POST])
async def test_what_ran_out_is_said(
    network: Network, spend: Callable[[str], Awaitable[object]], query: str, state: str, code: str
) -> None:
    await spend(state)
    answer = (await (await network.client("changle3")).post(query)).json()
    assert [error["extensions"]["code"] for error in answer["errors"]] == [code]
