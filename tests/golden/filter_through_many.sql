SELECT concat((SELECT concat('{"nodes":[', string_agg(concat('{"title":', json_scalar(need_1.title), '}'), ','), ']}') AS concat_2
FROM (SELECT need_1.id, need_1.title
FROM need AS need_1
WHERE need_1.subdistrict_id = $1::UUID AND (NOT need_1.restricted OR need_1.branch_id = $2::UUID OR (EXISTS (SELECT 1
FROM topic AS origin_2
WHERE origin_2.subdistrict_id = need_1.subdistrict_id AND origin_2.id = need_1.topic_id AND origin_2.reporter_id = $3::UUID))) AND ((need_1.status NOT IN ('DRAFT', 'WITHDRAWN', 'EXPIRED')) OR need_1.branch_id = $2::UUID) AND (EXISTS (SELECT 1
FROM claim AS claim_3
WHERE claim_3.subdistrict_id = need_1.subdistrict_id AND claim_3.need_id = need_1.id AND claim_3.subdistrict_id = $1::UUID AND claim_3.branch_id = $2::UUID AND (EXISTS (SELECT 1
FROM partner_unit AS partner_unit_4
WHERE partner_unit_4.subdistrict_id = claim_3.subdistrict_id AND partner_unit_4.id = claim_3.partner_id AND partner_unit_4.subdistrict_id = $1::UUID AND (partner_unit_4.status NOT IN ('APPLIED', 'REJECTED')) AND partner_unit_4.kind = $4)))) ORDER BY need_1.id DESC
 LIMIT $5::INTEGER) AS need_1
HAVING true)) AS concat_1

SELECT concat((SELECT concat('{"nodes":[', string_agg(concat('{"title":', json_scalar(need_1.title), '}'), ','), ']}') AS concat_2
FROM (SELECT need_1.id, need_1.title
FROM need AS need_1
WHERE need_1.subdistrict_id = $1::UUID AND (NOT need_1.restricted OR need_1.branch_id = $2::UUID OR (EXISTS (SELECT 1
FROM topic AS origin_2
WHERE origin_2.subdistrict_id = need_1.subdistrict_id AND origin_2.id = need_1.topic_id AND origin_2.reporter_id = $3::UUID))) AND ((need_1.status NOT IN ('DRAFT', 'WITHDRAWN', 'EXPIRED')) OR need_1.branch_id = $2::UUID) AND (EXISTS (SELECT 1
FROM need_line AS need_line_3
WHERE need_line_3.subdistrict_id = need_1.subdistrict_id AND need_line_3.need_id = need_1.id AND need_line_3.subdistrict_id = $1::UUID AND (EXISTS (SELECT 1
FROM project AS seen_4
WHERE seen_4.subdistrict_id = need_line_3.subdistrict_id AND seen_4.id = need_line_3.project_id AND seen_4.subdistrict_id = $1::UUID AND (NOT seen_4.restricted OR seen_4.branch_id = $2::UUID OR (EXISTS (SELECT 1
FROM need_line AS answer_5
WHERE answer_5.subdistrict_id = seen_4.subdistrict_id AND answer_5.project_id = seen_4.id AND (EXISTS (SELECT 1
FROM need AS handled_6
WHERE handled_6.subdistrict_id = answer_5.subdistrict_id AND handled_6.id = answer_5.need_id AND handled_6.restricted AND (handled_6.branch_id = $2::UUID OR (EXISTS (SELECT 1
FROM topic AS origin_7
WHERE origin_7.subdistrict_id = handled_6.subdistrict_id AND origin_7.id = handled_6.topic_id AND origin_7.reporter_id = $3::UUID)))))))))) AND (EXISTS (SELECT 1
FROM need AS asked_8
WHERE asked_8.subdistrict_id = need_line_3.subdistrict_id AND asked_8.id = need_line_3.need_id AND (NOT asked_8.restricted OR asked_8.branch_id = $2::UUID OR (EXISTS (SELECT 1
FROM topic AS origin_9
WHERE origin_9.subdistrict_id = asked_8.subdistrict_id AND origin_9.id = asked_8.topic_id AND origin_9.reporter_id = $3::UUID))))) AND (EXISTS (SELECT 1
FROM project AS project_10
WHERE project_10.subdistrict_id = need_line_3.subdistrict_id AND project_10.id = need_line_3.project_id AND project_10.subdistrict_id = $1::UUID AND (NOT project_10.restricted OR project_10.branch_id = $2::UUID OR (EXISTS (SELECT 1
FROM need_line AS answer_11
WHERE answer_11.subdistrict_id = project_10.subdistrict_id AND answer_11.project_id = project_10.id AND (EXISTS (SELECT 1
FROM need AS handled_12
WHERE handled_12.subdistrict_id = answer_11.subdistrict_id AND handled_12.id = answer_11.need_id AND handled_12.restricted AND (handled_12.branch_id = $2::UUID OR (EXISTS (SELECT 1
FROM topic AS origin_13
WHERE origin_13.subdistrict_id = handled_12.subdistrict_id AND origin_13.id = handled_12.topic_id AND origin_13.reporter_id = $3::UUID)))))))) AND project_10.status = $4)))) IS NOT true AND need_1.status = $5 ORDER BY need_1.id DESC
 LIMIT $6::INTEGER) AS need_1
HAVING true)) AS concat_1

SELECT concat((SELECT concat('{"nodes":[', string_agg(concat('{"title":', json_scalar(project_1.title), '}'), ','), ']}') AS concat_2
FROM (SELECT project_1.id, project_1.title
FROM project AS project_1
WHERE project_1.subdistrict_id = $1::UUID AND (NOT project_1.restricted OR project_1.branch_id = $2::UUID OR (EXISTS (SELECT 1
FROM need_line AS answer_2
WHERE answer_2.subdistrict_id = project_1.subdistrict_id AND answer_2.project_id = project_1.id AND (EXISTS (SELECT 1
FROM need AS handled_3
WHERE handled_3.subdistrict_id = answer_2.subdistrict_id AND handled_3.id = answer_2.need_id AND handled_3.restricted AND (handled_3.branch_id = $2::UUID OR (EXISTS (SELECT 1
FROM topic AS origin_4
WHERE origin_4.subdistrict_id = handled_3.subdistrict_id AND origin_4.id = handled_3.topic_id AND origin_4.reporter_id = $3::UUID)))))))) AND (EXISTS (SELECT 1
FROM claim AS claim_5
WHERE claim_5.subdistrict_id = project_1.subdistrict_id AND claim_5.project_id = project_1.id AND claim_5.subdistrict_id = $1::UUID AND claim_5.branch_id = $2::UUID)) AND (EXISTS (SELECT 1
FROM claim AS claim_6
WHERE claim_6.subdistrict_id = project_1.subdistrict_id AND claim_6.project_id = project_1.id AND claim_6.subdistrict_id = $1::UUID AND claim_6.branch_id = $2::UUID AND (claim_6.status IS DISTINCT FROM $4) IS NOT true)) IS NOT true ORDER BY project_1.id DESC
 LIMIT $5::INTEGER) AS project_1
HAVING true)) AS concat_1
