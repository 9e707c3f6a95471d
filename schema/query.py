"""The queries: pages of everything that the viewer may see, and single objects."""

import strawberry

from . import (
    accounts,
    attachments,
    branches,
    claims,
    deadlines,
    deliveries,
    enums,
    handling_enums,
    matching,
    matching_plans,
    needs,
    partners,
    places,
    projects,
    resources,
    topics,
    transitions,
    whistles,
)
from .descriptions import text
from .reading import found, listed
from .registry import argument

ENTITIES = (
    accounts,
    attachments,
    branches,
    claims,
    deadlines,
    deliveries,
    enums,
    handling_enums,
    matching,
    matching_plans,
    needs,
    partners,
    places,
    projects,
    resources,
    topics,
    transitions,
    whistles,
)


def _by_id(target: str, english: str, chinese: str) -> object:
    id_ = argument("id", "ID", "Its id", "编号")
    return found("id", f"{target} | None", english, chinese, id_)


@strawberry.type(description=text("What can be asked", "查询"))
class Query(matching.MatchingQueries):
    """The root of all reading."""

    node = found(
        "id of any type",
        "Node | None",
        "The object of that id, of any type; null when there is none that you may see",
        "按编号取任意类型的对象；不存在或不可见时为空",
        argument("id", "ID", "Its id", "编号"),
    )
    nodes = found(
        "ids of any type",
        "list[Node | None]",
        "The objects of these ids, in their order, null where there is none that you may see",
        "按编号依次取对象；不存在或不可见的为空",
        argument("ids", "list[ID]", "Their ids", "编号列表"),
    )
    me = found("viewer", "Account | None", "The account that is signed in", "当前登录账号")
    subdistrict = found(
        "code",
        "Subdistrict | None",
        "The subdistrict of that code",
        "按区划代码取街道",
        argument("code", "str", "Division code of 9 digits", "统计用区划代码（9 位）", "370203019"),
    )
    need = _by_id("Need", "The need of that id", "按编号取需求")
    resource = _by_id("Resource", "The resource of that id", "按编号取资源")
    project = _by_id("Project", "The project of that id", "按编号取项目")
    claim = _by_id("Claim", "The claim of that id", "按编号取认领")
    partner = _by_id("PartnerUnit", "The partner of that id", "按编号取合伙人")
    topic = _by_id("Topic", "The topic of that id", "按编号取议题")
    deliberation = _by_id("Deliberation", "The deliberation of that id", "按编号取协商会")
    joint_meeting = _by_id("JointMeeting", "The joint meeting of that id", "按编号取联席会议")
    whistle = _by_id("Whistle", "The whistle of that id", "按编号取吹哨")
    alliance = _by_id("Alliance", "The alliance of that id", "按编号取党建联盟")
    membership = _by_id("Membership", "The membership of that id", "按编号取联盟成员身份")
    deadline = _by_id("Deadline", "The deadline of that id", "按编号取时限")
    extension = _by_id("Extension", "The request for time of that id", "按编号取延期与挂账申请")
    matching_plan = _by_id("MatchingPlan", "The matching plan of that id", "按编号取匹配方案")
    attachment = _by_id("Attachment", "The attachment of that id", "按编号取附件")
    subcategory = _by_id("Subcategory", "The subcategory of that id", "按编号取小类")
    subdistricts = listed("Subdistrict", "Subdistricts", "街道")
    communities = listed("Community", "Communities", "社区")
    grids = listed("Grid", "Grids", "网格")
    party_branches = listed("PartyBranch", "Party organisations", "党组织")
    partners = listed("PartnerUnit", "Red partners", "红色合伙人")
    alliances = listed("Alliance", "Alliances", "党建联盟")
    memberships = listed("Membership", "Memberships in alliances", "联盟成员身份")
    subcategories = listed("Subcategory", "Subcategories", "小类")
    needs = listed("Need", "Needs", "需求清单")
    resources = listed("Resource", "Resources", "资源清单")
    projects = listed("Project", "Projects", "项目清单")
    need_lines = listed("NeedLine", "Lines of projects", "需求条目")
    claims = listed("Claim", "Claims", "认领")
    fulfilments = listed("Fulfilment", "Deliveries on claims", "兑现记录")
    milestones = listed("Milestone", "Milestones of projects", "项目里程碑")
    evaluations = listed("Evaluation", "Ratings", "评价")
    topics = listed("Topic", "Topics", "议题清单")
    deliberations = listed("Deliberation", "Deliberations", "协商会")
    joint_meetings = listed("JointMeeting", "Joint meetings", "联席会议")
    agenda_items = listed("AgendaItem", "What joint meetings are about", "联席会议议程")
    whistles = listed("Whistle", "Whistles", "吹哨")
    deadlines = listed("Deadline", "Deadlines", "时限")
    extensions = listed("Extension", "Requests for time", "延期与挂账申请")
    notices = listed("Notice", "Reminders, urgings and reports", "提醒、催办与通报")
    attachments = listed("Attachment", "Files", "附件")
    policies = listed("Policy", "The times that subdistricts allow", "时限规则")
    calendar_years = listed("CalendarYear", "Years whose calendar is filled in", "已录入的日历年度")
    calendar_days = listed("CalendarDay", "Holidays and make-up days", "节假日与调休日")
    matching_plans = listed("MatchingPlan", "Matching plans of the subdistrict", "匹配方案")
    plan_lines = listed("PlanLine", "Lines of matching plans", "匹配方案条目")
    unserved_needs = listed("UnservedNeed", "Needs that matching plans leave unserved", "匹配方案未满足的需求")
    transitions = listed("Transition", "Changes of state", "状态流转")
    accounts = listed("Account", "Accounts", "账号")
