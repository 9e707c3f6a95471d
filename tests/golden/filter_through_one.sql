SELECT concat((SELECT concat('{"nodes":[', string_agg(concat('{"title":', json_scalar(project_1.title), ',"grid":', coalesce((SELECT concat('{"community":', coalesce((SELECT concat('{"code":', json_scalar(community_3.code), '}') AS concat_4
FROM community AS community_3
WHERE community_3.subdistrict_id = grid_2.subdistrict_id AND community_3.id = grid_2.community_id), 'null'), '}') AS concat_3
FROM grid AS grid_2
WHERE grid_2.subdistrict_id = project_1.subdistrict_id AND grid_2.id = project_1.grid_id), 'null'), '}'), ','), ']}') AS concat_2
FROM (SELECT project_1.grid_id, project_1.id, project_1.subdistrict_id, project_1.title
FROM project AS project_1
WHERE (project_1.subdistrict_id IN (SELECT area_6.id
FROM subdistrict AS area_6
WHERE (area_6.code LIKE $1::VARCHAR || '%')) AND NOT project_1.restricted OR NOT project_1.restricted AND project_1.status IN ('PLANNED', 'APPROVED', 'RUNNING')) AND (EXISTS (SELECT 1
FROM grid AS grid_7
WHERE grid_7.subdistrict_id = project_1.subdistrict_id AND grid_7.id = project_1.grid_id AND (EXISTS (SELECT 1
FROM community AS community_9
WHERE community_9.subdistrict_id = grid_7.subdistrict_id AND community_9.id = grid_7.community_id AND starts_with(lower(community_9.code), (SELECT fold($2::VARCHAR) AS fold_1)))))) AND project_1.subdistrict_id = (SELECT subdistrict_11.id
FROM subdistrict AS subdistrict_11
WHERE subdistrict_11.code = $3::VARCHAR) ORDER BY project_1.id DESC
 LIMIT $4::INTEGER) AS project_1
HAVING true)) AS concat_1
