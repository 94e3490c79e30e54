-- What is not forwarded until somebody says so: the events of a connection, or those that go to a handler.
CREATE TABLE pauses (
    what TEXT NOT NULL,                    -- connection, handler
    name TEXT NOT NULL,                    -- its ID, or its address without the query
    since INTEGER NOT NULL,                -- microseconds since 1970
    PRIMARY KEY (what, name)
) WITHOUT ROWID;
