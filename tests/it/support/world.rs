//! A whole invocation inside a test: arguments in, exit code and both streams out.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use makini::clock::Clock;
use makini::exit::Exit;
use makini::secrets::SecretStore;
use makini::settings::env::Env;
use makini::shutdown::Signal;
use makini::term::prompt::{Answer, Scripted};
use makini::term::{Streams, Terminal};
use makini::world::{Browser, World};

/// A machine of its own: a home in a temporary folder, no keyring but memory, no terminal, no network but loopback.
pub struct Machine {
    home: tempfile::TempDir,
    env: Vec<(OsString, OsString)>,
    clock: Clock,
    keyring: Arc<dyn SecretStore>,
    terminal: Terminal,
    stop: Signal,
    opened: Arc<Mutex<Vec<String>>>,
    browser: Browser,
}

/// How an invocation ended.
#[derive(Debug)]
pub struct Ended {
    pub exit: Exit,
    pub stdout: String,
    pub stderr: String,
}

impl Machine {
    pub fn new() -> Self {
        let home = tempfile::tempdir().expect("a temporary folder");
        let at = |name: &str| OsString::from(home.path().join(name));
        let env = vec![
            ("HOME".into(), home.path().into()),
            ("MAKINI_CONFIG_DIR".into(), at("config")),
            ("MAKINI_STATE_DIR".into(), at("state")),
            ("MAKINI_DATA_DIR".into(), at("data")),
            ("MAKINI_CACHE_DIR".into(), at("cache")),
        ];
        Self {
            home,
            env,
            clock: Clock::system(),
            keyring: Arc::new(makini::secrets::MemoryStore::default()),
            terminal: Terminal::default(),
            stop: Signal::Never,
            opened: Arc::default(),
            browser: Arc::new(|_| true),
        }
    }

    /// Without any variable that was set: no home folder either.
    #[must_use]
    pub fn bare(mut self) -> Self {
        self.env.clear();
        self
    }

    /// Time stands still at this moment, and moves only by waiting.
    #[must_use]
    pub fn at(mut self, time: &str) -> Self {
        self.clock = Clock::fixed(time.parse().expect("a time"));
        self
    }

    #[must_use]
    pub fn env(mut self, name: &str, value: impl Into<OsString>) -> Self {
        self.env.push((name.into(), value.into()));
        self
    }

    #[must_use]
    pub fn keyring(mut self, store: impl SecretStore + 'static) -> Self {
        self.keyring = Arc::new(store);
        self
    }

    /// Everything is a terminal of this width.
    #[must_use]
    pub fn terminal(mut self, width: u16) -> Self {
        self.terminal = Terminal { stdin: true, stdout: true, stderr: true, width, ..Terminal::default() };
        self
    }

    #[must_use]
    pub fn stop(mut self, stop: Signal) -> Self {
        self.stop = stop;
        self
    }

    /// What happens when an address is opened, and whether somebody took it.
    #[must_use]
    pub fn browser(mut self, browser: impl Fn(&str) -> bool + Send + Sync + 'static) -> Self {
        self.browser = Arc::new(browser);
        self
    }

    pub fn clock(&self) -> &Clock {
        &self.clock
    }

    pub fn secrets(&self) -> &Arc<dyn SecretStore> {
        &self.keyring
    }

    /// Addresses that would have been opened in a browser.
    pub fn opened(&self) -> Vec<String> {
        self.opened.lock().expect("no panic").clone()
    }

    pub fn home(&self) -> &Path {
        self.home.path()
    }

    /// Writes a file below the home folder and returns its path.
    pub fn write(&self, name: &str, text: impl AsRef<[u8]>) -> PathBuf {
        let path = self.home.path().join(name);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("made");
        std::fs::write(&path, text).expect("written");
        // Its owner's, as a secret has to be.
        #[cfg(unix)]
        std::fs::set_permissions(&path, std::os::unix::fs::PermissionsExt::from_mode(0o600)).expect("ours");
        path
    }

    pub fn run(&self, line: &str) -> Ended {
        self.run_with(line, "", [])
    }

    /// Runs a line, split at blanks with `'…'` keeping one word, with this on stdin and these answers to questions.
    pub fn run_with(&self, line: &str, stdin: &str, answers: impl IntoIterator<Item = Answer>) -> Ended {
        let words = std::iter::once("makini".to_owned()).chain(split(line)).map(OsString::from);
        self.run_args(words.collect(), stdin.as_bytes().to_vec(), answers)
    }

    pub fn run_args(&self, args: Vec<OsString>, stdin: Vec<u8>, answers: impl IntoIterator<Item = Answer>) -> Ended {
        let (stdout, stderr) = (Buffer::default(), Buffer::default());
        let answers: Vec<Answer> = answers.into_iter().collect();
        let (opened, browser) = (Arc::clone(&self.opened), Arc::clone(&self.browser));
        let world = World {
            args,
            env: Env::of(self.env.clone()),
            cwd: self.home.path().to_owned(),
            streams: Streams {
                stdin: Box::new(std::io::Cursor::new(stdin)),
                stdout: Box::new(stdout.clone()),
                stderr: Box::new(stderr.clone()),
            },
            terminal: self.terminal.clone(),
            clock: self.clock.clone(),
            prompter: (!answers.is_empty()).then(|| Box::new(Scripted::new(answers)) as _),
            keyring: Some(Arc::clone(&self.keyring)),
            browser: Arc::new(move |address| {
                opened.lock().expect("no panic").push(address.to_owned());
                browser(address)
            }),
            shutdown: self.stop.clone(),
        };
        let exit = makini::run(world);
        Ended { exit, stdout: stdout.text(), stderr: stderr.text() }
    }
}

impl Ended {
    /// Fails unless it ended so; returns itself for more questions.
    #[track_caller]
    pub fn expect(self, exit: Exit) -> Self {
        assert_eq!(self.exit, exit, "\nstdout:\n{}\nstderr:\n{}", self.stdout, self.stderr);
        self
    }

    #[track_caller]
    pub fn ok(self) -> Self {
        self.expect(Exit::Ok)
    }

    /// Reads stdout as JSON.
    #[track_caller]
    pub fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.stdout).unwrap_or_else(|error| panic!("{error}\n{}\n{}", self.stdout, self.stderr))
    }

    /// Everything at once, for a snapshot: exit, stdout, stderr, silence included.
    pub fn all(&self) -> String {
        format!("exit: {}\n--- stdout\n{}--- stderr\n{}", self.exit.code(), self.stdout, self.stderr)
    }
}

/// Splits at blanks; `'…'` keeps one word.
fn split(line: &str) -> Vec<String> {
    let mut words = Vec::new();
    for (at, part) in line.split('\'').enumerate() {
        if at % 2 == 1 {
            words.push(part.to_owned());
        } else {
            words.extend(part.split_whitespace().map(str::to_owned));
        }
    }
    words
}

#[derive(Clone, Default)]
struct Buffer(Arc<Mutex<Vec<u8>>>);

impl Buffer {
    fn text(&self) -> String {
        String::from_utf8(self.0.lock().expect("no panic").clone()).expect("UTF-8 only")
    }
}

impl std::io::Write for Buffer {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().expect("no panic").extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}
