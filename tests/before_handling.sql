-- A network as revision 0001 keeps it: one claim of every state that still counts, for the upgrade to carry over.

CREATE FUNCTION pg_temp.id(kind int, n int) RETURNS uuid LANGUAGE sql IMMUTABLE AS
$$ SELECT ('aaaa' || lpad(kind::text, 4, '0') || '-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid $$;

INSERT INTO subdistrict (id, code, name) VALUES (pg_temp.id(1, 1), '370203019', '大港街道');
INSERT INTO community (subdistrict_id, id, code, name)
VALUES (pg_temp.id(1, 1), pg_temp.id(2, 1), '370203019001', '昌乐路社区');
INSERT INTO grid (subdistrict_id, id, community_id, number, name)
VALUES (pg_temp.id(1, 1), pg_temp.id(3, 1), pg_temp.id(2, 1), 3, '第三网格');
INSERT INTO party_branch (subdistrict_id, id, level, name, parent_id, community_id, grid_id) VALUES
    (pg_temp.id(1, 1), pg_temp.id(4, 1), 'SUBDISTRICT', '大港街道党工委', NULL, NULL, NULL),
    (pg_temp.id(1, 1), pg_temp.id(4, 2), 'COMMUNITY', '昌乐路社区党委', pg_temp.id(4, 1), pg_temp.id(2, 1), NULL),
    (pg_temp.id(1, 1), pg_temp.id(4, 3), 'GRID', '第三网格党支部', pg_temp.id(4, 2), pg_temp.id(2, 1), pg_temp.id(3, 1));
INSERT INTO partner_unit (subdistrict_id, id, name, kind, capacity, status)
VALUES (pg_temp.id(1, 1), pg_temp.id(5, 1), '示例企业', 'ENTERPRISE', 10, 'APPLIED');
UPDATE partner_unit SET status = 'ADMITTED';
INSERT INTO account (id, login, display_name, role, subdistrict_id, branch_id, partner_id) VALUES
    (pg_temp.id(15, 1), 'secretary', '支部书记', 'GRID_SECRETARY', pg_temp.id(1, 1), pg_temp.id(4, 3), NULL),
    (pg_temp.id(15, 2), 'liaison', '联络员', 'PARTNER_LIAISON', pg_temp.id(1, 1), NULL, pg_temp.id(5, 1));
INSERT INTO alliance (subdistrict_id, id, name) VALUES (pg_temp.id(1, 1), pg_temp.id(7, 1), '航运党建联盟');
INSERT INTO membership (subdistrict_id, alliance_id, partner_id, starts_on, ends_on)
VALUES (pg_temp.id(1, 1), pg_temp.id(7, 1), pg_temp.id(5, 1), '2026-01-01', '2030-01-01');

INSERT INTO need (subdistrict_id, id, owner, branch_id, community_id, grid_id, title, category, quantity, unit, needed_by,
    status)
VALUES (pg_temp.id(1, 1), pg_temp.id(9, 1), 'RESIDENT', pg_temp.id(4, 3), pg_temp.id(2, 1), pg_temp.id(3, 1),
    '楼道扶手', 'BUILDING_REPAIR', 10, '副', '2030-01-01', 'POSTED');
INSERT INTO project (subdistrict_id, id, branch_id, community_id, grid_id, title, planned_end, status)
VALUES (pg_temp.id(1, 1), pg_temp.id(11, 1), pg_temp.id(4, 3), pg_temp.id(2, 1), pg_temp.id(3, 1), '楼道扶手',
    '2030-01-01', 'PLANNED');
INSERT INTO need_line (subdistrict_id, id, project_id, need_id, quantity)
VALUES (pg_temp.id(1, 1), pg_temp.id(12, 1), pg_temp.id(11, 1), pg_temp.id(9, 1), 10);
INSERT INTO claim (subdistrict_id, id, direction, partner_id, branch_id, need_id, need_line_id, project_id, quantity,
    partner_consent_by, partner_consent_at, expires_at, status)
SELECT pg_temp.id(1, 1), pg_temp.id(13, n), 'PARTNER_CLAIMS_NEED', pg_temp.id(5, 1), pg_temp.id(4, 3), pg_temp.id(9, 1),
    pg_temp.id(12, 1), pg_temp.id(11, 1), 1, pg_temp.id(15, 2), now(), now() + interval '3 days', 'PROPOSED'
FROM generate_series(1, 6) AS n;
UPDATE claim SET branch_consent_by = pg_temp.id(15, 1), branch_consent_at = now(), status = 'ACCEPTED'
WHERE id > pg_temp.id(13, 1);
UPDATE claim SET status = 'ACTIVE' WHERE id > pg_temp.id(13, 2);
UPDATE claim SET status = 'DELIVERED' WHERE id IN (pg_temp.id(13, 4), pg_temp.id(13, 5));
UPDATE claim SET status = 'CONFIRMED' WHERE id = pg_temp.id(13, 5);
UPDATE claim SET status = 'DEFAULTED' WHERE id = pg_temp.id(13, 6);
