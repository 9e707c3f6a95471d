SELECT concat((SELECT concat('{"nodes":[', string_agg(concat('{"beneficiaries":', coalesce(CAST(need_1.beneficiaries AS TEXT), 'null'), ',"priority":"', need_1.priority, '","title":', json_scalar(need_1.title), '}'), ','), ']}') AS concat_2
FROM (SELECT need_1.beneficiaries, need_1.id, need_1.priority, need_1.title, need_1.title_key
FROM need AS need_1
WHERE need_1.subdistrict_id = $1::UUID ORDER BY need_1.beneficiaries DESC NULLS FIRST, array_position(ARRAY['LOW','NORMAL','HIGH','URGENT'], CAST(need_1.priority AS TEXT)) ASC, need_1.title_key ASC, need_1.id ASC
 LIMIT $2::INTEGER) AS need_1
HAVING true)) AS concat_1
