//! What can become of an answer.

use std::fmt::Write as _;
use std::sync::Arc;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use makini::exit::Exit;
use serde_json::{Value, json};

use super::fields;
use super::recording::Answer;

/// What the platform sends.
#[derive(Clone, Debug)]
pub(super) enum Reply {
    Whole {
        status: u16,
        headers: Vec<(String, String)>,
        body: Vec<u8>,
    },
    /// Nothing at all.
    Hang,
    /// The beginning of a body, and then nothing.
    Stuck {
        status: u16,
        headers: Vec<(String, String)>,
        body: Vec<u8>,
    },
    /// The beginning of a body, and then the connection breaks.
    Cut {
        status: u16,
        headers: Vec<(String, String)>,
        body: Vec<u8>,
    },
}

impl Reply {
    pub(super) fn of(answer: &Answer) -> Self {
        Self::Whole { status: answer.status, headers: answer.headers.clone(), body: answer.body.clone() }
    }

    pub(super) fn json(status: u16, body: impl Into<Vec<u8>>) -> Self {
        Self::typed(status, "application/json", body)
    }

    fn typed(status: u16, kind: &str, body: impl Into<Vec<u8>>) -> Self {
        let headers = [("content-type", kind), ("x-request-id", "req_mutated")];
        let headers = headers.map(|(name, value)| (name.to_owned(), value.to_owned())).to_vec();
        Self::Whole { status, headers, body: body.into() }
    }

    fn with(self, name: &str, value: &str) -> Self {
        let Self::Whole { status, mut headers, body } = self else { return self };
        headers.push((name.to_owned(), value.to_owned()));
        Self::Whole { status, headers, body }
    }
}

/// What a mutated answer means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Something else than the platform answers: what was asked for was not done.
    Lie,
    /// It was done, and the answer is damaged or incomplete.
    Damage,
    /// The same answer in another form.
    Form,
}

type Make = Box<dyn Fn(&str) -> Reply + Send + Sync>;

/// One mutation of one answer.
pub(super) struct Mutation {
    pub name: String,
    pub kind: Kind,
    /// Exit codes that fit besides [`Exit::Unavailable`].
    pub fits: Vec<Exit>,
    /// Makes the answer; it is given what was sent.
    pub make: Make,
}

impl Mutation {
    pub(super) fn is_lie(&self) -> bool {
        self.kind == Kind::Lie
    }
}

struct List(Vec<Mutation>);

impl List {
    fn add(&mut self, kind: Kind, name: impl Into<String>, make: impl Fn(&str) -> Reply + Send + Sync + 'static) {
        self.0.push(Mutation { name: name.into(), kind, fits: Vec::new(), make: Box::new(make) });
    }

    fn lie(&mut self, name: &str, reply: Reply) {
        self.add(Kind::Lie, name, move |_| reply.clone());
    }

    fn status(&mut self, status: u16, fits: &[Exit], reply: Reply) {
        self.lie(&format!("status {status}"), reply);
        self.0.last_mut().expect("just added").fits.extend_from_slice(fits);
    }
}

const PAGE: &str =
    "<!DOCTYPE html><html><head><title>Sign in to the Wi-Fi</title></head><body>Please sign in</body></html>";

/// Returns the mutations of an answer.
pub(super) fn mutations(answer: &Answer) -> Vec<Mutation> {
    let mut list = List(Vec::new());
    statuses(&mut list);
    pages(&mut list);
    shapes(&mut list, answer);
    transport(&mut list, answer);
    echoes(&mut list);
    if let Some(whole) = answer.json().filter(|_| (200..300).contains(&answer.status)) {
        damage(&mut list, answer, &whole);
        forms(&mut list, answer, &whole);
        let whole = Arc::new(whole);
        for change in fields::changes(&whole) {
            let (status, headers, whole) = (answer.status, answer.headers.clone(), Arc::clone(&whole));
            list.add(change.kind, change.name.clone(), move |_| Reply::Whole {
                status,
                headers: headers.clone(),
                body: change.apply(&whole),
            });
            // A row without its name is not found by it.
            list.0.last_mut().expect("just added").fits.extend([Exit::NotFound, Exit::Unsupported, Exit::Unconfirmed]);
        }
    }
    list.0
}

fn problem(code: &str) -> String {
    json!({ "error": { "code": code, "type": "t", "message": "no", "request_id": "req_mutated" } }).to_string()
}

fn statuses(list: &mut List) {
    let refused = [Exit::Refused, Exit::Auth];
    for (status, code, fits) in [
        (400, "INVALID_REQUEST", &refused[..]),
        (401, "TOKEN_EXPIRED", &[Exit::Auth]),
        (403, "PERMISSION_DENIED", &[Exit::Forbidden, Exit::Auth]),
        (404, "NOT_FOUND", &[Exit::NotFound, Exit::Unsupported, Exit::Auth]),
        (405, "OPERATION_NOT_SUPPORTED", &[Exit::Unsupported, Exit::Auth]),
        (409, "CONFLICT", &refused),
        (410, "GONE", &[Exit::NotFound, Exit::Unsupported, Exit::Auth]),
        (418, "TEAPOT", &refused),
        (422, "VALIDATION_FAILED", &refused),
        (500, "INTERNAL_ERROR", &[]),
        (501, "NOT_IMPLEMENTED", &[Exit::Unsupported]),
        (502, "BAD_GATEWAY", &[]),
        (503, "SERVICE_UNAVAILABLE", &[]),
        (504, "GATEWAY_TIMEOUT", &[]),
    ] {
        list.status(status, fits, Reply::json(status, problem(code)));
    }
    list.status(429, &[Exit::RateLimited], Reply::json(429, problem("RATE_LIMIT_EXCEEDED")).with("retry-after", "1"));
    list.status(500, &[], Reply::typed(500, "text/plain", ""));
    list.status(502, &[], Reply::typed(502, "text/html", PAGE));
    list.lie("status 206", Reply::json(206, "{}"));
    list.lie("status 203 of a proxy", Reply::json(203, "{}"));
}

fn pages(list: &mut List) {
    for (status, to) in [(301, "/login"), (302, "https://portal.example/login"), (303, "//portal.example"), (307, "")] {
        let reply = Reply::typed(status, "text/html", PAGE).with("location", to);
        list.lie(&format!("redirect {status} to `{to}`"), reply);
    }
    list.lie("redirect to nowhere", Reply::typed(302, "text/html", PAGE));
    list.lie("a page", Reply::typed(200, "text/html; charset=utf-8", PAGE));
    list.lie("a page that calls itself JSON", Reply::json(200, PAGE));
    list.lie("a page without a type", Reply::typed(200, "", format!("\n  {PAGE}")));
    list.lie("XML", Reply::typed(200, "application/xml", "<?xml version=\"1.0\"?><error/>"));
    list.lie("text", Reply::typed(200, "text/plain", "OK"));
}

fn shapes(list: &mut List, answer: &Answer) {
    for body in [
        r#"{"error":{"code":"X","message":"no"}}"#,
        r#"{"error":"invalid_grant","error_description":"no"}"#,
        r#"{"message":"Unauthenticated."}"#,
        r#"{"success":false}"#,
        r#"{"ok":false,"data":{}}"#,
        r#"{"data":null,"error":{"code":"X"}}"#,
        "null",
        r#""no""#,
        "true",
        "7",
        "[]",
        "[[]]",
        "[null]",
        "{}",
        r#"{"data":null}"#,
        r#"{"data":{}}"#,
        r#"{"data":"x"}"#,
        r#"{"data":7}"#,
        r#"{"data":[null]}"#,
        r#"{"data":[{}]}"#,
        r#"{"data":[[]]}"#,
        r#"{"meta":{},"links":{}}"#,
        r#"{"status":"ok"}"#,
    ] {
        list.lie(body, Reply::json(200, body));
    }
    // An empty list is promised by nothing but a list without rows.
    let is_empty = answer.json().is_some_and(|body| body["data"].as_array().is_some_and(Vec::is_empty));
    if !is_empty {
        list.lie(r#"{"data":[]} of a list with rows"#, Reply::json(200, r#"{"data":[],"meta":{"total":2}}"#));
    }
    // These two are promised of a removal: it is as if it had been done.
    let removes = answer.method == "DELETE" || answer.path.ends_with("/retry");
    if !removes {
        list.lie("an empty body", Reply::json(200, ""));
        list.lie("no content", Reply::Whole { status: 204, headers: Vec::new(), body: Vec::new() });
    }
    list.lie("blanks", Reply::json(200, if removes { "?" } else { " \r\n\t " }));
}

fn transport(list: &mut List, answer: &Answer) {
    let (status, headers, body) = (answer.status, answer.headers.clone(), answer.body.clone());
    list.lie("no answer", Reply::Hang);
    let half = body[..body.len() / 2].to_vec();
    list.lie("half an answer and silence", Reply::Stuck { status, headers: headers.clone(), body: half.clone() });
    list.lie("half an answer and a reset", Reply::Cut { status, headers: headers.clone(), body: half.clone() });
    if body.is_empty() {
        return;
    }
    let whole = move |body: Vec<u8>| Reply::Whole { status, headers: headers.clone(), body };
    list.lie("half an answer", whole(half));
    list.lie("all but the last byte", whole(body[..body.len() - 1].to_vec()));
    list.lie("a byte that is not UTF-8", whole([&body[..1], b"\"\xff\":1,", &body[1..]].concat()));
    let utf16 =
        |text: &[u8]| String::from_utf8_lossy(text).encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>();
    list.lie("UTF-16", whole(utf16(&body)));
    list.lie("UTF-16 with its mark", whole([&b"\xff\xfe"[..], &utf16(&body)].concat()));
    list.lie("not compressed as it claims", whole(body.clone()).with("content-encoding", "gzip"));
    list.lie("trailing text", whole([&body[..], b" x"].concat()));
    list.lie("two documents", whole([&body[..], &body[..]].concat()));
    list.lie("a callback", whole([b"callback(", &body[..], b")"].concat()));
    list.lie("a comment", whole([b"/* hello */", &body[..]].concat()));
    list.lie("a guard of other APIs", whole([b")]}'\n", &body[..]].concat()));
    list.add(Kind::Lie, "deep nesting", |_| Reply::json(200, "[".repeat(200_000)));
    list.add(Kind::Lie, "deep objects", |_| {
        Reply::json(200, format!("{}1{}", r#"{"data":"#.repeat(10_000), "}".repeat(10_000)))
    });
    list.add(Kind::Lie, "a million rows", |_| {
        Reply::json(200, format!(r#"{{"data":[{}{{}}]}}"#, "{},".repeat(1_000_000)))
    });
    list.add(Kind::Lie, "a million numbers", |_| Reply::json(200, format!("[{}1]", "1,".repeat(1_000_000))));
}

/// Everything that was sent, in the words of servers that mean well.
fn echoes(list: &mut List) {
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

fn damage(list: &mut List, answer: &Answer, whole: &Value) {
    let (status, headers) = (answer.status, answer.headers.clone());
    let mut add = |name: &str, body: String| {
        let headers = headers.clone();
        list.add(Kind::Damage, name, move |_| Reply::Whole {
            status,
            headers: headers.clone(),
            body: body.clone().into_bytes(),
        });
    };
    let mut beside = whole.clone();
    if beside.is_object() && beside.get("data").is_some() {
        beside["error"] = json!({ "code": "X", "message": "half done" });
        add("an error beside the data", beside.to_string());
    }
    add("in a list", json!([whole]).to_string());
    add("wrapped twice", json!({ "data": whole }).to_string());
    if let Some(rows) = whole["data"].as_array().filter(|rows| !rows.is_empty()) {
        let mut more = whole.clone();
        more["data"] = rows.iter().chain(rows).cloned().collect();
        add("each row twice", more.to_string());
        more["data"] = std::iter::repeat_n(rows[0].clone(), 300).collect();
        add("one row three hundred times", more.to_string());
        let mut none = whole.clone();
        none["data"] = json!([]);
        add("no rows", none.to_string());
        let mut mixed = whole.clone();
        mixed["data"] = rows.iter().cloned().chain([json!(null)]).collect();
        add("a row that is null", mixed.to_string());
    }
    let upper = whole.as_object().map(|object| {
        object.iter().map(|(name, value)| (name.to_uppercase(), value.clone())).collect::<serde_json::Map<_, _>>()
    });
    if let Some(upper) = upper.filter(|upper| upper.contains_key("DATA")) {
        add("names in capitals", Value::Object(upper).to_string());
    }
}

fn forms(list: &mut List, answer: &Answer, whole: &Value) {
    let (status, headers) = (answer.status, answer.headers.clone());
    let body = String::from_utf8_lossy(&answer.body).into_owned();
    let typed = |kind: Option<&str>| {
        let mut headers: Vec<_> = headers.iter().filter(|(name, _)| name != "content-type").cloned().collect();
        headers.extend(kind.map(|kind| ("content-type".to_owned(), kind.to_owned())));
        headers
    };
    let mut add = |name: &str, headers: Vec<(String, String)>, body: String| {
        list.add(Kind::Form, name, move |_| Reply::Whole {
            status,
            headers: headers.clone(),
            body: body.clone().into_bytes(),
        });
    };
    add("nothing", headers.clone(), body.clone());
    add("plain text as its type", typed(Some("text/plain")), body.clone());
    add("no type", typed(None), body.clone());
    add("latin-1 as its charset", typed(Some("application/json; charset=iso-8859-1")), body.clone());
    add("a byte order mark", headers.clone(), format!("\u{feff}{body}"));
    add("pretty", headers.clone(), serde_json::to_string_pretty(whole).expect("JSON"));
    add("blanks around it", headers.clone(), format!("\r\n  {body}\r\n"));
    let escaped = body.chars().map(|c| if c.is_ascii() { c.to_string() } else { escape(c) }).collect::<String>();
    add("as PHP writes it", headers.clone(), escaped.replace('/', "\\/"));
    let mut more = whole.clone();
    if let Some(object) = more.as_object_mut() {
        object.insert("zz_new".into(), json!({ "a": [1] }));
        add("a field that is new", headers.clone(), more.to_string());
    }
    if let Some(inner) = whole.get("data").filter(|inner| inner.is_object()) {
        add("without its wrapper", headers.clone(), inner.to_string());
    }
    if let Some(start) = body.strip_prefix('{').filter(|_| whole.get("data").is_some()) {
        let data = &whole["data"];
        add("the data twice", headers.clone(), format!(r#"{{"data":{data},{start}"#));
        add("other data before it", headers, format!(r#"{{"data":null,{start}"#));
    }
}

fn escape(c: char) -> String {
    let mut units = [0; 2];
    c.encode_utf16(&mut units).iter().fold(String::new(), |mut all, unit| {
        write!(all, "\\u{unit:04x}").expect("to memory");
        all
    })
}
