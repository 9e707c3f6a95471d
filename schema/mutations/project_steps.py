"""Mutations of a project's way, and of its milestones."""

import strawberry

from db.machines import projects as machine
from resolvers import milestones, project_steps

from .changing import REASON, Fields, accepts, optional, payload, required, subject
from .doing import does

TITLE: Fields = {"title": ("str", "Title, up to 200 characters", "标题，最多 200 字", "完成 1 至 3 层安装")}
DUE_ON: Fields = {"due_on": ("date", "By when, not before today", "计划完成日期，不早于今天", "2030-06-01")}
SHOWN: Fields = {"evidence": ("str", "What shows it, up to 5000 characters", "佐证说明，最多 5000 字", "照片三张")}
DONE_ON: Fields = {"done_on": ("date", "When; default: today, and not later", "完成日期，默认今天，不晚于今天")}
EVIDENCE: Fields = {
    "evidence": ("str", "What shows it; may be left out when files are attached", "佐证说明；已上传附件时可省略")
}
FOLLOW_UP: Fields = {"follow_up": ("FollowUp", "What those concerned said when asked", "回访结果", "SATISFIED")}
THIS, STEP = subject("project", "项目"), subject("milestone", "里程碑")

payload(
    "MilestonePayload",
    "The milestone",
    "里程碑",
    {"milestone": ("Milestone", "The milestone as it is now", "里程碑的现状")},
)
accepts("ApproveProjectInput", "A project to approve", "要批准的项目", THIS)
accepts("StartProjectInput", "A project to begin", "要启动的项目", THIS)
accepts("PauseProjectInput", "A project to let rest", "要暂停的项目", THIS, required(REASON))
accepts("ResumeProjectInput", "A project to go on with", "要恢复实施的项目", THIS)
accepts("AddMilestoneInput", "A milestone to add", "要添加的里程碑", THIS, required(TITLE), optional(DUE_ON))
accepts("ReachMilestoneInput", "A milestone reached", "已完成的里程碑", STEP, required(SHOWN), optional(DONE_ON))
accepts("DeliverProjectInput", "A project that is delivered", "要交付的项目", THIS, optional(EVIDENCE))
accepts("AcceptProjectInput", "A project to accept", "要验收的项目", THIS)
accepts("RejectDeliveryInput", "A project that is not accepted", "验收不通过的项目", THIS, required(REASON))
accepts("CloseProjectInput", "A project to close", "要结项的项目", THIS, required(FOLLOW_UP))


@strawberry.type
class ProjectStepMutations:
    """Mutations of a project's way, and of its milestones."""

    approve_project = does(project_steps.approve, machine.APPROVE, "ProjectPayload")
    start_project = does(project_steps.start, machine.START, "ProjectPayload")
    pause_project = does(project_steps.pause, machine.PAUSE, "ProjectPayload")
    resume_project = does(project_steps.resume, machine.RESUME, "ProjectPayload")
    add_milestone = does(milestones.add, machine.ADD_MILESTONE, "MilestonePayload")
    reach_milestone = does(milestones.reach, machine.REACH_MILESTONE, "MilestonePayload")
    deliver_project = does(project_steps.deliver, machine.DELIVER, "ProjectPayload")
    accept_project = does(project_steps.accept, machine.ACCEPT, "ProjectPayload")
    reject_delivery = does(project_steps.reject, machine.REJECT, "ProjectPayload")
    close_project = does(project_steps.close, machine.CLOSE, "ProjectPayload")
