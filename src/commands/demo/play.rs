//! How the demo is played: acts with a sentence of why, commands as a person would type them, each checked at its end.

use std::time::Duration;

use serde::Serialize;

use super::stage::{Ended, Stage};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::term::Line;

/// One command on stage.
pub(super) struct Command {
    /// What stands before it on its line, such as `printf %s "$PASSWORD" | `.
    before: String,
    /// What is typed after `makini `. A line break is shown as one, with a backslash before it.
    line: String,
    stdin: Vec<u8>,
    /// How it has to end.
    expected: Exit,
}

impl Command {
    /// A command that has to succeed.
    pub(super) fn new(line: impl Into<String>) -> Self {
        Self { before: String::new(), line: line.into(), stdin: Vec::new(), expected: Exit::Ok }
    }

    /// What it reads, and how a person would let it.
    pub(super) fn reads(self, before: &str, stdin: impl Into<Vec<u8>>) -> Self {
        Self { before: before.into(), stdin: stdin.into(), ..self }
    }

    /// How it has to end instead.
    pub(super) fn ends(self, expected: Exit) -> Self {
        Self { expected, ..self }
    }

    fn words(&self) -> Vec<String> {
        shell_words::split(&self.line).expect("the lines of the demo are well quoted")
    }

    /// The command as one line.
    fn typed(&self) -> String {
        let parts: Vec<&str> = self.line.lines().map(str::trim).collect();
        format!("{}makini {}", self.before, parts.join(" "))
    }
}

/// What became of one command.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Step {
    pub(super) act: usize,
    pub(super) command: String,
    pub(super) exit: u8,
    pub(super) ms: u64,
}

/// An act that was played.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Act {
    pub(super) title: &'static str,
    /// What was to be seen, once it has been.
    pub(super) seen: String,
}

/// The play, as far as it has got.
pub(super) struct Play {
    pub(super) stage: Stage,
    pub(super) acts: Vec<Act>,
    pub(super) steps: Vec<Step>,
    /// Time for a person to read before the next act.
    pause: Duration,
}

impl Play {
    pub(super) fn new(stage: Stage, pause: Duration) -> Self {
        Self { stage, acts: Vec::new(), steps: Vec::new(), pause }
    }

    /// Opens an act. `seen` is what the summary says of it, if it comes to that.
    pub(super) async fn act(&mut self, title: &'static str, why: &str, seen: impl Into<String>) {
        if !self.acts.is_empty() && !self.pause.is_zero() {
            self.stage.clock().sleep(self.pause).await;
        }
        self.acts.push(Act { title, seen: seen.into() });
        let screen = self.stage.screen();
        if self.acts.len() > 1 {
            screen.say("");
        }
        screen.say(Line::new().heading(format!("{}. {title}", self.acts.len())));
        screen.say(Line::new().muted(why));
    }

    /// Plays a command, and checks that it ends as it has to.
    pub(super) async fn run(&mut self, command: Command) -> Result<Ended, Failure> {
        self.show(&command);
        let ended = self.stage.play(command.words(), command.stdin.clone()).await?;
        self.note(command.typed(), ended.exit, ended.took);
        if ended.exit != command.expected {
            return Err(wrong(&command.typed(), ended.exit, command.expected));
        }
        if command.expected != Exit::Ok {
            let line = format!("(exit code {}: {})", ended.exit.code(), ended.exit.name());
            self.stage.screen().say(Line::new().muted(line));
        }
        Ok(ended)
    }

    /// Starts the sandbox, which goes on until the end.
    pub(super) async fn start_sandbox(&mut self, line: String) -> Result<(), Failure> {
        let command = Command::new(line);
        self.stage.screen().say(Line::new().muted("$ ").name(command.typed()).text(" &"));
        let began = self.stage.clock().moment();
        self.stage.start_sandbox(command.words()).await.map_err(|failure| {
            let cause = failure.causes().join(": ");
            failed(failure.exit, format!("`{}`: {cause}", command.typed()))
        })?;
        self.note(command.typed(), Exit::Ok, self.stage.clock().since(began));
        Ok(())
    }

    /// Ends the sandbox and checks that it ends well.
    pub(super) async fn end_sandbox(&mut self) -> Result<(), Failure> {
        match self.stage.end_sandbox().await {
            Some(ended) if ended.exit == Exit::Ok => Ok(()),
            Some(ended) => Err(wrong("makini sandbox start", ended.exit, Exit::Ok)),
            None => Err(failed(Exit::Bug, "the sandbox did not end when told to".into())),
        }
    }

    fn show(&self, command: &Command) {
        let screen = self.stage.screen();
        let mut lines = command.line.lines().map(str::trim).peekable();
        let mut start = Line::new().muted("$ ").text(&command.before);
        let mut text = "makini ".to_owned();
        while let Some(line) = lines.next() {
            text += line;
            if lines.peek().is_some() {
                text += " \\";
            }
            screen.say(start.name(text));
            start = Line::new();
            text = "    ".into();
        }
    }

    fn note(&mut self, command: String, exit: Exit, took: Duration) {
        let ms = u64::try_from(took.as_millis()).unwrap_or(u64::MAX);
        self.steps.push(Step { act: self.acts.len(), command, exit: exit.code(), ms });
    }
}

fn wrong(command: &str, exit: Exit, expected: Exit) -> Failure {
    let message = format!(
        "`{command}` ended with {} ({}) and not with {} ({})",
        exit.code(),
        exit.name(),
        expected.code(),
        expected.name()
    );
    // A full disk is not our fault; anything else is, for the demo brings everything it needs.
    failed(if exit == Exit::Local { Exit::Local } else { Exit::Bug }, message)
}

/// The demo cannot go on.
pub(super) fn failed(exit: Exit, message: String) -> Failure {
    Failure::new(exit, message).during("could not finish the demo")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::Clock;
    use crate::commands::demo::stage::Screen;
    use crate::settings::env::Env;
    use crate::term::{Captured, Term, TermOptions, Terminal};

    fn play() -> (tempfile::TempDir, Captured, Play) {
        let place = tempfile::tempdir().expect("a folder");
        let env = Env::of([("TMPDIR", place.path())]);
        let (term, seen) = Term::captured(Terminal::default(), TermOptions::default(), "");
        let stage = Stage::build(&env, Clock::system(), Screen::Both(term), crate::run).expect("built");
        (place, seen, Play::new(stage, Duration::ZERO))
    }

    #[tokio::test]
    async fn a_command_that_ends_otherwise_ends_the_demo() {
        let (_place, seen, mut play) = play();
        play.act("One", "Because.", "one").await;
        play.run(Command::new("exit-codes\n--columns=code").reads("true | ", "")).await.expect("it ends well");
        play.run(Command::new("sandbox\nnonsense").ends(Exit::Usage)).await.expect("it ends badly, as it has to");
        let Err(failure) = play.run(Command::new("exit-codes").ends(Exit::Unhealthy)).await else {
            panic!("it went well, which it must not");
        };
        assert_eq!(failure.exit, Exit::Bug);
        assert_eq!(failure.causes(), ["`makini exit-codes` ended with 0 (Ok) and not with 1 (Unhealthy)"]);
        let shown = seen.stdout();
        let start = "1. One\nBecause.\n$ true | makini exit-codes \\\n    --columns=code\nCODE\n";
        assert!(shown.starts_with(start), "{shown}");
        assert!(shown.contains("(exit code 2: Usage)\n"), "{shown}");
        assert!(seen.stderr().contains("nonsense"), "{}", seen.stderr());
        let steps: Vec<_> = play.steps.iter().map(|step| (step.act, step.command.as_str(), step.exit)).collect();
        let expected = [
            (1, "true | makini exit-codes --columns=code", 0),
            (1, "makini sandbox nonsense", 2),
            (1, "makini exit-codes", 0),
        ];
        assert_eq!(steps, expected);
    }

    #[tokio::test]
    async fn a_sandbox_that_does_not_start_is_told_with_its_own_exit() {
        let (_place, _, mut play) = play();
        let failure = play.start_sandbox("sandbox start --port 70000".into()).await.expect_err("no such port");
        assert_eq!(failure.exit, Exit::Usage);
        assert!(failure.causes()[0].contains("ended before it was ready"), "{:?}", failure.causes());
    }

    #[tokio::test]
    async fn the_stage_is_struck() {
        let (place, _, mut play) = play();
        play.start_sandbox("sandbox start".into()).await.expect("it starts");
        play.end_sandbox().await.expect("it ends well");
        play.stage.strike().expect("removed");
        assert_eq!(std::fs::read_dir(place.path()).expect("there").count(), 0);
    }
}
