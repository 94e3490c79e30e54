//! Who is notified of a change, and when not.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use url::Url;

use crate::blocking;
use crate::context::Context;
use crate::failure::Failure;
use crate::inbox::forward::{Routes, Sender, Target};
use crate::monitor::{CommandTarget, Notifier, QuietHours, WebhookTarget};
use crate::secrets::{SecretKind, SecretName};
use crate::webhooks::{Scheme, Secrets};

/// Longest file that is read for a secret.
const LONGEST_SECRET: u64 = 64 * 1024;
/// Time for the answer to a webhook.
const ANSWER_TIME: Duration = Duration::from_secs(15);

/// Who is notified.
#[derive(clap::Args, Debug)]
#[command(next_help_heading = "Notifications")]
pub(super) struct NotifyArgs {
    /// Command to run on a change, with JSON on stdin
    ///
    /// Started without a shell, once for all changes of a round; it has 30 s, and the environment without secrets of this
    /// program. One that fails is reported, counted, and tried again in the next rounds, five times in all.
    #[arg(long, value_name = "COMMAND", hide_short_help = true)]
    on_change: Option<String>,

    /// URL to send changes to, as a signed webhook
    ///
    /// Signed as Standard Webhooks, with the same JSON as `--on-change`, and tried as often.
    #[arg(long, value_name = "URL", hide_short_help = true)]
    notify: Option<String>,

    /// File with the secret that signs for `--notify`
    ///
    /// Default: `MAKINI_WEBHOOK_SECRET`, then the webhook secret of the profile in the secret store.
    #[arg(long, value_name = "FILE", requires = "notify", hide_short_help = true)]
    notify_secret_file: Option<PathBuf>,

    /// Local time without notifications, for example `22:00-06:00` (can be repeated)
    ///
    /// With days: `sat,sun 00:00-24:00`, `mon-fri 18:00-08:00`. Changes are printed all the same; afterwards what is then
    /// still so is sent.
    #[arg(long, value_name = "TIME", hide_short_help = true)]
    pub(super) quiet_hours: Vec<QuietHours>,
}

impl NotifyArgs {
    /// Returns who is notified.
    ///
    /// # Errors
    /// The command or the URL is none, or there is no secret.
    pub(super) async fn notifier(&self, ctx: &Context) -> Result<Notifier, Failure> {
        let nobody = self.on_change.is_none() && self.notify.is_none();
        if nobody && !self.quiet_hours.is_empty() {
            let failure = Failure::usage("`--quiet-hours` is about notifications, and nobody is notified");
            return Err(failure.hint("add `--on-change` or `--notify`"));
        }
        let command = self.on_change.as_deref().map(|text| command(ctx, text)).transpose()?;
        let webhook = match &self.notify {
            Some(url) => Some(self.webhook(ctx, url).await?),
            None => None,
        };
        Ok(Notifier { command, webhook })
    }

    async fn webhook(&self, ctx: &Context, url: &str) -> Result<WebhookTarget, Failure> {
        let (target, sender) = outbound(ctx, url, ANSWER_TIME)?;
        let secret = match &self.notify_secret_file {
            Some(file) => ctx.secret_file(file, LONGEST_SECRET)?,
            None => stored(ctx).await?,
        };
        let secrets = Secrets::all([secret], Scheme::StandardWebhooks.secret_encoding())?;
        Ok(WebhookTarget { target, sender, secrets })
    }
}

/// Returns a URL of the command line as a target, and what sends to it and waits so long for an answer.
///
/// # Errors
/// It is none, or one that nothing is sent to.
pub(super) fn outbound(ctx: &Context, url: &str, answer_time: Duration) -> Result<(Target, Sender), Failure> {
    // Whoever names the URL names its host.
    let host = Url::parse(url.trim()).ok().and_then(|url| url.host_str().map(str::to_owned));
    let target = Target::parse(url, &host.into_iter().collect::<Vec<_>>())?;
    let mut routes = Routes::to(target.clone());
    (routes.timeout, routes.network) = (ctx.handling_time(answer_time), ctx.network());
    Ok((target, Sender::new(&routes)))
}

fn command(ctx: &Context, text: &str) -> Result<CommandTarget, Failure> {
    let words = shell_words::split(text).map_err(|error| Failure::usage(format!("`--on-change`: {error}")))?;
    if words.is_empty() {
        return Err(Failure::usage("`--on-change` is empty"));
    }
    let environment = ctx.env.without_secrets().map(|(name, value)| (name.into(), value.into())).collect();
    Ok(CommandTarget { words, environment })
}

async fn stored(ctx: &Context) -> Result<crate::secret::Secret, Failure> {
    let profile = ctx.settings.profile().to_owned();
    let name = SecretName { profile: profile.clone(), kind: SecretKind::WebhookSecret };
    let store = ctx.secrets()?;
    let asked = Arc::clone(&store);
    let found = blocking::run(move || asked.get(&name)).await?;
    let none = || Failure::usage(format!("there is no webhook secret: profile `{profile}` has none stored"));
    found.ok_or_else(|| none().hint("name a file with `--notify-secret-file FILE`, or set MAKINI_WEBHOOK_SECRET"))
}
