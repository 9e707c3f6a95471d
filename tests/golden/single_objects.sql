SELECT coalesce((SELECT concat('{"displayName":', json_scalar(account_1.display_name), ',"role":"', account_1.role, '","community":', coalesce((SELECT concat('{"name":', json_scalar(community_2.name), '}') AS concat_2
FROM community AS community_2
WHERE community_2.subdistrict_id = account_1.subdistrict_id AND community_2.id = account_1.community_id), 'null'), ',"branch":', coalesce((SELECT concat('{"name":', json_scalar(party_branch_3.name), '}') AS concat_3
FROM party_branch AS party_branch_3
WHERE party_branch_3.subdistrict_id = account_1.subdistrict_id AND party_branch_3.id = account_1.branch_id), 'null'), '}') AS concat_1
FROM account AS account_1
WHERE account_1.id = $1::UUID AND (account_1.subdistrict_id = $2::UUID AND (account_1.role != 'RESIDENT' OR account_1.id = $1::UUID) OR account_1.id = $1::UUID)), 'null') AS coalesce_1

SELECT coalesce((SELECT concat('{"name":', json_scalar(subdistrict_1.name), ',"partners":', (SELECT concat('{"nodes":[', string_agg(concat('{"name":', json_scalar(partner_unit_2.name), ',"serviceAreas":[', (SELECT string_agg(concat('{"community":', coalesce((SELECT concat('{"name":', json_scalar(community_4.name), '}') AS concat_3
FROM community AS community_4
WHERE community_4.subdistrict_id = service_area_3.subdistrict_id AND community_4.id = service_area_3.community_id), 'null'), '}'), ',' ORDER BY service_area_3.id) AS string_agg_1
FROM service_area AS service_area_3
WHERE service_area_3.subdistrict_id = partner_unit_2.subdistrict_id AND service_area_3.partner_id = partner_unit_2.id AND service_area_3.subdistrict_id = $1::UUID), ']}'), ','), ']}') AS concat_2
FROM (SELECT partner_unit_2.id, partner_unit_2.name, partner_unit_2.subdistrict_id
FROM partner_unit AS partner_unit_2
WHERE partner_unit_2.subdistrict_id = subdistrict_1.id AND partner_unit_2.subdistrict_id = $1::UUID AND (partner_unit_2.status NOT IN ('APPLIED', 'REJECTED')) AND partner_unit_2.status = $2 ORDER BY partner_unit_2.id DESC
 LIMIT $3::INTEGER) AS partner_unit_2
HAVING true), '}') AS concat_1
FROM subdistrict AS subdistrict_1
WHERE subdistrict_1.code = $4::VARCHAR), 'null') AS coalesce_1

SELECT coalesce((SELECT concat('{"name":', json_scalar(subdistrict_1.name), '}') AS concat_1
FROM subdistrict AS subdistrict_1
WHERE subdistrict_1.code = $1::VARCHAR), 'null') AS coalesce_1

SELECT coalesce((SELECT concat('{"title":', json_scalar(need_1.title), ',"status":"', need_1.status, '"}') AS concat_1
FROM need AS need_1
WHERE need_1.subdistrict_id = $1::UUID AND need_1.id = $2::UUID AND (need_1.subdistrict_id = $3::UUID AND (NOT need_1.restricted OR (EXISTS (SELECT 1
FROM party_branch AS own_4
WHERE own_4.subdistrict_id = need_1.subdistrict_id AND own_4.id = need_1.branch_id AND own_4.community_id = $4::UUID)) OR (EXISTS (SELECT 1
FROM topic AS origin_3
WHERE origin_3.subdistrict_id = need_1.subdistrict_id AND origin_3.id = need_1.topic_id AND origin_3.reporter_id = $5::UUID))) AND ((need_1.status NOT IN ('DRAFT', 'WITHDRAWN', 'EXPIRED')) OR (EXISTS (SELECT 1
FROM party_branch AS own_2
WHERE own_2.subdistrict_id = need_1.subdistrict_id AND own_2.id = need_1.branch_id AND own_2.community_id = $4::UUID))) OR NOT need_1.restricted AND need_1.status IN ('POSTED', 'PARTLY_CLAIMED'))), 'null') AS coalesce_1

SELECT coalesce((SELECT concat('{"name":', json_scalar(partner_unit_1.name), '}') AS concat_1
FROM partner_unit AS partner_unit_1
WHERE partner_unit_1.subdistrict_id = $1::UUID AND partner_unit_1.id = $2::UUID AND partner_unit_1.subdistrict_id = $3::UUID AND (partner_unit_1.status NOT IN ('APPLIED', 'REJECTED'))), 'null') AS coalesce_1
