//! Runs the parts of the demo: a sentence that says why, commands as a person would type them, each exit code checked.

use std::time::Duration;

use serde::Serialize;

use super::environment::{CommandResult, Environment};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::term::Line;

/// One command of the demo.
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

/// A part that was run.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Part {
    pub(super) title: &'static str,
    /// What was to be seen, once it has been.
    pub(super) seen: String,
}

/// The demo so far.
pub(super) struct Runner {
    pub(super) environment: Environment,
    pub(super) acts: Vec<Part>,
    pub(super) steps: Vec<Step>,
    /// Time for a person to read before the next act.
    pause: Duration,
}

impl Runner {
    pub(super) fn new(environment: Environment, pause: Duration) -> Self {
        Self { environment, acts: Vec::new(), steps: Vec::new(), pause }
    }

    /// Begins a part. `seen` is its line in the summary.
    pub(super) async fn act(&mut self, title: &'static str, why: &str, seen: impl Into<String>) {
        if !self.acts.is_empty() && !self.pause.is_zero() {
            self.environment.clock().sleep(self.pause).await;
        }
        self.acts.push(Part { title, seen: seen.into() });
        let output = self.environment.output();
        if self.acts.len() > 1 {
            output.say("");
        }
        output.say(Line::new().heading(format!("{}. {title}", self.acts.len())));
        output.say(Line::new().muted(why));
    }

    /// Plays a command, and checks that it ends as it has to.
    pub(super) async fn run(&mut self, command: Command) -> Result<CommandResult, Failure> {
        self.show(&command);
        let ended = self.environment.run(command.words(), command.stdin.clone()).await?;
        self.note(command.typed(), ended.exit, ended.took);
        if ended.exit != command.expected {
            return Err(wrong(&command.typed(), ended.exit, command.expected));
        }
        if command.expected != Exit::Ok {
            let line = format!("(exit code {}: {})", ended.exit.code(), ended.exit.name());
            self.environment.output().say(Line::new().muted(line));
        }
        Ok(ended)
    }

    /// Starts the sandbox, which goes on until the end.
    pub(super) async fn start_sandbox(&mut self, line: String) -> Result<(), Failure> {
        let command = Command::new(line);
        self.environment.output().say(Line::new().muted("$ ").name(command.typed()).text(" &"));
        let began = self.environment.clock().moment();
        self.environment.start_sandbox(command.words()).await.map_err(|failure| {
            let cause = failure.causes().join(": ");
            failed(failure.exit, format!("`{}`: {cause}", command.typed()))
        })?;
        self.note(command.typed(), Exit::Ok, self.environment.clock().since(began));
        Ok(())
    }

    /// Ends the sandbox and checks that it ends well.
    pub(super) async fn end_sandbox(&mut self) -> Result<(), Failure> {
        match self.environment.end_sandbox().await {
            Some(ended) if ended.exit == Exit::Ok => Ok(()),
            Some(ended) => Err(wrong("makini sandbox start", ended.exit, Exit::Ok)),
            None => Err(failed(Exit::Bug, "the sandbox did not end when told to".into())),
        }
    }

    fn show(&self, command: &Command) {
        let output = self.environment.output();
        let mut lines = command.line.lines().map(str::trim).peekable();
        let mut start = Line::new().muted("$ ").text(&command.before);
        let mut text = "makini ".to_owned();
        while let Some(line) = lines.next() {
            text += line;
            if lines.peek().is_some() {
                text += " \\";
            }
            output.say(start.name(text));
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
    use crate::commands::demo::environment::Output;
    use crate::settings::env::Env;
    use crate::term::{Captured, Term, TermOptions, Terminal};

    fn runner() -> (tempfile::TempDir, Captured, Runner) {
        let place = tempfile::tempdir().expect("a folder");
        let env = Env::of([("TMPDIR", place.path())]);
        let (term, seen) = Term::captured(Terminal::default(), TermOptions::default(), "");
        let environment = Environment::build(&env, Clock::system(), Output::Both(term), crate::run).expect("built");
        (place, seen, Runner::new(environment, Duration::ZERO))
    }

    #[tokio::test]
    async fn a_command_that_ends_otherwise_ends_the_demo() {
        let (_place, seen, mut runner) = runner();
        runner.act("One", "Because.", "one").await;
        runner.run(Command::new("exit-codes\n--columns=code").reads("true | ", "")).await.expect("it ends well");
        runner.run(Command::new("sandbox\nnonsense").ends(Exit::Usage)).await.expect("it ends badly, as it has to");
        let Err(failure) = runner.run(Command::new("exit-codes").ends(Exit::Unhealthy)).await else {
            panic!("it went well, which it must not");
        };
        assert_eq!(failure.exit, Exit::Bug);
        assert_eq!(failure.causes(), ["`makini exit-codes` ended with 0 (Ok) and not with 1 (Unhealthy)"]);
        let shown = seen.stdout();
        let start = "1. One\nBecause.\n$ true | makini exit-codes \\\n    --columns=code\nCODE\n";
        assert!(shown.starts_with(start), "{shown}");
        assert!(shown.contains("(exit code 2: Usage)\n"), "{shown}");
        assert!(seen.stderr().contains("nonsense"), "{}", seen.stderr());
        let steps: Vec<_> = runner.steps.iter().map(|step| (step.act, step.command.as_str(), step.exit)).collect();
        let expected = [
            (1, "true | makini exit-codes --columns=code", 0),
            (1, "makini sandbox nonsense", 2),
            (1, "makini exit-codes", 0),
        ];
        assert_eq!(steps, expected);
    }

    #[tokio::test]
    async fn a_sandbox_that_does_not_start_is_told_with_its_own_exit() {
        let (_place, _, mut runner) = runner();
        let failure = runner.start_sandbox("sandbox start --port 70000".into()).await.expect_err("no such port");
        assert_eq!(failure.exit, Exit::Usage);
        assert!(failure.causes()[0].contains("ended before it was ready"), "{:?}", failure.causes());
    }

    #[tokio::test]
    async fn the_folder_is_removed() {
        let (place, _, mut runner) = runner();
        runner.start_sandbox("sandbox start".into()).await.expect("it starts");
        runner.end_sandbox().await.expect("it ends well");
        runner.environment.remove().expect("removed");
        assert_eq!(std::fs::read_dir(place.path()).expect("there").count(), 0);
    }
}
