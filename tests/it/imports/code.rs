//! Reads paths and words of source code, without comments, strings and unit tests.

/// Splits a path with its groups into all the paths it stands for. Returns how much of the text that was.
pub(super) fn expand<'a>(text: &'a str, prefix: &mut Vec<&'a str>, paths: &mut Vec<Vec<&'a str>>) -> usize {
    let mut at = 0;
    let skip = |at: usize| at + (text[at..].len() - text[at..].trim_start().len());
    let depth = prefix.len();
    loop {
        at = skip(at);
        if text[at..].starts_with('{') {
            at = skip(at + 1);
            while !text[at..].starts_with('}') && at < text.len() {
                let used = expand(&text[at..], prefix, paths);
                let rest = &text[at + used..];
                // An alias, a comma, or what belongs to no path.
                at += used + rest.find([',', '}']).unwrap_or(rest.len());
                at = skip(if text[at..].starts_with(',') { at + 1 } else { at });
            }
            at = (at + 1).min(text.len());
            break;
        }
        let word =
            text[at..].chars().take_while(|c| c.is_alphanumeric() || *c == '_').map(char::len_utf8).sum::<usize>();
        if word == 0 {
            paths.push(prefix.clone());
            break;
        }
        prefix.push(&text[at..at + word]);
        at += word;
        let next = skip(at);
        if !text[next..].starts_with("::") {
            paths.push(prefix.clone());
            break;
        }
        at = next + 2;
    }
    prefix.truncate(depth);
    at
}

/// Returns the words of a text with their places.
pub(super) fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let is_word = |c: char| c.is_alphanumeric() || c == '_';
    let starts = text.char_indices().filter(move |(at, c)| is_word(*c) && !text[..*at].ends_with(is_word));
    starts.map(move |(at, _)| (at, &text[at..at + text[at..].find(|c| !is_word(c)).unwrap_or(text.len() - at)]))
}

/// Returns the code of a file without comments, what strings hold, and unit tests.
pub(super) fn code_of(text: &str) -> String {
    let mut code = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let raw = rest.strip_prefix('r').map(|raw| raw.len() - raw.trim_start_matches('#').len());
        let opens_raw =
            raw.filter(|hashes| rest[1 + hashes..].starts_with('"') && !code.ends_with(char::is_alphanumeric));
        let length = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if let Some(hashes) = opens_raw {
            let end = format!("\"{}", "#".repeat(hashes));
            2 + hashes + rest[2 + hashes..].find(&end).map_or(0, |at| at + end.len())
        } else if c == '"' {
            quoted(rest)
        } else if let Some(length) = character(rest) {
            length
        } else {
            code.push(c);
            c.len_utf8()
        };
        rest = &rest[length..];
    }
    while let Some(start) = code.find("#[cfg(test)]\nmod ") {
        let Some(open) = code[start..].find(['{', ';']).map(|at| start + at) else { break };
        let mut depth = 0;
        let end = code[open..].char_indices().find(|(_, c)| {
            depth += i32::from(*c == '{') - i32::from(*c == '}');
            depth == 0
        });
        code.replace_range(start..=open + end.map_or(0, |(at, _)| at), "");
    }
    code
}

/// Returns the length of the character in quotes that a text begins with, its quotes included; none for a lifetime.
fn character(text: &str) -> Option<usize> {
    let inside = text.strip_prefix('\'')?;
    let first = inside.chars().next()?;
    if first == '\\' {
        let escaped = 1 + inside[1..].chars().next()?.len_utf8();
        return inside[escaped..].find('\'').map(|at| escaped + at + 2);
    }
    inside[first.len_utf8()..].starts_with('\'').then_some(first.len_utf8() + 2)
}

/// Returns the length of the string that a text begins with, its quotes included.
fn quoted(text: &str) -> usize {
    let mut escaped = true;
    let end = text.char_indices().find(|(_, c)| {
        let ends = *c == '"' && !escaped;
        escaped = *c == '\\' && !escaped;
        ends
    });
    end.map_or(text.len(), |(at, _)| at + 1)
}
