//! `makini systems list`.

use clap::builder::PossibleValuesParser;

use super::SystemList;
use crate::api::connections::fold;
use crate::args::resolve;
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;

/// List the systems that can be connected
///
/// Credits are those of a connection in the cloud; on premises it is twice as many.
/// Example: `makini systems list --domain eam --tier 1`
#[derive(clap::Args, Debug)]
pub struct Args {
    /// Only with this text in its category, as `cmms`
    #[arg(long, value_name = "CATEGORY")]
    category: Option<String>,

    /// Only with data of this domain
    #[arg(long, value_name = "DOMAIN", ignore_case = true)]
    #[arg(value_parser = PossibleValuesParser::new(["eam", "erp", "wms"]))]
    domain: Option<String>,

    /// Only of this tier
    #[arg(long, value_name = "TIER", value_parser = clap::value_parser!(u64).range(1..=3))]
    tier: Option<u64>,
}

/// Lists them.
pub async fn run(ctx: &Context, args: Args) -> Result<Exit, Failure> {
    ctx.out.check()?;
    let mut systems = resolve::catalogue(ctx.client().await?).await?;
    let category = args.category.as_deref().map(fold);
    systems.retain(|system| {
        category
            .as_ref()
            .is_none_or(|wanted| system.category.as_deref().is_some_and(|text| fold(text).contains(wanted)))
            && args.domain.as_ref().is_none_or(|wanted| system.domains.iter().any(|d| d.eq_ignore_ascii_case(wanted)))
            && args.tier.is_none_or(|wanted| system.tier == Some(wanted))
    });
    ctx.show(&SystemList { systems, empty: "No system fits. Run `makini systems list` to see all.".into() })
}
