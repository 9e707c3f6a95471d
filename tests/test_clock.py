"""The clock at work: rungs and expiries, each once, whoever works, whoever dies, and whenever somebody runs."""

import asyncio
import os
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import structlog
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from make import (
    id_of,
    make_account,
    make_alliance,
    make_claim,
    make_deadline,
    make_line,
    make_membership,
    make_need,
    make_network,
    make_partner,
    make_project,
    make_resource,
    make_topic,
    open_session,
)
from sqlalchemy import func, select, text, update
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncSession
from test_server import free_port, status, until
from world import World, blocked, open_world

from db.addresses import Address, Addresses
from db.audit import audit
from db.models import Base, Claim, Deadline, Need, NeedLine, Notice, PartnerUnit, Transition
from db.models.handling import DeadlineKind
from db.models.states import Role
from db.settings import Settings
from resolvers import answers, clock, deliveries, projects
from resolvers.clock import work_off
from resolvers.errors import ErrorCode
from resolvers.expiries import EXPIRIES
from resolvers.moments import today
from resolvers.transactions import open_writer

ROOT = Path(__file__).parent.parent
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
RUNGS = {"REMINDER": "remind_at", "URGING": "urge_at", "REPORT": "report_at"}
EXAMPLES = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture
async def world(database: Addresses) -> AsyncIterator[World]:
    async with open_world(database) as world:
        yield world


def times(start: datetime, *away: timedelta | None) -> dict[str, datetime | None]:
    """Due, remind, urge and report so long after a moment; looked at first when it reminds."""
    names = ("due_at", "remind_at", "urge_at", "report_at")
    found = {name: None if each is None else start + each for name, each in zip(names, away, strict=True)}
    return found | {"next_at": found["remind_at"], "raw_due_at": found["due_at"]}


def over() -> dict[str, datetime | None]:
    """The times of what expired an hour ago."""
    return times(datetime.now(UTC), -HOUR, -DAY, None, None)


async def notices(world: World, deadline: Deadline) -> list[tuple[str, datetime]]:
    """The rungs that were made known, by the time that they were scheduled for."""
    await world.owner.commit()
    statement = select(Notice.kind, Notice.scheduled_at).where(Notice.deadline_id == deadline.id)
    return [(kind.value, at) for kind, at in await world.owner.execute(statement.order_by(Notice.scheduled_at))]


# --- rungs


async def test_a_deadline_climbs_the_ladder(world: World) -> None:
    topic = await make_topic(world.owner, world.network.branch)
    ladder = times(datetime.now(UTC), 2 * HOUR, HOUR, DAY, 5 * DAY)
    deadline = await make_deadline(world.owner, topic, DeadlineKind.HANDLE_TOPIC, **ladder)
    await world.owner.commit()
    assert await work_off(world.writer) == 0
    for kind, away in [("REMINDER", HOUR), ("URGING", DAY), ("REPORT", 4 * DAY)]:
        await pass_by(world, away)
        assert await work_off(world.writer) == 1
        assert (await notices(world, await world.now(deadline)))[-1] == (kind, getattr(deadline, RUNGS[kind]))
        assert await work_off(world.writer) == 0
    assert (deadline.next_at, deadline.status) == (None, "RUNNING")


async def pass_by(world: World, time: timedelta) -> None:
    """Let time pass: everything that deadlines were set for is so much nearer."""
    names = ("due_at", "remind_at", "urge_at", "report_at", "next_at")
    await world.owner.execute(
        update(Deadline)
        .values({name: getattr(Deadline, name) - time for name in names})
        .execution_options(synchronize_session=False)
    )
    await world.owner.execute(text("ALTER TABLE notice DISABLE TRIGGER USER"))
    await world.owner.execute(update(Notice).values(scheduled_at=Notice.scheduled_at - time))
    await world.owner.execute(text("ALTER TABLE notice ENABLE TRIGGER USER"))
    await world.owner.commit()


async def test_nothing_is_lost_while_nothing_runs(world: World) -> None:
    topic = await make_topic(world.owner, world.network.branch)
    ladder = times(datetime.now(UTC) - 20 * DAY, HOUR, timedelta(0), DAY, 5 * DAY)
    deadline = await make_deadline(world.owner, topic, DeadlineKind.HANDLE_TOPIC, **ladder)
    await world.owner.commit()
    assert await work_off(world.writer) == 1
    assert await notices(world, deadline) == [(kind, ladder[name]) for kind, name in RUNGS.items()]


async def test_a_rung_that_was_made_known_is_not_again_after_an_extension(world: World) -> None:
    topic = await make_topic(world.owner, world.network.branch)
    ladder = times(datetime.now(UTC), HOUR, -HOUR, DAY, 5 * DAY)
    deadline = await make_deadline(world.owner, topic, DeadlineKind.HANDLE_TOPIC, **ladder)
    await world.owner.commit()
    await work_off(world.writer)
    first = await notices(world, deadline)
    later = {"remind_at": datetime.now(UTC) - HOUR / 2, "next_at": datetime.now(UTC) - HOUR / 2}
    await world.owner.execute(update(Deadline).values(later))
    await world.owner.commit()
    assert await work_off(world.writer) == 1
    assert await notices(world, deadline) == first
    assert (await world.now(deadline)).next_at == ladder["urge_at"]


@given(
    rungs=st.lists(st.integers(1, 20), min_size=3, max_size=3).map(sorted),
    steps=st.lists(st.integers(0, 10), max_size=6),
)
@EXAMPLES
async def test_it_does_not_matter_when_the_clock_runs(world: World, rungs: list[int], steps: list[int]) -> None:
    """Rungs after so many hours, passes after so many hours each: in the end the same notices at the same times."""
    remind, urge, report = (HOUR * hours for hours in rungs)
    topic = await make_topic(world.owner, world.network.branch)
    ladder = times(datetime.now(UTC) + HOUR / 2, remind, remind, urge, report)
    deadline = await make_deadline(world.owner, topic, DeadlineKind.HANDLE_TOPIC, **ladder)
    await world.owner.commit()
    for step in steps:
        await pass_by(world, step * HOUR)
        await work_off(world.writer)
    await world.now(deadline)
    moments = {kind: getattr(deadline, name) for kind, name in RUNGS.items()}
    reached = [kind for kind, hours in zip(RUNGS, rungs, strict=True) if hours < sum(steps)]
    assert sorted(await notices(world, deadline)) == sorted((kind, moments[kind]) for kind in reached)
    assert deadline.next_at == min((moments[kind] for kind in RUNGS if kind not in reached), default=None)


# --- expiries


def test_the_machines_say_what_expires() -> None:
    found = {(each.kind.value, each.model.__name__, *each.sources, each.target) for each in EXPIRIES}
    assert found == {
        ("ANSWER_CLAIM", "Claim", "PROPOSED", "EXPIRED"),
        ("EXPIRE_NEED", "Need", "POSTED", "EXPIRED"),
        ("EXPIRE_RESOURCE", "Resource", "OFFERED", "PAUSED", "EXPIRED"),
        ("END_MEMBERSHIP", "Membership", "JOINED", "ENDED"),
    }


async def proposal(world: World, **values: Any) -> tuple[Need, Claim, Deadline]:
    """An overdue proposal for part of a need."""
    need, line = await world.claimable()
    liaison = world.network.accounts[Role.PARTNER_LIAISON]
    claim = await make_claim(world.owner, line, world.network.partner, liaison, quantity=4)
    deadline = await make_deadline(world.owner, claim, DeadlineKind.ANSWER_CLAIM, **over() | values)
    await world.owner.commit()
    return need, claim, deadline


async def test_a_proposal_that_nobody_answers_expires(world: World) -> None:
    need, claim, deadline = await proposal(world)
    assert ((await world.now(need)).claimed, (await world.now(world.network.partner)).carrying) == (4, 1)
    assert await work_off(world.writer) == 1
    assert ((await world.now(need)).claimed, need.status) == (0, "POSTED")
    assert (await world.now(world.network.partner)).carrying == 0
    assert ((await world.now(claim)).status, (await world.now(deadline)).status) == ("EXPIRED", "EXPIRED")
    assert await notices(world, deadline) == [("REMINDER", deadline.remind_at), ("EXPIRY", deadline.due_at)]
    last = (await transitions(world, claim))[-1]
    assert (last.to_status, last.actor_id) == ("EXPIRED", None)
    assert last.reason == "逾期未答复 it is not answered in time"
    refused = await world.refuses(answers.accept, Role.GRID_SECRETARY, claim_id=id_of(claim))
    assert refused == {(ErrorCode.INVALID_STATE, "id")}
    assert await work_off(world.writer) == 0


async def transitions(world: World, row: Base) -> list[Transition]:
    id_ = row.__mapper__.primary_key_from_instance(row)[-1]
    statement = select(Transition).where(Transition.subject_id == id_).order_by(Transition.id)
    return list(await world.owner.scalars(statement))


async def test_a_proposal_is_reminded_of_before(world: World) -> None:
    ladder = times(datetime.now(UTC), HOUR, -HOUR, None, None)
    _, claim, deadline = await proposal(world, **ladder)
    assert await work_off(world.writer) == 1
    assert await notices(world, deadline) == [("REMINDER", deadline.remind_at)]
    assert (await world.now(deadline)).next_at == deadline.due_at
    assert (await world.now(claim)).status == "PROPOSED"


async def test_a_need_expires_once_nothing_holds_it(world: World) -> None:
    need = await make_need(world.owner, world.network.branch, needed_by=date(2020, 1, 1))
    deadline = await make_deadline(world.owner, need, DeadlineKind.EXPIRE_NEED, **over())
    project = await make_project(world.owner, world.network.branch)
    await make_line(world.owner, project, need)
    await world.owner.commit()
    assert await work_off(world.writer) == 1
    await world.now(deadline)
    assert (deadline.status, need.status) == ("RUNNING", "POSTED")
    assert deadline.next_at
    assert DAY - HOUR < deadline.next_at - datetime.now(UTC) < DAY
    assert [kind for kind, _ in await notices(world, deadline)] == ["REMINDER"]
    await world.do(projects.withdraw, Role.GRID_SECRETARY, project_id=id_of(project))
    await pass_by(world, DAY)
    assert await work_off(world.writer) == 1
    assert ((await world.now(need)).status, (await world.now(deadline)).status) == ("EXPIRED", "EXPIRED")
    assert [kind for kind, _ in await notices(world, deadline)] == ["REMINDER", "EXPIRY"]
    assert (await transitions(world, need))[-1].reason.startswith("期望完成日期已过")


@pytest.mark.parametrize(
    ("status", "claimed", "after"),
    [("OFFERED", 0, "EXPIRED"), ("PAUSED", 0, "EXPIRED"), ("OFFERED", 3, "PARTLY_CLAIMED"), ("PAUSED", 3, "PAUSED")],
)
async def test_a_resource_expires_unless_it_is_claimed(world: World, status: str, claimed: int, after: str) -> None:
    resource = await make_resource(world.owner, world.network.partner)
    _, line = await world.claimable()
    if claimed:
        uses = {"resource_id": resource.id, "resource_quantity": claimed, "quantity": claimed}
        await make_claim(world.owner, line, world.network.partner, world.network.accounts[Role.PARTNER_LIAISON], **uses)
    await world.now(resource)
    if status == "PAUSED":
        resource.status = status  # type: ignore[assignment]  # as a text
    deadline = await make_deadline(world.owner, resource, DeadlineKind.EXPIRE_RESOURCE, **over())
    await world.owner.commit()
    assert await work_off(world.writer) == 1
    assert (await world.now(resource)).status == after
    assert ((await world.now(deadline)).status == "EXPIRED") == (after == "EXPIRED")


async def test_a_membership_ends_with_its_term(world: World) -> None:
    alliance = await make_alliance(world.owner, world.network.subdistrict)
    membership = await make_membership(world.owner, alliance, world.network.partner)
    for side, role in (("partner", Role.PARTNER_LIAISON), ("alliance", Role.SUBDISTRICT_ADMIN)):
        setattr(membership, f"{side}_consent_by", world.network.accounts[role].id)
        setattr(membership, f"{side}_consent_at", datetime.now(UTC))
    membership.status = "JOINED"  # type: ignore[assignment]  # as a text
    await make_deadline(world.owner, membership, DeadlineKind.END_MEMBERSHIP, **over())
    await world.owner.commit()
    assert await work_off(world.writer) == 1
    assert (await world.now(membership)).status == "ENDED"


# --- with others at work


async def test_what_a_mutation_holds_is_left_for_the_next_time(world: World, database: Addresses) -> None:
    need = await make_need(world.owner, world.network.branch)
    await make_deadline(world.owner, need, DeadlineKind.EXPIRE_NEED, **over())
    _, claim, _ = await proposal(world)
    async with open_session(database.owner) as other:
        await other.execute(select(Need.id).where(Need.id == need.id).with_for_update())
        answered = select(Deadline.id).where(Deadline.subject_id == claim.id)
        await other.execute(answered.with_for_update())
        assert await work_off(world.writer) == 0
    assert await work_off(world.writer) == 2
    assert {(await world.now(row)).status for row in (need, claim)} == {"EXPIRED"}


async def test_an_answer_in_time_or_an_expiry_never_both(world: World) -> None:
    for _ in range(5):
        _, claim, deadline = await proposal(world)
        answering = world.do(answers.decline, Role.GRID_SECRETARY, claim_id=id_of(claim), reason="r")
        results = await asyncio.gather(answering, work_off(world.writer), return_exceptions=True)
        status = (await world.now(claim)).status
        assert isinstance(results[0], Exception) == (status == "EXPIRED")
        assert (await world.now(deadline)).status == ("EXPIRED" if status == "EXPIRED" else "LATE")
        assert [each.to_status for each in await transitions(world, claim)] == ["PROPOSED", status]


async def test_the_last_confirmation_and_the_clock_never_wait_for_each_other(world: World) -> None:
    """Who confirms holds the need and ends its deadline; the clock holds the deadline and looks at the need."""
    for _ in range(5):
        need, line = await world.claimable(needed_by=date(2020, 1, 1))
        claim = {"claim_id": id_of(await world.claim(line, quantity=need.quantity))}
        deadline = await make_deadline(world.owner, need, DeadlineKind.EXPIRE_NEED, **over())
        await world.do(answers.accept, Role.GRID_SECRETARY, **claim)
        await world.do(deliveries.start, Role.PARTNER_LIAISON, **claim)
        delivery = {"quantity": need.quantity, "delivered_on": today(), "evidence": "签收单"}
        await world.do(deliveries.deliver, Role.PARTNER_LIAISON, **claim, **delivery)
        confirming = world.do(deliveries.confirm, Role.GRID_SECRETARY, **claim)
        await asyncio.gather(confirming, *(work_off(world.writer) for _ in range(3)))
        assert (await world.now(need)).status == "FULFILLED"
        assert ((await world.now(deadline)).status, deadline.next_at) == ("LATE", None)


async def test_people_and_the_clock_work_on_one_need_at_once(world: World, database: Addresses) -> None:
    need, line = await world.claimable(quantity=40)
    made = [id_of(await world.claim(line, quantity=1)) for _ in range(40)]
    first = select(Claim.id).order_by(Claim.id).limit(20)
    past = {name: at for name, at in over().items() if name != "raw_due_at"}
    overdue = update(Deadline).where(Deadline.subject_id.in_(first)).values(past)
    await world.owner.execute(overdue.execution_options(synchronize_session=False))
    await world.owner.commit()
    people = [world.do(answers.accept, Role.GRID_SECRETARY, claim_id=id_) for id_ in made[20:30]]
    people += [world.do(answers.withdraw, Role.PARTNER_LIAISON, claim_id=id_) for id_ in made[30:]]
    results = await asyncio.gather(*people, *(work_off(world.writer) for _ in range(3)))
    assert sum(results[20:]) == 20
    statuses = Counter(await world.owner.scalars(select(Claim.status)))
    assert statuses == {"EXPIRED": 20, "ACCEPTED": 10, "WITHDRAWN": 10}
    assert (await world.now(need)).claimed == 10
    assert [violation.rule.name for violation in await audit(database.owner)] == []


async def test_a_subdistrict_that_fails_keeps_no_other_waiting(world: World) -> None:
    other = await make_network(world.owner)
    topics = [await make_topic(world.owner, branch) for branch in (world.network.branch, other.branch)]
    reached = times(datetime.now(UTC), DAY, -HOUR, DAY, DAY)
    first, second = [await make_deadline(world.owner, topic, DeadlineKind.HANDLE_TOPIC, **reached) for topic in topics]
    await world.owner.execute(
        text(f"ALTER TABLE notice ADD CHECK (deadline_id <> '{first.id}')")  # as something in the data might
    )
    await world.owner.commit()
    for _ in range(5):  # whichever comes first
        with structlog.testing.capture_logs() as logged, pytest.raises(DBAPIError):
            await work_off(world.writer)
        assert [entry["subdistrict"] for entry in logged] == [str(first.subdistrict_id)]
    assert await notices(world, first) == []
    assert len(await notices(world, second)) == 1


# --- 10,000 rows, several processes

PROPOSALS = """\
INSERT INTO claim (subdistrict_id, direction, partner_id, branch_id, need_id, need_line_id, project_id, quantity,
                   partner_consent_by, partner_consent_at, status)
SELECT l.subdistrict_id, 'PARTNER_CLAIMS_NEED', a.partner_id, p.branch_id, l.need_id, l.id, l.project_id, 1, a.id,
       now(), 'PROPOSED'
FROM need_line l JOIN project p ON p.id = l.project_id, account a
WHERE a.role = 'PARTNER_LIAISON'"""
UNANSWERED = """\
INSERT INTO deadline (subdistrict_id, subject_type, subject_id, kind, while_in, branch_id, starts_at, raw_due_at,
                      due_at, remind_at, next_at)
SELECT subdistrict_id, 'CLAIM', id, 'ANSWER_CLAIM', '{PROPOSED}'::text[], branch_id, now() - interval '5 days', d.at,
       d.at, d.at - interval '1 day', d.at - interval '1 day'
FROM claim, (SELECT now() - interval '1 hour' AS at) d"""
UNHANDLED = """\
WITH made AS (INSERT INTO topic (subdistrict_id, branch_id, title, category, status)
              SELECT :place, :branch, '议题', 'OTHER', 'SUBMITTED' FROM generate_series(1, :number) RETURNING *)
INSERT INTO deadline (subdistrict_id, subject_type, subject_id, kind, while_in, branch_id, starts_at, raw_due_at,
                      due_at, remind_at, urge_at, report_at, next_at)
SELECT subdistrict_id, 'TOPIC', id, 'ACCEPT_TOPIC', '{SUBMITTED}'::text[], branch_id, now() - interval '9 days', d.at,
       d.at, d.at - interval '1 day', d.at + interval '1 day', d.at + interval '7 days', d.at - interval '1 day'
FROM made, (SELECT now() - interval '8 days' AS at) d"""
CLAIMS, TOPICS = 1_000, 3_000


async def fill(world: World, topics: int = 0) -> None:
    """Overdue deadlines: proposals of ten partners on 200 lines, and topics that nobody accepted."""
    project = await make_project(world.owner, world.network.branch)
    for _ in range(9):
        partner = await make_partner(world.owner, world.network.subdistrict, capacity=1000)
        await make_account(world.owner, Role.PARTNER_LIAISON, partner)
    world.network.partner.capacity = 1000
    for _ in range(CLAIMS // 10):
        await make_line(world.owner, project, await make_need(world.owner, world.network.branch))
    await world.owner.execute(text(PROPOSALS))
    await world.owner.execute(text(UNANSWERED))
    where = {"place": world.network.subdistrict.id, "branch": world.network.branch.id, "number": topics}
    await world.owner.execute(text(UNHANDLED), where)
    await world.owner.commit()


async def each_once(world: World, database: Addresses, topics: int = 0) -> None:
    """Everything that was due has happened, and nothing has twice."""
    count = select(func.count())
    expired = count.where(Transition.subject_type == "CLAIM", Transition.to_status == "EXPIRED")
    assert await world.owner.scalar(expired) == CLAIMS
    made = select(Notice.kind, func.count()).group_by(Notice.kind)
    numbers = {kind.value: number for kind, number in await world.owner.execute(made)}
    of_topics = {"URGING": topics, "REPORT": topics} if topics else {}
    assert numbers == {"REMINDER": CLAIMS + topics, "EXPIRY": CLAIMS, **of_topics}
    for counter in (Need.claimed, NeedLine.claimed, PartnerUnit.carrying):
        assert await world.owner.scalar(select(func.sum(counter))) == 0
    assert await world.owner.scalar(count.where(Deadline.next_at.is_not(None))) == 0
    assert [violation.rule.name for violation in await audit(database.owner)] == []


async def test_three_loops_share_the_work(world: World, database: Addresses) -> None:
    await fill(world, TOPICS)
    done = await asyncio.gather(*(work_off(world.writer) for _ in range(3)))
    assert sum(done) == CLAIMS + TOPICS
    assert all(done), "each had some"
    await each_once(world, database, TOPICS)


def environment(database: Addresses, **more: str) -> dict[str, str]:
    urls = {"DATABASE_URL": database.owner, "WRITE_DATABASE_URL": database.writer, "READ_DATABASE_URL": database.reader}
    key = {"SECRET_KEY": "a key that signs tokens in tests only"}
    return os.environ | {name: address.url for name, address in urls.items()} | key | more


@contextmanager
def command(database: Addresses, *words: str, **more: str) -> Iterator[subprocess.Popen[bytes]]:
    """A process of the service on a test's database."""
    with subprocess.Popen(
        [sys.executable, "server.py", *words],
        cwd=ROOT,
        env=environment(database, **more),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    ) as process:
        try:
            yield process
        finally:
            process.kill()


async def test_a_process_killed_in_the_middle_loses_nothing(world: World, database: Addresses) -> None:
    await fill(world)
    async with open_session(database.owner) as other:
        with command(database, "work-off") as process:
            await stopped_in_the_middle(other)
            process.kill()
            process.wait()
    done = 1
    while done or await due(world):  # what the killed process held is free once the database has noticed
        done = sum(await asyncio.gather(*(work_off(world.writer) for _ in range(3))))
    await each_once(world, database)


async def stopped_in_the_middle(other: AsyncSession) -> None:
    """Let a process work off some batches, and keep it within the next one until the session ends."""
    while not await other.scalar(select(func.count()).select_from(Notice)):
        await other.rollback()
    await other.execute(text("LOCK TABLE transition IN SHARE MODE"))
    await asyncio.wait_for(blocked(other), 60)
    assert await other.scalar(select(func.count()).where(Claim.status == "PROPOSED"))


async def due(world: World) -> int:
    await world.owner.commit()
    return await world.owner.scalar(select(func.count()).where(Deadline.next_at <= func.now())) or 0


# --- in processes


async def test_a_server_works_deadlines_off_and_stops_in_order(world: World, database: Addresses) -> None:
    await fill(world)
    async with open_session(database.owner) as other:
        with serving(database, CLOCK_SECONDS="1") as process:
            await stopped_in_the_middle(other)
            process.send_signal(signal.SIGINT)
            assert process.wait(30) == 0
    assert await due(world)
    with serving(database, CLOCK_SECONDS="0"):
        before = await due(world)
    assert await due(world) == before, "this process leaves them to others"
    with serving(database, CLOCK_SECONDS="1"):
        while await due(world):
            pass
    await each_once(world, database)


@contextmanager
def serving(database: Addresses, **more: str) -> Iterator[subprocess.Popen[bytes]]:
    """A server on a test's database, until it is ready and then as long as the block."""
    port = free_port()
    with command(database, "serve", DEMO="0", PORT=str(port), **more) as process:
        until(lambda: status(port, "/readyz") == 200)
        yield process


async def test_the_command_says_how_many(world: World, database: Addresses) -> None:
    await proposal(world)
    for number in (1, 0):
        with command(database, "work-off") as process:
            out = process.communicate()[0].decode()
        assert (process.returncode, out) == (0, f"{number} deadlines worked off 已处理时限\n")


async def test_a_lost_database_is_waited_for(world: World) -> None:
    _, _, deadline = await proposal(world)
    here, away = world.writer.kw["bind"], Address("postgresql://red_partners_writer@127.0.0.1:1/none")
    world.writer.configure(bind=open_writer(away, Settings(_env_file=None)).kw["bind"])
    with structlog.testing.capture_logs() as logged:
        running = asyncio.create_task(clock.run(world.writer, 0))
        while not logged:
            await notices(world, deadline)
        world.writer.configure(bind=here)
        while logged[-1]["event"] != "deadlines worked off":
            await notices(world, deadline)
        running.cancel()
        with pytest.raises(asyncio.CancelledError):
            await running
    assert (logged[0]["event"], logged[0]["log_level"]) == ("deadlines cannot be worked off now", "warning")
    assert logged[-1] == {"event": "deadlines worked off", "number": 1, "log_level": "info"}
