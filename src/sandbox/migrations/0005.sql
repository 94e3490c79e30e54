-- Whose tokens a code is exchanged for: a connection's, or the application's where none is named.
ALTER TABLE codes ADD COLUMN connection TEXT;

-- Addresses that open the pages of Makini Link for a connection that waits for them. The token in the address only as a
-- digest.
CREATE TABLE magic_links (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    token BLOB NOT NULL UNIQUE,
    connection TEXT NOT NULL REFERENCES connections (key),
    -- The system, where the person has no choice.
    slug TEXT,
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    used_at INTEGER
);
CREATE INDEX magic_links_by_connection ON magic_links (connection);

-- One walk through those pages. The cookie that proves it only as a digest.
CREATE TABLE link_visits (
    id TEXT PRIMARY KEY,
    cookie BLOB NOT NULL,
    purpose TEXT NOT NULL,
    redirect_uri TEXT,
    state TEXT,
    challenge TEXT,
    magic_link TEXT REFERENCES magic_links (id),
    slug TEXT,
    deployment TEXT,
    -- Set once the person has agreed.
    agreed_at INTEGER,
    -- What was entered and is no secret, and what is wrong with it: JSON.
    entered TEXT NOT NULL DEFAULT '{}',
    problems TEXT NOT NULL DEFAULT '[]',
    connection TEXT REFERENCES connections (key),
    ended_at INTEGER,
    expires_at INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX link_visits_by_expiry ON link_visits (expires_at);
