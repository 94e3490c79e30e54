//! `login --web`: the sandbox's own page, and a browser that does what a person does on it.

use std::io::{Read as _, Write as _};
use std::net::TcpStream;

use makini::exit::Exit;
use makini::secrets::SecretKind;
use url::Url;

use super::{Account, ID};
use crate::support::sandbox::START;
use crate::support::world::Machine;

/// Sends one request and returns the whole answer.
fn send(url: &Url, method: &str, body: &str) -> String {
    let authority = &url[url::Position::BeforeHost..url::Position::AfterPort];
    let target = &url[url::Position::BeforePath..url::Position::AfterQuery];
    let mut stream = TcpStream::connect(authority).expect("somebody listens");
    let head = format!(
        "{method} {target} HTTP/1.1\r\nHost: {authority}\r\nConnection: close\r\n\
         Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n",
        body.len()
    );
    stream.write_all(head.as_bytes()).and_then(|()| stream.write_all(body.as_bytes())).expect("writable");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).ok();
    answer
}

fn between<'a>(text: &'a str, start: &str, end: &str) -> Option<&'a str> {
    let from = text.find(start)? + start.len();
    text[from..].split_once(end).map(|(found, _)| found)
}

/// Reads the page, fills in its form with a decision, and follows where that leads. Returns the last page.
fn decide(address: &str, decision: &str) -> String {
    let url = Url::parse(address).expect("an address");
    let page = send(&url, "GET", "");
    let mut form = url::form_urlencoded::Serializer::new(String::new());
    for input in page.split("<input type=\"hidden\" ").skip(1) {
        let value =
            |name: &str| between(input, &format!("{name}=\""), "\"").expect("an attribute").replace("&amp;", "&");
        form.append_pair(&value("name"), &value("value"));
    }
    assert!(page.contains(&format!("name=\"decision\" value=\"{decision}\"")), "{page}");
    let answer = send(&url, "POST", &form.append_pair("decision", decision).finish());
    assert!(answer.starts_with("HTTP/1.1 302"), "{answer}");
    let location = answer.lines().find_map(|line| line.strip_prefix("location: ")).expect("it leads somewhere");
    send(&Url::parse(location.trim()).expect("an address"), "GET", "")
}

/// A person with a browser, who always decides the same.
fn person(decision: &'static str) -> Machine {
    Machine::new().at(START).terminal(80).browser(move |address| {
        let address = address.to_owned();
        // A browser does not keep the program waiting that opened it.
        std::thread::spawn(move || decide(&address, decision));
        true
    })
}

#[test]
fn a_browser_signs_in() {
    let account = Account::of(person("allow"));
    let ended = account.machine.run(&format!("login --web --client-id {ID} -o json")).ok();
    let answer = ended.json();
    assert_eq!(answer["data"]["application"], "Sandbox application");
    assert_eq!(answer["data"]["renewable"], true);
    let opened = account.machine.opened();
    assert_eq!(opened.len(), 1);
    assert!(ended.stderr.contains(&opened[0]), "where no browser comes up, a person can copy it: {}", ended.stderr);
    let token = account.kept(SecretKind::Token).expect("kept");
    assert!(!ended.stderr.contains(&token) && !ended.stdout.contains(&token));
    assert!(account.config().contains("client_id") && account.config().contains("authorize_url"));
    account.machine.run("credits").ok();
}

#[test]
fn whoever_says_no_stays_signed_in_as_before() {
    let account = Account::of(person("deny"));
    account.machine.run_with(super::BY_SECRET, super::SECRET, []).ok();
    let ended =
        account.unchanged_by(|account| account.machine.run(&format!("login --web --client-id {ID} --color never")));
    let stderr = ended.expect(Exit::Auth).stderr;
    let last = stderr.split_once("error: ").expect("an error").1;
    insta::assert_snapshot!(last, @r"
    could not sign in
      because: the login failed: access_denied
      hint: nothing was changed; the client ID and secret are in the Dashboard, Settings, Application Settings
    ");
}

#[test]
fn without_a_browser_the_address_is_printed() {
    let (tell, told) = std::sync::mpsc::channel();
    let machine = Machine::new().at(START).terminal(80).browser(move |address| {
        tell.send(address.to_owned()).expect("somebody waits");
        false
    });
    let account = Account::of(machine);
    let ended = std::thread::scope(|scope| {
        scope.spawn(move || decide(&told.recv().expect("opened"), "allow"));
        account.machine.run(&format!("login --web --client-id {ID} --color never")).ok()
    });
    let lead = ended.stderr.split_once("\nhttp").expect("an address").0;
    insta::assert_snapshot!(lead, @"Sign in here, within five minutes:");
}
