//! Signing in and out while another process renews: who ends a login has ended it.

use std::time::Duration;

use makini::client::call::Tokens;
use makini::exit::Exit;
use makini::failure::Classify as _;
use makini::secret::Secret;
use makini::secrets::SecretKind;

use super::platform::Machine;

/// Long enough for what does not wait to be done.
const MOMENT: Duration = Duration::from_millis(300);

fn tokens(access: &str) -> Tokens {
    Tokens { access: Secret::new(access), refresh: None, expires_at: None }
}

/// Another process renews: it has asked for a new pair, and the answer has not come yet.
struct Renewing {
    gate: tokio::sync::OwnedMutexGuard<()>,
    call: tokio::task::JoinHandle<bool>,
}

impl Renewing {
    async fn start(machine: &Machine) -> Self {
        machine.log_in().await;
        machine.clock.advance(Duration::from_hours(1));
        let gate = machine.platform.gate.clone().lock_owned().await;
        let asked = machine.platform.books().asked;
        let client = machine.client();
        let call = tokio::spawn(async move { client.application().await.is_ok() });
        machine.platform.asked_for_tokens(asked + 1).await;
        Self { gate, call }
    }

    async fn finish(self) {
        drop(self.gate);
        assert!(self.call.await.expect("no panic"), "the call itself works");
    }
}

#[tokio::test]
async fn a_logout_waits_for_a_renewal_and_wins() {
    let machine = Machine::new();
    let renewing = Renewing::start(&machine).await;
    let (session, _) = machine.session(machine.options());
    let mut logout = tokio::spawn(async move { session.change_login().await.expect("in time").forget().await });
    tokio::time::timeout(MOMENT, &mut logout).await.expect_err("it waits for the lock");
    renewing.finish().await;
    assert!(logout.await.expect("no panic").expect("deleted"));
    assert_eq!(machine.vault.peek(SecretKind::Token), None, "the renewed pair is gone as well");
    assert_eq!(machine.client().application().await.expect_err("logged out").exit(), Exit::Auth);
}

#[tokio::test]
async fn a_login_waits_for_a_renewal_and_wins() {
    let machine = Machine::new();
    let renewing = Renewing::start(&machine).await;
    let (session, _) = machine.session(machine.options());
    let mut login = tokio::spawn(async move {
        let mut login = session.change_login().await.expect("in time");
        login.keep(tokens("theirs"), Some("other".into()), Some(Secret::new("sesame"))).await
    });
    tokio::time::timeout(MOMENT, &mut login).await.expect_err("it waits for the lock");
    renewing.finish().await;
    login.await.expect("no panic").expect("stored");
    let stored = machine.vault.peek(SecretKind::Token).expect("stored");
    assert!(stored.contains("\"theirs\"") && stored.contains("\"other\""), "{stored}");
    assert_eq!(machine.vault.peek(SecretKind::ClientSecret).as_deref(), Some("sesame"));
}

/// A process that has been running for long knows a pair that somebody else has put away.
#[tokio::test]
async fn what_was_forgotten_is_not_renewed() {
    let machine = Machine::new();
    machine.log_in().await;
    let client = machine.client();
    client.application().await.expect("logged in");
    let (session, _) = machine.session(machine.options());
    session.change_login().await.expect("free").forget().await.expect("deleted");
    client.application().await.expect("the token itself lives on");
    machine.clock.advance(Duration::from_hours(1));
    let error = client.application().await.expect_err("the login was ended");
    assert_eq!((error.exit(), error.hint().as_deref()), (Exit::Auth, Some("run `makini login`")));
    assert_eq!(machine.platform.books().refreshes, 0);
    assert_eq!(machine.vault.peek(SecretKind::Token), None);
}

#[tokio::test]
async fn another_login_is_taken_over_whatever_the_clock_says() {
    let machine = Machine::new();
    machine.log_in().await;
    let client = machine.client();
    client.application().await.expect("logged in");
    // The clock of whoever logged in since was slow.
    let stored = machine.vault.peek(SecretKind::Token).expect("stored");
    let theirs = stored.replace("\"a1\"", "\"a7\"").replace("\"r1\"", "\"r7\"").replace("2026-01", "2025-12");
    machine.vault.plant(SecretKind::Token, &theirs);
    machine.platform.books().pair = 7;
    machine.clock.advance(Duration::from_hours(1));
    client.application().await.expect("renewed with the pair of the other login");
    assert!(machine.vault.peek(SecretKind::Token).is_some_and(|stored| stored.contains("\"a8\"")));
}

/// The tokens of connections that such a process still gets are used, and leave nothing behind.
#[tokio::test]
async fn after_a_logout_no_token_of_a_connection_is_stored() {
    let machine = Machine::new();
    machine.log_in().await;
    let client = machine.client();
    client.integration("c1").await.expect("issued");
    let (session, _) = machine.session(machine.options());
    session.change_login().await.expect("free").forget().await.expect("deleted");
    assert!(session.forget_connection("c1").await.expect("deleted"));
    machine.clock.advance(Duration::from_secs(271));
    client.integration("c1").await.expect("issued again with the token that lives on");
    assert_eq!(machine.platform.books().issued, 2);
    assert_eq!(machine.vault.peek(SecretKind::Connection("c1".into())), None);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_two_logins_one_is_kept_as_a_whole() {
    for _ in 0..20 {
        let machine = Machine::new();
        let log_in = |name: &'static str| {
            let (session, _) = machine.session(machine.options());
            tokio::spawn(async move {
                let mut login = session.change_login().await.expect("in time");
                login.keep(tokens(name), Some(name.into()), Some(Secret::new(name))).await.expect("stored");
            })
        };
        let (one, two) = (log_in("one"), log_in("two"));
        one.await.expect("no panic");
        two.await.expect("no panic");
        let secret = machine.vault.peek(SecretKind::ClientSecret).expect("kept");
        let token = machine.vault.peek(SecretKind::Token).expect("kept");
        assert!(token.contains(&format!("\"access\":\"{secret}\"")), "{token} with the secret of {secret}");
    }
}

#[tokio::test]
async fn a_login_that_cannot_be_stored_leaves_the_old_one() {
    let machine = Machine::new();
    machine.log_in().await;
    machine.vault.plant(SecretKind::ClientSecret, "shh");
    let before = machine.vault.peek(SecretKind::Token);
    machine.vault.refuses_tokens.store(true, std::sync::atomic::Ordering::SeqCst);
    let (session, _) = machine.session(machine.options());
    let mut login = session.change_login().await.expect("free");
    login.keep(tokens("theirs"), None, None).await.expect_err("refused");
    assert_eq!(machine.vault.peek(SecretKind::Token), before);
    assert_eq!(machine.vault.peek(SecretKind::ClientSecret).as_deref(), Some("shh"));
}
