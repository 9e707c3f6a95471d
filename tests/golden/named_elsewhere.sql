SELECT concat((SELECT concat('{"totalCount":', (SELECT count(*) AS count_1
FROM need AS need_2
WHERE (need_2.subdistrict_id = $1::UUID AND ((need_2.status NOT IN ('DRAFT', 'WITHDRAWN', 'EXPIRED')) OR need_2.branch_id = $2::UUID) OR need_2.status IN ('POSTED', 'PARTLY_CLAIMED')) AND need_2.subdistrict_id = (SELECT subdistrict_3.id
FROM subdistrict AS subdistrict_3
WHERE subdistrict_3.code = $3::VARCHAR)), ',"nodes":[', string_agg(concat('{"title":', json_scalar(need_1.title), ',"contactPhone":', CASE WHEN (need_1.subdistrict_id = $1::UUID AND need_1.branch_id = $2::UUID) THEN concat(coalesce(CAST(json_scalar(need_1.contact_phone) AS TEXT), 'null')) ELSE 'null' END, ',"availableActions":[', concat_ws(',', CASE WHEN (need_1.subdistrict_id = $1::UUID AND need_1.status IN ('DRAFT', 'POSTED', 'PARTLY_CLAIMED', 'FULLY_CLAIMED') AND need_1.branch_id = $2::UUID) THEN '"EDIT_NEED"' END, CASE WHEN (need_1.subdistrict_id = $1::UUID AND need_1.status IN ('DRAFT') AND need_1.branch_id = $2::UUID AND (need_1.partner_id IS NULL OR (EXISTS (SELECT 1
FROM partner_unit AS giver_4
WHERE giver_4.subdistrict_id = need_1.subdistrict_id AND giver_4.id = need_1.partner_id AND giver_4.status = 'ADMITTED'))) AND (need_1.needed_by IS NULL OR need_1.needed_by >= (now() AT TIME ZONE 'Asia/Shanghai')::date)) THEN '"PUBLISH_NEED"' END, CASE WHEN (need_1.subdistrict_id = $1::UUID AND need_1.status IN ('DRAFT', 'POSTED') AND need_1.branch_id = $2::UUID AND need_1.claimed = 0 AND need_1.planned = 0) THEN '"WITHDRAW_NEED"' END, CASE WHEN (need_1.subdistrict_id = $1::UUID AND need_1.status IN ('FULFILLED') AND need_1.branch_id = $2::UUID) THEN '"EVALUATE_NEED"' END), '],"grid":', coalesce((SELECT concat('{"name":', json_scalar(grid_5.name), '}') AS concat_3
FROM grid AS grid_5
WHERE grid_5.subdistrict_id = need_1.subdistrict_id AND grid_5.id = need_1.grid_id), 'null'), ',"claims":', concat('{"totalCount":', (SELECT count(*) AS count_2
FROM claim AS claim_7
WHERE claim_7.subdistrict_id = need_1.subdistrict_id AND claim_7.need_id = need_1.id AND claim_7.subdistrict_id = $1::UUID AND claim_7.branch_id = $2::UUID), '}'), ',"history":', concat('{"totalCount":', (SELECT count(*) AS count_3
FROM transition AS transition_9
WHERE transition_9.subdistrict_id = need_1.subdistrict_id AND transition_9.subject_id = need_1.id AND transition_9.subdistrict_id = $1::UUID AND (transition_9.subject_type = 'NEED' AND (EXISTS (SELECT 1
FROM need AS seen_10
WHERE seen_10.subdistrict_id = transition_9.subdistrict_id AND seen_10.id = transition_9.subject_id AND seen_10.subdistrict_id = $1::UUID AND ((seen_10.status NOT IN ('DRAFT', 'WITHDRAWN', 'EXPIRED')) OR seen_10.branch_id = $2::UUID)
 LIMIT ALL OFFSET 0)) OR transition_9.subject_type = 'RESOURCE' AND (EXISTS (SELECT 1
FROM resource AS seen_11
WHERE seen_11.subdistrict_id = transition_9.subdistrict_id AND seen_11.id = transition_9.subject_id AND seen_11.subdistrict_id = $1::UUID AND (seen_11.status NOT IN ('DRAFT', 'WITHDRAWN', 'EXPIRED'))
 LIMIT ALL OFFSET 0)) OR transition_9.subject_type = 'PROJECT' AND (EXISTS (SELECT 1
FROM project AS seen_12
WHERE seen_12.subdistrict_id = transition_9.subdistrict_id AND seen_12.id = transition_9.subject_id AND seen_12.subdistrict_id = $1::UUID
 LIMIT ALL OFFSET 0)) OR transition_9.subject_type = 'CLAIM' AND (EXISTS (SELECT 1
FROM claim AS seen_13
WHERE seen_13.subdistrict_id = transition_9.subdistrict_id AND seen_13.id = transition_9.subject_id AND seen_13.subdistrict_id = $1::UUID AND seen_13.branch_id = $2::UUID
 LIMIT ALL OFFSET 0)) OR transition_9.subject_type = 'PARTNER_UNIT' AND (EXISTS (SELECT 1
FROM partner_unit AS seen_14
WHERE seen_14.subdistrict_id = transition_9.subdistrict_id AND seen_14.id = transition_9.subject_id AND seen_14.subdistrict_id = $1::UUID AND (seen_14.status NOT IN ('APPLIED', 'REJECTED'))
 LIMIT ALL OFFSET 0)) OR transition_9.subject_type = 'TOPIC' AND (EXISTS (SELECT 1
FROM topic AS seen_15
WHERE seen_15.subdistrict_id = transition_9.subdistrict_id AND seen_15.id = transition_9.subject_id AND seen_15.subdistrict_id = $1::UUID AND (NOT seen_15.restricted OR seen_15.branch_id = $2::UUID OR seen_15.reporter_id = $4::UUID)
 LIMIT ALL OFFSET 0)) OR transition_9.subject_type = 'DELIBERATION' AND (EXISTS (SELECT 1
FROM deliberation AS seen_16
WHERE seen_16.subdistrict_id = transition_9.subdistrict_id AND seen_16.id = transition_9.subject_id AND seen_16.subdistrict_id = $1::UUID AND (EXISTS (SELECT 1
FROM topic AS seen_17
WHERE seen_17.subdistrict_id = seen_16.subdistrict_id AND seen_17.id = seen_16.topic_id AND seen_17.subdistrict_id = $1::UUID AND (NOT seen_17.restricted OR seen_17.branch_id = $2::UUID OR seen_17.reporter_id = $4::UUID)))
 LIMIT ALL OFFSET 0)) OR transition_9.subject_type = 'JOINT_MEETING' AND (EXISTS (SELECT 1
FROM joint_meeting AS seen_18
WHERE seen_18.subdistrict_id = transition_9.subdistrict_id AND seen_18.id = transition_9.subject_id AND seen_18.subdistrict_id = $1::UUID
 LIMIT ALL OFFSET 0)) OR transition_9.subject_type = 'WHISTLE' AND (EXISTS (SELECT 1
FROM whistle AS seen_19
WHERE seen_19.subdistrict_id = transition_9.subdistrict_id AND seen_19.id = transition_9.subject_id AND seen_19.subdistrict_id = $1::UUID AND (NOT seen_19.restricted OR seen_19.branch_id = $2::UUID)
 LIMIT ALL OFFSET 0)) OR transition_9.subject_type = 'ALLIANCE' AND (EXISTS (SELECT 1
FROM alliance AS seen_20
WHERE seen_20.subdistrict_id = transition_9.subdistrict_id AND seen_20.id = transition_9.subject_id AND seen_20.subdistrict_id = $1::UUID
 LIMIT ALL OFFSET 0)) OR transition_9.subject_type = 'MEMBERSHIP' AND (EXISTS (SELECT 1
FROM membership AS seen_21
WHERE seen_21.subdistrict_id = transition_9.subdistrict_id AND seen_21.id = transition_9.subject_id AND seen_21.subdistrict_id = $1::UUID
 LIMIT ALL OFFSET 0)) OR transition_9.subject_type = 'EXTENSION' AND (EXISTS (SELECT 1
FROM extension AS seen_22
WHERE seen_22.subdistrict_id = transition_9.subdistrict_id AND seen_22.id = transition_9.subject_id AND seen_22.subdistrict_id = $1::UUID AND (EXISTS (SELECT 1
FROM deadline AS seen_23
WHERE seen_23.subdistrict_id = seen_22.subdistrict_id AND seen_23.id = seen_22.deadline_id AND seen_23.subdistrict_id = $1::UUID AND (seen_23.subject_type = 'NEED' AND (EXISTS (SELECT 1
FROM need AS seen_24
WHERE seen_24.subdistrict_id = seen_23.subdistrict_id AND seen_24.id = seen_23.subject_id AND seen_24.subdistrict_id = $1::UUID AND ((seen_24.status NOT IN ('DRAFT', 'WITHDRAWN', 'EXPIRED')) OR seen_24.branch_id = $2::UUID)
 LIMIT ALL OFFSET 0)) OR seen_23.subject_type = 'RESOURCE' AND (EXISTS (SELECT 1
FROM resource AS seen_25
WHERE seen_25.subdistrict_id = seen_23.subdistrict_id AND seen_25.id = seen_23.subject_id AND seen_25.subdistrict_id = $1::UUID AND (seen_25.status NOT IN ('DRAFT', 'WITHDRAWN', 'EXPIRED'))
 LIMIT ALL OFFSET 0)) OR seen_23.subject_type = 'PROJECT' AND (EXISTS (SELECT 1
FROM project AS seen_26
WHERE seen_26.subdistrict_id = seen_23.subdistrict_id AND seen_26.id = seen_23.subject_id AND seen_26.subdistrict_id = $1::UUID
 LIMIT ALL OFFSET 0)) OR seen_23.subject_type = 'CLAIM' AND (EXISTS (SELECT 1
FROM claim AS seen_27
WHERE seen_27.subdistrict_id = seen_23.subdistrict_id AND seen_27.id = seen_23.subject_id AND seen_27.subdistrict_id = $1::UUID AND seen_27.branch_id = $2::UUID
 LIMIT ALL OFFSET 0)) OR seen_23.subject_type = 'TOPIC' AND (EXISTS (SELECT 1
FROM topic AS seen_28
WHERE seen_28.subdistrict_id = seen_23.subdistrict_id AND seen_28.id = seen_23.subject_id AND seen_28.subdistrict_id = $1::UUID AND (NOT seen_28.restricted OR seen_28.branch_id = $2::UUID OR seen_28.reporter_id = $4::UUID)
 LIMIT ALL OFFSET 0)) OR seen_23.subject_type = 'WHISTLE' AND (EXISTS (SELECT 1
FROM whistle AS seen_29
WHERE seen_29.subdistrict_id = seen_23.subdistrict_id AND seen_29.id = seen_23.subject_id AND seen_29.subdistrict_id = $1::UUID AND (NOT seen_29.restricted OR seen_29.branch_id = $2::UUID)
 LIMIT ALL OFFSET 0)) OR seen_23.subject_type = 'MEMBERSHIP' AND (EXISTS (SELECT 1
FROM membership AS seen_30
WHERE seen_30.subdistrict_id = seen_23.subdistrict_id AND seen_30.id = seen_23.subject_id AND seen_30.subdistrict_id = $1::UUID
 LIMIT ALL OFFSET 0)))))
 LIMIT ALL OFFSET 0)))), '}'), '}'), ','), ']}') AS concat_2
FROM (SELECT need_1.branch_id, need_1.claimed, need_1.contact_phone, need_1.grid_id, need_1.id, need_1.needed_by, need_1.partner_id, need_1.planned, need_1.status, need_1.subdistrict_id, need_1.title
FROM need AS need_1
WHERE (need_1.subdistrict_id = $1::UUID AND ((need_1.status NOT IN ('DRAFT', 'WITHDRAWN', 'EXPIRED')) OR need_1.branch_id = $2::UUID) OR need_1.status IN ('POSTED', 'PARTLY_CLAIMED')) AND need_1.subdistrict_id = (SELECT subdistrict_31.id
FROM subdistrict AS subdistrict_31
WHERE subdistrict_31.code = $3::VARCHAR) ORDER BY need_1.id DESC
 LIMIT $5::INTEGER) AS need_1
HAVING true)) AS concat_1
