SELECT concat((SELECT concat('{"edges":[', string_agg(concat('{"cursor":"', translate(encode(convert_to(CAST(json_build_array('Need:title-,id-', CAST(need_1.title_key AS TEXT), CAST(need_1.id AS TEXT)) AS TEXT), 'UTF8'), 'base64'), E'\n', ''), '","node":{"title":', json_scalar(need_1.title), '}}'), ',' ORDER BY need_1.page_rank DESC) FILTER (WHERE need_1.page_rank <= $1::INTEGER), '],"pageInfo":{"hasNextPage":', CAST(EXISTS (SELECT 1
FROM need AS need_2
WHERE need_2.subdistrict_id = $2::UUID AND ((need_2.title_key, need_2.id) > ($3::VARCHAR, $4::UUID)) IS NOT true) AS TEXT), ',"hasPreviousPage":', CAST(count(*) > $1::INTEGER AS TEXT), ',"startCursor":', coalesce((array_agg(concat('"', translate(encode(convert_to(CAST(json_build_array('Need:title-,id-', CAST(need_1.title_key AS TEXT), CAST(need_1.id AS TEXT)) AS TEXT), 'UTF8'), 'base64'), E'\n', ''), '"') ORDER BY need_1.page_rank DESC) FILTER (WHERE need_1.page_rank <= $1::INTEGER))[1], 'null'), ',"endCursor":', coalesce((array_agg(concat('"', translate(encode(convert_to(CAST(json_build_array('Need:title-,id-', CAST(need_1.title_key AS TEXT), CAST(need_1.id AS TEXT)) AS TEXT), 'UTF8'), 'base64'), E'\n', ''), '"') ORDER BY need_1.page_rank ASC) FILTER (WHERE need_1.page_rank <= $1::INTEGER))[1], 'null'), '}}') AS concat_2
FROM (SELECT need_1.id, need_1.title, need_1.title_key, row_number() OVER () AS page_rank
FROM (SELECT need_1.id, need_1.title, need_1.title_key
FROM need AS need_1
WHERE need_1.subdistrict_id = $2::UUID AND (need_1.title_key, need_1.id) > ($3::VARCHAR, $4::UUID) ORDER BY need_1.title_key ASC, need_1.id ASC
 LIMIT $1::INTEGER + 1) AS need_1) AS need_1
HAVING true)) AS concat_1
