"""Transition 流转 (append-only) and the lifecycles that transitions must follow."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index, Text, func
from sqlalchemy.orm import Mapped, mapped_column

from .base import Base, Tenant, choice, to_account, to_one, to_subdistrict
from .states import SubjectType


class Transition(Tenant, Base):
    """流转: one change of state; written by triggers only, never changed, never removed.

    Where `restricted` is set the state stays: that mark of a topic or need was put on or taken off.
    """

    __tablename__ = "transition"
    __table_args__ = (Index(None, "subdistrict_id", "subject_id", "id"),)
    subject_type: Mapped[SubjectType] = mapped_column(choice(SubjectType))
    subject_id: Mapped[UUID]
    from_status: Mapped[str | None]
    to_status: Mapped[str]
    restricted: Mapped[bool | None]
    actor_id: Mapped[UUID | None] = mapped_column(ForeignKey("account.id"))
    at: Mapped[datetime] = mapped_column(server_default=func.now())
    reason: Mapped[str] = mapped_column(server_default="")
    subdistrict = to_subdistrict("Transition")
    actor = to_account("Transition", "actor_id")
    need = to_one("Transition", "Need", "subject_id")
    resource = to_one("Transition", "Resource", "subject_id")
    project = to_one("Transition", "Project", "subject_id")
    claim = to_one("Transition", "Claim", "subject_id")
    partner_unit = to_one("Transition", "PartnerUnit", "subject_id")
    topic = to_one("Transition", "Topic", "subject_id")
    deliberation = to_one("Transition", "Deliberation", "subject_id")
    joint_meeting = to_one("Transition", "JointMeeting", "subject_id")
    whistle = to_one("Transition", "Whistle", "subject_id")
    alliance = to_one("Transition", "Alliance", "subject_id")
    membership = to_one("Transition", "Membership", "subject_id")
    extension = to_one("Transition", "Extension", "subject_id")


class Lifecycle(Base):
    """状态机: every allowed change of state; `from_status` is empty for a state that an object may begin in."""

    __tablename__ = "lifecycle"
    subject_type: Mapped[SubjectType] = mapped_column(choice(SubjectType), primary_key=True)
    from_status: Mapped[str] = mapped_column(Text, primary_key=True)
    to_status: Mapped[str] = mapped_column(Text, primary_key=True)
