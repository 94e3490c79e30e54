-- Alert rules: a figure, what it must stay under, and how it stands. `asleep` until a request is logged: nothing can
-- change before that.
CREATE TABLE alert_rules (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    metric TEXT NOT NULL,
    connection TEXT,
    threshold REAL NOT NULL,
    window_ms INTEGER NOT NULL,
    state TEXT NOT NULL DEFAULT 'ok',
    value REAL,
    -- The connection that is furthest over, where the rule is about all of them.
    culprit TEXT,
    changed_at INTEGER,
    evaluated_at INTEGER,
    asleep INTEGER NOT NULL DEFAULT 0,
    created_at INTEGER NOT NULL
);
CREATE INDEX alert_rules_asleep ON alert_rules (seq) WHERE asleep = 1;

CREATE TABLE alert_changes (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    rule TEXT NOT NULL REFERENCES alert_rules (id) ON DELETE CASCADE,
    at INTEGER NOT NULL,
    state TEXT NOT NULL,
    value REAL,
    culprit TEXT
);
CREATE INDEX alert_changes_by_rule ON alert_changes (rule, seq);

-- Flows: workflows of the catalogue that were set up for a connection, and every run of them.
CREATE TABLE flows (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    template TEXT NOT NULL,
    connection TEXT NOT NULL REFERENCES connections (key),
    status TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    UNIQUE (template, connection)
);
CREATE INDEX flows_by_connection ON flows (connection);

CREATE TABLE flow_executions (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    flow TEXT NOT NULL REFERENCES flows (id) ON DELETE CASCADE,
    "trigger" TEXT NOT NULL,
    status TEXT NOT NULL,
    input TEXT NOT NULL,
    error TEXT,
    started_at INTEGER NOT NULL,
    finished_at INTEGER
);
CREATE INDEX flow_executions_by_flow ON flow_executions (flow, seq);

CREATE TABLE flow_steps (
    execution INTEGER NOT NULL REFERENCES flow_executions (seq) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    status TEXT NOT NULL,
    started_at INTEGER NOT NULL,
    finished_at INTEGER NOT NULL,
    input TEXT NOT NULL,
    output TEXT,
    error TEXT,
    PRIMARY KEY (execution, position)
) WITHOUT ROWID;
