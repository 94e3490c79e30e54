//! Resolves a resource by its ID, its other name, or a prefix of the ID that only one has.

use crate::args::pasted;
use crate::client::Error;
use crate::exit::Exit;
use crate::failure::{During as _, Failure};

/// A resource that a command line names.
pub trait Resource {
    /// Its noun in a message, for example `alert rule`.
    const NOUN: &'static str;
    /// The hint that names the command listing them.
    const LIST_HINT: &'static str;

    /// Returns its ID.
    fn id(&self) -> Option<&str>;

    /// Returns its other name, which several may share.
    fn alias(&self) -> Option<&str>;
}

/// Checks that a resource is gone which the server reported as removed; `left` is the list after that.
///
/// # Errors
/// [`Exit::Unavailable`] when it is still listed; and when the list could not be read.
pub fn is_gone<T: Resource>(left: Result<Vec<T>, Error>, id: &str) -> Result<(), Failure> {
    let left = left.during(|| format!("the {} {id} was reported as removed, and that could not be shown", T::NOUN))?;
    if left.iter().all(|one| one.id() != Some(id)) {
        return Ok(());
    }
    let message = format!("the server reported the {} {id} as removed, and still lists it", T::NOUN);
    Err(Failure::new(Exit::Unavailable, message).hint(T::LIST_HINT))
}

/// Resolves one resource of a list: by ID, by its other name, or by a prefix of the ID that only one has.
///
/// # Errors
/// [`Exit::NotFound`] when there is none; [`Exit::Usage`] when the text means several.
pub fn resource<T: Resource>(mut all: Vec<T>, text: &str) -> Result<T, Failure> {
    // An ID as it was pasted; a name that happens to look like a pasted ID comes first.
    let pasted = pasted::id(text).ok().filter(|id| id != text);
    let places = |fits: &dyn Fn(&T) -> bool| -> Vec<usize> { (0..all.len()).filter(|at| fits(&all[*at])).collect() };
    let mut found = places(&|one| one.id() == Some(text));
    if found.is_empty() {
        found = places(&|one| one.alias() == Some(text));
    }
    if found.is_empty() && !text.is_empty() {
        found = places(&|one| one.id().is_some_and(|id| id.starts_with(text)));
    }
    if let (true, Some(pasted)) = (found.is_empty(), &pasted) {
        found = places(&|one| one.id() == Some(pasted) || one.alias() == Some(pasted));
    }
    let noun = T::NOUN;
    match found[..] {
        [only] => Ok(all.swap_remove(only)),
        [] => Err(Failure::new(Exit::NotFound, format!("there is no {noun} `{text}`")).hint(T::LIST_HINT)),
        [first, second, ..] => {
            let id = |at: usize| all[at].id().unwrap_or("one without an ID");
            Err(Failure::usage(format!("`{text}` matches several {noun}s: {} and {}", id(first), id(second)))
                .hint("name one by its ID"))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug)]
    struct Tree(&'static str, &'static str);

    impl Resource for Tree {
        const NOUN: &'static str = "tree";
        const LIST_HINT: &'static str = "`forest list` lists them";

        fn id(&self) -> Option<&str> {
            Some(self.0).filter(|id| !id.is_empty())
        }

        fn alias(&self) -> Option<&str> {
            Some(self.1)
        }
    }

    #[test]
    fn the_most_exact_meaning_wins() {
        let find = |text: &str| {
            let all =
                vec![Tree("t_1", "oak"), Tree("t_12", "ash"), Tree("t_2", "oak"), Tree("", "elm"), Tree("t_3", "t_2")];
            resource(all, text).map(|tree| tree.1).map_err(|failure| (failure.exit, failure.cause.to_string()))
        };
        assert_eq!(find("t_1"), Ok("oak"), "a whole ID is never the beginning of another");
        assert_eq!(find("t_12"), Ok("ash"));
        assert_eq!(find("t_2"), Ok("oak"), "an ID counts before a name");
        assert_eq!(find("ash"), Ok("ash"));
        assert_eq!(find("elm"), Ok("elm"));
        assert_eq!(find(" t_12. "), Ok("ash"), "as it was pasted");
        assert_eq!(find("oak"), Err((Exit::Usage, "`oak` matches several trees: t_1 and t_2".into())));
        assert_eq!(find("t_"), Err((Exit::Usage, "`t_` matches several trees: t_1 and t_12".into())));
        assert_eq!(find("fir"), Err((Exit::NotFound, "there is no tree `fir`".into())));
        assert_eq!(find(""), Err((Exit::NotFound, "there is no tree ``".into())));
    }
}
