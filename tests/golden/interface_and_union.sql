SELECT concat((SELECT concat('{"nodes":[', string_agg(concat('{"postedBy":', coalesce((SELECT concat('{"__typename":"PartyBranch","name":', json_scalar(party_branch_2.name), ',"level":"', party_branch_2.level, '"}') AS concat_3
FROM party_branch AS party_branch_2
WHERE party_branch_2.subdistrict_id = need_1.subdistrict_id AND party_branch_2.id = need_1.branch_id AND party_branch_2.subdistrict_id = $1::UUID), (SELECT concat('{"__typename":"PartnerUnit","name":', json_scalar(partner_unit_3.name), ',"kind":"', partner_unit_3.kind, '"}') AS concat_4
FROM partner_unit AS partner_unit_3
WHERE partner_unit_3.subdistrict_id = need_1.subdistrict_id AND partner_unit_3.id = need_1.partner_id AND partner_unit_3.subdistrict_id = $1::UUID), 'null'), '}'), ','), ']}') AS concat_2
FROM (SELECT need_1.branch_id, need_1.id, need_1.partner_id, need_1.subdistrict_id
FROM need AS need_1
WHERE need_1.subdistrict_id = $1::UUID AND (need_1.quantity IN (SELECT unnest($2::INTEGER[]) AS unnest_1)) IS true ORDER BY need_1.id DESC
 LIMIT $3::INTEGER) AS need_1
HAVING true)) AS concat_1

SELECT concat((SELECT concat('{"nodes":[', string_agg(concat('{"subjectType":"', transition_1.subject_type, '","fromStatus":', coalesce(CAST(json_scalar(transition_1.from_status) AS TEXT), 'null'), ',"toStatus":', json_scalar(transition_1.to_status), ',"reason":', json_scalar(transition_1.reason), ',"actor":', coalesce((SELECT concat('{"displayName":', json_scalar(account_2.display_name), '}') AS concat_3
FROM account AS account_2
WHERE account_2.id = transition_1.actor_id AND (account_2.subdistrict_id = $1::UUID OR account_2.id = $2::UUID)), 'null'), ',"subject":', coalesce((SELECT concat('{"__typename":"Need","id":"', encode('\x09'::bytea || uuid_send(need_3.subdistrict_id) || uuid_send(need_3.id), 'base64'), '"}') AS concat_4
FROM need AS need_3
WHERE need_3.subdistrict_id = transition_1.subdistrict_id AND need_3.id = transition_1.subject_id AND need_3.subdistrict_id = $1::UUID), (SELECT concat('{"__typename":"Resource","id":"', encode('\x0a'::bytea || uuid_send(resource_4.subdistrict_id) || uuid_send(resource_4.id), 'base64'), '"}') AS concat_5
FROM resource AS resource_4
WHERE resource_4.subdistrict_id = transition_1.subdistrict_id AND resource_4.id = transition_1.subject_id AND resource_4.subdistrict_id = $1::UUID), (SELECT concat('{"__typename":"Project","title":', json_scalar(project_5.title), ',"budget":', coalesce('"' || CAST(project_5.budget AS TEXT) || '"', 'null'), ',"id":"', encode('\x0b'::bytea || uuid_send(project_5.subdistrict_id) || uuid_send(project_5.id), 'base64'), '"}') AS concat_6
FROM project AS project_5
WHERE project_5.subdistrict_id = transition_1.subdistrict_id AND project_5.id = transition_1.subject_id AND project_5.subdistrict_id = $1::UUID), (SELECT concat('{"__typename":"Claim","quantity":', CAST(claim_6.quantity AS TEXT), ',"plan":', json_scalar(claim_6.plan), ',"id":"', encode('\x0d'::bytea || uuid_send(claim_6.subdistrict_id) || uuid_send(claim_6.id), 'base64'), '"}') AS concat_7
FROM claim AS claim_6
WHERE claim_6.subdistrict_id = transition_1.subdistrict_id AND claim_6.id = transition_1.subject_id AND claim_6.subdistrict_id = $1::UUID), (SELECT concat('{"__typename":"PartnerUnit","id":"', encode('\x05'::bytea || uuid_send(partner_unit_7.subdistrict_id) || uuid_send(partner_unit_7.id), 'base64'), '"}') AS concat_8
FROM partner_unit AS partner_unit_7
WHERE partner_unit_7.subdistrict_id = transition_1.subdistrict_id AND partner_unit_7.id = transition_1.subject_id AND partner_unit_7.subdistrict_id = $1::UUID), (SELECT concat('{"__typename":"Topic","id":"', encode('\x10'::bytea || uuid_send(topic_8.subdistrict_id) || uuid_send(topic_8.id), 'base64'), '"}') AS concat_9
FROM topic AS topic_8
WHERE topic_8.subdistrict_id = transition_1.subdistrict_id AND topic_8.id = transition_1.subject_id AND topic_8.subdistrict_id = $1::UUID), (SELECT concat('{"__typename":"Deliberation","id":"', encode('\x11'::bytea || uuid_send(deliberation_9.subdistrict_id) || uuid_send(deliberation_9.id), 'base64'), '"}') AS concat_10
FROM deliberation AS deliberation_9
WHERE deliberation_9.subdistrict_id = transition_1.subdistrict_id AND deliberation_9.id = transition_1.subject_id AND deliberation_9.subdistrict_id = $1::UUID), (SELECT concat('{"__typename":"JointMeeting","id":"', encode('\x13'::bytea || uuid_send(joint_meeting_10.subdistrict_id) || uuid_send(joint_meeting_10.id), 'base64'), '"}') AS concat_11
FROM joint_meeting AS joint_meeting_10
WHERE joint_meeting_10.subdistrict_id = transition_1.subdistrict_id AND joint_meeting_10.id = transition_1.subject_id AND joint_meeting_10.subdistrict_id = $1::UUID), (SELECT concat('{"__typename":"Whistle","id":"', encode('\x15'::bytea || uuid_send(whistle_11.subdistrict_id) || uuid_send(whistle_11.id), 'base64'), '"}') AS concat_12
FROM whistle AS whistle_11
WHERE whistle_11.subdistrict_id = transition_1.subdistrict_id AND whistle_11.id = transition_1.subject_id AND whistle_11.subdistrict_id = $1::UUID), (SELECT concat('{"__typename":"Alliance","id":"', encode('\x07'::bytea || uuid_send(alliance_12.subdistrict_id) || uuid_send(alliance_12.id), 'base64'), '"}') AS concat_13
FROM alliance AS alliance_12
WHERE alliance_12.subdistrict_id = transition_1.subdistrict_id AND alliance_12.id = transition_1.subject_id AND alliance_12.subdistrict_id = $1::UUID), (SELECT concat('{"__typename":"Membership","id":"', encode('\x08'::bytea || uuid_send(membership_13.subdistrict_id) || uuid_send(membership_13.id), 'base64'), '"}') AS concat_14
FROM membership AS membership_13
WHERE membership_13.subdistrict_id = transition_1.subdistrict_id AND membership_13.id = transition_1.subject_id AND membership_13.subdistrict_id = $1::UUID), (SELECT concat('{"__typename":"Extension","id":"', encode('\x1b'::bytea || uuid_send(extension_14.subdistrict_id) || uuid_send(extension_14.id), 'base64'), '"}') AS concat_15
FROM extension AS extension_14
WHERE extension_14.subdistrict_id = transition_1.subdistrict_id AND extension_14.id = transition_1.subject_id AND extension_14.subdistrict_id = $1::UUID), 'null'), '}'), ','), ']}') AS concat_2
FROM (SELECT transition_1.actor_id, transition_1.from_status, transition_1.id, transition_1.reason, transition_1.subdistrict_id, transition_1.subject_id, transition_1.subject_type, transition_1.to_status
FROM transition AS transition_1
WHERE transition_1.subdistrict_id = $1::UUID AND (transition_1.to_status IN (SELECT unnest($3::TEXT[]) AS unnest_1)) IS true ORDER BY transition_1.id ASC
 LIMIT $4::INTEGER) AS transition_1
HAVING true)) AS concat_1
