//! `metrics --compare`: each group against its own baseline.

use std::collections::HashMap;
use std::time::Duration;

use jiff::Timestamp;
use serde::Serialize;

use super::answer::{Baseline, By, Group, GroupKey, MetricsAnswer, Source, Trends};
use super::charts::{Figure as Drawn, Spans};
use super::query::{Name, Query, journal_figures, name, server_groups};
use crate::api::connections::Connection;
use crate::api::metrics::MetricGroup;
use crate::api::trend::{Comparison, ComparisonError, Figure, Judgement};
use crate::chart::{self, Change};
use crate::context::Context;
use crate::failure::{During as _, Failure};
use crate::measure::{TrendVerdict, Window};
use crate::term::Line;
use crate::view::{Cell, Look, count, span};

/// The figures that are judged, the first that became worse standing for all of them.
const JUDGED: [Figure; 3] = [Figure::P95, Figure::ErrorRate, Figure::P50];

impl Trends {
    fn of(figures: Vec<Judgement>) -> Self {
        let first = |verdict| figures.iter().find(|judgement| judgement.verdict == verdict);
        let verdicts = [TrendVerdict::Worse, TrendVerdict::Better, TrendVerdict::Unchanged];
        let headline = verdicts.into_iter().find_map(first).unwrap_or(&figures[0]).clone();
        Self { headline, figures }
    }

    /// Returns the verdict in a few words.
    pub(super) fn short(&self, look: &Look) -> String {
        let found = &self.headline;
        match found.verdict {
            TrendVerdict::Worse | TrendVerdict::Better => match found.since {
                Some(since) => format!("{} since {}", found.size(), moment(since, look)),
                None => found.size(),
            },
            TrendVerdict::Unchanged => "no change".into(),
            TrendVerdict::TooFew => "too few".into(),
        }
    }

    /// Returns the verdict with its evidence.
    pub(super) fn sentence(&self, baseline: &Baseline, from: Timestamp, look: &Look) -> String {
        let evidence = |found: &Judgement| format!("n = {} against {}", count(found.n), count(found.n_baseline));
        let changed = |found: &Judgement| {
            let since = match found.since.filter(|since| *since > from) {
                Some(since) => format!("since {} (change point; {})", moment(since, look), evidence(found)),
                None => format!("for all of this time ({})", evidence(found)),
            };
            format!("{} of {}, {since}", found.size(), baseline.words())
        };
        match self.headline.verdict {
            TrendVerdict::Worse | TrendVerdict::Better => {
                let all = self.figures.iter().filter(|found| found.verdict == self.headline.verdict);
                all.map(changed).collect::<Vec<_>>().join("; ")
            }
            TrendVerdict::Unchanged => format!("no sustained change ({})", evidence(&self.headline)),
            TrendVerdict::TooFew => format!("too few to tell ({})", evidence(&self.headline)),
        }
    }
}

/// Returns a moment as people speak of the last days.
fn moment(at: Timestamp, look: &Look) -> String {
    let is_near = look.now.duration_since(at).as_secs() < 6 * 86_400;
    if !look.terminal {
        return look.when(at);
    }
    look.zone.to_datetime(at).strftime(if is_near { "%a %H:%M" } else { "%Y-%m-%d %H:%M" }).to_string()
}

impl Baseline {
    /// Returns what it is called.
    fn words(&self) -> String {
        match self.shift_seconds {
            604_800 => "last week".into(),
            86_400 => "the day before".into(),
            seconds => format!("{} earlier", span(Duration::from_secs(seconds)).replace(" 0h", "")),
        }
    }
}

/// Judges the total and each group of an answer against the time `shift` before. Times are not judged each: what is looked
/// for is the time of a change.
pub(super) async fn compare(
    ctx: &Context,
    query: &Query,
    connections: &[Connection],
    shift: Duration,
    answer: &mut MetricsAnswer,
) -> Result<(), Failure> {
    let by: Vec<By> = query.by.iter().copied().filter(|by| !by.is_time()).collect();
    let requests = answer.total.requests.unwrap_or_default() / (answer.names().max(1) as u64);
    let comparison = Comparison::new(query.window(), shift, requests).map_err(refused)?;
    let series = async |window: Window, by: &[By]| {
        let series = Query {
            by: by.to_vec(),
            bucket: Some(comparison.bucket),
            since: window.from,
            until: window.to,
            ..query.clone()
        };
        match answer.source {
            Source::Server => server_groups(ctx.client().await?, &series).await,
            Source::Journal | Source::Auto => Ok(journal_figures(ctx, &series, connections)?.groups),
        }
    };
    let read = async |window: Window, by: &[By]| {
        series(window, by).await.during(|| "could not read what to compare with".into())
    };
    let judge = |before: &[&MetricGroup], now: &[&MetricGroup]| {
        let judged = |figure| comparison.judge(before.iter().copied(), now.iter().copied(), figure);
        Trends::of(JUDGED.into_iter().map(judged).collect())
    };
    let (before, now) = (read(comparison.baseline, &[]).await?, read(comparison.window, &[]).await?);
    let total = judge(&before.iter().collect::<Vec<_>>(), &now.iter().collect::<Vec<_>>());
    let mut trends = HashMap::new();
    if !by.is_empty() && by.len() == query.by.len() && query.bucket.is_none() {
        let (before, now) = (read(comparison.baseline, &by).await?, read(comparison.window, &by).await?);
        let (before, now) = (by_name(&before), by_name(&now));
        for (name, now) in now {
            let trend = judge(before.get(&name).map_or(&[], Vec::as_slice), &now);
            trends.insert(name, trend);
        }
    }
    for group in &mut answer.groups {
        group.trend = trends.remove(&name(&group.figures));
    }
    answer.comparison = Some(Baseline {
        from: comparison.baseline.from,
        to: comparison.baseline.to,
        shift_seconds: shift.as_secs(),
        bucket_seconds: comparison.bucket.seconds(),
    });
    answer.total_trend = Some(total);
    Ok(())
}

fn by_name(groups: &[MetricGroup]) -> HashMap<Name, Vec<&MetricGroup>> {
    let mut named = HashMap::<Name, Vec<&MetricGroup>>::new();
    for group in groups {
        named.entry(name(group)).or_default().push(group);
    }
    named
}

fn refused(error: ComparisonError) -> Failure {
    let hint = match error {
        ComparisonError::Overlap => "compare across more time, as `--compare 7d`, or judge less, as `--since 1h`",
        ComparisonError::Minutes => "use for example `--compare 7d`",
    };
    Failure::usage(format!("`--compare`: {error}")).hint(hint)
}

/// What plots are compared with.
pub(super) struct Before {
    /// The same figures of the time before.
    pub(super) figures: MetricsAnswer,
    /// The figures without times, judged against those before.
    pub(super) judged: MetricsAnswer,
}

impl Before {
    fn words(&self) -> String {
        self.judged.comparison.as_ref().map(Baseline::words).unwrap_or_default()
    }

    /// Returns the values of a group before.
    pub(super) fn values(&self, key: GroupKey<'_>, figure: Drawn) -> Option<chart::Baseline> {
        let runs = Spans::of(&self.figures)?.values(&self.figures, figure);
        let run = runs.into_iter().find(|run| run.key() == key)?;
        Some(chart::Baseline { title: self.words(), values: run.values })
    }

    /// Returns the change of a group: that of the figure, if it is one that is judged, else the first that became worse.
    pub(super) fn change(&self, key: GroupKey<'_>, figure: Drawn) -> Option<Change> {
        let trends = if key == GroupKey::default() {
            self.judged.total_trend.as_ref()
        } else {
            self.judged.groups.iter().find(|group| group.key() == key)?.trend.as_ref()
        };
        let trends = trends?;
        let own = figure.judged().and_then(|figure| trends.figures.iter().find(|found| found.figure == figure));
        let found = own.unwrap_or(&trends.headline);
        matches!(found.verdict, TrendVerdict::Worse | TrendVerdict::Better).then(|| Change {
            at: found.since.unwrap_or(self.judged.from),
            text: format!("{} of {}", found.size(), self.words()),
        })
    }
}

/// Parts of a verdict that programs read, and their headings.
pub(super) const TREND: [(&str, &str); 5] = [
    ("trend.figure", "CHANGED"),
    ("trend.ratio", "RATIO"),
    ("trend.since", "SINCE"),
    ("trend.n", "N"),
    ("trend.n_baseline", "N BASELINE"),
];

/// Returns a part of a verdict.
pub(super) fn trend_cell<'a>(trend: Option<&'a Trends>, key: &str, look: &Look) -> Cell<'a> {
    let Some(trend) = trend else { return Cell::empty() };
    let found = &trend.headline;
    match key {
        "trend.verdict" => {
            let short = trend.short(look);
            let cell = match found.verdict {
                TrendVerdict::Worse => Cell::bad(short),
                TrendVerdict::Better => Cell::good(short),
                TrendVerdict::Unchanged | TrendVerdict::TooFew => Cell::muted(short),
            };
            cell.machine(word(found.verdict))
        }
        "trend.figure" => Cell::text(word(found.figure)),
        "trend.ratio" => {
            Cell::maybe(found.ratio, |ratio| Cell::number(format!("{ratio:.2}x")).machine(ratio.to_string()))
        }
        "trend.since" => Cell::time(found.since, look),
        "trend.n" => Cell::count(found.n),
        _ => Cell::count(found.n_baseline),
    }
}

/// Returns the word that JSON has for a value.
fn word(value: impl Serialize) -> String {
    let json = serde_json::to_value(value).unwrap_or_default();
    json.as_str().unwrap_or_default().to_owned()
}

/// Returns the verdict on all of an answer, and those on groups that changed.
pub(super) fn verdicts(answer: &MetricsAnswer, look: &Look) -> Vec<Line> {
    let (Some(baseline), Some(total)) = (&answer.comparison, &answer.total_trend) else { return Vec::new() };
    let line = |label: &str, trend: &Trends| {
        let sentence = trend.sentence(baseline, answer.from, look);
        let line = Line::new().muted(format!("{label}: "));
        match trend.headline.verdict {
            TrendVerdict::Worse => line.bad(sentence),
            TrendVerdict::Better => line.good(sentence),
            TrendVerdict::Unchanged | TrendVerdict::TooFew => line.text(sentence),
        }
    };
    let changed = |group: &Group| {
        let trend = group.trend.as_ref()?;
        let is_changed = matches!(trend.headline.verdict, TrendVerdict::Worse | TrendVerdict::Better);
        let name = group.name();
        is_changed.then(|| line(if name.is_empty() { "(none)" } else { &name }, trend))
    };
    [line("trend", total)].into_iter().chain(answer.groups.iter().filter_map(changed)).collect()
}
