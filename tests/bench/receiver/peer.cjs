// The peer of the benchmark: node's http with better-sqlite3, and a transaction for each request.
// Usage: NODE_PATH=…/node_modules node peer.cjs DATABASE SECRET
'use strict';
const http = require('node:http');
const crypto = require('node:crypto');
const Database = require('better-sqlite3');

const [path, secret] = process.argv.slice(2);
const db = new Database(path);
db.pragma('journal_mode = WAL');
db.pragma('synchronous = FULL');
db.exec('CREATE TABLE events (number INTEGER PRIMARY KEY, id TEXT UNIQUE, body BLOB)');
const insert = db.prepare('INSERT INTO events (id, body) VALUES (?, ?) ON CONFLICT DO NOTHING');

const server = http.createServer((request, response) => {
  const pieces = [];
  request.on('data', (piece) => pieces.push(piece));
  request.on('end', () => {
    const body = Buffer.concat(pieces);
    const given = Buffer.from(request.headers['x-webhook-signature'] ?? '', 'base64');
    const made = crypto.createHmac('sha256', secret).update(body).digest();
    if (given.length !== made.length || !crypto.timingSafeEqual(given, made)) return response.writeHead(401).end();
    // Without BEGIN each insert is a transaction, and on disk when it returns.
    insert.run(JSON.parse(body).id, body);
    response.writeHead(200).end('ok');
  });
});
server.listen(0, '127.0.0.1', () => console.log(`127.0.0.1:${server.address().port}`));
