//! axe: what keeps people out of a page, in a real browser.

use serde_json::Value;

use super::require;
use super::webdriver::Chromium;

/// Returns the script of axe, where that and a browser are installed.
pub fn script() -> Option<String> {
    let has_browser = require::tool("chromium") && require::on_path("chromedriver");
    #[expect(clippy::disallowed_methods, reason = "a switch of the test run, not of the product")]
    let axe = std::env::var("MAKINI_TEST_AXE").ok().and_then(|path| std::fs::read_to_string(path).ok());
    if require::given("axe", axe.is_some()) && has_browser { axe } else { None }
}

/// Checks the page that is open: nothing that axe knows of, and nothing to scroll to the side.
#[track_caller]
pub fn finds_nothing(browser: &Chromium, axe: &str, what: &str) {
    // The policy of the page has nothing against the tool: it comes by the driver.
    let found = browser.run(&format!("{axe}; return await axe.run(document, {{ resultTypes: ['violations'] }});"));
    let wrong = found["violations"].as_array().unwrap_or_else(|| panic!("axe did not run: {found}"));
    assert!(wrong.is_empty(), "{what}: {wrong:#?}");
    let over = browser.run("return document.documentElement.scrollWidth - document.documentElement.clientWidth;");
    assert_eq!(over, Value::from(0), "{what}: nothing to scroll to the side");
}
