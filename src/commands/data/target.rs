//! Which entity a command is about, and in which domain.

use serde_json::{Map, Value};

use super::conditions::Conditions;
use crate::api::connections::Connection;
use crate::api::entities::{self, Domain, Field, Resource, Verb};
use crate::args::ConnectionArg;
use crate::args::resolve::{entity as resource, system_domains};
use crate::client::Client;
use crate::client::call::row_key;
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;

/// The entity that a command is about.
#[derive(clap::Args, Clone, Debug)]
pub(super) struct EntityArg {
    /// Entity, for example `work-orders`
    ///
    /// `makini data entities` lists them.
    #[arg(value_name = "ENTITY")]
    pub(super) entity: String,
}

/// The rows that a command is about.
#[derive(clap::Args, Clone, Debug)]
pub(super) struct RowsArg {
    #[command(flatten)]
    pub(super) connection: ConnectionArg,

    #[command(flatten)]
    pub(super) entity: EntityArg,
}

/// The one row that a command is about.
#[derive(clap::Args, Clone, Debug)]
pub(super) struct RowArg {
    #[command(flatten)]
    pub(super) rows: RowsArg,

    /// Key of the row
    #[arg(value_name = "KEY", value_parser = clap::builder::NonEmptyStringValueParser::new())]
    pub(super) key: String,
}

/// The domain, for entities that several have.
#[derive(clap::Args, Clone, Debug)]
pub(super) struct DomainArg {
    /// Domain of the entity
    ///
    /// If omitted, the first domain of the connected system that has the entity; `-v` prints it.
    #[arg(long, value_name = "DOMAIN", ignore_case = true)]
    #[arg(value_parser = ["eam", "erp", "wms"])]
    domain: Option<String>,
}

impl DomainArg {
    /// Returns the domain that was given.
    pub(super) fn get(&self) -> Option<Domain> {
        self.domain.as_deref().and_then(Domain::find)
    }
}

/// Something that can be listed: an entity, or the states that rows of one can have.
#[derive(Clone, Debug)]
pub(super) struct Listable {
    /// Behind `/api/{domain}/`, as `statuses/work-orders`.
    pub(super) path: String,
    /// As `work orders`.
    pub(super) plural: &'static str,
    /// Its published fields.
    pub(super) fields: &'static [Field],
    /// Whether its rows have keys.
    pub(super) has_key: bool,
    /// Fields that a table shows by default.
    pub(super) columns: Vec<&'static str>,
    /// Whether its lists take `per_page`.
    pub(super) is_sized: bool,
    domains: Vec<Domain>,
}

impl Listable {
    /// Finds what `word` names.
    ///
    /// # Errors
    /// [`Exit::Usage`] with the closest names.
    pub(super) fn find(word: &str) -> Result<Self, Failure> {
        if let Some(of) = word.strip_prefix("statuses/") {
            return Self::statuses(of);
        }
        let row = resource(word)?;
        Ok(Self {
            path: row.path.to_owned(),
            plural: row.plural,
            fields: row.fields,
            has_key: row.field("key").is_some(),
            columns: row.columns.clone(),
            is_sized: row.per_page,
            domains: allowed(row, Verb::List)?,
        })
    }

    /// Finds the states that rows of an entity can have.
    ///
    /// # Errors
    /// [`Exit::Usage`] where the API has no such list.
    pub(super) fn statuses(of: &str) -> Result<Self, Failure> {
        let Some(list) = entities::statuses().iter().find(|list| list.of == of) else {
            let known: Vec<String> = entities::statuses().iter().map(|list| format!("statuses/{}", list.of)).collect();
            let failure = Failure::usage(format!("the API has no list of the statuses of `{of}`"));
            return Err(failure.hint(format!("there are {}", known.join(", "))));
        };
        Ok(Self {
            path: format!("statuses/{of}"),
            plural: "statuses",
            fields: entities::fields("Status").unwrap_or_default(),
            has_key: true,
            columns: vec!["key", "code", "name"],
            is_sized: false,
            domains: list.domains.clone(),
        })
    }

    /// Checks a row of its list: its key is there, it has more fields of its own than a name, and no condition excludes it.
    ///
    /// # Errors
    /// [`Exit::Unavailable`].
    pub(super) fn check_row(&self, row: &Map<String, Value>, conditions: &Conditions) -> Result<(), Failure> {
        if self.has_key && row_key(row).is_none() {
            return Err(Failure::new(Exit::Unavailable, "the server returned a row without its key"));
        }
        // Names and keys are everywhere, and connections have custom fields of their own.
        let known = row.keys().filter(|name| self.fields.iter().any(|field| field.name == *name)).count();
        if known <= 2 && row.len() >= known + 3 {
            let message = format!("the server returned a row that is none of {}", self.plural);
            return Err(Failure::new(Exit::Unavailable, message));
        }
        conditions.check_row(row)
    }

    /// Returns whether a domain lists it.
    pub(super) fn is_in(&self, domain: Domain) -> bool {
        self.domains.contains(&domain)
    }

    /// Returns the domain to list it in.
    ///
    /// # Errors
    /// As [`domain()`].
    pub(super) async fn domain(
        &self,
        ctx: &Context,
        client: &Client,
        connection: &Connection,
        given: Option<Domain>,
    ) -> Result<Domain, Failure> {
        domain(ctx, client, connection, given, (self.plural, &self.domains)).await
    }
}

/// Checks that the API can do `verb` with an entity at all.
///
/// # Errors
/// [`Exit::Usage`] with what it can do.
pub(super) fn allowed(row: &'static Resource, verb: Verb) -> Result<Vec<Domain>, Failure> {
    let domains: Vec<Domain> = Domain::ALL.into_iter().filter(|domain| row.allows(*domain, verb)).collect();
    if !domains.is_empty() {
        return Ok(domains);
    }
    let can: Vec<&str> = Verb::ALL
        .into_iter()
        .filter(|verb| Domain::ALL.iter().any(|domain| row.allows(*domain, *verb)))
        .map(word)
        .collect();
    let message = format!("the API cannot {} {}; it can {} them", word(verb), row.plural, can.join(" and "));
    Err(Failure::usage(message).hint("`makini data entities` lists what it can do with each"))
}

/// Returns what a person calls a verb.
pub(super) const fn word(verb: Verb) -> &'static str {
    match verb {
        Verb::List => "list",
        Verb::Get => "get",
        Verb::Create => "create",
        Verb::Update => "update",
    }
}

/// Returns the domain to use: the given one, the only one, or the first of the connected system that has it.
///
/// # Errors
/// [`Exit::Usage`] for a domain that does not have it, and where nothing says which one is meant.
pub(super) async fn domain(
    ctx: &Context,
    client: &Client,
    connection: &Connection,
    given: Option<Domain>,
    (plural, domains): (&str, &[Domain]),
) -> Result<Domain, Failure> {
    let names = |domains: &[Domain]| domains.iter().map(|domain| domain.slug()).collect::<Vec<_>>().join(", ");
    if let Some(given) = given {
        if domains.contains(&given) {
            return Ok(given);
        }
        let failure = Failure::usage(format!("the domain {} cannot do this with {plural}", given.slug()));
        return Err(failure.hint(format!("domains that can: {}", names(domains))));
    }
    if let [only] = domains {
        return Ok(*only);
    }
    let hint = || format!("{plural} are in {}: choose one with `--domain`", names(domains));
    let of_system = system_domains(client, connection).await.map_err(|failure| failure.hint(hint()))?;
    let fitting: Vec<Domain> = of_system.iter().copied().filter(|domain| domains.contains(domain)).collect();
    if let Some((first, others)) = fitting.split_first() {
        if !others.is_empty() {
            ctx.term.verbose(1, || format!("domain {}; `--domain` can be {} too", first.slug(), names(others)));
        }
        return Ok(*first);
    }
    let message = if of_system.is_empty() {
        "the server does not return the domains of the connected system".to_owned()
    } else {
        format!("the connected system has the domains {}", names(&of_system))
    };
    Err(Failure::usage(message).hint(hint()))
}
