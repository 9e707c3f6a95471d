SELECT concat((SELECT concat('{"totalCount":', (SELECT count(*) AS count_1
FROM need AS need_2
WHERE need_2.subdistrict_id = $1::UUID AND ((need_2.status NOT IN ('DRAFT', 'WITHDRAWN', 'EXPIRED')) OR need_2.partner_id = $2::UUID)), ',"nodes":[', string_agg(concat('{"title":', json_scalar(need_1.title), ',"status":"', need_1.status, '"}'), ','), ']}') AS concat_2
FROM (SELECT need_1.id, need_1.status, need_1.title
FROM need AS need_1
WHERE need_1.subdistrict_id = $1::UUID AND ((need_1.status NOT IN ('DRAFT', 'WITHDRAWN', 'EXPIRED')) OR need_1.partner_id = $2::UUID) ORDER BY need_1.id DESC
 LIMIT $3::INTEGER) AS need_1
HAVING true)) AS concat_1

SELECT concat((SELECT concat('{"nodes":[', string_agg(concat('{"title":', json_scalar(resource_1.title), ',"status":"', resource_1.status, '"}'), ','), ']}') AS concat_2
FROM (SELECT resource_1.id, resource_1.status, resource_1.title
FROM resource AS resource_1
WHERE resource_1.subdistrict_id = $1::UUID AND ((resource_1.status NOT IN ('DRAFT', 'WITHDRAWN', 'EXPIRED')) OR resource_1.partner_id = $2::UUID) ORDER BY resource_1.id DESC
 LIMIT $3::INTEGER) AS resource_1
HAVING true)) AS concat_1

SELECT concat((SELECT concat('{"nodes":[', string_agg(concat('{"name":', json_scalar(partner_unit_1.name), ',"status":"', partner_unit_1.status, '"}'), ','), ']}') AS concat_2
FROM (SELECT partner_unit_1.id, partner_unit_1.name, partner_unit_1.status
FROM partner_unit AS partner_unit_1
WHERE partner_unit_1.subdistrict_id = $1::UUID AND ((partner_unit_1.status NOT IN ('APPLIED', 'REJECTED')) OR partner_unit_1.id = $2::UUID) ORDER BY partner_unit_1.id DESC
 LIMIT $3::INTEGER) AS partner_unit_1
HAVING true)) AS concat_1

SELECT concat((SELECT concat('{"nodes":[', string_agg(concat('{"status":"', claim_1.status, '","partner":', coalesce((SELECT concat('{"name":', json_scalar(partner_unit_2.name), '}') AS concat_3
FROM partner_unit AS partner_unit_2
WHERE partner_unit_2.subdistrict_id = claim_1.subdistrict_id AND partner_unit_2.id = claim_1.partner_id AND partner_unit_2.subdistrict_id = $1::UUID AND ((partner_unit_2.status NOT IN ('APPLIED', 'REJECTED')) OR partner_unit_2.id = $2::UUID)), 'null'), '}'), ','), ']}') AS concat_2
FROM (SELECT claim_1.id, claim_1.partner_id, claim_1.status, claim_1.subdistrict_id
FROM claim AS claim_1
WHERE claim_1.subdistrict_id = $1::UUID AND claim_1.partner_id = $2::UUID ORDER BY claim_1.id DESC
 LIMIT $3::INTEGER) AS claim_1
HAVING true)) AS concat_1

SELECT concat(concat('{"totalCount":', (SELECT count(*) AS count_1
FROM transition AS transition_2
WHERE transition_2.subdistrict_id = $1::UUID AND (transition_2.subject_type = 'NEED' AND (EXISTS (SELECT 1
FROM need AS seen_3
WHERE seen_3.subdistrict_id = transition_2.subdistrict_id AND seen_3.id = transition_2.subject_id AND seen_3.subdistrict_id = $1::UUID AND ((seen_3.status NOT IN ('DRAFT', 'WITHDRAWN', 'EXPIRED')) OR seen_3.partner_id = $2::UUID))) OR transition_2.subject_type = 'RESOURCE' AND (EXISTS (SELECT 1
FROM resource AS seen_4
WHERE seen_4.subdistrict_id = transition_2.subdistrict_id AND seen_4.id = transition_2.subject_id AND seen_4.subdistrict_id = $1::UUID AND ((seen_4.status NOT IN ('DRAFT', 'WITHDRAWN', 'EXPIRED')) OR seen_4.partner_id = $2::UUID))) OR transition_2.subject_type = 'PROJECT' AND (EXISTS (SELECT 1
FROM project AS seen_5
WHERE seen_5.subdistrict_id = transition_2.subdistrict_id AND seen_5.id = transition_2.subject_id AND seen_5.subdistrict_id = $1::UUID)) OR transition_2.subject_type = 'CLAIM' AND (EXISTS (SELECT 1
FROM claim AS seen_6
WHERE seen_6.subdistrict_id = transition_2.subdistrict_id AND seen_6.id = transition_2.subject_id AND seen_6.subdistrict_id = $1::UUID AND seen_6.partner_id = $2::UUID)) OR transition_2.subject_type = 'PARTNER_UNIT' AND (EXISTS (SELECT 1
FROM partner_unit AS seen_7
WHERE seen_7.subdistrict_id = transition_2.subdistrict_id AND seen_7.id = transition_2.subject_id AND seen_7.subdistrict_id = $1::UUID AND ((seen_7.status NOT IN ('APPLIED', 'REJECTED')) OR seen_7.id = $2::UUID))))), ',"groups":[', (SELECT string_agg(concat('{"key":{"subjectType":"', transition_8_group.subject_type, '"},"count":', transition_8_group.total_0, '}'), ',') AS string_agg_1
FROM (SELECT transition_8.subject_type AS subject_type, concat(CAST(count(*) AS TEXT)) AS total_0
FROM transition AS transition_8
WHERE transition_8.subdistrict_id = $1::UUID AND (transition_8.subject_type = 'NEED' AND (EXISTS (SELECT 1
FROM need AS seen_9
WHERE seen_9.subdistrict_id = transition_8.subdistrict_id AND seen_9.id = transition_8.subject_id AND seen_9.subdistrict_id = $1::UUID AND ((seen_9.status NOT IN ('DRAFT', 'WITHDRAWN', 'EXPIRED')) OR seen_9.partner_id = $2::UUID))) OR transition_8.subject_type = 'RESOURCE' AND (EXISTS (SELECT 1
FROM resource AS seen_10
WHERE seen_10.subdistrict_id = transition_8.subdistrict_id AND seen_10.id = transition_8.subject_id AND seen_10.subdistrict_id = $1::UUID AND ((seen_10.status NOT IN ('DRAFT', 'WITHDRAWN', 'EXPIRED')) OR seen_10.partner_id = $2::UUID))) OR transition_8.subject_type = 'PROJECT' AND (EXISTS (SELECT 1
FROM project AS seen_11
WHERE seen_11.subdistrict_id = transition_8.subdistrict_id AND seen_11.id = transition_8.subject_id AND seen_11.subdistrict_id = $1::UUID)) OR transition_8.subject_type = 'CLAIM' AND (EXISTS (SELECT 1
FROM claim AS seen_12
WHERE seen_12.subdistrict_id = transition_8.subdistrict_id AND seen_12.id = transition_8.subject_id AND seen_12.subdistrict_id = $1::UUID AND seen_12.partner_id = $2::UUID)) OR transition_8.subject_type = 'PARTNER_UNIT' AND (EXISTS (SELECT 1
FROM partner_unit AS seen_13
WHERE seen_13.subdistrict_id = transition_8.subdistrict_id AND seen_13.id = transition_8.subject_id AND seen_13.subdistrict_id = $1::UUID AND ((seen_13.status NOT IN ('APPLIED', 'REJECTED')) OR seen_13.id = $2::UUID)))) GROUP BY 1 ORDER BY count(*) DESC, 1
 LIMIT $3::INTEGER) AS transition_8_group), ']}')) AS concat_1
