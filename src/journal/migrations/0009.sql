-- The server that each request was sent to, by its address; `sandbox` for the embedded one. Not known of earlier rows.
ALTER TABLE exchange ADD COLUMN server TEXT;
-- An answer that cannot be used is a failure, whatever its status says.
DROP INDEX exchange_failed;
CREATE INDEX exchange_failed ON exchange (at) WHERE status IS NULL OR status >= 400
    OR error_code IN ('not_json', 'unexpected_answer', 'redirect');
