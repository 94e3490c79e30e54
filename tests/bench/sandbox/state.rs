//! A state with many connections, each with a token and a schedule.

use std::path::Path;

use makini::clock::Clock;
use makini::sandbox::{Options, Sandbox};

/// Makes it.
pub(crate) fn make(path: &Path, connections: usize) {
    let mut options = Options::new(Clock::system());
    options.path = Some(path.to_owned());
    let now = options.clock.now().as_millisecond();
    drop(Sandbox::open(options).expect("made"));
    let mut db = rusqlite::Connection::open(path).expect("opened");
    let tx = db.transaction().expect("begun");
    for number in 0..connections {
        let key = format!("{number:014}");
        let fields = r#"{"url":"https://plant.example.com","username":"integration"}"#;
        tx.prepare_cached(
            "INSERT INTO connections (key, name, email, slug, status, health, deployment, credits, fields,
             credentials, metadata, created_at, updated_at, connected_at, schedule_seconds, last_sync_at, sync_status)
             VALUES (?1, ?2, 'ops@example.com', 'inextia', 'active', 'online', 'cloud', 0, ?3, x'',
             '{\"region\":\"south\"}', ?4, ?4, ?4, 86400, ?4, 'done')",
        )
        .expect("prepared")
        .execute((&key, format!("Plant {}", number * 7_919 % connections), fields, now))
        .expect("inserted");
        tx.prepare_cached("INSERT INTO timers (at, kind, subject) VALUES (?1, 'schedule', ?2)")
            .expect("prepared")
            .execute((now + 86_400_000, &key))
            .expect("inserted");
        tx.prepare_cached("INSERT INTO tokens VALUES (randomblob(32), 'access', ?1, ?2, ?3, NULL)")
            .expect("prepared")
            .execute((1_000 + number, &key, now + 30 * 86_400_000))
            .expect("inserted");
    }
    tx.commit().expect("committed");
}
