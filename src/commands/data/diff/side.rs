//! One side of a comparison: a connection, or a file of rows.

use std::path::PathBuf;

use serde_json::{Map, Value};

use super::super::conditions::Conditions;
use super::super::retained;
use super::super::target::Listable;
use super::{file, is_export};
use crate::api::connections::Connection;
use crate::api::entities::Domain;
use crate::client::call::ListQuery;
use crate::client::{Client, PageOptions, Purpose};
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::{During as _, Failure};
use crate::term::progress::Unit;

/// Where rows come from.
pub(super) enum Side<'a> {
    Connection { client: &'a Client, connection: Box<Connection>, domain: Domain },
    File(PathBuf),
}

impl<'a> Side<'a> {
    /// Finds what a text names: what exists as a file or a folder is one.
    ///
    /// # Errors
    /// As [`retained::connection`]; [`Exit::Usage`] for a folder without a finished export of the entity.
    pub(super) async fn find(
        ctx: &'a Context,
        text: &str,
        entity: &Listable,
        domain: Option<Domain>,
    ) -> Result<Self, Failure> {
        if !is_export(text) {
            let client = ctx.client().await?;
            let connection = retained::connection(ctx, client, text).await?;
            let domain = entity.domain(ctx, client, &connection, domain).await?;
            return Ok(Self::Connection { client, connection: Box::new(connection), domain });
        }
        let path = PathBuf::from(text);
        if !path.is_dir() {
            return Ok(Self::File(path));
        }
        let file = path.join(format!("{}.ndjson", entity.path.replace('/', "-")));
        if file.exists() {
            return Ok(Self::File(file));
        }
        let tables = ["csv", "parquet"].map(|ending| file.with_extension(ending));
        if let Some(table) = tables.into_iter().find(|table| table.exists()) {
            return Ok(Self::File(table));
        }
        let failure = Failure::usage(format!("`{text}` holds no finished export of {}", entity.plural));
        Err(failure.hint("`makini data export` writes one; a connection of that name can be named by its ID"))
    }

    /// Returns whether values are texts: a table has no types.
    pub(super) fn is_table(&self) -> bool {
        matches!(self, Self::File(path) if file::is_table(path))
    }

    /// Calls `each` with every row. `on` is the field that rows are matched by.
    ///
    /// # Errors
    /// What `each` fails with; [`Exit::Unavailable`] and others where the rows cannot be read.
    pub(super) async fn read(
        &self,
        ctx: &Context,
        (entity, on): (&Listable, &str),
        mut each: impl FnMut(Map<String, Value>) -> Result<(), Failure>,
    ) -> Result<(), Failure> {
        let (client, connection, domain) = match self {
            Self::File(path) => return file::read(path, (entity.fields, on), each),
            Self::Connection { client, connection, domain } => (client, connection, domain),
        };
        let name = connection.display_name();
        let during = || format!("could not read the {} of {name}", entity.plural);
        let options = PageOptions { per_page: entity.is_sized.then_some(100), first: None, limit: None };
        let (at, how) = ((domain.slug(), entity.path.as_str()), (options, Purpose::Call));
        let mut pages = retained::pages(client, connection, at, &ListQuery::default(), how).await.during(during)?;
        let progress = ctx.term.progress();
        let bar = progress.bar(name, None, Unit::Items);
        let (mut read, none) = (0_u64, Conditions::default());
        let mut take = |page: Vec<Map<String, Value>>, total: Option<u64>| {
            bar.set_total(total);
            bar.inc(page.len() as u64);
            read += page.len() as u64;
            page.into_iter().try_for_each(|row| {
                entity.check_row(&row, &none).map_err(|failure| failure.during(during()))?;
                each(row)
            })
        };
        let mut next = pages.next().await;
        while let Some(page) = next.during(during)? {
            next = pages.while_working(|meta| take(page, meta.total)).await?;
        }
        bar.clear();
        // Rows that were not read would be differences.
        match pages.meta().total {
            Some(total) if total != read => {
                let why = format!("the server counts {total} of {}, and {read} were read", entity.path);
                Err(Failure::new(Exit::Unavailable, why)
                    .during(during())
                    .hint("they may have changed meanwhile: try again"))
            }
            _ => Ok(()),
        }
    }
}
