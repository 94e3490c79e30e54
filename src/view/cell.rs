//! One value of a table: what people see, and what programs and sorting get.

use std::borrow::Cow;
use std::fmt::Display;
use std::time::Duration;

use jiff::Timestamp;

use super::display::{Look, bytes, count, exact, span};
use crate::api::lenient::timestamp;
use crate::term::Style;
use crate::term::table::Importance;

/// One value.
///
/// The text is for people. Where a program needs something else — the number behind "1.4 MiB", the time behind
/// "3 minutes ago" — it is the machine value; CSV and `--sort` use that.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell<'a> {
    pub(super) text: Cow<'a, str>,
    pub(super) machine: Option<Cow<'a, str>>,
    pub(super) style: Style,
    /// It is never wrapped, however narrow the terminal.
    pub(super) whole: bool,
}

impl<'a> Cell<'a> {
    /// A text.
    pub fn text(text: impl Into<Cow<'a, str>>) -> Self {
        Self { text: text.into(), machine: None, style: Style::Plain, whole: false }
    }

    fn whole(text: impl Into<Cow<'a, str>>) -> Self {
        Self { whole: true, ..Self::text(text) }
    }

    /// No value: a dash for people, nothing for machines, last in any order.
    pub fn empty() -> Self {
        Self::whole("-").style(Style::Muted).machine("")
    }

    /// What the option holds, or [`Cell::empty`].
    pub fn maybe<T>(value: Option<T>, cell: impl FnOnce(T) -> Self) -> Self {
        value.map_or_else(Self::empty, cell)
    }

    /// Anything that prints itself the same for people and machines.
    pub fn number(value: impl Display) -> Self {
        Self::whole(value.to_string())
    }

    /// A count, with separators for people.
    pub fn count(value: u64) -> Self {
        Self::whole(count(value)).machine(value.to_string())
    }

    /// A time: how long ago on a terminal, RFC 3339 UTC elsewhere.
    pub fn time(value: Option<Timestamp>, look: &Look) -> Self {
        Self::maybe(value, |at| Self::whole(look.ago(at)).machine(exact(at)))
    }

    /// A time as the platform writes it; what cannot be parsed is shown as it is.
    pub fn timestamp(text: Option<&'a str>, look: &Look) -> Self {
        match (text, text.and_then(timestamp)) {
            (_, Some(at)) => Self::time(Some(at), look),
            (Some(text), None) if !text.is_empty() => Self::text(text),
            _ => Self::empty(),
        }
    }

    /// A duration; seconds for machines.
    pub fn span(value: Option<Duration>) -> Self {
        Self::maybe(value, |time| Self::whole(span(time)).machine(time.as_secs_f64().to_string()))
    }

    /// A duration; milliseconds for machines.
    pub fn millis(value: Option<Duration>) -> Self {
        Self::maybe(value, |time| Self::whole(span(time)).machine((time.as_secs_f64() * 1000.0).to_string()))
    }

    /// A size in bytes.
    pub fn bytes(value: u64) -> Self {
        Self::whole(bytes(value)).machine(value.to_string())
    }

    /// Yes or no; `true` or `false` for machines.
    pub fn flag(value: bool) -> Self {
        if value { Self::whole("yes").machine("true") } else { Self::whole("no").machine("false") }
    }

    /// A name.
    pub fn name(text: impl Into<Cow<'a, str>>) -> Self {
        Self::text(text).style(Style::Name)
    }

    /// An identifier. Like numbers, times and states it stays whole on a narrow terminal.
    pub fn id(text: impl Into<Cow<'a, str>>) -> Self {
        Self::text(text).style(Style::Id)
    }

    /// A file or an address.
    pub fn path(text: impl Into<Cow<'a, str>>) -> Self {
        Self::text(text).style(Style::Path)
    }

    /// A word for something healthy.
    pub fn good(text: impl Into<Cow<'a, str>>) -> Self {
        Self::text(text).style(Style::Good)
    }

    /// A word for something broken.
    pub fn bad(text: impl Into<Cow<'a, str>>) -> Self {
        Self::text(text).style(Style::Bad)
    }

    /// A word for a warning.
    pub fn caution(text: impl Into<Cow<'a, str>>) -> Self {
        Self::text(text).style(Style::Caution)
    }

    /// Something of less importance.
    pub fn muted(text: impl Into<Cow<'a, str>>) -> Self {
        Self::text(text).style(Style::Muted)
    }

    /// Sets the style.
    #[must_use]
    pub fn style(mut self, style: Style) -> Self {
        self.style = style;
        self
    }

    /// Sets the machine value.
    #[must_use]
    pub fn machine(mut self, value: impl Into<Cow<'a, str>>) -> Self {
        self.machine = Some(value.into());
        self
    }

    pub(super) fn value(&self) -> &str {
        self.machine.as_deref().unwrap_or(&self.text)
    }
}

/// Where the cells of a column stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Align {
    /// Text.
    #[default]
    Left,
    /// Numbers.
    Right,
}

/// A column of a list of `T`, declared once: heading and cells cannot drift.
#[derive(Debug)]
pub struct Column<T> {
    /// What `--columns`, `--sort` and the CSV header call it.
    pub key: &'static str,
    /// What stands above it.
    pub heading: &'static str,
    /// Where its cells stand.
    pub align: Align,
    /// Whether it is shown without `--columns`.
    pub default: bool,
    /// When it may be hidden on a narrow terminal.
    pub importance: Importance,
    /// How to get the cell.
    pub cell: for<'x> fn(&'x T, &Look) -> Cell<'x>,
}

impl<T> Column<T> {
    /// A column of text that is shown by default.
    pub const fn new(key: &'static str, heading: &'static str, cell: for<'x> fn(&'x T, &Look) -> Cell<'x>) -> Self {
        Self { key, heading, align: Align::Left, default: true, importance: Importance::Usual, cell }
    }

    /// A column of numbers.
    pub const fn right(mut self) -> Self {
        self.align = Align::Right;
        self
    }

    /// A column shown only when `--columns` names it.
    pub const fn extra(mut self) -> Self {
        self.default = false;
        self
    }

    /// A column that is shown however narrow the terminal is.
    pub const fn essential(mut self) -> Self {
        self.importance = Importance::Essential;
        self
    }

    /// A column that is the first to be hidden on a narrow terminal.
    pub const fn minor(mut self) -> Self {
        self.importance = Importance::Minor;
        self
    }

    pub(super) fn head(&self) -> Head {
        Head {
            key: self.key.into(),
            heading: self.heading.into(),
            align: self.align,
            default: self.default,
            importance: self.importance,
        }
    }
}

/// The head of a column that is known only when the program runs, such as an entity's own field.
#[derive(Clone, Debug)]
pub struct Head {
    /// What `--columns`, `--sort` and the CSV header call it.
    pub key: Cow<'static, str>,
    /// What stands above it.
    pub heading: Cow<'static, str>,
    /// Where its cells stand.
    pub align: Align,
    /// Whether it is shown without `--columns`.
    pub default: bool,
    /// When it may be hidden on a narrow terminal.
    pub importance: Importance,
}

impl Head {
    /// A column of text that is shown by default.
    pub fn new(key: impl Into<Cow<'static, str>>, heading: impl Into<Cow<'static, str>>) -> Self {
        Self {
            key: key.into(),
            heading: heading.into(),
            align: Align::Left,
            default: true,
            importance: Importance::Usual,
        }
    }

    /// A column of numbers.
    #[must_use]
    pub fn right(mut self) -> Self {
        self.align = Align::Right;
        self
    }

    /// A column that is shown however narrow the terminal is.
    #[must_use]
    pub fn essential(mut self) -> Self {
        self.importance = Importance::Essential;
        self
    }

    /// A column that is the first to be hidden on a narrow terminal.
    #[must_use]
    pub fn minor(mut self) -> Self {
        self.importance = Importance::Minor;
        self
    }

    /// A column shown only when `--columns` names it.
    #[must_use]
    pub fn extra(mut self) -> Self {
        self.default = false;
        self
    }
}
