//! Makini Link in the database: visits and Magic Links.

use rusqlite::{Connection as Db, OptionalExtension as _, Row as SqlRow};
use serde_json::{Map, Value};

use crate::hex;
use crate::sandbox::error::Error;
use crate::sandbox::ids::{digest, new_secret};
use crate::sandbox::store::new_id;
use crate::secret::Secret;

/// Lifetime of a visit, in milliseconds.
const VISIT_LIFE: i64 = 60 * 60_000;

/// What a visit is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// To connect or reconnect a system.
    Connect,
    /// To sign the application in to the account.
    SignIn,
}

impl Purpose {
    const fn as_str(self) -> &'static str {
        match self {
            Self::Connect => "connect",
            Self::SignIn => "sign_in",
        }
    }
}

/// Redirect target of a visit: URI, `state` and PKCE challenge.
#[derive(Clone, Debug)]
pub(crate) struct RedirectTarget {
    pub(crate) redirect_uri: String,
    pub(crate) state: Option<String>,
    pub(crate) challenge: Option<String>,
}

/// A visit: one person going through the pages once.
#[derive(Clone, Debug)]
pub(crate) struct Visit {
    pub(crate) id: String,
    pub(crate) purpose: Purpose,
    pub(crate) back: Option<RedirectTarget>,
    pub(crate) magic_link: Option<String>,
    pub(crate) slug: Option<String>,
    /// Whether a Magic Link has chosen the system.
    pub(crate) locked: bool,
    pub(crate) deployment: Option<String>,
    pub(crate) agreed: bool,
    /// Entered values that are no secrets: `name`, `email`, and fields such as `credentials.url`.
    pub(crate) entered: Map<String, Value>,
    /// Problems with these values, by the same names.
    pub(crate) problems: Vec<(String, String)>,
    pub(crate) connection: Option<String>,
    pub(crate) ended: bool,
    pub(crate) expires_at: i64,
}

/// Values of a new visit.
#[derive(Clone, Debug)]
pub(crate) struct NewVisit<'a> {
    pub(crate) purpose: Purpose,
    pub(crate) back: Option<&'a RedirectTarget>,
    pub(crate) magic_link: Option<&'a str>,
    pub(crate) slug: Option<&'a str>,
    pub(crate) entered: Map<String, Value>,
}

/// Stores a new visit. Returns its ID and the value of its cookie.
pub(crate) fn start(db: &Db, from: &NewVisit<'_>, now: i64) -> Result<(String, Secret), Error> {
    db.execute("DELETE FROM link_visits WHERE expires_at < ?1", [now - VISIT_LIFE])?;
    let (id, cookie) = (new_id(db, "visit")?, new_secret("visit"));
    db.prepare_cached(
        "INSERT INTO link_visits (id, cookie, purpose, redirect_uri, state, challenge, magic_link, slug, entered,
         expires_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
    )?
    .execute((
        &id,
        digest(cookie.expose()),
        from.purpose.as_str(),
        from.back.map(|back| &back.redirect_uri),
        from.back.and_then(|back| back.state.as_ref()),
        from.back.and_then(|back| back.challenge.as_ref()),
        from.magic_link,
        from.slug,
        Value::Object(from.entered.clone()).to_string(),
        now + VISIT_LIFE,
    ))?;
    Ok((id, cookie))
}

/// Returns a visit and the digest of its cookie.
pub(crate) fn visit(db: &Db, id: &str) -> Result<Option<(Visit, Secret)>, Error> {
    let read = |row: &SqlRow<'_>| {
        let purpose: String = row.get("purpose")?;
        let (entered, problems): (String, String) = (row.get("entered")?, row.get("problems")?);
        let (redirect_uri, state, challenge): (Option<String>, _, _) =
            (row.get("redirect_uri")?, row.get("state")?, row.get("challenge")?);
        let cookie: Vec<u8> = row.get("cookie")?;
        let visit = Visit {
            id: row.get("id")?,
            purpose: if purpose == Purpose::SignIn.as_str() { Purpose::SignIn } else { Purpose::Connect },
            back: redirect_uri.map(|redirect_uri| RedirectTarget { redirect_uri, state, challenge }),
            magic_link: row.get("magic_link")?,
            slug: row.get("slug")?,
            locked: row.get("locked")?,
            deployment: row.get("deployment")?,
            agreed: row.get::<_, Option<i64>>("agreed_at")?.is_some(),
            entered: serde_json::from_str(&entered).unwrap_or_default(),
            problems: serde_json::from_str(&problems).unwrap_or_default(),
            connection: row.get("connection")?,
            ended: row.get::<_, Option<i64>>("ended_at")?.is_some(),
            expires_at: row.get("expires_at")?,
        };
        Ok((visit, Secret::new(hex::encode(&cookie))))
    };
    Ok(db
        .prepare_cached(
            "SELECT id, purpose, redirect_uri, state, challenge, magic_link, slug, deployment, agreed_at, entered,
             problems, connection, ended_at, expires_at, cookie,
             EXISTS (SELECT 1 FROM magic_links m WHERE m.id = magic_link AND m.slug IS NOT NULL) AS locked
             FROM link_visits WHERE id = ?1",
        )?
        .query_row([id], read)
        .optional()?)
}

/// Stores the chosen system. Consent and values for another one are dropped.
pub(crate) fn choose(db: &Db, visit: &Visit, slug: &str) -> Result<(), Error> {
    let mut entered = visit.entered.clone();
    if visit.slug.as_deref() != Some(slug) {
        entered.retain(|name, _| !name.starts_with("credentials."));
    }
    db.execute(
        "UPDATE link_visits SET slug = ?2, deployment = NULL, agreed_at = NULL, problems = '[]', entered = ?3
         WHERE id = ?1",
        (&visit.id, slug, Value::Object(entered).to_string()),
    )?;
    Ok(())
}

/// Stores the consent, and where the system runs.
pub(crate) fn agree(db: &Db, id: &str, deployment: &str, now: i64) -> Result<(), Error> {
    db.execute("UPDATE link_visits SET agreed_at = ?3, deployment = ?2 WHERE id = ?1", (id, deployment, now))?;
    Ok(())
}

/// Stores the entered values, without secrets, and their problems.
pub(crate) fn save_entered(
    db: &Db,
    id: &str,
    entered: &Map<String, Value>,
    problems: &[(String, String)],
) -> Result<(), Error> {
    let entered = serde_json::to_string(entered).expect("text and JSON values");
    let problems = serde_json::to_string(problems).expect("pairs of text");
    db.execute("UPDATE link_visits SET entered = ?2, problems = ?3 WHERE id = ?1", (id, entered, problems))?;
    Ok(())
}

/// Stores the created connection and drops the entered values.
pub(crate) fn set_connection(db: &Db, id: &str, connection: &str) -> Result<(), Error> {
    db.execute(
        "UPDATE link_visits SET connection = ?2, entered = '{}', problems = '[]' WHERE id = ?1",
        (id, connection),
    )?;
    Ok(())
}

/// Ends a visit. Returns whether it was still open.
pub(crate) fn end(db: &Db, id: &str, now: i64) -> Result<bool, Error> {
    Ok(db.execute("UPDATE link_visits SET ended_at = ?2 WHERE id = ?1 AND ended_at IS NULL", (id, now))? == 1)
}

/// A stored Magic Link.
#[derive(Clone, Debug)]
pub(crate) struct MagicLink {
    pub(crate) id: String,
    pub(crate) connection: String,
    pub(crate) slug: Option<String>,
    pub(crate) created_at: i64,
    pub(crate) expires_at: i64,
    pub(crate) used_at: Option<i64>,
}

const MAGIC_LINK: &str = "SELECT id, connection, slug, created_at, expires_at, used_at FROM magic_links";

impl MagicLink {
    fn read(row: &SqlRow<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            id: row.get("id")?,
            connection: row.get("connection")?,
            slug: row.get("slug")?,
            created_at: row.get("created_at")?,
            expires_at: row.get("expires_at")?,
            used_at: row.get("used_at")?,
        })
    }

    /// Returns its status in the API.
    pub(crate) fn status(&self, now: i64) -> &'static str {
        match self.used_at {
            Some(_) => "used",
            None if self.expires_at <= now => "expired",
            None => "pending",
        }
    }
}

/// Creates a Magic Link. Returns it and the token of its URL.
pub(crate) fn create_magic_link(
    db: &Db,
    connection: &str,
    slug: Option<&str>,
    now: i64,
    expires_at: i64,
) -> Result<(MagicLink, Secret), Error> {
    // Each connection has one valid link: the newest.
    db.execute(
        "UPDATE magic_links SET expires_at = ?2 WHERE connection = ?1 AND used_at IS NULL AND expires_at > ?2",
        (connection, now),
    )?;
    let (id, token) = (new_id(db, "mlink")?, new_secret("link"));
    db.execute(
        "INSERT INTO magic_links (id, token, connection, slug, created_at, expires_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        (&id, digest(token.expose()), connection, slug, now, expires_at),
    )?;
    Ok((magic_link(db, &id)?, token))
}

/// Returns a Magic Link.
pub(crate) fn magic_link(db: &Db, id: &str) -> Result<MagicLink, Error> {
    db.prepare_cached(&format!("{MAGIC_LINK} WHERE id = ?1"))?
        .query_row([id], MagicLink::read)
        .optional()?
        .ok_or_else(|| Error::not_found("Magic Link"))
}

/// Finds a Magic Link by the token of its URL.
pub(crate) fn magic_link_by_token(db: &Db, token: &str) -> Result<Option<MagicLink>, Error> {
    Ok(db
        .prepare_cached(&format!("{MAGIC_LINK} WHERE token = ?1"))?
        .query_row([digest(token)], MagicLink::read)
        .optional()?)
}

/// Returns a page of Magic Links, newest first, and their total number.
pub(crate) fn magic_links(db: &Db, limit: u64, offset: u64) -> Result<(Vec<MagicLink>, u64), Error> {
    let total = db.prepare_cached("SELECT count(*) FROM magic_links")?.query_row([], |row| row.get(0))?;
    let mut found = db.prepare_cached(&format!("{MAGIC_LINK} ORDER BY seq DESC LIMIT ?1 OFFSET ?2"))?;
    let rows = found.query_map([limit, offset], MagicLink::read)?.collect::<Result<_, _>>()?;
    Ok((rows, total))
}

/// Marks a Magic Link as used. Returns whether it was still valid.
pub(crate) fn use_magic_link(db: &Db, id: &str, now: i64) -> Result<bool, Error> {
    let used = "UPDATE magic_links SET used_at = ?2 WHERE id = ?1 AND used_at IS NULL AND expires_at > ?2";
    Ok(db.execute(used, (id, now))? == 1)
}
