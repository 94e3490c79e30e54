-- What each request was for. Earlier rows are told apart by what they asked: reads of the platform's own resources were
-- questions of this program.
ALTER TABLE exchange ADD COLUMN kind TEXT NOT NULL DEFAULT 'api';
UPDATE exchange SET kind = 'tool'
WHERE template LIKE '/.well-known/%' OR (method IN ('GET', 'HEAD') AND template LIKE '/api/system/%');
