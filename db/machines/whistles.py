"""Whistle 吹哨."""

from db.models import Policy, Whistle
from db.models.handling import DeadlineKind, WhistleKind, WhistleStatus
from db.models.states import SubjectType

from . import actors, guards
from .machine import Action, Clock, Machine, Minutes, WorkingDays, of_branch

AT_WORK = ("DISPATCHED", "REPORTED_IN", "HANDLING")


def report_in_time(whistle: Whistle, policy: Policy) -> Minutes | WorkingDays:
    """30 minutes in an emergency, else working days."""
    if whistle.kind is WhistleKind.EMERGENCY:
        return Minutes(policy.report_in_minutes)
    return WorkingDays(policy.report_in_days)


RAISE = Action(
    name="RAISE_WHISTLE",
    english="Call departments to what the grid cannot solve",
    chinese="吹哨",
    sources=("",),
    targets=("RAISED",),
    actors=(actors.STARTING_LEADER,),
)
APPROVE = Action(
    name="APPROVE_WHISTLE",
    english="Approve it, as principal officer",
    chinese="主要负责人审批吹哨",
    sources=("RAISED",),
    targets=("APPROVED",),
    actors=(actors.PRINCIPAL,),
    guards=(guards.OF_ANOTHER,),
)
REFUSE = Action(
    name="REFUSE_WHISTLE",
    english="Refuse it, with the reason",
    chinese="不予批准，说明原因",
    sources=("RAISED",),
    targets=("REFUSED",),
    actors=(actors.PRINCIPAL,),
)
DISPATCH = Action(
    name="DISPATCH_WHISTLE",
    english="Call the lead and the assisting departments",
    chinese="分哨：指定主办、协办部门",
    sources=("APPROVED", "RETURNED"),
    targets=("DISPATCHED",),
    actors=(actors.ADMINISTRATOR,),
)
RETURN = Action(
    name="RETURN_WHISTLE",
    english="Give it back as lead department, with the reason",
    chinese="主办部门退回，说明原因",
    sources=("DISPATCHED",),
    targets=("RETURNED",),
    actors=(actors.LEAD_OFFICER,),
)
REPORT_IN = Action(
    name="REPORT_IN",
    english="Report in as lead department",
    chinese="主办部门报到",
    sources=("DISPATCHED",),
    targets=("REPORTED_IN",),
    actors=(actors.LEAD_OFFICER,),
)
ASSIST = Action(
    name="ASSIST_WHISTLE",
    english="Report in as assisting department",
    chinese="协办部门报到",
    sources=AT_WORK,
    actors=(actors.ASSISTANT,),
    guards=(guards.NOT_REPORTED_IN,),
)
BEGIN = Action(
    name="BEGIN_WHISTLE",
    english="Begin to handle it",
    chinese="开始处置",
    sources=("REPORTED_IN",),
    targets=("HANDLING",),
    actors=(actors.LEAD_OFFICER,),
)
FINISH = Action(
    name="FINISH_WHISTLE",
    english="Report it done, with the outcome",
    chinese="处置完毕，报告结果",
    sources=("HANDLING",),
    targets=("DONE",),
    actors=(actors.LEAD_OFFICER,),
)
RATE = Action(
    name="RATE_WHISTLE",
    english="Rate it, as the whistler: 1 to 5",
    chinese="评哨：由吹哨方评 1 至 5 分",
    sources=("DONE",),
    targets=("RATED",),
    actors=(actors.LEADER,),
)

WHISTLE = Machine(
    SubjectType.WHISTLE,
    Whistle,
    WhistleStatus,
    "Whistle",
    "吹哨",
    (RAISE, APPROVE, REFUSE, DISPATCH, RETURN, REPORT_IN, ASSIST, BEGIN, FINISH, RATE),
    clocks=(
        Clock(
            DeadlineKind.REPORT_IN,
            ("DISPATCHED",),
            "for the lead department to report in",
            "主办部门报到时限",
            report_in_time,
            of_branch,
        ),
        Clock(
            DeadlineKind.HANDLE_WHISTLE,
            ("REPORTED_IN", "HANDLING"),
            "to be done",
            "处置时限",
            lambda whistle, policy: WorkingDays(policy.whistle_days),
            of_branch,
        ),
    ),
)
