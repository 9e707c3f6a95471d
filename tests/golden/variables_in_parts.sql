SELECT concat((SELECT concat('{"nodes":[', string_agg(concat('{"category":"', need_1.category, '","quantity":', CAST(need_1.quantity AS TEXT), ',"status":"', need_1.status, '"}'), ','), ']}') AS concat_2
FROM (SELECT need_1.category, need_1.id, need_1.quantity, need_1.status
FROM subdistrict AS place_2 JOIN LATERAL (SELECT need_1.category, need_1.id, need_1.quantity, need_1.status
FROM need AS need_1
WHERE need_1.subdistrict_id = place_2.id AND need_1.status IN ('POSTED', 'PARTLY_CLAIMED') AND need_1.category = any($1::VARCHAR(32)[]) AND need_1.quantity <= $2::INTEGER AND true ORDER BY need_1.quantity DESC, need_1.id DESC
 LIMIT $3::INTEGER) AS need_1 ON true
WHERE true ORDER BY need_1.quantity DESC, need_1.id DESC
 LIMIT $3::INTEGER) AS need_1
HAVING true)) AS concat_1
