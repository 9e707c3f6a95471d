SELECT concat((SELECT concat('{"nodes":[', string_agg(concat('{"quantity":', CAST(need_1.quantity AS TEXT), ',"status":"', need_1.status, '"}'), ','), ']}') AS concat_2
FROM (SELECT need_1.id, need_1.quantity, need_1.status
FROM need AS need_1
WHERE need_1.subdistrict_id = $1::UUID AND need_1.quantity > $2::INTEGER AND need_1.quantity < $3::INTEGER AND need_1.status IS DISTINCT FROM $4 ORDER BY need_1.id DESC
 LIMIT $5::INTEGER) AS need_1
HAVING true)) AS concat_1

SELECT concat((SELECT concat('{"nodes":[', string_agg(concat('{"category":"', need_1.category, '","quantity":', CAST(need_1.quantity AS TEXT), '}'), ','), ']}') AS concat_2
FROM (SELECT need_1.category, need_1.id, need_1.quantity
FROM need AS need_1
WHERE need_1.subdistrict_id = $1::UUID AND (need_1.category = $2 OR need_1.category = $3 AND need_1.quantity = $4::INTEGER) ORDER BY need_1.id DESC
 LIMIT $5::INTEGER) AS need_1
HAVING true)) AS concat_1

SELECT concat((SELECT concat('{"nodes":[', string_agg(concat('{"site":', coalesce(CAST(json_scalar(need_1.site) AS TEXT), 'null'), ',"beneficiaries":', coalesce(CAST(need_1.beneficiaries AS TEXT), 'null'), '}'), ','), ']}') AS concat_2
FROM (SELECT need_1.beneficiaries, need_1.id, need_1.site
FROM need AS need_1
WHERE need_1.subdistrict_id = $1::UUID AND (need_1.site IS NULL OR need_1.beneficiaries > $2::INTEGER) IS NOT true ORDER BY need_1.id DESC
 LIMIT $3::INTEGER) AS need_1
HAVING true)) AS concat_1

SELECT concat(concat('{"totalCount":', (SELECT count(*) AS count_1
FROM need AS need_2
WHERE need_2.subdistrict_id = $1::UUID), '}')) AS concat_1

SELECT concat(concat('{"totalCount":', (SELECT count(*) AS count_1
FROM need AS need_2
WHERE need_2.subdistrict_id = $1::UUID AND false), '}')) AS concat_1
