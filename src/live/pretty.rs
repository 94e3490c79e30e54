//! Bodies as people read them: JSON with every value on a line of its own, and long lines broken.

use serde::de::IgnoredAny;
use unicode_width::UnicodeWidthChar as _;

use crate::term::sanitize::clean;
use crate::term::{Line, Style};

/// Bytes of one body that are shown.
pub(super) const SHOWN: usize = 64 << 10;
/// The deepest indentation, in levels.
const DEEPEST: usize = 24;

/// Returns at most so many bytes of JSON text with each value on a line of its own, as it was spelled; nothing if it is no JSON.
pub(super) fn json(body: &[u8], most: usize) -> Option<Vec<String>> {
    serde_json::from_slice::<IgnoredAny>(body).ok()?;
    let text = shown(body, most);
    let mut lines = vec![String::new()];
    let (mut depth, mut inside, mut escaped, mut open) = (0_usize, false, false, false);
    for c in text.chars() {
        let line = lines.last_mut().expect("there is always one");
        if inside {
            line.push(c);
            (inside, escaped) = (escaped || c != '"', !escaped && c == '\\');
            continue;
        }
        if c.is_ascii_whitespace() {
            continue;
        }
        let closes = matches!(c, '}' | ']');
        if closes {
            depth = depth.saturating_sub(1);
        }
        // What is empty stays on its line.
        if open != closes {
            let deep = if open || closes { depth } else { 0 };
            lines.push("  ".repeat(deep.min(DEEPEST)));
        }
        open = false;
        let line = lines.last_mut().expect("there is always one");
        line.push(c);
        match c {
            '{' | '[' => {
                depth += 1;
                open = true;
            }
            ',' => lines.push("  ".repeat(depth.min(DEEPEST))),
            ':' => line.push(' '),
            '"' => inside = true,
            _ => {}
        }
    }
    Some(lines)
}

/// Returns the bytes as they came, at most so many of them, its line ends as such.
pub(super) fn raw(body: &[u8], most: usize) -> Vec<String> {
    shown(body, most).split('\n').map(str::to_owned).collect()
}

fn shown(body: &[u8], most: usize) -> std::borrow::Cow<'_, str> {
    String::from_utf8_lossy(&body[..body.len().min(most)])
}

/// Breaks a line into lines that fit, after blanks where there are some. What is foreign becomes harmless. All but the
/// first begin with so many blanks.
pub(super) fn wrap(line: &Line, columns: usize, indent: usize) -> Vec<Line> {
    let columns = columns.max(8);
    let indent = indent.min(columns / 2);
    let letters: Vec<(Style, char)> =
        line.pieces().flat_map(|(style, text)| clean(text).chars().map(|c| (style, c)).collect::<Vec<_>>()).collect();
    let mut found = Vec::new();
    let mut start = 0;
    while start < letters.len() || found.is_empty() {
        let room = if found.is_empty() { columns } else { columns - indent };
        let (mut used, mut end, mut blank) = (0, start, None);
        while let Some((_, c)) = letters.get(end) {
            used += c.width().unwrap_or(0);
            if used > room {
                break;
            }
            end += 1;
            if *c == ' ' {
                blank = Some(end);
            }
        }
        if end < letters.len() {
            // A blank far to the left would leave the line nearly empty.
            end = blank.filter(|blank| blank - start > room / 3).unwrap_or(end).max(start + 1);
        }
        let mut piece = Line::new();
        if !found.is_empty() && indent > 0 {
            piece = piece.text(" ".repeat(indent));
        }
        for run in letters[start..end].chunk_by(|(first, _), (second, _)| first == second) {
            piece = piece.styled(run[0].0, run.iter().map(|(_, c)| *c).collect::<String>());
        }
        found.push(piece);
        start = end;
    }
    found
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn json_is_laid_out_and_not_changed() {
        let body = br#"{"a":[1.0,{},[] , {"k\"}":"x,y:{z"}],"n":1e400,"e":"\u00e9\/"}"#;
        insta::assert_snapshot!(json(body, SHOWN).expect("JSON").join("\n"), @r#"
        {
          "a": [
            1.0,
            {},
            [],
            {
              "k\"}": "x,y:{z"
            }
          ],
          "n": 1e400,
          "e": "\u00e9\/"
        }
        "#);
        assert_eq!(json(b"{\"a\":", SHOWN), None);
        assert_eq!(json(b"\"x\"", SHOWN), Some(vec!["\"x\"".to_owned()]));
        let deep = format!("{}{}", "[".repeat(100), "]".repeat(100));
        assert!(json(deep.as_bytes(), SHOWN).expect("JSON").iter().all(|line| line.len() <= 2 * DEEPEST + 2));
    }

    #[test]
    fn lines_are_broken_after_blanks() {
        let wrapped = |text: &str, columns| -> Vec<String> {
            wrap(&Line::new().text(text), columns, 2).iter().map(|line| line.render(false)).collect()
        };
        assert_eq!(wrapped("the quick brown fox", 12), ["the quick ", "  brown fox"]);
        assert_eq!(wrapped("abcdefghijklmnop", 10), ["abcdefghij", "  klmnop"]);
        assert_eq!(wrapped("", 10), [""]);
        assert_eq!(wrapped("\u{1b}[2J設備管理設備管理", 9), ["\\u{1b}[2J", "  設備管", "  理設備", "  管理"]);
    }

    proptest! {
        #[test]
        fn nothing_is_lost_and_all_of_it_fits(text in any::<String>(), columns in 8_usize..60) {
            let lines = wrap(&Line::new().text(text.as_str()), columns, 0);
            let joined: String = lines.iter().map(|line| line.render(false)).collect();
            prop_assert_eq!(&joined, &clean(&joined));
            let letters = |text: &str| text.chars().filter(|c| c.width() != Some(0)).collect::<String>();
            prop_assert_eq!(letters(&joined), letters(&clean(&text)));
            for line in lines {
                prop_assert!(line.render(false).chars().map(|c| c.width().unwrap_or(0)).sum::<usize>() <= columns);
            }
        }

        #[test]
        fn layout_keeps_the_value(value in proptest::collection::vec(any::<(String, f64)>(), 0..8)) {
            let text = serde_json::to_string(&value).expect("JSON");
            let laid = json(text.as_bytes(), SHOWN).expect("JSON").join("\n");
            let read = |text: &str| serde_json::from_str::<serde_json::Value>(text).expect("still JSON");
            prop_assert_eq!(read(&laid), read(&text));
        }
    }
}
