//! An error, its causes and hints: as text for people, as one JSON object for programs.

use serde_json::json;

use super::Format;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::shell::RepeatedOptions;
use crate::term::sanitize::clean_json;
use crate::term::{Line, Term};

/// No cause is longer than this, in characters: it may come from a server, and a body is not a sentence.
const LONGEST: usize = 2_000;

/// Prints a failure on stderr.
///
/// A failure that ends with [`Exit::Ok`] is a closed pipe: there is no reader, and nothing is printed.
pub fn render(term: &Term, format: Format, failure: &Failure) {
    if failure.exit == Exit::Ok {
        return;
    }
    let parts = Parts::of(failure, &term.options().repeated);
    let text = match format {
        Format::Json | Format::Ndjson => clean_json(&parts.object(failure).to_string()).into_owned() + "\n",
        Format::Table | Format::Yaml | Format::Csv => parts.text(term, failure),
    };
    term.error_text(&text);
}

struct Parts {
    message: String,
    causes: Vec<String>,
    hints: Vec<String>,
}

impl Parts {
    fn of(failure: &Failure, repeated: &RepeatedOptions) -> Self {
        let mut causes: Vec<String> =
            failure.causes().iter().map(|cause| short(cause)).filter(|cause| !cause.is_empty()).collect();
        let hints = failure.hints.iter().map(|hint| repeated.in_text(&short(hint)).into_owned()).collect();
        let message = match &failure.during {
            Some(during) => short(during),
            None if causes.is_empty() => failure.exit.meaning().to_owned(),
            None => causes.remove(0),
        };
        Self { message, causes, hints }
    }

    /// A terminal shows whole words: it would break a line anywhere. A command stays in one piece.
    fn text(&self, term: &Term, failure: &Failure) -> String {
        let mut lines = vec![Line::new().bad("error:").text(" ").commands(&self.message)];
        let row = |name: &str| Line::new().text("  ").muted(format!("{name}: "));
        lines.extend(self.causes.iter().map(|cause| row("because").commands(cause)));
        lines.extend(failure.code.iter().map(|code| row("code").text(short(code))));
        lines.extend(failure.request_id.iter().map(|id| row("request").id(short(id))));
        lines.extend(self.hints.iter().map(|hint| row("hint").commands(hint)));
        lines.iter().map(|line| term.message_text(line, 4)).collect()
    }

    fn object(&self, failure: &Failure) -> serde_json::Value {
        json!({
            "error": {
                "kind": failure.exit.name().to_lowercase(),
                "code": failure.code.as_deref().map(short),
                "message": self.message,
                "causes": self.causes,
                "request_id": failure.request_id.as_deref().map(short),
                "hint": self.hints.first(),
                "hints": self.hints,
                "exit_code": failure.exit.code(),
            }
        })
    }
}

fn short(text: &str) -> String {
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::term::{ColorChoice, TermOptions, Terminal};

    fn rendered(format: Format, failure: &Failure, color: ColorChoice) -> String {
        let options = TermOptions { color, quiet: true, ..TermOptions::default() };
        let (term, seen) = Term::captured(Terminal::default(), options, "");
        render(&term, format, failure);
        assert_eq!(seen.stdout(), "");
        seen.stderr()
    }

    fn failure() -> Failure {
        let cause = anyhow::Error::msg("connection refused").context("the platform \u{1b}[2Janswered 401");
        let mut failure = Failure { cause, ..Failure::new(Exit::Auth, "") }
            .during("could not list connections")
            .hint("run `makini login`")
            .with_request_id(Some("req_7\u{7}".into()));
        failure.code = Some("TOKEN_EXPIRED".into());
        failure
    }

    #[test]
    fn as_text() {
        insta::assert_snapshot!(rendered(Format::Table, &failure(), ColorChoice::Auto), @r"
        error: could not list connections
          because: the platform \u{1b}[2Janswered 401
          because: connection refused
          code: TOKEN_EXPIRED
          request: req_7\u{7}
          hint: run `makini login`
        ");
        insta::assert_snapshot!(rendered(Format::Csv, &Failure::usage("no such column"), ColorChoice::Auto), @"error: no such column");
        let colored = rendered(Format::Table, &failure(), ColorChoice::Always);
        assert!(colored.starts_with("\u{1b}[1;31merror:\u{1b}[0m could not"), "{colored:?}");
        assert!(colored.contains("\u{1b}[1;36m`makini login`\u{1b}[0m"));
    }

    #[test]
    fn as_json() {
        insta::assert_snapshot!(rendered(Format::Json, &failure(), ColorChoice::Always), @r#"{"error":{"kind":"auth","code":"TOKEN_EXPIRED","message":"could not list connections","causes":["the platform \u001b[2Janswered 401","connection refused"],"request_id":"req_7\u0007","hint":"run `makini login`","hints":["run `makini login`"],"exit_code":4}}"#);
    }

    #[test]
    fn a_closed_pipe_says_nothing() {
        let failure = Failure::from(crate::term::OutputError::Closed);
        assert_eq!(rendered(Format::Table, &failure, ColorChoice::Auto), "");
        assert_eq!(rendered(Format::Json, &failure, ColorChoice::Auto), "");
    }

    #[test]
    fn a_terminal_gets_whole_words_and_whole_commands() {
        let hint = "run `makini connections metadata 0123456789abcdef site=north` to write some entries of your own";
        let failure = Failure::new(Exit::Refused, "the metadata of the connection could not be read").hint(hint);
        for columns in [20, 40, 60] {
            let terminal = Terminal { stderr: true, width: columns, ..Terminal::default() };
            let options = TermOptions { color: ColorChoice::Never, ..TermOptions::default() };
            let (term, seen) = Term::captured(terminal, options, "");
            render(&term, Format::Table, &failure);
            let text = seen.stderr();
            assert!(text.contains("`makini connections metadata 0123456789abcdef site=north`"), "{text}");
            for line in text.lines().filter(|line| !line.contains("`makini")) {
                assert!(line.trim_end().chars().count() <= usize::from(columns), "{columns}: {line}");
            }
            let words: Vec<&str> = text.split_whitespace().collect();
            let whole = format!("error: the metadata of the connection could not be read hint: {hint}");
            assert_eq!(words, whole.split_whitespace().collect::<Vec<_>>(), "{columns}");
        }
    }

    #[test]
    fn a_body_is_not_printed_whole() {
        let text = rendered(Format::Table, &Failure::new(Exit::Refused, "x".repeat(1 << 20)), ColorChoice::Auto);
        assert!(text.len() < 3_000 && text.ends_with("…\n"));
    }
}
