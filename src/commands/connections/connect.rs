//! `makini connect`.

use std::time::Duration;

use super::connect_view::Connected;
use super::connect_web;
use super::credentials::{self, FieldArgs, Values};
use super::establish::{establish, follow};
use super::hosted_page::PageArgs;
use super::magic_link::{self, CreatedLink, LinkArgs};
use crate::api::connections::{MetadataEntry, NewConnection};
use crate::api::systems::{Field, Platform};
use crate::args::{examples, resolve};
use crate::client::call::Made;
use crate::client::{self, Client};
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::{During as _, Failure};
use crate::measure::parse_duration;
use crate::shell::{operand, option};
use crate::shutdown::Interrupt;
use crate::term::Line;
use crate::term::prompt::Question;

/// Maximum number of attempts with corrected fields.
const TRIES: usize = 3;

/// Connect a system
///
/// At a terminal, prompts for everything that is not given: the system, its fields (secrets hidden), name and e-mail;
/// then shows the cost and asks for confirmation. Without a terminal, pass everything as options, with `--yes`, and
/// secrets by stdin or file.
///
/// Then waits for the first sync: exits with 0 when it completed, 1 when it failed, 8 when it is still running after
/// `--wait-time`. Ctrl-C stops waiting, not the sync.
///
/// With `--web`, a person signs in to the system on the hosted page in a browser; with `--magic-link`, somebody else
/// does, at an address that is printed.
#[derive(clap::Args, Debug)]
#[command(after_long_help = examples![
    "makini connect",
    "makini connect --magic-link ibm-maximo --name \"Plant 7\"",
    "pass plant7 | makini connect ibm-maximo --name \"Plant 7\" --email ops@example.com \\\n      --field url=https://maximo.example.com --field-stdin api_key --yes",
])]
pub struct Args {
    /// System: slug or name
    pub(super) system: Option<String>,

    /// Name of the connection
    #[arg(long, value_name = "NAME")]
    pub(super) name: Option<String>,

    /// E-mail address of the owner
    #[arg(long, value_name = "EMAIL")]
    pub(super) email: Option<String>,

    #[command(flatten)]
    fields: FieldArgs,

    #[command(flatten)]
    pub(super) page: PageArgs,

    #[command(flatten)]
    pub(super) link: LinkArgs,

    /// Metadata entry (can be repeated)
    #[arg(long, value_name = "KEY=VALUE", value_parser = super::metadata::entry)]
    pub(super) metadata: Vec<MetadataEntry>,

    /// The system runs on premises
    ///
    /// It costs twice the credits.
    #[arg(long, conflicts_with_all = ["web", "magic_link"])]
    on_premises: bool,

    /// Do not wait for the first sync
    #[arg(long)]
    pub(super) no_wait: bool,

    /// Maximum time to wait for the first sync
    #[arg(long, value_name = "TIME", default_value = "15m", value_parser = parse_duration, conflicts_with = "no_wait", hide_short_help = true)]
    pub(super) wait_time: Duration,
}

/// Connects it.
pub async fn run(ctx: &Context, args: Args) -> Result<Exit, Failure> {
    if args.link.magic_link {
        ctx.out.check_for::<CreatedLink>()?;
    } else {
        ctx.out.check_for::<Connected>()?;
    }
    args.fields.check()?;
    if let Some(email) = &args.email {
        credentials::email(email).map_err(|wrong| Failure::usage(format!("`--email` {wrong}")))?;
    }
    let client = ctx.client().await?;
    if args.link.magic_link {
        return magic_link::run(ctx, client, &args).await;
    }
    if args.page.web {
        return connect_web::run(ctx, client, &args).await;
    }
    let system = choose(ctx, client, args.system.as_deref()).await?;
    let mut plan = Plan::make(ctx, &system, &args)?;
    show_cost(ctx, client, &system, plan.on_premises).await;
    // It takes a credit: where nobody can be asked, `--yes` says so.
    let label = format!("Connect {} as `{}`?", system.title(), plan.name);
    ctx.confirm(&Question::new(&label, "--yes")).map_err(|failure| plan.repeated_in(failure, &system))?;
    let mut interrupt = Interrupt::new(ctx.shutdown());
    let made = create(ctx, client, &system, &mut plan, &mut interrupt).await?;
    let new = plan.new_connection();
    let connected = establish(ctx, client, made, (&new, &plan.metadata), &mut interrupt).await?;
    let answer = follow(ctx, client, connected, &args, &mut interrupt).await?;
    ctx.show(&answer)
}

pub(super) async fn choose(ctx: &Context, client: &Client, named: Option<&str>) -> Result<Platform, Failure> {
    if named.is_none() && !ctx.may_ask() {
        let failure = Failure::usage("no system given");
        return Err(failure.hint("name it: `makini systems list` lists them"));
    }
    let found = if let Some(named) = named {
        resolve::find_system(client, named).await?
    } else {
        let mut systems = resolve::known_catalogue(client).await?.0;
        let items: Vec<String> = systems.iter().map(offered).collect();
        let picked = ctx.prompter.search(&Question::new("System", "SYSTEM"), &items)?;
        systems.swap_remove(picked)
    };
    match found.slug.as_deref() {
        // The list may hold fewer fields than the single resource.
        Some(slug) if found.fields.is_empty() => {
            Ok(client.platform(slug).await.during(|| "could not read the system".into())?.unwrap_or(found))
        }
        Some(_) => Ok(found),
        None => Err(Failure::new(Exit::Unavailable, format!("the server lists {} without a slug", found.title()))),
    }
}

fn offered(system: &Platform) -> String {
    match system.category.as_deref() {
        Some(category) => format!("{} ({category})", system.title()),
        None => system.title().to_owned(),
    }
}

/// The connection to create.
struct Plan {
    name: String,
    email: String,
    slug: String,
    values: Values,
    on_premises: bool,
    /// Whether the deployment was chosen, and is therefore sent.
    chosen: bool,
    metadata: Vec<MetadataEntry>,
}

impl Plan {
    /// Reads the flags, and prompts for the rest.
    fn make(ctx: &Context, system: &Platform, args: &Args) -> Result<Self, Failure> {
        let (on_premises, chosen) = deployment(system, args.on_premises)?;
        let mut values = args.fields.read(ctx, system)?;
        let missing = values.missing(system);
        if !ctx.may_ask() {
            require_complete(system, &missing, args)?;
        }
        if !missing.is_empty() {
            show_guide(ctx, system);
        }
        values.ask(ctx, &missing)?;
        let optional: Vec<&str> =
            system.fields.iter().filter(|field| field.optional).map(|field| field.name.as_str()).collect();
        if !missing.is_empty() && !optional.is_empty() {
            ctx.term.status(format!("left out, as they are optional: {} (`--field NAME=VALUE`)", optional.join(", ")));
        }
        let name = match &args.name {
            Some(name) if name.trim().is_empty() => return Err(Failure::usage("the name is empty")),
            Some(name) => name.clone(),
            None => {
                let question = Question::new("Name of the connection", "--name NAME");
                ctx.prompter.text(&question, Some(system.title()), &crate::term::prompt::anything)?
            }
        };
        let email = if let Some(email) = &args.email {
            email.clone()
        } else {
            let taken = |text: &str| credentials::email(text).map_err(|wrong| format!("this {wrong}"));
            ctx.prompter.text(&Question::new("Your e-mail address", "--email EMAIL"), None, &taken)?
        };
        let (on_premises, chosen) = if !chosen && ctx.may_ask() && system.deployments.len() > 1 {
            let items = ["in the cloud", "on premises (twice the credits)"].map(String::from);
            (ctx.prompter.choose(&Question::new("Where it runs", "--on-premises"), &items)? == 1, true)
        } else {
            (on_premises, chosen)
        };
        let slug = system.slug.clone().unwrap_or_default();
        Ok(Self { name, email, slug, values, on_premises, chosen, metadata: args.metadata.clone() })
    }

    /// Adds the command that takes everything that was typed, secrets apart, to a failure of the last question.
    fn repeated_in(&self, failure: Failure, system: &Platform) -> Failure {
        let mut command = format!("makini connect {}", operand(&self.slug));
        for (name, value) in [("--name", &self.name), ("--email", &self.email)] {
            command += &format!(" {}", option(name, value));
        }
        for field in system.fields.iter().filter(|field| !field.secret) {
            if let Some(value) = self.values.text(&field.name) {
                command += &format!(" {}", option("--field", &format!("{}={value}", field.name)));
            }
        }
        for entry in &self.metadata {
            command += &format!(" {}", option("--metadata", &format!("{}={}", entry.key, entry.value)));
        }
        if self.on_premises && self.chosen {
            command += " --on-premises";
        }
        failure.hint(format!("to go on with what was typed, or with a part of it changed: `{command}`"))
    }

    fn new_connection(&self) -> NewConnection {
        let place = if self.on_premises { "on_premises" } else { "cloud" };
        NewConnection {
            name: self.name.clone(),
            email: self.email.clone(),
            provider: self.slug.clone(),
            credentials: self.values.credentials(),
            secrets: self.values.secrets(),
            deployment: self.chosen.then(|| place.to_owned()),
        }
    }
}

/// Returns whether it runs on premises, and whether that was chosen.
fn deployment(system: &Platform, asked: bool) -> Result<(bool, bool), Failure> {
    let offers = |word: &str| system.deployments.is_empty() || system.deployments.iter().any(|d| d == word);
    if asked && !offers("on_premises") {
        let failure = Failure::usage(format!("{} is not offered on premises", system.title()));
        return Err(failure.hint("leave `--on-premises` out"));
    }
    Ok((asked || !offers("cloud"), asked))
}

/// Refuses an incomplete command line, with every missing flag in one hint to copy.
fn require_complete(system: &Platform, missing: &[&Field], args: &Args) -> Result<(), Failure> {
    let mut names: Vec<String> = missing.iter().map(|field| format!("`{}`", field.name)).collect();
    let mut flags = credentials::flags(missing.iter().copied());
    for (given, name, flag) in [(&args.name, "a name", "--name NAME"), (&args.email, "an e-mail", "--email EMAIL")] {
        if given.is_none() {
            names.push(name.to_owned());
            flags = format!("{flags} {flag}");
        }
    }
    if names.is_empty() {
        return Ok(());
    }
    let failure = Failure::usage(format!("{} needs {}, and there is nobody to ask", system.title(), names.join(", ")));
    let slug = system.slug.as_deref().map(shell_words::quote).unwrap_or_default();
    Err(failure
        .hint(format!("add `{}`", flags.trim()))
        .hint(format!("`makini systems show {slug}` shows where to find them")))
}

fn show_guide(ctx: &Context, system: &Platform) {
    if system.guide.is_empty() {
        return;
    }
    ctx.term.status(Line::new().heading(format!("Before you connect {}", system.title())));
    for (number, step) in system.guide.iter().enumerate() {
        ctx.term.status(format!("  {}. {step}", number + 1));
    }
}

/// Shows the cost and the credits left, as far as the server returns them.
async fn show_cost(ctx: &Context, client: &Client, system: &Platform, on_premises: bool) {
    let cost = system.credits(on_premises);
    let left = client.credits().await.ok().and_then(|credits| credits.available);
    let place = if on_premises { "on premises" } else { "in the cloud" };
    match (cost, left) {
        (Some(cost), Some(left)) if cost > left => ctx.term.warn(format!(
            "{} {place} takes {cost} credits and {left} are left: the connection would be made inactive, and do nothing \
             until there are enough; `makini credits` shows what holds them",
            system.title()
        )),
        (Some(cost), Some(left)) => {
            ctx.term.status(format!("{} {place} takes {cost} of the {left} credits that are left", system.title()));
        }
        (Some(cost), None) => ctx.term.status(format!("{} {place} takes {cost} credits", system.title())),
        (None, _) => {}
    }
}

/// Creates the connection. Prompts again for fields that the system refused, where prompts are possible.
async fn create(
    ctx: &Context,
    client: &Client,
    system: &Platform,
    plan: &mut Plan,
    interrupt: &mut Interrupt,
) -> Result<Made, Failure> {
    let mut tries = 1;
    loop {
        let progress = ctx.term.progress();
        let bar = progress.spinner(&format!("validating and authorising with {}", system.title()));
        let say = || {
            ctx.term.status("finishing, so that no token is lost; press Ctrl-C again to stop at once");
        };
        let new = plan.new_connection();
        let error = match interrupt.finish(client.create_connection(&new), say).await {
            Ok(made) => {
                bar.done(format!("{} accepted the credentials", system.title()));
                return Ok(made);
            }
            Err(error) => error,
        };
        bar.clear();
        let refused = refused(&error, system);
        if refused.is_empty() || !ctx.may_ask() || tries >= TRIES || interrupt.exit().is_some() {
            let look = format!("makini connections list {}", option("--where", &format!("name={}", plan.name)));
            let failure = error.while_creating(format!("could not connect {}", system.title()), &look);
            let help = format!("`makini systems show {}` says what it asks for", shell_words::quote(&plan.slug));
            return Err(if refused.is_empty() { failure } else { failure.hint(help) });
        }
        tries += 1;
        ctx.term.warn(error.to_string());
        plan.values.ask(ctx, &refused)?;
    }
}

/// Returns the fields that the server refused.
fn refused<'a>(error: &client::Error, system: &'a Platform) -> Vec<&'a Field> {
    let Some(answer) = error.response() else { return Vec::new() };
    let names = answer.body.fields.iter().map(|(name, _)| name.strip_prefix("credentials.").unwrap_or(name));
    let names: Vec<&str> = names.collect();
    system.fields.iter().filter(|field| names.contains(&field.name.as_str())).collect()
}
