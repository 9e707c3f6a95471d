SELECT concat((SELECT concat('{"nodes":[', string_agg(concat('{"title":', json_scalar(need_1.title), ',"description":', json_scalar(need_1.description), '}'), ','), ']}') AS concat_2
FROM (SELECT need_1.description, need_1.id, need_1.title
FROM need AS need_1
WHERE need_1.subdistrict_id = $1::UUID AND (starts_with(coalesce(need_1.title_folded, need_1.title), (SELECT fold($2::VARCHAR) AS fold_1)) OR starts_with(coalesce(need_1.title_folded, need_1.title), (SELECT fold($3::VARCHAR) AS fold_2))) ORDER BY need_1.id DESC
 LIMIT $4::INTEGER) AS need_1
HAVING true)) AS concat_1

SELECT coalesce((SELECT concat('{"name":', json_scalar(subdistrict_1.name), '}') AS concat_1
FROM subdistrict AS subdistrict_1
WHERE subdistrict_1.code = $1::VARCHAR), 'null') AS coalesce_1
