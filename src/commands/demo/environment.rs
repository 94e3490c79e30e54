//! The environment of the demo: a folder and a sandbox of its own, and commands that see nothing else.

use std::ffi::OsString;
use std::io::{Cursor, Write};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use tokio::sync::watch;
use tokio::task::JoinHandle;

use crate::clock::Clock;
use crate::context::SandboxInstance;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::files;
use crate::secrets::{MemoryStore, SecretStore};
use crate::settings::env::Env;
use crate::shutdown::Signal;
use crate::term::{ColorChoice, Streams, Term, Terminal};
use crate::world::World;

/// How long the sandbox may take until it answers. It takes milliseconds; a machine that swaps takes seconds.
const START: Duration = Duration::from_secs(10);

/// Where the output of the commands goes.
#[derive(Clone)]
pub(super) enum Output {
    /// As it would be without the demo: answers on stdout, the rest on stderr.
    Both(Term),
    /// On stderr alone, because stdout is for a program.
    Aside(Term),
    /// Nowhere.
    Dark,
}

impl Output {
    /// Writes what a command wrote.
    fn write(&self, bytes: &[u8], answer: bool) {
        match self {
            // A reader that is gone is noticed at the end of the demo, as with any other command.
            Self::Both(term) if answer => drop(term.data(|out| out.write_all(bytes))),
            Self::Both(term) | Self::Aside(term) => {
                // Both streams may end in one place, where they are to be read in this order.
                drop(term.flush());
                term.error_text(&String::from_utf8_lossy(bytes));
            }
            Self::Dark => {}
        }
    }

    /// Writes a line of the demo itself.
    pub(super) fn say(&self, line: impl Into<crate::term::Line>) {
        let line = line.into();
        match self {
            Self::Both(term) => {
                let text = line.render(term.color_stdout());
                drop(term.data(|out| writeln!(out, "{text}")));
            }
            Self::Aside(term) => term.status(line),
            Self::Dark => {}
        }
    }

    /// Returns the terminal of the commands. The demo has no prompts.
    fn terminal(&self) -> Terminal {
        match self {
            Self::Both(term) => Terminal { stdin: false, ..term.terminal().clone() },
            Self::Aside(term) => {
                let own = term.terminal();
                Terminal { stdin: false, stdout: own.stderr, ..own.clone() }
            }
            Self::Dark => Terminal::default(),
        }
    }

    fn is_quiet(&self) -> bool {
        match self {
            Self::Both(term) | Self::Aside(term) => term.options().quiet,
            Self::Dark => true,
        }
    }

    fn color(&self) -> &'static str {
        match self {
            Self::Both(term) | Self::Aside(term) => match term.options().color {
                ColorChoice::Auto => "auto",
                ColorChoice::Always => "always",
                ColorChoice::Never => "never",
            },
            Self::Dark => "never",
        }
    }
}

/// An output stream of a command: shown at once, and captured.
#[derive(Clone)]
struct Tee {
    output: Output,
    answer: bool,
    kept: Arc<Mutex<Vec<u8>>>,
}

impl Write for Tee {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.output.write(bytes, self.answer);
        self.kept.lock().unwrap_or_else(PoisonError::into_inner).extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// How a command ended.
pub(super) struct CommandResult {
    pub(super) exit: Exit,
    pub(super) stdout: String,
    pub(super) took: Duration,
}

/// The environment. Dropping it removes the folder.
pub(super) struct Environment {
    folder: tempfile::TempDir,
    output: Output,
    clock: Clock,
    keyring: Arc<dyn SecretStore>,
    stop: watch::Sender<Option<Exit>>,
    sandbox: Option<Running>,
    /// Runs one invocation of this program.
    program: fn(World) -> Exit,
}

struct Running {
    stop: watch::Sender<Option<Exit>>,
    task: JoinHandle<CommandResult>,
}

impl Environment {
    /// Makes the folder, in the place for temporary ones.
    pub(super) fn build(env: &Env, clock: Clock, output: Output, program: fn(World) -> Exit) -> Result<Self, Failure> {
        let place = env.path("TMPDIR").unwrap_or_else(std::env::temp_dir);
        let failed = |error: std::io::Error| {
            Failure::new(Exit::Local, format!("could not make a folder in `{}`: {error}", place.display()))
                .hint("set TMPDIR to a folder that can be written to")
        };
        let folder = files::temporary_folder(&place, "makini-demo-").map_err(failed)?;
        // Nobody's settings are looked for above this folder.
        files::ensure_private(&folder.path().join(".makini.toml")).map_err(failed)?;
        Ok(Self {
            folder,
            output,
            clock,
            keyring: Arc::new(MemoryStore::new()),
            stop: watch::Sender::new(None),
            sandbox: None,
            program,
        })
    }

    pub(super) fn output(&self) -> &Output {
        &self.output
    }

    pub(super) fn clock(&self) -> &Clock {
        &self.clock
    }

    /// Returns the path of a file in the folder.
    pub(super) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Returns the channel that ends the running command early.
    pub(super) fn stopper(&self) -> watch::Sender<Option<Exit>> {
        self.stop.clone()
    }

    /// Runs one command to its end.
    pub(super) async fn run(&self, words: Vec<String>, stdin: Vec<u8>) -> Result<CommandResult, Failure> {
        let task = self.spawn(&self.output, words, self.environment([]), stdin, self.stop.subscribe());
        let ended = task.await.map_err(|error| Failure::new(Exit::Bug, error.to_string()))?;
        if let Output::Both(term) = &self.output {
            term.flush()?;
        }
        Ok(ended)
    }

    /// Runs one command without showing its output.
    pub(super) async fn run_hidden(&self, words: Vec<String>) -> Result<CommandResult, Failure> {
        let task = self.spawn(&Output::Dark, words, self.environment([]), Vec::new(), self.stop.subscribe());
        task.await.map_err(|error| Failure::new(Exit::Bug, error.to_string()))
    }

    /// A command has a runtime of its own, so it runs on a thread of its own.
    fn spawn(
        &self,
        output: &Output,
        words: Vec<String>,
        env: Env,
        stdin: Vec<u8>,
        told: watch::Receiver<Option<Exit>>,
    ) -> JoinHandle<CommandResult> {
        let kept = Arc::<Mutex<Vec<u8>>>::default();
        let tee = |answer| Tee {
            output: output.clone(),
            answer,
            kept: if answer { Arc::clone(&kept) } else { Arc::default() },
        };
        let world = World {
            args: std::iter::once("makini".to_owned()).chain(words).map(OsString::from).collect(),
            env,
            cwd: self.folder.path().into(),
            streams: Streams {
                stdin: Box::new(Cursor::new(stdin)),
                stdout: Box::new(tee(true)),
                stderr: Box::new(tee(false)),
            },
            terminal: output.terminal(),
            clock: self.clock.clone(),
            prompter: None,
            keyring: Some(Arc::clone(&self.keyring)),
            browser: Arc::new(|_| false),
            shutdown: Signal::Channel(told),
        };
        let (clock, program) = (self.clock.clone(), self.program);
        tokio::task::spawn_blocking(move || {
            let began = clock.moment();
            let exit = program(world);
            let stdout = kept.lock().unwrap_or_else(PoisonError::into_inner);
            CommandResult { exit, stdout: String::from_utf8_lossy(&stdout).into_owned(), took: clock.since(began) }
        })
    }

    /// Nothing of the user's: no profile, no token, no proxy, no folder.
    fn environment<const N: usize>(&self, more: [(&str, OsString); N]) -> Env {
        let own = |name: &str| self.path(name).into_os_string();
        let base = [
            ("HOME", own("home")),
            ("MAKINI_CONFIG_DIR", own("config")),
            ("MAKINI_STATE_DIR", own("state")),
            ("MAKINI_DATA_DIR", own("data")),
            ("MAKINI_CACHE_DIR", own("cache")),
            ("MAKINI_SANDBOX", "true".into()),
            ("MAKINI_COLOR", self.output.color().into()),
            ("MAKINI_QUIET", self.output.is_quiet().to_string().into()),
        ];
        Env::of(base.into_iter().chain(more))
    }

    /// Starts the sandbox that the other commands find, and returns once it answers.
    pub(super) async fn start_sandbox(&mut self, words: Vec<String>) -> Result<(), Failure> {
        let (stop, told) = watch::channel(None);
        // Its last line would appear in the middle of other output.
        let quiet = self.environment([("MAKINI_QUIET", "true".into())]);
        let mut task = self.spawn(&self.output, words, quiet, Vec::new(), told);
        let data = self.path("data");
        let there = async {
            loop {
                if let Some(instance) = SandboxInstance::read(&data)
                    && instance.is_running().await
                {
                    return;
                }
                tokio::time::sleep(Duration::from_millis(5)).await;
            }
        };
        let ended = tokio::select! {
            biased;
            () = there => None,
            ended = &mut task => Some(ended),
            () = tokio::time::sleep(START) => None,
        };
        match ended {
            None if SandboxInstance::read(&data).is_some() => {
                self.sandbox = Some(Running { stop, task });
                Ok(())
            }
            None => {
                stop.send_replace(Some(Exit::Interrupted));
                Err(Failure::new(Exit::Bug, format!("the sandbox did not answer within {} s", START.as_secs())))
            }
            Some(ended) => {
                let exit = ended.map_or(Exit::Bug, |ended| ended.exit);
                Err(Failure::new(exit, "the sandbox ended before it was ready"))
            }
        }
    }

    /// Ends the sandbox as Ctrl-C would, and returns how it ended, if there was one.
    pub(super) async fn end_sandbox(&mut self) -> Option<CommandResult> {
        let Running { stop, task } = self.sandbox.take()?;
        stop.send_replace(Some(Exit::Interrupted));
        tokio::time::timeout(START, task).await.ok()?.ok()
    }

    /// Removes the folder, and returns what is left when that fails.
    pub(super) fn remove(self) -> Result<(), (PathBuf, std::io::Error)> {
        let path: &Path = self.folder.path();
        let path = path.to_owned();
        self.folder.close().map_err(|error| (path, error))
    }
}
