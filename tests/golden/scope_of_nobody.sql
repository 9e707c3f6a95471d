SELECT concat((SELECT concat('{"totalCount":', (SELECT count(*) AS count_1
FROM need AS need_2
WHERE (NOT need_2.restricted AND need_2.status IN ('POSTED', 'PARTLY_CLAIMED') OR NOT need_2.restricted AND need_2.status IN ('POSTED', 'PARTLY_CLAIMED')) AND need_2.subdistrict_id = (SELECT subdistrict_3.id
FROM subdistrict AS subdistrict_3
WHERE subdistrict_3.code = $1::VARCHAR)), ',"nodes":[', string_agg(concat('{"title":', json_scalar(need_1.title), ',"status":"', need_1.status, '","postedBy":', coalesce((SELECT concat('{"__typename":"PartyBranch"}') AS concat_3
FROM party_branch AS party_branch_4
WHERE party_branch_4.subdistrict_id = need_1.subdistrict_id AND party_branch_4.id = need_1.branch_id), (SELECT concat('{"__typename":"PartnerUnit"}') AS concat_4
FROM partner_unit AS partner_unit_5
WHERE partner_unit_5.subdistrict_id = need_1.subdistrict_id AND partner_unit_5.id = need_1.partner_id AND false), 'null'), ',"claims":', concat('{"totalCount":', (SELECT count(*) AS count_2
FROM claim AS claim_7
WHERE claim_7.subdistrict_id = need_1.subdistrict_id AND claim_7.need_id = need_1.id AND false), '}'), '}'), ','), ']}') AS concat_2
FROM (SELECT need_1.branch_id, need_1.id, need_1.partner_id, need_1.status, need_1.subdistrict_id, need_1.title
FROM need AS need_1
WHERE (NOT need_1.restricted AND need_1.status IN ('POSTED', 'PARTLY_CLAIMED') OR NOT need_1.restricted AND need_1.status IN ('POSTED', 'PARTLY_CLAIMED')) AND need_1.subdistrict_id = (SELECT subdistrict_8.id
FROM subdistrict AS subdistrict_8
WHERE subdistrict_8.code = $1::VARCHAR) ORDER BY need_1.id DESC
 LIMIT $2::INTEGER) AS need_1
HAVING true)) AS concat_1

SELECT concat((SELECT concat('{"nodes":[', string_agg(concat('{"title":', json_scalar(resource_1.title), ',"status":"', resource_1.status, '","partner":', coalesce((SELECT concat('{"name":', json_scalar(partner_unit_2.name), '}') AS concat_3
FROM partner_unit AS partner_unit_2
WHERE partner_unit_2.subdistrict_id = resource_1.subdistrict_id AND partner_unit_2.id = resource_1.partner_id AND false), 'null'), '}'), ','), ']}') AS concat_2
FROM (SELECT resource_1.id, resource_1.partner_id, resource_1.status, resource_1.subdistrict_id, resource_1.title
FROM resource AS resource_1
WHERE (resource_1.status IN ('OFFERED', 'PARTLY_CLAIMED') OR resource_1.status IN ('OFFERED', 'PARTLY_CLAIMED')) AND resource_1.subdistrict_id = (SELECT subdistrict_3.id
FROM subdistrict AS subdistrict_3
WHERE subdistrict_3.code = $1::VARCHAR) ORDER BY resource_1.id DESC
 LIMIT $2::INTEGER) AS resource_1
HAVING true)) AS concat_1

SELECT concat((SELECT concat('{"nodes":[', string_agg(concat('{"title":', json_scalar(project_1.title), ',"status":"', project_1.status, '","needLines":', (SELECT concat('{"nodes":[', string_agg(concat('{"need":', coalesce((SELECT concat('{"title":', json_scalar(need_3.title), '}') AS concat_4
FROM need AS need_3
WHERE need_3.subdistrict_id = need_line_2.subdistrict_id AND need_3.id = need_line_2.need_id AND (NOT need_3.restricted AND need_3.status IN ('POSTED', 'PARTLY_CLAIMED') OR NOT need_3.restricted AND need_3.status IN ('POSTED', 'PARTLY_CLAIMED'))), 'null'), '}'), ','), ']}') AS concat_3
FROM (SELECT need_line_2.id, need_line_2.need_id, need_line_2.subdistrict_id
FROM need_line AS need_line_2
WHERE need_line_2.subdistrict_id = project_1.subdistrict_id AND need_line_2.project_id = project_1.id AND ((EXISTS (SELECT 1
FROM project AS seen_4
WHERE seen_4.subdistrict_id = need_line_2.subdistrict_id AND seen_4.id = need_line_2.project_id AND NOT seen_4.restricted AND seen_4.status IN ('PLANNED', 'APPROVED', 'RUNNING'))) OR (EXISTS (SELECT 1
FROM project AS seen_5
WHERE seen_5.subdistrict_id = need_line_2.subdistrict_id AND seen_5.id = need_line_2.project_id AND NOT seen_5.restricted AND seen_5.status IN ('PLANNED', 'APPROVED', 'RUNNING')))) ORDER BY need_line_2.id ASC
 LIMIT $1::INTEGER) AS need_line_2
HAVING true), '}'), ','), ']}') AS concat_2
FROM (SELECT project_1.id, project_1.status, project_1.subdistrict_id, project_1.title
FROM project AS project_1
WHERE (NOT project_1.restricted AND project_1.status IN ('PLANNED', 'APPROVED', 'RUNNING') OR NOT project_1.restricted AND project_1.status IN ('PLANNED', 'APPROVED', 'RUNNING')) AND project_1.subdistrict_id = (SELECT subdistrict_6.id
FROM subdistrict AS subdistrict_6
WHERE subdistrict_6.code = $2::VARCHAR) ORDER BY project_1.id DESC
 LIMIT $3::INTEGER) AS project_1
HAVING true)) AS concat_1

SELECT concat(concat('{"totalCount":', (SELECT count(*) AS count_1
FROM need_line AS need_line_2
WHERE ((EXISTS (SELECT 1
FROM project AS seen_3
WHERE seen_3.subdistrict_id = need_line_2.subdistrict_id AND seen_3.id = need_line_2.project_id AND NOT seen_3.restricted AND seen_3.status IN ('PLANNED', 'APPROVED', 'RUNNING'))) OR (EXISTS (SELECT 1
FROM project AS seen_4
WHERE seen_4.subdistrict_id = need_line_2.subdistrict_id AND seen_4.id = need_line_2.project_id AND NOT seen_4.restricted AND seen_4.status IN ('PLANNED', 'APPROVED', 'RUNNING')))) AND need_line_2.subdistrict_id = (SELECT subdistrict_5.id
FROM subdistrict AS subdistrict_5
WHERE subdistrict_5.code = $1::VARCHAR)), '}')) AS concat_1





SELECT coalesce((SELECT concat('{"id":"', encode('\x0f'::bytea || uuid_send(account_1.id) || uuid_send(account_1.id), 'base64'), '"}') AS concat_1
FROM account AS account_1
WHERE account_1.id = $1::UUID AND false), 'null') AS coalesce_1
