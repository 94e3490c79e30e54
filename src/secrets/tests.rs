//! Names, hints, the order of the chain, and the probe.

use super::*;

fn token(profile: &str) -> SecretName {
    SecretName { profile: profile.to_owned(), kind: SecretKind::Token }
}

/// A store that answers everything with the same error.
struct Broken;

impl Broken {
    fn error() -> StoreError {
        StoreError::Locked { store: "the OS keyring".to_owned() }
    }
}

impl SecretStore for Broken {
    fn describe(&self) -> String {
        "a broken store".to_owned()
    }

    fn get(&self, _: &SecretName) -> Result<Option<Secret>, StoreError> {
        Err(Self::error())
    }

    fn put(&self, _: &SecretName, _: &Secret) -> Result<(), StoreError> {
        Err(Self::error())
    }

    fn delete(&self, _: &SecretName) -> Result<bool, StoreError> {
        Err(Self::error())
    }
}

/// A store that forgets at once, as one does that is locked and says nothing.
struct Sieve;

impl SecretStore for Sieve {
    fn describe(&self) -> String {
        "a sieve".to_owned()
    }

    fn get(&self, _: &SecretName) -> Result<Option<Secret>, StoreError> {
        Ok(None)
    }

    fn put(&self, _: &SecretName, _: &Secret) -> Result<(), StoreError> {
        Ok(())
    }

    fn delete(&self, _: &SecretName) -> Result<bool, StoreError> {
        Ok(false)
    }
}

#[test]
fn choices_parse_by_their_names() {
    for choice in StoreChoice::ALL {
        assert_eq!(choice.name().parse(), Ok(choice));
    }
    let unknown = "plain".parse::<StoreChoice>().expect_err("there is no plain store");
    assert_eq!(unknown.exit(), Exit::Usage);
    assert_eq!(unknown.hint().expect("names them"), "use one of `keyring`, `file`, `command`, `helper`, `none`");
}

#[test]
fn the_environment_wins_and_a_broken_store_is_not_asked() {
    let stores = Stores::new(EnvStore::new([("MAKINI_TOKEN", "from-env")]), Box::new(Broken));
    let found = stores.find(&token("a")).expect("the environment has it").expect("it is there");
    assert_eq!(found.secret.expose(), "from-env");
    assert_eq!(found.source, Source::Variable("MAKINI_TOKEN".to_owned()));
    assert!(found.is_from_environment());
}

#[test]
fn a_broken_store_is_the_answer_and_nothing_is_tried_instead() {
    let stores = Stores::new(EnvStore::empty(), Box::new(Broken));
    for error in [
        stores.get(&token("a")).expect_err("broken"),
        stores.put(&token("a"), &Secret::new("x")).expect_err("broken"),
        stores.delete(&token("a")).expect_err("broken"),
    ] {
        assert_eq!(error.exit(), Exit::Local);
        let hint = error.hint().expect("says the ways on");
        assert!(hint.contains("--secret-store file") && hint.contains("MAKINI_TOKEN"), "{hint}");
    }
}

#[test]
fn writes_go_to_the_chosen_store_even_when_the_environment_is_set() {
    let stores = Stores::new(EnvStore::new([("MAKINI_TOKEN", "from-env")]), Box::new(MemoryStore::new()));
    stores.put(&token("a"), &Secret::new("kept")).expect("memory keeps it");
    let kept = stores.chosen().find(&token("a")).expect("works").expect("was kept");
    assert_eq!(kept.secret.expose(), "kept");
    assert_eq!(kept.source, Source::Store(stores.describe()));
    assert_eq!(stores.get(&token("a")).expect("works").expect("there").expose(), "from-env");
    assert!(stores.delete(&token("a")).expect("works"));
    assert!(stores.chosen().get(&token("a")).expect("works").is_none());
}

#[test]
fn a_probe_tells_a_working_store_from_one_that_only_answers() {
    let memory = MemoryStore::new();
    assert_eq!(probe(&memory).expect("works"), Probe::Works);
    assert_eq!(probe(&EnvStore::empty()).expect("is read-only"), Probe::ReadOnly);
    assert!(matches!(probe(&Broken), Err(StoreError::Locked { .. })));
    let error = probe(&Sieve).expect_err("forgets");
    assert_eq!(error.to_string(), "a sieve failed: it did not keep what it was given");
}

fn setup(choice: StoreChoice) -> StoreConfig {
    StoreConfig {
        choice,
        timeout: std::time::Duration::from_secs(5),
        asking: keyring::Asking::Never,
        notice: None,
        file: "/nowhere/secrets.age".into(),
        key_file: None,
        ask: Arc::new(|_| Err("there is no terminal".to_owned())),
        command: None,
        helper: None,
        environment: Vec::new(),
        clock: crate::clock::Clock::system(),
    }
}

#[test]
fn each_choice_opens_its_store_and_a_missing_command_is_named() {
    let opened = |setup| Stores::open(EnvStore::empty(), setup).map(|stores| stores.describe());
    assert!(opened(setup(StoreChoice::Keyring)).expect("opens").starts_with("the OS keyring"));
    assert_eq!(opened(setup(StoreChoice::File)).expect("opens"), "the encrypted file `/nowhere/secrets.age`");
    assert_eq!(opened(setup(StoreChoice::None)).expect("opens"), "this process (nothing is kept)");
    for (choice, key) in [(StoreChoice::Command, "secret_command"), (StoreChoice::Helper, "secret_helper")] {
        let error = opened(setup(choice)).expect_err("has no command");
        assert_eq!(error, command::BadCommand::Missing(key));
        assert_eq!(error.exit(), Exit::Usage);
        let mut with = setup(choice);
        let line = command::CommandLine::from_text("pass show makini/{name}").expect("splits");
        with.command = Some(line.clone());
        with.helper = Some(line);
        assert!(opened(with).expect("opens").ends_with("`pass`"));
    }
    let mut misspelt = setup(StoreChoice::Command);
    misspelt.command = Some(command::CommandLine::from_text("pass show {nam}").expect("splits"));
    assert!(matches!(opened(misspelt), Err(command::BadCommand::Placeholder(_))));
}

#[test]
fn the_passphrase_in_the_environment_spares_the_question() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut quiet = setup(StoreChoice::File);
    quiet.file = folder.path().join("secrets.age");
    let variables = EnvStore::new([(env::PASSPHRASE, "open sesame")]);
    let stores = Stores::open(variables, quiet).expect("opens");
    stores.put(&token("a"), &Secret::new("kept")).expect("is kept");

    let mut asking = setup(StoreChoice::File);
    asking.file = folder.path().join("secrets.age");
    let stores = Stores::open(EnvStore::empty(), asking).expect("opens");
    let error = stores.get(&token("a")).expect_err("nobody to ask");
    assert!(error.to_string().ends_with("it needs its passphrase: there is no terminal"), "{error}");
}
