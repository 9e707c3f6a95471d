-- 100,000 overdue deadlines in ten subdistricts, loaded without triggers: the counts that they keep are written here.

INSERT INTO subdistrict (code, name) SELECT (370203900 + n)::text, '测试街道' || n FROM generate_series(1, 10) AS n;

INSERT INTO party_branch (subdistrict_id, level, name) SELECT id, 'SUBDISTRICT', name || '党工委' FROM subdistrict;

INSERT INTO partner_unit (subdistrict_id, name, kind, capacity, carrying, status)
SELECT s.id, '单位' || n, 'ENTERPRISE', 1000, 100, 'ADMITTED' FROM subdistrict s, generate_series(1, 50) AS n;

INSERT INTO account (login, role, display_name, subdistrict_id, partner_id)
SELECT 'p-' || id, 'PARTNER_LIAISON', '联络员', subdistrict_id, id FROM partner_unit;

INSERT INTO project (subdistrict_id, branch_id, title, status)
SELECT b.subdistrict_id, b.id, '项目', 'PLANNED' FROM party_branch b;

-- 5,000 needs, ten of each claimed by ten partners: 50,000 proposals
INSERT INTO need (subdistrict_id, owner, branch_id, title, category, quantity, unit, claimed, planned, status)
SELECT b.subdistrict_id, 'GRID', b.id, '需求' || n, 'ELDERLY_CARE', 10, '副', 10, 10, 'FULLY_CLAIMED'
FROM party_branch b, generate_series(1, 500) AS n;

INSERT INTO need_line (subdistrict_id, project_id, need_id, quantity, claimed)
SELECT n.subdistrict_id, p.id, n.id, 10, 10 FROM need n JOIN project p ON p.subdistrict_id = n.subdistrict_id;

INSERT INTO claim (subdistrict_id, direction, partner_id, branch_id, need_id, need_line_id, project_id, quantity,
                   partner_consent_by, partner_consent_at, expires_at, status)
SELECT l.subdistrict_id, 'PARTNER_CLAIMS_NEED', p.id, j.branch_id, l.need_id, l.id, l.project_id, 1,
       p.account, now() - interval '5 days', now() - interval '1 day', 'PROPOSED'
FROM (SELECT l.*, row_number() OVER (PARTITION BY l.subdistrict_id ORDER BY l.id) AS number FROM need_line l) l
JOIN project j ON j.subdistrict_id = l.subdistrict_id AND j.id = l.project_id
JOIN (SELECT u.*, a.id AS account, row_number() OVER (PARTITION BY u.subdistrict_id ORDER BY u.id) AS number
      FROM partner_unit u JOIN account a ON a.partner_id = u.id) p
  ON p.subdistrict_id = l.subdistrict_id AND p.number % 5 = l.number % 5;

INSERT INTO need (subdistrict_id, owner, branch_id, title, category, quantity, unit, needed_by, status)
SELECT b.subdistrict_id, 'GRID', b.id, '过期' || n, 'ELDERLY_CARE', 10, '副', current_date - 2, 'POSTED'
FROM party_branch b, generate_series(1, 1000) AS n;

INSERT INTO resource (subdistrict_id, title, form, category, quantity, unit, available_until, status)
SELECT s.id, '资源' || n, 'GOODS', 'ELDERLY_CARE', 10, '副', now() - interval '1 day', 'OFFERED'
FROM subdistrict s, generate_series(1, 1000) AS n;

INSERT INTO topic (subdistrict_id, branch_id, title, category, status)
SELECT b.subdistrict_id, b.id, '议题' || n, 'ENVIRONMENT', 'ACCEPTED' FROM party_branch b, generate_series(1, 3000) AS n;

INSERT INTO deadline (subdistrict_id, subject_type, subject_id, kind, while_in, branch_id, starts_at, raw_due_at, due_at,
                      remind_at, next_at)
SELECT subdistrict_id, 'CLAIM', id, 'ANSWER_CLAIM', '{PROPOSED}'::text[], branch_id, now() - interval '5 days',
       expires_at, expires_at, expires_at - interval '1 day', expires_at - random() * interval '1 day'
FROM claim
UNION ALL
SELECT subdistrict_id, 'NEED', id, 'EXPIRE_NEED', '{POSTED,PARTLY_CLAIMED,FULLY_CLAIMED,IN_DELIVERY}'::text[], branch_id,
       now() - interval '5 days', now() - interval '1 day', now() - interval '1 day', now() - interval '2 days',
       now() - interval '1 day' - random() * interval '1 day'
FROM need WHERE needed_by IS NOT NULL
UNION ALL
SELECT subdistrict_id, 'RESOURCE', id, 'EXPIRE_RESOURCE', '{OFFERED,PARTLY_CLAIMED,FULLY_CLAIMED,PAUSED}'::text[], NULL,
       now() - interval '5 days', available_until, available_until, available_until - interval '1 day',
       now() - interval '1 day' - random() * interval '1 day'
FROM resource;

INSERT INTO deadline (subdistrict_id, subject_type, subject_id, kind, while_in, branch_id, starts_at, raw_due_at, due_at,
                      remind_at, urge_at, report_at, next_at)
SELECT subdistrict_id, 'TOPIC', id, 'HANDLE_TOPIC', '{ACCEPTED,SUSPENDED}'::text[], branch_id, now() - interval '30 days',
       now() - interval '20 days', now() - interval '20 days', now() - interval '21 days', now() - interval '19 days',
       now() - interval '13 days', now() - interval '1 day' - random() * interval '1 day'
FROM topic;
