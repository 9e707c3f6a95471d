"""Mutations of matching plans."""

import strawberry

from db.machines import claims as machine
from resolvers import matching_plans, plan_adoptions

from .changing import Fields, accepts, mutation, optional, payload, required
from .doing import does

OPTIONS: Fields = {
    "fairness": (
        "float",
        "What is lost for every claim by which a partner exceeds its allowance, 0 to 10; default 0.2",
        "公平权重：合伙人承接数每超出应承担份额一项所减的分值，0 至 10；默认 0.2",
        "0.2",
    ),
    "reach": (
        "float",
        "What is won for every grid served for the first time, 0 to 10; default 0.3",
        "覆盖权重：每首次服务一个网格所加的分值，0 至 10；默认 0.3",
        "0.3",
    ),
    "time_limit_seconds": (
        "int",
        "How long it may take, 1 to 60 seconds; default 20",
        "时限，1 至 60 秒；默认 20",
        "20",
    ),
    "candidates_per_need": (
        "int",
        "How many resources to consider for each need, 1 to 50; default 20",
        "每项需求考虑的候选资源数，1 至 50；默认 20",
        "20",
    ),
    "stable": (
        "bool",
        "Make the stable plan, not the best for all together; default false",
        "生成双向稳定方案，而非整体最优方案；默认否",
    ),
}
PLAN: Fields = {"plan_id": ("ID", "The plan", "方案")}
LINES: Fields = {
    "line_ids": (
        "list[ID]",
        "The lines to adopt, up to 200 of the plan; default: all that are not adopted yet, in their order",
        "要采纳的条目，同一方案的至多 200 项；默认为全部未采纳的条目，依其次序",
    )
}

payload(
    "PlanPayload", "The plan", "方案", {"plan": ("MatchingPlan", "The plan, which never changes", "方案，不再变动")}
)
accepts("ProposePlanInput", "What to plan by", "生成方案的参数", optional(OPTIONS))
accepts("AdoptPlanInput", "What to adopt of a plan", "要采纳的方案条目", required(PLAN), optional(LINES))


@strawberry.type
class MatchingPlanMutations:
    """Mutations of matching plans."""

    propose_plan = mutation(
        matching_plans.propose,
        "ProposePlanInput",
        "PlanPayload",
        "Plan the subdistrict: which resource could serve which need; nothing is claimed by it",
        "生成全街道的匹配方案，不产生认领",
    )
    adopt_plan = does(plan_adoptions.adopt, machine.ADOPT_PLAN, "ClaimsPayload")
