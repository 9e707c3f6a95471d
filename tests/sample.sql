-- Two subdistricts with all that a query can meet: every role, state and direction, nulls wherever they may be, equal
-- sort keys, texts that break careless quoting, objects of one subdistrict that look like those of the other.
-- Everything goes through the triggers; ids and times are fixed, so that answers can be compared letter by letter.

-- An id says the town (a, b; c: no town), the kind (as in db.ids) and the number of its object.
CREATE FUNCTION pg_temp.id(town text, kind int, n int) RETURNS uuid LANGUAGE sql IMMUTABLE STRICT AS
$$ SELECT (repeat(town, 4) || lpad(kind::text, 4, '0') || '-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid $$;

CREATE FUNCTION pg_temp.day(n numeric) RETURNS timestamptz LANGUAGE sql IMMUTABLE STRICT AS
$$ SELECT timestamptz '2026-01-01 08:00:00+00' + n * interval '1 day' $$;

-- Move an object through its states, as an account and for a reason.
CREATE FUNCTION pg_temp.walk(kind text, town text, byte int, n int, actor int, states text[], reason text DEFAULT '')
RETURNS void LANGUAGE plpgsql AS $$
DECLARE state text;
BEGIN
    PERFORM set_config('red_partners.actor', coalesce(pg_temp.id(town, 15, actor)::text, ''), true),
            set_config('red_partners.reason', reason, true);
    FOREACH state IN ARRAY states LOOP
        EXECUTE format('UPDATE %I SET status = $1 WHERE id = $2', kind) USING state, pg_temp.id(town, byte, n);
    END LOOP;
    PERFORM set_config('red_partners.actor', '', true), set_config('red_partners.reason', '', true);
END $$;

DELETE FROM builtin_subcategory; -- each town has just a few subcategories, of its own
INSERT INTO subdistrict (id, code, name) VALUES
    (pg_temp.id('a', 1, 1), '370203019', '大港街道'),
    (pg_temp.id('b', 1, 1), '370202007', '云南路街道 "西"'),
    (pg_temp.id('c', 1, 1), '330102001', '湖滨街道');

INSERT INTO community (subdistrict_id, id, code, name)
SELECT pg_temp.id(t, 1, 1), pg_temp.id(t, 2, n), code, name FROM (VALUES
    ('a', 1, '370203019001', '昌乐路社区'),
    ('a', 2, '370203019002', '长春路社区'),
    ('a', 3, '370203019003', '空社区'),
    ('b', 1, '370202007001', '昌乐路社区')
) AS v(t, n, code, name);

INSERT INTO grid (subdistrict_id, id, community_id, number, name, households, residents, longitude, latitude)
SELECT pg_temp.id(t, 1, 1), pg_temp.id(t, 3, n), pg_temp.id(t, 2, community), number, name, homes, people, x, y
FROM (VALUES
    ('a', 1, 1, 1, '第一网格', 320, 860, 120.3551, 36.0853),
    ('a', 2, 1, 2, '第二网格', 320, 700, -0.1, 0.30000000000000004),
    ('a', 3, 1, 3, '第三网格', 0, 0, NULL, NULL),
    ('a', 4, 2, 1, '第一网格', 150, 860, 180, -90),
    ('a', 5, 2, 2, 'Grid 五', 150, 401, NULL, NULL),
    ('b', 1, 1, 1, '第一网格', 99, 100, 1e-7, 2e1)
) AS v(t, n, community, number, name, homes, people, x, y);

INSERT INTO party_branch (subdistrict_id, id, level, name, parent_id, community_id, grid_id)
SELECT pg_temp.id(t, 1, 1), pg_temp.id(t, 4, n), level, name, pg_temp.id(t, 4, parent), pg_temp.id(t, 2, community),
    pg_temp.id(t, 3, grid)
FROM (VALUES
    ('a', 1, 'SUBDISTRICT', '大港街道党工委', NULL, NULL, NULL),
    ('a', 2, 'COMMUNITY', '昌乐路社区党委', 1, 1, NULL),
    ('a', 3, 'COMMUNITY', '长春路社区党委', 1, 2, NULL),
    ('a', 4, 'GRID', '昌乐路第一网格党支部', 2, 1, 1),
    ('a', 5, 'GRID', '昌乐路第二网格党支部', 2, 1, 2),
    ('a', 6, 'GRID', '长春路第一网格党支部', 3, 2, 4),
    ('a', 7, 'BUILDING', '6 号楼党小组', 4, 1, 1),
    ('b', 1, 'SUBDISTRICT', '云南路街道党工委', NULL, NULL, NULL),
    ('b', 2, 'COMMUNITY', '昌乐路社区党委', 1, 1, NULL),
    ('b', 3, 'GRID', '昌乐路第一网格党支部', 2, 1, 1)
) AS v(t, n, level, name, parent, community, grid);

INSERT INTO partner_unit (subdistrict_id, id, name, kind, credit_code, introduction, liaison_name, liaison_phone,
    capacity, status, created_at, updated_at)
SELECT pg_temp.id(t, 1, 1), pg_temp.id(t, 5, n), name, kind, credit, intro, liaison, phone, capacity, 'APPLIED',
    pg_temp.day(made), pg_temp.day(made + 1)
FROM (VALUES
    ('a', 1, '金色年华物业', 'PROPERTY_COMPANY', '91370203MA3C000018', '管理 12 栋楼', '王经理', '13900000001', 20, 1),
    ('a', 2, 'Harbour Shipping', 'ENTERPRISE', NULL, '', NULL, '13900000002', 5, 1),
    ('a', 3, '城管中队', 'DEPARTMENT', NULL, '职能部门', '李队', NULL, 5, 1.5),
    ('a', 4, '新来的企业', 'ENTERPRISE', '91370203MA3C000026', '', '赵总', '13900000004', 5, 2),
    ('a', 5, '未通过企业', 'ENTERPRISE', NULL, '', '钱总', '13900000005', 5, 2),
    ('a', 6, '暂停的志愿队', 'VOLUNTEER_TEAM', NULL, '', '孙队', '13900000006', 1, 3),
    ('a', 7, '退出的协会', 'SOCIAL_ORGANISATION', NULL, '', NULL, NULL, 3, 3),
    ('b', 1, '金色年华物业', 'PROPERTY_COMPANY', '91370203MA3C000018', '同一单位', '王经理', '13900000011', 20, 1),
    ('b', 2, '申请中的单位', 'CO_BUILDING_UNIT', NULL, '', '周主任', '13900000012', 5, 2)
) AS v(t, n, name, kind, credit, intro, liaison, phone, capacity, made);

INSERT INTO account (id, login, display_name, role, subdistrict_id, community_id, branch_id, partner_id, created_at)
SELECT pg_temp.id(t, 15, n), login, shown, role, pg_temp.id(t, 1, 1), pg_temp.id(t, 2, community),
    pg_temp.id(t, 4, branch), pg_temp.id(t, 5, partner), pg_temp.day(n)
FROM (VALUES
    ('a', 1, 'a-resident', '居民甲', 'RESIDENT', NULL, NULL, NULL),
    ('a', 2, 'a-resident-2', '居民乙', 'RESIDENT', NULL, NULL, NULL),
    ('a', 3, 'a-worker', '网格员', 'GRID_WORKER', NULL, 4, NULL),
    ('a', 4, 'a-secretary', '第一网格书记', 'GRID_SECRETARY', NULL, 4, NULL),
    ('a', 5, 'a-instructor', '网格指导员', 'GRID_INSTRUCTOR', NULL, 4, NULL),
    ('a', 6, 'a-secretary-2', '第二网格书记', 'GRID_SECRETARY', NULL, 5, NULL),
    ('a', 7, 'a-secretary-3', '长春路第一网格书记', 'GRID_SECRETARY', NULL, 6, NULL),
    ('a', 8, 'a-building', '6 号楼组长', 'GRID_SECRETARY', NULL, 7, NULL),
    ('a', 9, 'a-community', '昌乐路社区书记', 'COMMUNITY_SECRETARY', 1, NULL, NULL),
    ('a', 10, 'a-community-2', '长春路社区书记', 'COMMUNITY_SECRETARY', 2, NULL, NULL),
    ('a', 11, 'a-admin', '大港街道管理员', 'SUBDISTRICT_ADMIN', NULL, NULL, NULL),
    ('a', 12, 'a-liaison', '物业联络员', 'PARTNER_LIAISON', NULL, NULL, 1),
    ('a', 13, 'a-liaison-2', '航运联络员', 'PARTNER_LIAISON', NULL, NULL, 2),
    ('a', 14, 'a-officer', '城管经办人', 'DEPARTMENT_OFFICER', NULL, NULL, 3),
    ('a', 15, 'a-applicant', '新企业联络员', 'PARTNER_LIAISON', NULL, NULL, 4),
    ('a', 16, 'a-rejected', '未通过企业联络员', 'PARTNER_LIAISON', NULL, NULL, 5),
    ('b', 1, 'b-resident', '居民丙', 'RESIDENT', NULL, NULL, NULL),
    ('b', 2, 'b-secretary', '云南路网格书记', 'GRID_SECRETARY', NULL, 3, NULL),
    ('b', 3, 'b-community', '云南路社区书记', 'COMMUNITY_SECRETARY', 1, NULL, NULL),
    ('b', 4, 'b-admin', '云南路街道管理员', 'SUBDISTRICT_ADMIN', NULL, NULL, NULL),
    ('b', 5, 'b-liaison', '物业联络员', 'PARTNER_LIAISON', NULL, NULL, 1)
) AS v(t, n, login, shown, role, community, branch, partner);
UPDATE account SET disabled = true WHERE login = 'a-resident-2';

INSERT INTO account (id, login, display_name, role, code_prefix, created_at)
SELECT pg_temp.id('c', 15, n), login, shown, role, prefix, pg_temp.day(0) FROM (VALUES
    (1, 'city', '青岛市管理员', 'REGION_ADMIN', '3702'),
    (2, 'district', '市北区管理员', 'REGION_ADMIN', '370203'),
    (3, 'elsewhere', '杭州市管理员', 'REGION_ADMIN', '3301'),
    (4, 'auditor', '审计员', 'AUDITOR', '370202007')
) AS v(n, login, shown, role, prefix);

SELECT pg_temp.walk('partner_unit', 'a', 5, n, 11, '{ADMITTED}') FROM unnest(ARRAY[1, 2, 3, 6, 7]) AS n;
SELECT pg_temp.walk('partner_unit', 'a', 5, 5, 11, '{REJECTED}', '材料不全: "第 3 页"');
SELECT pg_temp.walk('partner_unit', 'b', 5, 1, 4, '{ADMITTED}');

INSERT INTO service_area (subdistrict_id, id, partner_id, community_id)
SELECT pg_temp.id(t, 1, 1), pg_temp.id(t, 6, n), pg_temp.id(t, 5, partner), pg_temp.id(t, 2, community)
FROM (VALUES ('a', 1, 1, 2), ('a', 2, 1, 1), ('a', 3, 4, 1), ('b', 1, 1, 1)) AS v(t, n, partner, community);

INSERT INTO subcategory (subdistrict_id, id, code, category, name, english_name, keywords, retired, created_at, updated_at,
    created_by)
SELECT pg_temp.id(t, 1, 1), pg_temp.id(t, 34, n), code, split_part(code, '.', 1), name, english, words, retired,
    pg_temp.day(made), pg_temp.day(made + 1), pg_temp.id(t, 15, maker)
FROM (VALUES
    ('a', 1, 'ELDERLY_CARE.HANDRAIL', '楼道扶手', 'Handrails', ARRAY['handrail', '扶手', '"栏杆"'], false, 0, NULL),
    ('a', 2, 'TRAFFIC_PARKING.CROSSING', '斑马线', 'Zebra "crossing"', ARRAY['zebra', '斑马线'], false, 0, NULL),
    ('a', 3, 'HEALTH.OLD', '停用的', '', ARRAY['扶手', '完成'], true, 1.5, 11),
    ('a', 4, 'OTHER.EMPTY_1', '没有说法', '', ARRAY[]::text[], false, 2.000001, 11),
    ('b', 1, 'ELDERLY_CARE.HANDRAIL', '楼道扶手', 'Handrails', ARRAY['扶手'], false, 0, NULL)
) AS v(t, n, code, name, english, words, retired, made, maker);

INSERT INTO need (subdistrict_id, id, owner, branch_id, partner_id, community_id, grid_id, title, description, category,
    quantity, unit, beneficiaries, site, needed_by, priority, contact_name, contact_phone, status, created_at,
    updated_at, created_by)
SELECT pg_temp.id(t, 1, 1), pg_temp.id(t, 9, n), owner, pg_temp.id(t, 4, branch), pg_temp.id(t, 5, partner),
    pg_temp.id(t, 2, community), pg_temp.id(t, 3, grid), title, text, category, quantity, unit, people, site, due,
    priority, name, phone, status, pg_temp.day(made), pg_temp.day(made), pg_temp.id(t, 15, maker)
FROM (VALUES
    ('a', 1, 'RESIDENT', 4, NULL, 1, 1, '6 号楼楼道加装扶手', '停电时老人上下楼', 'ELDERLY_CARE', 60, '米', 36,
     '金色年华小区 6 号楼', date '2026-06-01', 'HIGH', '张阿姨', '13800000001', 'POSTED', 1, 4),
    ('a', 2, 'GRID', 4, NULL, 1, 1, '说"好"的 \ 反斜杠 ''单引号'' /斜杠/', E'第一行\n第二行\t制表\r回车', 'ENVIRONMENT', 10, '次', NULL,
     NULL, NULL, 'NORMAL', NULL, '13800000002', 'POSTED', 1, 4),
    ('a', 3, 'GRID', 5, NULL, 1, 2, '100%_完成', E'控制\x01\x1f\x7f 字符 \u2028\u2029 与 <script>&amp;', 'HEALTH', 10, '次', 0,
     '', date '2026-06-01', 'LOW', '李大爷', NULL, 'POSTED', 2.5, 6),
    ('a', 4, 'GRID', 5, NULL, 1, 2, '100 完成', '🧧👨‍👩‍👧 𠮷 é é', 'HEALTH', 7, '次', 36,
     NULL, date '2200-12-31', 'URGENT', NULL, NULL, 'POSTED', 2.5, NULL),
    ('a', 5, 'GRID', 6, NULL, 2, 4, 'Zebra crossing', '', 'TRAFFIC_PARKING', 3, '处', 2000, '路口', NULL, 'NORMAL',
     '王主任', '13800000005', 'POSTED', 3.000001, 7),
    ('a', 6, 'GRID', 6, NULL, 2, 4, 'zebra CROSSING', '', 'TRAFFIC_PARKING', 3, '处', NULL, NULL, NULL, 'NORMAL',
     NULL, NULL, 'DRAFT', 3.000001, 7),
    ('a', 7, 'GRID', 4, NULL, 1, 1, '草稿', '只有本支部可见', 'OTHER', 1, '件', NULL, NULL, NULL, 'LOW',
     '内部联系人', '13800000007', 'DRAFT', 4, 3),
    ('a', 8, 'GRID', 2, NULL, NULL, NULL, '社区党委的草稿', '', 'TRAINING', 2, '场', NULL, NULL, NULL, 'NORMAL',
     NULL, NULL, 'DRAFT', 4, 9),
    ('a', 9, 'GRID', 1, NULL, NULL, NULL, '街道的需求', '', 'LEGAL_AID', 5, '场', NULL, NULL, date '2026-07-01', 'NORMAL',
     '街道联系人', '13800000009', 'POSTED', 5, 11),
    ('a', 10, 'PARTNER', NULL, 2, NULL, NULL, '人才公寓', '企业的需求', 'BUSINESS_SERVICE', 4, '套', 12, NULL, NULL, 'HIGH',
     '陈总', '13800000010', 'POSTED', 6, 13),
    ('a', 11, 'PARTNER', NULL, 1, 1, 2, '物业的草稿', '', 'TRAINING', 1, '场', NULL, NULL, NULL, 'NORMAL',
     '物业', '13800000011', 'DRAFT', 6, 12),
    ('a', 12, 'GRID', 7, NULL, 1, 1, '撤回的', '', 'OTHER', 1, '件', 1, NULL, NULL, 'NORMAL', NULL, NULL, 'POSTED', 7, 8),
    ('a', 13, 'GRID', 5, NULL, 1, 2, '过期的', '', 'OTHER', 1, '件', 1, NULL, date '2026-01-02', 'NORMAL', NULL, NULL,
     'POSTED', 7, 6),
    ('a', 14, 'GRID', 4, NULL, 1, 1, '兑现中', '', 'CHILD_CARE', 2, '次', 5, NULL, NULL, 'NORMAL', '兑现', '13800000014',
     'POSTED', 8, 4),
    ('a', 15, 'GRID', 4, NULL, 1, 1, '已兑现', '', 'CHILD_CARE', 1, '次', 5, NULL, NULL, 'NORMAL', NULL, NULL, 'POSTED', 8, 4),
    ('a', 16, 'RESIDENT', 4, NULL, 1, 1, repeat('很长的标题', 20), repeat('长', 20000), 'CULTURE_SPORTS', 1000000000, '件',
     1000000000, '处', NULL, 'NORMAL', NULL, NULL, 'POSTED', 9, 4),
    ('a', 17, 'GRID', 6, NULL, 2, 4, '已评价', '', 'HARDSHIP', 1, '户', NULL, NULL, NULL, 'NORMAL', NULL, NULL, 'POSTED', 9, 7),
    ('b', 1, 'RESIDENT', 3, NULL, 1, 1, '6 号楼楼道加装扶手', '另一街道', 'ELDERLY_CARE', 60, '米', 36, NULL,
     date '2026-06-01', 'HIGH', '刘阿姨', '13800000101', 'POSTED', 1, 2),
    ('b', 2, 'GRID', 3, NULL, 1, 1, '草稿', '', 'OTHER', 1, '件', NULL, NULL, NULL, 'LOW', NULL, '13800000102', 'DRAFT', 2, 2),
    ('b', 3, 'PARTNER', NULL, 1, NULL, NULL, '物业的需求', '', 'TRAINING', 3, '场', NULL, NULL, NULL, 'NORMAL',
     '物业', '13800000103', 'POSTED', 3, 5)
) AS v(t, n, owner, branch, partner, community, grid, title, text, category, quantity, unit, people, site, due, priority,
    name, phone, status, made, maker);

INSERT INTO resource (subdistrict_id, id, partner_id, community_id, title, description, form, category, quantity, unit,
    exclusive, available_from, available_until, conditions, status, created_at, updated_at, created_by)
SELECT pg_temp.id(t, 1, 1), pg_temp.id(t, 10, n), pg_temp.id(t, 5, partner), pg_temp.id(t, 2, community), title, '', form,
    category, quantity, unit, alone, pg_temp.day(opens), pg_temp.day(closes), conditions, status, pg_temp.day(made),
    pg_temp.day(made), pg_temp.id(t, 15, maker)
FROM (VALUES
    ('a', 1, 1, 1, '维修工时', 'LABOUR', 'BUILDING_REPAIR', 100, '小时', false, 0, 20000, '提前 "三天"', 'OFFERED', 1, 12),
    ('a', 2, 1, NULL, '扶手材料', 'GOODS', 'ELDERLY_CARE', 30, '米', false, NULL, NULL, '', 'OFFERED', 1, 12),
    ('a', 3, NULL, 2, '街道会议室', 'VENUE', 'TRAINING', 5, '场', true, 10, 20000, '', 'OFFERED', 2, 11),
    ('a', 4, 2, NULL, '航运讲座', 'COURSE', 'TRAINING', 5, '场', false, NULL, 20000.5, '', 'OFFERED', 2, 13),
    ('a', 5, 2, NULL, '草稿', 'FUNDS', 'HARDSHIP', 9, '元', false, NULL, NULL, '', 'DRAFT', 3, 13),
    ('a', 6, 1, NULL, '撤回的', 'FUNDS', 'HARDSHIP', 9, '元', false, NULL, NULL, '', 'OFFERED', 3, 12),
    ('a', 7, 3, NULL, '过期的', 'INFORMATION', 'OTHER', 1, '份', false, NULL, NULL, '', 'OFFERED', 3, NULL),
    ('a', 8, 3, NULL, '暂停的', 'PRODUCT', 'OTHER', 1, '份', false, NULL, NULL, '', 'OFFERED', 4, 14),
    ('a', 9, NULL, NULL, '街道的草稿', 'VENUE', 'OTHER', 1, '场', true, NULL, NULL, '', 'DRAFT', 4, 11),
    ('a', 10, 1, 1, '全部认领', 'PROFESSIONAL_SERVICE', 'HEALTH', 2, '次', false, NULL, NULL, '', 'OFFERED', 5, 12),
    ('a', 11, 1, 3, '闲置资源', 'GOODS', 'OTHER', 7, '件', false, NULL, NULL, '', 'OFFERED', 5, 12),
    ('b', 1, 1, NULL, '维修工时', 'LABOUR', 'BUILDING_REPAIR', 100, '小时', false, NULL, NULL, '', 'OFFERED', 1, 5),
    ('b', 2, 1, NULL, '草稿', 'LABOUR', 'BUILDING_REPAIR', 1, '小时', false, NULL, NULL, '', 'DRAFT', 1, 5)
) AS v(t, n, partner, community, title, form, category, quantity, unit, alone, opens, closes, conditions, status, made,
    maker);

UPDATE need SET subcategory_id = pg_temp.id(t, 34, kind), divisible = may_part, excluded_kinds = others::text[]
FROM (VALUES
    ('a', 1, 1, true, '{ENTERPRISE}'), ('a', 3, 3, true, '{}'), ('a', 4, NULL, false, '{VOLUNTEER_TEAM,DEPARTMENT}'),
    ('a', 5, 2, true, '{}'), ('a', 6, 2, false, '{}'), ('a', 9, NULL, false, '{}'), ('a', 12, 4, true, '{MASS_ORGANISATION}'),
    ('b', 1, 1, true, '{ENTERPRISE}')
) AS v(t, n, kind, may_part, others) WHERE need.id = pg_temp.id(t, 9, n);
UPDATE resource SET subcategory_id = pg_temp.id(t, 34, kind), grid_id = pg_temp.id(t, 3, grid)
FROM (VALUES ('a', 1, NULL, 1), ('a', 2, 1, NULL), ('a', 3, NULL, 5), ('a', 7, 4, NULL), ('a', 10, 3, 2), ('b', 1, NULL, NULL))
    AS v(t, n, kind, grid) WHERE resource.id = pg_temp.id(t, 10, n);

INSERT INTO project (subdistrict_id, id, branch_id, community_id, grid_id, title, goal, deliverables, budget,
    planned_end, status, created_at, updated_at, created_by)
SELECT pg_temp.id(t, 1, 1), pg_temp.id(t, 11, n), pg_temp.id(t, 4, branch), pg_temp.id(t, 2, community),
    pg_temp.id(t, 3, grid), title, goal, '', budget, until, 'PLANNED', pg_temp.day(made), pg_temp.day(made + 1),
    pg_temp.id(t, 15, maker)
FROM (VALUES
    ('a', 1, 4, 1, 1, '金色年华楼道扶手', '老人安全上下楼', 12000.00, date '2026-09-30', 1, 4),
    ('a', 2, 5, 1, 2, '健康进楼院', '', 0.01, date '2026-09-30', 2, 6),
    ('a', 3, 6, 2, 4, '斑马线', '', NULL, NULL, 3, 7),
    ('a', 4, 1, NULL, NULL, '街道法律服务', '', 999999999999.99, date '2027-01-01', 4, 11),
    ('a', 5, 4, 1, 1, '儿童照护', '', 500, NULL, 5, 4),
    ('a', 6, 4, 1, 1, '已终止', '', 500.50, NULL, 5, 4),
    ('a', 7, 6, 2, 4, '已结项', '', 0, date '2026-02-28', 6, 7),
    ('a', 8, 2, 1, NULL, '社区培训', '', NULL, NULL, 7, 9),
    ('b', 1, 3, 1, 1, '金色年华楼道扶手', '', 12000.00, NULL, 1, 2),
    ('b', 2, 3, 1, 1, '已终止', '', NULL, NULL, 2, NULL)
) AS v(t, n, branch, community, grid, title, goal, budget, until, made, maker);

INSERT INTO need_line (subdistrict_id, id, project_id, need_id, quantity)
SELECT pg_temp.id(t, 1, 1), pg_temp.id(t, 12, n), pg_temp.id(t, 11, project), pg_temp.id(t, 9, need), quantity
FROM (VALUES
    ('a', 1, 1, 1, 50), ('a', 2, 1, 2, 10), ('a', 3, 2, 3, 10), ('a', 4, 2, 4, 7), ('a', 5, 3, 5, 3), ('a', 6, 4, 9, 5),
    ('a', 7, 1, 14, 2), ('a', 8, 5, 15, 1), ('a', 9, 6, 1, 10), ('a', 10, 7, 17, 1), ('a', 11, 4, 10, 2), ('b', 1, 1, 1, 60),
    ('b', 2, 2, 3, 3)
) AS v(t, n, project, need, quantity);

-- Claims: by a partner on a line, or by a branch on a resource; `asked` began it, `agreed` consents where it was accepted.
INSERT INTO claim (subdistrict_id, id, direction, partner_id, branch_id, need_id, need_line_id, project_id, resource_id,
    quantity, resource_quantity, plan, starts_at, ends_at, partner_consent_by, partner_consent_at, branch_consent_by,
    branch_consent_at, expires_at, status, created_at, updated_at, created_by)
SELECT pg_temp.id(t, 1, 1), pg_temp.id(t, 13, n),
    CASE WHEN line IS NULL THEN 'BRANCH_CLAIMS_RESOURCE' ELSE 'PARTNER_CLAIMS_NEED' END, pg_temp.id(t, 5, partner),
    pg_temp.id(t, 4, branch), pg_temp.id(t, 9, need), pg_temp.id(t, 12, line), pg_temp.id(t, 11, project),
    pg_temp.id(t, 10, resource), quantity, amount, plan, pg_temp.day(opens), pg_temp.day(closes),
    CASE WHEN line IS NOT NULL THEN pg_temp.id(t, 15, asked) END, CASE WHEN line IS NOT NULL THEN pg_temp.day(20) END,
    CASE WHEN line IS NULL THEN pg_temp.id(t, 15, asked) END, CASE WHEN line IS NULL THEN pg_temp.day(20) END,
    pg_temp.day(until), 'PROPOSED', pg_temp.day(made), pg_temp.day(made + 0.25), pg_temp.id(t, 15, asked)
FROM (VALUES
    ('a', 1, 1, 4, 1, 1, 1, 2, 20, 20, '三天内安装', NULL, NULL, 12, 25, 20),
    ('a', 2, 2, 4, 1, 1, 1, NULL, 5, NULL, '', NULL, NULL, 13, 25, 20),
    ('a', 3, 3, 4, 1, 1, 1, NULL, 5, NULL, '', NULL, NULL, 14, NULL, 20.5),
    ('a', 4, 1, 5, 3, 3, 2, 1, 4, 8, '', 21, 22, 12, 25, 21),
    ('a', 5, 2, 5, 4, 4, 2, NULL, 7, NULL, '谢绝"了"', NULL, NULL, 13, 25, 21),
    ('a', 6, 2, 6, 5, 5, 3, NULL, 1, NULL, '', NULL, NULL, 13, 25, 22),
    ('a', 7, 1, 6, 5, 5, 3, NULL, 1, NULL, '', NULL, NULL, 12, NULL, 22),
    ('a', 8, 3, 4, 14, 7, 1, NULL, 2, NULL, '', NULL, NULL, 14, 25, 23),
    ('a', 9, 1, 4, 15, 8, 5, NULL, 1, NULL, '', NULL, NULL, 12, 25, 23),
    ('a', 10, 1, 6, 17, 10, 7, NULL, 1, NULL, '', NULL, NULL, 12, 25, 24),
    ('a', 11, 1, 5, 3, NULL, NULL, 10, 2, 2, '支部认领资源', 30, NULL, 6, 35, 24),
    ('a', 12, NULL, 6, 5, NULL, NULL, 3, 1, 1, '借会议室', 31, 32, 7, 35, 25),
    ('a', 13, NULL, 4, 2, NULL, NULL, 3, 1, 1, '借会议室', 33, 34, 4, 35, 25),
    ('a', 14, 2, 4, 2, NULL, NULL, 4, 1, 1, '', NULL, NULL, 4, NULL, 26),
    ('a', 15, 1, 1, 10, 11, 4, NULL, 1, NULL, '', NULL, NULL, 12, NULL, 26),
    ('a', 16, 3, 1, 9, 6, 4, NULL, 5, NULL, '', NULL, NULL, 14, NULL, 26),
    ('b', 1, 1, 3, 1, 1, 1, 1, 20, 20, '', NULL, NULL, 5, 25, 20),
    ('b', 2, 1, 3, 1, 1, 1, NULL, 5, NULL, '', NULL, NULL, 5, 25, 21)
) AS v(t, n, partner, branch, need, line, project, resource, quantity, amount, plan, opens, closes, asked, until, made);

UPDATE claim SET branch_consent_by = coalesce(branch_consent_by, pg_temp.id(t, 15, agreed)),
    branch_consent_at = coalesce(branch_consent_at, pg_temp.day(27)),
    partner_consent_by = coalesce(partner_consent_by, pg_temp.id(t, 15, agreed)),
    partner_consent_at = coalesce(partner_consent_at, pg_temp.day(27))
FROM (VALUES ('a', 3, 9), ('a', 4, 6), ('a', 6, 7), ('a', 8, 4), ('a', 9, 4), ('a', 10, 7), ('a', 11, 12), ('a', 12, 11),
    ('b', 2, 2)) AS v(t, n, agreed)
WHERE claim.id = pg_temp.id(t, 13, n);

SELECT pg_temp.walk('claim', t, 13, n, actor, states::text[], reason) FROM (VALUES
    ('a', 2, 13, '{WITHDRAWN}', '改了主意'),
    ('a', 3, 9, '{ACCEPTED}', ''),
    ('a', 4, 6, '{ACCEPTED,ACTIVE}', ''),
    ('a', 5, 6, '{DECLINED}', E'理由: "人手不足"\n第二行'),
    ('a', 6, 7, '{ACCEPTED,ACTIVE}', ''),
    ('a', 8, 4, '{ACCEPTED,ACTIVE}', ''),
    ('a', 9, 4, '{ACCEPTED,ACTIVE}', ''),
    ('a', 10, 7, '{ACCEPTED,ACTIVE}', ''),
    ('a', 11, 12, '{ACCEPTED}', ''),
    ('a', 12, 11, '{ACCEPTED,ACTIVE}', ''),
    ('a', 13, NULL, '{EXPIRED}', ''),
    ('b', 2, 2, '{ACCEPTED,ACTIVE}', '')
) AS v(t, n, actor, states, reason);

ALTER TABLE fulfilment DISABLE TRIGGER c_check_day; -- its days are fixed, those of the log are today's
INSERT INTO fulfilment (subdistrict_id, id, claim_id, quantity, delivered_on, evidence, created_at, created_by)
SELECT pg_temp.id(t, 1, 1), pg_temp.id(t, 23, n), pg_temp.id(t, 13, claim), quantity, date '2026-01-28' + n, shows,
    pg_temp.day(28 + n), pg_temp.id(t, 15, maker)
FROM (VALUES
    ('a', 1, 9, 1, '签收单', 12), ('a', 2, 10, 1, '照片 "3 张"', 12), ('a', 3, 12, 1, '登记表', 11),
    ('a', 4, 4, 1, '先到一部分', 12), ('a', 5, 4, 2, '不合格', NULL), ('a', 6, 6, 1, '签收单', 13), ('b', 1, 2, 2, '签收单', 5)
) AS v(t, n, claim, quantity, shows, maker);
ALTER TABLE fulfilment ENABLE TRIGGER c_check_day;
UPDATE fulfilment SET returned = true WHERE id IN (pg_temp.id('a', 23, 5), pg_temp.id('a', 23, 6));

SELECT pg_temp.walk('claim', 'a', 13, n, actor, states::text[]) FROM (VALUES
    (6, 7, '{DEFAULTED}'), (9, 4, '{DELIVERED,CONFIRMED}'), (10, 7, '{DELIVERED,CONFIRMED}'), (12, 11, '{DELIVERED}')
) AS v(n, actor, states);

INSERT INTO milestone (subdistrict_id, id, project_id, title, due_on, done_on, evidence, done_by)
SELECT pg_temp.id(t, 1, 1), pg_temp.id(t, 24, n), pg_temp.id(t, 11, project), title, due, done, shows, pg_temp.id(t, 15, doer)
FROM (VALUES
    ('a', 1, 1, '测量', date '2026-02-01', date '2026-02-03', '测量单', 4),
    ('a', 2, 1, '安装', date '2026-03-01', NULL, '', NULL),
    ('a', 3, 1, '安装', NULL, NULL, '', NULL),
    ('a', 4, 7, '完成', date '2026-02-28', date '2026-02-28', '照片', NULL),
    ('b', 1, 2, '测量', NULL, NULL, '', NULL)
) AS v(t, n, project, title, due, done, shows, doer);

UPDATE project SET approved_by = pg_temp.id('a', 15, 11), delivered_by = pg_temp.id('a', 15, v.delivered),
    accepted_by = pg_temp.id('a', 15, accepted), evidence = shows, follow_up = asked
FROM (VALUES (5, 4, 9, '验收单', NULL), (7, 7, 10, '验收单 "合格"', 'SATISFIED'), (8, 9, NULL, '', NULL))
    AS v(n, delivered, accepted, shows, asked)
WHERE project.id = pg_temp.id('a', 11, n);

SELECT pg_temp.walk(kind, t, byte, n, actor, states::text[]) FROM (VALUES
    ('need', 'a', 9, 12, 8, '{WITHDRAWN}'),
    ('need', 'a', 9, 13, NULL, '{EXPIRED}'),
    ('need', 'a', 9, 17, 7, '{EVALUATED}'),
    ('resource', 'a', 10, 6, 12, '{WITHDRAWN}'),
    ('resource', 'a', 10, 7, NULL, '{EXPIRED}'),
    ('resource', 'a', 10, 8, 14, '{PAUSED}'),
    ('project', 'a', 11, 2, 11, '{APPROVED}'),
    ('project', 'a', 11, 3, 11, '{APPROVED,RUNNING}'),
    ('project', 'a', 11, 4, 11, '{APPROVED,RUNNING,PAUSED}'),
    ('project', 'a', 11, 5, 11, '{APPROVED,RUNNING,DELIVERED,ACCEPTED}'),
    ('project', 'a', 11, 6, 11, '{TERMINATED}'),
    ('project', 'a', 11, 7, 11, '{APPROVED,RUNNING,DELIVERED,ACCEPTED,CLOSED}'),
    ('project', 'a', 11, 8, 11, '{APPROVED,RUNNING,DELIVERED}'),
    ('project', 'b', 11, 2, 4, '{TERMINATED}'),
    ('partner_unit', 'a', 5, 6, 11, '{SUSPENDED}'),
    ('partner_unit', 'a', 5, 7, 11, '{EXITED}')
) AS v(kind, t, byte, n, actor, states);
