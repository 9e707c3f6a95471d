"""Mutations of topics and their deliberations."""

import strawberry

from db.machines import topics as machine
from resolvers import deliberations, outcomes, restrictions, topics

from ..registry import make
from .changing import REASON, Fields, accepts, optional, payload, required, subject
from .doing import does

REQUIRED: Fields = {
    "title": ("str", "Title, up to 200 characters", "标题，最多 200 字", "6 号楼楼道加装扶手"),
    "category": (
        "Category",
        "What it is about; HARDSHIP restricts it to its chain, until unrestrictTopic",
        "类别；困难帮扶即仅经办方可见，直至 unrestrictTopic 解除",
    ),
}
OPTIONAL: Fields = {
    "description": ("str", "What is wished for and why, up to 5000 characters", "说明，最多 5000 字"),
    "site": ("str", "Where", "地点", "金色年华小区 6 号楼"),
    "urgency": (
        "Urgency",
        "Within how many working days it is to be handled; default SEVEN_DAYS, final once it is accepted",
        "紧急程度（办理时限）；默认七个工作日，受理后不能再改",
        "THREE_DAYS",
    ),
    "contact_name": ("str", "The resident to ask; shown to the handling chain only", "联系人，仅经办方可见"),
    "contact_phone": ("str", "The resident's phone; shown to the handling chain only", "联系电话，仅经办方可见"),
}
GRID: Fields = {"grid_id": ("ID", "The grid; default: that of one's own branch", "所在网格；默认为本人所在网格")}
INTO: Fields = {
    "into_id": ("ID", "The topic that stays: open, and one's own to lead", "保留的议题：未办结，且由本人负责")
}
TOPIC_ID: Fields = {"topic_id": ("ID", "The topic", "议题")}
HELD_AT: Fields = {"held_at": ("datetime", "When", "召开时间", "2030-06-01T19:00:00+08:00")}
OPTIONS: Fields = {"options": ("str", "What could be done, up to 5000 characters", "备选方案，最多 5000 字")}
PLACE: Fields = {"place": ("str", "Where", "地点", "社区议事厅")}
ATTENDEES: Fields = {"attendees": ("list[AttendeeInput]", "Who came, 1 to 50", "到会人员，1 至 50 人")}
RECORD: Fields = {
    "resolution": ("str", "What they resolved, up to 5000 characters", "决议，最多 5000 字", "委托第三方加装扶手"),
    "minutes": ("str", "The minutes, up to 5000 characters", "会议纪要，最多 5000 字"),
}
ROLE: Fields = {"role": ("AttendeeRole", "In what role", "参会身份", "OWNERS_COMMITTEE")}
NAME: Fields = {"name": ("str", "Name; shown to the branch that convened only", "姓名，仅召集方可见")}
OUTCOME: Fields = {"outcome": ("str", "What came of it, up to 5000 characters", "办理结果，最多 5000 字")}
EVIDENCE: Fields = {
    "evidence": ("str", "What shows it; may be left out when files are attached", "佐证说明；已上传附件时可省略")
}
FOLLOW_UP: Fields = {"follow_up": ("FollowUp", "What those concerned said when asked", "回访结果", "SATISFIED")}
THIS, MEETING = subject("topic", "议题"), subject("deliberation", "协商会")

payload("TopicPayload", "The topic", "议题", {"topic": ("Topic", "The topic as it is now", "议题的现状")})
payload(
    "DeliberationPayload",
    "The deliberation",
    "协商会",
    {"deliberation": ("Deliberation", "The deliberation as it is now", "协商会的现状")},
)
make(strawberry.input, "AttendeeInput", "Who came to a deliberation", "与会者", required(ROLE) | optional(NAME))
accepts("SubmitTopicInput", "A topic to submit", "要提交的议题", required(REQUIRED), optional(GRID | OPTIONAL))
accepts("EditTopicInput", "What to change in a topic", "要修改的议题内容", THIS, optional(REQUIRED | OPTIONAL))
accepts("SupportTopicInput", "A topic to support", "要支持的议题", THIS)
accepts("AcceptTopicInput", "A topic to accept", "要受理的议题", THIS)
accepts("ReturnTopicInput", "A topic to give back", "要退回的议题", THIS, required(REASON))
accepts("MergeTopicInput", "A duplicate", "重复的议题", THIS, required(INTO))
accepts(
    "ConveneDeliberationInput",
    "A deliberation to call",
    "要召集的协商会",
    required(TOPIC_ID),
    optional(HELD_AT | PLACE | OPTIONS),
)
accepts(
    "MinuteDeliberationInput",
    "The record of a deliberation; when and the options stay as convened where left out",
    "协商会记录；未填写的时间与备选方案以召集时为准",
    MEETING,
    required(ATTENDEES | RECORD),
    optional(HELD_AT | OPTIONS),
)
accepts("CancelDeliberationInput", "A deliberation to call off", "要取消的协商会", MEETING, required(REASON))
accepts("ResolveTopicInput", "A topic to resolve", "要形成决议的议题", THIS)
accepts("ReconsiderTopicInput", "A topic to find another way for", "要另作处置的议题", THIS, required(REASON))
accepts("HandleTopicInput", "What was done", "办理情况", THIS, required(OUTCOME), optional(EVIDENCE))
accepts("VerifyTopicInput", "A topic to verify", "要核验的议题", THIS)
accepts("ReworkTopicInput", "A topic to send back", "要返工的议题", THIS, required(REASON))
accepts("CloseTopicInput", "A topic to close", "要办结归档的议题", THIS, required(FOLLOW_UP))
accepts("ReopenTopicInput", "A topic to open again", "要重新办理的议题", THIS, required(REASON))
accepts("RestrictTopicInput", "A topic to restrict", "要限定知悉范围的议题", THIS, required(REASON))
accepts("UnrestrictTopicInput", "A topic to open", "要解除限定的议题", THIS, required(REASON))
accepts("ResumeTopicInput", "A suspended topic", "已挂账的议题", THIS)


@strawberry.type
class TopicMutations:
    """Mutations of topics and their deliberations."""

    submit_topic = does(topics.submit, machine.SUBMIT, "TopicPayload")
    edit_topic = does(topics.edit, machine.EDIT, "TopicPayload")
    support_topic = does(topics.support, machine.SUPPORT, "TopicPayload")
    accept_topic = does(topics.accept, machine.ACCEPT, "TopicPayload")
    return_topic = does(topics.give_back, machine.RETURN, "TopicPayload")
    merge_topic = does(topics.merge, machine.MERGE, "TopicPayload")
    convene_deliberation = does(deliberations.convene, machine.CONVENE, "DeliberationPayload")
    minute_deliberation = does(deliberations.minute, machine.MINUTE, "DeliberationPayload")
    cancel_deliberation = does(deliberations.cancel, machine.CANCEL_DELIBERATION, "DeliberationPayload")
    resolve_topic = does(topics.resolve, machine.RESOLVE, "TopicPayload")
    reconsider_topic = does(topics.reconsider, machine.RECONSIDER, "TopicPayload")
    handle_topic = does(outcomes.handle, machine.HANDLE, "TopicPayload")
    verify_topic = does(outcomes.verify, machine.VERIFY, "TopicPayload")
    rework_topic = does(outcomes.rework, machine.REWORK, "TopicPayload")
    close_topic = does(outcomes.close, machine.CLOSE, "TopicPayload")
    reopen_topic = does(outcomes.reopen, machine.REOPEN, "TopicPayload")
    resume_topic = does(outcomes.resume, machine.RESUME, "TopicPayload")
    restrict_topic = does(restrictions.restrict_topic, machine.RESTRICT, "TopicPayload")
    unrestrict_topic = does(restrictions.unrestrict_topic, machine.UNRESTRICT, "TopicPayload")
