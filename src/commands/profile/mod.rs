//! `makini profile`.

mod remove;

use clap::Subcommand;
use serde::Serialize;

use crate::args::examples;
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::settings::edit::{self, Change};
use crate::settings::file::{self, File, Owner};
use crate::term::prompt::Question;
use crate::view::{Cell, Column, List, Listed};

/// Manage profiles (one per environment)
#[derive(Subcommand, Debug)]
pub enum Command {
    /// List profiles
    #[command(after_long_help = examples!["makini profile list"])]
    #[command(alias = "ls")]
    List,
    /// Set the default profile
    #[command(after_long_help = examples!["makini profile use staging"])]
    Use(Name),
    /// Show a profile
    #[command(after_long_help = examples!["makini profile show staging"])]
    Show(Name),
    /// Remove a profile and its secrets
    ///
    /// Removes the login, the tokens of connections and the webhook secret from the secret store of the profile.
    /// Secrets that the store cannot remove are listed, and the profile is removed nevertheless.
    #[command(after_long_help = examples!["makini profile remove staging --confirm staging"])]
    Remove(Remove),
}

/// A profile by its name.
#[derive(clap::Args, Debug)]
pub struct Name {
    /// Profile name
    name: String,
}

/// What to remove.
#[derive(clap::Args, Debug)]
pub struct Remove {
    /// Profile name
    name: String,

    /// Confirm by the name of the profile, without a prompt
    #[arg(long, value_name = "NAME")]
    confirm: Option<String>,
}

/// Runs one of them.
pub async fn run(ctx: &Context, command: Command) -> Result<Exit, Failure> {
    match command {
        Command::List | Command::Show(_) => ctx.out.check_for::<List<Profile>>()?,
        Command::Use(_) | Command::Remove(_) => ctx.out.check_without_table()?,
    }
    let path = ctx.settings.paths.config_file()?;
    let config = file::read(&path, Owner::User)?.unwrap_or_default();
    match command {
        Command::List => ctx.show(&List(list(&config, ctx.settings.profile()))),
        Command::Use(Name { name }) => {
            if name != "sandbox" {
                known(&config, &name)?;
            }
            edit::apply(&path, &[Change::Use(name.clone())])?;
            ctx.term.status(format!("profile `{name}` is used from now on"));
            Ok(Exit::Ok)
        }
        Command::Show(Name { name }) => {
            known(&config, &name)?;
            let found = list(&config, ctx.settings.profile()).into_iter().filter(|profile| profile.name == name);
            ctx.show(&List(found.collect()))
        }
        Command::Remove(Remove { name, confirm }) => {
            known(&config, &name)?;
            ctx.confirm_name(
                &Question::new(&format!("Remove profile `{name}` and its tokens? Type its name"), "--confirm NAME"),
                &name,
                confirm.as_deref(),
            )?;
            remove::secrets(ctx, &config, &name).await;
            edit::apply(&path, &[Change::Remove(name.clone())])?;
            ctx.term.status(format!("profile `{name}` is removed"));
            Ok(Exit::Ok)
        }
    }
}

fn known(config: &File, name: &str) -> Result<(), Failure> {
    if config.profiles.contains_key(name) {
        return Ok(());
    }
    let names = config.profiles.keys().map(String::as_str).collect::<Vec<_>>().join(", ");
    let failure = Failure::new(Exit::NotFound, format!("there is no profile `{name}`"));
    Err(if names.is_empty() {
        failure.hint(format!("`makini login --profile {name}` makes it"))
    } else {
        failure.hint(format!("there are: {names}; `makini login --profile {name}` makes a new one"))
    })
}

fn list(config: &File, current: &str) -> Vec<Profile> {
    let own = config.profiles.iter().map(|(name, section)| Profile {
        name: name.clone(),
        current: name == current,
        server: section.get("server").cloned(),
        client_id: section.get("client_id").cloned(),
        secret_store: section.get("secret_store").cloned(),
    });
    own.collect()
}

/// One profile as it is configured.
#[derive(Serialize)]
struct Profile {
    name: String,
    current: bool,
    server: Option<String>,
    client_id: Option<String>,
    secret_store: Option<String>,
}

fn or_default(value: Option<&str>) -> Cell<'_> {
    value.map_or_else(|| Cell::muted("default").machine(""), Cell::text)
}

const COLUMNS: &[Column<Profile>] = &[
    Column::new("name", "NAME", |profile: &Profile, _| Cell::name(profile.name.as_str())),
    Column::new("current", "CURRENT", |profile: &Profile, _| Cell::flag(profile.current)),
    Column::new("server", "SERVER", |profile: &Profile, _| or_default(profile.server.as_deref())),
    Column::new("client_id", "CLIENT ID", |profile: &Profile, _| {
        profile.client_id.as_deref().map_or_else(Cell::empty, Cell::id)
    }),
    Column::new("secret_store", "SECRETS", |profile: &Profile, _| or_default(profile.secret_store.as_deref())),
];

impl Listed for Profile {
    const SCHEMA: &'static str = "profiles.list/1";
    const COLUMNS: &'static [Column<Self>] = COLUMNS;
    const EMPTY: &'static str = "No profiles yet. `makini login` makes one; `--sandbox` needs none.";
}
