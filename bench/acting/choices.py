"""What actors choose for needs, resources, projects and claims: the objects that fit together, and how much of them."""

from collections.abc import Iterator

from db.models.states import OPEN_PROJECT, Role

from .inputs import ABSENT, Scene, Values
from .sights import Facts

OPEN_NEED = ("POSTED", "PARTLY_CLAIMED", "FULLY_CLAIMED")
OPEN_RESOURCE = ("OFFERED", "PARTLY_CLAIMED", "FULLY_CLAIMED")
MOST_LINES = 3


def answers_for(branch: Facts, owner: Facts | None) -> bool:
    """Whether a branch may take up what another owns, or (none) a partner."""
    if owner is None or owner["id"] == branch["id"] or branch["level"] == "SUBDISTRICT":
        return True
    place = {"COMMUNITY": "community", "GRID": "grid"}.get(branch["level"])
    return place is not None and branch[place] == owner[place]


def leading(scene: Scene) -> tuple[Facts, Values]:
    """A branch that the actor acts for, and how it is named: not at all by who has only one."""
    branch = scene.one("PartyBranch", scene.actor.speaks_for)
    return branch, {} if scene.actor.branch else {"branchId": branch["id"]}


def post_need(scene: Scene) -> Values:
    """A need of the actor's partner, or of a branch that it posts for."""
    if scene.actor.partner:
        return {"owner": ABSENT}
    _, named = leading(scene)
    return named | {"owner": scene.random.choice(("GRID", "RESIDENT"))}


def post_need_of_topic(scene: Scene) -> Values:
    """What a topic takes, for the branch that handles it."""
    branch = {} if scene.actor.branch else {"branchId": scene.about["branch"]["id"]}
    return branch | {"topicId": scene.about["id"], "owner": ABSENT, "draft": ABSENT}


def edit_need(scene: Scene) -> Values:
    """Not less than is claimed or planned of it, in the same unit as long as something is."""
    need = scene.about
    held = max(need["claimed"], need["planned"])
    changed = {"quantity": max(held, 1) + scene.random.randint(0, 5)} if scene.random.random() < 0.5 else {}
    return {"id": need["id"], **({"unit": ABSENT} if held else {}), "quantity": ABSENT, **changed}


def offer_resource(scene: Scene) -> Values:
    """At times for a while only."""
    if scene.random.random() < 0.7:
        return {}
    return {"availableFrom": scene.moment(-48, 0), "availableUntil": scene.moment(24, 2000)}


def edit_resource(scene: Scene) -> Values:
    """Not less than is claimed of it; other terms only while nothing is."""
    resource, final = scene.about, {}
    if resource["claimed"]:
        final = {"unit": ABSENT, "exclusive": ABSENT}
    elif scene.random.random() < 0.3:
        final = {"availableFrom": scene.moment(-48, 0), "availableUntil": scene.moment(24, 2000)}
    return {"id": resource["id"], "quantity": max(resource["claimed"], 1) + scene.random.randint(0, 5), **final}


def edit_partner(scene: Scene) -> Values:
    """All of it by the administrator, who lets it be of the same kind; introduction and liaison by the partner."""
    if scene.actor.role is Role.SUBDISTRICT_ADMIN:
        return {
            "id": scene.about["id"],
            "kind": ABSENT,
            "capacity": scene.about["carrying"] + scene.random.randint(1, 5),
        }
    return {"id": scene.about["id"], **dict.fromkeys(("name", "kind", "creditCode", "capacity"), ABSENT)}


def open_project(scene: Scene) -> Values:
    """Some of the needs that the branch answers for, and as much as no project plans yet."""
    branch, named = leading(scene)

    def fits(need: Facts) -> bool:
        return (
            need["status"] in OPEN_NEED and need["quantity"] > need["planned"] and answers_for(branch, need["branch"])
        )

    lines = [
        {"needId": need["id"], "quantity": scene.random.randint(1, need["quantity"] - need["planned"])}
        for need in _few(scene, scene.some("Need", fits))
    ]
    return named | {"lines": lines}


def claim_project(scene: Scene) -> Values:
    """Some lines of a project, at times with a resource of the actor's partner."""
    project = scene.one("Project", lambda each: each["status"] in OPEN_PROJECT and any(_claimable(scene, each)))
    lines = [_claimed(scene, line) for line in _few(scene, [*_claimable(scene, project)])]
    return {"lines": lines}


def claim_resource(scene: Scene) -> Values:
    """A resource of somebody else, for a need that the branch answers for or a line of its project."""
    branch, named = leading(scene)
    resource = scene.one(
        "Resource", lambda each: _offered(each) and (each["partner"] or {"status": "ADMITTED"})["status"] == "ADMITTED"
    )
    giver = (resource["partner"] or {}).get("id")

    def fits(need: Facts) -> bool:
        takes = need["status"] in OPEN_NEED and need["remaining"] and answers_for(branch, need["branch"])
        return bool(takes) and (need["partner"] is None or need["partner"]["id"] != giver)

    lines = [
        line
        for project in scene.seen.get("Project", ())
        if project["branch"]["id"] == branch["id"] and project["status"] in OPEN_PROJECT
        for line in project["needLines"]["nodes"]
        if line["remaining"] and fits(line["need"])
    ]
    if lines and scene.random.random() < 0.5:
        line = scene.random.choice(lines)
        most, of = min(line["remaining"], line["need"]["remaining"]), {"needLineId": line["id"]}
    else:
        need = scene.one("Need", fits)
        most, of = need["remaining"], {"needId": need["id"]}
    return {**named, **of, "quantity": scene.random.randint(1, most), **_use(scene, resource)}


def adopt_plan(scene: Scene) -> Values:
    """Some lines of a plan that were not adopted, or all of them."""
    plan = scene.one("MatchingPlan", lambda each: any(_unadopted(each)))
    lines = [line["id"] for line in _few(scene, [*_unadopted(plan)])]
    return {"planId": plan["id"], "lineIds": lines if scene.random.random() < 0.8 else ABSENT}


def deliver_claim(scene: Scene) -> Values:
    """What is still to be delivered, or a part of it."""
    left = scene.about["quantity"] - scene.about["delivered"]
    return {"id": scene.about["id"], "quantity": scene.random.choice((left, scene.random.randint(1, left)))}


def _unadopted(plan: Facts) -> Iterator[Facts]:
    return (line for line in plan["lines"]["nodes"] if line["claim"] is None)


def _claimable(scene: Scene, project: Facts) -> Iterator[Facts]:
    for line in project["needLines"]["nodes"]:
        need = line["need"]
        own = need and need["partner"] and need["partner"]["id"] == scene.actor.partner
        if line["remaining"] and need and not own and need["status"] in OPEN_NEED and need["remaining"]:
            yield line


def _claimed(scene: Scene, line: Facts) -> Values:
    claimed = {
        "needLineId": line["id"],
        "quantity": scene.random.randint(1, min(line["remaining"], line["need"]["remaining"])),
    }
    own = [
        each
        for each in scene.seen.get("Resource", ())
        if _offered(each) and each["partner"] and each["partner"]["id"] == scene.actor.partner
    ]
    return claimed | (_use(scene, scene.random.choice(own)) if own and scene.random.random() < 0.5 else {})


def _offered(resource: Facts) -> bool:
    return resource["status"] in OPEN_RESOURCE and resource["remaining"] > 0


def _use(scene: Scene, resource: Facts) -> Values:
    """How much of a resource, and when."""
    used = {"resourceId": resource["id"], "resourceQuantity": scene.random.randint(1, resource["remaining"])}
    if not resource["exclusive"]:
        return used
    begin = scene.random.randint(1, 20)
    return used | {"startsAt": scene.moment(begin, begin), "endsAt": scene.moment(begin + 1, begin + 3)}


def _few(scene: Scene, found: list[Facts]) -> list[Facts]:
    return scene.random.sample(found, scene.random.randint(1, min(len(found), MOST_LINES)))
