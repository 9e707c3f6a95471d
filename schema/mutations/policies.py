"""Mutations of what a subdistrict sets for its deadlines."""

import strawberry

from resolvers import policies

from ..registry import make
from .changing import Fields, accepts, mutation, optional, payload, required

TIMES: Fields = {
    "accept_days": ("int", "To accept a topic, 1 to 250", "议题受理（工作日），1 至 250", "1"),
    "same_day_days": (
        "int",
        "To handle what is due the same day, 0 to 250; 0: today",
        "当日办结（工作日），0 至 250，0 为当天",
        "0",
    ),
    "three_days": ("int", "To handle what is due in three days, 1 to 250", "三日办结（工作日），1 至 250", "3"),
    "seven_days": ("int", "To handle what is due in seven days, 1 to 250", "七日办结（工作日），1 至 250", "7"),
    "longest_days": (
        "int",
        "To handle a topic at the longest, extensions included, 1 to 250",
        "含延期的最长时限（工作日），1 至 250",
        "15",
    ),
    "consent_days": ("int", "To answer a claim, 1 to 250", "认领答复（工作日），1 至 250", "3"),
    "delivery_days": (
        "int",
        "To deliver what has no other date, 1 to 250",
        "兑现（工作日），未约定日期时，1 至 250",
        "15",
    ),
    "confirm_days": ("int", "To confirm what was delivered, 1 to 250", "兑现确认（工作日），1 至 250", "5"),
    "report_in_minutes": (
        "int",
        "To report in to an emergency, 1 to 1440 minutes",
        "应急报到（分钟），1 至 1440",
        "30",
    ),
    "report_in_days": ("int", "To report in to any other whistle, 1 to 250", "其他吹哨报到（工作日），1 至 250", "1"),
    "whistle_days": ("int", "To handle a whistle, 1 to 250", "吹哨处置（工作日），1 至 250", "7"),
    "report_after_days": (
        "int",
        "From the due time to the public report, 1 to 250",
        "逾期至通报（工作日），1 至 250",
        "5",
    ),
}
ROLES: Fields = {
    "required_roles": (
        "list[AttendeeRole]",
        "Who must be at a deliberation: replaces those that must be now",
        "协商会必须到会的角色，整体替换",
    )
}
YEAR: Fields = {
    "year": ("int", "The year", "年份", "2027"),
    "days": (
        "list[CalendarDayInput]",
        "Holidays on weekdays and weekend days that are worked, 1 to 50; they replace those there",
        "工作日中的节假日与周末中的调休上班日，1 至 50 项，整体替换",
    ),
}
DAY: Fields = {
    "day": ("date", "The day, of this year", "日期，须在本年内", "2027-10-01"),
    "working": ("bool", "Whether it is worked", "是否上班", "false"),
}
NAME: Fields = {"name": ("str", "Name, up to 100 characters", "名称，最多 100 字", "国庆节")}

payload("PolicyPayload", "The policy", "时限规则", {"policy": ("Policy", "The policy as it is now", "时限规则的现状")})
payload(
    "CalendarPayload",
    "The year",
    "日历年度",
    {"calendar": ("CalendarYear", "The year as it is now", "日历年度的现状")},
)
make(
    strawberry.input,
    "CalendarDayInput",
    "A day that is not as the days of its week are",
    "节假日或调休上班日",
    required(DAY) | optional(NAME),
)
accepts(
    "SetPolicyInput",
    "What to set, in working days where it says days; for what begins from now",
    "要设置的时限，注明工作日的按工作日计；对此后起算的时限有效",
    optional(TIMES | ROLES),
)
accepts("SetCalendarYearInput", "The working days of a year", "年度工作日安排", required(YEAR))


@strawberry.type
class PolicyMutations:
    """Mutations of what a subdistrict sets for its deadlines."""

    set_policy = mutation(
        policies.set_policy,
        "SetPolicyInput",
        "PolicyPayload",
        "Set how long things may take, and who must be at a deliberation",
        "设置时限规则与协商会必须到会的角色",
    )
    set_calendar_year = mutation(
        policies.set_calendar_year,
        "SetCalendarYearInput",
        "CalendarPayload",
        "Enter the State Council's notice for a year; deadlines that were counted without it are counted anew",
        "录入国务院关于某年节假日安排的通知；此前未知该年安排的时限重新计算",
    )
