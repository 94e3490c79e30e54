//! Settings that are set and not used: refused or named, so that nobody takes them for used.

use super::env::Env;
use super::origin::{Origin, Resolved};
use super::{Settings, Unusable, unusable};

/// Variables for signing in at the platform. The sandbox has a login of its own.
const LOGIN: [&str; 6] = [
    "MAKINI_TOKEN",
    "MAKINI_TOKEN_FILE",
    "MAKINI_SERVER",
    "MAKINI_CLIENT_ID",
    "MAKINI_CLIENT_SECRET",
    "MAKINI_CLIENT_SECRET_FILE",
];

/// Settings of one secret store, with the store they belong to.
const OF_STORES: [(&str, &str); 4] =
    [("secret_file", "file"), ("secret_key_file", "file"), ("secret_command", "command"), ("secret_helper", "helper")];

impl Settings {
    /// Checks settings that do nothing without another one, or beside it.
    pub(super) fn check_together(&self) -> Result<(), Unusable> {
        let server = self.get("server");
        if self.is_on("sandbox") && matches!(server.origin, Origin::Flag(_)) {
            let chosen = &self.get("sandbox").origin;
            let problem = format!("the sandbox, which is on ({chosen}), has an address of its own");
            return Err(unusable("server", server, problem));
        }
        for (key, other) in [("client_certificate", "client_key"), ("client_key", "client_certificate")] {
            if self.maybe(key).is_some() && self.maybe(other).is_none() {
                return Err(unusable(key, self.get(key), format!("it needs `{other}` beside it")));
            }
        }
        Ok(())
    }

    /// Returns a note that names the variables for signing in that the sandbox leaves unused; nothing if none is set.
    pub fn unused_in_sandbox(&self, env: &Env) -> Option<String> {
        let set: Vec<String> =
            LOGIN.iter().filter(|name| env.raw(name).is_some()).map(|name| format!("`{name}`")).collect();
        let (last, others) = set.split_last()?;
        let (names, verb) = match others {
            [] => (last.clone(), "is"),
            others => (format!("{} and {last}", others.join(", ")), "are"),
        };
        Some(format!("the sandbox has an address and a login of its own: {names} {verb} not used"))
    }

    /// Returns a note that names a setting of a secret store where nobody chose a store; nothing if there is none.
    pub fn unused_by_store(&self) -> Option<String> {
        let Resolved { value: store, origin: Origin::Default } = self.get("secret_store") else { return None };
        let (key, wanted) = OF_STORES.into_iter().find(|(key, _)| self.maybe(key).is_some())?;
        let origin = &self.get(key).origin;
        Some(format!(
            "`{key}` ({origin}) is not used: secrets are in the {store}; `secret_store = \"{wanted}\"` uses it"
        ))
    }
}
