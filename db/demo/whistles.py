"""Whistles of the demo: raised by a branch, approved above it, dispatched to departments, done, rated."""

from ..models.states import SubjectType
from .network import Data, Network, way


async def load(network: Network, data: Data) -> None:
    """Add a whistle, for its topic if it has one, and take it to its state."""
    key, branch = data["key"], data["at"]
    grid = ("grid", branch) in network.ids
    await network.add(
        "whistle",
        key,
        kind=data["kind"],
        level="GRID" if grid else "COMMUNITY",
        branch_id=network.id("party_branch", branch),
        community_id=network.id("community", branch.rstrip("123456789")),
        topic_id=network.id("topic", data.get("topic")),
        need_id=network.id("need", data.get("need")),
        title=data["title"],
        description=data["text"],
        site=data["site"],
        status="RAISED",
        created_by=await network.act(branch),
    )
    if "topic" in data:
        await network.move("topic", data["topic"], "WHISTLED")
    await _proceed(network, data)


async def _proceed(network: Network, data: Data) -> None:
    """Let the administrator approve and dispatch, the lead department handle, the branch rate it."""
    key, branch, admin = data["key"], data["at"], network.admin
    actors = {"APPROVED": admin, "REFUSED": admin, "DISPATCHED": admin, "RATED": branch}
    approved = {"approver_id": network.id("account", admin)}
    values: dict[str, Data] = {
        "APPROVED": approved,
        "REFUSED": approved,
        "DONE": {"outcome": data.get("outcome")},
        "RATED": {"rating": data.get("rating"), "comment": data.get("comment")},
    }
    for status in way(SubjectType.WHISTLE, "RAISED", data["status"]):
        if status == "DISPATCHED":
            await _call(network, data)
        actor = actors.get(status) or data["lead"]
        await network.act(actor, data.get("reason", "") if status == data["status"] else "")
        await network.change("whistle", key, status=status, **values.get(status, {}))


async def _call(network: Network, data: Data) -> None:
    """Call the departments; all have reported in by the time the lead one begins."""
    late = data["status"] in ("DISPATCHED", "RETURNED")
    for department in (data["lead"], *data.get("assist", ())):
        await network.add(
            "whistle_department",
            f"{data['key']} {department}",
            whistle_id=network.id("whistle", data["key"]),
            partner_id=network.id("partner_unit", department),
            lead=department == data["lead"],
            reported_in_at=None if late else network.now,
        )
