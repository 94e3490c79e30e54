//! Data is the same each time, linked, and cheap wherever it is read.

use std::collections::HashSet;

use super::*;
use crate::api::entities::Kind;

fn source(slug: &str) -> Source {
    Source::new(1, "connection-1", slug, start())
}

fn start() -> Timestamp {
    "2026-03-01T00:00:00Z".parse().expect("constant")
}

fn later(days: i64) -> Timestamp {
    start() + jiff::SignedDuration::from_hours(24 * days)
}

#[test]
fn the_same_place_shows_the_same_row() {
    let (one, two) = (source("sap"), source("sap"));
    let other = Source::new(2, "connection-1", "sap", start());
    for entity in one.entities() {
        for number in [0, 1, one.count(entity, start()) - 1] {
            let row_id = RowId::of(entity, number).expect("known");
            assert_eq!(one.row(row_id, start()), two.row(row_id, start()));
            assert_ne!(one.key(row_id), other.key(row_id));
            assert_eq!(one.find(entity, &one.key(row_id), start()), Some(row_id));
            assert_eq!(other.find(entity, &one.key(row_id), start()), None);
        }
    }
}

#[test]
fn one_field_is_what_the_whole_row_says() {
    let source = Source::new(3, "c", "unknown-system", start());
    let now = later(20);
    for entity in source.entities() {
        let fields = entities::find(entity).expect("known").fields;
        for number in [0, 5, 11, source.count(entity, now) - 1] {
            let row_id = RowId::of(entity, number).expect("known");
            let row = source.row(row_id, now);
            for field in fields {
                assert_eq!(source.value(row_id, field, now).as_ref(), row.get(field.name), "{entity}.{}", field.name);
            }
        }
    }
}

/// Every key in every row, however deep, is the key of a row that is there.
#[test]
fn every_reference_leads_to_a_row() {
    let source = Source::new(7, "c", "unknown-system", start());
    let now = later(10);
    let mut seen = 0;
    for entity in source.entities() {
        let schema = entities::find(entity).expect("known").schema;
        for number in (0..source.count(entity, now)).step_by(3) {
            let row = source.row(RowId::of(entity, number).expect("known"), now);
            seen += follow(&source, schema, &row, now);
        }
    }
    assert!(seen > 20_000, "only {seen} references");
}

fn follow(source: &Source, schema: &str, row: &Map<String, Value>, now: Timestamp) -> usize {
    let mut seen = 0;
    for field in entities::fields(schema).expect("known") {
        let Some(value) = row.get(field.name) else { continue };
        let mut check = |path: &str, key: &str| {
            seen += 1;
            assert!(source.find(path, key, now).is_some(), "{schema}.{} = {key} is no row of {path}", field.name);
        };
        match field.kind {
            Kind::Ref(path) => check(path, value.as_str().expect("text")),
            Kind::RefsText(path) => {
                value.as_str().expect("text").split(',').filter(|k| !k.is_empty()).for_each(|key| check(path, key));
            }
            Kind::Refs(path) => {
                value.as_array().expect("a list").iter().for_each(|key| check(path, key.as_str().expect("text")));
            }
            Kind::Object(of) => seen += follow(source, of, value.as_object().expect("an object"), now),
            Kind::Objects(of) => {
                let parts = value.as_array().expect("a list").iter();
                seen += parts.map(|part| follow(source, of, part.as_object().expect("an object"), now)).sum::<usize>();
            }
            _ => {}
        }
    }
    seen
}

#[test]
fn what_belongs_together_agrees() {
    let source = source("netsuite");
    let now = later(5);
    let row = |entity: &str, key: &Value| {
        let row_id = source.find(entity, key.as_str().expect("text"), now).expect("a row");
        source.row(row_id, now)
    };
    for number in 0..100 {
        let invoice = source.row(RowId::of("invoices", number).expect("known"), now);
        let order = row("purchase-orders", &invoice["poKey"]);
        assert_eq!(invoice["vendorKey"], order["vendorKey"]);
        assert_eq!(invoice["totalGrossValue"], order["totalGrossValue"]);
        let cents = |value: &Value| value.as_str().expect("text").replace('.', "").parse::<i64>().expect("an amount");
        let lines = order["lineItems"].as_array().expect("lines");
        let net: i64 = lines.iter().map(|line| cents(&line["lineTotalValue"])).sum();
        assert_eq!(net, cents(&order["totalNetValue"]));
        for line in lines {
            assert_eq!(line["vendorKey"], order["vendorKey"]);
            assert_eq!(line["key"], row("purchase-orders.line-items", &line["key"])["key"]);
        }
    }
    for number in 0..200 {
        let work = source.row(RowId::of("work-orders", number).expect("known"), now);
        let asset = row("assets", &work["assetKey"]);
        assert_eq!(work["siteKey"], asset["siteKey"]);
        assert_eq!(row("locations", &work["locationKey"])["siteKey"], work["siteKey"]);
        for part in work["resources"].as_array().expect("a list") {
            assert_eq!(part["assetKey"], work["assetKey"], "work is done on the asset of its order");
        }
        if let Some(request) = work.get("serviceRequestKey") {
            assert_eq!(row("service-requests", request)["workOrderKey"], work["key"]);
        }
    }
}

#[test]
fn there_is_something_of_every_sort() {
    let source = source("netsuite");
    let now = start();
    let all =
        |entity: &str| (0..source.count(entity, now)).map(|n| RowId::of(entity, n).expect("known")).collect::<Vec<_>>();
    let orders: Vec<_> = all("purchase-orders").into_iter().map(|row_id| source.row(row_id, now)).collect();
    let state =
        |order: &Map<String, Value>| Some(write::state(&source, "purchase-orders", order["statusKey"].as_str()?)?.1);
    let states: HashSet<_> = orders.iter().filter_map(state).collect();
    assert_eq!(states, HashSet::from(["draft", "approved", "completed"]));
    assert!(orders.iter().any(|order| order.contains_key("customFields")));
    assert!(orders.iter().any(|order| !order.contains_key("customFields")));
    assert!(
        all("stocks").into_iter().any(|row_id| source.row(row_id, now)["quantity"] == 0),
        "nothing is out of stock"
    );
    let vendors: Vec<_> = all("vendors").into_iter().map(|row_id| source.row(row_id, now)).collect();
    assert!(vendors.iter().any(|vendor| vendor.contains_key("deletedAt")), "nothing was deleted");
    assert!(source.count("purchase-orders", later(1)) > source.count("purchase-orders", now));
}

#[test]
fn size_follows_the_system() {
    let (small, large) = (source("upkeep"), source("sap"));
    assert!(large.count("materials", start()) >= 4 * small.count("materials", start()));
    assert!(small.has(Domain::Eam) && !small.has(Domain::Wms));
    assert_eq!(small.with(Settings::scaled(50)).count("work-orders", start()), 20_000);
}

#[test]
fn no_two_tables_of_a_system_have_one_name() {
    for system in catalogue::all() {
        let Some(slug) = system.slug.as_deref() else { continue };
        let mut names = HashSet::new();
        for table in tables::all(&source(slug), slug) {
            assert!(names.insert(table.name.to_lowercase()), "{} of {slug}", table.name);
        }
    }
}
