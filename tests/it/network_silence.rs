//! No telemetry, no update check: what the system calls of the real binary show about the network.
#![cfg(target_os = "linux")]

use std::net::{IpAddr, TcpListener};
use std::process::{Command, Stdio};

use crate::support::process::{Home, text};
use crate::support::require;

/// Commands that need no server, and the exit code of each on an empty machine.
const OFFLINE: &[(&[&str], i32)] = &[
    (&["--version"], 0),
    (&["--help"], 0),
    (&["help", "check"], 0),
    (&["exit-codes"], 0),
    (&["completions", "bash"], 0),
    (&["man"], 0),
    (&["profile", "list"], 0),
    (&["requests", "list", "--source", "journal"], 0),
    (&["webhooks", "inbox", "list"], 6),
];

/// What a process did with the network.
#[derive(Debug, Default, PartialEq)]
struct Traffic {
    /// Sockets of the internet families, whatever became of them.
    sockets: usize,
    /// Addresses that were bound, connected or sent to, with their ports.
    peers: Vec<(IpAddr, u16)>,
}

/// Reads the log of `strace -e trace=network`.
fn traffic(log: &str) -> Traffic {
    let mut traffic = Traffic::default();
    for line in log.lines() {
        traffic.sockets += usize::from(line.contains("socket(AF_INET"));
        // Answers of the kernel about the process's own end name addresses as well: those count too.
        let mut rest = line;
        while let Some((_, after)) = rest.split_once("sa_family=AF_INET") {
            let port = between(after, "_port=htons(", ")").and_then(|port| port.parse().ok());
            let address =
                between(after, "inet_addr(\"", "\"").or_else(|| between(after, "inet_pton(AF_INET6, \"", "\""));
            let address = address.and_then(|address| address.parse().ok());
            traffic.peers.push(address.zip(port).unwrap_or_else(|| panic!("an address that cannot be read: {line}")));
            rest = after;
        }
    }
    traffic
}

fn between<'a>(text: &'a str, start: &str, end: &str) -> Option<&'a str> {
    let (_, rest) = text.split_once(start)?;
    rest.split_once(end).map(|(found, _)| found)
}

/// Runs the binary in an empty environment, and returns what it did with the network.
#[track_caller]
fn traced(home: &Home, variables: &[&str], args: &[&str], code: i32) -> Traffic {
    let log = home.temporary().join("calls");
    let output = Command::new("strace")
        .args(["-f", "-qq", "-e", "trace=network", "-o"])
        .arg(&log)
        .args(["env", "-i"])
        .arg(format!("HOME={}", home.path().display()))
        .arg(format!("TMPDIR={}", home.temporary().display()))
        .args(variables)
        .arg(env!("CARGO_BIN_EXE_makini"))
        .args(args)
        .stdin(Stdio::null())
        .output()
        .expect("strace starts");
    assert_eq!(output.status.code(), Some(code), "{args:?}: {}", text(&output));
    traffic(&std::fs::read_to_string(log).expect("strace writes its log"))
}

#[test]
fn the_log_of_system_calls_is_read_as_it_is_written() {
    let log = "\
12 socketpair(AF_UNIX, SOCK_STREAM|SOCK_CLOEXEC, 0, [6, 7]) = 0
12 socket(AF_INET, SOCK_STREAM|SOCK_CLOEXEC, IPPROTO_TCP) = 14
12 connect(14, {sa_family=AF_INET, sin_port=htons(443), sin_addr=inet_addr(\"198.51.100.7\")}, 16) = -1 EINPROGRESS
13 socket(AF_INET6, SOCK_DGRAM|SOCK_CLOEXEC, IPPROTO_IP) = 15
13 connect(15, {sa_family=AF_INET6, sin6_port=htons(53), sin6_flowinfo=htonl(0), \
inet_pton(AF_INET6, \"2001:db8::1\", &sin6_addr), sin6_scope_id=0}, 28) = 0
12 connect(16, {sa_family=AF_UNIX, sun_path=\"/run/user/0/bus\"}, 110) = -1 ENOENT
";
    let v4 = ("198.51.100.7".parse().expect("an address"), 443);
    let v6 = ("2001:db8::1".parse().expect("an address"), 53);
    assert_eq!(traffic(log), Traffic { sockets: 2, peers: vec![v4, v6] });
}

#[test]
fn commands_that_need_no_server_open_no_socket() {
    if !require::tool("strace") {
        return;
    }
    let home = Home::new();
    for (args, code) in OFFLINE {
        assert_eq!(traced(&home, &[], args, *code), Traffic::default(), "{args:?}");
    }
}

#[test]
fn webhooks_are_signed_and_verified_without_a_socket() {
    if !require::tool("strace") {
        return;
    }
    let home = Home::new();
    let (body, secret) = (home.path().join("body.json"), home.path().join("secret.txt"));
    std::fs::write(&body, r#"{"event":"assets.updated","body":["a\/b"]}"#).expect("written");
    std::fs::write(&secret, "a shared secret").expect("written");
    let (body, secret) = (body.to_str().expect("UTF-8"), secret.to_str().expect("UTF-8"));
    let signature = "X-Webhook-Signature: dCoQi/FmiCfqLosVtN7gwaSvX73QqHB1QR2bcfgb/us=";
    let sign = ["webhooks", "sign", body, "--secret-file", secret];
    assert_eq!(traced(&home, &[], &sign, 0), Traffic::default());
    let verify = ["webhooks", "verify", body, "--secret-file", secret, "-H", signature];
    assert_eq!(traced(&home, &[], &verify, 0), Traffic::default());
    let explain = ["webhooks", "explain", body, "--secret-file", secret, "-H", signature];
    assert_eq!(traced(&home, &[], &explain, 0), Traffic::default());
}

#[test]
fn a_sandbox_inside_the_command_stays_on_the_loopback() {
    if !require::tool("strace") {
        return;
    }
    let home = Home::new();
    for args in [&["--sandbox", "systems", "list"][..], &["--sandbox", "check", "--allow-none"], &["sandbox", "status"]]
    {
        let traffic = traced(&home, &[], args, 0);
        assert!(traffic.sockets > 0, "{args:?} speaks to its sandbox over a socket");
        assert!(traffic.peers.iter().all(|(address, _)| address.is_loopback()), "{args:?}: {traffic:?}");
    }
}

#[test]
fn a_command_for_a_server_connects_to_that_server_only() {
    if !require::tool("strace") {
        return;
    }
    // Nobody listens there: the connection is refused at once, and there is nothing else to ask.
    let server = TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr()).expect("a free port");
    let home = Home::new();
    let url = format!("http://{server}");
    let args = ["--server", url.as_str(), "--retries", "0", "systems", "list"];
    let traffic = traced(&home, &["MAKINI_TOKEN=mk_test_of_the_network"], &args, 9);
    assert!(traffic.peers.contains(&(server.ip(), server.port())), "{traffic:?}");
    assert!(traffic.peers.iter().all(|peer| *peer == (server.ip(), server.port())), "{traffic:?}");
}
