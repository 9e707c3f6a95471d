SELECT concat(concat('{"totalCount":', (SELECT count(*) AS count_1
FROM need AS need_2
WHERE need_2.subdistrict_id = $1::UUID AND need_2.site IS NULL), '}')) AS concat_1

SELECT concat(concat('{"totalCount":', (SELECT count(*) AS count_1
FROM need AS need_2
WHERE need_2.subdistrict_id = $1::UUID AND (need_2.site IS NULL) IS NOT true), '}')) AS concat_1

SELECT concat(concat('{"totalCount":', (SELECT count(*) AS count_1
FROM need AS need_2
WHERE need_2.subdistrict_id = $1::UUID AND need_2.site IS NULL), '}')) AS concat_1

SELECT concat(concat('{"totalCount":', (SELECT count(*) AS count_1
FROM need AS need_2
WHERE need_2.subdistrict_id = $1::UUID AND need_2.site IS NULL), '}')) AS concat_1

SELECT concat(concat('{"totalCount":', (SELECT count(*) AS count_1
FROM need AS need_2
WHERE need_2.subdistrict_id = $1::UUID AND (need_2.site IS NULL) IS NOT true), '}')) AS concat_1

SELECT concat(concat('{"totalCount":', (SELECT count(*) AS count_1
FROM need AS need_2
WHERE need_2.subdistrict_id = $1::UUID AND need_2.site IS DISTINCT FROM $2::VARCHAR), '}')) AS concat_1

SELECT concat(concat('{"totalCount":', (SELECT count(*) AS count_1
FROM need AS need_2
WHERE need_2.subdistrict_id = $1::UUID AND (EXISTS (SELECT 1
FROM partner_unit AS partner_unit_3
WHERE partner_unit_3.subdistrict_id = need_2.subdistrict_id AND partner_unit_3.id = need_2.partner_id AND partner_unit_3.subdistrict_id = $1::UUID)) IS NOT true), '}')) AS concat_1

SELECT concat(concat('{"totalCount":', (SELECT count(*) AS count_1
FROM need AS need_2
WHERE need_2.subdistrict_id = $1::UUID AND ((EXISTS (SELECT 1
FROM partner_unit AS partner_unit_3
WHERE partner_unit_3.subdistrict_id = need_2.subdistrict_id AND partner_unit_3.id = need_2.partner_id AND partner_unit_3.subdistrict_id = $1::UUID)) IS NOT true) IS NOT true), '}')) AS concat_1
