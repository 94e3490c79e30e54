//! Every figure of `metrics`, `check` and `credits`, computed a second time by sorting the raw rows of ten thousand
//! requests: nothing of the product's own arithmetic is used.

mod gate;

use std::collections::BTreeMap;
use std::path::PathBuf;

use jiff::{SignedDuration, Timestamp};
use makini::api::requests::RequestKind;
use rusqlite::{Connection, params};
use serde_json::{Value, json};

use crate::support::exchange::good;
use crate::support::plant::{Plant, keep};
use crate::support::world::Machine;

const START: &str = "2026-03-01T12:00:00Z";
const COUNT: u64 = 10_000;

const KINDS: [&str; 4] = ["api", "sync", "probe", "tool"];
const ENDPOINTS: [&str; 4] =
    ["/api/eam/assets", "/api/erp/vendors/{key}", "/api/raw/tables", "/api/system/connections/{id}/syncs"];
const STATUSES: [u16; 8] = [200, 200, 200, 201, 304, 404, 429, 503];

/// One request as it lies in a database.
#[derive(Clone, Debug)]
struct Raw {
    /// Microseconds since 1970.
    at: i64,
    connection: Option<String>,
    kind: String,
    method: String,
    endpoint: String,
    status: Option<u16>,
    total_us: i64,
    source_us: i64,
}

/// The same numbers every time, spread over three orders of magnitude.
struct Numbers(u64);

impl Numbers {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 >> 11
    }

    fn below(&mut self, limit: u64) -> u64 {
        self.next() % limit
    }

    fn pick<'a>(&mut self, from: &[&'a str]) -> &'a str {
        from[usize::try_from(self.below(from.len() as u64)).expect("small")]
    }

    fn raw(&mut self, now: Timestamp, connections: &[Option<&str>], kinds: &[&str]) -> Raw {
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
            total_us: i64::try_from(total).expect("small"),
            source_us: i64::try_from(if self.below(3) == 0 { 0 } else { total / 2 }).expect("small"),
        }
    }
}

/// What is grouped by, in the words of the command line.
#[derive(Clone, Copy, Debug, Default)]
struct By {
    connection: bool,
    endpoint: bool,
    kind: bool,
    bucket_seconds: Option<i64>,
}

type Key = (Option<String>, Option<String>, Option<String>, Option<String>);

fn key_of(raw: &Raw, by: By) -> Key {
    let bucket = by.bucket_seconds.map(|length| {
        let second = raw.at.div_euclid(1_000_000).div_euclid(length) * length;
        Timestamp::from_second(second).expect("a time").to_string()
    });
    (
        bucket,
        by.connection.then(|| raw.connection.clone()).flatten(),
        by.endpoint.then(|| format!("{} {}", raw.method, raw.endpoint)),
        by.kind.then(|| raw.kind.clone()),
    )
}

fn key_in(group: &Value) -> Key {
    let text = |name: &str| group[name].as_str().map(str::to_owned);
    let bucket = text("bucket").map(|at| at.parse::<Timestamp>().expect("a time").to_string());
    (bucket, text("connection_id"), text("endpoint"), text("kind"))
}

#[track_caller]
fn near(what: &str, found: &Value, expected: Option<f64>, tolerance: f64) {
    match (found.as_f64(), expected) {
        (None, None) => {}
        (Some(found), Some(expected)) => {
            let allowed = expected.abs() * tolerance + 0.001;
            assert!((found - expected).abs() <= allowed, "{what}: {found}, not {expected}");
        }
        (found, expected) => panic!("{what}: {found:?}, not {expected:?}"),
    }
}

/// Compares the figures of one group with those of its rows. `seconds` is how long the window is.
#[expect(clippy::cast_precision_loss, reason = "microseconds of a day")]
#[track_caller]
fn compare(what: &str, found: &Value, rows: &[&Raw], seconds: f64) {
    let count = rows.len();
    let errors = rows.iter().filter(|raw| raw.status.is_none_or(|status| status >= 400)).count();
    assert_eq!((&found["requests"], &found["errors"]), (&json!(count), &json!(errors)), "{what}");
    if count == 0 {
        return;
    }
    let mut times: Vec<i64> = rows.iter().map(|raw| raw.total_us).collect();
    times.sort_unstable();
    let ms = |us: i64| us as f64 / 1000.0;
    // Nearest rank: the smallest value that at least this share does not exceed.
    let rank = |thousandths: usize| ms(times[(count * thousandths).div_ceil(1000).max(1) - 1]);
    let mean =
        |times: &[i64]| (!times.is_empty()).then(|| times.iter().sum::<i64>() as f64 / times.len() as f64 / 1000.0);
    let sources: Vec<i64> = rows.iter().map(|raw| raw.source_us).filter(|us| *us > 0).collect();
    near(&format!("{what}: mean"), &found["mean_ms"], mean(&times), 1e-6);
    near(&format!("{what}: source mean"), &found["source_mean_ms"], mean(&sources), 1e-6);
    near(&format!("{what}: max"), &found["max_ms"], times.last().map(|us| ms(*us)), 1e-9);
    for (name, thousandths) in [("p50_ms", 500), ("p95_ms", 950), ("p99_ms", 990)] {
        near(&format!("{what}: {name}"), &found[name], Some(rank(thousandths)), 0.001);
    }
    near(&format!("{what}: error rate"), &found["error_rate"], Some(errors as f64 / count as f64), 1e-9);
    let throughput = found["throughput"].as_f64().expect("a throughput");
    let expected = count as f64 / seconds;
    // Printed with six decimals.
    assert!((throughput - expected).abs() <= expected * 1e-6 + 1e-6, "{what}: throughput {throughput}, not {expected}");
}

/// Runs `metrics` in every grouping and compares all of its numbers.
fn compare_metrics(machine: &Machine, source: &str, raws: &[Raw], (from, to): (Timestamp, Timestamp)) {
    let within = |raw: &&Raw| (from.as_microsecond()..to.as_microsecond()).contains(&raw.at);
    let length = |from: Timestamp, to: Timestamp| to.duration_since(from).as_secs_f64();
    let mut compared = 0;
    for (words, by) in [
        ("--by connection", By { connection: true, ..By::default() }),
        ("--by endpoint", By { endpoint: true, ..By::default() }),
        ("--by kind", By { kind: true, ..By::default() }),
        ("--by connection,endpoint,kind", By { connection: true, endpoint: true, kind: true, ..By::default() }),
        ("--bucket 1h", By { bucket_seconds: Some(3600), ..By::default() }),
        ("--by kind --bucket 7h", By { kind: true, bucket_seconds: Some(7 * 3600), ..By::default() }),
    ] {
        for (kind, kinds) in [("", &KINDS[..3]), ("--kind api", &KINDS[..1]), ("--kind tool,probe", &KINDS[2..])] {
            let line = format!("{source} {words} {kind} --since {from} --until {to} -o json");
            let data = machine.run(&line).ok().json()["data"].clone();
            let rows: Vec<&Raw> = raws.iter().filter(within).filter(|raw| kinds.contains(&&*raw.kind)).collect();
            compare(&format!("{line}: total"), &data["total"], &rows, length(from, to));
            let mut groups: BTreeMap<Key, Vec<&Raw>> = BTreeMap::new();
            for raw in rows {
                groups.entry(key_of(raw, by)).or_default().push(raw);
            }
            let found = data["groups"].as_array().expect("a list");
            let keys: Vec<Key> = found.iter().map(key_in).collect();
            assert_eq!(found.len(), groups.len(), "{line}: {keys:?}");
            for group in found {
                let key = key_in(group);
                let rows = groups.get(&key).unwrap_or_else(|| panic!("{line}: nothing has {key:?}"));
                let seconds = match (&key.0, by.bucket_seconds) {
                    (Some(start), Some(bucket)) => {
                        let start: Timestamp = start.parse().expect("a time");
                        let end = start.checked_add(SignedDuration::from_secs(bucket)).expect("a time");
                        length(start.max(from), end.min(to))
                    }
                    _ => length(from, to),
                };
                compare(&format!("{line}: {key:?}"), group, rows, seconds);
                compared += 1;
            }
        }
    }
    assert!(compared > 100, "{compared} groups compared");
}

/// Runs `metrics` of one connection, which is by endpoint, and compares its numbers.
fn compare_one(machine: &Machine, line: &str, mine: &[&Raw], (from, to): (Timestamp, Timestamp)) {
    let data = machine.run(&format!("{line} --since {from} --until {to} -o json")).ok().json()["data"].clone();
    let window = from.as_microsecond()..to.as_microsecond();
    let rows = mine.iter().copied().filter(|raw| window.contains(&raw.at) && raw.kind != "tool");
    let rows: Vec<&Raw> = rows.collect();
    let seconds = to.duration_since(from).as_secs_f64();
    compare(&format!("{line}: total"), &data["total"], &rows, seconds);
    let mut groups: BTreeMap<Key, Vec<&Raw>> = BTreeMap::new();
    for raw in rows {
        groups.entry(key_of(raw, By { endpoint: true, ..By::default() })).or_default().push(raw);
    }
    let found = data["groups"].as_array().expect("a list");
    assert_eq!(found.len(), groups.len(), "{line}");
    for group in found {
        let key = key_in(group);
        compare(&format!("{line}: {key:?}"), group, &groups[&key], seconds);
    }
}

/// Compares the evidence of `check --max-error-rate … --max-p95 …` with the rows: of every request, and of the calls alone.
#[expect(clippy::cast_precision_loss, reason = "thousands, and microseconds")]
#[track_caller]
fn compare_gate(gate: &Value, raws: &[Raw]) {
    let connections = gate["data"]["connections"].as_array().expect("a list");
    for row in connections {
        let id = row["connection_id"].as_str().expect("an ID");
        let finding = |rule: &str| {
            let findings = row["findings"].as_array().expect("a list");
            findings.iter().find(|finding| finding["rule"] == rule).expect("a finding")["evidence"].clone()
        };
        let (rate, latency) = (finding("error-rate"), finding("latency"));
        let bound = |name: &str| rate[name].as_str().expect("a time").parse::<Timestamp>().expect("a time");
        let window = bound("from").as_microsecond()..=bound("to").as_microsecond();
        let mine = raws.iter().filter(|raw| raw.connection.as_deref() == Some(id) && window.contains(&raw.at));
        let counted: Vec<&Raw> = mine.filter(|raw| raw.kind != "tool").collect();
        let failed = counted.iter().filter(|raw| raw.status.is_none_or(|status| status >= 400)).count();
        assert_eq!((&rate["requests"], &rate["errors"]), (&json!(counted.len()), &json!(failed)), "{id}");
        near(id, &rate["error_rate"], Some(failed as f64 / counted.len() as f64), 1e-9);
        let calls: Vec<&Raw> = counted.into_iter().filter(|raw| raw.kind == "api").collect();
        let mut times: Vec<i64> = calls.iter().map(|raw| raw.total_us).collect();
        times.sort_unstable();
        assert_eq!(latency["requests"], json!(times.len()), "{id}");
        near(id, &latency["p95_ms"], Some(times[(times.len() * 95).div_ceil(100) - 1] as f64 / 1000.0), 0.001);
        let sources: Vec<i64> = calls.iter().map(|raw| raw.source_us).filter(|us| *us > 0).collect();
        let mean = sources.iter().sum::<i64>() as f64 / sources.len() as f64 / 1000.0;
        near(id, &latency["source_mean_ms"], Some(mean), 1e-6);
    }
    assert!(connections.len() > 1, "{gate}");
}

/// Reads the sandbox's log past the product: one row each, also of those that are stored together.
fn sandbox_rows(path: PathBuf) -> Vec<Raw> {
    let db = Connection::open(path).expect("opens");
    let mut found = db
        .prepare(
            "SELECT at * 1000, connection, source, method, endpoint, status, total_us, source_us FROM requests
             WHERE calls IS NULL
             UNION ALL SELECT at * 1000, connection, source, method, json_extract(call.value, '$[0]'), status,
             json_extract(call.value, '$[1]'), json_extract(call.value, '$[1]')
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
            source_us: row.get(7)?,
        })
    });
    rows.expect("read").collect::<Result<_, _>>().expect("rows")
}

#[test]
fn the_figures_of_a_sandbox_are_those_of_its_log() {
    let machine = Machine::new().at(START);
    let plant = Plant::of(&machine);
    let well = plant.connected("inextia", "Plant 7");
    let ill = plant.connected("sap", "SAP Ulm");
    let third = plant.connected("upkeep", "Plant 9");
    let path = machine.home().join("data/sandbox.db");
    plant.source_down(&ill);
    plant.wait(26 * 3600);
    // What fell due happens before the next answer.
    plant.get("/api/system/client");
    plant.wait(1);
    let now = machine.clock().now();
    let mut numbers = Numbers(0x005e_ed0f_5a11_f00d);
    let db = Connection::open(&path).expect("opens");
    db.execute_batch("BEGIN").expect("begun");
    let connections = [Some(well.as_str()), Some(&ill), Some(&third), None];
    for number in 0..COUNT {
        let raw = numbers.raw(now, &connections, &KINDS);
        db.execute(
            "INSERT INTO requests (id, at, connection, source, method, path, endpoint, status, total_us, source_us, bytes)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?6, ?7, ?8, ?9, 0)",
            params![
                format!("req_made_{number}"),
                raw.at.div_euclid(1000),
                raw.connection,
                raw.kind,
                raw.method,
                raw.endpoint,
                raw.status,
                raw.total_us,
                raw.source_us
            ],
        )
        .expect("inserted");
    }
    db.execute_batch("COMMIT").expect("committed");
    drop(db);
    let raws = sandbox_rows(path.clone());
    let real = raws.iter().filter(|raw| raw.connection.as_ref() == Some(&ill) && raw.status == Some(503)).count();
    assert!(real > 50, "the outage is in the log: {real}");
    let to = now;
    let from = to.checked_sub(SignedDuration::from_hours(24)).expect("in range");
    compare_metrics(&machine, "--sandbox metrics", &raws, (from, to));
    let mine: Vec<&Raw> = raws.iter().filter(|raw| raw.connection.as_ref() == Some(&well)).collect();
    compare_one(&machine, "--sandbox metrics 'Plant 7'", &mine, (from, to));

    // The gate has the same numbers, of every request and of the calls alone.
    let gate = machine.run("--sandbox check --max-error-rate 0% --max-p95 1ms --window 24h -o json");
    let raws = sandbox_rows(path.clone());
    let json = gate.json();
    compare_gate(&json, &raws);

    // Tier 1, 2 and 3 cost 1, 2 and 4.
    let credits = || machine.run("--sandbox credits -o json").ok().json()["data"].clone();
    let sum = |data: &Value| {
        let rows = data["connections"].as_array().expect("a list").clone();
        rows.iter().filter_map(|row| row["credits"].as_u64()).sum::<u64>()
    };
    let before = credits();
    assert_eq!((&before["total"], &before["used"], &before["available"]), (&json!(60), &json!(6), &json!(54)));
    assert_eq!(sum(&before), 6);
    plant.delete(&format!("/api/system/connections/{ill}"));
    let after = credits();
    assert_eq!((&after["used"], &after["available"]), (&json!(2), &json!(58)));
    assert_eq!(sum(&after), 2);
}

/// Fills the journal of a machine, and returns its rows.
fn journaled(machine: &Machine, now: Timestamp) -> Vec<Raw> {
    // Makes the file.
    keep(machine, &[makini::exchange::Exchange { kind: RequestKind::Tool, ..good("2026-02-01T00:00:00Z") }]);
    let path = machine.home().join("state");
    let path = std::fs::read_dir(path).expect("a folder").filter_map(Result::ok).map(|entry| entry.path());
    let path = path.into_iter().find(|path| path.extension().is_some_and(|ext| ext == "db")).expect("the journal");
    let db = Connection::open(path).expect("opens");
    let mut numbers = Numbers(0xdead_10cc_0b5e_55ed);
    let mut raws = Vec::new();
    db.execute_batch("BEGIN").expect("begun");
    for _ in 0..COUNT {
        let mut raw = numbers.raw(now, &[Some("A"), Some("B"), None], &KINDS);
        raw.at += i64::try_from(numbers.below(1000)).expect("small");
        if numbers.below(20) == 0 {
            raw.status = None;
        }
        db.execute(
            "INSERT INTO exchange (at, profile, connection, kind, method, template, path, status, elapsed, source_time,
             sent_bytes, received_bytes, attempt) VALUES (?1, 'default', ?2, ?3, ?4, ?5, ?5, ?6, ?7, ?8, 0, 0, 1)",
            params![
                raw.at,
                raw.connection,
                raw.kind,
                raw.method,
                raw.endpoint,
                raw.status,
                raw.total_us,
                (raw.source_us > 0).then_some(raw.source_us)
            ],
        )
        .expect("inserted");
        raws.push(raw);
    }
    db.execute_batch("COMMIT").expect("committed");
    raws
}

#[test]
fn the_figures_of_the_journal_are_those_of_its_rows() {
    let machine = Machine::new().at(START);
    let now: Timestamp = START.parse().expect("constant");
    let raws = journaled(&machine, now);
    let from = now.checked_sub(SignedDuration::from_hours(24)).expect("in range");
    compare_metrics(&machine, "metrics --source journal", &raws, (from, now));
    let mine: Vec<&Raw> = raws.iter().filter(|raw| raw.connection.as_deref() == Some("A")).collect();
    compare_one(&machine, "metrics A --source journal", &mine, (from, now));
}
