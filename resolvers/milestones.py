"""Milestones of a project: added, reached."""

from datetime import date

from sqlalchemy.ext.asyncio import AsyncSession

from db.ids import GlobalId
from db.machines import projects as machine
from db.models import Milestone, Project
from db.viewer import Viewer

from . import checks
from .acting import begin
from .checks import clean
from .errors import ErrorCode, UserError
from .finding import find
from .moments import today

STEP = {"title": checks.line(checks.MAX_TITLE), "due_on": checks.future_day}
REACHED = {"evidence": checks.line(checks.MAX_TEXT, checks.LINES), "done_on": checks.past_day}


async def add(
    session: AsyncSession, viewer: Viewer, *, project_id: str, title: str, due_on: date | None = None
) -> Milestone:
    """Add a milestone to a project.

    May: leaders of its branch. Refused: IN_THE_PAST; INVALID_STATE once the project is delivered or over.
    """
    project = await begin(session, viewer, machine.ADD_MILESTONE, Project, project_id)
    values = clean(STEP, {"title": title, "due_on": due_on})
    milestone = Milestone(subdistrict_id=project.subdistrict_id, project_id=project.id, **values)
    session.add(milestone)
    await session.flush()
    return milestone


async def reach(
    session: AsyncSession, viewer: Viewer, *, milestone_id: str, evidence: str, done_on: date | None = None
) -> Milestone:
    """Report a milestone reached on a day (none: today), with what shows it.

    May: leaders of its project's branch. Refused: INVALID_STATE unless the project is under way, and for a milestone
    that was reached before.
    """
    milestone = await find(session, viewer, Milestone, milestone_id, "id")
    project = str(GlobalId(Project, milestone.subdistrict_id, milestone.project_id))
    await begin(session, viewer, machine.REACH_MILESTONE, Project, project)
    await session.refresh(milestone)  # under the project's lock
    values = clean(REACHED, {"evidence": evidence, "done_on": done_on})
    if milestone.done_on is not None:
        raise UserError(ErrorCode.INVALID_STATE, "id")
    milestone.done_on, milestone.done_by = values["done_on"] or today(), viewer.account_id
    milestone.evidence = values["evidence"]
    return milestone
