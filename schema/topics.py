"""Topic 议题, Deliberation 协商会 and JointMeeting 联席会议."""

from db import models

from .node import Node
from .reading import connected, entity
from .registry import shown
from .stateful import Stateful


@entity(models.Topic, "A wish or a problem that somebody put before a grid", "议题：群众反映的愿望或问题")
class Topic(Stateful):
    """议题."""

    title = shown("str", "Title", "标题", "6 号楼楼道没有扶手")
    description = shown("str", "What is wished for, and why", "说明")
    site = shown("str | None", "Where", "地点", "金色年华小区 6 号楼")
    category = shown("Category", "What it is about", "类别")
    suggested_subcategory = shown(
        "Subcategory | None",
        "What its text seems to be about; none: nothing is recognised",
        "按文字推荐的小类，空为未能识别",
    )
    urgency = shown("Urgency", "Within how many working days it is to be handled", "紧急程度（办理时限）")
    restricted = shown("bool", "Whether only its handling chain sees it", "是否仅经办方可见")
    supporters = shown("int", "How many others want it too", "支持人数", "12")
    contact_name = shown("str | None", "Contact; only for the handling chain", "联系人，仅经办方可见")
    contact_phone = shown("str | None", "The contact's phone; only for the handling chain", "联系电话，仅经办方可见")
    outcome = shown("str", "What came of it", "办理结果")
    evidence = shown("str", "What shows it", "佐证说明")
    follow_up = shown("FollowUp | None", "What those concerned said afterwards", "回访结果")
    suspended_from = shown("str | None", "The state that its suspension interrupts", "挂账前的状态", "RESOLVED")
    review_on = shown("date | None", "When its suspension is reviewed", "挂账复核日期")
    status = shown("TopicStatus", "State", "状态")
    created_at = shown("datetime", "When it was submitted", "提交时间")
    updated_at = shown("datetime", "When it was last changed", "更新时间")
    subdistrict = shown("Subdistrict", "The subdistrict", "所属街道")
    branch = shown("PartyBranch", "The branch that is responsible for it", "首接负责的党组织")
    community = shown("Community | None", "The community", "所在社区")
    grid = shown("Grid | None", "The grid", "所在网格")
    reporter = shown("Account | None", "Who reported it", "反映人")
    handler = shown("Account | None", "Who handled it", "经办人")
    verifier = shown("Account | None", "Who verified it; never the handler", "核验人（经办人以外）")
    creator = shown("Account | None", "Who entered it", "录入人")
    merged_into = shown("Topic | None", "The topic that it was merged into", "并入的议题")
    duplicates = connected("Topic", "The topics that were merged into it", "并入此议题的重复议题")
    deliberations = connected("Deliberation", "Deliberations on it", "协商会")
    needs = connected("Need", "What it takes, posted as needs", "转成的需求")
    projects = connected("Project", "Projects for it", "相关项目")
    whistles = connected("Whistle", "Whistles blown for it", "吹哨")
    evaluations = connected("Evaluation", "How the outcome was rated", "办理结果评价")
    deadlines = connected("Deadline", "Its deadlines", "时限")
    attachments = connected("Attachment", "Its files", "附件")


@entity(models.Deliberation, "A meeting of those concerned about a topic", "协商会：就议题多方协商")
class Deliberation(Stateful):
    """协商会."""

    held_at = shown("datetime | None", "When they meet or met", "召开时间")
    place = shown("str | None", "Where", "地点", "社区议事厅")
    options = shown("str", "What could be done", "备选方案")
    resolution = shown("str", "What they resolved", "决议", "委托第三方加装扶手")
    minutes = shown("str", "The minutes", "会议纪要")
    status = shown("DeliberationStatus", "State", "状态")
    created_at = shown("datetime", "When it was convened", "召集时间")
    updated_at = shown("datetime", "When it was last changed", "更新时间")
    subdistrict = shown("Subdistrict", "The subdistrict", "所属街道")
    topic = shown("Topic | None", "The topic", "议题")
    branch = shown("PartyBranch", "The branch that convened it", "召集的党组织")
    creator = shown("Account | None", "Who convened it", "召集人")
    attendees = shown("list[Attendee]", "Who took part", "与会者")
    attachments = connected("Attachment", "Its files", "附件")


@entity(models.Attendee, "Somebody who took part in a deliberation", "与会者")
class Attendee(Node):
    """与会者."""

    role = shown("AttendeeRole", "In what role", "参会身份")
    name = shown("str | None", "Name; only for the branch that convened", "姓名，仅召集方可见")
    deliberation = shown("Deliberation | None", "The deliberation", "协商会")


@entity(models.JointMeeting, "A meeting on several needs and topics", "联席会议")
class JointMeeting(Stateful):
    """联席会议."""

    title = shown("str", "Title", "标题", "第二季度党建联席会议")
    meets_at = shown("datetime", "When", "召开时间")
    place = shown("str | None", "Where", "地点")
    minutes = shown("str", "The minutes", "会议纪要")
    status = shown("MeetingStatus", "State", "状态")
    created_at = shown("datetime", "When it was convened", "召集时间")
    updated_at = shown("datetime", "When it was last changed", "更新时间")
    subdistrict = shown("Subdistrict", "The subdistrict", "所属街道")
    branch = shown("PartyBranch", "The branch that convened it", "召集的党组织")
    reported_at = shown(
        "JointMeeting | None", "The meeting at which what came of it was reported", "通报落实情况的会议"
    )
    creator = shown("Account | None", "Who convened it", "召集人")
    items = connected("AgendaItem", "The needs and topics that it is about", "议程")
    attachments = connected("Attachment", "Its files", "附件")


@entity(models.AgendaItem, "A need or a topic that a joint meeting is about", "联席会议的一项议程")
class AgendaItem(Node):
    """议程."""

    outcome = shown("str", "What the meeting decided on it", "会议结果")
    report = shown("str", "What became of that, as reported at the next meeting", "落实情况通报")
    meeting = shown("JointMeeting", "The meeting", "联席会议")
    topic = shown("Topic | None", "The topic", "议题")
    need = shown("Need | None", "The need", "需求")
