"""Mutations of projects."""

import strawberry

from resolvers import projects

from ..registry import make
from .changing import REASON, Fields, accepts, mutation, optional, payload, required, subject

REQUIRED: Fields = {"title": ("str", "Title, up to 200 characters", "标题，最多 200 字", "金色年华小区楼道扶手")}
OPTIONAL: Fields = {
    "goal": ("str", "What is to be reached, up to 5000 characters", "目标，最多 5000 字"),
    "deliverables": ("str", "What is to be delivered, up to 5000 characters", "交付内容，最多 5000 字"),
    "budget": ("Decimal", "Budget, yuan, with up to two decimals", "预算（元），最多两位小数", "12000.00"),
    "planned_end": ("date", "Planned end, not before today", "计划完成日期，不早于今天", "2030-06-30"),
}
LINES: Fields = {"lines": ("list[ProjectLineInput]", "The needs that it answers, 1 to 50", "所回应的需求，1 至 50 项")}
BRANCH: Fields = {"branch_id": ("ID", "The lead branch; default: one's own", "牵头党组织；默认为本人所在党组织")}
TOPIC: Fields = {
    "topic_id": (
        "ID",
        "The topic that it is for, which must be resolved; default: that of its needs, if all have the same",
        "所回应的议题，须已形成决议；默认为各项需求共同的议题",
    )
}
NEED: Fields = {"need_id": ("ID", "The need", "需求")}
QUANTITY: Fields = {
    "quantity": ("int", "How much of it; default: all that no project plans yet", "数量；默认为尚未立项的全部", "12")
}
THIS = ("project", "项目")

make(
    strawberry.input,
    "ProjectLineInput",
    "A need that a project answers",
    "项目所回应的一项需求",
    required(NEED) | optional(QUANTITY),
)
payload("ProjectPayload", "The project", "项目", {"project": ("Project", "The project as it is now", "项目的现状")})
accepts(
    "OpenProjectInput",
    "A project to open",
    "要设立的项目",
    required(REQUIRED | LINES),
    optional(OPTIONAL | BRANCH | TOPIC),
)
accepts(
    "EditProjectInput",
    "What to change in a project",
    "要修改的项目内容",
    subject(*THIS),
    optional(REQUIRED | OPTIONAL),
)
accepts("WithdrawProjectInput", "A project to end", "要终止的项目", subject(*THIS), optional(REASON))


@strawberry.type
class ProjectMutations:
    """Mutations of projects."""

    open_project = mutation(
        projects.open_project,
        "OpenProjectInput",
        "ProjectPayload",
        "Open a project from one or more needs, which partners then claim",
        "由一项或多项需求立项，供合伙人认领",
    )
    edit_project = mutation(
        projects.edit, "EditProjectInput", "ProjectPayload", "Change what a project says", "修改项目"
    )
    withdraw_project = mutation(
        projects.withdraw, "WithdrawProjectInput", "ProjectPayload", "End a project before its time", "提前终止项目"
    )
