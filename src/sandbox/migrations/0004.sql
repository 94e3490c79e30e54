-- Keys of customers, each sealed by the master key, which is never in this file. Customer '' is the account itself.
CREATE TABLE customer_keys (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    customer TEXT NOT NULL UNIQUE,
    sealed BLOB NOT NULL
);

-- The secret fields of credentials are kept sealed from here on. What was there before, a digest, opens nothing.
UPDATE connections SET credentials = x'';
ALTER TABLE connections DROP COLUMN salt;

-- Secrets of webhook endpoints that are still text are sealed by whoever opens the file next: that takes the master key.
