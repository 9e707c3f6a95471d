-- Whatever hangs on a restricted thing is restricted. Topics and needs carry the mark of their own, which hardship and
-- what they hang on put on and a leader alone takes off, for a reason; whistles and projects have theirs from both.

ALTER TABLE topic ALTER COLUMN restricted DROP EXPRESSION;
ALTER TABLE topic ALTER COLUMN restricted SET DEFAULT false;
ALTER TABLE need ADD COLUMN restricted BOOLEAN DEFAULT 'false' NOT NULL;
ALTER TABLE project ADD COLUMN restricted BOOLEAN DEFAULT 'false' NOT NULL;
ALTER TABLE transition ADD COLUMN restricted BOOLEAN;

CREATE FUNCTION is_restricted(town uuid, topic uuid, need uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT EXISTS (SELECT FROM topic t WHERE t.subdistrict_id = town AND t.id = $2 AND t.restricted)
        OR EXISTS (SELECT FROM need n WHERE n.subdistrict_id = town AND n.id = $3 AND n.restricted)
$$;

-- A project hangs on the needs that it answers; on its topic as well, unless a need of that topic was opened.

CREATE FUNCTION answers_restricted(town uuid, project uuid, topic uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT coalesce(bool_or(n.restricted), false)
        OR is_restricted(town, $3, NULL) AND NOT coalesce(bool_or(n.topic_id = $3), false)
    FROM need_line l JOIN need n ON n.subdistrict_id = l.subdistrict_id AND n.id = l.need_id
    WHERE l.subdistrict_id = town AND l.project_id = $2
$$;

CREATE FUNCTION restrict_topic() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' OR OLD.category <> NEW.category THEN
        NEW.restricted := NEW.restricted OR NEW.category = 'HARDSHIP';
    END IF;
    RETURN NEW;
END $$;

-- Whoever takes a restriction off or puts one on meanwhile is waited for.

CREATE FUNCTION restrict_need() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    PERFORM FROM topic t WHERE t.subdistrict_id = NEW.subdistrict_id AND t.id = NEW.topic_id FOR SHARE;
    NEW.restricted := NEW.restricted OR is_restricted(NEW.subdistrict_id, NEW.topic_id, NULL);
    RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION restrict_whistle() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        PERFORM FROM topic t WHERE t.subdistrict_id = NEW.subdistrict_id AND t.id = NEW.topic_id FOR SHARE;
        PERFORM FROM need n WHERE n.subdistrict_id = NEW.subdistrict_id AND n.id = NEW.need_id FOR SHARE;
    END IF;
    NEW.restricted := is_restricted(NEW.subdistrict_id, NEW.topic_id, NEW.need_id);
    RETURN NEW;
END $$;

CREATE FUNCTION restrict_project() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
BEGIN
    NEW.restricted := answers_restricted(NEW.subdistrict_id, NEW.id, NEW.topic_id);
    RETURN NEW;
END $$;

-- What hangs on a topic, a need or a line finds its mark anew. A topic's needs keep theirs when the topic loses its own:
-- each is opened by itself.

CREATE FUNCTION pass_restriction() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
DECLARE
    topics uuid := CASE TG_TABLE_NAME WHEN 'topic' THEN NEW.id END;
    needs uuid := CASE TG_TABLE_NAME WHEN 'need' THEN NEW.id END;
    projects uuid[];
BEGIN
    IF TG_TABLE_NAME = 'topic' THEN
        UPDATE need SET restricted = true
        WHERE NEW.restricted AND subdistrict_id = NEW.subdistrict_id AND topic_id = topics AND NOT restricted;
    END IF;
    IF TG_TABLE_NAME = 'need_line' THEN
        projects := ARRAY[NEW.project_id];
    ELSE
        UPDATE whistle w SET restricted = DEFAULT
        WHERE w.subdistrict_id = NEW.subdistrict_id AND (w.topic_id = topics OR w.need_id = needs)
          AND w.restricted <> is_restricted(w.subdistrict_id, w.topic_id, w.need_id);
        projects := ARRAY(
            SELECT id FROM project WHERE subdistrict_id = NEW.subdistrict_id AND topic_id = topics
            UNION SELECT project_id FROM need_line WHERE subdistrict_id = NEW.subdistrict_id AND need_id = needs
        );
    END IF;
    UPDATE project p SET restricted = DEFAULT
    WHERE p.subdistrict_id = NEW.subdistrict_id AND p.id = ANY (projects)
      AND p.restricted <> answers_restricted(p.subdistrict_id, p.id, p.topic_id);
    RETURN NULL;
END $$;

-- A mark that changes is a transition from a state to the same; whoever takes it off says why.

CREATE FUNCTION log_restriction() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
DECLARE reason text := coalesce(current_setting('red_partners.reason', true), '');
BEGIN
    IF NOT NEW.restricted AND reason !~ '\S' THEN PERFORM refuse('restriction_reason', NEW.id::text); END IF;
    INSERT INTO transition (subdistrict_id, subject_type, subject_id, from_status, to_status, restricted, actor_id, at, reason)
    VALUES (NEW.subdistrict_id, TG_ARGV[0], NEW.id, NEW.status, NEW.status, NEW.restricted,
            nullif(current_setting('red_partners.actor', true), '')::uuid, clock_timestamp(),
            CASE WHEN pg_trigger_depth() = 1 THEN reason ELSE '' END);
    RETURN NULL;
END $$;

-- Partners claim what is open to them: a need that is restricted no partner takes up, and no plan gives it to one.

CREATE FUNCTION check_open() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF is_restricted(NEW.subdistrict_id, NULL, NEW.need_id) THEN
        PERFORM refuse('claim_need_restricted', NEW.need_id::text);
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER a_restrict BEFORE INSERT OR UPDATE OF category ON topic
    FOR EACH ROW EXECUTE FUNCTION restrict_topic();
CREATE TRIGGER a_restrict BEFORE INSERT OR UPDATE OF topic_id ON need
    FOR EACH ROW EXECUTE FUNCTION restrict_need();
DROP TRIGGER a_restrict ON whistle;
CREATE TRIGGER a_restrict BEFORE INSERT OR UPDATE OF topic_id, need_id, restricted ON whistle
    FOR EACH ROW EXECUTE FUNCTION restrict_whistle();
CREATE TRIGGER a_restrict BEFORE INSERT OR UPDATE OF topic_id, restricted ON project
    FOR EACH ROW EXECUTE FUNCTION restrict_project();
DROP TRIGGER restrict_whistles ON topic;
DROP FUNCTION restrict_whistles;

DO $$
DECLARE marked text;
BEGIN
    FOREACH marked IN ARRAY ARRAY['topic', 'need'] LOOP
        EXECUTE format('CREATE TRIGGER log_restriction AFTER UPDATE ON %I FOR EACH ROW'
                       ' WHEN (OLD.restricted <> NEW.restricted) EXECUTE FUNCTION log_restriction(%L)',
                       marked, upper(marked));
        EXECUTE format('CREATE TRIGGER pass_restriction AFTER UPDATE ON %I FOR EACH ROW'
                       ' WHEN (OLD.restricted <> NEW.restricted) EXECUTE FUNCTION pass_restriction()', marked);
    END LOOP;
END $$;
CREATE TRIGGER restrict_project AFTER INSERT ON need_line FOR EACH ROW EXECUTE FUNCTION pass_restriction();
CREATE TRIGGER c_open BEFORE INSERT ON claim FOR EACH ROW
    WHEN (NEW.direction <> 'BRANCH_CLAIMS_RESOURCE') EXECUTE FUNCTION check_open();

-- The index of matching leaves out what is restricted: no shelf has it.

CREATE OR REPLACE FUNCTION fill_entry() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
DECLARE
    asked need;
    offer resource;
BEGIN
    IF NEW.side = 0 THEN
        SELECT * INTO asked FROM need n WHERE n.subdistrict_id = NEW.subdistrict_id AND n.id = NEW.id FOR SHARE;
        NEW.shelf := CASE WHEN NOT asked.restricted THEN shelf_of(NEW.side, asked.status) END;
        NEW.category := asked.category;
        NEW.subcategory_id := coalesce(asked.subcategory_id,
                                       suggested_subcategory(NEW.subdistrict_id, asked.title, asked.description));
    ELSE
        SELECT * INTO offer FROM resource r WHERE r.subdistrict_id = NEW.subdistrict_id AND r.id = NEW.id FOR SHARE;
        NEW.shelf := shelf_of(NEW.side, offer.status);
        NEW.category := offer.category;
        NEW.subcategory_id := coalesce(offer.subcategory_id,
                                       suggested_subcategory(NEW.subdistrict_id, offer.title, offer.description));
    END IF;
    NEW.words := sparse(NEW.tokens, NEW.impacts);
    RETURN NEW;
END $$;

DROP TRIGGER z_follow_subject ON need;
CREATE TRIGGER z_follow_subject AFTER UPDATE ON need FOR EACH ROW
    WHEN ((OLD.title, OLD.description, OLD.category, OLD.subcategory_id, OLD.status, OLD.restricted) IS DISTINCT FROM
          (NEW.title, NEW.description, NEW.category, NEW.subcategory_id, NEW.status, NEW.restricted))
    EXECUTE FUNCTION follow_subject();

REVOKE EXECUTE ON FUNCTION is_restricted, answers_restricted, restrict_topic, restrict_need, restrict_project,
    pass_restriction, log_restriction, check_open FROM PUBLIC;
GRANT UPDATE (restricted) ON topic, need TO red_partners_writer;

-- What was there before: each need takes the mark of its topic, and whistles and projects that of both.

UPDATE need n SET restricted = true FROM topic t
WHERE t.subdistrict_id = n.subdistrict_id AND t.id = n.topic_id AND t.restricted;
UPDATE whistle SET restricted = DEFAULT WHERE restricted <> is_restricted(subdistrict_id, topic_id, need_id);
UPDATE project SET restricted = DEFAULT WHERE restricted <> answers_restricted(subdistrict_id, id, topic_id);
