//! Whether an expression comes to an end on every document: conditions are evaluated where webhooks are received, and no
//! evaluation can be interrupted.

use jaq_core::load::lex::StrPart;
use jaq_core::load::parse::{BinaryOp, Pattern, Term};
use jaq_core::path::Part;

/// Filters of jq whose work the document does not bound, with the smallest number of arguments at which that is so.
const UNBOUNDED: [(&str, usize); 7] =
    [("combinations", 0), ("limit", 2), ("range", 1), ("recurse", 1), ("repeat", 1), ("until", 2), ("while", 2)];

/// Returns the first word that can make an expression go on without end; nothing where there is none. Functions of its own
/// can call themselves.
pub(super) fn unbounded<'a>(term: &Term<&'a str>) -> Option<&'a str> {
    let maybe = |term: &Option<Box<Term<&'a str>>>| term.as_deref().and_then(unbounded);
    match term {
        Term::Id | Term::Recurse | Term::Num(_) | Term::Break(_) | Term::Var(_) => None,
        Term::Str(_, parts) => parts.iter().find_map(|part| match part {
            StrPart::Term(term) => unbounded(term),
            StrPart::Str(_) | StrPart::Char(_) => None,
        }),
        Term::Arr(inner) => maybe(inner),
        Term::Obj(entries) => {
            entries.iter().find_map(|(key, value)| unbounded(key).or_else(|| value.as_ref().and_then(unbounded)))
        }
        Term::Neg(inner) | Term::Label(_, inner) => unbounded(inner),
        Term::BinOp(left, operator, right) => unbounded(left)
            .or_else(|| match operator {
                BinaryOp::Pipe(Some(pattern)) => in_pattern(pattern),
                _ => None,
            })
            .or_else(|| unbounded(right)),
        Term::Fold(_, over, pattern, steps) => {
            unbounded(over).or_else(|| in_pattern(pattern)).or_else(|| steps.iter().find_map(unbounded))
        }
        Term::TryCatch(tried, caught) => unbounded(tried).or_else(|| maybe(caught)),
        Term::IfThenElse(branches, otherwise) => branches
            .iter()
            .find_map(|(condition, then)| unbounded(condition).or_else(|| unbounded(then)))
            .or_else(|| maybe(otherwise)),
        Term::Def(..) => Some("def"),
        Term::Call(name, arguments) => {
            let is_unbounded = |(known, least): &(&str, usize)| known == name && arguments.len() >= *least;
            UNBOUNDED.iter().any(is_unbounded).then_some(*name).or_else(|| arguments.iter().find_map(unbounded))
        }
        Term::Path(of, path) => unbounded(of).or_else(|| {
            path.0.iter().find_map(|(part, _)| match part {
                Part::Index(at) => unbounded(at),
                Part::Range(from, to) => from.as_ref().and_then(unbounded).or_else(|| to.as_ref().and_then(unbounded)),
            })
        }),
    }
}

fn in_pattern<'a>(pattern: &Pattern<&'a str>) -> Option<&'a str> {
    match pattern {
        Pattern::Var(_) => None,
        Pattern::Arr(items) => items.iter().find_map(in_pattern),
        Pattern::Obj(entries) => {
            entries.iter().find_map(|(key, pattern)| unbounded(key).or_else(|| in_pattern(pattern)))
        }
    }
}
