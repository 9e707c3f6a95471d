SELECT concat((SELECT concat('{"totalCount":', (SELECT count(*) AS count_1
FROM need AS need_2
WHERE need_2.status IN ('POSTED', 'PARTLY_CLAIMED')), ',"nodes":[', string_agg(concat('{"title":', json_scalar(need_1.title), ',"status":"', need_1.status, '","postedBy":', coalesce((SELECT concat('{"__typename":"PartyBranch"}') AS concat_3
FROM party_branch AS party_branch_3
WHERE party_branch_3.subdistrict_id = need_1.subdistrict_id AND party_branch_3.id = need_1.branch_id), (SELECT concat('{"__typename":"PartnerUnit"}') AS concat_4
FROM partner_unit AS partner_unit_4
WHERE partner_unit_4.subdistrict_id = need_1.subdistrict_id AND partner_unit_4.id = need_1.partner_id AND false), 'null'), ',"claims":', concat('{"totalCount":', (SELECT count(*) AS count_2
FROM claim AS claim_6
WHERE claim_6.subdistrict_id = need_1.subdistrict_id AND claim_6.need_id = need_1.id AND false), '}'), '}'), ','), ']}') AS concat_2
FROM (SELECT need_1.branch_id, need_1.id, need_1.partner_id, need_1.status, need_1.subdistrict_id, need_1.title
FROM subdistrict AS place_7 JOIN LATERAL (SELECT need_1.branch_id, need_1.id, need_1.partner_id, need_1.status, need_1.subdistrict_id, need_1.title
FROM need AS need_1
WHERE need_1.subdistrict_id = place_7.id AND need_1.status IN ('POSTED', 'PARTLY_CLAIMED') ORDER BY need_1.id DESC
 LIMIT $1::INTEGER) AS need_1 ON true
WHERE true ORDER BY need_1.id DESC
 LIMIT $1::INTEGER) AS need_1
HAVING true)) AS concat_1

SELECT concat((SELECT concat('{"nodes":[', string_agg(concat('{"title":', json_scalar(resource_1.title), ',"status":"', resource_1.status, '","partner":', coalesce((SELECT concat('{"name":', json_scalar(partner_unit_2.name), '}') AS concat_3
FROM partner_unit AS partner_unit_2
WHERE partner_unit_2.subdistrict_id = resource_1.subdistrict_id AND partner_unit_2.id = resource_1.partner_id AND false), 'null'), '}'), ','), ']}') AS concat_2
FROM (SELECT resource_1.id, resource_1.partner_id, resource_1.status, resource_1.subdistrict_id, resource_1.title
FROM subdistrict AS place_3 JOIN LATERAL (SELECT resource_1.id, resource_1.partner_id, resource_1.status, resource_1.subdistrict_id, resource_1.title
FROM resource AS resource_1
WHERE resource_1.subdistrict_id = place_3.id AND resource_1.status IN ('OFFERED', 'PARTLY_CLAIMED') ORDER BY resource_1.id DESC
 LIMIT $1::INTEGER) AS resource_1 ON true
WHERE true ORDER BY resource_1.id DESC
 LIMIT $1::INTEGER) AS resource_1
HAVING true)) AS concat_1

SELECT concat((SELECT concat('{"nodes":[', string_agg(concat('{"title":', json_scalar(project_1.title), ',"status":"', project_1.status, '","needLines":', (SELECT concat('{"nodes":[', string_agg(concat('{"need":', coalesce((SELECT concat('{"title":', json_scalar(need_3.title), '}') AS concat_4
FROM need AS need_3
WHERE need_3.subdistrict_id = need_line_2.subdistrict_id AND need_3.id = need_line_2.need_id AND need_3.status IN ('POSTED', 'PARTLY_CLAIMED')), 'null'), '}'), ','), ']}') AS concat_3
FROM (SELECT need_line_2.id, need_line_2.need_id, need_line_2.subdistrict_id
FROM need_line AS need_line_2
WHERE need_line_2.subdistrict_id = project_1.subdistrict_id AND need_line_2.project_id = project_1.id AND (EXISTS (SELECT 1
FROM project AS seen_4
WHERE seen_4.subdistrict_id = need_line_2.subdistrict_id AND seen_4.id = need_line_2.project_id AND seen_4.status IN ('PLANNED', 'APPROVED', 'RUNNING'))) ORDER BY need_line_2.id ASC
 LIMIT $1::INTEGER) AS need_line_2
HAVING true), '}'), ','), ']}') AS concat_2
FROM (SELECT project_1.id, project_1.status, project_1.subdistrict_id, project_1.title
FROM subdistrict AS place_5 JOIN LATERAL (SELECT project_1.id, project_1.status, project_1.subdistrict_id, project_1.title
FROM project AS project_1
WHERE project_1.subdistrict_id = place_5.id AND project_1.status IN ('PLANNED', 'APPROVED', 'RUNNING') ORDER BY project_1.id DESC
 LIMIT $2::INTEGER) AS project_1 ON true
WHERE true ORDER BY project_1.id DESC
 LIMIT $2::INTEGER) AS project_1
HAVING true)) AS concat_1

SELECT concat(concat('{"totalCount":', (SELECT count(*) AS count_1
FROM need_line AS need_line_2
WHERE EXISTS (SELECT 1
FROM project AS seen_3
WHERE seen_3.subdistrict_id = need_line_2.subdistrict_id AND seen_3.id = need_line_2.project_id AND seen_3.status IN ('PLANNED', 'APPROVED', 'RUNNING'))), '}')) AS concat_1





SELECT coalesce((SELECT concat('{"id":"', encode('\x0f'::bytea || uuid_send(account_1.id) || uuid_send(account_1.id), 'base64'), '"}') AS concat_1
FROM account AS account_1
WHERE account_1.id = $1::UUID AND false), 'null') AS coalesce_1
