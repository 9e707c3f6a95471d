SELECT concat((SELECT concat('{"__typename":"NeedConnection","totalCount":', (SELECT count(*) AS count_1
FROM need AS need_2
WHERE need_2.subdistrict_id = $1::UUID AND (NOT need_2.restricted OR need_2.branch_id = $2::UUID OR (EXISTS (SELECT 1
FROM topic AS origin_3
WHERE origin_3.subdistrict_id = need_2.subdistrict_id AND origin_3.id = need_2.topic_id AND origin_3.reporter_id = $3::UUID))) AND ((need_2.status NOT IN ('DRAFT', 'WITHDRAWN', 'EXPIRED')) OR need_2.branch_id = $2::UUID)), ',"pageInfo":{"__typename":"PageInfo","hasNextPage":', CAST(count(*) > $4::INTEGER AS TEXT), ',"hasPreviousPage":false,"startCursor":', coalesce((array_agg(concat('"', translate(encode(convert_to(CAST(json_build_array('Need:id-', CAST(need_1.id AS TEXT)) AS TEXT), 'UTF8'), 'base64'), E'\n', ''), '"') ORDER BY need_1.page_rank ASC) FILTER (WHERE need_1.page_rank <= $4::INTEGER))[1], 'null'), ',"endCursor":', coalesce((array_agg(concat('"', translate(encode(convert_to(CAST(json_build_array('Need:id-', CAST(need_1.id AS TEXT)) AS TEXT), 'UTF8'), 'base64'), E'\n', ''), '"') ORDER BY need_1.page_rank DESC) FILTER (WHERE need_1.page_rank <= $4::INTEGER))[1], 'null'), '},"edges":[', string_agg(concat('{"__typename":"NeedEdge","cursor":"', translate(encode(convert_to(CAST(json_build_array('Need:id-', CAST(need_1.id AS TEXT)) AS TEXT), 'UTF8'), 'base64'), E'\n', ''), '","node":{"__typename":"Need","id":"', encode('\x09'::bytea || uuid_send(need_1.subdistrict_id) || uuid_send(need_1.id), 'base64'), '","title":', json_scalar(need_1.title), ',"branch":', coalesce((SELECT concat('{"__typename":"PartyBranch","name":', json_scalar(party_branch_4.name), '}') AS concat_3
FROM party_branch AS party_branch_4
WHERE party_branch_4.subdistrict_id = need_1.subdistrict_id AND party_branch_4.id = need_1.branch_id AND party_branch_4.subdistrict_id = $1::UUID), 'null'), '}}'), ',') FILTER (WHERE need_1.page_rank <= $4::INTEGER), '],"nodes":[', string_agg(concat('{"status":"', need_1.status, '","remaining":', CAST(need_1.quantity - need_1.claimed AS TEXT), '}'), ',') FILTER (WHERE need_1.page_rank <= $4::INTEGER), ']}') AS concat_2
FROM (SELECT need_1.branch_id, need_1.claimed, need_1.id, need_1.quantity, need_1.status, need_1.subdistrict_id, need_1.title, row_number() OVER () AS page_rank
FROM (SELECT need_1.branch_id, need_1.claimed, need_1.id, need_1.quantity, need_1.status, need_1.subdistrict_id, need_1.title
FROM need AS need_1
WHERE need_1.subdistrict_id = $1::UUID AND (NOT need_1.restricted OR need_1.branch_id = $2::UUID OR (EXISTS (SELECT 1
FROM topic AS origin_5
WHERE origin_5.subdistrict_id = need_1.subdistrict_id AND origin_5.id = need_1.topic_id AND origin_5.reporter_id = $3::UUID))) AND ((need_1.status NOT IN ('DRAFT', 'WITHDRAWN', 'EXPIRED')) OR need_1.branch_id = $2::UUID) ORDER BY need_1.id DESC
 LIMIT $4::INTEGER + 1) AS need_1) AS need_1
HAVING true)) AS concat_1
