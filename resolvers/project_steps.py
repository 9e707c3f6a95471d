"""The way of a project: approved, begun, paused, delivered, accepted or rejected, closed."""

from sqlalchemy.ext.asyncio import AsyncSession

from db.machines import projects as machine
from db.models import Project
from db.models.handling import FollowUp
from db.viewer import Viewer

from . import checks
from .acting import begin, enter, moving
from .checks import clean
from .evidence import require_evidence

start = moving(machine.START, "project")
pause = moving(machine.PAUSE, "project", reason=checks.reason)
resume = moving(machine.RESUME, "project")
reject = moving(machine.REJECT, "project", reason=checks.reason)


async def approve(session: AsyncSession, viewer: Viewer, *, project_id: str) -> Project:
    """Approve a planned project.

    May: the community's secretary, for branches of the community, and subdistrict administrators. Refused:
    SELF_APPROVAL for the party that opened it; INVALID_STATE.
    """
    project = await begin(session, viewer, machine.APPROVE, Project, project_id)
    project.approved_by = viewer.account_id
    return await enter(session, project, machine.APPROVE)


async def deliver(session: AsyncSession, viewer: Viewer, *, project_id: str, evidence: str | None = None) -> Project:
    """Report a project delivered, with a statement of what shows it or with files attached to it before.

    May: leaders of its branch. Refused: EVIDENCE_REQUIRED; IN_USE while claims are to be worked off; MILESTONES_OPEN;
    INVALID_STATE unless it is under way.
    """
    project = await begin(session, viewer, machine.DELIVER, Project, project_id)
    values = clean({"evidence": checks.prose()}, {"evidence": evidence})
    await require_evidence(session, project, values["evidence"])
    project.evidence, project.delivered_by = values["evidence"], viewer.account_id
    return await enter(session, project, machine.DELIVER)


async def accept(session: AsyncSession, viewer: Viewer, *, project_id: str) -> Project:
    """Accept what was delivered.

    May: leaders and the instructor of its branch. Refused: SELF_VERIFICATION for who delivered it; EVIDENCE_REQUIRED;
    INVALID_STATE unless it is delivered.
    """
    project = await begin(session, viewer, machine.ACCEPT, Project, project_id)
    project.accepted_by = viewer.account_id
    return await enter(session, project, machine.ACCEPT)


async def close(session: AsyncSession, viewer: Viewer, *, project_id: str, follow_up: FollowUp) -> Project:
    """Close an accepted project with what those concerned said when they were asked.

    May: leaders of its branch. Refused: INVALID_STATE unless it is accepted.
    """
    project = await begin(session, viewer, machine.CLOSE, Project, project_id)
    project.follow_up = follow_up
    return await enter(session, project, machine.CLOSE)
