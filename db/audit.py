"""Re-check every invariant over all rows: the queries of audit.sql in one snapshot."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import asyncpg

from .addresses import Address

QUERIES = Path(__file__).with_name("audit.sql")
EXAMPLES = 5
STATEMENTS = "-- statements\n"
FIRST = "SELECT count(*) OVER () AS count, broken FROM ({query}) AS rule (broken) LIMIT {examples}"

# Sums over a million claims and the order of all transitions: in memory when they fit.
SETTINGS = {"statement_timeout": "0", "work_mem": "256MB"}


@dataclass(frozen=True)
class Rule:
    """One block of audit.sql; a generic rule's query makes the statements to run."""

    name: str
    english: str
    chinese: str
    query: str
    generic: bool


@dataclass(frozen=True)
class Violation:
    """A rule that does not hold: how often, and a few of what breaks it."""

    rule: Rule
    count: int
    examples: tuple[str, ...]


@cache
def rules() -> tuple[Rule, ...]:
    """Return the rules in the order of the file."""
    return tuple(_rule(block) for block in QUERIES.read_text(encoding="utf-8").split("-- name: ")[1:])


def _rule(block: str) -> Rule:
    name, english, chinese, query = block.split("\n", 3)
    return Rule(name, english.removeprefix("-- en: "), chinese.removeprefix("-- zh: "), query, STATEMENTS in query)


async def audit(owner: Address) -> list[Violation]:
    """Return the rules that are broken: none, when all is well."""
    connection = await asyncpg.connect(owner.url, server_settings=owner.session(**SETTINGS))
    try:
        async with connection.transaction(isolation="repeatable_read", readonly=True):
            return await violations(connection)
    finally:
        await connection.close()


async def violations(connection: asyncpg.Connection) -> list[Violation]:
    """Return the rules that are broken as this connection sees the rows."""
    found = [await _check(connection, rule) for rule in rules()]
    return [violation for violation in found if violation.count]


async def _check(connection: asyncpg.Connection, rule: Rule) -> Violation:
    queries = [row[0] for row in await connection.fetch(rule.query)] if rule.generic else [rule.query]
    found = [await connection.fetch(FIRST.format(query=query, examples=EXAMPLES)) for query in queries]
    count = sum(rows[0]["count"] for rows in found if rows)
    return Violation(rule, count, tuple(row["broken"] for rows in found for row in rows)[:EXAMPLES])
