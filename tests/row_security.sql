-- Who sees what, said a second time and in other words: row-level security of PostgreSQL, for tests alone. The service
-- must show every viewer the rows, and the masked columns, that the role `onlooker` sees here with that viewer's facts.

DO $$ BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'onlooker') THEN CREATE ROLE onlooker NOLOGIN; END IF;
END $$;
GRANT USAGE ON SCHEMA public TO onlooker;
GRANT SELECT ON ALL TABLES IN SCHEMA public TO onlooker;

-- The viewer's facts are session settings: viewer.role, viewer.account_id, …; empty or unset where there is none.
CREATE FUNCTION viewer(fact text) RETURNS text LANGUAGE sql STABLE AS
$$ SELECT nullif(current_setting('viewer.' || fact, true), '') $$;
CREATE FUNCTION viewer_id(fact text) RETURNS uuid LANGUAGE sql STABLE AS $$ SELECT viewer(fact || '_id')::uuid $$;
CREATE FUNCTION signed_in() RETURNS boolean LANGUAGE sql STABLE AS $$ SELECT viewer('role') IS NOT NULL $$;

-- "REGION_ADMIN and AUDITOR see all of the subdistricts whose code begins with theirs, SUBDISTRICT_ADMIN all of its own",
-- but for what hangs on a restricted topic.
CREATE FUNCTION sees_everything() RETURNS boolean LANGUAGE sql STABLE AS
$$ SELECT coalesce(viewer('role') IN ('REGION_ADMIN', 'AUDITOR', 'SUBDISTRICT_ADMIN'), false) $$;

-- The subdistricts that a signed-in viewer belongs to or looks over.
CREATE FUNCTION here(town uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER AS $$
    SELECT CASE
        WHEN NOT signed_in() THEN false
        WHEN viewer('code_prefix') IS NULL THEN town = viewer_id('subdistrict')
        ELSE EXISTS (SELECT FROM subdistrict s WHERE s.id = town
                     AND left(s.code, length(viewer('code_prefix'))) = viewer('code_prefix'))
    END
$$;

-- "Their own": of the branch for its three roles, of the community's branches for its secretary, of the unit for its people.
CREATE FUNCTION is_own(town uuid, branch uuid, partner uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT coalesce(CASE viewer('role')
        WHEN 'GRID_SECRETARY' THEN branch = viewer_id('branch')
        WHEN 'GRID_WORKER' THEN branch = viewer_id('branch')
        WHEN 'GRID_INSTRUCTOR' THEN branch = viewer_id('branch')
        WHEN 'COMMUNITY_SECRETARY' THEN branch IN (
            SELECT b.id FROM party_branch b WHERE b.subdistrict_id = town AND b.community_id = viewer_id('community'))
        WHEN 'PARTNER_LIAISON' THEN partner = viewer_id('partner')
        WHEN 'DEPARTMENT_OFFICER' THEN partner = viewer_id('partner')
    END, false)
$$;

-- The directory is everybody's.
CREATE POLICY seen ON subdistrict TO onlooker USING (true);
CREATE POLICY seen ON community TO onlooker USING (true);
CREATE POLICY seen ON grid TO onlooker USING (true);
CREATE POLICY seen ON party_branch TO onlooker USING (true);
CREATE POLICY seen ON subcategory TO onlooker USING (true);

-- The network is its members'.
CREATE POLICY seen ON alliance TO onlooker USING (signed_in() AND here(subdistrict_id));
CREATE POLICY seen ON membership TO onlooker USING (signed_in() AND here(subdistrict_id));
CREATE POLICY seen ON service_area TO onlooker USING (signed_in() AND here(subdistrict_id));
CREATE POLICY seen ON partner_unit TO onlooker USING (signed_in() AND here(subdistrict_id)
    AND (sees_everything() OR status IN ('ADMITTED', 'SUSPENDED', 'EXITED') OR id = viewer_id('partner')));

-- A restricted need is its side's, the reporter's of its topic, the called departments' and the partners' who give; a
-- project hangs on its needs. The mark that they carry is not believed here, but found from those who put it on.
CREATE FUNCTION is_closed(town uuid, asked uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER AS $$
    SELECT EXISTS (SELECT FROM need n LEFT JOIN LATERAL (
        SELECT g.restricted FROM transition g WHERE g.subject_id = n.id AND g.restricted IS NOT NULL ORDER BY g.id DESC LIMIT 1
    ) said ON true WHERE n.subdistrict_id = town AND n.id = asked AND coalesce(said.restricted,
        (SELECT t.restricted FROM topic t WHERE t.subdistrict_id = town AND t.id = n.topic_id), false))
$$;
CREATE FUNCTION needs_nothing_hidden(town uuid, asked uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER AS $$
    SELECT NOT is_closed(town, asked) OR here(town) AND CASE
        WHEN viewer('role') IN ('REGION_ADMIN', 'AUDITOR') THEN false
        WHEN viewer('role') = 'SUBDISTRICT_ADMIN' THEN true
        ELSE EXISTS (SELECT FROM need n LEFT JOIN topic t ON t.subdistrict_id = town AND t.id = n.topic_id
            WHERE n.subdistrict_id = town AND n.id = asked AND (is_own(town, n.branch_id, n.partner_id)
                OR coalesce(t.reporter_id = viewer_id('account'), false)
                OR EXISTS (SELECT FROM whistle w JOIN whistle_department d ON d.whistle_id = w.id
                           WHERE w.need_id = asked AND d.partner_id = viewer_id('partner'))
                OR EXISTS (SELECT FROM claim c WHERE c.need_id = asked AND c.partner_id = viewer_id('partner')
                           AND c.status NOT IN ('DECLINED', 'WITHDRAWN', 'EXPIRED')))) END
$$;
CREATE FUNCTION concerns(n need) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER AS
$$ SELECT needs_nothing_hidden(n.subdistrict_id, n.id) $$;
CREATE FUNCTION concerns(p project) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER AS $$
    SELECT CASE
        WHEN NOT EXISTS (SELECT FROM need_line l WHERE l.project_id = p.id AND is_closed(p.subdistrict_id, l.need_id))
             AND (NOT EXISTS (SELECT FROM topic t WHERE t.id = p.topic_id AND t.restricted) OR EXISTS (
                  SELECT FROM need_line l JOIN need n ON n.id = l.need_id
                  WHERE l.project_id = p.id AND n.topic_id = p.topic_id)) THEN true
        WHEN NOT here(p.subdistrict_id) OR viewer('role') IN ('REGION_ADMIN', 'AUDITOR') THEN false
        WHEN viewer('role') = 'SUBDISTRICT_ADMIN' OR is_own(p.subdistrict_id, p.branch_id, NULL) THEN true
        ELSE EXISTS (SELECT FROM need_line l WHERE l.project_id = p.id AND is_closed(p.subdistrict_id, l.need_id)
                     AND needs_nothing_hidden(p.subdistrict_id, l.need_id)) END
$$;

-- What is open is everybody's, whoever asks and from wherever; signing in adds what the subdistrict shows its members.
CREATE POLICY seen ON need TO onlooker USING (concerns(need)
    AND (status IN ('POSTED', 'PARTLY_CLAIMED') OR here(subdistrict_id) AND CASE
    WHEN status IN ('DRAFT', 'WITHDRAWN', 'EXPIRED') THEN sees_everything() OR is_own(subdistrict_id, branch_id, partner_id)
    ELSE true END));
CREATE POLICY seen ON resource TO onlooker USING (status IN ('OFFERED', 'PARTLY_CLAIMED') OR here(subdistrict_id) AND CASE
    WHEN status IN ('DRAFT', 'WITHDRAWN', 'EXPIRED') THEN sees_everything() OR is_own(subdistrict_id, NULL, partner_id)
    ELSE true END);
CREATE POLICY seen ON project TO onlooker USING (concerns(project)
    AND (status IN ('PLANNED', 'APPROVED', 'RUNNING') OR here(subdistrict_id)));
CREATE POLICY seen ON need_line TO onlooker USING (needs_nothing_hidden(subdistrict_id, need_id)
    AND EXISTS (SELECT FROM project p WHERE p.subdistrict_id = need_line.subdistrict_id AND p.id = project_id));
CREATE POLICY seen ON claim TO onlooker USING (signed_in() AND here(subdistrict_id)
    AND (sees_everything() AND (need_id IS NULL OR needs_nothing_hidden(subdistrict_id, need_id))
         AND (project_id IS NULL OR project_id IN (SELECT id FROM project)) OR is_own(subdistrict_id, branch_id, partner_id)
         OR is_own(subdistrict_id, NULL, receiver_id))); -- what serves a partner's need is its own too

-- "Hardship (困难救助) is seen by its handling chain alone": the branch that is responsible, its community's secretary, the
-- administrator of the subdistrict, the departments that a whistle about it calls; and by who reported it.
CREATE FUNCTION calls_viewer(town uuid, blown uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER AS $$
    SELECT EXISTS (SELECT FROM whistle_department d WHERE d.subdistrict_id = town AND d.whistle_id = blown
                   AND d.partner_id = viewer_id('partner'))
$$;
CREATE FUNCTION handles(t topic) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER AS $$
    SELECT CASE
        WHEN NOT signed_in() OR viewer('role') IN ('REGION_ADMIN', 'AUDITOR') THEN false
        WHEN viewer('role') = 'SUBDISTRICT_ADMIN' OR is_own(t.subdistrict_id, t.branch_id, NULL) THEN true
        WHEN coalesce(t.reporter_id = viewer_id('account'), false) THEN true
        ELSE EXISTS (SELECT FROM whistle w WHERE w.subdistrict_id = t.subdistrict_id AND w.topic_id = t.id
                     AND calls_viewer(w.subdistrict_id, w.id))
    END
$$;
CREATE FUNCTION is_confidential(town uuid, about uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER AS $$
    SELECT EXISTS (SELECT FROM topic t WHERE t.subdistrict_id = town AND t.id = about AND t.restricted)
$$;
CREATE POLICY seen ON topic TO onlooker USING (signed_in() AND here(subdistrict_id)
    AND (NOT restricted OR handles(topic)));
CREATE POLICY seen ON whistle TO onlooker USING (signed_in() AND here(subdistrict_id) AND CASE
    WHEN NOT is_confidential(subdistrict_id, topic_id) AND NOT is_closed(subdistrict_id, need_id) THEN true
    WHEN viewer('role') = 'SUBDISTRICT_ADMIN' THEN true
    ELSE is_own(subdistrict_id, branch_id, NULL) OR calls_viewer(subdistrict_id, id) END);

-- What hangs on an object is seen with it, by whoever is signed in.
CREATE POLICY seen ON whistle_department TO onlooker USING (signed_in() AND here(subdistrict_id) AND whistle_id IN (SELECT id FROM whistle));
CREATE POLICY seen ON deliberation TO onlooker USING (signed_in() AND here(subdistrict_id) AND topic_id IN (SELECT id FROM topic));
CREATE POLICY seen ON attendee TO onlooker USING (signed_in() AND here(subdistrict_id) AND deliberation_id IN (SELECT id FROM deliberation));
CREATE POLICY seen ON joint_meeting TO onlooker USING (signed_in() AND here(subdistrict_id));
CREATE POLICY seen ON agenda_item TO onlooker USING (signed_in() AND here(subdistrict_id)
    AND CASE WHEN need_id IS NULL THEN topic_id IN (SELECT id FROM topic) ELSE need_id IN (SELECT id FROM need) END);
CREATE POLICY seen ON fulfilment TO onlooker USING (signed_in() AND here(subdistrict_id) AND claim_id IN (SELECT id FROM claim));
CREATE POLICY seen ON milestone TO onlooker USING (signed_in() AND here(subdistrict_id) AND project_id IN (SELECT id FROM project));
CREATE POLICY seen ON evaluation TO onlooker USING (signed_in() AND here(subdistrict_id) AND CASE
    WHEN claim_id IS NOT NULL THEN claim_id IN (SELECT id FROM claim)
    WHEN topic_id IS NOT NULL THEN topic_id IN (SELECT id FROM topic)
    ELSE need_id IN (SELECT id FROM need) END);
CREATE POLICY seen ON deadline TO onlooker USING (signed_in() AND here(subdistrict_id) AND CASE subject_type
    WHEN 'TOPIC' THEN subject_id IN (SELECT id FROM topic)
    WHEN 'NEED' THEN subject_id IN (SELECT id FROM need)
    WHEN 'RESOURCE' THEN subject_id IN (SELECT id FROM resource)
    WHEN 'CLAIM' THEN subject_id IN (SELECT id FROM claim)
    WHEN 'PROJECT' THEN subject_id IN (SELECT id FROM project)
    WHEN 'WHISTLE' THEN subject_id IN (SELECT id FROM whistle)
    WHEN 'MEMBERSHIP' THEN subject_id IN (SELECT id FROM membership) END);
CREATE POLICY seen ON extension TO onlooker USING (signed_in() AND here(subdistrict_id) AND deadline_id IN (SELECT id FROM deadline));
CREATE POLICY seen ON notice TO onlooker USING (signed_in() AND here(subdistrict_id) AND deadline_id IN (SELECT id FROM deadline));

-- What a subdistrict sets is its members'.
CREATE POLICY seen ON policy TO onlooker USING (signed_in() AND here(subdistrict_id));
CREATE POLICY seen ON required_role TO onlooker USING (signed_in() AND here(subdistrict_id));
CREATE POLICY seen ON calendar_year TO onlooker USING (signed_in() AND here(subdistrict_id));
CREATE POLICY seen ON calendar_day TO onlooker USING (signed_in() AND here(subdistrict_id));

-- Whoever sees an object sees its changes of state and its files; nobody else, and nobody who is not signed in.
DO $$
DECLARE hanging text;
BEGIN
    FOREACH hanging IN ARRAY ARRAY['transition', 'attachment'] LOOP
        EXECUTE format($policy$CREATE POLICY seen ON %I TO onlooker USING (signed_in()
            AND here(subdistrict_id) AND CASE subject_type
            WHEN 'NEED' THEN subject_id IN (SELECT id FROM need)
            WHEN 'RESOURCE' THEN subject_id IN (SELECT id FROM resource)
            WHEN 'PROJECT' THEN subject_id IN (SELECT id FROM project)
            WHEN 'CLAIM' THEN subject_id IN (SELECT id FROM claim)
            WHEN 'PARTNER_UNIT' THEN subject_id IN (SELECT id FROM partner_unit)
            WHEN 'TOPIC' THEN subject_id IN (SELECT id FROM topic)
            WHEN 'DELIBERATION' THEN subject_id IN (SELECT id FROM deliberation)
            WHEN 'JOINT_MEETING' THEN subject_id IN (SELECT id FROM joint_meeting)
            WHEN 'WHISTLE' THEN subject_id IN (SELECT id FROM whistle)
            WHEN 'ALLIANCE' THEN subject_id IN (SELECT id FROM alliance)
            WHEN 'MEMBERSHIP' THEN subject_id IN (SELECT id FROM membership)
            WHEN 'EXTENSION' THEN subject_id IN (SELECT id FROM extension) END)$policy$, hanging);
    END LOOP;
END $$;

CREATE POLICY seen ON account TO onlooker USING (signed_in() AND (id = viewer_id('account')
    OR (here(subdistrict_id) AND (sees_everything() OR role <> 'RESIDENT'))));

-- A plan is for those who see everything; what came of it is seen as a claim.
CREATE POLICY seen ON matching_plan TO onlooker USING (signed_in() AND here(subdistrict_id) AND sees_everything());
CREATE POLICY seen ON plan_line TO onlooker USING (signed_in() AND here(subdistrict_id) AND sees_everything()
    AND needs_nothing_hidden(subdistrict_id, need_id));
CREATE POLICY seen ON unserved_need TO onlooker USING (signed_in() AND here(subdistrict_id) AND sees_everything()
    AND needs_nothing_hidden(subdistrict_id, need_id));

DO $$
DECLARE secured text;
BEGIN
    FOR secured IN SELECT tablename FROM pg_policies WHERE policyname = 'seen' LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', secured);
    END LOOP;
END $$;

-- Contacts are the handling chain's; those who look over a whole region never see one.
CREATE FUNCTION sees_masked(n need) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT here(n.subdistrict_id) AND (coalesce(viewer('role') = 'SUBDISTRICT_ADMIN', false)
                                       OR is_own(n.subdistrict_id, n.branch_id, n.partner_id))
$$;
CREATE FUNCTION sees_masked(t topic) RETURNS boolean LANGUAGE sql STABLE AS $$ SELECT handles(t) $$;
-- Who sat at a meeting is for those who called it.
CREATE FUNCTION sees_masked(a attendee) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT coalesce(viewer('role') = 'SUBDISTRICT_ADMIN', false) OR EXISTS (
        SELECT FROM deliberation d WHERE d.subdistrict_id = a.subdistrict_id AND d.id = a.deliberation_id
          AND is_own(d.subdistrict_id, d.branch_id, NULL))
$$;
CREATE FUNCTION sees_masked(p partner_unit) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT CASE
        WHEN viewer('role') = 'SUBDISTRICT_ADMIN' THEN true
        WHEN viewer('role') IN ('REGION_ADMIN', 'AUDITOR') THEN false
        WHEN viewer('partner_id') IS NOT NULL THEN p.id = viewer_id('partner')
        ELSE EXISTS (SELECT FROM claim c WHERE c.subdistrict_id = p.subdistrict_id AND c.partner_id = p.id
                     AND c.partner_consent_at IS NOT NULL)
    END
$$;
CREATE FUNCTION sees_masked(a account) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT coalesce(a.id = viewer_id('account') OR viewer('role') = 'SUBDISTRICT_ADMIN', false)
$$;
