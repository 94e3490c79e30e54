//! Correctly signed deliveries of every scheme, mutated on the way: headers, body, encodings, framing. The receiver never
//! acknowledges what it did not store, stores nothing that its sender did not sign, and answers with a fitting status.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use fastrand::Rng;
use makini::hex;
use makini::inbox::forward::Routes;
use makini::inbox::query::{Filter, Store};
use makini::inbox::receiver::Options;
use makini::secret::Secret;
use makini::webhooks::sign::{Stamp, sign};
use makini::webhooks::{Config, Scheme, Secrets, Verifier};
use sha2::{Digest as _, Sha256};

use super::receiver::{RunningReceiver, event, open, raw};

/// Deliveries for each scheme and form.
const EACH: usize = 120;

/// What is to become of a delivery.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Fate {
    /// It still is what was signed: it is stored.
    Stored,
    /// It is not what was signed, or no request: it is refused with 4xx, or the connection is closed.
    Refused,
}

/// The form of a body, and where a scheme that signs the URL has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    Json,
    /// Form fields, whose names and values are signed in order.
    Fields,
    /// JSON whose digest is in the signed URL.
    DigestInUrl,
}

impl Form {
    /// Returns the forms that a scheme has.
    fn of(scheme: Scheme) -> &'static [Self] {
        if scheme.signs_url() { &[Self::Fields, Self::DigestInUrl] } else { &[Self::Json] }
    }

    /// Returns the path that is called, and the body.
    fn request(self, json: String) -> (String, String) {
        match self {
            Self::Json => ("/hook".into(), json),
            Self::Fields => {
                let event: serde_json::Value = serde_json::from_str(&json).expect("JSON");
                let fields = event.as_object().expect("an event").iter();
                let text = |value: &serde_json::Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
                let fields = fields.map(|(name, value)| (name.as_str(), text(value)));
                let body = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
                ("/hook?of=us".into(), body)
            }
            Self::DigestInUrl => {
                (format!("/hook?of=us&bodySHA256={}", hex::encode(&Sha256::digest(json.as_bytes()))), json)
            }
        }
    }
}

/// Returns the fields of a form, as a set: their order and the spelling of their escapes are not signed.
fn fields(body: &[u8]) -> BTreeSet<(String, String)> {
    url::form_urlencoded::parse(body).into_owned().collect()
}

struct Delivery {
    form: Form,
    /// The path and query that are called.
    target: String,
    head: Vec<u8>,
    headers: Vec<(String, Vec<u8>)>,
    body: Vec<u8>,
    /// Sent instead of `body` and its length: chunks, or what is no framing.
    framed: Option<Vec<u8>>,
}

impl Delivery {
    fn bytes(&self) -> Vec<u8> {
        let mut bytes = self.head.clone();
        for (name, value) in &self.headers {
            bytes.extend_from_slice(name.as_bytes());
            bytes.extend_from_slice(b": ");
            bytes.extend_from_slice(value);
            bytes.extend_from_slice(b"\r\n");
        }
        if let Some(framed) = &self.framed {
            bytes.extend_from_slice(framed);
        } else {
            bytes.extend_from_slice(format!("Content-Length: {}\r\n\r\n", self.body.len()).as_bytes());
            bytes.extend_from_slice(&self.body);
        }
        bytes
    }

    fn header(&mut self, name: &str) -> &mut Vec<u8> {
        let found = self.headers.iter_mut().find(|(known, _)| known.eq_ignore_ascii_case(name));
        &mut found.expect("a signed header").1
    }

    fn chunked(&mut self, rng: &mut Rng) {
        let mut framed = b"Transfer-Encoding: chunked\r\n\r\n".to_vec();
        let mut rest = self.body.as_slice();
        while !rest.is_empty() {
            let (chunk, after) = rest.split_at(rng.usize(1..=rest.len()));
            framed.extend_from_slice(format!("{:x}\r\n", chunk.len()).as_bytes());
            framed.extend_from_slice(chunk);
            framed.extend_from_slice(b"\r\n");
            rest = after;
        }
        framed.extend_from_slice(b"0\r\n\r\n");
        self.framed = Some(framed);
    }
}

/// Changes a delivery. Returns the name of the mutation and what is to become of it.
fn mutate(delivery: &mut Delivery, config: &Config, rng: &mut Rng) -> (&'static str, Fate) {
    use Fate::{Refused, Stored};
    let signature = config.signature_header.clone();
    let value_signed = config.candidates.len() > 1;
    let signs_url = config.scheme.signs_url();
    let at = rng.usize(..delivery.body.len());
    match rng.u32(..39) {
        // Still what was signed.
        0 => ("untouched", Stored),
        1 => {
            delivery.chunked(rng);
            ("chunked", Stored)
        }
        2 => {
            delivery.headers.iter_mut().for_each(|(name, _)| *name = name.to_uppercase());
            ("upper-case names", Stored)
        }
        3 => {
            let value = delivery.header(&signature);
            *value = [b" \t".as_slice(), value, b" \t "].concat();
            ("blanks around the signature", Stored)
        }
        4 => {
            for number in 0..rng.usize(1..40) {
                delivery.headers.push((format!("X-Extra-{number}"), b"x".to_vec()));
            }
            rng.shuffle(&mut delivery.headers);
            ("more headers in another order", Stored)
        }
        5 => {
            delivery.headers.push(("Content-Type".into(), b"text/plain; charset=latin1".to_vec()));
            ("another content type", Stored)
        }
        6 => {
            delivery.headers.push(("X-Latin".into(), vec![0xe9, 0xff]));
            ("a header that is not UTF-8", Stored)
        }
        7 => {
            delivery.head = b"POST /hook?x=%00&y=../.. HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n".to_vec();
            ("another path", if signs_url { Refused } else { Stored })
        }
        8 => {
            delivery.head = format!("POST {} HTTP/1.0\r\nHost: localhost\r\n", delivery.target).into_bytes();
            ("HTTP/1.0", Stored)
        }
        9 => {
            delivery.headers.push(("Content-Encoding".into(), b"identity".to_vec()));
            ("an encoding that is none", Stored)
        }
        37 => {
            delivery.chunked(rng);
            let framed = delivery.framed.as_mut().expect("chunks");
            framed.truncate(framed.len() - 2);
            framed.extend_from_slice(b"X-Webhook-Signature: forged\r\n\r\n");
            ("a trailer", Stored)
        }
        // The body.
        10 => {
            let before = fields(&delivery.body);
            delivery.body[at] ^= 1 << rng.u32(..7);
            // `%2f` is `%2F`.
            let is_same = delivery.form == Form::Fields && fields(&delivery.body) == before;
            ("a bit of the body", if is_same { Stored } else { Refused })
        }
        11 => {
            delivery.body.truncate(at);
            ("the body cut off", Refused)
        }
        12 => {
            delivery.body.insert(at, b'x');
            ("a byte more", Refused)
        }
        13 => {
            delivery.body.extend_from_slice(b"\n");
            ("a line break at the end", if value_signed { Stored } else { Refused })
        }
        14 => {
            delivery.body = [b" ".as_slice(), &delivery.body].concat();
            ("a blank before the body", if value_signed { Stored } else { Refused })
        }
        15 => {
            delivery.body = [b"\xef\xbb\xbf".as_slice(), &delivery.body].concat();
            ("a byte order mark", Refused)
        }
        16 => {
            let text = String::from_utf8(delivery.body.clone()).expect("text");
            delivery.body = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
            ("UTF-16", Refused)
        }
        17 => {
            delivery.body = STANDARD.encode(&delivery.body).into_bytes();
            ("base64", Refused)
        }
        18 => {
            delivery.headers.push(("Content-Encoding".into(), b"gzip".to_vec()));
            delivery.body = [b"\x1f\x8b\x08\x00".as_slice(), &delivery.body].concat();
            ("gzip", Refused)
        }
        19 => {
            delivery.body = format!("payload={}", String::from_utf8_lossy(&delivery.body)).into_bytes();
            ("a form", Refused)
        }
        20 => {
            delivery.body = b"[object Object]".to_vec();
            ("[object Object]", Refused)
        }
        21 => {
            let last = delivery.body.len() - 1;
            delivery.body.splice(last.., *b",\"id\":\"other\"}");
            ("a second id", Refused)
        }
        22 => {
            delivery.body = vec![b'x'; 70_000];
            ("too large", Refused)
        }
        // The headers.
        23 => {
            delivery.headers.retain(|(name, _)| !name.eq_ignore_ascii_case(&signature));
            ("no signature", Refused)
        }
        24 => {
            let value = delivery.header(&signature);
            let end = value.len() - rng.usize(2..10);
            value.truncate(end);
            ("the signature cut off", Refused)
        }
        25 => {
            let value = delivery.header(&signature);
            let digit = value.len() - 6;
            value[digit] = if value[digit] == b'0' { b'1' } else { b'0' };
            ("another signature", Refused)
        }
        26 => {
            delivery.header(&signature).clear();
            ("an empty signature", Refused)
        }
        27 => {
            let value = delivery.header(&signature);
            *value = hex::encode(value).into_bytes();
            ("the signature in hex", Refused)
        }
        28 => {
            let value = delivery.header(&signature);
            *value = [b"\"".as_slice(), value, b"\""].concat();
            ("a quoted signature", Refused)
        }
        29 => {
            delivery.header(&signature).push(b'\0');
            ("a NUL in a header", Refused)
        }
        30 => {
            delivery.headers.insert(0, ("Host".into(), b"evil.example".to_vec()));
            ("two hosts", Refused)
        }
        38 => {
            let value = delivery.header(&signature);
            *value = [&value[..2], b"\r\n ", &value[2..]].concat();
            ("a folded signature", Refused)
        }
        36 => {
            let Some(time) = delivery.headers.iter_mut().find_map(|(name, value)| time_in(name, value)) else {
                return ("no time to change", Stored);
            };
            *time = if *time == b'0' { b'1' } else { b'0' };
            ("another time", Refused)
        }
        // The framing.
        31 => {
            let text = format!("Content-Length: {}\r\n\r\n", delivery.body.len() + 7);
            delivery.framed = Some([text.as_bytes(), &delivery.body].concat());
            ("a length that is too long", Refused)
        }
        32 => {
            let text = format!("Content-Length: {at}\r\n\r\n");
            delivery.framed = Some([text.as_bytes(), &delivery.body].concat());
            ("a length that is too short", Refused)
        }
        33 => {
            let length = delivery.body.len();
            let text = format!("Content-Length: {length}\r\nContent-Length: {}\r\n\r\n", length + 1);
            delivery.framed = Some([text.as_bytes(), &delivery.body].concat());
            ("two lengths", Refused)
        }
        34 => {
            delivery.chunked(rng);
            let framed = delivery.framed.as_mut().expect("chunks");
            framed.truncate(framed.len() - 5);
            framed.extend_from_slice(b"zz\r\n\r\n");
            ("a broken chunk", Refused)
        }
        _ => {
            let text = "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n";
            delivery.framed = Some(text.as_bytes().to_vec());
            ("no chunk at all", Refused)
        }
    }
}

/// Returns the last digit of the signed time that a header holds.
fn time_in<'a>(name: &str, value: &'a mut [u8]) -> Option<&'a mut u8> {
    let is_time = name.to_ascii_lowercase().contains("timestamp");
    let start = if is_time { 0 } else { value.strip_prefix(b"t=").map(|_| 2)? };
    let digits = value[start..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    value[start..].get_mut(digits.checked_sub(1)?)
}

/// Statuses that fit what was done to a delivery; nothing stands for a connection that was closed.
const FITTING: [Option<u16>; 10] =
    [None, Some(400), Some(401), Some(403), Some(408), Some(411), Some(413), Some(415), Some(431), Some(501)];

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn mutated_deliveries_are_never_acknowledged_unless_they_are_what_was_signed() {
    let mut counts: BTreeMap<(Fate, &'static str), usize> = BTreeMap::new();
    let mut wrong = Vec::new();
    // The table of schemes, all of it: one that is added is tried as well.
    let cases = Scheme::ALL.iter().flat_map(|scheme| Form::of(*scheme).iter().map(move |form| (scheme, *form)));
    for (index, (scheme, form)) in cases.enumerate() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let at = |target: &str| scheme.signs_url().then(|| format!("https://hooks.example.com{target}").parse());
        let at = |target: &str| at(target).transpose().expect("a URL");
        let config = Config { url: at(""), ..Config::new(*scheme) };
        let secret = Secret::new("c2VjcmV0IG9mIHRoZSB0ZXN0");
        let secrets = Secrets::all([secret], scheme.secret_encoding()).expect("a good secret");
        let options = Options { max_body: 64 << 10, body_time: Duration::from_millis(100), ..Options::default() };
        let verifier = Arc::new(Verifier::new(&config, &secrets));
        let rig = RunningReceiver::with(open(folder.path()), options, Routes::default(), verifier).await;
        let mut rng = Rng::with_seed(index as u64);
        let mut acknowledged = Vec::new();
        for number in 0..EACH {
            let id = format!("evt-{number}");
            let (target, text) = form.request(event(&id, "con_é", number));
            let time = rig.inbox.clock().now().as_second().to_string();
            let config = Config { url: at(&target), ..config.clone() };
            let signed = sign(&config, &secrets, text.as_bytes(), Stamp { id: &id, timestamp: &time }).expect("signed");
            let headers = signed.headers.into_iter().map(|(name, value)| (name, value.into_bytes())).collect();
            let head = format!("POST {target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n").into_bytes();
            let mut delivery = Delivery { form, target, head, headers, body: signed.body, framed: None };
            let (name, fate) = mutate(&mut delivery, &config, &mut rng);
            let status = raw(rig.address, &delivery.bytes()).await.map(|answer| answer.status);
            *counts.entry((fate, name)).or_default() += 1;
            if status == Some(200) {
                // A form has no ID; it goes by its digest.
                let by_digest = || format!("sha256:{}", hex::encode(&Sha256::digest(&delivery.body)));
                acknowledged.push((if form == Form::Fields { by_digest() } else { id }, delivery.body));
            }
            let fits = match fate {
                Fate::Stored => status == Some(200),
                Fate::Refused => FITTING.contains(&status),
            };
            if !fits {
                wrong.push(format!("{scheme}, {form:?}, {name}: {status:?}"));
            }
        }
        let store = Store::open_read_only(&rig.place).expect("readable");
        let stored = store.list(&Filter::default()).expect("listed");
        assert_eq!(stored.len(), acknowledged.len(), "{scheme}: acknowledged and stored are one");
        for (id, body) in acknowledged {
            let shown = store.show(&id).unwrap_or_else(|error| panic!("{scheme}: {id} was acknowledged: {error}"));
            assert_eq!(shown.body, body, "{scheme}: {id}");
        }
        rig.stop().await;
    }
    assert!(wrong.is_empty(), "{} wrong: {}", wrong.len(), wrong.join("\n"));
    let tried: usize = counts.values().sum();
    assert_eq!(tried, EACH * Scheme::ALL.iter().map(|scheme| Form::of(*scheme).len()).sum::<usize>());
    let names: BTreeSet<&str> = counts.keys().map(|(_, name)| *name).collect();
    assert!(names.len() == 40 && tried > 1000, "every mutation had its turn: {tried} {counts:?}");
}
