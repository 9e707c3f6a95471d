"""Topic 议题, Deliberation 协商会 and JointMeeting 联席会议."""

from db.models import Deliberation, JointMeeting, Policy, Topic
from db.models.handling import DeadlineKind, DeliberationStatus, MeetingStatus, TopicStatus, Urgency
from db.models.states import SubjectType

from . import actors, guards
from .machine import Action, Change, Clock, Machine, Until, WorkingDays, of_branch

DAYS = {Urgency.SAME_DAY: "same_day_days", Urgency.THREE_DAYS: "three_days", Urgency.SEVEN_DAYS: "seven_days"}
OPEN = ("SUBMITTED", "ACCEPTED", "DELIBERATING", "RESOLVED", "NEED_POSTED", "WHISTLED", "REWORK", "REOPENED")
WORKING = OPEN[1:]  # until it is handled
OVER = ("HANDLED", "VERIFIED", "CLOSED")


def handling_time(topic: Topic, policy: Policy) -> WorkingDays:
    """Working days by urgency."""
    return WorkingDays(getattr(policy, DAYS[topic.urgency]))


def _review(topic: Topic, policy: Policy) -> Until | None:
    return Until(topic.review_on) if topic.review_on else None


SUBMIT = Action(
    name="SUBMIT_TOPIC",
    english="Put a wish or a problem before the grid",
    chinese="提交议题",
    sources=("",),
    targets=("SUBMITTED",),
    actors=(actors.STARTING_REPORTER,),
)
EDIT = Action(
    name="EDIT_TOPIC",
    english="Change what it says, its category or urgency",
    chinese="修改议题",
    sources=OPEN,
    actors=(actors.POSTER,),
)
SUPPORT = Action(
    name="SUPPORT_TOPIC",
    english="Say that one wants it too",
    chinese="支持议题",
    sources=OPEN,
    actors=(actors.SUPPORTER,),
    guards=(guards.NEW_SUPPORTER,),
)
ACCEPT = Action(
    name="ACCEPT_TOPIC",
    english="Take it on: the branch is responsible from now",
    chinese="受理议题（首接负责）",
    sources=("SUBMITTED",),
    targets=("ACCEPTED",),
    actors=(actors.LEADER,),
)
RETURN = Action(
    name="RETURN_TOPIC",
    english="Give it back, with the reason",
    chinese="退回议题",
    sources=("SUBMITTED",),
    targets=("RETURNED",),
    actors=(actors.LEADER,),
)
MERGE = Action(
    name="MERGE_TOPIC",
    english="Merge a duplicate into another topic",
    chinese="合并重复议题",
    sources=("SUBMITTED", "ACCEPTED"),
    targets=("MERGED",),
    actors=(actors.LEADER,),
)
CONVENE = Action(
    name="CONVENE_DELIBERATION",
    english="Call those concerned together",
    chinese="召集协商会",
    sources=("ACCEPTED", "DELIBERATING", "REOPENED"),
    targets=("DELIBERATING",),
    actors=(actors.LEADER,),
)
RESOLVE = Action(
    name="RESOLVE_TOPIC",
    english="Adopt the resolution of its deliberation",
    chinese="形成决议",
    sources=("DELIBERATING",),
    targets=("RESOLVED",),
    actors=(actors.LEADER,),
    guards=(guards.RESOLUTION, guards.QUORATE),
)
POST_NEED = Action(
    name="POST_NEED_OF_TOPIC",
    english="Post what it takes as a need (postNeed with topicId)",
    chinese="将议题转为需求发榜（postNeed 填 topicId）",
    sources=("RESOLVED", "NEED_POSTED"),
    targets=("NEED_POSTED",),
    actors=(actors.POSTER,),
)
WHISTLE = Action(
    name="WHISTLE_FOR_TOPIC",
    english="Blow the whistle for it (raiseWhistle with topicId)",
    chinese="就议题吹哨（raiseWhistle 填 topicId）",
    sources=("RESOLVED",),
    targets=("WHISTLED",),
    actors=(actors.LEADER,),
)
RECONSIDER = Action(
    name="RECONSIDER_TOPIC",
    english="Look for another way, when its need or whistle came to nothing",
    chinese="需求或吹哨未成，另作处置",
    sources=("NEED_POSTED", "WHISTLED"),
    targets=("RESOLVED",),
    actors=(actors.LEADER,),
    guards=(guards.FAILED,),
)
HANDLE = Action(
    name="HANDLE_TOPIC",
    english="Report it handled, with evidence",
    chinese="办结议题，附佐证",
    sources=("NEED_POSTED", "WHISTLED", "REWORK", "REOPENED"),
    targets=("HANDLED",),
    actors=(actors.POSTER,),
    guards=(guards.SETTLED,),
)
VERIFY = Action(
    name="VERIFY_TOPIC",
    english="Verify on the spot, by another than the handler",
    chinese="核验办理结果（经办人以外的人）",
    sources=("HANDLED",),
    targets=("VERIFIED",),
    actors=(actors.VERIFIER,),
    guards=(guards.NOT_HANDLER, guards.SHOWN),
)
REWORK = Action(
    name="REWORK_TOPIC",
    english="Send it back to be done again, with the reason",
    chinese="返工",
    sources=("HANDLED", "VERIFIED"),
    targets=("REWORK",),
    actors=(actors.VERIFIER,),
    guards=(guards.NOT_HANDLER,),
)
CLOSE = Action(
    name="CLOSE_TOPIC",
    english="Close it with what those concerned said when asked",
    chinese="回访并办结归档",
    sources=("VERIFIED",),
    targets=("CLOSED",),
    actors=(actors.LEADER,),
    guards=(guards.SHOWN,),
)
REOPEN = Action(
    name="REOPEN_TOPIC",
    english="Open it again, when those concerned are not satisfied",
    chinese="不满意，重新办理",
    sources=("CLOSED",),
    targets=("REOPENED",),
    actors=(actors.REPORTER, actors.LEADER),
)
RATE = Action(
    name="RATE_TOPIC",
    english="Rate the outcome: solved, satisfied, 1 to 5",
    chinese="评价办理结果",
    sources=OVER,
    actors=(actors.RESIDENT,),
    guards=(guards.TOPIC_UNRATED,),
)
ASK_SUSPENSION = Action(
    name="ASK_SUSPENSION",
    english="Ask to suspend it until a review (approveExtension grants it)",
    chinese="申请挂账（由 approveExtension 批准）",
    sources=WORKING,
    actors=(actors.LEADER,),
)
RESUME = Action(
    name="RESUME_TOPIC",
    english="End its suspension; the clock goes on",
    chinese="结束挂账，恢复计时",
    sources=("SUSPENDED",),
    targets=WORKING,
    actors=(actors.LEADER,),
)
RESTRICT = Action(
    name="RESTRICT_TOPIC",
    english="Let only its handling chain see it, with the reason",
    chinese="限定知悉范围：仅经办方可见，说明原因",
    sources=tuple(TopicStatus),
    actors=(actors.LEADER,),
    guards=(guards.UNRESTRICTED,),
)
UNRESTRICT = Action(
    name="UNRESTRICT_TOPIC",
    english="Let others than its handling chain see it again, with the reason",
    chinese="解除知悉范围限定，说明原因",
    sources=tuple(TopicStatus),
    actors=(actors.LEADER,),
    guards=(guards.RESTRICTED,),
)

TOPIC = Machine(
    SubjectType.TOPIC,
    Topic,
    TopicStatus,
    "Topic",
    "议题",
    (
        SUBMIT,
        EDIT,
        SUPPORT,
        ACCEPT,
        RETURN,
        MERGE,
        CONVENE,
        RESOLVE,
        POST_NEED,
        WHISTLE,
        RECONSIDER,
        HANDLE,
        VERIFY,
        REWORK,
        CLOSE,
        REOPEN,
        RATE,
        ASK_SUSPENSION,
        RESUME,
        RESTRICT,
        UNRESTRICT,
    ),
    changes=(Change(WORKING, ("SUSPENDED",), "the suspension is approved", "挂账获批"),),
    clocks=(
        Clock(
            DeadlineKind.ACCEPT_TOPIC,
            ("SUBMITTED",),
            "to be accepted or returned",
            "受理时限",
            lambda topic, policy: WorkingDays(policy.accept_days),
            of_branch,
        ),
        Clock(
            DeadlineKind.HANDLE_TOPIC,
            (*WORKING, "SUSPENDED"),
            "to be handled, by urgency",
            "办理时限（按紧急程度）",
            handling_time,
            of_branch,
        ),
        Clock(
            DeadlineKind.REVIEW_SUSPENSION,
            ("SUSPENDED",),
            "to be reviewed",
            "挂账复核时限",
            _review,
            of_branch,
        ),
    ),
)

MINUTE = Action(
    name="MINUTE_DELIBERATION",
    english="Record who came, the resolution and the minutes",
    chinese="记录到会人员、决议与纪要",
    sources=("CONVENED",),
    targets=("MINUTED",),
    actors=(actors.LEADER,),
)
CANCEL_DELIBERATION = Action(
    name="CANCEL_DELIBERATION",
    english="Call it off",
    chinese="取消协商会",
    sources=("CONVENED",),
    targets=("CANCELLED",),
    actors=(actors.LEADER,),
)
DELIBERATION = Machine(
    SubjectType.DELIBERATION,
    Deliberation,
    DeliberationStatus,
    "Deliberation",
    "协商会",
    (MINUTE, CANCEL_DELIBERATION),
    changes=(Change(("",), ("CONVENED",), "it is convened for a topic", "为议题召集"),),
)

CONVENE_MEETING = Action(
    name="CONVENE_MEETING",
    english="Call a joint meeting on needs and topics",
    chinese="召集联席会议",
    sources=("",),
    targets=("CONVENED",),
    actors=(actors.STARTING_LEADER,),
)
HOLD_MEETING = Action(
    name="HOLD_MEETING",
    english="Record the minutes and what came of each item",
    chinese="记录纪要与各项议程结果",
    sources=("CONVENED",),
    targets=("HELD",),
    actors=(actors.LEADER,),
)
REPORT_MEETING = Action(
    name="REPORT_MEETING",
    english="Report at the next meeting what became of the outcomes",
    chinese="在下次会议上通报落实情况",
    sources=("HELD",),
    targets=("REPORTED",),
    actors=(actors.LEADER,),
)
CANCEL_MEETING = Action(
    name="CANCEL_MEETING",
    english="Call it off",
    chinese="取消联席会议",
    sources=("CONVENED",),
    targets=("CANCELLED",),
    actors=(actors.LEADER,),
)
JOINT_MEETING = Machine(
    SubjectType.JOINT_MEETING,
    JointMeeting,
    MeetingStatus,
    "Joint meeting",
    "联席会议",
    (CONVENE_MEETING, HOLD_MEETING, REPORT_MEETING, CANCEL_MEETING),
)
