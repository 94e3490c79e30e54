//! Flags that say how a webhook is signed, and with what. Never taken from the message.

use std::path::{Path, PathBuf};

use clap::Args;

use crate::blocking;
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::files;
use crate::measure;
use crate::secret::Secret;
use crate::secrets::{SecretKind, SecretName};
use crate::webhooks::scheme::{Algorithm, Canonicalization, Config, Encoding, Scheme, SecretEncoding, Tolerance};
use crate::webhooks::secrets::{self, Secrets};

/// Longest file that is read for a secret.
const LONGEST_SECRET: u64 = 64 * 1024;

/// How a webhook is signed.
#[derive(Args, Clone, Debug)]
#[command(next_help_heading = "How it is signed")]
pub(super) struct SchemeArgs {
    /// Signature scheme: makini, raw-hmac, standard-webhooks, svix, stripe, github, shopify, slack or line
    #[arg(long, value_name = "SCHEME", default_value = "makini")]
    scheme: Scheme,

    /// Text of the body that is signed: raw or json-stringify; by default the scheme's
    #[arg(long, value_name = "TEXT")]
    canonicalization: Option<Canonicalization>,

    /// Hash: sha1, sha256, sha384 or sha512
    #[arg(long, value_name = "HASH")]
    algorithm: Option<Algorithm>,

    /// Encoding of the signature: hex, base64 or base64url
    #[arg(long, value_name = "ENCODING")]
    encoding: Option<Encoding>,

    /// Text before the signature, as `sha256=`
    #[arg(long, value_name = "TEXT")]
    prefix: Option<String>,

    /// Header that carries the signature
    #[arg(long, value_name = "NAME")]
    signature_header: Option<String>,

    /// File with the secret, `-` for stdin; several while secrets are rotated
    ///
    /// Without it, `MAKINI_WEBHOOK_SECRET` counts, then the webhook secret of the profile in the secret store.
    #[arg(long, value_name = "FILE")]
    secret_file: Vec<PathBuf>,

    /// How the secret is written: utf8, hex or whsec
    #[arg(long, value_name = "ENCODING")]
    secret_encoding: Option<SecretEncoding>,

    /// Oldest signed time to accept, in seconds, or `none`
    #[arg(long, value_name = "SECONDS", allow_hyphen_values = true)]
    tolerance: Option<Tolerance>,
}

/// The time that counts as now.
#[derive(Args, Clone, Debug)]
#[command(next_help_heading = "How it is signed")]
pub(super) struct AtArgs {
    /// Sign or judge as of this time: seconds since 1970, RFC 3339, or `2h` for two hours ago
    #[arg(long, value_name = "TIME", allow_hyphen_values = true)]
    at: Option<String>,
}

impl AtArgs {
    /// Returns whether a time was given.
    pub(super) fn is_given(&self) -> bool {
        self.at.is_some()
    }

    /// Returns the time, in seconds since 1970.
    pub(super) fn now(&self, ctx: &Context) -> Result<i64, Failure> {
        let Some(text) = &self.at else { return Ok(ctx.clock.now().as_second()) };
        if let Ok(seconds) = text.parse() {
            return Ok(seconds);
        }
        let instant = measure::parse_instant(text, ctx.clock.now(), &ctx.out.zone);
        Ok(instant
            .map_err(|error| Failure::usage(format!("`--at`: {error}; or seconds since 1970, as `1700000000`")))?
            .as_second())
    }
}

impl SchemeArgs {
    /// Returns the scheme with everything that was changed in it.
    pub(super) fn config(&self) -> Config {
        let mut config = Config::new(self.scheme);
        if let Some(only) = self.canonicalization {
            config.candidates = vec![only];
        }
        if let Some(algorithm) = self.algorithm {
            config.algorithm = algorithm;
        }
        if let Some(encoding) = self.encoding {
            config.encoding = encoding;
        }
        if let Some(prefix) = &self.prefix {
            config.prefix = Some(prefix.clone()).filter(|prefix| !prefix.is_empty());
        }
        if let Some(header) = &self.signature_header {
            config.signature_header.clone_from(header);
        }
        if let Some(tolerance) = self.tolerance {
            config.tolerance = tolerance;
        }
        config
    }

    /// Returns how the secrets are written.
    pub(super) fn secret_encoding(&self) -> SecretEncoding {
        self.secret_encoding.unwrap_or_else(|| self.scheme.secret_encoding())
    }

    /// Returns whether the secret comes from stdin.
    pub(super) fn secret_from_stdin(&self) -> bool {
        self.secret_file.iter().any(|file| file == Path::new("-"))
    }

    /// Reads the secrets: from the files that were named, else the profile's.
    pub(super) async fn secrets(&self, ctx: &Context) -> Result<Secrets, Failure> {
        Ok(Secrets::all(self.texts(ctx).await?, self.secret_encoding())?)
    }

    /// Reads the same secrets, each by itself.
    pub(super) async fn texts(&self, ctx: &Context) -> Result<Vec<Secret>, Failure> {
        let mut found = Vec::new();
        for file in &self.secret_file {
            found.push(if file == Path::new("-") { piped(ctx)? } else { read(file)? });
        }
        if found.is_empty() {
            found.push(stored(ctx).await?);
        }
        Ok(found)
    }
}

/// Reads a secret from stdin. Never waits for a person to type one, which everybody nearby could read.
fn piped(ctx: &Context) -> Result<Secret, Failure> {
    if ctx.term.terminal().stdin {
        return Err(Failure::usage("there is no secret: stdin is a terminal, and nothing waits for it to be typed")
            .hint("pipe it in, or name a file: `--secret-file FILE`"));
    }
    Ok(ctx.term.read_secret(LONGEST_SECRET)?)
}

/// Reads a secret from a file. One final newline is not part of it.
pub(super) fn read(path: &Path) -> Result<Secret, Failure> {
    let failed = |reason: String| Failure::new(Exit::Local, format!("could not read `{}`: {reason}", path.display()));
    let bytes = files::read_secret(path, LONGEST_SECRET).map_err(|error| failed(error.to_string()))?;
    let text = std::str::from_utf8(&bytes).map_err(|_| failed("it is not text".into()))?;
    Ok(secrets::from_file_text(text))
}

async fn stored(ctx: &Context) -> Result<Secret, Failure> {
    let profile = ctx.settings.profile().to_owned();
    let name = SecretName { profile: profile.clone(), kind: SecretKind::WebhookSecret };
    let store = ctx.secrets()?;
    let ways = "name a file with `--secret-file FILE`, or set MAKINI_WEBHOOK_SECRET";
    let found = blocking::run(move || store.get(&name)).await.map_err(|error| {
        // What the store suggests is about logging in, and nobody needs a login to verify.
        Failure { hints: vec![ways.into()], ..error.into() }
            .during("no webhook secret was given, and the secret store cannot be asked for one")
    })?;
    found.ok_or_else(|| {
        Failure::usage(format!("there is no webhook secret: profile `{profile}` has none stored")).hint(ways)
    })
}
