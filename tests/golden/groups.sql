SELECT concat(concat('{"byStatus":[', (SELECT string_agg(concat('{"key":{"status":"', need_2_group.status, '","owner":null},"count":', need_2_group.total_0, ',"sum":', need_2_group.total_1, '}'), ',') AS string_agg_1
FROM (SELECT need_2.status AS status, concat(CAST(count(*) AS TEXT)) AS total_0, concat('{"quantity":', coalesce(CAST(sum(need_2.quantity) AS TEXT), 'null'), '}') AS total_1
FROM need AS need_2
WHERE need_2.subdistrict_id = $1::UUID AND (NOT need_2.restricted OR need_2.branch_id = $2::UUID OR (EXISTS (SELECT 1
FROM topic AS origin_3
WHERE origin_3.subdistrict_id = need_2.subdistrict_id AND origin_3.id = need_2.topic_id AND origin_3.reporter_id = $3::UUID))) AND ((need_2.status NOT IN ('DRAFT', 'WITHDRAWN', 'EXPIRED')) OR need_2.branch_id = $2::UUID) GROUP BY 1 ORDER BY count(*) DESC, 1
 LIMIT $4::INTEGER) AS need_2_group), '],"byPartner":[', (SELECT string_agg(concat('{"key":{"owner":"', need_4_group.owner, '","branch":', coalesce((SELECT concat('{"name":', json_scalar(party_branch_6.name), '}') AS concat_2
FROM party_branch AS party_branch_6
WHERE party_branch_6.subdistrict_id = need_4_group.subdistrict_id AND party_branch_6.id = need_4_group.branch_id AND party_branch_6.subdistrict_id = $1::UUID), 'null'), ',"partner":null},"count":', need_4_group.total_0, '}'), ',') AS string_agg_2
FROM (SELECT need_4.owner AS owner, need_4.branch_id AS branch_id, any_value(need_4.subdistrict_id) AS subdistrict_id, concat(CAST(count(*) AS TEXT)) AS total_0
FROM need AS need_4
WHERE need_4.subdistrict_id = $1::UUID AND (NOT need_4.restricted OR need_4.branch_id = $2::UUID OR (EXISTS (SELECT 1
FROM topic AS origin_5
WHERE origin_5.subdistrict_id = need_4.subdistrict_id AND origin_5.id = need_4.topic_id AND origin_5.reporter_id = $3::UUID))) AND ((need_4.status NOT IN ('DRAFT', 'WITHDRAWN', 'EXPIRED')) OR need_4.branch_id = $2::UUID) GROUP BY 1, 2 ORDER BY count(*) DESC, 1, 2
 LIMIT $5::INTEGER) AS need_4_group), ']}')) AS concat_1

SELECT concat(concat('{"groups":[', (SELECT string_agg(concat('{"__typename":', membership_2_group.total_0, ',"key":{"partner":', coalesce((SELECT concat('{"name":', json_scalar(partner_unit_3.name), '}') AS concat_2
FROM partner_unit AS partner_unit_3
WHERE partner_unit_3.subdistrict_id = membership_2_group.subdistrict_id AND partner_unit_3.id = membership_2_group.partner_id AND partner_unit_3.subdistrict_id = $1::UUID AND (partner_unit_3.status NOT IN ('APPLIED', 'REJECTED'))), 'null'), '},"count":', membership_2_group.total_1, ',"min":', membership_2_group.total_2, '}'), ',') AS string_agg_1
FROM (SELECT (SELECT partner_unit_4.id
FROM partner_unit AS partner_unit_4
WHERE partner_unit_4.subdistrict_id = membership_2.subdistrict_id AND partner_unit_4.id = membership_2.partner_id AND partner_unit_4.subdistrict_id = $1::UUID AND (partner_unit_4.status NOT IN ('APPLIED', 'REJECTED'))) AS partner_id, any_value(membership_2.subdistrict_id) AS subdistrict_id, concat('"MembershipGroup"') AS total_0, concat(CAST(count(*) AS TEXT)) AS total_1, concat('{"startsOn":', coalesce(CAST(json_scalar(min(membership_2.starts_on)) AS TEXT), 'null'), '}') AS total_2
FROM membership AS membership_2
WHERE membership_2.subdistrict_id = $1::UUID GROUP BY 1 ORDER BY count(*) DESC, 1
 LIMIT $2::INTEGER) AS membership_2_group), ']}')) AS concat_1

SELECT concat(concat('{"groups":[', (SELECT string_agg(concat('{"key":{"project":', coalesce((SELECT concat('{"title":', json_scalar(project_3.title), '}') AS concat_2
FROM project AS project_3
WHERE project_3.subdistrict_id = claim_2_group.subdistrict_id AND project_3.id = claim_2_group.project_id AND project_3.subdistrict_id = $1::UUID AND (NOT project_3.restricted OR project_3.branch_id = $2::UUID OR (EXISTS (SELECT 1
FROM need_line AS answer_4
WHERE answer_4.subdistrict_id = project_3.subdistrict_id AND answer_4.project_id = project_3.id AND (EXISTS (SELECT 1
FROM need AS handled_5
WHERE handled_5.subdistrict_id = answer_4.subdistrict_id AND handled_5.id = answer_4.need_id AND handled_5.restricted AND (handled_5.branch_id = $2::UUID OR (EXISTS (SELECT 1
FROM topic AS origin_6
WHERE origin_6.subdistrict_id = handled_5.subdistrict_id AND origin_6.id = handled_5.topic_id AND origin_6.reporter_id = $3::UUID))))))))), 'null'), ',"status":"', claim_2_group.status, '"},"max":', claim_2_group.total_0, '}'), ',') AS string_agg_1
FROM (SELECT (SELECT project_7.id
FROM project AS project_7
WHERE project_7.subdistrict_id = claim_2.subdistrict_id AND project_7.id = claim_2.project_id AND project_7.subdistrict_id = $1::UUID AND (NOT project_7.restricted OR project_7.branch_id = $2::UUID OR (EXISTS (SELECT 1
FROM need_line AS answer_8
WHERE answer_8.subdistrict_id = project_7.subdistrict_id AND answer_8.project_id = project_7.id AND (EXISTS (SELECT 1
FROM need AS handled_9
WHERE handled_9.subdistrict_id = answer_8.subdistrict_id AND handled_9.id = answer_8.need_id AND handled_9.restricted AND (handled_9.branch_id = $2::UUID OR (EXISTS (SELECT 1
FROM topic AS origin_10
WHERE origin_10.subdistrict_id = handled_9.subdistrict_id AND origin_10.id = handled_9.topic_id AND origin_10.reporter_id = $3::UUID))))))))) AS project_id, claim_2.status AS status, any_value(claim_2.subdistrict_id) AS subdistrict_id, concat('{"quantity":', coalesce(CAST(max(claim_2.quantity) AS TEXT), 'null'), '}') AS total_0
FROM claim AS claim_2
WHERE claim_2.subdistrict_id = $1::UUID AND claim_2.branch_id = $2::UUID GROUP BY 1, 2 ORDER BY count(*) DESC, 1, 2
 LIMIT $4::INTEGER) AS claim_2_group), ']}')) AS concat_1
