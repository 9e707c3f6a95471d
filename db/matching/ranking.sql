WITH asked AS MATERIALIZED (
    {asked}
), size AS MATERIALIZED (
    SELECT coalesce(sum(entries) FILTER (WHERE shelf = {theirs}), 0)::float8 AS theirs,
           coalesce(sum(entries) FILTER (WHERE shelf = {ours}), 0)::float8 AS ours
    FROM match_token WHERE subdistrict_id = {tenant} AND shelf IN ({theirs}, {ours}) AND token = 0
), term AS MATERIALIZED (
    SELECT a.place, each.token, each.impact, each.token = ANY (a.posted) AS posted, found.theirs,
           power((ln(1 + (greatest(size.theirs - found.theirs, 0) + 0.5) / (found.theirs + 0.5))
                  + ln(1 + (greatest(size.ours - found.ours, 0) + 0.5) / (found.ours + 0.5))) / 2, 1.5) AS idf
    FROM asked a CROSS JOIN unnest(a.tokens, a.impacts) AS each (token, impact) CROSS JOIN size CROSS JOIN LATERAL (
        SELECT coalesce(sum(entries) FILTER (WHERE shelf = {theirs}), 0)::float8 AS theirs,
               coalesce(sum(entries) FILTER (WHERE shelf = {ours}), 0)::float8 AS ours
        FROM match_token k WHERE k.subdistrict_id = {tenant} AND k.shelf IN ({theirs}, {ours}) AND k.token = each.token
    ) found
), query AS MATERIALIZED (
    SELECT place, sparse(array_agg(token), array_agg((impact * idf)::real)) AS words,
           sum(impact * impact * idf) AS whole, sqrt(sum(impact * impact * idf) / sqrt(sum(impact * impact))) AS best,
           sqrt(sum(impact * impact * idf) / sum(impact * impact)) AS rarity
    FROM term GROUP BY place HAVING sum(impact * impact * idf) > 0
), told AS MATERIALIZED ( -- what is said on our own shelf: the newest of every category
    SELECT e.tokens, e.impacts, nullif(l2_norm(e.words), 0) AS norm
    FROM (VALUES {categories}) AS each (category) CROSS JOIN LATERAL (
        SELECT * FROM match_entry WHERE subdistrict_id = {tenant} AND shelf = {ours} AND category = each.category
        ORDER BY id DESC LIMIT {told}
    ) e
), usual AS MATERIALIZED (
    SELECT sparse(array_agg(token), array_agg(said)) AS words FROM (
        SELECT token, ({hubness} * sum(impact / norm) / ((SELECT count(*) FROM told) + {doubt}))::real AS said
        FROM told CROSS JOIN unnest(tokens, impacts) AS each (token, impact) GROUP BY token
    ) each
), finding AS ( -- the tokens that tell most first, as many as may be read
    SELECT *, sum(least(theirs, {postings})) OVER (PARTITION BY place ORDER BY impact * idf DESC, token) AS read
    FROM term WHERE posted AND theirs > 0
), hit AS (
    SELECT t.place, p.entry_id, sum(t.impact * t.idf * p.impact) AS weight
    FROM finding t CROSS JOIN LATERAL (
        SELECT entry_id, impact FROM match_posting
        WHERE subdistrict_id = {tenant} AND shelf = {theirs} AND token = t.token
        ORDER BY impact DESC, entry_id DESC LIMIT {postings}
    ) p
    WHERE t.read - least(t.theirs, {postings}) < {budget} GROUP BY t.place, p.entry_id
), near AS MATERIALIZED ( -- the likest, then the newest of the same subcategory and category, as many as may be looked at
    SELECT place, entry_id FROM (
        SELECT place, entry_id, row_number() OVER (PARTITION BY place ORDER BY min(turn), entry_id DESC) AS rank FROM (
            SELECT * FROM (
                SELECT place, entry_id, row_number() OVER (PARTITION BY place ORDER BY weight DESC, entry_id) AS turn
                FROM hit
            ) likest WHERE turn <= {near}
            UNION ALL
            SELECT a.place, kin.id, {near} + 1 FROM asked a CROSS JOIN LATERAL (
                SELECT e.id FROM match_entry e
                WHERE e.subdistrict_id = {tenant} AND e.shelf = {theirs} AND e.subcategory_id = a.subcategory_id
                ORDER BY e.id DESC LIMIT {kin}
            ) kin
            UNION ALL
            SELECT a.place, kin.id, {near} + 2 FROM asked a CROSS JOIN LATERAL (
                SELECT e.id FROM match_entry e
                WHERE e.subdistrict_id = {tenant} AND e.shelf = {theirs} AND e.category = a.category
                ORDER BY e.id DESC LIMIT {kin}
            ) kin
        ) found GROUP BY place, entry_id
    ) ordered WHERE rank <= {near} + {kin}
), likeness AS MATERIALIZED (
    SELECT near.place, near.entry_id, e.category, e.subcategory_id, e.posted, e.terms,
           coalesce(least(1, e.like_it / (e.like_it + 1) * (q.best + 1) / q.best), 0) AS text
    FROM near LEFT JOIN query q USING (place) CROSS JOIN usual CROSS JOIN LATERAL (
        SELECT category, subcategory_id, posted, terms,
               greatest(0, (words <#> usual.words) * q.rarity - (words <#> q.words) / sqrt(q.whole))
               / sqrt(nullif(l2_norm(words), 0)) AS like_it
        FROM match_entry WHERE subdistrict_id = {tenant} AND id = near.entry_id OFFSET 0
    ) e
)
-- pairs
, own AS MATERIALIZED (
    SELECT a.place, {asked_row}.* FROM asked a CROSS JOIN LATERAL (
        SELECT * FROM {asked_table} WHERE subdistrict_id = {tenant} AND id = a.id OFFSET 0
    ) {asked_row}
), pair AS MATERIALIZED (
    SELECT l.place, l.entry_id, l.text, {need}.category AS need_category, {resource}.category AS resource_category,
           {need}.subcategory_id AS need_subcategory_id, {resource}.subcategory_id AS resource_subcategory_id,
           {need}.posted AS need_posted, {need}.terms AS need_terms, {resource}.posted AS resource_posted
    FROM likeness l JOIN asked a USING (place)
), fact AS MATERIALIZED (
    SELECT pair.*, n.id AS need_id, r.id AS resource_id, r.partner_id, n.subdistrict_id, n.branch_id,
           n.unit AS need_unit, n.quantity - n.claimed AS needed, r.unit AS resource_unit,
           r.quantity - r.claimed AS offered, n.needed_by, n.priority, {today} AS today,
           (r.available_from AT TIME ZONE 'Asia/Shanghai')::date AS first_day,
           (r.available_until AT TIME ZONE 'Asia/Shanghai')::date AS last_day,
           n.subcategory_id = r.subcategory_id AS named, n.community_id, n.grid_id, r.community_id AS served_id,
           r.grid_id AS seat_id, p.given, p.defaulted, p.rated, p.rating_sum, p.carrying, p.capacity,
           avg(p.carrying) OVER (PARTITION BY pair.place) AS carried
    FROM pair JOIN own {asked_row} USING (place) -- OFFSET 0: by its key, whatever the planner thinks of their number
    CROSS JOIN LATERAL (
        SELECT * FROM {other_table} WHERE subdistrict_id = {tenant} AND id = pair.entry_id OFFSET 0
    ) {other_row}
    LEFT JOIN LATERAL (SELECT * FROM partner_unit WHERE subdistrict_id = {tenant} AND id = r.partner_id OFFSET 0) p
        ON true
    WHERE n.claimed < n.quantity AND r.claimed < r.quantity
      AND n.status IN ('POSTED', 'PARTLY_CLAIMED') AND r.status IN ('OFFERED', 'PARTLY_CLAIMED')
      AND coalesce(n.needed_by >= {today}, true) AND coalesce(r.available_until > now(), true)
      AND coalesce((r.available_from AT TIME ZONE 'Asia/Shanghai')::date <= n.needed_by, true)
      AND (r.partner_id IS NULL
           OR p.status = 'ADMITTED' AND p.carrying < p.capacity AND n.partner_id IS DISTINCT FROM p.id
              AND NOT p.kind = ANY (n.excluded_kinds))
      AND (n.divisible OR n.unit <> r.unit OR r.quantity - r.claimed >= n.quantity - n.claimed)
), near_by AS MATERIALIZED (
    SELECT f.*, s.name AS subcategory, s.english_name AS english_subcategory, c.name AS community,
           area.many AS areas, area.here AS serves,
           6371 * 2 * asin(sqrt(power(sin(radians(there.latitude - here.latitude) / 2), 2)
               + cos(radians(here.latitude)) * cos(radians(there.latitude))
               * power(sin(radians(there.longitude - here.longitude) / 2), 2))) AS distance,
           worked.together
    FROM fact f
    LEFT JOIN LATERAL (
        SELECT * FROM subcategory WHERE subdistrict_id = {tenant} AND id = f.need_subcategory_id OFFSET 0
    ) s ON true
    LEFT JOIN LATERAL (SELECT * FROM community WHERE subdistrict_id = {tenant} AND id = f.community_id OFFSET 0) c
        ON true
    LEFT JOIN LATERAL (
        SELECT * FROM grid WHERE f.seat_id IS NOT NULL AND subdistrict_id = {tenant} AND id = f.grid_id OFFSET 0
    ) here ON true
    LEFT JOIN LATERAL (
        SELECT * FROM grid WHERE f.seat_id IS NOT NULL AND subdistrict_id = {tenant} AND id = f.seat_id OFFSET 0
    ) there ON true
    CROSS JOIN LATERAL (
        SELECT count(*) AS many, count(*) FILTER (WHERE a.community_id = f.community_id) AS here FROM service_area a
        WHERE a.subdistrict_id = {tenant} AND a.partner_id = f.partner_id
    ) area
    CROSS JOIN LATERAL (
        SELECT count(*) AS together FROM (
            SELECT FROM claim k WHERE k.subdistrict_id = {tenant} AND k.branch_id = f.branch_id
              AND k.partner_id = f.partner_id AND k.status = 'CONFIRMED' AND {seen} LIMIT 5
        ) k
    ) worked
), valued AS MATERIALIZED (
    SELECT f.*, CASE WHEN f.need_subcategory_id = f.resource_subcategory_id
                     THEN CASE WHEN f.named THEN 1 WHEN f.need_category = f.resource_category THEN 0.7 ELSE 0.6 END
                WHEN f.need_category = f.resource_category THEN 0.5
                ELSE coalesce((SELECT k.closeness FROM (VALUES {related}) AS k (a, b, closeness)
                               WHERE k.a = f.need_category AND k.b = f.resource_category),
                              CASE WHEN 'OTHER' IN (f.need_category, f.resource_category) THEN 0.2 ELSE 0 END)
           END::numeric AS category_value,
           round(f.text::numeric, 4) AS text_value,
           CASE WHEN f.need_unit = f.resource_unit THEN round(least(1, f.offered::numeric / f.needed), 4) ELSE 0.5 END
               AS quantity_value,
           round(least(1, greatest(0, CASE
               WHEN f.needed_by IS NULL THEN 1 - greatest(0, f.first_day - f.today) / 60.0
               ELSE (least(f.needed_by, coalesce(f.last_day, f.needed_by))
                     - greatest(f.today, coalesce(f.first_day, f.today)) + 1)::numeric
                    / (f.needed_by - f.today + 1) END)), 4) AS window_value,
           round((CASE WHEN f.grid_id = f.seat_id THEN 1 WHEN f.distance IS NOT NULL
                  THEN 0.3 + 0.7 * exp(-f.distance / 1.5)
                  WHEN f.community_id = f.served_id THEN 0.9 WHEN f.served_id IS NOT NULL AND f.community_id IS NOT NULL
                  THEN 0 WHEN f.serves > 0 THEN 0.8 WHEN f.areas > 0 AND f.community_id IS NOT NULL THEN 0.2
                  ELSE 0.5 END)::numeric, 4) AS closeness_value,
           round(0.6 * (coalesce(f.given, 0) + 4) / (coalesce(f.given + f.defaulted, 0) + 5)
                 + 0.4 * ((coalesce(f.rating_sum, 0) + 20) / (coalesce(f.rated, 0) + 5.0) - 1) / 4, 4) AS record_value,
           round(CASE WHEN f.partner_id IS NULL THEN 0.5 ELSE
                 0.5 * (f.capacity - f.carrying)::numeric / f.capacity
                 + 0.5 * (f.carried + 1) / (greatest(f.carrying, f.carried) + 1) END, 4) AS load_value,
           round(f.together / (f.together + 1.0), 4) AS history_value,
           round(0.5 * (array_position(ARRAY['LOW', 'NORMAL', 'HIGH', 'URGENT'], f.priority::text) - 1) / 3.0
                 + 0.5 * CASE WHEN f.needed_by IS NULL THEN 0
                              ELSE greatest(0, 1 - (f.needed_by - f.today) / 60.0) END, 4) AS urgency_value
    FROM near_by f
), scored AS MATERIALIZED (
    SELECT v.*, ({need_score})::float8 AS need_score, ({resource_score})::float8 AS resource_score
    FROM valued v
    WHERE v.category_value >= {related_from} OR v.text_value >= {alike_from}
)
