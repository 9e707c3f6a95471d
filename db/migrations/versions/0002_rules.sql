-- The rules of handling: more lifecycles, what was delivered, resolutions, evidence, ratings, deadlines, roles.

INSERT INTO lifecycle (subject_type, from_status, to_status) VALUES
    ('TOPIC', '', 'SUBMITTED'),
    ('TOPIC', 'SUBMITTED', 'ACCEPTED'),
    ('TOPIC', 'SUBMITTED', 'RETURNED'),
    ('TOPIC', 'SUBMITTED', 'MERGED'),
    ('TOPIC', 'ACCEPTED', 'MERGED'),
    ('TOPIC', 'ACCEPTED', 'DELIBERATING'),
    ('TOPIC', 'REOPENED', 'DELIBERATING'),
    ('TOPIC', 'DELIBERATING', 'RESOLVED'),
    ('TOPIC', 'RESOLVED', 'NEED_POSTED'),
    ('TOPIC', 'RESOLVED', 'WHISTLED'),
    ('TOPIC', 'NEED_POSTED', 'RESOLVED'),
    ('TOPIC', 'WHISTLED', 'RESOLVED'),
    ('TOPIC', 'NEED_POSTED', 'HANDLED'),
    ('TOPIC', 'WHISTLED', 'HANDLED'),
    ('TOPIC', 'REWORK', 'HANDLED'),
    ('TOPIC', 'REOPENED', 'HANDLED'),
    ('TOPIC', 'HANDLED', 'VERIFIED'),
    ('TOPIC', 'HANDLED', 'REWORK'),
    ('TOPIC', 'VERIFIED', 'REWORK'),
    ('TOPIC', 'VERIFIED', 'CLOSED'),
    ('TOPIC', 'CLOSED', 'REOPENED'),
    ('TOPIC', 'SUSPENDED', 'ACCEPTED'),
    ('TOPIC', 'SUSPENDED', 'DELIBERATING'),
    ('TOPIC', 'SUSPENDED', 'RESOLVED'),
    ('TOPIC', 'SUSPENDED', 'NEED_POSTED'),
    ('TOPIC', 'SUSPENDED', 'WHISTLED'),
    ('TOPIC', 'SUSPENDED', 'REWORK'),
    ('TOPIC', 'SUSPENDED', 'REOPENED'),
    ('TOPIC', 'ACCEPTED', 'SUSPENDED'),
    ('TOPIC', 'DELIBERATING', 'SUSPENDED'),
    ('TOPIC', 'RESOLVED', 'SUSPENDED'),
    ('TOPIC', 'NEED_POSTED', 'SUSPENDED'),
    ('TOPIC', 'WHISTLED', 'SUSPENDED'),
    ('TOPIC', 'REWORK', 'SUSPENDED'),
    ('TOPIC', 'REOPENED', 'SUSPENDED'),
    ('DELIBERATION', 'CONVENED', 'MINUTED'),
    ('DELIBERATION', 'CONVENED', 'CANCELLED'),
    ('DELIBERATION', '', 'CONVENED'),
    ('JOINT_MEETING', '', 'CONVENED'),
    ('JOINT_MEETING', 'CONVENED', 'HELD'),
    ('JOINT_MEETING', 'HELD', 'REPORTED'),
    ('JOINT_MEETING', 'CONVENED', 'CANCELLED'),
    ('NEED', 'PARTLY_CLAIMED', 'IN_DELIVERY'),
    ('NEED', 'IN_DELIVERY', 'POSTED'),
    ('NEED', 'IN_DELIVERY', 'PARTLY_CLAIMED'),
    ('NEED', 'IN_DELIVERY', 'FULLY_CLAIMED'),
    ('NEED', 'PARTLY_CLAIMED', 'FULFILLED'),
    ('NEED', 'FULLY_CLAIMED', 'FULFILLED'),
    ('PROJECT', 'DELIVERED', 'RUNNING'),
    ('CLAIM', 'DELIVERED', 'ACTIVE'),
    ('WHISTLE', '', 'RAISED'),
    ('WHISTLE', 'RAISED', 'APPROVED'),
    ('WHISTLE', 'RAISED', 'REFUSED'),
    ('WHISTLE', 'APPROVED', 'DISPATCHED'),
    ('WHISTLE', 'RETURNED', 'DISPATCHED'),
    ('WHISTLE', 'DISPATCHED', 'RETURNED'),
    ('WHISTLE', 'DISPATCHED', 'REPORTED_IN'),
    ('WHISTLE', 'REPORTED_IN', 'HANDLING'),
    ('WHISTLE', 'HANDLING', 'DONE'),
    ('WHISTLE', 'DONE', 'RATED'),
    ('ALLIANCE', '', 'ACTIVE'),
    ('ALLIANCE', 'ACTIVE', 'DISSOLVED'),
    ('MEMBERSHIP', '', 'INVITED'),
    ('MEMBERSHIP', '', 'APPLIED'),
    ('MEMBERSHIP', 'INVITED', 'JOINED'),
    ('MEMBERSHIP', 'APPLIED', 'JOINED'),
    ('MEMBERSHIP', 'INVITED', 'DECLINED'),
    ('MEMBERSHIP', 'APPLIED', 'DECLINED'),
    ('MEMBERSHIP', 'JOINED', 'LEFT'),
    ('MEMBERSHIP', 'JOINED', 'ENDED'),
    ('EXTENSION', '', 'ASKED'),
    ('EXTENSION', 'ASKED', 'APPROVED'),
    ('EXTENSION', 'ASKED', 'REFUSED');

DO $$
DECLARE stateful text;
BEGIN
    FOREACH stateful IN ARRAY ARRAY['topic', 'deliberation', 'joint_meeting', 'whistle', 'alliance', 'membership',
                                    'extension'] LOOP
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

-- Alliances and memberships that were there before they had states.

INSERT INTO transition (subdistrict_id, subject_type, subject_id, from_status, to_status)
SELECT subdistrict_id, 'ALLIANCE', id, NULL, 'ACTIVE' FROM alliance;
INSERT INTO transition (subdistrict_id, subject_type, subject_id, from_status, to_status)
SELECT subdistrict_id, 'MEMBERSHIP', id, NULL, 'INVITED' FROM membership;
INSERT INTO transition (subdistrict_id, subject_type, subject_id, from_status, to_status)
SELECT subdistrict_id, 'MEMBERSHIP', id, 'INVITED', 'JOINED' FROM membership;

-- What a claim holds: its quantity while it lives, what was delivered once it has defaulted.

CREATE FUNCTION held(c claim) RETURNS int LANGUAGE sql IMMUTABLE AS
$$ SELECT CASE WHEN c.status IN ('PROPOSED', 'ACCEPTED', 'ACTIVE', 'DELIVERED', 'CONFIRMED') THEN c.quantity
               WHEN c.status = 'DEFAULTED' THEN c.delivered ELSE 0 END $$;

CREATE FUNCTION held_resource(c claim) RETURNS int LANGUAGE sql IMMUTABLE AS
$$ SELECT coalesce(CASE
       WHEN c.status IN ('PROPOSED', 'ACCEPTED', 'ACTIVE', 'DELIVERED', 'CONFIRMED') THEN c.resource_quantity
       WHEN c.status = 'DEFAULTED' THEN ceil(c.resource_quantity::numeric * c.delivered / c.quantity)::int END, 0) $$;

CREATE FUNCTION under_way(c claim) RETURNS int LANGUAGE sql IMMUTABLE AS
$$ SELECT CASE WHEN c.status IN ('ACTIVE', 'DELIVERED', 'CONFIRMED') THEN c.quantity
               WHEN c.status = 'DEFAULTED' THEN c.delivered ELSE 0 END $$;

CREATE FUNCTION confirmed(c claim) RETURNS int LANGUAGE sql IMMUTABLE AS
$$ SELECT CASE c.status WHEN 'CONFIRMED' THEN c.quantity WHEN 'DEFAULTED' THEN c.delivered ELSE 0 END $$;

-- The state of a need follows from how much of it is claimed, under way and confirmed.

CREATE FUNCTION follow_delivery() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.status IN ('POSTED', 'PARTLY_CLAIMED', 'FULLY_CLAIMED', 'IN_DELIVERY') THEN
        NEW.status := CASE WHEN NEW.fulfilled = NEW.quantity THEN 'FULFILLED'
                           WHEN NEW.started = NEW.quantity THEN 'IN_DELIVERY'
                           WHEN NEW.claimed = 0 THEN 'POSTED'
                           WHEN NEW.claimed < NEW.quantity THEN 'PARTLY_CLAIMED' ELSE 'FULLY_CLAIMED' END;
    END IF;
    RETURN NEW;
END $$;

DROP TRIGGER a_follow_claims ON need;
CREATE TRIGGER a_follow_delivery BEFORE UPDATE ON need FOR EACH ROW EXECUTE FUNCTION follow_delivery();

CREATE OR REPLACE FUNCTION start_empty() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE made jsonb := to_jsonb(NEW);
BEGIN
    IF EXISTS (SELECT FROM unnest(ARRAY['claimed', 'planned', 'carrying', 'started', 'fulfilled', 'given', 'received',
                                        'delivered', 'supporters']) AS count
               WHERE coalesce((made ->> count)::int, 0) <> 0) THEN
        PERFORM refuse('counts_are_kept', NEW.id::text);
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER a_start_empty BEFORE INSERT ON topic FOR EACH ROW EXECUTE FUNCTION start_empty();
CREATE TRIGGER b_start_empty BEFORE INSERT ON claim FOR EACH ROW EXECUTE FUNCTION start_empty();

CREATE OR REPLACE FUNCTION keep_counts() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
DECLARE
    first boolean := TG_OP = 'INSERT';
    load int := burdens(NEW.status) - CASE WHEN first THEN 0 ELSE burdens(OLD.status) END;
    done int := (NEW.status = 'CONFIRMED')::int - CASE WHEN first THEN 0 ELSE (OLD.status = 'CONFIRMED')::int END;
    more int := held(NEW) - CASE WHEN first THEN 0 ELSE held(OLD) END;
    begun int := under_way(NEW) - CASE WHEN first THEN 0 ELSE under_way(OLD) END;
    sure int := confirmed(NEW) - CASE WHEN first THEN 0 ELSE confirmed(OLD) END;
    used int := held_resource(NEW) - CASE WHEN first THEN 0 ELSE held_resource(OLD) END;
BEGIN
    IF load <> 0 OR done <> 0 THEN
        UPDATE partner_unit SET carrying = carrying + load, given = given + done
        WHERE subdistrict_id = NEW.subdistrict_id AND id = NEW.partner_id;
    END IF;
    IF done <> 0 THEN
        UPDATE partner_unit SET received = received + done
        WHERE subdistrict_id = NEW.subdistrict_id AND id = NEW.receiver_id;
    END IF;
    IF more <> 0 OR begun <> 0 OR sure <> 0 THEN
        UPDATE need SET claimed = claimed + more, started = started + begun, fulfilled = fulfilled + sure
        WHERE subdistrict_id = NEW.subdistrict_id AND id = NEW.need_id;
    END IF;
    IF more <> 0 THEN
        UPDATE need_line SET claimed = claimed + more
        WHERE subdistrict_id = NEW.subdistrict_id AND id = NEW.need_line_id;
    END IF;
    IF used <> 0 THEN
        UPDATE resource SET claimed = claimed + used
        WHERE subdistrict_id = NEW.subdistrict_id AND id = NEW.resource_id;
    END IF;
    RETURN NULL;
END $$;

-- The partner whose need it is receives; told by the need, never by the client.

CREATE FUNCTION name_receiver() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    NEW.receiver_id := (SELECT n.partner_id FROM need n
                        WHERE n.subdistrict_id = NEW.subdistrict_id AND n.id = NEW.need_id);
    RETURN NEW;
END $$;

CREATE TRIGGER a_a_name_receiver BEFORE INSERT ON claim FOR EACH ROW EXECUTE FUNCTION name_receiver();

-- Claims of before: what they received, and what they must have delivered.

UPDATE claim c SET receiver_id = n.partner_id FROM need n
WHERE n.subdistrict_id = c.subdistrict_id AND n.id = c.need_id AND n.partner_id IS NOT NULL;

INSERT INTO fulfilment (subdistrict_id, claim_id, quantity, delivered_on, evidence, created_at, created_by)
SELECT subdistrict_id, id, quantity, (updated_at AT TIME ZONE 'Asia/Shanghai')::date,
       '升级前的兑现，无佐证记录 delivered before evidence was recorded', updated_at, partner_consent_by
FROM claim WHERE status IN ('DELIVERED', 'CONFIRMED');

UPDATE claim SET delivered = quantity WHERE status IN ('DELIVERED', 'CONFIRMED');

UPDATE partner_unit p SET given = c.given FROM (
    SELECT subdistrict_id, partner_id, count(*) AS given FROM claim WHERE status = 'CONFIRMED' GROUP BY 1, 2
) c WHERE c.subdistrict_id = p.subdistrict_id AND c.partner_id = p.id;

UPDATE partner_unit p SET received = c.received FROM (
    SELECT subdistrict_id, receiver_id, count(*) AS received FROM claim WHERE status = 'CONFIRMED' GROUP BY 1, 2
) c WHERE c.subdistrict_id = p.subdistrict_id AND c.receiver_id = p.id;

UPDATE need n SET started = c.started, fulfilled = c.fulfilled FROM (
    SELECT subdistrict_id, need_id, sum(under_way(claim)) AS started, sum(confirmed(claim)) AS fulfilled
    FROM claim GROUP BY 1, 2
) c WHERE c.subdistrict_id = n.subdistrict_id AND c.need_id = n.id AND c.started > 0;

UPDATE need SET started = started WHERE status = 'IN_DELIVERY' AND started = 0; -- its state follows from its claims now

ALTER TABLE claim ADD CONSTRAINT ck_claim_delivered_by_status
    CHECK (CASE WHEN status IN ('DELIVERED', 'CONFIRMED') THEN delivered = quantity
           ELSE status IN ('ACTIVE', 'DEFAULTED') OR delivered = 0 END);

-- Fulfilments are recorded and returned while their claim is under way, and make up what it delivered.

CREATE FUNCTION keep_delivered() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
DECLARE deal claim;
BEGIN
    IF TG_OP = 'UPDATE' AND (to_jsonb(OLD) - 'returned') <> (to_jsonb(NEW) - 'returned')
       OR TG_OP = 'UPDATE' AND OLD.returned AND NOT NEW.returned THEN
        PERFORM refuse('fulfilment_final', NEW.id::text);
    END IF;
    SELECT * INTO deal FROM claim c
    WHERE c.subdistrict_id = NEW.subdistrict_id AND c.id = NEW.claim_id FOR NO KEY UPDATE;
    IF deal.status <> 'ACTIVE' THEN PERFORM refuse('fulfilment_claim_active', deal.status); END IF;
    UPDATE claim SET delivered = delivered + (NOT NEW.returned)::int * NEW.quantity
                     - CASE WHEN TG_OP = 'UPDATE' THEN (NOT OLD.returned)::int * OLD.quantity ELSE 0 END
    WHERE subdistrict_id = NEW.subdistrict_id AND id = NEW.claim_id;
    RETURN NULL;
END $$;

CREATE TRIGGER keep_delivered AFTER INSERT OR UPDATE ON fulfilment FOR EACH ROW EXECUTE FUNCTION keep_delivered();
CREATE TRIGGER stays BEFORE DELETE OR TRUNCATE ON fulfilment
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('never_removed');

CREATE FUNCTION deliveries_are_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF pg_trigger_depth() = 1 THEN PERFORM refuse('counts_are_kept', NEW.id::text); END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER a_deliveries_are_kept BEFORE UPDATE ON claim FOR EACH ROW
    WHEN (OLD.delivered <> NEW.delivered) EXECUTE FUNCTION deliveries_are_kept();

-- A resolution is the newest deliberation that was not called off, if it has minutes and had every role that the
-- subdistrict requires.

CREATE FUNCTION is_resolved(tenant uuid, topic uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT EXISTS (
        SELECT FROM deliberation d
        WHERE d.subdistrict_id = tenant AND d.topic_id = topic AND d.status = 'MINUTED' AND NOT EXISTS (
            SELECT FROM deliberation later
            WHERE later.subdistrict_id = tenant AND later.topic_id = topic AND later.id > d.id
              AND later.status <> 'CANCELLED') AND NOT EXISTS (
            SELECT FROM required_role r WHERE r.subdistrict_id = tenant AND NOT EXISTS (
                SELECT FROM attendee a
                WHERE a.subdistrict_id = tenant AND a.deliberation_id = d.id AND a.role = r.role)))
$$;

CREATE FUNCTION is_shown(tenant uuid, subject uuid, evidence text) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT evidence ~ '\S'
        OR EXISTS (SELECT FROM attachment a WHERE a.subdistrict_id = tenant AND a.subject_id = subject)
$$;

CREATE FUNCTION check_topic() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF OLD.status = 'DELIBERATING' AND NEW.status = 'RESOLVED' AND NOT is_resolved(NEW.subdistrict_id, NEW.id) THEN
        PERFORM refuse('topic_resolution', NEW.id::text);
    END IF;
    IF NEW.status IN ('VERIFIED', 'CLOSED') AND NEW.status <> OLD.status
       AND NOT is_shown(NEW.subdistrict_id, NEW.id, NEW.evidence) THEN
        PERFORM refuse('topic_evidence', NEW.id::text);
    END IF;
    IF OLD.status = 'SUSPENDED' AND NEW.status <> 'SUSPENDED' AND NEW.status <> OLD.suspended_from THEN
        PERFORM refuse('topic_resumes', NEW.id::text);
    END IF;
    IF NEW.status = 'SUSPENDED' AND OLD.status <> 'SUSPENDED' AND (NEW.suspended_from <> OLD.status OR NOT EXISTS (
        SELECT FROM extension e JOIN deadline d ON d.subdistrict_id = e.subdistrict_id AND d.id = e.deadline_id
        WHERE d.subdistrict_id = NEW.subdistrict_id AND d.subject_id = NEW.id AND e.kind = 'SUSPENSION'
          AND e.status = 'APPROVED' AND e.review_on = NEW.review_on)) THEN
        PERFORM refuse('topic_suspension_approved', NEW.id::text);
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER c_check_topic BEFORE UPDATE ON topic FOR EACH ROW EXECUTE FUNCTION check_topic();

CREATE FUNCTION require_resolution() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
BEGIN
    IF NEW.topic_id IS NOT NULL AND NOT is_resolved(NEW.subdistrict_id, NEW.topic_id) THEN
        PERFORM refuse(TG_ARGV[0], NEW.topic_id::text);
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER c_resolution BEFORE INSERT OR UPDATE OF topic_id ON need
    FOR EACH ROW EXECUTE FUNCTION require_resolution('need_topic_resolved');
CREATE TRIGGER c_resolution BEFORE INSERT OR UPDATE OF topic_id ON project
    FOR EACH ROW EXECUTE FUNCTION require_resolution('project_topic_resolved');

CREATE FUNCTION check_deliberation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.status = 'MINUTED' THEN PERFORM refuse('minutes_final', NEW.id::text); END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER c_minutes BEFORE UPDATE ON deliberation FOR EACH ROW EXECUTE FUNCTION check_deliberation();

CREATE FUNCTION check_attendee() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
DECLARE meeting deliberation;
BEGIN
    SELECT * INTO meeting FROM deliberation d
    WHERE d.subdistrict_id = NEW.subdistrict_id AND d.id = NEW.deliberation_id FOR SHARE;
    IF meeting.status <> 'CONVENED' THEN PERFORM refuse('minutes_final', NEW.deliberation_id::text); END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER c_attendee BEFORE INSERT ON attendee FOR EACH ROW EXECUTE FUNCTION check_attendee();
CREATE TRIGGER stays BEFORE UPDATE OR DELETE OR TRUNCATE ON attendee
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('minutes_final');

CREATE FUNCTION keep_supporters() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
BEGIN
    UPDATE topic SET supporters = supporters + 1 WHERE subdistrict_id = NEW.subdistrict_id AND id = NEW.topic_id;
    RETURN NULL;
END $$;

CREATE TRIGGER keep_supporters AFTER INSERT ON supporter FOR EACH ROW EXECUTE FUNCTION keep_supporters();
CREATE TRIGGER stays BEFORE UPDATE OR DELETE OR TRUNCATE ON supporter
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('never_removed');

-- A whistle is as restricted as the topic that it is about.

CREATE FUNCTION restrict_whistle() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
BEGIN
    NEW.restricted := coalesce((SELECT t.restricted FROM topic t
                                WHERE t.subdistrict_id = NEW.subdistrict_id AND t.id = NEW.topic_id), false);
    RETURN NEW;
END $$;

CREATE TRIGGER a_restrict BEFORE INSERT OR UPDATE OF topic_id, restricted ON whistle
    FOR EACH ROW EXECUTE FUNCTION restrict_whistle();

CREATE FUNCTION restrict_whistles() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
BEGIN
    UPDATE whistle SET restricted = NEW.restricted WHERE subdistrict_id = NEW.subdistrict_id AND topic_id = NEW.id;
    RETURN NULL;
END $$;

CREATE TRIGGER restrict_whistles AFTER UPDATE OF category ON topic FOR EACH ROW
    WHEN (OLD.category IS DISTINCT FROM NEW.category) EXECUTE FUNCTION restrict_whistles();

-- A dispatched whistle has a lead department; departments are partners of that kind.

CREATE FUNCTION check_call() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM partner_unit p WHERE p.subdistrict_id = NEW.subdistrict_id AND p.id = NEW.partner_id
                   AND p.kind = 'DEPARTMENT') THEN
        PERFORM refuse('whistle_department_kind', NEW.partner_id::text);
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER c_call BEFORE INSERT ON whistle_department FOR EACH ROW EXECUTE FUNCTION check_call();

CREATE FUNCTION check_whistle() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
BEGIN
    IF NEW.status = 'DISPATCHED' AND OLD.status <> 'DISPATCHED' AND NOT EXISTS (
        SELECT FROM whistle_department d
        WHERE d.subdistrict_id = NEW.subdistrict_id AND d.whistle_id = NEW.id AND d.lead) THEN
        PERFORM refuse('whistle_lead', NEW.id::text);
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER c_check_whistle BEFORE UPDATE ON whistle FOR EACH ROW EXECUTE FUNCTION check_whistle();

-- A project is not delivered over open milestones or claims; nothing of it is accepted without evidence.

CREATE FUNCTION check_project() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
BEGIN
    IF NEW.status = 'DELIVERED' AND OLD.status <> 'DELIVERED' THEN
        IF EXISTS (SELECT FROM milestone m WHERE m.subdistrict_id = NEW.subdistrict_id AND m.project_id = NEW.id
                   AND m.done_on IS NULL) THEN
            PERFORM refuse('project_milestones', NEW.id::text);
        END IF;
        IF EXISTS (SELECT FROM claim c WHERE c.subdistrict_id = NEW.subdistrict_id AND c.project_id = NEW.id
                   AND burdens(c.status) = 1) THEN
            PERFORM refuse('project_in_use', NEW.id::text);
        END IF;
    END IF;
    IF NEW.status IN ('ACCEPTED', 'CLOSED') AND NEW.status <> OLD.status
       AND NOT is_shown(NEW.subdistrict_id, NEW.id, NEW.evidence) THEN
        PERFORM refuse('project_evidence', NEW.id::text);
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER c_check_project BEFORE UPDATE ON project FOR EACH ROW EXECUTE FUNCTION check_project();

-- 2. again: a member has joined by both consents, from different parties.

CREATE FUNCTION check_membership() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
BEGIN
    IF NEW.status = 'JOINED' AND OLD.status <> 'JOINED'
       AND (NEW.partner_consent_by IS NULL OR NEW.alliance_consent_by IS NULL) THEN
        PERFORM refuse('membership_consents', NEW.id::text);
    END IF;
    IF NEW.partner_consent_by IS NOT NULL AND NOT EXISTS (
        SELECT FROM account a WHERE a.id = NEW.partner_consent_by AND a.subdistrict_id = NEW.subdistrict_id
          AND a.partner_id = NEW.partner_id) THEN
        PERFORM refuse('consent_of_partner', NEW.id::text);
    END IF;
    IF NEW.alliance_consent_by IS NOT NULL AND NOT EXISTS (
        SELECT FROM account a WHERE a.id = NEW.alliance_consent_by AND a.subdistrict_id = NEW.subdistrict_id
          AND a.role IN ('GRID_SECRETARY', 'COMMUNITY_SECRETARY', 'SUBDISTRICT_ADMIN')) THEN
        PERFORM refuse('consent_of_branch', NEW.id::text);
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER c_check_membership BEFORE UPDATE ON membership FOR EACH ROW EXECUTE FUNCTION check_membership();

-- 4. Nobody evaluates themselves.

CREATE FUNCTION check_evaluation() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
DECLARE
    rater account;
    deal claim;
BEGIN
    SELECT * INTO rater FROM account WHERE id = NEW.created_by;
    SELECT * INTO deal FROM claim c WHERE c.subdistrict_id = NEW.subdistrict_id AND c.id = NEW.claim_id;
    IF NEW.side = 'BRANCH_RATES_PARTNER' AND (rater.partner_id = deal.partner_id OR rater.id = deal.partner_consent_by)
       OR NEW.side = 'PARTNER_RATES_BRANCH' AND (rater.id = deal.branch_consent_by OR rater.partner_id = deal.receiver_id)
       OR NEW.side = 'RESIDENT_RATES_OUTCOME' AND EXISTS (
           SELECT FROM topic t WHERE t.subdistrict_id = NEW.subdistrict_id AND t.id = NEW.topic_id
             AND t.handler_id = rater.id)
       OR NEW.side = 'OWNER_RATES_NEED' AND EXISTS (
           SELECT FROM claim c WHERE c.subdistrict_id = NEW.subdistrict_id AND c.need_id = NEW.need_id
             AND confirmed(c) > 0 AND c.partner_consent_by = rater.id) THEN
        PERFORM refuse('evaluation_of_another', NEW.id::text);
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER c_check_evaluation BEFORE INSERT ON evaluation FOR EACH ROW EXECUTE FUNCTION check_evaluation();
CREATE TRIGGER stays BEFORE UPDATE OR DELETE OR TRUNCATE ON evaluation
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('never_removed');

-- Deadlines: they end when their object leaves the states they run in; time is asked for before it is over.

CREATE FUNCTION end_deadlines() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
BEGIN
    UPDATE deadline d SET ended_at = clock_timestamp(), next_at = NULL, suspended_at = NULL,
        status = CASE WHEN d.status = 'SUSPENDED' OR clock_timestamp() <= d.due_at THEN 'MET' ELSE 'LATE' END
    WHERE d.subdistrict_id = NEW.subdistrict_id AND d.subject_id = NEW.id AND d.ended_at IS NULL
      AND NOT NEW.status = ANY (d.while_in);
    RETURN NULL;
END $$;

DO $$
DECLARE timed text;
BEGIN
    FOREACH timed IN ARRAY ARRAY['topic', 'need', 'resource', 'project', 'claim', 'whistle', 'membership'] LOOP
        EXECUTE format('CREATE TRIGGER end_deadlines AFTER UPDATE ON %I FOR EACH ROW'
                       ' WHEN (OLD.status IS DISTINCT FROM NEW.status) EXECUTE FUNCTION end_deadlines()', timed);
    END LOOP;
END $$;

CREATE FUNCTION deadline_terms() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (OLD.subdistrict_id, OLD.id, OLD.subject_type, OLD.subject_id, OLD.kind, OLD.while_in, OLD.starts_at,
        OLD.raw_due_at) IS DISTINCT FROM
       (NEW.subdistrict_id, NEW.id, NEW.subject_type, NEW.subject_id, NEW.kind, NEW.while_in, NEW.starts_at,
        NEW.raw_due_at) AND NOT OLD.provisional OR OLD.ended_at IS NOT NULL THEN
        PERFORM refuse('deadline_final', NEW.id::text);
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER c_terms BEFORE UPDATE ON deadline FOR EACH ROW EXECUTE FUNCTION deadline_terms();
CREATE TRIGGER stays BEFORE DELETE OR TRUNCATE ON deadline
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('never_removed');
CREATE TRIGGER stays BEFORE UPDATE OR DELETE OR TRUNCATE ON notice
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('append_only');

CREATE FUNCTION check_extension() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
DECLARE clock deadline;
BEGIN
    SELECT * INTO clock FROM deadline d
    WHERE d.subdistrict_id = NEW.subdistrict_id AND d.id = NEW.deadline_id FOR NO KEY UPDATE;
    IF clock.status <> 'RUNNING' AND (TG_OP = 'INSERT' OR NEW.status = 'APPROVED' AND OLD.status = 'ASKED') THEN
        PERFORM refuse('extension_running', clock.status);
    END IF;
    IF TG_OP = 'INSERT' AND clock.due_at <= clock_timestamp() THEN
        PERFORM refuse('extension_in_time', clock.due_at::text);
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER c_check_extension BEFORE INSERT OR UPDATE ON extension
    FOR EACH ROW EXECUTE FUNCTION check_extension();

-- Every subdistrict has a policy, which begins with the defaults.

CREATE FUNCTION begin_policy() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
DECLARE made uuid;
BEGIN
    INSERT INTO policy (subdistrict_id) VALUES (NEW.id) RETURNING id INTO made;
    INSERT INTO required_role (subdistrict_id, policy_id, role)
    SELECT NEW.id, made, role FROM unnest(ARRAY['RESIDENT', 'OWNERS_COMMITTEE', 'PROPERTY_MANAGER', 'GRID_INSTRUCTOR',
                                                'COMMUNITY_SECRETARY']) AS role;
    RETURN NULL;
END $$;

CREATE TRIGGER begin_policy AFTER INSERT ON subdistrict FOR EACH ROW EXECUTE FUNCTION begin_policy();

WITH made AS (INSERT INTO policy (subdistrict_id) SELECT id FROM subdistrict RETURNING subdistrict_id, id)
INSERT INTO required_role (subdistrict_id, policy_id, role)
SELECT subdistrict_id, id, role FROM made, unnest(ARRAY['RESIDENT', 'OWNERS_COMMITTEE', 'PROPERTY_MANAGER',
                                                        'GRID_INSTRUCTOR', 'COMMUNITY_SECRETARY']) AS role;

-- Deadlines of what was there before. Days of the calendar are exact; working days, which SQL does not know, are
-- provisional: the clock counts them again by the working calendar.

CREATE FUNCTION begin_deadline(kind text, subject_type text, while_in text[], tenant uuid, subject uuid, branch uuid,
    partner uuid, days int, due timestamptz) RETURNS void LANGUAGE sql AS $$
    INSERT INTO deadline (subdistrict_id, kind, subject_type, subject_id, while_in, branch_id, partner_id, starts_at,
        working_days, raw_due_at, due_at, remind_at, urge_at, report_at, next_at, provisional)
    VALUES (tenant, kind, subject_type, subject, while_in, branch, partner, now(), days, due, due,
        greatest(now(), due - interval '1 day'), CASE WHEN kind NOT IN ('EXPIRE_NEED', 'EXPIRE_RESOURCE', 'ANSWER_CLAIM',
            'END_MEMBERSHIP') THEN due + interval '1 day' END,
        CASE WHEN kind NOT IN ('EXPIRE_NEED', 'EXPIRE_RESOURCE', 'ANSWER_CLAIM', 'END_MEMBERSHIP')
             THEN due + interval '7 days' END,
        greatest(now(), due - interval '1 day'), days IS NOT NULL)
$$;

CREATE FUNCTION end_of(day date) RETURNS timestamptz LANGUAGE sql IMMUTABLE AS
$$ SELECT (day + 1)::timestamp AT TIME ZONE 'Asia/Shanghai' $$;

SELECT begin_deadline('ANSWER_CLAIM', 'CLAIM', ARRAY['PROPOSED'], subdistrict_id, id,
    CASE WHEN direction = 'PARTNER_CLAIMS_NEED' OR partner_id IS NULL THEN branch_id END,
    CASE WHEN direction = 'BRANCH_CLAIMS_RESOURCE' THEN partner_id END, NULL, coalesce(expires_at, now()))
FROM claim WHERE status = 'PROPOSED';
SELECT begin_deadline('DELIVER_CLAIM', 'CLAIM', ARRAY['ACTIVE'], subdistrict_id, id,
    CASE WHEN partner_id IS NULL THEN branch_id END, partner_id, CASE WHEN ends_at IS NULL THEN 15 END,
    coalesce(ends_at, now() + interval '21 days'))
FROM claim WHERE status = 'ACTIVE';
SELECT begin_deadline('CONFIRM_CLAIM', 'CLAIM', ARRAY['DELIVERED'], subdistrict_id, id,
    CASE WHEN receiver_id IS NULL THEN branch_id END, receiver_id, 5, now() + interval '7 days')
FROM claim WHERE status = 'DELIVERED';
SELECT begin_deadline('EXPIRE_NEED', 'NEED', ARRAY['POSTED', 'PARTLY_CLAIMED', 'FULLY_CLAIMED', 'IN_DELIVERY'],
    subdistrict_id, id, branch_id, partner_id, NULL, end_of(needed_by))
FROM need WHERE needed_by IS NOT NULL AND status IN ('POSTED', 'PARTLY_CLAIMED', 'FULLY_CLAIMED', 'IN_DELIVERY');
SELECT begin_deadline('EXPIRE_RESOURCE', 'RESOURCE', ARRAY['OFFERED', 'PARTLY_CLAIMED', 'FULLY_CLAIMED', 'PAUSED'],
    subdistrict_id, id, NULL, partner_id, NULL, available_until)
FROM resource
WHERE available_until IS NOT NULL AND status IN ('OFFERED', 'PARTLY_CLAIMED', 'FULLY_CLAIMED', 'PAUSED');
SELECT begin_deadline('FINISH_PROJECT', 'PROJECT', ARRAY['PLANNED', 'APPROVED', 'RUNNING', 'PAUSED'], subdistrict_id,
    id, branch_id, NULL, NULL, end_of(planned_end))
FROM project WHERE planned_end IS NOT NULL AND status IN ('PLANNED', 'APPROVED', 'RUNNING', 'PAUSED');
SELECT begin_deadline('END_MEMBERSHIP', 'MEMBERSHIP', ARRAY['JOINED'], subdistrict_id, id, NULL, partner_id, NULL,
    end_of(ends_on))
FROM membership WHERE ends_on IS NOT NULL;

DROP FUNCTION begin_deadline;
DROP FUNCTION end_of;

CREATE TRIGGER stays BEFORE UPDATE OR DELETE OR TRUNCATE ON attachment
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('never_removed');

-- Roles, as before: the reader sees all, the writer changes what is a user's to change.

REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA public FROM PUBLIC;
GRANT EXECUTE ON FUNCTION refuse, holds, burdens, held, held_resource, under_way, confirmed TO red_partners_writer;

GRANT SELECT ON topic, supporter, deliberation, attendee, joint_meeting, agenda_item, whistle, whistle_department,
    fulfilment, milestone, evaluation, deadline, extension, notice, policy, required_role, calendar_year, calendar_day,
    attachment TO red_partners_reader, red_partners_writer;
GRANT INSERT ON topic, supporter, deliberation, attendee, joint_meeting, agenda_item, whistle, whistle_department,
    fulfilment, milestone, evaluation, deadline, extension, notice, required_role, calendar_year, calendar_day,
    attachment, alliance, membership TO red_partners_writer;
GRANT UPDATE (contact_name, contact_phone, title, description, site, category, urgency, merged_into_id, handler_id,
    outcome, evidence, verifier_id, follow_up, suspended_from, review_on, status, updated_at) ON topic
    TO red_partners_writer;
GRANT UPDATE (held_at, place, options, resolution, minutes, status, updated_at) ON deliberation TO red_partners_writer;
GRANT UPDATE (title, meets_at, place, minutes, reported_at_id, status, updated_at) ON joint_meeting
    TO red_partners_writer;
GRANT UPDATE (outcome, report) ON agenda_item TO red_partners_writer;
GRANT UPDATE (title, description, site, approver_id, outcome, rating, comment, status, updated_at) ON whistle
    TO red_partners_writer;
GRANT UPDATE (reported_in_at), DELETE ON whistle_department TO red_partners_writer;
GRANT UPDATE (returned) ON fulfilment TO red_partners_writer;
GRANT UPDATE (title, due_on, done_on, evidence, done_by) ON milestone TO red_partners_writer;
GRANT UPDATE (branch_id, partner_id, working_days, raw_due_at, due_at, remind_at, urge_at, report_at, next_at,
    suspended_at, ended_at, provisional, status) ON deadline TO red_partners_writer;
GRANT UPDATE (decided_by, decided_at, status, updated_at) ON extension TO red_partners_writer;
GRANT UPDATE ON policy TO red_partners_writer;
GRANT DELETE ON required_role, calendar_year, calendar_day TO red_partners_writer;
GRANT UPDATE (expires_at) ON claim TO red_partners_writer;
GRANT UPDATE (approved_by, delivered_by, accepted_by, evidence, follow_up) ON project TO red_partners_writer;
GRANT UPDATE (name, purpose, status) ON alliance TO red_partners_writer;
GRANT UPDATE (agreement, partner_consent_by, partner_consent_at, alliance_consent_by, alliance_consent_at, status)
    ON membership TO red_partners_writer;
