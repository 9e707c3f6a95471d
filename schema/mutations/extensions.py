"""Mutations of requests for time."""

import strawberry

from db.machines import extensions as machine
from db.machines import topics
from resolvers import extensions

from .changing import REASON, Fields, accepts, payload, required, subject
from .doing import does

DEADLINE: Fields = {"deadline_id": ("ID", "The deadline: one's own, and not over", "时限：须由本方负责且未到期")}
DAYS: Fields = {"days": ("int", "How many working days more, 1 to 250", "延长的工作日数，1 至 250", "3")}
TOPIC: Fields = {"topic_id": ("ID", "The topic that is to stand still", "要挂账的议题")}
REVIEW: Fields = {
    "review_on": ("date", "When to look at it again, not before today", "复核日期，不早于今天", "2030-06-30")
}
THIS = subject("extension", "申请")

payload(
    "ExtensionPayload",
    "The request",
    "申请",
    {"extension": ("Extension", "The request as it is now", "申请的现状")},
)
accepts("AskExtensionInput", "What time is asked for", "延期申请", required(DEADLINE | DAYS | REASON))
accepts("AskSuspensionInput", "What is to stand still", "挂账申请", required(TOPIC | REVIEW | REASON))
accepts("ApproveExtensionInput", "A request to grant", "要批准的申请", THIS)
accepts("RefuseExtensionInput", "A request to refuse", "不予批准的申请", THIS, required(REASON))


@strawberry.type
class ExtensionMutations:
    """Mutations of requests for time."""

    ask_extension = does(extensions.ask, machine.ASK, "ExtensionPayload")
    ask_suspension = does(extensions.ask_suspension, topics.ASK_SUSPENSION, "ExtensionPayload")
    approve_extension = does(extensions.approve, machine.APPROVE, "ExtensionPayload")
    refuse_extension = does(extensions.refuse, machine.REFUSE, "ExtensionPayload")
