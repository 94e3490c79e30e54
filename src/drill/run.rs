//! Runs the cases.

use std::time::Duration;

use fastrand::Rng;
use jiff::{SignedDuration, Timestamp};
use serde_json::Value;
use tokio::task::JoinSet;

use super::bodies::{Property, generate};
use super::fault::{Fault, Signed};
use super::slow;
use super::{Case, Delivery, Drill, DrillError, Finding, Outcome, Plan};
use crate::inbox::forward::{NoResponse, Sent};
use crate::samples::{About, made_id, sample};
use crate::secret::Secret;
use crate::webhooks::sign::CannotSign;
use crate::webhooks::{Canonicalization, Config, Secrets, Tolerance, canonical};

/// Number of generated bodies of a case.
const BODIES: usize = 3;
/// Letters of a body that are shown.
const SHOWN: usize = 60;
/// Number of deliveries in a burst.
const BURST: usize = 20;
/// Maximum time from the response to the effect.
const EFFECT_TIME: Duration = Duration::from_secs(2);
/// Interval between two requests for the number of effects.
const LOOK: Duration = Duration::from_millis(50);
/// Time to wait for a second effect after the first.
const SETTLE: Duration = Duration::from_millis(300);

/// Number of pieces of the slow delivery, and the wait before each but the first: two seconds in all.
const PIECES: usize = 9;
const PIECE_WAIT: Duration = Duration::from_millis(250);

/// Responses to the deliveries of a case.
type Tried = Result<Vec<Sent>, Untried>;

/// Signs an event.
type Sign = fn(&Config, &Secrets, &str, &str, Timestamp) -> Result<Delivery, CannotSign>;

/// Why a case has no responses to check.
enum Untried {
    Skipped(&'static str),
    /// With the beginning of the generated body, where there is one.
    Wrong(Vec<Sent>, Fault, Option<String>),
    Error(DrillError),
}

impl<E: Into<DrillError>> From<E> for Untried {
    fn from(error: E) -> Self {
        Self::Error(error.into())
    }
}

impl Drill {
    /// Returns the URL of the handler.
    pub fn target(&self) -> String {
        self.plan.target.to_string()
    }

    /// Runs one case.
    ///
    /// # Errors
    /// When the handler cannot be reached, or a delivery cannot be signed. A handler that does something else than expected
    /// is a finding, not an error.
    pub async fn run(&self, case: Case) -> Result<Finding, DrillError> {
        let expected = case.expected();
        let (sent, fault, body) = match self.tried(case).await {
            Ok(sent) => {
                let fault = sent.iter().find_map(|sent| expected.judge(sent).err());
                (sent, fault, None)
            }
            Err(Untried::Wrong(sent, fault, body)) => (sent, Some(fault), body),
            Err(Untried::Error(error)) => return Err(error),
            Err(Untried::Skipped(why)) => {
                return Ok(Finding {
                    case: case.name(),
                    title: case.title(),
                    expected: expected.as_str(),
                    outcome: Outcome::Skipped,
                    status: None,
                    millis: None,
                    message: Some(why.to_owned()),
                    remedy: None,
                });
            }
        };
        if let (Case::Valid, Some(Fault::NoResponse(NoResponse::NotConnected, why))) = (case, &fault) {
            return Err(DrillError::Unreachable { url: self.target(), why: why.clone() });
        }
        if case == Case::Valid {
            self.plain_fault.lock().expect("no panic while it is held").clone_from(&fault);
        }
        let slowest = sent.iter().map(|sent| sent.elapsed).max();
        let failed = sent.iter().find(|sent| expected.judge(sent).is_err()).or(sent.last());
        Ok(Finding {
            case: case.name(),
            title: case.title(),
            expected: expected.as_str(),
            outcome: if fault.is_none() { Outcome::Passed } else { Outcome::Failed },
            status: failed.and_then(|sent| sent.status),
            millis: slowest.map(|time| u64::try_from(time.as_millis()).unwrap_or(u64::MAX)),
            remedy: fault.as_ref().map(|fault| self.remedy(case, fault)),
            message: fault.map(|fault| match body {
                Some(body) => format!("{fault}; the body was `{body}`"),
                None => fault.to_string(),
            }),
        })
    }

    async fn tried(&self, case: Case) -> Tried {
        let mut maker = Maker::new(&self.plan, case, self.plan.at.unwrap_or_else(|| self.clock.now()));
        let own = maker.secrets(&self.plan.secrets[..1])?;
        match case {
            Case::Valid | Case::Alive => self.send([maker.delivery("assets.updated", &own, 0)?]).await,
            Case::PhpEscaped => {
                let event = maker.event("system.error", 0);
                self.send([maker.signed_with(Delivery::signed_as_php, &event, &own, 0)?]).await
            }
            Case::Body(property) => {
                let mut sent = Vec::new();
                for one in self.generated(&mut maker, property) {
                    let sign = if one.as_written { Delivery::signed_as_written } else { Delivery::signed };
                    let delivery = maker.sign_text(sign, &one.event, &one.id, &own, 0)?;
                    let text = one.shown();
                    let response = self.send_one(delivery).await;
                    let judged = case.expected().judge(&response);
                    sent.push(response);
                    // One is enough to fail, and a handler that is slow would be slow a hundred times.
                    if let Err(fault) = judged {
                        return Err(Untried::Wrong(sent, fault, Some(text)));
                    }
                }
                Ok(sent)
            }
            Case::Tampered => {
                let mut delivery = maker.delivery("assets.updated", &own, 0)?;
                Maker::tamper(&mut delivery);
                self.send([delivery]).await
            }
            Case::AlteredSignature => {
                let delivery = maker.delivery("assets.updated", &own, 0)?;
                self.send(delivery.with_altered_signatures(&self.plan.config)).await
            }
            Case::Unsigned => {
                let mut delivery = maker.delivery("assets.updated", &own, 0)?;
                delivery.headers.remove(self.plan.config.signature_header.as_str());
                self.send([delivery]).await
            }
            Case::WrongSecret => {
                let unknown = maker.unknown_secret()?;
                self.send([maker.delivery("assets.updated", &unknown, 0)?]).await
            }
            Case::Stale => match self.plan.config.tolerance {
                _ if !self.plan.config.scheme.signs_time() => {
                    Err(Untried::Skipped("this scheme signs no time, so an old delivery cannot be detected"))
                }
                Tolerance::Unlimited => Err(Untried::Skipped("`--tolerance none` says that any age is fine")),
                Tolerance::Seconds(seconds) => {
                    let late = i64::try_from(seconds).unwrap_or(i64::MAX).saturating_add(3600);
                    self.send([maker.delivery("assets.updated", &own, late)?]).await
                }
            },
            Case::Duplicated => self.twice(maker.delivery("sync.completed", &own, 0)?).await,
            Case::OutOfOrder => {
                let older = maker.event("assets.updated", 120);
                let newer = maker.event("assets.updated", 0);
                let deliveries = [maker.signed(&newer, &own, 0)?, maker.signed(&older, &own, 0)?];
                self.send(deliveries).await
            }
            Case::Oversized => {
                let mut event = maker.event("system.error", 0);
                event["body"]["message"] = "x".repeat(self.plan.oversized).into();
                self.send([maker.signed(&event, &own, 0)?]).await
            }
            Case::ContentType => {
                let mut delivery = maker.delivery("assets.updated", &own, 0)?;
                delivery.headers.insert(http::header::CONTENT_TYPE, http::HeaderValue::from_static("text/plain"));
                self.send([delivery]).await
            }
            Case::Slow => {
                let mut sent = vec![self.send_slowly(maker.delivery("sync.completed", &own, 0)?).await];
                // Letters that are cut in two: only where they are verified when they come at once.
                let whole = self.send_one(maker.delivery("system.error", &own, 0)?).await;
                if case.expected().judge(&whole).is_ok() {
                    sent.push(self.send_slowly(maker.delivery("system.error", &own, 0)?).await);
                }
                Ok(sent)
            }
            Case::Rotated => match &self.plan.secrets[1..] {
                [] => Err(Untried::Skipped("there is only one secret; name the other with `--secret-file` too")),
                others => {
                    let mut deliveries = Vec::new();
                    for other in others {
                        let other = maker.secrets(std::slice::from_ref(other))?;
                        deliveries.push(maker.delivery("assets.updated", &other, 0)?);
                    }
                    self.send(deliveries).await
                }
            },
            Case::Burst => self.burst(&mut maker, &own).await,
        }
    }

    /// Returns what a handler has to verify.
    pub(super) fn signed(&self) -> Signed {
        let value = self.plan.config.candidates.contains(&Canonicalization::JsonStringify);
        if value { Signed::Value } else { Signed::Bytes }
    }

    /// Generates the deliveries of a case. Where the value is signed, the text is sent as its sender writes it, and then
    /// as it is.
    fn generated(&self, maker: &mut Maker<'_>, property: Property) -> Vec<Generated> {
        let mut all = Vec::new();
        for _ in 0..BODIES {
            let (id, body, event) = maker.event_with(property);
            if self.signed() == Signed::Value && property.is_of_the_value() {
                all.push(Generated { id: id.clone(), body: body.clone(), event: event.clone(), as_written: false });
            }
            all.push(Generated { id, body, event, as_written: true });
        }
        all
    }

    async fn send(&self, deliveries: impl IntoIterator<Item = Delivery>) -> Tried {
        let mut sent = Vec::new();
        for delivery in deliveries {
            sent.push(self.send_one(delivery).await);
        }
        Ok(sent)
    }

    async fn send_one(&self, Delivery { headers, body }: Delivery) -> Sent {
        self.sender.post(&self.plan.target, headers, body, &self.clock).await
    }

    async fn send_slowly(&self, Delivery { headers, body }: Delivery) -> Sent {
        let body = slow::body(body, PIECES, PIECE_WAIT);
        self.sender.post(&self.plan.target, headers, body, &self.clock).await
    }

    /// Sends the same delivery twice; it may have one effect, where the number of effects is known.
    async fn twice(&self, delivery: Delivery) -> Tried {
        let Some(_) = &self.plan.effects else { return self.send([delivery.clone(), delivery]).await };
        let before = self.effects().await?;
        let sent = self.send([delivery.clone(), delivery]).await?;
        let start = self.clock.moment();
        while self.effects().await? <= before && self.clock.since(start) < EFFECT_TIME {
            self.clock.sleep(LOOK).await;
        }
        self.clock.sleep(SETTLE).await;
        match self.effects().await?.saturating_sub(before) {
            1 => Ok(sent),
            effects => Err(Untried::Wrong(sent, Fault::Effects(effects), None)),
        }
    }

    async fn effects(&self) -> Result<u64, DrillError> {
        let target = self.plan.effects.as_ref().expect("asked only where there is one");
        let text = self.sender.read(target).await.map_err(DrillError::Effects)?;
        number(&text).ok_or_else(|| DrillError::Effects(format!("`{target}` answered with no whole number")))
    }

    async fn burst(&self, maker: &mut Maker<'_>, own: &Secrets) -> Tried {
        let mut sending = JoinSet::new();
        for _ in 0..BURST {
            let Delivery { headers, body } = maker.delivery("work-orders.updated", own, 0)?;
            let (sender, target, clock) = (self.sender.clone(), self.plan.target.clone(), self.clock.clone());
            sending.spawn(async move { sender.post(&target, headers, body, &clock).await });
        }
        Ok(sending.join_all().await)
    }
}

/// A delivery with a generated body.
struct Generated {
    id: String,
    body: String,
    event: String,
    /// Whether it is sent with this text, and not with the one that is signed.
    as_written: bool,
}

impl Generated {
    /// Returns the beginning of the body as it stands in the delivery.
    fn shown(&self) -> String {
        let canonical = if self.as_written { None } else { canonical::stringify(self.body.as_bytes()).ok() };
        let text = canonical.map_or_else(|| self.body.clone(), |text| String::from_utf8_lossy(&text).into_owned());
        let cut: String = text.chars().take(SHOWN).collect();
        if cut.len() < text.len() { cut + "…" } else { cut }
    }
}

/// Reads a whole number: by itself, or as the only one in an object.
fn number(text: &str) -> Option<u64> {
    match serde_json::from_str(text.trim()).ok()? {
        Value::Object(members) => {
            let mut numbers = members.values().filter_map(Value::as_u64);
            numbers.next().filter(|_| numbers.next().is_none())
        }
        value => value.as_u64(),
    }
}

/// Generates deliveries, each of another event.
struct Maker<'a> {
    plan: &'a Plan,
    rng: Rng,
    now: Timestamp,
}

impl<'a> Maker<'a> {
    fn new(plan: &'a Plan, case: Case, now: Timestamp) -> Self {
        let at = Case::ALL.iter().position(|one| *one == case).unwrap_or_default();
        Self { plan, rng: Rng::with_seed(plan.seed.wrapping_add(at as u64)), now }
    }

    fn secrets(&self, secrets: &[Secret]) -> Result<Secrets, DrillError> {
        Ok(Secrets::all(secrets.iter().cloned(), self.plan.encoding)?)
    }

    /// Returns a secret that the handler does not have.
    fn unknown_secret(&mut self) -> Result<Secrets, DrillError> {
        let text = format!("{:032x}{:032x}", self.rng.u128(..), self.rng.u128(..));
        // Sixty-four hexadecimal digits are a secret in every encoding there is.
        Ok(Secrets::all([Secret::new(text)], self.plan.encoding)?)
    }

    /// Generates an event that happened `ago` seconds ago.
    fn event(&mut self, name: &str, ago: i64) -> Value {
        let id = made_id("evt_drill", &mut self.rng);
        let at = self.now.checked_sub(SignedDuration::from_secs(ago)).unwrap_or(self.now);
        let about = About { id: &id, at, connection: "con_drill", seed: self.rng.u64(..) };
        let event = sample(name, about).expect("the names here are known");
        serde_json::to_value(event).expect("an event is always JSON")
    }

    /// Generates an event whose body has a property. Returns its ID, its body, and its whole text.
    fn event_with(&mut self, property: Property) -> (String, String, String) {
        let mut event = self.event("system.error", 0);
        // Its place in the text: no other member looks so.
        event["body"] = Value::Null;
        let body = generate(property, &mut self.rng);
        let (text, id) = (event.to_string(), event["id"].as_str().unwrap_or_default().to_owned());
        let text = text.replace("\"body\":null", &format!("\"body\":{body}"));
        // What is trimmed is not what was signed.
        let text = if property == Property::Blanks { format!("\r\n {text} \n") } else { text };
        (id, body, text)
    }

    /// Signs an event with the time `ago` seconds ago.
    fn signed(&self, event: &Value, secrets: &Secrets, ago: i64) -> Result<Delivery, DrillError> {
        self.signed_with(Delivery::signed, event, secrets, ago)
    }

    fn signed_with(&self, sign: Sign, event: &Value, secrets: &Secrets, ago: i64) -> Result<Delivery, DrillError> {
        self.sign_text(sign, &event.to_string(), event["id"].as_str().unwrap_or_default(), secrets, ago)
    }

    fn sign_text(&self, sign: Sign, text: &str, id: &str, secrets: &Secrets, ago: i64) -> Result<Delivery, DrillError> {
        let at = self.now.checked_sub(SignedDuration::from_secs(ago)).unwrap_or(Timestamp::UNIX_EPOCH);
        Ok(sign(&self.plan.config, secrets, text, id, at)?)
    }

    fn delivery(&mut self, name: &str, secrets: &Secrets, ago: i64) -> Result<Delivery, DrillError> {
        let event = self.event(name, ago);
        self.signed(&event, secrets, ago)
    }

    /// Changes one digit of a key: it is JSON still, and of the same length.
    fn tamper(delivery: &mut Delivery) {
        let at = delivery.body.iter().rposition(u8::is_ascii_hexdigit).expect("a key has digits");
        delivery.body[at] = if delivery.body[at] == b'0' { b'1' } else { b'0' };
    }
}

#[cfg(test)]
mod tests {
    use super::number;

    #[test]
    fn counts_of_effects() {
        for (text, expected) in [
            ("12", Some(12)),
            (" 12\n", Some(12)),
            (r#"{"effects":12}"#, Some(12)),
            (r#"{"name":"x","count":3}"#, Some(3)),
            (r#"{"a":1,"b":2}"#, None),
            ("twelve", None),
            ("-1", None),
            ("", None),
        ] {
            assert_eq!(number(text), expected, "{text}");
        }
    }
}
