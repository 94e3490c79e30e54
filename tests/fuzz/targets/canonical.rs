//! Any bytes: no end of the process, the canonical text of a canonical text is itself, and what another parser reads
//! is read.
#![no_main]

use libfuzzer_sys::fuzz_target;
use makini::webhooks::canonical::stringify;

fuzz_target!(|text: &[u8]| {
    match stringify(text) {
        Ok(once) => {
            assert!(std::str::from_utf8(&once).is_ok());
            assert_eq!(stringify(&once).expect("canonical text is JSON"), once);
        }
        Err(error) => {
            assert!(error.offset <= text.len());
            assert!(serde_json::from_slice::<serde_json::Value>(text).is_err(), "{error}");
        }
    }
});
