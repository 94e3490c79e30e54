//! All about one event, as lines to scroll through.

use jiff::Timestamp;

use super::format::{TimeFormat, attempt as words};
use super::list::Key;
use super::pretty::{SHOWN, json, raw, wrap};
use super::reader::Explained;
use super::refused::RefusedRequest;
use crate::inbox::Verdict;
use crate::inbox::query::{Attempt, Detail, ForwardState, Outcome};
use crate::inbox::store::is_credential;
use crate::term::{Line, Style};
use crate::view::{bytes, counted};

/// What has been loaded.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Content {
    /// It is being read.
    Loading,
    /// It could not be read.
    Lost(String),
    /// It is in the inbox.
    Event(Box<Detail>),
    /// It was not accepted. The second is why the signature is wrong, once that is found out.
    Refused(Box<RefusedRequest>, Option<Result<Explained, String>>),
}

impl Content {
    fn sheet(&self, as_it_came: bool, format: &TimeFormat, whole: bool) -> Sheet {
        match self {
            Self::Loading => Sheet::of(Line::new().muted("reading…")),
            Self::Lost(error) => Sheet::of(Line::new().bad("could not be read: ").text(error.as_str())),
            Self::Event(detail) => event(detail, as_it_came, format, whole),
            Self::Refused(refused, why) => self::refused(refused, why.as_ref(), as_it_came, format, whole),
        }
    }

    /// Returns all of it as text, for a pager: lines are as long as they are.
    pub(super) fn text(&self, as_it_came: bool, format: &TimeFormat) -> String {
        let sheet = self.sheet(as_it_came, format, true);
        sheet.lines.iter().map(|(line, _)| line.render(false) + "\n").collect()
    }
}

/// A page about one event.
#[derive(Clone, Debug)]
pub(super) struct Page {
    pub(super) key: Key,
    pub(super) content: Content,
    /// Whether the body is shown as it came.
    pub(super) raw: bool,
    /// Lines above the screen.
    pub(super) scroll: usize,
    pub(super) lines: Vec<Line>,
    /// How wide the lines are, and whether with the body as it came; nothing if they have to be written anew.
    laid_out: Option<(usize, bool)>,
}

impl Page {
    pub(super) fn new(key: Key, content: Content) -> Self {
        Self { key, content, raw: false, scroll: 0, lines: Vec::new(), laid_out: None }
    }

    /// Puts other content on it.
    pub(super) fn set(&mut self, content: Content) {
        self.content = content;
        self.laid_out = None;
    }

    /// Writes the lines anew, if they are not as they should be.
    pub(super) fn lay_out(&mut self, width: usize, format: &TimeFormat) {
        if self.laid_out.replace((width, self.raw)) == Some((width, self.raw)) {
            return;
        }
        let sheet = self.content.sheet(self.raw, format, false);
        self.lines = sheet.lines.iter().flat_map(|(line, indent)| wrap(line, width, *indent)).collect();
    }

    /// Scrolls to a line, as far as there are some.
    pub(super) fn scroll_to(&mut self, line: usize, height: usize) {
        self.scroll = line.min(self.lines.len().saturating_sub(height));
    }
}

/// Lines, and how far their continuations are indented.
struct Sheet {
    lines: Vec<(Line, usize)>,
    /// Whether bodies are whole, for somebody without the keys of this view.
    whole: bool,
}

impl Sheet {
    const fn new(whole: bool) -> Self {
        Self { lines: Vec::new(), whole }
    }

    fn of(line: Line) -> Self {
        Self { lines: vec![(line, 0)], whole: false }
    }

    fn row(&mut self, label: &str, value: Line) {
        self.lines.push((Line::new().muted(format!("{label:<11}")).then(value), 11));
    }

    fn heading(&mut self, text: &str) {
        self.lines.push((Line::new(), 0));
        self.lines.push((Line::new().heading(text), 0));
    }

    fn line(&mut self, line: Line, indent: usize) {
        self.lines.push((Line::new().text("  ").then(line), indent + 2));
    }

    fn body(&mut self, title: &str, body: &[u8], as_it_came: bool) {
        let most = if self.whole { usize::MAX } else { SHOWN };
        let laid_out = if as_it_came { None } else { json(body, most) };
        let size = bytes(body.len() as u64);
        self.heading(&match (&laid_out, as_it_came) {
            _ if self.whole => format!("{title} ({size})"),
            (Some(_), _) => format!("{title}, laid out ({size}; `b` shows it as it came)"),
            (None, true) => format!("{title}, as it came ({size}; `b` lays it out)"),
            (None, false) => format!("{title}, as it came ({size}; it is no JSON)"),
        });
        for line in laid_out.unwrap_or_else(|| raw(body, most)) {
            let indent = line.len() - line.trim_start_matches(' ').len();
            self.line(Line::new().text(line), indent + 2);
        }
        if body.len() > most {
            let rest = bytes((body.len() - most) as u64);
            self.line(
                Line::new().commands(&format!("… and {rest} more; `makini webhooks inbox show` has all of it")),
                0,
            );
        }
    }

    fn headers<'h>(&mut self, headers: impl Iterator<Item = (&'h str, &'h str)>) {
        self.heading("Headers");
        for (name, value) in headers {
            let value = if is_credential(name) { "[redacted]" } else { value };
            self.line(Line::new().muted(format!("{name}: ")).text(value), 2);
        }
    }
}

fn or_silent(text: &str, style: Style) -> Line {
    if text.is_empty() { Line::new().muted("the body does not say") } else { Line::new().styled(style, text) }
}

fn event(detail: &Detail, as_it_came: bool, format: &TimeFormat, whole: bool) -> Sheet {
    let Detail { entry, headers, body, canonical, other_bodies, attempts, older_than } = detail;
    let mut sheet = Sheet::new(whole);
    sheet.row("Event", or_silent(&entry.event, Style::Name));
    sheet.row("ID", Line::new().id(entry.id.as_str()));
    sheet.row("Connection", or_silent(&entry.connection, Style::Id));
    sheet.row("Received", Line::new().text(format.day(entry.received_at)));
    if let Some(happened) = &entry.timestamp {
        sheet.row("Happened", Line::new().text(happened.as_str()));
    }
    sheet.row("Signature", verdict(entry.verdict, entry.mode.as_deref()));
    if entry.duplicates > 0 {
        let times = entry.duplicates + 1;
        sheet.row("Repeats", Line::new().caution(format!("it came {times} times, and counts once")));
    }
    if entry.conflicts > 0 {
        let others = format!("{} other bodies came under this ID; this one counts", entry.conflicts);
        sheet.row("Conflict", Line::new().bad(others));
    }
    if let Some(first) = entry.possible_duplicate_of {
        sheet.row("Possibly", Line::new().caution(format!("#{first} again: the same body, and no ID to be sure by")));
    }
    if let Some(newer) = older_than {
        sheet.row("Order", Line::new().caution(format!("it happened before #{newer}, which came before it")));
    }
    sheet.row("Forwarding", forwarding(entry.forward, entry.tries, entry.next_attempt_at, format));
    match entry.outcome {
        // The others are what forwarding and the last try show already.
        Outcome::Fixed => sheet.row("Outcome", Line::new().good(entry.outcome.as_str())),
        Outcome::StillFailing | Outcome::Regressed => sheet.row("Outcome", Line::new().bad(entry.outcome.as_str())),
        Outcome::Untried | Outcome::Waiting | Outcome::Delivered | Outcome::Failing => {}
    }
    if !attempts.is_empty() {
        sheet.heading("Tries");
        for attempt in attempts {
            let (text, style) = words(attempt);
            let when = Line::new().muted(format.time(attempt.started_at)).text(format!("  {:<8} ", attempt.kind));
            sheet.line(when.styled(style, text).text("  ").path(attempt.target.as_str()).then(why(attempt)), 20);
        }
    }
    sheet.body("Body", body, as_it_came);
    if let Some(canonical) = canonical {
        sheet.body("What was signed and is forwarded", canonical, true);
    }
    for other in other_bodies {
        let when = format.day(other.received_at);
        sheet.body(
            &format!("Another body under this ID, seen {}, first {when}", counted(other.seen, "time")),
            &other.body,
            as_it_came,
        );
    }
    sheet.headers(headers.iter().map(|(name, value)| (name.as_str(), value.as_str())));
    sheet
}

fn why(attempt: &Attempt) -> Line {
    match &attempt.error {
        Some(error) => Line::new().text(": ").text(error.as_str()),
        None => Line::new(),
    }
}

fn verdict(verdict: Verdict, mode: Option<&str>) -> Line {
    match (verdict, mode) {
        (Verdict::Verified, Some("json-stringify")) => {
            Line::new().good("verified").text(": the JSON value is signed, as `JSON.stringify` writes it")
        }
        (Verdict::Verified, _) => Line::new().good("verified").text(": the bytes are signed as they came"),
        (Verdict::Unverified, _) => Line::new().caution("unverified").text(": nobody looked at it"),
        (Verdict::Rejected, _) => Line::new().bad("rejected"),
    }
}

fn forwarding(state: ForwardState, tries: u32, next: Option<Timestamp>, format: &TimeFormat) -> Line {
    match (state, next) {
        (ForwardState::None, _) => Line::new().muted("it goes to no handler"),
        (ForwardState::Delivered, _) => Line::new().good("delivered"),
        (ForwardState::Failed, _) => Line::new().bad("given up").text(format!(" after {tries} tries; `R` tries again")),
        (ForwardState::Pending, Some(next)) => {
            Line::new().caution("waits").text(format!(" after {tries} tries, the next at {}", format.time(next)))
        }
        (ForwardState::Pending, None) => Line::new().caution("waits").text(" for its turn"),
    }
}

fn refused(
    refused: &RefusedRequest,
    why: Option<&Result<Explained, String>>,
    as_it_came: bool,
    format: &TimeFormat,
    whole: bool,
) -> Sheet {
    let mut sheet = Sheet::new(whole);
    sheet.row("Refused", Line::new().bad(refused.status.to_string()).text(": ").text(refused.reason.as_str()));
    sheet.row("Received", Line::new().text(format.day(refused.at)));
    let Some(delivery) = &refused.delivery else {
        sheet.row(
            "Kept",
            Line::new().muted("nothing of it: only deliveries with a wrong signature are, until this view ends"),
        );
        return sheet;
    };
    sheet.row("Event", or_silent(&delivery.envelope.event, Style::Name));
    sheet.row("Connection", or_silent(&delivery.envelope.connection, Style::Id));
    sheet.row("Kept", Line::new().muted("in memory only, until this view ends; what it says is not proven"));
    sheet.heading("Why it is not verified");
    match why {
        None => sheet.line(Line::new().muted("trying the known mistakes…"), 0),
        Some(Err(error)) => sheet.line(Line::new().text(error.as_str()), 0),
        Some(Ok(explained)) => explain(&mut sheet, explained),
    }
    sheet.body("Body", &delivery.body, as_it_came);
    let headers: Vec<(&str, String)> = delivery
        .headers
        .iter()
        .map(|(name, value)| (name.as_str(), String::from_utf8_lossy(value).into_owned()))
        .collect();
    sheet.headers(headers.iter().map(|(name, value)| (*name, value.as_str())));
    sheet
}

fn explain(sheet: &mut Sheet, explained: &Explained) {
    if explained.mistakes.is_empty() && explained.tried == 0 {
        sheet.line(Line::new().text("Nothing could be tried: there is no signature that can be read."), 0);
    } else if explained.mistakes.is_empty() {
        sheet.line(Line::new().text(format!("None of the {} known mistakes makes it right.", explained.tried)), 0);
        let check = "Check that the secret is the endpoint's own, and that the body is the one that was sent.";
        sheet.line(Line::new().text(check), 0);
    }
    for (mistake, fixes) in &explained.mistakes {
        sheet.line(Line::new().caution(mistake.as_str()), 0);
        for (language, line) in fixes {
            sheet.line(Line::new().muted(format!("  {language:<11}")).styled(Style::Command, line.as_str()), 15);
        }
    }
}
