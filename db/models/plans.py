"""MatchingPlan 匹配方案: which resource could serve which need, in the whole subdistrict, and what stays unserved."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint, func
from sqlalchemy.orm import Mapped, mapped_column

from .base import Base, Tenant, choice, to_account, to_many, to_one, to_subdistrict, within_tenant
from .states import PlanMethod, UnservedReason


class MatchingPlan(Tenant, Base):
    """匹配方案: never changed. `needs`, `resources` and `candidates` (pairs) count what it was made from.

    `total_score` adds up score x share of the need; `objective` is that less what is unfair, and what is won by
    reaching new grids; `greedy_objective` the same of the plan made by taking the best pair first. An optimal
    plan knows the `bound` that no plan exceeds, and its `gap` to it, relative to the objective, unless that is 0.
    """

    __tablename__ = "matching_plan"
    __table_args__ = (
        CheckConstraint("fairness >= 0 AND reach >= 0", name="weights_not_negative"),
        CheckConstraint("time_limit_seconds > 0", name="time_limit_positive"),
        CheckConstraint("candidates_per_need > 0", name="candidates_per_need_positive"),
        CheckConstraint("needs >= 0 AND resources >= 0 AND candidates >= 0", name="counts_not_negative"),
        CheckConstraint("(bound IS NULL) = (method = 'STABLE')", name="bound_by_method"),
        CheckConstraint("seconds >= 0", name="seconds_not_negative"),
        Index(None, "subdistrict_id", "created_at", "id"),
    )
    method: Mapped[PlanMethod] = mapped_column(choice(PlanMethod))
    fairness: Mapped[float]
    reach: Mapped[float]
    time_limit_seconds: Mapped[int]
    candidates_per_need: Mapped[int]
    needs: Mapped[int]
    resources: Mapped[int]
    candidates: Mapped[int]
    objective: Mapped[float]
    total_score: Mapped[float]
    greedy_objective: Mapped[float]
    bound: Mapped[float | None]
    gap: Mapped[float | None]
    proven: Mapped[bool]
    timed_out: Mapped[bool]
    seconds: Mapped[float]
    created_at: Mapped[datetime] = mapped_column(server_default=func.now())
    created_by: Mapped[UUID] = mapped_column(ForeignKey("account.id"))
    subdistrict = to_subdistrict("MatchingPlan")
    creator = to_account("MatchingPlan", "created_by")
    lines = to_many("MatchingPlan", "PlanLine", "plan_id")
    unserved_needs = to_many("MatchingPlan", "UnservedNeed", "plan_id")


class PlanLine(Tenant, Base):
    """方案条目: `quantity` in the need's unit, `resource_quantity` in the resource's; without a partner the subdistrict
    gives. Nothing of it changes, but that it is adopted once, as a claim."""

    __tablename__ = "plan_line"
    __table_args__ = (
        within_tenant("matching_plan", "plan_id"),
        within_tenant("need", "need_id"),
        within_tenant("resource", "resource_id"),
        within_tenant("partner_unit", "partner_id"),
        within_tenant("claim", "claim_id"),
        CheckConstraint("quantity > 0 AND resource_quantity > 0", name="quantities_positive"),
        CheckConstraint("score >= 0", name="score_not_negative"),
        CheckConstraint("ends_at > starts_at", name="window_in_order"),
        CheckConstraint("(starts_at IS NULL) = (ends_at IS NULL)", name="window_whole"),
        UniqueConstraint("subdistrict_id", "plan_id", "need_id", "resource_id"),
        UniqueConstraint("subdistrict_id", "claim_id"),
        Index(None, "subdistrict_id", "plan_id", "id"),
    )
    plan_id: Mapped[UUID]
    need_id: Mapped[UUID]
    resource_id: Mapped[UUID]
    partner_id: Mapped[UUID | None]
    quantity: Mapped[int]
    resource_quantity: Mapped[int]
    score: Mapped[float]
    because: Mapped[str]
    because_english: Mapped[str]
    starts_at: Mapped[datetime | None]
    ends_at: Mapped[datetime | None]
    claim_id: Mapped[UUID | None]
    subdistrict = to_subdistrict("PlanLine")
    plan = to_one("PlanLine", "MatchingPlan", "plan_id")
    need = to_one("PlanLine", "Need", "need_id")
    resource = to_one("PlanLine", "Resource", "resource_id")
    partner = to_one("PlanLine", "PartnerUnit", "partner_id")
    claim = to_one("PlanLine", "Claim", "claim_id")


class UnservedNeed(Tenant, Base):
    """未满足需求: how much of a need (in its unit) a plan gives to nobody, and why."""

    __tablename__ = "unserved_need"
    __table_args__ = (
        within_tenant("matching_plan", "plan_id"),
        within_tenant("need", "need_id"),
        CheckConstraint("quantity > 0", name="quantity_positive"),
        UniqueConstraint("subdistrict_id", "plan_id", "need_id"),
        Index(None, "subdistrict_id", "plan_id", "id"),
    )
    plan_id: Mapped[UUID]
    need_id: Mapped[UUID]
    quantity: Mapped[int]
    reason: Mapped[UnservedReason] = mapped_column(choice(UnservedReason))
    because: Mapped[str]
    because_english: Mapped[str]
    subdistrict = to_subdistrict("UnservedNeed")
    plan = to_one("UnservedNeed", "MatchingPlan", "plan_id")
    need = to_one("UnservedNeed", "Need", "need_id")
