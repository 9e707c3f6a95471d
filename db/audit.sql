-- Every invariant, re-checked over all rows without leaning on the constraints and triggers that hold it.
-- A block is a rule: its name, its title in English and Chinese, and a query of one text column that names what breaks
-- it. A block with "statements" makes the queries instead, from the catalogue. Live claims hold their quantity until
-- CONFIRMED and after, defaulted ones what was delivered; they burden their partner until CONFIRMED.

-- name: line_overclaimed
-- en: claims hold more than a need line's quantity
-- zh: 认领占用的数量超过需求条目的数量
SELECT l.id::text
FROM need_line l JOIN claim c ON c.subdistrict_id = l.subdistrict_id AND c.need_line_id = l.id
WHERE c.status IN ('PROPOSED', 'ACCEPTED', 'ACTIVE', 'DELIVERED', 'CONFIRMED', 'DEFAULTED')
GROUP BY l.subdistrict_id, l.id
HAVING sum(CASE c.status WHEN 'DEFAULTED' THEN c.delivered ELSE c.quantity END) > l.quantity

-- name: need_overclaimed
-- en: claims hold more than a need's quantity
-- zh: 认领占用的数量超过需求的数量
SELECT n.id::text
FROM need n JOIN claim c ON c.subdistrict_id = n.subdistrict_id AND c.need_id = n.id
WHERE c.status IN ('PROPOSED', 'ACCEPTED', 'ACTIVE', 'DELIVERED', 'CONFIRMED', 'DEFAULTED')
GROUP BY n.subdistrict_id, n.id
HAVING sum(CASE c.status WHEN 'DEFAULTED' THEN c.delivered ELSE c.quantity END) > n.quantity

-- name: resource_overclaimed
-- en: claims hold more than a resource's quantity
-- zh: 认领占用的数量超过资源的数量
SELECT r.id::text
FROM resource r JOIN claim c ON c.subdistrict_id = r.subdistrict_id AND c.resource_id = r.id
WHERE c.status IN ('PROPOSED', 'ACCEPTED', 'ACTIVE', 'DELIVERED', 'CONFIRMED', 'DEFAULTED')
GROUP BY r.subdistrict_id, r.id
HAVING sum(CASE c.status WHEN 'DEFAULTED' THEN ceil(c.resource_quantity * c.delivered::numeric / c.quantity)
                         ELSE c.resource_quantity END) > r.quantity

-- name: line_count
-- en: a need line's counter is not what claims hold of it
-- zh: 需求条目的已认领数与认领占用之和不符
SELECT l.id::text
FROM need_line l LEFT JOIN (
    SELECT subdistrict_id, need_line_id,
           sum(CASE status WHEN 'DEFAULTED' THEN delivered ELSE quantity END) AS held
    FROM claim
    WHERE status IN ('PROPOSED', 'ACCEPTED', 'ACTIVE', 'DELIVERED', 'CONFIRMED', 'DEFAULTED') GROUP BY 1, 2
) c ON c.subdistrict_id = l.subdistrict_id AND c.need_line_id = l.id
WHERE l.claimed <> coalesce(c.held, 0)

-- name: need_count
-- en: a need's counters are not what its claims hold, have under way and have confirmed
-- zh: 需求的已认领、已启动、已兑现数与其认领不符
SELECT n.id::text
FROM need n LEFT JOIN (
    SELECT subdistrict_id, need_id,
           sum(CASE status WHEN 'DEFAULTED' THEN delivered ELSE quantity END) AS held,
           sum(CASE WHEN status IN ('ACTIVE', 'DELIVERED', 'CONFIRMED') THEN quantity
                    WHEN status = 'DEFAULTED' THEN delivered END) AS started,
           sum(CASE status WHEN 'CONFIRMED' THEN quantity WHEN 'DEFAULTED' THEN delivered END) AS fulfilled
    FROM claim
    WHERE status IN ('PROPOSED', 'ACCEPTED', 'ACTIVE', 'DELIVERED', 'CONFIRMED', 'DEFAULTED') GROUP BY 1, 2
) c ON c.subdistrict_id = n.subdistrict_id AND c.need_id = n.id
WHERE (n.claimed, n.started, n.fulfilled) <> (coalesce(c.held, 0), coalesce(c.started, 0), coalesce(c.fulfilled, 0))

-- name: resource_count
-- en: a resource's counter is not what claims hold of it
-- zh: 资源的已认领数与认领占用之和不符
SELECT r.id::text
FROM resource r LEFT JOIN (
    SELECT subdistrict_id, resource_id,
           sum(CASE status WHEN 'DEFAULTED' THEN ceil(resource_quantity * delivered::numeric / quantity)
                           ELSE resource_quantity END) AS held
    FROM claim
    WHERE status IN ('PROPOSED', 'ACCEPTED', 'ACTIVE', 'DELIVERED', 'CONFIRMED', 'DEFAULTED') GROUP BY 1, 2
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

-- name: partner_served
-- en: a partner's counters are not the confirmed claims that it gave and that it received
-- zh: 伙伴的提供数、受助数与已确认的认领不符
SELECT p.id::text
FROM partner_unit p
LEFT JOIN (
    SELECT subdistrict_id, partner_id, count(*) AS given FROM claim WHERE status = 'CONFIRMED' GROUP BY 1, 2
) g ON g.subdistrict_id = p.subdistrict_id AND g.partner_id = p.id
LEFT JOIN (
    SELECT subdistrict_id, receiver_id, count(*) AS received FROM claim WHERE status = 'CONFIRMED' GROUP BY 1, 2
) r ON r.subdistrict_id = p.subdistrict_id AND r.receiver_id = p.id
WHERE (p.given, p.received) <> (coalesce(g.given, 0), coalesce(r.received, 0))

-- name: partner_record
-- en: a partner's counters are not the claims that it left undelivered and how branches rated what it gave
-- zh: 伙伴的未兑现数、评价次数与评价合计与其认领和评价不符
SELECT p.id::text
FROM partner_unit p
LEFT JOIN (
    SELECT subdistrict_id, partner_id, count(*) AS defaulted FROM claim WHERE status = 'DEFAULTED' GROUP BY 1, 2
) d ON d.subdistrict_id = p.subdistrict_id AND d.partner_id = p.id
LEFT JOIN (
    SELECT c.subdistrict_id, c.partner_id, count(*) AS rated, sum(e.score) AS rating_sum
    FROM evaluation e JOIN claim c ON c.subdistrict_id = e.subdistrict_id AND c.id = e.claim_id
    WHERE e.side = 'BRANCH_RATES_PARTNER' GROUP BY 1, 2
) e ON e.subdistrict_id = p.subdistrict_id AND e.partner_id = p.id
WHERE (p.defaulted, p.rated, p.rating_sum) <> (coalesce(d.defaulted, 0), coalesce(e.rated, 0), coalesce(e.rating_sum, 0))

-- name: delivered_count
-- en: what a claim says is delivered is not the sum of its fulfilments that were not returned
-- zh: 认领的已交付数与未退回的兑现之和不符
SELECT c.id::text
FROM claim c LEFT JOIN (
    SELECT subdistrict_id, claim_id, sum(quantity) AS delivered FROM fulfilment WHERE NOT returned GROUP BY 1, 2
) f ON f.subdistrict_id = c.subdistrict_id AND f.claim_id = c.id
WHERE c.delivered <> coalesce(f.delivered, 0)

-- name: supporter_count
-- en: a topic's counter is not the number of its supporters
-- zh: 议题的支持数与支持者人数不符
SELECT t.id::text
FROM topic t LEFT JOIN (
    SELECT subdistrict_id, topic_id, count(*) AS supporters FROM supporter GROUP BY 1, 2
) s ON s.subdistrict_id = t.subdistrict_id AND s.topic_id = t.id
WHERE t.supporters <> coalesce(s.supporters, 0)

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
WHERE CASE direction WHEN 'PARTNER_CLAIMS_NEED' THEN partner_consent_by
                     WHEN 'BRANCH_CLAIMS_RESOURCE' THEN branch_consent_by ELSE created_by END IS NULL
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

-- name: claim_receiver
-- en: a claim's receiver is not the partner whose need it serves
-- zh: 认领的受助方不是需求所属的伙伴
SELECT c.id::text
FROM claim c JOIN need n ON n.subdistrict_id = c.subdistrict_id AND n.id = c.need_id
WHERE c.receiver_id IS DISTINCT FROM n.partner_id

-- name: claim_whole
-- en: a live claim holds a part of a need that is not divisible
-- zh: 不可拆分的需求被部分认领
SELECT c.id::text
FROM claim c JOIN need n ON n.subdistrict_id = c.subdistrict_id AND n.id = c.need_id
WHERE NOT n.divisible AND n.claimed < n.quantity
  AND c.status IN ('PROPOSED', 'ACCEPTED', 'ACTIVE', 'DELIVERED', 'CONFIRMED')

-- name: claim_of_plan
-- en: a claim that a plan proposed is not what one of its lines says, or a line was adopted as anything else
-- zh: 方案撮合的认领与方案条目不一致，或方案条目被采纳为其他认领
SELECT coalesce(c.id, l.id)::text
FROM (SELECT * FROM claim WHERE direction = 'PLAN_PROPOSES_BOTH') c
FULL JOIN (SELECT * FROM plan_line WHERE claim_id IS NOT NULL) l ON l.subdistrict_id = c.subdistrict_id AND l.claim_id = c.id
WHERE (l.need_id, l.resource_id, l.partner_id, l.quantity, l.resource_quantity)
      IS DISTINCT FROM (c.need_id, c.resource_id, c.partner_id, c.quantity, c.resource_quantity)

-- name: need_status
-- en: a need's state is not what its claims hold, have under way and have confirmed
-- zh: 需求的状态与其认领的占用、启动和兑现不符
SELECT n.id::text
FROM need n LEFT JOIN (
    SELECT subdistrict_id, need_id,
           sum(CASE status WHEN 'DEFAULTED' THEN delivered ELSE quantity END) AS held,
           sum(CASE WHEN status IN ('ACTIVE', 'DELIVERED', 'CONFIRMED') THEN quantity
                    WHEN status = 'DEFAULTED' THEN delivered END) AS started,
           sum(CASE status WHEN 'CONFIRMED' THEN quantity WHEN 'DEFAULTED' THEN delivered END) AS fulfilled
    FROM claim
    WHERE status IN ('PROPOSED', 'ACCEPTED', 'ACTIVE', 'DELIVERED', 'CONFIRMED', 'DEFAULTED') GROUP BY 1, 2
) c ON c.subdistrict_id = n.subdistrict_id AND c.need_id = n.id
WHERE n.status IN ('POSTED', 'PARTLY_CLAIMED', 'FULLY_CLAIMED', 'IN_DELIVERY', 'FULFILLED', 'EVALUATED')
  AND replace(n.status, 'EVALUATED', 'FULFILLED') <> CASE
      WHEN c.fulfilled = n.quantity THEN 'FULFILLED' WHEN c.started = n.quantity THEN 'IN_DELIVERY'
      WHEN coalesce(c.held, 0) = 0 THEN 'POSTED' WHEN c.held < n.quantity THEN 'PARTLY_CLAIMED' ELSE 'FULLY_CLAIMED' END

-- name: resource_status
-- en: an offered resource's state is not what claims hold of it
-- zh: 开放资源的状态与认领占用不符
SELECT r.id::text
FROM resource r LEFT JOIN (
    SELECT subdistrict_id, resource_id,
           sum(CASE status WHEN 'DEFAULTED' THEN ceil(resource_quantity * delivered::numeric / quantity)
                           ELSE resource_quantity END) AS held
    FROM claim
    WHERE status IN ('PROPOSED', 'ACCEPTED', 'ACTIVE', 'DELIVERED', 'CONFIRMED', 'DEFAULTED') GROUP BY 1, 2
) c ON c.subdistrict_id = r.subdistrict_id AND c.resource_id = r.id
WHERE r.status IN ('OFFERED', 'PARTLY_CLAIMED', 'FULLY_CLAIMED')
  AND r.status <> CASE WHEN coalesce(c.held, 0) = 0 THEN 'OFFERED'
                       WHEN c.held < r.quantity THEN 'PARTLY_CLAIMED' ELSE 'FULLY_CLAIMED' END

-- name: need_closed
-- en: claims hold a need that is not out, or no longer; or it was withdrawn while projects plan it
-- zh: 未发榜、已过期或已撤回的需求仍被认领占用，或已撤回的需求仍在项目中
SELECT n.id::text
FROM need n
WHERE n.status IN ('DRAFT', 'EXPIRED', 'WITHDRAWN') AND EXISTS (
    SELECT FROM claim c WHERE c.subdistrict_id = n.subdistrict_id AND c.need_id = n.id
      AND (c.status IN ('PROPOSED', 'ACCEPTED', 'ACTIVE', 'DELIVERED', 'CONFIRMED') OR c.delivered > 0))
   OR n.status = 'WITHDRAWN' AND EXISTS (
    SELECT FROM need_line l JOIN project p ON p.subdistrict_id = l.subdistrict_id AND p.id = l.project_id
    WHERE l.subdistrict_id = n.subdistrict_id AND l.need_id = n.id AND p.status <> 'TERMINATED')

-- name: resource_closed
-- en: claims hold a resource that is not out, or was withdrawn or has expired
-- zh: 未发布、已撤回或已过期的资源仍被认领占用
SELECT r.id::text
FROM resource r
WHERE r.status IN ('DRAFT', 'WITHDRAWN', 'EXPIRED') AND EXISTS (
    SELECT FROM claim c WHERE c.subdistrict_id = r.subdistrict_id AND c.resource_id = r.id
      AND (c.status IN ('PROPOSED', 'ACCEPTED', 'ACTIVE', 'DELIVERED', 'CONFIRMED') OR c.delivered > 0))

-- name: project_closed
-- en: a project that is over has claims that are still carried, or was delivered over an open milestone
-- zh: 已终止或已交付的项目仍有在办的认领，或里程碑未完成即交付
SELECT p.id::text
FROM project p
WHERE p.status IN ('DELIVERED', 'ACCEPTED', 'CLOSED', 'TERMINATED') AND EXISTS (
    SELECT FROM claim c WHERE c.subdistrict_id = p.subdistrict_id AND c.project_id = p.id
      AND c.status IN ('PROPOSED', 'ACCEPTED', 'ACTIVE', 'DELIVERED'))
   OR p.status IN ('DELIVERED', 'ACCEPTED', 'CLOSED') AND EXISTS (
    SELECT FROM milestone m
    WHERE m.subdistrict_id = p.subdistrict_id AND m.project_id = p.id AND m.done_on IS NULL)

-- name: closed_unshown
-- en: a topic or project was verified, accepted or closed without evidence, or closed without a follow-up
-- zh: 议题或项目无佐证即核验、验收或办结，或未回访即办结
SELECT o.id::text
FROM (
    SELECT subdistrict_id, id, status, evidence, follow_up FROM topic WHERE status IN ('VERIFIED', 'CLOSED')
    UNION ALL
    SELECT subdistrict_id, id, status, evidence, follow_up FROM project WHERE status IN ('ACCEPTED', 'CLOSED')
) o
WHERE o.status = 'CLOSED' AND o.follow_up IS NULL
   OR o.evidence !~ '\S' AND NOT EXISTS (
    SELECT FROM attachment a WHERE a.subdistrict_id = o.subdistrict_id AND a.subject_id = o.id)

-- name: verified_by_handler
-- en: who handled a topic verified it, or who delivered a project accepted it
-- zh: 经办人自行核验议题，或交付人自行验收项目
SELECT id::text FROM topic WHERE verifier_id = handler_id
UNION ALL
SELECT id::text FROM project WHERE accepted_by = delivered_by
UNION ALL
SELECT subject_id::text
FROM (
    SELECT subject_id, to_status, actor_id,
           lag(actor_id) OVER (PARTITION BY subdistrict_id, subject_id ORDER BY id) AS handler
    FROM transition
    WHERE restricted IS NULL AND (subject_type = 'TOPIC' AND to_status IN ('HANDLED', 'VERIFIED')
       OR subject_type = 'PROJECT' AND to_status IN ('DELIVERED', 'ACCEPTED'))
) t
WHERE to_status IN ('VERIFIED', 'ACCEPTED') AND actor_id = handler

-- name: topic_resolution
-- en: a topic was resolved, or led to a need or a project, without a minuted deliberation to which somebody came
-- zh: 议题未经有纪要、有人到会的协商会即形成决议，或即转为需求、项目
SELECT t.id::text
FROM (
    SELECT subdistrict_id, subject_id AS id FROM transition WHERE subject_type = 'TOPIC' AND to_status = 'RESOLVED'
    UNION SELECT subdistrict_id, topic_id FROM need WHERE topic_id IS NOT NULL
    UNION SELECT subdistrict_id, topic_id FROM project WHERE topic_id IS NOT NULL
) t
WHERE NOT EXISTS (
    SELECT FROM deliberation d JOIN attendee a ON a.subdistrict_id = d.subdistrict_id AND a.deliberation_id = d.id
    WHERE d.subdistrict_id = t.subdistrict_id AND d.topic_id = t.id AND d.status = 'MINUTED')

-- name: topic_merged
-- en: a topic was merged into none, or, over others, into itself
-- zh: 议题未并入任何议题，或辗转并入自身
WITH RECURSIVE way AS (
    SELECT subdistrict_id, id, merged_into_id AS reached FROM topic WHERE merged_into_id IS NOT NULL
    UNION
    SELECT w.subdistrict_id, w.id, t.merged_into_id
    FROM way w JOIN topic t ON t.subdistrict_id = w.subdistrict_id AND t.id = w.reached
    WHERE t.merged_into_id IS NOT NULL AND w.reached <> w.id
)
SELECT id::text FROM way WHERE reached = id
UNION ALL
SELECT id::text FROM topic WHERE status = 'MERGED' AND merged_into_id IS NULL

-- name: topic_suspended
-- en: a topic is suspended without an approval until that day, or while its time runs on
-- zh: 议题挂账未按该复核日期获批，或挂账期间仍在计时
SELECT t.id::text
FROM topic t
WHERE t.status = 'SUSPENDED' AND (NOT EXISTS (
    SELECT FROM deadline d JOIN extension e ON e.subdistrict_id = d.subdistrict_id AND e.deadline_id = d.id
    WHERE d.subdistrict_id = t.subdistrict_id AND d.subject_id = t.id AND e.kind = 'SUSPENSION'
      AND e.status = 'APPROVED' AND e.review_on = t.review_on) OR EXISTS (
    SELECT FROM deadline d WHERE d.subdistrict_id = t.subdistrict_id AND d.subject_id = t.id
      AND d.kind = 'HANDLE_TOPIC' AND d.status = 'RUNNING'))

-- name: topic_resumed
-- en: a topic came out of its suspension in another state than it went in
-- zh: 议题恢复后的状态不是挂账前的状态
SELECT subject_id::text
FROM (
    SELECT subject_id, from_status, to_status,
           lag(from_status) OVER (PARTITION BY subdistrict_id, subject_id ORDER BY id) AS before
    FROM transition
    WHERE subject_type = 'TOPIC' AND 'SUSPENDED' IN (from_status, to_status) AND restricted IS NULL
) t
WHERE from_status = 'SUSPENDED' AND to_status IS DISTINCT FROM before

-- name: whistle_lead
-- en: a whistle that was dispatched has not exactly one lead department
-- zh: 已分哨的吹哨没有且仅有一个主办部门
SELECT w.id::text
FROM whistle w LEFT JOIN whistle_department d
  ON d.subdistrict_id = w.subdistrict_id AND d.whistle_id = w.id AND d.lead
WHERE w.status IN ('DISPATCHED', 'RETURNED', 'REPORTED_IN', 'HANDLING', 'DONE', 'RATED')
GROUP BY w.subdistrict_id, w.id
HAVING count(d.id) <> 1

-- name: restriction_passed
-- en: a whistle or a project is not as restricted as the topics and needs that it is about
-- zh: 吹哨或项目的知悉范围与其议题、需求不一致
SELECT w.id::text
FROM whistle w LEFT JOIN topic t ON t.subdistrict_id = w.subdistrict_id AND t.id = w.topic_id
    LEFT JOIN need n ON n.subdistrict_id = w.subdistrict_id AND n.id = w.need_id
WHERE w.restricted <> (coalesce(t.restricted, false) OR coalesce(n.restricted, false))
UNION ALL
SELECT p.id::text
FROM project p LEFT JOIN topic t ON t.subdistrict_id = p.subdistrict_id AND t.id = p.topic_id LEFT JOIN (
    SELECT l.subdistrict_id, l.project_id, bool_or(n.restricted) AS restricted, array_agg(n.topic_id) AS topics
    FROM need_line l JOIN need n ON n.subdistrict_id = l.subdistrict_id AND n.id = l.need_id GROUP BY 1, 2
) a ON a.subdistrict_id = p.subdistrict_id AND a.project_id = p.id
WHERE p.restricted <> (coalesce(a.restricted, false)
                       OR coalesce(t.restricted AND (p.topic_id = ANY (a.topics)) IS NOT TRUE, false))

-- name: restriction_kept
-- en: a topic or a need lost or got its restriction without a transition, or lost it without a reason
-- zh: 议题或需求的知悉范围限定未经流转即变更，或解除时未说明原因
WITH marked AS (
    SELECT t.subdistrict_id, t.id, t.restricted, t.category = 'HARDSHIP' AS due FROM topic t
    UNION ALL
    SELECT n.subdistrict_id, n.id, n.restricted, coalesce(t.restricted, false)
    FROM need n LEFT JOIN topic t ON t.subdistrict_id = n.subdistrict_id AND t.id = n.topic_id
), last AS (
    SELECT DISTINCT ON (subdistrict_id, subject_id) subdistrict_id, subject_id, restricted
    FROM transition WHERE restricted IS NOT NULL ORDER BY subdistrict_id, subject_id, id DESC
)
SELECT m.id::text
FROM marked m LEFT JOIN last l ON l.subdistrict_id = m.subdistrict_id AND l.subject_id = m.id
WHERE m.restricted <> coalesce(l.restricted, m.restricted) OR m.due AND NOT m.restricted AND l.restricted IS NULL
UNION ALL
SELECT id::text FROM transition WHERE NOT restricted AND reason !~ '\S'

-- name: evaluation_of_self
-- en: somebody rated their own side, or what they had handled themselves
-- zh: 评价了自己一方，或自己经办的事项
SELECT e.id::text
FROM evaluation e JOIN account a ON a.id = e.created_by
JOIN claim c ON c.subdistrict_id = e.subdistrict_id AND c.id = e.claim_id
WHERE e.side = 'BRANCH_RATES_PARTNER' AND (a.partner_id = c.partner_id OR a.id = c.partner_consent_by)
   OR e.side = 'PARTNER_RATES_BRANCH' AND (a.partner_id = c.receiver_id OR a.id = c.branch_consent_by)
UNION ALL
SELECT e.id::text
FROM evaluation e CROSS JOIN LATERAL (
    SELECT t.actor_id FROM transition t
    WHERE t.subdistrict_id = e.subdistrict_id AND t.subject_id = e.topic_id AND t.to_status = 'HANDLED' AND t.id < e.id
    ORDER BY t.id DESC LIMIT 1
) handled
WHERE handled.actor_id = e.created_by
UNION ALL
SELECT e.id::text
FROM evaluation e JOIN claim c ON c.subdistrict_id = e.subdistrict_id AND c.need_id = e.need_id
WHERE c.partner_consent_by = e.created_by AND (c.status = 'CONFIRMED' OR c.delivered > 0)

-- name: membership_consents
-- en: a member joined without both consents (those of before there were any have none), or by one party's alone
-- zh: 成员未经双方同意即加入（启用同意之前加入的双方均无记录），或由一方代表双方同意
SELECT id::text
FROM membership
WHERE status IN ('JOINED', 'LEFT', 'ENDED') AND (partner_consent_by IS NULL) <> (alliance_consent_by IS NULL)
   OR partner_consent_by = alliance_consent_by

-- name: membership_consent_of
-- en: a consent to a membership is by an account of neither side
-- zh: 加入联盟的同意并非由相应一方的账号作出
SELECT m.id::text
FROM membership m JOIN account a ON a.id = m.partner_consent_by
WHERE a.subdistrict_id IS DISTINCT FROM m.subdistrict_id OR a.partner_id IS DISTINCT FROM m.partner_id
UNION ALL
SELECT m.id::text
FROM membership m JOIN account a ON a.id = m.alliance_consent_by
WHERE a.subdistrict_id IS DISTINCT FROM m.subdistrict_id
   OR a.role NOT IN ('GRID_SECRETARY', 'COMMUNITY_SECRETARY', 'SUBDISTRICT_ADMIN')

-- name: deadline_outlived
-- en: an object has left the states in which a deadline of it runs
-- zh: 对象已离开时限所对应的状态，时限仍未结束
SELECT d.id::text
FROM deadline d JOIN (
    SELECT 'NEED' AS kind, subdistrict_id, id, status FROM need
    UNION ALL SELECT 'RESOURCE', subdistrict_id, id, status FROM resource
    UNION ALL SELECT 'PROJECT', subdistrict_id, id, status FROM project
    UNION ALL SELECT 'CLAIM', subdistrict_id, id, status FROM claim
    UNION ALL SELECT 'TOPIC', subdistrict_id, id, status FROM topic
    UNION ALL SELECT 'WHISTLE', subdistrict_id, id, status FROM whistle
    UNION ALL SELECT 'MEMBERSHIP', subdistrict_id, id, status FROM membership
) o ON o.kind = d.subject_type AND o.subdistrict_id = d.subdistrict_id AND o.id = d.subject_id
WHERE d.ended_at IS NULL AND NOT o.status = ANY (d.while_in)

-- name: deadline_missing
-- en: an object is in a state that has a time limit, and has no deadline of that kind
-- zh: 对象处于有时限的状态，却没有相应的时限
SELECT o.id::text
FROM (
    SELECT subdistrict_id, id, CASE status WHEN 'SUBMITTED' THEN 'ACCEPT_TOPIC' ELSE 'HANDLE_TOPIC' END AS kind
    FROM topic WHERE status NOT IN ('RETURNED', 'MERGED', 'HANDLED', 'VERIFIED', 'CLOSED')
    UNION ALL
    SELECT subdistrict_id, id, CASE status WHEN 'PROPOSED' THEN 'ANSWER_CLAIM' WHEN 'ACTIVE' THEN 'DELIVER_CLAIM'
                                           ELSE 'CONFIRM_CLAIM' END
    FROM claim WHERE status IN ('PROPOSED', 'ACTIVE', 'DELIVERED')
    UNION ALL
    SELECT subdistrict_id, id, CASE status WHEN 'DISPATCHED' THEN 'REPORT_IN' ELSE 'HANDLE_WHISTLE' END
    FROM whistle WHERE status IN ('DISPATCHED', 'REPORTED_IN', 'HANDLING')
) o
WHERE NOT EXISTS (
    SELECT FROM deadline d WHERE d.subdistrict_id = o.subdistrict_id AND d.subject_id = o.id AND d.kind = o.kind
      AND (d.ended_at IS NULL OR d.status = 'EXPIRED'))

-- name: deadline_double
-- en: an object has two deadlines of one kind that have not ended
-- zh: 对象有两个同类且未结束的时限
SELECT subject_id::text FROM deadline WHERE ended_at IS NULL
GROUP BY subdistrict_id, subject_id, kind HAVING count(*) > 1

-- name: deadline_outcome
-- en: a deadline was met after it was due, or was late or expired before
-- zh: 到期后结束的时限记为按时，或到期前结束的记为逾期、失效
SELECT d.id::text
FROM deadline d
WHERE d.status IN ('LATE', 'EXPIRED') AND d.ended_at < d.due_at
   OR d.status = 'MET' AND d.ended_at > d.due_at AND NOT EXISTS (
    SELECT FROM extension e WHERE e.subdistrict_id = d.subdistrict_id AND e.deadline_id = d.id
      AND e.kind = 'SUSPENSION' AND e.status = 'APPROVED')

-- name: deadline_extended
-- en: a deadline is due later than at first, and nobody approved it
-- zh: 时限晚于最初到期时间，却无获批的延期或挂账
SELECT d.id::text
FROM deadline d
WHERE d.due_at > d.raw_due_at AND NOT EXISTS (
    SELECT FROM extension e
    WHERE e.subdistrict_id = d.subdistrict_id AND e.deadline_id = d.id AND e.status = 'APPROVED')

-- name: deadline_suspended
-- en: a deadline stands still without an approved suspension, or though its topic is not suspended
-- zh: 时限停止计时却无获批的挂账，或其议题并未挂账
SELECT d.id::text
FROM deadline d
WHERE d.status = 'SUSPENDED' AND (NOT EXISTS (
    SELECT FROM extension e WHERE e.subdistrict_id = d.subdistrict_id AND e.deadline_id = d.id
      AND e.kind = 'SUSPENSION' AND e.status = 'APPROVED') OR NOT EXISTS (
    SELECT FROM topic t WHERE t.subdistrict_id = d.subdistrict_id AND t.id = d.subject_id AND t.status = 'SUSPENDED'))

-- name: notice_twice
-- en: a rung of a deadline's ladder was noticed twice
-- zh: 同一时限的同一级提醒发出两次
SELECT deadline_id::text FROM notice GROUP BY subdistrict_id, deadline_id, kind HAVING count(*) > 1

-- name: notice_early
-- en: a notice was made before its time
-- zh: 提醒早于其应发时间
SELECT id::text FROM notice WHERE created_at < scheduled_at

-- name: policy_missing
-- en: a subdistrict has no policy
-- zh: 街道没有时限规则
SELECT s.id::text FROM subdistrict s WHERE NOT EXISTS (SELECT FROM policy p WHERE p.subdistrict_id = s.id)

-- name: subcategory_category
-- en: a need or a resource names a subcategory of another category
-- zh: 需求或资源的小类不属于其类别
SELECT o.id::text
FROM (
    SELECT subdistrict_id, id, category, subcategory_id FROM need WHERE subcategory_id IS NOT NULL
    UNION ALL SELECT subdistrict_id, id, category, subcategory_id FROM resource WHERE subcategory_id IS NOT NULL
) o JOIN subcategory s ON s.subdistrict_id = o.subdistrict_id AND s.id = o.subcategory_id
WHERE s.category <> o.category

-- name: entry_missing
-- en: a need or a resource that is open, being met or used up has no entry in the index of matching
-- zh: 开放中、办理中或已认领完的需求或资源没有匹配索引
SELECT o.id::text
FROM (
    SELECT 0 AS side, subdistrict_id, id FROM need
    WHERE status IN ('POSTED', 'PARTLY_CLAIMED', 'FULLY_CLAIMED', 'IN_DELIVERY')
    UNION ALL
    SELECT 1, subdistrict_id, id FROM resource WHERE status IN ('OFFERED', 'PARTLY_CLAIMED', 'FULLY_CLAIMED')
) o LEFT JOIN match_entry e ON e.subdistrict_id = o.subdistrict_id AND e.id = o.id AND e.side = o.side
WHERE e.id IS NULL

-- name: entry_shelf
-- en: an entry in the index of matching is of nothing that exists, or does not follow its state or category
-- zh: 匹配索引所指的需求或资源不存在，或与其状态、类别不符
SELECT e.id::text
FROM match_entry e LEFT JOIN (
    SELECT 0 AS side, subdistrict_id, id, category,
           CASE WHEN restricted THEN NULL WHEN status IN ('POSTED', 'PARTLY_CLAIMED') THEN 0
                WHEN status IN ('FULLY_CLAIMED', 'IN_DELIVERY') THEN 2 END AS shelf
    FROM need
    UNION ALL
    SELECT 1, subdistrict_id, id, category,
           CASE WHEN status IN ('OFFERED', 'PARTLY_CLAIMED') THEN 1 WHEN status = 'FULLY_CLAIMED' THEN 3 END
    FROM resource
) o ON o.subdistrict_id = e.subdistrict_id AND o.id = e.id AND o.side = e.side
WHERE o.id IS NULL OR o.shelf IS DISTINCT FROM e.shelf OR o.category <> e.category

-- name: entry_postings
-- en: what an entry in the index of matching is found by is not what it says
-- zh: 匹配索引的倒排项与其词项不符
SELECT coalesce(e.id, p.entry_id)::text
FROM (
    SELECT e.subdistrict_id, e.id, count(*) AS many, sum(hash_record_extended((e.shelf, said.token, said.impact), 0)) AS what
    FROM match_entry e CROSS JOIN unnest(e.tokens, e.impacts) AS said (token, impact)
    WHERE e.shelf IS NOT NULL AND said.token = ANY (e.posted) GROUP BY 1, 2
) e FULL JOIN (
    SELECT subdistrict_id, entry_id, count(*) AS many, sum(hash_record_extended((shelf, token, impact), 0)) AS what
    FROM match_posting GROUP BY 1, 2
) p ON p.subdistrict_id = e.subdistrict_id AND p.entry_id = e.id
WHERE (e.many, e.what) IS DISTINCT FROM (p.many, p.what)

-- name: token_count
-- en: the counter of a token is not the number of entries that have it
-- zh: 词项计数与含有该词项的匹配索引数不符
SELECT concat_ws(' ', coalesce(e.subdistrict_id, t.subdistrict_id), coalesce(e.shelf, t.shelf), coalesce(e.token, t.token))
FROM (
    SELECT e.subdistrict_id, e.shelf, said.token, count(*) AS entries
    FROM match_entry e CROSS JOIN unnest(e.tokens || 0) AS said (token) WHERE e.shelf IS NOT NULL GROUP BY 1, 2, 3
) e FULL JOIN (
    SELECT subdistrict_id, shelf, token, sum(entries) AS entries FROM match_token GROUP BY 1, 2, 3
) t ON t.subdistrict_id = e.subdistrict_id AND t.shelf = e.shelf AND t.token = e.token
WHERE coalesce(e.entries, 0) <> coalesce(t.entries, 0)

-- name: last_transition
-- en: an object's state is not its last transition
-- zh: 对象的状态与其最后一次流转不符
WITH object AS (
    SELECT 'NEED' AS kind, subdistrict_id, id, status FROM need
    UNION ALL SELECT 'RESOURCE', subdistrict_id, id, status FROM resource
    UNION ALL SELECT 'PROJECT', subdistrict_id, id, status FROM project
    UNION ALL SELECT 'CLAIM', subdistrict_id, id, status FROM claim
    UNION ALL SELECT 'PARTNER_UNIT', subdistrict_id, id, status FROM partner_unit
    UNION ALL SELECT 'TOPIC', subdistrict_id, id, status FROM topic
    UNION ALL SELECT 'DELIBERATION', subdistrict_id, id, status FROM deliberation
    UNION ALL SELECT 'JOINT_MEETING', subdistrict_id, id, status FROM joint_meeting
    UNION ALL SELECT 'WHISTLE', subdistrict_id, id, status FROM whistle
    UNION ALL SELECT 'ALLIANCE', subdistrict_id, id, status FROM alliance
    UNION ALL SELECT 'MEMBERSHIP', subdistrict_id, id, status FROM membership
    UNION ALL SELECT 'EXTENSION', subdistrict_id, id, status FROM extension
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
-- en: a transition is none that the lifecycle allows, or changes a restriction together with the state
-- zh: 流转不在状态机允许之列，或变更知悉范围时一并变更了状态
SELECT t.id::text
FROM transition t LEFT JOIN lifecycle l
  ON l.subject_type = t.subject_type AND l.from_status = coalesce(t.from_status, '') AND l.to_status = t.to_status
WHERE CASE WHEN t.restricted IS NULL THEN l.subject_type IS NULL ELSE t.from_status IS DISTINCT FROM t.to_status END

-- name: subject_missing
-- en: a transition, a deadline or an attachment is of nothing that exists
-- zh: 流转、时限或附件所指的对象不存在
SELECT s.id::text
FROM (
    SELECT id, subdistrict_id, subject_type, subject_id FROM transition WHERE from_status IS NULL
    UNION ALL SELECT id, subdistrict_id, subject_type, subject_id FROM deadline
    UNION ALL SELECT id, subdistrict_id, subject_type, subject_id FROM attachment
) s LEFT JOIN (
    SELECT 'NEED' AS kind, subdistrict_id, id FROM need
    UNION ALL SELECT 'RESOURCE', subdistrict_id, id FROM resource
    UNION ALL SELECT 'PROJECT', subdistrict_id, id FROM project
    UNION ALL SELECT 'CLAIM', subdistrict_id, id FROM claim
    UNION ALL SELECT 'PARTNER_UNIT', subdistrict_id, id FROM partner_unit
    UNION ALL SELECT 'TOPIC', subdistrict_id, id FROM topic
    UNION ALL SELECT 'DELIBERATION', subdistrict_id, id FROM deliberation
    UNION ALL SELECT 'JOINT_MEETING', subdistrict_id, id FROM joint_meeting
    UNION ALL SELECT 'WHISTLE', subdistrict_id, id FROM whistle
    UNION ALL SELECT 'ALLIANCE', subdistrict_id, id FROM alliance
    UNION ALL SELECT 'MEMBERSHIP', subdistrict_id, id FROM membership
    UNION ALL SELECT 'EXTENSION', subdistrict_id, id FROM extension
) o ON o.kind = s.subject_type AND o.subdistrict_id = s.subdistrict_id AND o.id = s.subject_id
WHERE o.id IS NULL

-- name: foreign_key
-- en: a row names one that does not exist, or one of another subdistrict
-- zh: 引用的行不存在，或属于其他街道
-- statements
SELECT format('SELECT concat_ws('' '', %s, coalesce(to_jsonb(f) ->> ''id'', f.ctid::text)) FROM %s f %s WHERE %s',
              string_agg(format('CASE WHEN %s THEN %L END', broken, name), ', '), "table",
              string_agg(format('LEFT JOIN %s %I ON %s', named, name, matching), ' '), string_agg(broken, ' OR '))
FROM (
    SELECT c.conrelid::regclass AS "table", c.confrelid::regclass AS named, c.conname AS name,
           string_agg(format('%I.%I = f.%I', c.conname, theirs.attname, mine.attname), ' AND ') AS matching,
           format('%s AND %I.%I IS NULL', string_agg(format('f.%I IS NOT NULL', mine.attname), ' AND '),
                  c.conname, min(theirs.attname)) AS broken
    FROM pg_constraint c, unnest(c.conkey, c.confkey) AS pair(mine, theirs),
         pg_attribute mine, pg_attribute theirs
    WHERE c.contype = 'f' AND c.connamespace = 'public'::regnamespace
      AND (mine.attrelid, mine.attnum) = (c.conrelid, pair.mine)
      AND (theirs.attrelid, theirs.attnum) = (c.confrelid, pair.theirs)
    GROUP BY c.oid
) c
GROUP BY "table"

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

-- name: generated_text
-- en: what a text sorts by or is found by is not that of the text
-- zh: 排序键或折叠文字与原文不符
-- statements
SELECT format('SELECT concat_ws('' '', %L, id::text) FROM %s WHERE %I IS DISTINCT FROM %s',
              d.adrelid::regclass::text || '.' || a.attname, d.adrelid::regclass, a.attname,
              pg_get_expr(d.adbin, d.adrelid))
FROM pg_attrdef d JOIN pg_attribute a ON (a.attrelid, a.attnum) = (d.adrelid, d.adnum)
JOIN pg_class c ON c.oid = d.adrelid
WHERE a.attgenerated = 's' AND a.atttypid = 'text'::regtype AND c.relnamespace = 'public'::regnamespace

-- name: name_alike
-- en: two names differ by script, width, case or blanks alone
-- zh: 名称仅有繁简、全角半角、大小写或空格之别
SELECT string_agg(name, ' = ') FROM party_branch GROUP BY subdistrict_id, fold(name) HAVING count(*) > 1
UNION ALL
SELECT string_agg(name, ' = ') FROM partner_unit GROUP BY subdistrict_id, fold(name) HAVING count(*) > 1
UNION ALL
SELECT string_agg(name, ' = ') FROM alliance GROUP BY subdistrict_id, fold(name) HAVING count(*) > 1
UNION ALL
SELECT string_agg(name, ' = ') FROM subcategory GROUP BY subdistrict_id, category, fold(name) HAVING count(*) > 1

-- name: keyword_folded
-- en: a subcategory has a keyword that no folded text can mention
-- zh: 小类的常用说法未统一为折叠文字
SELECT s.code FROM subcategory s WHERE EXISTS (SELECT FROM unnest(s.keywords) AS k (word) WHERE word <> fold(word))

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
