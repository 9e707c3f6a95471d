"""The demo network: loaded once, by the rules, and reading like the real thing."""

import asyncio
import re
from collections.abc import Iterable
from datetime import date, datetime
from enum import StrEnum
from typing import Any

import asyncpg
import pytest
from pwdlib import PasswordHash

from db.addresses import Addresses
from db.audit import audit
from db.demo import load_if_empty
from db.demo.clocks import when
from db.demo.network import way
from db.generate.credit import check_character, credit_code
from db.machines import Length, Minutes, Until, WorkingDays
from db.models.handling import DeadlineKind, EvaluationSide, MeetingStatus, TopicStatus, WhistleKind, WhistleStatus
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
        # plans are the service's to make: the demo has none
        ("SELECT DISTINCT direction FROM claim", set(ClaimDirection) - {ClaimDirection.PLAN_PROPOSES_BOTH}),
        ("SELECT DISTINCT status FROM project", ProjectStatus),
        ("SELECT DISTINCT status FROM need", NeedStatus),
        ("SELECT DISTINCT status FROM topic", TopicStatus),
        ("SELECT DISTINCT kind FROM whistle", WhistleKind),
        ("SELECT DISTINCT status FROM whistle", WhistleStatus),
        ("SELECT DISTINCT status FROM joint_meeting", MeetingStatus),
        ("SELECT DISTINCT side FROM evaluation", EvaluationSide),
    ],
)
async def test_every_kind_and_state_is_there(demo_database: Addresses, query: str, values: Iterable[StrEnum]) -> None:
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
        "SELECT min(needed_by) > current_date FROM need WHERE status <> 'EXPIRED'",
        "SELECT min(planned_end) > current_date FROM project",
        "SELECT min(starts_at) > now() FROM claim",
        "SELECT min(expires_at) > now() FROM claim WHERE status <> 'EXPIRED'",
        "SELECT min(available_until) > now() FROM resource WHERE status <> 'EXPIRED'",
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


async def test_the_wish_for_handrails_can_be_followed_from_topic_to_delivery(demo_database: Addresses) -> None:
    story = """
        SELECT concat_ws(' ', t.status, d.status, (SELECT count(DISTINCT role) FROM attendee a
                                                   WHERE a.deliberation_id = d.id), n.status, p.status,
                         (SELECT count(done_on) FROM milestone m WHERE m.project_id = p.id),
                         (SELECT sum(delivered) FROM claim c WHERE c.need_id = n.id))
        FROM topic t JOIN deliberation d ON d.topic_id = t.id JOIN need n ON n.topic_id = t.id
        JOIN project p ON p.topic_id = t.id WHERE t.title LIKE '停电时上下楼%' ORDER BY n.id
    """
    assert await read(demo_database, story) == [
        "NEED_POSTED MINUTED 6 FULLY_CLAIMED RUNNING 2 2",
        "NEED_POSTED MINUTED 6 FULFILLED RUNNING 2 6",
    ]


async def test_both_sides_serve_each_other(demo_database: Addresses) -> None:
    both = "SELECT given > 0 FROM partner_unit WHERE given + received > 0"
    assert set(await read(demo_database, both)) == {True, False}


async def test_what_is_restricted_and_what_stands_still_is_there(demo_database: Addresses) -> None:
    assert await read(demo_database, "SELECT status FROM topic WHERE restricted") == ["ACCEPTED"]
    stood = "SELECT concat_ws(' ', kind, status) FROM deadline WHERE suspended_at IS NOT NULL"
    assert await read(demo_database, stood) == ["HANDLE_TOPIC SUSPENDED"]
    requests = "SELECT concat_ws(' ', kind, status) FROM extension ORDER BY 1"
    assert await read(demo_database, requests) == ["EXTENSION APPROVED", "EXTENSION ASKED", "SUSPENSION APPROVED"]


async def test_the_clocks_have_something_to_look_at(demo_database: Addresses) -> None:
    running = "SELECT DISTINCT kind FROM deadline WHERE status = 'RUNNING' AND next_at IS NOT NULL"
    assert set(await read(demo_database, running)) == set(DeadlineKind)
    overdue = "SELECT kind FROM deadline WHERE status = 'RUNNING' AND due_at < now()"
    assert await read(demo_database, overdue) == ["ACCEPT_TOPIC"]


async def test_a_partner_of_two_subdistricts_is_tied_by_its_credit_code(demo_database: Addresses) -> None:
    codes = await read(demo_database, "SELECT credit_code FROM partner_unit WHERE credit_code IS NOT NULL")
    assert len(codes) == len(set(codes)) + 1
    assert all(code[17] == check_character(code) for code in codes)


async def test_nobody_real_is_in_it(demo_database: Addresses) -> None:
    companies = "SELECT name FROM partner_unit WHERE kind IN ('ENTERPRISE', 'PROPERTY_COMPANY')"
    assert all(name.endswith("（虚构）") for name in await read(demo_database, companies))
    phones = await read(
        demo_database,
        "SELECT liaison_phone FROM partner_unit UNION SELECT contact_phone FROM need"
        " UNION SELECT contact_phone FROM topic",
    )
    assert all(re.fullmatch(r"1390000\d{4}", phone) for phone in phones)
    assert await read(demo_database, "SELECT name FROM attendee WHERE name IS NOT NULL") == []


def test_a_published_credit_code_has_our_check_characters() -> None:
    assert check_character("91350100M000100Y4") == "3"
    assert credit_code("91", "990203", 1) == "91990203000000019P"


def test_a_way_that_no_lifecycle_has_is_refused() -> None:
    assert way(SubjectType.CLAIM, "PROPOSED", "CONFIRMED") == ("ACCEPTED", "ACTIVE", "DELIVERED", "CONFIRMED")
    with pytest.raises(ValueError, match="from CONFIRMED to PROPOSED"):
        way(SubjectType.CLAIM, "CONFIRMED", "PROPOSED")


def test_a_way_may_lead_around_a_state() -> None:
    assert way(SubjectType.TOPIC, "ACCEPTED", "REWORK") == ("SUSPENDED", "REWORK")
    steps = way(SubjectType.TOPIC, "ACCEPTED", "REWORK", around=("SUSPENDED",))
    assert steps == ("DELIBERATING", "RESOLVED", "NEED_POSTED", "HANDLED", "REWORK")
    assert way(SubjectType.TOPIC, "ACCEPTED", "SUSPENDED", around=("SUSPENDED",)) == ("SUSPENDED",)


@pytest.mark.parametrize(
    ("start", "length", "due"),
    [
        ("2026-10-29 09:00", WorkingDays(1), "2026-10-30 09:00"),
        ("2026-10-30 09:00", WorkingDays(1), "2026-11-02 09:00"),
        ("2026-10-30 09:00", WorkingDays(0), "2026-10-30 18:00"),
        ("2026-10-30 19:00", WorkingDays(0), "2026-11-02 18:00"),
        ("2026-10-31 09:00", WorkingDays(0), "2026-11-02 18:00"),
        ("2026-10-31 09:00", Minutes(30), "2026-10-31 09:30"),
        ("2026-10-31 09:00", Until(date(2026, 12, 1)), "2026-12-02 00:00"),
    ],
)
def test_what_is_due_is_counted_from_monday_to_friday(start: str, length: Length, due: str) -> None:
    assert when(datetime.fromisoformat(f"{start}+08:00"), length) == datetime.fromisoformat(f"{due}+08:00")
