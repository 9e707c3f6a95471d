-- What sample.sql has by way of handling: alliances by consent, topics (restricted ones too, which nobody but their chain
-- may see) with all that hangs on them, whistles, meetings, ratings, deadlines, files, calendars; then the log is fixed.

-- Act as an account: what comes next is logged under its name.
CREATE FUNCTION pg_temp.act(town text, actor int, reason text DEFAULT '') RETURNS void LANGUAGE sql AS $$
    SELECT set_config('red_partners.actor', coalesce(pg_temp.id(town, 15, actor)::text, ''), true),
           set_config('red_partners.reason', reason, true)
$$;

ALTER TABLE membership DISABLE TRIGGER c_check_term; -- some terms are older than their alliance

INSERT INTO alliance (subdistrict_id, id, name, purpose, founded_on, branch_id, status)
SELECT pg_temp.id(t, 1, 1), pg_temp.id(t, 7, n), name, purpose, founded, pg_temp.id(t, 4, branch), 'ACTIVE' FROM (VALUES
    ('a', 1, '航运产业党建联盟', '港口、航运', date '2021-07-01', 2),
    ('a', 2, '空联盟', '', NULL, NULL),
    ('a', 3, '已解散的联盟', '', NULL, 4),
    ('b', 1, '航运产业党建联盟', '', date '2021-07-01', 3)
) AS v(t, n, name, purpose, founded, branch);
SELECT pg_temp.walk('alliance', 'a', 7, 3, 4, '{DISSOLVED}', '到期');

INSERT INTO membership (subdistrict_id, id, alliance_id, partner_id, agreement, starts_on, ends_on, partner_consent_by,
    partner_consent_at, alliance_consent_by, alliance_consent_at, status)
SELECT pg_temp.id(t, 1, 1), pg_temp.id(t, 8, n), pg_temp.id(t, 7, alliance), pg_temp.id(t, 5, partner), said, s, e,
    pg_temp.id(t, 15, theirs), CASE WHEN theirs IS NOT NULL THEN pg_temp.day(5) END,
    pg_temp.id(t, 15, ours), CASE WHEN ours IS NOT NULL THEN pg_temp.day(6.5) END, begins
FROM (VALUES
    ('a', 1, 1, 1, '每季度一次', date '2024-01-01', NULL, 12, 9, 'INVITED'),
    ('a', 2, 1, 2, '', date '2024-01-01', date '2026-12-31', 13, 11, 'APPLIED'),
    ('a', 3, 1, 4, '未入驻先申请', date '1900-01-01', date '2200-12-31', 15, NULL, 'APPLIED'),
    ('a', 4, 1, 3, '', date '2026-01-01', NULL, NULL, 9, 'INVITED'),
    ('a', 5, 2, 3, '', date '2026-01-01', NULL, NULL, 11, 'INVITED'),
    ('a', 6, 2, 1, '', date '2025-01-01', date '2025-12-31', 12, 11, 'INVITED'),
    ('a', 7, 2, 2, '', date '2025-01-01', NULL, 13, 11, 'APPLIED'),
    ('b', 1, 1, 1, '', date '2024-02-29', NULL, 5, 2, 'APPLIED')
) AS v(t, n, alliance, partner, said, s, e, theirs, ours, begins);
ALTER TABLE membership ENABLE TRIGGER c_check_term;
SELECT pg_temp.walk('membership', t, 8, n, actor, states::text[], reason) FROM (VALUES
    ('a', 1, 12, '{JOINED}', ''), ('a', 2, 11, '{JOINED}', ''), ('a', 5, 14, '{DECLINED}', '人手不足'),
    ('a', 6, 12, '{JOINED,ENDED}', ''), ('a', 7, 13, '{JOINED,LEFT}', ''), ('b', 1, 2, '{JOINED}', '')
) AS v(t, n, actor, states, reason);

-- Topics. Those about hardship (2, 3, 6, 15; b 2) are restricted; their titles say so, that a leak shows.
SELECT pg_temp.act('a', 1);
INSERT INTO topic (subdistrict_id, id, reporter_id, contact_name, contact_phone, branch_id, community_id, grid_id, title,
    description, site, category, urgency, status, created_at, updated_at, created_by)
SELECT pg_temp.id(t, 1, 1), pg_temp.id(t, 16, n), pg_temp.id(t, 15, reporter), name, phone, pg_temp.id(t, 4, branch),
    pg_temp.id(t, 2, community), pg_temp.id(t, 3, grid), title, text, site, category, urgency, 'SUBMITTED',
    pg_temp.day(made), pg_temp.day(made + 1), pg_temp.id(t, 15, maker)
FROM (VALUES
    ('a', 1, 1, '张阿姨', '13700000001', 4, 1, 1, '6 号楼没有扶手', '停电时"老人"上下楼', '6 号楼', 'ELDERLY_CARE', 'SEVEN_DAYS', 1, 1),
    ('a', 2, 2, '困难户', '13700000002', 4, 1, 1, '保密：低保申请', '', NULL, 'HARDSHIP', 'THREE_DAYS', 1, 3),
    ('a', 3, NULL, '困难户', '13700000003', 6, 2, 4, '保密：临时救助', '', '', 'HARDSHIP', 'SAME_DAY', 2, 7),
    ('a', 4, 1, NULL, NULL, 5, 1, 2, '楼道堆物', E'两行\n文字', '2 号楼', 'SAFETY_HAZARD', 'SAME_DAY', 2, 1),
    ('a', 5, NULL, NULL, '13700000005', 6, 2, 4, '不属于本街道', '', NULL, 'OTHER', 'SEVEN_DAYS', 3, NULL),
    ('a', 6, 1, NULL, NULL, 4, 1, 1, '保密：扶手补贴', '', NULL, 'HARDSHIP', 'SEVEN_DAYS', 3, 1),
    ('a', 7, 1, '李', NULL, 5, 1, 2, '停车难', '', NULL, 'TRAFFIC_PARKING', 'SEVEN_DAYS', 4, 6),
    ('a', 8, 11, NULL, NULL, 1, NULL, NULL, '街道议题', '', NULL, 'LEGAL_AID', 'SEVEN_DAYS', 4, 11),
    ('a', 9, 1, NULL, NULL, 4, 1, 1, '路灯', '', NULL, 'ENVIRONMENT', 'THREE_DAYS', 5, 1),
    ('a', 10, 3, NULL, '13700000010', 4, 1, 1, '井盖', '', NULL, 'SAFETY_HAZARD', 'SAME_DAY', 5, 3),
    ('a', 11, 1, NULL, NULL, 6, 2, 4, '健身器材', '', NULL, 'CULTURE_SPORTS', 'SEVEN_DAYS', 6, 7),
    ('a', 12, NULL, NULL, NULL, 4, 1, 1, '返工的', '', NULL, 'BUILDING_REPAIR', 'SEVEN_DAYS', 6, 4),
    ('a', 13, 5, NULL, NULL, 6, 2, 4, '重新办理的', '', NULL, 'HEALTH', 'SEVEN_DAYS', 7, 5),
    ('a', 14, 1, NULL, NULL, 5, 1, 2, '挂账的', '', NULL, 'OTHER', 'SEVEN_DAYS', 7, 6),
    ('a', 15, 7, '困难户', '13700000015', 4, 1, NULL, '保密：由别的支部书记反映', '', NULL, 'HARDSHIP', 'SEVEN_DAYS', 8, 7),
    ('a', 16, 1, NULL, NULL, 4, 1, 1, '并入保密议题', '', NULL, 'OTHER', 'SEVEN_DAYS', 8, 1),
    ('b', 1, 1, '刘', '13700000101', 3, 1, 1, '6 号楼没有扶手', '另一街道', NULL, 'ELDERLY_CARE', 'SEVEN_DAYS', 1, 1),
    ('b', 2, 1, '刘', '13700000102', 3, 1, 1, '保密：另一街道', '', NULL, 'HARDSHIP', 'SEVEN_DAYS', 2, 1)
) AS v(t, n, reporter, name, phone, branch, community, grid, title, text, site, category, urgency, made, maker);

INSERT INTO supporter (subdistrict_id, topic_id, account_id)
SELECT pg_temp.id('a', 1, 1), pg_temp.id('a', 16, topic), pg_temp.id('a', 15, account)
FROM (VALUES (1, 2), (1, 3), (1, 7), (2, 3), (4, 2)) AS v(topic, account);

UPDATE topic SET status = 'MERGED', merged_into_id = pg_temp.id('a', 16, target)
FROM (VALUES (6, 1), (16, 2)) AS v(n, target) WHERE topic.id = pg_temp.id('a', 16, n);
SELECT pg_temp.walk('topic', t, 16, n, actor, states::text[], reason) FROM (VALUES
    ('a', 5, 7, '{RETURNED}', '不归本街道'), ('a', 14, 6, '{ACCEPTED}', ''), ('a', 15, 4, '{ACCEPTED}', '')
) AS v(t, n, actor, states, reason);
SELECT pg_temp.walk('topic', t, 16, n, actor, '{ACCEPTED,DELIBERATING}') FROM (VALUES
    ('a', 1, 4), ('a', 2, 4), ('a', 7, 6), ('a', 8, 11), ('a', 9, 4), ('a', 10, 3), ('a', 11, 7), ('a', 12, 4), ('a', 13, 7),
    ('b', 1, 2)
) AS v(t, n, actor);

-- Deliberations bear the numbers of their topics; those of 7 are not minuted.
INSERT INTO deliberation (subdistrict_id, id, topic_id, branch_id, held_at, place, options, resolution, minutes, status,
    created_at, updated_at, created_by)
SELECT t.subdistrict_id, pg_temp.id(town, 17, n), t.id, t.branch_id, pg_temp.day(n), v.place, '方案一；方案二', '加装扶手',
    '纪要', 'CONVENED', pg_temp.day(9 + n), pg_temp.day(10 + n), pg_temp.id(town, 15, maker)
FROM (VALUES
    ('a', 1, 1, '议事厅', 4), ('a', 2, 2, NULL, 4), ('a', 7, 7, '议事厅', 6), ('a', 8, 8, '街道', 11), ('a', 9, 9, NULL, 4),
    ('a', 10, 10, NULL, 4), ('a', 11, 11, NULL, 7), ('a', 12, 12, NULL, NULL), ('a', 13, 13, NULL, 7), ('a', 17, 7, '', 6),
    ('b', 1, 1, NULL, 2)
) AS v(town, n, topic, place, maker) JOIN topic t ON t.id = pg_temp.id(town, 16, topic);
INSERT INTO attendee (subdistrict_id, id, deliberation_id, role, name)
SELECT d.subdistrict_id, pg_temp.id(left(d.id::text, 1), 18, right(d.id::text, 4)::int * 10 + seat::int), d.id, role,
    CASE WHEN seat < 4 THEN '与会者' || seat END
FROM deliberation d, unnest(ARRAY['RESIDENT', 'OWNERS_COMMITTEE', 'PROPERTY_MANAGER', 'GRID_INSTRUCTOR',
    'COMMUNITY_SECRETARY']) WITH ORDINALITY AS v(role, seat);
SELECT pg_temp.walk('deliberation', t, 17, n, actor, states::text[]) FROM (VALUES
    ('a', 1, 4, '{MINUTED}'), ('a', 2, 4, '{MINUTED}'), ('a', 8, 11, '{MINUTED}'), ('a', 9, 4, '{MINUTED}'),
    ('a', 10, 4, '{MINUTED}'), ('a', 11, 7, '{MINUTED}'), ('a', 12, 4, '{MINUTED}'), ('a', 13, 7, '{MINUTED}'),
    ('a', 17, 6, '{CANCELLED}'), ('b', 1, 2, '{MINUTED}')
) AS v(t, n, actor, states);

UPDATE topic SET handler_id = pg_temp.id('a', 15, handler), verifier_id = pg_temp.id('a', 15, verifier),
    outcome = '已办结', evidence = '照片 "2 张"', follow_up = asked
FROM (VALUES (9, 4, NULL, NULL), (10, 4, 5, NULL), (11, 7, 10, 'SATISFIED'), (12, 4, NULL, NULL), (13, 7, 10, 'DISSATISFIED'))
    AS v(n, handler, verifier, asked)
WHERE topic.id = pg_temp.id('a', 16, n);
SELECT pg_temp.walk('topic', t, 16, n, actor, states::text[]) FROM (VALUES
    ('a', 1, 4, '{RESOLVED,NEED_POSTED}'), ('a', 2, 4, '{RESOLVED,WHISTLED}'), ('a', 8, 11, '{RESOLVED}'),
    ('a', 9, 4, '{RESOLVED,NEED_POSTED,HANDLED}'), ('a', 10, 4, '{RESOLVED,NEED_POSTED,HANDLED,VERIFIED}'),
    ('a', 11, 7, '{RESOLVED,NEED_POSTED,HANDLED,VERIFIED,CLOSED}'),
    ('a', 12, 4, '{RESOLVED,NEED_POSTED,HANDLED,REWORK}'),
    ('a', 13, 7, '{RESOLVED,NEED_POSTED,HANDLED,VERIFIED,CLOSED,REOPENED}'), ('b', 1, 2, '{RESOLVED}')
) AS v(t, n, actor, states);
UPDATE need SET topic_id = pg_temp.id('a', 16, topic) FROM (VALUES (1, 1), (2, 2), (7, 2), (8, 8)) AS v(n, topic)
WHERE need.id = pg_temp.id('a', 9, n);
UPDATE project SET topic_id = pg_temp.id('a', 16, topic) FROM (VALUES (1, 1), (3, 2)) AS v(n, topic)
WHERE project.id = pg_temp.id('a', 11, n);

INSERT INTO joint_meeting (subdistrict_id, id, branch_id, title, meets_at, place, minutes, status, created_at,
    updated_at, created_by)
SELECT pg_temp.id(t, 1, 1), pg_temp.id(t, 19, n), pg_temp.id(t, 4, branch), title, pg_temp.day(made + 10), place, said,
    'CONVENED', pg_temp.day(made), pg_temp.day(made + 0.5), pg_temp.id(t, 15, maker)
FROM (VALUES
    ('a', 1, 2, '一季度联席会议', '社区', '纪要 "一"', 10, 9), ('a', 2, 2, '二季度联席会议', NULL, '纪要二', 20, 9),
    ('a', 3, 1, '街道联席会议', '街道', '', 30, 11), ('a', 4, 4, '取消的会议', NULL, '', 40, NULL),
    ('b', 1, 3, '一季度联席会议', NULL, '', 10, 2)
) AS v(t, n, branch, title, place, said, made, maker);
INSERT INTO agenda_item (subdistrict_id, id, meeting_id, topic_id, need_id, outcome, report)
SELECT pg_temp.id(t, 1, 1), pg_temp.id(t, 20, n), pg_temp.id(t, 19, meeting), pg_temp.id(t, 16, topic),
    pg_temp.id(t, 9, need), outcome, report
FROM (VALUES
    ('a', 1, 1, 1, NULL, '由支部牵头', '已落实'), ('a', 2, 1, 2, NULL, '保密：列入帮扶', ''), ('a', 3, 1, NULL, 3, '', ''),
    ('a', 4, 2, NULL, 7, '草稿需求', ''), ('a', 5, 3, 3, NULL, '保密', '保密'), ('a', 6, 3, NULL, 9, '', ''), ('b', 1, 1, 1, NULL, '', '')
) AS v(t, n, meeting, topic, need, outcome, report);
SELECT pg_temp.walk('joint_meeting', 'a', 19, n, 9, states::text[])
FROM (VALUES (1, '{HELD}'), (2, '{HELD}'), (4, '{CANCELLED}')) AS v(n, states);
SELECT pg_temp.act('a', 9);
UPDATE joint_meeting SET status = 'REPORTED', reported_at_id = pg_temp.id('a', 19, 2) WHERE id = pg_temp.id('a', 19, 1);

-- Whistles: 1 and 4 are about restricted topics; only the first calls a department.
SELECT pg_temp.act('a', 4);
INSERT INTO whistle (subdistrict_id, id, kind, level, branch_id, community_id, topic_id, need_id, title, description, site,
    approver_id, outcome, status, created_at, updated_at, created_by)
SELECT pg_temp.id(t, 1, 1), pg_temp.id(t, 21, n), kind, level, pg_temp.id(t, 4, branch), pg_temp.id(t, 2, community),
    pg_temp.id(t, 16, topic), pg_temp.id(t, 9, need), title, '', site, pg_temp.id(t, 15, approver), outcome, 'RAISED',
    pg_temp.day(made), pg_temp.day(made + 2), pg_temp.id(t, 15, maker)
FROM (VALUES
    ('a', 1, 'BEYOND_AUTHORITY', 'GRID', 4, 1, 2, NULL, '保密：请民政介入', NULL, 9, '', 15, 4),
    ('a', 2, 'JOINT_ENFORCEMENT', 'GRID', 5, 1, NULL, 3, '占用消防通道', '2 号楼', NULL, '', 15, 6),
    ('a', 3, 'EMERGENCY', 'GRID', 4, 1, 1, NULL, '管道爆裂', '6 号楼', 9, '已抢修 "完毕"', 16, 4),
    ('a', 4, 'BEYOND_AUTHORITY', 'GRID', 4, 1, 15, NULL, '保密：尚未呼叫部门', NULL, NULL, '', 16, 4),
    ('a', 5, 'EMERGENCY', 'COMMUNITY', 3, 2, NULL, NULL, '处置完毕', '', 11, '完毕', 17, 10),
    ('a', 6, 'BEYOND_AUTHORITY', 'GRID', 6, 2, NULL, 5, '未批准的', NULL, 10, '', 17, 7),
    ('a', 7, 'BEYOND_AUTHORITY', 'GRID', 6, 2, NULL, NULL, '已批准的', NULL, 10, '', 18, 7),
    ('a', 8, 'BEYOND_AUTHORITY', 'SUBDISTRICT', 1, NULL, 8, NULL, '被退回的', NULL, 11, '', 18, NULL),
    ('a', 9, 'BEYOND_AUTHORITY', 'GRID', 5, 1, NULL, NULL, '已报到的', NULL, 9, '', 19, 6),
    ('a', 10, 'BEYOND_AUTHORITY', 'GRID', 5, 1, NULL, NULL, '处置中的', NULL, 9, '', 19, 6),
    ('b', 1, 'EMERGENCY', 'GRID', 3, 1, 2, NULL, '保密：另一街道', NULL, NULL, '', 15, 2)
) AS v(t, n, kind, level, branch, community, topic, need, title, site, approver, outcome, made, maker);
INSERT INTO whistle_department (subdistrict_id, id, whistle_id, partner_id, lead, reported_in_at)
SELECT pg_temp.id('a', 1, 1), pg_temp.id('a', 22, n), pg_temp.id('a', 21, n), pg_temp.id('a', 5, 3), lead, pg_temp.day(came)
FROM (VALUES (1, true, NULL), (3, true, 16.5), (5, true, 17.25), (7, false, NULL), (8, true, NULL), (9, true, 20), (10, true, 20))
    AS v(n, lead, came);
SELECT pg_temp.walk('whistle', 'a', 21, n, actor, states::text[]) FROM (VALUES
    (1, 11, '{APPROVED,DISPATCHED}'), (3, 14, '{APPROVED,DISPATCHED,REPORTED_IN,HANDLING,DONE}'),
    (5, 14, '{APPROVED,DISPATCHED,REPORTED_IN,HANDLING,DONE}'), (6, 10, '{REFUSED}'), (7, 10, '{APPROVED}'),
    (8, 14, '{APPROVED,DISPATCHED,RETURNED}'), (9, 14, '{APPROVED,DISPATCHED,REPORTED_IN}'),
    (10, 14, '{APPROVED,DISPATCHED,REPORTED_IN,HANDLING}')
) AS v(n, actor, states);
SELECT pg_temp.act('a', 4);
UPDATE whistle SET status = 'RATED', rating = 5, comment = '及时' WHERE id = pg_temp.id('a', 21, 3);

INSERT INTO evaluation (subdistrict_id, id, side, claim_id, topic_id, need_id, solved, satisfied, score, comment,
    created_at, created_by)
SELECT pg_temp.id('a', 1, 1), pg_temp.id('a', 25, n), side, pg_temp.id('a', 13, claim), pg_temp.id('a', 16, topic),
    pg_temp.id('a', 9, need), solved, satisfied, score, said, pg_temp.day(40 + n), pg_temp.id('a', 15, rater)
FROM (VALUES
    (1, 'BRANCH_RATES_PARTNER', 9, NULL, NULL, true, true, 5, '很好', 4),
    (2, 'PARTNER_RATES_BRANCH', 9, NULL, NULL, true, false, 3, '', 12),
    (3, 'RESIDENT_RATES_OUTCOME', NULL, 2, NULL, true, true, 5, '保密：谢谢', 2),
    (4, 'RESIDENT_RATES_OUTCOME', NULL, 11, NULL, false, false, 1, '"差"', 1),
    (5, 'OWNER_RATES_NEED', NULL, NULL, 17, true, true, 4, '', 7),
    (6, 'BRANCH_RATES_PARTNER', 10, NULL, NULL, true, true, 4, '', 7)
) AS v(n, side, claim, topic, need, solved, satisfied, score, said, rater);

-- Deadlines: those that time was asked for must still run then, so they are due far away.
INSERT INTO deadline (subdistrict_id, id, subject_type, subject_id, kind, while_in, branch_id, partner_id, starts_at,
    working_days, raw_due_at, due_at, remind_at, urge_at, report_at, next_at, ended_at, provisional, status)
SELECT pg_temp.id(t, 1, 1), pg_temp.id(t, 26, n), subject, pg_temp.id(t, byte, object), kind, states::text[],
    pg_temp.id(t, 4, branch), pg_temp.id(t, 5, partner), pg_temp.day(starts), days, pg_temp.day(due), pg_temp.day(due),
    pg_temp.day(due - 1), pg_temp.day(due + 1), pg_temp.day(due + 5), CASE WHEN ended IS NULL THEN pg_temp.day(due - 1) END,
    pg_temp.day(ended), far, status
FROM (VALUES
    ('a', 1, 'TOPIC', 16, 1, 'HANDLE_TOPIC', '{NEED_POSTED}', 4, NULL, 1, 7, 20000, NULL, false, 'RUNNING'),
    ('a', 2, 'TOPIC', 16, 2, 'HANDLE_TOPIC', '{WHISTLED}', 4, NULL, 1, 3, 20000, NULL, false, 'RUNNING'),
    ('a', 3, 'TOPIC', 16, 3, 'ACCEPT_TOPIC', '{SUBMITTED}', 6, NULL, 2, 1, 3, NULL, false, 'RUNNING'),
    ('a', 4, 'TOPIC', 16, 14, 'HANDLE_TOPIC', '{ACCEPTED,SUSPENDED}', 5, NULL, 7, 7, 20000, NULL, false, 'RUNNING'),
    ('a', 5, 'NEED', 9, 1, 'EXPIRE_NEED', '{POSTED}', 4, NULL, 1, NULL, 150, NULL, true, 'RUNNING'),
    ('a', 6, 'NEED', 9, 7, 'EXPIRE_NEED', '{POSTED}', 4, NULL, 4, NULL, 150, NULL, true, 'RUNNING'),
    ('a', 7, 'NEED', 9, 13, 'EXPIRE_NEED', '{POSTED}', 5, NULL, 7, NULL, 8, 8, false, 'EXPIRED'),
    ('a', 8, 'RESOURCE', 10, 1, 'EXPIRE_RESOURCE', '{OFFERED}', NULL, 1, 1, NULL, 20000, NULL, true, 'RUNNING'),
    ('a', 9, 'CLAIM', 13, 1, 'ANSWER_CLAIM', '{PROPOSED}', 4, NULL, 20, 3, 25, NULL, false, 'RUNNING'),
    ('a', 10, 'CLAIM', 13, 9, 'CONFIRM_CLAIM', '{DELIVERED}', 4, NULL, 23, 5, 30, 29.5, false, 'MET'),
    ('a', 11, 'CLAIM', 13, 11, 'ANSWER_CLAIM', '{PROPOSED}', NULL, 1, 24, 3, 29, 30, false, 'LATE'),
    ('a', 12, 'PROJECT', 11, 1, 'FINISH_PROJECT', '{PLANNED}', 4, NULL, 1, NULL, 20000, NULL, true, 'RUNNING'),
    ('a', 13, 'WHISTLE', 21, 1, 'REPORT_IN', '{DISPATCHED}', 4, NULL, 15, 1, 16, NULL, false, 'RUNNING'),
    ('a', 14, 'WHISTLE', 21, 9, 'HANDLE_WHISTLE', '{REPORTED_IN}', 5, NULL, 20, 7, 29, NULL, false, 'RUNNING'),
    ('a', 15, 'MEMBERSHIP', 8, 2, 'END_MEMBERSHIP', '{JOINED}', NULL, 2, 6.5, NULL, 365, 30, false, 'CANCELLED'),
    ('b', 1, 'TOPIC', 16, 1, 'HANDLE_TOPIC', '{RESOLVED}', 3, NULL, 1, 7, 20000, NULL, false, 'RUNNING')
) AS v(t, n, subject, byte, object, kind, states, branch, partner, starts, days, due, ended, far, status);

INSERT INTO extension (subdistrict_id, id, deadline_id, kind, days, review_on, reason, status, created_at, updated_at,
    created_by)
SELECT pg_temp.id(t, 1, 1), pg_temp.id(t, 27, n), pg_temp.id(t, 26, clock), kind, days, review, said, 'ASKED',
    pg_temp.day(10 + n), pg_temp.day(11 + n), pg_temp.id(t, 15, asker)
FROM (VALUES
    ('a', 1, 1, 'EXTENSION', 3, NULL, '等材料', 4), ('a', 2, 2, 'EXTENSION', 2, NULL, '保密：等民政', 4),
    ('a', 3, 4, 'SUSPENSION', NULL, date '2026-12-31', '等"立项"', 6), ('a', 4, 8, 'EXTENSION', 5, NULL, '', 12),
    ('b', 1, 1, 'EXTENSION', 3, NULL, '', 2)
) AS v(t, n, clock, kind, days, review, said, asker);
SELECT pg_temp.act('a', 11, '同意');
UPDATE extension SET status = decision, decided_by = pg_temp.id('a', 15, 11), decided_at = pg_temp.day(20.5)
FROM (VALUES (1, 'REFUSED'), (3, 'APPROVED')) AS v(n, decision) WHERE extension.id = pg_temp.id('a', 27, n);
UPDATE topic SET status = 'SUSPENDED', suspended_from = 'ACCEPTED', review_on = date '2026-12-31'
WHERE id = pg_temp.id('a', 16, 14);
UPDATE deadline SET status = 'SUSPENDED', suspended_at = pg_temp.day(20.5), next_at = NULL WHERE id = pg_temp.id('a', 26, 4);

INSERT INTO notice (subdistrict_id, id, deadline_id, kind, branch_id, partner_id, scheduled_at, created_at)
SELECT d.subdistrict_id, pg_temp.id(t, 28, n), d.id, v.kind, d.branch_id, d.partner_id, d.remind_at, pg_temp.day(50 + n)
FROM (VALUES
    ('a', 1, 3, 'REMINDER'), ('a', 2, 3, 'URGING'), ('a', 3, 3, 'REPORT'), ('a', 4, 7, 'EXPIRY'), ('a', 5, 9, 'REMINDER'),
    ('a', 6, 11, 'URGING'), ('a', 7, 13, 'REMINDER'), ('b', 1, 1, 'REMINDER')
) AS v(t, n, clock, kind) JOIN deadline d ON d.id = pg_temp.id(t, 26, clock);

INSERT INTO attachment (subdistrict_id, id, subject_type, subject_id, sha256, media_type, size, name, created_at, created_by)
SELECT pg_temp.id(t, 1, 1), pg_temp.id(t, 29, n), subject, pg_temp.id(t, byte, object), repeat(substr('0123456789abcdef', n, 1), 64),
    'image/jpeg', n * 1000, name, pg_temp.day(60 + n / 2), pg_temp.id(t, 15, maker)
FROM (VALUES
    ('a', 1, 'TOPIC', 16, 1, '扶手 "1".jpg', 1), ('a', 2, 'TOPIC', 16, 2, '保密.jpg', 2), ('a', 3, 'DELIBERATION', 17, 2, '保密.jpg', 4),
    ('a', 4, 'NEED', 9, 7, '草稿.jpg', 3), ('a', 5, 'RESOURCE', 10, 5, '草稿.jpg', 13), ('a', 6, 'PROJECT', 11, 7, '验收.jpg', 7),
    ('a', 7, 'CLAIM', 13, 9, '签收.jpg', 12), ('a', 8, 'PARTNER_UNIT', 5, 4, '申请.jpg', 15), ('a', 9, 'JOINT_MEETING', 19, 1, '会议.jpg', 9),
    ('a', 10, 'WHISTLE', 21, 1, '保密.jpg', 4), ('a', 11, 'ALLIANCE', 7, 1, '协议.jpg', 9), ('a', 12, 'MEMBERSHIP', 8, 1, '协议.jpg', 12),
    ('a', 13, 'EXTENSION', 27, 2, '保密.jpg', 4), ('b', 1, 'TOPIC', 16, 2, '保密.jpg', 1)
) AS v(t, n, subject, byte, object, name, maker);

INSERT INTO calendar_year (subdistrict_id, id, year)
SELECT pg_temp.id(t, 1, 1), pg_temp.id(t, 32, n), year FROM (VALUES ('a', 1, 2026), ('a', 2, 2027), ('b', 1, 2026)) AS v(t, n, year);
INSERT INTO calendar_day (subdistrict_id, id, year_id, day, working, name)
SELECT pg_temp.id(t, 1, 1), pg_temp.id(t, 33, n), pg_temp.id(t, 32, 1), day, working, name FROM (VALUES
    ('a', 1, date '2026-10-01', false, '国庆节'), ('a', 2, date '2026-10-10', true, '国庆节调休'), ('a', 3, date '2026-01-01', false, ''),
    ('b', 1, date '2026-10-01', false, '国庆节')
) AS v(t, n, day, working, name);

-- Plans of both methods, one with a line that was adopted.
INSERT INTO matching_plan (subdistrict_id, id, method, fairness, reach, time_limit_seconds, candidates_per_need, needs,
    resources, candidates, objective, total_score, greedy_objective, bound, gap, proven, timed_out, seconds, created_at,
    created_by)
SELECT pg_temp.id(t, 1, 1), pg_temp.id(t, 35, n), method, fairness, 0.3, 20, 20, needs, 3, 4, score, score, greedy, bound,
    gap, proven, late, 0.25, pg_temp.day(n), pg_temp.id(t, 15, maker)
FROM (VALUES
    ('a', 1, 'OPTIMAL', 0.2, 5, 1.75, 1.5, 1.75, 0.0, true, false, 11),
    ('a', 2, 'STABLE', 0.0, 5, 1.25, 1.5, NULL, NULL, false, false, 11),
    ('a', 3, 'OPTIMAL', 1e-7, 0, 0.0, 0.0, 0.0, NULL, false, true, 11),
    ('b', 1, 'OPTIMAL', 0.2, 1, 0.5, 0.5, 0.5, 0.0, true, false, 4)
) AS v(t, n, method, fairness, needs, score, greedy, bound, gap, proven, late, maker);
INSERT INTO plan_line (subdistrict_id, id, plan_id, need_id, resource_id, partner_id, quantity, resource_quantity, score,
    because, because_english, starts_at, ends_at)
SELECT pg_temp.id(t, 1, 1), pg_temp.id(t, 36, n), pg_temp.id(t, 35, plan), pg_temp.id(t, 9, need),
    pg_temp.id(t, 10, resource), pg_temp.id(t, 5, partner), quantity, amount, score, '都提到"扶手"', 'it''s near',
    pg_temp.day(opens), pg_temp.day(closes)
FROM (VALUES
    ('a', 1, 1, 1, 1, 1, 2, 1, 0.875, NULL, NULL),
    ('a', 2, 1, 5, 3, NULL, 1, 1, 0.5, 10, 12.5),
    ('a', 3, 2, 1, 1, 1, 2, 1, 0.875, NULL, NULL),
    ('b', 1, 1, 1, 1, 1, 1, 1, 0.5, NULL, NULL)
) AS v(t, n, plan, need, resource, partner, quantity, amount, score, opens, closes);
INSERT INTO unserved_need (subdistrict_id, id, plan_id, need_id, quantity, reason, because, because_english)
SELECT pg_temp.id(t, 1, 1), pg_temp.id(t, 37, n), pg_temp.id(t, 35, plan), pg_temp.id(t, 9, need), quantity, reason, '不足', ''
FROM (VALUES
    ('a', 1, 1, 1, 33, 'QUANTITY_SHORT'), ('a', 2, 1, 9, 5, 'NO_CANDIDATE'), ('a', 3, 2, 6, 3, 'NOT_WORTH_IT'),
    ('b', 1, 1, 3, 3, 'NO_CANDIDATE')
) AS v(t, n, plan, need, quantity, reason);
INSERT INTO claim (subdistrict_id, id, direction, partner_id, branch_id, need_id, resource_id, quantity, resource_quantity,
    plan, expires_at, status, created_at, updated_at, created_by)
VALUES (pg_temp.id('a', 1, 1), pg_temp.id('a', 13, 17), 'PLAN_PROPOSES_BOTH', pg_temp.id('a', 5, 1), pg_temp.id('a', 4, 4),
    pg_temp.id('a', 9, 1), pg_temp.id('a', 10, 1), 2, 1, '都提到"扶手"', NULL, 'PROPOSED', pg_temp.day(27), pg_temp.day(27.25),
    pg_temp.id('a', 15, 11));
UPDATE plan_line SET claim_id = pg_temp.id('a', 13, 17) WHERE id = pg_temp.id('a', 36, 1);

-- What was written at the time of loading gets fixed ids and times: the log in the order in which things happened, and
-- what begins with every subdistrict.
SET session_replication_role = replica;
UPDATE transition SET id = pg_temp.id(town, 14, n::int), at = pg_temp.day(30 + n / 24.0)
FROM (SELECT id AS logged, left(subdistrict_id::text, 1) AS town,
        row_number() OVER (PARTITION BY subdistrict_id ORDER BY id) AS n FROM transition) AS numbered
WHERE id = logged;
UPDATE policy SET id = pg_temp.id(left(subdistrict_id::text, 1), 30, 1), updated_at = pg_temp.day(0);
UPDATE required_role SET id = pg_temp.id(town, 31, n::int), policy_id = pg_temp.id(town, 30, 1)
FROM (SELECT id AS made, left(subdistrict_id::text, 1) AS town,
        row_number() OVER (PARTITION BY subdistrict_id ORDER BY role) AS n FROM required_role) AS numbered
WHERE id = made;
UPDATE policy SET whistle_days = 5, longest_days = 20 WHERE id = pg_temp.id('b', 30, 1);
SET session_replication_role = origin;
ANALYZE;
