//! Lines that change the body to the text that was signed, in the languages that do it in one.

use super::Language;
use crate::explain::json::{Escapes, Layout, Numbers, Order, Style};
use crate::explain::kinds::Charset;

/// A change of the body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Transform {
    /// Write the value in this style.
    Style(Style),
    /// Append this line break.
    Append(&'static str),
    /// CRLF to LF.
    ToLf,
    /// LF to CRLF.
    ToCrlf,
    /// Add a byte order mark.
    AddMark,
    /// Remove the byte order mark.
    RemoveMark,
    /// To base64.
    Base64,
    /// To a JSON string.
    Quote,
    /// From UTF-8 to this encoding.
    Charset(Charset),
    /// From Latin-1 to UTF-8.
    FromLatin1,
    /// From UTF-16 to UTF-8.
    FromUtf16,
    /// To what a field of the form holds.
    FormField(String),
    /// To one member of the value.
    Member(String),
}

impl Transform {
    /// Returns whether a body that is not the one that came explains the mistake as well.
    pub(super) fn has_alternative(&self) -> bool {
        !matches!(self, Self::FormField(_) | Self::Member(_))
    }

    /// Returns the line.
    pub(super) fn line(&self, language: Language) -> Option<String> {
        let [javascript, python, php] = self.lines();
        match language {
            Language::JavaScript => javascript,
            Language::Python => python,
            Language::Php => php,
            _ => None,
        }
    }

    fn lines(&self) -> [Option<String>; 3] {
        let all = |lines: [&str; 3]| lines.map(|line| Some(line.to_owned()));
        match self {
            Self::Style(style) => [javascript(*style), python(*style), php(*style)],
            Self::Append("\n") => all([
                r#"body = Buffer.concat([body, Buffer.from("\n")])"#,
                r#"body = body + b"\n""#,
                r#"$body = $body . "\n";"#,
            ]),
            Self::Append(_) => all([
                r#"body = Buffer.concat([body, Buffer.from("\r\n")])"#,
                r#"body = body + b"\r\n""#,
                r#"$body = $body . "\r\n";"#,
            ]),
            Self::ToLf => all([
                r#"body = body.toString().replaceAll("\r\n", "\n")"#,
                r#"body = body.replace(b"\r\n", b"\n")"#,
                r#"$body = str_replace("\r\n", "\n", $body);"#,
            ]),
            Self::ToCrlf => all([
                r#"body = body.toString().replace(/\r?\n/g, "\r\n")"#,
                r#"body = body.replace(b"\n", b"\r\n")"#,
                r#"$body = str_replace("\n", "\r\n", $body);"#,
            ]),
            Self::AddMark => all([
                r#"body = "\ufeff" + body.toString()"#,
                r#"body = b"\xef\xbb\xbf" + body"#,
                r#"$body = "\xEF\xBB\xBF" . $body;"#,
            ]),
            Self::RemoveMark => all([
                r"body = body.subarray(3)",
                r#"body = body.removeprefix(b"\xef\xbb\xbf")"#,
                r"$body = substr($body, 3);",
            ]),
            Self::Base64 => all([
                r#"body = body.toString("base64")"#,
                r"body = base64.b64encode(body)",
                r"$body = base64_encode($body);",
            ]),
            Self::Quote => all([
                r"body = JSON.stringify(body.toString())",
                r"body = json.dumps(body.decode(), ensure_ascii=False).encode()",
                r"$body = json_encode($body, JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE);",
            ]),
            Self::Charset(Charset::Latin1) => all([
                r#"body = Buffer.from(body.toString("utf8"), "latin1")"#,
                r#"body = body.decode().encode("latin-1")"#,
                r#"$body = iconv("UTF-8", "ISO-8859-1", $body);"#,
            ]),
            Self::Charset(Charset::Ascii) => all([
                r#"body = body.toString().replace(/[^\x00-\x7f]/gu, "?")"#,
                r#"body = body.decode().encode("ascii", "replace")"#,
                r#"$body = preg_replace("/[^\\x00-\\x7f]/u", "?", $body);"#,
            ]),
            Self::Charset(Charset::Utf16) => all([
                r#"body = Buffer.from(body.toString("utf8"), "utf16le")"#,
                r#"body = body.decode().encode("utf-16-le")"#,
                r#"$body = iconv("UTF-8", "UTF-16LE", $body);"#,
            ]),
            Self::Charset(Charset::Utf16Marked) => all([
                r#"body = Buffer.from("\ufeff" + body.toString("utf8"), "utf16le")"#,
                r#"body = b"\xff\xfe" + body.decode().encode("utf-16-le")"#,
                r#"$body = "\xFF\xFE" . iconv("UTF-8", "UTF-16LE", $body);"#,
            ]),
            Self::FromLatin1 => all([
                r#"body = body.toString("latin1")"#,
                r#"body = body.decode("latin-1").encode()"#,
                r#"$body = iconv("ISO-8859-1", "UTF-8", $body);"#,
            ]),
            Self::FromUtf16 => all([
                r#"body = body.toString("utf16le").replace(/^\ufeff/, "")"#,
                r#"body = body.decode("utf-16-le").removeprefix("\ufeff").encode()"#,
                r#"$body = preg_replace("/^\xEF\xBB\xBF/", "", iconv("UTF-16LE", "UTF-8", $body));"#,
            ]),
            Self::FormField(name) => {
                let name = harmless(name);
                [
                    Some(format!(r#"body = new URLSearchParams(body.toString()).get("{name}")"#)),
                    Some(format!(r#"body = urllib.parse.parse_qs(body.decode())["{name}"][0].encode()"#)),
                    Some(format!(r#"parse_str($body, $fields); $body = $fields["{name}"];"#)),
                ]
            }
            Self::Member(name) => {
                let name = harmless(name);
                [
                    Some(format!(r#"body = JSON.stringify(JSON.parse(body)["{name}"])"#)),
                    Some(format!(
                        r#"body = json.dumps(json.loads(body)["{name}"], separators=(",", ":"), ensure_ascii=False).encode()"#
                    )),
                    Some(format!(
                        r#"$body = json_encode(json_decode($body)->{{"{name}"}}, JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE);"#
                    )),
                ]
            }
        }
    }
}

/// Names come from a delivery: nothing that ends the string they stand in, or means something in it.
fn harmless(name: &str) -> String {
    name.chars().filter(|letter| letter.is_alphanumeric() || "-_. ".contains(*letter)).collect()
}

fn javascript(style: Style) -> Option<String> {
    let indent = match style.layout {
        Layout::Compact => "",
        Layout::Indent2 => ", null, 2",
        Layout::Indent4 => ", null, 4",
        Layout::Tab => r#", null, "\t""#,
        Layout::Spaced => return None,
    };
    let plain = style.order == Order::Ecmascript && style.numbers == Numbers::Ecmascript;
    let escapes = match style.escapes {
        Escapes::Fewest => "",
        Escapes::Slash => r#".replaceAll("/", "\\/")"#,
        _ => return None,
    };
    plain.then(|| format!("body = JSON.stringify(JSON.parse(body){indent}){escapes}"))
}

fn python(style: Style) -> Option<String> {
    let mut options = String::new();
    match style.layout {
        Layout::Compact => options.push_str(r#", separators=(",", ":")"#),
        Layout::Spaced => {}
        Layout::Indent2 => options.push_str(", indent=2"),
        Layout::Indent4 => options.push_str(", indent=4"),
        Layout::Tab => options.push_str(r#", indent="\t""#),
    }
    match style.escapes {
        Escapes::Ascii => {}
        Escapes::Fewest => options.push_str(", ensure_ascii=False"),
        _ => return None,
    }
    match style.order {
        Order::Sorted => options.push_str(", sort_keys=True"),
        Order::Ecmascript | Order::Written => {}
    }
    (style.numbers != Numbers::Floats).then(|| format!("body = json.dumps(json.loads(body){options}).encode()"))
}

fn php(style: Style) -> Option<String> {
    let mut flags = Vec::new();
    match style.layout {
        Layout::Compact => {}
        Layout::Indent4 => flags.push("JSON_PRETTY_PRINT"),
        _ => return None,
    }
    match style.escapes {
        Escapes::SlashAscii => {}
        Escapes::Slash => flags.push("JSON_UNESCAPED_UNICODE"),
        Escapes::Ascii => flags.push("JSON_UNESCAPED_SLASHES"),
        Escapes::Fewest => flags.extend(["JSON_UNESCAPED_SLASHES", "JSON_UNESCAPED_UNICODE"]),
        _ => return None,
    }
    if style.order == Order::Sorted || style.numbers == Numbers::Floats {
        return None;
    }
    let flags = if flags.is_empty() { String::new() } else { format!(", {}", flags.join(" | ")) };
    Some(format!("$body = json_encode(json_decode($body){flags});"))
}
