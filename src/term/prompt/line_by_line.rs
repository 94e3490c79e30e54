//! Questions answered line by line, by dialoguer: what is on the screen is not drawn again, so a screen reader reads each
//! line once.

use std::io;

use dialoguer::Input;
use dialoguer::theme::SimpleTheme;

use super::PromptError;

/// Asks until `check` accepts what was typed; it returns the reason otherwise.
pub(super) fn ask(prompt: &str, check: impl Fn(&str) -> Result<(), String>) -> Result<String, PromptError> {
    let screen = console::Term::stderr();
    let answer = without_dying(|| {
        Input::<String>::with_theme(&SimpleTheme)
            .with_prompt(prompt)
            .allow_empty(true)
            .report(false)
            .validate_with(|typed: &String| check(typed))
            .interact_text_on(&screen)
    });
    // The line that was typed stays, and nothing is hidden.
    let _ = screen.write_line("");
    let _ = screen.show_cursor();
    answer.map_err(|dialoguer::Error::IO(error)| match error.kind() {
        io::ErrorKind::Interrupted => PromptError::Interrupted,
        io::ErrorKind::UnexpectedEof | io::ErrorKind::NotConnected => PromptError::Closed,
        _ => PromptError::Terminal(error),
    })
}

/// Runs with Ctrl-C as an answer: console sends the interrupt signal to its own process, which would end it with the
/// cursor hidden. Inside a runtime the signal is taken by a listener, and the question returns "interrupted".
fn without_dying<T>(ask: impl FnOnce() -> T) -> T {
    #[cfg(unix)]
    let _taken = tokio::runtime::Handle::try_current()
        .ok()
        .and_then(|_| tokio::signal::unix::signal(tokio::signal::unix::SignalKind::interrupt()).ok());
    ask()
}
