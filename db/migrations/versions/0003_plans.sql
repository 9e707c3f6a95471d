-- Plans of the whole network, and claims that a plan proposes to both sides.

CREATE TABLE matching_plan (
    subdistrict_id UUID NOT NULL,
    id UUID DEFAULT uuidv7() NOT NULL,
    method VARCHAR(32) NOT NULL,
    fairness DOUBLE PRECISION NOT NULL,
    reach DOUBLE PRECISION NOT NULL,
    time_limit_seconds INTEGER NOT NULL,
    candidates_per_need INTEGER NOT NULL,
    needs INTEGER NOT NULL,
    resources INTEGER NOT NULL,
    candidates INTEGER NOT NULL,
    objective DOUBLE PRECISION NOT NULL,
    total_score DOUBLE PRECISION NOT NULL,
    greedy_objective DOUBLE PRECISION NOT NULL,
    bound DOUBLE PRECISION,
    gap DOUBLE PRECISION,
    proven BOOLEAN NOT NULL,
    timed_out BOOLEAN NOT NULL,
    seconds DOUBLE PRECISION NOT NULL,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    created_by UUID NOT NULL,
    CONSTRAINT pk_matching_plan PRIMARY KEY (subdistrict_id, id),
    CONSTRAINT ck_matching_plan_weights_not_negative CHECK (fairness >= 0 AND reach >= 0),
    CONSTRAINT ck_matching_plan_time_limit_positive CHECK (time_limit_seconds > 0),
    CONSTRAINT ck_matching_plan_candidates_per_need_positive CHECK (candidates_per_need > 0),
    CONSTRAINT ck_matching_plan_counts_not_negative CHECK (needs >= 0 AND resources >= 0 AND candidates >= 0),
    CONSTRAINT ck_matching_plan_bound_by_method CHECK ((bound IS NULL) = (method = 'STABLE')),
    CONSTRAINT ck_matching_plan_seconds_not_negative CHECK (seconds >= 0),
    CONSTRAINT fk_matching_plan_subdistrict_id FOREIGN KEY(subdistrict_id) REFERENCES subdistrict (id),
    CONSTRAINT ck_matching_plan_plan_method CHECK (method IN ('OPTIMAL', 'STABLE')),
    CONSTRAINT fk_matching_plan_created_by FOREIGN KEY(created_by) REFERENCES account (id)
);
CREATE INDEX ix_matching_plan_subdistrict_id_created_at_id ON matching_plan (subdistrict_id, created_at, id);

CREATE TABLE plan_line (
    subdistrict_id UUID NOT NULL,
    id UUID DEFAULT uuidv7() NOT NULL,
    plan_id UUID NOT NULL,
    need_id UUID NOT NULL,
    resource_id UUID NOT NULL,
    partner_id UUID,
    quantity INTEGER NOT NULL,
    resource_quantity INTEGER NOT NULL,
    score DOUBLE PRECISION NOT NULL,
    because TEXT NOT NULL,
    because_english TEXT NOT NULL,
    starts_at TIMESTAMP WITH TIME ZONE,
    ends_at TIMESTAMP WITH TIME ZONE,
    claim_id UUID,
    CONSTRAINT pk_plan_line PRIMARY KEY (subdistrict_id, id),
    CONSTRAINT fk_plan_line_subdistrict_id_plan_id FOREIGN KEY(subdistrict_id, plan_id) REFERENCES matching_plan (subdistrict_id, id),
    CONSTRAINT fk_plan_line_subdistrict_id_need_id FOREIGN KEY(subdistrict_id, need_id) REFERENCES need (subdistrict_id, id),
    CONSTRAINT fk_plan_line_subdistrict_id_resource_id FOREIGN KEY(subdistrict_id, resource_id) REFERENCES resource (subdistrict_id, id),
    CONSTRAINT fk_plan_line_subdistrict_id_partner_id FOREIGN KEY(subdistrict_id, partner_id) REFERENCES partner_unit (subdistrict_id, id),
    CONSTRAINT fk_plan_line_subdistrict_id_claim_id FOREIGN KEY(subdistrict_id, claim_id) REFERENCES claim (subdistrict_id, id),
    CONSTRAINT ck_plan_line_quantities_positive CHECK (quantity > 0 AND resource_quantity > 0),
    CONSTRAINT ck_plan_line_score_not_negative CHECK (score >= 0),
    CONSTRAINT ck_plan_line_window_in_order CHECK (ends_at > starts_at),
    CONSTRAINT ck_plan_line_window_whole CHECK ((starts_at IS NULL) = (ends_at IS NULL)),
    CONSTRAINT uq_plan_line_subdistrict_id_plan_id_need_id_resource_id UNIQUE (subdistrict_id, plan_id, need_id, resource_id),
    CONSTRAINT uq_plan_line_subdistrict_id_claim_id UNIQUE (subdistrict_id, claim_id),
    CONSTRAINT fk_plan_line_subdistrict_id FOREIGN KEY(subdistrict_id) REFERENCES subdistrict (id)
);
CREATE INDEX ix_plan_line_subdistrict_id_plan_id_id ON plan_line (subdistrict_id, plan_id, id);

CREATE TABLE unserved_need (
    subdistrict_id UUID NOT NULL,
    id UUID DEFAULT uuidv7() NOT NULL,
    plan_id UUID NOT NULL,
    need_id UUID NOT NULL,
    quantity INTEGER NOT NULL,
    reason VARCHAR(32) NOT NULL,
    because TEXT NOT NULL,
    because_english TEXT NOT NULL,
    CONSTRAINT pk_unserved_need PRIMARY KEY (subdistrict_id, id),
    CONSTRAINT fk_unserved_need_subdistrict_id_plan_id FOREIGN KEY(subdistrict_id, plan_id) REFERENCES matching_plan (subdistrict_id, id),
    CONSTRAINT fk_unserved_need_subdistrict_id_need_id FOREIGN KEY(subdistrict_id, need_id) REFERENCES need (subdistrict_id, id),
    CONSTRAINT ck_unserved_need_quantity_positive CHECK (quantity > 0),
    CONSTRAINT uq_unserved_need_subdistrict_id_plan_id_need_id UNIQUE (subdistrict_id, plan_id, need_id),
    CONSTRAINT fk_unserved_need_subdistrict_id FOREIGN KEY(subdistrict_id) REFERENCES subdistrict (id),
    CONSTRAINT ck_unserved_need_unserved_reason CHECK (reason IN ('NO_CANDIDATE', 'QUANTITY_SHORT', 'INDIVISIBLE', 'NOT_WORTH_IT', 'CARRIERS_FULL', 'CANDIDATES_TAKEN'))
);
CREATE INDEX ix_unserved_need_subdistrict_id_plan_id_id ON unserved_need (subdistrict_id, plan_id, id);

-- Neither side begins such a claim: an administrator of the subdistrict does, and both consent afterwards.

ALTER TABLE claim
    DROP CONSTRAINT ck_claim_claim_direction,
    DROP CONSTRAINT ck_claim_proposer_consents,
    ADD CONSTRAINT ck_claim_claim_direction CHECK (direction IN ('PARTNER_CLAIMS_NEED', 'BRANCH_CLAIMS_RESOURCE', 'PLAN_PROPOSES_BOTH')),
    ADD CONSTRAINT ck_claim_proposer_consents CHECK (CASE direction WHEN 'PARTNER_CLAIMS_NEED' THEN partner_consent_by WHEN 'BRANCH_CLAIMS_RESOURCE' THEN branch_consent_by ELSE created_by END IS NOT NULL);

CREATE FUNCTION check_plan_claim() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
BEGIN
    IF NEW.partner_consent_by IS NOT NULL OR NEW.branch_consent_by IS NOT NULL OR NOT EXISTS (
        SELECT FROM account a WHERE a.id = NEW.created_by AND a.subdistrict_id = NEW.subdistrict_id
          AND a.role = 'SUBDISTRICT_ADMIN') THEN
        PERFORM refuse('plan_claim_of_administrator', NEW.id::text);
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER c_plan_claim BEFORE INSERT ON claim FOR EACH ROW
    WHEN (NEW.direction = 'PLAN_PROPOSES_BOTH') EXECUTE FUNCTION check_plan_claim();

-- Plans are never changed, but that each line may be adopted: once, as a claim of what it says.

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON matching_plan
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('append_only');
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON unserved_need
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('append_only');
CREATE TRIGGER stays BEFORE DELETE OR TRUNCATE ON plan_line
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('append_only');

CREATE FUNCTION adopt_line() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF to_jsonb(OLD) - 'claim_id' <> to_jsonb(NEW) - 'claim_id' OR OLD.claim_id IS DISTINCT FROM NEW.claim_id
       AND OLD.claim_id IS NOT NULL THEN
        PERFORM refuse('plan_line_final', NEW.id::text);
    END IF;
    IF NOT EXISTS (SELECT FROM claim c WHERE c.subdistrict_id = NEW.subdistrict_id AND c.id = NEW.claim_id
                   AND c.direction = 'PLAN_PROPOSES_BOTH' AND c.partner_id IS NOT DISTINCT FROM NEW.partner_id
                   AND (c.need_id, c.resource_id, c.quantity, c.resource_quantity)
                       = (NEW.need_id, NEW.resource_id, NEW.quantity, NEW.resource_quantity)) THEN
        PERFORM refuse('plan_line_claim', NEW.id::text);
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER c_adopt_line BEFORE UPDATE ON plan_line FOR EACH ROW EXECUTE FUNCTION adopt_line();
CREATE TRIGGER c_adopt_line_first BEFORE INSERT ON plan_line FOR EACH ROW
    WHEN (NEW.claim_id IS NOT NULL) EXECUTE FUNCTION refuse_change('plan_line_final');

REVOKE EXECUTE ON FUNCTION check_plan_claim, adopt_line FROM PUBLIC;
GRANT SELECT ON matching_plan, plan_line, unserved_need TO red_partners_reader, red_partners_writer;
GRANT INSERT ON matching_plan, plan_line, unserved_need TO red_partners_writer;
GRANT UPDATE (claim_id) ON plan_line TO red_partners_writer;
