//! No secret gets anywhere: every command, as verbose as it can be, on a platform that is well and on one that fails;
//! then stdout, stderr and every file are searched for every secret in every form.

mod echoed;
pub(crate) mod lines;
mod outside;
mod recorder;
pub(super) mod search;

use lines::{LOCAL, Line, REMOTE, ROWS, Stdin};
use makini::exit::Exit;
use makini::secret::Secret;
use makini::secrets::{SecretKind, SecretName, SecretStore as _};
use recorder::{Mood, RecordingPlatform, Stand};
use search::SecretSearch;

use crate::support::sandbox::START;
use crate::support::world::{Ended, Machine};

const TOKEN: &str = "mk_live_CANARYapp_q8Zr4LwV1tXo6NcE0bHs9DyK";
const CLIENT_SECRET: &str = "mk_live_CANARYsecret_Jm3Uf7Gi2PaRk5TeWn8CxQzB";
const FIELD: &str = "correct-CANARY+horse/battery=staple~7Yh4Vd";
const WEBHOOK: &str = "mk_live_CANARYhook_Xs6Bt1Lg9OqMv0KjIw4ZrNuE";
const CONNECTION: &str = "mk_live_CANARYconn_Df5Hy2Ac8RpSx3GlTk7VoWbU";
const KEY: &str = "mk_live_CANARYquery_Pc9Nz6Je1QhUi4FmYa2LtEsD";
const PASSPHRASE: &str = "mk_live_CANARYphrase_Gv7Ko3Wd0XbZq5RnSy8HuTcM";
const ALL: [&str; 7] = [TOKEN, CLIENT_SECRET, FIELD, WEBHOOK, CONNECTION, KEY, PASSPHRASE];

/// A machine on which every secret lies where it may lie, and files outside of its home that hold two of them.
pub(super) struct Scene {
    pub(super) machine: Machine,
    files: tempfile::TempDir,
    _served: crate::support::served::Served,
    pub(super) tap: RecordingPlatform,
}

impl Scene {
    pub(super) fn new() -> Self {
        let machine = Machine::new().at(START);
        let (served, tap) =
            RecordingPlatform::serve(machine.clock(), Stand { token: TOKEN, client_secret: CLIENT_SECRET });
        let files = tempfile::tempdir().expect("a temporary folder");
        std::fs::write(files.path().join("webhook"), WEBHOOK).expect("written");
        std::fs::write(files.path().join("client"), CLIENT_SECRET).expect("written");
        let machine = machine.env("MAKINI_SERVER", served.url());
        machine.write("rows.csv", ROWS);
        Self { machine, files, _served: served, tap }
    }

    /// The secrets are in the environment as well.
    fn with_environment(mut self) -> Self {
        for (name, value) in [
            ("MAKINI_TOKEN", TOKEN),
            ("MAKINI_CONNECTION_TOKEN", CONNECTION),
            ("MAKINI_CLIENT_SECRET", CLIENT_SECRET),
            ("MAKINI_WEBHOOK_SECRET", WEBHOOK),
            ("MAKINI_SECRETS_PASSPHRASE", PASSPHRASE),
        ] {
            self.machine = self.machine.env(name, value);
        }
        self
    }

    /// The secrets are in the keyring.
    fn with_keyring(self) -> Self {
        let kept = [
            (SecretKind::Token, TOKEN),
            (SecretKind::ClientSecret, CLIENT_SECRET),
            (SecretKind::WebhookSecret, WEBHOOK),
            (SecretKind::Connection("c1".into()), CONNECTION),
        ];
        for (kind, text) in kept {
            let name = SecretName { profile: "default".into(), kind };
            self.machine.secrets().put(&name, &Secret::new(text)).expect("memory");
        }
        self
    }

    pub(super) fn run(&self, line: &Line, more: &str) -> Ended {
        let path = |name: &str| self.files.path().join(name).display().to_string();
        let text = line.text.replace("{secret}", &path("webhook")).replace("{file}", &path("client"));
        let text = text.replace("{rows}", &self.machine.home().join("rows.csv").display().to_string());
        let text = text.replace("{home}", &self.machine.home().display().to_string());
        let text = format!("{} {more}", text.replace("{key}", KEY));
        let stdin = match line.stdin {
            Stdin::Nothing => "",
            Stdin::ClientSecret => CLIENT_SECRET,
            Stdin::Token => TOKEN,
            Stdin::Field => FIELD,
            Stdin::Body => r#"{"event":"sync.finished"}"#,
        };
        self.machine.run_with(&text, stdin, [])
    }

    /// Fails if a secret is in what a line printed, or in any file.
    fn hunt(&self, ended: &[(&Line, Ended)]) {
        let given = self.tap.given();
        let hunt = SecretSearch::for_all(ALL.into_iter().chain(given.iter().map(String::as_str)));
        for (line, ended) in ended {
            let stdout = hunt.find(ended.stdout.as_bytes());
            if line.reveals() && ended.exit == Exit::Ok {
                assert!(stdout.is_some(), "{}: it was asked for the secret", line.text);
            } else {
                assert_eq!(stdout, None, "{}: stdout:\n{}", line.text, ended.stdout);
            }
            assert_eq!(hunt.find(ended.stderr.as_bytes()), None, "{}: stderr:\n{}", line.text, ended.stderr);
        }
        assert_eq!(hunt.find_below(self.machine.home()), [], "files");
    }
}

#[test]
fn where_all_is_well() {
    let ground = Scene::new();
    let mut all = Vec::new();
    for line in REMOTE.iter().chain(LOCAL) {
        let ended = ground.run(line, "-vv");
        assert_eq!(ended.exit, line.exit, "{}: {}", line.text, ended.all());
        all.push((line, ended));
    }
    assert!(ground.tap.given().len() > 4, "tokens were given out: {}", ground.tap.given().len());
    assert!(ground.machine.home().join("state/journal.db").exists(), "requests were noted");
    assert!(ground.machine.home().join("data/sandbox.db").exists(), "the sandbox was used");
    ground.hunt(&all);
}

#[test]
fn where_the_platform_fails() {
    for mood in [Mood::Status(401), Mood::Status(429), Mood::Status(500), Mood::Garbage, Mood::Silent] {
        let ground = Scene::new().with_environment().with_keyring();
        ground.tap.set(mood);
        let run = |line| (line, ground.run(line, "-vv -o json --retries 1 --timeout 50ms"));
        let ended: Vec<_> = REMOTE.iter().map(run).collect();
        let failed = ended.iter().filter(|(_, ended)| ended.exit != Exit::Ok).count();
        assert!(failed > 20, "{mood:?}: {failed} of {} failed", ended.len());
        ground.hunt(&ended);
    }
}

#[test]
fn where_nobody_is() {
    let ground = Scene::new().with_keyring();
    let run = |line| (line, ground.run(line, "-vv --retries 1 --server http://127.0.0.1:9"));
    let ended: Vec<_> = REMOTE.iter().map(run).collect();
    ground.hunt(&ended);
}

#[test]
fn a_sandbox_keeps_nothing_of_what_is_live() {
    let ground = Scene::new().with_environment();
    let lines = REMOTE.iter().filter(|line| !line.text.starts_with("profile") && !line.text.starts_with("log"));
    let mut ended: Vec<_> = lines.map(|line| (line, ground.run(line, "-vv --sandbox"))).collect();
    assert!(ended.iter().any(|(_, ended)| ended.exit == Exit::Ok), "{}", ended[0].1.all());
    // What the sandbox itself gave out opens nothing else; live secrets must not have stayed there.
    ended.retain(|(line, _)| !line.reveals());
    ground.hunt(&ended);
}

#[test]
fn an_encrypted_file_shows_nothing() {
    let ground = Scene::new();
    let machine = ground.machine.env("MAKINI_SECRETS_PASSPHRASE", PASSPHRASE).env("MAKINI_SECRET_STORE", "file");
    let ground = Scene { machine, ..ground };
    let login = ground.run(&REMOTE[0], "-vv").ok();
    assert!(ground.machine.home().join("config/secrets.age").exists());
    ground.hunt(&[(&REMOTE[0], login)]);
    ground.machine.run("credits").ok();
}

#[test]
fn a_secret_typed_into_the_command_line_is_not_repeated() {
    let ground = Scene::new();
    for line in ["login", "connections show", "webhooks verify", "api get", "sync watch --wait-time", "--profile", ""] {
        for secret in [TOKEN, CLIENT_SECRET, WEBHOOK] {
            for line in [
                format!("{line} {secret} -vv"),
                format!("{line} --token={secret}"),
                format!("{line} --secret {secret}"),
            ] {
                let ended = ground.machine.run(&line);
                assert_ne!(ended.exit, Exit::Ok, "{line}");
                let hunt = SecretSearch::for_all([secret]);
                assert_eq!(hunt.find(ended.stderr.as_bytes()), None, "{line}: {}", ended.stderr);
                assert_eq!(hunt.find(ended.stdout.as_bytes()), None, "{line}: {}", ended.stdout);
            }
        }
    }
}
