//! `--jq`: expressions over the answer, by jaq.
//!
//! Left out of its library are the functions that look at the process: `env` (the environment may hold a token),
//! `input` and `inputs`. `now` is the time of this run. `halt` ends the output.

use jaq_core::data::JustLut;
use jaq_core::load::parse::Def;
use jaq_core::load::{self, Arena, File, Loader};
use jaq_core::{Compiler, Ctx, Vars};
use jaq_json::{Val, read};
use jiff::Timestamp;

use crate::failure::Failure;
use crate::term::sanitize::{clean, clean_to};

/// What jq has and jaq's library has not.
const CELLS: &str = include_str!("jq.jq");

type Filter = jaq_core::compile::Filter<jaq_core::Native<JustLut<Val>>>;

/// A compiled expression.
pub(super) struct Jq {
    filter: Filter,
}

/// Returns whether the expression compiles.
pub(super) fn compiles(expression: &str, now: Timestamp) -> Result<(), Failure> {
    Jq::new(expression, now).map(drop)
}

impl Jq {
    /// Compiles.
    ///
    /// # Errors
    /// [`crate::exit::Exit::Usage`] with the place in the expression.
    pub(super) fn new(expression: &str, now: Timestamp) -> Result<Self, Failure> {
        let own = format!("def now: {}; {CELLS}", now.as_duration().as_secs_f64());
        let defs = jaq_core::defs().chain(jaq_std::defs()).chain(jaq_json::defs());
        let own = load::parse(&own, |parser| parser.defs()).expect("constant definitions");
        // One by one, so that the library's definitions may live as shortly as ours.
        let mut known: Vec<Def<&str>> = Vec::new();
        for def in defs {
            known.push(def);
        }
        known.extend(own);
        let funs = jaq_core::funs().chain(jaq_std::funs()).chain(jaq_json::funs());
        let funs = funs.filter(|(name, ..)| !matches!(*name, "env" | "now" | "input" | "inputs"));
        let arena = Arena::default();
        let modules = Loader::new(known)
            .load(&arena, File { code: expression, path: () })
            .map_err(|errors| unloaded(expression, errors))?;
        // Modules without a reader are refused by the loader; files of data only here.
        load::import(&modules, |_| Err(String::new())).map_err(|errors| unloaded(expression, errors))?;
        let filter =
            Compiler::default().with_funs(funs).compile(modules).map_err(|errors| uncompiled(expression, errors))?;
        Ok(Self { filter })
    }

    /// Runs over one document. `Ok` is the text of a string, `Err` the JSON of anything else.
    ///
    /// # Errors
    /// [`crate::exit::Exit::Usage`] when the expression does not fit the answer; what `each` returns.
    pub(super) fn run(
        &self,
        document: &str,
        mut each: impl FnMut(Result<String, String>) -> Result<(), Failure>,
    ) -> Result<(), Failure> {
        let input = read::parse_single(document.as_bytes())
            .map_err(|error| Failure::usage(format!("`--jq` cannot read the answer: {error}")))?;
        let context = Ctx::<JustLut<Val>>::new(&self.filter.lut, Vars::new([]));
        for result in self.filter.id.run((context, input)) {
            match result {
                Ok(Val::TStr(text)) => each(Ok(String::from_utf8_lossy(&text).into_owned()))?,
                Ok(value) => each(Err(value.to_string()))?,
                Err(exception) => match exception.get_err() {
                    Ok(error) => {
                        return Err(Failure::usage(format!("`--jq`: {}", clean_to(&error.to_string(), 300)))
                            .hint("see what the expression works on with `-o json`"));
                    }
                    // `halt`: the user has seen enough.
                    Err(_) => return Ok(()),
                },
            }
        }
        Ok(())
    }
}

fn unloaded(expression: &str, errors: load::Errors<&str, ()>) -> Failure {
    let first = errors.into_iter().next().map(|(_, error)| error);
    match first {
        Some(load::Error::Lex(errors)) => match errors.into_iter().next() {
            Some((expected, at)) => wrong(expression, at, &format!("expected {}", expected.as_str())),
            None => wrong(expression, "", "it cannot be read"),
        },
        Some(load::Error::Parse(errors)) => match errors.into_iter().next() {
            Some((expected, found)) => wrong(expression, found, &format!("expected {}", expected.as_str())),
            None => wrong(expression, "", "it cannot be read"),
        },
        _ => Failure::usage("`--jq` can neither import nor include files"),
    }
}

fn uncompiled(expression: &str, errors: jaq_core::compile::Errors<&str, ()>) -> Failure {
    match errors.into_iter().flat_map(|(_, errors)| errors).next() {
        Some((name, kind)) => wrong(expression, name, &format!("there is no {} `{name}`", kind.as_str())),
        None => wrong(expression, "", "it cannot be compiled"),
    }
}

/// `at` is a part of the expression, or something that is not in it: then the place is its end.
fn wrong(expression: &str, at: &str, what: &str) -> Failure {
    let (start, place) = (expression.as_ptr() as usize, at.as_ptr() as usize);
    let offset = place.checked_sub(start).filter(|offset| *offset <= expression.len()).unwrap_or(expression.len());
    let column = expression.get(..offset).map_or(0, |before| before.chars().count()) + 1;
    let found = match at.chars().take(20).collect::<String>() {
        empty if empty.is_empty() => "at its end".to_owned(),
        near => format!("at character {column}, near `{}`", clean(&near)),
    };
    Failure::usage(format!("`--jq` is not a jq expression: {} {found}", clean(what)))
        .hint("put the expression in single quotes, so that the shell leaves it alone")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exit::Exit;

    fn at() -> Timestamp {
        "2026-03-01T12:00:00Z".parse().unwrap()
    }

    fn run(expression: &str, input: &str) -> Vec<String> {
        let mut out = Vec::new();
        let jq = Jq::new(expression, at()).unwrap();
        jq.run(input, |line| {
            out.push(line.unwrap_or_else(|json| json));
            Ok(())
        })
        .unwrap();
        out
    }

    #[test]
    fn strings_are_raw_and_the_rest_is_json() {
        let input = r#"{"data":[{"name":"plant-7","n":1},{"name":"a\u001bb","n":2.5}],"big":12345678901234567890}"#;
        assert_eq!(run(".data[].name", input), ["plant-7", "a\u{1b}b"]);
        assert_eq!(run(".data[0]", input), [r#"{"name":"plant-7","n":1}"#]);
        assert_eq!(run(".data | map(.n) | add, length", input), ["3.5", "2"]);
        assert_eq!(run(".big", input), ["12345678901234567890"]);
        assert_eq!(run(r#"["a\"b", 1, null, true] | @csv, @tsv"#, input), [r#""a""b",1,,true"#, "a\"b\t1\t\ttrue"]);
        assert_eq!(run(r#"["a\tb\\c\n"] | @tsv"#, input), [r"a\tb\\c\n"]);
        assert_eq!(run(".data[] | select(.n > 9)", input), [""; 0]);
        assert_eq!(run("now, halt, 7", input), ["1772366400"]);
    }

    #[test]
    fn what_does_not_compile_says_where() {
        let error = |expression: &str| {
            let failure = Jq::new(expression, at()).map(drop).unwrap_err();
            assert_eq!(failure.exit, Exit::Usage);
            failure.cause.to_string()
        };
        insta::assert_snapshot!(error(".data[].name |"), @"`--jq` is not a jq expression: expected term at its end");
        insta::assert_snapshot!(error(".data[] | nmae(1)"), @"`--jq` is not a jq expression: there is no filter `nmae` at character 11, near `nmae`");
        insta::assert_snapshot!(error(".data[ | 1"), @"`--jq` is not a jq expression: expected closing bracket at its end");
        insta::assert_snapshot!(error("\"abc"), @"`--jq` is not a jq expression: expected closing quote at its end");
        insta::assert_snapshot!(error(". as $x | $y"), @"`--jq` is not a jq expression: there is no variable `$y` at character 11, near `$y`");
        insta::assert_snapshot!(error(""), @"`--jq` is not a jq expression: expected term at its end");
        // The environment may hold a token, and files are none of its business.
        insta::assert_snapshot!(error("env"), @"`--jq` is not a jq expression: there is no filter `env` at character 1, near `env`");
        insta::assert_snapshot!(error("$ENV"), @"`--jq` is not a jq expression: there is no variable `$ENV` at character 1, near `$ENV`");
        insta::assert_snapshot!(error("input"), @"`--jq` is not a jq expression: there is no filter `input` at character 1, near `input`");
        insta::assert_snapshot!(error("import \"/etc/passwd\" as $x; $x"), @"`--jq` can neither import nor include files");
        insta::assert_snapshot!(error("include \"/etc/passwd\"; f"), @"`--jq` can neither import nor include files");
    }

    #[test]
    fn what_does_not_fit_is_a_usage_error() {
        let jq = Jq::new(".data.name", at()).unwrap();
        let failure = jq.run(r#"{"data":[1]}"#, |_| Ok(())).unwrap_err();
        assert_eq!(failure.exit, Exit::Usage);
        insta::assert_snapshot!(failure.cause, @r#"`--jq`: cannot index [1] with "name""#);
    }
}
