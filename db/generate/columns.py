"""The generated tables and the columns that their rows have, in the order in which they are loaded."""

DATED = ("created_at", "updated_at", "created_by")
OWNED = ("subdistrict_id", "id")
PLACED = ("community_id", "grid_id")
COLUMNS: dict[str, tuple[str, ...]] = {
    "subdistrict": ("id", "code", "name"),
    "policy": (*OWNED, "updated_at"),
    "required_role": (*OWNED, "policy_id", "role"),
    "subcategory": (*OWNED, "code", "category", "name", "english_name", "keywords", "created_at", "updated_at"),
    "community": (*OWNED, "code", "name"),
    "grid": (*OWNED, "community_id", "number", "name", "households", "residents", "longitude", "latitude"),
    "party_branch": (*OWNED, "level", "name", "parent_id", *PLACED),
    "account": (
        *("id", "login", "display_name", "role", "subdistrict_id", "community_id", "branch_id", "partner_id"),
        "created_at",
    ),
    "partner_unit": (
        *(*OWNED, "name", "kind", "credit_code", "introduction", "liaison_name", "liaison_phone"),
        *("capacity", "carrying", "given", "received", "defaulted", "rated", "rating_sum", "status", *DATED),
    ),
    "service_area": (*OWNED, "partner_id", "community_id"),
    "alliance": (*OWNED, "name", "purpose", "founded_on", "branch_id", "status"),
    "membership": (
        *(*OWNED, "alliance_id", "partner_id", "agreement", "starts_on", "ends_on", "partner_consent_by"),
        *("partner_consent_at", "alliance_consent_by", "alliance_consent_at", "status"),
    ),
    "topic": (
        *(*OWNED, "reporter_id", "contact_name", "contact_phone", "branch_id", *PLACED, "title", "description"),
        *("site", "category", "urgency", "supporters", "merged_into_id", "handler_id", "outcome", "evidence"),
        *("verifier_id", "follow_up", "suspended_from", "review_on", "restricted", "status", *DATED),
    ),
    "supporter": (*OWNED, "topic_id", "account_id", "created_at"),
    "deliberation": (
        *(*OWNED, "topic_id", "branch_id", "held_at", "place", "options", "resolution", "minutes", "status"),
        *DATED,
    ),
    "attendee": (*OWNED, "deliberation_id", "role"),
    "resource": (
        *(*OWNED, "partner_id", "community_id", "title", "description", "form", "category", "quantity", "unit"),
        *("claimed", "exclusive", "available_from", "available_until", "conditions", "status", *DATED),
    ),
    "need": (
        *(*OWNED, "owner", "branch_id", "partner_id", "topic_id", *PLACED, "title", "description", "category"),
        *("quantity", "unit", "claimed", "planned", "started", "fulfilled", "beneficiaries", "site", "needed_by"),
        *("priority", "contact_name", "contact_phone", "status", *DATED),
    ),
    "project": (
        *(*OWNED, "branch_id", *PLACED, "topic_id", "title", "goal", "deliverables", "budget", "planned_end"),
        *("approved_by", "delivered_by", "accepted_by", "evidence", "follow_up", "status", *DATED),
    ),
    "need_line": (*OWNED, "project_id", "need_id", "quantity", "claimed"),
    "claim": (
        *(*OWNED, "direction", "partner_id", "branch_id", "need_id", "need_line_id", "project_id", "resource_id"),
        *("receiver_id", "quantity", "resource_quantity", "delivered", "plan", "starts_at", "ends_at"),
        *("partner_consent_by", "partner_consent_at", "branch_consent_by", "branch_consent_at", "expires_at"),
        *("status", *DATED),
    ),
    "fulfilment": (*OWNED, "claim_id", "quantity", "delivered_on", "evidence", "created_at", "created_by"),
    "whistle": (
        *(*OWNED, "kind", "level", "branch_id", "community_id", "topic_id", "title", "description", "site"),
        *("restricted", "approver_id", "outcome", "rating", "comment", "status", *DATED),
    ),
    "whistle_department": (*OWNED, "whistle_id", "partner_id", "lead", "reported_in_at"),
    "evaluation": (
        *(*OWNED, "side", "claim_id", "topic_id", "need_id", "solved", "satisfied", "score", "comment"),
        *("created_at", "created_by"),
    ),
    "deadline": (
        *(*OWNED, "subject_type", "subject_id", "kind", "while_in", "branch_id", "partner_id", "starts_at"),
        *("working_days", "raw_due_at", "due_at", "remind_at", "urge_at", "report_at", "next_at", "suspended_at"),
        *("ended_at", "provisional", "status"),
    ),
    "extension": (
        *(*OWNED, "deadline_id", "kind", "days", "review_on", "reason", "decided_by", "decided_at", "status", *DATED),
    ),
    "notice": (*OWNED, "deadline_id", "kind", "branch_id", "partner_id", "scheduled_at", "created_at"),
    "match_entry": (
        *(*OWNED, "side", "shelf", "category", "subcategory_id", "tokens", "impacts", "posted", "terms", "words"),
        "version",
    ),
    "transition": (*OWNED, "subject_type", "subject_id", "from_status", "to_status", "actor_id", "at", "reason"),
}
