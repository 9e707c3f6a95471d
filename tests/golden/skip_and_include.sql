SELECT concat((SELECT concat('{"nodes":[', string_agg(concat('{"code":', json_scalar(community_1.code), ',"subdistrict":', coalesce((SELECT concat('{"name":', json_scalar(subdistrict_2.name), '}') AS concat_3
FROM subdistrict AS subdistrict_2
WHERE subdistrict_2.id = community_1.subdistrict_id), 'null'), '}'), ','), ']}') AS concat_2
FROM (SELECT community_1.code, community_1.id, community_1.subdistrict_id
FROM community AS community_1
WHERE community_1.subdistrict_id = (SELECT subdistrict_3.id
FROM subdistrict AS subdistrict_3
WHERE subdistrict_3.code = $1::VARCHAR) ORDER BY community_1.id ASC
 LIMIT $2::INTEGER) AS community_1
HAVING true)) AS concat_1
