"""Topic 议题, Deliberation 协商会 and JointMeeting 联席会议."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint, func
from sqlalchemy.orm import Mapped, mapped_column

from .base import (
    Base,
    Dated,
    Described,
    Tenant,
    Titled,
    choice,
    not_blank,
    to_account,
    to_many,
    to_one,
    to_subdistrict,
    within_tenant,
)
from .handling import AttendeeRole, DeliberationStatus, FollowUp, MeetingStatus, TopicStatus, Urgency
from .states import Category


class Topic(Tenant, Dated, Described, Base):
    """议题: what a resident asks for; `branch_id` is its one responsible owner (首接负责制).

    `restricted` topics are seen by their handling chain alone: 困难救助 puts that on, a leader alone takes it off. A
    trigger suggests what they are about.
    """

    __tablename__ = "topic"
    __table_args__ = (
        within_tenant("party_branch", "branch_id"),
        within_tenant("community", "community_id"),
        within_tenant("grid", "grid_id", "community_id", remote=("id", "community_id")),
        within_tenant("topic", "merged_into_id"),
        within_tenant("subcategory", "suggested_subcategory_id"),
        CheckConstraint("grid_id IS NULL OR community_id IS NOT NULL", name="community_of_grid"),
        CheckConstraint("(status = 'MERGED') = (merged_into_id IS NOT NULL)", name="merged_into"),
        CheckConstraint("merged_into_id <> id", name="not_into_itself"),
        CheckConstraint("(status = 'SUSPENDED') = (suspended_from IS NOT NULL)", name="suspended_from"),
        CheckConstraint("status <> 'SUSPENDED' OR review_on IS NOT NULL", name="suspended_until"),
        CheckConstraint("status NOT IN ('HANDLED', 'VERIFIED', 'CLOSED') OR handler_id IS NOT NULL", name="handled_by"),
        CheckConstraint("status NOT IN ('VERIFIED', 'CLOSED') OR verifier_id IS NOT NULL", name="verified_by"),
        CheckConstraint("status <> 'CLOSED' OR follow_up IS NOT NULL", name="closed_with_follow_up"),
        CheckConstraint("verifier_id <> handler_id", name="verifier_is_another"),
        CheckConstraint("supporters >= 0", name="supporters_not_negative"),
        Index(None, "subdistrict_id", "status", "id"),
        Index(None, "subdistrict_id", "created_at", "id"),
        Index(None, "subdistrict_id", "title_key", "id"),
        Index(None, "subdistrict_id", "grid_id", "id"),
        Index(None, "subdistrict_id", "community_id", "id"),
        Index(None, "subdistrict_id", "branch_id", "id"),
        Index(None, "subdistrict_id", "reporter_id", "id"),
        Index(None, "subdistrict_id", "merged_into_id"),
        Index(None, "subdistrict_id", "suggested_subcategory_id"),
        *not_blank("title"),
    )
    reporter_id: Mapped[UUID | None] = mapped_column(ForeignKey("account.id"))
    contact_name: Mapped[str | None]
    contact_phone: Mapped[str | None]
    branch_id: Mapped[UUID]
    community_id: Mapped[UUID | None]
    grid_id: Mapped[UUID | None]
    site: Mapped[str | None]
    category: Mapped[Category] = mapped_column(choice(Category))
    suggested_subcategory_id: Mapped[UUID | None]
    urgency: Mapped[Urgency] = mapped_column(choice(Urgency), server_default="SEVEN_DAYS")
    supporters: Mapped[int] = mapped_column(server_default="0")
    merged_into_id: Mapped[UUID | None]
    handler_id: Mapped[UUID | None] = mapped_column(ForeignKey("account.id"))
    outcome: Mapped[str] = mapped_column(server_default="")
    evidence: Mapped[str] = mapped_column(server_default="")
    verifier_id: Mapped[UUID | None] = mapped_column(ForeignKey("account.id"))
    follow_up: Mapped[FollowUp | None] = mapped_column(choice(FollowUp))
    suspended_from: Mapped[str | None]
    review_on: Mapped[date | None]
    restricted: Mapped[bool] = mapped_column(server_default="false")
    status: Mapped[TopicStatus] = mapped_column(choice(TopicStatus))
    subdistrict = to_subdistrict("Topic")
    branch = to_one("Topic", "PartyBranch", "branch_id")
    community = to_one("Topic", "Community", "community_id")
    grid = to_one("Topic", "Grid", "grid_id")
    suggested_subcategory = to_one("Topic", "Subcategory", "suggested_subcategory_id")
    merged_into = to_one("Topic", "Topic", "merged_into_id")
    duplicates = to_many("Topic", "Topic", "merged_into_id")
    reporter = to_account("Topic", "reporter_id")
    handler = to_account("Topic", "handler_id")
    verifier = to_account("Topic", "verifier_id")
    creator = to_account("Topic", "created_by")
    deliberations = to_many("Topic", "Deliberation", "topic_id")
    needs = to_many("Topic", "Need", "topic_id")
    projects = to_many("Topic", "Project", "topic_id")
    whistles = to_many("Topic", "Whistle", "topic_id")
    evaluations = to_many("Topic", "Evaluation", "topic_id")
    history = to_many("Topic", "Transition", "subject_id")
    deadlines = to_many("Topic", "Deadline", "subject_id")
    attachments = to_many("Topic", "Attachment", "subject_id")


class Supporter(Tenant, Base):
    """支持: an account that wants a topic too; a trigger keeps `Topic.supporters`."""

    __tablename__ = "supporter"
    __table_args__ = (within_tenant("topic", "topic_id"), UniqueConstraint("subdistrict_id", "topic_id", "account_id"))
    topic_id: Mapped[UUID]
    account_id: Mapped[UUID] = mapped_column(ForeignKey("account.id"))
    created_at: Mapped[datetime] = mapped_column(server_default=func.now())


class Deliberation(Tenant, Dated, Base):
    """协商会: who met about a topic, what they resolved, and the minutes."""

    __tablename__ = "deliberation"
    __table_args__ = (
        within_tenant("topic", "topic_id"),
        within_tenant("party_branch", "branch_id"),
        CheckConstraint(
            r"status <> 'MINUTED' OR (minutes ~ '\S' AND resolution ~ '\S' AND held_at IS NOT NULL)",
            name="minuted_with_minutes",
        ),
        Index(None, "subdistrict_id", "topic_id", "id"),
        Index(None, "subdistrict_id", "branch_id", "id"),
    )
    topic_id: Mapped[UUID]
    branch_id: Mapped[UUID]
    held_at: Mapped[datetime | None]
    place: Mapped[str | None]
    options: Mapped[str] = mapped_column(server_default="")
    resolution: Mapped[str] = mapped_column(server_default="")
    minutes: Mapped[str] = mapped_column(server_default="")
    status: Mapped[DeliberationStatus] = mapped_column(choice(DeliberationStatus))
    subdistrict = to_subdistrict("Deliberation")
    topic = to_one("Deliberation", "Topic", "topic_id")
    branch = to_one("Deliberation", "PartyBranch", "branch_id")
    creator = to_account("Deliberation", "created_by")
    attendees = to_many("Deliberation", "Attendee", "deliberation_id")
    history = to_many("Deliberation", "Transition", "subject_id")
    attachments = to_many("Deliberation", "Attachment", "subject_id")


class Attendee(Tenant, Base):
    """与会者: who took part in a deliberation, by role; the name is for the handling chain."""

    __tablename__ = "attendee"
    __table_args__ = (
        within_tenant("deliberation", "deliberation_id"),
        Index(None, "subdistrict_id", "deliberation_id"),
    )
    deliberation_id: Mapped[UUID]
    role: Mapped[AttendeeRole] = mapped_column(choice(AttendeeRole))
    name: Mapped[str | None]
    deliberation = to_one("Attendee", "Deliberation", "deliberation_id")


class JointMeeting(Tenant, Dated, Titled, Base):
    """联席会议: an agenda of needs and topics; what came of it is reported at the next one."""

    __tablename__ = "joint_meeting"
    __table_args__ = (
        within_tenant("party_branch", "branch_id"),
        within_tenant("joint_meeting", "reported_at_id"),
        CheckConstraint("(status = 'REPORTED') = (reported_at_id IS NOT NULL)", name="reported_at"),
        CheckConstraint(r"status NOT IN ('HELD', 'REPORTED') OR minutes ~ '\S'", name="held_with_minutes"),
        CheckConstraint("reported_at_id <> id", name="reported_at_another"),
        Index(None, "subdistrict_id", "branch_id", "id"),
        *not_blank("title"),
    )
    branch_id: Mapped[UUID]
    meets_at: Mapped[datetime]
    place: Mapped[str | None]
    minutes: Mapped[str] = mapped_column(server_default="")
    reported_at_id: Mapped[UUID | None]
    status: Mapped[MeetingStatus] = mapped_column(choice(MeetingStatus))
    subdistrict = to_subdistrict("JointMeeting")
    branch = to_one("JointMeeting", "PartyBranch", "branch_id")
    reported_at = to_one("JointMeeting", "JointMeeting", "reported_at_id")
    creator = to_account("JointMeeting", "created_by")
    items = to_many("JointMeeting", "AgendaItem", "meeting_id")
    history = to_many("JointMeeting", "Transition", "subject_id")
    attachments = to_many("JointMeeting", "Attachment", "subject_id")


class AgendaItem(Tenant, Base):
    """议程: a need or a topic that a joint meeting is about, its outcome, and the report on it at the next one."""

    __tablename__ = "agenda_item"
    __table_args__ = (
        within_tenant("joint_meeting", "meeting_id"),
        within_tenant("topic", "topic_id"),
        within_tenant("need", "need_id"),
        CheckConstraint("num_nonnulls(topic_id, need_id) = 1", name="one_subject"),
        UniqueConstraint("subdistrict_id", "meeting_id", "topic_id"),
        UniqueConstraint("subdistrict_id", "meeting_id", "need_id"),
    )
    meeting_id: Mapped[UUID]
    topic_id: Mapped[UUID | None]
    need_id: Mapped[UUID | None]
    outcome: Mapped[str] = mapped_column(server_default="")
    report: Mapped[str] = mapped_column(server_default="")
    meeting = to_one("AgendaItem", "JointMeeting", "meeting_id")
    topic = to_one("AgendaItem", "Topic", "topic_id")
    need = to_one("AgendaItem", "Need", "need_id")
