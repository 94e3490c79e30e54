-- The index of request IDs in blocks of 4,096 rows. IDs are random: in one index of all rows, each row that was written changed
-- a page of its own.
DROP INDEX exchange_request_id;
CREATE INDEX exchange_request_id ON exchange (number >> 12, request_id) WHERE request_id IS NOT NULL;
