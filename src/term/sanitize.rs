//! Makes foreign text harmless.
//!
//! What came from a server is shown, never obeyed: every character that moves the cursor, starts a sequence, hides
//! itself or turns the reading direction becomes a visible escape. Clean text is returned as it is, without a copy.
//!
//! The result is for eyes. It is not a quoting: a backslash is left alone, so the original cannot be got back.

use std::borrow::Cow;
use std::fmt::Write;

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// How many combining marks one letter may carry. Real writing systems need at most three or four.
const MARKS: usize = 4;

/// Returns how many columns the text takes on a terminal.
pub fn width(text: &str) -> usize {
    if plain(text) { text.len() } else { UnicodeWidthStr::width(text) }
}

/// Returns the text with everything that is not plainly visible escaped: `\n`, `\t`, `\u{1b}`, `\u{202e}`.
///
/// Marks piled on one letter beyond what writing needs are replaced by one `…`.
pub fn clean(text: &str) -> Cow<'_, str> {
    if plain(text) {
        return Cow::Borrowed(text);
    }
    let Some(start) = first_unclean(text) else { return Cow::Borrowed(text) };
    let mut out = String::with_capacity(text.len() + 16);
    out.push_str(&text[..start]);
    let mut marks = trailing_marks(&text[..start]);
    for c in text[start..].chars() {
        if hidden(c) {
            marks = 0;
            escape(&mut out, c);
        } else if is_mark(c) {
            marks += 1;
            match marks {
                0..=MARKS => out.push(c),
                n if n == MARKS + 1 => out.push('…'),
                _ => {}
            }
        } else {
            marks = 0;
            out.push(c);
        }
    }
    Cow::Owned(out)
}

/// Returns the text cleaned and cut to that many columns, the last of them an ellipsis where something was cut.
pub fn clean_to(text: &str, columns: usize) -> Cow<'_, str> {
    if plain(text) && text.len() <= columns {
        return Cow::Borrowed(text);
    }
    // One column needs at most four bytes and a few marks; what lies far beyond the cut is never looked at.
    let reach = columns.saturating_mul(32).saturating_add(64);
    let near = (reach.min(text.len())..text.len()).find_map(|end| text.get(..end)).unwrap_or(text);
    let cleaned = clean(near);
    if near.len() == text.len() && width(&cleaned) <= columns {
        return cleaned;
    }
    Cow::Owned(cut(&cleaned, columns))
}

/// Cuts clean text to that many columns, with an ellipsis as the last of them.
pub(crate) fn cut(text: &str, columns: usize) -> String {
    if columns == 0 {
        return String::new();
    }
    let mut used = 0;
    let mut end = 0;
    for (at, c) in text.char_indices() {
        used += UnicodeWidthChar::width(c).unwrap_or(0);
        if used > columns - 1 {
            break;
        }
        end = at + c.len_utf8();
    }
    // A sequence can be wider than the sum of its parts (a heart and a variation selector); give way until it fits.
    while width(&text[..end]) > columns - 1 {
        end = text[..end].char_indices().next_back().map_or(0, |(at, _)| at);
    }
    let mut out = String::with_capacity(end + 3);
    out.push_str(text[..end].trim_end());
    out.push('…');
    out
}

/// Returns JSON text in which the same characters are written as `\uXXXX`: the same value, harmless to print.
///
/// JSON itself escapes only what is below U+0020; outside its strings none of these characters can occur, so
/// they may be replaced wherever they stand.
pub fn clean_json(json: &str) -> Cow<'_, str> {
    let unclean = |c: char| hidden(c) && c != '\n';
    if json.bytes().all(|b| b < 0x7f) {
        return Cow::Borrowed(json);
    }
    let Some(start) = json.find(unclean) else { return Cow::Borrowed(json) };
    let mut out = String::with_capacity(json.len() + 16);
    out.push_str(&json[..start]);
    let mut units = [0; 2];
    for c in json[start..].chars() {
        if unclean(c) {
            for unit in c.encode_utf16(&mut units) {
                write!(out, "\\u{unit:04x}").expect("a String takes everything");
            }
        } else {
            out.push(c);
        }
    }
    Cow::Owned(out)
}

/// Returns whether the text is printable ASCII, which is nearly always so. Without an early end, so that many bytes
/// are looked at together.
pub(crate) fn plain(text: &str) -> bool {
    text.bytes().fold(true, |plain, b| plain & (b.wrapping_sub(0x20) < 0x5f))
}

fn first_unclean(text: &str) -> Option<usize> {
    let mut marks = 0;
    text.char_indices().find_map(|(at, c)| {
        marks = if is_mark(c) { marks + 1 } else { 0 };
        (hidden(c) || marks > MARKS).then_some(at)
    })
}

fn trailing_marks(text: &str) -> usize {
    text.chars().rev().take_while(|c| is_mark(*c)).count()
}

/// A mark that is drawn over the letter before it.
fn is_mark(c: char) -> bool {
    !c.is_ascii() && !hidden(c) && UnicodeWidthChar::width(c) == Some(0)
}

/// Characters a terminal obeys or a reader cannot see.
pub(crate) fn hidden(c: char) -> bool {
    if c.is_control() {
        return true;
    }
    matches!(c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}'..='\u{1160}' | '\u{17b4}'..='\u{17b5}' | '\u{180b}'..='\u{180f}'
        // Zero width, directions, line and paragraph separators, invisible operators.
        | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
        | '\u{3164}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}'
        | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}'
        // Tags and the supplementary variation selectors, which can carry a whole hidden text.
        | '\u{e0000}'..='\u{e0fff}')
}

fn escape(out: &mut String, c: char) {
    match c {
        '\n' => out.push_str("\\n"),
        '\r' => out.push_str("\\r"),
        '\t' => out.push_str("\\t"),
        c => write!(out, "\\u{{{:x}}}", u32::from(c)).expect("a String takes everything"),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_a_terminal_would_obey_is_shown() {
        insta::assert_snapshot!(clean("a\u{1b}[2Jb"), @r"a\u{1b}[2Jb");
        insta::assert_snapshot!(clean("\u{1b}]0;title\u{7}x"), @r"\u{1b}]0;title\u{7}x");
        insta::assert_snapshot!(clean("one\ntwo\r\tthree\0\u{8}\u{7f}"), @r"one\ntwo\r\tthree\u{0}\u{8}\u{7f}");
        insta::assert_snapshot!(clean("\u{9b}31m"), @r"\u{9b}31m");
        insta::assert_snapshot!(clean("exe\u{202e}fdp.\u{2066}"), @r"exe\u{202e}fdp.\u{2066}");
        insta::assert_snapshot!(clean("zero\u{200b}width\u{feff}"), @r"zero\u{200b}width\u{feff}");
        insta::assert_snapshot!(clean("tag\u{e0041}"), @r"tag\u{e0041}");
    }

    #[test]
    fn clean_text_is_not_copied() {
        for text in ["", "plain", "Überprüfung", "設備", "🏭", "a\\b", "e\u{301}"] {
            assert!(matches!(clean(text), Cow::Borrowed(same) if same == text), "{text}");
        }
    }

    #[test]
    fn a_pile_of_marks_is_bounded() {
        let pile = format!("z{}!", "\u{301}".repeat(5000));
        assert_eq!(clean(&pile), format!("z{}…!", "\u{301}".repeat(4)));
    }

    #[test]
    fn a_cut_is_marked_and_measured_after_escaping() {
        assert_eq!(clean_to("abcdef", 4), "abc…");
        assert_eq!(clean_to("設備管理", 5), "設備…");
        assert_eq!(clean_to("設備管理", 4), "設…");
        assert_eq!(clean_to("\u{1b}[31m", 4), "\\u{…");
        assert_eq!(clean_to("abc", 3), "abc");
        assert_eq!(clean_to("abc", 0), "");
    }

    #[test]
    fn json_keeps_its_value() {
        let value = serde_json::json!({"k\u{9b}": "a\u{202e}\u{7f}\u{e0041}é🏭\n"});
        let text = value.to_string();
        let cleaned = clean_json(&text);
        insta::assert_snapshot!(cleaned, @r#"{"k\u009b":"a\u202e\u007f\udb40\udc41é🏭\n"}"#);
        assert_eq!(serde_json::from_str::<serde_json::Value>(&cleaned).unwrap(), value);
    }

    proptest! {
        #[test]
        fn nothing_hidden_is_left(text in any::<String>()) {
            let cleaned = clean(&text);
            prop_assert!(!cleaned.chars().any(hidden));
            prop_assert_eq!(clean(&cleaned), cleaned.as_ref(), "cleaning twice changes nothing");
        }

        #[test]
        fn printable_ascii_is_untouched(text in "[ -~]{0,200}") {
            prop_assert_eq!(clean(&text), text.as_str());
        }

        #[test]
        fn a_cut_always_fits(text in any::<String>(), columns in 0usize..40) {
            prop_assert!(width(&clean_to(&text, columns)) <= columns);
        }

        #[test]
        fn json_is_the_same_value(text in any::<String>()) {
            let json = serde_json::to_string(&text).unwrap();
            prop_assert_eq!(serde_json::from_str::<String>(&clean_json(&json)).unwrap(), text);
        }
    }
}
