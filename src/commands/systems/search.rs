//! `makini systems search`.

use std::cmp::Reverse;

use fuzzy_matcher::FuzzyMatcher as _;
use fuzzy_matcher::skim::SkimMatcherV2;

use super::SystemList;
use crate::api::systems::Platform;
use crate::args::{examples, resolve};
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::suggest::closest;

/// Search for a system by name
///
/// Searches name, slug and category; missing letters and typing errors are tolerated. The best match comes first.
#[derive(clap::Args, Debug)]
#[command(after_long_help = examples!["makini systems search maximo"])]
pub struct Args {
    /// Text to search for
    #[arg(required = true)]
    text: Vec<String>,
}

/// Finds them.
pub async fn run(ctx: &Context, args: Args) -> Result<Exit, Failure> {
    ctx.out.check_for::<SystemList>()?;
    let text = args.text.join(" ");
    let client = ctx.client().await?;
    let (known, is_kept) = resolve::known_catalogue(client).await?;
    let mut systems = search(known, &text);
    if systems.is_empty() && is_kept {
        // It may be there since the catalogue was read.
        systems = search(resolve::catalogue(client).await?, &text);
    }
    let empty = format!("No system is like `{text}`. Run `makini systems list` to see all.");
    ctx.show(&SystemList { systems, empty })
}

/// Returns the systems that fit, the best first.
fn search(systems: Vec<Platform>, text: &str) -> Vec<Platform> {
    let matcher = SkimMatcherV2::default().ignore_case();
    let score = |system: &Platform| {
        let fields = [&system.name, &system.slug, &system.category];
        fields.into_iter().flatten().filter_map(|field| matcher.fuzzy_match(field, text)).max()
    };
    let scores: Vec<Option<i64>> = systems.iter().map(score).collect();
    if scores.iter().all(Option::is_none) {
        // No text holds these letters in this order: a typing error.
        let names = systems.iter().flat_map(|system| [system.name.as_deref(), system.slug.as_deref()]).flatten();
        let meant: Vec<String> = closest(text, names).into_iter().map(str::to_owned).collect();
        let is_meant =
            |system: &Platform| [&system.name, &system.slug].into_iter().flatten().any(|name| meant.contains(name));
        return systems.into_iter().filter(is_meant).collect();
    }
    let mut found: Vec<(i64, Platform)> =
        scores.into_iter().zip(systems).filter_map(|(score, system)| Some((score?, system))).collect();
    found.sort_by_key(|(score, _)| Reverse(*score));
    // Letters strewn over a long name also match, and are no answer where there are good ones.
    let best = found.first().map_or(0, |(score, _)| *score);
    found.into_iter().take_while(|(score, _)| *score * 2 >= best).map(|(_, system)| system).collect()
}
