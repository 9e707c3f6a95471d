"""Deliberations of the demo: convened for a topic, and minuted with those who came, by role."""

from .network import Data, Network


async def convene(network: Network, topic: Data) -> None:
    """Call those concerned about a topic together."""
    key, talk = topic["key"], topic["deliberation"]
    await network.add(
        "deliberation",
        key,
        topic_id=network.id("topic", key),
        branch_id=network.id("party_branch", topic["at"]),
        held_at=network.time(talk["day"], talk["hour"]),
        place=talk["place"],
        options=talk["options"],
        status="CONVENED",
        created_by=await network.act(topic["at"]),
    )


async def minute(network: Network, topic: Data) -> None:
    """Record who came, in which role, and what they resolved."""
    key, talk = topic["key"], topic["deliberation"]
    for number, role in enumerate(talk["roles"]):
        attendee = {"deliberation_id": network.id("deliberation", key), "role": role}
        await network.add("attendee", f"{key} {number}", **attendee)
    await network.act(topic["at"])
    said = {"resolution": talk["resolution"], "minutes": talk["minutes"]}
    await network.change("deliberation", key, status="MINUTED", **said)
