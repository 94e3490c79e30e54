//! Resolves a connection by its ID, its name, the label in its metadata, or a prefix of these that only one has.

use crate::api::connections::{Connection, Integration, Lifecycle};
use crate::api::operation::Operation;
use crate::args::pasted;
use crate::client::{self, Client};
use crate::context::{Context, completion};
use crate::exit::Exit;
use crate::failure::{Classify as _, During as _, Failure};
use crate::suggest::did_you_mean;
use crate::term::prompt::Question;

/// Maximum number of connections named in the error for an ambiguous text.
const NAMED: usize = 5;

/// Resolves one connection.
///
/// # Errors
/// [`Exit::NotFound`] with the closest names; [`Exit::Usage`] when it means several, naming them with their IDs.
pub async fn connection(ctx: &Context, client: &Client, text: &str) -> Result<Connection, Failure> {
    let mut found = connections(ctx, client, std::slice::from_ref(&text.to_owned())).await?;
    Ok(found.remove(0))
}

/// Resolves one connection. Without a text: the one that `MAKINI_CONNECTION_TOKEN` belongs to, or the one chosen at the
/// prompt.
///
/// # Errors
/// As [`connection()`]; [`Exit::Usage`] without a text, a token and a prompt.
pub async fn connection_or_own(ctx: &Context, client: &Client, text: Option<&str>) -> Result<Connection, Failure> {
    if let Some(text) = text {
        return connection(ctx, client, text).await;
    }
    if has_own(ctx) {
        return own(client).await;
    }
    if !ctx.may_ask() {
        let failure = Failure::usage("no connection given");
        return Err(failure.hint("name it by ID or name; `makini connections list` lists them"));
    }
    let mut all = client.connections().await.during(|| "could not list connections".into())?;
    let items: Vec<String> = all.iter().map(title).collect();
    let picked = ctx.prompter.search(&Question::new("Connection", "CONNECTION"), &items)?;
    Ok(all.swap_remove(picked))
}

/// Resolves one connection to its ID without the network: among the names that commands have shown on this machine, and
/// among `ids`, which the caller holds.
///
/// # Errors
/// As [`connection()`].
pub fn shown_connection(ctx: &Context, ids: &[String], text: &str) -> Result<String, Failure> {
    let row = |id: &String, name: Option<String>| Connection { key: Some(id.clone()), name, ..Connection::default() };
    let shown = completion::known(&ctx.settings).remove("connections").unwrap_or_default();
    let mut rows: Vec<Connection> =
        shown.iter().map(|(id, name)| row(id, Some(name.clone()).filter(|name| !name.is_empty()))).collect();
    rows.extend(ids.iter().filter(|id| shown.iter().all(|(known, _)| known != *id)).map(|id| row(id, None)));
    match one(&rows, text) {
        Ok(found) => Ok(found.id().to_owned()),
        Err(failure) if failure.exit == Exit::NotFound => {
            Err(failure.hint("names are looked up among those that commands have shown on this machine"))
        }
        Err(failure) => Err(failure),
    }
}

/// Returns connections whose names are shown beside their IDs, or none with a warning: the IDs are enough.
pub fn optional_names(ctx: &Context, found: Result<Vec<Connection>, client::Error>) -> Vec<Connection> {
    found.unwrap_or_else(|error| {
        ctx.term.warn(format!("could not read the names of connections, so their IDs are shown: {error}"));
        Vec::new()
    })
}

/// Resolves one connection of the journal to its ID. The journal holds IDs and no names, so the server is called for a
/// text that it does not hold; where it cannot be asked, the names that commands have shown serve.
///
/// # Errors
/// As [`connection()`]: a text that means nothing must not look like a connection without requests.
pub async fn journaled_connection(ctx: &Context, text: &str) -> Result<String, Failure> {
    if ctx.journal()?.has_connection(ctx.settings.profile(), text)? {
        return Ok(text.to_owned());
    }
    let found = match ctx.client().await {
        Ok(client) => connection(ctx, client, text).await,
        Err(failure) => Err(failure),
    };
    match found {
        Ok(found) => Ok(found.id().to_owned()),
        Err(failure) if failure.exit == Exit::NotFound || failure.exit == Exit::Usage => Err(failure),
        Err(failure) => match shown_connection(ctx, &[], text) {
            Ok(id) => Ok(id),
            Err(_) => Err(failure.during(format!("the journal holds no connection `{text}`; the server has its name"))),
        },
    }
}

/// Resolves several connections, in their order and each once. Reads the list once.
///
/// # Errors
/// As [`connection()`].
pub async fn connections(ctx: &Context, client: &Client, texts: &[String]) -> Result<Vec<Connection>, Failure> {
    let during = || "could not find the connection".to_owned();
    if let [text] = texts
        && let Some(id) = connection_id(text)
        && client.operation(Operation::ConnectionGet).await.during(during)?.is_some()
        && let Some(found) = client.connection(&id).await.during(during)?
    {
        return Ok(vec![found]);
    }
    let all = match client.connections().await {
        Ok(all) => all,
        // A job that holds nothing but a connection's token may still name its connection.
        Err(error) if has_own(ctx) && error.exit() == Exit::Auth => vec![own(client).await?],
        Err(error) => return Err(Failure::from(error).during(during())),
    };
    for row in &all {
        ctx.out.seen.add("connections", row.id(), row.name.as_deref().unwrap_or_default());
    }
    let mut found: Vec<Connection> = Vec::new();
    for text in texts {
        let meant = one(&all, text)?;
        if found.iter().all(|known| known.id() != meant.id()) {
            found.push(meant.clone());
        }
    }
    Ok(found)
}

/// Resolves several connections, also disconnected ones: those whose text fits none that is connected, where the server
/// lists them.
///
/// # Errors
/// As [`connection()`].
pub async fn connections_of_all_time(
    ctx: &Context,
    client: &Client,
    texts: &[String],
) -> Result<Vec<Connection>, Failure> {
    let failure = match connections(ctx, client, texts).await {
        Err(failure) if failure.exit == Exit::NotFound => failure,
        found => return found,
    };
    let all = client.connections_of_all_time().await.during(|| "could not find the connection".into())?;
    let (ended, connected): (Vec<_>, Vec<_>) =
        all.into_iter().partition(|row| row.lifecycle() == Lifecycle::Disconnected);
    let mut found: Vec<Connection> = Vec::new();
    for text in texts {
        let meant = match one(&connected, text) {
            Err(missing) if missing.exit == Exit::NotFound => match one(&ended, text) {
                Err(missing) if missing.exit == Exit::NotFound => {
                    // Where it is not clear what the server offers, it may be one that is not listed.
                    let offered = client.offered(Operation::RetainedDataList).await;
                    let is_offered = offered.during(|| format!("could not find the connection `{text}`"))?.is_some();
                    let hint = "a disconnected connection is not listed by this server, and what was synced of it is not \
                                offered";
                    return Err(if is_offered { failure } else { failure.hint(hint) });
                }
                meant => meant?,
            },
            meant => meant?,
        };
        if found.iter().all(|known| known.id() != meant.id()) {
            found.push(meant.clone());
        }
    }
    Ok(found)
}

fn has_own(ctx: &Context) -> bool {
    ctx.env.text("MAKINI_CONNECTION_TOKEN").is_some()
}

async fn own(client: &Client) -> Result<Connection, Failure> {
    let found = client.integration("current").await.during(|| "could not read the connection of this token".into())?;
    Ok(of_integration(found))
}

/// Returns the connection that a connection's own token belongs to.
fn of_integration(found: Integration) -> Connection {
    Connection {
        key: found.id,
        name: found.company_name,
        email: found.email,
        integration_name: found.provider,
        updated_at: found.updated_at,
        sync_status: found.sync_status,
        ..Connection::default()
    }
}

/// Returns the ID that a pasted text is or contains.
pub fn connection_id(text: &str) -> Option<String> {
    pasted::id(text).ok().filter(|id| is_id(id))
}

/// Returns whether a text has the form of an ID: fourteen digits in the published samples, or a UUID.
fn is_id(text: &str) -> bool {
    (text.len() >= 10 && text.bytes().all(|byte| byte.is_ascii_digit()))
        || (text.len() == 36 && text.bytes().all(|byte| byte.is_ascii_hexdigit() || byte == b'-'))
}

fn one<'a>(all: &'a [Connection], text: &str) -> Result<&'a Connection, Failure> {
    let shown = pasted::name(text);
    let wanted = shown.to_lowercase();
    if wanted.is_empty() {
        return Err(Failure::usage("the name of a connection is empty"));
    }
    let name = |row: &Connection| pasted::name(row.name.as_deref().unwrap_or_default()).to_lowercase();
    let label = |row: &Connection| pasted::name(&row.label().unwrap_or_default()).to_lowercase();
    let id = connection_id(text);
    // The first that anything fits decides: a whole name is never ambiguous for being the beginning of another.
    let ways: [&dyn Fn(&Connection) -> bool; 7] = [
        &|row| row.id() == shown,
        &|row| row.name.as_deref() == Some(text),
        &|row| row.name.as_deref() == Some(shown.as_str()),
        &|row| name(row) == wanted,
        &|row| label(row) == wanted,
        // Last of all that are exact: `Plant 7 (01234567890123)`, an address, a quoted ID.
        &|row| id.as_deref() == Some(row.id()),
        &|row| {
            let starts = |text: String| text.starts_with(&wanted);
            starts(name(row)) || starts(row.id().to_lowercase()) || starts(label(row))
        },
    ];
    for fits in ways {
        let mut found = all.iter().filter(|row| !row.id().is_empty() && fits(row));
        match (found.next(), found.next()) {
            (None, _) => {}
            (Some(only), None) => return Ok(only),
            (Some(_), Some(_)) => return Err(several(text, all.iter().filter(|row| fits(row)))),
        }
    }
    let failure = Failure::new(Exit::NotFound, format!("no connection is called `{text}`"));
    let labels: Vec<String> = all.iter().filter_map(Connection::label).collect();
    let names = all.iter().flat_map(|row| [row.name.as_deref(), row.key.as_deref()]).flatten();
    let failure = match did_you_mean(text, names.chain(labels.iter().map(String::as_str))) {
        Some(hint) => failure.hint(hint),
        None => failure,
    };
    Err(failure.hint("`makini connections list` lists them"))
}

fn several<'a>(text: &str, found: impl Iterator<Item = &'a Connection>) -> Failure {
    let mut named: Vec<String> = found.map(title).collect();
    let more = named.len().saturating_sub(NAMED);
    named.truncate(NAMED);
    let mut list = named.join(", ");
    if more > 0 {
        list += &format!(" and {more} more");
    }
    Failure::usage(format!("`{text}` matches more than one connection: {list}")).hint("use the ID")
}

/// Returns the name and ID of a connection: `Plant 7 (01234567890123)`.
fn title(row: &Connection) -> String {
    match row.name.as_deref() {
        Some(name) => format!("{name} ({})", row.id()),
        None => row.id().to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows() -> Vec<Connection> {
        let row = |id: &str, name: &str| Connection {
            key: Some(id.into()),
            name: Some(name.into()),
            ..Connection::default()
        };
        vec![
            row("01111111111111", "Plant 7"),
            row("02222222222222", "Plant 7 north"),
            row("03333333333333", "plant 8"),
            row("03444444444444", "Plant 8"),
            row("05", "0222"),
            Connection {
                user_metadata: serde_json::json!([{ "key": "label", "value": "Lyon" }]),
                ..row("06666666666666", "Werk 12")
            },
        ]
    }

    fn id(text: &str) -> String {
        one(&rows(), text).map_or_else(|failure| failure.cause.to_string(), |row| row.id().to_owned())
    }

    #[test]
    fn the_most_exact_meaning_wins() {
        for (text, meant) in [
            ("01111111111111", "01111111111111"),
            ("Plant 7", "01111111111111"),
            ("PLANT 7", "01111111111111"),
            ("plant 7 n", "02222222222222"),
            ("plant 8", "03333333333333"),
            ("Plant 8", "03444444444444"),
            ("0222", "05"),
            ("02222", "02222222222222"),
            (" Plant\u{a0}7 ", "01111111111111"),
            ("\"Plant 7\"", "01111111111111"),
            ("01111111111111.", "01111111111111"),
            ("ID: 01111111111111", "01111111111111"),
            ("Plant 7 north (02222222222222)", "02222222222222"),
            ("https://app.example.com/connections/02222222222222?tab=syncs", "02222222222222"),
            ("\u{200b}03333333333333", "03333333333333"),
            ("022222222\u{2026}", "02222222222222"),
            ("lyon", "06666666666666"),
            ("ly", "06666666666666"),
            ("Werk 12", "06666666666666"),
        ] {
            assert_eq!(id(text), meant, "{text}");
        }
    }

    #[test]
    fn more_than_one_and_none() {
        insta::assert_snapshot!(id("PLANT 8"), @"`PLANT 8` matches more than one connection: plant 8 (03333333333333), Plant 8 (03444444444444)");
        let failure = one(&rows(), "plnat 7").unwrap_err();
        assert_eq!(failure.exit, Exit::NotFound);
        insta::assert_snapshot!(failure.hints.join("\n"), @r"
        did you mean `Plant 7`?
        `makini connections list` lists them
        ");
        assert_eq!(one(&rows(), "03").unwrap_err().exit, Exit::Usage);
        assert_eq!(one(&rows(), " ").unwrap_err().exit, Exit::Usage);
        assert_eq!(one(&[], "x").unwrap_err().exit, Exit::NotFound);
    }

    #[test]
    fn what_looks_like_an_id() {
        assert!(is_id("01111111111111") && is_id("7f9c24e8-3b12-4fef-91e0-56a2d5a0f3ab"));
        assert!(!is_id("2026") && !is_id("Plant 7") && !is_id(""));
    }
}
