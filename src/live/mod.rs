//! The live view: everything in the inbox on one screen, what comes as it comes.
//!
//! | I want to change | look in |
//! |---|---|
//! | what a key does | `keys` |
//! | what the filter line understands | `find` |
//! | what is on the screen, where | `layout`; how it looks: `draw` |
//! | what is shown about one event | `detail` |
//! | what the screen is made of, and what changes it | `model` |
//!
//! Nothing here is on the receiver's way. One thread sums up what is told, one reads the inbox, one waits for keys, and
//! one owns the state and paints it. What is shown comes from the disk: what is told only says that it is time to look.

mod changes;
mod detail;
mod draw;
mod event_loop;
mod find;
mod format;
mod keys;
mod layout;
mod line_edit;
mod list;
mod model;
mod pretty;
mod reader;
mod refused;
#[cfg(test)]
mod tests;

use std::io;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Sender};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

use tokio::runtime::Handle;
use tokio::sync::broadcast::Receiver as Notices;
use tokio::sync::watch;

use jiff::tz::TimeZone;

use crate::blocking;
use crate::clock::{Clock, Zone};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::inbox::forward::{Routes, Target};
use crate::inbox::query::{Replayer, Store};
use crate::inbox::{Inbox, Notice, Verifier};
use crate::term::Term;
use crate::term::canvas::{Canvas, Keyboard, Keys};
use crate::webhooks::{Config, Secrets};
use changes::{Follower, Pulses};
use event_loop::{Event, Painted, Session, Surface};
use format::Look;
use model::{Effect, Message, Setting, State};
use reader::{Ask, Interrupter, Reader, Signing};
use refused::{Stash, Witness};

/// How often the thread that waits for keys looks whether it is still wanted.
const GLANCE: Duration = Duration::from_millis(100);

/// What a view shows beside the inbox, and what it is made of.
pub struct Options {
    /// The terminal whose screen is taken.
    pub term: Term,
    /// The time.
    pub clock: Clock,
    /// The time zone that times are shown in.
    pub zone: Zone,
    /// What is verified, for the head of the screen.
    pub verifies: String,
    /// Whether signatures are not verified, which is shown as a warning.
    pub unsigned: bool,
    /// Which events are forwarded where, one line each.
    pub forwards: Vec<String>,
    /// The same, to find where an event is sent again.
    pub routes: Routes,
    /// Other machines that events may be sent to.
    pub allow_host: Vec<String>,
}

/// What the person at the view wants of the receiver.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Wish {
    Nothing,
    Stop(Exit),
    StopAtOnce,
}

/// A view that is prepared: the receiver's verifier goes through it, so that what is refused can be explained.
pub struct Prepared {
    stash: Stash,
    signing: Option<Signing>,
}

impl Prepared {
    /// Prepares a view on what `verifier` refuses.
    pub fn new(verifier: Arc<dyn Verifier>, config: Config, secrets: Option<Secrets>) -> (Self, Arc<dyn Verifier>) {
        let stash = Stash::default();
        let signature = config.signature_header.clone();
        let prepared = Self { stash: stash.clone(), signing: secrets.map(|secrets| Signing { config, secrets }) };
        (prepared, Arc::new(Witness { verifier, signature, stash }))
    }
}

/// A view on the screen. Dropping it gives the screen back.
pub struct Live {
    canvas: Canvas,
    parts: Parts<Painted>,
    wishes: watch::Receiver<Wish>,
    term: Term,
}

impl Live {
    /// Takes the screen.
    ///
    /// # Errors
    /// When the terminal refuses, or the inbox cannot be read.
    pub async fn open(options: Options, prepared: Prepared, inbox: &Inbox) -> Result<Self, Failure> {
        let Options { term, clock, zone, verifies, unsigned, forwards, routes, allow_host } = options;
        let path = inbox.path().to_owned();
        let newest = blocking::run(move || Store::read(&path)?.newest()).await?;
        let (events, came) = mpsc::channel();
        let said = Mutex::new(events.clone());
        let canvas = Canvas::open(&term, move |text| {
            let said = said.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
            said.send(Event::Message(Message::Said(text.to_owned()))).ok();
        })
        .map_err(|error| no_terminal(&error))?;
        let screen = canvas.screen().map_err(|error| no_terminal(&error))?;
        let size = screen.size().map_err(|error| no_terminal(&error))?;
        let (wish, wishes) = watch::channel(Wish::Nothing);
        let setting = Setting { verifies, unsigned, forwards, routes, allow_host };
        let look = Look { zone: TimeZone::clone(&zone), now: clock.now() };
        let parts = Parts {
            state: State::new(setting, look, size),
            surface: Painted { screen, color: term.color_stdout() },
            keys: Box::new(Keyboard),
            clock,
            path: inbox.path().to_owned(),
            newest,
            prepared,
            wish,
            events,
            came,
            runtime: Handle::current(),
        };
        Ok(Self { canvas, parts, wishes, term })
    }

    /// Returns how the receiver and the person at the view hear of each other.
    pub fn wires(&self) -> Wires {
        Wires { wishes: Some(self.wishes.clone()), events: Some(self.parts.events.clone()) }
    }

    /// Shows what happens until the receiver has ended; then gives the screen back and says how it went.
    ///
    /// # Errors
    /// When the screen is gone.
    pub async fn run(self, notices: Notices<Arc<Notice>>) -> Result<(), Failure> {
        let Self { canvas, parts, term, .. } = self;
        let ended = blocking::run(move || parts.run(notices).map_err(|error| no_terminal(&error))).await;
        canvas.close();
        for line in ended?.summary() {
            term.status(line);
        }
        Ok(())
    }
}

fn no_terminal(error: &io::Error) -> Failure {
    if error.kind() == io::ErrorKind::BrokenPipe {
        return Failure::new(Exit::Local, "the terminal went away");
    }
    Failure::new(Exit::Local, format!("the terminal cannot be used: {error}"))
        .hint("`--view lines` prints what happens")
}

/// How the receiver and the person at a view hear of each other; there need not be a view.
pub struct Wires {
    wishes: Option<watch::Receiver<Wish>>,
    events: Option<Sender<Event>>,
}

impl Wires {
    /// No view.
    pub fn none() -> Self {
        Self { wishes: None, events: None }
    }

    /// Returns how to end, once a person wants that.
    pub async fn stop(&self) -> Exit {
        match self.wish(|wish| *wish != Wish::Nothing).await {
            Wish::Stop(exit) => exit,
            Wish::Nothing | Wish::StopAtOnce => Exit::Interrupted,
        }
    }

    /// Returns once a person wants an end without waiting for anything.
    pub async fn stop_at_once(&self) {
        self.wish(|wish| *wish == Wish::StopAtOnce).await;
    }

    async fn wish(&self, wanted: impl FnMut(&Wish) -> bool) -> Wish {
        if let Some(wishes) = &self.wishes
            && let Ok(wish) = wishes.clone().wait_for(wanted).await
        {
            return *wish;
        }
        std::future::pending().await
    }

    /// Tells the view that the receiver ends.
    pub fn ending(&self) {
        if let Some(events) = &self.events {
            events.send(Event::Message(Message::Ending)).ok();
        }
    }
}

/// All that a view is made of.
struct Parts<S> {
    state: State,
    surface: S,
    keys: Box<dyn Keys>,
    clock: Clock,
    /// The inbox.
    path: PathBuf,
    /// The newest arrival number in it.
    newest: i64,
    prepared: Prepared,
    wish: watch::Sender<Wish>,
    events: Sender<Event>,
    came: mpsc::Receiver<Event>,
    runtime: Handle,
}

impl<S: Surface> Parts<S> {
    /// Runs until there are no more notices.
    fn run(self, notices: Notices<Arc<Notice>>) -> io::Result<State> {
        let Self { state, surface, keys, clock, path, newest, prepared, wish, events, came, runtime } = self;
        let pulses = Pulses::new();
        let follower =
            Follower { pulses: pulses.clone(), stash: prepared.stash, clock: clock.clone(), newest, refused: 0 };
        let told = events.clone();
        spawn("notices", move || {
            follower.run(notices, || drop(told.send(Event::Pulse)));
            told.send(Event::Over).ok();
        })?;
        let (asks, asked) = mpsc::channel();
        let interrupter = Interrupter::default();
        let answers = events.clone();
        let reader = Reader {
            path: path.clone(),
            clock: clock.clone(),
            signing: prepared.signing,
            interrupter: interrupter.clone(),
            answer: move |answer| drop(answers.send(Event::Message(Message::Answer(answer)))),
        };
        spawn("inbox reader", move || reader.run(&asked))?;
        let wanted = Arc::new(AtomicBool::new(true));
        let (typed, looked) = (events.clone(), Arc::clone(&wanted));
        let keyboard = spawn("keys", move || listen(keys, &typed, &looked))?;
        let act = Actor { asks, interrupter, wish, events, path: path.clone(), clock: clock.clone(), runtime };
        let ended = Session { state, surface, pulses, clock, act: |effect| act.act(effect) }.run(&came);
        // What is typed from here on is for whoever has the terminal next.
        wanted.store(false, Ordering::Relaxed);
        keyboard.join().ok();
        let mut state = ended?;
        // The last count may be from before the last event.
        state.tally = Store::read(&path).and_then(|store| store.tally()).unwrap_or(state.tally);
        Ok(state)
    }
}

fn spawn(name: &str, work: impl FnOnce() + Send + 'static) -> io::Result<thread::JoinHandle<()>> {
    thread::Builder::new().name(name.to_owned()).spawn(work)
}

/// Hands on keys while they are wanted.
fn listen(mut keys: Box<dyn Keys>, events: &Sender<Event>, wanted: &AtomicBool) {
    while wanted.load(Ordering::Relaxed) {
        match keys.next(GLANCE) {
            Ok(Some(input)) => drop(events.send(Event::Message(Message::Input(input)))),
            Ok(None) => {}
            Err(error) => {
                events.send(Event::Message(Message::Said(format!("no more keys can be read: {error}")))).ok();
                return;
            }
        }
    }
}

/// Does what the state asks for.
struct Actor {
    asks: Sender<Ask>,
    interrupter: Interrupter,
    wish: watch::Sender<Wish>,
    events: Sender<Event>,
    path: PathBuf,
    clock: Clock,
    runtime: Handle,
}

impl Actor {
    fn act(&self, effect: Effect) {
        match effect {
            Effect::Ask(ask) => drop(self.asks.send(ask)),
            Effect::Interrupt => self.interrupter.interrupt(),
            Effect::Replay(number, target) => self.replay(number, target),
            Effect::Stop(exit) => drop(self.wish.send_replace(Wish::Stop(exit))),
            Effect::StopAtOnce => drop(self.wish.send_replace(Wish::StopAtOnce)),
        }
    }

    fn replay(&self, number: i64, target: Target) {
        let (path, clock, events) = (self.path.clone(), self.clock.clone(), self.events.clone());
        self.runtime.spawn(async move {
            let opened = blocking::run(move || Replayer::open(&path, target, &clock)).await;
            let result = match opened {
                Ok(replayer) => replayer.send(number).await.map_err(Failure::from),
                Err(error) => Err(error.into()),
            };
            let result = result.map_err(|failure| failure.cause.to_string());
            events.send(Event::Message(Message::Replayed(number, result))).ok();
        });
    }
}
