"""A small network whose accounts act at random over HTTP, and what is looked at after each of their steps."""

import asyncio
from collections.abc import Iterator, Sequence
from contextlib import AsyncExitStack, contextmanager
from typing import Any

import asyncpg
import httpx
from asyncpg.prepared_stmt import PreparedStatement
from conftest import KEY
from make import (
    Network,
    make_account,
    make_branch,
    make_community,
    make_grid,
    make_network,
    make_partner,
    open_session,
)
from sqlalchemy.ext.asyncio import AsyncSession

from bench.acting.actors import Actor, actor
from bench.acting.sights import KINDS, Facts, document, seen
from bench.acting.steps import Steps
from db.addresses import Address, Addresses
from db.audit import rules
from db.models import Account
from db.models.states import BranchLevel, Role
from db.settings import Settings
from resolvers.clock import work_off
from resolvers.context import Services
from schema.network import build_schema
from server import create_app, open_services

LOOK = document(KINDS)
FIRST = 60  # of a kind: more than a run makes
LATER = """
    UPDATE deadline d SET next_at = d.next_at - passed, due_at = d.due_at - passed, remind_at = d.remind_at - passed,
        urge_at = d.urge_at - passed, report_at = d.report_at - passed
    FROM (SELECT id, next_at - now() + interval '1 minute' AS passed FROM deadline
          WHERE subdistrict_id = $1 AND next_at > now() ORDER BY id) AS waiting
    WHERE d.id = waiting.id AND d.id = (SELECT id FROM deadline WHERE subdistrict_id = $1 AND next_at > now()
                                        ORDER BY id OFFSET $2 LIMIT 1)
"""


class Stage:
    """The service for tests that are not asynchronous, hypothesis' machines: on an event loop of its own."""

    def __init__(self, runner: asyncio.Runner, services: Services, http: httpx.AsyncClient, owner: Address) -> None:
        self.runner = runner
        self.services = services
        self.http = http
        self.owner = owner
        self.steps = Steps(build_schema()._schema)
        self.connection = runner.run(asyncpg.connect(owner.url, server_settings=owner.session()))
        self.audit = runner.run(self._audit())

    def ask(self, player: Actor, query: str, variables: object) -> dict[str, Any]:
        """The data of an answer, which has no errors."""
        headers = {"Authorization": f"Bearer {player.token}"}
        sent = self.http.post("/graphql", json={"query": query, "variables": variables}, headers=headers)
        answer = self.runner.run(sent).json()
        assert "errors" not in answer, (player.login, variables, answer["errors"])
        data: dict[str, Any] = answer["data"]
        return data

    def enters(self, player: Actor) -> bool:
        """Whether the player has access still."""
        headers = {"Authorization": f"Bearer {player.token}"}
        sent = self.http.post("/graphql", json={"query": "{ __typename }"}, headers=headers)
        return self.runner.run(sent).status_code == httpx.codes.OK

    def look(self, player: Actor) -> dict[str, list[Facts]]:
        """All that the player sees."""
        return seen(self.ask(player, LOOK, {"first": FIRST}))

    def broken(self) -> list[str]:
        """The rules of the audit that do not hold, and what breaks them."""
        return [f"{row['rule']}: {row['broken']}" for row in self.runner.run(self.audit.fetch())]

    def pass_time(self, network: Network, number: int) -> None:
        """Let one of the deadlines that run be at its next rung, and the clock work."""
        self.runner.run(self.connection.execute(LATER, network.subdistrict.id, number))
        self.runner.run(work_off(self.services.writer))

    def network(self) -> tuple[Network, list[Actor]]:
        """A new network, and who may act in it."""
        network, accounts = self.runner.run(self._make())
        return network, [actor(account, self.services.tokens) for account in accounts]

    async def _make(self) -> tuple[Network, list[Account]]:
        async with open_session(self.owner) as session:
            network = await make_network(session)
            others = await _others(session, network)
            await session.commit()
        return network, [account for account in [*network.accounts.values(), *others] if account.subdistrict_id]

    async def _audit(self) -> PreparedStatement:
        """All rules of the audit as one statement: to plan it takes ten times as long as to run it."""
        queries = []
        for rule in rules():
            texts = [row[0] for row in await self.connection.fetch(rule.query)] if rule.generic else [rule.query]
            queries += [f"SELECT '{rule.name}' AS rule, broken FROM ({text}) AS rule (broken)" for text in texts]
        return await self.connection.prepare(" UNION ALL ".join(queries))


async def _others(session: AsyncSession, network: Network) -> Sequence[Account]:
    """Seconds of those who must be another, of the parties that compete, and departments."""
    town, community, grid = network.subdistrict, network.community, await make_grid(session, network.community)
    beside = await make_branch(session, grid, network.branches[BranchLevel.COMMUNITY])
    far = await make_community(session, town)
    top = await make_branch(session, far, network.branches[BranchLevel.SUBDISTRICT])
    distant = await make_branch(session, await make_grid(session, far), top)
    partner = await make_partner(session, town)
    departments = [await make_partner(session, town, kind="DEPARTMENT") for _ in range(2)]
    parties: list[tuple[Role, Any]] = [  # Any: rows of several models
        (Role.SUBDISTRICT_ADMIN, town),
        (Role.RESIDENT, town),
        (Role.GRID_SECRETARY, network.branch),
        (Role.GRID_SECRETARY, beside),
        (Role.GRID_SECRETARY, distant),
        (Role.COMMUNITY_SECRETARY, community),
        (Role.COMMUNITY_SECRETARY, far),
        (Role.PARTNER_LIAISON, partner),
        *((Role.DEPARTMENT_OFFICER, department) for department in departments),
    ]
    return [await make_account(session, role, party) for role, party in parties]


@contextmanager
def open_stage(addresses: Addresses) -> Iterator[Stage]:
    """The service on a database, for as long as the block runs."""
    settings = Settings(secret_key=KEY, max_cost=10**9, _env_file=None)
    with asyncio.Runner(loop_factory=asyncio.new_event_loop) as runner:
        stack = AsyncExitStack()
        try:
            services = runner.run(stack.enter_async_context(open_services(settings, addresses)))
            transport = httpx.ASGITransport(create_app(settings, services))
            client = httpx.AsyncClient(transport=transport, base_url="http://test", timeout=30)
            http = runner.run(stack.enter_async_context(client))
            stage = Stage(runner, services, http, addresses.owner)
            stack.push_async_callback(stage.connection.close)
            yield stage
        finally:
            runner.run(stack.aclose())
