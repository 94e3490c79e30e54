//! `makini webhooks explain` against deliveries that were made by running code with a mistake in node, Python and PHP:
//! the mistake is found or nothing is, never another one, and every line that is printed makes the delivery verify.

use std::ffi::OsString;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use makini::exit::Exit;
use makini::webhooks::scheme::Part;
use makini::webhooks::{Config, Scheme};
use serde_json::{Value, json};

use crate::support::require;
use crate::support::world::Machine;

const NOW: i64 = 1_700_000_000;

fn fixture(file: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/explain").join(file)
}

/// Runs a fixture, and returns what it prints.
fn output(program: &str, file: &str, stdin: &str) -> String {
    let mut command = Command::new(program);
    command.arg(fixture(file)).stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut child = command.spawn().expect("started");
    child.stdin.take().expect("piped").write_all(stdin.as_bytes()).expect("read");
    let output = child.wait_with_output().expect("ended");
    assert!(output.status.success(), "{program} {file}: {}", output.status);
    String::from_utf8(output.stdout).expect("text")
}

fn text<'a>(value: &'a Value, name: &str) -> &'a str {
    value[name].as_str().unwrap_or_default()
}

/// Explains one delivery, and returns the `explanation` of the answer; nothing if it verifies.
fn explained(machine: &Machine, item: &Value) -> Value {
    let bytes = |name: &str| STANDARD.decode(text(item, name)).expect("base64");
    let body = machine.write("body", bytes("body"));
    let secret = item["given_secret"].as_str().unwrap_or_else(|| text(item, "secret"));
    let secret = machine.write("secret.txt", secret);
    let mut args: Vec<OsString> = ["makini", "webhooks", "explain", "-o", "json"].map(OsString::from).into();
    args.extend([body.into(), "--secret-file".into(), secret.into(), "--at".into(), NOW.to_string().into()]);
    args.extend(text(item, "flags").split_whitespace().map(OsString::from));
    for (name, value) in item["headers"].as_object().expect("headers") {
        args.extend(["-H".into(), format!("{name}: {}", value.as_str().expect("text")).into()]);
    }
    if let Some(other) = item["other_secret"].as_str() {
        args.extend(["--other-secret-file".into(), machine.write("other.txt", other).into()]);
    }
    let ended = machine.run_args(args, Vec::new(), []);
    assert_eq!(ended.exit, Exit::Invalid, "{}: {}{}", text(item, "name"), ended.stdout, ended.stderr);
    assert!(!ended.stdout.contains("expected signature"), "{}", ended.stdout);
    ended.json()["data"]["explanation"].clone()
}

/// What a receiver needs to know to run a line.
fn job(item: &Value, lines: &[&str], sender: bool) -> Value {
    let flags = text(item, "flags");
    let scheme = flags.split_once("--scheme ").map_or("makini", |(_, rest)| rest.split(' ').next().unwrap_or(rest));
    let scheme: Scheme = scheme.parse().expect("a scheme");
    let config = Config::new(scheme);
    let headers = item["headers"].as_object().expect("headers");
    let header =
        |name: &str| headers.iter().find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, value)| value);
    let value = header(&config.signature_header).and_then(Value::as_str).unwrap_or_default();
    let field = |name: &str| value.split(',').find_map(|part| part.strip_prefix(name));
    // The URL with the digest of the body is signed instead of the body.
    let url = flags.split_once("--public-url ").map(|(_, url)| url);
    let digest = url.and_then(|url| Some(url.split_once("bodySHA256=")?.1));
    let parts = scheme.row().signed.iter();
    let content: Vec<&str> = parts
        .filter(|part| digest.is_none() || **part == Part::Url)
        .map(|part| match part {
            Part::Time => "timestamp",
            Part::Url => url.unwrap_or_default(),
            part => part.name(),
        })
        .collect();
    json!({
        "lines": lines, "sender": sender, "now": NOW,
        "body": item["body"], "wire": item["wire"],
        "secret": item["given_secret"].as_str().unwrap_or_else(|| text(item, "secret")),
        "sender_secret": item["sender_secret"], "other_secret": item["other_secret"],
        "headers": headers.iter().map(|(name, value)| (name.to_ascii_lowercase(), value.clone())).collect::<serde_json::Map<_, _>>(),
        "signature": if scheme == Scheme::Stripe { field("v1=").unwrap_or_default() } else { value },
        "time": field("t=").or(header("webhook-timestamp").and_then(Value::as_str)),
        "id": header("webhook-id"),
        "algorithm": config.algorithm.name(), "encoding": config.encoding.name(),
        "prefix": if scheme == Scheme::Stripe { "" } else { config.prefix.as_deref().unwrap_or_default() },
        "key_encoding": scheme.secret_encoding().name(),
        "content": content, "digest": digest,
    })
}

/// The ways to follow what is printed for a language: the lines that change the code that is there, and, where the body
/// that was given is not the one that came, the line that takes the one that came.
fn jobs(item: &Value, explanation: &Value, language: &str) -> Vec<Value> {
    let findings =
        || ["mistakes", "suspicions"].into_iter().flat_map(|list| explanation[list].as_array().into_iter().flatten());
    let fixes = |finding: &'_ Value| -> Vec<Value> { finding["fixes"].as_array().cloned().unwrap_or_default() };
    let of = |finding: &Value, whole: bool| {
        let fixes = fixes(finding);
        let fits = fixes.iter().find(|fix| {
            text(fix, "language") == language && text(fix, "when").contains("is not the one that came") == whole
        });
        fits.cloned()
    };
    let mut all = Vec::new();
    for whole in [false, true] {
        if whole && item["body"] == item["wire"] {
            continue;
        }
        let chosen: Vec<Value> = findings()
            .filter_map(|finding| of(finding, whole).or_else(|| of(finding, false).filter(|_| whole)))
            .collect();
        let any = chosen.iter().any(|fix| text(fix, "when").contains("is not the one that came") == whole);
        if any {
            let lines: Vec<&str> = chosen.iter().map(|fix| text(fix, "line")).collect();
            all.push(job(item, &lines, chosen.iter().any(|fix| text(fix, "side") == "sender")));
        }
    }
    all
}

#[test]
fn mistakes_made_by_running_them_are_found_or_nothing_is_and_every_printed_line_helps() {
    const PROGRAMS: [(&str, &str, &str); 3] =
        [("node", "mjs", "JavaScript"), ("python3", "py", "Python"), ("php", "php", "PHP")];
    let machine = Machine::new();
    let (mut right, mut wrong, mut undecided, mut suspected) = (0, Vec::new(), 0, 0);
    let mut lines: Vec<Vec<(String, Value)>> = vec![Vec::new(); PROGRAMS.len()];
    for (program, ending, _) in PROGRAMS {
        if !require::tool(program) {
            continue;
        }
        for item in output(program, &format!("mistakes.{ending}"), "").lines() {
            let item: Value = serde_json::from_str(item).expect("JSON");
            let name = format!("{program}, {}", text(&item, "name"));
            let explanation = explained(&machine, &item);
            let codes = |list: &str| -> Vec<String> {
                let found = explanation[list].as_array().into_iter().flatten();
                found.map(|one| text(one, "code").to_owned()).collect()
            };
            let (certain, likely, due) = (codes("mistakes"), codes("suspicions"), text(&item, "code"));
            let told = explanation.to_string();
            if let Some(word) = item["never"].as_str()
                && told.contains(word)
            {
                wrong.push(format!("{name}: {word} is told: {told}"));
            }
            match due.strip_prefix('?') {
                Some(due) if certain.is_empty() && likely.iter().any(|code| code == due) => suspected += 1,
                None if due.is_empty() && certain.is_empty() => undecided += 1,
                None if certain == [due] => right += 1,
                _ => wrong.push(format!("{name}: {due:?} was to be found, and it is {certain:?}, {likely:?}")),
            }
            for (all, (_, _, language)) in lines.iter_mut().zip(PROGRAMS) {
                all.extend(jobs(&item, &explanation, language).into_iter().map(|job| (name.clone(), job)));
            }
        }
    }
    writeln!(
        std::io::stderr(),
        "explain: {right} right, {} wrong, {suspected} suspected, {undecided} undecided",
        wrong.len()
    )
    .ok();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let mut useless = Vec::new();
    for ((program, ending, language), jobs) in PROGRAMS.into_iter().zip(lines) {
        if jobs.is_empty() || !require::tool(program) {
            continue;
        }
        let all: Vec<&Value> = jobs.iter().map(|(_, job)| job).collect();
        let results = output(program, &format!("fixes.{ending}"), &serde_json::to_string(&all).expect("JSON"));
        let results: Vec<Value> = serde_json::from_str(&results).expect("JSON");
        assert_eq!(results.len(), jobs.len());
        writeln!(std::io::stderr(), "explain: {} ways to correct in {language}", results.len()).ok();
        let bad = jobs.iter().zip(results).filter(|(_, result)| *result != json!(true));
        useless.extend(bad.map(|((name, job), result)| format!("{language} for {name}: {} -> {result}", job["lines"])));
    }
    assert!(useless.is_empty(), "{}", useless.join("\n"));
}

/// What is around a secret of a scheme that decodes it is named when it is read.
#[test]
fn a_secret_that_cannot_be_decoded_is_named_by_what_is_around_it() {
    let machine = Machine::new();
    let body = machine.write("body", "{}");
    for (secret, named) in [
        ("\"whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw\"", "quotes"),
        ("v1,whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "`v1,`"),
    ] {
        let file = machine.write("secret.txt", secret);
        let line = format!(
            "webhooks explain {} --scheme standard-webhooks --secret-file {} -H 'webhook-signature: v1,AAAA'",
            body.display(),
            file.display()
        );
        let ended = machine.run(&line).expect(Exit::Usage);
        assert!(ended.stderr.contains(named), "{named}: {}", ended.stderr);
        assert!(!ended.stderr.contains("MfKQ9r8G"), "{}", ended.stderr);
    }
}
