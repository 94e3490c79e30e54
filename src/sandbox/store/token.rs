//! Tokens and codes, by digest only.

use rusqlite::{Connection, OptionalExtension as _};

use crate::sandbox::error::Error;
use crate::sandbox::ids::{digest, new_secret};
use crate::sandbox::store::take_numbers;
use crate::secret::Secret;

const DAY: i64 = 86_400_000;
/// How long an access token lives, as published.
const ACCESS_LIFE: i64 = 30 * DAY;
/// How long a refresh token lives, as published.
const REFRESH_LIFE: i64 = 31 * DAY;
/// How long a code waits to be exchanged.
const CODE_LIFE: i64 = 10 * 60_000;

/// Whose a token is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Owner {
    /// The application's.
    Application,
    /// This connection's.
    Connection(String),
}

impl Owner {
    /// Returns the connection, if it is one's.
    fn connection(&self) -> Option<&str> {
        match self {
            Self::Application => None,
            Self::Connection(key) => Some(key),
        }
    }
}

/// A new pair, in the clear for the one answer that carries it.
#[derive(Clone, Debug)]
pub(crate) struct Pair {
    pub(crate) access: Secret,
    pub(crate) refresh: Secret,
    /// End of the access token, in seconds since 1970.
    pub(crate) expires: i64,
    pub(crate) number: u64,
}

/// Issues a pair.
pub(crate) fn issue(db: &Connection, owner: &Owner, now: i64) -> Result<Pair, Error> {
    // Long-dead tokens answer as unknown ones do, so nobody misses them.
    db.prepare_cached("DELETE FROM tokens WHERE expires_at < ?1")?.execute([now - 2 * REFRESH_LIFE])?;
    let connection = owner.connection();
    let access_kind = if connection.is_some() { "ct" } else { "at" };
    let number = take_numbers(db, "token", 1)?;
    let pair = Pair {
        access: new_secret(access_kind),
        refresh: new_secret("rt"),
        expires: (now + ACCESS_LIFE) / 1000,
        number,
    };
    let mut insert = db.prepare_cached("INSERT INTO tokens VALUES (?1, ?2, ?3, ?4, ?5, NULL)")?;
    insert.execute((digest(pair.access.expose()), "access", number, connection, now + ACCESS_LIFE))?;
    insert.execute((digest(pair.refresh.expose()), "refresh", number, connection, now + REFRESH_LIFE))?;
    Ok(pair)
}

struct Row {
    kind: String,
    pair: u64,
    connection: Option<String>,
    expires_at: i64,
    revoked_at: Option<i64>,
}

fn find(db: &Connection, digest: &[u8; 32]) -> Result<Option<Row>, Error> {
    Ok(db
        .prepare_cached("SELECT kind, pair, connection, expires_at, revoked_at FROM tokens WHERE digest = ?1")?
        .query_row([digest], |row| {
            Ok(Row {
                kind: row.get(0)?,
                pair: row.get(1)?,
                connection: row.get(2)?,
                expires_at: row.get(3)?,
                revoked_at: row.get(4)?,
            })
        })
        .optional()?)
}

fn check(row: Option<Row>, kind: &str, now: i64) -> Result<Row, Error> {
    match row {
        None => Err(Error::unauthenticated("AUTHENTICATION_FAILED", "the token is not known here")),
        Some(row) if row.kind != kind => {
            Err(Error::unauthenticated("AUTHENTICATION_FAILED", "the token is of the wrong kind for this"))
        }
        Some(row) if row.revoked_at.is_some() => {
            Err(Error::unauthenticated("TOKEN_REVOKED", "the token was revoked or replaced"))
        }
        Some(row) if row.expires_at <= now => Err(Error::unauthenticated("TOKEN_EXPIRED", "the token has expired")),
        Some(row) => Ok(row),
    }
}

/// Returns whose access token this is, if it holds.
pub(crate) fn owner(db: &Connection, digest: &[u8; 32], now: i64) -> Result<Owner, Error> {
    let row = check(find(db, digest)?, "access", now)?;
    Ok(row.connection.map_or(Owner::Application, Owner::Connection))
}

/// Exchanges a refresh token for a new pair; the old pair ends with it.
pub(crate) fn refresh(db: &Connection, token: &[u8; 32], now: i64) -> Result<Pair, Error> {
    let row = check(find(db, token)?, "refresh", now)?;
    revoke_pair(db, row.pair, now)?;
    issue(db, &row.connection.map_or(Owner::Application, Owner::Connection), now)
}

/// Returns how many access tokens ended by their age after `from`, up to and including `to`.
pub(crate) fn expired(db: &Connection, from: i64, to: i64) -> Result<u64, Error> {
    Ok(db
        .prepare_cached(
            "SELECT count(*) FROM tokens
             WHERE expires_at > ?1 AND expires_at <= ?2 AND kind = 'access' AND revoked_at IS NULL",
        )?
        .query_row((from, to), |row| row.get(0))?)
}

/// Ends a pair.
pub(crate) fn revoke_pair(db: &Connection, pair: u64, now: i64) -> Result<(), Error> {
    db.prepare_cached("UPDATE tokens SET revoked_at = ?2 WHERE pair = ?1 AND revoked_at IS NULL")?
        .execute((pair, now))?;
    Ok(())
}

/// Lets an access token expire before its time. What it is renewed with still holds.
pub(crate) fn expire(db: &Connection, digest: &[u8; 32], now: i64) -> Result<(), Error> {
    db.prepare_cached("UPDATE tokens SET expires_at = min(expires_at, ?2) WHERE digest = ?1 AND kind = 'access'")?
        .execute((digest, now))?;
    Ok(())
}

/// Ends every token of a connection; returns how many access tokens that were.
pub(crate) fn revoke_all(db: &Connection, connection: &str, now: i64) -> Result<usize, Error> {
    let access = db
        .prepare_cached(
            "SELECT count(*) FROM tokens
             WHERE connection = ?1 AND kind = 'access' AND revoked_at IS NULL AND expires_at > ?2",
        )?
        .query_row((connection, now), |row| row.get(0))?;
    db.prepare_cached("UPDATE tokens SET revoked_at = ?2 WHERE connection = ?1 AND revoked_at IS NULL")?
        .execute((connection, now))?;
    Ok(access)
}

/// Issues a code for the tokens of `owner`. It can be exchanged once, for the same redirect and by whoever holds the
/// verifier.
pub(crate) fn issue_code(
    db: &Connection,
    redirect_uri: &str,
    challenge: Option<&str>,
    owner: &Owner,
    now: i64,
) -> Result<Secret, Error> {
    db.execute("DELETE FROM codes WHERE expires_at < ?1", [now - DAY])?;
    let code = new_secret("code");
    db.execute(
        "INSERT INTO codes (digest, redirect_uri, challenge, expires_at, connection) VALUES (?1, ?2, ?3, ?4, ?5)",
        (digest(code.expose()), redirect_uri, challenge, now + CODE_LIFE, owner.connection()),
    )?;
    Ok(code)
}

/// A code as it was issued.
#[derive(Clone, Debug)]
pub(crate) struct Code {
    pub(crate) redirect_uri: String,
    pub(crate) challenge: Option<String>,
    pub(crate) expires_at: i64,
    /// The pair it was exchanged for already.
    pub(crate) pair: Option<u64>,
    /// Whose tokens it is exchanged for.
    pub(crate) owner: Owner,
}

/// Finds a code.
pub(crate) fn code(db: &Connection, code: &[u8; 32]) -> Result<Option<Code>, Error> {
    Ok(db
        .prepare_cached("SELECT redirect_uri, challenge, expires_at, pair, connection FROM codes WHERE digest = ?1")?
        .query_row([code], |row| {
            Ok(Code {
                redirect_uri: row.get(0)?,
                challenge: row.get(1)?,
                expires_at: row.get(2)?,
                pair: row.get(3)?,
                owner: row.get::<_, Option<String>>(4)?.map_or(Owner::Application, Owner::Connection),
            })
        })
        .optional()?)
}

/// Takes note of what a code was exchanged for.
pub(crate) fn spend_code(db: &Connection, code: &[u8; 32], pair: u64) -> Result<(), Error> {
    db.execute("UPDATE codes SET pair = ?2 WHERE digest = ?1", (code, pair))?;
    Ok(())
}
