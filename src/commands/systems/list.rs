//! `makini systems list`.

use std::collections::BTreeSet;

use clap::builder::PossibleValuesParser;

use super::SystemList;
use crate::api::connections::fold;
use crate::api::systems::Platform;
use crate::args::{Limit, examples, resolve};
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::suggest::did_you_mean;

/// List supported systems
///
/// Credits are those of a connection in the cloud; a connection on premises costs twice as many.
#[derive(clap::Args, Debug)]
#[command(after_long_help = examples!["makini systems list --limit 1000", "makini systems list --domain eam --tier 1"])]
pub struct Args {
    /// Only systems of this category
    ///
    /// Any part of the category, for example `cmms`.
    #[arg(long, value_name = "CATEGORY")]
    category: Option<String>,

    /// Only systems with data of this domain
    #[arg(long, value_name = "DOMAIN", ignore_case = true)]
    #[arg(value_parser = PossibleValuesParser::new(["eam", "erp", "wms"]))]
    domain: Option<String>,

    /// Only systems of this tier
    #[arg(long, value_name = "TIER", value_parser = clap::value_parser!(u64).range(1..=3))]
    tier: Option<u64>,

    #[command(flatten)]
    limit: Limit,
}

/// Lists them.
pub async fn run(ctx: &Context, args: Args) -> Result<Exit, Failure> {
    ctx.out.check_for::<SystemList>()?;
    let mut systems = resolve::catalogue(ctx.client().await?).await?;
    let category = args.category.as_deref().map(fold);
    if let (Some(text), Some(wanted)) = (&args.category, &category) {
        check_category(&systems, text, wanted)?;
    }
    systems.retain(|system| {
        category
            .as_ref()
            .is_none_or(|wanted| system.category.as_deref().is_some_and(|text| fold(text).contains(wanted)))
            && args.domain.as_ref().is_none_or(|wanted| system.domains.iter().any(|d| d.eq_ignore_ascii_case(wanted)))
            && args.tier.is_none_or(|wanted| system.tier == Some(wanted))
    });
    let total = systems.len() as u64;
    systems.truncate(usize::try_from(args.limit.get()).unwrap_or(usize::MAX));
    let shown = systems.len() as u64;
    let exit =
        ctx.show(&SystemList { systems, empty: "No system fits. Run `makini systems list` to see all.".into() })?;
    args.limit.note_rest(ctx, shown, Some(total));
    Ok(exit)
}

/// Fails where no system of the catalogue is in such a category: a mistyped word must not look like an empty shelf.
fn check_category(systems: &[Platform], text: &str, wanted: &str) -> Result<(), Failure> {
    let known: BTreeSet<&str> = systems.iter().filter_map(|system| system.category.as_deref()).collect();
    if known.is_empty() || known.iter().any(|category| fold(category).contains(wanted)) {
        return Ok(());
    }
    let failure = Failure::usage(format!("no system is in a category `{text}`"));
    let failure = match did_you_mean(text, known.iter().copied()) {
        Some(hint) => failure.hint(hint),
        None => failure,
    };
    Err(failure.hint(format!("the categories are {}", known.into_iter().collect::<Vec<_>>().join(", "))))
}
