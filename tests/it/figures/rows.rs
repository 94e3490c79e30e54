//! The raw rows of ten thousand requests, made up or as they lie in a database.

use std::path::PathBuf;

use jiff::{SignedDuration, Timestamp};
use makini::api::requests::RequestKind;
use rusqlite::{Connection, params};

use super::COUNT;
use crate::support::exchange::good;
use crate::support::plant::keep;
use crate::support::world::Machine;

pub(super) const KINDS: [&str; 4] = ["api", "sync", "probe", "tool"];
pub(super) const ENDPOINTS: [&str; 4] =
    ["/api/eam/assets", "/api/erp/vendors/{key}", "/api/raw/tables", "/api/system/connections/{id}/syncs"];
pub(super) const STATUSES: [u16; 8] = [200, 200, 200, 201, 304, 404, 429, 503];

/// One request as it lies in a database.
#[derive(Clone, Debug)]
pub(super) struct Raw {
    /// Microseconds since 1970.
    pub(super) at: i64,
    pub(super) connection: Option<String>,
    pub(super) kind: String,
    pub(super) method: String,
    pub(super) endpoint: String,
    pub(super) status: Option<u16>,
    pub(super) code: Option<String>,
    pub(super) total_us: i64,
    pub(super) server_us: Option<i64>,
    pub(super) source_us: i64,
    pub(super) system: Option<String>,
}

/// The same numbers every time, spread over three orders of magnitude.
pub(super) struct Numbers(pub(super) u64);

impl Numbers {
    pub(super) fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 >> 11
    }

    pub(super) fn below(&mut self, limit: u64) -> u64 {
        self.next() % limit
    }

    pub(super) fn pick<'a>(&mut self, from: &[&'a str]) -> &'a str {
        from[usize::try_from(self.below(from.len() as u64)).expect("small")]
    }

    pub(super) fn raw(&mut self, now: Timestamp, connections: &[Option<&str>], kinds: &[&str]) -> Raw {
        let place = usize::try_from(self.below(connections.len() as u64)).expect("small");
        let total = 800 + self.below(1_000) * self.below(4_000);
        let ago = SignedDuration::from_millis(i64::try_from(self.below(26 * 3_600_000)).expect("small"));
        let status = STATUSES[usize::try_from(self.below(8)).expect("small")];
        Raw {
            at: now.checked_sub(ago).expect("in range").as_microsecond(),
            connection: connections[place].map(str::to_owned),
            kind: self.pick(kinds).to_owned(),
            method: self.pick(&["GET", "POST"]).to_owned(),
            endpoint: self.pick(&ENDPOINTS).to_owned(),
            status: Some(status),
            code: (status == 503).then(|| "SOURCE_UNREACHABLE".to_owned()),
            system: None,
            server_us: None,
            total_us: i64::try_from(total).expect("small"),
            source_us: i64::try_from(if self.below(3) == 0 { 0 } else { total / 2 }).expect("small"),
        }
    }
}

/// Reads the sandbox's log past the product: one row each, also of those that are stored together.
pub(super) fn sandbox_rows(path: PathBuf) -> Vec<Raw> {
    let db = Connection::open(path).expect("opens");
    let mut found = db
        .prepare(
            "SELECT at * 1000, connection, source, method, endpoint, status, total_us, source_us, error_code,
             (SELECT slug FROM connections WHERE key = connection) FROM requests
             WHERE calls IS NULL
             UNION ALL SELECT at * 1000, connection, source, method, json_extract(call.value, '$[0]'), status,
             json_extract(call.value, '$[1]'), json_extract(call.value, '$[1]'), error_code,
             (SELECT slug FROM connections WHERE key = connection)
             FROM requests, json_each(calls) AS call WHERE calls IS NOT NULL",
        )
        .expect("valid SQL");
    let rows = found.query_map([], |row| {
        Ok(Raw {
            at: row.get(0)?,
            connection: row.get(1)?,
            kind: row.get(2)?,
            method: row.get(3)?,
            endpoint: row.get(4)?,
            status: row.get(5)?,
            total_us: row.get(6)?,
            server_us: row.get(6)?,
            source_us: row.get(7)?,
            code: row.get(8)?,
            system: row.get(9)?,
        })
    });
    rows.expect("read").collect::<Result<_, _>>().expect("rows")
}

/// Opens the journal of a machine past the product, and makes it first.
pub(super) fn database(machine: &Machine) -> Connection {
    keep(machine, &[makini::exchange::Exchange { kind: RequestKind::Tool, ..good("2026-02-01T00:00:00Z") }]);
    let path = machine.home().join("state");
    let path = std::fs::read_dir(path).expect("a folder").filter_map(Result::ok).map(|entry| entry.path());
    let path = path.into_iter().find(|path| path.extension().is_some_and(|ext| ext == "db")).expect("the journal");
    Connection::open(path).expect("opens")
}

/// Fills the journal of a machine, and returns its rows.
pub(super) fn journaled(machine: &Machine, now: Timestamp) -> Vec<Raw> {
    let db = database(machine);
    let mut numbers = Numbers(0xdead_10cc_0b5e_55ed);
    let mut raws = Vec::new();
    db.execute_batch("BEGIN").expect("begun");
    for _ in 0..COUNT {
        let mut raw = numbers.raw(now, &[Some("A"), Some("B"), None], &KINDS);
        raw.at += i64::try_from(numbers.below(1000)).expect("small");
        if numbers.below(20) == 0 {
            raw.status = None;
            raw.code = (numbers.below(2) == 0).then(|| "timeout".to_owned());
        }
        if raw.source_us > 0 {
            raw.server_us = Some(raw.source_us.midpoint(raw.total_us));
        }
        db.execute(
            "INSERT INTO exchange (at, profile, connection, kind, method, template, path, status, elapsed, source_time,
             server_time, error_code, sent_bytes, received_bytes, attempt)
             VALUES (?1, 'default', ?2, ?3, ?4, ?5, ?5, ?6, ?7, ?8, ?9, ?10, 0, 0, 1)",
            params![
                raw.at,
                raw.connection,
                raw.kind,
                raw.method,
                raw.endpoint,
                raw.status,
                raw.total_us,
                (raw.source_us > 0).then_some(raw.source_us),
                raw.server_us,
                raw.code
            ],
        )
        .expect("inserted");
        raws.push(raw);
    }
    db.execute_batch("COMMIT").expect("committed");
    raws
}
