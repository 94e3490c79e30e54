-- What was changed in the settings of a connection, as JSON; null for the usual ones.
ALTER TABLE connections ADD COLUMN settings TEXT;

-- A page of a list reads only the created rows that are on it.
CREATE INDEX entity_write_by_number ON entity_write (connection_id, entity, number) WHERE number IS NOT NULL;
CREATE INDEX entity_write_changes ON entity_write (connection_id, entity) WHERE number IS NULL;
