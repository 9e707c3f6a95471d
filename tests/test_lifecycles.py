import asyncpg
import pytest

from db.addresses import Addresses
from db.machines import MACHINES
from db.models.states import SubjectType


async def test_declared_lifecycles_are_those_that_the_database_enforces(database: Addresses) -> None:
    connection = await asyncpg.connect(database.owner.url)
    rows = await connection.fetch("SELECT subject_type, from_status, to_status FROM lifecycle")
    await connection.close()
    declared = {(kind, a, b) for kind, machine in MACHINES.items() for a, b in machine.pairs()}
    assert {tuple(row) for row in rows} == declared


@pytest.mark.parametrize("kind", SubjectType)
def test_every_state_can_be_reached(kind: SubjectType) -> None:
    reached, machine = {""}, MACHINES[kind].following()
    for _ in machine:
        reached |= {after for state in reached for after in machine.get(state, ())}
    assert reached - {""} == set(MACHINES[kind].states)
