//! `makini connect --web`: a person connects the system on the hosted page.

use super::connect::Args;
use super::establish::{complete, follow};
use super::hosted_page::{self, HostedPage};
use crate::client::Client;
use crate::client::call::{Made, Update};
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::shutdown::Interrupt;

/// Connects it there, and watches the first sync here.
pub(super) async fn run(ctx: &Context, client: &Client, args: &Args) -> Result<Exit, Failure> {
    hosted_page::require_person(ctx, &args.page)?;
    let page = HostedPage::find(ctx, client).await?;
    let slug = match &args.system {
        Some(named) => super::connect::choose(ctx, client, Some(named)).await?.slug,
        None => None,
    };
    let mut presets = Vec::new();
    if page.takes_presets {
        let wanted = [("system", &slug), ("name", &args.name), ("email", &args.email)];
        presets.extend(wanted.into_iter().filter_map(|(name, value)| Some((name, value.as_deref()?))));
    } else if let Some(slug) = &slug {
        ctx.term.status(format!("choose `{slug}` on the page: this server does not accept presets"));
    }
    let tokens = page.visit(ctx, client, &presets, &args.page).await?;
    let mut interrupt = Interrupt::new(ctx.shutdown());
    let say = || ctx.term.status("finishing, so that no token is lost; press Ctrl-C again to stop at once");
    let id = interrupt.finish(hosted_page::connection_of(ctx, &tokens), say).await?;
    let made = Made { id: Some(id.clone()), tokens: Some(tokens), ..Made::default() };
    let known = complete(ctx, client, (&id, made), &args.metadata, &mut interrupt).await?;
    if !page.takes_presets && (args.name.is_some() || args.email.is_some()) {
        let update = Update { name: args.name.clone(), email: args.email.clone() };
        if let Err(error) = client.update_connection(&id, &update).await {
            ctx.term.warn(format!("the name is the one from the page: {error}"));
        }
    }
    let answer = follow(ctx, client, known, args, &mut interrupt).await?;
    ctx.show(&answer)
}
