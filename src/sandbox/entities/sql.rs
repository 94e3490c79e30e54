//! The little SQL that a passthrough understands: one `SELECT` from one table.

use super::tables::Table;

/// `SELECT columns FROM table [WHERE column operator value [AND …]] [ORDER BY column [DESC]] [LIMIT n]`.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Select {
    /// Nothing for all.
    pub(crate) columns: Vec<String>,
    pub(crate) table: String,
    /// The conditions and the order as the query of a list.
    pub(crate) pairs: Vec<(String, String)>,
    pub(crate) limit: Option<u64>,
}

const COMPARISONS: &[(&str, &str)] = &[("=", ""), (">=", ":gteq"), ("<=", ":lteq"), (">", ":gt"), ("<", ":lt")];

/// Reads a statement; `parameters` go where a `?` stands. The error says what is not understood.
pub(crate) fn read(sql: &str, parameters: &[String]) -> Result<Select, String> {
    let words = words(sql)?;
    let mut words = words.iter().map(String::as_str).peekable();
    let mut parameters = parameters.iter();
    let mut select = Select::default();
    if !words.next().is_some_and(|word| word.eq_ignore_ascii_case("select")) {
        return Err("only SELECT is allowed: the connected system is read, not changed, this way".into());
    }
    loop {
        match words.next().ok_or("ends before FROM")? {
            "*" | "," => {}
            word if word.eq_ignore_ascii_case("from") => break,
            word => select.columns.push(word.to_owned()),
        }
    }
    words.next().ok_or("names no table")?.clone_into(&mut select.table);
    while let Some(word) = words.next() {
        match word.to_ascii_lowercase().as_str() {
            "where" | "and" => {
                let column = words.next().ok_or("ends inside a condition")?;
                let operator = words.next().ok_or("ends inside a condition")?;
                let (_, suffix) = COMPARISONS
                    .iter()
                    .find(|(known, _)| *known == operator)
                    .ok_or_else(|| format!("`{operator}` is not understood; known are = > >= < <="))?;
                let value = match words.next().ok_or("ends inside a condition")? {
                    "?" => parameters.next().ok_or("has more `?` than parameters")?.clone(),
                    value => value.trim_matches('\'').replace("''", "'"),
                };
                select.pairs.push((format!("filter[{column}{suffix}]"), value));
            }
            "order" => {
                words.next().filter(|word| word.eq_ignore_ascii_case("by")).ok_or("has ORDER without BY")?;
                let column = words.next().ok_or("ends after ORDER BY")?;
                let largest_first = words.next_if(|word| word.eq_ignore_ascii_case("desc")).is_some();
                words.next_if(|word| word.eq_ignore_ascii_case("asc"));
                select.pairs.push((format!("sort[{column}]"), u8::from(largest_first).to_string()));
            }
            "limit" => {
                let number = words.next().and_then(|word| word.parse().ok());
                select.limit = Some(number.ok_or("has LIMIT without a number")?);
            }
            ";" => {}
            other => return Err(format!("`{other}` is not understood; one SELECT from one table is")),
        }
    }
    Ok(select)
}

/// Checks the columns of a statement against a table.
pub(crate) fn unknown_column(select: &Select, table: &Table) -> Option<String> {
    let unknown = select.columns.iter().find(|column| table.field(column).is_none())?;
    Some(format!("`{unknown}` is no column of {}", table.name))
}

fn words(sql: &str) -> Result<Vec<String>, String> {
    let mut words = Vec::new();
    let mut rest = sql.trim_start();
    while let Some(first) = rest.chars().next() {
        let end = match first {
            '\'' => text_end(rest).ok_or("has a text without an end")?,
            '<' | '>' if rest[1..].starts_with('=') => 2,
            ',' | '*' | '=' | '<' | '>' | '?' | ';' | '(' | ')' => 1,
            _ => rest.find(|c: char| c.is_whitespace() || ",*=<>?;()'".contains(c)).unwrap_or(rest.len()),
        };
        words.push(rest[..end].to_owned());
        rest = rest[end..].trim_start();
    }
    Ok(words)
}

/// Where a text in quotes ends; a doubled quote belongs to it.
fn text_end(rest: &str) -> Option<usize> {
    let bytes = rest.as_bytes();
    let mut at = 1;
    while at < bytes.len() {
        if bytes[at] != b'\'' {
            at += 1;
        } else if bytes.get(at + 1) == Some(&b'\'') {
            at += 2;
        } else {
            return Some(at + 1);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_select_is_understood() {
        let sql =
            "select EBELN, KEY from EKKO where TITLE = 'it''s; here' AND total_net_value>=? order by KEY desc limit 5;";
        let select = read(sql, &["10".into()]).expect("readable");
        assert_eq!(select.columns, ["EBELN", "KEY"]);
        assert_eq!((select.table.as_str(), select.limit), ("EKKO", Some(5)));
        let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        assert_eq!(
            select.pairs,
            [pair("filter[TITLE]", "it's; here"), pair("filter[total_net_value:gteq]", "10"), pair("sort[KEY]", "1")]
        );
    }

    #[test]
    fn whatever_changes_something_is_refused() {
        for sql in [
            "DELETE FROM EKKO",
            "update x set y = 1",
            "",
            "select * from a; drop table b",
            "select * from a where b",
            "select * from a where b = '",
        ] {
            assert!(read(sql, &[]).is_err(), "{sql}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_answered(sql in "(select )?\\PC{0,60}") {
            read(&sql, &[]).ok();
        }
    }
}
