//! Answers of many threads, written in the order of the lines.

use std::collections::BTreeMap;
use std::io::Write;
use std::ops::ControlFlow;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

use super::line::{Broken, Id};
use super::{Error, Summary};
use crate::reason::Reason;
use crate::scheme::Canonicalization;
use crate::verify::Match;

/// The answers to one block.
#[derive(Default)]
pub(super) struct Answers {
    text: Vec<u8>,
    /// Lines of the block so far, the blank ones too.
    lines: u64,
    /// Where in `text` a line number is due, and which line of the block it is: a block does not have the number of
    /// lines before it.
    numbers: Vec<(usize, u64)>,
    pub(super) summary: Summary,
}

impl Answers {
    pub(super) fn clear(&mut self) {
        self.text.clear();
        self.lines = 0;
        self.numbers.clear();
        self.summary = Summary::default();
    }

    pub(super) fn next_line(&mut self) {
        self.lines += 1;
    }

    pub(super) fn valid(&mut self, id: Option<Id<'_>>, matched: Match, differs: bool) {
        self.summary.deliveries += 1;
        self.summary.valid += 1;
        self.name(id);
        let end: &[u8] = match matched.canonicalization {
            Canonicalization::Raw => {
                self.summary.valid_raw += 1;
                b",\"valid\":true,\"matched\":\"raw\",\"secret\":"
            }
            Canonicalization::JsonStringify => {
                self.summary.valid_json_stringify += 1;
                b",\"valid\":true,\"matched\":\"json-stringify\",\"secret\":"
            }
            Canonicalization::FormFields => b",\"valid\":true,\"matched\":\"form-fields\",\"secret\":",
        };
        self.text.extend_from_slice(end);
        if matched.secret < 9 {
            // Counted from 1 for people.
            self.text.push(b'1' + u8::try_from(matched.secret).unwrap_or_default());
        } else {
            self.text.extend_from_slice((matched.secret + 1).to_string().as_bytes());
        }
        self.text.extend_from_slice(if differs { b",\"raw_differs\":true}\n" } else { b"}\n" });
    }

    pub(super) fn invalid(&mut self, id: Option<Id<'_>>, reason: &Reason) {
        self.summary.deliveries += 1;
        self.summary.invalid += 1;
        self.name(id);
        self.refusal(reason.code(), &reason.to_string());
    }

    pub(super) fn broken(&mut self, broken: &Broken) {
        self.summary.deliveries += 1;
        self.summary.broken += 1;
        self.name(None);
        self.refusal("broken_line", &broken.to_string());
    }

    /// Begins an answer with the delivery's name, or the number of its line.
    fn name(&mut self, id: Option<Id<'_>>) {
        let Some(id) = id else {
            self.text.extend_from_slice(b"{\"line\":");
            self.numbers.push((self.text.len(), self.lines));
            return;
        };
        self.text.extend_from_slice(b"{\"id\":");
        if id.plain {
            self.text.push(b'"');
            self.text.extend_from_slice(id.text);
            self.text.push(b'"');
        } else {
            self.json(&id.to_text());
        }
    }

    fn refusal(&mut self, code: &str, message: &str) {
        self.text.extend_from_slice(b",\"valid\":false,\"reason\":\"");
        self.text.extend_from_slice(code.as_bytes());
        self.text.extend_from_slice(b"\",\"message\":");
        self.json(message);
        self.text.extend_from_slice(b"}\n");
    }

    fn json(&mut self, text: &str) {
        serde_json::to_writer(&mut self.text, text).expect("memory takes any text");
    }
}

/// Collects the answers of all threads and writes them in order.
pub(super) struct Results<W, P> {
    state: Mutex<State<W, P>>,
    room: Condvar,
    /// Blocks that may wait for an earlier one.
    most_waiting: usize,
}

struct State<W, P> {
    output: W,
    progress: P,
    next: u64,
    waiting: BTreeMap<u64, Answers>,
    spare: Vec<Answers>,
    lines: u64,
    summary: Summary,
    stopped: bool,
    error: Option<Error>,
}

impl<W: Write, P: FnMut(&Summary) -> ControlFlow<()>> Results<W, P> {
    pub(super) fn new(output: W, progress: P, threads: usize) -> Self {
        let state = State {
            output,
            progress,
            next: 0,
            waiting: BTreeMap::new(),
            spare: Vec::new(),
            lines: 0,
            summary: Summary::default(),
            stopped: false,
            error: None,
        };
        Self { state: Mutex::new(state), room: Condvar::new(), most_waiting: threads * 4 }
    }

    fn lock(&self) -> MutexGuard<'_, State<W, P>> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Returns memory for the answers to one more block, as soon as there is room; nothing when the work is to end.
    pub(super) fn begin(&self) -> Option<Answers> {
        let mut state = self.lock();
        while state.waiting.len() >= self.most_waiting && !state.stopped {
            state = self.room.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
        if state.stopped { None } else { Some(state.spare.pop().unwrap_or_default()) }
    }

    /// Adds the answers to a block.
    pub(super) fn put(&self, number: u64, answers: Answers) {
        let mut state = self.lock();
        state.waiting.insert(number, answers);
        let mut wrote = false;
        while !state.stopped {
            let next = state.next;
            let Some(answers) = state.waiting.remove(&next) else { break };
            state.next += 1;
            state.write(answers);
            wrote = true;
        }
        if wrote {
            self.room.notify_all();
        }
    }

    /// Stops the stream.
    pub(super) fn fail(&self, error: Error) {
        let mut state = self.lock();
        state.error.get_or_insert(error);
        // What was read before the fault is still answered; nothing new is begun.
        state.stopped |= matches!(state.error, Some(Error::Write(_)));
        self.room.notify_all();
    }

    /// Returns the summary.
    pub(super) fn finish(self) -> Result<Summary, Error> {
        let mut state = self.state.into_inner().unwrap_or_else(PoisonError::into_inner);
        match state.error {
            Some(error) => Err(error),
            None => state.output.flush().map_err(Error::Write).map(|()| state.summary),
        }
    }
}

impl<W: Write, P: FnMut(&Summary) -> ControlFlow<()>> State<W, P> {
    fn write(&mut self, answers: Answers) {
        if let Err(error) = self.text(&answers) {
            self.error.get_or_insert(Error::Write(error));
            self.stopped = true;
            return;
        }
        self.lines += answers.lines;
        self.summary.add(&answers.summary);
        if (self.progress)(&self.summary).is_break() {
            self.stopped = true;
        }
        self.spare.push(answers);
    }

    fn text(&mut self, answers: &Answers) -> std::io::Result<()> {
        let mut from = 0;
        for (at, line) in &answers.numbers {
            self.output.write_all(&answers.text[from..*at])?;
            write!(self.output, "{}", self.lines + line)?;
            from = *at;
        }
        self.output.write_all(&answers.text[from..])
    }
}
