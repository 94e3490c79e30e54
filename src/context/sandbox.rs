//! The embedded platform behind `--sandbox`: the one that runs, or one inside this command.

use std::io;
use std::net::SocketAddr;
use std::path::Path;
use std::sync::Mutex;
use std::time::Duration;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

use super::Context;
use crate::api::header::{OWNER_ANSWER, OWNER_QUESTION, SANDBOX_TIME};
use crate::client::ServerUrl;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::files;
use crate::sandbox::{CLIENT_ID, Options, Sandbox, challenge, client_secret};
use crate::secret::Secret;

/// A sandbox this command can talk to.
pub(super) struct Embedded {
    server: ServerUrl,
    token: Secret,
    /// What its clock showed when it was found.
    now: Option<Timestamp>,
    /// Set when it runs inside this command.
    inside: Mutex<Option<Inside>>,
}

struct Inside {
    sandbox: Sandbox,
    stop: oneshot::Sender<()>,
    task: JoinHandle<io::Result<()>>,
}

/// Maximum length of an instance file, in bytes.
const LARGEST_INSTANCE: u64 = 1 << 16;

/// Time for a sandbox to take a connection, and then to answer.
const PATIENCE: Duration = Duration::from_secs(1);

/// What came of asking a sandbox.
enum Asked {
    Answers(Timestamp),
    /// It took the connection, and no answer came.
    Silent,
    IsNotThere,
}

/// A running sandbox, as recorded in a file that only its owner can read.
#[derive(Serialize, Deserialize)]
pub struct SandboxInstance {
    /// Its address.
    pub url: String,
    /// A token for it. It opens this sandbox and nothing else.
    pub token: String,
    /// Proves to it that a request comes from the user who started it.
    #[serde(default)]
    pub owner_proof: String,
    /// Its process.
    pub pid: u32,
}

impl SandboxInstance {
    /// Reads the instance in the data folder.
    pub fn read(data: &Path) -> Option<Self> {
        serde_json::from_slice(&files::read(&Self::path(data), LARGEST_INSTANCE).ok()?).ok()
    }

    /// Returns where the instance is.
    pub fn path(data: &Path) -> std::path::PathBuf {
        data.join("sandbox.json")
    }

    /// Leaves the instance in the data folder, which is there, in place of an earlier one.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn write(&self, data: &Path) -> io::Result<()> {
        files::replace_private(&Self::path(data), &serde_json::to_vec(self)?)
    }

    /// Takes the instance away, if it is still about the sandbox at this address.
    pub fn remove(data: &Path, url: &str) {
        if Self::read(data).is_some_and(|instance| instance.url == url) {
            // An instance file that stays behind is found out by asking its address.
            std::fs::remove_file(Self::path(data)).ok();
        }
    }

    /// Returns whether its sandbox answers at its address: that one, and no other that took its port.
    pub async fn is_running(&self) -> bool {
        matches!(self.asked().await, Asked::Answers(_))
    }

    /// Returns what the clock shows of its sandbox, if it is there.
    ///
    /// # Errors
    /// [`Exit::Unavailable`] where it takes connections and does not answer: what it holds is not what is on the disk.
    pub async fn time(&self, data: &Path) -> Result<Option<Timestamp>, Failure> {
        match self.asked().await {
            Asked::Answers(time) => Ok(Some(time)),
            Asked::IsNotThere => Ok(None),
            Asked::Silent if !may_run(self.pid) => Ok(None),
            Asked::Silent => {
                let Self { url, pid, .. } = self;
                let cause = format!("the sandbox at {url}, process {pid}, does not answer");
                let path = Self::path(data);
                let hint = format!("end or resume that process; if it is no sandbox, remove `{}`", path.display());
                Err(Failure::new(Exit::Unavailable, cause).hint(hint))
            }
        }
    }

    async fn asked(&self) -> Asked {
        let Some(url) = ServerUrl::parse(&self.url).ok().filter(ServerUrl::is_loopback) else {
            return Asked::IsNotThere;
        };
        // An origin leaves out the default port.
        let address = url.origin().trim_start_matches("http://").to_owned();
        let with_port = if address.parse::<SocketAddr>().is_ok() { address.clone() } else { format!("{address}:80") };
        let connecting = tokio::time::timeout(PATIENCE, TcpStream::connect(&with_port));
        let Ok(Ok(stream)) = connecting.await else { return Asked::IsNotThere };
        match tokio::time::timeout(PATIENCE, self.time_of(stream, &address)).await {
            Ok(time) => time.map_or(Asked::IsNotThere, Asked::Answers),
            Err(_) => Asked::Silent,
        }
    }

    /// Asks what took the connection for its time; nothing where it is another.
    async fn time_of(&self, mut stream: TcpStream, address: &str) -> Option<Timestamp> {
        use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
        let question = challenge::new_challenge();
        let request = format!(
            "GET /health HTTP/1.1\r\nHost: {address}\r\n{OWNER_QUESTION}: {question}\r\nConnection: close\r\n\r\n"
        );
        stream.write_all(request.as_bytes()).await.ok()?;
        let mut answer = Vec::new();
        stream.take(16_384).read_to_end(&mut answer).await.ok()?;
        let answer = String::from_utf8_lossy(&answer);
        let mut lines = answer.lines();
        if !lines.next()?.starts_with("HTTP/1.1 200") {
            return None;
        }
        let headers: Vec<_> =
            lines.take_while(|line| !line.is_empty()).filter_map(|line| line.split_once(": ")).collect();
        let header = |wanted: &str| {
            let found = headers.iter().find(|(name, _)| name.eq_ignore_ascii_case(wanted));
            found.map_or("", |(_, value)| value.trim())
        };
        let proof = Secret::new(self.owner_proof.as_str());
        if !challenge::verify(&proof, &question, header(OWNER_ANSWER)) {
            return None;
        }
        header(SANDBOX_TIME).parse().ok()
    }
}

/// Returns whether a process may be there: another program may have taken the port of one that has ended.
fn may_run(pid: u32) -> bool {
    #[cfg(unix)]
    {
        use rustix::io::Errno;
        let pid = i32::try_from(pid).ok().and_then(rustix::process::Pid::from_raw);
        pid.is_some_and(|pid| rustix::process::test_kill_process(pid) != Err(Errno::SRCH))
    }
    #[cfg(not(unix))]
    {
        pid != 0
    }
}

impl Embedded {
    pub(super) fn server(&self) -> &ServerUrl {
        &self.server
    }

    pub(super) fn now(&self) -> Option<Timestamp> {
        self.now
    }

    pub(super) fn token(&self) -> &Secret {
        &self.token
    }

    /// Delivers what is due and stops serving.
    pub(super) async fn close(&self) {
        let inside = self.inside.lock().unwrap_or_else(std::sync::PoisonError::into_inner).take();
        if let Some(Inside { sandbox, stop, task }) = inside {
            // A command ends with the webhooks that it caused on their way; what cannot be delivered stays due.
            tokio::time::timeout(Duration::from_secs(3), sandbox.deliver_due()).await.ok();
            stop.send(()).ok();
            tokio::time::timeout(Duration::from_secs(2), task).await.ok();
        }
    }
}

/// Returns the ID and the secret of the application that every sandbox has.
pub(super) fn application() -> (String, Secret) {
    (CLIENT_ID.to_owned(), client_secret())
}

impl Context {
    /// Returns the sandbox that runs inside this command, if one does.
    pub fn inner_sandbox(&self) -> Option<Sandbox> {
        let inside = self.sandbox.get()?.inside.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        inside.as_ref().map(|inside| inside.sandbox.clone())
    }

    pub(super) async fn open_sandbox(&self) -> Result<Embedded, Failure> {
        let data = self.settings.paths.data()?;
        if let Some(instance) = SandboxInstance::read(data)
            && let Some(now) = instance.time(data).await?
        {
            let server = ServerUrl::parse(&instance.url)?;
            let (token, now) = (Secret::new(instance.token), Some(now));
            return Ok(Embedded { server, token, now, inside: Mutex::default() });
        }
        let mut options = Options::new(self.clock.clone());
        options.path = Some(self.settings.paths.sandbox_file()?);
        let sandbox = Sandbox::open(options)?;
        let failed = |error: io::Error| {
            Failure::new(Exit::Local, format!("the sandbox could not listen on the loopback: {error}"))
        };
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.map_err(failed)?;
        let server = ServerUrl::parse(&format!("http://{}", listener.local_addr().map_err(failed)?))?;
        let token = sandbox.admin_token()?;
        let (stop, stopped) = oneshot::channel();
        let serving = sandbox.clone();
        let task = tokio::spawn(async move {
            serving
                .serve(listener, async {
                    stopped.await.ok();
                })
                .await
        });
        let now = Some(sandbox.now());
        Ok(Embedded { server, token, now, inside: Mutex::new(Some(Inside { sandbox, stop, task })) })
    }
}
