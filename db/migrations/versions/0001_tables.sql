-- The tables, as the models declare them; `make check` compares.

CREATE TABLE subdistrict (
    id UUID DEFAULT uuidv7() NOT NULL,
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    CONSTRAINT pk_subdistrict PRIMARY KEY (id),
    CONSTRAINT ck_subdistrict_code_digits CHECK (code ~ '^[0-9]{9}$'),
    CONSTRAINT ck_subdistrict_name_not_blank CHECK (name ~ '\S'),
    CONSTRAINT uq_subdistrict_code UNIQUE (code)
);

CREATE TABLE lifecycle (
    subject_type VARCHAR(32) NOT NULL,
    from_status TEXT NOT NULL,
    to_status TEXT NOT NULL,
    CONSTRAINT pk_lifecycle PRIMARY KEY (subject_type, from_status, to_status),
    CONSTRAINT ck_lifecycle_subject_type CHECK (subject_type IN ('NEED', 'RESOURCE', 'PROJECT', 'CLAIM', 'PARTNER_UNIT'))
);

CREATE TABLE account (
    id UUID DEFAULT uuidv7() NOT NULL,
    login TEXT NOT NULL,
    display_name TEXT NOT NULL,
    role VARCHAR(32) NOT NULL,
    subdistrict_id UUID,
    community_id UUID,
    branch_id UUID,
    partner_id UUID,
    code_prefix TEXT,
    password_hash TEXT,
    oidc_subject TEXT,
    disabled BOOLEAN DEFAULT 'false' NOT NULL,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    CONSTRAINT pk_account PRIMARY KEY (id),
    CONSTRAINT ck_account_prefix_by_role CHECK ((role IN ('REGION_ADMIN', 'AUDITOR')) = (code_prefix IS NOT NULL)),
    CONSTRAINT ck_account_subdistrict_or_prefix CHECK ((code_prefix IS NULL) = (subdistrict_id IS NOT NULL)),
    CONSTRAINT ck_account_prefix_digits CHECK (code_prefix ~ '^[0-9]{2,9}$'),
    CONSTRAINT ck_account_branch_by_role CHECK ((role IN ('GRID_WORKER', 'GRID_SECRETARY', 'GRID_INSTRUCTOR')) = (branch_id IS NOT NULL)),
    CONSTRAINT ck_account_community_by_role CHECK ((role = 'COMMUNITY_SECRETARY') = (community_id IS NOT NULL)),
    CONSTRAINT ck_account_partner_by_role CHECK ((role IN ('PARTNER_LIAISON', 'DEPARTMENT_OFFICER')) = (partner_id IS NOT NULL)),
    CONSTRAINT ck_account_login_not_blank CHECK (login ~ '\S'),
    CONSTRAINT ck_account_display_name_not_blank CHECK (display_name ~ '\S'),
    CONSTRAINT uq_account_login UNIQUE (login),
    CONSTRAINT ck_account_role CHECK (role IN ('RESIDENT', 'GRID_WORKER', 'GRID_SECRETARY', 'GRID_INSTRUCTOR', 'COMMUNITY_SECRETARY', 'SUBDISTRICT_ADMIN', 'REGION_ADMIN', 'DEPARTMENT_OFFICER', 'PARTNER_LIAISON', 'AUDITOR')),
    CONSTRAINT fk_account_subdistrict_id FOREIGN KEY(subdistrict_id) REFERENCES subdistrict (id),
    CONSTRAINT uq_account_oidc_subject UNIQUE (oidc_subject)
);
CREATE INDEX ix_account_subdistrict_id_id ON account (subdistrict_id, id);

CREATE TABLE alliance (
    subdistrict_id UUID NOT NULL,
    id UUID DEFAULT uuidv7() NOT NULL,
    name TEXT NOT NULL,
    purpose TEXT DEFAULT '' NOT NULL,
    founded_on DATE,
    CONSTRAINT pk_alliance PRIMARY KEY (subdistrict_id, id),
    CONSTRAINT uq_alliance_subdistrict_id_name UNIQUE (subdistrict_id, name),
    CONSTRAINT ck_alliance_name_not_blank CHECK (name ~ '\S'),
    CONSTRAINT fk_alliance_subdistrict_id FOREIGN KEY(subdistrict_id) REFERENCES subdistrict (id)
);

CREATE TABLE community (
    subdistrict_id UUID NOT NULL,
    id UUID DEFAULT uuidv7() NOT NULL,
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    CONSTRAINT pk_community PRIMARY KEY (subdistrict_id, id),
    CONSTRAINT uq_community_subdistrict_id_code UNIQUE (subdistrict_id, code),
    CONSTRAINT ck_community_code_digits CHECK (code ~ '^[0-9]{12}$'),
    CONSTRAINT ck_community_name_not_blank CHECK (name ~ '\S'),
    CONSTRAINT fk_community_subdistrict_id FOREIGN KEY(subdistrict_id) REFERENCES subdistrict (id)
);

CREATE TABLE idempotency_key (
    account_id UUID NOT NULL,
    key TEXT NOT NULL,
    request_hash BYTEA NOT NULL,
    answer BYTEA,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    CONSTRAINT pk_idempotency_key PRIMARY KEY (account_id, key),
    CONSTRAINT fk_idempotency_key_account_id FOREIGN KEY(account_id) REFERENCES account (id)
);

CREATE TABLE partner_unit (
    subdistrict_id UUID NOT NULL,
    id UUID DEFAULT uuidv7() NOT NULL,
    name TEXT NOT NULL,
    kind VARCHAR(32) NOT NULL,
    credit_code TEXT,
    introduction TEXT DEFAULT '' NOT NULL,
    liaison_name TEXT,
    liaison_phone TEXT,
    capacity INTEGER DEFAULT '5' NOT NULL,
    carrying INTEGER DEFAULT '0' NOT NULL,
    status VARCHAR(32) NOT NULL,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    updated_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    created_by UUID,
    CONSTRAINT pk_partner_unit PRIMARY KEY (subdistrict_id, id),
    CONSTRAINT uq_partner_unit_subdistrict_id_credit_code UNIQUE (subdistrict_id, credit_code),
    CONSTRAINT uq_partner_unit_subdistrict_id_name UNIQUE (subdistrict_id, name),
    CONSTRAINT ck_partner_unit_credit_code_form CHECK (credit_code ~ '^[0-9A-HJ-NPQRTUWXY]{18}$'),
    CONSTRAINT ck_partner_unit_capacity_positive CHECK (capacity > 0),
    CONSTRAINT ck_partner_unit_within_capacity CHECK (carrying BETWEEN 0 AND capacity),
    CONSTRAINT ck_partner_unit_name_not_blank CHECK (name ~ '\S'),
    CONSTRAINT fk_partner_unit_subdistrict_id FOREIGN KEY(subdistrict_id) REFERENCES subdistrict (id),
    CONSTRAINT ck_partner_unit_partner_kind CHECK (kind IN ('CO_BUILDING_UNIT', 'MASS_ORGANISATION', 'COMMUNITY_TALENT', 'PROPERTY_COMPANY', 'ENTERPRISE', 'SOCIAL_ORGANISATION', 'VOLUNTEER_TEAM', 'DEPARTMENT')),
    CONSTRAINT ck_partner_unit_partner_status CHECK (status IN ('APPLIED', 'ADMITTED', 'SUSPENDED', 'EXITED', 'REJECTED')),
    CONSTRAINT fk_partner_unit_created_by FOREIGN KEY(created_by) REFERENCES account (id)
);
CREATE INDEX ix_partner_unit_subdistrict_id_status_id ON partner_unit (subdistrict_id, status, id);

CREATE TABLE grid (
    subdistrict_id UUID NOT NULL,
    id UUID DEFAULT uuidv7() NOT NULL,
    community_id UUID NOT NULL,
    number INTEGER NOT NULL,
    name TEXT NOT NULL,
    households INTEGER DEFAULT '0' NOT NULL,
    residents INTEGER DEFAULT '0' NOT NULL,
    longitude DOUBLE PRECISION,
    latitude DOUBLE PRECISION,
    CONSTRAINT pk_grid PRIMARY KEY (subdistrict_id, id),
    CONSTRAINT fk_grid_subdistrict_id_community_id FOREIGN KEY(subdistrict_id, community_id) REFERENCES community (subdistrict_id, id),
    CONSTRAINT uq_grid_subdistrict_id_community_id_number UNIQUE (subdistrict_id, community_id, number),
    CONSTRAINT uq_grid_subdistrict_id_id_community_id UNIQUE (subdistrict_id, id, community_id),
    CONSTRAINT ck_grid_number_positive CHECK (number > 0),
    CONSTRAINT ck_grid_people_not_negative CHECK (households >= 0 AND residents >= 0),
    CONSTRAINT ck_grid_position_on_earth CHECK (longitude BETWEEN -180 AND 180 AND latitude BETWEEN -90 AND 90 AND (longitude IS NULL) = (latitude IS NULL)),
    CONSTRAINT ck_grid_name_not_blank CHECK (name ~ '\S'),
    CONSTRAINT fk_grid_subdistrict_id FOREIGN KEY(subdistrict_id) REFERENCES subdistrict (id)
);

CREATE TABLE transition (
    subdistrict_id UUID NOT NULL,
    id UUID DEFAULT uuidv7() NOT NULL,
    subject_type VARCHAR(32) NOT NULL,
    subject_id UUID NOT NULL,
    from_status TEXT,
    to_status TEXT NOT NULL,
    actor_id UUID,
    at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    reason TEXT DEFAULT '' NOT NULL,
    CONSTRAINT pk_transition PRIMARY KEY (subdistrict_id, id),
    CONSTRAINT fk_transition_subdistrict_id FOREIGN KEY(subdistrict_id) REFERENCES subdistrict (id),
    CONSTRAINT ck_transition_subject_type CHECK (subject_type IN ('NEED', 'RESOURCE', 'PROJECT', 'CLAIM', 'PARTNER_UNIT')),
    CONSTRAINT fk_transition_actor_id FOREIGN KEY(actor_id) REFERENCES account (id)
);
CREATE INDEX ix_transition_subdistrict_id_subject_id_id ON transition (subdistrict_id, subject_id, id);

CREATE TABLE party_branch (
    subdistrict_id UUID NOT NULL,
    id UUID DEFAULT uuidv7() NOT NULL,
    level VARCHAR(32) NOT NULL,
    name TEXT NOT NULL,
    parent_id UUID,
    community_id UUID,
    grid_id UUID,
    CONSTRAINT pk_party_branch PRIMARY KEY (subdistrict_id, id),
    CONSTRAINT fk_party_branch_subdistrict_id_parent_id FOREIGN KEY(subdistrict_id, parent_id) REFERENCES party_branch (subdistrict_id, id),
    CONSTRAINT fk_party_branch_subdistrict_id_community_id FOREIGN KEY(subdistrict_id, community_id) REFERENCES community (subdistrict_id, id),
    CONSTRAINT fk_party_branch_subdistrict_id_grid_id_community_id FOREIGN KEY(subdistrict_id, grid_id, community_id) REFERENCES grid (subdistrict_id, id, community_id),
    CONSTRAINT uq_party_branch_subdistrict_id_name UNIQUE (subdistrict_id, name),
    CONSTRAINT ck_party_branch_community_by_level CHECK ((level = 'SUBDISTRICT') = (community_id IS NULL)),
    CONSTRAINT ck_party_branch_grid_by_level CHECK ((level IN ('GRID', 'BUILDING')) = (grid_id IS NOT NULL)),
    CONSTRAINT ck_party_branch_parent_by_level CHECK ((level = 'SUBDISTRICT') = (parent_id IS NULL)),
    CONSTRAINT ck_party_branch_not_its_own_parent CHECK (parent_id <> id),
    CONSTRAINT ck_party_branch_name_not_blank CHECK (name ~ '\S'),
    CONSTRAINT fk_party_branch_subdistrict_id FOREIGN KEY(subdistrict_id) REFERENCES subdistrict (id),
    CONSTRAINT ck_party_branch_branch_level CHECK (level IN ('SUBDISTRICT', 'COMMUNITY', 'GRID', 'BUILDING'))
);
CREATE INDEX ix_party_branch_subdistrict_id_grid_id ON party_branch (subdistrict_id, grid_id);
CREATE INDEX ix_party_branch_subdistrict_id_parent_id ON party_branch (subdistrict_id, parent_id);
CREATE INDEX ix_party_branch_subdistrict_id_community_id ON party_branch (subdistrict_id, community_id);

CREATE TABLE service_area (
    subdistrict_id UUID NOT NULL,
    id UUID DEFAULT uuidv7() NOT NULL,
    partner_id UUID NOT NULL,
    community_id UUID NOT NULL,
    CONSTRAINT pk_service_area PRIMARY KEY (subdistrict_id, id),
    CONSTRAINT fk_service_area_subdistrict_id_partner_id FOREIGN KEY(subdistrict_id, partner_id) REFERENCES partner_unit (subdistrict_id, id),
    CONSTRAINT fk_service_area_subdistrict_id_community_id FOREIGN KEY(subdistrict_id, community_id) REFERENCES community (subdistrict_id, id),
    CONSTRAINT uq_service_area_subdistrict_id_partner_id_community_id UNIQUE (subdistrict_id, partner_id, community_id),
    CONSTRAINT fk_service_area_subdistrict_id FOREIGN KEY(subdistrict_id) REFERENCES subdistrict (id)
);

CREATE TABLE membership (
    subdistrict_id UUID NOT NULL,
    id UUID DEFAULT uuidv7() NOT NULL,
    alliance_id UUID NOT NULL,
    partner_id UUID NOT NULL,
    agreement TEXT DEFAULT '' NOT NULL,
    starts_on DATE NOT NULL,
    ends_on DATE,
    CONSTRAINT pk_membership PRIMARY KEY (subdistrict_id, id),
    CONSTRAINT fk_membership_subdistrict_id_alliance_id FOREIGN KEY(subdistrict_id, alliance_id) REFERENCES alliance (subdistrict_id, id),
    CONSTRAINT fk_membership_subdistrict_id_partner_id FOREIGN KEY(subdistrict_id, partner_id) REFERENCES partner_unit (subdistrict_id, id),
    CONSTRAINT uq_membership_subdistrict_id_alliance_id_partner_id UNIQUE (subdistrict_id, alliance_id, partner_id),
    CONSTRAINT ck_membership_term_in_order CHECK (ends_on > starts_on),
    CONSTRAINT fk_membership_subdistrict_id FOREIGN KEY(subdistrict_id) REFERENCES subdistrict (id)
);
CREATE INDEX ix_membership_subdistrict_id_partner_id ON membership (subdistrict_id, partner_id);

CREATE TABLE resource (
    subdistrict_id UUID NOT NULL,
    id UUID DEFAULT uuidv7() NOT NULL,
    partner_id UUID,
    community_id UUID,
    title TEXT NOT NULL,
    description TEXT DEFAULT '' NOT NULL,
    form VARCHAR(32) NOT NULL,
    category VARCHAR(32) NOT NULL,
    quantity INTEGER NOT NULL,
    unit TEXT NOT NULL,
    claimed INTEGER DEFAULT '0' NOT NULL,
    exclusive BOOLEAN DEFAULT 'false' NOT NULL,
    available_from TIMESTAMP WITH TIME ZONE,
    available_until TIMESTAMP WITH TIME ZONE,
    conditions TEXT DEFAULT '' NOT NULL,
    status VARCHAR(32) NOT NULL,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    updated_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    created_by UUID,
    CONSTRAINT pk_resource PRIMARY KEY (subdistrict_id, id),
    CONSTRAINT fk_resource_subdistrict_id_partner_id FOREIGN KEY(subdistrict_id, partner_id) REFERENCES partner_unit (subdistrict_id, id),
    CONSTRAINT fk_resource_subdistrict_id_community_id FOREIGN KEY(subdistrict_id, community_id) REFERENCES community (subdistrict_id, id),
    CONSTRAINT ck_resource_quantity_positive CHECK (quantity > 0),
    CONSTRAINT ck_resource_claimed_within_quantity CHECK (claimed BETWEEN 0 AND quantity),
    CONSTRAINT ck_resource_window_in_order CHECK (available_until > available_from),
    CONSTRAINT ck_resource_title_not_blank CHECK (title ~ '\S'),
    CONSTRAINT ck_resource_unit_not_blank CHECK (unit ~ '\S'),
    CONSTRAINT fk_resource_subdistrict_id FOREIGN KEY(subdistrict_id) REFERENCES subdistrict (id),
    CONSTRAINT ck_resource_resource_form CHECK (form IN ('GOODS', 'LABOUR', 'VENUE', 'PRODUCT', 'INFORMATION', 'PROFESSIONAL_SERVICE', 'FUNDS', 'COURSE')),
    CONSTRAINT ck_resource_category CHECK (category IN ('BUILDING_REPAIR', 'SAFETY_HAZARD', 'ENVIRONMENT', 'ELDERLY_CARE', 'CHILD_CARE', 'HEALTH', 'LEGAL_AID', 'CULTURE_SPORTS', 'TRAINING', 'HARDSHIP', 'TRAFFIC_PARKING', 'BUSINESS_SERVICE', 'OTHER')),
    CONSTRAINT ck_resource_resource_status CHECK (status IN ('DRAFT', 'OFFERED', 'PARTLY_CLAIMED', 'FULLY_CLAIMED', 'PAUSED', 'WITHDRAWN', 'EXPIRED')),
    CONSTRAINT fk_resource_created_by FOREIGN KEY(created_by) REFERENCES account (id)
);
CREATE INDEX ix_resource_subdistrict_id_status_id ON resource (subdistrict_id, status, id);
CREATE INDEX ix_resource_subdistrict_id_created_at_id ON resource (subdistrict_id, created_at, id);
CREATE INDEX ix_resource_subdistrict_id_partner_id_id ON resource (subdistrict_id, partner_id, id);
CREATE INDEX ix_resource_subdistrict_id_community_id_id ON resource (subdistrict_id, community_id, id);

CREATE TABLE need (
    subdistrict_id UUID NOT NULL,
    id UUID DEFAULT uuidv7() NOT NULL,
    owner VARCHAR(32) NOT NULL,
    branch_id UUID,
    partner_id UUID,
    community_id UUID,
    grid_id UUID,
    title TEXT NOT NULL,
    description TEXT DEFAULT '' NOT NULL,
    category VARCHAR(32) NOT NULL,
    quantity INTEGER NOT NULL,
    unit TEXT NOT NULL,
    claimed INTEGER DEFAULT '0' NOT NULL,
    planned INTEGER DEFAULT '0' NOT NULL,
    beneficiaries INTEGER,
    site TEXT,
    needed_by DATE,
    priority VARCHAR(32) DEFAULT 'NORMAL' NOT NULL,
    contact_name TEXT,
    contact_phone TEXT,
    status VARCHAR(32) NOT NULL,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    updated_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    created_by UUID,
    CONSTRAINT pk_need PRIMARY KEY (subdistrict_id, id),
    CONSTRAINT fk_need_subdistrict_id_branch_id FOREIGN KEY(subdistrict_id, branch_id) REFERENCES party_branch (subdistrict_id, id),
    CONSTRAINT fk_need_subdistrict_id_partner_id FOREIGN KEY(subdistrict_id, partner_id) REFERENCES partner_unit (subdistrict_id, id),
    CONSTRAINT fk_need_subdistrict_id_grid_id_community_id FOREIGN KEY(subdistrict_id, grid_id, community_id) REFERENCES grid (subdistrict_id, id, community_id),
    CONSTRAINT fk_need_subdistrict_id_community_id FOREIGN KEY(subdistrict_id, community_id) REFERENCES community (subdistrict_id, id),
    CONSTRAINT ck_need_partner_by_owner CHECK ((owner = 'PARTNER') = (partner_id IS NOT NULL)),
    CONSTRAINT ck_need_branch_by_owner CHECK ((owner = 'PARTNER') = (branch_id IS NULL)),
    CONSTRAINT ck_need_community_of_grid CHECK (grid_id IS NULL OR community_id IS NOT NULL),
    CONSTRAINT ck_need_quantity_positive CHECK (quantity > 0),
    CONSTRAINT ck_need_claimed_within_quantity CHECK (claimed BETWEEN 0 AND quantity),
    CONSTRAINT ck_need_planned_within_quantity CHECK (planned BETWEEN 0 AND quantity),
    CONSTRAINT ck_need_beneficiaries_not_negative CHECK (beneficiaries >= 0),
    CONSTRAINT ck_need_title_not_blank CHECK (title ~ '\S'),
    CONSTRAINT ck_need_unit_not_blank CHECK (unit ~ '\S'),
    CONSTRAINT fk_need_subdistrict_id FOREIGN KEY(subdistrict_id) REFERENCES subdistrict (id),
    CONSTRAINT ck_need_need_owner CHECK (owner IN ('RESIDENT', 'GRID', 'PARTNER')),
    CONSTRAINT ck_need_category CHECK (category IN ('BUILDING_REPAIR', 'SAFETY_HAZARD', 'ENVIRONMENT', 'ELDERLY_CARE', 'CHILD_CARE', 'HEALTH', 'LEGAL_AID', 'CULTURE_SPORTS', 'TRAINING', 'HARDSHIP', 'TRAFFIC_PARKING', 'BUSINESS_SERVICE', 'OTHER')),
    CONSTRAINT ck_need_priority CHECK (priority IN ('LOW', 'NORMAL', 'HIGH', 'URGENT')),
    CONSTRAINT ck_need_need_status CHECK (status IN ('DRAFT', 'POSTED', 'PARTLY_CLAIMED', 'FULLY_CLAIMED', 'IN_DELIVERY', 'FULFILLED', 'EVALUATED', 'EXPIRED', 'WITHDRAWN')),
    CONSTRAINT fk_need_created_by FOREIGN KEY(created_by) REFERENCES account (id)
);
CREATE INDEX ix_need_subdistrict_id_grid_id_id ON need (subdistrict_id, grid_id, id);
CREATE INDEX ix_need_subdistrict_id_partner_id_id ON need (subdistrict_id, partner_id, id);
CREATE INDEX ix_need_subdistrict_id_created_at_id ON need (subdistrict_id, created_at, id);
CREATE INDEX ix_need_subdistrict_id_community_id_id ON need (subdistrict_id, community_id, id);
CREATE INDEX ix_need_subdistrict_id_status_id ON need (subdistrict_id, status, id);
CREATE INDEX ix_need_subdistrict_id_branch_id_id ON need (subdistrict_id, branch_id, id);

CREATE TABLE project (
    subdistrict_id UUID NOT NULL,
    id UUID DEFAULT uuidv7() NOT NULL,
    branch_id UUID NOT NULL,
    community_id UUID,
    grid_id UUID,
    title TEXT NOT NULL,
    goal TEXT DEFAULT '' NOT NULL,
    deliverables TEXT DEFAULT '' NOT NULL,
    budget NUMERIC(14, 2),
    planned_end DATE,
    status VARCHAR(32) NOT NULL,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    updated_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    created_by UUID,
    CONSTRAINT pk_project PRIMARY KEY (subdistrict_id, id),
    CONSTRAINT fk_project_subdistrict_id_branch_id FOREIGN KEY(subdistrict_id, branch_id) REFERENCES party_branch (subdistrict_id, id),
    CONSTRAINT fk_project_subdistrict_id_community_id FOREIGN KEY(subdistrict_id, community_id) REFERENCES community (subdistrict_id, id),
    CONSTRAINT fk_project_subdistrict_id_grid_id_community_id FOREIGN KEY(subdistrict_id, grid_id, community_id) REFERENCES grid (subdistrict_id, id, community_id),
    CONSTRAINT ck_project_community_of_grid CHECK (grid_id IS NULL OR community_id IS NOT NULL),
    CONSTRAINT ck_project_budget_not_negative CHECK (budget >= 0),
    CONSTRAINT ck_project_title_not_blank CHECK (title ~ '\S'),
    CONSTRAINT fk_project_subdistrict_id FOREIGN KEY(subdistrict_id) REFERENCES subdistrict (id),
    CONSTRAINT ck_project_project_status CHECK (status IN ('PLANNED', 'APPROVED', 'RUNNING', 'DELIVERED', 'ACCEPTED', 'CLOSED', 'PAUSED', 'TERMINATED')),
    CONSTRAINT fk_project_created_by FOREIGN KEY(created_by) REFERENCES account (id)
);
CREATE INDEX ix_project_subdistrict_id_grid_id_id ON project (subdistrict_id, grid_id, id);
CREATE INDEX ix_project_subdistrict_id_branch_id_id ON project (subdistrict_id, branch_id, id);
CREATE INDEX ix_project_subdistrict_id_created_at_id ON project (subdistrict_id, created_at, id);
CREATE INDEX ix_project_subdistrict_id_status_id ON project (subdistrict_id, status, id);
CREATE INDEX ix_project_subdistrict_id_community_id_status ON project (subdistrict_id, community_id, status);

CREATE TABLE need_line (
    subdistrict_id UUID NOT NULL,
    id UUID DEFAULT uuidv7() NOT NULL,
    project_id UUID NOT NULL,
    need_id UUID NOT NULL,
    quantity INTEGER NOT NULL,
    claimed INTEGER DEFAULT '0' NOT NULL,
    CONSTRAINT pk_need_line PRIMARY KEY (subdistrict_id, id),
    CONSTRAINT fk_need_line_subdistrict_id_project_id FOREIGN KEY(subdistrict_id, project_id) REFERENCES project (subdistrict_id, id),
    CONSTRAINT fk_need_line_subdistrict_id_need_id FOREIGN KEY(subdistrict_id, need_id) REFERENCES need (subdistrict_id, id),
    CONSTRAINT uq_need_line_subdistrict_id_project_id_need_id UNIQUE (subdistrict_id, project_id, need_id),
    CONSTRAINT uq_need_line_subdistrict_id_id_project_id_need_id UNIQUE (subdistrict_id, id, project_id, need_id),
    CONSTRAINT ck_need_line_quantity_positive CHECK (quantity > 0),
    CONSTRAINT ck_need_line_claimed_within_quantity CHECK (claimed BETWEEN 0 AND quantity),
    CONSTRAINT fk_need_line_subdistrict_id FOREIGN KEY(subdistrict_id) REFERENCES subdistrict (id)
);
CREATE INDEX ix_need_line_subdistrict_id_need_id ON need_line (subdistrict_id, need_id);

CREATE TABLE claim (
    subdistrict_id UUID NOT NULL,
    id UUID DEFAULT uuidv7() NOT NULL,
    direction VARCHAR(32) NOT NULL,
    partner_id UUID,
    branch_id UUID NOT NULL,
    need_id UUID NOT NULL,
    need_line_id UUID,
    project_id UUID,
    resource_id UUID,
    quantity INTEGER NOT NULL,
    resource_quantity INTEGER,
    plan TEXT DEFAULT '' NOT NULL,
    starts_at TIMESTAMP WITH TIME ZONE,
    ends_at TIMESTAMP WITH TIME ZONE,
    partner_consent_by UUID,
    partner_consent_at TIMESTAMP WITH TIME ZONE,
    branch_consent_by UUID,
    branch_consent_at TIMESTAMP WITH TIME ZONE,
    expires_at TIMESTAMP WITH TIME ZONE,
    status VARCHAR(32) NOT NULL,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    updated_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    created_by UUID,
    CONSTRAINT pk_claim PRIMARY KEY (subdistrict_id, id),
    CONSTRAINT fk_claim_subdistrict_id_partner_id FOREIGN KEY(subdistrict_id, partner_id) REFERENCES partner_unit (subdistrict_id, id),
    CONSTRAINT fk_claim_subdistrict_id_branch_id FOREIGN KEY(subdistrict_id, branch_id) REFERENCES party_branch (subdistrict_id, id),
    CONSTRAINT fk_claim_subdistrict_id_need_id FOREIGN KEY(subdistrict_id, need_id) REFERENCES need (subdistrict_id, id),
    CONSTRAINT fk_claim_subdistrict_id_need_line_id_project_id_need_id FOREIGN KEY(subdistrict_id, need_line_id, project_id, need_id) REFERENCES need_line (subdistrict_id, id, project_id, need_id),
    CONSTRAINT fk_claim_subdistrict_id_resource_id FOREIGN KEY(subdistrict_id, resource_id) REFERENCES resource (subdistrict_id, id),
    CONSTRAINT ck_claim_project_of_line CHECK ((need_line_id IS NULL) = (project_id IS NULL)),
    CONSTRAINT ck_claim_subject_by_direction CHECK (CASE direction WHEN 'PARTNER_CLAIMS_NEED' THEN need_line_id IS NOT NULL AND partner_id IS NOT NULL ELSE resource_id IS NOT NULL END),
    CONSTRAINT ck_claim_quantity_of_resource CHECK ((resource_id IS NULL) = (resource_quantity IS NULL)),
    CONSTRAINT ck_claim_quantity_positive CHECK (quantity > 0),
    CONSTRAINT ck_claim_resource_quantity_positive CHECK (resource_quantity > 0),
    CONSTRAINT ck_claim_window_in_order CHECK (ends_at > starts_at),
    CONSTRAINT ck_claim_consent_who_and_when CHECK ((partner_consent_by IS NULL) = (partner_consent_at IS NULL) AND (branch_consent_by IS NULL) = (branch_consent_at IS NULL)),
    CONSTRAINT ck_claim_both_consents CHECK (status NOT IN ('ACCEPTED', 'ACTIVE', 'DELIVERED', 'CONFIRMED', 'DEFAULTED') OR (partner_consent_by IS NOT NULL AND branch_consent_by IS NOT NULL)),
    CONSTRAINT ck_claim_consents_of_two CHECK (partner_consent_by <> branch_consent_by),
    CONSTRAINT ck_claim_proposer_consents CHECK (CASE direction WHEN 'PARTNER_CLAIMS_NEED' THEN partner_consent_by ELSE branch_consent_by END IS NOT NULL),
    CONSTRAINT fk_claim_subdistrict_id FOREIGN KEY(subdistrict_id) REFERENCES subdistrict (id),
    CONSTRAINT ck_claim_claim_direction CHECK (direction IN ('PARTNER_CLAIMS_NEED', 'BRANCH_CLAIMS_RESOURCE')),
    CONSTRAINT fk_claim_partner_consent_by FOREIGN KEY(partner_consent_by) REFERENCES account (id),
    CONSTRAINT fk_claim_branch_consent_by FOREIGN KEY(branch_consent_by) REFERENCES account (id),
    CONSTRAINT ck_claim_claim_status CHECK (status IN ('PROPOSED', 'ACCEPTED', 'ACTIVE', 'DELIVERED', 'CONFIRMED', 'DECLINED', 'WITHDRAWN', 'EXPIRED', 'DEFAULTED')),
    CONSTRAINT fk_claim_created_by FOREIGN KEY(created_by) REFERENCES account (id)
);
CREATE INDEX ix_claim_subdistrict_id_partner_id_id ON claim (subdistrict_id, partner_id, id);
CREATE INDEX ix_claim_subdistrict_id_need_id_id ON claim (subdistrict_id, need_id, id);
CREATE INDEX ix_claim_subdistrict_id_need_line_id_id ON claim (subdistrict_id, need_line_id, id);
CREATE INDEX ix_claim_subdistrict_id_project_id_id ON claim (subdistrict_id, project_id, id) INCLUDE (status, partner_id, quantity);
CREATE INDEX ix_claim_subdistrict_id_resource_id_id ON claim (subdistrict_id, resource_id, id);
CREATE INDEX ix_claim_subdistrict_id_status_id ON claim (subdistrict_id, status, id);
CREATE INDEX ix_claim_subdistrict_id_branch_id_id ON claim (subdistrict_id, branch_id, id);

ALTER TABLE account ADD CONSTRAINT fk_account_subdistrict_id_partner_id FOREIGN KEY(subdistrict_id, partner_id) REFERENCES partner_unit (subdistrict_id, id);

ALTER TABLE account ADD CONSTRAINT fk_account_subdistrict_id_community_id FOREIGN KEY(subdistrict_id, community_id) REFERENCES community (subdistrict_id, id);

ALTER TABLE account ADD CONSTRAINT fk_account_subdistrict_id_branch_id FOREIGN KEY(subdistrict_id, branch_id) REFERENCES party_branch (subdistrict_id, id);
