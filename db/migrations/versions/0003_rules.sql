-- The rules of matching: subcategories, entries that follow their texts and states, partners' records.

-- A new subdistrict begins with the subcategories that all have; it may add its own, and retire any.

CREATE FUNCTION begin_subcategories() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
BEGIN
    INSERT INTO subcategory (subdistrict_id, code, category, name, english_name, keywords)
    SELECT NEW.id, code, category, name, english_name, keywords FROM builtin_subcategory;
    RETURN NULL;
END $$;

CREATE TRIGGER begin_subcategories AFTER INSERT ON subdistrict
    FOR EACH ROW EXECUTE FUNCTION begin_subcategories();
CREATE TRIGGER stays BEFORE DELETE OR TRUNCATE ON subcategory
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('never_removed');

-- A need, a resource and its subcategory agree about the category.

CREATE FUNCTION check_subcategory() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM subcategory s WHERE s.subdistrict_id = NEW.subdistrict_id
                   AND s.id = NEW.subcategory_id AND s.category = NEW.category) THEN
        PERFORM refuse('subcategory_of_category', NEW.id::text);
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER c_subcategory BEFORE INSERT OR UPDATE OF category, subcategory_id ON need FOR EACH ROW
    WHEN (NEW.subcategory_id IS NOT NULL) EXECUTE FUNCTION check_subcategory();
CREATE TRIGGER c_subcategory BEFORE INSERT OR UPDATE OF category, subcategory_id ON resource FOR EACH ROW
    WHEN (NEW.subcategory_id IS NOT NULL) EXECUTE FUNCTION check_subcategory();

-- What is not divisible is planned whole, and claimed whole: what is left of it, after a default that gave a part.

CREATE FUNCTION check_whole() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF EXISTS (SELECT FROM need n WHERE n.subdistrict_id = NEW.subdistrict_id AND n.id = NEW.need_id AND NOT n.divisible
               AND NEW.quantity < n.quantity - CASE TG_TABLE_NAME WHEN 'claim' THEN n.claimed ELSE 0 END) THEN
        PERFORM refuse('claim_need_whole', NEW.need_id::text);
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER c_whole BEFORE INSERT ON claim FOR EACH ROW EXECUTE FUNCTION check_whole();
CREATE TRIGGER c_whole BEFORE INSERT ON need_line FOR EACH ROW EXECUTE FUNCTION check_whole();

-- How well a text fits the subcategories of a subdistrict: the letters of the keywords that stand in it, those in the
-- title twice. Latin keywords are whole words; a letter of theirs says less than a Chinese one.

CREATE FUNCTION mentions(said text, word text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE WHEN word ~ '[^ -~]' THEN strpos(lower(said), word) > 0
           ELSE strpos(' ' || regexp_replace(lower(said), '[^a-z0-9]+', ' ', 'g') || ' ',
                       ' ' || regexp_replace(word, '[^a-z0-9]+', ' ', 'g') || ' ') > 0 END
$$;

CREATE FUNCTION subcategory_scores(tenant uuid, title text, body text)
RETURNS TABLE (id uuid, category varchar, score int, found text[]) LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT s.id, s.category, sum(octet_length(k.word) * (1 + mentions(title, k.word)::int))::int,
           array_agg(k.word ORDER BY char_length(k.word) DESC, k.word)
    FROM subcategory s CROSS JOIN unnest(s.keywords) AS k (word)
    WHERE s.subdistrict_id = tenant AND NOT s.retired AND mentions(title || ' ' || body, k.word)
    GROUP BY s.subdistrict_id, s.id, s.category
$$;

CREATE FUNCTION suggested_subcategory(tenant uuid, title text, body text) RETURNS uuid LANGUAGE sql STABLE AS $$
    SELECT id FROM subcategory_scores(tenant, title, body) ORDER BY score DESC, id LIMIT 1
$$;

CREATE FUNCTION suggest_subcategory() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
BEGIN
    NEW.suggested_subcategory_id := suggested_subcategory(NEW.subdistrict_id, NEW.title, NEW.description);
    RETURN NEW;
END $$;

CREATE TRIGGER d_suggest_subcategory BEFORE INSERT OR UPDATE OF title, description, suggested_subcategory_id ON topic
    FOR EACH ROW EXECUTE FUNCTION suggest_subcategory();

-- An entry stands on the shelf that the state of its need or resource names.

CREATE FUNCTION shelf_of(side smallint, status text) RETURNS smallint LANGUAGE sql IMMUTABLE AS
$$ SELECT CASE WHEN status IN ('POSTED', 'PARTLY_CLAIMED', 'OFFERED') THEN side
               WHEN status IN ('FULLY_CLAIMED', 'IN_DELIVERY') THEN (side + 2)::smallint END $$;

CREATE FUNCTION sparse(tokens int[], impacts real[]) RETURNS sparsevec LANGUAGE sql IMMUTABLE AS $$
    SELECT ('{' || coalesce(string_agg(token || ':' || impact, ','), '') || '}/1000000000')::sparsevec
    FROM unnest(tokens, impacts) AS each (token, impact)
$$;

-- What two entries both say, as people may read it: four terms at most, the longest first, none inside another.

CREATE FUNCTION shared_terms(posted int[], terms text[], others int[]) RETURNS text[] LANGUAGE sql IMMUTABLE AS $$
    WITH said AS (
        SELECT DISTINCT term FROM unnest(posted, terms) AS each (token, term)
        WHERE term <> '' AND token = ANY (others)
    )
    SELECT (array_agg(term ORDER BY char_length(term) DESC, term))[:4] FROM said
    WHERE NOT EXISTS (SELECT FROM said AS longer WHERE longer.term <> said.term AND strpos(longer.term, said.term) > 0)
$$;

-- Whoever changes the need or resource meanwhile waits, or is waited for: its state is the newest.

CREATE FUNCTION fill_entry() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    asked need;
    offer resource;
BEGIN
    IF NEW.side = 0 THEN
        SELECT * INTO asked FROM need n WHERE n.subdistrict_id = NEW.subdistrict_id AND n.id = NEW.id FOR SHARE;
        NEW.shelf := shelf_of(NEW.side, asked.status);
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

CREATE TRIGGER fill_entry BEFORE INSERT OR UPDATE ON match_entry FOR EACH ROW EXECUTE FUNCTION fill_entry();

-- Postings and counts are what the entries on the shelves say; each writer counts in a part of its own.

CREATE FUNCTION count_tokens(entry match_entry, more int) RETURNS void LANGUAGE sql AS $$
    INSERT INTO match_token AS counted (subdistrict_id, shelf, token, part, entries)
    SELECT entry.subdistrict_id, entry.shelf, token, pg_backend_pid() % 16, more
    FROM unnest(entry.tokens || 0) AS each (token) ORDER BY token
    ON CONFLICT (subdistrict_id, shelf, token, part) DO UPDATE SET entries = counted.entries + excluded.entries
$$;

CREATE FUNCTION keep_postings() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND (OLD.shelf, OLD.tokens, OLD.impacts, OLD.posted)
                            IS NOT DISTINCT FROM (NEW.shelf, NEW.tokens, NEW.impacts, NEW.posted) THEN
        RETURN NULL;
    END IF;
    IF TG_OP <> 'INSERT' AND OLD.shelf IS NOT NULL THEN
        DELETE FROM match_posting p USING unnest(OLD.tokens, OLD.impacts) AS each (token, impact)
        WHERE p.subdistrict_id = OLD.subdistrict_id AND p.shelf = OLD.shelf AND p.token = each.token
          AND p.impact = each.impact AND p.entry_id = OLD.id;
        PERFORM count_tokens(OLD, -1);
    END IF;
    IF TG_OP <> 'DELETE' AND NEW.shelf IS NOT NULL THEN
        INSERT INTO match_posting (subdistrict_id, shelf, token, impact, entry_id)
        SELECT NEW.subdistrict_id, NEW.shelf, token, impact, NEW.id
        FROM unnest(NEW.tokens, NEW.impacts) AS each (token, impact) WHERE token = ANY (NEW.posted);
        PERFORM count_tokens(NEW, 1);
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER keep_postings AFTER INSERT OR UPDATE OR DELETE ON match_entry
    FOR EACH ROW EXECUTE FUNCTION keep_postings();

-- An entry never tells of a text that has changed: it goes, and whoever changed the text makes the new one (a server
-- makes those that are missing when it starts). States and categories carry over by themselves.

CREATE FUNCTION follow_subject() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
BEGIN
    IF (OLD.title, OLD.description) IS DISTINCT FROM (NEW.title, NEW.description) THEN
        DELETE FROM match_entry WHERE subdistrict_id = NEW.subdistrict_id AND id = NEW.id;
    ELSE
        UPDATE match_entry SET shelf = shelf WHERE subdistrict_id = NEW.subdistrict_id AND id = NEW.id;
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER z_follow_subject AFTER UPDATE ON need FOR EACH ROW
    WHEN ((OLD.title, OLD.description, OLD.category, OLD.subcategory_id, OLD.status)
          IS DISTINCT FROM (NEW.title, NEW.description, NEW.category, NEW.subcategory_id, NEW.status))
    EXECUTE FUNCTION follow_subject();
CREATE TRIGGER z_follow_subject AFTER UPDATE ON resource FOR EACH ROW
    WHEN ((OLD.title, OLD.description, OLD.category, OLD.subcategory_id, OLD.status)
          IS DISTINCT FROM (NEW.title, NEW.description, NEW.category, NEW.subcategory_id, NEW.status))
    EXECUTE FUNCTION follow_subject();

-- What a retired subcategory was suggested for is suggested anew. Changed keywords count for what is written from then on.

CREATE FUNCTION retire_subcategory() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
BEGIN
    UPDATE match_entry SET shelf = shelf WHERE subdistrict_id = NEW.subdistrict_id AND subcategory_id = NEW.id;
    RETURN NULL;
END $$;

CREATE TRIGGER retire_subcategory AFTER UPDATE OF retired ON subcategory FOR EACH ROW
    WHEN (NEW.retired AND NOT OLD.retired) EXECUTE FUNCTION retire_subcategory();

-- A partner's record: what it let go undelivered, and how branches rated it; what it gave is counted already.

CREATE FUNCTION keep_record() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    UPDATE partner_unit SET defaulted = defaulted + 1
    WHERE subdistrict_id = NEW.subdistrict_id AND id = NEW.partner_id;
    RETURN NULL;
END $$;

CREATE TRIGGER keep_record AFTER UPDATE ON claim FOR EACH ROW
    WHEN (NEW.status = 'DEFAULTED' AND OLD.status <> 'DEFAULTED') EXECUTE FUNCTION keep_record();

CREATE FUNCTION keep_rating() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    UPDATE partner_unit p SET rated = rated + 1, rating_sum = rating_sum + NEW.score FROM claim c
    WHERE c.subdistrict_id = NEW.subdistrict_id AND c.id = NEW.claim_id
      AND p.subdistrict_id = c.subdistrict_id AND p.id = c.partner_id;
    RETURN NULL;
END $$;

CREATE TRIGGER keep_rating AFTER INSERT ON evaluation FOR EACH ROW
    WHEN (NEW.side = 'BRANCH_RATES_PARTNER') EXECUTE FUNCTION keep_rating();

UPDATE partner_unit p SET defaulted = c.many FROM (
    SELECT subdistrict_id, partner_id, count(*) AS many FROM claim WHERE status = 'DEFAULTED' GROUP BY 1, 2
) c WHERE c.subdistrict_id = p.subdistrict_id AND c.partner_id = p.id;

UPDATE partner_unit p SET rated = e.many, rating_sum = e.total FROM (
    SELECT c.subdistrict_id, c.partner_id, count(*) AS many, sum(e.score) AS total
    FROM evaluation e JOIN claim c ON c.subdistrict_id = e.subdistrict_id AND c.id = e.claim_id
    WHERE e.side = 'BRANCH_RATES_PARTNER' GROUP BY 1, 2
) e WHERE e.subdistrict_id = p.subdistrict_id AND e.partner_id = p.id;

REVOKE EXECUTE ON FUNCTION begin_subcategories, check_subcategory, check_whole, mentions, subcategory_scores,
    suggested_subcategory, suggest_subcategory, shelf_of, sparse, shared_terms, fill_entry, count_tokens, keep_postings,
    follow_subject, retire_subcategory, keep_record, keep_rating FROM PUBLIC;
GRANT EXECUTE ON FUNCTION mentions, subcategory_scores, suggested_subcategory, shelf_of, sparse, shared_terms TO red_partners_reader,
    red_partners_writer;
GRANT SELECT ON builtin_subcategory, subcategory, match_entry, match_posting, match_token
    TO red_partners_reader, red_partners_writer;
GRANT INSERT ON subcategory, match_entry TO red_partners_writer;
GRANT UPDATE (name, english_name, keywords, retired, updated_at) ON subcategory TO red_partners_writer;
GRANT UPDATE (tokens, impacts, posted, terms, version) ON match_entry TO red_partners_writer;
GRANT UPDATE (subcategory_id, divisible, excluded_kinds) ON need TO red_partners_writer;
GRANT UPDATE (subcategory_id, grid_id) ON resource TO red_partners_writer;
