"""Topics of the demo: submitted, deliberated and resolved before their needs are posted, handled and closed after."""

from ..models.states import SubjectType
from . import deliberations, extensions
from .network import Data, Network, way

BEFORE_RESOLUTION = ("SUBMITTED", "ACCEPTED", "RETURNED", "MERGED", "DELIBERATING", "RESOLVED")
BEFORE = {  # what is done before a topic gets to a state
    "DELIBERATING": deliberations.convene,
    "RESOLVED": deliberations.minute,
    "SUSPENDED": extensions.suspend,
}


async def begin(network: Network, data: Data) -> None:
    """Add a topic with those who support it, and take it to its resolution, or to where it is if that is before."""
    key, branch = data["key"], data["at"]
    grid = branch if ("grid", branch) in network.ids else None
    topic = await network.add(
        "topic",
        key,
        data.get("ago", 0),
        reporter_id=network.id("account", data["by"]),
        branch_id=network.id("party_branch", branch),
        community_id=network.id("community", branch.rstrip("123456789")),
        grid_id=network.id("grid", grid),
        title=data["title"],
        description=data["text"],
        site=data["site"],
        category=data["category"],
        urgency=data["urgency"],
        contact_name=data["contact"],
        contact_phone=f"13900002{len(network.ids) % 1000:03}",
        status="SUBMITTED",
        created_by=await network.act(data["by"]),
    )
    for login in data.get("supporters", ()):
        await network.add("supporter", f"{key} {login}", topic_id=topic, account_id=network.id("account", login))
    reached = data["status"] if data["status"] in BEFORE_RESOLUTION else data.get("from", "RESOLVED")
    await _proceed(network, data, reached)


async def finish(network: Network, data: Data) -> None:
    """Take a topic to its state, after its needs and whistles, and add what was asked and said of it."""
    await _proceed(network, data, data["status"])
    for request in data.get("extensions", ()):
        await extensions.ask(network, data, request)
    for login, rating in data.get("ratings", {}).items():
        await network.rate("RESIDENT_RATES_OUTCOME", rating, login, topic_id=network.id("topic", data["key"]))


async def _proceed(network: Network, data: Data, goal: str) -> None:
    """Let its branch take a topic on, another verify it, its reporter open it again; the last step has the reason."""
    key, branch = data["key"], data["at"]
    actors = {"VERIFIED": data.get("verifier"), "REWORK": data.get("verifier"), "REOPENED": data["by"]}
    for status in way(SubjectType.TOPIC, await network.value("topic", key), goal, around=("SUSPENDED",)):
        if status in BEFORE:
            await BEFORE[status](network, data)
        actor = network.admin if status == "SUSPENDED" else actors.get(status, branch)
        await network.act(actor, data.get("reason", "") if status == data["status"] else "")
        await network.change("topic", key, status=status, **_values(network, data, status))


def _values(network: Network, data: Data, status: str) -> Data:
    """Return what a topic gains with a state."""
    handler = network.id("account", data["at"])
    gained: dict[str, Data] = {
        "MERGED": {"merged_into_id": network.id("topic", data.get("into"))},
        "SUSPENDED": {"suspended_from": data.get("from"), "review_on": network.day(data.get("review"))},
        "HANDLED": {"handler_id": handler, "outcome": data.get("outcome"), "evidence": data.get("evidence")},
        "VERIFIED": {"verifier_id": network.id("account", data.get("verifier"))},
        "CLOSED": {"follow_up": data.get("follow_up")},
        "REOPENED": {"follow_up": "DISSATISFIED", "verifier_id": None},
    }
    return gained.get(status, {})
