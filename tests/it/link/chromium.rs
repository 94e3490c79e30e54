//! The pages in a real browser: by keyboard alone, with script and without, in light and dark, wide and narrow.

use makini::clock::Clock;
use makini::sandbox::Sandbox;
use serde_json::Value;

use super::address;
use crate::support::require;
use crate::support::sandbox::START;
use crate::support::served::Served;
use crate::support::webdriver::{Chromium, ENTER, SPACE, Setup};
use crate::support::world::Machine;

/// A platform, and the application that people come back to.
struct Place {
    platform: Served,
    application: Served,
    _sandbox: Sandbox,
}

fn there() -> bool {
    require::given("chromium", require::on_path("chromium") && require::on_path("chromedriver"))
}

impl Place {
    /// Nothing where there is no Chromium.
    fn new() -> Option<Self> {
        if !there() {
            return None;
        }
        let (platform, sandbox) = Served::sandbox(&Clock::system());
        Some(Self { platform, application: Served::always(200, "{}"), _sandbox: sandbox })
    }

    fn address(&self, changes: &[(&str, Option<&str>)]) -> String {
        let back = format!("{}/callback", self.application.url());
        let mut all = vec![("redirect_uri", Some(back.as_str()))];
        all.extend(changes);
        format!("{}{}", self.platform.url(), address(&all))
    }

    #[track_caller]
    fn came_back(&self, browser: &Chromium, with: &str) {
        let home = format!("{}/callback?", self.application.url());
        browser.wait("way back", |browser| browser.at().starts_with(&home));
        assert!(browser.at().contains(with) && browser.at().contains("state="), "{}", browser.at());
    }
}

/// Fills in the form of MEX by keyboard, from the first field on, and sends it.
fn fill_in(browser: &Chromium, url: &str, password: &str) {
    browser.tab_to("Instance URL");
    browser.keys(url);
    browser.tab_to("User name");
    browser.keys("makini");
    browser.tab_to("Password");
    browser.keys(password);
    browser.tab_to("Name of the connection");
    browser.tab_to("Your e-mail address");
    browser.keys("ops@example.com");
    browser.tab_to("Connect MEX");
    browser.keys(ENTER);
}

#[test]
fn by_keyboard_alone() {
    let Some(place) = Place::new() else { return };
    let browser = Chromium::start(Setup::default());
    browser.open(&place.address(&[]));
    browser.wait_for_title("Choose a system");
    browser.tab_to("Search by name");
    browser.keys("mex");
    // The list follows what is typed.
    browser.wait("one system", |browser| browser.source().contains("1 system<"));
    browser.tab_to("MEX");
    assert_eq!(browser.focused().0, "button");
    browser.keys(ENTER);

    browser.wait_for_title("Connect MEX to Sandbox application?");
    browser.tab_to("In the cloud: 1 credit");
    assert_eq!(browser.focused().0, "radio");
    browser.tab_to("Agree and continue");
    browser.keys(SPACE);

    browser.wait_for_title("Sign in to MEX");
    browser.tab_to("Instance URL");
    browser.keys("nowhere");
    browser.tab_to("User name");
    browser.wait("word on the address", |browser| browser.source().contains("must be an address, as https"));
    browser.reload();
    browser.wait_for_title("Sign in to MEX");
    fill_in(&browser, "https://mex.example.com", "wrong");
    browser.wait_for_title("Error: Sign in to MEX");
    // What is wrong has the focus, and leads to its field.
    let (role, name) = browser.focused();
    assert_eq!((role.as_str(), name.as_str()), ("alert", "There is a problem"));
    assert!(!browser.source().contains("value=\"wrong\""));
    browser.tab_to("Password was refused by the system");
    browser.keys(ENTER);
    browser.wait("leap to the field", |browser| browser.focused().1 == "Password");
    browser.keys("correct horse battery");
    browser.keys(ENTER);

    browser.wait_for_title("MEX is connected");
    browser.wait("focus on the way back", |browser| browser.focused().1 == "Go back to Sandbox application");
    assert_eq!(browser.complaints(), Vec::<String>::new(), "the policy and the page agree");
    browser.keys(ENTER);
    place.came_back(&browser, "code=mk_test_code_");
    browser.back();
    browser.wait_for_title("This is finished");
}

#[test]
fn the_id_of_a_request_that_failed_is_copied_by_keyboard() {
    let Some(place) = Place::new() else { return };
    let browser = Chromium::start(Setup::default());
    browser.open(&place.address(&[("client_id", None)]));
    browser.wait_for_title("This address does not work");
    browser.tab_to("Request ID");
    assert_eq!(browser.focused().0, "textbox");
    let taken = browser.run("document.execCommand('selectAll'); return String(document.getSelection());");
    assert!(taken.as_str().is_some_and(|id| id.starts_with("req_") && id.len() > 10), "{taken}");
    let complaints = browser.complaints();
    assert!(complaints.iter().all(|complaint| complaint.contains("status of 400")), "{complaints:?}");
}

#[test]
fn without_script() {
    let Some(place) = Place::new() else { return };
    let browser = Chromium::start(Setup { script: false, ..Setup::default() });
    browser.open(&place.address(&[]));
    browser.wait_for_title("Choose a system");
    browser.tab_to("Search by name");
    browser.keys("mex");
    browser.keys(ENTER);
    browser.wait("one system", |browser| browser.source().contains("1 system<"));
    browser.tab_to("MEX");
    browser.keys(ENTER);
    browser.wait_for_title("Connect MEX to Sandbox application?");
    browser.tab_to("Agree and continue");
    browser.keys(ENTER);
    browser.wait_for_title("Sign in to MEX");
    fill_in(&browser, "https://unreachable.example.com", "x");
    browser.wait_for_title("Error: Sign in to MEX");
    assert_eq!(browser.focused().1, "There is a problem", "the focus needs no script");
    assert!(browser.source().contains("could not be reached"));
    browser.tab_to("Password");
    browser.keys("x");
    browser.keys(ENTER);
    browser.wait_for_title("Error: Sign in to MEX");
    browser.tab_to("Cancel and go back");
    browser.keys(ENTER);
    place.came_back(&browser, "error=access_denied");
}

#[test]
fn signing_in_and_saying_no() {
    let Some(place) = Place::new() else { return };
    let browser = Chromium::start(Setup::default());
    for (button, with) in [("Allow", "code=mk_test_code_"), ("Deny", "error=access_denied")] {
        browser.open(&place.address(&[("scope", Some("application"))]));
        browser.wait_for_title("Sign in to Sandbox application?");
        browser.tab_to(button);
        browser.keys(ENTER);
        place.came_back(&browser, with);
    }
    for (name, value, title) in [
        ("client_id", Some("mk_test_other"), "This address does not work"),
        ("redirect_uri", Some("https://evil.example/"), "This address does not work"),
        ("magic_link", Some("mk_test_link_guessed"), "This link is not known"),
    ] {
        browser.open(&place.address(&[(name, value)]));
        browser.wait_for_title(title);
        assert!(browser.at().starts_with(place.platform.url()), "{}", browser.at());
    }
    browser.open(&place.address(&[("response_type", Some("token"))]));
    place.came_back(&browser, "error=unsupported_response_type");
}

/// The command waits, the person goes on in the browser, the command ends with a connection that is synced.
#[test]
fn the_command_and_the_browser() {
    if !there() {
        return;
    }
    let (tell, told) = std::sync::mpsc::channel();
    let tell = std::sync::Mutex::new(tell);
    let machine = Machine::new().at(START).terminal(100).browser(move |address| {
        tell.lock().expect("no panic").send(address.to_owned()).expect("somebody waits");
        true
    });
    let ended = std::thread::scope(|scope| {
        scope.spawn(move || {
            let browser = Chromium::start(Setup::default());
            browser.open(&told.recv().expect("opened"));
            browser.tab_to("Agree and continue");
            browser.keys(ENTER);
            browser.wait_for_title("Sign in to MEX");
            fill_in(&browser, "https://mex.example.com", "correct horse");
            browser.wait_for_title("MEX is connected");
            browser.keys(ENTER);
            browser.wait("last page", |browser| browser.source().contains("go back to the terminal"));
        });
        machine.run("--sandbox connect mex --web").ok()
    });
    assert!(ended.stdout.contains("active") && ended.stderr.contains("first sync"), "{}", ended.all());
}

/// What axe finds wrong with a page: rules by name, with the place.
fn unfit(browser: &Chromium, axe: &str) -> Vec<String> {
    let found = browser.run(&format!("{axe}; return await axe.run(document, {{ resultTypes: ['violations'] }});"));
    let rows = found["violations"].as_array().unwrap_or_else(|| panic!("axe did not run: {found}"));
    rows.iter().map(|rule| format!("{}: {}", rule["id"], rule["nodes"][0]["html"])).collect()
}

#[test]
fn pages_are_fit_for_everybody() {
    let Some(place) = Place::new() else { return };
    #[expect(clippy::disallowed_methods, reason = "a switch of the test run, not of the product")]
    let axe = std::env::var("MAKINI_TEST_AXE").ok().and_then(|path| std::fs::read_to_string(path).ok());
    if !require::given("axe", axe.is_some()) {
        return;
    }
    let axe = axe.expect("asked for just now");
    for (size, setup) in [("wide", Setup::default()), ("phone", Setup { phone: true, dark: true, ..Setup::default() })]
    {
        let browser = Chromium::start(setup);
        let look = |page: &str| {
            assert_eq!(unfit(&browser, &axe), Vec::<String>::new(), "{page}, {size}");
            let over =
                browser.run("return document.documentElement.scrollWidth - document.documentElement.clientWidth;");
            assert_eq!(over, Value::from(0), "{page}, {size}: nothing to scroll to the side");
            let picture = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("link-{page}-{size}.png"));
            std::fs::write(picture, browser.picture()).expect("written");
        };
        browser.open(&place.address(&[]));
        look("systems");
        browser.open(&place.address(&[("system", Some("mex"))]));
        look("consent");
        browser.tab_to("Agree and continue");
        browser.keys(ENTER);
        browser.wait_for_title("Sign in to MEX");
        look("details");
        fill_in(&browser, "ftp://mex", "wrong");
        browser.wait_for_title("Error:");
        look("problems");
        browser.open(&place.address(&[("system", Some("mex"))]));
        browser.tab_to("Agree and continue");
        browser.keys(ENTER);
        browser.wait_for_title("Sign in to MEX");
        fill_in(&browser, "https://mex.example.com", "x");
        browser.wait_for_title("MEX is connected");
        look("done");
        browser.open(&place.address(&[("client_id", None)]));
        look("refusal");
        browser.open(&place.address(&[("scope", Some("application"))]));
        look("sign-in");
    }
}
