"""One step of an actor: an action that it chooses, as a mutation and its input."""

import re
from collections.abc import Callable, Mapping

from graphql import GraphQLSchema

from db.machines import ACTIONS

from . import choices, handling
from .inputs import Scene, Values, fill
from .mutations import Mutation, mutations

Choice = Callable[[Scene], Values]

# What an action is chosen with, and the kinds of objects that are looked at for it.
CHOICES: dict[str, tuple[Choice, tuple[str, ...]]] = {
    "POST_NEED": (choices.post_need, ("PartyBranch",)),
    "POST_NEED_OF_TOPIC": (choices.post_need_of_topic, ()),
    "EDIT_NEED": (choices.edit_need, ()),
    "OFFER_RESOURCE": (choices.offer_resource, ()),
    "EDIT_RESOURCE": (choices.edit_resource, ()),
    "REGISTER_PARTNER": (lambda scene: {}, ()),
    "EDIT_PARTNER": (choices.edit_partner, ()),
    "OPEN_PROJECT": (choices.open_project, ("PartyBranch", "Need")),
    "CLAIM_PROJECT": (choices.claim_project, ("Project", "Resource")),
    "CLAIM_RESOURCE": (choices.claim_resource, ("PartyBranch", "Need", "Project", "Resource")),
    "ADOPT_PLAN": (choices.adopt_plan, ("MatchingPlan",)),
    "DELIVER_CLAIM": (choices.deliver_claim, ()),
    "SUBMIT_TOPIC": (handling.submit_topic, ("Grid",)),
    "EDIT_TOPIC": (handling.edit_topic, ()),
    "MERGE_TOPIC": (handling.merge_topic, ("Topic",)),
    "CONVENE_DELIBERATION": (handling.of_topic, ()),
    "ASK_SUSPENSION": (handling.of_topic, ()),
    "WHISTLE_FOR_TOPIC": (handling.of_topic, ()),
    "MINUTE_DELIBERATION": (handling.minute_deliberation, ()),
    "HANDLE_TOPIC": (handling.handle_topic, ()),
    "CONVENE_MEETING": (handling.convene_meeting, ("PartyBranch", "Topic", "Need")),
    "HOLD_MEETING": (handling.hold_meeting, ()),
    "REPORT_MEETING": (handling.report_meeting, ("JointMeeting",)),
    "RAISE_WHISTLE": (handling.raise_whistle, ("PartyBranch", "Need")),
    "DISPATCH_WHISTLE": (handling.dispatch_whistle, ("PartnerUnit",)),
    "REACH_MILESTONE": (handling.reach_milestone, ()),
    "DELIVER_PROJECT": (handling.deliver_project, ()),
    "FOUND_ALLIANCE": (handling.found_alliance, ("PartyBranch",)),
    "INVITE_MEMBER": (handling.invite_member, ("Alliance", "PartnerUnit")),
    "APPLY_TO_ALLIANCE": (handling.apply_to_alliance, ("Alliance",)),
    "ASK_EXTENSION": (handling.ask_extension, ("Deadline",)),
}


# What ends things before their time, or sends them back: if everybody did it whenever possible, nothing would grow old.
RELUCTANT = re.compile(
    "WITHDRAW|CANCEL|DECLINE|REFUSE|REJECT|RELEASE|RETURN|MERGE|DISSOLVE|LEAVE|SUSPEND|PAUSE|DEFAULT"
)


def itself(scene: Scene) -> Values:
    """The object that the action is about."""
    return {"id": scene.about["id"]}


class Steps:
    """The mutations of the schema, and inputs for them."""

    def __init__(self, schema: GraphQLSchema) -> None:
        self.mutations: Mapping[str, Mutation] = mutations(schema)

    def input(self, action: str, scene: Scene) -> Values:
        """Return an input that fits; raises NothingFitsError."""
        choose, _ = CHOICES.get(action, (itself, ()))
        mutation = self.mutations[action]
        chosen = {name: value for name, value in choose(scene).items() if name in mutation.takes.fields}
        return fill(mutation, scene, chosen)


def looks(action: str) -> tuple[str, ...]:
    """Return the kinds of objects that an action is chosen among."""
    return CHOICES[action][1] if action in CHOICES else ()


def eagerness(action: str) -> float:
    """Return how much an actor likes to do something, relative to other things: most what goes on with an object."""
    if RELUCTANT.match(action):
        return 0.1
    return 1.0 if ACTIONS[action].targets else 0.3
