"""The state machines of domain.md as data: per kind of object, each state and the states that may follow it.

The empty state stands for an object that is not there yet. Migrations carry the same pairs into the table
`lifecycle`, which a trigger consults on every change; a test holds both equal.
"""

from .states import SubjectType

CLAIMABLE = ("PARTLY_CLAIMED", "FULLY_CLAIMED")

LIFECYCLES: dict[SubjectType, dict[str, tuple[str, ...]]] = {
    SubjectType.NEED: {
        "": ("DRAFT", "POSTED"),
        "DRAFT": ("POSTED", "WITHDRAWN"),
        "POSTED": (*CLAIMABLE, "EXPIRED", "WITHDRAWN"),
        "PARTLY_CLAIMED": ("POSTED", "FULLY_CLAIMED"),
        "FULLY_CLAIMED": ("POSTED", "PARTLY_CLAIMED", "IN_DELIVERY"),
        "IN_DELIVERY": ("FULFILLED",),
        "FULFILLED": ("EVALUATED",),
    },
    SubjectType.RESOURCE: {
        "": ("DRAFT", "OFFERED"),
        "DRAFT": ("OFFERED", "WITHDRAWN"),
        "OFFERED": (*CLAIMABLE, "PAUSED", "WITHDRAWN", "EXPIRED"),
        "PARTLY_CLAIMED": ("OFFERED", "FULLY_CLAIMED", "PAUSED"),
        "FULLY_CLAIMED": ("OFFERED", "PARTLY_CLAIMED", "PAUSED"),
        "PAUSED": ("OFFERED", *CLAIMABLE, "WITHDRAWN", "EXPIRED"),
    },
    SubjectType.PROJECT: {
        "": ("PLANNED",),
        "PLANNED": ("APPROVED", "TERMINATED"),
        "APPROVED": ("RUNNING", "TERMINATED"),
        "RUNNING": ("DELIVERED", "PAUSED", "TERMINATED"),
        "PAUSED": ("RUNNING", "TERMINATED"),
        "DELIVERED": ("ACCEPTED",),
        "ACCEPTED": ("CLOSED",),
    },
    SubjectType.CLAIM: {
        "": ("PROPOSED",),
        "PROPOSED": ("ACCEPTED", "DECLINED", "WITHDRAWN", "EXPIRED"),
        "ACCEPTED": ("ACTIVE", "WITHDRAWN", "DEFAULTED"),
        "ACTIVE": ("DELIVERED", "DEFAULTED"),
        "DELIVERED": ("CONFIRMED",),
    },
    SubjectType.PARTNER_UNIT: {
        "": ("APPLIED",),
        "APPLIED": ("ADMITTED", "REJECTED"),
        "ADMITTED": ("SUSPENDED", "EXITED"),
        "SUSPENDED": ("ADMITTED", "EXITED"),
    },
}
