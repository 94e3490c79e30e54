//! `makini connections metadata`.

use serde::Serialize;
use serde_json::{Map, Value};

use super::show::plain;
use crate::api::connections::{Connection, MetadataEntry};
use crate::args::{ConnectionArg, examples, resolve};
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::{During as _, Failure};
use crate::view::{Cell, Columns, Grid, Head, Items, Look, View};

/// Show or update the metadata of a connection
///
/// Entries that are not named are kept. Not for secrets: everybody who may list connections can read metadata.
/// `--check` writes nothing and exits with 11 if an entry differs, so that a pipeline can detect drift.
#[derive(clap::Args, Debug)]
#[command(after_long_help = examples![
    "makini connections metadata \"Plant 7\"",
    "makini connections metadata \"Plant 7\" region=emea owner=ops",
])]
pub struct Args {
    #[command(flatten)]
    connection: ConnectionArg,

    /// Entries to write
    #[arg(value_name = "KEY=VALUE", value_parser = entry)]
    entries: Vec<MetadataEntry>,

    /// Compare only: show the entries that differ
    #[arg(long, requires = "entries")]
    check: bool,
}

/// Reads `KEY=VALUE`.
pub fn entry(text: &str) -> Result<MetadataEntry, String> {
    match text.split_once('=') {
        Some((key, value)) if !key.trim().is_empty() => {
            Ok(MetadataEntry { key: key.trim().to_owned(), value: value.to_owned() })
        }
        _ => Err("it takes the form KEY=VALUE".into()),
    }
}

/// Writes what is given, and shows what is there.
pub async fn run(ctx: &Context, args: Args) -> Result<Exit, Failure> {
    if args.check {
        ctx.out.check_for::<Differences>()?;
    } else {
        ctx.out.check_for::<Metadata>()?;
    }
    let client = ctx.client().await?;
    let found = resolve::connection(ctx, client, &args.connection).await?;
    let answer = if args.entries.is_empty() || args.check {
        client.connection_metadata(found.id()).await.during(|| "could not read the metadata".into())?
    } else {
        let written = client.set_connection_metadata(found.id(), &args.entries).await;
        written.during(|| "could not write the metadata".into())?
    };
    if args.check {
        return ctx.show(&Differences::between(found, answer, args.entries));
    }
    ctx.show(&Metadata { id: found.id().to_owned(), name: found.name, metadata: answer })
}

/// Metadata of one connection.
#[derive(Serialize)]
struct Metadata {
    id: String,
    name: Option<String>,
    metadata: Map<String, Value>,
}

impl View for Metadata {
    const SCHEMA: &'static str = "connections.metadata/1";
    const ITEMS: Items = Items::Under("metadata");

    fn columns() -> Columns {
        Columns::Known(vec![Head::new("key", "KEY"), Head::new("value", "VALUE")])
    }

    fn table<'a>(&'a self, _: &'a Look) -> Option<Grid<'a>> {
        let rows = self.metadata.iter().map(|(key, value)| vec![Cell::name(key.as_str()), Cell::text(plain(value))]);
        let id = shell_words::quote(&self.id);
        let sentence = format!("No metadata yet. Run `makini connections metadata {id} site=north` to write some.");
        Some(Grid::from_rows(Self::columns().heads(), rows.collect()).empty(sentence))
    }
}

/// Entries that are not as they should be.
#[derive(Serialize)]
struct Differences {
    id: String,
    name: Option<String>,
    differences: Vec<Difference>,
}

/// One of them.
#[derive(Serialize)]
struct Difference {
    key: String,
    /// What it should be.
    wanted: String,
    /// What it is; nothing where there is no such entry.
    found: Option<Value>,
}

impl Differences {
    fn between(connection: Connection, mut found: Map<String, Value>, wanted: Vec<MetadataEntry>) -> Self {
        let differences = wanted.into_iter().filter_map(|MetadataEntry { key, value: wanted }| {
            let found = found.remove(&key);
            let same = found.as_ref().filter(|value| !value.is_null()).map(plain).as_deref() == Some(&wanted);
            (!same).then_some(Difference { key, wanted, found })
        });
        Self { differences: differences.collect(), id: connection.id().to_owned(), name: connection.name }
    }
}

impl View for Differences {
    const SCHEMA: &'static str = "connections.metadata.check/1";
    const ITEMS: Items = Items::Under("differences");

    fn exit(&self) -> Exit {
        if self.differences.is_empty() { Exit::Ok } else { Exit::Drift }
    }

    fn columns() -> Columns {
        Columns::Known(vec![Head::new("key", "KEY"), Head::new("wanted", "WANTED"), Head::new("found", "FOUND")])
    }

    fn table<'a>(&'a self, _: &'a Look) -> Option<Grid<'a>> {
        let rows = self.differences.iter().map(|row| {
            let found = row
                .found
                .as_ref()
                .map_or_else(|| Cell::caution("missing").machine(""), |value| Cell::text(plain(value)));
            vec![Cell::name(row.key.as_str()), Cell::text(row.wanted.as_str()), found]
        });
        Some(Grid::from_rows(Self::columns().heads(), rows.collect()).empty("Every entry is as given."))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries() {
        let read_entry = |text: &str| entry(text).map(|entry| (entry.key, entry.value));
        assert_eq!(read_entry("a=b=c"), Ok(("a".into(), "b=c".into())));
        assert_eq!(read_entry("a="), Ok(("a".into(), String::new())));
        assert!(read_entry("a").is_err() && read_entry("=b").is_err());
    }
}
