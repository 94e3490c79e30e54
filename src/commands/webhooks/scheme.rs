//! Flags for the signature of a webhook. None of it is ever taken from the message.

use std::ffi::OsStr;
use std::marker::PhantomData;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::builder::{PossibleValue, TypedValueParser};
use clap::{Arg, Args, Command};

use super::delivery_args::no_url;
use crate::blocking;
use crate::context::Context;
use crate::failure::Failure;
use crate::measure;
use crate::secret::Secret;
use crate::secrets::{SecretKind, SecretName};
use crate::shell::option;
use crate::webhooks::PublicUrl;
use crate::webhooks::scheme::{
    Algorithm, Canonicalization, Config, Encoding, Named, Scheme, SecretEncoding, Tolerance,
};
use crate::webhooks::secrets::Secrets;

/// Longest file that is read for a secret.
pub(super) const LONGEST_SECRET: u64 = 64 * 1024;

/// Flags for the signature.
#[derive(Args, Clone, Debug)]
#[command(next_help_heading = "Signature")]
pub(super) struct SchemeArgs {
    /// Signature scheme
    #[arg(long, value_name = "SCHEME", default_value = "makini", value_parser = Names::<Scheme>::PARSER)]
    scheme: Scheme,

    /// Form of the body that is signed; default: that of the scheme
    #[arg(long, value_name = "TEXT", value_parser = Names::<Canonicalization>::PARSER, hide_short_help = true)]
    canonicalization: Option<Canonicalization>,

    /// Hash of the HMAC; default: that of the scheme
    #[arg(long, value_name = "HASH", value_parser = Names::<Algorithm>::PARSER, hide_short_help = true)]
    algorithm: Option<Algorithm>,

    /// Encoding of the signature; default: that of the scheme
    #[arg(long, value_name = "ENCODING", value_parser = Names::<Encoding>::PARSER, hide_short_help = true)]
    encoding: Option<Encoding>,

    /// Text before the signature, for example `sha256=`
    #[arg(long, value_name = "TEXT", hide_short_help = true)]
    prefix: Option<String>,

    /// Header with the signature
    #[arg(long, value_name = "NAME", hide_short_help = true)]
    signature_header: Option<String>,

    /// File with the secret, `-` for stdin (can be repeated)
    ///
    /// Several secrets are valid while one is rotated. Default: `MAKINI_WEBHOOK_SECRET`, then the webhook secret of the
    /// profile in the secret store.
    #[arg(long, value_name = "FILE")]
    secret_file: Vec<PathBuf>,

    /// Encoding of the secret; default: that of the scheme
    #[arg(long, value_name = "ENCODING", value_parser = Names::<SecretEncoding>::PARSER, hide_short_help = true)]
    secret_encoding: Option<SecretEncoding>,

    /// Maximum age in seconds, or `none`
    #[arg(long, value_name = "SECONDS", allow_hyphen_values = true, hide_short_help = true)]
    tolerance: Option<Tolerance>,

    /// URL that the sender calls, for schemes that sign it (twilio)
    ///
    /// Behind a proxy or a tunnel it differs from the receiver's own address. Of a request that was received or
    /// captured, the query is added, and the path where this URL has none.
    #[arg(long, value_name = "URL", hide_short_help = true)]
    public_url: Option<PublicUrl>,
}

/// Parses the names of an enum, and lists them in help, completions and errors.
#[derive(Clone, Copy, Debug)]
struct Names<T>(PhantomData<T>);

impl<T: Named> Names<T> {
    const PARSER: Self = Self(PhantomData);
}

impl<T: Named> TypedValueParser for Names<T> {
    type Value = T;

    fn parse_ref(&self, command: &Command, arg: Option<&Arg>, value: &OsStr) -> Result<T, clap::Error> {
        str::parse::<T>.parse_ref(command, arg, value)
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        Some(Box::new(T::VALUES.iter().map(|value| PossibleValue::new(value.name()))))
    }
}

/// The time of signing or verification.
#[derive(Args, Clone, Debug)]
#[command(next_help_heading = "Signature")]
pub(super) struct AtArgs {
    /// Time of verification or signing
    ///
    /// Unix seconds, RFC 3339, or `2h` for two hours ago.
    #[arg(long, value_name = "TIME", allow_hyphen_values = true, hide_short_help = true)]
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
    /// Returns the configuration of the scheme, with the flags applied.
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
        config.url.clone_from(&self.public_url);
        config
    }

    /// Returns the options with which another command signs as this one verifies, from any folder; nothing if no command can.
    pub(super) fn sending_options(&self) -> Option<Vec<String>> {
        if self.scheme.signs_url() {
            return None;
        }
        let scheme = (self.scheme != Scheme::Makini).then(|| self.scheme.name().to_owned());
        let file = self.secret_file.first().map(|file| match std::path::absolute(file) {
            Ok(path) if file != Path::new("-") => path.display().to_string(),
            _ => file.display().to_string(),
        });
        let named = [
            ("--scheme", scheme),
            ("--canonicalization", self.canonicalization.map(|one| one.name().to_owned())),
            ("--algorithm", self.algorithm.map(|one| one.name().to_owned())),
            ("--encoding", self.encoding.map(|one| one.name().to_owned())),
            ("--prefix", self.prefix.clone()),
            ("--signature-header", self.signature_header.clone()),
            ("--secret-encoding", self.secret_encoding.map(|one| one.name().to_owned())),
            ("--secret-file", file),
        ];
        Some(named.into_iter().filter_map(|(name, value)| Some(option(name, &value?))).collect())
    }

    /// Refuses a scheme that signs the URL without `--public-url`.
    pub(super) fn require_url(&self) -> Result<(), Failure> {
        if self.scheme.signs_url() && self.public_url.is_none() {
            return Err(no_url(self.scheme));
        }
        Ok(())
    }

    /// Returns the scheme for sending events, which are JSON.
    pub(super) fn sending_config(&self) -> Result<Config, Failure> {
        if self.scheme.signs_url() {
            let scheme = self.scheme;
            let text =
                format!("the scheme `{scheme}` signs a URL with the digest of each JSON body, which is not sent");
            return Err(Failure::usage(text).hint("sign one delivery: `makini webhooks sign --help` shows how"));
        }
        Ok(self.config())
    }

    /// Returns the encoding of the secrets.
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
            found.push(if file == Path::new("-") { piped(ctx)? } else { ctx.secret_file(file, LONGEST_SECRET)? });
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

async fn stored(ctx: &Context) -> Result<Secret, Failure> {
    let profile = ctx.settings.profile().to_owned();
    let name = SecretName { profile: profile.clone(), kind: SecretKind::WebhookSecret };
    let store = ctx.secrets()?;
    let ways = "name a file with `--secret-file FILE`, or set MAKINI_WEBHOOK_SECRET";
    let (asked, wanted) = (Arc::clone(&store), name.clone());
    let found = blocking::run(move || asked.get(&name)).await.map_err(|error| {
        // The hints of the store are about logging in, which verification does not need.
        Failure { hints: vec![ways.into()], ..error.into() }
            .during("no webhook secret was given, and the secret store cannot be read")
    })?;
    found.ok_or_else(|| {
        let complaint = store.complaint(&wanted).map(|complaint| format!(": {complaint}")).unwrap_or_default();
        Failure::usage(format!("there is no webhook secret: profile `{profile}` has none stored{complaint}")).hint(ways)
    })
}
