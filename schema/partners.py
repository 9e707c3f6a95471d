"""PartnerUnit 红色合伙人, service areas, Alliance 党建联盟 and Membership."""

from db import models

from .node import Node, Party
from .reading import connected, entity
from .registry import shown
from .stateful import Stateful


@entity(models.PartnerUnit, "A red partner: a unit that gives to the grids", "红色合伙人")
class PartnerUnit(Party, Stateful):
    """红色合伙人."""

    kind = shown("PartnerKind", "Kind", "类别")
    status = shown("PartnerStatus", "State", "状态")
    credit_code = shown("str | None", "Unified social credit code, 18 characters", "统一社会信用代码（18 位）")
    introduction = shown("str", "What the unit is and can do", "单位介绍")
    liaison_name = shown("str | None", "Liaison; only for those who deal with the partner", "联络员，仅经办方可见")
    liaison_phone = shown(
        "str | None", "The liaison's phone; only for those who deal with the partner", "联络电话，仅经办方可见"
    )
    capacity = shown("int", "How many live claims it can carry at once", "同时可承担的认领数", "5")
    carrying = shown("int", "How many live claims it carries", "正在承担的认领数", "2")
    free_capacity = shown("int", "How many more claims it can take", "还可承担的认领数", "3")
    given = shown("int", "How many of its claims are confirmed: what it gave", "已确认兑现的认领数（付出）", "7")
    received = shown(
        "int", "How many claims on its needs are confirmed: what it got", "其需求已获兑现的认领数（获得）", "2"
    )
    defaulted = shown("int", "How many of its claims were let go undelivered", "未兑现的认领数", "0")
    rated = shown("int", "How often branches rated what it gave", "收到的评价次数", "5")
    rating_sum = shown("int", "The sum of these ratings, each 1 to 5", "评价分数合计（每次 1 至 5 分）", "23")
    created_at = shown("datetime", "When it was registered", "登记时间")
    updated_at = shown("datetime", "When it was last changed", "更新时间")
    subdistrict = shown("Subdistrict", "The subdistrict", "所属街道")
    service_areas = shown("list[ServiceArea]", "Communities that it serves; none: all", "服务社区，空为全街道")
    memberships = connected("Membership", "Its memberships in alliances", "联盟成员身份")
    resources = connected("Resource", "What it offers", "提供的资源")
    needs = connected("Need", "What it needs itself", "自身的需求")
    claims = connected("Claim", "Its claims", "认领")
    received_claims = connected("Claim", "Claims that serve its needs", "服务其需求的认领")
    whistle_calls = connected("WhistleDepartment", "Whistles that call it, as department", "对其吹哨")
    attachments = connected("Attachment", "Its files", "附件")


@entity(models.ServiceArea, "A community that a partner serves", "合伙人服务的社区")
class ServiceArea(Node):
    """服务区域."""

    partner = shown("PartnerUnit | None", "The partner", "合伙人")
    community = shown("Community", "The community", "社区")


@entity(models.Alliance, "An alliance of partners", "党建联盟")
class Alliance(Stateful):
    """党建联盟."""

    name = shown("str", "Name", "名称", "航运产业党建联盟")
    purpose = shown("str", "What it is for", "宗旨")
    founded_on = shown("date | None", "When it was founded", "成立日期")
    status = shown("AllianceStatus", "State", "状态")
    subdistrict = shown("Subdistrict", "The subdistrict", "所属街道")
    branch = shown("PartyBranch | None", "The branch that founded and runs it", "牵头党组织")
    memberships = connected("Membership", "Its members", "成员")
    attachments = connected("Attachment", "Its files", "附件")


@entity(models.Membership, "A partner's membership in an alliance", "联盟成员身份")
class Membership(Stateful):
    """联盟成员."""

    agreement = shown("str", "The agreement, in short", "共建协议摘要")
    starts_on = shown("date", "First day of the term", "起始日期")
    ends_on = shown("date | None", "Last day of the term; none: open", "截止日期，空为长期")
    partner_consent_at = shown("datetime | None", "When the partner agreed", "合伙人同意时间")
    alliance_consent_at = shown("datetime | None", "When the alliance agreed", "联盟同意时间")
    status = shown("MembershipStatus", "State", "状态")
    subdistrict = shown("Subdistrict", "The subdistrict", "所属街道")
    alliance = shown("Alliance | None", "The alliance", "联盟")
    partner = shown("PartnerUnit | None", "The partner", "合伙人")
    deadlines = connected("Deadline", "Its deadlines", "时限")
    attachments = connected("Attachment", "Its files", "附件")
