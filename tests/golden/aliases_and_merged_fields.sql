SELECT concat((SELECT concat('{"nodes":[', string_agg(concat('{"label":', json_scalar(community_1.name), ',"code":', json_scalar(community_1.name), '}'), ','), ']}') AS concat_2
FROM (SELECT community_1.id, community_1.name
FROM community AS community_1
WHERE community_1.subdistrict_id = (SELECT subdistrict_2.id
FROM subdistrict AS subdistrict_2
WHERE subdistrict_2.code = $1::VARCHAR) ORDER BY community_1.id ASC
 LIMIT $2::INTEGER) AS community_1
HAVING true)) AS concat_1

SELECT concat((SELECT concat('{"nodes":[', string_agg(concat('{"name":', json_scalar(community_1.name), ',"code":', json_scalar(community_1.code), ',"subdistrict":', coalesce((SELECT concat('{"name":', json_scalar(subdistrict_2.name), '}') AS concat_3
FROM subdistrict AS subdistrict_2
WHERE subdistrict_2.id = community_1.subdistrict_id), 'null'), '}'), ',' ORDER BY community_1.page_rank DESC) FILTER (WHERE community_1.page_rank <= $1::INTEGER), '],"totalCount":', (SELECT count(*) AS count_1
FROM community AS community_3
WHERE community_3.subdistrict_id = (SELECT subdistrict_4.id
FROM subdistrict AS subdistrict_4
WHERE subdistrict_4.code = $2::VARCHAR)), '}') AS concat_2
FROM (SELECT community_1.code, community_1.id, community_1.name, community_1.subdistrict_id, row_number() OVER () AS page_rank
FROM (SELECT community_1.code, community_1.id, community_1.name, community_1.subdistrict_id
FROM community AS community_1
WHERE community_1.subdistrict_id = (SELECT subdistrict_5.id
FROM subdistrict AS subdistrict_5
WHERE subdistrict_5.code = $2::VARCHAR) ORDER BY community_1.id DESC
 LIMIT $1::INTEGER + 1) AS community_1) AS community_1
HAVING true)) AS concat_1
