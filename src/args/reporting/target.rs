//! Which reports there are, and where each is written.

use std::path::{Path, PathBuf};

use clap::ValueEnum;

use crate::failure::Failure;

/// A report that is a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ReportFormat {
    /// `JUnit` XML.
    Junit,
    /// Code quality of GitLab, JSON.
    Gitlab,
    /// SARIF 2.1.0, JSON.
    Sarif,
    /// `OpenMetrics`, which Prometheus reads too.
    #[value(name = "openmetrics")]
    OpenMetrics,
    /// A page of HTML.
    Html,
}

impl ReportFormat {
    /// All of them.
    pub const ALL: &'static [Self] = &[Self::Junit, Self::Gitlab, Self::Sarif, Self::OpenMetrics, Self::Html];

    /// Returns the word for it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Junit => "junit",
            Self::Gitlab => "gitlab",
            Self::Sarif => "sarif",
            Self::OpenMetrics => "openmetrics",
            Self::Html => "html",
        }
    }
}

/// A report to write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// A file.
    File(ReportFormat, PathBuf),
    /// The same on stdout, in place of the table.
    Stdout(ReportFormat),
    /// Annotations for GitHub Actions, and a table in the summary of the step. On stderr, which its runner reads as it
    /// does stdout, so that stdout stays data.
    GitHub,
}

impl Target {
    /// Parses `KIND=FILE`, `KIND=-` or `github`; `allowed` are the kinds that there are.
    pub(super) fn parse(text: &str, allowed: &[ReportFormat], has_annotations: bool) -> Result<Self, String> {
        if text == "github" && has_annotations {
            return Ok(Self::GitHub);
        }
        let format = |kind: &str| allowed.iter().copied().find(|format| format.as_str() == kind);
        match text.split_once('=').and_then(|(kind, file)| Some((format(kind)?, file))) {
            Some((format, "-")) => Ok(Self::Stdout(format)),
            Some((format, file)) if !file.is_empty() => Ok(Self::File(format, file.into())),
            _ => {
                let mut forms: Vec<_> = allowed.iter().map(|format| format!("`{}=FILE`", format.as_str())).collect();
                forms.extend(has_annotations.then(|| "`github`".to_owned()));
                let last = forms.pop().unwrap_or_default();
                let list = if forms.is_empty() { last } else { format!("{} or {last}", forms.join(", ")) };
                Err(format!("a report is {list}; the file `-` is stdout"))
            }
        }
    }

    /// Returns where it is written, if that is a place that holds one report.
    fn place(&self) -> Option<&Path> {
        match self {
            Self::File(_, path) => Some(path),
            Self::Stdout(_) => Some(Path::new("-")),
            Self::GitHub => None,
        }
    }

    /// Returns whether one of them is written to stdout.
    pub fn take_stdout(targets: &[Self]) -> bool {
        targets.iter().any(|target| matches!(target, Self::Stdout(_)))
    }

    /// Checks that no report takes the place of another one.
    ///
    /// # Errors
    /// Two different ones have one file, or stdout.
    pub fn check(targets: &[Self]) -> Result<(), Failure> {
        for (at, target) in targets.iter().enumerate() {
            let Some(place) = target.place() else { continue };
            if targets[..at].iter().any(|other| other != target && other.place() == Some(place)) {
                let failure = Failure::usage(format!("two reports would be written to `{}`", place.display()));
                return Err(failure.hint("write each to a file of its own"));
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_report_is_written_over_another_one() {
        let targets = |texts: &[&str]| -> Vec<Target> {
            texts.iter().map(|text| Target::parse(text, ReportFormat::ALL, true).expect(text)).collect()
        };
        for allowed in [&["junit=a", "sarif=b", "github", "gitlab=-"][..], &["junit=a", "junit=a"], &[]] {
            Target::check(&targets(allowed)).expect("each has a place of its own");
        }
        for texts in [["junit=a", "sarif=a"], ["junit=-", "gitlab=-"]] {
            Target::check(&targets(&texts)).expect_err("one place");
        }
    }
}
