"""Mutations of joint meetings."""

import strawberry

from db.machines import topics as machine
from resolvers import meetings

from ..registry import make
from .changing import REASON, Fields, accepts, optional, payload, required, subject
from .doing import does

REQUIRED: Fields = {
    "title": ("str", "Title, up to 200 characters", "标题，最多 200 字", "第二季度党建联席会议"),
    "meets_at": ("datetime", "When, not in the past", "召开时间，不早于现在", "2030-06-01T09:00:00+08:00"),
    "items": ("list[AgendaItemInput]", "The needs and topics that it is about, 1 to 50", "议程，1 至 50 项"),
}
OPTIONAL: Fields = {
    "place": ("str", "Where", "地点", "街道党群服务中心"),
    "branch_id": ("ID", "The branch that convenes it; default: one's own", "召集的党组织；默认为本人所在党组织"),
}
ABOUT: Fields = {
    "topic_id": ("ID", "The topic; a topic or a need, not both", "议题；议题与需求二者填一"),
    "need_id": ("ID", "The need; a topic or a need, not both", "需求；议题与需求二者填一"),
}
ITEM: Fields = {"item_id": ("ID", "The item of the agenda", "议程项")}
OUTCOME: Fields = {"outcome": ("str", "What was decided on it, up to 5000 characters", "会议结果，最多 5000 字")}
REPORT: Fields = {"report": ("str", "What became of that, up to 5000 characters", "落实情况，最多 5000 字")}
HELD: Fields = {
    "minutes": ("str", "The minutes, up to 5000 characters", "会议纪要，最多 5000 字"),
    "outcomes": ("list[AgendaOutcomeInput]", "What was decided, on every item", "会议结果，逐项填写"),
}
REPORTED: Fields = {
    "at_id": (
        "ID",
        "The meeting at which it is reported: a later one of the same branch",
        "通报落实情况的会议：同一党组织此后召开的会议",
    ),
    "reports": ("list[AgendaReportInput]", "What became of it, of every item", "落实情况，逐项填写"),
}
THIS = subject("meeting", "联席会议")

payload(
    "MeetingPayload",
    "The joint meeting",
    "联席会议",
    {"meeting": ("JointMeeting", "The joint meeting as it is now", "联席会议的现状")},
)
make(
    strawberry.input,
    "AgendaItemInput",
    "A topic or a need to put on the agenda",
    "列入议程的议题或需求",
    optional(ABOUT),
)
make(strawberry.input, "AgendaOutcomeInput", "The outcome of an item", "一项议程的会议结果", required(ITEM | OUTCOME))
make(strawberry.input, "AgendaReportInput", "The report on an item", "一项议程的落实情况", required(ITEM | REPORT))
accepts("ConveneMeetingInput", "A joint meeting to call", "要召集的联席会议", required(REQUIRED), optional(OPTIONAL))
accepts("HoldMeetingInput", "The record of a joint meeting", "联席会议记录", THIS, required(HELD))
accepts("ReportMeetingInput", "What became of its outcomes", "落实情况通报", THIS, required(REPORTED))
accepts("CancelMeetingInput", "A joint meeting to call off", "要取消的联席会议", THIS, required(REASON))


@strawberry.type
class MeetingMutations:
    """Mutations of joint meetings."""

    convene_meeting = does(meetings.convene, machine.CONVENE_MEETING, "MeetingPayload")
    hold_meeting = does(meetings.hold, machine.HOLD_MEETING, "MeetingPayload")
    report_meeting = does(meetings.report, machine.REPORT_MEETING, "MeetingPayload")
    cancel_meeting = does(meetings.cancel, machine.CANCEL_MEETING, "MeetingPayload")
