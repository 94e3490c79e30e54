//! What could not be read beside the answer.

use std::fmt::Display;

use serde::Serialize;

/// Queries beside the answer that failed, each with the reason.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Unread(pub Vec<String>);

impl Unread {
    /// Returns each once: several questions may have failed for the same reason.
    pub fn each_once(self) -> Self {
        let mut once: Vec<String> = Vec::new();
        for what in self.0 {
            if !once.contains(&what) {
                once.push(what);
            }
        }
        Self(once)
    }

    /// Returns a result, or the default where there is none, which is noted.
    pub fn or_default<T: Default, E: Display>(&mut self, what: &str, result: Result<T, E>) -> T {
        result.unwrap_or_else(|error| {
            self.0.push(format!("{what}: {error}"));
            T::default()
        })
    }
}
