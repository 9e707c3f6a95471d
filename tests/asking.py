"""A small network, served: asked by HTTP in the name of any role, and looked at behind the service's back."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

import httpx
from conftest import Network as Service
from make import Network, make_network, open_session
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Need
from db.models.states import Role

NEED = {"title": "楼道扶手", "category": "ELDERLY_CARE", "quantity": 10, "unit": "副"}
ERRORS = "userErrors { field code message }"
POST = f"mutation ($input: PostNeedInput!) {{ postNeed(input: $input) {{ need {{ id title }} {ERRORS} }} }}"
SIGN_IN = f"""mutation ($login: String!, $password: String!) {{
    signIn(input: {{login: $login, password: $password}}) {{ token expiresAt account {{ login role }} {ERRORS} }}
}}"""


@dataclass(frozen=True)
class World:
    """A served network, and the owner's session that looks behind the service."""

    service: Service
    network: Network
    owner: AsyncSession

    async def ask(self, role: Role | None, query: str, language: str = "en", **variables: Any) -> httpx.Response:
        """The response to an operation of whoever has the role."""
        client = await self.service.client(self.network.accounts[role].login if role else None)
        client.http.headers["Accept-Language"] = language
        return await client.post(query, variables)

    async def post(self, role: Role | None = Role.GRID_WORKER, query: str = POST, **values: Any) -> dict[str, Any]:
        """The payload of `postNeed`."""
        answer = (await self.ask(role, query, input=NEED | values)).json()
        assert "errors" not in answer, answer
        payload: dict[str, Any] = answer["data"]["postNeed"]
        return payload

    async def needs(self) -> int:
        """How many needs there are."""
        await self.owner.commit()
        return await self.owner.scalar(select(func.count()).select_from(Need)) or 0


@asynccontextmanager
async def open_world(service: Service) -> AsyncIterator[World]:
    """A network in an empty service."""
    async with open_session(service.addresses.owner) as session:
        network = await make_network(session)
        await session.commit()
        yield World(service, network, session)


def codes(payload: dict[str, Any]) -> list[tuple[str, str]]:
    return [(error["code"], ".".join(error["field"][1:])) for error in payload["userErrors"]]
