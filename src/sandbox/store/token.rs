//! Tokens and authorization codes; only their digests are stored.

use rusqlite::{Connection, OptionalExtension as _};

use crate::api::error_code::ErrorCode;
use crate::sandbox::error::Error;
use crate::sandbox::ids::{digest, new_secret};
use crate::sandbox::store::take_numbers;
use crate::secret::Secret;

const DAY: i64 = 86_400_000;
/// Lifetime of an access token, as published.
const ACCESS_LIFE: i64 = 30 * DAY;
/// Lifetime of a refresh token, as published.
const REFRESH_LIFE: i64 = 31 * DAY;
/// Lifetime of an authorization code.
const CODE_LIFE: i64 = 10 * 60_000;

/// Owner of a token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Owner {
    /// The application.
    Application,
    /// A connection, by its key.
    Connection(String),
}

impl Owner {
    /// Returns the connection, if it is the owner.
    fn connection(&self) -> Option<&str> {
        match self {
            Self::Application => None,
            Self::Connection(key) => Some(key),
        }
    }
}

/// A new pair of tokens in plain text, for the one response that has them.
#[derive(Clone, Debug)]
pub(crate) struct Pair {
    pub(crate) access: Secret,
    pub(crate) refresh: Secret,
    /// Expiry of the access token, in seconds since 1970.
    pub(crate) expires: i64,
    pub(crate) number: u64,
}

/// Issues a pair of tokens.
pub(crate) fn issue(db: &Connection, owner: &Owner, now: i64) -> Result<Pair, Error> {
    issue_after(db, owner, None, ACCESS_LIFE, now)
}

/// Issues a pair of tokens of which the access token lives for so many seconds: a minute at least, and as long as any
/// other at most.
pub(crate) fn issue_for(db: &Connection, owner: &Owner, seconds: i64, now: i64) -> Result<Pair, Error> {
    issue_after(db, owner, None, seconds.saturating_mul(1000).clamp(60_000, ACCESS_LIFE), now)
}

/// Issues a pair of tokens in place of one of the chain `family`.
fn issue_after(db: &Connection, owner: &Owner, family: Option<u64>, life: i64, now: i64) -> Result<Pair, Error> {
    // Tokens that expired long ago are deleted: they are treated as unknown.
    db.prepare_cached("DELETE FROM tokens WHERE expires_at < ?1")?.execute([now - 2 * REFRESH_LIFE])?;
    let connection = owner.connection();
    let access_kind = if connection.is_some() { "ct" } else { "at" };
    let number = take_numbers(db, "token", 1)?;
    let family = family.unwrap_or(number);
    let pair =
        Pair { access: new_secret(access_kind), refresh: new_secret("rt"), expires: (now + life) / 1000, number };
    let mut insert = db.prepare_cached(
        "INSERT INTO tokens (digest, kind, pair, connection, expires_at, family) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    )?;
    insert.execute((digest(pair.access.expose()), "access", number, connection, now + life, family))?;
    insert.execute((digest(pair.refresh.expose()), "refresh", number, connection, now + REFRESH_LIFE, family))?;
    Ok(pair)
}

struct TokenRow {
    kind: String,
    pair: u64,
    family: u64,
    connection: Option<String>,
    expires_at: i64,
    revoked_at: Option<i64>,
}

fn find(db: &Connection, digest: &[u8; 32]) -> Result<Option<TokenRow>, Error> {
    Ok(db
        .prepare_cached("SELECT kind, pair, coalesce(family, pair) AS family, connection, expires_at, revoked_at FROM tokens WHERE digest = ?1")?
        .query_row([digest], |row| {
            Ok(TokenRow {
                kind: row.get("kind")?,
                pair: row.get("pair")?,
                family: row.get("family")?,
                connection: row.get("connection")?,
                expires_at: row.get("expires_at")?,
                revoked_at: row.get("revoked_at")?,
            })
        })
        .optional()?)
}

fn check_usable(row: Option<TokenRow>, kind: &str, now: i64) -> Result<TokenRow, Error> {
    match row {
        None => Err(Error::of(ErrorCode::AuthenticationFailed, "the token is not known here")),
        Some(row) if row.kind != kind => {
            Err(Error::of(ErrorCode::AuthenticationFailed, "the token is of the wrong kind for this"))
        }
        Some(row) if row.revoked_at.is_some() => {
            Err(Error::of(ErrorCode::TokenRevoked, "the token was revoked or replaced"))
        }
        Some(row) if row.expires_at <= now => Err(Error::of(ErrorCode::TokenExpired, "the token has expired")),
        Some(row) => Ok(row),
    }
}

/// Returns the owner of a valid access token.
pub(crate) fn owner(db: &Connection, digest: &[u8; 32], now: i64) -> Result<Owner, Error> {
    let row = check_usable(find(db, digest)?, "access", now)?;
    Ok(row.connection.map_or(Owner::Application, Owner::Connection))
}

/// Exchanges a refresh token for a new pair and revokes the old one.
pub(crate) fn refresh(db: &Connection, token: &[u8; 32], now: i64) -> Result<Pair, Error> {
    let row = check_usable(find(db, token)?, "refresh", now)?;
    revoke_pair(db, row.pair, now)?;
    issue_after(db, &row.connection.map_or(Owner::Application, Owner::Connection), Some(row.family), ACCESS_LIFE, now)
}

/// Returns the number of access tokens that expired after `from`, up to and including `to`.
pub(crate) fn expired(db: &Connection, from: i64, to: i64) -> Result<u64, Error> {
    Ok(db
        .prepare_cached(
            "SELECT count(*) FROM tokens
             WHERE expires_at > ?1 AND expires_at <= ?2 AND kind = 'access' AND revoked_at IS NULL",
        )?
        .query_row((from, to), |row| row.get(0))?)
}

/// Revokes a pair.
pub(crate) fn revoke_pair(db: &Connection, pair: u64, now: i64) -> Result<(), Error> {
    db.prepare_cached("UPDATE tokens SET revoked_at = ?2 WHERE pair = ?1 AND revoked_at IS NULL")?
        .execute((pair, now))?;
    Ok(())
}

/// Revokes a pair and all that were refreshed from it.
pub(crate) fn revoke_family(db: &Connection, first: u64, now: i64) -> Result<(), Error> {
    db.prepare_cached("UPDATE tokens SET revoked_at = ?2 WHERE family = ?1 AND revoked_at IS NULL")?
        .execute((first, now))?;
    Ok(())
}

/// Makes an access token expire now. Its refresh token stays valid.
pub(crate) fn expire(db: &Connection, digest: &[u8; 32], now: i64) -> Result<(), Error> {
    db.prepare_cached("UPDATE tokens SET expires_at = min(expires_at, ?2) WHERE digest = ?1 AND kind = 'access'")?
        .execute((digest, now))?;
    Ok(())
}

/// Revokes every token of a connection; returns the number of valid access tokens among them.
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

/// Issues an authorization code for tokens of `owner`. It can be exchanged once, with the same redirect URI and the
/// code verifier.
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

/// An issued authorization code.
#[derive(Clone, Debug)]
pub(crate) struct Code {
    pub(crate) redirect_uri: String,
    pub(crate) challenge: Option<String>,
    pub(crate) expires_at: i64,
    /// The pair it was exchanged for, if it was.
    pub(crate) pair: Option<u64>,
    /// Owner of the tokens.
    pub(crate) owner: Owner,
}

/// Finds a code.
pub(crate) fn code(db: &Connection, code: &[u8; 32]) -> Result<Option<Code>, Error> {
    Ok(db
        .prepare_cached("SELECT redirect_uri, challenge, expires_at, pair, connection FROM codes WHERE digest = ?1")?
        .query_row([code], |row| {
            Ok(Code {
                redirect_uri: row.get("redirect_uri")?,
                challenge: row.get("challenge")?,
                expires_at: row.get("expires_at")?,
                pair: row.get("pair")?,
                owner: row.get::<_, Option<String>>("connection")?.map_or(Owner::Application, Owner::Connection),
            })
        })
        .optional()?)
}

/// Records the pair that a code was exchanged for.
pub(crate) fn spend_code(db: &Connection, code: &[u8; 32], pair: u64) -> Result<(), Error> {
    db.execute("UPDATE codes SET pair = ?2 WHERE digest = ?1", (code, pair))?;
    Ok(())
}
