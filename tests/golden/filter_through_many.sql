SELECT concat((SELECT concat('{"nodes":[', string_agg(concat('{"title":', json_scalar(need_1.title), '}'), ','), ']}') AS concat_2
FROM (SELECT need_1.id, need_1.title
FROM need AS need_1
WHERE need_1.subdistrict_id = $1::UUID AND ((need_1.status NOT IN ('DRAFT', 'WITHDRAWN', 'EXPIRED')) OR need_1.branch_id = $2::UUID) AND (EXISTS (SELECT 1
FROM claim AS claim_2
WHERE claim_2.subdistrict_id = need_1.subdistrict_id AND claim_2.need_id = need_1.id AND claim_2.subdistrict_id = $1::UUID AND claim_2.branch_id = $2::UUID AND (EXISTS (SELECT 1
FROM partner_unit AS partner_unit_3
WHERE partner_unit_3.subdistrict_id = claim_2.subdistrict_id AND partner_unit_3.id = claim_2.partner_id AND partner_unit_3.subdistrict_id = $1::UUID AND (partner_unit_3.status NOT IN ('APPLIED', 'REJECTED')) AND partner_unit_3.kind = $3)))) ORDER BY need_1.id DESC
 LIMIT $4::INTEGER) AS need_1
HAVING true)) AS concat_1

SELECT concat((SELECT concat('{"nodes":[', string_agg(concat('{"title":', json_scalar(need_1.title), '}'), ','), ']}') AS concat_2
FROM (SELECT need_1.id, need_1.title
FROM need AS need_1
WHERE need_1.subdistrict_id = $1::UUID AND ((need_1.status NOT IN ('DRAFT', 'WITHDRAWN', 'EXPIRED')) OR need_1.branch_id = $2::UUID) AND (EXISTS (SELECT 1
FROM need_line AS need_line_2
WHERE need_line_2.subdistrict_id = need_1.subdistrict_id AND need_line_2.need_id = need_1.id AND need_line_2.subdistrict_id = $1::UUID AND (EXISTS (SELECT 1
FROM project AS project_3
WHERE project_3.subdistrict_id = need_line_2.subdistrict_id AND project_3.id = need_line_2.project_id AND project_3.subdistrict_id = $1::UUID AND project_3.status = $3)))) IS NOT true AND need_1.status = $4 ORDER BY need_1.id DESC
 LIMIT $5::INTEGER) AS need_1
HAVING true)) AS concat_1

SELECT concat((SELECT concat('{"nodes":[', string_agg(concat('{"title":', json_scalar(project_1.title), '}'), ','), ']}') AS concat_2
FROM (SELECT project_1.id, project_1.title
FROM project AS project_1
WHERE project_1.subdistrict_id = $1::UUID AND (EXISTS (SELECT 1
FROM claim AS claim_2
WHERE claim_2.subdistrict_id = project_1.subdistrict_id AND claim_2.project_id = project_1.id AND claim_2.subdistrict_id = $1::UUID AND claim_2.branch_id = $2::UUID)) AND (EXISTS (SELECT 1
FROM claim AS claim_3
WHERE claim_3.subdistrict_id = project_1.subdistrict_id AND claim_3.project_id = project_1.id AND claim_3.subdistrict_id = $1::UUID AND claim_3.branch_id = $2::UUID AND (claim_3.status IS DISTINCT FROM $3) IS NOT true)) IS NOT true ORDER BY project_1.id DESC
 LIMIT $4::INTEGER) AS project_1
HAVING true)) AS concat_1
