"""The enumerations of handling: topics, deliberations, whistles, deadlines, ratings; `states` has those of claiming."""

from enum import StrEnum


class TopicStatus(StrEnum):
    """State of a topic."""

    SUBMITTED = "SUBMITTED"
    ACCEPTED = "ACCEPTED"
    RETURNED = "RETURNED"
    MERGED = "MERGED"
    DELIBERATING = "DELIBERATING"
    RESOLVED = "RESOLVED"
    NEED_POSTED = "NEED_POSTED"
    WHISTLED = "WHISTLED"
    HANDLED = "HANDLED"
    VERIFIED = "VERIFIED"
    CLOSED = "CLOSED"
    REWORK = "REWORK"
    REOPENED = "REOPENED"
    SUSPENDED = "SUSPENDED"


class Urgency(StrEnum):
    """Within how many working days a topic is to be handled, most urgent first."""

    SAME_DAY = "SAME_DAY"
    THREE_DAYS = "THREE_DAYS"
    SEVEN_DAYS = "SEVEN_DAYS"


class FollowUp(StrEnum):
    """What those concerned said when they were asked afterwards."""

    SATISFIED = "SATISFIED"
    DISSATISFIED = "DISSATISFIED"
    NO_ANSWER = "NO_ANSWER"


class DeliberationStatus(StrEnum):
    """State of a deliberation."""

    CONVENED = "CONVENED"
    MINUTED = "MINUTED"
    CANCELLED = "CANCELLED"


class AttendeeRole(StrEnum):
    """In what role somebody takes part in a deliberation."""

    RESIDENT = "RESIDENT"
    OWNERS_COMMITTEE = "OWNERS_COMMITTEE"
    PROPERTY_MANAGER = "PROPERTY_MANAGER"
    GRID_WORKER = "GRID_WORKER"
    GRID_SECRETARY = "GRID_SECRETARY"
    GRID_INSTRUCTOR = "GRID_INSTRUCTOR"
    COMMUNITY_SECRETARY = "COMMUNITY_SECRETARY"
    PARTNER = "PARTNER"
    DEPARTMENT = "DEPARTMENT"
    EXPERT = "EXPERT"
    OTHER = "OTHER"


class MeetingStatus(StrEnum):
    """State of a joint meeting."""

    CONVENED = "CONVENED"
    HELD = "HELD"
    REPORTED = "REPORTED"
    CANCELLED = "CANCELLED"


class WhistleKind(StrEnum):
    """Kind of a whistle."""

    BEYOND_AUTHORITY = "BEYOND_AUTHORITY"
    JOINT_ENFORCEMENT = "JOINT_ENFORCEMENT"
    EMERGENCY = "EMERGENCY"


class WhistleStatus(StrEnum):
    """State of a whistle."""

    RAISED = "RAISED"
    REFUSED = "REFUSED"
    APPROVED = "APPROVED"
    DISPATCHED = "DISPATCHED"
    RETURNED = "RETURNED"
    REPORTED_IN = "REPORTED_IN"
    HANDLING = "HANDLING"
    DONE = "DONE"
    RATED = "RATED"


class AllianceStatus(StrEnum):
    """State of an alliance."""

    ACTIVE = "ACTIVE"
    DISSOLVED = "DISSOLVED"


class MembershipStatus(StrEnum):
    """State of a membership in an alliance."""

    INVITED = "INVITED"
    APPLIED = "APPLIED"
    JOINED = "JOINED"
    DECLINED = "DECLINED"
    LEFT = "LEFT"
    ENDED = "ENDED"


class ExtensionKind(StrEnum):
    """What is asked of a clock: more time, or to stand still."""

    EXTENSION = "EXTENSION"
    SUSPENSION = "SUSPENSION"


class ExtensionStatus(StrEnum):
    """State of a request for time."""

    ASKED = "ASKED"
    APPROVED = "APPROVED"
    REFUSED = "REFUSED"


class DeadlineKind(StrEnum):
    """What is due."""

    ACCEPT_TOPIC = "ACCEPT_TOPIC"
    HANDLE_TOPIC = "HANDLE_TOPIC"
    REVIEW_SUSPENSION = "REVIEW_SUSPENSION"
    EXPIRE_NEED = "EXPIRE_NEED"
    EXPIRE_RESOURCE = "EXPIRE_RESOURCE"
    ANSWER_CLAIM = "ANSWER_CLAIM"
    DELIVER_CLAIM = "DELIVER_CLAIM"
    CONFIRM_CLAIM = "CONFIRM_CLAIM"
    FINISH_PROJECT = "FINISH_PROJECT"
    REPORT_IN = "REPORT_IN"
    HANDLE_WHISTLE = "HANDLE_WHISTLE"
    END_MEMBERSHIP = "END_MEMBERSHIP"


class DeadlineStatus(StrEnum):
    """How a deadline stands."""

    RUNNING = "RUNNING"
    SUSPENDED = "SUSPENDED"
    MET = "MET"
    LATE = "LATE"
    EXPIRED = "EXPIRED"
    CANCELLED = "CANCELLED"


class NoticeKind(StrEnum):
    """Rung of the ladder: reminder before due, urging the day after, report five working days after; expiry."""

    REMINDER = "REMINDER"
    URGING = "URGING"
    REPORT = "REPORT"
    EXPIRY = "EXPIRY"


class EvaluationSide(StrEnum):
    """Who rates whom."""

    BRANCH_RATES_PARTNER = "BRANCH_RATES_PARTNER"
    PARTNER_RATES_BRANCH = "PARTNER_RATES_BRANCH"
    RESIDENT_RATES_OUTCOME = "RESIDENT_RATES_OUTCOME"
    OWNER_RATES_NEED = "OWNER_RATES_NEED"
