//! Progress: bars and spinners on a terminal, plain lines elsewhere, nothing with `--quiet`.
//!
//! Nothing appears before work has taken a while ([`Pace::patience`]), and nothing stays on the screen afterwards but
//! the final lines that [`Bar::done`] and [`Bar::failed`] print. All of it is drawn by one thread, so work that blocks
//! does not freeze it; off a terminal the same thread prints a line for each unfinished bar every few seconds.

mod line;

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Condvar, Mutex, Weak};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use indicatif::{MultiProgress, ProgressBar, ProgressDrawTarget};

use self::line::{Shape, style};
use super::sanitize::clean_to;
use super::screen::Screen;
use super::style::Line;
use super::{Term, lock};

/// When progress is shown.
#[derive(Clone, Copy, Debug)]
pub struct Pace {
    /// How long work may take before anything is drawn on a terminal.
    pub patience: Duration,
    /// How often it is drawn again.
    pub tick: Duration,
    /// How often a plain line is printed where there is no terminal.
    pub every: Duration,
}

impl Default for Pace {
    fn default() -> Self {
        Self { patience: Duration::from_millis(300), tick: Duration::from_millis(100), every: Duration::from_secs(5) }
    }
}

/// What a bar counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Items: rows, events, connections.
    Items,
    /// Bytes, shown in binary units.
    Bytes,
}

impl Unit {
    fn show(self, amount: u64) -> String {
        match self {
            Self::Items => indicatif::HumanCount(amount).to_string(),
            Self::Bytes => indicatif::BinaryBytes(amount).to_string(),
        }
    }
}

/// Several bars shown together. Dropping the last handle takes what is left off the screen.
#[derive(Clone)]
pub struct Progress(Arc<Group>);

/// One thing being worked on. Clones are the same bar; all of it may be called from any thread.
#[derive(Clone)]
pub struct Bar(Arc<State>);

pub(super) struct Group {
    term: Term,
    multi: MultiProgress,
    bars: Arc<Mutex<Vec<Arc<State>>>>,
    stop: Arc<(Mutex<bool>, Condvar)>,
    thread: Mutex<Option<JoinHandle<()>>>,
}

struct State {
    shape: Shape,
    position: AtomicU64,
    /// Zero if it is not known.
    total: AtomicU64,
    said: Arc<Mutex<String>>,
    ended: AtomicBool,
    drawn: ProgressBar,
    multi: MultiProgress,
    /// A bar may outlive its group in some task; the terminal it must not keep.
    term: Weak<super::Shared>,
}

impl Progress {
    pub(super) fn on(term: &Term) -> Self {
        let mut group = lock(&term.0.group);
        if let Some(shown) = group.upgrade() {
            return Self(shown);
        }
        let new = Arc::new(Group {
            term: term.clone(),
            multi: MultiProgress::with_draw_target(ProgressDrawTarget::hidden()),
            bars: Arc::default(),
            stop: Arc::default(),
            thread: Mutex::default(),
        });
        *group = Arc::downgrade(&new);
        Self(new)
    }

    /// Adds work without a known total.
    pub fn spinner(&self, label: &str) -> Bar {
        self.add(label, None, Unit::Items, true)
    }

    /// Adds work that is counted, with its total if it is known.
    pub fn bar(&self, label: &str, total: Option<u64>, unit: Unit) -> Bar {
        self.add(label, total, unit, false)
    }

    fn add(&self, label: &str, total: Option<u64>, unit: Unit, spinner: bool) -> Bar {
        let group = &self.0;
        let width = usize::from(group.term.0.terminal.size().0);
        let drawn = group.multi.add(ProgressBar::with_draw_target(total, ProgressDrawTarget::hidden()));
        let label = clean_to(label, (width / 3).max(20)).into_owned();
        let said = Arc::default();
        let shape = Shape { label, unit, spinner, said: Arc::clone(&said) };
        drawn.set_style(style(&shape, width));
        let bar = Bar(Arc::new(State {
            shape,
            position: AtomicU64::new(0),
            total: AtomicU64::new(total.unwrap_or(0)),
            said,
            ended: AtomicBool::new(false),
            drawn,
            multi: group.multi.clone(),
            term: Arc::downgrade(&group.term.0),
        }));
        lock(&group.bars).push(bar.0.clone());
        group.start();
        bar
    }
}

impl Group {
    /// Starts the thread with the first bar.
    fn start(&self) {
        let shared = &self.term.0;
        let mut thread = lock(&self.thread);
        if shared.options.quiet || thread.is_some() {
            return;
        }
        let (bars, stop, pace) = (self.bars.clone(), self.stop.clone(), shared.options.pace);
        *thread = Some(if shared.terminal.stderr && !shared.terminal.dumb && !shared.options.accessible {
            *lock(&shared.drawn) = Some(self.multi.clone());
            let terminal = shared.terminal.clone();
            let screen = Screen::new(shared.stderr.clone(), terminal.clone());
            let multi = self.multi.clone();
            thread::spawn(move || {
                if waited(&stop, pace.patience) {
                    multi.set_draw_target(ProgressDrawTarget::term_like_with_hz(Box::new(screen), 20));
                    let mut columns = terminal.width;
                    draw(&bars);
                    while waited(&stop, pace.tick) {
                        let (now, _) = terminal.size();
                        if now != columns {
                            columns = now;
                            fit(&bars, usize::from(now));
                        }
                        draw(&bars);
                    }
                }
            })
        } else {
            let term = self.term.clone();
            thread::spawn(move || {
                let mut before = Vec::new();
                while waited(&stop, pace.every) {
                    tell(&term, &bars, &mut before, pace.every);
                }
            })
        });
    }
}

impl Drop for Group {
    fn drop(&mut self) {
        *lock(&self.stop.0) = true;
        self.stop.1.notify_all();
        if let Some(thread) = lock(&self.thread).take() {
            let _ = thread.join();
        }
        let _ = self.multi.clear();
        self.multi.set_draw_target(ProgressDrawTarget::hidden());
        *lock(&self.term.0.drawn) = None;
    }
}

/// Waits; returns false as soon as the thread is to stop.
fn waited(stop: &(Mutex<bool>, Condvar), time: Duration) -> bool {
    let stopped = stop.1.wait_timeout_while(lock(&stop.0), time, |stop| !*stop);
    !*stopped.unwrap_or_else(std::sync::PoisonError::into_inner).0
}

fn draw(bars: &Mutex<Vec<Arc<State>>>) {
    let bars = lock(bars).clone();
    for bar in bars.iter().filter(|bar| !bar.ended.load(Ordering::Relaxed)) {
        bar.drawn.tick();
    }
}

/// Gives every bar the form that a terminal of this width has room for.
fn fit(bars: &Mutex<Vec<Arc<State>>>, columns: usize) {
    for bar in lock(bars).iter() {
        bar.restyle(columns);
    }
}

/// Prints one line for each bar that is not finished. `before` holds what was counted the last time.
fn tell(term: &Term, bars: &Mutex<Vec<Arc<State>>>, before: &mut Vec<u64>, every: Duration) {
    let bars = lock(bars).clone();
    before.resize(bars.len(), 0);
    for (bar, before) in bars.iter().zip(before) {
        if !bar.ended.load(Ordering::Relaxed) {
            let position = bar.position.load(Ordering::Relaxed);
            let moved = position.saturating_sub(std::mem::replace(before, position));
            // What waits for its turn is no news.
            if position > 0 || bar.total.load(Ordering::Relaxed) == 0 {
                term.status(bar.describe(moved, every));
            }
        }
    }
}

impl State {
    fn restyle(&self, columns: usize) {
        self.drawn.set_style(style(&self.shape, columns));
    }

    fn describe(&self, moved: u64, every: Duration) -> String {
        let (position, total) = (self.position.load(Ordering::Relaxed), self.total.load(Ordering::Relaxed));
        let mut text = self.shape.label.clone();
        if total > 0 {
            let percent = u128::from(position) * 100 / u128::from(total);
            text += &format!(": {} of {} ({percent} %)", self.shape.unit.show(position), self.shape.unit.show(total));
        } else if position > 0 {
            text += &format!(": {}", self.shape.unit.show(position));
        } else {
            text += ": still working";
        }
        if moved > 0 {
            let rate = u128::from(moved) * 1000 / every.as_millis().max(1);
            text += &format!(", {}/s", self.shape.unit.show(u64::try_from(rate).unwrap_or(u64::MAX)));
        }
        let said = lock(&self.said);
        if !said.is_empty() {
            text += &format!(", {said}");
        }
        text
    }
}

impl Bar {
    /// Starts the clock of the bar: rate and time left are counted from here, not from when it was made.
    pub fn begin(&self) {
        self.0.drawn.reset_eta();
        self.0.drawn.reset_elapsed();
    }

    /// Sets the position.
    pub fn set(&self, position: u64) {
        self.0.position.store(position, Ordering::Relaxed);
        self.0.drawn.set_position(position);
    }

    /// Advances the position.
    pub fn inc(&self, by: u64) {
        self.0.position.fetch_add(by, Ordering::Relaxed);
        self.0.drawn.inc(by);
    }

    /// Sets the total, or none if it is not known.
    pub fn set_total(&self, total: Option<u64>) {
        self.0.total.store(total.unwrap_or(0), Ordering::Relaxed);
        match total {
            Some(total) => self.0.drawn.set_length(total),
            None => self.0.drawn.unset_length(),
        }
    }

    /// Sets the message beside the bar, in a few words.
    pub fn say(&self, text: &str) {
        let text = clean_to(text, 60).into_owned();
        *lock(&self.0.said) = text;
    }

    /// Ends it with success, leaving this line.
    pub fn done(&self, line: impl Into<Line>) {
        self.end(Line::new().good(self.sign("✓ ", "done: ")).then(line.into()));
    }

    /// Ends it with failure, leaving this line.
    pub fn failed(&self, line: impl Into<Line>) {
        self.end(Line::new().bad(self.sign("✗ failed: ", "failed: ")).then(line.into()));
    }

    /// Returns a sign, or the words for it.
    fn sign(&self, sign: &'static str, words: &'static str) -> &'static str {
        let is_accessible = self.0.term.upgrade().is_some_and(|term| term.options.accessible);
        if is_accessible { words } else { sign }
    }

    /// Ends it and leaves nothing.
    pub fn clear(&self) {
        if !self.0.ended.swap(true, Ordering::Relaxed) {
            self.0.drawn.finish_and_clear();
            self.0.multi.remove(&self.0.drawn);
        }
    }

    fn end(&self, line: Line) {
        self.clear();
        if let Some(shared) = self.0.term.upgrade() {
            Term(shared).status(line);
        }
    }
}

#[cfg(test)]
mod tests;
