//! Any bytes as a captured request.
#![no_main]

use libfuzzer_sys::fuzz_target;
use makini::webhooks::capture::parse;

fuzz_target!(|text: &[u8]| {
    if let Ok(capture) = parse(text) {
        // A form is escaped, and UTF-16 becomes UTF-8.
        assert!(capture.body.len() <= 12 * text.len());
    }
});
