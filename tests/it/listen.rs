//! `makini webhooks listen`: what a person, a script and the next receiver see.

use std::net::TcpListener;

use makini::exit::Exit;
use serde_json::Value;

use crate::support::handler::Handler;
use crate::support::listening::{during, line, machine, ready};
use crate::support::process::{Home, Running, text};

const SIGNED: &str = "--secret-file ~/secret.txt";

/// A line for a machine with the secret.
fn signed(machine: &crate::support::world::Machine, text: &str) -> String {
    line(machine, &format!("{text} {SIGNED}"))
}

#[test]
fn lines_of_json_begin_with_ready_and_end_after_so_many_events() {
    let (machine, ended, sent) = during(machine(), &format!("{SIGNED} --until 2 -o ndjson"), |machine, _| {
        machine.run(&signed(machine, "webhooks trigger sync.completed --count 2 -o ndjson"))
    });
    sent.ok();
    let ended = ended.ok();
    let lines: Vec<Value> = ended.stdout.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    assert_eq!(lines[0]["type"], "ready");
    assert!(lines[0]["url"].as_str().is_some_and(|url| url.starts_with("http://127.0.0.1:")), "{}", lines[0]);
    assert_eq!(lines[0]["pid"], std::process::id());
    for line in &lines[1..] {
        assert_eq!(line["type"], "arrival");
        assert_eq!(line["event"], "sync.completed");
        assert_eq!(line["verdict"], "verified");
    }
    assert_eq!(lines.len(), 3);
    assert!(ended.stderr.starts_with("{\"note\":\"ready at http://127.0.0.1:"), "{}", ended.stderr);
    assert!(machine.home().join("data/inbox.db").exists());
}

#[test]
fn events_are_forwarded_before_it_ends_and_ctrl_c_is_130() {
    let handler = Handler::start(200);
    let flags = format!("{SIGNED} --route sync.*={} --until 1", handler.url);
    let (machine, ended, ()) = during(machine(), &flags, |machine, _| {
        machine.run(&signed(machine, "webhooks trigger sync.failed --php")).ok();
    });
    let ended = ended.ok();
    // What came was spelled by PHP; what is handed on is the text that was proven.
    let bodies = handler.bodies();
    assert!(bodies.len() == 1 && bodies[0].contains("https://erp.example.com/api"), "{bodies:?}");
    assert!(ended.stdout.contains("verified    sync.failed"), "{}", ended.stdout);
    assert!(ended.stdout.contains("forwarded   200 in "), "{}", ended.stdout);

    let (_, ended, ()) = during(machine, &format!("{SIGNED} -o json"), |_, _| {});
    ended.expect(Exit::Interrupted);
}

/// What the platform counts as failed is never shown as plain success; `--strict-200` judges as it does.
#[test]
fn a_handler_that_answers_201_is_warned_about_and_is_a_failure_by_choice() {
    let handler = Handler::start(201);
    let run = |flags: &str, exit| {
        let flags = format!("{SIGNED} --forward-to {} --until 1 {flags}", handler.url);
        let (_, ended, fired) = during(machine(), &flags, |machine, _| {
            machine.run(&signed(machine, "webhooks trigger sync.failed")).ok();
            let to = format!("webhooks trigger sync.failed --to {} --secret-file ~/secret.txt -o ndjson", handler.url);
            machine.run(&line(machine, &to))
        });
        // `trigger` stands for the platform.
        let fired = fired.expect(Exit::Unhealthy).json();
        assert!(fired["error"].as_str().expect("an error").contains("only 200 counts as delivered"), "{fired}");
        ended.expect(exit)
    };
    let ended = run("", Exit::Ok);
    assert!(ended.stdout.contains("forwarded   201 in "), "{}", ended.stdout);
    assert!(ended.stdout.contains("not 200"), "{}", ended.stdout);
    assert!(ended.stderr.contains("for the platform only 200 counts as delivered"), "{}", ended.stderr);
    let ended = run("-q", Exit::Ok);
    assert_eq!(ended.stdout, "");
    assert!(ended.stderr.contains("for the platform only 200 counts as delivered"), "{}", ended.stderr);
    let ended = run("--strict-200 --forward-attempts 1", Exit::Unhealthy);
    assert!(ended.stdout.contains("answered 201 Created; only 200 counts as delivered; given up"), "{}", ended.stdout);
    assert!(!ended.stdout.contains("forwarded   201"), "{}", ended.stdout);
}

#[test]
fn events_that_no_handler_takes_are_no_success() {
    let handler = Handler::start(500);
    let flags = format!("{SIGNED} --route sync.*={} --until 1", handler.url);
    let (_, ended, ()) = during(machine(), &flags, |machine, _| {
        machine.run(&signed(machine, "webhooks trigger sync.failed")).ok();
    });
    let ended = ended.expect(Exit::Unhealthy);
    assert!(ended.stderr.contains("1 event was received and not taken by a handler"), "{}", ended.stderr);
}

#[test]
fn forged_and_foreign_requests_are_refused_and_said() {
    let (_, ended, sent) = during(machine(), &format!("{SIGNED} --path /hook"), |machine, url| {
        machine.write("other.txt", "somebody else");
        let to = |path: &str| {
            format!("webhooks trigger assets.updated --to {url}{path} --secret-file ~/other.txt -o ndjson")
        };
        let forged = machine.run(&line(machine, &to("/hook"))).expect(Exit::Unhealthy);
        let elsewhere = machine.run(&line(machine, &to("/other"))).expect(Exit::Unhealthy);
        [forged.json()["status"].clone(), elsewhere.json()["status"].clone()]
    });
    assert_eq!(sent, [401, 404]);
    assert!(ended.stdout.contains("refused     401"), "{}", ended.stdout);
    assert!(!ended.stdout.contains("somebody else") && !ended.stderr.contains("an old friend"));
}

#[test]
fn a_taken_port_is_named_and_no_other_is_taken() {
    let machine = machine();
    let taken = TcpListener::bind("127.0.0.1:0").expect("free");
    let port = taken.local_addr().expect("bound").port();
    let ended = machine.run(&signed(&machine, &format!("webhooks listen --port {port}"))).expect(Exit::Local);
    assert!(ended.stderr.contains(&format!("port {port} is taken by another program")), "{}", ended.stderr);

    let (_, _, (same_port, same_inbox)) = during(machine, SIGNED, |machine, url| {
        let port = url.rsplit(':').next().expect("a port");
        let same_port = machine.run(&signed(machine, &format!("webhooks listen --port {port}"))).expect(Exit::Local);
        let same_inbox = machine.run(&signed(machine, "webhooks listen --port 0")).expect(Exit::Local);
        (same_port.stderr, same_inbox.stderr)
    });
    let pid = format!("process {}", std::process::id());
    for stderr in [same_port, same_inbox] {
        assert!(stderr.contains(&pid) && stderr.contains("hint"), "{stderr}");
    }
}

#[test]
fn what_is_refused_before_anything_is_opened() {
    let machine = machine();
    for (flags, said) in [
        ("--listen 0.0.0.0", "every machine on every network"),
        ("--listen 203.0.113.7", "everybody who can reach 203.0.113.7"),
        ("--forward-to http://169.254.169.254/", "never"),
        ("--forward-to http://2130706433/", "write the address as"),
        ("--forward-to http://10.0.0.7/", "--allow-host 10.0.0.7"),
        ("--forward-to http:///hook", "it names no host: write `http://127.0.0.1/hook`"),
        ("--forward-to https://", "it names no host: write `https://127.0.0.1/`"),
        ("--forward-to 36227", "it is only a port: write `http://127.0.0.1:36227/`"),
        ("--forward-to :36227/hook", "it is only a port: write `http://127.0.0.1:36227/hook`"),
        ("--forward-to /hook", "it is only a path: write `http://127.0.0.1:3000/hook`"),
        ("--forward-to localhost:3000/hook", "`http://` is missing: write `http://localhost:3000/hook`"),
        ("--route sync.completed", "EVENT=URL"),
        ("-o csv", "ndjson"),
        ("--exit-after 0", "--exit-after"),
        ("--tls-key x.pem", "--tls-certificate"),
    ] {
        let ended = machine.run(&signed(&machine, &format!("webhooks listen --port 0 {flags}"))).expect(Exit::Usage);
        assert!(ended.stderr.contains(said), "{flags}: {}", ended.stderr);
    }
    let ended = machine.run("webhooks listen --port 0").expect(Exit::Usage);
    assert!(
        ended.stderr.contains("no webhook secret") && ended.stderr.contains("--accept-unsigned"),
        "{}",
        ended.stderr
    );
    assert!(!machine.home().join("data").exists(), "nothing was made");
}

/// The line that sends an event works as it is printed, from any folder.
#[test]
fn the_line_to_try_it_has_what_was_chosen() {
    for flags in [SIGNED.to_owned(), format!("{SIGNED} --scheme github --path /hook --inbox ~/other.db")] {
        let flags = format!("{flags} --until 1");
        let (machine, file) = (machine(), "ready.txt");
        let (_, ended, ()) = during(machine, &flags, |machine, url| {
            let home = machine.home().display().to_string();
            let mut tried = format!("webhooks trigger sync.completed --secret-file={home}/secret.txt");
            if flags.contains("github") {
                let options =
                    format!("--scheme=github --secret-file={home}/secret.txt --to={url}/hook --inbox={home}/other.db");
                tried = format!("webhooks trigger sync.completed {options}");
            }
            machine.run(&tried).ok();
            machine.write(file, tried);
        });
        let ended = ended.ok();
        let shown = ended.stderr.lines().find(|line| line.contains("try it")).expect("a line").to_owned();
        let line = shown.split('`').nth(1).expect("a command").strip_prefix("makini ").expect("of ours").to_owned();
        assert!(line.starts_with("webhooks trigger sync.completed ") && line.contains("secret.txt"), "{line}");
        assert_eq!(line.contains("--scheme=github"), flags.contains("github"), "{line}");
        assert_eq!(line.contains("/hook --inbox=/"), flags.contains("github"), "{line}");
    }
    let (_, ended, ()) = during(machine(), "--accept-unsigned", |_, _| {});
    assert!(ended.stderr.contains("`curl -d '{\"event\":\"sync.completed\"}' http://127.0.0.1:"), "{}", ended.stderr);
}

#[test]
fn unsigned_only_when_asked() {
    let (_, ended, ()) = during(machine(), "--accept-unsigned --for 20s --until 1", |machine, _| {
        machine.run(&signed(machine, "webhooks trigger flow.done")).ok();
    });
    let ended = ended.ok();
    assert!(ended.stderr.contains("warning: no signature is looked at"), "{}", ended.stderr);
    assert!(ended.stdout.contains("unverified  flow.done"), "{}", ended.stdout);
}

#[cfg(unix)]
#[test]
fn the_real_binary_ends_with_130_and_keeps_what_it_acknowledged() {
    let home = Home::new();
    let (secret, file) = (home.path().join("secret.txt"), home.path().join("ready.json"));
    std::fs::write(&secret, "s3cret").expect("written");
    let (secret, file) = (secret.display().to_string(), file.display().to_string());
    let args = ["webhooks", "listen", "--port", "0", "--secret-file", &secret, "--ready-file", &file];
    let running = Running::start(&mut home.makini(&args));
    assert_eq!(ready(file.as_ref())["pid"], running.pid());
    let sent = home.run(&["webhooks", "trigger", "assets.inserted", "--secret-file", &secret]);
    assert_eq!(sent.status.code(), Some(0), "{}", text(&sent));
    running.signal(rustix::process::Signal::INT);
    let ended = running.wait();
    assert_eq!(ended.status.code(), Some(130), "{}", text(&ended));
    let kept = home.json(&["webhooks", "inbox", "list", "-o", "json"]);
    assert_eq!(kept["data"][0]["event"], "assets.inserted");
    assert!(String::from_utf8_lossy(&ended.stdout).contains("assets.inserted"), "{}", text(&ended));
}
