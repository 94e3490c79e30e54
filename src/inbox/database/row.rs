//! Values in statements and in rows, whatever the engine.

use rusqlite::types::{ToSql, ToSqlOutput};

use crate::inbox::error::Error;
#[cfg(feature = "postgres")]
use crate::inbox::postgres::{Bound, text};

/// A value for a place in a statement.
#[derive(Clone, Debug)]
pub(crate) enum Value {
    Number(i64),
    MaybeNumber(Option<i64>),
    Text(String),
    MaybeText(Option<String>),
    Bytes(Vec<u8>),
    MaybeBytes(Option<Vec<u8>>),
}

impl From<i64> for Value {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl ToSql for Value {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        match self {
            Self::Number(number) => number.to_sql(),
            Self::MaybeNumber(number) => number.to_sql(),
            Self::Text(text) => text.to_sql(),
            Self::MaybeText(text) => text.to_sql(),
            Self::Bytes(bytes) => bytes.to_sql(),
            Self::MaybeBytes(bytes) => bytes.to_sql(),
        }
    }
}

#[cfg(feature = "postgres")]
impl Value {
    /// Returns it as it is sent to a server.
    pub(super) fn bound(&self) -> Bound {
        use tokio_postgres::types::Type;
        match self {
            Self::Number(number) => (Box::new(*number), Type::INT8),
            Self::MaybeNumber(number) => (Box::new(*number), Type::INT8),
            Self::Text(text) => (Box::new(text::write(text).into_owned()), Type::TEXT),
            Self::MaybeText(text) => (Box::new(text.as_deref().map(|text| text::write(text).into_owned())), Type::TEXT),
            Self::Bytes(bytes) => (Box::new(bytes.clone()), Type::BYTEA),
            Self::MaybeBytes(bytes) => (Box::new(bytes.clone()), Type::BYTEA),
        }
    }
}

/// A row of a result.
pub(crate) enum Row<'a> {
    Sqlite(&'a rusqlite::Row<'a>),
    #[cfg(feature = "postgres")]
    Postgres(&'a tokio_postgres::Row),
}

impl Row<'_> {
    pub(crate) fn number(&self, column: &str) -> Result<i64, Error> {
        match self {
            Self::Sqlite(row) => Ok(row.get(column)?),
            #[cfg(feature = "postgres")]
            Self::Postgres(row) => Ok(row.try_get(column).or_else(|_| row.try_get(column).map(i32::into))?),
        }
    }

    pub(crate) fn maybe_number(&self, column: &str) -> Result<Option<i64>, Error> {
        match self {
            Self::Sqlite(row) => Ok(row.get(column)?),
            #[cfg(feature = "postgres")]
            Self::Postgres(row) => Ok(row.try_get(column)?),
        }
    }

    /// Returns a number that is never negative.
    pub(crate) fn count(&self, column: &str) -> Result<u64, Error> {
        self.number(column).map(i64::unsigned_abs)
    }

    pub(crate) fn text(&self, column: &str) -> Result<String, Error> {
        match self {
            Self::Sqlite(row) => Ok(row.get(column)?),
            #[cfg(feature = "postgres")]
            Self::Postgres(row) => Ok(text::read(row.try_get(column)?)),
        }
    }

    pub(crate) fn maybe_text(&self, column: &str) -> Result<Option<String>, Error> {
        match self {
            Self::Sqlite(row) => Ok(row.get(column)?),
            #[cfg(feature = "postgres")]
            Self::Postgres(row) => Ok(row.try_get::<_, Option<String>>(column)?.map(text::read)),
        }
    }

    pub(crate) fn bytes(&self, column: &str) -> Result<&[u8], Error> {
        match self {
            Self::Sqlite(row) => Ok(row.get_ref(column)?.as_blob().map_err(rusqlite::Error::from)?),
            #[cfg(feature = "postgres")]
            Self::Postgres(row) => Ok(row.try_get(column)?),
        }
    }

    pub(crate) fn maybe_bytes(&self, column: &str) -> Result<Option<Vec<u8>>, Error> {
        match self {
            Self::Sqlite(row) => Ok(row.get(column)?),
            #[cfg(feature = "postgres")]
            Self::Postgres(row) => Ok(row.try_get(column)?),
        }
    }
}
