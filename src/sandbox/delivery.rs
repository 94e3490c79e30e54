//! Delivers webhooks: signs them, sends them to the loopback, and schedules retries.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::time::Duration;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use bytes::Bytes;
use hmac::{Hmac, KeyInit as _, Mac as _};
use http_body_util::Full;
use hyper_util::rt::TokioIo;
use rusqlite::Connection as Db;
use sha2::Sha256;
use tokio::net::TcpStream;
use tokio::task::JoinSet;

use super::due::run_due;
use super::error::Error;
use super::state::App;
use super::store::timers;
use super::store::webhooks::{self, AttemptResult, DueDelivery, Lease};
use super::time::millis;
use super::{faults, ids};
use crate::api::events::{HANDLED, HANDLING_TIME, PREVIOUS_SIGNATURE_HEADER, SIGNATURE_HEADER, is_handled};
use crate::samples::php;
use crate::secret::Secret;

/// Timeout of one attempt.
const TIMEOUT: Duration = HANDLING_TIME;
/// How long a delivery is leased for one attempt, in milliseconds of the machine's clock: longer than [`TIMEOUT`].
pub(crate) const LEASE: i64 = 15_000;
/// Deliveries sent concurrently.
const CONCURRENCY: u64 = 16;
/// Delay before the first retry, in milliseconds.
const FIRST_WAIT: f64 = 30_000.0;
/// The longest delay between attempts, in milliseconds: within the last hours of a day there is still more than one.
const LONGEST_WAIT: f64 = 4.0 * 3_600_000.0;
/// Age at which a delivery is given up, in milliseconds. The last attempt is made at that age.
const MAX_AGE: i64 = 24 * 3_600_000;
/// The longest pause of the worker: other processes may create deliveries.
const POLL_INTERVAL: Duration = Duration::from_millis(500);

/// Secret that a delivery with an invalid signature is signed with.
const WRONG_SECRET: &str = "not the secret of this endpoint";

/// Runs due timers, delivers what is due, and returns how long to wait before the next run.
pub(crate) async fn run_once(app: &App) -> Result<Duration, Error> {
    deliver_due(app).await?;
    let real = app.real();
    let reading = app.reading();
    if reading.is_stopped(real) {
        return Ok(POLL_INTERVAL);
    }
    let next = app.read(|db| Ok([timers::next(db)?, webhooks::next_due(db, real)?]))?;
    let now = reading.now(real);
    #[expect(clippy::cast_precision_loss, reason = "milliseconds to wait")]
    let wait = next.into_iter().flatten().min().map(|at| (at - now).max(0) as f64 / reading.scale / 1000.0);
    let wait = wait.and_then(|seconds| Duration::try_from_secs_f64(seconds).ok());
    Ok(wait.unwrap_or(POLL_INTERVAL).clamp(Duration::from_millis(5), POLL_INTERVAL))
}

/// Delivers what is due and returns the number of attempts. While the clock is being advanced, the process that
/// advances it delivers instead. While it is frozen, deliveries are sent one by one, so that they arrive in order.
pub(crate) async fn deliver_due(app: &App) -> Result<usize, Error> {
    run_due(app)?;
    let mut tried = 0;
    loop {
        let taken = app.write(|tx| {
            let real = app.real();
            let reading = app.reading();
            if reading.is_held(real) || (reading.frozen && webhooks::any_leased(tx, real)?) {
                return Ok(Vec::new());
            }
            let at_once = if reading.frozen { 1 } else { CONCURRENCY };
            take_due(tx, app, reading.now(real), real, at_once)
        })?;
        if taken.is_empty() {
            return Ok(tried);
        }
        tried += taken.len();
        let mut sending = JoinSet::new();
        for delivery in taken {
            let app = app.clone();
            sending.spawn(async move {
                let outcome = attempt(&app, &delivery).await;
                app.write(|tx| webhooks::record_attempt(tx, &delivery, &outcome))
            });
        }
        while let Some(done) = sending.join_next().await {
            done.unwrap_or(Ok(()))?;
        }
    }
}

/// Takes up to `limit` deliveries that are due at `now`, each changed as the faults say. `real` is the machine's time.
pub(crate) fn take_due(db: &Db, app: &App, now: i64, real: i64, limit: u64) -> Result<Vec<DueDelivery>, Error> {
    let mut taken = webhooks::take_due(db, app.vault(), now, Lease { real, length: LEASE }, limit)?;
    taken.iter_mut().try_for_each(|due| faults::delivery::change(db, due, now))?;
    Ok(taken)
}

/// Attempts one delivery now, whenever it is due.
pub(crate) async fn deliver_one(app: &App, id: &str) -> Result<(), Error> {
    let (now, lease) = (millis(app.now()), Lease { real: app.real(), length: LEASE });
    let taken = app.write(|tx| {
        let mut taken = webhooks::take_one(tx, app.vault(), id, now, lease)?;
        taken.as_mut().map(|due| faults::delivery::change(tx, due, now)).transpose()?;
        Ok(taken)
    })?;
    if let Some(delivery) = taken {
        let outcome = attempt(app, &delivery).await;
        app.write(|tx| webhooks::record_attempt(tx, &delivery, &outcome))?;
    }
    Ok(())
}

/// Sends a delivery once and returns the result.
pub(crate) async fn attempt(app: &App, due: &DueDelivery) -> AttemptResult {
    let at = millis(app.now());
    let began = app.clock().moment();
    let sent = tokio::time::timeout(TIMEOUT, send(due)).await;
    let took = app.elapsed(began);
    let (response_code, error) = match sent {
        Ok(Ok(status)) if is_handled(status) => (Some(status), None),
        Ok(Ok(status)) => (Some(status), Some(format!("the receiver responded {status}, not {HANDLED}"))),
        Ok(Err(error)) => (None, Some(error)),
        Err(_) => (None, Some("the receiver did not respond within 10 s".into())),
    };
    let ends = due.created_at + MAX_AGE;
    let next = (at + retry_delay(app.options().seed, &due.id, due.attempt)).min(ends);
    let (status, next_attempt_at) = match &error {
        None => ("delivered", None),
        Some(_) if due.test || at >= ends => ("failed", None),
        Some(_) => ("pending", Some(next)),
    };
    let took_ms = u64::try_from(took.as_millis()).unwrap_or(u64::MAX);
    AttemptResult { at, response_code, error, took_ms, status, next_attempt_at }
}

/// Returns the delay after the given attempt in milliseconds: 30 s, doubling up to [`LONGEST_WAIT`], with a jitter of
/// 20 % drawn from the seed.
fn retry_delay(seed: u64, delivery: &str, attempt: u32) -> i64 {
    let jitter = 0.8 + 0.4 * ids::chance(seed, &["retry", delivery, &attempt.to_string()]);
    #[expect(clippy::cast_possible_truncation, reason = "days in milliseconds at most")]
    let wait = ((FIRST_WAIT * f64::from(1_u32 << attempt.saturating_sub(1).min(16))).min(LONGEST_WAIT) * jitter) as i64;
    wait
}

/// Returns the signature as published: base64 of HMAC-SHA256 over the output of `JSON.stringify`, which the payload
/// already is.
pub(crate) fn sign(secret: &Secret, payload: &str) -> String {
    let mut mac = Hmac::<Sha256>::new_from_slice(secret.expose().as_bytes()).expect("a key of any length will do");
    mac.update(payload.as_bytes());
    BASE64_STANDARD.encode(mac.finalize().into_bytes())
}

/// Posts a delivery and returns the HTTP status, or why there is none.
async fn send(due: &DueDelivery) -> Result<u16, String> {
    let url = url::Url::parse(&due.url).map_err(|_| "the endpoint's URL is invalid".to_owned())?;
    let port = url.port_or_known_default().unwrap_or(80);
    let stream = connect(&url, port).await?;
    let (mut sender, connection) = hyper::client::conn::http1::handshake(TokioIo::new(stream))
        .await
        .map_err(|_| "the receiver does not speak HTTP".to_owned())?;
    let driver = tokio::spawn(connection);
    let target = &url[url::Position::BeforePath..url::Position::AfterQuery];
    let authority = &url[url::Position::BeforeHost..url::Position::AfterPort];
    let secret = if due.variant.badly_signed { &Secret::new(WRONG_SECRET) } else { &due.secret };
    let body = if due.variant.php { php(&due.payload) } else { due.payload.clone() };
    let mut request = hyper::Request::post(target);
    if let Some(old) = &due.old_secret
        && !due.variant.badly_signed
    {
        request = request.header(PREVIOUS_SIGNATURE_HEADER, sign(old, &due.payload));
    }
    let request = request
        .header("host", authority)
        .header("content-type", "application/json")
        .header("user-agent", concat!("makini-sandbox/", env!("CARGO_PKG_VERSION")))
        .header("x-makini-sandbox", "true")
        .header("connection", "close")
        .header(SIGNATURE_HEADER, sign(secret, &due.payload))
        .body(Full::new(Bytes::from(body)))
        .map_err(|_| "the endpoint's URL is invalid".to_owned())?;
    let answer = sender.send_request(request).await;
    driver.abort();
    answer.map(|answer| answer.status().as_u16()).map_err(|_| "the receiver closed the connection".into())
}

/// Connects to the loopback without a DNS lookup: the host was checked when the endpoint was stored.
async fn connect(url: &url::Url, port: u16) -> Result<TcpStream, String> {
    let hosts: &[IpAddr] = match url.host() {
        Some(url::Host::Ipv4(ip)) => &[IpAddr::V4(ip)],
        Some(url::Host::Ipv6(ip)) => &[IpAddr::V6(ip)],
        _ => &[IpAddr::V4(Ipv4Addr::LOCALHOST), IpAddr::V6(Ipv6Addr::LOCALHOST)],
    };
    let hosts: Vec<_> = hosts.iter().filter(|ip| ip.is_loopback()).map(|ip| SocketAddr::new(*ip, port)).collect();
    TcpStream::connect(&hosts[..]).await.map_err(|error| format!("cannot connect to the receiver ({})", error.kind()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_double_from_thirty_seconds_up_to_four_hours() {
        for attempt in 1..=20 {
            let wait = retry_delay(7, "del_x", attempt);
            let middle = (30_000 * (1 << (attempt - 1))).min(4 * 3_600_000);
            assert!((middle * 8 / 10..=middle * 12 / 10).contains(&wait), "{attempt}: {wait}");
        }
        assert_eq!(retry_delay(7, "del_x", 3), retry_delay(7, "del_x", 3));
        assert_ne!(retry_delay(7, "del_x", 3), retry_delay(8, "del_x", 3));
    }

    #[test]
    fn the_signature_is_that_of_openssl() {
        // printf '{"event":"assets.updated","body":["a"]}' | openssl dgst -sha256 -hmac secret -binary | base64
        let signature = sign(&Secret::new("secret"), r#"{"event":"assets.updated","body":["a"]}"#);
        assert_eq!(signature, "hwmgwlyoQbRImciT2DT6cG/vNhS4idoPTFhx+A5ZnSA=");
    }
}
