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
WHERE party_branch_24.subdistrict_id = asked.subdistrict_id AND party_branch_24.id = asked.id AND party_branch_24.subdistrict_id = $2::UUID) WHEN 13 THEN (SELECT concat('{"__typename":"Claim","id":"', encode('\x0d'::bytea || uuid_send(claim_25.subdistrict_id) || uuid_send(claim_25.id), 'base64'), '"}') AS concat_5
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
 LIMIT ALL OFFSET 0)))) WHEN 9 THEN (SELECT concat('{"__typename":"Need","id":"', encode('\x09'::bytea || uuid_send(need_64.subdistrict_id) || uuid_send(need_64.id), 'base64'), '","title":', json_scalar(need_64.title), ',"grid":', coalesce((SELECT concat('{"name":', json_scalar(grid_65.name), '}') AS concat_17
FROM grid AS grid_65
WHERE grid_65.subdistrict_id = need_64.subdistrict_id AND grid_65.id = need_64.grid_id AND grid_65.subdistrict_id = $2::UUID), 'null'), '}') AS concat_16
FROM need AS need_64
WHERE need_64.subdistrict_id = asked.subdistrict_id AND need_64.id = asked.id AND need_64.subdistrict_id = $2::UUID AND ((need_64.status NOT IN ('DRAFT', 'WITHDRAWN', 'EXPIRED')) OR need_64.branch_id = $3::UUID)) WHEN 5 THEN (SELECT concat('{"__typename":"PartnerUnit","id":"', encode('\x05'::bytea || uuid_send(partner_unit_66.subdistrict_id) || uuid_send(partner_unit_66.id), 'base64'), '","name":', json_scalar(partner_unit_66.name), '}') AS concat_18
FROM partner_unit AS partner_unit_66
WHERE partner_unit_66.subdistrict_id = asked.subdistrict_id AND partner_unit_66.id = asked.id AND partner_unit_66.subdistrict_id = $2::UUID AND (partner_unit_66.status NOT IN ('APPLIED', 'REJECTED'))) WHEN 6 THEN (SELECT concat('{"__typename":"ServiceArea","id":"', encode('\x06'::bytea || uuid_send(service_area_67.subdistrict_id) || uuid_send(service_area_67.id), 'base64'), '"}') AS concat_19
FROM service_area AS service_area_67
WHERE service_area_67.subdistrict_id = asked.subdistrict_id AND service_area_67.id = asked.id AND service_area_67.subdistrict_id = $2::UUID) WHEN 7 THEN (SELECT concat('{"__typename":"Alliance","id":"', encode('\x07'::bytea || uuid_send(alliance_68.subdistrict_id) || uuid_send(alliance_68.id), 'base64'), '"}') AS concat_20
FROM alliance AS alliance_68
WHERE alliance_68.subdistrict_id = asked.subdistrict_id AND alliance_68.id = asked.id AND alliance_68.subdistrict_id = $2::UUID) WHEN 8 THEN (SELECT concat('{"__typename":"Membership","id":"', encode('\x08'::bytea || uuid_send(membership_69.subdistrict_id) || uuid_send(membership_69.id), 'base64'), '"}') AS concat_21
FROM membership AS membership_69
WHERE membership_69.subdistrict_id = asked.subdistrict_id AND membership_69.id = asked.id AND membership_69.subdistrict_id = $2::UUID) WHEN 1 THEN (SELECT concat('{"__typename":"Subdistrict","id":"', encode('\x01'::bytea || uuid_send(subdistrict_70.id) || uuid_send(subdistrict_70.id), 'base64'), '"}') AS concat_22
FROM subdistrict AS subdistrict_70
WHERE subdistrict_70.id = asked.id AND subdistrict_70.id = $2::UUID) WHEN 2 THEN (SELECT concat('{"__typename":"Community","id":"', encode('\x02'::bytea || uuid_send(community_71.subdistrict_id) || uuid_send(community_71.id), 'base64'), '"}') AS concat_23
FROM community AS community_71
WHERE community_71.subdistrict_id = asked.subdistrict_id AND community_71.id = asked.id AND community_71.subdistrict_id = $2::UUID) WHEN 3 THEN (SELECT concat('{"__typename":"Grid","id":"', encode('\x03'::bytea || uuid_send(grid_72.subdistrict_id) || uuid_send(grid_72.id), 'base64'), '"}') AS concat_24
FROM grid AS grid_72
WHERE grid_72.subdistrict_id = asked.subdistrict_id AND grid_72.id = asked.id AND grid_72.subdistrict_id = $2::UUID) WHEN 11 THEN (SELECT concat('{"__typename":"Project","id":"', encode('\x0b'::bytea || uuid_send(project_73.subdistrict_id) || uuid_send(project_73.id), 'base64'), '"}') AS concat_25
FROM project AS project_73
WHERE project_73.subdistrict_id = asked.subdistrict_id AND project_73.id = asked.id AND project_73.subdistrict_id = $2::UUID) WHEN 12 THEN (SELECT concat('{"__typename":"NeedLine","id":"', encode('\x0c'::bytea || uuid_send(need_line_74.subdistrict_id) || uuid_send(need_line_74.id), 'base64'), '"}') AS concat_26
FROM need_line AS need_line_74
WHERE need_line_74.subdistrict_id = asked.subdistrict_id AND need_line_74.id = asked.id AND need_line_74.subdistrict_id = $2::UUID) WHEN 10 THEN (SELECT concat('{"__typename":"Resource","id":"', encode('\x0a'::bytea || uuid_send(resource_75.subdistrict_id) || uuid_send(resource_75.id), 'base64'), '"}') AS concat_27
FROM resource AS resource_75
WHERE resource_75.subdistrict_id = asked.subdistrict_id AND resource_75.id = asked.id AND resource_75.subdistrict_id = $2::UUID AND (resource_75.status NOT IN ('DRAFT', 'WITHDRAWN', 'EXPIRED'))) WHEN 16 THEN (SELECT concat('{"__typename":"Topic","id":"', encode('\x10'::bytea || uuid_send(topic_76.subdistrict_id) || uuid_send(topic_76.id), 'base64'), '"}') AS concat_28
FROM topic AS topic_76
WHERE topic_76.subdistrict_id = asked.subdistrict_id AND topic_76.id = asked.id AND topic_76.subdistrict_id = $2::UUID AND (NOT topic_76.restricted OR topic_76.branch_id = $3::UUID OR topic_76.reporter_id = $1::UUID)) WHEN 17 THEN (SELECT concat('{"__typename":"Deliberation","id":"', encode('\x11'::bytea || uuid_send(deliberation_77.subdistrict_id) || uuid_send(deliberation_77.id), 'base64'), '"}') AS concat_29
FROM deliberation AS deliberation_77
WHERE deliberation_77.subdistrict_id = asked.subdistrict_id AND deliberation_77.id = asked.id AND deliberation_77.subdistrict_id = $2::UUID AND (EXISTS (SELECT 1
FROM topic AS seen_78
WHERE seen_78.subdistrict_id = deliberation_77.subdistrict_id AND seen_78.id = deliberation_77.topic_id AND seen_78.subdistrict_id = $2::UUID AND (NOT seen_78.restricted OR seen_78.branch_id = $3::UUID OR seen_78.reporter_id = $1::UUID)))) WHEN 18 THEN (SELECT concat('{"__typename":"Attendee","id":"', encode('\x12'::bytea || uuid_send(attendee_79.subdistrict_id) || uuid_send(attendee_79.id), 'base64'), '"}') AS concat_30
FROM attendee AS attendee_79
WHERE attendee_79.subdistrict_id = asked.subdistrict_id AND attendee_79.id = asked.id AND attendee_79.subdistrict_id = $2::UUID AND (EXISTS (SELECT 1
FROM deliberation AS seen_80
WHERE seen_80.subdistrict_id = attendee_79.subdistrict_id AND seen_80.id = attendee_79.deliberation_id AND seen_80.subdistrict_id = $2::UUID AND (EXISTS (SELECT 1
FROM topic AS seen_81
WHERE seen_81.subdistrict_id = seen_80.subdistrict_id AND seen_81.id = seen_80.topic_id AND seen_81.subdistrict_id = $2::UUID AND (NOT seen_81.restricted OR seen_81.branch_id = $3::UUID OR seen_81.reporter_id = $1::UUID)))))) WHEN 19 THEN (SELECT concat('{"__typename":"JointMeeting","id":"', encode('\x13'::bytea || uuid_send(joint_meeting_82.subdistrict_id) || uuid_send(joint_meeting_82.id), 'base64'), '"}') AS concat_31
FROM joint_meeting AS joint_meeting_82
WHERE joint_meeting_82.subdistrict_id = asked.subdistrict_id AND joint_meeting_82.id = asked.id AND joint_meeting_82.subdistrict_id = $2::UUID) WHEN 20 THEN (SELECT concat('{"__typename":"AgendaItem","id":"', encode('\x14'::bytea || uuid_send(agenda_item_83.subdistrict_id) || uuid_send(agenda_item_83.id), 'base64'), '"}') AS concat_32
FROM agenda_item AS agenda_item_83
WHERE agenda_item_83.subdistrict_id = asked.subdistrict_id AND agenda_item_83.id = asked.id AND agenda_item_83.subdistrict_id = $2::UUID AND ((EXISTS (SELECT 1
FROM topic AS seen_84
WHERE seen_84.subdistrict_id = agenda_item_83.subdistrict_id AND seen_84.id = agenda_item_83.topic_id AND seen_84.subdistrict_id = $2::UUID AND (NOT seen_84.restricted OR seen_84.branch_id = $3::UUID OR seen_84.reporter_id = $1::UUID)
 LIMIT ALL OFFSET 0)) OR (EXISTS (SELECT 1
FROM need AS seen_85
WHERE seen_85.subdistrict_id = agenda_item_83.subdistrict_id AND seen_85.id = agenda_item_83.need_id AND seen_85.subdistrict_id = $2::UUID AND ((seen_85.status NOT IN ('DRAFT', 'WITHDRAWN', 'EXPIRED')) OR seen_85.branch_id = $3::UUID)
 LIMIT ALL OFFSET 0)))) WHEN 14 THEN (SELECT concat('{"__typename":"Transition","id":"', encode('\x0e'::bytea || uuid_send(transition_86.subdistrict_id) || uuid_send(transition_86.id), 'base64'), '"}') AS concat_33
FROM transition AS transition_86
WHERE transition_86.subdistrict_id = asked.subdistrict_id AND transition_86.id = asked.id AND transition_86.subdistrict_id = $2::UUID AND (transition_86.subject_type = 'NEED' AND (EXISTS (SELECT 1
FROM need AS seen_87
WHERE seen_87.subdistrict_id = transition_86.subdistrict_id AND seen_87.id = transition_86.subject_id AND seen_87.subdistrict_id = $2::UUID AND ((seen_87.status NOT IN ('DRAFT', 'WITHDRAWN', 'EXPIRED')) OR seen_87.branch_id = $3::UUID)
 LIMIT ALL OFFSET 0)) OR transition_86.subject_type = 'RESOURCE' AND (EXISTS (SELECT 1
FROM resource AS seen_88
WHERE seen_88.subdistrict_id = transition_86.subdistrict_id AND seen_88.id = transition_86.subject_id AND seen_88.subdistrict_id = $2::UUID AND (seen_88.status NOT IN ('DRAFT', 'WITHDRAWN', 'EXPIRED'))
 LIMIT ALL OFFSET 0)) OR transition_86.subject_type = 'PROJECT' AND (EXISTS (SELECT 1
FROM project AS seen_89
WHERE seen_89.subdistrict_id = transition_86.subdistrict_id AND seen_89.id = transition_86.subject_id AND seen_89.subdistrict_id = $2::UUID
 LIMIT ALL OFFSET 0)) OR transition_86.subject_type = 'CLAIM' AND (EXISTS (SELECT 1
FROM claim AS seen_90
WHERE seen_90.subdistrict_id = transition_86.subdistrict_id AND seen_90.id = transition_86.subject_id AND seen_90.subdistrict_id = $2::UUID AND seen_90.branch_id = $3::UUID
 LIMIT ALL OFFSET 0)) OR transition_86.subject_type = 'PARTNER_UNIT' AND (EXISTS (SELECT 1
FROM partner_unit AS seen_91
WHERE seen_91.subdistrict_id = transition_86.subdistrict_id AND seen_91.id = transition_86.subject_id AND seen_91.subdistrict_id = $2::UUID AND (seen_91.status NOT IN ('APPLIED', 'REJECTED'))
 LIMIT ALL OFFSET 0)) OR transition_86.subject_type = 'TOPIC' AND (EXISTS (SELECT 1
FROM topic AS seen_92
WHERE seen_92.subdistrict_id = transition_86.subdistrict_id AND seen_92.id = transition_86.subject_id AND seen_92.subdistrict_id = $2::UUID AND (NOT seen_92.restricted OR seen_92.branch_id = $3::UUID OR seen_92.reporter_id = $1::UUID)
 LIMIT ALL OFFSET 0)) OR transition_86.subject_type = 'DELIBERATION' AND (EXISTS (SELECT 1
FROM deliberation AS seen_93
WHERE seen_93.subdistrict_id = transition_86.subdistrict_id AND seen_93.id = transition_86.subject_id AND seen_93.subdistrict_id = $2::UUID AND (EXISTS (SELECT 1
FROM topic AS seen_94
WHERE seen_94.subdistrict_id = seen_93.subdistrict_id AND seen_94.id = seen_93.topic_id AND seen_94.subdistrict_id = $2::UUID AND (NOT seen_94.restricted OR seen_94.branch_id = $3::UUID OR seen_94.reporter_id = $1::UUID)))
 LIMIT ALL OFFSET 0)) OR transition_86.subject_type = 'JOINT_MEETING' AND (EXISTS (SELECT 1
FROM joint_meeting AS seen_95
WHERE seen_95.subdistrict_id = transition_86.subdistrict_id AND seen_95.id = transition_86.subject_id AND seen_95.subdistrict_id = $2::UUID
 LIMIT ALL OFFSET 0)) OR transition_86.subject_type = 'WHISTLE' AND (EXISTS (SELECT 1
FROM whistle AS seen_96
WHERE seen_96.subdistrict_id = transition_86.subdistrict_id AND seen_96.id = transition_86.subject_id AND seen_96.subdistrict_id = $2::UUID AND (NOT seen_96.restricted OR seen_96.branch_id = $3::UUID)
 LIMIT ALL OFFSET 0)) OR transition_86.subject_type = 'ALLIANCE' AND (EXISTS (SELECT 1
FROM alliance AS seen_97
WHERE seen_97.subdistrict_id = transition_86.subdistrict_id AND seen_97.id = transition_86.subject_id AND seen_97.subdistrict_id = $2::UUID
 LIMIT ALL OFFSET 0)) OR transition_86.subject_type = 'MEMBERSHIP' AND (EXISTS (SELECT 1
FROM membership AS seen_98
WHERE seen_98.subdistrict_id = transition_86.subdistrict_id AND seen_98.id = transition_86.subject_id AND seen_98.subdistrict_id = $2::UUID
 LIMIT ALL OFFSET 0)) OR transition_86.subject_type = 'EXTENSION' AND (EXISTS (SELECT 1
FROM extension AS seen_99
WHERE seen_99.subdistrict_id = transition_86.subdistrict_id AND seen_99.id = transition_86.subject_id AND seen_99.subdistrict_id = $2::UUID AND (EXISTS (SELECT 1
FROM deadline AS seen_100
WHERE seen_100.subdistrict_id = seen_99.subdistrict_id AND seen_100.id = seen_99.deadline_id AND seen_100.subdistrict_id = $2::UUID AND (seen_100.subject_type = 'NEED' AND (EXISTS (SELECT 1
FROM need AS seen_101
WHERE seen_101.subdistrict_id = seen_100.subdistrict_id AND seen_101.id = seen_100.subject_id AND seen_101.subdistrict_id = $2::UUID AND ((seen_101.status NOT IN ('DRAFT', 'WITHDRAWN', 'EXPIRED')) OR seen_101.branch_id = $3::UUID)
 LIMIT ALL OFFSET 0)) OR seen_100.subject_type = 'RESOURCE' AND (EXISTS (SELECT 1
FROM resource AS seen_102
WHERE seen_102.subdistrict_id = seen_100.subdistrict_id AND seen_102.id = seen_100.subject_id AND seen_102.subdistrict_id = $2::UUID AND (seen_102.status NOT IN ('DRAFT', 'WITHDRAWN', 'EXPIRED'))
 LIMIT ALL OFFSET 0)) OR seen_100.subject_type = 'PROJECT' AND (EXISTS (SELECT 1
FROM project AS seen_103
WHERE seen_103.subdistrict_id = seen_100.subdistrict_id AND seen_103.id = seen_100.subject_id AND seen_103.subdistrict_id = $2::UUID
 LIMIT ALL OFFSET 0)) OR seen_100.subject_type = 'CLAIM' AND (EXISTS (SELECT 1
FROM claim AS seen_104
WHERE seen_104.subdistrict_id = seen_100.subdistrict_id AND seen_104.id = seen_100.subject_id AND seen_104.subdistrict_id = $2::UUID AND seen_104.branch_id = $3::UUID
 LIMIT ALL OFFSET 0)) OR seen_100.subject_type = 'TOPIC' AND (EXISTS (SELECT 1
FROM topic AS seen_105
WHERE seen_105.subdistrict_id = seen_100.subdistrict_id AND seen_105.id = seen_100.subject_id AND seen_105.subdistrict_id = $2::UUID AND (NOT seen_105.restricted OR seen_105.branch_id = $3::UUID OR seen_105.reporter_id = $1::UUID)
 LIMIT ALL OFFSET 0)) OR seen_100.subject_type = 'WHISTLE' AND (EXISTS (SELECT 1
FROM whistle AS seen_106
WHERE seen_106.subdistrict_id = seen_100.subdistrict_id AND seen_106.id = seen_100.subject_id AND seen_106.subdistrict_id = $2::UUID AND (NOT seen_106.restricted OR seen_106.branch_id = $3::UUID)
 LIMIT ALL OFFSET 0)) OR seen_100.subject_type = 'MEMBERSHIP' AND (EXISTS (SELECT 1
FROM membership AS seen_107
WHERE seen_107.subdistrict_id = seen_100.subdistrict_id AND seen_107.id = seen_100.subject_id AND seen_107.subdistrict_id = $2::UUID
 LIMIT ALL OFFSET 0)))))
 LIMIT ALL OFFSET 0)))) WHEN 21 THEN (SELECT concat('{"__typename":"Whistle","id":"', encode('\x15'::bytea || uuid_send(whistle_108.subdistrict_id) || uuid_send(whistle_108.id), 'base64'), '"}') AS concat_34
FROM whistle AS whistle_108
WHERE whistle_108.subdistrict_id = asked.subdistrict_id AND whistle_108.id = asked.id AND whistle_108.subdistrict_id = $2::UUID AND (NOT whistle_108.restricted OR whistle_108.branch_id = $3::UUID)) WHEN 22 THEN (SELECT concat('{"__typename":"WhistleDepartment","id":"', encode('\x16'::bytea || uuid_send(whistle_department_109.subdistrict_id) || uuid_send(whistle_department_109.id), 'base64'), '"}') AS concat_35
FROM whistle_department AS whistle_department_109
WHERE whistle_department_109.subdistrict_id = asked.subdistrict_id AND whistle_department_109.id = asked.id AND whistle_department_109.subdistrict_id = $2::UUID AND (EXISTS (SELECT 1
FROM whistle AS seen_110
WHERE seen_110.subdistrict_id = whistle_department_109.subdistrict_id AND seen_110.id = whistle_department_109.whistle_id AND seen_110.subdistrict_id = $2::UUID AND (NOT seen_110.restricted OR seen_110.branch_id = $3::UUID)))) END, 'null'), ',' ORDER BY asked.place), ']') AS concat_1
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
WHERE party_branch_24.subdistrict_id = asked.subdistrict_id AND party_branch_24.id = asked.id AND party_branch_24.subdistrict_id = $1::UUID) WHEN 13 THEN (SELECT concat('{}') AS concat_5
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
 LIMIT ALL OFFSET 0)))) WHEN 9 THEN (SELECT concat('{}') AS concat_16
FROM need AS need_64
WHERE need_64.subdistrict_id = asked.subdistrict_id AND need_64.id = asked.id AND need_64.subdistrict_id = $1::UUID AND ((need_64.status NOT IN ('DRAFT', 'WITHDRAWN', 'EXPIRED')) OR need_64.branch_id = $3::UUID)) WHEN 5 THEN (SELECT concat('{}') AS concat_17
FROM partner_unit AS partner_unit_65
WHERE partner_unit_65.subdistrict_id = asked.subdistrict_id AND partner_unit_65.id = asked.id AND partner_unit_65.subdistrict_id = $1::UUID AND (partner_unit_65.status NOT IN ('APPLIED', 'REJECTED'))) WHEN 6 THEN (SELECT concat('{}') AS concat_18
FROM service_area AS service_area_66
WHERE service_area_66.subdistrict_id = asked.subdistrict_id AND service_area_66.id = asked.id AND service_area_66.subdistrict_id = $1::UUID) WHEN 7 THEN (SELECT concat('{}') AS concat_19
FROM alliance AS alliance_67
WHERE alliance_67.subdistrict_id = asked.subdistrict_id AND alliance_67.id = asked.id AND alliance_67.subdistrict_id = $1::UUID) WHEN 8 THEN (SELECT concat('{}') AS concat_20
FROM membership AS membership_68
WHERE membership_68.subdistrict_id = asked.subdistrict_id AND membership_68.id = asked.id AND membership_68.subdistrict_id = $1::UUID) WHEN 1 THEN (SELECT concat('{"name":', json_scalar(subdistrict_69.name), ',"code":', json_scalar(subdistrict_69.code), '}') AS concat_21
FROM subdistrict AS subdistrict_69
WHERE subdistrict_69.id = asked.id AND subdistrict_69.id = $1::UUID) WHEN 2 THEN (SELECT concat('{}') AS concat_22
FROM community AS community_70
WHERE community_70.subdistrict_id = asked.subdistrict_id AND community_70.id = asked.id AND community_70.subdistrict_id = $1::UUID) WHEN 3 THEN (SELECT concat('{}') AS concat_23
FROM grid AS grid_71
WHERE grid_71.subdistrict_id = asked.subdistrict_id AND grid_71.id = asked.id AND grid_71.subdistrict_id = $1::UUID) WHEN 11 THEN (SELECT concat('{}') AS concat_24
FROM project AS project_72
WHERE project_72.subdistrict_id = asked.subdistrict_id AND project_72.id = asked.id AND project_72.subdistrict_id = $1::UUID) WHEN 12 THEN (SELECT concat('{}') AS concat_25
FROM need_line AS need_line_73
WHERE need_line_73.subdistrict_id = asked.subdistrict_id AND need_line_73.id = asked.id AND need_line_73.subdistrict_id = $1::UUID) WHEN 10 THEN (SELECT concat('{}') AS concat_26
FROM resource AS resource_74
WHERE resource_74.subdistrict_id = asked.subdistrict_id AND resource_74.id = asked.id AND resource_74.subdistrict_id = $1::UUID AND (resource_74.status NOT IN ('DRAFT', 'WITHDRAWN', 'EXPIRED'))) WHEN 16 THEN (SELECT concat('{}') AS concat_27
FROM topic AS topic_75
WHERE topic_75.subdistrict_id = asked.subdistrict_id AND topic_75.id = asked.id AND topic_75.subdistrict_id = $1::UUID AND (NOT topic_75.restricted OR topic_75.branch_id = $3::UUID OR topic_75.reporter_id = $2::UUID)) WHEN 17 THEN (SELECT concat('{}') AS concat_28
FROM deliberation AS deliberation_76
WHERE deliberation_76.subdistrict_id = asked.subdistrict_id AND deliberation_76.id = asked.id AND deliberation_76.subdistrict_id = $1::UUID AND (EXISTS (SELECT 1
FROM topic AS seen_77
WHERE seen_77.subdistrict_id = deliberation_76.subdistrict_id AND seen_77.id = deliberation_76.topic_id AND seen_77.subdistrict_id = $1::UUID AND (NOT seen_77.restricted OR seen_77.branch_id = $3::UUID OR seen_77.reporter_id = $2::UUID)))) WHEN 18 THEN (SELECT concat('{}') AS concat_29
FROM attendee AS attendee_78
WHERE attendee_78.subdistrict_id = asked.subdistrict_id AND attendee_78.id = asked.id AND attendee_78.subdistrict_id = $1::UUID AND (EXISTS (SELECT 1
FROM deliberation AS seen_79
WHERE seen_79.subdistrict_id = attendee_78.subdistrict_id AND seen_79.id = attendee_78.deliberation_id AND seen_79.subdistrict_id = $1::UUID AND (EXISTS (SELECT 1
FROM topic AS seen_80
WHERE seen_80.subdistrict_id = seen_79.subdistrict_id AND seen_80.id = seen_79.topic_id AND seen_80.subdistrict_id = $1::UUID AND (NOT seen_80.restricted OR seen_80.branch_id = $3::UUID OR seen_80.reporter_id = $2::UUID)))))) WHEN 19 THEN (SELECT concat('{}') AS concat_30
FROM joint_meeting AS joint_meeting_81
WHERE joint_meeting_81.subdistrict_id = asked.subdistrict_id AND joint_meeting_81.id = asked.id AND joint_meeting_81.subdistrict_id = $1::UUID) WHEN 20 THEN (SELECT concat('{}') AS concat_31
FROM agenda_item AS agenda_item_82
WHERE agenda_item_82.subdistrict_id = asked.subdistrict_id AND agenda_item_82.id = asked.id AND agenda_item_82.subdistrict_id = $1::UUID AND ((EXISTS (SELECT 1
FROM topic AS seen_83
WHERE seen_83.subdistrict_id = agenda_item_82.subdistrict_id AND seen_83.id = agenda_item_82.topic_id AND seen_83.subdistrict_id = $1::UUID AND (NOT seen_83.restricted OR seen_83.branch_id = $3::UUID OR seen_83.reporter_id = $2::UUID)
 LIMIT ALL OFFSET 0)) OR (EXISTS (SELECT 1
FROM need AS seen_84
WHERE seen_84.subdistrict_id = agenda_item_82.subdistrict_id AND seen_84.id = agenda_item_82.need_id AND seen_84.subdistrict_id = $1::UUID AND ((seen_84.status NOT IN ('DRAFT', 'WITHDRAWN', 'EXPIRED')) OR seen_84.branch_id = $3::UUID)
 LIMIT ALL OFFSET 0)))) WHEN 14 THEN (SELECT concat('{}') AS concat_32
FROM transition AS transition_85
WHERE transition_85.subdistrict_id = asked.subdistrict_id AND transition_85.id = asked.id AND transition_85.subdistrict_id = $1::UUID AND (transition_85.subject_type = 'NEED' AND (EXISTS (SELECT 1
FROM need AS seen_86
WHERE seen_86.subdistrict_id = transition_85.subdistrict_id AND seen_86.id = transition_85.subject_id AND seen_86.subdistrict_id = $1::UUID AND ((seen_86.status NOT IN ('DRAFT', 'WITHDRAWN', 'EXPIRED')) OR seen_86.branch_id = $3::UUID)
 LIMIT ALL OFFSET 0)) OR transition_85.subject_type = 'RESOURCE' AND (EXISTS (SELECT 1
FROM resource AS seen_87
WHERE seen_87.subdistrict_id = transition_85.subdistrict_id AND seen_87.id = transition_85.subject_id AND seen_87.subdistrict_id = $1::UUID AND (seen_87.status NOT IN ('DRAFT', 'WITHDRAWN', 'EXPIRED'))
 LIMIT ALL OFFSET 0)) OR transition_85.subject_type = 'PROJECT' AND (EXISTS (SELECT 1
FROM project AS seen_88
WHERE seen_88.subdistrict_id = transition_85.subdistrict_id AND seen_88.id = transition_85.subject_id AND seen_88.subdistrict_id = $1::UUID
 LIMIT ALL OFFSET 0)) OR transition_85.subject_type = 'CLAIM' AND (EXISTS (SELECT 1
FROM claim AS seen_89
WHERE seen_89.subdistrict_id = transition_85.subdistrict_id AND seen_89.id = transition_85.subject_id AND seen_89.subdistrict_id = $1::UUID AND seen_89.branch_id = $3::UUID
 LIMIT ALL OFFSET 0)) OR transition_85.subject_type = 'PARTNER_UNIT' AND (EXISTS (SELECT 1
FROM partner_unit AS seen_90
WHERE seen_90.subdistrict_id = transition_85.subdistrict_id AND seen_90.id = transition_85.subject_id AND seen_90.subdistrict_id = $1::UUID AND (seen_90.status NOT IN ('APPLIED', 'REJECTED'))
 LIMIT ALL OFFSET 0)) OR transition_85.subject_type = 'TOPIC' AND (EXISTS (SELECT 1
FROM topic AS seen_91
WHERE seen_91.subdistrict_id = transition_85.subdistrict_id AND seen_91.id = transition_85.subject_id AND seen_91.subdistrict_id = $1::UUID AND (NOT seen_91.restricted OR seen_91.branch_id = $3::UUID OR seen_91.reporter_id = $2::UUID)
 LIMIT ALL OFFSET 0)) OR transition_85.subject_type = 'DELIBERATION' AND (EXISTS (SELECT 1
FROM deliberation AS seen_92
WHERE seen_92.subdistrict_id = transition_85.subdistrict_id AND seen_92.id = transition_85.subject_id AND seen_92.subdistrict_id = $1::UUID AND (EXISTS (SELECT 1
FROM topic AS seen_93
WHERE seen_93.subdistrict_id = seen_92.subdistrict_id AND seen_93.id = seen_92.topic_id AND seen_93.subdistrict_id = $1::UUID AND (NOT seen_93.restricted OR seen_93.branch_id = $3::UUID OR seen_93.reporter_id = $2::UUID)))
 LIMIT ALL OFFSET 0)) OR transition_85.subject_type = 'JOINT_MEETING' AND (EXISTS (SELECT 1
FROM joint_meeting AS seen_94
WHERE seen_94.subdistrict_id = transition_85.subdistrict_id AND seen_94.id = transition_85.subject_id AND seen_94.subdistrict_id = $1::UUID
 LIMIT ALL OFFSET 0)) OR transition_85.subject_type = 'WHISTLE' AND (EXISTS (SELECT 1
FROM whistle AS seen_95
WHERE seen_95.subdistrict_id = transition_85.subdistrict_id AND seen_95.id = transition_85.subject_id AND seen_95.subdistrict_id = $1::UUID AND (NOT seen_95.restricted OR seen_95.branch_id = $3::UUID)
 LIMIT ALL OFFSET 0)) OR transition_85.subject_type = 'ALLIANCE' AND (EXISTS (SELECT 1
FROM alliance AS seen_96
WHERE seen_96.subdistrict_id = transition_85.subdistrict_id AND seen_96.id = transition_85.subject_id AND seen_96.subdistrict_id = $1::UUID
 LIMIT ALL OFFSET 0)) OR transition_85.subject_type = 'MEMBERSHIP' AND (EXISTS (SELECT 1
FROM membership AS seen_97
WHERE seen_97.subdistrict_id = transition_85.subdistrict_id AND seen_97.id = transition_85.subject_id AND seen_97.subdistrict_id = $1::UUID
 LIMIT ALL OFFSET 0)) OR transition_85.subject_type = 'EXTENSION' AND (EXISTS (SELECT 1
FROM extension AS seen_98
WHERE seen_98.subdistrict_id = transition_85.subdistrict_id AND seen_98.id = transition_85.subject_id AND seen_98.subdistrict_id = $1::UUID AND (EXISTS (SELECT 1
FROM deadline AS seen_99
WHERE seen_99.subdistrict_id = seen_98.subdistrict_id AND seen_99.id = seen_98.deadline_id AND seen_99.subdistrict_id = $1::UUID AND (seen_99.subject_type = 'NEED' AND (EXISTS (SELECT 1
FROM need AS seen_100
WHERE seen_100.subdistrict_id = seen_99.subdistrict_id AND seen_100.id = seen_99.subject_id AND seen_100.subdistrict_id = $1::UUID AND ((seen_100.status NOT IN ('DRAFT', 'WITHDRAWN', 'EXPIRED')) OR seen_100.branch_id = $3::UUID)
 LIMIT ALL OFFSET 0)) OR seen_99.subject_type = 'RESOURCE' AND (EXISTS (SELECT 1
FROM resource AS seen_101
WHERE seen_101.subdistrict_id = seen_99.subdistrict_id AND seen_101.id = seen_99.subject_id AND seen_101.subdistrict_id = $1::UUID AND (seen_101.status NOT IN ('DRAFT', 'WITHDRAWN', 'EXPIRED'))
 LIMIT ALL OFFSET 0)) OR seen_99.subject_type = 'PROJECT' AND (EXISTS (SELECT 1
FROM project AS seen_102
WHERE seen_102.subdistrict_id = seen_99.subdistrict_id AND seen_102.id = seen_99.subject_id AND seen_102.subdistrict_id = $1::UUID
 LIMIT ALL OFFSET 0)) OR seen_99.subject_type = 'CLAIM' AND (EXISTS (SELECT 1
FROM claim AS seen_103
WHERE seen_103.subdistrict_id = seen_99.subdistrict_id AND seen_103.id = seen_99.subject_id AND seen_103.subdistrict_id = $1::UUID AND seen_103.branch_id = $3::UUID
 LIMIT ALL OFFSET 0)) OR seen_99.subject_type = 'TOPIC' AND (EXISTS (SELECT 1
FROM topic AS seen_104
WHERE seen_104.subdistrict_id = seen_99.subdistrict_id AND seen_104.id = seen_99.subject_id AND seen_104.subdistrict_id = $1::UUID AND (NOT seen_104.restricted OR seen_104.branch_id = $3::UUID OR seen_104.reporter_id = $2::UUID)
 LIMIT ALL OFFSET 0)) OR seen_99.subject_type = 'WHISTLE' AND (EXISTS (SELECT 1
FROM whistle AS seen_105
WHERE seen_105.subdistrict_id = seen_99.subdistrict_id AND seen_105.id = seen_99.subject_id AND seen_105.subdistrict_id = $1::UUID AND (NOT seen_105.restricted OR seen_105.branch_id = $3::UUID)
 LIMIT ALL OFFSET 0)) OR seen_99.subject_type = 'MEMBERSHIP' AND (EXISTS (SELECT 1
FROM membership AS seen_106
WHERE seen_106.subdistrict_id = seen_99.subdistrict_id AND seen_106.id = seen_99.subject_id AND seen_106.subdistrict_id = $1::UUID
 LIMIT ALL OFFSET 0)))))
 LIMIT ALL OFFSET 0)))) WHEN 21 THEN (SELECT concat('{}') AS concat_33
FROM whistle AS whistle_107
WHERE whistle_107.subdistrict_id = asked.subdistrict_id AND whistle_107.id = asked.id AND whistle_107.subdistrict_id = $1::UUID AND (NOT whistle_107.restricted OR whistle_107.branch_id = $3::UUID)) WHEN 22 THEN (SELECT concat('{}') AS concat_34
FROM whistle_department AS whistle_department_108
WHERE whistle_department_108.subdistrict_id = asked.subdistrict_id AND whistle_department_108.id = asked.id AND whistle_department_108.subdistrict_id = $1::UUID AND (EXISTS (SELECT 1
FROM whistle AS seen_109
WHERE seen_109.subdistrict_id = whistle_department_108.subdistrict_id AND seen_109.id = whistle_department_108.whistle_id AND seen_109.subdistrict_id = $1::UUID AND (NOT seen_109.restricted OR seen_109.branch_id = $3::UUID)))) END, 'null'), ',' ORDER BY asked.place)) AS concat_1
FROM unnest($4::INTEGER[], $5::UUID[], $6::UUID[]) WITH ORDINALITY AS asked(type, subdistrict_id, id, place)) AS anon_1
