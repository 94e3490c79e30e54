//! Every published and adversarial vector: not one disagreement.

mod binary;
mod published;

use std::fs;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use makini::secret::Secret;
use makini::webhooks::canonical::Canonicalizer;
use makini::webhooks::{Canonicalization, Config, Header, Scheme, Secrets, Tolerance, verify};
use serde_json::Value;

use crate::support::require;

fn text<'v>(vector: &'v Value, field: &str) -> &'v str {
    vector[field].as_str().unwrap_or_default()
}

fn body(vector: &Value) -> Vec<u8> {
    if let Some(repeat) = vector.get("body_repeat") {
        let count = repeat["count"].as_u64().and_then(|count| usize::try_from(count).ok()).expect("a count");
        return text(repeat, "byte").repeat(count).into_bytes();
    }
    STANDARD.decode(text(vector, "body_base64")).expect("base64")
}

fn config(vector: &Value) -> Config {
    let mut config = Config::new(text(vector, "scheme").parse::<Scheme>().expect("a known scheme"));
    config.candidates = vec![text(vector, "canonicalization").parse::<Canonicalization>().expect("a known mode")];
    config.algorithm = text(vector, "algorithm").parse().expect("a known algorithm");
    config.encoding = text(vector, "encoding").parse().expect("a known encoding");
    config.prefix = vector["prefix"].as_str().map(str::to_owned);
    config.signature_header = text(vector, "signature_header").into();
    config.tolerance = vector["tolerance"].as_u64().map_or(Tolerance::Unlimited, Tolerance::Seconds);
    config
}

/// Returns whether the vector verifies, and why not.
fn judge(vector: &Value) -> Result<(), String> {
    let pair = |value: &Value| {
        let encoding = text(value, "secret_encoding").parse().expect("a known encoding");
        (Secret::new(text(value, "secret")), encoding)
    };
    let list = match vector["secrets"].as_array() {
        Some(list) => list.iter().map(pair).collect(),
        None => vec![pair(vector)],
    };
    let secrets = Secrets::new(list).map_err(|error| error.to_string())?;
    let headers = vector["headers"].as_object().expect("headers");
    let headers: Vec<_> =
        headers.iter().map(|(name, value)| Header::new(name, value.as_str().expect("a text").as_bytes())).collect();
    let now = vector["now"].as_i64().unwrap_or_default();
    let verdict = verify(&config(vector), &secrets, &headers, &body(vector), now);
    verdict.outcome.map(|_| ()).map_err(|reason| format!("{}: {reason}", reason.code()))
}

fn run(name: &str, due: usize) {
    if !require::tool("shared") {
        return;
    }
    let folder = require::shared().expect("just found");
    let lines = fs::read_to_string(folder.join("vectors").join(name)).expect("a vector file");
    let mut wrong = Vec::new();
    let mut seen = 0;
    let mut canonicalizer = Canonicalizer::default();
    for line in lines.lines() {
        let vector: Value = serde_json::from_str(line).expect("a vector");
        seen += 1;
        let outcome = judge(&vector);
        if outcome.is_ok() != (text(&vector, "expect") == "valid") {
            wrong.push(format!("{}: {outcome:?}, not {} ({})", vector["id"], vector["expect"], vector["reason"]));
        }
        if let Some(canonical) = vector.get("canonical_base64") {
            let mut out = Vec::new();
            let made = canonicalizer.write(&body(&vector), &mut out).ok().map(|()| STANDARD.encode(&out));
            if made.as_deref() != canonical.as_str() {
                wrong.push(format!("{}: canonical text {}", vector["id"], out.escape_ascii()));
            }
        }
    }
    assert!(wrong.is_empty(), "{} of {seen} disagree:\n{}", wrong.len(), wrong.join("\n"));
    assert!(seen >= due, "only {seen} vectors");
}

#[test]
fn adversarial() {
    run("adversarial.jsonl", 75);
}

#[test]
fn jcs_numbers() {
    run("jcs_numbers.jsonl", 2517);
}

#[test]
fn stringify() {
    run("stringify.jsonl", 1142);
}

#[test]
fn stringify_random() {
    run("stringify_random_2000.jsonl", 2000);
}

#[test]
fn webhook_published() {
    run("webhook_published.jsonl", 525);
}
