//! Sends rows one after the other, each noted in the ledger before and after.

use std::time::Duration;

use serde_json::{Map, Value};

use super::ledger::{Ledger, RowId, State, digest};
use super::view::Imported;
use crate::api::connections::Connection;
use crate::client::call::{IdempotencyKey, row_key};
use crate::client::{self, Client};
use crate::commands::data::validate::Problem;
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::shutdown::Interrupt;
use crate::term::progress::Unit;

/// A row that can be created.
pub(super) struct Row {
    pub(super) line: u64,
    pub(super) id: RowId,
    pub(super) body: Map<String, Value>,
}

/// One attempt to create a row, which has a key of its own.
#[derive(Clone, Copy, Debug)]
pub(super) struct Attempt {
    /// From 1.
    pub(super) number: u32,
    /// It was sent before, and its answer was lost: a refusal of this request says nothing about that one.
    pub(super) is_repeated: bool,
}

impl Attempt {
    /// An attempt that was not sent yet.
    pub(super) fn new(number: u32) -> Self {
        Self { number, is_repeated: false }
    }
}

/// What rows are sent with.
pub(super) struct Sender<'a> {
    pub(super) ctx: &'a Context,
    pub(super) client: &'a Client,
    pub(super) connection: &'a Connection,
    /// Domain and entity.
    pub(super) at: (&'a str, &'a str),
    /// Number of rows before each pause, and its length.
    pub(super) pause: (u64, Duration),
    /// Whether the server honours idempotency keys.
    pub(super) is_honoured: bool,
}

/// What a failed creation left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Effect {
    /// Nothing, because of this row: others may be taken.
    RowRefused,
    /// Nothing, and it would be the same with every row.
    Nothing,
    /// It may have been created.
    Unknown,
}

impl Effect {
    fn of(error: &client::Error) -> Self {
        match error {
            client::Error::Answered(answered) => match answered.status {
                400 | 409 | 413 | 415 | 422 => Self::RowRefused,
                408 | 500.. if answered.status != 501 => Self::Unknown,
                _ => Self::Nothing,
            },
            // Not followed: it may point to the new row.
            client::Error::Redirected { .. } | client::Error::TooLarge { .. } | client::Error::Broken { .. } => {
                Self::Unknown
            }
            client::Error::Network(_) if error.surely_not_sent() => Self::Nothing,
            client::Error::Network(_) => Self::Unknown,
            client::Error::Unsupported { .. }
            | client::Error::Paused { .. }
            | client::Error::Token(_)
            | client::Error::Argument(_)
            | client::Error::Setup(_) => Self::Nothing,
        }
    }
}

impl Sender<'_> {
    /// Sends the rows, until a signal asks to end.
    ///
    /// # Errors
    /// What stops an import: everything but a row that is refused. The report counts what was done before.
    pub(super) async fn all(
        &self,
        rows: Vec<(Row, Attempt)>,
        ledger: &mut Ledger,
        report: &mut Imported,
        label: &str,
    ) -> Result<(), Failure> {
        let progress = self.ctx.term.progress();
        let bar = progress.bar(label, Some(rows.len() as u64), Unit::Items);
        let repeated = rows.iter().filter(|(_, attempt)| attempt.is_repeated).count() as u64;
        (report.unknown, report.not_sent) = (repeated, rows.len() as u64 - repeated);
        let mut interrupt = Interrupt::new(self.ctx.shutdown());
        let notify = || self.ctx.term.status("stopping after this row; press Ctrl-C again to stop at once");
        for ((row, attempt), sent) in rows.into_iter().zip(0_u64..) {
            if sent > 0 && sent.is_multiple_of(self.pause.0) {
                interrupt.unless(self.ctx.clock.sleep(self.pause.1)).await;
            }
            report.interrupted = interrupt.exit();
            if report.interrupted.is_some() {
                break;
            }
            interrupt.finish(self.one(row, attempt, ledger, report), notify).await?;
            bar.inc(1);
        }
        bar.clear();
        Ok(())
    }

    async fn one(&self, row: Row, attempt: Attempt, ledger: &mut Ledger, report: &mut Imported) -> Result<(), Failure> {
        let Row { line, id, body } = row;
        let number = attempt.number;
        let key = ledger.key(&id, number);
        if !attempt.is_repeated {
            ledger.note(&id, State::Sent { attempt: number, body: digest(&body) })?;
            // Until there is an answer.
            report.unknown += 1;
            report.not_sent -= 1;
        }
        let key = IdempotencyKey { key: &key, is_honoured: self.is_honoured };
        let sent = self.client.create_entity(self.connection.id(), self.at, &body.into(), Some(key)).await;
        let during = || format!("could not create the row of line {line}");
        let error = match sent.and_then(|answer| answer.entity_row(None)) {
            Ok(made) if made.is_sample => {
                ledger.note(&id, State::Nothing { attempt: number })?;
                report.unknown -= 1;
                report.not_sent += 1;
                let why = "the connection holds sample data: the system answers, and nothing is written";
                return Err(Failure::new(Exit::Refused, why).during(during()));
            }
            Ok(made) => {
                let key = row_key(&made.row).unwrap_or_default();
                ledger.note(&id, State::Created { key })?;
                report.unknown -= 1;
                report.created += 1;
                return Ok(());
            }
            Err(error) => error,
        };
        let effect = Effect::of(&error);
        if effect != Effect::Unknown && !attempt.is_repeated {
            ledger.note(&id, State::Nothing { attempt: number })?;
            report.unknown -= 1;
            report.not_sent += 1;
        }
        match effect {
            Effect::RowRefused => {
                let open = if attempt.is_repeated { &mut report.unknown } else { &mut report.not_sent };
                *open -= 1;
                report.refuse(problems(line, &error));
                Ok(())
            }
            Effect::Nothing => Err(Failure::from(error).during(during())),
            Effect::Unknown => {
                let failure = Failure::from(error).during(during());
                if self.is_honoured {
                    return Err(failure);
                }
                report.lose(line);
                report.unknown -= 1;
                Err(failure.hint(format!(
                    "it may have been created all the same: look into the system for the row of line {line}"
                )))
            }
        }
    }
}

/// Returns why the server refused a row.
fn problems(line: u64, error: &client::Error) -> Vec<Problem> {
    let fields = error.response().map(|answered| &answered.body.fields[..]).unwrap_or_default();
    if fields.is_empty() {
        return vec![Problem { line, field: None, reason: error.to_string() }];
    }
    fields.iter().map(|(field, why)| Problem::of_field(line, field, why.clone())).collect()
}

#[cfg(test)]
mod tests {
    use http::{HeaderMap, StatusCode};

    use super::*;
    use crate::client::{Call, Purpose, Scope};

    /// An error after which a row might exist is never one of those after which it is sent anew.
    #[test]
    fn only_a_certain_answer_leaves_nothing() {
        let call = Call {
            template: "/x".into(),
            scope: Scope::Application,
            idempotent: false,
            attempt: 1,
            purpose: Purpose::Command,
        };
        let now = "2026-01-01T00:00:00Z".parse().expect("a time");
        for (status, effect) in [
            (400, Effect::RowRefused),
            (401, Effect::Nothing),
            (403, Effect::Nothing),
            (404, Effect::Nothing),
            (405, Effect::Nothing),
            (408, Effect::Unknown),
            (409, Effect::RowRefused),
            (422, Effect::RowRefused),
            (429, Effect::Nothing),
            (500, Effect::Unknown),
            (501, Effect::Nothing),
            (502, Effect::Unknown),
            (503, Effect::Unknown),
            (504, Effect::Unknown),
        ] {
            let code = StatusCode::from_u16(status).expect("valid");
            let error = client::Error::answered(code, &HeaderMap::new(), b"{}", &call, now);
            assert_eq!(Effect::of(&error), effect, "{status}");
        }
    }
}
