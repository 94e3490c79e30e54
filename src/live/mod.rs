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
//! Nothing here delays the receiver. One thread sums up receiver events, one reads the inbox, one waits for keys, and
//! one owns the model and draws it. What is shown is read from the database: an event only triggers reading it again.

mod act_on;
mod changes;
mod detail;
mod draw;
mod event_loop;
mod find;
mod format;
mod keys;
mod lanes;
mod layout;
mod list;
mod model;
mod pretty;
mod reader;
mod refused;
mod summary;
#[cfg(test)]
mod tests;

use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Sender};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

use tokio::runtime::Handle;
use tokio::sync::broadcast::Receiver as Events;
use tokio::sync::watch;

use jiff::tz::TimeZone;

use crate::blocking;
use crate::clock::{Clock, Zone};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::inbox::forward::{Routes, Target};
use crate::inbox::query::{Replayer, Store};
use crate::inbox::{Inbox, Place, ReceiverEvent, Verifier};
use crate::term::Term;
use crate::term::canvas::{self, Canvas, Input, Key, Keyboard, Keys, Turn};
use crate::term::pager::Pager;
use crate::webhooks::{Config, Secrets};
use changes::{ChangeBuffer, EventFollower};
use event_loop::{Event, EventLoop, Surface, TerminalSurface};
use format::TimeFormat;
use model::{Effect, Message, Model, Setup};
use reader::{Interrupter, Query, Reader, Signing};
use refused::{RecordingVerifier, RefusedBuffer};

/// How often the thread that waits for keys checks whether the view has ended.
const GLANCE: Duration = Duration::from_millis(100);

/// What a view shows beside the inbox, and what it is made of.
pub struct Options {
    /// The terminal whose screen is taken.
    pub term: Term,
    /// The time.
    pub clock: Clock,
    /// The time zone that times are shown in.
    pub zone: Zone,
    /// The program that shows an event.
    pub pager: Pager,
    /// What is verified, for the head of the screen.
    pub verifies: String,
    /// Whether signatures are not verified, which is shown as a warning.
    pub unsigned: bool,
    /// How to have an event sent, in words.
    pub try_it: String,
    /// Which events are forwarded where, one line each.
    pub forwards: Vec<String>,
    /// The same, to find where an event is sent again.
    pub routes: Routes,
    /// Other machines that events may be sent to.
    pub allow_host: Vec<String>,
}

/// The request of the view to end the receiver.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum StopRequest {
    None,
    Stop(Exit),
    StopAtOnce,
}

/// Records what the receiver refuses, so that the view can explain it. Made before the view, because the receiver's
/// verifier goes through it.
pub struct Recorder {
    buffer: RefusedBuffer,
    signing: Option<Signing>,
}

impl Recorder {
    /// Prepares a view on what `verifier` refuses.
    pub fn new(verifier: Arc<dyn Verifier>, config: Config, secrets: Option<Secrets>) -> (Self, Arc<dyn Verifier>) {
        let buffer = RefusedBuffer::default();
        let signature = config.signature_header.clone();
        let recorder = Self { buffer: buffer.clone(), signing: secrets.map(|secrets| Signing { config, secrets }) };
        (recorder, Arc::new(RecordingVerifier { verifier, signature, buffer }))
    }
}

/// A view on the screen. Dropping it gives the screen back.
pub struct Live {
    canvas: Canvas,
    components: Components<TerminalSurface>,
    requests: watch::Receiver<StopRequest>,
    term: Term,
}

impl Live {
    /// Takes the screen.
    ///
    /// # Errors
    /// When the terminal refuses, or the inbox cannot be read.
    pub async fn open(options: Options, recorder: Recorder, inbox: &Inbox) -> Result<Self, Failure> {
        let Options { term, clock, zone, pager, verifies, unsigned, try_it, forwards, routes, allow_host } = options;
        let turn = Turn::default();
        let place = inbox.place().clone();
        let newest = blocking::run(move || Store::open_read_only(&place)?.newest()).await?;
        let (events, came) = mpsc::channel();
        let (messages, again) = (Mutex::new(events.clone()), events.clone());
        let canvas = Canvas::open(
            &term,
            move |text| {
                let messages = messages.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
                messages.send(Event::Message(Message::Log(text.to_owned()))).ok();
            },
            move || drop(again.send(Event::Changed)),
        )
        .map_err(|error| no_terminal(&error))?;
        let screen = canvas.screen().map_err(|error| no_terminal(&error))?;
        let size = screen.size().map_err(|error| no_terminal(&error))?;
        let (request, requests) = watch::channel(StopRequest::None);
        let repeated = term.options().repeated.clone();
        let setup = Setup { verifies, unsigned, try_it, forwards, routes, allow_host, repeated };
        let format = TimeFormat { zone: TimeZone::clone(&zone), now: clock.now() };
        let components = Components {
            model: Model::new(setup, format, size),
            surface: TerminalSurface { screen, color: term.color_stdout(), pager, turn: turn.clone() },
            keys: Box::new(Keyboard(turn)),
            clock,
            place: inbox.place().clone(),
            newest,
            recorder,
            request,
            events,
            came,
            runtime: Handle::current(),
        };
        Ok(Self { canvas, components, requests, term })
    }

    /// Returns the connection between receiver and view.
    pub fn control(&self) -> Control {
        Control { requests: Some(self.requests.clone()), events: Some(self.components.events.clone()) }
    }

    /// Runs the view until the receiver has ended; then gives the screen back and prints a summary.
    ///
    /// # Errors
    /// When the screen is gone.
    pub async fn run(self, receiver_events: Events<Arc<ReceiverEvent>>) -> Result<(), Failure> {
        let Self { canvas, components, term, .. } = self;
        let ended = blocking::run(move || components.run(receiver_events).map_err(|error| no_terminal(&error))).await;
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

/// The connection between a receiver and its view, if it has one: each can end the other.
pub struct Control {
    requests: Option<watch::Receiver<StopRequest>>,
    events: Option<Sender<Event>>,
}

impl Control {
    /// No view.
    pub fn none() -> Self {
        Self { requests: None, events: None }
    }

    /// Waits for the request to end, and returns its exit code.
    pub async fn stop(&self) -> Exit {
        match self.request(|request| *request != StopRequest::None).await {
            StopRequest::Stop(exit) => exit,
            StopRequest::None | StopRequest::StopAtOnce => Exit::Interrupted,
        }
    }

    /// Waits for the request to end without draining.
    pub async fn stop_at_once(&self) {
        self.request(|request| *request == StopRequest::StopAtOnce).await;
    }

    async fn request(&self, wanted: impl FnMut(&StopRequest) -> bool) -> StopRequest {
        if let Some(requests) = &self.requests
            && let Ok(request) = requests.clone().wait_for(wanted).await
        {
            return *request;
        }
        std::future::pending().await
    }

    /// Notifies the view that the receiver ends.
    pub fn ending(&self) {
        if let Some(events) = &self.events {
            events.send(Event::Message(Message::Ending)).ok();
        }
    }
}

/// The parts of a view.
struct Components<S> {
    model: Model,
    surface: S,
    keys: Box<dyn Keys>,
    clock: Clock,
    /// The inbox.
    place: Place,
    /// The newest arrival number in it.
    newest: i64,
    recorder: Recorder,
    request: watch::Sender<StopRequest>,
    events: Sender<Event>,
    came: mpsc::Receiver<Event>,
    runtime: Handle,
}

impl<S: Surface> Components<S> {
    /// Runs until there are no more receiver events.
    fn run(self, receiver_events: Events<Arc<ReceiverEvent>>) -> io::Result<Model> {
        let Self { model, surface, keys, clock, place, newest, recorder, request, events, came, runtime } = self;
        let changes = ChangeBuffer::new();
        let follower = EventFollower {
            changes: changes.clone(),
            buffer: recorder.buffer,
            clock: clock.clone(),
            newest,
            refused: 0,
        };
        let changed = events.clone();
        spawn("receiver events", &events, move || {
            follower.run(receiver_events, || drop(changed.send(Event::Changed)));
            changed.send(Event::Ended).ok();
        })?;
        let (queries, received) = mpsc::channel();
        let interrupter = Interrupter::default();
        let replies = events.clone();
        let reader = Reader {
            place: place.clone(),
            clock: clock.clone(),
            signing: recorder.signing,
            interrupter: interrupter.clone(),
            reply: move |reply| drop(replies.send(Event::Message(Message::Reply(reply)))),
        };
        spawn("inbox reader", &events, move || reader.run(&received))?;
        let wanted = Arc::new(AtomicBool::new(true));
        let (typed, running) = (events.clone(), Arc::clone(&wanted));
        let keyboard = spawn("keys", &events, move || listen(keys, &typed, &running))?;
        let routes = model.setup.routes.clone();
        let act = Actor {
            queries,
            interrupter,
            request,
            events,
            place: place.clone(),
            clock: clock.clone(),
            routes,
            runtime,
        };
        let ended = EventLoop { model, surface, changes, clock, act: |effect| act.act(effect) }.run(&came);
        // What is typed from here on belongs to the next program on the terminal.
        wanted.store(false, Ordering::Relaxed);
        keyboard.join().ok();
        let mut model = ended?;
        // The last count may be from before the last event.
        model.counts = Store::open_read_only(&place).and_then(|store| store.counts()).unwrap_or(model.counts);
        Ok(model)
    }
}

/// Starts a thread. A panic on it is sent to the event loop.
fn spawn(
    name: &str,
    events: &Sender<Event>,
    work: impl FnOnce() + Send + 'static,
) -> io::Result<thread::JoinHandle<()>> {
    let events = events.clone();
    thread::Builder::new().name(name.to_owned()).spawn(move || {
        if let Err(panic) = catch_unwind(AssertUnwindSafe(work)) {
            events.send(Event::Panicked(panic)).ok();
        }
    })
}

/// Hands on keys while they are wanted.
fn listen(mut keys: Box<dyn Keys>, events: &Sender<Event>, wanted: &AtomicBool) {
    while wanted.load(Ordering::Relaxed) {
        match keys.next(GLANCE) {
            Ok(Some(Input::Key(Key::Ctrl('z')))) => canvas::suspend(),
            Ok(Some(input)) => drop(events.send(Event::Message(Message::Input(input)))),
            Ok(None) => {}
            Err(error) => {
                events.send(Event::Message(Message::Log(format!("no more keys can be read: {error}")))).ok();
                return;
            }
        }
    }
}

/// Carries out effects.
struct Actor {
    queries: Sender<Query>,
    interrupter: Interrupter,
    request: watch::Sender<StopRequest>,
    events: Sender<Event>,
    place: Place,
    clock: Clock,
    routes: Routes,
    runtime: Handle,
}

impl Actor {
    fn act(&self, effect: Effect) {
        match effect {
            Effect::Query(query) => drop(self.queries.send(query)),
            Effect::Interrupt => self.interrupter.interrupt(),
            Effect::Replay(number, target) => self.replay(number, target),
            // The event loop does that: it has the screen.
            Effect::Copy(_) | Effect::Page(_) => {}
            Effect::Stop(exit) => drop(self.request.send_replace(StopRequest::Stop(exit))),
            Effect::StopAtOnce => drop(self.request.send_replace(StopRequest::StopAtOnce)),
        }
    }

    fn replay(&self, number: i64, target: Option<Target>) {
        let (place, clock, events) = (self.place.clone(), self.clock.clone(), self.events.clone());
        let mut routes = self.routes.clone();
        if let Some(target) = target {
            let network = routes.network;
            routes = Routes::to(target);
            routes.network = network;
        }
        self.runtime.spawn(async move {
            let opened = blocking::run(move || Replayer::open(&place, routes, &clock)).await;
            let result = match opened {
                Ok(replayer) => replayer.send(number).await.map_err(Failure::from),
                Err(error) => Err(error.into()),
            };
            let result = result.map_err(|failure| failure.cause.to_string());
            events.send(Event::Message(Message::Replayed(number, result))).ok();
        });
    }
}
