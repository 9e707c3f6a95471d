"""MatchingPlan 匹配方案, its lines, and the needs that it leaves unserved."""

from db import models

from .node import Node
from .reading import connected, entity
from .registry import shown


@entity(
    models.MatchingPlan,
    "A plan of the whole subdistrict: which resource could serve which need; seen by administrators and auditors",
    "匹配方案：全街道哪项资源服务哪项需求，仅管理员与审计员可见",
)
class MatchingPlan(Node):
    """匹配方案."""

    method = shown("PlanMethod", "How it was made", "算法")
    fairness = shown(
        "float", "What is lost for every claim by which a partner exceeds its allowance", "公平权重", "0.2"
    )
    reach = shown("float", "What is won for every grid served for the first time", "覆盖权重", "0.3")
    time_limit_seconds = shown("int", "How long it might take, seconds", "计算时限（秒）", "20")
    candidates_per_need = shown("int", "How many resources were considered for each need", "每项需求的候选资源数", "20")
    needs = shown("int", "How many needs were open", "待满足的需求数")
    resources = shown("int", "How many resources could serve any of them", "候选资源数")
    candidates = shown("int", "How many pairs of a need and a resource could be made", "候选配对数")
    objective = shown("float", "What it is worth: its total, less what is unfair, and the grids reached", "目标值")
    total_score = shown("float", "The sum of score x share of the need over its lines", "总得分")
    greedy_objective = shown(
        "float", "The objective of the plan made by taking the best pair first", "贪心方案（先取最优配对）的目标值"
    )
    bound = shown("float | None", "The objective that no plan exceeds; only of optimal plans", "目标值上界，仅整体最优")
    gap = shown(
        "float | None",
        "Its distance to the bound, relative to the objective, if that is not 0",
        "与上界的相对差距，目标值为 0 时为空",
        "0.00001",
    )
    proven = shown("bool", "Whether no plan can be better by more than the gap asked for", "是否已证明最优")
    timed_out = shown("bool", "Whether time ran out before that", "是否因超时停止")
    seconds = shown("float", "How long it took, seconds", "计算用时（秒）")
    created_at = shown("datetime", "When it was made", "生成时间")
    subdistrict = shown("Subdistrict", "The subdistrict", "所属街道")
    creator = shown("Account | None", "Who asked for it", "生成人")
    lines = connected("PlanLine", "What it proposes", "方案条目")
    unserved_needs = connected("UnservedNeed", "What it leaves unserved, and why", "未满足的需求及原因")


@entity(models.PlanLine, "A resource that a plan proposes for a need", "方案条目：一项资源服务一项需求")
class PlanLine(Node):
    """方案条目."""

    quantity = shown("int", "How much, in the need's unit", "数量（按需求的单位）", "20")
    resource_quantity = shown("int", "How much of the resource, in its unit", "占用资源的数量（按资源的单位）", "20")
    score = shown("float", "How well they fit, 0 to 1", "匹配得分，0 至 1", "0.83")
    because = shown("str", "Why they fit, in Chinese", "匹配理由（中文）")
    because_english = shown("str", "Why they fit, in English", "匹配理由（英文）")
    starts_at = shown("datetime | None", "From when an exclusive resource is used", "独占资源的使用起始时间")
    ends_at = shown("datetime | None", "Until when an exclusive resource is used", "独占资源的使用截止时间")
    subdistrict = shown("Subdistrict", "The subdistrict", "所属街道")
    plan = shown("MatchingPlan | None", "The plan", "方案")
    need = shown("Need | None", "The need", "需求")
    resource = shown("Resource | None", "The resource", "资源")
    partner = shown(
        "PartnerUnit | None", "The partner that gives; none: the subdistrict itself", "合伙人，空为街道自身"
    )
    claim = shown("Claim | None", "The claim that it was adopted as; none until then", "采纳后生成的认领，未采纳为空")


@entity(models.UnservedNeed, "A need, or a part of it, that a plan gives to nobody", "方案未满足的需求")
class UnservedNeed(Node):
    """未满足需求."""

    quantity = shown("int", "How much is missing, in the need's unit", "缺少的数量（按需求的单位）", "6")
    reason = shown("UnservedReason", "Why", "原因")
    because = shown("str", "Why, with the numbers, in Chinese", "原因说明（中文）")
    because_english = shown("str", "Why, with the numbers, in English", "原因说明（英文）")
    subdistrict = shown("Subdistrict", "The subdistrict", "所属街道")
    plan = shown("MatchingPlan | None", "The plan", "方案")
    need = shown("Need | None", "The need", "需求")
