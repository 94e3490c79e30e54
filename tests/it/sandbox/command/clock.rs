//! The clock, snapshots and seed files, as typed.

use std::os::unix::fs::PermissionsExt as _;

use makini::exit::Exit;
use serde_json::Value;

use crate::support::world::Machine;

const START: &str = "2026-03-01T12:00:00Z";

/// The same, as answers have it.
const NOW: &str = "2026-03-01T12:00:00.000Z";

const PLANTS: &str = r#"
[clock]
at = 2026-03-01T12:00:00Z
frozen = true

[[connections]]
name = "North"
system = "inextia"
schedule = "15m"
metadata = { region = "north" }

[[connections]]
name = "South"
system = "inextia"
schedule = "off"
synced = false

[[webhooks]]
url = "http://127.0.0.1:9/hook"
events = ["sync.*"]
connection = "North"
secret = "mk_test_whsec_of_a_seed"

[[faults]]
kind = "rate_limited"
connection = "South"
count = 2
"#;

fn seeded() -> Machine {
    let machine = Machine::new().at(START);
    let file = machine.write("plants.toml", PLANTS);
    machine.run(&format!("sandbox seed {}", file.display())).ok();
    machine
}

#[test]
fn it_is_shown_moved_held_and_let_go() {
    let machine = seeded();
    let ended = machine.run("sandbox clock").ok();
    insta::assert_snapshot!(ended.stdout, @r"
    Sandbox time:  2026-03-01T12:00:00Z
    Pace:          stands still
    Compared:      the same as this machine's
    ");
    let ended = machine.run("sandbox clock advance 1d").ok();
    assert!(ended.stdout.starts_with("The sandbox is 1d 0h further: 2026-03-02T12:00:00Z (took "), "{}", ended.stdout);
    let walked = machine.run("sandbox clock advance --to 2026-03-03T12:00:00Z -o json").ok().json();
    assert_eq!(walked["data"]["to"], "2026-03-03T12:00:00.000Z");
    assert_eq!(walked["data"]["syncs_completed"], 96, "every 15 minutes: {walked}");
    assert_eq!(walked["data"]["deliveries_succeeded"], 0);
    assert!(walked["data"]["deliveries_failed"].as_u64() > Some(96), "nobody listens: {walked}");
    let resumed = machine.run("sandbox clock resume --scale 60 -o json").ok().json();
    assert_eq!((&resumed["data"]["scale"], &resumed["data"]["frozen"]), (&60.0.into(), &false.into()));
    machine.clock().advance(std::time::Duration::from_mins(1));
    let shown = machine.run("sandbox clock show -o json").ok().json();
    assert_eq!(shown["data"]["now"], "2026-03-03T13:00:00.000Z");
    assert_eq!(machine.run("sandbox clock freeze -o json").ok().json()["data"]["frozen"], true);
    for wrong in ["advance", "advance soon", "advance 1d --to 2026-03-09T00:00:00Z", "resume --scale 0"] {
        machine.run(&format!("sandbox clock {wrong}")).expect(Exit::Usage);
    }
    let past = machine.run("sandbox clock advance --to 2026-01-01T00:00:00Z").expect(Exit::Refused);
    assert!(past.stderr.contains("lies in the past"), "{}", past.stderr);
}

/// The sandbox is a month ahead of this machine, and nobody is confused by it.
#[test]
fn a_moved_clock_confuses_nobody() {
    let machine = seeded();
    machine.run("--sandbox sync schedule North 6h").ok();
    machine.run("--sandbox check North").ok();
    machine.run("sandbox clock advance 35d").ok();
    let after = machine.run("--sandbox check North -o json");
    assert_eq!(after.exit, Exit::Ok, "the last sync was hours ago there: {}{}", after.stdout, after.stderr);
    assert_eq!(after.json()["data"]["checked_at"], "2026-04-05T12:00:00.000Z", "by the sandbox's clock");
    let status = machine.run("--sandbox sync status").ok();
    assert!(!status.stdout.contains("in 1 month"), "{}", status.stdout);
    let metrics = machine.run("--sandbox metrics --since 1h -o json").ok().json();
    assert_eq!(metrics["data"]["to"], "2026-04-05T12:00:00.000Z", "{metrics}");
}

#[test]
fn a_snapshot_brings_everything_back() {
    let machine = seeded();
    let saved = machine.run("sandbox snapshot save two-plants").ok();
    assert!(saved.stdout.contains("makini sandbox snapshot load two-plants"), "{}", saved.stdout);
    let file = machine.home().join("data/snapshots/two-plants.db");
    assert_eq!(std::fs::metadata(&file).expect("there").permissions().mode() & 0o777, 0o600);
    machine.run("sandbox clock advance 2d").ok();
    machine.run("--sandbox disconnect North --confirm North").ok();
    machine.run("sandbox fault clear").ok();

    let refused = machine.run("sandbox snapshot load two-plants").expect(Exit::Unconfirmed);
    assert!(refused.stderr.contains("--yes"), "{}", refused.stderr);
    machine.run("sandbox snapshot load two-plants --yes").ok();
    let shown = machine.run("sandbox clock -o json").ok().json();
    assert_eq!((&shown["data"]["now"], &shown["data"]["frozen"]), (&NOW.into(), &true.into()));
    let list = machine.run("--sandbox connections list -o json").ok().json();
    let names: Vec<_> = list["data"].as_array().expect("a list").iter().map(|row| row["name"].clone()).collect();
    assert_eq!(names.len(), 2, "{list}");
    assert_eq!(machine.run("sandbox fault list -o json").ok().json()["data"].as_array().map(Vec::len), Some(1));
    // From here the same commands have the same outcome again.
    let walk = || machine.run("sandbox clock advance 2d -o json").ok().json()["data"]["syncs_completed"].clone();
    let first = walk();
    machine.run("sandbox snapshot load two-plants --yes").ok();
    assert_eq!(walk(), first);

    let list = machine.run("sandbox snapshot list -o json").ok().json();
    assert_eq!(list["data"][0]["name"], "two-plants");
    machine.run("sandbox snapshot save two-plants").expect(Exit::Unconfirmed);
    machine.run("sandbox snapshot delete two-plants").expect(Exit::Unconfirmed);
    machine.run("sandbox snapshot delete two-plants --yes").ok();
    machine.run("sandbox snapshot delete two-plants --yes").expect(Exit::NotFound);
    machine.run("sandbox snapshot load two-plants --yes").expect(Exit::NotFound);
    machine.run("sandbox snapshot save ../../etc/x/").expect(Exit::Local);
    machine.run("sandbox snapshot save 'two plants'").expect(Exit::Usage);
}

#[test]
fn what_is_no_snapshot_changes_nothing() {
    let machine = seeded();
    let good = machine.home().join("good.db");
    machine.run(&format!("sandbox snapshot save {}", good.display())).ok();
    let bytes = std::fs::read(&good).expect("there");
    let mut damaged = bytes.clone();
    let middle = damaged.len() / 2;
    damaged[middle..middle + 4096].fill(0xee);
    let mut newer = bytes.clone();
    newer[60..64].copy_from_slice(&999_u32.to_be_bytes());
    let other = machine.home().join("other.db");
    rusqlite::Connection::open(&other)
        .and_then(|db| db.execute_batch("CREATE TABLE t (x); PRAGMA user_version = 2"))
        .expect("made");
    let other = std::fs::read(&other).expect("there");
    for (name, bytes, word) in [
        ("letter.db", b"dear aunt".to_vec(), "not a database"),
        ("damaged.db", damaged, "damaged"),
        ("cut.db", bytes[..bytes.len() / 3].to_vec(), "damaged"),
        ("newer.db", newer, "newer makini"),
        ("other.db", other, "something else"),
        ("empty.db", Vec::new(), "not a database"),
    ] {
        let file = machine.write(name, bytes);
        let ended = machine.run(&format!("sandbox snapshot load {} --yes", file.display())).expect(Exit::Refused);
        assert!(ended.stderr.contains(word), "{name}: {}", ended.stderr);
        assert!(ended.stderr.contains("nothing was changed"), "{name}: {}", ended.stderr);
    }
    let list = machine.run("--sandbox connections list -o json").ok().json();
    assert_eq!(list["data"].as_array().map(Vec::len), Some(2));
}

/// A snapshot may come from anybody, and what is defined in it must not run here.
#[test]
fn a_snapshot_that_defines_more_than_ours_is_refused() {
    let machine = seeded();
    let good = machine.home().join("good.db");
    machine.run(&format!("sandbox snapshot save {}", good.display())).ok();
    let endless = "WITH RECURSIVE n(x) AS (VALUES (1) UNION ALL SELECT x + 1 FROM n) SELECT x, x, x FROM n";
    for (name, sql) in [
        ("trigger.db", "CREATE TRIGGER t AFTER DELETE ON settings BEGIN DELETE FROM connections; END".to_owned()),
        ("view.db", format!("DROP TABLE read_marks; CREATE VIEW read_marks AS {endless}")),
        ("more.db", "CREATE TABLE more (x)".into()),
        ("less.db", "DROP TABLE faults".into()),
        ("other.db", "ALTER TABLE faults ADD COLUMN more".into()),
        ("index.db", "CREATE INDEX more ON settings (abs(length(value)))".into()),
    ] {
        let file = machine.home().join(name);
        std::fs::copy(&good, &file).expect("copied");
        rusqlite::Connection::open(&file).and_then(|db| db.execute_batch(&sql)).expect("made");
        let ended = machine.run(&format!("sandbox snapshot load {} --yes", file.display())).expect(Exit::Refused);
        assert!(ended.stderr.contains("something else"), "{name}: {}", ended.stderr);
    }
    let list = machine.run("--sandbox connections list -o json").ok().json();
    assert_eq!(list["data"].as_array().map(Vec::len), Some(2));
    // What rows say is looked at too: a clock that cannot go, a walk that leads to strangers.
    for (name, sql) in [("stopped.db", "UPDATE clock SET scale = 0"), ("endless.db", "UPDATE clock SET scale = 9e999")]
    {
        let file = machine.home().join(name);
        std::fs::copy(&good, &file).expect("copied");
        rusqlite::Connection::open(&file).and_then(|db| db.execute_batch(sql)).expect("made");
        let ended = machine.run(&format!("sandbox snapshot load {} --yes", file.display())).expect(Exit::Refused);
        assert!(ended.stderr.contains("not whole"), "{name}: {}", ended.stderr);
    }
}

#[test]
fn a_seed_file_is_applied_whole_or_not_at_all() {
    let machine = Machine::new().at(START);
    let seed = |name: &str, text: &str| {
        let file = machine.write(name, text);
        machine.run(&format!("sandbox seed {}", file.display()))
    };
    let good = "[[connections]]\nname = \"North\"\nsystem = \"inextia\"\n";
    for (text, exit, word) in [
        (format!("{good}colour = 1\n"), Exit::Usage, "line 4, column 1: unknown field `colour`"),
        (
            format!("{good}\n[[connections]]\nname = \"S\"\nsystem = \"none\"\n"),
            Exit::Refused,
            "line 5, column 1: `system`",
        ),
        (format!("{good}\n[[faults]]\nkind = \"fire\"\n"), Exit::Refused, "line 6, column 1: `kind`"),
        (format!("{good}\n[[faults]]\nkind = \"cut_body\"\nhow = 3\n"), Exit::Refused, "line 7, column 1: `how`"),
        (
            format!("{good}\n[[faults]]\nconnection = \"West\"\nkind = \"cut_body\"\n"),
            Exit::Refused,
            "line 6, column 1: `connection`",
        ),
        (format!("{good}\n[[webhooks]]\nurl = \"https://example.com\"\n"), Exit::Refused, "line 6, column 1: `url`"),
        (format!("{good}[fields]\n"), Exit::Usage, "line 4, column 2: unknown field `fields`"),
        (format!("{good}fields = {{ moon = \"1\" }}\n"), Exit::Refused, "`fields.moon`"),
    ] {
        let ended = seed("bad.toml", &text).expect(exit);
        assert!(ended.stderr.contains(word), "{text}: {}", ended.stderr);
    }
    let holds = machine.run("sandbox status -o json").ok().json();
    assert_eq!(holds["data"]["holds"]["connections"], 0, "nothing by half");

    let sown = seeded().run("sandbox status -o json").ok().json();
    assert_eq!(sown["data"]["holds"]["connections"], 2);
    let ended = seed("plants.toml", PLANTS).ok();
    assert!(ended.stdout.contains("mk_test_whsec_of_a_seed"), "{}", ended.stdout);
    let connections = machine.run("--sandbox connections list -o json").ok().json();
    let row = |name: &str| -> Value {
        let rows = connections["data"].as_array().expect("a list");
        rows.iter().find(|row| row["name"] == name).cloned().expect("there")
    };
    assert_eq!((&row("North")["status"], &row("South")["status"]), (&"active".into(), &"synchronizing".into()));
    assert_eq!(row("North")["schedule_seconds"], 900);
    let missing = machine.run("sandbox seed nowhere.toml").expect(Exit::Usage);
    assert!(missing.stderr.contains("nowhere.toml"), "{}", missing.stderr);
}

#[test]
fn a_new_sandbox_starts_from_a_seed_file() {
    let machine = Machine::new();
    let file = machine.write("plants.toml", PLANTS);
    let line = format!("sandbox start --for 50ms --seed-file {}", file.display());
    machine.run(&line).ok();
    let holds = || machine.run("sandbox status -o json").ok().json()["data"]["holds"].clone();
    assert_eq!((&holds()["connections"], &holds()["webhook_endpoints"]), (&2.into(), &1.into()));
    assert_eq!(machine.run("sandbox clock -o json").ok().json()["data"]["now"], NOW);
    let again = machine.run(&line).ok();
    assert!(again.stderr.contains("was not applied"), "{}", again.stderr);
    assert_eq!(holds()["connections"], 2);
    machine.run("sandbox start --for 50ms --freeze").expect(Exit::Usage);
    machine.run(&format!("sandbox start --for 50ms --in-memory --seed-file {}", file.display())).ok();
    let bad = machine.write("bad.toml", "[[connections]]\nname = 3\n");
    let ended = machine.run(&format!("sandbox start --in-memory --seed-file {}", bad.display())).expect(Exit::Usage);
    assert!(ended.stderr.contains("line 2, column 8"), "{}", ended.stderr);
}
