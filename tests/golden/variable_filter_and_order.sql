SELECT concat((SELECT concat('{"nodes":[', string_agg(concat('{"title":', json_scalar(resource_1.title), ',"partner":', coalesce((SELECT concat('{"name":', json_scalar(partner_unit_2.name), '}') AS concat_3
FROM partner_unit AS partner_unit_2
WHERE partner_unit_2.subdistrict_id = resource_1.subdistrict_id AND partner_unit_2.id = resource_1.partner_id AND partner_unit_2.subdistrict_id = $1::UUID AND ((partner_unit_2.status NOT IN ('APPLIED', 'REJECTED')) OR partner_unit_2.id = $2::UUID)), 'null'), ',"quantity":', CAST(resource_1.quantity AS TEXT), '}'), ','), ']}') AS concat_2
FROM (SELECT resource_1.id, resource_1.partner_id, resource_1.quantity, resource_1.subdistrict_id, resource_1.title, resource_1.title_key
FROM resource AS resource_1
WHERE resource_1.subdistrict_id = $1::UUID AND ((resource_1.status NOT IN ('DRAFT', 'WITHDRAWN', 'EXPIRED')) OR resource_1.partner_id = $2::UUID) AND ((EXISTS (SELECT 1
FROM partner_unit AS partner_unit_3
WHERE partner_unit_3.subdistrict_id = resource_1.subdistrict_id AND partner_unit_3.id = resource_1.partner_id AND partner_unit_3.subdistrict_id = $1::UUID AND ((partner_unit_3.status NOT IN ('APPLIED', 'REJECTED')) OR partner_unit_3.id = $2::UUID))) IS NOT true OR resource_1.quantity >= $3::INTEGER AND (EXISTS (SELECT 1
FROM partner_unit AS partner_unit_4
WHERE partner_unit_4.subdistrict_id = resource_1.subdistrict_id AND partner_unit_4.id = resource_1.partner_id AND partner_unit_4.subdistrict_id = $1::UUID AND ((partner_unit_4.status NOT IN ('APPLIED', 'REJECTED')) OR partner_unit_4.id = $2::UUID) AND strpos(coalesce(partner_unit_4.name_folded, partner_unit_4.name), (SELECT fold($4::VARCHAR) AS fold_1)) > 0))) ORDER BY resource_1.quantity DESC, resource_1.title_key ASC, resource_1.id ASC
 LIMIT $5::INTEGER) AS resource_1
HAVING true)) AS concat_1
