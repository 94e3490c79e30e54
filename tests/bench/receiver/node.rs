//! The peer: node's http with better-sqlite3 and a transaction for each request, where both are installed.

use std::io::{BufRead as _, BufReader, ErrorKind};
use std::path::Path;
use std::process::{Command, Stdio};

use super::{KEY, Measured, load};

/// Measures it with so many deliveries. `NODE_PATH` says where better-sqlite3 is.
///
/// # Errors
/// What is missing, for people.
pub(super) fn per_request(count: usize) -> Result<Measured, String> {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/bench/receiver/peer.cjs");
    let path = folder.path().join("node.db");
    let mut node = Command::new("node")
        .arg(script)
        .arg(&path)
        .arg(KEY)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|error| match error.kind() {
            ErrorKind::NotFound => "node is not installed".to_owned(),
            _ => format!("node does not start: {error}"),
        })?;
    let mut address = String::new();
    BufReader::new(node.stdout.take().expect("piped")).read_line(&mut address).ok();
    let Ok(address) = address.trim().parse() else {
        let said = node.wait_with_output().map(|ended| String::from_utf8_lossy(&ended.stderr).into_owned());
        let said = said.unwrap_or_default();
        let why = said.lines().find(|line| line.starts_with("Error:")).unwrap_or("it ended without an address");
        return Err(format!("{why}; `npm install --prefix FOLDER better-sqlite3`, then NODE_PATH=FOLDER/node_modules"));
    };
    let measured = load::run(&[address], load::CONNECTIONS, load::requests(9, count));
    node.kill().ok();
    node.wait().ok();
    let db = rusqlite::Connection::open(path).expect("opened");
    let rows: i64 = db.query_row("SELECT count(*) FROM events", [], |row| row.get(0)).expect("counted");
    assert_eq!(usize::try_from(rows).expect("a count"), count, "node lost rows that it acknowledged");
    Ok(measured)
}
