"""Whistle 吹哨 and the departments that it calls."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from .base import (
    Base,
    Dated,
    Described,
    Tenant,
    choice,
    not_blank,
    to_account,
    to_many,
    to_one,
    to_subdistrict,
    within_tenant,
)
from .handling import WhistleKind, WhistleStatus
from .states import BranchLevel


class Whistle(Tenant, Dated, Described, Base):
    """吹哨: a branch calls departments to what it cannot solve; `level` is that of the branch.

    `restricted` like the topic or need that it is about, by trigger.
    """

    __tablename__ = "whistle"
    __table_args__ = (
        within_tenant("party_branch", "branch_id"),
        within_tenant("community", "community_id"),
        within_tenant("topic", "topic_id"),
        within_tenant("need", "need_id"),
        CheckConstraint("rating BETWEEN 1 AND 5", name="rating_of_five"),
        CheckConstraint("(status = 'RATED') = (rating IS NOT NULL)", name="rated"),
        CheckConstraint(r"status NOT IN ('DONE', 'RATED') OR outcome ~ '\S'", name="done_with_outcome"),
        Index(None, "subdistrict_id", "status", "id"),
        Index(None, "subdistrict_id", "branch_id", "id"),
        Index(None, "subdistrict_id", "topic_id"),
        Index(None, "subdistrict_id", "need_id"),
        *not_blank("title"),
    )
    kind: Mapped[WhistleKind] = mapped_column(choice(WhistleKind))
    level: Mapped[BranchLevel] = mapped_column(choice(BranchLevel))
    branch_id: Mapped[UUID]
    community_id: Mapped[UUID | None]
    topic_id: Mapped[UUID | None]
    need_id: Mapped[UUID | None]
    site: Mapped[str | None]
    restricted: Mapped[bool] = mapped_column(server_default="false")
    approver_id: Mapped[UUID | None] = mapped_column(ForeignKey("account.id"))
    outcome: Mapped[str] = mapped_column(server_default="")
    rating: Mapped[int | None]
    comment: Mapped[str] = mapped_column(server_default="")
    status: Mapped[WhistleStatus] = mapped_column(choice(WhistleStatus))
    subdistrict = to_subdistrict("Whistle")
    branch = to_one("Whistle", "PartyBranch", "branch_id")
    community = to_one("Whistle", "Community", "community_id")
    topic = to_one("Whistle", "Topic", "topic_id")
    need = to_one("Whistle", "Need", "need_id")
    approver = to_account("Whistle", "approver_id")
    creator = to_account("Whistle", "created_by")
    departments = to_many("Whistle", "WhistleDepartment", "whistle_id")
    history = to_many("Whistle", "Transition", "subject_id")
    deadlines = to_many("Whistle", "Deadline", "subject_id")
    attachments = to_many("Whistle", "Attachment", "subject_id")


class WhistleDepartment(Tenant, Base):
    """主办与协办部门: a department that a whistle calls; exactly one leads."""

    __tablename__ = "whistle_department"
    __table_args__ = (
        within_tenant("whistle", "whistle_id"),
        within_tenant("partner_unit", "partner_id"),
        UniqueConstraint("subdistrict_id", "whistle_id", "partner_id"),
        Index("uq_whistle_department_lead", "subdistrict_id", "whistle_id", unique=True, postgresql_where=text("lead")),
        Index(None, "subdistrict_id", "partner_id", "id"),
    )
    whistle_id: Mapped[UUID]
    partner_id: Mapped[UUID]
    lead: Mapped[bool]
    reported_in_at: Mapped[datetime | None]
    whistle = to_one("WhistleDepartment", "Whistle", "whistle_id")
    partner = to_one("WhistleDepartment", "PartnerUnit", "partner_id")
