//! A support bundle: what somebody else needs to find out what happened here, in one file.
//!
//! It is a compressed archive (`tar.gz`) that any tool opens. Its first file is `manifest.json`: who made it, when, from what,
//! and size and SHA-256 of every other file. [`Bundle::read`] believes nothing else: a file that is not in the manifest, is
//! missing or differs is an error, nothing is ever written to the disk, and no bundle is larger than [`LARGEST`].

use std::io::{self, Read as _, Write as _};

use flate2::Compression;
use flate2::bufread::GzDecoder;
use flate2::write::GzEncoder;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use thiserror::Error;

use crate::hex;

/// The largest bundle, uncompressed, in bytes.
pub const LARGEST: u64 = 64 << 20;
/// Name and version of the manifest.
const SCHEMA: &str = "makini/support.bundle/1";
/// The folder of all files in the archive, so that unpacking it makes one folder.
const FOLDER: &str = "makini-support/";
const MANIFEST: &str = "manifest.json";

/// What is in a bundle.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// Name and version of this form.
    pub schema: String,
    /// Version of the program that made it.
    pub version: String,
    /// When it was made, RFC 3339.
    pub created_at: String,
    /// The profile it was made with.
    pub profile: String,
    /// The server of that profile.
    pub server: String,
    /// The request that it is about, if it is about one.
    pub request_id: Option<String>,
    /// Start of the time that requests were taken from, RFC 3339.
    pub since: Option<String>,
    /// Every other file.
    pub files: Vec<Entry>,
    /// What could not be collected, each with the reason.
    pub missing: Vec<String>,
}

/// A file in a bundle.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Its name.
    pub name: String,
    /// What it holds.
    pub about: String,
    /// Number of its lines, where each is one item.
    pub items: Option<u64>,
    /// Bytes.
    pub bytes: u64,
    /// SHA-256 of its content, in hexadecimal digits.
    pub sha256: String,
}

/// A file to be put into a bundle, or that was in one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Its name.
    pub name: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// A bundle: its manifest and its files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bundle {
    /// What is in it.
    pub manifest: Manifest,
    /// The files, in the order of the manifest.
    pub parts: Vec<Part>,
}

/// Why a file is no bundle.
#[derive(Debug, Error)]
pub enum Error {
    /// It is no archive, or one that ends too early.
    #[error("it is no support bundle: {0}")]
    Unreadable(#[from] io::Error),
    /// It is larger than a bundle may be.
    #[error("it is larger than {} MiB", LARGEST >> 20)]
    TooLarge,
    /// It has no manifest that can be read.
    #[error("it is no support bundle: {0}")]
    NoManifest(String),
    /// A newer program made it.
    #[error("a newer version of makini made it (`{0}`)")]
    Newer(String),
    /// A file is not as the manifest has it.
    #[error("`{0}` is not as the manifest has it: the bundle was changed or damaged")]
    Changed(String),
}

impl Manifest {
    /// Returns a manifest without files.
    pub fn new(version: &str, created_at: String, profile: &str, server: String) -> Self {
        Self {
            schema: SCHEMA.into(),
            version: version.into(),
            created_at,
            profile: profile.into(),
            server,
            request_id: None,
            since: None,
            files: Vec::new(),
            missing: Vec::new(),
        }
    }
}

impl Bundle {
    /// Begins a bundle.
    pub const fn new(manifest: Manifest) -> Self {
        Self { manifest, parts: Vec::new() }
    }

    /// Adds one document.
    ///
    /// # Errors
    /// When it has no form in JSON.
    pub fn document(&mut self, name: &str, about: &str, value: &impl Serialize) -> serde_json::Result<()> {
        let mut bytes = serde_json::to_vec_pretty(value)?;
        bytes.push(b'\n');
        self.add(name, about, None, bytes);
        Ok(())
    }

    /// Adds a list, one line for each item.
    ///
    /// # Errors
    /// When an item has no form in JSON.
    pub fn lines<T: Serialize>(&mut self, name: &str, about: &str, items: &[T]) -> serde_json::Result<()> {
        let mut bytes = Vec::new();
        for item in items {
            serde_json::to_writer(&mut bytes, item)?;
            bytes.push(b'\n');
        }
        self.add(name, about, Some(items.len() as u64), bytes);
        Ok(())
    }

    fn add(&mut self, name: &str, about: &str, items: Option<u64>, bytes: Vec<u8>) {
        let (name, about, sha256) = (name.to_owned(), about.to_owned(), digest(&bytes));
        self.manifest.files.push(Entry { name: name.clone(), about, items, bytes: bytes.len() as u64, sha256 });
        self.parts.push(Part { name, bytes });
    }

    /// Returns the file of this name.
    pub fn part(&self, name: &str) -> Option<&Part> {
        self.parts.iter().find(|part| part.name == name)
    }

    /// Returns the archive.
    ///
    /// # Errors
    /// None at present: it writes to memory only.
    pub fn pack(&self) -> io::Result<Vec<u8>> {
        let mut archive = tar::Builder::new(GzEncoder::new(Vec::new(), Compression::default()));
        let mut manifest = serde_json::to_vec_pretty(&self.manifest)?;
        manifest.push(b'\n');
        let manifest = Part { name: MANIFEST.into(), bytes: manifest };
        for part in std::iter::once(&manifest).chain(&self.parts) {
            let mut header = tar::Header::new_gnu();
            header.set_size(part.bytes.len() as u64);
            header.set_mode(0o600);
            archive.append_data(&mut header, format!("{FOLDER}{}", part.name), part.bytes.as_slice())?;
        }
        let mut packed = archive.into_inner()?;
        packed.flush()?;
        packed.finish()
    }

    /// Reads an archive into memory, and compares it with its manifest.
    ///
    /// # Errors
    /// [`enum@Error`]; nothing of a bundle that differs from its manifest is returned.
    pub fn read(packed: &[u8]) -> Result<Self, Error> {
        let mut whole = Vec::new();
        let mut archive = GzDecoder::new(packed).take(LARGEST + 1);
        archive.read_to_end(&mut whole)?;
        if whole.len() as u64 > LARGEST {
            return Err(Error::TooLarge);
        }
        if !archive.into_inner().into_inner().is_empty() {
            return Err(io::Error::other("something follows its end").into());
        }
        let mut parts = Vec::new();
        for entry in tar::Archive::new(whole.as_slice()).entries()? {
            let mut entry = entry?;
            let path = entry.path()?.to_string_lossy().into_owned();
            let name = path.strip_prefix(FOLDER).unwrap_or(&path).to_owned();
            let mut bytes = Vec::new();
            entry.read_to_end(&mut bytes)?;
            parts.push(Part { name, bytes });
        }
        let place = parts.iter().position(|part| part.name == MANIFEST);
        let place = place.ok_or_else(|| Error::NoManifest(format!("it has no {MANIFEST}")))?;
        let manifest = manifest(&parts.remove(place).bytes)?;
        check(&manifest, &parts)?;
        Ok(Self { manifest, parts })
    }
}

/// Parses a manifest of this version.
fn manifest(bytes: &[u8]) -> Result<Manifest, Error> {
    #[derive(Deserialize)]
    struct Head {
        schema: String,
    }
    let wrong = |error: serde_json::Error| Error::NoManifest(error.to_string());
    let head: Head = serde_json::from_slice(bytes).map_err(wrong)?;
    match head.schema.as_str() {
        SCHEMA => serde_json::from_slice(bytes).map_err(wrong),
        newer if newer.starts_with("makini/support.bundle/") => Err(Error::Newer(newer.to_owned())),
        other => Err(Error::NoManifest(format!("its form is `{other}`"))),
    }
}

/// Compares the files with the manifest: the same names in the same order, once each, and the same content.
fn check(manifest: &Manifest, parts: &[Part]) -> Result<(), Error> {
    let longest = manifest.files.len().max(parts.len());
    for number in 0..longest {
        match (manifest.files.get(number), parts.get(number)) {
            (Some(entry), Some(part)) if entry.name == part.name && entry.sha256 == digest(&part.bytes) => {}
            (Some(entry), _) => return Err(Error::Changed(entry.name.clone())),
            (None, Some(part)) => return Err(Error::Changed(part.name.clone())),
            (None, None) => {}
        }
    }
    Ok(())
}

fn digest(bytes: &[u8]) -> String {
    hex::encode(&Sha256::digest(bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bundle() -> Bundle {
        let manifest = Manifest::new("0.1.0", "2026-03-01T12:00:00Z".into(), "default", "http://127.0.0.1:9/".into());
        let mut bundle = Bundle::new(manifest);
        bundle.document("version.json", "the program", &serde_json::json!({ "version": "0.1.0" })).expect("JSON");
        bundle.lines("requests.ndjson", "requests", &[1, 2, 3]).expect("JSON");
        bundle
    }

    #[test]
    fn what_is_packed_is_read_again() {
        let made = bundle();
        let packed = made.pack().expect("memory");
        assert_eq!(Bundle::read(&packed).expect("a bundle"), made);
        assert_eq!(made.manifest.files[1].items, Some(3));
    }

    #[test]
    fn what_was_changed_or_is_no_bundle_is_refused() {
        let mut changed = bundle();
        changed.parts[1].bytes[0] = b'9';
        let error = Bundle::read(&changed.pack().expect("memory")).expect_err("changed");
        assert!(matches!(&error, Error::Changed(name) if name == "requests.ndjson"), "{error}");
        let mut more = bundle();
        more.parts.push(Part { name: "evil".into(), bytes: b"x".to_vec() });
        assert!(matches!(Bundle::read(&more.pack().expect("memory")), Err(Error::Changed(_))));
        let mut fewer = bundle();
        fewer.parts.pop();
        assert!(matches!(Bundle::read(&fewer.pack().expect("memory")), Err(Error::Changed(_))));
        let mut newer = bundle();
        newer.manifest.schema = "makini/support.bundle/2".into();
        assert!(matches!(Bundle::read(&newer.pack().expect("memory")), Err(Error::Newer(_))));
        for bytes in [&b""[..], b"nothing", &[0x1f, 0x8b, 8, 0]] {
            assert!(Bundle::read(bytes).is_err());
        }
        let mut packed = bundle().pack().expect("memory");
        packed.extend_from_slice(b"more");
        assert!(
            matches!(Bundle::read(&packed), Err(Error::Unreadable(_))),
            "what follows is not covered by the manifest"
        );
        let packed = bundle().pack().expect("memory");
        for end in [packed.len() / 2, packed.len() - 9] {
            assert!(Bundle::read(&packed[..end]).is_err(), "cut at {end}");
        }
    }

    #[test]
    fn a_bundle_that_unpacks_without_end_is_refused() {
        let mut bomb = GzEncoder::new(Vec::new(), Compression::fast());
        let zeros = vec![0; 1 << 20];
        for _ in 0..=(LARGEST >> 20) {
            bomb.write_all(&zeros).expect("memory");
        }
        assert!(matches!(Bundle::read(&bomb.finish().expect("memory")), Err(Error::TooLarge)));
    }
}
