//! Reading and meaning of queries.

use proptest::prelude::*;
use serde_json::json;

use super::*;
use crate::api::entities;

fn fields() -> &'static [Field] {
    entities::find("purchase-orders").expect("known").fields
}

fn read(pairs: &[(&str, &str)]) -> Result<Query, Problems> {
    let pairs: Vec<_> = pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    Query::read(&pairs, fields())
}

fn holds(pairs: &[(&str, &str)], row: &Value) -> bool {
    read(pairs).expect("readable").matches(|field| row.get(field.name).cloned())
}

#[test]
fn the_published_spellings_mean_what_is_published() {
    let row =
        json!({"title": "Order of Gearbox", "totalNetValue": "120.50", "dueAt": "2026-03-01T08:00:00Z", "key": "aB"});
    for (name, value, expected) in [
        ("filter[title]", "order of gearbox", true),
        ("filter[title]", "gearbox", false),
        ("filter[title:contains]", "GEAR", true),
        ("filter[title:startsWith]", "Order", true),
        ("filter[title:endsWith]", "box", true),
        ("filter[title][endsWith]", "box", true),
        ("filter[totalNetValue:gt]", "99", true),
        ("filter[totalNetValue:gteq]", "120.5", true),
        ("filter[totalNetValue:lt]", "120.5", false),
        ("filter[totalNetValue:lted]", "120.50", true),
        ("filter[totalNetValue:lteq]", "120.49", false),
        ("filter[dueAt]", "2026-03-01", true),
        ("filter[dueAt]", "2026-03-01T08:00:00Z", true),
        ("filter[dueAt]", "2026-03-01T09:00:00+01:00", true),
        ("filter[dueAt:gt]", "2026-03-01", true),
        ("filter[dueAt:lt]", "2026-03-01", false),
        ("filter[key]", "aB", true),
        ("filter[key]", "ab", false),
        ("filter[notes]", "", false),
    ] {
        assert_eq!(holds(&[(name, value)], &row), expected, "{name}={value}");
    }
    let two = [("filter[title]", "no"), ("filter[totalNetValue:gt]", "1")];
    assert!(!holds(&two, &row));
    assert!(holds(&[two[0], two[1], ("filterMatch", "any")], &row));
    assert!(holds(&[("filterMatch", "any")], &row), "no filter leaves nothing out");
}

#[test]
fn what_cannot_be_meant_is_refused_by_name() {
    for (name, value, says) in [
        ("filter[titel]", "x", "known are key, siteKey"),
        ("filter[lineItems]", "x", "cannot be asked for"),
        ("filter[title:like]", "x", "known are contains"),
        ("filter[totalNetValue:gt]", "much", "a number"),
        ("filter[totalNetValue:gt]", "NaN", "a number"),
        ("filter[dueAt:gt]", "soon", "a date"),
        ("filterMatch", "some", "`any` or `all`"),
        ("filter", "x", "filter[field]"),
        ("sort[dueAt]", "desc", "1 (largest first)"),
        ("sort[nothing]", "1", "known are"),
        ("modified_after", "yesterday", "a date"),
    ] {
        let problems = read(&[(name, value)]).expect_err(name);
        assert_eq!(problems[0].0, name);
        assert!(problems[0].1.contains(says), "{name}: {}", problems[0].1);
    }
    assert!(read(&[("pageSize", "100"), ("other[x]", "1"), ("page", "2")]).expect("ignored").is_plain());
}

proptest! {
    #[test]
    fn any_query_is_answered_and_never_a_panic(pairs in prop::collection::vec(("\\PC{0,20}|(filter|sort)\\[[a-zA-Z:\\]\\[]{0,20}\\]?", "\\PC{0,20}"), 0..5)) {
        let pairs: Vec<(String, String)> = pairs;
        if let Ok(query) = Query::read(&pairs, fields()) {
            query.matches(|_| Some(json!("x")));
        }
    }

    #[test]
    fn brackets_come_back_as_they_were_written(word in "[a-z]{1,8}", inner in "[a-zA-Z.:]{0,20}") {
        let name = format!("{word}[{inner}]");
        prop_assert_eq!(brackets(&name), Some((word.as_str(), inner.clone())));
        let bare = format!("{word}{inner}");
        prop_assert_eq!(brackets(&bare), None);
    }
}
