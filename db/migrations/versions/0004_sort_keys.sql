-- Order and folding of texts: what names and titles sort by, what they are found by, and names that are told apart.
-- The functions `fold` and `sort_key` are db/texts/functions.sql.

-- Names that differ by script, width, case or blanks alone: the older one keeps it.

UPDATE party_branch b SET name = b.name || '（重名' || same.nth || '）' FROM (
    SELECT subdistrict_id, id, row_number() OVER (PARTITION BY subdistrict_id, fold(name) ORDER BY id) AS nth FROM party_branch
) same WHERE (same.subdistrict_id, same.id) = (b.subdistrict_id, b.id) AND same.nth > 1;
UPDATE partner_unit p SET name = p.name || '（重名' || same.nth || '）' FROM (
    SELECT subdistrict_id, id, row_number() OVER (PARTITION BY subdistrict_id, fold(name) ORDER BY id) AS nth FROM partner_unit
) same WHERE (same.subdistrict_id, same.id) = (p.subdistrict_id, p.id) AND same.nth > 1;
UPDATE alliance a SET name = a.name || '（重名' || same.nth || '）' FROM (
    SELECT subdistrict_id, id, row_number() OVER (PARTITION BY subdistrict_id, fold(name) ORDER BY id) AS nth FROM alliance
) same WHERE (same.subdistrict_id, same.id) = (a.subdistrict_id, a.id) AND same.nth > 1;
UPDATE subcategory s SET name = s.name || '（重名' || same.nth || '）' FROM (
    SELECT subdistrict_id, id, row_number() OVER (PARTITION BY subdistrict_id, category, fold(name) ORDER BY id) AS nth FROM subcategory
) same WHERE (same.subdistrict_id, same.id) = (s.subdistrict_id, s.id) AND same.nth > 1;

ALTER TABLE party_branch DROP CONSTRAINT uq_party_branch_subdistrict_id_name;
ALTER TABLE partner_unit DROP CONSTRAINT uq_partner_unit_subdistrict_id_name;
ALTER TABLE alliance DROP CONSTRAINT uq_alliance_subdistrict_id_name;
ALTER TABLE subcategory DROP CONSTRAINT uq_subcategory_subdistrict_id_category_name;
CREATE UNIQUE INDEX uq_party_branch_subdistrict_id_name ON party_branch (subdistrict_id, fold(name));
CREATE UNIQUE INDEX uq_partner_unit_subdistrict_id_name ON partner_unit (subdistrict_id, fold(name));
CREATE UNIQUE INDEX uq_alliance_subdistrict_id_name ON alliance (subdistrict_id, fold(name));
CREATE UNIQUE INDEX uq_subcategory_subdistrict_id_category_name ON subcategory (subdistrict_id, category, fold(name));

-- Generated from the text alone: no writer can forget or forge them. What is folded already is not kept twice.

DO $$
DECLARE
    said record;
BEGIN
    FOR said IN
        SELECT c."table", c."column" FROM (VALUES
            ('subdistrict', 'name'), ('community', 'name'), ('grid', 'name'), ('party_branch', 'name'),
            ('partner_unit', 'name'), ('alliance', 'name'), ('subcategory', 'name'), ('attachment', 'name'),
            ('account', 'display_name'), ('need', 'title'), ('resource', 'title'), ('project', 'title'), ('topic', 'title'),
            ('joint_meeting', 'title'), ('whistle', 'title'), ('milestone', 'title')
        ) AS c ("table", "column")
    LOOP
        EXECUTE format('ALTER TABLE %1$I
            ADD COLUMN %3$I text COLLATE "C" GENERATED ALWAYS AS (sort_key(%2$I)) STORED NOT NULL,
            ADD COLUMN %4$I text GENERATED ALWAYS AS (NULLIF(fold(%2$I), %2$I)) STORED',
            said."table", said."column", said."column" || '_key', said."column" || '_folded');
    END LOOP;
END $$;
ALTER TABLE need ADD COLUMN description_folded text GENERATED ALWAYS AS (NULLIF(fold(description), description)) STORED;
ALTER TABLE resource ADD COLUMN description_folded text GENERATED ALWAYS AS (NULLIF(fold(description), description)) STORED;
ALTER TABLE topic ADD COLUMN description_folded text GENERATED ALWAYS AS (NULLIF(fold(description), description)) STORED;
ALTER TABLE whistle ADD COLUMN description_folded text GENERATED ALWAYS AS (NULLIF(fold(description), description)) STORED;
GRANT SELECT (display_name_key, display_name_folded) ON account TO red_partners_reader;

CREATE INDEX ix_community_subdistrict_id_name_key_id ON community (subdistrict_id, name_key, id);
CREATE INDEX ix_grid_subdistrict_id_name_key_id ON grid (subdistrict_id, name_key, id);
CREATE INDEX ix_party_branch_subdistrict_id_name_key_id ON party_branch (subdistrict_id, name_key, id);
CREATE INDEX ix_partner_unit_subdistrict_id_name_key_id ON partner_unit (subdistrict_id, name_key, id);
CREATE INDEX ix_need_subdistrict_id_title_key_id ON need (subdistrict_id, title_key, id);
CREATE INDEX ix_resource_subdistrict_id_title_key_id ON resource (subdistrict_id, title_key, id);
CREATE INDEX ix_project_subdistrict_id_title_key_id ON project (subdistrict_id, title_key, id);
CREATE INDEX ix_topic_subdistrict_id_title_key_id ON topic (subdistrict_id, title_key, id);

-- Keywords are kept as texts are searched for them: folded, each once.

CREATE FUNCTION fold_keywords() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
BEGIN
    NEW.keywords := ARRAY(SELECT DISTINCT fold(word) AS one FROM unnest(NEW.keywords) AS each (word)
                          WHERE fold(word) <> '' ORDER BY one);
    RETURN NEW;
END $$;

CREATE TRIGGER fold_keywords BEFORE INSERT OR UPDATE OF keywords ON subcategory
    FOR EACH ROW EXECUTE FUNCTION fold_keywords();
CREATE TRIGGER fold_keywords BEFORE INSERT OR UPDATE OF keywords ON builtin_subcategory
    FOR EACH ROW EXECUTE FUNCTION fold_keywords();
UPDATE builtin_subcategory SET keywords = keywords;
UPDATE subcategory SET keywords = keywords;

-- Whether a folded text mentions a folded word.

CREATE OR REPLACE FUNCTION mentions(said text, word text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE WHEN word ~ '[^ -~]' THEN strpos(said, word) > 0
           ELSE strpos(' ' || regexp_replace(said, '[^a-z0-9]+', ' ', 'g') || ' ',
                       ' ' || regexp_replace(word, '[^a-z0-9]+', ' ', 'g') || ' ') > 0 END
$$;

CREATE OR REPLACE FUNCTION subcategory_scores(tenant uuid, title text, body text)
RETURNS TABLE (id uuid, category varchar, score int, found text[]) LANGUAGE sql STABLE PARALLEL SAFE AS $$
    WITH said AS MATERIALIZED (SELECT fold(title) AS title, fold(title) || ' ' || fold(body) AS whole)
    SELECT s.id, s.category, sum(octet_length(k.word) * (1 + mentions(said.title, k.word)::int))::int,
           array_agg(k.word ORDER BY char_length(k.word) DESC, k.word)
    FROM said CROSS JOIN subcategory s CROSS JOIN unnest(s.keywords) AS k (word)
    WHERE s.subdistrict_id = tenant AND NOT s.retired AND mentions(said.whole, k.word)
    GROUP BY s.subdistrict_id, s.id, s.category
$$;

REVOKE EXECUTE ON FUNCTION fold_keywords FROM PUBLIC;
