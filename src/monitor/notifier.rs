//! Sends what waits in the outbox to a command and to a URL.

use std::ffi::OsString;
use std::process::Stdio;
use std::time::Duration;

use axum::http::header::{CONTENT_TYPE, HeaderMap, HeaderName, HeaderValue};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::process::Command;

use super::outbox::{Notification, Recipient};
use crate::clock::Clock;
use crate::inbox::forward::{Sender, Target};
use crate::webhooks::sign::{Stamp, sign};
use crate::webhooks::{Config, Scheme, Secrets};

/// Time for the command to end.
pub const COMMAND_TIME: Duration = Duration::from_secs(30);
/// Bytes of what it complains about that are read.
const COMPLAINT: u64 = 4096;

/// A command, without a shell.
pub struct CommandTarget {
    /// The program and its arguments.
    pub words: Vec<String>,
    /// Its environment.
    pub environment: Vec<(OsString, OsString)>,
}

/// A URL, and what signs for it.
pub struct WebhookTarget {
    /// The URL.
    pub target: Target,
    /// What sends.
    pub sender: Sender,
    /// What signs.
    pub secrets: Secrets,
}

/// Who is notified.
#[derive(Default)]
pub struct Notifier {
    /// By a command.
    pub command: Option<CommandTarget>,
    /// By a webhook.
    pub webhook: Option<WebhookTarget>,
}

impl Notifier {
    /// Returns who is notified.
    pub fn recipients(&self) -> Vec<Recipient> {
        let command = self.command.iter().map(|_| Recipient::Command);
        command.chain(self.webhook.iter().map(|_| Recipient::Webhook)).collect()
    }

    /// Sends a notification to these, and returns what became of it at each.
    pub async fn send(
        &self,
        notification: &Notification,
        recipients: &[Recipient],
        clock: &Clock,
    ) -> Vec<(Recipient, Result<(), String>)> {
        let body = notification.body().to_string();
        let wants = |recipient| recipients.contains(&recipient);
        let command = async {
            let command = self.command.as_ref().filter(|_| wants(Recipient::Command))?;
            Some((Recipient::Command, command.run(&body).await))
        };
        let webhook = async {
            let webhook = self.webhook.as_ref().filter(|_| wants(Recipient::Webhook))?;
            Some((Recipient::Webhook, webhook.post(&notification.id, &body, clock).await))
        };
        // Neither waits for the other.
        let (command, webhook) = tokio::join!(command, webhook);
        command.into_iter().chain(webhook).collect()
    }
}

impl CommandTarget {
    /// Runs it with the body on its standard input.
    async fn run(&self, body: &str) -> Result<(), String> {
        let (program, arguments) = self.words.split_first().ok_or("there is no command")?;
        let mut command = Command::new(program);
        command.args(arguments).env_clear().envs(self.environment.iter().cloned());
        command.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::piped()).kill_on_drop(true);
        // It and what it starts end together.
        #[cfg(unix)]
        command.process_group(0);
        let mut child = command.spawn().map_err(|error| format!("`{program}` could not be started: {error}"))?;
        let (stdin, stderr) = (child.stdin.take(), child.stderr.take());
        let feeding = async {
            if let Some(mut stdin) = stdin {
                // One that does not read is judged by how it ends.
                stdin.write_all(body.as_bytes()).await.ok();
            }
        };
        let reading = async {
            let mut text = Vec::new();
            if let Some(stderr) = stderr {
                stderr.take(COMPLAINT).read_to_end(&mut text).await.ok();
            }
            text
        };
        let id = child.id();
        let ended = {
            let whole = async { tokio::join!(feeding, reading, child.wait()) };
            tokio::time::timeout(COMMAND_TIME, whole).await
        };
        let Ok(((), complaint, status)) = ended else {
            end_group(id);
            child.kill().await.ok();
            return Err(format!("`{program}` did not end within {} s", COMMAND_TIME.as_secs()));
        };
        let status = status.map_err(|error| format!("`{program}` was lost: {error}"))?;
        if status.success() {
            return Ok(());
        }
        let complaint = String::from_utf8_lossy(&complaint);
        let first = complaint.lines().map(str::trim).find(|line| !line.is_empty()).unwrap_or_default();
        let first: String = first.chars().take(200).collect();
        let colon = if first.is_empty() { "" } else { ": " };
        Err(format!("`{program}` ended with {status}{colon}{first}"))
    }
}

/// Ends the processes that a command started, too.
#[cfg(unix)]
fn end_group(id: Option<u32>) {
    let group = id.and_then(|id| i32::try_from(id).ok()).and_then(rustix::process::Pid::from_raw);
    if let Some(group) = group {
        rustix::process::kill_process_group(group, rustix::process::Signal::KILL).ok();
    }
}

#[cfg(not(unix))]
fn end_group(_: Option<u32>) {}

impl WebhookTarget {
    /// Posts the body, signed as Standard Webhooks.
    async fn post(&self, id: &str, body: &str, clock: &Clock) -> Result<(), String> {
        let timestamp = clock.now().as_second().to_string();
        let stamp = Stamp { id, timestamp: &timestamp };
        let config = Config::new(Scheme::StandardWebhooks);
        let signed = sign(&config, &self.secrets, body.as_bytes(), stamp).map_err(|error| error.to_string())?;
        let mut headers = HeaderMap::new();
        headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
        for (name, value) in &signed.headers {
            if let (Ok(name), Ok(value)) = (HeaderName::from_bytes(name.as_bytes()), HeaderValue::from_str(value)) {
                headers.insert(name, value);
            }
        }
        let sent = self.sender.post(&self.target, headers, signed.body, clock).await;
        sent.error.map_or(Ok(()), Err)
    }
}
