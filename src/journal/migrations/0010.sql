-- The same failures as before, in words that cost less: for a list of three, SQLite makes a table of its own for every row
-- that is written.
DROP INDEX exchange_failed;
CREATE INDEX exchange_failed ON exchange (at) WHERE status IS NULL OR status >= 400
    OR error_code = 'not_json' OR error_code = 'unexpected_answer' OR error_code = 'redirect';
