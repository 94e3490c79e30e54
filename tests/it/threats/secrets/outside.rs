//! What others see: a platform that proves nothing of itself, and the programs that are started on the way.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use axum::Router;
use axum::routing::any;
use makini::exit::Exit;

use super::lines::{REMOTE, Stdin};
use super::search::SecretSearch;
use super::{ALL, CLIENT_SECRET, PASSPHRASE, Scene};
use crate::support::served::Served;

#[test]
fn where_the_certificate_proves_nothing() {
    let asked = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&asked);
    let served = Served::untrusted(Router::new().fallback(any(move || {
        counted.fetch_add(1, Ordering::SeqCst);
        async { "{}" }
    })));
    let ground = Scene::new().with_environment().with_keyring();
    let more = format!("-vv --retries 0 --timeout 5s --server {}", served.url());
    let ended: Vec<_> = REMOTE.iter().map(|line| (line, ground.run(line, &more))).collect();
    let refused = ended.iter().filter(|(_, ended)| ended.stderr.contains("certificate")).count();
    assert!(refused > 20, "{refused} of {} saw the certificate", ended.len());
    assert_eq!(asked.load(Ordering::SeqCst), 0, "no request was sent to a stranger");
    ground.hunt(&ended);
}

/// Notes down its own arguments and environment, and keeps secrets in a place of its own.
#[cfg(target_os = "linux")]
const HELPER: &str = r#"
request=$(cat)
name=$(printf %s "$request" | sed 's/.*"name":"\([^"]*\)".*/\1/' | tr / _)
tr '\0' '\n' </proc/$$/cmdline >>"$0/seen"
tr '\0' '\n' </proc/$$/environ >>"$0/seen"
tr '\0' '\n' </proc/$PPID/cmdline >>"$0/seen"
case $1 in
get) if [ -e "$0/kept-$name" ]; then cat "$0/kept-$name"; else echo '{}'; fi ;;
store) printf %s "$request" >"$0/kept-$name" ;;
erase) if [ -e "$0/kept-$name" ]; then rm "$0/kept-$name"; else echo '{"erased":false}'; fi ;;
esac
"#;

#[cfg(target_os = "linux")]
#[test]
fn programs_that_are_started_see_no_secret_in_arguments_or_environment() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let script = folder.path().join("helper.sh");
    std::fs::write(&script, HELPER).expect("written");
    let place = folder.path().display();
    let helper = format!("sh -c '. {}' {place}", script.display());
    let ground = Scene::new();
    let machine = ground.machine.env("MAKINI_SECRET_STORE", "helper").env("MAKINI_SECRET_HELPER", helper);
    let machine = machine.env("PATH", "/usr/bin:/bin");
    let machine = machine.env("MAKINI_SECRETS_PASSPHRASE", PASSPHRASE).env("MAKINI_WEBHOOK_SECRET", super::WEBHOOK);
    let ground = Scene { machine, ..ground };
    let lines: Vec<_> = REMOTE.iter().filter(|line| line.stdin != Stdin::Token).take(16).collect();
    let ended: Vec<_> = lines.into_iter().map(|line| (line, ground.run(line, "-vv"))).collect();
    assert_eq!(ended[0].1.exit, Exit::Ok, "{}", ended[0].1.all());
    let seen = std::fs::read(folder.path().join("seen")).expect("the helper was asked");
    assert!(seen.windows(5).any(|word| word == b"store"), "{}", String::from_utf8_lossy(&seen));
    let given = ground.tap.given();
    assert_eq!(SecretSearch::for_all(ALL.into_iter().chain(given.iter().map(String::as_str))).find(&seen), None);
    // It did get them, on stdin.
    let kept: String = std::fs::read_dir(folder.path())
        .expect("a folder")
        .flatten()
        .filter(|entry| entry.file_name().to_string_lossy().starts_with("kept-"))
        .filter_map(|entry| std::fs::read_to_string(entry.path()).ok())
        .collect();
    assert!(kept.contains(CLIENT_SECRET) || given.iter().any(|given| kept.contains(given)), "nothing was kept");
    ground.hunt(&ended);
}
