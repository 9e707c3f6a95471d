"""Fulfilment 兑现, Milestone 里程碑 and Evaluation 评价."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint, func
from sqlalchemy.orm import Mapped, mapped_column

from .base import Base, Tenant, Titled, choice, not_blank, to_account, to_one, to_subdistrict, within_tenant
from .handling import EvaluationSide


class Fulfilment(Tenant, Base):
    """兑现: a delivery on a claim, in the need's unit; a trigger keeps `Claim.delivered`,
    without what the receiving side returned."""

    __tablename__ = "fulfilment"
    __table_args__ = (
        within_tenant("claim", "claim_id"),
        CheckConstraint("quantity > 0", name="quantity_positive"),
        Index(None, "subdistrict_id", "claim_id", "id"),
        *not_blank("evidence"),
    )
    claim_id: Mapped[UUID]
    quantity: Mapped[int]
    delivered_on: Mapped[date]
    evidence: Mapped[str]
    returned: Mapped[bool] = mapped_column(server_default="false")
    created_at: Mapped[datetime] = mapped_column(server_default=func.now())
    created_by: Mapped[UUID | None] = mapped_column(ForeignKey("account.id"))
    subdistrict = to_subdistrict("Fulfilment")
    claim = to_one("Fulfilment", "Claim", "claim_id")
    creator = to_account("Fulfilment", "created_by")


class Milestone(Tenant, Titled, Base):
    """里程碑: a step of a project; it is done when it says so and shows it."""

    __tablename__ = "milestone"
    __table_args__ = (
        within_tenant("project", "project_id"),
        CheckConstraint(r"(done_on IS NULL) = (evidence !~ '\S')", name="done_with_evidence"),
        Index(None, "subdistrict_id", "project_id", "id"),
        *not_blank("title"),
    )
    project_id: Mapped[UUID]
    due_on: Mapped[date | None]
    done_on: Mapped[date | None]
    evidence: Mapped[str] = mapped_column(server_default="")
    done_by: Mapped[UUID | None] = mapped_column(ForeignKey("account.id"))
    project = to_one("Milestone", "Project", "project_id")
    doer = to_account("Milestone", "done_by")


class Evaluation(Tenant, Base):
    """评价: whether it is solved, whether those concerned are satisfied, 1 to 5; nobody rates themselves."""

    __tablename__ = "evaluation"
    __table_args__ = (
        within_tenant("claim", "claim_id"),
        within_tenant("topic", "topic_id"),
        within_tenant("need", "need_id"),
        CheckConstraint("score BETWEEN 1 AND 5", name="score_of_five"),
        CheckConstraint(
            "CASE side WHEN 'RESIDENT_RATES_OUTCOME' THEN topic_id WHEN 'OWNER_RATES_NEED' THEN need_id"
            " ELSE claim_id END IS NOT NULL AND num_nonnulls(claim_id, topic_id, need_id) = 1",
            name="subject_by_side",
        ),
        UniqueConstraint("subdistrict_id", "claim_id", "side"),
        UniqueConstraint("subdistrict_id", "topic_id", "created_by"),
        UniqueConstraint("subdistrict_id", "need_id"),
    )
    side: Mapped[EvaluationSide] = mapped_column(choice(EvaluationSide))
    claim_id: Mapped[UUID | None]
    topic_id: Mapped[UUID | None]
    need_id: Mapped[UUID | None]
    solved: Mapped[bool]
    satisfied: Mapped[bool]
    score: Mapped[int]
    comment: Mapped[str] = mapped_column(server_default="")
    created_at: Mapped[datetime] = mapped_column(server_default=func.now())
    created_by: Mapped[UUID] = mapped_column(ForeignKey("account.id"))
    subdistrict = to_subdistrict("Evaluation")
    claim = to_one("Evaluation", "Claim", "claim_id")
    topic = to_one("Evaluation", "Topic", "topic_id")
    need = to_one("Evaluation", "Need", "need_id")
    creator = to_account("Evaluation", "created_by")
