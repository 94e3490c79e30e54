//! Whether the shell completes commands of this version.

use std::path::PathBuf;

use clap_complete::Shell;

use crate::context::Context;
use crate::diagnose::{Finding, Fix};
use crate::files;

/// Largest script that is compared.
const LARGEST: u64 = 4 * 1024 * 1024;

const CHECK: &str = "completions";

/// A place where a shell looks for a script, below a folder.
struct Place {
    shell: Shell,
    /// The variable of the folder, and where it is below the home folder without one.
    folder: (&'static str, &'static str),
    file: &'static str,
    /// How a script that this program generated begins, or what it holds.
    mark: &'static str,
}

const PLACES: &[Place] = &[
    Place {
        shell: Shell::Bash,
        folder: ("XDG_DATA_HOME", ".local/share"),
        file: "bash-completion/completions/makini",
        mark: "_makini() {",
    },
    Place { shell: Shell::Zsh, folder: ("ZDOTDIR", ""), file: ".zfunc/_makini", mark: "#compdef makini" },
    Place {
        shell: Shell::Zsh,
        folder: ("XDG_DATA_HOME", ".local/share"),
        file: "zsh/site-functions/_makini",
        mark: "#compdef makini",
    },
    Place {
        shell: Shell::Fish,
        folder: ("XDG_CONFIG_HOME", ".config"),
        file: "fish/completions/makini.fish",
        mark: "complete -c makini",
    },
];

/// Files of a shell that may let it call this program for completion.
const STARTED: &[(Shell, &str)] =
    &[(Shell::Bash, ".bashrc"), (Shell::Zsh, ".zshrc"), (Shell::Fish, ".config/fish/config.fish")];

impl Place {
    fn path(&self, ctx: &Context) -> Option<PathBuf> {
        let (variable, below) = self.folder;
        let named = ctx.env.text(variable).filter(|folder| folder.starts_with('/')).map(PathBuf::from);
        let folder = named.or_else(|| ctx.env.text("HOME").map(|home| PathBuf::from(home).join(below)))?;
        Some(folder.join(self.file))
    }
}

/// Compares the scripts that are installed with those that `generate` makes.
pub(super) fn check(ctx: &Context, generate: &dyn Fn(Shell) -> Vec<u8>) -> Finding {
    let mut fixes = Vec::new();
    let mut current = Vec::new();
    for place in PLACES {
        let Some(path) = place.path(ctx) else { continue };
        let Ok(installed) = files::read_regular(&path, LARGEST) else { continue };
        let script = generate(place.shell);
        if installed == script {
            current.push(place.shell.to_string());
        } else if String::from_utf8_lossy(&installed).contains(place.mark) {
            // A script that somebody wrote is left alone.
            fixes.push(Fix::Completions { path, script });
        }
    }
    if let Some(first) = fixes.first() {
        let found = format!("`{}` is of another version", first.path().display());
        return Finding::warning(CHECK, found, "`makini doctor --fix` writes the one of this version").fixed_by(fixes);
    }
    let home = ctx.env.text("HOME").map(PathBuf::from);
    for (shell, file) in STARTED {
        let path = home.as_ref().map(|home| home.join(file));
        let text = path.and_then(|path| files::read_regular(&path, LARGEST).ok()).unwrap_or_default();
        if String::from_utf8_lossy(&text).contains(&format!("COMPLETE={shell} makini")) {
            current.push(shell.to_string());
        }
    }
    if !current.is_empty() {
        current.dedup();
        return Finding::ok(CHECK, format!("of this version, for {}", current.join(", ")));
    }
    let shell = ctx.env.text("SHELL").and_then(|path| path.rsplit('/').next().map(str::to_owned));
    match shell.as_deref() {
        Some(shell @ ("bash" | "zsh" | "fish")) => {
            Finding::ok(CHECK, format!("none for {shell}; `makini completions --help` shows how to install them"))
        }
        _ => Finding::ok(CHECK, "none installed"),
    }
}
