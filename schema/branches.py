"""PartyBranch 党组织."""

from db import models

from .node import Party
from .reading import connected, entity
from .registry import shown


@entity(models.PartyBranch, "A party organisation, from the subdistrict's committee to a building's group", "党组织")
class PartyBranch(Party):
    """党组织."""

    level = shown("BranchLevel", "Level", "层级")
    subdistrict = shown("Subdistrict", "The subdistrict", "所属街道")
    parent = shown("PartyBranch | None", "The organisation above it", "上级党组织")
    children = connected("PartyBranch", "The organisations below it", "下级党组织")
    community = shown("Community | None", "The community that it serves", "所在社区")
    grid = shown("Grid | None", "The grid that it serves", "所在网格")
    needs = connected("Need", "Needs that it posted", "发布的需求")
    projects = connected("Project", "Projects that it leads", "牵头的项目")
    claims = connected("Claim", "Claims on its projects and by itself", "相关认领")
    topics = connected("Topic", "Topics that it is responsible for", "首接负责的议题")
    deliberations = connected("Deliberation", "Deliberations that it convened", "召集的协商会")
    joint_meetings = connected("JointMeeting", "Joint meetings that it convened", "召集的联席会议")
    whistles = connected("Whistle", "Whistles that it blew", "发起的吹哨")
    deadlines = connected("Deadline", "Deadlines that bind it", "责任时限")
    notices = connected("Notice", "Reminders, urgings and reports for it", "收到的提醒、催办与通报")
