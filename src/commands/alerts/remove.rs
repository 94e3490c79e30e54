//! `makini alerts remove`.

use super::local;
use crate::api::alerts::AlertRule;
use crate::api::operation::Operation;
use crate::args::examples;
use crate::args::resolve::{self, Resource};
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::{During as _, Failure};
use crate::term::prompt::Question;
use crate::view::removed::{Removable, Removed};

/// Remove an alert rule and its history
///
/// On a server without alert rules, its budget is taken out of `[check]` of `config.toml`; what a monitor recorded stays.
#[derive(clap::Args, Debug)]
#[command(after_long_help = examples!["makini alerts remove too-many-errors --yes"])]
pub struct Args {
    /// Alert rule: ID, name or unique prefix of the ID
    #[arg(value_name = "RULE")]
    rule: String,
}

impl Removable for AlertRule {
    const REMOVED: &'static str = "alerts.remove/1";
}

impl Resource for AlertRule {
    const NOUN: &'static str = "alert rule";
    const LIST_HINT: &'static str = "`makini alerts list` lists them";

    fn id(&self) -> Option<&str> {
        self.id.as_deref()
    }

    fn alias(&self) -> Option<&str> {
        self.name.as_deref()
    }
}

/// Asks, and removes it.
pub async fn run(ctx: &Context, args: Args) -> Result<Exit, Failure> {
    ctx.out.check_for::<Removed<AlertRule>>()?;
    let client = ctx.client().await?;
    let during = || "could not list alert rules".to_owned();
    if client.offered(Operation::AlertRuleDelete).await.during(during)?.is_none() {
        let (name, changes) = local::removal(ctx, &args.rule)?;
        let label = format!("Remove the alert rule `{name}` of this machine?");
        ctx.confirm(
            &Question::new(&label, "--yes").help("`makini check` and `makini monitor` no longer judge by it."),
        )?;
        local::change(ctx, &changes)?;
        return ctx.show(&Removed::<AlertRule>::new(name.to_owned(), name.to_owned()));
    }
    let all = client.alert_rules().await.during(during)?;
    let rule = resolve::resource(all, &args.rule)?;
    let (id, name) = (rule.id.unwrap_or_default(), rule.name.unwrap_or_default());
    let label = format!("Remove the alert rule `{name}`?");
    ctx.confirm(&Question::new(&label, "--yes").help("When it fired is forgotten, too."))?;
    client.delete_alert_rule(&id).await.during(|| format!("could not remove the alert rule {id}"))?;
    resolve::is_gone(client.alert_rules().await, &id)?;
    ctx.show(&Removed::<AlertRule>::new(id, name))
}
