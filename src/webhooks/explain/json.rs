//! One JSON value, written as this or that library writes it.

use std::collections::BTreeMap;

/// Deeper values are not re-written: no library's default writes them alike.
const DEPTH: usize = 128;

/// A value as it was written.
pub(super) enum Node {
    /// A number, as it was written and as ECMAScript prints it.
    Number(String, String),
    Word(String),
    Text(String),
    List(Vec<Node>),
    Object(Vec<(String, Node)>),
}

/// Line breaks and blanks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// None at all.
    Compact,
    /// A blank after `,` and `:`, as Python's `json.dumps` writes.
    Spaced,
    /// Two blanks a level.
    Indent2,
    /// Four blanks a level.
    Indent4,
    /// A tab a level.
    Tab,
}

/// Which characters are escaped that need not be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Escapes {
    /// None.
    Fewest,
    /// `/` as `\/`.
    Slash,
    /// What is not ASCII, as Python writes.
    Ascii,
    /// Both, as PHP writes.
    SlashAscii,
    /// `<`, `>`, `&`, U+2028 and U+2029, as Go writes.
    Html,
    /// What is not ASCII and what is special in HTML, with upper-case digits, as .NET writes.
    HtmlAscii,
}

/// The order of an object's members.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// As in the body.
    Written,
    /// Integer-like keys first and no key twice, as ECMAScript keeps them.
    Ecmascript,
    /// By name.
    Sorted,
}

/// The form of numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Numbers {
    /// As in the body.
    Written,
    /// As ECMAScript prints them: `1.0` is `1`.
    Ecmascript,
    /// Whole numbers with `.0`.
    Floats,
}

/// How a library writes JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Style {
    /// Line breaks and blanks.
    pub layout: Layout,
    /// What is escaped.
    pub escapes: Escapes,
    /// The order of members.
    pub order: Order,
    /// The form of numbers.
    pub numbers: Numbers,
}

impl Style {
    /// What `JSON.stringify` writes.
    pub const ECMASCRIPT: Self = Self {
        layout: Layout::Compact,
        escapes: Escapes::Fewest,
        order: Order::Ecmascript,
        numbers: Numbers::Ecmascript,
    };

    /// Returns all styles, the likely ones first.
    pub(super) fn all() -> Vec<Self> {
        use {Escapes as E, Layout as L, Numbers as N, Order as O};
        let mut all = Vec::new();
        for layout in [L::Compact, L::Spaced, L::Indent2, L::Indent4, L::Tab] {
            for escapes in [E::Fewest, E::SlashAscii, E::Slash, E::Ascii, E::Html, E::HtmlAscii] {
                for order in [O::Ecmascript, O::Written, O::Sorted] {
                    for numbers in [N::Ecmascript, N::Written, N::Floats] {
                        all.push(Self { layout, escapes, order, numbers });
                    }
                }
            }
        }
        // Only PHP escapes a slash, and it has two layouts: a text without a slash does not prove it otherwise.
        let escapes_slash = |style: &Self| matches!(style.escapes, E::Slash | E::SlashAscii);
        all.retain(|style| matches!(style.layout, L::Compact | L::Indent4) || !escapes_slash(style));
        all.sort_by_key(|style| {
            usize::from(style.layout != L::Compact)
                + usize::from(style.escapes != E::Fewest)
                + usize::from(style.order == O::Sorted)
                + usize::from(style.order == O::Sorted && escapes_slash(style))
                + 2 * usize::from(style.numbers == N::Floats)
        });
        all
    }
}

/// Reads a text that is known to be JSON; nothing if it is too deep or holds half a surrogate pair.
pub(super) fn read(text: &[u8]) -> Option<Node> {
    let mut reader = Reader { text, at: 0 };
    reader.value(0)
}

struct Reader<'t> {
    text: &'t [u8],
    at: usize,
}

impl Reader<'_> {
    fn token(&mut self) -> Option<u8> {
        while self.text.get(self.at)?.is_ascii_whitespace() {
            self.at += 1;
        }
        self.text.get(self.at).copied()
    }

    fn value(&mut self, depth: usize) -> Option<Node> {
        if depth > DEPTH {
            return None;
        }
        match self.token()? {
            b'"' => self.string().map(Node::Text),
            b'[' => {
                self.at += 1;
                let mut list = Vec::new();
                while self.token()? != b']' {
                    list.push(self.value(depth + 1)?);
                    self.comma();
                }
                self.at += 1;
                Some(Node::List(list))
            }
            b'{' => {
                self.at += 1;
                let mut members = Vec::new();
                while self.token()? != b'}' {
                    let key = self.string()?;
                    self.token();
                    self.at += 1;
                    members.push((key, self.value(depth + 1)?));
                    self.comma();
                }
                self.at += 1;
                Some(Node::Object(members))
            }
            _ => {
                let rest = &self.text[self.at..];
                let end = rest
                    .iter()
                    .position(|byte| !byte.is_ascii_alphanumeric() && !b"+-.".contains(byte))
                    .unwrap_or(rest.len());
                self.at += end;
                let word = std::str::from_utf8(&rest[..end]).ok()?.to_owned();
                if word.starts_with(|first: char| first.is_ascii_lowercase()) {
                    return Some(Node::Word(word));
                }
                let plain = super::super::canonical::stringify(word.as_bytes()).ok()?;
                Some(Node::Number(word, String::from_utf8(plain).ok()?))
            }
        }
    }

    fn comma(&mut self) {
        if self.token() == Some(b',') {
            self.at += 1;
        }
    }

    fn string(&mut self) -> Option<String> {
        self.token();
        let start = self.at;
        self.at += 1;
        loop {
            match self.text.get(self.at)? {
                b'\\' => self.at += 2,
                b'"' => break self.at += 1,
                _ => self.at += 1,
            }
        }
        serde_json::from_slice(self.text.get(start..self.at)?).ok()
    }
}

/// Writes a value in a style.
pub(super) fn write(node: &Node, style: Style) -> Vec<u8> {
    let mut out = String::new();
    value(node, style, 0, &mut out);
    out.into_bytes()
}

fn value(node: &Node, style: Style, depth: usize, out: &mut String) {
    match node {
        Node::Word(word) => out.push_str(word),
        Node::Number(written, _) if style.numbers == Numbers::Written => out.push_str(written),
        Node::Number(_, plain) => {
            out.push_str(plain);
            if style.numbers == Numbers::Floats && plain.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-') {
                out.push_str(".0");
            }
        }
        Node::Text(text) => string(text, style.escapes, out),
        Node::List(list) => {
            let items = list.iter().map(|item| (None, item));
            container(('[', ']'), items, style, depth, out);
        }
        Node::Object(members) => match style.order {
            Order::Written => {
                container(('{', '}'), members.iter().map(|(key, item)| (Some(key.as_str()), item)), style, depth, out);
            }
            Order::Sorted => {
                let sorted: BTreeMap<_, _> = members.iter().map(|(key, item)| (key.as_str(), item)).collect();
                container(('{', '}'), sorted.into_iter().map(|(key, item)| (Some(key), item)), style, depth, out);
            }
            Order::Ecmascript => {
                let mut places: BTreeMap<&str, usize> = BTreeMap::new();
                let mut unique: Vec<(&str, &Node)> = Vec::new();
                for (key, item) in members {
                    let place = *places.entry(key).or_insert(unique.len());
                    match unique.get_mut(place) {
                        Some(member) => member.1 = item,
                        None => unique.push((key, item)),
                    }
                }
                unique.sort_by_key(|(key, _)| index(key).unwrap_or(u32::MAX));
                container(('{', '}'), unique.into_iter().map(|(key, item)| (Some(key), item)), style, depth, out);
            }
        },
    }
}

fn index(key: &str) -> Option<u32> {
    let number: u32 = key.parse().ok()?;
    (number.to_string() == key).then_some(number)
}

fn container<'n>(
    (open, close): (char, char),
    items: impl Iterator<Item = (Option<&'n str>, &'n Node)>,
    style: Style,
    depth: usize,
    out: &mut String,
) {
    out.push(open);
    let mut any = false;
    for (key, item) in items {
        if any {
            out.push(',');
        }
        match style.layout {
            Layout::Spaced if any => out.push(' '),
            Layout::Compact | Layout::Spaced => {}
            layout => line(layout, depth + 1, out),
        }
        any = true;
        if let Some(key) = key {
            string(key, style.escapes, out);
            out.push_str(if style.layout == Layout::Compact { ":" } else { ": " });
        }
        value(item, style, depth + 1, out);
    }
    if any && !matches!(style.layout, Layout::Compact | Layout::Spaced) {
        line(style.layout, depth, out);
    }
    out.push(close);
}

fn line(layout: Layout, depth: usize, out: &mut String) {
    out.push('\n');
    let step = match layout {
        Layout::Indent2 => "  ",
        Layout::Indent4 => "    ",
        _ => "\t",
    };
    (0..depth).for_each(|_| out.push_str(step));
}

fn string(text: &str, escapes: Escapes, out: &mut String) {
    use Escapes::{Ascii, Html, HtmlAscii, Slash, SlashAscii};
    out.push('"');
    for character in text.chars() {
        match character {
            '"' if escapes == HtmlAscii => out.push_str("\\u0022"),
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\u{8}' => out.push_str("\\b"),
            '\u{c}' => out.push_str("\\f"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '/' if matches!(escapes, Slash | SlashAscii) => out.push_str("\\/"),
            '<' | '>' | '&' if matches!(escapes, Html | HtmlAscii) => units(character, escapes, out),
            '\'' | '+' | '`' if escapes == HtmlAscii => units(character, escapes, out),
            '\u{2028}' | '\u{2029}' if escapes == Html => units(character, escapes, out),
            '\0'..='\x1f' => units(character, escapes, out),
            _ if !character.is_ascii() && matches!(escapes, Ascii | SlashAscii | HtmlAscii) => {
                units(character, escapes, out);
            }
            _ => out.push(character),
        }
    }
    out.push('"');
}

fn units(character: char, escapes: Escapes, out: &mut String) {
    for unit in character.encode_utf16(&mut [0; 2]) {
        out.push_str(&if escapes == Escapes::HtmlAscii { format!("\\u{unit:04X}") } else { format!("\\u{unit:04x}") });
    }
}
