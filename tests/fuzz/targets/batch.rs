//! Any bytes as a stream of deliveries: one answer for each line that is not blank, each of them JSON.
#![no_main]

use std::ops::ControlFlow;

use libfuzzer_sys::fuzz_target;
use makini::secret::Secret;
use makini::webhooks::batch::{Options, verify_stream};
use makini::webhooks::{Config, SecretEncoding, Secrets, Verifier};

fuzz_target!(|text: &[u8]| {
    let secrets = Secrets::all([Secret::new("k")], SecretEncoding::Utf8).expect("a good secret");
    let verifier = Verifier::new(&Config::default(), &secrets);
    let mut output = Vec::new();
    let summary =
        verify_stream(&verifier, text, &mut output, Options::new(1, 0), |_| ControlFlow::Continue(())).expect("memory");
    let lines = text.split(|byte| *byte == b'\n').filter(|line| !line.trim_ascii().is_empty()).count();
    assert_eq!(summary.deliveries, lines as u64);
    assert_eq!(summary.bytes, text.len() as u64);
    let answers = String::from_utf8(output).expect("UTF-8");
    assert_eq!(answers.lines().count(), lines);
    for answer in answers.lines() {
        serde_json::from_str::<serde_json::Value>(answer).expect("JSON");
    }
});
