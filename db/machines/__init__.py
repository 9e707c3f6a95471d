"""The state machines of domain.md as data, by kind of object."""

from .claims import CLAIM
from .extensions import EXTENSION
from .machine import Action, Actor, Change, Clock, Guard, Length, Machine, Minutes, Owner, Until, WorkingDays
from .needs import NEED, RESOURCE
from .partners import ALLIANCE, MEMBERSHIP, PARTNER_UNIT
from .projects import PROJECT
from .topics import DELIBERATION, JOINT_MEETING, TOPIC
from .whistles import WHISTLE

MACHINES = {
    machine.subject: machine
    for machine in (
        TOPIC,
        DELIBERATION,
        JOINT_MEETING,
        NEED,
        RESOURCE,
        PROJECT,
        CLAIM,
        WHISTLE,
        PARTNER_UNIT,
        ALLIANCE,
        MEMBERSHIP,
        EXTENSION,
    )
}
BY_MODEL = {machine.model: machine for machine in MACHINES.values()}
ACTIONS = {action.name: action for machine in MACHINES.values() for action in machine.actions}

__all__ = [
    "ACTIONS",
    "BY_MODEL",
    "MACHINES",
    "Action",
    "Actor",
    "Change",
    "Clock",
    "Guard",
    "Length",
    "Machine",
    "Minutes",
    "Owner",
    "Until",
    "WorkingDays",
]
