-- Matching: what subcategories there are, and the index by which needs and resources find each other.

CREATE EXTENSION IF NOT EXISTS vector;

-- The subcategories that every subdistrict begins with; a reference table, the same for all.

CREATE TABLE builtin_subcategory (
    code TEXT NOT NULL,
    category VARCHAR(32) NOT NULL,
    name TEXT NOT NULL,
    english_name TEXT NOT NULL,
    keywords TEXT[] NOT NULL,
    CONSTRAINT pk_builtin_subcategory PRIMARY KEY (code)
);

CREATE TABLE subcategory (
    subdistrict_id UUID NOT NULL,
    id UUID DEFAULT uuidv7() NOT NULL,
    code TEXT NOT NULL,
    category VARCHAR(32) NOT NULL,
    name TEXT NOT NULL,
    english_name TEXT DEFAULT '' NOT NULL,
    keywords TEXT[] DEFAULT '{}' NOT NULL,
    retired BOOLEAN DEFAULT false NOT NULL,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    updated_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    created_by UUID,
    CONSTRAINT pk_subcategory PRIMARY KEY (subdistrict_id, id),
    CONSTRAINT uq_subcategory_subdistrict_id_code UNIQUE (subdistrict_id, code),
    CONSTRAINT uq_subcategory_subdistrict_id_category_name UNIQUE (subdistrict_id, category, name),
    CONSTRAINT ck_subcategory_category CHECK (category IN ('BUILDING_REPAIR', 'SAFETY_HAZARD', 'ENVIRONMENT', 'ELDERLY_CARE', 'CHILD_CARE', 'HEALTH', 'LEGAL_AID', 'CULTURE_SPORTS', 'TRAINING', 'HARDSHIP', 'TRAFFIC_PARKING', 'BUSINESS_SERVICE', 'OTHER')),
    CONSTRAINT ck_subcategory_code_form CHECK (code ~ '^[A-Z][A-Z0-9_]*\.[A-Z][A-Z0-9_]*$' AND split_part(code, '.', 1) = category),
    CONSTRAINT ck_subcategory_name_not_blank CHECK (name ~ '\S'),
    CONSTRAINT fk_subcategory_subdistrict_id FOREIGN KEY(subdistrict_id) REFERENCES subdistrict (id),
    CONSTRAINT fk_subcategory_created_by FOREIGN KEY(created_by) REFERENCES account (id)
);

ALTER TABLE need
    ADD COLUMN subcategory_id UUID,
    ADD COLUMN divisible BOOLEAN DEFAULT true NOT NULL,
    ADD COLUMN excluded_kinds VARCHAR(32)[] DEFAULT '{}' NOT NULL,
    ADD CONSTRAINT fk_need_subdistrict_id_subcategory_id FOREIGN KEY (subdistrict_id, subcategory_id) REFERENCES subcategory (subdistrict_id, id),
    ADD CONSTRAINT ck_need_excluded_kinds CHECK (excluded_kinds <@ ARRAY['CO_BUILDING_UNIT', 'MASS_ORGANISATION', 'COMMUNITY_TALENT', 'PROPERTY_COMPANY', 'ENTERPRISE', 'SOCIAL_ORGANISATION', 'VOLUNTEER_TEAM', 'DEPARTMENT']::varchar[]);
ALTER TABLE resource
    ADD COLUMN subcategory_id UUID,
    ADD COLUMN grid_id UUID,
    ADD CONSTRAINT ck_resource_community_of_grid CHECK (grid_id IS NULL OR community_id IS NOT NULL),
    ADD CONSTRAINT fk_resource_subdistrict_id_subcategory_id FOREIGN KEY (subdistrict_id, subcategory_id) REFERENCES subcategory (subdistrict_id, id),
    ADD CONSTRAINT fk_resource_subdistrict_id_grid_id_community_id FOREIGN KEY (subdistrict_id, grid_id, community_id) REFERENCES grid (subdistrict_id, id, community_id);
ALTER TABLE topic
    ADD COLUMN suggested_subcategory_id UUID,
    ADD CONSTRAINT fk_topic_subdistrict_id_suggested_subcategory_id FOREIGN KEY (subdistrict_id, suggested_subcategory_id) REFERENCES subcategory (subdistrict_id, id);
ALTER TABLE partner_unit
    ADD COLUMN defaulted INTEGER DEFAULT 0 NOT NULL,
    ADD COLUMN rated INTEGER DEFAULT 0 NOT NULL,
    ADD COLUMN rating_sum INTEGER DEFAULT 0 NOT NULL,
    ADD CONSTRAINT ck_partner_unit_record_not_negative CHECK (defaulted >= 0 AND rated >= 0 AND rating_sum BETWEEN rated AND 5 * rated);

-- An entry says what a need or a resource is about: tokens with their impacts, and the tokens by which it is found.
-- Its shelf: 0 open needs, 1 open resources, 2 needs that are being met, 3 resources that are used up; none: not found.

CREATE TABLE match_entry (
    subdistrict_id UUID NOT NULL,
    id UUID NOT NULL,
    side SMALLINT NOT NULL,
    shelf SMALLINT,
    category VARCHAR(32) NOT NULL,
    subcategory_id UUID,
    tokens INTEGER[] NOT NULL,
    impacts REAL[] NOT NULL,
    posted INTEGER[] NOT NULL,
    terms TEXT[] NOT NULL,
    words SPARSEVEC(1000000000) NOT NULL,
    version INTEGER NOT NULL,
    CONSTRAINT pk_match_entry PRIMARY KEY (subdistrict_id, id),
    CONSTRAINT fk_match_entry_subdistrict_id FOREIGN KEY(subdistrict_id) REFERENCES subdistrict (id),
    CONSTRAINT ck_match_entry_side CHECK (side IN (0, 1)),
    CONSTRAINT ck_match_entry_shelf_of_side CHECK (shelf IN (side, side + 2)),
    CONSTRAINT ck_match_entry_impact_of_token CHECK (cardinality(tokens) = cardinality(impacts)),
    CONSTRAINT ck_match_entry_term_of_posted CHECK (cardinality(posted) = cardinality(terms))
) WITH (toast_tuple_target = 8160); -- long texts' entries stay in their row, too
CREATE INDEX ix_match_entry_subdistrict_id_shelf_category_id ON match_entry (subdistrict_id, shelf, category, id);
CREATE INDEX ix_match_entry_subdistrict_id_shelf_subcategory_id_id ON match_entry (subdistrict_id, shelf, subcategory_id, id);

CREATE TABLE match_posting (
    subdistrict_id UUID NOT NULL,
    shelf SMALLINT NOT NULL,
    token INTEGER NOT NULL,
    impact REAL NOT NULL,
    entry_id UUID NOT NULL,
    CONSTRAINT pk_match_posting PRIMARY KEY (subdistrict_id, shelf, token, impact, entry_id)
);

-- How many entries of a shelf have a token (token 0: how many there are), in parts so that writers do not wait.

CREATE TABLE match_token (
    subdistrict_id UUID NOT NULL,
    shelf SMALLINT NOT NULL,
    token INTEGER NOT NULL,
    part SMALLINT NOT NULL,
    entries INTEGER NOT NULL,
    CONSTRAINT pk_match_token PRIMARY KEY (subdistrict_id, shelf, token, part)
) WITH (fillfactor = 60);

CREATE INDEX ix_need_subdistrict_id_subcategory_id_id ON need (subdistrict_id, subcategory_id, id);
CREATE INDEX ix_resource_subdistrict_id_subcategory_id_id ON resource (subdistrict_id, subcategory_id, id);
CREATE INDEX ix_resource_subdistrict_id_grid_id ON resource (subdistrict_id, grid_id, id);
CREATE INDEX ix_topic_subdistrict_id_suggested_subcategory_id ON topic (subdistrict_id, suggested_subcategory_id);
CREATE INDEX ix_claim_worked_together ON claim (subdistrict_id, branch_id, partner_id) WHERE status = 'CONFIRMED';
