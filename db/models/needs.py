"""Need 需求."""

from datetime import date
from uuid import UUID

from sqlalchemy import ARRAY, CheckConstraint, Enum, Index, Integer
from sqlalchemy.orm import Mapped, column_property, mapped_column

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
from .states import Category, NeedOwner, NeedStatus, PartnerKind, Priority

KINDS = ", ".join(f"'{kind}'" for kind in PartnerKind)


class Need(Tenant, Dated, Described, Base):
    """需求: what residents, a grid or a partner lack, in whole units.

    `claimed` is held by live claims, `planned` by the lines of live projects, `started` by claims under way or
    done, `fulfilled` by confirmed ones; triggers keep them, and the state that follows from them. What is not
    `divisible` is claimed whole; partners of `excluded_kinds` are not proposed for it. A `restricted`
    topic restricts it; then no partner claims it until a leader opens it.
    """

    __tablename__ = "need"
    __table_args__ = (
        within_tenant("party_branch", "branch_id"),
        within_tenant("partner_unit", "partner_id"),
        within_tenant("topic", "topic_id"),
        within_tenant("grid", "grid_id", "community_id", remote=("id", "community_id")),
        CheckConstraint("(owner = 'PARTNER') = (partner_id IS NOT NULL)", name="partner_by_owner"),
        CheckConstraint("(owner = 'PARTNER') = (branch_id IS NULL)", name="branch_by_owner"),
        within_tenant("community", "community_id"),
        within_tenant("subcategory", "subcategory_id"),
        CheckConstraint("grid_id IS NULL OR community_id IS NOT NULL", name="community_of_grid"),
        CheckConstraint("quantity > 0", name="quantity_positive"),
        CheckConstraint("quantity <= 1000000000", name="quantity_bounded"),
        CheckConstraint("claimed BETWEEN 0 AND quantity", name="claimed_within_quantity"),
        CheckConstraint("planned BETWEEN 0 AND quantity", name="planned_within_quantity"),
        CheckConstraint("fulfilled BETWEEN 0 AND started AND started <= claimed", name="delivery_within_claimed"),
        CheckConstraint("beneficiaries >= 0", name="beneficiaries_not_negative"),
        Index(None, "subdistrict_id", "status", "id"),
        Index(None, "subdistrict_id", "created_at", "id"),
        Index(None, "subdistrict_id", "title_key", "id"),
        Index(None, "subdistrict_id", "grid_id", "id"),
        Index(None, "subdistrict_id", "community_id", "id"),
        Index(None, "subdistrict_id", "branch_id", "id"),
        Index(None, "subdistrict_id", "partner_id", "id"),
        Index(None, "subdistrict_id", "topic_id"),
        Index(None, "subdistrict_id", "subcategory_id", "id"),
        CheckConstraint(f"excluded_kinds <@ ARRAY[{KINDS}]::varchar[]", name="excluded_kinds"),
        *not_blank("title", "unit"),
    )
    owner: Mapped[NeedOwner] = mapped_column(choice(NeedOwner))
    branch_id: Mapped[UUID | None]
    partner_id: Mapped[UUID | None]
    topic_id: Mapped[UUID | None]
    community_id: Mapped[UUID | None]
    grid_id: Mapped[UUID | None]
    category: Mapped[Category] = mapped_column(choice(Category))
    subcategory_id: Mapped[UUID | None]
    quantity: Mapped[int] = mapped_column(Integer)
    divisible: Mapped[bool] = mapped_column(server_default="true")
    unit: Mapped[str]
    claimed: Mapped[int] = mapped_column(Integer, server_default="0")
    planned: Mapped[int] = mapped_column(server_default="0")
    started: Mapped[int] = mapped_column(server_default="0")
    fulfilled: Mapped[int] = mapped_column(server_default="0")
    beneficiaries: Mapped[int | None]
    site: Mapped[str | None]
    needed_by: Mapped[date | None]
    priority: Mapped[Priority] = mapped_column(choice(Priority), server_default="NORMAL")
    excluded_kinds: Mapped[list[PartnerKind]] = mapped_column(
        ARRAY(Enum(PartnerKind, native_enum=False, length=32)), server_default="{}"
    )
    contact_name: Mapped[str | None]
    contact_phone: Mapped[str | None]
    restricted: Mapped[bool] = mapped_column(server_default="false")
    status: Mapped[NeedStatus] = mapped_column(choice(NeedStatus))
    remaining = column_property(quantity - claimed)
    subdistrict = to_subdistrict("Need")
    branch = to_one("Need", "PartyBranch", "branch_id")
    partner = to_one("Need", "PartnerUnit", "partner_id")
    community = to_one("Need", "Community", "community_id")
    topic = to_one("Need", "Topic", "topic_id")
    grid = to_one("Need", "Grid", "grid_id")
    subcategory = to_one("Need", "Subcategory", "subcategory_id")
    creator = to_account("Need", "created_by")
    lines = to_many("Need", "NeedLine", "need_id")
    claims = to_many("Need", "Claim", "need_id")
    evaluations = to_many("Need", "Evaluation", "need_id")
    history = to_many("Need", "Transition", "subject_id")
    deadlines = to_many("Need", "Deadline", "subject_id")
    attachments = to_many("Need", "Attachment", "subject_id")
