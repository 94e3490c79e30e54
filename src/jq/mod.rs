//! Expressions in jq, by jaq: `--jq` over the answer of a command, `where` of a handler over an event.
//!
//! Left out of its library are the functions that look at the process: `env` (the environment may hold a token),
//! `input` and `inputs`. `now` is the time of this run. `halt` ends the output.

mod bounded;
mod error;
mod interruption;

use std::fmt;

use jaq_core::data::JustLut;
use jaq_core::load::parse::Def;
use jaq_core::load::{self, Arena, File, Loader};
use jaq_core::{Compiler, Ctx, Vars};
use jaq_json::{Val, read};
use jiff::Timestamp;

use self::interruption::Evaluation;
use crate::failure::Failure;
use crate::term::sanitize::{clean, clean_to};

/// What jq has and jaq's library has not.
const CELLS: &str = include_str!("jq.jq");

type Filter = jaq_core::compile::Filter<jaq_core::Native<JustLut<Val>>>;

/// Maximum depth of a document. The parser goes down on the stack.
const DEPTH: usize = 1000;

/// A compiled expression.
pub struct Jq {
    filter: Filter,
    /// The option or key that it is the value of.
    name: &'static str,
}

impl fmt::Debug for Jq {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Jq").field("name", &self.name).finish_non_exhaustive()
    }
}

impl Jq {
    /// Compiles the value of an option or a key.
    ///
    /// # Errors
    /// [`crate::exit::Exit::Usage`] with the place in the expression.
    pub fn new(name: &'static str, expression: &str, now: Timestamp) -> Result<Self, Failure> {
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
            .map_err(|errors| unloaded(name, expression, errors))?;
        // Modules without a reader are refused by the loader; files of data only here.
        load::import(&modules, |_| Err(String::new())).map_err(|errors| unloaded(name, expression, errors))?;
        let filter = Compiler::default()
            .with_funs(funs)
            .compile(modules)
            .map_err(|errors| uncompiled(name, expression, errors))?;
        Ok(Self { filter, name })
    }

    /// Compiles the value of an option or a key that is evaluated on what others send: it has to come to an end on every
    /// document.
    ///
    /// # Errors
    /// As [`Jq::new`], and for an expression that may go on without end.
    pub fn condition(name: &'static str, expression: &str, now: Timestamp) -> Result<Self, Failure> {
        let compiled = Self::new(name, expression, now)?;
        // What was compiled is a term: modules and files of data are refused.
        let term = load::parse(expression, |parser| parser.term());
        let word = match &term {
            Some(term) => bounded::unbounded(term),
            None => Some("def"),
        };
        match word {
            None => Ok(compiled),
            Some(word) => {
                let why = format!("`{name}` may go on without end: `{word}` is not available there");
                Err(Failure::usage(why).hint("`any`, `all`, `select`, `..` and `[]` look at all parts of an event"))
            }
        }
    }

    /// Runs over one document. `Ok` is the text of a string, `Err` the JSON of anything else.
    ///
    /// # Errors
    /// [`crate::exit::Exit::Usage`] when the expression does not fit the answer; what `each` returns.
    pub fn run(
        &self,
        document: &str,
        mut each: impl FnMut(Result<String, String>) -> Result<(), Failure>,
    ) -> Result<(), Failure> {
        let input = read::parse_single(document.as_bytes())
            .map_err(|error| Failure::usage(format!("`{}` cannot read the answer: {error}", self.name)))?;
        let context = Ctx::<JustLut<Val>>::new(&self.filter.lut, Vars::new([]));
        let _evaluation = Evaluation::begin();
        for result in self.filter.id.run((context, input)) {
            match result {
                Ok(Val::TStr(text)) => each(Ok(String::from_utf8_lossy(&text).into_owned()))?,
                Ok(value) => each(Err(value.to_string()))?,
                Err(exception) => match exception.get_err() {
                    Ok(error) => {
                        return Err(Failure::usage(format!("`{}`: {}", self.name, clean_to(&error.to_string(), 300)))
                            .hint("see what the expression works on with `-o json`"));
                    }
                    // `halt`: the user has seen enough.
                    Err(_) => return Ok(()),
                },
            }
        }
        Ok(())
    }

    /// Returns whether a document meets the expression: its first result is neither `false` nor `null`. Without a result it
    /// does not.
    ///
    /// # Errors
    /// Why that cannot be said, for people: the document is no JSON or too deep, or the expression does not fit it.
    pub fn is_met(&self, document: &[u8]) -> Result<bool, String> {
        if depth(document) > DEPTH {
            return Err(format!("it is deeper than {DEPTH} levels"));
        }
        let input = read::parse_single(document).map_err(|error| clean_to(&error.to_string(), 300).into_owned())?;
        let context = Ctx::<JustLut<Val>>::new(&self.filter.lut, Vars::new([]));
        match self.filter.id.run((context, input)).next() {
            None => Ok(false),
            Some(Ok(value)) => Ok(!matches!(value, Val::Null | Val::Bool(false))),
            Some(Err(exception)) => match exception.get_err() {
                Ok(error) => Err(error::without_values(&error.to_string())),
                Err(_) => Ok(false),
            },
        }
    }
}

/// Returns how deep lists and objects are nested in a text that may be JSON.
fn depth(document: &[u8]) -> usize {
    let (mut open, mut deepest, mut bytes) = (0_usize, 0, document.iter());
    let mut quoted = false;
    while let Some(byte) = bytes.next() {
        match byte {
            b'\\' if quoted => drop(bytes.next()),
            b'"' => quoted = !quoted,
            b'[' | b'{' if !quoted => {
                open += 1;
                deepest = deepest.max(open);
            }
            b']' | b'}' if !quoted => open = open.saturating_sub(1),
            _ => {}
        }
    }
    deepest
}

fn unloaded(name: &str, expression: &str, errors: load::Errors<&str, ()>) -> Failure {
    let first = errors.into_iter().next().map(|(_, error)| error);
    match first {
        Some(load::Error::Lex(errors)) => match errors.into_iter().next() {
            Some((expected, at)) => wrong(name, expression, at, &format!("expected {}", expected.as_str())),
            None => wrong(name, expression, "", "it cannot be read"),
        },
        Some(load::Error::Parse(errors)) => match errors.into_iter().next() {
            Some((expected, found)) => wrong(name, expression, found, &format!("expected {}", expected.as_str())),
            None => wrong(name, expression, "", "it cannot be read"),
        },
        _ => Failure::usage(format!("`{name}` can neither import nor include files")),
    }
}

fn uncompiled(name: &str, expression: &str, errors: jaq_core::compile::Errors<&str, ()>) -> Failure {
    match errors.into_iter().flat_map(|(_, errors)| errors).next() {
        Some((unknown, kind)) => {
            wrong(name, expression, unknown, &format!("there is no {} `{unknown}`", kind.as_str()))
        }
        None => wrong(name, expression, "", "it cannot be compiled"),
    }
}

/// `at` is a part of the expression, or something that is not in it: then the place is its end.
fn wrong(option: &str, expression: &str, at: &str, what: &str) -> Failure {
    let (start, place) = (expression.as_ptr() as usize, at.as_ptr() as usize);
    let offset = place.checked_sub(start).filter(|offset| *offset <= expression.len()).unwrap_or(expression.len());
    let column = expression.get(..offset).map_or(0, |before| before.chars().count()) + 1;
    let found = match at.chars().take(20).collect::<String>() {
        empty if empty.is_empty() => "at its end".to_owned(),
        near => format!("at character {column}, near `{}`", clean(&near)),
    };
    let failure = Failure::usage(format!("`{option}` is not a jq expression: {} {found}", clean(what)));
    if option.starts_with('-') {
        return failure.hint("put the expression in single quotes, so that the shell leaves it alone");
    }
    failure
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
        let jq = Jq::new("--jq", expression, at()).unwrap();
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
            let failure = Jq::new("--jq", expression, at()).map(drop).unwrap_err();
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
        let jq = Jq::new("--jq", ".data.name", at()).unwrap();
        let failure = jq.run(r#"{"data":[1]}"#, |_| Ok(())).unwrap_err();
        assert_eq!(failure.exit, Exit::Usage);
        insta::assert_snapshot!(failure.cause, @r#"`--jq`: cannot index [1] with "name""#);
    }

    #[test]
    fn a_condition_comes_to_an_end() {
        for endless in [
            "def f: f; f",
            "def f: 1 + f; f",
            "[range(1000000000)] | length > 3",
            ".body | (def f: f; f)",
            "[repeat(1)]",
            "first(limit(9; repeat(.)))",
            ".a[range(9):]",
            "{a: [while(true; .)]}",
            "\"\\(until(false; .))\"",
            ". as {a: [$x, {b: $y}]} | recurse(.)",
            ". as {(range(9) | tostring): $x} | $x",
            "reduce range(1e9) as $x (0; . + $x)",
            "if true then 1 else ([[1, 2]] | combinations) end",
            "try (-recurse(.; true)) catch .",
            "label $out | foreach .[] as $x (0; until(false; .))",
        ] {
            let failure = Jq::condition("where", endless, at()).map(drop).expect_err(endless);
            assert!(failure.cause.to_string().contains("without end"), "{endless}: {}", failure.cause);
        }
        let failure = Jq::condition("where", "any(range(5); . > 3)", at()).map(drop).unwrap_err();
        insta::assert_snapshot!(failure.cause, @"`where` may go on without end: `range` is not available there");
        for bounded in [
            "any(.body.items[]; .qty > 3) and (.headers | has(\"x-a\"))",
            "[..] | length > 3",
            "recurse | select(. == 1)",
            ".range == 1 and .def == 2 and .[\"while\"] == 3",
            "reduce .[] as $x (0; . + 1) > 2",
            "\"range(1)\" == .a",
            "walk(.) | .a[1:2]",
        ] {
            Jq::condition("where", bounded, at()).unwrap_or_else(|failure| panic!("{bounded}: {}", failure.cause));
        }
    }

    #[test]
    fn a_condition_is_met_by_its_first_result() {
        let met = |condition: &str, input: &str| Jq::new("where", condition, at()).unwrap().is_met(input.as_bytes());
        let input = r#"{"body":{"event":"a","n":12345678901234567890},"headers":{"x-a":"1"}}"#;
        assert_eq!(met(r#".body.event == "a" and .headers["x-a"] == "1""#, input), Ok(true));
        assert_eq!(met(".body.n == 12345678901234567890", input), Ok(true));
        assert_eq!(met(".body.missing.too", input), Ok(false));
        assert_eq!(met("empty", input), Ok(false));
        assert_eq!(met("0", input), Ok(true), "as in jq");
        assert_eq!(met("true, error", input), Ok(true), "the rest is not looked at");
        insta::assert_snapshot!(met(".body.event.x", input).unwrap_err(), @"cannot index a string with a string");
        assert!(met(".", "{").is_err());
        let deep = |levels: usize| format!(r#"["\"[{{", {}1{}]"#, "[".repeat(levels - 1), "]".repeat(levels - 1));
        assert_eq!(met(".", &deep(DEPTH)), Ok(true));
        assert!(met(".", &deep(100_000)).is_err_and(|why| why.contains("deeper")));
        assert_eq!(
            Jq::new("where", ".a |", at()).unwrap_err().hints,
            [""; 0],
            "no shell is between the configuration and us"
        );
    }
}
