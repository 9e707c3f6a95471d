"""The enumerations of handling, each value with its Chinese name; `enums` has those of claiming."""

from db.models import handling

from .enums import described

TopicStatus = described(
    handling.TopicStatus,
    "State of a topic",
    "议题状态",
    SUBMITTED=("Submitted, waits for a branch to take it on", "已提交，待受理"),
    ACCEPTED=("Accepted: a branch is responsible", "已受理（首接负责）"),
    RETURNED=("Given back, with the reason", "已退回"),
    MERGED=("Merged into another topic", "已合并"),
    DELIBERATING=("Being deliberated", "协商中"),
    RESOLVED=("Resolved what to do", "已形成决议"),
    NEED_POSTED=("Posted as a need", "已转为需求发榜"),
    WHISTLED=("A whistle was blown for it", "已吹哨"),
    HANDLED=("Handled, not yet verified", "已办结，待核验"),
    VERIFIED=("Verified by another than the handler", "已核验"),
    CLOSED=("Closed after those concerned were asked", "已回访归档"),
    REWORK=("Being done again", "返工中"),
    REOPENED=("Open again: those concerned were not satisfied", "不满意，重新办理"),
    SUSPENDED=("Suspended until a review", "已挂账"),
)
Urgency = described(
    handling.Urgency,
    "Within how many working days a topic is to be handled, most urgent first",
    "紧急程度（办理时限），由急到缓",
    SAME_DAY=("The same day", "当日"),
    THREE_DAYS=("Three working days", "三个工作日"),
    SEVEN_DAYS=("Seven working days", "七个工作日"),
)
FollowUp = described(
    handling.FollowUp,
    "What those concerned said when they were asked afterwards",
    "回访结果",
    SATISFIED=("Satisfied", "满意"),
    DISSATISFIED=("Not satisfied", "不满意"),
    NO_ANSWER=("Asked, but did not answer", "未能联系或未答复"),
)
DeliberationStatus = described(
    handling.DeliberationStatus,
    "State of a deliberation",
    "协商会状态",
    CONVENED=("Convened", "已召集"),
    MINUTED=("Held, with minutes and resolution", "已形成纪要与决议"),
    CANCELLED=("Called off", "已取消"),
)
AttendeeRole = described(
    handling.AttendeeRole,
    "In what role somebody takes part in a deliberation",
    "参会身份",
    RESIDENT=("Resident", "居民"),
    OWNERS_COMMITTEE=("Owners' committee", "业主委员会"),
    PROPERTY_MANAGER=("Property manager", "物业负责人"),
    GRID_WORKER=("Grid worker", "网格员"),
    GRID_SECRETARY=("Grid-branch secretary", "网格党支部书记"),
    GRID_INSTRUCTOR=("Grid instructor", "网格指导员"),
    COMMUNITY_SECRETARY=("Community secretary", "社区书记"),
    PARTNER=("Red partner", "红色合伙人"),
    DEPARTMENT=("Department", "职能部门"),
    EXPERT=("Expert", "专家"),
    OTHER=("Anybody else", "其他"),
)
MeetingStatus = described(
    handling.MeetingStatus,
    "State of a joint meeting",
    "联席会议状态",
    CONVENED=("Convened", "已召集"),
    HELD=("Held, with minutes", "已召开"),
    REPORTED=("What came of it was reported at the next one", "已通报落实情况"),
    CANCELLED=("Called off", "已取消"),
)
WhistleKind = described(
    handling.WhistleKind,
    "Kind of a whistle",
    "吹哨类别",
    BEYOND_AUTHORITY=("Beyond the grid's authority", "超出网格权限"),
    JOINT_ENFORCEMENT=("Joint enforcement", "联合执法"),
    EMERGENCY=("Emergency: departments report in within minutes", "应急处置，限时报到"),
)
WhistleStatus = described(
    handling.WhistleStatus,
    "State of a whistle",
    "吹哨状态",
    RAISED=("Raised, waits for the principal officer", "已吹哨，待审批"),
    REFUSED=("Not approved", "未获批准"),
    APPROVED=("Approved", "已批准"),
    DISPATCHED=("Departments are called", "已分哨"),
    RETURNED=("Given back by the lead department, with the reason", "主办部门退回"),
    REPORTED_IN=("The lead department has reported in", "已报到"),
    HANDLING=("Being handled", "处置中"),
    DONE=("Done, not yet rated", "已办结，待评哨"),
    RATED=("Rated by the whistler", "已评哨"),
)
AllianceStatus = described(
    handling.AllianceStatus,
    "State of an alliance",
    "联盟状态",
    ACTIVE=("At work", "运行中"),
    DISSOLVED=("Dissolved", "已解散"),
)
MembershipStatus = described(
    handling.MembershipStatus,
    "State of a membership in an alliance",
    "联盟成员状态",
    INVITED=("Invited, waits for the partner", "已邀请，待合伙人答复"),
    APPLIED=("Applied, waits for the alliance", "已申请，待联盟答复"),
    JOINED=("Member", "已加入"),
    DECLINED=("Declined by the other side", "对方已婉拒"),
    LEFT=("Left before the end of the term", "已退出"),
    ENDED=("The term is over", "协议期满"),
)
ExtensionKind = described(
    handling.ExtensionKind,
    "What is asked of a deadline",
    "申请类别",
    EXTENSION=("More working days", "延期"),
    SUSPENSION=("To stand still until a review", "挂账"),
)
ExtensionStatus = described(
    handling.ExtensionStatus,
    "State of a request for time",
    "延期与挂账申请的状态",
    ASKED=("Asked for", "待审批"),
    APPROVED=("Granted", "已批准"),
    REFUSED=("Refused", "未获批准"),
)
DeadlineKind = described(
    handling.DeadlineKind,
    "What is due",
    "时限类别",
    ACCEPT_TOPIC=("To accept or return a topic", "议题受理"),
    HANDLE_TOPIC=("To handle a topic", "议题办理"),
    REVIEW_SUSPENSION=("To review a suspended topic", "挂账复核"),
    EXPIRE_NEED=("Until a need is no longer needed", "需求有效期"),
    EXPIRE_RESOURCE=("Until a resource is no longer available", "资源有效期"),
    ANSWER_CLAIM=("To answer a claim", "认领答复"),
    DELIVER_CLAIM=("To deliver what was claimed", "认领兑现"),
    CONFIRM_CLAIM=("To confirm what was delivered", "兑现确认"),
    FINISH_PROJECT=("To deliver a project", "项目交付"),
    REPORT_IN=("To report in to a whistle", "吹哨报到"),
    HANDLE_WHISTLE=("To handle a whistle", "吹哨处置"),
    END_MEMBERSHIP=("Until a membership's term is over", "联盟协议期限"),
)
DeadlineStatus = described(
    handling.DeadlineStatus,
    "How a deadline stands",
    "时限状态",
    RUNNING=("Running", "计时中"),
    SUSPENDED=("Stands still while its object is suspended", "挂账，停止计时"),
    MET=("Met", "按期完成"),
    LATE=("Done, but late", "逾期完成"),
    EXPIRED=("Over: its object has expired", "已到期失效"),
    CANCELLED=("Called off: nothing is due any more", "已取消"),
)
NoticeKind = described(
    handling.NoticeKind,
    "Rung of the ladder that a deadline has reached",
    "提醒的级别",
    REMINDER=("Reminder before it is due", "到期前提醒"),
    URGING=("Urging, the working day after", "次日催办"),
    REPORT=("Public report, five working days after", "逾期五个工作日通报"),
    EXPIRY=("Its object has expired", "到期失效通知"),
)
EvaluationSide = described(
    handling.EvaluationSide,
    "Who rates whom",
    "评价方向",
    BRANCH_RATES_PARTNER=("The side that received rates the side that gave", "接收方评价提供方"),
    PARTNER_RATES_BRANCH=("The side that gave rates the side that received", "提供方评价接收方"),
    RESIDENT_RATES_OUTCOME=("A resident rates what came of a topic", "居民评价议题办理结果"),
    OWNER_RATES_NEED=("Whose need it was rates how it was fulfilled", "需求方评价兑现情况"),
)
