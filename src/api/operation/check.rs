//! Which method and path an operation may have: what a mapping is checked by before anything is sent to it.

use super::{Endpoint, Operation};

impl Operation {
    /// Returns the names of the parameters that a call fills in, in the order of its path.
    pub fn parameters(self) -> impl Iterator<Item = &'static str> {
        parameters(self.sandbox_path())
    }

    /// Returns the methods that fit the operation: a read must not change anything, and a change must not look like a read.
    pub const fn methods(self) -> &'static [&'static str] {
        match self.method().as_bytes() {
            b"GET" => &["GET"],
            b"DELETE" => &["DELETE", "POST"],
            _ => &["POST", "PUT", "PATCH"],
        }
    }

    /// Checks a mapping: the method fits, the path stays on the server, and its parameters are those that a call fills in.
    ///
    /// # Errors
    /// What is wrong with it, as a clause.
    pub fn check(self, endpoint: &Endpoint) -> Result<(), String> {
        let Endpoint { method, path } = endpoint;
        let methods = self.methods();
        if !methods.contains(&method.as_str()) {
            return Err(format!("its method must be {}", methods.join(" or ")));
        }
        let (path, query) = path.split_once('?').unwrap_or((path, ""));
        let Some(inner) = path.strip_prefix('/') else {
            return Err("the path begins with `/`, and the host is the server of the profile".into());
        };
        let is_plain = |text: &str| text.bytes().all(|byte| byte.is_ascii_graphic() && !b"\\#".contains(&byte));
        if !is_plain(path) || !is_plain(query) || query.contains(['{', '?']) {
            return Err("the path has characters that cannot be in one".into());
        }
        for segment in inner.split('/') {
            let decoded = segment.to_ascii_lowercase().replace("%2e", ".");
            if matches!(decoded.as_str(), "" | "." | "..") || decoded.contains("%2f") || decoded.contains("%5c") {
                return Err("the path has a segment that is empty, `.` or `..`, or hides a slash".into());
            }
            let is_parameter = parameter(segment).is_some();
            if !is_parameter && segment.contains(['{', '}']) {
                return Err(format!("`{segment}` is no whole segment: a parameter stands alone between slashes"));
            }
        }
        let found: Vec<&str> = parameters(path).collect();
        if let Some(unknown) = found.iter().find(|name| !self.parameters().any(|known| known == **name)) {
            return Err(format!("`{{{unknown}}}` is not filled in; {}", self.wants()));
        }
        // The ID of a sync alone names it.
        let is_named = |name| found.contains(&name) || (name == "id" && found.contains(&"sync"));
        match self.parameters().find(|name| !is_named(name)) {
            Some(missing) => Err(format!("`{{{missing}}}` is missing; {}", self.wants())),
            None => Ok(()),
        }
    }

    fn wants(self) -> String {
        let names: Vec<String> = self.parameters().map(|name| format!("`{{{name}}}`")).collect();
        if names.is_empty() { "it has no parameters".into() } else { format!("it has {}", names.join(" and ")) }
    }
}

/// Returns the names of the parameters of a path template.
pub(super) fn parameters(path: &str) -> impl Iterator<Item = &str> {
    path.split('/').filter_map(parameter)
}

fn parameter(segment: &str) -> Option<&str> {
    let name = segment.strip_prefix('{')?.strip_suffix('}')?;
    (!name.is_empty() && !name.contains(['{', '}'])).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_sandbox_serves_is_right() {
        for &operation in Operation::ALL {
            let endpoint = Endpoint { method: operation.method().into(), path: operation.sandbox_path().into() };
            assert_eq!(operation.check(&endpoint), Ok(()), "{}", operation.name());
        }
    }

    #[test]
    fn dangerous_mappings_are_refused() {
        let right = |operation: Operation, method: &str, path: &str| {
            operation.check(&Endpoint { method: method.into(), path: path.into() }).is_ok()
        };
        assert!(right(Operation::CreditsGet, "GET", "/v1/credits?unit=tier"));
        assert!(right(Operation::SyncCancel, "POST", "/v1/syncs/{sync}/cancel"));
        assert!(right(Operation::TokenRevoke, "POST", "/v1/{id}/revoke"));
        for (operation, method, path) in [
            (Operation::CreditsGet, "DELETE", "/v1/credits"),
            (Operation::CreditsGet, "POST", "/v1/credits"),
            (Operation::SyncStart, "GET", "/v1/{id}/syncs"),
            (Operation::SyncStart, "DELETE", "/v1/{id}/syncs"),
            (Operation::CreditsGet, "GET", "https://other.example/credits"),
            (Operation::CreditsGet, "GET", "//other.example/credits"),
            (Operation::CreditsGet, "GET", "/\\other.example/credits"),
            (Operation::CreditsGet, "GET", "/v1/../credits"),
            (Operation::CreditsGet, "GET", "/v1/%2E%2e/credits"),
            (Operation::CreditsGet, "GET", "/v1%2fcredits"),
            (Operation::CreditsGet, "GET", "/v1/credits#top"),
            (Operation::CreditsGet, "GET", "/v1/cre dits"),
            (Operation::CreditsGet, "GET", "/v1/{id}/credits"),
            (Operation::SyncStart, "POST", "/v1/syncs"),
            (Operation::SyncStart, "POST", "/v1/syncs?connection={id}"),
            (Operation::SyncStart, "POST", "/v1/con-{id}/syncs"),
            (Operation::MappingUpdate, "PUT", "/v1/mappings/{entity}"),
        ] {
            assert!(!right(operation, method, path), "{method} {path}");
        }
    }
}
