//! Generates event bodies around one property of JSON text each: what a handler that parses a body and writes it again
//! loses. Every body holds each variant of its property at least once, with other values for each seed.

use fastrand::Rng;

/// A property of JSON text that libraries write in different ways.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Property {
    /// Fractions, exponents, zeros at the end, and numbers that some libraries write in another notation.
    Numbers,
    /// Integers beyond 2^53, where a double is not exact.
    BigIntegers,
    /// Keys in no order: those that look like integers, the empty one, and lists that are objects.
    Keys,
    /// Letters outside ASCII, separators and signs that some libraries escape.
    Unicode,
    /// Escapes where the letter itself would do.
    Escapes,
    /// Halves of surrogate pairs.
    Surrogates,
    /// Blanks and line ends between the tokens.
    Blanks,
    /// Empty objects, lists and texts, and null.
    Empty,
    /// Deep nesting.
    Nested,
}

impl Property {
    /// Returns the name of its case.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Numbers => "numbers",
            Self::BigIntegers => "big_integers",
            Self::Keys => "key_order",
            Self::Unicode => "unicode",
            Self::Escapes => "escapes",
            Self::Surrogates => "surrogates",
            Self::Blanks => "blanks",
            Self::Empty => "empty_values",
            Self::Nested => "nested",
        }
    }

    /// Returns what is sent, for people.
    pub(super) const fn title(self) -> &'static str {
        match self {
            Self::Numbers => "fractions and exponents",
            Self::BigIntegers => "integers beyond 2^53",
            Self::Keys => "keys in no order",
            Self::Unicode => "raw letters outside ASCII",
            Self::Escapes => "escapes that are not needed",
            Self::Surrogates => "halves of surrogate pairs",
            Self::Blanks => "blanks and line ends in the body",
            Self::Empty => "empty objects, lists and texts",
            Self::Nested => "a body that is nested deeply",
        }
    }

    /// Returns whether a sender that writes the value as `JSON.stringify` does leaves anything of it.
    pub(super) const fn is_of_the_value(self) -> bool {
        !matches!(self, Self::Escapes | Self::Blanks)
    }
}

/// Generates a JSON text with the property.
pub(super) fn generate(property: Property, rng: &mut Rng) -> String {
    match property {
        Property::Numbers => numbers(rng),
        Property::BigIntegers => big_integers(rng),
        Property::Keys => keys(rng),
        Property::Unicode => {
            list(rng, &UNICODE.map(|text| move |rng: &mut Rng| format!("\"{}{text}{}\"", word(rng), word(rng))))
        }
        Property::Escapes => {
            list(rng, &ESCAPES.map(|text| move |rng: &mut Rng| format!("\"{}{text}{}\"", word(rng), word(rng))))
        }
        Property::Surrogates => surrogates(rng),
        Property::Blanks => blanks(rng),
        Property::Empty => empty(rng),
        Property::Nested => nested(rng),
    }
}

fn digit(rng: &mut Rng) -> u32 {
    rng.u32(1..=9)
}

fn word(rng: &mut Rng) -> String {
    (0..rng.usize(1..=6)).map(|_| rng.lowercase()).collect()
}

/// A list with one item of each kind, in any order.
fn list<F: Fn(&mut Rng) -> String>(rng: &mut Rng, kinds: &[F]) -> String {
    let mut items: Vec<String> = kinds.iter().map(|kind| kind(rng)).collect();
    rng.shuffle(&mut items);
    format!("[{}]", items.join(","))
}

fn numbers(rng: &mut Rng) -> String {
    let kinds: [fn(&mut Rng) -> String; 11] = [
        |rng| format!("{}.0", digit(rng)),
        |rng| format!("{}.{}0", digit(rng), digit(rng)),
        |rng| format!("{}e{}", digit(rng), rng.u32(1..=6)),
        |rng| format!("-{}E+{}", digit(rng), rng.u32(1..=6)),
        |rng| format!("{}.{}e2", digit(rng), digit(rng)),
        // From here on other libraries write 1e-07, 1.0e-7 or 1.0e+25 for what ECMAScript writes 1e-7 and 1e+25.
        |rng| format!("{}e-{}", digit(rng), rng.u32(7..=9)),
        |rng| format!("{}.{}e-{}", digit(rng), digit(rng), rng.u32(7..=30)),
        |rng| format!("{}e+{}", digit(rng), rng.u32(21..=40)),
        |rng| format!("0.0000{}", digit(rng)),
        |_| "-0".to_owned(),
        |rng| format!("0.{}", rng.u64(1_000_000_000_000_000..9_000_000_000_000_000) | 1),
    ];
    list(rng, &kinds)
}

fn big_integers(rng: &mut Rng) -> String {
    let kinds: [fn(&mut Rng) -> String; 4] = [
        // Odd ones: a double has no bit for them.
        |rng| (rng.u64((1 << 53)..(1 << 54)) | 1).to_string(),
        |rng| format!("-{}", rng.u64((1 << 53)..(1 << 54)) | 1),
        |rng| (rng.u64((1 << 62)..(1 << 63)) | 1).to_string(),
        // Beyond 64 bits.
        |rng| format!("{}{:019}{}", digit(rng), rng.u64(..1_000_000_000_000_000_000), rng.u32(1..9)),
    ];
    list(rng, &kinds)
}

fn keys(rng: &mut Rng) -> String {
    let number = rng.u32(10..100_000);
    // Descending, so that no order but the written one gives this text.
    let mut keys = vec![
        format!("z{}", word(rng)),
        number.to_string(),
        (number - rng.u32(1..10)).to_string(),
        format!("0{}", digit(rng)),
        format!("-{}", digit(rng)),
        String::new(),
        format!("a{}", word(rng)),
        "4294967295".to_owned(),
        format!("Ä{}", word(rng)),
    ];
    let cut = rng.usize(..keys.len());
    keys.rotate_left(cut);
    let members: Vec<String> = keys.iter().map(|key| format!("\"{key}\":{}", digit(rng))).collect();
    // What PHP reads as a list.
    format!("{{{},\"list\":{{\"0\":{},\"1\":{}}}}}", members.join(","), digit(rng), digit(rng))
}

/// Raw letters: two, three and four bytes, both spellings of one letter, separators of lines, and signs that are
/// escaped for web pages.
const UNICODE: [&str; 13] = [
    "é",
    "e\u{301}",
    "漢",
    "😀",
    "\u{2028}",
    "\u{2029}",
    "\u{feff}",
    "\u{fffd}",
    "\u{7f}",
    "<a href='x'>&amp;</a>",
    "/",
    "\u{10ffff}",
    // Always escaped, and the end of a text to some.
    "\\u0000",
];

const ESCAPES: [&str; 8] = ["\\/", "\\u0041", "\\u00e9", "\\u00E9", "\\u000a", "\\ud83d\\ude00", "\\u2028", "\\u003c"];

fn surrogates(rng: &mut Rng) -> String {
    let kinds: [fn(&mut Rng) -> String; 4] = [
        |rng| format!("\"\\u{:04x}\"", rng.u32(0xd800..0xdc00)),
        |rng| format!("\"{}\\u{:04x}{}\"", word(rng), rng.u32(0xdc00..0xe000), word(rng)),
        // The halves in the wrong order.
        |rng| format!("\"\\u{:04x}\\u{:04x}\"", rng.u32(0xdc00..0xe000), rng.u32(0xd800..0xdc00)),
        |rng| format!("\"{}\\u{:04x}\"", word(rng), rng.u32(0xd800..0xdc00)),
    ];
    list(rng, &kinds)
}

fn blanks(rng: &mut Rng) -> String {
    let tokens = ["{", "\"a\"", ":", "[", "1", ",", "\"b c\"", ",", "false", "]", ",", "\"d\"", ":", "null", "}"];
    let mut text = String::new();
    for token in tokens {
        text.push_str(rng.choice(["", " ", "  ", "\n", "\r\n", "\t", "\n    "]).unwrap_or(""));
        text.push_str(token);
    }
    // Whatever was drawn, there is a blank.
    text + " \n"
}

fn empty(rng: &mut Rng) -> String {
    let values = ["{}", "[]", "\"\"", "null", "false", "0", "[{}]", "[[]]", "{\"a\":{},\"b\":[]}", "{\"\":{}}"];
    let mut values = values.map(str::to_owned);
    rng.shuffle(&mut values);
    if rng.bool() { format!("{{\"{}\":[{}]}}", word(rng), values.join(",")) } else { format!("[{}]", values.join(",")) }
}

/// Below a hundred levels: that many every library reads by default.
fn nested(rng: &mut Rng) -> String {
    let depth = rng.usize(40..90);
    let mut text = rng.choice(["[]", "1", "\"x\""]).unwrap_or("1").to_owned();
    for _ in 0..depth {
        text = if rng.bool() { format!("[{text}]") } else { format!("{{\"{}\":{text}}}", word(rng)) };
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::webhooks::canonical::stringify;

    const ALL: [Property; 9] = [
        Property::Numbers,
        Property::BigIntegers,
        Property::Keys,
        Property::Unicode,
        Property::Escapes,
        Property::Surrogates,
        Property::Blanks,
        Property::Empty,
        Property::Nested,
    ];

    #[test]
    fn every_body_is_json_and_the_seed_decides() {
        for property in ALL {
            let mut different = std::collections::HashSet::new();
            for seed in 0..200 {
                let text = generate(property, &mut Rng::with_seed(seed));
                assert_eq!(text, generate(property, &mut Rng::with_seed(seed)), "{property:?}");
                assert!(stringify(text.as_bytes()).is_ok(), "{property:?}: {text}");
                different.insert(text);
            }
            assert!(different.len() > 3, "{property:?}");
        }
    }

    /// What makes a body worth sending: re-serialised as ECMAScript does it becomes another text, or others do it
    /// otherwise.
    #[test]
    fn each_body_has_what_it_is_named_after() {
        for seed in 0..200 {
            let of = |property| generate(property, &mut Rng::with_seed(seed));
            let changed = |property| {
                let text = of(property);
                stringify(text.as_bytes()).expect("JSON") != text.as_bytes()
            };
            for property in
                [Property::Numbers, Property::BigIntegers, Property::Keys, Property::Escapes, Property::Blanks]
            {
                assert!(changed(property), "{property:?} {}", of(property));
            }
            let numbers = String::from_utf8(stringify(of(Property::Numbers).as_bytes()).expect("JSON")).expect("text");
            assert!(numbers.contains("e-7") || numbers.contains("e-8") || numbers.contains("e-9"), "{numbers}");
            assert!(of(Property::Surrogates).contains("\\ud"));
            assert!(of(Property::Unicode).contains('é') && of(Property::Unicode).contains('<'));
            assert!(of(Property::Nested).len() > 80);
        }
    }
}
