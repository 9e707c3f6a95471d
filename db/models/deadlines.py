"""Deadline 时限, Extension 延期与挂账, Notice 提醒、催办、通报, and what a subdistrict sets: Policy, the calendar."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ARRAY, CheckConstraint, ForeignKey, Index, Text, UniqueConstraint, func, text
from sqlalchemy.orm import Mapped, mapped_column

from .base import Base, Dated, Tenant, choice, to_account, to_many, to_one, to_subdistrict, within_tenant
from .handling import AttendeeRole, DeadlineKind, DeadlineStatus, ExtensionKind, ExtensionStatus, NoticeKind
from .states import SubjectType


class Deadline(Tenant, Base):
    """时限: by when an object must have left the states `while_in`; a trigger ends it when the object does.

    `raw_due_at` is what it began with, `due_at` what extensions, suspensions and the calendar made of it. `next_at`
    is when the clock has to look at it next; the rungs of the ladder are notices.
    """

    __tablename__ = "deadline"
    __table_args__ = (
        within_tenant("party_branch", "branch_id"),
        within_tenant("partner_unit", "partner_id"),
        CheckConstraint("(ended_at IS NULL) = (status IN ('RUNNING', 'SUSPENDED'))", name="ended"),
        CheckConstraint("(status = 'SUSPENDED') = (suspended_at IS NOT NULL)", name="suspended"),
        CheckConstraint("next_at IS NULL OR status = 'RUNNING'", name="next_while_running"),
        Index(None, "subdistrict_id", "subject_id", "id"),
        Index(None, "subdistrict_id", "status", "due_at", "id"),
        Index(None, "subdistrict_id", "branch_id", "id"),
        Index(None, "subdistrict_id", "partner_id", "id"),
        Index("ix_deadline_next", "subdistrict_id", "next_at", postgresql_where=text("next_at IS NOT NULL")),
        Index(
            "ix_deadline_provisional",
            "subdistrict_id",
            "id",
            postgresql_where=text("provisional AND ended_at IS NULL"),
        ),
    )
    subject_type: Mapped[SubjectType] = mapped_column(choice(SubjectType))
    subject_id: Mapped[UUID]
    kind: Mapped[DeadlineKind] = mapped_column(choice(DeadlineKind))
    while_in: Mapped[list[str]] = mapped_column(ARRAY(Text))
    branch_id: Mapped[UUID | None]
    partner_id: Mapped[UUID | None]
    starts_at: Mapped[datetime] = mapped_column(server_default=func.now())
    working_days: Mapped[int | None]
    raw_due_at: Mapped[datetime]
    due_at: Mapped[datetime]
    remind_at: Mapped[datetime | None]
    urge_at: Mapped[datetime | None]
    report_at: Mapped[datetime | None]
    next_at: Mapped[datetime | None]
    suspended_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]
    provisional: Mapped[bool] = mapped_column(server_default="false")
    status: Mapped[DeadlineStatus] = mapped_column(choice(DeadlineStatus), server_default="RUNNING")
    subdistrict = to_subdistrict("Deadline")
    branch = to_one("Deadline", "PartyBranch", "branch_id")
    partner = to_one("Deadline", "PartnerUnit", "partner_id")
    topic = to_one("Deadline", "Topic", "subject_id")
    need = to_one("Deadline", "Need", "subject_id")
    resource = to_one("Deadline", "Resource", "subject_id")
    claim = to_one("Deadline", "Claim", "subject_id")
    project = to_one("Deadline", "Project", "subject_id")
    whistle = to_one("Deadline", "Whistle", "subject_id")
    membership = to_one("Deadline", "Membership", "subject_id")
    extensions = to_many("Deadline", "Extension", "deadline_id")
    notices = to_many("Deadline", "Notice", "deadline_id")


class Extension(Tenant, Dated, Base):
    """延期、挂账: a request for more time (`days`), or to stand still until a review (`review_on`)."""

    __tablename__ = "extension"
    __table_args__ = (
        within_tenant("deadline", "deadline_id"),
        CheckConstraint("(kind = 'EXTENSION') = (days IS NOT NULL)", name="days_by_kind"),
        CheckConstraint("(kind = 'SUSPENSION') = (review_on IS NOT NULL)", name="review_by_kind"),
        CheckConstraint("days > 0", name="days_positive"),
        CheckConstraint("(status = 'ASKED') = (decided_by IS NULL)", name="decided"),
        CheckConstraint("decided_by <> created_by", name="decided_by_another"),
        Index(None, "subdistrict_id", "deadline_id", "id"),
        Index(
            "uq_extension_asked",
            "subdistrict_id",
            "deadline_id",
            unique=True,
            postgresql_where=text("status = 'ASKED'"),
        ),
    )
    deadline_id: Mapped[UUID]
    kind: Mapped[ExtensionKind] = mapped_column(choice(ExtensionKind))
    days: Mapped[int | None]
    review_on: Mapped[date | None]
    reason: Mapped[str]
    decided_by: Mapped[UUID | None] = mapped_column(ForeignKey("account.id"))
    decided_at: Mapped[datetime | None]
    status: Mapped[ExtensionStatus] = mapped_column(choice(ExtensionStatus))
    subdistrict = to_subdistrict("Extension")
    deadline = to_one("Extension", "Deadline", "deadline_id")
    decider = to_account("Extension", "decided_by")
    creator = to_account("Extension", "created_by")
    history = to_many("Extension", "Transition", "subject_id")


class Notice(Tenant, Base):
    """通知: a rung of the ladder that a deadline has reached; each once."""

    __tablename__ = "notice"
    __table_args__ = (
        within_tenant("deadline", "deadline_id"),
        UniqueConstraint("subdistrict_id", "deadline_id", "kind"),
        Index(None, "subdistrict_id", "branch_id", "id"),
        Index(None, "subdistrict_id", "partner_id", "id"),
    )
    deadline_id: Mapped[UUID]
    kind: Mapped[NoticeKind] = mapped_column(choice(NoticeKind))
    branch_id: Mapped[UUID | None]
    partner_id: Mapped[UUID | None]
    scheduled_at: Mapped[datetime]
    created_at: Mapped[datetime] = mapped_column(server_default=func.now())
    subdistrict = to_subdistrict("Notice")
    deadline = to_one("Notice", "Deadline", "deadline_id")
    branch = to_one("Notice", "PartyBranch", "branch_id")
    partner = to_one("Notice", "PartnerUnit", "partner_id")


class Policy(Tenant, Base):
    """时限规则: what a subdistrict sets; a trigger makes one with the defaults for every subdistrict."""

    __tablename__ = "policy"
    __table_args__ = (
        UniqueConstraint("subdistrict_id"),
        CheckConstraint(
            "least(accept_days, three_days, seven_days, consent_days, delivery_days, confirm_days, report_in_days,"
            " whistle_days, report_after_days) > 0 AND report_in_minutes > 0 AND same_day_days >= 0",
            name="days_positive",
        ),
        CheckConstraint("longest_days >= seven_days", name="longest_is_longest"),
    )
    accept_days: Mapped[int] = mapped_column(server_default="1")
    same_day_days: Mapped[int] = mapped_column(server_default="0")
    three_days: Mapped[int] = mapped_column(server_default="3")
    seven_days: Mapped[int] = mapped_column(server_default="7")
    longest_days: Mapped[int] = mapped_column(server_default="15")
    consent_days: Mapped[int] = mapped_column(server_default="3")
    delivery_days: Mapped[int] = mapped_column(server_default="15")
    confirm_days: Mapped[int] = mapped_column(server_default="5")
    report_in_minutes: Mapped[int] = mapped_column(server_default="30")
    report_in_days: Mapped[int] = mapped_column(server_default="1")
    whistle_days: Mapped[int] = mapped_column(server_default="7")
    report_after_days: Mapped[int] = mapped_column(server_default="5")
    updated_at: Mapped[datetime] = mapped_column(server_default=func.now(), onupdate=func.now())
    subdistrict = to_subdistrict("Policy")
    required_roles = to_many("Policy", "RequiredRole", "policy_id")


class RequiredRole(Tenant, Base):
    """必须到会的角色: without it no deliberation of the subdistrict can resolve a topic."""

    __tablename__ = "required_role"
    __table_args__ = (within_tenant("policy", "policy_id"), UniqueConstraint("subdistrict_id", "policy_id", "role"))
    policy_id: Mapped[UUID]
    role: Mapped[AttendeeRole] = mapped_column(choice(AttendeeRole))
    policy = to_one("RequiredRole", "Policy", "policy_id")


class CalendarYear(Tenant, Base):
    """日历年度: a year whose holidays and make-up days the administrators have filled in completely."""

    __tablename__ = "calendar_year"
    __table_args__ = (
        UniqueConstraint("subdistrict_id", "year"),
        CheckConstraint("year BETWEEN 2000 AND 2200", name="year_in_calendar"),
    )
    year: Mapped[int]
    subdistrict = to_subdistrict("CalendarYear")
    days = to_many("CalendarYear", "CalendarDay", "year_id")


class CalendarDay(Tenant, Base):
    """特殊日: a holiday on a weekday, or a weekend day that is worked."""

    __tablename__ = "calendar_day"
    __table_args__ = (within_tenant("calendar_year", "year_id"), UniqueConstraint("subdistrict_id", "day"))
    year_id: Mapped[UUID]
    day: Mapped[date]
    working: Mapped[bool]
    name: Mapped[str] = mapped_column(server_default="")
    year = to_one("CalendarDay", "CalendarYear", "year_id")
