"""Claim 认领: two-way, with both consents."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from .base import Base, Dated, Tenant, choice, to_account, to_many, to_one, to_subdistrict, within_tenant
from .states import ClaimDirection, ClaimStatus

CONSENTED = "('ACCEPTED', 'ACTIVE', 'DELIVERED', 'CONFIRMED', 'DEFAULTED')"


class Claim(Tenant, Dated, Base):
    """认领: `quantity` in the need's unit, `resource_quantity` in the resource's.

    `delivered` is the sum of its fulfilments, kept by a trigger; a claim holds its quantity while it lives, and what
    was delivered once it has defaulted. The side that begins it consents by it; to what a plan proposes neither has.
    `receiver_id` is the partner whose need it serves; without one the branch receives. Without a partner the giver is
    the subdistrict, and its administrator consents on the partner's side.
    """

    __tablename__ = "claim"
    __table_args__ = (
        within_tenant("partner_unit", "partner_id"),
        within_tenant("party_branch", "branch_id"),
        within_tenant("need", "need_id"),
        within_tenant("need_line", "need_line_id", "project_id", "need_id", remote=("id", "project_id", "need_id")),
        within_tenant("resource", "resource_id"),
        within_tenant("partner_unit", "receiver_id"),
        CheckConstraint("(need_line_id IS NULL) = (project_id IS NULL)", name="project_of_line"),
        CheckConstraint(
            "CASE direction WHEN 'PARTNER_CLAIMS_NEED' THEN need_line_id IS NOT NULL AND partner_id IS NOT NULL"
            " ELSE resource_id IS NOT NULL END",
            name="subject_by_direction",
        ),
        CheckConstraint("(resource_id IS NULL) = (resource_quantity IS NULL)", name="quantity_of_resource"),
        CheckConstraint("quantity > 0", name="quantity_positive"),
        CheckConstraint("quantity <= 1000000000 AND resource_quantity <= 1000000000", name="quantity_bounded"),
        CheckConstraint("resource_quantity > 0", name="resource_quantity_positive"),
        CheckConstraint("delivered BETWEEN 0 AND quantity", name="delivered_within_quantity"),
        CheckConstraint(
            "CASE WHEN status IN ('DELIVERED', 'CONFIRMED') THEN delivered = quantity"
            " ELSE status IN ('ACTIVE', 'DEFAULTED') OR delivered = 0 END",
            name="delivered_by_status",
        ),
        CheckConstraint("ends_at > starts_at", name="window_in_order"),
        CheckConstraint(
            "(partner_consent_by IS NULL) = (partner_consent_at IS NULL)"
            " AND (branch_consent_by IS NULL) = (branch_consent_at IS NULL)",
            name="consent_who_and_when",
        ),
        CheckConstraint(
            f"status NOT IN {CONSENTED} OR (partner_consent_by IS NOT NULL AND branch_consent_by IS NOT NULL)",
            name="both_consents",
        ),
        CheckConstraint("partner_consent_by <> branch_consent_by", name="consents_of_two"),
        CheckConstraint(
            "CASE direction WHEN 'PARTNER_CLAIMS_NEED' THEN partner_consent_by"
            " WHEN 'BRANCH_CLAIMS_RESOURCE' THEN branch_consent_by ELSE created_by END IS NOT NULL",
            name="proposer_consents",
        ),
        Index(None, "subdistrict_id", "project_id", "id", postgresql_include=["status", "partner_id", "quantity"]),
        Index(None, "subdistrict_id", "partner_id", "id"),
        Index(None, "subdistrict_id", "branch_id", "id"),
        Index(None, "subdistrict_id", "need_id", "id"),
        Index(None, "subdistrict_id", "need_line_id", "id"),
        Index(None, "subdistrict_id", "resource_id", "id"),
        Index(None, "subdistrict_id", "receiver_id", "id"),
        Index(None, "subdistrict_id", "status", "id"),
        Index(
            "ix_claim_worked_together",
            "subdistrict_id",
            "branch_id",
            "partner_id",
            postgresql_where=text("status = 'CONFIRMED'"),
        ),
    )
    direction: Mapped[ClaimDirection] = mapped_column(choice(ClaimDirection))
    partner_id: Mapped[UUID | None]
    branch_id: Mapped[UUID]
    need_id: Mapped[UUID]
    need_line_id: Mapped[UUID | None]
    project_id: Mapped[UUID | None]
    resource_id: Mapped[UUID | None]
    receiver_id: Mapped[UUID | None]
    quantity: Mapped[int]
    resource_quantity: Mapped[int | None]
    delivered: Mapped[int] = mapped_column(server_default="0")
    plan: Mapped[str] = mapped_column(server_default="")
    starts_at: Mapped[datetime | None]
    ends_at: Mapped[datetime | None]
    partner_consent_by: Mapped[UUID | None] = mapped_column(ForeignKey("account.id"))
    partner_consent_at: Mapped[datetime | None]
    branch_consent_by: Mapped[UUID | None] = mapped_column(ForeignKey("account.id"))
    branch_consent_at: Mapped[datetime | None]
    expires_at: Mapped[datetime | None]
    status: Mapped[ClaimStatus] = mapped_column(choice(ClaimStatus))
    subdistrict = to_subdistrict("Claim")
    partner = to_one("Claim", "PartnerUnit", "partner_id")
    branch = to_one("Claim", "PartyBranch", "branch_id")
    need = to_one("Claim", "Need", "need_id")
    need_line = to_one("Claim", "NeedLine", "need_line_id")
    project = to_one("Claim", "Project", "project_id")
    resource = to_one("Claim", "Resource", "resource_id")
    receiver = to_one("Claim", "PartnerUnit", "receiver_id")
    partner_consenter = to_account("Claim", "partner_consent_by")
    branch_consenter = to_account("Claim", "branch_consent_by")
    creator = to_account("Claim", "created_by")
    fulfilments = to_many("Claim", "Fulfilment", "claim_id")
    evaluations = to_many("Claim", "Evaluation", "claim_id")
    history = to_many("Claim", "Transition", "subject_id")
    deadlines = to_many("Claim", "Deadline", "subject_id")
    attachments = to_many("Claim", "Attachment", "subject_id")
