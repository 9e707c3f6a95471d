"""The queries: pages of everything that the viewer may see, and single objects."""

import strawberry

from . import accounts, branches, claims, enums, needs, partners, places, projects, resources, transitions
from .descriptions import text
from .reading import found, listed
from .registry import argument

ENTITIES = (accounts, branches, claims, enums, needs, partners, places, projects, resources, transitions)


def _by_id(target: str, english: str, chinese: str) -> object:
    id_ = argument("id", "ID", "Its id", "编号")
    return found("id", f"{target} | None", english, chinese, id_)


@strawberry.type(description=text("What can be asked", "查询"))
class Query:
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
    subdistricts = listed("Subdistrict", "Subdistricts", "街道")
    communities = listed("Community", "Communities", "社区")
    grids = listed("Grid", "Grids", "网格")
    party_branches = listed("PartyBranch", "Party organisations", "党组织")
    partners = listed("PartnerUnit", "Red partners", "红色合伙人")
    alliances = listed("Alliance", "Alliances", "党建联盟")
    memberships = listed("Membership", "Memberships in alliances", "联盟成员身份")
    needs = listed("Need", "Needs", "需求清单")
    resources = listed("Resource", "Resources", "资源清单")
    projects = listed("Project", "Projects", "项目清单")
    need_lines = listed("NeedLine", "Lines of projects", "需求条目")
    claims = listed("Claim", "Claims", "认领")
    transitions = listed("Transition", "Changes of state", "状态流转")
    accounts = listed("Account", "Accounts", "账号")
