//! Rows of any table as values, read from one engine and written to another.

#[cfg(feature = "postgres")]
use tokio_postgres::types::Type;

use super::{Database, Value};
use crate::inbox::error::Error;
#[cfg(feature = "postgres")]
use crate::inbox::postgres::{Bound, text};

/// What a column holds. Each may also be empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::inbox) enum Kind {
    Number,
    /// A number of 0 or 1, which a server stores as a boolean.
    Flag,
    Text,
    Bytes,
}

/// The names of columns, and what they hold.
pub(in crate::inbox) type Columns = [(&'static str, Kind)];

impl Database {
    /// Calls `each` with every row of a source, which is a table or a query in parentheses with a name, until it returns false.
    pub(in crate::inbox) fn each_values(
        &self,
        columns: &Columns,
        rest: &str,
        values: &[Value],
        mut each: impl FnMut(Vec<Value>) -> Result<bool, Error>,
    ) -> Result<(), Error> {
        let names: Vec<String> = columns
            .iter()
            .map(|(name, kind)| match kind {
                Kind::Flag => format!("CAST(CAST({name} AS INTEGER) AS BIGINT) AS {name}"),
                _ => (*name).to_owned(),
            })
            .collect();
        self.each(&format!("SELECT {} FROM {rest}", names.join(", ")), values, |row| {
            let read = |(name, kind): &(&str, Kind)| {
                Ok(match kind {
                    Kind::Number | Kind::Flag => Value::MaybeNumber(row.maybe_number(name)?),
                    Kind::Text => Value::MaybeText(row.maybe_text(name)?),
                    Kind::Bytes => Value::MaybeBytes(row.maybe_bytes(name)?),
                })
            };
            each(columns.iter().map(read).collect::<Result<_, Error>>()?)
        })
    }

    /// Adds rows to a table as they are, their numbers included.
    pub(in crate::inbox) fn insert_values(
        &self,
        table: &str,
        columns: &Columns,
        rows: &[Vec<Value>],
    ) -> Result<(), Error> {
        let names = columns.iter().map(|(name, _)| *name).collect::<Vec<_>>().join(", ");
        match self {
            Self::Sqlite(db) => {
                let places = vec!["?"; columns.len()].join(", ");
                let mut insert = db.prepare_cached(&format!("INSERT INTO {table} ({names}) VALUES ({places})"))?;
                for row in rows {
                    insert.execute(rusqlite::params_from_iter(row))?;
                }
                Ok(())
            }
            #[cfg(feature = "postgres")]
            Self::Postgres(session) => {
                let given = columns.iter().map(|(name, kind)| match kind {
                    Kind::Flag => format!("i.{name} <> 0"),
                    _ => format!("i.{name}"),
                });
                let given = given.collect::<Vec<_>>().join(", ");
                let arrays = columns.iter().enumerate().map(|(at, (_, kind))| {
                    let kind = match kind {
                        Kind::Number | Kind::Flag => "int8",
                        Kind::Text => "text",
                        Kind::Bytes => "bytea",
                    };
                    format!("${}::{kind}[]", at + 1)
                });
                let arrays = arrays.collect::<Vec<_>>().join(", ");
                let sql = format!(
                    "INSERT INTO {table} ({names}) OVERRIDING SYSTEM VALUE SELECT {given} FROM unnest({arrays}) AS i ({names})"
                );
                let values = columns.iter().enumerate().map(|(at, (_, kind))| array(*kind, rows, at)).collect();
                session.execute(sql, values)?;
                Ok(())
            }
        }
    }
}

/// Returns a column of rows as one value.
#[cfg(feature = "postgres")]
fn array(kind: Kind, rows: &[Vec<Value>], at: usize) -> Bound {
    let column = rows.iter().map(|row| &row[at]);
    match kind {
        Kind::Number | Kind::Flag => {
            let numbers = column.map(|value| match value {
                Value::Number(number) | Value::MaybeNumber(Some(number)) => Some(*number),
                _ => None,
            });
            (Box::new(numbers.collect::<Vec<_>>()), Type::INT8_ARRAY)
        }
        Kind::Text => {
            let texts = column.map(|value| match value {
                Value::Text(own) | Value::MaybeText(Some(own)) => Some(text::write(own).into_owned()),
                _ => None,
            });
            (Box::new(texts.collect::<Vec<_>>()), Type::TEXT_ARRAY)
        }
        Kind::Bytes => {
            let bytes = column.map(|value| match value {
                Value::Bytes(bytes) | Value::MaybeBytes(Some(bytes)) => Some(bytes.clone()),
                _ => None,
            });
            (Box::new(bytes.collect::<Vec<_>>()), Type::BYTEA_ARRAY)
        }
    }
}
