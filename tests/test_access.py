"""When access ends and begins again: at the next request, in the process that ended it and in all others."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import asyncpg
import httpx
import pytest
from asking import ERRORS, POST, SIGN_IN, World, codes, open_world
from asking import NEED as POSTED
from conftest import KEY, Client
from conftest import Network as Service
from make import id_of, make_claim, make_line, make_need, make_partner, make_project
from sqlalchemy import event, update

from db.embedded import Embedded
from db.models import Account
from db.models.states import PartnerStatus, Role
from db.settings import Settings
from resolvers.access import LOOK_SECONDS, TRUST_SECONDS, Access
from resolvers.passwords import hash_password
from server import create_app, open_services

ME = "{ me { login } }"
PASSWORD, HASH = "correct horse", hash_password("correct horse")
DO = "mutation ($id: ID!) {{ {}(input: {{id: $id{}}}) {{ partner {{ status }} {} }} }}"
RELEASE = DO.format("releasePartner", ', reason: "合作期满"', ERRORS)
SUSPEND = DO.format("suspendPartner", ', reason: "整改中"', ERRORS)
REJECT = DO.format("rejectPartner", ', reason: "资料不全"', ERRORS)
CHANGE = f"""mutation {{ changePassword(input: {{currentPassword: "{PASSWORD}", newPassword: "a new password"}}) {{
    account {{ login }} {ERRORS} }} }}"""


@pytest.fixture
async def world(empty_network: Service) -> AsyncIterator[World]:
    async with open_world(empty_network) as world:
        for account in world.network.accounts.values():
            account.password_hash = HASH
        await world.owner.commit()
        yield world


@asynccontextmanager
async def another_process(world: World, folder: Path) -> AsyncIterator[Service]:
    settings = Settings(secret_key=KEY, attachments_url=str(folder), _env_file=None)
    async with open_services(settings, world.service.addresses) as services:
        yield Service(create_app(settings, services), services, world.service.addresses)


@pytest.fixture
async def other(world: World, tmp_path: Path) -> AsyncIterator[Service]:
    """A second server process on the same database."""
    async with another_process(world, tmp_path) as service:
        yield service


async def heard(service: Service) -> None:
    """Return once a process has been told all that is committed: PostgreSQL tells it before it answers."""
    access = service.services.access
    async with access._looking:
        assert access._connection
        await access._connection.execute("SELECT")


async def status(client: Client) -> int:
    return (await client.post(ME)).status_code


def invalid(answer: httpx.Response) -> bool:
    return answer.status_code == 401 and answer.json()["errors"][0]["extensions"]["code"] == "INVALID_TOKEN"


async def of(world: World, role: Role, *services: Service) -> list[Client]:
    """The clients of one account in several processes, which have seen its token."""
    login = world.network.accounts[role].login
    token = await services[0].token(login)
    clients = [Client(service.app, token) for service in services]
    assert [await status(client) for client in clients] == [200] * len(clients)
    return clients


async def can_sign_in(world: World, role: Role, password: str = PASSWORD) -> bool:
    login = world.network.accounts[role].login
    answer = (await world.ask(None, SIGN_IN, login=login, password=password)).json()
    return bool(answer["data"]["signIn"]["token"])


async def test_a_partner_that_has_left_has_no_access_from_the_next_request_on(world: World, other: Service) -> None:
    here, there = await of(world, Role.PARTNER_LIAISON, world.service, other)
    need = id_of(await make_need(world.owner, world.network.branch))
    await world.owner.commit()
    answer = (await world.ask(Role.SUBDISTRICT_ADMIN, RELEASE, id=id_of(world.network.partner))).json()
    assert answer["data"]["releasePartner"]["partner"] == {"status": "EXITED"}
    assert invalid(await here.post(ME)), "in the process that did it, nothing is waited for"
    await heard(other)
    for client in (here, there):
        assert invalid(await client.post(ME))
        assert invalid(await client.post("{ needs { nodes { id } } }"))
        assert invalid(await client.post(POST, {"input": POSTED}))
        assert invalid(await client.http.post("/attachments", data={"subject": need}, files={"file": ("a.txt", b"a")}))
        assert invalid(await client.http.get("/attachments/x"))
    assert not await can_sign_in(world, Role.PARTNER_LIAISON)
    assert await status((await of(world, Role.GRID_WORKER, other))[0]) == 200, "nobody else is concerned"


async def test_a_partner_that_was_turned_down_has_no_access(world: World) -> None:
    applicant = await make_partner(world.owner, world.network.subdistrict, PartnerStatus.APPLIED)
    account = world.network.accounts[Role.DEPARTMENT_OFFICER]
    account.partner_id = applicant.id
    await world.owner.commit()
    (client,) = await of(world, Role.DEPARTMENT_OFFICER, world.service)
    await world.ask(Role.SUBDISTRICT_ADMIN, REJECT, id=id_of(applicant))
    assert invalid(await client.post(ME))
    assert not await can_sign_in(world, Role.DEPARTMENT_OFFICER)


async def test_a_partner_that_comes_back_has_access_again(world: World) -> None:
    (old,) = await of(world, Role.PARTNER_LIAISON, world.service)
    await world.ask(Role.SUBDISTRICT_ADMIN, RELEASE, id=id_of(world.network.partner))
    assert not await can_sign_in(world, Role.PARTNER_LIAISON)
    await come_back(world)
    assert await can_sign_in(world, Role.PARTNER_LIAISON)
    await of(world, Role.PARTNER_LIAISON, world.service)
    assert invalid(await old.post(ME)), "what has ended does not begin again"


async def come_back(world: World) -> None:
    """Let the partner be admitted again, as no action does yet."""
    owner = await asyncpg.connect(world.service.addresses.owner.url)
    await owner.execute("ALTER TABLE partner_unit DISABLE TRIGGER USER")
    await owner.execute("UPDATE partner_unit SET status = 'ADMITTED'")
    await owner.execute("ALTER TABLE partner_unit ENABLE TRIGGER USER")
    await owner.close()


async def test_a_suspended_partner_finishes_what_it_carries_and_claims_nothing_new(world: World) -> None:
    project = await make_project(world.owner, world.network.branch)
    line = await make_line(world.owner, project, await make_need(world.owner, world.network.branch))
    liaison = world.network.accounts[Role.PARTNER_LIAISON]
    carried = await make_claim(world.owner, line, world.network.partner, liaison)
    await world.owner.commit()
    (client,) = await of(world, Role.PARTNER_LIAISON, world.service)
    await world.ask(Role.SUBDISTRICT_ADMIN, SUSPEND, id=id_of(world.network.partner))
    seen = (await client.post("query ($id: ID!) { claim(id: $id) { status } }", {"id": id_of(carried)})).json()
    assert seen["data"]["claim"] == {"status": "PROPOSED"}
    claim = f"""mutation ($lines: [ClaimLineInput!]!) {{
        claimProject(input: {{lines: $lines}}) {{ claims {{ id }} {ERRORS} }} }}"""
    lines = [{"needLineId": id_of(line), "quantity": 1}]
    answer = (await client.post(claim, {"lines": lines})).json()["data"]["claimProject"]
    assert [code for code, _ in codes(answer)] == ["INVALID_STATE"]
    withdraw = f"mutation ($id: ID!) {{ withdrawClaim(input: {{id: $id}}) {{ claim {{ status }} {ERRORS} }} }}"
    answer = (await client.post(withdraw, {"id": id_of(carried)})).json()["data"]["withdrawClaim"]
    assert answer["claim"] == {"status": "WITHDRAWN"}
    assert await can_sign_in(world, Role.PARTNER_LIAISON)


@pytest.mark.parametrize(
    "change",
    [
        {"disabled": True},
        {"role": Role.GRID_INSTRUCTOR},
        {"password_hash": "another"},
        {"oidc_subject": "another"},
    ],
)
async def test_what_changes_an_account_ends_its_tokens_everywhere(
    world: World, other: Service, change: dict[str, object]
) -> None:
    here, there = await of(world, Role.GRID_WORKER, world.service, other)
    id_ = world.network.accounts[Role.GRID_WORKER].id
    await world.owner.execute(update(Account).where(Account.id == id_).values(change))
    await world.owner.commit()
    for service, client in ((world.service, here), (other, there)):
        await heard(service)
        assert invalid(await client.post(ME))


async def test_a_new_name_ends_nothing(world: World) -> None:
    (client,) = await of(world, Role.GRID_WORKER, world.service)
    await world.owner.execute(update(Account).values(display_name="新名字"))
    await world.owner.commit()
    await heard(world.service)
    assert await status(client) == 200


async def test_a_changed_password_ends_all_tokens_of_before(world: World, other: Service) -> None:
    here, there = await of(world, Role.RESIDENT, world.service, other)
    answer = (await here.post(CHANGE)).json()
    assert answer["data"]["changePassword"]["account"]
    assert invalid(await here.post(ME))
    await heard(other)
    assert invalid(await there.post(ME))
    assert not await can_sign_in(world, Role.RESIDENT)
    assert await can_sign_in(world, Role.RESIDENT, "a new password")
    await of(world, Role.RESIDENT, world.service, other)


async def test_a_process_that_starts_later_knows_what_has_ended(world: World, tmp_path: Path) -> None:
    (here,) = await of(world, Role.RESIDENT, world.service)
    token = here.http.headers["Authorization"].split()[1]
    await here.post(CHANGE)
    async with another_process(world, tmp_path) as late:
        assert invalid(await Client(late.app, token).post(ME))


async def test_reading_costs_no_statement_more(world: World) -> None:
    (client,) = await of(world, Role.GRID_WORKER, world.service)
    pool = world.service.services.writer.kw["bind"].pool
    used: list[object] = []
    await world.service.services.access.look()  # the machine may be slow
    event.listen(pool, "checkout", lambda connection, *_: used.append(connection))
    assert await status(client) == 200
    assert not used


async def test_who_cannot_hear_asks(world: World, other: Service) -> None:
    here, there = await of(world, Role.RESIDENT, world.service, other)
    access = other.services.access
    access._hang_up()  # as when the line is cut
    assert not access.listens
    assert await status(there) == 200
    await here.post(CHANGE)
    assert not access.listens
    assert invalid(await there.post(ME))
    await access.look()
    assert access.listens
    assert invalid(await there.post(ME))


async def terminate(postgres: Embedded, pid: int) -> None:
    superuser = await asyncpg.connect(postgres.address("postgres", "postgres"))
    await superuser.execute("SELECT pg_terminate_backend($1)", pid)
    await superuser.close()


async def test_a_line_cut_by_the_database_is_noticed_and_mended(world: World, postgres: Embedded) -> None:
    access, cut = world.service.services.access, asyncio.Event()
    connection = access._connection
    assert connection
    connection.add_termination_listener(lambda _: cut.set())
    await terminate(postgres, connection.get_server_pid())
    await cut.wait()
    assert access._connection is not connection
    (client,) = await of(world, Role.RESIDENT, world.service)
    await access.look()
    assert access.listens
    assert await status(client) == 200


class Clock:
    seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


async def test_a_line_that_died_without_a_word_is_not_trusted_for_long(world: World) -> None:
    clock = Clock()
    assert LOOK_SECONDS < TRUST_SECONDS
    async with Access(world.service.addresses.writer, world.service.services.writer, clock) as access:
        assert access.listens
        clock.seconds += TRUST_SECONDS
        assert not access.listens
        assert await access.counts(world.network.viewer(Role.RESIDENT)) is False, "its epoch is of before the fixture"
        await access.look()
        assert access.listens
