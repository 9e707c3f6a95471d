SELECT concat((SELECT concat('{"nodes":[', string_agg(concat('{"category":"', need_1.category, '","quantity":', CAST(need_1.quantity AS TEXT), ',"status":"', need_1.status, '"}'), ','), ']}') AS concat_2
FROM (SELECT need_1.category, need_1.id, need_1.quantity, need_1.status
FROM need AS need_1
WHERE (NOT need_1.restricted AND need_1.status IN ('POSTED', 'PARTLY_CLAIMED') OR NOT need_1.restricted AND need_1.status IN ('POSTED', 'PARTLY_CLAIMED')) AND need_1.subdistrict_id = (SELECT subdistrict_2.id
FROM subdistrict AS subdistrict_2
WHERE subdistrict_2.code = $1::VARCHAR) AND need_1.category = any($2::VARCHAR(32)[]) AND need_1.quantity <= $3::INTEGER AND true ORDER BY need_1.quantity DESC, need_1.id DESC
 LIMIT $4::INTEGER) AS need_1
HAVING true)) AS concat_1
