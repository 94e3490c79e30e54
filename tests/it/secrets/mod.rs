//! The stores besides the keyring: the encrypted file, other programs, the environment.

mod commands;
mod environment;
mod file;
#[cfg(unix)]
mod process;

use makini::secrets::{SecretKind, SecretName, StoreError};

/// What may never be seen in a message.
const CANARY: &str = "mk_live_CANARY-9f3b17c2d4";

fn token(profile: &str) -> SecretName {
    SecretName { profile: profile.to_owned(), kind: SecretKind::Token }
}

fn of_kind(kind: SecretKind) -> SecretName {
    SecretName { profile: "plant-7".to_owned(), kind }
}

/// Returns how an error shows, having checked that it shows no secret in any form.
fn shown(error: &StoreError) -> String {
    use makini::failure::Classify;
    let text = format!("{error}\nhint: {}", error.hint().unwrap_or_default());
    assert!(!format!("{text}{error:?}{error:#?}").contains("CANARY"), "{text}");
    let configured =
        matches!(error, StoreError::Refused { .. } | StoreError::ReadOnly { .. } | StoreError::NoPassphrase { .. });
    assert_eq!(error.exit().code(), if configured { 2 } else { 14 });
    text
}
