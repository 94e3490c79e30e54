use super::master::key_file;
use super::*;
use crate::sandbox::store;

const HERE: RecordPath<'_> = RecordPath { table: "webhook_endpoints", row: "whe_1", column: "secret" };

fn database() -> (Db, Vault) {
    let (db, vault) = (store::open(None).expect("in memory"), Vault::new(MasterKey::random()));
    assert!(!vault.initialize(&db).expect("a first key"));
    (db, vault)
}

#[test]
fn a_secret_opens_in_its_place_and_nowhere_else() {
    let (db, vault) = database();
    let secret = Secret::new("mk_test_canary_ä");
    let sealed = vault.seal(&db, "Ops@Example.com", HERE, &secret).expect("sealed");
    assert!(!sealed.windows(6).any(|part| part == b"canary"));
    assert!(vault.open(&db, HERE, &sealed).expect("opens") == secret);
    for elsewhere in [
        RecordPath { row: "whe_2", ..HERE },
        RecordPath { column: "old_secret", ..HERE },
        RecordPath { table: "connections", ..HERE },
        // The same letters, cut elsewhere.
        RecordPath { row: "whe_1s", column: "ecret", ..HERE },
    ] {
        let error = vault.open(&db, elsewhere, &sealed).expect_err("bound to its place");
        assert!(error.message.contains("cannot be opened"), "{error}");
    }
    assert_ne!(sealed, vault.seal(&db, "ops@example.com", HERE, &secret).expect("sealed"), "a nonce of its own");
}

#[test]
fn each_customer_has_a_key() {
    let (db, vault) = database();
    let number = |sealed: &[u8]| sealed[1..HEAD].to_vec();
    let sealed = |customer: &str| vault.seal(&db, customer, HERE, &Secret::new("x")).expect("sealed");
    assert_eq!(number(&sealed("a@example.com")), number(&sealed("A@example.com")));
    assert_ne!(number(&sealed("a@example.com")), number(&sealed("b@example.com")));
    // Another customer's key does not open it, even when the record says so.
    let (mut moved, other) = (sealed("a@example.com"), sealed("b@example.com"));
    moved[..HEAD].copy_from_slice(&other[..HEAD]);
    assert!(vault.open(&db, HERE, &moved).is_err());
}

#[test]
fn every_changed_byte_is_noticed() {
    let (db, vault) = database();
    let sealed = vault.seal_for_account(&db, HERE, &Secret::new("secret")).expect("sealed");
    for position in 0..sealed.len() {
        let mut changed = sealed.clone();
        changed[position] ^= 1;
        assert!(vault.open(&db, HERE, &changed).is_err(), "{position}");
    }
    for length in 0..sealed.len() {
        assert!(vault.open(&db, HERE, &sealed[..length]).is_err(), "{length}");
    }
}

#[test]
fn another_master_key_is_refused_until_both_are_there() {
    let (db, old) = database();
    let sealed = old.seal_for_account(&db, HERE, &Secret::new("secret")).expect("sealed");
    let new = Vault::new(MasterKey::random());
    assert!(new.initialize(&db).is_err());
    assert!(new.rewrap_keys(&db, None).is_err());
    new.rewrap_keys(&db, Some(&old)).expect("taken over");
    assert!(new.open(&db, HERE, &sealed).expect("opens") == Secret::new("secret"));
    assert!(old.initialize(&db).is_err(), "the old key is good for nothing now");
}

#[test]
fn a_key_file_is_made_once_and_read_again() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join("s.db");
    assert!(MasterKey::of(&path, true).expect_err("needed").contains("is missing"));
    let made = MasterKey::of(&path, false).expect("made").text();
    assert!(MasterKey::of(&path, true).expect("read").text() == made);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let mode = std::fs::metadata(key_file(&path)).expect("there").permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }
    std::fs::write(key_file(&path), "no key").expect("written");
    assert!(MasterKey::of(&path, false).expect_err("damaged").contains("holds no key"));
}
