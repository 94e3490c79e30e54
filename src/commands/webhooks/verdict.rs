//! Shows the verdict on a delivery.

use serde::Serialize;

use crate::exit::Exit;
use crate::term::style::Line;
use crate::view::{Page, View};
use crate::webhooks::explain::{Explanation, Language, Remedy};
use crate::webhooks::scheme::Canonicalization;
use crate::webhooks::{Reason, Verdict};

/// A verdict, as people and programs see it. Never holds the signature that would be right.
#[derive(Debug, Serialize)]
pub(super) struct VerdictView {
    valid: bool,
    scheme: &'static str,
    /// Which text of the body was signed.
    matched: Option<Canonicalization>,
    /// Which of the secrets, from 1.
    secret: Option<usize>,
    /// One word for programs.
    reason: Option<&'static str>,
    /// One sentence for people.
    message: Option<String>,
    hint: Option<String>,
    raw_differs_from_canonical: Option<bool>,
    timestamp: Option<i64>,
    id: Option<String>,
    warnings: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    explanation: Option<ExplanationView>,
}

/// What would make the signature right, and how much was tried.
#[derive(Debug, Serialize)]
struct ExplanationView {
    mistakes: Vec<MistakeView>,
    /// What looks wrong, where no mistake was found.
    suspicions: Vec<MistakeView>,
    tried: usize,
    cut_short: bool,
}

#[derive(Debug, Serialize)]
struct MistakeView {
    code: &'static str,
    message: String,
    /// What to do where no line of code is the change.
    #[serde(skip_serializing_if = "Option::is_none")]
    advice: Option<String>,
    fixes: Vec<Fix>,
}

#[derive(Debug, Serialize)]
struct Fix {
    language: &'static str,
    /// Whose code it is: `receiver` or `sender`.
    side: &'static str,
    /// When it applies, where there is another fix.
    #[serde(skip_serializing_if = "Option::is_none")]
    when: Option<&'static str>,
    line: String,
}

/// Returns the lines of remedies in these languages.
fn fixes(remedies: impl IntoIterator<Item = Remedy>, languages: &[Language]) -> Vec<Fix> {
    let fix = |remedy: &Remedy, language: Language| {
        let side = if remedy.is_at_the_sender() { "sender" } else { "receiver" };
        Some(Fix { language: language.name(), side, when: remedy.condition(), line: remedy.line(language)? })
    };
    let remedies: Vec<Remedy> = remedies.into_iter().collect();
    remedies.iter().flat_map(|remedy| languages.iter().filter_map(|language| fix(remedy, *language))).collect()
}

impl VerdictView {
    /// Shows a verdict alone.
    pub(super) fn of(verdict: &Verdict) -> Self {
        let found = verdict.outcome.as_ref().ok();
        let reason = verdict.reason();
        Self {
            valid: verdict.is_valid(),
            scheme: verdict.scheme.name(),
            matched: found.map(|found| found.canonicalization),
            secret: found.map(|found| found.secret + 1),
            reason: reason.map(Reason::code),
            message: reason.map(ToString::to_string),
            hint: reason.and_then(Reason::hint),
            raw_differs_from_canonical: verdict.raw_differs_from_canonical,
            timestamp: verdict.timestamp,
            id: verdict.id.clone(),
            warnings: verdict.warnings.clone(),
            explanation: None,
        }
    }

    /// Shows a verdict and its explanation, with the line to change in each of these languages.
    pub(super) fn explained(explanation: &Explanation, languages: &[Language]) -> Self {
        let mistakes = explanation.mistakes.iter().map(|mistake| MistakeView {
            code: mistake.code(),
            message: mistake.sentence(),
            advice: mistake.advice(),
            fixes: fixes(mistake.remedies(), languages),
        });
        let suspicions = explanation.suspicions.iter().map(|one| MistakeView {
            code: one.code(),
            message: one.sentence(),
            advice: None,
            fixes: fixes(one.remedy(), languages),
        });
        Self {
            explanation: (!explanation.verdict.is_valid()).then(|| ExplanationView {
                mistakes: mistakes.collect(),
                suspicions: suspicions.collect(),
                tried: explanation.tried,
                cut_short: explanation.cut_short,
            }),
            ..Self::of(&explanation.verdict)
        }
    }
}

impl View for VerdictView {
    const SCHEMA: &'static str = "webhooks.verify/1";

    fn human(&self, page: &mut Page<'_>) {
        if self.valid {
            let how = match self.matched {
                Some(Canonicalization::JsonStringify) => "the JSON value, as `JSON.stringify` writes it",
                Some(Canonicalization::FormFields) => "the URL, with the form fields or the digest of the body",
                Some(Canonicalization::Raw) | None => "the bytes as they came",
            };
            let line = Line::new().good("verified").text(format!(": {} signs {how}", self.scheme));
            page.line(match self.secret {
                Some(number) if number > 1 => line.text(format!(", with secret {number}")),
                _ => line,
            });
        } else {
            let line = Line::new().bad("not verified").text(": ");
            page.line(line.text(self.message.clone().unwrap_or_default()));
        }
        for warning in &self.warnings {
            page.indented(2, Line::new().caution("note").text(": ").text(warning.clone()));
        }
        match &self.explanation {
            None => {
                if let Some(hint) = &self.hint {
                    page.indented(2, Line::new().muted("hint").text(": ").commands(hint));
                }
            }
            Some(explained) => explained.human(page),
        }
    }

    fn exit(&self) -> Exit {
        if self.valid { Exit::Ok } else { Exit::Invalid }
    }
}

impl MistakeView {
    /// Shows what to change.
    fn changes(&self, page: &mut Page<'_>) {
        if let Some(advice) = &self.advice {
            page.indented(2, Line::new().commands(advice));
        }
        let mut when = None;
        for fix in &self.fixes {
            if let Some(condition) = fix.when.filter(|_| fix.when != when) {
                page.indented(2, Line::new().muted(format!("{condition}:")));
                when = fix.when;
            }
            page.indented(2, Line::new().muted(format!("{:<11}", fix.language)).command(fix.line.clone()));
        }
    }
}

impl ExplanationView {
    fn human(&self, page: &mut Page<'_>) {
        page.blank();
        if self.tried == 0 && self.mistakes.is_empty() {
            page.line("Nothing could be tried: copy the whole signature header again.");
        } else if self.mistakes.is_empty() {
            page.line(format!("None of the {} known mistakes makes it right.", self.tried));
            page.line("Check that the secret is the endpoint's own, and that the body is the one that was sent.");
        }
        for mistake in &self.mistakes {
            page.heading(&mistake.message);
            mistake.changes(page);
        }
        for suspicion in &self.suspicions {
            page.heading(&format!("possibly: {}", suspicion.message));
            suspicion.changes(page);
        }
        if self.cut_short {
            page.line("The body is so large that not everything was tried.");
        }
    }
}
