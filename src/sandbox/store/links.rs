//! Makini Link as rows: walks through its pages, and Magic Links.

use rusqlite::{Connection as Db, OptionalExtension as _, Row as SqlRow};
use serde_json::{Map, Value};

use crate::hex;
use crate::sandbox::error::Error;
use crate::sandbox::ids::{digest, new_secret};
use crate::sandbox::store::new_id;
use crate::secret::Secret;

/// How long somebody may take from the first page to the last, in milliseconds.
const VISIT_LIFE: i64 = 60 * 60_000;

/// What a visit is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// To connect a system, or to let one in again.
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

/// Where the browser goes in the end, and what it brings along.
#[derive(Clone, Debug)]
pub(crate) struct Return {
    pub(crate) redirect_uri: String,
    pub(crate) state: Option<String>,
    pub(crate) challenge: Option<String>,
}

/// One walk through the pages.
#[derive(Clone, Debug)]
pub(crate) struct Visit {
    pub(crate) id: String,
    pub(crate) purpose: Purpose,
    pub(crate) back: Option<Return>,
    pub(crate) magic_link: Option<String>,
    pub(crate) slug: Option<String>,
    /// Whether a Magic Link has chosen the system.
    pub(crate) locked: bool,
    pub(crate) deployment: Option<String>,
    pub(crate) agreed: bool,
    /// What was entered and is no secret: `name`, `email`, and fields as `credentials.url`.
    pub(crate) entered: Map<String, Value>,
    /// What is wrong with it, by the same names.
    pub(crate) problems: Vec<(String, String)>,
    pub(crate) connection: Option<String>,
    pub(crate) ended: bool,
    pub(crate) expires_at: i64,
}

/// What a visit starts from.
#[derive(Clone, Debug)]
pub(crate) struct Start<'a> {
    pub(crate) purpose: Purpose,
    pub(crate) back: Option<&'a Return>,
    pub(crate) magic_link: Option<&'a str>,
    pub(crate) slug: Option<&'a str>,
    pub(crate) entered: Map<String, Value>,
}

/// Starts a visit. Returns its ID and the value of its cookie.
pub(crate) fn start(db: &Db, from: &Start<'_>, now: i64) -> Result<(String, Secret), Error> {
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

/// Finds a visit and the digest of its cookie.
pub(crate) fn visit(db: &Db, id: &str) -> Result<Option<(Visit, Secret)>, Error> {
    let read = |row: &SqlRow<'_>| {
        let purpose: String = row.get(1)?;
        let (entered, problems): (String, String) = (row.get(9)?, row.get(10)?);
        let (redirect_uri, state, challenge): (Option<String>, _, _) = (row.get(2)?, row.get(3)?, row.get(4)?);
        let cookie: Vec<u8> = row.get(14)?;
        let visit = Visit {
            id: row.get(0)?,
            purpose: if purpose == Purpose::SignIn.as_str() { Purpose::SignIn } else { Purpose::Connect },
            back: redirect_uri.map(|redirect_uri| Return { redirect_uri, state, challenge }),
            magic_link: row.get(5)?,
            slug: row.get(6)?,
            locked: row.get(15)?,
            deployment: row.get(7)?,
            agreed: row.get::<_, Option<i64>>(8)?.is_some(),
            entered: serde_json::from_str(&entered).unwrap_or_default(),
            problems: serde_json::from_str(&problems).unwrap_or_default(),
            connection: row.get(11)?,
            ended: row.get::<_, Option<i64>>(12)?.is_some(),
            expires_at: row.get(13)?,
        };
        Ok((visit, Secret::new(hex::encode(&cookie))))
    };
    Ok(db
        .prepare_cached(
            "SELECT id, purpose, redirect_uri, state, challenge, magic_link, slug, deployment, agreed_at, entered,
             problems, connection, ended_at, expires_at, cookie,
             EXISTS (SELECT 1 FROM magic_links m WHERE m.id = magic_link AND m.slug IS NOT NULL)
             FROM link_visits WHERE id = ?1",
        )?
        .query_row([id], read)
        .optional()?)
}

/// Takes note of the chosen system. What was agreed to or entered for another one counts no more.
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

/// Takes note that the person has agreed, and where the system runs.
pub(crate) fn agree(db: &Db, id: &str, deployment: &str, now: i64) -> Result<(), Error> {
    db.execute("UPDATE link_visits SET agreed_at = ?3, deployment = ?2 WHERE id = ?1", (id, deployment, now))?;
    Ok(())
}

/// Keeps what was entered, without secrets, and what is wrong with it.
pub(crate) fn keep(
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

/// Takes note of the connection that came of it, and that what was entered is not needed any more.
pub(crate) fn connected(db: &Db, id: &str, connection: &str) -> Result<(), Error> {
    db.execute(
        "UPDATE link_visits SET connection = ?2, entered = '{}', problems = '[]' WHERE id = ?1",
        (id, connection),
    )?;
    Ok(())
}

/// Ends a visit. Returns whether it had not ended before.
pub(crate) fn end(db: &Db, id: &str, now: i64) -> Result<bool, Error> {
    Ok(db.execute("UPDATE link_visits SET ended_at = ?2 WHERE id = ?1 AND ended_at IS NULL", (id, now))? == 1)
}

/// A Magic Link as it stands.
#[derive(Clone, Debug)]
pub(crate) struct MagicLink {
    pub(crate) id: String,
    pub(crate) connection: String,
    pub(crate) slug: Option<String>,
    pub(crate) created_at: i64,
    pub(crate) expires_at: i64,
    pub(crate) used_at: Option<i64>,
}

const MAGIC: &str = "SELECT id, connection, slug, created_at, expires_at, used_at FROM magic_links";

impl MagicLink {
    fn read(row: &SqlRow<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            id: row.get(0)?,
            connection: row.get(1)?,
            slug: row.get(2)?,
            created_at: row.get(3)?,
            expires_at: row.get(4)?,
            used_at: row.get(5)?,
        })
    }

    /// Returns the word for its state.
    pub(crate) fn status(&self, now: i64) -> &'static str {
        match self.used_at {
            Some(_) => "used",
            None if self.expires_at <= now => "expired",
            None => "pending",
        }
    }
}

/// Makes a Magic Link. Returns its ID and the token of its address.
pub(crate) fn make_magic(
    db: &Db,
    connection: &str,
    slug: Option<&str>,
    now: i64,
    expires_at: i64,
) -> Result<(MagicLink, Secret), Error> {
    // One address for one connection: the newest.
    db.execute(
        "UPDATE magic_links SET expires_at = ?2 WHERE connection = ?1 AND used_at IS NULL AND expires_at > ?2",
        (connection, now),
    )?;
    let (id, token) = (new_id(db, "mlink")?, new_secret("link"));
    db.execute(
        "INSERT INTO magic_links (id, token, connection, slug, created_at, expires_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        (&id, digest(token.expose()), connection, slug, now, expires_at),
    )?;
    Ok((magic(db, &id)?, token))
}

/// Returns a Magic Link by its ID.
pub(crate) fn magic(db: &Db, id: &str) -> Result<MagicLink, Error> {
    db.prepare_cached(&format!("{MAGIC} WHERE id = ?1"))?
        .query_row([id], MagicLink::read)
        .optional()?
        .ok_or_else(|| Error::not_found("Magic Link"))
}

/// Finds a Magic Link by the token of its address.
pub(crate) fn magic_by_token(db: &Db, token: &str) -> Result<Option<MagicLink>, Error> {
    Ok(db
        .prepare_cached(&format!("{MAGIC} WHERE token = ?1"))?
        .query_row([digest(token)], MagicLink::read)
        .optional()?)
}

/// Returns Magic Links, the newest first, and how many there are in all.
pub(crate) fn magic_list(db: &Db, limit: u64, offset: u64) -> Result<(Vec<MagicLink>, u64), Error> {
    let total = db.prepare_cached("SELECT count(*) FROM magic_links")?.query_row([], |row| row.get(0))?;
    let mut found = db.prepare_cached(&format!("{MAGIC} ORDER BY seq DESC LIMIT ?1 OFFSET ?2"))?;
    let rows = found.query_map([limit, offset], MagicLink::read)?.collect::<Result<_, _>>()?;
    Ok((rows, total))
}

/// Uses a Magic Link up. Returns whether it could still be used.
pub(crate) fn use_magic(db: &Db, id: &str, now: i64) -> Result<bool, Error> {
    let used = "UPDATE magic_links SET used_at = ?2 WHERE id = ?1 AND used_at IS NULL AND expires_at > ?2";
    Ok(db.execute(used, (id, now))? == 1)
}
