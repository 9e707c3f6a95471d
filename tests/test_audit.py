"""Each rule of the audit is broken, behind the triggers' back, and is the only one that the audit names."""

from collections.abc import AsyncIterator
from pathlib import Path

import asyncpg
import pytest
from conftest import NUMBERS, drop_database, make_database

from db.addresses import Addresses
from db.audit import EXAMPLES, Violation, audit, rules, violations
from db.embedded import Embedded

SETUP, *BLOCKS = Path(__file__).with_suffix(".sql").read_text(encoding="utf-8").split("-- name: ")
BREACHES = dict(block.split("\n", 1) for block in BLOCKS)


@pytest.fixture(scope="module")
async def demo(postgres: Embedded, demo_template: str) -> AsyncIterator[asyncpg.Connection]:
    """The demo network as superuser: only it can keep triggers and foreign keys from acting."""
    name = f"audited_{next(NUMBERS)}"
    addresses = await make_database(postgres, name, demo_template)
    soon_planned = {"join_collapse_limit": "1"}  # a table's twenty foreign keys are one join
    url = addresses.owner.url.replace("red_partners_owner", "postgres", 1)
    connection = await asyncpg.connect(url, server_settings=soon_planned)
    yield connection
    await connection.close()
    await drop_database(postgres, name)


async def found_after(demo: asyncpg.Connection, script: str) -> list[Violation]:
    """What the audit names once a script has run; then all is as before."""
    changes = demo.transaction()
    await changes.start()
    try:
        await demo.execute(f"SET LOCAL session_replication_role = replica; {script}; SET LOCAL ROLE red_partners_owner")
        return await violations(demo)
    finally:
        await changes.rollback()


def rule_of(breach: str) -> str:
    """The rule that a breach breaks; behind it may stand how."""
    return breach.split(" ", 1)[0]


def test_every_rule_is_broken() -> None:
    assert [*dict.fromkeys(map(rule_of, BREACHES))] == [rule.name for rule in rules()]


def test_every_rule_has_a_title_in_both_languages() -> None:
    assert all(rule.english.isascii() and not rule.chinese.isascii() for rule in rules())


async def test_the_demo_breaks_none(demo_database: Addresses) -> None:
    assert await audit(demo_database.owner) == []


@pytest.mark.parametrize("name", BREACHES)
async def test_a_breach_is_found_and_named(demo: asyncpg.Connection, name: str) -> None:
    (violation,) = await found_after(demo, SETUP + BREACHES[name])
    assert violation.rule.name == rule_of(name)
    assert violation.count >= len(violation.examples) > 0


async def test_all_are_counted_and_a_few_are_shown(demo: asyncpg.Connection) -> None:
    (violation,) = await found_after(demo, "ALTER TABLE claim DISABLE TRIGGER ALL")
    assert violation.rule.name == "trigger_enabled"
    assert violation.count > len(violation.examples) == EXAMPLES
