"""Projects in every state, with a milestone."""

from collections.abc import Mapping
from typing import Any

from make import id_of, make_project

from db.models import Milestone, Project
from db.models.states import Role
from resolvers.errors import ErrorCode
from resolvers.moments import today

from .scene import Scene, lead
from .town import Town

OPEN, DONE = "with an open milestone", "with all milestones done"
BEFORE = {
    "APPROVED": "PLANNED",
    "RUNNING": "APPROVED",
    "PAUSED": "RUNNING",
    "TERMINATED": "RUNNING",
    "DELIVERED": "RUNNING",
    "ACCEPTED": "DELIVERED",
    "CLOSED": "ACCEPTED",
}
VARIANTS = {"RUNNING": (OPEN, DONE)}


async def project(town: Town, state: str, variant: str) -> Scene:
    """A project; only one under way with an open milestone can reach it, and only one without can be delivered."""
    row = await make_project(town.session, town.branch)
    step = Milestone(subdistrict_id=row.subdistrict_id, project_id=row.id, title="完成安装")
    town.session.add(step)
    if variant != OPEN:
        step.done_on, step.evidence = today(), "照片"
    await lead(town, row, state, BEFORE, {"DELIVERED": _delivered, "ACCEPTED": _accepted, "CLOSED": _asked})
    return Scene(
        row,
        blocked={"DELIVER_PROJECT": ErrorCode.MILESTONES_OPEN} if variant == OPEN else {},
        named={"milestone": id_of(step)},
        skips=frozenset({"REACH_MILESTONE"} if variant == DONE else ()),
    )


async def _delivered(town: Town, row: Project) -> Mapping[str, Any]:
    return {"delivered_by": town.colleague(Role.GRID_SECRETARY).id, "evidence": "照片三张"}


async def _accepted(town: Town, row: Project) -> Mapping[str, Any]:
    return {"accepted_by": town.colleague(Role.SUBDISTRICT_ADMIN).id}


async def _asked(town: Town, row: Project) -> Mapping[str, Any]:
    return {"follow_up": "SATISFIED"}
