SELECT concat((SELECT concat('{"nodes":[', string_agg(concat('{"name":', json_scalar(subdistrict_1.name), ',"communities":', (SELECT concat('{"nodes":[', string_agg(concat('{"name":', json_scalar(community_2.name), ',"grids":', (SELECT concat('{"totalCount":', (SELECT count(*) AS count_1
FROM grid AS grid_4
WHERE grid_4.subdistrict_id = community_2.subdistrict_id AND grid_4.community_id = community_2.id), ',"nodes":[', string_agg(concat('{"number":', CAST(grid_3.number AS TEXT), ',"needs":', (SELECT concat('{"pageInfo":{"hasNextPage":', CAST(count(*) > $1::INTEGER AS TEXT), '},"nodes":[', string_agg(concat('{"title":', json_scalar(need_5.title), ',"claims":', (SELECT concat('{"totalCount":', (SELECT count(*) AS count_2
FROM claim AS claim_7
WHERE claim_7.subdistrict_id = need_5.subdistrict_id AND claim_7.need_id = need_5.id AND claim_7.subdistrict_id = $2::UUID AND claim_7.branch_id = $3::UUID), ',"nodes":[', string_agg(concat('{"status":"', claim_6.status, '","partner":', coalesce((SELECT concat('{"name":', json_scalar(partner_unit_8.name), '}') AS concat_7
FROM partner_unit AS partner_unit_8
WHERE partner_unit_8.subdistrict_id = claim_6.subdistrict_id AND partner_unit_8.id = claim_6.partner_id AND partner_unit_8.subdistrict_id = $2::UUID AND (partner_unit_8.status NOT IN ('APPLIED', 'REJECTED'))), 'null'), '}'), ','), ']}') AS concat_6
FROM (SELECT claim_6.id, claim_6.partner_id, claim_6.status, claim_6.subdistrict_id
FROM claim AS claim_6
WHERE claim_6.subdistrict_id = need_5.subdistrict_id AND claim_6.need_id = need_5.id AND claim_6.subdistrict_id = $2::UUID AND claim_6.branch_id = $3::UUID ORDER BY claim_6.id DESC
 LIMIT $4::INTEGER) AS claim_6
HAVING true), '}'), ',') FILTER (WHERE need_5.page_rank <= $1::INTEGER), ']}') AS concat_5
FROM (SELECT need_5.id, need_5.subdistrict_id, need_5.title, row_number() OVER () AS page_rank
FROM (SELECT need_5.id, need_5.subdistrict_id, need_5.title
FROM need AS need_5
WHERE need_5.subdistrict_id = grid_3.subdistrict_id AND need_5.grid_id = grid_3.id AND (need_5.subdistrict_id = $2::UUID AND (NOT need_5.restricted OR need_5.branch_id = $3::UUID OR (EXISTS (SELECT 1
FROM topic AS origin_9
WHERE origin_9.subdistrict_id = need_5.subdistrict_id AND origin_9.id = need_5.topic_id AND origin_9.reporter_id = $5::UUID))) AND ((need_5.status NOT IN ('DRAFT', 'WITHDRAWN', 'EXPIRED')) OR need_5.branch_id = $3::UUID) OR NOT need_5.restricted AND need_5.status IN ('POSTED', 'PARTLY_CLAIMED')) AND (EXISTS (SELECT 1
FROM claim AS claim_10
WHERE claim_10.subdistrict_id = need_5.subdistrict_id AND claim_10.need_id = need_5.id AND claim_10.subdistrict_id = $2::UUID AND claim_10.branch_id = $3::UUID)) ORDER BY need_5.id DESC
 LIMIT $1::INTEGER + 1) AS need_5) AS need_5
HAVING true), '}'), ','), ']}') AS concat_4
FROM (SELECT grid_3.id, grid_3.number, grid_3.subdistrict_id
FROM grid AS grid_3
WHERE grid_3.subdistrict_id = community_2.subdistrict_id AND grid_3.community_id = community_2.id ORDER BY grid_3.number ASC, grid_3.id ASC
 LIMIT $6::INTEGER) AS grid_3
HAVING true), '}'), ','), ']}') AS concat_3
FROM (SELECT community_2.id, community_2.name, community_2.subdistrict_id
FROM community AS community_2
WHERE community_2.subdistrict_id = subdistrict_1.id ORDER BY community_2.id ASC
 LIMIT $7::INTEGER) AS community_2
HAVING true), '}'), ','), ']}') AS concat_2
FROM (SELECT subdistrict_1.id, subdistrict_1.name
FROM subdistrict AS subdistrict_1
WHERE true ORDER BY subdistrict_1.id ASC
 LIMIT $8::INTEGER) AS subdistrict_1
HAVING true)) AS concat_1
