//! What a chart is drawn with.

/// What a chart is drawn with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Drawing {
    /// Eight dots in each character.
    Braille,
    /// Letters and signs that every terminal and file has.
    Ascii,
    /// Sentences.
    Words,
}
