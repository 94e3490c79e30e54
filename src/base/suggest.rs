//! Suggestions for a mistyped name, from the names that exist. The one measure of likeness in the project.

use std::collections::HashMap;

/// Maximum number of suggestions.
const MOST: usize = 3;

/// Minimum likeness of a suggestion. Found by trying typing errors on the catalogue of systems.
const LIKE: f64 = 0.35;

/// Minimum likeness of a whole name that was mistyped: one letter more, less or other in five.
const MISTYPED: f64 = 0.7;

/// Returns the names most like `wanted`, the best first; none if nothing is like it.
pub fn closest<'a>(wanted: &str, names: impl IntoIterator<Item = &'a str>) -> Vec<&'a str> {
    let wanted = wanted.to_lowercase();
    let mut found: Vec<(f64, &str)> = Vec::new();
    for name in names {
        let score = likeness(&wanted, &name.to_lowercase());
        if score >= LIKE && found.iter().all(|(_, known)| *known != name) {
            found.push((score, name));
        }
    }
    // Stable: of equals the one that was named first.
    found.sort_by(|a, b| b.0.total_cmp(&a.0));
    let best = found.first().map_or(0.0, |(score, _)| *score);
    found.retain(|(score, _)| *score >= best * 0.7);
    found.into_iter().take(MOST).map(|(_, name)| name).collect()
}

/// Returns the name that a text was probably meant to be: as a whole like it, and not only in a word.
pub fn mistyped<'a>(text: &str, names: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let text = text.to_lowercase();
    let scored = names.into_iter().map(|name| (shared(&text, &name.to_lowercase()), name));
    let (score, name) = scored.max_by(|a, b| a.0.total_cmp(&b.0))?;
    (score >= MISTYPED).then_some(name)
}

/// Returns the hint "did you mean `a` or `b`?", or nothing when no name is like `wanted`.
pub fn did_you_mean<'a>(wanted: &str, names: impl IntoIterator<Item = &'a str>) -> Option<String> {
    sentence(&closest(wanted, names))
}

/// Returns the hint for names that were found, or nothing when there are none.
pub fn sentence(names: &[&str]) -> Option<String> {
    let names: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    let (last, others) = names.split_last()?;
    Some(if others.is_empty() {
        format!("did you mean {last}?")
    } else {
        format!("did you mean {} or {last}?", others.join(", "))
    })
}

/// Sorts names by their likeness to `wanted`, the best first.
pub fn sort<S: AsRef<str>>(wanted: &str, names: &mut [S]) {
    let wanted = wanted.to_lowercase();
    let score = |name: &S| likeness(&wanted, &name.as_ref().to_lowercase());
    names.sort_by(|a, b| score(b).total_cmp(&score(a)));
}

/// Returns how alike a text is to a name or to the word of it that is most like it, from 0 to 1. A part of a name is
/// like it, however long the rest is.
fn likeness(text: &str, name: &str) -> f64 {
    if !text.is_empty() && name.contains(text) {
        return 1.0;
    }
    let words = name.split([' ', '-', '_', '/']).filter(|word| word.len() > 2);
    words.map(|word| shared(text, word)).fold(shared(text, name), f64::max)
}

/// Returns the pairs of neighbouring letters that two texts share, by those they have.
fn shared(a: &str, b: &str) -> f64 {
    let (left, right) = (pairs(a), pairs(b));
    let total = left.values().sum::<u32>() + right.values().sum::<u32>();
    let shared: u32 = left.iter().map(|(pair, count)| *count.min(right.get(pair).unwrap_or(&0))).sum();
    f64::from(2 * shared) / f64::from(total.max(1))
}

/// Counts pairs of neighbouring letters; the ends count as letters, so that a single letter has pairs too.
fn pairs(text: &str) -> HashMap<(char, char), u32> {
    let letters: Vec<char> = std::iter::once('^').chain(text.chars().take(100)).chain(std::iter::once('$')).collect();
    let mut pairs = HashMap::new();
    for pair in letters.windows(2) {
        *pairs.entry((pair[0], pair[1])).or_insert(0) += 1;
    }
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;

    const NAMES: [&str; 6] = ["IBM Maximo", "ibm-maximo", "SAP S/4HANA", "Infor EAM", "Fiix", "Fleetio"];

    #[test]
    fn typing_errors_find_their_name() {
        for (typed, meant) in [
            ("maxmio", "IBM Maximo"),
            ("IBM-maximo", "ibm-maximo"),
            ("fix", "Fiix"),
            ("sap", "SAP S/4HANA"),
            ("infor-eam", "Infor EAM"),
        ] {
            assert_eq!(closest(typed, NAMES).first(), Some(&meant), "{typed}");
        }
        for typed in ["", "zzz", "quickbooks"] {
            assert_eq!(closest(typed, NAMES), [""; 0], "{typed}");
        }
    }

    #[test]
    fn a_mistyped_name_is_like_the_whole_of_one() {
        let names = ["TOKEN", "SERVER", "JOURNAL_MAX_AGE", "CLIENT_SECRET"];
        for (typed, meant) in
            [("TOKN", "TOKEN"), ("sever", "SERVER"), ("CLIENTSECRET", "CLIENT_SECRET"), ("TOKEN ", "TOKEN")]
        {
            assert_eq!(mistyped(typed, names), Some(meant), "{typed}");
        }
        for typed in ["IMAGE", "VERSION", "AGE", "CHECK", ""] {
            assert_eq!(mistyped(typed, names), None, "{typed}");
        }
    }

    #[test]
    fn as_a_sentence() {
        assert_eq!(did_you_mean("fiixx", ["Fiix", "Fiix"]).as_deref(), Some("did you mean `Fiix`?"));
        assert_eq!(did_you_mean("max", ["Max 1", "Max 2"]).as_deref(), Some("did you mean `Max 1` or `Max 2`?"));
        assert_eq!(did_you_mean("zzz", NAMES), None);
    }
}
