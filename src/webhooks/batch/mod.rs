//! Verifies a stream of deliveries, one JSON object a line, on all cores and in constant memory.
//!
//! A line is `{"id": …, "headers": {…}, "body": "…"}` or has `body_base64`; more fields do no harm. A `body` that is
//! not a string stands for the bytes as they are written there. Each line gets one line of answer, in the same order.
//! A line that cannot be read is answered as such and ends nothing.

mod blocks;
mod cursor;
mod line;
mod results;
#[cfg(test)]
mod tests;

use std::io::{self, Read, Write};
use std::ops::ControlFlow;
use std::thread;

use serde::Serialize;

use super::scheme::Canonicalization;
use super::verify::{Scratch, Verifier};
use crate::exit::Exit;
use crate::failure::Classify;

use blocks::{Block, Blocks};
use line::{Broken, Line};
use results::{Answers, Results};

/// Options of a stream.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Options {
    /// Number of threads that verify; at least one is used.
    pub threads: usize,
    /// Maximum length of a line in bytes. A longer one is reported and skipped.
    pub longest_line: usize,
    /// Time of verification, in seconds since 1970.
    pub now: i64,
}

impl Options {
    /// Options with this number of threads, for lines of up to 4 MiB.
    pub fn new(threads: usize, now: i64) -> Self {
        Self { threads, longest_line: 4 << 20, now }
    }
}

/// Counts of what was verified so far.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Summary {
    /// Lines that are not blank.
    pub deliveries: u64,
    /// Verified deliveries.
    pub valid: u64,
    /// Of these, verified by their raw body.
    pub valid_raw: u64,
    /// Of these, verified by the `JSON.stringify` form of their body.
    pub valid_json_stringify: u64,
    /// Deliveries that are not verified.
    pub invalid: u64,
    /// Lines that could not be read as a delivery.
    pub broken: u64,
    /// Bytes read.
    pub bytes: u64,
}

impl Summary {
    /// Returns whether every line was a delivery that is verified, and there was one.
    pub fn all_valid(&self) -> bool {
        self.valid > 0 && self.valid == self.deliveries
    }

    fn add(&mut self, more: &Self) {
        self.deliveries += more.deliveries;
        self.valid += more.valid;
        self.valid_raw += more.valid_raw;
        self.valid_json_stringify += more.valid_json_stringify;
        self.invalid += more.invalid;
        self.broken += more.broken;
        self.bytes += more.bytes;
    }
}

/// A stream that could not be read to its end, or whose answers could not be written.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Reading failed.
    #[error("could not read the deliveries")]
    Read(#[source] io::Error),
    /// Writing failed.
    #[error("could not write the results")]
    Write(#[source] io::Error),
}

impl Error {
    /// Returns whether the reader of the results has closed the pipe.
    pub fn is_closed_pipe(&self) -> bool {
        matches!(self, Self::Write(error) if error.kind() == io::ErrorKind::BrokenPipe)
    }
}

impl Classify for Error {
    fn exit(&self) -> Exit {
        if self.is_closed_pipe() { Exit::Ok } else { Exit::Local }
    }
}

/// Verifies every line of `input` and writes one line of answer for each to `output`, in order.
///
/// `progress` is called with the summary after each block of lines, on the thread that wrote it, and may stop the
/// stream; the summary then covers what was written.
///
/// # Errors
/// When reading or writing fails. The content of a line never does.
pub fn verify_stream(
    verifier: &Verifier,
    mut input: impl Read + Send,
    mut output: impl Write + Send,
    options: Options,
    mut progress: impl FnMut(&Summary) -> ControlFlow<()> + Send,
) -> Result<Summary, Error> {
    run(verifier, &mut input, &mut output, options, &mut progress)
}

/// Not generic, so that its loops are compiled in this package and not in the caller's.
fn run(
    verifier: &Verifier,
    input: &mut (dyn Read + Send),
    output: &mut (dyn Write + Send),
    options: Options,
    progress: &mut (dyn FnMut(&Summary) -> ControlFlow<()> + Send),
) -> Result<Summary, Error> {
    let threads = options.threads.max(1);
    let blocks = Blocks::new(input, options.longest_line);
    let results = Results::new(output, progress, threads);
    thread::scope(|scope| {
        for _ in 1..threads {
            scope.spawn(|| work(verifier, &blocks, &results, options.now));
        }
        work(verifier, &blocks, &results, options.now);
    });
    results.finish()
}

fn work<R: Read, W: Write, P: FnMut(&Summary) -> ControlFlow<()>>(
    verifier: &Verifier,
    blocks: &Blocks<R>,
    results: &Results<W, P>,
    now: i64,
) {
    let mut scratch = Scratch::new(verifier.config());
    let mut line = Line::default();
    let mut block = Block::default();
    while let Some(mut answers) = results.begin() {
        match blocks.next(&mut block) {
            Ok(true) => {}
            Ok(false) => return,
            Err(error) => return results.fail(Error::Read(error)),
        }
        answers.clear();
        answers.summary.bytes = block.consumed;
        if block.too_long {
            answers.next_line();
            answers.broken(&Broken::TooLong);
        }
        for text in Lines(block.text()) {
            answers.next_line();
            if !text.trim_ascii().is_empty() {
                judge(verifier, &mut scratch, &mut line, text, now, &mut answers);
            }
        }
        results.put(block.number, answers);
    }
}

fn judge(verifier: &Verifier, scratch: &mut Scratch, line: &mut Line, text: &[u8], now: i64, answers: &mut Answers) {
    let delivery = match line.read(text) {
        Ok(delivery) => delivery,
        Err(broken) => return answers.broken(&broken),
    };
    match verifier.check(scratch, &delivery.headers, delivery.body, now) {
        Ok(matched) => {
            let differs =
                matched.canonicalization == Canonicalization::JsonStringify && scratch.canonical() != delivery.body;
            answers.valid(delivery.id, matched, differs);
        }
        Err(reason) => answers.invalid(delivery.id, &reason),
    }
}

/// The lines of a text, without their ends.
struct Lines<'t>(&'t [u8]);

impl<'t> Iterator for Lines<'t> {
    type Item = &'t [u8];

    fn next(&mut self) -> Option<&'t [u8]> {
        if self.0.is_empty() {
            return None;
        }
        let end = memchr::memchr(b'\n', self.0).unwrap_or(self.0.len());
        let line = &self.0[..end];
        self.0 = self.0.get(end + 1..).unwrap_or_default();
        Some(line)
    }
}
