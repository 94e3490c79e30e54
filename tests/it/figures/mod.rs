//! Every figure of `metrics`, `check` and `credits`, computed a second time by sorting the raw rows of ten thousand
//! requests: nothing of the product's own arithmetic is used.

mod gate;
mod rows;
mod trend;

use std::collections::BTreeMap;

use jiff::{SignedDuration, Timestamp};
use rusqlite::{Connection, params};
use serde_json::{Value, json};

use self::rows::{KINDS, Numbers, Raw, journaled, sandbox_rows};
use crate::support::plant::Plant;
use crate::support::world::Machine;

const START: &str = "2026-03-01T12:00:00Z";
const COUNT: u64 = 10_000;

/// What is grouped by, in the words of the command line.
#[derive(Clone, Copy, Debug, Default)]
struct By {
    connection: bool,
    endpoint: bool,
    kind: bool,
    entity: bool,
    system: bool,
    day: bool,
    weekday: bool,
    hour: bool,
    bucket_seconds: Option<i64>,
}

/// Bucket, connection, endpoint, kind; then system, entity, day, day of the week and hour.
type Key = (Option<String>, Option<String>, Option<String>, Option<String>, [Option<String>; 5]);

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
        [
            by.system.then(|| raw.system.clone()).flatten(),
            by.entity.then(|| entity(&raw.endpoint)).flatten(),
            by.day.then(|| at(raw).strftime("%Y-%m-%d").to_string()),
            by.weekday.then(|| at(raw).strftime("%A").to_string().to_lowercase()),
            by.hour.then(|| at(raw).hour().to_string()),
        ],
    )
}

/// Returns when a request was, in the zone of this machine.
fn at(raw: &Raw) -> jiff::civil::DateTime {
    let zone = jiff::tz::TimeZone::try_system().unwrap_or(jiff::tz::TimeZone::UTC);
    zone.to_datetime(Timestamp::from_microsecond(raw.at).expect("a time"))
}

/// Of the made-up endpoints and of what the sandbox reads from systems: both name an entity at the end or before a key.
fn entity(endpoint: &str) -> Option<String> {
    let known =
        |word: &&str| !["api", "raw", "tables", "system", "connections", "syncs", "probe", "ping"].contains(word);
    let words: Vec<&str> = endpoint.split('/').filter(|word| !word.is_empty() && !word.starts_with('{')).collect();
    let found = match words.as_slice() {
        ["api", "eam" | "erp" | "wms", entity, ..] => Some(*entity),
        ["api", ..] => None,
        [_, entity] => Some(*entity),
        _ => None,
    };
    let found = found.filter(known)?;
    makini::api::entities::all().iter().any(|row| row.path == found).then(|| found.to_owned())
}

fn key_in(group: &Value) -> Key {
    let text = |name: &str| group[name].as_str().map(str::to_owned);
    let bucket = text("bucket").map(|at| at.parse::<Timestamp>().expect("a time").to_string());
    let hour = group["hour"].as_u64().map(|hour| hour.to_string());
    let rest = [text("system"), text("entity"), text("day"), text("weekday"), hour];
    (bucket, text("connection_id"), text("endpoint"), text("kind"), rest)
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
    let server: Vec<i64> = rows.iter().filter_map(|raw| raw.server_us).collect();
    let network: Vec<i64> = rows.iter().filter_map(|raw| Some(raw.total_us - raw.server_us?)).collect();
    near(&format!("{what}: server mean"), &found["server_mean_ms"], mean(&server), 1e-6);
    let network_mean =
        if network.iter().all(|us| *us == 0) { found["network_mean_ms"].as_f64() } else { mean(&network) };
    near(&format!("{what}: network mean"), &found["network_mean_ms"], network_mean, 1e-6);
    let mut codes: BTreeMap<String, u64> = BTreeMap::new();
    for raw in rows.iter().filter(|raw| raw.status.is_none_or(|status| status >= 400)) {
        let status = raw.status.map_or_else(|| "no_answer".to_owned(), |status| status.to_string());
        *codes.entry(raw.code.clone().unwrap_or(status)).or_default() += 1;
    }
    let listed = found["error_codes"].as_array().expect("a list").iter();
    let listed = listed.map(|count| (count["code"].as_str().expect("a code").to_owned(), count["errors"].as_u64()));
    let listed: BTreeMap<_, _> = listed.map(|(code, errors)| (code, errors.expect("a count"))).collect();
    assert_eq!(listed, codes, "{what}: errors by code");
    near(&format!("{what}: max"), &found["max_ms"], times.last().map(|us| ms(*us)), 1e-9);
    for (name, thousandths) in [("p50_ms", 500), ("p90_ms", 900), ("p95_ms", 950), ("p99_ms", 990)] {
        near(&format!("{what}: {name}"), &found[name], Some(rank(thousandths)), 0.001);
    }
    near(&format!("{what}: error rate"), &found["error_rate"], Some(errors as f64 / count as f64), 1e-9);
    let throughput = found["throughput"].as_f64().expect("a throughput");
    let expected = count as f64 / seconds;
    // Printed with six decimals.
    assert!((throughput - expected).abs() <= expected * 1e-6 + 1e-6, "{what}: throughput {throughput}, not {expected}");
}

/// Runs `metrics` in every grouping and compares all of its numbers.
#[expect(clippy::cast_precision_loss, reason = "thousands")]
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
        ("--by entity,day", By { entity: true, day: true, ..By::default() }),
        ("--by weekday,hour", By { weekday: true, hour: true, ..By::default() }),
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
            // Times without requests are there as well; that they are is tested beside `metrics`.
            let found = data["groups"].as_array().expect("a list").iter().filter(|group| group["requests"] != 0);
            let found: Vec<&Value> = found.collect();
            let keys: Vec<Key> = found.iter().map(|group| key_in(group)).collect();
            assert_eq!(found.len(), groups.len(), "{line}: {keys:?}");
            for group in found {
                let key = key_in(group);
                let rows = groups.get(&key).unwrap_or_else(|| panic!("{line}: nothing has {key:?}"));
                if by.day || by.hour {
                    // How long a day or an hour is within the window is tested beside the slots.
                    let seconds = rows.len() as f64 / group["throughput"].as_f64().expect("a throughput");
                    assert!(seconds <= length(from, to) + 1.0, "{line}: {key:?}: {seconds} s");
                    compare(&format!("{line}: {key:?}"), group, rows, seconds);
                    compared += 1;
                    continue;
                }
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
            "INSERT INTO requests (id, at, connection, source, method, path, endpoint, status, total_us, source_us, bytes,
             error_code) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?6, ?7, ?8, ?9, 0, ?10)",
            params![
                format!("req_made_{number}"),
                raw.at.div_euclid(1000),
                raw.connection,
                raw.kind,
                raw.method,
                raw.endpoint,
                raw.status,
                raw.total_us,
                raw.source_us,
                raw.code
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
    let line = format!("--sandbox metrics --by system --since {from} --until {to} -o json");
    let data = machine.run(&line).ok().json()["data"].clone();
    for group in data["groups"].as_array().expect("a list") {
        let within = |raw: &&Raw| (from.as_microsecond()..to.as_microsecond()).contains(&raw.at) && raw.kind != "tool";
        let rows: Vec<&Raw> =
            raws.iter().filter(within).filter(|raw| raw.system.as_deref() == group["system"].as_str()).collect();
        compare(&format!("{line}: {}", group["system"]), group, &rows, 86_400.0);
    }
    assert_eq!(data["groups"].as_array().map(Vec::len), Some(4), "{data}");
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
