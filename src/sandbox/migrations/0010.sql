-- The first pair of each chain of refreshed pairs: a leaked code revokes all that came from it.
ALTER TABLE tokens ADD COLUMN family INTEGER;
UPDATE tokens SET family = pair;
CREATE INDEX tokens_by_family ON tokens (family);

-- Deliveries that were given up are counted by alert rules, each minute.
CREATE INDEX deliveries_failed ON deliveries (seq) WHERE status = 'failed';
