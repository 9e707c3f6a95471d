"""Each rule of the audit is broken, behind the triggers' back, and is the only one that the audit names."""

from pathlib import Path

import asyncpg
import pytest

from db.addresses import Addresses
from db.audit import EXAMPLES, audit, rules

SETUP, *BLOCKS = Path(__file__).with_suffix(".sql").read_text(encoding="utf-8").split("-- name: ")
BREACHES = dict(block.split("\n", 1) for block in BLOCKS)


async def execute(addresses: Addresses, script: str) -> None:
    """Run a script as superuser: only it can keep triggers and foreign keys from acting."""
    connection = await asyncpg.connect(addresses.owner.url.replace("red_partners_owner", "postgres", 1))
    try:
        await connection.execute(script)
    finally:
        await connection.close()


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
async def test_a_breach_is_found_and_named(demo_database: Addresses, name: str) -> None:
    await execute(demo_database, f"SET session_replication_role = replica; {SETUP} {BREACHES[name]}")
    (violation,) = await audit(demo_database.owner)
    assert violation.rule.name == rule_of(name)
    assert violation.count >= len(violation.examples) > 0


async def test_all_are_counted_and_a_few_are_shown(demo_database: Addresses) -> None:
    await execute(demo_database, "ALTER TABLE claim DISABLE TRIGGER ALL")
    (violation,) = await audit(demo_database.owner)
    assert violation.rule.name == "trigger_enabled"
    assert violation.count > len(violation.examples) == EXAMPLES
