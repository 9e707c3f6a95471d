-- Each rule of audit.sql broken in the demo network, with triggers and foreign keys asleep: "-- name:" is the rule, and
-- which of the ways to break it, if there are several.

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

CREATE FUNCTION pg_temp.topic(wanted text) RETURNS uuid LANGUAGE sql STABLE AS
$$ SELECT id FROM topic WHERE status = wanted ORDER BY id LIMIT 1 $$;

CREATE FUNCTION pg_temp.whistle(wanted text) RETURNS uuid LANGUAGE sql STABLE AS
$$ SELECT id FROM whistle WHERE status = wanted $$;

CREATE FUNCTION pg_temp.lamps() RETURNS uuid LANGUAGE sql STABLE AS -- confirmed, rated by both sides
$$ SELECT pg_temp.claim('每层一盏，三天内装完，断电试亮后请楼长签字。') $$;

CREATE FUNCTION pg_temp.leaflets() RETURNS uuid LANGUAGE sql STABLE AS -- confirmed, given by the subdistrict to a partner
$$ SELECT pg_temp.claim('街道印制，社区送到企业，新员工人手一份。') $$;

CREATE FUNCTION pg_temp.member(wanted text) RETURNS uuid LANGUAGE sql STABLE AS
$$ SELECT id FROM membership WHERE status = wanted ORDER BY id LIMIT 1 $$;

-- Takes an object through states, as its transitions and the index then say too, and ends its deadlines.
CREATE FUNCTION pg_temp.go(kind text, subject uuid, VARIADIC states text[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    FOR step IN 2 .. cardinality(states) LOOP
        EXECUTE format('INSERT INTO transition (subdistrict_id, subject_type, subject_id, from_status, to_status)'
                       ' SELECT subdistrict_id, upper(%1$L), id, status, %2$L FROM %1$I WHERE id = %3$L',
                       kind, states[step], subject);
        EXECUTE format('UPDATE %I SET status = %L WHERE id = %L', kind, states[step], subject);
    END LOOP;
    UPDATE deadline SET status = 'CANCELLED', ended_at = now(), next_at = NULL
    WHERE subject_id = subject AND ended_at IS NULL AND NOT states[cardinality(states)] = ANY (while_in);
    PERFORM set_config('session_replication_role', 'origin', true);
    UPDATE match_entry SET shelf = shelf WHERE id = subject;
    PERFORM set_config('session_replication_role', 'replica', true);
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

-- name: need_count (started)
UPDATE need SET started = 1 WHERE id = pg_temp.couplets();

-- name: need_count (fulfilled)
UPDATE need SET fulfilled = 1 WHERE id = pg_temp.need('家庭过期药品清理');

-- name: resource_count
UPDATE resource SET claimed = claimed - 1 WHERE id = pg_temp.repairs();

-- name: partner_count
UPDATE partner_unit SET carrying = 1 WHERE status = 'APPLIED';

-- name: partner_capacity
ALTER TABLE partner_unit DROP CONSTRAINT ck_partner_unit_within_capacity;
UPDATE partner_unit SET capacity = carrying - 1 WHERE carrying > 1;

-- name: partner_served (gave)
UPDATE partner_unit SET given = given + 1 WHERE status = 'ADMITTED';

-- name: partner_served (received)
UPDATE partner_unit SET received = 0 WHERE received > 0;

-- name: partner_record (defaulted)
UPDATE partner_unit SET defaulted = defaulted + 1 WHERE status = 'ADMITTED';

-- name: partner_record (rated)
UPDATE partner_unit SET rated = 0, rating_sum = 0 WHERE rated > 0;

-- name: partner_record (ratings)
UPDATE partner_unit SET rating_sum = rating_sum - 1 WHERE rating_sum > rated;

-- name: delivered_count
UPDATE fulfilment SET quantity = quantity + 1 WHERE claim_id = pg_temp.lamps();

-- name: delivered_count (returned)
UPDATE fulfilment SET returned = true WHERE claim_id = pg_temp.lamps();

-- name: supporter_count
UPDATE topic SET supporters = supporters + 1 WHERE id = pg_temp.topic('ACCEPTED');

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
UPDATE claim SET receiver_id = partner_id WHERE need_id = pg_temp.need('人才政策上门解读');

-- name: claim_receiver
UPDATE claim SET receiver_id = partner_id WHERE id = pg_temp.desks();

-- name: claim_whole
UPDATE need SET divisible = false WHERE id = pg_temp.couplets();

-- name: claim_of_plan
UPDATE claim SET direction = 'PLAN_PROPOSES_BOTH', created_by = branch_consent_by WHERE id = pg_temp.hall();

-- name: claim_of_plan (line)
WITH plan AS (
    INSERT INTO matching_plan (subdistrict_id, method, fairness, reach, time_limit_seconds, candidates_per_need, needs,
        resources, candidates, objective, total_score, greedy_objective, proven, timed_out, seconds, created_by)
    SELECT subdistrict_id, 'STABLE', 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, false, false, 0, created_by FROM claim
    WHERE id = pg_temp.hall() RETURNING subdistrict_id, id
)
INSERT INTO plan_line (subdistrict_id, plan_id, need_id, resource_id, partner_id, quantity, resource_quantity, score,
    because, because_english, claim_id)
SELECT c.subdistrict_id, plan.id, c.need_id, c.resource_id, c.partner_id, c.quantity, c.resource_quantity, 1, '', '', c.id
FROM plan JOIN claim c USING (subdistrict_id) WHERE c.id = pg_temp.hall();

-- name: need_status
SELECT pg_temp.go('need', pg_temp.couplets(), 'PARTLY_CLAIMED', 'POSTED');

-- name: need_status (in delivery)
SELECT pg_temp.go('need', pg_temp.need('家庭过期药品清理'), 'IN_DELIVERY', 'PARTLY_CLAIMED');

-- name: need_status (fulfilled)
SELECT pg_temp.go('need', pg_temp.need('家庭过期药品清理'), 'IN_DELIVERY', 'FULFILLED');

-- name: resource_status
SELECT pg_temp.go('resource', pg_temp.repairs(), 'PARTLY_CLAIMED', 'OFFERED');

-- name: need_closed
SELECT pg_temp.go('need', pg_temp.couplets(), 'PARTLY_CLAIMED', 'POSTED', 'WITHDRAWN');

-- name: resource_closed
SELECT pg_temp.go('resource', pg_temp.repairs(), 'PARTLY_CLAIMED', 'PAUSED', 'WITHDRAWN');

-- name: project_closed
SELECT pg_temp.go('project', pg_temp.handrails(), 'RUNNING', 'TERMINATED');
UPDATE need SET planned = 0 WHERE id IN (SELECT need_id FROM need_line WHERE project_id = pg_temp.handrails());

-- name: project_closed (milestone)
UPDATE milestone SET project_id = (SELECT id FROM project WHERE status = 'CLOSED') WHERE done_on IS NULL;

-- name: closed_unshown (topic)
UPDATE topic SET evidence = ' ' WHERE id = pg_temp.topic('CLOSED');

-- name: closed_unshown (project)
UPDATE project SET evidence = '' WHERE status = 'ACCEPTED';

-- name: closed_unshown (follow-up)
ALTER TABLE topic DROP CONSTRAINT ck_topic_closed_with_follow_up;
UPDATE topic SET follow_up = NULL WHERE id = pg_temp.topic('CLOSED');

-- name: verified_by_handler (topic)
ALTER TABLE topic DROP CONSTRAINT ck_topic_verifier_is_another;
UPDATE topic SET verifier_id = handler_id WHERE id = pg_temp.topic('CLOSED');

-- name: verified_by_handler (project)
ALTER TABLE project DROP CONSTRAINT ck_project_accepter_is_another;
UPDATE project SET accepted_by = delivered_by WHERE status = 'CLOSED';

-- name: verified_by_handler (before)
UPDATE transition t SET actor_id = h.actor_id FROM transition h
WHERE h.subject_id = t.subject_id AND h.to_status = 'HANDLED' AND t.to_status = 'VERIFIED'
  AND t.subject_id = pg_temp.topic('REOPENED');

-- name: topic_resolution (minutes)
SELECT pg_temp.go('deliberation', d.id, 'MINUTED', 'CONVENED') FROM deliberation d
WHERE topic_id = pg_temp.topic('RESOLVED');
INSERT INTO lifecycle VALUES ('DELIBERATION', 'MINUTED', 'CONVENED');

-- name: topic_resolution (attendees)
DELETE FROM attendee a USING deliberation d WHERE a.deliberation_id = d.id AND d.topic_id = pg_temp.topic('RESOLVED');

-- name: topic_resolution (need)
UPDATE need SET topic_id = pg_temp.topic('SUBMITTED') WHERE id = pg_temp.mural();

-- name: topic_merged
UPDATE topic t SET merged_into_id = m.id, status = 'MERGED' FROM topic m
WHERE m.status = 'MERGED' AND t.id = m.merged_into_id;
INSERT INTO transition (subdistrict_id, subject_type, subject_id, from_status, to_status)
SELECT subdistrict_id, 'TOPIC', id, 'NEED_POSTED', 'MERGED' FROM topic WHERE title LIKE '停电时上下楼%';
INSERT INTO lifecycle VALUES ('TOPIC', 'NEED_POSTED', 'MERGED');
UPDATE deadline SET status = 'CANCELLED', ended_at = now(), next_at = NULL
WHERE subject_id = (SELECT id FROM topic WHERE title LIKE '停电时上下楼%') AND ended_at IS NULL;

-- name: topic_suspended (approval)
UPDATE topic SET review_on = review_on + 1 WHERE status = 'SUSPENDED';

-- name: topic_suspended (clock)
UPDATE deadline SET status = 'RUNNING', suspended_at = NULL WHERE status = 'SUSPENDED';

-- name: topic_resumed
INSERT INTO transition (subdistrict_id, subject_type, subject_id, from_status, to_status)
SELECT subdistrict_id, 'TOPIC', id, unnest(ARRAY['SUSPENDED', 'REWORK', 'SUSPENDED']),
       unnest(ARRAY['REWORK', 'SUSPENDED', 'REWORK'])
FROM topic WHERE status = 'SUSPENDED';
UPDATE topic SET status = 'REWORK', suspended_from = NULL WHERE status = 'SUSPENDED';
UPDATE deadline SET status = 'RUNNING', suspended_at = NULL WHERE status = 'SUSPENDED';
UPDATE deadline SET status = 'MET', ended_at = now(), next_at = NULL WHERE kind = 'REVIEW_SUSPENSION';

-- name: whistle_lead (none)
DELETE FROM whistle_department WHERE whistle_id = pg_temp.whistle('HANDLING') AND lead;

-- name: whistle_lead (two)
DROP INDEX uq_whistle_department_lead;
UPDATE whistle_department SET lead = true WHERE whistle_id = pg_temp.whistle('HANDLING');

-- name: restriction_passed (whistle)
UPDATE whistle SET restricted = true WHERE id = pg_temp.whistle('HANDLING');

-- name: restriction_passed (project)
UPDATE project SET restricted = true WHERE id = pg_temp.handrails();

-- name: restriction_kept (topic)
UPDATE topic SET restricted = false WHERE restricted;

-- name: restriction_kept (reason)
INSERT INTO transition (subdistrict_id, subject_type, subject_id, from_status, to_status, restricted)
SELECT subdistrict_id, 'NEED', id, status, status, false FROM need WHERE id = pg_temp.mural();

-- name: restriction_kept (need)
INSERT INTO transition (subdistrict_id, subject_type, subject_id, from_status, to_status, restricted, reason)
SELECT subdistrict_id, 'NEED', id, status, status, true, '涉及隐私' FROM need WHERE id = pg_temp.mural();

-- name: evaluation_of_self (giver)
UPDATE evaluation e SET created_by = c.partner_consent_by FROM claim c
WHERE e.claim_id = c.id AND c.id = pg_temp.lamps() AND e.side = 'BRANCH_RATES_PARTNER';

-- name: evaluation_of_self (receiver)
UPDATE evaluation e SET created_by = c.branch_consent_by FROM claim c
WHERE e.claim_id = c.id AND c.id = pg_temp.lamps() AND e.side = 'PARTNER_RATES_BRANCH';

-- name: evaluation_of_self (handler)
UPDATE evaluation e SET created_by = t.handler_id FROM topic t
WHERE e.topic_id = t.id AND e.score = 4;

-- name: evaluation_of_self (need)
UPDATE evaluation e SET created_by = c.partner_consent_by FROM claim c
WHERE e.need_id = c.need_id AND c.id = pg_temp.leaflets();

-- name: membership_consents (one)
UPDATE membership SET partner_consent_by = NULL, partner_consent_at = NULL WHERE id = pg_temp.member('JOINED');

-- name: membership_consent_of (partner)
UPDATE membership SET partner_consent_by = pg_temp.resident() WHERE id = pg_temp.member('JOINED');

-- name: membership_consent_of (alliance)
UPDATE membership SET alliance_consent_by = pg_temp.resident() WHERE id = pg_temp.member('JOINED');

-- name: deadline_outlived
UPDATE deadline SET status = 'RUNNING', ended_at = NULL WHERE kind = 'CONFIRM_CLAIM' AND subject_id = pg_temp.lamps();

-- name: deadline_missing (topic)
UPDATE deadline SET status = 'CANCELLED', ended_at = now(), next_at = NULL
WHERE subject_id = pg_temp.topic('SUBMITTED');

-- name: deadline_missing (claim)
DELETE FROM deadline WHERE subject_id = pg_temp.desks();

-- name: deadline_missing (whistle)
UPDATE deadline SET kind = 'REPORT_IN' WHERE subject_id = pg_temp.whistle('HANDLING') AND ended_at IS NULL;

-- name: deadline_double
INSERT INTO deadline (subdistrict_id, subject_type, subject_id, kind, while_in, raw_due_at, due_at)
SELECT subdistrict_id, subject_type, subject_id, kind, while_in, raw_due_at, due_at
FROM deadline WHERE subject_id = pg_temp.desks();

-- name: deadline_outcome (met)
UPDATE deadline SET ended_at = due_at + interval '1 day' WHERE kind = 'CONFIRM_CLAIM' AND subject_id = pg_temp.lamps();

-- name: deadline_outcome (late)
UPDATE deadline SET status = 'LATE' WHERE kind = 'CONFIRM_CLAIM' AND subject_id = pg_temp.lamps();

-- name: deadline_outcome (expired)
UPDATE deadline SET status = 'EXPIRED' WHERE kind = 'CONFIRM_CLAIM' AND subject_id = pg_temp.lamps();

-- name: deadline_extended
UPDATE deadline SET due_at = due_at + interval '1 day' WHERE subject_id = pg_temp.desks();

-- name: deadline_suspended (approval)
UPDATE deadline SET status = 'SUSPENDED', suspended_at = now(), next_at = NULL
WHERE subject_id = pg_temp.topic('ACCEPTED') AND ended_at IS NULL;

-- name: deadline_suspended (topic)
UPDATE extension SET kind = 'SUSPENSION', days = NULL, review_on = current_date
WHERE kind = 'EXTENSION' AND status = 'APPROVED';
UPDATE deadline SET status = 'SUSPENDED', suspended_at = now(), next_at = NULL
WHERE subject_id = pg_temp.topic('WHISTLED') AND ended_at IS NULL;

-- name: notice_twice
ALTER TABLE notice DROP CONSTRAINT uq_notice_subdistrict_id_deadline_id_kind;
INSERT INTO notice (subdistrict_id, deadline_id, kind, scheduled_at)
SELECT subdistrict_id, id, 'REMINDER', now() FROM deadline CROSS JOIN generate_series(1, 2)
WHERE subject_id = pg_temp.desks();

-- name: notice_early
INSERT INTO notice (subdistrict_id, deadline_id, kind, scheduled_at)
SELECT subdistrict_id, id, 'REMINDER', remind_at FROM deadline WHERE subject_id = pg_temp.desks();

-- name: policy_missing
DELETE FROM required_role;
DELETE FROM policy;

-- name: subcategory_category (need)
UPDATE need SET subcategory_id = s.id FROM subcategory s
WHERE need.id = pg_temp.mural() AND s.subdistrict_id = need.subdistrict_id AND s.category <> need.category;

-- name: subcategory_category (resource)
UPDATE resource SET subcategory_id = s.id FROM subcategory s
WHERE resource.id = pg_temp.repairs() AND s.subdistrict_id = resource.subdistrict_id AND s.category <> resource.category;

-- name: entry_missing (need)
SET session_replication_role = origin;
DELETE FROM match_entry WHERE id = pg_temp.couplets();

-- name: entry_missing (resource)
SET session_replication_role = origin;
DELETE FROM match_entry WHERE id = pg_temp.repairs();

-- name: entry_shelf
SET session_replication_role = origin;
ALTER TABLE match_entry DISABLE TRIGGER fill_entry;
UPDATE match_entry SET shelf = 2 WHERE id = pg_temp.couplets();
ALTER TABLE match_entry ENABLE TRIGGER fill_entry;

-- name: entry_shelf (category)
UPDATE match_entry SET category = 'OTHER' WHERE id = pg_temp.couplets();

-- name: entry_shelf (of nothing)
INSERT INTO match_entry (subdistrict_id, id, side, category, tokens, impacts, posted, terms, words, version)
SELECT subdistrict_id, uuidv7(), side, category, tokens, impacts, posted, terms, words, version FROM match_entry
WHERE id = pg_temp.couplets();

-- name: entry_postings (missing)
DELETE FROM match_posting WHERE entry_id = pg_temp.couplets() AND impact = (
    SELECT max(impact) FROM match_posting WHERE entry_id = pg_temp.couplets());

-- name: entry_postings (impact)
UPDATE match_posting SET impact = impact / 2 WHERE entry_id = pg_temp.couplets();

-- name: entry_postings (of nothing)
INSERT INTO match_posting SELECT subdistrict_id, shelf, token, impact, uuidv7() FROM match_posting
WHERE entry_id = pg_temp.couplets();

-- name: token_count
UPDATE match_token SET entries = entries - 1 WHERE token = 0;

-- name: token_count (of nothing)
UPDATE match_token SET token = -1 WHERE token = 0;

-- name: last_transition
UPDATE partner_unit SET status = 'ADMITTED' WHERE status = 'SUSPENDED';

-- name: transition_chain
UPDATE transition SET from_status = 'PAUSED' WHERE subject_id = pg_temp.handrails() AND to_status = 'RUNNING';

-- name: transition_lifecycle
UPDATE transition SET to_status = 'EXPIRED' WHERE subject_id = pg_temp.mural();
UPDATE need SET status = 'EXPIRED' WHERE id = pg_temp.mural();

-- name: subject_missing (transition)
INSERT INTO transition (subdistrict_id, subject_type, subject_id, to_status)
SELECT subdistrict_id, 'NEED', uuidv7(), 'POSTED' FROM need WHERE id = pg_temp.mural();

-- name: subject_missing (deadline)
UPDATE deadline SET subject_id = uuidv7() WHERE kind = 'CONFIRM_CLAIM' AND subject_id = pg_temp.lamps();

-- name: subject_missing (attachment)
INSERT INTO attachment (subdistrict_id, subject_type, subject_id, sha256, media_type, size, name, created_by)
SELECT subdistrict_id, 'NEED', uuidv7(), repeat('0', 64), 'image/png', 1, '照片', pg_temp.resident()
FROM need WHERE id = pg_temp.mural();

-- name: foreign_key
UPDATE need SET created_by = uuidv7() WHERE id = pg_temp.mural();

-- name: check_constraint
ALTER TABLE need DROP CONSTRAINT ck_need_unit_not_blank;
UPDATE need SET unit = ' ' WHERE id = pg_temp.mural();
ALTER TABLE need ADD CONSTRAINT ck_need_unit_not_blank CHECK (unit ~ '\S') NOT VALID;
UPDATE pg_constraint SET convalidated = true WHERE conname = 'ck_need_unit_not_blank';

-- name: generated_text
CREATE OR REPLACE FUNCTION sort_key(said text) RETURNS text LANGUAGE sql IMMUTABLE STRICT AS 'SELECT said';

-- name: name_alike
DROP INDEX uq_partner_unit_subdistrict_id_name;
UPDATE partner_unit p SET name = replace(other.name, '（', '(') FROM partner_unit other
WHERE p.id = (SELECT max(id::text)::uuid FROM partner_unit WHERE subdistrict_id = p.subdistrict_id)
  AND other.id = (SELECT min(id::text)::uuid FROM partner_unit WHERE subdistrict_id = p.subdistrict_id)
  AND p.subdistrict_id = (SELECT id FROM subdistrict WHERE code = '370203019');

-- name: keyword_folded
UPDATE subcategory SET keywords = '{樓道}' WHERE code = 'OTHER.GOVERNANCE';

-- name: constraint_enforced
ALTER TABLE need ADD CONSTRAINT late CHECK (quantity > 0) NOT VALID;

-- name: trigger_enabled
ALTER TABLE claim DISABLE TRIGGER d_consents;
