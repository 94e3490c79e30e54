//! `--limit`, and counts in general.

/// Parses a count that is at least 1.
///
/// # Errors
/// With a sentence that says what is taken.
pub fn count(text: &str) -> Result<u64, String> {
    let wanted = || "it takes a whole number from 1, for example `50`".to_owned();
    text.trim().replace(['_', ','], "").parse().ok().filter(|count| *count > 0).ok_or_else(wanted)
}

use crate::context::Context;

/// How long a list may get.
#[derive(clap::Args, Clone, Copy, Debug)]
pub struct Limit {
    /// Maximum number of rows
    #[arg(long, value_name = "COUNT", default_value_t = 50, value_parser = count)]
    limit: u64,
}

impl Limit {
    /// Prints that a list goes on: fifty rows of a thousand must not look like all. `total` is the server's count.
    pub fn note_rest(self, ctx: &Context, shown: u64, total: Option<u64>) {
        // Nobody is told about rows that nobody reads.
        match total {
            Some(total) if total > shown && shown >= self.limit && ctx.term.flush().is_ok() => {
                ctx.term.status(format!("{shown} of {total} are shown: `--limit {total}` shows all"));
            }
            _ => {}
        }
    }

    /// Returns the number of rows, at least 1.
    pub fn get(self) -> u64 {
        self.limit
    }

    /// Returns the number of rows for a table that never holds more than `u32::MAX`.
    pub fn get_u32(self) -> u32 {
        u32::try_from(self.limit).unwrap_or(u32::MAX)
    }

    /// Returns the size of a page that holds as many of the rows as one request may ask for.
    pub fn per_page(self) -> u64 {
        self.limit.min(100)
    }
}

#[cfg(test)]
mod tests {
    use super::count;

    #[test]
    fn counts_as_people_write_them() {
        assert_eq!(["1", "1,000", "10_000", " 7 "].map(count), [Ok(1), Ok(1_000), Ok(10_000), Ok(7)]);
        for text in ["0", "-1", "1x", "", "many", "1.5"] {
            assert_eq!(count(text), Err("it takes a whole number from 1, for example `50`".into()), "{text}");
        }
    }
}
