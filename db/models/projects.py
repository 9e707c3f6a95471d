"""Project 项目 and its need lines."""

from datetime import date
from decimal import Decimal
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, Integer, Numeric, UniqueConstraint
from sqlalchemy.orm import Mapped, column_property, mapped_column

from .base import (
    Base,
    Dated,
    Tenant,
    Titled,
    choice,
    not_blank,
    to_account,
    to_many,
    to_one,
    to_subdistrict,
    within_tenant,
)
from .handling import FollowUp
from .states import ProjectStatus


class Project(Tenant, Dated, Titled, Base):
    """项目: answers one or more needs under a lead branch; budget in yuan. `restricted` like them."""

    __tablename__ = "project"
    __table_args__ = (
        within_tenant("party_branch", "branch_id"),
        within_tenant("topic", "topic_id"),
        within_tenant("community", "community_id"),
        within_tenant("grid", "grid_id", "community_id", remote=("id", "community_id")),
        CheckConstraint("grid_id IS NULL OR community_id IS NOT NULL", name="community_of_grid"),
        CheckConstraint("accepted_by <> delivered_by", name="accepter_is_another"),
        CheckConstraint("status <> 'CLOSED' OR follow_up IS NOT NULL", name="closed_with_follow_up"),
        CheckConstraint("budget >= 0", name="budget_not_negative"),
        Index(None, "subdistrict_id", "status", "id"),
        Index(None, "subdistrict_id", "created_at", "id"),
        Index(None, "subdistrict_id", "title_key", "id"),
        Index(None, "subdistrict_id", "grid_id", "id"),
        Index(None, "subdistrict_id", "community_id", "status"),
        Index(None, "subdistrict_id", "branch_id", "id"),
        Index(None, "subdistrict_id", "topic_id"),
        *not_blank("title"),
    )
    branch_id: Mapped[UUID]
    community_id: Mapped[UUID | None]
    grid_id: Mapped[UUID | None]
    topic_id: Mapped[UUID | None]
    goal: Mapped[str] = mapped_column(server_default="")
    deliverables: Mapped[str] = mapped_column(server_default="")
    budget: Mapped[Decimal | None] = mapped_column(Numeric(14, 2))
    planned_end: Mapped[date | None]
    approved_by: Mapped[UUID | None] = mapped_column(ForeignKey("account.id"))
    delivered_by: Mapped[UUID | None] = mapped_column(ForeignKey("account.id"))
    accepted_by: Mapped[UUID | None] = mapped_column(ForeignKey("account.id"))
    evidence: Mapped[str] = mapped_column(server_default="")
    restricted: Mapped[bool] = mapped_column(server_default="false")
    follow_up: Mapped[FollowUp | None] = mapped_column(choice(FollowUp))
    status: Mapped[ProjectStatus] = mapped_column(choice(ProjectStatus))
    subdistrict = to_subdistrict("Project")
    branch = to_one("Project", "PartyBranch", "branch_id")
    community = to_one("Project", "Community", "community_id")
    grid = to_one("Project", "Grid", "grid_id")
    creator = to_account("Project", "created_by")
    need_lines = to_many("Project", "NeedLine", "project_id")
    claims = to_many("Project", "Claim", "project_id")
    topic = to_one("Project", "Topic", "topic_id")
    approver = to_account("Project", "approved_by")
    deliverer = to_account("Project", "delivered_by")
    accepter = to_account("Project", "accepted_by")
    milestones = to_many("Project", "Milestone", "project_id")
    history = to_many("Project", "Transition", "subject_id")
    deadlines = to_many("Project", "Deadline", "subject_id")
    attachments = to_many("Project", "Attachment", "subject_id")


class NeedLine(Tenant, Base):
    """需求条目: how much of a need a project answers; what partners claim. `claimed` is kept by triggers."""

    __tablename__ = "need_line"
    __table_args__ = (
        within_tenant("project", "project_id"),
        within_tenant("need", "need_id"),
        UniqueConstraint("subdistrict_id", "project_id", "need_id"),
        UniqueConstraint("subdistrict_id", "id", "project_id", "need_id"),
        CheckConstraint("quantity > 0", name="quantity_positive"),
        CheckConstraint("quantity <= 1000000000", name="quantity_bounded"),
        CheckConstraint("claimed BETWEEN 0 AND quantity", name="claimed_within_quantity"),
        Index(None, "subdistrict_id", "need_id"),
    )
    project_id: Mapped[UUID]
    need_id: Mapped[UUID]
    quantity: Mapped[int] = mapped_column(Integer)
    claimed: Mapped[int] = mapped_column(Integer, server_default="0")
    remaining = column_property(quantity - claimed)
    subdistrict = to_subdistrict("NeedLine")
    project = to_one("NeedLine", "Project", "project_id")
    need = to_one("NeedLine", "Need", "need_id")
    claims = to_many("NeedLine", "Claim", "need_line_id")
