//! What makes a run fail.

use std::str::FromStr;
use std::time::Duration;

use super::report::Recorded;
use crate::args::checks::rate;
use crate::measure::parse_duration;
use crate::view::span;

/// A figure of a run, and how much of it is allowed.
#[derive(Clone, Debug)]
pub(super) struct Budget {
    figure: Figure,
    most: Most,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Figure {
    Failed,
    Cancelled,
    ErrorRate,
    P95,
    P99,
    Max,
    RateLimited,
    Repeated,
    TokensPerCall,
    Unrecorded,
}

#[derive(Clone, Copy, Debug)]
enum Most {
    Count(u64),
    Rate(f64),
    Time(Duration),
}

const NAMES: [(&str, Figure); 10] = [
    ("failed", Figure::Failed),
    ("cancelled", Figure::Cancelled),
    ("error-rate", Figure::ErrorRate),
    ("p95", Figure::P95),
    ("p99", Figure::P99),
    ("max", Figure::Max),
    ("rate-limited", Figure::RateLimited),
    ("repeated", Figure::Repeated),
    ("tokens-per-call", Figure::TokensPerCall),
    ("unrecorded", Figure::Unrecorded),
];

impl FromStr for Budget {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let (name, most) = match text.split_once('>') {
            Some((name, most)) => (name.trim(), Some(most.trim())),
            None => (text.trim(), None),
        };
        let found = NAMES.iter().find(|(known, _)| *known == name);
        let (_, figure) = found.ok_or_else(|| {
            let names: Vec<&str> = NAMES.iter().map(|(name, _)| *name).collect();
            format!("unknown figure `{name}`; expected one of {}", names.join(", "))
        })?;
        let form = |example: &str| format!("write it as `{name}>{example}`");
        let most = match (figure, most) {
            (Figure::ErrorRate, Some(most)) => Most::Rate(rate(most)?),
            (Figure::TokensPerCall, Some(most)) => {
                let number = most.parse().ok().filter(|most: &f64| most.is_finite() && *most >= 0.0);
                Most::Rate(number.ok_or_else(|| form("0.1"))?)
            }
            (Figure::P95 | Figure::P99 | Figure::Max, Some(most)) => {
                Most::Time(parse_duration(most).map_err(|error| error.to_string())?)
            }
            (Figure::ErrorRate, None) => return Err(form("1%")),
            (Figure::TokensPerCall, None) => return Err(form("0.1")),
            (Figure::P95 | Figure::P99 | Figure::Max, None) => return Err(form("800ms")),
            (_, Some(most)) => Most::Count(most.parse().map_err(|_| form("3"))?),
            (_, None) => Most::Count(0),
        };
        Ok(Self { figure: *figure, most })
    }
}

impl Budget {
    /// Returns the name of its figure.
    pub(super) fn name(&self) -> &'static str {
        NAMES.iter().find(|(_, figure)| *figure == self.figure).map_or("", |(name, _)| *name)
    }

    /// Returns whether it is about the calls that the application ended.
    pub(super) fn is_of_cancelled(&self) -> bool {
        self.figure == Figure::Cancelled
    }

    /// Returns what was exceeded, in a sentence; nothing where it was kept.
    pub(super) fn exceeded(&self, run: &Recorded) -> Option<String> {
        let name = self.name();
        let millis = |ms: Option<f64>| Duration::try_from_secs_f64(ms.unwrap_or(0.0) / 1000.0).unwrap_or_default();
        match self.most {
            Most::Count(most) => {
                let found = match self.figure {
                    Figure::Failed => run.figures.errors,
                    Figure::Cancelled => run.cancelled,
                    Figure::RateLimited => run.rate_limited,
                    Figure::Repeated => run.repeated_without_need,
                    _ => run.unrecorded,
                };
                (found > most).then(|| format!("{name} is {found}, and {most} is allowed"))
            }
            Most::Rate(most) if self.figure == Figure::ErrorRate => {
                let found = run.figures.error_rate.unwrap_or(0.0);
                let (found, most) = (found * 100.0, most * 100.0);
                (found > most).then(|| format!("{name} is {found:.2} %, and {most:.2} % is allowed"))
            }
            Most::Rate(most) => {
                let found = run.tokens_per_call.unwrap_or(0.0);
                (found > most).then(|| format!("{name} is {found:.2}, and {most} is allowed"))
            }
            Most::Time(most) => {
                let found = millis(match self.figure {
                    Figure::P95 => run.figures.p95_ms,
                    Figure::P99 => run.figures.p99_ms,
                    _ => run.figures.max_ms,
                });
                (found > most).then(|| format!("{name} is {}, and {} is allowed", span(found), span(most)))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Budget;

    #[test]
    fn budgets_as_people_type_them() {
        for text in [
            "failed",
            "failed>3",
            "cancelled",
            "error-rate>1%",
            "p95>800ms",
            "max > 2s",
            "tokens-per-call>0.5",
            "unrecorded",
        ] {
            assert!(text.parse::<Budget>().is_ok(), "{text}");
        }
        for text in ["", "fail", "p95", "error-rate", "failed>x", "failed>-1", "p99>fast", "tokens-per-call>NaN"] {
            let reason = text.parse::<Budget>().expect_err(text);
            assert!(!reason.is_empty());
        }
    }
}
