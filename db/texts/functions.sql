-- Folding and order of texts, from their text alone: what is generated from it stays right whoever writes.
-- <names> are filled in by functions.py, from the tables.

-- The one folding of all that compares texts: db/texts/folding.py, word for word. Most texts are folded already.

CREATE FUNCTION fold(said text) RETURNS text LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
BEGIN
    IF said ~ '^[<plain>]*$' AND NOT '<variant>'::jsonb ?| string_to_array(said, NULL) THEN
        RETURN said;
    END IF;
    said := translate(casefold(normalize(said, NFKC) COLLATE pg_unicode_fast), '!(),:;?', '！（），：；？');
    said := regexp_replace(said, '[ \t-\r\u0085\u1680\u2028\u2029\u200b\ufeff]+', ' ', 'g');
    IF strpos(said, ' ') > 0 THEN
        said := regexp_replace(said, '(?<![<letters>]) | (?![<letters>])', '', 'g');
    END IF;
    IF '<variant>'::jsonb ?| string_to_array(said, NULL) THEN
        said := (SELECT string_agg(coalesce('<variant>'::jsonb ->> each.one, each.one), '' ORDER BY each.place)
                 FROM string_to_table(said, NULL) WITH ORDINALITY AS each (one, place));
    END IF;
    RETURN said;
END $$;

-- A number in Chinese numerals, in digits: 一百二十三, 二〇二六, 叁.

CREATE FUNCTION numeral(said text) RETURNS text LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
    one text;
    digit numeric := 0;
    section numeric := 0;
    total numeric := 0;
BEGIN
    said := translate(said, '零一二三四五六七八九壹贰叁肆伍陆柒捌玖〇拾佰仟', '01234567891234567890十百千');
    IF said ~ '^[0-9]*$' THEN
        RETURN said;
    END IF;
    FOREACH one IN ARRAY string_to_array(said, NULL) LOOP
        IF one = '万' THEN
            total := (total + section + digit) * 10000;
            section := 0;
            digit := 0;
        ELSIF one IN ('十', '百', '千') THEN
            section := section + greatest(digit, 1) * CASE one WHEN '十' THEN 10 WHEN '百' THEN 100 ELSE 1000 END;
            digit := 0;
        ELSE
            digit := one::numeric;
        END IF;
    END LOOP;
    RETURN total + section + digit;
END $$;

-- Whether numerals count as a number between these neighbours: after 第, before what is counted, at the end of a
-- Chinese text, or when they are long enough to be nothing else; 三里河, 五四广场 and 统一 are words.

CREATE FUNCTION counts(before text, said text, after text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE
        WHEN coalesce(before, '') ~ '[第经纬]$' THEN true
        WHEN said ~ '^[百千万佰仟]' THEN false
        WHEN said ~ '^[^十百千万拾佰仟〇零]{2,}$' THEN coalesce(after, '') ~ '^[年号室]'
        WHEN said ~ '...' OR coalesce(after, '') ~ '^[号楼栋幢座单层组队期届次年月日室户网院区村支班级中小片站]' THEN true
        ELSE said !~ '[壹贰叁肆伍陆柒捌玖拾]' AND coalesce(after, '') !~ '^[<han>]' AND coalesce(before, '') !~ '[统唯专同划如单之合逐]$'
    END
$$;

-- The text with every number in a form that sorts as numbers do: a 0, how many digits, the digits.

CREATE FUNCTION numbered(said text) RETURNS text LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
    parts text[];
    part text;
    done text := '';
BEGIN
    IF said !~ '[0-9<numerals>]' THEN
        RETURN said;
    END IF;
    parts := ARRAY(SELECT run[1] FROM regexp_matches(said, '[<numerals>]+|[0-9]+|[^0-9<numerals>]+', 'g') AS run);
    FOR place IN 1..cardinality(parts) LOOP
        part := parts[place];
        IF part ~ '^[<numerals>]' AND public.counts(parts[place - 1], part, parts[place + 1]) THEN
            part := public.numeral(part);
        END IF;
        IF part ~ '^[0-9]' THEN
            part := ltrim(part, '0');
            part := '0' || chr(48 + length(part)) || part;
        END IF;
        done := done || part;
    END LOOP;
    RETURN done;
END $$;

-- What a text is sorted by, with COLLATE "C": marks, numbers, Chinese by pinyin, tone and strokes, as its phrases are
-- read, then Latin letters; the text itself at the end tells apart what is equal otherwise. The first <most> characters count.

CREATE FUNCTION sort_key(said text) RETURNS text LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
    plain CONSTANT text := translate(public.numbered(public.fold(left(said, <most>))),
        'abcdefghijklmnopqrstuvwxyz！（），：；？、。“”‘’《》【】—', 'ａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ!(),,,!,,""''''()()-');
    keys text[];
    places int[];
    place int;
    size int;
    done int := 0;
BEGIN
    SELECT array_agg(CASE WHEN ascii(each.one) BETWEEN <begin> AND <end> - 1
               THEN convert_from(substring('<rank>'::bytea FROM 3 * (ascii(each.one) - <begin>) + 1 FOR 3), 'UTF8')
               ELSE coalesce('<rare>'::jsonb ->> each.one, each.one) END ORDER BY each.nth),
           array_agg(each.nth ORDER BY each.nth) FILTER (WHERE '<longest>'::jsonb ? substr(plain, each.nth::int, 2))
    INTO keys, places FROM string_to_table(plain, NULL) WITH ORDINALITY AS each (one, nth);
    FOREACH place IN ARRAY coalesce(places, '{}') LOOP
        CONTINUE WHEN place <= done;
        size := least(('<longest>'::jsonb -> substr(plain, place, 2))::int, cardinality(keys) - place + 1);
        WHILE size > 1 AND NOT '<phrase>'::jsonb ? substr(plain, place, size) LOOP
            size := size - 1;
        END LOOP;
        IF size > 1 THEN
            done := place + size - 1;
            keys[place : done] := string_to_array('<phrase>'::jsonb ->> substr(plain, place, size), NULL);
        END IF;
    END LOOP;
    RETURN concat(array_to_string(keys, ''), chr(1)) || left(said, <most>);
END $$;

REVOKE EXECUTE ON FUNCTION fold, sort_key, numeral, counts, numbered FROM PUBLIC;
GRANT EXECUTE ON FUNCTION fold, sort_key, numeral, counts, numbered TO red_partners_reader, red_partners_writer;
