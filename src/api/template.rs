//! From the path of a request to its template: `/api/erp/vendors/V-1` is of `/api/erp/vendors/{key}`.

use std::collections::HashMap;
use std::sync::Arc;

use super::{entities, path};

/// Templates of paths.
#[derive(Debug, Default)]
pub struct Templates {
    root: Node,
}

#[derive(Debug, Default)]
struct Node {
    literal: HashMap<String, Node>,
    /// Any segment.
    any: Option<Box<Node>>,
    template: Option<Arc<str>>,
}

/// Every published path beside those of the domains, and where servers advertise more.
pub const PUBLISHED: &[&str] = &[
    path::TOKEN,
    path::AUTHORIZE,
    path::LINK_AUTH,
    path::ADVERTISEMENT,
    path::CLIENT,
    path::PLATFORMS,
    path::CONNECTIONS,
    path::CONNECTION,
    path::CONNECTION_METADATA,
    path::CONNECTION_TOKEN,
    path::INTEGRATION,
    path::INTEGRATION_SYNC,
    path::INTEGRATION_SYNC_STATUS,
    path::RAW_TABLES,
    path::RAW_ROWS,
    path::PASSTHROUGH,
];

impl Templates {
    /// Returns those of the published API.
    pub fn published() -> Self {
        let mut templates = Self::default();
        for template in PUBLISHED {
            templates.add(template);
        }
        for domain in entities::Domain::ALL {
            for endpoint in entities::endpoints(domain) {
                templates.add(&endpoint.path);
            }
        }
        templates
    }

    /// Adds one, with `{name}` for a segment of any text.
    pub fn add(&mut self, template: &str) {
        let mut node = &mut self.root;
        for segment in segments(template) {
            node = if segment.starts_with('{') {
                node.any.get_or_insert_default()
            } else {
                node.literal.entry(segment.to_owned()).or_default()
            };
        }
        node.template.get_or_insert_with(|| template.into());
    }

    /// Returns the template of a path, which may have a query. Of a path that none fits, each segment that looks like an ID
    /// becomes `{id}`, so that calls of one endpoint are one group.
    pub fn of(&self, path: &str) -> Arc<str> {
        let path = &path[..memchr::memchr2(b'?', b'#', path.as_bytes()).unwrap_or(path.len())];
        let parts: Vec<&str> = segments(path).collect();
        if let Some(found) = self.root.find(&parts) {
            return Arc::clone(found);
        }
        let guessed: Vec<&str> = parts.into_iter().map(|part| if is_id(part) { "{id}" } else { part }).collect();
        format!("/{}", guessed.join("/")).into()
    }
}

impl Node {
    /// A literal segment goes before any text.
    fn find(&self, parts: &[&str]) -> Option<&Arc<str>> {
        let Some((first, rest)) = parts.split_first() else { return self.template.as_ref() };
        let literal = self.literal.get(*first).and_then(|node| node.find(rest));
        literal.or_else(|| self.any.as_ref().filter(|_| !first.is_empty())?.find(rest))
    }
}

fn segments(path: &str) -> impl Iterator<Item = &str> {
    path.strip_prefix('/').unwrap_or(path).split('/')
}

/// Numbers, UUIDs, keys with a number in them; not words, nor versions as `v2`.
fn is_id(segment: &str) -> bool {
    let digits = segment.bytes().filter(u8::is_ascii_digit).count();
    digits > 0 && (digits == segment.len() || segment.len() > 3)
}

#[cfg(test)]
mod tests {
    use super::Templates;

    #[test]
    fn paths_and_their_templates() {
        let mut templates = Templates::published();
        templates.add("/api/system/connections/{id}/syncs");
        for (path, template) in [
            ("/api/erp/vendors?page=2", "/api/erp/vendors"),
            ("/api/erp/vendors/V-1", "/api/erp/vendors/{key}"),
            ("/api/system/connections/con%2F1/token", "/api/system/connections/{id}/token"),
            ("/api/system/connections/con_1/syncs?x#y", "/api/system/connections/{id}/syncs"),
            ("/api/system/connections/", "/api/system/connections/"),
            ("/v2/orders/17/lines/6f1c2f6e-9d0b", "/v2/orders/{id}/lines/{id}"),
            ("/", "/"),
            ("", "/"),
        ] {
            assert_eq!(&*templates.of(path), template, "{path}");
        }
    }
}
