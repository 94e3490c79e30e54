//! Files are opened for writing in one place.

use std::fs;

use crate::layers::{root, source_files};

/// What creates a file or folder, or opens one for writing. `files` does it for everybody, and SQLite for itself.
const WRITERS: &[&str] = &[
    "fs::write(",
    "fs::rename(",
    "fs::copy(",
    "fs::hard_link(",
    "create_dir",
    "DirBuilder",
    "OpenOptions",
    "File::create",
    "File::options",
    "NamedTempFile",
    "SpooledTempFile",
    "tempfile_in(",
    "tempdir_in(",
    "tempfile::tempfile(",
    "tempfile::tempdir(",
    "tempfile::Builder",
];

#[test]
fn only_files_opens_files_for_writing() {
    let source = root().join("src");
    let mut broken = Vec::new();
    for path in source_files(&source) {
        let inside = path.strip_prefix(&source).expect("below src").to_string_lossy().into_owned();
        let is_test = inside.split(['/', '.']).any(|part| part == "tests");
        if is_test || inside.starts_with("files/") {
            continue;
        }
        let text = fs::read_to_string(&path).expect("readable");
        // Tests in a module of the file come last.
        let code = text.split("\nmod tests {").next().unwrap_or_default();
        for (number, line) in code.lines().enumerate() {
            let line = line.split_once("//").map_or(line, |(line, _)| line);
            if let Some(writer) = WRITERS.iter().find(|writer| line.contains(**writer)) {
                broken.push(format!("{inside}:{}: `{writer}` belongs into `files`", number + 1));
            }
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
    let known = fs::read_to_string(source.join("files/write.rs")).expect("readable");
    assert!(WRITERS.iter().any(|writer| known.contains(writer)), "the rule looks for what `files` uses");
}
