//! `makini webhooks explain`.

use std::path::PathBuf;

use super::delivery_args::DeliveryArgs;
use super::scheme::{AtArgs, LONGEST_SECRET, SchemeArgs};
use super::verdict::VerdictView;
use crate::args::examples;
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::webhooks::explain::{Language, OtherSecret, explain};

/// Largest body that is searched.
const LARGEST_BODY: u64 = 64 * 1024 * 1024;

/// Explain why a webhook does not verify
///
/// Tries the common mistakes: a body that was parsed and serialized again, an added newline, hex instead of base64, an
/// old secret, a changed timestamp. Names the mistake that explains the signature, and the line of code to change.
/// Exits with 10 if the webhook does not verify.
#[derive(clap::Args, Debug)]
#[command(after_long_help = examples![
    "makini webhooks explain body.json -H \"X-Webhook-Signature: $SIGNATURE\" --secret-file secret.txt",
])]
pub struct Args {
    /// Another secret to try (can be repeated)
    #[arg(long, value_name = "FILE")]
    other_secret_file: Vec<PathBuf>,

    /// Show code in this language only
    #[arg(long, value_name = "LANGUAGE", value_parser = language)]
    language: Option<Language>,

    #[command(flatten)]
    delivery: DeliveryArgs,

    #[command(flatten)]
    scheme: SchemeArgs,

    #[command(flatten)]
    at: AtArgs,
}

fn language(text: &str) -> Result<Language, String> {
    let found = Language::ALL.into_iter().find(|language| language.name().eq_ignore_ascii_case(text));
    found.ok_or_else(|| format!("use one of {}", Language::ALL.map(Language::name).join(", ")))
}

/// Runs the command.
pub async fn run(ctx: &Context, args: Args) -> Result<Exit, Failure> {
    ctx.out.check_for::<VerdictView>()?;
    let mut config = args.scheme.config();
    let now = args.at.now(ctx)?;
    let mut delivery = args.delivery.open(ctx, args.scheme.secret_from_stdin())?;
    delivery.complete_url(&mut config)?;
    let doubt = delivery.take_doubt();
    let secrets = args.scheme.secrets(ctx).await?;
    let mut others = Vec::new();
    for path in &args.other_secret_file {
        let name = path.display().to_string();
        others.push(OtherSecret {
            name,
            secret: ctx.secret_file(path, LONGEST_SECRET)?,
            encoding: args.scheme.secret_encoding(),
        });
    }
    let body = delivery.read_body(LARGEST_BODY)?;
    let explanation = explain(&config, &secrets, &others, &delivery.headers(), &body, now)?;
    if explanation.mistakes.is_empty() {
        doubt.check(&explanation.verdict)?;
    }
    let languages = args.language.map_or_else(|| Language::ALL.to_vec(), |only| vec![only]);
    ctx.show(&VerdictView::explained(&explanation, &languages))
}
