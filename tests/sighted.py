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
from db.settings import Settings
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
    return build_schema(network.build_schema(Settings(_env_file=None)).as_str())


@asynccontextmanager
async def world_of(postgres: Embedded, empty_template: str, **limits: Any) -> AsyncIterator[World]:
    """The sample network served under these settings, and the oracle's view of it."""
    schema = _schema()
    async with sample_network(postgres, empty_template, **limits) as served, oracle(postgres, empty_template) as truth:
        viewers = {login: await viewer_of_login(served, login) for login in LOGINS}
        references = {
            login: Reference(schema, await truth.rows(viewer), viewer.account_id) for login, viewer in viewers.items()
        }
        clients = {login: await served.client(login) for login in LOGINS}
        yield World(served, clients, references, Reference(schema, await truth.rows(None)))
