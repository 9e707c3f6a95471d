"""The accounts of a network, subdistrict by subdistrict, and who of them meets for a while."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from random import Random
from uuid import UUID

from sqlalchemy import NullPool, select
from sqlalchemy.ext.asyncio import AsyncSession

from db.addresses import Address
from db.models import Account, PartyBranch
from db.models.states import Role

# How many of a role meet: of one community, where the role belongs to one.
CAST = {
    Role.SUBDISTRICT_ADMIN: 2,
    Role.COMMUNITY_SECRETARY: 2,
    Role.GRID_SECRETARY: 3,
    Role.GRID_WORKER: 1,
    Role.GRID_INSTRUCTOR: 1,
    Role.RESIDENT: 2,
    Role.PARTNER_LIAISON: 4,
    Role.DEPARTMENT_OFFICER: 2,
}


@dataclass(frozen=True)
class Town:
    """The accounts of a subdistrict, by role and by the community that they belong to, if any."""

    accounts: dict[tuple[Role, UUID | None], list[Account]] = field(default_factory=lambda: defaultdict(list))

    def cast(self, random: Random) -> list[Account]:
        """Return some who have to do with each other."""
        communities = sorted({community for _, community in self.accounts if community})
        here = random.choice(communities) if communities else None
        met: list[Account] = []
        for role, number in CAST.items():
            found = self.accounts.get((role, here)) or self.accounts.get((role, None)) or []
            met += random.sample(found, min(number, len(found)))
        return met


async def towns(owner: Address) -> Sequence[Town]:
    """Return the subdistricts that have accounts, in the order of their ids."""
    engine = owner.engine(poolclass=NullPool)
    within = (PartyBranch.subdistrict_id == Account.subdistrict_id) & (PartyBranch.id == Account.branch_id)
    asked = select(Account, PartyBranch.community_id).outerjoin(PartyBranch, within)
    found: dict[UUID, Town] = defaultdict(Town)
    async with AsyncSession(engine, expire_on_commit=False) as session:
        rows = await session.execute(asked.where(Account.subdistrict_id.is_not(None), ~Account.disabled))
        for account, community_id in rows.tuples():
            assert account.subdistrict_id
            found[account.subdistrict_id].accounts[account.role, account.community_id or community_id].append(account)
    return [found[key] for key in sorted(found)]
