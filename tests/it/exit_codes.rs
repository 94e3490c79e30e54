//! The table of exit codes: each row from a real command line.

use makini::exit::Exit;
use makini::secret::Secret;
use makini::secrets::{SecretName, SecretStore, StoreError};

use crate::support::plant::Plant;
use crate::support::process::{Home, Running};
use crate::support::sandbox::START;
use crate::support::served::Served;
use crate::support::wire::Raw;
use crate::support::world::{Ended, Machine};

/// Writes a test for each row, and keeps the list of them.
macro_rules! rows {
    ($($name:ident: $exit:ident => $code:literal $body:block)*) => {
        $(
            #[test]
            fn $name() {
                let code: u8 = $body;
                assert_eq!(code, $code);
                assert_eq!(Exit::$exit.code(), $code);
            }
        )*

        const TESTED: &[Exit] = &[$(Exit::$exit),*];
    };
}

#[test]
fn every_row_has_its_test() {
    assert_eq!(TESTED, Exit::ALL);
    let mut names: Vec<_> = Exit::ALL.map(Exit::name).to_vec();
    names.dedup();
    assert_eq!(names.len(), Exit::ALL.len());
}

/// A machine with a sandbox on which time stands still.
fn machine() -> Machine {
    Machine::new().at(START)
}

/// Runs a line against a server that answers everything like this.
fn answered(status: u16, body: &'static str, line: &str) -> Ended {
    let served = Served::always(status, body);
    machine().env("MAKINI_TOKEN", "mk_test_app_x").env("MAKINI_SERVER", served.url()).run(line)
}

/// A failure says what, and in JSON the same, with the code.
#[track_caller]
fn refusal(status: u16, exit: Exit) -> u8 {
    let body = r#"{"error":{"code":"SOME_CODE","message":"some words","request_id":"req_1"}}"#;
    let ended = answered(status, body, "connections list --retries 1");
    assert!(ended.stderr.contains("some words") && ended.stderr.contains("req_1"), "{}", ended.stderr);
    assert_eq!(ended.stdout, "");
    let json = answered(status, body, "connections list --retries 1 -o json -q");
    let error: serde_json::Value = serde_json::from_str(&json.stderr).expect("JSON on stderr");
    assert_eq!(error["error"]["exit_code"], exit.code(), "{error}");
    assert_eq!(error["error"]["code"], "SOME_CODE", "{error}");
    assert_eq!(error["error"]["request_id"], "req_1", "{error}");
    ended.exit.code()
}

/// A command that waits for an answer that never comes, told to stop.
#[cfg(unix)]
fn told_to_stop(signal: rustix::process::Signal) -> u8 {
    use std::os::unix::process::ExitStatusExt as _;

    let (served, asked) = Served::silent();
    let home = Home::new();
    let mut command = home.makini(&["connections", "list", "--server", served.url()]);
    let running = Running::start(command.env("MAKINI_TOKEN", "mk_test_app_x"));
    asked.recv_timeout(std::time::Duration::from_secs(20)).expect("it asks");
    running.signal(signal);
    let output = running.wait();
    assert_eq!(output.status.signal(), None, "it ends by itself");
    assert_eq!(String::from_utf8_lossy(&output.stderr), "", "whoever stopped it knows");
    u8::try_from(output.status.code().expect("it ends by itself")).expect("a code")
}

/// A store with a defect.
struct Defect;

impl SecretStore for Defect {
    fn describe(&self) -> String {
        "a store with a defect".into()
    }

    fn get(&self, _: &SecretName) -> Result<Option<Secret>, StoreError> {
        panic!("a defect of this test");
    }

    fn put(&self, _: &SecretName, _: &Secret) -> Result<(), StoreError> {
        panic!("a defect of this test");
    }

    fn delete(&self, _: &SecretName) -> Result<bool, StoreError> {
        panic!("a defect of this test");
    }
}

rows! {
    done: Ok => 0 {
        machine().run("exit-codes").exit.code()
    }

    the_answer_is_no: Unhealthy => 1 {
        let machine = machine();
        let plant = Plant::of(&machine);
        let id = plant.connected("ibm-maximo", "Plant");
        plant.source_down(&id);
        let ended = machine.run("--sandbox check");
        assert!(ended.stdout.contains("Plant"), "the answer is there: {}", ended.all());
        ended.exit.code()
    }

    a_wrong_command_line: Usage => 2 {
        machine().run("connections list --limit none").exit.code()
    }

    warnings_only: Degraded => 3 {
        let machine = machine();
        let plant = Plant::of(&machine);
        plant.connected("ibm-maximo", "Plant");
        machine.run("--sandbox check --fail-on warning").ok();
        machine.run("--sandbox sync start Plant").ok();
        machine.run("--sandbox sync cancel Plant").ok();
        machine.run("--sandbox check").ok();
        machine.run("--sandbox check --fail-on warning").exit.code()
    }

    nobody_is_signed_in: Auth => 4 {
        let ended = machine().run("connections list");
        assert!(ended.stderr.contains("makini login"), "{}", ended.stderr);
        ended.exit.code()
    }

    a_token_that_may_not: Forbidden => 5 {
        refusal(403, Exit::Forbidden)
    }

    nothing_by_that_name: NotFound => 6 {
        let ended = machine().run("--sandbox connections show nowhere");
        assert!(ended.stderr.contains("nowhere"), "{}", ended.stderr);
        ended.exit.code()
    }

    too_many_requests: RateLimited => 7 {
        refusal(429, Exit::RateLimited)
    }

    still_going: Pending => 8 {
        let machine = machine();
        Plant::of(&machine).connect("ibm-maximo", "Plant");
        machine.run("--sandbox sync watch Plant --wait-time 1s").exit.code()
    }

    a_server_that_fails: Unavailable => 9 {
        let nobody = machine().env("MAKINI_TOKEN", "x").run("connections list --server http://127.0.0.1:9 --retries 0");
        assert_eq!(nobody.exit, Exit::Unavailable);
        assert_eq!(answered(200, "<html>", "connections list --retries 0").exit, Exit::Unavailable);
        refusal(500, Exit::Unavailable)
    }

    a_bad_signature: Invalid => 10 {
        let machine = machine();
        machine.write("secret", "whsec_x");
        let secret = machine.home().join("secret").display().to_string();
        let line = format!("webhooks verify - --secret-file {secret} -H 'X-Webhook-Signature: AAAA'");
        machine.run_with(&line, "{}", []).exit.code()
    }

    not_what_it_should_be: Drift => 11 {
        let machine = machine();
        Plant::of(&machine).connected("ibm-maximo", "Plant");
        machine.run("--sandbox connections metadata Plant region=emea").ok();
        machine.run("--sandbox connections metadata Plant region=emea --check").ok();
        let ended = machine.run("--sandbox connections metadata Plant region=apac owner=ops --check");
        assert!(ended.stdout.contains("emea") && ended.stdout.contains("apac"), "{}", ended.all());
        let after = machine.run("--sandbox connections metadata Plant -o json").ok().json();
        assert_eq!(after["data"]["metadata"], serde_json::json!({ "region": "emea" }), "nothing was written");
        ended.exit.code()
    }

    nobody_confirms: Unconfirmed => 12 {
        let machine = machine();
        let plant = Plant::of(&machine);
        let id = plant.connected("ibm-maximo", "Plant");
        // Neither `--yes` nor running in CI confirms what destroys.
        let ended = machine.env("CI", "true").run("--sandbox disconnect Plant --yes");
        assert!(ended.stderr.contains("--confirm"), "{}", ended.stderr);
        assert_eq!(plant.get(&format!("/api/system/connections/{id}"))["status"], "active");
        ended.exit.code()
    }

    another_4xx: Refused => 13 {
        refusal(422, Exit::Refused)
    }

    this_machine: Local => 14 {
        let machine = machine();
        machine.write("data", "a file where a folder has to be");
        let ended = machine.run("--sandbox connections list");
        assert!(ended.stderr.contains("data"), "it names the path: {}", ended.stderr);
        ended.exit.code()
    }

    not_offered_here: Unsupported => 15 {
        let body = r#"{"error":{"code":"NOT_FOUND","message":"no such path"}}"#;
        let ended = answered(404, body, "flows list");
        assert!(ended.stderr.contains("does not offer to list flows (operation `flow_list`)"), "{}", ended.stderr);
        ended.exit.code()
    }

    our_fault: Bug => 70 {
        machine().keyring(Defect).run("connections list --server http://127.0.0.1:9").exit.code()
    }

    ctrl_c: Interrupted => 130 {
        told_to_stop(rustix::process::Signal::INT)
    }

    a_termination_signal: Terminated => 143 {
        told_to_stop(rustix::process::Signal::TERM)
    }
}

#[test]
fn a_hanging_server_ends_at_the_time_limit() {
    let served = Served::raw(Raw::Hang(Vec::new()));
    let line = format!("connections list --server {} --timeout 100ms --retries 0", served.url());
    Machine::new().env("MAKINI_TOKEN", "x").run(&line).expect(Exit::Unavailable);
}

#[test]
fn the_table_is_printed_as_it_is() {
    let json = machine().run("exit-codes -o json").ok().json();
    let rows = json["data"].as_array().expect("rows");
    let shown: Vec<_> = rows.iter().map(|row| (row["code"].as_u64(), row["name"].as_str())).collect();
    let table: Vec<_> = Exit::ALL.iter().map(|exit| (Some(u64::from(exit.code())), Some(exit.name()))).collect();
    assert_eq!(shown, table);
}
