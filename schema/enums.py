"""The enumerations of claiming, each value with its Chinese name, and those of orders."""

from enum import StrEnum
from typing import TypeVar

import strawberry

from db.matching import taxonomy
from db.models import states
from resolvers.reading.values import Structural

from .descriptions import text
from .registry import register

Kind = TypeVar("Kind", bound=StrEnum)


def described(
    kind: type[Kind], english: str, chinese: str, named: str | None = None, /, **values: tuple[str, str]
) -> type[Kind]:
    """The enumeration as GraphQL type, under a name of its own if given; every value must be described."""
    declared = strawberry.enum(kind, name=named, description=text(english, chinese))
    for value in declared.__strawberry_definition__.values:  # type: ignore[attr-defined]  # set by strawberry.enum
        value.description = text(*values[value.name])
    register(declared, named)
    return declared


class Direction(Structural):
    """Way of an order."""

    ASC = strawberry.enum_value("ASC", description=text("The least, the earliest first", "升序"))
    DESC = strawberry.enum_value("DESC", description=text("The greatest, the latest first", "降序"))


class Nulls(Structural):
    """Place of those without a value."""

    FIRST = strawberry.enum_value("FIRST", description=text("Before all others", "排在最前"))
    LAST = strawberry.enum_value("LAST", description=text("After all others", "排在最后"))


register(strawberry.enum(Direction, description=text("Way of an order", "排序方向")))
register(strawberry.enum(Nulls, description=text("Where those without a value stand", "空值的位置")))

BranchLevel = described(
    states.BranchLevel,
    "Level of a party organisation",
    "党组织层级",
    SUBDISTRICT=("Subdistrict working committee", "街道党工委"),
    COMMUNITY=("Community committee", "社区党委"),
    GRID=("Grid branch", "网格党支部"),
    BUILDING=("Building group", "楼院党小组"),
)
PartnerKind = described(
    states.PartnerKind,
    "Kind of a red partner",
    "红色合伙人类别",
    CO_BUILDING_UNIT=("Co-building unit", "共建单位"),
    MASS_ORGANISATION=("Mass organisation", "群团组织"),
    COMMUNITY_TALENT=("Community talent", "社区人才"),
    PROPERTY_COMPANY=("Property company", "小区物业"),
    ENTERPRISE=("Enterprise", "企业"),
    SOCIAL_ORGANISATION=("Social organisation", "社会组织"),
    VOLUNTEER_TEAM=("Volunteer team", "志愿队"),
    DEPARTMENT=("Department", "职能部门"),
)
PartnerStatus = described(
    states.PartnerStatus,
    "State of a partner",
    "合伙人状态",
    APPLIED=("Applied, not yet admitted", "已申请"),
    ADMITTED=("Admitted: may offer and claim", "已入驻"),
    SUSPENDED=("Suspended for a while", "已暂停"),
    EXITED=("Left the network", "已退出"),
    REJECTED=("Not admitted", "未通过"),
)
NeedOwner = described(
    states.NeedOwner,
    "Whose need it is",
    "需求归属",
    RESIDENT=("Of residents", "居民"),
    GRID=("Of the grid", "网格"),
    PARTNER=("Of a partner, which the subdistrict serves in turn", "合伙人（双向服务）"),
)
Priority = described(
    states.Priority,
    "Priority, least urgent first",
    "优先级，由低到高",
    LOW=("Low", "低"),
    NORMAL=("Normal", "一般"),
    HIGH=("High", "高"),
    URGENT=("Urgent", "紧急"),
)
NeedStatus = described(
    states.NeedStatus,
    "State of a need",
    "需求状态",
    DRAFT=("Draft, seen by its owner", "草稿"),
    POSTED=("Posted, nothing claimed", "已发榜"),
    PARTLY_CLAIMED=("Claimed in part", "部分认领"),
    FULLY_CLAIMED=("Claimed wholly", "全部认领"),
    IN_DELIVERY=("Being delivered", "兑现中"),
    FULFILLED=("Fulfilled", "已兑现"),
    EVALUATED=("Fulfilled and rated", "已评价"),
    EXPIRED=("Expired", "已过期"),
    WITHDRAWN=("Withdrawn", "已撤回"),
)
ResourceForm = described(
    states.ResourceForm,
    "Form of a resource",
    "资源形式",
    GOODS=("Goods", "物资"),
    LABOUR=("Labour", "人力"),
    VENUE=("Venue", "场所"),
    PRODUCT=("Product", "产品"),
    INFORMATION=("Information and data", "信息数据"),
    PROFESSIONAL_SERVICE=("Professional service", "专业服务"),
    FUNDS=("Funds", "资金"),
    COURSE=("Course", "课程"),
)
ResourceStatus = described(
    states.ResourceStatus,
    "State of a resource",
    "资源状态",
    DRAFT=("Draft, seen by its owner", "草稿"),
    OFFERED=("Offered, nothing claimed", "已提供"),
    PARTLY_CLAIMED=("Claimed in part", "部分认领"),
    FULLY_CLAIMED=("Claimed wholly", "全部认领"),
    PAUSED=("Not to be claimed for a while", "已暂停"),
    WITHDRAWN=("Withdrawn", "已撤回"),
    EXPIRED=("Expired", "已过期"),
)
ProjectStatus = described(
    states.ProjectStatus,
    "State of a project",
    "项目状态",
    PLANNED=("Open to claims, being planned", "策划中，可认领"),
    APPROVED=("Approved", "已立项"),
    RUNNING=("Under way", "实施中"),
    DELIVERED=("Delivered", "已交付"),
    ACCEPTED=("Accepted", "已验收"),
    CLOSED=("Closed", "已结项"),
    PAUSED=("Paused", "已暂停"),
    TERMINATED=("Ended before its time", "已终止"),
)
ClaimDirection = described(
    states.ClaimDirection,
    "Which side began a claim, or that neither did",
    "认领方向",
    PARTNER_CLAIMS_NEED=("A partner claims what a grid needs", "合伙人认领需求"),
    BRANCH_CLAIMS_RESOURCE=("A branch claims what a partner offers", "党支部认领资源"),
    PLAN_PROPOSES_BOTH=("Proposed by a matching plan: both sides accept", "按方案撮合，须双方同意"),
)
ClaimStatus = described(
    states.ClaimStatus,
    "State of a claim",
    "认领状态",
    PROPOSED=("Proposed: holds its quantity, waits for whoever has not agreed", "待对方（或双方）确认，已占用数量"),
    ACCEPTED=("Accepted by the other side", "对方已同意"),
    ACTIVE=("Being carried out", "进行中"),
    DELIVERED=("Delivered, not yet confirmed", "已交付"),
    CONFIRMED=("Confirmed by the receiving side", "已确认"),
    DECLINED=("Declined by the other side", "对方已婉拒"),
    WITHDRAWN=("Withdrawn by who proposed it", "已撤回"),
    EXPIRED=("Not answered in time", "逾期未答复"),
    DEFAULTED=("Not delivered", "未兑现"),
)
PlanMethod = described(
    states.PlanMethod,
    "How a matching plan is made",
    "匹配方案的算法",
    OPTIMAL=("Best for all together, with a bound that proves how good it is", "整体最优，附最优性证明"),
    STABLE=("Stable: no need and partner would both rather have each other", "双向稳定：没有双方都更愿意改配的一对"),
)
UnservedReason = described(
    states.UnservedReason,
    "Why a plan leaves a need, or a part of it, unserved",
    "方案未满足需求的原因",
    NO_CANDIDATE=("No resource could serve it", "没有可用的候选资源"),
    QUANTITY_SHORT=("All its candidates together have too little", "候选资源的总量不足"),
    INDIVISIBLE=("It cannot be shared, and no single candidate has enough", "需求不可拆分，没有一项候选资源足够"),
    NOT_WORTH_IT=("A candidate could give more, but the plan is worth more without", "还可提供，但整体方案更优"),
    CARRIERS_FULL=("Candidates have enough, but their partners carry all they can", "候选合伙人的承接数已满"),
    CANDIDATES_TAKEN=("The plan gives all its candidates to other needs", "候选资源已分配给其他需求"),
)
Category = described(
    states.Category,
    "What a need or resource is about",
    "类别",
    **{code: (english, chinese) for code, (chinese, english) in taxonomy.names().items()},
)
SubjectType = described(
    states.SubjectType,
    "Kind of object that has states",
    "有状态的对象类别",
    NEED=("Need", "需求"),
    RESOURCE=("Resource", "资源"),
    PROJECT=("Project", "项目"),
    CLAIM=("Claim", "认领"),
    PARTNER_UNIT=("Partner", "合伙人"),
    TOPIC=("Topic", "议题"),
    DELIBERATION=("Deliberation", "协商会"),
    JOINT_MEETING=("Joint meeting", "联席会议"),
    WHISTLE=("Whistle", "吹哨"),
    ALLIANCE=("Alliance", "党建联盟"),
    MEMBERSHIP=("Membership", "联盟成员"),
    EXTENSION=("Request for time", "延期与挂账申请"),
)
Role = described(
    states.Role,
    "Role of an account",
    "账号角色",
    RESIDENT=("Resident", "居民"),
    GRID_WORKER=("Grid worker", "网格员"),
    GRID_SECRETARY=("Grid-branch secretary", "网格党支部书记"),
    GRID_INSTRUCTOR=("Grid instructor", "网格指导员"),
    COMMUNITY_SECRETARY=("Community secretary", "社区书记"),
    SUBDISTRICT_ADMIN=("Subdistrict administrator", "街道管理员"),
    REGION_ADMIN=("District or city administrator", "区、市管理员"),
    DEPARTMENT_OFFICER=("Department officer", "部门经办人"),
    PARTNER_LIAISON=("Partner liaison", "合伙人联络员"),
    AUDITOR=("Auditor: reads all of the area, writes nothing", "审计员（只读）"),
)
