//! Secrets from the environment.

use std::fs;
use std::sync::{Arc, Mutex};

use makini::secrets::{EnvStore, SecretKind, SecretStore, Source, StoreError};

use super::{CANARY, of_kind, shown, token};

/// An environment, and what it tells.
fn telling(variables: &[(&str, &str)]) -> (EnvStore, Arc<Mutex<Vec<String>>>) {
    let told = Arc::new(Mutex::new(Vec::new()));
    let listener = Arc::clone(&told);
    let store = EnvStore::new(variables.iter().copied())
        .with_notice(Arc::new(move |text: &str| listener.lock().expect("no panic").push(text.to_owned())));
    (store, told)
}

fn found(store: &EnvStore, kind: SecretKind) -> Option<(String, String)> {
    let found = store.find(&of_kind(kind)).expect("works")?;
    Some((found.secret.expose().to_owned(), found.source.to_string()))
}

fn pair(value: &str, variable: &str) -> (String, String) {
    (value.to_owned(), variable.to_owned())
}

#[test]
fn each_kind_has_its_variable() {
    let (store, _) = telling(&[
        ("MAKINI_TOKEN", "t"),
        ("MAKINI_CLIENT_SECRET", "c s"),
        ("MAKINI_WEBHOOK_SECRET", "w"),
        ("MAKINI_CONNECTION_TOKEN", "any"),
        ("MAKINI_CONNECTION_TOKEN_01HZ_9_A", "one"),
        ("PATH", "/bin"),
    ]);
    assert_eq!(found(&store, SecretKind::Token), Some(pair("t", "MAKINI_TOKEN")));
    assert_eq!(found(&store, SecretKind::ClientSecret), Some(pair("c s", "MAKINI_CLIENT_SECRET")));
    assert_eq!(found(&store, SecretKind::WebhookSecret), Some(pair("w", "MAKINI_WEBHOOK_SECRET")));
    assert_eq!(found(&store, SecretKind::Connection("x".to_owned())), Some(pair("any", "MAKINI_CONNECTION_TOKEN")));
    assert_eq!(
        found(&store, SecretKind::Connection("01hz-9.a".to_owned())),
        Some(pair("one", "MAKINI_CONNECTION_TOKEN_01HZ_9_A"))
    );
    let (empty, _) = telling(&[("HOME", "/")]);
    for kind in [SecretKind::Token, SecretKind::ClientSecret, SecretKind::Connection("x".to_owned())] {
        assert_eq!(found(&empty, kind), None);
    }
}

#[test]
fn the_environment_is_read_only() {
    let (store, _) = telling(&[("MAKINI_TOKEN", CANARY)]);
    for error in [
        store.put(&token("a"), &makini::secret::Secret::new(CANARY)).expect_err("read-only"),
        store.delete(&token("a")).expect_err("read-only"),
    ] {
        assert!(matches!(error, StoreError::ReadOnly { .. }));
        shown(&error);
    }
}

#[test]
fn files_are_read_when_they_are_needed_and_their_modes_are_told() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join("token");
    let name = path.to_str().expect("is text");
    let (store, told) = telling(&[("MAKINI_TOKEN_FILE", name), ("MAKINI_CLIENT_SECRET", "c")]);
    assert_eq!(found(&store, SecretKind::ClientSecret), Some(pair("c", "MAKINI_CLIENT_SECRET")));
    let text = shown(&store.get(&token("a")).expect_err("is not there"));
    assert!(text.contains("of `MAKINI_TOKEN_FILE` cannot be read"), "{text}");

    fs::write(&path, format!("{CANARY}\r\n")).expect("writes");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        fs::set_permissions(&path, fs::Permissions::from_mode(0o600)).expect("is ours");
        assert_eq!(found(&store, SecretKind::Token), Some(pair(CANARY, "MAKINI_TOKEN_FILE")));
        assert!(told.lock().expect("no panic").is_empty());
        fs::set_permissions(&path, fs::Permissions::from_mode(0o444)).expect("is ours");
    }
    assert_eq!(found(&store, SecretKind::Token), Some(pair(CANARY, "MAKINI_TOKEN_FILE")));
    let told = told.lock().expect("no panic").clone();
    assert_eq!(
        told,
        if cfg!(unix) {
            vec![format!("the file `{name}` of `MAKINI_TOKEN_FILE` can be read by other users")]
        } else {
            vec![]
        }
    );
}

#[test]
fn what_is_no_token_is_named_and_not_shown() {
    for (value, expected) in [
        (format!("\"{CANARY}\""), "the token is in quotes"),
        (format!("Bearer {CANARY}"), "the token begins with the name of its header or scheme"),
        (format!("{CANARY}\r\nX-Evil: 1"), "the token has more than one line"),
        (format!(" {CANARY}"), "there are blanks in the token or around it"),
    ] {
        let (store, _) = telling(&[("MAKINI_TOKEN", &value)]);
        let text = shown(&store.get(&token("a")).expect_err("is no token"));
        assert!(text.contains(&format!("`MAKINI_TOKEN` does not hold a token: {expected}")), "{text}");
    }
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join("token");
    for (content, expected) in [
        (vec![0xff, 0xfe, b'C'], "is not text"),
        (b"\n".to_vec(), "is empty"),
        (vec![b'x'; (1 << 20) + 1], "longer than"),
    ] {
        fs::write(&path, content).expect("writes");
        let (store, _) = telling(&[("MAKINI_WEBHOOK_SECRET_FILE", path.to_str().expect("is text"))]);
        let text = shown(&store.get(&of_kind(SecretKind::WebhookSecret)).expect_err("is no secret"));
        assert!(text.contains(expected), "{text}");
    }
}

#[test]
fn two_answers_are_none_and_an_empty_one_is_told() {
    let (store, _) = telling(&[("MAKINI_TOKEN", CANARY), ("MAKINI_TOKEN_FILE", "/CANARY")]);
    let text = shown(&store.get(&token("a")).expect_err("are two"));
    assert!(text.contains("`MAKINI_TOKEN` and `MAKINI_TOKEN_FILE` are both set"), "{text}");
    assert!(text.ends_with("run `unset MAKINI_TOKEN_FILE`"), "{text}");

    let (store, told) = telling(&[("MAKINI_TOKEN", "")]);
    assert_eq!(found(&store, SecretKind::Token), None);
    assert_eq!(*told.lock().expect("no panic"), ["`MAKINI_TOKEN` is empty and was ignored"]);
}

#[test]
fn the_passphrase_has_a_variable_too() {
    let (store, _) = telling(&[("MAKINI_SECRETS_PASSPHRASE", "open sesame ")]);
    assert_eq!(store.passphrase().expect("works").expect("is set").expose(), "open sesame ");
    assert_eq!(telling(&[]).0.passphrase().expect("works"), None);
    assert_eq!(Source::Variable("X".to_owned()).to_string(), "X");
}
