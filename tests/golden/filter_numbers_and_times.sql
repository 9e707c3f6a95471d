SELECT concat((SELECT concat('{"nodes":[', string_agg(concat('{"quantity":', CAST(need_1.quantity AS TEXT), '}'), ','), ']}') AS concat_2
FROM (SELECT need_1.id, need_1.quantity
FROM need AS need_1
WHERE need_1.subdistrict_id = $1::UUID AND need_1.quantity > $2::INTEGER AND need_1.quantity <= $3::INTEGER ORDER BY need_1.id DESC
 LIMIT $4::INTEGER) AS need_1
HAVING true)) AS concat_1

SELECT concat((SELECT concat('{"nodes":[', string_agg(concat('{"remaining":', CAST(need_1.quantity - need_1.claimed AS TEXT), '}'), ','), ']}') AS concat_2
FROM (SELECT need_1.claimed, need_1.id, need_1.quantity
FROM need AS need_1
WHERE need_1.subdistrict_id = $1::UUID AND need_1.quantity - need_1.claimed < $2::INTEGER ORDER BY need_1.id DESC
 LIMIT $3::INTEGER) AS need_1
HAVING true)) AS concat_1

SELECT concat((SELECT concat('{"nodes":[', string_agg(concat('{"budget":', coalesce('"' || CAST(project_1.budget AS TEXT) || '"', 'null'), '}'), ','), ']}') AS concat_2
FROM (SELECT project_1.budget, project_1.id
FROM project AS project_1
WHERE project_1.subdistrict_id = $1::UUID AND project_1.budget >= $2::NUMERIC AND project_1.budget < $3::NUMERIC ORDER BY project_1.id DESC
 LIMIT $4::INTEGER) AS project_1
HAVING true)) AS concat_1

SELECT concat((SELECT concat('{"nodes":[', string_agg(concat('{"budget":', coalesce('"' || CAST(project_1.budget AS TEXT) || '"', 'null'), '}'), ','), ']}') AS concat_2
FROM (SELECT project_1.budget, project_1.id
FROM project AS project_1
WHERE project_1.subdistrict_id = $1::UUID AND (project_1.budget IN (SELECT unnest($2::NUMERIC[]) AS unnest_1)) IS true ORDER BY project_1.id DESC
 LIMIT $3::INTEGER) AS project_1
HAVING true)) AS concat_1

SELECT concat((SELECT concat('{"nodes":[', string_agg(concat('{"latitude":', coalesce(CAST(json_scalar(grid_1.latitude) AS TEXT), 'null'), ',"longitude":', coalesce(CAST(json_scalar(grid_1.longitude) AS TEXT), 'null'), '}'), ','), ']}') AS concat_2
FROM (SELECT grid_1.id, grid_1.latitude, grid_1.longitude
FROM grid AS grid_1
WHERE grid_1.subdistrict_id = $1::UUID AND (grid_1.latitude IN (SELECT unnest($2::DOUBLE PRECISION[]) AS unnest_1)) IS true ORDER BY grid_1.id ASC
 LIMIT $3::INTEGER) AS grid_1
HAVING true)) AS concat_1

SELECT concat((SELECT concat('{"nodes":[', string_agg(concat('{"title":', json_scalar(resource_1.title), ',"exclusive":', CAST(resource_1.exclusive AS TEXT), '}'), ','), ']}') AS concat_2
FROM (SELECT resource_1.exclusive, resource_1.id, resource_1.title
FROM resource AS resource_1
WHERE resource_1.subdistrict_id = $1::UUID AND resource_1.exclusive = $2::BOOLEAN ORDER BY resource_1.id DESC
 LIMIT $3::INTEGER) AS resource_1
HAVING true)) AS concat_1

SELECT concat((SELECT concat('{"nodes":[', string_agg(concat('{"priority":"', need_1.priority, '","status":"', need_1.status, '"}'), ','), ']}') AS concat_2
FROM (SELECT need_1.id, need_1.priority, need_1.status
FROM need AS need_1
WHERE need_1.subdistrict_id = $1::UUID AND need_1.priority = any($2::VARCHAR(32)[]) AND need_1.status IS DISTINCT FROM $3 ORDER BY need_1.id DESC
 LIMIT $4::INTEGER) AS need_1
HAVING true)) AS concat_1

SELECT concat((SELECT concat('{"nodes":[', string_agg(concat('{"neededBy":', coalesce(CAST(json_scalar(need_1.needed_by) AS TEXT), 'null'), '}'), ','), ']}') AS concat_2
FROM (SELECT need_1.id, need_1.needed_by
FROM need AS need_1
WHERE need_1.subdistrict_id = $1::UUID AND need_1.needed_by >= CAST($2::VARCHAR AS DATE) AND need_1.needed_by <= CAST($3::VARCHAR AS DATE) ORDER BY need_1.id DESC
 LIMIT $4::INTEGER) AS need_1
HAVING true)) AS concat_1

SELECT concat((SELECT concat('{"nodes":[', string_agg(concat('{"createdAt":', json_scalar(need_1.created_at), '}'), ','), ']}') AS concat_2
FROM (SELECT need_1.created_at, need_1.id
FROM need AS need_1
WHERE need_1.subdistrict_id = $1::UUID AND need_1.created_at > CAST($2::VARCHAR AS TIMESTAMP WITH TIME ZONE) AND need_1.created_at <= CAST($3::VARCHAR AS TIMESTAMP WITH TIME ZONE) ORDER BY need_1.id DESC
 LIMIT $4::INTEGER) AS need_1
HAVING true)) AS concat_1
