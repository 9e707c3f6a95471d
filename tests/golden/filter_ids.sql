SELECT concat((SELECT concat('{"nodes":[', string_agg(concat('{"title":', json_scalar(need_1.title), '}'), ','), ']}') AS concat_2
FROM (SELECT need_1.id, need_1.title
FROM need AS need_1
WHERE need_1.subdistrict_id = $1::UUID AND need_1.subdistrict_id = $2::UUID AND need_1.id = $3::UUID ORDER BY need_1.id DESC
 LIMIT $4::INTEGER) AS need_1
HAVING true)) AS concat_1

SELECT concat((SELECT concat('{"nodes":[', string_agg(concat('{"title":', json_scalar(need_1.title), '}'), ','), ']}') AS concat_2
FROM (SELECT need_1.id, need_1.title
FROM need AS need_1
WHERE need_1.subdistrict_id = $1::UUID AND need_1.subdistrict_id = any($2::UUID[]) AND need_1.id = any($3::UUID[]) ORDER BY need_1.id ASC
 LIMIT $4::INTEGER) AS need_1
HAVING true)) AS concat_1

SELECT concat(concat('{"totalCount":', (SELECT count(*) AS count_1
FROM grid AS grid_2
WHERE grid_2.subdistrict_id = $1::UUID AND ((grid_2.subdistrict_id IN (SELECT unnest($2::UUID[]) AS unnest_1)) IS true AND (grid_2.id IN (SELECT unnest($3::UUID[]) AS unnest_2)) IS true) IS NOT true), '}')) AS concat_1

SELECT concat((SELECT concat('{"nodes":[', string_agg(concat('{"name":', json_scalar(community_1.name), '}'), ','), ']}') AS concat_2
FROM (SELECT community_1.id, community_1.name
FROM community AS community_1
WHERE community_1.subdistrict_id = $1::UUID AND (community_1.subdistrict_id = $2::UUID AND community_1.id = $3::UUID) IS NOT true ORDER BY community_1.id ASC
 LIMIT $4::INTEGER) AS community_1
HAVING true)) AS concat_1

SELECT concat(concat('{"totalCount":', (SELECT count(*) AS count_1
FROM need AS need_2
WHERE need_2.subdistrict_id = $1::UUID AND (EXISTS (SELECT 1
FROM party_branch AS party_branch_3
WHERE party_branch_3.subdistrict_id = need_2.subdistrict_id AND party_branch_3.id = need_2.branch_id AND party_branch_3.subdistrict_id = $1::UUID AND party_branch_3.subdistrict_id = any($2::UUID[]) AND party_branch_3.id = any($3::UUID[])))), '}')) AS concat_1

SELECT concat(concat('{"totalCount":', (SELECT count(*) AS count_1
FROM need AS need_2
WHERE (need_2.subdistrict_id = $1::UUID OR NOT need_2.restricted AND need_2.status IN ('POSTED', 'PARTLY_CLAIMED')) AND need_2.subdistrict_id = (SELECT subdistrict_3.id
FROM subdistrict AS subdistrict_3
WHERE subdistrict_3.id = $2::UUID)), '}')) AS concat_1
