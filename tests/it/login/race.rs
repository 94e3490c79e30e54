//! Two processes of the real program: one renews the login, the other ends it.

use std::path::PathBuf;
use std::process::Command;
use std::sync::{Arc, Mutex, mpsc};
use std::time::Duration;

use axum::Json;
use axum::Router;
use axum::routing::{any, post};
use makini::secret::Secret;
use makini::secrets::file::Key;
use makini::secrets::{FileStore, SecretKind, SecretName, SecretStore as _};
use serde_json::json;
use tokio::sync::Notify;

use crate::support::process::{Home, Running, text};
use crate::support::served::Served;
use crate::support::until::within;

/// A home with an encrypted file, and a server that takes its time to renew a token.
struct Scene {
    home: Home,
    served: Served,
    asked: mpsc::Receiver<()>,
    answer: Arc<Notify>,
}

impl Scene {
    fn new() -> Self {
        let (tell, asked) = mpsc::channel();
        let answer = Arc::new(Notify::new());
        let (tell, wait) = (Arc::new(Mutex::new(tell)), Arc::clone(&answer));
        let renew = post(move || async move {
            tell.lock().expect("no panic").send(()).ok();
            wait.notified().await;
            Json(json!({"access_token": "renewed", "refresh_token": "r2", "expires_in": 3600}))
        });
        let application = any(|| async { Json(json!({"data": {"id": "app", "name": "Acme"}})) });
        let router = Router::new().route("/link/token", renew).route("/api/system/client", application);
        let scene = Self { home: Home::new(), served: Served::router(router), asked, answer };
        FileStore::create_key_file(&scene.key()).expect("a new key");
        scene
    }

    fn key(&self) -> PathBuf {
        self.home.path().join(".config/makini/key.txt")
    }

    fn store(&self) -> FileStore {
        FileStore::new(self.home.path().join(".config/makini/secrets.age"), Key::KeyFile(self.key()))
    }

    fn token() -> SecretName {
        SecretName { profile: "default".into(), kind: SecretKind::Token }
    }

    fn makini(&self, args: &[&str]) -> Command {
        let mut command = self.home.makini(args);
        command
            .env("MAKINI_SERVER", self.served.url())
            .env("MAKINI_SECRET_STORE", "file")
            .env("MAKINI_SECRET_FILE", self.store().path())
            .env("MAKINI_SECRET_KEY_FILE", self.key());
        command
    }

    /// Starts a process that renews a login of an hour ago, and waits until it has asked the server.
    fn renewing(&self) -> Running {
        let old = json!({"access": "old", "refresh": "r1", "expires_at": "2020-01-01T00:00:00Z",
            "server": self.served.url(), "client_id": "app"});
        self.store().put(&Self::token(), &Secret::new(old.to_string())).expect("kept");
        let renewing = Running::start(&mut self.makini(&["whoami", "--check"]));
        self.asked.recv_timeout(Duration::from_secs(20)).expect("it asks for a new token");
        renewing
    }

    fn kept(&self) -> Option<String> {
        self.store().get(&Self::token()).expect("readable").map(|secret| secret.expose().to_owned())
    }
}

/// Returns whether it ends by itself soon.
fn ends_soon(running: &mut Running) -> bool {
    within(Duration::from_secs(1), || running.has_ended().then_some(())).is_some()
}

#[test]
fn a_logout_outlives_a_renewal_in_another_process() {
    let scene = Scene::new();
    let renewing = scene.renewing();
    let mut logout = Running::start(&mut scene.makini(&["logout"]));
    assert!(!ends_soon(&mut logout), "it does not wait for the process that renews");
    scene.answer.notify_one();
    let renewed = renewing.wait();
    assert_eq!(renewed.status.code(), Some(0), "{}", text(&renewed));
    let logout = logout.wait();
    assert_eq!(logout.status.code(), Some(0), "{}", text(&logout));
    assert_eq!(scene.kept(), None, "what was renewed meanwhile is forgotten too");
}

#[test]
fn a_login_outlives_a_renewal_in_another_process() {
    let scene = Scene::new();
    let renewing = scene.renewing();
    let pasted = scene.home.path().join("token");
    std::fs::write(&pasted, "brought\n").expect("written");
    let mut command = scene.makini(&["login", "--token-stdin"]);
    command.stdin(std::fs::File::open(&pasted).expect("there"));
    let mut login = Running::start(&mut command);
    assert!(!ends_soon(&mut login), "it does not wait for the process that renews");
    scene.answer.notify_one();
    let renewed = renewing.wait();
    assert_eq!(renewed.status.code(), Some(0), "{}", text(&renewed));
    let login = login.wait();
    assert_eq!(login.status.code(), Some(0), "{}", text(&login));
    let kept = scene.kept().expect("a login");
    assert!(kept.contains("\"brought\"") && !kept.contains("renewed"), "the new login is kept as a whole");
}

#[test]
fn logins_at_once_with_a_passphrase_all_succeed() {
    // Without optimization each takes most of a second for its key, one after the other.
    const LOGINS: usize = if cfg!(debug_assertions) { 10 } else { 30 };
    let scene = Scene::new();
    let pasted = scene.home.path().join("token");
    std::fs::write(&pasted, "brought\n").expect("written");
    let running: Vec<Running> = (0..LOGINS)
        .map(|number| {
            let profile = format!("site-{number}");
            let mut command = scene.home.makini(&["login", "--token-stdin", "--profile", &profile]);
            command
                .env("MAKINI_SERVER", scene.served.url())
                .env("MAKINI_SECRET_STORE", "file")
                .env("MAKINI_SECRET_FILE", scene.store().path())
                .env("MAKINI_SECRETS_PASSPHRASE", "open sesame");
            command.stdin(std::fs::File::open(&pasted).expect("there"));
            Running::start(&mut command)
        })
        .collect();
    for login in running {
        let ended = login.wait();
        assert_eq!(ended.status.code(), Some(0), "{}", text(&ended));
    }
    let store = FileStore::new(scene.store().path().to_owned(), Key::Passphrase(Secret::new("open sesame")));
    let kept = (0..LOGINS).filter(|number| {
        let name = SecretName { profile: format!("site-{number}"), kind: SecretKind::Token };
        store.get(&name).expect("readable").is_some()
    });
    assert_eq!(kept.count(), LOGINS, "no login overwrites another");
}
