//! Signing in and out, and staying signed in, as a person or a script does, against a whole platform on the loopback.

mod authlib;
mod browser;
mod callback;
mod environment;
mod platform;
mod race;
mod renewal;
mod session;

use makini::exit::Exit;
use makini::secrets::{SecretKind, SecretName};
use makini::term::prompt::Answer;

use crate::support::sandbox::START;
use crate::support::served::Served;
use crate::support::world::{Ended, Machine};

pub const ID: &str = "mk_test_client_sandbox";
pub const SECRET: &str = "mk_test_secret_sandbox";
pub const BY_SECRET: &str = "login --client-id mk_test_client_sandbox --client-secret-stdin";

/// A machine, and a platform that is not its own sandbox.
pub struct Account {
    pub machine: Machine,
    pub served: Served,
    pub sandbox: makini::sandbox::Sandbox,
}

impl Account {
    pub fn new() -> Self {
        Self::of(Machine::new().at(START))
    }

    pub fn of(machine: Machine) -> Self {
        let (served, sandbox) = Served::sandbox(machine.clock());
        let page = format!("{}/oauth/authorize", served.url());
        let machine = machine.env("MAKINI_SERVER", served.url()).env("MAKINI_AUTHORIZE_URL", page);
        Self { machine, served, sandbox }
    }

    /// An account that is signed in.
    pub fn signed_in() -> Self {
        let account = Self::new();
        account.machine.run_with(BY_SECRET, SECRET, []).ok();
        account
    }

    pub fn kept(&self, kind: SecretKind) -> Option<String> {
        let name = SecretName { profile: "default".into(), kind };
        self.machine.secrets().get(&name).expect("memory").map(|secret| secret.expose().to_owned())
    }

    pub fn config(&self) -> String {
        std::fs::read_to_string(self.machine.home().join("config/config.toml")).unwrap_or_default()
    }

    /// A text without what is different in every run.
    pub fn steady(&self, text: &str) -> String {
        text.replace(self.served.url(), "SERVER")
    }

    #[track_caller]
    pub fn unchanged_by(&self, work: impl FnOnce(&Self) -> Ended) -> Ended {
        let state = || (self.kept(SecretKind::Token), self.kept(SecretKind::ClientSecret), self.config());
        let before = state();
        assert!(before.0.is_some(), "there is an old login");
        let ended = work(self);
        assert!(state() == before, "the old login is as it was: {}", ended.all());
        self.machine.run("credits").ok();
        ended
    }
}

#[test]
fn a_secret_on_stdin_signs_in() {
    let account = Account::new();
    let ended = account.machine.run_with(BY_SECRET, &format!("{SECRET}\n"), []).ok();
    insta::assert_snapshot!(account.steady(&ended.all()), @r"
    exit: 0
    --- stdout
    Signed in:      Sandbox application
    Profile:        default
    Server:         SERVER
    Kept in:        this process (nothing is kept)
    Expires:        2026-03-31T12:00:00.000Z
    Renews itself:  yes
    --- stderr
    ");
    insta::assert_snapshot!(account.steady(&account.config()), @r#"
    default_profile = "default"

    [profile.default]
    server = "SERVER"
    authorize_url = "SERVER/oauth/authorize"
    client_id = "mk_test_client_sandbox"
    "#);
    assert_eq!(account.kept(SecretKind::ClientSecret).as_deref(), Some(SECRET));
    let token = account.kept(SecretKind::Token).expect("kept");
    assert!(token.contains("mk_test_"), "the token is in the store");
    // From now on the profile knows the server.
    let machine = account.machine.env("MAKINI_SERVER", "");
    machine.run("credits").ok();
}

#[test]
fn every_other_way_to_hand_over_a_secret() {
    let by_file = Account::new();
    let path = by_file.machine.write("secret.txt", format!("{SECRET}\n"));
    let line = format!("login --client-id {ID} --client-secret-file {}", path.display());
    by_file.machine.run(&line).ok();
    by_file.machine.run("credits").ok();

    let by_variable = Account::of(Machine::new().at(START).env("MAKINI_CLIENT_SECRET", SECRET));
    by_variable.machine.run(&format!("login --client-id {ID}")).ok();

    let by_hand = Account::of(Machine::new().at(START).terminal(80));
    let answers = [Answer::Pick("Client ID and secret".into()), Answer::Text(ID.into()), Answer::Secret(SECRET.into())];
    let ended = by_hand.machine.run_with("login", "", answers).ok();
    assert!(!format!("{}{}", ended.stdout, ended.stderr).contains(SECRET), "{}", ended.all());
    by_hand.machine.run("credits").ok();

    let forgetful = Account::new();
    let ended = forgetful.machine.run_with(&format!("{BY_SECRET} --forget-secret -o json"), SECRET, []).ok().json();
    assert_eq!(ended["data"]["renewable"], true, "the refresh token still renews it");
    assert_eq!(forgetful.kept(SecretKind::ClientSecret), None);
}

#[test]
fn a_ready_token_signs_in() {
    let account = Account::new();
    let token = account.sandbox.admin_token().expect("issued");
    let ended = account.machine.run_with("login --token-stdin", &format!("{}\r\n", token.expose()), []).ok();
    insta::assert_snapshot!(account.steady(&ended.stdout), @r"
    Signed in:      Sandbox application
    Profile:        default
    Server:         SERVER
    Kept in:        this process (nothing is kept)
    Renews itself:  no
    ");
    account.machine.run("credits").ok();
}

#[test]
fn what_is_wrong_with_a_pasted_token_is_said_without_it() {
    let account = Account::signed_in();
    for (token_input, word) in [
        ("\"mk_test_app_pasted\"", "quotes"),
        ("Bearer mk_test_app_pasted", "header or scheme"),
        (" mk_test_app_pasted", "blanks"),
        ("mk_test_app_pasted\nmk_test_app_pasted", "more than one line"),
        ("mk_test_app_pasted\n\n", "more than one line"),
        ("mk_test_app_pästed", "not visible ASCII"),
        ("", "empty"),
    ] {
        let ended = account.unchanged_by(|account| account.machine.run_with("login --token-stdin", token_input, []));
        let ended = ended.expect(Exit::Invalid);
        assert!(ended.stderr.contains(word) && !ended.stderr.contains("pasted\""), "{token_input}: {}", ended.stderr);
        assert!(!ended.stderr.contains("mk_test_app"), "{token_input}: {}", ended.stderr);
    }
}

/// A text without the request's ID, which is another in every sandbox.
fn without_id(text: &str) -> String {
    let line = |line: &str| if line.starts_with("  request: req_") { "  request: ID" } else { line }.to_owned();
    text.lines().map(line).collect::<Vec<_>>().join("\n")
}

#[test]
fn an_old_login_survives_a_failed_one() {
    let account = Account::signed_in();
    let ended = account.unchanged_by(|account| account.machine.run_with(BY_SECRET, "mk_test_secret_wrong", []));
    insta::assert_snapshot!(without_id(&ended.expect(Exit::Auth).stderr), @r"
    error: could not sign in
      because: the server answered 401 Unauthorized: the client secret is wrong or missing
      code: AUTHENTICATION_FAILED
      request: ID
      hint: nothing was changed; the client ID and secret are in the Dashboard, Settings, Application Settings
    ");
    // A token that the server does not know is found out before anything is replaced.
    let ended = account.unchanged_by(|account| account.machine.run_with("login --token-stdin", "mk_test_app_x", []));
    insta::assert_snapshot!(without_id(&ended.expect(Exit::Auth).stderr), @r"
    error: could not use the new token
      because: the server answered 401 Unauthorized: the token is not known here
      code: AUTHENTICATION_FAILED
      request: ID
      hint: nothing was changed; the client ID and secret are in the Dashboard, Settings, Application Settings
    ");
    // Nobody there.
    let line = format!("{BY_SECRET} --server http://127.0.0.1:9 --retries 0");
    account.unchanged_by(|account| account.machine.run_with(&line, SECRET, [])).expect(Exit::Unavailable);
    // A live secret goes to a sandbox by mistake.
    let live = account.unchanged_by(|account| account.machine.run_with(BY_SECRET, "mk_live_secret", []));
    assert!(live.expect(Exit::Auth).stderr.contains("wrong server"));
}

#[test]
fn what_cannot_be_a_login_is_refused_at_once() {
    let account = Account::new();
    let refused =
        |machine: &Machine, line: &str, stdin: &str, exit| machine.run_with(line, stdin, []).expect(exit).stderr;
    insta::assert_snapshot!(refused(&account.machine, "login", "", Exit::Usage), @r"
    error: Way to sign in is needed, and there is nobody to ask
      hint: give it as `--client-id ID --client-secret-stdin`
    ");
    insta::assert_snapshot!(refused(&account.machine, "login --client-id app", "", Exit::Usage), @r"
    error: Client secret is needed, and there is nobody to ask
      hint: give it as `--client-secret-stdin`
    ");
    insta::assert_snapshot!(refused(&account.machine, "login --web --client-id app", "", Exit::Usage), @r"
    error: a browser login needs a person, and there is nobody to ask
      hint: sign in with `--client-id ID --client-secret-stdin`, or with `--token-stdin`
    ");
    insta::assert_snapshot!(refused(&account.machine, "login --sandbox", "", Exit::Usage), @r"
    error: the sandbox needs no login: every command signs in by itself
      hint: leave out `--sandbox` to sign in to the platform
    ");
    insta::assert_snapshot!(refused(&account.machine, BY_SECRET, "", Exit::Usage), @r#"
    error: nothing came in on stdin
      hint: pipe it in: `printf %s "$SECRET" | makini login --client-id ID --client-secret-stdin`
    "#);
    insta::assert_snapshot!(
        refused(&account.machine, "login --client-id app --client-secret-file nowhere", "", Exit::Usage), @"error: could not read `nowhere`: No such file or directory (os error 2)"
    );
    let secret = refused(&account.machine, "login --client-secret hunter2hunter2", "", Exit::Usage);
    assert!(secret.contains("--client-secret-stdin") && !secret.contains("hunter2"), "{secret}");
    let machine = account.machine.env("MAKINI_TOKEN", "mk_test_app_x");
    insta::assert_snapshot!(refused(&machine, "login --token-stdin", "mk_test_app_y", Exit::Usage), @r"
    error: MAKINI_TOKEN is set, and wins over whatever a login stores
      hint: unset MAKINI_TOKEN and sign in again, or do without a login: every command uses the variable
    ");
}

#[test]
fn logging_out_forgets() {
    let account = Account::signed_in();
    let ended = account.machine.run("logout").ok();
    insta::assert_snapshot!(ended.all(), @r"
    exit: 0
    --- stdout
    The token of profile `default` is removed.
    --- stderr
    ");
    assert_eq!((account.kept(SecretKind::Token), account.kept(SecretKind::ClientSecret)), (None, None));
    insta::assert_snapshot!(account.steady(&account.machine.run("credits").expect(Exit::Auth).stderr), @r"
    error: could not read the credits
      because: there is no login for SERVER
      hint: run `makini login`
    ");
    insta::assert_snapshot!(account.machine.run("logout").ok().stdout, @"Nothing was stored for profile `default`.");
}

#[test]
fn logging_out_forgets_the_tokens_of_connections() {
    let account = Account::signed_in();
    let line = "connect maintain-x --yes --name Plant --email ops@example.com --field-stdin api_key --no-wait -o json";
    let made = account.machine.run_with(line, "correct horse battery", []).ok().json();
    let id = made["data"]["connection"]["id"].as_str().expect("an ID").to_owned();
    assert!(account.kept(SecretKind::Connection(id.clone())).is_some());
    insta::assert_snapshot!(account.machine.run("logout").ok().stdout, @"The token of profile `default` and that of 1 connection are removed.");
    assert_eq!(account.kept(SecretKind::Connection(id)), None);
}

#[test]
fn logins_at_once_leave_one_whole_file() {
    let account = Account::new();
    std::thread::scope(|scope| {
        for number in 0..6 {
            let machine = &account.machine;
            let line = format!("{BY_SECRET} --profile plant-{number}");
            scope.spawn(move || machine.run_with(&line, SECRET, []).ok());
        }
    });
    let profiles = account.machine.run("profile list -o json").ok().json();
    assert_eq!(profiles["data"].as_array().map(Vec::len), Some(6), "{}", account.config());
}

/// As the README says for CI: an ID and a secret in the environment are enough, and no store is touched.
#[test]
fn credentials_in_the_environment_need_no_store() {
    let machine = Machine::new().at(START).env("MAKINI_CLIENT_ID", ID).env("MAKINI_CLIENT_SECRET", SECRET);
    let account = Account::of(machine);
    account.machine.run("connections list").ok();
    account.machine.run("check --allow-none").ok();
    assert_eq!((account.kept(SecretKind::Token), account.kept(SecretKind::ClientSecret)), (None, None));

    let nothing = Machine::new().at(START).keyring(Absent).env("MAKINI_SERVER", account.served.url());
    let nothing = nothing.env("MAKINI_CLIENT_ID", ID).env("MAKINI_CLIENT_SECRET", SECRET);
    nothing.run("connections list").ok();
    drop(account.sandbox);
}

/// A keyring that is not there.
pub struct Absent;

impl makini::secrets::SecretStore for Absent {
    fn describe(&self) -> String {
        "no keyring".into()
    }

    fn get(&self, _: &SecretName) -> Result<Option<makini::secret::Secret>, makini::secrets::StoreError> {
        Err(makini::secrets::StoreError::Locked { store: self.describe() })
    }

    fn put(&self, _: &SecretName, _: &makini::secret::Secret) -> Result<(), makini::secrets::StoreError> {
        Err(makini::secrets::StoreError::Locked { store: self.describe() })
    }

    fn delete(&self, _: &SecretName) -> Result<bool, makini::secrets::StoreError> {
        Err(makini::secrets::StoreError::Locked { store: self.describe() })
    }
}

/// The secret of an older login belongs to another application: it goes when the new login has none.
#[test]
fn a_login_without_a_secret_leaves_no_older_one_behind() {
    let account = Account::signed_in();
    assert!(account.kept(SecretKind::ClientSecret).is_some());
    let token = account.sandbox.admin_token().expect("issued");
    account.machine.run_with("login --token-stdin", token.expose(), []).ok();
    assert_eq!(account.kept(SecretKind::ClientSecret), None);
}
