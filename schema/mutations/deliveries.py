"""Mutations of the second half of a claim."""

import strawberry

from db.machines import claims as machine
from resolvers import deliveries

from .changing import REASON, Fields, accepts, optional, required, subject
from .doing import does

DELIVERY: Fields = {
    "quantity": ("int", "How much, in whole units of the need; not more than is left", "数量，按需求的单位，整数", "6"),
    "evidence": ("str", "What shows it, up to 5000 characters", "佐证说明，最多 5000 字", "照片三张，楼长签收单"),
}
DELIVERED_ON: Fields = {
    "delivered_on": ("date", "When; default: today, and not later", "交付日期，默认今天，不晚于今天", "2026-06-01")
}
THIS = subject("claim", "认领")

accepts("StartClaimInput", "A claim to begin", "要启动的认领", THIS)
accepts("DeliverClaimInput", "What was delivered", "交付情况", THIS, required(DELIVERY), optional(DELIVERED_ON))
accepts(
    "ReturnDeliveryInput", "A claim whose last delivery is not as promised", "要退回交付的认领", THIS, required(REASON)
)
accepts("ConfirmClaimInput", "A claim to confirm", "要确认兑现的认领", THIS)
accepts("DefaultClaimInput", "A claim that was not delivered", "未兑现的认领", THIS, required(REASON))


@strawberry.type
class DeliveryMutations:
    """Mutations of the second half of a claim."""

    start_claim = does(deliveries.start, machine.START, "ClaimPayload")
    deliver_claim = does(deliveries.deliver, machine.DELIVER, "ClaimPayload")
    return_delivery = does(deliveries.give_back, machine.RETURN, "ClaimPayload")
    confirm_claim = does(deliveries.confirm, machine.CONFIRM, "ClaimPayload")
    default_claim = does(deliveries.default, machine.DEFAULT, "ClaimPayload")
