"""Project 项目 and its need lines."""

from db import models

from .node import Node
from .reading import connected, entity
from .registry import shown
from .stateful import Stateful


@entity(models.Project, "A project that answers needs under a lead branch", "项目：由党组织牵头回应需求")
class Project(Stateful):
    """项目."""

    title = shown("str", "Title", "标题", "金色年华小区楼道扶手")
    goal = shown("str", "What is to be reached", "目标")
    deliverables = shown("str", "What is to be delivered", "交付内容")
    budget = shown("Decimal | None", "Budget, yuan", "预算（元）", "12000.00")
    planned_end = shown("date | None", "Planned end", "计划完成日期")
    evidence = shown("str", "What shows what was delivered", "佐证说明")
    follow_up = shown("FollowUp | None", "What those concerned said afterwards", "回访结果")
    restricted = shown("bool", "Whether only its handling chain sees it", "是否仅经办方可见")
    status = shown("ProjectStatus", "State", "状态")
    created_at = shown("datetime", "When it was opened", "创建时间")
    updated_at = shown("datetime", "When it was last changed", "更新时间")
    subdistrict = shown("Subdistrict", "The subdistrict", "所属街道")
    branch = shown("PartyBranch", "The lead branch", "牵头党组织")
    community = shown("Community | None", "The community", "所在社区")
    grid = shown("Grid | None", "The grid", "所在网格")
    topic = shown("Topic | None", "The topic that it comes from", "来源议题")
    creator = shown("Account | None", "Who opened it", "创建人")
    approver = shown("Account | None", "Who approved it", "批准人")
    deliverer = shown("Account | None", "Who reported it delivered", "交付人")
    accepter = shown("Account | None", "Who accepted it; never who delivered it", "验收人（交付人以外）")
    need_lines = connected("NeedLine", "The needs that it answers; what partners claim", "需求条目，供合伙人认领")
    claims = connected("Claim", "Claims on its lines", "认领")
    milestones = connected("Milestone", "Its steps", "里程碑")
    deadlines = connected("Deadline", "Its deadlines", "时限")
    attachments = connected("Attachment", "Its files", "附件")


@entity(models.NeedLine, "How much of a need a project answers", "需求条目：项目回应某需求的数量")
class NeedLine(Node):
    """需求条目."""

    subdistrict = shown("Subdistrict", "The subdistrict", "所属街道")
    quantity = shown("int", "How much, in the need's unit", "数量（按需求的单位）", "60")
    claimed = shown("int", "How much live claims hold", "已认领数量", "20")
    remaining = shown("int", "How much is left to claim", "剩余数量", "40")
    project = shown("Project | None", "The project", "项目")
    need = shown("Need | None", "The need", "需求")
    claims = connected("Claim", "Claims on the line", "认领")
