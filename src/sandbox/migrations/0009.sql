-- A sync is planned and read as a whole, so its plan is one value: a JSON list with an entry for each entity, as
-- [entity, since, starts_at, ends_at, total, inserted, updated, status, done]. The first `through` of them were read,
-- whatever their status says. `tries` counts how often in a row the call that is due did not go through.
ALTER TABLE syncs ADD COLUMN through INTEGER NOT NULL DEFAULT 0;
ALTER TABLE syncs ADD COLUMN tries INTEGER NOT NULL DEFAULT 0;
ALTER TABLE syncs ADD COLUMN plan TEXT NOT NULL DEFAULT '[]';
UPDATE syncs SET plan = (SELECT json_group_array(json_array(entity, since, starts_at, ends_at, total, inserted, updated,
    status, done)) FROM (SELECT *, (SELECT read_until FROM read_marks m WHERE m.connection = syncs.connection
    AND m.entity = e.entity) AS since FROM sync_entities e WHERE sync = syncs.seq ORDER BY position));
DROP TABLE sync_entities;

-- The same for the marks of a connection: a JSON object, entity to time.
ALTER TABLE read_marks RENAME TO read_marks_by_entity;
CREATE TABLE read_marks (connection TEXT PRIMARY KEY, marks TEXT NOT NULL) WITHOUT ROWID;
INSERT INTO read_marks SELECT connection, json_group_object(entity, read_until) FROM read_marks_by_entity
    GROUP BY connection;
DROP TABLE read_marks_by_entity;

-- Calls of a sync that are made at the same moment and go through are one row of the log: `count` of them, the last one
-- with the number `seq`. `calls` is a JSON list of [path, microseconds], and their IDs follow from `number`, that of the
-- first, and the ones after it; the row's own is nobody's.
ALTER TABLE requests ADD COLUMN count INTEGER NOT NULL DEFAULT 1;
ALTER TABLE requests ADD COLUMN number INTEGER;
ALTER TABLE requests ADD COLUMN calls TEXT;
