"""The mutations: one module an aggregate, put together here."""

import strawberry

from ..descriptions import text
from .accounts import AccountMutations
from .claims import ClaimMutations
from .needs import NeedMutations
from .partners import PartnerMutations
from .projects import ProjectMutations
from .resources import ResourceMutations


@strawberry.type(
    description=text(
        "What can be changed; several in one operation run one after the other, each in a transaction of its own",
        "变更；同一操作中的多个变更依次执行，各为独立事务",
    )
)
class Mutation(AccountMutations, NeedMutations, ResourceMutations, ProjectMutations, ClaimMutations, PartnerMutations):
    """The root of all writing."""
