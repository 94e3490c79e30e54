//! `login --web`: the sandbox's own page, and a browser that does what a person does on it.

use makini::exit::Exit;
use makini::secrets::SecretKind;

use super::{Account, ID};
use crate::support::person::Person;
use crate::support::sandbox::START;
use crate::support::world::Machine;

/// Opens the address, presses the button, and follows where that leads. Returns the last page.
fn decide(address: &str, decision: &str) -> String {
    let mut person = Person::open(address);
    person.press(decision, &[]);
    person.answer().to_owned()
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
    let account = Account::of(person("Allow"));
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
    let account = Account::of(person("Deny"));
    account.machine.run_with(super::BY_SECRET, super::SECRET, []).ok();
    let ended =
        account.unchanged_by(|account| account.machine.run(&format!("login --web --client-id {ID} --color never")));
    let stderr = ended.expect(Exit::Auth).stderr;
    let last = stderr.split_once("error: ").expect("an error").1;
    insta::assert_snapshot!(last, @r"
    could not sign in
      because: the login failed: access_denied
      hint: nothing was changed; the client ID and secret are in the Dashboard,
        Settings, Application Settings
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
        scope.spawn(move || decide(&told.recv().expect("opened"), "Allow"));
        account.machine.run(&format!("login --web --client-id {ID} --color never")).ok()
    });
    let lead = ended.stderr.split_once("\nhttp").expect("an address").0;
    insta::assert_snapshot!(lead, @"Sign in here, within five minutes:");
}
