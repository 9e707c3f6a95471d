"""What objects with states have in common: what can be done with them now, how they stood, how they came here."""

from enum import StrEnum

import strawberry

from db.machines import ACTIONS

from .descriptions import text
from .enums import described
from .node import Node
from .reading import connected
from .registry import argument, register, shown

described(
    StrEnum("Action", {name: name for name in ACTIONS}),  # type: ignore[arg-type]  # Enum's functional API
    "What can be done: the name of a mutation, in capitals",
    "可执行的操作：变更的名称，大写",
    **{name: (action.english, action.chinese) for name, action in ACTIONS.items()},
)


def _as_of() -> object:
    field = shown(
        "str | None",
        "The state that it had at a time; only for administrators, null before it was there",
        "某时刻的状态，仅管理员与审计员可见；当时尚不存在则为空",
        "PROPOSED",
        shows="state at a time",
    )
    field.arguments = [argument("at", "datetime", "The time", "时刻", "2026-06-01T08:30:00+08:00")]
    return field


@register
@strawberry.interface(description=text("Whatever has states", "有状态的对象"))
class Stateful(Node):
    """What has a machine in `db.machines`."""

    available_actions = shown(
        "list[Action]",
        "What you may do with it now, in the order of its way; nobody signed in may do anything",
        "您当前可对其执行的操作，按流程先后；未登录时为空",
        shows="actions",
    )
    as_of = _as_of()
    history = connected("Transition", "How it came to its state, the oldest first", "状态流转记录，按先后")
