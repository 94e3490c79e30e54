//! One configuration of TLS and proxies for every connection: to the platform and to handlers.

use axum::Router;
use axum::routing::any;
use makini::exit::Exit;

use crate::support::listening::{SECRET, during, line};
use crate::support::secure::Secure;
use crate::support::world::{Ended, Machine};

fn machine() -> Machine {
    let machine = Machine::new();
    machine.write("secret.txt", SECRET);
    machine
}

fn handler() -> Router {
    Router::new().fallback(any(|| async { "" }))
}

/// Sends an event, or says why not.
fn trigger(machine: &Machine, to: &str, flags: &str) -> Ended {
    let text = format!("webhooks trigger connection.offline --to {to}/ --secret-file ~/secret.txt {flags}");
    machine.run(&line(machine, &text))
}

#[test]
fn a_handler_s_private_authority_is_trusted_as_the_platform_s() {
    let machine = machine();
    let secure = Secure::start(&machine, handler(), false);
    let (url, ca) = (secure.served.url(), secure.ca_file.display());
    let ended = trigger(&machine, url, "");
    assert_ne!(ended.exit, Exit::Ok, "{}", ended.all());
    assert!(ended.stdout.contains("issued by an authority that is not trusted"), "{}", ended.all());
    trigger(&machine, url, &format!("--ca-file {ca}")).ok();
    let ended = machine.run(&line(
        &machine,
        &format!("webhooks drill --url {url}/ --secret-file ~/secret.txt --only valid --ca-file {ca}"),
    ));
    assert!(matches!(ended.exit, Exit::Ok | Exit::Unhealthy), "{}", ended.all());

    // The receiver forwards, and what it stored is replayed.
    let flags = format!("--secret-file ~/secret.txt --inbox ~/i.db --forward-to {url}/ --ca-file {ca} --until 1");
    let (machine, ended, ()) = during(machine, &flags, |machine, address| {
        trigger(machine, address.trim_end_matches('/'), "").ok();
    });
    ended.ok();
    let replay = format!("webhooks replay --all --inbox ~/i.db --to {url}/");
    machine.run(&line(&machine, &format!("{replay} --ca-file {ca}"))).ok();
    let ended = machine.run(&line(&machine, &replay));
    assert!(ended.exit != Exit::Ok && ended.stdout.contains("is not trusted"), "{}", ended.all());
}

#[test]
fn a_client_certificate_is_shown_to_a_handler_that_asks_for_one() {
    let machine = machine();
    let secure = Secure::start(&machine, handler(), true);
    let (certificate, key) = &secure.client;
    let flags = format!("--ca-file {}", secure.ca_file.display());
    let ended = trigger(&machine, secure.served.url(), &flags);
    assert!(ended.exit != Exit::Ok, "{}", ended.all());
    assert!(
        ended.stdout.contains("the server asks for a client certificate, and none is configured"),
        "{}",
        ended.all()
    );
    let machine =
        machine.env("MAKINI_CLIENT_CERTIFICATE", certificate.as_os_str()).env("MAKINI_CLIENT_KEY", key.as_os_str());
    trigger(&machine, secure.served.url(), &flags).ok();
}

#[test]
fn the_platform_that_asks_for_a_certificate_is_named_with_the_settings() {
    let machine = machine().env("MAKINI_TOKEN", "t");
    let secure = Secure::start(&machine, handler(), true);
    let line = format!("credits --retries 0 --server {} --ca-file {}", secure.served.url(), secure.ca_file.display());
    let ended = machine.run(&line).expect(Exit::Unavailable);
    assert!(ended.stderr.contains("the server asks for a client certificate"), "{}", ended.all());
    assert!(ended.stderr.contains("hint: set `client_certificate` and `client_key`"), "{}", ended.all());
    let ended =
        machine.run(&format!("{line} --offline").replace("credits --retries 0", "doctor").replace(" --offline", ""));
    assert!(ended.stdout.contains("MAKINI_CLIENT_CERTIFICATE"), "{}", ended.all());
}

#[test]
fn a_proxy_is_for_handlers_elsewhere_and_never_for_this_machine() {
    let machine = machine();
    let secure = Secure::start(&machine, handler(), false);
    let flags = format!("--ca-file {} --proxy http://127.0.0.1:9", secure.ca_file.display());
    trigger(&machine, secure.served.url(), &flags).ok();
    let ended = trigger(&machine, "https://handler.example", &format!("--allow-host handler.example {flags}"));
    assert_ne!(ended.exit, Exit::Ok, "{}", ended.all());
    assert!(ended.stdout.contains("refused"), "the proxy is not there: {}", ended.all());
}
