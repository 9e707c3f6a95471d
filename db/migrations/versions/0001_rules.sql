-- The invariants of the domain, held by triggers where a constraint cannot reach.
-- Errors carry the name of the rule as their constraint name, which the service translates for its users.

CREATE FUNCTION refuse(rule text, detail text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = rule, MESSAGE = rule || ': ' || detail;
END $$;

INSERT INTO lifecycle (subject_type, from_status, to_status) VALUES
    ('NEED', '', 'DRAFT'),
    ('NEED', '', 'POSTED'),
    ('NEED', 'DRAFT', 'POSTED'),
    ('NEED', 'DRAFT', 'WITHDRAWN'),
    ('NEED', 'POSTED', 'PARTLY_CLAIMED'),
    ('NEED', 'POSTED', 'FULLY_CLAIMED'),
    ('NEED', 'POSTED', 'EXPIRED'),
    ('NEED', 'POSTED', 'WITHDRAWN'),
    ('NEED', 'PARTLY_CLAIMED', 'POSTED'),
    ('NEED', 'PARTLY_CLAIMED', 'FULLY_CLAIMED'),
    ('NEED', 'FULLY_CLAIMED', 'POSTED'),
    ('NEED', 'FULLY_CLAIMED', 'PARTLY_CLAIMED'),
    ('NEED', 'FULLY_CLAIMED', 'IN_DELIVERY'),
    ('NEED', 'IN_DELIVERY', 'FULFILLED'),
    ('NEED', 'FULFILLED', 'EVALUATED'),
    ('RESOURCE', '', 'DRAFT'),
    ('RESOURCE', '', 'OFFERED'),
    ('RESOURCE', 'DRAFT', 'OFFERED'),
    ('RESOURCE', 'DRAFT', 'WITHDRAWN'),
    ('RESOURCE', 'OFFERED', 'PARTLY_CLAIMED'),
    ('RESOURCE', 'OFFERED', 'FULLY_CLAIMED'),
    ('RESOURCE', 'OFFERED', 'PAUSED'),
    ('RESOURCE', 'OFFERED', 'WITHDRAWN'),
    ('RESOURCE', 'OFFERED', 'EXPIRED'),
    ('RESOURCE', 'PARTLY_CLAIMED', 'OFFERED'),
    ('RESOURCE', 'PARTLY_CLAIMED', 'FULLY_CLAIMED'),
    ('RESOURCE', 'PARTLY_CLAIMED', 'PAUSED'),
    ('RESOURCE', 'FULLY_CLAIMED', 'OFFERED'),
    ('RESOURCE', 'FULLY_CLAIMED', 'PARTLY_CLAIMED'),
    ('RESOURCE', 'FULLY_CLAIMED', 'PAUSED'),
    ('RESOURCE', 'PAUSED', 'OFFERED'),
    ('RESOURCE', 'PAUSED', 'PARTLY_CLAIMED'),
    ('RESOURCE', 'PAUSED', 'FULLY_CLAIMED'),
    ('RESOURCE', 'PAUSED', 'WITHDRAWN'),
    ('RESOURCE', 'PAUSED', 'EXPIRED'),
    ('PROJECT', '', 'PLANNED'),
    ('PROJECT', 'PLANNED', 'APPROVED'),
    ('PROJECT', 'PLANNED', 'TERMINATED'),
    ('PROJECT', 'APPROVED', 'RUNNING'),
    ('PROJECT', 'APPROVED', 'TERMINATED'),
    ('PROJECT', 'RUNNING', 'DELIVERED'),
    ('PROJECT', 'RUNNING', 'PAUSED'),
    ('PROJECT', 'RUNNING', 'TERMINATED'),
    ('PROJECT', 'PAUSED', 'RUNNING'),
    ('PROJECT', 'PAUSED', 'TERMINATED'),
    ('PROJECT', 'DELIVERED', 'ACCEPTED'),
    ('PROJECT', 'ACCEPTED', 'CLOSED'),
    ('CLAIM', '', 'PROPOSED'),
    ('CLAIM', 'PROPOSED', 'ACCEPTED'),
    ('CLAIM', 'PROPOSED', 'DECLINED'),
    ('CLAIM', 'PROPOSED', 'WITHDRAWN'),
    ('CLAIM', 'PROPOSED', 'EXPIRED'),
    ('CLAIM', 'ACCEPTED', 'ACTIVE'),
    ('CLAIM', 'ACCEPTED', 'WITHDRAWN'),
    ('CLAIM', 'ACCEPTED', 'DEFAULTED'),
    ('CLAIM', 'ACTIVE', 'DELIVERED'),
    ('CLAIM', 'ACTIVE', 'DEFAULTED'),
    ('CLAIM', 'DELIVERED', 'CONFIRMED'),
    ('PARTNER_UNIT', '', 'APPLIED'),
    ('PARTNER_UNIT', 'APPLIED', 'ADMITTED'),
    ('PARTNER_UNIT', 'APPLIED', 'REJECTED'),
    ('PARTNER_UNIT', 'ADMITTED', 'SUSPENDED'),
    ('PARTNER_UNIT', 'ADMITTED', 'EXITED'),
    ('PARTNER_UNIT', 'SUSPENDED', 'ADMITTED'),
    ('PARTNER_UNIT', 'SUSPENDED', 'EXITED');

-- 6. Transitions are append-only and complete: state changes follow the lifecycle and log themselves.

CREATE FUNCTION follow_lifecycle() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE before text := '';
BEGIN
    IF TG_OP = 'UPDATE' THEN
        IF OLD.status = NEW.status THEN RETURN NEW; END IF;
        before := OLD.status;
    END IF;
    IF NOT EXISTS (SELECT FROM lifecycle
                   WHERE subject_type = TG_ARGV[0] AND from_status = before AND to_status = NEW.status) THEN
        PERFORM refuse('lifecycle', format('%s %s from "%s" to "%s"', TG_ARGV[0], NEW.id, before, NEW.status));
    END IF;
    RETURN NEW;
END $$;

-- What follows from a claim (a need becomes partly claimed) tells neither who claimed nor why: more people see it.

CREATE FUNCTION log_transition() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    INSERT INTO transition (subdistrict_id, subject_type, subject_id, from_status, to_status, actor_id, at, reason)
    VALUES (NEW.subdistrict_id, TG_ARGV[0], NEW.id, CASE WHEN TG_OP = 'UPDATE' THEN OLD.status END, NEW.status,
            CASE WHEN pg_trigger_depth() = 1 THEN nullif(current_setting('red_partners.actor', true), '')::uuid END,
            clock_timestamp(),
            CASE WHEN pg_trigger_depth() = 1 THEN coalesce(current_setting('red_partners.reason', true), '') ELSE '' END);
    RETURN NULL;
END $$;

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM refuse(TG_ARGV[0], TG_OP || ' on ' || TG_TABLE_NAME);
    RETURN NULL;
END $$;

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON transition
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('append_only');

-- How much is claimed decides between open, partly and fully claimed; $1 is the state of nothing claimed.

CREATE FUNCTION follow_claims() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.status IN (TG_ARGV[0], 'PARTLY_CLAIMED', 'FULLY_CLAIMED') THEN
        NEW.status := CASE WHEN NEW.claimed = 0 THEN TG_ARGV[0]
                           WHEN NEW.claimed < NEW.quantity THEN 'PARTLY_CLAIMED' ELSE 'FULLY_CLAIMED' END;
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER a_follow_claims BEFORE UPDATE ON need
    FOR EACH ROW EXECUTE FUNCTION follow_claims('POSTED');
CREATE TRIGGER a_follow_claims BEFORE UPDATE ON resource
    FOR EACH ROW EXECUTE FUNCTION follow_claims('OFFERED');

DO $$
DECLARE stateful text;
BEGIN
    FOREACH stateful IN ARRAY ARRAY['need', 'resource', 'project', 'claim', 'partner_unit'] LOOP
        EXECUTE format('CREATE TRIGGER b_lifecycle BEFORE INSERT OR UPDATE ON %I'
                       ' FOR EACH ROW EXECUTE FUNCTION follow_lifecycle(%L)', stateful, upper(stateful));
        EXECUTE format('CREATE TRIGGER log_first AFTER INSERT ON %I'
                       ' FOR EACH ROW EXECUTE FUNCTION log_transition(%L)', stateful, upper(stateful));
        EXECUTE format('CREATE TRIGGER log_change AFTER UPDATE ON %I FOR EACH ROW'
                       ' WHEN (OLD.status IS DISTINCT FROM NEW.status) EXECUTE FUNCTION log_transition(%L)',
                       stateful, upper(stateful));
        EXECUTE format('CREATE TRIGGER stays BEFORE DELETE OR TRUNCATE ON %I'
                       ' FOR EACH STATEMENT EXECUTE FUNCTION refuse_change(''never_removed'')', stateful);
    END LOOP;
END $$;

-- 1. and 3. What live claims hold. Every path locks in one order: partner, project, need, need line, resource.

CREATE FUNCTION start_empty() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE made jsonb := to_jsonb(NEW);
BEGIN
    IF coalesce((made ->> 'claimed')::int, 0) <> 0 OR coalesce((made ->> 'planned')::int, 0) <> 0
       OR coalesce((made ->> 'carrying')::int, 0) <> 0 THEN
        PERFORM refuse('counts_are_kept', NEW.id::text);
    END IF;
    RETURN NEW;
END $$;

DO $$
DECLARE counted text;
BEGIN
    FOREACH counted IN ARRAY ARRAY['partner_unit', 'need', 'need_line', 'resource'] LOOP
        EXECUTE format('CREATE TRIGGER a_start_empty BEFORE INSERT ON %I'
                       ' FOR EACH ROW EXECUTE FUNCTION start_empty()', counted);
    END LOOP;
END $$;

CREATE FUNCTION holds(status text) RETURNS int LANGUAGE sql IMMUTABLE AS
$$ SELECT (status IN ('PROPOSED', 'ACCEPTED', 'ACTIVE', 'DELIVERED', 'CONFIRMED'))::int $$;

CREATE FUNCTION burdens(status text) RETURNS int LANGUAGE sql IMMUTABLE AS
$$ SELECT (status IN ('PROPOSED', 'ACCEPTED', 'ACTIVE', 'DELIVERED'))::int $$;

CREATE FUNCTION keep_counts() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    held int := holds(NEW.status) - CASE WHEN TG_OP = 'UPDATE' THEN holds(OLD.status) ELSE 0 END;
    load int := burdens(NEW.status) - CASE WHEN TG_OP = 'UPDATE' THEN burdens(OLD.status) ELSE 0 END;
BEGIN
    IF load <> 0 THEN
        UPDATE partner_unit SET carrying = carrying + load
        WHERE subdistrict_id = NEW.subdistrict_id AND id = NEW.partner_id;
    END IF;
    IF held <> 0 THEN
        UPDATE need SET claimed = claimed + held * NEW.quantity
        WHERE subdistrict_id = NEW.subdistrict_id AND id = NEW.need_id;
        UPDATE need_line SET claimed = claimed + held * NEW.quantity
        WHERE subdistrict_id = NEW.subdistrict_id AND id = NEW.need_line_id;
        UPDATE resource SET claimed = claimed + held * NEW.resource_quantity
        WHERE subdistrict_id = NEW.subdistrict_id AND id = NEW.resource_id;
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER keep_counts AFTER INSERT OR UPDATE ON claim FOR EACH ROW EXECUTE FUNCTION keep_counts();

CREATE FUNCTION terms_are_final() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (OLD.subdistrict_id, OLD.id, OLD.direction, OLD.partner_id, OLD.branch_id, OLD.need_id, OLD.need_line_id,
        OLD.resource_id, OLD.quantity, OLD.resource_quantity, OLD.starts_at, OLD.ends_at)
       IS DISTINCT FROM
       (NEW.subdistrict_id, NEW.id, NEW.direction, NEW.partner_id, NEW.branch_id, NEW.need_id, NEW.need_line_id,
        NEW.resource_id, NEW.quantity, NEW.resource_quantity, NEW.starts_at, NEW.ends_at) THEN
        PERFORM refuse('claim_terms_final', NEW.id::text);
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER c_terms BEFORE UPDATE ON claim FOR EACH ROW EXECUTE FUNCTION terms_are_final();

-- What may be claimed at all, and an exclusive resource only once at a time (under the resource's row lock).

CREATE FUNCTION admit_claim() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    giver partner_unit;
    asked need;
    work project;
    offer resource;
BEGIN
    IF NEW.partner_id IS NOT NULL THEN
        SELECT * INTO giver FROM partner_unit p
        WHERE p.subdistrict_id = NEW.subdistrict_id AND p.id = NEW.partner_id FOR NO KEY UPDATE;
        IF giver.status <> 'ADMITTED' THEN PERFORM refuse('claim_partner_admitted', giver.status); END IF;
    END IF;
    IF NEW.project_id IS NOT NULL THEN
        SELECT * INTO work FROM project p
        WHERE p.subdistrict_id = NEW.subdistrict_id AND p.id = NEW.project_id FOR SHARE;
        IF work.status NOT IN ('PLANNED', 'APPROVED', 'RUNNING') THEN
            PERFORM refuse('claim_project_open', work.status);
        END IF;
        IF work.branch_id <> NEW.branch_id THEN PERFORM refuse('claim_lead_branch', work.id::text); END IF;
    END IF;
    SELECT * INTO asked FROM need n
    WHERE n.subdistrict_id = NEW.subdistrict_id AND n.id = NEW.need_id FOR NO KEY UPDATE;
    IF asked.status NOT IN ('POSTED', 'PARTLY_CLAIMED', 'FULLY_CLAIMED') THEN
        PERFORM refuse('claim_need_open', asked.status);
    END IF;
    IF asked.partner_id = NEW.partner_id THEN PERFORM refuse('claim_own_need', asked.id::text); END IF;
    IF NEW.resource_id IS NOT NULL THEN
        SELECT * INTO offer FROM resource r
        WHERE r.subdistrict_id = NEW.subdistrict_id AND r.id = NEW.resource_id FOR NO KEY UPDATE;
        IF offer.partner_id IS DISTINCT FROM NEW.partner_id THEN
            PERFORM refuse('claim_resource_of_partner', offer.id::text);
        END IF;
        IF offer.status NOT IN ('OFFERED', 'PARTLY_CLAIMED', 'FULLY_CLAIMED') THEN
            PERFORM refuse('claim_resource_open', offer.status);
        END IF;
        PERFORM admit_window(NEW, offer);
    END IF;
    RETURN NEW;
END $$;

CREATE FUNCTION admit_window(wanted claim, offer resource) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    IF offer.exclusive AND (wanted.starts_at IS NULL OR wanted.ends_at IS NULL) THEN
        PERFORM refuse('claim_window_required', offer.id::text);
    END IF;
    IF coalesce(wanted.starts_at, wanted.ends_at) < offer.available_from
       OR coalesce(wanted.ends_at, wanted.starts_at) > offer.available_until THEN
        PERFORM refuse('claim_window_available', offer.id::text);
    END IF;
    IF offer.exclusive AND EXISTS (
        SELECT FROM claim c
        WHERE c.subdistrict_id = offer.subdistrict_id AND c.resource_id = offer.id AND holds(c.status) = 1
          AND c.starts_at < wanted.ends_at AND wanted.starts_at < c.ends_at) THEN
        PERFORM refuse('claim_window_free', offer.id::text);
    END IF;
END $$;

CREATE TRIGGER a_admit_claim BEFORE INSERT ON claim FOR EACH ROW EXECUTE FUNCTION admit_claim();

-- A resource with live claims keeps being exclusive, and keeps a window that holds them.

CREATE FUNCTION keep_promises() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF (OLD.exclusive, OLD.available_from, OLD.available_until, OLD.partner_id, OLD.unit)
       IS NOT DISTINCT FROM (NEW.exclusive, NEW.available_from, NEW.available_until, NEW.partner_id, NEW.unit)
       OR NEW.claimed = 0 THEN RETURN NEW; END IF;
    IF (OLD.exclusive, OLD.partner_id, OLD.unit) IS DISTINCT FROM (NEW.exclusive, NEW.partner_id, NEW.unit)
       OR EXISTS (SELECT FROM claim c
                  WHERE c.subdistrict_id = NEW.subdistrict_id AND c.resource_id = NEW.id AND holds(c.status) = 1
                    AND (coalesce(c.starts_at, c.ends_at) < NEW.available_from
                         OR coalesce(c.ends_at, c.starts_at) > NEW.available_until)) THEN
        PERFORM refuse('claimed_terms_final', NEW.id::text);
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER c_keep_promises BEFORE UPDATE ON resource FOR EACH ROW EXECUTE FUNCTION keep_promises();

CREATE FUNCTION keep_unit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.claimed + NEW.planned > 0 AND (OLD.unit, OLD.partner_id, OLD.branch_id) IS DISTINCT FROM
                           (NEW.unit, NEW.partner_id, NEW.branch_id) THEN
        PERFORM refuse('claimed_terms_final', NEW.id::text);
    END IF;
    IF NEW.status = 'WITHDRAWN' AND OLD.status <> 'WITHDRAWN' AND (NEW.claimed > 0 OR NEW.planned > 0) THEN
        PERFORM refuse('need_in_use', NEW.id::text);
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER c_keep_unit BEFORE UPDATE ON need FOR EACH ROW EXECUTE FUNCTION keep_unit();

CREATE FUNCTION keep_held() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.claimed > 0 THEN PERFORM refuse('resource_in_use', NEW.id::text); END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER d_keep_held BEFORE UPDATE ON resource FOR EACH ROW
    WHEN (NEW.status IN ('WITHDRAWN', 'EXPIRED') AND OLD.status <> NEW.status) EXECUTE FUNCTION keep_held();

-- 2. Both consents, from different parties: each by an account of its side, and never taken back.

CREATE FUNCTION check_consents() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND (OLD.partner_consent_by <> NEW.partner_consent_by
        OR OLD.partner_consent_at <> NEW.partner_consent_at OR OLD.branch_consent_by <> NEW.branch_consent_by
        OR OLD.branch_consent_at <> NEW.branch_consent_at
        OR (OLD.partner_consent_by IS NOT NULL AND NEW.partner_consent_by IS NULL)
        OR (OLD.branch_consent_by IS NOT NULL AND NEW.branch_consent_by IS NULL)) THEN
        PERFORM refuse('consent_final', NEW.id::text);
    END IF;
    IF NEW.partner_consent_by IS NOT NULL AND NOT EXISTS (
        SELECT FROM account a WHERE a.id = NEW.partner_consent_by AND a.subdistrict_id = NEW.subdistrict_id
          AND CASE WHEN NEW.partner_id IS NULL THEN a.role = 'SUBDISTRICT_ADMIN'
                   ELSE a.partner_id = NEW.partner_id END) THEN
        PERFORM refuse('consent_of_partner', NEW.id::text);
    END IF;
    IF NEW.branch_consent_by IS NOT NULL AND NOT EXISTS (
        SELECT FROM account a JOIN party_branch b ON b.subdistrict_id = NEW.subdistrict_id AND b.id = NEW.branch_id
        WHERE a.id = NEW.branch_consent_by AND a.subdistrict_id = NEW.subdistrict_id
          AND CASE a.role WHEN 'GRID_SECRETARY' THEN a.branch_id = NEW.branch_id
                          WHEN 'COMMUNITY_SECRETARY' THEN a.community_id = b.community_id
                          WHEN 'SUBDISTRICT_ADMIN' THEN true ELSE false END) THEN
        PERFORM refuse('consent_of_branch', NEW.id::text);
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER d_consents_first BEFORE INSERT ON claim FOR EACH ROW EXECUTE FUNCTION check_consents();
CREATE TRIGGER d_consents BEFORE UPDATE OF partner_consent_by, partner_consent_at, branch_consent_by,
    branch_consent_at ON claim FOR EACH ROW EXECUTE FUNCTION check_consents();

-- What the lines of live projects plan never exceeds the need; a terminated project plans nothing.

CREATE FUNCTION plan_line() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    work project;
    asked need;
BEGIN
    SELECT * INTO work FROM project p
    WHERE p.subdistrict_id = NEW.subdistrict_id AND p.id = NEW.project_id FOR SHARE;
    IF work.status NOT IN ('PLANNED', 'APPROVED', 'RUNNING') THEN
        PERFORM refuse('line_project_open', work.status);
    END IF;
    SELECT * INTO asked FROM need n
    WHERE n.subdistrict_id = NEW.subdistrict_id AND n.id = NEW.need_id FOR NO KEY UPDATE;
    IF asked.status NOT IN ('POSTED', 'PARTLY_CLAIMED', 'FULLY_CLAIMED') THEN
        PERFORM refuse('line_need_open', asked.status);
    END IF;
    UPDATE need SET planned = planned + NEW.quantity
    WHERE subdistrict_id = NEW.subdistrict_id AND id = NEW.need_id;
    RETURN NULL;
END $$;

CREATE TRIGGER plan_line AFTER INSERT ON need_line FOR EACH ROW EXECUTE FUNCTION plan_line();
CREATE TRIGGER line_final BEFORE DELETE OR TRUNCATE ON need_line
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('never_removed');

CREATE FUNCTION line_terms() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (OLD.subdistrict_id, OLD.id, OLD.project_id, OLD.need_id, OLD.quantity) IS DISTINCT FROM
       (NEW.subdistrict_id, NEW.id, NEW.project_id, NEW.need_id, NEW.quantity) THEN
        PERFORM refuse('line_terms_final', NEW.id::text);
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER line_terms BEFORE UPDATE ON need_line FOR EACH ROW EXECUTE FUNCTION line_terms();

CREATE FUNCTION end_project() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF EXISTS (SELECT FROM claim c WHERE c.subdistrict_id = NEW.subdistrict_id AND c.project_id = NEW.id
               AND burdens(c.status) = 1) THEN
        PERFORM refuse('project_in_use', NEW.id::text);
    END IF;
    PERFORM FROM need n JOIN need_line l ON l.subdistrict_id = n.subdistrict_id AND l.need_id = n.id
    WHERE l.subdistrict_id = NEW.subdistrict_id AND l.project_id = NEW.id ORDER BY n.id FOR NO KEY UPDATE OF n;
    UPDATE need n SET planned = planned - l.quantity FROM need_line l
    WHERE l.subdistrict_id = NEW.subdistrict_id AND l.project_id = NEW.id
      AND n.subdistrict_id = l.subdistrict_id AND n.id = l.need_id;
    RETURN NULL;
END $$;

CREATE TRIGGER end_project AFTER UPDATE ON project FOR EACH ROW
    WHEN (NEW.status = 'TERMINATED' AND OLD.status <> 'TERMINATED') EXECUTE FUNCTION end_project();

-- An account that has consented keeps its party.

CREATE FUNCTION keep_party() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF (OLD.role, OLD.subdistrict_id, OLD.community_id, OLD.branch_id, OLD.partner_id) IS DISTINCT FROM
       (NEW.role, NEW.subdistrict_id, NEW.community_id, NEW.branch_id, NEW.partner_id)
       AND EXISTS (SELECT FROM claim WHERE subdistrict_id = OLD.subdistrict_id
                   AND NEW.id IN (partner_consent_by, branch_consent_by)) THEN
        PERFORM refuse('account_party_final', NEW.id::text);
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER keep_party BEFORE UPDATE OF role, subdistrict_id, community_id, branch_id, partner_id ON account
    FOR EACH ROW EXECUTE FUNCTION keep_party();

-- Roles: the reader sees all but secrets; the writer changes only what is a user's to change.

DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'red_partners_writer') THEN
        CREATE ROLE red_partners_writer;
        GRANT red_partners_writer TO CURRENT_USER WITH SET TRUE;
    END IF;
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'red_partners_reader') THEN
        CREATE ROLE red_partners_reader;
        GRANT red_partners_reader TO CURRENT_USER WITH SET TRUE;
    END IF;
END $$;

REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO red_partners_writer, red_partners_reader;
REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA public FROM PUBLIC;
GRANT EXECUTE ON FUNCTION refuse, holds, burdens TO red_partners_writer;

GRANT SELECT ON subdistrict, community, grid, party_branch, partner_unit, service_area, alliance, membership, need,
    resource, project, need_line, claim, transition, lifecycle TO red_partners_reader, red_partners_writer;
GRANT SELECT (id, login, display_name, role, subdistrict_id, community_id, branch_id, partner_id, code_prefix,
    oidc_subject, disabled, created_at) ON account TO red_partners_reader;
GRANT SELECT ON account, idempotency_key TO red_partners_writer;

GRANT INSERT ON partner_unit, need, resource, project, need_line, claim, service_area, idempotency_key
    TO red_partners_writer;
GRANT UPDATE (name, kind, credit_code, introduction, liaison_name, liaison_phone, capacity, status, updated_at)
    ON partner_unit TO red_partners_writer;
GRANT UPDATE (title, description, category, quantity, unit, beneficiaries, site, needed_by, priority, contact_name,
    contact_phone, status, updated_at) ON need TO red_partners_writer;
GRANT UPDATE (title, description, form, category, quantity, unit, exclusive, available_from, available_until,
    conditions, community_id, status, updated_at) ON resource TO red_partners_writer;
GRANT UPDATE (title, goal, deliverables, budget, planned_end, status, updated_at) ON project TO red_partners_writer;
GRANT UPDATE (plan, partner_consent_by, partner_consent_at, branch_consent_by, branch_consent_at, status, updated_at)
    ON claim TO red_partners_writer;
GRANT UPDATE (quantity) ON need_line TO red_partners_writer; -- for row locks; line_terms refuses a change
GRANT UPDATE (password_hash) ON account TO red_partners_writer;
GRANT UPDATE (answer), DELETE ON idempotency_key TO red_partners_writer;
GRANT DELETE ON service_area TO red_partners_writer;
