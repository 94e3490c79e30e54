//! Every published path, written once: the client builds from it, the sandbox mounts it.
//!
//! Templates use `{name}`, as axum's router does. Paths of advertised operations are not here: the client takes them
//! from the server's own advertisement (see [`super::operation`]).

/// Begins the paths of the API.
pub const API: &str = "/api/";
/// `POST`: tokens for every grant.
pub const TOKEN: &str = "/link/token";
/// `GET`: the hosted page where a person signs in or connects a system.
pub const AUTHORIZE: &str = "/oauth/authorize";
/// `GET`: the sandbox's spelling of [`AUTHORIZE`], on the API host.
pub const LINK_AUTH: &str = "/link/auth";
/// `GET`: what this server offers beyond the published API.
pub const ADVERTISEMENT: &str = "/.well-known/makini";

/// `GET`: the application that the token belongs to.
pub const CLIENT: &str = "/api/system/client";
/// `GET`: the catalogue of systems.
pub const PLATFORMS: &str = "/api/system/platforms";
/// `GET`, `POST`: list connections, or make one.
pub const CONNECTIONS: &str = "/api/system/connections";
/// `DELETE`: disconnect.
pub const CONNECTION: &str = "/api/system/connections/{id}";
/// `GET`, `POST`: metadata of one connection.
pub const CONNECTION_METADATA: &str = "/api/system/connections/{id}/metadata";
/// `POST`: a new token for one connection.
pub const CONNECTION_TOKEN: &str = "/api/system/connections/{id}/token";
/// `GET`, `DELETE`: the connection that a connection token belongs to.
pub const INTEGRATION: &str = "/api/integrations/current";
/// `POST`: start a sync. Withdrawn from the published API.
pub const INTEGRATION_SYNC: &str = "/api/integrations/sync";
/// `GET`: state of the sync. Withdrawn from the published API.
pub const INTEGRATION_SYNC_STATUS: &str = "/api/integrations/sync/status";
/// `GET`: names of raw tables.
pub const RAW_TABLES: &str = "/api/raw/tables";
/// `GET`: rows of a raw table.
pub const RAW_ROWS: &str = "/api/raw/tables/{table}/data";
/// `POST`: a call to the system behind the connection.
pub const PASSTHROUGH: &str = "/api/passthrough";

/// Returns whether a published call of a path takes the token of a connection: its data, its own state, its system.
pub fn takes_connection_token(path: &str) -> bool {
    let starts = ["/api/eam/", "/api/erp/", "/api/wms/", "/api/integrations/", "/api/raw/", PASSTHROUGH];
    starts.iter().any(|start| path.starts_with(start))
}

/// Fills a template, percent-encoding each value so that it stays one path segment.
pub fn fill(template: &str, values: &[(&str, &str)]) -> String {
    let mut path = String::with_capacity(template.len() + 16);
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        path.push_str(before);
        let Some((name, behind)) = after.split_once('}') else { break };
        match values.iter().find(|(known, _)| *known == name) {
            Some((_, value)) => push_encoded(&mut path, value),
            None => path.push_str(&format!("{{{name}}}")),
        }
        rest = behind;
    }
    path.push_str(rest);
    path
}

/// Returns a path of the API without what comes before each path at a server.
pub fn without_base<'a>(path: &'a str, base: &str) -> &'a str {
    path.strip_prefix(base).filter(|rest| rest.starts_with('/')).unwrap_or(path)
}

/// Returns the ID of the connection that a path is about, by its template: what stands for `{id}` after `connections`.
pub fn connection_of<'a>(template: &str, path: &'a str) -> Option<&'a str> {
    // Most have no place for one.
    memchr::memchr(b'{', template.as_bytes())?;
    let mut before = "";
    let mut segments = template.split('/').zip(path.split(['?', '#']).next()?.split('/'));
    segments
        .find(|(name, _)| std::mem::replace(&mut before, name) == "connections" && *name == "{id}")
        .map(|(_, id)| id)
        .filter(|id| !id.is_empty())
}

fn push_encoded(path: &mut String, value: &str) {
    // URL parsers resolve a segment of dots even when it is encoded, so whoever builds a request refuses such a value;
    // encoded, it is at least never written as a folder's name.
    let only_dots = !value.is_empty() && value.bytes().all(|byte| byte == b'.');
    for byte in value.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_' | b'~' => path.push(char::from(byte)),
            b'.' if !only_dots => path.push('.'),
            _ => path.push_str(&format!("%{byte:02X}")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_stays_one_segment() {
        assert_eq!(fill("/a/{id}/b", &[("id", "x/../y?z#ü")]), "/a/x%2F..%2Fy%3Fz%23%C3%BC/b");
        assert_eq!(fill("/a/{id}", &[("id", "..")]), "/a/%2E%2E");
        assert_eq!(fill("/a/{id}/{n}", &[("id", "1"), ("n", "2")]), "/a/1/2");
    }

    #[test]
    fn the_token_that_a_path_takes() {
        for path in [INTEGRATION, INTEGRATION_SYNC, RAW_TABLES, PASSTHROUGH, "/api/eam/assets"] {
            assert!(takes_connection_token(path), "{path}");
        }
        for path in [CONNECTIONS, CONNECTION_TOKEN, "/api/system/platforms", "/api/rawish", "/"] {
            assert!(!takes_connection_token(path), "{path}");
        }
    }
}
