SELECT (SELECT concat('[', string_agg(coalesce(CASE asked.type WHEN 15 THEN (SELECT concat('{"__typename":"Account","id":"', encode('\x0f'::bytea || uuid_send(account_1.id) || uuid_send(account_1.id), 'base64'), '","displayName":', json_scalar(account_1.display_name), ',"login":', CASE WHEN (account_1.id = $1::UUID) THEN concat(json_scalar(account_1.login)) ELSE 'null' END, '}') AS concat_2
FROM account AS account_1
WHERE account_1.id = asked.id AND (account_1.subdistrict_id = $2::UUID AND (account_1.role != 'RESIDENT' OR account_1.id = $1::UUID) OR account_1.id = $1::UUID)) WHEN 29 THEN (SELECT concat('{"__typename":"Attachment","id":"', encode('\x1d'::bytea || uuid_send(attachment_2.subdistrict_id) || uuid_send(attachment_2.id), 'base64'), '"}') AS concat_3
FROM attachment AS attachment_2
WHERE attachment_2.subdistrict_id = asked.subdistrict_id AND attachment_2.id = asked.id AND attachment_2.subdistrict_id = $2::UUID AND (attachment_2.subject_type = 'NEED' AND (EXISTS (SELECT 1
FROM need AS seen_3
WHERE seen_3.subdistrict_id = attachment_2.subdistrict_id AND seen_3.id = attachment_2.subject_id AND seen_3.subdistrict_id = $2::UUID AND ((seen_3.status NOT IN ('DRAFT', 'WITHDRAWN', 'EXPIRED')) OR seen_3.branch_id = $3::UUID)
 LIMIT ALL OFFSET 0)) OR attachment_2.subject_type = 'RESOURCE' AND (EXISTS (SELECT 1
FROM resource AS seen_4
WHERE seen_4.subdistrict_id = attachment_2.subdistrict_id AND seen_4.id = attachment_2.subject_id AND seen_4.subdistrict_id = $2::UUID AND (seen_4.status NOT IN ('DRAFT', 'WITHDRAWN', 'EXPIRED'))
 LIMIT ALL OFFSET 0)) OR attachment_2.subject_type = 'PROJECT' AND (EXISTS (SELECT 1
FROM project AS seen_5
WHERE seen_5.subdistrict_id = attachment_2.subdistrict_id AND seen_5.id = attachment_2.subject_id AND seen_5.subdistrict_id = $2::UUID
 LIMIT ALL OFFSET 0)) OR attachment_2.subject_type = 'CLAIM' AND (EXISTS (SELECT 1
FROM claim AS seen_6
WHERE seen_6.subdistrict_id = attachment_2.subdistrict_id AND seen_6.id = attachment_2.subject_id AND seen_6.subdistrict_id = $2::UUID AND seen_6.branch_id = $3::UUID
 LIMIT ALL OFFSET 0)) OR attachment_2.subject_type = 'PARTNER_UNIT' AND (EXISTS (SELECT 1
FROM partner_unit AS seen_7
WHERE seen_7.subdistrict_id = attachment_2.subdistrict_id AND seen_7.id = attachment_2.subject_id AND seen_7.subdistrict_id = $2::UUID AND (seen_7.status NOT IN ('APPLIED', 'REJECTED'))
 LIMIT ALL OFFSET 0)) OR attachment_2.subject_type = 'TOPIC' AND (EXISTS (SELECT 1
FROM topic AS seen_8
WHERE seen_8.subdistrict_id = attachment_2.subdistrict_id AND seen_8.id = attachment_2.subject_id AND seen_8.subdistrict_id = $2::UUID AND (NOT seen_8.restricted OR seen_8.branch_id = $3::UUID OR seen_8.reporter_id = $1::UUID)
 LIMIT ALL OFFSET 0)) OR attachment_2.subject_type = 'DELIBERATION' AND (EXISTS (SELECT 1
FROM deliberation AS seen_9
WHERE seen_9.subdistrict_id = attachment_2.subdistrict_id AND seen_9.id = attachment_2.subject_id AND seen_9.subdistrict_id = $2::UUID AND (EXISTS (SELECT 1
FROM topic AS seen_10
WHERE seen_10.subdistrict_id = seen_9.subdistrict_id AND seen_10.id = seen_9.topic_id AND seen_10.subdistrict_id = $2::UUID AND (NOT seen_10.restricted OR seen_10.branch_id = $3::UUID OR seen_10.reporter_id = $1::UUID)))
 LIMIT ALL OFFSET 0)) OR attachment_2.subject_type = 'JOINT_MEETING' AND (EXISTS (SELECT 1
FROM joint_meeting AS seen_11
WHERE seen_11.subdistrict_id = attachment_2.subdistrict_id AND seen_11.id = attachment_2.subject_id AND seen_11.subdistrict_id = $2::UUID
 LIMIT ALL OFFSET 0)) OR attachment_2.subject_type = 'WHISTLE' AND (EXISTS (SELECT 1
FROM whistle AS seen_12
WHERE seen_12.subdistrict_id = attachment_2.subdistrict_id AND seen_12.id = attachment_2.subject_id AND seen_12.subdistrict_id = $2::UUID AND (NOT seen_12.restricted OR seen_12.branch_id = $3::UUID)
 LIMIT ALL OFFSET 0)) OR attachment_2.subject_type = 'ALLIANCE' AND (EXISTS (SELECT 1
FROM alliance AS seen_13
WHERE seen_13.subdistrict_id = attachment_2.subdistrict_id AND seen_13.id = attachment_2.subject_id AND seen_13.subdistrict_id = $2::UUID
 LIMIT ALL OFFSET 0)) OR attachment_2.subject_type = 'MEMBERSHIP' AND (EXISTS (SELECT 1
FROM membership AS seen_14
WHERE seen_14.subdistrict_id = attachment_2.subdistrict_id AND seen_14.id = attachment_2.subject_id AND seen_14.subdistrict_id = $2::UUID
 LIMIT ALL OFFSET 0)) OR attachment_2.subject_type = 'EXTENSION' AND (EXISTS (SELECT 1
FROM extension AS seen_15
WHERE seen_15.subdistrict_id = attachment_2.subdistrict_id AND seen_15.id = attachment_2.subject_id AND seen_15.subdistrict_id = $2::UUID AND (EXISTS (SELECT 1
FROM deadline AS seen_16
WHERE seen_16.subdistrict_id = seen_15.subdistrict_id AND seen_16.id = seen_15.deadline_id AND seen_16.subdistrict_id = $2::UUID AND (seen_16.subject_type = 'NEED' AND (EXISTS (SELECT 1
FROM need AS seen_17
WHERE seen_17.subdistrict_id = seen_16.subdistrict_id AND seen_17.id = seen_16.subject_id AND seen_17.subdistrict_id = $2::UUID AND ((seen_17.status NOT IN ('DRAFT', 'WITHDRAWN', 'EXPIRED')) OR seen_17.branch_id = $3::UUID)
 LIMIT ALL OFFSET 0)) OR seen_16.subject_type = 'RESOURCE' AND (EXISTS (SELECT 1
FROM resource AS seen_18
WHERE seen_18.subdistrict_id = seen_16.subdistrict_id AND seen_18.id = seen_16.subject_id AND seen_18.subdistrict_id = $2::UUID AND (seen_18.status NOT IN ('DRAFT', 'WITHDRAWN', 'EXPIRED'))
 LIMIT ALL OFFSET 0)) OR seen_16.subject_type = 'PROJECT' AND (EXISTS (SELECT 1
FROM project AS seen_19
WHERE seen_19.subdistrict_id = seen_16.subdistrict_id AND seen_19.id = seen_16.subject_id AND seen_19.subdistrict_id = $2::UUID
 LIMIT ALL OFFSET 0)) OR seen_16.subject_type = 'CLAIM' AND (EXISTS (SELECT 1
FROM claim AS seen_20
WHERE seen_20.subdistrict_id = seen_16.subdistrict_id AND seen_20.id = seen_16.subject_id AND seen_20.subdistrict_id = $2::UUID AND seen_20.branch_id = $3::UUID
 LIMIT ALL OFFSET 0)) OR seen_16.subject_type = 'TOPIC' AND (EXISTS (SELECT 1
FROM topic AS seen_21
WHERE seen_21.subdistrict_id = seen_16.subdistrict_id AND seen_21.id = seen_16.subject_id AND seen_21.subdistrict_id = $2::UUID AND (NOT seen_21.restricted OR seen_21.branch_id = $3::UUID OR seen_21.reporter_id = $1::UUID)
 LIMIT ALL OFFSET 0)) OR seen_16.subject_type = 'WHISTLE' AND (EXISTS (SELECT 1
FROM whistle AS seen_22
WHERE seen_22.subdistrict_id = seen_16.subdistrict_id AND seen_22.id = seen_16.subject_id AND seen_22.subdistrict_id = $2::UUID AND (NOT seen_22.restricted OR seen_22.branch_id = $3::UUID)
 LIMIT ALL OFFSET 0)) OR seen_16.subject_type = 'MEMBERSHIP' AND (EXISTS (SELECT 1
FROM membership AS seen_23
WHERE seen_23.subdistrict_id = seen_16.subdistrict_id AND seen_23.id = seen_16.subject_id AND seen_23.subdistrict_id = $2::UUID
 LIMIT ALL OFFSET 0)))))
 LIMIT ALL OFFSET 0)))) WHEN 4 THEN (SELECT concat('{"__typename":"PartyBranch","id":"', encode('\x04'::bytea || uuid_send(party_branch_24.subdistrict_id) || uuid_send(party_branch_24.id), 'base64'), '","name":', json_scalar(party_branch_24.name), '}') AS concat_4
FROM party_branch AS party_branch_24
WHERE party_branch_24.subdistrict_id = asked.subdistrict_id AND party_branch_24.id = asked.id) WHEN 13 THEN (SELECT concat('{"__typename":"Claim","id":"', encode('\x0d'::bytea || uuid_send(claim_25.subdistrict_id) || uuid_send(claim_25.id), 'base64'), '"}') AS concat_5
FROM claim AS claim_25
WHERE claim_25.subdistrict_id = asked.subdistrict_id AND claim_25.id = asked.id AND claim_25.subdistrict_id = $2::UUID AND claim_25.branch_id = $3::UUID) WHEN 26 THEN (SELECT concat('{"__typename":"Deadline","id":"', encode('\x1a'::bytea || uuid_send(deadline_26.subdistrict_id) || uuid_send(deadline_26.id), 'base64'), '"}') AS concat_6
FROM deadline AS deadline_26
WHERE deadline_26.subdistrict_id = asked.subdistrict_id AND deadline_26.id = asked.id AND deadline_26.subdistrict_id = $2::UUID AND (deadline_26.subject_type = 'NEED' AND (EXISTS (SELECT 1
FROM need AS seen_27
WHERE seen_27.subdistrict_id = deadline_26.subdistrict_id AND seen_27.id = deadline_26.subject_id AND seen_27.subdistrict_id = $2::UUID AND ((seen_27.status NOT IN ('DRAFT', 'WITHDRAWN', 'EXPIRED')) OR seen_27.branch_id = $3::UUID)
 LIMIT ALL OFFSET 0)) OR deadline_26.subject_type = 'RESOURCE' AND (EXISTS (SELECT 1
FROM resource AS seen_28
WHERE seen_28.subdistrict_id = deadline_26.subdistrict_id AND seen_28.id = deadline_26.subject_id AND seen_28.subdistrict_id = $2::UUID AND (seen_28.status NOT IN ('DRAFT', 'WITHDRAWN', 'EXPIRED'))
 LIMIT ALL OFFSET 0)) OR deadline_26.subject_type = 'PROJECT' AND (EXISTS (SELECT 1
FROM project AS seen_29
WHERE seen_29.subdistrict_id = deadline_26.subdistrict_id AND seen_29.id = deadline_26.subject_id AND seen_29.subdistrict_id = $2::UUID
 LIMIT ALL OFFSET 0)) OR deadline_26.subject_type = 'CLAIM' AND (EXISTS (SELECT 1
FROM claim AS seen_30
WHERE seen_30.subdistrict_id = deadline_26.subdistrict_id AND seen_30.id = deadline_26.subject_id AND seen_30.subdistrict_id = $2::UUID AND seen_30.branch_id = $3::UUID
 LIMIT ALL OFFSET 0)) OR deadline_26.subject_type = 'TOPIC' AND (EXISTS (SELECT 1
FROM topic AS seen_31
WHERE seen_31.subdistrict_id = deadline_26.subdistrict_id AND seen_31.id = deadline_26.subject_id AND seen_31.subdistrict_id = $2::UUID AND (NOT seen_31.restricted OR seen_31.branch_id = $3::UUID OR seen_31.reporter_id = $1::UUID)
 LIMIT ALL OFFSET 0)) OR deadline_26.subject_type = 'WHISTLE' AND (EXISTS (SELECT 1
FROM whistle AS seen_32
WHERE seen_32.subdistrict_id = deadline_26.subdistrict_id AND seen_32.id = deadline_26.subject_id AND seen_32.subdistrict_id = $2::UUID AND (NOT seen_32.restricted OR seen_32.branch_id = $3::UUID)
 LIMIT ALL OFFSET 0)) OR deadline_26.subject_type = 'MEMBERSHIP' AND (EXISTS (SELECT 1
FROM membership AS seen_33
WHERE seen_33.subdistrict_id = deadline_26.subdistrict_id AND seen_33.id = deadline_26.subject_id AND seen_33.subdistrict_id = $2::UUID
 LIMIT ALL OFFSET 0)))) WHEN 27 THEN (SELECT concat('{"__typename":"Extension","id":"', encode('\x1b'::bytea || uuid_send(extension_34.subdistrict_id) || uuid_send(extension_34.id), 'base64'), '"}') AS concat_7
FROM extension AS extension_34
WHERE extension_34.subdistrict_id = asked.subdistrict_id AND extension_34.id = asked.id AND extension_34.subdistrict_id = $2::UUID AND (EXISTS (SELECT 1
FROM deadline AS seen_35
WHERE seen_35.subdistrict_id = extension_34.subdistrict_id AND seen_35.id = extension_34.deadline_id AND seen_35.subdistrict_id = $2::UUID AND (seen_35.subject_type = 'NEED' AND (EXISTS (SELECT 1
FROM need AS seen_36
WHERE seen_36.subdistrict_id = seen_35.subdistrict_id AND seen_36.id = seen_35.subject_id AND seen_36.subdistrict_id = $2::UUID AND ((seen_36.status NOT IN ('DRAFT', 'WITHDRAWN', 'EXPIRED')) OR seen_36.branch_id = $3::UUID)
 LIMIT ALL OFFSET 0)) OR seen_35.subject_type = 'RESOURCE' AND (EXISTS (SELECT 1
FROM resource AS seen_37
WHERE seen_37.subdistrict_id = seen_35.subdistrict_id AND seen_37.id = seen_35.subject_id AND seen_37.subdistrict_id = $2::UUID AND (seen_37.status NOT IN ('DRAFT', 'WITHDRAWN', 'EXPIRED'))
 LIMIT ALL OFFSET 0)) OR seen_35.subject_type = 'PROJECT' AND (EXISTS (SELECT 1
FROM project AS seen_38
WHERE seen_38.subdistrict_id = seen_35.subdistrict_id AND seen_38.id = seen_35.subject_id AND seen_38.subdistrict_id = $2::UUID
 LIMIT ALL OFFSET 0)) OR seen_35.subject_type = 'CLAIM' AND (EXISTS (SELECT 1
FROM claim AS seen_39
WHERE seen_39.subdistrict_id = seen_35.subdistrict_id AND seen_39.id = seen_35.subject_id AND seen_39.subdistrict_id = $2::UUID AND seen_39.branch_id = $3::UUID
 LIMIT ALL OFFSET 0)) OR seen_35.subject_type = 'TOPIC' AND (EXISTS (SELECT 1
FROM topic AS seen_40
WHERE seen_40.subdistrict_id = seen_35.subdistrict_id AND seen_40.id = seen_35.subject_id AND seen_40.subdistrict_id = $2::UUID AND (NOT seen_40.restricted OR seen_40.branch_id = $3::UUID OR seen_40.reporter_id = $1::UUID)
 LIMIT ALL OFFSET 0)) OR seen_35.subject_type = 'WHISTLE' AND (EXISTS (SELECT 1
FROM whistle AS seen_41
WHERE seen_41.subdistrict_id = seen_35.subdistrict_id AND seen_41.id = seen_35.subject_id AND seen_41.subdistrict_id = $2::UUID AND (NOT seen_41.restricted OR seen_41.branch_id = $3::UUID)
 LIMIT ALL OFFSET 0)) OR seen_35.subject_type = 'MEMBERSHIP' AND (EXISTS (SELECT 1
FROM membership AS seen_42
WHERE seen_42.subdistrict_id = seen_35.subdistrict_id AND seen_42.id = seen_35.subject_id AND seen_42.subdistrict_id = $2::UUID
 LIMIT ALL OFFSET 0)))))) WHEN 28 THEN (SELECT concat('{"__typename":"Notice","id":"', encode('\x1c'::bytea || uuid_send(notice_43.subdistrict_id) || uuid_send(notice_43.id), 'base64'), '"}') AS concat_8
FROM notice AS notice_43
WHERE notice_43.subdistrict_id = asked.subdistrict_id AND notice_43.id = asked.id AND notice_43.subdistrict_id = $2::UUID AND (EXISTS (SELECT 1
FROM deadline AS seen_44
WHERE seen_44.subdistrict_id = notice_43.subdistrict_id AND seen_44.id = notice_43.deadline_id AND seen_44.subdistrict_id = $2::UUID AND (seen_44.subject_type = 'NEED' AND (EXISTS (SELECT 1
FROM need AS seen_45
WHERE seen_45.subdistrict_id = seen_44.subdistrict_id AND seen_45.id = seen_44.subject_id AND seen_45.subdistrict_id = $2::UUID AND ((seen_45.status NOT IN ('DRAFT', 'WITHDRAWN', 'EXPIRED')) OR seen_45.branch_id = $3::UUID)
 LIMIT ALL OFFSET 0)) OR seen_44.subject_type = 'RESOURCE' AND (EXISTS (SELECT 1
FROM resource AS seen_46
WHERE seen_46.subdistrict_id = seen_44.subdistrict_id AND seen_46.id = seen_44.subject_id AND seen_46.subdistrict_id = $2::UUID AND (seen_46.status NOT IN ('DRAFT', 'WITHDRAWN', 'EXPIRED'))
 LIMIT ALL OFFSET 0)) OR seen_44.subject_type = 'PROJECT' AND (EXISTS (SELECT 1
FROM project AS seen_47
WHERE seen_47.subdistrict_id = seen_44.subdistrict_id AND seen_47.id = seen_44.subject_id AND seen_47.subdistrict_id = $2::UUID
 LIMIT ALL OFFSET 0)) OR seen_44.subject_type = 'CLAIM' AND (EXISTS (SELECT 1
FROM claim AS seen_48
WHERE seen_48.subdistrict_id = seen_44.subdistrict_id AND seen_48.id = seen_44.subject_id AND seen_48.subdistrict_id = $2::UUID AND seen_48.branch_id = $3::UUID
 LIMIT ALL OFFSET 0)) OR seen_44.subject_type = 'TOPIC' AND (EXISTS (SELECT 1
FROM topic AS seen_49
WHERE seen_49.subdistrict_id = seen_44.subdistrict_id AND seen_49.id = seen_44.subject_id AND seen_49.subdistrict_id = $2::UUID AND (NOT seen_49.restricted OR seen_49.branch_id = $3::UUID OR seen_49.reporter_id = $1::UUID)
 LIMIT ALL OFFSET 0)) OR seen_44.subject_type = 'WHISTLE' AND (EXISTS (SELECT 1
FROM whistle AS seen_50
WHERE seen_50.subdistrict_id = seen_44.subdistrict_id AND seen_50.id = seen_44.subject_id AND seen_50.subdistrict_id = $2::UUID AND (NOT seen_50.restricted OR seen_50.branch_id = $3::UUID)
 LIMIT ALL OFFSET 0)) OR seen_44.subject_type = 'MEMBERSHIP' AND (EXISTS (SELECT 1
FROM membership AS seen_51
WHERE seen_51.subdistrict_id = seen_44.subdistrict_id AND seen_51.id = seen_44.subject_id AND seen_51.subdistrict_id = $2::UUID
 LIMIT ALL OFFSET 0)))))) WHEN 30 THEN (SELECT concat('{"__typename":"Policy","id":"', encode('\x1e'::bytea || uuid_send(policy_52.subdistrict_id) || uuid_send(policy_52.id), 'base64'), '"}') AS concat_9
FROM policy AS policy_52
WHERE policy_52.subdistrict_id = asked.subdistrict_id AND policy_52.id = asked.id AND policy_52.subdistrict_id = $2::UUID) WHEN 31 THEN (SELECT concat('{"__typename":"RequiredRole","id":"', encode('\x1f'::bytea || uuid_send(required_role_53.subdistrict_id) || uuid_send(required_role_53.id), 'base64'), '"}') AS concat_10
FROM required_role AS required_role_53
WHERE required_role_53.subdistrict_id = asked.subdistrict_id AND required_role_53.id = asked.id AND required_role_53.subdistrict_id = $2::UUID) WHEN 32 THEN (SELECT concat('{"__typename":"CalendarYear","id":"', encode('\x20'::bytea || uuid_send(calendar_year_54.subdistrict_id) || uuid_send(calendar_year_54.id), 'base64'), '"}') AS concat_11
FROM calendar_year AS calendar_year_54
WHERE calendar_year_54.subdistrict_id = asked.subdistrict_id AND calendar_year_54.id = asked.id AND calendar_year_54.subdistrict_id = $2::UUID) WHEN 33 THEN (SELECT concat('{"__typename":"CalendarDay","id":"', encode('\x21'::bytea || uuid_send(calendar_day_55.subdistrict_id) || uuid_send(calendar_day_55.id), 'base64'), '"}') AS concat_12
FROM calendar_day AS calendar_day_55
WHERE calendar_day_55.subdistrict_id = asked.subdistrict_id AND calendar_day_55.id = asked.id AND calendar_day_55.subdistrict_id = $2::UUID) WHEN 23 THEN (SELECT concat('{"__typename":"Fulfilment","id":"', encode('\x17'::bytea || uuid_send(fulfilment_56.subdistrict_id) || uuid_send(fulfilment_56.id), 'base64'), '"}') AS concat_13
FROM fulfilment AS fulfilment_56
WHERE fulfilment_56.subdistrict_id = asked.subdistrict_id AND fulfilment_56.id = asked.id AND fulfilment_56.subdistrict_id = $2::UUID AND (EXISTS (SELECT 1
FROM claim AS seen_57
WHERE seen_57.subdistrict_id = fulfilment_56.subdistrict_id AND seen_57.id = fulfilment_56.claim_id AND seen_57.subdistrict_id = $2::UUID AND seen_57.branch_id = $3::UUID))) WHEN 24 THEN (SELECT concat('{"__typename":"Milestone","id":"', encode('\x18'::bytea || uuid_send(milestone_58.subdistrict_id) || uuid_send(milestone_58.id), 'base64'), '"}') AS concat_14
FROM milestone AS milestone_58
WHERE milestone_58.subdistrict_id = asked.subdistrict_id AND milestone_58.id = asked.id AND milestone_58.subdistrict_id = $2::UUID AND (EXISTS (SELECT 1
FROM project AS seen_59
WHERE seen_59.subdistrict_id = milestone_58.subdistrict_id AND seen_59.id = milestone_58.project_id AND seen_59.subdistrict_id = $2::UUID))) WHEN 25 THEN (SELECT concat('{"__typename":"Evaluation","id":"', encode('\x19'::bytea || uuid_send(evaluation_60.subdistrict_id) || uuid_send(evaluation_60.id), 'base64'), '"}') AS concat_15
FROM evaluation AS evaluation_60
WHERE evaluation_60.subdistrict_id = asked.subdistrict_id AND evaluation_60.id = asked.id AND evaluation_60.subdistrict_id = $2::UUID AND ((EXISTS (SELECT 1
FROM claim AS seen_61
WHERE seen_61.subdistrict_id = evaluation_60.subdistrict_id AND seen_61.id = evaluation_60.claim_id AND seen_61.subdistrict_id = $2::UUID AND seen_61.branch_id = $3::UUID
 LIMIT ALL OFFSET 0)) OR (EXISTS (SELECT 1
FROM topic AS seen_62
WHERE seen_62.subdistrict_id = evaluation_60.subdistrict_id AND seen_62.id = evaluation_60.topic_id AND seen_62.subdistrict_id = $2::UUID AND (NOT seen_62.restricted OR seen_62.branch_id = $3::UUID OR seen_62.reporter_id = $1::UUID)
 LIMIT ALL OFFSET 0)) OR (EXISTS (SELECT 1
FROM need AS seen_63
WHERE seen_63.subdistrict_id = evaluation_60.subdistrict_id AND seen_63.id = evaluation_60.need_id AND seen_63.subdistrict_id = $2::UUID AND ((seen_63.status NOT IN ('DRAFT', 'WITHDRAWN', 'EXPIRED')) OR seen_63.branch_id = $3::UUID)
 LIMIT ALL OFFSET 0)))) WHEN 34 THEN (SELECT concat('{"__typename":"Subcategory","id":"', encode('\x22'::bytea || uuid_send(subcategory_64.subdistrict_id) || uuid_send(subcategory_64.id), 'base64'), '"}') AS concat_16
FROM subcategory AS subcategory_64
WHERE subcategory_64.subdistrict_id = asked.subdistrict_id AND subcategory_64.id = asked.id) WHEN 35 THEN (SELECT concat('{"__typename":"MatchingPlan","id":"', encode('\x23'::bytea || uuid_send(matching_plan_65.subdistrict_id) || uuid_send(matching_plan_65.id), 'base64'), '"}') AS concat_17
FROM matching_plan AS matching_plan_65
WHERE matching_plan_65.subdistrict_id = asked.subdistrict_id AND matching_plan_65.id = asked.id AND false) WHEN 36 THEN (SELECT concat('{"__typename":"PlanLine","id":"', encode('\x24'::bytea || uuid_send(plan_line_66.subdistrict_id) || uuid_send(plan_line_66.id), 'base64'), '"}') AS concat_18
FROM plan_line AS plan_line_66
WHERE plan_line_66.subdistrict_id = asked.subdistrict_id AND plan_line_66.id = asked.id AND false) WHEN 37 THEN (SELECT concat('{"__typename":"UnservedNeed","id":"', encode('\x25'::bytea || uuid_send(unserved_need_67.subdistrict_id) || uuid_send(unserved_need_67.id), 'base64'), '"}') AS concat_19
FROM unserved_need AS unserved_need_67
WHERE unserved_need_67.subdistrict_id = asked.subdistrict_id AND unserved_need_67.id = asked.id AND false) WHEN 9 THEN (SELECT concat('{"__typename":"Need","id":"', encode('\x09'::bytea || uuid_send(need_68.subdistrict_id) || uuid_send(need_68.id), 'base64'), '","title":', json_scalar(need_68.title), ',"grid":', coalesce((SELECT concat('{"name":', json_scalar(grid_69.name), '}') AS concat_21
FROM grid AS grid_69
WHERE grid_69.subdistrict_id = need_68.subdistrict_id AND grid_69.id = need_68.grid_id), 'null'), '}') AS concat_20
FROM need AS need_68
WHERE need_68.subdistrict_id = asked.subdistrict_id AND need_68.id = asked.id AND (need_68.subdistrict_id = $2::UUID AND ((need_68.status NOT IN ('DRAFT', 'WITHDRAWN', 'EXPIRED')) OR need_68.branch_id = $3::UUID) OR need_68.status IN ('POSTED', 'PARTLY_CLAIMED'))) WHEN 5 THEN (SELECT concat('{"__typename":"PartnerUnit","id":"', encode('\x05'::bytea || uuid_send(partner_unit_70.subdistrict_id) || uuid_send(partner_unit_70.id), 'base64'), '","name":', json_scalar(partner_unit_70.name), '}') AS concat_22
FROM partner_unit AS partner_unit_70
WHERE partner_unit_70.subdistrict_id = asked.subdistrict_id AND partner_unit_70.id = asked.id AND partner_unit_70.subdistrict_id = $2::UUID AND (partner_unit_70.status NOT IN ('APPLIED', 'REJECTED'))) WHEN 6 THEN (SELECT concat('{"__typename":"ServiceArea","id":"', encode('\x06'::bytea || uuid_send(service_area_71.subdistrict_id) || uuid_send(service_area_71.id), 'base64'), '"}') AS concat_23
FROM service_area AS service_area_71
WHERE service_area_71.subdistrict_id = asked.subdistrict_id AND service_area_71.id = asked.id AND service_area_71.subdistrict_id = $2::UUID) WHEN 7 THEN (SELECT concat('{"__typename":"Alliance","id":"', encode('\x07'::bytea || uuid_send(alliance_72.subdistrict_id) || uuid_send(alliance_72.id), 'base64'), '"}') AS concat_24
FROM alliance AS alliance_72
WHERE alliance_72.subdistrict_id = asked.subdistrict_id AND alliance_72.id = asked.id AND alliance_72.subdistrict_id = $2::UUID) WHEN 8 THEN (SELECT concat('{"__typename":"Membership","id":"', encode('\x08'::bytea || uuid_send(membership_73.subdistrict_id) || uuid_send(membership_73.id), 'base64'), '"}') AS concat_25
FROM membership AS membership_73
WHERE membership_73.subdistrict_id = asked.subdistrict_id AND membership_73.id = asked.id AND membership_73.subdistrict_id = $2::UUID) WHEN 1 THEN (SELECT concat('{"__typename":"Subdistrict","id":"', encode('\x01'::bytea || uuid_send(subdistrict_74.id) || uuid_send(subdistrict_74.id), 'base64'), '"}') AS concat_26
FROM subdistrict AS subdistrict_74
WHERE subdistrict_74.id = asked.id) WHEN 2 THEN (SELECT concat('{"__typename":"Community","id":"', encode('\x02'::bytea || uuid_send(community_75.subdistrict_id) || uuid_send(community_75.id), 'base64'), '"}') AS concat_27
FROM community AS community_75
WHERE community_75.subdistrict_id = asked.subdistrict_id AND community_75.id = asked.id) WHEN 3 THEN (SELECT concat('{"__typename":"Grid","id":"', encode('\x03'::bytea || uuid_send(grid_76.subdistrict_id) || uuid_send(grid_76.id), 'base64'), '"}') AS concat_28
FROM grid AS grid_76
WHERE grid_76.subdistrict_id = asked.subdistrict_id AND grid_76.id = asked.id) WHEN 11 THEN (SELECT concat('{"__typename":"Project","id":"', encode('\x0b'::bytea || uuid_send(project_77.subdistrict_id) || uuid_send(project_77.id), 'base64'), '"}') AS concat_29
FROM project AS project_77
WHERE project_77.subdistrict_id = asked.subdistrict_id AND project_77.id = asked.id AND (project_77.subdistrict_id = $2::UUID OR project_77.status IN ('PLANNED', 'APPROVED', 'RUNNING'))) WHEN 12 THEN (SELECT concat('{"__typename":"NeedLine","id":"', encode('\x0c'::bytea || uuid_send(need_line_78.subdistrict_id) || uuid_send(need_line_78.id), 'base64'), '"}') AS concat_30
FROM need_line AS need_line_78
WHERE need_line_78.subdistrict_id = asked.subdistrict_id AND need_line_78.id = asked.id AND (need_line_78.subdistrict_id = $2::UUID OR (EXISTS (SELECT 1
FROM project AS seen_79
WHERE seen_79.subdistrict_id = need_line_78.subdistrict_id AND seen_79.id = need_line_78.project_id AND seen_79.status IN ('PLANNED', 'APPROVED', 'RUNNING'))))) WHEN 10 THEN (SELECT concat('{"__typename":"Resource","id":"', encode('\x0a'::bytea || uuid_send(resource_80.subdistrict_id) || uuid_send(resource_80.id), 'base64'), '"}') AS concat_31
FROM resource AS resource_80
WHERE resource_80.subdistrict_id = asked.subdistrict_id AND resource_80.id = asked.id AND (resource_80.subdistrict_id = $2::UUID AND (resource_80.status NOT IN ('DRAFT', 'WITHDRAWN', 'EXPIRED')) OR resource_80.status IN ('OFFERED', 'PARTLY_CLAIMED'))) WHEN 16 THEN (SELECT concat('{"__typename":"Topic","id":"', encode('\x10'::bytea || uuid_send(topic_81.subdistrict_id) || uuid_send(topic_81.id), 'base64'), '"}') AS concat_32
FROM topic AS topic_81
WHERE topic_81.subdistrict_id = asked.subdistrict_id AND topic_81.id = asked.id AND topic_81.subdistrict_id = $2::UUID AND (NOT topic_81.restricted OR topic_81.branch_id = $3::UUID OR topic_81.reporter_id = $1::UUID)) WHEN 17 THEN (SELECT concat('{"__typename":"Deliberation","id":"', encode('\x11'::bytea || uuid_send(deliberation_82.subdistrict_id) || uuid_send(deliberation_82.id), 'base64'), '"}') AS concat_33
FROM deliberation AS deliberation_82
WHERE deliberation_82.subdistrict_id = asked.subdistrict_id AND deliberation_82.id = asked.id AND deliberation_82.subdistrict_id = $2::UUID AND (EXISTS (SELECT 1
FROM topic AS seen_83
WHERE seen_83.subdistrict_id = deliberation_82.subdistrict_id AND seen_83.id = deliberation_82.topic_id AND seen_83.subdistrict_id = $2::UUID AND (NOT seen_83.restricted OR seen_83.branch_id = $3::UUID OR seen_83.reporter_id = $1::UUID)))) WHEN 18 THEN (SELECT concat('{"__typename":"Attendee","id":"', encode('\x12'::bytea || uuid_send(attendee_84.subdistrict_id) || uuid_send(attendee_84.id), 'base64'), '"}') AS concat_34
FROM attendee AS attendee_84
WHERE attendee_84.subdistrict_id = asked.subdistrict_id AND attendee_84.id = asked.id AND attendee_84.subdistrict_id = $2::UUID AND (EXISTS (SELECT 1
FROM deliberation AS seen_85
WHERE seen_85.subdistrict_id = attendee_84.subdistrict_id AND seen_85.id = attendee_84.deliberation_id AND seen_85.subdistrict_id = $2::UUID AND (EXISTS (SELECT 1
FROM topic AS seen_86
WHERE seen_86.subdistrict_id = seen_85.subdistrict_id AND seen_86.id = seen_85.topic_id AND seen_86.subdistrict_id = $2::UUID AND (NOT seen_86.restricted OR seen_86.branch_id = $3::UUID OR seen_86.reporter_id = $1::UUID)))))) WHEN 19 THEN (SELECT concat('{"__typename":"JointMeeting","id":"', encode('\x13'::bytea || uuid_send(joint_meeting_87.subdistrict_id) || uuid_send(joint_meeting_87.id), 'base64'), '"}') AS concat_35
FROM joint_meeting AS joint_meeting_87
WHERE joint_meeting_87.subdistrict_id = asked.subdistrict_id AND joint_meeting_87.id = asked.id AND joint_meeting_87.subdistrict_id = $2::UUID) WHEN 20 THEN (SELECT concat('{"__typename":"AgendaItem","id":"', encode('\x14'::bytea || uuid_send(agenda_item_88.subdistrict_id) || uuid_send(agenda_item_88.id), 'base64'), '"}') AS concat_36
FROM agenda_item AS agenda_item_88
WHERE agenda_item_88.subdistrict_id = asked.subdistrict_id AND agenda_item_88.id = asked.id AND agenda_item_88.subdistrict_id = $2::UUID AND ((EXISTS (SELECT 1
FROM topic AS seen_89
WHERE seen_89.subdistrict_id = agenda_item_88.subdistrict_id AND seen_89.id = agenda_item_88.topic_id AND seen_89.subdistrict_id = $2::UUID AND (NOT seen_89.restricted OR seen_89.branch_id = $3::UUID OR seen_89.reporter_id = $1::UUID)
 LIMIT ALL OFFSET 0)) OR (EXISTS (SELECT 1
FROM need AS seen_90
WHERE seen_90.subdistrict_id = agenda_item_88.subdistrict_id AND seen_90.id = agenda_item_88.need_id AND seen_90.subdistrict_id = $2::UUID AND ((seen_90.status NOT IN ('DRAFT', 'WITHDRAWN', 'EXPIRED')) OR seen_90.branch_id = $3::UUID)
 LIMIT ALL OFFSET 0)))) WHEN 14 THEN (SELECT concat('{"__typename":"Transition","id":"', encode('\x0e'::bytea || uuid_send(transition_91.subdistrict_id) || uuid_send(transition_91.id), 'base64'), '"}') AS concat_37
FROM transition AS transition_91
WHERE transition_91.subdistrict_id = asked.subdistrict_id AND transition_91.id = asked.id AND transition_91.subdistrict_id = $2::UUID AND (transition_91.subject_type = 'NEED' AND (EXISTS (SELECT 1
FROM need AS seen_92
WHERE seen_92.subdistrict_id = transition_91.subdistrict_id AND seen_92.id = transition_91.subject_id AND seen_92.subdistrict_id = $2::UUID AND ((seen_92.status NOT IN ('DRAFT', 'WITHDRAWN', 'EXPIRED')) OR seen_92.branch_id = $3::UUID)
 LIMIT ALL OFFSET 0)) OR transition_91.subject_type = 'RESOURCE' AND (EXISTS (SELECT 1
FROM resource AS seen_93
WHERE seen_93.subdistrict_id = transition_91.subdistrict_id AND seen_93.id = transition_91.subject_id AND seen_93.subdistrict_id = $2::UUID AND (seen_93.status NOT IN ('DRAFT', 'WITHDRAWN', 'EXPIRED'))
 LIMIT ALL OFFSET 0)) OR transition_91.subject_type = 'PROJECT' AND (EXISTS (SELECT 1
FROM project AS seen_94
WHERE seen_94.subdistrict_id = transition_91.subdistrict_id AND seen_94.id = transition_91.subject_id AND seen_94.subdistrict_id = $2::UUID
 LIMIT ALL OFFSET 0)) OR transition_91.subject_type = 'CLAIM' AND (EXISTS (SELECT 1
FROM claim AS seen_95
WHERE seen_95.subdistrict_id = transition_91.subdistrict_id AND seen_95.id = transition_91.subject_id AND seen_95.subdistrict_id = $2::UUID AND seen_95.branch_id = $3::UUID
 LIMIT ALL OFFSET 0)) OR transition_91.subject_type = 'PARTNER_UNIT' AND (EXISTS (SELECT 1
FROM partner_unit AS seen_96
WHERE seen_96.subdistrict_id = transition_91.subdistrict_id AND seen_96.id = transition_91.subject_id AND seen_96.subdistrict_id = $2::UUID AND (seen_96.status NOT IN ('APPLIED', 'REJECTED'))
 LIMIT ALL OFFSET 0)) OR transition_91.subject_type = 'TOPIC' AND (EXISTS (SELECT 1
FROM topic AS seen_97
WHERE seen_97.subdistrict_id = transition_91.subdistrict_id AND seen_97.id = transition_91.subject_id AND seen_97.subdistrict_id = $2::UUID AND (NOT seen_97.restricted OR seen_97.branch_id = $3::UUID OR seen_97.reporter_id = $1::UUID)
 LIMIT ALL OFFSET 0)) OR transition_91.subject_type = 'DELIBERATION' AND (EXISTS (SELECT 1
FROM deliberation AS seen_98
WHERE seen_98.subdistrict_id = transition_91.subdistrict_id AND seen_98.id = transition_91.subject_id AND seen_98.subdistrict_id = $2::UUID AND (EXISTS (SELECT 1
FROM topic AS seen_99
WHERE seen_99.subdistrict_id = seen_98.subdistrict_id AND seen_99.id = seen_98.topic_id AND seen_99.subdistrict_id = $2::UUID AND (NOT seen_99.restricted OR seen_99.branch_id = $3::UUID OR seen_99.reporter_id = $1::UUID)))
 LIMIT ALL OFFSET 0)) OR transition_91.subject_type = 'JOINT_MEETING' AND (EXISTS (SELECT 1
FROM joint_meeting AS seen_100
WHERE seen_100.subdistrict_id = transition_91.subdistrict_id AND seen_100.id = transition_91.subject_id AND seen_100.subdistrict_id = $2::UUID
 LIMIT ALL OFFSET 0)) OR transition_91.subject_type = 'WHISTLE' AND (EXISTS (SELECT 1
FROM whistle AS seen_101
WHERE seen_101.subdistrict_id = transition_91.subdistrict_id AND seen_101.id = transition_91.subject_id AND seen_101.subdistrict_id = $2::UUID AND (NOT seen_101.restricted OR seen_101.branch_id = $3::UUID)
 LIMIT ALL OFFSET 0)) OR transition_91.subject_type = 'ALLIANCE' AND (EXISTS (SELECT 1
FROM alliance AS seen_102
WHERE seen_102.subdistrict_id = transition_91.subdistrict_id AND seen_102.id = transition_91.subject_id AND seen_102.subdistrict_id = $2::UUID
 LIMIT ALL OFFSET 0)) OR transition_91.subject_type = 'MEMBERSHIP' AND (EXISTS (SELECT 1
FROM membership AS seen_103
WHERE seen_103.subdistrict_id = transition_91.subdistrict_id AND seen_103.id = transition_91.subject_id AND seen_103.subdistrict_id = $2::UUID
 LIMIT ALL OFFSET 0)) OR transition_91.subject_type = 'EXTENSION' AND (EXISTS (SELECT 1
FROM extension AS seen_104
WHERE seen_104.subdistrict_id = transition_91.subdistrict_id AND seen_104.id = transition_91.subject_id AND seen_104.subdistrict_id = $2::UUID AND (EXISTS (SELECT 1
FROM deadline AS seen_105
WHERE seen_105.subdistrict_id = seen_104.subdistrict_id AND seen_105.id = seen_104.deadline_id AND seen_105.subdistrict_id = $2::UUID AND (seen_105.subject_type = 'NEED' AND (EXISTS (SELECT 1
FROM need AS seen_106
WHERE seen_106.subdistrict_id = seen_105.subdistrict_id AND seen_106.id = seen_105.subject_id AND seen_106.subdistrict_id = $2::UUID AND ((seen_106.status NOT IN ('DRAFT', 'WITHDRAWN', 'EXPIRED')) OR seen_106.branch_id = $3::UUID)
 LIMIT ALL OFFSET 0)) OR seen_105.subject_type = 'RESOURCE' AND (EXISTS (SELECT 1
FROM resource AS seen_107
WHERE seen_107.subdistrict_id = seen_105.subdistrict_id AND seen_107.id = seen_105.subject_id AND seen_107.subdistrict_id = $2::UUID AND (seen_107.status NOT IN ('DRAFT', 'WITHDRAWN', 'EXPIRED'))
 LIMIT ALL OFFSET 0)) OR seen_105.subject_type = 'PROJECT' AND (EXISTS (SELECT 1
FROM project AS seen_108
WHERE seen_108.subdistrict_id = seen_105.subdistrict_id AND seen_108.id = seen_105.subject_id AND seen_108.subdistrict_id = $2::UUID
 LIMIT ALL OFFSET 0)) OR seen_105.subject_type = 'CLAIM' AND (EXISTS (SELECT 1
FROM claim AS seen_109
WHERE seen_109.subdistrict_id = seen_105.subdistrict_id AND seen_109.id = seen_105.subject_id AND seen_109.subdistrict_id = $2::UUID AND seen_109.branch_id = $3::UUID
 LIMIT ALL OFFSET 0)) OR seen_105.subject_type = 'TOPIC' AND (EXISTS (SELECT 1
FROM topic AS seen_110
WHERE seen_110.subdistrict_id = seen_105.subdistrict_id AND seen_110.id = seen_105.subject_id AND seen_110.subdistrict_id = $2::UUID AND (NOT seen_110.restricted OR seen_110.branch_id = $3::UUID OR seen_110.reporter_id = $1::UUID)
 LIMIT ALL OFFSET 0)) OR seen_105.subject_type = 'WHISTLE' AND (EXISTS (SELECT 1
FROM whistle AS seen_111
WHERE seen_111.subdistrict_id = seen_105.subdistrict_id AND seen_111.id = seen_105.subject_id AND seen_111.subdistrict_id = $2::UUID AND (NOT seen_111.restricted OR seen_111.branch_id = $3::UUID)
 LIMIT ALL OFFSET 0)) OR seen_105.subject_type = 'MEMBERSHIP' AND (EXISTS (SELECT 1
FROM membership AS seen_112
WHERE seen_112.subdistrict_id = seen_105.subdistrict_id AND seen_112.id = seen_105.subject_id AND seen_112.subdistrict_id = $2::UUID
 LIMIT ALL OFFSET 0)))))
 LIMIT ALL OFFSET 0)))) WHEN 21 THEN (SELECT concat('{"__typename":"Whistle","id":"', encode('\x15'::bytea || uuid_send(whistle_113.subdistrict_id) || uuid_send(whistle_113.id), 'base64'), '"}') AS concat_38
FROM whistle AS whistle_113
WHERE whistle_113.subdistrict_id = asked.subdistrict_id AND whistle_113.id = asked.id AND whistle_113.subdistrict_id = $2::UUID AND (NOT whistle_113.restricted OR whistle_113.branch_id = $3::UUID)) WHEN 22 THEN (SELECT concat('{"__typename":"WhistleDepartment","id":"', encode('\x16'::bytea || uuid_send(whistle_department_114.subdistrict_id) || uuid_send(whistle_department_114.id), 'base64'), '"}') AS concat_39
FROM whistle_department AS whistle_department_114
WHERE whistle_department_114.subdistrict_id = asked.subdistrict_id AND whistle_department_114.id = asked.id AND whistle_department_114.subdistrict_id = $2::UUID AND (EXISTS (SELECT 1
FROM whistle AS seen_115
WHERE seen_115.subdistrict_id = whistle_department_114.subdistrict_id AND seen_115.id = whistle_department_114.whistle_id AND seen_115.subdistrict_id = $2::UUID AND (NOT seen_115.restricted OR seen_115.branch_id = $3::UUID)))) END, 'null'), ',' ORDER BY asked.place), ']') AS concat_1
FROM unnest($4::INTEGER[], $5::UUID[], $6::UUID[]) WITH ORDINALITY AS asked(type, subdistrict_id, id, place)) AS anon_1

SELECT (SELECT concat(string_agg(coalesce(CASE asked.type WHEN 15 THEN (SELECT concat('{}') AS concat_2
FROM account AS account_1
WHERE account_1.id = asked.id AND (account_1.subdistrict_id = $1::UUID AND (account_1.role != 'RESIDENT' OR account_1.id = $2::UUID) OR account_1.id = $2::UUID)) WHEN 29 THEN (SELECT concat('{}') AS concat_3
FROM attachment AS attachment_2
WHERE attachment_2.subdistrict_id = asked.subdistrict_id AND attachment_2.id = asked.id AND attachment_2.subdistrict_id = $1::UUID AND (attachment_2.subject_type = 'NEED' AND (EXISTS (SELECT 1
FROM need AS seen_3
WHERE seen_3.subdistrict_id = attachment_2.subdistrict_id AND seen_3.id = attachment_2.subject_id AND seen_3.subdistrict_id = $1::UUID AND ((seen_3.status NOT IN ('DRAFT', 'WITHDRAWN', 'EXPIRED')) OR seen_3.branch_id = $3::UUID)
 LIMIT ALL OFFSET 0)) OR attachment_2.subject_type = 'RESOURCE' AND (EXISTS (SELECT 1
FROM resource AS seen_4
WHERE seen_4.subdistrict_id = attachment_2.subdistrict_id AND seen_4.id = attachment_2.subject_id AND seen_4.subdistrict_id = $1::UUID AND (seen_4.status NOT IN ('DRAFT', 'WITHDRAWN', 'EXPIRED'))
 LIMIT ALL OFFSET 0)) OR attachment_2.subject_type = 'PROJECT' AND (EXISTS (SELECT 1
FROM project AS seen_5
WHERE seen_5.subdistrict_id = attachment_2.subdistrict_id AND seen_5.id = attachment_2.subject_id AND seen_5.subdistrict_id = $1::UUID
 LIMIT ALL OFFSET 0)) OR attachment_2.subject_type = 'CLAIM' AND (EXISTS (SELECT 1
FROM claim AS seen_6
WHERE seen_6.subdistrict_id = attachment_2.subdistrict_id AND seen_6.id = attachment_2.subject_id AND seen_6.subdistrict_id = $1::UUID AND seen_6.branch_id = $3::UUID
 LIMIT ALL OFFSET 0)) OR attachment_2.subject_type = 'PARTNER_UNIT' AND (EXISTS (SELECT 1
FROM partner_unit AS seen_7
WHERE seen_7.subdistrict_id = attachment_2.subdistrict_id AND seen_7.id = attachment_2.subject_id AND seen_7.subdistrict_id = $1::UUID AND (seen_7.status NOT IN ('APPLIED', 'REJECTED'))
 LIMIT ALL OFFSET 0)) OR attachment_2.subject_type = 'TOPIC' AND (EXISTS (SELECT 1
FROM topic AS seen_8
WHERE seen_8.subdistrict_id = attachment_2.subdistrict_id AND seen_8.id = attachment_2.subject_id AND seen_8.subdistrict_id = $1::UUID AND (NOT seen_8.restricted OR seen_8.branch_id = $3::UUID OR seen_8.reporter_id = $2::UUID)
 LIMIT ALL OFFSET 0)) OR attachment_2.subject_type = 'DELIBERATION' AND (EXISTS (SELECT 1
FROM deliberation AS seen_9
WHERE seen_9.subdistrict_id = attachment_2.subdistrict_id AND seen_9.id = attachment_2.subject_id AND seen_9.subdistrict_id = $1::UUID AND (EXISTS (SELECT 1
FROM topic AS seen_10
WHERE seen_10.subdistrict_id = seen_9.subdistrict_id AND seen_10.id = seen_9.topic_id AND seen_10.subdistrict_id = $1::UUID AND (NOT seen_10.restricted OR seen_10.branch_id = $3::UUID OR seen_10.reporter_id = $2::UUID)))
 LIMIT ALL OFFSET 0)) OR attachment_2.subject_type = 'JOINT_MEETING' AND (EXISTS (SELECT 1
FROM joint_meeting AS seen_11
WHERE seen_11.subdistrict_id = attachment_2.subdistrict_id AND seen_11.id = attachment_2.subject_id AND seen_11.subdistrict_id = $1::UUID
 LIMIT ALL OFFSET 0)) OR attachment_2.subject_type = 'WHISTLE' AND (EXISTS (SELECT 1
FROM whistle AS seen_12
WHERE seen_12.subdistrict_id = attachment_2.subdistrict_id AND seen_12.id = attachment_2.subject_id AND seen_12.subdistrict_id = $1::UUID AND (NOT seen_12.restricted OR seen_12.branch_id = $3::UUID)
 LIMIT ALL OFFSET 0)) OR attachment_2.subject_type = 'ALLIANCE' AND (EXISTS (SELECT 1
FROM alliance AS seen_13
WHERE seen_13.subdistrict_id = attachment_2.subdistrict_id AND seen_13.id = attachment_2.subject_id AND seen_13.subdistrict_id = $1::UUID
 LIMIT ALL OFFSET 0)) OR attachment_2.subject_type = 'MEMBERSHIP' AND (EXISTS (SELECT 1
FROM membership AS seen_14
WHERE seen_14.subdistrict_id = attachment_2.subdistrict_id AND seen_14.id = attachment_2.subject_id AND seen_14.subdistrict_id = $1::UUID
 LIMIT ALL OFFSET 0)) OR attachment_2.subject_type = 'EXTENSION' AND (EXISTS (SELECT 1
FROM extension AS seen_15
WHERE seen_15.subdistrict_id = attachment_2.subdistrict_id AND seen_15.id = attachment_2.subject_id AND seen_15.subdistrict_id = $1::UUID AND (EXISTS (SELECT 1
FROM deadline AS seen_16
WHERE seen_16.subdistrict_id = seen_15.subdistrict_id AND seen_16.id = seen_15.deadline_id AND seen_16.subdistrict_id = $1::UUID AND (seen_16.subject_type = 'NEED' AND (EXISTS (SELECT 1
FROM need AS seen_17
WHERE seen_17.subdistrict_id = seen_16.subdistrict_id AND seen_17.id = seen_16.subject_id AND seen_17.subdistrict_id = $1::UUID AND ((seen_17.status NOT IN ('DRAFT', 'WITHDRAWN', 'EXPIRED')) OR seen_17.branch_id = $3::UUID)
 LIMIT ALL OFFSET 0)) OR seen_16.subject_type = 'RESOURCE' AND (EXISTS (SELECT 1
FROM resource AS seen_18
WHERE seen_18.subdistrict_id = seen_16.subdistrict_id AND seen_18.id = seen_16.subject_id AND seen_18.subdistrict_id = $1::UUID AND (seen_18.status NOT IN ('DRAFT', 'WITHDRAWN', 'EXPIRED'))
 LIMIT ALL OFFSET 0)) OR seen_16.subject_type = 'PROJECT' AND (EXISTS (SELECT 1
FROM project AS seen_19
WHERE seen_19.subdistrict_id = seen_16.subdistrict_id AND seen_19.id = seen_16.subject_id AND seen_19.subdistrict_id = $1::UUID
 LIMIT ALL OFFSET 0)) OR seen_16.subject_type = 'CLAIM' AND (EXISTS (SELECT 1
FROM claim AS seen_20
WHERE seen_20.subdistrict_id = seen_16.subdistrict_id AND seen_20.id = seen_16.subject_id AND seen_20.subdistrict_id = $1::UUID AND seen_20.branch_id = $3::UUID
 LIMIT ALL OFFSET 0)) OR seen_16.subject_type = 'TOPIC' AND (EXISTS (SELECT 1
FROM topic AS seen_21
WHERE seen_21.subdistrict_id = seen_16.subdistrict_id AND seen_21.id = seen_16.subject_id AND seen_21.subdistrict_id = $1::UUID AND (NOT seen_21.restricted OR seen_21.branch_id = $3::UUID OR seen_21.reporter_id = $2::UUID)
 LIMIT ALL OFFSET 0)) OR seen_16.subject_type = 'WHISTLE' AND (EXISTS (SELECT 1
FROM whistle AS seen_22
WHERE seen_22.subdistrict_id = seen_16.subdistrict_id AND seen_22.id = seen_16.subject_id AND seen_22.subdistrict_id = $1::UUID AND (NOT seen_22.restricted OR seen_22.branch_id = $3::UUID)
 LIMIT ALL OFFSET 0)) OR seen_16.subject_type = 'MEMBERSHIP' AND (EXISTS (SELECT 1
FROM membership AS seen_23
WHERE seen_23.subdistrict_id = seen_16.subdistrict_id AND seen_23.id = seen_16.subject_id AND seen_23.subdistrict_id = $1::UUID
 LIMIT ALL OFFSET 0)))))
 LIMIT ALL OFFSET 0)))) WHEN 4 THEN (SELECT concat('{}') AS concat_4
FROM party_branch AS party_branch_24
WHERE party_branch_24.subdistrict_id = asked.subdistrict_id AND party_branch_24.id = asked.id) WHEN 13 THEN (SELECT concat('{}') AS concat_5
FROM claim AS claim_25
WHERE claim_25.subdistrict_id = asked.subdistrict_id AND claim_25.id = asked.id AND claim_25.subdistrict_id = $1::UUID AND claim_25.branch_id = $3::UUID) WHEN 26 THEN (SELECT concat('{}') AS concat_6
FROM deadline AS deadline_26
WHERE deadline_26.subdistrict_id = asked.subdistrict_id AND deadline_26.id = asked.id AND deadline_26.subdistrict_id = $1::UUID AND (deadline_26.subject_type = 'NEED' AND (EXISTS (SELECT 1
FROM need AS seen_27
WHERE seen_27.subdistrict_id = deadline_26.subdistrict_id AND seen_27.id = deadline_26.subject_id AND seen_27.subdistrict_id = $1::UUID AND ((seen_27.status NOT IN ('DRAFT', 'WITHDRAWN', 'EXPIRED')) OR seen_27.branch_id = $3::UUID)
 LIMIT ALL OFFSET 0)) OR deadline_26.subject_type = 'RESOURCE' AND (EXISTS (SELECT 1
FROM resource AS seen_28
WHERE seen_28.subdistrict_id = deadline_26.subdistrict_id AND seen_28.id = deadline_26.subject_id AND seen_28.subdistrict_id = $1::UUID AND (seen_28.status NOT IN ('DRAFT', 'WITHDRAWN', 'EXPIRED'))
 LIMIT ALL OFFSET 0)) OR deadline_26.subject_type = 'PROJECT' AND (EXISTS (SELECT 1
FROM project AS seen_29
WHERE seen_29.subdistrict_id = deadline_26.subdistrict_id AND seen_29.id = deadline_26.subject_id AND seen_29.subdistrict_id = $1::UUID
 LIMIT ALL OFFSET 0)) OR deadline_26.subject_type = 'CLAIM' AND (EXISTS (SELECT 1
FROM claim AS seen_30
WHERE seen_30.subdistrict_id = deadline_26.subdistrict_id AND seen_30.id = deadline_26.subject_id AND seen_30.subdistrict_id = $1::UUID AND seen_30.branch_id = $3::UUID
 LIMIT ALL OFFSET 0)) OR deadline_26.subject_type = 'TOPIC' AND (EXISTS (SELECT 1
FROM topic AS seen_31
WHERE seen_31.subdistrict_id = deadline_26.subdistrict_id AND seen_31.id = deadline_26.subject_id AND seen_31.subdistrict_id = $1::UUID AND (NOT seen_31.restricted OR seen_31.branch_id = $3::UUID OR seen_31.reporter_id = $2::UUID)
 LIMIT ALL OFFSET 0)) OR deadline_26.subject_type = 'WHISTLE' AND (EXISTS (SELECT 1
FROM whistle AS seen_32
WHERE seen_32.subdistrict_id = deadline_26.subdistrict_id AND seen_32.id = deadline_26.subject_id AND seen_32.subdistrict_id = $1::UUID AND (NOT seen_32.restricted OR seen_32.branch_id = $3::UUID)
 LIMIT ALL OFFSET 0)) OR deadline_26.subject_type = 'MEMBERSHIP' AND (EXISTS (SELECT 1
FROM membership AS seen_33
WHERE seen_33.subdistrict_id = deadline_26.subdistrict_id AND seen_33.id = deadline_26.subject_id AND seen_33.subdistrict_id = $1::UUID
 LIMIT ALL OFFSET 0)))) WHEN 27 THEN (SELECT concat('{}') AS concat_7
FROM extension AS extension_34
WHERE extension_34.subdistrict_id = asked.subdistrict_id AND extension_34.id = asked.id AND extension_34.subdistrict_id = $1::UUID AND (EXISTS (SELECT 1
FROM deadline AS seen_35
WHERE seen_35.subdistrict_id = extension_34.subdistrict_id AND seen_35.id = extension_34.deadline_id AND seen_35.subdistrict_id = $1::UUID AND (seen_35.subject_type = 'NEED' AND (EXISTS (SELECT 1
FROM need AS seen_36
WHERE seen_36.subdistrict_id = seen_35.subdistrict_id AND seen_36.id = seen_35.subject_id AND seen_36.subdistrict_id = $1::UUID AND ((seen_36.status NOT IN ('DRAFT', 'WITHDRAWN', 'EXPIRED')) OR seen_36.branch_id = $3::UUID)
 LIMIT ALL OFFSET 0)) OR seen_35.subject_type = 'RESOURCE' AND (EXISTS (SELECT 1
FROM resource AS seen_37
WHERE seen_37.subdistrict_id = seen_35.subdistrict_id AND seen_37.id = seen_35.subject_id AND seen_37.subdistrict_id = $1::UUID AND (seen_37.status NOT IN ('DRAFT', 'WITHDRAWN', 'EXPIRED'))
 LIMIT ALL OFFSET 0)) OR seen_35.subject_type = 'PROJECT' AND (EXISTS (SELECT 1
FROM project AS seen_38
WHERE seen_38.subdistrict_id = seen_35.subdistrict_id AND seen_38.id = seen_35.subject_id AND seen_38.subdistrict_id = $1::UUID
 LIMIT ALL OFFSET 0)) OR seen_35.subject_type = 'CLAIM' AND (EXISTS (SELECT 1
FROM claim AS seen_39
WHERE seen_39.subdistrict_id = seen_35.subdistrict_id AND seen_39.id = seen_35.subject_id AND seen_39.subdistrict_id = $1::UUID AND seen_39.branch_id = $3::UUID
 LIMIT ALL OFFSET 0)) OR seen_35.subject_type = 'TOPIC' AND (EXISTS (SELECT 1
FROM topic AS seen_40
WHERE seen_40.subdistrict_id = seen_35.subdistrict_id AND seen_40.id = seen_35.subject_id AND seen_40.subdistrict_id = $1::UUID AND (NOT seen_40.restricted OR seen_40.branch_id = $3::UUID OR seen_40.reporter_id = $2::UUID)
 LIMIT ALL OFFSET 0)) OR seen_35.subject_type = 'WHISTLE' AND (EXISTS (SELECT 1
FROM whistle AS seen_41
WHERE seen_41.subdistrict_id = seen_35.subdistrict_id AND seen_41.id = seen_35.subject_id AND seen_41.subdistrict_id = $1::UUID AND (NOT seen_41.restricted OR seen_41.branch_id = $3::UUID)
 LIMIT ALL OFFSET 0)) OR seen_35.subject_type = 'MEMBERSHIP' AND (EXISTS (SELECT 1
FROM membership AS seen_42
WHERE seen_42.subdistrict_id = seen_35.subdistrict_id AND seen_42.id = seen_35.subject_id AND seen_42.subdistrict_id = $1::UUID
 LIMIT ALL OFFSET 0)))))) WHEN 28 THEN (SELECT concat('{}') AS concat_8
FROM notice AS notice_43
WHERE notice_43.subdistrict_id = asked.subdistrict_id AND notice_43.id = asked.id AND notice_43.subdistrict_id = $1::UUID AND (EXISTS (SELECT 1
FROM deadline AS seen_44
WHERE seen_44.subdistrict_id = notice_43.subdistrict_id AND seen_44.id = notice_43.deadline_id AND seen_44.subdistrict_id = $1::UUID AND (seen_44.subject_type = 'NEED' AND (EXISTS (SELECT 1
FROM need AS seen_45
WHERE seen_45.subdistrict_id = seen_44.subdistrict_id AND seen_45.id = seen_44.subject_id AND seen_45.subdistrict_id = $1::UUID AND ((seen_45.status NOT IN ('DRAFT', 'WITHDRAWN', 'EXPIRED')) OR seen_45.branch_id = $3::UUID)
 LIMIT ALL OFFSET 0)) OR seen_44.subject_type = 'RESOURCE' AND (EXISTS (SELECT 1
FROM resource AS seen_46
WHERE seen_46.subdistrict_id = seen_44.subdistrict_id AND seen_46.id = seen_44.subject_id AND seen_46.subdistrict_id = $1::UUID AND (seen_46.status NOT IN ('DRAFT', 'WITHDRAWN', 'EXPIRED'))
 LIMIT ALL OFFSET 0)) OR seen_44.subject_type = 'PROJECT' AND (EXISTS (SELECT 1
FROM project AS seen_47
WHERE seen_47.subdistrict_id = seen_44.subdistrict_id AND seen_47.id = seen_44.subject_id AND seen_47.subdistrict_id = $1::UUID
 LIMIT ALL OFFSET 0)) OR seen_44.subject_type = 'CLAIM' AND (EXISTS (SELECT 1
FROM claim AS seen_48
WHERE seen_48.subdistrict_id = seen_44.subdistrict_id AND seen_48.id = seen_44.subject_id AND seen_48.subdistrict_id = $1::UUID AND seen_48.branch_id = $3::UUID
 LIMIT ALL OFFSET 0)) OR seen_44.subject_type = 'TOPIC' AND (EXISTS (SELECT 1
FROM topic AS seen_49
WHERE seen_49.subdistrict_id = seen_44.subdistrict_id AND seen_49.id = seen_44.subject_id AND seen_49.subdistrict_id = $1::UUID AND (NOT seen_49.restricted OR seen_49.branch_id = $3::UUID OR seen_49.reporter_id = $2::UUID)
 LIMIT ALL OFFSET 0)) OR seen_44.subject_type = 'WHISTLE' AND (EXISTS (SELECT 1
FROM whistle AS seen_50
WHERE seen_50.subdistrict_id = seen_44.subdistrict_id AND seen_50.id = seen_44.subject_id AND seen_50.subdistrict_id = $1::UUID AND (NOT seen_50.restricted OR seen_50.branch_id = $3::UUID)
 LIMIT ALL OFFSET 0)) OR seen_44.subject_type = 'MEMBERSHIP' AND (EXISTS (SELECT 1
FROM membership AS seen_51
WHERE seen_51.subdistrict_id = seen_44.subdistrict_id AND seen_51.id = seen_44.subject_id AND seen_51.subdistrict_id = $1::UUID
 LIMIT ALL OFFSET 0)))))) WHEN 30 THEN (SELECT concat('{}') AS concat_9
FROM policy AS policy_52
WHERE policy_52.subdistrict_id = asked.subdistrict_id AND policy_52.id = asked.id AND policy_52.subdistrict_id = $1::UUID) WHEN 31 THEN (SELECT concat('{}') AS concat_10
FROM required_role AS required_role_53
WHERE required_role_53.subdistrict_id = asked.subdistrict_id AND required_role_53.id = asked.id AND required_role_53.subdistrict_id = $1::UUID) WHEN 32 THEN (SELECT concat('{}') AS concat_11
FROM calendar_year AS calendar_year_54
WHERE calendar_year_54.subdistrict_id = asked.subdistrict_id AND calendar_year_54.id = asked.id AND calendar_year_54.subdistrict_id = $1::UUID) WHEN 33 THEN (SELECT concat('{}') AS concat_12
FROM calendar_day AS calendar_day_55
WHERE calendar_day_55.subdistrict_id = asked.subdistrict_id AND calendar_day_55.id = asked.id AND calendar_day_55.subdistrict_id = $1::UUID) WHEN 23 THEN (SELECT concat('{}') AS concat_13
FROM fulfilment AS fulfilment_56
WHERE fulfilment_56.subdistrict_id = asked.subdistrict_id AND fulfilment_56.id = asked.id AND fulfilment_56.subdistrict_id = $1::UUID AND (EXISTS (SELECT 1
FROM claim AS seen_57
WHERE seen_57.subdistrict_id = fulfilment_56.subdistrict_id AND seen_57.id = fulfilment_56.claim_id AND seen_57.subdistrict_id = $1::UUID AND seen_57.branch_id = $3::UUID))) WHEN 24 THEN (SELECT concat('{}') AS concat_14
FROM milestone AS milestone_58
WHERE milestone_58.subdistrict_id = asked.subdistrict_id AND milestone_58.id = asked.id AND milestone_58.subdistrict_id = $1::UUID AND (EXISTS (SELECT 1
FROM project AS seen_59
WHERE seen_59.subdistrict_id = milestone_58.subdistrict_id AND seen_59.id = milestone_58.project_id AND seen_59.subdistrict_id = $1::UUID))) WHEN 25 THEN (SELECT concat('{}') AS concat_15
FROM evaluation AS evaluation_60
WHERE evaluation_60.subdistrict_id = asked.subdistrict_id AND evaluation_60.id = asked.id AND evaluation_60.subdistrict_id = $1::UUID AND ((EXISTS (SELECT 1
FROM claim AS seen_61
WHERE seen_61.subdistrict_id = evaluation_60.subdistrict_id AND seen_61.id = evaluation_60.claim_id AND seen_61.subdistrict_id = $1::UUID AND seen_61.branch_id = $3::UUID
 LIMIT ALL OFFSET 0)) OR (EXISTS (SELECT 1
FROM topic AS seen_62
WHERE seen_62.subdistrict_id = evaluation_60.subdistrict_id AND seen_62.id = evaluation_60.topic_id AND seen_62.subdistrict_id = $1::UUID AND (NOT seen_62.restricted OR seen_62.branch_id = $3::UUID OR seen_62.reporter_id = $2::UUID)
 LIMIT ALL OFFSET 0)) OR (EXISTS (SELECT 1
FROM need AS seen_63
WHERE seen_63.subdistrict_id = evaluation_60.subdistrict_id AND seen_63.id = evaluation_60.need_id AND seen_63.subdistrict_id = $1::UUID AND ((seen_63.status NOT IN ('DRAFT', 'WITHDRAWN', 'EXPIRED')) OR seen_63.branch_id = $3::UUID)
 LIMIT ALL OFFSET 0)))) WHEN 34 THEN (SELECT concat('{}') AS concat_16
FROM subcategory AS subcategory_64
WHERE subcategory_64.subdistrict_id = asked.subdistrict_id AND subcategory_64.id = asked.id) WHEN 35 THEN (SELECT concat('{}') AS concat_17
FROM matching_plan AS matching_plan_65
WHERE matching_plan_65.subdistrict_id = asked.subdistrict_id AND matching_plan_65.id = asked.id AND false) WHEN 36 THEN (SELECT concat('{}') AS concat_18
FROM plan_line AS plan_line_66
WHERE plan_line_66.subdistrict_id = asked.subdistrict_id AND plan_line_66.id = asked.id AND false) WHEN 37 THEN (SELECT concat('{}') AS concat_19
FROM unserved_need AS unserved_need_67
WHERE unserved_need_67.subdistrict_id = asked.subdistrict_id AND unserved_need_67.id = asked.id AND false) WHEN 9 THEN (SELECT concat('{}') AS concat_20
FROM need AS need_68
WHERE need_68.subdistrict_id = asked.subdistrict_id AND need_68.id = asked.id AND (need_68.subdistrict_id = $1::UUID AND ((need_68.status NOT IN ('DRAFT', 'WITHDRAWN', 'EXPIRED')) OR need_68.branch_id = $3::UUID) OR need_68.status IN ('POSTED', 'PARTLY_CLAIMED'))) WHEN 5 THEN (SELECT concat('{}') AS concat_21
FROM partner_unit AS partner_unit_69
WHERE partner_unit_69.subdistrict_id = asked.subdistrict_id AND partner_unit_69.id = asked.id AND partner_unit_69.subdistrict_id = $1::UUID AND (partner_unit_69.status NOT IN ('APPLIED', 'REJECTED'))) WHEN 6 THEN (SELECT concat('{}') AS concat_22
FROM service_area AS service_area_70
WHERE service_area_70.subdistrict_id = asked.subdistrict_id AND service_area_70.id = asked.id AND service_area_70.subdistrict_id = $1::UUID) WHEN 7 THEN (SELECT concat('{}') AS concat_23
FROM alliance AS alliance_71
WHERE alliance_71.subdistrict_id = asked.subdistrict_id AND alliance_71.id = asked.id AND alliance_71.subdistrict_id = $1::UUID) WHEN 8 THEN (SELECT concat('{}') AS concat_24
FROM membership AS membership_72
WHERE membership_72.subdistrict_id = asked.subdistrict_id AND membership_72.id = asked.id AND membership_72.subdistrict_id = $1::UUID) WHEN 1 THEN (SELECT concat('{"name":', json_scalar(subdistrict_73.name), ',"code":', json_scalar(subdistrict_73.code), '}') AS concat_25
FROM subdistrict AS subdistrict_73
WHERE subdistrict_73.id = asked.id) WHEN 2 THEN (SELECT concat('{}') AS concat_26
FROM community AS community_74
WHERE community_74.subdistrict_id = asked.subdistrict_id AND community_74.id = asked.id) WHEN 3 THEN (SELECT concat('{}') AS concat_27
FROM grid AS grid_75
WHERE grid_75.subdistrict_id = asked.subdistrict_id AND grid_75.id = asked.id) WHEN 11 THEN (SELECT concat('{}') AS concat_28
FROM project AS project_76
WHERE project_76.subdistrict_id = asked.subdistrict_id AND project_76.id = asked.id AND (project_76.subdistrict_id = $1::UUID OR project_76.status IN ('PLANNED', 'APPROVED', 'RUNNING'))) WHEN 12 THEN (SELECT concat('{}') AS concat_29
FROM need_line AS need_line_77
WHERE need_line_77.subdistrict_id = asked.subdistrict_id AND need_line_77.id = asked.id AND (need_line_77.subdistrict_id = $1::UUID OR (EXISTS (SELECT 1
FROM project AS seen_78
WHERE seen_78.subdistrict_id = need_line_77.subdistrict_id AND seen_78.id = need_line_77.project_id AND seen_78.status IN ('PLANNED', 'APPROVED', 'RUNNING'))))) WHEN 10 THEN (SELECT concat('{}') AS concat_30
FROM resource AS resource_79
WHERE resource_79.subdistrict_id = asked.subdistrict_id AND resource_79.id = asked.id AND (resource_79.subdistrict_id = $1::UUID AND (resource_79.status NOT IN ('DRAFT', 'WITHDRAWN', 'EXPIRED')) OR resource_79.status IN ('OFFERED', 'PARTLY_CLAIMED'))) WHEN 16 THEN (SELECT concat('{}') AS concat_31
FROM topic AS topic_80
WHERE topic_80.subdistrict_id = asked.subdistrict_id AND topic_80.id = asked.id AND topic_80.subdistrict_id = $1::UUID AND (NOT topic_80.restricted OR topic_80.branch_id = $3::UUID OR topic_80.reporter_id = $2::UUID)) WHEN 17 THEN (SELECT concat('{}') AS concat_32
FROM deliberation AS deliberation_81
WHERE deliberation_81.subdistrict_id = asked.subdistrict_id AND deliberation_81.id = asked.id AND deliberation_81.subdistrict_id = $1::UUID AND (EXISTS (SELECT 1
FROM topic AS seen_82
WHERE seen_82.subdistrict_id = deliberation_81.subdistrict_id AND seen_82.id = deliberation_81.topic_id AND seen_82.subdistrict_id = $1::UUID AND (NOT seen_82.restricted OR seen_82.branch_id = $3::UUID OR seen_82.reporter_id = $2::UUID)))) WHEN 18 THEN (SELECT concat('{}') AS concat_33
FROM attendee AS attendee_83
WHERE attendee_83.subdistrict_id = asked.subdistrict_id AND attendee_83.id = asked.id AND attendee_83.subdistrict_id = $1::UUID AND (EXISTS (SELECT 1
FROM deliberation AS seen_84
WHERE seen_84.subdistrict_id = attendee_83.subdistrict_id AND seen_84.id = attendee_83.deliberation_id AND seen_84.subdistrict_id = $1::UUID AND (EXISTS (SELECT 1
FROM topic AS seen_85
WHERE seen_85.subdistrict_id = seen_84.subdistrict_id AND seen_85.id = seen_84.topic_id AND seen_85.subdistrict_id = $1::UUID AND (NOT seen_85.restricted OR seen_85.branch_id = $3::UUID OR seen_85.reporter_id = $2::UUID)))))) WHEN 19 THEN (SELECT concat('{}') AS concat_34
FROM joint_meeting AS joint_meeting_86
WHERE joint_meeting_86.subdistrict_id = asked.subdistrict_id AND joint_meeting_86.id = asked.id AND joint_meeting_86.subdistrict_id = $1::UUID) WHEN 20 THEN (SELECT concat('{}') AS concat_35
FROM agenda_item AS agenda_item_87
WHERE agenda_item_87.subdistrict_id = asked.subdistrict_id AND agenda_item_87.id = asked.id AND agenda_item_87.subdistrict_id = $1::UUID AND ((EXISTS (SELECT 1
FROM topic AS seen_88
WHERE seen_88.subdistrict_id = agenda_item_87.subdistrict_id AND seen_88.id = agenda_item_87.topic_id AND seen_88.subdistrict_id = $1::UUID AND (NOT seen_88.restricted OR seen_88.branch_id = $3::UUID OR seen_88.reporter_id = $2::UUID)
 LIMIT ALL OFFSET 0)) OR (EXISTS (SELECT 1
FROM need AS seen_89
WHERE seen_89.subdistrict_id = agenda_item_87.subdistrict_id AND seen_89.id = agenda_item_87.need_id AND seen_89.subdistrict_id = $1::UUID AND ((seen_89.status NOT IN ('DRAFT', 'WITHDRAWN', 'EXPIRED')) OR seen_89.branch_id = $3::UUID)
 LIMIT ALL OFFSET 0)))) WHEN 14 THEN (SELECT concat('{}') AS concat_36
FROM transition AS transition_90
WHERE transition_90.subdistrict_id = asked.subdistrict_id AND transition_90.id = asked.id AND transition_90.subdistrict_id = $1::UUID AND (transition_90.subject_type = 'NEED' AND (EXISTS (SELECT 1
FROM need AS seen_91
WHERE seen_91.subdistrict_id = transition_90.subdistrict_id AND seen_91.id = transition_90.subject_id AND seen_91.subdistrict_id = $1::UUID AND ((seen_91.status NOT IN ('DRAFT', 'WITHDRAWN', 'EXPIRED')) OR seen_91.branch_id = $3::UUID)
 LIMIT ALL OFFSET 0)) OR transition_90.subject_type = 'RESOURCE' AND (EXISTS (SELECT 1
FROM resource AS seen_92
WHERE seen_92.subdistrict_id = transition_90.subdistrict_id AND seen_92.id = transition_90.subject_id AND seen_92.subdistrict_id = $1::UUID AND (seen_92.status NOT IN ('DRAFT', 'WITHDRAWN', 'EXPIRED'))
 LIMIT ALL OFFSET 0)) OR transition_90.subject_type = 'PROJECT' AND (EXISTS (SELECT 1
FROM project AS seen_93
WHERE seen_93.subdistrict_id = transition_90.subdistrict_id AND seen_93.id = transition_90.subject_id AND seen_93.subdistrict_id = $1::UUID
 LIMIT ALL OFFSET 0)) OR transition_90.subject_type = 'CLAIM' AND (EXISTS (SELECT 1
FROM claim AS seen_94
WHERE seen_94.subdistrict_id = transition_90.subdistrict_id AND seen_94.id = transition_90.subject_id AND seen_94.subdistrict_id = $1::UUID AND seen_94.branch_id = $3::UUID
 LIMIT ALL OFFSET 0)) OR transition_90.subject_type = 'PARTNER_UNIT' AND (EXISTS (SELECT 1
FROM partner_unit AS seen_95
WHERE seen_95.subdistrict_id = transition_90.subdistrict_id AND seen_95.id = transition_90.subject_id AND seen_95.subdistrict_id = $1::UUID AND (seen_95.status NOT IN ('APPLIED', 'REJECTED'))
 LIMIT ALL OFFSET 0)) OR transition_90.subject_type = 'TOPIC' AND (EXISTS (SELECT 1
FROM topic AS seen_96
WHERE seen_96.subdistrict_id = transition_90.subdistrict_id AND seen_96.id = transition_90.subject_id AND seen_96.subdistrict_id = $1::UUID AND (NOT seen_96.restricted OR seen_96.branch_id = $3::UUID OR seen_96.reporter_id = $2::UUID)
 LIMIT ALL OFFSET 0)) OR transition_90.subject_type = 'DELIBERATION' AND (EXISTS (SELECT 1
FROM deliberation AS seen_97
WHERE seen_97.subdistrict_id = transition_90.subdistrict_id AND seen_97.id = transition_90.subject_id AND seen_97.subdistrict_id = $1::UUID AND (EXISTS (SELECT 1
FROM topic AS seen_98
WHERE seen_98.subdistrict_id = seen_97.subdistrict_id AND seen_98.id = seen_97.topic_id AND seen_98.subdistrict_id = $1::UUID AND (NOT seen_98.restricted OR seen_98.branch_id = $3::UUID OR seen_98.reporter_id = $2::UUID)))
 LIMIT ALL OFFSET 0)) OR transition_90.subject_type = 'JOINT_MEETING' AND (EXISTS (SELECT 1
FROM joint_meeting AS seen_99
WHERE seen_99.subdistrict_id = transition_90.subdistrict_id AND seen_99.id = transition_90.subject_id AND seen_99.subdistrict_id = $1::UUID
 LIMIT ALL OFFSET 0)) OR transition_90.subject_type = 'WHISTLE' AND (EXISTS (SELECT 1
FROM whistle AS seen_100
WHERE seen_100.subdistrict_id = transition_90.subdistrict_id AND seen_100.id = transition_90.subject_id AND seen_100.subdistrict_id = $1::UUID AND (NOT seen_100.restricted OR seen_100.branch_id = $3::UUID)
 LIMIT ALL OFFSET 0)) OR transition_90.subject_type = 'ALLIANCE' AND (EXISTS (SELECT 1
FROM alliance AS seen_101
WHERE seen_101.subdistrict_id = transition_90.subdistrict_id AND seen_101.id = transition_90.subject_id AND seen_101.subdistrict_id = $1::UUID
 LIMIT ALL OFFSET 0)) OR transition_90.subject_type = 'MEMBERSHIP' AND (EXISTS (SELECT 1
FROM membership AS seen_102
WHERE seen_102.subdistrict_id = transition_90.subdistrict_id AND seen_102.id = transition_90.subject_id AND seen_102.subdistrict_id = $1::UUID
 LIMIT ALL OFFSET 0)) OR transition_90.subject_type = 'EXTENSION' AND (EXISTS (SELECT 1
FROM extension AS seen_103
WHERE seen_103.subdistrict_id = transition_90.subdistrict_id AND seen_103.id = transition_90.subject_id AND seen_103.subdistrict_id = $1::UUID AND (EXISTS (SELECT 1
FROM deadline AS seen_104
WHERE seen_104.subdistrict_id = seen_103.subdistrict_id AND seen_104.id = seen_103.deadline_id AND seen_104.subdistrict_id = $1::UUID AND (seen_104.subject_type = 'NEED' AND (EXISTS (SELECT 1
FROM need AS seen_105
WHERE seen_105.subdistrict_id = seen_104.subdistrict_id AND seen_105.id = seen_104.subject_id AND seen_105.subdistrict_id = $1::UUID AND ((seen_105.status NOT IN ('DRAFT', 'WITHDRAWN', 'EXPIRED')) OR seen_105.branch_id = $3::UUID)
 LIMIT ALL OFFSET 0)) OR seen_104.subject_type = 'RESOURCE' AND (EXISTS (SELECT 1
FROM resource AS seen_106
WHERE seen_106.subdistrict_id = seen_104.subdistrict_id AND seen_106.id = seen_104.subject_id AND seen_106.subdistrict_id = $1::UUID AND (seen_106.status NOT IN ('DRAFT', 'WITHDRAWN', 'EXPIRED'))
 LIMIT ALL OFFSET 0)) OR seen_104.subject_type = 'PROJECT' AND (EXISTS (SELECT 1
FROM project AS seen_107
WHERE seen_107.subdistrict_id = seen_104.subdistrict_id AND seen_107.id = seen_104.subject_id AND seen_107.subdistrict_id = $1::UUID
 LIMIT ALL OFFSET 0)) OR seen_104.subject_type = 'CLAIM' AND (EXISTS (SELECT 1
FROM claim AS seen_108
WHERE seen_108.subdistrict_id = seen_104.subdistrict_id AND seen_108.id = seen_104.subject_id AND seen_108.subdistrict_id = $1::UUID AND seen_108.branch_id = $3::UUID
 LIMIT ALL OFFSET 0)) OR seen_104.subject_type = 'TOPIC' AND (EXISTS (SELECT 1
FROM topic AS seen_109
WHERE seen_109.subdistrict_id = seen_104.subdistrict_id AND seen_109.id = seen_104.subject_id AND seen_109.subdistrict_id = $1::UUID AND (NOT seen_109.restricted OR seen_109.branch_id = $3::UUID OR seen_109.reporter_id = $2::UUID)
 LIMIT ALL OFFSET 0)) OR seen_104.subject_type = 'WHISTLE' AND (EXISTS (SELECT 1
FROM whistle AS seen_110
WHERE seen_110.subdistrict_id = seen_104.subdistrict_id AND seen_110.id = seen_104.subject_id AND seen_110.subdistrict_id = $1::UUID AND (NOT seen_110.restricted OR seen_110.branch_id = $3::UUID)
 LIMIT ALL OFFSET 0)) OR seen_104.subject_type = 'MEMBERSHIP' AND (EXISTS (SELECT 1
FROM membership AS seen_111
WHERE seen_111.subdistrict_id = seen_104.subdistrict_id AND seen_111.id = seen_104.subject_id AND seen_111.subdistrict_id = $1::UUID
 LIMIT ALL OFFSET 0)))))
 LIMIT ALL OFFSET 0)))) WHEN 21 THEN (SELECT concat('{}') AS concat_37
FROM whistle AS whistle_112
WHERE whistle_112.subdistrict_id = asked.subdistrict_id AND whistle_112.id = asked.id AND whistle_112.subdistrict_id = $1::UUID AND (NOT whistle_112.restricted OR whistle_112.branch_id = $3::UUID)) WHEN 22 THEN (SELECT concat('{}') AS concat_38
FROM whistle_department AS whistle_department_113
WHERE whistle_department_113.subdistrict_id = asked.subdistrict_id AND whistle_department_113.id = asked.id AND whistle_department_113.subdistrict_id = $1::UUID AND (EXISTS (SELECT 1
FROM whistle AS seen_114
WHERE seen_114.subdistrict_id = whistle_department_113.subdistrict_id AND seen_114.id = whistle_department_113.whistle_id AND seen_114.subdistrict_id = $1::UUID AND (NOT seen_114.restricted OR seen_114.branch_id = $3::UUID)))) END, 'null'), ',' ORDER BY asked.place)) AS concat_1
FROM unnest($4::INTEGER[], $5::UUID[], $6::UUID[]) WITH ORDINALITY AS asked(type, subdistrict_id, id, place)) AS anon_1
