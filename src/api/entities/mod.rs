//! The catalogue of resources: one row for each thing the three domains publish.
//!
//! Help, completion, tables, the sandbox's routes and tests all read it. The facts are text tables (`resource/table.rs`,
//! `resource/schema.rs`), read once, when a command first needs them.

mod field;
mod operator;
mod schema;
mod table;
pub mod write;

use std::collections::HashMap;
use std::sync::LazyLock;

pub use field::{Field, Kind};
pub use operator::Operator;

/// One of the three published domains.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Domain {
    /// Enterprise asset management: assets, work orders, maintenance.
    Eam,
    /// Enterprise resource planning: purchasing, sales, finance, production.
    Erp,
    /// Warehouse management: stocks, shipments, transfers.
    Wms,
}

impl Domain {
    /// All of them, in the order of the documentation.
    pub const ALL: [Self; 3] = [Self::Eam, Self::Erp, Self::Wms];

    /// Returns its word in paths: `eam`.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Eam => "eam",
            Self::Erp => "erp",
            Self::Wms => "wms",
        }
    }

    /// Finds a domain by its word, in either case.
    pub fn find(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|domain| domain.slug().eq_ignore_ascii_case(word))
    }
}

/// What can be done with a resource.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Verb {
    /// `GET …/things`.
    List,
    /// `GET …/things/{key}`.
    Get,
    /// `POST …/things`.
    Create,
    /// `PUT …/things/{key}`.
    Update,
}

impl Verb {
    /// All of them, reads first.
    pub const ALL: [Self; 4] = [Self::List, Self::Get, Self::Create, Self::Update];

    fn letter(self) -> char {
        match self {
            Self::List => 'L',
            Self::Get => 'G',
            Self::Create => 'C',
            Self::Update => 'U',
        }
    }

    /// Returns the HTTP method, in capitals.
    pub fn method(self) -> &'static str {
        match self {
            Self::List | Self::Get => "GET",
            Self::Create => "POST",
            Self::Update => "PUT",
        }
    }
}

/// Something a write takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Input {
    /// Its published name.
    pub name: &'static str,
    /// Whether the documents require it.
    pub required: bool,
}

/// A resource of the published API.
#[derive(Debug)]
pub struct Resource {
    /// Its path segment, as `purchase-orders`.
    pub path: &'static str,
    /// The published name of its objects, as `PurchaseOrder`.
    pub schema: &'static str,
    /// As `purchase order`.
    pub singular: &'static str,
    /// As `purchase orders`.
    pub plural: &'static str,
    /// Whether lists take `per_page`.
    pub per_page: bool,
    /// Fields that a table shows by default.
    pub columns: Vec<&'static str>,
    /// The fields of its objects, in the published order.
    pub fields: &'static [Field],
    verbs: [&'static str; 3],
    create: Vec<Input>,
    update: Vec<Input>,
}

impl Resource {
    /// Returns whether `domain` publishes `verb` for it.
    pub fn allows(&self, domain: Domain, verb: Verb) -> bool {
        self.verbs[domain as usize].contains(verb.letter())
    }

    /// Returns the domains that have it.
    pub fn domains(&self) -> impl Iterator<Item = Domain> + '_ {
        Domain::ALL.into_iter().filter(|domain| self.allows(*domain, Verb::List))
    }

    /// Returns the path of its list: `/api/eam/assets`.
    pub fn list_path(&self, domain: Domain) -> String {
        format!("/api/{}/{}", domain.slug(), self.path)
    }

    /// Returns the template of one object: `/api/eam/assets/{key}`.
    pub fn one_path(&self, domain: Domain) -> String {
        format!("/api/{}/{}/{{key}}", domain.slug(), self.path)
    }

    /// Returns what a create or update takes by the documents; nothing for reads.
    pub fn inputs(&self, verb: Verb) -> &[Input] {
        match verb {
            Verb::Create => &self.create,
            Verb::Update => &self.update,
            Verb::List | Verb::Get => &[],
        }
    }

    /// Finds a field by its name.
    pub fn field(&self, name: &str) -> Option<&'static Field> {
        self.fields.iter().find(|field| field.name == name)
    }
}

/// What an endpoint answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// A page of objects.
    List,
    /// One object.
    One,
}

/// A path below a resource that is neither its list nor one of its objects.
#[derive(Debug)]
pub struct Nested {
    /// `GET`, `POST`, `PUT`.
    pub method: &'static str,
    /// Behind `/api/{domain}/`, as `work-orders/{key}/status`.
    pub path: &'static str,
    /// The domains that have it.
    pub domains: Vec<Domain>,
    /// The objects it answers.
    pub schema: &'static str,
    /// One of them or a page.
    pub answer: Answer,
    /// What it takes.
    pub inputs: Vec<Input>,
}

/// A list of the states something can be in.
#[derive(Debug)]
pub struct StatusList {
    /// Whose states, as `work-orders`.
    pub of: &'static str,
    /// The domains that have it.
    pub domains: Vec<Domain>,
}

struct Tables {
    resources: Vec<Resource>,
    nested: Vec<Nested>,
    statuses: Vec<StatusList>,
}

static SCHEMAS: LazyLock<HashMap<&'static str, Vec<Field>>> = LazyLock::new(|| {
    let mut schemas = HashMap::new();
    let mut name = "";
    for word in schema::SCHEMAS.split_whitespace() {
        if let Some(next) = word.strip_suffix(':') {
            name = next;
            schemas.insert(name, Vec::new());
            continue;
        }
        let end = word.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(word.len());
        let (field, mark) = word.split_at(end);
        let fields: &mut Vec<Field> = schemas.get_mut(name).expect("the table begins with a name");
        fields.push(Field { name: field, kind: Kind::read(mark) });
    }
    schemas
});

static TABLES: LazyLock<Tables> = LazyLock::new(|| Tables {
    resources: table::RESOURCES.lines().map(read_resource).collect(),
    nested: table::NESTED.lines().map(read_nested).collect(),
    statuses: table::STATUSES
        .lines()
        .map(|line| {
            let [of, domains] = cells(line);
            StatusList { of, domains: read_domains(domains) }
        })
        .collect(),
});

fn cells<const N: usize>(line: &'static str) -> [&'static str; N] {
    let found: Vec<&str> = line.split('|').map(str::trim).collect();
    found.try_into().expect("a row has a cell for every column")
}

fn read_domains(words: &str) -> Vec<Domain> {
    words.split_whitespace().map(|word| Domain::find(word).expect("a known domain")).collect()
}

fn read_inputs(words: &'static str) -> Vec<Input> {
    let read = |word: &'static str| Input { name: word.trim_end_matches('!'), required: word.ends_with('!') };
    words.split_whitespace().map(read).collect()
}

fn read_resource(line: &'static str) -> Resource {
    let [path, schema, singular, plural, verbs, paging, columns] = cells(line);
    let inputs = |verb: Verb| {
        let rows = table::INPUTS.lines().map(cells);
        let mut rows = rows.filter(|[of, verbs, _]| *of == path && verbs.contains(verb.letter()));
        rows.next().map(|[_, _, inputs]| read_inputs(inputs)).unwrap_or_default()
    };
    let verbs: Vec<&str> = verbs.split_whitespace().collect();
    Resource {
        path,
        schema,
        singular,
        plural,
        per_page: paging == "sized",
        columns: columns.split_whitespace().collect(),
        fields: fields(schema).expect("a resource has a schema"),
        verbs: verbs.try_into().expect("a cell for each domain"),
        create: inputs(Verb::Create),
        update: inputs(Verb::Update),
    }
}

fn read_nested(line: &'static str) -> Nested {
    let [place, domains, schema, answer, inputs] = cells(line);
    let (method, path) = place.split_once(' ').expect("a method and a path");
    let method = match method {
        "get" => "GET",
        "post" => "POST",
        _ => "PUT",
    };
    let answer = if answer == "list" { Answer::List } else { Answer::One };
    Nested { method, path, domains: read_domains(domains), schema, answer, inputs: read_inputs(inputs) }
}

/// Returns every resource, those of all domains first.
pub fn all() -> &'static [Resource] {
    &TABLES.resources
}

/// Finds a resource by its path segment, or by its name in the singular or plural with dashes for spaces.
pub fn find(word: &str) -> Option<&'static Resource> {
    let named = |name: &str| name.replace(' ', "-") == word;
    let known = |row: &&Resource| row.path == word || named(row.singular) || named(row.plural);
    all().iter().find(|row| row.path == word).or_else(|| all().iter().find(known))
}

/// Returns the path segment of the resource that a path is about: `purchase-orders` of
/// `/api/erp/purchase-orders/{key}/line-items`, and `assets` of `/sap/assets`, as calls to a connected system are logged.
/// Nothing where the path is about none.
pub fn of_path(path: &str) -> Option<&'static str> {
    let mut segments = path.trim_start_matches('/').split('/');
    let (first, second, third) = (segments.next()?, segments.next()?, segments.next());
    let segment = match (first, third) {
        ("api", Some(third)) if Domain::find(second).is_some() => third,
        ("api", _) | (_, Some(_)) => return None,
        (_, None) => second,
    };
    all().iter().map(|row| row.path).find(|path| *path == segment)
}

/// Returns the paths below resources.
pub fn nested() -> &'static [Nested] {
    &TABLES.nested
}

/// Returns the lists of statuses.
pub fn statuses() -> &'static [StatusList] {
    &TABLES.statuses
}

/// Returns the fields of a published schema, in the published order.
pub fn fields(schema: &str) -> Option<&'static [Field]> {
    SCHEMAS.get(schema).map(Vec::as_slice)
}

/// Returns the names of all published schemas, in no order.
pub fn schemas() -> impl Iterator<Item = &'static str> {
    SCHEMAS.keys().copied()
}

/// A published method and path.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Endpoint {
    /// `GET`, `POST`, `PUT`.
    pub method: &'static str,
    /// The whole template, as `/api/eam/assets/{key}`.
    pub path: String,
    /// The objects it answers.
    pub schema: &'static str,
    /// Whether it answers a page of them.
    pub lists: bool,
    /// Whether it takes `per_page`.
    pub per_page: bool,
}

/// Returns every published method and path of a domain.
pub fn endpoints(domain: Domain) -> Vec<Endpoint> {
    let mut found = Vec::new();
    for row in all() {
        for verb in Verb::ALL.into_iter().filter(|verb| row.allows(domain, *verb)) {
            let whole = matches!(verb, Verb::List | Verb::Create);
            let path = if whole { row.list_path(domain) } else { row.one_path(domain) };
            let lists = verb == Verb::List;
            found.push(Endpoint {
                method: verb.method(),
                path,
                schema: row.schema,
                lists,
                per_page: lists && row.per_page,
            });
        }
    }
    for row in nested().iter().filter(|row| row.domains.contains(&domain)) {
        let path = format!("/api/{}/{}", domain.slug(), row.path);
        let lists = row.answer == Answer::List;
        found.push(Endpoint { method: row.method, path, schema: row.schema, lists, per_page: false });
    }
    for row in statuses().iter().filter(|row| row.domains.contains(&domain)) {
        let path = format!("/api/{}/statuses/{}", domain.slug(), row.of);
        found.push(Endpoint { method: "GET", path, schema: "Status", lists: true, per_page: false });
    }
    found
}

#[cfg(test)]
mod tests;
