"""Subdistrict 街道, community 社区, grid 网格."""

from db import models

from .node import Node
from .reading import connected, entity
from .registry import shown


@entity(models.Subdistrict, "A subdistrict: its network is its own", "街道：各街道的网络相互独立")
class Subdistrict(Node):
    """街道."""

    code = shown("str", "Statistical division code of 9 digits", "统计用区划代码（9 位）", "370203019")
    name = shown("str", "Name", "名称", "大港街道")
    communities = connected("Community", "Its communities", "所辖社区")
    subcategories = connected("Subcategory", "Its subcategories", "小类")
    grids = connected("Grid", "Its grids", "所辖网格")
    party_branches = connected("PartyBranch", "Its party organisations", "党组织")
    partners = connected("PartnerUnit", "Its red partners", "红色合伙人")
    alliances = connected("Alliance", "Its alliances", "党建联盟")
    needs = connected("Need", "Needs in the subdistrict", "需求清单")
    resources = connected("Resource", "Resources in the subdistrict", "资源清单")
    projects = connected("Project", "Projects in the subdistrict", "项目清单")
    claims = connected("Claim", "Claims in the subdistrict", "认领")
    topics = connected("Topic", "Topics in the subdistrict", "议题")
    joint_meetings = connected("JointMeeting", "Joint meetings in the subdistrict", "联席会议")
    whistles = connected("Whistle", "Whistles in the subdistrict", "吹哨")
    deadlines = connected("Deadline", "Deadlines in the subdistrict", "时限")
    calendar_years = connected("CalendarYear", "Years whose calendar is filled in", "已录入的日历年度")


@entity(models.Community, "A community within a subdistrict", "社区")
class Community(Node):
    """社区."""

    code = shown("str", "Statistical division code of 12 digits", "统计用区划代码（12 位）", "370203019001")
    name = shown("str", "Name", "名称", "昌乐路社区")
    subdistrict = shown("Subdistrict", "The subdistrict", "所属街道")
    grids = connected("Grid", "Its grids", "所辖网格")
    party_branches = connected("PartyBranch", "Its party organisations", "党组织")
    needs = connected("Need", "Needs in the community", "需求")
    projects = connected("Project", "Projects in the community", "项目")
    topics = connected("Topic", "Topics in the community", "议题")
    whistles = connected("Whistle", "Whistles in the community", "吹哨")


@entity(models.Grid, "A grid: the smallest unit of governance", "网格：最小的治理单元")
class Grid(Node):
    """网格."""

    number = shown("int", "Number within the community", "社区内编号", "3")
    name = shown("str", "Name", "名称", "昌乐路社区第三网格")
    households = shown("int", "Households", "户数", "320")
    residents = shown("int", "Residents", "人口", "860")
    longitude = shown("float | None", "Longitude, degrees", "经度（度）", "120.3551")
    latitude = shown("float | None", "Latitude, degrees", "纬度（度）", "36.0853")
    subdistrict = shown("Subdistrict", "The subdistrict", "所属街道")
    community = shown("Community", "The community", "所属社区")
    party_branches = connected("PartyBranch", "The party organisations that serve it", "服务该网格的党组织")
    needs = connected("Need", "Needs in the grid", "需求")
    projects = connected("Project", "Projects in the grid", "项目")
    topics = connected("Topic", "Topics in the grid", "议题")
