SELECT concat((SELECT concat('{"nodes":[', string_agg(concat('{"number":', CAST(grid_1.number AS TEXT), ',"households":', CAST(grid_1.households AS TEXT), '}'), ',') FILTER (WHERE grid_1.page_rank <= $1::INTEGER), '],"pageInfo":{"hasNextPage":', CAST(count(*) > $1::INTEGER AS TEXT), ',"hasPreviousPage":', CAST(EXISTS (SELECT 1
FROM grid AS grid_2
WHERE grid_2.subdistrict_id = (SELECT subdistrict_3.id
FROM subdistrict AS subdistrict_3
WHERE subdistrict_3.code = $2::VARCHAR) AND ((grid_2.households, grid_2.id) > ($3::INTEGER, $4::UUID)) IS NOT true) AS TEXT), '}}') AS concat_2
FROM (SELECT grid_1.households, grid_1.id, grid_1.number, row_number() OVER () AS page_rank
FROM (SELECT grid_1.households, grid_1.id, grid_1.number
FROM grid AS grid_1
WHERE grid_1.subdistrict_id = (SELECT subdistrict_4.id
FROM subdistrict AS subdistrict_4
WHERE subdistrict_4.code = $2::VARCHAR) AND (grid_1.households, grid_1.id) > ($3::INTEGER, $4::UUID) AND (grid_1.households, grid_1.id) < ($5::INTEGER, $6::UUID) ORDER BY grid_1.households ASC, grid_1.id ASC
 LIMIT $1::INTEGER + 1) AS grid_1) AS grid_1
HAVING true)) AS concat_1
