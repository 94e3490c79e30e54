//! The folders this program uses: XDG on Linux, the native ones elsewhere.

use std::path::{Path, PathBuf};

use thiserror::Error;

use super::env::Env;
use crate::exit::Exit;
use crate::failure::Classify;

/// The folders of this program.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Paths {
    /// `config.toml`, the encrypted secrets file.
    pub config: PathBuf,
    /// The journal, locks.
    pub state: PathBuf,
    /// The sandbox, the webhook inbox.
    pub data: PathBuf,
    /// Content that can be fetched again.
    pub cache: PathBuf,
}

/// There is no home folder, and no variable that names the folder.
#[derive(Debug, Error)]
#[error("there is no folder for {what}: {tried} not set to an absolute path")]
pub struct NoFolder {
    what: &'static str,
    tried: String,
    variable: &'static str,
}

impl Classify for NoFolder {
    fn exit(&self) -> Exit {
        Exit::Local
    }

    fn hint(&self) -> Option<String> {
        Some(format!("set HOME, or {} to a folder of yours", self.variable))
    }
}

impl Paths {
    /// Finds the folders from the environment.
    pub fn find(env: &Env) -> Result<Self, NoFolder> {
        Ok(Self {
            config: folder(env, "the configuration", "MAKINI_CONFIG_DIR", &native::CONFIG)?,
            state: folder(env, "the journal", "MAKINI_STATE_DIR", &native::STATE)?,
            data: folder(env, "the sandbox and the inbox", "MAKINI_DATA_DIR", &native::DATA)?,
            cache: folder(env, "the cache", "MAKINI_CACHE_DIR", &native::CACHE)?,
        })
    }

    /// The user's configuration file.
    pub fn config_file(&self) -> PathBuf {
        self.config.join("config.toml")
    }

    /// The journal.
    pub fn journal_file(&self) -> PathBuf {
        self.state.join("journal.db")
    }

    /// The encrypted secrets file, unless the user names another.
    pub fn secrets_file(&self) -> PathBuf {
        self.config.join("secrets.age")
    }

    /// State of the embedded sandbox.
    pub fn sandbox_file(&self) -> PathBuf {
        self.data.join("sandbox.db")
    }

    /// The inbox of webhooks, unless the user names another.
    pub fn inbox_file(&self) -> PathBuf {
        self.data.join("inbox.db")
    }
}

struct Native {
    /// A variable that names the base folder, as `XDG_CONFIG_HOME`.
    base: &'static str,
    /// The base folder below the home folder when that is not set.
    below_home: &'static str,
    /// The folder of this program in it.
    name: &'static str,
}

#[cfg(not(any(windows, target_os = "macos")))]
mod native {
    use super::Native;
    pub(super) const HOME: &str = "HOME";
    pub(super) const CONFIG: Native = Native { base: "XDG_CONFIG_HOME", below_home: ".config", name: "makini" };
    pub(super) const STATE: Native = Native { base: "XDG_STATE_HOME", below_home: ".local/state", name: "makini" };
    pub(super) const DATA: Native = Native { base: "XDG_DATA_HOME", below_home: ".local/share", name: "makini" };
    pub(super) const CACHE: Native = Native { base: "XDG_CACHE_HOME", below_home: ".cache", name: "makini" };
}

#[cfg(target_os = "macos")]
mod native {
    use super::Native;
    const SUPPORT: &str = "Library/Application Support";
    pub(super) const HOME: &str = "HOME";
    pub(super) const CONFIG: Native = Native { base: "XDG_CONFIG_HOME", below_home: SUPPORT, name: "makini" };
    pub(super) const STATE: Native = Native { base: "XDG_STATE_HOME", below_home: SUPPORT, name: "makini/state" };
    pub(super) const DATA: Native = Native { base: "XDG_DATA_HOME", below_home: SUPPORT, name: "makini/data" };
    pub(super) const CACHE: Native = Native { base: "XDG_CACHE_HOME", below_home: "Library/Caches", name: "makini" };
}

#[cfg(windows)]
mod native {
    use super::Native;
    pub(super) const HOME: &str = "USERPROFILE";
    pub(super) const CONFIG: Native = Native { base: "APPDATA", below_home: "AppData\\Roaming", name: "makini" };
    pub(super) const STATE: Native =
        Native { base: "LOCALAPPDATA", below_home: "AppData\\Local", name: "makini\\state" };
    pub(super) const DATA: Native = Native { base: "LOCALAPPDATA", below_home: "AppData\\Local", name: "makini\\data" };
    pub(super) const CACHE: Native =
        Native { base: "LOCALAPPDATA", below_home: "AppData\\Local", name: "makini\\cache" };
}

fn folder(env: &Env, what: &'static str, variable: &'static str, native: &Native) -> Result<PathBuf, NoFolder> {
    if let Some(folder) = env.path(variable) {
        return Ok(folder);
    }
    // The XDG rule: a relative path is invalid and ignored.
    let absolute = |path: PathBuf| path.is_absolute().then_some(path);
    let base = env.path(native.base).and_then(absolute);
    let base =
        base.or_else(|| env.path(native::HOME).and_then(absolute).map(|home| home.join(Path::new(native.below_home))));
    base.map(|base| base.join(native.name)).ok_or_else(|| NoFolder {
        what,
        tried: format!("{variable}, {} and {} are", native.base, native::HOME),
        variable,
    })
}

#[cfg(all(test, not(any(windows, target_os = "macos"))))]
mod tests {
    use super::*;

    #[test]
    fn folders_follow_the_environment() {
        let paths = Paths::find(&Env::of([("HOME", "/h"), ("XDG_STATE_HOME", "/s"), ("XDG_DATA_HOME", "relative")]));
        let paths = paths.expect("found");
        assert_eq!(paths.config, Path::new("/h/.config/makini"));
        assert_eq!(paths.state, Path::new("/s/makini"));
        assert_eq!(paths.data, Path::new("/h/.local/share/makini"));
        let error = Paths::find(&Env::default()).expect_err("no home");
        assert_eq!(
            error.to_string(),
            "there is no folder for the configuration: MAKINI_CONFIG_DIR, XDG_CONFIG_HOME and HOME are not set to an absolute path"
        );
    }
}
