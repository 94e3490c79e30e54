//! What goes wrong between this machine and the platform: a name that means nothing or two, a host that never answers, a
//! configuration with a slip, a disk without room.

use std::net::SocketAddr;
use std::time::Duration;

use insta::assert_snapshot;
use makini::clock::Clock;
use makini::exit::Exit;
use tokio::net::{TcpListener, TcpSocket, TcpStream};

use super::NOW;
use crate::support::mount::Mount;
use crate::support::plant::Plant;
use crate::support::world::Machine;

/// Commands about one connection, which `{}` names.
const ABOUT_ONE: &[&str] = &[
    "connections show {}",
    "connections status {}",
    "connections metadata {}",
    "connections rename {} x",
    "disconnect {} --confirm {}",
    "sync start {}",
    "sync status {}",
    "sync watch {}",
    "sync list {}",
    "token issue {}",
];

#[test]
fn a_connection_that_nobody_knows() {
    let machine = Machine::new().at(NOW);
    Plant::of(&machine).connect("inextia", "Plant 7");
    for line in ABOUT_ONE {
        let ended = machine.run(&format!("--sandbox {}", line.replace("{}", "'Plnat 7'"))).expect(Exit::NotFound);
        assert_eq!(ended.stdout, "", "{line}");
        assert_eq!(
            ended.stderr,
            "error: no connection is called `Plnat 7`\n  hint: did you mean `Plant 7`?\n  hint: `makini --sandbox connections \
             list` lists them\n",
            "{line}"
        );
    }
    let listed = machine.run("--sandbox connections list -o json").ok().json();
    assert_eq!(listed["data"].as_array().map(Vec::len), Some(1), "nothing was ended: {listed}");
}

#[test]
fn a_name_that_two_connections_have() {
    let machine = Machine::new().at(NOW);
    let plant = Plant::of(&machine);
    let (one, two) = (plant.connect("inextia", "Plant 7"), plant.connect("upkeep", "Plant 7"));
    for line in ABOUT_ONE {
        let ended = machine.run(&format!("--sandbox {}", line.replace("{}", "'Plant 7'"))).expect(Exit::Usage);
        assert!(ended.stderr.contains(&one) && ended.stderr.contains(&two), "{line}: {}", ended.stderr);
        assert_eq!(ended.stdout, "", "{line}");
    }
    let said = machine.run("--sandbox sync start 'Plant 7'").stderr.replace(&one, "ID").replace(&two, "ID");
    assert_snapshot!(said, @r#"
        error: `Plant 7` matches more than one connection: Plant 7 (ID), Plant 7 (ID)
          hint: use the ID
        "#);
}

#[test]
fn a_slip_in_the_configuration() {
    let machine = Machine::new().at(NOW);
    let file = machine.write("config/config.toml", "output = \"json\"\n\n[profile.prod]\n  sevrer = \"https://x\"\n");
    let at = file.display().to_string();
    let said = machine.run("systems list").expect(Exit::Usage).stderr;
    for line in ["webhooks sign body", "connect maximo", "logout"] {
        assert_eq!(machine.run(line).expect(Exit::Usage).stderr, said, "{line}");
    }
    assert_snapshot!(said.replace(&at, "config.toml"), @"error: config.toml, line 4, column 3: unknown setting of a profile `sevrer`, did you mean `server`?");
    let ended = machine.run("systems list -o json").expect(Exit::Usage);
    let said: serde_json::Value = serde_json::from_str(&ended.stderr).expect("an error as JSON");
    assert!(said.to_string().contains("line 4, column 3"), "{said}");
    // What explains the program works all the same.
    machine.run("exit-codes").ok();
    machine.run("--help").ok();
}

/// A host that drops every packet: it listens, and its queue of connections that nobody takes is full.
struct Silent {
    address: SocketAddr,
    _listener: TcpListener,
    _waiting: Vec<TcpStream>,
    _runtime: tokio::runtime::Runtime,
}

impl Silent {
    fn new() -> Self {
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().expect("runs");
        let (listener, waiting) = runtime.block_on(async {
            let socket = TcpSocket::new_v4().expect("a socket");
            socket.bind(([127, 0, 0, 1], 0).into()).expect("a free port");
            let listener = socket.listen(0).expect("listens");
            let address = listener.local_addr().expect("bound");
            let mut waiting = Vec::new();
            while let Ok(stream) = tokio::time::timeout(Duration::from_millis(300), TcpStream::connect(address)).await {
                waiting.push(stream.expect("the queue has room"));
                assert!(waiting.len() < 1000, "the queue has no end");
            }
            (listener, waiting)
        });
        let address = listener.local_addr().expect("bound");
        Self { address, _listener: listener, _waiting: waiting, _runtime: runtime }
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_host_that_drops_every_packet() {
    let silent = Silent::new();
    let machine = Machine::new()
        .at(NOW)
        .env("MAKINI_SERVER", format!("http://{}", silent.address))
        .env("MAKINI_TOKEN", "mk_live_0123456789abcdef")
        .env("MAKINI_CONNECT_TIMEOUT", "300ms");
    let clock = Clock::system();
    let begun = clock.moment();
    let ended = machine.run("systems list --retries 0").expect(Exit::Unavailable);
    let taken = clock.since(begun);
    assert!(taken >= Duration::from_millis(300) && taken < Duration::from_secs(8), "{taken:?}");
    assert_snapshot!(ended.stderr.replace(&silent.address.to_string(), "HOST"), @r#"
        error: could not read the catalogue of systems
          because: HOST: no connection within the time limit
          code: timeout
          hint: try again later; `makini doctor` tests the way to the server
        "#);
    // Tried again as often as was asked for, and each time no longer than that.
    let begun = clock.moment();
    machine.run("systems list --retries 2").expect(Exit::Unavailable);
    assert!(clock.since(begun) < Duration::from_secs(10), "{:?}", clock.since(begun));
}

#[test]
fn a_disk_without_room() {
    let machine = Machine::new().at(NOW);
    machine.run("--sandbox systems list --limit 1000").ok();
    let Some(mount) = Mount::of(512) else { return };
    let (config, state) = (mount.path().join("config"), mount.path().join("state"));
    std::fs::create_dir(&config).expect("made");
    let before = "[profile.a]\n[profile.b]\n";
    std::fs::write(config.join("config.toml"), before).expect("written");
    let filler = mount.path().join("filler");
    std::fs::write(&filler, vec![0; 1 << 20]).expect_err("it gets full");
    let full = Machine::new().at(NOW).env("MAKINI_CONFIG_DIR", &config).env("MAKINI_STATE_DIR", &state);

    // The answer comes; that it is not in the journal is said once.
    let ended = full.run("--sandbox systems list --limit 1000 -o json").ok();
    assert!(!ended.json()["data"].as_array().expect("a list").is_empty());
    let place = mount.path().display().to_string();
    let said = ended.stderr.replace(&place, "DISK");
    assert!(
        said.contains("1 request is missing from the journal: ") && said.contains("`DISK/state/journal.db`"),
        "{said}"
    );
    assert_eq!(said.lines().count(), 1, "{said}");
    assert!(said.contains("`DISK/state/journal.db`: the disk is full\""), "once, and nothing more: {said}");
    // A file that cannot be written whole is not written at all.
    let ended = full.run("profile use a").expect(Exit::Local);
    assert_snapshot!(ended.stderr.replace(&place, "DISK"), @r#"
        error: could not write `DISK/config/config.toml`
          because: No space left on device (os error 28)
          hint: make room on the disk
        "#);
    assert_eq!(std::fs::read_to_string(config.join("config.toml")).expect("there"), before);
    // With room again, all goes on.
    std::fs::remove_file(&filler).expect("removed");
    full.run("profile use a").ok();
    mount.make_read_only();
    let ended = full.run("profile use b").expect(Exit::Local);
    assert_snapshot!(ended.stderr.replace(&place, "DISK"), @r#"
        error: could not write `DISK/config/config.toml`
          because: Read-only file system (os error 30)
          hint: make the folder `DISK/config` writable, or name another with MAKINI_CONFIG_DIR
        "#);
    mount.make_writable();
    assert_eq!(full.run("--sandbox systems list --limit 1000").ok().stderr, "");
}
