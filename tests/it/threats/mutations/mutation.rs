//! What can become of an answer.

use std::sync::Arc;

use makini::exit::Exit;
use serde_json::{Value, json};

use super::encoded::{escape, gzip, utf16};
use super::fields::{self, FieldChange};
use super::recording::Answer;

/// What the platform sends.
#[derive(Clone, Debug)]
pub(super) enum Reply {
    Whole {
        status: u16,
        headers: Vec<(String, String)>,
        body: Vec<u8>,
    },
    /// The same after a while.
    Late(Box<Reply>),
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

    pub(super) fn status(&self) -> Option<u16> {
        match self {
            Self::Whole { status, .. } | Self::Stuck { status, .. } | Self::Cut { status, .. } => Some(*status),
            Self::Late(reply) => reply.status(),
            Self::Hang => None,
        }
    }

    pub(super) fn typed(status: u16, kind: &str, body: impl Into<Vec<u8>>) -> Self {
        let headers = [("content-type", kind), ("x-request-id", "req_mutated")];
        let headers = headers.map(|(name, value)| (name.to_owned(), value.to_owned())).to_vec();
        Self::Whole { status, headers, body: body.into() }
    }

    pub(super) fn with(self, name: &str, value: &str) -> Self {
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
    /// The field that is another, where it is one.
    pub field: Option<FieldChange>,
    /// Exit codes that fit.
    pub fits: Vec<Exit>,
    /// Makes the answer; it is given what was sent.
    pub make: Make,
}

impl Mutation {
    pub(super) fn is_lie(&self) -> bool {
        self.kind == Kind::Lie
    }
}

pub(super) struct List(pub(super) Vec<Mutation>);

impl List {
    pub(super) fn add(
        &mut self,
        kind: Kind,
        name: impl Into<String>,
        make: impl Fn(&str) -> Reply + Send + Sync + 'static,
    ) {
        let fits = vec![Exit::Unavailable];
        self.0.push(Mutation { name: name.into(), kind, field: None, fits, make: Box::new(make) });
    }

    fn lie(&mut self, name: &str, reply: Reply) {
        self.add(Kind::Lie, name, move |_| reply.clone());
    }

    fn status(&mut self, status: u16, fits: &[Exit], reply: Reply) {
        self.lie(&format!("status {status}"), reply);
        let added = self.0.last_mut().expect("just added");
        // What the platform refuses is refused, and not unreachable.
        if status < 500 {
            added.fits.clear();
        }
        added.fits.extend_from_slice(fits);
    }
}

/// Fields by which a row is found.
const NAMES: [&str; 6] = ["id", "key", "name", "slug", "url", "template"];

/// The name of the mutation that is two answers at once.
pub(super) const BESIDE: &str = "an error beside the data";

pub(super) const PAGE: &str =
    "<!DOCTYPE html><html><head><title>Sign in to the Wi-Fi</title></head><body>Please sign in</body></html>";

/// Returns the mutations of an answer; `other` is the answer to another request.
pub(super) fn mutations(answer: &Answer, other: Option<&Answer>) -> Vec<Mutation> {
    let mut list = List(Vec::new());
    if let Some(other) = other {
        list.lie("the answer to another request", Reply::of(other));
    }
    statuses(&mut list);
    pages(&mut list);
    shapes(&mut list, answer);
    transport(&mut list, answer);
    super::echo::echoes(&mut list);
    if let Some(whole) = answer.json().filter(|_| (200..300).contains(&answer.status)) {
        let whole = Arc::new(whole);
        damage(&mut list, answer, &whole);
        forms(&mut list, answer, &whole);
        for change in fields::changes(&whole, &answer.path) {
            let (status, headers, whole) = (answer.status, answer.headers.clone(), Arc::clone(&whole));
            let made = change.clone();
            list.add(change.kind, change.name(), move |_| Reply::Whole {
                status,
                headers: headers.clone(),
                body: made.apply(&whole),
            });
            let added = list.0.last_mut().expect("just added");
            // A row without its name is not found by it.
            if NAMES.contains(&change.field()) {
                added.fits.extend([Exit::NotFound, Exit::Unconfirmed]);
            }
            added.field = Some(change);
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
    let (status, headers, body) = (answer.status, answer.headers.clone(), Arc::<[u8]>::from(&answer.body[..]));
    list.lie("no answer", Reply::Hang);
    let half = body[..body.len() / 2].to_vec();
    list.lie("half an answer and silence", Reply::Stuck { status, headers: headers.clone(), body: half.clone() });
    list.lie("half an answer and a reset", Reply::Cut { status, headers: headers.clone(), body: half });
    if body.is_empty() {
        return;
    }
    let mut add = |name: &str, make: fn(&[u8]) -> Vec<u8>| {
        let (headers, body) = (headers.clone(), Arc::clone(&body));
        list.add(Kind::Lie, name, move |_| Reply::Whole { status, headers: headers.clone(), body: make(&body) });
    };
    add("half an answer", |body| body[..body.len() / 2].to_vec());
    add("all but the last byte", |body| body[..body.len() - 1].to_vec());
    add("a byte that is not UTF-8", |body| [&body[..1], b"\"\xff\":1,", &body[1..]].concat());
    add("UTF-16", utf16);
    add("UTF-16 with its mark", |body| [&b"\xff\xfe"[..], &utf16(body)].concat());
    add("trailing text", |body| [body, b" x"].concat());
    add("two documents", |body| [body, body].concat());
    add("a callback", |body| [b"callback(", body, b")"].concat());
    add("a comment", |body| [b"/* hello */", body].concat());
    add("a guard of other APIs", |body| [b")]}'\n", body].concat());
    let claimed = Reply::Whole { status, headers: headers.clone(), body: body.to_vec() };
    list.lie("not compressed as it claims", claimed.with("content-encoding", "gzip"));
    let compressed = Reply::Whole { status, headers: headers.clone(), body: gzip(&body) };
    list.add(Kind::Form, "compressed", move |_| compressed.clone().with("content-encoding", "gzip"));
    let mut cut = gzip(&body);
    cut.truncate(cut.len() / 2);
    let cut = Reply::Whole { status, headers: headers.clone(), body: cut };
    list.lie("compressed and cut", cut.with("content-encoding", "gzip"));
    for status in [203, 206] {
        let whole = Reply::Whole { status, headers: headers.clone(), body: body.to_vec() };
        list.lie(&format!("the whole answer under {status}"), whole);
    }
    let late = Reply::Whole { status, headers, body: body.to_vec() };
    list.add(Kind::Form, "late", move |_| Reply::Late(Box::new(late.clone())));
    list.add(Kind::Lie, "deep nesting", |_| Reply::json(200, "[".repeat(200_000)));
    list.add(Kind::Lie, "deep objects", |_| {
        Reply::json(200, format!("{}1{}", r#"{"data":"#.repeat(10_000), "}".repeat(10_000)))
    });
    list.add(Kind::Lie, "a million rows", |_| {
        Reply::json(200, format!(r#"{{"data":[{}{{}}]}}"#, "{},".repeat(1_000_000)))
    });
    list.add(Kind::Lie, "a million numbers", |_| Reply::json(200, format!("[{}1]", "1,".repeat(1_000_000))));
}

fn damage(list: &mut List, answer: &Answer, whole: &Arc<Value>) {
    let mut add = |name: &str, make: fn(&Value) -> Value| {
        let (status, headers, whole) = (answer.status, answer.headers.clone(), Arc::clone(whole));
        list.add(Kind::Damage, name, move |_| Reply::Whole {
            status,
            headers: headers.clone(),
            body: make(&whole).to_string().into_bytes(),
        });
    };
    if whole.is_object() && whole.get("data").is_some() {
        add(BESIDE, |whole| {
            let mut beside = whole.clone();
            beside["error"] = json!({ "code": "X", "message": "half done" });
            beside
        });
    }
    add("in a list", |whole| json!([whole]));
    add("wrapped twice", |whole| json!({ "data": whole }));
    if whole["data"].as_array().is_some_and(|rows| !rows.is_empty()) {
        add("each row twice", |whole| with_rows(whole, |rows| [rows, rows].concat()));
        add("one row three hundred times", |whole| with_rows(whole, |rows| vec![rows[0].clone(); 300]));
        add("no rows", |whole| with_rows(whole, |_| Vec::new()));
        add("a row that is null", |whole| with_rows(whole, |rows| [rows, &[json!(null)]].concat()));
    }
    if whole.get("data").is_some() {
        add("names in capitals", |whole| {
            let object = whole.as_object().expect("it has a field");
            object.iter().map(|(name, value)| (name.to_uppercase(), value.clone())).collect()
        });
    }
}

fn with_rows(whole: &Value, change: impl Fn(&[Value]) -> Vec<Value>) -> Value {
    let mut changed = whole.clone();
    changed["data"] = change(whole["data"].as_array().expect("a list")).into();
    changed
}

fn forms(list: &mut List, answer: &Answer, whole: &Arc<Value>) {
    let (status, headers) = (answer.status, answer.headers.clone());
    let body: Arc<str> = String::from_utf8_lossy(&answer.body).into();
    let typed = |kind: Option<&str>| {
        let mut headers: Vec<_> = headers.iter().filter(|(name, _)| name != "content-type").cloned().collect();
        headers.extend(kind.map(|kind| ("content-type".to_owned(), kind.to_owned())));
        headers
    };
    let mut add = |name: &str, headers: Vec<(String, String)>, make: fn(&str, &Value) -> String| {
        let (body, whole) = (Arc::clone(&body), Arc::clone(whole));
        list.add(Kind::Form, name, move |_| Reply::Whole {
            status,
            headers: headers.clone(),
            body: make(&body, &whole).into_bytes(),
        });
    };
    let unchanged = |body: &str, _: &Value| body.to_owned();
    add("nothing", headers.clone(), unchanged);
    add("plain text as its type", typed(Some("text/plain")), unchanged);
    add("no type", typed(None), unchanged);
    add("latin-1 as its charset", typed(Some("application/json; charset=iso-8859-1")), unchanged);
    add("a byte order mark", headers.clone(), |body, _| format!("\u{feff}{body}"));
    add("pretty", headers.clone(), |_, whole| serde_json::to_string_pretty(whole).expect("JSON"));
    add("blanks around it", headers.clone(), |body, _| format!("\r\n  {body}\r\n"));
    add("as PHP writes it", headers.clone(), |body, _| {
        let escaped = body.chars().map(|c| if c.is_ascii() { c.to_string() } else { escape(c) }).collect::<String>();
        escaped.replace('/', "\\/")
    });
    if whole.is_object() {
        add("a field that is new", headers.clone(), |_, whole| {
            let mut more = whole.clone();
            more["zz_new"] = json!({ "a": [1] });
            more.to_string()
        });
    }
    let Some(data) = whole.get("data") else { return };
    if data.is_object() {
        add("without its wrapper", headers.clone(), |_, whole| whole["data"].to_string());
    }
    if body.starts_with('{') {
        add("the data twice", headers.clone(), |body, whole| format!(r#"{{"data":{},{}"#, whole["data"], &body[1..]));
        add("other data before it", headers, |body, _| format!(r#"{{"data":null,{}"#, &body[1..]));
    }
}
