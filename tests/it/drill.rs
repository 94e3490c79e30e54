//! `makini webhooks drill` against handlers as people write them, and against our own receiver.

use makini::exit::Exit;
use serde_json::Value;

use crate::support::handler::Fixture;
use crate::support::listening::{SECRET, during, line, machine};
use crate::support::require;
use crate::support::world::Machine;

/// Runs a drill, and returns how it ended and the outcome of each case.
fn drill(machine: &Machine, flags: &str) -> (Exit, Vec<(String, String)>) {
    let ended = machine.run(&line(machine, &format!("webhooks drill {flags} -o json")));
    let cases = ended.json()["data"]["cases"].as_array().expect("cases").clone();
    let text = |case: &Value, name: &str| case[name].as_str().expect("text").to_owned();
    (ended.exit, cases.iter().map(|case| (text(case, "case"), text(case, "outcome"))).collect())
}

fn with<'a>(cases: &'a [(String, String)], outcome: &str) -> Vec<&'a str> {
    cases.iter().filter(|(_, found)| found == outcome).map(|(case, _)| case.as_str()).collect()
}

#[test]
fn a_good_handler_in_node_passes() {
    if !require::tool("node") {
        return;
    }
    let handler = Fixture::start("node", "good.mjs", &[SECRET, "the old secret"]);
    let machine = machine();
    machine.write("old.txt", "the old secret");
    let flags = format!(
        "--url {} --effects-url {} --secret-file ~/secret.txt --secret-file ~/old.txt",
        handler.url("/hook"),
        handler.url("/effects")
    );
    let (exit, cases) = drill(&machine, &flags);
    assert_eq!(with(&cases, "failed"), [""; 0], "{cases:?}");
    assert_eq!(with(&cases, "skipped"), ["stale"], "the platform's scheme signs no time");
    assert_eq!((exit, cases.len()), (Exit::Ok, 24));
}

#[test]
fn a_bad_handler_in_node_is_told_what_to_change() {
    if !require::tool("node") {
        return;
    }
    let handler = Fixture::start("node", "bad.mjs", &[SECRET]);
    let machine = machine();
    let flags =
        format!("--url {} --effects-url {} --secret-file ~/secret.txt", handler.url("/"), handler.url("/effects"));
    let (exit, cases) = drill(&machine, &format!("{flags} --report junit=~/drill.xml"));
    let failed = with(&cases, "failed");
    let bytes = ["php_escaped", "numbers", "big_integers", "key_order", "escapes", "blanks"];
    // Its text is put together piece by piece, each decoded by itself.
    assert_eq!(failed, [&bytes[..], &["unsigned", "duplicated", "oversized", "slow"]].concat(), "{cases:?}");
    assert_eq!(exit, Exit::Unhealthy);
    let xml = std::fs::read_to_string(machine.home().join("drill.xml")).expect("written");
    assert_eq!(xml.matches("<failure").count(), failed.len(), "{xml}");
    assert!(xml.contains("JSON.stringify(JSON.parse(body))"), "{xml}");

    let shown = machine.run(&line(&machine, &format!("webhooks drill {flags} --only unsigned,duplicated")));
    let shown = shown.expect(Exit::Unhealthy).stdout;
    assert!(shown.contains("unsigned: it broke: it answered 500"), "{shown}");
    assert!(shown.contains("duplicated: it had 2 effects"), "{shown}");
    assert!(shown.contains("0 passed, 2 failed, 0 skipped") && !shown.contains(SECRET), "{shown}");
}

#[test]
fn a_good_handler_in_python_passes() {
    if !require::tool("python3") {
        return;
    }
    let handler = Fixture::start("python3", "good.py", &[SECRET]);
    let flags =
        format!("--url {} --effects-url {} --secret-file ~/secret.txt", handler.url("/hook"), handler.url("/effects"));
    let (exit, cases) = drill(&machine(), &flags);
    assert_eq!(with(&cases, "failed"), [""; 0], "{cases:?}");
    assert_eq!((exit, with(&cases, "skipped")), (Exit::Ok, vec!["stale", "rotated"]));
}

#[test]
fn a_good_handler_in_php_passes() {
    if !require::tool("php") {
        return;
    }
    let handler = Fixture::php("good.php", &[SECRET, "the old secret"]);
    let machine = machine();
    machine.write("old.txt", "the old secret");
    let flags = format!(
        "--url {} --effects-url {} --secret-file ~/secret.txt --secret-file ~/old.txt",
        handler.url("/hook"),
        handler.url("/effects")
    );
    let (exit, cases) = drill(&machine, &flags);
    assert_eq!(with(&cases, "failed"), [""; 0], "{cases:?}");
    assert_eq!((exit, with(&cases, "skipped")), (Exit::Ok, vec!["stale"]));
}

#[test]
fn a_bad_handler_in_php_fails_on_its_own_spelling() {
    if !require::tool("php") {
        return;
    }
    let handler = Fixture::php("bad.php", &[SECRET]);
    let machine = machine();
    let flags =
        format!("--url {} --effects-url {} --secret-file ~/secret.txt", handler.url("/"), handler.url("/effects"));
    let (exit, cases) = drill(&machine, &format!("{flags} --report junit=~/drill.xml"));
    let failed = with(&cases, "failed");
    let spelled =
        ["php_escaped", "numbers", "big_integers", "key_order", "unicode", "escapes", "surrogates", "empty_values"];
    assert_eq!(failed, [&spelled[..], &["duplicated", "oversized"]].concat(), "{cases:?}");
    assert_eq!((exit, with(&cases, "skipped")), (Exit::Unhealthy, vec!["stale", "rotated"]));
    let xml = std::fs::read_to_string(machine.home().join("drill.xml")).expect("written");
    for case in ["php_escaped", "duplicated", "oversized"] {
        assert!(xml.contains(&format!("type=\"{case}\"")), "{xml}");
    }
    assert!(xml.contains("tests=\"24\"") && xml.contains("failures=\"10\""), "{xml}");
}

#[test]
fn a_bad_handler_in_python_is_told_what_to_change() {
    if !require::tool("python3") {
        return;
    }
    let handler = Fixture::start("python3", "bad.py", &[SECRET]);
    let flags =
        format!("--url {} --effects-url {} --secret-file ~/secret.txt", handler.url("/"), handler.url("/effects"));
    let (exit, cases) = drill(&machine(), &flags);
    let spelled = ["php_escaped", "numbers", "big_integers", "key_order", "unicode", "escapes"];
    assert_eq!(with(&cases, "failed"), [&spelled[..], &["duplicated", "oversized"]].concat(), "{cases:?}");
    assert_eq!(exit, Exit::Unhealthy);
}

#[test]
fn a_handler_that_spells_as_php_does_fails_on_what_php_spells_otherwise() {
    if !require::tool("python3") {
        return;
    }
    let handler = Fixture::start("python3", "php_style.py", &[SECRET]);
    let (_, cases) = drill(
        &machine(),
        &format!(
            "--url {} --secret-file ~/secret.txt --only valid,php_escaped,duplicated,wrong_secret",
            handler.url("/")
        ),
    );
    assert_eq!(with(&cases, "failed"), ["php_escaped"], "{cases:?}");
}

/// Handlers of a sender that signs the bytes: those that verify them pass, and those that parse them and write them
/// again fail, in each language, for every seed.
#[test]
fn a_handler_that_re_serialises_the_body_fails_and_one_that_verifies_the_bytes_passes() {
    let machine = machine();
    let run = |handler: &Fixture, seed: u64| {
        let flags = "--scheme raw-hmac --secret-file ~/secret.txt";
        drill(&machine, &format!("--url {} {flags} --only {BODIES} --seed {seed}", handler.url("/")))
    };
    for (language, verified, fails) in [
        ("node", "bytes", &[][..]),
        ("python3", "bytes", &[]),
        ("php", "bytes", &[]),
        ("node", "value", &["numbers", "big_integers", "key_order", "escapes", "blanks"]),
        ("python3", "value", &["numbers", "escapes", "surrogates", "blanks"]),
        ("php", "value", &["numbers", "big_integers", "escapes", "surrogates", "blanks"]),
        ("php", "array", &["numbers", "big_integers", "key_order", "escapes", "surrogates", "blanks", "empty_values"]),
    ] {
        if !require::tool(language) {
            continue;
        }
        let handler = match language {
            "node" => Fixture::start("node", "body.mjs", &[SECRET, verified]),
            "php" => Fixture::php("body.php", &[SECRET, verified]),
            python => Fixture::start(python, "body.py", &[SECRET, verified]),
        };
        for seed in 1..=3 {
            let (exit, cases) = run(&handler, seed);
            let failed: Vec<&str> = with(&cases, "failed").into_iter().filter(|case| *case != "php_escaped").collect();
            assert_eq!(failed, fails, "{language}, {verified}, seed {seed}");
            assert_eq!(exit == Exit::Ok, fails.is_empty(), "{language}, {verified}, seed {seed}");
        }
    }
}

/// `json.dumps` with the right separators and letters is still not `JSON.stringify`.
#[test]
fn a_handler_that_takes_json_dumps_for_json_stringify_fails() {
    if !require::tool("python3") {
        return;
    }
    let handler = Fixture::start("python3", "body.py", &[SECRET, "stringify"]);
    let machine = machine();
    let flags = format!("--url {} --secret-file ~/secret.txt --only {BODIES}", handler.url("/"));
    let (_, cases) = drill(&machine, &flags);
    assert_eq!(with(&cases, "failed"), ["numbers", "big_integers", "key_order", "surrogates"], "{cases:?}");
    let ended = machine.run(&line(&machine, &format!("webhooks drill {flags}")));
    assert!(ended.stdout.contains("numbers: it refused it with 401; the body was `["), "{}", ended.stdout);
    assert!(ended.stdout.contains("verify the text that `JSON.stringify(JSON.parse(body))` makes"), "{}", ended.stdout);
}

const BODIES: &str = "php-escaped,numbers,big-integers,key-order,unicode,escapes,surrogates,blanks,empty-values,nested";

/// The advice is about what happened, whatever was sent.
#[test]
fn the_remedy_follows_what_happened() {
    if !require::tool("python3") {
        return;
    }
    let machine = machine();
    for (what, message, remedy) in [
        (
            "answer=201",
            "it answered 201; only 200 counts",
            "answer 200: the platform counts 201, 202 and 204 as failed",
        ),
        ("answer=302", "it answered 302", "answer 200 at this address"),
        ("answer=503", "it broke: it answered 503", "look into the handler's log"),
        ("reset", "broke off", "the connection was closed or reset"),
    ] {
        let handler = Fixture::start("python3", "body.py", &[SECRET, what]);
        let flags = format!("--url {} --secret-file ~/secret.txt --only valid,burst -o json", handler.url("/"));
        let ended = machine.run(&line(&machine, &format!("webhooks drill {flags}"))).expect(Exit::Unhealthy);
        for case in ended.json()["data"]["cases"].as_array().expect("cases") {
            let text = |name: &str| case[name].as_str().expect("text").to_owned();
            assert!(text("message").contains(message) && text("remedy").contains(remedy), "{what}: {case}");
        }
    }
}

/// What is refused whatever is in it is not refused for what is special about it.
#[test]
fn a_handler_with_another_secret_is_told_one_thing() {
    if !require::tool("python3") {
        return;
    }
    let machine = machine();
    let handler = Fixture::start("python3", "body.py", &["another secret", "stringify"]);
    let only = "valid,numbers,tampered,duplicated,out-of-order,slow,burst,alive";
    let flags = format!("--url {} --secret-file ~/secret.txt --only {only} -o json", handler.url("/"));
    let ended = machine.run(&line(&machine, &format!("webhooks drill {flags}"))).expect(Exit::Unhealthy).json();
    let cases = ended["data"]["cases"].as_array().expect("cases");
    let with = |text: &str| {
        let has = |case: &&Value| case["remedy"].as_str().is_some_and(|remedy| remedy.contains(text));
        cases.iter().filter(has).map(|case| case["case"].as_str().expect("a name")).collect::<Vec<_>>()
    };
    assert_eq!(with("webhooks explain"), ["valid"], "{ended}");
    let others = ["numbers", "duplicated", "out_of_order", "slow", "burst", "alive"];
    assert_eq!(with("it does the same to a plain delivery (`valid`)"), others, "{ended}");
}

/// A scheme that signs the time: an old delivery is told from a new one.
#[test]
fn our_own_receiver_passes() {
    let machine = machine();
    machine.write("whsec.txt", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    let scheme = "--scheme standard-webhooks --secret-file ~/whsec.txt";
    let (_, _, (exit, cases)) =
        during(machine, scheme, |machine, url| drill(machine, &format!("--url {url}/ {scheme} --oversized 2000000")));
    assert_eq!(with(&cases, "failed"), [""; 0], "{cases:?}");
    assert_eq!((exit, with(&cases, "skipped")), (Exit::Ok, vec!["rotated"]));
}

#[test]
fn nobody_there_is_no_answer_of_a_handler() {
    let machine = machine();
    let run = |flags: &str| machine.run(&line(&machine, &format!("webhooks drill {flags} --secret-file ~/secret.txt")));
    let ended = run("--url http://127.0.0.1:9/").expect(Exit::Unavailable);
    assert!(ended.stderr.contains("start the handler first"), "{}", ended.stderr);
    for flags in [
        "--url http://10.0.0.7/",
        "--url http://127.0.0.1:9/ --only nothing",
        "--url http://127.0.0.1:9/ --report xml=x",
    ] {
        run(flags).expect(Exit::Usage);
    }
}

/// Handlers that verify the bytes, each with one subtle mistake: the drill finds it, and passes the one without.
#[test]
fn subtle_mistakes_are_found() {
    if !require::tool("node") {
        return;
    }
    let machine = machine();
    for (mistake, case) in [
        ("none", ""),
        ("trims", "blanks"),
        ("line_ends", "blanks"),
        ("pieces", "slow"),
        ("beginning", "altered_signature"),
        ("case", "altered_signature"),
        ("nul", "unicode"),
        ("latin1", "unicode"),
        ("nfc", "unicode"),
        ("whole_surrogates", "surrogates"),
        ("shallow", "nested"),
    ] {
        let handler = Fixture::start("node", "subtle.mjs", &[SECRET, mistake]);
        let scheme = "--scheme raw-hmac --signature-header X-Webhook-Signature --encoding base64";
        let (_, cases) = drill(&machine, &format!("--url {} --secret-file ~/secret.txt {scheme}", handler.url("/")));
        let failed = with(&cases, "failed");
        assert_eq!(failed.contains(&case), mistake != "none", "{mistake}: {failed:?}");
        if mistake == "none" {
            assert_eq!(failed, [""; 0], "{cases:?}");
        }
    }
}
