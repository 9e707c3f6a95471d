"""Transition 流转."""

from typing import Annotated

import strawberry

from db import models

from .claims import Claim
from .descriptions import text
from .needs import Need
from .node import Node
from .partners import PartnerUnit
from .projects import Project
from .reading import entity
from .registry import TYPES, shown
from .resources import Resource

TYPES["Stateful"] = Annotated[
    Need | Resource | Project | Claim | PartnerUnit,
    strawberry.union("Stateful", description=text("Whatever has states", "有状态的对象")),
]


@entity(models.Transition, "A change of state; never altered, never removed", "流转：状态变更记录，不可更改")
class Transition(Node):
    """流转."""

    subject_type = shown("SubjectType", "Kind of the object", "对象类别")
    subject = shown(
        "Stateful | None",
        "The object",
        "对象",
        either={
            "Need": "need",
            "Resource": "resource",
            "Project": "project",
            "Claim": "claim",
            "PartnerUnit": "partner_unit",
        },
    )
    from_status = shown("str | None", "State before; null at the beginning", "原状态，首次为空", "PROPOSED")
    to_status = shown("str", "State after", "新状态", "ACCEPTED")
    at = shown("datetime", "When", "时间")
    reason = shown("str", "Why", "原因")
    actor = shown("Account | None", "Who", "操作人")
