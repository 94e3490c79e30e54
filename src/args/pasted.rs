//! IDs and names as people paste them: out of a log line, a chat, a table, an address.

/// Beginnings of the platform's IDs, which are in lower case.
const STARTS: [&str; 10] = ["req", "sync", "evt", "del", "flow", "exec", "mlink", "whc", "whe", "alr"];

/// Returns the ID in a pasted text: without blanks, invisible characters, quotes, brackets and the full stop around it,
/// out of `Request ID: …`, `request_id=…` or an address, without the `…` of a cut one, in lower case where it was
/// turned into upper case.
///
/// # Errors
/// When there is no ID in it, with a sentence that says so.
pub fn id(text: &str) -> Result<String, String> {
    let visible = visible(text);
    let found = if visible.contains("://") {
        let mut parts = visible.split(|c: char| c.is_whitespace() || "/?&=#".contains(c)).map(bare);
        parts.rfind(|part| is_like_id(part)).map(str::to_owned)
    } else {
        let words: Vec<&str> = visible.split_whitespace().map(|word| bare(unlabelled(word))).collect();
        match words[..] {
            [only] => Some(only.to_owned()),
            _ => words.iter().rev().find(|word| is_like_id(word)).map(|word| (*word).to_owned()),
        }
    };
    match found.map(lower) {
        Some(id) if !id.is_empty() && id.chars().all(|c| c.is_ascii_graphic()) => Ok(id),
        _ => Err("that is no ID; one looks like `req_01hq3v5` and is one word".to_owned()),
    }
}

/// Returns a pasted name: with plain blanks, without invisible characters, and without quotes around it.
pub fn name(text: &str) -> String {
    let visible = visible(text);
    let mut name = visible.trim();
    for (open, close) in [('"', '"'), ('\'', '\''), ('`', '`'), ('<', '>'), ('“', '”'), ('‘', '’'), ('«', '»')]
    {
        name = name.strip_prefix(open).and_then(|name| name.strip_suffix(close)).unwrap_or(name).trim();
    }
    name.trim_end_matches('…').split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Replaces blanks of every kind by plain ones, and drops what cannot be seen.
fn visible(text: &str) -> String {
    let is_seen = |c: &char| !matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{feff}');
    text.chars().filter(is_seen).map(|c| if c.is_whitespace() || c.is_control() { ' ' } else { c }).collect()
}

/// Drops the marks around a word.
fn bare(word: &str) -> &str {
    let word = word.trim_start_matches(['"', '\'', '`', '<', '(', '[', '{', '“', '‘', '«', '„', '*']);
    let end = ['"', '\'', '`', '>', ')', ']', '}', '”', '’', '»', '“', '*', '.', ',', ';', ':', '!', '?', '…'];
    word.trim_end_matches(end)
}

/// Drops `request_id=` and `x-request-id:` before a value.
fn unlabelled(word: &str) -> &str {
    match word.split_once(['=', ':']) {
        Some((label, value)) if !value.is_empty() && bare(label).to_lowercase().ends_with("id") => value,
        _ => word,
    }
}

/// Returns whether a word looks like an ID rather than like a word of a sentence or a part of an address.
fn is_like_id(word: &str) -> bool {
    let known = word.split_once('_').is_some_and(|(start, _)| STARTS.contains(&start.to_lowercase().as_str()));
    known || (word.len() >= 8 && word.chars().any(|c| c.is_ascii_digit()) && !word.contains(['.', ':']))
}

/// Returns an ID of the platform that something turned into upper case as it was.
fn lower(id: String) -> String {
    let is_ours = id.split_once('_').is_some_and(|(start, _)| STARTS.contains(&start.to_lowercase().as_str()));
    if is_ours && !id.chars().any(|c| c.is_ascii_lowercase()) { id.to_lowercase() } else { id }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_found_in_what_was_pasted() {
        for text in [
            "req_01hq3v5",
            " req_01hq3v5\n",
            "req_01hq3v5.",
            "\"req_01hq3v5\",",
            "<req_01hq3v5>",
            "“req_01hq3v5”",
            "(`req_01hq3v5`)",
            "Request ID: req_01hq3v5",
            "request: req_01hq3v5)",
            "request_id=req_01hq3v5",
            "\"request_id\": \"req_01hq3v5\"",
            "x-request-id:req_01hq3v5",
            "REQ_01HQ3V5",
            "req_01hq\u{200b}3v5\u{feff}",
            "\u{a0}req_01hq3v5\u{a0}",
            "https://api.example.com/api/system/requests/req_01hq3v5?tab=errors#top",
            "http://127.0.0.1:4000/requests/req_01hq3v5/",
            "req_01hq3v5…",
            "req_01hq3v5...",
            "it failed with req_01hq3v5, twice",
        ] {
            assert_eq!(id(text).as_deref(), Ok("req_01hq3v5"), "{text:?}");
        }
        for text in ["12", "#12", "sha256:0f3c", "7f9c24e8-3b12-4fef-91e0-56a2d5a0f3ab", "aGVsbG8/d+8="] {
            assert_eq!(id(text).as_deref(), Ok(text), "{text}");
        }
        assert_eq!(id("Req_01Hq").as_deref(), Ok("Req_01Hq"), "letters of both kinds are kept");
        for text in ["", " ", "\u{200b}", "…", "what went wrong", "https://example.com/", "\"\""] {
            assert!(id(text).is_err(), "{text:?}: {:?}", id(text));
        }
    }

    #[test]
    fn a_name_is_what_can_be_seen() {
        for text in
            ["Plant 7", "Plant\u{a0}7", "  Plant  7 ", "\"Plant 7\"", "<Plant 7>", "Plant 7\u{200b}", "Plant 7…"]
        {
            assert_eq!(name(text), "Plant 7", "{text:?}");
        }
        assert_eq!(name("Plant \"7\""), "Plant \"7\"");
    }
}
