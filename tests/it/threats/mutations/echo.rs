//! Answers that repeat what was sent.

use std::fmt::Write as _;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use makini::exit::Exit;
use serde_json::json;

use super::encoded::escape;
use super::mutation::{Kind, List, PAGE, Reply};

/// Everything that was sent, in the words of servers that mean well.
pub(super) fn echoes(list: &mut List) {
    let percent = |text: &str| {
        text.bytes().fold(String::new(), |mut all, byte| {
            write!(all, "%{byte:02X}").expect("to memory");
            all
        })
    };
    let error = |message: &str| json!({ "error": { "code": "X", "message": message } }).to_string();
    for status in [400, 401, 403, 404, 500, 200] {
        list.add(Kind::Lie, format!("status {status} that repeats the token"), move |sent| {
            Reply::json(status, error(&format!("Denied for Bearer {sent}")))
        });
    }
    list.add(Kind::Lie, "the token in percent", move |sent| {
        Reply::json(422, error(&format!("invalid token {}", percent(sent))))
    });
    list.add(Kind::Lie, "the token in base64", move |sent| {
        Reply::json(409, error(&format!("key {}", BASE64_STANDARD.encode(sent))))
    });
    list.add(Kind::Lie, "the token in hexadecimal", move |sent| {
        let digits = sent.bytes().fold(String::new(), |mut all, byte| {
            write!(all, "{byte:02x}").expect("to memory");
            all
        });
        Reply::json(403, error(&format!("digest of {digits}")))
    });
    list.add(Kind::Lie, "the token in escapes of JSON", |sent| {
        let escaped: String = sent.chars().map(escape).collect();
        Reply::json(401, format!(r#"{{"error":{{"code":"X","message":"no {escaped}"}}}}"#))
    });
    list.add(Kind::Lie, "the token as a code", |sent| {
        Reply::json(
            400,
            json!({ "error": { "code": sent, "request_id": sent, "details": { sent: [sent] } } }).to_string(),
        )
    });
    list.add(Kind::Lie, "the token in a page", |sent| Reply::typed(502, "text/html", format!("{PAGE}{sent}")));
    list.add(Kind::Lie, "the token in a redirect", |sent| {
        let word: String = sent.chars().take_while(char::is_ascii_graphic).collect();
        Reply::typed(302, "text/html", PAGE).with("location", &format!("https://portal.example/?token={word}"))
    });
    list.add(Kind::Lie, "the token as a request ID", |sent| {
        let word: String = sent.chars().take_while(char::is_ascii_graphic).collect();
        Reply::Whole { status: 500, headers: vec![("x-request-id".into(), word)], body: Vec::new() }
    });
    for mutation in &mut list.0 {
        if mutation.name.contains("token") {
            let own = [Exit::Refused, Exit::Auth, Exit::Forbidden, Exit::NotFound, Exit::Unsupported];
            mutation.fits.extend(own);
        }
    }
}
