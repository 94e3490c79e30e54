//! The reports of a check: `JUnit` XML and annotations.

use std::path::PathBuf;
use std::str::FromStr;

use crate::context::Context;
use crate::failure::Failure;
use crate::files::{self, Access};
use crate::health::{FailOn, Report, annotations, junit};

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

/// Writes the reports. Returns whether one of them took stdout.
pub(super) fn write(ctx: &Context, targets: &[Target], report: &Report, fail_on: FailOn) -> Result<bool, Failure> {
    let mut takes_stdout = false;
    for target in targets {
        match target {
            Target::Junit(path) => {
                files::save(path, junit(report, fail_on).as_bytes(), Access::Everyone, "the report ")
                    .map_err(|failure| failure.hint("the check was done; only its report is missing"))?;
            }
            Target::JunitStdout if takes_stdout => {}
            Target::JunitStdout => {
                ctx.term.data(|out| out.write_all(junit(report, fail_on).as_bytes()))?;
                takes_stdout = true;
            }
            Target::GitHub => ctx.term.error_text(&annotations(report)),
        }
    }
    Ok(takes_stdout)
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
}
