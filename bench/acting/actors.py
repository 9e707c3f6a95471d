"""Accounts that act, with what their steps depend on."""

from dataclasses import dataclass
from uuid import UUID

from db.ids import GlobalId
from db.models import Account, Base, Community, PartnerUnit, PartyBranch
from db.models.states import Role
from resolvers.accounts import viewer_of
from resolvers.tokens import Tokens

from .sights import Facts


@dataclass(frozen=True)
class Actor:
    """An account: its token, its role, and the ids of what it belongs to."""

    login: str
    role: Role
    token: str
    community: str | None
    branch: str | None
    partner: str | None

    def speaks_for(self, branch: Facts | None) -> bool:
        """Whether it acts in the name of a branch, if its role does for any; only administrators for what has none."""
        if self.role is Role.SUBDISTRICT_ADMIN or branch is None:
            return self.role is Role.SUBDISTRICT_ADMIN
        if self.role is Role.COMMUNITY_SECRETARY:
            return (branch["community"] or {}).get("id") == self.community
        return bool(branch["id"] == self.branch)


def actor(account: Account, tokens: Tokens) -> Actor:
    """Return the actor of an account, signed in."""

    def id_of(model: type[Base], key: UUID | None) -> str | None:
        return str(GlobalId(model, account.subdistrict_id, key)) if key and account.subdistrict_id else None

    return Actor(
        account.login,
        account.role,
        tokens.issue(viewer_of(account))[0],
        id_of(Community, account.community_id),
        id_of(PartyBranch, account.branch_id),
        id_of(PartnerUnit, account.partner_id),
    )
