//! Who is notified, what is remembered, and what a failure of either does: nothing to the rounds.

use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::Bytes;
use axum::http::{HeaderMap, StatusCode};
use axum::routing::any;
use makini::exit::Exit;
use makini::secret::Secret;
use makini::webhooks::{Config, Header, Scheme, Secrets};
use serde_json::{Value, json};

use super::machine;
use crate::support::served::Served;

/// Requests that a receiver got.
type Received = Arc<Mutex<Vec<(HeaderMap, Bytes)>>>;

fn receiver(status: StatusCode) -> (Served, Received) {
    let received = Received::default();
    let own = Arc::clone(&received);
    let take = any(move |headers: HeaderMap, body: Bytes| async move {
        own.lock().expect("no panic").push((headers, body));
        status
    });
    (Served::router(Router::new().fallback(take)), received)
}

#[cfg(unix)]
#[test]
fn a_command_gets_the_changes_of_a_round_as_json() {
    let (machine, plant) = machine();
    let ids = ["Plant 7", "Plant 8"].map(|name| plant.connected("inextia", name));
    for id in &ids {
        plant.source_down(id);
    }
    let file = machine.home().join("changes.json");
    let machine = machine.env("MAKINI_WEBHOOK_SECRET", "correct horse").env("MARK", "kept");
    let script = machine.write(
        "notify.sh",
        format!("test -z \"$MAKINI_WEBHOOK_SECRET\" && test $MARK = kept && cat >> {}", file.display()),
    );
    let line = format!("--sandbox monitor --rounds 5 --on-change 'sh {}'", script.display());
    let ended = machine.run(&line).expect(Exit::Unhealthy);
    assert_eq!(ended.stdout.lines().count(), 2, "{}", ended.all());
    let sent: Value = serde_json::from_slice(&std::fs::read(&file).expect("it ran")).expect("one document");
    assert_eq!(sent["type"], "monitor.changed");
    let changes = sent["data"]["changes"].as_array().expect("a list");
    assert_eq!(changes.len(), 2, "all of a round at once: {sent}");
    for (change, id) in changes.iter().zip(&ids) {
        assert_eq!((&change["connection_id"], &change["to"]), (&json!(id), &json!("critical")), "{change}");
        assert!(change["remedy"].as_str().expect("a command").starts_with("makini --sandbox "), "{change}");
    }
}

#[cfg(unix)]
#[test]
fn a_command_that_fails_is_reported_and_stops_no_round() {
    let (machine, plant) = machine();
    plant.source_down(&plant.connected("inextia", "Plant 7"));
    for (command, why) in [
        (
            "sh -c 'echo no such page >&2; exit 3'",
            "could not notify of 1 change: `sh` ended with exit status: 3: no such page",
        ),
        ("/nowhere/page-me", "could not notify of 1 change: `/nowhere/page-me` could not be started"),
    ] {
        let args = ["--sandbox", "monitor", "--rounds", "9", "--on-change", command];
        let args = std::iter::once("makini").chain(args).map(Into::into).collect();
        let ended = machine.run_args(args, Vec::new(), []).expect(Exit::Unhealthy);
        assert_eq!(ended.stdout.lines().count(), 1, "{}", ended.all());
        assert!(ended.stderr.contains(why), "{}", ended.stderr);
    }
    machine.run("--sandbox monitor --rounds 1 --on-change ''").expect(Exit::Usage);
    machine.run("--sandbox monitor --rounds 1 --quiet-hours 22:00-06:00").expect(Exit::Usage);
    machine.run("--sandbox monitor --rounds 1 --on-change true --quiet-hours 22-06").expect(Exit::Usage);
    machine.run("--sandbox monitor --rounds 1 --notify http://169.254.169.254/").expect(Exit::Usage);
    machine.run("--sandbox monitor --rounds 1 --notify http://127.0.0.1:9/").expect(Exit::Usage);
}

#[test]
fn a_webhook_is_signed_as_standard_webhooks_and_tried_again() {
    const SECRET: &str = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    let (machine, plant) = machine();
    plant.source_down(&plant.connected("inextia", "Plant 7"));
    let secret = machine.write("secret", SECRET);
    let (served, received) = receiver(StatusCode::OK);
    let line = |url: &str| {
        format!("--sandbox monitor --rounds 4 --notify {url}/hook --notify-secret-file {}", secret.display())
    };
    let ended = machine.run(&line(served.url())).expect(Exit::Unhealthy);
    assert_eq!(ended.stderr.lines().count(), 1, "ready, and no complaint: {}", ended.stderr);
    let got = received.lock().expect("no panic").clone();
    assert_eq!(got.len(), 1);
    let (headers, body) = &got[0];
    let config = Config::new(Scheme::StandardWebhooks);
    let encoding = Scheme::StandardWebhooks.secret_encoding();
    let secrets = Secrets::all([Secret::new(SECRET)], encoding).expect("a secret");
    let pairs: Vec<_> = headers.iter().map(|(name, value)| Header::new(name.as_str(), value.as_bytes())).collect();
    let at = machine.clock().now().as_second();
    let verdict = makini::webhooks::verify(&config, &secrets, &pairs, body, at);
    assert!(verdict.is_valid(), "{verdict:?}");
    let sent: Value = serde_json::from_slice(body).expect("JSON");
    assert_eq!(sent["id"].as_str(), headers["webhook-id"].to_str().ok());
    // One that refuses gets the same message again, and the secret is nowhere.
    let (served, received) = receiver(StatusCode::SERVICE_UNAVAILABLE);
    let state = machine.home().join("monitor.json");
    let ended = machine.run(&format!("{} --state {}", line(served.url()), state.display())).expect(Exit::Unhealthy);
    assert!(ended.stderr.contains("answered 503"), "{}", ended.stderr);
    let kept = std::fs::read_to_string(&state).expect("written");
    for text in [&ended.stdout, &ended.stderr, &kept] {
        assert!(!text.contains("MfKQ9r8"), "{text}");
    }
    let first = received.lock().expect("no panic")[0].0["webhook-id"].clone();
    let again = machine.run(&format!("{} --state {}", line(served.url()), state.display())).expect(Exit::Unhealthy);
    assert!(again.stderr.contains("is given up: webhook"), "{}", again.stderr);
    let got = received.lock().expect("no panic").clone();
    assert_eq!(got.len(), 5, "five times in all");
    assert!(got.iter().all(|(headers, _)| headers["webhook-id"] == first), "the same in each try");
}

#[cfg(unix)]
#[test]
fn quiet_hours_hold_notifications_and_no_lines() {
    let (machine, plant) = machine();
    let machine = machine.env("TZ", "UTC");
    plant.source_down(&plant.connected("inextia", "Plant 7"));
    let file = machine.home().join("changes.json");
    let script = machine.write("notify.sh", format!("cat >> {}", file.display()));
    // All day but a minute, whatever the zone.
    let line = |hours: &str| {
        format!(
            "--sandbox monitor --rounds 3 --on-change 'sh {}' --state {} {hours}",
            script.display(),
            machine.home().join("s").display()
        )
    };
    let all = "--quiet-hours 00:00-24:00";
    let ended = machine.run(&line(all)).expect(Exit::Unhealthy);
    assert_eq!(ended.stdout.lines().count(), 1, "{}", ended.all());
    assert!(!file.exists());
    // The next start is after them.
    machine.run(&line("")).expect(Exit::Unhealthy);
    let sent: Value = serde_json::from_slice(&std::fs::read(&file).expect("it ran")).expect("one document");
    assert_eq!(sent["data"]["changes"][0]["to"], "critical");
}

#[test]
fn a_state_survives_the_end_of_its_process() {
    let (machine, plant) = machine();
    plant.source_down(&plant.connected("inextia", "Plant 7"));
    let path = machine.home().join("monitor.json");
    let run = || machine.run(&format!("--sandbox monitor --rounds 1 --state {}", path.display()));
    let printed: Vec<usize> = (0..4).map(|_| run().expect(Exit::Unhealthy).stdout.lines().count()).collect();
    assert_eq!(printed, [0, 0, 1, 0], "the third round in a row, each of a process of its own");
    std::fs::write(&path, "{\"schema\":\"makini/monitor.state/9\"}").expect("written");
    let refused = run().expect(Exit::Local);
    assert!(
        refused.stderr.contains("monitor.json") && refused.stderr.contains("monitor.state/9"),
        "{}",
        refused.stderr
    );
    assert!(std::fs::read_to_string(&path).expect("there").contains("state/9"), "it is left as it is");
}

#[cfg(unix)]
#[test]
fn a_killed_monitor_leaves_a_state_that_the_next_one_reads() {
    use crate::support::process::{Home, Running, wait_for};
    let home = Home::new();
    let (state, ready) = (home.path().join("monitor.json"), home.path().join("ready.json"));
    let state = state.to_str().expect("a path");
    let args = ["--sandbox", "monitor", "--allow-none", "--state", state];
    let more = ["--every", "1ms", "--listen", "127.0.0.1:0", "--ready-file", ready.to_str().expect("a path")];
    let running = Running::start(home.makini(&args).args(more));
    wait_for(&ready);
    // While it has the file, no other may.
    let second = home.run(&[&args[..], &["--rounds", "1"]].concat());
    assert_eq!(second.status.code(), Some(i32::from(Exit::Local.code())));
    assert!(String::from_utf8_lossy(&second.stderr).contains("in use by another monitor"));
    running.signal(rustix::process::Signal::KILL);
    running.wait();
    let next = home.run(&[&args[..], &["--rounds", "1"]].concat());
    assert_eq!(next.status.code(), Some(0), "{}", String::from_utf8_lossy(&next.stderr));
}

#[cfg(unix)]
#[test]
fn sigterm_ends_it_with_success_and_tells_the_service_manager() {
    use std::os::unix::net::UnixDatagram;

    use crate::support::process::{Home, Running};
    let home = Home::new();
    let path = home.path().join("notify");
    let manager = UnixDatagram::bind(&path).expect("bound");
    let args = ["--sandbox", "monitor", "--allow-none", "--listen", "127.0.0.1:0"];
    let mut command = home.makini(&args);
    command.env("NOTIFY_SOCKET", &path).env("WATCHDOG_USEC", "20000");
    let running = Running::start(&mut command);
    let next = || {
        let mut buffer = [0; 200];
        let read = manager.recv(&mut buffer).expect("a report");
        String::from_utf8_lossy(&buffer[..read]).into_owned()
    };
    let mut seen = vec![next()];
    while !seen.last().expect("one").starts_with("READY=1") {
        seen.push(next());
    }
    assert!(next().starts_with("WATCHDOG=1"));
    running.signal(rustix::process::Signal::TERM);
    while !seen.last().expect("one").starts_with("STOPPING=1") {
        seen.push(next());
    }
    assert!(running.wait().status.success());
}
