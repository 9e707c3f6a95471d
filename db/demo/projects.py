"""Projects of the demo: opened by a branch, approved above it, delivered, accepted by another, closed."""

from ..models.states import SubjectType
from .network import Data, Network, way

READY = ("RUNNING", "DELIVERED", "ACCEPTED", "CLOSED", "PAUSED", "TERMINATED")  # all that have been running


async def add(network: Network, data: Data) -> None:
    """Add a project with its lines and milestones, and let it run if it ever does: then its lines are claimed."""
    key, lead = data["key"], data["lead"]
    grid = lead if ("grid", lead) in network.ids else None
    project = await network.add(
        "project",
        key,
        branch_id=network.id("party_branch", lead),
        community_id=network.id("community", lead.rstrip("123456789")),
        grid_id=network.id("grid", grid),
        topic_id=network.id("topic", data.get("topic")),
        title=data["title"],
        goal=data["goal"],
        deliverables=data["deliverables"],
        budget=data.get("budget"),
        planned_end=network.day(data["days"]),
        status="PLANNED",
        created_by=await network.act(lead),
    )
    for need, quantity in data["lines"].items():
        line = {"project_id": project, "need_id": network.id("need", need), "quantity": quantity}
        await network.add("need_line", f"{key} {need}", **line)
    if data["status"] in READY:
        await _proceed(network, data, "RUNNING")
    for milestone in data.get("milestones", ()):
        await _add_milestone(network, data, milestone)


async def finish(network: Network, data: Data) -> None:
    """Take a project to its state, after its claims."""
    await _proceed(network, data, data["status"])


async def _add_milestone(network: Network, project: Data, data: Data) -> None:
    done = {}
    if "evidence" in data:
        reached = {"done_on": network.day(0), "done_by": network.id("account", project["lead"])}
        done = {"evidence": data["evidence"], **reached}
    await network.add(
        "milestone",
        f"{project['key']} {data['title']}",
        project_id=network.id("project", project["key"]),
        title=data["title"],
        due_on=network.day(data["days"]),
        **done,
    )


async def _proceed(network: Network, data: Data, goal: str) -> None:
    """Approval and acceptance are the administrator's, all else the lead branch's; the last step has the reason."""
    key, lead, admin = data["key"], data["lead"], network.admin
    values: dict[str, Data] = {
        "APPROVED": {"approved_by": network.id("account", admin)},
        "DELIVERED": {"delivered_by": network.id("account", lead), "evidence": data.get("evidence")},
        "ACCEPTED": {"accepted_by": network.id("account", admin)},
        "CLOSED": {"follow_up": data.get("follow_up")},
    }
    for status in way(SubjectType.PROJECT, await network.value("project", key), goal):
        reason = data.get("reason", "") if status == data["status"] else ""
        await network.act(admin if status in ("APPROVED", "ACCEPTED") else lead, reason)
        await network.change("project", key, status=status, **values.get(status, {}))
