-- Every invariant, re-checked over all rows without leaning on the constraints and triggers that hold it.
-- A block is a rule: its name, its title in English and Chinese, and a query of one text column that names what breaks
-- it. A block with "statements" makes the queries instead, from the catalogue. Live claims hold their quantity until
-- CONFIRMED and after; they burden their partner until CONFIRMED.

-- name: line_overclaimed
-- en: live claims hold more than a need line's quantity
-- zh: 有效认领的数量超过需求条目的数量
SELECT l.id::text
FROM need_line l JOIN claim c ON c.subdistrict_id = l.subdistrict_id AND c.need_line_id = l.id
WHERE c.status IN ('PROPOSED', 'ACCEPTED', 'ACTIVE', 'DELIVERED', 'CONFIRMED')
GROUP BY l.subdistrict_id, l.id
HAVING sum(c.quantity) > l.quantity

-- name: need_overclaimed
-- en: live claims hold more than a need's quantity
-- zh: 有效认领的数量超过需求的数量
SELECT n.id::text
FROM need n JOIN claim c ON c.subdistrict_id = n.subdistrict_id AND c.need_id = n.id
WHERE c.status IN ('PROPOSED', 'ACCEPTED', 'ACTIVE', 'DELIVERED', 'CONFIRMED')
GROUP BY n.subdistrict_id, n.id
HAVING sum(c.quantity) > n.quantity

-- name: resource_overclaimed
-- en: live claims hold more than a resource's quantity
-- zh: 有效认领的数量超过资源的数量
SELECT r.id::text
FROM resource r JOIN claim c ON c.subdistrict_id = r.subdistrict_id AND c.resource_id = r.id
WHERE c.status IN ('PROPOSED', 'ACCEPTED', 'ACTIVE', 'DELIVERED', 'CONFIRMED')
GROUP BY r.subdistrict_id, r.id
HAVING sum(c.resource_quantity) > r.quantity

-- name: line_count
-- en: a need line's counter is not the sum of its live claims
-- zh: 需求条目的已认领数与有效认领之和不符
SELECT l.id::text
FROM need_line l LEFT JOIN (
    SELECT subdistrict_id, need_line_id, sum(quantity) AS held FROM claim
    WHERE status IN ('PROPOSED', 'ACCEPTED', 'ACTIVE', 'DELIVERED', 'CONFIRMED') GROUP BY 1, 2
) c ON c.subdistrict_id = l.subdistrict_id AND c.need_line_id = l.id
WHERE l.claimed <> coalesce(c.held, 0)

-- name: need_count
-- en: a need's counter is not the sum of its live claims
-- zh: 需求的已认领数与有效认领之和不符
SELECT n.id::text
FROM need n LEFT JOIN (
    SELECT subdistrict_id, need_id, sum(quantity) AS held FROM claim
    WHERE status IN ('PROPOSED', 'ACCEPTED', 'ACTIVE', 'DELIVERED', 'CONFIRMED') GROUP BY 1, 2
) c ON c.subdistrict_id = n.subdistrict_id AND c.need_id = n.id
WHERE n.claimed <> coalesce(c.held, 0)

-- name: resource_count
-- en: a resource's counter is not the sum of its live claims
-- zh: 资源的已认领数与有效认领之和不符
SELECT r.id::text
FROM resource r LEFT JOIN (
    SELECT subdistrict_id, resource_id, sum(resource_quantity) AS held FROM claim
    WHERE status IN ('PROPOSED', 'ACCEPTED', 'ACTIVE', 'DELIVERED', 'CONFIRMED') GROUP BY 1, 2
) c ON c.subdistrict_id = r.subdistrict_id AND c.resource_id = r.id
WHERE r.claimed <> coalesce(c.held, 0)

-- name: partner_count
-- en: a partner's counter is not the number of claims that it carries
-- zh: 伙伴的在办数与其承担的认领数不符
SELECT p.id::text
FROM partner_unit p LEFT JOIN (
    SELECT subdistrict_id, partner_id, count(*) AS carried FROM claim
    WHERE status IN ('PROPOSED', 'ACCEPTED', 'ACTIVE', 'DELIVERED') GROUP BY 1, 2
) c ON c.subdistrict_id = p.subdistrict_id AND c.partner_id = p.id
WHERE p.carrying <> coalesce(c.carried, 0)

-- name: partner_capacity
-- en: a partner carries more claims than its capacity
-- zh: 伙伴承担的认领数超过其承载上限
SELECT p.id::text
FROM partner_unit p JOIN claim c ON c.subdistrict_id = p.subdistrict_id AND c.partner_id = p.id
WHERE c.status IN ('PROPOSED', 'ACCEPTED', 'ACTIVE', 'DELIVERED')
GROUP BY p.subdistrict_id, p.id
HAVING count(*) > p.capacity

-- name: need_planned
-- en: what a need says is planned is not the sum of its lines in projects that were not terminated
-- zh: 需求的已列入项目数与未终止项目的条目之和不符
SELECT n.id::text
FROM need n LEFT JOIN (
    SELECT l.subdistrict_id, l.need_id, sum(l.quantity) AS planned
    FROM need_line l JOIN project p ON p.subdistrict_id = l.subdistrict_id AND p.id = l.project_id
    WHERE p.status <> 'TERMINATED' GROUP BY 1, 2
) l ON l.subdistrict_id = n.subdistrict_id AND l.need_id = n.id
WHERE n.planned <> coalesce(l.planned, 0)

-- name: need_overplanned
-- en: the lines of live projects plan more than a need's quantity
-- zh: 未终止项目的条目数量超过需求的数量
SELECT n.id::text
FROM need n
JOIN need_line l ON l.subdistrict_id = n.subdistrict_id AND l.need_id = n.id
JOIN project p ON p.subdistrict_id = l.subdistrict_id AND p.id = l.project_id
WHERE p.status <> 'TERMINATED'
GROUP BY n.subdistrict_id, n.id
HAVING sum(l.quantity) > n.quantity

-- name: consent_missing
-- en: a claim lacks its proposer's consent, or went on without both
-- zh: 认领缺少发起方同意，或未经双方同意即推进
SELECT id::text
FROM claim
WHERE CASE direction WHEN 'PARTNER_CLAIMS_NEED' THEN partner_consent_by ELSE branch_consent_by END IS NULL
   OR status IN ('ACCEPTED', 'ACTIVE', 'DELIVERED', 'CONFIRMED', 'DEFAULTED')
      AND (partner_consent_by IS NULL OR branch_consent_by IS NULL)

-- name: consent_time
-- en: a consent says who but not when, or when but not who
-- zh: 同意只记了人或只记了时间
SELECT id::text
FROM claim
WHERE (partner_consent_by IS NULL) <> (partner_consent_at IS NULL)
   OR (branch_consent_by IS NULL) <> (branch_consent_at IS NULL)

-- name: consent_of_one
-- en: one account consented for both sides
-- zh: 同一账号代表双方同意
SELECT id::text FROM claim WHERE partner_consent_by = branch_consent_by

-- name: consent_of_partner
-- en: the partner's consent is by an account of somebody else
-- zh: 伙伴方的同意并非由该伙伴的账号作出
SELECT c.id::text
FROM claim c JOIN account a ON a.id = c.partner_consent_by
WHERE a.subdistrict_id IS DISTINCT FROM c.subdistrict_id
   OR CASE WHEN c.partner_id IS NULL THEN a.role <> 'SUBDISTRICT_ADMIN'
           ELSE a.partner_id IS DISTINCT FROM c.partner_id END

-- name: consent_of_branch
-- en: the branch's consent is by an account that does not speak for the branch
-- zh: 党组织方的同意并非由有权代表该党组织的账号作出
SELECT c.id::text
FROM claim c
JOIN account a ON a.id = c.branch_consent_by
JOIN party_branch b ON b.subdistrict_id = c.subdistrict_id AND b.id = c.branch_id
WHERE a.subdistrict_id IS DISTINCT FROM c.subdistrict_id
   OR NOT CASE a.role WHEN 'SUBDISTRICT_ADMIN' THEN true
                      WHEN 'COMMUNITY_SECRETARY' THEN a.community_id IS NOT DISTINCT FROM b.community_id
                      WHEN 'GRID_SECRETARY' THEN a.branch_id = b.id
                      ELSE false END

-- name: window_missing
-- en: a live claim on an exclusive resource says no window
-- zh: 独占资源的有效认领没有时段
SELECT c.id::text
FROM claim c JOIN resource r ON r.subdistrict_id = c.subdistrict_id AND r.id = c.resource_id
WHERE r.exclusive AND (c.starts_at IS NULL OR c.ends_at IS NULL)
  AND c.status IN ('PROPOSED', 'ACCEPTED', 'ACTIVE', 'DELIVERED', 'CONFIRMED')

-- name: window_shared
-- en: live claims on an exclusive resource overlap
-- zh: 独占资源的有效认领时段重叠
SELECT id::text
FROM (
    SELECT c.id, c.starts_at, max(c.ends_at) OVER (
        PARTITION BY c.subdistrict_id, c.resource_id ORDER BY c.starts_at, c.id
        ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS taken_until
    FROM claim c JOIN resource r ON r.subdistrict_id = c.subdistrict_id AND r.id = c.resource_id
    WHERE r.exclusive AND c.status IN ('PROPOSED', 'ACCEPTED', 'ACTIVE', 'DELIVERED', 'CONFIRMED')
) c
WHERE starts_at < taken_until

-- name: window_unavailable
-- en: a live claim's window lies outside its resource's
-- zh: 有效认领的时段超出资源的可用时段
SELECT c.id::text
FROM claim c JOIN resource r ON r.subdistrict_id = c.subdistrict_id AND r.id = c.resource_id
WHERE (c.starts_at < r.available_from OR c.ends_at > r.available_until)
  AND c.status IN ('PROPOSED', 'ACCEPTED', 'ACTIVE', 'DELIVERED', 'CONFIRMED')

-- name: claim_parts
-- en: a claim lacks what its direction needs, or its quantities and windows make no sense
-- zh: 认领缺少其方向所需的内容，或数量、时段不成立
SELECT id::text
FROM claim
WHERE CASE direction WHEN 'PARTNER_CLAIMS_NEED' THEN need_line_id IS NULL OR partner_id IS NULL
                     ELSE resource_id IS NULL END
   OR (need_line_id IS NULL) <> (project_id IS NULL) OR (resource_id IS NULL) <> (resource_quantity IS NULL)
   OR quantity <= 0 OR resource_quantity <= 0 OR ends_at <= starts_at

-- name: claim_line
-- en: a claim's need or project is not its line's
-- zh: 认领的需求或项目与其条目不一致
SELECT c.id::text
FROM claim c JOIN need_line l ON l.subdistrict_id = c.subdistrict_id AND l.id = c.need_line_id
WHERE l.need_id <> c.need_id OR l.project_id IS DISTINCT FROM c.project_id

-- name: claim_branch
-- en: a claim's branch does not lead its project
-- zh: 认领的党组织不是项目的牵头党组织
SELECT c.id::text
FROM claim c JOIN project p ON p.subdistrict_id = c.subdistrict_id AND p.id = c.project_id
WHERE p.branch_id <> c.branch_id

-- name: claim_resource
-- en: a claim's resource is not its partner's
-- zh: 认领的资源不属于认领的伙伴
SELECT c.id::text
FROM claim c JOIN resource r ON r.subdistrict_id = c.subdistrict_id AND r.id = c.resource_id
WHERE r.partner_id IS DISTINCT FROM c.partner_id

-- name: claim_own_need
-- en: a partner claims its own need
-- zh: 伙伴认领了自己的需求
SELECT c.id::text
FROM claim c JOIN need n ON n.subdistrict_id = c.subdistrict_id AND n.id = c.need_id
WHERE n.partner_id = c.partner_id

-- name: need_status
-- en: an open need's state is not what its live claims say
-- zh: 开放需求的状态与有效认领不符
SELECT n.id::text
FROM need n LEFT JOIN (
    SELECT subdistrict_id, need_id, sum(quantity) AS held FROM claim
    WHERE status IN ('PROPOSED', 'ACCEPTED', 'ACTIVE', 'DELIVERED', 'CONFIRMED') GROUP BY 1, 2
) c ON c.subdistrict_id = n.subdistrict_id AND c.need_id = n.id
WHERE n.status IN ('POSTED', 'PARTLY_CLAIMED', 'FULLY_CLAIMED')
  AND n.status <> CASE WHEN c.held IS NULL THEN 'POSTED'
                       WHEN c.held < n.quantity THEN 'PARTLY_CLAIMED' ELSE 'FULLY_CLAIMED' END

-- name: resource_status
-- en: an offered resource's state is not what its live claims say
-- zh: 开放资源的状态与有效认领不符
SELECT r.id::text
FROM resource r LEFT JOIN (
    SELECT subdistrict_id, resource_id, sum(resource_quantity) AS held FROM claim
    WHERE status IN ('PROPOSED', 'ACCEPTED', 'ACTIVE', 'DELIVERED', 'CONFIRMED') GROUP BY 1, 2
) c ON c.subdistrict_id = r.subdistrict_id AND c.resource_id = r.id
WHERE r.status IN ('OFFERED', 'PARTLY_CLAIMED', 'FULLY_CLAIMED')
  AND r.status <> CASE WHEN c.held IS NULL THEN 'OFFERED'
                       WHEN c.held < r.quantity THEN 'PARTLY_CLAIMED' ELSE 'FULLY_CLAIMED' END

-- name: need_closed
-- en: a need that is not out, or no longer, has live claims; or was withdrawn while projects plan it
-- zh: 未发榜、已过期或已撤回的需求仍有有效认领，或已撤回的需求仍在项目中
SELECT n.id::text
FROM need n
WHERE n.status IN ('DRAFT', 'EXPIRED', 'WITHDRAWN') AND EXISTS (
    SELECT FROM claim c WHERE c.subdistrict_id = n.subdistrict_id AND c.need_id = n.id
      AND c.status IN ('PROPOSED', 'ACCEPTED', 'ACTIVE', 'DELIVERED', 'CONFIRMED'))
   OR n.status = 'WITHDRAWN' AND EXISTS (
    SELECT FROM need_line l JOIN project p ON p.subdistrict_id = l.subdistrict_id AND p.id = l.project_id
    WHERE l.subdistrict_id = n.subdistrict_id AND l.need_id = n.id AND p.status <> 'TERMINATED')

-- name: resource_closed
-- en: a resource that is not out, or was withdrawn, has live claims
-- zh: 未发布或已撤回的资源仍有有效认领
SELECT r.id::text
FROM resource r
WHERE r.status IN ('DRAFT', 'WITHDRAWN') AND EXISTS (
    SELECT FROM claim c WHERE c.subdistrict_id = r.subdistrict_id AND c.resource_id = r.id
      AND c.status IN ('PROPOSED', 'ACCEPTED', 'ACTIVE', 'DELIVERED', 'CONFIRMED'))

-- name: project_closed
-- en: a terminated project has claims that are still carried
-- zh: 已终止的项目仍有在办的认领
SELECT p.id::text
FROM project p
WHERE p.status = 'TERMINATED' AND EXISTS (
    SELECT FROM claim c WHERE c.subdistrict_id = p.subdistrict_id AND c.project_id = p.id
      AND c.status IN ('PROPOSED', 'ACCEPTED', 'ACTIVE', 'DELIVERED'))

-- name: last_transition
-- en: an object's state is not its last transition
-- zh: 对象的状态与其最后一次流转不符
WITH object AS (
    SELECT 'NEED' AS kind, subdistrict_id, id, status FROM need
    UNION ALL SELECT 'RESOURCE', subdistrict_id, id, status FROM resource
    UNION ALL SELECT 'PROJECT', subdistrict_id, id, status FROM project
    UNION ALL SELECT 'CLAIM', subdistrict_id, id, status FROM claim
    UNION ALL SELECT 'PARTNER_UNIT', subdistrict_id, id, status FROM partner_unit
), last AS (
    SELECT DISTINCT ON (subdistrict_id, subject_id) subdistrict_id, subject_id, subject_type, to_status
    FROM transition ORDER BY subdistrict_id, subject_id, id DESC
)
SELECT o.id::text
FROM object o LEFT JOIN last t ON t.subdistrict_id = o.subdistrict_id AND t.subject_id = o.id AND t.subject_type = o.kind
WHERE t.to_status IS DISTINCT FROM o.status

-- name: transition_chain
-- en: a transition does not begin where the one before it ended
-- zh: 流转的起始状态不是上一次流转的结束状态
SELECT id::text
FROM (
    SELECT id, from_status, subject_type,
           lag(to_status) OVER one AS before, lag(subject_type) OVER one AS type_before
    FROM transition WINDOW one AS (PARTITION BY subdistrict_id, subject_id ORDER BY id)
) t
WHERE from_status IS DISTINCT FROM before OR subject_type <> type_before

-- name: transition_lifecycle
-- en: a transition is none that the lifecycle allows
-- zh: 流转不在状态机允许之列
SELECT t.id::text
FROM transition t LEFT JOIN lifecycle l
  ON l.subject_type = t.subject_type AND l.from_status = coalesce(t.from_status, '') AND l.to_status = t.to_status
WHERE l.subject_type IS NULL

-- name: transition_subject
-- en: a transition is of nothing that exists
-- zh: 流转所指的对象不存在
SELECT t.id::text
FROM transition t LEFT JOIN (
    SELECT 'NEED' AS kind, subdistrict_id, id FROM need
    UNION ALL SELECT 'RESOURCE', subdistrict_id, id FROM resource
    UNION ALL SELECT 'PROJECT', subdistrict_id, id FROM project
    UNION ALL SELECT 'CLAIM', subdistrict_id, id FROM claim
    UNION ALL SELECT 'PARTNER_UNIT', subdistrict_id, id FROM partner_unit
) o ON o.kind = t.subject_type AND o.subdistrict_id = t.subdistrict_id AND o.id = t.subject_id
WHERE t.from_status IS NULL AND o.id IS NULL

-- name: foreign_key
-- en: a row names one that does not exist, or one of another subdistrict
-- zh: 引用的行不存在，或属于其他街道
-- statements
SELECT format('SELECT %L || coalesce(to_jsonb(f) ->> ''id'', f.ctid::text) FROM %s f LEFT JOIN %s k ON %s WHERE %s AND k.%I IS NULL',
              c.conname || ' ', c.conrelid::regclass, c.confrelid::regclass,
              string_agg(format('k.%I = f.%I', theirs.attname, mine.attname), ' AND '),
              string_agg(format('f.%I IS NOT NULL', mine.attname), ' AND '), min(theirs.attname))
FROM pg_constraint c, unnest(c.conkey, c.confkey) AS pair(mine, theirs),
     pg_attribute mine, pg_attribute theirs
WHERE c.contype = 'f' AND c.connamespace = 'public'::regnamespace
  AND (mine.attrelid, mine.attnum) = (c.conrelid, pair.mine)
  AND (theirs.attrelid, theirs.attnum) = (c.confrelid, pair.theirs)
GROUP BY c.oid

-- name: check_constraint
-- en: a row breaks a check constraint of its table
-- zh: 行违反所在表的检查约束
-- statements
SELECT format('SELECT concat_ws('' '', %s, coalesce(to_jsonb(r) ->> ''id'', r.ctid::text)) FROM %s r WHERE %s',
              string_agg(format('CASE WHEN NOT (%s) THEN %L END', pg_get_expr(conbin, conrelid), conname), ', '),
              conrelid::regclass, string_agg(format('NOT (%s)', pg_get_expr(conbin, conrelid)), ' OR '))
FROM pg_constraint
WHERE contype = 'c' AND connamespace = 'public'::regnamespace AND conrelid <> 0
GROUP BY conrelid

-- name: constraint_enforced
-- en: a constraint or unique index is switched off or was never validated
-- zh: 约束或唯一索引未启用或未经验证
SELECT format('%s on %s', conname, conrelid::regclass)
FROM pg_constraint
WHERE connamespace = 'public'::regnamespace AND NOT (convalidated AND conenforced)
UNION ALL
SELECT indexrelid::regclass::text
FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid
WHERE relnamespace = 'public'::regnamespace AND NOT (indisvalid AND indisready)

-- name: trigger_enabled
-- en: a trigger is switched off
-- zh: 触发器被停用
SELECT format('%s on %s', tgname, tgrelid::regclass)
FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid
WHERE relnamespace = 'public'::regnamespace AND tgenabled NOT IN ('O', 'A')
