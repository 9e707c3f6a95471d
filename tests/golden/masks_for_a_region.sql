SELECT concat((SELECT concat('{"nodes":[', string_agg(concat('{"title":', json_scalar(need_1.title), ',"contactName":', CASE WHEN false THEN concat(coalesce(CAST(json_scalar(need_1.contact_name) AS TEXT), 'null')) ELSE 'null' END, ',"contactPhone":', CASE WHEN false THEN concat(coalesce(CAST(json_scalar(need_1.contact_phone) AS TEXT), 'null')) ELSE 'null' END, '}'), ','), ']}') AS concat_2
FROM (SELECT need_1.contact_name, need_1.contact_phone, need_1.id, need_1.title
FROM subdistrict AS place_2 JOIN LATERAL (SELECT need_1.contact_name, need_1.contact_phone, need_1.id, need_1.title
FROM need AS need_1
WHERE need_1.subdistrict_id = place_2.id AND NOT need_1.restricted AND need_1.quantity >= $1::INTEGER ORDER BY need_1.id DESC
 LIMIT $2::INTEGER) AS need_1 ON true
WHERE (place_2.code LIKE $3::VARCHAR || '%') ORDER BY need_1.id DESC
 LIMIT $2::INTEGER) AS need_1
HAVING true)) AS concat_1

SELECT concat((SELECT concat('{"nodes":[', string_agg(concat('{"name":', json_scalar(partner_unit_1.name), ',"liaisonName":', CASE WHEN (EXISTS (SELECT 1
FROM claim AS shared_2
WHERE shared_2.subdistrict_id = partner_unit_1.subdistrict_id AND false)) THEN concat(coalesce(CAST(json_scalar(partner_unit_1.liaison_name) AS TEXT), 'null')) ELSE 'null' END, ',"liaisonPhone":', CASE WHEN (EXISTS (SELECT 1
FROM claim AS shared_3
WHERE shared_3.subdistrict_id = partner_unit_1.subdistrict_id AND false)) THEN concat(coalesce(CAST(json_scalar(partner_unit_1.liaison_phone) AS TEXT), 'null')) ELSE 'null' END, '}'), ','), ']}') AS concat_2
FROM (SELECT partner_unit_1.id, partner_unit_1.liaison_name, partner_unit_1.liaison_phone, partner_unit_1.name, partner_unit_1.subdistrict_id
FROM subdistrict AS place_4 JOIN LATERAL (SELECT partner_unit_1.id, partner_unit_1.liaison_name, partner_unit_1.liaison_phone, partner_unit_1.name, partner_unit_1.subdistrict_id
FROM partner_unit AS partner_unit_1
WHERE partner_unit_1.subdistrict_id = place_4.id ORDER BY partner_unit_1.id DESC
 LIMIT $1::INTEGER) AS partner_unit_1 ON true
WHERE (place_4.code LIKE $2::VARCHAR || '%') ORDER BY partner_unit_1.id DESC
 LIMIT $1::INTEGER) AS partner_unit_1
HAVING true)) AS concat_1

SELECT concat((SELECT concat('{"nodes":[', string_agg(concat('{"displayName":', json_scalar(account_1.display_name), ',"login":', CASE WHEN (account_1.id = $1::UUID) THEN concat(json_scalar(account_1.login)) ELSE 'null' END, '}'), ','), ']}') AS concat_2
FROM (SELECT account_1.display_name, account_1.id, account_1.login
FROM account AS account_1
WHERE account_1.subdistrict_id IN (SELECT area_2.id
FROM subdistrict AS area_2
WHERE (area_2.code LIKE $2::VARCHAR || '%')) OR account_1.id = $1::UUID ORDER BY account_1.id ASC
 LIMIT $3::INTEGER) AS account_1
HAVING true)) AS concat_1

SELECT coalesce((SELECT concat('{"login":', CASE WHEN (account_1.id = $1::UUID) THEN concat(json_scalar(account_1.login)) ELSE 'null' END, '}') AS concat_1
FROM account AS account_1
WHERE account_1.id = $1::UUID AND (account_1.subdistrict_id IN (SELECT area_2.id
FROM subdistrict AS area_2
WHERE (area_2.code LIKE $2::VARCHAR || '%')) OR account_1.id = $1::UUID)), 'null') AS coalesce_1
