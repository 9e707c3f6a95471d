"""The demo network: loaded once, by the rules, and reading like the real thing."""

import asyncio
import re
from enum import StrEnum
from typing import Any

import asyncpg
import pytest
from pwdlib import PasswordHash

from db.addresses import Addresses
from db.audit import audit
from db.demo import load_if_empty
from db.demo.network import way
from db.generate.credit import check_character, credit_code
from db.models.states import ClaimDirection, ClaimStatus, NeedStatus, PartnerKind, ProjectStatus, Role, SubjectType


async def read(addresses: Addresses, query: str) -> list[Any]:
    """The first column of a query."""
    connection = await asyncpg.connect(addresses.owner.url)
    try:
        return [row[0] for row in await connection.fetch(query)]
    finally:
        await connection.close()


async def test_two_servers_that_start_at_once_load_it_once(database: Addresses) -> None:
    first, second = await asyncio.gather(load_if_empty(database.owner), load_if_empty(database.owner))
    assert first == second
    assert await read(database, "SELECT count(*) FROM subdistrict") == [2]


async def test_it_is_not_loaded_beside_somebody_s_own_data(database: Addresses) -> None:
    await read(database, "INSERT INTO subdistrict (code, name) VALUES ('370203001', '某街道') RETURNING id")
    assert await load_if_empty(database.owner) == []
    assert await read(database, "SELECT count(*) FROM subdistrict") == [1]


async def test_every_role_has_an_account_whose_password_opens_it(demo_database: Addresses) -> None:
    accounts = await load_if_empty(demo_database.owner)
    assert {account.role for account in accounts} == set(Role)
    assert {"changle3", "dagang", "shibei", "qingdao", "wuye", "hangyun"} <= {account.login for account in accounts}
    (password_hash,) = await read(demo_database, "SELECT DISTINCT password_hash FROM account")
    (password,) = {account.password for account in accounts}
    assert PasswordHash.recommended().verify(password, password_hash)


async def test_no_invariant_is_broken(demo_database: Addresses) -> None:
    assert await audit(demo_database.owner) == []


async def test_every_transition_says_who_but_those_that_follow_from_a_claim_or_its_expiry(
    demo_database: Addresses,
) -> None:
    nobodys = "SELECT DISTINCT reason FROM transition WHERE actor_id IS NULL AND "
    assert await read(demo_database, f"{nobodys} subject_type NOT IN ('NEED', 'RESOURCE')") == ["三个工作日内未答复"]
    assert await read(demo_database, f"{nobodys} subject_type IN ('NEED', 'RESOURCE')") == [""]


@pytest.mark.parametrize(
    ("query", "values"),
    [
        ("SELECT DISTINCT kind FROM partner_unit", PartnerKind),
        ("SELECT DISTINCT status FROM claim", ClaimStatus),
        ("SELECT DISTINCT direction FROM claim", ClaimDirection),
        ("SELECT DISTINCT status FROM project", ProjectStatus),
        ("SELECT DISTINCT status FROM need", NeedStatus),
    ],
)
async def test_every_kind_and_state_is_there(demo_database: Addresses, query: str, values: type[StrEnum]) -> None:
    assert set(await read(demo_database, query)) == set(values)


@pytest.mark.parametrize(
    ("table", "least"), [("grid", 30), ("partner_unit", 60), ("need", 40), ("resource", 60), ("claim", 60)]
)
async def test_it_is_large_enough_to_look_around(demo_database: Addresses, table: str, least: int) -> None:
    (rows,) = await read(demo_database, f"SELECT count(*) FROM {table}")
    assert rows >= least


@pytest.mark.parametrize(
    "query",
    [
        "SELECT min(needed_by) > current_date FROM need",
        "SELECT min(planned_end) > current_date FROM project",
        "SELECT min(starts_at) > now() FROM claim",
        "SELECT min(expires_at) > now() FROM claim",
        "SELECT min(available_until) > now() FROM resource",
    ],
)
async def test_it_is_always_new(demo_database: Addresses, query: str) -> None:
    assert await read(demo_database, query) == [True]


async def test_the_handrails_are_claimed_from_both_sides(demo_database: Addresses) -> None:
    claims = """
        SELECT concat_ws(' ', p.name, c.quantity, c.status)
        FROM claim c JOIN need n ON n.id = c.need_id JOIN partner_unit p ON p.id = c.partner_id
        WHERE n.title = '金色年华小区6号楼楼道扶手加装' ORDER BY c.id
    """
    assert await read(demo_database, claims) == [
        "青岛样例港机维修有限公司（虚构） 6 ACTIVE",
        "金色年华物业服务有限公司（虚构） 4 ACCEPTED",
        "青岛远帆样例航运有限公司（虚构） 2 PROPOSED",
    ]


async def test_a_partner_of_two_subdistricts_is_tied_by_its_credit_code(demo_database: Addresses) -> None:
    codes = await read(demo_database, "SELECT credit_code FROM partner_unit WHERE credit_code IS NOT NULL")
    assert len(codes) == len(set(codes)) + 1
    assert all(code[17] == check_character(code) for code in codes)


async def test_nobody_real_is_in_it(demo_database: Addresses) -> None:
    companies = "SELECT name FROM partner_unit WHERE kind IN ('ENTERPRISE', 'PROPERTY_COMPANY')"
    assert all(name.endswith("（虚构）") for name in await read(demo_database, companies))
    phones = await read(demo_database, "SELECT liaison_phone FROM partner_unit UNION SELECT contact_phone FROM need")
    assert all(re.fullmatch(r"1390000\d{4}", phone) for phone in phones)


def test_a_published_credit_code_has_our_check_characters() -> None:
    assert check_character("91350100M000100Y4") == "3"
    assert credit_code("91", "990203", 1) == "91990203000000019P"


def test_a_way_that_no_lifecycle_has_is_refused() -> None:
    assert way(SubjectType.CLAIM, "PROPOSED", "CONFIRMED") == ("ACCEPTED", "ACTIVE", "DELIVERED", "CONFIRMED")
    with pytest.raises(ValueError, match="from CONFIRMED to PROPOSED"):
        way(SubjectType.CLAIM, "CONFIRMED", "PROPOSED")
