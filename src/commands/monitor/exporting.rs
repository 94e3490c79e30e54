//! Where the metrics are sent by OTLP.

use std::sync::Arc;
use std::time::Duration;

use axum::http::header::{HeaderMap, HeaderName, HeaderValue};
use percent_encoding::percent_decode_str;
use url::Url;

use super::notifying::outbound;
use crate::context::Context;
use crate::failure::Failure;
use crate::monitor::{Board, OtlpExporter};

/// Variable with headers, as the specification of OpenTelemetry has it.
const HEADERS: &str = "OTEL_EXPORTER_OTLP_HEADERS";
/// Path of metrics, by the same.
const PATH: &str = "/v1/metrics";
/// Time for an answer.
const ANSWER_TIME: Duration = Duration::from_secs(10);

/// Where to.
#[derive(clap::Args, Debug)]
pub(super) struct OtlpArgs {
    /// URL to send the metrics to after each round, by OTLP/HTTP
    ///
    /// The metrics of `/metrics`, as compressed JSON. `/v1/metrics` is added to a URL without a path, for example
    /// `http://127.0.0.1:4318`. Headers such as credentials come from `OTEL_EXPORTER_OTLP_HEADERS`. What is not taken is
    /// reported, and counted in `makini_otlp_exports_total`; the next round sends the counts again.
    #[arg(long, value_name = "URL", hide_short_help = true)]
    otlp: Option<String>,
}

impl OtlpArgs {
    /// Returns what sends, if that is asked for.
    ///
    /// # Errors
    /// The URL or a header is none.
    pub(super) fn exporter(&self, ctx: &Context) -> Result<Option<OtlpExporter>, Failure> {
        let Some(text) = &self.otlp else { return Ok(None) };
        let url = Url::parse(text.trim()).ok();
        let text = match &url {
            Some(url) if matches!(url.path(), "" | "/") && url.query().is_none() => {
                format!("{}{PATH}", text.trim().trim_end_matches('/'))
            }
            _ => text.clone(),
        };
        let (target, sender) = outbound(ctx, &text, ANSWER_TIME)?;
        let headers = headers(ctx.env.text(HEADERS).unwrap_or_default())?;
        Ok(Some(OtlpExporter { target, sender, headers, started: ctx.clock.now() }))
    }
}

/// Parses headers: `name=value`, separated by commas, the value percent-encoded.
fn headers(text: &str) -> Result<HeaderMap, Failure> {
    let mut headers = HeaderMap::new();
    for (number, pair) in (1..).zip(text.split(',').map(str::trim).filter(|pair| !pair.is_empty())) {
        // The value is a secret, and is not shown.
        let bad = |what: &str| Failure::usage(format!("{HEADERS}: header {number} {what}"));
        let (name, value) = pair.split_once('=').ok_or_else(|| bad("has no `=`"))?;
        let name = HeaderName::from_bytes(name.trim().as_bytes()).map_err(|_| bad("has no valid name"))?;
        let value: Vec<u8> = percent_decode_str(value.trim()).collect();
        let mut value = HeaderValue::from_bytes(&value).map_err(|_| bad("has no valid value"))?;
        value.set_sensitive(true);
        headers.append(name, value);
    }
    Ok(headers)
}

/// Exports after each round, and reports when that begins to fail and when it works again.
pub(super) struct Exporting<'a> {
    ctx: &'a Context,
    exporter: OtlpExporter,
    is_failing: bool,
}

impl<'a> Exporting<'a> {
    pub(super) const fn new(ctx: &'a Context, exporter: OtlpExporter) -> Self {
        Self { ctx, exporter, is_failing: false }
    }

    pub(super) async fn export(&mut self, board: &Arc<Board>) {
        let result = self.exporter.export(board, &self.ctx.clock).await;
        board.exported(result.is_ok());
        match (&result, self.is_failing) {
            (Err(why), false) => {
                self.ctx.term.warn(format!("metrics were not sent to `{}`: {why}", self.exporter.target));
            }
            (Ok(()), true) => self.ctx.term.note(format!("metrics are sent to `{}` again", self.exporter.target)),
            (Err(_), true) | (Ok(()), false) => {}
        }
        self.is_failing = result.is_err();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_of_the_environment() {
        let found = headers("authorization=Bearer%20a+b%3D=, x-tenant = 7 ,").expect("valid");
        assert_eq!(found["authorization"], "Bearer a+b==");
        assert_eq!(found["x-tenant"], "7");
        for (text, why) in
            [("abc", "header 1 has no `=`"), ("a=b, ü=c", "header 2 has no valid name"), ("a=%0A", "value")]
        {
            let failure = headers(text).expect_err(text);
            assert!(failure.causes().join(": ").contains(why), "{text}");
        }
    }
}
