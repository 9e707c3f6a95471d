"""Signing in and passwords, through HTTP: who enters, how guessing is slowed down, and what hashing keeps waiting."""

import asyncio
from collections.abc import AsyncIterator, Callable
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Event
from typing import Any

import pytest
from asking import ERRORS, POST, SIGN_IN, World, codes, open_world
from asking import NEED as POSTED
from conftest import KEY, Client
from conftest import Network as Service
from starlette.types import ASGIApp

from db.accounts import AccountError, NewAccount, add_account
from db.addresses import Addresses
from db.models.states import Role
from db.settings import Settings
from resolvers import passwords
from resolvers.errors import ErrorCode, UserError
from resolvers.passwords import hash_password
from resolvers.sign_ins import ALL_FAILURES, FAILURES, KEYS, PATIENCE_SECONDS, Brake, SignIns
from resolvers.tokens import Tokens
from server import configured

CHANGE = f"""mutation ($old: String!, $new: String!) {{
    changePassword(input: {{currentPassword: $old, newPassword: $new}}) {{ account {{ login }} {ERRORS} }}
}}"""
PASSWORD = "正确的密码 1"
HASH = hash_password(PASSWORD)


@pytest.fixture
async def world(empty_network: Service) -> AsyncIterator[World]:
    async with open_world(empty_network) as world:
        for account in world.network.accounts.values():
            account.password_hash = HASH
        await world.owner.commit()
        for account in world.network.accounts.values():
            await world.owner.refresh(account)
        yield world


async def sign_in(world: World, login: str, password: str, address: str = "10.0.0.1") -> dict[str, Any]:
    client = Client(world.service.app, None, address)
    answer = (await client.post(SIGN_IN, {"login": login, "password": password})).json()
    assert "errors" not in answer, answer
    payload: dict[str, Any] = answer["data"]["signIn"]
    return payload


async def told(world: World, login: str, password: str, address: str = "10.0.0.1") -> str:
    """The code of the refusal, or `entered`."""
    payload = await sign_in(world, login, password, address)
    return "entered" if payload["token"] else codes(payload)[0][0]


def app_at(world: World, **values: Any) -> ASGIApp:
    """The service as uvicorn would serve it with these settings."""
    config = configured(Settings(_env_file=None, **values), world.service.app)
    config.load()
    app: ASGIApp = config.loaded_app
    return app


async def test_a_login_and_its_password_give_a_token(world: World) -> None:
    account = world.network.accounts[Role.GRID_SECRETARY]
    payload = await sign_in(world, f" {account.login} ", PASSWORD)
    assert payload["account"] == {"login": account.login, "role": "GRID_SECRETARY"}
    viewer = await world.service.services.tokens.viewer(payload["token"])
    assert viewer == world.network.viewer(Role.GRID_SECRETARY)


async def test_whatever_is_wrong_with_a_sign_in_is_answered_alike(world: World) -> None:
    disabled = world.network.accounts[Role.GRID_WORKER]
    disabled.disabled = True
    only_oidc = world.network.accounts[Role.AUDITOR]
    only_oidc.password_hash = None
    await world.owner.commit()
    login = world.network.accounts[Role.GRID_SECRETARY].login
    tries = [
        (login, "wrong"),
        (login, ""),
        (disabled.login, PASSWORD),
        (only_oidc.login, PASSWORD),
        ("nobody", PASSWORD),
    ]
    for wrong in (*tries, ("a\x00b", PASSWORD), ("x" * 10_000, PASSWORD)):
        payload = await sign_in(world, *wrong)
        assert codes(payload) == [("INVALID_CREDENTIALS", "")]
        assert not payload["token"]
        assert not payload["account"]


async def test_a_password_is_changed_by_who_knows_it(world: World) -> None:
    account = world.network.accounts[Role.RESIDENT]

    async def change(old: str, new: str) -> dict[str, Any]:
        payload: dict[str, Any] = (await world.ask(Role.RESIDENT, CHANGE, old=old, new=new)).json()["data"][
            "changePassword"
        ]
        return payload

    assert codes(await change("wrong", "a new password")) == [("INVALID_CREDENTIALS", "currentPassword")]
    assert codes(await change(PASSWORD, "short")) == [("TOO_SHORT", "newPassword")]
    assert codes(await change(PASSWORD, "x" * 1001)) == [("TOO_LONG", "newPassword")]
    assert (await change(PASSWORD, "a new password"))["account"] == {"login": account.login}
    assert codes(await sign_in(world, account.login, PASSWORD)) == [("INVALID_CREDENTIALS", "")]
    assert (await sign_in(world, account.login, "a new password"))["token"]


# One login, however it is written


def wide(text: str) -> str:
    return "".join(chr(ord(letter) + 0xFEE0) for letter in text)


@pytest.mark.parametrize("change", [str.upper, str.title, lambda text: f"\u3000{text} ", wide])
async def test_a_login_is_one_whatever_its_case_and_width(world: World, change: Callable[[str], str]) -> None:
    account = world.network.accounts[Role.GRID_SECRETARY]
    assert await told(world, change(account.login), PASSWORD) == "entered"


async def test_no_second_account_has_the_same_login_otherwise_written(world: World, database: Addresses) -> None:
    login = world.network.accounts[Role.GRID_SECRETARY].login
    for taken in (login, login.upper(), wide(login), f" {login}\u3000"):
        wanted = NewAccount(taken, Role.AUDITOR, "审计", None, None, "3702", None, HASH)
        with pytest.raises(AccountError, match="The login is taken"):
            await add_account(database.owner, wanted)


# How guessing is slowed down


async def test_guessing_is_slowed_down_also_for_logins_that_are_not_there(world: World) -> None:
    login = world.network.accounts[Role.GRID_SECRETARY].login
    for name in (login, "nobody"):
        refused = [await told(world, each, "wrong") for each in [name, name.upper(), wide(name), name, name, name]]
        assert refused == ["INVALID_CREDENTIALS"] * FAILURES + ["TOO_MANY_ATTEMPTS"]
    assert await told(world, login, PASSWORD) == "TOO_MANY_ATTEMPTS"


async def test_who_fails_elsewhere_locks_nobody_out(world: World) -> None:
    login = world.network.accounts[Role.GRID_SECRETARY].login
    for _ in range(FAILURES + 1):
        await told(world, login, "wrong", "10.0.0.66")
    assert await told(world, login, PASSWORD, "10.0.0.66") == "TOO_MANY_ATTEMPTS"
    assert await told(world, login, PASSWORD) == "entered"


async def test_twelve_right_ones_at_once_all_enter(world: World) -> None:
    login = world.network.accounts[Role.GRID_SECRETARY].login
    assert set(await asyncio.gather(*(told(world, login, PASSWORD) for _ in range(12)))) == {"entered"}


async def test_wrong_ones_at_once_are_counted_one_by_one(world: World) -> None:
    login = world.network.accounts[Role.GRID_SECRETARY].login
    answers = await asyncio.gather(*(told(world, login, "wrong") for _ in range(FAILURES * 3)))
    assert answers.count("INVALID_CREDENTIALS") == FAILURES


async def test_a_proxy_is_believed_only_if_it_is_trusted(world: World) -> None:
    login = world.network.accounts[Role.GRID_SECRETARY].login

    async def guess(app: ASGIApp, address: str) -> str:
        client = Client(app, None, "192.0.2.9")
        client.http.headers["X-Forwarded-For"] = address
        payload = (await client.post(SIGN_IN, {"login": login, "password": "wrong"})).json()["data"]["signIn"]
        return codes(payload)[0][0]

    behind = app_at(world, trusted_proxies="10.0.0.0/8, 192.0.2.9")
    answers = [await guess(behind, f"198.51.100.{number}") for number in range(FAILURES + 1)]
    assert set(answers) == {"INVALID_CREDENTIALS"}
    alone = app_at(world)
    answers = [await guess(alone, f"198.51.100.{number}") for number in range(FAILURES + 1)]
    assert answers[-1] == "TOO_MANY_ATTEMPTS"


class Clock:
    seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


def try_password(right: bool) -> None:
    if not right:
        raise UserError(ErrorCode.INVALID_CREDENTIALS)


async def attempt(sign_ins: SignIns, login: str = "a", address: str = "10.0.0.1", *, right: bool = False) -> int:
    """The seconds to wait; 0 for who was let try."""
    try:
        async with sign_ins.turn(login, address):
            try_password(right)
    except UserError as refused:
        return int(refused.params.get("seconds", 0))
    return 0


async def test_who_waits_may_try_again() -> None:
    clock = Clock()
    sign_ins = SignIns(clock)
    assert [await attempt(sign_ins) for _ in range(FAILURES)] == [0] * FAILURES
    assert await attempt(sign_ins) == PATIENCE_SECONDS + 1
    clock.seconds += PATIENCE_SECONDS
    assert await attempt(sign_ins) == 0
    assert await attempt(sign_ins, right=True) > 0
    clock.seconds += PATIENCE_SECONDS
    assert await attempt(sign_ins, right=True) == 0
    assert [await attempt(sign_ins) for _ in range(FAILURES)] == [0] * FAILURES, "what succeeded forgave the rest"


async def test_two_wrong_ones_a_minute_lock_nobody_out_wherever_they_come_from() -> None:
    clock = Clock()
    sign_ins = SignIns(clock)
    for _ in range(1000):
        clock.seconds += 30
        assert await attempt(sign_ins, address="10.0.0.66") == 0
    for address in ("10.0.0.66", "10.0.0.1"):
        assert await attempt(sign_ins, address=address, right=True) == 0


async def test_many_addresses_together_are_slowed_down_but_not_where_the_login_is_at_home() -> None:
    sign_ins = SignIns(Clock())
    await attempt(sign_ins, address="10.9.9.9", right=True)
    tries = [await attempt(sign_ins, address=f"10.0.{number}.1") for number in range(ALL_FAILURES + 10)]
    assert tries[:ALL_FAILURES] == [0] * ALL_FAILURES
    assert all(tries[ALL_FAILURES:])
    assert await attempt(sign_ins, address="10.0.200.1", right=True)
    assert await attempt(sign_ins, address="10.9.9.9", right=True) == 0
    assert await attempt(sign_ins, "b") == 0


async def test_an_ipv6_subscriber_is_one_address_and_a_mapped_one_is_ipv4() -> None:
    sign_ins = SignIns(Clock())
    for number in range(FAILURES):
        await attempt(sign_ins, address=f"2001:db8::{number:x}:1")
        await attempt(sign_ins, "b", address=["10.0.0.1", "::ffff:10.0.0.1"][number % 2])
    assert await attempt(sign_ins, address="2001:db8::99")
    assert await attempt(sign_ins, "b", address="10.0.0.1")
    assert not await attempt(sign_ins, address="2001:db8:0:1::1")


def test_no_more_failures_are_remembered_than_fit() -> None:
    brake = Brake(FAILURES, PATIENCE_SECONDS, Clock())
    for number in range(KEYS + 10):
        brake.failed(number)
    assert len(brake._forgiven_at) == KEYS


# What hashing keeps waiting


class Hashing(ThreadPoolExecutor):
    """Threads that hash, which tell how many connections were in use when something to hash came."""

    def __init__(self, world: World) -> None:
        super().__init__(2)
        self.pool = world.service.services.writer.kw["bind"].pool
        self.in_use: list[int] = []
        self.begun = asyncio.Event()
        self.go = Event()
        self.go.set()

    def submit(self, work: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        self.in_use.append(self.pool.checkedout())
        self.begun.set()
        return super().submit(self._work, work, *args, **kwargs)

    def _work(self, work: Callable[..., Any], *args: Any) -> Any:
        assert self.go.wait(60)
        return work(*args)


@pytest.fixture
def hashing(world: World, monkeypatch: pytest.MonkeyPatch) -> Hashing:
    threads = Hashing(world)
    monkeypatch.setattr(passwords, "HASHING", threads)
    return threads


async def test_no_connection_waits_for_a_password(world: World, hashing: Hashing) -> None:
    login = world.network.accounts[Role.RESIDENT].login
    assert await told(world, login, PASSWORD) == "entered"
    answer = (await world.ask(Role.RESIDENT, CHANGE, old=PASSWORD, new="a new password")).json()
    assert answer["data"]["changePassword"]["account"] == {"login": login}
    assert hashing.in_use == [0, 0, 0]


async def test_many_changes_at_once_stop_no_other_writer(world: World, hashing: Hashing) -> None:
    hashing.go.clear()
    changes = [asyncio.create_task(world.ask(Role.RESIDENT, CHANGE, old=PASSWORD, new=f"new {n:9}")) for n in range(20)]
    await hashing.begun.wait()
    for _ in range(20):
        assert (await world.post())["need"]
    hashing.go.set()
    answers = [each.json() for each in await asyncio.gather(*changes)]
    assert sum(bool(each.get("data") and each["data"]["changePassword"]["account"]) for each in answers) == 1


async def test_one_operation_checks_one_password(world: World, hashing: Hashing) -> None:
    query = f"""mutation ($old: String!, $new: String!) {{
        one: changePassword(input: {{currentPassword: $old, newPassword: $new}}) {{ {ERRORS} }}
        two: changePassword(input: {{currentPassword: $old, newPassword: $new}}) {{ {ERRORS} }}
    }}"""
    answer = (await world.ask(Role.RESIDENT, query, old="wrong", new="a new password")).json()["data"]
    assert codes(answer["one"]) == [("INVALID_CREDENTIALS", "currentPassword")]
    assert codes(answer["two"]) == [("TOO_MANY_ATTEMPTS", "")]
    assert len(hashing.in_use) == 1


async def test_a_change_is_known_by_its_key_though_the_old_password_is_no_more(world: World) -> None:
    keyed = CHANGE.replace("newPassword: $new", 'newPassword: $new, idempotencyKey: "k"')
    for _ in range(2):
        answer = (await world.ask(Role.RESIDENT, keyed, old=PASSWORD, new="a new password")).json()
        assert codes(answer["data"]["changePassword"]) == []
    answer = (await world.ask(Role.RESIDENT, keyed, old=PASSWORD, new="another password")).json()
    assert codes(answer["data"]["changePassword"]) == [("IDEMPOTENCY_KEY_REUSED", "idempotencyKey")]


# Signing in with an old token


OTHERS = [
    "{ me { login } }",
    POST,
    SIGN_IN.replace(
        "signIn(",
        "more: changePassword(input: {currentPassword: $login, newPassword: $login}) { account { login } } signIn(",
    ),
    "mutation { ...Both } fragment Both on Mutation { __typename }",
    f"{SIGN_IN} mutation Two {{ __typename }}",
    "mutation {",
    "{" * 3000,
]


@pytest.mark.parametrize("authorization", ["Bearer nonsense", "Basic bm9ib2R5", "Bearer"])
async def test_a_bad_token_keeps_nobody_from_signing_in(world: World, authorization: str) -> None:
    client = await world.service.client()
    client.http.headers["Authorization"] = authorization
    given = {"login": world.network.accounts[Role.GRID_SECRETARY].login, "password": PASSWORD}
    assert (await client.post(SIGN_IN, given)).json()["data"]["signIn"]["token"]
    named = f"query Other {{ me {{ login }} }} {SIGN_IN.replace('mutation', 'mutation Enter', 1)}"
    assert (await client.post(named, given, operationName="Enter")).json()["data"]["signIn"]["token"]
    assert (await client.post(named, given, operationName="Other")).json()["errors"][0]["extensions"]["code"] == (
        "INVALID_TOKEN"
    )
    for other in OTHERS:
        answer = await client.post(other, {**given, "input": POSTED})
        assert (answer.status_code, answer.json()["errors"][0]["extensions"]["code"]) == (401, "INVALID_TOKEN"), other


async def test_an_expired_token_keeps_nobody_from_signing_in(world: World, database: Addresses) -> None:
    account = world.network.accounts[Role.GRID_SECRETARY]
    old = Tokens(KEY, minutes=-1).issue(world.network.viewer(Role.GRID_SECRETARY))[0]
    client = Client(world.service.app, old)
    assert (await client.post("{ me { login } }")).status_code == 401
    answer = (await client.post(SIGN_IN, {"login": account.login, "password": PASSWORD})).json()
    assert answer["data"]["signIn"]["account"]["login"] == account.login
