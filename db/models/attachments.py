"""Attachment 附件: a file that shows something, kept under its hash in the store."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Index, func
from sqlalchemy.orm import Mapped, mapped_column

from .base import Base, Named, Tenant, choice, not_blank, to_account, to_subdistrict
from .states import SubjectType


class Attachment(Tenant, Named, Base):
    """附件: what it is about, and where its bytes are (`sha256`)."""

    __tablename__ = "attachment"
    __table_args__ = (
        CheckConstraint("sha256 ~ '^[0-9a-f]{64}$'", name="sha256_form"),
        CheckConstraint("size > 0", name="size_positive"),
        Index(None, "subdistrict_id", "subject_id", "id"),
        *not_blank("name", "media_type"),
    )
    subject_type: Mapped[SubjectType] = mapped_column(choice(SubjectType))
    subject_id: Mapped[UUID]
    sha256: Mapped[str]
    media_type: Mapped[str]
    size: Mapped[int] = mapped_column(BigInteger)
    created_at: Mapped[datetime] = mapped_column(server_default=func.now())
    created_by: Mapped[UUID] = mapped_column(ForeignKey("account.id"))
    subdistrict = to_subdistrict("Attachment")
    creator = to_account("Attachment", "created_by")
