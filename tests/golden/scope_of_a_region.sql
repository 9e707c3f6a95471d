SELECT concat((SELECT concat('{"totalCount":', (SELECT count(*) AS count_1
FROM need AS need_2
WHERE need_2.subdistrict_id IN (SELECT area_3.id
FROM subdistrict AS area_3
WHERE (area_3.code LIKE $1::VARCHAR || '%')) AND NOT need_2.restricted), ',"nodes":[', string_agg(concat('{"title":', json_scalar(need_1.title), ',"status":"', need_1.status, '","subdistrict":', coalesce((SELECT concat('{"name":', json_scalar(subdistrict_4.name), '}') AS concat_3
FROM subdistrict AS subdistrict_4
WHERE subdistrict_4.id = need_1.subdistrict_id AND subdistrict_4.id IN (SELECT area_5.id
FROM subdistrict AS area_5
WHERE (area_5.code LIKE $1::VARCHAR || '%'))), 'null'), '}'), ',') FILTER (WHERE need_1.page_rank <= $2::INTEGER), '],"pageInfo":{"hasNextPage":', CAST(count(*) > $2::INTEGER AS TEXT), '}}') AS concat_2
FROM (SELECT need_1.created_at, need_1.id, need_1.status, need_1.subdistrict_id, need_1.title, row_number() OVER () AS page_rank
FROM (SELECT need_1.created_at, need_1.id, need_1.status, need_1.subdistrict_id, need_1.title
FROM subdistrict AS place_6 JOIN LATERAL (SELECT need_1.created_at, need_1.id, need_1.status, need_1.subdistrict_id, need_1.title
FROM need AS need_1
WHERE need_1.subdistrict_id = place_6.id AND NOT need_1.restricted ORDER BY need_1.created_at ASC, need_1.id ASC
 LIMIT $2::INTEGER + 1) AS need_1 ON true
WHERE (place_6.code LIKE $1::VARCHAR || '%') ORDER BY need_1.created_at ASC, need_1.id ASC
 LIMIT $2::INTEGER + 1) AS need_1) AS need_1
HAVING true)) AS concat_1

SELECT concat((SELECT concat('{"nodes":[', string_agg(concat('{"status":"', claim_1.status, '"}'), ','), ']}') AS concat_2
FROM (SELECT claim_1.id, claim_1.status
FROM claim AS claim_1
WHERE claim_1.subdistrict_id IN (SELECT area_2.id
FROM subdistrict AS area_2
WHERE (area_2.code LIKE $1::VARCHAR || '%')) AND (claim_1.need_id IS NULL OR (EXISTS (SELECT 1
FROM need AS seen_3
WHERE seen_3.subdistrict_id = claim_1.subdistrict_id AND seen_3.id = claim_1.need_id AND NOT seen_3.restricted))) AND (claim_1.project_id IS NULL OR (EXISTS (SELECT 1
FROM project AS seen_4
WHERE seen_4.subdistrict_id = claim_1.subdistrict_id AND seen_4.id = claim_1.project_id AND NOT seen_4.restricted))) AND claim_1.subdistrict_id = (SELECT subdistrict_5.id
FROM subdistrict AS subdistrict_5
WHERE subdistrict_5.code = $2::VARCHAR) ORDER BY claim_1.id DESC
 LIMIT $3::INTEGER) AS claim_1
HAVING true)) AS concat_1

SELECT concat((SELECT concat('{"nodes":[', string_agg(concat('{"name":', json_scalar(subdistrict_1.name), '}'), ','), ']}') AS concat_2
FROM (SELECT subdistrict_1.id, subdistrict_1.name
FROM subdistrict AS subdistrict_1
WHERE true ORDER BY subdistrict_1.id ASC
 LIMIT $1::INTEGER) AS subdistrict_1
HAVING true)) AS concat_1
