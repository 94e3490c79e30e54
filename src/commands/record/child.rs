//! The command whose traffic is recorded.

use std::ffi::{OsStr, OsString};
use std::process::{ExitStatus, Stdio};
use std::time::Duration;

use tokio::process::{Child, Command};

use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::secret::Secret;
use crate::view::Format;

/// The variable with the address of the proxy.
const ADDRESS: &str = "MAKINI_RECORD_URL";
/// The variable with the token of the proxy, where it has one.
const TOKEN: &str = "MAKINI_RECORD_TOKEN";

/// Time for the command to end by itself, once it is asked to.
const PATIENCE: Duration = Duration::from_secs(10);

/// Variables that mean something else than an address.
const TAKEN: [&str; 4] = ["PATH", "HOME", ADDRESS, TOKEN];

/// Reads the name of a variable that gets the address.
pub(super) fn parse_variable(text: &str) -> Result<String, String> {
    let is_name = text
        .bytes()
        .enumerate()
        .all(|(at, byte)| byte == b'_' || byte.is_ascii_alphabetic() || (at > 0 && byte.is_ascii_digit()));
    if text.is_empty() || !is_name {
        return Err("write the name only, as `API_BASE_URL`: letters, digits and `_`".to_owned());
    }
    if TAKEN.iter().any(|taken| text.eq_ignore_ascii_case(taken)) {
        return Err(format!("`{text}` has another meaning for the command"));
    }
    Ok(text.to_owned())
}

/// Starts a command with the address in its environment.
///
/// # Errors
/// It cannot be started.
pub(super) fn start(
    ctx: &Context,
    words: &[OsString],
    (url, token): (&str, Option<&Secret>),
    variables: &[String],
) -> Result<Child, Failure> {
    let (program, arguments) = words.split_first().ok_or_else(|| Failure::usage("no command given"))?;
    let mut command = Command::new(program);
    command.args(arguments).env_clear().envs(ctx.env.without_secrets()).kill_on_drop(true);
    command.env(ADDRESS, url).envs(variables.iter().map(|name| (name.as_str(), url)));
    if let Some(token) = token {
        command.env(TOKEN, token.expose());
    }
    if ctx.out.format() != Format::Table {
        // What this program prints there is for programs.
        command.stdout(Stdio::from(std::io::stderr()));
    }
    command.spawn().map_err(|error| {
        let shown = OsStr::to_string_lossy(program);
        Failure::new(Exit::Usage, format!("`{shown}` could not be started: {error}"))
            .hint("write the command and its arguments after `--`: `makini record --for-command -- npm test`")
    })
}

/// Ends a command: it is asked to, and ended where it does not.
pub(super) async fn stop(child: &mut Child) -> std::io::Result<ExitStatus> {
    #[cfg(unix)]
    if let Some(pid) = child.id().and_then(|id| rustix::process::Pid::from_raw(i32::try_from(id).ok()?)) {
        // One that has ended meanwhile needs no signal.
        rustix::process::kill_process(pid, rustix::process::Signal::TERM).ok();
    }
    #[cfg(not(unix))]
    child.start_kill()?;
    if let Ok(ended) = tokio::time::timeout(PATIENCE, child.wait()).await {
        return ended;
    }
    kill(child).await
}

/// Ends a command at once.
pub(super) async fn kill(child: &mut Child) -> std::io::Result<ExitStatus> {
    child.kill().await?;
    child.wait().await
}
