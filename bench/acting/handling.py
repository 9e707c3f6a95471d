"""What actors choose for topics, meetings, whistles, alliances and requests for time."""

from .choices import OPEN_NEED, answers_for, leading
from .inputs import ABSENT, NothingFitsError, Scene, Values
from .sights import Facts

UNMET = (*OPEN_NEED, "IN_DELIVERY")
LIVE_MEMBER = ("INVITED", "APPLIED", "JOINED")
NEXT_MEETING = ("CONVENED", "HELD")
REQUIRED = ("RESIDENT", "OWNERS_COMMITTEE", "PROPERTY_MANAGER", "GRID_INSTRUCTOR", "COMMUNITY_SECRETARY")
MOST_ITEMS = 3
TIMELY = 0.8  # how often a deliberation has everybody there that it takes


def submit_topic(scene: Scene) -> Values:
    """A grid; who works in one may leave it out."""
    return {} if scene.actor.branch else {"gridId": scene.one("Grid")["id"]}


def edit_topic(scene: Scene) -> Values:
    """Another urgency only while it waits."""
    return {"id": scene.about["id"], **({} if scene.about["status"] == "SUBMITTED" else {"urgency": ABSENT})}


def merge_topic(scene: Scene) -> Values:
    """Another topic that is open, and the actor's to lead."""
    into = scene.one("Topic", lambda each: each["id"] != scene.about["id"] and "EDIT_TOPIC" in each["availableActions"])
    return {"id": scene.about["id"], "intoId": into["id"]}


def of_topic(scene: Scene) -> Values:
    """The topic, by the name of `topicId`."""
    return {"topicId": scene.about["id"], "branchId": ABSENT, "needId": ABSENT}


def minute_deliberation(scene: Scene) -> Values:
    """Who came: at times not everybody that it takes."""
    came = [*REQUIRED] if scene.random.random() < TIMELY else scene.random.sample(REQUIRED, 2)
    attendees = [{"role": role, "name": scene.word()} for role in came]
    return {"id": scene.about["id"], "attendees": attendees, "heldAt": scene.moment(-72, -1)}


def handle_topic(scene: Scene) -> Values:
    """With evidence."""
    return {"id": scene.about["id"], "evidence": scene.word()}


def convene_meeting(scene: Scene) -> Values:
    """A few topics and needs that the actor sees."""
    _, named = leading(scene)
    about = [{"topicId": each["id"]} for each in scene.seen.get("Topic", ())]
    about += [{"needId": each["id"]} for each in scene.seen.get("Need", ())]
    if not about:
        raise NothingFitsError("Topic")
    return named | {"items": scene.random.sample(about, min(len(about), scene.random.randint(1, MOST_ITEMS)))}


def hold_meeting(scene: Scene) -> Values:
    """An outcome of every item."""
    items = scene.about["items"]["nodes"]
    return {"id": scene.about["id"], "outcomes": [{"itemId": item["id"], "outcome": scene.word()} for item in items]}


def report_meeting(scene: Scene) -> Values:
    """A later meeting of the same branch, and a report on every item."""
    here = scene.about

    def fits(other: Facts) -> bool:
        later = other["branch"]["id"] == here["branch"]["id"] and other["meetsAt"] > here["meetsAt"]
        return bool(later) and other["status"] in NEXT_MEETING

    reports = [{"itemId": item["id"], "report": scene.word()} for item in here["items"]["nodes"]]
    return {"id": here["id"], "atId": scene.one("JointMeeting", fits)["id"], "reports": reports}


def raise_whistle(scene: Scene) -> Values:
    """Of a branch, at times for a need that it answers for."""
    branch, named = leading(scene)
    needs = [
        need for need in scene.seen.get("Need", ()) if need["status"] in UNMET and answers_for(branch, need["branch"])
    ]
    return named | ({"needId": scene.random.choice(needs)["id"]} if needs and scene.random.random() < 0.5 else {})


def dispatch_whistle(scene: Scene) -> Values:
    """A department to lead, perhaps others to assist."""
    departments = scene.some("PartnerUnit", lambda each: (each["kind"], each["status"]) == ("DEPARTMENT", "ADMITTED"))
    lead, *others = scene.random.sample(departments, len(departments))
    assisting = [each["id"] for each in others if scene.random.random() < 0.5]
    return {"id": scene.about["id"], "leadId": lead["id"], **({"assistingIds": assisting} if assisting else {})}


def reach_milestone(scene: Scene) -> Values:
    """One of the project's that is still to be reached."""
    left = [each["id"] for each in scene.about["milestones"]["nodes"] if each["doneOn"] is None]
    if not left:
        raise NothingFitsError("Milestone")
    return {"id": scene.random.choice(left)}


def deliver_project(scene: Scene) -> Values:
    """With evidence."""
    return {"id": scene.about["id"], "evidence": scene.word()}


def found_alliance(scene: Scene) -> Values:
    """A branch that runs it."""
    return leading(scene)[1]


def invite_member(scene: Scene) -> Values:
    """A partner that is not in an alliance which the actor runs."""
    alliance = scene.one("Alliance", lambda each: each["status"] == "ACTIVE" and scene.actor.speaks_for(each["branch"]))
    inside = _members(alliance)
    partner = scene.one("PartnerUnit", lambda each: each["status"] == "ADMITTED" and each["id"] not in inside)
    return {"allianceId": alliance["id"], "partnerId": partner["id"]}


def apply_to_alliance(scene: Scene) -> Values:
    """An alliance that the actor's partner is not in."""
    partner = scene.actor.partner
    alliance = scene.one("Alliance", lambda each: each["status"] == "ACTIVE" and partner not in _members(each))
    return {"allianceId": alliance["id"]}


def ask_extension(scene: Scene) -> Values:
    """A deadline of the actor's side that runs."""

    def fits(deadline: Facts) -> bool:
        if deadline["status"] != "RUNNING" or deadline["dueAt"] <= scene.moment(0, 0):
            return False
        if deadline["branch"]:
            return scene.actor.speaks_for(deadline["branch"])
        return bool(deadline["partner"]) and deadline["partner"]["id"] == scene.actor.partner

    return {"deadlineId": scene.one("Deadline", fits)["id"]}


def _members(alliance: Facts) -> set[str]:
    return {each["partner"]["id"] for each in alliance["memberships"]["nodes"] if each["status"] in LIVE_MEMBER}
