from collections.abc import AsyncIterator
from typing import Any

import pytest
from asking import ERRORS, SIGN_IN, World, codes, open_world
from conftest import Network as Service

from db.models.states import Role
from resolvers.accounts import ATTEMPTS, LOGINS, PATIENCE_SECONDS, SignIns, hash_password
from resolvers.errors import UserError

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
        yield world


async def sign_in(world: World, login: str, password: str) -> dict[str, Any]:
    answer = (await world.ask(None, SIGN_IN, login=login, password=password)).json()
    assert "errors" not in answer, answer
    payload: dict[str, Any] = answer["data"]["signIn"]
    return payload


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


async def test_guessing_is_slowed_down_also_for_logins_that_are_not_there(world: World) -> None:
    login = world.network.accounts[Role.GRID_SECRETARY].login
    for name in (login, "nobody"):
        refused = [codes(await sign_in(world, name, "wrong"))[0][0] for _ in range(ATTEMPTS + 1)]
        assert refused == ["INVALID_CREDENTIALS"] * ATTEMPTS + ["TOO_MANY_ATTEMPTS"]
    assert codes(await sign_in(world, login, PASSWORD)) == [("TOO_MANY_ATTEMPTS", "")]


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


class Clock:
    seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


def test_who_waits_may_try_again() -> None:
    clock = Clock()
    sign_ins = SignIns(clock)
    for _ in range(ATTEMPTS):
        sign_ins.attempt("a")
    with pytest.raises(UserError) as refused:
        sign_ins.attempt("a")
    assert refused.value.params == {"seconds": PATIENCE_SECONDS + 1}
    clock.seconds += PATIENCE_SECONDS
    sign_ins.attempt("a")
    with pytest.raises(UserError):
        sign_ins.attempt("a")
    sign_ins.succeeded("a")
    sign_ins.attempt("a")


def test_no_more_logins_are_remembered_than_fit() -> None:
    sign_ins = SignIns()
    for number in range(LOGINS + 10):
        sign_ins.attempt(str(number))
    assert len(sign_ins._forgiven_at) == LOGINS
