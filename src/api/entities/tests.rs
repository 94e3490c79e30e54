//! The catalogue holds together; that it is the published one is checked in `tests/it/entities.rs`.

use std::collections::HashSet;

use super::*;

#[test]
fn every_column_reference_and_schema_exists() {
    for row in all() {
        for column in &row.columns {
            assert!(row.field(column).is_some(), "{} has no {column}", row.path);
        }
        assert!(row.domains().next().is_some(), "{} is in no domain", row.path);
    }
    for schema in schemas() {
        for field in fields(schema).expect("known") {
            match field.kind {
                Kind::Ref(path) | Kind::Refs(path) | Kind::RefsText(path) => {
                    let known = all().iter().any(|row| row.path == path)
                        || statuses().iter().any(|row| path.strip_prefix("statuses/") == Some(row.of));
                    assert!(known, "{schema}.{} refers to {path}", field.name);
                }
                Kind::Object(of) | Kind::Objects(of) => assert!(fields(of).is_some(), "{schema}.{}", field.name),
                _ => {}
            }
        }
    }
}

#[test]
fn words_of_people_and_of_paths_find_the_same_row() {
    for word in ["purchase-orders", "purchase-order"] {
        assert_eq!(find(word).map(|row| row.path), Some("purchase-orders"));
    }
    assert_eq!(find("maintenance-plan").map(|row| row.path), Some("pm"));
    assert!(find("purchase orders").is_none());
    let words: HashSet<&str> = all().iter().map(|row| row.path).collect();
    assert_eq!(words.len(), all().len(), "a path is there twice");
}

#[test]
fn writes_are_where_they_are_published() {
    let orders = find("purchase-orders").expect("a row");
    assert!(
        orders.allows(Domain::Eam, Verb::Update) && !find("assets").expect("a row").allows(Domain::Erp, Verb::List)
    );
    let required: Vec<&str> = orders.inputs(Verb::Update).iter().filter(|i| i.required).map(|i| i.name).collect();
    assert_eq!(required, ["code"]);
    assert_eq!(endpoints(Domain::Eam).len() + endpoints(Domain::Erp).len() + endpoints(Domain::Wms).len(), {
        let per = |d| all().iter().map(|row| Verb::ALL.iter().filter(|v| row.allows(d, **v)).count()).sum::<usize>();
        let rows: usize = Domain::ALL.into_iter().map(per).sum();
        rows + nested().iter().map(|row| row.domains.len()).sum::<usize>() + 20
    });
}

#[test]
fn paths_are_about_the_entity_they_name() {
    for (path, entity) in [
        ("/api/erp/purchase-orders", Some("purchase-orders")),
        ("/api/erp/purchase-orders/{key}/line-items", Some("purchase-orders")),
        ("/sap/assets", Some("assets")),
        ("/api/integrations/current", None),
        ("/api/raw/tables", None),
        ("/api/eam/nothing", None),
        ("/api/assets", None),
        ("/sap", None),
        ("", None),
    ] {
        assert_eq!(of_path(path), entity, "{path}");
    }
}
