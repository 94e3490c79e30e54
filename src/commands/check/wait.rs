//! Checks again until all is well, or the time is over.

use std::time::Duration;

use crate::args::checks::{Checks, Round};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::health::{FailOn, Report, Severity};
use crate::view::{counted, span};

/// Time between the first two rounds.
const FIRST: Duration = Duration::from_secs(2);
/// Longest time between two rounds: it doubles until then.
const LONGEST: Duration = Duration::from_secs(30);

/// Checks until all is well, for `time` at most, and returns the last round and how the process ends.
///
/// # Errors
/// The list cannot be read, and waiting does not help, or the time is over.
pub(super) async fn until_well(checks: &Checks<'_>, time: Duration) -> Result<(Round, Exit), Failure> {
    let (clock, fail_on) = (&checks.context().clock, checks.fail_on());
    let (begin, mut pause) = (clock.moment(), FIRST);
    let progress = checks.context().term.progress();
    let line = progress.spinner("waiting");
    loop {
        let round = checks.round(|_| {}).await;
        let left = time.saturating_sub(clock.since(begin));
        match round {
            Ok(round) if round.report.is_settled(fail_on) => {
                line.clear();
                return Ok((round, Exit::Ok));
            }
            Ok(mut round) if left.is_zero() => {
                line.clear();
                let exit = round.report.expire(&span(time), fail_on);
                return Ok((round, exit));
            }
            Err(failure) if left.is_zero() || !is_passing(&failure) => return Err(failure),
            Ok(round) => line.say(&format!("{}; {} left", not_well(&round.report, fail_on), span(left))),
            Err(failure) => line.say(&format!("{}; {} left", failure.causes().join(": "), span(left))),
        }
        // The last round is when the time is over.
        clock.sleep(pause.min(left)).await;
        pause = (pause * 2).min(LONGEST);
    }
}

/// Whether a failure may go away by itself.
fn is_passing(failure: &Failure) -> bool {
    matches!(failure.exit, Exit::Unavailable | Exit::RateLimited)
}

/// Returns how many connections are not well yet.
fn not_well(report: &Report, fail_on: FailOn) -> String {
    let failing = |severity: &Severity| fail_on.fails(*severity);
    match Severity::ALL.iter().filter(|severity| failing(severity)).map(|severity| report.count(*severity)).sum() {
        0 => "a first sync has not ended".to_owned(),
        count => format!("{} not well", counted(count as u64, "connection")),
    }
}
