-- Accounts: a login is one login however it is written; what changes an account ends the tokens it has; a day's
-- attachments are counted; an idempotency key keeps what was done.

-- Logins ignore case, width and blanks around them. Sign-in and uniqueness ask this function, and nothing else does it.

CREATE FUNCTION fold_login(login text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN btrim(normalize(casefold(normalize(login, NFKC) COLLATE pg_unicode_fast), NFKC));

DO $$
DECLARE same text;
BEGIN
    SELECT string_agg(logins, '; ') INTO same
    FROM (SELECT string_agg(quote_literal(login), ' = ' ORDER BY login) AS logins
          FROM account GROUP BY fold_login(login) HAVING count(*) > 1) AS collisions;
    IF same IS NOT NULL THEN
        RAISE EXCEPTION USING ERRCODE = 'unique_violation', CONSTRAINT = 'uq_account_login_key', MESSAGE =
            '登录名不再区分大小写和全角半角，以下账号因此相同，请先改名（UPDATE account SET login = …），再升级。'
            'Logins no longer differ by case or width, and so these are the same: rename all but one of each '
            '(UPDATE account SET login = …), then migrate again: ' || same;
    END IF;
END $$;

ALTER TABLE account
    DROP CONSTRAINT uq_account_login,
    ADD login_key text NOT NULL GENERATED ALWAYS AS (fold_login(login)) STORED,
    ADD epoch integer NOT NULL DEFAULT 0,
    ADD epoch_at timestamptz,
    ADD CONSTRAINT uq_account_login_key UNIQUE (login_key);
CREATE INDEX ix_account_epoch_at ON account (epoch_at) WHERE epoch_at IS NOT NULL;

-- 14. A token says the epoch of its account, and counts as long as that lasts: a changed password, another role or
-- place, a disabled account and a partner that left or was rejected begin the next. Every server process is told.

CREATE FUNCTION begin_epoch() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.epoch := OLD.epoch + 1;
    NEW.epoch_at := clock_timestamp();
    PERFORM pg_notify('account_epoch', NEW.id || ' ' || NEW.epoch);
    RETURN NEW;
END $$;

CREATE TRIGGER begin_epoch BEFORE UPDATE ON account FOR EACH ROW
WHEN ((OLD.password_hash, OLD.disabled, OLD.oidc_subject, OLD.role, OLD.subdistrict_id, OLD.community_id,
       OLD.branch_id, OLD.partner_id, OLD.code_prefix, OLD.epoch)
      IS DISTINCT FROM (NEW.password_hash, NEW.disabled, NEW.oidc_subject, NEW.role, NEW.subdistrict_id,
       NEW.community_id, NEW.branch_id, NEW.partner_id, NEW.code_prefix, NEW.epoch))
EXECUTE FUNCTION begin_epoch();

CREATE FUNCTION end_tokens() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    UPDATE account SET epoch = epoch + 1
    WHERE subdistrict_id = NEW.subdistrict_id AND partner_id = NEW.id;
    RETURN NULL;
END $$;

CREATE TRIGGER end_tokens AFTER UPDATE OF status ON partner_unit FOR EACH ROW
WHEN (NEW.status IN ('EXITED', 'REJECTED') AND OLD.status <> NEW.status)
EXECUTE FUNCTION end_tokens();

-- What an account has attached on a day in China: the day is of the newest, and a new one begins at nothing.

CREATE TABLE attachment_use (
    account_id uuid NOT NULL,
    day date NOT NULL,
    files integer NOT NULL,
    bytes bigint NOT NULL,
    CONSTRAINT pk_attachment_use PRIMARY KEY (account_id),
    CONSTRAINT fk_attachment_use_account_id FOREIGN KEY (account_id) REFERENCES account (id),
    CONSTRAINT ck_attachment_use_not_negative CHECK (files >= 0 AND bytes >= 0)
);
GRANT SELECT, INSERT, UPDATE (day, files, bytes) ON attachment_use TO red_partners_writer;

-- A key keeps what was done. A refusal did nothing, so its key is unused; what else was kept is words that name no
-- object: such a key stays used until its week is over, so that nothing is done twice.

DELETE FROM idempotency_key WHERE answer IS NULL OR convert_from(answer, 'UTF8')::jsonb -> 1 <> '[]';
ALTER TABLE idempotency_key DROP answer, ADD shown jsonb;
GRANT UPDATE (shown) ON idempotency_key TO red_partners_writer;

REVOKE EXECUTE ON FUNCTION fold_login, begin_epoch, end_tokens FROM PUBLIC;
GRANT EXECUTE ON FUNCTION fold_login TO red_partners_writer;
