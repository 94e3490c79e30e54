//! `makini webhooks explain`.

use std::path::PathBuf;

use super::delivery_args::DeliveryArgs;
use super::scheme::{AtArgs, SchemeArgs, read};
use super::verdict::VerdictView;
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::webhooks::explain::{Language, OtherSecret, explain};

/// Largest body that is searched.
const LARGEST_BODY: u64 = 64 * 1024 * 1024;

/// Find out why a payload is not verified
///
/// Tries what usually goes wrong: a body that was parsed and written again, an added newline, hex for base64, an old
/// secret, a changed time. Names the mistake that makes the signature right, and the line of code to change. A payload
/// that is not verified stays so: it ends with 10.
#[derive(clap::Args, Debug)]
pub struct Args {
    #[command(flatten)]
    delivery: DeliveryArgs,

    #[command(flatten)]
    scheme: SchemeArgs,

    #[command(flatten)]
    at: AtArgs,

    /// File with another secret to try, as an old one; several
    #[arg(long, value_name = "FILE")]
    other_secret_file: Vec<PathBuf>,

    /// Show the line to change in this language only
    #[arg(long, value_name = "LANGUAGE", value_parser = language)]
    language: Option<Language>,
}

fn language(text: &str) -> Result<Language, String> {
    let found = Language::ALL.into_iter().find(|language| language.name().eq_ignore_ascii_case(text));
    found.ok_or_else(|| format!("use one of {}", Language::ALL.map(Language::name).join(", ")))
}

/// Runs the command.
pub async fn run(ctx: &Context, args: Args) -> Result<Exit, Failure> {
    let mut config = args.scheme.config();
    let now = args.at.now(ctx)?;
    let mut delivery = args.delivery.open(ctx, args.scheme.secret_from_stdin())?;
    delivery.complete_url(&mut config)?;
    let secrets = args.scheme.secrets(ctx).await?;
    let mut others = Vec::new();
    for path in &args.other_secret_file {
        let name = path.display().to_string();
        others.push(OtherSecret { name, secret: read(path)?, encoding: args.scheme.secret_encoding() });
    }
    let body = delivery.read_body(LARGEST_BODY)?;
    let explanation = explain(&config, &secrets, &others, &delivery.headers(), &body, now)?;
    let languages = args.language.map_or_else(|| Language::ALL.to_vec(), |only| vec![only]);
    ctx.show(&VerdictView::explained(&explanation, &languages))
}
