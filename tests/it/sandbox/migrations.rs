//! A state of the first version, with data in it, opened by this one.

use makini::clock::Clock;
use rusqlite::Connection;
use serde_json::json;

use crate::support::sandbox::{InProcess, START};

const FIRST: &str = include_str!("../../../src/sandbox/migrations/0001.sql");

#[tokio::test]
async fn a_state_of_the_first_version_goes_on() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("sandbox.db");
    let now = START.parse::<jiff::Timestamp>().expect("constant").as_millisecond();
    let db = Connection::open(&path).expect("made");
    db.execute_batch(FIRST).expect("the first version");
    db.execute_batch(&format!(
        "INSERT INTO settings VALUES ('salt', '00000000000000ff');
         INSERT INTO sequences VALUES ('connection', 1), ('request', 64), ('sync', 1), ('evt', 1), ('del', 1);
         INSERT INTO connections (key, name, email, slug, status, health, deployment, credits, fields, salt,
             credentials, metadata, created_at, updated_at, connected_at, schedule_seconds, last_sync_at)
             VALUES ('00000000000001', 'Old plant', 'a@example.com', 'inextia', 'active', 'online', 'cloud', 2, '{{}}',
             x'00', x'00', '{{\"line\":\"7\"}}', {now}, {now}, {now}, 3600, {now});
         INSERT INTO syncs (id, connection, mode, \"trigger\", status, created_at, started_at, finished_at)
             VALUES ('sync_old', '00000000000001', 'initial', 'connect', 'completed', {now}, {now}, {now});
         INSERT INTO sync_entities VALUES (1, 0, 'sites', {now}, {now}, 5, 5, 0, 'completed', 5);
         INSERT INTO timers (at, kind, subject) VALUES ({now} + 3600000, 'schedule', '00000000000001');
         INSERT INTO faults (kind, connection, latency_ms, created_at)
             VALUES ('latency_ms', '00000000000001', 250, {now});
         INSERT INTO events (id, event, connection, at, payload)
             VALUES ('evt_old', 'sync.completed', '00000000000001', {now}, '{{}}');
         INSERT INTO webhook_endpoints (id, url, events, secret, created_at)
             VALUES ('whe_old', 'http://127.0.0.1:9/', '[]', 'mk_test_whsec_old', {now});
         INSERT INTO deliveries (id, endpoint, event, status, next_attempt_at, created_at)
             VALUES ('del_old', 'whe_old', 1, 'pending', {now} + 60000, {now});
         INSERT INTO requests (id, at, source, method, path, endpoint, status, total_us, source_us, bytes)
             VALUES ('req_old', {now}, 'api', 'GET', '/x', '/x', 200, 1, 1, 1);
         PRAGMA user_version = 1;"
    ))
    .expect("filled");
    drop(db);
    let sandbox = InProcess::open(Some(path.clone()), Clock::fixed(START.parse().expect("constant")), |_| {});
    let connection = sandbox.connection("00000000000001").await;
    assert_eq!((&connection["name"], &connection["status"]), (&json!("Old plant"), &json!("active")));
    assert!(connection["user_metadata"].as_str().is_some_and(|text| text.contains("\"line\":\"7\"")), "{connection}");
    assert_eq!(sandbox.get("/api/system/requests/req_old").await.data()["status"], 200);
    assert_eq!(sandbox.get("/sandbox/faults").await.data().as_array().map(Vec::len), Some(1));
    assert_eq!(sandbox.get("/api/system/webhooks/deliveries").await.data()[0]["id"], "del_old");
    let walked = sandbox.post("/sandbox/clock/advance", &json!({ "by_ms": 7_300_000 })).await.data();
    assert_eq!(walked["syncs_completed"], 2, "the schedule goes on: {walked}");
    assert!(walked["deliveries_failed"].as_u64() > Some(1), "and so do deliveries: {walked}");
    let syncs = sandbox.get("/api/system/connections/00000000000001/syncs").await.data();
    assert_eq!(syncs[0]["mode"], "incremental", "what was read before is known");
    let old = json!({ "entity": "sites", "status": "completed", "done": 5, "total": 5, "inserted": 5, "updated": 0 });
    assert_eq!((&syncs[2]["id"], &syncs[2]["entities"]), (&json!("sync_old"), &json!([old])));
    let db = Connection::open(&path).expect("opens");
    let kept: Vec<u8> = ["sandbox.db", "sandbox.db-wal"]
        .iter()
        .flat_map(|name| std::fs::read(folder.path().join(name)).unwrap_or_default())
        .collect();
    assert!(!kept.windows(17).any(|part| part == b"mk_test_whsec_old"), "secrets in the clear are sealed, and gone");
    let integrity: String = db.query_row("PRAGMA integrity_check", [], |row| row.get(0)).expect("a row");
    assert_eq!(integrity, "ok");
}
