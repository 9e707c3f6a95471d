"""Whistle 吹哨 and the departments that it calls."""

from db import models

from .node import Node
from .reading import connected, entity
from .registry import shown
from .stateful import Stateful


@entity(models.Whistle, "A branch calls departments to what it cannot solve", "吹哨：党组织呼叫部门解决难题")
class Whistle(Stateful):
    """吹哨."""

    kind = shown("WhistleKind", "Kind", "类别")
    level = shown("BranchLevel", "Level of the branch that blows it", "吹哨党组织的层级")
    title = shown("str", "Title", "标题", "占用消防通道")
    description = shown("str", "What is to be solved", "说明")
    site = shown("str | None", "Where", "地点")
    restricted = shown("bool", "Whether only its handling chain sees it", "是否仅经办方可见")
    outcome = shown("str", "What the departments did", "处置结果")
    rating = shown("int | None", "The whistler's rating, 1 to 5", "评哨分数，1 至 5", "5")
    comment = shown("str", "The whistler's words", "评哨意见")
    status = shown("WhistleStatus", "State", "状态")
    created_at = shown("datetime", "When it was raised", "吹哨时间")
    updated_at = shown("datetime", "When it was last changed", "更新时间")
    subdistrict = shown("Subdistrict", "The subdistrict", "所属街道")
    branch = shown("PartyBranch", "The branch that blows it", "吹哨的党组织")
    community = shown("Community | None", "The community", "所在社区")
    topic = shown("Topic | None", "The topic that it is about", "议题")
    need = shown("Need | None", "The need that it is about", "需求")
    approver = shown("Account | None", "The principal officer who decided on it", "审批人")
    creator = shown("Account | None", "Who raised it", "吹哨人")
    departments = shown("list[WhistleDepartment]", "The departments that it calls", "主办与协办部门")
    deadlines = connected("Deadline", "Its deadlines", "时限")
    attachments = connected("Attachment", "Its files", "附件")


@entity(models.WhistleDepartment, "A department that a whistle calls", "吹哨呼叫的部门")
class WhistleDepartment(Node):
    """主办与协办部门."""

    lead = shown("bool", "Whether it leads; the others assist", "是否主办，否则为协办")
    reported_in_at = shown("datetime | None", "When it reported in", "报到时间")
    whistle = shown("Whistle | None", "The whistle", "吹哨")
    partner = shown("PartnerUnit | None", "The department", "部门")
