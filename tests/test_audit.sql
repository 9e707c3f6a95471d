-- Each rule of audit.sql broken once in the demo network, with triggers and foreign keys asleep: "-- name:" is the rule.

CREATE FUNCTION pg_temp.need(wanted text) RETURNS uuid LANGUAGE sql STABLE AS
$$ SELECT id FROM need WHERE title = wanted $$;

CREATE FUNCTION pg_temp.lights() RETURNS uuid LANGUAGE sql STABLE AS -- 28 of 30 claimed, all planned in one project
$$ SELECT pg_temp.need('金色年华小区9号楼声控灯更换') $$;

CREATE FUNCTION pg_temp.couplets() RETURNS uuid LANGUAGE sql STABLE AS -- 300 of 500 claimed, in no project
$$ SELECT pg_temp.need('迎新春写春联活动') $$;

CREATE FUNCTION pg_temp.mural() RETURNS uuid LANGUAGE sql STABLE AS -- a draft
$$ SELECT pg_temp.need('文化墙绘制') $$;

CREATE FUNCTION pg_temp.repairs() RETURNS uuid LANGUAGE sql STABLE AS -- a resource, partly claimed
$$ SELECT id FROM resource WHERE title = '水电维修班组工时' $$;

CREATE FUNCTION pg_temp.handrails() RETURNS uuid LANGUAGE sql STABLE AS -- a running project
$$ SELECT id FROM project WHERE title = '金色年华小区6号楼楼道扶手与应急照明' $$;

CREATE FUNCTION pg_temp.claim(wanted text) RETURNS uuid LANGUAGE sql STABLE AS
$$ SELECT id FROM claim WHERE plan = wanted $$;

CREATE FUNCTION pg_temp.desks() RETURNS uuid LANGUAGE sql STABLE AS -- proposed by a partner
$$ SELECT pg_temp.claim('三套学习桌椅，由党员送装。') $$;

CREATE FUNCTION pg_temp.hall() RETURNS uuid LANGUAGE sql STABLE AS -- accepted; the resource is the subdistrict's own
$$ SELECT pg_temp.claim('结业汇报借街道多功能厅。') $$;

CREATE FUNCTION pg_temp.meeting() RETURNS uuid LANGUAGE sql STABLE AS -- proposed by a branch, with a window
$$ SELECT pg_temp.claim('第二次议事会：坡道扶手。') $$;

CREATE FUNCTION pg_temp.court() RETURNS uuid LANGUAGE sql STABLE AS -- the second of two on one exclusive resource
$$ SELECT pg_temp.claim('第二周两片场地。') $$;

CREATE FUNCTION pg_temp.resident() RETURNS uuid LANGUAGE sql STABLE AS
$$ SELECT id FROM account WHERE login = 'jumin' $$;

-- Takes an object through states, as its transitions then say too.
CREATE FUNCTION pg_temp.go(kind text, subject uuid, VARIADIC states text[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    FOR step IN 2 .. cardinality(states) LOOP
        EXECUTE format('INSERT INTO transition (subdistrict_id, subject_type, subject_id, from_status, to_status)'
                       ' SELECT subdistrict_id, upper(%1$L), id, status, %2$L FROM %1$I WHERE id = %3$L',
                       kind, states[step], subject);
        EXECUTE format('UPDATE %I SET status = %L WHERE id = %L', kind, states[step], subject);
    END LOOP;
END $$;

-- name: line_overclaimed
ALTER TABLE need_line DROP CONSTRAINT ck_need_line_claimed_within_quantity;
UPDATE need_line SET quantity = 27 WHERE need_id = pg_temp.lights();
UPDATE need SET planned = 27 WHERE id = pg_temp.lights();

-- name: need_overclaimed
ALTER TABLE need DROP CONSTRAINT ck_need_claimed_within_quantity;
UPDATE need SET quantity = 299 WHERE id = pg_temp.couplets();
SELECT pg_temp.go('need', pg_temp.couplets(), 'PARTLY_CLAIMED', 'FULLY_CLAIMED');

-- name: resource_overclaimed
ALTER TABLE resource DROP CONSTRAINT ck_resource_claimed_within_quantity;
UPDATE resource SET quantity = claimed - 1 WHERE id = pg_temp.repairs();
SELECT pg_temp.go('resource', pg_temp.repairs(), 'PARTLY_CLAIMED', 'FULLY_CLAIMED');

-- name: line_count
UPDATE need_line SET claimed = 27 WHERE need_id = pg_temp.lights();

-- name: need_count
UPDATE need SET claimed = 301 WHERE id = pg_temp.couplets();

-- name: resource_count
UPDATE resource SET claimed = claimed - 1 WHERE id = pg_temp.repairs();

-- name: partner_count
UPDATE partner_unit SET carrying = 1 WHERE status = 'APPLIED';

-- name: partner_capacity
ALTER TABLE partner_unit DROP CONSTRAINT ck_partner_unit_within_capacity;
UPDATE partner_unit SET capacity = carrying - 1 WHERE carrying > 1;

-- name: need_planned
UPDATE need SET planned = 29 WHERE id = pg_temp.lights();

-- name: need_overplanned
ALTER TABLE need DROP CONSTRAINT ck_need_planned_within_quantity;
UPDATE need_line SET quantity = 31 WHERE need_id = pg_temp.lights();
UPDATE need SET planned = 31 WHERE id = pg_temp.lights();

-- name: consent_missing
ALTER TABLE claim DROP CONSTRAINT ck_claim_proposer_consents;
UPDATE claim SET partner_consent_by = NULL, partner_consent_at = NULL WHERE id = pg_temp.desks();

-- name: consent_time
ALTER TABLE claim DROP CONSTRAINT ck_claim_consent_who_and_when;
UPDATE claim SET partner_consent_at = NULL WHERE id = pg_temp.desks();

-- name: consent_of_one
ALTER TABLE claim DROP CONSTRAINT ck_claim_consents_of_two;
UPDATE claim SET branch_consent_by = partner_consent_by WHERE id = pg_temp.hall();

-- name: consent_of_partner
UPDATE claim SET partner_consent_by = pg_temp.resident() WHERE id = pg_temp.desks();

-- name: consent_of_branch
UPDATE claim SET branch_consent_by = pg_temp.resident() WHERE id = pg_temp.hall();

-- name: window_missing
UPDATE claim SET starts_at = NULL, ends_at = NULL WHERE id = pg_temp.meeting();

-- name: window_shared
UPDATE claim c SET starts_at = o.starts_at, ends_at = o.ends_at
FROM claim o WHERE c.id = pg_temp.court() AND o.id = pg_temp.claim('第一周两片场地。');

-- name: window_unavailable
UPDATE claim SET ends_at = ends_at + interval '1 year' WHERE id = pg_temp.court();

-- name: claim_parts
ALTER TABLE claim DROP CONSTRAINT ck_claim_window_in_order;
UPDATE claim SET ends_at = starts_at WHERE id = pg_temp.meeting();

-- name: claim_line
ALTER TABLE claim DROP CONSTRAINT fk_claim_subdistrict_id_need_line_id_project_id_need_id;
UPDATE claim SET project_id = pg_temp.handrails() WHERE need_id = pg_temp.lights();

-- name: claim_branch
UPDATE claim SET branch_id = (SELECT id FROM party_branch WHERE name = '大港街道党工委') WHERE id = pg_temp.desks();

-- name: claim_resource
UPDATE resource SET partner_id = (SELECT id FROM partner_unit WHERE status = 'REJECTED')
WHERE id = (SELECT resource_id FROM claim WHERE id = pg_temp.claim('加一场烟雾逃生。'));

-- name: claim_own_need
UPDATE need n SET partner_id = c.partner_id
FROM claim c WHERE c.need_id = n.id AND n.id = pg_temp.need('人才政策上门解读');

-- name: need_status
SELECT pg_temp.go('need', pg_temp.couplets(), 'PARTLY_CLAIMED', 'POSTED');

-- name: resource_status
SELECT pg_temp.go('resource', pg_temp.repairs(), 'PARTLY_CLAIMED', 'OFFERED');

-- name: need_closed
SELECT pg_temp.go('need', pg_temp.couplets(), 'PARTLY_CLAIMED', 'POSTED', 'WITHDRAWN');

-- name: resource_closed
SELECT pg_temp.go('resource', pg_temp.repairs(), 'PARTLY_CLAIMED', 'PAUSED', 'WITHDRAWN');

-- name: project_closed
SELECT pg_temp.go('project', pg_temp.handrails(), 'RUNNING', 'TERMINATED');
UPDATE need SET planned = 0 WHERE id IN (SELECT need_id FROM need_line WHERE project_id = pg_temp.handrails());

-- name: last_transition
UPDATE partner_unit SET status = 'ADMITTED' WHERE status = 'SUSPENDED';

-- name: transition_chain
UPDATE transition SET from_status = 'PAUSED' WHERE subject_id = pg_temp.handrails() AND to_status = 'RUNNING';

-- name: transition_lifecycle
UPDATE transition SET to_status = 'EXPIRED' WHERE subject_id = pg_temp.mural();
UPDATE need SET status = 'EXPIRED' WHERE id = pg_temp.mural();

-- name: transition_subject
INSERT INTO transition (subdistrict_id, subject_type, subject_id, to_status)
SELECT subdistrict_id, 'NEED', uuidv7(), 'POSTED' FROM need WHERE id = pg_temp.mural();

-- name: foreign_key
UPDATE need SET created_by = uuidv7() WHERE id = pg_temp.mural();

-- name: check_constraint
ALTER TABLE need DROP CONSTRAINT ck_need_unit_not_blank;
UPDATE need SET unit = ' ' WHERE id = pg_temp.mural();
ALTER TABLE need ADD CONSTRAINT ck_need_unit_not_blank CHECK (unit ~ '\S') NOT VALID;
UPDATE pg_constraint SET convalidated = true WHERE conname = 'ck_need_unit_not_blank';

-- name: constraint_enforced
ALTER TABLE need ADD CONSTRAINT late CHECK (quantity > 0) NOT VALID;

-- name: trigger_enabled
ALTER TABLE claim DISABLE TRIGGER d_consents;
