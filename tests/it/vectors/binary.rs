//! Every line of every vector file, through the command line of the real binary.
//!
//! `webhooks verify --batch -` takes all vectors that share scheme, flags, secrets and time; what the vectors call
//! valid has to come out as valid, and nothing else. A vector with a canonical text is valid only if that text is right.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write as _;
use std::process::Stdio;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

use super::{body, text};
use crate::support::process::Home;
use crate::support::require;

/// The flags and the secrets of a vector, as far as the command line has them.
fn how(vector: &Value) -> (Vec<String>, Vec<String>) {
    let own = vec![vector.clone()];
    let secrets = vector["secrets"].as_array().unwrap_or(&own);
    let encoding = text(&secrets[0], "secret_encoding");
    assert!(secrets.iter().all(|one| text(one, "secret_encoding") == encoding), "{}: one encoding", vector["id"]);
    let now = vector["now"].as_i64().unwrap_or_default();
    let tolerance = vector["tolerance"].as_u64().map_or("none".to_owned(), |seconds| seconds.to_string());
    let flags = [
        ("--scheme", text(vector, "scheme").to_owned()),
        ("--canonicalization", text(vector, "canonicalization").to_owned()),
        ("--algorithm", text(vector, "algorithm").to_owned()),
        ("--encoding", text(vector, "encoding").to_owned()),
        ("--prefix", text(vector, "prefix").to_owned()),
        ("--signature-header", text(vector, "signature_header").to_owned()),
        ("--secret-encoding", encoding.to_owned()),
        ("--tolerance", tolerance),
        ("--at", now.to_string()),
    ];
    let flags = flags.into_iter().map(|(flag, value)| format!("{flag}={value}")).collect();
    (flags, secrets.iter().map(|one| text(one, "secret").to_owned()).collect())
}

#[test]
fn all_of_them() {
    if !require::tool("shared") {
        return;
    }
    let folder = require::shared().expect("just found").join("vectors");
    let mut groups: BTreeMap<(Vec<String>, Vec<String>), Vec<Value>> = BTreeMap::new();
    let mut seen = 0;
    for entry in fs::read_dir(folder).expect("a folder").flatten() {
        if entry.path().extension().is_some_and(|extension| extension == "jsonl") {
            for line in fs::read_to_string(entry.path()).expect("a vector file").lines() {
                let vector: Value = serde_json::from_str(line).expect("a vector");
                groups.entry(how(&vector)).or_default().push(vector);
                seen += 1;
            }
        }
    }
    assert!(seen >= 6_259, "only {seen} vectors");
    let home = Home::new();
    let mut wrong = Vec::new();
    for ((flags, secrets), vectors) in &groups {
        let mut command = home.makini(&["webhooks", "verify", "--batch", "-"]);
        command.args(flags);
        for (number, secret) in secrets.iter().enumerate() {
            let path = home.path().join(format!("secret-{number}"));
            // One newline at the end is the file's; all others are the secret's.
            fs::write(&path, format!("{secret}\n")).expect("written");
            command.arg("--secret-file").arg(path);
        }
        let deliveries: String = vectors
            .iter()
            .map(|vector| {
                let body = STANDARD.encode(body(vector));
                json!({ "id": vector["id"], "headers": vector["headers"], "body_base64": body }).to_string() + "\n"
            })
            .collect();
        let mut running =
            command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("started");
        let mut stdin = running.stdin.take().expect("piped");
        // Where a secret is refused nobody reads; where it is not, answers must be read meanwhile.
        let writing = std::thread::spawn(move || drop(stdin.write_all(deliveries.as_bytes())));
        let ended = running.wait_with_output().expect("ended");
        writing.join().expect("no panic");
        let answers = String::from_utf8(ended.stdout).expect("UTF-8");
        let valid: Vec<Value> = answers
            .lines()
            .map(|line| serde_json::from_str::<Value>(line).expect("JSON"))
            .filter(|answer| answer["valid"] == true)
            .map(|answer| answer["id"].clone())
            .collect();
        for vector in vectors {
            if valid.contains(&vector["id"]) != (text(vector, "expect") == "valid") {
                wrong.push(format!("{}, not {} ({})", vector["id"], vector["expect"], vector["reason"]));
            }
        }
    }
    assert!(wrong.is_empty(), "{} of {seen} disagree:\n{}", wrong.len(), wrong.join("\n"));
}
