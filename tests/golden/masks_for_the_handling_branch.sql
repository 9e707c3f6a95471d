SELECT concat((SELECT concat('{"nodes":[', string_agg(concat('{"title":', json_scalar(need_1.title), ',"contactName":', CASE WHEN (need_1.branch_id = $1::UUID) THEN concat(coalesce(CAST(json_scalar(need_1.contact_name) AS TEXT), 'null')) ELSE 'null' END, ',"contactPhone":', CASE WHEN (need_1.branch_id = $1::UUID) THEN concat(coalesce(CAST(json_scalar(need_1.contact_phone) AS TEXT), 'null')) ELSE 'null' END, '}'), ','), ']}') AS concat_2
FROM (SELECT need_1.branch_id, need_1.contact_name, need_1.contact_phone, need_1.id, need_1.title
FROM need AS need_1
WHERE need_1.subdistrict_id = $2::UUID AND (NOT need_1.restricted OR need_1.branch_id = $1::UUID OR (EXISTS (SELECT 1
FROM topic AS origin_2
WHERE origin_2.subdistrict_id = need_1.subdistrict_id AND origin_2.id = need_1.topic_id AND origin_2.reporter_id = $3::UUID))) AND ((need_1.status NOT IN ('DRAFT', 'WITHDRAWN', 'EXPIRED')) OR need_1.branch_id = $1::UUID) AND need_1.quantity >= $4::INTEGER ORDER BY need_1.id DESC
 LIMIT $5::INTEGER) AS need_1
HAVING true)) AS concat_1

SELECT concat((SELECT concat('{"nodes":[', string_agg(concat('{"name":', json_scalar(partner_unit_1.name), ',"liaisonName":', CASE WHEN (EXISTS (SELECT 1
FROM claim AS shared_2
WHERE shared_2.subdistrict_id = partner_unit_1.subdistrict_id AND shared_2.partner_id = partner_unit_1.id AND shared_2.partner_consent_at IS NOT NULL AND shared_2.branch_id = $1::UUID)) THEN concat(coalesce(CAST(json_scalar(partner_unit_1.liaison_name) AS TEXT), 'null')) ELSE 'null' END, ',"liaisonPhone":', CASE WHEN (EXISTS (SELECT 1
FROM claim AS shared_3
WHERE shared_3.subdistrict_id = partner_unit_1.subdistrict_id AND shared_3.partner_id = partner_unit_1.id AND shared_3.partner_consent_at IS NOT NULL AND shared_3.branch_id = $1::UUID)) THEN concat(coalesce(CAST(json_scalar(partner_unit_1.liaison_phone) AS TEXT), 'null')) ELSE 'null' END, '}'), ','), ']}') AS concat_2
FROM (SELECT partner_unit_1.id, partner_unit_1.liaison_name, partner_unit_1.liaison_phone, partner_unit_1.name, partner_unit_1.subdistrict_id
FROM partner_unit AS partner_unit_1
WHERE partner_unit_1.subdistrict_id = $2::UUID AND (partner_unit_1.status NOT IN ('APPLIED', 'REJECTED')) ORDER BY partner_unit_1.id DESC
 LIMIT $3::INTEGER) AS partner_unit_1
HAVING true)) AS concat_1

SELECT concat((SELECT concat('{"nodes":[', string_agg(concat('{"displayName":', json_scalar(account_1.display_name), ',"login":', CASE WHEN (account_1.id = $1::UUID) THEN concat(json_scalar(account_1.login)) ELSE 'null' END, '}'), ','), ']}') AS concat_2
FROM (SELECT account_1.display_name, account_1.id, account_1.login
FROM account AS account_1
WHERE (account_1.subdistrict_id = $2::UUID AND (account_1.role != 'RESIDENT' OR account_1.id = $1::UUID) OR account_1.id = $1::UUID) AND account_1.role = any($3::VARCHAR(32)[]) ORDER BY account_1.id ASC
 LIMIT $4::INTEGER) AS account_1
HAVING true)) AS concat_1
