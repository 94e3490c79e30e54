//! What was built: version, commit, target, features.

use serde::Serialize;

/// This build.
#[derive(Serialize)]
pub struct Build {
    /// Version of the program.
    pub version: &'static str,
    /// Commit, where the build was given it.
    pub commit: Option<&'static str>,
    /// Target triple.
    pub target: String,
    /// Features that are built in.
    pub features: &'static [&'static str],
}

impl Build {
    /// Returns the facts of the running program.
    pub fn of_this() -> Self {
        Self {
            version: env!("CARGO_PKG_VERSION"),
            commit: option_env!("MAKINI_COMMIT").filter(|commit| !commit.is_empty()),
            target: target(),
            features: FEATURES,
        }
    }
}

const FEATURES: &[&str] = &[
    #[cfg(feature = "sandbox")]
    "sandbox",
];

/// Returns the target triple, put together from what the compiler tells the program.
fn target() -> String {
    let environment = if cfg!(target_env = "gnu") {
        "gnu"
    } else if cfg!(target_env = "musl") {
        "musl"
    } else if cfg!(target_env = "msvc") {
        "msvc"
    } else {
        ""
    };
    let (vendor, system) = match std::env::consts::OS {
        "macos" => ("apple", "darwin"),
        "windows" => ("pc", "windows"),
        system => ("unknown", system),
    };
    let triple = format!("{}-{vendor}-{system}-{environment}", std::env::consts::ARCH);
    triple.trim_end_matches('-').to_owned()
}
