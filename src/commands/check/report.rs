//! How a check reports: `JUnit` XML, annotations, and the meaning of its exit code, however it ends.

use std::ffi::OsString;
use std::path::PathBuf;
use std::str::FromStr;
use std::sync::{Arc, OnceLock};

use clap::ValueEnum as _;
use jiff::Timestamp;

use super::{Args, ExitStyle};
use crate::args::global::Global;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::files::{self, Access};
use crate::health::{FailOn, ProbeError, Report, annotations, junit, plain};
use crate::term::Term;

/// A report to write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Target {
    /// A file of `JUnit` XML.
    Junit(PathBuf),
    /// The same on stdout, in place of the table.
    JunitStdout,
    /// Annotations for GitHub Actions. On stderr, which its runner reads as it does stdout, so that stdout stays data.
    GitHub,
}

impl FromStr for Target {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        match text.split_once('=') {
            Some(("junit", "-")) => Ok(Self::JunitStdout),
            Some(("junit", file)) if !file.is_empty() => Ok(Self::Junit(file.into())),
            None if text == "github" => Ok(Self::GitHub),
            _ => Err("a report is `junit=FILE`, `junit=-` or `github`".into()),
        }
    }
}

/// What was reported already.
#[derive(Clone, Debug, Default)]
pub(super) struct Reported(Arc<OnceLock<()>>);

impl Reported {
    pub(super) fn set(&self) {
        self.0.set(()).ok();
    }
}

/// The reports of a check and the meaning of its exit code. They hold however it ends: also when the command line or the
/// settings are wrong, and when it is stopped.
pub struct Reporting {
    targets: Vec<Target>,
    style: ExitStyle,
    reported: Reported,
}

impl Reporting {
    /// Returns those of a command line that was parsed.
    pub fn of(args: &Args) -> Self {
        Self { targets: args.report.clone(), style: args.exit_style, reported: args.reported.clone() }
    }

    /// Returns those of a command line that was not, if it is one of `makini check`: what can be read of it.
    pub fn of_line(line: &[OsString]) -> Option<Self> {
        let definitions = Global::definitions();
        let takes_value = |word: &str| {
            definitions.iter().any(|flag| {
                let is_long = flag.get_long().is_some_and(|long| word.strip_prefix("--") == Some(long));
                let is_short = flag.get_short().is_some_and(|short| word.strip_prefix('-') == Some(&short.to_string()));
                flag.get_action().takes_values() && (is_long || is_short)
            })
        };
        let mut words = line.iter().skip(1).map(|word| word.to_string_lossy());
        loop {
            let word = words.next()?;
            if word == "check" {
                break;
            }
            if !word.starts_with('-') {
                return None;
            }
            if takes_value(&word) {
                words.next();
            }
        }
        let mut found = Self { targets: Vec::new(), style: ExitStyle::Makini, reported: Reported::default() };
        let mut words = words.take_while(|word| word != "--");
        while let Some(word) = words.next() {
            let (flag, value) = match word.split_once('=') {
                Some((flag, value)) => (flag, Some(value.to_owned())),
                None => (&*word, None),
            };
            if !matches!(flag, "--report" | "--exit-style") {
                continue;
            }
            let value = value.or_else(|| words.next().map(std::borrow::Cow::into_owned)).unwrap_or_default();
            if flag == "--report" {
                found.targets.extend(value.parse::<Target>());
            } else {
                found.style = ExitStyle::from_str(&value, false).unwrap_or(found.style);
            }
        }
        Some(found)
    }

    /// Returns whether stderr is a log for a runner: its lines are text then, whatever the format of the output is.
    pub fn has_annotations(&self) -> bool {
        self.targets.contains(&Target::GitHub)
    }

    /// Reports a check that did not come to an answer, for the reason `failure`, and returns how to end. One that has
    /// reported already keeps its reports.
    pub fn fail(&self, term: &Term, now: Timestamp, failure: &Failure) -> Exit {
        if self.reported.0.set(()).is_ok() {
            // With the reason in it: an older report would be mistaken for the result.
            let report = Report::failed(now, &ProbeError::from(failure));
            let Written { takes_stdout, failures } = write(term, &self.targets, &report, FailOn::Critical);
            for unwritten in failures {
                term.warn(unwritten.causes().join(": "));
            }
            if self.style == ExitStyle::Nagios && !takes_stdout {
                let during = failure.during.iter().cloned();
                let reason = during.chain(failure.causes()).collect::<Vec<_>>().join(": ");
                // One that cannot be printed has no reader.
                term.data(|out| writeln!(out, "MAKINI UNKNOWN - {}", plain(&reason))).ok();
            }
        }
        self.could_not_ask(failure.exit)
    }

    /// Returns how to end when a check that ended so could not print its answer.
    pub fn unprinted(&self, ended: Exit, failed: Exit) -> Exit {
        if ended == Exit::Ok { self.could_not_ask(failed) } else { ended }
    }

    fn could_not_ask(&self, exit: Exit) -> Exit {
        match self.style {
            ExitStyle::Nagios => nagios_exit(3),
            ExitStyle::Makini => exit,
        }
    }
}

/// Returns the code that a plugin ends with; the table of exit codes has the same numbers for other things.
pub(super) fn nagios_exit(code: u8) -> Exit {
    Exit::ALL.into_iter().find(|exit| exit.code() == code).expect("the table has 0 to 3")
}

/// How writing the reports went.
pub(super) struct Written {
    /// Whether one of them took stdout.
    pub(super) takes_stdout: bool,
    /// Those that could not be written.
    pub(super) failures: Vec<Failure>,
}

/// Writes the reports, each that can be.
pub(super) fn write(term: &Term, targets: &[Target], report: &Report, fail_on: FailOn) -> Written {
    let mut written = Written { takes_stdout: false, failures: Vec::new() };
    for target in targets {
        let done = match target {
            Target::Junit(path) => {
                files::save(path, junit(report, fail_on).as_bytes(), Access::Everyone, "the report ")
                    .map_err(|failure| failure.hint("the check was done; only its report is missing"))
            }
            Target::JunitStdout if written.takes_stdout => Ok(()),
            Target::JunitStdout => {
                written.takes_stdout = true;
                term.data(|out| out.write_all(junit(report, fail_on).as_bytes())).map_err(Failure::from)
            }
            Target::GitHub => {
                term.error_text(&annotations(report));
                Ok(())
            }
        };
        // A closed pipe is no failure.
        written.failures.extend(done.err().filter(|failure| failure.exit != Exit::Ok));
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reports_people_ask_for() {
        assert_eq!("junit=out/check.xml".parse(), Ok(Target::Junit("out/check.xml".into())));
        assert_eq!("junit=-".parse(), Ok(Target::JunitStdout));
        assert_eq!("github".parse(), Ok(Target::GitHub));
        for text in ["junit", "junit=", "github=x", "html=x", ""] {
            assert!(text.parse::<Target>().is_err(), "{text}");
        }
    }

    #[test]
    fn a_line_that_cannot_be_parsed_still_names_its_reports() {
        let read = |line: &str| {
            let words: Vec<OsString> = line.split(' ').map(OsString::from).collect();
            Reporting::of_line(&words).map(|found| (found.targets, found.style))
        };
        let junit = |file: &str| Target::Junit(file.into());
        assert_eq!(
            read("makini check --bogus --report junit=r.xml --report=github --exit-style nagios"),
            Some((vec![junit("r.xml"), Target::GitHub], ExitStyle::Nagios))
        );
        assert_eq!(
            read("makini --profile check -o json -v check --exit-style=nagios").expect("one").1,
            ExitStyle::Nagios
        );
        assert_eq!(read("makini check --report html=x --exit-style nagois"), Some((vec![], ExitStyle::Makini)));
        assert_eq!(read("makini check -- --report github"), Some((vec![], ExitStyle::Makini)));
        assert_eq!(read("makini check --report"), Some((vec![], ExitStyle::Makini)));
        for other in ["makini connections list --search check --report junit=x", "makini", "makini --profile check"] {
            assert_eq!(read(other), None, "{other}");
        }
    }
}
