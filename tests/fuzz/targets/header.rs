//! Any headers in any scheme: nothing ends the process, and without the key nothing verifies.
#![no_main]

use libfuzzer_sys::fuzz_target;
use makini::secret::Secret;
use makini::webhooks::explain::explain;
use makini::webhooks::{Config, Header, Scheme, Secrets, verify};

fuzz_target!(|input: (u8, Vec<(u8, Vec<u8>)>, Vec<u8>, i64)| {
    let (scheme, headers, body, now) = input;
    let scheme = Scheme::ALL[usize::from(scheme) % Scheme::ALL.len()];
    let url = Some("https://example.com/hook?a=1".parse().expect("a URL"));
    let config = Config { url, ..Config::new(scheme) };
    let names = [
        "webhook-id",
        "webhook-timestamp",
        "X-Slack-Request-Timestamp",
        "x-zm-request-timestamp",
        &config.signature_header,
    ];
    let headers: Vec<_> =
        headers.iter().map(|(name, value)| Header::new(names[usize::from(*name) % names.len()], value)).collect();
    let secret = Secret::new("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    let secrets = Secrets::all([secret], scheme.secret_encoding()).expect("a good secret");
    let verdict = verify(&config, &secrets, &headers, &body, now);
    let reason = verdict.reason().expect("nobody guesses an HMAC").to_string();
    assert!(reason.len() < 4096 && reason.chars().all(|c| !c.is_control()), "{reason}");
    if body.len() < 64 {
        explain(&config, &secrets, &[], &headers, &body, now).expect("a good secret");
    }
});
