//! `makini metrics watch`.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use serde::{Serialize, Serializer};
use tokio::sync::Notify;

use super::answer::{By, MetricsAnswer};
use super::charts::{Figure, SPANS, Shape, charts};
use super::grouped;
use super::selection::{Reading, Selection};
use crate::api::metrics::MetricGroup;
use crate::args::{count, examples};
use crate::chart::Drawing;
use crate::chart::svg::Chart;
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::measure::parse_positive_duration;
use crate::term::canvas::{self, Canvas, Input, Key, Keyboard, Keys as _};
use crate::term::{Line, Term, Terminal};
use crate::view::{Columns, Format, Grid, Items, Look, OutputOptions, Page, View, show};

/// How far back it goes without `--since`.
const HOUR: SignedDuration = SignedDuration::from_hours(1);
/// How long the keyboard is waited for at once.
const GLANCE: Duration = Duration::from_millis(200);

/// Watch metrics live
///
/// Shows p95 over time and the figures of each group, and reads them again at an interval. Covers the last hour unless
/// `--since` is given. Ctrl-C ends it with 0; on the screen `q` does so too. In a pipe, and with `--accessible`, each
/// reading is one line; with `-o ndjson` it is one object. A reading that fails is reported, and the next one is made.
#[derive(clap::Args, Debug)]
#[command(after_long_help = examples![
    "makini metrics watch",
    "makini metrics watch \"Plant 7\" --every 30s --since 3h",
    "makini metrics watch --rounds 60 -o ndjson",
])]
pub(super) struct Args {
    #[command(flatten)]
    selection: Selection,

    /// Group the table by these, for example `system,kind`
    ///
    /// As `makini metrics --by`.
    #[arg(long, value_name = "WHAT,…", value_enum, value_delimiter = ',', hide_possible_values = true)]
    by: Vec<By>,

    /// Time from one reading to the next
    #[arg(long, value_name = "TIME", default_value = "10s", value_parser = parse_positive_duration, allow_hyphen_values = true)]
    every: Duration,

    /// Exit after COUNT readings
    #[arg(long, value_name = "COUNT", value_parser = count)]
    rounds: Option<u64>,
}

/// Watches until it is stopped.
pub(super) async fn run(ctx: &Context, args: Args) -> Result<Exit, Failure> {
    if matches!(ctx.out.format(), Format::Csv | Format::Yaml) {
        return Err(Failure::usage("figures are printed line by line").hint("use `-o ndjson`"));
    }
    ctx.out.check_without_table()?;
    let terminal = ctx.term.terminal();
    let has_screen = terminal.stdout && terminal.stdin && !terminal.dumb && !ctx.term.options().accessible;
    let shutdown = ctx.shutdown();
    let mut screen = if has_screen && ctx.out.format() == Format::Table { Some(OnScreen::open(ctx)?) } else { None };
    let ended = tokio::select! {
        biased;
        _ = shutdown.cancelled() => Ok(Exit::Ok),
        ended = rounds(ctx, &args, screen.as_mut()) => ended,
    };
    if let Some(screen) = screen {
        screen.close();
    }
    ended
}

async fn rounds(ctx: &Context, args: &Args, mut screen: Option<&mut OnScreen>) -> Result<Exit, Failure> {
    let mut reading = args.selection.clone().resolve(ctx, HOUR).await?;
    let mut number = 0;
    loop {
        number += 1;
        let begun = ctx.clock.moment();
        match read(ctx, args, &mut reading, screen.is_some()).await {
            Ok(figures) => match &mut screen {
                Some(screen) => screen.show(ctx, Some(figures))?,
                None => figures.print(ctx)?,
            },
            // The first one fails for a reason that the next would fail for too. The last one decides how this ends.
            Err(failure)
                if number > 1
                    && args.rounds.is_none_or(|most| number < most)
                    && matches!(failure.exit, Exit::Unavailable | Exit::RateLimited) =>
            {
                ctx.term.warn(failure.causes().join(": "));
                if let Some(screen) = &mut screen {
                    screen.show(ctx, None)?;
                }
            }
            Err(failure) => return Err(failure),
        }
        if args.rounds.is_some_and(|most| number >= most) {
            return Ok(Exit::Ok);
        }
        let left = args.every.saturating_sub(ctx.clock.since(begun));
        let mut pause = std::pin::pin!(ctx.clock.sleep(left));
        loop {
            let Some(screen) = &mut screen else {
                pause.await;
                break;
            };
            tokio::select! {
                biased;
                () = screen.keys.changed.notified() => {
                    if screen.keys.ends() {
                        return Ok(Exit::Ok);
                    }
                    screen.show(ctx, None)?;
                }
                () = &mut pause => break,
            }
        }
    }
}

/// Reads the figures; over time only where they are drawn.
async fn read(ctx: &Context, args: &Args, reading: &mut Reading, draws: bool) -> Result<Figures, Failure> {
    reading.refresh(ctx).await?;
    let groups = grouped(reading.clone(), args.by.clone(), None).answer(ctx).await?;
    let over_time = if draws { Some(reading.clone().over_time(Vec::new(), SPANS).answer(ctx).await?) } else { None };
    Ok(Figures { at: ctx.clock.now(), groups, over_time })
}

/// The figures at one moment.
struct Figures {
    at: Timestamp,
    groups: MetricsAnswer,
    over_time: Option<MetricsAnswer>,
}

/// A line of it.
#[derive(Serialize)]
struct FiguresLine {
    at: Timestamp,
    from: Timestamp,
    to: Timestamp,
    total: MetricGroup,
    #[serde(skip)]
    words: String,
}

impl View for FiguresLine {
    const SCHEMA: &'static str = "metrics.watch/1";

    fn human(&self, page: &mut Page<'_>) {
        let at = page.look().when(self.at);
        page.line(Line::new().muted(format!("{at} ")).text(self.words.as_str()));
    }
}

impl Figures {
    fn print(self, ctx: &Context) -> Result<(), Failure> {
        let words = self.groups.sum_text();
        let MetricsAnswer { from, to, total, .. } = self.groups;
        let format = Some(if ctx.out.format() == Format::Table { Format::Table } else { Format::Ndjson });
        let options = OutputOptions { format: format.filter(|format| *format != Format::Table), ..ctx.out.clone() };
        show(&ctx.term, &options, &FiguresLine { at: self.at, from, to, total, words })?;
        Ok(ctx.term.flush()?)
    }
}

/// The screen, and the last reading.
struct OnScreen {
    canvas: Canvas,
    keys: Arc<KeyState>,
    messages: Arc<Mutex<Option<String>>>,
    last: Option<Figures>,
}

/// What was typed.
#[derive(Default)]
struct KeyState {
    changed: Notify,
    ends: AtomicBool,
    /// Whether the keyboard is wanted no more.
    is_over: AtomicBool,
}

impl KeyState {
    fn ends(&self) -> bool {
        self.ends.load(Ordering::Relaxed)
    }

    /// Reads keys until they are wanted no more.
    fn listen(&self) {
        while !self.is_over.load(Ordering::Relaxed) {
            match Keyboard::default().next(GLANCE) {
                Ok(Some(Input::Key(Key::Char('q') | Key::Esc | Key::Ctrl('c')))) | Err(_) => {
                    self.ends.store(true, Ordering::Relaxed);
                    self.changed.notify_one();
                    return;
                }
                Ok(Some(Input::Key(Key::Ctrl('z')))) => canvas::suspend(),
                Ok(Some(Input::Size(..))) => self.changed.notify_one(),
                Ok(_) => {}
            }
        }
    }
}

impl OnScreen {
    fn open(ctx: &Context) -> Result<Self, Failure> {
        let (keys, messages) = (Arc::new(KeyState::default()), Arc::new(Mutex::new(None)));
        let (resumed, last) = (Arc::clone(&keys), Arc::clone(&messages));
        let canvas = Canvas::open(
            &ctx.term,
            move |text| *last.lock().unwrap_or_else(PoisonError::into_inner) = Some(text.trim_end().to_owned()),
            move || resumed.changed.notify_one(),
        );
        let canvas = canvas.map_err(|error| {
            let failure = Failure::new(Exit::Local, format!("the terminal cannot be used: {error}"));
            failure.hint("`makini metrics watch --accessible` prints a line for each reading")
        })?;
        let typed = Arc::clone(&keys);
        std::thread::Builder::new()
            .name("keys".into())
            .spawn(move || typed.listen())
            .map_err(|error| Failure::new(Exit::Local, format!("could not start reading keys: {error}")))?;
        Ok(Self { canvas, keys, messages, last: None })
    }

    /// Draws a reading, or the last one again.
    fn show(&mut self, ctx: &Context, figures: Option<Figures>) -> Result<(), Failure> {
        if figures.is_some() {
            *self.messages.lock().unwrap_or_else(PoisonError::into_inner) = None;
        }
        self.last = figures.or(self.last.take());
        let Some(figures) = &self.last else { return Ok(()) };
        let message = self.messages.lock().unwrap_or_else(PoisonError::into_inner).clone();
        let (columns, rows) = ctx.term.terminal().size();
        let text = rendered(ctx, figures, message.as_deref(), (columns, rows))?;
        self.canvas
            .show(&text, rows)
            .map_err(|error| Failure::new(Exit::Local, format!("the terminal went away: {error}")))
    }

    fn close(self) {
        // What is typed from here on belongs to the next program on the terminal.
        self.keys.is_over.store(true, Ordering::Relaxed);
        self.canvas.close();
    }
}

/// Returns what is on the screen, with colours.
fn rendered(
    ctx: &Context,
    figures: &Figures,
    message: Option<&str>,
    (columns, rows): (u16, u16),
) -> Result<String, Failure> {
    let terminal = Terminal { width: columns, height: rows, resizes: false, ..ctx.term.terminal().clone() };
    let mut options = ctx.term.options().clone();
    options.pager = None;
    let (term, captured) = Term::captured(terminal, options, "");
    let charts = figures.over_time.as_ref().map(|answer| charts(answer, (Shape::OverTime, Figure::P95), None).0);
    let screen = ScreenView { figures, charts: charts.unwrap_or_default(), message };
    show(&term, &OutputOptions { now: figures.at, ..ctx.out.clone() }, &screen)?;
    term.flush()?;
    Ok(captured.stdout())
}

/// What is on the screen: the chart first, because the table is cut at the bottom.
struct ScreenView<'a> {
    figures: &'a Figures,
    charts: Vec<Chart>,
    message: Option<&'a str>,
}

impl Serialize for ScreenView<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        self.figures.groups.serialize(to)
    }
}

impl View for ScreenView<'_> {
    const SCHEMA: &'static str = MetricsAnswer::SCHEMA;
    const ITEMS: Items = MetricsAnswer::ITEMS;

    fn human(&self, page: &mut Page<'_>) {
        let look = page.look().clone();
        self.figures.groups.head(page);
        self.figures.groups.foot(page);
        if let Some(message) = self.message {
            page.line(Line::new().caution(message));
        }
        for chart in &self.charts {
            for line in chart.lines(Drawing::Braille, page.width(), &look.zone) {
                page.line(line);
            }
        }
        page.line(Line::new().muted(format!("read {}; q ends", look.when(self.figures.at))));
        page.grid();
    }

    fn columns() -> Columns {
        MetricsAnswer::columns()
    }

    fn table<'a>(&'a self, look: &'a Look) -> Option<Grid<'a>> {
        self.figures.groups.table(look)
    }
}
