//! A curl command, as a person types it and as browsers copy it, for POSIX shells and for Windows.

use super::{BadCapture, Capture, NoBody};

/// Parses a curl command; nothing if the text is none.
pub(super) fn parse(text: &[u8]) -> Result<Option<Capture>, BadCapture> {
    let text = text.trim_ascii_start();
    let text = text.strip_prefix(b"$ ").unwrap_or(text);
    if !(text.starts_with(b"curl ") || text.starts_with(b"curl.exe ") || text.starts_with(b"curl\\")) {
        return Ok(None);
    }
    let bad = |problem: &str| BadCapture::Form { form: "a curl command", problem: problem.to_owned() };
    let text = std::str::from_utf8(text).map_err(|_| bad("it is not UTF-8"))?;
    // `^` escapes in cmd.exe, where single quotes mean nothing.
    let cmd = text.contains("^\"") || text.contains("^\n") || text.contains("^\r\n");
    let words = if cmd { cmd_words(text) } else { words(text).ok_or_else(|| bad("a quote is not closed"))? };
    let mut capture = Capture::new(None);
    let (mut method, mut url, mut data) = (None, String::new(), Vec::<u8>::new());
    let mut has_data = false;
    let mut words = words.into_iter().skip(1);
    while let Some(word) = words.next() {
        // `-Xvalue` and `--request=value` are one word.
        let (flag, attached) = match word.strip_prefix("--") {
            Some(long) => match long.split_once('=') {
                Some((flag, value)) => (format!("--{flag}"), Some(value.to_owned())),
                None => (word.clone(), None),
            },
            None if word.starts_with('-') && word.len() > 2 && word.is_char_boundary(2) => {
                let takes = ["-H", "-X", "-d", "-A", "-u", "-b", "-e", "-F", "-o", "-m"].contains(&&word[..2]);
                if takes { (word[..2].to_owned(), Some(word[2..].to_owned())) } else { (word.clone(), None) }
            }
            None => (word.clone(), None),
        };
        let mut value = || attached.clone().or_else(|| words.next()).ok_or_else(|| bad("an option has no value"));
        match flag.as_str() {
            "-H" | "--header" => {
                let header = value()?;
                let (name, value) = header.split_once(':').ok_or_else(|| bad("a header has no colon"))?;
                capture.add(name.trim(), value.trim().as_bytes())?;
            }
            "-X" | "--request" => method = Some(value()?),
            "--url" => url = value()?,
            "-A" | "--user-agent" => capture.add("User-Agent", value()?.as_bytes())?,
            "-e" | "--referer" => capture.add("Referer", value()?.as_bytes())?,
            "-b" | "--cookie" => capture.add("Cookie", value()?.as_bytes())?,
            "-d" | "--data" | "--data-ascii" | "--data-binary" | "--data-raw" | "--json" => {
                let text = value()?;
                if has_data && flag != "--json" {
                    data.push(b'&');
                }
                has_data = true;
                if text.starts_with('@') && flag != "--data-raw" {
                    capture.no_body = Some(NoBody::File);
                }
                data.extend_from_slice(text.as_bytes());
            }
            "--data-urlencode" | "-F" | "--form" | "-T" | "--upload-file" => {
                value()?;
                capture.no_body = Some(NoBody::File);
            }
            "-o" | "--output" | "-u" | "--user" | "-m" | "--max-time" | "--connect-timeout" | "--cacert" | "-E"
            | "--cert" | "--key" | "-x" | "--proxy" | "--retry" | "-w" | "--write-out" | "--resolve" => drop(value()?),
            flag if flag.starts_with('-') => {}
            address => address.clone_into(&mut url),
        }
    }
    let method = method.unwrap_or_else(|| if has_data { "POST".into() } else { "GET".into() });
    capture.set_url(&method, &url);
    if capture.no_body.is_none() {
        capture.take_body(data);
    }
    Ok(Some(capture))
}

/// Splits a line as a POSIX shell does, with `$'…'`; nothing if a quote is not closed.
fn words(text: &str) -> Option<Vec<String>> {
    let mut all = Vec::new();
    let mut word: Option<String> = None;
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '\'' => {
                let word = word.get_or_insert_default();
                loop {
                    match letters.next()? {
                        '\'' => break,
                        letter => word.push(letter),
                    }
                }
            }
            '$' if letters.peek() == Some(&'\'') => {
                letters.next();
                let word = word.get_or_insert_default();
                loop {
                    match letters.next()? {
                        '\'' => break,
                        '\\' => word.push(escape(&mut letters)?),
                        letter => word.push(letter),
                    }
                }
            }
            '"' => {
                let word = word.get_or_insert_default();
                loop {
                    match letters.next()? {
                        '"' => break,
                        '\\' => match letters.next()? {
                            '\n' => {}
                            letter @ ('"' | '\\' | '$' | '`') => word.push(letter),
                            letter => word.extend(['\\', letter]),
                        },
                        letter => word.push(letter),
                    }
                }
            }
            '\\' => match letters.next() {
                Some('\r') if letters.peek() == Some(&'\n') => drop(letters.next()),
                Some('\n') | None => {}
                Some(letter) => word.get_or_insert_default().push(letter),
            },
            // What follows is another command.
            ';' | '|' | '>' | '&' if word.is_none() => break,
            letter if letter.is_whitespace() => all.extend(word.take()),
            letter => word.get_or_insert_default().push(letter),
        }
    }
    all.extend(word);
    Some(all)
}

/// Reads an escape of `$'…'`, behind its backslash. Bytes beyond ASCII are not written so by browsers.
fn escape(letters: &mut std::iter::Peekable<std::str::Chars<'_>>) -> Option<char> {
    Some(match letters.next()? {
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        'a' => '\u{7}',
        'b' => '\u{8}',
        'f' => '\u{c}',
        'v' => '\u{b}',
        'x' => return code(letters, 2),
        'u' => return code(letters, 4),
        'U' => return code(letters, 8),
        letter => letter,
    })
}

/// Reads up to so many hexadecimal digits of a code point.
fn code(letters: &mut std::iter::Peekable<std::str::Chars<'_>>, most: usize) -> Option<char> {
    let mut code = 0;
    for _ in 0..most {
        let Some(digit) = letters.peek().and_then(|letter| letter.to_digit(16)) else { break };
        letters.next();
        code = code * 16 + digit;
    }
    char::from_u32(code).or(Some(char::REPLACEMENT_CHARACTER))
}

/// Splits a line as cmd.exe and the C library of Windows do: `^` escapes, `\"` is a quote inside quotes.
fn cmd_words(text: &str) -> Vec<String> {
    let mut plain = String::with_capacity(text.len());
    let mut letters = text.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '^' => match letters.next() {
                // `^` before a line break continues the line; `^\n^\n` is a line break in the text.
                Some('\r' | '\n') => plain.push(' '),
                Some(letter) => plain.push(letter),
                None => {}
            },
            letter => plain.push(letter),
        }
    }
    let mut all = Vec::new();
    let mut word: Option<String> = None;
    let mut quoted = false;
    let mut letters = plain.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' if matches!(letters.peek(), Some('"' | '\\')) => word.get_or_insert_default().extend(letters.next()),
            '"' => {
                quoted = !quoted;
                word.get_or_insert_default();
            }
            letter if letter.is_whitespace() && !quoted => all.extend(word.take()),
            letter => word.get_or_insert_default().push(letter),
        }
    }
    all.extend(word);
    all
}
