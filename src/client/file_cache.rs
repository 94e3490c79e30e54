//! Cache of answers that change rarely and are asked for often: what a server advertises, and its catalogue.

use std::path::PathBuf;

use jiff::{SignedDuration, Timestamp};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use super::server_url::ServerUrl;
use crate::api::operation::Advertisement;
use crate::api::systems::Platform;
use crate::files;

/// An answer that is kept.
pub trait Kept: Serialize + DeserializeOwned {
    /// Beginning of the name of its files.
    const NAME: &'static str;
    /// How long it is used.
    const LIFETIME: SignedDuration;
    /// In bytes. A longer file is not one that [`FileCache`] wrote.
    const LARGEST: u64;
    /// Whether another login may get another answer.
    const IS_OF_LOGIN: bool;
}

/// What a server advertises; none for one that advertises nothing.
impl Kept for Option<Advertisement> {
    const NAME: &'static str = "server";
    const LIFETIME: SignedDuration = SignedDuration::from_hours(24);
    const LARGEST: u64 = 1 << 20;
    const IS_OF_LOGIN: bool = false;
}

/// The catalogue of systems.
impl Kept for Vec<Platform> {
    const NAME: &'static str = "systems";
    const LIFETIME: SignedDuration = SignedDuration::from_hours(1);
    const LARGEST: u64 = 64 << 20;
    const IS_OF_LOGIN: bool = true;
}

/// Keeps answers in files, one for each server, and login where that matters. Calls block for as long as a file takes.
pub struct FileCache {
    folder: PathBuf,
    login: String,
}

#[derive(Serialize, Deserialize)]
struct Entry<T> {
    server: String,
    #[serde(default)]
    login: String,
    at: Timestamp,
    answer: T,
}

impl FileCache {
    /// Keeps files in a folder, which is created when it is needed, for the login that this text stands for.
    pub fn new(folder: PathBuf, login: String) -> Self {
        Self { folder, login }
    }

    fn key<T: Kept>(&self, server: &ServerUrl) -> (String, String) {
        (server.to_string(), if T::IS_OF_LOGIN { self.login.clone() } else { String::new() })
    }

    fn file<T: Kept>(&self, server: &ServerUrl) -> PathBuf {
        let (server, login) = self.key::<T>(server);
        let key = if login.is_empty() { server } else { format!("{server}\n{login}") };
        let name = Sha256::digest(key).iter().take(8).fold(0_u64, |name, byte| name << 8 | u64::from(*byte));
        self.folder.join(format!("{}-{name:016x}.json", T::NAME))
    }

    /// Returns the answer, if there is one and it is not too old.
    pub fn get<T: Kept>(&self, server: &ServerUrl, now: Timestamp) -> Option<T> {
        let bytes = files::read(&self.file::<T>(server), T::LARGEST).ok()?;
        let entry: Entry<T> = serde_json::from_slice(&bytes).ok()?;
        let age = now.duration_since(entry.at);
        // A time in the future means that the clock was wrong, then or now.
        let is_fresh = age >= SignedDuration::ZERO && age < T::LIFETIME;
        (is_fresh && (entry.server, entry.login) == self.key::<T>(server)).then_some(entry.answer)
    }

    /// Keeps an answer. A failure is ignored: the next command sends the request again.
    pub fn put<T: Kept>(&self, server: &ServerUrl, answer: &T, now: Timestamp) {
        let (of_server, login) = self.key::<T>(server);
        let entry = Entry { server: of_server, login, at: now, answer };
        let written = files::create_private_folder(&self.folder)
            .and_then(|()| files::replace_private(&self.file::<T>(server), &serde_json::to_vec(&entry)?));
        written.ok();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_and_one_server() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let cache = FileCache::new(folder.path().join("deep").join("er"), "one".into());
        let one = ServerUrl::parse("https://one.example").expect("valid");
        let two = ServerUrl::parse("https://two.example").expect("valid");
        let start: Timestamp = "2026-01-01T00:00:00Z".parse().expect("constant");
        let later = |hours| start + SignedDuration::from_hours(hours);
        assert_eq!(cache.get::<Option<Advertisement>>(&one, start), None);
        let known = Advertisement { api_version: Some("1".into()), ..Advertisement::default() };
        cache.put(&one, &Some(known.clone()), start);
        cache.put(&two, &None::<Advertisement>, start);
        assert_eq!(cache.get(&one, later(23)), Some(Some(known)));
        assert_eq!(cache.get::<Option<Advertisement>>(&two, later(23)), Some(None));
        assert_eq!(cache.get::<Option<Advertisement>>(&one, later(24)), None, "too old");
        assert_eq!(cache.get::<Option<Advertisement>>(&one, later(-1)), None, "from the future");
        std::fs::write(cache.file::<Option<Advertisement>>(&one), "{").expect("writable");
        assert_eq!(cache.get::<Option<Advertisement>>(&one, start), None, "damaged");
    }

    #[test]
    fn an_hour_and_one_login() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let new = |login: &str| FileCache::new(folder.path().into(), login.into());
        let server = ServerUrl::parse("https://one.example").expect("valid");
        let start: Timestamp = "2026-01-01T00:00:00Z".parse().expect("constant");
        let systems = vec![Platform { slug: Some("sap".into()), ..Platform::default() }];
        new("one").put(&server, &systems, start);
        new("one").put(&server, &None::<Advertisement>, start);
        let get = |login: &str, minutes| new(login).get(&server, start + SignedDuration::from_mins(minutes));
        assert_eq!((get("one", 59), get("one", 60)), (Some(systems), None));
        assert_eq!(get("two", 1), None);
        assert_eq!(new("two").get(&server, start), Some(None::<Advertisement>), "every login gets the same");
    }
}
