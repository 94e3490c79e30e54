//! Connecting by flags alone, as a script does.

use std::sync::Arc;

use makini::exit::Exit;
use makini::secret::Secret;
use makini::secrets::{MemoryStore, SecretName, SecretStore, StoreError};
use makini::shutdown::Signal;

use super::plain::Server;
use super::{connect, id_of, machine};
use crate::support::until::{PATIENCE, until};
use crate::support::world::Machine;

#[test]
fn by_flags_and_stdin() {
    let machine = machine();
    let ended = connect(&machine, "Plant 7").ok();
    insta::assert_snapshot!(ended.all(), @r"
    exit: 0
    --- stdout
    Name:        Plant 7
    ID:          00304052250721
    System:      mex
    Status:      active
    Health:      online
    Sync:        completed
    Last sync:   2026-01-01T00:00:18.445Z
    Next sync:   2026-01-01T01:00:18.445Z
    Schedule:    every 1h 00m
    Credits:     1
    Runs:        cloud
    E-mail:      ops@example.com
    Created:     2026-01-01T00:00:00.000Z
    Connected:   2026-01-01T00:00:00.000Z
    Token ends:  2026-01-31T00:00:00.000Z
    Records:     3,374
    --- stderr
    MEX in the cloud takes 1 of the 60 credits that are left
    ✓ MEX accepted the credentials
    ✓ connection 00304052250721 is made
    ✓ first sync: 3,374 records of 27 kinds in 19 s
    ");
    assert!(!ended.all().contains("correct horse"));
    let answer = machine.run("--sandbox connections list -o json").ok().json();
    assert_eq!(answer["data"][0]["name"], "Plant 7");
    assert_eq!(answer["data"][0]["status"], "active");
}

#[test]
fn a_secret_is_never_taken_from_the_command_line() {
    let machine = machine();
    for field in ["password", "db_password", "api_key", "client_secret"] {
        let ended = machine.run(&format!("--sandbox connect mex --field {field}=hunter2")).expect(Exit::Usage);
        assert!(!ended.all().contains("hunter2"), "{}", ended.all());
        assert!(ended.stderr.contains(&format!("--field-stdin {field}")), "{}", ended.stderr);
        assert!(ended.stderr.contains(&format!("--field-file {field}=PATH")), "{}", ended.stderr);
    }
    // Not even in a form that cannot be read.
    let ended = machine.run("--sandbox connect mex --field hunter2").expect(Exit::Usage);
    assert!(!ended.all().contains("hunter2"), "{}", ended.all());
    let ended = machine.run_with("--sandbox reconnect x --field password=hunter2", "", []).expect(Exit::Usage);
    assert!(!ended.all().contains("hunter2"), "{}", ended.all());
}

#[test]
fn everything_that_is_missing_is_named_at_once() {
    let machine = machine();
    insta::assert_snapshot!(machine.run("--sandbox connect").expect(Exit::Usage).stderr, @r"
    error: no system given
      hint: name it: `makini --sandbox systems list` lists them
    ");
    insta::assert_snapshot!(machine.run("--sandbox connect mex --field username=m").expect(Exit::Usage).stderr, @r"
    error: MEX needs `url`, `password`, a name, an e-mail, and there is nobody to ask
      hint: add `--field url=VALUE --field-stdin password --name NAME --email EMAIL`
      hint: `makini --sandbox systems show mex` shows where to find them
    ");
    insta::assert_snapshot!(machine.run("--sandbox connect maxmio").expect(Exit::NotFound).stderr, @r"
    error: there is no system `maxmio` in the catalogue
      hint: did you mean `ibm-maximo`?
      hint: `makini --sandbox systems search maxmio` looks further
    ");
    insta::assert_snapshot!(machine.run("--sandbox connect mex --field usrname=m").expect(Exit::Usage).stderr, @r"
    error: MEX has no field `usrname`
      hint: did you mean `username`?
      hint: it asks for: url, username, password
    ");
    for line in [
        "--field url=ftp://x",
        "--field url=mex",
        "--email nobody",
        "--field url=https://a.example --field url=https://b.example",
        "--field-file password=-",
        "--field-stdin password --field-stdin url",
        "--metadata region",
        "--wait-time soon",
        "--name ''",
    ] {
        let ended = machine.run_with(&format!("--sandbox connect mex {line}"), "x", []);
        assert_eq!(ended.exit, Exit::Usage, "{line}: {}", ended.all());
    }
    assert_eq!(machine.run("--sandbox connect mex --field-file password=/nowhere/at/all").exit, Exit::Usage);
    assert_eq!(machine.run("--sandbox connect limble --on-premises").exit, Exit::Usage);
    assert_eq!(machine.run("--sandbox connections list -o csv --no-header").ok().stdout, "", "nothing was made");
}

/// A connection takes a credit, and nobody said yes.
#[test]
fn without_a_person_yes_has_to_be_said() {
    let machine = machine();
    let password = machine.write("password", "correct horse");
    let line = format!(
        "--sandbox connect mex --name Plant --email ops@example.com --field url=https://mex.example.com --field username=m \
         --field-file password={}",
        password.display()
    );
    let ended = machine.run(&line).expect(Exit::Unconfirmed);
    assert!(ended.stderr.contains("--yes"), "{}", ended.all());
    assert_eq!(machine.run("--sandbox connections list -o csv --no-header").ok().stdout, "", "nothing was made");
    machine.run(&format!("{line} --yes")).ok();
}

#[test]
fn secrets_from_files_lose_one_line_end() {
    let machine = machine();
    let password = machine.write("password", "correct horse\n");
    let user = machine.write("user", "makini");
    let line = format!(
        "--sandbox connect mex --yes --name Plant --email ops@example.com --field url=https://mex.example.com \
         --field-file username={} --field-file password={} --metadata region=emea --metadata 'owner=ops = all' -o json",
        user.display(),
        password.display()
    );
    let answer = machine.run(&line).ok().json();
    assert_eq!(answer["schema"], "makini/connect/1");
    assert_eq!(answer["data"]["sync"]["result"], "completed");
    assert!(answer["data"]["sync"]["records"].as_u64().is_some_and(|records| records > 0), "{answer}");
    assert_eq!(answer["data"]["connection"]["metadata"]["owner"], "ops = all");
    assert_eq!(answer["data"]["token"]["stored"], false, "the sandbox's tokens open nothing else");
}

#[test]
fn the_system_may_refuse() {
    let machine = machine();
    let line = "--sandbox connect mex --yes --name P --email o@example.com --field url=https://unreachable.example.com \
                --field username=m --field-stdin password";
    let ended = machine.run_with(line, "wrong", []).expect(Exit::Refused);
    insta::assert_snapshot!(ended.stderr.lines().filter(|line| !line.contains("req_")).collect::<Vec<_>>().join("\n"), @r"
    MEX in the cloud takes 1 of the 60 credits that are left
    error: could not connect MEX
      because: the server answered 422 Unprocessable Entity: the request has fields that are missing or wrong: credentials.url, credentials.password (credentials.url: could not be reached; credentials.password: was refused by the system)
      code: VALIDATION_FAILED
      hint: `makini --sandbox systems show mex` says what it asks for
    ");
    assert!(ended.stderr.contains("req_") || ended.stderr.contains("request"), "{}", ended.stderr);
}

#[test]
fn waiting_ends_in_time_or_not_at_all() {
    let machine = machine();
    let line = "--sandbox connect mex --yes --name P --email o@example.com --field url=https://mex.example.com \
                --field username=m --field-stdin password";
    let ended = machine.run_with(&format!("{line} --wait-time 2s"), "x", []).expect(Exit::Pending);
    assert!(ended.stdout.contains("makini --sandbox sync watch 0"), "{}", ended.stdout);
    let ended = machine.run_with(&format!("{line} --no-wait -o json"), "x", []).ok();
    assert_eq!(ended.json()["data"]["sync"], serde_json::Value::Null);
    assert_eq!(machine.run_with(&format!("{line} --no-wait --wait-time 2s"), "x", []).exit, Exit::Usage);
}

/// A store that somebody presses Ctrl-C at, once a connection's token is in it.
struct Pressed(MemoryStore, tokio::sync::watch::Sender<Option<Exit>>);

impl SecretStore for Pressed {
    fn describe(&self) -> String {
        self.0.describe()
    }

    fn get(&self, name: &SecretName) -> Result<Option<Secret>, StoreError> {
        self.0.get(name)
    }

    fn put(&self, name: &SecretName, secret: &Secret) -> Result<(), StoreError> {
        self.0.put(name, secret)?;
        self.1.send(Some(Exit::Interrupted)).ok();
        Ok(())
    }

    fn delete(&self, name: &SecretName) -> Result<bool, StoreError> {
        self.0.delete(name)
    }
}

#[test]
fn stopped_while_watching_the_connection_stays() {
    let server = Server::whole();
    let (stop, told) = tokio::sync::watch::channel(None);
    let store = Pressed(MemoryStore::new(), stop.clone());
    server.login(&store.0);
    let machine = server.machine(Machine::new().keyring(store)).stop(Signal::Channel(told));
    let line = "connect mex --yes --name 'Plant 7' --email o@example.com --field url=https://mex.example.com \
                --field username=m --field-stdin password";
    let ended = machine.run_with(line, "x", []).expect(Exit::Interrupted);
    assert!(ended.stdout.contains("its first sync goes on"), "{}", ended.all());
    let id = id_of(&ended);
    assert!(ended.stdout.contains(&format!("makini sync watch {id}")), "{}", ended.stdout);
    stop.send(None).expect("somebody listens");
    machine.run(&format!("token show {id}")).ok();
    until(PATIENCE, || {
        let status = machine.run(&format!("connections status {id} -o json")).ok().json();
        (status["data"][0]["sync_status"] == "completed").then_some(())
    });
}

#[test]
fn without_credits_it_is_made_inactive_and_says_so_before() {
    let machine = machine();
    let on_premises = |name: &str| {
        let line = format!(
            "--sandbox connect ibm-maximo --yes --on-premises --name '{name}' --email o@example.com \
             --field url=https://m.example.com --field-stdin api_key --no-wait"
        );
        machine.run_with(&line, "x", [])
    };
    for number in 1..=7 {
        assert!(on_premises(&format!("Plant {number}")).ok().stderr.contains("takes 8 of the"));
    }
    let ended = on_premises("Plant 8").expect(Exit::Unhealthy);
    insta::assert_snapshot!(ended.stderr, @r"
    warning: IBM Maximo on premises takes 8 credits and 4 are left: the connection would be made inactive, and do nothing until there are enough; `makini --sandbox credits` shows what holds them
    ✓ IBM Maximo accepted the credentials
    ✓ connection 00987190907472 is made
    ");
    assert!(ended.stdout.contains("inactive") && ended.stdout.contains("makini --sandbox credits"), "{}", ended.stdout);
}

/// A store that takes nothing.
struct Broken(MemoryStore);

impl SecretStore for Broken {
    fn describe(&self) -> String {
        "the OS keyring".into()
    }

    fn get(&self, name: &SecretName) -> Result<Option<Secret>, StoreError> {
        self.0.get(name)
    }

    fn put(&self, _: &SecretName, _: &Secret) -> Result<(), StoreError> {
        Err(StoreError::Locked { store: self.describe() })
    }

    fn delete(&self, name: &SecretName) -> Result<bool, StoreError> {
        self.0.delete(name)
    }
}

#[test]
fn the_token_goes_to_the_store_at_once_and_a_broken_store_loses_nothing() {
    let line = "connect mex --yes --name P --email o@example.com --field url=https://mex.example.com --field username=m \
                --field-stdin password -o json";
    let server = Server::whole();
    let store = Arc::new(MemoryStore::new());
    server.login(&*store);
    let machine = server.machine(Machine::new().keyring(store));
    let answer = machine.run_with(line, "x", []).ok().json();
    assert_eq!(answer["data"]["token"]["stored"], true, "{answer}");
    let id = answer["data"]["connection"]["id"].as_str().expect("an ID").to_owned();
    let shown = machine.run(&format!("token show {id} --reveal")).ok();
    let token = shown.stdout.trim().to_owned();
    assert!(token.len() > 20 && !token.contains(char::is_whitespace), "{}", shown.all());
    assert!(!machine.run(&format!("token show {id}")).ok().all().contains(&token));

    let store = Broken(MemoryStore::new());
    server.login(&store.0);
    let machine = server.machine(Machine::new().keyring(store));
    let ended = machine.run_with(line, "x", []).ok();
    assert_eq!(ended.json()["data"]["token"]["stored"], false);
    let id = ended.json()["data"]["connection"]["id"].as_str().expect("an ID").to_owned();
    assert!(ended.stderr.contains("could not be stored: the OS keyring is locked"), "{}", ended.stderr);
    assert!(ended.stderr.contains(&format!("makini token issue {id}")), "{}", ended.stderr);
    machine.run(&format!("connections status {id}")).ok();
}
