//! Connections on a machine's own sandbox, for tests of commands that need some.

use makini::exchange::{Exchange, Recorder as _};
use makini::journal::{Journal, Options};
use makini::settings::env::Env;
use makini::settings::paths::Paths;
use serde_json::{Value, json};

use super::sandbox::InProcess;
use super::world::Machine;

/// The sandbox that `--sandbox` uses on this machine, reached past the command line.
pub struct Plant {
    sandbox: InProcess,
    runtime: tokio::runtime::Runtime,
}

impl Plant {
    pub fn of(machine: &Machine) -> Self {
        let folder = machine.home().join("data");
        std::fs::create_dir_all(&folder).expect("a folder");
        let sandbox = InProcess::open(Some(folder.join("sandbox.db")), machine.clock().clone(), |_| {});
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        Self { sandbox, runtime }
    }

    /// The same, with draws of its own.
    pub fn seeded(machine: &Machine, seed: u64) -> Self {
        let folder = machine.home().join("data");
        std::fs::create_dir_all(&folder).expect("a folder");
        let mut options = makini::sandbox::Options::new(machine.clock().clone());
        (options.path, options.seed) = (Some(folder.join("sandbox.db")), seed);
        let sandbox = makini::sandbox::Sandbox::open(options).expect("opens");
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        Self { sandbox: InProcess::around(sandbox, machine.clock().clone()), runtime }
    }

    /// Connects a system under a name; its first sync begins. Returns the connection's ID.
    pub fn connect(&self, slug: &str, name: &str) -> String {
        self.runtime.block_on(self.sandbox.connect(slug, name)).0
    }

    /// The same, and its first sync is over.
    pub fn connected(&self, slug: &str, name: &str) -> String {
        let id = self.connect(slug, name);
        self.sandbox.wait(60);
        id
    }

    /// Breaks something.
    pub fn fault(&self, fault: &Value) {
        self.post("/sandbox/faults", fault);
    }

    /// The system behind a connection is gone.
    pub fn source_down(&self, connection: &str) {
        self.fault(&json!({ "kind": "source_down", "connection_id": connection }));
    }

    pub fn post(&self, path: &str, body: &Value) -> Value {
        self.runtime.block_on(self.sandbox.post(path, body)).data()
    }

    pub fn get(&self, path: &str) -> Value {
        self.runtime.block_on(self.sandbox.get(path)).data()
    }

    pub fn delete(&self, path: &str) -> Value {
        self.runtime.block_on(self.sandbox.delete(path)).data()
    }

    /// Asks with a token of one's own.
    pub fn ask_as(&self, token: &str, path: &str) -> Query {
        Query(self.runtime.block_on(self.sandbox.ask(token, "GET", path, None)).status.as_u16())
    }

    pub fn put(&self, path: &str, body: &Value) -> Value {
        self.runtime.block_on(self.sandbox.put(path, body)).data()
    }

    /// Makes an asset with a token of a connection, which an event is about.
    pub fn make_asset(&self, token: &str, name: &str) {
        let asset = json!({ "name": name });
        let made = self.runtime.block_on(self.sandbox.ask(token, "POST", "/api/eam/assets", Some(&asset)));
        assert!(made.status.is_success(), "{}", made.body);
    }

    /// Sends the webhooks that are due.
    pub fn deliver(&self) {
        self.runtime.block_on(self.sandbox.sandbox.deliver_due()).expect("tried");
    }

    /// Lets time pass.
    pub fn wait(&self, seconds: u64) {
        self.sandbox.wait(seconds);
    }
}

/// The status of an answer.
pub struct Query(u16);

impl Query {
    #[track_caller]
    pub fn expect(&self, status: u16) {
        assert_eq!(self.0, status);
    }
}

/// Puts requests into the journal of a machine, as if it had made them.
pub fn keep(machine: &Machine, exchanges: &[Exchange]) {
    keep_of(machine, None, exchanges);
}

/// Puts requests to a server into the journal of a machine.
pub fn keep_of(machine: &Machine, server: Option<&str>, exchanges: &[Exchange]) {
    let folder = |name: &str| machine.home().join(name).into_os_string();
    let env = Env::of([("HOME", folder("")), ("MAKINI_STATE_DIR", folder("state"))]);
    let path = Paths::find(&env).journal_file().expect("a home");
    let journal = Journal::new(
        path,
        Options { server: server.map(str::to_owned), ..Options::new("default") },
        machine.clock().clone(),
    );
    for exchange in exchanges {
        journal.record(exchange);
    }
    journal.flush();
    assert!(journal.take_warning().is_none());
}
