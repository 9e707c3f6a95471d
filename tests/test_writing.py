"""The edge of mutations, through HTTP: one transaction each, answers given again, refusals, and what is tried again."""

import asyncio
import inspect
from collections.abc import AsyncIterator
from typing import Any, get_type_hints

import asyncpg
import pytest
from asking import ERRORS, NEED, POST, SIGN_IN, World, codes, open_world
from conftest import Network as Service
from make import id_of, make_line, make_need, make_project, make_resource
from sqlalchemy import select, text, update
from world import blocked

from db.addresses import Address
from db.embedded import Embedded
from db.models import Account, IdempotencyKey, Need, PartnerUnit, Transition
from db.models.states import Role
from db.settings import Settings
from resolvers.transactions import open_writer
from resolvers.writing import enter
from schema.mutations import Mutation

WITHDRAW = f"mutation ($id: ID!) {{ withdrawNeed(input: {{id: $id}}) {{ need {{ status }} {ERRORS} }} }}"


@pytest.fixture
async def world(empty_network: Service) -> AsyncIterator[World]:
    async with open_world(empty_network) as world:
        yield world


# One transaction each


async def test_a_payload_shows_the_object_as_changed(world: World) -> None:
    payload = await world.post(title=" 扶手 ")
    assert payload["need"]["title"] == "扶手"
    assert payload["userErrors"] == []
    assert await world.needs() == 1


async def test_a_transition_tells_who_did_it_and_why(world: World) -> None:
    need = (await world.post())["need"]["id"]
    withdraw = (
        f'mutation ($id: ID!) {{ withdrawNeed(input: {{id: $id, reason: "已解决"}}) {{ need {{ id }} {ERRORS} }} }}'
    )
    await world.ask(Role.GRID_SECRETARY, withdraw, id=need)
    logged = await world.owner.execute(
        select(Transition.to_status, Transition.actor_id, Transition.reason).order_by(Transition.id)
    )
    worker, secretary = (world.network.accounts[role].id for role in (Role.GRID_WORKER, Role.GRID_SECRETARY))
    rows = [tuple(row) for row in logged if row[0] in {"POSTED", "WITHDRAWN"}]
    assert rows == [("POSTED", worker, ""), ("WITHDRAWN", secretary, "已解决")]


async def test_two_in_one_operation_are_two_transactions(world: World) -> None:
    query = f"""mutation ($one: PostNeedInput!, $two: PostNeedInput!) {{
        one: postNeed(input: $one) {{ need {{ id }} {ERRORS} }}
        two: postNeed(input: $two) {{ need {{ id }} {ERRORS} }}
    }}"""
    answer = (await world.ask(Role.GRID_WORKER, query, one=NEED, two=NEED | {"quantity": 0})).json()["data"]
    assert answer["one"]["need"]
    assert codes(answer["two"]) == [("NOT_POSITIVE", "quantity")]
    assert await world.needs() == 1


async def test_aliases_fragments_and_directives_reach_the_payload(world: World) -> None:
    query = f"""mutation ($input: PostNeedInput!, $no: Boolean!) {{
        postNeed(input: $input) {{
            __typename first: need {{ ...Named }} second: need {{ unit }} need @include(if: $no) {{ id }} {ERRORS}
        }}
    }} fragment Named on Need {{ title branch {{ name }} }}"""
    answer = (await world.ask(Role.GRID_WORKER, query, input=NEED, no=False)).json()["data"]["postNeed"]
    assert answer == {
        "__typename": "NeedPayload",
        "first": {"title": "楼道扶手", "branch": {"name": world.network.branch.name}},
        "second": {"unit": "副"},
        "userErrors": [],
    }


async def test_a_payload_that_cannot_be_read_undoes_the_change(world: World) -> None:
    query = POST.replace("{ id title }", '{ claims(after: "no cursor") { nodes { id } } }')
    answer = (await world.ask(Role.GRID_WORKER, query, input=NEED)).json()
    assert answer["errors"]
    assert await world.needs() == 0


async def test_what_is_refused_changes_nothing(world: World) -> None:
    resource = await make_resource(world.owner, world.network.partner)
    await world.owner.commit()
    edit = f"mutation ($input: EditResourceInput!) {{ editResource(input: $input) {{ resource {{ id }} {ERRORS} }} }}"
    window = {"availableFrom": "2090-01-02T00:00:00Z", "availableUntil": "2090-01-01T00:00:00Z"}
    values = {"id": id_of(resource), "title": "another", **window}
    answer = (await world.ask(Role.PARTNER_LIAISON, edit, input=values)).json()["data"]["editResource"]
    assert codes(answer) == [("WINDOW_OUT_OF_ORDER", "availableUntil")]
    await world.owner.refresh(resource)
    assert resource.title == "扶手"


# Refusals


async def test_nobody_is_asked_to_sign_in(world: World) -> None:
    assert codes(await world.post(None)) == [("UNAUTHENTICATED", "")]


@pytest.mark.parametrize(
    ("language", "message"), [("zh-CN,zh", "必须是大于 0 的整数"), ("en", "must be a whole number above 0")]
)
async def test_a_refusal_speaks_the_readers_language(world: World, language: str, message: str) -> None:
    answer = await world.ask(Role.GRID_WORKER, POST, language, input=NEED | {"quantity": -1})
    error = answer.json()["data"]["postNeed"]["userErrors"][0]
    assert error == {"field": ["input", "quantity"], "code": "NOT_POSITIVE", "message": message}


async def test_what_is_left_is_named(world: World) -> None:
    need = await make_need(world.owner, world.network.branch, quantity=5)
    line = id_of(await make_line(world.owner, await make_project(world.owner, world.network.branch), need))
    await world.owner.commit()
    claim = f"""mutation ($lines: [ClaimLineInput!]!) {{
        claimProject(input: {{lines: $lines}}) {{ claims {{ id need {{ claimed }} }} {ERRORS} }}
    }}"""
    twice = [{"needLineId": line, "quantity": 3}] * 2
    payload = (await world.ask(Role.PARTNER_LIAISON, claim, lines=twice)).json()["data"]["claimProject"]
    assert payload["claims"] is None
    path = ["input", "lines", "1", "quantity"]
    assert payload["userErrors"] == [{"field": path, "code": "EXCEEDS_REMAINING", "message": "only 2 副 left"}]
    payload = (await world.ask(Role.PARTNER_LIAISON, claim, lines=twice[:1])).json()["data"]["claimProject"]
    assert [claim["need"] for claim in payload["claims"]] == [{"claimed": 3}]


async def test_a_number_beyond_int_never_reaches_the_rules(world: World) -> None:
    answer = (await world.ask(Role.GRID_WORKER, POST, input=NEED | {"quantity": 10**30})).json()
    assert "Int cannot represent" in answer["errors"][0]["message"]


@pytest.mark.parametrize("change", [{"disabled": True}, {"role": Role.GRID_INSTRUCTOR}, {"password_hash": "other"}])
async def test_an_account_that_changes_while_it_acts_writes_nothing(world: World, change: dict[str, Any]) -> None:
    login = world.network.accounts[Role.GRID_WORKER].login
    before = world.network.viewer(Role.GRID_WORKER)
    await world.owner.execute(update(Account).where(Account.login == login).values(change))
    await world.owner.commit()
    async with world.service.services.writer() as session:
        assert not await enter(session, before)


# What was done is shown again


async def test_the_same_request_is_answered_again_to_the_byte(world: World) -> None:
    first, second = [await world.ask(Role.GRID_WORKER, POST, input=NEED | {"idempotencyKey": "k"}) for _ in range(2)]
    assert first.content.partition(b',"extensions"')[0] == second.content.partition(b',"extensions"')[0]
    assert await world.needs() == 1


async def test_a_refusal_leaves_the_key_unused(world: World) -> None:
    refused = [("NOT_POSITIVE", "quantity")]
    for _ in range(2):
        assert codes(await world.post(quantity=0, idempotencyKey="k")) == refused
    assert (await world.post(idempotencyKey="k"))["need"], "the corrected request runs"
    assert codes(await world.post(quantity=0, idempotencyKey="k")) == [("IDEMPOTENCY_KEY_REUSED", "idempotencyKey")]
    assert await world.needs() == 1


REGISTER = f"""mutation ($input: RegisterPartnerInput!) {{
    registerPartner(input: $input) {{ partner {{ id name }} {ERRORS} }}
}}"""


async def test_what_the_database_refused_runs_once_nothing_is_in_its_way(world: World) -> None:
    taken = {"name": world.network.partner.name, "kind": "ENTERPRISE", "idempotencyKey": "k"}
    for _ in range(2):
        answer = (await world.ask(Role.SUBDISTRICT_ADMIN, REGISTER, input=taken)).json()["data"]["registerPartner"]
        assert codes(answer) == [("ALREADY_EXISTS", "name")]
    await world.owner.execute(update(PartnerUnit).values(name="another"))
    await world.owner.commit()
    answer = (await world.ask(Role.SUBDISTRICT_ADMIN, REGISTER, input=taken)).json()["data"]["registerPartner"]
    assert answer["partner"]["name"] == taken["name"]


async def test_a_key_is_for_one_input_of_one_mutation_of_one_account(world: World) -> None:
    need = (await world.post(idempotencyKey="k"))["need"]
    reused = [("IDEMPOTENCY_KEY_REUSED", "idempotencyKey")]
    assert codes(await world.post(idempotencyKey="k", quantity=11)) == reused
    other = WITHDRAW.replace("{id: $id}", '{id: $id, idempotencyKey: "k"}')
    answer = (await world.ask(Role.GRID_WORKER, other, id=need["id"])).json()["data"]["withdrawNeed"]
    assert codes(answer) == reused
    assert codes(await world.post(Role.GRID_SECRETARY, idempotencyKey="k")) == [], "another's key is another key"
    assert await world.needs() == 2


async def test_another_selection_shows_what_was_done_as_it_is_now(world: World) -> None:
    first = (await world.post(idempotencyKey="k"))["need"]
    await world.owner.execute(update(Need).values(title="现在的标题"))
    await world.owner.commit()
    query = POST.replace("($input", "($no: Boolean!, $input").replace(
        "{ need { id title }", "{ again: need { ...Named unit @skip(if: $no) } other: need { quantity }"
    )
    query += " fragment Named on Need { id title branch { name } }"
    for skip in (True, False):
        given = NEED | {"idempotencyKey": "k"}
        payload = (await world.ask(Role.GRID_WORKER, query, input=given, no=skip)).json()["data"]["postNeed"]
        shown = {"id": first["id"], "title": "现在的标题", "branch": {"name": world.network.branch.name}}
        assert payload["again"] == shown | ({} if skip else {"unit": NEED["unit"]})
        assert (payload["other"], payload["userErrors"]) == ({"quantity": 10}, [])
    assert await world.needs() == 1


async def test_several_things_done_are_shown_again_together(world: World) -> None:
    project, branch = await make_project(world.owner, world.network.branch), world.network.branch
    made = [await make_line(world.owner, project, await make_need(world.owner, branch)) for _ in range(2)]
    lines = [{"needLineId": id_of(line), "quantity": quantity} for line, quantity in zip(made, (1, 2), strict=True)]
    await world.owner.commit()
    claim = f"""mutation ($lines: [ClaimLineInput!]!) {{
        claimProject(input: {{lines: $lines, idempotencyKey: "k"}}) {{ claims {{ id quantity }} {ERRORS} }}
    }}"""
    both = [(await world.ask(Role.PARTNER_LIAISON, claim, lines=lines)).json()["data"] for _ in range(2)]
    assert both[0] == both[1]
    assert [each["quantity"] for each in both[0]["claimProject"]["claims"]] == [1, 2]


async def test_a_key_that_was_used_before_it_kept_what_was_done_stays_used(world: World) -> None:
    await world.post(idempotencyKey="k")
    await world.owner.execute(text("UPDATE idempotency_key SET shown = NULL"))
    await world.owner.commit()
    assert codes(await world.post(idempotencyKey="k")) == [("IDEMPOTENCY_KEY_REUSED", "idempotencyKey")]


@pytest.mark.parametrize(
    ("key", "code"), [("", "BLANK"), (" ", "BLANK"), ("k" * 201, "TOO_LONG"), ("a\x00b", "INVALID_CHARACTERS")]
)
async def test_a_key_is_a_short_line(world: World, key: str, code: str) -> None:
    assert codes(await world.post(idempotencyKey=key)) == [(code, "idempotencyKey")]


async def test_the_same_request_many_times_at_once_is_done_once(world: World) -> None:
    answers = await asyncio.gather(*(world.post(idempotencyKey="k") for _ in range(10)))
    assert all(answer == answers[0] for answer in answers)
    assert answers[0]["need"]
    assert await world.needs() == 1


async def test_what_is_kept_holds_no_input_in_clear_and_goes_after_a_week(world: World) -> None:
    await world.post(idempotencyKey="old")
    await world.owner.execute(text("UPDATE idempotency_key SET created_at = now() - interval '8 days'"))
    await world.owner.commit()
    await world.post(idempotencyKey="new")
    kept = (await world.owner.scalars(select(IdempotencyKey))).all()
    assert [(row.key, len(row.request_hash)) for row in kept] == [("new", 32)]


# What is tried again, and what cannot be done now


async def test_a_connection_lost_before_the_end_is_not_noticed(world: World, postgres: Embedded) -> None:
    need = await make_need(world.owner, world.network.branch)
    await world.owner.commit()
    await world.owner.execute(text("SELECT FROM need FOR UPDATE"))
    asked = asyncio.create_task(world.ask(Role.GRID_WORKER, WITHDRAW, id=id_of(need)))
    await blocked(world.owner)
    await end_writers(postgres)
    await world.owner.commit()
    assert (await asked).json()["data"]["withdrawNeed"]["need"] == {"status": "WITHDRAWN"}


async def test_connections_lost_while_idle_are_not_noticed(world: World, postgres: Embedded) -> None:
    client = await world.service.client(world.network.accounts[Role.GRID_WORKER].login)
    for _ in range(2):
        answers = await asyncio.gather(*(client.execute(POST, {"input": NEED}) for _ in range(20)))
        assert not any("errors" in answer for answer in answers)
        await end_writers(postgres)


async def end_writers(postgres: Embedded) -> None:
    """Let the database end all connections of writers."""
    connection = await asyncpg.connect(postgres.address("postgres", "postgres"))
    try:
        await connection.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'red_partners_writer'"
        )
    finally:
        await connection.close()


async def test_a_database_that_is_away_is_reported_and_found_again(world: World) -> None:
    client = await world.service.client(world.network.accounts[Role.GRID_WORKER].login)
    writer = world.service.services.writer
    here = writer.kw["bind"]
    away = Address("postgresql://red_partners_writer@127.0.0.1:1/none")
    writer.configure(bind=open_writer(away, Settings(_env_file=None)).kw["bind"])
    for query, variables in ((POST, {"input": NEED}), (SIGN_IN, {"login": "a", "password": "b"})):
        answer: dict[str, Any] = await client.execute(query, variables)
        assert [error["extensions"]["code"] for error in answer["errors"]] == ["DATABASE_UNAVAILABLE"]
    writer.configure(bind=here)
    assert (await world.post())["need"]


async def test_who_waits_too_long_for_a_row_is_told(world: World) -> None:
    need = await make_need(world.owner, world.network.branch)
    await world.owner.commit()
    impatient = open_writer(world.service.addresses.writer, Settings(_env_file=None, statement_timeout_ms=100))
    world.service.services.writer.configure(bind=impatient.kw["bind"])
    await world.owner.execute(text("SELECT FROM need FOR UPDATE"))
    answer = (await world.ask(Role.GRID_WORKER, WITHDRAW, id=id_of(need))).json()
    assert answer["errors"][0]["extensions"]["code"] == "BUSY"
    await world.owner.commit()
    answer = (await world.ask(Role.GRID_WORKER, WITHDRAW, id=id_of(need))).json()
    assert answer["data"]["withdrawNeed"]["need"] == {"status": "WITHDRAWN"}


# The schema


MUTATIONS = {field.python_name: field for field in Mutation.__strawberry_definition__.fields}  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", sorted(MUTATIONS.keys() - {"sign_in", "change_password"}))
def test_an_input_has_the_fields_that_its_rules_take(name: str) -> None:
    field = MUTATIONS[name]
    operation = field.metadata["run"].args[0]
    parameters = inspect.signature(operation).parameters
    takes = {each for each, parameter in parameters.items() if parameter.kind is parameter.KEYWORD_ONLY}
    for parameter in parameters.values():
        if parameter.kind is parameter.VAR_KEYWORD:
            takes |= set(get_type_hints(parameter.annotation.__args__[0]))
    offered = {each.python_name for each in field.arguments[0].type.__strawberry_definition__.fields}
    assert offered == takes | {"idempotency_key"}
