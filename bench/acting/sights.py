"""What an account sees, as far as its next step depends on it: queries by kind, and the facts in their answers."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from db.machines import BY_MODEL

Facts = Mapping[str, Any]  # Any: JSON
Seen = Mapping[str, Sequence[Facts]]  # per kind
STATES = {model.__name__: machine.states.__name__ for model, machine in BY_MODEL.items()}

BRANCH = "branch { id level community { id } grid { id } }"
NEED = f"status quantity claimed planned remaining unit {BRANCH} partner {{ id }}"

# Per kind the connection that lists it, and what is looked at of each object.
KINDS: dict[str, tuple[str, str]] = {
    "Topic": ("topics", f"status availableActions {BRANCH}"),
    "Deliberation": ("deliberations", "status availableActions heldAt"),
    "JointMeeting": (
        "jointMeetings",
        f"status availableActions meetsAt {BRANCH} items(first: 50) {{ nodes {{ id }} }}",
    ),
    "Need": ("needs", f"availableActions {NEED}"),
    "Resource": (
        "resources",
        "status availableActions quantity claimed remaining unit exclusive availableFrom availableUntil"
        " partner { id status freeCapacity }",
    ),
    "Project": (
        "projects",
        f"status availableActions {BRANCH} milestones(first: 20) {{ nodes {{ id doneOn }} }}"
        f" needLines(first: 20) {{ nodes {{ id remaining need {{ id {NEED} }} }} }}",
    ),
    "Claim": ("claims", "status availableActions quantity delivered"),
    "Whistle": ("whistles", "status availableActions"),
    "PartnerUnit": ("partners", "status availableActions kind carrying freeCapacity"),
    "Alliance": (
        "alliances",
        f"status availableActions {BRANCH} memberships(first: 50) {{ nodes {{ status partner {{ id }} }} }}",
    ),
    "Membership": ("memberships", "status availableActions"),
    "Extension": ("extensions", "status availableActions kind"),
    "Deadline": ("deadlines", f"status kind dueAt workingDays {BRANCH} partner {{ id }}"),
    "MatchingPlan": ("matchingPlans", "lines(first: 20) { nodes { id claim { id } } }"),
    "PartyBranch": ("partyBranches", "level community { id } grid { id }"),
    "Grid": ("grids", "community { id }"),
}


# What narrows a list to an actor's own side, `$own` being the id of its branch, community or partner.
OWN = {
    "branch": "branch: {id: {eq: $own}}",
    "community": "branch: {community: {id: {eq: $own}}}",
    "partner": "partner: {id: {eq: $own}}",
}


def document(kinds: Iterable[str]) -> str:
    """Return the query that shows the newest objects of these kinds, `$first` of each."""
    return f"query ($first: Int!) {{ {' '.join(_list(kind) for kind in kinds)} }}"


def filtered(kind: str, own: str | None) -> str:
    """Return the query that shows the newest `$first` objects of a kind in one of `$states`, of one's `own` side."""
    narrowed = f", {OWN[own]}" if own else ""
    takes = f"$first: Int!, $states: [{STATES[kind]}!]!" + (", $own: ID!" if own else "")
    return f"query ({takes}) {{ {_list(kind, f', filter: {{status: {{in: $states}}{narrowed}}}')} }}"


def seen(answer: Mapping[str, Any]) -> dict[str, list[Facts]]:  # Any: JSON
    """Return the facts in an answer's data."""
    return {kind: connection["nodes"] for kind, connection in answer.items()}


def _list(kind: str, narrowed: str = "") -> str:
    connection, facts = KINDS[kind]
    return f"{kind}: {connection}(first: $first{narrowed}) {{ nodes {{ __typename id {facts} }} }}"
