SELECT concat((SELECT concat('{"totalCount":', (SELECT count(*) AS count_1
FROM need AS need_2
WHERE need_2.subdistrict_id = $1::UUID AND ((need_2.status NOT IN ('DRAFT', 'WITHDRAWN', 'EXPIRED')) OR need_2.partner_id = $2::UUID)), ',"nodes":[', string_agg(concat('{"title":', json_scalar(need_1.title), ',"status":"', need_1.status, '"}'), ','), ']}') AS concat_2
FROM (SELECT need_1.id, need_1.status, need_1.title
FROM need AS need_1
WHERE need_1.subdistrict_id = $1::UUID AND ((need_1.status NOT IN ('DRAFT', 'WITHDRAWN', 'EXPIRED')) OR need_1.partner_id = $2::UUID) ORDER BY need_1.id DESC
 LIMIT $3::INTEGER) AS need_1
HAVING true)) AS concat_1

SELECT concat((SELECT concat('{"nodes":[', string_agg(concat('{"title":', json_scalar(resource_1.title), ',"status":"', resource_1.status, '"}'), ','), ']}') AS concat_2
FROM (SELECT resource_1.id, resource_1.status, resource_1.title
FROM resource AS resource_1
WHERE resource_1.subdistrict_id = $1::UUID AND ((resource_1.status NOT IN ('DRAFT', 'WITHDRAWN', 'EXPIRED')) OR resource_1.partner_id = $2::UUID) ORDER BY resource_1.id DESC
 LIMIT $3::INTEGER) AS resource_1
HAVING true)) AS concat_1

SELECT concat((SELECT concat('{"nodes":[', string_agg(concat('{"name":', json_scalar(partner_unit_1.name), ',"status":"', partner_unit_1.status, '"}'), ','), ']}') AS concat_2
FROM (SELECT partner_unit_1.id, partner_unit_1.name, partner_unit_1.status
FROM partner_unit AS partner_unit_1
WHERE partner_unit_1.subdistrict_id = $1::UUID AND ((partner_unit_1.status NOT IN ('APPLIED', 'REJECTED')) OR partner_unit_1.id = $2::UUID) ORDER BY partner_unit_1.id DESC
 LIMIT $3::INTEGER) AS partner_unit_1
HAVING true)) AS concat_1

SELECT concat((SELECT concat('{"nodes":[', string_agg(concat('{"status":"', claim_1.status, '","partner":', coalesce((SELECT concat('{"name":', json_scalar(partner_unit_2.name), '}') AS concat_3
FROM partner_unit AS partner_unit_2
WHERE partner_unit_2.subdistrict_id = claim_1.subdistrict_id AND partner_unit_2.id = claim_1.partner_id AND partner_unit_2.subdistrict_id = $1::UUID AND ((partner_unit_2.status NOT IN ('APPLIED', 'REJECTED')) OR partner_unit_2.id = $2::UUID)), 'null'), '}'), ','), ']}') AS concat_2
FROM (SELECT claim_1.id, claim_1.partner_id, claim_1.status, claim_1.subdistrict_id
FROM claim AS claim_1
WHERE claim_1.subdistrict_id = $1::UUID AND (claim_1.partner_id = $2::UUID OR claim_1.receiver_id = $2::UUID) ORDER BY claim_1.id DESC
 LIMIT $3::INTEGER) AS claim_1
HAVING true)) AS concat_1

SELECT concat(concat('{"totalCount":', (SELECT count(*) AS count_1
FROM transition AS transition_2
WHERE transition_2.subdistrict_id = $1::UUID AND (transition_2.subject_type = 'NEED' AND (EXISTS (SELECT 1
FROM need AS seen_3
WHERE seen_3.subdistrict_id = transition_2.subdistrict_id AND seen_3.id = transition_2.subject_id AND seen_3.subdistrict_id = $1::UUID AND ((seen_3.status NOT IN ('DRAFT', 'WITHDRAWN', 'EXPIRED')) OR seen_3.partner_id = $2::UUID)
 LIMIT ALL OFFSET 0)) OR transition_2.subject_type = 'RESOURCE' AND (EXISTS (SELECT 1
FROM resource AS seen_4
WHERE seen_4.subdistrict_id = transition_2.subdistrict_id AND seen_4.id = transition_2.subject_id AND seen_4.subdistrict_id = $1::UUID AND ((seen_4.status NOT IN ('DRAFT', 'WITHDRAWN', 'EXPIRED')) OR seen_4.partner_id = $2::UUID)
 LIMIT ALL OFFSET 0)) OR transition_2.subject_type = 'PROJECT' AND (EXISTS (SELECT 1
FROM project AS seen_5
WHERE seen_5.subdistrict_id = transition_2.subdistrict_id AND seen_5.id = transition_2.subject_id AND seen_5.subdistrict_id = $1::UUID
 LIMIT ALL OFFSET 0)) OR transition_2.subject_type = 'CLAIM' AND (EXISTS (SELECT 1
FROM claim AS seen_6
WHERE seen_6.subdistrict_id = transition_2.subdistrict_id AND seen_6.id = transition_2.subject_id AND seen_6.subdistrict_id = $1::UUID AND (seen_6.partner_id = $2::UUID OR seen_6.receiver_id = $2::UUID)
 LIMIT ALL OFFSET 0)) OR transition_2.subject_type = 'PARTNER_UNIT' AND (EXISTS (SELECT 1
FROM partner_unit AS seen_7
WHERE seen_7.subdistrict_id = transition_2.subdistrict_id AND seen_7.id = transition_2.subject_id AND seen_7.subdistrict_id = $1::UUID AND ((seen_7.status NOT IN ('APPLIED', 'REJECTED')) OR seen_7.id = $2::UUID)
 LIMIT ALL OFFSET 0)) OR transition_2.subject_type = 'TOPIC' AND (EXISTS (SELECT 1
FROM topic AS seen_8
WHERE seen_8.subdistrict_id = transition_2.subdistrict_id AND seen_8.id = transition_2.subject_id AND seen_8.subdistrict_id = $1::UUID AND (NOT seen_8.restricted OR seen_8.reporter_id = $3::UUID OR (EXISTS (SELECT 1
FROM whistle_department AS call_9
WHERE call_9.subdistrict_id = seen_8.subdistrict_id AND call_9.partner_id = $2::UUID AND (EXISTS (SELECT 1
FROM whistle AS whistle_10
WHERE whistle_10.subdistrict_id = call_9.subdistrict_id AND whistle_10.id = call_9.whistle_id AND whistle_10.topic_id = seen_8.id)))))
 LIMIT ALL OFFSET 0)) OR transition_2.subject_type = 'DELIBERATION' AND (EXISTS (SELECT 1
FROM deliberation AS seen_11
WHERE seen_11.subdistrict_id = transition_2.subdistrict_id AND seen_11.id = transition_2.subject_id AND seen_11.subdistrict_id = $1::UUID AND (EXISTS (SELECT 1
FROM topic AS seen_12
WHERE seen_12.subdistrict_id = seen_11.subdistrict_id AND seen_12.id = seen_11.topic_id AND seen_12.subdistrict_id = $1::UUID AND (NOT seen_12.restricted OR seen_12.reporter_id = $3::UUID OR (EXISTS (SELECT 1
FROM whistle_department AS call_13
WHERE call_13.subdistrict_id = seen_12.subdistrict_id AND call_13.partner_id = $2::UUID AND (EXISTS (SELECT 1
FROM whistle AS whistle_14
WHERE whistle_14.subdistrict_id = call_13.subdistrict_id AND whistle_14.id = call_13.whistle_id AND whistle_14.topic_id = seen_12.id)))))))
 LIMIT ALL OFFSET 0)) OR transition_2.subject_type = 'JOINT_MEETING' AND (EXISTS (SELECT 1
FROM joint_meeting AS seen_15
WHERE seen_15.subdistrict_id = transition_2.subdistrict_id AND seen_15.id = transition_2.subject_id AND seen_15.subdistrict_id = $1::UUID
 LIMIT ALL OFFSET 0)) OR transition_2.subject_type = 'WHISTLE' AND (EXISTS (SELECT 1
FROM whistle AS seen_16
WHERE seen_16.subdistrict_id = transition_2.subdistrict_id AND seen_16.id = transition_2.subject_id AND seen_16.subdistrict_id = $1::UUID AND (NOT seen_16.restricted OR (EXISTS (SELECT 1
FROM whistle_department AS call_17
WHERE call_17.subdistrict_id = seen_16.subdistrict_id AND call_17.whistle_id = seen_16.id AND call_17.partner_id = $2::UUID)))
 LIMIT ALL OFFSET 0)) OR transition_2.subject_type = 'ALLIANCE' AND (EXISTS (SELECT 1
FROM alliance AS seen_18
WHERE seen_18.subdistrict_id = transition_2.subdistrict_id AND seen_18.id = transition_2.subject_id AND seen_18.subdistrict_id = $1::UUID
 LIMIT ALL OFFSET 0)) OR transition_2.subject_type = 'MEMBERSHIP' AND (EXISTS (SELECT 1
FROM membership AS seen_19
WHERE seen_19.subdistrict_id = transition_2.subdistrict_id AND seen_19.id = transition_2.subject_id AND seen_19.subdistrict_id = $1::UUID
 LIMIT ALL OFFSET 0)) OR transition_2.subject_type = 'EXTENSION' AND (EXISTS (SELECT 1
FROM extension AS seen_20
WHERE seen_20.subdistrict_id = transition_2.subdistrict_id AND seen_20.id = transition_2.subject_id AND seen_20.subdistrict_id = $1::UUID AND (EXISTS (SELECT 1
FROM deadline AS seen_21
WHERE seen_21.subdistrict_id = seen_20.subdistrict_id AND seen_21.id = seen_20.deadline_id AND seen_21.subdistrict_id = $1::UUID AND (seen_21.subject_type = 'NEED' AND (EXISTS (SELECT 1
FROM need AS seen_22
WHERE seen_22.subdistrict_id = seen_21.subdistrict_id AND seen_22.id = seen_21.subject_id AND seen_22.subdistrict_id = $1::UUID AND ((seen_22.status NOT IN ('DRAFT', 'WITHDRAWN', 'EXPIRED')) OR seen_22.partner_id = $2::UUID)
 LIMIT ALL OFFSET 0)) OR seen_21.subject_type = 'RESOURCE' AND (EXISTS (SELECT 1
FROM resource AS seen_23
WHERE seen_23.subdistrict_id = seen_21.subdistrict_id AND seen_23.id = seen_21.subject_id AND seen_23.subdistrict_id = $1::UUID AND ((seen_23.status NOT IN ('DRAFT', 'WITHDRAWN', 'EXPIRED')) OR seen_23.partner_id = $2::UUID)
 LIMIT ALL OFFSET 0)) OR seen_21.subject_type = 'PROJECT' AND (EXISTS (SELECT 1
FROM project AS seen_24
WHERE seen_24.subdistrict_id = seen_21.subdistrict_id AND seen_24.id = seen_21.subject_id AND seen_24.subdistrict_id = $1::UUID
 LIMIT ALL OFFSET 0)) OR seen_21.subject_type = 'CLAIM' AND (EXISTS (SELECT 1
FROM claim AS seen_25
WHERE seen_25.subdistrict_id = seen_21.subdistrict_id AND seen_25.id = seen_21.subject_id AND seen_25.subdistrict_id = $1::UUID AND (seen_25.partner_id = $2::UUID OR seen_25.receiver_id = $2::UUID)
 LIMIT ALL OFFSET 0)) OR seen_21.subject_type = 'TOPIC' AND (EXISTS (SELECT 1
FROM topic AS seen_26
WHERE seen_26.subdistrict_id = seen_21.subdistrict_id AND seen_26.id = seen_21.subject_id AND seen_26.subdistrict_id = $1::UUID AND (NOT seen_26.restricted OR seen_26.reporter_id = $3::UUID OR (EXISTS (SELECT 1
FROM whistle_department AS call_27
WHERE call_27.subdistrict_id = seen_26.subdistrict_id AND call_27.partner_id = $2::UUID AND (EXISTS (SELECT 1
FROM whistle AS whistle_28
WHERE whistle_28.subdistrict_id = call_27.subdistrict_id AND whistle_28.id = call_27.whistle_id AND whistle_28.topic_id = seen_26.id)))))
 LIMIT ALL OFFSET 0)) OR seen_21.subject_type = 'WHISTLE' AND (EXISTS (SELECT 1
FROM whistle AS seen_29
WHERE seen_29.subdistrict_id = seen_21.subdistrict_id AND seen_29.id = seen_21.subject_id AND seen_29.subdistrict_id = $1::UUID AND (NOT seen_29.restricted OR (EXISTS (SELECT 1
FROM whistle_department AS call_30
WHERE call_30.subdistrict_id = seen_29.subdistrict_id AND call_30.whistle_id = seen_29.id AND call_30.partner_id = $2::UUID)))
 LIMIT ALL OFFSET 0)) OR seen_21.subject_type = 'MEMBERSHIP' AND (EXISTS (SELECT 1
FROM membership AS seen_31
WHERE seen_31.subdistrict_id = seen_21.subdistrict_id AND seen_31.id = seen_21.subject_id AND seen_31.subdistrict_id = $1::UUID
 LIMIT ALL OFFSET 0)))))
 LIMIT ALL OFFSET 0)))), ',"groups":[', (SELECT string_agg(concat('{"key":{"subjectType":"', transition_32_group.subject_type, '"},"count":', transition_32_group.total_0, '}'), ',') AS string_agg_1
FROM (SELECT transition_32.subject_type AS subject_type, concat(CAST(count(*) AS TEXT)) AS total_0
FROM transition AS transition_32
WHERE transition_32.subdistrict_id = $1::UUID AND (transition_32.subject_type = 'NEED' AND (EXISTS (SELECT 1
FROM need AS seen_33
WHERE seen_33.subdistrict_id = transition_32.subdistrict_id AND seen_33.id = transition_32.subject_id AND seen_33.subdistrict_id = $1::UUID AND ((seen_33.status NOT IN ('DRAFT', 'WITHDRAWN', 'EXPIRED')) OR seen_33.partner_id = $2::UUID)
 LIMIT ALL OFFSET 0)) OR transition_32.subject_type = 'RESOURCE' AND (EXISTS (SELECT 1
FROM resource AS seen_34
WHERE seen_34.subdistrict_id = transition_32.subdistrict_id AND seen_34.id = transition_32.subject_id AND seen_34.subdistrict_id = $1::UUID AND ((seen_34.status NOT IN ('DRAFT', 'WITHDRAWN', 'EXPIRED')) OR seen_34.partner_id = $2::UUID)
 LIMIT ALL OFFSET 0)) OR transition_32.subject_type = 'PROJECT' AND (EXISTS (SELECT 1
FROM project AS seen_35
WHERE seen_35.subdistrict_id = transition_32.subdistrict_id AND seen_35.id = transition_32.subject_id AND seen_35.subdistrict_id = $1::UUID
 LIMIT ALL OFFSET 0)) OR transition_32.subject_type = 'CLAIM' AND (EXISTS (SELECT 1
FROM claim AS seen_36
WHERE seen_36.subdistrict_id = transition_32.subdistrict_id AND seen_36.id = transition_32.subject_id AND seen_36.subdistrict_id = $1::UUID AND (seen_36.partner_id = $2::UUID OR seen_36.receiver_id = $2::UUID)
 LIMIT ALL OFFSET 0)) OR transition_32.subject_type = 'PARTNER_UNIT' AND (EXISTS (SELECT 1
FROM partner_unit AS seen_37
WHERE seen_37.subdistrict_id = transition_32.subdistrict_id AND seen_37.id = transition_32.subject_id AND seen_37.subdistrict_id = $1::UUID AND ((seen_37.status NOT IN ('APPLIED', 'REJECTED')) OR seen_37.id = $2::UUID)
 LIMIT ALL OFFSET 0)) OR transition_32.subject_type = 'TOPIC' AND (EXISTS (SELECT 1
FROM topic AS seen_38
WHERE seen_38.subdistrict_id = transition_32.subdistrict_id AND seen_38.id = transition_32.subject_id AND seen_38.subdistrict_id = $1::UUID AND (NOT seen_38.restricted OR seen_38.reporter_id = $3::UUID OR (EXISTS (SELECT 1
FROM whistle_department AS call_39
WHERE call_39.subdistrict_id = seen_38.subdistrict_id AND call_39.partner_id = $2::UUID AND (EXISTS (SELECT 1
FROM whistle AS whistle_40
WHERE whistle_40.subdistrict_id = call_39.subdistrict_id AND whistle_40.id = call_39.whistle_id AND whistle_40.topic_id = seen_38.id)))))
 LIMIT ALL OFFSET 0)) OR transition_32.subject_type = 'DELIBERATION' AND (EXISTS (SELECT 1
FROM deliberation AS seen_41
WHERE seen_41.subdistrict_id = transition_32.subdistrict_id AND seen_41.id = transition_32.subject_id AND seen_41.subdistrict_id = $1::UUID AND (EXISTS (SELECT 1
FROM topic AS seen_42
WHERE seen_42.subdistrict_id = seen_41.subdistrict_id AND seen_42.id = seen_41.topic_id AND seen_42.subdistrict_id = $1::UUID AND (NOT seen_42.restricted OR seen_42.reporter_id = $3::UUID OR (EXISTS (SELECT 1
FROM whistle_department AS call_43
WHERE call_43.subdistrict_id = seen_42.subdistrict_id AND call_43.partner_id = $2::UUID AND (EXISTS (SELECT 1
FROM whistle AS whistle_44
WHERE whistle_44.subdistrict_id = call_43.subdistrict_id AND whistle_44.id = call_43.whistle_id AND whistle_44.topic_id = seen_42.id)))))))
 LIMIT ALL OFFSET 0)) OR transition_32.subject_type = 'JOINT_MEETING' AND (EXISTS (SELECT 1
FROM joint_meeting AS seen_45
WHERE seen_45.subdistrict_id = transition_32.subdistrict_id AND seen_45.id = transition_32.subject_id AND seen_45.subdistrict_id = $1::UUID
 LIMIT ALL OFFSET 0)) OR transition_32.subject_type = 'WHISTLE' AND (EXISTS (SELECT 1
FROM whistle AS seen_46
WHERE seen_46.subdistrict_id = transition_32.subdistrict_id AND seen_46.id = transition_32.subject_id AND seen_46.subdistrict_id = $1::UUID AND (NOT seen_46.restricted OR (EXISTS (SELECT 1
FROM whistle_department AS call_47
WHERE call_47.subdistrict_id = seen_46.subdistrict_id AND call_47.whistle_id = seen_46.id AND call_47.partner_id = $2::UUID)))
 LIMIT ALL OFFSET 0)) OR transition_32.subject_type = 'ALLIANCE' AND (EXISTS (SELECT 1
FROM alliance AS seen_48
WHERE seen_48.subdistrict_id = transition_32.subdistrict_id AND seen_48.id = transition_32.subject_id AND seen_48.subdistrict_id = $1::UUID
 LIMIT ALL OFFSET 0)) OR transition_32.subject_type = 'MEMBERSHIP' AND (EXISTS (SELECT 1
FROM membership AS seen_49
WHERE seen_49.subdistrict_id = transition_32.subdistrict_id AND seen_49.id = transition_32.subject_id AND seen_49.subdistrict_id = $1::UUID
 LIMIT ALL OFFSET 0)) OR transition_32.subject_type = 'EXTENSION' AND (EXISTS (SELECT 1
FROM extension AS seen_50
WHERE seen_50.subdistrict_id = transition_32.subdistrict_id AND seen_50.id = transition_32.subject_id AND seen_50.subdistrict_id = $1::UUID AND (EXISTS (SELECT 1
FROM deadline AS seen_51
WHERE seen_51.subdistrict_id = seen_50.subdistrict_id AND seen_51.id = seen_50.deadline_id AND seen_51.subdistrict_id = $1::UUID AND (seen_51.subject_type = 'NEED' AND (EXISTS (SELECT 1
FROM need AS seen_52
WHERE seen_52.subdistrict_id = seen_51.subdistrict_id AND seen_52.id = seen_51.subject_id AND seen_52.subdistrict_id = $1::UUID AND ((seen_52.status NOT IN ('DRAFT', 'WITHDRAWN', 'EXPIRED')) OR seen_52.partner_id = $2::UUID)
 LIMIT ALL OFFSET 0)) OR seen_51.subject_type = 'RESOURCE' AND (EXISTS (SELECT 1
FROM resource AS seen_53
WHERE seen_53.subdistrict_id = seen_51.subdistrict_id AND seen_53.id = seen_51.subject_id AND seen_53.subdistrict_id = $1::UUID AND ((seen_53.status NOT IN ('DRAFT', 'WITHDRAWN', 'EXPIRED')) OR seen_53.partner_id = $2::UUID)
 LIMIT ALL OFFSET 0)) OR seen_51.subject_type = 'PROJECT' AND (EXISTS (SELECT 1
FROM project AS seen_54
WHERE seen_54.subdistrict_id = seen_51.subdistrict_id AND seen_54.id = seen_51.subject_id AND seen_54.subdistrict_id = $1::UUID
 LIMIT ALL OFFSET 0)) OR seen_51.subject_type = 'CLAIM' AND (EXISTS (SELECT 1
FROM claim AS seen_55
WHERE seen_55.subdistrict_id = seen_51.subdistrict_id AND seen_55.id = seen_51.subject_id AND seen_55.subdistrict_id = $1::UUID AND (seen_55.partner_id = $2::UUID OR seen_55.receiver_id = $2::UUID)
 LIMIT ALL OFFSET 0)) OR seen_51.subject_type = 'TOPIC' AND (EXISTS (SELECT 1
FROM topic AS seen_56
WHERE seen_56.subdistrict_id = seen_51.subdistrict_id AND seen_56.id = seen_51.subject_id AND seen_56.subdistrict_id = $1::UUID AND (NOT seen_56.restricted OR seen_56.reporter_id = $3::UUID OR (EXISTS (SELECT 1
FROM whistle_department AS call_57
WHERE call_57.subdistrict_id = seen_56.subdistrict_id AND call_57.partner_id = $2::UUID AND (EXISTS (SELECT 1
FROM whistle AS whistle_58
WHERE whistle_58.subdistrict_id = call_57.subdistrict_id AND whistle_58.id = call_57.whistle_id AND whistle_58.topic_id = seen_56.id)))))
 LIMIT ALL OFFSET 0)) OR seen_51.subject_type = 'WHISTLE' AND (EXISTS (SELECT 1
FROM whistle AS seen_59
WHERE seen_59.subdistrict_id = seen_51.subdistrict_id AND seen_59.id = seen_51.subject_id AND seen_59.subdistrict_id = $1::UUID AND (NOT seen_59.restricted OR (EXISTS (SELECT 1
FROM whistle_department AS call_60
WHERE call_60.subdistrict_id = seen_59.subdistrict_id AND call_60.whistle_id = seen_59.id AND call_60.partner_id = $2::UUID)))
 LIMIT ALL OFFSET 0)) OR seen_51.subject_type = 'MEMBERSHIP' AND (EXISTS (SELECT 1
FROM membership AS seen_61
WHERE seen_61.subdistrict_id = seen_51.subdistrict_id AND seen_61.id = seen_51.subject_id AND seen_61.subdistrict_id = $1::UUID
 LIMIT ALL OFFSET 0)))))
 LIMIT ALL OFFSET 0))) GROUP BY 1 ORDER BY count(*) DESC, 1
 LIMIT $4::INTEGER) AS transition_32_group), ']}')) AS concat_1
