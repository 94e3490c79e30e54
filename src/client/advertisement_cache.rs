//! Cache of what servers advertise beyond the published API, kept for a day.

use std::path::PathBuf;

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use super::server_url::ServerUrl;
use crate::api::operation::{Advertisement, Endpoint};
use crate::files;

/// How long an entry is used.
const LIFETIME: SignedDuration = SignedDuration::from_hours(24);

/// In bytes. A longer file is not one that [`FileCache`] wrote.
const LARGEST: u64 = 1 << 20;

/// Caches advertisements. Calls may block for a small file.
pub trait AdvertisementCache: Send + Sync {
    /// Returns the entry, if there is one and it is not too old: `Some(None)` is a server that advertises nothing.
    fn get(&self, server: &ServerUrl, now: Timestamp) -> Option<Option<Advertisement>>;

    /// Stores an entry. A failure is ignored: the advertisement is fetched again the next time.
    fn put(&self, server: &ServerUrl, known: Option<&Advertisement>, now: Timestamp);
}

/// Caches in one small file per server.
pub struct FileCache {
    folder: PathBuf,
}

#[derive(Serialize, Deserialize)]
struct Entry {
    server: String,
    at: Timestamp,
    advertisement: Option<Advertisement>,
}

impl FileCache {
    /// Stores files in a folder, which is created when it is needed.
    pub fn new(folder: PathBuf) -> Self {
        Self { folder }
    }

    fn file(&self, server: &ServerUrl) -> PathBuf {
        let digest = Sha256::digest(server.to_string());
        let name = digest.iter().take(8).fold(0_u64, |name, byte| name << 8 | u64::from(*byte));
        self.folder.join(format!("server-{name:016x}.json"))
    }
}

impl AdvertisementCache for FileCache {
    fn get(&self, server: &ServerUrl, now: Timestamp) -> Option<Option<Advertisement>> {
        let entry: Entry = serde_json::from_slice(&files::read(&self.file(server), LARGEST).ok()?).ok()?;
        let age = now.duration_since(entry.at);
        // A time in the future means that the clock was wrong, then or now.
        let fresh = age >= SignedDuration::ZERO && age < LIFETIME;
        (fresh && entry.server == server.to_string()).then_some(entry.advertisement)
    }

    fn put(&self, server: &ServerUrl, known: Option<&Advertisement>, now: Timestamp) {
        let entry = Entry { server: server.to_string(), at: now, advertisement: known.cloned() };
        let written = files::create_private_folder(&self.folder)
            .and_then(|()| files::replace_private(&self.file(server), &serde_json::to_vec(&entry)?));
        // Without it the next command sends the request again.
        written.ok();
    }
}

/// Returns whether an advertised endpoint may be called: a known method, and a path that stays on the server.
pub(super) fn is_callable(endpoint: &Endpoint) -> bool {
    Endpoint::parse(&format!("{} {}", endpoint.method, endpoint.path)).as_ref() == Some(endpoint)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_and_one_server() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let cache = FileCache::new(folder.path().join("deep").join("er"));
        let one = ServerUrl::parse("https://one.example").expect("valid");
        let two = ServerUrl::parse("https://two.example").expect("valid");
        let start: Timestamp = "2026-01-01T00:00:00Z".parse().expect("constant");
        let later = |hours| start + SignedDuration::from_hours(hours);
        assert_eq!(cache.get(&one, start), None);
        let known = Advertisement { api_version: Some("1".into()), ..Advertisement::default() };
        cache.put(&one, Some(&known), start);
        cache.put(&two, None, start);
        assert_eq!(cache.get(&one, later(23)), Some(Some(known)));
        assert_eq!(cache.get(&two, later(23)), Some(None));
        assert_eq!(cache.get(&one, later(24)), None, "too old");
        assert_eq!(cache.get(&one, later(-1)), None, "from the future");
        std::fs::write(cache.file(&one), "{").expect("writable");
        assert_eq!(cache.get(&one, start), None, "damaged");
    }

    #[test]
    fn a_server_cannot_name_another() {
        let endpoint = |method: &str, path: &str| Endpoint { method: method.into(), path: path.into() };
        assert!(is_callable(&endpoint("POST", "/x/{id}")));
        for (method, path) in [
            ("GET", "//evil/x"),
            ("GET", "https://evil"),
            ("GET", "x"),
            ("GET", "/a b"),
            ("CONNECT", "/x"),
            ("get", "/x"),
        ] {
            assert!(!is_callable(&endpoint(method, path)), "{method} {path}");
        }
    }
}
