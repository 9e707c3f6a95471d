"""Extension 延期、挂账: requests for time."""

from db.models import Extension
from db.models.handling import ExtensionStatus
from db.models.states import SubjectType

from . import actors, guards
from .machine import Action, Change, Machine

ASK = Action(
    name="ASK_EXTENSION",
    english="Ask for more working days before a deadline is over",
    chinese="到期前申请延期",
    sources=("",),
    targets=("ASKED",),
    actors=(actors.STARTING_LEADER, actors.STARTING_PARTNER),
)
APPROVE = Action(
    name="APPROVE_EXTENSION",
    english="Grant it: the deadline moves, or the topic is suspended",
    chinese="批准延期或挂账",
    sources=("ASKED",),
    targets=("APPROVED",),
    actors=(actors.DECIDER,),
    guards=(guards.NOT_ASKER, guards.CLOCK_RUNS),
)
REFUSE = Action(
    name="REFUSE_EXTENSION",
    english="Refuse it, with the reason",
    chinese="不予批准，说明原因",
    sources=("ASKED",),
    targets=("REFUSED",),
    actors=(actors.DECIDER,),
    guards=(guards.NOT_ASKER,),
)
EXTENSION = Machine(
    SubjectType.EXTENSION,
    Extension,
    ExtensionStatus,
    "Request for time",
    "延期与挂账申请",
    (ASK, APPROVE, REFUSE),
    changes=(Change(("",), ("ASKED",), "a suspension is asked for", "申请挂账"),),
)
