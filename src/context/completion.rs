//! The cache that completion reads: IDs and names that commands have shown, for each platform.

use std::collections::{BTreeMap, HashSet};
use std::path::{Path, PathBuf};

use crate::files;
use crate::settings::Settings;
use crate::view::{Kinds, most_of_all};

/// Maximum number of entries of a kind of which the newest are enough, such as requests.
const MOST: usize = 300;

/// In bytes. A longer file is not one that this program wrote.
const LARGEST: u64 = 4 << 20;

/// Entries of all platforms, by a name for each.
type Platforms = BTreeMap<String, Kinds>;

fn file(settings: &Settings) -> Option<PathBuf> {
    settings.paths.cache().ok().map(|folder| folder.join("completion.json"))
}

/// Returns a name for the platform and account that these settings are about.
fn platform(settings: &Settings) -> String {
    if settings.is_on("sandbox") {
        "sandbox".to_owned()
    } else {
        format!("{} {}", settings.profile(), settings.text("server"))
    }
}

fn read_all(path: &Path) -> Platforms {
    files::read(path, LARGEST).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok()).unwrap_or_default()
}

/// Returns what was shown of the platform that these settings are about. Neither network nor secret store is used.
pub fn known(settings: &Settings) -> Kinds {
    file(settings).and_then(|path| read_all(&path).remove(&platform(settings))).unwrap_or_default()
}

/// Adds what a command has shown. Without the file, completion offers less; so a failure is ignored.
pub(super) fn add(settings: &Settings, shown: Kinds) {
    let Some(path) = file(settings).filter(|_| !shown.is_empty()) else { return };
    let mut all = read_all(&path);
    let kinds = all.entry(platform(settings)).or_default();
    let before = kinds.clone();
    for (kind, entries) in shown {
        let most = most_of_all(&kind).unwrap_or(MOST);
        let known = kinds.entry(kind).or_default();
        let new: HashSet<&String> = entries.iter().map(|(id, _)| id).collect();
        known.retain(|(id, _)| !new.contains(id));
        known.splice(0..0, entries);
        known.truncate(most);
    }
    if *kinds == before {
        return;
    }
    let folder = path.parent().unwrap_or(&path);
    let written =
        files::create_private_folder(folder).and_then(|()| files::replace_private(&path, &serde_json::to_vec(&all)?));
    written.ok();
}
