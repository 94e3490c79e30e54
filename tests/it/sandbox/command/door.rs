//! Where `sandbox start` listens, and who has to say so.

use makini::exit::Exit;
use makini::settings::table::SETTINGS;
use serde_json::Value;

use crate::support::network::{self, lan};
use crate::support::world::Machine;

const BRIEF: &str = "sandbox start --memory --for 50ms -o json";

fn listens_on(ready: &Value) -> String {
    ready["data"]["listens_on"].as_str().and_then(|at| at.rsplit_once(':')).expect("an address").0.to_owned()
}

#[test]
fn others_are_let_in_only_when_asked_twice() {
    let machine = Machine::new();
    let ended = machine.run("sandbox start --bind 0.0.0.0").expect(Exit::Usage);
    insta::assert_snapshot!(ended.stderr, @r"
    error: `--bind 0.0.0.0` would let every machine on every network of this one use this sandbox
      hint: add `--allow-remote` if that is meant, or leave out `--bind` for this machine only
    ");
    for address in ["[::]", "::", "192.168.7.9", "203.0.113.9", "fd00::7", "::ffff:192.168.7.9"] {
        let ended = machine.run(&format!("sandbox start --bind {address}")).expect(Exit::Usage);
        assert!(ended.stderr.contains("`--allow-remote`"), "{address}: {}", ended.stderr);
    }
    // A name is how others get here, whatever is listened on.
    let ended = machine.run("sandbox start --allowed-host plant.example.test").expect(Exit::Usage);
    assert!(ended.stderr.contains("--allow-remote"), "{}", ended.stderr);
    for line in
        ["--bind localhost", "--bind 127.0.0.1:80", "--bind 2130706433", "--allow-remote --allowed-host http://x"]
    {
        machine.run(&format!("sandbox start {line}")).expect(Exit::Usage);
    }
    assert!(!machine.home().join("data").exists(), "nothing was made");
}

#[test]
fn the_loopback_needs_no_second_word() {
    let machine = Machine::new();
    let six = network::six();
    for (address, shown) in
        [("127.0.0.1", "127.0.0.1"), ("127.0.0.7", "127.0.0.7"), ("[::1]", "[::1]"), ("::1", "[::1]")]
    {
        if shown == "[::1]" && !six {
            continue;
        }
        if shown == "127.0.0.7" && !cfg!(target_os = "linux") {
            continue;
        }
        let ended = machine.run(&format!("{BRIEF} --bind {address}")).ok();
        let ready = ended.json();
        assert_eq!(listens_on(&ready), shown);
        assert_eq!(ready["data"]["remote"], false);
        let url = ready["data"]["url"].as_str().expect("an address");
        assert!(url.starts_with(&format!("http://{shown}:")), "{url}");
        assert_eq!(ready["data"]["link_url"], format!("{url}/link/auth"));
        assert!(!ended.stderr.contains("warning"), "{}", ended.stderr);
    }
}

#[test]
fn what_it_means_is_said_even_when_quiet() {
    let machine = Machine::new();
    let ended = machine.run("sandbox start --memory --for 50ms --quiet --bind 0.0.0.0 --allow-remote").ok();
    insta::assert_snapshot!(ended.stderr, @"warning: every machine on every network of this one can use this sandbox, read it, change it and empty it: the client ID and secret are known to all, and nothing is encrypted on its way. Keep real data out of it");
    let port =
        |text: &str| text.rsplit(':').next().unwrap_or_default().chars().take_while(char::is_ascii_digit).count();
    let (first, rest) = ended.stdout.split_once('\n').expect("lines");
    assert!(first.starts_with("SANDBOX ready at http://127.0.0.1:") && port(first) > 0, "{first}");
    assert!(rest.contains("Listens on:     0.0.0.0:") && rest.contains("for other machines too"), "{rest}");

    let ended = machine.run(&format!("{BRIEF} --allow-remote --allowed-host Tunnel.example")).ok();
    assert!(ended.stderr.contains("whoever gets to tunnel.example"), "{}", ended.stderr);
    assert_eq!(ended.json()["data"]["remote"], true);
    // Allowed and not asked for: nothing is different.
    let ended = machine.run(&format!("{BRIEF} --allow-remote")).ok();
    assert_eq!(ended.json()["data"]["remote"], false);
    assert!(!ended.stderr.contains("warning"), "{}", ended.stderr);
}

#[test]
fn an_address_that_commands_would_not_call_is_not_announced_to_them() {
    let Some(address) = lan() else { return };
    let machine = Machine::new();
    let ended = machine.run(&format!("{BRIEF} --bind {address} --allow-remote")).ok();
    assert_eq!(listens_on(&ended.json()), address.to_string());
    assert!(ended.stderr.contains("`--sandbox` does not use this sandbox"), "{}", ended.stderr);
    let ended = machine.run(&format!("sandbox start --memory --for 50ms --bind {address} --allow-remote")).ok();
    assert!(!ended.stdout.contains("--sandbox"), "no command is shown that would go elsewhere: {}", ended.stdout);
    assert!(!machine.home().join("data/sandbox.json").exists());
    // A port that is free here, and no such address.
    let ended = machine.run("sandbox start --memory --bind 203.0.113.77 --allow-remote").expect(Exit::Local);
    assert!(ended.stderr.contains("203.0.113.77 is no address of this machine"), "{}", ended.stderr);
}

/// Whoever made a directory, or a script's environment, must not open what the command line did not.
#[test]
fn nothing_but_the_command_line_lets_others_in() {
    const WORDS: [&str; 3] = ["bind", "allow_remote", "allowed_host"];
    let known = |word: &str| {
        SETTINGS.iter().any(|setting| setting.key.contains(word) || setting.env.contains(&word.to_uppercase()))
    };
    assert!(!WORDS.into_iter().any(known));

    let values = ["0.0.0.0", "true", "evil.example"];
    let mut machine = Machine::new();
    for (word, value) in WORDS.into_iter().zip(values) {
        for name in [format!("MAKINI_{word}"), format!("MAKINI_SANDBOX_{word}"), format!("MAKINI_SANDBOX_START_{word}")]
        {
            machine = machine.env(&name.to_uppercase(), value);
        }
    }
    let ready = machine.run(BRIEF).ok().json();
    assert_eq!((listens_on(&ready).as_str(), &ready["data"]["remote"]), ("127.0.0.1", &Value::Bool(false)));
    for (word, value) in WORDS.into_iter().zip(values) {
        for name in [".makini.toml", "config/config.toml"] {
            for text in [format!("{word} = \"{value}\"\n"), format!("[sandbox]\n{word} = \"{value}\"\n")] {
                let machine = Machine::new();
                machine.write(name, &text);
                let ended = machine.run(BRIEF);
                // A file with what it may not say is refused, or that is left out of it.
                if ended.exit == Exit::Ok {
                    assert_eq!(listens_on(&ended.json()), "127.0.0.1", "{name}: {text}");
                } else {
                    assert_eq!(ended.exit, Exit::Usage, "{name}: {text}: {}", ended.all());
                }
            }
        }
    }
}

/// Whoever is asked for what it holds must not get what somebody else holds: one that does not answer is not one that is gone.
#[test]
fn one_that_does_not_answer_is_not_replaced_by_the_state_on_the_disk() {
    let machine = Machine::new();
    machine.run("--sandbox connections list").ok();
    let silent = std::net::TcpListener::bind("127.0.0.1:0").expect("a free port");
    let url = format!("http://{}", silent.local_addr().expect("bound"));
    let instance = serde_json::json!({ "url": url, "token": "t", "owner_proof": "p", "pid": std::process::id() });
    std::fs::write(machine.home().join("data/sandbox.json"), instance.to_string()).expect("written");
    for line in ["--sandbox connections list", "sandbox status", "sandbox reset --yes"] {
        let ended = machine.run(line).expect(Exit::Unavailable);
        assert!(ended.stderr.contains(&format!("process {}, does not answer", std::process::id())), "{}", ended.all());
    }
    drop(silent);
    machine.run("--sandbox connections list").ok();
}
