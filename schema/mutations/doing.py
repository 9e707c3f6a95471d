"""The mutation of an action: named, and told, as its state machine declares it."""

from typing import Any

from db.machines import Action
from resolvers.writing import Operation

from .changing import mutation


def does(operation: Operation, action: Action, gives: str) -> Any:  # Any: a class attribute
    """A root field that does an action; its input is named after it (ACCEPT_TOPIC takes `AcceptTopicInput`)."""
    name = "".join(word.capitalize() for word in action.name.split("_"))
    return mutation(operation, f"{name}Input", gives, action.english, action.chinese)
