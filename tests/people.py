"""People of a served network: each asks by HTTP, does things by GraphQL, or is refused."""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from itertools import count
from pathlib import Path
from typing import Any

from conftest import KEY, Client, Network, drop_database, make_database
from graphql import get_named_type

from db.embedded import Embedded
from db.settings import Settings
from schema.network import build_schema
from server import create_app, open_services

MUTATIONS = build_schema()._schema.mutation_type.fields  # type: ignore[union-attr]  # there are some
NUMBERS = count(1)


class People:
    """Whoever has a login in the network."""

    def __init__(self, network: Network) -> None:
        self.network = network
        self._clients: dict[str | None, Client] = {}

    async def client(self, login: str | None) -> Client:
        """The client of an account, or of nobody."""
        if login not in self._clients:
            self._clients[login] = await self.network.client(login)
        return self._clients[login]

    async def ask(self, login: str | None, query: str, language: str = "en", **variables: Any) -> dict[str, Any]:
        """The data of an answer without errors."""
        client = await self.client(login)
        client.http.headers["Accept-Language"] = language
        answer = (await client.post(query, variables)).json()
        assert "errors" not in answer, answer
        data: dict[str, Any] = answer["data"]
        return data

    async def see(self, login: str | None, field: str) -> Any:
        """What a root field shows, such as `topic(id: "…") { status }`."""
        (shown,) = (await self.ask(login, f"{{ {field} }}")).values()
        return shown

    async def do(self, login: str, name: str, /, shows: str = "id status", **values: Any) -> Any:
        """What a mutation came to: the object of its payload."""
        payload = await self._perform(login, name, shows, values)
        assert not payload["userErrors"], payload
        return payload[noun(name)]

    async def refused(self, login: str, name: str, /, **values: Any) -> list[tuple[str, str]]:
        """Why a mutation is refused: codes, and fields of the input."""
        payload = await self._perform(login, name, "__typename", values)
        assert payload[noun(name)] is None
        return [(error["code"], ".".join(error["field"][1:])) for error in payload["userErrors"]]

    async def told(self, login: str, name: str, /, language: str = "en", **values: Any) -> str:
        """What the one refusal of a mutation says."""
        (error,) = (await self._perform(login, name, "__typename", values, language))["userErrors"]
        message: str = error["message"]
        return message

    async def _perform(
        self, login: str, name: str, shows: str, values: dict[str, Any], language: str = "en"
    ) -> dict[str, Any]:
        query = f"""mutation ($input: {MUTATIONS[name].args["input"].type}) {{ {name}(input: $input) {{
            {noun(name)} {{ {shows} }} userErrors {{ field code message }} }} }}"""
        payload: dict[str, Any] = (await self.ask(login, query, language, input=values))[name]
        return payload

    async def partner(self, login: str) -> str:
        """The id of the partner of a liaison."""
        found: str = (await self.see(login, "me { partner { id } }"))["partner"]["id"]
        return found

    async def id(self, field: str, **equal: str) -> str:
        """The id of the one object that a root list finds by these values, as the administrator sees it."""
        filters = ", ".join(f"{key}: {{ eq: {json.dumps(value)} }}" for key, value in equal.items())
        (node,) = (await self.see("dagang", f"{field}(filter: {{ {filters} }}) {{ nodes {{ id }} }}"))["nodes"]
        found: str = node["id"]
        return found


def noun(name: str) -> str:
    """What the payload of a mutation shows."""
    payload: Any = get_named_type(MUTATIONS[name].type)
    (shown,) = {*payload.fields} - {"userErrors"}
    return str(shown)


@asynccontextmanager
async def open_people(postgres: Embedded, demo_template: str, folder: Path) -> AsyncIterator[People]:
    """People of a demo network that the tests of a module share: each makes objects of its own."""
    name = f"people_{next(NUMBERS)}"
    addresses = await make_database(postgres, name, demo_template)
    settings = Settings(secret_key=KEY, attachments_url=str(folder), _env_file=None)
    async with open_services(settings, addresses) as services:
        yield People(Network(create_app(settings, services), services, addresses))
    await drop_database(postgres, name)
