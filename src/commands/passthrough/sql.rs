//! Whether an SQL statement only reads, in any dialect: what is not certain does not.

/// Words with which a statement can write, lock or run something, wherever they stand.
const WRITING: &[&str] = &[
    "ALTER",
    "ANALYZE",
    "ATTACH",
    "BACKUP",
    "BEGIN",
    "CALL",
    "CHECKPOINT",
    "COMMIT",
    "COPY",
    "CREATE",
    "DBCC",
    "DECLARE",
    "DELETE",
    "DENY",
    "DETACH",
    "DISABLE",
    "DO",
    "DROP",
    "ENABLE",
    "EXEC",
    "EXECUTE",
    "GRANT",
    "IMPORT",
    "INSERT",
    "INTO",
    "KILL",
    "LOAD",
    "LOCK",
    "MERGE",
    "NEXTVAL",
    "OUTFILE",
    "PRAGMA",
    "RECEIVE",
    "RECONFIGURE",
    "REINDEX",
    "RENAME",
    "REPLACE",
    "RESTORE",
    "REVERT",
    "REVOKE",
    "ROLLBACK",
    "SAVE",
    "SEND",
    "SET",
    "SETVAL",
    "SHUTDOWN",
    "TRUNCATE",
    "UPDATE",
    "UPDATETEXT",
    "UPSERT",
    "USE",
    "VACUUM",
    "WAITFOR",
    "WRITETEXT",
];

/// Returns whether a statement is one `SELECT` (or `WITH … SELECT`) without a word that writes.
pub(super) fn is_read(statement: &str) -> bool {
    let Some(plain) = without_texts(statement) else { return false };
    let plain = plain.trim().trim_end_matches(|c: char| c == ';' || c.is_whitespace());
    if plain.contains(';') {
        return false;
    }
    let words = plain.split(|c: char| !c.is_alphanumeric() && c != '_' && c != '$');
    let mut words = words.filter(|word| !word.is_empty()).map(str::to_uppercase);
    let begins = words.next().is_some_and(|word| matches!(word.as_str(), "SELECT" | "WITH"));
    let mut before = String::new();
    begins
        && words.all(|word| {
            // `NEXT VALUE FOR` takes a number from a sequence.
            let is_taking = before == "NEXT" && word == "VALUE";
            before.clone_from(&word);
            !is_taking && !WRITING.contains(&word.as_str())
        })
}

/// Returns a statement without its texts, quoted names and comments; none where dialects read it differently.
fn without_texts(statement: &str) -> Option<String> {
    let mut plain = String::new();
    let mut rest = statement.chars().peekable();
    while let Some(c) = rest.next() {
        match (c, rest.peek()) {
            // `q'[…]'`, `E'…'`: texts with rules of their own.
            ('\'', _) if plain.ends_with(|before: char| before.is_alphanumeric()) => return None,
            ('\'' | '"' | '`', _) => {
                // A quote is doubled inside; that is an end and a beginning, which is the same here.
                loop {
                    match rest.next()? {
                        // In some dialects the next quote would not be the end.
                        '\\' => return None,
                        inner if inner == c => break,
                        _ => {}
                    }
                }
                // No letter: a doubled quote must not look like `q'…'`.
                plain.push('?');
            }
            ('-', Some('-')) => {
                rest.next();
                // `5--1` is a number in one dialect, and a comment in others.
                if rest.peek().is_some_and(|c| !c.is_whitespace()) {
                    return None;
                }
                while rest.next_if(|c| *c != '\n').is_some() {}
                plain.push(' ');
            }
            ('/', Some('*')) => {
                rest.next();
                let mut comment = String::new();
                while !comment.ends_with("*/") {
                    comment.push(rest.next()?);
                }
                // Some dialects run what is in `/*! … */`, and some nest comments.
                if comment.starts_with(['!', '+', 'M']) || comment.contains("/*") {
                    return None;
                }
                plain.push(' ');
            }
            // `[name]` may hold quotes that are none.
            ('[', _) => {
                let mut name = String::new();
                while let Some(c) = rest.next_if(|c| *c != ']') {
                    name.push(c);
                }
                if name.contains(['\'', '"', '`', '-', '/', '[']) {
                    return None;
                }
                plain.push_str(&name);
                plain.push(' ');
            }
            // A comment in one dialect and an operator in others; a text between `$$` and `$$`, or a parameter.
            ('#', _) => return None,
            ('$', next) if next.is_none_or(|c| !c.is_ascii_digit()) => return None,
            _ => plain.push(c),
        }
    }
    Some(plain)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn only_what_certainly_reads_is_a_read() {
        for statement in [
            "SELECT 1",
            "select * from F4801 where DOCO = ?;",
            "WITH x AS (SELECT 1) SELECT * FROM x",
            "SELECT 'DROP TABLE x; it''s a text' AS \"update\" FROM t -- delete\n WHERE a = 1",
            "SELECT [unit price], tags[1] FROM t WHERE a = $1",
            "/* about updates */ SELECT updated_at, settings FROM t",
            "SELECT value, next FROM t ORDER BY a OFFSET 5 ROWS FETCH NEXT 5 ROWS ONLY",
        ] {
            assert!(is_read(statement), "{statement}");
        }
        for statement in [
            "",
            "DELETE FROM t",
            "update t set a = 1",
            "SELECT 1; DELETE FROM t",
            "SELECT * INTO x FROM t",
            "SELECT * FROM t FOR UPDATE",
            "WITH x AS (DELETE FROM t RETURNING *) SELECT * FROM x",
            "EXEC sp_who",
            "select 1 backup database a to disk = 'x'",
            "select 1 kill 5",
            "select 1 dbcc shrinkdatabase(a)",
            "select 1 begin tran",
            "select next value for numbers",
            "SELECT 1 /*! ; DROP TABLE t */",
            "SELECT /* /* */ 1 ; DROP TABLE t -- */",
            "SELECT 'a\\'' ; DROP TABLE t -- '",
            "SELECT 'open",
            "SELECT 1 # ' \n ; DROP TABLE t -- '",
            "EXPLAIN ANALYZE DELETE FROM t",
            "(SELECT 1); CALL x()",
            "SELECT 5--1 ; DELETE FROM t",
            "SELECT [a'b] ; DROP TABLE t -- '",
            "SELECT $$'$$ ; DROP TABLE t -- '",
            "SELECT q'[']' ; DROP TABLE t -- '",
        ] {
            assert!(!is_read(statement), "{statement}");
        }
    }

    proptest! {
        #[test]
        fn a_statement_that_writes_is_never_a_read(before in "[ a-zA-Z0-9'\"();*/#-]{0,20}", after in "\\PC{0,20}") {
            let plain = format!("{before} DELETE FROM t {after}");
            // Unless it stands in a text or a comment, it is seen.
            if !before.contains(['\'', '"', '`', '/', '-', '#']) {
                prop_assert!(!is_read(&plain), "{plain}");
            }
            is_read(&after);
        }
    }
}
