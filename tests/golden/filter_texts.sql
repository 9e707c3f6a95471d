SELECT concat((SELECT concat('{"nodes":[', string_agg(concat('{"title":', json_scalar(need_1.title), ',"description":', json_scalar(need_1.description), '}'), ','), ']}') AS concat_2
FROM (SELECT need_1.description, need_1.id, need_1.title
FROM need AS need_1
WHERE need_1.subdistrict_id = $1::UUID AND need_1.title = $2::VARCHAR ORDER BY need_1.id DESC
 LIMIT $3::INTEGER) AS need_1
HAVING true)) AS concat_1

SELECT concat((SELECT concat('{"nodes":[', string_agg(concat('{"title":', json_scalar(need_1.title), '}'), ','), ']}') AS concat_2
FROM (SELECT need_1.id, need_1.title
FROM need AS need_1
WHERE need_1.subdistrict_id = $1::UUID AND strpos(coalesce(need_1.title_folded, need_1.title), (SELECT fold($2::VARCHAR) AS fold_1)) > 0 ORDER BY need_1.id DESC
 LIMIT $3::INTEGER) AS need_1
HAVING true)) AS concat_1

SELECT concat((SELECT concat('{"nodes":[', string_agg(concat('{"title":', json_scalar(need_1.title), '}'), ','), ']}') AS concat_2
FROM (SELECT need_1.id, need_1.title
FROM need AS need_1
WHERE need_1.subdistrict_id = $1::UUID AND strpos(coalesce(need_1.title_folded, need_1.title), (SELECT fold($2::VARCHAR) AS fold_1)) > 0 ORDER BY need_1.id DESC
 LIMIT $3::INTEGER) AS need_1
HAVING true)) AS concat_1

SELECT concat((SELECT concat('{"nodes":[', string_agg(concat('{"title":', json_scalar(need_1.title), '}'), ','), ']}') AS concat_2
FROM (SELECT need_1.id, need_1.title
FROM need AS need_1
WHERE need_1.subdistrict_id = $1::UUID AND starts_with(coalesce(need_1.title_folded, need_1.title), (SELECT fold($2::VARCHAR) AS fold_1)) AND need_1.unit IS DISTINCT FROM $3::VARCHAR ORDER BY need_1.id DESC
 LIMIT $4::INTEGER) AS need_1
HAVING true)) AS concat_1

SELECT concat((SELECT concat('{"nodes":[', string_agg(concat('{"title":', json_scalar(need_1.title), '}'), ','), ']}') AS concat_2
FROM (SELECT need_1.id, need_1.title
FROM need AS need_1
WHERE need_1.subdistrict_id = $1::UUID AND need_1.title_key >= (SELECT sort_key($2::VARCHAR) AS sort_key_1) AND need_1.title_key < (SELECT sort_key($3::VARCHAR) AS sort_key_2) ORDER BY need_1.id DESC
 LIMIT $4::INTEGER) AS need_1
HAVING true)) AS concat_1

SELECT concat((SELECT concat('{"nodes":[', string_agg(concat('{"title":', json_scalar(need_1.title), ',"unit":', json_scalar(need_1.unit), '}'), ','), ']}') AS concat_2
FROM (SELECT need_1.id, need_1.title, need_1.unit
FROM need AS need_1
WHERE need_1.subdistrict_id = $1::UUID AND (need_1.unit IN (SELECT unnest($2::TEXT[]) AS unnest_1)) IS true ORDER BY need_1.id DESC
 LIMIT $3::INTEGER) AS need_1
HAVING true)) AS concat_1

SELECT concat(concat('{"totalCount":', (SELECT count(*) AS count_1
FROM need AS need_2
WHERE need_2.subdistrict_id = $1::UUID AND ((need_2.site IN (SELECT unnest($2::TEXT[]) AS unnest_1)) IS true) IS NOT true), '}')) AS concat_1
