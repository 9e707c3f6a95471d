SELECT concat((SELECT concat('{"totalCount":', (SELECT count(*) AS count_1
FROM need AS need_2
WHERE need_2.subdistrict_id = $1::UUID AND (NOT need_2.restricted OR need_2.partner_id = $2::UUID OR (EXISTS (SELECT 1
FROM topic AS origin_3
WHERE origin_3.subdistrict_id = need_2.subdistrict_id AND origin_3.id = need_2.topic_id AND origin_3.reporter_id = $3::UUID)) OR (EXISTS (SELECT 1
FROM whistle_department AS call_5
WHERE call_5.subdistrict_id = need_2.subdistrict_id AND call_5.partner_id = $2::UUID AND (EXISTS (SELECT 1
FROM whistle AS whistle_6
WHERE whistle_6.subdistrict_id = call_5.subdistrict_id AND whistle_6.id = call_5.whistle_id AND whistle_6.need_id = need_2.id)))) OR (EXISTS (SELECT 1
FROM claim AS given_4
WHERE given_4.subdistrict_id = need_2.subdistrict_id AND given_4.need_id = need_2.id AND given_4.partner_id = $2::UUID AND given_4.status IN ('PROPOSED', 'ACCEPTED', 'ACTIVE', 'DELIVERED', 'CONFIRMED', 'DEFAULTED')))) AND ((need_2.status NOT IN ('DRAFT', 'WITHDRAWN', 'EXPIRED')) OR need_2.partner_id = $2::UUID)), ',"nodes":[', string_agg(concat('{"title":', json_scalar(need_1.title), ',"status":"', need_1.status, '"}'), ','), ']}') AS concat_2
FROM (SELECT need_1.id, need_1.status, need_1.title
FROM need AS need_1
WHERE need_1.subdistrict_id = $1::UUID AND (NOT need_1.restricted OR need_1.partner_id = $2::UUID OR (EXISTS (SELECT 1
FROM topic AS origin_7
WHERE origin_7.subdistrict_id = need_1.subdistrict_id AND origin_7.id = need_1.topic_id AND origin_7.reporter_id = $3::UUID)) OR (EXISTS (SELECT 1
FROM whistle_department AS call_9
WHERE call_9.subdistrict_id = need_1.subdistrict_id AND call_9.partner_id = $2::UUID AND (EXISTS (SELECT 1
FROM whistle AS whistle_10
WHERE whistle_10.subdistrict_id = call_9.subdistrict_id AND whistle_10.id = call_9.whistle_id AND whistle_10.need_id = need_1.id)))) OR (EXISTS (SELECT 1
FROM claim AS given_8
WHERE given_8.subdistrict_id = need_1.subdistrict_id AND given_8.need_id = need_1.id AND given_8.partner_id = $2::UUID AND given_8.status IN ('PROPOSED', 'ACCEPTED', 'ACTIVE', 'DELIVERED', 'CONFIRMED', 'DEFAULTED')))) AND ((need_1.status NOT IN ('DRAFT', 'WITHDRAWN', 'EXPIRED')) OR need_1.partner_id = $2::UUID) ORDER BY need_1.id DESC
 LIMIT $4::INTEGER) AS need_1
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
WHERE seen_3.subdistrict_id = transition_2.subdistrict_id AND seen_3.id = transition_2.subject_id AND seen_3.subdistrict_id = $1::UUID AND (NOT seen_3.restricted OR seen_3.partner_id = $2::UUID OR (EXISTS (SELECT 1
FROM topic AS origin_4
WHERE origin_4.subdistrict_id = seen_3.subdistrict_id AND origin_4.id = seen_3.topic_id AND origin_4.reporter_id = $3::UUID)) OR (EXISTS (SELECT 1
FROM whistle_department AS call_6
WHERE call_6.subdistrict_id = seen_3.subdistrict_id AND call_6.partner_id = $2::UUID AND (EXISTS (SELECT 1
FROM whistle AS whistle_7
WHERE whistle_7.subdistrict_id = call_6.subdistrict_id AND whistle_7.id = call_6.whistle_id AND whistle_7.need_id = seen_3.id)))) OR (EXISTS (SELECT 1
FROM claim AS given_5
WHERE given_5.subdistrict_id = seen_3.subdistrict_id AND given_5.need_id = seen_3.id AND given_5.partner_id = $2::UUID AND given_5.status IN ('PROPOSED', 'ACCEPTED', 'ACTIVE', 'DELIVERED', 'CONFIRMED', 'DEFAULTED')))) AND ((seen_3.status NOT IN ('DRAFT', 'WITHDRAWN', 'EXPIRED')) OR seen_3.partner_id = $2::UUID)
 LIMIT ALL OFFSET 0)) OR transition_2.subject_type = 'RESOURCE' AND (EXISTS (SELECT 1
FROM resource AS seen_8
WHERE seen_8.subdistrict_id = transition_2.subdistrict_id AND seen_8.id = transition_2.subject_id AND seen_8.subdistrict_id = $1::UUID AND ((seen_8.status NOT IN ('DRAFT', 'WITHDRAWN', 'EXPIRED')) OR seen_8.partner_id = $2::UUID)
 LIMIT ALL OFFSET 0)) OR transition_2.subject_type = 'PROJECT' AND (EXISTS (SELECT 1
FROM project AS seen_9
WHERE seen_9.subdistrict_id = transition_2.subdistrict_id AND seen_9.id = transition_2.subject_id AND seen_9.subdistrict_id = $1::UUID AND (NOT seen_9.restricted OR (EXISTS (SELECT 1
FROM need_line AS answer_10
WHERE answer_10.subdistrict_id = seen_9.subdistrict_id AND answer_10.project_id = seen_9.id AND (EXISTS (SELECT 1
FROM need AS handled_11
WHERE handled_11.subdistrict_id = answer_10.subdistrict_id AND handled_11.id = answer_10.need_id AND handled_11.restricted AND (handled_11.partner_id = $2::UUID OR (EXISTS (SELECT 1
FROM topic AS origin_12
WHERE origin_12.subdistrict_id = handled_11.subdistrict_id AND origin_12.id = handled_11.topic_id AND origin_12.reporter_id = $3::UUID)) OR (EXISTS (SELECT 1
FROM whistle_department AS call_14
WHERE call_14.subdistrict_id = handled_11.subdistrict_id AND call_14.partner_id = $2::UUID AND (EXISTS (SELECT 1
FROM whistle AS whistle_15
WHERE whistle_15.subdistrict_id = call_14.subdistrict_id AND whistle_15.id = call_14.whistle_id AND whistle_15.need_id = handled_11.id)))) OR (EXISTS (SELECT 1
FROM claim AS given_13
WHERE given_13.subdistrict_id = handled_11.subdistrict_id AND given_13.need_id = handled_11.id AND given_13.partner_id = $2::UUID AND given_13.status IN ('PROPOSED', 'ACCEPTED', 'ACTIVE', 'DELIVERED', 'CONFIRMED', 'DEFAULTED')))))))))
 LIMIT ALL OFFSET 0)) OR transition_2.subject_type = 'CLAIM' AND (EXISTS (SELECT 1
FROM claim AS seen_16
WHERE seen_16.subdistrict_id = transition_2.subdistrict_id AND seen_16.id = transition_2.subject_id AND seen_16.subdistrict_id = $1::UUID AND (seen_16.partner_id = $2::UUID OR seen_16.receiver_id = $2::UUID)
 LIMIT ALL OFFSET 0)) OR transition_2.subject_type = 'PARTNER_UNIT' AND (EXISTS (SELECT 1
FROM partner_unit AS seen_17
WHERE seen_17.subdistrict_id = transition_2.subdistrict_id AND seen_17.id = transition_2.subject_id AND seen_17.subdistrict_id = $1::UUID AND ((seen_17.status NOT IN ('APPLIED', 'REJECTED')) OR seen_17.id = $2::UUID)
 LIMIT ALL OFFSET 0)) OR transition_2.subject_type = 'TOPIC' AND (EXISTS (SELECT 1
FROM topic AS seen_18
WHERE seen_18.subdistrict_id = transition_2.subdistrict_id AND seen_18.id = transition_2.subject_id AND seen_18.subdistrict_id = $1::UUID AND (NOT seen_18.restricted OR seen_18.reporter_id = $3::UUID OR (EXISTS (SELECT 1
FROM whistle_department AS call_19
WHERE call_19.subdistrict_id = seen_18.subdistrict_id AND call_19.partner_id = $2::UUID AND (EXISTS (SELECT 1
FROM whistle AS whistle_20
WHERE whistle_20.subdistrict_id = call_19.subdistrict_id AND whistle_20.id = call_19.whistle_id AND whistle_20.topic_id = seen_18.id)))))
 LIMIT ALL OFFSET 0)) OR transition_2.subject_type = 'DELIBERATION' AND (EXISTS (SELECT 1
FROM deliberation AS seen_21
WHERE seen_21.subdistrict_id = transition_2.subdistrict_id AND seen_21.id = transition_2.subject_id AND seen_21.subdistrict_id = $1::UUID AND (EXISTS (SELECT 1
FROM topic AS seen_22
WHERE seen_22.subdistrict_id = seen_21.subdistrict_id AND seen_22.id = seen_21.topic_id AND seen_22.subdistrict_id = $1::UUID AND (NOT seen_22.restricted OR seen_22.reporter_id = $3::UUID OR (EXISTS (SELECT 1
FROM whistle_department AS call_23
WHERE call_23.subdistrict_id = seen_22.subdistrict_id AND call_23.partner_id = $2::UUID AND (EXISTS (SELECT 1
FROM whistle AS whistle_24
WHERE whistle_24.subdistrict_id = call_23.subdistrict_id AND whistle_24.id = call_23.whistle_id AND whistle_24.topic_id = seen_22.id)))))))
 LIMIT ALL OFFSET 0)) OR transition_2.subject_type = 'JOINT_MEETING' AND (EXISTS (SELECT 1
FROM joint_meeting AS seen_25
WHERE seen_25.subdistrict_id = transition_2.subdistrict_id AND seen_25.id = transition_2.subject_id AND seen_25.subdistrict_id = $1::UUID
 LIMIT ALL OFFSET 0)) OR transition_2.subject_type = 'WHISTLE' AND (EXISTS (SELECT 1
FROM whistle AS seen_26
WHERE seen_26.subdistrict_id = transition_2.subdistrict_id AND seen_26.id = transition_2.subject_id AND seen_26.subdistrict_id = $1::UUID AND (NOT seen_26.restricted OR (EXISTS (SELECT 1
FROM whistle_department AS call_27
WHERE call_27.subdistrict_id = seen_26.subdistrict_id AND call_27.whistle_id = seen_26.id AND call_27.partner_id = $2::UUID)))
 LIMIT ALL OFFSET 0)) OR transition_2.subject_type = 'ALLIANCE' AND (EXISTS (SELECT 1
FROM alliance AS seen_28
WHERE seen_28.subdistrict_id = transition_2.subdistrict_id AND seen_28.id = transition_2.subject_id AND seen_28.subdistrict_id = $1::UUID
 LIMIT ALL OFFSET 0)) OR transition_2.subject_type = 'MEMBERSHIP' AND (EXISTS (SELECT 1
FROM membership AS seen_29
WHERE seen_29.subdistrict_id = transition_2.subdistrict_id AND seen_29.id = transition_2.subject_id AND seen_29.subdistrict_id = $1::UUID
 LIMIT ALL OFFSET 0)) OR transition_2.subject_type = 'EXTENSION' AND (EXISTS (SELECT 1
FROM extension AS seen_30
WHERE seen_30.subdistrict_id = transition_2.subdistrict_id AND seen_30.id = transition_2.subject_id AND seen_30.subdistrict_id = $1::UUID AND (EXISTS (SELECT 1
FROM deadline AS seen_31
WHERE seen_31.subdistrict_id = seen_30.subdistrict_id AND seen_31.id = seen_30.deadline_id AND seen_31.subdistrict_id = $1::UUID AND (seen_31.subject_type = 'NEED' AND (EXISTS (SELECT 1
FROM need AS seen_32
WHERE seen_32.subdistrict_id = seen_31.subdistrict_id AND seen_32.id = seen_31.subject_id AND seen_32.subdistrict_id = $1::UUID AND (NOT seen_32.restricted OR seen_32.partner_id = $2::UUID OR (EXISTS (SELECT 1
FROM topic AS origin_33
WHERE origin_33.subdistrict_id = seen_32.subdistrict_id AND origin_33.id = seen_32.topic_id AND origin_33.reporter_id = $3::UUID)) OR (EXISTS (SELECT 1
FROM whistle_department AS call_35
WHERE call_35.subdistrict_id = seen_32.subdistrict_id AND call_35.partner_id = $2::UUID AND (EXISTS (SELECT 1
FROM whistle AS whistle_36
WHERE whistle_36.subdistrict_id = call_35.subdistrict_id AND whistle_36.id = call_35.whistle_id AND whistle_36.need_id = seen_32.id)))) OR (EXISTS (SELECT 1
FROM claim AS given_34
WHERE given_34.subdistrict_id = seen_32.subdistrict_id AND given_34.need_id = seen_32.id AND given_34.partner_id = $2::UUID AND given_34.status IN ('PROPOSED', 'ACCEPTED', 'ACTIVE', 'DELIVERED', 'CONFIRMED', 'DEFAULTED')))) AND ((seen_32.status NOT IN ('DRAFT', 'WITHDRAWN', 'EXPIRED')) OR seen_32.partner_id = $2::UUID)
 LIMIT ALL OFFSET 0)) OR seen_31.subject_type = 'RESOURCE' AND (EXISTS (SELECT 1
FROM resource AS seen_37
WHERE seen_37.subdistrict_id = seen_31.subdistrict_id AND seen_37.id = seen_31.subject_id AND seen_37.subdistrict_id = $1::UUID AND ((seen_37.status NOT IN ('DRAFT', 'WITHDRAWN', 'EXPIRED')) OR seen_37.partner_id = $2::UUID)
 LIMIT ALL OFFSET 0)) OR seen_31.subject_type = 'PROJECT' AND (EXISTS (SELECT 1
FROM project AS seen_38
WHERE seen_38.subdistrict_id = seen_31.subdistrict_id AND seen_38.id = seen_31.subject_id AND seen_38.subdistrict_id = $1::UUID AND (NOT seen_38.restricted OR (EXISTS (SELECT 1
FROM need_line AS answer_39
WHERE answer_39.subdistrict_id = seen_38.subdistrict_id AND answer_39.project_id = seen_38.id AND (EXISTS (SELECT 1
FROM need AS handled_40
WHERE handled_40.subdistrict_id = answer_39.subdistrict_id AND handled_40.id = answer_39.need_id AND handled_40.restricted AND (handled_40.partner_id = $2::UUID OR (EXISTS (SELECT 1
FROM topic AS origin_41
WHERE origin_41.subdistrict_id = handled_40.subdistrict_id AND origin_41.id = handled_40.topic_id AND origin_41.reporter_id = $3::UUID)) OR (EXISTS (SELECT 1
FROM whistle_department AS call_43
WHERE call_43.subdistrict_id = handled_40.subdistrict_id AND call_43.partner_id = $2::UUID AND (EXISTS (SELECT 1
FROM whistle AS whistle_44
WHERE whistle_44.subdistrict_id = call_43.subdistrict_id AND whistle_44.id = call_43.whistle_id AND whistle_44.need_id = handled_40.id)))) OR (EXISTS (SELECT 1
FROM claim AS given_42
WHERE given_42.subdistrict_id = handled_40.subdistrict_id AND given_42.need_id = handled_40.id AND given_42.partner_id = $2::UUID AND given_42.status IN ('PROPOSED', 'ACCEPTED', 'ACTIVE', 'DELIVERED', 'CONFIRMED', 'DEFAULTED')))))))))
 LIMIT ALL OFFSET 0)) OR seen_31.subject_type = 'CLAIM' AND (EXISTS (SELECT 1
FROM claim AS seen_45
WHERE seen_45.subdistrict_id = seen_31.subdistrict_id AND seen_45.id = seen_31.subject_id AND seen_45.subdistrict_id = $1::UUID AND (seen_45.partner_id = $2::UUID OR seen_45.receiver_id = $2::UUID)
 LIMIT ALL OFFSET 0)) OR seen_31.subject_type = 'TOPIC' AND (EXISTS (SELECT 1
FROM topic AS seen_46
WHERE seen_46.subdistrict_id = seen_31.subdistrict_id AND seen_46.id = seen_31.subject_id AND seen_46.subdistrict_id = $1::UUID AND (NOT seen_46.restricted OR seen_46.reporter_id = $3::UUID OR (EXISTS (SELECT 1
FROM whistle_department AS call_47
WHERE call_47.subdistrict_id = seen_46.subdistrict_id AND call_47.partner_id = $2::UUID AND (EXISTS (SELECT 1
FROM whistle AS whistle_48
WHERE whistle_48.subdistrict_id = call_47.subdistrict_id AND whistle_48.id = call_47.whistle_id AND whistle_48.topic_id = seen_46.id)))))
 LIMIT ALL OFFSET 0)) OR seen_31.subject_type = 'WHISTLE' AND (EXISTS (SELECT 1
FROM whistle AS seen_49
WHERE seen_49.subdistrict_id = seen_31.subdistrict_id AND seen_49.id = seen_31.subject_id AND seen_49.subdistrict_id = $1::UUID AND (NOT seen_49.restricted OR (EXISTS (SELECT 1
FROM whistle_department AS call_50
WHERE call_50.subdistrict_id = seen_49.subdistrict_id AND call_50.whistle_id = seen_49.id AND call_50.partner_id = $2::UUID)))
 LIMIT ALL OFFSET 0)) OR seen_31.subject_type = 'MEMBERSHIP' AND (EXISTS (SELECT 1
FROM membership AS seen_51
WHERE seen_51.subdistrict_id = seen_31.subdistrict_id AND seen_51.id = seen_31.subject_id AND seen_51.subdistrict_id = $1::UUID
 LIMIT ALL OFFSET 0)))))
 LIMIT ALL OFFSET 0)))), ',"groups":[', (SELECT string_agg(concat('{"key":{"subjectType":"', transition_52_group.subject_type, '"},"count":', transition_52_group.total_0, '}'), ',') AS string_agg_1
FROM (SELECT transition_52.subject_type AS subject_type, concat(CAST(count(*) AS TEXT)) AS total_0
FROM transition AS transition_52
WHERE transition_52.subdistrict_id = $1::UUID AND (transition_52.subject_type = 'NEED' AND (EXISTS (SELECT 1
FROM need AS seen_53
WHERE seen_53.subdistrict_id = transition_52.subdistrict_id AND seen_53.id = transition_52.subject_id AND seen_53.subdistrict_id = $1::UUID AND (NOT seen_53.restricted OR seen_53.partner_id = $2::UUID OR (EXISTS (SELECT 1
FROM topic AS origin_54
WHERE origin_54.subdistrict_id = seen_53.subdistrict_id AND origin_54.id = seen_53.topic_id AND origin_54.reporter_id = $3::UUID)) OR (EXISTS (SELECT 1
FROM whistle_department AS call_56
WHERE call_56.subdistrict_id = seen_53.subdistrict_id AND call_56.partner_id = $2::UUID AND (EXISTS (SELECT 1
FROM whistle AS whistle_57
WHERE whistle_57.subdistrict_id = call_56.subdistrict_id AND whistle_57.id = call_56.whistle_id AND whistle_57.need_id = seen_53.id)))) OR (EXISTS (SELECT 1
FROM claim AS given_55
WHERE given_55.subdistrict_id = seen_53.subdistrict_id AND given_55.need_id = seen_53.id AND given_55.partner_id = $2::UUID AND given_55.status IN ('PROPOSED', 'ACCEPTED', 'ACTIVE', 'DELIVERED', 'CONFIRMED', 'DEFAULTED')))) AND ((seen_53.status NOT IN ('DRAFT', 'WITHDRAWN', 'EXPIRED')) OR seen_53.partner_id = $2::UUID)
 LIMIT ALL OFFSET 0)) OR transition_52.subject_type = 'RESOURCE' AND (EXISTS (SELECT 1
FROM resource AS seen_58
WHERE seen_58.subdistrict_id = transition_52.subdistrict_id AND seen_58.id = transition_52.subject_id AND seen_58.subdistrict_id = $1::UUID AND ((seen_58.status NOT IN ('DRAFT', 'WITHDRAWN', 'EXPIRED')) OR seen_58.partner_id = $2::UUID)
 LIMIT ALL OFFSET 0)) OR transition_52.subject_type = 'PROJECT' AND (EXISTS (SELECT 1
FROM project AS seen_59
WHERE seen_59.subdistrict_id = transition_52.subdistrict_id AND seen_59.id = transition_52.subject_id AND seen_59.subdistrict_id = $1::UUID AND (NOT seen_59.restricted OR (EXISTS (SELECT 1
FROM need_line AS answer_60
WHERE answer_60.subdistrict_id = seen_59.subdistrict_id AND answer_60.project_id = seen_59.id AND (EXISTS (SELECT 1
FROM need AS handled_61
WHERE handled_61.subdistrict_id = answer_60.subdistrict_id AND handled_61.id = answer_60.need_id AND handled_61.restricted AND (handled_61.partner_id = $2::UUID OR (EXISTS (SELECT 1
FROM topic AS origin_62
WHERE origin_62.subdistrict_id = handled_61.subdistrict_id AND origin_62.id = handled_61.topic_id AND origin_62.reporter_id = $3::UUID)) OR (EXISTS (SELECT 1
FROM whistle_department AS call_64
WHERE call_64.subdistrict_id = handled_61.subdistrict_id AND call_64.partner_id = $2::UUID AND (EXISTS (SELECT 1
FROM whistle AS whistle_65
WHERE whistle_65.subdistrict_id = call_64.subdistrict_id AND whistle_65.id = call_64.whistle_id AND whistle_65.need_id = handled_61.id)))) OR (EXISTS (SELECT 1
FROM claim AS given_63
WHERE given_63.subdistrict_id = handled_61.subdistrict_id AND given_63.need_id = handled_61.id AND given_63.partner_id = $2::UUID AND given_63.status IN ('PROPOSED', 'ACCEPTED', 'ACTIVE', 'DELIVERED', 'CONFIRMED', 'DEFAULTED')))))))))
 LIMIT ALL OFFSET 0)) OR transition_52.subject_type = 'CLAIM' AND (EXISTS (SELECT 1
FROM claim AS seen_66
WHERE seen_66.subdistrict_id = transition_52.subdistrict_id AND seen_66.id = transition_52.subject_id AND seen_66.subdistrict_id = $1::UUID AND (seen_66.partner_id = $2::UUID OR seen_66.receiver_id = $2::UUID)
 LIMIT ALL OFFSET 0)) OR transition_52.subject_type = 'PARTNER_UNIT' AND (EXISTS (SELECT 1
FROM partner_unit AS seen_67
WHERE seen_67.subdistrict_id = transition_52.subdistrict_id AND seen_67.id = transition_52.subject_id AND seen_67.subdistrict_id = $1::UUID AND ((seen_67.status NOT IN ('APPLIED', 'REJECTED')) OR seen_67.id = $2::UUID)
 LIMIT ALL OFFSET 0)) OR transition_52.subject_type = 'TOPIC' AND (EXISTS (SELECT 1
FROM topic AS seen_68
WHERE seen_68.subdistrict_id = transition_52.subdistrict_id AND seen_68.id = transition_52.subject_id AND seen_68.subdistrict_id = $1::UUID AND (NOT seen_68.restricted OR seen_68.reporter_id = $3::UUID OR (EXISTS (SELECT 1
FROM whistle_department AS call_69
WHERE call_69.subdistrict_id = seen_68.subdistrict_id AND call_69.partner_id = $2::UUID AND (EXISTS (SELECT 1
FROM whistle AS whistle_70
WHERE whistle_70.subdistrict_id = call_69.subdistrict_id AND whistle_70.id = call_69.whistle_id AND whistle_70.topic_id = seen_68.id)))))
 LIMIT ALL OFFSET 0)) OR transition_52.subject_type = 'DELIBERATION' AND (EXISTS (SELECT 1
FROM deliberation AS seen_71
WHERE seen_71.subdistrict_id = transition_52.subdistrict_id AND seen_71.id = transition_52.subject_id AND seen_71.subdistrict_id = $1::UUID AND (EXISTS (SELECT 1
FROM topic AS seen_72
WHERE seen_72.subdistrict_id = seen_71.subdistrict_id AND seen_72.id = seen_71.topic_id AND seen_72.subdistrict_id = $1::UUID AND (NOT seen_72.restricted OR seen_72.reporter_id = $3::UUID OR (EXISTS (SELECT 1
FROM whistle_department AS call_73
WHERE call_73.subdistrict_id = seen_72.subdistrict_id AND call_73.partner_id = $2::UUID AND (EXISTS (SELECT 1
FROM whistle AS whistle_74
WHERE whistle_74.subdistrict_id = call_73.subdistrict_id AND whistle_74.id = call_73.whistle_id AND whistle_74.topic_id = seen_72.id)))))))
 LIMIT ALL OFFSET 0)) OR transition_52.subject_type = 'JOINT_MEETING' AND (EXISTS (SELECT 1
FROM joint_meeting AS seen_75
WHERE seen_75.subdistrict_id = transition_52.subdistrict_id AND seen_75.id = transition_52.subject_id AND seen_75.subdistrict_id = $1::UUID
 LIMIT ALL OFFSET 0)) OR transition_52.subject_type = 'WHISTLE' AND (EXISTS (SELECT 1
FROM whistle AS seen_76
WHERE seen_76.subdistrict_id = transition_52.subdistrict_id AND seen_76.id = transition_52.subject_id AND seen_76.subdistrict_id = $1::UUID AND (NOT seen_76.restricted OR (EXISTS (SELECT 1
FROM whistle_department AS call_77
WHERE call_77.subdistrict_id = seen_76.subdistrict_id AND call_77.whistle_id = seen_76.id AND call_77.partner_id = $2::UUID)))
 LIMIT ALL OFFSET 0)) OR transition_52.subject_type = 'ALLIANCE' AND (EXISTS (SELECT 1
FROM alliance AS seen_78
WHERE seen_78.subdistrict_id = transition_52.subdistrict_id AND seen_78.id = transition_52.subject_id AND seen_78.subdistrict_id = $1::UUID
 LIMIT ALL OFFSET 0)) OR transition_52.subject_type = 'MEMBERSHIP' AND (EXISTS (SELECT 1
FROM membership AS seen_79
WHERE seen_79.subdistrict_id = transition_52.subdistrict_id AND seen_79.id = transition_52.subject_id AND seen_79.subdistrict_id = $1::UUID
 LIMIT ALL OFFSET 0)) OR transition_52.subject_type = 'EXTENSION' AND (EXISTS (SELECT 1
FROM extension AS seen_80
WHERE seen_80.subdistrict_id = transition_52.subdistrict_id AND seen_80.id = transition_52.subject_id AND seen_80.subdistrict_id = $1::UUID AND (EXISTS (SELECT 1
FROM deadline AS seen_81
WHERE seen_81.subdistrict_id = seen_80.subdistrict_id AND seen_81.id = seen_80.deadline_id AND seen_81.subdistrict_id = $1::UUID AND (seen_81.subject_type = 'NEED' AND (EXISTS (SELECT 1
FROM need AS seen_82
WHERE seen_82.subdistrict_id = seen_81.subdistrict_id AND seen_82.id = seen_81.subject_id AND seen_82.subdistrict_id = $1::UUID AND (NOT seen_82.restricted OR seen_82.partner_id = $2::UUID OR (EXISTS (SELECT 1
FROM topic AS origin_83
WHERE origin_83.subdistrict_id = seen_82.subdistrict_id AND origin_83.id = seen_82.topic_id AND origin_83.reporter_id = $3::UUID)) OR (EXISTS (SELECT 1
FROM whistle_department AS call_85
WHERE call_85.subdistrict_id = seen_82.subdistrict_id AND call_85.partner_id = $2::UUID AND (EXISTS (SELECT 1
FROM whistle AS whistle_86
WHERE whistle_86.subdistrict_id = call_85.subdistrict_id AND whistle_86.id = call_85.whistle_id AND whistle_86.need_id = seen_82.id)))) OR (EXISTS (SELECT 1
FROM claim AS given_84
WHERE given_84.subdistrict_id = seen_82.subdistrict_id AND given_84.need_id = seen_82.id AND given_84.partner_id = $2::UUID AND given_84.status IN ('PROPOSED', 'ACCEPTED', 'ACTIVE', 'DELIVERED', 'CONFIRMED', 'DEFAULTED')))) AND ((seen_82.status NOT IN ('DRAFT', 'WITHDRAWN', 'EXPIRED')) OR seen_82.partner_id = $2::UUID)
 LIMIT ALL OFFSET 0)) OR seen_81.subject_type = 'RESOURCE' AND (EXISTS (SELECT 1
FROM resource AS seen_87
WHERE seen_87.subdistrict_id = seen_81.subdistrict_id AND seen_87.id = seen_81.subject_id AND seen_87.subdistrict_id = $1::UUID AND ((seen_87.status NOT IN ('DRAFT', 'WITHDRAWN', 'EXPIRED')) OR seen_87.partner_id = $2::UUID)
 LIMIT ALL OFFSET 0)) OR seen_81.subject_type = 'PROJECT' AND (EXISTS (SELECT 1
FROM project AS seen_88
WHERE seen_88.subdistrict_id = seen_81.subdistrict_id AND seen_88.id = seen_81.subject_id AND seen_88.subdistrict_id = $1::UUID AND (NOT seen_88.restricted OR (EXISTS (SELECT 1
FROM need_line AS answer_89
WHERE answer_89.subdistrict_id = seen_88.subdistrict_id AND answer_89.project_id = seen_88.id AND (EXISTS (SELECT 1
FROM need AS handled_90
WHERE handled_90.subdistrict_id = answer_89.subdistrict_id AND handled_90.id = answer_89.need_id AND handled_90.restricted AND (handled_90.partner_id = $2::UUID OR (EXISTS (SELECT 1
FROM topic AS origin_91
WHERE origin_91.subdistrict_id = handled_90.subdistrict_id AND origin_91.id = handled_90.topic_id AND origin_91.reporter_id = $3::UUID)) OR (EXISTS (SELECT 1
FROM whistle_department AS call_93
WHERE call_93.subdistrict_id = handled_90.subdistrict_id AND call_93.partner_id = $2::UUID AND (EXISTS (SELECT 1
FROM whistle AS whistle_94
WHERE whistle_94.subdistrict_id = call_93.subdistrict_id AND whistle_94.id = call_93.whistle_id AND whistle_94.need_id = handled_90.id)))) OR (EXISTS (SELECT 1
FROM claim AS given_92
WHERE given_92.subdistrict_id = handled_90.subdistrict_id AND given_92.need_id = handled_90.id AND given_92.partner_id = $2::UUID AND given_92.status IN ('PROPOSED', 'ACCEPTED', 'ACTIVE', 'DELIVERED', 'CONFIRMED', 'DEFAULTED')))))))))
 LIMIT ALL OFFSET 0)) OR seen_81.subject_type = 'CLAIM' AND (EXISTS (SELECT 1
FROM claim AS seen_95
WHERE seen_95.subdistrict_id = seen_81.subdistrict_id AND seen_95.id = seen_81.subject_id AND seen_95.subdistrict_id = $1::UUID AND (seen_95.partner_id = $2::UUID OR seen_95.receiver_id = $2::UUID)
 LIMIT ALL OFFSET 0)) OR seen_81.subject_type = 'TOPIC' AND (EXISTS (SELECT 1
FROM topic AS seen_96
WHERE seen_96.subdistrict_id = seen_81.subdistrict_id AND seen_96.id = seen_81.subject_id AND seen_96.subdistrict_id = $1::UUID AND (NOT seen_96.restricted OR seen_96.reporter_id = $3::UUID OR (EXISTS (SELECT 1
FROM whistle_department AS call_97
WHERE call_97.subdistrict_id = seen_96.subdistrict_id AND call_97.partner_id = $2::UUID AND (EXISTS (SELECT 1
FROM whistle AS whistle_98
WHERE whistle_98.subdistrict_id = call_97.subdistrict_id AND whistle_98.id = call_97.whistle_id AND whistle_98.topic_id = seen_96.id)))))
 LIMIT ALL OFFSET 0)) OR seen_81.subject_type = 'WHISTLE' AND (EXISTS (SELECT 1
FROM whistle AS seen_99
WHERE seen_99.subdistrict_id = seen_81.subdistrict_id AND seen_99.id = seen_81.subject_id AND seen_99.subdistrict_id = $1::UUID AND (NOT seen_99.restricted OR (EXISTS (SELECT 1
FROM whistle_department AS call_100
WHERE call_100.subdistrict_id = seen_99.subdistrict_id AND call_100.whistle_id = seen_99.id AND call_100.partner_id = $2::UUID)))
 LIMIT ALL OFFSET 0)) OR seen_81.subject_type = 'MEMBERSHIP' AND (EXISTS (SELECT 1
FROM membership AS seen_101
WHERE seen_101.subdistrict_id = seen_81.subdistrict_id AND seen_101.id = seen_81.subject_id AND seen_101.subdistrict_id = $1::UUID
 LIMIT ALL OFFSET 0)))))
 LIMIT ALL OFFSET 0))) GROUP BY 1 ORDER BY count(*) DESC, 1
 LIMIT $4::INTEGER) AS transition_52_group), ']}')) AS concat_1
