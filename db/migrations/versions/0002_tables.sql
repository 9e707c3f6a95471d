-- What handling takes: new tables as the models declare them, and what older ones gain; `make check` compares.

CREATE TABLE topic (
    subdistrict_id UUID NOT NULL,
    id UUID DEFAULT uuidv7() NOT NULL,
    reporter_id UUID,
    contact_name TEXT,
    contact_phone TEXT,
    branch_id UUID NOT NULL,
    community_id UUID,
    grid_id UUID,
    title TEXT NOT NULL,
    description TEXT DEFAULT '' NOT NULL,
    site TEXT,
    category VARCHAR(32) NOT NULL,
    urgency VARCHAR(32) DEFAULT 'SEVEN_DAYS' NOT NULL,
    supporters INTEGER DEFAULT '0' NOT NULL,
    merged_into_id UUID,
    handler_id UUID,
    outcome TEXT DEFAULT '' NOT NULL,
    evidence TEXT DEFAULT '' NOT NULL,
    verifier_id UUID,
    follow_up VARCHAR(32),
    suspended_from TEXT,
    review_on DATE,
    restricted BOOLEAN GENERATED ALWAYS AS (category = 'HARDSHIP') STORED NOT NULL,
    status VARCHAR(32) NOT NULL,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    updated_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    created_by UUID,
    CONSTRAINT pk_topic PRIMARY KEY (subdistrict_id, id),
    CONSTRAINT fk_topic_subdistrict_id_branch_id FOREIGN KEY(subdistrict_id, branch_id) REFERENCES party_branch (subdistrict_id, id),
    CONSTRAINT fk_topic_subdistrict_id_community_id FOREIGN KEY(subdistrict_id, community_id) REFERENCES community (subdistrict_id, id),
    CONSTRAINT fk_topic_subdistrict_id_grid_id_community_id FOREIGN KEY(subdistrict_id, grid_id, community_id) REFERENCES grid (subdistrict_id, id, community_id),
    CONSTRAINT fk_topic_subdistrict_id_merged_into_id FOREIGN KEY(subdistrict_id, merged_into_id) REFERENCES topic (subdistrict_id, id),
    CONSTRAINT ck_topic_community_of_grid CHECK (grid_id IS NULL OR community_id IS NOT NULL),
    CONSTRAINT ck_topic_merged_into CHECK ((status = 'MERGED') = (merged_into_id IS NOT NULL)),
    CONSTRAINT ck_topic_not_into_itself CHECK (merged_into_id <> id),
    CONSTRAINT ck_topic_suspended_from CHECK ((status = 'SUSPENDED') = (suspended_from IS NOT NULL)),
    CONSTRAINT ck_topic_suspended_until CHECK (status <> 'SUSPENDED' OR review_on IS NOT NULL),
    CONSTRAINT ck_topic_handled_by CHECK (status NOT IN ('HANDLED', 'VERIFIED', 'CLOSED') OR handler_id IS NOT NULL),
    CONSTRAINT ck_topic_verified_by CHECK (status NOT IN ('VERIFIED', 'CLOSED') OR verifier_id IS NOT NULL),
    CONSTRAINT ck_topic_closed_with_follow_up CHECK (status <> 'CLOSED' OR follow_up IS NOT NULL),
    CONSTRAINT ck_topic_verifier_is_another CHECK (verifier_id <> handler_id),
    CONSTRAINT ck_topic_supporters_not_negative CHECK (supporters >= 0),
    CONSTRAINT ck_topic_title_not_blank CHECK (title ~ '\S'),
    CONSTRAINT fk_topic_subdistrict_id FOREIGN KEY(subdistrict_id) REFERENCES subdistrict (id),
    CONSTRAINT fk_topic_reporter_id FOREIGN KEY(reporter_id) REFERENCES account (id),
    CONSTRAINT ck_topic_category CHECK (category IN ('BUILDING_REPAIR', 'SAFETY_HAZARD', 'ENVIRONMENT', 'ELDERLY_CARE', 'CHILD_CARE', 'HEALTH', 'LEGAL_AID', 'CULTURE_SPORTS', 'TRAINING', 'HARDSHIP', 'TRAFFIC_PARKING', 'BUSINESS_SERVICE', 'OTHER')),
    CONSTRAINT ck_topic_urgency CHECK (urgency IN ('SAME_DAY', 'THREE_DAYS', 'SEVEN_DAYS')),
    CONSTRAINT fk_topic_handler_id FOREIGN KEY(handler_id) REFERENCES account (id),
    CONSTRAINT fk_topic_verifier_id FOREIGN KEY(verifier_id) REFERENCES account (id),
    CONSTRAINT ck_topic_follow_up CHECK (follow_up IN ('SATISFIED', 'DISSATISFIED', 'NO_ANSWER')),
    CONSTRAINT ck_topic_topic_status CHECK (status IN ('SUBMITTED', 'ACCEPTED', 'RETURNED', 'MERGED', 'DELIBERATING', 'RESOLVED', 'NEED_POSTED', 'WHISTLED', 'HANDLED', 'VERIFIED', 'CLOSED', 'REWORK', 'REOPENED', 'SUSPENDED')),
    CONSTRAINT fk_topic_created_by FOREIGN KEY(created_by) REFERENCES account (id)
);

CREATE INDEX ix_topic_subdistrict_id_status_id ON topic (subdistrict_id, status, id);

CREATE INDEX ix_topic_subdistrict_id_created_at_id ON topic (subdistrict_id, created_at, id);

CREATE INDEX ix_topic_subdistrict_id_community_id_id ON topic (subdistrict_id, community_id, id);

CREATE INDEX ix_topic_subdistrict_id_merged_into_id ON topic (subdistrict_id, merged_into_id);

CREATE INDEX ix_topic_subdistrict_id_reporter_id_id ON topic (subdistrict_id, reporter_id, id);

CREATE INDEX ix_topic_subdistrict_id_branch_id_id ON topic (subdistrict_id, branch_id, id);

CREATE INDEX ix_topic_subdistrict_id_grid_id_id ON topic (subdistrict_id, grid_id, id);

CREATE TABLE joint_meeting (
    subdistrict_id UUID NOT NULL,
    id UUID DEFAULT uuidv7() NOT NULL,
    branch_id UUID NOT NULL,
    title TEXT NOT NULL,
    meets_at TIMESTAMP WITH TIME ZONE NOT NULL,
    place TEXT,
    minutes TEXT DEFAULT '' NOT NULL,
    reported_at_id UUID,
    status VARCHAR(32) NOT NULL,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    updated_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    created_by UUID,
    CONSTRAINT pk_joint_meeting PRIMARY KEY (subdistrict_id, id),
    CONSTRAINT fk_joint_meeting_subdistrict_id_branch_id FOREIGN KEY(subdistrict_id, branch_id) REFERENCES party_branch (subdistrict_id, id),
    CONSTRAINT fk_joint_meeting_subdistrict_id_reported_at_id FOREIGN KEY(subdistrict_id, reported_at_id) REFERENCES joint_meeting (subdistrict_id, id),
    CONSTRAINT ck_joint_meeting_reported_at CHECK ((status = 'REPORTED') = (reported_at_id IS NOT NULL)),
    CONSTRAINT ck_joint_meeting_held_with_minutes CHECK (status NOT IN ('HELD', 'REPORTED') OR minutes ~ '\S'),
    CONSTRAINT ck_joint_meeting_reported_at_another CHECK (reported_at_id <> id),
    CONSTRAINT ck_joint_meeting_title_not_blank CHECK (title ~ '\S'),
    CONSTRAINT fk_joint_meeting_subdistrict_id FOREIGN KEY(subdistrict_id) REFERENCES subdistrict (id),
    CONSTRAINT ck_joint_meeting_meeting_status CHECK (status IN ('CONVENED', 'HELD', 'REPORTED', 'CANCELLED')),
    CONSTRAINT fk_joint_meeting_created_by FOREIGN KEY(created_by) REFERENCES account (id)
);

CREATE INDEX ix_joint_meeting_subdistrict_id_branch_id_id ON joint_meeting (subdistrict_id, branch_id, id);

CREATE TABLE fulfilment (
    subdistrict_id UUID NOT NULL,
    id UUID DEFAULT uuidv7() NOT NULL,
    claim_id UUID NOT NULL,
    quantity INTEGER NOT NULL,
    delivered_on DATE NOT NULL,
    evidence TEXT NOT NULL,
    returned BOOLEAN DEFAULT 'false' NOT NULL,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    created_by UUID,
    CONSTRAINT pk_fulfilment PRIMARY KEY (subdistrict_id, id),
    CONSTRAINT fk_fulfilment_subdistrict_id_claim_id FOREIGN KEY(subdistrict_id, claim_id) REFERENCES claim (subdistrict_id, id),
    CONSTRAINT ck_fulfilment_quantity_positive CHECK (quantity > 0),
    CONSTRAINT ck_fulfilment_evidence_not_blank CHECK (evidence ~ '\S'),
    CONSTRAINT fk_fulfilment_subdistrict_id FOREIGN KEY(subdistrict_id) REFERENCES subdistrict (id),
    CONSTRAINT fk_fulfilment_created_by FOREIGN KEY(created_by) REFERENCES account (id)
);

CREATE INDEX ix_fulfilment_subdistrict_id_claim_id_id ON fulfilment (subdistrict_id, claim_id, id);

CREATE TABLE milestone (
    subdistrict_id UUID NOT NULL,
    id UUID DEFAULT uuidv7() NOT NULL,
    project_id UUID NOT NULL,
    title TEXT NOT NULL,
    due_on DATE,
    done_on DATE,
    evidence TEXT DEFAULT '' NOT NULL,
    done_by UUID,
    CONSTRAINT pk_milestone PRIMARY KEY (subdistrict_id, id),
    CONSTRAINT fk_milestone_subdistrict_id_project_id FOREIGN KEY(subdistrict_id, project_id) REFERENCES project (subdistrict_id, id),
    CONSTRAINT ck_milestone_done_with_evidence CHECK ((done_on IS NULL) = (evidence !~ '\S')),
    CONSTRAINT ck_milestone_title_not_blank CHECK (title ~ '\S'),
    CONSTRAINT fk_milestone_subdistrict_id FOREIGN KEY(subdistrict_id) REFERENCES subdistrict (id),
    CONSTRAINT fk_milestone_done_by FOREIGN KEY(done_by) REFERENCES account (id)
);

CREATE INDEX ix_milestone_subdistrict_id_project_id_id ON milestone (subdistrict_id, project_id, id);

CREATE TABLE deadline (
    subdistrict_id UUID NOT NULL,
    id UUID DEFAULT uuidv7() NOT NULL,
    subject_type VARCHAR(32) NOT NULL,
    subject_id UUID NOT NULL,
    kind VARCHAR(32) NOT NULL,
    while_in TEXT[] NOT NULL,
    branch_id UUID,
    partner_id UUID,
    starts_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    working_days INTEGER,
    raw_due_at TIMESTAMP WITH TIME ZONE NOT NULL,
    due_at TIMESTAMP WITH TIME ZONE NOT NULL,
    remind_at TIMESTAMP WITH TIME ZONE,
    urge_at TIMESTAMP WITH TIME ZONE,
    report_at TIMESTAMP WITH TIME ZONE,
    next_at TIMESTAMP WITH TIME ZONE,
    suspended_at TIMESTAMP WITH TIME ZONE,
    ended_at TIMESTAMP WITH TIME ZONE,
    provisional BOOLEAN DEFAULT 'false' NOT NULL,
    status VARCHAR(32) DEFAULT 'RUNNING' NOT NULL,
    CONSTRAINT pk_deadline PRIMARY KEY (subdistrict_id, id),
    CONSTRAINT fk_deadline_subdistrict_id_branch_id FOREIGN KEY(subdistrict_id, branch_id) REFERENCES party_branch (subdistrict_id, id),
    CONSTRAINT fk_deadline_subdistrict_id_partner_id FOREIGN KEY(subdistrict_id, partner_id) REFERENCES partner_unit (subdistrict_id, id),
    CONSTRAINT ck_deadline_ended CHECK ((ended_at IS NULL) = (status IN ('RUNNING', 'SUSPENDED'))),
    CONSTRAINT ck_deadline_suspended CHECK ((status = 'SUSPENDED') = (suspended_at IS NOT NULL)),
    CONSTRAINT ck_deadline_next_while_running CHECK (next_at IS NULL OR status = 'RUNNING'),
    CONSTRAINT fk_deadline_subdistrict_id FOREIGN KEY(subdistrict_id) REFERENCES subdistrict (id),
    CONSTRAINT ck_deadline_subject_type CHECK (subject_type IN ('NEED', 'RESOURCE', 'PROJECT', 'CLAIM', 'PARTNER_UNIT', 'TOPIC', 'DELIBERATION', 'JOINT_MEETING', 'WHISTLE', 'ALLIANCE', 'MEMBERSHIP', 'EXTENSION')),
    CONSTRAINT ck_deadline_deadline_kind CHECK (kind IN ('ACCEPT_TOPIC', 'HANDLE_TOPIC', 'REVIEW_SUSPENSION', 'EXPIRE_NEED', 'EXPIRE_RESOURCE', 'ANSWER_CLAIM', 'DELIVER_CLAIM', 'CONFIRM_CLAIM', 'FINISH_PROJECT', 'REPORT_IN', 'HANDLE_WHISTLE', 'END_MEMBERSHIP')),
    CONSTRAINT ck_deadline_deadline_status CHECK (status IN ('RUNNING', 'SUSPENDED', 'MET', 'LATE', 'EXPIRED', 'CANCELLED'))
);

CREATE INDEX ix_deadline_subdistrict_id_status_due_at_id ON deadline (subdistrict_id, status, due_at, id);

CREATE INDEX ix_deadline_subdistrict_id_subject_id_id ON deadline (subdistrict_id, subject_id, id);

CREATE INDEX ix_deadline_subdistrict_id_partner_id_id ON deadline (subdistrict_id, partner_id, id);

CREATE INDEX ix_deadline_next ON deadline (subdistrict_id, next_at) WHERE next_at IS NOT NULL;

CREATE INDEX ix_deadline_provisional ON deadline (subdistrict_id, id) WHERE provisional AND ended_at IS NULL;

CREATE INDEX ix_deadline_subdistrict_id_branch_id_id ON deadline (subdistrict_id, branch_id, id);

CREATE TABLE policy (
    subdistrict_id UUID NOT NULL,
    id UUID DEFAULT uuidv7() NOT NULL,
    accept_days INTEGER DEFAULT '1' NOT NULL,
    same_day_days INTEGER DEFAULT '0' NOT NULL,
    three_days INTEGER DEFAULT '3' NOT NULL,
    seven_days INTEGER DEFAULT '7' NOT NULL,
    longest_days INTEGER DEFAULT '15' NOT NULL,
    consent_days INTEGER DEFAULT '3' NOT NULL,
    delivery_days INTEGER DEFAULT '15' NOT NULL,
    confirm_days INTEGER DEFAULT '5' NOT NULL,
    report_in_minutes INTEGER DEFAULT '30' NOT NULL,
    report_in_days INTEGER DEFAULT '1' NOT NULL,
    whistle_days INTEGER DEFAULT '7' NOT NULL,
    report_after_days INTEGER DEFAULT '5' NOT NULL,
    updated_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    CONSTRAINT pk_policy PRIMARY KEY (subdistrict_id, id),
    CONSTRAINT uq_policy_subdistrict_id UNIQUE (subdistrict_id),
    CONSTRAINT ck_policy_days_positive CHECK (least(accept_days, three_days, seven_days, consent_days, delivery_days, confirm_days, report_in_days, whistle_days, report_after_days) > 0 AND report_in_minutes > 0 AND same_day_days >= 0),
    CONSTRAINT ck_policy_longest_is_longest CHECK (longest_days >= seven_days),
    CONSTRAINT fk_policy_subdistrict_id FOREIGN KEY(subdistrict_id) REFERENCES subdistrict (id)
);

CREATE TABLE calendar_year (
    subdistrict_id UUID NOT NULL,
    id UUID DEFAULT uuidv7() NOT NULL,
    year INTEGER NOT NULL,
    CONSTRAINT pk_calendar_year PRIMARY KEY (subdistrict_id, id),
    CONSTRAINT uq_calendar_year_subdistrict_id_year UNIQUE (subdistrict_id, year),
    CONSTRAINT ck_calendar_year_year_in_calendar CHECK (year BETWEEN 2000 AND 2200),
    CONSTRAINT fk_calendar_year_subdistrict_id FOREIGN KEY(subdistrict_id) REFERENCES subdistrict (id)
);

CREATE TABLE attachment (
    subdistrict_id UUID NOT NULL,
    id UUID DEFAULT uuidv7() NOT NULL,
    subject_type VARCHAR(32) NOT NULL,
    subject_id UUID NOT NULL,
    sha256 TEXT NOT NULL,
    media_type TEXT NOT NULL,
    size BIGINT NOT NULL,
    name TEXT NOT NULL,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    created_by UUID NOT NULL,
    CONSTRAINT pk_attachment PRIMARY KEY (subdistrict_id, id),
    CONSTRAINT ck_attachment_sha256_form CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    CONSTRAINT ck_attachment_size_positive CHECK (size > 0),
    CONSTRAINT ck_attachment_name_not_blank CHECK (name ~ '\S'),
    CONSTRAINT ck_attachment_media_type_not_blank CHECK (media_type ~ '\S'),
    CONSTRAINT fk_attachment_subdistrict_id FOREIGN KEY(subdistrict_id) REFERENCES subdistrict (id),
    CONSTRAINT ck_attachment_subject_type CHECK (subject_type IN ('NEED', 'RESOURCE', 'PROJECT', 'CLAIM', 'PARTNER_UNIT', 'TOPIC', 'DELIBERATION', 'JOINT_MEETING', 'WHISTLE', 'ALLIANCE', 'MEMBERSHIP', 'EXTENSION')),
    CONSTRAINT fk_attachment_created_by FOREIGN KEY(created_by) REFERENCES account (id)
);

CREATE INDEX ix_attachment_subdistrict_id_subject_id_id ON attachment (subdistrict_id, subject_id, id);

CREATE TABLE supporter (
    subdistrict_id UUID NOT NULL,
    id UUID DEFAULT uuidv7() NOT NULL,
    topic_id UUID NOT NULL,
    account_id UUID NOT NULL,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    CONSTRAINT pk_supporter PRIMARY KEY (subdistrict_id, id),
    CONSTRAINT fk_supporter_subdistrict_id_topic_id FOREIGN KEY(subdistrict_id, topic_id) REFERENCES topic (subdistrict_id, id),
    CONSTRAINT uq_supporter_subdistrict_id_topic_id_account_id UNIQUE (subdistrict_id, topic_id, account_id),
    CONSTRAINT fk_supporter_subdistrict_id FOREIGN KEY(subdistrict_id) REFERENCES subdistrict (id),
    CONSTRAINT fk_supporter_account_id FOREIGN KEY(account_id) REFERENCES account (id)
);

CREATE TABLE deliberation (
    subdistrict_id UUID NOT NULL,
    id UUID DEFAULT uuidv7() NOT NULL,
    topic_id UUID NOT NULL,
    branch_id UUID NOT NULL,
    held_at TIMESTAMP WITH TIME ZONE,
    place TEXT,
    options TEXT DEFAULT '' NOT NULL,
    resolution TEXT DEFAULT '' NOT NULL,
    minutes TEXT DEFAULT '' NOT NULL,
    status VARCHAR(32) NOT NULL,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    updated_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    created_by UUID,
    CONSTRAINT pk_deliberation PRIMARY KEY (subdistrict_id, id),
    CONSTRAINT fk_deliberation_subdistrict_id_topic_id FOREIGN KEY(subdistrict_id, topic_id) REFERENCES topic (subdistrict_id, id),
    CONSTRAINT fk_deliberation_subdistrict_id_branch_id FOREIGN KEY(subdistrict_id, branch_id) REFERENCES party_branch (subdistrict_id, id),
    CONSTRAINT ck_deliberation_minuted_with_minutes CHECK (status <> 'MINUTED' OR (minutes ~ '\S' AND resolution ~ '\S' AND held_at IS NOT NULL)),
    CONSTRAINT fk_deliberation_subdistrict_id FOREIGN KEY(subdistrict_id) REFERENCES subdistrict (id),
    CONSTRAINT ck_deliberation_deliberation_status CHECK (status IN ('CONVENED', 'MINUTED', 'CANCELLED')),
    CONSTRAINT fk_deliberation_created_by FOREIGN KEY(created_by) REFERENCES account (id)
);

CREATE INDEX ix_deliberation_subdistrict_id_branch_id_id ON deliberation (subdistrict_id, branch_id, id);

CREATE INDEX ix_deliberation_subdistrict_id_topic_id_id ON deliberation (subdistrict_id, topic_id, id);

CREATE TABLE agenda_item (
    subdistrict_id UUID NOT NULL,
    id UUID DEFAULT uuidv7() NOT NULL,
    meeting_id UUID NOT NULL,
    topic_id UUID,
    need_id UUID,
    outcome TEXT DEFAULT '' NOT NULL,
    report TEXT DEFAULT '' NOT NULL,
    CONSTRAINT pk_agenda_item PRIMARY KEY (subdistrict_id, id),
    CONSTRAINT fk_agenda_item_subdistrict_id_meeting_id FOREIGN KEY(subdistrict_id, meeting_id) REFERENCES joint_meeting (subdistrict_id, id),
    CONSTRAINT fk_agenda_item_subdistrict_id_topic_id FOREIGN KEY(subdistrict_id, topic_id) REFERENCES topic (subdistrict_id, id),
    CONSTRAINT fk_agenda_item_subdistrict_id_need_id FOREIGN KEY(subdistrict_id, need_id) REFERENCES need (subdistrict_id, id),
    CONSTRAINT ck_agenda_item_one_subject CHECK (num_nonnulls(topic_id, need_id) = 1),
    CONSTRAINT uq_agenda_item_subdistrict_id_meeting_id_topic_id UNIQUE (subdistrict_id, meeting_id, topic_id),
    CONSTRAINT uq_agenda_item_subdistrict_id_meeting_id_need_id UNIQUE (subdistrict_id, meeting_id, need_id),
    CONSTRAINT fk_agenda_item_subdistrict_id FOREIGN KEY(subdistrict_id) REFERENCES subdistrict (id)
);

CREATE TABLE whistle (
    subdistrict_id UUID NOT NULL,
    id UUID DEFAULT uuidv7() NOT NULL,
    kind VARCHAR(32) NOT NULL,
    level VARCHAR(32) NOT NULL,
    branch_id UUID NOT NULL,
    community_id UUID,
    topic_id UUID,
    need_id UUID,
    title TEXT NOT NULL,
    description TEXT DEFAULT '' NOT NULL,
    site TEXT,
    restricted BOOLEAN DEFAULT 'false' NOT NULL,
    approver_id UUID,
    outcome TEXT DEFAULT '' NOT NULL,
    rating INTEGER,
    comment TEXT DEFAULT '' NOT NULL,
    status VARCHAR(32) NOT NULL,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    updated_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    created_by UUID,
    CONSTRAINT pk_whistle PRIMARY KEY (subdistrict_id, id),
    CONSTRAINT fk_whistle_subdistrict_id_branch_id FOREIGN KEY(subdistrict_id, branch_id) REFERENCES party_branch (subdistrict_id, id),
    CONSTRAINT fk_whistle_subdistrict_id_community_id FOREIGN KEY(subdistrict_id, community_id) REFERENCES community (subdistrict_id, id),
    CONSTRAINT fk_whistle_subdistrict_id_topic_id FOREIGN KEY(subdistrict_id, topic_id) REFERENCES topic (subdistrict_id, id),
    CONSTRAINT fk_whistle_subdistrict_id_need_id FOREIGN KEY(subdistrict_id, need_id) REFERENCES need (subdistrict_id, id),
    CONSTRAINT ck_whistle_rating_of_five CHECK (rating BETWEEN 1 AND 5),
    CONSTRAINT ck_whistle_rated CHECK ((status = 'RATED') = (rating IS NOT NULL)),
    CONSTRAINT ck_whistle_done_with_outcome CHECK (status NOT IN ('DONE', 'RATED') OR outcome ~ '\S'),
    CONSTRAINT ck_whistle_title_not_blank CHECK (title ~ '\S'),
    CONSTRAINT fk_whistle_subdistrict_id FOREIGN KEY(subdistrict_id) REFERENCES subdistrict (id),
    CONSTRAINT ck_whistle_whistle_kind CHECK (kind IN ('BEYOND_AUTHORITY', 'JOINT_ENFORCEMENT', 'EMERGENCY')),
    CONSTRAINT ck_whistle_branch_level CHECK (level IN ('SUBDISTRICT', 'COMMUNITY', 'GRID', 'BUILDING')),
    CONSTRAINT fk_whistle_approver_id FOREIGN KEY(approver_id) REFERENCES account (id),
    CONSTRAINT ck_whistle_whistle_status CHECK (status IN ('RAISED', 'REFUSED', 'APPROVED', 'DISPATCHED', 'RETURNED', 'REPORTED_IN', 'HANDLING', 'DONE', 'RATED')),
    CONSTRAINT fk_whistle_created_by FOREIGN KEY(created_by) REFERENCES account (id)
);

CREATE INDEX ix_whistle_subdistrict_id_branch_id_id ON whistle (subdistrict_id, branch_id, id);

CREATE INDEX ix_whistle_subdistrict_id_topic_id ON whistle (subdistrict_id, topic_id);

CREATE INDEX ix_whistle_subdistrict_id_need_id ON whistle (subdistrict_id, need_id);

CREATE INDEX ix_whistle_subdistrict_id_status_id ON whistle (subdistrict_id, status, id);

CREATE TABLE evaluation (
    subdistrict_id UUID NOT NULL,
    id UUID DEFAULT uuidv7() NOT NULL,
    side VARCHAR(32) NOT NULL,
    claim_id UUID,
    topic_id UUID,
    need_id UUID,
    solved BOOLEAN NOT NULL,
    satisfied BOOLEAN NOT NULL,
    score INTEGER NOT NULL,
    comment TEXT DEFAULT '' NOT NULL,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    created_by UUID NOT NULL,
    CONSTRAINT pk_evaluation PRIMARY KEY (subdistrict_id, id),
    CONSTRAINT fk_evaluation_subdistrict_id_claim_id FOREIGN KEY(subdistrict_id, claim_id) REFERENCES claim (subdistrict_id, id),
    CONSTRAINT fk_evaluation_subdistrict_id_topic_id FOREIGN KEY(subdistrict_id, topic_id) REFERENCES topic (subdistrict_id, id),
    CONSTRAINT fk_evaluation_subdistrict_id_need_id FOREIGN KEY(subdistrict_id, need_id) REFERENCES need (subdistrict_id, id),
    CONSTRAINT ck_evaluation_score_of_five CHECK (score BETWEEN 1 AND 5),
    CONSTRAINT ck_evaluation_subject_by_side CHECK (CASE side WHEN 'RESIDENT_RATES_OUTCOME' THEN topic_id WHEN 'OWNER_RATES_NEED' THEN need_id ELSE claim_id END IS NOT NULL AND num_nonnulls(claim_id, topic_id, need_id) = 1),
    CONSTRAINT uq_evaluation_subdistrict_id_claim_id_side UNIQUE (subdistrict_id, claim_id, side),
    CONSTRAINT uq_evaluation_subdistrict_id_topic_id_created_by UNIQUE (subdistrict_id, topic_id, created_by),
    CONSTRAINT uq_evaluation_subdistrict_id_need_id UNIQUE (subdistrict_id, need_id),
    CONSTRAINT fk_evaluation_subdistrict_id FOREIGN KEY(subdistrict_id) REFERENCES subdistrict (id),
    CONSTRAINT ck_evaluation_evaluation_side CHECK (side IN ('BRANCH_RATES_PARTNER', 'PARTNER_RATES_BRANCH', 'RESIDENT_RATES_OUTCOME', 'OWNER_RATES_NEED')),
    CONSTRAINT fk_evaluation_created_by FOREIGN KEY(created_by) REFERENCES account (id)
);

CREATE TABLE extension (
    subdistrict_id UUID NOT NULL,
    id UUID DEFAULT uuidv7() NOT NULL,
    deadline_id UUID NOT NULL,
    kind VARCHAR(32) NOT NULL,
    days INTEGER,
    review_on DATE,
    reason TEXT NOT NULL,
    decided_by UUID,
    decided_at TIMESTAMP WITH TIME ZONE,
    status VARCHAR(32) NOT NULL,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    updated_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    created_by UUID,
    CONSTRAINT pk_extension PRIMARY KEY (subdistrict_id, id),
    CONSTRAINT fk_extension_subdistrict_id_deadline_id FOREIGN KEY(subdistrict_id, deadline_id) REFERENCES deadline (subdistrict_id, id),
    CONSTRAINT ck_extension_days_by_kind CHECK ((kind = 'EXTENSION') = (days IS NOT NULL)),
    CONSTRAINT ck_extension_review_by_kind CHECK ((kind = 'SUSPENSION') = (review_on IS NOT NULL)),
    CONSTRAINT ck_extension_days_positive CHECK (days > 0),
    CONSTRAINT ck_extension_decided CHECK ((status = 'ASKED') = (decided_by IS NULL)),
    CONSTRAINT ck_extension_decided_by_another CHECK (decided_by <> created_by),
    CONSTRAINT fk_extension_subdistrict_id FOREIGN KEY(subdistrict_id) REFERENCES subdistrict (id),
    CONSTRAINT ck_extension_extension_kind CHECK (kind IN ('EXTENSION', 'SUSPENSION')),
    CONSTRAINT fk_extension_decided_by FOREIGN KEY(decided_by) REFERENCES account (id),
    CONSTRAINT ck_extension_extension_status CHECK (status IN ('ASKED', 'APPROVED', 'REFUSED')),
    CONSTRAINT fk_extension_created_by FOREIGN KEY(created_by) REFERENCES account (id)
);

CREATE UNIQUE INDEX uq_extension_asked ON extension (subdistrict_id, deadline_id) WHERE status = 'ASKED';

CREATE INDEX ix_extension_subdistrict_id_deadline_id_id ON extension (subdistrict_id, deadline_id, id);

CREATE TABLE notice (
    subdistrict_id UUID NOT NULL,
    id UUID DEFAULT uuidv7() NOT NULL,
    deadline_id UUID NOT NULL,
    kind VARCHAR(32) NOT NULL,
    branch_id UUID,
    partner_id UUID,
    scheduled_at TIMESTAMP WITH TIME ZONE NOT NULL,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    CONSTRAINT pk_notice PRIMARY KEY (subdistrict_id, id),
    CONSTRAINT fk_notice_subdistrict_id_deadline_id FOREIGN KEY(subdistrict_id, deadline_id) REFERENCES deadline (subdistrict_id, id),
    CONSTRAINT uq_notice_subdistrict_id_deadline_id_kind UNIQUE (subdistrict_id, deadline_id, kind),
    CONSTRAINT fk_notice_subdistrict_id FOREIGN KEY(subdistrict_id) REFERENCES subdistrict (id),
    CONSTRAINT ck_notice_notice_kind CHECK (kind IN ('REMINDER', 'URGING', 'REPORT', 'EXPIRY'))
);

CREATE INDEX ix_notice_subdistrict_id_partner_id_id ON notice (subdistrict_id, partner_id, id);

CREATE INDEX ix_notice_subdistrict_id_branch_id_id ON notice (subdistrict_id, branch_id, id);

CREATE TABLE required_role (
    subdistrict_id UUID NOT NULL,
    id UUID DEFAULT uuidv7() NOT NULL,
    policy_id UUID NOT NULL,
    role VARCHAR(32) NOT NULL,
    CONSTRAINT pk_required_role PRIMARY KEY (subdistrict_id, id),
    CONSTRAINT fk_required_role_subdistrict_id_policy_id FOREIGN KEY(subdistrict_id, policy_id) REFERENCES policy (subdistrict_id, id),
    CONSTRAINT uq_required_role_subdistrict_id_policy_id_role UNIQUE (subdistrict_id, policy_id, role),
    CONSTRAINT fk_required_role_subdistrict_id FOREIGN KEY(subdistrict_id) REFERENCES subdistrict (id),
    CONSTRAINT ck_required_role_attendee_role CHECK (role IN ('RESIDENT', 'OWNERS_COMMITTEE', 'PROPERTY_MANAGER', 'GRID_WORKER', 'GRID_SECRETARY', 'GRID_INSTRUCTOR', 'COMMUNITY_SECRETARY', 'PARTNER', 'DEPARTMENT', 'EXPERT', 'OTHER'))
);

CREATE TABLE calendar_day (
    subdistrict_id UUID NOT NULL,
    id UUID DEFAULT uuidv7() NOT NULL,
    year_id UUID NOT NULL,
    day DATE NOT NULL,
    working BOOLEAN NOT NULL,
    name TEXT DEFAULT '' NOT NULL,
    CONSTRAINT pk_calendar_day PRIMARY KEY (subdistrict_id, id),
    CONSTRAINT fk_calendar_day_subdistrict_id_year_id FOREIGN KEY(subdistrict_id, year_id) REFERENCES calendar_year (subdistrict_id, id),
    CONSTRAINT uq_calendar_day_subdistrict_id_day UNIQUE (subdistrict_id, day),
    CONSTRAINT fk_calendar_day_subdistrict_id FOREIGN KEY(subdistrict_id) REFERENCES subdistrict (id)
);

CREATE TABLE attendee (
    subdistrict_id UUID NOT NULL,
    id UUID DEFAULT uuidv7() NOT NULL,
    deliberation_id UUID NOT NULL,
    role VARCHAR(32) NOT NULL,
    name TEXT,
    CONSTRAINT pk_attendee PRIMARY KEY (subdistrict_id, id),
    CONSTRAINT fk_attendee_subdistrict_id_deliberation_id FOREIGN KEY(subdistrict_id, deliberation_id) REFERENCES deliberation (subdistrict_id, id),
    CONSTRAINT fk_attendee_subdistrict_id FOREIGN KEY(subdistrict_id) REFERENCES subdistrict (id),
    CONSTRAINT ck_attendee_attendee_role CHECK (role IN ('RESIDENT', 'OWNERS_COMMITTEE', 'PROPERTY_MANAGER', 'GRID_WORKER', 'GRID_SECRETARY', 'GRID_INSTRUCTOR', 'COMMUNITY_SECRETARY', 'PARTNER', 'DEPARTMENT', 'EXPERT', 'OTHER'))
);

CREATE INDEX ix_attendee_subdistrict_id_deliberation_id ON attendee (subdistrict_id, deliberation_id);

CREATE TABLE whistle_department (
    subdistrict_id UUID NOT NULL,
    id UUID DEFAULT uuidv7() NOT NULL,
    whistle_id UUID NOT NULL,
    partner_id UUID NOT NULL,
    lead BOOLEAN NOT NULL,
    reported_in_at TIMESTAMP WITH TIME ZONE,
    CONSTRAINT pk_whistle_department PRIMARY KEY (subdistrict_id, id),
    CONSTRAINT fk_whistle_department_subdistrict_id_whistle_id FOREIGN KEY(subdistrict_id, whistle_id) REFERENCES whistle (subdistrict_id, id),
    CONSTRAINT fk_whistle_department_subdistrict_id_partner_id FOREIGN KEY(subdistrict_id, partner_id) REFERENCES partner_unit (subdistrict_id, id),
    CONSTRAINT uq_whistle_department_subdistrict_id_whistle_id_partner_id UNIQUE (subdistrict_id, whistle_id, partner_id),
    CONSTRAINT fk_whistle_department_subdistrict_id FOREIGN KEY(subdistrict_id) REFERENCES subdistrict (id)
);

CREATE INDEX ix_whistle_department_subdistrict_id_partner_id_id ON whistle_department (subdistrict_id, partner_id, id);

CREATE UNIQUE INDEX uq_whistle_department_lead ON whistle_department (subdistrict_id, whistle_id) WHERE lead;

ALTER TABLE transition DROP CONSTRAINT ck_transition_subject_type, ADD CONSTRAINT ck_transition_subject_type
    CHECK (subject_type IN ('NEED', 'RESOURCE', 'PROJECT', 'CLAIM', 'PARTNER_UNIT', 'TOPIC', 'DELIBERATION',
        'JOINT_MEETING', 'WHISTLE', 'ALLIANCE', 'MEMBERSHIP', 'EXTENSION'));

ALTER TABLE lifecycle DROP CONSTRAINT ck_lifecycle_subject_type, ADD CONSTRAINT ck_lifecycle_subject_type
    CHECK (subject_type IN ('NEED', 'RESOURCE', 'PROJECT', 'CLAIM', 'PARTNER_UNIT', 'TOPIC', 'DELIBERATION',
        'JOINT_MEETING', 'WHISTLE', 'ALLIANCE', 'MEMBERSHIP', 'EXTENSION'));

ALTER TABLE need
    ADD COLUMN topic_id UUID,
    ADD COLUMN started INTEGER DEFAULT '0' NOT NULL,
    ADD COLUMN fulfilled INTEGER DEFAULT '0' NOT NULL,
    ADD CONSTRAINT fk_need_subdistrict_id_topic_id FOREIGN KEY (subdistrict_id, topic_id)
        REFERENCES topic (subdistrict_id, id),
    ADD CONSTRAINT ck_need_delivery_within_claimed
        CHECK (fulfilled BETWEEN 0 AND started AND started <= claimed);

CREATE INDEX ix_need_subdistrict_id_topic_id ON need (subdistrict_id, topic_id);

ALTER TABLE project
    ADD COLUMN topic_id UUID,
    ADD COLUMN approved_by UUID CONSTRAINT fk_project_approved_by REFERENCES account (id),
    ADD COLUMN delivered_by UUID CONSTRAINT fk_project_delivered_by REFERENCES account (id),
    ADD COLUMN accepted_by UUID CONSTRAINT fk_project_accepted_by REFERENCES account (id),
    ADD COLUMN evidence TEXT DEFAULT '' NOT NULL,
    ADD COLUMN follow_up VARCHAR(32),
    ADD CONSTRAINT fk_project_subdistrict_id_topic_id FOREIGN KEY (subdistrict_id, topic_id)
        REFERENCES topic (subdistrict_id, id),
    ADD CONSTRAINT ck_project_follow_up CHECK (follow_up IN ('SATISFIED', 'DISSATISFIED', 'NO_ANSWER')),
    ADD CONSTRAINT ck_project_accepter_is_another CHECK (accepted_by <> delivered_by);


CREATE INDEX ix_project_subdistrict_id_topic_id ON project (subdistrict_id, topic_id);

-- What was accepted before there was evidence, or closed before there was a follow-up, says so; the update changes no
-- state, so nothing is logged.
UPDATE project SET evidence = '升级前验收，无佐证记录 accepted before evidence was recorded',
    follow_up = CASE status WHEN 'CLOSED' THEN 'NO_ANSWER' END
WHERE status IN ('ACCEPTED', 'CLOSED');

ALTER TABLE project ADD CONSTRAINT ck_project_closed_with_follow_up
    CHECK (status <> 'CLOSED' OR follow_up IS NOT NULL);

ALTER TABLE partner_unit
    ADD COLUMN given INTEGER DEFAULT '0' NOT NULL,
    ADD COLUMN received INTEGER DEFAULT '0' NOT NULL;

ALTER TABLE claim
    ADD COLUMN receiver_id UUID,
    ADD COLUMN delivered INTEGER DEFAULT '0' NOT NULL,
    ADD CONSTRAINT fk_claim_subdistrict_id_receiver_id FOREIGN KEY (subdistrict_id, receiver_id)
        REFERENCES partner_unit (subdistrict_id, id),
    ADD CONSTRAINT ck_claim_delivered_within_quantity CHECK (delivered BETWEEN 0 AND quantity);

CREATE INDEX ix_claim_subdistrict_id_receiver_id_id ON claim (subdistrict_id, receiver_id, id);

ALTER TABLE alliance
    ADD COLUMN branch_id UUID,
    ADD COLUMN status VARCHAR(32) DEFAULT 'ACTIVE' NOT NULL,
    ADD CONSTRAINT fk_alliance_subdistrict_id_branch_id FOREIGN KEY (subdistrict_id, branch_id)
        REFERENCES party_branch (subdistrict_id, id),
    ADD CONSTRAINT ck_alliance_alliance_status CHECK (status IN ('ACTIVE', 'DISSOLVED'));

ALTER TABLE membership
    ADD COLUMN partner_consent_by UUID,
    ADD COLUMN partner_consent_at TIMESTAMP WITH TIME ZONE,
    ADD COLUMN alliance_consent_by UUID,
    ADD COLUMN alliance_consent_at TIMESTAMP WITH TIME ZONE,
    ADD COLUMN status VARCHAR(32) DEFAULT 'JOINED' NOT NULL,
    ADD CONSTRAINT fk_membership_partner_consent_by FOREIGN KEY (partner_consent_by) REFERENCES account (id),
    ADD CONSTRAINT fk_membership_alliance_consent_by FOREIGN KEY (alliance_consent_by) REFERENCES account (id),
    ADD CONSTRAINT ck_membership_membership_status
        CHECK (status IN ('INVITED', 'APPLIED', 'JOINED', 'DECLINED', 'LEFT', 'ENDED')),
    ADD CONSTRAINT ck_membership_consent_who_and_when
        CHECK ((partner_consent_by IS NULL) = (partner_consent_at IS NULL)
            AND (alliance_consent_by IS NULL) = (alliance_consent_at IS NULL)),
    ADD CONSTRAINT ck_membership_consents_of_two CHECK (partner_consent_by <> alliance_consent_by),
    DROP CONSTRAINT uq_membership_subdistrict_id_alliance_id_partner_id;

-- The defaults were for what was there before.
ALTER TABLE alliance ALTER COLUMN status DROP DEFAULT;

ALTER TABLE membership ALTER COLUMN status DROP DEFAULT;

CREATE UNIQUE INDEX uq_membership_live ON membership (subdistrict_id, alliance_id, partner_id)
    WHERE status IN ('INVITED', 'APPLIED', 'JOINED');
