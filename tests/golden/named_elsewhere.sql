SELECT concat((SELECT concat('{"totalCount":', (SELECT count(*) AS count_1
FROM need AS need_2
WHERE (need_2.subdistrict_id = $1::UUID AND (NOT need_2.restricted OR need_2.branch_id = $2::UUID OR (EXISTS (SELECT 1
FROM topic AS origin_3
WHERE origin_3.subdistrict_id = need_2.subdistrict_id AND origin_3.id = need_2.topic_id AND origin_3.reporter_id = $3::UUID))) AND ((need_2.status NOT IN ('DRAFT', 'WITHDRAWN', 'EXPIRED')) OR need_2.branch_id = $2::UUID) OR NOT need_2.restricted AND need_2.status IN ('POSTED', 'PARTLY_CLAIMED')) AND need_2.subdistrict_id = (SELECT subdistrict_4.id
FROM subdistrict AS subdistrict_4
WHERE subdistrict_4.code = $4::VARCHAR)), ',"nodes":[', string_agg(concat('{"title":', json_scalar(need_1.title), ',"contactPhone":', CASE WHEN (need_1.subdistrict_id = $1::UUID AND need_1.branch_id = $2::UUID) THEN concat(coalesce(CAST(json_scalar(need_1.contact_phone) AS TEXT), 'null')) ELSE 'null' END, ',"availableActions":[', concat_ws(',', CASE WHEN (need_1.subdistrict_id = $1::UUID AND need_1.status IN ('DRAFT', 'POSTED', 'PARTLY_CLAIMED', 'FULLY_CLAIMED') AND need_1.branch_id = $2::UUID) THEN '"EDIT_NEED"' END, CASE WHEN (need_1.subdistrict_id = $1::UUID AND need_1.status IN ('DRAFT') AND need_1.branch_id = $2::UUID AND (need_1.partner_id IS NULL OR (EXISTS (SELECT 1
FROM partner_unit AS giver_5
WHERE giver_5.subdistrict_id = need_1.subdistrict_id AND giver_5.id = need_1.partner_id AND giver_5.status = 'ADMITTED'))) AND (need_1.needed_by IS NULL OR need_1.needed_by >= (now() AT TIME ZONE 'Asia/Shanghai')::date)) THEN '"PUBLISH_NEED"' END, CASE WHEN (need_1.subdistrict_id = $1::UUID AND need_1.status IN ('DRAFT', 'POSTED') AND need_1.branch_id = $2::UUID AND need_1.claimed = 0 AND need_1.planned = 0) THEN '"WITHDRAW_NEED"' END, CASE WHEN (need_1.subdistrict_id = $1::UUID AND need_1.status IN ('FULFILLED') AND need_1.branch_id = $2::UUID) THEN '"EVALUATE_NEED"' END, CASE WHEN (need_1.subdistrict_id = $1::UUID AND need_1.status IN ('DRAFT', 'POSTED', 'PARTLY_CLAIMED', 'FULLY_CLAIMED', 'IN_DELIVERY', 'FULFILLED', 'EVALUATED', 'EXPIRED', 'WITHDRAWN') AND need_1.branch_id = $2::UUID AND NOT need_1.restricted) THEN '"RESTRICT_NEED"' END, CASE WHEN (need_1.subdistrict_id = $1::UUID AND need_1.status IN ('DRAFT', 'POSTED', 'PARTLY_CLAIMED', 'FULLY_CLAIMED', 'IN_DELIVERY', 'FULFILLED', 'EVALUATED', 'EXPIRED', 'WITHDRAWN') AND need_1.branch_id = $2::UUID AND need_1.restricted) THEN '"UNRESTRICT_NEED"' END), '],"grid":', coalesce((SELECT concat('{"name":', json_scalar(grid_6.name), '}') AS concat_3
FROM grid AS grid_6
WHERE grid_6.subdistrict_id = need_1.subdistrict_id AND grid_6.id = need_1.grid_id), 'null'), ',"claims":', concat('{"totalCount":', (SELECT count(*) AS count_2
FROM claim AS claim_8
WHERE claim_8.subdistrict_id = need_1.subdistrict_id AND claim_8.need_id = need_1.id AND claim_8.subdistrict_id = $1::UUID AND claim_8.branch_id = $2::UUID), '}'), ',"history":', concat('{"totalCount":', (SELECT count(*) AS count_3
FROM transition AS transition_10
WHERE transition_10.subdistrict_id = need_1.subdistrict_id AND transition_10.subject_id = need_1.id AND transition_10.subdistrict_id = $1::UUID AND (transition_10.subject_type = 'NEED' AND (EXISTS (SELECT 1
FROM need AS seen_11
WHERE seen_11.subdistrict_id = transition_10.subdistrict_id AND seen_11.id = transition_10.subject_id AND seen_11.subdistrict_id = $1::UUID AND (NOT seen_11.restricted OR seen_11.branch_id = $2::UUID OR (EXISTS (SELECT 1
FROM topic AS origin_12
WHERE origin_12.subdistrict_id = seen_11.subdistrict_id AND origin_12.id = seen_11.topic_id AND origin_12.reporter_id = $3::UUID))) AND ((seen_11.status NOT IN ('DRAFT', 'WITHDRAWN', 'EXPIRED')) OR seen_11.branch_id = $2::UUID)
 LIMIT ALL OFFSET 0)) OR transition_10.subject_type = 'RESOURCE' AND (EXISTS (SELECT 1
FROM resource AS seen_13
WHERE seen_13.subdistrict_id = transition_10.subdistrict_id AND seen_13.id = transition_10.subject_id AND seen_13.subdistrict_id = $1::UUID AND (seen_13.status NOT IN ('DRAFT', 'WITHDRAWN', 'EXPIRED'))
 LIMIT ALL OFFSET 0)) OR transition_10.subject_type = 'PROJECT' AND (EXISTS (SELECT 1
FROM project AS seen_14
WHERE seen_14.subdistrict_id = transition_10.subdistrict_id AND seen_14.id = transition_10.subject_id AND seen_14.subdistrict_id = $1::UUID AND (NOT seen_14.restricted OR seen_14.branch_id = $2::UUID OR (EXISTS (SELECT 1
FROM need_line AS answer_15
WHERE answer_15.subdistrict_id = seen_14.subdistrict_id AND answer_15.project_id = seen_14.id AND (EXISTS (SELECT 1
FROM need AS handled_16
WHERE handled_16.subdistrict_id = answer_15.subdistrict_id AND handled_16.id = answer_15.need_id AND handled_16.restricted AND (handled_16.branch_id = $2::UUID OR (EXISTS (SELECT 1
FROM topic AS origin_17
WHERE origin_17.subdistrict_id = handled_16.subdistrict_id AND origin_17.id = handled_16.topic_id AND origin_17.reporter_id = $3::UUID))))))))
 LIMIT ALL OFFSET 0)) OR transition_10.subject_type = 'CLAIM' AND (EXISTS (SELECT 1
FROM claim AS seen_18
WHERE seen_18.subdistrict_id = transition_10.subdistrict_id AND seen_18.id = transition_10.subject_id AND seen_18.subdistrict_id = $1::UUID AND seen_18.branch_id = $2::UUID
 LIMIT ALL OFFSET 0)) OR transition_10.subject_type = 'PARTNER_UNIT' AND (EXISTS (SELECT 1
FROM partner_unit AS seen_19
WHERE seen_19.subdistrict_id = transition_10.subdistrict_id AND seen_19.id = transition_10.subject_id AND seen_19.subdistrict_id = $1::UUID AND (seen_19.status NOT IN ('APPLIED', 'REJECTED'))
 LIMIT ALL OFFSET 0)) OR transition_10.subject_type = 'TOPIC' AND (EXISTS (SELECT 1
FROM topic AS seen_20
WHERE seen_20.subdistrict_id = transition_10.subdistrict_id AND seen_20.id = transition_10.subject_id AND seen_20.subdistrict_id = $1::UUID AND (NOT seen_20.restricted OR seen_20.branch_id = $2::UUID OR seen_20.reporter_id = $3::UUID)
 LIMIT ALL OFFSET 0)) OR transition_10.subject_type = 'DELIBERATION' AND (EXISTS (SELECT 1
FROM deliberation AS seen_21
WHERE seen_21.subdistrict_id = transition_10.subdistrict_id AND seen_21.id = transition_10.subject_id AND seen_21.subdistrict_id = $1::UUID AND (EXISTS (SELECT 1
FROM topic AS seen_22
WHERE seen_22.subdistrict_id = seen_21.subdistrict_id AND seen_22.id = seen_21.topic_id AND seen_22.subdistrict_id = $1::UUID AND (NOT seen_22.restricted OR seen_22.branch_id = $2::UUID OR seen_22.reporter_id = $3::UUID)))
 LIMIT ALL OFFSET 0)) OR transition_10.subject_type = 'JOINT_MEETING' AND (EXISTS (SELECT 1
FROM joint_meeting AS seen_23
WHERE seen_23.subdistrict_id = transition_10.subdistrict_id AND seen_23.id = transition_10.subject_id AND seen_23.subdistrict_id = $1::UUID
 LIMIT ALL OFFSET 0)) OR transition_10.subject_type = 'WHISTLE' AND (EXISTS (SELECT 1
FROM whistle AS seen_24
WHERE seen_24.subdistrict_id = transition_10.subdistrict_id AND seen_24.id = transition_10.subject_id AND seen_24.subdistrict_id = $1::UUID AND (NOT seen_24.restricted OR seen_24.branch_id = $2::UUID)
 LIMIT ALL OFFSET 0)) OR transition_10.subject_type = 'ALLIANCE' AND (EXISTS (SELECT 1
FROM alliance AS seen_25
WHERE seen_25.subdistrict_id = transition_10.subdistrict_id AND seen_25.id = transition_10.subject_id AND seen_25.subdistrict_id = $1::UUID
 LIMIT ALL OFFSET 0)) OR transition_10.subject_type = 'MEMBERSHIP' AND (EXISTS (SELECT 1
FROM membership AS seen_26
WHERE seen_26.subdistrict_id = transition_10.subdistrict_id AND seen_26.id = transition_10.subject_id AND seen_26.subdistrict_id = $1::UUID
 LIMIT ALL OFFSET 0)) OR transition_10.subject_type = 'EXTENSION' AND (EXISTS (SELECT 1
FROM extension AS seen_27
WHERE seen_27.subdistrict_id = transition_10.subdistrict_id AND seen_27.id = transition_10.subject_id AND seen_27.subdistrict_id = $1::UUID AND (EXISTS (SELECT 1
FROM deadline AS seen_28
WHERE seen_28.subdistrict_id = seen_27.subdistrict_id AND seen_28.id = seen_27.deadline_id AND seen_28.subdistrict_id = $1::UUID AND (seen_28.subject_type = 'NEED' AND (EXISTS (SELECT 1
FROM need AS seen_29
WHERE seen_29.subdistrict_id = seen_28.subdistrict_id AND seen_29.id = seen_28.subject_id AND seen_29.subdistrict_id = $1::UUID AND (NOT seen_29.restricted OR seen_29.branch_id = $2::UUID OR (EXISTS (SELECT 1
FROM topic AS origin_30
WHERE origin_30.subdistrict_id = seen_29.subdistrict_id AND origin_30.id = seen_29.topic_id AND origin_30.reporter_id = $3::UUID))) AND ((seen_29.status NOT IN ('DRAFT', 'WITHDRAWN', 'EXPIRED')) OR seen_29.branch_id = $2::UUID)
 LIMIT ALL OFFSET 0)) OR seen_28.subject_type = 'RESOURCE' AND (EXISTS (SELECT 1
FROM resource AS seen_31
WHERE seen_31.subdistrict_id = seen_28.subdistrict_id AND seen_31.id = seen_28.subject_id AND seen_31.subdistrict_id = $1::UUID AND (seen_31.status NOT IN ('DRAFT', 'WITHDRAWN', 'EXPIRED'))
 LIMIT ALL OFFSET 0)) OR seen_28.subject_type = 'PROJECT' AND (EXISTS (SELECT 1
FROM project AS seen_32
WHERE seen_32.subdistrict_id = seen_28.subdistrict_id AND seen_32.id = seen_28.subject_id AND seen_32.subdistrict_id = $1::UUID AND (NOT seen_32.restricted OR seen_32.branch_id = $2::UUID OR (EXISTS (SELECT 1
FROM need_line AS answer_33
WHERE answer_33.subdistrict_id = seen_32.subdistrict_id AND answer_33.project_id = seen_32.id AND (EXISTS (SELECT 1
FROM need AS handled_34
WHERE handled_34.subdistrict_id = answer_33.subdistrict_id AND handled_34.id = answer_33.need_id AND handled_34.restricted AND (handled_34.branch_id = $2::UUID OR (EXISTS (SELECT 1
FROM topic AS origin_35
WHERE origin_35.subdistrict_id = handled_34.subdistrict_id AND origin_35.id = handled_34.topic_id AND origin_35.reporter_id = $3::UUID))))))))
 LIMIT ALL OFFSET 0)) OR seen_28.subject_type = 'CLAIM' AND (EXISTS (SELECT 1
FROM claim AS seen_36
WHERE seen_36.subdistrict_id = seen_28.subdistrict_id AND seen_36.id = seen_28.subject_id AND seen_36.subdistrict_id = $1::UUID AND seen_36.branch_id = $2::UUID
 LIMIT ALL OFFSET 0)) OR seen_28.subject_type = 'TOPIC' AND (EXISTS (SELECT 1
FROM topic AS seen_37
WHERE seen_37.subdistrict_id = seen_28.subdistrict_id AND seen_37.id = seen_28.subject_id AND seen_37.subdistrict_id = $1::UUID AND (NOT seen_37.restricted OR seen_37.branch_id = $2::UUID OR seen_37.reporter_id = $3::UUID)
 LIMIT ALL OFFSET 0)) OR seen_28.subject_type = 'WHISTLE' AND (EXISTS (SELECT 1
FROM whistle AS seen_38
WHERE seen_38.subdistrict_id = seen_28.subdistrict_id AND seen_38.id = seen_28.subject_id AND seen_38.subdistrict_id = $1::UUID AND (NOT seen_38.restricted OR seen_38.branch_id = $2::UUID)
 LIMIT ALL OFFSET 0)) OR seen_28.subject_type = 'MEMBERSHIP' AND (EXISTS (SELECT 1
FROM membership AS seen_39
WHERE seen_39.subdistrict_id = seen_28.subdistrict_id AND seen_39.id = seen_28.subject_id AND seen_39.subdistrict_id = $1::UUID
 LIMIT ALL OFFSET 0)))))
 LIMIT ALL OFFSET 0)))), '}'), '}'), ','), ']}') AS concat_2
FROM (SELECT need_1.branch_id, need_1.claimed, need_1.contact_phone, need_1.grid_id, need_1.id, need_1.needed_by, need_1.partner_id, need_1.planned, need_1.restricted, need_1.status, need_1.subdistrict_id, need_1.title
FROM need AS need_1
WHERE (need_1.subdistrict_id = $1::UUID AND (NOT need_1.restricted OR need_1.branch_id = $2::UUID OR (EXISTS (SELECT 1
FROM topic AS origin_40
WHERE origin_40.subdistrict_id = need_1.subdistrict_id AND origin_40.id = need_1.topic_id AND origin_40.reporter_id = $3::UUID))) AND ((need_1.status NOT IN ('DRAFT', 'WITHDRAWN', 'EXPIRED')) OR need_1.branch_id = $2::UUID) OR NOT need_1.restricted AND need_1.status IN ('POSTED', 'PARTLY_CLAIMED')) AND need_1.subdistrict_id = (SELECT subdistrict_41.id
FROM subdistrict AS subdistrict_41
WHERE subdistrict_41.code = $4::VARCHAR) ORDER BY need_1.id DESC
 LIMIT $5::INTEGER) AS need_1
HAVING true)) AS concat_1
