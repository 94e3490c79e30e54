//! Any bytes as a captured request.
#![no_main]

use libfuzzer_sys::fuzz_target;
use makini::webhooks::capture::parse;

fuzz_target!(|text: &[u8]| {
    if let Ok(capture) = parse(text) {
        assert!(capture.body.len() <= text.len());
    }
});
