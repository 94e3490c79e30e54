//! Cuts a stream into blocks of whole lines, for the next thread that is free.

use std::io::{self, Read};
use std::sync::{Mutex, PoisonError};

/// Bytes read at once: small enough to stay in a core's cache, large enough that the lock is rarely taken.
const PIECE: usize = 256 << 10;

/// Whole lines. The memory is reused for the next block.
#[derive(Default)]
pub(super) struct Block {
    /// Index in the stream, from 0.
    pub(super) number: u64,
    /// Bytes of the stream that the block covers.
    pub(super) consumed: u64,
    /// Whether its first line was longer than allowed, and is not in it.
    pub(super) too_long: bool,
    data: Vec<u8>,
    length: usize,
}

impl Block {
    pub(super) fn text(&self) -> &[u8] {
        &self.data[..self.length]
    }
}

/// The stream, and what was read of its next line.
pub(super) struct Blocks<R> {
    state: Mutex<State<R>>,
    longest: usize,
}

struct State<R> {
    input: R,
    carry: Vec<u8>,
    number: u64,
    done: bool,
}

impl<R: Read> Blocks<R> {
    pub(super) fn new(input: R, longest: usize) -> Self {
        let state = State { input, carry: Vec::new(), number: 0, done: false };
        Self { state: Mutex::new(state), longest: longest.max(1) }
    }

    /// Fills the block with the next lines; returns whether there are any. A slow stream's lines are passed on as
    /// soon as they are there.
    pub(super) fn next(&self, block: &mut Block) -> io::Result<bool> {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        let outcome = state.fill(block, self.longest);
        if outcome.is_err() {
            state.done = true;
        }
        outcome
    }
}

impl<R: Read> State<R> {
    fn fill(&mut self, block: &mut Block, longest: usize) -> io::Result<bool> {
        block.too_long = false;
        block.length = 0;
        block.consumed = 0;
        if self.done {
            return Ok(false);
        }
        let mut filled = self.carry.len();
        block.make_room(filled + PIECE);
        block.data[..filled].copy_from_slice(&self.carry);
        self.carry.clear();
        let mut searched = 0;
        loop {
            if let Some(end) = memchr::memrchr(b'\n', &block.data[searched..filled]) {
                let end = searched + end + 1;
                self.carry.extend_from_slice(&block.data[end..filled]);
                block.length = end;
                break;
            }
            if filled > longest {
                block.too_long = true;
                block.consumed = filled as u64;
                // A short memory again: one long line must not keep its room for ever.
                block.data.truncate(2 * PIECE);
                block.data.shrink_to(2 * PIECE);
                self.skip_line(block)?;
                break;
            }
            searched = filled;
            block.make_room(filled + PIECE);
            let read = self.read(&mut block.data[filled..filled + PIECE])?;
            if read == 0 {
                self.done = true;
                block.length = filled;
                break;
            }
            filled += read;
        }
        block.number = self.number;
        block.consumed += block.length as u64;
        let any = block.length > 0 || block.too_long;
        self.number += u64::from(any);
        Ok(any)
    }

    /// Reads and discards the rest of a line.
    fn skip_line(&mut self, block: &mut Block) -> io::Result<()> {
        block.make_room(PIECE);
        loop {
            let read = self.read(&mut block.data[..PIECE])?;
            if read == 0 {
                self.done = true;
                return Ok(());
            }
            if let Some(end) = memchr::memchr(b'\n', &block.data[..read]) {
                block.consumed += end as u64 + 1;
                self.carry.extend_from_slice(&block.data[end + 1..read]);
                return Ok(());
            }
            block.consumed += read as u64;
        }
    }

    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        loop {
            match self.input.read(into) {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                outcome => return outcome,
            }
        }
    }
}

impl Block {
    fn make_room(&mut self, bytes: usize) {
        if self.data.len() < bytes {
            self.data.resize(bytes.next_power_of_two(), 0);
        }
    }
}
