"""Resource 资源."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, Integer
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
from .states import Category, ResourceForm, ResourceStatus


class Resource(Tenant, Dated, Described, Base):
    """资源: what a partner (or, without one, the subdistrict itself) can give, in whole units.

    `community_id` is its service area (none: the whole subdistrict), `grid_id` where in it the resource is. `claimed`
    is kept by triggers.
    """

    __tablename__ = "resource"
    __table_args__ = (
        within_tenant("partner_unit", "partner_id"),
        within_tenant("community", "community_id"),
        within_tenant("grid", "grid_id", "community_id", remote=("id", "community_id")),
        within_tenant("subcategory", "subcategory_id"),
        CheckConstraint("grid_id IS NULL OR community_id IS NOT NULL", name="community_of_grid"),
        CheckConstraint("quantity > 0", name="quantity_positive"),
        CheckConstraint("quantity <= 1000000000", name="quantity_bounded"),
        CheckConstraint("claimed BETWEEN 0 AND quantity", name="claimed_within_quantity"),
        CheckConstraint("available_until > available_from", name="window_in_order"),
        Index(None, "subdistrict_id", "status", "id"),
        Index(None, "subdistrict_id", "created_at", "id"),
        Index(None, "subdistrict_id", "title_key", "id"),
        Index(None, "subdistrict_id", "partner_id", "id"),
        Index(None, "subdistrict_id", "community_id", "id"),
        Index(None, "subdistrict_id", "subcategory_id", "id"),
        Index("ix_resource_subdistrict_id_grid_id", "subdistrict_id", "grid_id", "id"),
        *not_blank("title", "unit"),
    )
    partner_id: Mapped[UUID | None]
    community_id: Mapped[UUID | None]
    grid_id: Mapped[UUID | None]
    form: Mapped[ResourceForm] = mapped_column(choice(ResourceForm))
    category: Mapped[Category] = mapped_column(choice(Category))
    subcategory_id: Mapped[UUID | None]
    quantity: Mapped[int] = mapped_column(Integer)
    unit: Mapped[str]
    claimed: Mapped[int] = mapped_column(Integer, server_default="0")
    exclusive: Mapped[bool] = mapped_column(server_default="false")
    available_from: Mapped[datetime | None]
    available_until: Mapped[datetime | None]
    conditions: Mapped[str] = mapped_column(server_default="")
    status: Mapped[ResourceStatus] = mapped_column(choice(ResourceStatus))
    remaining = column_property(quantity - claimed)
    subdistrict = to_subdistrict("Resource")
    partner = to_one("Resource", "PartnerUnit", "partner_id")
    community = to_one("Resource", "Community", "community_id")
    grid = to_one("Resource", "Grid", "grid_id")
    subcategory = to_one("Resource", "Subcategory", "subcategory_id")
    creator = to_account("Resource", "created_by")
    claims = to_many("Resource", "Claim", "resource_id")
    history = to_many("Resource", "Transition", "subject_id")
    deadlines = to_many("Resource", "Deadline", "subject_id")
    attachments = to_many("Resource", "Attachment", "subject_id")
