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
        assert!(hint.contains("--store file") && hint.contains("MAKINI_TOKEN"), "{hint}");
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
