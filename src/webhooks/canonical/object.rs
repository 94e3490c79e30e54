//! Members of objects: which keys are equal, which come first, and putting them in order.

use std::collections::HashMap;
use std::hash::{BuildHasher, BuildHasherDefault, Hasher, RandomState};
use std::ops::Range;

/// Up to this number of members, equal keys are searched one by one.
const FEW: usize = 16;
/// A larger table is not kept for the next object: emptying it would cost more than making a small one.
const KEPT_TABLE: usize = 1024;
const NO_MEMBER: usize = usize::MAX;

/// An object that is being written.
#[derive(Debug)]
pub(super) struct Open {
    /// Where its `{` is in the output.
    start: usize,
    /// Its first member.
    first: usize,
    /// The member whose value is being written.
    current: usize,
    /// Whether members have to move.
    moved: bool,
    /// Whether a key that is no index was seen.
    named: bool,
    /// The largest index so far, plus one.
    indices: u32,
    /// The table of its keys, when there are many.
    table: Option<Table>,
}

/// One member: where key and value stand in the output.
#[derive(Clone, Copy, Debug)]
struct Member {
    start: usize,
    /// The key's bytes, quotes included.
    key: usize,
    end: usize,
    index: Option<u32>,
    /// Another member whose key has the same hash.
    other: usize,
}

/// An object whose members move.
#[derive(Debug)]
struct Moved {
    /// Where it stands in the output, braces included.
    place: Range<usize>,
    /// Its members in their order: a range of [`Objects::pieces`].
    pieces: Range<usize>,
}

/// What is left to write.
enum Work {
    /// A part of the output, with what is nested in it.
    Copy(Range<usize>),
    /// What stands between two members.
    Comma,
}

type Table = HashMap<u64, usize, BuildHasherDefault<Ready>>;

/// A hash that is one already.
#[derive(Debug, Default)]
struct Ready(u64);

impl Hasher for Ready {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = self.0.rotate_left(8) ^ u64::from(*byte);
        }
    }

    fn write_u64(&mut self, hash: u64) {
        self.0 = hash;
    }
}

/// The open objects' members, and the objects that are to be put in order.
#[derive(Debug, Default)]
pub(super) struct Objects {
    members: Vec<Member>,
    /// A cheap fingerprint of each member's key, apart so that they are compared in one sweep.
    tags: Vec<u64>,
    moved: Vec<Moved>,
    pieces: Vec<Range<usize>>,
    tables: Vec<Table>,
    seed: RandomState,
}

impl Objects {
    pub(super) fn clear(&mut self) {
        self.members.clear();
        self.tags.clear();
        self.moved.clear();
        self.pieces.clear();
    }

    /// Begins an object whose `{` was written at `start`.
    pub(super) fn open(&self, start: usize) -> Open {
        let first = self.members.len();
        Open { start, first, current: first, moved: false, named: false, indices: 0, table: None }
    }

    /// Notes the key that was written from `start` to the end of `out`, quotes included.
    ///
    /// Two keys are the same if their canonical text is.
    pub(super) fn key(&mut self, open: &mut Open, out: &[u8], start: usize) {
        let text = &out[start..];
        let tag = tag(text);
        if let Some(twin) = self.find(open, out, text, tag) {
            open.moved = true;
            open.current = twin;
            self.members[twin].start = start;
            return;
        }
        let index = index(&text[1..text.len() - 1]);
        match index {
            Some(number) if open.named || number < open.indices => open.moved = true,
            Some(number) => open.indices = number + 1,
            None => open.named = true,
        }
        open.current = self.members.len();
        self.members.push(Member { start, key: text.len(), end: out.len(), index, other: NO_MEMBER });
        self.tags.push(tag);
        self.enter(open, out);
    }

    fn find(&self, open: &Open, out: &[u8], text: &[u8], tag: u64) -> Option<usize> {
        let same = |at: &usize| self.text(out, *at) == text;
        if let Some(table) = &open.table {
            let mut at = table.get(&self.seed.hash_one(text)).copied().unwrap_or(NO_MEMBER);
            while at != NO_MEMBER && !same(&at) {
                at = self.members[at].other;
            }
            return (at != NO_MEMBER).then_some(at);
        }
        let tags = &self.tags[open.first..];
        (open.first..).zip(tags).filter(|(_, other)| **other == tag).map(|(at, _)| at).find(same)
    }

    /// Puts the newest member in the table, or all of them when they have become many.
    fn enter(&mut self, open: &mut Open, out: &[u8]) {
        let newest = self.members.len() - 1;
        let from = match open.table {
            Some(_) => newest,
            None if self.members.len() - open.first > FEW => open.first,
            None => return,
        };
        let mut table = open.table.take().or_else(|| self.tables.pop()).unwrap_or_default();
        for at in from..=newest {
            let hash = self.seed.hash_one(self.text(out, at));
            if let Some(other) = table.insert(hash, at) {
                self.members[at].other = other;
            }
        }
        open.table = Some(table);
    }

    fn text<'a>(&self, out: &'a [u8], at: usize) -> &'a [u8] {
        let Member { start, key, .. } = self.members[at];
        &out[start..start + key]
    }

    /// The value of the newest key ends at `end`.
    pub(super) fn end_of_value(&mut self, open: &Open, end: usize) {
        self.members[open.current].end = end;
    }

    /// Ends an object whose `}` is the last byte of `out`.
    pub(super) fn close(&mut self, open: Open, out: &[u8]) {
        if let Some(mut table) = open.table
            && table.capacity() <= KEPT_TABLE
        {
            table.clear();
            self.tables.push(table);
        }
        if open.moved {
            let members = &mut self.members[open.first..];
            // Stable: indices ascend, the rest keeps its order.
            members.sort_by_key(|member| member.index.map_or(u64::from(u32::MAX), u64::from));
            let from = self.pieces.len();
            self.pieces.extend(members.iter().map(|member| member.start..member.end));
            self.moved.push(Moved { place: open.start..out.len(), pieces: from..self.pieces.len() });
        }
        self.members.truncate(open.first);
        self.tags.truncate(open.first);
    }

    /// Puts the members of all noted objects in order. Each byte is copied at most once, whatever the nesting.
    pub(super) fn reorder(&mut self, out: &mut Vec<u8>, spare: &mut Vec<u8>) {
        if self.moved.is_empty() {
            return;
        }
        self.moved.sort_unstable_by_key(|moved| moved.place.start);
        spare.clear();
        let mut work = vec![Work::Copy(0..out.len())];
        while let Some(next) = work.pop() {
            let Work::Copy(range) = next else {
                spare.push(b',');
                continue;
            };
            let first = self.moved.partition_point(|moved| moved.place.start < range.start);
            let Some(moved) = self.moved.get(first).filter(|moved| moved.place.start < range.end) else {
                spare.extend_from_slice(&out[range]);
                continue;
            };
            spare.extend_from_slice(&out[range.start..=moved.place.start]);
            // The closing brace is copied with what follows it.
            work.push(Work::Copy(moved.place.end - 1..range.end));
            for (count, piece) in self.pieces[moved.pieces.clone()].iter().rev().enumerate() {
                if count > 0 {
                    work.push(Work::Comma);
                }
                work.push(Work::Copy(piece.clone()));
            }
        }
        std::mem::swap(out, spare);
    }
}

/// Returns a fingerprint: length, first and last bytes. Keys that differ may share it.
fn tag(text: &[u8]) -> u64 {
    let length = text.len() as u64;
    match (text.first_chunk::<8>(), text.last_chunk::<8>()) {
        (Some(first), Some(last)) => {
            u64::from_le_bytes(*first) ^ u64::from_le_bytes(*last).rotate_left(29) ^ length.rotate_left(57)
        }
        _ => text.iter().fold(length, |tag, byte| tag << 8 | u64::from(*byte)),
    }
}

/// Returns the number that a key is, if it is `0` to `4294967294` in plain decimals.
fn index(key: &[u8]) -> Option<u32> {
    if key.len() > 10 || !key.first()?.is_ascii_digit() || (key[0] == b'0' && key.len() > 1) {
        return None;
    }
    let mut number = 0_u64;
    for byte in key {
        if !byte.is_ascii_digit() {
            return None;
        }
        number = number * 10 + u64::from(byte - b'0');
    }
    u32::try_from(number).ok().filter(|number| *number != u32::MAX)
}
