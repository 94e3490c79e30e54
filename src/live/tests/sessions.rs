//! Whole sessions: a receiver, deliveries, and a person who waits for what is on the screen before each key.

use std::collections::VecDeque;
use std::io;
use std::net::SocketAddr;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::atomic::AtomicUsize;
use std::sync::{Mutex, mpsc};
use std::time::Duration;

use tokio::net::TcpListener;
use tokio::sync::{oneshot, watch};

use super::*;
use crate::exit::Exit;
use crate::inbox::Inbox;
use crate::inbox::forward::{Sender, Target};
use crate::inbox::receiver::{Options, Receiver};
use crate::inbox::store::{InboxOptions, MAX_BYTES};
use crate::live::event_loop::{Event, EventLoop, Surface};
use crate::live::reader::Signing;
use crate::live::{Components, Control, Recorder, RecordingVerifier, StopRequest, spawn};
use crate::secret::Secret;
use crate::term::canvas::Keys;
use crate::webhooks::sign::Stamp;
use crate::webhooks::{self, Config, Encoding, Scheme, SecretEncoding, Secrets};

/// One thing a person does.
enum Step {
    /// Waits until this is on the screen.
    Sees(&'static str),
    /// Waits until this is not on the screen any more.
    Misses(&'static str),
    Press(Key),
    Types(String),
    /// Does something elsewhere.
    Does(Box<dyn FnOnce() + Send>),
}

/// A person with a plan. One who waits for too long gives up: Ctrl-C, twice.
struct Person {
    plan: VecDeque<Step>,
    screen: Arc<Mutex<String>>,
    waited: u32,
    gave_up: Arc<Mutex<Option<String>>>,
}

impl Keys for Person {
    fn next(&mut self, _: Duration) -> io::Result<Option<Input>> {
        let screen = self.screen.lock().expect("no panic").clone();
        let ready = match self.plan.front() {
            Some(Step::Sees(text)) => screen.contains(text),
            Some(Step::Misses(text)) => !screen.contains(text),
            Some(_) => true,
            None => false,
        };
        if !ready {
            std::thread::sleep(Duration::from_millis(10));
            self.waited += 1;
            let hopeless = self.waited > 2_000 && !self.plan.is_empty();
            if hopeless {
                let step = match self.plan.front() {
                    Some(Step::Sees(text)) => format!("`{text}` did not come"),
                    Some(Step::Misses(text)) => format!("`{text}` did not go"),
                    _ => String::new(),
                };
                self.gave_up.lock().expect("no panic").get_or_insert(format!("{step}; on the screen was:\n{screen}"));
            }
            return Ok(hopeless.then_some(Input::Key(Key::Ctrl('c'))));
        }
        self.waited = 0;
        Ok(match self.plan.pop_front().expect("it is ready") {
            Step::Sees(_) | Step::Misses(_) => None,
            Step::Press(key) => Some(Input::Key(key)),
            Step::Types(text) => Some(Input::Paste(text)),
            Step::Does(work) => {
                work();
                None
            }
        })
    }
}

/// A screen that a person can look at.
struct TestSurface {
    terminal: Terminal<TestBackend>,
    screen: Arc<Mutex<String>>,
    frames: Arc<AtomicUsize>,
    copied: Arc<Mutex<Vec<String>>>,
    panicked: bool,
}

impl Surface for TestSurface {
    fn copy(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.copied.lock().expect("no panic").push(String::from_utf8_lossy(bytes).into_owned());
        Ok(())
    }

    fn page(&mut self, text: &str) -> Result<(), String> {
        self.copied.lock().expect("no panic").push(text.to_owned());
        Err("the pager `none` failed".into())
    }

    fn draw(&mut self, model: &Model) -> io::Result<()> {
        self.terminal.draw(|frame| paint(model, true, frame)).expect("painted");
        *self.screen.lock().expect("no panic") = text(self.terminal.backend());
        self.frames.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
        Ok(())
    }

    fn is_open(&self) -> bool {
        !self.panicked
    }

    fn has_panicked(&self) -> bool {
        self.panicked
    }
}

fn secrets() -> Secrets {
    Secrets::all([Secret::new("an old friend")], SecretEncoding::Utf8).expect("a secret")
}

/// Sends a delivery, signed with `config`, whose body is changed after that.
fn deliver(to: SocketAddr, config: &Config, body: &str, change: impl Fn(&str) -> String) {
    let stamp = Stamp { id: "msg_1", timestamp: "0" };
    let signed = webhooks::sign(config, &secrets(), body.as_bytes(), stamp).expect("signed");
    let mut headers = http::HeaderMap::new();
    for (name, value) in &signed.headers {
        let name: http::HeaderName = name.parse().expect("a name");
        headers.insert(name, value.parse().expect("a value"));
    }
    let target = Target::parse(&format!("http://{to}/"), &[]).expect("an address");
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    runtime.block_on(async {
        let sender = Sender::new(&Routes::default());
        sender.post(&target, headers, change(body), &Clock::system()).await;
    });
}

struct Ended {
    exit: Exit,
    screen: String,
    frames: usize,
    copied: Vec<String>,
    summary: String,
}

/// Runs a receiver and a view on it while a person follows a plan.
fn session(folder: &Path, routes: Routes, plan: impl FnOnce(SocketAddr) -> Vec<Step>) -> Ended {
    let runtime =
        tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().expect("a runtime");
    let clock = Clock::system();
    let path = folder.join("inbox.db");
    let inbox =
        Inbox::open(InboxOptions { place: path.clone().into(), max_bytes: MAX_BYTES }, &clock).expect("a good folder");
    let receiver_events = inbox.subscribe();
    let listener = runtime.block_on(TcpListener::bind("127.0.0.1:0")).expect("a free port");
    let address = listener.local_addr().expect("bound");
    let (config, buffer) = (Config::new(Scheme::Makini), RefusedBuffer::default());
    let verifier = Arc::new(RecordingVerifier {
        verifier: Arc::new(webhooks::Verifier::new(&config, &secrets())),
        signature: config.signature_header.clone(),
        buffer: buffer.clone(),
    });
    let screen = Arc::new(Mutex::new(String::new()));
    let frames = Arc::new(AtomicUsize::new(0));
    let copied: Arc<Mutex<Vec<String>>> = Arc::default();
    let gave_up = Arc::new(Mutex::new(None));
    let person =
        Person { plan: plan(address).into(), screen: Arc::clone(&screen), waited: 0, gave_up: Arc::clone(&gave_up) };
    let (request, requests) = watch::channel(StopRequest::None);
    let (events, came) = mpsc::channel();
    let forward = routes.handlers().first().map(|handler| handler.target.to_string());
    let format = TimeFormat { zone: TimeZone::UTC, now: clock.now() };
    let control = Control { requests: Some(requests), events: Some(events.clone()) };
    let components = Components {
        model: Model::new(Setup { routes: routes.clone(), ..setup(forward.as_deref()) }, format, (100, 30)),
        surface: TestSurface {
            terminal: Terminal::new(TestBackend::new(100, 30)).expect("a screen"),
            screen: Arc::clone(&screen),
            frames: Arc::clone(&frames),
            copied: Arc::clone(&copied),
            panicked: false,
        },
        keys: Box::new(person),
        clock,
        place: path.into(),
        newest: 0,
        recorder: Recorder { buffer, signing: Some(Signing { config, secrets: secrets() }) },
        request,
        events,
        came,
        runtime: runtime.handle().clone(),
    };
    let (stop, stopped) = oneshot::channel::<()>();
    let receiver = Receiver { inbox, verifier, routes, options: Options::default(), tls: None, caught_up: None };
    let receiving = runtime.spawn(receiver.run(listener, async {
        stopped.await.ok();
    }));
    let viewing = std::thread::spawn(move || components.run(receiver_events).expect("a screen"));
    let exit = runtime.block_on(async {
        let exit = control.stop().await;
        control.ending();
        drop(stop);
        receiving.await.expect("no panic").expect("drained");
        exit
    });
    let model = viewing.join().expect("no panic");
    let screen = screen.lock().expect("no panic").clone();
    if let Some(screen) = gave_up.lock().expect("no panic").take() {
        panic!("{screen}");
    }
    let summary: Vec<String> = model.summary().iter().map(|line| line.render(false)).collect();
    let frames = frames.load(std::sync::atomic::Ordering::Relaxed);
    let copied = copied.lock().expect("no panic").clone();
    Ended { exit, screen, frames, copied, summary: summary.join("\n") }
}

/// A handler that answers 200 to everything, and its address.
fn handler() -> String {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a free port");
    let address = listener.local_addr().expect("bound");
    listener.set_nonblocking(true).expect("a socket");
    std::thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        runtime.block_on(async {
            let listener = TcpListener::from_std(listener).expect("a socket");
            let router = axum::Router::new().fallback(async || "fine");
            let forever = std::future::pending();
            crate::serve::serve(listener, router, crate::serve::Limits::default(), forever).await.expect("served");
        });
    });
    format!("http://{address}/hook")
}

fn same(body: &str) -> String {
    body.to_owned()
}

#[test]
fn an_event_comes_is_looked_into_and_sent_again() {
    let folder = tempfile::tempdir().expect("a folder");
    let handler = handler();
    let ended = session(folder.path(), Routes::default(), |address| {
        let (makini, hex) =
            (Config::new(Scheme::Makini), Config { encoding: Encoding::Hex, ..Config::new(Scheme::Makini) });
        let good = makini.clone();
        vec![
            Step::Sees("No events yet."),
            Step::Does(Box::new(move || {
                deliver(address, &good, r#"{"id":"evt_1","event":"sync.completed","connection_id":"con_1"}"#, same);
            })),
            Step::Sees("received 1  verified 1"),
            Step::Does(Box::new(move || {
                deliver(address, &hex, r#"{"id":"evt_2","event":"assets.updated"}"#, same);
                deliver(address, &makini, r#"{"id":"evt_3","event":"assets.deleted"}"#, |body| body.replace('3', "4"));
            })),
            Step::Sees("refused 2"),
            Step::Sees("assets.deleted"),
            // What was refused last is on top.
            Step::Press(Key::Enter),
            Step::Sees("known mistakes makes it right"),
            Step::Press(Key::Char('J')),
            Step::Sees("hex"),
            Step::Sees("JavaScript"),
            Step::Press(Key::Char('J')),
            Step::Sees("evt_1"),
            Step::Press(Key::Char('r')),
            Step::Sees("send #1 to:"),
            Step::Press(Key::Ctrl('u')),
            Step::Types("http://203.0.113.9/".into()),
            Step::Press(Key::Enter),
            Step::Sees("is not this machine"),
            Step::Press(Key::Ctrl('u')),
            Step::Types(handler),
            Step::Press(Key::Enter),
            Step::Sees("#1 sent again: 200 in"),
            Step::Sees("replay   200 in"),
            Step::Press(Key::Esc),
            Step::Press(Key::Char('/')),
            Step::Types("con_1 is:verified".into()),
            Step::Press(Key::Enter),
            Step::Misses("assets.updated"),
            Step::Sees("sync.completed"),
            Step::Press(Key::Char('L')),
            Step::Sees("nothing waits"),
            Step::Sees("this one"),
            Step::Press(Key::Char('L')),
            Step::Press(Key::Char('o')),
            Step::Sees("the pager `none` failed"),
            Step::Press(Key::Char('q')),
        ]
    });
    assert_eq!(ended.exit, Exit::Ok);
    assert!(ended.summary.contains("1 event in the inbox, 2 requests refused"), "{}", ended.summary);
}

#[test]
fn a_handler_that_is_down_is_seen_and_tried_again() {
    let folder = tempfile::tempdir().expect("a folder");
    let free = std::net::TcpListener::bind("127.0.0.1:0").expect("free").local_addr().expect("bound");
    let routes = Routes::parse(&[], Some(&format!("http://{free}/")), &[]).expect("a route");
    let ended = session(folder.path(), routes, |address| {
        vec![
            Step::Does(Box::new(move || {
                deliver(address, &Config::new(Scheme::Makini), r#"{"id":"evt_1","event":"a.b"}"#, same);
            })),
            Step::Sees("try 1: no answer"),
            Step::Sees("handler fails: http://127.0.0.1:"),
            Step::Sees("failed 1"),
            Step::Press(Key::Char('R')),
            Step::Sees("forward 1 failed event again"),
            Step::Press(Key::Char('y')),
            Step::Sees("1 event put back into the queue"),
            Step::Press(Key::Ctrl('c')),
        ]
    });
    assert_eq!(ended.exit, Exit::Interrupted);
    assert!(ended.summary.contains("could not connect"), "{}", ended.summary);
}

#[test]
fn a_flood_is_painted_seldom_and_counted_fully() {
    let folder = tempfile::tempdir().expect("a folder");
    let ended = session(folder.path(), Routes::default(), |address| {
        vec![
            Step::Does(Box::new(move || {
                for number in 0..400 {
                    let body = format!(r#"{{"id":"evt_{number}","event":"a.b"}}"#);
                    deliver(address, &Config::new(Scheme::Makini), &body, same);
                }
            })),
            Step::Sees("received 400  verified 400"),
            Step::Press(Key::End),
            Step::Sees(" 1  a.b"),
            Step::Press(Key::Char('q')),
        ]
    });
    assert!(ended.frames < 400, "{} frames", ended.frames);
    assert!(ended.screen.contains("ending"), "{}", ended.screen);
}

/// Runs an event loop without a receiver until a panic of another thread reaches it, and returns what that panicked with.
fn event_loop_panics(panicked: bool, events: &mpsc::Receiver<Event>) -> Box<dyn std::any::Any + Send> {
    let clock = Clock::system();
    let format = TimeFormat { zone: TimeZone::UTC, now: clock.now() };
    let terminal = Terminal::new(TestBackend::new(100, 30)).expect("a screen");
    let surface =
        TestSurface { terminal, screen: Arc::default(), frames: Arc::default(), copied: Arc::default(), panicked };
    let model = Model::new(setup(None), format, (100, 30));
    let event_loop = EventLoop { model, surface, changes: ChangeBuffer::new(), clock, act: drop };
    catch_unwind(AssertUnwindSafe(|| event_loop.run(events))).expect_err("the panic goes on")
}

#[test]
fn a_panic_of_another_thread_ends_the_view_as_a_panic() {
    let (events, received) = mpsc::channel();
    spawn("inbox reader", &events, || panic!("a defect")).expect("a thread");
    assert_eq!(event_loop_panics(false, &received).downcast_ref::<&str>(), Some(&"a defect"));
    // Of a thread that the view does not own, only that it panicked is known.
    event_loop_panics(true, &received);
}

#[test]
fn a_body_is_copied_and_a_connection_waits_while_it_is_paused() {
    let folder = tempfile::tempdir().expect("a folder");
    let handler = Target::parse("http://127.0.0.1:9/hook", &[]).expect("loopback");
    let body = |id: &str| format!(r#"{{"id":"{id}","event":"a.b","connection_id":"con_1"}}"#);
    let ended = session(folder.path(), Routes::to(handler), |address| {
        let send = move |id: &'static str| {
            Step::Does(Box::new(move || deliver(address, &Config::new(Scheme::Makini), &body(id), same)))
        };
        vec![
            send("evt_1"),
            Step::Sees("received 1  verified 1"),
            Step::Press(Key::Char('P')),
            Step::Sees("paused    con_1"),
            Step::Press(Key::Char('y')),
            Step::Sees("the body of #1"),
            Step::Press(Key::Char('Y')),
            Step::Sees("the ID (5 B)"),
            Step::Press(Key::Char('P')),
            Step::Sees("resumed: con_1"),
            Step::Misses("paused    con_1"),
            Step::Press(Key::Char('q')),
        ]
    });
    assert_eq!(ended.copied, [body("evt_1"), "evt_1".to_owned()]);
}
