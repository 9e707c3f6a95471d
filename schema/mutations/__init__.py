"""The mutations: one module an aggregate, put together here."""

import strawberry

from ..descriptions import text
from .accounts import AccountMutations
from .alliances import AllianceMutations
from .claims import ClaimMutations
from .deliveries import DeliveryMutations
from .evaluations import EvaluationMutations
from .extensions import ExtensionMutations
from .matching_plans import MatchingPlanMutations
from .meetings import MeetingMutations
from .needs import NeedMutations
from .partners import PartnerMutations
from .policies import PolicyMutations
from .project_steps import ProjectStepMutations
from .projects import ProjectMutations
from .resources import ResourceMutations
from .subcategories import SubcategoryMutations
from .topics import TopicMutations
from .whistles import WhistleMutations


@strawberry.type(
    description=text(
        "What can be changed; several in one operation run one after the other, each in a transaction of its own",
        "变更；同一操作中的多个变更依次执行，各为独立事务",
    )
)
class Mutation(
    AccountMutations,
    TopicMutations,
    MeetingMutations,
    WhistleMutations,
    NeedMutations,
    ResourceMutations,
    ProjectMutations,
    ProjectStepMutations,
    ClaimMutations,
    MatchingPlanMutations,
    DeliveryMutations,
    EvaluationMutations,
    PartnerMutations,
    AllianceMutations,
    ExtensionMutations,
    PolicyMutations,
    SubcategoryMutations,
):
    """The root of all writing."""
