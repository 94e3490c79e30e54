//! The peer: node's http with better-sqlite3 and a transaction for each request, where both are installed.

use std::io::{BufRead as _, BufReader};
use std::process::{Command, Stdio};

use super::{KEY, Measured, load};

const SCRIPT: &str = r"
const http = require('node:http'), crypto = require('node:crypto');
const db = new (require('better-sqlite3'))(process.argv[1]);
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
    const made = crypto.createHmac('sha256', process.argv[2]).update(body).digest();
    if (given.length !== made.length || !crypto.timingSafeEqual(given, made)) return response.writeHead(401).end();
    insert.run(JSON.parse(body).id, body);
    response.writeHead(200).end('ok');
  });
});
server.listen(0, '127.0.0.1', () => console.log('127.0.0.1:' + server.address().port));
";

/// Measures it with so many deliveries; nothing if node or better-sqlite3 is missing. `NODE_PATH` says where it is.
pub(super) fn per_request(count: usize) -> Option<Measured> {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut node = Command::new("node")
        .args(["-e", SCRIPT])
        .arg(folder.path().join("node.db"))
        .arg(KEY)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .ok()?;
    let mut address = String::new();
    BufReader::new(node.stdout.take()?).read_line(&mut address).ok();
    let measured = address.trim().parse().ok().map(|address| load::run(address, load::requests(9, count)));
    node.kill().ok();
    node.wait().ok();
    measured
}
