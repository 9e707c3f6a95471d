"""Deadline 时限, Extension 延期与挂账, Notice 提醒、催办、通报, and what a subdistrict sets: Policy, the calendar."""

from db import models

from .node import Node
from .reading import connected, entity
from .registry import shown
from .stateful import Stateful


@entity(models.Deadline, "By when something is due", "时限")
class Deadline(Node):
    """时限."""

    subject_type = shown("SubjectType", "Kind of the object", "对象类别")
    subject = shown(
        "Stateful | None",
        "The object that it is about",
        "对象",
        either={
            "Topic": "topic",
            "Need": "need",
            "Resource": "resource",
            "Claim": "claim",
            "Project": "project",
            "Whistle": "whistle",
            "Membership": "membership",
        },
    )
    kind = shown("DeadlineKind", "What is due", "时限类别")
    starts_at = shown("datetime", "From when it runs", "起算时间")
    working_days = shown("int | None", "How many working days it gives, where it counts in them", "工作日数", "7")
    raw_due_at = shown(
        "datetime", "When it was due at first, without what was approved since", "原定到期时间（不计获批的延期与挂账）"
    )
    due_at = shown("datetime", "When it is due, with what was approved", "到期时间（含获批的延期与挂账）")
    remind_at = shown("datetime | None", "When it reminds", "到期前提醒时间")
    urge_at = shown("datetime | None", "When it urges", "催办时间")
    report_at = shown("datetime | None", "When it is reported", "通报时间")
    suspended_at = shown("datetime | None", "Since when it stands still", "停止计时的时间")
    ended_at = shown("datetime | None", "When it ended; null while it runs", "终止时间，计时中为空")
    provisional = shown(
        "bool", "Whether it counts days of a year whose calendar is not filled in yet", "是否含日历未录入年份的日期"
    )
    status = shown("DeadlineStatus", "How it stands", "状态")
    subdistrict = shown("Subdistrict", "The subdistrict", "所属街道")
    branch = shown("PartyBranch | None", "The branch that it binds", "责任党组织")
    partner = shown("PartnerUnit | None", "The partner that it binds", "责任合伙人")
    extensions = connected("Extension", "Requests for time", "延期与挂账申请")
    notices = shown("list[Notice]", "The rungs of the ladder that it has reached", "已发出的提醒、催办与通报")


@entity(models.Extension, "A request for more time, or to stand still until a review", "延期与挂账申请")
class Extension(Stateful):
    """延期与挂账."""

    kind = shown("ExtensionKind", "What is asked", "申请类别")
    days = shown("int | None", "How many working days more", "延长的工作日数", "3")
    review_on = shown("date | None", "Until when to stand still", "复核日期")
    reason = shown("str", "Why", "申请理由")
    decided_at = shown("datetime | None", "When it was decided", "审批时间")
    status = shown("ExtensionStatus", "State", "状态")
    created_at = shown("datetime", "When it was asked", "申请时间")
    updated_at = shown("datetime", "When it was last changed", "更新时间")
    subdistrict = shown("Subdistrict", "The subdistrict", "所属街道")
    deadline = shown("Deadline | None", "The deadline", "时限")
    decider = shown("Account | None", "Who decided", "审批人")
    creator = shown("Account | None", "Who asked", "申请人")


@entity(
    models.Notice, "A reminder, urging or report that a deadline has led to; each once", "时限发出的提醒、催办或通报"
)
class Notice(Node):
    """通知."""

    kind = shown("NoticeKind", "Rung of the ladder", "级别")
    scheduled_at = shown("datetime", "When it was to be given", "应发时间")
    created_at = shown("datetime", "When it was given", "发出时间")
    subdistrict = shown("Subdistrict", "The subdistrict", "所属街道")
    deadline = shown("Deadline | None", "The deadline", "时限")
    branch = shown("PartyBranch | None", "The branch that it is for", "接收的党组织")
    partner = shown("PartnerUnit | None", "The partner that it is for", "接收的合伙人")


@entity(models.Policy, "The times that a subdistrict allows, in working days where it says days", "街道的时限规则")
class Policy(Node):
    """时限规则."""

    accept_days = shown("int", "To accept a topic", "议题受理（工作日）", "1")
    same_day_days = shown("int", "To handle what is due the same day; 0: today", "当日办结（工作日），0 为当天", "0")
    three_days = shown("int", "To handle what is due in three days", "三日办结（工作日）", "3")
    seven_days = shown("int", "To handle what is due in seven days", "七日办结（工作日）", "7")
    longest_days = shown(
        "int", "To handle a topic at the longest, extensions included", "含延期的最长时限（工作日）", "15"
    )
    consent_days = shown("int", "To answer a claim", "认领答复（工作日）", "3")
    delivery_days = shown("int", "To deliver what has no other date", "兑现（工作日），未约定日期时", "15")
    confirm_days = shown("int", "To confirm what was delivered", "兑现确认（工作日）", "5")
    report_in_minutes = shown("int", "To report in to an emergency, minutes", "应急报到（分钟）", "30")
    report_in_days = shown("int", "To report in to any other whistle", "其他吹哨报到（工作日）", "1")
    whistle_days = shown("int", "To handle a whistle", "吹哨处置（工作日）", "7")
    report_after_days = shown("int", "From the due time to the public report", "逾期至通报（工作日）", "5")
    updated_at = shown("datetime", "When it was last changed", "更新时间")
    subdistrict = shown("Subdistrict", "The subdistrict", "所属街道")
    required_roles = shown(
        "list[RequiredRole]", "Who must be at a deliberation, or it resolves nothing", "协商会必须到会的角色"
    )


@entity(models.RequiredRole, "A role without which no deliberation resolves anything", "协商会必须到会的角色")
class RequiredRole(Node):
    """必须到会的角色."""

    role = shown("AttendeeRole", "The role", "角色")
    policy = shown("Policy", "The policy", "时限规则")


@entity(models.CalendarYear, "A year whose holidays and make-up days are filled in", "已录入节假日与调休的年份")
class CalendarYear(Node):
    """日历年度."""

    year = shown("int", "The year", "年份", "2026")
    subdistrict = shown("Subdistrict", "The subdistrict", "所属街道")
    days = connected("CalendarDay", "Its holidays and make-up days", "节假日与调休日")


@entity(models.CalendarDay, "A holiday on a weekday, or a weekend day that is worked", "节假日，或调休上班日")
class CalendarDay(Node):
    """特殊日."""

    day = shown("date", "The day", "日期", "2026-10-01")
    working = shown("bool", "Whether it is worked", "是否上班")
    name = shown("str", "Name", "名称", "国庆节")
    year = shown("CalendarYear", "The year", "年度")
