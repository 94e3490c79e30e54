//! `makini systems show`.

use serde::Serialize;

use crate::api::systems::{Field, Platform};
use crate::args::{examples, resolve};
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::{During as _, Failure};
use crate::term::Line;
use crate::view::{Card, Cell, Column, Columns, Grid, Look, Page, View};

/// Show the credentials that a system requires
///
/// Lists the fields, where to find their values, and what a connection costs.
#[derive(clap::Args, Debug)]
#[command(after_long_help = examples!["makini systems show ibm-maximo"])]
pub struct Args {
    /// System: slug or name
    system: String,
}

/// Shows it.
pub async fn run(ctx: &Context, args: Args) -> Result<Exit, Failure> {
    ctx.out.check_for::<System>()?;
    let client = ctx.client().await?;
    let found = resolve::system(resolve::catalogue(client).await?, &args.system)?;
    // The list may hold fewer fields than the single resource.
    let full = match found.slug.as_deref() {
        Some(slug) if found.fields.is_empty() => {
            client.platform(slug).await.during(|| "could not read the system".into())?.unwrap_or(found)
        }
        _ => found,
    };
    ctx.show(&System::of(full))
}

/// A system with what a connection to it costs.
#[derive(Serialize)]
struct System {
    #[serde(flatten)]
    platform: Platform,
    /// Credits of a connection in the cloud; null where that is not offered or the tier is not known.
    credits_cloud: Option<u64>,
    /// Credits of a connection on premises.
    credits_on_premises: Option<u64>,
}

impl System {
    fn of(platform: Platform) -> Self {
        let offered = |word: &str| platform.deployments.is_empty() || platform.deployments.iter().any(|d| d == word);
        Self {
            credits_cloud: platform.credits(false).filter(|_| offered("cloud")),
            credits_on_premises: platform.credits(true).filter(|_| offered("on_premises")),
            platform,
        }
    }
}

impl View for System {
    const SCHEMA: &'static str = "systems.show/1";

    fn human(&self, page: &mut Page<'_>) {
        let system = &self.platform;
        let text = |value: Option<&str>| value.filter(|text| !text.is_empty()).map(|text| Cell::text(text.to_owned()));
        let card = Card::new()
            .row("Name", Cell::name(system.title()))
            .opt("Slug", system.slug.as_deref().map(Cell::id))
            .opt("About", text(system.description.as_deref()))
            .opt("Category", text(system.category.as_deref()))
            .opt("Domains", text(Some(&system.domains.join(", "))))
            .opt("Runs", text(Some(&system.deployments.join(", "))))
            .opt("Tier", system.tier.map(Cell::number))
            .opt("Credits in the cloud", self.credits_cloud.map(Cell::number))
            .opt("Credits on premises", self.credits_on_premises.map(Cell::number));
        page.card(&card);
        page.blank();
        if system.fields.is_empty() {
            page.line("This server does not tell what the system asks for.");
        } else {
            page.heading("What it asks for");
            page.grid();
        }
        if !system.guide.is_empty() {
            page.blank();
            page.heading("How to get that");
            for (number, step) in system.guide.iter().enumerate() {
                page.line(format!("{}. {step}", number + 1));
            }
        }
        if let Some(slug) = &system.slug {
            page.blank();
            page.line(
                Line::new().commands(&format!("Run `makini connect {}` to connect it.", shell_words::quote(slug))),
            );
        }
    }

    fn columns() -> Columns {
        Columns::of(COLUMNS)
    }

    fn table<'a>(&'a self, look: &'a Look) -> Option<Grid<'a>> {
        Some(Grid::of(&self.platform.fields, COLUMNS, look))
    }
}

const COLUMNS: &[Column<Field>] = &[
    Column::new("name", "FIELD", |field: &Field, _| Cell::id(field.name.as_str())),
    Column::new("label", "LABEL", |field: &Field, _| Cell::text(field.label.as_str())),
    Column::new("kind", "KIND", |field: &Field, _| {
        if field.secret {
            Cell::caution("secret")
        } else {
            Cell::text(if field.kind.is_empty() { "text" } else { field.kind.as_str() })
        }
    }),
    Column::new("optional", "OPTIONAL", |field: &Field, _| Cell::flag(field.optional)),
    Column::new("help", "WHERE TO FIND IT", |field: &Field, _| Cell::maybe(field.help.as_deref(), Cell::text)),
    Column::new("example", "EXAMPLE", |field: &Field, _| Cell::maybe(field.example.as_deref(), Cell::muted)),
];
