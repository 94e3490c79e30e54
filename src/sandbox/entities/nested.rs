//! Objects inside a row: lines, addresses, tasks, materials.

use std::ops::Range;

use serde_json::{Map, Value, json};

use super::row::Row;
use super::vocabulary::{self, City};
use super::{changes, hash, references, spec, text};

/// Numbers of parts of consecutive rows; the pattern repeats, so that part and row can be computed from each other.
struct Pattern {
    counts: &'static [u64],
    /// Sum of the counts.
    round: u64,
}

/// Lines of purchase orders.
const LINES: Pattern = Pattern { counts: &[1, 3, 2, 4, 2], round: 12 };
/// Materials of work orders.
const MATERIALS: Pattern = Pattern { counts: &[2, 0, 1, 3, 0, 1, 2], round: 9 };

impl Pattern {
    /// Returns the number of parts of the first `rows` rows.
    fn before(&self, rows: u64) -> u64 {
        let length = u64::try_from(self.counts.len()).expect("a short list");
        let rest = usize::try_from(rows % length).expect("below the length of a list");
        rows / length * self.round + self.counts[..rest].iter().sum::<u64>()
    }

    /// Returns the row of a part.
    fn row_of(&self, part: u64) -> u64 {
        let mut row = part / self.round * u64::try_from(self.counts.len()).expect("a short list");
        while self.before(row + 1) <= part {
            row += 1;
        }
        row
    }
}

/// Returns the number of lines of the first `orders` purchase orders.
pub(super) fn lines_before(orders: u64) -> u64 {
    LINES.before(orders)
}

/// Returns the lines of a purchase order.
pub(super) fn lines_of(order: u64) -> Range<u64> {
    lines_before(order)..lines_before(order + 1)
}

/// Returns the purchase order of a line.
pub(super) fn order_of(line: u64) -> u64 {
    LINES.row_of(line)
}

/// Returns the number of materials of the first `work_orders` work orders.
pub(super) fn materials_before(work_orders: u64) -> u64 {
    MATERIALS.before(work_orders)
}

/// Returns the work order of the `number`th material of all, and its position there.
pub(super) fn work_order_of(number: u64) -> (u64, u64) {
    let row = MATERIALS.row_of(number);
    (row, number - MATERIALS.before(row))
}

/// Returns the position of a line in its order, from 0.
pub(super) fn position(line: u64) -> u64 {
    line - lines_before(order_of(line))
}

/// Returns the lines of the purchase order that a document is about.
pub(super) fn order_lines<'a>(row: &Row<'a>) -> Vec<Row<'a>> {
    let lines = lines_of(references::order_of(row));
    // A return has one line of the order only.
    let lines = if row.spec.path == "return-orders" { lines.start..lines.start + 1 } else { lines };
    lines.map(|line| row.other(spec::LINES, line)).collect()
}

/// Returns the city a row is in.
pub(super) fn city(row: &Row<'_>) -> City {
    let n = match row.spec.path {
        "vendors" | "customers" | "companies" => row.pick_whole("city"),
        _ => references::site_of(row),
    };
    hash::choose(vocabulary::CITIES, n)
}

/// Returns the newest reading of a meter.
pub(super) fn last_reading<'a>(meter: &Row<'a>) -> Row<'a> {
    let readings = spec::find("meter-readings").expect("a constant path");
    let (count, meters) = (changes::count(meter.source, readings, meter.now), meter.source.base("meters"));
    let turns = (count - 1 - meter.n % meters.max(1)) / meters.max(1);
    meter.other("meter-readings", meter.n + turns * meters)
}

/// Returns the product of a line of a sales order.
pub(super) fn product(line: &Row<'_>) -> u64 {
    line.pick("productKey") % line.source.base("products")
}

/// Returns a nested object that is not a row.
pub(super) fn one(row: &Row<'_>, name: &str, schema: &'static str) -> Option<Value> {
    Some(match schema {
        "Dimension" => json!({
            "length": 40 + row.pick("length") % 900,
            "width": 30 + row.pick("width") % 400,
            "height": 10 + row.pick("height") % 300,
            "unit": "mm",
        }),
        "Inventory" => row.other("inventories", row.n % row.source.base("inventories")).object(schema).into(),
        // Two of three deliveries go to the site.
        "Address" if name == "deliveryAddress" && !row.n.is_multiple_of(3) => return None,
        "Address" => row.as_part(u64::from(name == "billingAddress")).object(schema).into(),
        _ => row.as_part(0).object(schema).into(),
    })
}

/// Returns a list of nested objects.
pub(super) fn many(row: &Row<'_>, name: &str, schema: &'static str) -> Vec<Value> {
    let parts = |count: u64| (0..count).map(|part| Value::from(row.as_part(part).object(schema))).collect();
    match schema {
        "POLineItem" | "InvoiceLineItem" => order_lines(row).iter().map(|line| line.object(schema).into()).collect(),
        "Document" => {
            let documents = row.source.base("documents");
            let found = (row.n.is_multiple_of(5)).then(|| row.n / 5 % documents);
            found.into_iter().map(|n| row.other("documents", n).object(schema).into()).collect()
        }
        "Inventory" => one(row, name, schema).into_iter().collect(),
        "Drawing" => parts(u64::from(row.n.is_multiple_of(7))),
        "Work" => parts(u64::from(row.is_done())),
        "WorkTrigger" | "Address" | "SupplyOption" | "PriceLevel" => parts(1),
        "Contact" => parts(2),
        _ => parts(1 + row.pick(name) % 3),
    }
}

/// Returns a list with an unpublished schema.
pub(super) fn list(row: &Row<'_>, schema: &str, name: &str) -> Option<Value> {
    Some(match (schema, name) {
        ("Task", "checkList") => {
            let first = row.pick(name);
            json!([hash::choose(vocabulary::CHECKS, first), hash::choose(vocabulary::CHECKS, first + 3)])
        }
        ("SupplyOption", "partNumber") => json!([text::part_number(row.pick("supply"))]),
        ("SupplyOption", "price") => {
            json!([super::amount::show(i64::try_from(500 + row.pick("supply") % 90_000).unwrap_or(500))])
        }
        ("PreventiveMaintenance", "documents") => json!([]),
        _ => return None,
    })
}

/// Returns the number of materials listed below a row.
pub(super) fn material_count(row: &Row<'_>) -> u64 {
    match row.spec.path {
        "materials" if row.n.is_multiple_of(9) => 3.min(row.source.base("materials").saturating_sub(row.n + 1)),
        "materials" => 0,
        "work-orders" => materials_before(row.n + 1) - materials_before(row.n),
        _ => 1 + row.pick("materials") % 4,
    }
}

/// Returns the materials listed below a row: built in, planned or used.
pub(super) fn materials(row: &Row<'_>) -> Vec<Map<String, Value>> {
    (0..material_count(row)).filter_map(|number| material(row, number)).collect()
}

/// Returns one of the materials listed below a row.
pub(super) fn material(row: &Row<'_>, number: u64) -> Option<Map<String, Value>> {
    let parent = match row.spec.path {
        "materials" => "assemblyKey",
        "assets" => "assetKey",
        "asset-templates" => "assetTemplateKey",
        "pm" => "pmKey",
        "work-orders" => "workOrderKey",
        "production-orders" => "productionOrderKey",
        _ => return None,
    };
    let mut item = row.as_part(number).object("MaterialItem");
    item.retain(|name, _| {
        !matches!(name.as_str(), "assetKey" | "assetTemplateKey" | "assemblyKey" | "pmKey" | "workOrderKey")
    });
    item.insert(parent.into(), row.key_of(row.spec.path, row.n).into());
    let material =
        if row.spec.path == "materials" { row.n + 1 + number } else { row.as_part(number).pick("materialKey") };
    let material = row.other("materials", material % row.source.base("materials"));
    item.insert("materialKey".into(), row.key_of("materials", material.n).into());
    item.insert("name".into(), text::material_name(material.n).into());
    item.insert("partNumber".into(), text::part_number(material.n).into());
    Some(item)
}

/// Adds the key to an object of a written list, if its schema has keys.
pub(super) fn written(source: &super::Source, schema: &str, item: &Value, position: u64) -> Value {
    let mut item = item.clone();
    let keyed =
        crate::api::entities::fields(schema).is_some_and(|fields| fields.iter().any(|field| field.name == "key"));
    if let Some(object) = item.as_object_mut()
        && keyed
        && !object.contains_key("key")
    {
        let number = hash::mix(hash::text(&Value::Object(object.clone()).to_string()), position);
        object.insert("key".into(), super::key::encode(source.seed, spec::PARTS_PREFIX, number).into());
    }
    item
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_and_orders_find_each_other() {
        let mut next = 0;
        for order in 0..200 {
            let lines = lines_of(order);
            assert_eq!(lines.start, next);
            next = lines.end;
            for (at, line) in lines.enumerate() {
                assert_eq!((order_of(line), position(line)), (order, u64::try_from(at).expect("small")));
            }
        }
        for number in 0..400 {
            let (row, position) = work_order_of(number);
            assert_eq!(materials_before(row) + position, number);
            assert!(number < materials_before(row + 1));
        }
    }
}
