"""Account 账号, what was done for idempotency keys, and what a day's attachments come to."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, Computed, ForeignKey, Index, LargeBinary, func, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from .base import Base, choice, folded, not_blank, sort_key, to_one, to_subdistrict, within_tenant
from .states import Role

IN_BRANCH = "('GRID_WORKER', 'GRID_SECRETARY', 'GRID_INSTRUCTOR')"
IN_PARTNER = "('PARTNER_LIAISON', 'DEPARTMENT_OFFICER')"


class Account(Base):
    """账号: a login with one role and the scope that goes with it.

    Region administrators and auditors have a `code_prefix` (3702 青岛, 370203 市北); all others one subdistrict.
    `login_key` is the login whatever its case and width. Tokens count for the `epoch` they were issued in; triggers
    begin the next, at `epoch_at`.
    """

    __tablename__ = "account"
    __table_args__ = (
        within_tenant("community", "community_id", later=True),
        within_tenant("party_branch", "branch_id", later=True),
        within_tenant("partner_unit", "partner_id", later=True),
        CheckConstraint("(role IN ('REGION_ADMIN', 'AUDITOR')) = (code_prefix IS NOT NULL)", name="prefix_by_role"),
        CheckConstraint("(code_prefix IS NULL) = (subdistrict_id IS NOT NULL)", name="subdistrict_or_prefix"),
        CheckConstraint("code_prefix ~ '^[0-9]{2,9}$'", name="prefix_digits"),
        CheckConstraint(f"(role IN {IN_BRANCH}) = (branch_id IS NOT NULL)", name="branch_by_role"),
        CheckConstraint("(role = 'COMMUNITY_SECRETARY') = (community_id IS NOT NULL)", name="community_by_role"),
        CheckConstraint(f"(role IN {IN_PARTNER}) = (partner_id IS NOT NULL)", name="partner_by_role"),
        Index(None, "subdistrict_id", "id"),
        Index(None, "epoch_at", postgresql_where=text("epoch_at IS NOT NULL")),
        *not_blank("login", "display_name"),
    )
    id: Mapped[UUID] = mapped_column(primary_key=True, server_default=func.uuidv7())
    login: Mapped[str]
    login_key: Mapped[str] = mapped_column(Computed("fold_login(login)", persisted=True), unique=True)
    display_name: Mapped[str]
    display_name_key: Mapped[str] = sort_key("display_name")
    display_name_folded: Mapped[str | None] = folded("display_name")
    role: Mapped[Role] = mapped_column(choice(Role))
    subdistrict_id: Mapped[UUID | None] = mapped_column(ForeignKey("subdistrict.id"))
    community_id: Mapped[UUID | None]
    branch_id: Mapped[UUID | None]
    partner_id: Mapped[UUID | None]
    code_prefix: Mapped[str | None]
    password_hash: Mapped[str | None]
    oidc_subject: Mapped[str | None] = mapped_column(unique=True)
    disabled: Mapped[bool] = mapped_column(server_default="false")
    epoch: Mapped[int] = mapped_column(server_default="0")
    epoch_at: Mapped[datetime | None]
    created_at: Mapped[datetime] = mapped_column(server_default=func.now())
    subdistrict = to_subdistrict("Account")
    community = to_one("Account", "Community", "community_id")
    branch = to_one("Account", "PartyBranch", "branch_id")
    partner = to_one("Account", "PartnerUnit", "partner_id")


class IdempotencyKey(Base):
    """What a mutation that named a key has done: the ids of what it `shown`, one or a list, by the payload's field."""

    __tablename__ = "idempotency_key"
    account_id: Mapped[UUID] = mapped_column(ForeignKey("account.id"), primary_key=True)
    key: Mapped[str] = mapped_column(primary_key=True)
    request_hash: Mapped[bytes] = mapped_column(LargeBinary)
    shown: Mapped[dict[str, Any] | None] = mapped_column(JSONB)  # Any: as the docstring says
    created_at: Mapped[datetime] = mapped_column(server_default=func.now())


class AttachmentUse(Base):
    """How many attachments, of how many bytes, an account has added on its newest `day` with any."""

    __tablename__ = "attachment_use"
    __table_args__ = (CheckConstraint("files >= 0 AND bytes >= 0", name="not_negative"),)
    account_id: Mapped[UUID] = mapped_column(ForeignKey("account.id"), primary_key=True)
    day: Mapped[date]
    files: Mapped[int]
    bytes: Mapped[int] = mapped_column(BigInteger)
