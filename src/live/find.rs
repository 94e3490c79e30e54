//! The filter line: words, and conditions such as `event:sync.*` or `is:failed`. All of them have to hold.

use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::refused::RefusedRequest;
use crate::glob;
use crate::inbox::Verdict;
use crate::inbox::query::{Filter, ForwardState};
use crate::measure::parse_instant;

/// What stands after `is:`, and what it means.
pub(super) const STATES: &[(&str, &str)] = &[
    ("verified", "the signature is right"),
    ("unverified", "nobody looked at the signature"),
    ("refused", "answered with an error, and not kept"),
    ("pending", "waits to be forwarded"),
    ("delivered", "a handler took it"),
    ("failed", "the last try failed, or it was given up"),
    ("given-up", "it is not tried any more"),
    ("unrouted", "it goes to no handler"),
    ("duplicate", "it came more than once"),
    ("conflict", "another body came under its ID"),
];

/// Conditions, as they are shown in help.
pub(super) const CONDITIONS: &[(&str, &str)] = &[
    ("word", "is in the ID, name, connection or body; \"two words\""),
    ("event:sync.*", "the name; `*` is anything"),
    ("connection:con_1", "the connection"),
    ("is:failed", "how it stands"),
    ("id:evt_1", "the ID"),
    ("#17", "the arrival number"),
    ("since:10m", "when it came; also until:2026-03-01"),
];

/// Whether deliveries that were refused are meant. They are not in the inbox.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Refusals {
    /// Among others.
    #[default]
    Also,
    /// Nothing else.
    Only,
    /// Not at all.
    Never,
}

/// Which events are meant.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Find {
    /// For what is in the inbox.
    pub(super) filter: Filter,
    /// For what is not.
    pub(super) refusals: Refusals,
}

impl Find {
    /// Reads the line.
    ///
    /// # Errors
    /// What is wrong with it, for people.
    pub(super) fn read(line: &str, now: Timestamp, zone: &TimeZone) -> Result<Self, String> {
        let mut find = Self::default();
        for word in words(line)? {
            match word {
                Word::Text(text) => find.filter.texts.push(text),
                Word::Condition(name, value) => find.add(&name, &value, now, zone)?,
            }
        }
        Ok(find)
    }

    /// Returns whether every event is meant.
    pub(super) fn is_all(&self) -> bool {
        *self == Self::default()
    }

    fn add(&mut self, name: &str, value: &str, now: Timestamp, zone: &TimeZone) -> Result<(), String> {
        if value.is_empty() {
            return Err(format!("say what after `{name}:`, as `{}`", example(name)));
        }
        match name {
            "event" => self.once(|filter| &mut filter.event, name, value),
            "connection" | "conn" => self.once(|filter| &mut filter.connection, name, value),
            "id" => {
                self.filter.ids.push(value.to_owned());
                self.refuse(Refusals::Never, value)
            }
            "#" => {
                let number = value.parse().map_err(|_| format!("`#{value}` is no arrival number"))?;
                self.filter.numbers.push(number);
                self.refuse(Refusals::Never, value)
            }
            "since" | "until" => {
                let at = parse_instant(value, now, zone).map_err(|error| format!("`{name}:`: {error}"))?;
                let place = if name == "since" { &mut self.filter.since } else { &mut self.filter.until };
                *place = Some(at);
                Ok(())
            }
            "is" => self.is(value),
            _ => {
                let known = ["event", "connection", "is", "id", "since", "until"].map(|name| format!("`{name}:`"));
                Err(format!("there is no `{name}:`; use {}, or put quotes around the text", known.join(", ")))
            }
        }
    }

    fn once(
        &mut self,
        place: impl FnOnce(&mut Filter) -> &mut Option<String>,
        name: &str,
        value: &str,
    ) -> Result<(), String> {
        match place(&mut self.filter).replace(value.to_owned()) {
            Some(first) if first != value => Err(format!("`{name}:` is there twice: `{first}` and `{value}`")),
            _ => Ok(()),
        }
    }

    fn is(&mut self, word: &str) -> Result<(), String> {
        let mut refusals = Refusals::Never;
        match word {
            "verified" => self.verdict(Verdict::Verified, word)?,
            "unverified" => self.verdict(Verdict::Unverified, word)?,
            "refused" | "rejected" => refusals = Refusals::Only,
            "pending" => self.state(ForwardState::Pending, word)?,
            "delivered" | "forwarded" => self.state(ForwardState::Delivered, word)?,
            "failed" => self.filter.failing = true,
            "given-up" => self.state(ForwardState::Failed, word)?,
            "unrouted" => self.state(ForwardState::None, word)?,
            "duplicate" => self.filter.duplicated = true,
            "conflict" => self.filter.conflicted = true,
            _ => {
                let known: Vec<&str> = STATES.iter().map(|(state, _)| *state).collect();
                return Err(format!("an event is never `{word}`; use one of {}", known.join(", ")));
            }
        }
        self.refuse(refusals, word)
    }

    fn verdict(&mut self, verdict: Verdict, word: &str) -> Result<(), String> {
        match self.filter.verdict.replace(verdict) {
            Some(first) if first != verdict => Err(format!("no event is both {} and {word}", first.as_str())),
            _ => Ok(()),
        }
    }

    fn state(&mut self, state: ForwardState, word: &str) -> Result<(), String> {
        match self.filter.state.replace(state) {
            Some(first) if first != state => Err(format!("no event is both {} and {word}", first.as_str())),
            _ => Ok(()),
        }
    }

    fn refuse(&mut self, refusals: Refusals, word: &str) -> Result<(), String> {
        if self.refusals != Refusals::Also && self.refusals != refusals {
            return Err(format!("what was refused is not in the inbox, so it is never `{word}` as well"));
        }
        self.refusals = refusals;
        Ok(())
    }

    /// Returns whether a delivery that was refused is meant.
    pub(super) fn fits(&self, refused: &RefusedRequest) -> bool {
        let filter = &self.filter;
        let envelope = refused.delivery.as_ref().map(|delivery| &delivery.envelope);
        let event = envelope.map(|envelope| envelope.event.as_str()).unwrap_or_default();
        let connection = envelope.map(|envelope| envelope.connection.as_str()).unwrap_or_default();
        let has = |text: &String| {
            let text = text.to_ascii_lowercase();
            let body = refused.delivery.as_ref().map(|delivery| String::from_utf8_lossy(&delivery.body));
            [event, connection, &refused.reason, body.as_deref().unwrap_or_default()]
                .iter()
                .any(|place| place.to_ascii_lowercase().contains(&text))
        };
        self.refusals != Refusals::Never
            && filter.event.as_ref().is_none_or(|pattern| glob::matches(pattern, event))
            && filter.connection.as_ref().is_none_or(|wanted| wanted == connection)
            && filter.since.is_none_or(|since| refused.at >= since)
            && filter.until.is_none_or(|until| refused.at < until)
            && filter.texts.iter().all(has)
    }
}

enum Word {
    Text(String),
    Condition(String, String),
}

fn example(name: &str) -> &'static str {
    let found = CONDITIONS.iter().find(|(example, _)| example.split(':').next() == Some(name));
    found.map_or("since:10m", |(example, _)| example)
}

/// Splits at blanks; quotes keep blanks, and make a text of what looks like a condition.
fn words(line: &str) -> Result<Vec<Word>, String> {
    let mut found = Vec::new();
    let mut rest = line.trim_start();
    while !rest.is_empty() {
        if let Some(quoted) = rest.strip_prefix('"') {
            let end = quoted.find('"').ok_or("a quote is not closed")?;
            found.push(Word::Text(quoted[..end].to_owned()));
            rest = quoted[end + 1..].trim_start();
            continue;
        }
        let end = rest.find(char::is_whitespace).unwrap_or(rest.len());
        let word = &rest[..end];
        rest = rest[end..].trim_start();
        found.push(if let Some(number) = word.strip_prefix('#') {
            Word::Condition("#".into(), number.to_owned())
        } else {
            match word.split_once(':') {
                // An address is no condition.
                Some((name, value))
                    if !name.is_empty()
                        && name.bytes().all(|byte| byte.is_ascii_lowercase())
                        && !value.starts_with("//") =>
                {
                    Word::Condition(name.to_owned(), value.to_owned())
                }
                _ => Word::Text(word.to_owned()),
            }
        });
    }
    found.retain(|word| !matches!(word, Word::Text(text) if text.is_empty()));
    Ok(found)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn read(line: &str) -> Result<Find, String> {
        Find::read(line, "2026-01-02T03:04:05Z".parse().expect("constant"), &TimeZone::UTC)
    }

    #[test]
    fn conditions_and_words() {
        let find = read("event:sync.* connection:con_1 is:failed since:10m \"two words\" http://x").expect("good");
        assert_eq!(find.filter.event.as_deref(), Some("sync.*"));
        assert_eq!(find.filter.connection.as_deref(), Some("con_1"));
        assert!(find.filter.failing);
        assert_eq!(find.filter.since.map(|at| at.to_string()).as_deref(), Some("2026-01-02T02:54:05Z"));
        assert_eq!(find.filter.texts, ["two words", "http://x"]);
        assert_eq!(find.refusals, Refusals::Never);
        assert_eq!(read("#17").expect("good").filter.numbers, [17]);
        assert_eq!(read("is:rejected").expect("good").refusals, Refusals::Only);
        assert!(read("  ").expect("good").is_all());
        for (word, _) in STATES {
            assert!(read(&format!("is:{word}")).is_ok_and(|find| !find.is_all()), "{word}");
        }
    }

    #[test]
    fn what_is_wrong_is_said() {
        let wrong: Vec<String> = [
            "colour:red",
            "is:broken",
            "is:",
            "event:a event:b",
            "is:pending is:delivered",
            "is:refused is:pending",
            "#x",
            "since:soon",
            "\"open",
        ]
        .map(|line| format!("{line}: {}", read(line).expect_err(line)))
        .into();
        insta::assert_snapshot!(wrong.join("\n"), @r#"
        colour:red: there is no `colour:`; use `event:`, `connection:`, `is:`, `id:`, `since:`, `until:`, or put quotes around the text
        is:broken: an event is never `broken`; use one of verified, unverified, refused, pending, delivered, failed, given-up, unrouted, duplicate, conflict
        is:: say what after `is:`, as `is:failed`
        event:a event:b: `event:` is there twice: `a` and `b`
        is:pending is:delivered: no event is both pending and delivered
        is:refused is:pending: what was refused is not in the inbox, so it is never `pending` as well
        #x: `#x` is no arrival number
        since:soon: `since:`: `soon` is no time; write `24h` for that long ago, `2026-03-01`, or `2026-03-01T09:00:00Z`
        "open: a quote is not closed
        "#);
    }

    proptest! {
        #[test]
        fn any_line_is_read_or_refused(line in any::<String>()) {
            if let Err(error) = read(&line) {
                prop_assert!(!error.is_empty());
            }
        }

        #[test]
        fn a_word_is_a_word(word in "[A-Za-z0-9_.-]{1,20}") {
            prop_assert_eq!(read(&word).expect("a word").filter.texts, [word]);
        }
    }
}
