//! `--limit`.

use crate::context::Context;

/// How long a list may get.
#[derive(clap::Args, Clone, Copy, Debug)]
pub struct Limit {
    /// Maximum number of rows
    #[arg(long, value_name = "COUNT", default_value_t = 50, value_parser = clap::value_parser!(u64).range(1..))]
    limit: u64,
}

impl Limit {
    /// Prints that a list goes on: fifty rows of a thousand must not look like all. `total` is the server's count.
    pub fn note_rest(self, ctx: &Context, shown: u64, total: Option<u64>) {
        match total {
            Some(total) if total > shown && shown >= self.limit => {
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
