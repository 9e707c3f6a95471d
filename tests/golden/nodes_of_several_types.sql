SELECT (SELECT concat('[', string_agg(coalesce(CASE asked.type WHEN 15 THEN (SELECT concat('{"__typename":"Account","id":"', encode('\x0f'::bytea || uuid_send(account_1.id) || uuid_send(account_1.id), 'base64'), '","displayName":', json_scalar(account_1.display_name), ',"login":', CASE WHEN (account_1.id = $1::UUID) THEN concat(json_scalar(account_1.login)) ELSE 'null' END, '}') AS concat_2
FROM account AS account_1
WHERE account_1.id = asked.id AND (account_1.subdistrict_id = $2::UUID AND (account_1.role != 'RESIDENT' OR account_1.id = $1::UUID) OR account_1.id = $1::UUID)) WHEN 4 THEN (SELECT concat('{"__typename":"PartyBranch","id":"', encode('\x04'::bytea || uuid_send(party_branch_2.subdistrict_id) || uuid_send(party_branch_2.id), 'base64'), '","name":', json_scalar(party_branch_2.name), '}') AS concat_3
FROM party_branch AS party_branch_2
WHERE party_branch_2.subdistrict_id = asked.subdistrict_id AND party_branch_2.id = asked.id AND party_branch_2.subdistrict_id = $2::UUID) WHEN 13 THEN (SELECT concat('{"__typename":"Claim","id":"', encode('\x0d'::bytea || uuid_send(claim_3.subdistrict_id) || uuid_send(claim_3.id), 'base64'), '"}') AS concat_4
FROM claim AS claim_3
WHERE claim_3.subdistrict_id = asked.subdistrict_id AND claim_3.id = asked.id AND claim_3.subdistrict_id = $2::UUID AND claim_3.branch_id = $3::UUID) WHEN 9 THEN (SELECT concat('{"__typename":"Need","id":"', encode('\x09'::bytea || uuid_send(need_4.subdistrict_id) || uuid_send(need_4.id), 'base64'), '","title":', json_scalar(need_4.title), ',"grid":', coalesce((SELECT concat('{"name":', json_scalar(grid_5.name), '}') AS concat_6
FROM grid AS grid_5
WHERE grid_5.subdistrict_id = need_4.subdistrict_id AND grid_5.id = need_4.grid_id AND grid_5.subdistrict_id = $2::UUID), 'null'), '}') AS concat_5
FROM need AS need_4
WHERE need_4.subdistrict_id = asked.subdistrict_id AND need_4.id = asked.id AND need_4.subdistrict_id = $2::UUID AND ((need_4.status NOT IN ('DRAFT', 'WITHDRAWN', 'EXPIRED')) OR need_4.branch_id = $3::UUID)) WHEN 5 THEN (SELECT concat('{"__typename":"PartnerUnit","id":"', encode('\x05'::bytea || uuid_send(partner_unit_6.subdistrict_id) || uuid_send(partner_unit_6.id), 'base64'), '","name":', json_scalar(partner_unit_6.name), '}') AS concat_7
FROM partner_unit AS partner_unit_6
WHERE partner_unit_6.subdistrict_id = asked.subdistrict_id AND partner_unit_6.id = asked.id AND partner_unit_6.subdistrict_id = $2::UUID AND (partner_unit_6.status NOT IN ('APPLIED', 'REJECTED'))) WHEN 6 THEN (SELECT concat('{"__typename":"ServiceArea","id":"', encode('\x06'::bytea || uuid_send(service_area_7.subdistrict_id) || uuid_send(service_area_7.id), 'base64'), '"}') AS concat_8
FROM service_area AS service_area_7
WHERE service_area_7.subdistrict_id = asked.subdistrict_id AND service_area_7.id = asked.id AND service_area_7.subdistrict_id = $2::UUID) WHEN 7 THEN (SELECT concat('{"__typename":"Alliance","id":"', encode('\x07'::bytea || uuid_send(alliance_8.subdistrict_id) || uuid_send(alliance_8.id), 'base64'), '"}') AS concat_9
FROM alliance AS alliance_8
WHERE alliance_8.subdistrict_id = asked.subdistrict_id AND alliance_8.id = asked.id AND alliance_8.subdistrict_id = $2::UUID) WHEN 8 THEN (SELECT concat('{"__typename":"Membership","id":"', encode('\x08'::bytea || uuid_send(membership_9.subdistrict_id) || uuid_send(membership_9.id), 'base64'), '"}') AS concat_10
FROM membership AS membership_9
WHERE membership_9.subdistrict_id = asked.subdistrict_id AND membership_9.id = asked.id AND membership_9.subdistrict_id = $2::UUID) WHEN 1 THEN (SELECT concat('{"__typename":"Subdistrict","id":"', encode('\x01'::bytea || uuid_send(subdistrict_10.id) || uuid_send(subdistrict_10.id), 'base64'), '"}') AS concat_11
FROM subdistrict AS subdistrict_10
WHERE subdistrict_10.id = asked.id AND subdistrict_10.id = $2::UUID) WHEN 2 THEN (SELECT concat('{"__typename":"Community","id":"', encode('\x02'::bytea || uuid_send(community_11.subdistrict_id) || uuid_send(community_11.id), 'base64'), '"}') AS concat_12
FROM community AS community_11
WHERE community_11.subdistrict_id = asked.subdistrict_id AND community_11.id = asked.id AND community_11.subdistrict_id = $2::UUID) WHEN 3 THEN (SELECT concat('{"__typename":"Grid","id":"', encode('\x03'::bytea || uuid_send(grid_12.subdistrict_id) || uuid_send(grid_12.id), 'base64'), '"}') AS concat_13
FROM grid AS grid_12
WHERE grid_12.subdistrict_id = asked.subdistrict_id AND grid_12.id = asked.id AND grid_12.subdistrict_id = $2::UUID) WHEN 11 THEN (SELECT concat('{"__typename":"Project","id":"', encode('\x0b'::bytea || uuid_send(project_13.subdistrict_id) || uuid_send(project_13.id), 'base64'), '"}') AS concat_14
FROM project AS project_13
WHERE project_13.subdistrict_id = asked.subdistrict_id AND project_13.id = asked.id AND project_13.subdistrict_id = $2::UUID) WHEN 12 THEN (SELECT concat('{"__typename":"NeedLine","id":"', encode('\x0c'::bytea || uuid_send(need_line_14.subdistrict_id) || uuid_send(need_line_14.id), 'base64'), '"}') AS concat_15
FROM need_line AS need_line_14
WHERE need_line_14.subdistrict_id = asked.subdistrict_id AND need_line_14.id = asked.id AND need_line_14.subdistrict_id = $2::UUID) WHEN 10 THEN (SELECT concat('{"__typename":"Resource","id":"', encode('\x0a'::bytea || uuid_send(resource_15.subdistrict_id) || uuid_send(resource_15.id), 'base64'), '"}') AS concat_16
FROM resource AS resource_15
WHERE resource_15.subdistrict_id = asked.subdistrict_id AND resource_15.id = asked.id AND resource_15.subdistrict_id = $2::UUID AND (resource_15.status NOT IN ('DRAFT', 'WITHDRAWN', 'EXPIRED'))) WHEN 14 THEN (SELECT concat('{"__typename":"Transition","id":"', encode('\x0e'::bytea || uuid_send(transition_16.subdistrict_id) || uuid_send(transition_16.id), 'base64'), '"}') AS concat_17
FROM transition AS transition_16
WHERE transition_16.subdistrict_id = asked.subdistrict_id AND transition_16.id = asked.id AND transition_16.subdistrict_id = $2::UUID AND (transition_16.subject_type = 'NEED' AND (EXISTS (SELECT 1
FROM need AS seen_17
WHERE seen_17.subdistrict_id = transition_16.subdistrict_id AND seen_17.id = transition_16.subject_id AND seen_17.subdistrict_id = $2::UUID AND ((seen_17.status NOT IN ('DRAFT', 'WITHDRAWN', 'EXPIRED')) OR seen_17.branch_id = $3::UUID))) OR transition_16.subject_type = 'RESOURCE' AND (EXISTS (SELECT 1
FROM resource AS seen_18
WHERE seen_18.subdistrict_id = transition_16.subdistrict_id AND seen_18.id = transition_16.subject_id AND seen_18.subdistrict_id = $2::UUID AND (seen_18.status NOT IN ('DRAFT', 'WITHDRAWN', 'EXPIRED')))) OR transition_16.subject_type = 'PROJECT' AND (EXISTS (SELECT 1
FROM project AS seen_19
WHERE seen_19.subdistrict_id = transition_16.subdistrict_id AND seen_19.id = transition_16.subject_id AND seen_19.subdistrict_id = $2::UUID)) OR transition_16.subject_type = 'CLAIM' AND (EXISTS (SELECT 1
FROM claim AS seen_20
WHERE seen_20.subdistrict_id = transition_16.subdistrict_id AND seen_20.id = transition_16.subject_id AND seen_20.subdistrict_id = $2::UUID AND seen_20.branch_id = $3::UUID)) OR transition_16.subject_type = 'PARTNER_UNIT' AND (EXISTS (SELECT 1
FROM partner_unit AS seen_21
WHERE seen_21.subdistrict_id = transition_16.subdistrict_id AND seen_21.id = transition_16.subject_id AND seen_21.subdistrict_id = $2::UUID AND (seen_21.status NOT IN ('APPLIED', 'REJECTED')))))) END, 'null'), ',' ORDER BY asked.place), ']') AS concat_1
FROM unnest($4::INTEGER[], $5::UUID[], $6::UUID[]) WITH ORDINALITY AS asked(type, subdistrict_id, id, place)) AS anon_1

SELECT (SELECT concat(string_agg(coalesce(CASE asked.type WHEN 15 THEN (SELECT concat('{}') AS concat_2
FROM account AS account_1
WHERE account_1.id = asked.id AND (account_1.subdistrict_id = $1::UUID AND (account_1.role != 'RESIDENT' OR account_1.id = $2::UUID) OR account_1.id = $2::UUID)) WHEN 4 THEN (SELECT concat('{}') AS concat_3
FROM party_branch AS party_branch_2
WHERE party_branch_2.subdistrict_id = asked.subdistrict_id AND party_branch_2.id = asked.id AND party_branch_2.subdistrict_id = $1::UUID) WHEN 13 THEN (SELECT concat('{}') AS concat_4
FROM claim AS claim_3
WHERE claim_3.subdistrict_id = asked.subdistrict_id AND claim_3.id = asked.id AND claim_3.subdistrict_id = $1::UUID AND claim_3.branch_id = $3::UUID) WHEN 9 THEN (SELECT concat('{}') AS concat_5
FROM need AS need_4
WHERE need_4.subdistrict_id = asked.subdistrict_id AND need_4.id = asked.id AND need_4.subdistrict_id = $1::UUID AND ((need_4.status NOT IN ('DRAFT', 'WITHDRAWN', 'EXPIRED')) OR need_4.branch_id = $3::UUID)) WHEN 5 THEN (SELECT concat('{}') AS concat_6
FROM partner_unit AS partner_unit_5
WHERE partner_unit_5.subdistrict_id = asked.subdistrict_id AND partner_unit_5.id = asked.id AND partner_unit_5.subdistrict_id = $1::UUID AND (partner_unit_5.status NOT IN ('APPLIED', 'REJECTED'))) WHEN 6 THEN (SELECT concat('{}') AS concat_7
FROM service_area AS service_area_6
WHERE service_area_6.subdistrict_id = asked.subdistrict_id AND service_area_6.id = asked.id AND service_area_6.subdistrict_id = $1::UUID) WHEN 7 THEN (SELECT concat('{}') AS concat_8
FROM alliance AS alliance_7
WHERE alliance_7.subdistrict_id = asked.subdistrict_id AND alliance_7.id = asked.id AND alliance_7.subdistrict_id = $1::UUID) WHEN 8 THEN (SELECT concat('{}') AS concat_9
FROM membership AS membership_8
WHERE membership_8.subdistrict_id = asked.subdistrict_id AND membership_8.id = asked.id AND membership_8.subdistrict_id = $1::UUID) WHEN 1 THEN (SELECT concat('{"name":', json_scalar(subdistrict_9.name), ',"code":', json_scalar(subdistrict_9.code), '}') AS concat_10
FROM subdistrict AS subdistrict_9
WHERE subdistrict_9.id = asked.id AND subdistrict_9.id = $1::UUID) WHEN 2 THEN (SELECT concat('{}') AS concat_11
FROM community AS community_10
WHERE community_10.subdistrict_id = asked.subdistrict_id AND community_10.id = asked.id AND community_10.subdistrict_id = $1::UUID) WHEN 3 THEN (SELECT concat('{}') AS concat_12
FROM grid AS grid_11
WHERE grid_11.subdistrict_id = asked.subdistrict_id AND grid_11.id = asked.id AND grid_11.subdistrict_id = $1::UUID) WHEN 11 THEN (SELECT concat('{}') AS concat_13
FROM project AS project_12
WHERE project_12.subdistrict_id = asked.subdistrict_id AND project_12.id = asked.id AND project_12.subdistrict_id = $1::UUID) WHEN 12 THEN (SELECT concat('{}') AS concat_14
FROM need_line AS need_line_13
WHERE need_line_13.subdistrict_id = asked.subdistrict_id AND need_line_13.id = asked.id AND need_line_13.subdistrict_id = $1::UUID) WHEN 10 THEN (SELECT concat('{}') AS concat_15
FROM resource AS resource_14
WHERE resource_14.subdistrict_id = asked.subdistrict_id AND resource_14.id = asked.id AND resource_14.subdistrict_id = $1::UUID AND (resource_14.status NOT IN ('DRAFT', 'WITHDRAWN', 'EXPIRED'))) WHEN 14 THEN (SELECT concat('{}') AS concat_16
FROM transition AS transition_15
WHERE transition_15.subdistrict_id = asked.subdistrict_id AND transition_15.id = asked.id AND transition_15.subdistrict_id = $1::UUID AND (transition_15.subject_type = 'NEED' AND (EXISTS (SELECT 1
FROM need AS seen_16
WHERE seen_16.subdistrict_id = transition_15.subdistrict_id AND seen_16.id = transition_15.subject_id AND seen_16.subdistrict_id = $1::UUID AND ((seen_16.status NOT IN ('DRAFT', 'WITHDRAWN', 'EXPIRED')) OR seen_16.branch_id = $3::UUID))) OR transition_15.subject_type = 'RESOURCE' AND (EXISTS (SELECT 1
FROM resource AS seen_17
WHERE seen_17.subdistrict_id = transition_15.subdistrict_id AND seen_17.id = transition_15.subject_id AND seen_17.subdistrict_id = $1::UUID AND (seen_17.status NOT IN ('DRAFT', 'WITHDRAWN', 'EXPIRED')))) OR transition_15.subject_type = 'PROJECT' AND (EXISTS (SELECT 1
FROM project AS seen_18
WHERE seen_18.subdistrict_id = transition_15.subdistrict_id AND seen_18.id = transition_15.subject_id AND seen_18.subdistrict_id = $1::UUID)) OR transition_15.subject_type = 'CLAIM' AND (EXISTS (SELECT 1
FROM claim AS seen_19
WHERE seen_19.subdistrict_id = transition_15.subdistrict_id AND seen_19.id = transition_15.subject_id AND seen_19.subdistrict_id = $1::UUID AND seen_19.branch_id = $3::UUID)) OR transition_15.subject_type = 'PARTNER_UNIT' AND (EXISTS (SELECT 1
FROM partner_unit AS seen_20
WHERE seen_20.subdistrict_id = transition_15.subdistrict_id AND seen_20.id = transition_15.subject_id AND seen_20.subdistrict_id = $1::UUID AND (seen_20.status NOT IN ('APPLIED', 'REJECTED')))))) END, 'null'), ',' ORDER BY asked.place)) AS concat_1
FROM unnest($4::INTEGER[], $5::UUID[], $6::UUID[]) WITH ORDINALITY AS asked(type, subdistrict_id, id, place)) AS anon_1
