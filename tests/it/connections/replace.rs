//! `reconnect` on a platform that gives no connection new credentials: a new connection takes the place of the old one, and
//! a run that is killed anywhere is finished by the next.

use std::os::unix::process::ExitStatusExt as _;
use std::path::Path;
use std::process::{Command, Output};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::extract::Request;
use axum::response::{IntoResponse as _, Response};
use makini::exit::Exit;
use rustix::process::{Pid, Signal, kill_process};
use serde_json::{Value, json};

use super::id_of;
use super::plain::{CONNECT, Server};
use crate::support::process::{Home, text};
use crate::support::published;
use crate::support::world::Machine;

const RECONNECT: &str =
    "reconnect 'Plant 7' --field url=https://mex.example.com --field username=m --field-stdin password";

fn rows(machine: &Machine) -> Vec<Value> {
    let listed = machine.run("connections list -o json").ok().json();
    listed["data"].as_array().expect("a list").clone()
}

#[test]
fn a_new_connection_takes_the_place_of_the_old() {
    let server = Server::published();
    let machine = server.logged_in();
    let old = id_of(&machine.run_with(&format!("{CONNECT} --metadata region=emea --metadata line=3"), "x", []).ok());

    let asked = machine.run_with(RECONNECT, "y", []).expect(Exit::Unconfirmed);
    assert!(asked.stderr.contains("--confirm"), "{}", asked.stderr);
    let wrong = machine.run_with(&format!("{RECONNECT} --confirm 'Plant 8'"), "y", []).expect(Exit::Unconfirmed);
    assert!(wrong.stderr.contains("nothing was done"), "{}", wrong.stderr);
    assert_eq!(rows(&machine).len(), 1, "nothing was made");

    let line = format!("{RECONNECT} --confirm 'Plant 7' -o json");
    let data = machine.run_with(&line, "y", []).ok().json()["data"].clone();
    let new = data["connection"]["id"].as_str().expect("an ID").to_owned();
    assert_ne!(new, old);
    assert_eq!(data["replaced"], old, "{data}");
    assert_eq!(data["token"]["stored"], true, "{data}");
    let left = rows(&machine);
    assert_eq!(left.len(), 1, "{left:?}");
    assert_eq!((&left[0]["id"], &left[0]["name"]), (&json!(new), &json!("Plant 7")));
    assert_eq!(left[0]["metadata"], json!({ "region": "emea", "line": "3" }));
    assert_eq!(machine.run(&format!("token show {new} -o json")).ok().json()["data"]["id"], new);
    machine.run(&format!("token show {old}")).expect(Exit::NotFound);
    machine.run(&format!("api get /api/integrations/current --connection {new}")).ok();
    assert_eq!(pending(&machine.home().join("state")), 0);

    // A second one is another one, not the end of the first.
    let again = machine.run_with(&format!("{RECONNECT} --confirm 'Plant 7'"), "z", []).ok();
    assert!(again.stdout.contains(&format!("{new} (disconnected)")), "{}", again.stdout);
    assert_ne!(rows(&machine)[0]["id"], new);
}

/// Number of replacements that are not finished.
fn pending(state: &Path) -> usize {
    let entries = std::fs::read_dir(state.join("reconnects")).into_iter().flatten().flatten();
    entries.filter(|entry| entry.path().extension().is_some_and(|extension| extension == "json")).count()
}

#[test]
fn the_old_connection_stays_until_the_new_one_has_synced() {
    let fails = Arc::new(AtomicBool::new(false));
    let seen = Arc::clone(&fails);
    let server = Server::serve(move |router| {
        Router::new().fallback(move |request: Request| {
            let (router, seen) = (router.clone(), Arc::clone(&seen));
            async move {
                if request.uri().path() == "/api/integrations/current" && seen.load(Ordering::SeqCst) {
                    let body = json!({ "data": { "id": "x", "sync_status": "fail", "sync_updated_at": "2026-01-01T00:00:00Z" } });
                    return axum::Json(body).into_response();
                }
                published::answer(router, request).await
            }
        })
    });
    let machine = server.logged_in();
    let old = id_of(&machine.run_with(CONNECT, "x", []).ok());
    fails.store(true, Ordering::SeqCst);
    let line = format!("{RECONNECT} --confirm 'Plant 7'");
    let ended = machine.run_with(&line, "y", []).expect(Exit::Unhealthy);
    for part in
        ["which is as it was", &format!("`makini reconnect {old} --confirm='Plant 7'` goes on"), "makini disconnect "]
    {
        assert!(ended.stderr.contains(part), "{part}: {}", ended.stderr);
    }
    let both = rows(&machine);
    assert_eq!(both.len(), 2, "{both:?}");
    assert_eq!(pending(&machine.home().join("state")), 1);
    // Removed by hand, it is made again; and it needs its credentials again.
    let new = both.iter().find(|row| row["id"] != old).expect("the new one")["id"].as_str().expect("an ID").to_owned();
    fails.store(false, Ordering::SeqCst);
    machine.run(&format!("disconnect {new} --confirm {new}")).ok();
    let again = format!("reconnect {old} --confirm 'Plant 7'");
    machine.run_with(&again, "", []).expect(Exit::Usage);
    let given = again + " --field url=https://mex.example.com --field username=m --field-stdin password -o json";
    let data = machine.run_with(&given, "y", []).ok().json()["data"].clone();
    assert_eq!(data["replaced"], old);
    assert_eq!((rows(&machine).len(), pending(&machine.home().join("state"))), (1, 0));
}

/// When a process is killed: at which request, and whether the server has handled that by then.
#[derive(Clone, Copy, Debug)]
struct Blow {
    request: u32,
    is_handled: bool,
}

#[derive(Default)]
struct Gun {
    blow: Option<Blow>,
    pid: Option<u32>,
    seen: u32,
    has_killed: bool,
}

impl Gun {
    fn is_ready(&self) -> bool {
        self.blow.is_none() || self.pid.is_some()
    }

    /// Counts a request, and returns whether it is the one.
    fn is_due(&mut self) -> Option<Blow> {
        self.seen += 1;
        self.blow.filter(|blow| blow.request == self.seen)
    }

    fn kill(&mut self) {
        let pid = self.pid.and_then(|pid| Pid::from_raw(pid.try_into().expect("a process ID"))).expect("it runs");
        kill_process(pid, Signal::KILL).expect("killed");
        self.has_killed = true;
    }
}

async fn deadly(gun: Arc<Mutex<Gun>>, router: Router, request: Request) -> Response {
    // The process is known before it asks, or a moment later.
    while !gun.lock().expect("not poisoned").is_ready() {
        tokio::task::yield_now().await;
    }
    let due = gun.lock().expect("not poisoned").is_due();
    let Some(blow) = due else { return published::answer(router, request).await };
    if blow.is_handled {
        published::answer(router, request).await;
    }
    gun.lock().expect("not poisoned").kill();
    std::future::pending().await
}

#[test]
fn a_run_that_is_killed_between_any_two_calls_is_finished_by_the_next() {
    let gun = Arc::new(Mutex::new(Gun::default()));
    let armed = Arc::clone(&gun);
    // First syncs are over before they are looked at.
    let server = Server::serve_at(10_000.0, move |router| {
        Router::new().fallback(move |request: Request| deadly(Arc::clone(&armed), router.clone(), request))
    });
    let watcher = server.logged_in();
    watcher.run_with(&format!("{CONNECT} --metadata region=emea"), "x", []).ok();
    let home = Home::new();
    let secret = home.temporary().join("password");
    std::fs::write(&secret, "correct horse").expect("written");
    let field = format!("password={}", secret.display());
    let command = || -> Command {
        let mut command = home.makini(&["reconnect", "Plant 7", "--confirm", "Plant 7", "--field", "username=m"]);
        command.args([
            "--field",
            "url=https://mex.example.com",
            "--field-file",
            &field,
            "-o",
            "json",
            "--retries",
            "0",
        ]);
        command.env("MAKINI_SERVER", &server.url).env("MAKINI_TOKEN", server.token());
        command.stdout(std::process::Stdio::piped()).stderr(std::process::Stdio::piped());
        command
    };
    let state = home.path().join(".local/state/makini");
    let mut killed = 0;
    for is_handled in [false, true] {
        for request in 1.. {
            let before = rows(&watcher);
            let [old] = &before[..] else { panic!("one connection: {before:?}") };
            let blow = Blow { request, is_handled };
            *gun.lock().expect("not poisoned") = Gun { blow: Some(blow), ..Gun::default() };
            let child = command().spawn().expect("started");
            gun.lock().expect("not poisoned").pid = Some(child.id());
            let ended = child.wait_with_output().expect("ended");
            let has_killed = std::mem::take(&mut *gun.lock().expect("not poisoned")).has_killed;
            let between = rows(&watcher);
            assert!(!between.is_empty() && between.len() <= 2, "{blow:?}: {between:?}");
            if has_killed {
                assert_eq!(ended.status.signal(), Some(9), "{blow:?}: {}", text(&ended));
                finished(&command().output().expect("started"), old, blow);
                killed += 1;
            } else {
                finished(&ended, old, blow);
            }
            let after = rows(&watcher);
            assert_eq!(after.len(), 1, "{blow:?}: {after:?}");
            assert_ne!(after[0]["id"], old["id"], "{blow:?}");
            assert_eq!(after[0]["metadata"], json!({ "region": "emea" }), "{blow:?}");
            assert_eq!(after[0]["name"], "Plant 7");
            assert_eq!(pending(&state), 0, "{blow:?}");
            if !has_killed {
                break;
            }
        }
    }
    assert!(killed > 12, "{killed} were killed");
}

fn finished(ended: &Output, old: &Value, blow: Blow) {
    assert_eq!(ended.status.code(), Some(0), "{blow:?}: {}", text(ended));
    let shown: Value = serde_json::from_slice(&ended.stdout).expect("JSON");
    assert_eq!(shown["data"]["replaced"], old["id"], "{blow:?}: {}", text(ended));
}
