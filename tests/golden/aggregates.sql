SELECT concat(concat('{"aggregate":', (SELECT concat('{"__typename":"NeedAggregate","count":', CAST(count(*) AS TEXT), ',"sum":{"quantity":', coalesce(CAST(sum(need_2.quantity) AS TEXT), 'null'), ',"remaining":', coalesce(CAST(sum(need_2.quantity - need_2.claimed) AS TEXT), 'null'), '},"avg":{"beneficiaries":', coalesce(CAST(json_scalar(CAST(avg(need_2.beneficiaries) AS FLOAT)) AS TEXT), 'null'), '},"min":{"neededBy":', coalesce(CAST(json_scalar(min(need_2.needed_by)) AS TEXT), 'null'), ',"createdAt":', coalesce(CAST(json_scalar(min(need_2.created_at)) AS TEXT), 'null'), '},"max":{"neededBy":', coalesce(CAST(json_scalar(max(need_2.needed_by)) AS TEXT), 'null'), ',"quantity":', coalesce(CAST(max(need_2.quantity) AS TEXT), 'null'), '}}') AS concat_2
FROM need AS need_2
WHERE need_2.subdistrict_id = $1::UUID
HAVING true), '}')) AS concat_1

SELECT concat((SELECT concat('{"aggregate":', (SELECT concat('{"count":', CAST(count(*) AS TEXT), ',"sum":{"budget":', coalesce('"' || CAST(sum(project_2.budget) AS TEXT) || '"', 'null'), '},"avg":{"budget":', coalesce(CAST(json_scalar(CAST(avg(project_2.budget) AS FLOAT)) AS TEXT), 'null'), '},"max":{"budget":', coalesce('"' || CAST(max(project_2.budget) AS TEXT) || '"', 'null'), ',"plannedEnd":', coalesce(CAST(json_scalar(max(project_2.planned_end)) AS TEXT), 'null'), '}}') AS concat_3
FROM project AS project_2
WHERE project_2.subdistrict_id = $1::UUID
HAVING true), ',"nodes":[', string_agg(concat('{"claims":', concat('{"aggregate":', (SELECT concat('{"count":', CAST(count(*) AS TEXT), ',"sum":{"quantity":', coalesce(CAST(sum(claim_4.quantity) AS TEXT), 'null'), '}}') AS concat_4
FROM claim AS claim_4
WHERE claim_4.subdistrict_id = project_1.subdistrict_id AND claim_4.project_id = project_1.id AND claim_4.subdistrict_id = $1::UUID
HAVING true), '}'), '}'), ','), ']}') AS concat_2
FROM (SELECT project_1.id, project_1.subdistrict_id
FROM project AS project_1
WHERE project_1.subdistrict_id = $1::UUID ORDER BY project_1.id DESC
 LIMIT $2::INTEGER) AS project_1
HAVING true)) AS concat_1

SELECT concat(concat('{"aggregate":', (SELECT concat('{"__typename":"ProjectAggregate","count":', CAST(count(*) AS TEXT), ',"sum":{"budget":', coalesce('"' || CAST(sum(project_2.budget) AS TEXT) || '"', 'null'), ',"__typename":"ProjectSums"}}') AS concat_2
FROM project AS project_2
WHERE project_2.subdistrict_id = $1::UUID AND project_2.status = any($2::VARCHAR(32)[])
HAVING true), '}')) AS concat_1
