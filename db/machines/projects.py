"""Project 项目."""

from db.models import Policy, Project
from db.models.handling import DeadlineKind
from db.models.states import ProjectStatus, SubjectType

from . import actors, guards
from .machine import Action, Clock, Machine, Until, of_branch

OPEN = ("PLANNED", "APPROVED", "RUNNING")
LIVE = (*OPEN, "PAUSED")


def _planned_end(project: Project, policy: Policy) -> Until | None:
    return Until(project.planned_end) if project.planned_end else None


OPEN_PROJECT = Action(
    name="OPEN_PROJECT",
    english="Open a project from needs",
    chinese="立项",
    sources=("",),
    targets=("PLANNED",),
    actors=(actors.STARTING_LEADER,),
)
EDIT = Action(
    name="EDIT_PROJECT", english="Change what it says", chinese="修改项目", sources=LIVE, actors=(actors.LEADER,)
)
APPROVE = Action(
    name="APPROVE_PROJECT",
    english="Approve it, as principal officer",
    chinese="上级批准项目",
    sources=("PLANNED",),
    targets=("APPROVED",),
    actors=(actors.PRINCIPAL,),
    guards=(guards.OF_ANOTHER,),
)
START = Action(
    name="START_PROJECT",
    english="Begin the work",
    chinese="启动实施",
    sources=("APPROVED",),
    targets=("RUNNING",),
    actors=(actors.LEADER,),
)
PAUSE = Action(
    name="PAUSE_PROJECT",
    english="Let it rest, with the reason",
    chinese="暂停项目",
    sources=("RUNNING",),
    targets=("PAUSED",),
    actors=(actors.LEADER,),
)
RESUME = Action(
    name="RESUME_PROJECT",
    english="Go on",
    chinese="恢复实施",
    sources=("PAUSED",),
    targets=("RUNNING",),
    actors=(actors.LEADER,),
)
WITHDRAW = Action(
    name="WITHDRAW_PROJECT",
    english="End it before its time",
    chinese="提前终止项目",
    sources=LIVE,
    targets=("TERMINATED",),
    actors=(actors.LEADER,),
    guards=(guards.WORKED_OFF,),
)
ADD_MILESTONE = Action(
    name="ADD_MILESTONE",
    english="Add a milestone",
    chinese="添加里程碑",
    sources=LIVE,
    actors=(actors.LEADER,),
)
REACH_MILESTONE = Action(
    name="REACH_MILESTONE",
    english="Report a milestone reached, with evidence",
    chinese="完成里程碑，附佐证",
    sources=("RUNNING",),
    actors=(actors.LEADER,),
)
DELIVER = Action(
    name="DELIVER_PROJECT",
    english="Report it delivered, with evidence",
    chinese="交付项目，附佐证",
    sources=("RUNNING",),
    targets=("DELIVERED",),
    actors=(actors.LEADER,),
    guards=(guards.WORKED_OFF, guards.MILESTONES_DONE),
)
ACCEPT = Action(
    name="ACCEPT_PROJECT",
    english="Accept what was delivered, by another than who delivered it",
    chinese="验收（交付人以外的人）",
    sources=("DELIVERED",),
    targets=("ACCEPTED",),
    actors=(actors.VERIFIER,),
    guards=(guards.NOT_DELIVERER, guards.SHOWN),
)
REJECT = Action(
    name="REJECT_DELIVERY",
    english="Do not accept it: back to work, with the reason",
    chinese="验收不通过，返工",
    sources=("DELIVERED",),
    targets=("RUNNING",),
    actors=(actors.VERIFIER,),
    guards=(guards.NOT_DELIVERER,),
)
CLOSE = Action(
    name="CLOSE_PROJECT",
    english="Close it with what those concerned said when asked",
    chinese="回访并结项",
    sources=("ACCEPTED",),
    targets=("CLOSED",),
    actors=(actors.LEADER,),
    guards=(guards.SHOWN,),
)

PROJECT = Machine(
    SubjectType.PROJECT,
    Project,
    ProjectStatus,
    "Project",
    "项目",
    (
        OPEN_PROJECT,
        EDIT,
        APPROVE,
        START,
        PAUSE,
        RESUME,
        WITHDRAW,
        ADD_MILESTONE,
        REACH_MILESTONE,
        DELIVER,
        ACCEPT,
        REJECT,
        CLOSE,
    ),
    clocks=(
        Clock(
            DeadlineKind.FINISH_PROJECT,
            LIVE,
            "to be delivered by its planned end",
            "按计划完成日期交付",
            _planned_end,
            of_branch,
        ),
    ),
)
