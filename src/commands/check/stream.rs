//! `-o ndjson`: a line for each connection as soon as it is judged, and one at the end for the whole.

use super::repeat;
use super::view::{COLUMNS, CheckAnswer, Summary};
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::health::ConnectionReport;
use crate::view::{OutputOptions, Rows, View as _, show};

/// The lines on their way to stdout.
pub(super) struct Stream<'a> {
    ctx: &'a Context,
    rows: Rows<'a, ConnectionReport>,
    /// Why no further line can be written.
    lost: Option<Failure>,
}

impl<'a> Stream<'a> {
    /// # Errors
    /// The options for output contradict each other.
    pub(super) fn new(ctx: &'a Context) -> Result<Self, Failure> {
        let rows = Rows::new(&ctx.term, &ctx.out, CheckAnswer::SCHEMA, COLUMNS, "")?;
        Ok(Self { ctx, rows, lost: None })
    }

    /// Writes the line of a connection. Where it cannot be written the check goes on: its verdict and reports count.
    pub(super) fn push(&mut self, row: &ConnectionReport) {
        if self.lost.is_none() {
            let mut row = row.clone();
            repeat(self.ctx, &mut row.findings);
            self.lost = self.rows.push(row).and_then(|()| self.rows.flush()).err();
        }
    }

    /// Writes the last line, and returns how the process ends.
    ///
    /// # Errors
    /// A line could not be written, other than for a reader that has seen enough.
    pub(super) fn finish(self, answer: &CheckAnswer) -> Result<Exit, Failure> {
        let lost = self.lost.or_else(|| self.rows.finish().err());
        match lost {
            Some(failure) if failure.exit != Exit::Ok => Err(failure),
            Some(_) => Ok(answer.exit()),
            None => {
                // These were about the lines before.
                let options = OutputOptions { sort: None, columns: Vec::new(), ..self.ctx.out.clone() };
                show(&self.ctx.term, &options, &Summary::of(answer))
            }
        }
    }
}
