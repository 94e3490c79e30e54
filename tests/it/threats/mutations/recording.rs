//! Every line of the list once on a platform that is well: what it was answered, what it printed, and the state of the
//! machine before it.

use std::collections::{BTreeSet, HashMap};
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::http::{HeaderName, HeaderValue};
use axum::response::Response;
use axum::routing::any;
use jiff::{SignedDuration, Timestamp};
use makini::exit::Exit;
use makini::sandbox::{Options, Sandbox};
use makini::secret::Secret;
use makini::secrets::{SecretName, SecretStore, StoreError};
use tower::ServiceExt as _;

use super::super::secrets::lines::{Line, REMOTE, ROWS, Stdin, line};
use super::verdict::Local;
use crate::support::folder::contents;
use crate::support::published;
use crate::support::sandbox::START;
use crate::support::served::Served;
use crate::support::world::{Ended, Machine};

/// What a connected system is given as its secret.
pub(super) const FIELD: &str = "correct-CANARY+horse/battery=staple~7Yh4Vd";
/// A secret that a query holds.
pub(super) const KEY: &str = "mk_live_CANARYquery_Pc9Nz6Je1QhUi4FmYa2LtEsD";
/// The client secret of every sandbox.
const CLIENT_SECRET: &str = "mk_test_secret_sandbox";

/// Lines that need the ID of something that there is, each with the line that it comes after.
const MORE_LINES: &[(&str, Line)] = &[
    ("data get Works assets nothing", line("data get Works assets {asset}")),
    ("data get Works assets nothing", line("data update Works assets {asset} --set notes=seen --yes")),
    ("connections disconnect Mill --confirm Mill", line("data list Mill sites")),
    ("sync show Works nothing", line("sync show Works {sync}")),
    ("webhooks deliveries retry del_nowhere", line("webhooks deliveries show {delivery}")),
    ("webhooks deliveries retry del_nowhere", line("webhooks deliveries retry {delivery}")),
    ("webhooks deliveries retry del_nowhere", line("why {delivery}")),
    ("check", line("check --max-error-rate 100% --max-p95 1h --max-failed-deliveries 100 --min-credits 1 --window 1h")),
    ("check", line("alerts firing --allow-none")),
    ("check", line("connections history Works --since 1d")),
    ("check", line("check --report junit={home}/report.xml --max-sync-age 1d")),
    ("sync watch Works", line("sync start Works --full --watch")),
    ("metrics", line("metrics Works --bucket 15m")),
    ("requests show req_nowhere", line("requests show {request}")),
    ("requests show req_nowhere", line("requests show {request} --as markdown")),
    ("requests show req_nowhere", line("why {request}")),
    ("requests show req_nowhere", line("requests list --source both --search works")),
    ("api endpoints", line("doctor")),
    ("api endpoints", line("api get /api/system/connections --paginate")),
];

/// Lines that run while the platform offers nothing but what is published, each with the line that it comes after.
const PUBLISHED_LINES: &[(&str, Line)] = &[
    (
        "sync watch Works",
        line("reconnect Works --confirm Works --field-stdin api_key --wait-time 1m").reads(Stdin::Field),
    ),
    ("sync watch Works", line("sync start Works -q").ends(Exit::Pending)),
    ("sync watch Works", line("sync start Works --watch --wait-time 10m")),
    ("sync watch Works", line("sync list Works --limit 5")),
    ("sync watch Works", line("sync show Works")),
    ("credits", line("credits --sort name")),
    ("credits", line("connections magic-links --limit 3")),
    ("check", line("connections settings Works")),
    ("check", line("alerts firing")),
];

/// How long before the next scheduled sync a line begins that waits for it.
const AHEAD: SignedDuration = SignedDuration::from_secs(2);

/// Options of every line.
pub(super) const MORE: &str = "-vv --timeout 20s";
/// Stands for the home folder in what was printed.
pub(super) const HOME: &str = "/HOME";
/// How long loops wait, in simulated time.
pub(super) const WAIT: &str = "2m";

/// One exchange.
#[derive(Clone, Debug)]
pub(super) struct Answer {
    pub method: String,
    /// Path with its query.
    pub path: String,
    pub status: u16,
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

impl Answer {
    pub(super) fn is_write(&self) -> bool {
        self.method != "GET"
    }

    pub(super) fn has_secret(&self, secrets: &BTreeSet<String>) -> bool {
        let body = String::from_utf8_lossy(&self.body);
        secrets.iter().any(|secret| body.contains(secret.as_str()))
    }

    pub(super) fn json(&self) -> Option<serde_json::Value> {
        serde_json::from_slice(&self.body).ok()
    }
}

/// A keyring whose content can be compared and copied.
#[derive(Clone, Default)]
pub(super) struct Ring(Arc<Mutex<HashMap<SecretName, String>>>);

impl Ring {
    pub(super) fn of(content: HashMap<SecretName, String>) -> Self {
        Self(Arc::new(Mutex::new(content)))
    }

    pub(super) fn content(&self) -> HashMap<SecretName, String> {
        self.0.lock().expect("not poisoned").clone()
    }
}

impl SecretStore for Ring {
    fn describe(&self) -> String {
        "the test's keyring".into()
    }

    fn get(&self, name: &SecretName) -> Result<Option<Secret>, StoreError> {
        Ok(self.0.lock().expect("not poisoned").get(name).map(Secret::new))
    }

    fn put(&self, name: &SecretName, secret: &Secret) -> Result<(), StoreError> {
        self.0.lock().expect("not poisoned").insert(name.clone(), secret.expose().to_owned());
        Ok(())
    }

    fn delete(&self, name: &SecretName) -> Result<bool, StoreError> {
        Ok(self.0.lock().expect("not poisoned").remove(name).is_some())
    }

    fn names(&self, profile: &str) -> Result<Option<Vec<SecretName>>, StoreError> {
        let content = self.0.lock().expect("not poisoned");
        Ok(Some(content.keys().filter(|name| name.profile == profile).cloned().collect()))
    }
}

/// A line with everything that is needed to run it again from the same state.
pub(super) struct Stage {
    pub line: &'static Line,
    /// The line with its IDs.
    pub text: String,
    /// Address of the platform that it was recorded on.
    pub url: String,
    /// The home folder before it.
    pub home: tempfile::TempDir,
    pub secrets: HashMap<SecretName, String>,
    pub at: Timestamp,
    pub answers: Vec<Answer>,
    /// What the connections were before it, by method and path.
    pub before: HashMap<String, Answer>,
    pub ended: Ended,
    /// What the machine kept after it.
    pub after: Local,
    /// The secrets that it showed.
    pub revealed: Vec<String>,
}

/// Everything that was recorded.
pub(super) struct Recording {
    pub stages: Vec<Stage>,
    /// Every token and secret that the platform gave away.
    pub given: BTreeSet<String>,
    /// The application's token that a line logs in with.
    token: String,
    /// Files that lines name.
    files: tempfile::TempDir,
}

#[derive(Clone)]
struct Platform {
    sandbox: Sandbox,
    seen: Arc<Mutex<Vec<Answer>>>,
    /// Whether it offers nothing but what is published.
    is_bare: Arc<AtomicBool>,
}

impl Platform {
    async fn forward(&self, request: Request) -> Response {
        let method = request.method().to_string();
        let path = request.uri().path_and_query().map_or_else(String::new, ToString::to_string);
        let answer = if self.is_bare.load(Ordering::SeqCst) {
            published::answer(self.sandbox.router(), request).await
        } else {
            self.sandbox.router().oneshot(request).await.expect("infallible")
        };
        let (parts, body) = answer.into_parts();
        let body = to_bytes(body, 1 << 26).await.expect("a body");
        let header =
            |(name, value): (&HeaderName, &HeaderValue)| Some((name.to_string(), value.to_str().ok()?.to_owned()));
        let headers = parts.headers.iter().filter(|(name, _)| *name != "content-length").filter_map(header).collect();
        let seen = Answer { method, path, status: parts.status.as_u16(), headers, body: body.to_vec() };
        self.seen.lock().expect("not poisoned").push(seen);
        Response::from_parts(parts, Body::from(body))
    }

    /// Asks as the application, without a trace in what was seen.
    async fn look(&self, path: &str) -> Answer {
        let token = self.sandbox.admin_token().expect("issued").expose().to_owned();
        self.look_as(&token, "GET", path).await
    }

    async fn look_as(&self, token: &str, method: &str, path: &str) -> Answer {
        let request = Request::builder().method(method).uri(path).header("authorization", format!("Bearer {token}"));
        self.forward(request.body(Body::empty()).expect("valid")).await;
        self.seen.lock().expect("not poisoned").pop().expect("just seen")
    }

    /// Returns the key of the first asset of a connection.
    async fn asset(&self, connection: &str) -> String {
        let token = self.sandbox.admin_token().expect("issued").expose().to_owned();
        let path = format!("/api/system/connections/{connection}/token");
        let issued = self.look_as(&token, "POST", &path).await.json().expect("JSON");
        let own = issued["data"]["token"].as_str().or(issued["data"]["access_token"].as_str()).expect("a token");
        let found = self.look_as(own, "GET", "/api/eam/assets?page=1").await.json().expect("JSON");
        found["data"][0]["key"].as_str().expect("there is one").to_owned()
    }

    /// Returns when the next scheduled sync of a connection is due.
    async fn next_sync(&self, name: &str) -> Option<Timestamp> {
        let list = self.look("/api/system/connections?page=1&per_page=100").await.json()?;
        let found = list["data"].as_array()?.iter().find(|row| row["name"] == name)?;
        found["next_sync_at"].as_str()?.parse().ok()
    }

    /// Puts the ID of the newest sync, delivery or failed request into a line that wants one.
    async fn with_ids(&self, text: &str) -> String {
        let mut whole = text.to_owned();
        if text.contains("{asset}") {
            whole = whole.replace("{asset}", &self.asset(&self.works().await).await);
        }
        for (name, path) in [
            ("{sync}", "/api/system/connections/{connection}/syncs?page=1&per_page=1"),
            ("{delivery}", "/api/system/webhooks/deliveries?page=1&per_page=1"),
            ("{request}", "/api/system/requests?page=1&per_page=1&failed=true"),
        ] {
            if !text.contains(name) {
                continue;
            }
            let works = self.works().await;
            let found = self.look(&path.replace("{connection}", &works)).await.json().expect("JSON");
            whole = whole.replace(name, found["data"][0]["id"].as_str().expect("there is one"));
        }
        whole
    }

    /// Returns the ID of the connection `Works`.
    async fn works(&self) -> String {
        let connections = self.look("/api/system/connections?page=1&per_page=100").await;
        let rows = connections.json().expect("JSON")["data"].clone();
        let works = rows.as_array().expect("rows").iter().find(|row| row["name"] == "Works");
        works.and_then(|row| row["key"].as_str()).unwrap_or_default().to_owned()
    }

    /// Returns the connections as they are: the list, and each of them.
    async fn connections(&self) -> HashMap<String, Answer> {
        let list = self.look("/api/system/connections?page=1&per_page=100").await;
        let rows = list.json().map(|body| body["data"].as_array().cloned().unwrap_or_default()).unwrap_or_default();
        let mut all = vec![list];
        for key in rows.iter().filter_map(|row| row["key"].as_str()) {
            all.push(self.look(&format!("/api/system/connections/{key}")).await);
        }
        all.into_iter().map(|answer| (format!("{} {}", answer.method, answer.path), answer)).collect()
    }
}

impl Recording {
    pub(super) fn make() -> Self {
        let ring = Ring::default();
        let machine = Machine::new().at(START).keyring(ring.clone());
        let sandbox = Sandbox::open(Options::new(machine.clock().clone())).expect("opens");
        let platform = Platform { sandbox, seen: Arc::default(), is_bare: Arc::default() };
        let handler =
            any(|State(platform): State<Platform>, request: Request| async move { platform.forward(request).await });
        let served = Served::router(Router::new().fallback(handler).with_state(platform.clone()));
        let machine = machine.env("MAKINI_SERVER", served.url());
        let machine = machine.env("MAKINI_WAIT_TIME", WAIT).env("MAKINI_JOURNAL", "false");
        let files = tempfile::tempdir().expect("a temporary folder");
        std::fs::write(files.path().join("client"), CLIENT_SECRET).expect("written");
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        let token = platform.sandbox.admin_token().expect("issued").expose().to_owned();
        let mut recording = Self { stages: Vec::new(), given: BTreeSet::from([token.clone()]), token, files };
        let after = |line: &'static Line, more: &'static [(&str, Line)], is_bare: bool| {
            more.iter().filter(|(text, _)| *text == line.text).map(move |(_, more)| (more, is_bare))
        };
        // A proxy passes on what it gets, and records into the journal, which is off; what verifies says what differs.
        let is_apart = |line: &Line| line.text.starts_with("record ") || line.text == "api endpoints verify";
        let lines = REMOTE.iter().filter(|line| !is_apart(line));
        let all = lines.flat_map(|line| {
            let more = after(line, MORE_LINES, false).chain(after(line, PUBLISHED_LINES, true));
            std::iter::once((line, false)).chain(more)
        });
        for (line, is_bare) in all {
            if is_bare && line.text.contains("--watch") {
                let next = runtime.block_on(platform.next_sync("Works")).expect("it has a schedule");
                let ahead = next.duration_since(machine.clock().now()) - AHEAD;
                machine.clock().advance(ahead.try_into().expect("in the future"));
            }
            let text = runtime.block_on(platform.with_ids(line.text));
            let home = tempfile::tempdir().expect("a temporary folder");
            copy(machine.home(), home.path());
            // What is offered is asked anew by each line.
            std::fs::remove_dir_all(machine.home().join("cache")).ok();
            let (secrets, at) = (ring.content(), machine.clock().now());
            let before = runtime.block_on(platform.connections());
            platform.seen.lock().expect("not poisoned").clear();
            platform.is_bare.store(is_bare, Ordering::SeqCst);
            let mut ended = recording.run(&machine, line, &text, MORE);
            platform.is_bare.store(false, Ordering::SeqCst);
            assert_eq!(ended.exit, line.exit, "{text}: {}", ended.all());
            for text in [&mut ended.stdout, &mut ended.stderr] {
                *text = text.replace(&machine.home().display().to_string(), HOME);
            }
            let answers = std::mem::take(&mut *platform.seen.lock().expect("not poisoned"));
            for answer in &answers {
                recording.note(&String::from_utf8_lossy(&answer.body));
            }
            let (url, after) = (served.url().to_owned(), kept(&ring, &machine));
            let is_shown = |secret: &&String| ended.stdout.contains(secret.as_str());
            let revealed = recording.given.iter().filter(is_shown).cloned().collect();
            let stage = Stage { line, text, url, home, secrets, at, answers, before, ended, after, revealed };
            recording.stages.push(stage);
        }
        recording
    }

    /// Runs a line as JSON.
    pub(super) fn run(&self, machine: &Machine, line: &Line, text: &str, more: &str) -> Ended {
        let path = |name: &str| self.files.path().join(name).display().to_string();
        let text = text.replace("{file}", &path("client")).replace("{key}", KEY);
        let text = text.replace("{rows}", &machine.write("rows.csv", ROWS).display().to_string());
        let text = text.replace("{home}", &machine.home().display().to_string());
        let stdin = match line.stdin {
            Stdin::Nothing => "",
            Stdin::ClientSecret => CLIENT_SECRET,
            Stdin::Token => self.token.as_str(),
            Stdin::Field => FIELD,
            Stdin::Body => r#"{"event":"sync.finished"}"#,
        };
        machine.run_with(&format!("{text} -o json --retries 0 {more}"), stdin, [])
    }

    /// Notes everything that looks like one of the sandbox's secrets.
    fn note(&mut self, body: &str) {
        for (at, _) in body.match_indices("mk_test_") {
            let end = body[at..].find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(body.len() - at);
            // The ID of the application is none.
            if end > 40 {
                self.given.insert(body[at..at + end].to_owned());
            }
        }
    }
}

/// Returns the secrets of a keyring and the files of the configuration.
pub(super) fn kept(ring: &Ring, machine: &Machine) -> Local {
    let secrets = ring.content().into_iter().map(|(name, text)| (format!("{name:?}"), text.into_bytes()));
    let home = machine.home().display().to_string();
    let files = contents(&machine.home().join("config"), |_| false);
    secrets.chain(files.into_iter().map(|(name, bytes)| (name.replace(&home, HOME), bytes))).collect()
}

/// Returns the same with another address of the platform.
pub(super) fn moved(local: Local, from: &str, to: &str) -> Local {
    let bytes = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).replace(from, to).into_bytes();
    local.into_iter().map(|(name, content)| (name.replace(from, to), bytes(content))).collect()
}

/// Copies a folder, without the journal and what is cached.
pub(super) fn copy(from: &Path, to: &Path) {
    for entry in std::fs::read_dir(from).into_iter().flatten().flatten() {
        let name = entry.file_name();
        let text = name.to_string_lossy();
        if text.starts_with("journal") || text == "cache" || text == "data" || text == "locks" {
            continue;
        }
        let (path, target) = (entry.path(), to.join(&name));
        if path.is_dir() {
            std::fs::create_dir_all(&target).expect("made");
            copy(&path, &target);
        } else {
            std::fs::copy(&path, &target).expect("copied");
        }
    }
}
