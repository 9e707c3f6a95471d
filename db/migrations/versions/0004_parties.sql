-- Parties and days: nobody approves what its own side raised, residents alone rate an outcome, evidence is what the
-- handling side added, and nothing happens before what it belongs to began.

CREATE FUNCTION approves_own(town uuid, branch uuid, creator uuid, approver uuid) RETURNS boolean
LANGUAGE sql STABLE AS $$
    SELECT coalesce(CASE a.role
        WHEN 'SUBDISTRICT_ADMIN' THEN c.role = a.role AND (c.id = a.id OR b.level NOT IN ('SUBDISTRICT', 'COMMUNITY'))
        ELSE b.level = 'COMMUNITY' OR c.community_id = a.community_id
    END, false)
    FROM account a, account c, party_branch b
    WHERE a.id = $4 AND c.id = $3 AND b.subdistrict_id = town AND b.id = $2
$$;

CREATE FUNCTION check_approver() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
DECLARE approver uuid := to_jsonb(NEW) ->> TG_ARGV[0];
BEGIN
    IF approves_own(NEW.subdistrict_id, NEW.branch_id, NEW.created_by, approver) THEN
        PERFORM refuse('approver_of_another', NEW.id::text);
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER c_check_approver BEFORE UPDATE ON whistle FOR EACH ROW
    WHEN (OLD.status <> 'APPROVED' AND NEW.status = 'APPROVED') EXECUTE FUNCTION check_approver('approver_id');
CREATE TRIGGER c_check_approver BEFORE UPDATE ON project FOR EACH ROW
    WHEN (OLD.status = 'PLANNED' AND NEW.status = 'APPROVED') EXECUTE FUNCTION check_approver('approved_by');

CREATE FUNCTION check_rater() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM account a WHERE a.id = NEW.created_by AND a.role = 'RESIDENT') THEN
        PERFORM refuse('outcome_rated_by_residents', NEW.topic_id::text);
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER c_check_rater BEFORE INSERT ON evaluation FOR EACH ROW
    WHEN (NEW.side = 'RESIDENT_RATES_OUTCOME') EXECUTE FUNCTION check_rater();

-- A statement, or a file that the side which handles it attached after it took it up: in this round, of a topic.

CREATE OR REPLACE FUNCTION is_shown(tenant uuid, subject uuid, evidence text) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT evidence ~ '\S' OR EXISTS (
        SELECT FROM attachment a JOIN account u ON u.id = a.created_by
        WHERE a.subdistrict_id = tenant AND a.subject_id = subject AND u.role <> 'RESIDENT' AND a.created_at >= (
            SELECT max(t.at) FROM transition t
            WHERE t.subdistrict_id = tenant AND t.subject_id = subject
              AND (t.subject_type, t.from_status, t.to_status) IN (
                  ('TOPIC', 'SUBMITTED', 'ACCEPTED'), ('TOPIC', 'CLOSED', 'REOPENED'), ('PROJECT', 'APPROVED', 'RUNNING'))))
$$;

CREATE FUNCTION day_of(moment timestamptz) RETURNS date LANGUAGE sql STABLE AS $$
    SELECT (moment AT TIME ZONE 'Asia/Shanghai')::date
$$;

CREATE FUNCTION check_delivery_day() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
DECLARE begun date;
BEGIN
    SELECT day_of(min(t.at)) INTO begun FROM transition t
    WHERE t.subdistrict_id = NEW.subdistrict_id AND t.subject_id = NEW.claim_id AND t.to_status = 'ACTIVE';
    IF NEW.delivered_on < begun THEN PERFORM refuse('delivery_after_start', NEW.claim_id::text); END IF;
    IF NEW.delivered_on > day_of(clock_timestamp()) THEN PERFORM refuse('delivery_until_today', NEW.claim_id::text); END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER c_check_day BEFORE INSERT ON fulfilment FOR EACH ROW EXECUTE FUNCTION check_delivery_day();

CREATE FUNCTION check_claim_window() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
BEGIN
    IF day_of(NEW.starts_at) < day_of(NEW.created_at) THEN PERFORM refuse('claim_window_ahead', NEW.id::text); END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER c_check_window_ahead BEFORE INSERT ON claim FOR EACH ROW
    WHEN (NEW.starts_at IS NOT NULL) EXECUTE FUNCTION check_claim_window();

CREATE FUNCTION check_milestone_day() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
BEGIN
    IF EXISTS (SELECT FROM project p WHERE p.subdistrict_id = NEW.subdistrict_id AND p.id = NEW.project_id
               AND NEW.done_on < day_of(p.created_at)) THEN
        PERFORM refuse('milestone_after_opening', NEW.id::text);
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER c_check_day BEFORE UPDATE ON milestone FOR EACH ROW
    WHEN (OLD.done_on IS NULL AND NEW.done_on IS NOT NULL) EXECUTE FUNCTION check_milestone_day();

CREATE FUNCTION check_membership_term() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
BEGIN
    IF EXISTS (SELECT FROM alliance a WHERE a.subdistrict_id = NEW.subdistrict_id AND a.id = NEW.alliance_id
               AND NEW.starts_on < a.founded_on) THEN
        PERFORM refuse('membership_after_founding', NEW.id::text);
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER c_check_term BEFORE INSERT ON membership FOR EACH ROW EXECUTE FUNCTION check_membership_term();

-- What is claimed and what is planned are added up, and must still be a number of 32 bits.

ALTER TABLE need ADD CONSTRAINT ck_need_quantity_bounded CHECK (quantity <= 1000000000);
ALTER TABLE resource ADD CONSTRAINT ck_resource_quantity_bounded CHECK (quantity <= 1000000000);
ALTER TABLE need_line ADD CONSTRAINT ck_need_line_quantity_bounded CHECK (quantity <= 1000000000);
ALTER TABLE claim ADD CONSTRAINT ck_claim_quantity_bounded
    CHECK (quantity <= 1000000000 AND resource_quantity <= 1000000000);

REVOKE EXECUTE ON FUNCTION approves_own, check_approver, check_rater, day_of, check_delivery_day, check_claim_window,
    check_milestone_day, check_membership_term FROM PUBLIC;
GRANT EXECUTE ON FUNCTION approves_own, is_shown TO red_partners_writer, red_partners_reader;
