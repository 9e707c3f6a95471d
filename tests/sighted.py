"""Everybody of the sample network with what they may see, by the row-security oracle."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import cache
from typing import Any

from conftest import Client, Network
from graphql import GraphQLSchema, build_schema
from oracle import oracle
from reference import Reference
from sample import LOGINS, sample_network, viewer_of_login

from db.embedded import Embedded
from resolvers.reading.names import facts
from schema import network


@dataclass(frozen=True)
class World:
    """A client and a reference for everybody; `everything` knows all, whoever may see it."""

    network: Network
    clients: dict[str | None, Client]
    references: dict[str | None, Reference]
    everything: Reference

    @property
    def schema(self) -> GraphQLSchema:
        """The schema without the service behind it."""
        return self.everything.schema


@cache
def _schema() -> GraphQLSchema:
    """The schema without root fields that rank: the reference knows no scores."""
    served = network.build_schema()
    schema = build_schema(served.as_str())
    for name, field in served._schema.query_type.fields.items():  # type: ignore[union-attr]  # there are queries
        if facts(field).get("by") == "ranking":
            del schema.query_type.fields[name]  # type: ignore[union-attr]  # as above
    return schema


@asynccontextmanager
async def world_of(postgres: Embedded, empty_template: str, **limits: Any) -> AsyncIterator[World]:
    """The sample network served under these settings, and the oracle's view of it."""
    schema = _schema()
    async with sample_network(postgres, empty_template, **limits) as served, oracle(postgres, empty_template) as truth:
        viewers = {login: await viewer_of_login(served, login) for login in LOGINS}
        everything = Reference(schema, await truth.rows(None))
        clients = {login: await served.client(login) for login in LOGINS}
        references = {
            login: Reference(schema, await truth.rows(viewer), viewer, await _actions(clients[login], everything))
            for login, viewer in viewers.items()
        }
        yield World(served, clients, references, everything)


async def _actions(client: Client, everything: Reference) -> dict[str, list[str]]:
    """What a viewer may do, by object, asked for in the plainest way."""
    ids = [thing.id for kind in everything.things if everything.is_stateful(kind) for thing in everything.things[kind]]
    query = "query ($ids: [ID!]!) { nodes(ids: $ids) { id ... on Stateful { availableActions } } }"
    parts = [await client.execute(query, {"ids": ids[i : i + 100]}) for i in range(0, len(ids), 100)]
    nodes: list[dict[str, Any] | None] = [node for part in parts for node in part["data"]["nodes"]]  # type: ignore[index]  # JSON
    return {node["id"]: node["availableActions"] for node in nodes if node}
