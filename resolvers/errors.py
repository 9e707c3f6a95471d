"""What can be refused: all codes, the exceptions that carry them, and the rules of the database by code."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from typing import Any, Self

from graphql import GraphQLError, Node
from sqlalchemy.exc import IntegrityError


class ErrorCode(StrEnum):
    """Why an input or a whole request was refused: every code there is; `resolvers.messages` says each."""

    # of one input field: `userErrors`

    UNAUTHENTICATED = "UNAUTHENTICATED"
    INVALID_CREDENTIALS = "INVALID_CREDENTIALS"
    TOO_MANY_ATTEMPTS = "TOO_MANY_ATTEMPTS"
    FORBIDDEN = "FORBIDDEN"
    NOT_FOUND = "NOT_FOUND"
    REQUIRED = "REQUIRED"
    BLANK = "BLANK"
    TOO_SHORT = "TOO_SHORT"
    TOO_LONG = "TOO_LONG"
    TOO_MANY = "TOO_MANY"
    INVALID_CHARACTERS = "INVALID_CHARACTERS"
    INVALID_FORMAT = "INVALID_FORMAT"
    NOT_POSITIVE = "NOT_POSITIVE"
    OUT_OF_RANGE = "OUT_OF_RANGE"
    IN_THE_PAST = "IN_THE_PAST"
    IN_THE_FUTURE = "IN_THE_FUTURE"
    DUPLICATE = "DUPLICATE"
    ALREADY_EXISTS = "ALREADY_EXISTS"
    UNCHANGED = "UNCHANGED"
    MISMATCH = "MISMATCH"
    UNIT_MISMATCH = "UNIT_MISMATCH"
    OWN_NEED = "OWN_NEED"
    EXCEEDS_REMAINING = "EXCEEDS_REMAINING"
    BELOW_CLAIMED = "BELOW_CLAIMED"
    CAPACITY_EXCEEDED = "CAPACITY_EXCEEDED"
    INVALID_STATE = "INVALID_STATE"
    INDIVISIBLE = "INDIVISIBLE"
    EXPIRED = "EXPIRED"
    IN_USE = "IN_USE"
    IN_PROGRESS = "IN_PROGRESS"
    TERMS_FINAL = "TERMS_FINAL"
    WINDOW_REQUIRED = "WINDOW_REQUIRED"
    WINDOW_OUT_OF_ORDER = "WINDOW_OUT_OF_ORDER"
    WINDOW_UNAVAILABLE = "WINDOW_UNAVAILABLE"
    WINDOW_TAKEN = "WINDOW_TAKEN"
    NO_RESOLUTION = "NO_RESOLUTION"
    ROLES_MISSING = "ROLES_MISSING"
    NOT_SETTLED = "NOT_SETTLED"
    EVIDENCE_REQUIRED = "EVIDENCE_REQUIRED"
    MILESTONES_OPEN = "MILESTONES_OPEN"
    SELF_VERIFICATION = "SELF_VERIFICATION"
    SELF_APPROVAL = "SELF_APPROVAL"
    SELF_EVALUATION = "SELF_EVALUATION"
    TOO_LATE = "TOO_LATE"
    IDEMPOTENCY_KEY_REUSED = "IDEMPOTENCY_KEY_REUSED"
    QUOTA_EXCEEDED = "QUOTA_EXCEEDED"

    # of a whole request or root field: `errors`, with the code in `extensions`
    INVALID_TOKEN = "INVALID_TOKEN"  # noqa: S105 - no secret
    INVALID_REQUEST = "INVALID_REQUEST"
    INVALID_JSON = "INVALID_JSON"
    INVALID_VALUE = "INVALID_VALUE"
    INVALID_ID = "INVALID_ID"
    INVALID_CURSOR = "INVALID_CURSOR"
    METHOD_NOT_ALLOWED = "METHOD_NOT_ALLOWED"
    UNSUPPORTED_MEDIA_TYPE = "UNSUPPORTED_MEDIA_TYPE"
    NOT_ACCEPTABLE = "NOT_ACCEPTABLE"
    BODY_TOO_LARGE = "BODY_TOO_LARGE"
    TOO_MANY_VALUES = "TOO_MANY_VALUES"
    QUERY_TOO_LONG = "QUERY_TOO_LONG"
    OPERATION_TOO_LARGE = "OPERATION_TOO_LARGE"
    SUBDISTRICT_REQUIRED = "SUBDISTRICT_REQUIRED"
    FILTER_TOO_LARGE = "FILTER_TOO_LARGE"
    LIST_TOO_LONG = "LIST_TOO_LONG"
    ORDER_TOO_LONG = "ORDER_TOO_LONG"
    TEXT_TOO_LONG = "TEXT_TOO_LONG"
    PAGE_SIZE = "PAGE_SIZE"
    FIRST_AND_LAST = "FIRST_AND_LAST"
    NULL_OPERAND = "NULL_OPERAND"
    TOO_COSTLY = "TOO_COSTLY"
    EMPTY_FILE = "EMPTY_FILE"
    TOO_LARGE = "TOO_LARGE"
    UNSUPPORTED_TYPE = "UNSUPPORTED_TYPE"
    RANGE_NOT_SATISFIABLE = "RANGE_NOT_SATISFIABLE"
    TIMEOUT = "TIMEOUT"
    BUSY = "BUSY"
    DATABASE_UNAVAILABLE = "DATABASE_UNAVAILABLE"
    STORE_UNAVAILABLE = "STORE_UNAVAILABLE"
    DISK_FULL = "DISK_FULL"
    INTERNAL = "INTERNAL"


class UserError(Exception):
    """One refusal: its code, the input field it is about (names as in Python), and what its message mentions."""

    def __init__(self, code: ErrorCode, *field: str | int, **params: Any) -> None:  # Any: as texts are made of
        super().__init__(code, field)
        self.code = code
        self.field = field
        self.params = params

    @property
    def path(self) -> list[str]:
        """The field as clients name it: `["input", "lines", "0", "needLineId"]`."""
        return ["input", *(_camel(str(name)) for name in self.field)]

    def within(self, *field: str | int) -> Self:
        """Return the same refusal, one level further down in the input."""
        return type(self)(self.code, *field, *self.field, **self.params)


class UserErrors(Exception):  # noqa: N818 - not an error of its own: several of them
    """Several refusals of one input, at least one."""

    def __init__(self, *errors: UserError) -> None:
        super().__init__(*(error.args for error in errors))
        self.errors = errors


class ServiceError(GraphQLError):
    """A failure that is nobody's input: its code and what its message mentions; worded where it is answered."""

    def __init__(self, code: ErrorCode, node: Node | None = None, **params: object) -> None:
        super().__init__(code, node, extensions={"code": code})
        self.code = code
        self.params = params


# Every constraint and rule that an input can reach, however it passed the checks in Python: under a race, for example.
RULES: dict[str, tuple[ErrorCode, str | None]] = {
    "ck_need_title_not_blank": (ErrorCode.BLANK, "title"),
    "ck_need_unit_not_blank": (ErrorCode.BLANK, "unit"),
    "ck_need_quantity_positive": (ErrorCode.NOT_POSITIVE, "quantity"),
    "ck_need_beneficiaries_not_negative": (ErrorCode.OUT_OF_RANGE, "beneficiaries"),
    "ck_need_claimed_within_quantity": (ErrorCode.EXCEEDS_REMAINING, "quantity"),
    "ck_need_planned_within_quantity": (ErrorCode.EXCEEDS_REMAINING, "quantity"),
    "ck_resource_title_not_blank": (ErrorCode.BLANK, "title"),
    "ck_resource_unit_not_blank": (ErrorCode.BLANK, "unit"),
    "ck_resource_quantity_positive": (ErrorCode.NOT_POSITIVE, "quantity"),
    "ck_resource_window_in_order": (ErrorCode.WINDOW_OUT_OF_ORDER, "available_until"),
    "ck_resource_claimed_within_quantity": (ErrorCode.EXCEEDS_REMAINING, "resource_quantity"),
    "ck_project_title_not_blank": (ErrorCode.BLANK, "title"),
    "ck_project_budget_not_negative": (ErrorCode.OUT_OF_RANGE, "budget"),
    "ck_need_line_quantity_positive": (ErrorCode.NOT_POSITIVE, "quantity"),
    "ck_need_line_claimed_within_quantity": (ErrorCode.EXCEEDS_REMAINING, "quantity"),
    "uq_need_line_subdistrict_id_project_id_need_id": (ErrorCode.DUPLICATE, "need_id"),
    "ck_partner_unit_name_not_blank": (ErrorCode.BLANK, "name"),
    "ck_partner_unit_credit_code_form": (ErrorCode.INVALID_FORMAT, "credit_code"),
    "ck_partner_unit_capacity_positive": (ErrorCode.NOT_POSITIVE, "capacity"),
    "ck_partner_unit_within_capacity": (ErrorCode.CAPACITY_EXCEEDED, None),
    "uq_partner_unit_subdistrict_id_name": (ErrorCode.ALREADY_EXISTS, "name"),
    "uq_partner_unit_subdistrict_id_credit_code": (ErrorCode.ALREADY_EXISTS, "credit_code"),
    "uq_service_area_subdistrict_id_partner_id_community_id": (ErrorCode.DUPLICATE, "community_ids"),
    "ck_claim_quantity_positive": (ErrorCode.NOT_POSITIVE, "quantity"),
    "ck_claim_resource_quantity_positive": (ErrorCode.NOT_POSITIVE, "resource_quantity"),
    "ck_claim_quantity_of_resource": (ErrorCode.UNIT_MISMATCH, "resource_quantity"),
    "ck_claim_window_in_order": (ErrorCode.WINDOW_OUT_OF_ORDER, "ends_at"),
    "ck_claim_consents_of_two": (ErrorCode.FORBIDDEN, None),
    "consent_of_partner": (ErrorCode.FORBIDDEN, None),
    "consent_of_branch": (ErrorCode.FORBIDDEN, None),
    "consent_final": (ErrorCode.TERMS_FINAL, None),
    "lifecycle": (ErrorCode.INVALID_STATE, None),
    "claim_partner_admitted": (ErrorCode.INVALID_STATE, None),
    "claim_need_open": (ErrorCode.INVALID_STATE, None),
    "claim_need_restricted": (ErrorCode.FORBIDDEN, None),
    "claim_project_open": (ErrorCode.INVALID_STATE, None),
    "claim_resource_open": (ErrorCode.INVALID_STATE, "resource_id"),
    "claim_own_need": (ErrorCode.OWN_NEED, None),
    "claim_lead_branch": (ErrorCode.MISMATCH, "branch_id"),
    "claim_resource_of_partner": (ErrorCode.MISMATCH, "resource_id"),
    "claim_window_required": (ErrorCode.WINDOW_REQUIRED, "starts_at"),
    "claim_window_available": (ErrorCode.WINDOW_UNAVAILABLE, "starts_at"),
    "claim_window_free": (ErrorCode.WINDOW_TAKEN, "starts_at"),
    "claimed_terms_final": (ErrorCode.TERMS_FINAL, None),
    "line_need_open": (ErrorCode.INVALID_STATE, "need_id"),
    "line_project_open": (ErrorCode.INVALID_STATE, None),
    "need_topic_resolved": (ErrorCode.NO_RESOLUTION, "topic_id"),
    "project_topic_resolved": (ErrorCode.NO_RESOLUTION, "topic_id"),
    "topic_resolution": (ErrorCode.NO_RESOLUTION, None),
    "topic_evidence": (ErrorCode.EVIDENCE_REQUIRED, None),
    "project_evidence": (ErrorCode.EVIDENCE_REQUIRED, None),
    "ck_topic_verifier_is_another": (ErrorCode.SELF_VERIFICATION, None),
    "ck_project_accepter_is_another": (ErrorCode.SELF_VERIFICATION, None),
    "approver_of_another": (ErrorCode.SELF_APPROVAL, None),
    "outcome_rated_by_residents": (ErrorCode.FORBIDDEN, None),
    "delivery_after_start": (ErrorCode.IN_THE_PAST, "delivered_on"),
    "delivery_until_today": (ErrorCode.IN_THE_FUTURE, "delivered_on"),
    "claim_window_ahead": (ErrorCode.IN_THE_PAST, "starts_at"),
    "milestone_after_opening": (ErrorCode.IN_THE_PAST, "done_on"),
    "membership_after_founding": (ErrorCode.IN_THE_PAST, "starts_on"),
    "ck_need_quantity_bounded": (ErrorCode.OUT_OF_RANGE, "quantity"),
    "ck_resource_quantity_bounded": (ErrorCode.OUT_OF_RANGE, "quantity"),
    "ck_need_line_quantity_bounded": (ErrorCode.OUT_OF_RANGE, "quantity"),
    "ck_claim_quantity_bounded": (ErrorCode.OUT_OF_RANGE, "quantity"),
    "topic_resumes": (ErrorCode.INVALID_STATE, None),
    "topic_suspension_approved": (ErrorCode.FORBIDDEN, None),
    "ck_topic_title_not_blank": (ErrorCode.BLANK, "title"),
    "ck_topic_not_into_itself": (ErrorCode.MISMATCH, "into_id"),
    "uq_supporter_subdistrict_id_topic_id_account_id": (ErrorCode.ALREADY_EXISTS, None),
    "minutes_final": (ErrorCode.TERMS_FINAL, None),
    "whistle_department_kind": (ErrorCode.MISMATCH, "lead_id"),
    "whistle_lead": (ErrorCode.REQUIRED, "lead_id"),
    "uq_whistle_department_subdistrict_id_whistle_id_partner_id": (ErrorCode.DUPLICATE, "assisting_ids"),
    "ck_claim_delivered_within_quantity": (ErrorCode.EXCEEDS_REMAINING, "quantity"),
    "ck_fulfilment_quantity_positive": (ErrorCode.NOT_POSITIVE, "quantity"),
    "ck_fulfilment_evidence_not_blank": (ErrorCode.EVIDENCE_REQUIRED, "evidence"),
    "fulfilment_claim_active": (ErrorCode.INVALID_STATE, None),
    "project_milestones": (ErrorCode.MILESTONES_OPEN, None),
    "ck_milestone_title_not_blank": (ErrorCode.BLANK, "title"),
    "evaluation_of_another": (ErrorCode.SELF_EVALUATION, None),
    "uq_evaluation_subdistrict_id_claim_id_side": (ErrorCode.ALREADY_EXISTS, None),
    "uq_evaluation_subdistrict_id_topic_id_created_by": (ErrorCode.ALREADY_EXISTS, None),
    "uq_evaluation_subdistrict_id_need_id": (ErrorCode.ALREADY_EXISTS, None),
    "membership_consents": (ErrorCode.FORBIDDEN, None),
    "ck_membership_term_in_order": (ErrorCode.WINDOW_OUT_OF_ORDER, "ends_on"),
    "ck_membership_consents_of_two": (ErrorCode.FORBIDDEN, None),
    "uq_membership_live": (ErrorCode.ALREADY_EXISTS, "partner_id"),
    "uq_alliance_subdistrict_id_name": (ErrorCode.ALREADY_EXISTS, "name"),
    "ck_alliance_name_not_blank": (ErrorCode.BLANK, "name"),
    "extension_in_time": (ErrorCode.TOO_LATE, "deadline_id"),
    "extension_running": (ErrorCode.INVALID_STATE, None),
    "uq_extension_asked": (ErrorCode.ALREADY_EXISTS, "deadline_id"),
    "ck_extension_decided_by_another": (ErrorCode.FORBIDDEN, None),
    "ck_policy_longest_is_longest": (ErrorCode.OUT_OF_RANGE, "longest_days"),
    "uq_calendar_year_subdistrict_id_year": (ErrorCode.ALREADY_EXISTS, "year"),
    "uq_calendar_day_subdistrict_id_day": (ErrorCode.DUPLICATE, "days"),
    "uq_agenda_item_subdistrict_id_meeting_id_topic_id": (ErrorCode.DUPLICATE, "topic_id"),
    "uq_agenda_item_subdistrict_id_meeting_id_need_id": (ErrorCode.DUPLICATE, "need_id"),
    "uq_required_role_subdistrict_id_policy_id_role": (ErrorCode.DUPLICATE, "required_roles"),
    "need_in_use": (ErrorCode.IN_USE, None),
    "resource_in_use": (ErrorCode.IN_USE, None),
    "project_in_use": (ErrorCode.IN_USE, None),
    "subcategory_of_category": (ErrorCode.MISMATCH, "subcategory_id"),
    "claim_need_whole": (ErrorCode.INDIVISIBLE, "quantity"),
    "uq_subcategory_subdistrict_id_code": (ErrorCode.ALREADY_EXISTS, "code"),
    "uq_subcategory_subdistrict_id_category_name": (ErrorCode.ALREADY_EXISTS, "name"),
    "ck_subcategory_name_not_blank": (ErrorCode.BLANK, "name"),
    "ck_subcategory_code_form": (ErrorCode.INVALID_FORMAT, "code"),
}


@contextmanager
def refusing(*field: str | int) -> Iterator[None]:
    """Turn a rule of the database that the block breaks into the UserError of that input field."""
    try:
        yield
    except IntegrityError as error:
        rule = getattr(getattr(error.orig, "__cause__", None), "constraint_name", None)
        if rule not in RULES:
            raise
        code, name = RULES[rule]
        raise UserError(code, *field, *([name] if name else [])) from error


def _camel(name: str) -> str:
    return re.sub(r"_(\w)", lambda match: match[1].upper(), name)
