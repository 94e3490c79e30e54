//! A real browser: Chromium without a window, told what to do by `WebDriver`, which is HTTP and JSON.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use super::until::{PATIENCE, within};
use serde_json::{Value, json};

/// Keys that have no letter.
pub const TAB: &str = "\u{e004}";
pub const ENTER: &str = "\u{e007}";
pub const SPACE: &str = " ";

/// A browser with a profile of its own. It ends with the test.
pub struct Chromium {
    driver: Child,
    port: u16,
    session: String,
    _profile: tempfile::TempDir,
}

/// How the browser is set up.
#[derive(Clone, Copy, Debug)]
pub struct Setup {
    pub script: bool,
    pub dark: bool,
    /// As narrow as a page has to fit.
    pub phone: bool,
}

impl Default for Setup {
    fn default() -> Self {
        Self { script: true, dark: false, phone: false }
    }
}

impl Chromium {
    pub fn start(setup: Setup) -> Self {
        let mut driver = Command::new("chromedriver")
            .arg("--port=0")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("chromedriver starts");
        let lines = BufReader::new(driver.stdout.take().expect("piped")).lines();
        let port = lines.map_while(Result::ok).find_map(|line| {
            let (_, rest) = line.split_once("started successfully on port ")?;
            rest.trim_end_matches('.').parse().ok()
        });
        let profile = tempfile::tempdir().expect("a temporary folder");
        let mut args = vec![
            "--headless=new".to_owned(),
            "--no-sandbox".into(),
            "--disable-gpu".into(),
            "--disable-dev-shm-usage".into(),
            "--no-first-run".into(),
            "--window-size=1280,900".into(),
            format!("--user-data-dir={}", profile.path().display()),
        ];
        if !setup.script {
            args.push("--blink-settings=scriptEnabled=false".into());
        }
        if setup.dark {
            args.push("--force-dark-mode".into());
        }
        let mut browser = Self { driver, port: port.expect("it listens"), session: String::new(), _profile: profile };
        let mut chrome = json!({ "args": args });
        if setup.phone {
            let metrics = json!({ "width": 320, "height": 720, "pixelRatio": 2.0, "touch": false });
            chrome["mobileEmulation"] = json!({ "deviceMetrics": metrics });
        }
        let options = json!({ "capabilities": { "alwaysMatch": { "goog:chromeOptions": chrome } } });
        let made = browser.ask("POST", "/session", Some(&options));
        made["sessionId"].as_str().expect("a session").clone_into(&mut browser.session);
        browser.session = format!("/session/{}", browser.session);
        browser
    }

    /// Asks the driver; fails with what it says.
    #[track_caller]
    fn ask(&self, method: &str, path: &str, body: Option<&Value>) -> Value {
        self.try_ask(method, path, body).unwrap_or_else(|error| panic!("{method} {path}: {error}"))
    }

    fn try_ask(&self, method: &str, path: &str, body: Option<&Value>) -> Result<Value, Value> {
        let body = body.map(ToString::to_string).unwrap_or_default();
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).map_err(|error| error.to_string())?;
        stream.set_read_timeout(Some(Duration::from_mins(1))).expect("a socket");
        let request = format!(
            "{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nContent-Type: application/json\r\nConnection: close\r\n\
             Content-Length: {}\r\n\r\n{body}",
            self.port,
            body.len()
        );
        stream.write_all(request.as_bytes()).map_err(|error| error.to_string())?;
        // The driver says how long its answer is, and does not hang up.
        let mut answer = BufReader::new(stream);
        let (mut ok, mut length, mut line) = (false, 0, String::new());
        while answer.read_line(&mut line).map_err(|error| error.to_string())? > 2 {
            ok |= line.starts_with("HTTP/1.1 200");
            if let Some((name, value)) = line.split_once(':')
                && name.eq_ignore_ascii_case("content-length")
            {
                length = value.trim().parse().map_err(|_| "a length".to_owned())?;
            }
            line.clear();
        }
        let mut body = vec![0; length];
        answer.read_exact(&mut body).map_err(|error| error.to_string())?;
        let mut value: Value = serde_json::from_slice(&body).unwrap_or_default();
        let value = value["value"].take();
        if ok { Ok(value) } else { Err(value["message"].clone()) }
    }

    #[track_caller]
    fn tell(&self, method: &str, path: &str, body: &Value) -> Value {
        self.ask(method, &format!("{}{path}", self.session), Some(body))
    }

    #[track_caller]
    fn get(&self, path: &str) -> Value {
        self.ask("GET", &format!("{}{path}", self.session), None)
    }

    pub fn open(&self, address: &str) {
        self.tell("POST", "/url", &json!({ "url": address }));
    }

    /// Makes the window as large as this.
    pub fn resize(&self, width: u32, height: u32) {
        self.tell("POST", "/window/rect", &json!({ "width": width, "height": height }));
    }

    pub fn reload(&self) {
        self.tell("POST", "/refresh", &json!({}));
    }

    pub fn back(&self) {
        self.tell("POST", "/back", &json!({}));
    }

    pub fn at(&self) -> String {
        self.get("/url").as_str().expect("text").to_owned()
    }

    pub fn title(&self) -> String {
        self.get("/title").as_str().expect("text").to_owned()
    }

    pub fn source(&self) -> String {
        self.get("/source").as_str().expect("text").to_owned()
    }

    /// Waits until the title has these words, at most [`PATIENCE`].
    #[track_caller]
    pub fn wait_for_title(&self, words: &str) {
        self.wait(&format!("title `{words}`"), |browser| browser.title().contains(words));
    }

    #[track_caller]
    pub fn wait(&self, what: &str, done: impl Fn(&Self) -> bool) {
        let came = within(PATIENCE, || done(self).then_some(()));
        assert!(came.is_some(), "no {what}, but `{}` at {}\n{}", self.title(), self.at(), self.source());
    }

    /// Presses keys, one after the other, wherever the focus is.
    pub fn keys(&self, text: &str) {
        let actions: Vec<Value> = text
            .chars()
            .flat_map(|key| [json!({ "type": "keyDown", "value": key }), json!({ "type": "keyUp", "value": key })])
            .collect();
        self.tell("POST", "/actions", &json!({ "actions": [{ "type": "key", "id": "keys", "actions": actions }] }));
    }

    /// What has the focus: its accessible name and role, as a screen reader says them.
    pub fn focused(&self) -> (String, String) {
        let mut said = Value::Null;
        for _ in 0..20 {
            match self.try_focused() {
                Ok(found) => return found,
                // The page gave way to the next one meanwhile.
                Err(error) if error.to_string().contains("stale element") => said = error,
                Err(error) => panic!("what has the focus: {error}"),
            }
        }
        panic!("what has the focus does not stay: {said}");
    }

    fn try_focused(&self) -> Result<(String, String), Value> {
        let get = |path: &str| self.try_ask("GET", &format!("{}{path}", self.session), None);
        let element = get("/element/active")?;
        let id = element.as_object().and_then(|object| object.values().next()).and_then(Value::as_str);
        let id = id.expect("an element");
        let text =
            |what: &str| Ok::<_, Value>(get(&format!("/element/{id}/{what}"))?.as_str().unwrap_or_default().to_owned());
        Ok((text("computedrole")?, text("computedlabel")?))
    }

    /// Goes on with the tabulator until something with these words has the focus.
    #[track_caller]
    pub fn tab_to(&self, name: &str) {
        let mut seen = Vec::new();
        for _ in 0..60 {
            self.keys(TAB);
            let (_, label) = self.focused();
            if label.contains(name) {
                return;
            }
            seen.push(label);
        }
        panic!("the tabulator does not lead to `{name}`, but to {seen:?}");
    }

    /// Runs a piece of script in the page and waits for what it promises.
    #[track_caller]
    pub fn run(&self, script: &str) -> Value {
        let whole = format!(
            "const done = arguments[arguments.length - 1]; (async () => {{ {script} }})().then(done, (error) => done('error: ' + error));"
        );
        self.tell("POST", "/execute/async", &json!({ "script": whole, "args": [] }))
    }

    /// A picture of the window, as PNG.
    pub fn picture(&self) -> Vec<u8> {
        use base64::Engine as _;
        let text = self.get("/screenshot");
        base64::prelude::BASE64_STANDARD.decode(text.as_str().expect("text")).expect("base64")
    }

    /// Messages that the browser has written to its console: refused by a policy, failed scripts.
    pub fn complaints(&self) -> Vec<String> {
        let logs = self.tell("POST", "/se/log", &json!({ "type": "browser" }));
        let rows = logs.as_array().cloned().unwrap_or_default();
        rows.iter().map(|row| row["message"].as_str().unwrap_or_default().to_owned()).collect()
    }
}

impl Drop for Chromium {
    fn drop(&mut self) {
        // The driver takes the browser with it.
        self.try_ask("DELETE", &self.session.clone(), None).ok();
        self.driver.kill().ok();
        self.driver.wait().ok();
    }
}
