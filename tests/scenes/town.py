"""A network with two of everything that somebody can belong to, and who speaks for each."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import product
from typing import Any, NamedTuple

from make import (
    Network,
    make_account,
    make_branch,
    make_community,
    make_deliberation,
    make_grid,
    make_network,
    make_partner,
    make_topic,
)
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Account, Base, PartnerUnit, PartyBranch, Topic
from db.models.handling import AttendeeRole
from db.models.states import BranchLevel, Role
from db.viewer import BY_PREFIX, IN_BRANCH, IN_PARTNER

PLENTY = 10**6  # more than all tests together take of anything
REQUIRED_ROLES = (
    AttendeeRole.RESIDENT,
    AttendeeRole.OWNERS_COMMITTEE,
    AttendeeRole.PROPERTY_MANAGER,
    AttendeeRole.GRID_INSTRUCTOR,
    AttendeeRole.COMMUNITY_SECRETARY,
)


class Side(StrEnum):
    """Whose somebody is: of the party that an object is of, of a second partner in it, or of none."""

    OURS = "ours"
    BESIDE = "beside"
    THEIRS = "theirs"


class Person(NamedTuple):
    """Somebody by role and side."""

    role: Role
    side: Side = Side.OURS

    def __str__(self) -> str:
        return f"{self.side} {self.role}"


PEOPLE = tuple(
    Person(role, side) for side, role in product(Side, Role) if side is not Side.BESIDE or role in IN_PARTNER
)


@dataclass(frozen=True)
class Town:
    """The network on the owner's session; `colleagues` did what somebody else must have done before."""

    session: AsyncSession
    network: Network
    partners: Mapping[Side, PartnerUnit]
    people: Mapping[Person, Account]
    colleagues: Mapping[Role, Account]

    @property
    def branch(self) -> PartyBranch:
        """The branch that most objects are of."""
        return self.network.branch

    @property
    def partner(self) -> PartnerUnit:
        """The partner that most objects are of."""
        return self.partners[Side.OURS]

    def colleague(self, role: Role) -> Account:
        """Somebody on our side with that role whom no test asks."""
        return self.colleagues[role]

    async def put(self, row: Any, **values: Any) -> None:  # Any: every model, values of columns
        """Change an object in one statement."""
        for name, value in values.items():
            setattr(row, name, value)
        await self.session.flush()

    async def add(self, model: type[Base], row: Any, **values: Any) -> None:  # Any: as put
        """Add something about an object."""
        self.session.add(model(subdistrict_id=row.subdistrict_id, **values))
        await self.session.flush()

    async def topic(self, *states: str, **values: Any) -> Topic:
        """A topic of our branch that went through these states, up to its resolution."""
        topic = await make_topic(self.session, self.branch, **values)
        for state in states:
            if state == "RESOLVED":
                await make_deliberation(self.session, topic, *REQUIRED_ROLES)
            await self.put(topic, status=state)
        return topic


async def make_town(session: AsyncSession) -> Town:
    """Build it."""
    network = await make_network(session)
    partners = {side: await make_department(session, network) for side in Side}
    people = {
        Person(role): account for role, account in network.accounts.items() if role not in IN_PARTNER
    } | await _strangers(session, network)
    for side, role in product(Side, IN_PARTNER):
        people[Person(role, side)] = await make_account(session, role, partners[side])
    colleagues = {
        Role.GRID_WORKER: await make_account(session, Role.GRID_WORKER, network.branch),
        Role.GRID_SECRETARY: await make_account(session, Role.GRID_SECRETARY, network.branch),
        Role.SUBDISTRICT_ADMIN: await make_account(session, Role.SUBDISTRICT_ADMIN, network.subdistrict),
        Role.PARTNER_LIAISON: await make_account(session, Role.PARTNER_LIAISON, partners[Side.OURS]),
        Role.DEPARTMENT_OFFICER: await make_account(session, Role.DEPARTMENT_OFFICER, partners[Side.BESIDE]),
    }
    return Town(session, network, partners, people, colleagues)


async def make_department(session: AsyncSession, network: Network, **values: Any) -> PartnerUnit:
    """A partner that can be called by whistles as well."""
    return await make_partner(session, network.subdistrict, kind="DEPARTMENT", capacity=PLENTY, **values)


async def _strangers(session: AsyncSession, network: Network) -> dict[Person, Account]:
    """People of another branch and community of the subdistrict, of another subdistrict, of another region."""
    community = await make_community(session, network.subdistrict)
    middle = await make_branch(session, community, network.branches[BranchLevel.SUBDISTRICT])
    branch = await make_branch(session, await make_grid(session, community), middle)
    elsewhere = await make_network(session)
    parties: dict[Role, Any] = {  # Any: whatever somebody can belong to
        Role.RESIDENT: network.subdistrict,
        Role.COMMUNITY_SECRETARY: community,
        Role.SUBDISTRICT_ADMIN: elsewhere.subdistrict,
        **dict.fromkeys(IN_BRANCH, branch),
        **dict.fromkeys(BY_PREFIX, "11"),
    }
    return {Person(role, Side.THEIRS): await make_account(session, role, party) for role, party in parties.items()}
