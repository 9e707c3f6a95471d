import re
from pathlib import Path
from string import Formatter

import asyncpg
import pytest
from sqlalchemy import Enum

from db.addresses import Addresses
from db.machines import MACHINES
from db.models import Base
from resolvers.errors import RULES, ErrorCode, UserError
from resolvers.messages import DETAILED, MESSAGES, STATES, Language, Message, refusal

MIGRATIONS = Path(__file__).parents[1] / "db" / "migrations" / "versions"
# Tables that mutations write: of all others no constraint can be reached.
WRITTEN = (
    *("partner_unit", "service_area", "need", "resource", "project", "need_line", "claim", "fulfilment", "milestone"),
    *(
        "topic",
        "supporter",
        "deliberation",
        "attendee",
        "joint_meeting",
        "agenda_item",
        "whistle",
        "whistle_department",
    ),
    *("alliance", "membership", "evaluation", "extension", "policy", "required_role", "calendar_year", "calendar_day"),
    *("attachment", "deadline", "notice", "matching_plan", "plan_line", "unserved_need", "subcategory", "match_entry"),
)
# What no input reaches: enumerations and references are checked before, the rest no mutation writes.
OUT_OF_REACH = {
    "append_only": "no mutation changes transitions or plans",
    "never_removed": "no mutation removes anything that it guards",
    "restriction_reason": "a reason is required before",
    "counts_are_kept": "no mutation writes counts",
    "account_party_final": "no mutation moves accounts",
    "claim_terms_final": "no mutation changes a claim's terms",
    "line_terms_final": "no mutation changes a line's terms",
    "uq_need_line_subdistrict_id_id_project_id_need_id": "id alone is unique",
    "ck_need_partner_by_owner": "owner and party are set together",
    "ck_need_branch_by_owner": "owner and party are set together",
    "ck_need_community_of_grid": "grid and community are set together",
    "ck_project_community_of_grid": "grid and community come from the branch",
    "ck_resource_community_of_grid": "grid and community are set together",
    "ck_need_excluded_kinds": "the kinds are an enumeration",
    "ck_partner_unit_record_not_negative": "counts are kept by triggers",
    "ck_match_entry_side": "the index knows needs and resources",
    "ck_match_entry_shelf_of_side": "a trigger finds the shelf",
    "ck_match_entry_impact_of_token": "the analyser gives tokens with their impacts",
    "ck_match_entry_term_of_posted": "the analyser gives tokens with their terms",
    "ck_claim_project_of_line": "the line names the project",
    "ck_claim_subject_by_direction": "each direction's mutation requires its subject",
    "ck_claim_consent_who_and_when": "who and when are set together",
    "ck_claim_both_consents": "accepting sets the second consent",
    "ck_claim_proposer_consents": "proposing sets the first consent",
    "ck_claim_delivered_by_status": "delivered and state are set together",
    "ck_need_delivery_within_claimed": "counts are kept by triggers",
    "ck_project_closed_with_follow_up": "closing sets the follow-up",
    "ck_agenda_item_one_subject": "an item of neither or both is refused before",
    "ck_attachment_media_type_not_blank": "the service finds the type",
    "ck_attachment_name_not_blank": "an upload without a name gets one",
    "ck_attachment_sha256_form": "the service computes it",
    "ck_attachment_size_positive": "an empty upload is refused before",
    "ck_calendar_year_year_in_calendar": "years are checked before",
    "ck_deadline_ended": "end and state are set together",
    "ck_deadline_next_while_running": "next and state are set together",
    "ck_deadline_suspended": "suspension and state are set together",
    "ck_deliberation_minuted_with_minutes": "minutes and resolution are checked before",
    "ck_evaluation_score_of_five": "scores are checked before",
    "ck_evaluation_subject_by_side": "side and subject are set together",
    "ck_extension_days_by_kind": "kind and days are set together",
    "ck_extension_days_positive": "days are checked before",
    "ck_extension_decided": "decider and state are set together",
    "ck_extension_review_by_kind": "kind and review are set together",
    "ck_joint_meeting_held_with_minutes": "minutes are checked before",
    "ck_joint_meeting_reported_at": "state and next meeting are set together",
    "ck_joint_meeting_reported_at_another": "the next meeting must be later, so another",
    "ck_joint_meeting_title_not_blank": "titles are checked before",
    "ck_membership_consent_who_and_when": "who and when are set together",
    "ck_milestone_done_with_evidence": "day and evidence are set together",
    "ck_policy_days_positive": "days are checked before",
    "ck_topic_closed_with_follow_up": "closing sets it",
    "ck_topic_community_of_grid": "grid and community are set together",
    "ck_topic_handled_by": "handling sets it",
    "ck_topic_merged_into": "merging sets it",
    "ck_topic_supporters_not_negative": "counts are kept by triggers",
    "ck_topic_suspended_from": "state and origin are set together",
    "ck_topic_suspended_until": "a suspension names its review",
    "ck_topic_verified_by": "verifying sets it",
    "ck_whistle_done_with_outcome": "outcomes are checked before",
    "ck_whistle_rated": "state and rating are set together",
    "ck_whistle_rating_of_five": "ratings are checked before",
    "ck_whistle_title_not_blank": "titles are checked before",
    "uq_notice_subdistrict_id_deadline_id_kind": "only the clock makes notices, each once",
    "uq_policy_subdistrict_id": "a trigger makes the only one",
    "uq_whistle_department_lead": "a dispatch names one lead",
    "deadline_final": "mutations leave ended deadlines alone",
    "fulfilment_final": "a delivery is only ever returned",
    "plan_claim_of_administrator": "administrators adopt plans, without a consent",
    "plan_line_claim": "adopting makes the claim of what the line says",
    "plan_line_final": "an adopted line is refused before",
    "ck_matching_plan_bound_by_method": "method and bound are set together",
    "ck_matching_plan_candidates_per_need_positive": "options are checked before",
    "ck_matching_plan_counts_not_negative": "the service counts",
    "ck_matching_plan_seconds_not_negative": "the service measures",
    "ck_matching_plan_time_limit_positive": "options are checked before",
    "ck_matching_plan_weights_not_negative": "options are checked before",
    "ck_plan_line_quantities_positive": "a plan has no line of nothing",
    "ck_plan_line_score_not_negative": "scores are 0 to 1",
    "ck_plan_line_window_in_order": "a window that is empty is none",
    "ck_plan_line_window_whole": "both ends of a window are set together",
    "uq_plan_line_subdistrict_id_claim_id": "every line makes a claim of its own",
    "uq_plan_line_subdistrict_id_plan_id_need_id_resource_id": "a plan pairs a need and a resource once",
    "ck_unserved_need_quantity_positive": "nothing missing is not unserved",
    "uq_unserved_need_subdistrict_id_plan_id_need_id": "a plan names each need once",
}


def fields(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name}


@pytest.mark.parametrize("code", ErrorCode)
def test_every_code_has_a_message_in_both_languages(code: ErrorCode) -> None:
    message = MESSAGES[code]
    assert re.search(r"[\u4e00-\u9fff]", message.zh)
    assert message.en.isascii()
    assert not fields(message.zh) | fields(message.en), "it stands without parameters, and describes the code"


@pytest.mark.parametrize("code", DETAILED)
def test_a_detailed_message_mentions_the_same_in_both_languages(code: ErrorCode) -> None:
    message: Message = DETAILED[code]
    chinese, english = message.zh.replace("zh_roles", "zh_detail").replace("zh_", ""), message.en.replace("en_", "")
    assert fields(chinese) == fields(english) != set()


@pytest.mark.parametrize(
    ("error", "language", "message"),
    [
        (UserError(ErrorCode.EXCEEDS_REMAINING, remaining=7, unit="副"), "zh", "只剩 7 副"),
        (UserError(ErrorCode.EXCEEDS_REMAINING, remaining=7, unit="副"), "en", "only 7 副 left"),
        (UserError(ErrorCode.EXCEEDS_REMAINING), "en", "more than is left"),
        (UserError(ErrorCode.INVALID_STATE, status="WITHDRAWN"), "zh", "当前状态为“已撤回”，不能这样做"),
        (UserError(ErrorCode.INVALID_STATE, status="WITHDRAWN"), "en", "not possible while it is WITHDRAWN"),
        (UserError(ErrorCode.INVALID_STATE), "zh", "当前状态下不能这样做"),
        (UserError(ErrorCode.EXCEEDS_REMAINING, remaining=1, unit="{0.__class__}"), "en", "only 1 {0.__class__} left"),
    ],
)
def test_a_refusal_is_worded(error: UserError, language: Language, message: str) -> None:
    assert refusal(error, language).message == message


def test_a_field_is_named_as_in_the_input() -> None:
    error = UserError(ErrorCode.BLANK, "need_line_id").within("lines", 0)
    assert error.path == ["input", "lines", "0", "needLineId"]
    assert UserError(ErrorCode.FORBIDDEN).path == ["input"]


def test_every_state_has_a_chinese_name() -> None:
    assert {state for machine in MACHINES.values() for pair in machine.pairs() for state in pair if state} <= set(
        STATES
    )


async def test_every_rule_that_an_input_can_reach_has_a_code(database: Addresses) -> None:
    sources = "".join(path.read_text("utf-8") for path in MIGRATIONS.glob("*.sql"))
    rules = set(re.findall(r"(?:refuse|refuse_change|require_resolution)\(''?(\w+)''?", sources))
    checked = await constraints(database) - enumerations()
    assert checked | rules == set(RULES) | set(OUT_OF_REACH)
    assert not set(RULES) & set(OUT_OF_REACH)


async def constraints(database: Addresses) -> set[str]:
    """Names of all checks and unique constraints of the tables that mutations write."""
    query = """SELECT conname FROM pg_constraint
               WHERE contype IN ('c', 'u') AND conrelid = ANY ($1::text[]::regclass[])
               UNION SELECT indexrelid::regclass::text FROM pg_index
               WHERE indisunique AND NOT indisprimary AND indrelid = ANY ($1::text[]::regclass[])"""
    connection = await asyncpg.connect(database.owner.url)
    try:
        return {row["conname"] for row in await connection.fetch(query, list(WRITTEN))}
    finally:
        await connection.close()


def enumerations() -> set[str]:
    """Names of the checks that a column holds one of its enumeration's values: GraphQL lets no other in."""
    return {
        f"ck_{table.name}_{column.type.name}"
        for table in Base.metadata.tables.values()
        for column in table.columns
        if isinstance(column.type, Enum)
    }
