-- The server that each request was sent to, by its address; `sandbox` for the embedded one. Not known of earlier rows.
ALTER TABLE exchange ADD COLUMN server TEXT;
-- A page in place of an answer is a failure, whatever its status says.
DROP INDEX exchange_failed;
CREATE INDEX exchange_failed ON exchange (at) WHERE status IS NULL OR status >= 400 OR error_code IS 'not_json';
