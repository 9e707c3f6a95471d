"""Objects of every kind in every state, each with who is who to it: for the tests of the state machines."""

from collections.abc import Iterator, Mapping
from functools import cache

from db.machines import MACHINES, Action
from db.models.states import SubjectType
from resolvers.acting import MACHINE_OF

from . import claims, extensions, meetings, needs, partners, projects, topics, whistles
from .scene import Stage

STAGES: dict[SubjectType, Stage] = {
    SubjectType.TOPIC: topics.topic,
    SubjectType.DELIBERATION: meetings.deliberation,
    SubjectType.JOINT_MEETING: meetings.joint_meeting,
    SubjectType.NEED: needs.need,
    SubjectType.RESOURCE: needs.resource,
    SubjectType.PROJECT: projects.project,
    SubjectType.CLAIM: claims.claim,
    SubjectType.WHISTLE: whistles.whistle,
    SubjectType.PARTNER_UNIT: partners.partner_unit,
    SubjectType.ALLIANCE: partners.alliance,
    SubjectType.MEMBERSHIP: partners.membership,
    SubjectType.EXTENSION: extensions.extension,
}
VARIANTS: dict[SubjectType, Mapping[str, tuple[str, ...]]] = {
    SubjectType.TOPIC: topics.VARIANTS,
    SubjectType.NEED: needs.NEED_VARIANTS,
    SubjectType.RESOURCE: needs.RESOURCE_VARIANTS,
    SubjectType.PROJECT: projects.VARIANTS,
    SubjectType.CLAIM: claims.VARIANTS,
    SubjectType.EXTENSION: extensions.VARIANTS,
}
PARTIES = (
    topics.HARDSHIP,
    *(claims.LINE, claims.OFFER, claims.OWN, claims.PARTNERS, claims.PLAN),
    *(needs.BRANCHS, needs.PARTNERS, needs.SUBDISTRICTS, needs.RESTRICTED),
    *(extensions.TIME, extensions.STANDSTILL),
)


def situations(kind: SubjectType) -> Iterator[tuple[str, str]]:
    """Every state of a kind of object with every variant of it that tests tell apart."""
    variants = VARIANTS.get(kind, {})
    return ((state, variant) for state in MACHINES[kind].states for variant in variants.get(state, ("",)))


def party(variant: str) -> str:
    """What of a variant decides who is who to the object, or who sees it."""
    return next((one for one in PARTIES if variant.startswith(one)), "")


@cache
def homes(action: Action) -> frozenset[tuple[str, str]]:
    """For an action the first situation that it is possible in, per party: the one where everybody is tried."""
    found: dict[str, tuple[str, str]] = {}
    for state, variant in situations(MACHINE_OF[action.name].subject):
        if state in action.sources:
            found.setdefault(party(variant), (state, variant))
    return frozenset(found.values())
