//! The variables of this program, and those that look like them.

use super::env::{Env, FOLDERS, SECRETS};
use super::table::SETTINGS;
use crate::suggest::{closest, mistyped};

/// Beginnings of variables that programs around this one read: its tests, measurements and templates.
const OF_OTHERS: [&str; 4] = ["MAKINI_TEST_", "MAKINI_BENCH_", "MAKINI_KILL_", "MAKINI_FIXTURE_"];

/// Last words of variables that hold secrets, in whatever program.
const SECRET_WORDS: [&str; 5] = ["TOKEN", "SECRET", "PASSPHRASE", "PASSWORD", "KEY"];

/// Returns the variables that are set and that this program does not read, without those of its tests.
pub fn unknown_variables(env: &Env) -> impl Iterator<Item = String> {
    let set = env.with_prefix("MAKINI_").filter(|(_, value)| !value.is_empty());
    set.map(|(rest, _)| format!("MAKINI_{rest}"))
        .filter(|name| !is_known(name) && !OF_OTHERS.iter().any(|prefix| name.starts_with(prefix)))
}

/// Returns the name of every variable of this program.
pub fn variables() -> impl Iterator<Item = &'static str> {
    let settings = SETTINGS.iter().map(|setting| setting.env);
    settings.chain(SECRETS.iter().chain(FOLDERS).map(|variable| variable.name))
}

fn is_known(name: &str) -> bool {
    variables().any(|known| known == name) || name.starts_with("MAKINI_CONNECTION_TOKEN_")
}

/// Returns a note about the first variable that was probably meant to be one of this program: by its letters, or as a
/// secret, which is missed where it counts. Others are a matter of whoever set them; `doctor` names them.
pub(super) fn mistyped_variable(env: &Env) -> Option<String> {
    unknown_variables(env).find_map(|name| {
        let is_secret = || {
            let bare = name.strip_suffix("_FILE").unwrap_or(&name);
            SECRET_WORDS.into_iter().any(|word| bare.ends_with(word))
        };
        let meant = mistyped(&name["MAKINI_".len()..], variables().map(|known| &known["MAKINI_".len()..]));
        let meant = match meant {
            Some(meant) => format!("MAKINI_{meant}"),
            None if is_secret() => closest(&name, SECRETS.iter().map(|secret| secret.name)).first()?.to_string(),
            None => return None,
        };
        Some(format!("the variable `{name}` is not read; did you mean `{meant}`?"))
    })
}
