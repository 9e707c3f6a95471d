"""Deliberations and joint meetings in every state."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from make import id_of, make_deliberation

from db.models import AgendaItem, JointMeeting

from .scene import Scene, lead
from .town import REQUIRED_ROLES, Town

SOON = datetime.now(UTC) + timedelta(days=1)
LATER = SOON + timedelta(days=90)
BEFORE = {"HELD": "CONVENED", "CANCELLED": "CONVENED", "REPORTED": "HELD"}


async def deliberation(town: Town, state: str, variant: str) -> Scene:
    """A deliberation on a topic."""
    about = await town.topic("ACCEPTED", "DELIBERATING")
    roles = REQUIRED_ROLES if state == "MINUTED" else ()
    row = await make_deliberation(town.session, about, *roles)
    await lead(town, row, state, {"CANCELLED": "CONVENED"})
    return Scene(row)


async def joint_meeting(town: Town, state: str, variant: str) -> Scene:
    """A joint meeting on one topic; a later one is convened, to report at."""
    row, later = await _convened(town, SOON), await _convened(town, LATER)
    item = AgendaItem(subdistrict_id=row.subdistrict_id, meeting_id=row.id, topic_id=(await town.topic()).id)
    town.session.add(item)
    await town.session.flush()

    async def reported(town: Town, row: JointMeeting) -> Mapping[str, Any]:
        return {"reported_at_id": later.id}

    await lead(town, row, state, BEFORE, {"HELD": _held, "REPORTED": reported})
    return Scene(row, named={"item": id_of(item), "later": id_of(later)})


async def _convened(town: Town, meets_at: datetime) -> JointMeeting:
    ids = {"subdistrict_id": town.branch.subdistrict_id, "branch_id": town.branch.id}
    row = JointMeeting(**ids, title="党建联席会议", meets_at=meets_at, status="CONVENED")
    town.session.add(row)
    await town.session.flush()
    return row


async def _held(town: Town, row: JointMeeting) -> Mapping[str, Any]:
    return {"minutes": "逐项商议"}
