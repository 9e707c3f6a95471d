"""Joint meetings of the demo: an agenda of topics and needs, what came of it, and the report at the next one."""

from ..models.states import SubjectType
from .network import Data, Network, way


async def load(network: Network, data: Data) -> None:
    """Add a meeting with its agenda, and take it to its state; the one that it was reported at comes before it."""
    key, branch = data["key"], data["at"]
    meeting = await network.add(
        "joint_meeting",
        key,
        branch_id=network.id("party_branch", branch),
        title=data["title"],
        meets_at=network.time(data["day"], data["hour"]),
        place=data["place"],
        status="CONVENED",
        created_by=await network.act(branch),
    )
    for item in data["agenda"]:
        about = {"topic_id": network.id("topic", item.get("topic")), "need_id": network.id("need", item.get("need"))}
        said = {"outcome": item.get("outcome"), "report": item.get("report")}
        await network.add("agenda_item", f"{key} {item}", meeting_id=meeting, **about, **said)
    values: dict[str, Data] = {
        "HELD": {"minutes": data.get("minutes")},
        "REPORTED": {"reported_at_id": network.id("joint_meeting", data.get("reported_at"))},
    }
    for status in way(SubjectType.JOINT_MEETING, "CONVENED", data["status"]):
        await network.act(branch, data.get("reason", "") if status == data["status"] else "")
        await network.change("joint_meeting", key, status=status, **values.get(status, {}))
