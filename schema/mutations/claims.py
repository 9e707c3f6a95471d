"""Mutations of claims."""

import strawberry

from resolvers import answers, claims

from ..registry import make
from .changing import REASON, Fields, accepts, mutation, optional, payload, required, subject

QUANTITY: Fields = {"quantity": ("int", "How much, in whole units of the need", "数量，按需求的单位，整数", "5")}
USE: Fields = {
    "resource_quantity": (
        "int",
        "How much of the resource, in its units; default: as much as of the need, if both have the same unit",
        "占用资源的数量，按资源的单位；单位相同时默认与需求数量相同",
        "2",
    ),
    "starts_at": ("datetime", "From when the resource is used", "使用起始时间", "2030-06-01T09:00:00+08:00"),
    "ends_at": ("datetime", "Until when the resource is used", "使用截止时间", "2030-06-01T12:00:00+08:00"),
}
PLAN: Fields = {
    "plan": ("str", "How it is to be done, up to 5000 characters", "实施计划，最多 5000 字", "周末上门安装")
}
LINE: Fields = {"need_line_id": ("ID", "The project's line", "项目的需求条目")}
OWN: Fields = {"resource_id": ("ID", "The resource of one's own that it uses", "所使用的本单位资源")}
LINES: Fields = {
    "lines": (
        "list[ClaimLineInput]",
        "What is claimed, 1 to 50 lines of one project",
        "认领的条目，同一项目的 1 至 50 项",
    )
}
PROJECT: Fields = {"project_id": ("ID", "The project; must be that of the lines", "项目；须与条目所属项目一致")}
RESOURCE: Fields = {"resource_id": ("ID", "The resource", "资源")}
FOR: Fields = {
    "need_id": ("ID", "The need that it is for; may be left out with a line", "用于哪项需求；指明条目时可省略"),
    "need_line_id": ("ID", "The project's line that it is for", "用于项目的哪个需求条目"),
    "branch_id": (
        "ID",
        "The claiming branch; default: one's own, or that of the project or need",
        "认领的党组织；默认为本人所在党组织，或项目、需求所属党组织",
    ),
}
THIS = ("claim", "认领")

make(
    strawberry.input,
    "ClaimLineInput",
    "What a partner claims of one line of a project",
    "合伙人认领的一个条目",
    required(LINE | QUANTITY) | optional(OWN | USE),
)
payload("ClaimPayload", "The claim", "认领", {"claim": ("Claim", "The claim as it is now", "认领的现状")})
payload(
    "ClaimsPayload",
    "The claims",
    "认领",
    {"claims": ("list[Claim]", "The claims, in the order of the lines", "各项认领，依条目次序")},
)
accepts("ClaimProjectInput", "What a partner claims", "合伙人的认领", required(LINES), optional(PROJECT | PLAN))
accepts(
    "ClaimResourceInput",
    "What a branch claims",
    "党组织的认领",
    required(RESOURCE | QUANTITY),
    optional(FOR | USE | PLAN),
)
accepts("AcceptClaimInput", "A claim to accept", "要同意的认领", subject(*THIS))
accepts("DeclineClaimInput", "A claim to decline", "要婉拒的认领", subject(*THIS), required(REASON))
accepts("WithdrawClaimInput", "A claim to take back", "要撤回的认领", subject(*THIS), optional(REASON))


@strawberry.type
class ClaimMutations:
    """Mutations of claims."""

    claim_project = mutation(
        claims.claim_project,
        "ClaimProjectInput",
        "ClaimsPayload",
        "Claim lines of a project for one's partner: all of them, or none",
        "合伙人认领项目的需求条目：全部成功，或全部不成",
    )
    claim_resource = mutation(
        claims.claim_resource,
        "ClaimResourceInput",
        "ClaimPayload",
        "Claim a resource for a need, in the name of a branch",
        "党组织为某项需求认领资源",
    )
    accept_claim = mutation(
        answers.accept,
        "AcceptClaimInput",
        "ClaimPayload",
        "Agree to the other side's claim, or a plan's",
        "同意对方的认领或方案撮合的认领",
    )
    decline_claim = mutation(
        answers.decline,
        "DeclineClaimInput",
        "ClaimPayload",
        "Decline the other side's claim, or a plan's",
        "婉拒对方的认领或方案撮合的认领",
    )
    withdraw_claim = mutation(
        answers.withdraw,
        "WithdrawClaimInput",
        "ClaimPayload",
        "Take one's own side's claim, or a plan's, back",
        "撤回己方的认领或方案撮合的认领",
    )
