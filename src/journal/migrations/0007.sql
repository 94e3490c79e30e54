-- Changes of health that `makini monitor` settled on this machine.
CREATE TABLE health_change (
    number INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    profile TEXT NOT NULL,
    connection TEXT,
    name TEXT,
    event TEXT NOT NULL,
    severity TEXT,
    rule TEXT,
    reason TEXT,
    request_id TEXT
) STRICT;
CREATE INDEX health_change_of ON health_change (profile, connection, number);
