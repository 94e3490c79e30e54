//! Whether a run on a mutated answer ended as it may.

use std::collections::BTreeMap;
use std::fmt;

use makini::api::path;
use makini::exit::Exit;
use serde_json::Value;

use super::ADVERTISEMENT;
use super::difference::{self, Difference};
use super::excuses::EXCUSES;
use super::fields::FieldChange;
use super::mutation::{BESIDE, Kind, Mutation};
use super::recording::{Answer, Stage};
use super::replay::Outcome;
use crate::support::world::Ended;
use crate::threats::secrets::search::SecretSearch;

/// Fields in whose place an ID is shown where they are missing.
const NAMES: [&str; 3] = ["name", "company_name", "integration_name"];

/// Fields that hold whatever JSON somebody put there.
const FREE: [&str; 6] = ["user_metadata", "payload", "input", "output", "fields", "value"];

/// The mutation that leaves half a character in a text: no time and no JSON is one any more.
const HALF: &str = "with half a character";

/// What a machine keeps: secrets of the keyring and files of the configuration.
pub(super) type Local = BTreeMap<String, Vec<u8>>;

/// One run.
pub(super) struct Run<'a> {
    pub stage: &'a Stage,
    pub answer: &'a Answer,
    pub mutation: &'a Mutation,
    pub ended: &'a Ended,
    pub outcome: Outcome,
    /// What the machine kept before and after.
    pub before: &'a Local,
    pub after: &'a Local,
}

/// Returns the line, the answer and the mutation of a job, for people and for running it again.
pub(super) fn job_name(stage: &Stage, answer: &Answer, mutation: &str) -> String {
    let mutation: String = mutation.chars().take(80).collect();
    format!("`{}`; {} {}; {mutation}", stage.line.text, answer.method, answer.path)
}

/// Something that must not be.
pub(super) struct Finding {
    what: String,
    /// The name of the job.
    job: String,
    shown: String,
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { what, job, shown } = self;
        write!(f, "{job}; {what}; {shown}")
    }
}

impl Run<'_> {
    /// Returns what is wrong with the run, if anything is.
    pub(super) fn judge(&self, search: &SecretSearch, files: &[(String, String)]) -> Option<Finding> {
        let exit = self.ended.exit;
        if exit == Exit::Bug {
            return Some(self.finding("a panic"));
        }
        if let Some(found) = self.secret(search, files) {
            return Some(self.finding(&found));
        }
        if !self.outcome.is_hit {
            return Some(self.finding("the mutated answer was never requested"));
        }
        let is_as_recorded = exit == self.stage.ended.exit;
        // What the doctor measures differs each time, and a bundle holds it.
        let measures = ["doctor", "support bundle"].iter().any(|start| self.stage.line.text.starts_with(start));
        let is_same = measures || self.ended.stdout == self.stage.ended.stdout;
        if self.mutation.name == "nothing" && !(is_as_recorded && is_same) {
            return Some(self.finding("the control failed"));
        }
        if let Some(place) = self.changed() {
            return Some(self.finding(&format!("{place} was changed")));
        }
        let line = self.stage.line.text;
        if line.starts_with("api ") && !line.starts_with("api endpoints") && self.answer.path != ADVERTISEMENT {
            return self.judge_call();
        }
        if is_as_recorded { self.judge_meaning() } else { self.judge_failure() }
    }

    /// Returns where a secret is that must not be there.
    fn secret(&self, search: &SecretSearch, files: &[(String, String)]) -> Option<String> {
        let Ended { exit, stdout, stderr } = self.ended;
        let mut stdout = stdout.clone();
        // A line that is asked to show a secret shows that one, once all is well.
        if self.stage.line.reveals() && *exit == self.stage.ended.exit {
            for revealed in &self.stage.revealed {
                stdout = stdout.replace(revealed.as_str(), "");
            }
        }
        if search.find(stderr.as_bytes()).or_else(|| search.find(stdout.as_bytes())).is_some() {
            return Some("a secret in the output".into());
        }
        files.first().map(|(file, _)| format!("a secret in {file}"))
    }

    /// Returns what this machine keeps that is neither as before nor as recorded.
    fn changed(&self) -> Option<&str> {
        let (before, after, recorded) = (self.before, self.after, &self.stage.after);
        // How long a token is good for, and what renews it, is the answer's; one that is refused is renewed.
        let field = self.mutation.field.as_ref().map(FieldChange::field);
        let is_token_damaged = matches!(field, Some("expires_in" | "refresh_token" | "token_type"));
        let is_renewed = self.outcome.status == Some(401);
        let is_token = |name: &str| ["Token", "Connection(", "Refresh"].iter().any(|kind| name.contains(kind));
        let may_be_new = self.outcome.has_written || (self.answer.is_write() && self.mutation.kind != Kind::Lie);
        let may_be_new = may_be_new || (self.ended.exit == self.stage.ended.exit && !self.answer.is_write());
        let names = before.keys().chain(after.keys()).map(String::as_str);
        // A connection that was made and whose ID is not known keeps its token under a name of its own.
        let is_parked = |name: &str| may_be_new && name.contains("Connection(\"new-") && !before.contains_key(name);
        let is_kept = |name: &str| {
            after.get(name) == before.get(name)
                || is_parked(name)
                || (may_be_new && (after.get(name) == recorded.get(name) || (is_token_damaged && is_token(name))))
                || (is_renewed && is_token(name) && after.contains_key(name))
        };
        names.into_iter().find(|name| !is_kept(name))
    }

    /// Judges a call of any path: it shows whatever came back, and ends by the status.
    fn judge_call(&self) -> Option<Finding> {
        let Ended { exit, .. } = self.ended;
        let status = self.outcome.status.unwrap_or_default();
        let is_success = (200..300).contains(&status);
        if *exit == Exit::Ok && !is_success {
            return Some(self.finding("success without a status of success"));
        }
        let is_as_recorded = *exit == self.stage.ended.exit && status == self.answer.status;
        if is_success || is_as_recorded || self.mutation.fits.contains(exit) {
            return None;
        }
        Some(self.finding(&format!("exit {} does not fit", exit.code())))
    }

    /// Judges a run that ended as recorded: it has to mean the same.
    fn judge_meaning(&self) -> Option<Finding> {
        let is_success = self.ended.exit == Exit::Ok;
        // What the withdrawn call answers is published nowhere: that a sync ran is read from the connection's state.
        let is_proved = self.answer.path == path::INTEGRATION_SYNC && self.stage.line.text.contains("--watch");
        if !is_proved && self.mutation.kind == Kind::Lie && self.answer.is_write() && is_success {
            return Some(self.finding("a change that was not made is reported"));
        }
        // A log may ignore what it is asked about: such rows are left out.
        let is_of_log = self.answer.path.starts_with("/api/system/requests?");
        let is_left_out =
            is_of_log && ["why ", "connections history "].iter().any(|start| self.stage.line.text.starts_with(start));
        if self.mutation.name.ends_with(" of another") && is_success && !self.is_warned() && !is_left_out {
            return Some(self.finding("the answer is about another"));
        }
        // What is read for a question alone may be left out of it.
        let is_aside = [ADVERTISEMENT, "/api/system/credits"].contains(&self.answer.path.as_str());
        let is_of_credits = self.stage.line.text.starts_with("credits");
        if self.mutation.name == BESIDE && is_success && !self.is_warned() && (!is_aside || is_of_credits) {
            return Some(self.finding("an error beside the data was not noticed"));
        }
        let differences = difference::all(&self.ended.stdout, &self.stage.ended.stdout);
        if self.stage.line.text == "doctor" && self.mutation.kind == Kind::Lie && differences.is_empty() {
            return Some(self.finding("the doctor saw nothing"));
        }
        let found = differences.iter().find(|difference| !self.is_less(difference) && !self.is_excused(difference))?;
        Some(self.finding(&format!("another meaning ({found})")))
    }

    /// Returns whether a difference only shows less than was recorded, or the same in another form.
    fn is_less(&self, difference: &Difference) -> bool {
        match self.mutation.kind {
            // What was asked for and not answered is not dropped: a warning says so.
            Kind::Lie => difference.is_unknown() && (self.is_told_less() || self.is_warned()),
            Kind::Damage => difference.is_unknown() || self.is_id_for_name(difference) || self.is_as_sent(difference),
            Kind::Form => {
                let is_half = self.mutation.field.as_ref().is_some_and(|change| change.what == HALF);
                difference.is_same_text()
                    || self.is_as_sent(difference)
                    || (difference.is_unknown() && (is_half || self.is_warned()))
                    || (self.mutation.name == "a field that is new" && difference.is_at("zz_new"))
            }
        }
    }

    fn is_warned(&self) -> bool {
        self.ended.stderr.contains("\"warning\"")
    }

    /// Whether an ID or a slug of the answer is shown in place of a name that is missing.
    fn is_id_for_name(&self, difference: &Difference) -> bool {
        let is_name = self.mutation.field.as_ref().is_some_and(|change| NAMES.contains(&change.field()));
        let id = difference.shown.as_ref().and_then(Value::as_str);
        is_name && id.is_some_and(|id| String::from_utf8_lossy(&self.answer.body).contains(&format!("\"{id}\"")))
    }

    /// Whether the value is shown that was sent: a text with half a character, or any value of a field whose type is not
    /// this program's to know.
    fn is_as_sent(&self, difference: &Difference) -> bool {
        let (Some(change), Some(shown)) = (&self.mutation.field, &difference.shown) else { return false };
        let path = &self.answer.path;
        let is_free = change.place.split('/').any(|name| FREE.contains(&name))
            || ["/metadata", "/settings", "/mapping"].iter().any(|end| path.contains(end));
        let sent = change.sent();
        let is_half = change.what == HALF
            && shown.as_str().map(|text| text.replace('\u{fffd}', "")).as_deref() == change.old.as_str();
        is_half || (is_free && sent.is_some_and(|sent| sent == *shown || shown.as_str() == Some(&sent.to_string())))
    }

    /// Whether the server refused to say what it offers, which is no lie: less is used then.
    fn is_told_less(&self) -> bool {
        self.answer.path == ADVERTISEMENT && matches!(self.outcome.status, Some(401 | 403 | 404 | 405 | 410))
    }

    fn is_excused(&self, difference: &Difference) -> bool {
        let is_damaged = self.answer.path == ADVERTISEMENT && self.mutation.field.is_some();
        let is_less_offered = is_damaged || self.is_told_less();
        let output = format!("{}{}", self.ended.stdout, self.ended.stderr);
        EXCUSES
            .iter()
            .any(|excuse| excuse.covers(self.stage.line.text, (self.mutation, is_less_offered), difference, &output))
    }

    /// Judges a run that ended otherwise than recorded: by a code that fits.
    fn judge_failure(&self) -> Option<Finding> {
        let (exit, mutation) = (self.ended.exit, self.mutation);
        // What is not in the advertisement is not offered, and what the server would not say is not known; something
        // else is used then, which nobody recorded.
        let is_elsewhere = self.answer.path == ADVERTISEMENT
            && match exit {
                Exit::Unsupported => mutation.kind == Kind::Damage || self.is_told_less(),
                Exit::NotFound | Exit::Auth => self.outcome.is_unrecorded || self.is_told_less(),
                _ => exit == Exit::Unavailable,
            };
        let is_diagnosis = self.stage.line.text == "doctor" && exit == Exit::Unhealthy;
        // A token that is refused is renewed or issued, and `check` asks more where it knows less: nobody recorded that. The
        // calls for data begin with a connection's token.
        let line = self.stage.line.text;
        let starts = [
            "token rotate",
            "check",
            "monitor",
            "metrics probe",
            "data ",
            "raw ",
            "passthrough ",
            "sync ",
            "reconnect ",
            "connections settings ",
            "alerts firing",
        ];
        let is_unrecorded =
            self.outcome.is_unrecorded && starts.iter().any(|start| line.starts_with(start)) && exit == Exit::NotFound;
        // That a connection was made is known, and that its ID is not.
        let is_made = self.outcome.has_written && line.contains("connect maintain-x") && exit == Exit::Unavailable;
        // No groups are no requests, which are too few for a budget.
        let is_too_few = line.starts_with("check") && mutation.name == "/data/groups a list" && exit == Exit::NotFound;
        // A refusal of one row is a row of the report.
        let is_refused_row =
            line.starts_with("data import") && mutation.fits.contains(&Exit::Refused) && exit == Exit::Unhealthy;
        // A catalogue without domains is published; then the person chooses one.
        let is_no_domain = line.starts_with("data ") && mutation.name.contains("/domains") && exit == Exit::Usage;
        // What the server returned otherwise is a difference.
        let is_difference = line.starts_with("data diff") && exit == Exit::Drift;
        // Rows of another list are no statuses that could be meant.
        let is_no_status = line.starts_with("data set-status") && mutation.kind == Kind::Lie && exit == Exit::Usage;
        // An empty state is published, and means that nothing has run yet.
        let is_none_yet =
            line == "sync show Works" && mutation.name == "/data/sync_status an empty text" && exit == Exit::NotFound;
        // A list without the disconnected ones is what the published API has.
        let is_not_listed = self.answer.path.contains("include=disconnected")
            && mutation.name == "the answer to another request"
            && exit == Exit::NotFound;
        // A field without its name is none to fill in.
        let is_no_field = mutation.name.contains("/fields/") && exit == Exit::Usage;
        if mutation.fits.contains(&exit)
            || is_elsewhere
            || is_unrecorded
            || is_made
            || is_too_few
            || is_none_yet
            || is_not_listed
            || is_no_field
            || is_no_status
            || is_refused_row
            || is_difference
            || is_no_domain
            || is_diagnosis
        {
            return None;
        }
        Some(self.finding(&format!("exit {} does not fit", exit.code())))
    }

    fn finding(&self, what: &str) -> Finding {
        let cut = |text: &str| text.chars().take(300).collect::<String>().replace('\n', "⏎");
        Finding {
            what: what.replace('\n', "⏎"),
            job: job_name(self.stage, self.answer, &self.mutation.name),
            shown: format!(
                "exit {}, {} | {}",
                self.ended.exit.code(),
                cut(&self.ended.stdout),
                cut(&self.ended.stderr)
            ),
        }
    }
}
