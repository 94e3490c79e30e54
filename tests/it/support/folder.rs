//! What is in a folder, to see that a command has changed nothing.

use std::collections::BTreeMap;
use std::path::Path;

/// Returns the files under a folder and what is in them, without files and folders whose name `is_skipped` takes.
pub fn contents(folder: &Path, is_skipped: fn(&str) -> bool) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut open = vec![folder.to_owned()];
    while let Some(folder) = open.pop() {
        for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if is_skipped(&entry.file_name().to_string_lossy()) {
                continue;
            }
            if path.is_dir() {
                open.push(path);
            } else {
                found.insert(path.display().to_string(), std::fs::read(&path).unwrap_or_default());
            }
        }
    }
    found
}
