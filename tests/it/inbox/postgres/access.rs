//! Who is let in, and that neither a password nor a foreign server gets in the way of that.

use std::os::unix::fs::chown;

use makini::exit::Exit;
use rcgen::{CertificateParams, KeyPair};

use crate::support::postgres::{self, Postgres};
use crate::support::world::Machine;

/// The password of the server here.
const PASSWORD: &str = "canary-of-the-database";

/// A server that asks for a password.
fn guarded() -> Option<Postgres> {
    let server = Postgres::start(&[])?;
    server.sql("postgres", &format!("ALTER USER makini PASSWORD '{PASSWORD}'"));
    server.sql("postgres", "CREATE DATABASE inbox");
    server.ask_for_passwords();
    Some(server)
}

#[test]
fn a_password_comes_from_a_file_or_a_variable_and_is_shown_nowhere() {
    let Some(server) = guarded() else { return };
    let address = server.address("inbox");
    let line = "webhooks listen --accept-unsigned --port 0 --for 20ms -v";
    let without = Machine::new().env("MAKINI_INBOX", &address).run(line).expect(Exit::Local);
    assert!(
        without.stderr.contains("PGPASSWORD") && without.stderr.contains("inbox_password_file"),
        "{}",
        without.stderr
    );
    let wrong = Machine::new().env("MAKINI_INBOX", &address).env("PGPASSWORD", "wrong-canary").run(line);
    let wrong = wrong.expect(Exit::Local);
    assert!(!wrong.all().contains("wrong-canary") && wrong.stderr.contains("password"), "{}", wrong.stderr);

    let machine = Machine::new().env("MAKINI_INBOX", &address).env("PGPASSWORD", PASSWORD);
    assert!(!machine.run(line).ok().all().contains(PASSWORD));
    assert!(!machine.run("webhooks inbox list -vv").ok().all().contains(PASSWORD));
    let doctor = machine.run("doctor --offline -o json");
    assert!(doctor.stdout.contains("keeps what it commits") && !doctor.all().contains(PASSWORD), "{}", doctor.stdout);

    let machine = Machine::new();
    let file = machine.write("password", format!("{PASSWORD}\n"));
    std::fs::set_permissions(&file, std::os::unix::fs::PermissionsExt::from_mode(0o600)).expect("set");
    let machine = machine.env("MAKINI_INBOX_PASSWORD_FILE", &file);
    let listed = machine.run(&format!("webhooks inbox list --inbox {address} -o json")).ok();
    assert!(!listed.all().contains(PASSWORD));
}

#[test]
fn an_address_with_a_password_is_refused_and_not_repeated() {
    for address in ["postgres://ann:hunter2@db.example/inbox", "mysql://ann:hunter2@db.example/inbox"] {
        let by_flag = Machine::new().run(&format!("webhooks inbox list --inbox {address}")).expect(Exit::Usage);
        let machine = Machine::new().env("MAKINI_INBOX", address);
        let by_setting = machine.run("webhooks inbox list").expect(Exit::Usage);
        let doctor = machine.run("doctor --offline");
        let whoami = machine.run("profile show -o json");
        for ended in [by_flag, by_setting, doctor, whoami] {
            assert!(!ended.all().contains("hunter2"), "{}", ended.all());
        }
    }
}

#[test]
fn doctor_names_a_server_that_could_lose_what_was_acknowledged() {
    let Some(server) = postgres::shared() else { return };
    let address = server.database("named_by_doctor");
    server.sql("postgres", "ALTER DATABASE named_by_doctor SET synchronous_commit = off");
    let doctor = Machine::new().env("MAKINI_INBOX", address).run("doctor --offline").all();
    assert!(doctor.contains("`synchronous_commit` is off") && doctor.contains("ALTER ROLE"), "{doctor}");
}

/// Over a network the server has to prove who it is: by an authority that is trusted, under the name that was asked for.
#[test]
fn a_server_elsewhere_is_verified() {
    let own = KeyPair::generate().expect("a key");
    let names = vec!["127.0.0.1".to_owned()];
    let certificate = CertificateParams::new(names).expect("valid").self_signed(&own).expect("valid");
    let folder = tempfile::tempdir().expect("a temporary folder");
    let (chain, key) = (folder.path().join("server.pem"), folder.path().join("server.key"));
    std::fs::write(&chain, certificate.pem()).expect("written");
    std::fs::write(&key, own.serialize_pem()).expect("written");
    let mode = |mode| std::os::unix::fs::PermissionsExt::from_mode(mode);
    std::fs::set_permissions(folder.path(), mode(0o755)).expect("set");
    std::fs::set_permissions(&key, mode(0o600)).expect("set");
    if let Some(user) = Postgres::user() {
        chown(&key, Some(user), Some(user)).expect("given away");
    }
    let port = std::net::TcpListener::bind("127.0.0.1:0").and_then(|free| free.local_addr()).expect("a port").port();
    let (chain, key) = (format!("ssl_cert_file='{}'", chain.display()), format!("ssl_key_file='{}'", key.display()));
    let settings = ["listen_addresses='127.0.0.1'", "ssl=on", chain.as_str(), key.as_str()];
    let Some(server) = Postgres::start_at(port, &settings) else { return };
    server.database("inbox");
    let line = |host: &str| {
        format!(
            "webhooks listen --accept-unsigned --port 0 --for 20ms --inbox postgres://makini@{host}:{port}/inbox?sslmode=verify-full"
        )
    };
    let unknown = Machine::new().run(&line("127.0.0.1")).expect(Exit::Unavailable);
    assert!(unknown.stderr.contains("certificate"), "{}", unknown.stderr);
    let machine = Machine::new();
    let ca = machine.write("ca.pem", certificate.pem());
    let machine = machine.env("MAKINI_CA_FILE", ca);
    machine.run(&line("127.0.0.1")).ok();
    let other_name = machine.run(&line("localhost")).expect(Exit::Unavailable);
    assert!(other_name.stderr.contains("certificate"), "{}", other_name.stderr);
    assert_eq!(server.sql("inbox", "SELECT count(*) FROM arrivals"), "0");
}
