import asyncio
from collections.abc import AsyncIterator
from itertools import count
from pathlib import Path

import asyncpg
import pytest
from conftest import drop_database, make_database

from db.addresses import Address, Addresses
from db.audit import audit
from db.embedded import Embedded
from db.matching.entries import index_missing
from db.migrate import check_complete, migrate, newest

NUMBERS = count(1)
BEFORE_HANDLING = Path(__file__).with_name("before_handling.sql")
RATE = """INSERT INTO evaluation (subdistrict_id, side, claim_id, solved, satisfied, score, created_by)
          SELECT c.subdistrict_id, v.side, c.id, true, true, v.score, a.id
          FROM claim c, (VALUES ('BRANCH_RATES_PARTNER', 4, 'secretary'), ('PARTNER_RATES_BRANCH', 1, 'liaison'))
              AS v (side, score, login) JOIN account a ON a.login = v.login WHERE c.status = 'CONFIRMED'"""

ALIKE = """INSERT INTO alliance (subdistrict_id, name, purpose, status)
           SELECT id, unnest(ARRAY['邻里联盟', '鄰里　聯盟', '邻里联盟（重名1）']), '同名', 'ACTIVE' FROM subdistrict;
           UPDATE subcategory SET keywords = '{樓道,楼 道}' WHERE code = 'OTHER.GOVERNANCE'"""
# A hardship topic, all needs on it, and a whistle on one of them, as they were before that was a rule.
HARDSHIP = """
    ALTER TABLE need DISABLE TRIGGER c_resolution;
    INSERT INTO topic (subdistrict_id, branch_id, title, category, status)
    SELECT subdistrict_id, id, '临时救助', 'HARDSHIP', 'SUBMITTED' FROM party_branch LIMIT 1;
    UPDATE need SET topic_id = t.id FROM topic t;
    INSERT INTO whistle (subdistrict_id, kind, level, branch_id, need_id, title, status)
    SELECT n.subdistrict_id, 'EMERGENCY', b.level, b.id, n.id, '停气', 'RAISED' FROM need n, party_branch b LIMIT 1;
    ALTER TABLE need ENABLE TRIGGER c_resolution"""


@pytest.fixture
async def bare(postgres: Embedded) -> AsyncIterator[Addresses]:
    """A database without any table."""
    name = f"bare_{next(NUMBERS)}"
    yield await make_database(postgres, name, "template1")
    await drop_database(postgres, name)


async def revision(owner: Address) -> str:
    connection = await asyncpg.connect(owner.url)
    found: str = await connection.fetchval("SELECT version_num FROM alembic_version")
    await connection.close()
    return found


async def test_several_processes_may_migrate_at_once(bare: Addresses) -> None:
    await asyncio.gather(*(migrate(bare.owner) for _ in range(4)))
    assert await revision(bare.owner) == newest()


async def test_a_network_of_before_handling_is_carried_over(bare: Addresses) -> None:
    await migrate(bare.owner, "0001")
    connection = await asyncpg.connect(bare.owner.url)
    await connection.execute(BEFORE_HANDLING.read_text(encoding="utf-8"))
    await migrate(bare.owner)
    assert await index_missing(connection) == 1
    assert await audit(bare.owner) == []
    claims = await connection.fetch("SELECT status, delivered FROM claim ORDER BY id")
    assert [tuple(row) for row in claims] == [
        *[("PROPOSED", 0), ("ACCEPTED", 0), ("ACTIVE", 0), ("DELIVERED", 1), ("CONFIRMED", 1), ("DEFAULTED", 0)]
    ]
    kinds = await connection.fetch("SELECT kind FROM deadline WHERE status = 'RUNNING' ORDER BY kind")
    assert [row["kind"] for row in kinds] == [
        *["ANSWER_CLAIM", "CONFIRM_CLAIM", "DELIVER_CLAIM", "END_MEMBERSHIP", "EXPIRE_NEED", "FINISH_PROJECT"]
    ]
    partners = await connection.fetch("SELECT given, carrying FROM partner_unit")
    assert [tuple(row) for row in partners] == [(1, 4)]
    assert await connection.fetchval("SELECT count(*) FROM required_role") == 5
    await connection.close()


async def test_a_network_of_before_matching_is_carried_over(bare: Addresses) -> None:
    await migrate(bare.owner, "0001")
    connection = await asyncpg.connect(bare.owner.url)
    await connection.execute(BEFORE_HANDLING.read_text(encoding="utf-8"))
    await migrate(bare.owner, "0002")
    await connection.execute(RATE)
    await migrate(bare.owner)
    query = "SELECT code, category, name, english_name, keywords FROM {} ORDER BY code"
    given = await connection.fetch(query.format("subcategory"))
    assert given == await connection.fetch(query.format("builtin_subcategory")) != []
    partners = await connection.fetch("SELECT given, defaulted, rated, rating_sum FROM partner_unit")
    assert [tuple(row) for row in partners] == [(1, 1, 1, 4)]
    needs = await connection.fetch("SELECT subcategory_id, divisible, excluded_kinds FROM need")
    assert [tuple(row) for row in needs] == [(None, True, [])]
    assert await index_missing(connection) == 1
    assert await audit(bare.owner) == []
    assert await connection.fetch("SELECT FROM match_posting WHERE shelf = 0")
    await connection.close()


async def test_names_that_are_alike_are_told_apart_and_all_names_get_their_place(bare: Addresses) -> None:
    await migrate(bare.owner, "0001")
    connection = await asyncpg.connect(bare.owner.url)
    await connection.execute(BEFORE_HANDLING.read_text(encoding="utf-8"))
    await migrate(bare.owner, "0003")
    await connection.execute(ALIKE)
    await migrate(bare.owner)
    names = await connection.fetch("SELECT name, name_folded FROM alliance WHERE purpose = '同名' ORDER BY name_key")
    assert [tuple(row) for row in names] == [
        ("邻里联盟", None),
        ("邻里联盟（重名1）", None),
        ("鄰里　聯盟（重名2）", "邻里联盟（重名2）"),
    ]
    kept = await connection.fetchval("SELECT DISTINCT keywords FROM subcategory WHERE code = 'OTHER.GOVERNANCE'")
    assert kept == ["楼道"]
    assert await index_missing(connection) == 1
    assert await audit(bare.owner) == []
    await connection.close()


async def test_what_hung_on_a_restricted_topic_is_restricted(bare: Addresses) -> None:
    await migrate(bare.owner, "0001")
    connection = await asyncpg.connect(bare.owner.url)
    await connection.execute(BEFORE_HANDLING.read_text(encoding="utf-8"))
    await migrate(bare.owner, "0003")
    await connection.execute(HARDSHIP)
    await migrate(bare.owner)
    for table in ("topic", "need", "project", "whistle"):
        assert await connection.fetchval(f"SELECT bool_and(restricted) FROM {table}"), table
    needs = await connection.fetchval("SELECT count(*) FROM need")
    marked = "SELECT count(*) FROM transition WHERE subject_type = 'NEED' AND restricted AND from_status = to_status"
    assert await connection.fetchval(marked) == needs > 0
    assert not {broken.rule.name for broken in await audit(bare.owner)} & {"restriction_passed", "restriction_kept"}
    await connection.close()


ACCOUNTS = """
    INSERT INTO account (login, display_name, role, code_prefix)
    SELECT login, '审计', 'AUDITOR', '3702' FROM unnest($1::text[]) AS login"""
KEYS = """
    INSERT INTO idempotency_key (account_id, key, request_hash, answer)
    SELECT a.id, v.key, '', convert_to(v.answer, 'UTF8') FROM account a, (VALUES
        ('done', '[{"need": "{\\"id\\": \\"x\\"}"}, []]'),
        ('done unseen', '[{}, []]'),
        ('refused', '[{}, [{"field": ["input"], "code": "BLANK", "message": "不能为空白"}]]'),
        ('never ended', NULL)) AS v (key, answer)"""


async def test_accounts_and_keys_of_before_are_carried_over(bare: Addresses) -> None:
    await migrate(bare.owner, "0003")
    connection = await asyncpg.connect(bare.owner.url)
    await connection.execute(ACCOUNTS, ["Ａdmin"])
    await connection.execute(KEYS)
    await migrate(bare.owner)
    (account,) = await connection.fetch("SELECT login, login_key, epoch FROM account")
    assert tuple(account) == ("Ａdmin", "admin", 0)
    kept = await connection.fetch("SELECT key, shown FROM idempotency_key ORDER BY key")
    assert [tuple(row) for row in kept] == [("done", None), ("done unseen", None)]
    await connection.close()


async def test_logins_that_have_become_the_same_are_named(bare: Addresses) -> None:
    await migrate(bare.owner, "0003")
    connection = await asyncpg.connect(bare.owner.url)
    await connection.execute(ACCOUNTS, ["dagang", "Dagang", "ＤＡＧＡＮＧ", "other", "Straße", "strasse"])
    with pytest.raises(asyncpg.UniqueViolationError, match="请先改名") as refused:
        await migrate(bare.owner)
    assert "'Dagang' = 'dagang' = 'ＤＡＧＡＮＧ'; 'Straße' = 'strasse'" in str(refused.value)
    assert "other" not in str(refused.value)
    assert await revision(bare.owner) == "0003"
    await connection.execute(
        "UPDATE account SET login = login || id WHERE login IN ('Dagang', 'ＤＡＧＡＮＧ', 'Straße')"
    )
    await migrate(bare.owner)
    assert await revision(bare.owner) == newest()
    await connection.close()


async def test_migrations_make_all_that_the_models_say(database: Addresses) -> None:
    await check_complete(database.owner)


@pytest.mark.parametrize("table", ["account", "idempotency_key"])
async def test_reader_sees_no_secrets(database: Addresses, table: str) -> None:
    connection = await asyncpg.connect(database.reader.url)
    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        await connection.fetch(f"SELECT * FROM {table}")
    await connection.close()


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM claim",
        "UPDATE need SET claimed = 0",
        "UPDATE partner_unit SET carrying = 0",
        "INSERT INTO transition (subdistrict_id, subject_type, subject_id, to_status) VALUES (NULL, 'NEED', NULL, 'X')",
        "UPDATE transition SET reason = ''",
        "UPDATE account SET role = 'SUBDISTRICT_ADMIN'",
        "UPDATE partner_unit SET rated = 1, rating_sum = 5",
        "UPDATE subcategory SET code = 'OTHER.ELSE'",
        "DELETE FROM subcategory",
        "UPDATE builtin_subcategory SET name = ''",
        "UPDATE match_entry SET shelf = NULL",
        "DELETE FROM match_entry",
        "UPDATE match_token SET entries = 0",
        "DELETE FROM match_posting",
        "UPDATE account SET epoch = 0",
        "DELETE FROM attachment_use",
    ],
)
async def test_writer_cannot_go_round_the_rules(demo_database: Addresses, statement: str) -> None:
    connection = await asyncpg.connect(demo_database.writer.url)
    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        await connection.execute(statement)
    await connection.close()


@pytest.mark.parametrize(
    "statement",
    ["UPDATE transition SET reason = 'x'", "DELETE FROM transition", "DELETE FROM claim", "DELETE FROM subcategory"],
)
async def test_not_even_the_owner_rewrites_history(demo_database: Addresses, statement: str) -> None:
    connection = await asyncpg.connect(demo_database.owner.url)
    with pytest.raises(asyncpg.CheckViolationError):
        await connection.execute(statement)
    await connection.close()
