-- Events before which another of the same connection had come that happened later. They are few, and found out about when they
-- come: there is no order in which all others are found without a page for each connection.
CREATE TABLE overtaken (
    number INTEGER PRIMARY KEY REFERENCES arrivals (number) ON DELETE CASCADE,
    newer INTEGER NOT NULL                 -- the other, which may have been removed since
);
-- In the order of arrival a new row goes to the end.
DROP INDEX arrivals_connection;
CREATE INDEX arrivals_connection ON arrivals (number, connection, event_at);
