SELECT (SELECT concat('[', string_agg(coalesce(CASE asked.type WHEN 15 THEN (SELECT concat('{"__typename":"Account","id":"', encode('\x0f'::bytea || uuid_send(account_1.id) || uuid_send(account_1.id), 'base64'), '","displayName":', json_scalar(account_1.display_name), ',"login":', CASE WHEN (account_1.id = $1::UUID) THEN concat(json_scalar(account_1.login)) ELSE 'null' END, '}') AS concat_2
FROM account AS account_1
WHERE account_1.id = asked.id AND (account_1.subdistrict_id = $2::UUID AND (account_1.role != 'RESIDENT' OR account_1.id = $1::UUID) OR account_1.id = $1::UUID)) WHEN 29 THEN (SELECT concat('{"__typename":"Attachment","id":"', encode('\x1d'::bytea || uuid_send(attachment_2.subdistrict_id) || uuid_send(attachment_2.id), 'base64'), '"}') AS concat_3
FROM attachment AS attachment_2
WHERE attachment_2.subdistrict_id = asked.subdistrict_id AND attachment_2.id = asked.id AND attachment_2.subdistrict_id = $2::UUID AND (attachment_2.subject_type = 'NEED' AND (EXISTS (SELECT 1
FROM need AS seen_3
WHERE seen_3.subdistrict_id = attachment_2.subdistrict_id AND seen_3.id = attachment_2.subject_id AND seen_3.subdistrict_id = $2::UUID AND (NOT seen_3.restricted OR seen_3.branch_id = $3::UUID OR (EXISTS (SELECT 1
FROM topic AS origin_4
WHERE origin_4.subdistrict_id = seen_3.subdistrict_id AND origin_4.id = seen_3.topic_id AND origin_4.reporter_id = $1::UUID))) AND ((seen_3.status NOT IN ('DRAFT', 'WITHDRAWN', 'EXPIRED')) OR seen_3.branch_id = $3::UUID)
 LIMIT ALL OFFSET 0)) OR attachment_2.subject_type = 'RESOURCE' AND (EXISTS (SELECT 1
FROM resource AS seen_5
WHERE seen_5.subdistrict_id = attachment_2.subdistrict_id AND seen_5.id = attachment_2.subject_id AND seen_5.subdistrict_id = $2::UUID AND (seen_5.status NOT IN ('DRAFT', 'WITHDRAWN', 'EXPIRED'))
 LIMIT ALL OFFSET 0)) OR attachment_2.subject_type = 'PROJECT' AND (EXISTS (SELECT 1
FROM project AS seen_6
WHERE seen_6.subdistrict_id = attachment_2.subdistrict_id AND seen_6.id = attachment_2.subject_id AND seen_6.subdistrict_id = $2::UUID AND (NOT seen_6.restricted OR seen_6.branch_id = $3::UUID OR (EXISTS (SELECT 1
FROM need_line AS answer_7
WHERE answer_7.subdistrict_id = seen_6.subdistrict_id AND answer_7.project_id = seen_6.id AND (EXISTS (SELECT 1
FROM need AS handled_8
WHERE handled_8.subdistrict_id = answer_7.subdistrict_id AND handled_8.id = answer_7.need_id AND handled_8.restricted AND (handled_8.branch_id = $3::UUID OR (EXISTS (SELECT 1
FROM topic AS origin_9
WHERE origin_9.subdistrict_id = handled_8.subdistrict_id AND origin_9.id = handled_8.topic_id AND origin_9.reporter_id = $1::UUID))))))))
 LIMIT ALL OFFSET 0)) OR attachment_2.subject_type = 'CLAIM' AND (EXISTS (SELECT 1
FROM claim AS seen_10
WHERE seen_10.subdistrict_id = attachment_2.subdistrict_id AND seen_10.id = attachment_2.subject_id AND seen_10.subdistrict_id = $2::UUID AND seen_10.branch_id = $3::UUID
 LIMIT ALL OFFSET 0)) OR attachment_2.subject_type = 'PARTNER_UNIT' AND (EXISTS (SELECT 1
FROM partner_unit AS seen_11
WHERE seen_11.subdistrict_id = attachment_2.subdistrict_id AND seen_11.id = attachment_2.subject_id AND seen_11.subdistrict_id = $2::UUID AND (seen_11.status NOT IN ('APPLIED', 'REJECTED'))
 LIMIT ALL OFFSET 0)) OR attachment_2.subject_type = 'TOPIC' AND (EXISTS (SELECT 1
FROM topic AS seen_12
WHERE seen_12.subdistrict_id = attachment_2.subdistrict_id AND seen_12.id = attachment_2.subject_id AND seen_12.subdistrict_id = $2::UUID AND (NOT seen_12.restricted OR seen_12.branch_id = $3::UUID OR seen_12.reporter_id = $1::UUID)
 LIMIT ALL OFFSET 0)) OR attachment_2.subject_type = 'DELIBERATION' AND (EXISTS (SELECT 1
FROM deliberation AS seen_13
WHERE seen_13.subdistrict_id = attachment_2.subdistrict_id AND seen_13.id = attachment_2.subject_id AND seen_13.subdistrict_id = $2::UUID AND (EXISTS (SELECT 1
FROM topic AS seen_14
WHERE seen_14.subdistrict_id = seen_13.subdistrict_id AND seen_14.id = seen_13.topic_id AND seen_14.subdistrict_id = $2::UUID AND (NOT seen_14.restricted OR seen_14.branch_id = $3::UUID OR seen_14.reporter_id = $1::UUID)))
 LIMIT ALL OFFSET 0)) OR attachment_2.subject_type = 'JOINT_MEETING' AND (EXISTS (SELECT 1
FROM joint_meeting AS seen_15
WHERE seen_15.subdistrict_id = attachment_2.subdistrict_id AND seen_15.id = attachment_2.subject_id AND seen_15.subdistrict_id = $2::UUID
 LIMIT ALL OFFSET 0)) OR attachment_2.subject_type = 'WHISTLE' AND (EXISTS (SELECT 1
FROM whistle AS seen_16
WHERE seen_16.subdistrict_id = attachment_2.subdistrict_id AND seen_16.id = attachment_2.subject_id AND seen_16.subdistrict_id = $2::UUID AND (NOT seen_16.restricted OR seen_16.branch_id = $3::UUID)
 LIMIT ALL OFFSET 0)) OR attachment_2.subject_type = 'ALLIANCE' AND (EXISTS (SELECT 1
FROM alliance AS seen_17
WHERE seen_17.subdistrict_id = attachment_2.subdistrict_id AND seen_17.id = attachment_2.subject_id AND seen_17.subdistrict_id = $2::UUID
 LIMIT ALL OFFSET 0)) OR attachment_2.subject_type = 'MEMBERSHIP' AND (EXISTS (SELECT 1
FROM membership AS seen_18
WHERE seen_18.subdistrict_id = attachment_2.subdistrict_id AND seen_18.id = attachment_2.subject_id AND seen_18.subdistrict_id = $2::UUID
 LIMIT ALL OFFSET 0)) OR attachment_2.subject_type = 'EXTENSION' AND (EXISTS (SELECT 1
FROM extension AS seen_19
WHERE seen_19.subdistrict_id = attachment_2.subdistrict_id AND seen_19.id = attachment_2.subject_id AND seen_19.subdistrict_id = $2::UUID AND (EXISTS (SELECT 1
FROM deadline AS seen_20
WHERE seen_20.subdistrict_id = seen_19.subdistrict_id AND seen_20.id = seen_19.deadline_id AND seen_20.subdistrict_id = $2::UUID AND (seen_20.subject_type = 'NEED' AND (EXISTS (SELECT 1
FROM need AS seen_21
WHERE seen_21.subdistrict_id = seen_20.subdistrict_id AND seen_21.id = seen_20.subject_id AND seen_21.subdistrict_id = $2::UUID AND (NOT seen_21.restricted OR seen_21.branch_id = $3::UUID OR (EXISTS (SELECT 1
FROM topic AS origin_22
WHERE origin_22.subdistrict_id = seen_21.subdistrict_id AND origin_22.id = seen_21.topic_id AND origin_22.reporter_id = $1::UUID))) AND ((seen_21.status NOT IN ('DRAFT', 'WITHDRAWN', 'EXPIRED')) OR seen_21.branch_id = $3::UUID)
 LIMIT ALL OFFSET 0)) OR seen_20.subject_type = 'RESOURCE' AND (EXISTS (SELECT 1
FROM resource AS seen_23
WHERE seen_23.subdistrict_id = seen_20.subdistrict_id AND seen_23.id = seen_20.subject_id AND seen_23.subdistrict_id = $2::UUID AND (seen_23.status NOT IN ('DRAFT', 'WITHDRAWN', 'EXPIRED'))
 LIMIT ALL OFFSET 0)) OR seen_20.subject_type = 'PROJECT' AND (EXISTS (SELECT 1
FROM project AS seen_24
WHERE seen_24.subdistrict_id = seen_20.subdistrict_id AND seen_24.id = seen_20.subject_id AND seen_24.subdistrict_id = $2::UUID AND (NOT seen_24.restricted OR seen_24.branch_id = $3::UUID OR (EXISTS (SELECT 1
FROM need_line AS answer_25
WHERE answer_25.subdistrict_id = seen_24.subdistrict_id AND answer_25.project_id = seen_24.id AND (EXISTS (SELECT 1
FROM need AS handled_26
WHERE handled_26.subdistrict_id = answer_25.subdistrict_id AND handled_26.id = answer_25.need_id AND handled_26.restricted AND (handled_26.branch_id = $3::UUID OR (EXISTS (SELECT 1
FROM topic AS origin_27
WHERE origin_27.subdistrict_id = handled_26.subdistrict_id AND origin_27.id = handled_26.topic_id AND origin_27.reporter_id = $1::UUID))))))))
 LIMIT ALL OFFSET 0)) OR seen_20.subject_type = 'CLAIM' AND (EXISTS (SELECT 1
FROM claim AS seen_28
WHERE seen_28.subdistrict_id = seen_20.subdistrict_id AND seen_28.id = seen_20.subject_id AND seen_28.subdistrict_id = $2::UUID AND seen_28.branch_id = $3::UUID
 LIMIT ALL OFFSET 0)) OR seen_20.subject_type = 'TOPIC' AND (EXISTS (SELECT 1
FROM topic AS seen_29
WHERE seen_29.subdistrict_id = seen_20.subdistrict_id AND seen_29.id = seen_20.subject_id AND seen_29.subdistrict_id = $2::UUID AND (NOT seen_29.restricted OR seen_29.branch_id = $3::UUID OR seen_29.reporter_id = $1::UUID)
 LIMIT ALL OFFSET 0)) OR seen_20.subject_type = 'WHISTLE' AND (EXISTS (SELECT 1
FROM whistle AS seen_30
WHERE seen_30.subdistrict_id = seen_20.subdistrict_id AND seen_30.id = seen_20.subject_id AND seen_30.subdistrict_id = $2::UUID AND (NOT seen_30.restricted OR seen_30.branch_id = $3::UUID)
 LIMIT ALL OFFSET 0)) OR seen_20.subject_type = 'MEMBERSHIP' AND (EXISTS (SELECT 1
FROM membership AS seen_31
WHERE seen_31.subdistrict_id = seen_20.subdistrict_id AND seen_31.id = seen_20.subject_id AND seen_31.subdistrict_id = $2::UUID
 LIMIT ALL OFFSET 0)))))
 LIMIT ALL OFFSET 0)))) WHEN 4 THEN (SELECT concat('{"__typename":"PartyBranch","id":"', encode('\x04'::bytea || uuid_send(party_branch_32.subdistrict_id) || uuid_send(party_branch_32.id), 'base64'), '","name":', json_scalar(party_branch_32.name), '}') AS concat_4
FROM party_branch AS party_branch_32
WHERE party_branch_32.subdistrict_id = asked.subdistrict_id AND party_branch_32.id = asked.id) WHEN 13 THEN (SELECT concat('{"__typename":"Claim","id":"', encode('\x0d'::bytea || uuid_send(claim_33.subdistrict_id) || uuid_send(claim_33.id), 'base64'), '"}') AS concat_5
FROM claim AS claim_33
WHERE claim_33.subdistrict_id = asked.subdistrict_id AND claim_33.id = asked.id AND claim_33.subdistrict_id = $2::UUID AND claim_33.branch_id = $3::UUID) WHEN 26 THEN (SELECT concat('{"__typename":"Deadline","id":"', encode('\x1a'::bytea || uuid_send(deadline_34.subdistrict_id) || uuid_send(deadline_34.id), 'base64'), '"}') AS concat_6
FROM deadline AS deadline_34
WHERE deadline_34.subdistrict_id = asked.subdistrict_id AND deadline_34.id = asked.id AND deadline_34.subdistrict_id = $2::UUID AND (deadline_34.subject_type = 'NEED' AND (EXISTS (SELECT 1
FROM need AS seen_35
WHERE seen_35.subdistrict_id = deadline_34.subdistrict_id AND seen_35.id = deadline_34.subject_id AND seen_35.subdistrict_id = $2::UUID AND (NOT seen_35.restricted OR seen_35.branch_id = $3::UUID OR (EXISTS (SELECT 1
FROM topic AS origin_36
WHERE origin_36.subdistrict_id = seen_35.subdistrict_id AND origin_36.id = seen_35.topic_id AND origin_36.reporter_id = $1::UUID))) AND ((seen_35.status NOT IN ('DRAFT', 'WITHDRAWN', 'EXPIRED')) OR seen_35.branch_id = $3::UUID)
 LIMIT ALL OFFSET 0)) OR deadline_34.subject_type = 'RESOURCE' AND (EXISTS (SELECT 1
FROM resource AS seen_37
WHERE seen_37.subdistrict_id = deadline_34.subdistrict_id AND seen_37.id = deadline_34.subject_id AND seen_37.subdistrict_id = $2::UUID AND (seen_37.status NOT IN ('DRAFT', 'WITHDRAWN', 'EXPIRED'))
 LIMIT ALL OFFSET 0)) OR deadline_34.subject_type = 'PROJECT' AND (EXISTS (SELECT 1
FROM project AS seen_38
WHERE seen_38.subdistrict_id = deadline_34.subdistrict_id AND seen_38.id = deadline_34.subject_id AND seen_38.subdistrict_id = $2::UUID AND (NOT seen_38.restricted OR seen_38.branch_id = $3::UUID OR (EXISTS (SELECT 1
FROM need_line AS answer_39
WHERE answer_39.subdistrict_id = seen_38.subdistrict_id AND answer_39.project_id = seen_38.id AND (EXISTS (SELECT 1
FROM need AS handled_40
WHERE handled_40.subdistrict_id = answer_39.subdistrict_id AND handled_40.id = answer_39.need_id AND handled_40.restricted AND (handled_40.branch_id = $3::UUID OR (EXISTS (SELECT 1
FROM topic AS origin_41
WHERE origin_41.subdistrict_id = handled_40.subdistrict_id AND origin_41.id = handled_40.topic_id AND origin_41.reporter_id = $1::UUID))))))))
 LIMIT ALL OFFSET 0)) OR deadline_34.subject_type = 'CLAIM' AND (EXISTS (SELECT 1
FROM claim AS seen_42
WHERE seen_42.subdistrict_id = deadline_34.subdistrict_id AND seen_42.id = deadline_34.subject_id AND seen_42.subdistrict_id = $2::UUID AND seen_42.branch_id = $3::UUID
 LIMIT ALL OFFSET 0)) OR deadline_34.subject_type = 'TOPIC' AND (EXISTS (SELECT 1
FROM topic AS seen_43
WHERE seen_43.subdistrict_id = deadline_34.subdistrict_id AND seen_43.id = deadline_34.subject_id AND seen_43.subdistrict_id = $2::UUID AND (NOT seen_43.restricted OR seen_43.branch_id = $3::UUID OR seen_43.reporter_id = $1::UUID)
 LIMIT ALL OFFSET 0)) OR deadline_34.subject_type = 'WHISTLE' AND (EXISTS (SELECT 1
FROM whistle AS seen_44
WHERE seen_44.subdistrict_id = deadline_34.subdistrict_id AND seen_44.id = deadline_34.subject_id AND seen_44.subdistrict_id = $2::UUID AND (NOT seen_44.restricted OR seen_44.branch_id = $3::UUID)
 LIMIT ALL OFFSET 0)) OR deadline_34.subject_type = 'MEMBERSHIP' AND (EXISTS (SELECT 1
FROM membership AS seen_45
WHERE seen_45.subdistrict_id = deadline_34.subdistrict_id AND seen_45.id = deadline_34.subject_id AND seen_45.subdistrict_id = $2::UUID
 LIMIT ALL OFFSET 0)))) WHEN 27 THEN (SELECT concat('{"__typename":"Extension","id":"', encode('\x1b'::bytea || uuid_send(extension_46.subdistrict_id) || uuid_send(extension_46.id), 'base64'), '"}') AS concat_7
FROM extension AS extension_46
WHERE extension_46.subdistrict_id = asked.subdistrict_id AND extension_46.id = asked.id AND extension_46.subdistrict_id = $2::UUID AND (EXISTS (SELECT 1
FROM deadline AS seen_47
WHERE seen_47.subdistrict_id = extension_46.subdistrict_id AND seen_47.id = extension_46.deadline_id AND seen_47.subdistrict_id = $2::UUID AND (seen_47.subject_type = 'NEED' AND (EXISTS (SELECT 1
FROM need AS seen_48
WHERE seen_48.subdistrict_id = seen_47.subdistrict_id AND seen_48.id = seen_47.subject_id AND seen_48.subdistrict_id = $2::UUID AND (NOT seen_48.restricted OR seen_48.branch_id = $3::UUID OR (EXISTS (SELECT 1
FROM topic AS origin_49
WHERE origin_49.subdistrict_id = seen_48.subdistrict_id AND origin_49.id = seen_48.topic_id AND origin_49.reporter_id = $1::UUID))) AND ((seen_48.status NOT IN ('DRAFT', 'WITHDRAWN', 'EXPIRED')) OR seen_48.branch_id = $3::UUID)
 LIMIT ALL OFFSET 0)) OR seen_47.subject_type = 'RESOURCE' AND (EXISTS (SELECT 1
FROM resource AS seen_50
WHERE seen_50.subdistrict_id = seen_47.subdistrict_id AND seen_50.id = seen_47.subject_id AND seen_50.subdistrict_id = $2::UUID AND (seen_50.status NOT IN ('DRAFT', 'WITHDRAWN', 'EXPIRED'))
 LIMIT ALL OFFSET 0)) OR seen_47.subject_type = 'PROJECT' AND (EXISTS (SELECT 1
FROM project AS seen_51
WHERE seen_51.subdistrict_id = seen_47.subdistrict_id AND seen_51.id = seen_47.subject_id AND seen_51.subdistrict_id = $2::UUID AND (NOT seen_51.restricted OR seen_51.branch_id = $3::UUID OR (EXISTS (SELECT 1
FROM need_line AS answer_52
WHERE answer_52.subdistrict_id = seen_51.subdistrict_id AND answer_52.project_id = seen_51.id AND (EXISTS (SELECT 1
FROM need AS handled_53
WHERE handled_53.subdistrict_id = answer_52.subdistrict_id AND handled_53.id = answer_52.need_id AND handled_53.restricted AND (handled_53.branch_id = $3::UUID OR (EXISTS (SELECT 1
FROM topic AS origin_54
WHERE origin_54.subdistrict_id = handled_53.subdistrict_id AND origin_54.id = handled_53.topic_id AND origin_54.reporter_id = $1::UUID))))))))
 LIMIT ALL OFFSET 0)) OR seen_47.subject_type = 'CLAIM' AND (EXISTS (SELECT 1
FROM claim AS seen_55
WHERE seen_55.subdistrict_id = seen_47.subdistrict_id AND seen_55.id = seen_47.subject_id AND seen_55.subdistrict_id = $2::UUID AND seen_55.branch_id = $3::UUID
 LIMIT ALL OFFSET 0)) OR seen_47.subject_type = 'TOPIC' AND (EXISTS (SELECT 1
FROM topic AS seen_56
WHERE seen_56.subdistrict_id = seen_47.subdistrict_id AND seen_56.id = seen_47.subject_id AND seen_56.subdistrict_id = $2::UUID AND (NOT seen_56.restricted OR seen_56.branch_id = $3::UUID OR seen_56.reporter_id = $1::UUID)
 LIMIT ALL OFFSET 0)) OR seen_47.subject_type = 'WHISTLE' AND (EXISTS (SELECT 1
FROM whistle AS seen_57
WHERE seen_57.subdistrict_id = seen_47.subdistrict_id AND seen_57.id = seen_47.subject_id AND seen_57.subdistrict_id = $2::UUID AND (NOT seen_57.restricted OR seen_57.branch_id = $3::UUID)
 LIMIT ALL OFFSET 0)) OR seen_47.subject_type = 'MEMBERSHIP' AND (EXISTS (SELECT 1
FROM membership AS seen_58
WHERE seen_58.subdistrict_id = seen_47.subdistrict_id AND seen_58.id = seen_47.subject_id AND seen_58.subdistrict_id = $2::UUID
 LIMIT ALL OFFSET 0)))))) WHEN 28 THEN (SELECT concat('{"__typename":"Notice","id":"', encode('\x1c'::bytea || uuid_send(notice_59.subdistrict_id) || uuid_send(notice_59.id), 'base64'), '"}') AS concat_8
FROM notice AS notice_59
WHERE notice_59.subdistrict_id = asked.subdistrict_id AND notice_59.id = asked.id AND notice_59.subdistrict_id = $2::UUID AND (EXISTS (SELECT 1
FROM deadline AS seen_60
WHERE seen_60.subdistrict_id = notice_59.subdistrict_id AND seen_60.id = notice_59.deadline_id AND seen_60.subdistrict_id = $2::UUID AND (seen_60.subject_type = 'NEED' AND (EXISTS (SELECT 1
FROM need AS seen_61
WHERE seen_61.subdistrict_id = seen_60.subdistrict_id AND seen_61.id = seen_60.subject_id AND seen_61.subdistrict_id = $2::UUID AND (NOT seen_61.restricted OR seen_61.branch_id = $3::UUID OR (EXISTS (SELECT 1
FROM topic AS origin_62
WHERE origin_62.subdistrict_id = seen_61.subdistrict_id AND origin_62.id = seen_61.topic_id AND origin_62.reporter_id = $1::UUID))) AND ((seen_61.status NOT IN ('DRAFT', 'WITHDRAWN', 'EXPIRED')) OR seen_61.branch_id = $3::UUID)
 LIMIT ALL OFFSET 0)) OR seen_60.subject_type = 'RESOURCE' AND (EXISTS (SELECT 1
FROM resource AS seen_63
WHERE seen_63.subdistrict_id = seen_60.subdistrict_id AND seen_63.id = seen_60.subject_id AND seen_63.subdistrict_id = $2::UUID AND (seen_63.status NOT IN ('DRAFT', 'WITHDRAWN', 'EXPIRED'))
 LIMIT ALL OFFSET 0)) OR seen_60.subject_type = 'PROJECT' AND (EXISTS (SELECT 1
FROM project AS seen_64
WHERE seen_64.subdistrict_id = seen_60.subdistrict_id AND seen_64.id = seen_60.subject_id AND seen_64.subdistrict_id = $2::UUID AND (NOT seen_64.restricted OR seen_64.branch_id = $3::UUID OR (EXISTS (SELECT 1
FROM need_line AS answer_65
WHERE answer_65.subdistrict_id = seen_64.subdistrict_id AND answer_65.project_id = seen_64.id AND (EXISTS (SELECT 1
FROM need AS handled_66
WHERE handled_66.subdistrict_id = answer_65.subdistrict_id AND handled_66.id = answer_65.need_id AND handled_66.restricted AND (handled_66.branch_id = $3::UUID OR (EXISTS (SELECT 1
FROM topic AS origin_67
WHERE origin_67.subdistrict_id = handled_66.subdistrict_id AND origin_67.id = handled_66.topic_id AND origin_67.reporter_id = $1::UUID))))))))
 LIMIT ALL OFFSET 0)) OR seen_60.subject_type = 'CLAIM' AND (EXISTS (SELECT 1
FROM claim AS seen_68
WHERE seen_68.subdistrict_id = seen_60.subdistrict_id AND seen_68.id = seen_60.subject_id AND seen_68.subdistrict_id = $2::UUID AND seen_68.branch_id = $3::UUID
 LIMIT ALL OFFSET 0)) OR seen_60.subject_type = 'TOPIC' AND (EXISTS (SELECT 1
FROM topic AS seen_69
WHERE seen_69.subdistrict_id = seen_60.subdistrict_id AND seen_69.id = seen_60.subject_id AND seen_69.subdistrict_id = $2::UUID AND (NOT seen_69.restricted OR seen_69.branch_id = $3::UUID OR seen_69.reporter_id = $1::UUID)
 LIMIT ALL OFFSET 0)) OR seen_60.subject_type = 'WHISTLE' AND (EXISTS (SELECT 1
FROM whistle AS seen_70
WHERE seen_70.subdistrict_id = seen_60.subdistrict_id AND seen_70.id = seen_60.subject_id AND seen_70.subdistrict_id = $2::UUID AND (NOT seen_70.restricted OR seen_70.branch_id = $3::UUID)
 LIMIT ALL OFFSET 0)) OR seen_60.subject_type = 'MEMBERSHIP' AND (EXISTS (SELECT 1
FROM membership AS seen_71
WHERE seen_71.subdistrict_id = seen_60.subdistrict_id AND seen_71.id = seen_60.subject_id AND seen_71.subdistrict_id = $2::UUID
 LIMIT ALL OFFSET 0)))))) WHEN 30 THEN (SELECT concat('{"__typename":"Policy","id":"', encode('\x1e'::bytea || uuid_send(policy_72.subdistrict_id) || uuid_send(policy_72.id), 'base64'), '"}') AS concat_9
FROM policy AS policy_72
WHERE policy_72.subdistrict_id = asked.subdistrict_id AND policy_72.id = asked.id AND policy_72.subdistrict_id = $2::UUID) WHEN 31 THEN (SELECT concat('{"__typename":"RequiredRole","id":"', encode('\x1f'::bytea || uuid_send(required_role_73.subdistrict_id) || uuid_send(required_role_73.id), 'base64'), '"}') AS concat_10
FROM required_role AS required_role_73
WHERE required_role_73.subdistrict_id = asked.subdistrict_id AND required_role_73.id = asked.id AND required_role_73.subdistrict_id = $2::UUID) WHEN 32 THEN (SELECT concat('{"__typename":"CalendarYear","id":"', encode('\x20'::bytea || uuid_send(calendar_year_74.subdistrict_id) || uuid_send(calendar_year_74.id), 'base64'), '"}') AS concat_11
FROM calendar_year AS calendar_year_74
WHERE calendar_year_74.subdistrict_id = asked.subdistrict_id AND calendar_year_74.id = asked.id AND calendar_year_74.subdistrict_id = $2::UUID) WHEN 33 THEN (SELECT concat('{"__typename":"CalendarDay","id":"', encode('\x21'::bytea || uuid_send(calendar_day_75.subdistrict_id) || uuid_send(calendar_day_75.id), 'base64'), '"}') AS concat_12
FROM calendar_day AS calendar_day_75
WHERE calendar_day_75.subdistrict_id = asked.subdistrict_id AND calendar_day_75.id = asked.id AND calendar_day_75.subdistrict_id = $2::UUID) WHEN 23 THEN (SELECT concat('{"__typename":"Fulfilment","id":"', encode('\x17'::bytea || uuid_send(fulfilment_76.subdistrict_id) || uuid_send(fulfilment_76.id), 'base64'), '"}') AS concat_13
FROM fulfilment AS fulfilment_76
WHERE fulfilment_76.subdistrict_id = asked.subdistrict_id AND fulfilment_76.id = asked.id AND fulfilment_76.subdistrict_id = $2::UUID AND (EXISTS (SELECT 1
FROM claim AS seen_77
WHERE seen_77.subdistrict_id = fulfilment_76.subdistrict_id AND seen_77.id = fulfilment_76.claim_id AND seen_77.subdistrict_id = $2::UUID AND seen_77.branch_id = $3::UUID))) WHEN 24 THEN (SELECT concat('{"__typename":"Milestone","id":"', encode('\x18'::bytea || uuid_send(milestone_78.subdistrict_id) || uuid_send(milestone_78.id), 'base64'), '"}') AS concat_14
FROM milestone AS milestone_78
WHERE milestone_78.subdistrict_id = asked.subdistrict_id AND milestone_78.id = asked.id AND milestone_78.subdistrict_id = $2::UUID AND (EXISTS (SELECT 1
FROM project AS seen_79
WHERE seen_79.subdistrict_id = milestone_78.subdistrict_id AND seen_79.id = milestone_78.project_id AND seen_79.subdistrict_id = $2::UUID AND (NOT seen_79.restricted OR seen_79.branch_id = $3::UUID OR (EXISTS (SELECT 1
FROM need_line AS answer_80
WHERE answer_80.subdistrict_id = seen_79.subdistrict_id AND answer_80.project_id = seen_79.id AND (EXISTS (SELECT 1
FROM need AS handled_81
WHERE handled_81.subdistrict_id = answer_80.subdistrict_id AND handled_81.id = answer_80.need_id AND handled_81.restricted AND (handled_81.branch_id = $3::UUID OR (EXISTS (SELECT 1
FROM topic AS origin_82
WHERE origin_82.subdistrict_id = handled_81.subdistrict_id AND origin_82.id = handled_81.topic_id AND origin_82.reporter_id = $1::UUID))))))))))) WHEN 25 THEN (SELECT concat('{"__typename":"Evaluation","id":"', encode('\x19'::bytea || uuid_send(evaluation_83.subdistrict_id) || uuid_send(evaluation_83.id), 'base64'), '"}') AS concat_15
FROM evaluation AS evaluation_83
WHERE evaluation_83.subdistrict_id = asked.subdistrict_id AND evaluation_83.id = asked.id AND evaluation_83.subdistrict_id = $2::UUID AND ((EXISTS (SELECT 1
FROM claim AS seen_84
WHERE seen_84.subdistrict_id = evaluation_83.subdistrict_id AND seen_84.id = evaluation_83.claim_id AND seen_84.subdistrict_id = $2::UUID AND seen_84.branch_id = $3::UUID
 LIMIT ALL OFFSET 0)) OR (EXISTS (SELECT 1
FROM topic AS seen_85
WHERE seen_85.subdistrict_id = evaluation_83.subdistrict_id AND seen_85.id = evaluation_83.topic_id AND seen_85.subdistrict_id = $2::UUID AND (NOT seen_85.restricted OR seen_85.branch_id = $3::UUID OR seen_85.reporter_id = $1::UUID)
 LIMIT ALL OFFSET 0)) OR (EXISTS (SELECT 1
FROM need AS seen_86
WHERE seen_86.subdistrict_id = evaluation_83.subdistrict_id AND seen_86.id = evaluation_83.need_id AND seen_86.subdistrict_id = $2::UUID AND (NOT seen_86.restricted OR seen_86.branch_id = $3::UUID OR (EXISTS (SELECT 1
FROM topic AS origin_87
WHERE origin_87.subdistrict_id = seen_86.subdistrict_id AND origin_87.id = seen_86.topic_id AND origin_87.reporter_id = $1::UUID))) AND ((seen_86.status NOT IN ('DRAFT', 'WITHDRAWN', 'EXPIRED')) OR seen_86.branch_id = $3::UUID)
 LIMIT ALL OFFSET 0)))) WHEN 34 THEN (SELECT concat('{"__typename":"Subcategory","id":"', encode('\x22'::bytea || uuid_send(subcategory_88.subdistrict_id) || uuid_send(subcategory_88.id), 'base64'), '"}') AS concat_16
FROM subcategory AS subcategory_88
WHERE subcategory_88.subdistrict_id = asked.subdistrict_id AND subcategory_88.id = asked.id) WHEN 35 THEN (SELECT concat('{"__typename":"MatchingPlan","id":"', encode('\x23'::bytea || uuid_send(matching_plan_89.subdistrict_id) || uuid_send(matching_plan_89.id), 'base64'), '"}') AS concat_17
FROM matching_plan AS matching_plan_89
WHERE matching_plan_89.subdistrict_id = asked.subdistrict_id AND matching_plan_89.id = asked.id AND false) WHEN 36 THEN (SELECT concat('{"__typename":"PlanLine","id":"', encode('\x24'::bytea || uuid_send(plan_line_90.subdistrict_id) || uuid_send(plan_line_90.id), 'base64'), '"}') AS concat_18
FROM plan_line AS plan_line_90
WHERE plan_line_90.subdistrict_id = asked.subdistrict_id AND plan_line_90.id = asked.id AND false) WHEN 37 THEN (SELECT concat('{"__typename":"UnservedNeed","id":"', encode('\x25'::bytea || uuid_send(unserved_need_91.subdistrict_id) || uuid_send(unserved_need_91.id), 'base64'), '"}') AS concat_19
FROM unserved_need AS unserved_need_91
WHERE unserved_need_91.subdistrict_id = asked.subdistrict_id AND unserved_need_91.id = asked.id AND false) WHEN 9 THEN (SELECT concat('{"__typename":"Need","id":"', encode('\x09'::bytea || uuid_send(need_92.subdistrict_id) || uuid_send(need_92.id), 'base64'), '","title":', json_scalar(need_92.title), ',"grid":', coalesce((SELECT concat('{"name":', json_scalar(grid_93.name), '}') AS concat_21
FROM grid AS grid_93
WHERE grid_93.subdistrict_id = need_92.subdistrict_id AND grid_93.id = need_92.grid_id), 'null'), '}') AS concat_20
FROM need AS need_92
WHERE need_92.subdistrict_id = asked.subdistrict_id AND need_92.id = asked.id AND (need_92.subdistrict_id = $2::UUID AND (NOT need_92.restricted OR need_92.branch_id = $3::UUID OR (EXISTS (SELECT 1
FROM topic AS origin_94
WHERE origin_94.subdistrict_id = need_92.subdistrict_id AND origin_94.id = need_92.topic_id AND origin_94.reporter_id = $1::UUID))) AND ((need_92.status NOT IN ('DRAFT', 'WITHDRAWN', 'EXPIRED')) OR need_92.branch_id = $3::UUID) OR NOT need_92.restricted AND need_92.status IN ('POSTED', 'PARTLY_CLAIMED'))) WHEN 5 THEN (SELECT concat('{"__typename":"PartnerUnit","id":"', encode('\x05'::bytea || uuid_send(partner_unit_95.subdistrict_id) || uuid_send(partner_unit_95.id), 'base64'), '","name":', json_scalar(partner_unit_95.name), '}') AS concat_22
FROM partner_unit AS partner_unit_95
WHERE partner_unit_95.subdistrict_id = asked.subdistrict_id AND partner_unit_95.id = asked.id AND partner_unit_95.subdistrict_id = $2::UUID AND (partner_unit_95.status NOT IN ('APPLIED', 'REJECTED'))) WHEN 6 THEN (SELECT concat('{"__typename":"ServiceArea","id":"', encode('\x06'::bytea || uuid_send(service_area_96.subdistrict_id) || uuid_send(service_area_96.id), 'base64'), '"}') AS concat_23
FROM service_area AS service_area_96
WHERE service_area_96.subdistrict_id = asked.subdistrict_id AND service_area_96.id = asked.id AND service_area_96.subdistrict_id = $2::UUID) WHEN 7 THEN (SELECT concat('{"__typename":"Alliance","id":"', encode('\x07'::bytea || uuid_send(alliance_97.subdistrict_id) || uuid_send(alliance_97.id), 'base64'), '"}') AS concat_24
FROM alliance AS alliance_97
WHERE alliance_97.subdistrict_id = asked.subdistrict_id AND alliance_97.id = asked.id AND alliance_97.subdistrict_id = $2::UUID) WHEN 8 THEN (SELECT concat('{"__typename":"Membership","id":"', encode('\x08'::bytea || uuid_send(membership_98.subdistrict_id) || uuid_send(membership_98.id), 'base64'), '"}') AS concat_25
FROM membership AS membership_98
WHERE membership_98.subdistrict_id = asked.subdistrict_id AND membership_98.id = asked.id AND membership_98.subdistrict_id = $2::UUID) WHEN 1 THEN (SELECT concat('{"__typename":"Subdistrict","id":"', encode('\x01'::bytea || uuid_send(subdistrict_99.id) || uuid_send(subdistrict_99.id), 'base64'), '"}') AS concat_26
FROM subdistrict AS subdistrict_99
WHERE subdistrict_99.id = asked.id) WHEN 2 THEN (SELECT concat('{"__typename":"Community","id":"', encode('\x02'::bytea || uuid_send(community_100.subdistrict_id) || uuid_send(community_100.id), 'base64'), '"}') AS concat_27
FROM community AS community_100
WHERE community_100.subdistrict_id = asked.subdistrict_id AND community_100.id = asked.id) WHEN 3 THEN (SELECT concat('{"__typename":"Grid","id":"', encode('\x03'::bytea || uuid_send(grid_101.subdistrict_id) || uuid_send(grid_101.id), 'base64'), '"}') AS concat_28
FROM grid AS grid_101
WHERE grid_101.subdistrict_id = asked.subdistrict_id AND grid_101.id = asked.id) WHEN 11 THEN (SELECT concat('{"__typename":"Project","id":"', encode('\x0b'::bytea || uuid_send(project_102.subdistrict_id) || uuid_send(project_102.id), 'base64'), '"}') AS concat_29
FROM project AS project_102
WHERE project_102.subdistrict_id = asked.subdistrict_id AND project_102.id = asked.id AND (project_102.subdistrict_id = $2::UUID AND (NOT project_102.restricted OR project_102.branch_id = $3::UUID OR (EXISTS (SELECT 1
FROM need_line AS answer_103
WHERE answer_103.subdistrict_id = project_102.subdistrict_id AND answer_103.project_id = project_102.id AND (EXISTS (SELECT 1
FROM need AS handled_104
WHERE handled_104.subdistrict_id = answer_103.subdistrict_id AND handled_104.id = answer_103.need_id AND handled_104.restricted AND (handled_104.branch_id = $3::UUID OR (EXISTS (SELECT 1
FROM topic AS origin_105
WHERE origin_105.subdistrict_id = handled_104.subdistrict_id AND origin_105.id = handled_104.topic_id AND origin_105.reporter_id = $1::UUID)))))))) OR NOT project_102.restricted AND project_102.status IN ('PLANNED', 'APPROVED', 'RUNNING'))) WHEN 12 THEN (SELECT concat('{"__typename":"NeedLine","id":"', encode('\x0c'::bytea || uuid_send(need_line_106.subdistrict_id) || uuid_send(need_line_106.id), 'base64'), '"}') AS concat_30
FROM need_line AS need_line_106
WHERE need_line_106.subdistrict_id = asked.subdistrict_id AND need_line_106.id = asked.id AND (need_line_106.subdistrict_id = $2::UUID AND (EXISTS (SELECT 1
FROM project AS seen_107
WHERE seen_107.subdistrict_id = need_line_106.subdistrict_id AND seen_107.id = need_line_106.project_id AND seen_107.subdistrict_id = $2::UUID AND (NOT seen_107.restricted OR seen_107.branch_id = $3::UUID OR (EXISTS (SELECT 1
FROM need_line AS answer_108
WHERE answer_108.subdistrict_id = seen_107.subdistrict_id AND answer_108.project_id = seen_107.id AND (EXISTS (SELECT 1
FROM need AS handled_109
WHERE handled_109.subdistrict_id = answer_108.subdistrict_id AND handled_109.id = answer_108.need_id AND handled_109.restricted AND (handled_109.branch_id = $3::UUID OR (EXISTS (SELECT 1
FROM topic AS origin_110
WHERE origin_110.subdistrict_id = handled_109.subdistrict_id AND origin_110.id = handled_109.topic_id AND origin_110.reporter_id = $1::UUID)))))))))) AND (EXISTS (SELECT 1
FROM need AS asked_111
WHERE asked_111.subdistrict_id = need_line_106.subdistrict_id AND asked_111.id = need_line_106.need_id AND (NOT asked_111.restricted OR asked_111.branch_id = $3::UUID OR (EXISTS (SELECT 1
FROM topic AS origin_112
WHERE origin_112.subdistrict_id = asked_111.subdistrict_id AND origin_112.id = asked_111.topic_id AND origin_112.reporter_id = $1::UUID))))) OR (EXISTS (SELECT 1
FROM project AS seen_113
WHERE seen_113.subdistrict_id = need_line_106.subdistrict_id AND seen_113.id = need_line_106.project_id AND NOT seen_113.restricted AND seen_113.status IN ('PLANNED', 'APPROVED', 'RUNNING'))))) WHEN 10 THEN (SELECT concat('{"__typename":"Resource","id":"', encode('\x0a'::bytea || uuid_send(resource_114.subdistrict_id) || uuid_send(resource_114.id), 'base64'), '"}') AS concat_31
FROM resource AS resource_114
WHERE resource_114.subdistrict_id = asked.subdistrict_id AND resource_114.id = asked.id AND (resource_114.subdistrict_id = $2::UUID AND (resource_114.status NOT IN ('DRAFT', 'WITHDRAWN', 'EXPIRED')) OR resource_114.status IN ('OFFERED', 'PARTLY_CLAIMED'))) WHEN 16 THEN (SELECT concat('{"__typename":"Topic","id":"', encode('\x10'::bytea || uuid_send(topic_115.subdistrict_id) || uuid_send(topic_115.id), 'base64'), '"}') AS concat_32
FROM topic AS topic_115
WHERE topic_115.subdistrict_id = asked.subdistrict_id AND topic_115.id = asked.id AND topic_115.subdistrict_id = $2::UUID AND (NOT topic_115.restricted OR topic_115.branch_id = $3::UUID OR topic_115.reporter_id = $1::UUID)) WHEN 17 THEN (SELECT concat('{"__typename":"Deliberation","id":"', encode('\x11'::bytea || uuid_send(deliberation_116.subdistrict_id) || uuid_send(deliberation_116.id), 'base64'), '"}') AS concat_33
FROM deliberation AS deliberation_116
WHERE deliberation_116.subdistrict_id = asked.subdistrict_id AND deliberation_116.id = asked.id AND deliberation_116.subdistrict_id = $2::UUID AND (EXISTS (SELECT 1
FROM topic AS seen_117
WHERE seen_117.subdistrict_id = deliberation_116.subdistrict_id AND seen_117.id = deliberation_116.topic_id AND seen_117.subdistrict_id = $2::UUID AND (NOT seen_117.restricted OR seen_117.branch_id = $3::UUID OR seen_117.reporter_id = $1::UUID)))) WHEN 18 THEN (SELECT concat('{"__typename":"Attendee","id":"', encode('\x12'::bytea || uuid_send(attendee_118.subdistrict_id) || uuid_send(attendee_118.id), 'base64'), '"}') AS concat_34
FROM attendee AS attendee_118
WHERE attendee_118.subdistrict_id = asked.subdistrict_id AND attendee_118.id = asked.id AND attendee_118.subdistrict_id = $2::UUID AND (EXISTS (SELECT 1
FROM deliberation AS seen_119
WHERE seen_119.subdistrict_id = attendee_118.subdistrict_id AND seen_119.id = attendee_118.deliberation_id AND seen_119.subdistrict_id = $2::UUID AND (EXISTS (SELECT 1
FROM topic AS seen_120
WHERE seen_120.subdistrict_id = seen_119.subdistrict_id AND seen_120.id = seen_119.topic_id AND seen_120.subdistrict_id = $2::UUID AND (NOT seen_120.restricted OR seen_120.branch_id = $3::UUID OR seen_120.reporter_id = $1::UUID)))))) WHEN 19 THEN (SELECT concat('{"__typename":"JointMeeting","id":"', encode('\x13'::bytea || uuid_send(joint_meeting_121.subdistrict_id) || uuid_send(joint_meeting_121.id), 'base64'), '"}') AS concat_35
FROM joint_meeting AS joint_meeting_121
WHERE joint_meeting_121.subdistrict_id = asked.subdistrict_id AND joint_meeting_121.id = asked.id AND joint_meeting_121.subdistrict_id = $2::UUID) WHEN 20 THEN (SELECT concat('{"__typename":"AgendaItem","id":"', encode('\x14'::bytea || uuid_send(agenda_item_122.subdistrict_id) || uuid_send(agenda_item_122.id), 'base64'), '"}') AS concat_36
FROM agenda_item AS agenda_item_122
WHERE agenda_item_122.subdistrict_id = asked.subdistrict_id AND agenda_item_122.id = asked.id AND agenda_item_122.subdistrict_id = $2::UUID AND ((EXISTS (SELECT 1
FROM topic AS seen_123
WHERE seen_123.subdistrict_id = agenda_item_122.subdistrict_id AND seen_123.id = agenda_item_122.topic_id AND seen_123.subdistrict_id = $2::UUID AND (NOT seen_123.restricted OR seen_123.branch_id = $3::UUID OR seen_123.reporter_id = $1::UUID)
 LIMIT ALL OFFSET 0)) OR (EXISTS (SELECT 1
FROM need AS seen_124
WHERE seen_124.subdistrict_id = agenda_item_122.subdistrict_id AND seen_124.id = agenda_item_122.need_id AND seen_124.subdistrict_id = $2::UUID AND (NOT seen_124.restricted OR seen_124.branch_id = $3::UUID OR (EXISTS (SELECT 1
FROM topic AS origin_125
WHERE origin_125.subdistrict_id = seen_124.subdistrict_id AND origin_125.id = seen_124.topic_id AND origin_125.reporter_id = $1::UUID))) AND ((seen_124.status NOT IN ('DRAFT', 'WITHDRAWN', 'EXPIRED')) OR seen_124.branch_id = $3::UUID)
 LIMIT ALL OFFSET 0)))) WHEN 14 THEN (SELECT concat('{"__typename":"Transition","id":"', encode('\x0e'::bytea || uuid_send(transition_126.subdistrict_id) || uuid_send(transition_126.id), 'base64'), '"}') AS concat_37
FROM transition AS transition_126
WHERE transition_126.subdistrict_id = asked.subdistrict_id AND transition_126.id = asked.id AND transition_126.subdistrict_id = $2::UUID AND (transition_126.subject_type = 'NEED' AND (EXISTS (SELECT 1
FROM need AS seen_127
WHERE seen_127.subdistrict_id = transition_126.subdistrict_id AND seen_127.id = transition_126.subject_id AND seen_127.subdistrict_id = $2::UUID AND (NOT seen_127.restricted OR seen_127.branch_id = $3::UUID OR (EXISTS (SELECT 1
FROM topic AS origin_128
WHERE origin_128.subdistrict_id = seen_127.subdistrict_id AND origin_128.id = seen_127.topic_id AND origin_128.reporter_id = $1::UUID))) AND ((seen_127.status NOT IN ('DRAFT', 'WITHDRAWN', 'EXPIRED')) OR seen_127.branch_id = $3::UUID)
 LIMIT ALL OFFSET 0)) OR transition_126.subject_type = 'RESOURCE' AND (EXISTS (SELECT 1
FROM resource AS seen_129
WHERE seen_129.subdistrict_id = transition_126.subdistrict_id AND seen_129.id = transition_126.subject_id AND seen_129.subdistrict_id = $2::UUID AND (seen_129.status NOT IN ('DRAFT', 'WITHDRAWN', 'EXPIRED'))
 LIMIT ALL OFFSET 0)) OR transition_126.subject_type = 'PROJECT' AND (EXISTS (SELECT 1
FROM project AS seen_130
WHERE seen_130.subdistrict_id = transition_126.subdistrict_id AND seen_130.id = transition_126.subject_id AND seen_130.subdistrict_id = $2::UUID AND (NOT seen_130.restricted OR seen_130.branch_id = $3::UUID OR (EXISTS (SELECT 1
FROM need_line AS answer_131
WHERE answer_131.subdistrict_id = seen_130.subdistrict_id AND answer_131.project_id = seen_130.id AND (EXISTS (SELECT 1
FROM need AS handled_132
WHERE handled_132.subdistrict_id = answer_131.subdistrict_id AND handled_132.id = answer_131.need_id AND handled_132.restricted AND (handled_132.branch_id = $3::UUID OR (EXISTS (SELECT 1
FROM topic AS origin_133
WHERE origin_133.subdistrict_id = handled_132.subdistrict_id AND origin_133.id = handled_132.topic_id AND origin_133.reporter_id = $1::UUID))))))))
 LIMIT ALL OFFSET 0)) OR transition_126.subject_type = 'CLAIM' AND (EXISTS (SELECT 1
FROM claim AS seen_134
WHERE seen_134.subdistrict_id = transition_126.subdistrict_id AND seen_134.id = transition_126.subject_id AND seen_134.subdistrict_id = $2::UUID AND seen_134.branch_id = $3::UUID
 LIMIT ALL OFFSET 0)) OR transition_126.subject_type = 'PARTNER_UNIT' AND (EXISTS (SELECT 1
FROM partner_unit AS seen_135
WHERE seen_135.subdistrict_id = transition_126.subdistrict_id AND seen_135.id = transition_126.subject_id AND seen_135.subdistrict_id = $2::UUID AND (seen_135.status NOT IN ('APPLIED', 'REJECTED'))
 LIMIT ALL OFFSET 0)) OR transition_126.subject_type = 'TOPIC' AND (EXISTS (SELECT 1
FROM topic AS seen_136
WHERE seen_136.subdistrict_id = transition_126.subdistrict_id AND seen_136.id = transition_126.subject_id AND seen_136.subdistrict_id = $2::UUID AND (NOT seen_136.restricted OR seen_136.branch_id = $3::UUID OR seen_136.reporter_id = $1::UUID)
 LIMIT ALL OFFSET 0)) OR transition_126.subject_type = 'DELIBERATION' AND (EXISTS (SELECT 1
FROM deliberation AS seen_137
WHERE seen_137.subdistrict_id = transition_126.subdistrict_id AND seen_137.id = transition_126.subject_id AND seen_137.subdistrict_id = $2::UUID AND (EXISTS (SELECT 1
FROM topic AS seen_138
WHERE seen_138.subdistrict_id = seen_137.subdistrict_id AND seen_138.id = seen_137.topic_id AND seen_138.subdistrict_id = $2::UUID AND (NOT seen_138.restricted OR seen_138.branch_id = $3::UUID OR seen_138.reporter_id = $1::UUID)))
 LIMIT ALL OFFSET 0)) OR transition_126.subject_type = 'JOINT_MEETING' AND (EXISTS (SELECT 1
FROM joint_meeting AS seen_139
WHERE seen_139.subdistrict_id = transition_126.subdistrict_id AND seen_139.id = transition_126.subject_id AND seen_139.subdistrict_id = $2::UUID
 LIMIT ALL OFFSET 0)) OR transition_126.subject_type = 'WHISTLE' AND (EXISTS (SELECT 1
FROM whistle AS seen_140
WHERE seen_140.subdistrict_id = transition_126.subdistrict_id AND seen_140.id = transition_126.subject_id AND seen_140.subdistrict_id = $2::UUID AND (NOT seen_140.restricted OR seen_140.branch_id = $3::UUID)
 LIMIT ALL OFFSET 0)) OR transition_126.subject_type = 'ALLIANCE' AND (EXISTS (SELECT 1
FROM alliance AS seen_141
WHERE seen_141.subdistrict_id = transition_126.subdistrict_id AND seen_141.id = transition_126.subject_id AND seen_141.subdistrict_id = $2::UUID
 LIMIT ALL OFFSET 0)) OR transition_126.subject_type = 'MEMBERSHIP' AND (EXISTS (SELECT 1
FROM membership AS seen_142
WHERE seen_142.subdistrict_id = transition_126.subdistrict_id AND seen_142.id = transition_126.subject_id AND seen_142.subdistrict_id = $2::UUID
 LIMIT ALL OFFSET 0)) OR transition_126.subject_type = 'EXTENSION' AND (EXISTS (SELECT 1
FROM extension AS seen_143
WHERE seen_143.subdistrict_id = transition_126.subdistrict_id AND seen_143.id = transition_126.subject_id AND seen_143.subdistrict_id = $2::UUID AND (EXISTS (SELECT 1
FROM deadline AS seen_144
WHERE seen_144.subdistrict_id = seen_143.subdistrict_id AND seen_144.id = seen_143.deadline_id AND seen_144.subdistrict_id = $2::UUID AND (seen_144.subject_type = 'NEED' AND (EXISTS (SELECT 1
FROM need AS seen_145
WHERE seen_145.subdistrict_id = seen_144.subdistrict_id AND seen_145.id = seen_144.subject_id AND seen_145.subdistrict_id = $2::UUID AND (NOT seen_145.restricted OR seen_145.branch_id = $3::UUID OR (EXISTS (SELECT 1
FROM topic AS origin_146
WHERE origin_146.subdistrict_id = seen_145.subdistrict_id AND origin_146.id = seen_145.topic_id AND origin_146.reporter_id = $1::UUID))) AND ((seen_145.status NOT IN ('DRAFT', 'WITHDRAWN', 'EXPIRED')) OR seen_145.branch_id = $3::UUID)
 LIMIT ALL OFFSET 0)) OR seen_144.subject_type = 'RESOURCE' AND (EXISTS (SELECT 1
FROM resource AS seen_147
WHERE seen_147.subdistrict_id = seen_144.subdistrict_id AND seen_147.id = seen_144.subject_id AND seen_147.subdistrict_id = $2::UUID AND (seen_147.status NOT IN ('DRAFT', 'WITHDRAWN', 'EXPIRED'))
 LIMIT ALL OFFSET 0)) OR seen_144.subject_type = 'PROJECT' AND (EXISTS (SELECT 1
FROM project AS seen_148
WHERE seen_148.subdistrict_id = seen_144.subdistrict_id AND seen_148.id = seen_144.subject_id AND seen_148.subdistrict_id = $2::UUID AND (NOT seen_148.restricted OR seen_148.branch_id = $3::UUID OR (EXISTS (SELECT 1
FROM need_line AS answer_149
WHERE answer_149.subdistrict_id = seen_148.subdistrict_id AND answer_149.project_id = seen_148.id AND (EXISTS (SELECT 1
FROM need AS handled_150
WHERE handled_150.subdistrict_id = answer_149.subdistrict_id AND handled_150.id = answer_149.need_id AND handled_150.restricted AND (handled_150.branch_id = $3::UUID OR (EXISTS (SELECT 1
FROM topic AS origin_151
WHERE origin_151.subdistrict_id = handled_150.subdistrict_id AND origin_151.id = handled_150.topic_id AND origin_151.reporter_id = $1::UUID))))))))
 LIMIT ALL OFFSET 0)) OR seen_144.subject_type = 'CLAIM' AND (EXISTS (SELECT 1
FROM claim AS seen_152
WHERE seen_152.subdistrict_id = seen_144.subdistrict_id AND seen_152.id = seen_144.subject_id AND seen_152.subdistrict_id = $2::UUID AND seen_152.branch_id = $3::UUID
 LIMIT ALL OFFSET 0)) OR seen_144.subject_type = 'TOPIC' AND (EXISTS (SELECT 1
FROM topic AS seen_153
WHERE seen_153.subdistrict_id = seen_144.subdistrict_id AND seen_153.id = seen_144.subject_id AND seen_153.subdistrict_id = $2::UUID AND (NOT seen_153.restricted OR seen_153.branch_id = $3::UUID OR seen_153.reporter_id = $1::UUID)
 LIMIT ALL OFFSET 0)) OR seen_144.subject_type = 'WHISTLE' AND (EXISTS (SELECT 1
FROM whistle AS seen_154
WHERE seen_154.subdistrict_id = seen_144.subdistrict_id AND seen_154.id = seen_144.subject_id AND seen_154.subdistrict_id = $2::UUID AND (NOT seen_154.restricted OR seen_154.branch_id = $3::UUID)
 LIMIT ALL OFFSET 0)) OR seen_144.subject_type = 'MEMBERSHIP' AND (EXISTS (SELECT 1
FROM membership AS seen_155
WHERE seen_155.subdistrict_id = seen_144.subdistrict_id AND seen_155.id = seen_144.subject_id AND seen_155.subdistrict_id = $2::UUID
 LIMIT ALL OFFSET 0)))))
 LIMIT ALL OFFSET 0)))) WHEN 21 THEN (SELECT concat('{"__typename":"Whistle","id":"', encode('\x15'::bytea || uuid_send(whistle_156.subdistrict_id) || uuid_send(whistle_156.id), 'base64'), '"}') AS concat_38
FROM whistle AS whistle_156
WHERE whistle_156.subdistrict_id = asked.subdistrict_id AND whistle_156.id = asked.id AND whistle_156.subdistrict_id = $2::UUID AND (NOT whistle_156.restricted OR whistle_156.branch_id = $3::UUID)) WHEN 22 THEN (SELECT concat('{"__typename":"WhistleDepartment","id":"', encode('\x16'::bytea || uuid_send(whistle_department_157.subdistrict_id) || uuid_send(whistle_department_157.id), 'base64'), '"}') AS concat_39
FROM whistle_department AS whistle_department_157
WHERE whistle_department_157.subdistrict_id = asked.subdistrict_id AND whistle_department_157.id = asked.id AND whistle_department_157.subdistrict_id = $2::UUID AND (EXISTS (SELECT 1
FROM whistle AS seen_158
WHERE seen_158.subdistrict_id = whistle_department_157.subdistrict_id AND seen_158.id = whistle_department_157.whistle_id AND seen_158.subdistrict_id = $2::UUID AND (NOT seen_158.restricted OR seen_158.branch_id = $3::UUID)))) END, 'null'), ',' ORDER BY asked.place), ']') AS concat_1
FROM unnest($4::INTEGER[], $5::UUID[], $6::UUID[]) WITH ORDINALITY AS asked(type, subdistrict_id, id, place)) AS anon_1

SELECT (SELECT concat(string_agg(coalesce(CASE asked.type WHEN 15 THEN (SELECT concat('{}') AS concat_2
FROM account AS account_1
WHERE account_1.id = asked.id AND (account_1.subdistrict_id = $1::UUID AND (account_1.role != 'RESIDENT' OR account_1.id = $2::UUID) OR account_1.id = $2::UUID)) WHEN 29 THEN (SELECT concat('{}') AS concat_3
FROM attachment AS attachment_2
WHERE attachment_2.subdistrict_id = asked.subdistrict_id AND attachment_2.id = asked.id AND attachment_2.subdistrict_id = $1::UUID AND (attachment_2.subject_type = 'NEED' AND (EXISTS (SELECT 1
FROM need AS seen_3
WHERE seen_3.subdistrict_id = attachment_2.subdistrict_id AND seen_3.id = attachment_2.subject_id AND seen_3.subdistrict_id = $1::UUID AND (NOT seen_3.restricted OR seen_3.branch_id = $3::UUID OR (EXISTS (SELECT 1
FROM topic AS origin_4
WHERE origin_4.subdistrict_id = seen_3.subdistrict_id AND origin_4.id = seen_3.topic_id AND origin_4.reporter_id = $2::UUID))) AND ((seen_3.status NOT IN ('DRAFT', 'WITHDRAWN', 'EXPIRED')) OR seen_3.branch_id = $3::UUID)
 LIMIT ALL OFFSET 0)) OR attachment_2.subject_type = 'RESOURCE' AND (EXISTS (SELECT 1
FROM resource AS seen_5
WHERE seen_5.subdistrict_id = attachment_2.subdistrict_id AND seen_5.id = attachment_2.subject_id AND seen_5.subdistrict_id = $1::UUID AND (seen_5.status NOT IN ('DRAFT', 'WITHDRAWN', 'EXPIRED'))
 LIMIT ALL OFFSET 0)) OR attachment_2.subject_type = 'PROJECT' AND (EXISTS (SELECT 1
FROM project AS seen_6
WHERE seen_6.subdistrict_id = attachment_2.subdistrict_id AND seen_6.id = attachment_2.subject_id AND seen_6.subdistrict_id = $1::UUID AND (NOT seen_6.restricted OR seen_6.branch_id = $3::UUID OR (EXISTS (SELECT 1
FROM need_line AS answer_7
WHERE answer_7.subdistrict_id = seen_6.subdistrict_id AND answer_7.project_id = seen_6.id AND (EXISTS (SELECT 1
FROM need AS handled_8
WHERE handled_8.subdistrict_id = answer_7.subdistrict_id AND handled_8.id = answer_7.need_id AND handled_8.restricted AND (handled_8.branch_id = $3::UUID OR (EXISTS (SELECT 1
FROM topic AS origin_9
WHERE origin_9.subdistrict_id = handled_8.subdistrict_id AND origin_9.id = handled_8.topic_id AND origin_9.reporter_id = $2::UUID))))))))
 LIMIT ALL OFFSET 0)) OR attachment_2.subject_type = 'CLAIM' AND (EXISTS (SELECT 1
FROM claim AS seen_10
WHERE seen_10.subdistrict_id = attachment_2.subdistrict_id AND seen_10.id = attachment_2.subject_id AND seen_10.subdistrict_id = $1::UUID AND seen_10.branch_id = $3::UUID
 LIMIT ALL OFFSET 0)) OR attachment_2.subject_type = 'PARTNER_UNIT' AND (EXISTS (SELECT 1
FROM partner_unit AS seen_11
WHERE seen_11.subdistrict_id = attachment_2.subdistrict_id AND seen_11.id = attachment_2.subject_id AND seen_11.subdistrict_id = $1::UUID AND (seen_11.status NOT IN ('APPLIED', 'REJECTED'))
 LIMIT ALL OFFSET 0)) OR attachment_2.subject_type = 'TOPIC' AND (EXISTS (SELECT 1
FROM topic AS seen_12
WHERE seen_12.subdistrict_id = attachment_2.subdistrict_id AND seen_12.id = attachment_2.subject_id AND seen_12.subdistrict_id = $1::UUID AND (NOT seen_12.restricted OR seen_12.branch_id = $3::UUID OR seen_12.reporter_id = $2::UUID)
 LIMIT ALL OFFSET 0)) OR attachment_2.subject_type = 'DELIBERATION' AND (EXISTS (SELECT 1
FROM deliberation AS seen_13
WHERE seen_13.subdistrict_id = attachment_2.subdistrict_id AND seen_13.id = attachment_2.subject_id AND seen_13.subdistrict_id = $1::UUID AND (EXISTS (SELECT 1
FROM topic AS seen_14
WHERE seen_14.subdistrict_id = seen_13.subdistrict_id AND seen_14.id = seen_13.topic_id AND seen_14.subdistrict_id = $1::UUID AND (NOT seen_14.restricted OR seen_14.branch_id = $3::UUID OR seen_14.reporter_id = $2::UUID)))
 LIMIT ALL OFFSET 0)) OR attachment_2.subject_type = 'JOINT_MEETING' AND (EXISTS (SELECT 1
FROM joint_meeting AS seen_15
WHERE seen_15.subdistrict_id = attachment_2.subdistrict_id AND seen_15.id = attachment_2.subject_id AND seen_15.subdistrict_id = $1::UUID
 LIMIT ALL OFFSET 0)) OR attachment_2.subject_type = 'WHISTLE' AND (EXISTS (SELECT 1
FROM whistle AS seen_16
WHERE seen_16.subdistrict_id = attachment_2.subdistrict_id AND seen_16.id = attachment_2.subject_id AND seen_16.subdistrict_id = $1::UUID AND (NOT seen_16.restricted OR seen_16.branch_id = $3::UUID)
 LIMIT ALL OFFSET 0)) OR attachment_2.subject_type = 'ALLIANCE' AND (EXISTS (SELECT 1
FROM alliance AS seen_17
WHERE seen_17.subdistrict_id = attachment_2.subdistrict_id AND seen_17.id = attachment_2.subject_id AND seen_17.subdistrict_id = $1::UUID
 LIMIT ALL OFFSET 0)) OR attachment_2.subject_type = 'MEMBERSHIP' AND (EXISTS (SELECT 1
FROM membership AS seen_18
WHERE seen_18.subdistrict_id = attachment_2.subdistrict_id AND seen_18.id = attachment_2.subject_id AND seen_18.subdistrict_id = $1::UUID
 LIMIT ALL OFFSET 0)) OR attachment_2.subject_type = 'EXTENSION' AND (EXISTS (SELECT 1
FROM extension AS seen_19
WHERE seen_19.subdistrict_id = attachment_2.subdistrict_id AND seen_19.id = attachment_2.subject_id AND seen_19.subdistrict_id = $1::UUID AND (EXISTS (SELECT 1
FROM deadline AS seen_20
WHERE seen_20.subdistrict_id = seen_19.subdistrict_id AND seen_20.id = seen_19.deadline_id AND seen_20.subdistrict_id = $1::UUID AND (seen_20.subject_type = 'NEED' AND (EXISTS (SELECT 1
FROM need AS seen_21
WHERE seen_21.subdistrict_id = seen_20.subdistrict_id AND seen_21.id = seen_20.subject_id AND seen_21.subdistrict_id = $1::UUID AND (NOT seen_21.restricted OR seen_21.branch_id = $3::UUID OR (EXISTS (SELECT 1
FROM topic AS origin_22
WHERE origin_22.subdistrict_id = seen_21.subdistrict_id AND origin_22.id = seen_21.topic_id AND origin_22.reporter_id = $2::UUID))) AND ((seen_21.status NOT IN ('DRAFT', 'WITHDRAWN', 'EXPIRED')) OR seen_21.branch_id = $3::UUID)
 LIMIT ALL OFFSET 0)) OR seen_20.subject_type = 'RESOURCE' AND (EXISTS (SELECT 1
FROM resource AS seen_23
WHERE seen_23.subdistrict_id = seen_20.subdistrict_id AND seen_23.id = seen_20.subject_id AND seen_23.subdistrict_id = $1::UUID AND (seen_23.status NOT IN ('DRAFT', 'WITHDRAWN', 'EXPIRED'))
 LIMIT ALL OFFSET 0)) OR seen_20.subject_type = 'PROJECT' AND (EXISTS (SELECT 1
FROM project AS seen_24
WHERE seen_24.subdistrict_id = seen_20.subdistrict_id AND seen_24.id = seen_20.subject_id AND seen_24.subdistrict_id = $1::UUID AND (NOT seen_24.restricted OR seen_24.branch_id = $3::UUID OR (EXISTS (SELECT 1
FROM need_line AS answer_25
WHERE answer_25.subdistrict_id = seen_24.subdistrict_id AND answer_25.project_id = seen_24.id AND (EXISTS (SELECT 1
FROM need AS handled_26
WHERE handled_26.subdistrict_id = answer_25.subdistrict_id AND handled_26.id = answer_25.need_id AND handled_26.restricted AND (handled_26.branch_id = $3::UUID OR (EXISTS (SELECT 1
FROM topic AS origin_27
WHERE origin_27.subdistrict_id = handled_26.subdistrict_id AND origin_27.id = handled_26.topic_id AND origin_27.reporter_id = $2::UUID))))))))
 LIMIT ALL OFFSET 0)) OR seen_20.subject_type = 'CLAIM' AND (EXISTS (SELECT 1
FROM claim AS seen_28
WHERE seen_28.subdistrict_id = seen_20.subdistrict_id AND seen_28.id = seen_20.subject_id AND seen_28.subdistrict_id = $1::UUID AND seen_28.branch_id = $3::UUID
 LIMIT ALL OFFSET 0)) OR seen_20.subject_type = 'TOPIC' AND (EXISTS (SELECT 1
FROM topic AS seen_29
WHERE seen_29.subdistrict_id = seen_20.subdistrict_id AND seen_29.id = seen_20.subject_id AND seen_29.subdistrict_id = $1::UUID AND (NOT seen_29.restricted OR seen_29.branch_id = $3::UUID OR seen_29.reporter_id = $2::UUID)
 LIMIT ALL OFFSET 0)) OR seen_20.subject_type = 'WHISTLE' AND (EXISTS (SELECT 1
FROM whistle AS seen_30
WHERE seen_30.subdistrict_id = seen_20.subdistrict_id AND seen_30.id = seen_20.subject_id AND seen_30.subdistrict_id = $1::UUID AND (NOT seen_30.restricted OR seen_30.branch_id = $3::UUID)
 LIMIT ALL OFFSET 0)) OR seen_20.subject_type = 'MEMBERSHIP' AND (EXISTS (SELECT 1
FROM membership AS seen_31
WHERE seen_31.subdistrict_id = seen_20.subdistrict_id AND seen_31.id = seen_20.subject_id AND seen_31.subdistrict_id = $1::UUID
 LIMIT ALL OFFSET 0)))))
 LIMIT ALL OFFSET 0)))) WHEN 4 THEN (SELECT concat('{}') AS concat_4
FROM party_branch AS party_branch_32
WHERE party_branch_32.subdistrict_id = asked.subdistrict_id AND party_branch_32.id = asked.id) WHEN 13 THEN (SELECT concat('{}') AS concat_5
FROM claim AS claim_33
WHERE claim_33.subdistrict_id = asked.subdistrict_id AND claim_33.id = asked.id AND claim_33.subdistrict_id = $1::UUID AND claim_33.branch_id = $3::UUID) WHEN 26 THEN (SELECT concat('{}') AS concat_6
FROM deadline AS deadline_34
WHERE deadline_34.subdistrict_id = asked.subdistrict_id AND deadline_34.id = asked.id AND deadline_34.subdistrict_id = $1::UUID AND (deadline_34.subject_type = 'NEED' AND (EXISTS (SELECT 1
FROM need AS seen_35
WHERE seen_35.subdistrict_id = deadline_34.subdistrict_id AND seen_35.id = deadline_34.subject_id AND seen_35.subdistrict_id = $1::UUID AND (NOT seen_35.restricted OR seen_35.branch_id = $3::UUID OR (EXISTS (SELECT 1
FROM topic AS origin_36
WHERE origin_36.subdistrict_id = seen_35.subdistrict_id AND origin_36.id = seen_35.topic_id AND origin_36.reporter_id = $2::UUID))) AND ((seen_35.status NOT IN ('DRAFT', 'WITHDRAWN', 'EXPIRED')) OR seen_35.branch_id = $3::UUID)
 LIMIT ALL OFFSET 0)) OR deadline_34.subject_type = 'RESOURCE' AND (EXISTS (SELECT 1
FROM resource AS seen_37
WHERE seen_37.subdistrict_id = deadline_34.subdistrict_id AND seen_37.id = deadline_34.subject_id AND seen_37.subdistrict_id = $1::UUID AND (seen_37.status NOT IN ('DRAFT', 'WITHDRAWN', 'EXPIRED'))
 LIMIT ALL OFFSET 0)) OR deadline_34.subject_type = 'PROJECT' AND (EXISTS (SELECT 1
FROM project AS seen_38
WHERE seen_38.subdistrict_id = deadline_34.subdistrict_id AND seen_38.id = deadline_34.subject_id AND seen_38.subdistrict_id = $1::UUID AND (NOT seen_38.restricted OR seen_38.branch_id = $3::UUID OR (EXISTS (SELECT 1
FROM need_line AS answer_39
WHERE answer_39.subdistrict_id = seen_38.subdistrict_id AND answer_39.project_id = seen_38.id AND (EXISTS (SELECT 1
FROM need AS handled_40
WHERE handled_40.subdistrict_id = answer_39.subdistrict_id AND handled_40.id = answer_39.need_id AND handled_40.restricted AND (handled_40.branch_id = $3::UUID OR (EXISTS (SELECT 1
FROM topic AS origin_41
WHERE origin_41.subdistrict_id = handled_40.subdistrict_id AND origin_41.id = handled_40.topic_id AND origin_41.reporter_id = $2::UUID))))))))
 LIMIT ALL OFFSET 0)) OR deadline_34.subject_type = 'CLAIM' AND (EXISTS (SELECT 1
FROM claim AS seen_42
WHERE seen_42.subdistrict_id = deadline_34.subdistrict_id AND seen_42.id = deadline_34.subject_id AND seen_42.subdistrict_id = $1::UUID AND seen_42.branch_id = $3::UUID
 LIMIT ALL OFFSET 0)) OR deadline_34.subject_type = 'TOPIC' AND (EXISTS (SELECT 1
FROM topic AS seen_43
WHERE seen_43.subdistrict_id = deadline_34.subdistrict_id AND seen_43.id = deadline_34.subject_id AND seen_43.subdistrict_id = $1::UUID AND (NOT seen_43.restricted OR seen_43.branch_id = $3::UUID OR seen_43.reporter_id = $2::UUID)
 LIMIT ALL OFFSET 0)) OR deadline_34.subject_type = 'WHISTLE' AND (EXISTS (SELECT 1
FROM whistle AS seen_44
WHERE seen_44.subdistrict_id = deadline_34.subdistrict_id AND seen_44.id = deadline_34.subject_id AND seen_44.subdistrict_id = $1::UUID AND (NOT seen_44.restricted OR seen_44.branch_id = $3::UUID)
 LIMIT ALL OFFSET 0)) OR deadline_34.subject_type = 'MEMBERSHIP' AND (EXISTS (SELECT 1
FROM membership AS seen_45
WHERE seen_45.subdistrict_id = deadline_34.subdistrict_id AND seen_45.id = deadline_34.subject_id AND seen_45.subdistrict_id = $1::UUID
 LIMIT ALL OFFSET 0)))) WHEN 27 THEN (SELECT concat('{}') AS concat_7
FROM extension AS extension_46
WHERE extension_46.subdistrict_id = asked.subdistrict_id AND extension_46.id = asked.id AND extension_46.subdistrict_id = $1::UUID AND (EXISTS (SELECT 1
FROM deadline AS seen_47
WHERE seen_47.subdistrict_id = extension_46.subdistrict_id AND seen_47.id = extension_46.deadline_id AND seen_47.subdistrict_id = $1::UUID AND (seen_47.subject_type = 'NEED' AND (EXISTS (SELECT 1
FROM need AS seen_48
WHERE seen_48.subdistrict_id = seen_47.subdistrict_id AND seen_48.id = seen_47.subject_id AND seen_48.subdistrict_id = $1::UUID AND (NOT seen_48.restricted OR seen_48.branch_id = $3::UUID OR (EXISTS (SELECT 1
FROM topic AS origin_49
WHERE origin_49.subdistrict_id = seen_48.subdistrict_id AND origin_49.id = seen_48.topic_id AND origin_49.reporter_id = $2::UUID))) AND ((seen_48.status NOT IN ('DRAFT', 'WITHDRAWN', 'EXPIRED')) OR seen_48.branch_id = $3::UUID)
 LIMIT ALL OFFSET 0)) OR seen_47.subject_type = 'RESOURCE' AND (EXISTS (SELECT 1
FROM resource AS seen_50
WHERE seen_50.subdistrict_id = seen_47.subdistrict_id AND seen_50.id = seen_47.subject_id AND seen_50.subdistrict_id = $1::UUID AND (seen_50.status NOT IN ('DRAFT', 'WITHDRAWN', 'EXPIRED'))
 LIMIT ALL OFFSET 0)) OR seen_47.subject_type = 'PROJECT' AND (EXISTS (SELECT 1
FROM project AS seen_51
WHERE seen_51.subdistrict_id = seen_47.subdistrict_id AND seen_51.id = seen_47.subject_id AND seen_51.subdistrict_id = $1::UUID AND (NOT seen_51.restricted OR seen_51.branch_id = $3::UUID OR (EXISTS (SELECT 1
FROM need_line AS answer_52
WHERE answer_52.subdistrict_id = seen_51.subdistrict_id AND answer_52.project_id = seen_51.id AND (EXISTS (SELECT 1
FROM need AS handled_53
WHERE handled_53.subdistrict_id = answer_52.subdistrict_id AND handled_53.id = answer_52.need_id AND handled_53.restricted AND (handled_53.branch_id = $3::UUID OR (EXISTS (SELECT 1
FROM topic AS origin_54
WHERE origin_54.subdistrict_id = handled_53.subdistrict_id AND origin_54.id = handled_53.topic_id AND origin_54.reporter_id = $2::UUID))))))))
 LIMIT ALL OFFSET 0)) OR seen_47.subject_type = 'CLAIM' AND (EXISTS (SELECT 1
FROM claim AS seen_55
WHERE seen_55.subdistrict_id = seen_47.subdistrict_id AND seen_55.id = seen_47.subject_id AND seen_55.subdistrict_id = $1::UUID AND seen_55.branch_id = $3::UUID
 LIMIT ALL OFFSET 0)) OR seen_47.subject_type = 'TOPIC' AND (EXISTS (SELECT 1
FROM topic AS seen_56
WHERE seen_56.subdistrict_id = seen_47.subdistrict_id AND seen_56.id = seen_47.subject_id AND seen_56.subdistrict_id = $1::UUID AND (NOT seen_56.restricted OR seen_56.branch_id = $3::UUID OR seen_56.reporter_id = $2::UUID)
 LIMIT ALL OFFSET 0)) OR seen_47.subject_type = 'WHISTLE' AND (EXISTS (SELECT 1
FROM whistle AS seen_57
WHERE seen_57.subdistrict_id = seen_47.subdistrict_id AND seen_57.id = seen_47.subject_id AND seen_57.subdistrict_id = $1::UUID AND (NOT seen_57.restricted OR seen_57.branch_id = $3::UUID)
 LIMIT ALL OFFSET 0)) OR seen_47.subject_type = 'MEMBERSHIP' AND (EXISTS (SELECT 1
FROM membership AS seen_58
WHERE seen_58.subdistrict_id = seen_47.subdistrict_id AND seen_58.id = seen_47.subject_id AND seen_58.subdistrict_id = $1::UUID
 LIMIT ALL OFFSET 0)))))) WHEN 28 THEN (SELECT concat('{}') AS concat_8
FROM notice AS notice_59
WHERE notice_59.subdistrict_id = asked.subdistrict_id AND notice_59.id = asked.id AND notice_59.subdistrict_id = $1::UUID AND (EXISTS (SELECT 1
FROM deadline AS seen_60
WHERE seen_60.subdistrict_id = notice_59.subdistrict_id AND seen_60.id = notice_59.deadline_id AND seen_60.subdistrict_id = $1::UUID AND (seen_60.subject_type = 'NEED' AND (EXISTS (SELECT 1
FROM need AS seen_61
WHERE seen_61.subdistrict_id = seen_60.subdistrict_id AND seen_61.id = seen_60.subject_id AND seen_61.subdistrict_id = $1::UUID AND (NOT seen_61.restricted OR seen_61.branch_id = $3::UUID OR (EXISTS (SELECT 1
FROM topic AS origin_62
WHERE origin_62.subdistrict_id = seen_61.subdistrict_id AND origin_62.id = seen_61.topic_id AND origin_62.reporter_id = $2::UUID))) AND ((seen_61.status NOT IN ('DRAFT', 'WITHDRAWN', 'EXPIRED')) OR seen_61.branch_id = $3::UUID)
 LIMIT ALL OFFSET 0)) OR seen_60.subject_type = 'RESOURCE' AND (EXISTS (SELECT 1
FROM resource AS seen_63
WHERE seen_63.subdistrict_id = seen_60.subdistrict_id AND seen_63.id = seen_60.subject_id AND seen_63.subdistrict_id = $1::UUID AND (seen_63.status NOT IN ('DRAFT', 'WITHDRAWN', 'EXPIRED'))
 LIMIT ALL OFFSET 0)) OR seen_60.subject_type = 'PROJECT' AND (EXISTS (SELECT 1
FROM project AS seen_64
WHERE seen_64.subdistrict_id = seen_60.subdistrict_id AND seen_64.id = seen_60.subject_id AND seen_64.subdistrict_id = $1::UUID AND (NOT seen_64.restricted OR seen_64.branch_id = $3::UUID OR (EXISTS (SELECT 1
FROM need_line AS answer_65
WHERE answer_65.subdistrict_id = seen_64.subdistrict_id AND answer_65.project_id = seen_64.id AND (EXISTS (SELECT 1
FROM need AS handled_66
WHERE handled_66.subdistrict_id = answer_65.subdistrict_id AND handled_66.id = answer_65.need_id AND handled_66.restricted AND (handled_66.branch_id = $3::UUID OR (EXISTS (SELECT 1
FROM topic AS origin_67
WHERE origin_67.subdistrict_id = handled_66.subdistrict_id AND origin_67.id = handled_66.topic_id AND origin_67.reporter_id = $2::UUID))))))))
 LIMIT ALL OFFSET 0)) OR seen_60.subject_type = 'CLAIM' AND (EXISTS (SELECT 1
FROM claim AS seen_68
WHERE seen_68.subdistrict_id = seen_60.subdistrict_id AND seen_68.id = seen_60.subject_id AND seen_68.subdistrict_id = $1::UUID AND seen_68.branch_id = $3::UUID
 LIMIT ALL OFFSET 0)) OR seen_60.subject_type = 'TOPIC' AND (EXISTS (SELECT 1
FROM topic AS seen_69
WHERE seen_69.subdistrict_id = seen_60.subdistrict_id AND seen_69.id = seen_60.subject_id AND seen_69.subdistrict_id = $1::UUID AND (NOT seen_69.restricted OR seen_69.branch_id = $3::UUID OR seen_69.reporter_id = $2::UUID)
 LIMIT ALL OFFSET 0)) OR seen_60.subject_type = 'WHISTLE' AND (EXISTS (SELECT 1
FROM whistle AS seen_70
WHERE seen_70.subdistrict_id = seen_60.subdistrict_id AND seen_70.id = seen_60.subject_id AND seen_70.subdistrict_id = $1::UUID AND (NOT seen_70.restricted OR seen_70.branch_id = $3::UUID)
 LIMIT ALL OFFSET 0)) OR seen_60.subject_type = 'MEMBERSHIP' AND (EXISTS (SELECT 1
FROM membership AS seen_71
WHERE seen_71.subdistrict_id = seen_60.subdistrict_id AND seen_71.id = seen_60.subject_id AND seen_71.subdistrict_id = $1::UUID
 LIMIT ALL OFFSET 0)))))) WHEN 30 THEN (SELECT concat('{}') AS concat_9
FROM policy AS policy_72
WHERE policy_72.subdistrict_id = asked.subdistrict_id AND policy_72.id = asked.id AND policy_72.subdistrict_id = $1::UUID) WHEN 31 THEN (SELECT concat('{}') AS concat_10
FROM required_role AS required_role_73
WHERE required_role_73.subdistrict_id = asked.subdistrict_id AND required_role_73.id = asked.id AND required_role_73.subdistrict_id = $1::UUID) WHEN 32 THEN (SELECT concat('{}') AS concat_11
FROM calendar_year AS calendar_year_74
WHERE calendar_year_74.subdistrict_id = asked.subdistrict_id AND calendar_year_74.id = asked.id AND calendar_year_74.subdistrict_id = $1::UUID) WHEN 33 THEN (SELECT concat('{}') AS concat_12
FROM calendar_day AS calendar_day_75
WHERE calendar_day_75.subdistrict_id = asked.subdistrict_id AND calendar_day_75.id = asked.id AND calendar_day_75.subdistrict_id = $1::UUID) WHEN 23 THEN (SELECT concat('{}') AS concat_13
FROM fulfilment AS fulfilment_76
WHERE fulfilment_76.subdistrict_id = asked.subdistrict_id AND fulfilment_76.id = asked.id AND fulfilment_76.subdistrict_id = $1::UUID AND (EXISTS (SELECT 1
FROM claim AS seen_77
WHERE seen_77.subdistrict_id = fulfilment_76.subdistrict_id AND seen_77.id = fulfilment_76.claim_id AND seen_77.subdistrict_id = $1::UUID AND seen_77.branch_id = $3::UUID))) WHEN 24 THEN (SELECT concat('{}') AS concat_14
FROM milestone AS milestone_78
WHERE milestone_78.subdistrict_id = asked.subdistrict_id AND milestone_78.id = asked.id AND milestone_78.subdistrict_id = $1::UUID AND (EXISTS (SELECT 1
FROM project AS seen_79
WHERE seen_79.subdistrict_id = milestone_78.subdistrict_id AND seen_79.id = milestone_78.project_id AND seen_79.subdistrict_id = $1::UUID AND (NOT seen_79.restricted OR seen_79.branch_id = $3::UUID OR (EXISTS (SELECT 1
FROM need_line AS answer_80
WHERE answer_80.subdistrict_id = seen_79.subdistrict_id AND answer_80.project_id = seen_79.id AND (EXISTS (SELECT 1
FROM need AS handled_81
WHERE handled_81.subdistrict_id = answer_80.subdistrict_id AND handled_81.id = answer_80.need_id AND handled_81.restricted AND (handled_81.branch_id = $3::UUID OR (EXISTS (SELECT 1
FROM topic AS origin_82
WHERE origin_82.subdistrict_id = handled_81.subdistrict_id AND origin_82.id = handled_81.topic_id AND origin_82.reporter_id = $2::UUID))))))))))) WHEN 25 THEN (SELECT concat('{}') AS concat_15
FROM evaluation AS evaluation_83
WHERE evaluation_83.subdistrict_id = asked.subdistrict_id AND evaluation_83.id = asked.id AND evaluation_83.subdistrict_id = $1::UUID AND ((EXISTS (SELECT 1
FROM claim AS seen_84
WHERE seen_84.subdistrict_id = evaluation_83.subdistrict_id AND seen_84.id = evaluation_83.claim_id AND seen_84.subdistrict_id = $1::UUID AND seen_84.branch_id = $3::UUID
 LIMIT ALL OFFSET 0)) OR (EXISTS (SELECT 1
FROM topic AS seen_85
WHERE seen_85.subdistrict_id = evaluation_83.subdistrict_id AND seen_85.id = evaluation_83.topic_id AND seen_85.subdistrict_id = $1::UUID AND (NOT seen_85.restricted OR seen_85.branch_id = $3::UUID OR seen_85.reporter_id = $2::UUID)
 LIMIT ALL OFFSET 0)) OR (EXISTS (SELECT 1
FROM need AS seen_86
WHERE seen_86.subdistrict_id = evaluation_83.subdistrict_id AND seen_86.id = evaluation_83.need_id AND seen_86.subdistrict_id = $1::UUID AND (NOT seen_86.restricted OR seen_86.branch_id = $3::UUID OR (EXISTS (SELECT 1
FROM topic AS origin_87
WHERE origin_87.subdistrict_id = seen_86.subdistrict_id AND origin_87.id = seen_86.topic_id AND origin_87.reporter_id = $2::UUID))) AND ((seen_86.status NOT IN ('DRAFT', 'WITHDRAWN', 'EXPIRED')) OR seen_86.branch_id = $3::UUID)
 LIMIT ALL OFFSET 0)))) WHEN 34 THEN (SELECT concat('{}') AS concat_16
FROM subcategory AS subcategory_88
WHERE subcategory_88.subdistrict_id = asked.subdistrict_id AND subcategory_88.id = asked.id) WHEN 35 THEN (SELECT concat('{}') AS concat_17
FROM matching_plan AS matching_plan_89
WHERE matching_plan_89.subdistrict_id = asked.subdistrict_id AND matching_plan_89.id = asked.id AND false) WHEN 36 THEN (SELECT concat('{}') AS concat_18
FROM plan_line AS plan_line_90
WHERE plan_line_90.subdistrict_id = asked.subdistrict_id AND plan_line_90.id = asked.id AND false) WHEN 37 THEN (SELECT concat('{}') AS concat_19
FROM unserved_need AS unserved_need_91
WHERE unserved_need_91.subdistrict_id = asked.subdistrict_id AND unserved_need_91.id = asked.id AND false) WHEN 9 THEN (SELECT concat('{}') AS concat_20
FROM need AS need_92
WHERE need_92.subdistrict_id = asked.subdistrict_id AND need_92.id = asked.id AND (need_92.subdistrict_id = $1::UUID AND (NOT need_92.restricted OR need_92.branch_id = $3::UUID OR (EXISTS (SELECT 1
FROM topic AS origin_93
WHERE origin_93.subdistrict_id = need_92.subdistrict_id AND origin_93.id = need_92.topic_id AND origin_93.reporter_id = $2::UUID))) AND ((need_92.status NOT IN ('DRAFT', 'WITHDRAWN', 'EXPIRED')) OR need_92.branch_id = $3::UUID) OR NOT need_92.restricted AND need_92.status IN ('POSTED', 'PARTLY_CLAIMED'))) WHEN 5 THEN (SELECT concat('{}') AS concat_21
FROM partner_unit AS partner_unit_94
WHERE partner_unit_94.subdistrict_id = asked.subdistrict_id AND partner_unit_94.id = asked.id AND partner_unit_94.subdistrict_id = $1::UUID AND (partner_unit_94.status NOT IN ('APPLIED', 'REJECTED'))) WHEN 6 THEN (SELECT concat('{}') AS concat_22
FROM service_area AS service_area_95
WHERE service_area_95.subdistrict_id = asked.subdistrict_id AND service_area_95.id = asked.id AND service_area_95.subdistrict_id = $1::UUID) WHEN 7 THEN (SELECT concat('{}') AS concat_23
FROM alliance AS alliance_96
WHERE alliance_96.subdistrict_id = asked.subdistrict_id AND alliance_96.id = asked.id AND alliance_96.subdistrict_id = $1::UUID) WHEN 8 THEN (SELECT concat('{}') AS concat_24
FROM membership AS membership_97
WHERE membership_97.subdistrict_id = asked.subdistrict_id AND membership_97.id = asked.id AND membership_97.subdistrict_id = $1::UUID) WHEN 1 THEN (SELECT concat('{"name":', json_scalar(subdistrict_98.name), ',"code":', json_scalar(subdistrict_98.code), '}') AS concat_25
FROM subdistrict AS subdistrict_98
WHERE subdistrict_98.id = asked.id) WHEN 2 THEN (SELECT concat('{}') AS concat_26
FROM community AS community_99
WHERE community_99.subdistrict_id = asked.subdistrict_id AND community_99.id = asked.id) WHEN 3 THEN (SELECT concat('{}') AS concat_27
FROM grid AS grid_100
WHERE grid_100.subdistrict_id = asked.subdistrict_id AND grid_100.id = asked.id) WHEN 11 THEN (SELECT concat('{}') AS concat_28
FROM project AS project_101
WHERE project_101.subdistrict_id = asked.subdistrict_id AND project_101.id = asked.id AND (project_101.subdistrict_id = $1::UUID AND (NOT project_101.restricted OR project_101.branch_id = $3::UUID OR (EXISTS (SELECT 1
FROM need_line AS answer_102
WHERE answer_102.subdistrict_id = project_101.subdistrict_id AND answer_102.project_id = project_101.id AND (EXISTS (SELECT 1
FROM need AS handled_103
WHERE handled_103.subdistrict_id = answer_102.subdistrict_id AND handled_103.id = answer_102.need_id AND handled_103.restricted AND (handled_103.branch_id = $3::UUID OR (EXISTS (SELECT 1
FROM topic AS origin_104
WHERE origin_104.subdistrict_id = handled_103.subdistrict_id AND origin_104.id = handled_103.topic_id AND origin_104.reporter_id = $2::UUID)))))))) OR NOT project_101.restricted AND project_101.status IN ('PLANNED', 'APPROVED', 'RUNNING'))) WHEN 12 THEN (SELECT concat('{}') AS concat_29
FROM need_line AS need_line_105
WHERE need_line_105.subdistrict_id = asked.subdistrict_id AND need_line_105.id = asked.id AND (need_line_105.subdistrict_id = $1::UUID AND (EXISTS (SELECT 1
FROM project AS seen_106
WHERE seen_106.subdistrict_id = need_line_105.subdistrict_id AND seen_106.id = need_line_105.project_id AND seen_106.subdistrict_id = $1::UUID AND (NOT seen_106.restricted OR seen_106.branch_id = $3::UUID OR (EXISTS (SELECT 1
FROM need_line AS answer_107
WHERE answer_107.subdistrict_id = seen_106.subdistrict_id AND answer_107.project_id = seen_106.id AND (EXISTS (SELECT 1
FROM need AS handled_108
WHERE handled_108.subdistrict_id = answer_107.subdistrict_id AND handled_108.id = answer_107.need_id AND handled_108.restricted AND (handled_108.branch_id = $3::UUID OR (EXISTS (SELECT 1
FROM topic AS origin_109
WHERE origin_109.subdistrict_id = handled_108.subdistrict_id AND origin_109.id = handled_108.topic_id AND origin_109.reporter_id = $2::UUID)))))))))) AND (EXISTS (SELECT 1
FROM need AS asked_110
WHERE asked_110.subdistrict_id = need_line_105.subdistrict_id AND asked_110.id = need_line_105.need_id AND (NOT asked_110.restricted OR asked_110.branch_id = $3::UUID OR (EXISTS (SELECT 1
FROM topic AS origin_111
WHERE origin_111.subdistrict_id = asked_110.subdistrict_id AND origin_111.id = asked_110.topic_id AND origin_111.reporter_id = $2::UUID))))) OR (EXISTS (SELECT 1
FROM project AS seen_112
WHERE seen_112.subdistrict_id = need_line_105.subdistrict_id AND seen_112.id = need_line_105.project_id AND NOT seen_112.restricted AND seen_112.status IN ('PLANNED', 'APPROVED', 'RUNNING'))))) WHEN 10 THEN (SELECT concat('{}') AS concat_30
FROM resource AS resource_113
WHERE resource_113.subdistrict_id = asked.subdistrict_id AND resource_113.id = asked.id AND (resource_113.subdistrict_id = $1::UUID AND (resource_113.status NOT IN ('DRAFT', 'WITHDRAWN', 'EXPIRED')) OR resource_113.status IN ('OFFERED', 'PARTLY_CLAIMED'))) WHEN 16 THEN (SELECT concat('{}') AS concat_31
FROM topic AS topic_114
WHERE topic_114.subdistrict_id = asked.subdistrict_id AND topic_114.id = asked.id AND topic_114.subdistrict_id = $1::UUID AND (NOT topic_114.restricted OR topic_114.branch_id = $3::UUID OR topic_114.reporter_id = $2::UUID)) WHEN 17 THEN (SELECT concat('{}') AS concat_32
FROM deliberation AS deliberation_115
WHERE deliberation_115.subdistrict_id = asked.subdistrict_id AND deliberation_115.id = asked.id AND deliberation_115.subdistrict_id = $1::UUID AND (EXISTS (SELECT 1
FROM topic AS seen_116
WHERE seen_116.subdistrict_id = deliberation_115.subdistrict_id AND seen_116.id = deliberation_115.topic_id AND seen_116.subdistrict_id = $1::UUID AND (NOT seen_116.restricted OR seen_116.branch_id = $3::UUID OR seen_116.reporter_id = $2::UUID)))) WHEN 18 THEN (SELECT concat('{}') AS concat_33
FROM attendee AS attendee_117
WHERE attendee_117.subdistrict_id = asked.subdistrict_id AND attendee_117.id = asked.id AND attendee_117.subdistrict_id = $1::UUID AND (EXISTS (SELECT 1
FROM deliberation AS seen_118
WHERE seen_118.subdistrict_id = attendee_117.subdistrict_id AND seen_118.id = attendee_117.deliberation_id AND seen_118.subdistrict_id = $1::UUID AND (EXISTS (SELECT 1
FROM topic AS seen_119
WHERE seen_119.subdistrict_id = seen_118.subdistrict_id AND seen_119.id = seen_118.topic_id AND seen_119.subdistrict_id = $1::UUID AND (NOT seen_119.restricted OR seen_119.branch_id = $3::UUID OR seen_119.reporter_id = $2::UUID)))))) WHEN 19 THEN (SELECT concat('{}') AS concat_34
FROM joint_meeting AS joint_meeting_120
WHERE joint_meeting_120.subdistrict_id = asked.subdistrict_id AND joint_meeting_120.id = asked.id AND joint_meeting_120.subdistrict_id = $1::UUID) WHEN 20 THEN (SELECT concat('{}') AS concat_35
FROM agenda_item AS agenda_item_121
WHERE agenda_item_121.subdistrict_id = asked.subdistrict_id AND agenda_item_121.id = asked.id AND agenda_item_121.subdistrict_id = $1::UUID AND ((EXISTS (SELECT 1
FROM topic AS seen_122
WHERE seen_122.subdistrict_id = agenda_item_121.subdistrict_id AND seen_122.id = agenda_item_121.topic_id AND seen_122.subdistrict_id = $1::UUID AND (NOT seen_122.restricted OR seen_122.branch_id = $3::UUID OR seen_122.reporter_id = $2::UUID)
 LIMIT ALL OFFSET 0)) OR (EXISTS (SELECT 1
FROM need AS seen_123
WHERE seen_123.subdistrict_id = agenda_item_121.subdistrict_id AND seen_123.id = agenda_item_121.need_id AND seen_123.subdistrict_id = $1::UUID AND (NOT seen_123.restricted OR seen_123.branch_id = $3::UUID OR (EXISTS (SELECT 1
FROM topic AS origin_124
WHERE origin_124.subdistrict_id = seen_123.subdistrict_id AND origin_124.id = seen_123.topic_id AND origin_124.reporter_id = $2::UUID))) AND ((seen_123.status NOT IN ('DRAFT', 'WITHDRAWN', 'EXPIRED')) OR seen_123.branch_id = $3::UUID)
 LIMIT ALL OFFSET 0)))) WHEN 14 THEN (SELECT concat('{}') AS concat_36
FROM transition AS transition_125
WHERE transition_125.subdistrict_id = asked.subdistrict_id AND transition_125.id = asked.id AND transition_125.subdistrict_id = $1::UUID AND (transition_125.subject_type = 'NEED' AND (EXISTS (SELECT 1
FROM need AS seen_126
WHERE seen_126.subdistrict_id = transition_125.subdistrict_id AND seen_126.id = transition_125.subject_id AND seen_126.subdistrict_id = $1::UUID AND (NOT seen_126.restricted OR seen_126.branch_id = $3::UUID OR (EXISTS (SELECT 1
FROM topic AS origin_127
WHERE origin_127.subdistrict_id = seen_126.subdistrict_id AND origin_127.id = seen_126.topic_id AND origin_127.reporter_id = $2::UUID))) AND ((seen_126.status NOT IN ('DRAFT', 'WITHDRAWN', 'EXPIRED')) OR seen_126.branch_id = $3::UUID)
 LIMIT ALL OFFSET 0)) OR transition_125.subject_type = 'RESOURCE' AND (EXISTS (SELECT 1
FROM resource AS seen_128
WHERE seen_128.subdistrict_id = transition_125.subdistrict_id AND seen_128.id = transition_125.subject_id AND seen_128.subdistrict_id = $1::UUID AND (seen_128.status NOT IN ('DRAFT', 'WITHDRAWN', 'EXPIRED'))
 LIMIT ALL OFFSET 0)) OR transition_125.subject_type = 'PROJECT' AND (EXISTS (SELECT 1
FROM project AS seen_129
WHERE seen_129.subdistrict_id = transition_125.subdistrict_id AND seen_129.id = transition_125.subject_id AND seen_129.subdistrict_id = $1::UUID AND (NOT seen_129.restricted OR seen_129.branch_id = $3::UUID OR (EXISTS (SELECT 1
FROM need_line AS answer_130
WHERE answer_130.subdistrict_id = seen_129.subdistrict_id AND answer_130.project_id = seen_129.id AND (EXISTS (SELECT 1
FROM need AS handled_131
WHERE handled_131.subdistrict_id = answer_130.subdistrict_id AND handled_131.id = answer_130.need_id AND handled_131.restricted AND (handled_131.branch_id = $3::UUID OR (EXISTS (SELECT 1
FROM topic AS origin_132
WHERE origin_132.subdistrict_id = handled_131.subdistrict_id AND origin_132.id = handled_131.topic_id AND origin_132.reporter_id = $2::UUID))))))))
 LIMIT ALL OFFSET 0)) OR transition_125.subject_type = 'CLAIM' AND (EXISTS (SELECT 1
FROM claim AS seen_133
WHERE seen_133.subdistrict_id = transition_125.subdistrict_id AND seen_133.id = transition_125.subject_id AND seen_133.subdistrict_id = $1::UUID AND seen_133.branch_id = $3::UUID
 LIMIT ALL OFFSET 0)) OR transition_125.subject_type = 'PARTNER_UNIT' AND (EXISTS (SELECT 1
FROM partner_unit AS seen_134
WHERE seen_134.subdistrict_id = transition_125.subdistrict_id AND seen_134.id = transition_125.subject_id AND seen_134.subdistrict_id = $1::UUID AND (seen_134.status NOT IN ('APPLIED', 'REJECTED'))
 LIMIT ALL OFFSET 0)) OR transition_125.subject_type = 'TOPIC' AND (EXISTS (SELECT 1
FROM topic AS seen_135
WHERE seen_135.subdistrict_id = transition_125.subdistrict_id AND seen_135.id = transition_125.subject_id AND seen_135.subdistrict_id = $1::UUID AND (NOT seen_135.restricted OR seen_135.branch_id = $3::UUID OR seen_135.reporter_id = $2::UUID)
 LIMIT ALL OFFSET 0)) OR transition_125.subject_type = 'DELIBERATION' AND (EXISTS (SELECT 1
FROM deliberation AS seen_136
WHERE seen_136.subdistrict_id = transition_125.subdistrict_id AND seen_136.id = transition_125.subject_id AND seen_136.subdistrict_id = $1::UUID AND (EXISTS (SELECT 1
FROM topic AS seen_137
WHERE seen_137.subdistrict_id = seen_136.subdistrict_id AND seen_137.id = seen_136.topic_id AND seen_137.subdistrict_id = $1::UUID AND (NOT seen_137.restricted OR seen_137.branch_id = $3::UUID OR seen_137.reporter_id = $2::UUID)))
 LIMIT ALL OFFSET 0)) OR transition_125.subject_type = 'JOINT_MEETING' AND (EXISTS (SELECT 1
FROM joint_meeting AS seen_138
WHERE seen_138.subdistrict_id = transition_125.subdistrict_id AND seen_138.id = transition_125.subject_id AND seen_138.subdistrict_id = $1::UUID
 LIMIT ALL OFFSET 0)) OR transition_125.subject_type = 'WHISTLE' AND (EXISTS (SELECT 1
FROM whistle AS seen_139
WHERE seen_139.subdistrict_id = transition_125.subdistrict_id AND seen_139.id = transition_125.subject_id AND seen_139.subdistrict_id = $1::UUID AND (NOT seen_139.restricted OR seen_139.branch_id = $3::UUID)
 LIMIT ALL OFFSET 0)) OR transition_125.subject_type = 'ALLIANCE' AND (EXISTS (SELECT 1
FROM alliance AS seen_140
WHERE seen_140.subdistrict_id = transition_125.subdistrict_id AND seen_140.id = transition_125.subject_id AND seen_140.subdistrict_id = $1::UUID
 LIMIT ALL OFFSET 0)) OR transition_125.subject_type = 'MEMBERSHIP' AND (EXISTS (SELECT 1
FROM membership AS seen_141
WHERE seen_141.subdistrict_id = transition_125.subdistrict_id AND seen_141.id = transition_125.subject_id AND seen_141.subdistrict_id = $1::UUID
 LIMIT ALL OFFSET 0)) OR transition_125.subject_type = 'EXTENSION' AND (EXISTS (SELECT 1
FROM extension AS seen_142
WHERE seen_142.subdistrict_id = transition_125.subdistrict_id AND seen_142.id = transition_125.subject_id AND seen_142.subdistrict_id = $1::UUID AND (EXISTS (SELECT 1
FROM deadline AS seen_143
WHERE seen_143.subdistrict_id = seen_142.subdistrict_id AND seen_143.id = seen_142.deadline_id AND seen_143.subdistrict_id = $1::UUID AND (seen_143.subject_type = 'NEED' AND (EXISTS (SELECT 1
FROM need AS seen_144
WHERE seen_144.subdistrict_id = seen_143.subdistrict_id AND seen_144.id = seen_143.subject_id AND seen_144.subdistrict_id = $1::UUID AND (NOT seen_144.restricted OR seen_144.branch_id = $3::UUID OR (EXISTS (SELECT 1
FROM topic AS origin_145
WHERE origin_145.subdistrict_id = seen_144.subdistrict_id AND origin_145.id = seen_144.topic_id AND origin_145.reporter_id = $2::UUID))) AND ((seen_144.status NOT IN ('DRAFT', 'WITHDRAWN', 'EXPIRED')) OR seen_144.branch_id = $3::UUID)
 LIMIT ALL OFFSET 0)) OR seen_143.subject_type = 'RESOURCE' AND (EXISTS (SELECT 1
FROM resource AS seen_146
WHERE seen_146.subdistrict_id = seen_143.subdistrict_id AND seen_146.id = seen_143.subject_id AND seen_146.subdistrict_id = $1::UUID AND (seen_146.status NOT IN ('DRAFT', 'WITHDRAWN', 'EXPIRED'))
 LIMIT ALL OFFSET 0)) OR seen_143.subject_type = 'PROJECT' AND (EXISTS (SELECT 1
FROM project AS seen_147
WHERE seen_147.subdistrict_id = seen_143.subdistrict_id AND seen_147.id = seen_143.subject_id AND seen_147.subdistrict_id = $1::UUID AND (NOT seen_147.restricted OR seen_147.branch_id = $3::UUID OR (EXISTS (SELECT 1
FROM need_line AS answer_148
WHERE answer_148.subdistrict_id = seen_147.subdistrict_id AND answer_148.project_id = seen_147.id AND (EXISTS (SELECT 1
FROM need AS handled_149
WHERE handled_149.subdistrict_id = answer_148.subdistrict_id AND handled_149.id = answer_148.need_id AND handled_149.restricted AND (handled_149.branch_id = $3::UUID OR (EXISTS (SELECT 1
FROM topic AS origin_150
WHERE origin_150.subdistrict_id = handled_149.subdistrict_id AND origin_150.id = handled_149.topic_id AND origin_150.reporter_id = $2::UUID))))))))
 LIMIT ALL OFFSET 0)) OR seen_143.subject_type = 'CLAIM' AND (EXISTS (SELECT 1
FROM claim AS seen_151
WHERE seen_151.subdistrict_id = seen_143.subdistrict_id AND seen_151.id = seen_143.subject_id AND seen_151.subdistrict_id = $1::UUID AND seen_151.branch_id = $3::UUID
 LIMIT ALL OFFSET 0)) OR seen_143.subject_type = 'TOPIC' AND (EXISTS (SELECT 1
FROM topic AS seen_152
WHERE seen_152.subdistrict_id = seen_143.subdistrict_id AND seen_152.id = seen_143.subject_id AND seen_152.subdistrict_id = $1::UUID AND (NOT seen_152.restricted OR seen_152.branch_id = $3::UUID OR seen_152.reporter_id = $2::UUID)
 LIMIT ALL OFFSET 0)) OR seen_143.subject_type = 'WHISTLE' AND (EXISTS (SELECT 1
FROM whistle AS seen_153
WHERE seen_153.subdistrict_id = seen_143.subdistrict_id AND seen_153.id = seen_143.subject_id AND seen_153.subdistrict_id = $1::UUID AND (NOT seen_153.restricted OR seen_153.branch_id = $3::UUID)
 LIMIT ALL OFFSET 0)) OR seen_143.subject_type = 'MEMBERSHIP' AND (EXISTS (SELECT 1
FROM membership AS seen_154
WHERE seen_154.subdistrict_id = seen_143.subdistrict_id AND seen_154.id = seen_143.subject_id AND seen_154.subdistrict_id = $1::UUID
 LIMIT ALL OFFSET 0)))))
 LIMIT ALL OFFSET 0)))) WHEN 21 THEN (SELECT concat('{}') AS concat_37
FROM whistle AS whistle_155
WHERE whistle_155.subdistrict_id = asked.subdistrict_id AND whistle_155.id = asked.id AND whistle_155.subdistrict_id = $1::UUID AND (NOT whistle_155.restricted OR whistle_155.branch_id = $3::UUID)) WHEN 22 THEN (SELECT concat('{}') AS concat_38
FROM whistle_department AS whistle_department_156
WHERE whistle_department_156.subdistrict_id = asked.subdistrict_id AND whistle_department_156.id = asked.id AND whistle_department_156.subdistrict_id = $1::UUID AND (EXISTS (SELECT 1
FROM whistle AS seen_157
WHERE seen_157.subdistrict_id = whistle_department_156.subdistrict_id AND seen_157.id = whistle_department_156.whistle_id AND seen_157.subdistrict_id = $1::UUID AND (NOT seen_157.restricted OR seen_157.branch_id = $3::UUID)))) END, 'null'), ',' ORDER BY asked.place)) AS concat_1
FROM unnest($4::INTEGER[], $5::UUID[], $6::UUID[]) WITH ORDINALITY AS asked(type, subdistrict_id, id, place)) AS anon_1
