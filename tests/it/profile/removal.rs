//! A profile that is removed takes its secrets along, from the store that it keeps them in.

use makini::exit::Exit;
use makini::secret::Secret;
use makini::secrets::file::Key;
use makini::secrets::{FileStore, MemoryStore, SecretKind, SecretName, SecretStore, StoreError};

use crate::login::{Absent, Account, BY_SECRET, SECRET};
use crate::support::sandbox::START;
use crate::support::world::Machine;

fn name(profile: &str, kind: SecretKind) -> SecretName {
    SecretName { profile: profile.into(), kind }
}

fn kinds() -> [SecretKind; 4] {
    let connection = SecretKind::Connection("conn_7".into());
    [SecretKind::Token, SecretKind::ClientSecret, SecretKind::WebhookSecret, connection]
}

#[test]
fn its_secrets_go_from_its_own_store() {
    let machine = Machine::new();
    let (file, key) = (machine.home().join("plant/secrets.age"), machine.home().join("plant/key.txt"));
    FileStore::create_key_file(&key).expect("a new key");
    let store = FileStore::new(&file, Key::KeyFile(key.clone()));
    for kind in kinds() {
        store.put(&name("plant", kind.clone()), &Secret::new("s")).expect("kept");
        machine.secrets().put(&name("plant", kind.clone()), &Secret::new("s")).expect("kept");
    }
    store.put(&name("other", SecretKind::Token), &Secret::new("s")).expect("kept");
    let config = format!(
        "default_profile = \"office\"\n[profile.office]\n[profile.plant]\nsecret_store = \"file\"\n\
         secret_file = '{}'\nsecret_key_file = '{}'\n",
        file.display(),
        key.display()
    );
    machine.write("config/config.toml", config);
    let ended = machine.run("profile remove plant --confirm plant").ok();
    assert_eq!(ended.stderr, "profile `plant` is removed\n");
    // Another process reads the file again.
    let store = FileStore::new(&file, Key::KeyFile(key));
    assert_eq!(store.names("plant").expect("readable"), Some(vec![]));
    assert_eq!(store.names("other").expect("readable"), Some(vec![name("other", SecretKind::Token)]));
    assert_eq!(machine.secrets().names("plant").expect("memory").map(|names| names.len()), Some(4), "not its store");
}

#[test]
fn a_profile_in_use_of_the_sandbox_is_no_obstacle() {
    let machine = Machine::new();
    for kind in kinds() {
        machine.secrets().put(&name("plant", kind), &Secret::new("s")).expect("kept");
    }
    machine.write("config/config.toml", "[profile.plant]\n");
    machine.run("--sandbox profile remove plant --confirm plant").ok();
    assert_eq!(machine.secrets().names("plant").expect("memory"), Some(vec![]));
}

#[test]
fn what_cannot_be_removed_is_said_and_stops_nobody() {
    let machine = Machine::new().keyring(Absent);
    machine.write(
        "config/config.toml",
        "[profile.vault]\nsecret_store = \"command\"\nsecret_command = \"vault {name}\"\n[profile.plant]\n\
         [profile.odd]\nsecret_store = \"helper\"\n[profile.file]\nsecret_store = \"file\"\n",
    );
    let remove = |name: &str| machine.run(&format!("profile remove {name} --confirm {name}")).ok().stderr;
    insta::assert_snapshot!(remove("vault"), @r"
    warning: what the secret command `vault` holds for profile `vault` stays there: it is read-only
    profile `vault` is removed
    ");
    insta::assert_snapshot!(remove("plant"), @r"
    warning: `plant/token`, `plant/client-secret`, `plant/webhook-secret` may still be kept in no keyring: no keyring is locked
    warning: once it works, `MAKINI_SECRET_STORE=keyring makini logout --profile plant` tries again
    profile `plant` is removed
    ");
    let odd = remove("odd");
    assert!(odd.contains("may still be kept: its store cannot be used: ") && odd.contains("secret_helper"), "{odd}");
    // There is no file yet, and so nothing to open.
    insta::assert_snapshot!(remove("file"), @"profile `file` is removed");
    assert_eq!(machine.run("profile list -o json").ok().json()["data"], serde_json::json!([]));
}

#[test]
fn a_file_that_nobody_opens_is_named() {
    let machine = Machine::new();
    let path = machine.home().join("config/secrets.age");
    let store = FileStore::new(&path, Key::Passphrase(Secret::new("sesame"))).with_work_factor(1);
    store.put(&name("plant", SecretKind::Token), &Secret::new("s")).expect("kept");
    let config = format!("[profile.plant]\nsecret_store = \"file\"\nsecret_file = '{}'\n", path.display());
    machine.write("config/config.toml", config);
    let ended = machine.run("profile remove plant --confirm plant").ok();
    let text = ended.stderr.replace(&machine.home().display().to_string(), "~");
    insta::assert_snapshot!(text, @r"
    warning: `plant/token`, `plant/client-secret`, `plant/webhook-secret` may still be kept in the encrypted file `~/config/secrets.age`: the encrypted file `~/config/secrets.age` was refused: it needs its passphrase: Passphrase of the secrets file is needed, and there is nobody to ask: set `MAKINI_SECRETS_PASSPHRASE`
    warning: set `MAKINI_SECRETS_PASSPHRASE`, or `MAKINI_SECRETS_PASSPHRASE_FILE` to the path of a file that holds it; then `MAKINI_SECRET_STORE=file MAKINI_SECRET_FILE=~/config/secrets.age makini logout --profile plant` tries again
    profile `plant` is removed
    ");
    assert!(store.get(&name("plant", SecretKind::Token)).expect("opens").is_some());
}

/// A store that cannot tell what it holds, as a helper.
#[derive(Default)]
struct Mute(MemoryStore);

impl SecretStore for Mute {
    fn describe(&self) -> String {
        "the helper".into()
    }

    fn get(&self, name: &SecretName) -> Result<Option<Secret>, StoreError> {
        self.0.get(name)
    }

    fn put(&self, name: &SecretName, secret: &Secret) -> Result<(), StoreError> {
        self.0.put(name, secret)
    }

    fn delete(&self, name: &SecretName) -> Result<bool, StoreError> {
        self.0.delete(name)
    }
}

/// An account with one connection, whose token is kept.
fn with_a_connection() -> (Account, String) {
    let account = Account::of(Machine::new().at(START).keyring(Mute::default()));
    account.machine.run_with(BY_SECRET, SECRET, []).ok();
    let line = "connect maintain-x --yes --name Plant --email ops@example.com --field-stdin api_key --no-wait -o json";
    let made = account.machine.run_with(line, "correct horse battery", []).ok().json();
    let id = made["data"]["connection"]["id"].as_str().expect("an ID").to_owned();
    // A call for the connection itself, which the journal remembers.
    account.machine.run(&format!("api get /api/integrations/current --connection {id}")).ok();
    assert!(account.kept(SecretKind::Connection(id.clone())).is_some());
    (account, id)
}

#[test]
fn connections_of_a_store_that_cannot_list_are_found_in_the_journal() {
    let (account, id) = with_a_connection();
    let ended = account.machine.run("profile remove default --confirm default").ok();
    insta::assert_snapshot!(ended.stderr, @r"
    note: the helper cannot list what it holds: tokens of connections that were never called from this machine stay
    profile `default` is removed
    ");
    assert_eq!(account.kept(SecretKind::Token), None);
    assert_eq!(account.kept(SecretKind::Connection(id)), None);
}

#[test]
fn a_logout_asks_the_platform_what_a_store_cannot_list() {
    let (account, id) = with_a_connection();
    let ended = account.machine.run("logout --local").ok();
    assert_eq!(ended.stdout, "The token of profile `default` is removed.\n");
    assert!(account.kept(SecretKind::Connection(id.clone())).is_some(), "nobody was asked");
    account.machine.run_with(BY_SECRET, SECRET, []).ok();
    let ended = account.machine.run("logout").ok();
    assert_eq!(ended.stdout, "The token of profile `default` and that of 1 connection are removed.\n");
    assert_eq!(account.kept(SecretKind::Connection(id)), None);
}

#[test]
fn a_logout_says_which_variables_go_on_signing_in() {
    let token = Machine::new().env("MAKINI_TOKEN", "mk_test_x").run("logout").ok();
    assert!(token.stderr.contains("MAKINI_TOKEN is still set"), "{}", token.stderr);
    let machine = Machine::new();
    let path = machine.write("token", "mk_test_x\n");
    let machine = machine.env("MAKINI_TOKEN_FILE", path);
    let file = machine.run("logout").ok();
    assert!(file.stderr.contains("MAKINI_TOKEN_FILE is still set"), "{}", file.stderr);
    let refused = machine.run_with("login --token-stdin", "mk_test_y", []).expect(Exit::Usage);
    assert!(refused.stderr.contains("MAKINI_TOKEN_FILE is set, and wins"), "{}", refused.stderr);
    let both = Machine::new().env("MAKINI_CLIENT_ID", "app").env("MAKINI_CLIENT_SECRET", "shh").run("logout").ok();
    assert!(both.stderr.contains("MAKINI_CLIENT_ID and a client secret are still set"), "{}", both.stderr);
}
