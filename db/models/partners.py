"""PartnerUnit 红色合伙人, its service areas, Alliance 党建联盟 and Membership."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, Integer, UniqueConstraint, text
from sqlalchemy.orm import Mapped, column_property, mapped_column

from .base import (
    Base,
    Dated,
    Named,
    Tenant,
    choice,
    not_blank,
    to_many,
    to_one,
    to_subdistrict,
    unique_name,
    within_tenant,
)
from .handling import AllianceStatus, MembershipStatus
from .states import PartnerKind, PartnerStatus


class PartnerUnit(Tenant, Dated, Named, Base):
    """红色合伙人; credit_code = 统一社会信用代码 (GB 32100-2015), capacity = live claims it can carry at once.

    `given` and `received` count the confirmed claims on its side and on its needs (双向服务), `defaulted` those
    that it left undelivered, `rated` and `rating_sum` how branches rated what it gave; triggers keep them.
    """

    __tablename__ = "partner_unit"
    __table_args__ = (
        UniqueConstraint("subdistrict_id", "credit_code"),
        unique_name("partner_unit"),
        Index(None, "subdistrict_id", "name_key", "id"),
        CheckConstraint("credit_code ~ '^[0-9A-HJ-NPQRTUWXY]{18}$'", name="credit_code_form"),
        CheckConstraint("capacity > 0", name="capacity_positive"),
        CheckConstraint("carrying BETWEEN 0 AND capacity", name="within_capacity"),
        CheckConstraint(
            "defaulted >= 0 AND rated >= 0 AND rating_sum BETWEEN rated AND 5 * rated", name="record_not_negative"
        ),
        Index(None, "subdistrict_id", "status", "id"),
        *not_blank("name"),
    )
    kind: Mapped[PartnerKind] = mapped_column(choice(PartnerKind))
    credit_code: Mapped[str | None]
    introduction: Mapped[str] = mapped_column(server_default="")
    liaison_name: Mapped[str | None]
    liaison_phone: Mapped[str | None]
    capacity: Mapped[int] = mapped_column(Integer, server_default="5")
    carrying: Mapped[int] = mapped_column(Integer, server_default="0")
    given: Mapped[int] = mapped_column(server_default="0")
    received: Mapped[int] = mapped_column(server_default="0")
    defaulted: Mapped[int] = mapped_column(server_default="0")
    rated: Mapped[int] = mapped_column(server_default="0")
    rating_sum: Mapped[int] = mapped_column(server_default="0")
    status: Mapped[PartnerStatus] = mapped_column(choice(PartnerStatus))
    free_capacity = column_property(capacity - carrying)
    subdistrict = to_subdistrict("PartnerUnit")
    service_areas = to_many("PartnerUnit", "ServiceArea", "partner_id")
    memberships = to_many("PartnerUnit", "Membership", "partner_id")
    resources = to_many("PartnerUnit", "Resource", "partner_id")
    needs = to_many("PartnerUnit", "Need", "partner_id")
    claims = to_many("PartnerUnit", "Claim", "partner_id")
    received_claims = to_many("PartnerUnit", "Claim", "receiver_id")
    whistle_calls = to_many("PartnerUnit", "WhistleDepartment", "partner_id")
    history = to_many("PartnerUnit", "Transition", "subject_id")
    attachments = to_many("PartnerUnit", "Attachment", "subject_id")


class ServiceArea(Tenant, Base):
    """服务区域: a community that a partner serves; a partner without any serves the whole subdistrict."""

    __tablename__ = "service_area"
    __table_args__ = (
        within_tenant("partner_unit", "partner_id"),
        within_tenant("community", "community_id"),
        UniqueConstraint("subdistrict_id", "partner_id", "community_id"),
    )
    partner_id: Mapped[UUID]
    community_id: Mapped[UUID]
    partner = to_one("ServiceArea", "PartnerUnit", "partner_id")
    community = to_one("ServiceArea", "Community", "community_id")


class Alliance(Tenant, Named, Base):
    """党建联盟: partners that agreed to work together; `branch_id` is the branch that founded and runs it."""

    __tablename__ = "alliance"
    __table_args__ = (
        within_tenant("party_branch", "branch_id"),
        unique_name("alliance"),
        *not_blank("name"),
    )
    purpose: Mapped[str] = mapped_column(server_default="")
    founded_on: Mapped[date | None]
    branch_id: Mapped[UUID | None]
    status: Mapped[AllianceStatus] = mapped_column(choice(AllianceStatus))
    subdistrict = to_subdistrict("Alliance")
    branch = to_one("Alliance", "PartyBranch", "branch_id")
    history = to_many("Alliance", "Transition", "subject_id")
    attachments = to_many("Alliance", "Attachment", "subject_id")
    memberships = to_many("Alliance", "Membership", "alliance_id")


class Membership(Tenant, Base):
    """联盟成员: a partner's membership in an alliance, by 共建协议, for a term."""

    __tablename__ = "membership"
    __table_args__ = (
        within_tenant("alliance", "alliance_id"),
        within_tenant("partner_unit", "partner_id"),
        Index(
            "uq_membership_live",
            "subdistrict_id",
            "alliance_id",
            "partner_id",
            unique=True,
            postgresql_where=text("status IN ('INVITED', 'APPLIED', 'JOINED')"),
        ),
        CheckConstraint(
            "(partner_consent_by IS NULL) = (partner_consent_at IS NULL)"
            " AND (alliance_consent_by IS NULL) = (alliance_consent_at IS NULL)",
            name="consent_who_and_when",
        ),
        CheckConstraint("partner_consent_by <> alliance_consent_by", name="consents_of_two"),
        CheckConstraint("ends_on > starts_on", name="term_in_order"),
        Index(None, "subdistrict_id", "partner_id"),
    )
    alliance_id: Mapped[UUID]
    partner_id: Mapped[UUID]
    agreement: Mapped[str] = mapped_column(server_default="")
    starts_on: Mapped[date]
    ends_on: Mapped[date | None]
    partner_consent_by: Mapped[UUID | None] = mapped_column(ForeignKey("account.id"))
    partner_consent_at: Mapped[datetime | None]
    alliance_consent_by: Mapped[UUID | None] = mapped_column(ForeignKey("account.id"))
    alliance_consent_at: Mapped[datetime | None]
    status: Mapped[MembershipStatus] = mapped_column(choice(MembershipStatus))
    subdistrict = to_subdistrict("Membership")
    alliance = to_one("Membership", "Alliance", "alliance_id")
    partner = to_one("Membership", "PartnerUnit", "partner_id")
    history = to_many("Membership", "Transition", "subject_id")
    deadlines = to_many("Membership", "Deadline", "subject_id")
    attachments = to_many("Membership", "Attachment", "subject_id")
