//! Prints receiver events as they happen, on a thread of its own: a reader that is slow, or does not read
//! at all, delays no sender.

use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;
use jiff::tz::TimeZone;
use tokio::sync::broadcast::Receiver as Events;
use tokio::sync::broadcast::error::{RecvError, TryRecvError};

use super::banner::Banner;
use crate::api::events::HANDLED;
use crate::blocking;
use crate::clock::{Clock, Zone};
use crate::context::Context;
use crate::failure::Failure;
use crate::inbox::caught_up::{Basis, CaughtUp};
use crate::inbox::gap::Gap;
use crate::inbox::{ReceiverEvent, Verdict};
use crate::shell::operand;
use crate::term::sanitize::{clean_to, width};
use crate::term::style::Style;
use crate::term::{Line, Term};
use crate::view::{Column, Format, OutputOptions, Rows, bytes, counted};

const SCHEMA: &str = "webhooks.listen/1";
const COLUMNS: &[Column<ReceiverEvent>] = &[];

/// Prints until the receiver has ended.
pub(super) async fn print(ctx: &Context, notices: Events<Arc<ReceiverEvent>>, banner: Banner) -> Result<(), Failure> {
    let (term, out, clock) = (ctx.term.clone(), ctx.out.clone(), ctx.clock.clone());
    blocking::run(move || match out.format() {
        Format::Table => {
            Human { term, zone: out.zone.clone(), clock, banner, hosts_noted: false, status_noted: false }.run(notices)
        }
        _ => lines(&term, &OutputOptions { format: Some(Format::Ndjson), ..out }, &banner, notices),
    })
    .await
}

/// How long events are collected after one: whoever waits for each by itself has to be woken for each.
const COLLECTED: Duration = Duration::from_millis(5);

/// Prints each event until there are no more. What was printed is flushed once no other event waits.
fn each(
    term: &Term,
    mut notices: Events<Arc<ReceiverEvent>>,
    mut print: impl FnMut(&ReceiverEvent) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let mut collected = true;
    loop {
        let next = match notices.try_recv() {
            Ok(notice) => Ok(notice),
            Err(TryRecvError::Lagged(missed)) => Err(RecvError::Lagged(missed)),
            Err(TryRecvError::Closed) => Err(RecvError::Closed),
            Err(TryRecvError::Empty) => {
                term.flush()?;
                if !collected {
                    collected = true;
                    std::thread::sleep(COLLECTED);
                    continue;
                }
                notices.blocking_recv()
            }
        };
        collected = false;
        match next {
            Ok(notice) => print(&notice)?,
            Err(RecvError::Closed) => return Ok(term.flush()?),
            Err(RecvError::Lagged(missed)) => {
                term.flush()?;
                term.warn(format!("{missed} lines were left out, because nobody read them in time; the inbox has all"));
            }
        }
    }
}

fn lines(
    term: &Term,
    out: &OutputOptions,
    banner: &Banner,
    notices: Events<Arc<ReceiverEvent>>,
) -> Result<(), Failure> {
    let mut rows = Rows::new(term, out, SCHEMA, COLUMNS, "")?;
    each(term, notices, |notice| {
        if let ReceiverEvent::Ready { url, inbox, pending, .. } = notice {
            ready(term, url, inbox, *pending, banner);
        }
        rows.push(notice.clone())
    })
}

/// Prints on stderr that it is ready, and what it will do.
fn ready(term: &Term, url: &str, inbox: &str, pending: u64, banner: &Banner) {
    let row = |label: &str| Line::new().muted(format!("  {label:<9}"));
    term.status(Line::new().good("ready").text(" at ").path(url).text("   (Ctrl-C ends it)"));
    term.status(row("inbox").path(inbox));
    term.status(row("verifies").commands(&banner.verifies));
    for forward in &banner.forwards {
        term.status(row("forwards").text(forward.as_str()));
    }
    if let Some(polls) = &banner.polls {
        term.status(row("asks").text(polls.as_str()));
    }
    if pending > 0 {
        term.status(row("waiting").text(format!("{} from before, to be forwarded now", counted(pending, "event"))));
    }
    term.status(row("try it").commands(&banner.try_it));
}

/// Deliveries that are named in a message.
const NAMED: usize = 5;

/// Prints on stderr what came of catching up.
fn caught_up(term: &Term, done: &CaughtUp) {
    let Some(missing) = done.missing else {
        let why = done.problem.as_deref().unwrap_or("the platform could not be asked");
        term.warn(format!("not caught up: {}", clean_to(why, LONGEST)));
        return;
    };
    let what = if done.basis == Some(Basis::Syncs) { " ends of syncs" } else { "" };
    term.status(Line::new().good("caught up").text(format!(" {}, {missing}{what} missing", done.caught_up)));
    if let Some(problem) = &done.problem {
        term.warn(clean_to(problem, LONGEST).into_owned());
    }
    if !done.deliveries.is_empty() {
        let more = done.deliveries.len().saturating_sub(NAMED);
        let named: Vec<String> =
            done.deliveries.iter().take(NAMED).map(|id| clean_to(id, LONGEST).into_owned()).collect();
        let rest = if more > 0 { format!(" and {more} more") } else { String::new() };
        term.note(format!(
            "missing: {}{rest}; `makini webhooks deliveries show {}` shows why",
            named.join(" "),
            operand(&done.deliveries[0])
        ));
    }
}

/// Lines for people.
struct Human {
    term: Term,
    zone: Zone,
    clock: Clock,
    banner: Banner,
    hosts_noted: bool,
    status_noted: bool,
}

impl Human {
    fn run(mut self, notices: Events<Arc<ReceiverEvent>>) -> Result<(), Failure> {
        let term = self.term.clone();
        each(&term, notices, |notice| self.print(notice))
    }

    fn print(&mut self, notice: &ReceiverEvent) -> Result<(), Failure> {
        match notice {
            ReceiverEvent::Ready { url, inbox, pending, .. } => {
                ready(&self.term, url, inbox, *pending, &self.banner);
                return Ok(());
            }
            ReceiverEvent::Trouble { message } => {
                self.term.warn(message.as_str());
                return Ok(());
            }
            ReceiverEvent::CaughtUp(done) => {
                caught_up(&self.term, done);
                return Ok(());
            }
            ReceiverEvent::Rejected { status: 403, reason } if !self.hosts_noted && reason.contains("`Host`") => {
                self.hosts_noted = true;
                self.term.note(Line::new().commands(
                    "requests for another host are refused; `--allowed-host NAME` accepts those that come through a tunnel",
                ));
            }
            ReceiverEvent::Forwarded { warning: Some(warning), .. } if !self.status_noted => {
                self.status_noted = true;
                self.term.warn(
                    Line::new()
                        .text(warning.as_str())
                        .commands("; `--strict-200` treats anything else as failed here too"),
                );
            }
            _ => {}
        }
        if self.term.options().quiet {
            return Ok(());
        }
        let line = event(notice, |at| self.time(at), self.clock.now());
        let line = line.repeating(&self.term.options().repeated);
        let text = line.render(self.term.color_stdout()) + "\n";
        Ok(self.term.data(|out| out.write_all(text.as_bytes()))?)
    }

    fn time(&self, at: Timestamp) -> String {
        at.to_zoned_datetime(TimeZone::clone(&self.zone)).strftime("%H:%M:%S").to_string()
    }
}

/// One line: time, arrival number, what happened, and what belongs to it.
fn event(notice: &ReceiverEvent, time: impl Fn(Timestamp) -> String, now: Timestamp) -> Line {
    let at = match notice {
        ReceiverEvent::Arrival { received_at, .. } => *received_at,
        _ => now,
    };
    let start = |number: Option<i64>, style: Style, word: &str| {
        let number = number.map(|number| format!("#{number}")).unwrap_or_default();
        Line::new().muted(time(at)).text(format!(" {number:>6}  ")).styled(style, format!("{word:<10}")).text("  ")
    };
    match notice {
        ReceiverEvent::Arrival {
            number,
            id,
            own_id,
            event,
            connection,
            verdict,
            bytes: size,
            possible_duplicate_of,
            ..
        } => {
            let style = if *verdict == Verdict::Verified { Style::Good } else { Style::Caution };
            let event = if event.is_empty() { "(no event)" } else { event };
            let id = if *own_id { id.as_str() } else { "(no id)" };
            let line = start(Some(*number), style, verdict.as_str())
                .name(column(event, 26))
                .text("  ")
                .id(column(connection, 24))
                .text("  ")
                .id(column(id, 24))
                .text(format!("  {:>9}", bytes(*size as u64)));
            match possible_duplicate_of {
                Some(first) => line.caution(format!("  possibly #{first} again")),
                None => line,
            }
        }
        ReceiverEvent::Duplicate { number, id, count } => start(Some(*number), Style::Muted, "duplicate")
            .text(format!("came {}", counted(count.unsigned_abs() + 1, "time")))
            .text("  ")
            .id(clean_to(id, LONGEST)),
        ReceiverEvent::Conflict { number, id, conflicts } => start(Some(*number), Style::Bad, "conflict")
            .text(format!("{} under the same ID, all kept  ", counted(conflicts.unsigned_abs(), "other body")))
            .id(clean_to(id, LONGEST)),
        ReceiverEvent::Rejected { status, reason } => {
            start(None, Style::Bad, "refused").text(format!("{status}  {}", clean_to(reason, LONGEST)))
        }
        ReceiverEvent::Forwarded { number, target, status, attempt, millis, warning } => {
            let style = if warning.is_some() { Style::Caution } else { Style::Good };
            let line = start(Some(*number), style, "forwarded").text(format!("{status} in {millis} ms  "));
            let line = if *attempt > 1 { line.text(format!("attempt {attempt}  ")) } else { line };
            let line = line.path(clean_to(target, LONGEST));
            if warning.is_some() { line.caution(format!("  not {HANDLED}")) } else { line }
        }
        ReceiverEvent::ForwardFailed { number, target, error, attempt, next_attempt_at, .. } => {
            let next = match next_attempt_at {
                Some(next) => format!("again at {}", time(*next)),
                None => "given up".to_owned(),
            };
            start(Some(*number), Style::Bad, "waiting")
                .text(format!("attempt {attempt}: {}; {next}  ", clean_to(error, LONGEST)))
                .path(clean_to(target, LONGEST))
        }
        ReceiverEvent::Gap(Gap { connection, missing, sync, since }) => start(None, Style::Caution, "gap")
            .name(column(missing, 26))
            .text("  ")
            .id(column(connection, 24))
            .text("  ")
            .id(column(sync.as_deref().unwrap_or("(no sync)"), 24))
            .text(format!("  ended at {}, and no event came", time(*since))),
        ReceiverEvent::Ready { .. } | ReceiverEvent::CaughtUp(_) | ReceiverEvent::Trouble { .. } => Line::new(),
    }
}

/// Maximum columns of a name or an ID: what is longer is no such thing.
const LONGEST: usize = 400;

/// Makes foreign text harmless and at least so wide. Names and IDs are never cut: they are copied from here.
fn column(text: &str, columns: usize) -> String {
    let text = clean_to(text, LONGEST);
    let room = columns.saturating_sub(width(&text));
    format!("{text}{:room$}", "")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_line_each_and_no_foreign_control_characters() {
        let at: Timestamp = "2026-01-02T03:04:05Z".parse().expect("constant");
        let arrival = |event: &str, own_id| ReceiverEvent::Arrival {
            number: 17,
            id: "evt_1".into(),
            own_id,
            event: event.into(),
            connection: "con_1".into(),
            timestamp: None,
            received_at: at,
            verdict: Verdict::Verified,
            mode: Some("raw"),
            bytes: 412,
            possible_duplicate_of: (!own_id).then_some(3),
        };
        let target = "http://127.0.0.1:3000/".to_owned();
        let notices = [
            arrival("assets.updated", true),
            arrival("\u{1b}[2Jevil\n", false),
            arrival("flow.a-name-that-is-longer-than-its-column", true),
            ReceiverEvent::Duplicate { number: 17, id: "evt_1".into(), count: 1 },
            ReceiverEvent::Conflict { number: 17, id: "evt_1".into(), conflicts: 2 },
            ReceiverEvent::Rejected { status: 401, reason: "the signature does not match".into() },
            ReceiverEvent::Forwarded {
                number: 17,
                target: target.clone(),
                status: 200,
                attempt: 2,
                millis: 12,
                warning: None,
            },
            ReceiverEvent::Forwarded {
                number: 18,
                target: target.clone(),
                status: 201,
                attempt: 1,
                millis: 3,
                warning: Some("the handler answered 201".into()),
            },
            ReceiverEvent::ForwardFailed {
                number: 17,
                target,
                status: None,
                error: "could not connect".into(),
                attempt: 1,
                next_attempt_at: Some(at),
            },
            ReceiverEvent::Gap(Gap {
                connection: "con_1".into(),
                missing: "sync.completed",
                sync: Some("syn_1\u{7}".into()),
                since: at,
            }),
        ];
        let clock = |at: Timestamp| at.strftime("%H:%M:%S").to_string();
        let lines: Vec<String> =
            notices.iter().map(|notice| event(notice, clock, at).render(false).trim_end().to_owned()).collect();
        insta::assert_snapshot!(lines.join("\n"), @r"
        03:04:05    #17  verified    assets.updated              con_1                     evt_1                         412 B
        03:04:05    #17  verified    \u{1b}[2Jevil\n             con_1                     (no id)                       412 B  possibly #3 again
        03:04:05    #17  verified    flow.a-name-that-is-longer-than-its-column  con_1                     evt_1                         412 B
        03:04:05    #17  duplicate   came 2 times  evt_1
        03:04:05    #17  conflict    2 other bodies under the same ID, all kept  evt_1
        03:04:05         refused     401  the signature does not match
        03:04:05    #17  forwarded   200 in 12 ms  attempt 2  http://127.0.0.1:3000/
        03:04:05    #18  forwarded   201 in 3 ms  http://127.0.0.1:3000/  not 200
        03:04:05    #17  waiting     attempt 1: could not connect; again at 03:04:05  http://127.0.0.1:3000/
        03:04:05         gap         sync.completed              con_1                     syn_1\u{7}                ended at 03:04:05, and no event came
        ");
    }
}
