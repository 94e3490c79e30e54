//! The folders this program uses: XDG on Linux, the native ones elsewhere.

use std::path::{Path, PathBuf};

use thiserror::Error;

use super::env::Env;
use crate::exit::Exit;
use crate::failure::Classify;

/// The folders of this program; each may be missing.
///
/// A home folder that does not exist counts as none. System accounts are given such a home on purpose (`/nonexistent`),
/// and one that the superuser created by accident would be found by every later program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paths {
    config: Folder,
    state: Folder,
    data: Folder,
    cache: Folder,
}

type Folder = Result<PathBuf, NoFolder>;

/// Why there is no folder.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub enum NoFolder {
    /// There is no home folder, and no variable that names the folder.
    #[error("there is no folder for {what}: {tried}")]
    NoHome {
        /// What it is for.
        what: &'static str,
        /// What was looked at.
        tried: String,
        /// The variable that names it.
        variable: &'static str,
    },
    /// The variable names it by a relative path, which is another folder in each working directory.
    #[error("`{variable}` is not an absolute path: `{}` would be another folder in each working directory", path.display())]
    Relative {
        /// The variable.
        variable: &'static str,
        /// Its value.
        path: PathBuf,
    },
}

impl Classify for NoFolder {
    fn exit(&self) -> Exit {
        match self {
            Self::NoHome { .. } => Exit::Local,
            Self::Relative { .. } => Exit::Usage,
        }
    }

    fn hint(&self) -> Option<String> {
        match self {
            Self::NoHome { variable, .. } => Some(format!("set HOME, or {variable} to a folder of yours")),
            Self::Relative { variable, path } => Some(format!(
                "`export {variable}=\"$PWD\"/{}` names the one in this directory",
                shell_words::quote(&path.to_string_lossy())
            )),
        }
    }
}

impl Paths {
    /// Finds the folders from the environment. None is created.
    pub fn find(env: &Env) -> Self {
        Self {
            config: folder(env, CONFIG, "MAKINI_CONFIG_DIR", &native::CONFIG),
            state: folder(env, STATE, "MAKINI_STATE_DIR", &native::STATE),
            data: folder(env, DATA, "MAKINI_DATA_DIR", &native::DATA),
            cache: folder(env, CACHE, "MAKINI_CACHE_DIR", &native::CACHE),
        }
    }

    /// Refuses variables that name a folder by a relative path.
    ///
    /// # Errors
    /// [`NoFolder::Relative`].
    pub fn refuse_relative(&self) -> Result<(), NoFolder> {
        let refused = self.all().into_iter().find_map(|folder| match folder {
            Err(error @ NoFolder::Relative { .. }) => Some(error.clone()),
            _ => None,
        });
        refused.map_or(Ok(()), Err)
    }

    /// Returns what is done without because there is no home folder, as one sentence.
    pub fn missing(&self) -> Option<String> {
        let missing: Vec<&str> = self
            .all()
            .into_iter()
            .filter_map(|folder| match folder {
                Err(NoFolder::NoHome { what, .. }) => Some(*what),
                _ => None,
            })
            // One folder is for two things, and each is named by itself in a list.
            .flat_map(|what| what.split(" and "))
            .map(|what| what.strip_prefix("the ").unwrap_or(what))
            .collect();
        let (last, others) = missing.split_last()?;
        let list = if others.is_empty() { (*last).to_owned() } else { format!("{} and {last}", others.join(", ")) };
        Some(format!("there is no home folder, so there is no folder for {list}: set {}", native::HOME))
    }

    fn all(&self) -> [&Folder; 4] {
        [&self.config, &self.state, &self.data, &self.cache]
    }

    /// The folder of `config.toml` and the encrypted secrets file.
    ///
    /// # Errors
    /// There is none, as for all of these.
    pub fn config(&self) -> Result<&Path, NoFolder> {
        found(&self.config)
    }

    /// The folder of the journal and of locks.
    ///
    /// # Errors
    /// There is none.
    pub fn state(&self) -> Result<&Path, NoFolder> {
        found(&self.state)
    }

    /// The folder of the sandbox and the webhook inbox.
    ///
    /// # Errors
    /// There is none.
    pub fn data(&self) -> Result<&Path, NoFolder> {
        found(&self.data)
    }

    /// The folder of content that can be fetched again.
    ///
    /// # Errors
    /// There is none.
    pub fn cache(&self) -> Result<&Path, NoFolder> {
        found(&self.cache)
    }

    /// The user's configuration file.
    ///
    /// # Errors
    /// There is no folder for it.
    pub fn config_file(&self) -> Result<PathBuf, NoFolder> {
        Ok(self.config()?.join("config.toml"))
    }

    /// The journal.
    ///
    /// # Errors
    /// There is no folder for it.
    pub fn journal_file(&self) -> Result<PathBuf, NoFolder> {
        Ok(self.state()?.join("journal.db"))
    }

    /// The encrypted secrets file, unless the user names another.
    ///
    /// # Errors
    /// There is no folder for it.
    pub fn secrets_file(&self) -> Result<PathBuf, NoFolder> {
        Ok(self.config()?.join("secrets.age"))
    }

    /// State of the embedded sandbox.
    ///
    /// # Errors
    /// There is no folder for it.
    pub fn sandbox_file(&self) -> Result<PathBuf, NoFolder> {
        Ok(self.data()?.join("sandbox.db"))
    }

    /// The inbox of webhooks, unless the user names another.
    ///
    /// # Errors
    /// There is no folder for it.
    pub fn inbox_file(&self) -> Result<PathBuf, NoFolder> {
        Ok(self.data()?.join("inbox.db"))
    }
}

fn found(folder: &Folder) -> Result<&Path, NoFolder> {
    folder.as_deref().map_err(Clone::clone)
}

const CONFIG: &str = "the configuration";
const STATE: &str = "the journal";
const DATA: &str = "the sandbox and the inbox";
const CACHE: &str = "the cache";

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

fn folder(env: &Env, what: &'static str, variable: &'static str, native: &Native) -> Folder {
    if let Some(path) = env.path(variable) {
        return if path.is_absolute() { Ok(path) } else { Err(NoFolder::Relative { variable, path }) };
    }
    // The XDG rule: a relative path is invalid and ignored.
    let absolute = |path: PathBuf| path.is_absolute().then_some(path);
    if let Some(base) = env.path(native.base).and_then(absolute) {
        return Ok(base.join(native.name));
    }
    match env.path(native::HOME).and_then(absolute) {
        Some(home) if home.is_dir() => Ok(home.join(Path::new(native.below_home)).join(native.name)),
        home => {
            let tried = match home {
                Some(home) => format!(
                    "{variable} and {} are not set to an absolute path, and the home folder `{}` does not exist",
                    native.base,
                    home.display()
                ),
                None => format!("{variable}, {} and {} are not set to an absolute path", native.base, native::HOME),
            };
            Err(NoFolder::NoHome { what, tried, variable })
        }
    }
}

#[cfg(all(test, not(any(windows, target_os = "macos"))))]
mod tests {
    use super::*;

    #[test]
    fn folders_follow_the_environment() {
        let home = tempfile::tempdir().expect("a folder");
        let env = Env::of([("HOME", home.path().as_os_str()), ("XDG_STATE_HOME", "/s".as_ref())]);
        let paths = Paths::find(&env);
        assert_eq!(paths.config(), Ok(home.path().join(".config/makini").as_path()));
        assert_eq!(paths.state(), Ok(Path::new("/s/makini")));
        let env = Env::of([("HOME", home.path().as_os_str()), ("XDG_DATA_HOME", "relative".as_ref())]);
        assert_eq!(Paths::find(&env).data(), Ok(home.path().join(".local/share/makini").as_path()));
        assert_eq!(paths.missing(), None);
    }

    #[test]
    fn without_a_home_what_was_tried_is_named() {
        let tried = |env| Paths::find(&env).config().expect_err("no home").to_string();
        assert_eq!(
            tried(Env::default()),
            "there is no folder for the configuration: MAKINI_CONFIG_DIR, XDG_CONFIG_HOME and HOME are not set to an \
             absolute path"
        );
        // Nothing is created there, even by root.
        assert_eq!(
            tried(Env::of([("HOME", "/nonexistent")])),
            "there is no folder for the configuration: MAKINI_CONFIG_DIR and XDG_CONFIG_HOME are not set to an absolute \
             path, and the home folder `/nonexistent` does not exist"
        );
        let some = Paths::find(&Env::of([("MAKINI_CONFIG_DIR", "/c"), ("MAKINI_DATA_DIR", "/d")]));
        assert_eq!(
            some.missing().as_deref(),
            Some("there is no home folder, so there is no folder for journal and cache: set HOME")
        );
    }

    #[test]
    fn a_relative_folder_is_refused() {
        let paths = Paths::find(&Env::of([("HOME", "/"), ("MAKINI_DATA_DIR", "state dir")]));
        let error = paths.refuse_relative().expect_err("relative");
        assert_eq!((error.exit(), Some(&error)), (Exit::Usage, paths.data().err().as_ref()));
        let hint = error.hint().expect("a command");
        assert!(hint.contains("export MAKINI_DATA_DIR=\"$PWD\"/'state dir'"), "{hint}");
    }
}
