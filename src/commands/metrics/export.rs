//! `makini metrics export`.

use jiff::Timestamp;
use serde_json::{Map, Value};

use super::answer::MetricsAnswer;
use super::{DEFAULT_RANGE, QueryArgs, grouped};
use crate::api::lenient::timestamp;
use crate::args::{OutputFile, examples};
use crate::context::Context;
use crate::exit::Exit;
use crate::exposition::{Exposition, Form, Kind, Metrics as _, label, unique};
use crate::failure::Failure;
use crate::settings::origin::Origin;
use crate::term::{Term, Terminal};
use crate::view::{Format, show};

/// What a series is about: the keys of a group that become labels.
const LABELS: [&str; 9] =
    ["connection_id", "connection", "system", "endpoint", "entity", "kind", "day", "weekday", "hour"];

/// Figures: the key of the JSON, the name without prefix, the unit, the help, and what it is divided by.
const FIGURES: [(&str, &str, &str, &str, f64); 13] = [
    ("requests", "requests", "", "Number of requests.", 1.0),
    ("errors", "failed_requests", "", "Number of failed requests: no answer, or a status of 400 and above.", 1.0),
    ("error_rate", "error_ratio", "ratio", "Part of the requests that failed, 0 to 1.", 1.0),
    ("mean_ms", "latency_mean_seconds", "seconds", "Mean response time.", 1000.0),
    ("p50_ms", "latency_p50_seconds", "seconds", "Median of the response times.", 1000.0),
    ("p90_ms", "latency_p90_seconds", "seconds", "90th percentile of the response times.", 1000.0),
    ("p95_ms", "latency_p95_seconds", "seconds", "95th percentile of the response times.", 1000.0),
    ("p99_ms", "latency_p99_seconds", "seconds", "99th percentile of the response times.", 1000.0),
    ("max_ms", "latency_max_seconds", "seconds", "Longest response time.", 1000.0),
    ("server_mean_ms", "server_mean_seconds", "seconds", "Mean time in the server, with the connected system.", 1000.0),
    ("network_mean_ms", "network_mean_seconds", "seconds", "Mean time on the network.", 1000.0),
    ("source_mean_ms", "source_mean_seconds", "seconds", "Mean time in the connected system.", 1000.0),
    ("throughput", "requests_per_second", "", "Requests per second.", 1.0),
];

/// Export metrics as OpenMetrics, CSV or NDJSON
///
/// The figures of `makini metrics` with the same options, as OpenMetrics 1.0 unless `-o csv` or `-o ndjson` is given.
/// Without `--bucket` each series has one sample without a time, which the textfile collector of Prometheus reads. With
/// `--bucket` each bucket is a sample with its start as its time, which `promtool tsdb create-blocks-from openmetrics`
/// adds to a database of Prometheus. What has no value has no sample.
#[derive(clap::Args, Debug)]
#[command(after_long_help = examples![
    "makini metrics export --out metrics.prom",
    "makini metrics export --bucket 1h --since 7d -o csv",
])]
pub(super) struct Args {
    #[command(flatten)]
    query: QueryArgs,

    #[command(flatten)]
    file: OutputFile,
}

/// Writes them.
pub(super) async fn run(ctx: &Context, args: Args) -> Result<Exit, Failure> {
    let format = ctx.out.format();
    if format == Format::Table {
        if matches!(ctx.settings.get("output").origin, Origin::Flag(_)) {
            return Err(Failure::usage("an export is no table").hint("`makini metrics` prints the table"));
        }
        ctx.out.check_without_table()?;
    } else {
        ctx.out.check_for::<MetricsAnswer>()?;
    }
    let QueryArgs { selection, by, bucket } = args.query;
    let answer = grouped(selection.resolve(ctx, DEFAULT_RANGE).await?, by, bucket).answer(ctx).await?;
    let text = if format == Format::Table {
        open_metrics(&answer).into_bytes()
    } else {
        let (term, captured) = Term::captured(Terminal::default(), ctx.term.options().clone(), "");
        show(&term, &ctx.out, &answer)?;
        term.flush()?;
        captured.stdout_bytes()
    };
    args.file.write(ctx, &text, "the metrics ")?;
    Ok(Exit::Ok)
}

/// Returns the document.
fn open_metrics(answer: &MetricsAnswer) -> String {
    let groups = serde_json::to_value(&answer.groups).expect("plain fields");
    let groups: Vec<&Map<String, Value>> =
        groups.as_array().into_iter().flatten().filter_map(Value::as_object).collect();
    let mut series: Vec<Series<'_>> = groups.into_iter().map(Series::of).collect();
    // The samples of a series stand together, in the order of time.
    series.sort_by(|one, other| (&one.labels, one.at).cmp(&(&other.labels, other.at)));
    // A series must not be there twice, whatever a server lists.
    series.dedup_by(|one, other| one.labels == other.labels && one.at == other.at);
    let mut out = Exposition::new("makini_metrics_", Form::OpenMetrics);
    if answer.bucket_seconds.is_none() {
        let ends = [("from_timestamp_seconds", "Start", answer.from), ("to_timestamp_seconds", "End", answer.to)];
        for (name, end, at) in ends {
            out.family(
                name,
                Kind::Gauge,
                "seconds",
                &format!("{end} of the time that the figures are about, Unix time."),
            );
            out.sample(name, "", "", at.as_second());
        }
    }
    for (key, name, unit, help, divisor) in FIGURES {
        out.family(name, Kind::Gauge, unit, help);
        for one in &series {
            let Some(value) = one.group.get(key).and_then(Value::as_f64) else { continue };
            let value = value / divisor;
            match one.at {
                Some(second) => out.sample(name, &one.labels, "", format!("{value} {second}")),
                None => out.sample(name, &one.labels, "", value),
            }
        }
    }
    out.finish()
}

/// The figures of one group.
struct Series<'a> {
    labels: String,
    /// Start of the bucket, in seconds since 1970.
    at: Option<i64>,
    group: &'a Map<String, Value>,
}

impl<'a> Series<'a> {
    fn of(group: &'a Map<String, Value>) -> Self {
        let text = |key: &str| group.get(key).and_then(Value::as_str);
        let labels = LABELS.into_iter().filter_map(|key| {
            let value = text(key)?;
            Some(format!("{key}=\"{}\"", if key == "connection_id" { unique(value) } else { label(value) }))
        });
        let at = text("bucket").and_then(timestamp).map(Timestamp::as_second);
        Self { labels: labels.collect::<Vec<_>>().join(","), at, group }
    }
}
