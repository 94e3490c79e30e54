//! `makini alerts remove`.

use serde::Serialize;

use crate::api::alert::AlertRule;
use crate::client::Client;
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::{During as _, Failure};
use crate::term::Line;
use crate::term::prompt::Question;
use crate::view::{Page, View};

/// Remove an alert rule and its history
///
/// Example: `makini alerts remove alr_1 --yes`
#[derive(clap::Args, Debug)]
pub struct Args {
    /// The rule: its ID, its name, or a beginning of the ID that only one has
    #[arg(value_name = "RULE")]
    rule: String,
}

/// Finds the rule that a text means.
async fn pick(client: &Client, text: &str) -> Result<AlertRule, Failure> {
    let all = client.alert_rules().await.during(|| "could not list alert rules".into())?;
    let exact = |rule: &&AlertRule| rule.id.as_deref() == Some(text) || rule.name.as_deref() == Some(text);
    let mut found: Vec<&AlertRule> = all.iter().filter(exact).collect();
    if found.is_empty() && !text.is_empty() {
        found = all.iter().filter(|rule| rule.id.as_deref().is_some_and(|id| id.starts_with(text))).collect();
    }
    match found[..] {
        [one] => Ok(one.clone()),
        [] => Err(Failure::new(Exit::NotFound, format!("there is no alert rule `{text}`"))
            .hint("`makini alerts list` lists them")),
        [first, second, ..] => {
            let id = |rule: &AlertRule| rule.id.clone().unwrap_or_default();
            Err(Failure::usage(format!("`{text}` means several alert rules: {} and {}", id(first), id(second))))
        }
    }
}

/// Asks, and removes it.
pub async fn run(ctx: &Context, args: Args) -> Result<Exit, Failure> {
    let client = ctx.client().await?;
    let rule = pick(client, &args.rule).await?;
    let (id, name) = (rule.id.unwrap_or_default(), rule.name.unwrap_or_default());
    let label = format!("Remove the alert rule `{name}`?");
    ctx.confirm(&Question::new(&label, "--yes").help("When it fired is forgotten, too."))?;
    client.delete_alert_rule(&id).await.during(|| format!("could not remove the alert rule {id}"))?;
    ctx.show(&Removed { id, name, removed: true })
}

#[derive(Serialize)]
struct Removed {
    id: String,
    name: String,
    removed: bool,
}

impl View for Removed {
    const SCHEMA: &'static str = "alerts.remove/1";

    fn human(&self, page: &mut Page<'_>) {
        page.line(Line::new().good("removed").text(": ").name(&self.name).text(" ").id(&self.id));
    }
}
