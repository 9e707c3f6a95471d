"""Transition 流转."""

from db import models

from .node import Node
from .reading import entity
from .registry import shown


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
            "Topic": "topic",
            "Deliberation": "deliberation",
            "JointMeeting": "joint_meeting",
            "Whistle": "whistle",
            "Alliance": "alliance",
            "Membership": "membership",
            "Extension": "extension",
        },
    )
    from_status = shown("str | None", "State before; null at the beginning", "原状态，首次为空", "PROPOSED")
    to_status = shown("str", "State after", "新状态", "ACCEPTED")
    restricted = shown(
        "bool | None",
        "Set where the state stays: whether from now only its handling chain sees the object",
        "仅在状态不变时有值：对象此后是否仅经办方可见",
    )
    at = shown("datetime", "When", "时间")
    reason = shown("str", "Why", "原因")
    actor = shown("Account | None", "Who", "操作人")
