"""Requests for time of the demo: asked for by the branch that handles a topic, decided on by the administrator."""

from ..models.handling import DeadlineKind
from .clocks import MACHINE_OF, later, rungs
from .network import Data, Network

HANDLING = next(clock for clock in MACHINE_OF["topic"].clocks if clock.kind is DeadlineKind.HANDLE_TOPIC)


async def ask(network: Network, topic: Data, data: Data) -> None:
    """Ask for more days to handle a topic; if they were granted, it is due later."""
    deadline = f"{HANDLING.kind} {topic['key']}"
    await _request(network, topic, data["status"], kind="EXTENSION", days=data["days"], reason=data["reason"])
    if data["status"] == "APPROVED":
        due = later(await network.value("deadline", deadline, "due_at"), data["days"])
        await network.change("deadline", deadline, **rungs(network.now, due, HANDLING, network.policy))


async def suspend(network: Network, topic: Data) -> None:
    """Let the clock of a topic stand still, as was asked and approved."""
    terms = {"kind": "SUSPENSION", "review_on": network.day(topic["review"]), "reason": topic["reason"]}
    await _request(network, topic, "APPROVED", **terms)
    stopped = {"status": "SUSPENDED", "suspended_at": network.now, "next_at": None}
    await network.change("deadline", f"{HANDLING.kind} {topic['key']}", **stopped)


async def _request(network: Network, topic: Data, status: str, **terms: object) -> None:
    key = f"{topic['key']} {terms['reason']}"
    asker = await network.act(topic["at"])
    deadline = network.id("deadline", f"{HANDLING.kind} {topic['key']}")
    await network.add("extension", key, deadline_id=deadline, status="ASKED", created_by=asker, **terms)
    if status != "ASKED":
        decided = {"decided_by": await network.act(network.admin), "decided_at": network.now}
        await network.change("extension", key, status=status, **decided)
