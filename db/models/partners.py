"""PartnerUnit 红色合伙人, its service areas, Alliance 党建联盟 and Membership."""

from datetime import date
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, Integer, UniqueConstraint
from sqlalchemy.orm import Mapped, column_property, mapped_column

from .base import Base, Dated, Tenant, choice, not_blank, to_many, to_one, to_subdistrict, within_tenant
from .states import PartnerKind, PartnerStatus


class PartnerUnit(Tenant, Dated, Base):
    """红色合伙人; credit_code = 统一社会信用代码 (GB 32100-2015), capacity = live claims it can carry at once."""

    __tablename__ = "partner_unit"
    __table_args__ = (
        UniqueConstraint("subdistrict_id", "credit_code"),
        UniqueConstraint("subdistrict_id", "name"),
        CheckConstraint("credit_code ~ '^[0-9A-HJ-NPQRTUWXY]{18}$'", name="credit_code_form"),
        CheckConstraint("capacity > 0", name="capacity_positive"),
        CheckConstraint("carrying BETWEEN 0 AND capacity", name="within_capacity"),
        Index(None, "subdistrict_id", "status", "id"),
        *not_blank("name"),
    )
    name: Mapped[str]
    kind: Mapped[PartnerKind] = mapped_column(choice(PartnerKind))
    credit_code: Mapped[str | None]
    introduction: Mapped[str] = mapped_column(server_default="")
    liaison_name: Mapped[str | None]
    liaison_phone: Mapped[str | None]
    capacity: Mapped[int] = mapped_column(Integer, server_default="5")
    carrying: Mapped[int] = mapped_column(Integer, server_default="0")
    status: Mapped[PartnerStatus] = mapped_column(choice(PartnerStatus))
    free_capacity = column_property(capacity - carrying)
    subdistrict = to_subdistrict("PartnerUnit")
    service_areas = to_many("PartnerUnit", "ServiceArea", "partner_id")
    memberships = to_many("PartnerUnit", "Membership", "partner_id")
    resources = to_many("PartnerUnit", "Resource", "partner_id")
    needs = to_many("PartnerUnit", "Need", "partner_id")
    claims = to_many("PartnerUnit", "Claim", "partner_id")


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


class Alliance(Tenant, Base):
    """党建联盟: partners that agreed to work together."""

    __tablename__ = "alliance"
    __table_args__ = (UniqueConstraint("subdistrict_id", "name"), *not_blank("name"))
    name: Mapped[str]
    purpose: Mapped[str] = mapped_column(server_default="")
    founded_on: Mapped[date | None]
    subdistrict = to_subdistrict("Alliance")
    memberships = to_many("Alliance", "Membership", "alliance_id")


class Membership(Tenant, Base):
    """联盟成员: a partner's membership in an alliance, by 共建协议, for a term."""

    __tablename__ = "membership"
    __table_args__ = (
        within_tenant("alliance", "alliance_id"),
        within_tenant("partner_unit", "partner_id"),
        UniqueConstraint("subdistrict_id", "alliance_id", "partner_id"),
        CheckConstraint("ends_on > starts_on", name="term_in_order"),
        Index(None, "subdistrict_id", "partner_id"),
    )
    alliance_id: Mapped[UUID]
    partner_id: Mapped[UUID]
    agreement: Mapped[str] = mapped_column(server_default="")
    starts_on: Mapped[date]
    ends_on: Mapped[date | None]
    alliance = to_one("Membership", "Alliance", "alliance_id")
    partner = to_one("Membership", "PartnerUnit", "partner_id")
