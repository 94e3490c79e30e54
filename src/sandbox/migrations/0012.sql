-- Data of a disconnected connection stays until it is deleted.
ALTER TABLE connections ADD COLUMN data_deleted_at INTEGER;
