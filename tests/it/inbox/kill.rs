//! The receiver is killed at random under load, again and again. What it acknowledged is there.
//!
//! Each round starts a receiver as a process of its own, sends numbered events in a shuffled order with one in ten
//! repeated, and kills it (SIGKILL) after 20 to 300 ms. `MAKINI_KILL_ROUNDS` says how many rounds; without it there
//! are few.

use std::collections::HashMap;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use makini::inbox::forward::{Routes, Target};
use makini::inbox::query::{Filter, ForwardState, Store};
use makini::inbox::verify::Unsigned;
use tokio::io::{AsyncBufReadExt as _, AsyncReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::net::TcpStream;

use super::receiver::{Handler, PATIENCE, RunningReceiver, event, open, place, unsigned, until};

const FOLDER: &str = "MAKINI_TEST_KILL_FOLDER";
const TARGET: &str = "MAKINI_TEST_KILL_TARGET";
const ROUNDS: &str = "MAKINI_KILL_ROUNDS";
/// Senders at one moment.
const SENDERS: usize = 32;
/// Events of a round: more than a receiver takes before it is killed late.
const EVENTS: usize = 400;

#[expect(clippy::disallowed_methods, reason = "how a test speaks to the process it starts")]
fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok()
}

/// Not a test by itself: what the killed process runs.
#[test]
#[ignore = "run by the test below, in a process of its own"]
fn receiver_process() {
    let Some(folder) = variable(FOLDER).map(PathBuf::from) else { return };
    let target = Target::parse(&variable(TARGET).expect("set beside the folder"), &[]).expect("loopback");
    let mut routes = Routes::to(target);
    routes.retry.first = Duration::from_millis(5);
    let runtime =
        tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().expect("a runtime");
    runtime.block_on(async {
        let rig = RunningReceiver::with(open(&folder), unsigned(), routes, Arc::new(Unsigned)).await;
        // A reader must never see half an address.
        std::fs::write(folder.join("address.new"), rig.address.to_string()).expect("written");
        std::fs::rename(folder.join("address.new"), folder.join("address")).expect("renamed");
        // It lives no longer than the test, even if that is what is killed.
        let mut held = Vec::new();
        tokio::io::stdin().read_to_end(&mut held).await.ok();
        drop(rig);
    });
}

/// A receiver that is killed when it is dropped.
pub(super) struct Victim(pub(super) Child);

impl Victim {
    pub(super) async fn start(folder: &Path, handler: &Handler) -> (Self, SocketAddr) {
        let ready = folder.join("address");
        std::fs::remove_file(&ready).ok();
        let child = Command::new(std::env::current_exe().expect("this test"))
            .args(["--ignored", "--exact", &format!("{}::receiver_process", module_path!().trim_start_matches("it::"))])
            .env(FOLDER, folder)
            .env(TARGET, format!("http://{}/", handler.address))
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::inherit())
            .spawn()
            .expect("it starts");
        let victim = Self(child);
        until("the receiver is ready", || ready.exists()).await;
        let address = std::fs::read_to_string(&ready).expect("readable").parse().expect("an address");
        (victim, address)
    }
}

impl Drop for Victim {
    fn drop(&mut self) {
        self.0.kill().expect("it is ours to kill");
        self.0.wait().expect("it is our child");
    }
}

/// What was sent, and what was acknowledged.
#[derive(Default)]
struct Book {
    bodies: HashMap<String, String>,
    acknowledged: HashMap<String, usize>,
}

/// Sends over one kept connection until the list is empty or the other end is gone.
async fn sender(address: SocketAddr, list: Arc<Mutex<Vec<String>>>, book: Arc<Mutex<Book>>) -> Option<()> {
    let mut stream = BufReader::new(TcpStream::connect(address).await.ok()?);
    loop {
        let id = list.lock().expect("no panic").pop()?;
        let body = book.lock().expect("no panic").bodies[&id].clone();
        let request = format!("POST /h HTTP/1.1\r\nHost: localhost\r\nContent-Length: {}\r\n\r\n{body}", body.len());
        stream.write_all(request.as_bytes()).await.ok()?;
        let (mut status, mut length) = (0, 0);
        loop {
            let mut line = String::new();
            if stream.read_line(&mut line).await.ok()? == 0 {
                return None;
            }
            if let Some(rest) = line.strip_prefix("HTTP/1.1 ") {
                status = rest[..3].parse::<u16>().ok()?;
            } else if let Some(rest) = line.strip_prefix("content-length: ") {
                length = rest.trim().parse::<usize>().ok()?;
            } else if line == "\r\n" {
                break;
            }
        }
        if status == 200 {
            *book.lock().expect("no panic").acknowledged.entry(id).or_default() += 1;
        }
        let mut rest = vec![0; length];
        stream.read_exact(&mut rest).await.ok()?;
    }
}

/// Waits until nothing is pending. After many rounds that is much, so what counts is that it goes on.
async fn finish(rig: &RunningReceiver, handler: &Handler) {
    let pending = Filter { state: Some(ForwardState::Pending), limit: Some(1), ..Filter::default() };
    let reader = Store::open_read_only(&rig.place).expect("readable");
    let is_done = || reader.numbers(&pending).expect("listed").is_empty();
    while !is_done() {
        let before = handler.total();
        until("a delivery, or the end", || handler.total() > before || is_done()).await;
    }
}

fn delivered(folder: &Path) -> Vec<i64> {
    let filter = Filter { state: Some(ForwardState::Delivered), ..Filter::default() };
    Store::open_read_only(&place(folder).place).expect("readable").numbers(&filter).expect("listed")
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_acknowledged_event_survives_and_none_is_delivered_again() {
    let rounds = variable(ROUNDS).and_then(|rounds| rounds.parse().ok()).unwrap_or(15);
    let Some(folder) = super::backend::folder() else { return };
    let handler = Handler::start().await;
    let book = Arc::new(Mutex::new(Book::default()));
    let mut settled: HashMap<i64, usize> = HashMap::new();
    let mut cut_off = 0;
    for round in 0..rounds {
        let (victim, address) = Victim::start(folder.path(), &handler).await;
        let mut list: Vec<String> = Vec::new();
        for n in 0..EVENTS {
            let id = format!("evt-{round}-{n}");
            let padding = "x".repeat(fastrand::usize(..2000));
            let body =
                event(&id, &format!("c{}", n % 20), n).replace("\"body\":[", &format!("\"body\":[\"{padding}\","));
            book.lock().expect("no panic").bodies.insert(id.clone(), body);
            list.push(id.clone());
            if n % 10 == 0 {
                list.push(id);
            }
        }
        // A sender repeats what was not acknowledged the last time.
        let open: Vec<String> = {
            let book = book.lock().expect("no panic");
            book.bodies.keys().filter(|id| !book.acknowledged.contains_key(*id)).take(100).cloned().collect()
        };
        list.extend(open);
        fastrand::shuffle(&mut list);
        let list = Arc::new(Mutex::new(list));
        let senders: Vec<_> =
            (0..SENDERS).map(|_| tokio::spawn(sender(address, Arc::clone(&list), Arc::clone(&book)))).collect();
        // When it is killed is the one thing that is left to chance here.
        tokio::time::sleep(Duration::from_millis(fastrand::u64(20..=300))).await;
        drop(victim);
        for sender in senders {
            tokio::time::timeout(PATIENCE, sender).await.expect("a dead receiver ends its senders").expect("no panic");
        }
        cut_off += usize::from(!list.lock().expect("no panic").is_empty());
        // What is on record as delivered now must never be seen by the handler again.
        let counts = handler.counts();
        for number in delivered(folder.path()) {
            let count = counts.get(&number).copied().unwrap_or(0);
            assert!(count > 0, "event {number} is on record as delivered, and the handler never saw it");
            assert_eq!(*settled.entry(number).or_insert(count), count, "event {number} was delivered again");
        }
    }
    assert!(cut_off > 0, "no round was cut off under load, so nothing was shown");

    // One that is not killed finishes the rest.
    let rig = RunningReceiver::with(open(folder.path()), unsigned(), handler.routes(), Arc::new(Unsigned)).await;
    assert!(rig.inbox.stale_owner().is_some() || rig.place.file().is_none(), "the crash was not noticed");
    finish(&rig, &handler).await;
    rig.stop().await;

    let mut stored: HashMap<String, (Vec<u8>, u64)> = HashMap::new();
    let store = Store::open_read_only(&place(folder.path()).place).expect("readable");
    store
        .export(&Filter::default(), |line| {
            let body = line.body.expect("UTF-8").into_bytes();
            assert_eq!(line.conflicts, 0, "{}", line.id);
            let other = stored.insert(line.id.clone(), (body, line.duplicates));
            assert!(other.is_none(), "`{}` is there twice", line.id);
            true
        })
        .expect("exported");
    let book = book.lock().expect("no panic");
    for (id, &times) in &book.acknowledged {
        let Some((body, duplicates)) = stored.get(id) else { panic!("`{id}` was acknowledged and is lost") };
        assert_eq!(body, book.bodies[id].as_bytes(), "{id}");
        assert!(*duplicates + 1 >= times as u64, "`{id}` was acknowledged {times} times, {duplicates} repeats counted");
    }
    let counts = handler.counts();
    for (number, count) in &settled {
        assert_eq!(counts[number], *count, "event {number} was delivered again after its 2xx was on record");
    }
    for number in delivered(folder.path()) {
        assert!(counts[&number] > 0, "event {number} was never delivered");
    }
    eprintln!(
        "{rounds} kills, {cut_off} under load: {} sent, {} acknowledged, {} stored, {} settled deliveries",
        book.bodies.len(),
        book.acknowledged.len(),
        stored.len(),
        settled.len()
    );
}
