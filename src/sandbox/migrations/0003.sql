-- Faults: where they strike, everything they were told (JSON), and how often they could have and did.
ALTER TABLE faults ADD COLUMN scope TEXT NOT NULL DEFAULT 'connection';
ALTER TABLE faults ADD COLUMN spec TEXT NOT NULL DEFAULT '{}';
ALTER TABLE faults ADD COLUMN seen INTEGER NOT NULL DEFAULT 0;
ALTER TABLE faults ADD COLUMN struck INTEGER NOT NULL DEFAULT 0;
UPDATE faults SET kind = 'latency' WHERE kind = 'latency_ms';
UPDATE faults SET spec = json_object('kind', kind, 'scope', scope, 'connection_id', connection, 'count', remaining,
    'latency_ms', latency_ms, 'status', status, 'code', code);
CREATE INDEX faults_by_scope ON faults (scope);

-- Endpoints can be turned off, write in another form, and get a new secret while the old one still counts.
ALTER TABLE webhook_endpoints ADD COLUMN enabled INTEGER NOT NULL DEFAULT 1;
ALTER TABLE webhook_endpoints ADD COLUMN format TEXT NOT NULL DEFAULT 'compact';
ALTER TABLE webhook_endpoints ADD COLUMN old_secret TEXT;
ALTER TABLE webhook_endpoints ADD COLUMN old_until INTEGER;
ALTER TABLE webhook_endpoints ADD COLUMN updated_at INTEGER;

-- `held` waits for the next delivery to the same endpoint; `test` is tried once.
ALTER TABLE deliveries ADD COLUMN faults TEXT;
ALTER TABLE deliveries ADD COLUMN held INTEGER NOT NULL DEFAULT 0;
ALTER TABLE deliveries ADD COLUMN test INTEGER NOT NULL DEFAULT 0;
CREATE INDEX deliveries_held ON deliveries (endpoint) WHERE held = 1;
ALTER TABLE attempts ADD COLUMN faults TEXT;

-- Which events a connection sends, as a JSON list of patterns; all of them without a row.
CREATE TABLE connection_events (connection TEXT PRIMARY KEY, events TEXT NOT NULL) WITHOUT ROWID;

-- Webhooks of one's own: when a row that changed fulfils the condition, `flow.<name>` is sent.
CREATE TABLE webhook_conditions (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    connection TEXT,
    entity TEXT NOT NULL,
    field TEXT NOT NULL,
    operator TEXT NOT NULL,
    value TEXT NOT NULL,
    created_at INTEGER NOT NULL
);
